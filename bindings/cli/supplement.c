/* supplement.c: reads the file of --supplement; and prap presets, the definitions that a host may copy into one. */
#include "supplement.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "json-out.h"
#include "output.h"

#define MOST_BYTES 65536

static int wrong(const struct cli_arguments *arguments, const struct cli_fault *fault) {
    cli_wrong_use(arguments->command, "--supplement: %s%s%s", fault->field, fault->field[0] == '\0' ? "" : ": ",
                  fault->message);
    return CLI_EXIT_USE;
}

/* The file's bytes, at most one more than there may be. Returns false with errno when it cannot be read. */
static bool read_file(const char *path, char *room, size_t *ret_n) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) return false;
    *ret_n = fread(room, 1, MOST_BYTES + 1, file);
    const int cause = ferror(file) ? errno : 0;
    fclose(file);
    errno = cause;
    return cause == 0;
}

/* A definition as a supplement's file has it. */
static json_t *definition_object(const prap_deadline_definition *one) {
    json_t *object = cli_need(json_object()), *done_by = cli_need(json_array());
    cli_json_set_bytes(object, "name", one->name);
    cli_json_set_word(object, "programme", PRAP_WORDS_PROGRAMME, one->programme);
    cli_json_set_word(object, "fills", PRAP_WORDS_DEADLINE, one->fills);
    cli_json_set_word(object, "anchor", PRAP_WORDS_CASE_DAY, one->anchor);
    cli_json_set_number(object, "n", one->n);
    cli_json_set_word(object, "unit", PRAP_WORDS_UNIT, one->unit);
    cli_json_set(object, "include_day", json_boolean(one->include_day != 0));
    for (size_t i = 0; i < PRAP_DONE_BY_MAX && one->done_by[i] != 0; i++) {
        cli_json_append(done_by, json_string(prap_word_by_number(PRAP_WORDS_CASE_DAY, one->done_by[i])->name));
    }
    cli_json_set(object, "done_by", done_by);
    cli_json_set_day(object, "valid_from", one->valid_from);
    cli_json_set_day(object, "valid_until", one->valid_until);
    cli_json_set_bytes(object, "source", one->source);
    return object;
}

int cli_presets(const struct cli_arguments *arguments) {
    (void)arguments;
    for (uint32_t i = 0; i < prap_preset_count(); i++) {
        json_t *object = cli_json_new();
        cli_json_set_word(object, "defined_by", PRAP_WORDS_DEFINED_BY, PRAP_DEFINED_BY_HOST);
        cli_json_set(object, "definition", definition_object(prap_preset_at(i)));
        cli_put_answer(object, false);
    }
    return CLI_EXIT_ANSWERED;
}

int cli_supplement_open(const struct cli_arguments *arguments, json_t **ret_object,
                        struct cli_supplement *ret_supplement) {
    static char bytes[MOST_BYTES + 1];
    const char *path = cli_value(arguments, CLI_SUPPLEMENT);
    struct cli_fault fault = {.field = ""};
    size_t n;
    *ret_object = NULL;
    if (path == NULL) return CLI_EXIT_ANSWERED;
    if (!read_file(path, bytes, &n)) {
        fprintf(stderr, "prap %s: --supplement: %s: %s\n", arguments->command->name, path, strerror(errno));
        return CLI_EXIT_FAILED;
    }
    json_t *object = n > MOST_BYTES ? NULL : json_loadb(bytes, n, JSON_REJECT_DUPLICATES, NULL);
    if (object == NULL) {
        cli_fault_set(&fault, "json", "", n > MOST_BYTES ? "the file has more than 65536 bytes"
                                                         : "the file is not a JSON object, or has a field twice");
        return wrong(arguments, &fault);
    }
    *ret_object = object;
    return cli_supplement_read(object, ret_supplement, &fault) ? CLI_EXIT_ANSWERED : wrong(arguments, &fault);
}
