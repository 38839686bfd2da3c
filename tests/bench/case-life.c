/* case-life.c: see case-life.h. */
#include "case-life.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(TABLE) (sizeof(TABLE) / sizeof((TABLE)[0]))

/* 2 May 2023, a Tuesday, and days from it. */
enum { FIRST = 19479 };

#define YES(FACT)        {PRAP_FACT_##FACT, PRAP_VALUE_YES, 0}
#define NO(FACT)         {PRAP_FACT_##FACT, PRAP_VALUE_NO, 0}
#define DAY(FACT, AFTER) {PRAP_FACT_##FACT, PRAP_VALUE_DAY, FIRST + (AFTER)}

static const prap_fact attempted[] = {NO(REACHED)};
static const prap_fact booked[] = {DAY(MEETING_ON, 14)};
static const prap_fact begun[] = {YES(IDENTITY_CHECKED),           YES(EMPLOYMENT_CHECKED),
                                  NO(EMPLOYED),                    YES(PLAN_SIGNED_BY_PARTICIPANT),
                                  YES(PLAN_SIGNED_BY_PROVIDER),    YES(NEEDS_ASSESSMENT_BEGUN),
                                  YES(INDUCTION_PACK_SIGNED)};
static const prap_fact agreed[] = {YES(PLAN_FULLY_SIGNED)};
static const prap_fact moved[] = {{PRAP_FACT_CODE, PRAP_VALUE_NUMBER, 46}, YES(MOVED_OUT)};

#define BARE(EVENT, AFTER)                                                                                   \
    {sizeof(prap_command), 0, PRAP_PROGRAMME_IPES, PRAP_EVENT_##EVENT, FIRST + (AFTER), FIRST + (AFTER),     \
     {{NULL, 0}, {NULL, 0}}, {NULL, 0}, NULL, 0}
#define WITH(EVENT, AFTER, FACTS)                                                                            \
    {sizeof(prap_command), 0, PRAP_PROGRAMME_IPES, PRAP_EVENT_##EVENT, FIRST + (AFTER), FIRST + (AFTER),     \
     {{NULL, 0}, {NULL, 0}}, {NULL, 0}, FACTS, COUNT(FACTS)}

const prap_command life[LIFE_EVENTS] = {
    BARE(REFERRAL_RECEIVED, 0),
    BARE(ACCEPT, 1),
    WITH(CONTACT_ATTEMPTED, 2, attempted),
    WITH(MEETING_SCHEDULED, 3, booked),
    BARE(MEETING_ATTENDED, 14),
    WITH(START_RECORDED, 14, begun),
    WITH(PLAN_AGREED, 22, agreed),
    BARE(WEEKLY_SUPPORT_OFFERED, 23),
    BARE(FACE_TO_FACE_HELD, 41),
    WITH(LEFT, 62, moved),
};

const prap_command life_forbidden = BARE(DNA_RECORDED, 62);

prap_command long_life_event(uint32_t n) {
    static const prap_command again = WITH(CONTACT_ATTEMPTED, 42, attempted);
    prap_command event = n < LIFE_EVENTS - 1 ? life[n] : again;
    if (n < LIFE_EVENTS - 1) return event;
    event.on += (prap_day)(n / 20);
    event.recorded = event.on;
    return event;
}

/* The store. */

/* An event's record stands in the case's journal, where the one before it ends. */
typedef struct stored_event {
    uint32_t at;
    uint32_t bytes;
} stored_event;

typedef struct stored_case {
    char case_id[PRAP_ID_BYTES];
    size_t id_bytes;
    uint64_t version;
    uint32_t snapshot_bytes;
    uint8_t snapshot[PRAP_SNAPSHOT_BYTES];
    stored_event *events;
    uint32_t room; /* events that there is room for, and so many times PRAP_EVENT_BYTES for their records */
    uint8_t *journal;
} stored_case;

enum { SLOTS = 512, ROOM = 12 };

struct life_store {
    stored_case slots[SLOTS];
};

static void *must(void *block) {
    if (block == NULL) abort();
    return block;
}

life_store *life_store_create(void) {
    return must(calloc(1, sizeof(life_store)));
}

void life_store_destroy(life_store *store) {
    for (size_t i = 0; i < SLOTS; i++) {
        free(store->slots[i].events);
        free(store->slots[i].journal);
    }
    free(store);
}

void life_store_clear(life_store *store) {
    for (size_t i = 0; i < SLOTS; i++) store->slots[i].version = 0;
}

static stored_case *find(life_store *store, prap_text case_id) {
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < case_id.n; i++) hash = (hash ^ (uint8_t)case_id.bytes[i]) * 16777619u;
    for (uint32_t i = hash;; i++) {
        stored_case *slot = &store->slots[i % SLOTS];
        if (slot->id_bytes == 0) return slot;
        if (slot->id_bytes == case_id.n && memcmp(slot->case_id, case_id.bytes, case_id.n) == 0) return slot;
    }
}

prap_bytes life_store_snapshot(const life_store *store, prap_text case_id) {
    const stored_case *slot = find((life_store *)(uintptr_t)store, case_id);
    return slot->version == 0 ? (prap_bytes){NULL, 0} : (prap_bytes){slot->snapshot, slot->snapshot_bytes};
}

static prap_status load(void *user, const prap_key *key, prap_sink *sink) {
    const stored_case *slot = find(user, key->case_id);
    if (slot->version == 0) return PRAP_NONE;
    const prap_row row = {.size = sizeof row, .version = slot->version,
                          .record = {slot->snapshot, slot->snapshot_bytes}};
    return prap_sink_push(sink, &row);
}

static prap_status commit(void *user, const prap_change *changes, size_t n, prap_status *ret_each) {
    for (size_t i = 0; i < n; i++) {
        const prap_change *change = &changes[i];
        stored_case *slot = find(user, change->key.case_id);
        ret_each[i] = PRAP_CONFLICT;
        if (slot->version != change->expected_version) continue;
        if (slot->id_bytes == 0) {
            slot->id_bytes = change->key.case_id.n;
            memcpy(slot->case_id, change->key.case_id.bytes, slot->id_bytes);
        }
        if (slot->version == slot->room) {
            slot->room = slot->room == 0 ? ROOM : 2 * slot->room;
            slot->events = must(realloc(slot->events, slot->room * sizeof *slot->events));
            slot->journal = must(realloc(slot->journal, (size_t)slot->room * PRAP_EVENT_BYTES));
        }
        stored_event *event = &slot->events[slot->version];
        event->at = slot->version == 0 ? 0 : event[-1].at + event[-1].bytes;
        event->bytes = (uint32_t)change->events->record.n;
        memcpy(slot->journal + event->at, change->events->record.bytes, event->bytes);
        slot->snapshot_bytes = (uint32_t)change->snapshot.n;
        memcpy(slot->snapshot, change->snapshot.bytes, slot->snapshot_bytes);
        slot->version = change->new_version;
        ret_each[i] = PRAP_OK;
    }
    return PRAP_OK;
}

static prap_status read_events(void *user, const prap_key *key, uint64_t from, uint32_t max, prap_sink *sink) {
    const stored_case *slot = find(user, key->case_id);
    for (uint64_t i = from; i <= slot->version && i < from + max; i++) {
        const stored_event *event = &slot->events[i - 1];
        const prap_row row = {.size = sizeof row, .version = i, .record = {slot->journal + event->at, event->bytes}};
        const prap_status status = prap_sink_push(sink, &row);
        if (status == PRAP_E_LIMIT) break;
        if (status != PRAP_OK) return status;
    }
    return PRAP_OK;
}

void life_store_bind(life_store *store, prap_store *ret_store) {
    *ret_store = (prap_store){sizeof(prap_store), store, load, commit, read_events, NULL};
}

/* By hand. */

enum { NONE, RECEIVED, ACCEPTED, ATTENDED, PRE_WORK, LEFT };

static int has(const prap_command *command, uint32_t fact, uint32_t kind) {
    for (size_t i = 0; i < command->n_facts; i++) {
        if (command->facts[i].fact == fact) return command->facts[i].kind == kind;
    }
    return 0;
}

static int is_begun(const prap_command *command) {
    return has(command, PRAP_FACT_IDENTITY_CHECKED, PRAP_VALUE_YES) &&
           has(command, PRAP_FACT_EMPLOYMENT_CHECKED, PRAP_VALUE_YES) &&
           !has(command, PRAP_FACT_EMPLOYED, PRAP_VALUE_YES) &&
           has(command, PRAP_FACT_PLAN_SIGNED_BY_PARTICIPANT, PRAP_VALUE_YES) &&
           has(command, PRAP_FACT_PLAN_SIGNED_BY_PROVIDER, PRAP_VALUE_YES) &&
           has(command, PRAP_FACT_NEEDS_ASSESSMENT_BEGUN, PRAP_VALUE_YES);
}

int hand_take(hand_case *at, const prap_command *command, int journals) {
    const prap_day on = command->on;
    hand_case after = *at;
    switch (command->event) {
    case PRAP_EVENT_REFERRAL_RECEIVED:
        if (at->stage != NONE) return 0;
        after.stage = RECEIVED;
        after.received = on;
        break;
    case PRAP_EVENT_ACCEPT:
        if (at->stage != RECEIVED || on < at->received || on > at->received + 1) return 0;
        after.stage = ACCEPTED;
        after.acknowledged = on;
        break;
    case PRAP_EVENT_CONTACT_ATTEMPTED:
        if (at->stage == NONE || at->stage == LEFT) return 0;
        after.attempts++;
        break;
    case PRAP_EVENT_MEETING_SCHEDULED:
        if (at->stage != ACCEPTED || !has(command, PRAP_FACT_MEETING_ON, PRAP_VALUE_DAY)) return 0;
        break;
    case PRAP_EVENT_MEETING_ATTENDED:
        if (at->stage != ACCEPTED || on < at->acknowledged) return 0;
        after.stage = ATTENDED;
        after.attended = on;
        break;
    case PRAP_EVENT_START_RECORDED:
        if (at->stage != ATTENDED || on != at->attended || !is_begun(command)) return 0;
        after.stage = PRE_WORK;
        after.start = on;
        break;
    case PRAP_EVENT_PLAN_AGREED:
        if (at->stage != PRE_WORK || on < at->start || !has(command, PRAP_FACT_PLAN_FULLY_SIGNED, PRAP_VALUE_YES)) {
            return 0;
        }
        after.plan = on;
        break;
    case PRAP_EVENT_WEEKLY_SUPPORT_OFFERED:
    case PRAP_EVENT_FACE_TO_FACE_HELD:
        if (at->stage != PRE_WORK || on < at->start) return 0;
        break;
    case PRAP_EVENT_LEFT:
        if (at->stage != PRE_WORK || on < at->start || !has(command, PRAP_FACT_MOVED_OUT, PRAP_VALUE_YES)) return 0;
        after.stage = LEFT;
        after.left = on;
        break;
    default: return 0;
    }
    if (!journals) return 1;
    after.journal[after.n].event = command->event;
    after.journal[after.n].on = on;
    after.n++;
    *at = after;
    return 1;
}
