/* retain.c: prap retain: how long one record is kept, a question a line; the other form is retain-cases.c. */
#include "retain.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "json-out.h"
#include "lines.h"
#include "output.h"

json_t *cli_retention_finding(const prap_retention_finding *finding) {
    json_t *object = cli_need(json_object());
    const char *row = prap_retention_finding_row(finding->finding);
    cli_json_set_word(object, "finding", PRAP_WORDS_RETENTION_FINDING, finding->finding);
    cli_json_set_rule(object, "rule", finding->rule);
    if (row[0] != '\0') cli_json_set_text(object, "row", row);
    cli_json_set_word(object, "severity", PRAP_WORDS_SEVERITY, finding->severity);
    cli_json_set_word(object, "fact", PRAP_WORDS_RETENTION_FACT, finding->fact);
    cli_json_set_word(object, "policy", PRAP_WORDS_POLICY, finding->policy);
    cli_json_set_day(object, "day", finding->day);
    cli_json_set_text(object, "text", prap_word_by_number(PRAP_WORDS_RETENTION_FINDING, finding->finding)->meaning);
    cli_json_set_text(object, "cure", prap_retention_finding_cure(finding->finding));
    return object;
}

/* The facts without which it cannot be decided, each once, in the order of the findings. */
static json_t *missing_of(const json_t *findings) {
    json_t *missing = cli_need(json_array()), *finding;
    size_t i, k;
    json_array_foreach(findings, i, finding) {
        json_t *fact = json_object_get(finding, "fact"), *other;
        if (strcmp(json_string_value(json_object_get(finding, "severity")), "undecided") != 0) continue;
        bool listed = false;
        json_array_foreach(missing, k, other) listed = listed || json_equal(other, fact);
        if (!listed) cli_json_append(missing, json_incref(fact));
    }
    return missing;
}

void cli_retention_set_answer(json_t *object, const prap_retention_answer *answer, json_t *findings) {
    cli_json_set_word(object, "verdict", PRAP_WORDS_VERDICT, answer->verdict);
    cli_json_set_word(object, "retention", PRAP_WORDS_RETENTION, answer->retention);
    cli_json_set_rule(object, "rule", answer->rule);
    cli_json_set_day(object, "kept_until", answer->kept_until);
    cli_json_set_day(object, "at_least", answer->at_least);
    cli_json_set_day(object, "disposal", answer->disposal);
    cli_json_set_day(object, "anchor", answer->anchor);
    cli_json_set_word(object, "policy", PRAP_WORDS_POLICY, answer->policy);
    cli_json_set(object, "on_hold", json_boolean(answer->on_hold != 0));
    cli_json_set(object, "missing", missing_of(findings));
    cli_json_set(object, "findings", findings);
}

struct asked {
    json_t *object; /* owned; NULL when the line was no JSON object */
    struct cli_retention_facts facts;
    prap_retention_question question;
};

struct asking {
    const struct cli_arguments *arguments;
    prap_setting *settings;
    size_t n_settings;
};

static bool is_field(const char *name) {
    static const char *const own[] = {"id", "record", "as_of", "programme"};
    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++) {
        if (strcmp(own[i], name) == 0) return true;
    }
    return cli_retention_is_fact(name);
}

static bool read_asked(struct asked *asked, struct cli_fault *ret_fault) {
    prap_retention_question *question = &asked->question;
    asked->facts.n = 0;
    *question = (prap_retention_question){.size = sizeof *question, .facts = asked->facts.facts};
    if (json_object_get(asked->object, "id") != NULL && cli_json_id(asked->object) == NULL) {
        cli_fault_set(ret_fault, prap_status_name(PRAP_E_TYPE), "id", "an id is a text or a whole number");
        return false;
    }
    const bool read =
        cli_json_word(asked->object, "record", PRAP_WORDS_RECORD, true, &question->record, ret_fault) &&
        cli_json_day(asked->object, "as_of", true, &question->as_of, ret_fault) &&
        cli_json_word(asked->object, "programme", PRAP_WORDS_PROGRAMME, false, &question->programme, ret_fault) &&
        cli_retention_facts_read(asked->object, &asked->facts, ret_fault);
    question->n_facts = asked->facts.n;
    return read;
}

static prap_status hear(void *user, const prap_retention_finding *finding) {
    cli_json_append(user, cli_retention_finding(finding));
    return PRAP_OK;
}

static bool answer(const struct asking *asking, struct asked *asked, json_t **ret_object,
                   struct cli_fault *ret_fault) {
    prap_retention_answer found = {.size = sizeof found};
    prap_error error = {.size = sizeof error};
    if (!read_asked(asked, ret_fault)) return false;
    json_t *findings = cli_need(json_array());
    if (prap_retention_ask(asking->settings, asking->n_settings, &asked->question, hear, findings, &found, &error) !=
        PRAP_OK) {
        cli_fault_from_error(ret_fault, &error);
        json_decref(findings);
        return false;
    }
    json_t *object = *ret_object = cli_json_new();
    if (cli_json_id(asked->object) != NULL) cli_json_set(object, "id", json_deep_copy(cli_json_id(asked->object)));
    cli_json_set_word(object, "record", PRAP_WORDS_RECORD, found.record);
    cli_json_set_day(object, "as_of", found.as_of);
    cli_json_set_word(object, "programme", PRAP_WORDS_PROGRAMME, asked->question.programme);
    cli_retention_set_answer(object, &found, findings);
    return true;
}

/* The answer to a line that was read, or an error in its place. Returns whether it was answered. */
static bool answer_line(const struct asking *asking, const struct cli_lines *lines, enum cli_line read,
                        struct asked *asked, json_t **ret_object) {
    struct cli_fault fault = {0};
    bool answered = false;
    asked->object = NULL;
    if (read == CLI_LINE_TOO_LONG) {
        cli_fault_set(&fault, prap_status_name(PRAP_E_LIMIT), "", "a line has at most 65536 bytes");
    } else if (cli_json_read(lines->bytes, lines->n, is_field, &asked->object, &fault)) {
        answered = answer(asking, asked, ret_object, &fault);
    }
    if (!answered) {
        *ret_object = cli_json_error(lines->number, cli_json_id(asked->object), &fault);
        fprintf(stderr, "prap retain: %s:%llu: %s%s%s (%s)\n", cli_lines_name(lines),
                (unsigned long long)lines->number, fault.field, fault.field[0] == '\0' ? "" : ": ", fault.message,
                fault.code);
    }
    json_decref(asked->object);
    return answered;
}

static int answer_lines(const struct asking *asking) {
    const struct cli_arguments *arguments = asking->arguments;
    struct cli_lines *lines = cli_lines_open(arguments->operands, arguments->n_operands);
    struct asked *asked = calloc(1, sizeof *asked);
    int code = lines == NULL ? CLI_EXIT_FAILED : CLI_EXIT_ANSWERED;
    if (asked == NULL) cli_out_of_memory();
    while (lines != NULL) {
        const enum cli_line read = cli_lines_next(lines);
        if (read == CLI_LINE_FAILED) code = CLI_EXIT_FAILED;
        if (read == CLI_LINE_FAILED || read == CLI_LINE_END) break;
        json_t *object = NULL;
        const bool answered = answer_line(asking, lines, read, asked, &object);
        const char *verdict = json_string_value(json_object_get(object, "verdict"));
        if (!answered) code = CLI_EXIT_UNREAD;
        if (answered && code == CLI_EXIT_ANSWERED && cli_has(arguments, CLI_EXIT_STATUS) &&
            strcmp(verdict, "permitted") != 0)
            code = CLI_EXIT_REFUSED;
        if (!cli_put_answer(object, cli_has(arguments, CLI_TEXT))) break;
    }
    free(asked);
    cli_lines_close(lines);
    return code;
}

/* Options that only the other form has. */
static bool fits(const struct cli_arguments *arguments) {
    static const enum cli_option of_cases[] = {CLI_STORE,         CLI_TENANT,    CLI_SUPPLEMENT, CLI_CONTRACT_END,
                                               CLI_PROGRAMME_END, CLI_FINAL_CLAIM, CLI_RETENTION, CLI_FACT};
    for (size_t i = 0; i < sizeof of_cases / sizeof of_cases[0]; i++) {
        if (cli_has(arguments, of_cases[i]))
            return cli_wrong_use(arguments->command, "--%s goes with --as-of", cli_option_rows[of_cases[i]].name);
    }
    return true;
}

int cli_retain(const struct cli_arguments *arguments) {
    if (cli_has(arguments, CLI_AS_OF)) return cli_retain_cases(arguments);
    struct asking asking = {.arguments = arguments, .settings = calloc(arguments->n_given + 1, sizeof(prap_setting))};
    if (asking.settings == NULL) cli_out_of_memory();
    int code = fits(arguments) && cli_settings_read(arguments, asking.settings, &asking.n_settings) ? CLI_EXIT_ANSWERED
                                                                                                    : CLI_EXIT_USE;
    for (size_t i = 1; code == CLI_EXIT_ANSWERED && i < asking.n_settings; i++) {
        for (size_t k = 0; k < i && code == CLI_EXIT_ANSWERED; k++) {
            if (asking.settings[i].policy != asking.settings[k].policy) continue;
            cli_wrong_use(arguments->command, "--policy: policy: a policy is set twice");
            code = CLI_EXIT_USE;
        }
    }
    if (code == CLI_EXIT_ANSWERED) code = answer_lines(&asking);
    free(asking.settings);
    return code;
}
