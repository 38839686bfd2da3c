/*
 * dates.h: the date computations of the guidance, D-01 to D-22 of the rule catalogue: one function over all of them.
 *
 * Each is a row (PRAP_COMPUTATION_*): from an anchor day, or a moment, to a due day under the reading that the policy
 * settings choose, and beside it the prudent day: the earliest due day under any admissible reading, the calendar held
 * fixed. A due day is met by acting at any time on it (AMB-04). Nothing here reads a clock.
 *
 * Thread rule for the whole header: every function is pure and may be called from any thread at any time.
 */
#ifndef PRAP_DATES_H
#define PRAP_DATES_H

#include <stddef.h>
#include <stdint.h>

#include "prap/calendar.h"
#include "prap/day.h"
#include "prap/export.h"
#include "prap/host.h"
#include "prap/moments.h"
#include "prap/rulebook.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What a computation is. Library-owned, never freed. New members are appended. */
typedef struct prap_computation {
    uint32_t size;
    uint32_t number;    /* PRAP_COMPUTATION_* */
    uint32_t rule;      /* for prap_rule_by_number */
    uint32_t policy;    /* PRAP_POLICY_* that chooses between its readings, or 0 */
    const char *id;     /* "D-01"; D-14, D-18 and D-20 are two computations each */
    const char *anchor; /* what the anchor of a question is: "received" */
    const char *second; /* what its second day or moment is, or "" when it has none */
} prap_computation;

enum {
    PRAP_DATE_ALLOW_PROVISIONAL = 1, /* let a count use provisional years; quality says when it did */
    PRAP_DATE_NIGHT_SHIFTS      = 2, /* D-05, D-06: one day more (AMB-12, AMB-13) */
    PRAP_DATE_IN_WORK           = 4  /* D-05: the participant is in work, so that in-work support is counted too */
};

/*
 * One question. New members are appended.
 * anchor, second: what prap_computation calls them. Only D-14 and D-21 need a minute; elsewhere PRAP_MINUTE_NONE is the
 * whole day, and only P-DAY-CUTOFF looks at one. second.day PRAP_DAY_NONE: not known.
 */
typedef struct prap_date_question {
    uint32_t size;
    uint32_t computation; /* PRAP_COMPUTATION_* */
    prap_moment anchor;
    prap_moment second;
    uint32_t flags;       /* PRAP_DATE_* */
    uint32_t service;     /* PRAP_SERVICE_* for D-21, else 0 */
    const prap_window *outages; /* D-21: the service's closures; else when the system cannot be used. Borrowed for the
                                   call; may be NULL when n_outages is 0 */
    size_t n_outages;
} prap_date_question;

/*
 * An answer. New members are appended. A day or moment that does not belong to the computation, or that the calendar
 * does not reach and the due day does not need, is PRAP_DAY_NONE.
 */
typedef struct prap_date_answer {
    uint32_t size;
    uint32_t computation;      /* as asked */
    uint32_t rule;
    uint32_t policy;           /* PRAP_POLICY_* that chose, or 0 */
    int32_t policy_value;      /* its value, or 0 */
    prap_day anchor;           /* counted from: the later of two for D-13, and by policy for D-04 and D-11 */
    prap_day first;            /* D-01 day 1; D-04 converted from; D-05, D-11 to D-13 the first day after; D-06 the due
                                  day; D-07 in force from; D-15 DNA allowed from; D-16 the PRaP14 route opens */
    prap_day due;              /* the day to act by, keep through or start from; D-07 the day of issue */
    prap_day prudent;          /* never after due */
    prap_day alternative;      /* due under another reading: see the computation in docs/guide/deadlines.md */
    prap_day last_working_day; /* on or before due, to plan by */
    prap_day next_working_day; /* on or after due */
    int32_t holds;             /* 1 or 0 where the computation is also a question, else -1: D-08 the given date is
                                  accepted; D-14 the provider must switch, or DWP's is longer than 48 hours; D-18, D-20
                                  a reminder is on; D-19 the referral is recent; D-21 the service is open */
    uint32_t quality;          /* PRAP_COVERAGE_* of all days counted with the calendar */
    uint32_t holiday;          /* D-21: 1 when only a bank holiday is why the service is closed, or would be under the
                                  other reading; D-07: 1 when the day of issue or the Monday is one (AMB-21) */
    prap_moment moment;        /* D-14 the 48 hours are over; D-21 the next opening when it is closed */
    prap_moment other_moment;  /* D-14 and D-21: the same under the other reading of the policy */
    prap_moment last_usable;   /* D-22: the last minute of due that no outage takes, and before due when all are taken */
    uint32_t division;         /* PRAP_DIVISION_* of the calendar */
    uint32_t calendar_hash;
    prap_day edition;          /* of the calendar */
} prap_date_answer;

#ifdef __cplusplus
}
#endif

#endif
