/* what-if.c: prap what-if: events tried on a copy of a case, and what they would change. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "asking.h"
#include "commands.h"
#include "event-in.h"
#include "json-out.h"
#include "lines.h"
#include "output.h"

/* A line: an event that is tried, or why it is not. */
struct one {
    struct cli_event event;
    const char *name; /* of the file */
    uint64_t number;
    bool bad;
    struct cli_fault fault;
};

struct trial {
    struct cli_session *session;
    struct one *all;
    size_t n;
    size_t at; /* the next to be put */
    bool refused;
    bool unread;
};

static struct one *add(struct trial *trial) {
    struct one *grown = realloc(trial->all, (trial->n + 1) * sizeof *grown);
    if (grown == NULL) cli_out_of_memory();
    for (size_t i = 0; i < trial->n; i++)
        grown[i].event.command.facts = grown[i].event.facts; /* they moved with it */
    trial->all = grown;
    grown[trial->n] = (struct one){.bad = false};
    return &grown[trial->n++];
}

/* An id that is a number points into its event, which may have moved. */
static void settle(struct one *one) {
    const json_t *id = json_object_get(one->event.object, "id");
    if (json_is_integer(id)) one->event.command.id = (prap_text){one->event.id_text, strlen(one->event.id_text)};
    one->event.command.facts = one->event.facts;
}

/* Reads every line; false when a file cannot be read. */
static bool read_lines(struct trial *trial, struct cli_lines *lines) {
    enum cli_line line;
    while ((line = cli_lines_next(lines)) == CLI_LINE_READ || line == CLI_LINE_TOO_LONG) {
        struct one *one = add(trial);
        one->name = cli_lines_name(lines);
        one->number = lines->number;
        if (line == CLI_LINE_TOO_LONG) {
            cli_fault_set(&one->fault, prap_status_name(PRAP_E_LIMIT), "", "a line has at most 65536 bytes");
            one->bad = true;
        } else {
            one->bad = !cli_event_read(lines->bytes, lines->n, trial->session->tenant, &one->event, &one->fault);
        }
    }
    for (size_t i = 0; i < trial->n; i++)
        settle(&trial->all[i]);
    return line == CLI_LINE_END;
}

static void put(const struct trial *trial, json_t *object) {
    cli_put_answer(object, cli_has(trial->session->arguments, CLI_TEXT));
}

/* Puts the errors of the lines before the next one that was tried. */
static void put_errors(struct trial *trial) {
    for (; trial->at < trial->n && trial->all[trial->at].bad; trial->at++) {
        const struct one *one = &trial->all[trial->at];
        fprintf(stderr, "prap what-if: %s:%llu: %s%s%s (%s)\n", one->name, (unsigned long long)one->number,
                one->fault.field, one->fault.field[0] == '\0' ? "" : ": ", one->fault.message, one->fault.code);
        put(trial, cli_json_error(one->number, cli_json_id(one->event.object), &one->fault));
        trial->unread = true;
    }
}

static prap_status put_answer(void *user, size_t i, const prap_answer *answer) {
    struct trial *trial = user;
    (void)i;
    put_errors(trial);
    const struct one *one = &trial->all[trial->at++];
    put(trial, cli_json_answer(cli_json_id(one->event.object), one->event.command.key.case_id, answer));
    if (prap_answer_summary(answer)->verdict != PRAP_VERDICT_PERMITTED) trial->refused = true;
    return PRAP_OK;
}

static prap_status count(void *user, size_t i, const prap_answer *answer) {
    (void)answer;
    *(size_t *)user = i + 1;
    return PRAP_OK;
}

static size_t list_commands(const struct trial *trial, const prap_command **commands) {
    size_t n = 0;
    for (size_t i = 0; i < trial->n; i++) {
        if (!trial->all[i].bad) commands[n++] = &trial->all[i].event.command;
    }
    return n;
}

/* The event that stopped a try, the i-th of those tried, is bad for that reason. */
static void mark(struct trial *trial, size_t i, const prap_error *error) {
    for (size_t at = 0; at < trial->n; at++) {
        if (trial->all[at].bad || i-- > 0) continue;
        trial->all[at].bad = true;
        cli_fault_from_error(&trial->all[at].fault, error);
        return;
    }
}

static void put_differences(const struct trial *trial, prap_day as_of, const prap_answer *before,
                            const prap_answer *after) {
    const char *name = trial->session->arguments->operands[0];
    json_t *object = cli_json_new();
    cli_json_set_bytes(object, "case", (prap_text){name, strlen(name)});
    cli_json_set_day(object, "as_of", as_of);
    cli_json_set(object, "differences", cli_json_differences(before, after));
    put(trial, object);
}

/* With no event to try nothing changes; but the case is one that could be asked about, though it need not be there yet. */
static prap_status look_at_case(const struct trial *trial, prap_day as_of, prap_answer *before, prap_error *reterr) {
    const char *name = trial->session->arguments->operands[0];
    const prap_key key = {trial->session->tenant, {name, strlen(name)}};
    const prap_status status = prap_engine_show(trial->session->engine, &key, as_of, before, reterr);
    return status == PRAP_E_NO_CASE ? PRAP_OK : status;
}

/* First finds out, without a word, which events can be tried at all; then answers each line in its place. */
static int try_events(struct trial *trial, prap_day as_of, prap_answer *before) {
    const prap_command **commands = calloc(trial->n + 1, sizeof *commands);
    if (commands == NULL) cli_out_of_memory();
    prap_error error = {.size = sizeof error};
    prap_status status = PRAP_OK;
    size_t n, tried;
    do {
        n = list_commands(trial, commands);
        tried = 0;
        if (n == 0) break;
        status = prap_engine_what_if(trial->session->engine, as_of, commands, n, before, trial->session->answer, count,
                                     &tried, &error);
        if (status != PRAP_OK && cli_exit_of(status) == CLI_EXIT_UNREAD) mark(trial, tried, &error);
    } while (status != PRAP_OK && cli_exit_of(status) == CLI_EXIT_UNREAD);
    if (n > 0 && status == PRAP_OK) {
        status = prap_engine_what_if(trial->session->engine, as_of, commands, n, before, trial->session->answer,
                                     put_answer, trial, &error);
    }
    free(commands);
    if (n == 0) status = look_at_case(trial, as_of, before, &error);
    if (status != PRAP_OK) {
        const char *name = trial->session->arguments->operands[0];
        put_errors(trial);
        return cli_put_case_error(trial->session, (prap_text){name, strlen(name)}, status, &error);
    }
    put_errors(trial);
    put_differences(trial, as_of, before, n > 0 ? trial->session->answer : before);
    if (trial->unread) return CLI_EXIT_UNREAD;
    return trial->refused && cli_has(trial->session->arguments, CLI_EXIT_STATUS) ? CLI_EXIT_REFUSED
                                                                                 : CLI_EXIT_ANSWERED;
}

/* Only events of the case that is named are tried. */
static void keep_to_case(struct trial *trial) {
    const char *name = trial->session->arguments->operands[0];
    for (size_t i = 0; i < trial->n; i++) {
        struct one *one = &trial->all[i];
        const prap_text given = one->event.command.key.case_id;
        if (one->bad || (given.n == strlen(name) && memcmp(given.bytes, name, given.n) == 0)) continue;
        one->bad = true;
        cli_fault_set(&one->fault, prap_status_name(PRAP_E_RANGE), "case", "only events of the case that is asked about");
    }
}

static int run(struct cli_session *session, struct cli_lines *lines, prap_day as_of) {
    struct trial trial = {.session = session};
    prap_answer *before = NULL;
    if (prap_answer_create(&cli_allocator, &before) != PRAP_OK) cli_out_of_memory();
    int code = CLI_EXIT_FAILED;
    if (read_lines(&trial, lines)) {
        keep_to_case(&trial);
        code = try_events(&trial, as_of, before);
    }
    for (size_t i = 0; i < trial.n; i++)
        cli_event_release(&trial.all[i].event);
    free(trial.all);
    prap_answer_destroy(before);
    return code;
}

int cli_what_if(const struct cli_arguments *arguments) {
    struct cli_session session;
    prap_day as_of;
    if (!cli_day_value(arguments, CLI_AS_OF, &as_of)) return CLI_EXIT_USE;
    struct cli_lines *lines = cli_lines_open(arguments->operands + 1, arguments->n_operands - 1);
    if (lines == NULL) return CLI_EXIT_FAILED;
    const enum cli_access access = cli_has(arguments, CLI_STORE) ? CLI_ACCESS_READ : CLI_ACCESS_RECORD;
    int code = cli_session_open(arguments, access, &session);
    if (code == CLI_EXIT_ANSWERED) code = run(&session, lines, as_of);
    cli_session_close(&session);
    cli_lines_close(lines);
    return code;
}
