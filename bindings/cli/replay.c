/* replay.c: prap replay and preview. One answer for each line, in order; a bad line stops only itself. */
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "event-in.h"
#include "json-out.h"
#include "lines.h"
#include "output.h"
#include "progress.h"
#include "session.h"

struct run {
    struct cli_session *session;
    struct cli_lines *lines;
    bool quiet;   /* only the caseload is wanted, not the answers */
    bool refused; /* something was not permitted */
    bool unread;  /* a line could not be answered */
    bool failed;  /* a case or the store failed */
    bool stopped; /* the store failed, or nobody reads the answers: no use in going on */
    uint64_t seen;
};

/* Puts the error in the line's place, and says it to a person. */
static void put_error(struct run *run, const json_t *id, const struct cli_fault *fault) {
    const struct cli_arguments *arguments = run->session->arguments;
    fprintf(stderr, "prap %s: %s:%llu: %s%s%s (%s)\n", arguments->command->name, cli_lines_name(run->lines),
            (unsigned long long)run->lines->number, fault->field, fault->field[0] == '\0' ? "" : ": ",
            fault->message, fault->code);
    if (run->quiet) return;
    json_t *object = cli_json_error(run->lines->number, id, fault);
    if (!cli_put_answer(object, cli_has(arguments, CLI_TEXT))) run->stopped = true;
}

static void put_answer(struct run *run, const struct cli_event *event) {
    if (run->quiet) return;
    json_t *object =
        cli_json_answer(cli_json_id(event->object), event->command.key.case_id, run->session->answer);
    if (prap_answer_summary(run->session->answer)->verdict != PRAP_VERDICT_PERMITTED) run->refused = true;
    if (!cli_put_answer(object, cli_has(run->session->arguments, CLI_TEXT))) run->stopped = true;
}

/* Submits the event of a line that could be read. In preview the engine's store is the overlay. */
static void judge(struct run *run, const struct cli_event *event) {
    prap_error error = {.size = sizeof error};
    const prap_status status =
        prap_engine_submit(run->session->engine, &event->command, run->session->answer, &error);
    if (status == PRAP_OK) {
        put_answer(run, event);
        return;
    }
    struct cli_fault fault;
    cli_fault_from_error(&fault, &error);
    put_error(run, cli_json_id(event->object), &fault);
    if (cli_exit_of(status) == CLI_EXIT_UNREAD) {
        run->unread = true;
        return;
    }
    run->failed = true;
    cli_say_failure(run->session, &error);
    if (cli_is_store_failure(status)) {
        fprintf(stderr, "prap %s: stopped at %s:%llu; what was answered before it stands\n",
                run->session->arguments->command->name, cli_lines_name(run->lines),
                (unsigned long long)run->lines->number);
        run->stopped = true;
    }
}

static void answer_line(struct run *run, enum cli_line line) {
    struct cli_event event;
    struct cli_fault fault;
    if (line == CLI_LINE_TOO_LONG) {
        run->unread = true;
        cli_fault_set(&fault, prap_status_name(PRAP_E_LIMIT), "", "a line has at most 65536 bytes");
        put_error(run, NULL, &fault);
        return;
    }
    if (cli_event_read(run->lines->bytes, run->lines->n, run->session->tenant, &event, &fault)) {
        judge(run, &event);
    } else {
        run->unread = true;
        put_error(run, cli_json_id(event.object), &fault);
    }
    cli_event_release(&event);
}

static void answer_lines(struct run *run) {
    cli_progress_start();
    while (!run->stopped) {
        const enum cli_line line = cli_lines_next(run->lines);
        if (line == CLI_LINE_FAILED) run->failed = run->stopped = true;
        if (line == CLI_LINE_FAILED || line == CLI_LINE_END) break;
        answer_line(run, line);
        run->seen++;
        cli_progress_show("lines", run->seen);
    }
    cli_progress_stop();
}

/* Turns what is unstarted on its day 60 to automatic DNA, as time itself would have. */
static void sweep(struct run *run, prap_day as_of) {
    prap_sweep_report report = {.size = sizeof report};
    prap_error error = {.size = sizeof error};
    const prap_status status =
        prap_engine_sweep(run->session->engine, run->session->tenant, as_of, &report, &error);
    if (status != PRAP_OK) cli_say_failure(run->session, &error);
    if (status != PRAP_OK || report.failed != 0) run->failed = true;
    if (status != PRAP_OK) return;
    fprintf(stderr, "prap replay: swept: %llu cases seen, %llu turned to automatic DNA, %llu failed\n",
            (unsigned long long)report.seen, (unsigned long long)report.moved,
            (unsigned long long)report.failed);
}

static int run_lines(const struct cli_arguments *arguments, enum cli_access access) {
    struct cli_session session;
    prap_day as_of = PRAP_DAY_NONE;
    if (cli_has(arguments, CLI_SWEEP) && !cli_day_value(arguments, CLI_SWEEP, &as_of)) return CLI_EXIT_USE;
    struct run run = {.session = &session,
                      .lines = cli_lines_open(arguments->operands, arguments->n_operands)};
    if (run.lines == NULL) return CLI_EXIT_FAILED;
    int code = cli_session_open(arguments, access, &session);
    if (code == CLI_EXIT_ANSWERED) {
        answer_lines(&run);
        if (as_of != PRAP_DAY_NONE && !run.stopped) sweep(&run, as_of);
        if (run.refused && cli_has(arguments, CLI_EXIT_STATUS)) code = CLI_EXIT_REFUSED;
        if (run.unread) code = CLI_EXIT_UNREAD;
        if (run.failed) code = CLI_EXIT_FAILED;
    }
    cli_session_close(&session);
    cli_lines_close(run.lines);
    return code;
}

int cli_session_open_asked(const struct cli_arguments *arguments, struct cli_session *ret_session) {
    if (cli_has(arguments, CLI_STORE)) return cli_session_open(arguments, CLI_ACCESS_READ, ret_session);
    const int code = cli_session_open(arguments, CLI_ACCESS_RECORD, ret_session);
    if (code != CLI_EXIT_ANSWERED) return code;
    struct run run = {.session = ret_session, .lines = cli_lines_open(NULL, 0), .quiet = true};
    if (run.lines == NULL) return CLI_EXIT_FAILED;
    answer_lines(&run);
    cli_lines_close(run.lines);
    if (run.failed) return CLI_EXIT_FAILED;
    return run.unread ? CLI_EXIT_UNREAD : CLI_EXIT_ANSWERED;
}

int cli_replay(const struct cli_arguments *arguments) {
    return run_lines(arguments, CLI_ACCESS_RECORD);
}

int cli_preview(const struct cli_arguments *arguments) {
    return run_lines(arguments, CLI_ACCESS_PREVIEW);
}
