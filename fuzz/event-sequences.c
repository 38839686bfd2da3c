/*
 * event-sequences.c: fuzz target. The bytes choose the policy settings and then one event or question after
 * another, sensible ones and nonsense; what must always be true of a case is held against every answer.
 */
#include "event-driver.h"
#include "fuzz.h"

enum { MOST_STEPS = 200 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    static struct event_driver driver; /* large */
    struct chooser chooser = chooser_from_bytes(bytes, n);
    event_driver_open(&driver, &chooser);
    const char *complaint = NULL;
    for (int step = 0; step < MOST_STEPS && complaint == NULL && !chooser_is_done(&chooser); step++)
        complaint = event_driver_step(&driver, &chooser);
    const char *at_close = event_driver_close(&driver);
    heed(complaint != NULL ? complaint : at_close);
    return 0;
}
