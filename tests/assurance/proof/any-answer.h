/* any-answer.h: any answer of the library's: its lists of any length, its words among those that there are. */
#ifndef PRAPI_PROOF_ANY_ANSWER_H
#define PRAPI_PROOF_ANY_ANSWER_H

#include "any-settings.h"

#include "referral/answer.h"

static char own_name[3];

static prap_day answer_day(void) {
    return maybe() ? PRAP_DAY_NONE : any_of(PRAP_DAY_MIN, PRAP_DAY_MAX);
}

static void any_summary(prap_summary *summary, uint32_t programme) {
    ANY(*summary);
    summary->size = sizeof *summary;
    summary->programme = programme;
    summary->as_of = any_of(PRAP_DAY_MIN, PRAP_DAY_MAX);
    summary->made_on = answer_day();
    summary->acknowledged_on = answer_day();
    summary->attended_on = answer_day();
    summary->handed_over_on = answer_day();
    summary->ended_on = answer_day();
    summary->start_on = answer_day();
    summary->needs_complete_on = answer_day();
}

/* deadline: PRAP_DEADLINE_*, or 0 for one of the host's own. */
static prap_deadline any_deadline(uint32_t deadline) {
    prap_deadline one;
    ANY(one);
    one.size = sizeof one;
    one.deadline = deadline;
    one.status = (uint32_t)any_of(PRAP_DEADLINE_STATUS_OPEN, PRAP_DEADLINE_STATUS_CLEARED);
    one.due = answer_day();
    one.done_on = answer_day();
    one.name = own_name;
    one.source = own_name;
    return one;
}

/* With so many deadlines. */
static void any_answer(prap_answer *answer, uint32_t programme, uint32_t n_deadlines) {
    ANY(*answer);
    ANY(own_name);
    own_name[sizeof own_name - 1] = '\0';
    answer->programme = prapi_programme_find(programme);
    answer->scenario = (uint32_t)any_of(0, PRAP_SCENARIO_DUPLICATE);
    any_summary(&answer->summary, programme);
    answer->n_reasons = (uint32_t)any_of(0, PRAPI_ROW_GUARDS);
    answer->n_deadlines = n_deadlines;
    answer->n_notices = (uint32_t)any_of(0, PRAPI_NOTICES_MAX);
    answer->n_settings = (uint32_t)any_of(0, PRAPI_POLICY_END);
    for (uint32_t i = 0; i < PRAPI_DEADLINES_MAX; i++) answer->deadlines[i] = any_deadline((uint32_t)any_of(0, 30));
}

#endif
