/*
 * due-list.c: a list of due days as an iCalendar and as CSV: any days and numbers, ids and a host's own words of up to LONGEST
 * bytes, into any room of up to ROOM bytes. Stages, clocks and rules are those below.
 *
 * Part: dates/due-list.c dates/due-csv.c dates/due-ics.c
 * Define: prapi_text_bytes=strlen
 * Options: -eva-auto-loop-unroll 60 -eva-slevel-function escaped:2000,prapi_text_of:400,prap_rule_by_number:3000
 *   -eva-slevel-function prapi_piece_number:200,read_long:500,prapi_text_is_printable:500
 *   -eva-split-return-function read_long:0:2:3:4
 */
#include "any.h"

#include "catalogue/rules.h"
#include "dates/due-list.h"

enum { LONGEST = 4, ROOM = 128 };

static char room[ROOM];

static char id[LONGEST], name[LONGEST + 1], source[LONGEST + 1];

static void write(uint32_t format, const prap_due_row *row) {
    size_t n;
    const size_t bytes = (size_t)any_of(0, ROOM);
    (void)prap_due_list_begin(format, maybe() ? room : NULL, bytes, MAYBE(n));
    (void)prap_due_list_row(format, row, maybe() ? room : NULL, bytes, MAYBE(n));
    (void)prap_due_list_end(format, (uint64_t)any_of(0, 1), room, bytes, &n);
}

static void row_of(uint32_t clock, uint32_t stage, uint32_t rule, size_t n) {
    prap_deadline deadline;
    prap_due_row row;
    ANY(deadline);
    ANY(row);
    deadline.size = sizeof deadline;
    deadline.deadline = clock;
    deadline.rule = rule;
    deadline.status = PRAP_DEADLINE_STATUS_OVERDUE;
    deadline.defined_by = PRAP_DEFINED_BY_HOST;
    deadline.name = LAST(name, n + 1);
    deadline.source = LAST(source, n + 1);
    row.size = sizeof row;
    row.stage = stage;
    row.deadline = &deadline;
    row.calendar = maybe() ? prap_calendar_built_in(PRAP_DIVISION_NORTHERN_IRELAND) : NULL;
    row.key = (prap_key){{LAST(id, n), n}, {LAST(id, n), n}};
    write(PRAP_DUE_FORMAT_ICS, &row);
    write(PRAP_DUE_FORMAT_CSV, &row);
    row.size = (uint32_t)any_of(0, sizeof row);
    deadline.size = any_u32();
    (void)prap_due_list_row(any_u32(), &row, room, 0, NULL);
}

int main(void) {
    size_t n;
    ANY(id);
    ANY(name);
    ANY(source);
    name[LONGEST] = '\0';
    source[LONGEST] = '\0';
    row_of(0, PRAP_STATE_RECEIVED, 0, LONGEST);
    row_of(0, PRAP_STATE_RECEIVED, UINT32_MAX, 1);
    row_of(PRAP_DEADLINE_WEEKLY, PRAP_STATE_IN_WORK, PRAPI_RULE_IPES_3_84, 2);
    row_of(UINT32_MAX, UINT32_MAX, 0, 1);
    (void)prap_due_list_row(PRAP_DUE_FORMAT_CSV, NULL, room, ROOM, &n);
    return 0;
}
