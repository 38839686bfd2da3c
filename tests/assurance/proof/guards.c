/*
 * guards.c: every guard of a referral, and what guards look at, before any case, event, clocks and settings of each programme.
 *
 * Part: referral/judge.c referral/guards
 * Define: prapi_text_bytes=strlen
 * Options: -eva-auto-loop-unroll 20 -eva-slevel-function any_settings:400,prapi_words:2000,prap_word_by_number:400
 */
#include "any-judge.h"

enum { PROGRAMMES = 5 };

static prap_rulebook rulebook;
static prapi_case state;
static prapi_event event;
static prapi_clock_days days;
static prapi_void voiding;
static prapi_supplement supplement;

static void judge_with(const prapi_void *found) {
    prapi_judge judge;
    ANY(judge);
    judge.rulebook = &rulebook;
    judge.before = &state;
    judge.event = &event;
    judge.days = &days;
    judge.stage = maybe() ? PRAP_STATE_NONE : any_state();
    judge.scenario = (uint32_t)any_of(0, PRAP_SCENARIO_DUPLICATE);
    judge.strict = maybe();
    judge.earliest = any_day_or_none();
    judge.lacks = 0;
    judge.voiding = found;
    (void)prapi_guard(&judge, (uint32_t)any_of(1, PRAPI_REASON_END - 1));
    prap_fact fact;
    (void)prapi_entered(rulebook.programme, &state, judge.scenario, any_u32(), &fact);
    (void)prapi_judge_scenario(&judge);
    (void)prapi_said_option(&judge, (uint32_t)any_of(1, PRAPI_FACT_END - 1), any_u32());
    (void)prapi_earnings_reach(&judge, any_option_or_none());
}

int main(void) {
    ANY(voiding);
    voiding.possible = maybe();
    voiding.frees_none = maybe();
    any_supplement(&supplement);
    for (uint32_t programme = 1; programme <= PROGRAMMES; programme++) {
        any_rulebook(&rulebook, programme);
        rulebook.supplement = MAYBE(supplement);
        any_case(&state, programme);
        any_event(&event, programme);
        any_clock_days(&days);
        judge_with(NULL);
        judge_with(&voiding);
    }
    return 0;
}
