/*
 * closing-test.c: how many moves an end is away at least, over rows made for the purpose; and by which events the error
 * is closed that a case tells of.
 */
#include "engine-cases.h"
#include "referral/closing.h"

#define E(NAME) PRAP_EVENT_##NAME
#define S(NAME) PRAP_STATE_##NAME

static prapi_closing find_from(const prapi_programme *programme, const prapi_case *before, const prapi_event *known,
                               uint32_t end) {
    const struct prap_rulebook rulebook = {.programme = programme};
    prapi_closing closing;
    memset(&closing, 0xA5, sizeof closing); /* whatever was there before */
    prapi_closing_find(&rulebook, before, known, end, &closing);
    return closing;
}

static prapi_closing find(const prapi_programme *programme, uint32_t end) {
    prapi_case before;
    prapi_case_clear(&before);
    const prapi_event known = {.event = 0};
    return find_from(programme, &before, &known, end);
}

/* The row that comes last on the way stands last too, so that the numbers settle one after another. */
static void every_row_may_wait_for_a_later_one(void **state) {
    (void)state;
    static const prapi_row rows[] = {
        {.from = {S(NONE)}, .event = E(REFERRAL_RECEIVED), .to = S(RECEIVED)},
        {.from = {S(RECEIVED)}, .event = E(ACCEPT), .to = S(ACCEPTED)},
        {.from = {S(ACCEPTED)}, .event = E(MEETING_ATTENDED), .to = S(ATTENDED)},
        {.from = {S(ATTENDED), S(PRE_WORK)}, .event = E(LEFT), .to = S(LEFT)},
        {.from = {S(RECEIVED)}, .event = E(CONTACT_ATTEMPTED), .to = PRAPI_SAME},
        {.from = {S(IN_WORK)}, .event = E(LEFT), .to = S(NONE)}, /* what is forbidden leads nowhere */
    };
    static const prapi_programme programme = {.rows = rows, .n_rows = sizeof rows / sizeof rows[0]};
    static const struct {
        uint32_t stage, far;
    } wanted[] = {{S(NONE), 4}, {S(RECEIVED), 3}, {S(ACCEPTED), 2}, {S(ATTENDED), 1}, {S(PRE_WORK), 1},
                  {S(LEFT), 0}, {S(IN_WORK), PRAPI_FAR}, {S(PROSPECT), PRAPI_FAR}};
    const prapi_closing any = find(&programme, 0), never = find(&programme, E(BACKED_OUT)), last = find(&programme, E(LEFT));
    assert_true(prapi_closing_by_any(&any));
    assert_false(prapi_closing_by_any(&never));
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
        const uint32_t stage = wanted[i].stage;
        assert_int_equal(any.far[0][stage], wanted[i].far);
        assert_int_equal(any.far[1][stage], wanted[i].far);
        assert_int_equal(never.far[0][stage], PRAPI_FAR); /* no row has the event */
        assert_int_equal(never.far[1][stage], wanted[i].far);
        assert_int_equal(last.far[0][stage], stage == S(LEFT) ? PRAPI_FAR : wanted[i].far);
    }
}

/* The short way does not go by the event that is wanted; the long one does, and settles later. */
static void the_way_by_an_event_is_longer(void **state) {
    (void)state;
    static const prapi_row rows[] = {
        {.from = {S(PROSPECT)}, .event = E(HANDOVER_HELD), .to = S(RECEIVED)},
        {.from = {S(RECEIVED)}, .event = E(REJECT), .to = S(REJECTED)},
        {.from = {S(RECEIVED)}, .event = E(ACCEPT), .to = S(ACCEPTED)},
        {.from = {S(ACCEPTED)}, .event = E(MEETING_ATTENDED), .to = S(ATTENDED)},
        {.from = {S(ATTENDED)}, .event = E(DNS_RECORDED), .to = S(DNS)},
    };
    static const prapi_programme programme = {.rows = rows, .n_rows = sizeof rows / sizeof rows[0]};
    const prapi_closing closing = find(&programme, E(DNS_RECORDED));
    static const uint32_t stages[] = {S(PROSPECT), S(RECEIVED), S(ACCEPTED), S(ATTENDED)};
    static const uint8_t by[] = {4, 3, 2, 1}, whichever[] = {2, 1, 2, 1};
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(closing.far[0][stages[i]], by[i]);
        assert_int_equal(closing.far[1][stages[i]], whichever[i]);
    }
}

/* What can happen at any stage leads out of every one that is a case's, and makes none of them less of an end. */
static void what_can_happen_at_any_stage(void **state) {
    (void)state;
    static const prapi_row rows[] = {{.from = {PRAPI_ANY}, .event = E(BACKED_OUT), .to = S(BACKED_OUT)},
                                     {.from = {S(BACKED_OUT)}, .event = E(REJECT), .to = S(REJECTED)}};
    static const prapi_programme programme = {.rows = rows, .n_rows = 2};
    const prapi_closing closing = find(&programme, 0);
    assert_int_equal(closing.far[0][S(RECEIVED)], 2);
    assert_int_equal(closing.far[0][S(BACKED_OUT)], 1);
    assert_int_equal(closing.far[0][S(REJECTED)], 0);
    assert_int_equal(closing.far[0][S(NONE)], PRAPI_FAR);
    assert_true(prapi_stage_is_final(&programme, S(REJECTED)));
}

/* Of every event that there can be: the one, and no other. */
static void the_event_that_is_asked_for(void **state) {
    (void)state;
    static const prapi_programme programme = {.n_rows = 0};
    for (uint32_t end = 1; end < PRAPI_EVENT_END; end++) {
        const prapi_closing closing = find(&programme, end);
        for (uint32_t event = 1; event < PRAPI_EVENT_END; event++) {
            assert_int_equal(prapi_closing_by(&closing, event), event == end);
        }
    }
}

/* Said now, an error goes before the one that the case knows; another fact of the same number is no error. */
static void the_error_that_is_closed(void **state) {
    (void)state;
    static const prapi_scenario scenarios[] = {
        {.scenario = 1, .closes = {E(REJECT), E(BACKED_OUT)}},
        {.scenario = 2, .closes = {E(DNS_RECORDED), E(BACKED_OUT)}},
        {.scenario = 3, .closes = {E(LEFT), E(BACKED_OUT)}},
    };
    static const prapi_carry carries[] = {
        {E(ERROR_FOUND), PRAP_FACT_REFERRAL_KIND, PRAP_OPTION_RE_REFERRAL, {PRAP_REGION_REFERRAL_KIND, 2}},
        {E(ERROR_FOUND), PRAP_FACT_SCENARIO, PRAP_OPTION_INELIGIBLE, {PRAP_REGION_SCENARIO, 1}},
        {E(ERROR_FOUND), PRAP_FACT_SCENARIO, PRAP_OPTION_DUPLICATE, {PRAP_REGION_SCENARIO, 2}},
        {E(ERROR_FOUND), PRAP_FACT_SCENARIO, PRAP_OPTION_FOUND_WORK, {PRAP_REGION_SCENARIO, 3}}, /* beyond the table */
    };
    static const prapi_programme programme = {.scenarios = scenarios, .n_scenarios = 3, .carries = carries, .n_carries = 3};
    static const struct {
        uint32_t fact;
        prapi_said said;
        uint8_t before;
        uint32_t closes; /* 0: nothing is known */
    } rows[] = {
        {PRAP_FACT_SCENARIO, {PRAP_VALUE_OPTION, PRAP_OPTION_INELIGIBLE}, 0, E(REJECT)},
        {PRAP_FACT_SCENARIO, {PRAP_VALUE_OPTION, PRAP_OPTION_DUPLICATE}, 1, E(DNS_RECORDED)},
        {PRAP_FACT_SCENARIO, {PRAP_VALUE_OPTION, PRAP_OPTION_FOUND_WORK}, 0, 0},
        {PRAP_FACT_SCENARIO, {PRAP_VALUE_OPTION, PRAP_OPTION_FOUND_WORK}, 1, E(REJECT)},
        {PRAP_FACT_SCENARIO, {PRAP_VALUE_NUMBER, PRAP_OPTION_DUPLICATE}, 0, 0},
        {PRAP_FACT_REFERRAL_KIND, {PRAP_VALUE_OPTION, PRAP_OPTION_RE_REFERRAL}, 0, 0},
        {PRAP_FACT_REFERRAL_KIND, {PRAP_VALUE_OPTION, PRAP_OPTION_RE_REFERRAL}, 3, E(LEFT)},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        prapi_case before;
        prapi_case_clear(&before);
        before.regions[PRAP_REGION_SCENARIO] = rows[i].before;
        prapi_event known = {.event = 0};
        prapi_say(&known.facts, known.said, rows[i].fact, rows[i].said);
        const prapi_closing closing = find_from(&programme, &before, &known, 0);
        assert_int_equal(prapi_closing_by_any(&closing), rows[i].closes == 0);
        if (rows[i].closes == 0) continue;
        assert_true(prapi_closing_by(&closing, rows[i].closes));
        assert_true(prapi_closing_by(&closing, E(BACKED_OUT)));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_may_wait_for_a_later_one),
        cmocka_unit_test(the_way_by_an_event_is_longer),
        cmocka_unit_test(what_can_happen_at_any_stage),
        cmocka_unit_test(the_event_that_is_asked_for),
        cmocka_unit_test(the_error_that_is_closed),
    };
    return cmocka_run_group_tests_name("closing", tests, NULL, NULL);
}
