/* call.c: prap call: calls to Provider Direct, one event a line. A session for each call lives as long as the run. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "call-in.h"
#include "call-out.h"
#include "call-plan.h"
#include "commands.h"
#include "lines.h"
#include "output.h"
#include "session.h"

struct call_of_run {
    char *id;
    size_t id_bytes;
    prap_call *call;
};

struct run {
    const struct cli_arguments *arguments;
    struct cli_session session;
    struct call_of_run *calls;
    size_t n;
    size_t room;
    bool refused;
    int code;
};

/* The settings of the rulebook, which are those of --policy over the defaults: one for each policy, to be freed. */
static prap_setting *settings_of(const struct run *run) {
    prap_setting *settings = calloc(prap_word_count(PRAP_WORDS_POLICY), sizeof *settings);
    if (settings == NULL) cli_out_of_memory();
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_POLICY); i++) {
        const uint32_t policy = prap_word_at(PRAP_WORDS_POLICY, i)->number;
        settings[i] = (prap_setting){policy, prap_rulebook_setting(run->session.rulebooks[0], policy)};
    }
    return settings;
}

static prap_status create(struct run *run, prap_call **ret_call, prap_error *reterr) {
    prap_setting *settings = settings_of(run);
    const prap_call_setup setup = {
        .size = sizeof setup,
        .calendar = cli_calendar_of(&run->session.calendars, PRAP_DIVISION_ENGLAND_AND_WALES),
        .settings = settings,
        .n_settings = prap_word_count(PRAP_WORDS_POLICY),
    };
    const prap_status status = prap_call_create(&cli_allocator, &setup, ret_call, reterr);
    free(settings);
    return status;
}

/* The session of a call that has begun, or NULL. The latest is the likeliest. */
static prap_call *find(const struct run *run, prap_text id) {
    for (size_t i = run->n; i > 0; i--) {
        const struct call_of_run *one = &run->calls[i - 1];
        if (one->id_bytes == id.n && memcmp(one->id, id.bytes, id.n) == 0) return one->call;
    }
    return NULL;
}

/* Takes a call over. The identifier is copied. */
static void keep(struct run *run, prap_text id, prap_call *call) {
    if (run->n == run->room) {
        run->room = run->room * 2 + 8;
        run->calls = realloc(run->calls, run->room * sizeof *run->calls);
    }
    char *copy = malloc(id.n + 1);
    if (run->calls == NULL || copy == NULL) cli_out_of_memory();
    memcpy(copy, id.bytes, id.n);
    run->calls[run->n] = (struct call_of_run){copy, id.n, call};
    run->n++;
}

/* The id of a call is echoed, so it is held to what a participant's is: opaque and printable. */
static bool check_id(prap_text id, struct cli_fault *ret_fault) {
    prap_error error = {.size = sizeof error};
    if (prap_call_participant_check(id, &error) == PRAP_OK) return true;
    cli_fault_set(ret_fault, prap_status_name(error.status), "call", error.message);
    return false;
}

static bool answer(struct run *run, const struct cli_call_event *read, json_t **ret_object, struct cli_fault *ret_fault) {
    prap_error error = {.size = sizeof error};
    prap_call_answer found = {.size = sizeof found};
    if (!check_id(read->call, ret_fault)) return false;
    prap_call *call = find(run, read->call);
    const bool begins = call == NULL;
    prap_status status = begins ? create(run, &call, &error) : PRAP_OK;
    if (status == PRAP_OK) status = prap_call_submit(call, &read->event, &found, &error);
    if (status != PRAP_OK) {
        cli_fault_from_error(ret_fault, &error);
        if (begins) prap_call_destroy(call);
        return false;
    }
    if (begins) keep(run, read->call, call);
    if (found.verdict != PRAP_VERDICT_PERMITTED) run->refused = true;
    *ret_object = cli_call_answer(cli_json_id(read->object), read->call, call, &found, read->event.participant);
    return true;
}

/* The answer to a line, or an error in its place. */
static json_t *answer_line(struct run *run, const struct cli_lines *lines, enum cli_line line) {
    struct cli_call_event read = {.object = NULL};
    struct cli_fault fault = {0};
    json_t *object = NULL;
    bool answered = false;
    if (line == CLI_LINE_TOO_LONG) {
        cli_fault_set(&fault, prap_status_name(PRAP_E_LIMIT), "", "a line has at most 65536 bytes");
    } else if (cli_call_event_read(lines->bytes, lines->n, &read, &fault)) {
        answered = answer(run, &read, &object, &fault);
    }
    if (!answered) {
        object = cli_json_error(lines->number, cli_json_id(read.object), &fault);
        fprintf(stderr, "prap call: %s:%llu: %s%s%s (%s)\n", cli_lines_name(lines), (unsigned long long)lines->number,
                fault.field, fault.field[0] == '\0' ? "" : ": ", fault.message, fault.code);
        run->code = run->code < CLI_EXIT_UNREAD ? CLI_EXIT_UNREAD : run->code;
    }
    cli_call_event_release(&read);
    return object;
}

static void answer_lines(struct run *run, struct cli_lines *lines) {
    for (;;) {
        const enum cli_line line = cli_lines_next(lines);
        if (line == CLI_LINE_FAILED) run->code = CLI_EXIT_FAILED;
        if (line == CLI_LINE_FAILED || line == CLI_LINE_END) return;
        if (!cli_put_answer(answer_line(run, lines, line), cli_has(run->arguments, CLI_TEXT))) return;
    }
}

static void release(struct run *run) {
    for (size_t i = 0; i < run->n; i++) {
        prap_call_destroy(run->calls[i].call);
        free(run->calls[i].id);
    }
    free(run->calls);
    cli_session_close(&run->session);
}

/* With --plan MOMENT no call is taken. */
static int plan(struct run *run, struct cli_lines *lines) {
    const char *value = cli_value(run->arguments, CLI_PLAN);
    prap_moment at = PRAP_MOMENT_NONE;
    prap_status status = prap_moment_parse(value, strlen(value), &at);
    prap_instant instant = 0;
    if (status == PRAP_OK) status = prap_moment_to_instant(at, &instant);
    if (status == PRAP_OK) status = prap_moment_from_instant(instant, &at);
    if (status != PRAP_OK) {
        cli_wrong_use(run->arguments->command, "--plan: %s", prap_status_meaning(status));
        return CLI_EXIT_USE;
    }
    prap_setting *settings = settings_of(run);
    const struct cli_desk desk = {cli_calendar_of(&run->session.calendars, PRAP_DIVISION_ENGLAND_AND_WALES), settings,
                                  prap_word_count(PRAP_WORDS_POLICY)};
    const int code = cli_call_plan(run->arguments, &desk, at, lines);
    free(settings);
    return code;
}

int cli_call(const struct cli_arguments *arguments) {
    struct run run = {.arguments = arguments};
    run.code = cli_session_open(arguments, CLI_ACCESS_PREVIEW, &run.session);
    struct cli_lines *lines = NULL;
    if (run.code == CLI_EXIT_ANSWERED) {
        lines = cli_lines_open(arguments->operands, arguments->n_operands);
        if (lines == NULL) run.code = CLI_EXIT_FAILED;
    }
    if (lines != NULL && cli_has(arguments, CLI_PLAN)) run.code = plan(&run, lines);
    else if (lines != NULL) answer_lines(&run, lines);
    cli_lines_close(lines);
    release(&run);
    if (run.code == CLI_EXIT_ANSWERED && run.refused && cli_has(arguments, CLI_EXIT_STATUS)) return CLI_EXIT_REFUSED;
    return run.code;
}
