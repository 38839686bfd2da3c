/*
 * calls-test.c: random calls to Provider Direct. calls-test [SEED [CALLS]] plays them again.
 */
#include <stdio.h>
#include <stdlib.h>

#include "call-driver.h"
#include "share.h"

int main(int argc, char **argv) {
    const uint64_t seed = argc > 1 ? strtoull(argv[1], NULL, 10) : 20160104;
    const unsigned long calls = argc > 2 ? strtoul(argv[2], NULL, 10) : test_share(4000);
    for (unsigned long i = 0; i < calls; i++) {
        struct chooser chooser = chooser_from_seed(seed + i);
        const char *wrong = call_driver_play(&chooser);
        if (wrong == NULL) continue;
        printf("seed %llu: %s\n", (unsigned long long)(seed + i), wrong);
        return 1;
    }
    printf("%lu calls from seed %llu\n", calls, (unsigned long long)seed);
    return 0;
}
