/* retain-in.c: facts of records, from a line, from the command line, and from the file of --retention. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "event-in.h"
#include "json-out.h"
#include "output.h"
#include "retain.h"

#define FILE_BYTES ((size_t)4 << 20) /* longest file of --retention */

static const prap_word *find(const char *name, size_t n) {
    return prap_word_find(PRAP_WORDS_RETENTION_FACT, name, n);
}

bool cli_retention_is_fact(const char *name) {
    return find(name, strlen(name)) != NULL;
}

bool cli_retention_facts_read(const json_t *object, struct cli_retention_facts *facts, struct cli_fault *ret_fault) {
    const char *name;
    json_t *value;
    json_object_foreach((json_t *)(uintptr_t)object, name, value) {
        const prap_word *word = find(name, strlen(name));
        if (word == NULL) continue;
        if (facts->n == PRAP_FACTS_MAX) {
            cli_fault_from_status(ret_fault, PRAP_E_LIMIT, name);
            return false;
        }
        if (!cli_fact_read(word, value, &facts->facts[facts->n], ret_fault)) return false;
        facts->n++;
    }
    return true;
}

/* "30", "true" and "2026-01-31" as JSON would give them. */
static json_t *value_of(const prap_word *word, const char *text) {
    char *end = NULL;
    if (word->detail == PRAP_FACT_TYPE_TRISTATE && strcmp(text, "true") == 0) return json_true();
    if (word->detail == PRAP_FACT_TYPE_TRISTATE && strcmp(text, "false") == 0) return json_false();
    if (word->detail == PRAP_FACT_TYPE_NUMBER && text[0] >= '0' && text[0] <= '9') {
        const long long number = strtoll(text, &end, 10);
        if (*end == '\0') return cli_need(json_integer(number));
    }
    return cli_json_of_text((prap_text){text, strlen(text)});
}

static bool take(const struct cli_arguments *arguments, enum cli_option option, const prap_word *word,
                 const char *text, struct cli_retention_facts *facts) {
    const char *name = cli_option_rows[option].name;
    struct cli_fault fault = {0};
    if (word == NULL) return cli_wrong_use(arguments->command, "--%s: there is no such fact; prap schema lists them", name);
    if (facts->n == PRAP_FACTS_MAX) return cli_wrong_use(arguments->command, "--%s: there are too many", name);
    if (cli_has_fact(facts->facts, facts->n, word->number))
        return cli_wrong_use(arguments->command, "--%s: %s is given twice", name, word->name);
    json_t *value = value_of(word, text);
    const bool read = cli_fact_read(word, value, &facts->facts[facts->n], &fault);
    json_decref(value);
    if (!read) return cli_wrong_use(arguments->command, "--%s: %s", name, fault.message);
    facts->n++;
    return true;
}

static bool take_given(const struct cli_arguments *arguments, const struct cli_given *given,
                       struct cli_retention_facts *facts) {
    static const struct {
        enum cli_option option;
        uint32_t fact;
    } days[] = {{CLI_CONTRACT_END, PRAP_RETENTION_FACT_CONTRACT_UNTIL},
                {CLI_PROGRAMME_END, PRAP_RETENTION_FACT_PROGRAMME_ENDED_ON},
                {CLI_FINAL_CLAIM, PRAP_RETENTION_FACT_FINAL_CLAIM_PAID_ON}};
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        if (given->option != days[i].option) continue;
        return take(arguments, given->option, prap_word_by_number(PRAP_WORDS_RETENTION_FACT, days[i].fact),
                    given->value, facts);
    }
    if (given->option != CLI_FACT) return true;
    const size_t name_bytes = strcspn(given->value, "=");
    if (given->value[name_bytes] == '\0') return cli_wrong_use(arguments->command, "--fact is NAME=VALUE");
    return take(arguments, given->option, find(given->value, name_bytes), given->value + name_bytes + 1, facts);
}

static bool is_file_field(const char *name) {
    return strcmp(name, "cases") == 0 || cli_retention_is_fact(name);
}

/* Every case of the file is read once before anything is asked: a mistake in it must not come up half-way. */
static bool check_cases(const json_t *cases, struct cli_fault *ret_fault) {
    const char *id, *name;
    json_t *about, *value;
    if (cases != NULL && !json_is_object(cases)) {
        cli_fault_set(ret_fault, "type", "cases", "an object of facts by case is wanted");
        return false;
    }
    json_object_foreach((json_t *)(uintptr_t)cases, id, about) {
        struct cli_retention_facts facts = {.n = 0};
        if (!json_is_object(about)) {
            cli_fault_set(ret_fault, "type", "cases", "an object of facts by case is wanted");
            return false;
        }
        json_object_foreach(about, name, value) {
            if (cli_retention_is_fact(name)) continue;
            cli_fault_set(ret_fault, "unknown-field", "cases", "there is no such fact; prap schema lists them");
            return false;
        }
        if (!cli_retention_facts_read(about, &facts, ret_fault)) return false;
    }
    return true;
}

/* The file's bytes, for the caller to free; NULL after a message. */
static char *read_file(const struct cli_arguments *arguments, const char *path, size_t *ret_n) {
    FILE *file = fopen(path, "rb");
    char *bytes = malloc(FILE_BYTES + 1);
    if (bytes == NULL) cli_out_of_memory();
    if (file != NULL) *ret_n = fread(bytes, 1, FILE_BYTES + 1, file);
    const bool read = file != NULL && !ferror(file);
    if (!read) fprintf(stderr, "prap %s: --retention: %s: %s\n", arguments->command->name, path, strerror(errno));
    if (file != NULL) fclose(file);
    if (read) return bytes;
    free(bytes);
    return NULL;
}

static int read_given_file(const struct cli_arguments *arguments, const char *path,
                           struct cli_retention_given *given) {
    struct cli_fault fault = {0};
    size_t n = 0;
    json_t *object = NULL;
    char *bytes = read_file(arguments, path, &n);
    if (bytes == NULL) return CLI_EXIT_FAILED;
    bool read = n <= FILE_BYTES;
    if (!read) cli_fault_from_status(&fault, PRAP_E_LIMIT, "");
    if (read) read = cli_json_read(bytes, n, is_file_field, &object, &fault);
    if (read) read = cli_retention_facts_read(object, &given->all, &fault);
    if (read) read = check_cases(json_object_get(object, "cases"), &fault);
    if (read) given->cases = json_incref(json_object_get(object, "cases"));
    json_decref(object);
    free(bytes);
    if (read) return CLI_EXIT_ANSWERED;
    cli_wrong_use(arguments->command, "--retention: %s%s%s", fault.field, fault.field[0] == '\0' ? "" : ": ",
                  fault.message);
    return CLI_EXIT_USE;
}

int cli_retention_given_open(const struct cli_arguments *arguments, struct cli_retention_given *ret_given) {
    const char *path = cli_value(arguments, CLI_RETENTION);
    ret_given->all.n = 0;
    ret_given->cases = NULL;
    const int code = path == NULL ? CLI_EXIT_ANSWERED : read_given_file(arguments, path, ret_given);
    for (size_t i = 0; code == CLI_EXIT_ANSWERED && i < arguments->n_given; i++) {
        if (!take_given(arguments, &arguments->given[i], &ret_given->all)) return CLI_EXIT_USE;
    }
    return code;
}

void cli_retention_given_close(struct cli_retention_given *given) {
    json_decref(given->cases);
    given->cases = NULL;
}

prap_status cli_retention_about(void *user, prap_text case_id, const prap_fact **ret_facts, size_t *ret_n) {
    struct cli_retention_given *given = user;
    struct cli_fault unused = {0};
    char id[PRAP_ID_BYTES + 1];
    memcpy(id, case_id.bytes, case_id.n);
    id[case_id.n] = '\0';
    given->about.n = 0;
    (void)cli_retention_facts_read(json_object_get(given->cases, id), &given->about, &unused); /* read before */
    *ret_facts = given->about.facts;
    *ret_n = given->about.n;
    return PRAP_OK;
}
