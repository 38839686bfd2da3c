/*
 * desk-test.c: what holds for any question to the desk of Provider Direct: the verdict is that of the findings, nobody may
 * be asked about because something was not said, what is settled stays so when more is known, and a step is not seen
 * before its day (tests/support/desk-driver.c). With a seed and a number of questions as arguments: those.
 */
#include <stdio.h>
#include <stdlib.h>

#include "desk-driver.h"
#include "share.h"

int main(int n_arguments, char **arguments) {
    const uint64_t seed = n_arguments > 1 ? strtoull(arguments[1], NULL, 10) : 20151215;
    const uint64_t questions = n_arguments > 2 ? strtoull(arguments[2], NULL, 10) : test_share(100000);
    for (uint64_t i = 0; i < questions; i++) {
        struct chooser chooser = chooser_from_seed(seed + i);
        const char *wrong = desk_driver_ask(&chooser);
        if (wrong == NULL) continue;
        fprintf(stderr, "seed %llu: %s\n", (unsigned long long)(seed + i), wrong);
        return 1;
    }
    printf("seed %llu: %llu questions\n", (unsigned long long)seed, (unsigned long long)questions);
    return 0;
}
