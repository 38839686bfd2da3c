/* growth-lists.c: calls that are given a list: days, changes of a calendar, outages, payments, values, referrals, steps. */
#include <stdlib.h>
#include <string.h>

#include "bench-cases.h"
#include "growth.h"

enum { FIRST = BENCH_FIRST_DAY, SPREAD = 900 }; /* days that the built-in calendars know */

static struct {
    prap_day *days, *others;
    int32_t *numbers;
    prap_moved_day *moved;
    prap_date_question *questions;
    prap_window *windows;
    prap_calendar_change *changes;
    prap_payment *payments;
    prap_person_case *cases;
    prap_code_step *steps;
    prap_data_value *values;
    prap_data_mark *marks, *marks_after;
    char *text;
} list;

static prap_error error = {.size = sizeof error};
static const prap_calendar *calendar;

/* No order that would be of use. */
static uint32_t shuffled(size_t i) {
    return (uint32_t)(i + 1) * UINT32_C(2654435769);
}

static void make_days(size_t n) {
    (void)n;
    if (list.days != NULL) return;
    calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    list.days = growth_room(GROWTH_MOST, sizeof *list.days);
    list.others = growth_room(GROWTH_MOST, sizeof *list.others);
    list.numbers = growth_room(GROWTH_MOST, sizeof *list.numbers);
    list.moved = growth_room(GROWTH_MOST, sizeof *list.moved);
    for (size_t i = 0; i < GROWTH_MOST; i++) {
        list.days[i] = FIRST + (prap_day)(shuffled(i) % SPREAD);
        list.numbers[i] = (int32_t)(shuffled(i) >> 16) % 60;
    }
}

static void are_working_days(size_t n) {
    growth_must_be_ok(prap_calendar_are_working_days(calendar, list.days, n, 0, list.numbers, NULL, NULL), NULL);
}

static void add_each(size_t n) {
    growth_must_be_ok(prap_calendar_add_working_days_each(calendar, list.days, list.numbers, n, 0, list.others, NULL, NULL), NULL);
}

static void count_each(size_t n) {
    growth_must_be_ok(prap_calendar_count_working_days_each(calendar, list.days, list.days, n, 0, list.numbers, NULL, NULL), NULL);
}

static void moved_days(size_t n) {
    const prap_calendar *scotland = prap_calendar_built_in(PRAP_DIVISION_SCOTLAND);
    size_t moved = 0;
    growth_must_be_ok(prap_calendar_moved_days(calendar, scotland, list.days, list.numbers, n, 0, list.moved, n, &moved), NULL);
}

/* A calendar of forty more years, many days of which are listed as holidays one by one. */
enum { YEARS = 40, MOST_DAYS = 6400 };

static void make_changes(size_t n) {
    (void)n;
    make_days(0);
    if (list.changes != NULL) return;
    list.changes = growth_room(YEARS + MOST_DAYS, sizeof *list.changes);
    const prap_calendar_identity *identity = prap_calendar_get_identity(calendar);
    int32_t year = 0, month = 0, day = 0;
    growth_must_be_ok(prap_day_to_civil(identity->known_last, &year, &month, &day), NULL);
    prap_day first = PRAP_DAY_NONE;
    for (int32_t i = 0; i < YEARS; i++) {
        prap_day begins = PRAP_DAY_NONE;
        growth_must_be_ok(prap_day_from_civil(year + 1 + i, 1, 1, &begins), NULL);
        if (i == 0) first = begins;
        list.changes[i] = (prap_calendar_change){.kind = PRAP_CALENDAR_REPLACE_YEAR, .day = begins};
    }
    for (size_t i = 0; i < MOST_DAYS; i++) {
        list.changes[YEARS + i] = (prap_calendar_change){.kind = PRAP_CALENDAR_ADD_DAY, .title = {"closed", 6},
                                                         .day = first + (prap_day)(shuffled(i) % 8192)};
    }
    /* 2654435769 is odd, so that the lowest 13 bits of its multiples run through all values before one comes again. */
}

static void create_calendar(size_t n) {
    prap_calendar *made = NULL;
    growth_must_be_ok(prap_calendar_create(&bench_allocator, calendar, list.changes, YEARS + n, &made, &error), &error);
    prap_calendar_destroy(made);
}

static void make_questions(size_t n) {
    (void)n;
    make_days(0);
    if (list.questions != NULL) return;
    list.questions = growth_room(GROWTH_MOST, sizeof *list.questions);
    for (size_t i = 0; i < GROWTH_MOST; i++) {
        list.questions[i] = (prap_date_question){.size = sizeof(prap_date_question), .computation = PRAP_COMPUTATION_PLAN,
                                                 .anchor = {list.days[i], PRAP_MINUTE_NONE, PRAP_OFFSET_NONE},
                                                 .second = PRAP_MOMENT_NONE};
    }
}

static void dates_moved(size_t n) {
    const prap_calendar *scotland = prap_calendar_built_in(PRAP_DIVISION_SCOTLAND);
    size_t moved = 0;
    growth_must_be_ok(prap_dates_moved(calendar, scotland, NULL, 0, list.questions, n, list.moved, n, &moved, &error), &error);
}

/* One outage after another, each of a minute: in their order, or in none, where each leads to one that was passed by. */
static void make_windows(size_t n) {
    make_days(0);
    if (list.windows == NULL) list.windows = growth_room(PRAP_WINDOWS_MAX, sizeof *list.windows);
    for (size_t i = 0; i < n; i++) {
        const int32_t from = (int32_t)(1440 - n + i), to = from + 1;
        list.windows[i] = (prap_window){{FIRST, from, 60}, {FIRST + to / 1440, to % 1440, 60}};
    }
}

static void make_windows_backwards(size_t n) {
    make_windows(n);
    for (size_t i = 0; i < n / 2; i++) {
        const prap_window other = list.windows[i];
        list.windows[i] = list.windows[n - 1 - i];
        list.windows[n - 1 - i] = other;
    }
}

/* They take the end of the day: its last usable moment is before the first of them. */
static void last_usable(size_t n) {
    const prap_moment anchor = {FIRST, PRAP_MINUTE_NONE, PRAP_OFFSET_NONE};
    const prap_date_question question = {.size = sizeof question, .computation = PRAP_COMPUTATION_LAST_USABLE, .anchor = anchor,
                                         .second = PRAP_MOMENT_NONE, .outages = list.windows, .n_outages = n};
    prap_date_answer answer = {.size = sizeof answer};
    growth_must_be_ok(prap_date_compute(calendar, NULL, 0, &question, &answer, &error), &error);
    if (answer.last_usable.minute != (int32_t)(1439 - n)) growth_must_be_ok(PRAP_E_BUG, NULL);
}

/* It opens after the last of them. */
static void service(size_t n) {
    const prap_service_question question = {.size = sizeof question, .service = PRAP_SERVICE_PRAP,
                                            .at = {FIRST, (int32_t)(1440 - n), 60}, .audited = PRAP_DAY_NONE,
                                            .reviewed = PRAP_DAY_NONE, .changed = PRAP_DAY_NONE,
                                            .outages = list.windows, .n_outages = n};
    prap_service_answer answer = {.size = sizeof answer};
    growth_must_be_ok(prap_service_ask(calendar, NULL, 0, &question, NULL, NULL, &answer, &error), &error);
    if (answer.open != 0 || answer.opens.day != FIRST + 1) growth_must_be_ok(PRAP_E_BUG, NULL);
}

static void make_three_windows(size_t n) {
    (void)n;
    make_windows(3);
}

static void service_days(size_t n) {
    const prap_service_question question = {.size = sizeof question, .service = PRAP_SERVICE_PRAP, .at = {FIRST, 0, 60},
                                            .audited = PRAP_DAY_NONE, .reviewed = PRAP_DAY_NONE, .changed = PRAP_DAY_NONE,
                                            .outages = list.windows, .n_outages = 3, .days = list.days, .n_days = n};
    prap_service_answer answer = {.size = sizeof answer};
    growth_must_be_ok(prap_service_ask(calendar, NULL, 0, &question, NULL, NULL, &answer, &error), &error);
}

/* Paid in small sums on days in no order: each threshold is reached late. */
static void make_payments(size_t n) {
    if (list.payments == NULL) list.payments = growth_room(PRAP_PAYMENTS_MAX, sizeof *list.payments);
    for (size_t i = 0; i < n; i++) {
        list.payments[i] = (prap_payment){.on = FIRST + (prap_day)(shuffled(i) % 8192), .pence = 1};
    }
}

static void earnings(size_t n) {
    const prap_earnings_question question = {.size = sizeof question, .programme = PRAP_PROGRAMME_WHP, .as_of = FIRST + 9000,
                                             .payments = list.payments, .n_payments = n};
    prap_earnings found = {.size = sizeof found};
    growth_must_be_ok(prap_earnings_of(&question, NULL, NULL, &found, &error), &error);
}

static void make_cases(size_t n) {
    if (list.cases == NULL) list.cases = growth_room(PRAP_PERSON_CASES_MAX, sizeof *list.cases);
    for (size_t i = 0; i < n; i++) {
        list.cases[i] = (prap_person_case){.size = sizeof *list.cases, .stage = PRAP_STATE_RECEIVED, .kind = PRAP_REFERRAL_KIND_NEW,
                                           .made_on = FIRST + (prap_day)(shuffled(i) % SPREAD), .start_on = PRAP_DAY_NONE,
                                           .ended_on = PRAP_DAY_NONE};
    }
}

static void person(size_t n) {
    const prap_person_question question = {.size = sizeof question, .on = FIRST + 1000, .cases = list.cases, .n = n};
    prap_person found = {.size = sizeof found};
    growth_must_be_ok(prap_person_of(&question, growth_rulebook, NULL, NULL, &found), NULL);
}

static void make_steps(size_t n) {
    if (list.steps == NULL) list.steps = growth_room(PRAP_DESK_STEPS_MAX, sizeof *list.steps);
    for (size_t i = 0; i < n; i++) {
        list.steps[i] = (prap_code_step){.step = i == 0 ? PRAP_CODE_STEP_ISSUED : PRAP_CODE_STEP_USERS_CHANGED,
                                         .on = FIRST + (prap_day)(i / 50), .spoc = i == 0 ? 0 : 1};
    }
}

static void desk(size_t n) {
    const prap_desk_question question = {.size = sizeof question, .ask = PRAP_DESK_ASK_CODE, .on = FIRST + 60,
                                         .at = PRAP_MOMENT_NONE, .steps = list.steps, .n_steps = n};
    prap_desk_answer answer = {.size = sizeof answer};
    growth_must_be_ok(prap_desk_ask(calendar, NULL, 0, &question, NULL, NULL, &answer, &error), &error);
}

/* Many values of an item that a participant can have several of; and one long text. */
static void make_values(size_t n) {
    static char digits[PRAP_DATA_VALUES_MAX][8];
    uint32_t item = 1;
    while (prap_data_item_by_number(item)->repeats == 0) item++;
    if (list.values == NULL) {
        list.values = growth_room(PRAP_DATA_VALUES_MAX, sizeof *list.values);
        list.marks = growth_room(PRAP_DATA_VALUES_MAX, sizeof *list.marks);
        list.marks_after = growth_room(PRAP_DATA_VALUES_MAX, sizeof *list.marks_after);
        list.text = growth_room(PRAP_DATA_TEXT_BYTES, 1);
        for (size_t i = 0; i < PRAP_DATA_TEXT_BYTES; i++) list.text[i] = i % 8 == 7 ? ' ' : 'a';
    }
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < 8; k++) digits[i][k] = (char)('a' + (i >> (2 * k) & 3));
        list.values[i] = (prap_data_value){.text = {digits[i], 8}, .item = i == 0 ? PRAP_DATA_ITEM_PRAP_REFERRAL_ID : item};
    }
}

static prap_data_record record_of(size_t n) {
    return (prap_data_record){.size = sizeof(prap_data_record), .partial = 1, .on = FIRST, .values = list.values, .n = n};
}

static void check_values(size_t n) {
    const prap_data_record record = record_of(n);
    prap_data_answer answer = {.size = sizeof answer};
    growth_must_be_ok(prap_data_check(&record, NULL, NULL, &answer, &error), &error);
}

static void compare_values(size_t n) {
    const prap_data_record record = record_of(n);
    prap_data_comparison found = {.size = sizeof found};
    growth_must_be_ok(prap_data_compare(&record, &record, NULL, NULL, &found, &error), &error);
}

static void mark_values(size_t n) {
    static const uint8_t key[PRAP_DATA_KEY_BYTES] = {1, 2, 3};
    const prap_data_record record = record_of(n);
    size_t marks = 0;
    growth_must_be_ok(prap_data_mark_record(key, &record, list.marks, n, &marks, &error), &error);
}

/* After mark_values, of as many. */
static void compare_marks(size_t n) {
    prap_data_comparison found = {.size = sizeof found};
    growth_must_be_ok(prap_data_compare_marks(list.marks, n, list.marks, n, 0, NULL, NULL, &found, &error), &error);
    if (found.same != n) growth_must_be_ok(PRAP_E_BUG, NULL);
}

/* The same in no order. */
static void compare_shuffled(size_t n) {
    prap_data_comparison found = {.size = sizeof found};
    growth_must_be_ok(prap_data_compare_marks(list.marks, n, list.marks_after, n, 0, NULL, NULL, &found, &error), &error);
    if (found.same != n) growth_must_be_ok(PRAP_E_BUG, NULL);
}

static void shuffle_marks(size_t n) {
    make_values(n);
    for (size_t i = 0; i < n; i++) list.marks_after[i] = list.marks[n - 1 - i];
}

static void make_text(size_t n) {
    (void)n;
    make_values(1);
}

static void long_text(size_t n) {
    const prap_data_value value = {.text = {list.text, n}, .item = PRAP_DATA_ITEM_ADDRESS};
    const prap_data_record record = {.size = sizeof record, .partial = 1, .on = FIRST, .values = &value, .n = 1};
    prap_data_comparison found = {.size = sizeof found};
    growth_must_be_ok(prap_data_compare(&record, &record, NULL, NULL, &found, &error), &error);
}

void growth_close_lists(void) {
    void *const rooms[] = {list.days, list.others, list.numbers, list.moved, list.questions, list.windows, list.changes,
                           list.payments, list.cases, list.steps, list.values, list.marks, list.marks_after, list.text};
    for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++) free(rooms[i]);
}

const growth_kind growth_of_lists[] = {
    {"prap_calendar_are_working_days", "days", GROWTH_MOST, make_days, are_working_days},
    {"prap_calendar_add_working_days_each", "days", GROWTH_MOST, make_days, add_each},
    {"prap_calendar_count_working_days_each", "days", GROWTH_MOST, make_days, count_each},
    {"prap_calendar_moved_days", "days", GROWTH_MOST, make_days, moved_days},
    {"prap_calendar_create", "changes", MOST_DAYS, make_changes, create_calendar},
    {"prap_dates_moved", "questions", GROWTH_MOST, make_questions, dates_moved},
    {"prap_date_compute", "outages", PRAP_WINDOWS_MAX, make_windows, last_usable},
    {"prap_date_compute, listed backwards", "outages", PRAP_WINDOWS_MAX, make_windows_backwards, last_usable},
    {"prap_service_ask", "outages", PRAP_WINDOWS_MAX, make_windows, service},
    {"prap_service_ask, listed backwards", "outages", PRAP_WINDOWS_MAX, make_windows_backwards, service},
    {"prap_service_ask, three outages", "due days", GROWTH_MOST, make_three_windows, service_days},
    {"prap_earnings_of", "payments", PRAP_PAYMENTS_MAX, make_payments, earnings},
    {"prap_person_of", "referrals", PRAP_PERSON_CASES_MAX, make_cases, person},
    {"prap_desk_ask", "steps", PRAP_DESK_STEPS_MAX, make_steps, desk},
    {"prap_data_check", "values", PRAP_DATA_VALUES_MAX, make_values, check_values},
    {"prap_data_compare", "values", PRAP_DATA_VALUES_MAX, make_values, compare_values},
    {"prap_data_mark_record", "values", PRAP_DATA_VALUES_MAX, make_values, mark_values},
    {"prap_data_compare_marks", "marks", PRAP_DATA_VALUES_MAX, make_values, compare_marks},
    {"prap_data_compare_marks, in no order", "marks", PRAP_DATA_VALUES_MAX, shuffle_marks, compare_shuffled},
    {"prap_data_compare, of one text", "bytes", PRAP_DATA_TEXT_BYTES, make_text, long_text},
    {NULL, NULL, 0, NULL, NULL},
};
