/*
 * feed-table-test.c: what moves the earnings feed: every cell of rules.md 2.7, for JETS by 2.3.
 * shows M08-BG-2, M08-BG-3a, M08-BG-3b, M08-BG-3c, M08-BG-4, IPES-LC-T, IPES-LC-45
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "prap/catalogue.h"

#include "vocabulary/vocabulary.h"

static void every_cell_is_the_catalogues(void **state) {
    (void)state;
    static const struct {
        uint32_t trigger, whp, ipes;
        const char *whp_rule, *ipes_rule;
    } rows[] = {
        {PRAP_FEED_TRIGGER_START_ENTERED, PRAP_FEED_EFFECT_OPENS, PRAP_FEED_EFFECT_OPENS, "M08-BG-2", "M08-BG-2"},
        {PRAP_FEED_TRIGGER_REFERRAL, PRAP_FEED_EFFECT_NOT_OPEN, PRAP_FEED_EFFECT_NOT_OPEN, "M08-BG-2", "M08-BG-2"},
        {PRAP_FEED_TRIGGER_END_DATE, PRAP_FEED_EFFECT_CLOSES, PRAP_FEED_EFFECT_BY_CODE, "M08-BG-3c", "IPES-LC-T"},
        {PRAP_FEED_TRIGGER_ALLOTTED_TIME, PRAP_FEED_EFFECT_CLOSES, PRAP_FEED_EFFECT_GOES_ON, "M08-BG-3a", "IPES-LC-45"},
        {PRAP_FEED_TRIGGER_OUTCOME_EARNINGS, PRAP_FEED_EFFECT_CLOSES, PRAP_FEED_EFFECT_NOT_STATED, "M08-BG-3b", "M08-BG-3b"},
        {PRAP_FEED_TRIGGER_BACK_OUT, PRAP_FEED_EFFECT_STAYS_OPEN, PRAP_FEED_EFFECT_NOT_STATED, "M08-BG-4", "M08-BG-4"},
        {PRAP_FEED_TRIGGER_NO_START, PRAP_FEED_EFFECT_NEVER_OPENED, PRAP_FEED_EFFECT_NEVER_OPENED, "M08-BG-2", "M08-BG-2"},
    };
    enum { N = sizeof rows / sizeof rows[0] };
    assert_int_equal(prap_word_count(PRAP_WORDS_FEED_TRIGGER), N);
    for (size_t i = 0; i < N; i++) {
        uint32_t rule;
        assert_int_equal(prapi_feed_effect(PRAP_PROGRAMME_WHP, rows[i].trigger, &rule), rows[i].whp);
        assert_string_equal(prap_rule_by_number(rule)->id, rows[i].whp_rule);
        assert_int_equal(prapi_feed_effect(PRAP_PROGRAMME_JETS, rows[i].trigger, &rule), rows[i].whp);
        assert_string_equal(prap_rule_by_number(rule)->id, rows[i].whp_rule);
        assert_int_equal(prapi_feed_effect(PRAP_PROGRAMME_IPES, rows[i].trigger, &rule), rows[i].ipes);
        assert_string_equal(prap_rule_by_number(rule)->id, rows[i].ipes_rule);
    }
}

static void what_there_is_not_has_no_effect(void **state) {
    (void)state;
    uint32_t rule = 77;
    assert_int_equal(prapi_feed_effect(99, PRAP_FEED_TRIGGER_END_DATE, &rule), 0);
    assert_int_equal(rule, 0);
    assert_int_equal(prapi_feed_effect(PRAP_PROGRAMME_WHP, 99, &rule), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_cell_is_the_catalogues),
        cmocka_unit_test(what_there_is_not_has_no_effect),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
