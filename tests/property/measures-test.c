/*
 * measures-test.c: caseloads of chosen events, measured: whatever happened to them, each case is in the numerator, in
 * the rest of the denominator, open or excluded, once; the limbs decide standard 2; periods add up.
 *
 * measures-test [SEED [SEQUENCES]]: the seed is printed, so that a failure can be run again.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "event-driver.h"
#include "share.h"

enum { STEPS = 60, SEQUENCES = 400, RESULTS = PRAP_RESULT_ABSENT + 1 };

struct counted {
    uint64_t results[PRAP_MEASURES_MAX][RESULTS];
    const char *complaint;
};

static void complain(struct counted *counted, const char *what) {
    if (counted->complaint == NULL) counted->complaint = what;
}

static void check_standard_2(struct counted *counted, const prap_measure *of[]) {
    const uint32_t whole = of[PRAP_MEASURE_CSS2]->result, meeting = of[PRAP_MEASURE_CSS2_MEETING]->result,
                   entry = of[PRAP_MEASURE_CSS2_RECORD]->result;
    const bool missed = meeting == PRAP_RESULT_MISSED || entry == PRAP_RESULT_MISSED;
    if (missed != (whole == PRAP_RESULT_MISSED)) complain(counted, "a limb is missed and standard 2 is not, or it is and none is");
    if (whole == PRAP_RESULT_MET && entry != PRAP_RESULT_MET) complain(counted, "standard 2 is met without an entry");
}

static prap_status see(void *user, prap_text case_id, const prap_answer *answer, const prap_measure *measures,
                       uint32_t n) {
    struct counted *counted = user;
    const prap_summary *summary = prap_answer_summary(answer);
    const prap_measure *of[PRAP_MEASURES_MAX] = {NULL};
    (void)case_id;
    if (n != prap_word_count(PRAP_WORDS_MEASURE)) complain(counted, "a case is not in every measure");
    for (uint32_t i = 0; i < n; i++) {
        const prap_measure *one = of[measures[i].measure] = &measures[i];
        if (one->result == 0 || one->result >= RESULTS) complain(counted, "a result that a measure cannot have");
        counted->results[one->measure][one->result % RESULTS]++;
        if ((one->result == PRAP_RESULT_EXCLUDED) != (one->exclusion != 0)) complain(counted, "excluded without a reason");
        if (one->result == PRAP_RESULT_OPEN && one->day < summary->as_of) complain(counted, "open although its day has passed");
        if (one->result == PRAP_RESULT_MET && one->done_on == PRAP_DAY_NONE) complain(counted, "met and never done");
        if (one->working_days_left < 0) complain(counted, "fewer than no days left");
    }
    if (counted->complaint == NULL) check_standard_2(counted, of);
    return PRAP_OK;
}

static uint32_t set_up(prap_measure_total *totals) {
    const uint32_t n = prap_word_count(PRAP_WORDS_MEASURE);
    memset(totals, 0, PRAP_MEASURES_MAX * sizeof *totals);
    for (uint32_t i = 0; i < n; i++) {
        totals[i].size = sizeof totals[i];
        totals[i].measure = prap_word_at(PRAP_WORDS_MEASURE, i)->number;
    }
    return n;
}

static uint64_t all_of(const prap_measure_total *total) {
    uint64_t n = total->denominator + total->open;
    for (uint32_t i = 0; i < PRAP_EXCLUSIONS_MAX; i++) n += total->excluded[i];
    return n;
}

static prap_status measure(struct event_driver *driver, prap_day as_of, prap_day first, prap_day last,
                           prap_measure_total *totals, uint32_t n, struct counted *counted) {
    return prap_engine_measure(driver->host.engine, test_text(""), as_of, first, last, driver->host.answer, totals, n,
                               counted == NULL ? NULL : see, counted, NULL);
}

/* The whole of time once, and again in two halves with what has no day left out. */
static const char *check(struct event_driver *driver, prap_day as_of, uint64_t *ret_counted) {
    static prap_measure_total whole[PRAP_MEASURES_MAX], halves[PRAP_MEASURES_MAX];
    struct counted counted = {.complaint = NULL};
    const uint32_t n = set_up(whole);
    set_up(halves);
    if (measure(driver, as_of, PRAP_DAY_NONE, PRAP_DAY_NONE, whole, n, &counted) != PRAP_OK) return "it cannot be measured";
    if (measure(driver, as_of, PRAP_DAY_NONE, as_of, halves, n, NULL) != PRAP_OK) return "a half cannot be measured";
    if (measure(driver, as_of, as_of + 1, PRAP_DAY_NONE, halves, n, NULL) != PRAP_OK) return "a half cannot be measured";
    for (uint32_t i = 0; i < n && counted.complaint == NULL; i++) {
        const uint64_t *of = counted.results[whole[i].measure];
        const uint64_t numerator = of[PRAP_RESULT_MET] + of[PRAP_RESULT_PRESENT];
        const uint64_t rest = of[PRAP_RESULT_MISSED] + of[PRAP_RESULT_ABSENT];
        if (whole[i].numerator != numerator) return "the numerator is not what was met";
        if (whole[i].denominator != numerator + rest) return "numerator and missed are not the denominator";
        if (all_of(&whole[i]) != all_of(&whole[0])) return "a case is in one measure and not in another";
        if (halves[i].denominator != whole[i].denominator) return "two halves are not the whole";
        if (halves[i].numerator != whole[i].numerator || halves[i].open != whole[i].open) return "two halves are not the whole";
        *ret_counted += all_of(&whole[i]);
    }
    return counted.complaint;
}

/* A day on which the cases stand, among their own days. */
static prap_day choose_day(const struct event_driver *driver, struct chooser *chooser) {
    const prap_day recorded = driver->cases[choose(chooser, EVENT_DRIVER_CASES)].recorded;
    return recorded < 18000 || recorded > 20000 ? 19500 : recorded + (prap_day)choose(chooser, 40);
}

static const char *run_sequence(uint64_t seed, uint64_t *ret_counted) {
    static struct event_driver driver; /* large */
    struct chooser chooser = chooser_from_seed(seed);
    event_driver_open(&driver, &chooser);
    const char *complaint = NULL;
    for (unsigned step = 0; step < STEPS && complaint == NULL; step++) {
        complaint = event_driver_step(&driver, &chooser);
        if (complaint == NULL && step % 12 == 11) complaint = check(&driver, choose_day(&driver, &chooser), ret_counted);
    }
    const char *at_close = event_driver_close(&driver);
    return complaint != NULL ? complaint : at_close;
}

int main(int argc, char **argv) {
    const uint64_t first = argc > 1 ? strtoull(argv[1], NULL, 0) : 20231122;
    const unsigned long n = argc > 2 ? strtoul(argv[2], NULL, 0) : test_share(SEQUENCES);
    uint64_t counted = 0;
    printf("seed %" PRIu64 ", %lu sequences\n", first, n);
    for (uint64_t seed = first; seed < first + n; seed++) {
        const char *complaint = run_sequence(seed, &counted);
        if (complaint == NULL) continue;
        printf("%s\nto see it again: measures-test %" PRIu64 " 1\n", complaint, seed);
        return 1;
    }
    printf("%" PRIu64 " measures\n", counted);
    return counted == 0;
}
