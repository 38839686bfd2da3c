/* caller.c: the checks of the caller, who is eligible and has the code, and what may not follow a failed one. */
#include "provider-direct/guards/guards.h"

GUARD(COMPANY_IS_GIVEN) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_COMPANY_GIVEN, PRAP_VALUE_YES);
}

GUARD(CALLER_IS_NAMED) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_CALLER_NAMED, PRAP_VALUE_YES);
}

GUARD(PRIME_IS_GIVEN) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_PRIME_GIVEN, PRAP_VALUE_YES);
}

GUARD(IS_ON_LIST) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_ON_LIST, PRAP_VALUE_YES);
}

GUARD(REASON_IS_VALID) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_REASON_VALID, PRAP_VALUE_YES);
}

/* Any wrong answer fails (AMB-29). */
GUARD(ALL_THREE_RIGHT) {
    enum { ALL = 3 };
    (void)who;
    const prapi_call_said *right = &judge->step->said[PRAP_CALL_FACT_CHARACTERS_RIGHT];
    if (right->kind == PRAP_VALUE_UNKNOWN) return result(PRAP_RESULT_UNKNOWN);
    return holds(right->value == ALL);
}

GUARD(CODE_PASSED) {
    (void)who;
    return holds(judge->call->now.ended != PRAPI_ENDED_CODE_WRONG);
}

GUARD(WAS_ELIGIBLE) {
    (void)who;
    return holds(judge->call->now.ended != PRAPI_ENDED_INELIGIBLE);
}
