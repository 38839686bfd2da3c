/* form.c: prap form: is this form complete, and may it go? One question a line. */
#include "form.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calendars.h"
#include "commands.h"
#include "json-out.h"
#include "lines.h"
#include "output.h"
#include "session.h"

struct desk {
    const struct cli_arguments *arguments;
    const prap_calendar *calendar;
    prap_setting *settings;
    size_t n_settings;
    uint64_t own_contacts;
};

static prap_status hear(void *user, const prap_form_finding *finding) {
    const char *cure = prap_form_finding_cure(finding->finding);
    json_t *object = cli_need(json_object());
    cli_json_set_word(object, "finding", PRAP_WORDS_FORM_FINDING, finding->finding);
    cli_json_set_rule(object, "rule", finding->rule);
    cli_json_set_word(object, "severity", PRAP_WORDS_SEVERITY, finding->severity);
    cli_json_set_word(object, "fact", PRAP_WORDS_FORM_FACT, finding->fact);
    cli_json_set_word(object, "form", PRAP_WORDS_FORM, finding->form);
    cli_json_set_word(object, "policy", PRAP_WORDS_POLICY, finding->policy);
    if (finding->contact != 0) cli_json_set_text(object, "contact", prap_contact_at(finding->contact - 1)->id);
    cli_json_set_day(object, "day", finding->day);
    cli_json_set_text(object, "text", prap_word_by_number(PRAP_WORDS_FORM_FINDING, finding->finding)->meaning);
    if (cure[0] != '\0') cli_json_set_text(object, "cure", cure);
    cli_json_append(user, object);
    return PRAP_OK;
}

static json_t *object_of(const struct cli_form_line *line, const prap_form_answer *answer, json_t *findings) {
    json_t *object = cli_json_new();
    if (cli_json_id(line->object) != NULL) cli_json_set(object, "id", json_deep_copy(cli_json_id(line->object)));
    cli_json_set_word(object, "form", PRAP_WORDS_FORM, answer->form);
    cli_json_set_word(object, "programme", PRAP_WORDS_PROGRAMME, line->question.programme);
    cli_json_set_day(object, "on", line->question.on);
    cli_json_set_word(object, "outcome", PRAP_WORDS_FORM_OUTCOME, answer->outcome);
    cli_json_set_word(object, "verdict", PRAP_WORDS_VERDICT, answer->verdict);
    cli_json_set_word(object, "complete", PRAP_WORDS_VALUE, answer->complete);
    if (answer->complete != 0) {
        cli_json_set_number(object, "missing", answer->n_missing);
        cli_json_set_number(object, "unknown", answer->n_unknown);
    }
    cli_json_set_word(object, "to", PRAP_WORDS_RECIPIENT, answer->recipient);
    if (answer->contact != 0) cli_json_set_text(object, "contact", prap_contact_at(answer->contact - 1)->id);
    cli_json_set_word(object, "contact_status", PRAP_WORDS_CONTACT_STATUS, answer->contact_status);
    cli_json_set_word(object, "means", PRAP_WORDS_MEANS, answer->means);
    cli_json_set_word(object, "when", PRAP_WORDS_NOTICE_DUE, answer->due_kind);
    cli_json_set_day(object, "due", answer->due);
    cli_json_set_day(object, "prudent", answer->prudent);
    cli_json_set_day(object, "plan_by", answer->plan_by);
    if (answer->late != 0) cli_json_set(object, "late", json_true());
    cli_json_set_word(object, "record", PRAP_WORDS_RECORD, answer->record);
    cli_json_set_word(object, "retention", PRAP_WORDS_RETENTION, answer->retention);
    cli_json_set_day(object, "keep_until", answer->keep_until);
    cli_json_set(object, "findings", findings);
    return object;
}

static bool answer(const struct desk *desk, struct cli_form_line *line, json_t **ret_object,
                   struct cli_fault *ret_fault) {
    prap_form_answer found = {.size = sizeof found};
    prap_error error = {.size = sizeof error};
    if (!cli_form_read(line, ret_fault)) return false;
    line->question.own_contacts |= desk->own_contacts;
    json_t *findings = cli_need(json_array());
    if (prap_form_ask(desk->calendar, desk->settings, desk->n_settings, &line->question, hear, findings, &found,
                      &error) == PRAP_OK) {
        *ret_object = object_of(line, &found, findings);
        return true;
    }
    cli_fault_from_error(ret_fault, &error);
    json_decref(findings);
    return false;
}

/* The answer to a line that was read, or an error in its place. Returns whether it was answered. */
static bool answer_line(const struct desk *desk, const struct cli_lines *lines, enum cli_line read,
                        struct cli_form_line *line, json_t **ret_object) {
    struct cli_fault fault = {0};
    bool answered = false;
    line->object = NULL;
    if (read == CLI_LINE_TOO_LONG) {
        cli_fault_set(&fault, prap_status_name(PRAP_E_LIMIT), "", "a line has at most 65536 bytes");
    } else if (cli_json_read(lines->bytes, lines->n, cli_form_is_field, &line->object, &fault)) {
        answered = answer(desk, line, ret_object, &fault);
    }
    if (!answered) {
        *ret_object = cli_json_error(lines->number, cli_json_id(line->object), &fault);
        fprintf(stderr, "prap form: %s:%llu: %s%s%s (%s)\n", cli_lines_name(lines),
                (unsigned long long)lines->number, fault.field, fault.field[0] == '\0' ? "" : ": ", fault.message,
                fault.code);
    }
    json_decref(line->object);
    return answered;
}

static int answer_lines(const struct desk *desk) {
    struct cli_lines *lines = cli_lines_open(desk->arguments->operands, desk->arguments->n_operands);
    struct cli_form_line line;
    int code = lines == NULL ? CLI_EXIT_FAILED : CLI_EXIT_ANSWERED;
    while (lines != NULL) {
        const enum cli_line read = cli_lines_next(lines);
        if (read == CLI_LINE_FAILED) code = CLI_EXIT_FAILED;
        if (read == CLI_LINE_FAILED || read == CLI_LINE_END) break;
        json_t *object = NULL;
        if (!answer_line(desk, lines, read, &line, &object)) code = CLI_EXIT_UNREAD;
        if (!cli_put_answer(object, cli_has(desk->arguments, CLI_TEXT))) break;
    }
    cli_lines_close(lines);
    return code;
}

bool cli_settings_once(const struct cli_arguments *arguments, prap_setting *settings, size_t *ret_n) {
    if (!cli_settings_read(arguments, settings, ret_n)) return false;
    for (size_t i = 1; i < *ret_n; i++) {
        for (size_t n = 0; n < i; n++) {
            if (settings[i].policy == settings[n].policy)
                return cli_wrong_use(arguments->command, "--policy: policy: a policy is set twice");
        }
    }
    return true;
}

int cli_form(const struct cli_arguments *arguments) {
    struct cli_calendars calendars;
    struct desk desk = {.arguments = arguments};
    if (arguments->n_operands > 0 &&
        cli_forms_put(arguments->operands, arguments->n_operands, cli_has(arguments, CLI_TEXT)))
        return CLI_EXIT_ANSWERED;
    desk.settings = calloc(arguments->n_given + 1, sizeof(prap_setting));
    if (desk.settings == NULL) cli_out_of_memory();
    int code = cli_settings_once(arguments, desk.settings, &desk.n_settings) &&
                       cli_own_contacts(arguments, &desk.own_contacts)
                   ? CLI_EXIT_ANSWERED
                   : CLI_EXIT_USE;
    if (code == CLI_EXIT_ANSWERED) {
        code = cli_calendars_open(arguments, PRAP_DIVISION_ENGLAND_AND_WALES, &calendars);
        desk.calendar = code == CLI_EXIT_ANSWERED ? cli_calendar_of(&calendars, PRAP_DIVISION_ENGLAND_AND_WALES) : NULL;
        if (code == CLI_EXIT_ANSWERED) code = answer_lines(&desk);
        cli_calendars_close(&calendars);
    }
    free(desk.settings);
    return code;
}
