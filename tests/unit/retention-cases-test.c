/*
 * retention-cases-test.c: what the cases of a store have made, how long it is kept by their journals and by what the
 * host says, and what may go.
 */
#include "engine-cases.h"

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
    assert_int_equal(test_host_close(&host), 0);
}

static const prap_fact hold = {FACT(LEGAL_HOLD), PRAP_VALUE_YES, 0};

/* W is on hold; of others nothing is known; of X the answer cannot be had. */
static prap_status tell_of(void *user, prap_text case_id, const prap_fact **ret_facts, size_t *ret_n) {
    unsigned *calls = user;
    ++*calls;
    if (case_id.bytes[0] == 'X') return PRAP_FAIL;
    *ret_facts = &hold;
    *ret_n = case_id.bytes[0] == 'W' ? 1 : case_id.bytes[0] == 'Y' ? PRAP_FACTS_MAX + 1 : 0;
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
    prap_engine_destroy(host.engine);
    assert_int_equal(prap_engine_create(&host.host, one, 1, &host.engine, NULL), PRAP_OK);
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
