/*
 * re-entry-test.c: every callback calls every function of the engine that is calling it. Each gets
 * PRAP_E_REENTRY, changes nothing, and what the callback interrupted goes on to its proper end.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "test-host.h"

enum inner { SUBMIT, PREVIEW, SHOW, HISTORY, WALK, SWEEP, OPTIONS, WHAT_IF, OUTCOME, PATH, FEED,
             FEEDS, MEASURE, CASELOAD, CHECKLIST, RECORDS, ERASURE, RETENTION, RETENTIONS, VERIFY, DESTROY, INNER_END };
enum from {
    FROM_LOAD,
    FROM_COMMIT,
    FROM_READ,
    FROM_SCAN,
    FROM_OBSERVER,
    FROM_VISIT_EVENT,
    FROM_VISIT_CASE,
    FROM_VISIT_OPTION,
    FROM_VISIT_ANSWER,
    FROM_VISIT_OUTCOME,
    FROM_VISIT_CONTRADICTION,
    FROM_VISIT_STEP,
    FROM_VISIT_PERIOD,
    FROM_VISIT_FEED,
    FROM_VISIT_MEASURE,
    FROM_VISIT_CASELOAD,
    FROM_PROGRESS,
    FROM_VISIT_CHECKLIST,
    FROM_VISIT_RECORD,
    FROM_VISIT_RETAINED,
    FROM_VISIT_FAULT,
    FROM_STORE, /* whatever of the store is called first, by every function in turn */
    FROM_END
};

struct intruder {
    struct test_host *host;
    prap_answer *answer; /* its own: the outer call's is in use */
    prap_answer *before;
    prap_answer *outer_before;
    enum inner inner;
    enum from from;
    enum inner outer; /* of FROM_STORE: who calls the store */
    unsigned calls;
    prap_status status; /* of the last inner call; PRAP_OK for DESTROY, which says nothing */
};

static prap_status pass_event(void *user, const prap_event_view *event) {
    (void)user;
    (void)event;
    return PRAP_OK;
}

static prap_status pass_case(void *user, prap_text case_id, const prap_answer *answer) {
    (void)user;
    (void)case_id;
    (void)answer;
    return PRAP_OK;
}

static prap_status pass_option(void *user, const prap_option *option, const prap_answer *answer) {
    (void)user;
    return option != NULL && answer != NULL ? PRAP_OK : PRAP_E_BUG;
}

static prap_status pass_step(void *user, const prap_step *step, const prap_answer *answer) {
    (void)user;
    return step != NULL && answer != NULL ? PRAP_OK : PRAP_E_BUG;
}

static prap_status pass_outcome(void *user, const prap_outcome *outcome, const prap_answer *answer) {
    (void)user;
    return outcome != NULL && answer != NULL ? PRAP_OK : PRAP_E_BUG;
}

static prap_status pass_feed(void *user, prap_text case_id, const prap_feed *feed, prap_status status) {
    (void)user;
    return case_id.n > 0 && feed != NULL ? status : PRAP_E_BUG;
}

static prap_status pass_checklist(void *user, const prap_checklist *list) {
    (void)user;
    return list != NULL ? PRAP_OK : PRAP_E_BUG;
}

static prap_status pass_record(void *user, const prap_kept *kept) {
    (void)user;
    return kept != NULL ? PRAP_OK : PRAP_E_BUG;
}

static prap_status pass_retained(void *user, const prap_retained *retained, prap_status status) {
    (void)user;
    return retained != NULL ? status : PRAP_E_BUG;
}

static prap_measure_total first_measure(void) {
    return (prap_measure_total){.size = sizeof(prap_measure_total),
                                .measure = prap_word_at(PRAP_WORDS_MEASURE, 0)->number};
}

static prap_status on_found(void *user, const prap_caseload_case *found);
static prap_status on_progress(void *user, const prap_caseload_report *so_far);

/* intruder: or NULL, where nobody is to be visited. */
static prap_status ask_caseload(prap_engine *engine, prap_day day, struct intruder *intruder) {
    const prap_caseload every = {.size = sizeof every, .every = 1, .progress = intruder == NULL ? NULL : on_progress,
                                 .user = intruder};
    const prap_caseload_question question = {.size = sizeof question, .flags = PRAP_CASELOAD_EVERY_CASE, .as_of = day,
        .due_by = PRAP_DAY_NONE, .until = PRAP_DAY_NONE, .first = PRAP_DAY_NONE, .last = PRAP_DAY_NONE,
        .visit = intruder == NULL ? NULL : on_found, .user = intruder};
    prap_caseload_report report = {.size = sizeof report};
    return prap_engine_caseload(engine, &every, &question, &report, NULL);
}

static prap_status call(struct intruder *intruder) {
    prap_engine *engine = intruder->host->engine;
    const prap_day day = test_day(2023, 5, 12);
    const prap_command command = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, day);
    const prap_key key = test_key("A");
    const prap_text tenant = {NULL, 0};
    prap_sweep_report report = {.size = sizeof report};
    const prap_command *commands[] = {&command};
    const prap_question question = {.size = sizeof question, .as_of = day, .key = key};
    const prap_retention_terms terms = {.size = sizeof terms, .as_of = day};
    switch (intruder->inner) {
    case SUBMIT:
        return prap_engine_submit(engine, &command, intruder->answer, NULL);
    case PREVIEW:
        return prap_engine_preview(engine, &command, intruder->answer, NULL);
    case SHOW:
        return prap_engine_show(engine, &key, day, intruder->answer, NULL);
    case HISTORY:
        return prap_engine_history(engine, &key, day, pass_event, NULL, NULL);
    case WALK:
        return prap_engine_walk(engine, tenant, PRAP_DAY_NONE, day, intruder->answer, pass_case, NULL, NULL);
    case SWEEP:
        return prap_engine_sweep(engine, tenant, day, &report, NULL);
    case OPTIONS:
        return prap_engine_options(engine, &question, intruder->answer, pass_option, NULL, NULL);
    case WHAT_IF:
        return prap_engine_what_if(engine, day, commands, 1, intruder->before, intruder->answer, NULL, NULL, NULL);
    case OUTCOME:
        return prap_engine_outcome(engine, &question, intruder->answer, pass_outcome, NULL, NULL, NULL);
    case PATH: {
        prap_path path = {.size = sizeof path};
        return prap_engine_path(engine, &question, 0, intruder->answer, pass_step, NULL, &path, NULL);
    }
    case FEED: {
        prap_feed feed = {.size = sizeof feed};
        return prap_engine_feed(engine, &key, day, NULL, NULL, &feed, NULL);
    }
    case FEEDS:
        return prap_engine_feeds(engine, tenant, day, 0, intruder->answer, pass_feed, NULL, NULL);
    case MEASURE: {
        prap_measure_total total = first_measure();
        return prap_engine_measure(engine, tenant, day, PRAP_DAY_NONE, PRAP_DAY_NONE, intruder->answer, &total, 1, NULL,
                                   NULL, NULL);
    }
    case CASELOAD:
        return ask_caseload(engine, day, NULL);
    case CHECKLIST:
        return prap_engine_checklist(engine, &key, day, 0, pass_checklist, NULL, NULL);
    case RECORDS:
        return prap_engine_records(engine, &key, day, pass_record, NULL, NULL);
    case ERASURE: {
        prap_erasure erasure = {.size = sizeof erasure};
        return prap_engine_erasure(engine, &question, day, intruder->answer, &erasure, NULL);
    }
    case RETENTION:
        return prap_engine_retention(engine, &key, &terms, pass_retained, NULL, NULL);
    case RETENTIONS:
        return prap_engine_retention_walk(engine, tenant, &terms, pass_retained, NULL, NULL);
    case VERIFY: {
        prap_verify_report verified = {.size = sizeof verified};
        return prap_engine_verify(engine, tenant, tenant, NULL, NULL, &verified, NULL);
    }
    case DESTROY:
        prap_engine_destroy(engine);
        return PRAP_E_REENTRY;
    case INNER_END:
        break;
    }
    return PRAP_E_BUG;
}

static void intrude(struct intruder *intruder, enum from from) {
    if (intruder->from != from) return;
    intruder->calls++;
    intruder->status = call(intruder);
}

static void on_store_call(void *user, enum memory_store_call which) {
    intrude(user, FROM_STORE);
    switch (which) {
    case MEMORY_STORE_LOAD:
        intrude(user, FROM_LOAD);
        break;
    case MEMORY_STORE_COMMIT:
        intrude(user, FROM_COMMIT);
        break;
    case MEMORY_STORE_READ:
        intrude(user, FROM_READ);
        break;
    case MEMORY_STORE_SCAN:
        intrude(user, FROM_SCAN);
        break;
    }
}

static void on_committed(void *user, const prap_change *change) {
    assert_non_null(change);
    intrude(user, FROM_OBSERVER);
}

static prap_status on_event(void *user, const prap_event_view *event) {
    assert_non_null(event);
    intrude(user, FROM_VISIT_EVENT);
    return PRAP_OK;
}

static prap_status on_case(void *user, prap_text case_id, const prap_answer *answer) {
    assert_true(case_id.n > 0);
    assert_non_null(answer);
    intrude(user, FROM_VISIT_CASE);
    return PRAP_OK;
}

static prap_status on_option(void *user, const prap_option *option, const prap_answer *answer) {
    intrude(user, FROM_VISIT_OPTION);
    return pass_option(NULL, option, answer);
}

static prap_status on_answer(void *user, size_t i, const prap_answer *answer) {
    intrude(user, FROM_VISIT_ANSWER);
    return i == 0 && answer != NULL ? PRAP_OK : PRAP_E_BUG;
}

static prap_status on_outcome(void *user, const prap_outcome *outcome, const prap_answer *answer) {
    intrude(user, FROM_VISIT_OUTCOME);
    return pass_outcome(NULL, outcome, answer);
}

static prap_status on_step(void *user, const prap_step *step, const prap_answer *answer) {
    intrude(user, FROM_VISIT_STEP);
    return pass_step(NULL, step, answer);
}

static prap_status on_period(void *user, const prap_feed_period *period) {
    assert_true(period->opened_at > 0);
    intrude(user, FROM_VISIT_PERIOD);
    return PRAP_OK;
}

static prap_status on_feed(void *user, prap_text case_id, const prap_feed *feed, prap_status status) {
    intrude(user, FROM_VISIT_FEED);
    return pass_feed(NULL, case_id, feed, status);
}

static prap_status on_measures(void *user, prap_text case_id, const prap_answer *answer, const prap_measure *measures,
                               uint32_t n) {
    assert_true(case_id.n > 0 && answer != NULL && measures != NULL && n == 1);
    intrude(user, FROM_VISIT_MEASURE);
    return PRAP_OK;
}

static prap_status on_found(void *user, const prap_caseload_case *found) {
    assert_true(found->case_id.n > 0 && found->sides[PRAP_CASELOAD_NOW] != NULL);
    intrude(user, FROM_VISIT_CASELOAD);
    return PRAP_OK;
}

static prap_status on_progress(void *user, const prap_caseload_report *so_far) {
    assert_true(so_far->seen > 0 && so_far->last_bytes > 0);
    intrude(user, FROM_PROGRESS);
    return PRAP_OK;
}

static prap_status on_checklist(void *user, const prap_checklist *list) {
    intrude(user, FROM_VISIT_CHECKLIST);
    return pass_checklist(NULL, list);
}

static prap_status on_record(void *user, const prap_kept *kept) {
    intrude(user, FROM_VISIT_RECORD);
    return pass_record(NULL, kept);
}

static prap_status on_retained(void *user, const prap_retained *retained, prap_status status) {
    intrude(user, FROM_VISIT_RETAINED);
    return pass_retained(NULL, retained, status);
}

static prap_status on_fault(void *user, const prap_verify_fault *fault) {
    intrude(user, FROM_VISIT_FAULT);
    return fault->case_id.n > 0 ? PRAP_OK : PRAP_E_BUG;
}

static prap_status on_contradiction(void *user, const prap_contradiction *contradiction) {
    intrude(user, FROM_VISIT_CONTRADICTION);
    return contradiction->rule != 0 ? PRAP_OK : PRAP_E_BUG;
}

/* An outer call that leads to the callback; it must end as if nobody had called back. */
static prap_status run_outer(struct test_host *host, struct intruder *intruder) {
    const prap_key key = test_key("A");
    const prap_text tenant = {NULL, 0};
    prap_command command = test_command("A", PRAP_EVENT_ACCEPT, test_day(2023, 5, 9));
    const prap_command *commands[] = {&command};
    const prap_fact died = {PRAP_FACT_DECEASED, PRAP_VALUE_YES, 0}; /* which no start makes a contradiction */
    const prap_question question = {
        .size = sizeof question, .as_of = test_day(2023, 5, 9), .key = key, .facts = &died, .n_facts = 1};
    switch (intruder->from) {
    case FROM_LOAD:
    case FROM_COMMIT:
    case FROM_OBSERVER:
        return test_host_submit(host, &command);
    case FROM_READ:
    case FROM_VISIT_EVENT:
        return prap_engine_history(host->engine, &key, test_day(2023, 5, 9), on_event, intruder, NULL);
    case FROM_SCAN:
    case FROM_VISIT_CASE:
        return prap_engine_walk(host->engine, tenant, PRAP_DAY_NONE, test_day(2023, 5, 9), host->answer,
                                on_case, intruder, NULL);
    case FROM_VISIT_OPTION:
        return prap_engine_options(host->engine, &question, host->answer, on_option, intruder, NULL);
    case FROM_VISIT_ANSWER:
        return prap_engine_what_if(host->engine, question.as_of, commands, 1, intruder->outer_before, host->answer,
                                   on_answer, intruder, NULL);
    case FROM_VISIT_OUTCOME:
    case FROM_VISIT_CONTRADICTION:
        return prap_engine_outcome(host->engine, &question, host->answer, on_outcome, on_contradiction, intruder, NULL);
    case FROM_VISIT_STEP: {
        prap_path path = {.size = sizeof path};
        return prap_engine_path(host->engine, &question, 0, host->answer, on_step, intruder, &path, NULL);
    }
    case FROM_VISIT_PERIOD: {
        const prap_key started = test_key("F");
        prap_feed feed = {.size = sizeof feed};
        return prap_engine_feed(host->engine, &started, test_day(2023, 5, 15), on_period, intruder, &feed, NULL);
    }
    case FROM_VISIT_FEED:
        return prap_engine_feeds(host->engine, tenant, question.as_of, 0, host->answer, on_feed, intruder, NULL);
    case FROM_VISIT_MEASURE: {
        prap_measure_total total = first_measure();
        return prap_engine_measure(host->engine, tenant, question.as_of, PRAP_DAY_NONE, PRAP_DAY_NONE, host->answer,
                                   &total, 1, on_measures, intruder, NULL);
    }
    case FROM_VISIT_CASELOAD:
    case FROM_PROGRESS:
        return ask_caseload(host->engine, question.as_of, intruder);
    case FROM_VISIT_CHECKLIST:
        return prap_engine_checklist(host->engine, &key, question.as_of, 0, on_checklist, intruder, NULL);
    case FROM_VISIT_RECORD:
        return prap_engine_records(host->engine, &key, question.as_of, on_record, intruder, NULL);
    case FROM_VISIT_RETAINED: {
        const prap_retention_terms terms = {.size = sizeof terms, .as_of = question.as_of};
        return prap_engine_retention_walk(host->engine, tenant, &terms, on_retained, intruder, NULL);
    }
    case FROM_VISIT_FAULT: {
        static const uint8_t nonsense[] = {'n', 'o'};
        prap_verify_report report = {.size = sizeof report};
        memory_store_plant(host->store, test_key("Z"), 1, (prap_bytes){nonsense, 2}, (prap_bytes){nonsense, 2});
        return prap_engine_verify(host->engine, tenant, tenant, on_fault, intruder, &report, NULL);
    }
    case FROM_STORE: {
        struct intruder outer = *intruder;
        outer.inner = intruder->outer;
        outer.answer = host->answer;
        outer.before = intruder->outer_before;
        return call(&outer);
    }
    case FROM_END:
        break;
    }
    return PRAP_E_BUG;
}

/* A case whose earnings feed was open. */
static void start_f(struct test_host *host) {
    static const uint32_t events[] = {PRAP_EVENT_REFERRAL_RECEIVED, PRAP_EVENT_ACCEPT, PRAP_EVENT_MEETING_ATTENDED,
                                      PRAP_EVENT_START_RECORDED};
    for (size_t i = 0; i < sizeof events / sizeof *events; i++) {
        const prap_command command = test_command("F", events[i], test_day(2023, 5, 9));
        assert_int_equal(test_host_submit(host, &command), PRAP_OK);
        assert_int_equal(test_host_summary(host)->verdict, PRAP_VERDICT_PERMITTED);
    }
}

/* outer: of FROM_STORE. */
static void check(enum from from, enum inner outer, enum inner inner) {
    struct test_host host;
    test_host_open(&host, NULL, 0);
    struct intruder intruder = {.host = &host, .inner = inner, .from = FROM_END, .outer = outer};
    const prap_observer observer = {sizeof observer, &intruder, on_committed};
    host.host.observer = &observer;
    test_host_renew(&host);
    assert_int_equal(prap_answer_create(&host.allocator.interface, &intruder.answer), PRAP_OK);
    assert_int_equal(prap_answer_create(&host.allocator.interface, &intruder.before), PRAP_OK);
    assert_int_equal(prap_answer_create(&host.allocator.interface, &intruder.outer_before), PRAP_OK);
    const prap_command received = test_command("A", PRAP_EVENT_REFERRAL_RECEIVED, test_day(2023, 5, 5));
    assert_int_equal(test_host_submit(&host, &received), PRAP_OK);
    start_f(&host);

    intruder.from = from;
    memory_store_listen(host.store, on_store_call, &intruder);
    const uint64_t before = memory_store_version(host.store, test_key("A"));
    assert_int_equal(run_outer(&host, &intruder), PRAP_OK);
    assert_true(intruder.calls > 0);
    assert_int_equal(intruder.status, PRAP_E_REENTRY);
    const bool submitted = from == FROM_LOAD || from == FROM_COMMIT || from == FROM_OBSERVER ||
                           (from == FROM_STORE && outer == SUBMIT);
    assert_int_equal(memory_store_version(host.store, test_key("A")), before + (submitted ? 1 : 0));
    if (submitted && from != FROM_STORE) assert_int_equal(test_host_summary(&host)->stage, PRAP_STATE_ACCEPTED);

    memory_store_listen(host.store, NULL, NULL);
    intruder.from = FROM_END;
    const prap_command attempt = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 12));
    assert_int_equal(test_host_submit(&host, &attempt), PRAP_OK); /* the engine is free again */
    prap_answer_destroy(intruder.answer);
    prap_answer_destroy(intruder.before);
    prap_answer_destroy(intruder.outer_before);
    assert_int_equal(test_host_close(&host), 0);
}

static void every_callback_into_every_function(void **state) {
    (void)state;
    for (int from = 0; from < FROM_STORE; from++)
        for (int inner = 0; inner < INNER_END; inner++)
            check((enum from)from, INNER_END, (enum inner)inner);
}

static void the_store_into_every_function_whoever_called_it(void **state) {
    (void)state;
    for (int outer = 0; outer < DESTROY; outer++)
        for (int inner = 0; inner < INNER_END; inner++)
            check(FROM_STORE, (enum inner)outer, (enum inner)inner);
}

static void another_engine_may_be_called(void **state) {
    (void)state;
    struct test_host host, other;
    test_host_open(&host, NULL, 0);
    test_host_open(&other, NULL, 0);
    struct intruder intruder = {.host = &other, .answer = other.answer, .inner = SUBMIT, .from = FROM_COMMIT};
    const prap_command received = test_command("A", PRAP_EVENT_REFERRAL_RECEIVED, test_day(2023, 5, 5));
    assert_int_equal(test_host_submit(&other, &received), PRAP_OK);
    memory_store_listen(host.store, on_store_call, &intruder);
    assert_int_equal(test_host_submit(&host, &received), PRAP_OK);
    assert_int_equal(intruder.calls, 1);
    assert_int_equal(intruder.status, PRAP_OK);
    assert_int_equal(memory_store_version(other.store, test_key("A")), 2);
    assert_int_equal(test_host_close(&other), 0);
    assert_int_equal(test_host_close(&host), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_callback_into_every_function),
        cmocka_unit_test(the_store_into_every_function_whoever_called_it),
        cmocka_unit_test(another_engine_may_be_called),
    };
    return cmocka_run_group_tests_name("re-entry", tests, NULL, NULL);
}
