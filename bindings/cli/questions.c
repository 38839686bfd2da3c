/* questions.c: see questions.h. */
#include "questions.h"

#include <stdio.h>
#include <string.h>

#include "event-in.h"
#include "json-out.h"
#include "lines.h"
#include "output.h"

bool cli_is_listed(const char *name, const char *const list[]) {
    for (size_t i = 0; list[i] != NULL; i++) {
        if (strcmp(list[i], name) == 0) return true;
    }
    return false;
}

bool cli_question_facts(const json_t *question, const char *const besides[], prap_fact facts[PRAP_FACTS_MAX],
                        size_t *ret_n, struct cli_fault *ret_fault) {
    *ret_n = 0;
    /* Jansson's iterator does not change what it walks, though it does not say so. */
    void *at = json_object_iter((json_t *)question);
    for (; at != NULL; at = json_object_iter_next((json_t *)question, at)) {
        const char *name = json_object_iter_key(at);
        if (cli_is_listed(name, besides)) continue;
        const prap_word *word = prap_word_find(PRAP_WORDS_FACT, name, strlen(name));
        if (word == NULL) continue;
        if (*ret_n == PRAP_FACTS_MAX) {
            cli_fault_from_status(ret_fault, PRAP_E_LIMIT, name);
            return false;
        }
        if (!cli_fact_read(word, json_object_iter_value(at), &facts[*ret_n], ret_fault)) return false;
        (*ret_n)++;
    }
    return true;
}

struct run {
    const struct cli_arguments *arguments;
    const struct cli_lines *lines;
    bool (*is_field)(const char *name);
    cli_answer_question answer;
    void *user;
};

static bool has_good_id(const json_t *question, struct cli_fault *ret_fault) {
    if (json_object_get(question, "id") == NULL || cli_json_id(question) != NULL) return true;
    cli_fault_set(ret_fault, prap_status_name(PRAP_E_TYPE), "id", "an id is a text or a whole number");
    return false;
}

/* The answer to a line, or an error in its place. Returns whether it was answered. */
static bool answer_line(const struct run *run, enum cli_line read, json_t **ret_object) {
    struct cli_fault fault = {0};
    json_t *question = NULL;
    bool answered = false;
    if (read == CLI_LINE_TOO_LONG) {
        cli_fault_set(&fault, prap_status_name(PRAP_E_LIMIT), "", "a line has at most 65536 bytes");
    } else if (cli_json_read(run->lines->bytes, run->lines->n, run->is_field, &question, &fault)) {
        answered = has_good_id(question, &fault) && run->answer(run->user, question, ret_object, &fault);
    }
    if (!answered) {
        *ret_object = cli_json_error(run->lines->number, cli_json_id(question), &fault);
        fprintf(stderr, "prap %s: %s:%llu: %s%s%s (%s)\n", run->arguments->command->name, cli_lines_name(run->lines),
                (unsigned long long)run->lines->number, fault.field, fault.field[0] == '\0' ? "" : ": ",
                fault.message, fault.code);
    }
    json_decref(question);
    return answered;
}

int cli_answer_questions(const struct cli_arguments *arguments, bool (*is_field)(const char *name),
                         cli_answer_question answer, void *user) {
    struct cli_lines *lines = cli_lines_open(arguments->operands, arguments->n_operands);
    const struct run run = {arguments, lines, is_field, answer, user};
    int code = lines == NULL ? CLI_EXIT_FAILED : CLI_EXIT_ANSWERED;
    while (lines != NULL) {
        const enum cli_line read = cli_lines_next(lines);
        if (read == CLI_LINE_FAILED) code = CLI_EXIT_FAILED;
        if (read == CLI_LINE_FAILED || read == CLI_LINE_END) break;
        json_t *object = NULL;
        if (!answer_line(&run, read, &object)) code = CLI_EXIT_UNREAD;
        if (!cli_put_answer(object, cli_has(arguments, CLI_TEXT))) break;
    }
    cli_lines_close(lines);
    return code;
}
