/*
 * caseload-driver.h: asks a caseload of chosen events in one walk, and holds the answer against the slow way: each
 * case shown day after day, a copy of the store swept every day, every case answered twice and compared. From the
 * store and from an array, whole and in pieces, with and without the index.
 */
#ifndef TEST_CASELOAD_DRIVER_H
#define TEST_CASELOAD_DRIVER_H

#include "event-driver.h"

/* What was seen in all, so that a run that looked at nothing can be told. */
struct caseload_counts {
    unsigned long cases;
    unsigned long misses;
    unsigned long turned;
    unsigned long differing;
    unsigned long measures;
};

/* Asks about days on and after the last recorded one. Returns what cannot be, in words, or NULL. */
const char *caseload_driver_check(struct event_driver *driver, struct chooser *chooser, struct caseload_counts *counts);

/*
 * Holds what was known on a day, as the store tells it from its journals, against a copy of the store made at that
 * time: what was recorded since makes no difference. as_of: the last recorded day then.
 */
const char *caseload_driver_check_past(struct event_driver *driver, struct memory_store *then, prap_day as_of,
                                       struct caseload_counts *counts);

/* The last recorded day of all cases, or PRAP_DAY_NONE. */
prap_day caseload_driver_recorded(const struct event_driver *driver);

#endif
