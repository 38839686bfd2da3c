/* programme.h: what a programme is made of: rows. Nothing under referral/ or engine/ names a programme. */
#ifndef PRAPI_PROGRAMME_H
#define PRAPI_PROGRAMME_H

#include <stddef.h>
#include <stdint.h>

#include "catalogue/rules.h"
#include "vocabulary/vocabulary.h"

#define PRAPI_ANY 0xFFFFu /* any state, or any event */

enum { PRAPI_ROW_FROM = 4, PRAPI_ROW_GUARDS = 14 };

/*
 * One move. The first row that fits from, event, when and under is the one; all its guards are evaluated and their
 * order is the order of explanation. A row whose to is PRAP_STATE_NONE is a move that the guidance forbids: its
 * guards always hold a reason.
 */
typedef struct prapi_row {
    uint16_t from[PRAPI_ROW_FROM];     /* PRAP_STATE_*, ended by 0, or PRAPI_ANY; {0} is a case that does not exist */
    uint16_t event;                    /* PRAP_EVENT_* or PRAPI_ANY */
    uint16_t to;                       /* PRAP_STATE_*; the same state when nothing moves */
    uint16_t feed;                     /* PRAP_FEED_* after the move, or 0 to keep it */
    uint16_t notices[2];               /* PRAP_NOTICE_* that the move raises, ended by 0 */
    uint16_t when_fact;                /* only when this fact has this value, or 0 */
    uint16_t under_policy;             /* only under this setting, or 0 */
    int32_t when_value;
    int32_t under_choice;
    uint16_t guards[PRAPI_ROW_GUARDS]; /* PRAP_REASON_*, ended by 0 */
    const char *id;                    /* of rules.md section 2: "T-I-11", "F-I-02" */
} prapi_row;

/* The reason that an event is judged by when it gives none. */
typedef struct prapi_default {
    uint16_t event;
    uint16_t reason; /* PRAP_OPTION_* */
} prapi_default;

/* The measures of a programme's clocks. */
typedef struct prapi_clocks {
    int32_t ack_working_days;    /* the day of receipt being day 1 (D-01) */
    int32_t record_working_days; /* meeting and record, from the day made (D-02) */
    int32_t plan_working_days;   /* from the start date (D-03) */
} prapi_clocks;

typedef struct prapi_programme {
    uint32_t number;   /* PRAP_PROGRAMME_* */
    uint32_t document; /* PRAP_DOCUMENT_* whose text the rows are: outside its dates in force every answer says so */
    const prapi_row *rows;
    size_t n_rows;
    const prapi_default *defaults;
    size_t n_defaults;
    prapi_clocks clocks;
} prapi_programme;

/* The programme with a number, or NULL. */
const prapi_programme *prapi_programme_find(uint32_t number);

extern const prapi_programme prapi_ipes;

#endif
