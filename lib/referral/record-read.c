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
    if (number > UINT32_MAX) return false;
    const int64_t half = (int64_t)(number >> 1);
    *ret_value = (int32_t)((number & 1) != 0 ? -half - 1 : half);
    return true;
}

/* Header and checksum; the checksum comes before the version, so that a flipped bit is never taken for a newer one. */
static prap_status open_record(prap_bytes record, char kind, size_t most_bytes, uint32_t *ret_checksum) {
    if (record.n < 4 || memcmp(record.bytes, "PRAP", 4) != 0) return PRAP_E_FOREIGN;
    if (record.n < PRAPI_HEADER_BYTES || record.n > most_bytes) return PRAP_E_DAMAGED;
    if (get_u32(record.bytes + PRAPI_LENGTH_AT) != record.n - PRAPI_HEADER_BYTES) return PRAP_E_DAMAGED;
    uint32_t checksum = prapi_crc32c(0, record.bytes, PRAPI_CRC_AT);
    checksum = prapi_crc32c(checksum, record.bytes + PRAPI_HEADER_BYTES, record.n - PRAPI_HEADER_BYTES);
    if (checksum != get_u32(record.bytes + PRAPI_CRC_AT)) return PRAP_E_DAMAGED;
    if (record.bytes[4] != (uint8_t)kind || record.bytes[7] != 0 || record.bytes[5] < PRAPI_MAJOR) return PRAP_E_DAMAGED;
    *ret_checksum = checksum;
    return record.bytes[5] > PRAPI_MAJOR ? PRAP_E_VERSION : PRAP_OK;
}

static bool take_u32(uint64_t value, uint32_t *ret_value) {
    if (value == 0 || value > UINT32_MAX) return false;
    *ret_value = (uint32_t)value;
    return true;
}

static bool take_day(uint64_t value, prap_day *ret_day) {
    return prapi_unzigzag(value, ret_day) && *ret_day >= PRAP_DAY_MIN && *ret_day <= PRAP_DAY_MAX;
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
    if (!prapi_unzigzag(value >> 3, &what.value)) return PRAP_E_DAMAGED;
    const prap_fact whole = {fact, what.kind, what.value};
    const prap_status status = prapi_fact_check(&whole);
    prapi_say(facts, said, fact, what);
    /* An option that we do not have was written by a newer version: the checksum held. */
    return status == PRAP_E_WORD ? PRAP_E_VERSION : from_bool(status == PRAP_OK);
}

/* PRAP_NONE: a tag that this version does not know. */
static prap_status take_event_tag(const prapi_tag *next, uint32_t key_hash, prapi_event *event) {
    const uint64_t value = next->value;
    const uint64_t number = next->number;
    if (prapi_is_fact_tag(number)) return take_said((uint32_t)number - PRAPI_FACT_TAG, value, &event->facts, event->said);
    switch (number) {
    case TAG_EVENT_KEY: return from_bool(value == key_hash && key_hash != 0);
    case TAG_EVENT_CHAIN: return from_bool(take_u32(value, &event->chain));
    case TAG_EVENT_SEQUENCE: event->sequence = value; return from_bool(value != 0 && value != UINT64_MAX);
    case TAG_EVENT_PROGRAMME: return take_word(value, PRAP_WORDS_PROGRAMME, &event->programme);
    case TAG_EVENT_EVENT: return take_word(value, PRAP_WORDS_EVENT, &event->event);
    case TAG_EVENT_ON: return from_bool(take_day(value, &event->on));
    case TAG_EVENT_RECORDED: return from_bool(take_day(value, &event->recorded));
    case TAG_EVENT_TO: return take_word(value, PRAP_WORDS_STATE, &event->to);
    case TAG_EVENT_FEED: return take_word(value, PRAP_WORDS_FEED, &event->feed);
    case TAG_EVENT_REASON: return take_word(value, PRAP_WORDS_OPTION, &event->reason);
    case TAG_EVENT_BREACHES: return from_bool(take_u32(value, &event->breaches));
    case TAG_EVENT_RULEBOOK: return from_bool(take_u32(value, &event->rulebook));
    case TAG_EVENT_CALENDAR: return from_bool(take_u32(value, &event->calendar));
    case TAG_EVENT_DIVISION: return take_word(value, PRAP_WORDS_DIVISION, &event->division);
    case TAG_EVENT_STAYS:
        event->stays = (uint32_t)(value & 3);
        return from_bool(value == PRAPI_STAYS || value == PRAPI_STAYS_BUT_FEED);
    }
    if (number >= TAG_EVENT_BROKE && number < TAG_EVENT_BROKE + PRAPI_BROKE) {
        return take_small(value, PRAP_WORDS_REASON, &event->broke[number - TAG_EVENT_BROKE]);
    }
    if (number <= TAG_EVENT_REGION || number >= TAG_EVENT_REGION + PRAPI_REGION_END) return PRAP_NONE;
    const uint32_t region = (uint32_t)number - TAG_EVENT_REGION;
    return take_small(value, prapi_region_words(region), &event->regions[region]);
}

/* The day that a tag of a snapshot holds. */
static prap_status take_case_day(uint64_t number, uint64_t value, prapi_case *state) {
    if (number >= TAG_CASE_DAYS || PRAPI_NEVER(prapi_case_days[number] == 0)) return PRAP_NONE; /* they have no gaps */
    prap_day day = PRAP_DAY_NONE;
    const bool taken = take_day(value, &day);
    memcpy((char *)state + prapi_case_days[number], &day, sizeof day);
    return from_bool(taken);
}

/* The region that a tag of a snapshot holds, or 0. */
static uint32_t region_of_tag(uint64_t number) {
    if (number > TAG_CASE_REGION && number < TAG_CASE_REGION + FIRST_REGIONS) return (uint32_t)number - TAG_CASE_REGION;
    const uint32_t later = PRAPI_REGION_END - FIRST_REGIONS;
    if (number < TAG_CASE_LATER_REGION || number >= TAG_CASE_LATER_REGION + later) return 0;
    return (uint32_t)number - TAG_CASE_LATER_REGION + FIRST_REGIONS;
}

static prap_status take_case_tag(const prapi_tag *next, uint32_t key_hash, prapi_case *state) {
    const uint64_t value = next->value;
    if (prapi_is_fact_tag(next->number)) return take_said((uint32_t)next->number - PRAPI_FACT_TAG, value, &state->facts, state->said);
    switch (next->number) {
    case TAG_CASE_KEY: return from_bool(value == key_hash && key_hash != 0);
    case TAG_CASE_CHAIN: return from_bool(take_u32(value, &state->chain));
    case TAG_CASE_VERSION: state->version = value; return from_bool(value != 0 && value != UINT64_MAX);
    case TAG_CASE_PROGRAMME: return take_word(value, PRAP_WORDS_PROGRAMME, &state->programme);
    case TAG_CASE_STAGE: return take_word(value, PRAP_WORDS_STATE, &state->stage);
    case TAG_CASE_FEED: return take_word(value, PRAP_WORDS_FEED, &state->feed);
    case TAG_CASE_RECORDED: return from_bool(take_day(value, &state->recorded));
    case TAG_CASE_REASON: return take_word(value, PRAP_WORDS_OPTION, &state->reason);
    case TAG_CASE_ATTEMPTS: return from_bool(take_u32(value, &state->attempts));
    case TAG_CASE_FAILED: return from_bool(take_u32(value, &state->attempts_failed));
    case TAG_CASE_UNSURE: return from_bool(take_u32(value, &state->attempts_unsure));
    case TAG_CASE_BREACHES: return from_bool(take_u32(value, &state->breaches));
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
    const uint8_t *at = record.bytes + PRAPI_HEADER_BYTES;
    const uint8_t *const end = record.bytes + record.n;
    uint64_t previous = 0;
    bool bound = false;
    while (at < end) {
        const uint8_t *const start = at;
        prapi_tag next;
        if (!prapi_get_tag(&at, end, &next) || next.number <= previous) return PRAP_E_DAMAGED;
        previous = next.number;
        if (next.number == TAG_EVENT_KEY) bound = true;
        prap_status status = event != NULL ? take_event_tag(&next, key_hash, event)
                                           : take_case_tag(&next, key_hash, state);
        /* What we know we write in one way only: the facts not critical, the rest critical. */
        if (status != PRAP_NONE && next.critical == prapi_is_fact_tag(next.number)) return PRAP_E_DAMAGED;
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
