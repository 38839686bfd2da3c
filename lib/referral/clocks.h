/* clocks.h: the due days of a case. Pure arithmetic on its days, the rulebook and the calendar. */
#ifndef PRAPI_CLOCKS_H
#define PRAPI_CLOCKS_H

#include "referral/case.h"
#include "referral/rulebook.h"

/* A due day under the rulebook's reading, and the earliest under any admissible one. */
typedef struct prapi_due {
    prap_day anchor;
    prap_day due;
    prap_day prudent;
    prap_day last_working_day;
} prapi_due;

/* Every clock of a case; anchor is PRAP_DAY_NONE where a clock has not been set. */
typedef struct prapi_clock_days {
    prapi_due ack;    /* D-01 */
    prapi_due record; /* D-02: the meeting and the entry have the same one */
    prapi_due auto60; /* D-04: the last safe day for an entry */
    prapi_due plan;   /* D-03 */
    prapi_due allot;  /* D-05: the last day of the allotted time */
    prapi_due weekly; /* D-18 */
    prapi_due f2f4;   /* D-18 */
    prapi_due mappa15; /* D-15 */
    prapi_due mappa28; /* D-16 */
    prapi_due contact; /* 3.21 */
    prapi_due pay5;    /* D-17 */
    prapi_due cancel;  /* promptly after a back-out (AMB-25) */
    prapi_due at_once; /* on the day of the request (AMB-25) */
    prapi_due erase;   /* D-10 */
    prapi_due chase;   /* so many days before it (AMB-73) */
    prapi_due withdrawn; /* promptly after a withdrawal (AMB-25) */
    prap_day day_60;  /* the day on which PRaP turns an unstarted referral to DNA */
} prapi_clock_days;

/* A question of lib/dates about one day, under the settings' readings. PRAP_OK, or why there is no answer. */
prap_status prapi_due_of(const prap_calendar *calendar, const int32_t settings[], uint32_t computation, prap_day anchor,
                         prapi_due *ret_due);

/* Returns PRAP_OK, or PRAP_E_COVERAGE when a count leaves the calendar. */
prap_status prapi_clocks_run(const prap_rulebook *rulebook, const prapi_case *state, prapi_clock_days *ret_days);

/*
 * Is an outage that is expected to end then 48 hours or longer (D-14, AMB-20)? Minutes of the day, UK local time, that
 * its clocks show once. Where 48 hours would leave the years that can be written, it is not.
 */
bool prapi_outage_is_long(const prap_rulebook *rulebook, prap_day on, int32_t at, prap_day end_on, int32_t end_at);

/* Do two cases agree in everything that prapi_clocks_run looks at, so that their clocks are the same? */
bool prapi_clocks_agree(const prapi_case *a, const prapi_case *b);

/* The stage as of a day: what is recorded, or AUTO_DNA when day 60 has passed over an unstarted referral (3.73a). */
uint32_t prapi_stage_as_of(const prapi_case *state, const prapi_clock_days *days, prap_day as_of);

/* A region as of a day: what is recorded, or REVIEW when 28 days have passed over a light touch (3.98). */
uint32_t prapi_region_as_of(const prapi_case *state, const prapi_clock_days *days, uint32_t region, prap_day as_of);

/* Is the case handled outside PRaP (3.84)? */
bool prapi_case_is_clerical(const prapi_case *state);

/*
 * Writes the deadlines of the case as of a day into the answer, the host's own among them: of those a count may leave
 * the calendar, which is PRAP_E_COVERAGE; else PRAP_OK.
 */
prap_status prapi_deadlines_list(const prap_rulebook *rulebook, const prapi_case *state, const prapi_clock_days *days,
                                 prap_day as_of, prap_answer *answer);

/* The earliest due day among the deadlines that are open or overdue, or PRAP_DAY_NONE. */
prap_day prapi_deadlines_next_due(const prap_answer *answer);

#endif
