/*
 * desk.c: fuzz target. The bytes choose questions to the desk of Provider Direct, one after another: which, its day, facts,
 * moments, outages, steps and policies (tests/support/desk-driver.c). Whatever is answered must keep what the header
 * promises.
 */
#include "desk-driver.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    struct chooser chooser = chooser_from_bytes(bytes, n);
    while (!chooser_is_done(&chooser)) heed(desk_driver_ask(&chooser));
    return 0;
}
