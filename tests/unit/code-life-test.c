/*
 * code-life-test.c: the life of an access code: T-AC-01 to T-AC-07, every wrong order, several contacts (AMB-39), as of
 * every day.
 * shows PD-16a
 * shows PD-16-B1, PD-16-B3, PD-16-B4, PD-44, PD-45, PD-46, PD-47a, PD-47b, PD-53
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "desk.h"

#define ISSUED "step=issued:2015-11-25 "
#define ACKNOWLEDGED ISSUED "step=acknowledged:2015-11-26:1 "
#define UNLOCKED ACKNOWLEDGED "step=password-came:2015-11-26:1 "
#define DISTRIBUTED UNLOCKED "step=distributed:2015-11-27:1 "
#define CONFIRMED DISTRIBUTED "step=users-confirmed:2015-11-27:1 "

static const char *state_word(void) {
    const prap_word *word = prap_word_by_number(PRAP_WORDS_CODE_STATE, told.answer.code_state);
    return word == NULL ? "none" : word->name;
}

static void each_state_is_reached(void **state) {
    static const struct {
        const char *on, *steps, *reached, *finding, *severity, *rule;
    } rows[] = {
        {"2015-11-24", CONFIRMED, "none", "", "", ""},
        {"2015-11-25", ISSUED, "issued", "acknowledge-it", "notice", "PD-44"},
        {"2015-11-26", ACKNOWLEDGED, "acknowledged", "password-awaited", "notice", "PD-45"},
        {"2015-11-26", UNLOCKED, "unlocked", "pass-it-on", "notice", "PD-16-B1"},
        {"2015-11-27", DISTRIBUTED, "distributed", "confirm-users", "notice", "PD-16-B3"},
        {"2015-11-29", CONFIRMED, "distributed", "", "", ""},
        {"2015-11-30", CONFIRMED, "in-force", "", "", ""},
        {"2015-11-30", DISTRIBUTED, "in-force", "confirm-users", "notice", "PD-16-B3"},
        {"2015-11-30", ISSUED, "in-force-not-ready", "not-ready", "advice", "PD-47b"},
        {"2015-11-30", ACKNOWLEDGED, "in-force-not-ready", "not-ready", "advice", "PD-47b"},
        {"2015-11-30", UNLOCKED, "in-force-not-ready", "not-ready", "advice", "PD-47b"},
        {"2016-01-03", CONFIRMED, "in-force", "", "", ""},
        {"2016-01-04", CONFIRMED, "superseded", "", "", ""},
        {"2016-01-04", ISSUED, "superseded", "", "", ""},
        {"2015-11-26", CONFIRMED, "unlocked", "pass-it-on", "notice", "PD-16-B1"}, /* later steps are not seen */
        {"2015-12-02", UNLOCKED "step=distributed:2015-12-01:1", "in-force", "confirm-users", "notice", "PD-16-B3"},
        {"2015-12-05", CONFIRMED "step=change-decided:2015-12-05", "superseded", "changed-early", "notice", "PD-53"},
        {"2015-12-04", CONFIRMED "step=change-decided:2015-12-05", "in-force", "", "", ""},
        {"2015-12-04", UNLOCKED "step=change-decided:2015-12-03", "superseded", "changed-early", "notice", "PD-53"},
        {"2015-12-05", CONFIRMED "step=users-changed:2015-12-01:1", "in-force", "users-authorised", "notice", "PD-16-B4"},
        {"2015-12-05", CONFIRMED "step=users-changed:2015-12-01:1", "in-force", "confirm-users", "notice", "PD-16-B3"},
        {"2015-12-05", CONFIRMED "step=users-changed:2015-12-01:1 step=users-confirmed:2015-12-02:1", "in-force",
         "users-authorised", "notice", "PD-16-B4"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_string_equal(desk("code", rows[i].on, rows[i].steps), "in-order");
        assert_string_equal(verdict_word(), "permitted");
        assert_string_equal(state_word(), rows[i].reached);
        if (rows[i].finding[0] == '\0') assert_int_equal(told.n, 0);
        else expect_found(rows[i].finding, rows[i].severity, rows[i].rule);
    }
    desk("code", "2015-11-25", ISSUED);
    assert_string_equal(day_text(told.answer.code_issued), "2015-11-25");
    assert_string_equal(day_text(told.answer.code_from), "2015-11-30");
    assert_string_equal(day_text(told.answer.code_until), "2016-01-04");
    assert_string_equal(day_text(told.answer.due), "2015-11-30");
    assert_int_equal(expect_found("acknowledge-it", "", "")->recipient, PRAP_RECIPIENT_SPOC);
}

static void every_wrong_order_is_refused_with_its_rule(void **state) {
    static const struct {
        const char *steps, *finding, *rule;
        uint32_t at;
    } rows[] = {
        {"step=issued:2015-11-24", "not-last-wednesday", "PD-47a", 0},
        {"step=issued:2015-11-18", "not-last-wednesday", "PD-47a", 0},
        {ISSUED "step=issued:2015-11-25", "done-before", "PD-44", 1},
        {ISSUED "in-force-on=2015-12-07", "not-that-monday", "PD-47b", 0},
        {"step=issued:2015-12-02 off-cycle in-force-on=2015-12-01", "not-that-monday", "PD-47b", 0},
        {"step=acknowledged:2015-11-25:1", "not-issued", "PD-44", 0},
        {"step=users-confirmed:2015-11-25:1", "not-issued", "PD-44", 0},
        {ISSUED "step=password-came:2015-11-26:1", "not-acknowledged", "PD-45", 1},
        {ISSUED "step=distributed:2015-11-26:1", "not-acknowledged", "PD-45", 1},
        {ACKNOWLEDGED "step=distributed:2015-11-26:1", "still-locked", "PD-46", 2},
        {ACKNOWLEDGED "step=acknowledged:2015-11-26:1", "done-before", "PD-44", 2},
        {UNLOCKED "step=password-came:2015-11-26:1", "done-before", "PD-44", 3},
        {UNLOCKED "step=acknowledged:2015-11-26:1", "done-before", "PD-44", 3},
        {UNLOCKED "step=users-confirmed:2015-11-26:1", "not-distributed", "PD-16-B3", 3},
        {UNLOCKED "step=users-changed:2015-11-26:1", "not-distributed", "PD-16-B3", 3},
        {DISTRIBUTED "step=distributed:2015-11-28:1", "done-before", "PD-44", 4},
        {DISTRIBUTED "step=change-decided:2015-11-29", "not-in-force", "PD-53", 4},
        {"step=change-decided:2015-11-25", "not-in-force", "PD-53", 0},
        {DISTRIBUTED "step=change-decided:2015-12-01 step=users-confirmed:2015-12-01:1", "code-superseded", "PD-47b", 5},
        {DISTRIBUTED "step=change-decided:2015-12-01 step=change-decided:2015-12-02", "code-superseded", "PD-47b", 5},
        {UNLOCKED "step=distributed:2016-01-04:1", "code-superseded", "PD-47b", 3},
        {DISTRIBUTED "step=change-decided:2016-01-04", "code-superseded", "PD-47b", 4},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_string_equal(desk("code", "2016-01-10", rows[i].steps), "out-of-order");
        assert_string_equal(verdict_word(), "refused");
        assert_int_equal(expect_found(rows[i].finding, "forbidden", rows[i].rule)->at, rows[i].at);
    }
}

/* Each contact acknowledges for itself, and the code is as far as the one furthest behind. */
static void contacts_go_their_own_ways(void **state) {
    (void)state;
    assert_string_equal(desk("code", "2015-11-30", "spocs=2 " DISTRIBUTED "step=acknowledged:2015-11-28:2"), "in-order");
    assert_string_equal(state_word(), "in-force-not-ready");
    assert_int_equal(told.answer.spocs, 2);
    assert_int_equal(told.answer.spocs_ready, 1);
    assert_int_equal(expect_found("not-ready", "advice", "PD-47b")->spoc, 2);
    assert_int_equal(expect_found("confirm-users", "notice", "PD-16-B3")->spoc, 1);
    assert_string_equal(desk("code", "2015-11-30", "spocs=2 " ISSUED "step=acknowledged:2015-11-26:1 "
                             "step=password-came:2015-11-26:2"), "out-of-order");
    assert_int_equal(expect_found("not-acknowledged", "forbidden", "PD-45")->spoc, 2);
}

/* T-AC-07: what DWP issues out of turn is used from the day that it gives, until the next monthly code. */
static void out_of_turn(void **state) {
    (void)state;
    assert_string_equal(desk("code", "2015-12-09", "off-cycle in-force-on=2015-12-09 step=issued:2015-12-08 "
                             "step=acknowledged:2015-12-08:1 step=password-came:2015-12-08:1 step=distributed:2015-12-08:1"),
                        "in-order");
    assert_string_equal(state_word(), "in-force");
    assert_string_equal(day_text(told.answer.code_until), "2016-01-04");
    assert_string_equal(desk("code", "2015-12-09", "off-cycle step=issued:2015-12-08"), "in-order");
    assert_string_equal(verdict_word(), "undecided");
    expect_found("first-day-unknown", "undecided", "PD-53");
    assert_string_equal(state_word(), "issued");
    assert_string_equal(desk("code", "2015-12-09", "off-cycle step=issued:2015-12-08 step=change-decided:2015-12-09"), "out-of-order");
    desk("code", "2013-12-26", "step=issued:2013-12-25");
    assert_string_equal(day_text(expect_found("code-holiday", "notice", "PD-47a")->day), "2013-12-30");
    desk("code", "2013-04-01", "step=issued:2013-03-27");
    expect_found("code-holiday", "notice", "PD-47a");
    desk("code", "2013-12-26", "off-cycle in-force-on=2013-12-30 step=issued:2013-12-25");
    assert_null(found("code-holiday"));
}

static void what_is_no_step_is_an_error(void **state) {
    (void)state;
    assert_int_equal(try_desk("code", "2015-12-09", "step=issued:2015-11-25:1"), PRAP_E_RANGE);
    assert_string_equal(told.error.field, "steps[0].step");
    assert_int_equal(try_desk("code", "2015-12-09", ISSUED "step=acknowledged:2015-11-26"), PRAP_E_RANGE);
    assert_int_equal(try_desk("code", "2015-12-09", ISSUED "step=acknowledged:2015-11-26:2"), PRAP_E_RANGE);
    assert_string_equal(told.error.field, "steps[1].step");
    assert_int_equal(try_desk("code", "2015-12-09", ISSUED "step=acknowledged:2015-11-24:1"), PRAP_E_ORDER);
    assert_int_equal(try_desk("code", "2015-12-09", "spocs=0"), PRAP_E_RANGE);
    assert_string_equal(told.error.field, "spocs");
    assert_int_equal(try_desk("code", "2015-12-09", "spocs=33"), PRAP_E_RANGE);
    assert_int_equal(try_desk("code", "2015-12-09", "spocs=32 " ISSUED "step=acknowledged:2015-11-26:32"), PRAP_OK);
    assert_int_equal(try_desk("code", "9999-12-31", "off-cycle in-force-on=9999-12-15 step=issued:9999-12-15 "
                              "step=acknowledged:9999-12-15:1"), PRAP_E_RANGE); /* no code takes its place: years end */
    assert_string_equal(told.error.field, "steps");
    assert_int_equal(try_desk("code", "9999-12-31", "step=issued:9999-12-29 step=acknowledged:9999-12-29:1"), PRAP_OK);
}

/* AMB-39: whoever is behind, the first or the last; and of two who passed it on both count. */
static void the_one_furthest_behind(void **state) {
    (void)state;
    desk("code", "2015-11-29", "spocs=2 " ISSUED "step=acknowledged:2015-11-26:2");
    assert_int_equal(told.answer.code_state, PRAP_CODE_STATE_ISSUED);
    desk("code", "2015-11-29", "spocs=2 " ISSUED "step=acknowledged:2015-11-26:1");
    assert_int_equal(told.answer.code_state, PRAP_CODE_STATE_ISSUED);
    desk("code", "2015-11-29", "spocs=2 " DISTRIBUTED "step=acknowledged:2015-11-28:2 step=password-came:2015-11-28:2 "
                               "step=distributed:2015-11-28:2");
    assert_int_equal(told.answer.spocs_ready, 2);
    assert_int_equal(told.answer.code_state, PRAP_CODE_STATE_DISTRIBUTED);
}

/* The first step that is none is named, whatever follows; the ends of the calendar are days. */
static void the_first_that_is_no_step_is_named(void **state) {
    (void)state;
    assert_int_equal(try_desk("code", "2015-12-16", "step=issued:2015-11-25:1 step=acknowledged:2015-11-26:1"), PRAP_E_RANGE);
    assert_string_equal(told.error.field, "steps[0].step");
    assert_int_equal(try_desk("code", "2015-12-16", "step=acknowledged:2015-11-26:2000000000"), PRAP_E_RANGE); /* and not taken */
    assert_int_equal(try_desk("code", "2015-12-16", "step=issued:0001-01-01"), PRAP_OK);
    assert_int_equal(try_desk("code", "9999-12-31", "step=issued:2015-11-25 step=acknowledged:9999-12-31:1"), PRAP_OK);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_state_is_reached),
        cmocka_unit_test(every_wrong_order_is_refused_with_its_rule),
        cmocka_unit_test(contacts_go_their_own_ways),
        cmocka_unit_test(out_of_turn),
        cmocka_unit_test(what_is_no_step_is_an_error),
        cmocka_unit_test(the_one_furthest_behind),
        cmocka_unit_test(the_first_that_is_no_step_is_named),
    };
    return transcript_end(cmocka_run_group_tests(tests, NULL, NULL), argc, argv);
}
