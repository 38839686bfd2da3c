/* desk.c: prap desk: the decisions around a call to Provider Direct, one question a line. */
#include <stdlib.h>
#include <string.h>

#include "calendars.h"
#include "commands.h"
#include "desk.h"
#include "json-out.h"
#include "output.h"
#include "questions.h"
#include "session.h"

struct desk {
    struct cli_desk with;
    struct cli_desk_line *line; /* room for one */
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

static bool answer(void *user, json_t *question, json_t **ret_object, struct cli_fault *ret_fault) {
    const struct desk *desk = user;
    prap_desk_answer found = {.size = sizeof found};
    desk->line->object = question;
    return cli_desk_read(desk->line, ret_fault) && cli_desk_answer(&desk->with, desk->line, &found, ret_object, ret_fault);
}

static int refuse_twice(const struct cli_arguments *arguments, const prap_setting *settings, size_t n) {
    for (size_t i = 1; i < n; i++) {
        for (size_t k = 0; k < i; k++) {
            if (settings[i].policy != settings[k].policy) continue;
            cli_wrong_use(arguments->command, "--policy: policy: a policy is set twice");
            return CLI_EXIT_USE;
        }
    }
    return CLI_EXIT_ANSWERED;
}

int cli_desk(const struct cli_arguments *arguments) {
    struct cli_calendars calendars;
    prap_setting *settings = calloc(arguments->n_given + 1, sizeof *settings);
    struct desk desk = {.with = {.settings = settings}, .line = calloc(1, sizeof *desk.line)};
    if (settings == NULL || desk.line == NULL) cli_out_of_memory();
    int code = cli_settings_read(arguments, settings, &desk.with.n_settings) ? CLI_EXIT_ANSWERED : CLI_EXIT_USE;
    if (code == CLI_EXIT_ANSWERED) code = refuse_twice(arguments, settings, desk.with.n_settings);
    if (code == CLI_EXIT_ANSWERED) {
        code = cli_calendars_open(arguments, PRAP_DIVISION_ENGLAND_AND_WALES, &calendars);
        if (code == CLI_EXIT_ANSWERED) {
            desk.with.calendar = cli_calendar_of(&calendars, PRAP_DIVISION_ENGLAND_AND_WALES);
            code = cli_answer_questions(arguments, cli_desk_is_field, answer, &desk);
        }
        cli_calendars_close(&calendars);
    }
    free(desk.line);
    free(settings);
    return code;
}
