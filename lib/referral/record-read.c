/* record-read.c: the canonical bytes of record.h to events and snapshots. */
#include <string.h>

#include "prap/vocabulary.h"

#include "base/always.h"
#include "base/crc.h"
#include "referral/command.h"
#include "referral/record-tags.h"
#include "referral/record.h"

static uint32_t get_u32(const uint8_t *at) {
    return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

/* False when the number is no 32-bit value. */
static bool prapi_unzigzag(uint64_t number, int32_t *ret_value) {
    if (number > UINT32_MAX) return false; /* MUT-EQUIV: of >=: what it stands for is no day and no fact's number */
    const int64_t half = (int64_t)(number >> 1);
    *ret_value = (int32_t)((number & 1) != 0 ? -half - 1 : half);
    return true;
}

/* Header and checksum; the checksum comes before the version, so that a flipped bit is never taken for a newer one. */
static prap_status open_record(prap_bytes record, char kind, size_t most_bytes, uint32_t *ret_checksum) {
    if (record.n < 4 || memcmp(record.bytes, "PRAP", 4) != 0) return PRAP_E_FOREIGN;
    if (record.n < PRAPI_HEADER_BYTES || record.n > most_bytes) return PRAP_E_DAMAGED; /* MUT-EQUIV: of <=: nor is a body of nothing whole */
    if (get_u32(record.bytes + PRAPI_LENGTH_AT) != record.n - PRAPI_HEADER_BYTES) return PRAP_E_DAMAGED;
    uint32_t checksum = prapi_crc32c(0, record.bytes, PRAPI_CRC_AT);
    checksum = prapi_crc32c(checksum, record.bytes + PRAPI_HEADER_BYTES, record.n - PRAPI_HEADER_BYTES);
    if (checksum != get_u32(record.bytes + PRAPI_CRC_AT)) return PRAP_E_DAMAGED;
    if (record.bytes[4] != (uint8_t)kind || record.bytes[7] != 0 || record.bytes[5] < PRAPI_MAJOR) return PRAP_E_DAMAGED;
    *ret_checksum = checksum;
    return record.bytes[5] > PRAPI_MAJOR ? PRAP_E_VERSION : PRAP_OK;
}

static bool take_day(uint64_t value, prap_day *ret_day) {
    return prapi_unzigzag(value, ret_day) && *ret_day >= PRAP_DAY_MIN && *ret_day <= PRAP_DAY_MAX;
}

static prap_status from_bool(bool taken) {
    return taken ? PRAP_OK : PRAP_E_DAMAGED;
}

/* How the number of a tag is taken. */
enum {
    NOT_HERE, /* this version has no such tag, or it is a region's or a reason's */
    A_KEY,
    A_SEQUENCE,
    A_NUMBER,
    A_DAY,
    A_STATE,
    AN_EVENT,
    AN_OPTION,
    A_WORD, /* of words.def */
    STAYS
};

/* Where it goes: a member of 32 bits (the sequence: 64) of a prapi_event or a prapi_case. words: PRAP_WORDS_* of A_WORD. */
typedef struct slot {
    uint8_t how;
    uint8_t words;
    uint16_t at;
} slot;

#define IN(STRUCT, HOW, MEMBER) {.how = (HOW), .at = offsetof(STRUCT, MEMBER)}
#define WORD_IN(STRUCT, WORDS, MEMBER) {.how = A_WORD, .words = (WORDS), .at = offsetof(STRUCT, MEMBER)}

static const slot event_slots[TAG_EVENT_STAYS + 1] = {
    [TAG_EVENT_KEY] = {.how = A_KEY},
    [TAG_EVENT_CHAIN] = IN(prapi_event, A_NUMBER, chain),
    [TAG_EVENT_SEQUENCE] = IN(prapi_event, A_SEQUENCE, sequence),
    [TAG_EVENT_PROGRAMME] = WORD_IN(prapi_event, PRAP_WORDS_PROGRAMME, programme),
    [TAG_EVENT_EVENT] = IN(prapi_event, AN_EVENT, event),
    [TAG_EVENT_ON] = IN(prapi_event, A_DAY, on),
    [TAG_EVENT_RECORDED] = IN(prapi_event, A_DAY, recorded),
    [TAG_EVENT_TO] = IN(prapi_event, A_STATE, to),
    [TAG_EVENT_FEED] = WORD_IN(prapi_event, PRAP_WORDS_FEED, feed),
    [TAG_EVENT_REASON] = IN(prapi_event, AN_OPTION, reason),
    [TAG_EVENT_BREACHES] = IN(prapi_event, A_NUMBER, breaches),
    [TAG_EVENT_RULEBOOK] = IN(prapi_event, A_NUMBER, rulebook),
    [TAG_EVENT_CALENDAR] = IN(prapi_event, A_NUMBER, calendar),
    [TAG_EVENT_DIVISION] = WORD_IN(prapi_event, PRAP_WORDS_DIVISION, division),
    [TAG_EVENT_STAYS] = IN(prapi_event, STAYS, stays),
};

static const slot case_slots[TAG_CASE_DAYS] = {
    [TAG_CASE_KEY] = {.how = A_KEY},
    [TAG_CASE_CHAIN] = IN(prapi_case, A_NUMBER, chain),
    [TAG_CASE_VERSION] = IN(prapi_case, A_SEQUENCE, version),
    [TAG_CASE_PROGRAMME] = WORD_IN(prapi_case, PRAP_WORDS_PROGRAMME, programme),
    [TAG_CASE_STAGE] = IN(prapi_case, A_STATE, stage),
    [TAG_CASE_FEED] = WORD_IN(prapi_case, PRAP_WORDS_FEED, feed),
    [TAG_CASE_RECORDED] = IN(prapi_case, A_DAY, recorded),
    [TAG_CASE_REASON] = IN(prapi_case, AN_OPTION, reason),
    [TAG_CASE_ATTEMPTS] = IN(prapi_case, A_NUMBER, attempts),
    [TAG_CASE_FAILED] = IN(prapi_case, A_NUMBER, attempts_failed),
    [TAG_CASE_UNSURE] = IN(prapi_case, A_NUMBER, attempts_unsure),
    [TAG_CASE_BREACHES] = IN(prapi_case, A_NUMBER, breaches),
#define X(TAG, MEMBER) [TAG] = IN(prapi_case, A_DAY, MEMBER),
#include "referral/case-days.def"
#undef X
};

/* A word that we do not have was written by a newer version, not by accident: the checksum held. */
static prap_status is_there(bool known) {
    return known ? PRAP_OK : PRAP_E_VERSION;
}

/* A number that is some word's. */
static prap_status take_word(const slot *into, uint32_t number) {
    switch (into->how) {
    case A_STATE: return is_there(prapi_is_state(number));
    case AN_EVENT: return is_there(prapi_is_event(number));
    case AN_OPTION: return is_there(prapi_is_option(number));
    }
    return is_there(prapi_is_small_word(into->words, number));
}

/* Takes the value of a tag that has a slot. */
static inline prap_status take_slot(const slot *into, uint64_t value, uint32_t key_hash, void *whole) {
    char *const at = (char *)whole + into->at;
    if (into->how == A_DAY) {
        prap_day day = PRAP_DAY_NONE;
        const bool taken = take_day(value, &day);
        memcpy(at, &day, sizeof day);
        return from_bool(taken);
    }
    if (into->how == A_KEY) return from_bool(value == key_hash && key_hash != 0);
    if (into->how == A_SEQUENCE) {
        memcpy(at, &value, sizeof value);
        return from_bool(value != UINT64_MAX); /* 0 is as if it were not there, and that is seen in the end */
    }
    const uint32_t number = (uint32_t)value;
    memcpy(at, &number, sizeof number);
    if (value == 0 || value > UINT32_MAX) return PRAP_E_DAMAGED;
    if (into->how == A_NUMBER) return PRAP_OK;
    if (into->how == STAYS) return from_bool(value == PRAPI_STAYS || value == PRAPI_STAYS_BUT_FEED);
    return take_word(into, number);
}

static prap_status take_said(uint32_t fact, uint64_t value, prapi_facts *facts, prapi_said *said) {
    prapi_said what = {(uint32_t)(value & 7), 0};
    if (!prapi_unzigzag(value >> 3, &what.value)) return PRAP_E_DAMAGED;
    const prap_fact whole = {fact, what.kind, what.value};
    const prap_status status = prapi_fact_check(&whole);
    prapi_say(facts, said, fact, what);
    /* An option that we do not have was written by a newer version: the checksum held. */
    return status == PRAP_E_WORD ? PRAP_E_VERSION : from_bool(status == PRAP_OK);
}

static prap_status take_region(uint32_t region, uint64_t value, uint8_t regions[PRAPI_REGION_END]) {
    if (value == 0 || value > UINT32_MAX) return PRAP_E_DAMAGED;
    regions[region] = (uint8_t)value;
    return is_there(prapi_is_small_word(prapi_region_words(region), (uint32_t)value));
}

/* PRAP_NONE: a tag that this version does not know. */
static prap_status take_event_tag(uint64_t number, uint64_t value, uint32_t key_hash, prapi_event *event) {
    if (number <= TAG_EVENT_STAYS) {
        //@ split number;
        if (PRAPI_ALWAYS(event_slots[number].how != NOT_HERE)) { /* they have no gaps */
            return take_slot(&event_slots[number], value, key_hash, event);
        }
    }
    if (number >= TAG_EVENT_BROKE && number < TAG_EVENT_BROKE + PRAPI_BROKE) {
        if (value == 0 || value > UINT32_MAX) return PRAP_E_DAMAGED;
        event->broke[number - TAG_EVENT_BROKE] = (uint8_t)value;
        return is_there(prapi_is_reason((uint32_t)value));
    }
    if (number <= TAG_EVENT_REGION || number >= TAG_EVENT_REGION + PRAPI_REGION_END) return PRAP_NONE;
    return take_region((uint32_t)number - TAG_EVENT_REGION, value, event->regions);
}

/* The region that a tag of a snapshot holds that has no slot, or 0. What comes before the regions has one. */
static uint32_t region_of_tag(uint64_t number) {
    if (number < TAG_CASE_REGION + FIRST_REGIONS) { /* MUT-EQUIV: of <=: the next is a day, and has a slot */
        return PRAPI_ALWAYS(number >= TAG_CASE_REGION) ? (uint32_t)number - TAG_CASE_REGION : 0; /* MUT-EQUIV: always */
    }
    const uint32_t later = PRAPI_REGION_END - FIRST_REGIONS;
    if (number < TAG_CASE_LATER_REGION || number >= TAG_CASE_LATER_REGION + later) return 0;
    return (uint32_t)number - TAG_CASE_LATER_REGION + FIRST_REGIONS;
}

static prap_status take_case_tag(uint64_t number, uint64_t value, uint32_t key_hash, prapi_case *state) {
    if (number < TAG_CASE_DAYS) {
        //@ split number;
        if (case_slots[number].how != NOT_HERE) return take_slot(&case_slots[number], value, key_hash, state);
    }
    const uint32_t region = region_of_tag(number);
    return region != 0 ? take_region(region, value, state->regions) : PRAP_NONE;
}

/* Keeps the bytes of an unknown tag of a snapshot. */
static prap_status keep(prapi_case *state, const uint8_t *start, const uint8_t *end) {
    const size_t length = (size_t)(end - start);
    //@ split state->kept_bytes;
    if (length > PRAPI_KEPT_BYTES - state->kept_bytes) return PRAP_E_VERSION;
    memcpy(state->kept + state->kept_bytes, start, length);
    state->kept_bytes += (uint32_t)length;
    return PRAP_OK;
}

const uint8_t *prapi_get_kept_tag(const uint8_t *at, const uint8_t *end, prapi_tag *ret_tag) {
    return prapi_get_tag(at, end, ret_tag);
}

/* What we know we write in one way only: the facts not critical, the rest critical; what we do not know may not be
   critical. status: PRAP_NONE where the tag is not known. */
static inline prap_status weigh(prap_status status, bool critical, bool is_fact) {
    if (status == PRAP_NONE) return critical ? PRAP_E_VERSION : PRAP_NONE;
    return critical == is_fact ? PRAP_E_DAMAGED : status;
}

/* Walks the tags of a body. Exactly one of event and state is given. */
static inline prap_status take_tags(prap_bytes record, uint32_t key_hash, prapi_event *event, prapi_case *state) {
    const uint8_t *at = record.bytes + PRAPI_HEADER_BYTES;
    const uint8_t *const end = record.bytes + record.n;
    prapi_facts *const facts = event != NULL ? &event->facts : &state->facts;
    prapi_said *const said = event != NULL ? event->said : state->said;
    uint64_t previous = 0;
    bool bound = false;
    while (at < end) {
        //@ split end - at;
        const uint8_t *const start = at;
        prapi_tag next = {0, false, 0};
        at = prapi_get_tag(at, end, &next);
        if (at == NULL || next.number <= previous) return PRAP_E_DAMAGED;
        //@ split at - start;
        previous = next.number;
        if (next.number == TAG_EVENT_KEY) bound = true;
        const bool is_fact = prapi_is_fact_tag(next.number);
        prap_status status;
        if (is_fact) status = take_said((uint32_t)next.number - PRAPI_FACT_TAG, next.value, facts, said);
        else if (event != NULL) status = take_event_tag(next.number, next.value, key_hash, event);
        else status = take_case_tag(next.number, next.value, key_hash, state);
        status = weigh(status, next.critical, is_fact);
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

/* Is it a stage of a case that was referred? */
static bool is_referred(uint32_t stage) {
    const uint32_t phase = prapi_stage_phase(stage);
    return phase != PRAPI_PHASE_BEFORE && phase != PRAPI_PHASE_OPEN && phase != PRAPI_PHASE_OVER &&
           stage != PRAP_STATE_NOT_REFERRED;
}

/* Is it a stage that only a start leads to? A request of memo 08 is made after attendance too, where nothing is in PRaP
   (AMB-58), or recorded over it. */
static bool is_started(uint32_t stage) {
    const bool requested = stage == PRAP_STATE_PRAP14_SENT || stage == PRAP_STATE_PRAP14_APPROVED ||
                           stage == PRAP_STATE_END_DATED;
    return (prapi_stage_is_started(stage) && !requested) || stage == PRAP_STATE_LEFT;
}

/* What every case must know. */
static bool is_known(const prapi_case *state) {
    return state->version != 0 && state->programme != 0 && state->stage != 0 && state->feed != 0 &&
           state->recorded != PRAP_DAY_NONE;
}

/* What every case must know, at its stage. One that was taken over may not know when it was received, or ended. */
static bool case_is_whole(const prapi_case *state) {
    const bool referred = is_referred(state->stage), started = is_started(state->stage);
    const bool dated = state->received_on != PRAP_DAY_NONE && state->made_on != PRAP_DAY_NONE;
    const bool imported = state->said[PRAP_FACT_STAGE].kind != 0;
    const bool attended = started || state->stage == PRAP_STATE_ATTENDED;
    return is_known(state) && (!referred || dated || imported) && (!started || state->start_on != PRAP_DAY_NONE) &&
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
