/*
 * verifier-rivals-test.c: what a verifier makes of other processes that ask, answer or release in between,
 * and of a store that fails in between: it decides anew as often as it says, and tells what may have
 * happened.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "verifier-host.h"

enum { MONDAY = 19485, NOON = 28058400 };

/* Another process is quicker, each time between our load and our commit: what it does then, how many of our
 * commits it first lets pass, and how often it comes. */
struct rival {
    struct verifier_host *host;
    prap_status (*act)(struct verifier_host *host);
    unsigned skip, times;
};

static void interfere(void *user, enum memory_store_call call) {
    struct rival *rival = user;
    if (call != MEMORY_STORE_COMMIT || rival->times == 0) return;
    if (rival->skip > 0) {
        rival->skip--;
        return;
    }
    const unsigned left = rival->times - 1;
    rival->times = 0; /* not at its own commit */
    assert_int_equal(rival->act(rival->host), PRAP_OK);
    rival->times = left;
}

static prap_status release(struct verifier_host *host) {
    return verifier_release(host, NOON);
}

static prap_status ask_too(struct verifier_host *host) {
    return verifier_ask(host, MONDAY, NOON);
}

static prap_status ask_of_the_next_code(struct verifier_host *host) {
    return verifier_ask(host, MONDAY + 28, NOON);
}

/* Two processes over one store: who calls, and who comes in between. */
struct rivals {
    struct verifier_host host, other;
    char answer[4]; /* the right one to what host was asked last */
};

static void open_rivals(struct rivals *rivals, uint64_t seed) {
    verifier_host_open(&rivals->host, NULL);
    verifier_host_join(&rivals->other, rivals->host.store, NULL, NULL, 0, seed);
}

static void close_rivals(struct rivals *rivals) {
    memory_store_listen(rivals->host.store, NULL, NULL);
    memory_store_order(rivals->host.store, NULL);
    assert_int_equal(verifier_host_leave(&rivals->other), 0);
    assert_int_equal(verifier_host_close(&rivals->host), 0);
}

static void ask(struct rivals *rivals) {
    assert_int_equal(verifier_ask(&rivals->host, MONDAY, NOON), PRAP_OK);
    verifier_right_answer(&rivals->host, rivals->answer);
}

static void a_conflict_is_decided_anew(void **state) {
    (void)state;
    struct rivals rivals;
    open_rivals(&rivals, 9);
    struct rival rival = {&rivals.other, release, 0, 0};
    ask(&rivals);
    memory_store_listen(rivals.host.store, interfere, &rival);
    rival.times = 1, rival.skip = 1; /* between the failure and the pass */
    assert_int_equal(verifier_answer(&rivals.host, 1, rivals.answer, NOON), PRAP_OK);
    assert_int_equal(rivals.host.challenge.result, PRAP_CHALLENGE_PASSED);
    rival.times = 1;
    assert_int_equal(verifier_ask(&rivals.host, MONDAY, NOON), PRAP_OK);
    assert_int_equal(rivals.host.challenge.number, 2);
    assert_int_equal(rivals.host.challenge.repeated, 0);
    verifier_right_answer(&rivals.host, rivals.answer);
    rival.times = 1000;
    assert_int_equal(verifier_ask(&rivals.host, MONDAY, NOON),
                     PRAP_OK); /* it waits already: nothing to commit */
    assert_int_equal(verifier_answer(&rivals.host, 2, rivals.answer, NOON), PRAP_CONFLICT);
    assert_int_equal(verifier_give_up(&rivals.host, 2, NOON), PRAP_CONFLICT);
    assert_int_equal(verifier_ask(&rivals.host, MONDAY + 28, NOON), PRAP_CONFLICT);
    assert_int_equal(verifier_release(&rivals.host, NOON), PRAP_CONFLICT);
    const uint32_t positions[] = {1, 2, 3};
    assert_int_equal(verifier_record(&rivals.host, MONDAY, positions, PRAP_CHALLENGE_PASSED, "", NOON),
                     PRAP_CONFLICT);
    rival.skip = 1; /* the failure is stored, and the pass never */
    assert_int_equal(verifier_answer(&rivals.host, 2, rivals.answer, NOON), PRAP_CONFLICT);
    rival.times = 0;
    memory_store_listen(rivals.host.store, NULL, NULL);
    assert_int_equal(verifier_report(&rivals.host, NOON), PRAP_OK);
    assert_int_equal(rivals.host.exposure.failures, 1);
    close_rivals(&rivals);
}

enum call { ANSWER, GIVE_UP, ASK, RELEASE, RECORD, CALLS };

static prap_status call_with_rivals(enum call call, unsigned times, unsigned skip) {
    static const uint32_t positions[] = {1, 2, 3};
    struct rivals rivals;
    open_rivals(&rivals, 9);
    ask(&rivals);
    struct rival rival = {&rivals.other, release, skip, times};
    memory_store_listen(rivals.host.store, interfere, &rival);
    const prap_status status =
        call == ANSWER    ? verifier_answer(&rivals.host, 1, rivals.answer, NOON)
        : call == GIVE_UP ? verifier_give_up(&rivals.host, 1, NOON)
        : call == ASK     ? verifier_ask(&rivals.host, MONDAY + 28, NOON + 10)
        : call == RELEASE ? verifier_release(&rivals.host, NOON)
                          : verifier_record(&rivals.host, MONDAY, positions, PRAP_CHALLENGE_PASSED, "", NOON);
    assert_int_equal(rival.times, 0);
    close_rivals(&rivals);
    return status;
}

/* Eight times a call decides anew, and no more: seven rivals are borne with, the eighth is one too many. */
static void as_many_tries_as_there_are(void **state) {
    (void)state;
    for (unsigned call = 0; call < CALLS; call++) {
        const unsigned last =
            call == ASK ? 5 : 7; /* to ask is to expire what waited, to ask, and to look at it */
        if (call_with_rivals((enum call)call, last, 0) != PRAP_OK)
            fail_msg("call %u gives up too soon", call);
        if (call_with_rivals((enum call)call, last + 1, 0) != PRAP_CONFLICT)
            fail_msg("call %u goes on too long", call);
    }
    assert_int_equal(call_with_rivals(ANSWER, 7, 1), PRAP_OK); /* between the failure and the pass */
    assert_int_equal(call_with_rivals(ANSWER, 8, 1), PRAP_CONFLICT);
}

/* A store that asks to be tried again: eight times, after one load. */
static void a_commit_is_put_again(void **state) {
    (void)state;
    struct verifier_host host;
    verifier_host_open(&host, NULL);
    assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_OK);
    const struct memory_store_trouble trouble = {.fault = MEMORY_STORE_STATUS_BEFORE,
                                                 .nth = 1,
                                                 .sticky = true,
                                                 .only = MEMORY_STORE_COMMIT,
                                                 .status = PRAP_RETRY};
    memory_store_order(host.store, &trouble);
    assert_int_equal(verifier_give_up(&host, 1, NOON), PRAP_RETRY);
    assert_int_equal(memory_store_calls(host.store), 1 + 8);
    memory_store_order(host.store, NULL);
    assert_int_equal(verifier_host_close(&host), 0);
}

/* Another process asks: before us, or when our answer has been looked at and its failure not been taken back.
 */
static void another_asks_meanwhile(void **state) {
    (void)state;
    struct rivals rivals;
    open_rivals(&rivals, 9);
    struct rival rival = {&rivals.other, ask_too, 0, 1};
    memory_store_listen(rivals.host.store, interfere, &rival);
    assert_int_equal(verifier_ask(&rivals.host, MONDAY, NOON), PRAP_OK);
    assert_int_equal(rivals.host.challenge.number, 1);
    assert_int_equal(rivals.host.challenge.repeated, 1);
    assert_memory_equal(rivals.host.challenge.positions, rivals.other.challenge.positions,
                        sizeof rivals.host.challenge.positions);
    verifier_right_answer(&rivals.host, rivals.answer);
    rival = (struct rival){&rivals.other, ask_too, 1, 1};
    assert_int_equal(verifier_answer(&rivals.host, 1, rivals.answer, NOON), PRAP_OK);
    assert_int_equal(rivals.host.challenge.result, PRAP_CHALLENGE_PASSED);
    assert_int_equal(rivals.host.challenge.number, 1);
    memory_store_listen(rivals.host.store, NULL, NULL);
    /* Its challenge is as it was: what was passed is the one before. */
    assert_int_equal(verifier_look(&rivals.host, NOON), PRAP_OK);
    assert_int_equal(rivals.host.challenge.result, PRAP_CHALLENGE_ASKED);
    assert_int_equal(rivals.host.challenge.number, 2);
    assert_memory_equal(rivals.host.challenge.positions, rivals.other.challenge.positions,
                        sizeof rivals.host.challenge.positions);
    close_rivals(&rivals);
}

/* A generator that begins anew with each process: its blocks are those that the stream knows already. */
static void a_process_that_draws_what_another_drew(void **state) {
    (void)state;
    unsigned alike = 0;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        struct rivals rivals;
        uint32_t positions[3];
        open_rivals(&rivals, seed);
        random_source_init(&rivals.host.random, seed);
        assert_int_equal(verifier_ask(&rivals.host, MONDAY, NOON), PRAP_OK);
        memcpy(positions, rivals.host.challenge.positions, sizeof positions);
        verifier_right_answer(&rivals.host, rivals.answer);
        assert_int_equal(verifier_answer(&rivals.host, 1, rivals.answer, NOON), PRAP_OK);
        assert_int_equal(verifier_ask(&rivals.other, MONDAY, NOON), PRAP_OK);
        alike += memcmp(positions, rivals.other.challenge.positions, sizeof positions) == 0;
        close_rivals(&rivals);
    }
    assert_true(alike < 5);
}

/* The code changes while an answer is judged. */
static void a_code_may_change_in_between(void **state) {
    (void)state;
    struct rivals rivals;
    open_rivals(&rivals, 9);
    struct rival rival = {&rivals.other, ask_of_the_next_code, 1, 1};
    ask(&rivals);
    memory_store_listen(rivals.host.store, interfere, &rival);
    assert_int_equal(verifier_answer(&rivals.host, 1, rivals.answer, NOON), PRAP_OK);
    assert_int_equal(rivals.host.challenge.result, PRAP_CHALLENGE_SUPERSEDED);
    close_rivals(&rivals);
}

/* What goes wrong at each commit of one call, in turn, and at the load after the last. */
struct troubles {
    struct memory_store *store;
    struct verifier_host *rival; /* comes in at the last of them */
    struct memory_store_trouble each[2];
    unsigned commits;
};

static void order_next(void *user, enum memory_store_call call) {
    struct troubles *const troubles = user;
    if (call != MEMORY_STORE_COMMIT || troubles->commits >= 2) return;
    const struct memory_store_trouble *const next = &troubles->each[troubles->commits++];
    memory_store_order(troubles->store, next->fault == MEMORY_STORE_SOUND ? NULL : next);
    if (troubles->commits == 2 && troubles->rival != NULL) {
        memory_store_listen(troubles->store, NULL, NULL);
        memory_store_order(troubles->store, NULL);
        assert_int_equal(verifier_release(troubles->rival, NOON), PRAP_OK);
        memory_store_order(troubles->store, next);
    }
}

static void two_things_go_wrong(void **state) {
    (void)state;
    struct rivals rivals;
    open_rivals(&rivals, 9);
    ask(&rivals);
    /* It may have happened, and then the store fails: that is not "nothing happened". */
    const struct memory_store_trouble unknown = {
        .fault = MEMORY_STORE_STATUS_BEFORE, .nth = 1, .status = PRAP_UNKNOWN};
    const struct memory_store_trouble fails = {
        .fault = MEMORY_STORE_STATUS_BEFORE, .nth = 1, .status = PRAP_FAIL};
    struct troubles troubles = {rivals.host.store, NULL, {unknown, fails}, 0};
    memory_store_listen(rivals.host.store, order_next, &troubles);
    assert_int_equal(verifier_answer(&rivals.host, 1, rivals.answer, NOON), PRAP_UNKNOWN);
    /* The failure is stored, the pass meets a conflict, and the stream cannot be read any more. */
    const struct memory_store_trouble unread = {.fault = MEMORY_STORE_STATUS_BEFORE,
                                                .nth = 1,
                                                .sticky = true,
                                                .only = MEMORY_STORE_LOAD,
                                                .status = PRAP_RETRY};
    troubles =
        (struct troubles){rivals.host.store, &rivals.other, {{.fault = MEMORY_STORE_SOUND}, unread}, 0};
    memory_store_listen(rivals.host.store, order_next, &troubles);
    assert_int_equal(verifier_answer(&rivals.host, 1, rivals.answer, NOON), PRAP_RETRY);
    memory_store_listen(rivals.host.store, NULL, NULL);
    memory_store_order(rivals.host.store, NULL);
    assert_int_equal(verifier_report(&rivals.host, NOON), PRAP_OK);
    assert_int_equal(rivals.host.exposure.passed, 0);
    assert_int_equal(rivals.host.exposure.failures, 1);
    close_rivals(&rivals);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_conflict_is_decided_anew),
        cmocka_unit_test(as_many_tries_as_there_are),
        cmocka_unit_test(a_commit_is_put_again),
        cmocka_unit_test(another_asks_meanwhile),
        cmocka_unit_test(a_process_that_draws_what_another_drew),
        cmocka_unit_test(a_code_may_change_in_between),
        cmocka_unit_test(two_things_go_wrong),
    };
    return cmocka_run_group_tests_name("verifier rivals", tests, NULL, NULL);
}
