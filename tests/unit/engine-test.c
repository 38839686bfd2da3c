/* engine-test.c: what the engine asks of its caller, of the case and of the store, and what it makes of the
 * answers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "answer-copy.h"
#include "calendar/holidays.h"
#include "engine/engine.h"
#include "referral/record.h"
#include "test-host.h"

static prap_command received(const char *case_id) {
    return test_command(case_id, PRAP_EVENT_REFERRAL_RECEIVED, test_day(2023, 5, 5));
}

static prap_command accepted(const char *case_id) {
    return test_command(case_id, PRAP_EVENT_ACCEPT, test_day(2023, 5, 9));
}

static void submit_permitted(struct test_host *host, const prap_command *command) {
    assert_int_equal(test_host_submit(host, command), PRAP_OK);
    assert_int_equal(test_host_summary(host)->verdict, PRAP_VERDICT_PERMITTED);
}

static void assert_error(const struct test_host *host, prap_status got, prap_status status,
                         const char *field) {
    assert_int_equal(got, status);
    assert_int_equal(host->error.status, status);
    assert_string_equal(host->error.field, field);
    assert_true(host->error.message[0] != '\0');
}

/* Making an engine. */

static void an_engine_needs_all_of_a_host(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_rulebook *rulebooks[] = {host.rulebook};
    const prap_rulebook *hole[] = {NULL};
    prap_engine *engine = NULL;
    prap_host lacking = host.host;
    prap_store store = *host.host.store;
    prap_allocator allocator = host.allocator.interface;
    assert_int_equal(prap_engine_create(NULL, rulebooks, 1, &engine, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_create(&host.host, rulebooks, 1, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_create(&host.host, NULL, 1, &engine, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_create(&host.host, hole, 1, &engine, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_create(&host.host, rulebooks, 0, &engine, NULL), PRAP_E_LIMIT);
    assert_int_equal(prap_engine_create(&host.host, rulebooks, PRAP_ENGINE_RULEBOOKS + 1, &engine, NULL),
                     PRAP_E_LIMIT);
    lacking.store = NULL;
    assert_int_equal(prap_engine_create(&lacking, rulebooks, 1, &engine, NULL), PRAP_E_NULL);
    lacking = host.host;
    lacking.allocator = NULL;
    assert_int_equal(prap_engine_create(&lacking, rulebooks, 1, &engine, NULL), PRAP_E_NULL);
    lacking = host.host;
    lacking.store = &store;
    store.load = NULL;
    assert_int_equal(prap_engine_create(&lacking, rulebooks, 1, &engine, NULL), PRAP_E_NULL);
    store = *host.host.store;
    store.commit = NULL;
    assert_int_equal(prap_engine_create(&lacking, rulebooks, 1, &engine, NULL), PRAP_E_NULL);
    store = *host.host.store;
    lacking.allocator = &allocator;
    allocator.allocate = NULL;
    assert_int_equal(prap_engine_create(&lacking, rulebooks, 1, &engine, NULL), PRAP_E_NULL);
    allocator = host.allocator.interface;
    allocator.release = NULL;
    assert_int_equal(prap_engine_create(&lacking, rulebooks, 1, &engine, NULL), PRAP_E_NULL);
    assert_null(engine);
    assert_int_equal(test_host_close(&host), 0);
}

static void an_engine_adopts_only_known_sizes(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_rulebook *rulebooks[] = {host.rulebook};
    prap_engine *engine = NULL;
    prap_allocator allocator = host.allocator.interface;
    prap_store store = *host.host.store;
    prap_observer observer = {.size = sizeof observer - 1};
    prap_host ours = {sizeof ours, &allocator, &store, NULL};
    ours.size = offsetof(prap_host, observer) - 1;
    assert_int_equal(prap_engine_create(&ours, rulebooks, 1, &engine, NULL), PRAP_E_SIZE);
    ours.size = sizeof ours;
    allocator.size--;
    assert_int_equal(prap_engine_create(&ours, rulebooks, 1, &engine, NULL), PRAP_E_SIZE);
    allocator.size++;
    store.size = offsetof(prap_store, read) - 1;
    assert_int_equal(prap_engine_create(&ours, rulebooks, 1, &engine, NULL), PRAP_E_SIZE);
    store.size = sizeof store;
    ours.observer = &observer;
    assert_int_equal(prap_engine_create(&ours, rulebooks, 1, &engine, NULL), PRAP_E_SIZE);
    observer.size++; /* an observer that hears nothing is allowed */
    assert_int_equal(prap_engine_create(&ours, rulebooks, 1, &engine, NULL), PRAP_OK);
    prap_engine_destroy(engine);
    assert_int_equal(test_host_close(&host), 0);
}

static void a_programme_has_one_rulebook(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_rulebook *twice[] = {host.rulebook, host.rulebook};
    prap_engine *engine = NULL;
    assert_int_equal(prap_engine_create(&host.host, twice, 2, &engine, NULL), PRAP_E_TWICE);
    assert_null(engine);
    prap_engine_destroy(NULL);
    prap_answer_destroy(NULL);
    assert_int_equal(test_host_close(&host), 0);
}

/* Arguments. */

static prap_status pass_event(void *user, const prap_event_view *event) {
    unsigned *seen = user;
    if (seen != NULL) ++*seen;
    return event->sequence > 0 ? PRAP_OK : PRAP_E_BUG;
}

static prap_status pass_case(void *user, prap_text case_id, const prap_answer *answer) {
    unsigned *seen = user;
    if (seen != NULL) ++*seen;
    return case_id.n > 0 && answer != NULL ? PRAP_OK : PRAP_E_BUG;
}

static void every_missing_argument_is_named(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command command = received("A");
    const prap_key key = test_key("A");
    const prap_text tenant = test_text("");
    prap_sweep_report report = {.size = sizeof report};
    prap_engine *e = host.engine;
    prap_answer *a = host.answer;
    assert_int_equal(prap_engine_submit(NULL, &command, a, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_submit(e, NULL, a, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_submit(e, &command, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_preview(NULL, &command, a, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_preview(e, NULL, a, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_preview(e, &command, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_show(NULL, &key, 0, a, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_show(e, NULL, 0, a, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_show(e, &key, 0, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_history(NULL, &key, 0, pass_event, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_history(e, NULL, 0, pass_event, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_history(e, &key, 0, NULL, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_walk(NULL, tenant, 0, 0, a, pass_case, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_walk(e, tenant, 0, 0, NULL, pass_case, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_walk(e, tenant, 0, 0, a, NULL, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_sweep(NULL, tenant, 0, &report, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_sweep(e, tenant, 0, NULL, NULL), PRAP_E_NULL);
    report.size--;
    assert_int_equal(prap_engine_sweep(e, tenant, 0, &report, NULL), PRAP_E_SIZE);
    assert_int_equal(memory_store_calls(host.store), 0); /* nothing was asked of the store */
    assert_int_equal(test_host_close(&host), 0);
}

static void days_and_keys_are_checked_first(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_key good = test_key("A"), none = test_key(""), bad = test_key("A\n");
    const prap_text bad_tenant = test_text("\x7f");
    prap_sweep_report report = {.size = sizeof report};
    host.error.size = sizeof host.error;
    prap_error *error = &host.error;
    assert_error(&host, prap_engine_show(host.engine, &none, 0, host.answer, error), PRAP_E_REQUIRED, "case");
    assert_error(&host, prap_engine_show(host.engine, &bad, 0, host.answer, error), PRAP_E_TEXT, "case");
    assert_error(&host, prap_engine_show(host.engine, &good, PRAP_DAY_NONE, host.answer, error),
                 PRAP_E_REQUIRED, "as_of");
    assert_error(&host, prap_engine_show(host.engine, &good, PRAP_DAY_MAX + 1, host.answer, error),
                 PRAP_E_DAY, "as_of");
    assert_error(&host, prap_engine_history(host.engine, &bad, 0, pass_event, NULL, error), PRAP_E_TEXT,
                 "case");
    assert_error(&host, prap_engine_history(host.engine, &good, PRAP_DAY_MIN - 1, pass_event, NULL, error),
                 PRAP_E_DAY, "as_of");
    assert_error(&host, prap_engine_walk(host.engine, bad_tenant, 0, 0, host.answer, pass_case, NULL, error),
                 PRAP_E_TEXT, "tenant");
    assert_error(&host,
                 prap_engine_walk(host.engine, test_text(""), PRAP_DAY_MAX + 1, 0, host.answer, pass_case,
                                  NULL, error),
                 PRAP_E_DAY, "due_by");
    assert_error(
        &host,
        prap_engine_walk(host.engine, test_text(""), 0, PRAP_DAY_NONE, host.answer, pass_case, NULL, error),
        PRAP_E_REQUIRED, "as_of");
    assert_error(&host, prap_engine_sweep(host.engine, bad_tenant, 0, &report, error), PRAP_E_TEXT, "tenant");
    assert_error(&host, prap_engine_sweep(host.engine, test_text(""), PRAP_DAY_NONE, &report, error),
                 PRAP_E_REQUIRED, "as_of");
    assert_int_equal(memory_store_calls(host.store), 0);
    assert_int_equal(test_host_close(&host), 0);
}

/* Commands that cannot be: status and field of each, nothing stored, no value of the caller's in the message.
 */
static void a_command_that_cannot_be(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command first = received("A");
    submit_permitted(&host, &first);
    char long_id[PRAP_ID_BYTES + 1];
    memset(long_id, 'x', sizeof long_id);
    const prap_fact unknown_fact[] = {{999, PRAP_VALUE_YES, 0}}, no_fact[] = {{0, PRAP_VALUE_YES, 0}};
    const prap_fact not_a_tristate[] = {{PRAP_FACT_SCR, PRAP_VALUE_NUMBER, 1}};
    const prap_fact no_kind[] = {{PRAP_FACT_SCR, 0, 0}},
                    yes_with_value[] = {{PRAP_FACT_SCR, PRAP_VALUE_YES, 1}};
    const prap_fact unknown_with_value[] = {{PRAP_FACT_SCR, PRAP_VALUE_UNKNOWN, 1}};
    const prap_fact not_a_number[] = {{PRAP_FACT_CODE, PRAP_VALUE_YES, 0}};
    const prap_fact negative[] = {{PRAP_FACT_CODE, PRAP_VALUE_NUMBER, -1}};
    const prap_fact huge[] = {{PRAP_FACT_CODE, PRAP_VALUE_NUMBER, (int64_t)INT32_MAX + 1}};
    const prap_fact not_a_day[] = {{PRAP_FACT_CODE, PRAP_VALUE_DAY, 0}};
    const prap_fact no_such_day[] = {{PRAP_FACT_MADE, PRAP_VALUE_DAY, PRAP_DAY_MAX + 1}};
    const prap_fact day_before_all[] = {{PRAP_FACT_MADE, PRAP_VALUE_DAY, (int64_t)PRAP_DAY_MIN - 1}};
    const prap_fact not_an_option[] = {{PRAP_FACT_MADE, PRAP_VALUE_OPTION, 1}};
    const prap_fact no_such_option[] = {{PRAP_FACT_REASON, PRAP_VALUE_OPTION, 4242}};
    const prap_fact negative_option[] = {{PRAP_FACT_REASON, PRAP_VALUE_OPTION, -1}};
    const prap_fact others_option[] = {{PRAP_FACT_REASON, PRAP_VALUE_OPTION, PRAP_OPTION_PHONE}};
    const prap_fact huge_option[] = {{PRAP_FACT_REASON, PRAP_VALUE_OPTION, INT64_MAX}};
    const prap_fact twice[] = {{PRAP_FACT_SCR, PRAP_VALUE_NO, 0}, {PRAP_FACT_SCR, PRAP_VALUE_NO, 0}};
    const prap_fact made[] = {{PRAP_FACT_MADE, PRAP_VALUE_DAY, test_day(2023, 5, 4)}};
    const prap_fact made_later[] = {{PRAP_FACT_MADE, PRAP_VALUE_DAY, test_day(2023, 5, 6)}};
#define FACTS(LIST) .facts = LIST, .n_facts = sizeof(LIST) / sizeof *(LIST)
    const struct {
        prap_command change; /* what differs from an accept of A: fields that are not zero */
        prap_status status;
        const char *field;
    } rows[] = {
        {{.flags = 2}, PRAP_E_RANGE, "flags"},
        {{.event = 999}, PRAP_E_WORD, "event"},
        {{.programme = 99}, PRAP_E_WORD, "programme"},
        {{.on = PRAP_DAY_NONE}, PRAP_E_REQUIRED, "on"},
        {{.on = PRAP_DAY_MAX + 1}, PRAP_E_DAY, "on"},
        {{.recorded = PRAP_DAY_MIN - 1}, PRAP_E_DAY, "recorded"},
        {{.recorded = 1}, PRAP_E_ORDER, "recorded"},
        {{.key = {{NULL, 0}, {"\x1b", 1}}}, PRAP_E_TEXT, "case"},
        {{.key = {{NULL, 0}, {long_id, sizeof long_id}}}, PRAP_E_TEXT, "case"},
        {{.key = {{"\xff", 1}, {"A", 1}}}, PRAP_E_TEXT, "tenant"},
        {{.key = {{NULL, 0}, {NULL, 1}}}, PRAP_E_TEXT, "case"},
        {{.id = {long_id, sizeof long_id}}, PRAP_E_TEXT, "id"},
        {{.id = {"a\tb", 3}}, PRAP_E_TEXT, "id"},
        {{.facts = NULL, .n_facts = 1}, PRAP_E_NULL, "facts"},
        {{.facts = twice, .n_facts = PRAP_FACTS_MAX + 1}, PRAP_E_LIMIT, "facts"},
        {{FACTS(unknown_fact)}, PRAP_E_WORD, "facts"},
        {{FACTS(no_fact)}, PRAP_E_WORD, "facts"},
        {{FACTS(not_a_tristate)}, PRAP_E_TYPE, "scr"},
        {{FACTS(no_kind)}, PRAP_E_TYPE, "scr"},
        {{FACTS(yes_with_value)}, PRAP_E_RANGE, "scr"},
        {{FACTS(unknown_with_value)}, PRAP_E_RANGE, "scr"},
        {{FACTS(not_a_number)}, PRAP_E_TYPE, "code"},
        {{FACTS(negative)}, PRAP_E_RANGE, "code"},
        {{FACTS(huge)}, PRAP_E_RANGE, "code"},
        {{FACTS(not_a_day)}, PRAP_E_TYPE, "code"},
        {{FACTS(no_such_day)}, PRAP_E_DAY, "made"},
        {{FACTS(day_before_all)}, PRAP_E_DAY, "made"},
        {{FACTS(not_an_option)}, PRAP_E_TYPE, "made"},
        {{FACTS(no_such_option)}, PRAP_E_WORD, "reason"},
        {{FACTS(negative_option)}, PRAP_E_WORD, "reason"},
        {{FACTS(others_option)}, PRAP_E_WORD, "reason"},
        {{FACTS(huge_option)}, PRAP_E_WORD, "reason"},
        {{FACTS(twice)}, PRAP_E_TWICE, "scr"},
        {{FACTS(made)}, PRAP_E_WORD, "made"},
        {{.event = PRAP_EVENT_REFERRAL_RECEIVED, .on = 19482, FACTS(made_later)}, PRAP_E_ORDER, "made"},
    };
#undef FACTS
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const prap_command *change = &rows[i].change;
        prap_command command = accepted("A");
        command.flags = change->flags;
        if (change->event != 0) command.event = change->event;
        if (change->programme != 0) command.programme = change->programme;
        if (change->on != 0) command.on = change->on;
        if (change->recorded != 0) command.recorded = change->recorded;
        if (change->key.case_id.n != 0) command.key = change->key;
        command.id = change->id;
        command.facts = change->facts;
        command.n_facts = change->n_facts;
        memory_store_order(host.store, NULL);
        assert_error(&host, test_host_submit(&host, &command), rows[i].status, rows[i].field);
        assert_error(&host, test_host_preview(&host, &command), rows[i].status, rows[i].field);
        assert_int_equal(memory_store_calls(host.store), 0);
        assert_int_equal(test_host_summary(&host)->version, 0);
        assert_null(strstr(host.error.message, "4242"));
    }
    assert_int_equal(test_host_close(&host), 0);
}

static void fields_that_are_missing(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    prap_command command = received("A");
    command.event = 0;
    assert_error(&host, test_host_submit(&host, &command), PRAP_E_REQUIRED, "event");
    command = received("");
    assert_error(&host, test_host_submit(&host, &command), PRAP_E_REQUIRED, "case");
    command = received("A");
    command.programme = 0;
    assert_error(&host, test_host_submit(&host, &command), PRAP_E_REQUIRED, "programme");
    command = accepted("A");
    assert_error(&host, test_host_submit(&host, &command), PRAP_E_NO_CASE, "case");
    command.size--;
    assert_error(&host, test_host_submit(&host, &command), PRAP_E_SIZE, "command");
    assert_int_equal(memory_store_case_count(host.store), 0);
    assert_int_equal(test_host_close(&host), 0);
}

static void an_option_error_lists_the_options(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_fact facts[] = {{PRAP_FACT_MODE, PRAP_VALUE_OPTION, PRAP_OPTION_PHONE}};
    prap_command command = received("A");
    command.facts = facts;
    command.n_facts = 1;
    assert_error(&host, test_host_submit(&host, &command), PRAP_E_WORD, "mode");
    assert_non_null(strstr(host.error.message, "face-to-face"));
    assert_non_null(strstr(host.error.message, "digital"));
    assert_null(strstr(host.error.message, "phone"));
    assert_int_equal(test_host_close(&host), 0);
}

/* The case's own programme, and a rulebook for it. */
static void a_case_keeps_its_programme(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command first = received("A");
    submit_permitted(&host, &first);
    prap_command second = accepted("A");
    second.programme = 0;
    submit_permitted(&host, &second);
    assert_int_equal(test_host_summary(&host)->programme, PRAP_PROGRAMME_IPES);
    assert_int_equal(test_host_close(&host), 0);
}

/* Coverage: the calendar ends before the counts do. */
static void a_count_that_leaves_the_calendar(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    prap_command command = test_command("A", PRAP_EVENT_REFERRAL_RECEIVED, test_day(1999, 5, 5));
    assert_error(&host, test_host_submit(&host, &command), PRAP_E_COVERAGE, "on");
    assert_error(&host, test_host_preview(&host, &command), PRAP_E_COVERAGE, "on");
    assert_int_equal(memory_store_case_count(host.store), 0);
    assert_int_equal(test_host_close(&host), 0);
}

/* Idempotency. */

static void a_known_id_gets_its_answer_again(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command first = received("A");
    prap_command second = accepted("A");
    second.id = test_text("e2");
    submit_permitted(&host, &first);
    submit_permitted(&host, &second);
    static struct answer_copy then, now;
    answer_copy_take(&then, host.answer);
    const prap_command third = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 9));
    submit_permitted(&host, &third);
    submit_permitted(&host, &second);
    answer_copy_take(&now, host.answer);
    assert_int_equal(now.summary.duplicate, 1);
    now.summary.duplicate = 0;
    assert_true(answer_copy_equal(&then, &now));
    assert_int_equal(memory_store_version(host.store, test_key("A")), 3);
    assert_int_equal(test_host_close(&host), 0);
}

static void a_known_id_is_not_for_another_event(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    prap_command first = received("A");
    first.id = test_text("e1");
    submit_permitted(&host, &first);
    prap_command other = accepted("A");
    other.id = test_text("e1");
    assert_error(&host, test_host_submit(&host, &other), PRAP_E_ID_REUSED, "id");
    prap_command other_fact = first;
    const prap_fact facts[] = {{PRAP_FACT_SCR, PRAP_VALUE_NO, 0}};
    other_fact.facts = facts;
    other_fact.n_facts = 1;
    assert_error(&host, test_host_submit(&host, &other_fact), PRAP_E_ID_REUSED, "id");
    prap_command other_day = first;
    other_day.on = test_day(2023, 5, 4);
    assert_error(&host, test_host_submit(&host, &other_day), PRAP_E_ID_REUSED, "id");
    const prap_fact made[] = {{PRAP_FACT_MADE, PRAP_VALUE_DAY, test_day(2023, 5, 3)}};
    prap_command with_made = received("M");
    with_made.id = test_text("m1");
    with_made.facts = made;
    with_made.n_facts = 1;
    submit_permitted(&host, &with_made);
    const prap_fact other_made[] = {{PRAP_FACT_MADE, PRAP_VALUE_DAY, test_day(2023, 5, 4)}};
    with_made.facts = other_made;
    assert_error(&host, test_host_submit(&host, &with_made), PRAP_E_ID_REUSED, "id");
    prap_command entered_later = first;
    entered_later.recorded = test_day(2023, 5, 8);
    assert_error(&host, test_host_submit(&host, &entered_later), PRAP_E_ID_REUSED, "id");
    const prap_command same_id_elsewhere = received("B");
    submit_permitted(&host, &same_id_elsewhere);
    assert_int_equal(memory_store_version(host.store, test_key("A")), 1);
    assert_int_equal(test_host_close(&host), 0);
}

/* What was recorded stands, even when a stricter rulebook would refuse it now. */
static void a_known_id_under_a_stricter_rulebook(void **state) {
    (void)state;
    const prap_setting lenient[] = {{PRAP_POLICY_LATE_ACK, PRAP_CHOICE_ALLOW_WITH_BREACH}};
    struct test_host host;
    test_host_open(&host, lenient, 1);
    const prap_command first = received("A");
    prap_command late = test_command("A", PRAP_EVENT_ACCEPT, test_day(2023, 5, 15));
    late.id = test_text("late");
    submit_permitted(&host, &first);
    submit_permitted(&host, &late);
    assert_int_equal(test_host_summary(&host)->breaches, 1);
    struct memory_store *store = memory_store_copy(host.store);
    assert_int_equal(test_host_close(&host), 0);

    test_host_reopen(&host, store, NULL, 0);
    submit_permitted(&host, &late);
    assert_int_equal(test_host_summary(&host)->duplicate, 1);
    assert_int_equal(test_host_summary(&host)->stage, PRAP_STATE_ACCEPTED);
    assert_int_equal(test_host_summary(&host)->breaches, 1);
    assert_int_equal(memory_store_version(host.store, test_key("A")), 2);
    assert_int_equal(test_host_close(&host), 0);
}

/* Days. */

static void nothing_is_recorded_before_the_last_event(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command first = received("A"), second = accepted("A");
    submit_permitted(&host, &first);
    submit_permitted(&host, &second);
    const prap_command earlier = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 8));
    assert_error(&host, test_host_submit(&host, &earlier), PRAP_E_ORDER, "recorded");
    assert_int_equal(test_host_preview(&host, &earlier),
                     PRAP_OK); /* but it can be asked about: as of that day */
    assert_int_equal(test_host_summary(&host)->stage, PRAP_STATE_RECEIVED);
    assert_int_equal(test_host_summary(&host)->version, 2);
    const prap_command before_all = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 1));
    assert_error(&host, test_host_preview(&host, &before_all), PRAP_E_ORDER, "recorded");
    assert_error(&host, test_host_submit(&host, &before_all), PRAP_E_ORDER, "recorded");
    assert_int_equal(memory_store_version(host.store, test_key("A")), 2);
    assert_int_equal(test_host_close(&host), 0);
}

/* A repeat of what was refused then is answered from that day, not from what came later. */
static void an_earlier_refusal_is_given_again(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command first = received("A"), second = accepted("A");
    submit_permitted(&host, &first);
    prap_command meeting = test_command("A", PRAP_EVENT_MEETING_ATTENDED, test_day(2023, 5, 8));
    meeting.id = test_text("m1");
    assert_int_equal(test_host_submit(&host, &meeting), PRAP_OK);
    static struct answer_copy then, now;
    answer_copy_take(&then, host.answer);
    assert_int_equal(then.summary.verdict, PRAP_VERDICT_REFUSED);
    submit_permitted(&host, &second);
    assert_int_equal(test_host_submit(&host, &meeting), PRAP_OK);
    answer_copy_take(&now, host.answer);
    assert_true(answer_copy_equal(&then, &now));
    assert_int_equal(test_host_close(&host), 0);
}

static void a_case_is_shown_as_of_a_day(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command first = received("A"), second = accepted("A");
    submit_permitted(&host, &first);
    submit_permitted(&host, &second);
    const prap_key key = test_key("A"), other = test_key("B");
    host.error.size = sizeof host.error;
    assert_int_equal(prap_engine_show(host.engine, &key, test_day(2023, 5, 8), host.answer, NULL), PRAP_OK);
    assert_int_equal(test_host_summary(&host)->stage, PRAP_STATE_RECEIVED);
    assert_int_equal(test_host_summary(&host)->version, 1);
    assert_int_equal(prap_engine_show(host.engine, &key, test_day(2023, 5, 9), host.answer, NULL), PRAP_OK);
    assert_int_equal(test_host_summary(&host)->stage, PRAP_STATE_ACCEPTED);
    assert_int_equal(prap_engine_show(host.engine, &key, test_day(2023, 7, 4), host.answer, NULL), PRAP_OK);
    assert_int_equal(test_host_summary(&host)->stage, PRAP_STATE_AUTO_DNA); /* day 60 has come (3.73a) */
    assert_int_equal(test_host_summary(&host)->version, 2);
    const prap_status before =
        prap_engine_show(host.engine, &key, test_day(2023, 5, 4), host.answer, &host.error);
    assert_error(&host, before, PRAP_E_NO_CASE, "case");
    const prap_status nobody =
        prap_engine_show(host.engine, &other, test_day(2023, 5, 9), host.answer, &host.error);
    assert_error(&host, nobody, PRAP_E_NO_CASE, "case");
    assert_int_equal(test_host_close(&host), 0);
}

struct seen_events {
    unsigned n;
    uint32_t events[8];
    prap_day days[8];
    prap_fact first_fact;
    char id[8];
    prap_status stop_with;
};

static prap_status see_event(void *user, const prap_event_view *event) {
    struct seen_events *seen = user;
    seen->events[seen->n] = event->event;
    seen->days[seen->n] = event->recorded;
    if (event->n_facts > 0) seen->first_fact = event->facts[0];
    if (event->id.n < sizeof seen->id) memcpy(seen->id, event->id.bytes, event->id.n);
    seen->n++;
    return seen->stop_with;
}

static void a_history_is_what_was_said(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_fact facts[] = {{PRAP_FACT_MADE, PRAP_VALUE_DAY, test_day(2023, 5, 4)}};
    prap_command first = received("A");
    first.facts = facts;
    first.n_facts = 1;
    first.id = test_text("e1");
    const prap_command second = accepted("A");
    submit_permitted(&host, &first);
    submit_permitted(&host, &second);
    const prap_key key = test_key("A"), other = test_key("B");
    struct seen_events seen = {0};
    assert_int_equal(prap_engine_history(host.engine, &key, test_day(2023, 5, 8), see_event, &seen, NULL),
                     PRAP_OK);
    assert_int_equal(seen.n, 1);
    assert_int_equal(seen.first_fact.fact, PRAP_FACT_MADE);
    assert_int_equal(seen.first_fact.kind, PRAP_VALUE_DAY);
    assert_int_equal(seen.first_fact.value, test_day(2023, 5, 4));
    assert_string_equal(seen.id, "e1");
    seen.n = 0;
    assert_int_equal(prap_engine_history(host.engine, &key, test_day(2023, 5, 9), see_event, &seen, NULL),
                     PRAP_OK);
    assert_int_equal(seen.n, 2);
    assert_int_equal(seen.events[0], PRAP_EVENT_REFERRAL_RECEIVED);
    assert_int_equal(seen.events[1], PRAP_EVENT_ACCEPT);
    assert_int_equal(seen.days[1], test_day(2023, 5, 9));
    assert_int_equal(prap_engine_history(host.engine, &key, test_day(2023, 5, 4), see_event, &seen, NULL),
                     PRAP_E_NO_CASE);
    assert_int_equal(prap_engine_history(host.engine, &other, test_day(2023, 5, 9), see_event, &seen, NULL),
                     PRAP_E_NO_CASE);
    seen.n = 0;
    seen.stop_with = 4711; /* a visitor's own status ends the walk and comes back */
    assert_int_equal(prap_engine_history(host.engine, &key, test_day(2023, 5, 9), see_event, &seen, NULL),
                     4711);
    assert_int_equal(seen.n, 1);
    assert_int_equal(test_host_close(&host), 0);
}

/* A history of more than one page. */
static void a_long_history_is_whole(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command first = received("A");
    submit_permitted(&host, &first);
    for (unsigned n = 2; n <= 64; n++) {
        prap_command attempt = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 8));
        char id[] = {'#', (char)('0' + n % 10), (char)('a' + n / 10), '\0'};
        attempt.id = test_text(id);
        submit_permitted(&host, &attempt);
        unsigned seen = 0;
        const prap_key key = test_key("A");
        assert_int_equal(
            prap_engine_history(host.engine, &key, test_day(2023, 5, 8), pass_event, &seen, NULL), PRAP_OK);
        assert_int_equal(seen, n);
        assert_int_equal(test_host_submit(&host, &attempt), PRAP_OK); /* and its last id is found */
        assert_int_equal(memory_store_version(host.store, test_key("A")), n);
    }
    assert_int_equal(test_host_summary(&host)->attempts, 63);
    assert_int_equal(test_host_close(&host), 0);
}

/* Walks and sweeps over more than one page, in order. */

struct seen_cases {
    unsigned n;
    char last[8];
    uint32_t stage;
    prap_status stop_with;
};

static prap_status see_case(void *user, prap_text case_id, const prap_answer *answer) {
    struct seen_cases *seen = user;
    char id[8] = "";
    memcpy(id, case_id.bytes, case_id.n);
    assert_true(seen->n == 0 || strcmp(seen->last, id) < 0);
    memcpy(seen->last, id, sizeof id);
    seen->stage = prap_answer_summary(answer)->stage;
    seen->n++;
    return seen->stop_with;
}

static void receive_many(struct test_host *host, unsigned n) {
    for (unsigned i = 0; i < n; i++) {
        const char id[] = {'c', (char)('a' + i / 26), (char)('a' + i % 26), '\0'};
        prap_command command = received(id);
        command.on += (prap_day)(i % 3);
        submit_permitted(host, &command);
    }
}

static unsigned walk(struct test_host *host, prap_day due_by, prap_day as_of, struct seen_cases *seen) {
    memset(seen, 0, sizeof *seen);
    assert_int_equal(
        prap_engine_walk(host->engine, test_text(""), due_by, as_of, host->answer, see_case, seen, NULL),
        PRAP_OK);
    return seen->n;
}

static void a_walk_visits_every_case_in_order(void **state) {
    (void)state;
    for (unsigned n = 0; n <= 50; n++) {
        struct test_host host;
        test_host_open(&host, NULL, 0);
        receive_many(&host, n);
        struct seen_cases seen;
        assert_int_equal(walk(&host, PRAP_DAY_NONE, test_day(2023, 6, 1), &seen), n);
        assert_int_equal(walk(&host, PRAP_DAY_NONE, test_day(2023, 5, 5), &seen),
                         (n + 2) / 3); /* received by then */
        assert_int_equal(walk(&host, test_day(2023, 5, 8), test_day(2023, 6, 1), &seen),
                         0); /* none is due so early */
        assert_int_equal(walk(&host, test_day(2023, 5, 10), test_day(2023, 6, 1), &seen), n);
        prap_sweep_report report = {.size = sizeof report};
        assert_int_equal(prap_engine_sweep(host.engine, test_text(""), test_day(2023, 8, 1), &report, NULL),
                         PRAP_OK);
        assert_int_equal(report.moved, n);
        assert_int_equal(report.failed, 0);
        assert_int_equal(walk(&host, PRAP_DAY_NONE, test_day(2023, 8, 1), &seen), n);
        if (n > 0) assert_int_equal(seen.stage, PRAP_STATE_AUTO_DNA);
        assert_int_equal(test_host_close(&host), 0);
    }
}

static void a_visitor_ends_a_walk(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    receive_many(&host, 20);
    struct seen_cases seen = {.stop_with = 4711};
    assert_int_equal(prap_engine_walk(host.engine, test_text(""), PRAP_DAY_NONE, test_day(2023, 6, 1),
                                      host.answer, see_case, &seen, NULL),
                     4711);
    assert_int_equal(seen.n, 1);
    assert_int_equal(test_host_close(&host), 0);
}

static void tenants_do_not_see_each_other(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    prap_command command = received("A");
    submit_permitted(&host, &command);
    command.key.tenant = test_text("other");
    submit_permitted(&host, &command);
    assert_int_equal(test_host_summary(&host)->version, 1); /* another case of the same id */
    command = accepted("A");
    command.key.tenant = test_text("third");
    assert_error(&host, test_host_submit(&host, &command), PRAP_E_NO_CASE, "case");
    struct seen_cases seen;
    assert_int_equal(walk(&host, PRAP_DAY_NONE, test_day(2023, 6, 1), &seen), 1);
    assert_int_equal(test_host_close(&host), 0);
}

/* A sweep is dated day 60 and recorded on its day; a case with a later event, or a start, is left alone. */
static void a_sweep_moves_what_day_60_has_moved(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command first = received("A"), second = received("B");
    submit_permitted(&host, &first);
    submit_permitted(&host, &second);
    prap_sweep_report report = {.size = sizeof report};
    assert_int_equal(prap_engine_sweep(host.engine, test_text(""), test_day(2023, 7, 3), &report, NULL),
                     PRAP_OK);
    assert_int_equal(report.moved, 0); /* day 59 */
    assert_int_equal(prap_engine_sweep(host.engine, test_text(""), test_day(2023, 7, 10), &report, NULL),
                     PRAP_OK);
    assert_int_equal(report.seen, 2);
    assert_int_equal(report.moved, 2);
    assert_int_equal(memory_store_stage(host.store, test_key("A")), PRAP_STATE_AUTO_DNA);
    struct seen_events seen = {0};
    const prap_key key = test_key("A");
    assert_int_equal(prap_engine_history(host.engine, &key, test_day(2023, 7, 10), see_event, &seen, NULL),
                     PRAP_OK);
    assert_int_equal(seen.events[1], PRAP_EVENT_AUTO_DNA);
    assert_int_equal(seen.days[1], test_day(2023, 7, 10));
    assert_int_equal(prap_engine_show(host.engine, &key, test_day(2023, 7, 10), host.answer, NULL), PRAP_OK);
    assert_int_equal(test_host_summary(&host)->ended_on, test_day(2023, 7, 4));
    assert_int_equal(test_host_close(&host), 0);
}

/* A host without the optional callbacks. */

static void open_without(struct test_host *host, prap_store *store, bool read, bool scan) {
    test_host_open(host, NULL, 0);
    *store = *memory_store_interface(host->store);
    if (!read) store->read = NULL;
    if (!scan) store->scan = NULL;
    host->host.store = store;
    prap_engine_destroy(host->engine);
    const prap_rulebook *rulebooks[] = {host->rulebook};
    assert_int_equal(prap_engine_create(&host->host, rulebooks, 1, &host->engine, NULL), PRAP_OK);
    host->error.size = sizeof host->error;
}

static void without_read_there_is_no_earlier_day(void **state) {
    (void)state;
    struct test_host host;
    prap_store store;
    open_without(&host, &store, false, true);
    prap_command first = received("A"), second = accepted("A");
    first.id = test_text("e1");
    submit_permitted(&host, &first);
    submit_permitted(&host, &second);
    const prap_key key = test_key("A");
    assert_int_equal(prap_engine_show(host.engine, &key, test_day(2023, 5, 9), host.answer, NULL), PRAP_OK);
    const prap_status shown =
        prap_engine_show(host.engine, &key, test_day(2023, 5, 8), host.answer, &host.error);
    assert_error(&host, shown, PRAP_E_NO_READ, "");
    assert_int_equal(prap_engine_history(host.engine, &key, test_day(2023, 5, 9), pass_event, NULL, NULL),
                     PRAP_E_NO_READ);
    const prap_command earlier = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 8));
    assert_error(&host, test_host_submit(&host, &earlier), PRAP_E_ORDER, "recorded");
    assert_error(&host, test_host_preview(&host, &earlier), PRAP_E_ORDER, "recorded");
    assert_int_equal(test_host_close(&host), 0);
}

/* The store knows the id; without a journal to read, the case as it stands is what can be shown. */
static void without_read_a_known_id_is_a_duplicate_all_the_same(void **state) {
    (void)state;
    struct test_host host;
    prap_store store;
    open_without(&host, &store, false, true);
    const prap_command first = received("A");
    submit_permitted(&host, &first);
    prap_command attempt = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 9));
    attempt.id = test_text("e2");
    submit_permitted(&host, &attempt);
    submit_permitted(&host, &attempt);
    assert_int_equal(test_host_summary(&host)->duplicate, 1);
    assert_int_equal(test_host_summary(&host)->version, 2);
    assert_int_equal(memory_store_version(host.store, test_key("A")), 2);
    assert_int_equal(test_host_close(&host), 0);
}

/* And when the case cannot be loaded either, that is said. */
static void without_read_a_known_id_may_fail(void **state) {
    (void)state;
    struct test_host host;
    prap_store store;
    open_without(&host, &store, false, true);
    const prap_command first = received("A");
    submit_permitted(&host, &first);
    prap_command attempt = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 9));
    attempt.id = test_text("e2");
    submit_permitted(&host, &attempt);
    const struct memory_store_trouble second_load = {
        .fault = MEMORY_STORE_STATUS_BEFORE, .status = PRAP_FAIL, .nth = 2, .only = MEMORY_STORE_LOAD};
    memory_store_order(host.store, &second_load);
    assert_error(&host, test_host_submit(&host, &attempt), PRAP_FAIL, "store");
    assert_int_equal(test_host_summary(&host)->version, 0);
    assert_int_equal(test_host_close(&host), 0);
}

static void without_scan_there_is_no_walk(void **state) {
    (void)state;
    struct test_host host;
    prap_store store;
    open_without(&host, &store, true, false);
    prap_sweep_report report = {.size = sizeof report};
    const prap_status walked = prap_engine_walk(host.engine, test_text(""), PRAP_DAY_NONE, 0, host.answer,
                                                pass_case, NULL, &host.error);
    assert_error(&host, walked, PRAP_E_NO_SCAN, "");
    assert_error(&host, prap_engine_sweep(host.engine, test_text(""), 0, &report, &host.error),
                 PRAP_E_NO_SCAN, "");
    assert_int_equal(test_host_close(&host), 0);
}

/* Two engines over one store: between one's load and its commit, the other commits. */

struct rival {
    struct test_host *host; /* the rival's own engine over the same store */
    const prap_command *command;
    enum memory_store_call at;
    unsigned skip;   /* let so many such calls pass first */
    unsigned times;  /* and come in before so many of those that follow, */
    unsigned events; /*   each time with so many events */
};

static void interfere(void *user, enum memory_store_call call) {
    struct rival *rival = user;
    if (call != rival->at || rival->times == 0) return;
    if (rival->skip > 0) {
        rival->skip--;
        return;
    }
    const unsigned left = rival->times - 1;
    rival->times = 0; /* not while the rival itself is at it */
    for (unsigned i = 0; i < rival->events; i++)
        assert_int_equal(test_host_submit(rival->host, rival->command), PRAP_OK);
    rival->times = left;
}

/* The rival shares the store; closing it leaves the store alone. */
static void close_rival(struct test_host *rival) {
    prap_answer_destroy(rival->answer);
    prap_engine_destroy(rival->engine);
    prap_rulebook_destroy(rival->rulebook);
    assert_int_equal(rival->allocator.outstanding_bytes, 0);
}

static void a_conflict_is_decided_anew(void **state) {
    (void)state;
    struct test_host host, other;
    test_host_open(&host, NULL, 0);
    test_host_reopen(&other, host.store, NULL, 0);
    const prap_command first = received("A"), accept = accepted("A");
    const prap_command reject = test_command("A", PRAP_EVENT_REJECT, test_day(2023, 5, 9));
    submit_permitted(&host, &first);
    struct rival rival = {&other, &accept, MEMORY_STORE_COMMIT, 0, 1, 1};
    memory_store_listen(host.store, interfere, &rival);
    assert_int_equal(test_host_submit(&host, &reject), PRAP_OK);
    assert_int_equal(test_host_summary(&host)->verdict, PRAP_VERDICT_REFUSED); /* it is acknowledged by now */
    assert_int_equal(test_host_summary(&host)->version, 2);
    assert_int_equal(memory_store_stage(host.store, test_key("A")), PRAP_STATE_ACCEPTED);
    memory_store_listen(host.store, NULL, NULL);
    close_rival(&other);
    assert_int_equal(test_host_close(&host), 0);
}

static void a_conflict_for_ever_is_given_up(void **state) {
    (void)state;
    struct test_host host, other;
    test_host_open(&host, NULL, 0);
    test_host_reopen(&other, host.store, NULL, 0);
    const prap_command first = received("A");
    const prap_command attempt = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 9));
    submit_permitted(&host, &first);
    struct rival rival = {&other, &attempt, MEMORY_STORE_COMMIT, 0, 1000, 1};
    memory_store_listen(host.store, interfere, &rival);
    assert_error(&host, test_host_submit(&host, &attempt), PRAP_CONFLICT, "store");
    const unsigned tries = 1000 - rival.times;
    assert_in_range(tries, 2, 100);
    assert_int_equal(memory_store_version(host.store, test_key("A")), 1 + tries);
    memory_store_listen(host.store, NULL, NULL);
    close_rival(&other);
    assert_int_equal(test_host_close(&host), 0);
}

/* The commit's outcome is unknown, and before it can be looked into, somebody else has gone on by n events.
 */
static void find_out(bool happened, bool read, unsigned n, prap_status status, uint64_t version) {
    struct test_host host, other;
    prap_store store;
    open_without(&host, &store, read, true);
    test_host_reopen(&other, host.store, NULL, 0);
    const prap_command first = received("A"), accept = accepted("A");
    const prap_command attempt = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 9));
    submit_permitted(&host, &first);
    struct memory_store_trouble trouble = {.nth = 1, .only = MEMORY_STORE_COMMIT, .status = PRAP_UNKNOWN};
    trouble.fault = happened ? MEMORY_STORE_STATUS_AFTER : MEMORY_STORE_STATUS_BEFORE;
    memory_store_order(host.store, &trouble);
    struct rival rival = {&other, &attempt, MEMORY_STORE_LOAD,
                          1,      1,        n}; /* our second load is the one that looks */
    memory_store_listen(host.store, interfere, &rival);
    const prap_status got = test_host_submit(&host, &accept);
    assert_int_equal(got, status);
    memory_store_listen(host.store, NULL, NULL);
    assert_int_equal(memory_store_version(host.store, test_key("A")), version);
    if (status == PRAP_OK)
        assert_int_equal(memory_store_stage(host.store, test_key("A")), PRAP_STATE_ACCEPTED);
    close_rival(&other);
    assert_int_equal(test_host_close(&host), 0);
}

static void an_unknown_outcome_is_found_out(void **state) {
    (void)state;
    find_out(true, true, 0, PRAP_OK, 2);
    find_out(false, true, 0, PRAP_OK, 2);
    find_out(true, true, 1, PRAP_OK, 3);
    find_out(false, true, 1, PRAP_OK, 3);
    find_out(false, true, 2, PRAP_OK, 4);
    /* Without a journal to read: known as long as nobody went past our place. */
    find_out(true, false, 0, PRAP_OK, 2);
    find_out(false, false, 1, PRAP_OK, 3);
    find_out(true, false, 1, PRAP_UNKNOWN, 3);
    find_out(false, false, 2, PRAP_UNKNOWN, 3);
}

/* A store whose commit takes effect, lets a rival in, and says UNKNOWN; and which then reads as it is told
 * to. */
struct unsure {
    const prap_store *real;
    enum unsure_read { READ_FAILS, READ_NOTHING, READ_FOREIGN, READ_ANOTHER } read;
    struct test_host *rival;
    const prap_command *rivals;
    struct memory_store *store;
};

static prap_status unsure_load(void *user, const prap_key *key, prap_sink *sink) {
    const struct unsure *unsure = user;
    return unsure->real->load(unsure->real->user, key, sink);
}

static prap_status unsure_commit(void *user, const prap_change *changes, size_t n, prap_status *ret_each) {
    const struct unsure *unsure = user;
    assert_int_equal(unsure->real->commit(unsure->real->user, changes, n, ret_each), PRAP_OK);
    assert_int_equal(test_host_submit(unsure->rival, unsure->rivals), PRAP_OK);
    return PRAP_UNKNOWN;
}

static prap_status unsure_read(void *user, const prap_key *key, uint64_t from, uint32_t max,
                               prap_sink *sink) {
    const struct unsure *unsure = user;
    static const uint8_t foreign[] = "not ours";
    prap_row row = {.size = sizeof row, .version = from, .record = {foreign, sizeof foreign}};
    assert_true(max > 0);
    switch (unsure->read) {
    case READ_FAILS:
        return PRAP_FAIL;
    case READ_NOTHING:
        return PRAP_OK;
    case READ_FOREIGN:
        break;
    case READ_ANOTHER:
        row.record = memory_store_event(unsure->store, *key, 1);
        break;
    }
    return prap_sink_push(sink, &row);
}

/* The journal that would tell cannot be read: the outcome stays unknown. */
static void what_cannot_be_read_stays_unknown(void **state) {
    (void)state;
    for (int read = READ_FAILS; read <= READ_ANOTHER; read++) {
        struct test_host host, other;
        test_host_open(&host, NULL, 0);
        test_host_reopen(&other, host.store, NULL, 0);
        const prap_command first = received("A"), accept = accepted("A");
        const prap_command attempt = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 9));
        submit_permitted(&host, &first);
        /* The engine's own store calls go through a store that says UNKNOWN after the effect, and then reads
         * badly. */
        struct unsure unsure = {memory_store_interface(host.store), (enum unsure_read)read, &other, &attempt,
                                host.store};
        const prap_store store = {sizeof store, &unsure, unsure_load, unsure_commit, unsure_read, NULL};
        host.host.store = &store;
        prap_engine_destroy(host.engine);
        const prap_rulebook *rulebooks[] = {host.rulebook};
        assert_int_equal(prap_engine_create(&host.host, rulebooks, 1, &host.engine, NULL), PRAP_OK);
        if (read == READ_ANOTHER) {
            /* Whole, but not of our place: ours is not there, so it is tried again, and found to be done. */
            assert_int_equal(test_host_submit(&host, &accept), PRAP_OK);
        } else {
            assert_error(&host, test_host_submit(&host, &accept), PRAP_UNKNOWN, "store");
        }
        assert_int_equal(memory_store_version(host.store, test_key("A")), 3);
        close_rival(&other);
        assert_int_equal(test_host_close(&host), 0);
    }
}

/* The observer hears of each commit, and of nothing else. */

struct heard {
    unsigned n;
    uint64_t version;
    uint32_t stage;
    size_t n_notices;
};

static void hear(void *user, const prap_change *change) {
    struct heard *heard = user;
    heard->n++;
    heard->version = change->new_version;
    heard->stage = change->stage;
    heard->n_notices = change->n_notices;
}

static void the_observer_hears_of_commits(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    struct heard heard = {0};
    const prap_observer observer = {sizeof observer, &heard, hear};
    host.host.observer = &observer;
    prap_engine_destroy(host.engine);
    const prap_rulebook *rulebooks[] = {host.rulebook};
    assert_int_equal(prap_engine_create(&host.host, rulebooks, 1, &host.engine, NULL), PRAP_OK);
    const prap_command first = received("A"), accept = accepted("A");
    submit_permitted(&host, &first);
    assert_int_equal(heard.n, 1);
    assert_int_equal(heard.version, 1);
    assert_int_equal(heard.n_notices, prap_answer_notice_count(host.answer));
    assert_true(heard.n_notices > 0); /* the day made was not given */
    assert_int_equal(test_host_preview(&host, &accept), PRAP_OK);
    assert_int_equal(heard.n, 1);
    submit_permitted(&host, &accept);
    assert_int_equal(heard.n, 2);
    assert_int_equal(heard.stage, PRAP_STATE_ACCEPTED);
    assert_int_equal(test_host_submit(&host, &accept), PRAP_OK); /* refused */
    assert_int_equal(heard.n, 2);
    assert_int_equal(test_host_close(&host), 0);
}

static void no_answer_answers_nothing(void **state) {
    (void)state;
    assert_null(prap_answer_summary(NULL));
    assert_int_equal(prap_answer_reason_count(NULL), 0);
    assert_int_equal(prap_answer_deadline_count(NULL), 0);
    assert_int_equal(prap_answer_notice_count(NULL), 0);
    assert_int_equal(prap_answer_setting_count(NULL), 0);
    struct test_host host;
    test_host_open(&host, NULL, 0);
    assert_null(prap_answer_reason_at(host.answer, 0));
    assert_null(prap_answer_deadline_at(host.answer, 0));
    assert_null(prap_answer_notice_at(host.answer, 0));
    assert_null(prap_answer_setting_at(host.answer, 0));
    prap_answer *answer = NULL;
    prap_allocator lacking = host.allocator.interface;
    assert_int_equal(prap_answer_create(NULL, &answer), PRAP_E_NULL);
    assert_int_equal(prap_answer_create(&lacking, NULL), PRAP_E_NULL);
    lacking.size--;
    assert_int_equal(prap_answer_create(&lacking, &answer), PRAP_E_SIZE);
    lacking.size++;
    lacking.allocate = NULL;
    assert_int_equal(prap_answer_create(&lacking, &answer), PRAP_E_NULL);
    lacking = host.allocator.interface;
    lacking.release = NULL;
    assert_int_equal(prap_answer_create(&lacking, &answer), PRAP_E_NULL);
    assert_null(answer);
    assert_int_equal(test_host_close(&host), 0);
}

/* A sweep between whose scan and load somebody entered the start: the case stays started. */
static void a_sweep_that_comes_too_late(void **state) {
    (void)state;
    struct test_host host, other;
    test_host_open(&host, NULL, 0);
    test_host_reopen(&other, host.store, NULL, 0);
    const prap_command first = received("A"), accept = accepted("A");
    const prap_command meeting = test_command("A", PRAP_EVENT_MEETING_ATTENDED, test_day(2023, 5, 12));
    submit_permitted(&host, &first);
    submit_permitted(&host, &accept);
    submit_permitted(&host, &meeting);
    prap_command start = test_command("A", PRAP_EVENT_START_RECORDED, test_day(2023, 5, 12));
    start.recorded = test_day(2023, 7, 3);
    struct rival rival = {&other, &start, MEMORY_STORE_LOAD, 0, 1, 1};
    memory_store_listen(host.store, interfere, &rival);
    prap_sweep_report report = {.size = sizeof report};
    assert_int_equal(prap_engine_sweep(host.engine, test_text(""), test_day(2023, 7, 4), &report, NULL),
                     PRAP_OK);
    assert_int_equal(report.seen, 1);
    assert_int_equal(report.moved, 0);
    assert_int_equal(report.failed, 0);
    assert_int_equal(memory_store_stage(host.store, test_key("A")), PRAP_STATE_PRE_WORK);
    memory_store_listen(host.store, NULL, NULL);
    close_rival(&other);
    assert_int_equal(test_host_close(&host), 0);
}

static void a_tenant_is_walked_and_swept(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    prap_command command = received("A");
    submit_permitted(&host, &command);
    command.key.tenant = test_text("north");
    submit_permitted(&host, &command);
    struct seen_cases seen = {0};
    assert_int_equal(prap_engine_walk(host.engine, test_text("north"), PRAP_DAY_NONE, test_day(2023, 6, 1),
                                      host.answer, see_case, &seen, NULL),
                     PRAP_OK);
    assert_int_equal(seen.n, 1);
    prap_sweep_report report = {.size = sizeof report};
    assert_int_equal(prap_engine_sweep(host.engine, test_text("north"), test_day(2023, 8, 1), &report, NULL),
                     PRAP_OK);
    assert_int_equal(report.moved, 1);
    assert_int_equal(memory_store_stage(host.store, command.key), PRAP_STATE_AUTO_DNA);
    assert_int_equal(memory_store_stage(host.store, test_key("A")), PRAP_STATE_RECEIVED);
    assert_int_equal(test_host_close(&host), 0);
}

/* Received long after it was made: the meeting, and even day 60, are due before the acknowledgement. */
static void the_next_due_day_is_the_earliest(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_fact made[] = {{PRAP_FACT_MADE, PRAP_VALUE_DAY, test_day(2023, 3, 31)}};
    prap_command first = received("A");
    first.facts = made;
    first.n_facts = 1;
    submit_permitted(&host, &first);
    assert_int_equal(prap_answer_deadline_at(host.answer, 0)->due, test_day(2023, 5, 9));
    assert_int_equal(prap_answer_deadline_at(host.answer, 1)->due, test_day(2023, 4, 25));
    assert_int_equal(memory_store_next_due(host.store, test_key("A")), test_day(2023, 4, 25));
    assert_int_equal(test_host_close(&host), 0);
}

/* A second programme, made of the first under another number: there is only one so far. */

struct second_programme {
    prapi_programme programme;
    struct prap_rulebook rulebook;
};

static void make_second(struct second_programme *second, const struct test_host *host) {
    second->programme = *host->rulebook->programme;
    second->programme.number = 2;
    second->rulebook = *host->rulebook;
    second->rulebook.programme = &second->programme;
}

static void an_engine_without_the_cases_rulebook(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    prap_command first = received("A");
    first.id = test_text("e1");
    const prap_command accept = accepted("A");
    submit_permitted(&host, &first);
    submit_permitted(&host, &accept);
    struct second_programme second;
    make_second(&second, &host);
    const prap_rulebook *both[] = {host.rulebook, &second.rulebook}, *other[] = {&second.rulebook};
    prap_engine_destroy(host.engine);
    assert_int_equal(prap_engine_create(&host.host, both, 2, &host.engine, NULL), PRAP_OK);
    assert_int_equal(test_host_preview(&host, &accept), PRAP_OK);
    prap_engine_destroy(host.engine);
    assert_int_equal(prap_engine_create(&host.host, other, 1, &host.engine, NULL), PRAP_OK);
    const prap_key key = test_key("A");
    const prap_command later = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 12));
    assert_error(&host, test_host_submit(&host, &later), PRAP_E_WORD, "programme");
    assert_error(&host, test_host_preview(&host, &later), PRAP_E_WORD, "programme");
    assert_error(&host, test_host_submit(&host, &first), PRAP_E_WORD, "programme");
    const prap_status shown =
        prap_engine_show(host.engine, &key, test_day(2023, 5, 12), host.answer, &host.error);
    assert_error(&host, shown, PRAP_E_WORD, "programme");
    const prap_status walked =
        prap_engine_walk(host.engine, test_text(""), PRAP_DAY_NONE, test_day(2023, 5, 12), host.answer,
                         pass_case, NULL, &host.error);
    assert_error(&host, walked, PRAP_E_WORD, "programme");
    prap_sweep_report report = {.size = sizeof report};
    assert_int_equal(prap_engine_sweep(host.engine, test_text(""), test_day(2023, 8, 1), &report, NULL),
                     PRAP_OK);
    assert_int_equal(report.failed, 1);
    assert_int_equal(memory_store_version(host.store, key), 2);
    assert_int_equal(test_host_close(&host), 0);
}

/* The vocabulary has one programme, so a command of another comes only from inside. */
static void an_event_of_another_programme(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command first = received("A");
    submit_permitted(&host, &first);
    prapi_command command = {.key = test_key("A")};
    command.event.programme = 2;
    command.event.event = PRAP_EVENT_ACCEPT;
    command.event.on = command.event.recorded = test_day(2023, 5, 9);
    host.error.size = sizeof host.error;
    assert_error(&host, prapi_engine_submit(host.engine, &command, host.answer, &host.error), PRAP_E_WORD,
                 "programme");
    assert_int_equal(memory_store_version(host.store, test_key("A")), 1);
    assert_int_equal(test_host_close(&host), 0);
}

/* A calendar that ends sooner than the one under which the case was recorded. */
static void a_case_past_the_end_of_a_calendar(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    prap_command first = received("A"), accept = accepted("A");
    first.id = test_text("e1");
    accept.id = test_text("e2");
    submit_permitted(&host, &first);
    submit_permitted(&host, &accept);
    prap_calendar shorter = *prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    shorter.identity.known_last = test_day(2023, 5, 5);
    struct prap_rulebook rulebook = *host.rulebook;
    rulebook.calendar = &shorter;
    const prap_rulebook *rulebooks[] = {&rulebook};
    prap_engine_destroy(host.engine);
    assert_int_equal(prap_engine_create(&host.host, rulebooks, 1, &host.engine, NULL), PRAP_OK);
    const prap_key key = test_key("A");
    host.error.size = sizeof host.error;
    const prap_status shown =
        prap_engine_show(host.engine, &key, test_day(2023, 5, 9), host.answer, &host.error);
    assert_error(&host, shown, PRAP_E_COVERAGE, "on");
    const prap_command later = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 12));
    assert_error(&host, test_host_submit(&host, &later), PRAP_E_COVERAGE, "on");
    assert_error(&host, test_host_preview(&host, &later), PRAP_E_COVERAGE, "on");
    assert_error(&host, test_host_submit(&host, &accept), PRAP_E_COVERAGE, "on");
    assert_error(&host, test_host_submit(&host, &first), PRAP_E_COVERAGE,
                 "on"); /* known, and looked up first */
    const prap_command earlier = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 8));
    assert_error(&host, test_host_submit(&host, &earlier), PRAP_E_COVERAGE, "on");
    prap_sweep_report report = {.size = sizeof report};
    assert_int_equal(prap_engine_sweep(host.engine, test_text(""), test_day(2023, 8, 1), &report, NULL),
                     PRAP_OK);
    assert_int_equal(report.failed, 1);
    unsigned seen = 0; /* what happened needs no calendar */
    assert_int_equal(prap_engine_history(host.engine, &key, test_day(2023, 5, 9), pass_event, &seen, NULL),
                     PRAP_OK);
    assert_int_equal(seen, 2);
    assert_int_equal(test_host_close(&host), 0);
}

/* A journal whose second event was recorded before its first: well sealed, well chained, and not ours. */
static void a_journal_that_goes_back_in_time(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command first = received("A"), accept = accepted("A");
    submit_permitted(&host, &first);
    submit_permitted(&host, &accept);
    const prap_key key = test_key("A");
    const uint32_t hash = prapi_key_hash(&key);
    prapi_event event;
    uint32_t chain;
    assert_int_equal(prapi_event_decode(memory_store_event(host.store, key, 2), hash, &event, &chain),
                     PRAP_OK);
    event.recorded = test_day(2023, 5, 4);
    uint8_t bytes[PRAP_EVENT_BYTES];
    size_t n = 0;
    prapi_event_encode(&event, hash, bytes, &n, &chain);
    memory_store_set_event(host.store, key, 2, (prap_bytes){bytes, n});
    assert_int_equal(prap_engine_history(host.engine, &key, test_day(2023, 5, 9), pass_event, NULL, NULL),
                     PRAP_E_DAMAGED);
    assert_int_equal(test_host_close(&host), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_engine_needs_all_of_a_host),
        cmocka_unit_test(an_engine_adopts_only_known_sizes),
        cmocka_unit_test(a_programme_has_one_rulebook),
        cmocka_unit_test(every_missing_argument_is_named),
        cmocka_unit_test(days_and_keys_are_checked_first),
        cmocka_unit_test(a_command_that_cannot_be),
        cmocka_unit_test(fields_that_are_missing),
        cmocka_unit_test(an_option_error_lists_the_options),
        cmocka_unit_test(a_case_keeps_its_programme),
        cmocka_unit_test(a_count_that_leaves_the_calendar),
        cmocka_unit_test(a_known_id_gets_its_answer_again),
        cmocka_unit_test(a_known_id_is_not_for_another_event),
        cmocka_unit_test(a_known_id_under_a_stricter_rulebook),
        cmocka_unit_test(nothing_is_recorded_before_the_last_event),
        cmocka_unit_test(an_earlier_refusal_is_given_again),
        cmocka_unit_test(a_case_is_shown_as_of_a_day),
        cmocka_unit_test(a_history_is_what_was_said),
        cmocka_unit_test(a_long_history_is_whole),
        cmocka_unit_test(a_walk_visits_every_case_in_order),
        cmocka_unit_test(a_visitor_ends_a_walk),
        cmocka_unit_test(tenants_do_not_see_each_other),
        cmocka_unit_test(a_sweep_moves_what_day_60_has_moved),
        cmocka_unit_test(without_read_there_is_no_earlier_day),
        cmocka_unit_test(without_read_a_known_id_is_a_duplicate_all_the_same),
        cmocka_unit_test(without_read_a_known_id_may_fail),
        cmocka_unit_test(without_scan_there_is_no_walk),
        cmocka_unit_test(a_conflict_is_decided_anew),
        cmocka_unit_test(a_conflict_for_ever_is_given_up),
        cmocka_unit_test(an_unknown_outcome_is_found_out),
        cmocka_unit_test(what_cannot_be_read_stays_unknown),
        cmocka_unit_test(the_observer_hears_of_commits),
        cmocka_unit_test(no_answer_answers_nothing),
        cmocka_unit_test(a_sweep_that_comes_too_late),
        cmocka_unit_test(a_tenant_is_walked_and_swept),
        cmocka_unit_test(the_next_due_day_is_the_earliest),
        cmocka_unit_test(an_engine_without_the_cases_rulebook),
        cmocka_unit_test(an_event_of_another_programme),
        cmocka_unit_test(a_case_past_the_end_of_a_calendar),
        cmocka_unit_test(a_journal_that_goes_back_in_time),
    };
    return cmocka_run_group_tests_name("engine", tests, NULL, NULL);
}
