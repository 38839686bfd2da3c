/* person.c: prap person: one person's referrals side by side, one question a line. */
#include <stdio.h>

#include "commands.h"
#include "json-out.h"
#include "lines.h"
#include "output.h"
#include "person-in.h"

struct told {
    const struct cli_person *person;
    json_t *findings;
};

static void set_case(json_t *object, const struct cli_person *person, const char *at_key, const char *name_key,
                     uint32_t at) {
    if (at == PRAP_PERSON_NO_CASE) return;
    cli_json_set_number(object, at_key, at);
    const json_t *name = person->names[at];
    if (name != NULL) cli_json_set(object, name_key, json_deep_copy(name));
}

static prap_status hear(void *user, const prap_finding *finding) {
    const struct told *told = user;
    const prap_word *word = prap_word_by_number(PRAP_WORDS_FINDING, finding->finding);
    json_t *object = cli_need(json_object());
    cli_json_set_word(object, "finding", PRAP_WORDS_FINDING, finding->finding);
    cli_json_set_rule(object, "rule", finding->rule);
    cli_json_set_word(object, "severity", PRAP_WORDS_SEVERITY, finding->severity);
    cli_json_set_word(object, "result", PRAP_WORDS_RESULT, finding->result);
    cli_json_set_word(object, "policy", PRAP_WORDS_POLICY, finding->policy);
    cli_json_set_day(object, "day", finding->day);
    cli_json_set_day(object, "sure", finding->sure);
    set_case(object, told->person, "at", "case", finding->at);
    set_case(object, told->person, "other", "other_case", finding->other);
    cli_json_set_text(object, "text", word->meaning);
    cli_json_append(told->findings, object);
    return PRAP_OK;
}

/* The rulebook of the line's programme; one that has no moves has none. */
static const prap_rulebook *rulebook_of(const struct cli_session *session, uint32_t programme) {
    for (size_t i = 0; i < session->n_rulebooks; i++) {
        if (programme == 0 || prap_rulebook_programme(session->rulebooks[i]) == programme) return session->rulebooks[i];
    }
    return NULL;
}

static bool answer(struct cli_session *session, struct cli_person *person, json_t **ret_object,
                   struct cli_fault *ret_fault) {
    if (!cli_person_read(session, person, ret_fault)) return false;
    prap_person found = {.size = sizeof found};
    struct told told = {person, cli_need(json_array())};
    const prap_rulebook *rulebook = rulebook_of(session, person->programme);
    const prap_status status =
        rulebook == NULL ? PRAP_E_WORD : prap_person_of(&person->question, rulebook, hear, &told, &found);
    if (status != PRAP_OK) {
        cli_fault_from_status(ret_fault, status, rulebook == NULL ? "programme" : "cases");
        json_decref(told.findings);
        return false;
    }
    json_t *object = *ret_object = cli_json_new();
    if (cli_json_id(person->object) != NULL) cli_json_set(object, "id", json_deep_copy(cli_json_id(person->object)));
    cli_json_set_day(object, "on", person->question.on);
    cli_json_set_word(object, "next", PRAP_WORDS_REFERRAL_KIND, found.next);
    cli_json_set_word(object, "verdict", PRAP_WORDS_VERDICT, found.verdict);
    cli_json_set_number(object, "open", found.open);
    cli_json_set_number(object, "starts", found.starts);
    cli_json_set_number(object, "re_referrals", found.re_referrals);
    cli_json_set_day(object, "earlier_start", found.earlier_start);
    cli_json_set_day(object, "earliest", found.earliest);
    cli_json_set_day(object, "sure", found.sure);
    cli_json_set(object, "findings", told.findings);
    return true;
}

/* The answer to a line that was read, or an error in its place. Returns what the process ends with if all is well
   besides. */
static int answer_line(struct cli_session *session, const struct cli_lines *lines, enum cli_line line,
                       json_t **ret_object) {
    struct cli_person person = {0};
    struct cli_fault fault = {0};
    bool answered = false;
    if (line == CLI_LINE_TOO_LONG) {
        cli_fault_set(&fault, prap_status_name(PRAP_E_LIMIT), "", "a line has at most 65536 bytes");
    } else if (cli_json_read(lines->bytes, lines->n, cli_person_is_field, &person.object, &fault)) {
        answered = answer(session, &person, ret_object, &fault);
    }
    if (!answered) {
        *ret_object = cli_json_error(lines->number, cli_json_id(person.object), &fault);
        fprintf(stderr, "prap person: %s:%llu: %s%s%s (%s)\n", cli_lines_name(lines),
                (unsigned long long)lines->number, fault.field, fault.field[0] == '\0' ? "" : ": ", fault.message,
                fault.code);
    }
    const int code = answered ? CLI_EXIT_ANSWERED : person.failed ? CLI_EXIT_FAILED : CLI_EXIT_UNREAD;
    cli_person_release(&person);
    return code;
}

int cli_person(const struct cli_arguments *arguments) {
    struct cli_session session;
    int code = cli_session_open(arguments, CLI_ACCESS_PREVIEW, &session);
    struct cli_lines *lines = NULL;
    if (code == CLI_EXIT_ANSWERED) {
        lines = cli_lines_open(arguments->operands, arguments->n_operands);
        if (lines == NULL) code = CLI_EXIT_FAILED;
    }
    while (lines != NULL) {
        const enum cli_line line = cli_lines_next(lines);
        if (line == CLI_LINE_FAILED) code = CLI_EXIT_FAILED;
        if (line == CLI_LINE_FAILED || line == CLI_LINE_END) break;
        json_t *object = NULL;
        const int answered = answer_line(&session, lines, line, &object);
        if (answered > code) code = answered;
        if (!cli_put_answer(object, cli_has(arguments, CLI_TEXT))) break;
    }
    cli_lines_close(lines);
    cli_session_close(&session);
    return code;
}
