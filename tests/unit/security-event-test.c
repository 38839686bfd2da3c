/*
 * security-event-test.c: is DWP told, by which address, by when: T-SE-01 to T-SE-05, Annex B, F-P-12, F-P-13; messages,
 * complaints, and the access to the service: PD-5b, PD-6, PD-17, PD-18, PD-54, PD-55.
 * shows PD-48-Y, PD-B, PD-URL-3, PD-URL-4
 * shows CH15-44b, PD-16-B5, PD-16-B6a, PD-16-B6b, PD-16-B7, PD-17-B1, PD-17-B2, PD-18, PD-48-N, PD-48-X
 * shows PD-48-X1, PD-48-X2, PD-48-Y-N, PD-48-Y1, PD-48-Y2, PD-48-Y3, PD-48-Y4, PD-48-Y5, PD-49, PD-49-N-a
 * shows PD-49-N-b, PD-50, PD-51, PD-52, PD-53, PD-54, PD-55, PD-6, PD-B-F2, PD-B-F3, PD-B-N, PD-URL-2
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "desk.h"

#define DAY "happened-on=2015-12-10 "

static void the_lists_decide_and_the_first_wins(void **state) {
    static const struct {
        const char *facts, *outcome, *finding, *rule;
    } rows[] = {
        {DAY "dismissed breach-believed", "inform-and-incident", "breach-believed", "PD-50"},
        {DAY "breach-believed left=new-job no-concern", "inform-and-incident", "incident-due", "PD-16-B7"},
        {DAY "dismissed", "inform", "dismissed", "PD-48-Y2"},
        {DAY "left=other no-notice", "inform", "no-notice", "PD-48-Y1"},
        {DAY "left=new-job no-concern disciplinary", "inform", "disciplinary", "PD-48-Y1"},
        {DAY "fraud-suspected", "inform", "fraud-suspected", "PD-48-Y3"},
        {DAY "subcontractor=liquidation", "inform", "subcontractor", "PD-48-Y4"},
        {DAY "subcontractor=stopped-trading", "inform", "subcontractor", "PD-48-Y4"},
        {DAY "subcontractor=relationship-ended", "inform", "subcontractor", "PD-48-Y4"},
        {DAY "other-risk", "inform", "other-risk", "PD-48-Y5"},
        {DAY "left=new-job no-concern", "no-need", "new-job", "PD-48-X1"},
        {DAY "left=temporary-contract-ended no-concern", "no-need", "contract-ended", "PD-48-X2"},
        {DAY "left=new-job no-concern", "no-need", "keep-the-reasoning", "PD-48-X"},
        {DAY "left=new-job !no-concern", "inform", "in-doubt", "PD-48-N"},
        {DAY "left=new-job", "inform", "in-doubt", "PD-48-N"},
        {DAY "left=temporary-contract-ended ?no-concern", "inform", "in-doubt", "PD-48-N"},
        {DAY "left=other no-concern", "inform", "not-listed", "PD-48-Y-N"},
        {DAY "no-concern", "inform", "not-listed", "PD-48-Y-N"},
        {DAY "?left no-concern", "inform", "in-doubt", "PD-48-N"},
        {DAY "left=new-job no-concern !had-access", "no-need", "had-access", "PD-16-B6a"},
        {DAY "dismissed !had-access", "inform", "had-access", "PD-16-B6a"},
        {DAY "dismissed ?had-access", "inform", "had-access", "PD-16-B6a"},
    };
    static const char *const unknown[] = {"breach-believed", "dismissed", "no-notice", "disciplinary", "fraud-suspected",
                                          "subcontractor", "other-risk"};
    char facts[256];
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_string_equal(desk("security-event", "2015-12-16", rows[i].facts), rows[i].outcome);
        expect_found(rows[i].finding, "notice", rows[i].rule);
    }
    for (size_t i = 0; i < sizeof unknown / sizeof unknown[0]; i++) { /* one thing unknown is a doubt */
        snprintf(facts, sizeof facts, DAY "left=new-job no-concern ?%s", unknown[i]);
        assert_string_equal(desk("security-event", "2015-12-16", facts), "inform");
        expect_found("in-doubt", "notice", "PD-48-N");
        assert_null(found("new-job"));
    }
    assert_string_equal(desk("security-event", "2015-12-16", ""), "inform");
}

static void annex_b_is_due_at_once(void **state) {
    (void)state;
    desk("security-event", "2015-12-16", DAY "dismissed");
    const prap_desk_finding *due = expect_found("annex-b-due", "notice", "PD-49");
    assert_string_equal(day_text(due->day), "2015-12-10");
    assert_string_equal(day_text(told.answer.due), "2015-12-10");
    assert_int_equal(due->recipient, PRAP_RECIPIENT_SECURITY_TEAM);
    const prap_contact *mailbox = prap_contact_find("security-mailbox", 16);
    assert_int_equal(due->contact, mailbox->number);
    assert_int_equal(told.answer.contact, mailbox->number);
    assert_int_equal(expect_found("address-out-of-use", "advice", "PD-URL-2")->contact, mailbox->number);
    desk("security-event", "2015-12-16", DAY "dismissed noticed-on=2015-12-12");
    assert_string_equal(day_text(told.answer.due), "2015-12-12");
    desk("security-event", "2015-12-16", "dismissed");
    assert_string_equal(day_text(told.answer.due), "2015-12-16");
    assert_string_equal(verdict_word(), "permitted");
    assert_int_equal(count_of("field-missing"), 3); /* the day, the prime provider and the reason */
    assert_int_equal(expect_found("field-missing", "notice", "PD-B-F3")->fact, PRAP_DESK_FACT_HAPPENED_ON);
    expect_found("staff-details", "notice", "PD-B-N");
    desk("security-event", "2015-12-16", DAY "dismissed field-prime !field-subcontractor field-reason staff-details");
    expect_found("field-missing", "notice", "PD-B-F2");
    expect_found("staff-details", "forbidden", "PD-B-N");
    assert_string_equal(verdict_word(), "refused");
    desk("security-event", "2015-12-16", DAY "dismissed field-prime field-reason !staff-details");
    assert_null(found("field-missing"));
    assert_null(found("staff-details"));
    desk("security-event", "2015-12-16", DAY "dismissed !field-prime field-reason ?field-subcontractor !staff-details");
    assert_int_equal(count_of("field-missing"), 2);
    desk("security-event", "2015-12-16", "happened-on=2015-12-17 dismissed");
    expect_found("day-ahead", "forbidden", "PD-B-F3");
}

#define SENT DAY "dismissed field-prime field-reason !staff-details annex-sent-on=2015-12-10 "

static void dwp_decides_what_it_has(void **state) {
    (void)state;
    assert_string_equal(desk("security-event", "2015-12-16", SENT), "with-dwp");
    expect_found("with-dwp", "notice", "PD-51");
    assert_null(found("annex-b-due"));
    assert_string_equal(day_text(told.answer.due), "none");
    assert_string_equal(desk("security-event", "2015-12-16", SENT "?dwp-decision"), "with-dwp");
    assert_string_equal(desk("security-event", "2015-12-16", SENT "dwp-decision=change decided-on=2015-12-14"), "change");
    assert_int_equal(expect_found("code-changes", "notice", "PD-53")->recipient, PRAP_RECIPIENT_SPOC);
    assert_string_equal(desk("security-event", "2015-12-16", SENT "dwp-decision=no-change"), "no-change");
    expect_found("code-stays", "notice", "PD-52");
    assert_string_equal(desk("security-event", "2015-12-16", DAY "dismissed dwp-decision=change"), "inform");
    expect_found("decided-before-sent", "forbidden", "PD-51");
    assert_string_equal(desk("security-event", "2015-12-16", DAY "dismissed dwp-decision=no-change"), "inform");
    expect_found("decided-before-sent", "forbidden", "PD-51");
    desk("security-event", "2015-12-16", SENT "dwp-decision=change decided-on=2015-12-09");
    expect_found("decided-before-sent", "forbidden", "PD-51");
    desk("security-event", "2015-12-16", DAY "dismissed field-prime field-reason annex-sent-on=2015-12-10");
    expect_found("staff-details", "undecided", "PD-B-N");
    /* a believed breach is owed its incident whatever became of the proforma */
    assert_string_equal(desk("security-event", "2015-12-16", SENT "breach-believed"), "with-dwp");
    assert_string_equal(day_text(expect_found("incident-due", "notice", "PD-16-B7")->day), "2015-12-10");
    desk("security-event", "2015-12-16", SENT "breach-believed incident-raised-on=2015-12-10");
    assert_null(found("incident-due"));
    assert_string_equal(desk("security-event", "2015-12-16", DAY "left=new-job no-concern annex-sent-on=2015-12-10"), "with-dwp");
    assert_string_equal(desk("security-event", "2015-12-16", DAY "left=new-job no-concern"), "no-need");
    assert_null(found("annex-b-due"));
}

/* F-P-12: every kind of message at every address, under both readings of AMB-37. */
static void each_address_takes_its_own(void **state) {
    static const struct {
        const char *message, *finding, *rule;
        bool to_mailbox, by_policy;
    } rows[] = {
        {"proforma", "to-the-mailbox", "PD-16-B6b", true, false},
        {"incident", "to-the-incident-route", "PD-50", true, false},
        {"unencrypted-email-request", "email-request", "CH15-44b", true, true},
        {"query", "to-the-manager", "PD-49-N-b", false, false},
        {"service-complaint", "to-the-manager", "PD-49-N-b", false, false},
        {"process-change", "to-the-manager", "PD-49-N-b", false, false},
    };
    char facts[256];
    (void)state;
    for (size_t i = 0; i < 2 * sizeof rows / sizeof rows[0]; i++) {
        const size_t row = i / 2;
        const bool only = i & 1, mailbox = rows[row].to_mailbox && !(only && rows[row].by_policy);
        const char *policy = only ? " policy=security-mailbox:proforma-only" : "";
        snprintf(facts, sizeof facts, "message=%s%s", rows[row].message, policy);
        assert_string_equal(desk("message", "2015-12-16", facts), "send");
        expect_found(mailbox ? rows[row].finding : "to-the-manager", "notice", mailbox ? rows[row].rule : "PD-49-N-b");
        assert_int_equal(told.answer.recipient, mailbox ? PRAP_RECIPIENT_SECURITY_TEAM : PRAP_RECIPIENT_PERFORMANCE_MANAGER);
        assert_int_equal(told.answer.contact != 0, mailbox);
        snprintf(facts, sizeof facts, "message=%s to=security-mailbox%s", rows[row].message, policy);
        assert_string_equal(desk("message", "2015-12-16", facts), mailbox ? "send" : "do-not-send");
        if (!mailbox) assert_int_equal(expect_found("wrong-address", "forbidden", "PD-49-N-a")->policy, PRAP_POLICY_SECURITY_MAILBOX);
        snprintf(facts, sizeof facts, "message=%s to=performance-manager%s", rows[row].message, policy);
        assert_string_equal(desk("message", "2015-12-16", facts), mailbox ? "do-not-send" : "send");
        assert_int_equal(found("wrong-recipient") != NULL, mailbox);
        assert_int_equal(found("tell-of-process") != NULL, row == 5);
    }
    assert_string_equal(desk("message", "2015-12-16", ""), "undecided");
    expect_found("message-unknown", "undecided", "PD-49-N-a");
    desk("message", "2015-12-16", "message=process-change");
    assert_string_equal(day_text(told.answer.due), "2015-12-16");
    desk("message", "2015-12-16", "message=query to=performance-manager");
    expect_found("to-the-manager", "notice", "PD-49-N-b");
    desk("message", "2015-12-16", "message=proforma to=performance-manager");
    expect_found("wrong-recipient", "forbidden", "PD-49-N-b");
}

static void a_complaint_goes_one_step_further(void **state) {
    static const struct {
        const char *facts, *outcome, *verdict, *finding, *rule;
        uint32_t recipient;
    } rows[] = {
        {"about=agent", "take-further", "permitted", "ask-the-manager", "PD-54", PRAP_RECIPIENT_AGENTS_MANAGER},
        {"about=agent steps-taken=1", "take-further", "permitted", "ask-managers-manager", "PD-54", PRAP_RECIPIENT_MANAGERS_MANAGER},
        {"about=agent steps-taken=2", "no-further", "text-silent", "no-step-named", "PD-54", 0},
        {"about=agent steps-taken=1 satisfied", "no-further", "permitted", "", "", 0},
        {"about=service evidence", "take-further", "permitted", "ask-performance-manager", "PD-55", PRAP_RECIPIENT_PERFORMANCE_MANAGER},
        {"about=service !evidence", "take-further", "refused", "evidence-needed", "PD-55", PRAP_RECIPIENT_PERFORMANCE_MANAGER},
        {"about=service", "take-further", "undecided", "evidence-needed", "PD-55", PRAP_RECIPIENT_PERFORMANCE_MANAGER},
        {"about=service steps-taken=1", "no-further", "text-silent", "no-step-named", "PD-54", 0},
        {"about=providers-staff", "take-further", "permitted", "spoc-resolves", "PD-16-B5", PRAP_RECIPIENT_SPOC},
        {"", "undecided", "undecided", "subject-unknown", "PD-54", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_string_equal(desk("complaint", "2015-12-16", rows[i].facts), rows[i].outcome);
        assert_string_equal(verdict_word(), rows[i].verdict);
        assert_int_equal(told.answer.recipient, rows[i].recipient);
        if (rows[i].finding[0] != '\0') expect_found(rows[i].finding, "", rows[i].rule);
    }
}

static void the_service_comes_back_after_the_assurance(void **state) {
    static const struct {
        const char *facts, *outcome, *verdict, *finding, *rule;
    } rows[] = {
        {"security-explained plan-checked", "available", "permitted", "", ""},
        {"", "available", "permitted", "taken-as-done", "PD-17-B1"},
        {"!security-explained plan-checked", "not-yet", "refused", "security-not-explained", "PD-17-B1"},
        {"security-explained !plan-checked", "not-yet", "refused", "plan-not-checked", "PD-17-B2"},
        {"security-explained plan-checked ?deed", "undecided", "undecided", "deed-owed", "PD-17-B2"},
        {"deed=owed", "not-yet", "refused", "deed-owed", "PD-17-B2"},
        {"withdrawn-on=2015-12-01", "withdrawn", "refused", "assurance-owed", "PD-6"},
        {"?withdrawn-on", "undecided", "undecided", "assurance-owed", "PD-6"},
        {"withdrawn-on=2015-12-01 assured-on=2015-11-30", "withdrawn", "refused", "assurance-owed", "PD-6"},
        {"withdrawn-on=2015-12-01 assured-on=2015-12-02", "may-reinstate", "permitted", "may-be-reinstated", "PD-6"},
        {"withdrawn-on=2015-12-01 assured-on=2015-12-02 reinstated-on=2015-12-03", "available", "permitted", "taken-as-done", ""},
        {"withdrawn-on=2015-12-01 assured-on=2015-12-04 reinstated-on=2015-12-03", "withdrawn", "refused", "assurance-owed", "PD-6"},
        {"withdrawn-on=2015-12-01 assured-on=2015-12-04 reinstated-on=2015-11-30", "may-reinstate", "permitted", "may-be-reinstated", "PD-6"},
        {"withdrawn-on=2015-12-01 reinstated-on=2015-12-03", "withdrawn", "refused", "assurance-owed", "PD-6"},
        {"process-changed-on=2015-12-03", "available", "permitted", "tell-of-process", "PD-18"},
        {"process-changed-on=2015-12-03 dwp-told-on=2015-12-02", "available", "permitted", "tell-of-process", "PD-18"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_string_equal(desk("service", "2015-12-16", rows[i].facts), rows[i].outcome);
        assert_string_equal(verdict_word(), rows[i].verdict);
        if (rows[i].finding[0] == '\0') assert_int_equal(told.n, 0);
        else expect_found(rows[i].finding, "", rows[i].rule);
    }
    assert_string_equal(day_text(told.answer.due), "2015-12-03");
    desk("service", "2015-12-16", "process-changed-on=2015-12-03 dwp-told-on=2015-12-03");
    assert_null(found("tell-of-process"));
}

/* Assured, restored, told and decided on the very day. */
static void on_the_same_day(void **state) {
    (void)state;
    desk("service", "2015-12-16", "withdrawn-on=2015-12-01 assured-on=2015-12-01");
    assert_non_null(found("may-be-reinstated"));
    assert_string_equal(desk("service", "2015-12-16", "withdrawn-on=2015-12-01 assured-on=2015-12-05 reinstated-on=2015-12-05"),
                        "available");
    assert_string_equal(desk("service", "2015-12-16", "withdrawn-on=2015-12-01 assured-on=2015-12-01 reinstated-on=2015-12-01"),
                        "available");
    static const char *const decided[][2] = {{SENT "dwp-decision=change decided-on=2015-12-12", "2015-12-12"},
                                             {SENT "dwp-decision=change decided-on=2015-12-11", "2015-12-11"},
                                             {SENT "dwp-decision=change decided-on=2015-12-10", "2015-12-10"}};
    for (size_t i = 0; i < sizeof decided / sizeof *decided; i++) {
        assert_string_equal(desk("security-event", "2015-12-16", decided[i][0]), "change");
        assert_string_equal(day_text(found("code-changes")->day), decided[i][1]);
    }
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_lists_decide_and_the_first_wins),
        cmocka_unit_test(annex_b_is_due_at_once),
        cmocka_unit_test(dwp_decides_what_it_has),
        cmocka_unit_test(each_address_takes_its_own),
        cmocka_unit_test(a_complaint_goes_one_step_further),
        cmocka_unit_test(the_service_comes_back_after_the_assurance),
        cmocka_unit_test(on_the_same_day),
    };
    return transcript_end(cmocka_run_group_tests(tests, NULL, NULL), argc, argv);
}
