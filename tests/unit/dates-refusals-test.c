/* dates-refusals-test.c: what a date computation says no to, by the name of the field, and where calendars end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "dates.h"
#include "heap.h"

#define ROWS(table) (sizeof table / sizeof table[0])

static void expect_refused(const prap_date_question *question, const char *policy, prap_status status,
                           const char *field) {
    prap_date_answer answer;
    prap_error error;
    memset(&answer, 0x55, sizeof answer);
    const prap_status got = try_question(question, policy, &answer, &error);
    if (got != status || strcmp(error.field, field) != 0)
        fail_msg("%d in %s (%s) for %d in %s", got, error.field, error.message, status, field);
    assert_int_equal(error.status, status);
    if (status == PRAP_E_RANGE && strcmp(field, "anchor") == 0 && question->anchor.minute != PRAP_MINUTE_NONE)
        assert_string_equal(error.message, "minute is 0 to 1439 or none, offset -1439 to 1439 or none");
    else if (status == PRAP_E_ORDER)
        assert_string_equal(error.message, "a window ends after it begins");
    else if (status == PRAP_E_DAY || status == PRAP_E_GAP || status == PRAP_E_REPEATED || status == PRAP_E_COVERAGE)
        assert_string_equal(error.message, prap_status_meaning(status));
    assert_true(error.message[0] != '\0');
    assert_int_equal(answer.due, 0x55555555); /* nothing is written */
}

static void fields_of_a_question(void **state) {
    (void)state;
    const prap_moment none = PRAP_MOMENT_NONE;
    prap_date_question question = ask("D-02", "2023-05-05", "");
    question.computation = 0;
    expect_refused(&question, NULL, PRAP_E_WORD, "computation");
    question.computation = prap_word_count(PRAP_WORDS_COMPUTATION) + 1;
    expect_refused(&question, NULL, PRAP_E_WORD, "computation");
    question = ask("D-02", "2023-05-05", "");
    question.flags = 8;
    expect_refused(&question, NULL, PRAP_E_RANGE, "flags");
    question = ask("D-02", "2023-05-05", "");
    question.service = PRAP_SERVICE_POST;
    expect_refused(&question, NULL, PRAP_E_RANGE, "service");
    question = ask("D-02", "2023-05-05", "2023-05-06");
    expect_refused(&question, NULL, PRAP_E_RANGE, "second");
    question = ask("D-02", "2023-05-05", "");
    question.anchor = none;
    expect_refused(&question, NULL, PRAP_E_REQUIRED, "anchor");
    question.anchor = (prap_moment){PRAP_DAY_MAX + 1, 0, 0};
    expect_refused(&question, NULL, PRAP_E_DAY, "anchor");
    question.anchor = (prap_moment){0, 1440, 0};
    expect_refused(&question, NULL, PRAP_E_RANGE, "anchor");
    question.anchor = (prap_moment){0, -2, 0};
    expect_refused(&question, NULL, PRAP_E_RANGE, "anchor");
    question.anchor = (prap_moment){0, PRAP_MINUTE_NONE, 1440};
    expect_refused(&question, NULL, PRAP_E_RANGE, "anchor");
    question = ask("D-19", "2023-05-05", "2023-05-06");
    question.second.day = PRAP_DAY_MIN - 1;
    expect_refused(&question, NULL, PRAP_E_DAY, "second");
    question = ask("D-02", "2023-05-05", "");
    question.size--;
    expect_refused(&question, NULL, PRAP_E_SIZE, "question");
    question = ask("D-21", "2023-05-05T12:00", "");
    expect_refused(&question, NULL, PRAP_E_WORD, "service");
    question.service = prap_word_count(PRAP_WORDS_SERVICE) + 1;
    expect_refused(&question, NULL, PRAP_E_WORD, "service");
}

static void seconds_that_are_needed(void **state) {
    (void)state;
    prap_date_question question = ask("D-04", "2023-05-05", "");
    expect_refused(&question, "auto60-anchor=received", PRAP_E_REQUIRED, "second");
    question = ask("D-11", "2023-05-05", "");
    expect_refused(&question, "13m-anchor=decision", PRAP_E_REQUIRED, "second");
}

static void moments_that_are_needed(void **state) {
    (void)state;
    const struct {
        const char *anchor;
        const char *second;
        prap_status status;
        const char *field;
    } rows[] = {
        {"2021-03-10", "", PRAP_E_REQUIRED, "anchor"},
        {"2021-03-10T09:00", "2021-03-12", PRAP_E_REQUIRED, "second"},
        {"2021-03-28T01:30", "", PRAP_E_GAP, "anchor"},
        {"2021-10-31T01:30", "", PRAP_E_REPEATED, "anchor"},
        {"2021-03-26T09:00", "2021-03-28T01:30", PRAP_E_GAP, "second"},
        {"1995-03-10T09:00", "", PRAP_E_COVERAGE, "anchor"},
        {"1995-12-31T09:00+00:00", "1996-01-02T09:00", PRAP_OK, ""},
        {"9999-12-30T09:00", "", PRAP_E_DAY, "anchor"},
    };
    for (size_t i = 0; i < ROWS(rows); i++) {
        const prap_date_question question = ask("D-14", rows[i].anchor, rows[i].second);
        if (rows[i].status == PRAP_OK)
            assert_int_equal(answer_to(question, NULL).holds, 1);
        else
            expect_refused(&question, NULL, rows[i].status, rows[i].field);
    }
    prap_date_question question = ask("dwp-outage", "2021-03-10", "");
    expect_refused(&question, NULL, PRAP_E_REQUIRED, "anchor");
    question = ask("D-21", "2021-03-10", "");
    question.service = PRAP_SERVICE_POST;
    expect_refused(&question, NULL, PRAP_E_REQUIRED, "anchor");
    question.anchor = moment_of("1995-03-10T09:00+00:00");
    expect_refused(&question, NULL, PRAP_E_COVERAGE, "anchor");
    question.anchor = moment_of("9999-12-31T16:00");
    expect_refused(&question, "service-bh=open", PRAP_E_DAY, "anchor");
    question.anchor = moment_of("2028-12-29T16:00"); /* a Friday, and the last weekday of the known years */
    expect_refused(&question, NULL, PRAP_E_COVERAGE, "anchor");
    expect_moment(answer_to(question, "service-bh=open").moment, "2029-01-01T09:00Z");
    expect_moment(answer_to(question, "service-bh=open").other_moment, "");
    question.flags = PRAP_DATE_ALLOW_PROVISIONAL;
    expect_moment(answer_to(question, NULL).moment, "2029-01-02T09:00Z");
    assert_int_equal(answer_to(question, NULL).quality, PRAP_COVERAGE_PROVISIONAL);
    assert_int_equal(answer_to(question, "service-bh=open").quality, PRAP_COVERAGE_PROVISIONAL);
}

static void windows(void **state) {
    (void)state;
    const struct {
        const char *from;
        const char *to;
        prap_status status;
    } rows[] = {
        {"2023-05-05T12:00", "2023-05-05T12:00", PRAP_E_ORDER},
        {"2023-05-05T12:01", "2023-05-05T12:00", PRAP_E_ORDER},
        {"2023-05-05", "2023-05-06T12:00", PRAP_E_RANGE},
        {"2023-05-05T12:00", "", PRAP_E_DAY},
        {"1995-05-05T12:00", "2023-05-05T12:00", PRAP_E_COVERAGE},
    };
    prap_date_question question = ask("D-02", "2023-05-05", "");
    prap_window window = {PRAP_MOMENT_NONE, PRAP_MOMENT_NONE};
    question.n_outages = 1;
    expect_refused(&question, NULL, PRAP_E_NULL, "outages");
    question.outages = &window;
    for (size_t i = 0; i < ROWS(rows); i++) {
        window = (prap_window){moment_of(rows[i].from), moment_of(rows[i].to)};
        expect_refused(&question, NULL, rows[i].status, "outages");
    }
    /* The second and the last are looked at as the first is. */
    for (size_t at = 0; at < 3; at++) {
        prap_window three[3];
        for (size_t i = 0; i < 3; i++) three[i] = (prap_window){moment_of("2023-05-05T12:00"), moment_of("2023-05-05T12:01")};
        three[at].to = three[at].from;
        question.outages = three;
        question.n_outages = 3;
        expect_refused(&question, NULL, PRAP_E_ORDER, "outages");
    }
    /* Before 1996 there is no telling how long a window without an offset is, or where the day ends. */
    window = (prap_window){moment_of("1990-05-05T12:00Z"), moment_of("1990-05-05T13:00Z")};
    question = ask("D-09", "1990-05-05", "");
    expect_moment(answer_to(question, NULL).last_usable, "1990-05-06T23:59");
    question.outages = &window;
    question.n_outages = 1;
    expect_refused(&question, NULL, PRAP_E_COVERAGE, "anchor");
}

/* In whatever order they are listed; and as many as there may be, but not one more. */
static void as_many_windows_as_there_may_be(void **state) {
    (void)state;
    static prap_window all[PRAP_WINDOWS_MAX + 1];
    prap_date_question question = ask("D-22", "2023-05-05", "");
    question.outages = all;
    for (uint32_t step = 1; step < PRAP_WINDOWS_MAX; step += PRAP_WINDOWS_MAX - 2) { /* in order, and backwards */
        for (uint32_t i = 0; i < PRAP_WINDOWS_MAX; i++) {
            const int32_t from = 440 + (int32_t)(i * step % PRAP_WINDOWS_MAX), to = from + 1; /* minutes to midnight */
            all[i] = (prap_window){{question.anchor.day, from, PRAP_OFFSET_NONE},
                                   {question.anchor.day + to / 1440, to % 1440, PRAP_OFFSET_NONE}};
        }
        question.n_outages = PRAP_WINDOWS_MAX;
        expect_moment(answer_to(question, NULL).last_usable, "2023-05-05T07:19+01:00");
        question.n_outages = PRAP_WINDOWS_MAX - 1; /* the one that is left out is free */
        expect_moment(answer_to(question, NULL).last_usable, step == 1 ? "2023-05-05T23:59+01:00" : "2023-05-05T07:21+01:00");
    }
    all[PRAP_WINDOWS_MAX] = all[0];
    question.n_outages = PRAP_WINDOWS_MAX + 1;
    expect_refused(&question, NULL, PRAP_E_LIMIT, "outages");
}

/* Windows that meet and overlap, and one in each hour that is not like the others. */
static void last_usable_moments(void **state) {
    (void)state;
    const struct {
        const char *due;
        const char *windows[6];
        const char *last;
    } rows[] = {
        {"2023-05-05", {"2023-05-05T20:00", "2023-05-06T00:00", "2023-05-05T18:00", "2023-05-05T20:00"},
         "2023-05-05T17:59+01:00"},
        {"2023-05-05", {"2023-05-04T00:00", "2023-05-05T21:00", "2023-05-05T20:00", "2023-05-06T01:00"},
         "2023-05-03T23:59+01:00"},
        {"2023-05-05", {"2023-05-06T00:00", "2023-05-06T01:00"}, "2023-05-05T23:59+01:00"},
        {"2023-05-05", {"2023-05-05T23:30", "2023-05-05T23:59"}, "2023-05-05T23:59+01:00"},
        {"2021-03-28", {"2021-03-28T02:00", "2021-03-29T00:00"}, "2021-03-28T00:59Z"},
        {"2021-03-28", {"2021-03-28T01:30", "2021-03-29T00:00"}, "2021-03-28T00:59Z"},
        {"2021-10-31", {"2021-10-31T01:30", "2021-11-01T00:00"}, "2021-10-31T01:29+01:00"},
        {"2021-10-31", {"2021-10-31T01:30Z", "2021-11-01T00:00"}, "2021-10-31T01:29Z"},
        {"2021-10-31", {"2021-10-31T01:10", "2021-10-31T01:30", "2021-10-31T01:30Z", "2021-11-01T00:00"},
         "2021-10-31T01:09+01:00"},
        {"2023-01-05", {"2023-01-05T20:00-05:00", "2023-01-06T00:00"}, "2023-01-05T23:59Z"},
    };
    for (size_t i = 0; i < ROWS(rows); i++) {
        prap_window windows[3];
        prap_date_question question = ask("D-22", rows[i].due, "");
        question.outages = windows;
        for (; question.n_outages < 3 && rows[i].windows[2 * question.n_outages] != NULL; question.n_outages++) {
            windows[question.n_outages] = (prap_window){moment_of(rows[i].windows[2 * question.n_outages]),
                                                        moment_of(rows[i].windows[2 * question.n_outages + 1])};
        }
        if (i == 9) { /* a window whose offset puts it on the next day here ends before it begins */
            expect_refused(&question, NULL, PRAP_E_ORDER, "outages");
            continue;
        }
        expect_moment(answer_to(question, NULL).last_usable, rows[i].last);
    }
}

/* A due day that needs the calendar is refused outside it; one that does not has no planning days there. */
static void the_ends_of_the_calendar(void **state) {
    (void)state;
    const char *const counted[] = {"D-01", "D-02", "D-03", "D-15"};
    for (size_t i = 0; i < ROWS(counted); i++) {
        prap_date_question question = ask(counted[i], "2028-12-29", "");
        expect_refused(&question, NULL, PRAP_E_COVERAGE, "anchor");
        question.flags = PRAP_DATE_ALLOW_PROVISIONAL;
        assert_int_equal(answer_to(question, NULL).quality, PRAP_COVERAGE_PROVISIONAL);
        question.anchor = moment_of("2040-12-31");
        expect_refused(&question, NULL, PRAP_E_COVERAGE, "anchor");
    }
    prap_date_question question = ask("D-10", "2028-12-01", "");
    expect_day(answer_to(question, NULL).due, "2029-01-01");
    expect_day(answer_to(question, NULL).last_working_day, "");
    expect_day(answer_to(question, NULL).alternative, "");
    assert_int_equal(answer_to(question, NULL).quality, PRAP_COVERAGE_KNOWN);
    expect_refused(&question, "month-nonworking=next-working-day", PRAP_E_COVERAGE, "anchor");
    question.flags = PRAP_DATE_ALLOW_PROVISIONAL;
    expect_day(answer_to(question, NULL).last_working_day, "2028-12-29");
    expect_day(answer_to(question, NULL).next_working_day, "2029-01-02");
    assert_int_equal(answer_to(question, NULL).quality, PRAP_COVERAGE_PROVISIONAL);
    expect_day(answered("D-16", "2028-12-20", "", NULL).alternative, "");
    expect_day(answered("D-15", "2028-12-20", "", "mappa15-unit=calendar").due, "2029-01-04");
    expect_day(answered("D-15", "2028-12-20", "", "mappa15-unit=calendar").alternative, "");
    question = ask("D-16", "2028-12-20", "");
    expect_refused(&question, "mappa28-unit=working", PRAP_E_COVERAGE, "anchor");
    question = ask("D-17", "2011-01-04", "");
    expect_refused(&question, "pay5=working", PRAP_E_COVERAGE, "anchor");
    const struct {
        const char *computation;
        const char *anchor;
    } at_the_end_of_time[] = {
        {"D-05", "9999-12-31"}, {"D-06", "9999-12-31"}, {"D-07", "9999-12-31"}, {"D-08", "9999-12-31"},
        {"D-09", "9999-12-31"}, {"D-10", "9999-12-31"}, {"D-11", "9999-12-31"}, {"D-12", "9999-12-31"},
        {"D-16", "9999-12-31"}, {"D-18", "9999-12-31"}, {"D-19", "9999-12-31"}, {"D-20", "9999-12-31"},
        {"D-17", "0001-01-01"}, {"D-07", "0001-01-01"}, {"D-04", "9999-12-31"}, {"D-15", "9999-12-31"},
    };
    for (size_t i = 0; i < ROWS(at_the_end_of_time); i++) {
        prap_date_answer answer = {.size = sizeof answer};
        const prap_date_question out = ask(at_the_end_of_time[i].computation, at_the_end_of_time[i].anchor, "");
        const prap_status status = prap_date_compute(england(), NULL, 0, &out, &answer, NULL);
        assert_int_equal(status, strcmp(at_the_end_of_time[i].computation, "D-15") == 0 ? PRAP_E_COVERAGE : PRAP_E_RANGE);
    }
}

static void arguments_and_sizes(void **state) {
    (void)state;
    const prap_date_question question = ask("D-02", "2023-05-05", "");
    prap_date_answer answer = {.size = sizeof answer};
    prap_error error = {.size = sizeof error};
    assert_int_equal(prap_date_compute(NULL, NULL, 0, &question, &answer, &error), PRAP_E_NULL);
    assert_int_equal(prap_date_compute(england(), NULL, 1, &question, &answer, &error), PRAP_E_NULL);
    assert_int_equal(prap_date_compute(england(), NULL, 0, NULL, &answer, &error), PRAP_E_NULL);
    assert_int_equal(prap_date_compute(england(), NULL, 0, &question, NULL, &error), PRAP_E_NULL);
    answer.size--;
    assert_int_equal(prap_date_compute(england(), NULL, 0, &question, &answer, &error), PRAP_E_SIZE);
    assert_string_equal(error.field, "answer");
    answer.size++;
    const prap_setting settings[] = {{PRAP_POLICY_PAY5, PRAP_CHOICE_CLEAR}, {PRAP_POLICY_PAY5, PRAP_CHOICE_CLEAR}};
    const prap_setting unknown = {PRAP_POLICY_PAY5, PRAP_CHOICE_KEEP};
    assert_int_equal(prap_date_compute(england(), settings, 2, &question, &answer, &error), PRAP_E_TWICE);
    assert_int_equal(prap_date_compute(england(), &unknown, 1, &question, &answer, &error), PRAP_E_WORD);
    assert_string_equal(error.field, "value");
    /* A longer question of a newer host is taken when what we do not know of it is nothing. */
    struct {
        prap_date_question ours;
        uint64_t newer;
    } longer = {question, 0};
    longer.ours.size = sizeof longer;
    assert_int_equal(prap_date_compute(england(), NULL, 0, &longer.ours, &answer, &error), PRAP_OK);
    longer.newer = 1;
    assert_int_equal(prap_date_compute(england(), NULL, 0, &longer.ours, &answer, &error), PRAP_E_SIZE);
}

static void what_it_was_counted_with(void **state) {
    (void)state;
    const prap_calendar_identity *identity = prap_calendar_get_identity(england());
    const prap_date_answer answer = answered("D-02", "2023-05-05", "", NULL);
    assert_int_equal(answer.size, sizeof answer);
    assert_int_equal(answer.computation, PRAP_COMPUTATION_MEET_RECORD);
    assert_string_equal(prap_rule_by_number(answer.rule)->id, "IPES-3.30");
    assert_int_equal(answer.division, PRAP_DIVISION_ENGLAND_AND_WALES);
    assert_int_equal(answer.calendar_hash, identity->hash);
    assert_int_equal(answer.edition, identity->edition);
    expect_moment(answer.last_usable, "2023-05-30T23:59+01:00");
}

/* AMB-03: with a cut-off a late receipt is the next day's; the prudent day is the one without it. */
static void the_cut_off(void **state) {
    (void)state;
    const char *const cut_off = "day-cutoff=1020"; /* 17:00 */
    expect_day(answered("D-01", "2023-01-20T16:59", "", cut_off).due, "2023-01-23");
    expect_day(answered("D-01", "2023-01-20T17:00", "", cut_off).due, "2023-01-24");
    expect_day(answered("D-01", "2023-01-20T17:00", "", cut_off).first, "2023-01-23");
    expect_day(answered("D-01", "2023-01-20T17:00", "", cut_off).prudent, "2023-01-23");
    expect_day(answered("D-01", "2023-01-20T17:00", "", NULL).due, "2023-01-23");
    expect_day(answered("D-01", "2023-01-20", "", cut_off).due, "2023-01-23");
    expect_day(answered("D-01", "2023-01-20T00:00", "", "day-cutoff=1").due, "2023-01-23");
    expect_day(answered("D-01", "2023-01-20T00:01", "", "day-cutoff=1").due, "2023-01-24");
    /* Half past eleven in the evening in UTC is the next day here in summer. */
    expect_day(answered("D-09", "2023-06-20T23:30Z", "", NULL).due, "2023-06-22");
    expect_day(answered("D-09", "2023-06-20T23:30", "", NULL).due, "2023-06-21");
    expect_day(answered("D-09", "1990-06-20T23:30Z", "", NULL).due, "1990-06-21");
    expect_day(answered("D-09", "0001-01-01T00:00+01:00", "", NULL).due, "0001-01-02");
}

static void every_computation_is_found(void **state) {
    (void)state;
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_COMPUTATION); i++) {
        const prap_word *word = prap_word_at(PRAP_WORDS_COMPUTATION, i);
        const prap_computation *computation = prap_computation_find(word->name, strlen(word->name));
        assert_ptr_equal(computation, prap_computation_by_number(word->number));
        assert_int_equal(computation->size, sizeof *computation);
        assert_int_equal(computation->number, word->number);
        assert_int_equal(computation->rule, word->rule);
        assert_non_null(prap_rule_by_number(word->rule));
        assert_true(computation->policy == 0 || prap_policy_by_number(computation->policy) != NULL);
        const prap_computation *first = prap_computation_find(computation->id, 4);
        assert_non_null(first);
        assert_true(first->number <= computation->number);
    }
    for (uint32_t n = 1; n <= 22; n++) {
        const char id[] = {'D', '-', (char)('0' + n / 10), (char)('0' + n % 10)};
        assert_non_null(prap_computation_find(id, sizeof id));
    }
    assert_null(prap_computation_find("D-00", 4));
    assert_null(prap_computation_find("D-011", 5));
    assert_null(prap_computation_find("", 0));
    assert_null(prap_computation_find(NULL, 4));
    assert_null(prap_computation_by_number(0));
    assert_null(prap_announced_at(5));
}

/* The state funeral was proclaimed nine days before: which due days did it move? */
static void days_that_move(void **state) {
    (void)state;
    const prap_allocator allocator = HEAP_ALLOCATOR;
    const prap_calendar_change change = {.kind = PRAP_CALENDAR_REMOVE_DAY, .day = moment_of("2022-09-19").day};
    prap_calendar *before = NULL;
    assert_int_equal(prap_calendar_create(&allocator, england(), &change, 1, &before, NULL), PRAP_OK);
    prap_date_question questions[] = {
        ask("D-02", "2022-09-02", ""), ask("D-04", "2022-07-22", ""), ask("D-01", "2022-09-16", ""),
        ask("D-03", "2028-12-29", ""), ask("D-21", "2022-09-18T12:00", ""),
    };
    questions[4].service = PRAP_SERVICE_PROVIDER_DIRECT;
    prap_moved_day moved[3];
    size_t n = 77;
    assert_int_equal(prap_dates_moved(before, england(), NULL, 0, questions, ROWS(questions), moved, ROWS(moved), &n,
                                      NULL), PRAP_OK);
    assert_int_equal(n, 3);
    assert_int_equal(moved[0].i, 0);
    expect_day(moved[0].before, "2022-09-23");
    expect_day(moved[0].after, "2022-09-26");
    assert_int_equal(moved[1].i, 2);
    expect_day(moved[1].after, "2022-09-20");
    assert_int_equal(moved[2].i, 4);
    expect_day(moved[2].before, "2022-09-19");
    expect_day(moved[2].after, "2022-09-20");
    n = 77;
    prap_error error = {.size = sizeof error};
    assert_int_equal(prap_dates_moved(before, england(), NULL, 0, questions, ROWS(questions), moved, 1, &n, &error),
                     PRAP_E_ROOM);
    assert_int_equal(n, 3);
    assert_string_equal(error.field, "room");
    n = 77; /* without room they are counted */
    assert_int_equal(prap_dates_moved(before, england(), NULL, 0, questions, ROWS(questions), NULL, 0, &n, &error),
                     PRAP_E_ROOM);
    assert_int_equal(n, 3);
    assert_int_equal(prap_dates_moved(before, england(), NULL, 0, NULL, 0, NULL, 0, &n, &error), PRAP_OK);
    assert_int_equal(n, 0);
    prap_calendar_destroy(before);
}

static void what_the_diff_refuses(void **state) {
    (void)state;
    /* Of these the first would move: 29 August was a bank holiday in England and none in Scotland. */
    prap_date_question questions[] = {ask("D-02", "2022-08-26", ""), ask("D-09", "9999-12-31", "")};
    prap_moved_day moved[1] = {{9, 9, 9}};
    prap_error error = {.size = sizeof error};
    size_t n = 77;
    const prap_calendar *ours = england();
    const prap_calendar *other = prap_calendar_built_in(PRAP_DIVISION_SCOTLAND);
    assert_int_equal(prap_dates_moved(NULL, ours, NULL, 0, questions, 1, moved, 1, &n, &error), PRAP_E_NULL);
    assert_int_equal(prap_dates_moved(ours, NULL, NULL, 0, questions, 1, moved, 1, &n, &error), PRAP_E_NULL);
    assert_int_equal(prap_dates_moved(ours, ours, NULL, 1, questions, 1, moved, 1, &n, &error), PRAP_E_NULL);
    assert_int_equal(prap_dates_moved(ours, ours, NULL, 0, NULL, 1, moved, 1, &n, &error), PRAP_E_NULL);
    assert_int_equal(prap_dates_moved(ours, ours, NULL, 0, questions, 1, NULL, 1, &n, &error), PRAP_E_NULL);
    assert_int_equal(prap_dates_moved(ours, ours, NULL, 0, questions, 1, moved, 1, NULL, &error), PRAP_E_NULL);
    const prap_setting unknown = {0, 0};
    assert_int_equal(prap_dates_moved(ours, ours, &unknown, 1, questions, 1, moved, 1, &n, &error), PRAP_E_WORD);
    /* The second question fails: not even the first has been written. */
    assert_int_equal(prap_dates_moved(ours, other, NULL, 0, questions, 2, moved, 1, &n, &error), PRAP_E_RANGE);
    assert_string_equal(error.field, "anchor");
    const prap_date_question first = questions[0];
    questions[0] = questions[1];
    questions[1] = first;
    assert_int_equal(prap_dates_moved(ours, other, NULL, 0, questions, 2, moved, 1, &n, &error), PRAP_E_RANGE);
    questions[1].size--;
    questions[0] = first;
    assert_int_equal(prap_dates_moved(ours, other, NULL, 0, questions, 2, moved, 1, &n, &error), PRAP_E_SIZE);
    /* Where the next question of an array begins is not for one of them to say. */
    struct {
        prap_date_question ours;
        uint64_t newer;
    } longer = {first, 0};
    longer.ours.size = sizeof longer;
    assert_int_equal(prap_dates_moved(ours, other, NULL, 0, &longer.ours, 1, moved, 1, &n, &error), PRAP_E_SIZE);
    assert_true(n == 77 && moved[0].i == 9);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_of_a_question),   cmocka_unit_test(seconds_that_are_needed),
        cmocka_unit_test(moments_that_are_needed), cmocka_unit_test(windows),
        cmocka_unit_test(as_many_windows_as_there_may_be),
        cmocka_unit_test(last_usable_moments),    cmocka_unit_test(the_ends_of_the_calendar),
        cmocka_unit_test(arguments_and_sizes),    cmocka_unit_test(what_it_was_counted_with),
        cmocka_unit_test(the_cut_off),            cmocka_unit_test(every_computation_is_found),
        cmocka_unit_test(days_that_move),         cmocka_unit_test(what_the_diff_refuses),
    };
    return cmocka_run_group_tests_name("dates refusals", tests, NULL, NULL);
}
