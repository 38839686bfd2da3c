/*
 * forms-test.c: what holds for any question about a form or a service: the verdict is that of the findings, a form with
 * something wanting is never complete, filling in a field never makes it less so, and what is closed is open when it is
 * said to open (tests/support/form-driver.c). With a seed and a number of questions as arguments: those.
 */
#include <stdio.h>
#include <stdlib.h>

#include "form-driver.h"
#include "share.h"

int main(int n_arguments, char **arguments) {
    const uint64_t seed = n_arguments > 1 ? strtoull(arguments[1], NULL, 10) : 20170224;
    const uint64_t questions = n_arguments > 2 ? strtoull(arguments[2], NULL, 10) : test_share(100000);
    for (uint64_t i = 0; i < questions; i++) {
        struct chooser chooser = chooser_from_seed(seed + i);
        const char *wrong = form_driver_ask(&chooser);
        if (wrong == NULL) continue;
        fprintf(stderr, "seed %llu: %s\n", (unsigned long long)(seed + i), wrong);
        return 1;
    }
    printf("seed %llu: %llu questions\n", (unsigned long long)seed, (unsigned long long)questions);
    return 0;
}
