/* days-operations.c: what each operation of prap days answers. */
#include <string.h>

#include "days.h"
#include "json-out.h"
#include "output.h"

/* Turns a calendar's status into the fault; says when the answer rests on computed holidays. */
static bool settle(struct cli_asked *asked, prap_status status, uint32_t quality, const char *field) {
    if (status != PRAP_OK) cli_fault_from_status(&asked->fault, status, field);
    if (status == PRAP_OK && quality == PRAP_COVERAGE_PROVISIONAL) {
        cli_json_set_word(asked->answer, "coverage", PRAP_WORDS_COVERAGE, quality);
    }
    return status == PRAP_OK;
}

/* The field to blame for a count that leaves the calendar: the first day when that is outside itself. */
static const char *field_outside(const struct cli_asked *asked, const char *other) {
    int32_t is;
    const bool covered =
        prap_calendar_is_working_day(asked->calendar, asked->values[0], asked->flags, &is, NULL) == PRAP_OK;
    return covered ? other : asked->op->fields[0].name;
}

static bool settle_count(struct cli_asked *asked, prap_status status, uint32_t quality, const char *field) {
    return settle(asked, status, quality, status == PRAP_E_COVERAGE ? field_outside(asked, field) : field);
}

static const char *last_field(const struct cli_asked *asked) {
    const char *second = asked->op->fields[1].name;
    return second != NULL ? second : asked->op->fields[0].name;
}

/* Each day of a walk, counted or skipped and why. sign: -1 where what is counted forwards counts below 0. */
static bool put_walk(struct cli_asked *asked, prap_day from, prap_day to, int32_t sign) {
    static const char *const kinds[] = {[PRAP_WALKED_WORKING_DAY] = "working-day",
                                        [PRAP_WALKED_WEEKEND] = "weekend",
                                        [PRAP_WALKED_HOLIDAY] = "holiday"};
    prap_walk walk;
    prap_walked_day day;
    /* The day before the first one may be just outside the days that are known; every other was asked about. */
    const uint32_t flags =
        asked->left_out == PRAP_DAY_NONE ? asked->flags | PRAP_CALENDAR_ALLOW_PROVISIONAL : asked->flags;
    const prap_status status = prap_calendar_walk(asked->calendar, from, to, flags, &walk);
    if (status != PRAP_OK) return settle_count(asked, status, 0, last_field(asked));
    json_t *days = cli_need(json_array());
    while (prap_walk_next(&walk, &day) == PRAP_OK) {
        json_t *object = cli_need(json_object());
        cli_json_set_day(object, "day", day.day);
        cli_json_set_text(object, "kind", kinds[day.kind]);
        cli_json_set_number(object, "number", sign * day.number);
        if (day.holiday != NULL) cli_json_set_text(object, "holiday", day.holiday->title);
        if (day.quality == PRAP_COVERAGE_PROVISIONAL)
            cli_json_set_word(object, "coverage", PRAP_WORDS_COVERAGE, day.quality);
        cli_json_append(days, object);
    }
    cli_json_set(asked->answer, "why", days);
    return true;
}

/* A day, and with why the walk from a day to it. */
static bool answer_day(struct cli_asked *asked, prap_status status, prap_day day, uint32_t quality,
                       prap_day from) {
    if (status == PRAP_OK) cli_json_set_day(asked->answer, "day", day);
    if (!settle_count(asked, status, quality, last_field(asked))) return false;
    return !asked->why || put_walk(asked, from, day, 1);
}

static bool add(struct cli_asked *asked) {
    prap_day day = PRAP_DAY_NONE;
    uint32_t quality = 0;
    const prap_status status = prap_calendar_add_working_days(asked->calendar, asked->values[0],
                                                              asked->values[1], asked->flags, &day, &quality);
    asked->left_out = asked->values[0];
    return answer_day(asked, status, day, quality, asked->values[0]);
}

static bool nth(struct cli_asked *asked) {
    prap_day day = PRAP_DAY_NONE;
    uint32_t quality = 0;
    const prap_status status = prap_calendar_nth_working_day(asked->calendar, asked->values[0],
                                                             asked->values[1], asked->flags, &day, &quality);
    return answer_day(asked, status, day, quality, asked->values[0] + (asked->values[1] > 0 ? -1 : 1));
}

typedef prap_status (*from_day)(const prap_calendar *calendar, prap_day day, uint32_t flags,
                                prap_day *ret_day, uint32_t *ret_quality);

/* A working day near a day; the walk to it begins before: how far from the day. */
static bool answer_near(struct cli_asked *asked, from_day find, prap_day before) {
    prap_day day = PRAP_DAY_NONE;
    uint32_t quality = 0;
    const prap_status status = find(asked->calendar, asked->values[0], asked->flags, &day, &quality);
    return answer_day(asked, status, day, quality, asked->values[0] + before);
}

static bool next_working_day(struct cli_asked *asked) {
    asked->left_out = asked->values[0];
    return answer_near(asked, prap_calendar_next_working_day, 0);
}

static bool previous_working_day(struct cli_asked *asked) {
    asked->left_out = asked->values[0];
    return answer_near(asked, prap_calendar_previous_working_day, 0);
}

static bool on_or_before(struct cli_asked *asked) {
    return answer_near(asked, prap_calendar_working_day_on_or_before, 1);
}

static bool on_or_after(struct cli_asked *asked) {
    return answer_near(asked, prap_calendar_working_day_on_or_after, -1);
}

static bool count(struct cli_asked *asked) {
    int32_t n;
    uint32_t quality = 0;
    const prap_day from = asked->values[0], to = asked->values[1];
    const prap_status status =
        prap_calendar_count_working_days(asked->calendar, from, to, asked->flags, &n, &quality);
    if (status == PRAP_OK) cli_json_set_number(asked->answer, "working_days", n);
    if (!settle_count(asked, status, quality, "to")) return false;
    if (!asked->why) return true;
    /* Back is the same days, below 0: those after the earlier day, up to and including the later one. */
    asked->left_out = from < to ? from : to;
    return put_walk(asked, asked->left_out, from < to ? to : from, from < to ? 1 : -1);
}

/* The way that add goes: back it leaves the later day out, and not, as count does, the earlier. */
static bool walk(struct cli_asked *asked) {
    asked->left_out = asked->values[0];
    if (!put_walk(asked, asked->values[0], asked->values[1], 1)) return false;
    const json_t *days = json_object_get(asked->answer, "why");
    const json_t *last = json_array_get(days, json_array_size(days) - 1);
    cli_json_set_number(asked->answer, "working_days", json_integer_value(json_object_get(last, "number")));
    return true;
}

static bool is(struct cli_asked *asked) {
    int32_t working;
    uint32_t quality = 0;
    const prap_status status =
        prap_calendar_is_working_day(asked->calendar, asked->values[0], asked->flags, &working, &quality);
    if (status == PRAP_OK) {
        const prap_holiday *holiday = prap_calendar_holiday_on(asked->calendar, asked->values[0]);
        cli_json_set(asked->answer, "working", json_boolean(working));
        if (holiday != NULL) cli_json_set_text(asked->answer, "holiday", holiday->title);
    }
    return settle(asked, status, quality, "day");
}

static bool answer_added(struct cli_asked *asked,
                         prap_status (*add_to)(prap_day from, int32_t n, prap_day *ret_day)) {
    prap_day day = PRAP_DAY_NONE;
    const prap_status status = add_to(asked->values[0], asked->values[1], &day);
    if (status == PRAP_OK) cli_json_set_day(asked->answer, "day", day);
    return settle(asked, status, 0, asked->op->fields[1].name);
}

static bool add_days(struct cli_asked *asked) {
    return answer_added(asked, prap_day_add_days);
}

static bool add_months(struct cli_asked *asked) {
    return answer_added(asked, prap_day_add_months);
}

static bool add_years(struct cli_asked *asked) {
    return answer_added(asked, prap_day_add_years);
}

static bool count_days(struct cli_asked *asked) {
    int32_t days = 0;
    const prap_status status = prap_day_count_days(asked->values[0], asked->values[1], &days);
    cli_json_set_number(asked->answer, "days", days);
    return settle(asked, status, 0, "to");
}

static bool count_months(struct cli_asked *asked) {
    int32_t months = 0, days = 0;
    const prap_status status = prap_day_count_months(asked->values[0], asked->values[1], &months, &days);
    cli_json_set_number(asked->answer, "months", months);
    cli_json_set_number(asked->answer, "days", days);
    return settle(asked, status, 0, "to");
}

static bool nth_weekday(struct cli_asked *asked) {
    prap_day day = PRAP_DAY_NONE, first;
    const int32_t year = asked->values[0], month = asked->values[1], weekday = asked->values[2],
                  n = asked->values[3];
    const prap_status status = prap_day_nth_weekday(year, month, weekday, n, &day);
    const char *field = "n";
    if (status == PRAP_E_RANGE && (weekday < 1 || weekday > 7)) field = "weekday";
    if (status == PRAP_E_DAY && prap_day_from_civil(year, 1, 1, &first) != PRAP_OK)
        field = "year";
    else if (status == PRAP_E_DAY && prap_day_from_civil(year, month, 1, &first) != PRAP_OK)
        field = "month";
    if (status == PRAP_OK) cli_json_set_day(asked->answer, "day", day);
    return settle(asked, status, 0, field);
}

#define FIELDS(...)                                                                                          \
    { __VA_ARGS__ }
#define DAY(name)                                                                                            \
    { name, true, false }
#define NUMBER(name)                                                                                         \
    { name, false, false }
#define TEXT(name)                                                                                           \
    { name, false, true }

static const struct cli_days_op operations[] = {
#define X(function, lists, name, fields, operands, meaning)                                                  \
    {name, fields, operands, meaning, function, lists},
#include "days.def"
#undef X
};

const struct cli_days_op *cli_days_op_at(size_t i) {
    return i < sizeof operations / sizeof operations[0] ? &operations[i] : NULL;
}

const struct cli_days_op *cli_days_op_find(const char *name) {
    size_t i = 0;
    while (cli_days_op_at(i) != NULL && strcmp(operations[i].name, name) != 0)
        i++;
    return cli_days_op_at(i);
}
