/*
 * supplement.h: what the guidance leaves to the host, given with a rulebook: the intervals in which mandation is
 * suspended, the national earnings thresholds, and deadlines of the host's own.
 *
 * The five documents name a suspension without its days (CH15-12-N, AMB-81), a threshold without its figure for a
 * day (CH15-A-58, CH15-A-59, AMB-80), and for WHP and JETS no time limit at all (AMB-95). Nothing here stands in for
 * them until a host says so, and what it says is marked as the host's wherever it shows.
 *
 * Thread rule: as rulebook.h.
 */
#ifndef PRAP_SUPPLEMENT_H
#define PRAP_SUPPLEMENT_H

#include <stddef.h>
#include <stdint.h>

#include "prap/day.h"
#include "prap/export.h"
#include "prap/host.h"
#include "prap/rulebook.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

#define PRAP_SUSPENSIONS_MAX 16       /* most suspensions of a rulebook, */
#define PRAP_THRESHOLDS_MAX 32        /*   national thresholds, */
#define PRAP_DEFINITIONS_MAX 32       /*   and definitions, those for other programmes too */
#define PRAP_DEFINITION_NAME_BYTES 40 /* longest name of a definition */
#define PRAP_SOURCE_BYTES 120         /* longest source label */
#define PRAP_DONE_BY_MAX 3            /* most days that a definition is done by */
#define PRAP_DEFINITION_DAYS_MAX 3660 /* most days that a definition counts */

/* Mandation and compliance doubts are suspended on these days (CH15-12-N). A frozen value type. */
typedef struct prap_suspension {
    prap_day from;
    prap_day until; /* the last day of it, or PRAP_DAY_NONE: no end is known */
} prap_suspension;

/* The National Threshold from a day on, until the next one's (CH15-A-58, CH15-A-59). A frozen value type. */
typedef struct prap_threshold {
    prap_day from;
    uint32_t reserved; /* 0 */
    int64_t pence;     /* 1 or more */
} prap_threshold;

/*
 * A deadline of the host's own, for the cases whose anchor day is known and lies in the days it is valid on. It moves
 * no case: an auto60 that a host defines is a day to act by, and turns nothing to DNA.
 */
typedef struct prap_deadline_definition {
    uint32_t size;        /* sizeof(prap_deadline_definition) as compiled */
    uint32_t programme;   /* PRAP_PROGRAMME_* that it is for, or 0: every one */
    uint32_t fills;       /* PRAP_DEADLINE_* that the programme's documents leave undefined, or 0: a clock of its own */
    uint32_t anchor;      /* PRAP_CASE_DAY_* that is counted from */
    int32_t n;            /* the n-th day after the anchor is due, 0 to PRAP_DEFINITION_DAYS_MAX */
    uint32_t unit;        /* PRAP_UNIT_* of n */
    uint32_t include_day; /* 1: the anchor is day 1, so that n is 1 or more; in working days the first working day
                             on or after it is */
    uint32_t done_by[3];  /* PRAP_CASE_DAY_*, ended by 0: the earliest of them that is known is the day
                             it was done; none: it is open until the case ends */
    prap_day valid_from;  /* the first and the last anchor day that it holds for, or PRAP_DAY_NONE: without limit */
    prap_day valid_until;
    prap_text name;       /* a-z, 0-9 and single hyphens, beginning with a letter; at most PRAP_DEFINITION_NAME_BYTES */
    prap_text source;     /* where it comes from, for people: printable text, at most PRAP_SOURCE_BYTES; required */
} prap_deadline_definition;

/* Everything it points at is borrowed for the length of the call. */
typedef struct prap_supplement {
    uint32_t size;         /* sizeof(prap_supplement) as compiled */
    uint32_t n_suspensions;
    uint32_t n_thresholds;
    uint32_t n_deadlines;
    const prap_suspension *suspensions;        /* ascending, none overlapping another */
    const prap_threshold *thresholds;          /* ascending days, each once */
    const prap_deadline_definition *deadlines; /* an array whose members all have the size that its first one says */
} prap_supplement;

/*
 * As prap_rulebook_create, with a supplement, which is checked whole and copied; NULL, or one that holds nothing, is
 * none. Definitions for another programme are checked and left out, so that one supplement serves all rulebooks. What
 * is taken is part of the rulebook's hash; a rulebook without any has the hash that prap_rulebook_create gives it.
 *
 * A definition that fills a clock is shown in that clock's place, and only a clock that the programme's documents leave
 * undefined can be filled. Definitions of one name fill the same clock and have the same anchor, and hold for other
 * anchor days; no two of them hold for one day.
 *
 * Returns what prap_rulebook_create returns, and of the supplement, naming the field ("deadlines[2].anchor"):
 * PRAP_E_NULL (a list is missing); PRAP_E_SIZE; PRAP_E_REQUIRED (a day, anchor, unit, name or source is missing);
 * PRAP_E_DAY; PRAP_E_RANGE (pence, n, include_day, reserved); PRAP_E_ORDER (days that end before they begin, or lists
 * out of order); PRAP_E_TWICE (two that hold for one day); PRAP_E_WORD (no such word, or a clock that is not to be
 * filled); PRAP_E_TEXT (name or source); PRAP_E_LIMIT. Source: AMB-80, AMB-81, AMB-95. Since 0.1.
 */
PRAP_API prap_status prap_rulebook_create_supplemented(const prap_allocator *allocator, uint32_t programme,
                                                       const prap_calendar *calendar, const prap_setting *settings,
                                                       size_t n, const prap_supplement *supplement,
                                                       prap_rulebook **ret_rulebook, prap_error *reterr);

/*
 * What a rulebook has taken, in its order; of the definitions those for its programme. 0, and NULL past the end or for
 * NULL. Owned by the rulebook; texts are NUL-terminated. Since 0.1.
 */
PRAP_API uint32_t prap_rulebook_suspension_count(const prap_rulebook *rulebook);
PRAP_API const prap_suspension *prap_rulebook_suspension_at(const prap_rulebook *rulebook, uint32_t i);
PRAP_API uint32_t prap_rulebook_threshold_count(const prap_rulebook *rulebook);
PRAP_API const prap_threshold *prap_rulebook_threshold_at(const prap_rulebook *rulebook, uint32_t i);
PRAP_API uint32_t prap_rulebook_definition_count(const prap_rulebook *rulebook);
PRAP_API const prap_deadline_definition *prap_rulebook_definition_at(const prap_rulebook *rulebook, uint32_t i);

/*
 * Definitions that a host may copy into its supplement. They come from guidance outside the five documents, which the
 * source of each names; none is ever in force by itself. Static, any thread; NULL past the end. Source: AMB-95. Since 0.1.
 */
PRAP_API uint32_t prap_preset_count(void);
PRAP_API const prap_deadline_definition *prap_preset_at(uint32_t i);

#ifdef __cplusplus
}
#endif

#endif
