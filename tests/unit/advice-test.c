/*
 * advice-test.c: the decision table for PD-34 to PD-38 whole, what is recorded, and how the doubt is closed: T-P-21,
 * T-P-22, F-P-09, F-P-10, AMB-34, AMB-35.
 * shows PD-1, PD-2, PD-32, PD-33a, PD-34, PD-35, PD-36a, PD-36b, PD-37a, PD-37b, PD-38, PD-39, PD-40, PD-41-B1
 * shows PD-41-B2, PD-7a, PD-8, PD-9, PD-A-11, PD-A-T, PD-A-T-R
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "desk.h"

/* Every cell: 27 of receipt, contact and claim, under each reading of AMB-34, and whatever else is said. */
static void the_table_is_whole(void **state) {
    static const char *const receipts[] = {"in-receipt", "!in-receipt", "?in-receipt"};
    static const char *const contacts[] = {"contact-details=right", "contact-details=changed", "?contact-details"};
    static const char *const claims[] = {"claim=live", "claim=dormant", "?claim"};
    static const char *const policies[] = {"do-not-raise", "raise", "ask"};
    static const char *const by_policy[] = {"do-not-raise", "raise", "ask-agent"};
    (void)state;
    for (int i = 0; i < 81; i++) {
        const int receipt = i % 3, contact = i / 3 % 3, claim = i / 9 % 3, policy = i / 27;
        for (int in_work = 0; in_work < 3; in_work++) {
            char facts[256];
            snprintf(facts, sizeof facts, "%s %s %s %sin-work policy=pd-dormant-changed:%s", receipts[receipt],
                     contacts[contact], claims[claim], in_work == 0 ? "" : in_work == 1 ? "!" : "?", policies[policy]);
            const char *expected = receipt == 1   ? "do-not-raise"
                                   : receipt == 2 ? "no-advice"
                                   : contact == 2 ? "undecided"
                                   : contact == 0 ? "raise"
                                   : claim == 0   ? "do-not-raise"
                                   : claim == 1   ? by_policy[policy]
                                   : policy == 0  ? "do-not-raise"
                                                  : "undecided";
            assert_string_equal(desk("advice", "2015-12-16", facts), expected);
            assert_int_equal(found("contact-changed") != NULL, receipt == 0 && contact == 1);
            expect_found("nothing-in-writing", "notice", "PD-39");
            assert_string_equal(day_text(expect_found("record-the-call", "notice", "PD-40")->day), "2015-12-16");
            const bool open = strcmp(expected, "undecided") == 0 || strcmp(expected, "no-advice") == 0;
            assert_string_equal(verdict_word(), open ? "undecided" : strcmp(expected, "ask-agent") == 0 ? "text-silent" : "permitted");
        }
    }
}

static void each_row_has_its_rule(void **state) {
    static const struct {
        const char *facts, *finding, *severity, *rule;
    } rows[] = {
        {"in-receipt contact-details=right claim=live", "raise-live", "notice", "PD-34"},
        {"in-receipt contact-details=right claim=dormant", "raise-dormant", "notice", "PD-36a"},
        {"in-receipt contact-details=changed claim=live", "contact-changed", "notice", "PD-35"},
        {"in-receipt contact-details=changed claim=dormant", "dormant-and-changed", "advice", "PD-36a"},
        {"in-receipt contact-details=changed claim=dormant policy=pd-dormant-changed:ask", "dormant-and-changed",
         "text-silent", "PD-36a"},
        {"in-receipt contact-details=changed ?claim", "claim-unknown", "notice", "PD-36a"},
        {"in-receipt contact-details=changed ?claim policy=pd-dormant-changed:raise", "claim-unknown", "undecided", "PD-36a"},
        {"!in-receipt", "not-in-receipt", "notice", "PD-37a"},
        {"in-receipt ?contact-details", "contact-unconfirmed", "undecided", "PD-32"},
        {"?in-receipt", "receipt-unknown", "undecided", "PD-2"},
        {"in-receipt contact-details=right claim=live other-change", "another-change", "notice", "PD-33a"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        desk("advice", "2015-12-16", rows[i].facts);
        expect_found(rows[i].finding, rows[i].severity, rows[i].rule);
    }
    desk("advice", "2015-12-16", "in-receipt contact-details=changed claim=dormant");
    assert_int_equal(expect_found("dormant-and-changed", "", "")->policy, PRAP_POLICY_PD_DORMANT_CHANGED);
}

/* PD-36b, PD-37b, PD-38: what DWP holds, and only when it belongs there. */
static void employment_is_passed_on_where_held(void **state) {
#define HELD " employer-held work-start-held job-title-held end-reason-held"
    (void)state;
    desk("advice", "2015-12-16", "!in-receipt in-work" HELD);
    assert_int_equal(count_of("employment-facts-off"), 3);
    assert_int_equal(expect_found("employment-facts-off", "notice", "PD-37b")->fact, PRAP_DESK_FACT_EMPLOYER_HELD);
    assert_null(found("end-reason"));
    desk("advice", "2015-12-16", "in-receipt contact-details=right claim=dormant in-work" HELD);
    assert_int_equal(count_of("employment-facts"), 3);
    expect_found("employment-facts", "notice", "PD-36b");
    desk("advice", "2015-12-16", "in-receipt contact-details=right claim=dormant in-work job-title-held");
    assert_int_equal(count_of("employment-facts"), 1);
    desk("advice", "2015-12-16", "in-receipt contact-details=right claim=dormant !in-work" HELD);
    assert_null(found("employment-facts"));
    expect_found("end-reason", "notice", "PD-38");
    desk("advice", "2015-12-16", "!in-receipt ?in-work end-reason-held");
    expect_found("end-reason", "notice", "PD-38");
    desk("advice", "2015-12-16", "!in-receipt !in-work");
    assert_null(found("end-reason"));
    desk("advice", "2015-12-16", "in-receipt contact-details=right claim=live in-work" HELD);
    assert_null(found("employment-facts"));
    assert_null(found("end-reason"));
}

#define FULL "called-on=2015-12-16 advice=do-not-raise reason-recorded row=10 "

static void the_record_is_complete_or_says_what_it_lacks(void **state) {
    static const struct {
        const char *facts, *outcome, *finding, *rule;
    } rows[] = {
        {FULL "record-updated-on=2015-12-17", "complete", "", ""},
        {FULL "signed-off-on=2015-12-10 new-address new-telephone employment-details other-details "
         "record-updated-on=2015-12-17", "complete", "", ""},
        {FULL, "update-owed", "update-the-record", "PD-A-11"},
        {FULL "record-updated-on=2015-12-15", "update-owed", "before-the-call", "PD-A-11"},
        {"advice=raise record-updated-on=2015-12-17", "record-owed", "call-day-missing", "PD-41-B1"},
        {"?called-on advice=raise record-updated-on=2015-12-17", "record-owed", "call-day-missing", "PD-41-B1"},
        {"called-on=2015-12-16 record-updated-on=2015-12-17", "record-owed", "advice-missing", "PD-41-B2"},
        {"called-on=2015-12-16 advice=do-not-raise record-updated-on=2015-12-17", "record-owed", "reason-missing", "PD-41-B2"},
        {"called-on=2015-12-16 advice=do-not-raise !reason-recorded record-updated-on=2015-12-17", "record-owed",
         "reason-missing", "PD-41-B2"},
        {"called-on=2015-12-16 advice=raise record-updated-on=2015-12-17", "complete", "", ""},
        {FULL "!new-address record-updated-on=2015-12-17", "record-owed", "column-missing", "PD-A-T"},
        {FULL "?other-details record-updated-on=2015-12-17", "record-owed", "column-missing", "PD-A-T"},
        {FULL "?signed-off-on record-updated-on=2015-12-17", "record-owed", "column-missing", "PD-A-T"},
        {"called-on=2015-12-16 advice=raise row=11 record-updated-on=2015-12-17", "complete", "beyond-the-sheet", "PD-A-T-R"},
        {"called-on=2015-12-16 advice=raise row=0 record-updated-on=2015-12-17", "complete", "beyond-the-sheet", "PD-A-T-R"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_string_equal(desk("record", "2015-12-20", rows[i].facts), rows[i].outcome);
        if (rows[i].finding[0] == '\0') assert_int_equal(told.n, 0);
        else expect_found(rows[i].finding, "", rows[i].rule);
    }
    desk("record", "2015-12-20", FULL);
    assert_string_equal(day_text(told.answer.due), "2015-12-16");
    desk("record", "2015-12-20", FULL "record-updated-on=2015-12-17");
    assert_string_equal(day_text(told.answer.due), "none");
}

#define DOUBT "mandated failed-on=2015-12-01 failure=took-no-part !mappa !scr !universal-credit received-on=2015-06-01 "
#define REFUSED "mandated failed-on=2015-12-01 failure=refused-employment !mappa !scr !universal-credit received-on=2015-06-01 "
#define CALLED "called-on=2015-12-10 reason-recorded "

static void the_decision_follows_the_advice_or_has_its_reason(void **state) {
    static const struct {
        const char *facts, *outcome, *finding, *severity, *rule;
    } rows[] = {
        {DOUBT CALLED "advice=raise decision=raised", "raised", "to-decision-makers", "notice", "PD-2"},
        {DOUBT CALLED "advice=do-not-raise decision=not-raised", "not-raised", "", "", ""},
        {DOUBT CALLED "advice=raise decision=not-raised !own-reason-recorded", "keep-open", "own-reason-missing", "forbidden", "PD-2"},
        {DOUBT CALLED "advice=raise decision=not-raised", "keep-open", "own-reason-missing", "undecided", "PD-2"},
        {DOUBT CALLED "advice=raise decision=not-raised own-reason-recorded", "not-raised", "", "", ""},
        {DOUBT CALLED "advice=do-not-raise decision=raised own-reason-recorded", "raised", "to-decision-makers", "notice", "PD-2"},
        {DOUBT CALLED "advice=do-not-raise decision=raised !own-reason-recorded", "keep-open", "own-reason-missing", "forbidden", "PD-2"},
        {DOUBT CALLED "advice=none decision=not-raised !own-reason-recorded", "keep-open", "doubt-is-due", "forbidden", "PD-7a"},
        {DOUBT "decision=not-raised", "keep-open", "doubt-is-due", "undecided", "PD-7a"},
        {DOUBT "decision=not-raised own-reason-recorded", "not-raised", "without-a-call", "advice", "PD-9"},
        {DOUBT "decision=raised", "raised", "without-a-call", "advice", "PD-9"},
        {REFUSED "decision=raised", "keep-open", "pre01-without-call", "forbidden", "PD-8"},
        {REFUSED "decision=not-raised own-reason-recorded", "not-raised", "without-a-call", "advice", "PD-9"},
        {REFUSED "decision=raised policy=pre01-needs-call:no", "raised", "without-a-call", "advice", "PD-9"},
        {REFUSED "told-in-advance decision=raised", "raised", "to-decision-makers", "notice", "PD-2"},
        {REFUSED "mappa decision=raised", "raised", "to-decision-makers", "notice", "PD-2"},
        {REFUSED "?mappa decision=raised", "keep-open", "pre01-without-call", "undecided", "PD-8"},
        {DOUBT "?failure decision=raised", "keep-open", "pre01-without-call", "undecided", "PD-8"},
        {DOUBT "?mappa decision=raised", "raised", "to-decision-makers", "notice", "PD-2"},
        {REFUSED CALLED "advice=raise decision=raised", "raised", "to-decision-makers", "notice", "PD-2"},
        {DOUBT CALLED "decision=raised", "raised", "closed-without-record", "breach", "PD-40"},
        {DOUBT "?called-on advice=raise decision=raised", "raised", "closed-without-record", "breach", "PD-40"},
        {DOUBT "called-on=2015-12-10 advice=do-not-raise decision=not-raised", "not-raised", "closed-without-record", "breach", "PD-40"},
        {DOUBT "decision=raised !mandated", "keep-open", "not-mandated", "forbidden", "PD-1"},
        {DOUBT "decision=not-raised !mandated", "not-raised", "", "", ""},
        {DOUBT, "keep-open", "not-decided", "undecided", "PD-2"},
    };
    char facts[512];
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        /* the later of two says what holds */
        char words[512], *list[64], *word;
        size_t n = 0;
        strcpy(words, rows[i].facts);
        for (word = strtok(words, " "); word != NULL; word = strtok(NULL, " ")) list[n++] = word;
        facts[0] = '\0';
        for (size_t a = 0; a < n; a++) {
            bool again = false;
            for (size_t b = a + 1; b < n; b++) {
                const char *x = list[a] + strspn(list[a], "!?"), *y = list[b] + strspn(list[b], "!?");
                const size_t length = strcspn(x, "=");
                again = again || (length == strcspn(y, "=") && strncmp(x, y, length) == 0);
            }
            if (!again) snprintf(facts + strlen(facts), sizeof facts - strlen(facts), "%s ", list[a]);
        }
        assert_string_equal(desk("decide", "2015-12-16", facts), rows[i].outcome);
        if (rows[i].finding[0] == '\0') assert_null(found("to-decision-makers"));
        else expect_found(rows[i].finding, rows[i].severity, rows[i].rule);
    }
    desk("decide", "2015-12-16", DOUBT CALLED "advice=raise decision=raised");
    assert_int_equal(told.answer.recipient, PRAP_RECIPIENT_DECISION_MAKERS);
}

/* The record is updated on the day of the call; without a call there was no advice to follow (PD-2). */
static void on_the_day_itself(void **state) {
    (void)state;
    desk("record", "2015-12-16", "called-on=2015-12-14 advice=raise record-updated-on=2015-12-14");
    assert_null(found("before-the-call"));
    desk("record", "2015-12-16", "called-on=2015-12-14 advice=raise record-updated-on=2015-12-13");
    assert_non_null(found("before-the-call"));
    desk("decide", "2015-12-16", DOUBT "advice=do-not-raise decision=not-raised !own-reason-recorded");
    assert_null(found("own-reason-missing"));
    assert_non_null(found("doubt-is-due"));
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_table_is_whole),
        cmocka_unit_test(each_row_has_its_rule),
        cmocka_unit_test(employment_is_passed_on_where_held),
        cmocka_unit_test(the_record_is_complete_or_says_what_it_lacks),
        cmocka_unit_test(the_decision_follows_the_advice_or_has_its_reason),
        cmocka_unit_test(on_the_day_itself),
    };
    return transcript_end(cmocka_run_group_tests(tests, NULL, NULL), argc, argv);
}
