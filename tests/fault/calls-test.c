/*
 * calls-test.c: every call into the store goes wrong, in every way and at every turn, once and for good, in
 * each public function. Afterwards the store is as before or as after, never between; the status is exact; no
 * memory is left; the case opens again; and submitting the same id again finds out.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "answer-copy.h"
#include "heap.h"
#include "test-host.h"
#include "share.h"
#include "stack-depth.h"

enum { PROMISED_STACK = 4096 };

static unsigned long points, bad_points;

/*
 * The caseload: A acknowledged, B waiting, C and D long past their day 60, E with an entry that was voided, F started,
 * so that its earnings feed was open, and left, R a request to erase, U a use of email.
 */
static void submit_as(struct test_host *host, const char *case_id, uint32_t event, prap_day on,
                      const char *id) {
    prap_command command = test_command(case_id, event, on);
    command.id = test_text(id);
    assert_int_equal(test_host_submit(host, &command), PRAP_OK);
    assert_int_equal(test_host_summary(host)->verdict, PRAP_VERDICT_PERMITTED);
}

static prap_status submit_fact(struct test_host *host, const char *case_id, uint32_t event, prap_day on,
                               const char *id, prap_fact fact) {
    prap_command command = test_command(case_id, event, on);
    command.id = test_text(id);
    command.facts = &fact;
    command.n_facts = 1;
    return test_host_submit(host, &command);
}

static prap_status void_attempt(struct test_host *host, const char *case_id, int32_t sequence, const char *id) {
    const prap_fact voids = {PRAP_FACT_VOIDS, PRAP_VALUE_NUMBER, sequence};
    return submit_fact(host, case_id, PRAP_EVENT_ENTRY_VOIDED, test_day(2023, 5, 12), id, voids);
}

static prap_status leave(struct test_host *host, const char *case_id, prap_day on, const char *id) {
    static const prap_fact facts[] = {{PRAP_FACT_CODE, PRAP_VALUE_NUMBER, 43}, {PRAP_FACT_DECEASED, PRAP_VALUE_YES, 0}};
    prap_command command = test_command(case_id, PRAP_EVENT_LEFT, on);
    command.id = test_text(id);
    command.facts = facts;
    command.n_facts = 2;
    return test_host_submit(host, &command);
}

static prap_status submit_procedure(struct test_host *host, const char *case_id, uint32_t programme, uint32_t event,
                                    prap_day on, const char *id, const prap_fact *facts, size_t n) {
    prap_command command = test_command(case_id, event, on);
    command.programme = programme;
    command.id = test_text(id);
    command.facts = facts;
    command.n_facts = n;
    return test_host_submit(host, &command);
}

static struct memory_store *make_caseload(void) {
    struct test_host host;
    test_host_open_every(&host, NULL, 0, NULL);
    submit_as(&host, "A", PRAP_EVENT_REFERRAL_RECEIVED, test_day(2023, 5, 5), "a1");
    submit_as(&host, "A", PRAP_EVENT_ACCEPT, test_day(2023, 5, 9), "a2");
    submit_as(&host, "A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 12), "a3");
    submit_as(&host, "B", PRAP_EVENT_REFERRAL_RECEIVED, test_day(2023, 5, 5), "b1");
    submit_as(&host, "C", PRAP_EVENT_REFERRAL_RECEIVED, test_day(2022, 11, 1), "c1");
    submit_as(&host, "C", PRAP_EVENT_ACCEPT, test_day(2022, 11, 2), "c2");
    submit_as(&host, "D", PRAP_EVENT_REFERRAL_RECEIVED, test_day(2022, 11, 2), "d1");
    submit_as(&host, "E", PRAP_EVENT_REFERRAL_RECEIVED, test_day(2023, 5, 5), "e1");
    submit_as(&host, "E", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 8), "e2");
    submit_as(&host, "E", PRAP_EVENT_ACCEPT, test_day(2023, 5, 9), "e3");
    assert_int_equal(void_attempt(&host, "E", 2, "e4"), PRAP_OK);
    assert_int_equal(test_host_summary(&host)->verdict, PRAP_VERDICT_PERMITTED);
    submit_as(&host, "F", PRAP_EVENT_REFERRAL_RECEIVED, test_day(2023, 1, 5), "f1");
    submit_as(&host, "F", PRAP_EVENT_ACCEPT, test_day(2023, 1, 6), "f2");
    submit_as(&host, "F", PRAP_EVENT_MEETING_ATTENDED, test_day(2023, 1, 12), "f3");
    submit_as(&host, "F", PRAP_EVENT_START_RECORDED, test_day(2023, 1, 12), "f4");
    assert_int_equal(leave(&host, "F", test_day(2023, 5, 2), "f5"), PRAP_OK);
    assert_int_equal(test_host_summary(&host)->feed, PRAP_FEED_CLOSED);
    const prap_fact use[] = {{PRAP_FACT_PROCESS, PRAP_VALUE_OPTION, PRAP_OPTION_EXIT_REPORTS},
                             {PRAP_FACT_ORGANISATION, PRAP_VALUE_OPTION, PRAP_OPTION_PRIME_PROVIDER}};
    assert_int_equal(submit_procedure(&host, "R", PRAP_PROGRAMME_ERASURE, PRAP_EVENT_ERASURE_REQUESTED, test_day(2023, 5, 5),
                                      "r1", NULL, 0),
                     PRAP_OK);
    assert_int_equal(submit_procedure(&host, "U", PRAP_PROGRAMME_EMAIL, PRAP_EVENT_APPROVAL_REQUESTED, test_day(2023, 5, 5),
                                      "u1", use, 2),
                     PRAP_OK);
    assert_int_equal(test_host_summary(&host)->verdict, PRAP_VERDICT_PERMITTED);
    struct memory_store *store = memory_store_copy(host.store);
    assert_int_equal(test_host_close(&host), 0);
    return store;
}

static prap_status submit(struct test_host *host, const char *case_id, uint32_t event, prap_day on,
                          const char *id) {
    prap_command command = test_command(case_id, event, on);
    if (id != NULL) command.id = test_text(id);
    return test_host_submit(host, &command);
}

static prap_status create_case(struct test_host *host) {
    return submit(host, "N", PRAP_EVENT_REFERRAL_RECEIVED, test_day(2023, 5, 9), "n1");
}

static prap_status accept_with_id(struct test_host *host) {
    return submit(host, "B", PRAP_EVENT_ACCEPT, test_day(2023, 5, 9), "b2");
}

static prap_status accept_without_id(struct test_host *host) {
    return submit(host, "B", PRAP_EVENT_ACCEPT, test_day(2023, 5, 9), NULL);
}

static prap_status repeat_of_a_known_id(struct test_host *host) {
    return submit(host, "A", PRAP_EVENT_ACCEPT, test_day(2023, 5, 9), "a2");
}

static prap_status refused(struct test_host *host) {
    return submit(host, "A", PRAP_EVENT_REJECT, test_day(2023, 5, 12), "a4");
}

static prap_status void_entry(struct test_host *host) {
    return void_attempt(host, "A", 3, "a4");
}

static prap_status void_refused(struct test_host *host) {
    return void_attempt(host, "A", 1, "a4");
}

static prap_status a_known_void_again(struct test_host *host) {
    return void_attempt(host, "E", 2, "e4");
}

static prap_status import_case(struct test_host *host) {
    const prap_fact stage = {PRAP_FACT_STAGE, PRAP_VALUE_OPTION, PRAP_OPTION_AT_ACCEPTED};
    return submit_fact(host, "N", PRAP_EVENT_CASE_IMPORTED, test_day(2023, 5, 9), "n1", stage);
}

static prap_status override_rule(struct test_host *host) {
    const prap_fact override = {PRAP_FACT_OVERRIDE, PRAP_VALUE_OPTION, PRAP_OPTION_PRAP_TOOK_IT};
    return submit_fact(host, "B", PRAP_EVENT_ACCEPT, test_day(2023, 5, 12), "b2", override);
}

static prap_status preview(struct test_host *host) {
    const prap_command command = test_command("B", PRAP_EVENT_ACCEPT, test_day(2023, 5, 9));
    return test_host_preview(host, &command);
}

static prap_status show(struct test_host *host) {
    const prap_key key = test_key("A");
    return prap_engine_show(host->engine, &key, test_day(2023, 5, 12), host->answer, NULL);
}

static prap_status show_earlier(struct test_host *host) {
    const prap_key key = test_key("A");
    return prap_engine_show(host->engine, &key, test_day(2023, 5, 8), host->answer, NULL);
}

static prap_status pass_event(void *user, const prap_event_view *event) {
    (void)user;
    return event->sequence > 0 ? PRAP_OK : PRAP_E_BUG;
}

static prap_status history(struct test_host *host) {
    const prap_key key = test_key("A");
    return prap_engine_history(host->engine, &key, test_day(2023, 5, 12), pass_event, NULL, NULL);
}

static prap_status pass_list(void *user, const prap_checklist *list) {
    (void)user;
    return list->n_checks > 0 ? PRAP_OK : PRAP_E_BUG;
}

static prap_status checklists(struct test_host *host) {
    const prap_key key = test_key("A");
    return prap_engine_checklist(host->engine, &key, test_day(2023, 5, 12), 0, pass_list, NULL, NULL);
}

static prap_status pass_kept(void *user, const prap_kept *kept) {
    (void)user;
    return kept->n_events > 0 ? PRAP_OK : PRAP_E_BUG;
}

static prap_status records(struct test_host *host) {
    const prap_key key = test_key("A");
    return prap_engine_records(host->engine, &key, test_day(2023, 5, 12), pass_kept, NULL, NULL);
}

static prap_status pass_retained(void *user, const prap_retained *retained, prap_status status) {
    (void)user;
    return retained->case_id.n > 0 && (retained->answer != NULL) == (status == PRAP_OK) ? PRAP_OK : PRAP_E_BUG;
}

static prap_retention_terms retention_terms(void) {
    return (prap_retention_terms){.size = sizeof(prap_retention_terms), .as_of = test_day(2023, 5, 12)};
}

static prap_status retention(struct test_host *host) {
    const prap_key key = test_key("A");
    const prap_retention_terms terms = retention_terms();
    return prap_engine_retention(host->engine, &key, &terms, pass_retained, NULL, NULL);
}

static prap_status retentions(struct test_host *host) {
    const prap_retention_terms terms = retention_terms();
    return prap_engine_retention_walk(host->engine, test_text(""), &terms, pass_retained, NULL, NULL);
}

/* What a store says of one case is told and does not end the walk: here as PRAP_E_DAMAGED. */
static prap_status verify(struct test_host *host) {
    prap_verify_report report = {.size = sizeof report};
    const prap_status status =
        prap_engine_verify(host->engine, test_text(""), test_text(""), NULL, NULL, &report, NULL);
    assert_int_equal(report.damaged != 0, report.faults != 0);
    return status == PRAP_OK && report.faults != 0 ? PRAP_E_DAMAGED : status;
}

static prap_status verify_one(struct test_host *host) {
    prap_verify_report report = {.size = sizeof report};
    const prap_status status =
        prap_engine_verify(host->engine, test_text(""), test_text("E"), NULL, NULL, &report, NULL);
    assert_int_equal(report.damaged != 0, report.faults != 0);
    return status == PRAP_OK && report.faults != 0 ? PRAP_E_DAMAGED : status;
}

static prap_status history_with_a_void(struct test_host *host) {
    const prap_key key = test_key("E");
    return prap_engine_history(host->engine, &key, test_day(2023, 5, 12), pass_event, NULL, NULL);
}

static prap_status show_before_a_void(struct test_host *host) {
    const prap_key key = test_key("E");
    return prap_engine_show(host->engine, &key, test_day(2023, 5, 9), host->answer, NULL);
}

static prap_status pass_case(void *user, prap_text case_id, const prap_answer *answer) {
    (void)user;
    return case_id.n > 0 && answer != NULL ? PRAP_OK : PRAP_E_BUG;
}

static prap_status walk(struct test_host *host) {
    return prap_engine_walk(host->engine, test_text(""), PRAP_DAY_NONE, test_day(2023, 5, 12), host->answer,
                            pass_case, NULL, NULL);
}

static prap_status measure(struct test_host *host) {
    prap_measure_total total = {.size = sizeof total, .measure = prap_word_at(PRAP_WORDS_MEASURE, 0)->number};
    return prap_engine_measure(host->engine, test_text(""), test_day(2023, 5, 12), PRAP_DAY_NONE, PRAP_DAY_NONE,
                               host->answer, &total, 1, NULL, NULL, NULL);
}

static prap_status ask_caseload(struct test_host *host, prap_day as_of) {
    const prap_rulebook *const *others = (const prap_rulebook *const *)host->rulebooks;
    static prap_caseload_question question; /* the stack is the library's: a_call_fits_in_the_stack_that_is_promised */
    static prap_caseload_report report;
    const prap_caseload every = {.size = sizeof every};
    question = (prap_caseload_question){.size = sizeof question, .as_of = as_of, .due_by = PRAP_DAY_NONE,
        .until = as_of + 60, .first = PRAP_DAY_NONE, .last = PRAP_DAY_NONE, .rulebooks = others,
        .n_rulebooks = host->n_rulebooks};
    report = (prap_caseload_report){.size = sizeof report};
    return prap_engine_caseload(host->engine, &every, &question, &report, NULL);
}

static prap_status caseload(struct test_host *host) {
    return ask_caseload(host, test_day(2023, 5, 12));
}

static prap_status caseload_earlier(struct test_host *host) {
    return ask_caseload(host, test_day(2023, 5, 8));
}

static prap_status walk_earlier(struct test_host *host) {
    return prap_engine_walk(host->engine, test_text(""), PRAP_DAY_NONE, test_day(2023, 5, 8), host->answer,
                            pass_case, NULL, NULL);
}

static prap_status pass_period(void *user, const prap_feed_period *period) {
    (void)user;
    return period->opened_at > 0 ? PRAP_OK : PRAP_E_BUG;
}

static prap_status feed_as_of(struct test_host *host, const char *case_id, prap_day as_of) {
    const prap_key key = test_key(case_id);
    prap_feed found = {.size = sizeof found, .rule = 77};
    const prap_status status =
        prap_engine_feed(host->engine, &key, as_of, pass_period, NULL, &found, NULL);
    assert_true(status == PRAP_OK ? found.rule != 77 && found.periods == 1 : found.rule == 77);
    return status;
}

static prap_status feed(struct test_host *host) {
    return feed_as_of(host, "F", test_day(2023, 5, 12));
}

static prap_status feed_earlier(struct test_host *host) {
    return feed_as_of(host, "F", test_day(2023, 4, 12));
}

static prap_status pass_feed(void *user, prap_text case_id, const prap_feed *found, prap_status status) {
    (void)user;
    return case_id.n > 0 && (found->programme != 0) == (status == PRAP_OK) ? PRAP_OK : PRAP_E_BUG;
}

static prap_status feeds(struct test_host *host) {
    return prap_engine_feeds(host->engine, test_text(""), test_day(2023, 5, 12), 0, host->answer, pass_feed, NULL, NULL);
}

static prap_status feeds_earlier(struct test_host *host) {
    return prap_engine_feeds(host->engine, test_text(""), test_day(2023, 5, 8), 0, host->answer, pass_feed, NULL, NULL);
}

static prap_question question_of(const char *case_id, prap_day as_of) {
    return (prap_question){.size = sizeof(prap_question), .as_of = as_of, .key = test_key(case_id)};
}

static prap_status pass_option(void *user, const prap_option *option, const prap_answer *answer) {
    (void)user;
    return option->event != 0 && answer != NULL ? PRAP_OK : PRAP_E_BUG;
}

static prap_status options(struct test_host *host) {
    const prap_question question = question_of("A", test_day(2023, 5, 12));
    return prap_engine_options(host->engine, &question, host->answer, pass_option, NULL, NULL);
}

static prap_status options_earlier(struct test_host *host) {
    const prap_question question = question_of("A", test_day(2023, 5, 8));
    return prap_engine_options(host->engine, &question, host->answer, pass_option, NULL, NULL);
}

static prap_status pass_outcome(void *user, const prap_outcome *outcome, const prap_answer *answer) {
    (void)user;
    return outcome->event != 0 && answer != NULL ? PRAP_OK : PRAP_E_BUG;
}

static prap_status outcome(struct test_host *host) {
    const prap_question question = question_of("A", test_day(2023, 5, 12));
    return prap_engine_outcome(host->engine, &question, host->answer, pass_outcome, NULL, NULL, NULL);
}

static prap_status pass_step(void *user, const prap_step *step, const prap_answer *answer) {
    (void)user;
    return step->event != 0 && answer != NULL ? PRAP_OK : PRAP_E_BUG;
}

static prap_status path_as_of(struct test_host *host, prap_day as_of) {
    const prap_question question = question_of("A", as_of);
    prap_path found = {.size = sizeof found, .n_steps = 77};
    const prap_status status =
        prap_engine_path(host->engine, &question, 0, host->answer, pass_step, NULL, &found, NULL);
    assert_true(status == PRAP_OK ? found.found == 1 : found.n_steps == 77);
    return status;
}

static prap_status path(struct test_host *host) {
    return path_as_of(host, test_day(2023, 5, 12));
}

static prap_status path_earlier(struct test_host *host) {
    return path_as_of(host, test_day(2023, 5, 8));
}

static prap_status outcome_earlier(struct test_host *host) {
    const prap_question question = question_of("A", test_day(2023, 5, 8));
    return prap_engine_outcome(host->engine, &question, host->answer, pass_outcome, NULL, NULL, NULL);
}

static prap_status erasure_as_of(struct test_host *host, prap_day as_of) {
    const prap_question question = question_of("F", as_of);
    prap_erasure found = {.size = sizeof found};
    return prap_engine_erasure(host->engine, &question, as_of, host->answer, &found, NULL);
}

static prap_status erasure(struct test_host *host) {
    return erasure_as_of(host, test_day(2023, 5, 12));
}

static prap_status erasure_earlier(struct test_host *host) {
    return erasure_as_of(host, test_day(2023, 4, 12));
}

/* The room for how it stood is the caller's: it is not of the memory that is watched. */
static prap_status what_if(struct test_host *host) {
    static const prap_allocator own = HEAP_ALLOCATOR;
    prap_answer *before = NULL;
    assert_int_equal(prap_answer_create(&own, &before), PRAP_OK);
    const prap_command accept = test_command("B", PRAP_EVENT_ACCEPT, test_day(2023, 5, 9));
    const prap_command *commands[] = {&accept};
    const prap_status status = prap_engine_what_if(host->engine, test_day(2023, 5, 9), commands, 1, before,
                                                   host->answer, NULL, NULL, NULL);
    prap_answer_destroy(before);
    return status;
}

static prap_status sweep(struct test_host *host) {
    prap_sweep_report report = {.size = sizeof report};
    return prap_engine_sweep(host->engine, test_text(""), test_day(2023, 5, 12), &report, NULL);
}

static prap_status request_erasure(struct test_host *host) {
    return submit_procedure(host, "N", PRAP_PROGRAMME_ERASURE, PRAP_EVENT_ERASURE_REQUESTED, test_day(2023, 5, 12),
                            "n1", NULL, 0);
}

static prap_status forward_request(struct test_host *host) {
    const prap_fact copied = {PRAP_FACT_COPIED_TO_ENQUIRIES, PRAP_VALUE_YES, 0};
    return submit_procedure(host, "R", PRAP_PROGRAMME_ERASURE, PRAP_EVENT_FORWARDED_TO_DPO, test_day(2023, 5, 12),
                            "r2", &copied, 1);
}

static prap_status permit_email(struct test_host *host) {
    return submit_procedure(host, "U", PRAP_PROGRAMME_EMAIL, PRAP_EVENT_PERMISSION_GIVEN, test_day(2023, 5, 12),
                            "u2", NULL, 0);
}

static prap_status agree_without_permission(struct test_host *host) {
    return submit_procedure(host, "U", PRAP_PROGRAMME_EMAIL, PRAP_EVENT_USE_AGREED, test_day(2023, 5, 12),
                            "u2", NULL, 0);
}

struct operation {
    const char *name;
    prap_status (*run)(struct test_host *host);
    bool tries_again; /* on RETRY, CONFLICT and UNKNOWN */
    bool has_id;
    bool may_write;
};

static const struct operation operations[] = {
    {"create", create_case, true, true, true},
    {"accept with id", accept_with_id, true, true, true},
    {"accept without id", accept_without_id, true, false, true},
    {"a known id again", repeat_of_a_known_id, true, true, false},
    {"a refusal", refused, true, true, false},
    {"void an entry", void_entry, true, true, true},
    {"a void refused", void_refused, true, true, false},
    {"a known void again", a_known_void_again, true, true, false},
    {"import", import_case, true, true, true},
    {"override", override_rule, true, true, true},
    {"preview", preview, false, false, false},
    {"show", show, false, false, false},
    {"show an earlier day", show_earlier, false, false, false},
    {"show a day before a void", show_before_a_void, false, false, false},
    {"history", history, false, false, false},
    {"history with a void", history_with_a_void, false, false, false},
    {"checklists", checklists, false, false, false},
    {"records", records, false, false, false},
    {"retention", retention, false, false, false},
    {"retention of every case", retentions, false, false, false},
    {"verify", verify, false, false, false},
    {"verify one case", verify_one, false, false, false},
    {"walk", walk, false, false, false},
    {"measure", measure, false, false, false},
    {"caseload", caseload, false, false, false},
    {"caseload of an earlier day", caseload_earlier, false, false, false},
    {"walk an earlier day", walk_earlier, false, false, false},
    {"options", options, false, false, false},
    {"options of an earlier day", options_earlier, false, false, false},
    {"outcome", outcome, false, false, false},
    {"outcome of an earlier day", outcome_earlier, false, false, false},
    {"path", path, false, false, false},
    {"path of an earlier day", path_earlier, false, false, false},
    {"feed", feed, false, false, false},
    {"feed of an earlier day", feed_earlier, false, false, false},
    {"feeds", feeds, false, false, false},
    {"feeds of an earlier day", feeds_earlier, false, false, false},
    {"erasure", erasure, false, false, false},
    {"erasure of an earlier day", erasure_earlier, false, false, false},
    {"what if", what_if, false, false, false},
    {"a request to erase", request_erasure, true, true, true},
    {"a step of a request to erase", forward_request, true, true, true},
    {"a step of the use of email", permit_email, true, true, true},
    {"a use refused", agree_without_permission, true, true, false},
    {"sweep", sweep, false, true, true},
};

static bool opens_a_case(const struct operation *operation) {
    return operation->run == create_case || operation->run == import_case || operation->run == request_erasure;
}

/* What a status of load, read or scan is passed on as: what the contract lets them say, or PRAP_E_HOST. */
static prap_status passed_on(prap_status status) {
    const bool said =
        status == PRAP_RETRY || status == PRAP_FAIL || prap_status_class(status) == PRAP_CLASS_DATA;
    return said && status != PRAP_E_COVERAGE ? status : PRAP_E_HOST;
}

/* A walk that scans for one case after another. */
static bool asks_for_one_row(const struct operation *operation) {
    return operation->run == verify || operation->run == retentions;
}

/* The status of an operation whose load, read or scan (hit) said status. */
static bool is_right_after_reading(const struct operation *operation,
                                   const struct memory_store_trouble *trouble, uint32_t hit,
                                   prap_status got) {
    if (operation->run == sweep && hit != MEMORY_STORE_SCAN) return got == PRAP_OK; /* the report counts it */
    /* Once the store is wrong for good, the next case goes wrong too. */
    const bool goes_on_wrong = trouble->sticky && trouble->only == 0;
    if (trouble->fault == MEMORY_STORE_PUSH_TWICE) {
        if (opens_a_case(operation)) return got == PRAP_OK; /* there was no row to push */
        if (asks_for_one_row(operation) && hit == MEMORY_STORE_SCAN) /* nothing is taken beyond it */
            return got == PRAP_OK || (goes_on_wrong && got == PRAP_E_DAMAGED);
        return got == (hit == MEMORY_STORE_READ ? PRAP_E_DAMAGED : PRAP_E_HOST);
    }
    if (trouble->fault == MEMORY_STORE_PUSH_NOTHING) {
        if (hit == MEMORY_STORE_SCAN || opens_a_case(operation)) return got == PRAP_OK;
        if (hit == MEMORY_STORE_LOAD) return got == PRAP_E_HOST;
        /* A journal that is not there: no history; but a case with a snapshot has one, and what was read once must be
         * there again. */
        const bool reads_only =
            operation->run == history || operation->run == checklists || operation->run == records;
        if (reads_only && trouble->nth == 1) return got == PRAP_E_NO_CASE;
        /* With a void it is read twice before anything is shown. */
        if (operation->run == history_with_a_void && trouble->nth <= 2) return got == PRAP_E_NO_CASE;
        return got == PRAP_E_DAMAGED;
    }
    if (trouble->status == PRAP_NONE && hit == MEMORY_STORE_LOAD) {
        if (trouble->fault == MEMORY_STORE_STATUS_AFTER && !opens_a_case(operation))
            return got == PRAP_E_HOST;
        if (!opens_a_case(operation)) return got == PRAP_E_NO_CASE;
        /* True of a new case. For good, the commit says it too, which it may not: what became of it is looked
         * into. */
        if (!trouble->sticky || trouble->only != 0) return got == PRAP_OK;
        return got == PRAP_UNKNOWN;
    }
    if (trouble->status == PRAP_RETRY && !trouble->sticky && operation->tries_again) return got == PRAP_OK;
    /* What the store says of one case is found, and told. */
    const bool tells = operation->run == verify_one || (operation->run == verify && hit == MEMORY_STORE_READ);
    if (tells && !(operation->run == verify && goes_on_wrong) &&
        prap_status_class(passed_on(trouble->status)) == PRAP_CLASS_DATA)
        return got == PRAP_E_DAMAGED;
    return got == passed_on(trouble->status);
}

/*
 * The status of an operation whose commit went wrong. RETRY and CONFLICT are tried again; UNKNOWN, and
 * anything that the contract does not know, is looked into and then tried again or found done. Once a commit
 * was unknown no later failure says that nothing happened.
 */
static bool is_right_after_commit(const struct operation *operation,
                                  const struct memory_store_trouble *trouble, prap_status got) {
    if (operation->run == sweep) return got == PRAP_OK;
    if (trouble->status == PRAP_FAIL) return got == PRAP_FAIL;
    const bool status =
        trouble->fault == MEMORY_STORE_STATUS_BEFORE || trouble->fault == MEMORY_STORE_STATUS_AFTER;
    const bool after =
        trouble->fault == MEMORY_STORE_STATUS_AFTER || trouble->fault == MEMORY_STORE_EACH_AFTER;
    if (!status &&
        trouble->status == PRAP_DUPLICATE) /* with no id, or one that the journal lacks, that cannot be */
        return got == (after && operation->has_id ? PRAP_OK : PRAP_E_HOST);
    if (!trouble->sticky) return got == PRAP_OK;
    const bool loads_work = !status || trouble->only == MEMORY_STORE_COMMIT;
    if (after) return got == (loads_work ? PRAP_OK : PRAP_UNKNOWN);
    if (!status && trouble->status == PRAP_CONFLICT) return got == PRAP_CONFLICT;
    if (trouble->status == PRAP_RETRY) return got == PRAP_RETRY;
    if (!loads_work && trouble->status == PRAP_NONE && !opens_a_case(operation))
        return got == PRAP_E_NO_CASE; /* from then on every load says that there is no such case */
    return got == PRAP_UNKNOWN;
}

static const char *const case_ids[] = {"A", "B", "C", "D", "E", "F", "N", "R", "U"};

static bool is_before_or_after(const struct memory_store *store, const struct memory_store *before,
                               const struct memory_store *after) {
    for (size_t i = 0; i < sizeof case_ids / sizeof *case_ids; i++) {
        const prap_key key = test_key(case_ids[i]);
        if (!memory_store_equal_case(store, before, key) && !memory_store_equal_case(store, after, key))
            return false;
    }
    return true;
}

/* A store that keeps what it says: a status that means "nothing happened" is given before the effect only. */
static bool is_honest(const struct memory_store_trouble *trouble) {
    const bool after =
        trouble->fault == MEMORY_STORE_STATUS_AFTER || trouble->fault == MEMORY_STORE_EACH_AFTER;
    const bool claims_nothing =
        trouble->status == PRAP_RETRY || trouble->status == PRAP_FAIL || trouble->status == PRAP_CONFLICT;
    /* Nor is an id known that the store was not given. */
    const bool invents = trouble->fault == MEMORY_STORE_EACH_AFTER && trouble->status == PRAP_DUPLICATE;
    return !(after && claims_nothing) && !invents;
}

static bool is_right(const struct operation *operation, const struct memory_store_trouble *trouble,
                     uint32_t hit, prap_status status) {
    if (hit == 0) return status == PRAP_OK;
    if (hit != MEMORY_STORE_COMMIT) return is_right_after_reading(operation, trouble, hit, status);
    return !is_honest(trouble) || is_right_after_commit(operation, trouble, status);
}

/* What the operation did to the store, given its status. */
static const char *complain_about_store(const struct operation *operation,
                                        const struct memory_store_trouble *trouble,
                                        const struct memory_store *store, prap_status status,
                                        const struct memory_store *before, const struct memory_store *after) {
    if (memory_store_complaint(store) != NULL) return memory_store_complaint(store);
    if (!is_before_or_after(store, before, after)) return "the store is between before and after";
    if (operation->run == sweep || !is_honest(trouble)) return NULL;
    if (status == PRAP_OK)
        return memory_store_equal(store, after) ? NULL : "what was acknowledged is not there";
    if (status == PRAP_UNKNOWN) return NULL;
    return memory_store_equal(store, before) ? NULL : "it failed, and changed the store";
}

/* The trouble is over: everything opens, and the same again finds out what happened. */
static const char *complain_about_afterwards(const struct operation *operation, struct test_host *host,
                                             prap_status status, const struct memory_store *after) {
    memory_store_order(host->store, NULL);
    if (operation->has_id || status != PRAP_OK) {
        const prap_status again = operation->run(host);
        if (again != PRAP_OK) return "the same again fails";
        if ((operation->has_id || status != PRAP_UNKNOWN) && !memory_store_equal(host->store, after))
            return "the same again does not lead to the same store";
    }
    return walk(host) == PRAP_OK ? NULL : "the cases do not open again";
}

/* Whether there was such a call to go wrong. */
static bool run_point(const struct operation *operation, const struct memory_store *before,
                      const struct memory_store *after, const struct memory_store_trouble *trouble) {
    static struct answer_copy copy;
    struct test_host host;
    test_host_reopen_every(&host, memory_store_copy(before), NULL, 0);
    memory_store_order(host.store, trouble);
    const prap_status status = operation->run(&host);
    const uint32_t hit = memory_store_troubled_call(host.store);
    answer_copy_take(&copy, host.answer);
    const char *complaint = NULL;
    if (!is_right(operation, trouble, hit, status)) complaint = "this status is not right";
    if (complaint == NULL)
        complaint = complain_about_store(operation, trouble, host.store, status, before, after);
    if (complaint == NULL && operation->run != sweep && status != PRAP_OK && !answer_copy_is_empty(&copy))
        complaint = "a failure came with an answer";
    if (complaint == NULL) complaint = complain_about_afterwards(operation, &host, status, after);
    if (test_host_close(&host) != 0 && complaint == NULL) complaint = "memory is left";
    points++;
    if (complaint != NULL) {
        bad_points++;
        print_error("%s: fault %d with status %d at call %u (of kind %u; hit %u), sticky %d: got %s: %s\n",
                    operation->name, (int)trouble->fault, (int)trouble->status, trouble->nth, trouble->only,
                    hit, (int)trouble->sticky, prap_status_name(status), complaint);
    }
    return hit != 0;
}

static const struct {
    enum memory_store_fault fault;
    prap_status status;
} ways[] = {
    {MEMORY_STORE_STATUS_BEFORE, PRAP_RETRY},
    {MEMORY_STORE_STATUS_BEFORE, PRAP_FAIL},
    {MEMORY_STORE_STATUS_BEFORE, PRAP_NONE},
    {MEMORY_STORE_STATUS_BEFORE, PRAP_CONFLICT},
    {MEMORY_STORE_STATUS_BEFORE, PRAP_DUPLICATE},
    {MEMORY_STORE_STATUS_BEFORE, PRAP_UNKNOWN},
    {MEMORY_STORE_STATUS_BEFORE, PRAP_E_DAMAGED},
    {MEMORY_STORE_STATUS_BEFORE, PRAP_E_FOREIGN},
    {MEMORY_STORE_STATUS_BEFORE, PRAP_E_VERSION},
    {MEMORY_STORE_STATUS_BEFORE, PRAP_E_COVERAGE},
    {MEMORY_STORE_STATUS_BEFORE, PRAP_E_NULL},
    {MEMORY_STORE_STATUS_BEFORE, PRAP_E_REENTRY},
    {MEMORY_STORE_STATUS_BEFORE, 7},
    {MEMORY_STORE_STATUS_BEFORE, -1},
    {MEMORY_STORE_STATUS_BEFORE, INT32_MIN},
    {MEMORY_STORE_STATUS_AFTER, PRAP_RETRY},
    {MEMORY_STORE_STATUS_AFTER, PRAP_FAIL},
    {MEMORY_STORE_STATUS_AFTER, PRAP_NONE},
    {MEMORY_STORE_STATUS_AFTER, PRAP_UNKNOWN},
    {MEMORY_STORE_STATUS_AFTER, PRAP_E_DAMAGED},
    {MEMORY_STORE_STATUS_AFTER, -1},
    {MEMORY_STORE_EACH_BEFORE, PRAP_CONFLICT},
    {MEMORY_STORE_EACH_BEFORE, PRAP_DUPLICATE},
    {MEMORY_STORE_EACH_BEFORE, PRAP_RETRY},
    {MEMORY_STORE_EACH_BEFORE, PRAP_UNKNOWN},
    {MEMORY_STORE_EACH_BEFORE, PRAP_FAIL},
    {MEMORY_STORE_EACH_BEFORE, 99},
    {MEMORY_STORE_EACH_AFTER, PRAP_CONFLICT},
    {MEMORY_STORE_EACH_AFTER, PRAP_DUPLICATE},
    {MEMORY_STORE_EACH_AFTER, PRAP_RETRY},
    {MEMORY_STORE_EACH_AFTER, PRAP_UNKNOWN},
    {MEMORY_STORE_EACH_AFTER, PRAP_FAIL},
    {MEMORY_STORE_EACH_AFTER, 99},
    {MEMORY_STORE_EACH_UNSET, PRAP_OK},
    {MEMORY_STORE_PUSH_NOTHING, PRAP_OK},
    {MEMORY_STORE_PUSH_TWICE, PRAP_OK},
};

static void run_operation(const struct operation *operation, const struct memory_store *before) {
    struct test_host host;
    test_host_reopen_every(&host, memory_store_copy(before), NULL, 0);
    assert_int_equal(operation->run(&host), PRAP_OK);
    struct memory_store *after = memory_store_copy(host.store);
    assert_int_equal(test_host_close(&host), 0);
    assert_int_equal(memory_store_equal(before, after), !operation->may_write);

    /* Under Valgrind a share of the ways: another of them for each operation, so that all come up. */
    const size_t step = test_share(100) < 100 ? 6 : 1;
    for (size_t i = (size_t)(operation - operations) % step; i < sizeof ways / sizeof *ways; i += step)
        for (int sticky = 0; sticky < 2; sticky++)
            for (uint32_t only = 0; only <= MEMORY_STORE_SCAN; only++) {
                struct memory_store_trouble trouble = {.fault = ways[i].fault, .status = ways[i].status};
                trouble.sticky = sticky == 1;
                trouble.only = only;
                trouble.nth = 1;
                while (run_point(operation, before, after, &trouble))
                    trouble.nth++;
            }
    memory_store_destroy(after);
}

static void every_call_goes_wrong(void **state) {
    (void)state;
    struct memory_store *before = make_caseload();
    for (size_t i = 0; i < sizeof operations / sizeof *operations; i++)
        run_operation(&operations[i], before);
    memory_store_destroy(before);
    printf("%lu points\n", points);
    assert_int_equal(bad_points, 0);
}

/* The functions that take memory: each makes one thing and destroys it again. */
static prap_status make_rulebook(struct test_host *host) {
    prap_rulebook *made = NULL;
    const prap_status status =
        prap_rulebook_create(&host->allocator.interface, PRAP_PROGRAMME_IPES,
                             prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), NULL, 0, &made, &host->error);
    assert_int_equal(made != NULL, status == PRAP_OK);
    prap_rulebook_destroy(made);
    return status;
}

static prap_status make_supplemented_rulebook(struct test_host *host) {
    static const prap_suspension suspended = {18000, 18100};
    const prap_supplement supplement = {.size = sizeof supplement, .n_suspensions = 1, .suspensions = &suspended};
    prap_rulebook *made = NULL;
    const prap_status status = prap_rulebook_create_supplemented(
        &host->allocator.interface, PRAP_PROGRAMME_WHP, prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), NULL,
        0, &supplement, &made, &host->error);
    assert_int_equal(made != NULL, status == PRAP_OK);
    prap_rulebook_destroy(made);
    return status;
}

static prap_status make_calendar(struct test_host *host) {
    prap_calendar *made = NULL;
    const prap_status status =
        prap_calendar_create(&host->allocator.interface, prap_calendar_built_in(PRAP_DIVISION_SCOTLAND), NULL, 0,
                             &made, &host->error);
    assert_int_equal(made != NULL, status == PRAP_OK);
    prap_calendar_destroy(made);
    return status;
}

static prap_status make_answer(struct test_host *host) {
    prap_answer *made = NULL;
    const prap_status status = prap_answer_create(&host->allocator.interface, &made);
    assert_int_equal(made != NULL, status == PRAP_OK);
    prap_answer_destroy(made);
    return status;
}

static prap_status make_engine(struct test_host *host) {
    const prap_rulebook *rulebooks[] = {host->rulebook};
    prap_engine *made = NULL;
    const prap_status status = prap_engine_create(&host->host, rulebooks, 1, &made, &host->error);
    assert_int_equal(made != NULL, status == PRAP_OK);
    prap_engine_destroy(made);
    return status;
}

static prap_status make_call(struct test_host *host) {
    const prap_call_setup setup = {.size = sizeof setup,
                                   .calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES)};
    prap_call *made = NULL;
    const prap_status status = prap_call_create(&host->allocator.interface, &setup, &made, &host->error);
    assert_int_equal(made != NULL, status == PRAP_OK);
    prap_call_destroy(made);
    return status;
}

/* Each says so when there is none of it, at whichever allocation, and leaves nothing behind. */
static void every_allocation_fails(void **state) {
    (void)state;
    prap_status (*const makers[])(struct test_host *) = {make_rulebook, make_supplemented_rulebook, make_calendar,
                                                         make_answer,   make_engine,                make_call};
    for (size_t i = 0; i < sizeof makers / sizeof *makers; i++) {
        struct test_host host;
        test_host_open_every(&host, NULL, 0, NULL);
        const size_t outstanding = host.allocator.outstanding_bytes;
        failing_allocator_fail(&host.allocator, 0, false);
        assert_int_equal(makers[i](&host), PRAP_OK);
        const unsigned allocations = host.allocator.calls;
        assert_true(allocations > 0);
        for (unsigned nth = 1; nth <= allocations; nth++) {
            for (int sticky = 0; sticky < 2; sticky++) {
                failing_allocator_fail(&host.allocator, nth, sticky == 1);
                assert_int_equal(makers[i](&host), PRAP_E_NOMEM);
                assert_int_equal(host.allocator.outstanding_bytes, outstanding);
            }
        }
        failing_allocator_fail(&host.allocator, 0, false);
        assert_int_equal(test_host_close(&host), 0);
    }
}

/* After that, nothing is allocated: with no memory at all, every function still works. */
static void nothing_else_allocates(void **state) {
    (void)state;
    struct memory_store *before = make_caseload();
    for (size_t i = 0; i < sizeof operations / sizeof *operations; i++) {
        struct test_host host;
        test_host_reopen_every(&host, memory_store_copy(before), NULL, 0);
        failing_allocator_fail(&host.allocator, 1, true);
        assert_int_equal(operations[i].run(&host), PRAP_OK);
        assert_int_equal(host.allocator.calls, 0);
        assert_int_equal(test_host_close(&host), 0);
    }
    memory_store_destroy(before);
}

/* A session of a call neither: a step and a look ahead work without any. */
static void a_call_allocates_no_more(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_call_setup setup = {.size = sizeof setup,
                                   .calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES)};
    prap_call *call = NULL;
    assert_int_equal(prap_call_create(&host.allocator.interface, &setup, &call, NULL), PRAP_OK);
    failing_allocator_fail(&host.allocator, 1, true);
    static const prap_call_fact facts[] = {{PRAP_CALL_FACT_MAPPA, PRAP_VALUE_NO, 0},
                                           {PRAP_CALL_FACT_SCR, PRAP_VALUE_NO, 0},
                                           {PRAP_CALL_FACT_UNIVERSAL_CREDIT, PRAP_VALUE_NO, 0}};
    const prap_call_event listed = {.size = sizeof listed, .event = PRAP_CALL_EVENT_PARTICIPANT_LISTED,
                                    .participant = test_text("p1"), .at = PRAP_MOMENT_NONE, .facts = facts,
                                    .n_facts = 3};
    prap_call_answer answer = {.size = sizeof answer};
    assert_int_equal(prap_call_preview(call, &listed, &answer, NULL), PRAP_OK);
    assert_int_equal(answer.verdict, PRAP_VERDICT_PERMITTED);
    assert_int_equal(prap_call_submit(call, &listed, &answer, NULL), PRAP_OK);
    assert_int_equal(answer.verdict, PRAP_VERDICT_PERMITTED);
    assert_int_equal(host.allocator.calls, 0);
    prap_call_destroy(call);
    assert_int_equal(test_host_close(&host), 0);
}

/* No caller's bytes but the three opaque ids, and no padding from memory that was never written, reach a
 * store. */
static void nothing_uninitialised_is_handed_over(void **state) {
    (void)state;
    struct memory_store *once = make_caseload();
    struct memory_store *again = make_caseload();
    assert_true(memory_store_equal(once, again));
    memory_store_destroy(once);
    memory_store_destroy(again);
}

struct deep {
    const struct operation *operation;
    struct test_host *host;
};

static void run_deep(void *user) {
    const struct deep *deep = user;
    (void)deep->operation->run(deep->host);
}

static size_t depth_of(const struct operation *operation, const struct memory_store *before) {
    size_t depth = 0;
    for (int i = 0; i < 2; i++) { /* the first time the linker looks for what is called, on the same stack */
        struct test_host host;
        test_host_reopen_every(&host, memory_store_copy(before), NULL, 0);
        struct deep deep = {operation, &host};
        depth = stack_depth(run_deep, &deep);
        assert_int_equal(0, test_host_close(&host));
    }
    return depth;
}

/* What each operation needs of the stack, the store and the test's own frames included: a line each. */
static int tell_depths(void) {
    struct memory_store *before = make_caseload();
    for (size_t i = 0; i < sizeof operations / sizeof *operations; i++) {
        printf("%zu bytes of stack: %s\n", depth_of(&operations[i], before), operations[i].name);
    }
    memory_store_destroy(before);
    return 0;
}

/* What docs/guide/scaling.md says. Sanitizers make frames of their own, and without optimisation they are larger. */
static void a_call_fits_in_the_stack_that_is_promised(void **state) {
    (void)state;
#if defined(PRAP_TEST_INSTRUMENTED) || !defined(__OPTIMIZE__)
    skip();
#endif
    struct memory_store *before = make_caseload();
    for (size_t i = 0; i < sizeof operations / sizeof *operations; i++) {
        const size_t depth = depth_of(&operations[i], before);
        if (depth > PROMISED_STACK) fail_msg("%zu bytes of stack: %s", depth, operations[i].name);
    }
    memory_store_destroy(before);
}

int main(int argc, char **argv) {
    if (argc > 1 && strcmp(argv[1], "--stack") == 0) return tell_depths();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_call_goes_wrong),
        cmocka_unit_test(every_allocation_fails),
        cmocka_unit_test(nothing_else_allocates),
        cmocka_unit_test(a_call_allocates_no_more),
        cmocka_unit_test(nothing_uninitialised_is_handed_over),
        cmocka_unit_test(a_call_fits_in_the_stack_that_is_promised),
    };
    return cmocka_run_group_tests_name("calls", tests, NULL, NULL);
}
