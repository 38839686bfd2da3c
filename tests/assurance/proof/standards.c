/*
 * standards.c: every measure of any answer about a case, of IPES and of a programme that has none; totals of any measures, and
 * their rates.
 *
 * Part: standards
 * Define: prapi_text_bytes=strlen
 * Options: -eva-auto-loop-unroll 10 -eva-slevel-function prap_word_by_number:400,prapi_programme_cites:200,any_settings:400
 */
#include "any-answer.h"
#include "any-settings.h"

#include "referral/rulebook.h"
#include "standards/standards.h"

static prap_answer answer;
static prap_rulebook rulebook;

static void measure(uint32_t measure) {
    prap_measure ret;
    ret.size = any_u32();
    (void)prap_measure_case(&answer, &rulebook, measure, MAYBE(ret));
}

static void measures(uint32_t programme, uint32_t n_deadlines) {
    any_answer(&answer, programme, n_deadlines);
    //@ loop unroll 20;
    for (uint32_t number = 0; number <= PRAP_MEASURE_ORPHAN_FEED + 1; number++) measure(number);
}

static void totals(uint32_t measure) {
    prap_measure_total total;
    prap_measure one;
    prap_measure_rate rate;
    ANY(total);
    ANY(one);
    ANY(rate);
    (void)prap_measure_add(MAYBE(total), MAYBE(one), any_int(), any_int());
    total.measure = measure;
    (void)prap_measure_rate_of(MAYBE(total), &rulebook, MAYBE(rate));
}

int main(void) {
    memset(&rulebook, 0, sizeof rulebook);
    rulebook.calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    any_settings(rulebook.settings);
    rulebook.programme = prapi_programme_find(PRAP_PROGRAMME_WHP);
    measures(PRAP_PROGRAMME_WHP, 1);
    measures(PRAP_PROGRAMME_IPES, 1);
    rulebook.programme = prapi_programme_find(PRAP_PROGRAMME_IPES);
    measures(PRAP_PROGRAMME_IPES, 0);
    measures(PRAP_PROGRAMME_IPES, PRAPI_DEADLINES_MAX);
    //@ loop unroll 20;
    for (uint32_t number = 0; number <= PRAP_MEASURE_ORPHAN_FEED + 1; number++) totals(number);
    (void)prap_measure_case(NULL, &rulebook, 1, NULL);
    return 0;
}
