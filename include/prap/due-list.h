/*
 * due-list.h: due days as a file for the programs in which people keep their days: an iCalendar (RFC 5545) that a calendar
 * takes in, and CSV (RFC 4180) that a spreadsheet opens. The texts are the same bytes in every language.
 *
 * A list is written in pieces: its beginning, a piece for each row, its end. What tells of MAPPA, a Special Customer Record,
 * terminal illness or death is left out unless asked for. Of a case there is its id, and nothing of a person.
 *
 * In the calendar a row is an all-day event on its due day, which takes no time from anybody's day. Its UID is made of
 * tenant, case, clock and, of a clock that runs again and again (weekly, f2f4, contact), the day it is counted from; so
 * taking a later list in moves an entry whose due day has moved, and doubles none. SEQUENCE and DTSTAMP are those of the
 * day that the list is of: a later list wins. An entry whose deadline was met meanwhile is in no later list, and stays in
 * the calendar until somebody takes it out.
 *
 * In CSV a cell of text that begins with = + - @ or their full-width forms, which a spreadsheet would take for a formula, and
 * one that begins with an apostrophe, has an apostrophe before it; its reader takes one off again.
 *
 * Pure: no allocation, no state. Any thread.
 */
#ifndef PRAP_DUE_LIST_H
#define PRAP_DUE_LIST_H

#include <stddef.h>
#include <stdint.h>

#include "prap/calendar.h"
#include "prap/export.h"
#include "prap/host.h"
#include "prap/referral.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    PRAP_DUE_FORMAT_ICS = 1, /* iCalendar, RFC 5545 */
    PRAP_DUE_FORMAT_CSV = 2, /* comma-separated values with a heading, RFC 4180 */
};

#define PRAP_DUE_PIECE_BYTES 4096 /* room that is enough for every piece */

/* An unmet deadline of a case. What it points at is borrowed for the call. */
typedef struct prap_due_row {
    uint32_t size;                 /* sizeof(prap_due_row) as compiled */
    uint32_t show_sensitive;       /* 1: also what tells of MAPPA, SCR, terminal illness or death */
    uint32_t stage;                /* PRAP_STATE_* of the case */
    prap_day as_of;                /* the day that the list is of */
    const prap_deadline *deadline; /* with a due day */
    const prap_calendar *calendar; /* by which working_days_left is counted; NULL: it is left empty */
    prap_key key;
} prap_due_row;

/*
 * Write a piece into room, without a NUL behind it; *ret_bytes is its length. Return PRAP_OK; PRAP_E_NULL; PRAP_E_RANGE
 * (format); PRAP_E_LIMIT (room_bytes: PRAP_DUE_PIECE_BYTES is always enough). prap_due_list_row besides: PRAP_NONE: the row is
 * sensitive and was not asked for, and there is no piece; PRAP_E_SIZE; PRAP_E_DAY (as_of, or the deadline has no due day);
 * PRAP_E_TEXT (tenant or case id); PRAP_E_WORD (stage or deadline). rows: how many pieces of rows there were. Since 0.1.
 */
PRAP_API prap_status prap_due_list_begin(uint32_t format, char *room, size_t room_bytes, size_t *ret_bytes);
PRAP_API prap_status prap_due_list_row(uint32_t format, const prap_due_row *row, char *room, size_t room_bytes,
                                       size_t *ret_bytes);
PRAP_API prap_status prap_due_list_end(uint32_t format, uint64_t rows, char *room, size_t room_bytes, size_t *ret_bytes);

#ifdef __cplusplus
}
#endif

#endif
