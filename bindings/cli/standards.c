/* standards.c: prap standards: the measures of a caseload over a period, or of each case. */
#include <stdio.h>

#include "caseload.h"
#include "commands.h"
#include "json-out.h"
#include "output.h"
#include "session.h"

struct report {
    struct cli_session *session;
    prap_day as_of;
    prap_day first;
    prap_day last;
    bool by_case;
    prap_status first_bad;
    int worst;
};

/* What a case and a total say of a measure before they say how it stands. */
static json_t *measure_object(json_t *object, uint32_t measure, uint32_t rule) {
    cli_json_set_word(object, "measure", PRAP_WORDS_MEASURE, measure);
    cli_json_set_rule(object, "rule", rule);
    return object;
}

static json_t *one_measure(const prap_measure *measure) {
    json_t *object = measure_object(cli_need(json_object()), measure->measure, measure->rule);
    cli_json_set_word(object, "result", PRAP_WORDS_RESULT, measure->result);
    cli_json_set_word(object, "exclusion", PRAP_WORDS_EXCLUSION, measure->exclusion);
    cli_json_set_day(object, "day", measure->day);
    cli_json_set_day(object, "done", measure->done_on);
    if (measure->result == PRAP_RESULT_OPEN)
        cli_json_set_number(object, "working_days_left", measure->working_days_left);
    cli_json_set_word(object, "policy", PRAP_WORDS_POLICY, measure->policy);
    return object;
}

static prap_status visit(void *user, prap_text case_id, const prap_answer *answer, const prap_measure *measures,
                         uint32_t n) {
    struct report *report = user;
    const prap_status status = prap_answer_summary(answer)->status;
    if (status != PRAP_OK) {
        if (report->first_bad == PRAP_OK) report->first_bad = status;
        const int code = cli_put_bad_case(report->session, case_id, status);
        if (code > report->worst) report->worst = code;
        return PRAP_OK;
    }
    if (!report->by_case) return PRAP_OK;
    json_t *object = cli_json_new(), *list = cli_need(json_array());
    cli_json_set_bytes(object, "case", case_id);
    cli_json_set_day(object, "as_of", report->as_of);
    for (uint32_t i = 0; i < n; i++)
        cli_json_append(list, one_measure(&measures[i]));
    cli_json_set(object, "measures", list);
    cli_put_answer(object, cli_has(report->session->arguments, CLI_TEXT));
    return PRAP_OK;
}

static json_t *excluded_array(const prap_measure_total *total) {
    json_t *array = cli_need(json_array());
    for (uint32_t i = 1; i < PRAP_EXCLUSIONS_MAX; i++) {
        if (total->excluded[i] == 0) continue;
        json_t *object = cli_need(json_object());
        cli_json_set_word(object, "exclusion", PRAP_WORDS_EXCLUSION, i);
        cli_json_set_number(object, "cases", (int64_t)total->excluded[i]);
        cli_json_append(array, object);
    }
    return array;
}

void cli_put_measure_total(const struct cli_session *session, const prap_measure_total *total, prap_day as_of,
                           prap_day first, prap_day last) {
    prap_measure_rate rate = {.size = sizeof rate};
    const prap_word *word = prap_word_by_number(PRAP_WORDS_MEASURE, total->measure);
    if (prap_measure_rate_of(total, session->rulebooks[0], &rate) != PRAP_OK) return;
    json_t *object = measure_object(cli_json_new(), total->measure, word->rule);
    cli_json_set_day(object, "as_of", as_of);
    cli_json_set_day(object, "from", first);
    cli_json_set_day(object, "to", last);
    cli_json_set_number(object, "numerator", (int64_t)total->numerator);
    cli_json_set_number(object, "denominator", (int64_t)total->denominator);
    if (rate.per_10000 >= 0) cli_json_set_number(object, "rate", rate.per_10000);
    cli_json_set_number(object, "open", (int64_t)total->open);
    cli_json_set(object, "excluded", excluded_array(total));
    if (rate.target_per_1000 != 0) cli_json_set_number(object, "target", rate.target_per_1000);
    if (rate.kept != PRAP_VALUE_UNKNOWN) cli_json_set(object, "kept", json_boolean(rate.kept == PRAP_VALUE_YES));
    cli_put_answer(object, cli_has(session->arguments, CLI_TEXT));
}

uint32_t cli_measure_totals(prap_measure_total totals[PRAP_MEASURES_MAX]) {
    const uint32_t n = prap_word_count(PRAP_WORDS_MEASURE);
    for (uint32_t i = 0; i < n; i++)
        totals[i] = (prap_measure_total){.size = sizeof totals[i],
                                         .measure = prap_word_at(PRAP_WORDS_MEASURE, i)->number};
    return n;
}

static int measure_all(struct report *report) {
    prap_measure_total totals[PRAP_MEASURES_MAX] = {{0}};
    prap_error error = {.size = sizeof error};
    const uint32_t n = cli_measure_totals(totals);
    const prap_status status =
        prap_engine_measure(report->session->engine, report->session->tenant, report->as_of, report->first,
                            report->last, report->session->answer, totals, n, visit, report, &error);
    if (cli_walk_broke_off(status, report->first_bad, &error)) {
        cli_say_failure(report->session, &error);
        return cli_exit_of(status);
    }
    for (uint32_t i = 0; i < n && !report->by_case; i++)
        cli_put_measure_total(report->session, &totals[i], report->as_of, report->first, report->last);
    return report->worst;
}

/* A day that need not be given. */
static bool read_end(const struct cli_arguments *arguments, enum cli_option option, prap_day *ret_day) {
    *ret_day = PRAP_DAY_NONE;
    return !cli_has(arguments, option) || cli_day_value(arguments, option, ret_day);
}

int cli_standards(const struct cli_arguments *arguments) {
    struct cli_session session;
    struct report report = {.session = &session, .by_case = cli_has(arguments, CLI_BY_CASE)};
    if (!cli_day_value(arguments, CLI_AS_OF, &report.as_of)) return CLI_EXIT_USE;
    if (!read_end(arguments, CLI_FROM, &report.first)) return CLI_EXIT_USE;
    if (!read_end(arguments, CLI_TO, &report.last)) return CLI_EXIT_USE;
    if (report.first != PRAP_DAY_NONE && report.last != PRAP_DAY_NONE && report.last < report.first) {
        cli_wrong_use(arguments->command, "--to is before --from");
        return CLI_EXIT_USE;
    }
    int code = cli_session_open_asked(arguments, &session);
    if (code == CLI_EXIT_ANSWERED || code == CLI_EXIT_UNREAD) {
        const int measured = measure_all(&report);
        if (measured > code) code = measured;
    }
    cli_session_close(&session);
    return code;
}
