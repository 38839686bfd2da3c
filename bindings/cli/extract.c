/* extract.c: prap extract: the list of data items, one extract held against it, and two extracts compared. */
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "extract-import.h"
#include "extract-out.h"
#include "output.h"

static int list_items(const struct cli_arguments *arguments) {
    if (arguments->n_operands > 1) {
        cli_wrong_use(arguments->command, "items takes no file");
        return CLI_EXIT_USE;
    }
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_DATA_ITEM); i++) {
        json_t *object = cli_extract_item(prap_word_at(PRAP_WORDS_DATA_ITEM, i));
        if (!cli_put_answer(object, cli_has(arguments, CLI_TEXT))) break;
    }
    return CLI_EXIT_ANSWERED;
}

/* The line of a record that could not be read. */
static json_t *error_of(const struct cli_extract_record *record, const struct cli_fault *fault) {
    json_t *object = cli_json_error(record->line, NULL, fault);
    cli_json_set_number(object, "record", (int64_t)record->number);
    return object;
}

static int check_file(const struct cli_arguments *arguments, const struct cli_extract_known *known,
                      const char *name) {
    int code;
    struct cli_extract *extract = cli_extract_open(name, known, &code);
    while (extract != NULL) {
        struct cli_extract_record record;
        struct cli_fault fault;
        prap_data_answer answer = {.verdict = PRAP_VERDICT_PERMITTED};
        const enum cli_extract_read read = cli_extract_next(extract, &record, &fault);
        if (read == CLI_EXTRACT_FAILED) code = CLI_EXIT_FAILED;
        if (read == CLI_EXTRACT_FAILED || read == CLI_EXTRACT_END) break;
        json_t *object = read == CLI_EXTRACT_READ ? cli_extract_new("check", &record) : NULL;
        if (object == NULL || !cli_extract_check(object, &record, &answer, &fault)) {
            json_decref(object);
            object = error_of(&record, &fault);
            code = CLI_EXIT_UNREAD;
        }
        if (code == CLI_EXIT_ANSWERED && answer.verdict != PRAP_VERDICT_PERMITTED &&
            cli_has(arguments, CLI_EXIT_STATUS))
            code = CLI_EXIT_REFUSED;
        if (!cli_put_answer(object, cli_has(arguments, CLI_TEXT))) break;
    }
    cli_extract_close(extract);
    return code;
}

static int check_files(const struct cli_arguments *arguments, const struct cli_extract_known *known) {
    static const char *const standard_input[] = {"", "-"};
    const bool named = arguments->n_operands > 1;
    const char *const *names = named ? arguments->operands : standard_input;
    int code = CLI_EXIT_ANSWERED;
    for (size_t i = 1; i < (named ? arguments->n_operands : 2); i++) {
        const int one = check_file(arguments, known, names[i]);
        if (one > code) code = one;
    }
    return code;
}

/* Which options go with which action; the others are refused. */
static bool check_options(const struct cli_arguments *arguments, bool imports) {
    static const enum cli_option of_imports[] = {CLI_BEFORE, CLI_KNOWN, CLI_KEY, CLI_EVENTS};
    for (size_t i = 0; i < sizeof of_imports / sizeof of_imports[0]; i++) {
        if (imports || !cli_has(arguments, of_imports[i])) continue;
        return cli_wrong_use(arguments->command, "--%s goes with import",
                             cli_option_rows[of_imports[i]].name);
    }
    return true;
}

int cli_extract(const struct cli_arguments *arguments) {
    static const char *const actions[] = {"items", "check", "diff", "import"};
    size_t action = 0;
    struct cli_extract_known known = {.map = NULL};
    while (action < 4 && strcmp(arguments->operands[0], actions[action]) != 0)
        action++;
    if (action == 4) {
        cli_wrong_use(arguments->command, "items, check, diff or import is wanted first");
        return CLI_EXIT_USE;
    }
    if (!check_options(arguments, action == 3)) return CLI_EXIT_USE;
    int code = cli_extract_known(arguments, &known);
    if (code == CLI_EXIT_ANSWERED)
        code = action == 0   ? list_items(arguments)
               : action == 1 ? check_files(arguments, &known)
               : action == 2 ? cli_extract_diff(arguments, &known)
                             : cli_extract_import(arguments, &known);
    json_decref(known.map);
    return code;
}
