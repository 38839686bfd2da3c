/* clock-cases.h: the clocks of a case made by hand, under a programme's own rulebook with one policy set (0: none). */
#ifndef TEST_CLOCK_CASES_H
#define TEST_CLOCK_CASES_H

#include "in-words.h"
#include "referral/clocks.h"

struct clock_rules {
    struct failing_allocator allocator;
    prap_rulebook *rulebook;
};

static inline void clock_rules_open(struct clock_rules *rules, uint32_t programme, uint32_t policy, int32_t value) {
    const prap_setting setting = {policy, value};
    failing_allocator_init(&rules->allocator);
    rules->rulebook = NULL;
    assert_int_equal(prap_rulebook_create(&rules->allocator.interface, programme,
                                          prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), &setting, policy != 0,
                                          &rules->rulebook, NULL), PRAP_OK);
}

static inline void clock_rules_close(struct clock_rules *rules) {
    prap_rulebook_destroy(rules->rulebook);
    assert_int_equal(rules->allocator.outstanding_bytes, 0);
}

#endif
