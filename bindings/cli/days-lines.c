/* days-lines.c: prap days with no operation: one JSON question a line, one JSON answer a line. */
#include <stdio.h>
#include <string.h>

#include "arguments.h"
#include "days.h"
#include "json-out.h"
#include "lines.h"
#include "output.h"

static bool is_field(const char *name) {
    static const char *const others[] = {"id",       "op",      "division",     "second",
                                         "policies", "outages", "night_shifts", "in_work"};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        if (strcmp(others[i], name) == 0) return true;
    }
    for (size_t i = 0; cli_days_op_at(i) != NULL; i++) {
        const struct cli_days_op *op = cli_days_op_at(i);
        for (size_t j = 0; j < CLI_DAYS_FIELDS && op->fields[j].name != NULL; j++) {
            if (strcmp(op->fields[j].name, name) == 0) return true;
        }
    }
    return false;
}

static void complain(const struct cli_lines *lines, const struct cli_asked *asked) {
    const struct cli_fault *fault = &asked->fault;
    char how_many[48] = "";
    if (asked->unanswered > 1)
        snprintf(how_many, sizeof how_many, "; %zu of its list are so", asked->unanswered);
    fprintf(stderr, "prap days: %s:%llu: %s%s%s%s (%s)\n", cli_lines_name(lines),
            (unsigned long long)lines->number, fault->field, fault->field[0] == '\0' ? "" : ": ",
            fault->message, how_many, fault->code);
}

/* Answers a line; returns whether all of it could be. */
static bool answer_line(struct cli_asked asked, const struct cli_lines *lines, enum cli_line line,
                        json_t **ret_answer) {
    json_t *object = NULL;
    bool answered = false;
    if (line == CLI_LINE_TOO_LONG) {
        cli_fault_set(&asked.fault, prap_status_name(PRAP_E_LIMIT), "", "a line has at most 65536 bytes");
    } else if (cli_json_read(lines->bytes, lines->n, is_field, &object, &asked.fault)) {
        asked.object = object;
        answered = cli_days_ask(&asked);
    }
    *ret_answer = asked.answer;
    if (!answered) {
        const bool coverage = strcmp(asked.fault.code, prap_status_name(PRAP_E_COVERAGE)) == 0;
        *ret_answer = cli_json_error(coverage ? 0 : lines->number, cli_json_id(object), &asked.fault);
    }
    const bool whole = answered && asked.unanswered == 0;
    if (!whole) complain(lines, &asked);
    json_decref(object);
    return whole;
}

int cli_days_lines(const struct cli_calendars *calendars, uint32_t division, uint32_t flags, bool why) {
    const struct cli_asked asked = {.calendars = calendars, .division = division, .flags = flags, .why = why};
    struct cli_lines *lines = cli_lines_open(NULL, 0);
    int code = lines == NULL ? CLI_EXIT_FAILED : CLI_EXIT_ANSWERED;
    while (lines != NULL) {
        json_t *object;
        const enum cli_line line = cli_lines_next(lines);
        if (line == CLI_LINE_FAILED) code = CLI_EXIT_FAILED;
        if (line == CLI_LINE_FAILED || line == CLI_LINE_END) break;
        if (!answer_line(asked, lines, line, &object)) code = CLI_EXIT_UNREAD;
        if (!cli_put_answer(object, false)) break;
    }
    cli_lines_close(lines);
    return code;
}
