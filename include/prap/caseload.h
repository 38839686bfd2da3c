/*
 * caseload.h: questions about every case at once: what is due; who misses what, when and why if nobody acts; what
 * moves under other rulebooks (a holiday proclaimed, a policy read otherwise); how the standards stand. From the
 * engine's store or from an array of snapshots that the host has at hand.
 *
 * One walk answers all that is asked, case by case in order of case id, and tells it as it goes: memory is the same
 * for ten cases and for ten million. It can be stopped anywhere and taken up again after any case.
 *
 * Thread rule: as the engine's. To use several cores make an engine for each and give each a range of case ids
 * (prap_caseload after and until); rulebooks and arrays may be shared, for they are only read. The totals of the
 * parts, added, are those of the whole.
 */
#ifndef PRAP_CASELOAD_H
#define PRAP_CASELOAD_H

#include <stddef.h>
#include <stdint.h>

#include "prap/day.h"
#include "prap/engine.h"
#include "prap/export.h"
#include "prap/host.h"
#include "prap/referral.h"
#include "prap/rulebook.h"
#include "prap/standards.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* One case in an array: what load gives of it. Everything is borrowed. It stands in arrays, so it never grows. */
typedef struct prap_snapshot {
    uint32_t size;     /* sizeof(prap_snapshot) as compiled */
    prap_day next_due; /* as the change that stored it had it; looked at only with PRAP_CASELOAD_BY_INDEX */
    uint64_t version;
    prap_text case_id;
    prap_bytes record; /* the snapshot's bytes */
} prap_snapshot;

/* How far a walk has come, and what it has found. The caller's memory; set size. Members are appended. */
typedef struct prap_caseload_report {
    uint32_t size;        /* sizeof(prap_caseload_report) as compiled */
    uint32_t last_bytes;
    char last[PRAP_ID_BYTES]; /* the last case that was looked at: a walk after it goes on from there; empty: none */
    uint64_t seen;        /* cases looked at or passed over, */
    uint64_t passed_over; /*   of these by their index alone, unread, */
    uint64_t bad;         /*   and that could not be judged: they are in no other number here */
    uint64_t due;         /* cases with an unmet deadline on or before due_by */
    uint64_t missing;     /* cases that come to miss a deadline if nobody acts */
    uint64_t turned;      /* cases whose stage or MAPPA region changes by itself if nobody acts */
    uint64_t differing;   /* cases in which the other rulebooks make a difference */
    uint64_t judged;      /* cases that were judged: something was recorded of them by as_of */
} prap_caseload_report;

/* Told how far a walk has come. Returns PRAP_OK to go on; anything else ends the walk and is returned by it. */
typedef prap_status (*prap_caseload_progress)(void *user, const prap_caseload_report *so_far);

/* Which cases. Everything it points at is borrowed for the length of the call. Members are appended. */
typedef struct prap_caseload {
    uint32_t size;    /* sizeof(prap_caseload) as compiled */
    uint32_t every;   /* progress is told after about so many cases each time; 0: never */
    prap_text tenant; /* whose */
    prap_text after;  /* only case ids greater than this; empty: from the beginning */
    prap_text until;  /* only case ids up to and including this; empty: to the end */
    const prap_snapshot *snapshots; /* ascending by case id, compared as bytes. NULL: the cases of the engine's store */
    size_t n_snapshots;
    prap_caseload_progress progress; /* may be NULL */
    void *user;                      /* of progress */
} prap_caseload;

/* The sides from which a case is looked at: days now and then, rulebooks the engine's and others. */
enum {
    PRAP_CASELOAD_NOW            = 0, /* as of as_of */
    PRAP_CASELOAD_THEN           = 1, /* as of until, from what was recorded by as_of: nobody has acted */
    PRAP_CASELOAD_OTHERWISE      = 2, /* NOW, by the other rulebooks */
    PRAP_CASELOAD_OTHERWISE_THEN = 3, /* THEN, by the other rulebooks */
    PRAP_CASELOAD_SIDES          = 4
};

enum {
    /*
     * Pass over, unread, what the index says (next_due of a change) has nothing unmet on or before the last day that
     * is asked about. Sound while every case was last stored by the rulebooks and calendars that the engine has; the
     * days asked about must not be before the day the case was last recorded, which a case that is passed over cannot
     * say. Not with measures or other rulebooks, nor with EVERY_CASE.
     */
    PRAP_CASELOAD_BY_INDEX = 1,
    PRAP_CASELOAD_EVERY_CASE = 2 /* visit every case, not only those with something to tell */
};

/* A deadline that comes to be missed if nobody acts. It stands in arrays, so it never grows. Borrowed for the visit. */
typedef struct prap_miss {
    uint32_t size;
    prap_day on; /* the first day on which it is missed: the day after the due day, or day 60 when that comes first */
    const prap_deadline *deadline; /* as it stands NOW: its rule, due and prudent day, policy and name */
} prap_miss;

/* A case that has something to tell. Borrowed for the length of the visit. Members are appended. */
typedef struct prap_caseload_case {
    uint32_t size;
    int32_t status;                  /* PRAP_OK; else why it could not be judged, and nothing below is told */
    prap_text case_id;
    const prap_answer *sides[4];     /* by PRAP_CASELOAD_*; NULL: not asked */
    const prap_measure *measures[4]; /* n_measures each, in the order of the totals; NULL: not asked */
    uint32_t n_measures;
    uint32_t due;                    /* deadlines unmet NOW and due on or before due_by */
    const prap_miss *misses[2];      /* THEN and OTHERWISE_THEN, in the order of the answer */
    uint32_t n_misses[2];
    uint32_t payment[2];             /* PRAP_PAYMENT_*: where the case ends by itself until THEN and OTHERWISE_THEN, what
                                        becomes of the payment for its start; else 0 */
    uint32_t differs;                /* 1: the other rulebooks make a difference, NOW to OTHERWISE, as
                                        prap_answer_difference tells it */
    uint32_t turns;                  /* 1: its stage or its MAPPA region changes by itself */
} prap_caseload_case;

/* Returns PRAP_OK to go on; anything else ends the walk and is returned by it. */
typedef prap_status (*prap_visit_caseload)(void *user, const prap_caseload_case *found);

/*
 * One deadline over many cases. The caller's memory: zero it, and set size and deadline. It stands in arrays, so it
 * never grows. A walk adds, so that the parts of a caseload can be counted one after another.
 */
typedef struct prap_deadline_total {
    uint32_t size;     /* sizeof(prap_deadline_total) as compiled */
    uint32_t deadline; /* PRAP_DEADLINE_*; 0: the host's own clocks together */
    uint64_t due;      /* unmet NOW, and due on or before due_by */
    uint64_t overdue;  /*   of these overdue */
    uint64_t misses[2]; /* come to be missed THEN, and OTHERWISE_THEN */
    uint64_t later;    /* NOW to OTHERWISE: due on a later day, */
    uint64_t earlier;  /*   on an earlier day, */
    uint64_t appeared; /*   only under the other rulebooks, */
    uint64_t gone;     /*   only under the engine's, */
    uint64_t restated; /*   with another status */
} prap_deadline_total;

#define PRAP_CASELOAD_DEADLINES_MAX 32 /* most totals of deadlines */
#define PRAP_CASELOAD_DAYS_MAX 3660    /* most days from as_of to until */

/* What is asked. Everything it points at is borrowed for the length of the call. Members are appended. */
typedef struct prap_caseload_question {
    uint32_t size;   /* sizeof(prap_caseload_question) as compiled */
    uint32_t flags;  /* PRAP_CASELOAD_BY_INDEX and so on */
    prap_day as_of;  /* the day asked about; what was recorded later is not seen */
    prap_day due_by; /* unmet deadlines due on or before this day; PRAP_DAY_NONE: not asked */
    prap_day until;  /* after as_of: what becomes of the cases by then if nobody acts; PRAP_DAY_NONE: not asked */
    prap_day first;  /* the period of the measures, both ends included; PRAP_DAY_NONE: no such end */
    prap_day last;
    uint32_t reserved; /* 0 */
    const prap_rulebook *const *rulebooks; /* others to judge by besides the engine's; NULL: not asked */
    size_t n_rulebooks;                    /* at most PRAP_ENGINE_RULEBOOKS, one for each programme */
    prap_deadline_total *deadlines;        /* n_deadlines, each of another deadline; NULL: not asked */
    size_t n_deadlines;
    uint64_t *days;                        /* misses THEN by day and deadline, added to: from the day after as_of to
                                              until, a number for each of deadlines; NULL: not asked */
    size_t n_days;                         /* numbers in it: (until - as_of) * n_deadlines at least */
    prap_measure_total *measures[4];       /* by PRAP_CASELOAD_*: n_measures each, as of prap_engine_measure, of the same
                                              measures in the same order; NULL: not asked */
    size_t n_measures;
    prap_visit_caseload visit;             /* may be NULL: only totals */
    void *user;                            /* of visit */
} prap_caseload_question;

/*
 * Asks a caseload. Each case is read once and judged once for each side that is asked about; it is visited when it has
 * an unmet deadline on or before due_by, comes to miss one, changes by itself, differs under the other rulebooks, has
 * a measure whose day lies in the period, or cannot be judged; with EVERY_CASE always. A case with nothing recorded by
 * as_of is passed over. The totals add it before it is visited.
 *
 * A case that cannot be judged hides no other: it is visited with its status, and the walk returns the first such
 * status at its end, as prap_engine_walk does. Of a snapshot in an array only days on or after its last recorded day
 * can be asked, and an earlier one is PRAP_E_NO_READ of that case; a store needs read for it.
 *
 * *ret_report is set whenever the question itself was in order, also when the walk was stopped or broke off, and its
 * last says where to go on; the case whose visit stopped it is counted and is not visited again.
 *
 * Returns PRAP_OK; PRAP_E_NULL; PRAP_E_SIZE; PRAP_E_REENTRY; PRAP_E_TEXT (tenant, after, until; case_id of a
 * snapshot); PRAP_E_DAY; PRAP_E_ORDER (until not after as_of; last before first; snapshots not ascending); PRAP_E_RANGE
 * (flags that do not go together); PRAP_E_WORD (a deadline or measure that there is not); PRAP_E_TWICE (a deadline, a
 * programme); PRAP_E_LIMIT (too many totals, rulebooks or days); PRAP_E_ROOM (days); PRAP_E_REQUIRED (as_of; days, or totals
 * of a side, without what they are of); PRAP_E_NO_SCAN; when the store broke it off its status, with field "store";
 * what visit or progress returned; the status of the first bad case. Thread rule: as the engine's. Source: rules.md
 * Since 0.1.
 */
PRAP_API prap_status prap_engine_caseload(prap_engine *engine, const prap_caseload *caseload,
                                          const prap_caseload_question *question, prap_caseload_report *ret_report,
                                          prap_error *reterr);

/*
 * Which of n cases have something to do by a day, by their due days alone: next_due[i] is the i-th case's, as the change
 * that stored it had it, PRAP_DAY_NONE for none. It is the index that PRAP_CASELOAD_BY_INDEX looks at, and as sound, as
 * an array of its own, which a host with a caseload in memory can go through many times a second. Writes the i of those
 * whose day is on or before due_by, ascending, as many as there is room for; ret_cases may be NULL when room is 0.
 * *ret_n: how many there are, also when there is not room for all. Returns PRAP_OK; PRAP_E_ROOM when there are more than
 * room, with both written; else, with nothing written, PRAP_E_NULL; PRAP_E_DAY (due_by). Thread rule: pure, from any
 * thread at any time. Source: rules.md X-14. Since 0.1.
 */
PRAP_API prap_status prap_due_scan(const prap_day *next_due, size_t n, prap_day due_by, size_t *ret_cases, size_t room,
                                   size_t *ret_n);

#ifdef __cplusplus
}
#endif

#endif
