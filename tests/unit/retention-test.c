/*
 * retention-test.c: how long one record is kept and whether it may go: rules.md 2.8 and the worked days of D-11 to D-13.
 * shows CH15-26, CH15-30, CH15-34b, CH15-38-N-a, CH15-38-N-b, CH15-39, CH15-39-B1, CH15-39-B2, CH15-39-B3, CH15-39-B4
 * shows CH15-39-B5, CH15-39-N1, CH15-39-N2, CH15-42-N-a, CH15-53-N, CH15-55a, CH15-55b, CH15-57
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "date-rows.h"
#include "prap/prap.h"

#define COUNT(ARRAY) (sizeof(ARRAY) / sizeof((ARRAY)[0]))
#define FACT(NAME)   PRAP_RETENTION_FACT_##NAME
#define FINDING(NAME) PRAP_RETENTION_FINDING_##NAME

static prap_day day_of(const char *text) {
    prap_day day = PRAP_DAY_NONE;
    assert_int_equal(prap_day_parse(text, strlen(text), &day), PRAP_OK);
    return day;
}

static prap_fact on(uint32_t fact, const char *day) {
    return (prap_fact){fact, PRAP_VALUE_DAY, day_of(day)};
}

static prap_fact is(uint32_t fact, uint32_t kind) {
    return (prap_fact){fact, kind, 0};
}

#define YES(NAME) is(FACT(NAME), PRAP_VALUE_YES)
#define NO(NAME)  is(FACT(NAME), PRAP_VALUE_NO)

struct told {
    unsigned n;
    prap_retention_finding findings[24];
    prap_status stop_with;
};

static prap_status hear(void *user, const prap_retention_finding *finding) {
    struct told *told = user;
    assert_int_equal(finding->size, sizeof *finding);
    assert_true(told->n < COUNT(told->findings));
    assert_non_null(prap_rule_by_number(finding->rule));
    uint32_t policy = 0;
    if (finding->finding == FINDING(MANDATION_NOTIFIED) || finding->finding == FINDING(MANDATION_DECIDED)) {
        policy = PRAP_POLICY_ANCHOR_13M;
    } else if (finding->finding == FINDING(ESF_PERIOD)) {
        policy = PRAP_POLICY_ESF_YEARS;
    }
    assert_int_equal(finding->policy, policy);
    told->findings[told->n++] = *finding;
    return told->stop_with;
}

static struct told told;

static prap_retention_answer ask(uint32_t record, const char *as_of, const prap_fact *facts, size_t n) {
    const prap_retention_question question = {
        .size = sizeof question, .record = record, .as_of = day_of(as_of), .facts = facts, .n_facts = n};
    prap_retention_answer answer = {.size = sizeof answer};
    told = (struct told){0};
    assert_int_equal(prap_retention_ask(NULL, 0, &question, hear, &told, &answer, NULL), PRAP_OK);
    assert_int_equal(answer.record, record);
    assert_int_equal(answer.as_of, question.as_of);
    return answer;
}

#define ASK(RECORD, AS_OF, ...)                                                                              \
    ask(PRAP_RECORD_##RECORD, AS_OF, (const prap_fact[]){__VA_ARGS__},                                       \
        sizeof((const prap_fact[]){__VA_ARGS__}) / sizeof(prap_fact))

/* The severity of a finding, 0 when it was not told. */
static uint32_t severity_of(uint32_t finding) {
    for (unsigned i = 0; i < told.n; i++) {
        if (told.findings[i].finding == finding) return told.findings[i].severity;
    }
    return 0;
}

static const char *rule_of(uint32_t finding) {
    for (unsigned i = 0; i < told.n; i++) {
        if (told.findings[i].finding == finding) return prap_rule_by_number(told.findings[i].rule)->id;
    }
    return "";
}

/* On the last day it stays, on the next it may go, for each row: what is anchored, the last day, the first day of disposal. */
static void keeps_through(uint32_t record, const prap_fact *facts, size_t n, const char *through, const char *disposal) {
    prap_retention_answer answer = ask(record, through, facts, n);
    assert_int_equal(answer.verdict, PRAP_VERDICT_REFUSED);
    assert_int_equal(answer.kept_until, day_of(through));
    assert_int_equal(answer.at_least, day_of(through));
    assert_int_equal(answer.disposal, day_of(disposal));
    answer = ask(record, disposal, facts, n);
    assert_int_equal(answer.verdict, PRAP_VERDICT_PERMITTED);
    assert_int_equal(answer.kept_until, day_of(through));
    assert_int_equal(answer.missing, 0);
}

static void the_worked_days_of_the_catalogue(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(d_11); i++) {
        const prap_fact facts[] = {YES(NO_CONTRACT_PERIOD), on(FACT(NOTIFIED_ON), d_11[i][0])};
        keeps_through(PRAP_RECORD_MANDATION_EVIDENCE, facts, 2, d_11[i][1], d_11[i][2]);
        assert_string_equal(rule_of(FINDING(MANDATION_NOTIFIED)), "CH15-38-N-b");
    }
    for (size_t i = 0; i < COUNT(d_12); i++) {
        const prap_fact sent = on(FACT(SENT_ON), d_12[i][0]), done = on(FACT(LAST_ACTION_ON), d_12[i][0]);
        keeps_through(PRAP_RECORD_UNENCRYPTED_EMAIL, &sent, 1, d_12[i][1], d_12[i][2]);
        assert_string_equal(rule_of(FINDING(EMAIL_RECORD)), "CH15-53-N");
        keeps_through(PRAP_RECORD_MISDIRECTED_DATA, &done, 1, d_12[i][1], d_12[i][2]);
        assert_string_equal(rule_of(FINDING(ACTIONS_RECORD)), "CH15-55b");
    }
    for (size_t i = 0; i < COUNT(d_13); i++) {
        const prap_fact facts[] = {on(FACT(FINAL_CLAIM_PAID_ON), d_13[i][1]), on(FACT(PROGRAMME_ENDED_ON), d_13[i][0])};
        keeps_through(PRAP_RECORD_ESF_FORMS, facts, 2, d_13[i][3], d_13[i][4]);
        assert_int_equal(ask(PRAP_RECORD_ESF_FORMS, d_13[i][3], facts, 2).anchor, day_of(d_13[i][2]));
        assert_string_equal(rule_of(FINDING(ESF_PERIOD)), "CH15-39-N2");
    }
}

/* Two periods that end on one day: the anchor is that of the first told. */
static void two_periods_end_on_one_day(void **state) {
    (void)state;
    static const struct {
        const char *contract, *anchor;
    } rows[] = {{"2022-01-14", "2020-12-15"}, {"2022-01-15", "2020-12-15"}, {"2022-01-16", "2022-01-16"}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        const prap_retention_answer answer = ASK(MANDATION_EVIDENCE, "2021-01-01", on(FACT(NOTIFIED_ON), "2020-12-15"),
                                                 on(FACT(CONTRACT_UNTIL), rows[i].contract));
        assert_int_equal(answer.anchor, day_of(rows[i].anchor));
    }
}

/* AMB-17: the later of the two, and each alone by policy. */
static void thirteen_months_by_policy(void **state) {
    (void)state;
    static const struct {
        int32_t choice;
        const char *notified, *decided, *kept, *at_least;
    } rows[] = {
        {PRAP_CHOICE_LATER, "2020-12-15", "2020-11-01", "2022-01-15", "2022-01-15"},
        {PRAP_CHOICE_LATER, "2020-11-01", "2020-12-15", "2022-01-15", "2022-01-15"},
        {PRAP_CHOICE_LATER, "2020-12-15", NULL, "2022-01-15", "2022-01-15"},
        {PRAP_CHOICE_LATER, NULL, "2020-12-15", NULL, "2022-01-15"},
        {PRAP_CHOICE_LATER, NULL, NULL, NULL, NULL},
        {PRAP_CHOICE_NOTIFIED, "2020-11-01", "2020-12-15", "2021-12-01", "2021-12-01"},
        {PRAP_CHOICE_NOTIFIED, NULL, "2020-12-15", NULL, NULL},
        {PRAP_CHOICE_DECISION, "2020-12-15", "2020-11-01", "2021-12-01", "2021-12-01"},
        {PRAP_CHOICE_DECISION, "2020-12-15", NULL, NULL, NULL},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        prap_fact facts[3] = {YES(NO_CONTRACT_PERIOD)};
        size_t n = 1;
        if (rows[i].notified != NULL) facts[n++] = on(FACT(NOTIFIED_ON), rows[i].notified);
        if (rows[i].decided != NULL) facts[n++] = on(FACT(DECIDED_ON), rows[i].decided);
        const prap_setting setting = {PRAP_POLICY_ANCHOR_13M, rows[i].choice};
        const prap_retention_question question = {.size = sizeof question, .facts = facts, .n_facts = n,
                                                  .record = PRAP_RECORD_MANDATION_EVIDENCE,
                                                  .as_of = day_of("2030-01-01")};
        prap_retention_answer answer = {.size = sizeof answer};
        assert_int_equal(prap_retention_ask(&setting, 1, &question, NULL, NULL, &answer, NULL), PRAP_OK);
        assert_int_equal(answer.policy, PRAP_POLICY_ANCHOR_13M);
        assert_int_equal(answer.policy_value, rows[i].choice);
        assert_int_equal(answer.kept_until, rows[i].kept == NULL ? PRAP_DAY_NONE : day_of(rows[i].kept));
        assert_int_equal(answer.at_least, rows[i].at_least == NULL ? PRAP_DAY_NONE : day_of(rows[i].at_least));
        assert_int_equal(answer.verdict, rows[i].kept == NULL ? PRAP_VERDICT_UNDECIDED : PRAP_VERDICT_PERMITTED);
        assert_int_equal(answer.disposal, rows[i].kept == NULL ? PRAP_DAY_NONE : day_of(rows[i].kept) + 1);
    }
}

static void a_contract_that_is_longer_wins(void **state) {
    (void)state;
    const prap_fact notified = on(FACT(NOTIFIED_ON), "2020-12-15");
    prap_retention_answer answer = ASK(MANDATION_EVIDENCE, "2023-01-01", notified, on(FACT(CONTRACT_UNTIL), "2023-03-31"));
    assert_int_equal(answer.verdict, PRAP_VERDICT_REFUSED);
    assert_int_equal(answer.kept_until, day_of("2023-03-31"));
    assert_int_equal(answer.anchor, day_of("2023-03-31"));
    assert_int_equal(severity_of(FINDING(MANDATION_NOTIFIED)), PRAP_SEVERITY_NOTICE);
    assert_int_equal(severity_of(FINDING(CONTRACT_PERIOD)), PRAP_SEVERITY_FORBIDDEN);
    assert_string_equal(rule_of(FINDING(CONTRACT_PERIOD)), "CH15-38-N-a");
    answer = ASK(MANDATION_EVIDENCE, "2023-01-01", notified, on(FACT(CONTRACT_UNTIL), "2021-03-31"));
    assert_int_equal(answer.verdict, PRAP_VERDICT_PERMITTED);
    assert_int_equal(answer.anchor, day_of("2020-12-15"));
    assert_string_equal(prap_retention_finding_row(FINDING(MANDATION_NOTIFIED)), "F-E-07");
    /* Not known: keep, and ask the host. */
    answer = ASK(MANDATION_EVIDENCE, "2023-01-01", notified);
    assert_int_equal(answer.verdict, PRAP_VERDICT_UNDECIDED);
    assert_int_equal(answer.missing, 1);
    assert_int_equal(answer.kept_until, PRAP_DAY_NONE);
    assert_int_equal(answer.at_least, day_of("2022-01-15"));
    assert_int_equal(severity_of(FINDING(CONTRACT_PERIOD)), PRAP_SEVERITY_UNDECIDED);
    /* Said twice over, the day wins. */
    answer = ASK(REFERRAL, "2023-01-01", YES(NO_CONTRACT_PERIOD), on(FACT(CONTRACT_UNTIL), "2023-03-31"));
    assert_int_equal(answer.verdict, PRAP_VERDICT_REFUSED);
    answer = ASK(REFERRAL, "2023-01-01", YES(NO_CONTRACT_PERIOD));
    assert_int_equal(answer.verdict, PRAP_VERDICT_PERMITTED);
    assert_int_equal(answer.kept_until, PRAP_DAY_NONE);
    assert_int_equal(answer.disposal, PRAP_DAY_NONE);
}

static void no_decision_will_come(void **state) {
    (void)state;
    const prap_fact contract = on(FACT(CONTRACT_UNTIL), "2021-03-31");
    prap_retention_answer answer = ASK(MANDATION_EVIDENCE, "2021-04-01", YES(NO_DECISION), contract);
    assert_int_equal(answer.verdict, PRAP_VERDICT_PERMITTED);
    assert_int_equal(severity_of(FINDING(NO_DECISION)), PRAP_SEVERITY_NOTICE);
    answer = ASK(MANDATION_EVIDENCE, "2021-04-01", NO(NO_DECISION), contract);
    assert_int_equal(answer.verdict, PRAP_VERDICT_UNDECIDED);
    /* There was one after all. */
    answer = ASK(MANDATION_EVIDENCE, "2021-04-01", YES(NO_DECISION), contract, on(FACT(NOTIFIED_ON), "2021-03-01"));
    assert_int_equal(answer.verdict, PRAP_VERDICT_REFUSED);
    answer = ASK(MANDATION_EVIDENCE, "2021-04-01", YES(NO_DECISION), contract, on(FACT(DECIDED_ON), "2021-03-01"));
    assert_int_equal(answer.verdict, PRAP_VERDICT_REFUSED);
}

/* D-13: while a day is unknown there is no disposal, and the other says until when at the least. */
static void esf_forms_wait_for_both_days(void **state) {
    (void)state;
    prap_retention_answer answer = ASK(ESF_FORMS, "2040-01-01", on(FACT(PROGRAMME_ENDED_ON), "2019-12-31"));
    assert_int_equal(answer.verdict, PRAP_VERDICT_UNDECIDED);
    assert_int_equal(answer.at_least, day_of("2029-12-31"));
    assert_int_equal(answer.disposal, PRAP_DAY_NONE);
    answer = ASK(ESF_FORMS, "2029-12-31", on(FACT(FINAL_CLAIM_PAID_ON), "2019-12-31"));
    assert_int_equal(answer.verdict, PRAP_VERDICT_REFUSED);
    assert_int_equal(answer.missing, 1);
    answer = ask(PRAP_RECORD_ESF_FORMS, "2040-01-01", NULL, 0);
    assert_int_equal(answer.verdict, PRAP_VERDICT_UNDECIDED);
    assert_int_equal(answer.missing, 2);
    assert_int_equal(answer.at_least, PRAP_DAY_NONE);
    assert_int_equal(answer.policy, PRAP_POLICY_ESF_YEARS);
    assert_int_equal(answer.policy_value, 10);
    const prap_fact facts[] = {on(FACT(FINAL_CLAIM_PAID_ON), "2020-02-29"), on(FACT(PROGRAMME_ENDED_ON), "2019-12-31")};
    const prap_setting years = {PRAP_POLICY_ESF_YEARS, 12};
    const prap_retention_question question = {.size = sizeof question, .record = PRAP_RECORD_ESF_FORMS, .facts = facts,
                                              .n_facts = 2, .as_of = day_of("2030-01-01")};
    answer = (prap_retention_answer){.size = sizeof answer};
    assert_int_equal(prap_retention_ask(&years, 1, &question, NULL, NULL, &answer, NULL), PRAP_OK);
    assert_int_equal(answer.kept_until, day_of("2032-02-29"));
}

static void codes_emails_and_forms(void **state) {
    (void)state;
    const prap_fact until = on(FACT(IN_FORCE_UNTIL), "2015-12-31"), days = {FACT(CODE_LOG_DAYS), PRAP_VALUE_NUMBER, 30};
    prap_retention_answer answer = ASK(ACCESS_CODE_LOG, "2016-01-30", until, days);
    assert_int_equal(answer.verdict, PRAP_VERDICT_REFUSED);
    assert_int_equal(answer.kept_until, day_of("2016-01-30"));
    assert_int_equal(answer.anchor, day_of("2015-12-31"));
    assert_int_equal(ASK(ACCESS_CODE_LOG, "2016-01-31", until, days).verdict, PRAP_VERDICT_PERMITTED);
    answer = ASK(ACCESS_CODE_LOG, "2016-01-31", until);
    assert_int_equal(answer.verdict, PRAP_VERDICT_UNDECIDED);
    assert_int_equal(answer.at_least, day_of("2015-12-31"));
    answer = ASK(ACCESS_CODE_LOG, "2016-01-31", days);
    assert_int_equal(answer.verdict, PRAP_VERDICT_UNDECIDED);
    assert_int_equal(answer.missing, 1);
    /* What is produced on request has no length of its own. */
    answer = ASK(NO_START_EVIDENCE, "2016-01-31", on(FACT(CONTRACT_UNTIL), "2016-01-30"));
    assert_int_equal(answer.verdict, PRAP_VERDICT_PERMITTED);
    assert_int_equal(severity_of(FINDING(LENGTH_NOT_STATED)), PRAP_SEVERITY_NOTICE);
    assert_string_equal(rule_of(FINDING(LENGTH_NOT_STATED)), "IPES-3.61-N1");
    assert_string_equal(rule_of(FINDING(CONTRACT_PERIOD)), "IPES-3.61-N1");
    /* A form is the contract's, its sending three months. */
    answer = ASK(EMPLOYMENT_FORM, "2021-05-01", on(FACT(CONTRACT_UNTIL), "2021-03-31"), on(FACT(SENT_ON), "2021-02-10"));
    assert_int_equal(answer.verdict, PRAP_VERDICT_REFUSED);
    assert_int_equal(answer.kept_until, day_of("2021-05-10"));
    answer = ASK(EMPLOYMENT_FORM, "2021-05-01", on(FACT(CONTRACT_UNTIL), "2021-03-31"));
    assert_int_equal(answer.verdict, PRAP_VERDICT_PERMITTED);
    assert_int_equal(ask(PRAP_RECORD_UNENCRYPTED_EMAIL, "2021-05-01", NULL, 0).verdict, PRAP_VERDICT_UNDECIDED);
}

/* AMB-77: what is evidence is filed first, then the received email is deleted. */
static void received_emails_go_when_dealt_with(void **state) {
    (void)state;
    const prap_fact done = on(FACT(ACTIONED_ON), "2021-03-31");
    assert_int_equal(ask(PRAP_RECORD_RECEIVED_EMAIL, "2021-03-31", NULL, 0).verdict, PRAP_VERDICT_UNDECIDED);
    assert_int_equal(ASK(RECEIVED_EMAIL, "2021-03-30", done, YES(EVIDENCE_FILED)).verdict, PRAP_VERDICT_REFUSED);
    assert_int_equal(severity_of(FINDING(NOT_ACTIONED)), PRAP_SEVERITY_FORBIDDEN);
    assert_int_equal(ASK(RECEIVED_EMAIL, "2021-03-31", done).verdict, PRAP_VERDICT_UNDECIDED);
    assert_int_equal(ASK(RECEIVED_EMAIL, "2021-03-31", done, NO(EVIDENCE_FILED)).verdict, PRAP_VERDICT_REFUSED);
    const prap_retention_answer answer = ASK(RECEIVED_EMAIL, "2021-03-31", done, YES(EVIDENCE_FILED));
    assert_int_equal(answer.verdict, PRAP_VERDICT_PERMITTED);
    assert_int_equal(answer.retention, PRAP_RETENTION_UNTIL_ACTIONED);
    assert_int_equal(severity_of(FINDING(DELETE_NOW)), PRAP_SEVERITY_NOTICE);
}

static void a_hold_keeps_and_never_shortens(void **state) {
    (void)state;
    static const struct {
        uint32_t fact, finding;
        const char *rule;
    } rows[] = {{FACT(ERASURE_OPEN), FINDING(ERASURE_OPEN), "CH15-26"},
                {FACT(REQUESTED), FINDING(REQUESTED), "IPES-3.61-N1"},
                {FACT(LEGAL_HOLD), FINDING(LEGAL_HOLD), "CH15-39-N1"}};
    const prap_fact sent = on(FACT(SENT_ON), "2021-03-15");
    for (size_t i = 0; i < COUNT(rows); i++) {
        prap_retention_answer answer = ASK(UNENCRYPTED_EMAIL, "2022-01-01", sent, is(rows[i].fact, PRAP_VALUE_YES));
        assert_int_equal(answer.verdict, PRAP_VERDICT_REFUSED);
        assert_int_equal(answer.on_hold, 1);
        assert_int_equal(answer.kept_until, day_of("2021-06-15"));
        assert_int_equal(answer.disposal, PRAP_DAY_NONE);
        assert_string_equal(rule_of(rows[i].finding), rows[i].rule);
        answer = ASK(UNENCRYPTED_EMAIL, "2022-01-01", sent, is(rows[i].fact, PRAP_VALUE_UNKNOWN));
        assert_int_equal(answer.verdict, PRAP_VERDICT_UNDECIDED);
        assert_int_equal(answer.on_hold, 0);
        assert_int_equal(answer.disposal, PRAP_DAY_NONE);
        answer = ASK(UNENCRYPTED_EMAIL, "2022-01-01", sent, is(rows[i].fact, PRAP_VALUE_NO));
        assert_int_equal(answer.verdict, PRAP_VERDICT_PERMITTED);
        assert_int_equal(severity_of(rows[i].finding), 0);
    }
    assert_string_equal(prap_retention_finding_row(FINDING(ERASURE_OPEN)), "F-E-06");
}

/* An acceptance overrides nothing that must be kept; one that should not be is told of (invariant 10). */
static void an_accepted_erasure_shortens_nothing(void **state) {
    (void)state;
    const prap_fact sent = on(FACT(SENT_ON), "2021-03-15");
    prap_retention_answer answer = ASK(UNENCRYPTED_EMAIL, "2021-06-15", sent, YES(ERASURE_ACCEPTED));
    assert_int_equal(answer.verdict, PRAP_VERDICT_REFUSED);
    assert_int_equal(answer.disposal, day_of("2021-06-16"));
    assert_int_equal(severity_of(FINDING(ERASURE_ACCEPTED)), PRAP_SEVERITY_NOTICE);
    answer = ASK(UNENCRYPTED_EMAIL, "2021-06-16", sent, YES(ERASURE_ACCEPTED), NO(STARTED), NO(MANDATED));
    assert_int_equal(answer.verdict, PRAP_VERDICT_PERMITTED);
    assert_int_equal(severity_of(FINDING(ACCEPTED_YET_STARTED)), 0);
    assert_int_equal(severity_of(FINDING(ACCEPTED_YET_MANDATED)), 0);
    answer = ASK(MANDATION_EVIDENCE, "2021-06-16", YES(ERASURE_ACCEPTED), YES(STARTED), YES(MANDATED),
                 on(FACT(NOTIFIED_ON), "2021-06-01"), YES(NO_CONTRACT_PERIOD));
    assert_int_equal(answer.verdict, PRAP_VERDICT_REFUSED);
    assert_int_equal(answer.kept_until, day_of("2022-07-01"));
    assert_int_equal(severity_of(FINDING(ACCEPTED_YET_STARTED)), PRAP_SEVERITY_BREACH);
    assert_int_equal(severity_of(FINDING(ACCEPTED_YET_MANDATED)), PRAP_SEVERITY_BREACH);
    assert_string_equal(rule_of(FINDING(ACCEPTED_YET_STARTED)), "CH15-39");
    assert_string_equal(prap_retention_finding_row(FINDING(ACCEPTED_YET_MANDATED)), "F-E-04");
}

/* Whose rule the contract's period is: chapter 15's where it speaks, else the record's own. */
static void the_contract_speaks_by_programme(void **state) {
    (void)state;
    static const struct {
        uint32_t record, programme;
        const char *rule;
    } rows[] = {{PRAP_RECORD_ACKNOWLEDGEMENT, 0, "IPES-3.22"},
                {PRAP_RECORD_ACKNOWLEDGEMENT, PRAP_PROGRAMME_IPES, "IPES-3.22"},
                {PRAP_RECORD_REFERRAL, PRAP_PROGRAMME_JETS, "CH15-38-N-a"},
                {PRAP_RECORD_PAYMENT_EVIDENCE, PRAP_PROGRAMME_IPES, "CH15-38-N-a"},
                {PRAP_RECORD_ERASURE_CASE, 0, "CH15-38-N-a"}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        const prap_retention_question question = {.size = sizeof question, .record = rows[i].record,
                                                  .programme = rows[i].programme, .as_of = day_of("2021-06-16")};
        prap_retention_answer answer = {.size = sizeof answer};
        told = (struct told){0};
        assert_int_equal(prap_retention_ask(NULL, 0, &question, hear, &told, &answer, NULL), PRAP_OK);
        assert_string_equal(rule_of(FINDING(CONTRACT_PERIOD)), rows[i].rule);
        assert_int_equal(answer.verdict, PRAP_VERDICT_UNDECIDED);
    }
    /* That no length is stated is the record's own rule, also where chapter 15 speaks of the contract's. */
    const prap_retention_question question = {.size = sizeof question, .record = PRAP_RECORD_NO_START_EVIDENCE,
                                              .programme = PRAP_PROGRAMME_WHP, .as_of = day_of("2021-06-16")};
    prap_retention_answer answer = {.size = sizeof answer};
    told = (struct told){0};
    assert_int_equal(prap_retention_ask(NULL, 0, &question, hear, &told, &answer, NULL), PRAP_OK);
    assert_string_equal(rule_of(FINDING(LENGTH_NOT_STATED)), "IPES-3.61-N1");
    assert_string_equal(rule_of(FINDING(CONTRACT_PERIOD)), "CH15-38-N-a");
}

/* Every kind of record has an answer, and is kept when nothing is known of it. */
static void nothing_known_keeps_everything(void **state) {
    (void)state;
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_RECORD); i++) {
        const uint32_t record = prap_word_at(PRAP_WORDS_RECORD, i)->number;
        const prap_retention_answer answer = ask(record, "2099-12-31", NULL, 0);
        assert_int_equal(answer.verdict, PRAP_VERDICT_UNDECIDED);
        assert_int_equal(answer.disposal, PRAP_DAY_NONE);
        assert_int_equal(answer.rule, prap_record_kind_by_number(record)->rule);
        assert_true(answer.missing > 0);
    }
}

static void assert_refused(const prap_retention_question *question, prap_status status, const char *field) {
    prap_retention_answer answer = {.size = sizeof answer, .record = 77};
    prap_error error = {.size = sizeof error};
    assert_int_equal(prap_retention_ask(NULL, 0, question, NULL, NULL, &answer, &error), status);
    assert_int_equal(error.status, status);
    assert_string_equal(error.field, field);
    assert_int_equal(answer.record, 77);
}

static void what_cannot_be_asked(void **state) {
    (void)state;
    prap_retention_answer answer = {.size = sizeof answer};
    prap_retention_question question = {.size = sizeof question, .record = PRAP_RECORD_REFERRAL, .as_of = 19000};
    assert_int_equal(prap_retention_ask(NULL, 0, NULL, NULL, NULL, &answer, NULL), PRAP_E_NULL);
    assert_int_equal(prap_retention_ask(NULL, 0, &question, NULL, NULL, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_retention_ask(NULL, 1, &question, NULL, NULL, &answer, NULL), PRAP_E_NULL);
    const prap_setting wrong = {9999, 1};
    assert_int_equal(prap_retention_ask(&wrong, 1, &question, NULL, NULL, &answer, NULL), PRAP_E_WORD);
    answer.size = 4;
    assert_int_equal(prap_retention_ask(NULL, 0, &question, NULL, NULL, &answer, NULL), PRAP_E_SIZE);
    struct {
        prap_retention_question question;
        uint64_t more;
    } longer = {.question = question, .more = 1};
    longer.question.size = sizeof longer;
    assert_refused(&longer.question, PRAP_E_SIZE, "question");
    question.record = 999;
    assert_refused(&question, PRAP_E_WORD, "record");
    question.record = PRAP_RECORD_REFERRAL;
    question.programme = 99;
    assert_refused(&question, PRAP_E_WORD, "programme");
    question.programme = 0;
    question.as_of = PRAP_DAY_NONE;
    assert_refused(&question, PRAP_E_DAY, "as_of");
    question.as_of = PRAP_DAY_MAX + 1;
    assert_refused(&question, PRAP_E_DAY, "as_of");
    question.as_of = 19000;
    question.n_facts = 1;
    assert_refused(&question, PRAP_E_NULL, "facts");
    prap_fact facts[PRAP_FACTS_MAX + 1] = {{0, 0, 0}};
    question.facts = facts;
    question.n_facts = PRAP_FACTS_MAX + 1;
    assert_refused(&question, PRAP_E_LIMIT, "facts");
}

static void what_cannot_be_said(void **state) {
    (void)state;
    static const struct {
        prap_fact facts[2];
        size_t n;
        prap_status status;
        const char *field;
    } rows[] = {
        {{{99, PRAP_VALUE_YES, 0}}, 1, PRAP_E_WORD, "facts[0].fact"},
        {{{FACT(SENT_ON), PRAP_VALUE_YES, 0}}, 1, PRAP_E_TYPE, "facts[0].sent-on"},
        {{{FACT(LEGAL_HOLD), PRAP_VALUE_DAY, 0}}, 1, PRAP_E_TYPE, "facts[0].legal-hold"},
        {{{FACT(LEGAL_HOLD), PRAP_VALUE_UNKNOWN, 3}}, 1, PRAP_E_RANGE, "facts[0].legal-hold"},
        {{{FACT(CODE_LOG_DAYS), PRAP_VALUE_YES, 0}}, 1, PRAP_E_TYPE, "facts[0].code-log-days"},
        {{{FACT(CODE_LOG_DAYS), PRAP_VALUE_NUMBER, -1}}, 1, PRAP_E_RANGE, "facts[0].code-log-days"},
        {{{FACT(CODE_LOG_DAYS), PRAP_VALUE_NUMBER, INT64_C(1) << 31}}, 1, PRAP_E_RANGE, "facts[0].code-log-days"},
        {{{FACT(SENT_ON), PRAP_VALUE_DAY, (int64_t)PRAP_DAY_MAX + 1}}, 1, PRAP_E_DAY, "facts[0].sent-on"},
        {{{FACT(SENT_ON), PRAP_VALUE_DAY, (int64_t)PRAP_DAY_MIN - 1}}, 1, PRAP_E_DAY, "facts[0].sent-on"},
        {{{FACT(REQUESTED), PRAP_VALUE_NO, 0}, {FACT(REQUESTED), PRAP_VALUE_NO, 0}}, 2, PRAP_E_TWICE, "facts[1].requested"},
        {{{FACT(SENT_ON), PRAP_VALUE_DAY, PRAP_DAY_MAX}}, 1, PRAP_E_RANGE, "sent-on"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const prap_retention_question question = {.size = sizeof question, .record = PRAP_RECORD_UNENCRYPTED_EMAIL,
                                                  .as_of = 19000, .facts = rows[i].facts, .n_facts = rows[i].n};
        assert_refused(&question, rows[i].status, rows[i].field);
    }
    const prap_fact code[] = {{FACT(IN_FORCE_UNTIL), PRAP_VALUE_DAY, PRAP_DAY_MAX},
                              {FACT(CODE_LOG_DAYS), PRAP_VALUE_NUMBER, 1}};
    const prap_retention_question log = {.size = sizeof log, .record = PRAP_RECORD_ACCESS_CODE_LOG, .as_of = 19000,
                                         .facts = code, .n_facts = 2};
    assert_refused(&log, PRAP_E_RANGE, "code-log-days");
    const prap_fact both[] = {{FACT(PROGRAMME_ENDED_ON), PRAP_VALUE_DAY, PRAP_DAY_MAX},
                              {FACT(FINAL_CLAIM_PAID_ON), PRAP_VALUE_DAY, PRAP_DAY_MAX}};
    const prap_retention_question esf = {.size = sizeof esf, .record = PRAP_RECORD_ESF_FORMS, .as_of = 19000,
                                         .facts = both, .n_facts = 2};
    assert_refused(&esf, PRAP_E_RANGE, "programme-ended-on");
}

static void the_last_day_of_all(void **state) {
    (void)state;
    for (int i = 0; i < 4; i++) { /* the first and the last day can be asked about, those beyond cannot */
        static const prap_day days[] = {PRAP_DAY_MIN, PRAP_DAY_MAX, PRAP_DAY_MIN - 1, PRAP_DAY_MAX + 1};
        const prap_retention_question question = {.size = sizeof question, .record = PRAP_RECORD_REFERRAL,
                                                  .as_of = days[i]};
        prap_retention_answer answer = {.size = sizeof answer};
        assert_int_equal(prap_retention_ask(NULL, 0, &question, NULL, NULL, &answer, NULL), i < 2 ? PRAP_OK : PRAP_E_DAY);
    }
    const prap_fact until = {FACT(CONTRACT_UNTIL), PRAP_VALUE_DAY, PRAP_DAY_MAX};
    const prap_retention_answer answer = ASK(REFERRAL, "2020-01-01", until);
    assert_int_equal(answer.kept_until, PRAP_DAY_MAX);
    assert_int_equal(answer.disposal, PRAP_DAY_NONE);
}

static void a_visit_that_ends_it(void **state) {
    (void)state;
    const prap_retention_question question = {.size = sizeof question, .record = PRAP_RECORD_NO_START_EVIDENCE,
                                              .as_of = 19000};
    prap_retention_answer answer = {.size = sizeof answer};
    told = (struct told){.stop_with = PRAP_FAIL};
    assert_int_equal(prap_retention_ask(NULL, 0, &question, hear, &told, &answer, NULL), PRAP_FAIL);
    assert_int_equal(told.n, 1);
    assert_int_equal(answer.record, 0);
}

static void words_of_findings(void **state) {
    (void)state;
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_RETENTION_FINDING); i++) {
        const uint32_t finding = prap_word_at(PRAP_WORDS_RETENTION_FINDING, i)->number;
        assert_true(prap_retention_finding_cure(finding)[0] != '\0');
        assert_non_null(prap_retention_finding_row(finding));
    }
    assert_null(prap_retention_finding_cure(999));
    assert_null(prap_retention_finding_row(999));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_worked_days_of_the_catalogue), cmocka_unit_test(two_periods_end_on_one_day),
        cmocka_unit_test(thirteen_months_by_policy),
        cmocka_unit_test(a_contract_that_is_longer_wins),   cmocka_unit_test(no_decision_will_come),
        cmocka_unit_test(esf_forms_wait_for_both_days),     cmocka_unit_test(codes_emails_and_forms),
        cmocka_unit_test(received_emails_go_when_dealt_with), cmocka_unit_test(a_hold_keeps_and_never_shortens),
        cmocka_unit_test(an_accepted_erasure_shortens_nothing), cmocka_unit_test(the_contract_speaks_by_programme),
        cmocka_unit_test(nothing_known_keeps_everything),   cmocka_unit_test(what_cannot_be_asked),
        cmocka_unit_test(what_cannot_be_said),              cmocka_unit_test(the_last_day_of_all),
        cmocka_unit_test(a_visit_that_ends_it),             cmocka_unit_test(words_of_findings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
