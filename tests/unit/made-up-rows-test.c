/*
 * made-up-rows-test.c: what the rows of a programme can say and those of today's programmes do not, done with rows made
 * for the purpose: a row chosen by what the case remembers, a move at any event, a row full of notices, a referral with
 * a record to keep and no day 60.
 */
#include "engine-cases.h"
#include "referral/closing.h"
#include "referral/decide.h"

#define E(NAME) PRAP_EVENT_##NAME
#define S(NAME) PRAP_STATE_##NAME

static const prapi_row by_scenario[] = {
    {.from = {S(RECEIVED)}, .event = E(ACCEPT), .to = S(ACCEPTED), .when_fact = PRAP_FACT_SCENARIO,
     .when_value = PRAP_OPTION_DUPLICATE, .id = "remembered"},
    {.from = {S(RECEIVED)}, .event = E(ACCEPT), .to = S(REJECTED), .id = "otherwise"},
};

static const prapi_programme remembers = {
    .number = PRAP_PROGRAMME_WHP, .rows = by_scenario, .n_rows = 2, .remembered = PRAP_FACT_SCENARIO};

/* A rulebook of the made-up programme whose only event is ACCEPT. */
static struct prap_rulebook rulebook_of(const struct test_host *host, const prapi_programme *programme) {
    struct prap_rulebook rulebook = *host->rulebook;
    rulebook.programme = programme;
    for (uint32_t event = 0; event <= PRAPI_EVENT_END; event++) {
        rulebook.first_row[event] = event > E(ACCEPT) ? (uint16_t)programme->n_rows : 0;
    }
    for (uint16_t i = 0; i < programme->n_rows; i++) rulebook.rows[i] = i;
    return rulebook;
}

static const char *row_id(const struct prap_rulebook *rulebook, prapi_said before, prapi_said now) {
    prapi_case state;
    prapi_case_clear(&state);
    prapi_event event = {.event = E(ACCEPT)};
    if (before.kind != 0) prapi_say(&state.facts, state.said, PRAP_FACT_SCENARIO, before);
    if (now.kind != 0) prapi_say(&event.facts, event.said, PRAP_FACT_SCENARIO, now);
    return prapi_row_find(rulebook, &state, S(RECEIVED), &event)->id;
}

static void a_row_is_chosen_by_what_the_case_remembers(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const struct prap_rulebook rulebook = rulebook_of(&host, &remembers);
    const prapi_said none = {0, 0}, unknown = {PRAP_VALUE_UNKNOWN, 0};
    const prapi_said duplicate = {PRAP_VALUE_OPTION, PRAP_OPTION_DUPLICATE};
    const prapi_said found_work = {PRAP_VALUE_OPTION, PRAP_OPTION_FOUND_WORK};
    assert_string_equal(row_id(&rulebook, none, none), "otherwise");
    assert_string_equal(row_id(&rulebook, duplicate, none), "remembered");
    assert_string_equal(row_id(&rulebook, found_work, none), "otherwise");
    assert_string_equal(row_id(&rulebook, unknown, none), "otherwise");
    assert_string_equal(row_id(&rulebook, none, duplicate), "remembered");
    assert_string_equal(row_id(&rulebook, duplicate, found_work), "otherwise"); /* what is said now goes before */
    assert_int_equal(test_host_close(&host), 0);
}

/* A row can be for a fact that is yes, or for one that is no. */
static void a_row_is_chosen_by_yes_or_no(void **state) {
    (void)state;
    static const prapi_row rows[] = {
        {.from = {S(RECEIVED)}, .event = E(ACCEPT), .to = S(ACCEPTED), .when_fact = PRAP_FACT_EMPLOYED,
         .when_value = PRAP_VALUE_YES, .id = "yes"},
        {.from = {S(RECEIVED)}, .event = E(ACCEPT), .to = S(REJECTED), .when_fact = PRAP_FACT_EMPLOYED,
         .when_value = PRAP_VALUE_NO, .id = "no"},
        {.from = {S(RECEIVED)}, .event = E(ACCEPT), .to = S(REJECTED), .id = "otherwise"},
    };
    static const prapi_programme programme = {.number = PRAP_PROGRAMME_WHP, .rows = rows, .n_rows = 3};
    static const char *const chosen[] = {[0] = "otherwise", [PRAP_VALUE_YES] = "yes", [PRAP_VALUE_NO] = "no",
                                         [PRAP_VALUE_UNKNOWN] = "otherwise"};
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const struct prap_rulebook rulebook = rulebook_of(&host, &programme);
    prapi_case before;
    prapi_case_clear(&before);
    for (size_t kind = 0; kind < sizeof chosen / sizeof chosen[0]; kind++) {
        if (chosen[kind] == NULL) continue;
        prapi_event event = {.event = E(ACCEPT)};
        if (kind != 0) prapi_say(&event.facts, event.said, PRAP_FACT_EMPLOYED, (prapi_said){(uint32_t)kind, 0});
        assert_string_equal(prapi_row_find(&rulebook, &before, S(RECEIVED), &event)->id, chosen[kind]);
    }
    assert_int_equal(test_host_close(&host), 0);
}

static void what_happens_at_any_event_leads_nowhere(void **state) {
    (void)state;
    const prapi_row any = {.from = {S(REJECTED)}, .event = PRAPI_ANY, .to = S(RECEIVED)};
    const prapi_row one = {.from = {S(REJECTED)}, .event = E(ACCEPT), .to = S(RECEIVED)};
    const prapi_programme with_any = {.rows = &any, .n_rows = 1}, with_one = {.rows = &one, .n_rows = 1};
    assert_true(prapi_stage_is_final(&with_any, S(REJECTED)));
    assert_false(prapi_stage_is_final(&with_one, S(REJECTED)));
}

/* A notice with this due, to the provider or to somebody else. */
static uint16_t notice_with(bool to_provider, bool urgent) {
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_NOTICE); i++) {
        const prap_notice_kind *kind = prap_notice_kind_by_number(prap_word_at(PRAP_WORDS_NOTICE, i)->number);
        const bool is_urgent = kind->due == PRAP_NOTICE_DUE_IMMEDIATELY || kind->due == PRAP_NOTICE_DUE_PROMPTLY;
        if ((kind->recipient == PRAP_RECIPIENT_PROVIDER) != to_provider || is_urgent != urgent) continue;
        return (uint16_t)prap_word_at(PRAP_WORDS_NOTICE, i)->number;
    }
    fail_msg("there is no such notice");
    return 0;
}

static void only_the_provider_is_urged(void **state) {
    (void)state;
    const uint16_t to_others = notice_with(false, true), calm = notice_with(true, false);
    const uint16_t urgent = notice_with(true, true);
    prapi_row rows[] = {
        {.to = S(RECEIVED), .notices = {urgent}},
        {.to = S(ACCEPTED), .notices = {to_others, calm, calm, calm}},
        {.to = S(ACCEPTED), .notices = {calm}},
    };
    const prapi_programme programme = {.rows = rows, .n_rows = 3};
    assert_int_equal(prapi_stage_urges(&programme, S(ACCEPTED)), 0);
    rows[1].notices[3] = urgent; /* the last there is room for */
    assert_int_equal(prapi_stage_urges(&programme, S(ACCEPTED)), prap_notice_kind_by_number(urgent)->due);
}

static void a_record_is_due_also_where_there_is_no_day_60(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    prapi_programme programme = *host.rulebook->programme;
    struct prap_rulebook rulebook = *host.rulebook;
    rulebook.programme = &programme;
    prapi_case before;
    prapi_clock_days days;
    prapi_case_clear(&before);
    before.made_on = test_day(2023, 5, 5);
    assert_int_equal(prapi_clocks_run(&rulebook, &before, &days), PRAP_OK);
    const prap_day due = days.record.due;
    assert_true(days.day_60 != PRAP_DAY_NONE);
    programme.clocks.has_day_60 = false;
    assert_int_equal(prapi_clocks_run(&rulebook, &before, &days), PRAP_OK);
    assert_int_equal(days.record.due, due);
    assert_int_equal(days.auto60.anchor, PRAP_DAY_NONE);
    assert_int_equal(days.day_60, PRAP_DAY_NONE);
    assert_int_equal(test_host_close(&host), 0);
}

/* Where the error is not known, the matrix has nothing to enter. */
static void nothing_is_entered_for_an_error_not_known(void **state) {
    (void)state;
    struct test_host host;
    test_host_open_supplemented(&host, PRAP_PROGRAMME_WHP, NULL);
    const prapi_programme *programme = host.rulebook->programme;
    prapi_case before;
    prapi_case_clear(&before);
    prap_fact fact = {0};
    assert_false(prapi_entered(programme, &before, 0, PRAP_REASON_REJECT_REASON_FITS, &fact));
    assert_false(prapi_entered(programme, &before, 0, PRAP_REASON_CODE_FITS, &fact));
    assert_true(prapi_entered(programme, &before, PRAP_SCENARIO_INELIGIBLE, PRAP_REASON_REJECT_REASON_FITS, &fact));
    assert_int_equal(fact.value, PRAP_OPTION_OTHER);
    assert_false(prapi_entered(programme, &before, PRAP_SCENARIO_INELIGIBLE, PRAP_REASON_CARRY_ON, &fact));
    assert_int_equal(test_host_close(&host), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_is_chosen_by_what_the_case_remembers),
        cmocka_unit_test(a_row_is_chosen_by_yes_or_no),
        cmocka_unit_test(what_happens_at_any_event_leads_nowhere),
        cmocka_unit_test(only_the_provider_is_urged),
        cmocka_unit_test(a_record_is_due_also_where_there_is_no_day_60),
        cmocka_unit_test(nothing_is_entered_for_an_error_not_known),
    };
    return cmocka_run_group_tests_name("made-up rows", tests, NULL, NULL);
}
