/* participant.c: the check of each participant: National Insurance number, name and one of six questions (PD-28). */
#include "provider-direct/guards/guards.h"

GUARD(USES_ORIGINAL) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_FROM_ORIGINAL, PRAP_VALUE_YES);
}

GUARD(NINO_IS_RIGHT) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_NINO_RIGHT, PRAP_VALUE_YES);
}

GUARD(NAME_IS_RIGHT) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_NAME_RIGHT, PRAP_VALUE_YES);
}

GUARD(QUESTION_NAMED) {
    (void)who;
    return wants_known(judge, PRAP_CALL_FACT_QUESTION);
}

GUARD(ANSWER_IS_RIGHT) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_ANSWER_RIGHT, PRAP_VALUE_YES);
}

GUARD(QUESTION_ASKABLE) {
    const prapi_participant *one = one_of(judge, who);
    if (one == NULL) return result(PRAP_RESULT_MET);
    return holds((one->unaskable >> judge->step->said[PRAP_CALL_FACT_QUESTION].value & 1) == 0); /* 0 is no question */
}

GUARD(MAY_BE_MISSING) {
    (void)who;
    const bool may_not_exist = is_option(judge, PRAP_CALL_FACT_QUESTION, PRAP_QUESTION_QUALIFICATIONS) ||
                               is_option(judge, PRAP_CALL_FACT_QUESTION, PRAP_QUESTION_EMPLOYMENT_HISTORY);
    if (may_not_exist || judge->step->said[PRAP_CALL_FACT_QUESTION].kind == PRAP_VALUE_UNKNOWN) {
        return result(PRAP_RESULT_MET);
    }
    return wants(judge, PRAP_CALL_FACT_LMS_UNCLEAR, PRAP_VALUE_YES);
}

/* Only after a check that was not passed does the agent choose. */
GUARD(CHOICE_TOLD) {
    (void)who;
    const prapi_call_said *said = judge->step->said;
    const bool failed = said[PRAP_CALL_FACT_NINO_RIGHT].kind == PRAP_VALUE_NO ||
                        said[PRAP_CALL_FACT_NAME_RIGHT].kind == PRAP_VALUE_NO ||
                        said[PRAP_CALL_FACT_ANSWER_RIGHT].kind == PRAP_VALUE_NO;
    return failed ? wants_known(judge, PRAP_CALL_FACT_AGENT_CHOICE) : result(PRAP_RESULT_MET);
}

GUARD(NOT_YET_DONE) {
    const prapi_participant *one = one_of(judge, who);
    if (one == NULL) return result(PRAP_RESULT_MET);
    if (judge->step->event != PRAP_CALL_EVENT_DOUBT_DECIDED) return holds(prapi_call_is_left(one));
    return holds(one->standing != PRAP_CALL_PARTICIPANT_RAISED && one->standing != PRAP_CALL_PARTICIPANT_NOT_RAISED);
}

GUARD(IS_THE_ONE) {
    const uint32_t current = judge->call->now.current;
    return holds(who == PRAP_CALL_NOBODY || current == PRAP_CALL_NOBODY || who == current);
}
