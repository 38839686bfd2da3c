/*
 * clocks.c: the clocks of any case by any settings of each programme, how each stands on any day, and what any outage comes to.
 *
 * Part: referral/clocks.c referral/deadlines.c
 * Define: prapi_text_bytes=strlen
 * Options: -eva-auto-loop-unroll 8 -eva-slevel-function any_settings:400,prap_word_by_number:400
 */
#include "any-judge.h"

#include "referral/answer.h"

enum { MOST_OFFSET = 1439 };

static prap_rulebook rulebook;
static prapi_case state, other;
static prap_answer answer;
static prapi_clock_days days;

static void run(uint32_t programme) {
    any_rulebook(&rulebook, programme);
    any_case(&state, programme);
    state.said[PRAP_FACT_AGREED_INTERVAL].value = any_of(0, INT32_MAX); /* it is a number */
    (void)prapi_clocks_run(&rulebook, &state, &days);
    (void)prapi_clocks_agree(&state, &other);
    const prap_day as_of = any_day();
    (void)prapi_stage_as_of(&state, &days, as_of);
    (void)prapi_region_as_of(&state, &days, (uint32_t)any_of(1, PRAPI_REGION_END - 1), as_of);
    (void)prapi_case_is_clerical(&state);
    ANY(answer);
    answer.n_deadlines = 0;
    (void)prapi_deadlines_list(&rulebook, &state, &days, as_of, &answer);
    (void)prapi_deadlines_next_due(&answer);
}

int main(void) {
    any_case(&other, PRAP_PROGRAMME_IPES);
    run(PRAP_PROGRAMME_IPES);
    run(PRAP_PROGRAMME_WHP);
    run(PRAP_PROGRAMME_ERASURE);
    (void)prapi_outage_is_long(&rulebook, any_day(), any_of(0, MOST_OFFSET), any_day_or_none(), any_of(-1, MOST_OFFSET));
    return 0;
}
