/*
 * threads-test.c: handles of different threads are independent, and what the headers call immutable
 * (rulebooks with a supplement, overlays, catalogue, words, forms) may be used by any number at once. Threads
 * meet at a barrier before each round, or they would run one after the other and a race would not be seen;
 * then each does the same round: the drivers of tests/support, which know what must be true, and commands to
 * an engine of its own over rulebooks that all share. What came of it must be, byte for byte, what comes of
 * it when one thread is alone.
 *
 * threads-test [ROUNDS]      threads-test race     a control: the threads share what they may not;
 * ThreadSanitizer notices
 */
#define _POSIX_C_SOURCE 200112L /* barriers */
#include <inttypes.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "attack-driver.h"
#include "call-driver.h"
#include "civil-driver.h"
#include "day-driver.h"
#include "desk-driver.h"
#include "draw-command.h"
#include "extract-driver.h"
#include "form-driver.h"
#include "share.h"
#include "supplement-driver.h"

enum { THREADS = 4, ROUNDS = 40, COMMANDS = 30, STEPS = 20 };

/* What all threads use at once. */
struct shared {
    struct failing_allocator allocator;
    prap_calendar *overlay;
    prap_rulebook *rulebooks[TEST_HOST_RULEBOOKS];
    size_t n;
};

struct worker {
    const struct shared *shared;
    pthread_barrier_t *meeting; /* or NULL: this one is alone */
    unsigned long rounds;
    uint64_t digest; /* FNV-1a of all that came of it */
    const char *complaint;
    unsigned long *raced; /* or NULL: what the control writes without asking */
};

static void must(bool done) {
    if (!done) abort();
}

/* An overlay, and over it a rulebook of every programme that has moves, each with a clock of the host's own.
 */
static void begin_sharing(struct shared *shared) {
    const prap_calendar_change closed = {
        .kind = PRAP_CALENDAR_ADD_DAY, .day = test_day(2023, 6, 14), .title = test_text("closed")};
    const prap_suspension suspension = {test_day(2023, 7, 1), PRAP_DAY_NONE};
    const prap_deadline_definition own = {.size = sizeof own,
                                          .anchor = PRAP_CASE_DAY_RECEIVED,
                                          .n = 3,
                                          .unit = PRAP_UNIT_WORKING_DAYS,
                                          .valid_from = PRAP_DAY_NONE,
                                          .valid_until = PRAP_DAY_NONE,
                                          .name = test_text("welcome-call"),
                                          .source = test_text("a contract")};
    const prap_supplement supplement = {.size = sizeof supplement,
                                        .n_suspensions = 1,
                                        .suspensions = &suspension,
                                        .n_deadlines = 1,
                                        .deadlines = &own};
    memset(shared, 0, sizeof *shared);
    failing_allocator_init(&shared->allocator);
    const prap_allocator *allocator = &shared->allocator.interface;
    must(prap_calendar_create(allocator, prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), &closed, 1,
                              &shared->overlay, NULL) == PRAP_OK);
    const prap_word *programme;
    for (uint32_t i = 0; (programme = prap_word_at(PRAP_WORDS_PROGRAMME, i)) != NULL; i++) {
        if (prap_move_count(programme->number) == 0) continue;
        must(prap_rulebook_create_supplemented(allocator, programme->number, shared->overlay, NULL, 0,
                                               &supplement, &shared->rulebooks[shared->n], NULL) == PRAP_OK);
        shared->n++;
    }
}

static void end_sharing(struct shared *shared) {
    for (size_t i = 0; i < shared->n; i++)
        prap_rulebook_destroy(shared->rulebooks[i]);
    prap_calendar_destroy(shared->overlay);
    must(shared->allocator.outstanding_bytes == 0);
}

static void digest(struct worker *worker, const void *bytes, size_t n) {
    const uint8_t *at = bytes;
    for (size_t i = 0; i < n; i++)
        worker->digest = (worker->digest ^ at[i]) * UINT64_C(1099511628211);
}

static void keep(struct worker *worker, const char *complaint) {
    if (worker->complaint == NULL) worker->complaint = complaint;
}

/* Everything of an answer but pointers. */
static void digest_answer(struct worker *worker, const prap_answer *answer) {
    const prap_summary *summary = prap_answer_summary(answer);
    digest(worker, summary, sizeof *summary);
    for (uint32_t i = 0; i < prap_answer_reason_count(answer); i++)
        digest(worker, prap_answer_reason_at(answer, i), sizeof(prap_reason));
    for (uint32_t i = 0; i < prap_answer_deadline_count(answer); i++) {
        const prap_deadline *deadline = prap_answer_deadline_at(answer, i);
        digest(worker, &deadline->due, sizeof deadline->due);
        digest(worker, deadline->name, strlen(deadline->name));
    }
    for (uint32_t i = 0; i < prap_answer_notice_count(answer); i++)
        digest(worker, prap_answer_notice_at(answer, i), sizeof(prap_notice));
}

static prap_status digest_fault(void *user, const prap_verify_fault *fault) {
    (void)fault;
    keep(user, "a journal that was written beside others does not verify");
    return PRAP_OK;
}

/* One case's commands, through an engine of its own over the rulebooks that all threads share. */
static void submit_some(struct worker *worker, const struct shared *shared, struct chooser *chooser) {
    struct test_host *host = calloc(1, sizeof *host);
    struct driven_case *driven = calloc(1, sizeof *driven);
    struct drawn_command *drawn = calloc(1, sizeof *drawn);
    must(host != NULL && driven != NULL && drawn != NULL);
    test_host_open(host, NULL, 0);
    prap_engine *engine = NULL;
    must(prap_engine_create(&host->host, (const prap_rulebook *const *)shared->rulebooks, shared->n, &engine,
                            NULL) == PRAP_OK);
    uint32_t fresh = 0;
    driven->programme = choose_programme(chooser);
    for (int i = 0; i < COMMANDS; i++) {
        draw_command(drawn, chooser, driven, "A", &fresh);
        const prap_status status = prap_engine_submit(engine, &drawn->command, host->answer, &host->error);
        digest(worker, &status, sizeof status);
        digest_answer(worker, host->answer);
        const prap_summary *summary = prap_answer_summary(host->answer);
        if (status != PRAP_OK || summary->verdict != PRAP_VERDICT_PERMITTED) continue;
        driven->last.summary = *summary;
        driven->recorded = summary->as_of;
    }
    prap_verify_report report = {.size = sizeof report};
    must(prap_engine_verify(engine, test_text(""), test_text(""), digest_fault, worker, &report, NULL) ==
         PRAP_OK);
    const prap_bytes snapshot = memory_store_snapshot(host->store, test_key("A"));
    digest(worker, snapshot.bytes, snapshot.n);
    prap_engine_destroy(engine);
    if (test_host_close(host) != 0) keep(worker, "memory was left or released wrongly");
    free(drawn);
    free(driven);
    free(host);
}

static void play_events(struct worker *worker, struct chooser *chooser) {
    struct event_driver *driver = calloc(1, sizeof *driver);
    must(driver != NULL);
    event_driver_open(driver, chooser);
    for (int i = 0; i < STEPS; i++)
        keep(worker, event_driver_step(driver, chooser));
    keep(worker, event_driver_close(driver));
    free(driver);
}

static void play_attack(struct worker *worker, struct chooser *chooser) {
    struct attack_driver *driver = calloc(1, sizeof *driver);
    must(driver != NULL);
    attack_driver_open(driver, chooser);
    for (int i = 0; i < STEPS; i++)
        keep(worker, attack_driver_step(driver, chooser));
    keep(worker, attack_driver_close(driver));
    free(driver);
}

static void play_days(struct worker *worker, struct chooser *chooser) {
    struct day_driver *driver = calloc(1, sizeof *driver);
    must(driver != NULL);
    keep(worker, day_driver_open(driver, chooser));
    for (int i = 0; i < STEPS; i++)
        keep(worker, day_driver_step(driver, chooser));
    keep(worker, day_driver_close(driver));
    free(driver);
}

static void *work(void *user) {
    struct worker *worker = user;
    unsigned long rows = 0;
    for (unsigned long round = 0; round < worker->rounds; round++) {
        struct chooser chooser = chooser_from_seed(20261122 + round);
        if (worker->meeting != NULL) (void)pthread_barrier_wait(worker->meeting);
        if (worker->raced != NULL) ++*worker->raced;
        submit_some(worker, worker->shared, &chooser);
        play_events(worker, &chooser);
        play_attack(worker, &chooser);
        play_days(worker, &chooser);
        for (int i = 0; i < STEPS; i++) {
            keep(worker, civil_driver_step(&chooser));
            keep(worker, desk_driver_ask(&chooser));
            keep(worker, extract_drive(&chooser));
            keep(worker, form_driver_ask(&chooser));
        }
        keep(worker, call_driver_play(&chooser));
        keep(worker, supplement_drive(&chooser, &rows));
        digest(worker, &chooser.state, sizeof chooser.state); /* what was chosen, answer by answer */
    }
    return NULL;
}

int main(int n_arguments, char **arguments) {
    const bool race = n_arguments > 1 && strcmp(arguments[1], "race") == 0;
    const unsigned long rounds =
        n_arguments > 1 && !race ? strtoul(arguments[1], NULL, 10) : test_share(ROUNDS);
    struct shared shared;
    pthread_barrier_t meeting;
    pthread_t threads[THREADS];
    unsigned long raced = 0;
    begin_sharing(&shared);
    struct worker alone = {.shared = &shared, .rounds = rounds};
    (void)work(&alone);
    struct worker workers[THREADS];
    must(pthread_barrier_init(&meeting, NULL, THREADS) == 0);
    for (int i = 0; i < THREADS; i++) {
        workers[i] = (struct worker){
            .shared = &shared, .meeting = &meeting, .rounds = rounds, .raced = race ? &raced : NULL};
        must(pthread_create(&threads[i], NULL, work, &workers[i]) == 0);
    }
    const char *complaint = alone.complaint;
    for (int i = 0; i < THREADS; i++) {
        must(pthread_join(threads[i], NULL) == 0);
        if (complaint == NULL) complaint = workers[i].complaint;
        if (complaint == NULL && workers[i].digest != alone.digest)
            complaint = "threads at once get other answers than one alone";
    }
    (void)pthread_barrier_destroy(&meeting);
    end_sharing(&shared);
    printf("%d threads, %lu rounds, digest %016" PRIx64 "%s%s\n", THREADS, rounds, alone.digest,
           complaint != NULL ? ": " : "", complaint != NULL ? complaint : "");
    return complaint != NULL ? 1 : 0;
}
