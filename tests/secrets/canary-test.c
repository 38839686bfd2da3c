/*
 * canary-test.c: secrets that are unlike anything else, looked for in every byte that the library hands to a
 * callback, stores, puts into an error or returns: whole or any four bytes of them in a row, forwards and
 * backwards, as hexadecimal digits, as 16-bit characters, and in base64 (tests/support/canaries.h).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "canaries.h"
#include "verifier-host.h"

enum { MONDAY = 19485, NOON = 28058400 };

static const char *const canaries[] = {"K7#pQz2$",
                                       "JG103759A",
                                       "jg 10 37 59 a",
                                       ("Wilhelmina \xC3\x98"
                                        "degardh"),
                                       "WILHELMINA ODEGARDH",
                                       "Ravensthorpe",
                                       "TEMPLETON Q",
                                       "?!?"};

static bool is_clean(const void *bytes, size_t n) {
    for (size_t c = 0; c < sizeof canaries / sizeof canaries[0]; c++) {
        if (canary_is_in(bytes, n, canaries[c], strlen(canaries[c]), CANARY_PIECE)) return false;
    }
    return true;
}

static prap_text text_of(const char *text) {
    return (prap_text){text, strlen(text)};
}

static void see_commit(void *user, const prap_change *change) {
    unsigned *const seen = user;
    assert_true(is_clean(change->snapshot.bytes, change->snapshot.n));
    assert_true(is_clean(change->events[0].record.bytes, change->events[0].record.n));
    assert_true(is_clean(change->id.bytes, change->id.n));
    assert_true(is_clean(change, sizeof *change));
    ++*seen;
}

static void a_verifier_gives_nothing_away(void **state) {
    (void)state;
    static const char *const answers[] = {"K7#", "?!?", "TEMPLETON Q", "?!", "\xC3", "K7#pQz2$"};
    struct verifier_host host;
    unsigned seen = 0;
    verifier_host_open(&host, NULL);
    prap_verifier_destroy(host.verifier);
    const prap_observer observer = {sizeof observer, &seen, see_commit};
    host.host.observer = &observer;
    assert_int_equal(
        prap_verifier_create(&host.host, &host.random.interface, NULL, 0, NULL, &host.verifier, NULL),
        PRAP_OK);
    const prap_key key = verifier_stream();
    for (size_t i = 0; i < sizeof answers / sizeof answers[0]; i++) {
        for (size_t c = 0; c < sizeof canaries / sizeof canaries[0]; c++) {
            assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_OK);
            const prap_status status =
                prap_verifier_answer(host.verifier, &key, host.challenge.number, text_of(canaries[c]),
                                     text_of(answers[i]), NOON, &host.challenge, &host.error);
            assert_int_equal(host.error.status, status);
            assert_true(is_clean(&host.challenge, sizeof host.challenge));
            assert_true(is_clean(&host.error, sizeof host.error));
            assert_int_equal(verifier_release(&host, NOON), PRAP_OK);
        }
    }
    const prap_bytes heard = memory_store_heard(host.store);
    assert_true(seen > 30 && heard.n > 10000);
    assert_true(is_clean(heard.bytes, heard.n));
    assert_true(is_clean(&host.host, sizeof host.host));
    assert_int_equal(verifier_host_close(&host), 0);
}

/* Every canary in every place where a participant's secrets go: well formed or not, right or wrong. */
static void a_check_gives_nothing_away(void **state) {
    (void)state;
    const size_t n = sizeof canaries / sizeof canaries[0];
    for (size_t i = 0; i < n * n * n; i++) {
        const prap_participant_answer answer = {sizeof answer, PRAP_QUESTION_EMPLOYMENT_HISTORY,
                                                text_of(canaries[i % n])};
        const prap_participant_held held = {.size = sizeof held,
                                            .lms_date = PRAP_DAY_NONE,
                                            .nino = text_of(canaries[i / n % n]),
                                            .name = text_of(canaries[3]),
                                            .answers = &answer,
                                            .n = 1};
        const prap_participant_said said = {.size = sizeof said,
                                            .question = PRAP_QUESTION_EMPLOYMENT_HISTORY,
                                            .nino = text_of(canaries[i / n / n]),
                                            .name = text_of(canaries[i % n]),
                                            .answer = text_of(canaries[5]),
                                            .answer_on = PRAP_DAY_NONE};
        prap_participant_check check = {.size = sizeof check};
        prap_error error = {.size = sizeof error};
        (void)prap_participant_check_of(&held, &said, NULL, 0, &check, &error);
        assert_true(is_clean(&check, sizeof check));
        assert_true(is_clean(&error, sizeof error));
        (void)prap_nino_check(held.nino, &error);
        assert_true(is_clean(&error, sizeof error));
    }
}

/* The search finds what there is to be found. */
static void the_search_finds(void **state) {
    (void)state;
    assert_false(is_clean("....7#pQ....", 12));
    assert_false(is_clean("...$2zQ...", 10));
    assert_false(is_clean("4b372370", 8));
    assert_false(is_clean(".52617665", 9));
    assert_false(is_clean("4a473130", 8));
    assert_false(is_clean("4A473130", 8));
    assert_false(is_clean("R\0a\0v\0e", 7));
    assert_false(is_clean("\0R\0a\0v\0e", 8));
    assert_false(is_clean("xRavex", 6));
    assert_false(is_clean("UmF2ZW5zdGhvcnBl", 16));  /* base64 of Ravensthorpe, */
    assert_false(is_clean("LlJhdmVuc3Rob3JwZQ", 18)); /* with one byte before it, */
    assert_false(is_clean("Li5SYXZlbnN0aG9ycGU", 19)); /* and with two */
    assert_true(is_clean("Raven", 3));
    assert_true(is_clean("a message of the library", 24));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_verifier_gives_nothing_away),
        cmocka_unit_test(a_check_gives_nothing_away),
        cmocka_unit_test(the_search_finds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
