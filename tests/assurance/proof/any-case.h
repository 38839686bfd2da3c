/*
 * any-case.h: any case that a record can hold (referral/record-read.c): days are days or none, words are words,
 * and what is said of a fact has its type. What belongs together is not: a case may be at a stage without any of its days.
 */
#ifndef PRAPI_PROOF_ANY_CASE_H
#define PRAPI_PROOF_ANY_CASE_H

#include "any.h"

#include "referral/case.h"

static prap_day any_day(void) {
    return any_of(PRAP_DAY_MIN, PRAP_DAY_MAX);
}

static prap_day any_day_or_none(void) {
    return maybe() ? any_day() : PRAP_DAY_NONE;
}

/* A number that is a state's, an option's, or a small word's. */
static uint32_t any_state(void) {
    const uint32_t number = (uint32_t)any_of(0, PRAPI_NUMBERS - 1);
    return prapi_is_state(number) ? number : PRAP_STATE_RECEIVED;
}

static uint32_t any_option_or_none(void) {
    const uint32_t number = (uint32_t)any_of(0, PRAPI_NUMBERS - 1);
    return prapi_is_option(number) ? number : 0;
}

static prapi_said any_said(uint32_t fact) {
    switch (prapi_fact_types[fact]) {
    case PRAP_FACT_TYPE_NUMBER:
        return (prapi_said){maybe() ? PRAP_VALUE_NUMBER : (uint32_t)any_of(0, PRAP_VALUE_UNKNOWN), any_of(0, INT32_MAX)};
    case PRAP_FACT_TYPE_DAY:
        return (prapi_said){maybe() ? PRAP_VALUE_DAY : (uint32_t)any_of(0, PRAP_VALUE_UNKNOWN), any_day()};
    case PRAP_FACT_TYPE_OPTION:
        return (prapi_said){maybe() ? PRAP_VALUE_OPTION : (uint32_t)any_of(0, PRAP_VALUE_UNKNOWN), (int32_t)any_option_or_none()};
    }
    return (prapi_said){(uint32_t)any_of(0, PRAP_VALUE_YES), 0};
}

static void any_facts(prapi_facts *facts, prapi_said *said) {
    for (size_t i = 0; i < PRAPI_FACT_WORDS; i++) facts->bits[i] = any_u64();
    facts->bits[PRAPI_FACT_WORDS - 1] &= (UINT64_C(1) << PRAPI_FACT_END % 64) - 1;
    for (uint32_t fact = 1; fact < PRAPI_FACT_END; fact++) said[fact] = any_said(fact);
}

static void any_regions(uint8_t *regions) {
    for (uint32_t region = 1; region < PRAPI_REGION_END; region++) {
        const uint32_t number = (uint32_t)any_of(0, PRAPI_SMALL_NUMBERS - 1);
        regions[region] = (uint8_t)(prapi_is_small_word(prapi_region_words(region), number) ? number : 0);
    }
}

static void any_case(prapi_case *state, uint32_t programme) {
    ANY(*state);
    state->programme = programme;
    state->stage = maybe() ? PRAP_STATE_NONE : any_state();
    state->feed = (uint32_t)any_of(0, PRAP_FEED_CLOSED);
    state->recorded = any_day_or_none();
    state->reason = any_option_or_none();
    state->kept_bytes = (uint32_t)any_of(0, PRAPI_KEPT_BYTES);
#define X(TAG, MEMBER) state->MEMBER = any_day_or_none();
#include "referral/case-days.def"
#undef X
    any_regions(state->regions);
    any_facts(&state->facts, state->said);
}

#endif
