/*
 * extract-test.c: what holds of any record of data items (tests/support/extract-driver.c). With a seed and a
 * number of records as arguments: those.
 */
#include <stdio.h>
#include <stdlib.h>

#include "extract-driver.h"

int main(int n_arguments, char **arguments) {
    const uint64_t seed = n_arguments > 1 ? strtoull(arguments[1], NULL, 10) : 20211201;
    const uint64_t records = n_arguments > 2 ? strtoull(arguments[2], NULL, 10) : 50000;
    for (uint64_t i = 0; i < records; i++) {
        struct chooser chooser = chooser_from_seed(seed + i);
        const char *wrong = extract_drive(&chooser);
        if (wrong == NULL) continue;
        fprintf(stderr, "seed %llu: %s\n", (unsigned long long)(seed + i), wrong);
        return 1;
    }
    printf("seed %llu: %llu records\n", (unsigned long long)seed, (unsigned long long)records);
    return 0;
}
