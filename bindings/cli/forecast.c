/* forecast.c: prap forecast: what becomes of a caseload if nobody acts. */
#include <stdio.h>
#include <stdlib.h>

#include "caseload.h"
#include "commands.h"
#include "json-out.h"
#include "output.h"

struct forecast {
    struct cli_caseload caseload;
    prap_measure_total now[PRAP_MEASURES_MAX];
    prap_measure_total then[PRAP_MEASURES_MAX];
    bool only_totals;
};

/* The measures that the passing of time changes. */
static json_t *turned_measures(const prap_caseload_case *found) {
    json_t *list = cli_need(json_array());
    for (uint32_t i = 0; i < found->n_measures; i++) {
        const prap_measure *now = &found->measures[PRAP_CASELOAD_NOW][i], *then = &found->measures[PRAP_CASELOAD_THEN][i];
        if (now->result == then->result) continue;
        json_t *object = cli_need(json_object());
        cli_json_set_word(object, "measure", PRAP_WORDS_MEASURE, now->measure);
        cli_json_set_rule(object, "rule", then->rule);
        cli_json_set_word(object, "result", PRAP_WORDS_RESULT, now->result);
        cli_json_set_word(object, "then", PRAP_WORDS_RESULT, then->result);
        cli_json_append(list, object);
    }
    return list;
}

static prap_status visit(void *user, const prap_caseload_case *found) {
    struct forecast *forecast = user;
    const prap_caseload_question *question = &forecast->caseload.question;
    if (cli_caseload_put_bad(&forecast->caseload, found)) return PRAP_OK;
    if (forecast->only_totals || (found->n_misses[0] == 0 && found->turns == 0)) return PRAP_OK;
    json_t *object = cli_json_new();
    cli_json_set_bytes(object, "case", found->case_id);
    cli_json_set_day(object, "as_of", question->as_of);
    cli_json_set_day(object, "until", question->until);
    cli_json_set_word(object, "stage", PRAP_WORDS_STATE, prap_answer_summary(found->sides[PRAP_CASELOAD_NOW])->stage);
    cli_json_set_word(object, "then", PRAP_WORDS_STATE, prap_answer_summary(found->sides[PRAP_CASELOAD_THEN])->stage);
    cli_json_set_word(object, "payment", PRAP_WORDS_PAYMENT, found->payment[0]);
    cli_json_set(object, "misses", cli_json_misses(found->misses[0], found->n_misses[0]));
    cli_json_set(object, "measures", turned_measures(found));
    cli_put_answer(object, forecast->caseload.text);
    return PRAP_OK;
}

/* A line for each day with misses. */
static void put_days(const struct forecast *forecast) {
    const prap_caseload_question *question = &forecast->caseload.question;
    for (prap_day day = question->as_of + 1; day <= question->until; day++) {
        const uint64_t *row = question->days + (size_t)(day - question->as_of - 1) * question->n_deadlines;
        json_t *list = cli_need(json_array());
        for (size_t i = 0; i < question->n_deadlines; i++) {
            if (row[i] == 0) continue;
            json_t *object = cli_need(json_object());
            cli_json_set_total(object, &question->deadlines[i]);
            cli_json_set_number(object, "cases", (int64_t)row[i]);
            cli_json_append(list, object);
        }
        json_t *object = cli_json_new();
        cli_json_set_day(object, "day", day);
        const bool any = json_array_size(list) > 0;
        cli_json_set(object, "misses", list);
        if (any) cli_put_answer(object, forecast->caseload.text);
        else json_decref(object);
    }
}

static void put_totals(const struct forecast *forecast) {
    const prap_caseload_question *question = &forecast->caseload.question;
    const prap_caseload_report *report = &forecast->caseload.report;
    for (size_t i = 0; i < question->n_deadlines; i++) {
        const prap_deadline_total *total = &question->deadlines[i];
        if (total->overdue == 0 && total->misses[0] == 0) continue;
        json_t *object = cli_json_new();
        cli_json_set_total(object, total);
        cli_json_set_day(object, "as_of", question->as_of);
        cli_json_set_day(object, "until", question->until);
        cli_json_set_number(object, "overdue", (int64_t)total->overdue);
        cli_json_set_number(object, "misses", (int64_t)total->misses[0]);
        cli_put_answer(object, forecast->caseload.text);
    }
    for (size_t i = 0; i < question->n_measures; i++)
        cli_put_measure_total(forecast->caseload.session, &forecast->then[i], question->until, PRAP_DAY_NONE,
                              PRAP_DAY_NONE);
    json_t *object = cli_json_new();
    cli_json_set_day(object, "as_of", question->as_of);
    cli_json_set_day(object, "until", question->until);
    cli_json_set_number(object, "cases", (int64_t)(report->judged + report->bad));
    cli_json_set_number(object, "missing", (int64_t)report->missing);
    cli_json_set_number(object, "turned", (int64_t)report->turned);
    cli_json_set_number(object, "unread", (int64_t)report->bad);
    cli_put_answer(object, forecast->caseload.text);
}

static int run(struct forecast *forecast) {
    prap_caseload_question *question = &forecast->caseload.question;
    const size_t n = (size_t)(question->until - question->as_of) * question->n_deadlines;
    bool whole;
    question->days = calloc(n, sizeof *question->days);
    if (question->days == NULL) cli_out_of_memory();
    question->n_days = n;
    question->due_by = question->as_of;
    question->n_measures = cli_measure_totals(forecast->now);
    (void)cli_measure_totals(forecast->then);
    question->measures[PRAP_CASELOAD_NOW] = forecast->now;
    question->measures[PRAP_CASELOAD_THEN] = forecast->then;
    question->visit = visit;
    question->user = forecast;
    const int code = cli_caseload_ask(&forecast->caseload, &whole);
    if (whole) {
        put_days(forecast);
        put_totals(forecast);
    }
    free(question->days);
    return code;
}

int cli_forecast(const struct cli_arguments *arguments) {
    static struct forecast forecast; /* large */
    struct cli_session session;
    if (!cli_caseload_read(arguments, &forecast.caseload)) return CLI_EXIT_USE;
    if (forecast.caseload.question.until == PRAP_DAY_NONE) {
        cli_wrong_use(arguments->command, "--until DAY is needed");
        return CLI_EXIT_USE;
    }
    forecast.only_totals = cli_has(arguments, CLI_TOTALS);
    forecast.caseload.session = &session;
    int code = cli_session_open_asked(arguments, &session);
    if (code == CLI_EXIT_ANSWERED || code == CLI_EXIT_UNREAD) {
        const int asked = run(&forecast);
        if (asked > code) code = asked;
    }
    cli_session_close(&session);
    return code;
}
