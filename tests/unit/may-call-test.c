/*
 * may-call-test.c: before the call: T-P-01 to T-P-06, the checklist of Annex A, F-P-01, F-P-02, F-P-05, F-P-08.
 * shows PD-1, PD-10, PD-15a, PD-15b, PD-17-B1, PD-17-B2, PD-20, PD-31, PD-33b, PD-5a, PD-5b, PD-7a, PD-7b, PD-8
 * shows PD-9, PD-INAPP-1
 * shows PD-INAPP-2, PD-UC
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "desk.h"

/* What every row below leaves as it is: a mandated activity that someone else may be asked about. */
#define PLAIN "mandated failed-on=2015-12-01 failure=took-no-part !mappa !scr !universal-credit received-on=2015-06-01 "
#define TODAY "2015-12-16"

static void the_way_is_that_of_the_table(void **state) {
    static const struct {
        const char *facts, *outcome, *verdict, *finding, *severity, *rule;
    } rows[] = {
        {PLAIN, "to-call", "permitted", "desk-aide", "notice", "PD-20"},
        {PLAIN, "to-call", "permitted", "call-encouraged", "notice", "PD-9"},
        {PLAIN, "to-call", "permitted", "form-wp08", "notice", "PD-7a"},
        {"mandated failed-on=2015-12-01 failure=refused-employment !mappa !scr !universal-credit received-on=2015-06-01",
         "to-call", "permitted", "call-before-pre01", "notice", "PD-8"},
        {PLAIN "told-in-advance", "no-call-advised", "permitted", "told-in-advance", "advice", "PD-INAPP-1"},
        {PLAIN "told-in-advance", "no-call-advised", "permitted", "raise-soon", "advice", "PD-10"},
        {PLAIN "?told-in-advance", "undecided", "undecided", "told-in-advance", "undecided", "PD-INAPP-1"},
        {PLAIN "purpose=job-outcome", "no-call", "refused", "job-outcome", "forbidden", "PD-5a"},
        {PLAIN "purpose=policy-or-process", "no-call", "refused", "policy-question", "forbidden", "PD-33b"},
        {PLAIN "purpose=compliance-doubt", "to-call", "permitted", "desk-aide", "notice", "PD-20"},
        {PLAIN "?purpose", "undecided", "undecided", "job-outcome", "undecided", "PD-5a"},
        {PLAIN "service=withdrawn", "no-call", "refused", "service-withdrawn", "forbidden", "PD-5b"},
        {PLAIN "service=available", "to-call", "permitted", "desk-aide", "notice", "PD-20"},
        {PLAIN "!security-explained", "no-call", "refused", "security-not-explained", "forbidden", "PD-17-B1"},
        {PLAIN "?security-explained", "undecided", "undecided", "security-not-explained", "undecided", "PD-17-B1"},
        {PLAIN "!plan-checked", "no-call", "refused", "plan-not-checked", "forbidden", "PD-17-B2"},
        {PLAIN "deed=owed", "no-call", "refused", "deed-owed", "forbidden", "PD-17-B2"},
        {PLAIN "deed=made", "to-call", "permitted", "desk-aide", "notice", "PD-20"},
        {PLAIN "vulnerable-esa", "to-call", "permitted", "safeguarding", "notice", "PD-7b"},
        {PLAIN "?vulnerable-esa", "to-call", "permitted", "safeguarding", "notice", "PD-7b"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_string_equal(desk("may-call", TODAY, rows[i].facts), rows[i].outcome);
        assert_string_equal(verdict_word(), rows[i].verdict);
        expect_found(rows[i].finding, rows[i].severity, rows[i].rule);
    }
}

/* The three bars of PD-15 and PD-UC, each yes, no, unknown and unsaid: only three times no lets a call through. */
static void nobody_is_asked_about_because_something_was_not_said(void **state) {
    static const char *const marks[] = {"", "!", "?", "-"};
    (void)state;
    for (int i = 0; i < 64; i++) {
        const int mappa = i & 3, scr = i >> 2 & 3, credit = i >> 4;
        char facts[256] = "mandated failed-on=2015-12-01 failure=took-no-part received-on=2015-06-01";
        const char *names[] = {"mappa", "scr", "universal-credit"};
        const int said[] = {mappa, scr, credit};
        for (int n = 0; n < 3; n++) {
            if (said[n] == 3) continue;
            snprintf(facts + strlen(facts), sizeof facts - strlen(facts), " %s%s", marks[said[n]], names[n]);
        }
        const char *outcome = desk("may-call", TODAY, facts);
        const bool any_yes = mappa == 0 || scr == 0 || credit == 0, all_no = mappa == 1 && scr == 1 && credit == 1;
        const bool by_jobcentre = mappa == 0 || scr == 0;
        const char *expected = all_no                             ? "to-call"
                               : by_jobcentre                     ? "jobcentre-contact"
                               : mappa == 1 && scr == 1 && !credit ? "no-call"
                                                                  : "undecided";
        assert_string_equal(outcome, expected);
        assert_string_equal(verdict_word(), any_yes ? "refused" : all_no ? "permitted" : "undecided");
        if (by_jobcentre) {
            assert_int_equal(expect_found("jobcentre-contact", "notice", "PD-15b")->recipient,
                             PRAP_RECIPIENT_NOMINATED_CONTACT);
            assert_int_equal(told.answer.recipient, PRAP_RECIPIENT_NOMINATED_CONTACT);
        }
        if (credit == 0) expect_found("universal-credit", "forbidden", "PD-UC");
        if (mappa > 1) assert_int_equal(expect_found("mappa", "undecided", "PD-15a")->fact, PRAP_DESK_FACT_MAPPA);
    }
}

/* D-19, every row of its table; the last day and the first after it. */
static void recent_is_two_weeks(void **state) {
    static const struct {
        const char *received, *called;
        bool recent;
        const char *earliest;
    } rows[] = {
        {"2015-12-01", "2015-12-15", true, "2015-12-16"},  {"2015-12-01", "2015-12-16", false, "2015-12-16"},
        {"2012-02-15", "2012-02-29", true, "2012-03-01"},  {"2012-12-20", "2013-01-03", true, "2013-01-04"},
        {"2013-02-15", "2013-03-01", true, "2013-03-02"},  {"2015-12-18", "2016-01-02", false, "2016-01-02"},
        {"2015-12-15", "2015-12-15", true, "2015-12-30"},
    };
    char facts[256];
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        snprintf(facts, sizeof facts, "mandated failed-on=%s failure=took-no-part !mappa !scr !universal-credit received-on=%s",
                 rows[i].received, rows[i].received);
        assert_string_equal(desk("may-call", rows[i].called, facts), rows[i].recent ? "no-call-advised" : "to-call");
        assert_int_equal(found("recent-referral") != NULL, rows[i].recent);
        if (rows[i].recent) expect_found("recent-referral", "advice", "PD-INAPP-2");
        assert_string_equal(day_text(told.answer.earliest), rows[i].earliest);
    }
    assert_string_equal(desk("may-call", "2015-12-16", "mandated failed-on=2015-12-01 failure=took-no-part !mappa !scr "
                             "!universal-credit received-on=2015-12-01 policy=pd-recent-days:15"), "no-call-advised");
    assert_string_equal(desk("may-call", "2015-12-16", "mandated failed-on=2015-12-01 failure=took-no-part !mappa !scr "
                             "!universal-credit received-on=2015-12-17"), "to-call");
    assert_string_equal(verdict_word(), "refused"); /* a day that has not come yet */
    assert_int_equal(expect_found("day-ahead", "forbidden", "PD-INAPP-2")->fact, PRAP_DESK_FACT_RECEIVED_ON);
    assert_string_equal(desk("may-call", "9999-12-31", "mandated failed-on=2015-12-01 failure=took-no-part !mappa !scr "
                             "!universal-credit received-on=9999-12-31"), "no-call-advised");
    assert_string_equal(day_text(told.answer.earliest), "none");
}

static void what_happened_is_known_first(void **state) {
    (void)state;
    assert_string_equal(desk("may-call", TODAY, ""), "undecided");
    assert_string_equal(verdict_word(), "undecided");
    assert_string_equal(all_found(), "not-mandated:undecided failure-day:undecided mappa:undecided scr:undecided "
                        "universal-credit:undecided failure-kind:undecided recent-referral:undecided "
                        "taken-as-done:notice taken-as-done:notice");
    assert_string_equal(desk("may-call", TODAY, "!mandated !mappa !scr !universal-credit failed-on=2015-12-01 "
                             "received-on=2015-06-01 failure=took-no-part"), "no-doubt");
    assert_string_equal(verdict_word(), "refused");
    expect_found("not-mandated", "forbidden", "PD-1");
    assert_string_equal(desk("may-call", TODAY, "mandated !mappa !scr !universal-credit failed-on=2015-12-17 "
                             "received-on=2015-06-01 failure=took-no-part"), "no-doubt");
    assert_string_equal(day_text(expect_found("day-ahead", "forbidden", "PD-31")->day), "2015-12-17");
    assert_string_equal(desk("may-call", TODAY, "mandated !mappa !scr !universal-credit failed-on=2015-12-16 "
                             "received-on=2015-06-01 ?failure"), "to-call");
    assert_string_equal(verdict_word(), "undecided");
    assert_int_equal(told.answer.form, 0);
}

/* AMB-35: the call is a precondition of PRE01 by policy only; of WP08 never. */
static void the_form_follows_the_failure(void **state) {
    static const char pre01[] = "mandated failed-on=2015-12-01 failure=refused-employment !mappa !scr !universal-credit "
                                "received-on=2015-06-01 policy=pre01-needs-call:no";
    (void)state;
    desk("may-call", TODAY, PLAIN);
    assert_int_equal(told.answer.form, PRAP_CALL_FORM_WP08);
    assert_null(found("call-before-pre01"));
    desk("may-call", TODAY, pre01);
    assert_int_equal(told.answer.form, PRAP_CALL_FORM_PRE01);
    expect_found("form-pre01", "notice", "PD-8");
    assert_null(found("call-before-pre01"));
    assert_string_equal(desk("may-call", TODAY, "mandated failed-on=2015-12-01 failure=refused-employment mappa !scr "
                             "!universal-credit received-on=2015-06-01"), "jobcentre-contact");
    assert_null(found("call-before-pre01"));
}

static void what_is_taken_as_done_is_said(void **state) {
    (void)state;
    desk("may-call", TODAY, PLAIN);
    assert_int_equal(count_of("taken-as-done"), 2);
    desk("may-call", TODAY, PLAIN "security-explained");
    assert_int_equal(count_of("taken-as-done"), 1);
    expect_found("taken-as-done", "notice", "PD-17-B2");
    desk("may-call", TODAY, PLAIN "security-explained plan-checked");
    assert_null(found("taken-as-done"));
}

/* What is not known may lead two ways: then neither is certain, though one of them is where the rest leads. */
static void two_that_are_open_come_to_two_ways(void **state) {
    (void)state;
#define NO_KIND "mandated failed-on=2015-12-01 ?failure !mappa !scr !universal-credit received-on=2015-06-01 "
    assert_string_equal(desk("may-call", TODAY, NO_KIND), "to-call");
    assert_string_equal(desk("may-call", TODAY, NO_KIND "?told-in-advance"), "undecided");
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_way_is_that_of_the_table),
        cmocka_unit_test(nobody_is_asked_about_because_something_was_not_said),
        cmocka_unit_test(recent_is_two_weeks),
        cmocka_unit_test(what_happened_is_known_first),
        cmocka_unit_test(the_form_follows_the_failure),
        cmocka_unit_test(what_is_taken_as_done_is_said),
        cmocka_unit_test(two_that_are_open_come_to_two_ways),
    };
    return transcript_end(cmocka_run_group_tests(tests, NULL, NULL), argc, argv);
}
