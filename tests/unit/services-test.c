/*
 * services-test.c: PRaP, its support team and Provider Direct at a moment, and what the PRaP page says of using them.
 * shows PRAP-DET-2, PRAP-DET-3, PRAP-SEC-1, PRAP-SEC-2, PRAP-HELP-1, PRAP-HELP-2, PRAP-HELP-3, PRAP-HELP-4, PRAP-HIST-1
 * shows PRAP-HIST-4, PRAP-HIST-5, PRAP-HIST-6, PRAP-HIST-7, PRAP-HIST-8, CH15-6, CH15-6-B1, CH15-6-B2, PD-14a
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "prap/prap.h"

enum { ROOM = 32 };

static struct {
    prap_service_answer answer;
    prap_service_finding findings[ROOM];
    uint32_t n;
    prap_error error;
    prap_status stop_with;
} told;

static prap_window announced_windows[8];

static prap_status hear(void *user, const prap_service_finding *finding) {
    (void)user;
    assert_true(told.n < ROOM);
    assert_int_equal(finding->size, sizeof *finding);
    assert_non_null(prap_rule_by_number(finding->rule));
    assert_non_null(prap_service_finding_cure(finding->finding));
    told.findings[told.n++] = *finding;
    return told.stop_with;
}

static prap_moment at(const char *text) {
    prap_moment moment = PRAP_MOMENT_NONE;
    assert_int_equal(prap_moment_parse(text, strlen(text), &moment), PRAP_OK);
    return moment;
}

/* A question at a moment, with the outages that were announced for the service. */
static prap_service_question question(uint32_t service, const char *moment) {
    const prap_announced *announced;
    prap_service_question asked = {.size = sizeof asked, .service = service, .at = at(moment), .audited = PRAP_DAY_NONE,
                                   .reviewed = PRAP_DAY_NONE, .changed = PRAP_DAY_NONE, .outages = announced_windows};
    for (uint32_t i = 0; (announced = prap_announced_at(i)) != NULL; i++) {
        if (announced->service == service) announced_windows[asked.n_outages++] = announced->window;
    }
    return asked;
}

static prap_status ask(const prap_service_question *asked, uint32_t policy, int32_t value) {
    const prap_setting setting = {policy, value};
    told.n = 0;
    told.answer = (prap_service_answer){.size = sizeof told.answer};
    told.error = (prap_error){.size = sizeof told.error};
    return prap_service_ask(prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), &setting, policy != 0, asked, hear,
                            NULL, &told.answer, &told.error);
}

static void must_ask(const prap_service_question *asked) {
    if (ask(asked, 0, 0) != PRAP_OK) fail_msg("%s: %s", told.error.field, told.error.message);
    assert_int_equal(told.answer.findings, told.n);
}

/* The rule of the first finding of a number, or "". */
static const char *rule_told(uint32_t finding) {
    for (uint32_t i = 0; i < told.n; i++) {
        if (told.findings[i].finding == finding) return prap_rule_by_number(told.findings[i].rule)->id;
    }
    return "";
}

static void each_outage_has_its_rule(void **state) {
    (void)state;
    static const struct {
        uint32_t service;
        const char *before, *first, *last, *after, *rule;
    } rows[] = {
        {0, "2017-03-03T16:59", "2017-03-03T17:00", "2017-03-06T07:59", "2017-03-06T08:00", "PRAP-HIST-1"},
        {0, "2017-01-13T18:59", "2017-01-13T19:00", "2017-01-15T21:59", "2017-01-15T22:00", "PRAP-HIST-4"},
        {PRAP_SERVICE_POST, "2016-11-23T15:59", "2016-11-23T16:00", "2016-11-25T08:59", "2016-11-25T09:00", "PRAP-HIST-5"},
        {0, "2016-11-12T05:59", "2016-11-12T06:00", "2016-11-12T22:59", "2016-11-12T23:00", "PRAP-HIST-6"},
        {0, "2016-10-02T07:59", "2016-10-02T08:00", "2016-10-03T06:59", "2016-10-03T07:00", "PRAP-HIST-7"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const uint32_t down = rows[i].service == 0 ? PRAP_SERVICE_FINDING_DOWN : PRAP_SERVICE_FINDING_CLOSED;
        const char *const shut[] = {rows[i].first, rows[i].last}, *const open[] = {rows[i].before, rows[i].after};
        for (size_t n = 0; n < 2; n++) {
            prap_service_question asked = question(rows[i].service, shut[n]);
            must_ask(&asked);
            assert_int_equal(told.answer.open, 0);
            assert_int_equal(told.answer.verdict, PRAP_VERDICT_REFUSED);
            assert_string_equal(rule_told(down), rows[i].rule);
            char opens[PRAP_MOMENT_TEXT_BYTES];
            assert_int_equal(prap_moment_format(told.answer.opens, opens, sizeof opens), PRAP_OK);
            assert_memory_equal(opens, rows[i].after, 16);
            asked = question(rows[i].service, open[n]);
            must_ask(&asked);
            assert_int_equal(told.answer.open, 1);
            assert_int_equal(told.answer.opens.day, PRAP_DAY_NONE);
        }
    }
    /* One that the caller gives is told by the rule of the page as a whole, also where an announced one was left out. */
    const prap_window own = {at("2017-03-01T00:00"), at("2017-03-08T00:00")};
    prap_service_question asked = question(0, "2017-03-04T10:00");
    asked.outages = &own, asked.n_outages = 1;
    must_ask(&asked);
    assert_string_equal(rule_told(PRAP_SERVICE_FINDING_DOWN), "PRAP-HIST-1");
    asked = question(PRAP_SERVICE_POST, "2017-03-04T10:00");
    must_ask(&asked);
    assert_string_equal(rule_told(PRAP_SERVICE_FINDING_CLOSED), "PRAP-HELP-2");
    asked = question(PRAP_SERVICE_POST, "2016-11-24T10:00");
    asked.service = 0; /* what was announced of another service is the caller's own of this one */
    must_ask(&asked);
    assert_string_equal(rule_told(PRAP_SERVICE_FINDING_DOWN), "PRAP-HIST-1");
    static const prap_window other[] = {{{17128, 960, PRAP_OFFSET_NONE}, {17130, 541, PRAP_OFFSET_NONE}},
                                        {{17128, 960, PRAP_OFFSET_NONE}, {17131, 540, PRAP_OFFSET_NONE}},
                                        {{17128, 961, PRAP_OFFSET_NONE}, {17130, 540, PRAP_OFFSET_NONE}},
                                        {{17127, 960, PRAP_OFFSET_NONE}, {17130, 540, PRAP_OFFSET_NONE}}};
    asked = question(PRAP_SERVICE_POST, "2016-11-24T10:00");
    asked.outages = other, asked.n_outages = 4;
    must_ask(&asked);
    assert_string_equal(rule_told(PRAP_SERVICE_FINDING_CLOSED), "PRAP-HELP-2");
}

static void the_support_team(void **state) {
    (void)state;
    prap_service_question asked = question(PRAP_SERVICE_POST, "2021-05-10T10:00");
    asked.subject = PRAP_HELP_SUBJECT_PAYMENTS;
    must_ask(&asked);
    assert_int_equal(told.answer.verdict, PRAP_VERDICT_PERMITTED);
    assert_string_equal(prap_contact_at(told.answer.phone - 1)->id, "post-helpline");
    assert_string_equal(prap_contact_at(told.answer.email - 1)->id, "post-email");
    assert_string_equal(rule_told(PRAP_SERVICE_FINDING_ADDRESS_OUT_OF_USE), "PRAP-HELP-4");
    assert_string_equal(rule_told(PRAP_SERVICE_FINDING_NUMBER_WAS_NEW), "");
    asked.subject = PRAP_HELP_SUBJECT_OTHER;
    must_ask(&asked);
    assert_int_equal(told.answer.verdict, PRAP_VERDICT_REFUSED);
    assert_string_equal(rule_told(PRAP_SERVICE_FINDING_NOT_ITS_SUBJECT), "PRAP-HELP-1");
    asked = question(PRAP_SERVICE_POST, "2016-09-30T10:00");
    must_ask(&asked);
    assert_string_equal(rule_told(PRAP_SERVICE_FINDING_NUMBER_WAS_NEW), "PRAP-HIST-8");
    asked = question(PRAP_SERVICE_PROVIDER_DIRECT, "2021-05-10T18:00");
    must_ask(&asked);
    assert_string_equal(rule_told(PRAP_SERVICE_FINDING_CLOSED), "PD-14a");
    assert_string_equal(prap_contact_at(told.answer.phone - 1)->id, "provider-direct");
    assert_int_equal(told.answer.email, 0);
}

/* AMB-24. */
static void a_bank_holiday(void **state) {
    (void)state;
    prap_service_question asked = question(PRAP_SERVICE_POST, "2021-05-31T10:00");
    must_ask(&asked);
    assert_int_equal(told.answer.open, 0);
    assert_int_equal(told.answer.other_opens.day, PRAP_DAY_NONE);
    assert_string_equal(rule_told(PRAP_SERVICE_FINDING_HOLIDAY_HOURS), "PRAP-HELP-2");
    assert_int_equal(ask(&asked, PRAP_POLICY_SERVICE_BH, PRAP_CHOICE_OPEN), PRAP_OK);
    assert_int_equal(told.answer.open, 1);
    assert_int_equal(told.answer.other_opens.minute, 9 * 60);
    assert_string_equal(rule_told(PRAP_SERVICE_FINDING_HOLIDAY_HOURS), "PRAP-HELP-2");
}

static void what_using_it_asks(void **state) {
    (void)state;
    static const struct {
        uint32_t route, programme, duties, standards, verdict, finding;
        const char *rule;
    } rows[] = {
        {0, 0, 0, 0, PRAP_VERDICT_PERMITTED, PRAP_SERVICE_FINDING_MONITORED, "PRAP-SEC-2"},
        {PRAP_ACCESS_ROUTE_GOVERNMENT_GATEWAY, PRAP_PROGRAMME_JETS, PRAP_VALUE_YES, PRAP_VALUE_YES, PRAP_VERDICT_PERMITTED,
         PRAP_SERVICE_FINDING_SUPPORTED, "PRAP-DET-2"},
        {PRAP_ACCESS_ROUTE_OTHER, 0, 0, 0, PRAP_VERDICT_REFUSED, PRAP_SERVICE_FINDING_OTHER_ROUTE, "PRAP-DET-3"},
        {0, 0, PRAP_VALUE_NO, 0, PRAP_VERDICT_REFUSED, PRAP_SERVICE_FINDING_DUTIES_NOT_MET, "PRAP-SEC-1"},
        {0, 0, PRAP_VALUE_UNKNOWN, 0, PRAP_VERDICT_UNDECIDED, PRAP_SERVICE_FINDING_DUTIES_UNKNOWN, "PRAP-SEC-1"},
        {PRAP_ACCESS_ROUTE_OTHER, 0, PRAP_VALUE_UNKNOWN, 0, PRAP_VERDICT_REFUSED, PRAP_SERVICE_FINDING_DUTIES_UNKNOWN,
         "PRAP-SEC-1"},
        {0, 0, 0, PRAP_VALUE_NO, PRAP_VERDICT_PERMITTED, PRAP_SERVICE_FINDING_CAN_BE_WITHHELD, "CH15-6-B1"},
        {0, 0, 0, PRAP_VALUE_UNKNOWN, PRAP_VERDICT_PERMITTED, PRAP_SERVICE_FINDING_CAN_BE_WITHHELD, "CH15-6-B1"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        prap_service_question asked = question(0, "2021-05-10T10:00");
        asked.route = rows[i].route, asked.programme = rows[i].programme;
        asked.duties = rows[i].duties, asked.standards = rows[i].standards;
        must_ask(&asked);
        assert_int_equal(told.answer.verdict, rows[i].verdict);
        assert_string_equal(rule_told(rows[i].finding), rows[i].rule);
    }
}

/* D-22, AMB-94: the day stays, its end is lost. */
static void days_that_an_outage_cuts_short(void **state) {
    (void)state;
    const prap_day days[] = {17228, 17229, 17231, 17179}; /* 3, 4 and 6 March, 13 January 2017 */
    prap_service_question asked = question(0, "2017-03-01T10:00");
    asked.days = days, asked.n_days = 4;
    must_ask(&asked);
    const prap_service_finding *cut = &told.findings[1];
    assert_int_equal(told.n, 4);
    for (uint32_t i = 0; i < 3; i++) assert_int_equal(cut[i].finding, PRAP_SERVICE_FINDING_DAY_CUT_SHORT);
    assert_int_equal(cut[0].at, 0);
    assert_int_equal(cut[1].at, 1);
    assert_int_equal(cut[1].last_usable.day, 17228);
    assert_int_equal(cut[1].last_usable.minute, 17 * 60 - 1);
    assert_int_equal(cut[2].at, 3);
    assert_string_equal(prap_rule_by_number(cut[2].rule)->id, "PRAP-HIST-4");
    const prap_window short_one = {at("2021-05-10T23:59"), at("2021-05-11T00:00")};
    const prap_day one = 18757;
    asked = question(0, "2021-05-10T10:00");
    asked.outages = &short_one, asked.n_outages = 1, asked.days = &one, asked.n_days = 1;
    must_ask(&asked);
    assert_int_equal(told.findings[1].last_usable.minute, 24 * 60 - 2);
}

/* D-20, AMB-27: 30 days are not a month; nobody is reminded unless the host asks for it. */
static void audits_and_reviews(void **state) {
    (void)state;
    prap_service_question asked = question(0, "2021-05-10T10:00");
    asked.audited = 18658, asked.reviewed = 18628; /* 31 and 1 January 2021 */
    must_ask(&asked);
    assert_int_equal(told.answer.audit_due, 18688);
    assert_int_equal(told.answer.review_due, 18993);
    assert_int_equal(told.answer.remind, 0);
    assert_string_equal(rule_told(PRAP_SERVICE_FINDING_AUDIT_DUE), "");
    asked.changed = 18700;
    assert_int_equal(ask(&asked, PRAP_POLICY_ACCESS_AUDIT_REMINDER, PRAP_CHOICE_ON), PRAP_OK);
    assert_int_equal(told.answer.remind, 1);
    assert_int_equal(told.answer.review_due, 18700);
    assert_string_equal(rule_told(PRAP_SERVICE_FINDING_AUDIT_DUE), "CH15-6-B2");
    assert_string_equal(rule_told(PRAP_SERVICE_FINDING_REVIEW_DUE), "CH15-6");
}

static void what_cannot_be_asked(void **state) {
    const prap_calendar *calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    prap_service_question good = question(0, "2021-05-10T10:00");
    prap_service_answer answer = {.size = sizeof answer};
    (void)state;
    assert_int_equal(prap_service_ask(NULL, NULL, 0, &good, NULL, NULL, &answer, NULL), PRAP_E_NULL);
    assert_int_equal(prap_service_ask(calendar, NULL, 0, NULL, NULL, NULL, &answer, NULL), PRAP_E_NULL);
    assert_int_equal(prap_service_ask(calendar, NULL, 0, &good, NULL, NULL, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_service_ask(calendar, NULL, 1, &good, NULL, NULL, &answer, NULL), PRAP_E_NULL);
    assert_int_equal(prap_service_ask(calendar, NULL, 0, &good, NULL, NULL, &answer, NULL), PRAP_OK);
    answer.size--;
    assert_int_equal(prap_service_ask(calendar, NULL, 0, &good, NULL, NULL, &answer, NULL), PRAP_E_SIZE);
    answer.size++;
    assert_null(prap_service_finding_cure(0));
    assert_null(prap_service_finding_cure(prap_word_count(PRAP_WORDS_SERVICE_FINDING) + 1));
    const prap_day day = 18757, far = PRAP_DAY_MAX + 1;
    const prap_window none = {at("2021-05-10T10:00"), at("2021-05-10T10:00")};
    const prap_window last = {at("2021-05-10T10:00"), {PRAP_DAY_MAX, 1439, -1439}};
#define REFUSED(STATUS, FIELD, ...)                                                                           \
    do {                                                                                                      \
        prap_service_question wrong = good;                                                                   \
        __VA_ARGS__;                                                                                          \
        assert_int_equal(ask(&wrong, 0, 0), STATUS);                                                          \
        assert_string_equal(told.error.field, FIELD);                                                         \
    } while (0)
    REFUSED(PRAP_E_SIZE, "question", wrong.size--);
    REFUSED(PRAP_E_NULL, "question", wrong.outages = NULL);
    REFUSED(PRAP_E_NULL, "question", wrong.n_days = 1);
    REFUSED(PRAP_E_WORD, "service", wrong.service = 99; wrong.outages = NULL; wrong.n_outages = 0);
    REFUSED(PRAP_E_WORD, "service", wrong.service = 99);
    REFUSED(PRAP_E_WORD, "subject", wrong.subject = 99);
    REFUSED(PRAP_E_WORD, "route", wrong.route = 99);
    REFUSED(PRAP_E_WORD, "programme", wrong.programme = 99);
    REFUSED(PRAP_E_WORD, "duties", wrong.duties = PRAP_VALUE_NUMBER);
    REFUSED(PRAP_E_WORD, "standards", wrong.standards = PRAP_VALUE_NUMBER);
    REFUSED(PRAP_E_RANGE, "flags", wrong.flags = PRAP_DATE_IN_WORK);
    REFUSED(PRAP_E_RANGE, "subject", wrong.subject = PRAP_HELP_SUBJECT_PAYMENTS);
    REFUSED(PRAP_E_RANGE, "route", wrong.service = PRAP_SERVICE_POST; wrong.route = PRAP_ACCESS_ROUTE_OTHER);
    REFUSED(PRAP_E_RANGE, "programme", wrong.service = PRAP_SERVICE_POST; wrong.programme = PRAP_PROGRAMME_WHP);
    REFUSED(PRAP_E_RANGE, "duties", wrong.service = PRAP_SERVICE_POST; wrong.duties = PRAP_VALUE_YES);
    REFUSED(PRAP_E_RANGE, "standards", wrong.service = PRAP_SERVICE_POST; wrong.standards = PRAP_VALUE_YES);
    REFUSED(PRAP_E_RANGE, "audited", wrong.service = PRAP_SERVICE_POST; wrong.audited = day);
    REFUSED(PRAP_E_RANGE, "reviewed", wrong.service = PRAP_SERVICE_POST; wrong.reviewed = day);
    REFUSED(PRAP_E_RANGE, "days", wrong.service = PRAP_SERVICE_POST; wrong.days = &day; wrong.n_days = 1);
    REFUSED(PRAP_E_REQUIRED, "reviewed", wrong.changed = day);
    REFUSED(PRAP_E_REQUIRED, "at", wrong.at.day = PRAP_DAY_NONE);
    REFUSED(PRAP_E_REQUIRED, "at", wrong.at.minute = PRAP_MINUTE_NONE);
    REFUSED(PRAP_E_RANGE, "at", wrong.at.minute = 1440);
    REFUSED(PRAP_E_LIMIT, "outages", wrong.n_outages = PRAP_WINDOWS_MAX + 1);
    REFUSED(PRAP_E_ORDER, "outages", wrong.outages = &none; wrong.n_outages = 1);
    REFUSED(PRAP_E_DAY, "outages", wrong.outages = &last; wrong.n_outages = 1);
    REFUSED(PRAP_E_DAY, "days", wrong.days = &far; wrong.n_days = 1);
    REFUSED(PRAP_E_DAY, "audited", wrong.audited = far);
    REFUSED(PRAP_E_RANGE, "reviewed", wrong.reviewed = PRAP_DAY_MAX);
    REFUSED(PRAP_E_DAY, "changed", wrong.reviewed = day; wrong.changed = far);
    REFUSED(PRAP_E_COVERAGE, "at", wrong.service = PRAP_SERVICE_POST; wrong.at = at("2040-01-04T10:00"));
    good = question(PRAP_SERVICE_POST, "2040-01-04T10:00");
    good.flags = PRAP_DATE_ALLOW_PROVISIONAL;
    must_ask(&good);
    assert_int_equal(told.answer.open, 1);
    good = question(0, "2021-05-10T10:00");
    assert_int_equal(ask(&good, PRAP_POLICY_SERVICE_BH, PRAP_CHOICE_ON), PRAP_E_WORD);
}

static void a_visitor_may_stop(void **state) {
    (void)state;
    prap_service_question asked = question(0, "2017-03-04T10:00");
    const prap_day days[] = {17228, 17229};
    asked.days = days, asked.n_days = 2, asked.audited = 17228, asked.route = PRAP_ACCESS_ROUTE_OTHER;
    told.stop_with = PRAP_FAIL;
    assert_int_equal(ask(&asked, PRAP_POLICY_ACCESS_AUDIT_REMINDER, PRAP_CHOICE_ON), PRAP_FAIL);
    assert_int_equal(told.n, 1);
    assert_int_equal(told.answer.findings, 0);
    asked = question(PRAP_SERVICE_POST, "2021-05-31T10:00");
    assert_int_equal(ask(&asked, 0, 0), PRAP_FAIL);
    assert_int_equal(told.n, 1);
    told.stop_with = PRAP_OK;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_outage_has_its_rule), cmocka_unit_test(the_support_team), cmocka_unit_test(a_bank_holiday),
        cmocka_unit_test(what_using_it_asks), cmocka_unit_test(days_that_an_outage_cuts_short),
        cmocka_unit_test(audits_and_reviews), cmocka_unit_test(what_cannot_be_asked), cmocka_unit_test(a_visitor_may_stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
