/* retain-cases.c: prap retain --as-of: what the cases of a store have made, what of it may go, and what stands against
 * that. One line a case. */
#include <string.h>

#include "asking.h"
#include "json-out.h"
#include "output.h"
#include "retain.h"

struct report {
    struct cli_session *session;
    struct cli_retention_given given;
    prap_retention_terms terms;
    char case_id[PRAP_ID_BYTES + 1]; /* of the case whose records are being listed */
    json_t *records;                 /* NULL: none is */
    bool may_go;                     /* everything of every case */
    prap_status first_bad;
    int worst;
};

static void count(const json_t *records, const char *verdict, json_t *object, const char *key) {
    size_t i, n = 0;
    json_t *record;
    json_array_foreach(records, i, record) {
        if (strcmp(json_string_value(json_object_get(record, "verdict")), verdict) == 0) n++;
    }
    cli_json_set_number(object, key, (int64_t)n);
}

/* The line of the case whose last record has been heard of. */
static void put_case(struct report *report) {
    if (report->records == NULL) return;
    json_t *object = cli_json_new();
    cli_json_set_text(object, "case", report->case_id);
    cli_json_set_day(object, "as_of", report->terms.as_of);
    count(report->records, "permitted", object, "may_go");
    count(report->records, "refused", object, "kept");
    count(report->records, "undecided", object, "undecided");
    cli_json_set(object, "retained", report->records);
    report->records = NULL;
    cli_put_answer(object, cli_has(report->session->arguments, CLI_TEXT));
}

static void begin_case(struct report *report, prap_text case_id) {
    if (report->records != NULL && strlen(report->case_id) == case_id.n &&
        memcmp(report->case_id, case_id.bytes, case_id.n) == 0)
        return;
    put_case(report);
    memcpy(report->case_id, case_id.bytes, case_id.n);
    report->case_id[case_id.n] = '\0';
    report->records = cli_need(json_array());
}

static prap_status hear(void *user, const prap_retained *retained, prap_status status) {
    struct report *report = user;
    if (status != PRAP_OK) {
        put_case(report);
        if (report->first_bad == PRAP_OK) report->first_bad = status;
        const int code = cli_put_bad_case(report->session, retained->case_id, status);
        if (code > report->worst) report->worst = code;
        return PRAP_OK;
    }
    begin_case(report, retained->case_id);
    json_t *object = cli_need(json_object()), *findings = cli_need(json_array());
    cli_json_set_word(object, "record", PRAP_WORDS_RECORD, retained->answer->record);
    cli_json_set_number(object, "events", retained->kept->n_events);
    if (retained->n_over != 0) cli_json_set_number(object, "events_over", retained->n_over);
    cli_json_set_day(object, "first_on", retained->kept->first_on);
    cli_json_set_day(object, "last_on", retained->kept->last_on);
    for (size_t i = 0; i < retained->n_findings; i++) {
        cli_json_append(findings, cli_retention_finding(&retained->findings[i]));
    }
    cli_retention_set_answer(object, retained->answer, findings);
    cli_json_append(report->records, object);
    report->may_go = report->may_go && retained->answer->verdict == PRAP_VERDICT_PERMITTED;
    return PRAP_OK;
}

static int list_case(struct report *report, const char *name) {
    const prap_key key = {report->session->tenant, {name, strlen(name)}};
    prap_error error = {.size = sizeof error};
    const prap_status status =
        prap_engine_retention(report->session->engine, &key, &report->terms, hear, report, &error);
    if (status == PRAP_OK && report->records == NULL) begin_case(report, key.case_id); /* it has made none */
    put_case(report);
    return status == PRAP_OK ? CLI_EXIT_ANSWERED : cli_put_case_error(report->session, key.case_id, status, &error);
}

static int list_all(struct report *report) {
    prap_error error = {.size = sizeof error};
    const prap_status status = prap_engine_retention_walk(report->session->engine, report->session->tenant,
                                                          &report->terms, hear, report, &error);
    put_case(report);
    if (!cli_walk_broke_off(status, report->first_bad, &error)) return report->worst;
    cli_say_failure(report->session, &error);
    return cli_exit_of(status);
}

static int list(struct report *report) {
    const struct cli_arguments *arguments = report->session->arguments;
    if (arguments->n_operands == 0) return list_all(report);
    int worst = CLI_EXIT_ANSWERED;
    for (size_t i = 0; i < arguments->n_operands; i++) {
        const int code = list_case(report, arguments->operands[i]);
        if (code > worst) worst = code;
    }
    return worst;
}

int cli_retain_cases(const struct cli_arguments *arguments) {
    struct cli_session session;
    struct report report = {.session = &session, .may_go = true};
    report.terms = (prap_retention_terms){.size = sizeof report.terms, .about = cli_retention_about,
                                          .user = &report.given, .facts = report.given.all.facts};
    if (!cli_day_value(arguments, CLI_AS_OF, &report.terms.as_of)) return CLI_EXIT_USE;
    int code = cli_retention_given_open(arguments, &report.given);
    report.terms.n_facts = report.given.all.n;
    if (code == CLI_EXIT_ANSWERED) {
        code = cli_session_open_asked(arguments, &session);
        if (code == CLI_EXIT_ANSWERED || code == CLI_EXIT_UNREAD) {
            const int listed = list(&report);
            if (listed > code) code = listed;
        }
        cli_session_close(&session);
    }
    cli_retention_given_close(&report.given);
    if (code == CLI_EXIT_ANSWERED && !report.may_go && cli_has(arguments, CLI_EXIT_STATUS)) return CLI_EXIT_REFUSED;
    return code;
}
