/*
 * run-calls.c: puts a file of calls through the C API, and compares what comes back with what each line expects, and with
 * the golden bytes.
 *
 *   run-calls CALLS.jsonl GOLDEN.jsonl    compare; exit 1 when anything differs
 *   run-calls --print CALLS.jsonl         write the answers to standard output
 *
 * tests/calls/README.md says what such a file is.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "call-json.h"
#include "expect-call.h"
#include "failing-allocator.h"

enum { LINE_BYTES = 16384, SETTINGS = 16, CALLS = 32 };

struct run {
    const char *name;
    FILE *calls;
    FILE *golden; /* NULL: print instead */
    struct failing_allocator allocator;
    prap_setting settings[SETTINGS];
    size_t n_settings;
    struct {
        char id[PRAP_ID_BYTES + 1];
        prap_call *call;
    } sessions[CALLS];
    size_t n_sessions;
    unsigned line;
    unsigned failures;
};

static void stop_if(bool wrong, const struct run *run, const char *why) {
    if (!wrong) return;
    fprintf(stderr, "%s:%u: %s\n", run->name, run->line, why);
    exit(2);
}

static json_t *error_json(const struct run *run, const json_t *id, const char *code, const char *field) {
    /* The header is no input: the first input line is line 1. Messages are for people and are not compared. */
    json_t *object = json_pack("{s:i, s:i}", "v", 1, "line", (int)run->line - 1);
    if (json_is_string(id) || json_is_integer(id)) json_object_set(object, "id", (json_t *)id);
    json_object_set_new(object, "error", json_pack("{s:s, s:s}", "code", code, "field", field));
    return object;
}

static prap_call *session_of(struct run *run, const char *id) {
    for (size_t i = 0; i < run->n_sessions; i++) {
        if (strcmp(run->sessions[i].id, id) == 0) return run->sessions[i].call;
    }
    stop_if(run->n_sessions == CALLS || strlen(id) > PRAP_ID_BYTES, run, "too many calls, or too long a name of one");
    const prap_call_setup setup = {.size = sizeof setup,
                                   .calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES),
                                   .settings = run->settings, .n_settings = run->n_settings};
    prap_call *call = NULL;
    stop_if(prap_call_create(&run->allocator.interface, &setup, &call, NULL) != PRAP_OK, run, "no session");
    snprintf(run->sessions[run->n_sessions].id, sizeof run->sessions[0].id, "%s", id);
    run->sessions[run->n_sessions++].call = call;
    return call;
}

/* One input line, without "expect", as its answer. */
static json_t *answer_to(struct run *run, const json_t *input) {
    const json_t *id = json_object_get(input, "id");
    struct call_line read;
    struct call_fault fault;
    if (!call_line_read(input, &read, &fault)) return error_json(run, id, fault.code, fault.field);
    prap_call *call = session_of(run, read.call);
    prap_call_answer answer = {.size = sizeof answer};
    prap_error error = {.size = sizeof error};
    const prap_status status = prap_call_submit(call, &read.event, &answer, &error);
    if (status != PRAP_OK) return error_json(run, id, prap_status_name(status), error.field);
    return call_json(id, read.call, call, &answer, read.event.participant);
}

static void compare_golden(struct run *run, const json_t *answer) {
    char *bytes = json_dumps(answer, JSON_COMPACT);
    stop_if(bytes == NULL, run, "out of memory");
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

static json_t *next_line(struct run *run) {
    static char line[LINE_BYTES];
    if (fgets(line, sizeof line, run->calls) == NULL) return NULL;
    run->line++;
    json_error_t error;
    json_t *object = json_loads(line, JSON_REJECT_DUPLICATES, &error);
    stop_if(object == NULL, run, error.text);
    return object;
}

static void run_line(struct run *run, json_t *input) {
    json_t *expected = json_incref(json_object_get(input, "expect"));
    json_object_del(input, "expect");
    json_t *answer = answer_to(run, input);
    stop_if(answer == NULL, run, "out of memory");
    if (expected == NULL) {
        printf("%s:%u: nothing is expected, so nothing is tested\n", run->name, run->line);
        run->failures++;
    } else if (run->golden != NULL) {
        run->failures += expect_call(run->name, run->line, expected, answer);
    }
    compare_golden(run, answer);
    json_decref(answer);
    json_decref(expected);
}

static void read_policies(struct run *run, const json_t *policies) {
    const char *name;
    json_t *value;
    json_object_foreach((json_t *)policies, name, value) {
        char text[24];
        snprintf(text, sizeof text, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
        const char *word = json_is_string(value) ? json_string_value(value) : text;
        stop_if(run->n_settings == SETTINGS ||
                    prap_setting_parse((prap_text){name, strlen(name)}, (prap_text){word, strlen(word)},
                                       &run->settings[run->n_settings], NULL) != PRAP_OK,
                run, "the header has an unknown policy");
        run->n_settings++;
    }
}

int main(int argc, char **argv) {
    const bool print = argc == 3 && strcmp(argv[1], "--print") == 0;
    static struct run run;
    if (argc != 3) {
        fprintf(stderr, "usage: run-calls CALLS.jsonl GOLDEN.jsonl\n       run-calls --print CALLS.jsonl\n");
        return 2;
    }
    run.name = argv[print ? 2 : 1];
    run.calls = fopen(run.name, "r");
    run.golden = print ? NULL : fopen(argv[2], "r");
    stop_if(run.calls == NULL || (!print && run.golden == NULL), &run, "cannot be read, or has no golden file");
    failing_allocator_init(&run.allocator);
    json_t *header = next_line(&run), *input;
    stop_if(!json_is_string(json_object_get(header, "scenario")), &run, "the first line is no header");
    read_policies(&run, json_object_get(header, "policies"));
    json_decref(header);
    while ((input = next_line(&run)) != NULL) {
        run_line(&run, input);
        json_decref(input);
    }
    for (size_t i = 0; i < run.n_sessions; i++) prap_call_destroy(run.sessions[i].call);
    if (run.allocator.outstanding_bytes != 0 || run.allocator.wrong_releases != 0) run.failures++;
    if (run.golden != NULL && fgetc(run.golden) != EOF) {
        printf("%s: the golden file has more lines than the calls\n", run.name);
        run.failures++;
    }
    fclose(run.calls);
    if (run.golden != NULL) fclose(run.golden);
    return run.failures == 0 ? 0 : 1;
}
