/*
 * own-deadlines-test.c: whatever supplement a host gives is refused by a named field, or its deadlines are those that a
 * walk from day to day finds.
 *
 * own-deadlines-test [SEED [SUPPLEMENTS]]
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "share.h"
#include "supplement-driver.h"

enum { SUPPLEMENTS = 20000 };

int main(int argc, char **argv) {
    const uint64_t first = argc > 1 ? strtoull(argv[1], NULL, 0) : 20231122;
    const unsigned long n = argc > 2 ? strtoul(argv[2], NULL, 0) : test_share(SUPPLEMENTS);
    unsigned long rows = 0;
    printf("seed %" PRIu64 ", %lu supplements\n", first, n);
    for (uint64_t seed = first; seed < first + n; seed++) {
        struct chooser chooser = chooser_from_seed(seed);
        const char *complaint = supplement_drive(&chooser, &rows);
        if (complaint == NULL) continue;
        printf("%s\nto see it again: own-deadlines-test %" PRIu64 " 1\n", complaint, seed);
        return 1;
    }
    printf("%lu deadlines of hosts, each as the model has it\n", rows);
    return rows > 0 ? 0 : 1;
}
