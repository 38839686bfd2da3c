/*
 * code-life.c: what becomes of an access code: up to STEPS steps of any kind on any days, of SPOCS contacts, as of any day, with any
 * of the facts that it is asked with, and a visitor that may end it with any status, none of which is below PRAP_OK.
 *
 * Part: provider-direct/code-life.c
 * Define: prapi_text_bytes=strlen
 * Options: -eva-auto-loop-unroll 110 -eva-interprocedural-splits
 *   -eva-slevel-function row_of:400,prap_word_by_number:400,prap_contact_find:300,take_step:200,take_steps:400
 *   -eva-split-return-function check_step:0
 */
#include "any-moment.h"

#include "prap/provider-direct.h"
#include "vocabulary/vocabulary.h"

enum { STEPS = 5, SPOCS = 2 };

static prap_code_step steps[STEPS];
static prap_error error;

static prap_status hears(void *user, const prap_desk_finding *finding) {
    (void)user;
    (void)*finding;
    return any_of(PRAP_OK, INT32_MAX);
}

static prap_fact day_or_unknown(uint32_t fact) {
    if (maybe()) return (prap_fact){fact, PRAP_VALUE_UNKNOWN, 0};
    return (prap_fact){fact, PRAP_VALUE_DAY, any_of(PRAP_DAY_MIN, PRAP_DAY_MAX)};
}

static void put(size_t n, int64_t spocs, uint32_t out_of_turn) {
    prap_desk_question question;
    prap_desk_answer answer;
    const prap_fact facts[] = {{PRAP_DESK_FACT_SPOCS, PRAP_VALUE_NUMBER, spocs},
                               {PRAP_DESK_FACT_OFF_CYCLE, out_of_turn, 0},
                               day_or_unknown(PRAP_DESK_FACT_IN_FORCE_ON)};
    ANY(question);
    question.size = sizeof question;
    question.ask = PRAP_DESK_ASK_CODE;
    question.at = (prap_moment)PRAP_MOMENT_NONE;
    question.facts = facts;
    question.n_facts = sizeof facts / sizeof facts[0];
    question.outages = NULL;
    question.n_outages = 0;
    question.steps = LAST(steps, n);
    question.n_steps = n;
    answer.size = sizeof answer;
    (void)prap_desk_ask(prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), NULL, 0, &question,
                        maybe() ? hears : NULL, NULL, &answer, MAYBE(error));
}

static void any_step(prap_code_step *step) {
    ANY(*step);
    step->step = (uint32_t)any_of(0, PRAP_CODE_STEP_CHANGE_DECIDED + 1);
}

int main(void) {
    error.size = sizeof error;
    //@ loop unroll 10;
    for (size_t i = 0; i < STEPS; i++) any_step(&steps[i]);
    put(0, (int64_t)any_u64(), PRAP_VALUE_YES);
    //@ loop unroll 10;
    for (size_t n = 0; n <= STEPS; n++) {
        put(n, SPOCS, PRAP_VALUE_YES);
        put(n, SPOCS, PRAP_VALUE_NO);
    }
    return 0;
}
