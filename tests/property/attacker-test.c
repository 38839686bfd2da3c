/*
 * attacker-test.c: whoever wants to get past the access code without having it, a hundred thousand moves of
 * him. attacker-test [SEED [ROUNDS]]
 */
#include <stdio.h>
#include <stdlib.h>

#include "attack-driver.h"
#include "share.h"

int main(int argc, char **argv) {
    const unsigned long seed = argc > 1 ? strtoul(argv[1], NULL, 10) : 7;
    const unsigned long rounds = argc > 2 ? strtoul(argv[2], NULL, 10) : test_share(400);
    unsigned long asked = 0, judged = 0, broken_off = 0;
    static struct attack_driver driver;
    for (unsigned long round = 0; round < rounds; round++) {
        struct chooser chooser = chooser_from_seed(seed * 1000003 + round);
        attack_driver_open(&driver, &chooser);
        const char *complaint = NULL;
        for (int step = 0; complaint == NULL && step < 250; step++)
            complaint = attack_driver_step(&driver, &chooser);
        asked += driver.asked;
        judged += driver.judged;
        broken_off += driver.broken_off;
        const char *const last = attack_driver_close(&driver);
        if (complaint == NULL) complaint = last;
        if (complaint != NULL) {
            printf("seed %lu, round %lu: %s\n", seed, round, complaint);
            return 1;
        }
    }
    printf("seed %lu: %lu challenges shown, %lu verdicts, %lu calls in which something went wrong\n", seed,
           asked, judged, broken_off);
    return asked > 0 && judged > 0 && broken_off > 0 ? 0 : 1;
}
