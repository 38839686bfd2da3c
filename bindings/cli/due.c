/* due.c: prap due: unmet deadlines up to a day, in the order in which they want doing. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "due-format.h"
#include "json-out.h"
#include "outages.h"
#include "output.h"
#include "session.h"

struct row {
    prap_status status; /* not PRAP_OK: the case cannot be judged, and there is no deadline */
    prap_deadline deadline;
    uint32_t stage;
    size_t case_bytes;
    char case_id[PRAP_ID_BYTES];
};

struct list {
    struct row *rows;
    size_t n;
    size_t room;
    prap_day as_of;
    prap_day last;         /* the last due day that is asked for */
    prap_status first_bad; /* of the first case that cannot be judged */
    const struct cli_outages *outages; /* of --outages; NULL: not asked */
    struct cli_due_format format;
};

static struct row *add_row(struct list *list, prap_text case_id) {
    if (list->n == list->room) {
        const size_t room = list->room == 0 ? 256 : list->room * 2;
        struct row *rows = realloc(list->rows, room * sizeof *rows);
        if (rows == NULL) cli_out_of_memory();
        list->rows = rows;
        list->room = room;
    }
    struct row *row = &list->rows[list->n++];
    *row = (struct row){.case_bytes = case_id.n};
    memcpy(row->case_id, case_id.bytes, case_id.n);
    return row;
}

static prap_status visit(void *user, prap_text case_id, const prap_answer *answer) {
    struct list *list = user;
    const prap_summary *summary = prap_answer_summary(answer);
    if (summary->status != PRAP_OK) {
        add_row(list, case_id)->status = summary->status;
        if (list->first_bad == PRAP_OK) list->first_bad = summary->status;
    }
    for (uint32_t i = 0; i < prap_answer_deadline_count(answer); i++) {
        const prap_deadline *deadline = prap_answer_deadline_at(answer, i);
        const bool unmet =
            deadline->status == PRAP_DEADLINE_STATUS_OPEN || deadline->status == PRAP_DEADLINE_STATUS_OVERDUE;
        if (!unmet || deadline->due > list->last) continue;
        struct row *row = add_row(list, case_id);
        row->deadline = *deadline;
        row->stage = summary->stage;
    }
    return PRAP_OK;
}

/* By due day, deadline and case; the cases that cannot be judged come last. */
static int compare_rows(const void *a, const void *b) {
    const struct row *left = a, *right = b;
    if ((left->status == PRAP_OK) != (right->status == PRAP_OK)) return left->status == PRAP_OK ? -1 : 1;
    if (left->deadline.due != right->deadline.due) return left->deadline.due < right->deadline.due ? -1 : 1;
    if (left->deadline.deadline != right->deadline.deadline) { /* less 1, so that the host's own are the last */
        return left->deadline.deadline - 1 < right->deadline.deadline - 1 ? -1 : 1;
    }
    if (left->status == PRAP_OK && left->deadline.deadline == 0) {
        const int name = strcmp(left->deadline.name, right->deadline.name);
        if (name != 0) return name;
    }
    const size_t shorter = left->case_bytes < right->case_bytes ? left->case_bytes : right->case_bytes;
    const int order = memcmp(left->case_id, right->case_id, shorter);
    return order != 0 ? order
                      : (left->case_bytes > right->case_bytes) - (left->case_bytes < right->case_bytes);
}

/* D-22: an outage moves no deadline; it can take the end of the day (AMB-94). A clock of the host's own counts too. */
static void set_last_usable(json_t *object, const struct list *list, const prap_calendar *calendar, prap_day due) {
    const prap_date_question question = {
        .size = sizeof question, .computation = PRAP_COMPUTATION_LAST_USABLE,
        .anchor = {due, PRAP_MINUTE_NONE, PRAP_OFFSET_NONE}, .second = PRAP_MOMENT_NONE,
        .outages = list->outages == NULL ? NULL : list->outages->windows,
        .n_outages = list->outages == NULL ? 0 : list->outages->n};
    prap_date_answer found = {.size = sizeof found};
    if (question.n_outages == 0 || prap_date_compute(calendar, NULL, 0, &question, &found, NULL) != PRAP_OK) return;
    if (found.last_usable.day == due && found.last_usable.minute == 24 * 60 - 1) return;
    cli_json_set_moment(object, "last_usable", found.last_usable);
}

static json_t *row_object(const struct cli_session *session, const struct list *list, const struct row *row) {
    const prap_deadline *deadline = &row->deadline;
    const prap_calendar *calendar = prap_rulebook_calendar(session->rulebooks[0]);
    int32_t working_days;
    json_t *object = cli_json_new();
    cli_json_set_bytes(object, "case", (prap_text){row->case_id, row->case_bytes});
    cli_json_set_deadline(object, deadline->deadline, deadline->name);
    cli_json_set_day(object, "due", deadline->due);
    cli_json_set_day(object, "prudent", deadline->prudent);
    cli_json_set_word(object, "status", PRAP_WORDS_DEADLINE_STATUS, deadline->status);
    cli_json_set_number(object, "days_left", (int64_t)deadline->due - list->as_of);
    if (prap_calendar_count_working_days(calendar, list->as_of, deadline->due,
                                         PRAP_CALENDAR_ALLOW_PROVISIONAL, &working_days, NULL) == PRAP_OK) {
        cli_json_set_number(object, "working_days_left", working_days);
    }
    cli_json_set_rule(object, "rule", deadline->rule);
    cli_json_set_word(object, "stage", PRAP_WORDS_STATE, row->stage);
    cli_json_set_day(object, "last_working_day", deadline->last_working_day);
    set_last_usable(object, list, calendar, deadline->due);
    cli_json_set_definition(object, deadline);
    return object;
}

/* --within, added to as_of and kept within the days there are. */
static bool read_within(const struct cli_arguments *arguments, struct list *list) {
    const char *text = cli_value(arguments, CLI_WITHIN);
    errno = 0;
    const long within = text == NULL ? 0 : strtol(text, NULL, 10);
    if (text != NULL && (!cli_is_digits(text) || errno != 0)) {
        return cli_wrong_use(arguments->command, "--within is a whole number of days, 0 or more");
    }
    list->last = within < PRAP_DAY_MAX - list->as_of ? list->as_of + (prap_day)within : PRAP_DAY_MAX;
    return true;
}

static int put_lines(const struct cli_session *session, const struct list *list) {
    const bool text = cli_has(session->arguments, CLI_TEXT);
    int worst = CLI_EXIT_ANSWERED;
    for (size_t i = 0; i < list->n; i++) {
        const struct row *row = &list->rows[i];
        if (row->status == PRAP_OK) {
            cli_put_answer(row_object(session, list, row), text);
            continue;
        }
        const int code = cli_put_bad_case(session, (prap_text){row->case_id, row->case_bytes}, row->status);
        if (code > worst) worst = code;
    }
    return worst;
}

/* A calendar and a sheet have no place for a case that cannot be judged: it is said on standard error only. */
static int put_file(const struct cli_session *session, struct list *list) {
    int worst = CLI_EXIT_ANSWERED;
    list->format.row.as_of = list->as_of;
    list->format.row.calendar = prap_rulebook_calendar(session->rulebooks[0]);
    list->format.row.key.tenant = session->tenant;
    cli_due_format_begin(&list->format);
    for (size_t i = 0; i < list->n; i++) {
        const struct row *row = &list->rows[i];
        const prap_text case_id = {row->case_id, row->case_bytes};
        if (row->status == PRAP_OK) {
            cli_due_format_row(&list->format, case_id, row->stage, &row->deadline);
            continue;
        }
        cli_say_bad_case(session, case_id, row->status);
        const int code = cli_exit_of(row->status);
        if (code > worst) worst = code;
    }
    cli_due_format_end(&list->format);
    return worst;
}

static int list_deadlines(struct cli_session *session, struct list *list) {
    prap_error error = {.size = sizeof error};
    const prap_status status = prap_engine_walk(session->engine, session->tenant, list->last, list->as_of,
                                                session->answer, visit, list, &error);
    if (cli_walk_broke_off(status, list->first_bad, &error)) {
        cli_say_failure(session, &error);
        return cli_exit_of(status);
    }
    if (list->n != 0) qsort(list->rows, list->n, sizeof *list->rows, compare_rows);
    return list->format.format == 0 ? put_lines(session, list) : put_file(session, list);
}

int cli_due(const struct cli_arguments *arguments) {
    struct cli_session session;
    struct list list = {0};
    if (!cli_day_value(arguments, CLI_AS_OF, &list.as_of)) return CLI_EXIT_USE;
    if (!read_within(arguments, &list)) return CLI_EXIT_USE;
    if (!cli_due_format_read(arguments, &list.format)) return CLI_EXIT_USE;
    static struct cli_outages outages;
    int code = cli_outages_open(arguments, &outages);
    if (code != CLI_EXIT_ANSWERED) return code;
    if (cli_value(arguments, CLI_OUTAGES) != NULL) cli_outages_add_announced(&outages, PRAP_SERVICE_PRAP);
    list.outages = &outages;
    code = cli_session_open_asked(arguments, &session);
    if (code == CLI_EXIT_ANSWERED || code == CLI_EXIT_UNREAD) {
        const int listed = list_deadlines(&session, &list);
        if (listed > code) code = listed;
    }
    free(list.rows);
    cli_session_close(&session);
    return code;
}
