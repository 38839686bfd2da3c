/*
 * forms.c: fuzz target. The bytes choose questions about forms and services, one after another: which, its day, facts,
 * moments, outages and due days (tests/support/form-driver.c). Whatever is answered must keep what the headers promise.
 */
#include <stdio.h>
#include <stdlib.h>

#include "form-driver.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    struct chooser chooser = chooser_from_bytes(bytes, n);
    while (!chooser_is_done(&chooser)) {
        const char *wrong = form_driver_ask(&chooser);
        if (wrong == NULL) continue;
        fprintf(stderr, "%s\n", wrong);
        abort();
    }
    return 0;
}
