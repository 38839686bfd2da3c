/*
 * challenge-test.c: three of eight characters, asked and judged (T-P-12, T-P-13).
 * shows PD-22a, PD-22b, PD-23, PD-23-F, PD-A-R1, PD-16b
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "verifier-host.h"

enum {
    MONDAY = 19485,
    NEXT_MONDAY = 19513,
    NOON = 28058400
}; /* 2023-05-08, 2023-06-05; a minute of 2023-05-08 */

static void assert_asked(const struct verifier_host *host, uint32_t number) {
    const prap_challenge *c = &host->challenge;
    assert_int_equal(c->result, PRAP_CHALLENGE_ASKED);
    assert_int_equal(c->number, number);
    assert_true(c->positions[0] >= 1 && c->positions[0] < c->positions[1] &&
                c->positions[1] < c->positions[2] && c->positions[2] <= 8);
}

static void pass(struct verifier_host *host, prap_instant at) {
    char answer[4];
    assert_int_equal(verifier_ask(host, MONDAY, at), PRAP_OK);
    assert_int_equal(host->challenge.result, PRAP_CHALLENGE_ASKED);
    verifier_right_answer(host, answer);
    assert_int_equal(verifier_answer(host, host->challenge.number, answer, at), PRAP_OK);
    assert_int_equal(host->challenge.result, PRAP_CHALLENGE_PASSED);
}

static void three_of_three_pass(void **state) {
    (void)state;
    struct verifier_host host;
    char answer[4];
    verifier_host_open(&host, NULL);
    assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_OK);
    assert_asked(&host, 1);
    assert_int_equal(host.challenge.asked_at, NOON);
    assert_int_equal(host.challenge.expires_at, NOON + 10);
    assert_int_equal(host.challenge.repeated, 0);
    assert_string_equal(prap_rule_by_number(host.challenge.rule)->id, "PD-22a");
    verifier_right_answer(&host, answer);
    assert_int_equal(verifier_answer(&host, 1, answer, NOON + 1), PRAP_OK);
    assert_int_equal(host.challenge.result, PRAP_CHALLENGE_PASSED);
    assert_string_equal(prap_rule_by_number(host.challenge.rule)->id, "PD-23");
    assert_int_equal(host.challenge.number, 1);
    assert_int_equal(host.challenge.positions[0], 0);
    assert_int_equal(verifier_report(&host, NOON + 1), PRAP_OK);
    assert_int_equal(host.exposure.passed, 1);
    assert_int_equal(host.exposure.failures, 0);
    assert_int_equal(host.exposure.exposed, 3);
    assert_int_equal(host.exposure.answerable, 1);
    assert_int_equal(host.exposure.sets, 56);
    assert_int_equal(verifier_host_close(&host), 0);
}

/* Every way of being wrong in one, two or three characters, and in the case of one. */
static void anything_less_fails(void **state) {
    (void)state;
    static const prap_challenge_limits unlimited = {.size = sizeof unlimited, .answer_minutes = 10};
    struct verifier_host host;
    verifier_host_open(&host, &unlimited);
    for (unsigned wrong = 1; wrong < 8; wrong++) {
        char answer[4];
        assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_OK);
        verifier_right_answer(&host, answer);
        for (int i = 0; i < 3; i++)
            if ((wrong >> i & 1) != 0)
                answer[i] = (char)(answer[i] ^ (answer[i] > '9' ? 0x20 : 1)); /* the other case, or digit */
        assert_int_equal(verifier_answer(&host, host.challenge.number, answer, NOON), PRAP_OK);
        assert_int_equal(host.challenge.result, PRAP_CHALLENGE_FAILED);
        assert_string_equal(prap_rule_by_number(host.challenge.rule)->id, "PD-23-F");
    }
    assert_int_equal(verifier_report(&host, NOON), PRAP_OK);
    assert_int_equal(host.exposure.failures, 7);
    assert_int_equal(host.exposure.answered, 7);
    assert_int_equal(host.exposure.exposed, 3); /* the same three were asked again each time */
    assert_int_equal(verifier_host_close(&host), 0);
}

static void a_challenge_sticks_until_it_ends(void **state) {
    (void)state;
    struct verifier_host host, other;
    uint32_t positions[3];
    verifier_host_open(&host, NULL);
    assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_OK);
    memcpy(positions, host.challenge.positions, sizeof positions);
    for (int i = 0; i < 9; i++) {
        verifier_host_join(&other, host.store, NULL, NULL, 0, 1000u + (unsigned)i);
        assert_int_equal(verifier_ask(&other, MONDAY, NOON + i), PRAP_OK);
        assert_asked(&other, 1);
        assert_int_equal(other.challenge.repeated, 1);
        assert_memory_equal(other.challenge.positions, positions, sizeof positions);
        assert_int_equal(verifier_host_leave(&other), 0);
    }
    assert_int_equal(verifier_look(&host, NOON + 9), PRAP_OK);
    assert_asked(&host, 1);
    assert_int_equal(host.challenge.repeated, 1);
    assert_memory_equal(host.challenge.positions, positions, sizeof positions);
    /* One that has expired waits no more, and does not show what it asked. */
    assert_int_equal(verifier_look(&host, NOON + 10), PRAP_OK);
    assert_int_equal(host.challenge.result, PRAP_CHALLENGE_NOT_OPEN);
    assert_int_equal(host.challenge.rule, 0);
    assert_int_equal(host.challenge.repeated, 0);
    assert_int_equal(host.challenge.positions[0], 0);
    assert_true(host.challenge.asked_at == PRAP_INSTANT_NONE && host.challenge.expires_at == PRAP_INSTANT_NONE);
    assert_int_equal(verifier_ask(&host, MONDAY, NOON + 10),
                     PRAP_OK); /* expired: a failure, and the same again */
    assert_asked(&host, 2);
    assert_int_equal(host.challenge.repeated, 0);
    assert_memory_equal(host.challenge.positions, positions, sizeof positions);
    assert_int_equal(verifier_give_up(&host, 2, NOON + 11), PRAP_OK);
    assert_int_equal(host.challenge.result, PRAP_CHALLENGE_GIVEN_UP);
    assert_int_equal(verifier_give_up(&host, 2, NOON + 11), PRAP_OK);
    assert_int_equal(host.challenge.result, PRAP_CHALLENGE_NOT_OPEN);
    assert_int_equal(verifier_report(&host, NOON + 11), PRAP_OK);
    assert_int_equal(host.exposure.expired, 1);
    assert_int_equal(host.exposure.given_up, 1);
    assert_int_equal(host.exposure.failures, 2);
    assert_int_equal(host.exposure.exposed, 0); /* nothing was said */
    assert_int_equal(verifier_host_close(&host), 0);
}

static void redraw_draws_anew_and_counts(void **state) {
    (void)state;
    static const prap_challenge_limits redraw = {.size = sizeof redraw, .answer_minutes = 10, .redraw = 1};
    struct verifier_host host;
    uint32_t first[3];
    bool differs = false;
    verifier_host_open(&host, &redraw);
    for (unsigned i = 0; i < 20; i++) {
        assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_OK);
        assert_asked(&host, i + 1);
        if (i == 0) memcpy(first, host.challenge.positions, sizeof first);
        differs = differs || memcmp(first, host.challenge.positions, sizeof first) != 0;
        assert_int_equal(verifier_give_up(&host, i + 1, NOON), PRAP_OK);
    }
    assert_true(differs);
    assert_int_equal(verifier_report(&host, NOON), PRAP_OK);
    assert_int_equal(host.exposure.counted, 20);
    differs = false;
    for (unsigned i = 0; i < 20; i++) { /* answered wrong, and expired */
        const prap_instant at = NOON + 20 * (prap_instant)i;
        assert_int_equal(verifier_ask(&host, MONDAY, at), PRAP_OK);
        differs = differs || memcmp(first, host.challenge.positions, sizeof first) != 0;
        memcpy(first, host.challenge.positions, sizeof first);
        if (i % 2 == 0)
            assert_int_equal(verifier_answer(&host, host.challenge.number, "???", at), PRAP_OK);
        else
            assert_int_equal(verifier_look(&host, at + 10), PRAP_OK);
        if (i % 2 == 1) assert_int_equal(host.challenge.result, PRAP_CHALLENGE_NOT_OPEN);
    }
    assert_true(differs);
    assert_int_equal(verifier_host_close(&host), 0);
}

static void a_late_answer_is_not_looked_at(void **state) {
    (void)state;
    struct verifier_host host;
    char answer[4];
    verifier_host_open(&host, NULL);
    assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_OK);
    verifier_right_answer(&host, answer);
    assert_int_equal(verifier_answer(&host, 1, answer, NOON + 10), PRAP_OK);
    assert_int_equal(host.challenge.result, PRAP_CHALLENGE_EXPIRED);
    assert_int_equal(verifier_answer(&host, 1, answer, NOON + 10), PRAP_OK);
    assert_int_equal(host.challenge.result, PRAP_CHALLENGE_NOT_OPEN);
    assert_int_equal(host.challenge.number, 1);
    /* A clock that goes back does not bring it back, nor does an answer to another number. */
    assert_int_equal(verifier_ask(&host, MONDAY, NOON - 100), PRAP_OK);
    assert_asked(&host, 2);
    assert_int_equal(host.challenge.asked_at, NOON + 10);
    assert_int_equal(verifier_answer(&host, 3, answer, NOON), PRAP_OK);
    assert_int_equal(host.challenge.result, PRAP_CHALLENGE_NOT_OPEN);
    assert_int_equal(host.challenge.number, 2); /* there is no third */
    assert_int_equal(verifier_answer(&host, 1, answer, NOON), PRAP_OK);
    assert_int_equal(host.challenge.result, PRAP_CHALLENGE_NOT_OPEN);
    assert_int_equal(verifier_report(&host, NOON), PRAP_OK);
    assert_int_equal(host.exposure.passed, 0);
    assert_int_equal(host.exposure.failures, 1);
    assert_int_equal(verifier_host_close(&host), 0);
}

static void failures_lock_until_released(void **state) {
    (void)state;
    struct verifier_host host;
    verifier_host_open(&host, NULL);
    for (unsigned i = 1; i <= 10; i++) {
        assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_OK);
        assert_asked(&host, i);
        assert_int_equal(verifier_answer(&host, i, "???", NOON), PRAP_OK);
        assert_int_equal(host.challenge.locked, i == 10);
    }
    assert_int_equal(verifier_ask(&host, MONDAY, NOON + 500000), PRAP_OK);
    assert_int_equal(host.challenge.result, PRAP_CHALLENGE_LOCKED);
    assert_int_equal(host.challenge.rule, 0);
    assert_int_equal(host.challenge.positions[0], 0);
    assert_int_equal(host.challenge.repeated, 0);
    assert_int_equal(verifier_look(&host, NOON + 500000), PRAP_OK);
    assert_int_equal(host.challenge.result, PRAP_CHALLENGE_LOCKED);
    assert_int_equal(host.challenge.rule, 0);
    assert_int_equal(verifier_report(&host, NOON + 500000), PRAP_OK);
    assert_int_equal(host.exposure.locked, 1);
    assert_true(host.exposure.locked_until == PRAP_INSTANT_NONE);
    assert_int_equal(verifier_release(&host, NOON + 500000), PRAP_OK);
    assert_int_equal(host.challenge.result, PRAP_CHALLENGE_RELEASED);
    pass(&host, NOON + 500000);
    assert_int_equal(verifier_report(&host, NOON + 500000), PRAP_OK);
    assert_int_equal(host.exposure.counted, 0);
    assert_int_equal(host.exposure.failures, 10);
    assert_int_equal(verifier_host_close(&host), 0);
}

static void a_lock_may_run_out(void **state) {
    (void)state;
    static const prap_challenge_limits brief = {
        .size = sizeof brief, .answer_minutes = 10, .failures_max = 2, .lock_minutes = 60};
    struct verifier_host host;
    verifier_host_open(&host, &brief);
    for (unsigned i = 1; i <= 2; i++) {
        assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_OK);
        assert_int_equal(verifier_answer(&host, i, "???", NOON + i), PRAP_OK);
    }
    assert_int_equal(verifier_report(&host, NOON + 61), PRAP_OK);
    assert_int_equal(host.exposure.locked_until, NOON + 62);
    const uint32_t positions[] = {1, 2, 3};
    assert_int_equal(verifier_record(&host, MONDAY, positions, PRAP_CHALLENGE_FAILED, "", NOON + 2), PRAP_OK);
    assert_int_equal(host.challenge.locked, 1); /* one more, elsewhere, while it is locked */
    assert_int_equal(verifier_ask(&host, MONDAY, NOON + 61), PRAP_OK);
    assert_int_equal(host.challenge.result, PRAP_CHALLENGE_LOCKED);
    assert_int_equal(verifier_report(&host, NOON + 61), PRAP_OK);
    assert_int_equal(host.exposure.counted, 3);
    assert_int_equal(verifier_report(&host, NOON + 62), PRAP_OK);
    assert_int_equal(host.exposure.locked, 0);
    assert_int_equal(host.exposure.counted, 0); /* since it ran out */
    assert_int_equal(host.exposure.failures, 3);
    assert_int_equal(verifier_ask(&host, MONDAY, NOON + 62), PRAP_OK);
    assert_asked(&host, 3);
    assert_int_equal(verifier_answer(&host, 3, "???", NOON + 62), PRAP_OK);
    assert_int_equal(host.challenge.locked, 0); /* the first of a new row */
    assert_int_equal(verifier_ask(&host, MONDAY, NOON + 62), PRAP_OK);
    assert_int_equal(verifier_answer(&host, 4, "???", NOON + 62), PRAP_OK);
    assert_int_equal(host.challenge.locked, 1);
    assert_int_equal(verifier_host_close(&host), 0);
}

/* The next minute of a clock that goes on, back, and far. */
static prap_instant walk_on(uint64_t *drawn, prap_instant at) {
    static const prap_instant steps[] = {0, 1, -1, 9, -10, 59, -60, 61, 1440, -1440, 1000000, -1000000, 20000000, -20000000};
    *drawn = *drawn * 6364136223846793005u + 1442695040888963407u;
    const prap_instant next = at + steps[(*drawn >> 33) % (sizeof steps / sizeof *steps)];
    return next < 0 ? 0 : next;
}

/* Whichever way it walks: a lock lasts its minutes from the latest minute that was stored, no less when the clock goes back
   and no more when it comes again; and nothing that is stored goes back. */
static void a_clock_that_walks_shortens_no_lock(void **state) {
    (void)state;
    static const prap_challenge_limits brief = {
        .size = sizeof brief, .answer_minutes = 10, .failures_max = 2, .lock_minutes = 60};
    uint64_t drawn = 20261122;
    unsigned locked = 0, free_again = 0;
    for (int walk = 0; walk < 60; walk++) {
        struct verifier_host host;
        prap_instant at = NOON, latest = 0;
        verifier_host_open(&host, &brief);
        for (int failures = 0; failures < 2; failures++) {
            at = walk_on(&drawn, at);
            latest = at > latest ? at : latest;
            assert_int_equal(verifier_ask(&host, MONDAY, at), PRAP_OK);
            assert_int_equal(host.challenge.result, PRAP_CHALLENGE_ASKED);
            assert_int_equal(host.challenge.asked_at, latest);
            at = latest + failures; /* before it expires */
            latest = at;
            assert_int_equal(verifier_give_up(&host, host.challenge.number, at), PRAP_OK);
        }
        for (int look = 0; look < 40; look++) {
            at = walk_on(&drawn, look % 4 == 0 ? latest : at);
            const bool is_locked = (at > latest ? at : latest) < latest + 60;
            assert_int_equal(verifier_look(&host, at), PRAP_OK);
            assert_int_equal(host.challenge.locked, is_locked);
            assert_int_equal(verifier_report(&host, at), PRAP_OK);
            if (is_locked) assert_int_equal(host.exposure.locked_until, latest + 60);
            locked += is_locked;
            free_again += !is_locked;
        }
        assert_int_equal(verifier_host_close(&host), 0);
    }
    assert_true(locked > 100 && free_again > 100);
}

static void the_code_changes(void **state) {
    (void)state;
    struct verifier_host host;
    char answer[4];
    verifier_host_open(&host, NULL);
    pass(&host, NOON);
    assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_OK);
    verifier_right_answer(&host, answer);
    assert_int_equal(verifier_ask(&host, NEXT_MONDAY, NOON + 1), PRAP_OK);
    assert_asked(&host, 3);
    assert_int_equal(verifier_answer(&host, 2, answer, NOON + 1), PRAP_OK);
    assert_int_equal(host.challenge.result, PRAP_CHALLENGE_NOT_OPEN);
    assert_int_equal(verifier_ask(&host, MONDAY, NOON + 1), PRAP_OK);
    assert_int_equal(host.challenge.result, PRAP_CHALLENGE_SUPERSEDED);
    assert_string_equal(prap_rule_by_number(host.challenge.rule)->id, "PD-47b");
    assert_int_equal(verifier_report(&host, NOON + 1), PRAP_OK);
    assert_int_equal(host.exposure.code.in_force, NEXT_MONDAY);
    assert_int_equal(host.exposure.exposed, 0);
    assert_int_equal(host.exposure.failures, 0);
    assert_int_equal(host.exposure.open, 3);
    /* Off cycle, on the same day: a later code all the same. */
    const prap_key key = verifier_stream();
    assert_int_equal(prap_verifier_ask(host.verifier, &key, (prap_code_id){NEXT_MONDAY, 1}, NOON + 2,
                                       &host.challenge, NULL),
                     PRAP_OK);
    assert_asked(&host, 4);
    assert_int_equal(verifier_ask(&host, NEXT_MONDAY, NOON + 2), PRAP_OK);
    assert_int_equal(host.challenge.result, PRAP_CHALLENGE_SUPERSEDED);
    assert_int_equal(verifier_host_close(&host), 0);
}

static void what_is_said_is_counted_and_reported(void **state) {
    (void)state;
    static const prap_challenge_limits strict = {
        .size = sizeof strict, .answer_minutes = 10, .exposed_warn = 4, .exposed_max = 6};
    static const uint32_t first[] = {1, 2, 3}, second[] = {3, 4, 5}, third[] = {6, 7, 8};
    struct verifier_host host;
    verifier_host_open(&host, &strict);
    assert_int_equal(verifier_record(&host, MONDAY, first, PRAP_CHALLENGE_PASSED, "call-1", NOON), PRAP_OK);
    assert_int_equal(host.challenge.result, PRAP_CHALLENGE_PASSED);
    assert_int_equal(host.challenge.renew, 0);
    assert_int_equal(verifier_record(&host, MONDAY, first, PRAP_CHALLENGE_PASSED, "call-1", NOON),
                     PRAP_OK); /* again */
    assert_int_equal(host.error.status, PRAP_OK);
    assert_string_equal(host.error.message, "");
    assert_int_equal(verifier_record(&host, MONDAY, second, PRAP_CHALLENGE_FAILED, "", NOON), PRAP_OK);
    assert_int_equal(host.challenge.renew, 1);
    assert_int_equal(verifier_report(&host, NOON), PRAP_OK);
    assert_int_equal(host.exposure.answered, 2);
    assert_int_equal(host.exposure.positions, 0x1F);
    assert_int_equal(host.exposure.exposed, 5);
    assert_int_equal(host.exposure.answerable, 10);
    assert_int_equal(host.exposure.overheard_ppm, prap_overheard_chance(8, 2));
    assert_int_equal(host.exposure.counted, 1);
    assert_int_equal(verifier_look(&host, NOON), PRAP_OK);
    assert_int_equal(host.challenge.result, PRAP_CHALLENGE_NOT_OPEN);
    assert_int_equal(verifier_record(&host, MONDAY, third, PRAP_CHALLENGE_PASSED, "", NOON), PRAP_OK);
    assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_OK);
    assert_int_equal(host.challenge.result, PRAP_CHALLENGE_EXPOSED);
    assert_int_equal(verifier_look(&host, NOON), PRAP_OK);
    assert_int_equal(host.challenge.result, PRAP_CHALLENGE_EXPOSED);
    assert_int_equal(verifier_ask(&host, NEXT_MONDAY, NOON), PRAP_OK);
    assert_asked(&host, 1);
    assert_int_equal(verifier_look(&host, NOON), PRAP_OK);
    assert_asked(&host, 1);
    assert_int_equal(verifier_record(&host, MONDAY, third, PRAP_CHALLENGE_PASSED, "", NOON), PRAP_OK);
    assert_int_equal(host.challenge.result, PRAP_CHALLENGE_SUPERSEDED);
    assert_int_equal(verifier_host_close(&host), 0);
}

/* Which of the characters was wrong shows neither in the calls into the store, nor in what is stored, nor in the answer. */
static void wrong_is_wrong_alike(void **state) {
    (void)state;
    struct memory_store *first = NULL;
    prap_challenge told = {0};
    unsigned calls = 0;
    for (unsigned wrong = 1; wrong < 8; wrong++) {
        struct verifier_host host;
        char answer[4];
        verifier_host_open(&host, NULL);
        assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_OK);
        verifier_right_answer(&host, answer);
        for (int i = 0; i < 3; i++)
            if ((wrong >> i & 1) != 0) answer[i] = answer[i] == 'x' ? 'y' : 'x';
        memory_store_order(host.store, NULL);
        assert_int_equal(verifier_answer(&host, 1, answer, NOON + 1), PRAP_OK);
        assert_int_equal(host.challenge.result, PRAP_CHALLENGE_FAILED);
        if (first == NULL) {
            first = memory_store_copy(host.store);
            calls = memory_store_calls(host.store);
            told = host.challenge;
        }
        assert_true(memory_store_equal(first, host.store));
        assert_int_equal(memory_store_calls(host.store), calls);
        assert_memory_equal(&host.challenge, &told, sizeof told);
        assert_int_equal(verifier_host_close(&host), 0);
    }
    assert_true(calls > 0);
    memory_store_destroy(first);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(three_of_three_pass),
        cmocka_unit_test(anything_less_fails),
        cmocka_unit_test(wrong_is_wrong_alike),
        cmocka_unit_test(a_challenge_sticks_until_it_ends),
        cmocka_unit_test(redraw_draws_anew_and_counts),
        cmocka_unit_test(a_late_answer_is_not_looked_at),
        cmocka_unit_test(failures_lock_until_released),
        cmocka_unit_test(a_lock_may_run_out),
        cmocka_unit_test(a_clock_that_walks_shortens_no_lock),
        cmocka_unit_test(the_code_changes),
        cmocka_unit_test(what_is_said_is_counted_and_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
