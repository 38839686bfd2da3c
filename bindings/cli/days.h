/* days.h: the working-day questions, asked on the command line or as JSON Lines. */
#ifndef PRAP_CLI_DAYS_H
#define PRAP_CLI_DAYS_H

#include <stdbool.h>
#include <stdint.h>

#include "calendars.h"
#include "json-in.h"

#define CLI_DAYS_FIELDS 4 /* most that an operation needs */

/* An operation's field. An operation that has fewer than CLI_DAYS_FIELDS has NULL names after them. */
struct cli_days_field {
    const char *name;
    bool is_day; /* else a whole number */
    bool is_text; /* and read by the operation itself */
};

/* One question, and what is known so far. The answer is added to answer, or fault is set. */
struct cli_asked {
    const json_t *object;
    const struct cli_calendars *calendars;
    const struct cli_days_op *op;
    const prap_calendar *calendar;
    uint32_t division;
    uint32_t flags;
    bool why;                        /* with each day of the walk */
    int32_t values[CLI_DAYS_FIELDS]; /* of the operation's fields, days and numbers alike */
    prap_day left_out; /* by the walk, before its first day; PRAP_DAY_NONE: it begins on the day */
    json_t *answer;
    size_t unanswered; /* elements of a list */
    struct cli_fault fault;
};

/* Room for the elements of a question whose fields are lists, and for what the calendar says of each. */
struct cli_elements {
    size_t n;
    bool is_list; /* else one element, of fields that are none */
    int32_t *values[2];
    int32_t *answers;
    uint32_t *qualities;
    prap_status *statuses;
};

struct cli_days_op {
    const char *name;
    struct cli_days_field fields[CLI_DAYS_FIELDS];
    const char *operands;
    const char *meaning;
    bool (*run)(struct cli_asked *asked);
    void (*run_each)(struct cli_asked *asked, struct cli_elements *elements);
};

/* The i-th operation, or NULL past the end; and the one of a name, or NULL. */
const struct cli_days_op *cli_days_op_at(size_t i);
const struct cli_days_op *cli_days_op_find(const char *name);

/*
 * Answers the question of object, a JSON object of the fields of some operation. asked says of object,
 * calendars, division, flags and why what is asked; its answer is a new object when this returns true, and
 * NULL when not.
 */
bool cli_days_ask(struct cli_asked *asked);

/* The same for an operation with run_each: its values are read, asked at once and answered in their order. */
bool cli_days_ask_each(struct cli_asked *asked);
void cli_days_add_each(struct cli_asked *asked, struct cli_elements *elements);
void cli_days_count_each(struct cli_asked *asked, struct cli_elements *elements);
void cli_days_are_each(struct cli_asked *asked, struct cli_elements *elements);
void cli_days_moved_each(struct cli_asked *asked, struct cli_elements *elements);

/* The operations that read their own fields: "second", "policies", "outages", "night_shifts" and "in_work" too. */
bool cli_days_compute(struct cli_asked *asked);
bool cli_days_open(struct cli_asked *asked);

/* Sets "policies" to what --policy says. */
void cli_days_name_policies(json_t *object, const struct cli_arguments *arguments);

/* Answers the lines of standard input. division holds for lines that do not say otherwise; flags and why for
 * all. */
int cli_days_lines(const struct cli_calendars *calendars, uint32_t division, uint32_t flags, bool why);

#endif
