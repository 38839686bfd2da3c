/*
 * day-driver.h: makes an overlay of chosen changes, good ones and wrong ones, and asks it and its base every question
 * about working days, of which day-model.h knows the answer. Used with a seed by tests/property and with a fuzzer's
 * bytes by fuzz/.
 */
#ifndef TEST_DAY_DRIVER_H
#define TEST_DAY_DRIVER_H

#include "chooser.h"
#include "day-model.h"
#include "failing-allocator.h"

struct day_driver {
    struct failing_allocator allocator;
    const prap_calendar *built_in;
    const prap_calendar *calendar; /* the one that is asked */
    prap_calendar *overlays[2];    /* one over the other; NULL: the changes were refused, or none were made */
    struct day_model before;       /* of the built-in calendar */
    struct day_model model;        /* of the one that is asked */
    unsigned long made;
    unsigned long refused;
    unsigned long answered;
};

/* Chooses a division and up to two overlays. Returns what cannot be, in words, or NULL; close in either case. */
const char *day_driver_open(struct day_driver *driver, struct chooser *chooser);

/* One question. Returns what cannot be, in words, or NULL. */
const char *day_driver_step(struct day_driver *driver, struct chooser *chooser);

/* Destroys the overlays. Returns what cannot be, in words, or NULL. */
const char *day_driver_close(struct day_driver *driver);

#endif
