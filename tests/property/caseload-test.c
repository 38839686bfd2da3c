/*
 * caseload-test.c: caseloads of chosen events, asked in one walk: what becomes of them if nobody acts is what becomes
 * of them when nobody acts; what other rulebooks move is what differs when each case is asked twice.
 *
 * caseload-test [SEED [SEQUENCES]]: the seed is printed, so that a failure can be run again.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "caseload-driver.h"
#include "share.h"

enum { STEPS = 60, SEQUENCES = 250, EVERY = 15 };

static const char *run_sequence(uint64_t seed, struct caseload_counts *counts, struct caseload_counts *past) {
    static struct event_driver driver; /* large */
    struct chooser chooser = chooser_from_seed(seed);
    struct memory_store *then = NULL;
    prap_day as_of = PRAP_DAY_NONE;
    const char *complaint = NULL;
    event_driver_open(&driver, &chooser);
    for (unsigned step = 0; step < STEPS && complaint == NULL; step++) {
        complaint = event_driver_step(&driver, &chooser);
        if (complaint == NULL && step % EVERY == EVERY - 1) complaint = caseload_driver_check(&driver, &chooser, counts);
        if (step != STEPS / 2) continue;
        as_of = caseload_driver_recorded(&driver);
        then = memory_store_copy(driver.host.store);
    }
    if (complaint == NULL && as_of != PRAP_DAY_NONE && as_of > 18000 && as_of < 20000) {
        complaint = caseload_driver_check_past(&driver, then, as_of, past);
    } else {
        memory_store_destroy(then);
    }
    const char *at_close = event_driver_close(&driver);
    return complaint != NULL ? complaint : at_close;
}

int main(int argc, char **argv) {
    const uint64_t first = argc > 1 ? strtoull(argv[1], NULL, 0) : 20231123;
    const unsigned long n = argc > 2 ? strtoul(argv[2], NULL, 0) : test_share(SEQUENCES);
    struct caseload_counts counts = {0}, past = {0};
    printf("seed %" PRIu64 ", %lu sequences\n", first, n);
    for (uint64_t seed = first; seed < first + n; seed++) {
        const char *complaint = run_sequence(seed, &counts, &past);
        if (complaint == NULL) continue;
        printf("%s\nto see it again: caseload-test %" PRIu64 " 1\n", complaint, seed);
        return 1;
    }
    printf("%lu cases, %lu misses, %lu turned by themselves, %lu otherwise under other rulebooks, %lu measured; %lu of the past\n",
           counts.cases, counts.misses, counts.turned, counts.differing, counts.measures, past.cases);
    return n >= 100 && (counts.misses == 0 || counts.turned == 0 || counts.differing == 0 || past.cases == 0);
}
