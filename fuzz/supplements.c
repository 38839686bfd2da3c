/*
 * supplements.c: fuzz target. The bytes draw a supplement, good or bad: it is refused by a named field, or a referral
 * under it has the deadlines that a walk from day to day finds.
 */
#include "fuzz.h"
#include "supplement-driver.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    unsigned long rows = 0;
    struct chooser chooser = chooser_from_bytes(bytes, n);
    heed(supplement_drive(&chooser, &rows));
    return 0;
}
