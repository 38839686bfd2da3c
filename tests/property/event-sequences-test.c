/*
 * event-sequences-test.c: many cases, each a sequence of chosen events, against what must always be true.
 *
 * event-sequences-test [SEED [SEQUENCES]]: the seed is printed, so that a failure can be run again.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "event-driver.h"
#include "share.h"

enum { STEPS = 80, SEQUENCES = 3400, TRIES_TO_SEE_EVERY_VERDICT = 2000 };

static const char *run_sequence(uint64_t seed, unsigned long by_verdict[], unsigned *ret_step) {
    static struct event_driver driver; /* large */
    struct chooser chooser = chooser_from_seed(seed);
    event_driver_open(&driver, &chooser);
    const char *complaint = NULL;
    for (*ret_step = 0; *ret_step < STEPS && complaint == NULL; ++*ret_step)
        complaint = event_driver_step(&driver, &chooser);
    const char *at_close = event_driver_close(&driver);
    for (uint32_t verdict = 0; verdict <= PRAP_VERDICT_TEXT_SILENT; verdict++)
        by_verdict[verdict] += driver.by_verdict[verdict];
    return complaint != NULL ? complaint : at_close;
}

int main(int argc, char **argv) {
    const uint64_t first = argc > 1 ? strtoull(argv[1], NULL, 0) : 20231121;
    const unsigned long n = argc > 2 ? strtoul(argv[2], NULL, 0) : test_share(SEQUENCES);
    unsigned long by_verdict[PRAP_VERDICT_TEXT_SILENT + 1] = {0};
    printf("seed %" PRIu64 ", %lu sequences of %d steps\n", first, n, STEPS);
    for (uint64_t seed = first; seed < first + n; seed++) {
        unsigned step = 0;
        const char *complaint = run_sequence(seed, by_verdict, &step);
        if (complaint != NULL) {
            printf("step %u: %s\nto see it again: event-sequences-test %" PRIu64 " 1\n", step, complaint,
                   seed);
            return 1;
        }
    }
    unsigned long events = 0;
    for (uint32_t verdict = 0; verdict <= PRAP_VERDICT_TEXT_SILENT; verdict++) {
        const prap_word *word = prap_word_by_number(PRAP_WORDS_VERDICT, verdict);
        printf("%lu %s\n", by_verdict[verdict], word != NULL ? word->name : "without an answer");
        events += by_verdict[verdict];
        if (by_verdict[verdict] == 0 && n >= TRIES_TO_SEE_EVERY_VERDICT) {
            printf("this verdict was never given: the sequences do not reach far enough\n");
            return 1;
        }
    }
    printf("%lu events\n", events);
    return 0;
}
