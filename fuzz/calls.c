/*
 * calls.c: fuzz target. The bytes choose the steps of calls to Provider Direct (tests/support/call-driver.c). Whatever is
 * answered must keep what the header promises.
 */
#include "call-driver.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    struct chooser chooser = chooser_from_bytes(bytes, n);
    while (!chooser_is_done(&chooser)) heed(call_driver_play(&chooser));
    return 0;
}
