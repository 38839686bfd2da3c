/*
 * call-time-test.c: can the call be placed, with which code, in how many calls; what the desk aide lacks; what an outage
 * leaves; how old the oldest failure is: T-P-07, T-P-08, F-P-04, F-P-06, F-P-08, Annex A, D-07, D-21, D-22.
 * shows PD-19a, PD-A, PD-A-5
 * shows PD-14a, PD-14d, PD-19b, PD-21-B2, PD-24, PD-25, PD-26-N, PD-28a, PD-47b, PD-56, PD-A-1, PD-A-3, PD-A-4a
 * shows PD-A-4b, PD-A-4c, PD-A-4d, PD-A-4e, PD-A-4f, PD-A-6
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "desk.h"

#define CALLER "prime-name company caller participants=1 "

/* D-07: the code that is used from a Monday is in force on it and on the Sunday before the next one. */
static void the_code_is_that_of_the_table(void **state) {
    static const struct {
        const char *issued, *from;
        bool holiday;
    } rows[] = {
        {"2012-02-29", "2012-03-05", false}, {"2012-11-28", "2012-12-03", false}, {"2012-12-26", "2012-12-31", true},
        {"2013-03-27", "2013-04-01", true},  {"2013-07-31", "2013-08-05", false}, {"2013-12-25", "2013-12-30", true},
        {"2014-04-30", "2014-05-05", true},  {"2014-09-24", "2014-09-29", false}, {"2014-12-31", "2015-01-05", false},
        {"2015-08-26", "2015-08-31", true},  {"2015-11-25", "2015-11-30", false}, {"2015-12-30", "2016-01-04", false},
        {"2016-02-24", "2016-02-29", false}, {"2016-04-27", "2016-05-02", true},  {"2016-08-31", "2016-09-05", false},
        {"2017-01-25", "2017-01-30", false},
    };
    char facts[256];
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const prap_day from = desk_day(rows[i].from);
        for (int off = -1; off <= 1; off++) {
            snprintf(facts, sizeof facts, CALLER "code-from=%s", rows[i].from);
            desk("call", day_text(from + off), facts);
            assert_int_equal(found("code-not-yet") != NULL, off < 0);
            if (off < 0) continue;
            assert_null(found("code-expired"));
            assert_string_equal(day_text(told.answer.code_issued), rows[i].issued);
            assert_string_equal(day_text(told.answer.code_from), rows[i].from);
            assert_int_equal(found("code-holiday") != NULL, rows[i].holiday);
        }
        const prap_day until = told.answer.code_until; /* the last day of this code, and the first of the next */
        snprintf(facts, sizeof facts, CALLER "code-from=%s", rows[i].from);
        desk("call", day_text(until - 1), facts);
        assert_null(found("code-expired"));
        desk("call", day_text(until), facts);
        assert_int_equal(expect_found("code-expired", "forbidden", "PD-47b")->day, until);
        assert_string_equal(verdict_word(), "refused");
    }
}

/* D-07, which code on a date. */
static void a_day_has_one_code(void **state) {
    static const char *const rows[][3] = {
        {"2015-12-06", "2015-11-25", "2015-11-30"}, {"2015-11-24", "2015-10-28", "2015-11-02"},
        {"2016-01-03", "2015-11-25", "2015-11-30"}, {"2016-01-04", "2015-12-30", "2016-01-04"},
        {"2016-02-26", "2016-01-27", "2016-02-01"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        desk("call", rows[i][0], "");
        assert_string_equal(day_text(told.answer.code_issued), rows[i][1]);
        assert_string_equal(day_text(told.answer.code_from), rows[i][2]);
        expect_found("code-not-known", "undecided", "PD-A-1");
    }
}

/* T-AC-07: a code out of turn is the one in force from its day to the next monthly one. */
static void a_code_out_of_turn_takes_the_place_of_the_monthly_one(void **state) {
    (void)state;
    desk("call", "2015-12-10", CALLER "code-from=2015-11-30 code-changed-from=2015-12-09");
    assert_string_equal(day_text(expect_found("code-expired", "forbidden", "PD-47b")->day), "2015-12-09");
    desk("call", "2015-12-10", CALLER "code-from=2015-12-09 code-changed-from=2015-12-09");
    assert_null(found("code-expired"));
    assert_string_equal(day_text(told.answer.code_issued), "none");
    assert_string_equal(day_text(told.answer.code_until), "2016-01-04");
    desk("call", "2015-12-08", CALLER "code-from=2015-11-30 code-changed-from=2015-12-09");
    assert_null(found("code-expired"));
    assert_string_equal(day_text(told.answer.code_until), "2015-12-09");
    desk("call", "2016-01-04", CALLER "code-from=2015-12-09 code-changed-from=2015-12-09");
    expect_found("code-expired", "forbidden", "PD-47b");
    desk("call", "2014-01-03", CALLER "code-from=2014-01-02 code-changed-from=2014-01-02");
    assert_null(found("code-holiday")); /* the monthly one was issued on Christmas Day, and is not in use */
    desk("call", "2015-12-08", CALLER "code-from=2015-11-30 code-changed-from=2016-02-09");
    assert_string_equal(day_text(told.answer.code_until), "2016-01-04");
    desk("call", "9999-11-30", "code-from=9999-11-29 code-changed-from=9999-12-31"); /* the calendar has no next code */
    assert_string_equal(day_text(told.answer.code_until), "9999-12-31");
}

/* D-21, the rows of Provider Direct, under both readings of bank holidays (AMB-24). */
static void hours_are_those_of_the_table(void **state) {
    static const struct {
        const char *at, *policy;
        bool open;
        const char *opens;
    } rows[] = {
        {"2016-01-04T07:59", "", false, "2016-01-04T08:00"},
        {"2016-01-04T08:00", "", true, ""},
        {"2015-12-17T18:00", "", false, "2015-12-18T08:00"},
        {"2015-12-18T17:59", "", true, ""},
        {"2015-12-25T10:00", "", false, "2015-12-29T08:00"},
        {"2015-12-25T10:00", "policy=service-bh:open", true, ""},
        {"2015-12-24T18:30", "", false, "2015-12-29T08:00"},
        {"2015-12-24T18:30", "policy=service-bh:open", false, "2015-12-25T08:00"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char facts[256], opens[PRAP_MOMENT_TEXT_BYTES] = "", on[11];
        snprintf(on, sizeof on, "%.10s", rows[i].at);
        desk("call", on, "");
        snprintf(facts, sizeof facts, CALLER "code-from=%s at=%s %s", day_text(told.answer.code_from), rows[i].at,
                 rows[i].policy);
        assert_string_equal(desk("call", on, facts), rows[i].open ? "call-now" : "call-later");
        assert_string_equal(verdict_word(), rows[i].open ? "permitted" : "refused");
        assert_int_equal(found("closed") == NULL, rows[i].open);
        if (!rows[i].open) {
            expect_found("closed", "forbidden", "PD-14a");
            assert_int_equal(prap_moment_format(told.answer.opens, opens, sizeof opens), PRAP_OK);
            assert_memory_equal(opens, rows[i].opens, 16);
        } else {
            expect_found("call-recorded", "notice", "PD-19b");
            assert_int_equal(told.answer.contact, prap_contact_find("provider-direct", 15)->number); /* PD-19a */
        }
        if (strncmp(on, "2015-12-25", 10) == 0) {
            assert_int_equal(expect_found("holiday-hours", "notice", "PD-14a")->policy, PRAP_POLICY_SERVICE_BH);
        }
    }
}

static void without_a_moment_or_a_code_it_cannot_be_said(void **state) {
    (void)state;
    assert_string_equal(desk("call", "2015-12-16", CALLER "code-from=2015-11-30"), "undecided");
    expect_found("closed", "undecided", "PD-14a");
    assert_string_equal(desk("call", "2015-12-16", CALLER "at=2015-12-16T09:00"), "undecided");
    assert_string_equal(desk("call", "2015-12-16", "at=2015-12-16T09:00 code-from=2015-11-30 prime-name company caller"),
                        "undecided");
    expect_found("nobody-to-ask-about", "undecided", "PD-A-3");
    assert_string_equal(desk("call", "2015-12-16", "at=2015-12-16T09:00 code-from=2015-11-30 prime-name company "
                             "caller participants=0"), "call-later");
    expect_found("nobody-to-ask-about", "forbidden", "PD-A-3");
    assert_string_equal(desk("call", "2015-12-16", "at=2015-12-16T09:00 code-from=2015-11-30 !prime-name company "
                             "caller participants=1"), "call-later");
    expect_found("item-missing", "forbidden", "PD-21-B2");
    assert_string_equal(desk("call", "2015-12-16", "at=2015-12-16T09:00 code-from=2015-11-30 prime-name ?company "
                             "!caller participants=1"), "call-later");
    assert_int_equal(count_of("item-missing"), 2);
    assert_string_equal(desk("call", "2015-12-16", CALLER "at=2015-12-16T09:00 code-from=2015-11-30 service=withdrawn"),
                        "no-call");
    assert_string_equal(desk("call", "2015-12-16", CALLER "at=2015-12-16T09:00 code-from=2015-11-30 outage=2015-12-16T08:00/"
                             "2015-12-16T12:00"), "call-later");
    assert_int_equal(told.answer.opens.minute, 12 * 60);
}

/* T-P-07: ceil(n / 10). */
static void ten_to_a_call(void **state) {
    (void)state;
    for (uint32_t n = 1; n <= 101; n++) {
        char facts[256];
        snprintf(facts, sizeof facts, "prime-name company caller participants=%u", n);
        desk("call", "2015-12-16", facts);
        assert_int_equal(told.answer.calls, n / 10 + (n % 10 != 0));
        assert_int_equal(found("several-calls") != NULL, n > 10);
    }
    desk("pending", "2015-12-16", "failed-on=2015-12-01 participants=11");
    assert_int_equal(told.answer.calls, 2);
    expect_found("several-calls", "notice", "PD-14d");
}

#define ITEMS "original-held nino full-name payment-group referring-officer employment-history qualifications signing-day " \
              "referral-date failed-on=2015-12-01 questions-chosen "

/* AMB-43: each item alone is missed by its own rule; two may not exist. */
static void each_item_is_missed(void **state) {
    static const struct {
        const char *item, *rule;
        bool may_not_exist;
    } rows[] = {
        {"nino", "PD-28a", false},           {"full-name", "PD-28a", false},        {"payment-group", "PD-A-4a", false},
        {"referring-officer", "PD-A-4b", false}, {"employment-history", "PD-A-4c", true}, {"qualifications", "PD-A-4d", true},
        {"signing-day", "PD-A-4e", false},   {"referral-date", "PD-A-4f", false},   {"questions-chosen", "PD-A-6", false},
    };
    (void)state;
    assert_string_equal(desk("checklist", "2015-12-16", ITEMS), "ready");
    assert_string_equal(all_found(), "");
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        for (int unknown = 0; unknown < 2; unknown++) {
            char facts[512] = "", *word;
            char items[] = ITEMS;
            for (word = strtok(items, " "); word != NULL; word = strtok(NULL, " ")) {
                const bool is_it = strcmp(word, rows[i].item) == 0;
                snprintf(facts + strlen(facts), sizeof facts - strlen(facts), "%s%s ", is_it ? unknown ? "?" : "!" : "",
                         word);
            }
            const bool ready = rows[i].may_not_exist;
            assert_string_equal(desk("checklist", "2015-12-16", facts), ready ? "ready" : "not-ready");
            expect_found(ready ? "may-not-exist" : "item-missing",
                         unknown ? "undecided" : ready ? "notice" : "forbidden", rows[i].rule);
            assert_int_equal(told.n, 1);
        }
    }
    assert_string_equal(desk("checklist", "2015-12-16", "?failed-on"), "not-ready");
    assert_int_equal(told.findings[told.n - 2].fact, PRAP_DESK_FACT_FAILED_ON); /* PD-A-5: and before it all the others */
    assert_string_equal(desk("checklist", "2015-12-16", ""), "not-ready");
    assert_string_equal(verdict_word(), "undecided");
    assert_int_equal(told.n, 11);
    assert_string_equal(desk("checklist", "2015-12-16", "!original-held"), "not-ready");
    expect_found("no-original", "forbidden", "PD-24");
}

static void the_original_is_answered_from(void **state) {
    (void)state;
    assert_string_equal(desk("checklist", "2015-12-16", ITEMS "record-changed ask-benefit ask-contact ask-work ask-other"),
                        "ready");
    expect_found("answer-from-original", "advice", "PD-25");
    assert_string_equal(all_found(), "answer-from-original:advice to-ask:notice to-ask:notice to-ask:notice to-ask:notice");
    desk("checklist", "2015-12-16", ITEMS "?record-changed");
    expect_found("answer-from-original", "advice", "PD-25");
}

/* PD-56, D-22: reported, and no day is moved by it. */
static void an_outage_extends_nothing(void **state) {
    char text[PRAP_MOMENT_TEXT_BYTES];
    (void)state;
    assert_string_equal(desk("outage", "2017-03-03", "at=2017-03-03T17:30 outage=2017-03-03T17:00/2017-03-06T08:00 "
                             "wanted-by=2017-03-03"), "closed");
    assert_int_equal(prap_moment_format(told.answer.last_usable, text, sizeof text), PRAP_OK);
    assert_memory_equal(text, "2017-03-03T16:59", 16);
    assert_string_equal(day_text(told.answer.due), "2017-03-03");
    assert_string_equal(day_text(expect_found("outage-moves-nothing", "notice", "PD-56")->day), "2017-03-03");
    assert_int_equal(expect_found("outage-unexplained", "notice", "PD-56")->recipient,
                     PRAP_RECIPIENT_BUSINESS_MANAGEMENT);
    assert_int_equal(prap_moment_format(told.answer.opens, text, sizeof text), PRAP_OK);
    assert_memory_equal(text, "2017-03-06T08:00", 16);
    assert_string_equal(desk("outage", "2017-03-03", "at=2017-03-03T10:30 outage=2017-03-03T17:00/2017-03-06T08:00 "
                             "outage-explained"), "open");
    assert_null(found("outage-unexplained"));
    assert_string_equal(desk("outage", "2017-03-03", ""), "undecided");
    assert_null(found("outage-unexplained"));
    assert_string_equal(day_text(told.answer.due), "none");
}

/* PD-26-N, AMB-25: never, unless the provider sets a number of days. */
static void the_oldest_waits_so_many_days(void **state) {
    (void)state;
    assert_string_equal(desk("pending", "2015-12-16", "failed-on=2015-12-01"), "may-wait");
    assert_int_equal(told.answer.age_days, 15);
    assert_string_equal(day_text(expect_found("oldest-pending", "notice", "PD-26-N")->day), "2015-12-01");
    assert_string_equal(desk("pending", "2015-12-16", "failed-on=2015-12-01 policy=stockpile:15"), "may-wait");
    assert_string_equal(day_text(told.answer.due), "2015-12-16");
    assert_string_equal(desk("pending", "2015-12-17", "failed-on=2015-12-01 policy=stockpile:15"), "call-soon");
    assert_int_equal(expect_found("stockpiled", "advice", "PD-26-N")->policy, PRAP_POLICY_STOCKPILE);
    assert_string_equal(desk("pending", "2015-12-17", ""), "undecided");
    assert_int_equal(told.answer.age_days, -1);
    assert_string_equal(desk("pending", "2015-12-17", "failed-on=2015-12-18"), "undecided");
    assert_string_equal(verdict_word(), "refused");
    desk("pending", "9999-12-31", "failed-on=9999-12-31 policy=stockpile:15");
    assert_string_equal(day_text(told.answer.due), "none");
}

#define AT_TEN "prime-name company caller participants=1 at=2015-12-16T10:00 "

/* A code out of turn on the day of the monthly one, on the day itself, on the next Monday of a change (T-AC-07); a code from
   the day itself; no days left to wait in. */
static void codes_and_days_that_meet(void **state) {
    (void)state;
    assert_string_equal(desk("call", "2015-12-16", AT_TEN "code-from=2015-11-30 code-changed-from=2015-11-30"), "call-now");
    assert_string_equal(day_text(told.answer.code_issued), "2015-11-25");
    assert_string_equal(desk("call", "2015-12-16", AT_TEN "code-from=2015-12-16 code-changed-from=2015-12-16"), "call-now");
    assert_string_equal(day_text(told.answer.code_from), "2015-12-16");
    assert_string_equal(day_text(told.answer.code_until), "2016-01-04");
    desk("call", "2015-12-16", AT_TEN "code-from=2015-11-30 code-changed-from=2016-01-04");
    assert_string_equal(day_text(told.answer.code_until), "2016-01-04");
    desk("call", "2015-12-16", AT_TEN "code-from=2015-11-30 code-changed-from=2016-01-03");
    assert_string_equal(day_text(told.answer.code_until), "2016-01-03");
    assert_string_equal(desk("call", "2015-12-16", AT_TEN "code-from=2015-12-16"), "call-later");
    assert_non_null(found("code-expired"));
    desk("pending", "9999-12-31", "failed-on=9999-12-26 policy=stockpile:5");
    assert_string_equal(day_text(told.answer.due), "9999-12-31");
    desk("pending", "9999-12-31", "failed-on=9999-12-26 policy=stockpile:6");
    assert_string_equal(day_text(told.answer.due), "none");
    assert_string_equal(desk("pending", "2015-12-16", "failed-on=2015-12-01 participants=0"), "call-later");
    assert_non_null(found("nobody-to-ask-about"));
    assert_string_equal(desk("pending", "2015-12-16", "failed-on=2015-12-01 ?participants"), "may-wait");
    assert_null(found("nobody-to-ask-about")); /* not known is not none */
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_code_is_that_of_the_table),
        cmocka_unit_test(a_day_has_one_code),
        cmocka_unit_test(a_code_out_of_turn_takes_the_place_of_the_monthly_one),
        cmocka_unit_test(hours_are_those_of_the_table),
        cmocka_unit_test(without_a_moment_or_a_code_it_cannot_be_said),
        cmocka_unit_test(ten_to_a_call),
        cmocka_unit_test(each_item_is_missed),
        cmocka_unit_test(the_original_is_answered_from),
        cmocka_unit_test(an_outage_extends_nothing),
        cmocka_unit_test(the_oldest_waits_so_many_days),
        cmocka_unit_test(codes_and_days_that_meet),
    };
    return transcript_end(cmocka_run_group_tests(tests, NULL, NULL), argc, argv);
}
