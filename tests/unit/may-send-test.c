/*
 * may-send-test.c: may this unencrypted email be sent: at every stage, every restriction alone, and as a preview of a case
 * that was taken over answers it.
 * shows CH15-44a, CH15-46a, CH15-46b, CH15-47, CH15-48, CH15-49-B1, CH15-49-B2, CH15-49-B3, CH15-49-B4, CH15-50, CH15-51
 * shows CH15-52-B1, CH15-52-B3, CH15-53-B1, CH15-53-B2, CH15-53-B3, CH15-54b, CH15-60a, CH15-61
 */
#include "in-words.h"

#define GOOD_USE     "process=exit-reports organisation=prime-provider permitted-on=2021-01-01 use-from=2021-02-01 "
#define GOOD_MESSAGE "records=1 standard-content template-included sender-designated recipient-designated "
#define SUB          "process=exit-reports permitted-on=2021-01-01 use-from=2021-02-01 organisation="

static struct test_host host;

static int open_host(void **state) {
    (void)state;
    test_host_open_supplemented(&host, PRAP_PROGRAMME_EMAIL, NULL);
    return 0;
}

static int close_host(void **state) {
    (void)state;
    return test_host_close(&host) == 0 ? 0 : -1;
}

static uint32_t stage_of(const char *stage) {
    return stage == NULL ? 0 : number_of(PRAP_WORDS_OPTION, stage, strlen(stage));
}

static prap_status ask(const prap_rulebook *rulebook, const char *stage, const char *on, const char *text) {
    prap_fact facts[PRAP_FACTS_MAX];
    const prap_message message = {.size = sizeof message, .stage = stage_of(stage), .on = day_of(on), .facts = facts,
                                  .n_facts = read_facts(facts, text)};
    return prap_may_send(rulebook, &message, host.answer, NULL);
}

static const char *told(const char *stage, const char *on, const char *text, uint32_t verdict) {
    const prap_status status = ask(host.rulebook, stage, on, text);
    if (status != PRAP_OK) fail_msg("%s: %s", text, prap_status_name(status));
    if (prap_answer_summary(host.answer)->verdict != verdict) fail_msg("%s: %s", text, reasons_of(host.answer));
    return reasons_of(host.answer);
}

static void every_restriction_alone(void **state) {
    (void)state;
    static const struct {
        const char *stage, *facts, *reasons;
    } rows[] = {
        {"at-active", GOOD_USE GOOD_MESSAGE, ""},
        {"at-ceasing", GOOD_USE GOOD_MESSAGE, ""},
        {"at-ceasing", GOOD_USE GOOD_MESSAGE "ceases-on=2021-03-10", ""},
        {"at-ceasing", GOOD_USE GOOD_MESSAGE "ceases-on=2021-03-09", "use-has-ceased"},
        {"at-approved", GOOD_USE GOOD_MESSAGE, "use-not-begun"},
        {"at-approved", "process=exit-reports organisation=prime-provider permitted-on=2021-01-01 " GOOD_MESSAGE,
         "use-not-begun"},
        {"at-active", "process=exit-reports organisation=prime-provider permitted-on=2021-01-01 " GOOD_MESSAGE, ""},
        {"at-active", "process=exit-reports organisation=prime-provider permitted-on=2021-01-01 use-from=2021-03-11 "
                      GOOD_MESSAGE, "use-not-begun"},
        {"at-active", "process=exit-reports organisation=prime-provider permitted-on=2021-03-11 use-from=2021-02-01 "
                      GOOD_MESSAGE, "no-written-permission"},
        {"at-suspended", GOOD_USE GOOD_MESSAGE "suspended-by=own-outage", "own-outage-lasts"},
        {"at-suspended", GOOD_USE GOOD_MESSAGE "suspended-by=dwp-outage", "dwp-outage-lasts"},
        {"at-clerical", GOOD_USE GOOD_MESSAGE "suspended-by=own-outage", "own-outage-lasts"},
        {"at-clerical", GOOD_USE GOOD_MESSAGE, "own-outage-lasts ?suspended-by"},
        {"at-active", "process=erasure-requests organisation=prime-provider permitted-on=2021-01-01 " GOOD_MESSAGE,
         "process-not-listed"},
        {"at-active", "process=other-process exemption organisation=prime-provider permitted-on=2021-01-01 " GOOD_MESSAGE, ""},
        {"at-active", SUB "listed-subcontractor subcontractor-approved diligence-done " GOOD_MESSAGE, ""},
        {"at-active", SUB "listed-subcontractor !subcontractor-approved diligence-done " GOOD_MESSAGE,
         "subcontractor-not-approved"},
        {"at-active", SUB "listed-subcontractor subcontractor-approved !diligence-done " GOOD_MESSAGE, "diligence-not-done"},
        {"at-active", SUB "listed-subcontractor subcontractor-approved diligence-done !no-offshore " GOOD_MESSAGE,
         "offshore-element"},
        {"at-active", SUB "existing-subcontractor subcontractor-approved diligence-done " GOOD_MESSAGE, ""},
        {"at-active", SUB "new-subcontractor subcontractor-approved diligence-done no-offshore " GOOD_MESSAGE, ""},
        {"at-active", GOOD_USE "records=2 standard-content template-included sender-designated recipient-designated",
         "several-records"},
        {"at-active", GOOD_USE "records=2 supply-chain-sharing standard-content template-included sender-designated "
                      "recipient-designated", ""},
        {"at-active", GOOD_USE "records=0 standard-content template-included sender-designated recipient-designated", ""},
        {"at-active", "process=list-of-500 organisation=prime-provider permitted-on=2021-01-01 records=500 "
                      "standard-content template-included sender-designated recipient-designated", ""},
        {"at-active", GOOD_USE GOOD_MESSAGE "forwarded business-need recipient-entitled", ""},
        {"at-active", GOOD_USE GOOD_MESSAGE "forwarded !business-need recipient-entitled", "no-business-need"},
        {"at-active", GOOD_USE GOOD_MESSAGE "forwarded business-need !recipient-entitled", "recipient-not-entitled"},
        {"at-active", GOOD_USE GOOD_MESSAGE "forwarded business-need recipient-entitled automatic", "automatic-forwarding"},
        {"at-active", GOOD_USE "records=2 supply-chain-sharing forwarded business-need recipient-entitled "
                      "standard-content template-included sender-designated recipient-designated",
         "several-records-forwarded"},
        {"at-active", GOOD_USE "records=1 !standard-content !template-included !sender-designated !recipient-designated",
         "content-not-standard template-not-included sender-not-designated recipient-not-designated"},
        {NULL, "process=exit-reports organisation=prime-provider " GOOD_MESSAGE, "no-written-permission use-not-begun"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const uint32_t verdict = rows[i].reasons[0] == '\0' ? PRAP_VERDICT_PERMITTED : PRAP_VERDICT_REFUSED;
        assert_string_equal(told(rows[i].stage, "2021-03-10", rows[i].facts, verdict), rows[i].reasons);
    }
}

static void what_is_unknown_is_asked_for(void **state) {
    (void)state;
    static const struct {
        const char *facts, *reasons;
    } rows[] = {
        {"", "?process ?organisation ?permitted-on"}, /* of what was taken over */
        {GOOD_USE, "?records ?standard-content ?template-included ?sender-designated ?recipient-designated"},
        {GOOD_USE "?forwarded " GOOD_MESSAGE, "?forwarded ?forwarded"}, /* business need, entitlement */
        {GOOD_USE "forwarded " GOOD_MESSAGE, "?business-need ?recipient-entitled"},
        {GOOD_USE GOOD_MESSAGE "forwarded business-need recipient-entitled ?automatic", "?automatic"},
        {GOOD_USE "records=2 ?supply-chain-sharing standard-content template-included sender-designated "
                  "recipient-designated", "?records"},
        {GOOD_USE "?records supply-chain-sharing standard-content template-included sender-designated "
                  "recipient-designated", ""},
        {GOOD_USE "?records forwarded supply-chain-sharing business-need recipient-entitled standard-content "
                  "template-included sender-designated recipient-designated", "?records"},
        {"process=other-process ?exemption organisation=prime-provider permitted-on=2021-01-01 " GOOD_MESSAGE, "?exemption"},
        {SUB "new-subcontractor subcontractor-approved diligence-done " GOOD_MESSAGE, "?no-offshore"},
        {SUB "listed-subcontractor " GOOD_MESSAGE, "?subcontractor-approved ?diligence-done"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const uint32_t verdict = rows[i].reasons[0] == '\0' ? PRAP_VERDICT_PERMITTED : PRAP_VERDICT_UNDECIDED;
        assert_string_equal(told("at-active", "2021-03-10", rows[i].facts, verdict), rows[i].reasons);
    }
    /* Of nothing at all it is refused, and what is unknown is named besides. */
    assert_string_equal(told(NULL, "2021-03-10", "", PRAP_VERDICT_REFUSED),
                        "?process no-written-permission use-not-begun ?organisation ?organisation ?organisation ?records "
                        "?standard-content ?template-included ?sender-designated ?recipient-designated");
}

/* The list of 500 is exempt by the policy only (AMB-76). */
static void the_list_of_500_by_policy(void **state) {
    (void)state;
    const prap_setting no = {PRAP_POLICY_LIST_500_EXEMPT, PRAP_CHOICE_NO};
    prap_rulebook *strict = NULL;
    assert_int_equal(prap_rulebook_create(NULL, PRAP_PROGRAMME_EMAIL, prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES),
                                          &no, 1, &strict, NULL), PRAP_E_NULL);
    assert_int_equal(prap_rulebook_create(host.host.allocator, PRAP_PROGRAMME_EMAIL,
                                          prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), &no, 1, &strict, NULL),
                     PRAP_OK);
    const char *const list = "process=list-of-500 organisation=prime-provider permitted-on=2021-01-01 records=500 "
                             "standard-content template-included sender-designated recipient-designated";
    assert_int_equal(ask(strict, "at-active", "2021-03-10", list), PRAP_OK);
    assert_string_equal(reasons_of(host.answer), "several-records");
    assert_int_equal(prap_answer_setting_count(host.answer), 1);
    assert_int_equal(prap_answer_setting_at(host.answer, 0)->value, PRAP_CHOICE_NO);
    prap_rulebook_destroy(strict);
}

/* The same by a case that is taken over with the use, and a preview of the message. */
static void it_is_the_preview_of_a_case(void **state) {
    (void)state;
    static const char *const stages[] = {"at-approved", "at-active", "at-suspended", "at-clerical", "at-ceasing"};
    static const char *const uses[] = {GOOD_USE, SUB "new-subcontractor", GOOD_USE "suspended-by=dwp-outage",
                                       GOOD_USE "ceases-on=2021-03-01"};
    static const char *const messages[] = {GOOD_MESSAGE, "", "records=2 forwarded automatic ", GOOD_MESSAGE "?forwarded"};
    for (size_t i = 0; i < 5 * 4 * 4; i++) {
        const char *const stage = stages[i % 5], *const use = uses[i / 5 % 4], *const message = messages[i / 20];
        char name[8], text[512], wanted[1024];
        snprintf(name, sizeof name, "c%zu", i);
        snprintf(text, sizeof text, "case-imported 2021-03-10 stage=%s %s", stage, use);
        submit_all(&host, PRAP_PROGRAMME_EMAIL, name, text);
        prap_fact facts[PRAP_FACTS_MAX];
        prap_command sent = test_command(name, PRAP_EVENT_MESSAGE_SENT, test_day(2021, 3, 10));
        sent.programme = PRAP_PROGRAMME_EMAIL;
        sent.facts = facts;
        sent.n_facts = read_facts(facts, message);
        assert_int_equal(test_host_preview(&host, &sent), PRAP_OK);
        const prap_summary summary = *test_host_summary(&host);
        snprintf(wanted, sizeof wanted, "%s", reasons_of(host.answer));
        snprintf(text, sizeof text, "%s %s", use, message);
        assert_string_equal(told(stage, "2021-03-10", text, summary.verdict), wanted);
        assert_int_equal(test_host_summary(&host)->version, summary.version);
        assert_int_equal(test_host_summary(&host)->stage, summary.stage);
    }
}

static prap_status refused(const prap_rulebook *rulebook, prap_message message, const char *field) {
    prap_error error = {.size = sizeof error};
    const prap_status status = prap_may_send(rulebook, &message, host.answer, &error);
    assert_int_equal(error.status, status);
    assert_string_equal(error.field, field);
    assert_int_equal(prap_answer_reason_count(host.answer), 0);
    return status;
}

/* What stands at odds is refused, and is no contradiction of the library's own. */
static void odd_uses_are_refused(void **state) {
    (void)state;
    submit_all(&host, PRAP_PROGRAMME_EMAIL, "ended",
               "case-imported 2021-03-01 stage=at-ceasing process=exit-reports organisation=prime-provider "
               "permitted-on=2021-01-01 ceases-on=2021-03-10; use-ceased 2021-03-10");
    assert_int_equal(submit_words(&host, PRAP_PROGRAMME_EMAIL, "ended", "message-sent 2021-03-10 " GOOD_MESSAGE),
                     PRAP_VERDICT_REFUSED);
    assert_string_equal(reasons_of(host.answer), "use-has-ceased");
    submit_all(&host, PRAP_PROGRAMME_EMAIL, "told",
               "case-imported 2021-03-01 stage=at-ceasing process=exit-reports organisation=prime-provider "
               "permitted-on=2021-01-01; outage-began 2021-03-02; resume-notified 2021-03-03 resumes-on=2021-03-04");
    assert_int_equal(submit_words(&host, PRAP_PROGRAMME_EMAIL, "told", "message-sent 2021-03-03 " GOOD_MESSAGE),
                     PRAP_VERDICT_REFUSED);
    assert_string_equal(reasons_of(host.answer), "own-outage-lasts");
    assert_string_equal(told("at-approved", "2021-03-10", GOOD_USE GOOD_MESSAGE, PRAP_VERDICT_REFUSED), "use-not-begun");
}

static void every_status(void **state) {
    (void)state;
    prap_fact facts[PRAP_FACTS_MAX + 1] = {{PRAP_FACT_FORWARDED, PRAP_VALUE_NO, 0}, {PRAP_FACT_FORWARDED, PRAP_VALUE_NO, 0}};
    prap_message message = {.size = sizeof message, .on = test_day(2021, 3, 10), .facts = facts};
    assert_int_equal(prap_may_send(NULL, &message, host.answer, NULL), PRAP_E_NULL);
    assert_int_equal(prap_may_send(host.rulebook, NULL, host.answer, NULL), PRAP_E_NULL);
    assert_int_equal(prap_may_send(host.rulebook, &message, NULL, NULL), PRAP_E_NULL);
    message.size = 1;
    assert_int_equal(refused(host.rulebook, message, "message"), PRAP_E_SIZE);
    message.size = sizeof message;
    prap_rulebook *other = NULL;
    assert_int_equal(prap_rulebook_create(host.host.allocator, PRAP_PROGRAMME_ERASURE,
                                          prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), NULL, 0, &other, NULL),
                     PRAP_OK);
    assert_int_equal(refused(other, message, "programme"), PRAP_E_WORD);
    prap_rulebook_destroy(other);
    static const uint32_t no_stages[] = {PRAP_OPTION_AT_RECEIVED, PRAP_OPTION_AT_DECIDED, PRAP_OPTION_PRIME_PROVIDER, 99999};
    for (size_t i = 0; i < sizeof no_stages / sizeof no_stages[0]; i++) {
        message.stage = no_stages[i];
        assert_int_equal(refused(host.rulebook, message, "stage"), PRAP_E_WORD);
    }
    message.stage = PRAP_OPTION_AT_ACTIVE;
    message.on = INT32_MAX;
    assert_int_equal(refused(host.rulebook, message, "on"), PRAP_E_DAY);
    message.on = PRAP_DAY_NONE;
    assert_int_equal(refused(host.rulebook, message, "on"), PRAP_E_REQUIRED);
    message.on = test_day(2021, 3, 10);
    message.n_facts = 2;
    assert_int_equal(refused(host.rulebook, message, "forwarded"), PRAP_E_TWICE);
    message.n_facts = PRAP_FACTS_MAX + 1;
    assert_int_equal(refused(host.rulebook, message, "facts"), PRAP_E_LIMIT);
    message.n_facts = 1;
    facts[0] = (prap_fact){PRAP_FACT_RECORDS, PRAP_VALUE_NUMBER, -1};
    assert_int_equal(refused(host.rulebook, message, "records"), PRAP_E_RANGE);
    facts[0].kind = PRAP_VALUE_YES;
    assert_int_equal(refused(host.rulebook, message, "records"), PRAP_E_TYPE);
    facts[0] = (prap_fact){PRAP_FACT_PROCESS, PRAP_VALUE_OPTION, PRAP_OPTION_VOLUNTARY};
    assert_int_equal(refused(host.rulebook, message, "process"), PRAP_E_WORD);
}

/* A host's own deadline can count beyond the calendar: of the use that is taken over, or of the message. */
static void a_hosts_deadline_beyond_the_calendar(void **state) {
    (void)state;
    const prap_deadline_definition ours = {.size = sizeof ours, .programme = PRAP_PROGRAMME_EMAIL,
                                           .anchor = PRAP_CASE_DAY_RECEIVED, .n = 2, .unit = PRAP_UNIT_WORKING_DAYS,
                                           .valid_from = PRAP_DAY_NONE, .valid_until = PRAP_DAY_NONE,
                                           .name = test_text("look-again"), .source = test_text("our office manual")};
    const prap_supplement supplement = {.size = sizeof supplement, .n_deadlines = 1, .deadlines = &ours};
    struct test_host own;
    test_host_open_supplemented(&own, PRAP_PROGRAMME_EMAIL, &supplement);
    assert_int_equal(ask(own.rulebook, "at-active", "2021-03-10", GOOD_USE GOOD_MESSAGE "received-on=2021-01-04"), PRAP_OK);
    assert_int_equal(ask(own.rulebook, "at-active", "9000-01-01", GOOD_USE GOOD_MESSAGE "received-on=9000-01-01"),
                     PRAP_E_COVERAGE);
    assert_int_equal(test_host_close(&own), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_restriction_alone),     cmocka_unit_test(what_is_unknown_is_asked_for),
        cmocka_unit_test(the_list_of_500_by_policy),   cmocka_unit_test(it_is_the_preview_of_a_case),
        cmocka_unit_test(a_hosts_deadline_beyond_the_calendar),
        cmocka_unit_test(odd_uses_are_refused),        cmocka_unit_test(every_status),
    };
    return cmocka_run_group_tests(tests, open_host, close_host);
}
