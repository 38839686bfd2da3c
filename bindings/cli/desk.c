/* desk.c: prap desk: the decisions around a call to Provider Direct, one question a line. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calendars.h"
#include "commands.h"
#include "desk.h"
#include "json-out.h"
#include "lines.h"
#include "output.h"
#include "session.h"

struct desk {
    const struct cli_arguments *arguments;
    const prap_calendar *calendar;
    prap_setting *settings;
    size_t n_settings;
};

static void set_contact(json_t *object, uint32_t number) {
    for (uint32_t i = 0; number != 0 && i < prap_contact_count(); i++) {
        if (prap_contact_at(i)->number == number) cli_json_set_text(object, "contact", prap_contact_at(i)->id);
    }
}

static prap_status hear(void *user, const prap_desk_finding *finding) {
    const prap_word *word = prap_word_by_number(PRAP_WORDS_DESK_FINDING, finding->finding);
    const char *cure = prap_desk_finding_cure(finding->finding);
    json_t *object = cli_need(json_object());
    cli_json_set_word(object, "finding", PRAP_WORDS_DESK_FINDING, finding->finding);
    cli_json_set_rule(object, "rule", finding->rule);
    cli_json_set_word(object, "severity", PRAP_WORDS_SEVERITY, finding->severity);
    cli_json_set_word(object, "fact", PRAP_WORDS_DESK_FACT, finding->fact);
    cli_json_set_word(object, "policy", PRAP_WORDS_POLICY, finding->policy);
    cli_json_set_word(object, "to", PRAP_WORDS_RECIPIENT, finding->recipient);
    set_contact(object, finding->contact);
    cli_json_set_day(object, "day", finding->day);
    if (finding->at != PRAP_DESK_NO_STEP) cli_json_set_number(object, "at", finding->at);
    if (finding->spoc != 0) cli_json_set_number(object, "spoc", finding->spoc);
    cli_json_set_text(object, "text", word->meaning);
    if (cure[0] != '\0') cli_json_set_text(object, "cure", cure);
    cli_json_append(user, object);
    return PRAP_OK;
}

static json_t *object_of(const struct cli_desk_line *line, const prap_desk_answer *answer, json_t *findings) {
    json_t *object = cli_json_new();
    if (cli_json_id(line->object) != NULL) cli_json_set(object, "id", json_deep_copy(cli_json_id(line->object)));
    cli_json_set_word(object, "ask", PRAP_WORDS_DESK_ASK, answer->ask);
    cli_json_set_day(object, "on", line->question.on);
    cli_json_set_word(object, "outcome", PRAP_WORDS_DESK_OUTCOME, answer->outcome);
    cli_json_set_word(object, "verdict", PRAP_WORDS_VERDICT, answer->verdict);
    cli_json_set_word(object, "form", PRAP_WORDS_CALL_FORM, answer->form);
    cli_json_set_word(object, "to", PRAP_WORDS_RECIPIENT, answer->recipient);
    set_contact(object, answer->contact);
    if (answer->calls != 0) cli_json_set_number(object, "calls", answer->calls);
    if (answer->age_days >= 0) cli_json_set_number(object, "age_days", answer->age_days);
    cli_json_set_day(object, "earliest", answer->earliest);
    cli_json_set_day(object, "due", answer->due);
    cli_json_set_word(object, "code_state", PRAP_WORDS_CODE_STATE, answer->code_state);
    cli_json_set_day(object, "code_issued", answer->code_issued);
    cli_json_set_day(object, "code_from", answer->code_from);
    cli_json_set_day(object, "code_until", answer->code_until);
    if (answer->spocs != 0) {
        cli_json_set_number(object, "spocs", answer->spocs);
        cli_json_set_number(object, "spocs_ready", answer->spocs_ready);
    }
    cli_json_set_moment(object, "opens", answer->opens);
    cli_json_set_moment(object, "last_usable", answer->last_usable);
    cli_json_set(object, "findings", findings);
    return object;
}

bool cli_desk_answer(const struct cli_desk *desk, const struct cli_desk_line *line, prap_desk_answer *ret_answer,
                     json_t **ret_object, struct cli_fault *ret_fault) {
    prap_error error = {.size = sizeof error};
    json_t *findings = cli_need(json_array());
    if (prap_desk_ask(desk->calendar, desk->settings, desk->n_settings, &line->question, hear, findings, ret_answer,
                      &error) == PRAP_OK) {
        *ret_object = object_of(line, ret_answer, findings);
        return true;
    }
    cli_fault_from_error(ret_fault, &error);
    json_decref(findings);
    return false;
}

static bool answer(const struct desk *desk, struct cli_desk_line *line, json_t **ret_object,
                   struct cli_fault *ret_fault) {
    const struct cli_desk with = {desk->calendar, desk->settings, desk->n_settings};
    prap_desk_answer found = {.size = sizeof found};
    return cli_desk_read(line, ret_fault) && cli_desk_answer(&with, line, &found, ret_object, ret_fault);
}

/* The answer to a line that was read, or an error in its place. Returns whether it was answered. */
static bool answer_line(const struct desk *desk, const struct cli_lines *lines, enum cli_line read,
                        struct cli_desk_line *line, json_t **ret_object) {
    struct cli_fault fault = {0};
    bool answered = false;
    line->object = NULL;
    if (read == CLI_LINE_TOO_LONG) {
        cli_fault_set(&fault, prap_status_name(PRAP_E_LIMIT), "", "a line has at most 65536 bytes");
    } else if (cli_json_read(lines->bytes, lines->n, cli_desk_is_field, &line->object, &fault)) {
        answered = answer(desk, line, ret_object, &fault);
    }
    if (!answered) {
        *ret_object = cli_json_error(lines->number, cli_json_id(line->object), &fault);
        fprintf(stderr, "prap desk: %s:%llu: %s%s%s (%s)\n", cli_lines_name(lines),
                (unsigned long long)lines->number, fault.field, fault.field[0] == '\0' ? "" : ": ", fault.message,
                fault.code);
    }
    json_decref(line->object);
    return answered;
}

static int answer_lines(const struct desk *desk) {
    struct cli_lines *lines = cli_lines_open(desk->arguments->operands, desk->arguments->n_operands);
    struct cli_desk_line *line = calloc(1, sizeof *line);
    int code = lines == NULL ? CLI_EXIT_FAILED : CLI_EXIT_ANSWERED;
    if (line == NULL) cli_need(NULL);
    while (lines != NULL) {
        const enum cli_line read = cli_lines_next(lines);
        if (read == CLI_LINE_FAILED) code = CLI_EXIT_FAILED;
        if (read == CLI_LINE_FAILED || read == CLI_LINE_END) break;
        json_t *object = NULL;
        if (!answer_line(desk, lines, read, line, &object)) code = CLI_EXIT_UNREAD;
        if (!cli_put_answer(object, cli_has(desk->arguments, CLI_TEXT))) break;
    }
    free(line);
    cli_lines_close(lines);
    return code;
}

int cli_desk(const struct cli_arguments *arguments) {
    struct cli_calendars calendars;
    struct desk desk = {.arguments = arguments, .settings = calloc(arguments->n_given + 1, sizeof(prap_setting))};
    if (desk.settings == NULL) cli_need(NULL);
    int code = cli_settings_read(arguments, desk.settings, &desk.n_settings) ? CLI_EXIT_ANSWERED : CLI_EXIT_USE;
    for (size_t i = 1; code == CLI_EXIT_ANSWERED && i < desk.n_settings; i++) {
        for (size_t n = 0; n < i && code == CLI_EXIT_ANSWERED; n++) {
            if (desk.settings[i].policy != desk.settings[n].policy) continue;
            cli_wrong_use(arguments->command, "--policy: policy: a policy is set twice");
            code = CLI_EXIT_USE;
        }
    }
    if (code == CLI_EXIT_ANSWERED) {
        code = cli_calendars_open(arguments, PRAP_DIVISION_ENGLAND_AND_WALES, &calendars);
        desk.calendar = code == CLI_EXIT_ANSWERED ? cli_calendar_of(&calendars, PRAP_DIVISION_ENGLAND_AND_WALES) : NULL;
        if (code == CLI_EXIT_ANSWERED) code = answer_lines(&desk);
        cli_calendars_close(&calendars);
    }
    free(desk.settings);
    return code;
}
