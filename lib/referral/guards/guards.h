/*
 * guards.h: what the files of this folder share. Each holds the guards of one subject: one predicate for each reason
 * of reasons.def, short, pure and named as its row is. referral/judge.c has the table of all of them.
 */
#ifndef PRAPI_GUARDS_H
#define PRAPI_GUARDS_H

#include "prap/vocabulary.h"
#include "referral/judge.h"

/* A row of reasons.def without its predicate does not link. */
#define X(NUMBER, NAME, ...) prapi_finding prapi_guard_##NAME(prapi_judge *judge);
#include "vocabulary/reasons.def"
#undef X

/* start.c: is the event's reason one that bars a start (3.65)? */
bool prapi_bars_start(uint32_t reason);

/* start.c: day 60 depends on settings, which are therefore looked at. */
prap_day prapi_day_60(prapi_judge *judge);

/*
 * mappa.c: a cancellation with the reason DNA may also stand for the want of a MAPPA notice, when its 15 days are
 * used (3.91): does this one?
 */
bool prapi_stands_for_mappa(prapi_judge *judge);

static inline prapi_tri both(prapi_tri a, prapi_tri b) {
    return a < b ? a : b; /* MUT-EQUIV: of two alike either is it */
}

static inline prapi_tri either(prapi_tri a, prapi_tri b) {
    return a > b ? a : b; /* MUT-EQUIV: of two alike either is it */
}

static inline prapi_tri not(prapi_tri a) {
    return (prapi_tri)(PRAPI_YES - a);
}

static inline prapi_finding needs(prapi_tri a) {
    if (a == PRAPI_YES) return PRAPI_PASS; /* MUT-EQUIV: it is 0 */
    return a == PRAPI_NO ? PRAPI_FAIL : PRAPI_UNDECIDED;
}

static inline prapi_finding holds(bool condition) {
    return condition ? PRAPI_PASS : PRAPI_FAIL;
}

/* The region as of the day on which the event is recorded. */
static inline uint32_t region(const prapi_judge *judge, uint32_t which) {
    return prapi_region_as_of(judge->before, judge->days, which, judge->event->recorded);
}

static inline bool said(const prapi_judge *judge, uint32_t fact, uint32_t kind) {
    return judge->event->said[fact].kind == kind;
}

/* The day that a fact gives, or another where it gives none. */
static inline prap_day said_day(const prapi_judge *judge, uint32_t fact, prap_day otherwise) {
    return said(judge, fact, PRAP_VALUE_DAY) ? judge->event->said[fact].value : otherwise;
}

/* It cannot be said for want of a fact that is not the reason's own. */
static inline prapi_finding lacks(prapi_judge *judge, uint32_t fact) {
    judge->lacks = fact;
    return PRAPI_UNDECIDED;
}

/* The day must be on or after another, which is then the earliest on which it could pass. */
static inline prapi_finding not_before(prapi_judge *judge, prap_day day, prap_day limit) {
    judge->earliest = limit;
    return holds(day >= limit);
}

static inline prapi_finding is_said(prapi_judge *judge, uint32_t fact) {
    return needs(prapi_fact_is(judge, fact));
}

#endif
