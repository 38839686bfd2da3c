/* verify.c: prap verify: is what the store holds still what was written? */
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "json-out.h"
#include "output.h"
#include "session.h"

static prap_status hear(void *user, const prap_verify_fault *fault) {
    const struct cli_session *session = user;
    json_t *object = cli_json_new();
    cli_json_set_bytes(object, "case", fault->case_id);
    if (fault->sequence != 0) cli_json_set_number(object, "sequence", (int64_t)fault->sequence);
    cli_json_set_word(object, "fault", PRAP_WORDS_VERIFY_FAULT, fault->fault);
    cli_json_set_word(object, "severity", PRAP_WORDS_SEVERITY, fault->severity);
    cli_json_set_text(object, "text", prap_word_by_number(PRAP_WORDS_VERIFY_FAULT, fault->fault)->meaning);
    cli_put_answer(object, cli_has(session->arguments, CLI_TEXT));
    return PRAP_OK;
}

static void add(prap_verify_report *sum, const prap_verify_report *more) {
    sum->cases += more->cases;
    sum->events += more->events;
    sum->damaged += more->damaged;
    sum->faults += more->faults;
    sum->notices += more->notices;
}

/* One case, or with no name all of them. */
static int verify(struct cli_session *session, const char *name, prap_verify_report *sum) {
    prap_verify_report report = {.size = sizeof report};
    prap_error error = {.size = sizeof error};
    const prap_text case_id = {name, name == NULL ? 0 : strlen(name)};
    if (name != NULL && case_id.n == 0) { /* to the library that would be all of them */
        fprintf(stderr, "prap verify: case: a case id is required (%s)\n", prap_status_name(PRAP_E_REQUIRED));
        return CLI_EXIT_UNREAD;
    }
    const prap_status status =
        prap_engine_verify(session->engine, session->tenant, case_id, hear, session, &report, &error);
    add(sum, &report);
    if (status == PRAP_OK) return report.faults == 0 ? CLI_EXIT_ANSWERED : CLI_EXIT_FAILED;
    cli_say_failure(session, &error);
    return cli_exit_of(status);
}

/* What the file has, beside the records of its cases: pages, indexes, rows, gaps. Of every tenant. */
static prap_status hear_finding(void *user, const prap_sqlite_finding *finding) {
    const struct cli_session *session = user;
    json_t *object = cli_json_new();
    if (finding->key.tenant.n > 0) cli_json_set_bytes(object, "tenant", finding->key.tenant);
    if (finding->key.case_id.n > 0) cli_json_set_bytes(object, "case", finding->key.case_id);
    if (finding->sequence != 0) cli_json_set_number(object, "sequence", (int64_t)finding->sequence);
    cli_json_set_text(object, "finding", finding->name);
    cli_json_set_word(object, "severity", PRAP_WORDS_SEVERITY, PRAP_SEVERITY_BREACH);
    cli_json_set_text(object, "text", finding->text);
    cli_put_answer(object, cli_has(session->arguments, CLI_TEXT));
    return PRAP_OK;
}

/* What the store itself can find; *ret_findings of them were told. */
static prap_status check_store(struct cli_session *session, uint64_t *ret_findings, prap_error *reterr) {
#ifdef PRAP_CLI_POSTGRESQL
    if (session->postgresql != NULL) return prap_postgresql_check(session->postgresql, reterr);
#endif
    return prap_sqlite_examine(session->sqlite, 0, hear_finding, session, ret_findings, reterr);
}

static int check_file(struct cli_session *session) {
    prap_error error = {.size = sizeof error};
    uint64_t findings = 0;
    const prap_status status = check_store(session, &findings, &error);
    if (status == PRAP_OK) return findings == 0 ? CLI_EXIT_ANSWERED : CLI_EXIT_FAILED;
    cli_say_failure(session, &error);
    return CLI_EXIT_FAILED;
}

static void put_sum(const struct cli_session *session, const prap_verify_report *sum, bool whole) {
    json_t *object = cli_json_new();
    cli_json_set(object, "verified", json_boolean(whole && sum->faults == 0));
    cli_json_set_number(object, "cases", (int64_t)sum->cases);
    cli_json_set_number(object, "events", (int64_t)sum->events);
    cli_json_set_number(object, "damaged", (int64_t)sum->damaged);
    cli_json_set_number(object, "faults", (int64_t)sum->faults);
    cli_json_set_number(object, "notices", (int64_t)sum->notices);
    cli_put_answer(object, cli_has(session->arguments, CLI_TEXT));
}

int cli_verify(const struct cli_arguments *arguments) {
    struct cli_session session;
    prap_verify_report sum = {.size = sizeof sum};
    if (!cli_has(arguments, CLI_STORE)) {
        cli_wrong_use(arguments->command, "--store STORE is missing");
        return CLI_EXIT_USE;
    }
    int code = cli_session_open(arguments, CLI_ACCESS_READ, &session);
    if (code == CLI_EXIT_ANSWERED) {
        code = check_file(&session);
        for (size_t i = 0; i < arguments->n_operands || i == 0; i++) {
            const int one = verify(&session, arguments->n_operands == 0 ? NULL : arguments->operands[i], &sum);
            if (one > code) code = one;
        }
        put_sum(&session, &sum, code == CLI_EXIT_ANSWERED);
    }
    cli_session_close(&session);
    return code;
}
