/*
 * calls.c: fuzz target. The bytes choose the steps of calls to Provider Direct (tests/support/call-driver.c). Whatever is
 * answered must keep what the header promises.
 */
#include <stdio.h>
#include <stdlib.h>

#include "call-driver.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    struct chooser chooser = chooser_from_bytes(bytes, n);
    while (!chooser_is_done(&chooser)) {
        const char *wrong = call_driver_play(&chooser);
        if (wrong == NULL) continue;
        fprintf(stderr, "%s\n", wrong);
        abort();
    }
    return 0;
}
