/*
 * forms.c: fuzz target. The bytes choose questions about forms and services, one after another: which, its day, facts,
 * moments, outages and due days (tests/support/form-driver.c). Whatever is answered must keep what the headers promise.
 */
#include "form-driver.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    struct chooser chooser = chooser_from_bytes(bytes, n);
    while (!chooser_is_done(&chooser)) heed(form_driver_ask(&chooser));
    return 0;
}
