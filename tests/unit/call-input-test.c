/* call-input-test.c: what a session of a call does not take in, and what it says of its words and rows. */
#include "call-cases.h"

static prap_status submit(struct call_case *one, const prap_call_event *event, prap_error *error) {
    *error = (prap_error){.size = sizeof *error};
    const uint32_t stage = prap_call_stage(one->call), listed = prap_call_participant_count(one->call);
    const prap_status status = prap_call_submit(one->call, event, &one->answer, error);
    if (status != PRAP_OK) {
        assert_int_equal(error->status, status);
        assert_int_equal(prap_call_stage(one->call), stage);
        assert_int_equal(prap_call_participant_count(one->call), listed);
    }
    return status;
}

static void fails(struct call_case *one, const prap_call_event *event, prap_status status, const char *field) {
    prap_error error;
    assert_int_equal(submit(one, event, &error), status);
    assert_string_equal(error.field, field);
}

static const prap_moment never = PRAP_MOMENT_NONE;

static void the_setup_is_checked(void **state) {
    (void)state;
    struct call_case room, *one = &room;
    case_open(one);
    prap_call *made = NULL;
    prap_error error = {.size = sizeof error};
    prap_allocator *memory = &one->allocator;
    const prap_call_setup good = {.size = sizeof good,
                                  .calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES)};
    prap_call_setup setup = good;
    assert_int_equal(prap_call_create(NULL, &setup, &made, &error), PRAP_E_NULL);
    assert_int_equal(prap_call_create(memory, NULL, &made, &error), PRAP_E_NULL);
    assert_int_equal(prap_call_create(memory, &setup, NULL, &error), PRAP_E_NULL);
    setup.size--;
    assert_int_equal(prap_call_create(memory, &setup, &made, &error), PRAP_E_SIZE);
    assert_string_equal(error.field, "setup");
    prap_allocator bad = *memory;
    bad.size--;
    assert_int_equal(prap_call_create(&bad, &good, &made, &error), PRAP_E_SIZE);
    bad = *memory;
    bad.allocate = NULL;
    assert_int_equal(prap_call_create(&bad, &good, &made, &error), PRAP_E_NULL);
    bad = *memory;
    bad.release = NULL;
    assert_int_equal(prap_call_create(&bad, &good, &made, &error), PRAP_E_NULL);
    setup = good;
    setup.calendar = NULL;
    assert_int_equal(prap_call_create(memory, &setup, &made, &error), PRAP_E_NULL);
    setup = good;
    setup.n_settings = 1;
    assert_int_equal(prap_call_create(memory, &setup, &made, &error), PRAP_E_NULL);
    setup = good;
    setup.n_closures = 1;
    assert_int_equal(prap_call_create(memory, &setup, &made, &error), PRAP_E_NULL);
    setup = good;
    setup.flags = 2;
    assert_int_equal(prap_call_create(memory, &setup, &made, &error), PRAP_E_RANGE);
    const prap_setting unknown = {PRAP_POLICY_SERVICE_BH, PRAP_CHOICE_ROLL_FORWARD};
    setup = good;
    setup.settings = &unknown;
    setup.n_settings = 1;
    assert_int_equal(prap_call_create(memory, &setup, &made, &error), PRAP_E_WORD);
    const prap_window backwards = {case_morning(), {case_morning().day, 0, PRAP_OFFSET_NONE}};
    setup = good;
    setup.closures = &backwards;
    setup.n_closures = 1;
    assert_int_equal(prap_call_create(memory, &setup, &made, &error), PRAP_E_ORDER);
    assert_string_equal(error.field, "closures");
    assert_null(made);
    prap_call_destroy(NULL);
    case_close(one);
}

static void no_memory_makes_no_session(void **state) {
    (void)state;
    struct case_memory memory = {.fail_at = 1};
    const prap_allocator allocator = {sizeof allocator, &memory, case_allocate, case_release};
    const prap_call_setup setup = {.size = sizeof setup,
                                   .calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES)};
    prap_call *call = NULL;
    prap_error error = {.size = sizeof error};
    assert_int_equal(prap_call_create(&allocator, &setup, &call, &error), PRAP_E_NOMEM);
    assert_null(call);
    assert_int_equal(memory.held, 0);
}

static void an_event_is_checked(void **state) {
    (void)state;
    struct call_case room, *one = &room;
    case_open(one);
    prap_call_event event = case_event(PRAP_CALL_EVENT_PARTICIPANT_LISTED, "p1", never, NO_FACTS);
    prap_error error = {.size = sizeof error};
    assert_int_equal(prap_call_submit(NULL, &event, &one->answer, &error), PRAP_E_NULL);
    assert_int_equal(prap_call_submit(one->call, NULL, &one->answer, &error), PRAP_E_NULL);
    assert_int_equal(prap_call_submit(one->call, &event, NULL, &error), PRAP_OK); /* the answer may be left out */
    one->answer.size--;
    fails(one, &event, PRAP_E_SIZE, "answer");
    one->answer.size++;
    event.size--;
    fails(one, &event, PRAP_E_SIZE, "event");
    event.size++;
    event.event = 0;
    fails(one, &event, PRAP_E_WORD, "event");
    event.event = 1000;
    fails(one, &event, PRAP_E_WORD, "event");
    event = case_event(PRAP_CALL_EVENT_PARTICIPANT_LISTED, NULL, never, NO_FACTS);
    fails(one, &event, PRAP_E_REQUIRED, "participant");
    event.event = PRAP_CALL_EVENT_ADVICE_RECORDED;
    fails(one, &event, PRAP_E_REQUIRED, "participant");
    event = case_event(PRAP_CALL_EVENT_PARTICIPANT_LISTED, "a\nb", never, NO_FACTS);
    fails(one, &event, PRAP_E_TEXT, "participant");
    event = case_event(PRAP_CALL_EVENT_CODE_CHECKED, "p1", never, NO_FACTS);
    fails(one, &event, PRAP_E_RANGE, "participant");
    case_close(one);
}

/* Whoever names a participant by a National Insurance number has mistaken the field. */
static void an_identifier_says_nothing(void **state) {
    (void)state;
    static const char *const like[] = {"QQ123456C", "qq123456c", "Qq 12 34 56 c", "QQ-123456", "zz999999z", "AA000000",
                                       "AA123456A", "aa123456a", "zz000000z", "ZZ999999Z", "QQ-12-34-56", "AZ123456"};
    static const char *const unlike[] = {"p1", "Q1234567C", "QQ12345C", "QQ12345", "QQ1234567", "QQ123456CC", "12345678",
                                         "QQ123456[", "QQ:23456C", "@Q123456C", "[Q123456C", "`Q123456", "{Q123456",
                                         "QQ12345/", "case 12 34 56", "AA123456AB", "AA1234567", "A1123456A", "A@123456A",
                                         "{a123456a", "a`123456a", "AA/23456A", "AA:23456A", "AA12345AA", "AA123456A1"};
    prap_error error = {.size = sizeof error};
    for (size_t i = 0; i < sizeof like / sizeof like[0]; i++) {
        assert_int_equal(prap_call_participant_check((prap_text){like[i], strlen(like[i])}, &error), PRAP_E_TEXT);
        assert_string_equal(error.field, "participant");
    }
    for (size_t i = 0; i < sizeof unlike / sizeof unlike[0]; i++) {
        assert_int_equal(prap_call_participant_check((prap_text){unlike[i], strlen(unlike[i])}, NULL), PRAP_OK);
    }
    assert_int_equal(prap_call_participant_check((prap_text){NULL, 0}, &error), PRAP_E_TEXT);
    struct call_case room, *one = &room;
    case_open(one);
    const prap_call_event event = case_event(PRAP_CALL_EVENT_PARTICIPANT_LISTED, like[0], never, NO_FACTS);
    fails(one, &event, PRAP_E_TEXT, "participant");
    case_close(one);
}

static void facts_are_checked(void **state) {
    (void)state;
    struct call_case room, *one = &room;
    case_open(one);
    static const struct {
        uint32_t event;
        prap_call_fact fact;
        prap_status status;
        const char *field;
    } rows[] = {
        {PRAP_CALL_EVENT_CODE_CHECKED, {0, PRAP_VALUE_YES, 0}, PRAP_E_WORD, "facts"},
        {PRAP_CALL_EVENT_CODE_CHECKED, {1000, PRAP_VALUE_YES, 0}, PRAP_E_WORD, "facts"},
        {PRAP_CALL_EVENT_CODE_CHECKED, YES(MAPPA), PRAP_E_WORD, "mappa"},
        {PRAP_CALL_EVENT_CODE_CHECKED, YES(CHARACTERS_RIGHT), PRAP_E_TYPE, "characters-right"},
        {PRAP_CALL_EVENT_CODE_CHECKED, {PRAP_CALL_FACT_CHARACTERS_RIGHT, 0, 0}, PRAP_E_TYPE, "characters-right"},
        {PRAP_CALL_EVENT_CODE_CHECKED, {PRAP_CALL_FACT_CHARACTERS_RIGHT, 7, 0}, PRAP_E_TYPE, "characters-right"},
        {PRAP_CALL_EVENT_CODE_CHECKED, NUMBER(CHARACTERS_RIGHT, -1), PRAP_E_RANGE, "characters-right"},
        {PRAP_CALL_EVENT_CODE_CHECKED, NUMBER(CHARACTERS_RIGHT, 4), PRAP_E_RANGE, "characters-right"},
        {PRAP_CALL_EVENT_CODE_CHECKED, {PRAP_CALL_FACT_CHARACTERS_RIGHT, PRAP_VALUE_UNKNOWN, 1}, PRAP_E_RANGE,
         "characters-right"},
        {PRAP_CALL_EVENT_PARTICIPANT_CHECKED, {PRAP_CALL_FACT_NINO_RIGHT, PRAP_VALUE_YES, 1}, PRAP_E_RANGE,
         "nino-right"},
        {PRAP_CALL_EVENT_PARTICIPANT_CHECKED, NUMBER(NINO_RIGHT, 1), PRAP_E_TYPE, "nino-right"},
        {PRAP_CALL_EVENT_PARTICIPANT_CHECKED, {PRAP_CALL_FACT_QUESTION, PRAP_VALUE_OPTION, 0}, PRAP_E_WORD, "question"},
        {PRAP_CALL_EVENT_PARTICIPANT_CHECKED, {PRAP_CALL_FACT_QUESTION, PRAP_VALUE_OPTION, 7}, PRAP_E_WORD, "question"},
        {PRAP_CALL_EVENT_PARTICIPANT_CHECKED, {PRAP_CALL_FACT_QUESTION, PRAP_VALUE_OPTION, -1}, PRAP_E_WORD, "question"},
        {PRAP_CALL_EVENT_PARTICIPANT_CHECKED, {PRAP_CALL_FACT_QUESTION, PRAP_VALUE_OPTION, INT64_MAX}, PRAP_E_WORD,
         "question"},
        {PRAP_CALL_EVENT_DETAILS_ASKED, DAY(FAILED_ON, PRAP_DAY_MAX + 1), PRAP_E_DAY, "failed-on"},
        {PRAP_CALL_EVENT_DETAILS_ASKED, DAY(FAILED_ON, (int64_t)PRAP_DAY_MIN - 1), PRAP_E_DAY, "failed-on"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const prap_call_event event = case_event(rows[i].event, NULL, never, &rows[i].fact, 1);
        fails(one, &event, rows[i].status, rows[i].field);
    }
    prap_call_fact many[PRAP_CALL_FACTS_MAX + 1];
    for (size_t i = 0; i <= PRAP_CALL_FACTS_MAX; i++) many[i] = (prap_call_fact)NUMBER(CHARACTERS_RIGHT, 3);
    prap_call_event event = case_event(PRAP_CALL_EVENT_CODE_CHECKED, NULL, never, many, 2);
    fails(one, &event, PRAP_E_TWICE, "characters-right");
    event.n_facts = PRAP_CALL_FACTS_MAX + 1;
    fails(one, &event, PRAP_E_LIMIT, "facts");
    event.facts = NULL;
    event.n_facts = 1;
    fails(one, &event, PRAP_E_NULL, "facts");
    case_close(one);
}

static void moments_are_checked(void **state) {
    (void)state;
    struct call_case room, *one = &room;
    case_open(one);
    case_list(one, "p1");
    const prap_day day = case_morning().day;
    const struct {
        prap_moment at;
        prap_status status;
    } rows[] = {
        {PRAP_MOMENT_NONE, PRAP_E_REQUIRED},
        {{day, PRAP_MINUTE_NONE, PRAP_OFFSET_NONE}, PRAP_E_REQUIRED},
        {{PRAP_DAY_MAX + 1, 600, PRAP_OFFSET_NONE}, PRAP_E_DAY},
        {{PRAP_DAY_MIN - 1, 600, PRAP_OFFSET_NONE}, PRAP_E_DAY},
        {{day, 1440, PRAP_OFFSET_NONE}, PRAP_E_RANGE},
        {{day, 600, 5000}, PRAP_E_RANGE},
        {{case_day(1990, 1, 2), 600, PRAP_OFFSET_NONE}, PRAP_E_COVERAGE}, /* before the rule for UK clocks */
        {{case_day(1990, 1, 2), 600, 0}, PRAP_E_COVERAGE},
        {{case_day(2090, 1, 2), 600, PRAP_OFFSET_NONE}, PRAP_E_COVERAGE}, /* after the last published holidays */
        {{case_day(2016, 3, 27), 90, PRAP_OFFSET_NONE}, PRAP_E_GAP},
        {{case_day(2016, 10, 30), 90, PRAP_OFFSET_NONE}, PRAP_E_REPEATED},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const prap_call_event event = case_event(PRAP_CALL_EVENT_CALL_PLACED, NULL, rows[i].at, NO_FACTS);
        fails(one, &event, rows[i].status, "at");
    }
    assert_int_equal(case_place(one), PRAP_VERDICT_PERMITTED);
    const prap_moment earlier[] = {{day, 599, PRAP_OFFSET_NONE}, {day - 1, PRAP_MINUTE_NONE, PRAP_OFFSET_NONE},
                                   {day - 1, 600, PRAP_OFFSET_NONE}, {day, 660, 120}};
    for (size_t i = 0; i < sizeof earlier / sizeof earlier[0]; i++) {
        const prap_call_event event = case_event(PRAP_CALL_EVENT_CALL_BROKEN_OFF, NULL, earlier[i], NO_FACTS);
        fails(one, &event, PRAP_E_ORDER, "at");
    }
    const prap_moment same[] = {{day, PRAP_MINUTE_NONE, PRAP_OFFSET_NONE}, {day, 600, PRAP_OFFSET_NONE}};
    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++) {
        assert_int_equal(case_step_at(one, PRAP_CALL_EVENT_CODE_CHECKED, NULL, same[i], NO_FACTS), PRAP_VERDICT_REFUSED);
    }
    case_close(one);
}

/* The day of a call is that of UK local time, whatever offset it comes with. */
static void a_call_is_of_its_day_in_the_uk(void **state) {
    (void)state;
    struct call_case room, *one = &room;
    case_open(one);
    case_list(one, "p1");
    const prap_moment far_away = {case_day(2016, 1, 5), 30, 14 * 60 + 30}; /* 10:00 on the fourth in London */
    assert_int_equal(case_step_at(one, PRAP_CALL_EVENT_CALL_PLACED, NULL, far_away,
                                  FACTS(IS(PURPOSE, CALL_PURPOSE, COMPLIANCE_DOUBT), YES(PRIME_KNOWN),
                                        DAY(CODE_ISSUED, case_day(2015, 12, 30)))),
                     PRAP_VERDICT_PERMITTED);
    prap_call_view view = {.size = sizeof view};
    assert_int_equal(prap_call_participant_at(one->call, 0, &view), PRAP_OK);
    assert_int_equal(view.call_on, case_day(2016, 1, 4));
    case_close(one);
}

static void provisional_years_are_asked_for(void **state) {
    (void)state;
    struct call_case room, *one = &room;
    case_open(one);
    const prap_call_setup setup = {.size = sizeof setup, .flags = PRAP_CALL_ALLOW_PROVISIONAL,
                                   .calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES)};
    prap_call *provisional = NULL;
    prap_error error = {.size = sizeof error};
    assert_int_equal(prap_call_create(&one->allocator, &setup, &provisional, &error), PRAP_OK);
    const prap_moment at = {case_day(2040, 1, 4), 600, PRAP_OFFSET_NONE};
    const prap_call_event event = case_event(PRAP_CALL_EVENT_CALL_PLACED, NULL, at, NO_FACTS);
    assert_int_equal(prap_call_submit(provisional, &event, &one->answer, &error), PRAP_OK);
    assert_int_equal(prap_call_submit(one->call, &event, &one->answer, &error), PRAP_E_COVERAGE);
    prap_call_destroy(provisional);
    prap_call_destroy(one->call);
    assert_int_equal(one->memory.held, 0);
}

/* Every fact with values of every kind, those at the ends of what there is and those just beyond: what is refused, by which
 * field and in which words. */
static void every_fact_says_what_it_may_be(void **state) {
    (void)state;
    static const struct {
        uint32_t kind;
        int64_t value;
    } values[] = {
        {0, 0}, {99, 0}, {PRAP_VALUE_UNKNOWN, 0}, {PRAP_VALUE_UNKNOWN, 1}, {PRAP_VALUE_YES, 0}, {PRAP_VALUE_NO, 0},
        {PRAP_VALUE_NO, 1}, {PRAP_VALUE_NUMBER, -1}, {PRAP_VALUE_NUMBER, 0}, {PRAP_VALUE_NUMBER, 3}, {PRAP_VALUE_NUMBER, 4},
        {PRAP_VALUE_DAY, PRAP_DAY_MIN}, {PRAP_VALUE_DAY, (int64_t)PRAP_DAY_MIN - 1}, {PRAP_VALUE_DAY, PRAP_DAY_MAX},
        {PRAP_VALUE_DAY, (int64_t)PRAP_DAY_MAX + 1}, {PRAP_VALUE_OPTION, -1}, {PRAP_VALUE_OPTION, 0}, {PRAP_VALUE_OPTION, 1},
        {PRAP_VALUE_OPTION, 9999}, {PRAP_VALUE_OPTION, INT32_MAX}, {PRAP_VALUE_OPTION, (int64_t)INT32_MAX + 1},
        {PRAP_VALUE_OPTION, ((int64_t)1 << 32) + 1}, {PRAP_VALUE_OPTION, 1 - ((int64_t)1 << 32)}, {PRAP_VALUE_OPTION + 1, 0},
        {PRAP_VALUE_OPTION + 2, 0},
    };
    for (uint32_t i = 1; i <= prap_word_count(PRAP_WORDS_CALL_FACT); i++) {
        struct call_case room, *one = &room;
        case_open(one);
        case_list(one, "p1");
        for (uint32_t event = 1; event <= prap_word_count(PRAP_WORDS_CALL_EVENT); event++) {
            bool brings = false;
            uint32_t fact;
            for (uint32_t at = 0; (fact = prap_call_event_fact_at(event, at)) != 0; at++) brings = brings || fact == i;
            for (size_t k = 0; k < (brings ? sizeof values / sizeof *values : 1); k++) {
                const prap_call_fact said = {i, values[k].kind, values[k].value};
                prap_error error = {.size = sizeof error};
                char asked[160], answered[400];
                const prap_call_event step = case_event(event, "p1", never, &said, 1);
                const prap_status status = prap_call_preview(one->call, &step, NULL, &error);
                snprintf(asked, sizeof asked, "%s %s %u %lld", prap_word_by_number(PRAP_WORDS_CALL_EVENT, event)->name,
                         prap_word_by_number(PRAP_WORDS_CALL_FACT, i)->name, said.kind, (long long)said.value);
                snprintf(answered, sizeof answered, "  %s %s: %s\n", prap_status_name(status), error.field, error.message);
                transcript(asked, answered);
            }
        }
        case_close(one);
    }
}

/* A session may begin on any day there is; the days of what is told go on from there. */
static void days_before_1970(void **state) {
    (void)state;
    static const struct {
        prap_moment at;
        prap_status status;
    } rows[] = {{{PRAP_DAY_MIN - 1, PRAP_MINUTE_NONE, PRAP_OFFSET_NONE}, PRAP_E_DAY},
                {{PRAP_DAY_MIN, PRAP_MINUTE_NONE, PRAP_OFFSET_NONE}, PRAP_OK},
                {{PRAP_DAY_MAX, PRAP_MINUTE_NONE, PRAP_OFFSET_NONE}, PRAP_OK},
                {{PRAP_DAY_MAX + 1, PRAP_MINUTE_NONE, PRAP_OFFSET_NONE}, PRAP_E_DAY},
                {{PRAP_DAY_MAX + 1, 600, PRAP_OFFSET_NONE}, PRAP_E_DAY}};
    static const prap_moment told[] = {{-1000, PRAP_MINUTE_NONE, PRAP_OFFSET_NONE}, {-999, PRAP_MINUTE_NONE, PRAP_OFFSET_NONE}};
    static const prap_call_fact facts[] = {NO(MAPPA), NO(SCR), NO(UNIVERSAL_CREDIT), YES(ORIGINAL_HELD)};
    struct call_case room, *one = &room;
    case_open(one);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const prap_call_event step = case_event(PRAP_CALL_EVENT_PARTICIPANT_LISTED, "p3", rows[i].at, facts, 4);
        prap_error error = {.size = sizeof error};
        assert_int_equal(prap_call_preview(one->call, &step, NULL, &error), rows[i].status);
        assert_string_equal(error.field, rows[i].status == PRAP_OK ? "" : "at");
    }
    assert_int_equal(case_step_at(one, PRAP_CALL_EVENT_PARTICIPANT_LISTED, "p1", told[0], facts, 4), PRAP_VERDICT_PERMITTED);
    assert_int_equal(case_step_at(one, PRAP_CALL_EVENT_PARTICIPANT_LISTED, "p2", told[1], facts, 4), PRAP_VERDICT_PERMITTED);
    case_close(one);
}

/* As many facts as there may be are looked at, one more is not. */
static void as_many_facts_as_there_may_be(void **state) {
    (void)state;
    struct call_case room, *one = &room;
    prap_call_fact many[PRAP_CALL_FACTS_MAX + 1];
    case_open(one);
    for (size_t i = 0; i <= PRAP_CALL_FACTS_MAX; i++) many[i] = (prap_call_fact)NO(MAPPA);
    prap_call_event crowd = case_event(PRAP_CALL_EVENT_PARTICIPANT_LISTED, "p1", never, many, PRAP_CALL_FACTS_MAX);
    assert_int_equal(prap_call_preview(one->call, &crowd, NULL, NULL), PRAP_E_TWICE);
    crowd.n_facts++;
    assert_int_equal(prap_call_preview(one->call, &crowd, NULL, NULL), PRAP_E_LIMIT);
    case_close(one);
}

/* Of a newer caller's longer struct what we do not know is empty. */
static void a_newer_caller_is_told_nothing_more(void **state) {
    (void)state;
    struct {
        prap_call_answer answer;
        uint64_t more[2];
    } answer;
    struct {
        prap_call_view view;
        uint64_t more[2];
    } view;
    struct {
        prap_call_move move;
        uint64_t more[2];
    } move;
    struct call_case room, *one = &room;
    case_open(one);
    case_list(one, "p1");
    memset(&answer, 0xa5, sizeof answer);
    memset(&view, 0xa5, sizeof view);
    memset(&move, 0xa5, sizeof move);
    answer.answer.size = sizeof answer;
    view.view.size = sizeof view;
    move.move.size = sizeof move;
    const prap_call_event step = case_event(PRAP_CALL_EVENT_PARTICIPANT_LISTED, "p2", never, NO_FACTS);
    assert_int_equal(prap_call_preview(one->call, &step, &answer.answer, NULL), PRAP_OK);
    assert_int_equal(prap_call_participant_at(one->call, 0, &view.view), PRAP_OK);
    assert_int_equal(prap_call_move_get(0, &move.move), PRAP_OK);
    assert_int_equal(answer.answer.size, sizeof answer);
    assert_int_equal(view.view.size, sizeof view);
    assert_int_equal(move.move.size, sizeof move);
    for (size_t i = 0; i < 2; i++) assert_true(answer.more[i] == 0 && view.more[i] == 0 && move.more[i] == 0);
    case_close(one);
}

static void looking_needs_a_session(void **state) {
    (void)state;
    struct call_case room, *one = &room;
    case_open(one);
    case_list(one, "p1");
    prap_call_view view = {.size = sizeof view};
    assert_int_equal(prap_call_participant_count(one->call), 1);
    assert_int_equal(prap_call_stage(NULL), 0);
    assert_int_equal(prap_call_participant_count(NULL), 0);
    assert_null(prap_call_reason_at(NULL, 0));
    assert_null(prap_call_reminder_at(NULL, 0));
    assert_null(prap_call_reminder_at(one->call, 0));
    assert_int_equal(prap_call_participant_at(NULL, 0, &view), PRAP_E_NULL);
    assert_int_equal(prap_call_participant_at(one->call, 0, NULL), PRAP_E_NULL);
    view.size--;
    assert_int_equal(prap_call_participant_at(one->call, 0, &view), PRAP_E_SIZE);
    case_close(one);
}

static void every_word_of_a_call_is_whole(void **state) {
    (void)state;
    const uint32_t reasons = prap_word_count(PRAP_WORDS_CALL_REASON);
    for (uint32_t i = 1; i <= reasons; i++) {
        assert_non_null(prap_call_reason_why(i));
        assert_non_null(prap_call_reason_cure(i));
    }
    assert_null(prap_call_reason_why(0));
    assert_null(prap_call_reason_why(reasons + 1));
    assert_null(prap_call_reason_cure(reasons + 1));
    for (uint32_t i = 1; i <= prap_word_count(PRAP_WORDS_CALL_FACT); i++) {
        const prap_call_fact_kind *kind = prap_call_fact_kind_by_number(i);
        assert_int_equal(kind->fact, i);
        assert_int_equal(kind->words != 0, kind->type == PRAP_FACT_TYPE_OPTION);
        bool is_brought = false;
        for (uint32_t event = 1; event <= prap_word_count(PRAP_WORDS_CALL_EVENT); event++) {
            uint32_t fact;
            for (uint32_t at = 0; (fact = prap_call_event_fact_at(event, at)) != 0; at++) {
                assert_true(at < PRAP_CALL_FACTS_MAX);
                is_brought = is_brought || fact == i;
            }
        }
        assert_true(is_brought);
    }
    assert_null(prap_call_fact_kind_by_number(0));
    assert_null(prap_call_fact_kind_by_number(prap_word_count(PRAP_WORDS_CALL_FACT) + 1));
    assert_null(prap_call_fact_kind_by_number(1000));
    for (uint32_t event = 1; event <= prap_word_count(PRAP_WORDS_CALL_EVENT); event++) {
        assert_non_null(prap_rule_by_number(prap_call_event_rule(event)));
    }
    assert_int_equal(prap_call_event_rule(0), 0);
    assert_int_equal(prap_call_event_rule(1000), 0);
}

/* Every guard and check stands in a row, every stage but the first is led to, and every event has a row. */
static void the_rows_are_whole(void **state) {
    (void)state;
    bool reason[64] = {false}, event[32] = {false}, stage[16] = {false};
    prap_call_move move = {.size = sizeof move};
    for (uint32_t i = 0; i < prap_call_move_count(); i++) {
        assert_int_equal(prap_call_move_get(i, &move), PRAP_OK);
        assert_true(move.n_from > 0);
        assert_int_equal(move.otherwise != 0, move.n_checks > 0);
        event[move.event] = true;
        if (move.to != PRAP_CALL_STAYS) stage[move.to] = true;
        for (uint32_t g = 0; g < move.n_guards; g++) reason[move.guards[g]] = true;
        for (uint32_t c = 0; c < move.n_checks; c++) reason[move.checks[c]] = true;
        assert_memory_equal(move.id + 1, "-P-", 3);
    }
    reason[PRAP_CALL_REASON_IN_ORDER] = true; /* asked of every step */
    for (uint32_t i = 1; i <= prap_word_count(PRAP_WORDS_CALL_REASON); i++) assert_true(reason[i]);
    for (uint32_t i = 1; i <= prap_word_count(PRAP_WORDS_CALL_EVENT); i++) assert_true(event[i]);
    for (uint32_t i = 1; i <= prap_word_count(PRAP_WORDS_CALL_STAGE); i++) assert_true(stage[i]);
    assert_int_equal(prap_call_move_get(prap_call_move_count(), &move), PRAP_E_RANGE);
    assert_int_equal(prap_call_move_get(0, NULL), PRAP_E_NULL);
    move.size--;
    assert_int_equal(prap_call_move_get(0, &move), PRAP_E_SIZE);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_setup_is_checked),
        cmocka_unit_test(no_memory_makes_no_session),
        cmocka_unit_test(an_event_is_checked),
        cmocka_unit_test(an_identifier_says_nothing),
        cmocka_unit_test(facts_are_checked),
        cmocka_unit_test(moments_are_checked),
        cmocka_unit_test(a_call_is_of_its_day_in_the_uk),
        cmocka_unit_test(provisional_years_are_asked_for),
        cmocka_unit_test(looking_needs_a_session),
        cmocka_unit_test(every_fact_says_what_it_may_be),
        cmocka_unit_test(days_before_1970),
        cmocka_unit_test(as_many_facts_as_there_may_be),
        cmocka_unit_test(a_newer_caller_is_told_nothing_more),
        cmocka_unit_test(every_word_of_a_call_is_whole),
        cmocka_unit_test(the_rows_are_whole),
    };
    return transcript_end(cmocka_run_group_tests(tests, NULL, NULL), argc, argv);
}
