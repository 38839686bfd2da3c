/*
 * civil-driver.h: calendar days, months, years and texts, chosen sensibly and not, held against arithmetic of the
 * test's own. Returns what cannot be, in words, or NULL.
 */
#ifndef TEST_CIVIL_DRIVER_H
#define TEST_CIVIL_DRIVER_H

#include "chooser.h"
#include "prap/prap.h"

/* A day to ask about: mostly between 2010 and 2029, often from 1960 to 2088, now and then any, at the ends, or none. */
prap_day draw_day(struct chooser *chooser);

/* A number: mostly small, now and then any, and at the ends of int32. */
int32_t draw_number(struct chooser *chooser);

const char *civil_driver_step(struct chooser *chooser);

#endif
