/*
 * difference.h: what is not the same in two answers about a case: before and after an event, today and last week,
 * under one calendar and under another.
 *
 * Thread rule: any thread; the answers are only read, and belong to whoever keeps them.
 */
#ifndef PRAP_DIFFERENCE_H
#define PRAP_DIFFERENCE_H

#include <stdint.h>

#include "prap/export.h"
#include "prap/referral.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

#define PRAP_NOTHING INT64_MIN /* where an answer has no such day, deadline, code or notice */

/* One thing that differs. Borrowed for the length of the visit. */
typedef struct prap_difference {
    uint32_t size;
    uint32_t what;     /* PRAP_DIFFERENCE_* */
    uint32_t deadline; /* PRAP_DEADLINE_* that it is about, or 0; of the host's own clocks 0 too, and */
    uint32_t kind;     /* of from and to. PRAP_VALUE_NUMBER; DAY: a prap_day; OPTION: the number of a word */
    uint32_t words;    /* PRAP_WORDS_* that the word is of, or 0 */
    uint32_t reserved;
    int64_t from;      /* in the first answer, or PRAP_NOTHING */
    int64_t to;        /* in the second */
    prap_text name;    /* of the deadline that it is about, NUL-terminated; empty: of none */
} prap_difference;

/* Returns PRAP_OK to go on; anything else ends the walk and is returned by it. */
typedef prap_status (*prap_visit_difference)(void *user, const prap_difference *difference);

/*
 * Visits what differs from one answer to another: stage, feed, days, leaver code, counts, and whatever else the summary
 * says of the case (yes or no as words of PRAP_WORDS_VALUE); each region, by its own name; each deadline that appeared,
 * is gone, has moved, or stands otherwise; and each notice that only one of the two has (its word against nothing).
 * Nothing is visited for equal answers. Verdict, reasons and settings belong to the question, not to the case, and are
 * not compared.
 * Returns PRAP_OK; PRAP_E_NULL; what visit returned. Since 0.1.
 */
PRAP_API prap_status prap_answer_difference(const prap_answer *before, const prap_answer *after,
                                            prap_visit_difference visit, void *user);

#ifdef __cplusplus
}
#endif

#endif
