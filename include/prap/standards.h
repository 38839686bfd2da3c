/*
 * standards.h: how we are doing: the customer service standards and the adverse measures, for one case and over a
 * period.
 *
 * A standard has no target of its own in the guidance (AMB-98): it is met or missed case by case, and a rate has its
 * numerator, its denominator and what was left out, each for a reason. The policy css-target names a target.
 * Thread rule: pure functions; any thread, each with its own structs.
 */
#ifndef PRAP_STANDARDS_H
#define PRAP_STANDARDS_H

#include <stdint.h>

#include "prap/day.h"
#include "prap/engine.h"
#include "prap/export.h"
#include "prap/referral.h"
#include "prap/rulebook.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* One measure of one case, as of the answer's day. The caller's memory; set size before the call.
   It stands in arrays, so it never grows. */
typedef struct prap_measure {
    uint32_t size;             /* sizeof(prap_measure) as compiled */
    uint32_t measure;          /* PRAP_MEASURE_* */
    uint32_t result;           /* PRAP_RESULT_*: MET, MISSED, OPEN or EXCLUDED; of an adverse measure PRESENT, ABSENT,
                                  OPEN or EXCLUDED */
    uint32_t exclusion;        /* PRAP_EXCLUSION_*: why it is excluded, else 0 */
    uint32_t rule;             /* for prap_rule_by_number */
    uint32_t policy;           /* PRAP_POLICY_* whose setting decided, or 0 */
    prap_day day;              /* the due day of a standard; the day on which an adverse measure is settled; where there
                                  is neither, the day the referral was made; PRAP_DAY_NONE when there is none */
    prap_day done_on;          /* the day it was done, or PRAP_DAY_NONE */
    int32_t working_days_left; /* OPEN standards: after the answer's day, up to and including the due day; else 0 */
    uint32_t reserved;         /* 0 */
} prap_measure;

/*
 * How a case stands in one measure (PRAP_MEASURE_*), from an answer of prap_engine_show or prap_engine_walk and the
 * rulebook that judged it. Returns PRAP_OK; PRAP_E_NULL; PRAP_E_SIZE; PRAP_E_WORD (no such measure); PRAP_E_RANGE (the
 * answer is empty, or of another rulebook's programme); PRAP_E_COVERAGE (the days left, by another calendar than the
 * answer's). Since 0.1.
 */
PRAP_API prap_status prap_measure_case(const prap_answer *answer, const prap_rulebook *rulebook, uint32_t measure,
                                       prap_measure *ret_measure);

#define PRAP_EXCLUSIONS_MAX 16 /* room for PRAP_EXCLUSION_* as an index of excluded */

/* One measure over many cases. The caller's memory: zero it, and set size and measure.
   It stands in arrays, so it never grows. */
typedef struct prap_measure_total {
    uint32_t size;                             /* sizeof(prap_measure_total) as compiled */
    uint32_t measure;                          /* PRAP_MEASURE_* */
    uint64_t numerator;                        /* MET, or of an adverse measure PRESENT */
    uint64_t denominator;                      /* MET and MISSED, or PRESENT and ABSENT */
    uint64_t open;                             /* not yet due: in neither */
    uint64_t excluded[16];                     /* by PRAP_EXCLUSION_*: in neither */
} prap_measure_total;

/*
 * Counts one measure of one case into the total of the same measure when its day lies in the period, both ends
 * included; a case without a day only in an endless period. first or last PRAP_DAY_NONE: no such end.
 * Returns PRAP_OK; PRAP_E_NULL; PRAP_E_SIZE; PRAP_E_WORD (they are of different measures); PRAP_E_RANGE (a result or
 * an exclusion that there is not); PRAP_E_ORDER (last is before first). Since 0.1.
 */
PRAP_API prap_status prap_measure_add(prap_measure_total *total, const prap_measure *measure, prap_day first,
                                      prap_day last);

/* A total as a rate. The caller's memory; set size before the call. */
typedef struct prap_measure_rate {
    uint32_t size;         /* sizeof(prap_measure_rate) as compiled */
    uint32_t policy;       /* PRAP_POLICY_* that sets the target, or 0: none can be set */
    int32_t per_10000;     /* numerator in 10,000 of the denominator, rounded down; -1 when the denominator is 0 */
    int32_t target_per_1000; /* 0: none is set. Of a standard the least, of an adverse measure the most */
    uint32_t kept;         /* PRAP_VALUE_YES, _NO, or _UNKNOWN when there is no target or no denominator; exact */
    uint32_t reserved;     /* 0 */
} prap_measure_rate;

/*
 * The rate of a total, and whether it keeps the target that the rulebook sets: css-target for the three standards,
 * f2f-handover-share for face-to-face handovers. Returns PRAP_OK; PRAP_E_NULL; PRAP_E_SIZE; PRAP_E_WORD (no such
 * measure); PRAP_E_RANGE (the numerator is more than the denominator, or that more than 2^32 - 1). Since 0.1.
 */
PRAP_API prap_status prap_measure_rate_of(const prap_measure_total *total, const prap_rulebook *rulebook,
                                          prap_measure_rate *ret_rate);

/*
 * Hears of a case with a measure in the period: n of them, borrowed for the visit, in table order. A case that cannot
 * be judged comes with n 0 and an answer whose summary says why in status. Returns PRAP_OK to go on; anything else
 * ends the walk and is returned by it.
 */
typedef prap_status (*prap_visit_measures)(void *user, prap_text case_id, const prap_answer *answer,
                                           const prap_measure *measures, uint32_t n);

/*
 * Measures every case of a tenant as it stood on as_of and adds what lies in the period first..last to the totals,
 * which the caller has set up as above, at most PRAP_MEASURES_MAX. visit: or NULL. A walk: see prap_engine_walk for
 * answer, for what becomes of a case that cannot be judged, and for the statuses; besides PRAP_E_LIMIT (too many
 * totals), and those of prap_measure_case and prap_measure_add. Since 0.1.
 */
PRAP_API prap_status prap_engine_measure(prap_engine *engine, prap_text tenant, prap_day as_of, prap_day first,
                                         prap_day last, prap_answer *answer, prap_measure_total *totals, size_t n,
                                         prap_visit_measures visit, void *user, prap_error *reterr);
#define PRAP_MEASURES_MAX 32

#ifdef __cplusplus
}
#endif

#endif
