/*
 * retention-cases-test.c: what the cases of a store have made, how long it is kept by their journals and by what the
 * host says, and what may go.
 */
#include "in-words.h"
#include "journal-bytes.h"

#define FACT(NAME) PRAP_RETENTION_FACT_##NAME

struct seen {
    unsigned n;
    char case_ids[32][8];
    uint32_t records[32];
    prap_retention_answer answers[32];
    prap_status statuses[32];
    prap_status stop_with;
};

static prap_status see(void *user, const prap_retained *retained, prap_status status) {
    struct seen *seen = user;
    assert_int_equal(retained->size, sizeof *retained);
    assert_true(seen->n < 32);
    memcpy(seen->case_ids[seen->n], retained->case_id.bytes, retained->case_id.n);
    seen->statuses[seen->n] = status;
    if (status == PRAP_OK) {
        assert_int_equal(retained->kept->record, retained->answer->record);
        assert_int_equal(retained->kept->rule, retained->answer->rule);
        assert_true(retained->n_findings > 0);
        seen->records[seen->n] = retained->answer->record;
        seen->answers[seen->n] = *retained->answer;
    } else {
        assert_null(retained->answer);
        assert_null(retained->kept);
    }
    seen->n++;
    return seen->stop_with;
}

static struct seen seen;

static prap_status ask_with(struct test_host *host, const char *case_id, prap_day as_of, const prap_fact *facts, size_t n) {
    const prap_retention_terms terms = {.size = sizeof terms, .as_of = as_of, .facts = facts, .n_facts = n};
    const prap_key key = test_key(case_id);
    seen = (struct seen){0};
    host->error.size = sizeof host->error;
    return prap_engine_retention(host->engine, &key, &terms, see, &seen, &host->error);
}

/* How a record of case W stands. */
static prap_retention_answer answer_for(struct test_host *host, uint32_t record, prap_day as_of, const prap_fact *facts,
                                        size_t n) {
    assert_int_equal(ask_with(host, "W", as_of, facts, n), PRAP_OK);
    for (unsigned i = 0; i < seen.n; i++) {
        if (seen.records[i] == record) return seen.answers[i];
    }
    return (prap_retention_answer){.record = 0};
}

static void happen(struct test_host *host, uint32_t event, prap_day on) {
    const prap_fact made = {PRAP_FACT_MADE, PRAP_VALUE_DAY, on};
    prap_command command = test_command("W", event, on);
    command.programme = PRAP_PROGRAMME_WHP;
    if (event == PRAP_EVENT_REFERRAL_RECEIVED) {
        command.facts = &made;
        command.n_facts = 1;
    }
    submit_permitted(host, &command);
}

static void open_started(struct test_host *host) {
    test_host_open_every(host, NULL, 0, NULL);
    happen(host, PRAP_EVENT_REFERRAL_RECEIVED, test_day(2020, 1, 6));
    happen(host, PRAP_EVENT_ACCEPT, test_day(2020, 1, 8));
    happen(host, PRAP_EVENT_START_RECORDED, test_day(2020, 1, 13));
}

static void a_started_case_keeps_its_esf_forms(void **state) {
    (void)state;
    struct test_host host;
    open_started(&host);
    const prap_fact facts[] = {{FACT(CONTRACT_UNTIL), PRAP_VALUE_DAY, test_day(2022, 1, 1)},
                               {FACT(PROGRAMME_ENDED_ON), PRAP_VALUE_DAY, test_day(2023, 10, 31)},
                               {FACT(FINAL_CLAIM_PAID_ON), PRAP_VALUE_DAY, test_day(2024, 6, 30)}};
    assert_int_equal(ask_with(&host, "W", test_day(2030, 1, 1), facts, 3), PRAP_OK);
    assert_int_equal(seen.n, 3);
    assert_int_equal(seen.records[0], PRAP_RECORD_REFERRAL);
    assert_int_equal(seen.answers[0].verdict, PRAP_VERDICT_PERMITTED);
    assert_int_equal(seen.records[1], PRAP_RECORD_ESF_FORMS);
    assert_int_equal(seen.answers[1].verdict, PRAP_VERDICT_REFUSED);
    assert_int_equal(seen.answers[1].kept_until, test_day(2034, 6, 30));
    assert_int_equal(seen.records[2], PRAP_RECORD_PAYMENT_EVIDENCE);
    assert_int_equal(answer_for(&host, PRAP_RECORD_ESF_FORMS, test_day(2034, 7, 1), facts, 3).verdict,
                     PRAP_VERDICT_PERMITTED);
    assert_int_equal(answer_for(&host, PRAP_RECORD_REFERRAL, test_day(2034, 7, 1), NULL, 0).verdict,
                     PRAP_VERDICT_UNDECIDED);
    /* What was recorded later is not seen: that day there was nothing but the referral. */
    assert_int_equal(ask_with(&host, "W", test_day(2020, 1, 7), facts, 3), PRAP_OK);
    assert_int_equal(seen.n, 1);
    assert_int_equal(test_host_close(&host), 0);
}

/* The journal says when a decision was made and notified; a doubt that waits for one keeps all. */
static void mandation_is_anchored_by_the_journal(void **state) {
    (void)state;
    struct test_host host;
    const prap_fact contract = {FACT(NO_CONTRACT_PERIOD), PRAP_VALUE_YES, 0};
    const prap_day late = test_day(2030, 1, 1);
    open_started(&host);
    happen(&host, PRAP_EVENT_APPOINTMENT_MANDATED, test_day(2020, 2, 3));
    prap_retention_answer answer = answer_for(&host, PRAP_RECORD_MANDATION_EVIDENCE, late, &contract, 1);
    assert_int_equal(answer.verdict, PRAP_VERDICT_UNDECIDED);
    const prap_fact none[] = {contract, {FACT(NO_DECISION), PRAP_VALUE_YES, 0}};
    answer = answer_for(&host, PRAP_RECORD_MANDATION_EVIDENCE, late, none, 2);
    assert_int_equal(answer.verdict, PRAP_VERDICT_PERMITTED);
    happen(&host, PRAP_EVENT_MANDATED_ACTIVITY_FAILED, test_day(2020, 2, 10));
    happen(&host, PRAP_EVENT_DOUBT_RAISED, test_day(2020, 2, 11));
    happen(&host, PRAP_EVENT_DOUBT_DECIDED, test_day(2020, 2, 24));
    answer = answer_for(&host, PRAP_RECORD_MANDATION_EVIDENCE, late, &contract, 1);
    assert_int_equal(answer.verdict, PRAP_VERDICT_UNDECIDED);
    assert_int_equal(answer.at_least, test_day(2021, 3, 24));
    happen(&host, PRAP_EVENT_DECISION_NOTIFIED, test_day(2020, 2, 26));
    answer = answer_for(&host, PRAP_RECORD_MANDATION_EVIDENCE, late, &contract, 1);
    assert_int_equal(answer.verdict, PRAP_VERDICT_PERMITTED);
    assert_int_equal(answer.kept_until, test_day(2021, 3, 26));
    happen(&host, PRAP_EVENT_APPOINTMENT_MANDATED, test_day(2020, 3, 2));
    happen(&host, PRAP_EVENT_MANDATED_ACTIVITY_FAILED, test_day(2020, 3, 3));
    happen(&host, PRAP_EVENT_DOUBT_RAISED, test_day(2020, 3, 4));
    answer = answer_for(&host, PRAP_RECORD_MANDATION_EVIDENCE, late, &contract, 1);
    assert_int_equal(answer.verdict, PRAP_VERDICT_UNDECIDED); /* the new doubt waits */
    assert_int_equal(answer.at_least, test_day(2021, 3, 26));
    /* What the host says wins. */
    const prap_fact told[] = {contract, {FACT(NOTIFIED_ON), PRAP_VALUE_DAY, test_day(2020, 4, 1)}};
    answer = answer_for(&host, PRAP_RECORD_MANDATION_EVIDENCE, late, told, 2);
    assert_int_equal(answer.verdict, PRAP_VERDICT_PERMITTED);
    assert_int_equal(answer.kept_until, test_day(2021, 5, 1));
    /* Before the notice was recorded it was not known. */
    answer = answer_for(&host, PRAP_RECORD_MANDATION_EVIDENCE, test_day(2020, 2, 25), &contract, 1);
    assert_int_equal(answer.verdict, PRAP_VERDICT_REFUSED);
    assert_int_equal(answer.kept_until, PRAP_DAY_NONE);
    assert_int_equal(test_host_close(&host), 0);
}

static void forms_that_were_sent(void **state) {
    (void)state;
    struct test_host host;
    open_started(&host);
    const prap_fact pay = {PRAP_FACT_FIRST_SALARY_ON, PRAP_VALUE_DAY, test_day(2020, 3, 31)};
    prap_command employed = test_command("W", PRAP_EVENT_EMPLOYED_BY_PROVIDER, test_day(2020, 3, 2));
    employed.programme = PRAP_PROGRAMME_WHP;
    employed.facts = &pay;
    employed.n_facts = 1;
    submit_permitted(&host, &employed);
    happen(&host, PRAP_EVENT_EMPLOYMENT_FORM_SENT, test_day(2020, 3, 10));
    const prap_fact contract = {FACT(NO_CONTRACT_PERIOD), PRAP_VALUE_YES, 0};
    const prap_retention_answer email =
        answer_for(&host, PRAP_RECORD_UNENCRYPTED_EMAIL, test_day(2020, 6, 10), &contract, 1);
    assert_int_equal(email.verdict, PRAP_VERDICT_REFUSED);
    assert_int_equal(email.disposal, test_day(2020, 6, 11));
    assert_int_equal(answer_for(&host, PRAP_RECORD_EMPLOYMENT_FORM, test_day(2020, 6, 11), &contract, 1).verdict,
                     PRAP_VERDICT_PERMITTED);
    /* An entry that was a mistake made no record. */
    prap_command undo = test_command("W", PRAP_EVENT_ENTRY_VOIDED, test_day(2020, 3, 11));
    const prap_fact voids = {PRAP_FACT_VOIDS, PRAP_VALUE_NUMBER, 5};
    undo.programme = PRAP_PROGRAMME_WHP;
    undo.facts = &voids;
    undo.n_facts = 1;
    submit_permitted(&host, &undo);
    assert_int_equal(answer_for(&host, PRAP_RECORD_UNENCRYPTED_EMAIL, test_day(2020, 6, 10), &contract, 1).record, 0);
    assert_int_equal(test_host_close(&host), 0);
}

static void happen_as(struct test_host *host, const char *case_id, uint32_t programme, uint32_t event, prap_day on,
                      const prap_fact *facts, size_t n) {
    prap_command command = test_command(case_id, event, on);
    command.programme = programme;
    command.facts = facts;
    command.n_facts = n;
    submit_permitted(host, &command);
}

struct closely {
    uint32_t record; /* the one that is looked at */
    prap_kept kept;
    uint32_t n_over;
    prap_retention_answer answer;
    char findings[512]; /* their names, each with a space after it */
    unsigned n;
};

static prap_status look(void *user, const prap_retained *retained, prap_status status) {
    struct closely *closely = user;
    assert_int_equal(status, PRAP_OK);
    closely->n++;
    if (retained->kept->record != closely->record) return PRAP_OK;
    closely->kept = *retained->kept;
    closely->n_over = retained->n_over;
    closely->answer = *retained->answer;
    for (size_t i = 0; i < retained->n_findings; i++) {
        strcat(closely->findings,
               prap_word_by_number(PRAP_WORDS_RETENTION_FINDING, retained->findings[i].finding)->name);
        strcat(closely->findings, " ");
    }
    return PRAP_OK;
}

static struct closely look_at(struct test_host *host, const char *case_id, uint32_t record, const char *as_of,
                              const prap_fact *facts, size_t n) {
    const prap_retention_terms terms = {.size = sizeof terms, .as_of = day_of(as_of), .facts = facts, .n_facts = n};
    const prap_key key = test_key(case_id);
    struct closely closely = {.record = record};
    assert_int_equal(prap_engine_retention(host->engine, &key, &terms, look, &closely, NULL), PRAP_OK);
    assert_true(closely.n > 0);
    return closely;
}

static bool is_found(const struct closely *closely, const char *finding) {
    return strstr(closely->findings, finding) != NULL;
}

/* Which entries made a record, and when: the first and the last of them; an entry that was voided made none. */
static void the_entries_of_a_record(void **state) {
    (void)state;
    struct test_host host;
    open_started(&host);
    happen(&host, PRAP_EVENT_APPOINTMENT_MANDATED, test_day(2020, 2, 3));
    happen(&host, PRAP_EVENT_MANDATED_ACTIVITY_FAILED, test_day(2020, 2, 10));
    happen(&host, PRAP_EVENT_DOUBT_RAISED, test_day(2020, 2, 11));
    struct closely evidence = look_at(&host, "W", PRAP_RECORD_MANDATION_EVIDENCE, "2024-01-02", NULL, 0);
    assert_int_equal(evidence.kept.n_events, 3);
    assert_int_equal(evidence.kept.first, 4);
    assert_int_equal(evidence.kept.first_on, test_day(2020, 2, 3));
    assert_int_equal(evidence.kept.last, 6);
    assert_int_equal(evidence.kept.last_on, test_day(2020, 2, 11));
    submit_all(&host, PRAP_PROGRAMME_WHP, "W", "entry-voided 2020-02-12 voids=6");
    evidence = look_at(&host, "W", PRAP_RECORD_MANDATION_EVIDENCE, "2024-01-02", NULL, 0);
    assert_int_equal(evidence.kept.n_events, 2);
    assert_int_equal(evidence.kept.last, 5);
    assert_int_equal(evidence.kept.last_on, test_day(2020, 2, 10));
    assert_int_equal(test_host_close(&host), 0);
}

/* An acceptance that should not have been is told of by what the journal knows (F-E-03, F-E-04). */
static void what_an_acceptance_overlooked(void **state) {
    (void)state;
    static const prap_fact accepted_it = {FACT(ERASURE_ACCEPTED), PRAP_VALUE_YES, 0};
    static const struct {
        const char *events;
        uint32_t attended;
        bool started, mandated;
    } rows[] = {
        {"referral-received 2023-03-01 made=2023-03-01; accept 2023-03-06", 0, false, false},
        {"referral-received 2023-03-01 made=2023-03-01; accept 2023-03-06; appointment-mandated 2023-03-07", 0, false, true},
        {"referral-received 2023-03-01 made=2023-03-01; accept 2023-03-06; start-recorded 2023-03-10", 0, true, false},
        /* Attended, and asked to be backed out before it is entered: by the policy's reading that is a start (AMB-58). */
        {"referral-received 2023-03-01 made=2023-03-01; accept 2023-03-06; meeting-attended 2023-03-10; "
         "error-found 2023-03-13 scenario=duplicate; prap14-sent 2023-03-14", PRAP_CHOICE_ATTENDED, true, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const prap_setting setting = {PRAP_POLICY_M08_STARTED, (int32_t)rows[i].attended};
        struct test_host host;
        test_host_open_every(&host, &setting, rows[i].attended != 0, NULL);
        submit_all(&host, PRAP_PROGRAMME_WHP, "W", rows[i].events);
        const struct closely found = look_at(&host, "W", PRAP_RECORD_REFERRAL, "2024-01-08", &accepted_it, 1);
        assert_true(is_found(&found, "erasure-accepted"));
        assert_int_equal(is_found(&found, "accepted-yet-started"), rows[i].started);
        assert_int_equal(is_found(&found, "accepted-yet-mandated"), rows[i].mandated);
        if (rows[i].attended != 0) assert_int_equal(test_host_summary(&host)->stage, PRAP_STATE_PRAP14_SENT);
        assert_int_equal(test_host_close(&host), 0);
    }
}

/* Of a request itself: what was decided counts once it is answered, and what it was decided of is remembered. */
static void what_a_request_came_to(void **state) {
    (void)state;
    static const struct {
        const char *facts, *decision;
        const char *found; /* of these three */
    } rows[] = {
        {"customer-group=voluntary !started !mandated-to-interview !mandation-evidence-held", "accept", "a"},
        {"customer-group=voluntary started !mandated-to-interview !mandation-evidence-held", "accept override=done-by-mistake", "as"},
        {"customer-group=voluntary started !mandated-to-interview !mandation-evidence-held", "reject", ""},
        {"customer-group=long-term-unemployed !started mandated-to-interview dna-after-mandation mandation-evidence-held",
         "accept override=done-by-mistake", "am"},
        {"customer-group=voluntary", "accept override=done-by-mistake", "a"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct test_host host;
        char events[512];
        test_host_open_every(&host, NULL, 0, NULL);
        snprintf(events, sizeof events,
                 "erasure-requested 2021-03-01 referred-to=whp %s; holding-reply-sent 2021-03-01; "
                 "forwarded-to-dpo 2021-03-01; reference-received 2021-03-02; erasure-decided 2021-03-03 decision=%s; "
                 "letter-prepared 2021-03-04 letter=own-text",
                 rows[i].facts, rows[i].decision);
        submit_all(&host, PRAP_PROGRAMME_ERASURE, "W", events);
        struct closely found = look_at(&host, "W", PRAP_RECORD_ERASURE_CASE, "2021-03-05", NULL, 0);
        assert_false(is_found(&found, "erasure-accepted")); /* not yet: it is not answered */
        assert_true(is_found(&found, "erasure-open"));
        snprintf(events, sizeof events, "response-issued 2021-03-05 reference-included %s",
                 strstr(rows[i].decision, "override") != NULL ? "override=done-by-mistake" : "");
        submit_all(&host, PRAP_PROGRAMME_ERASURE, "W", events);
        found = look_at(&host, "W", PRAP_RECORD_ERASURE_CASE, "2021-03-05", NULL, 0);
        assert_false(is_found(&found, "erasure-open"));
        assert_int_equal(is_found(&found, "erasure-accepted"), strchr(rows[i].found, 'a') != NULL);
        assert_int_equal(is_found(&found, "accepted-yet-started"), strchr(rows[i].found, 's') != NULL);
        assert_int_equal(is_found(&found, "accepted-yet-mandated"), strchr(rows[i].found, 'm') != NULL);
        assert_int_equal(test_host_close(&host), 0);
    }
}

/* A request is open until the participant is answered; an acceptance is told of, and shortens nothing. */
static void requests_for_erasure(void **state) {
    (void)state;
    struct test_host host;
    test_host_open_every(&host, NULL, 0, NULL);
    const prap_day day = test_day(2021, 3, 1);
    const uint32_t yes = PRAP_VALUE_YES, no = PRAP_VALUE_NO, option = PRAP_VALUE_OPTION;
    const prap_fact facts[] = {{PRAP_FACT_REFERRED_TO, option, PRAP_OPTION_TO_WHP},
                               {PRAP_FACT_CUSTOMER_GROUP, option, PRAP_OPTION_VOLUNTARY},
                               {PRAP_FACT_STARTED, no, 0},
                               {PRAP_FACT_MANDATED_TO_INTERVIEW, no, 0},
                               {PRAP_FACT_MANDATION_EVIDENCE_HELD, no, 0}};
    const prap_fact contract = {FACT(CONTRACT_UNTIL), PRAP_VALUE_DAY, test_day(2021, 12, 31)};
    happen_as(&host, "W", PRAP_PROGRAMME_ERASURE, PRAP_EVENT_ERASURE_REQUESTED, day, facts, 5);
    prap_retention_answer answer = answer_for(&host, PRAP_RECORD_ERASURE_CASE, test_day(2022, 1, 1), &contract, 1);
    assert_int_equal(answer.verdict, PRAP_VERDICT_REFUSED);
    assert_int_equal(answer.on_hold, 1);
    happen_as(&host, "W", PRAP_PROGRAMME_ERASURE, PRAP_EVENT_HOLDING_REPLY_SENT, day, NULL, 0);
    happen_as(&host, "W", PRAP_PROGRAMME_ERASURE, PRAP_EVENT_FORWARDED_TO_DPO, day, NULL, 0);
    happen_as(&host, "W", PRAP_PROGRAMME_ERASURE, PRAP_EVENT_REFERENCE_RECEIVED, day, NULL, 0);
    const prap_fact accept = {PRAP_FACT_DECISION, option, PRAP_OPTION_ACCEPT};
    happen_as(&host, "W", PRAP_PROGRAMME_ERASURE, PRAP_EVENT_ERASURE_DECIDED, day, &accept, 1);
    const prap_fact letter = {PRAP_FACT_LETTER, option, PRAP_OPTION_OWN_TEXT};
    happen_as(&host, "W", PRAP_PROGRAMME_ERASURE, PRAP_EVENT_LETTER_PREPARED, day, &letter, 1);
    const prap_fact included = {PRAP_FACT_REFERENCE_INCLUDED, yes, 0};
    assert_int_equal(answer_for(&host, PRAP_RECORD_ERASURE_CASE, test_day(2022, 1, 1), &contract, 1).on_hold, 1);
    happen_as(&host, "W", PRAP_PROGRAMME_ERASURE, PRAP_EVENT_RESPONSE_ISSUED, day, &included, 1);
    answer = answer_for(&host, PRAP_RECORD_ERASURE_CASE, test_day(2022, 1, 1), &contract, 1);
    assert_int_equal(answer.verdict, PRAP_VERDICT_PERMITTED);
    assert_int_equal(answer.on_hold, 0);
    happen_as(&host, "W", PRAP_PROGRAMME_ERASURE, PRAP_EVENT_RESPONSE_FORWARDED, day, &included, 1);
    answer = answer_for(&host, PRAP_RECORD_ERASURE_CASE, test_day(2021, 12, 31), &contract, 1);
    assert_int_equal(answer.verdict, PRAP_VERDICT_REFUSED);
    assert_int_equal(answer.kept_until, test_day(2021, 12, 31));
    assert_int_equal(test_host_close(&host), 0);
}

static struct seen_over {
    uint32_t n_over;
    uint32_t n_events;
} over;

static prap_status see_over(void *user, const prap_retained *retained, prap_status status) {
    (void)user;
    if (retained->answer->record == PRAP_RECORD_UNENCRYPTED_EMAIL) {
        over = (struct seen_over){retained->n_over, retained->kept->n_events};
    } else {
        assert_int_equal(retained->n_over, 0);
    }
    return status;
}

/* Each sending is kept for its own three months; data that went astray from the last action; what came is dealt with. */
static void unencrypted_email(void **state) {
    (void)state;
    struct test_host host;
    test_host_open_every(&host, NULL, 0, NULL);
    const uint32_t email = PRAP_PROGRAMME_EMAIL, yes = PRAP_VALUE_YES, option = PRAP_VALUE_OPTION;
    const prap_fact use[] = {{PRAP_FACT_PROCESS, option, PRAP_OPTION_EXIT_REPORTS},
                             {PRAP_FACT_ORGANISATION, option, PRAP_OPTION_PRIME_PROVIDER}};
    happen_as(&host, "W", email, PRAP_EVENT_APPROVAL_REQUESTED, test_day(2021, 1, 4), use, 2);
    happen_as(&host, "W", email, PRAP_EVENT_PERMISSION_GIVEN, test_day(2021, 1, 11), NULL, 0);
    happen_as(&host, "W", email, PRAP_EVENT_USE_AGREED, test_day(2021, 1, 18), NULL, 0);
    const prap_fact message[] = {{PRAP_FACT_RECORDS, PRAP_VALUE_NUMBER, 1},     {PRAP_FACT_STANDARD_CONTENT, yes, 0},
                                 {PRAP_FACT_TEMPLATE_INCLUDED, yes, 0},         {PRAP_FACT_SENDER_DESIGNATED, yes, 0},
                                 {PRAP_FACT_RECIPIENT_DESIGNATED, yes, 0}};
    happen_as(&host, "W", email, PRAP_EVENT_MESSAGE_SENT, test_day(2021, 1, 29), message, 5);
    happen_as(&host, "W", email, PRAP_EVENT_MESSAGE_SENT, test_day(2021, 3, 15), message, 5);
    happen_as(&host, "W", email, PRAP_EVENT_DATA_MISDIRECTED, test_day(2021, 3, 16), NULL, 0);
    happen_as(&host, "W", email, PRAP_EVENT_DELETION_CONFIRMED, test_day(2021, 3, 31), NULL, 0);
    happen_as(&host, "W", email, PRAP_EVENT_RECEIVED_IN_ERROR, test_day(2021, 4, 6), NULL, 0);
    prap_retention_answer answer = answer_for(&host, PRAP_RECORD_RECEIVED_EMAIL, test_day(2021, 4, 6), NULL, 0);
    assert_int_equal(answer.verdict, PRAP_VERDICT_UNDECIDED);
    const prap_fact not_filed = {PRAP_FACT_EVIDENCE_FILED, PRAP_VALUE_NO, 0};
    happen_as(&host, "W", email, PRAP_EVENT_MESSAGE_ACTIONED, test_day(2021, 4, 7), &not_filed, 1);
    answer = answer_for(&host, PRAP_RECORD_RECEIVED_EMAIL, test_day(2021, 4, 7), NULL, 0);
    assert_int_equal(answer.verdict, PRAP_VERDICT_REFUSED);
    happen_as(&host, "W", email, PRAP_EVENT_MESSAGE_ACTIONED, test_day(2021, 4, 8), NULL, 0);
    answer = answer_for(&host, PRAP_RECORD_RECEIVED_EMAIL, test_day(2021, 4, 8), NULL, 0);
    assert_int_equal(answer.verdict, PRAP_VERDICT_PERMITTED);
    answer = answer_for(&host, PRAP_RECORD_UNENCRYPTED_EMAIL, test_day(2021, 6, 15), NULL, 0);
    assert_int_equal(answer.verdict, PRAP_VERDICT_REFUSED);
    assert_int_equal(answer.kept_until, test_day(2021, 6, 15));
    answer = answer_for(&host, PRAP_RECORD_MISDIRECTED_DATA, test_day(2021, 7, 1), NULL, 0);
    assert_int_equal(answer.verdict, PRAP_VERDICT_PERMITTED);
    assert_int_equal(answer.kept_until, test_day(2021, 6, 30));
    static const struct {
        int month, day;
        uint32_t n_over;
    } rows[] = {{4, 29, 0}, {4, 30, 1}, {6, 15, 1}, {6, 16, 2}};
    for (size_t i = 0; i < 4; i++) {
        const prap_retention_terms terms = {.size = sizeof terms, .as_of = test_day(2021, rows[i].month, rows[i].day)};
        const prap_key key = test_key("W");
        assert_int_equal(prap_engine_retention(host.engine, &key, &terms, see_over, NULL, NULL), PRAP_OK);
        assert_int_equal(over.n_events, 2);
        assert_int_equal(over.n_over, rows[i].n_over);
    }
    /* An older doubt of what was filed is not the newer's; and what else is said beside it is passed over. */
    submit_all(&host, email, "W", "received-in-error 2021-05-03; message-actioned 2021-05-04 employed !evidence-filed");
    assert_int_equal(answer_for(&host, PRAP_RECORD_RECEIVED_EMAIL, test_day(2021, 5, 4), NULL, 0).verdict,
                     PRAP_VERDICT_REFUSED);
    submit_all(&host, email, "W", "message-actioned 2021-05-05 !employed");
    assert_int_equal(answer_for(&host, PRAP_RECORD_RECEIVED_EMAIL, test_day(2021, 5, 5), NULL, 0).verdict,
                     PRAP_VERDICT_PERMITTED);
    /* A sending whose three months leave the years that can be written is not over, whatever the host says of the last. */
    const prap_key key = test_key("W");
    prapi_event sent = journal_event(&host, key, 4);
    assert_int_equal(sent.event, PRAP_EVENT_MESSAGE_SENT);
    sent.on = PRAP_DAY_MAX;
    journal_replace(&host, key, sent);
    const prap_fact last = {FACT(SENT_ON), PRAP_VALUE_DAY, test_day(2021, 3, 15)};
    assert_int_equal(look_at(&host, "W", PRAP_RECORD_UNENCRYPTED_EMAIL, "2024-01-01", &last, 1).n_over, 1);
    assert_int_equal(test_host_close(&host), 0);
}

static prap_fact hold[PRAP_FACTS_MAX] = {{FACT(LEGAL_HOLD), PRAP_VALUE_YES, 0}, {FACT(LEGAL_HOLD), PRAP_VALUE_NO, 0}};

/* W is on hold; of others nothing is known; of X the answer cannot be had; of Y too much is said, of Z the most. */
static prap_status tell_of(void *user, prap_text case_id, const prap_fact **ret_facts, size_t *ret_n) {
    unsigned *calls = user;
    ++*calls;
    if (case_id.bytes[0] == 'X') return PRAP_FAIL;
    *ret_facts = hold;
    *ret_n = case_id.bytes[0] == 'W' ? 1 : case_id.bytes[0] == 'Y' ? PRAP_FACTS_MAX + 1 : 0;
    if (case_id.bytes[0] == 'Z') *ret_n = PRAP_FACTS_MAX;
    return PRAP_OK;
}

static prap_status walk(struct test_host *host, prap_day as_of, prap_retention_about about, unsigned *calls) {
    static prap_fact all[3];
    all[0] = (prap_fact){FACT(CONTRACT_UNTIL), PRAP_VALUE_DAY, test_day(2024, 1, 1)};
    all[1] = (prap_fact){FACT(LEGAL_HOLD), PRAP_VALUE_NO, 0};
    const prap_retention_terms terms = {.size = sizeof terms, .as_of = as_of, .facts = all, .n_facts = 2,
                                        .about = about, .user = calls};
    seen = (struct seen){.stop_with = seen.stop_with};
    host->error.size = sizeof host->error;
    return prap_engine_retention_walk(host->engine, test_text(""), &terms, see, &seen, &host->error);
}

static void a_caseload_and_what_is_known_of_one_case(void **state) {
    (void)state;
    struct test_host host;
    unsigned calls = 0;
    open_started(&host);
    prap_command a = received("A");
    a.programme = PRAP_PROGRAMME_IPES;
    submit_permitted(&host, &a);
    seen.stop_with = PRAP_OK;
    assert_int_equal(walk(&host, test_day(2024, 1, 2), tell_of, &calls), PRAP_OK);
    assert_int_equal(calls, 2);
    assert_int_equal(seen.n, 4);
    assert_string_equal(seen.case_ids[0], "A");
    assert_int_equal(seen.answers[0].verdict, PRAP_VERDICT_PERMITTED);
    assert_string_equal(seen.case_ids[1], "W");
    assert_int_equal(seen.answers[1].verdict, PRAP_VERDICT_REFUSED);
    assert_int_equal(seen.answers[1].on_hold, 1);
    /* A case that had nothing recorded by then is passed over. */
    assert_int_equal(walk(&host, test_day(2021, 1, 1), NULL, NULL), PRAP_OK);
    assert_int_equal(seen.n, 3);
    assert_string_equal(seen.case_ids[0], "W");
    seen.stop_with = PRAP_CONFLICT;
    assert_int_equal(walk(&host, test_day(2024, 1, 2), NULL, NULL), PRAP_CONFLICT);
    assert_int_equal(seen.n, 1);
    seen.stop_with = PRAP_OK;
    prap_command x = received("X");
    x.programme = PRAP_PROGRAMME_IPES;
    submit_permitted(&host, &x);
    assert_error(&host, walk(&host, test_day(2024, 1, 2), tell_of, &calls), PRAP_FAIL, "about");
    const prap_retention_terms terms = {.size = sizeof terms, .as_of = test_day(2024, 1, 2), .about = tell_of, .user = &calls};
    prap_command y = received("Y");
    y.programme = PRAP_PROGRAMME_IPES;
    submit_permitted(&host, &y);
    const prap_key key = test_key("Y");
    assert_error(&host, prap_engine_retention(host.engine, &key, &terms, see, &seen, &host.error), PRAP_E_LIMIT, "about");
    prap_command z = received("Z");
    submit_permitted(&host, &z);
    const prap_key most = test_key("Z"); /* as many as there may be: with the journal's own they are too many */
    assert_error(&host, prap_engine_retention(host.engine, &most, &terms, see, &seen, &host.error), PRAP_E_LIMIT, "facts");
    /* One tenant's cases alone. */
    z.key.tenant = test_text("north");
    submit_permitted(&host, &z);
    const prap_retention_terms plain = {.size = sizeof plain, .as_of = test_day(2024, 1, 2)};
    seen = (struct seen){.stop_with = PRAP_OK};
    assert_int_equal(prap_engine_retention_walk(host.engine, test_text("north"), &plain, see, &seen, NULL), PRAP_OK);
    assert_int_equal(seen.n, 1);
    assert_string_equal(seen.case_ids[0], "Z");
    assert_int_equal(test_host_close(&host), 0);
}

/* A case that cannot be judged is visited with its status, and hides no other. */
static void bad_cases_are_told_of(void **state) {
    (void)state;
    struct test_host host;
    open_started(&host);
    prap_command a = received("A");
    a.programme = PRAP_PROGRAMME_IPES;
    submit_permitted(&host, &a);
    const prap_key key = test_key("A");
    const prap_bytes record = memory_store_event(host.store, key, 1);
    uint8_t room[PRAP_EVENT_BYTES];
    const size_t n = record.n;
    memcpy(room, record.bytes, n);
    room[n - 1] ^= 1;
    memory_store_set_event(host.store, key, 1, (prap_bytes){room, n});
    seen.stop_with = PRAP_OK;
    assert_error(&host, walk(&host, test_day(2024, 1, 2), NULL, NULL), PRAP_E_DAMAGED, "case");
    assert_int_equal(seen.n, 4);
    assert_int_equal(seen.statuses[0], PRAP_E_DAMAGED);
    assert_string_equal(seen.case_ids[0], "A");
    assert_int_equal(seen.statuses[1], PRAP_OK);
    assert_int_equal(ask_with(&host, "A", test_day(2024, 1, 2), NULL, 0), PRAP_E_DAMAGED);
    seen.stop_with = PRAP_FAIL;
    assert_int_equal(walk(&host, test_day(2024, 1, 2), NULL, NULL), PRAP_FAIL);
    assert_int_equal(seen.n, 1);
    seen.stop_with = PRAP_OK;
    room[n - 1] ^= 1;
    memory_store_set_event(host.store, key, 1, (prap_bytes){room, n});
    assert_int_equal(walk(&host, test_day(2024, 1, 2), NULL, NULL), PRAP_OK);
    /* An engine that knows only one of the programmes. */
    const prap_rulebook *one[] = {host.rulebook};
    test_host_renew_with(&host, one, 1);
    assert_error(&host, walk(&host, test_day(2024, 1, 2), NULL, NULL), PRAP_E_WORD, "programme");
    assert_int_equal(seen.n, 2);
    assert_int_equal(seen.statuses[1], PRAP_E_WORD);
    assert_error(&host, ask_with(&host, "W", test_day(2024, 1, 2), NULL, 0), PRAP_E_WORD, "programme");
    assert_int_equal(test_host_close(&host), 0);
}

static void a_store_that_fails(void **state) {
    (void)state;
    struct test_host host;
    open_started(&host);
    static const struct {
        uint32_t call;
        prap_status status, wanted;
        const char *field;
    } rows[] = {{MEMORY_STORE_SCAN, PRAP_FAIL, PRAP_FAIL, "store"},
                {MEMORY_STORE_SCAN, PRAP_E_DAMAGED, PRAP_E_DAMAGED, "store"},
                {MEMORY_STORE_READ, PRAP_RETRY, PRAP_RETRY, "store"}};
    for (size_t i = 0; i < 3; i++) {
        const struct memory_store_trouble trouble = {.fault = MEMORY_STORE_STATUS_BEFORE, .nth = 1, .sticky = true,
                                                     .status = rows[i].status, .only = rows[i].call};
        memory_store_order(host.store, &trouble);
        assert_error(&host, walk(&host, test_day(2024, 1, 2), NULL, NULL), rows[i].wanted, rows[i].field);
        assert_int_equal(seen.n, 0); /* it is no case's affair */
        memory_store_order(host.store, NULL);
    }
    const struct memory_store_trouble load = {.fault = MEMORY_STORE_STATUS_BEFORE, .nth = 1, .sticky = true,
                                              .status = PRAP_FAIL, .only = MEMORY_STORE_LOAD};
    memory_store_order(host.store, &load);
    assert_int_equal(ask_with(&host, "W", test_day(2024, 1, 2), NULL, 0), PRAP_FAIL);
    memory_store_order(host.store, NULL);
    assert_int_equal(test_host_close(&host), 0);
}

static void what_cannot_be_asked(void **state) {
    (void)state;
    struct test_host host;
    prap_store store;
    const prap_key key = test_key("A"), none = test_key("");
    prap_retention_terms terms = {.size = sizeof terms, .as_of = test_day(2024, 1, 2)};
    open_without(&host, &store, true, false);
    prap_error *reterr = &host.error;
    assert_error(&host, prap_engine_retention(NULL, &key, &terms, see, &seen, reterr), PRAP_E_NULL, "");
    assert_error(&host, prap_engine_retention(host.engine, NULL, &terms, see, &seen, reterr), PRAP_E_NULL, "");
    assert_error(&host, prap_engine_retention(host.engine, &key, NULL, see, &seen, reterr), PRAP_E_NULL, "");
    assert_error(&host, prap_engine_retention(host.engine, &key, &terms, NULL, &seen, reterr), PRAP_E_NULL, "");
    assert_error(&host, prap_engine_retention_walk(NULL, none.case_id, &terms, see, &seen, reterr), PRAP_E_NULL, "");
    assert_error(&host, prap_engine_retention_walk(host.engine, none.case_id, NULL, see, &seen, reterr), PRAP_E_NULL, "");
    assert_error(&host, prap_engine_retention_walk(host.engine, none.case_id, &terms, NULL, &seen, reterr), PRAP_E_NULL, "");
    assert_error(&host, prap_engine_retention(host.engine, &none, &terms, see, &seen, reterr), PRAP_E_REQUIRED, "case");
    assert_error(&host, prap_engine_retention(host.engine, &key, &terms, see, &seen, reterr), PRAP_E_NO_CASE, "case");
    assert_int_equal(prap_engine_retention_walk(host.engine, none.case_id, &terms, see, &seen, reterr), PRAP_E_NO_SCAN);
    static const char too_long[] = "0123456789012345678901234567890123456789012345678901234567890123456789";
    assert_error(&host, prap_engine_retention_walk(host.engine, test_text(too_long), &terms, see, &seen, reterr),
                 PRAP_E_TEXT, "tenant");
    terms.size = 2;
    assert_error(&host, prap_engine_retention(host.engine, &key, &terms, see, &seen, reterr), PRAP_E_SIZE, "terms");
    terms.size = sizeof terms;
    terms.as_of = PRAP_DAY_NONE;
    assert_error(&host, prap_engine_retention(host.engine, &key, &terms, see, &seen, reterr), PRAP_E_DAY, "as_of");
    assert_error(&host, prap_engine_retention_walk(host.engine, none.case_id, &terms, see, &seen, reterr), PRAP_E_DAY, "as_of");
    assert_int_equal(test_host_close(&host), 0);
    terms.as_of = test_day(2024, 1, 2);
    open_without(&host, &store, false, true);
    assert_int_equal(prap_engine_retention_walk(host.engine, none.case_id, &terms, see, &seen, reterr), PRAP_E_NO_READ);
    assert_int_equal(test_host_close(&host), 0);
}

static prap_status facts_twice(void *user, prap_text case_id, const prap_fact **ret_facts, size_t *ret_n) {
    static const prap_fact twice[] = {{FACT(LEGAL_HOLD), PRAP_VALUE_YES, 0}, {FACT(LEGAL_HOLD), PRAP_VALUE_NO, 0}};
    (void)user;
    (void)case_id;
    *ret_facts = twice;
    *ret_n = 2;
    return PRAP_OK;
}

struct calling {
    prap_engine *engine;
    prap_status inner[2];
};

static prap_status call_back(void *user, const prap_retained *retained, prap_status status) {
    struct calling *calling = user;
    const prap_retention_terms terms = {.size = sizeof terms, .as_of = test_day(2024, 1, 2)};
    const prap_key key = test_key("W");
    (void)retained;
    calling->inner[0] = prap_engine_retention(calling->engine, &key, &terms, see, &seen, NULL);
    calling->inner[1] = prap_engine_retention_walk(calling->engine, test_text(""), &terms, see, &seen, NULL);
    return status;
}

static void a_visit_cannot_call_back_and_facts_are_checked(void **state) {
    (void)state;
    struct test_host host;
    open_started(&host);
    struct calling calling = {host.engine, {0, 0}};
    const prap_key key = test_key("W");
    prap_retention_terms terms = {.size = sizeof terms, .as_of = test_day(2024, 1, 2)};
    assert_int_equal(prap_engine_retention(host.engine, &key, &terms, call_back, &calling, NULL), PRAP_OK);
    assert_int_equal(calling.inner[0], PRAP_E_REENTRY);
    assert_int_equal(calling.inner[1], PRAP_E_REENTRY);
    host.error.size = sizeof host.error;
    terms.about = facts_twice;
    assert_error(&host, prap_engine_retention(host.engine, &key, &terms, see, &seen, &host.error), PRAP_E_TWICE,
                 "facts[1].legal-hold");
    const prap_fact wrong = {99, PRAP_VALUE_YES, 0};
    terms = (prap_retention_terms){.size = sizeof terms, .as_of = test_day(2024, 1, 2), .facts = &wrong, .n_facts = 1};
    assert_error(&host, prap_engine_retention(host.engine, &key, &terms, see, &seen, &host.error), PRAP_E_WORD,
                 "facts[0].fact");
    assert_int_equal(test_host_close(&host), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_started_case_keeps_its_esf_forms),
        cmocka_unit_test(mandation_is_anchored_by_the_journal),
        cmocka_unit_test(forms_that_were_sent),
        cmocka_unit_test(the_entries_of_a_record),
        cmocka_unit_test(what_an_acceptance_overlooked),
        cmocka_unit_test(what_a_request_came_to),
        cmocka_unit_test(requests_for_erasure),
        cmocka_unit_test(unencrypted_email),
        cmocka_unit_test(a_caseload_and_what_is_known_of_one_case),
        cmocka_unit_test(bad_cases_are_told_of),
        cmocka_unit_test(a_store_that_fails),
        cmocka_unit_test(what_cannot_be_asked),
        cmocka_unit_test(a_visit_cannot_call_back_and_facts_are_checked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
