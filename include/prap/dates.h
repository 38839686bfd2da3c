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

#include "prap/arrays.h"
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

/*
 * The computation with a number; or with a public name ("meet-record") or an id ("D-02", the first of two), name_bytes
 * long, exact case. NULL when there is none. Their names and meanings are words (PRAP_WORDS_COMPUTATION). Since 0.1.
 */
PRAP_API const prap_computation *prap_computation_by_number(uint32_t number);
PRAP_API const prap_computation *prap_computation_find(const char *name, size_t name_bytes);

enum {
    PRAP_DATE_ALLOW_PROVISIONAL = 1, /* let a count use provisional years; quality says when it did */
    PRAP_DATE_NIGHT_SHIFTS      = 2, /* D-05, D-06: one day more (AMB-12, AMB-13) */
    PRAP_DATE_IN_WORK           = 4  /* D-05: the participant is in work: in-work support is counted too */
};

/*
 * One question. New members are appended. Begin its moments with PRAP_MOMENT_NONE.
 * anchor, second: what prap_computation calls them. D-14 and D-21 need a minute; for the others PRAP_MINUTE_NONE is
 * the whole day, and only P-DAY-CUTOFF looks at one. One with a minute and an offset counts as its day in UK local
 * time. second.day PRAP_DAY_NONE: not known.
 * outages: D-21 when the service is closed; else when the system cannot be used. A window's moment in the hour that
 * comes twice is taken so that the window is longer.
 */
typedef struct prap_date_question {
    uint32_t size;
    uint32_t computation;       /* PRAP_COMPUTATION_* */
    prap_moment anchor;
    prap_moment second;
    uint32_t flags;             /* PRAP_DATE_* */
    uint32_t service;           /* PRAP_SERVICE_* for D-21, else 0 */
    const prap_window *outages; /* borrowed for the call; may be NULL when n_outages is 0 */
    size_t n_outages;           /* at most PRAP_WINDOWS_MAX */
} prap_date_question;

/*
 * An answer. New members are appended. A day that does not belong to the computation, or that the calendar does not
 * reach though the due day does not need it, is PRAP_DAY_NONE; likewise a moment's day.
 */
typedef struct prap_date_answer {
    uint32_t size;             /* set by the caller */
    uint32_t computation;      /* as asked */
    uint32_t rule;
    uint32_t policy;           /* PRAP_POLICY_* that chose, or 0 */
    int32_t policy_value;      /* its value, or 0 */
    prap_day anchor;           /* counted from: the later of two in D-13, and as its policy says in D-04 and D-11 */
    prap_day first;            /* D-01 day 1. D-04 converted from. D-05 and D-11 to D-13 the day after due. D-06 due.
                                  D-07 in force from. D-15 DNA may be entered from. D-16 the PRaP14 route opens */
    prap_day due;              /* the day to act by or to keep through. D-06 the first day of a Re-Referral. D-07 the
                                  day of issue. D-19 the last day of a call. D-13 none while one of its days is unknown */
    prap_day prudent;          /* the earliest under any admissible reading: never after due */
    prap_day alternative;      /* due under the other reading. D-04 the other day of conversion, D-05 15 months on, D-07
                                  when the next code is in force, D-20 one month on */
    prap_day last_working_day; /* on or before due, to plan by */
    prap_day next_working_day; /* on or after due */
    int32_t holds;             /* 1 or 0 where the computation is also a question, else -1. D-08 the given date is
                                  accepted; D-14 the provider must switch, or DWP's outage is longer; D-18 and D-20 a
                                  reminder is on; D-19 the referral is recent; D-21 the service is open */
    uint32_t quality;          /* PRAP_COVERAGE_* of all that was counted with the calendar */
    uint32_t holiday;          /* 1 when a bank holiday is worth a notice: D-07 on the day of issue or in force
                                  (AMB-21), D-21 on the day asked for, a weekday (AMB-24); else 0 */
    prap_moment moment;        /* D-14 when the 48 hours are over. D-21 the next opening, when it is closed */
    prap_moment other_moment;  /* the same under the other reading of the policy */
    prap_moment last_usable;   /* D-22: the last minute, up to the end of due, that no outage takes */
    uint32_t division;         /* PRAP_DIVISION_* of the calendar */
    uint32_t calendar_hash;
    prap_day edition;          /* of the calendar */
} prap_date_answer;

/*
 * Answers one question. calendar, settings (n_settings of them, may be NULL when that is 0; a policy not named keeps
 * its default) and question: borrowed for the call. ret_answer: its size set by the caller, filled only on success.
 * Returns PRAP_OK; PRAP_E_NULL; PRAP_E_SIZE; PRAP_E_WORD (no such computation, service, policy or choice);
 * PRAP_E_TWICE (a policy); PRAP_E_REQUIRED (anchor, its minute, or a second day that the policy counts from);
 * PRAP_E_DAY; PRAP_E_RANGE (flags, minute, offset, setting, a second day or service where there is none, or days that
 * leave the years 1 to 9999); PRAP_E_ORDER (a window that ends before it begins); PRAP_E_LIMIT (outages);
 * PRAP_E_COVERAGE; PRAP_E_GAP; PRAP_E_REPEATED. The error names the field and not the value. Since 0.1.
 */
PRAP_API prap_status prap_date_compute(const prap_calendar *calendar, const prap_setting *settings,
                                       size_t n_settings, const prap_date_question *question,
                                       prap_date_answer *ret_answer, prap_error *reterr);

/*
 * Which due days of n questions move when one calendar takes another's place. Those that move are written in order, as
 * many as there is room for; PRAP_DAY_NONE stands where a calendar does not reach, and what has no answer under either
 * does not move. *ret_n_moved: how many there are, also when there is not room for all.
 * Returns PRAP_OK; PRAP_E_ROOM when more than room days move; and as prap_date_compute, with nothing written, except
 * that a count which leaves a calendar is no failure. Since 0.1.
 */
PRAP_API prap_status prap_dates_moved(const prap_calendar *before, const prap_calendar *after,
                                      const prap_setting *settings, size_t n_settings,
                                      const prap_date_question *questions, size_t n, prap_moved_day *ret_moved,
                                      size_t room, size_t *ret_n_moved, prap_error *reterr);

/* A closure or an outage that the guidance announced. Library-owned, never freed. New members are appended. */
typedef struct prap_announced {
    uint32_t size;
    uint32_t rule;      /* for prap_rule_by_number: its text says what it was for */
    uint32_t service;   /* PRAP_SERVICE_* that was closed, or 0 when it was PRaP itself that could not be used */
    prap_window window;
} prap_announced;

/* The i-th that was announced, latest first, or NULL past the end. Since 0.1. */
PRAP_API const prap_announced *prap_announced_at(uint32_t i);

#ifdef __cplusplus
}
#endif

#endif
