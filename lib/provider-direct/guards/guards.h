/*
 * guards.h: what the files of this folder share. Each holds the guards of one part of a call: one predicate for each row
 * of call-reasons.def, short, pure and named as its row is. A guard looks at the call before the step and at what the
 * step says, and nothing else. A participant who is not listed is IS_LISTED's affair: the other guards have nothing to
 * say of them. provider-direct/call-guards.c has the table of all of them.
 */
#ifndef PRAPI_CALL_GUARDS_H
#define PRAPI_CALL_GUARDS_H

#include "provider-direct/call.h"

#define GUARD(NAME) prapi_call_finding prapi_call_guard_##NAME(const prapi_call_judge *judge, uint32_t who)

/* A row of call-reasons.def without its predicate does not link. */
#define X(NUMBER, NAME, ...) GUARD(NAME);
#include "vocabulary/call-reasons.def"
#undef X

/* asking.c: the advice that a record has: what it says, else what was noted in the call; 0: neither. */
uint32_t prapi_call_recorded_advice(const prapi_call_judge *judge, uint32_t who);

static inline prapi_call_finding result(uint32_t value) {
    return (prapi_call_finding){.result = value, .earliest = PRAP_MOMENT_NONE};
}

static inline prapi_call_finding holds(bool condition) {
    return result(condition ? PRAP_RESULT_MET : PRAP_RESULT_FAILED);
}

/* What is wanted of a yes or no fact; not known is not failed. */
static inline prapi_call_finding wants(const prapi_call_judge *judge, uint32_t fact, uint32_t kind) {
    const uint32_t said = judge->step->said[fact].kind;
    return said == PRAP_VALUE_UNKNOWN ? result(PRAP_RESULT_UNKNOWN) : holds(said == kind);
}

static inline prapi_call_finding wants_known(const prapi_call_judge *judge, uint32_t fact) {
    return result(judge->step->said[fact].kind == PRAP_VALUE_UNKNOWN ? PRAP_RESULT_UNKNOWN : PRAP_RESULT_MET);
}

/* Does a fact that has options say this one? Of one that is not known: no, its value is 0. */
static inline bool is_option(const prapi_call_judge *judge, uint32_t fact, int32_t option) {
    return judge->step->said[fact].value == option;
}

static inline const prapi_participant *one_of(const prapi_call_judge *judge, uint32_t who) {
    return who == PRAP_CALL_NOBODY ? NULL : &judge->call->now.participants[who];
}

#endif
