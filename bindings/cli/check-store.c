/*
 * check-store.c: prap check-store: does a store keep the contract? What is committed for it cannot be taken out again, so
 * without --tenant only a file that is not there yet, or the store in memory, is written to.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "commands.h"
#include "json-out.h"
#include "output.h"
#include "session.h"

#define TENANTS "prap-check" /* what the tenants begin with, unless --tenant says otherwise */
#define SQLITE  "sqlite:"

struct checking {
    const struct cli_arguments *arguments;
    struct cli_session first, second;
    bool broke; /* it could not be opened again */
};

static prap_status hear(void *user, const prap_conformance_finding *finding) {
    const struct checking *on = user;
    json_t *object = cli_json_new();
    cli_json_set_word(object, "finding", PRAP_WORDS_CONFORMANCE, finding->finding);
    cli_json_set_word(object, "severity", PRAP_WORDS_SEVERITY, finding->severity);
    if (finding->check != 0) cli_json_set_word(object, "check", PRAP_WORDS_CONFORMANCE_CHECK, finding->check);
    if (finding->key.case_id.n > 0) {
        cli_json_set_bytes(object, "tenant", finding->key.tenant);
        cli_json_set_bytes(object, "case", finding->key.case_id);
    }
    if (finding->sequence != 0) cli_json_set_number(object, "sequence", (int64_t)finding->sequence);
    if (finding->wanted != finding->got) {
        cli_json_set_text(object, "wanted", prap_status_name(finding->wanted));
        const char *got = prap_status_name(finding->got);
        if (got != NULL) cli_json_set_text(object, "got", got);
    }
    cli_json_set_text(object, "text", prap_word_by_number(PRAP_WORDS_CONFORMANCE, finding->finding)->meaning);
    cli_json_set_text(object, "contract", prap_conformance_contract(finding->finding));
    cli_put_answer(object, cli_has(on->arguments, CLI_TEXT));
    return PRAP_OK;
}

static int open_one(const struct checking *on, struct cli_session *session) {
    memset(session, 0, sizeof *session);
    session->arguments = on->arguments;
    return cli_store_open(session, CLI_ACCESS_RECORD);
}

static const prap_store *reopen(void *user) {
    struct checking *on = user;
    cli_store_close(&on->second);
    cli_store_close(&on->first);
    memset(&on->second, 0, sizeof on->second);
    on->broke = open_one(on, &on->first) != CLI_EXIT_ANSWERED;
    return on->broke ? NULL : cli_store_of(&on->first);
}

static bool is_there(const char *store) {
    return strncmp(store, SQLITE, strlen(SQLITE)) != 0 || access(store + strlen(SQLITE), F_OK) == 0;
}

static int put_sum(const struct checking *on, const char *tenant, const prap_conformance_report *report) {
    json_t *object = cli_json_new();
    cli_json_set(object, "conforms", json_boolean(report->breaches == 0));
    cli_json_set_text(object, "tenant", tenant);
    cli_json_set_number(object, "breaches", report->breaches);
    cli_json_set_number(object, "unchecked", report->unchecked);
    cli_json_set_number(object, "checks", report->checks);
    cli_json_set_number(object, "commits", (int64_t)report->commits);
    cli_put_answer(object, cli_has(on->arguments, CLI_TEXT));
    return report->breaches == 0 ? CLI_EXIT_ANSWERED : CLI_EXIT_FAILED;
}

/* shared: there are data that a second handle can have, and that can be opened again. */
static int check(struct checking *on, const char *tenant, bool shared, uint32_t flags) {
    prap_conformance_report report = {.size = sizeof report};
    prap_error error = {.size = sizeof error};
    const prap_conformance host = {.size = sizeof host,
                                   .user = on,
                                   .allocator = &cli_allocator,
                                   .store = cli_store_of(&on->first),
                                   .second = shared ? cli_store_of(&on->second) : NULL,
                                   .prefix = {tenant, strlen(tenant)},
                                   .reopen = shared ? reopen : NULL};
    const prap_status status = prap_conformance_run(&host, 0, flags, hear, on, &report, &error);
    if (status == PRAP_OK) return put_sum(on, tenant, &report);
    if (status == PRAP_E_ID_REUSED) {
        cli_wrong_use(on->arguments->command, "--tenant: %s has cases of an earlier check; name another", tenant);
        return CLI_EXIT_USE;
    }
    if (status == PRAP_E_TEXT) {
        cli_wrong_use(on->arguments->command, "--tenant: %s", error.message);
        return CLI_EXIT_USE;
    }
    cli_say_failure(&on->first, &error);
    return cli_exit_of(status);
}

int cli_check_store(const struct cli_arguments *arguments) {
    struct checking on = {.arguments = arguments};
    const char *store = cli_value(arguments, CLI_STORE), *tenant = cli_value(arguments, CLI_TENANT);
    const bool shared = store != NULL, kept = shared && is_there(store);
    if (kept && tenant == NULL) {
        cli_wrong_use(arguments->command, "what it commits stays there: name a tenant for it with --tenant, or a new file");
        return CLI_EXIT_USE;
    }
    int code = open_one(&on, &on.first);
    if (code == CLI_EXIT_ANSWERED && shared) code = open_one(&on, &on.second);
    if (code == CLI_EXIT_ANSWERED) {
        code = check(&on, tenant == NULL ? TENANTS : tenant, shared, kept ? PRAP_CONFORMANCE_SPARE_EMPTY_TENANT : 0);
    }
    cli_store_close(&on.second);
    cli_store_close(&on.first);
    return code;
}
