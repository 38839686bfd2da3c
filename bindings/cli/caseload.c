/* caseload.c: see caseload.h. */
#include "caseload.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "json-out.h"
#include "output.h"
#include "progress.h"

bool cli_caseload_read(const struct cli_arguments *arguments, struct cli_caseload *ret_caseload) {
    memset(ret_caseload, 0, sizeof *ret_caseload);
    prap_caseload_question *question = &ret_caseload->question;
    *question = (prap_caseload_question){.size = sizeof *question, .due_by = PRAP_DAY_NONE, .until = PRAP_DAY_NONE,
                                         .first = PRAP_DAY_NONE, .last = PRAP_DAY_NONE};
    if (!cli_day_value(arguments, CLI_AS_OF, &question->as_of)) return false;
    if (cli_has(arguments, CLI_UNTIL)) {
        if (!cli_day_value(arguments, CLI_UNTIL, &question->until)) return false;
        if (question->until <= question->as_of) return cli_wrong_use(arguments->command, "--until is not after --as-of");
        if (question->until - question->as_of > PRAP_CASELOAD_DAYS_MAX)
            return cli_wrong_use(arguments->command, "--until is more than 3660 days after --as-of");
    }
    const uint32_t n = prap_word_count(PRAP_WORDS_DEADLINE);
    for (uint32_t i = 0; i <= n; i++) /* the host's own come last, together */
        ret_caseload->deadlines[i] =
            (prap_deadline_total){.size = sizeof ret_caseload->deadlines[i],
                                  .deadline = i < n ? prap_word_at(PRAP_WORDS_DEADLINE, i)->number : 0};
    question->deadlines = ret_caseload->deadlines;
    question->n_deadlines = n + 1;
    ret_caseload->text = cli_has(arguments, CLI_TEXT);
    return true;
}

static prap_status show_progress(void *user, const prap_caseload_report *so_far) {
    (void)user;
    cli_progress_show("cases", so_far->seen);
    return PRAP_OK;
}

int cli_caseload_ask(struct cli_caseload *caseload, bool *ret_whole) {
    const prap_caseload every = {.size = sizeof every, .every = 1000, .tenant = caseload->session->tenant,
                                 .progress = show_progress};
    prap_error error = {.size = sizeof error};
    caseload->report.size = sizeof caseload->report;
    cli_progress_start();
    const prap_status status = prap_engine_caseload(caseload->session->engine, &every, &caseload->question,
                                                    &caseload->report, &error);
    cli_progress_stop();
    *ret_whole = !cli_walk_broke_off(status, caseload->first_bad, &error);
    if (*ret_whole) return caseload->worst;
    cli_say_failure(caseload->session, &error);
    return cli_exit_of(status);
}

bool cli_caseload_put_bad(struct cli_caseload *caseload, const prap_caseload_case *found) {
    if (found->status == PRAP_OK) return false;
    if (caseload->first_bad == PRAP_OK) caseload->first_bad = found->status;
    const int code = cli_put_bad_case(caseload->session, found->case_id, found->status);
    if (code > caseload->worst) caseload->worst = code;
    return true;
}

json_t *cli_json_misses(const prap_miss *misses, uint32_t n) {
    json_t *list = cli_need(json_array());
    for (uint32_t i = 0; i < n; i++) {
        const prap_deadline *deadline = misses[i].deadline;
        json_t *object = cli_need(json_object());
        cli_json_set_deadline(object, deadline->deadline, deadline->name);
        cli_json_set_day(object, "on", misses[i].on);
        cli_json_set_day(object, "due", deadline->due);
        cli_json_set_day(object, "prudent", deadline->prudent);
        cli_json_set_rule(object, "rule", deadline->rule);
        cli_json_set_word(object, "policy", PRAP_WORDS_POLICY, deadline->policy);
        cli_json_set_definition(object, deadline);
        cli_json_append(list, object);
    }
    return list;
}

void cli_json_set_total(json_t *object, const prap_deadline_total *total) {
    const prap_word *word = prap_word_by_number(PRAP_WORDS_DEADLINE, total->deadline);
    cli_json_set_text(object, "deadline", word == NULL ? "own" : word->name);
    if (word != NULL) cli_json_set_rule(object, "rule", word->rule);
}
