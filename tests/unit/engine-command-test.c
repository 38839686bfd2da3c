/* engine-command-test.c: commands that cannot be judged: the status and the field of each. */
#include "engine-cases.h"

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
        {{.id = {"prap:", 5}}, PRAP_E_TEXT, "id"}, /* the library's own */
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

/* Whatever comes in, no error repeats it: there could be a name or a number in it. */
static void no_error_repeats_what_came_in(void **state) {
    (void)state;
    static const char canary[] = "Canary QQ123456C\n";
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command first = received("A");
    submit_permitted(&host, &first);
    const prap_text text = {canary, sizeof canary - 1};
    for (int where = 0; where < 4; where++) {
        prap_command command = accepted("A");
        if (where == 0) command.key.case_id = text;
        if (where == 1) command.key.tenant = text;
        if (where == 2) command.id = text;
        if (where == 3) command.key = test_key("Canary QQ123456C"); /* a fine id, of no case */
        assert_int_not_equal(test_host_submit(&host, &command), PRAP_OK);
        assert_null(strstr(host.error.message, "QQ123456C"));
        assert_null(strstr(host.error.field, "QQ123456C"));
    }
    /* Nor did any of it reach the store. */
    const prap_bytes heard = memory_store_heard(host.store);
    for (size_t i = 0; i + 6 <= heard.n; i++)
        assert_memory_not_equal(heard.bytes + i, "Canary", 6);
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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_command_that_cannot_be),
        cmocka_unit_test(fields_that_are_missing),
        cmocka_unit_test(an_option_error_lists_the_options),
        cmocka_unit_test(no_error_repeats_what_came_in),
        cmocka_unit_test(a_case_keeps_its_programme),
        cmocka_unit_test(a_count_that_leaves_the_calendar),
    };
    return cmocka_run_group_tests_name("engine command", tests, NULL, NULL);
}
