/* explain.c: prap explain, and which sentences an answer gets. */
#include "explain.h"

#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "json-in.h"
#include "json-out.h"
#include "lines.h"
#include "output.h"
#include "redact.h"
#include "text-stream.h"

void cli_explain_error(FILE *stream, const json_t *object) {
    char number[24];
    const json_t *error = json_object_get(object, "error"), *line = json_object_get(object, "line");
    const char *field = cli_text_of(error, "field"), *case_id = cli_text_of(object, "case");
    snprintf(number, sizeof number, "%" JSON_INTEGER_FORMAT, json_integer_value(line));
    if (json_is_integer(line))
        cli_say(stream, CLI_PHRASE_LINE, "n", number, (char *)NULL);
    else
        fputs(case_id[0] == '\0' ? cli_phrase(CLI_PHRASE_QUESTION) : case_id, stream);
    cli_explain_id(stream, object);
    fputc(' ', stream);
    cli_say(stream, field[0] == '\0' ? CLI_PHRASE_NOT_ANSWERED : CLI_PHRASE_NOT_ANSWERED_FIELD, "field",
            field, "message", cli_text_of(error, "message"), (char *)NULL);
    fputc('\n', stream);
}

static bool explains_sensitive;

void cli_explain_sensitive(bool sensitive) {
    explains_sensitive = sensitive;
}

bool cli_tells_sensitive(void) {
    return explains_sensitive;
}

static bool explain(FILE *stream, const json_t *object) {
    if (json_is_object(json_object_get(object, "error")))
        cli_explain_error(stream, object);
    else if (json_is_string(json_object_get(object, "extract")))
        cli_explain_extract(stream, object);
    else if (json_is_string(json_object_get(object, "erasure")))
        cli_explain_erasure(stream, object);
    else if (json_object_get(object, "may_send") != NULL)
        cli_explain_sending(stream, object);
    else if (json_is_string(json_object_get(object, "ask")))
        cli_explain_desk(stream, object);
    else if (json_is_array(json_object_get(object, "retained")) || json_is_boolean(json_object_get(object, "on_hold")))
        cli_explain_retained(stream, object);
    else if (json_is_boolean(json_object_get(object, "conforms")) || json_is_string(json_object_get(object, "contract")))
        cli_explain_conformance(stream, object);
    else if (json_is_string(json_object_get(object, "copied")))
        cli_explain_copied(stream, object);
    else if (json_is_boolean(json_object_get(object, "verified")) || json_is_string(json_object_get(object, "fault")) ||
             json_is_string(json_object_get(object, "finding")))
        cli_explain_verify(stream, object);
    else if (cli_explain_form(stream, object))
        return true;
    else if (json_is_array(json_object_get(object, "findings")))
        cli_explain_person(stream, object);
    else if (json_is_array(json_object_get(object, "thresholds")))
        cli_explain_earnings(stream, object);
    else if (json_object_get(object, "orphan") != NULL)
        cli_explain_feed(stream, object);
    else if (cli_explain_caseload(stream, object))
        return true;
    else if (json_is_string(json_object_get(object, "measure")) || json_is_array(json_object_get(object, "measures")))
        cli_explain_standards(stream, object);
    else if (json_is_integer(json_object_get(object, "batch")))
        cli_explain_batch(stream, object);
    else if (json_is_array(json_object_get(object, "reminders")))
        cli_explain_call(stream, object);
    else if (json_is_string(json_object_get(object, "verdict")))
        cli_explain_verdict(stream, object);
    else if (json_is_array(json_object_get(object, "history")))
        cli_explain_case(stream, object);
    else if (json_is_array(json_object_get(object, "events")) && !json_is_string(json_object_get(object, "record")))
        cli_explain_next(stream, object);
    else if (json_is_array(json_object_get(object, "outcomes")))
        cli_explain_outcome(stream, object);
    else if (json_is_boolean(json_object_get(object, "found")))
        cli_explain_path(stream, object);
    else if (json_is_array(json_object_get(object, "differences")))
        cli_explain_differences(stream, object, CLI_PHRASE_WOULD_CHANGE);
    else if (json_is_integer(json_object_get(object, "days_left")))
        cli_explain_due(stream, object);
    else
        return cli_explain_evidence(stream, object) || cli_explain_days(stream, object);
    return true;
}

/* Whether anything of an object is hidden, at any depth. */
static bool hides(const json_t *value) {
    size_t i;
    const char *key;
    json_t *member;
    if (json_is_string(value)) return strcmp(json_string_value(value), CLI_REDACTED) == 0;
    json_object_foreach((json_t *)value, key, member) {
        if (strcmp(key, "case") != 0 && strcmp(key, "id") != 0 && hides(member)) return true;
    }
    json_array_foreach(value, i, member) {
        if (hides(member)) return true;
    }
    return false;
}

bool cli_explain(FILE *stream, const json_t *object) {
    if (explains_sensitive) return explain(stream, object);
    json_t *shown = cli_redact(object);
    const bool known = explain(stream, shown);
    if (known && hides(shown)) fprintf(stream, "  %s\n", cli_phrase(CLI_PHRASE_SOME_HIDDEN));
    json_decref(shown);
    return known;
}

/* With --refused only what was refused, could not be decided or could not be answered. */
static bool is_refusal(const json_t *object) {
    const char *verdict = cli_text_of(object, "verdict");
    return json_is_object(json_object_get(object, "error")) ||
           (verdict[0] != '\0' && strcmp(verdict, "permitted") != 0);
}

/* Explains a line; returns whether it could be read as an answer. */
static bool explain_line(const struct cli_lines *lines, enum cli_line line, bool only_refused,
                         bool *ret_go_on) {
    struct cli_fault fault = {"limit", "", "a line has at most 65536 bytes"};
    json_t *object = NULL;
    const bool read =
        line == CLI_LINE_READ && cli_json_read(lines->bytes, lines->n, NULL, &object, &fault);
    struct cli_text text;
    FILE *stream = cli_text_open(&text);
    if (read) cli_fault_set(&fault, "unknown-field", "", "the line is not an answer of this command");
    const bool known = read && cli_explain(stream, object);
    cli_text_close(&text, stream);
    if (known && (!only_refused || is_refusal(object))) *ret_go_on = cli_put(text.bytes, text.n);
    if (!known) {
        fprintf(stderr, "prap explain: %s:%llu: %s (%s)\n", cli_lines_name(lines),
                (unsigned long long)lines->number, fault.message, fault.code);
    }
    free(text.bytes);
    json_decref(object);
    return known;
}

int cli_explain_lines(const struct cli_arguments *arguments) {
    if (cli_has(arguments, CLI_PRINT_WORDING) && arguments->n_operands > 0) {
        cli_wrong_use(arguments->command, "--phrases reads no file");
        return CLI_EXIT_USE;
    }
    if (cli_has(arguments, CLI_PRINT_WORDING)) return cli_wording_print();
    struct cli_lines *lines = cli_lines_open(arguments->operands, arguments->n_operands);
    int code = lines == NULL ? CLI_EXIT_FAILED : CLI_EXIT_ANSWERED;
    bool go_on = lines != NULL;
    while (go_on) {
        const enum cli_line line = cli_lines_next(lines);
        if (line == CLI_LINE_FAILED) code = CLI_EXIT_FAILED;
        if (line == CLI_LINE_FAILED || line == CLI_LINE_END) break;
        if (!explain_line(lines, line, cli_has(arguments, CLI_REFUSED), &go_on)) code = CLI_EXIT_UNREAD;
    }
    cli_lines_close(lines);
    return code;
}
