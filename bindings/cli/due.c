/* due.c: prap due: unmet deadlines up to a day, in the order in which they want doing. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "json-out.h"
#include "output.h"
#include "session.h"

struct row {
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
    prap_day last; /* the last due day that is asked for */
    size_t seen_bytes;
    char seen[PRAP_ID_BYTES]; /* the case that was seen last, to say where the walk broke off */
};

static prap_status add_row(struct list *list, prap_text case_id, uint32_t stage,
                           const prap_deadline *deadline) {
    if (list->n == list->room) {
        const size_t room = list->room == 0 ? 256 : list->room * 2;
        struct row *rows = realloc(list->rows, room * sizeof *rows);
        if (rows == NULL) return PRAP_E_NOMEM;
        list->rows = rows;
        list->room = room;
    }
    struct row *row = &list->rows[list->n++];
    *row = (struct row){.deadline = *deadline, .stage = stage, .case_bytes = case_id.n};
    memcpy(row->case_id, case_id.bytes, case_id.n);
    return PRAP_OK;
}

static prap_status visit(void *user, prap_text case_id, const prap_answer *answer) {
    struct list *list = user;
    if (case_id.n > PRAP_ID_BYTES) return PRAP_E_LIMIT;
    list->seen_bytes = case_id.n;
    memcpy(list->seen, case_id.bytes, case_id.n);
    for (uint32_t i = 0; i < prap_answer_deadline_count(answer); i++) {
        const prap_deadline *deadline = prap_answer_deadline_at(answer, i);
        const bool unmet =
            deadline->status == PRAP_DEADLINE_STATUS_OPEN || deadline->status == PRAP_DEADLINE_STATUS_OVERDUE;
        if (!unmet || deadline->due > list->last) continue;
        const prap_status status = add_row(list, case_id, prap_answer_summary(answer)->stage, deadline);
        if (status != PRAP_OK) return status;
    }
    return PRAP_OK;
}

static int compare_rows(const void *a, const void *b) {
    const struct row *left = a, *right = b;
    if (left->deadline.due != right->deadline.due) return left->deadline.due < right->deadline.due ? -1 : 1;
    if (left->deadline.deadline != right->deadline.deadline) {
        return left->deadline.deadline < right->deadline.deadline ? -1 : 1;
    }
    const size_t shorter = left->case_bytes < right->case_bytes ? left->case_bytes : right->case_bytes;
    const int order = memcmp(left->case_id, right->case_id, shorter);
    return order != 0 ? order
                      : (left->case_bytes > right->case_bytes) - (left->case_bytes < right->case_bytes);
}

static json_t *row_object(const struct cli_session *session, const struct list *list, const struct row *row) {
    const prap_deadline *deadline = &row->deadline;
    const prap_calendar *calendar = prap_rulebook_calendar(session->rulebooks[0]);
    int32_t working_days;
    json_t *object = cli_json_new();
    cli_json_set_bytes(object, "case", (prap_text){row->case_id, row->case_bytes});
    cli_json_set_word(object, "deadline", PRAP_WORDS_DEADLINE, deadline->deadline);
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
    return object;
}

/* --within, added to as_of and kept within the days there are. */
static bool read_within(const struct cli_arguments *arguments, struct list *list) {
    const char *text = cli_value(arguments, CLI_WITHIN);
    char *end;
    errno = 0;
    const long within = text == NULL ? 0 : strtol(text, &end, 10);
    if (text != NULL && (end == text || *end != '\0' || errno != 0 || within < 0)) {
        return cli_wrong_use(arguments->command, "--within is a whole number of days, 0 or more");
    }
    list->last = within < PRAP_DAY_MAX - list->as_of ? list->as_of + (prap_day)within : PRAP_DAY_MAX;
    return true;
}

static int list_deadlines(struct cli_session *session, struct list *list) {
    prap_error error = {.size = sizeof error};
    /* Every case: the store knows what is unmet now, but on an earlier day something else may have been. */
    const prap_status status = prap_engine_walk(session->engine, session->tenant, PRAP_DAY_NONE, list->as_of,
                                                session->answer, visit, list, &error);
    if (status != PRAP_OK) {
        cli_say_failure(session, &error);
        fprintf(stderr, "prap due: the list broke off after case \"%.*s\", so nothing is printed\n",
                (int)list->seen_bytes, list->seen);
        return cli_exit_of(status);
    }
    if (list->n != 0) qsort(list->rows, list->n, sizeof *list->rows, compare_rows);
    const bool text = cli_has(session->arguments, CLI_TEXT);
    for (size_t i = 0; i < list->n; i++) {
        if (!cli_put_answer(row_object(session, list, &list->rows[i]), text, NULL)) break;
    }
    return CLI_EXIT_ANSWERED;
}

int cli_due(const struct cli_arguments *arguments) {
    struct cli_session session;
    struct list list = {0};
    if (!cli_day_value(arguments, CLI_AS_OF, &list.as_of)) return CLI_EXIT_USE;
    if (!read_within(arguments, &list)) return CLI_EXIT_USE;
    int code = cli_session_open_asked(arguments, &session);
    if (code == CLI_EXIT_ANSWERED || code == CLI_EXIT_UNREAD) {
        const int listed = list_deadlines(&session, &list);
        if (listed > code) code = listed;
    }
    free(list.rows);
    cli_session_close(&session);
    return code;
}
