/*
 * working-days.c: fuzz target. The bytes choose a division, up to two overlays over its calendar, and then one
 * question after another about working days, calendar days and written days; each answer is held against a model
 * that goes from one day to the next.
 */
#include "civil-driver.h"
#include "day-driver.h"
#include "fuzz.h"

enum { MOST_STEPS = 60 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    static struct day_driver driver; /* large */
    struct chooser chooser = chooser_from_bytes(bytes, n);
    const char *complaint = day_driver_open(&driver, &chooser);
    for (int step = 0; step < MOST_STEPS && complaint == NULL && !chooser_is_done(&chooser); step++) {
        complaint = once_in(&chooser, 3) ? civil_driver_step(&chooser) : day_driver_step(&driver, &chooser);
    }
    const char *at_close = day_driver_close(&driver);
    heed(complaint != NULL ? complaint : at_close);
    return 0;
}
