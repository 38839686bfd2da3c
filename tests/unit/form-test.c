/*
 * form-test.c: the forms of the documents: what each holds, what calls for it, when it goes, to whom, how long it is kept.
 * shows CH15-META-3, CH15-META-4, CH15-META-5, CH15-META-7, CH15-8, CH15-9, CH15-10, CH15-10-B1, CH15-10-B2, CH15-10-B3
 * shows CH15-10-B4, CH15-13, CH15-13-B1, CH15-13-B2, CH15-13-B3, CH15-14a, CH15-14b, CH15-17, CH15-18, CH15-18-B1
 * shows CH15-18-B2, CH15-18-B3, CH15-18-B4, CH15-18-B5, CH15-20, CH15-21, CH15-53-N, CH15-A-N, PD-20, PD-28a, PD-48-N, PD-49
 * shows PD-A-1, PD-A-2, PD-A-3, PD-A-R2, PD-A-T, PD-A-11, PD-B, PD-B-F1, PD-B-F2, PD-B-F3, PD-B-F4, PD-B-N, PD-B-S
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "form.h"

#define REPORT "surname nino benefit-and-progress prospects next-steps"
#define NOTES " due-not-stated@CH15-18-B5 address-not-named@CH15-18-B5 copies@CH15-A-N"

static void an_exit_report(void **state) {
    (void)state;
    assert_string_equal(form("exit-report", "whp", "2021-05-10", "listed " REPORT),
                        "send permitted yes: withdrawn@CH15-META-3 no-least/next-steps-words@CH15-18-B5" NOTES);
    assert_int_equal(told.answer.record, PRAP_RECORD_EXIT_REPORT);
    assert_int_equal(told.answer.retention, PRAP_RETENTION_CONTRACT_PERIOD);
    assert_int_equal(told.answer.due_kind, PRAP_NOTICE_DUE_NOT_STATED);
    assert_int_equal(told.answer.recipient, PRAP_RECIPIENT_JOBCENTRE);
    assert_string_equal(form("exit-report", "whp", "2021-05-10", "listed !surname ?nino"),
                        "incomplete refused no: withdrawn@CH15-META-3 field-missing/surname@CH15-18-B1"
                        " field-unknown/nino@CH15-18-B2 field-unknown/benefit-and-progress@CH15-18-B3"
                        " field-unknown/prospects@CH15-18-B4 field-unknown/next-steps@CH15-18-B5" NOTES);
    assert_int_equal(told.answer.n_missing, 1);
    assert_int_equal(told.answer.n_unknown, 4);
    assert_string_equal(form("exit-report", "whp", "2021-05-10", REPORT),
                        "undecided undecided yes: withdrawn@CH15-META-3 not-said/listed@CH15-17"
                        " no-least/next-steps-words@CH15-18-B5" NOTES);
    assert_string_equal(form("exit-report", "whp", "2021-05-10", "!listed"),
                        "not-called-for refused -: withdrawn@CH15-META-3 not-called-for/listed@CH15-17");
    assert_string_equal(form("exit-report", "whp", "2021-05-10", "listed sent-on=2021-05-09 " REPORT),
                        "sent permitted yes: withdrawn@CH15-META-3 no-least/next-steps-words@CH15-18-B5" NOTES);
    assert_int_equal(told.answer.keep_until, PRAP_DAY_NONE);
}

/* AMB-82: a number only where the host sets one; it may not bind the lighter form of JETS. */
static void the_least_number_of_words(void **state) {
    (void)state;
    form("exit-report", "whp", "2021-05-10", "listed " REPORT " policy=exit-min-words:10 next-steps-words=9");
    assert_int_equal(told.answer.verdict, PRAP_VERDICT_REFUSED);
    assert_int_equal(form_told("too-few-words")->policy, PRAP_POLICY_EXIT_MIN_WORDS);
    form("exit-report", "whp", "2021-05-10", "listed " REPORT " policy=exit-min-words:10 next-steps-words=10");
    assert_int_equal(told.answer.verdict, PRAP_VERDICT_PERMITTED);
    assert_null(form_told("too-few-words"));
    form("exit-report", "whp", "2021-05-10", "listed " REPORT " policy=exit-min-words:10");
    assert_int_equal(told.answer.outcome, PRAP_FORM_OUTCOME_UNDECIDED);
    assert_non_null(form_told("words-unknown"));
    form("exit-report", "whp", "2021-05-10", "listed " REPORT " policy=exit-min-words:10 ?next-steps-words");
    assert_non_null(form_told("words-unknown"));
    form("exit-report", "whp", "2021-05-10", "listed " REPORT " next-steps-words=9");
    assert_int_equal(form_told("no-least")->severity, PRAP_SEVERITY_NOTICE);
    form("whperej1", "jets", "2021-05-10", "listed " REPORT " policy=exit-min-words:10 next-steps-words=9");
    assert_int_equal(form_told("too-few-words")->severity, PRAP_SEVERITY_ADVICE);
    assert_int_equal(told.answer.verdict, PRAP_VERDICT_PERMITTED);
    form("whperej1", "jets", "2021-05-10", "listed " REPORT);
    assert_int_equal(form_told("no-least")->severity, PRAP_SEVERITY_NOTICE);
}

/* AMB-78: one form, WHPEREJ1, and its other spelling; a template of one's own for Core only, once approved. */
static void the_form_of_the_programme(void **state) {
    (void)state;
    assert_ptr_equal(prap_form_find("WHPERJ1", 7), prap_form_by_number(PRAP_FORM_WHPEREJ1));
    assert_string_equal(form("exit-report", "jets", "2021-05-10", "listed " REPORT), "other-form refused -: other-programme@CH15-17");
    assert_int_equal(form_told("other-programme")->form, PRAP_FORM_WHPEREJ1);
    form("whperej1", "whp", "2021-05-10", "");
    assert_int_equal(form_told("other-programme")->form, PRAP_FORM_EXIT_REPORT);
    form("exit-report", "ipes", "2021-05-10", "");
    assert_int_equal(form_told("other-programme")->form, 0);
    form("SL2", "ipes", "2021-05-10", "");
    assert_int_equal(form_told("other-programme")->form, 0);
    form("annex-b", "whp", "2021-05-10", "");
    assert_int_equal(told.answer.outcome, PRAP_FORM_OUTCOME_OTHER_FORM);
    form("exit-report", "", "2021-05-10", "listed " REPORT);
    assert_int_equal(told.answer.outcome, PRAP_FORM_OUTCOME_UNDECIDED);
    assert_non_null(form_told("programme-unknown"));
    assert_string_equal(form("WHPERJ1", "jets", "2021-05-10", "listed surname nino"),
                        "send permitted unknown: withdrawn@CH15-META-3 field-not-printed/benefit-and-progress@CH15-18-B3"
                        " field-not-printed/prospects@CH15-18-B4 field-not-printed/next-steps@CH15-18-B5"
                        " fields-partly-printed@CH15-18-B5" NOTES);
}

static void a_template_of_ones_own(void **state) {
    (void)state;
    static const struct {
        const char *name, *programme, *facts, *finding, *rule;
        uint32_t severity;
    } rows[] = {
        {"whperej1", "jets", "own-template", "own-template", "CH15-21", PRAP_SEVERITY_FORBIDDEN},
        {"whperej1", "jets", "?own-template", "own-template", "CH15-21", PRAP_SEVERITY_UNDECIDED},
        {"exit-report", "whp", "own-template", "not-approved", "CH15-20", PRAP_SEVERITY_FORBIDDEN},
        {"exit-report", "whp", "?own-template", "not-approved", "CH15-20", PRAP_SEVERITY_UNDECIDED},
        {"exit-report", "whp", "own-template ?approved-on", "not-approved", "CH15-20", PRAP_SEVERITY_UNDECIDED},
        {"exit-report", "whp", "own-template approved-on=2021-05-09 sent-on=2021-05-08", "approved-later", "CH15-20",
         PRAP_SEVERITY_FORBIDDEN},
        {"exit-report", "whp", "own-template approved-on=2021-05-11", "day-ahead", "CH15-20", PRAP_SEVERITY_FORBIDDEN},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        form(rows[i].name, rows[i].programme, "2021-05-10", rows[i].facts);
        const prap_form_finding *found = form_told(rows[i].finding);
        assert_non_null(found);
        assert_string_equal(prap_rule_by_number(found->rule)->id, rows[i].rule);
        assert_int_equal(found->severity, rows[i].severity);
    }
    static const char *const good[] = {"", "!own-template", "own-template approved-on=2021-05-10",
                                       "own-template approved-on=2021-05-08 sent-on=2021-05-08"};
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        char facts[256];
        snprintf(facts, sizeof facts, "listed " REPORT " %s", good[i]);
        form("exit-report", "whp", "2021-05-10", facts);
        assert_int_equal(told.answer.verdict, PRAP_VERDICT_PERMITTED);
    }
}

/* AMB-70: it applies with a warning; outside England and Wales, or where the host says so, it does not. */
static void where_and_when_the_chapter_applies(void **state) {
    (void)state;
    assert_string_equal(form("exit-report", "whp", "2021-05-10", "listed !england-or-wales"),
                        "not-covered text-silent -: withdrawn@CH15-META-3 outside/england-or-wales@CH15-META-4");
    assert_string_equal(form("exit-report", "whp", "2021-05-10", "listed england-or-wales !in-force"),
                        "not-covered text-silent -: withdrawn@CH15-META-3 not-in-force/in-force@CH15-META-7");
    form("exit-report", "whp", "2021-05-10", "listed ?england-or-wales in-force " REPORT);
    assert_int_equal(told.answer.outcome, PRAP_FORM_OUTCOME_UNDECIDED);
    assert_int_equal(form_told("outside")->severity, PRAP_SEVERITY_UNDECIDED);
    form("exit-report", "whp", "2021-05-10", "own-template !in-force");
    assert_int_equal(told.answer.outcome, PRAP_FORM_OUTCOME_NOT_COVERED);
    form("prap14", "whp", "2021-05-10", "");
    assert_null(form_told("withdrawn"));
    form("exit-report", "", "2021-05-10", "!in-force"); /* undecided for another reason already */
    assert_int_equal(told.answer.verdict, PRAP_VERDICT_UNDECIDED);
    assert_int_equal(try_form("prap14", "whp", "2021-05-10", "!in-force"), PRAP_E_RANGE);
}

static void whp07(void **state) {
    (void)state;
    static const struct {
        const char *programme, *facts, *outcome, *finding, *rule;
    } rows[] = {
        {"whp", "happened=disengaged voluntary", "send", "fields-not-printed", "CH15-10"},
        {"jets", "happened=disengaged voluntary", "send", "no-record-named", "CH15-10"},
        {"whp", "happened=re-engaged voluntary", "send", "address-not-named", "CH15-10"},
        {"whp", "happened=disengaged !voluntary", "not-called-for", "not-called-for", "CH15-10-B1"},
        {"jets", "happened=re-engaged !voluntary", "not-called-for", "not-called-for", "CH15-10-B2"},
        {"jets", "happened=re-engaged", "undecided", "not-said", "CH15-10-B2"},
        {"jets", "happened=did-not-attend mandated", "send", "due-not-stated", "CH15-10"},
        {"jets", "happened=did-not-attend !mandated", "not-called-for", "not-called-for", "CH15-10-B3"},
        {"whp", "happened=did-not-attend mandated", "not-called-for", "no-occasion", "CH15-10-B3"},
        {"jets", "happened=other-provision both-agree", "send", "copies", "CH15-A-N"},
        {"jets", "happened=other-provision !both-agree", "not-called-for", "not-called-for", "CH15-10-B4"},
        {"whp", "happened=other-provision both-agree", "not-called-for", "no-occasion", "CH15-10-B4"},
        {"whp", "", "undecided", "not-said", "CH15-10"},
        {"", "happened=other-provision both-agree", "undecided", "programme-unknown", "CH15-10"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char facts[256];
        snprintf(facts, sizeof facts, "claims-benefit %s", rows[i].facts);
        form("whp07", rows[i].programme, "2021-05-10", facts);
        assert_string_equal(form_name(PRAP_WORDS_FORM_OUTCOME, told.answer.outcome), rows[i].outcome);
        assert_non_null(form_told(rows[i].finding));
        assert_string_equal(prap_rule_by_number(form_told(rows[i].finding)->rule)->id, rows[i].rule);
    }
    form("whp07", "jets", "2021-05-10", "!claims-benefit happened=did-not-attend mandated");
    assert_int_equal(told.answer.outcome, PRAP_FORM_OUTCOME_NOT_CALLED_FOR);
    form("whp07", "jets", "2021-05-10", "happened=did-not-attend mandated");
    assert_int_equal(told.answer.outcome, PRAP_FORM_OUTCOME_UNDECIDED);
    assert_int_equal(told.answer.complete, PRAP_VALUE_UNKNOWN);
    assert_int_equal(told.answer.record, 0);
}

#define HIRED "own-business customer-name nino began-on=2021-04-12 first-pay-on=2021-04-30 "

/* D-17, AMB-15. */
static void by_when_the_employment_form_goes(void **state) {
    (void)state;
    static const struct {
        const char *on, *facts, *outcome, *finding;
        uint32_t late;
    } rows[] = {
        {"2021-04-24", "", "send", NULL, 0},         {"2021-04-25", "", "send", "past-prudent", 0},
        {"2021-04-26", "", "send", "overdue", 1},    {"2021-05-10", "sent-on=2021-04-24", "sent", NULL, 0},
        {"2021-05-10", "sent-on=2021-04-25", "sent", "past-prudent", 0},
        {"2021-05-10", "sent-on=2021-04-26", "sent", "sent-late", 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char facts[256];
        snprintf(facts, sizeof facts, HIRED "%s", rows[i].facts);
        form("employment-business", "whp", rows[i].on, facts);
        assert_string_equal(form_name(PRAP_WORDS_FORM_OUTCOME, told.answer.outcome), rows[i].outcome);
        assert_int_equal(told.answer.verdict, PRAP_VERDICT_PERMITTED);
        assert_int_equal(told.answer.late, rows[i].late);
        assert_int_equal(told.answer.due, form_day("2021-04-25"));
        assert_int_equal(told.answer.prudent, form_day("2021-04-24"));
        assert_int_equal(told.answer.plan_by, form_day("2021-04-23"));
        if (rows[i].finding != NULL)
            assert_string_equal(prap_rule_by_number(form_told(rows[i].finding)->rule)->id, "CH15-14a");
        else
            assert_true(form_told("past-prudent") == NULL && form_told("overdue") == NULL && form_told("sent-late") == NULL);
    }
    form("employment-business", "whp", "2021-04-25", HIRED "policy=pay5:working");
    assert_int_equal(told.answer.due, form_day("2021-04-23"));
    form("employment-business", "whp", "2021-04-25", "own-business customer-name nino began-on=2021-04-12");
    assert_int_equal(told.answer.due, PRAP_DAY_NONE);
    assert_non_null(form_told("due-unknown"));
    form("employment-business", "whp", "2021-04-10", HIRED); /* the work begins after the day asked about */
    assert_null(form_told("day-ahead"));
    assert_string_equal(form("employment-business", "jets", "2021-04-25", "!own-business"),
                        "not-called-for refused -: withdrawn@CH15-META-3 not-called-for/own-business@CH15-13");
}

/* CH15-14b, AMB-84: the address is at a domain that is out of use, unless the host has its own; D-12 for the sending. */
static void to_whom_and_how_long(void **state) {
    (void)state;
    form("employment-business", "whp", "2021-04-24", HIRED "sent-on=2021-04-24");
    assert_string_equal(prap_contact_at(told.answer.contact - 1)->id, "payment-team-central-inbox");
    assert_int_equal(told.answer.contact_status, PRAP_CONTACT_STATUS_SUPERSEDED);
    assert_string_equal(prap_rule_by_number(form_told("address-out-of-use")->rule)->id, "CH15-14b");
    assert_int_equal(told.answer.keep_until, form_day("2021-07-24"));
    assert_string_equal(prap_rule_by_number(form_told("keep-sending")->rule)->id, "CH15-53-N");
    assert_non_null(form_told("send-unencrypted"));
    form("employment-business", "whp", "2021-04-24", HIRED "own=payment-team-central-inbox");
    assert_int_equal(told.answer.contact_status, PRAP_CONTACT_STATUS_HOST_SUPPLIES);
    assert_null(form_told("address-out-of-use"));
    assert_null(form_told("keep-sending"));
    assert_string_equal(prap_contact_at(form_told("copies")->contact - 1)->id, "whp-enquiries");
}

/* One form on three programmes: another recipient, another address, and what one document prints the other does not. */
static void prap14(void **state) {
    (void)state;
    static const struct {
        const char *programme, *facts, *outcome, *contact, *rule;
        uint32_t recipient, complete;
    } rows[] = {
        {"ipes", "started occasion=work circumstances", "send", "ipes-policy-team", "IPES-3.68", PRAP_RECIPIENT_POLICY_TEAM,
         PRAP_VALUE_UNKNOWN},
        {"ipes", "started occasion=mappa-cannot-continue !circumstances", "incomplete", "ipes-policy-team", "IPES-3.100",
         PRAP_RECIPIENT_POLICY_TEAM, PRAP_VALUE_NO},
        {"whp", "started occasion=found-work", "send", "post-email-in-memo-08", "M08-WORK-4", PRAP_RECIPIENT_POST,
         PRAP_VALUE_UNKNOWN},
        {"jets", "started occasion=duplicate !circumstances", "send", "post-email", "M08-DUP-4", PRAP_RECIPIENT_POST,
         PRAP_VALUE_UNKNOWN},
        {"whp", "started occasion=ineligible circumstances", "send", "post-email", "M08-INEL-6", PRAP_RECIPIENT_POST,
         PRAP_VALUE_UNKNOWN},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        form("prap14", rows[i].programme, "2023-05-10", rows[i].facts);
        assert_string_equal(form_name(PRAP_WORDS_FORM_OUTCOME, told.answer.outcome), rows[i].outcome);
        assert_string_equal(prap_contact_at(told.answer.contact - 1)->id, rows[i].contact);
        assert_string_equal(prap_rule_by_number(form_told("fields-partly-printed")->rule)->id, rows[i].rule);
        assert_int_equal(told.answer.recipient, rows[i].recipient);
        assert_int_equal(told.answer.complete, rows[i].complete);
        const bool not_there = told.answer.contact_status == PRAP_CONTACT_STATUS_REDACTED ||
                               told.answer.contact_status == PRAP_CONTACT_STATUS_MISSING;
        assert_int_equal(form_told("address-not-there") != NULL, not_there);
        assert_int_equal(form_told("address-out-of-use") != NULL, !not_there);
    }
    assert_string_equal(form("prap14", "whp", "2021-05-10", "!started occasion=duplicate"),
                        "not-called-for refused -: not-called-for/started@M08-DUP-4");
    assert_string_equal(form("prap14", "ipes", "2023-05-10", "started occasion=duplicate"),
                        "not-called-for refused -: no-occasion/occasion@M08-DUP-4");
    form("prap14", "jets", "2021-05-10", "started occasion=duplicate noticed-on=2021-05-07");
    assert_int_equal(told.answer.due, form_day("2021-05-07"));
    assert_int_equal(told.answer.due_kind, PRAP_NOTICE_DUE_IMMEDIATELY);
    assert_string_equal(prap_rule_by_number(form_told("overdue")->rule)->id, "M08-DUP-4");
    form("prap14", "", "2021-05-10", "");
    assert_int_equal(told.answer.outcome, PRAP_FORM_OUTCOME_UNDECIDED);
    form("prap14", "whp", "2021-05-10", "?occasion");
    assert_string_equal(prap_rule_by_number(form_told("not-said")->rule)->id, "M08-INEL-6");
}

/* The same as the desk says of a security event: complete there is complete here (PD-B). */
static void annex_b(void **state) {
    (void)state;
    assert_string_equal(form("Annex B", "", "2015-12-16", "?at-risk prime changed-on=2015-12-16 reason !staff-details"),
                        "send permitted yes: in-doubt/at-risk@PD-48-N address-out-of-use@PD-B-S");
    assert_int_equal(told.answer.due, form_day("2015-12-16"));
    assert_string_equal(form("Annex B", "", "2015-12-16", "at-risk subcontractor staff-details changed-on=2015-12-17"),
                        "incomplete refused unknown: day-ahead/changed-on@PD-B-F3 field-unknown/prime@PD-B-F1"
                        " field-unknown/reason@PD-B-F4 staff-details/staff-details@PD-B-N address-out-of-use@PD-B-S");
    assert_string_equal(form("Annex B", "", "2015-12-16", "at-risk prime !subcontractor reason"),
                        "incomplete refused no: field-missing/subcontractor@PD-B-F2 field-missing/changed-on@PD-B-F3"
                        " staff-details/staff-details@PD-B-N address-out-of-use@PD-B-S");
    assert_int_equal(form_told("staff-details")->severity, PRAP_SEVERITY_UNDECIDED);
    assert_string_equal(form("Annex B", "", "2015-12-16", "!at-risk"), "not-called-for refused -: not-called-for/at-risk@PD-49");
    form("Annex B", "", "2015-12-16", "at-risk prime ?changed-on reason !staff-details");
    assert_int_equal(told.answer.outcome, PRAP_FORM_OUTCOME_UNDECIDED);
    assert_int_equal(told.answer.due, form_day("2015-12-16"));
}

static void the_desk_aide_and_its_sheet(void **state) {
    (void)state;
#define TO_HAND                                                                                               \
    "code-up-to-date prime payment-group referring-officer signing-day referral-date nino customer-name to-find-out " \
    "failed-on=2015-12-01 "
    assert_string_equal(form("desk aide", "", "2015-12-16", TO_HAND "participants=10"), "ready permitted yes:");
    assert_int_equal(told.answer.record, PRAP_RECORD_ADVICE_CALL);
    assert_string_equal(form("desk aide", "", "2015-12-16", TO_HAND "participants=11 !employment-history ?in-receipt"),
                        "incomplete refused no: field-missing/employment-history@PD-A-4c field-unknown/in-receipt@PD-A-7"
                        " too-many/participants@PD-A-R2");
    assert_string_equal(form("desk aide", "", "2015-12-16", TO_HAND "participants=0"),
                        "incomplete refused no: field-missing/participants@PD-A-3");
    assert_string_equal(form("call sheet", "", "2015-12-16", ""), "incomplete refused no: field-missing/record-updated-on@PD-A-11");
    assert_string_equal(form("call sheet", "", "2015-12-16", "record-updated-on=2015-12-16 !new-address"),
                        "incomplete refused no: field-missing/new-address@PD-A-T");
}

static void what_others_fill_in(void **state) {
    (void)state;
    assert_string_equal(form("SL2", "whp", "2021-05-10", "scr"),
                        "from-others permitted unknown: withdrawn@CH15-META-3 fields-not-printed@CH15-8 copies@CH15-A-N");
    assert_string_equal(form("change of circumstances notification", "jets", "2021-05-10", ""),
                        "from-others permitted unknown: withdrawn@CH15-META-3 fields-not-printed@CH15-9 copies@CH15-A-N");
    assert_int_equal(told.answer.record, PRAP_RECORD_REFERRAL);
    form("ipesso1", "ipes", "2023-05-10", "");
    assert_int_equal(told.answer.outcome, PRAP_FORM_OUTCOME_FROM_OTHERS);
    form("SL2", "whp", "2021-05-10", "!scr");
    assert_int_equal(told.answer.outcome, PRAP_FORM_OUTCOME_NOT_CALLED_FOR);
}

/* A field is 39 bytes: the name, or as much of it as has room. */
static bool names(const char *field, const char *name) {
    const size_t room = sizeof told.error.field - 1 - 9;
    return strlen(name) <= room ? strcmp(field, name) == 0 : strncmp(field, name, room) == 0;
}

/* Rows: every form is found by every name it has, and its facts are those of its rows. */
static void the_rows(void **state) {
    (void)state;
    assert_null(prap_form_by_number(0));
    assert_null(prap_form_by_number(prap_word_count(PRAP_WORDS_FORM) + 1));
    assert_null(prap_form_find(NULL, 0));
    assert_null(prap_form_find("whp", 3));
    assert_null(prap_form_find("whp0@", 5));
    assert_null(prap_form_finding_cure(0));
    assert_null(prap_form_finding_cure(prap_word_count(PRAP_WORDS_FORM_FINDING) + 1));
    assert_int_equal(prap_form_takes(0, PRAP_FORM_FACT_NINO), 0);
    for (uint32_t i = 0; i < prap_contact_count(); i++) assert_int_equal(prap_contact_at(i)->number, i + 1);
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_FORM); i++) {
        const prap_word *word = prap_word_at(PRAP_WORDS_FORM, i);
        const prap_form *kind = prap_form_by_number(word->number);
        const char *alias;
        assert_ptr_equal(prap_form_find(word->name, strlen(word->name)), kind);
        assert_ptr_equal(prap_form_find(kind->title, strlen(kind->title)), kind);
        for (uint32_t n = 0; (alias = prap_form_alias_at(kind->form, n)) != NULL; n++)
            assert_ptr_equal(prap_form_find(alias, strlen(alias)), kind);
        uint32_t ways = 0;
        while (prap_form_route_at(kind->form, ways) != NULL) ways++;
        assert_int_equal(prap_form_route_at(kind->form, ways - 1)->option, 0); /* one for any occasion */
        for (uint32_t n = 0; prap_form_field_at(kind->form, n) != NULL; n++)
            assert_int_equal(prap_form_takes(kind->form, prap_form_field_at(kind->form, n)->fact), 1);
        for (uint32_t f = 0; f < prap_word_count(PRAP_WORDS_FORM_FACT); f++) { /* taken or refused by name */
            const prap_word *fact = prap_word_at(PRAP_WORDS_FORM_FACT, f);
            char facts[64];
            snprintf(facts, sizeof facts, "?%s", fact->name);
            const int takes = prap_form_takes(kind->form, fact->number);
            assert_int_equal(try_form(word->name, "", "2021-05-10", facts), takes ? PRAP_OK : PRAP_E_RANGE);
            if (!takes) assert_true(strncmp(told.error.field, "facts[0].", 9) == 0 && names(told.error.field + 9, fact->name));
        }
    }
}

static void what_cannot_be_asked(void **state) {
    const prap_calendar *calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    const prap_form_question good = {.size = sizeof good, .form = PRAP_FORM_EXIT_REPORT, .on = 18757};
    const prap_fact nino = {PRAP_FORM_FACT_NINO, PRAP_VALUE_YES, 0};
    prap_form_answer answer = {.size = sizeof answer};
    prap_error error = {.size = sizeof error};
    (void)state;
    assert_int_equal(prap_form_ask(NULL, NULL, 0, &good, NULL, NULL, &answer, &error), PRAP_E_NULL);
    assert_int_equal(prap_form_ask(calendar, NULL, 0, NULL, NULL, NULL, &answer, &error), PRAP_E_NULL);
    assert_int_equal(prap_form_ask(calendar, NULL, 0, &good, NULL, NULL, NULL, &error), PRAP_E_NULL);
    assert_int_equal(prap_form_ask(calendar, NULL, 1, &good, NULL, NULL, &answer, &error), PRAP_E_NULL);
    assert_int_equal(prap_form_ask(calendar, NULL, 0, &good, NULL, NULL, &answer, NULL), PRAP_OK); /* nobody listens */
    answer.size--;
    assert_int_equal(prap_form_ask(calendar, NULL, 0, &good, NULL, NULL, &answer, &error), PRAP_E_SIZE);
    answer.size++;
#define REFUSED(STATUS, FIELD, ...)                                                                           \
    do {                                                                                                      \
        prap_form_question wrong = good;                                                                      \
        __VA_ARGS__;                                                                                          \
        assert_int_equal(prap_form_ask(calendar, NULL, 0, &wrong, NULL, NULL, &answer, &error), STATUS);      \
        assert_string_equal(error.field, FIELD);                                                              \
    } while (0)
#define FACT(NAME, KIND, VALUE)                                                                               \
    const prap_fact fact = {PRAP_FORM_FACT_##NAME, PRAP_VALUE_##KIND, VALUE};                                 \
    wrong.facts = &fact, wrong.n_facts = 1
    REFUSED(PRAP_E_SIZE, "question", wrong.size--);
    REFUSED(PRAP_E_NULL, "facts", wrong.n_facts = 1);
    REFUSED(PRAP_E_WORD, "form", wrong.form = 0);
    REFUSED(PRAP_E_WORD, "programme", wrong.programme = 99);
    REFUSED(PRAP_E_DAY, "on", wrong.on = PRAP_DAY_NONE);
    REFUSED(PRAP_E_DAY, "on", wrong.on = PRAP_DAY_MAX + 1);
    REFUSED(PRAP_E_RANGE, "own_contacts", wrong.own_contacts = UINT64_C(1) << prap_contact_count());
    REFUSED(PRAP_E_TWICE, "facts[1].nino", const prap_fact twice[] = {nino, nino}; wrong.facts = twice; wrong.n_facts = 2);
    REFUSED(PRAP_E_WORD, "facts[0].fact", const prap_fact fact = {0}; wrong.facts = &fact; wrong.n_facts = 1);
    REFUSED(PRAP_E_TYPE, "facts[0].nino", FACT(NINO, DAY, 18757));
    REFUSED(PRAP_E_RANGE, "facts[0].nino", FACT(NINO, UNKNOWN, 18757));
    REFUSED(PRAP_E_RANGE, "facts[0].nino", FACT(NINO, YES, 1));
    REFUSED(PRAP_E_TYPE, "facts[0].next-steps-words", FACT(NEXT_STEPS_WORDS, YES, 0));
    REFUSED(PRAP_E_RANGE, "facts[0].next-steps-words", FACT(NEXT_STEPS_WORDS, NUMBER, -1));
    REFUSED(PRAP_E_RANGE, "facts[0].next-steps-words", FACT(NEXT_STEPS_WORDS, NUMBER, (int64_t)INT32_MAX + 1));
    REFUSED(PRAP_E_TYPE, "facts[0].sent-on", FACT(SENT_ON, NO, 0));
    REFUSED(PRAP_E_DAY, "facts[0].sent-on", FACT(SENT_ON, DAY, (int64_t)PRAP_DAY_MIN - 1));
    REFUSED(PRAP_E_DAY, "facts[0].sent-on", FACT(SENT_ON, DAY, (int64_t)PRAP_DAY_MAX + 1));
    REFUSED(PRAP_E_TYPE, "facts[0].happened", wrong.form = PRAP_FORM_WHP07; FACT(HAPPENED, YES, 0));
    REFUSED(PRAP_E_WORD, "facts[0].happened", wrong.form = PRAP_FORM_WHP07; FACT(HAPPENED, OPTION, 0));
    REFUSED(PRAP_E_WORD, "facts[0].happened", wrong.form = PRAP_FORM_WHP07; FACT(HAPPENED, OPTION, -1));
    REFUSED(PRAP_E_WORD, "facts[0].happened", wrong.form = PRAP_FORM_WHP07; FACT(HAPPENED, OPTION, (int64_t)INT32_MAX + 1));
    REFUSED(PRAP_E_WORD, "facts[0].happened", wrong.form = PRAP_FORM_WHP07; FACT(HAPPENED, OPTION, PRAP_FORM_OPTION_WORK));
    REFUSED(PRAP_E_RANGE, "first-pay-on", wrong.form = PRAP_FORM_EMPLOYMENT; wrong.programme = PRAP_PROGRAMME_WHP;
            const prap_fact pay[] = {{PRAP_FORM_FACT_OWN_BUSINESS, PRAP_VALUE_YES, 0},
                                     {PRAP_FORM_FACT_FIRST_PAY_ON, PRAP_VALUE_DAY, PRAP_DAY_MIN}};
            wrong.facts = pay; wrong.n_facts = 2);
    REFUSED(PRAP_E_RANGE, "sent-on", wrong.form = PRAP_FORM_EMPLOYMENT; wrong.programme = PRAP_PROGRAMME_WHP;
            wrong.on = PRAP_DAY_MAX;
            const prap_fact sent[] = {{PRAP_FORM_FACT_OWN_BUSINESS, PRAP_VALUE_YES, 0},
                                      {PRAP_FORM_FACT_SENT_ON, PRAP_VALUE_DAY, PRAP_DAY_MAX}};
            wrong.facts = sent; wrong.n_facts = 2);
    REFUSED(PRAP_E_RANGE, "first-pay-on", wrong.form = PRAP_FORM_EMPLOYMENT; wrong.programme = PRAP_PROGRAMME_WHP;
            wrong.on = PRAP_DAY_MAX; /* of two days that cannot be counted from, the first is told */
            const prap_fact both[] = {{PRAP_FORM_FACT_OWN_BUSINESS, PRAP_VALUE_YES, 0},
                                      {PRAP_FORM_FACT_FIRST_PAY_ON, PRAP_VALUE_DAY, PRAP_DAY_MIN},
                                      {PRAP_FORM_FACT_SENT_ON, PRAP_VALUE_DAY, PRAP_DAY_MAX}};
            wrong.facts = both; wrong.n_facts = 3);
    assert_int_equal(try_form("employment-business", "whp", "2150-01-01", "own-business first-pay-on=2150-01-01 policy=pay5:working"),
                     PRAP_E_COVERAGE);
    const prap_setting twice[] = {{PRAP_POLICY_PAY5, PRAP_CHOICE_WORKING}, {PRAP_POLICY_PAY5, PRAP_CHOICE_WORKING}};
    assert_int_equal(prap_form_ask(calendar, twice, 2, &good, NULL, NULL, &answer, &error), PRAP_E_TWICE);
}

/* A visitor that stops is not called again, and nothing is answered. */
static void a_visitor_may_stop(void **state) {
    (void)state;
    told.stop_with = PRAP_FAIL;
    assert_int_equal(try_form("employment-business", "whp", "2021-04-25", HIRED "sent-on=2021-04-25"), PRAP_FAIL);
    assert_int_equal(told.n, 1);
    assert_int_equal(told.answer.outcome, 0);
    told.stop_with = PRAP_OK;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_exit_report), cmocka_unit_test(the_least_number_of_words),
        cmocka_unit_test(the_form_of_the_programme), cmocka_unit_test(a_template_of_ones_own),
        cmocka_unit_test(where_and_when_the_chapter_applies), cmocka_unit_test(whp07),
        cmocka_unit_test(by_when_the_employment_form_goes), cmocka_unit_test(to_whom_and_how_long),
        cmocka_unit_test(prap14), cmocka_unit_test(annex_b), cmocka_unit_test(the_desk_aide_and_its_sheet),
        cmocka_unit_test(what_others_fill_in), cmocka_unit_test(the_rows), cmocka_unit_test(what_cannot_be_asked),
        cmocka_unit_test(a_visitor_may_stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
