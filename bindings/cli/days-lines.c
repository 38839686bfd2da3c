/* days-lines.c: prap days with no operation: one JSON question a line, one JSON answer a line. */
#include <string.h>

#include "arguments.h"
#include "days.h"
#include "json-in.h"
#include "json-out.h"
#include "lines.h"
#include "output.h"

/* One question. The answer is added to answer, or fault is set. */
struct asked {
    const json_t *object;
    const struct cli_calendars *calendars;
    const prap_calendar *calendar;
    uint32_t flags;
    json_t *answer;
    struct cli_fault fault;
};

static bool is_field(const char *name) {
    static const char *const fields[] = {"id",  "op",           "from",   "to",
                                         "day", "working_days", "months", "division"};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        if (strcmp(fields[i], name) == 0) return true;
    }
    return false;
}

/* Turns a calendar's status into the fault; says when the answer rests on computed holidays. */
static bool settle(struct asked *asked, prap_status status, uint32_t quality, const char *field) {
    if (status != PRAP_OK) cli_fault_from_status(&asked->fault, status, field);
    if (status == PRAP_OK && quality == PRAP_COVERAGE_PROVISIONAL) {
        cli_json_set_word(asked->answer, "coverage", PRAP_WORDS_COVERAGE, quality);
    }
    return status == PRAP_OK;
}

static bool add(struct asked *asked) {
    prap_day from, day;
    int32_t n;
    uint32_t quality = 0;
    if (!cli_json_day(asked->object, "from", true, &from, &asked->fault)) return false;
    if (!cli_json_number(asked->object, "working_days", true, &n, &asked->fault)) return false;
    const prap_status status =
        prap_calendar_add_working_days(asked->calendar, from, n, asked->flags, &day, &quality);
    if (status == PRAP_OK) cli_json_set_day(asked->answer, "day", day);
    return settle(asked, status, quality, "working_days");
}

static bool count(struct asked *asked) {
    prap_day from, to;
    int32_t n;
    uint32_t quality = 0;
    if (!cli_json_day(asked->object, "from", true, &from, &asked->fault)) return false;
    if (!cli_json_day(asked->object, "to", true, &to, &asked->fault)) return false;
    const prap_status status =
        prap_calendar_count_working_days(asked->calendar, from, to, asked->flags, &n, &quality);
    if (status == PRAP_OK) cli_json_set_number(asked->answer, "working_days", n);
    return settle(asked, status, quality, "to");
}

static bool is(struct asked *asked) {
    prap_day day;
    int32_t working;
    uint32_t quality = 0;
    if (!cli_json_day(asked->object, "day", true, &day, &asked->fault)) return false;
    const prap_status status =
        prap_calendar_is_working_day(asked->calendar, day, asked->flags, &working, &quality);
    if (status == PRAP_OK) {
        const prap_holiday *holiday = prap_calendar_holiday_on(asked->calendar, day);
        cli_json_set(asked->answer, "working", json_boolean(working));
        if (holiday != NULL) cli_json_set_text(asked->answer, "holiday", holiday->title);
    }
    return settle(asked, status, quality, "day");
}

static bool add_months(struct asked *asked) {
    prap_day from, day;
    int32_t months;
    if (!cli_json_day(asked->object, "from", true, &from, &asked->fault)) return false;
    if (!cli_json_number(asked->object, "months", true, &months, &asked->fault)) return false;
    const prap_status status = prap_day_add_months(from, months, &day);
    if (status == PRAP_OK) cli_json_set_day(asked->answer, "day", day);
    return settle(asked, status, 0, "months");
}

static bool answer(struct asked *asked, uint32_t division) {
    static const struct {
        const char *name;
        bool (*run)(struct asked *asked);
    } operations[] = {{"add", add}, {"count", count}, {"is", is}, {"add-months", add_months}};
    prap_text op = {NULL, 0};
    if (json_object_get(asked->object, "id") != NULL && cli_json_id(asked->object) == NULL) {
        cli_fault_set(&asked->fault, prap_status_name(PRAP_E_TYPE), "id",
                      "an id is a text or a whole number");
        return false;
    }
    if (!cli_json_word(asked->object, "division", PRAP_WORDS_DIVISION, false, &division, &asked->fault))
        return false;
    if (!cli_json_text(asked->object, "op", true, &op, &asked->fault)) return false;
    asked->calendar = cli_calendar_of(asked->calendars, division);
    if (asked->calendar == NULL) {
        cli_fault_set(&asked->fault, prap_status_name(PRAP_E_COVERAGE), "division",
                      "the file of --holidays has nothing for this division");
        return false;
    }
    for (size_t i = 0; i < sizeof operations / sizeof operations[0]; i++) {
        if (strcmp(operations[i].name, op.bytes) == 0) return operations[i].run(asked);
    }
    cli_fault_set(&asked->fault, prap_status_name(PRAP_E_WORD), "op",
                  "an op is add, count, is or add-months");
    return false;
}

/* Answers a line that was read; returns whether it could be. */
static bool answer_line(const struct cli_calendars *calendars, const struct cli_lines *lines,
                        enum cli_line line, uint32_t division, uint32_t flags, json_t **ret_answer) {
    json_t *object = NULL;
    struct asked asked = {.calendars = calendars, .flags = flags};
    bool answered = false;
    if (line == CLI_LINE_TOO_LONG) {
        cli_fault_set(&asked.fault, prap_status_name(PRAP_E_LIMIT), "", "a line has at most 65536 bytes");
    } else if (cli_json_read(lines->bytes, lines->n, is_field, &object, &asked.fault)) {
        asked.object = object;
        asked.answer = cli_json_new();
        if (cli_json_id(object) != NULL)
            cli_json_set(asked.answer, "id", json_deep_copy(cli_json_id(object)));
        answered = answer(&asked, division);
    }
    if (answered) {
        *ret_answer = asked.answer;
    } else {
        const bool coverage = strcmp(asked.fault.code, prap_status_name(PRAP_E_COVERAGE)) == 0;
        *ret_answer = cli_json_error(coverage ? 0 : lines->number, cli_json_id(object), &asked.fault);
        fprintf(stderr, "prap days: %s:%llu: %s%s%s (%s)\n", cli_lines_name(lines),
                (unsigned long long)lines->number, asked.fault.field,
                asked.fault.field[0] == '\0' ? "" : ": ", asked.fault.message, asked.fault.code);
        json_decref(asked.answer);
    }
    json_decref(object);
    return answered;
}

int cli_days_lines(const struct cli_calendars *calendars, uint32_t division, uint32_t flags) {
    struct cli_lines *lines = cli_lines_open(NULL, 0);
    int code = lines == NULL ? CLI_EXIT_FAILED : CLI_EXIT_ANSWERED;
    while (lines != NULL) {
        json_t *object;
        const enum cli_line line = cli_lines_next(lines);
        if (line == CLI_LINE_FAILED) code = CLI_EXIT_FAILED;
        if (line == CLI_LINE_FAILED || line == CLI_LINE_END) break;
        if (!answer_line(calendars, lines, line, division, flags, &object)) code = CLI_EXIT_UNREAD;
        if (!cli_put_answer(object, false)) break;
    }
    cli_lines_close(lines);
    return code;
}
