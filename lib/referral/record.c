/* record.c: the canonical bytes of record.h. */
#include <stddef.h>
#include <string.h>

#include "prap/vocabulary.h"

#include "base/always.h"
#include "base/crc.h"
#include "referral/command.h"
#include "referral/record.h"

enum { HEADER_BYTES = 16, CRC_AT = 12, LENGTH_AT = 8, MAJOR = 1, MINOR = 0, FACT_TAG = 100 };

/* Tags of an event. Permanent. */
enum {
    EVENT_KEY = 1, EVENT_CHAIN, EVENT_SEQUENCE, EVENT_PROGRAMME, EVENT_EVENT, EVENT_ON, EVENT_RECORDED, EVENT_TO,
    EVENT_FEED, EVENT_REASON, EVENT_BREACHES, EVENT_RULEBOOK, EVENT_CALENDAR, EVENT_DIVISION,
    EVENT_STAYS,
    EVENT_BROKE = 20,  /* and the following: the reasons that were recorded over */
    EVENT_REGION = 40  /* plus PRAP_REGION_* */
};

/* Tags of a snapshot. Permanent. */
enum {
    CASE_KEY = 1, CASE_CHAIN, CASE_VERSION, CASE_PROGRAMME, CASE_STAGE, CASE_FEED, CASE_RECORDED,
    CASE_DAY = 8, /* and the following, without gaps, up to the reason: case-days.def */
    CASE_REASON = 16, CASE_ATTEMPTS, CASE_FAILED, CASE_UNSURE, CASE_BREACHES,
    CASE_REGION = 20, /* plus PRAP_REGION_* */
    CASE_LATER_DAY = 30, /* and the following, without gaps, to the end of case-days.def */
    CASE_LATER_REGION = 70, /* and the following: the regions for which there was no room before the later days */
    REGIONS_FIRST = CASE_LATER_DAY - CASE_REGION /* the first of those */
};

/* Where the day of a tag stands in a case; 0 where a tag has none. */
static const uint8_t case_days[] = {
#define X(TAG, MEMBER) [TAG] = offsetof(prapi_case, MEMBER),
#include "referral/case-days.def"
#undef X
};
enum { CASE_DAYS = sizeof case_days / sizeof case_days[0] };

static void put_u32(uint8_t *at, uint32_t value) {
    for (size_t i = 0; i < 4; i++) at[i] = (uint8_t)(value >> (8 * i));
}

static uint32_t get_u32(const uint8_t *at) {
    return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static uint64_t zigzag(int32_t value) {
    return value < 0 ? ((uint64_t)(-(int64_t)value) << 1) - 1 : (uint64_t)value << 1;
}

/* False when the number is no 32-bit value. */
static bool unzigzag(uint64_t number, int32_t *ret_value) {
    if (number > UINT32_MAX) return false;
    const int64_t half = (int64_t)(number >> 1);
    *ret_value = (int32_t)((number & 1) != 0 ? -half - 1 : half);
    return true;
}

uint32_t prapi_key_hash(const prap_key *key) {
    const uint8_t separator = 0;
    uint32_t hash = prapi_crc32c(0, key->tenant.bytes, key->tenant.n);
    hash = prapi_crc32c(hash, &separator, 1);
    return prapi_crc32c(hash, key->case_id.bytes, key->case_id.n);
}

/* Writing. The room is always enough: the sizes of host.h are asserted by a test that fills every tag. */

typedef struct writer {
    uint8_t *bytes;
    size_t room;
    size_t n;
    const uint8_t *kept; /* unknown tags, ascending, to be merged in */
    size_t kept_bytes;
} writer;

/* Writes a number at a place that is before end; returns the place after it. */
static inline uint8_t *put_number(uint8_t *at, const uint8_t *end, uint64_t number) {
    for (; number > 0x7F; number >>= 7) {
        if (PRAPI_NEVER(at == end)) return at;
        *at++ = (uint8_t)(number | 0x80);
    }
    if (PRAPI_NEVER(at == end)) return at;
    *at++ = (uint8_t)number;
    return at;
}

/* Reads a number; false at the end of the bytes, past 64 bits, or when it is longer than it need be. */
static inline bool get_number(const uint8_t **at, const uint8_t *end, uint64_t *ret_number) {
    uint64_t number = 0;
    if (*at < end && **at <= 0x7F) { /* most are a byte long */
        *ret_number = *(*at)++;
        return true;
    }
    for (unsigned shift = 0; *at < end; shift += 7) {
        const uint8_t byte = *(*at)++;
        if (shift == 63 && byte > 1) return false; /* it would go on, or not fit: so shift ends here */
        number |= (uint64_t)(byte & 0x7F) << shift;
        if ((byte & 0x80) != 0) continue;
        *ret_number = number;
        return byte != 0;
    }
    return false;
}

typedef struct tag {
    uint64_t number;
    bool critical;
    uint64_t value; /* of a tag without bytes */
} tag;

/* Reads a tag and steps over its content. */
static inline bool get_tag(const uint8_t **at, const uint8_t *end, tag *ret_tag) {
    uint64_t head;
    uint64_t value;
    if (!get_number(at, end, &head) || !get_number(at, end, &value)) return false;
    ret_tag->number = head >> 2;
    ret_tag->critical = (head & 2) != 0;
    ret_tag->value = value;
    if ((head & 1) == 0) return true;
    if (value > (uint64_t)(end - *at)) return false;
    *at += value;
    ret_tag->value = UINT64_MAX; /* a known tag never has bytes: an impossible value */
    return true;
}

/* Copies the kept tags that come before a number: there are some. They were checked when they were read. */
static void merge_kept(writer *out, uint64_t before) {
    do {
        const uint8_t *at = out->kept;
        tag next;
        const bool whole = get_tag(&at, out->kept + out->kept_bytes, &next);
        if (PRAPI_NEVER(!whole)) return; /* on its own line: a coverage build does not evaluate what is NEVER */
        if (next.number >= before) return;
        const size_t length = (size_t)(at - out->kept);
        if (PRAPI_NEVER(length > out->room - out->n)) return;
        memcpy(out->bytes + out->n, out->kept, length);
        out->n += length;
        out->kept += length;
        out->kept_bytes -= length;
    } while (out->kept_bytes > 0);
}

static inline void put_tag(writer *out, uint32_t number, bool critical, uint64_t value) {
    if (out->kept_bytes > 0) merge_kept(out, number);
    const uint8_t *const end = out->bytes + out->room;
    uint8_t *const at = put_number(out->bytes + out->n, end, (uint64_t)number << 2 | (critical ? 2 : 0));
    out->n = (size_t)(put_number(at, end, value) - out->bytes);
}

static inline void put_some(writer *out, uint32_t number, uint64_t value) {
    if (value != 0) put_tag(out, number, true, value);
}

static inline void put_day(writer *out, uint32_t number, prap_day day) {
    if (day != PRAP_DAY_NONE) put_tag(out, number, true, zigzag(day));
}

/* The days of a case whose tags are in a range. */
static void put_case_days(writer *out, const prapi_case *state, uint32_t from, uint32_t before) {
    for (uint32_t i = from; i < before; i++) {
        prap_day day;
        memcpy(&day, (const char *)state + case_days[i], sizeof day);
        put_day(out, i, day);
    }
}

static void put_said(writer *out, const prapi_facts *facts, const prapi_said *said) {
    for (uint32_t fact = prapi_fact_after(facts, 0); fact != 0; fact = prapi_fact_after(facts, fact)) {
        put_tag(out, FACT_TAG + fact, false, zigzag(said[fact].value) << 3 | said[fact].kind);
    }
}

static void seal(writer *out, char kind, uint32_t *ret_checksum) {
    memcpy(out->bytes, "PRAP", 4);
    out->bytes[4] = (uint8_t)kind;
    out->bytes[5] = MAJOR;
    out->bytes[6] = MINOR;
    out->bytes[7] = 0;
    put_u32(out->bytes + LENGTH_AT, (uint32_t)(out->n - HEADER_BYTES));
    uint32_t checksum = prapi_crc32c(0, out->bytes, CRC_AT);
    checksum = prapi_crc32c(checksum, out->bytes + HEADER_BYTES, out->n - HEADER_BYTES);
    put_u32(out->bytes + CRC_AT, checksum);
    *ret_checksum = checksum;
}

void prapi_event_encode(const prapi_event *event, uint32_t key_hash, uint8_t room[PRAP_EVENT_BYTES],
                        size_t *ret_bytes, uint32_t *ret_chain) {
    writer out = {.bytes = room, .room = PRAP_EVENT_BYTES, .n = HEADER_BYTES};
    put_some(&out, EVENT_KEY, key_hash);
    put_some(&out, EVENT_CHAIN, event->chain);
    put_some(&out, EVENT_SEQUENCE, event->sequence);
    put_some(&out, EVENT_PROGRAMME, event->programme);
    put_some(&out, EVENT_EVENT, event->event);
    put_day(&out, EVENT_ON, event->on);
    put_day(&out, EVENT_RECORDED, event->recorded);
    put_some(&out, EVENT_TO, event->to);
    put_some(&out, EVENT_FEED, event->feed);
    put_some(&out, EVENT_REASON, event->reason);
    put_some(&out, EVENT_BREACHES, event->breaches);
    put_some(&out, EVENT_RULEBOOK, event->rulebook);
    put_some(&out, EVENT_CALENDAR, event->calendar);
    put_some(&out, EVENT_DIVISION, event->division);
    put_some(&out, EVENT_STAYS, event->stays);
    for (uint32_t i = 0; i < PRAPI_BROKE; i++) put_some(&out, EVENT_BROKE + i, event->broke[i]);
    for (uint32_t i = 1; i < PRAPI_REGION_END; i++) put_some(&out, EVENT_REGION + i, event->regions[i]);
    put_said(&out, &event->facts, event->said);
    seal(&out, 'E', ret_chain);
    *ret_bytes = out.n;
}

void prapi_case_encode(const prapi_case *state, uint32_t key_hash, uint8_t room[PRAP_SNAPSHOT_BYTES],
                       size_t *ret_bytes) {
    writer out = {.bytes = room, .room = PRAP_SNAPSHOT_BYTES, .n = HEADER_BYTES, .kept = state->kept,
                  .kept_bytes = state->kept_bytes};
    put_some(&out, CASE_KEY, key_hash);
    put_some(&out, CASE_CHAIN, state->chain);
    put_some(&out, CASE_VERSION, state->version);
    put_some(&out, CASE_PROGRAMME, state->programme);
    put_some(&out, CASE_STAGE, state->stage);
    put_some(&out, CASE_FEED, state->feed);
    put_day(&out, CASE_RECORDED, state->recorded);
    put_case_days(&out, state, CASE_DAY, CASE_REASON);
    put_some(&out, CASE_REASON, state->reason);
    put_some(&out, CASE_ATTEMPTS, state->attempts);
    put_some(&out, CASE_FAILED, state->attempts_failed);
    put_some(&out, CASE_UNSURE, state->attempts_unsure);
    put_some(&out, CASE_BREACHES, state->breaches);
    for (uint32_t i = 1; i < REGIONS_FIRST; i++) put_some(&out, CASE_REGION + i, state->regions[i]);
    put_case_days(&out, state, CASE_LATER_DAY, CASE_DAYS);
    for (uint32_t i = REGIONS_FIRST; i < PRAPI_REGION_END; i++) {
        put_some(&out, CASE_LATER_REGION + i - REGIONS_FIRST, state->regions[i]);
    }
    put_said(&out, &state->facts, state->said);
    if (out.kept_bytes > 0) merge_kept(&out, UINT64_MAX);
    uint32_t checksum;
    seal(&out, 'S', &checksum);
    *ret_bytes = out.n;
}

/* Reading. */

/* Header and checksum; the checksum comes before the version, so that a flipped bit is never taken for a newer one. */
static prap_status open_record(prap_bytes record, char kind, size_t most_bytes, uint32_t *ret_checksum) {
    if (record.n < 4 || memcmp(record.bytes, "PRAP", 4) != 0) return PRAP_E_FOREIGN;
    if (record.n < HEADER_BYTES || record.n > most_bytes) return PRAP_E_DAMAGED;
    if (get_u32(record.bytes + LENGTH_AT) != record.n - HEADER_BYTES) return PRAP_E_DAMAGED;
    uint32_t checksum = prapi_crc32c(0, record.bytes, CRC_AT);
    checksum = prapi_crc32c(checksum, record.bytes + HEADER_BYTES, record.n - HEADER_BYTES);
    if (checksum != get_u32(record.bytes + CRC_AT)) return PRAP_E_DAMAGED;
    if (record.bytes[4] != (uint8_t)kind || record.bytes[7] != 0 || record.bytes[5] < MAJOR) return PRAP_E_DAMAGED;
    *ret_checksum = checksum;
    return record.bytes[5] > MAJOR ? PRAP_E_VERSION : PRAP_OK;
}

static bool take_u32(uint64_t value, uint32_t *ret_value) {
    if (value == 0 || value > UINT32_MAX) return false;
    *ret_value = (uint32_t)value;
    return true;
}

static bool take_day(uint64_t value, prap_day *ret_day) {
    return unzigzag(value, ret_day) && *ret_day >= PRAP_DAY_MIN && *ret_day <= PRAP_DAY_MAX;
}

/* A word of a kind. One we do not know was written by a newer version, not by accident: the checksum held. */
static prap_status take_word(uint64_t value, uint32_t kind, uint32_t *ret_word) {
    if (!take_u32(value, ret_word)) return PRAP_E_DAMAGED;
    return prap_word_by_number(kind, *ret_word) == NULL ? PRAP_E_VERSION : PRAP_OK;
}

/* A word whose numbers fit a byte. */
static prap_status take_small(uint64_t value, uint32_t kind, uint8_t *ret_word) {
    uint32_t word = 0;
    const prap_status status = take_word(value, kind, &word);
    *ret_word = (uint8_t)word;
    return status;
}

static prap_status from_bool(bool taken) {
    return taken ? PRAP_OK : PRAP_E_DAMAGED;
}

static prap_status take_said(uint32_t fact, uint64_t value, prapi_facts *facts, prapi_said *said) {
    prapi_said what = {(uint32_t)(value & 7), 0};
    if (!unzigzag(value >> 3, &what.value)) return PRAP_E_DAMAGED;
    const prap_fact whole = {fact, what.kind, what.value};
    const prap_status status = prapi_fact_check(&whole);
    prapi_say(facts, said, fact, what);
    /* An option that we do not have was written by a newer version: the checksum held. */
    return status == PRAP_E_WORD ? PRAP_E_VERSION : from_bool(status == PRAP_OK);
}

static bool is_fact_tag(uint64_t number) {
    return number > FACT_TAG && number < FACT_TAG + PRAPI_FACT_END;
}

/* PRAP_NONE: a tag that this version does not know. */
static prap_status take_event_tag(const tag *next, uint32_t key_hash, prapi_event *event) {
    const uint64_t value = next->value;
    const uint64_t number = next->number;
    if (is_fact_tag(number)) return take_said((uint32_t)number - FACT_TAG, value, &event->facts, event->said);
    switch (number) {
    case EVENT_KEY: return from_bool(value == key_hash && key_hash != 0);
    case EVENT_CHAIN: return from_bool(take_u32(value, &event->chain));
    case EVENT_SEQUENCE: event->sequence = value; return from_bool(value != 0 && value != UINT64_MAX);
    case EVENT_PROGRAMME: return take_word(value, PRAP_WORDS_PROGRAMME, &event->programme);
    case EVENT_EVENT: return take_word(value, PRAP_WORDS_EVENT, &event->event);
    case EVENT_ON: return from_bool(take_day(value, &event->on));
    case EVENT_RECORDED: return from_bool(take_day(value, &event->recorded));
    case EVENT_TO: return take_word(value, PRAP_WORDS_STATE, &event->to);
    case EVENT_FEED: return take_word(value, PRAP_WORDS_FEED, &event->feed);
    case EVENT_REASON: return take_word(value, PRAP_WORDS_OPTION, &event->reason);
    case EVENT_BREACHES: return from_bool(take_u32(value, &event->breaches));
    case EVENT_RULEBOOK: return from_bool(take_u32(value, &event->rulebook));
    case EVENT_CALENDAR: return from_bool(take_u32(value, &event->calendar));
    case EVENT_DIVISION: return take_word(value, PRAP_WORDS_DIVISION, &event->division);
    case EVENT_STAYS:
        event->stays = (uint32_t)(value & 3);
        return from_bool(value == PRAPI_STAYS || value == PRAPI_STAYS_BUT_FEED);
    }
    if (number >= EVENT_BROKE && number < EVENT_BROKE + PRAPI_BROKE) {
        return take_small(value, PRAP_WORDS_REASON, &event->broke[number - EVENT_BROKE]);
    }
    if (number <= EVENT_REGION || number >= EVENT_REGION + PRAPI_REGION_END) return PRAP_NONE;
    const uint32_t region = (uint32_t)number - EVENT_REGION;
    return take_small(value, prapi_region_words(region), &event->regions[region]);
}

/* The day that a tag of a snapshot holds. */
static prap_status take_case_day(uint64_t number, uint64_t value, prapi_case *state) {
    if (number >= CASE_DAYS || case_days[number] == 0) return PRAP_NONE;
    prap_day day = PRAP_DAY_NONE;
    const bool taken = take_day(value, &day);
    memcpy((char *)state + case_days[number], &day, sizeof day);
    return from_bool(taken);
}

/* The region that a tag of a snapshot holds, or 0. */
static uint32_t region_of_tag(uint64_t number) {
    if (number > CASE_REGION && number < CASE_REGION + REGIONS_FIRST) return (uint32_t)number - CASE_REGION;
    const uint32_t later = PRAPI_REGION_END - REGIONS_FIRST;
    if (number < CASE_LATER_REGION || number >= CASE_LATER_REGION + later) return 0;
    return (uint32_t)number - CASE_LATER_REGION + REGIONS_FIRST;
}

static prap_status take_case_tag(const tag *next, uint32_t key_hash, prapi_case *state) {
    const uint64_t value = next->value;
    if (is_fact_tag(next->number)) return take_said((uint32_t)next->number - FACT_TAG, value, &state->facts, state->said);
    switch (next->number) {
    case CASE_KEY: return from_bool(value == key_hash && key_hash != 0);
    case CASE_CHAIN: return from_bool(take_u32(value, &state->chain));
    case CASE_VERSION: state->version = value; return from_bool(value != 0 && value != UINT64_MAX);
    case CASE_PROGRAMME: return take_word(value, PRAP_WORDS_PROGRAMME, &state->programme);
    case CASE_STAGE: return take_word(value, PRAP_WORDS_STATE, &state->stage);
    case CASE_FEED: return take_word(value, PRAP_WORDS_FEED, &state->feed);
    case CASE_RECORDED: return from_bool(take_day(value, &state->recorded));
    case CASE_REASON: return take_word(value, PRAP_WORDS_OPTION, &state->reason);
    case CASE_ATTEMPTS: return from_bool(take_u32(value, &state->attempts));
    case CASE_FAILED: return from_bool(take_u32(value, &state->attempts_failed));
    case CASE_UNSURE: return from_bool(take_u32(value, &state->attempts_unsure));
    case CASE_BREACHES: return from_bool(take_u32(value, &state->breaches));
    }
    const uint32_t region = region_of_tag(next->number);
    if (region != 0) return take_small(value, prapi_region_words(region), &state->regions[region]);
    return take_case_day(next->number, value, state);
}

/* Keeps the bytes of an unknown tag of a snapshot. */
static prap_status keep(prapi_case *state, const uint8_t *start, const uint8_t *end) {
    const size_t length = (size_t)(end - start);
    if (length > PRAPI_KEPT_BYTES - state->kept_bytes) return PRAP_E_VERSION;
    memcpy(state->kept + state->kept_bytes, start, length);
    state->kept_bytes += (uint32_t)length;
    return PRAP_OK;
}

/* Walks the tags of a body. Exactly one of event and state is given. */
static prap_status take_tags(prap_bytes record, uint32_t key_hash, prapi_event *event, prapi_case *state) {
    const uint8_t *at = record.bytes + HEADER_BYTES;
    const uint8_t *const end = record.bytes + record.n;
    uint64_t previous = 0;
    bool bound = false;
    while (at < end) {
        const uint8_t *const start = at;
        tag next;
        if (!get_tag(&at, end, &next) || next.number <= previous) return PRAP_E_DAMAGED;
        previous = next.number;
        if (next.number == EVENT_KEY) bound = true;
        prap_status status = event != NULL ? take_event_tag(&next, key_hash, event)
                                           : take_case_tag(&next, key_hash, state);
        /* What we know we write in one way only: the facts not critical, the rest critical. */
        if (status != PRAP_NONE && next.critical == is_fact_tag(next.number)) return PRAP_E_DAMAGED;
        if (status == PRAP_NONE && next.critical) return PRAP_E_VERSION;
        if (status == PRAP_NONE) status = state != NULL ? keep(state, start, at) : PRAP_OK;
        if (status != PRAP_OK) return status;
    }
    return bound || key_hash == 0 ? PRAP_OK : PRAP_E_DAMAGED;
}

/* What every event must say. */
static bool event_is_whole(const prapi_event *event) {
    return event->sequence != 0 && event->programme != 0 && event->event != 0 && event->to != 0 &&
           event->feed != 0 && event->on != PRAP_DAY_NONE && event->recorded != PRAP_DAY_NONE;
}

/* What every case must know, at its stage. One that was taken over may not know when it was received, or ended. */
static bool case_is_whole(const prapi_case *state) {
    const bool known = state->version != 0 && state->programme != 0 && state->stage != 0 && state->feed != 0 &&
                       state->recorded != PRAP_DAY_NONE;
    const uint32_t phase = prapi_stage_phase(state->stage);
    const bool referred = phase != PRAPI_PHASE_BEFORE && phase != PRAPI_PHASE_OPEN && phase != PRAPI_PHASE_OVER &&
                          state->stage != PRAP_STATE_NOT_REFERRED;
    const bool dated = state->received_on != PRAP_DAY_NONE && state->made_on != PRAP_DAY_NONE;
    const bool imported = state->said[PRAP_FACT_STAGE].kind != 0;
    /* A request of memo 08 is made after attendance too, where nothing is in PRaP (AMB-58), or recorded over it. */
    const bool requested = state->stage == PRAP_STATE_PRAP14_SENT || state->stage == PRAP_STATE_PRAP14_APPROVED ||
                           state->stage == PRAP_STATE_END_DATED;
    const bool started = (prapi_stage_is_started(state->stage) && !requested) || state->stage == PRAP_STATE_LEFT;
    const bool attended = started || state->stage == PRAP_STATE_ATTENDED;
    return known && (!referred || dated || imported) && (!started || state->start_on != PRAP_DAY_NONE) &&
           (!attended || state->attended_on != PRAP_DAY_NONE) &&
           (!prapi_stage_is_ended(state->stage) || imported || state->ended_on != PRAP_DAY_NONE);
}

prap_status prapi_event_decode(prap_bytes record, uint32_t key_hash, prapi_event *ret_event, uint32_t *ret_chain) {
    uint32_t checksum;
    prap_status status = open_record(record, 'E', PRAP_EVENT_BYTES, &checksum);
    if (status != PRAP_OK) return status;
    prapi_event_reset(ret_event);
    status = take_tags(record, key_hash, ret_event, NULL);
    if (status != PRAP_OK) return status;
    *ret_chain = checksum;
    return from_bool(event_is_whole(ret_event));
}

prap_status prapi_case_decode(prap_bytes record, uint32_t key_hash, prapi_case *ret_state) {
    uint32_t checksum;
    prap_status status = open_record(record, 'S', PRAP_SNAPSHOT_BYTES, &checksum);
    if (status != PRAP_OK) return status;
    prapi_case_reset(ret_state);
    ret_state->feed = 0;
    status = take_tags(record, key_hash, NULL, ret_state);
    return status == PRAP_OK ? from_bool(case_is_whole(ret_state)) : status;
}
