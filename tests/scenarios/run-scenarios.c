/*
 * run-scenarios.c: puts a scenario file through the C API over a store in memory, and compares what comes
 * back with what each line expects, and with the golden bytes.
 *
 *   run-scenarios SCENARIO.jsonl GOLDEN.jsonl    compare, also many pairs; exit 1 when anything differs
 *   run-scenarios --print SCENARIO.jsonl         write the answers to standard output
 *
 * tests/scenarios/README.md says what a scenario file is.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "answer-json.h"
#include "expect.h"
#include "scenario-in.h"
#include "test-host.h"
#include "supplement-in.h"

enum { LINE_BYTES = 16384, SETTINGS = 16 };

struct run {
    const char *name;
    FILE *scenario;
    FILE *golden; /* NULL: print instead */
    struct test_host host;
    unsigned line; /* in the scenario file */
    unsigned failures;
};

static void out_of_memory_if(bool failed) {
    if (failed) {
        fprintf(stderr, "run-scenarios: out of memory\n");
        exit(2);
    }
}

static json_t *error_json(const struct run *run, const json_t *id, const char *code, const char *field) {
    /* The header is no input: the first input line is line 1. Messages are for people and are not compared.
     */
    json_t *object = json_pack("{s:i, s:i}", "v", 1, "line", (int)run->line - 1);
    if (json_is_string(id) || json_is_integer(id)) json_object_set(object, "id", (json_t *)id);
    json_object_set_new(object, "error", json_pack("{s:s, s:s}", "code", code, "field", field));
    return object;
}

/* One input line, without "expect", as its answer. */
static json_t *answer_to(struct run *run, const json_t *input) {
    const json_t *id = json_object_get(input, "id");
    struct scenario_command read;
    memset(&read, 0, sizeof read);
    struct scenario_fault fault;
    if (!scenario_read(input, &read, &fault)) return error_json(run, id, fault.code, fault.field);
    const prap_status status = test_host_submit(&run->host, &read.command);
    if (status != PRAP_OK) return error_json(run, id, prap_status_name(status), run->host.error.field);
    return answer_json(run->host.answer, id, read.command.key.case_id);
}

static void compare_golden(struct run *run, const json_t *answer) {
    char *bytes = json_dumps(answer, JSON_COMPACT);
    out_of_memory_if(bytes == NULL);
    if (run->golden == NULL) {
        printf("%s\n", bytes);
    } else {
        static char golden[LINE_BYTES];
        const bool read = fgets(golden, sizeof golden, run->golden) != NULL;
        if (read) golden[strcspn(golden, "\n")] = '\0';
        if (!read || strcmp(golden, bytes) != 0) {
            printf("%s:%u: golden differs\n  golden %s\n  answer %s\n", run->name, run->line,
                   read ? golden : "has no such line", bytes);
            run->failures++;
        }
    }
    free(bytes);
}

static void run_line(struct run *run, json_t *input) {
    json_t *expected = json_incref(json_object_get(input, "expect"));
    json_object_del(input, "expect");
    json_t *answer = answer_to(run, input);
    out_of_memory_if(answer == NULL);
    if (expected == NULL) {
        printf("%s:%u: nothing is expected, so nothing is tested\n", run->name, run->line);
        run->failures++;
    } else if (run->golden != NULL) {
        run->failures += expect_compare(run->name, run->line, expected, answer);
    }
    compare_golden(run, answer);
    json_decref(answer);
    json_decref(expected);
}

static json_t *next_line(struct run *run) {
    static char line[LINE_BYTES];
    if (fgets(line, sizeof line, run->scenario) == NULL) return NULL;
    run->line++;
    json_error_t error;
    json_t *object = json_loads(line, JSON_REJECT_DUPLICATES, &error);
    if (object == NULL) {
        fprintf(stderr, "%s:%u: %s\n", run->name, run->line, error.text);
        exit(2);
    }
    return object;
}

/* The header's supplement, or NULL; the command's own reading of it. */
static const prap_supplement *read_supplement(const struct run *run, const json_t *header,
                                              struct cli_supplement *room) {
    const json_t *object = json_object_get(header, "supplement");
    struct cli_fault fault;
    if (object == NULL) return NULL;
    if (cli_supplement_read(object, room, &fault)) return &room->given;
    fprintf(stderr, "%s: the header's supplement: %s: %s\n", run->name, fault.field, fault.message);
    exit(2);
}

/* The header sets the policies and the supplement; everything else is input. */
static void run_file(struct run *run) {
    json_t *header = next_line(run);
    if (header == NULL || !json_is_string(json_object_get(header, "scenario"))) {
        fprintf(stderr, "%s: the first line is no header\n", run->name);
        exit(2);
    }
    prap_setting settings[SETTINGS];
    const int n = scenario_read_policies(json_object_get(header, "policies"), settings, SETTINGS);
    if (n < 0) {
        fprintf(stderr, "%s: the header has an unknown policy\n", run->name);
        exit(2);
    }
    struct cli_supplement supplement;
    test_host_open_every(&run->host, settings, (size_t)n, read_supplement(run, header, &supplement));
    json_decref(header);
    json_t *input;
    while ((input = next_line(run)) != NULL) {
        run_line(run, input);
        json_decref(input);
    }
    const char *complaint = memory_store_complaint(run->host.store);
    if (complaint != NULL) printf("%s: the library broke the store's contract: %s\n", run->name, complaint);
    run->failures += complaint != NULL;
    if (test_host_close(&run->host) != 0) {
        printf("%s: the library kept memory\n", run->name);
        run->failures++;
    }
}

/* golden NULL: the answers are printed. Returns the exit status. */
static int run_one(const char *scenario, const char *golden) {
    struct run run = {.name = scenario, .scenario = fopen(scenario, "r")};
    if (run.scenario == NULL) {
        perror(scenario);
        return 2;
    }
    if (golden != NULL && (run.golden = fopen(golden, "r")) == NULL) {
        perror(golden);
        fclose(run.scenario);
        return 2;
    }
    run_file(&run);
    if (run.golden != NULL && fgetc(run.golden) != EOF) {
        printf("%s: the golden file has more lines than the scenario\n", run.name);
        run.failures++;
    }
    fclose(run.scenario);
    if (run.golden != NULL) fclose(run.golden);
    return run.failures == 0 ? 0 : 1;
}

int main(int argc, char **argv) {
    if (argc == 3 && strcmp(argv[1], "--print") == 0) return run_one(argv[2], NULL);
    if (argc < 3 || argc % 2 == 0) {
        fprintf(stderr, "usage: run-scenarios SCENARIO.jsonl GOLDEN.jsonl [SCENARIO.jsonl GOLDEN.jsonl]...\n"
                        "       run-scenarios --print SCENARIO.jsonl\n");
        return 2;
    }
    int worst = 0;
    for (int i = 1; i < argc; i += 2) {
        const int code = run_one(argv[i], argv[i + 1]);
        if (code > worst) worst = code;
    }
    return worst;
}
