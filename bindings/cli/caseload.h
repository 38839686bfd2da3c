/* caseload.h: what forecast and recompute share: one walk over a caseload, and the lines of it. */
#ifndef PRAP_CLI_CASELOAD_H
#define PRAP_CLI_CASELOAD_H

#include <jansson.h>
#include <stdbool.h>

#include "session.h"

struct cli_caseload {
    struct cli_session *session;
    bool text;
    int worst;             /* exit status of the cases that cannot be judged */
    prap_status first_bad; /* of the first of them */
    prap_caseload_question question;
    prap_caseload_report report;
    prap_deadline_total deadlines[PRAP_CASELOAD_DEADLINES_MAX];
    uint64_t *days; /* NULL, or (until - as_of) * n_deadlines numbers */
};

/* Reads --as-of and --until, and sets a total for each deadline. False after one line on standard error. */
bool cli_caseload_read(const struct cli_arguments *arguments, struct cli_caseload *ret_caseload);

/* Asks, with progress on a terminal. Returns the exit status; when the walk broke off, after saying so. */
int cli_caseload_ask(struct cli_caseload *caseload, bool *ret_whole);

/* The line of a case that cannot be judged. False: this one can. */
bool cli_caseload_put_bad(struct cli_caseload *caseload, const prap_caseload_case *found);

/* The misses of one side, and the name and rule of a deadline's total. */
json_t *cli_json_misses(const prap_miss *misses, uint32_t n);
void cli_json_set_total(json_t *object, const prap_deadline_total *total);

/* standards.c: a line of a measure; and a total for each measure, whose number it returns. */
void cli_put_measure_total(const struct cli_session *session, const prap_measure_total *total, prap_day as_of,
                           prap_day first, prap_day last);
uint32_t cli_measure_totals(prap_measure_total totals[PRAP_MEASURES_MAX]);

#endif
