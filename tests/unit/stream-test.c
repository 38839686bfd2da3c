/*
 * stream-test.c: what may come next in a stream of access-code checks, and what an entry makes of it, at the
 * edges of each condition; verifier-test.c and challenge-test.c go through the verifier.
 * shows PD-23, PD-23-F, PD-47b
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "catalogue/rules.h"
#include "prap/vocabulary.h"
#include "provider-direct/stream.h"

enum { DAY = 19485, NOON = 28058400 };

static const prap_challenge_limits no_limits = {.size = sizeof no_limits, .answer_minutes = 10};

static prapi_stream waiting(void) {
    return (prapi_stream){.version = 4,
                          .in_force = DAY,
                          .change = 2,
                          .length = 8,
                          .latest = NOON,
                          .number = 9,
                          .open = 1,
                          .positions = 7,
                          .asked_at = NOON,
                          .expires_at = NOON + 10,
                          .fingerprint = 77};
}

static void a_code_is_before_or_after(void **state) {
    (void)state;
    prapi_stream stream = waiting();
    static const struct {
        prap_code_id code;
        bool same, past;
    } rows[] = {{{DAY, 2}, true, false},     {{DAY, 1}, false, true},      {{DAY, 3}, false, false},
                {{DAY + 1, 1}, false, false}, {{DAY - 1, 3}, false, true}, {{DAY - 1, 2}, false, true},
                {{DAY + 1, 2}, false, false}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_int_equal(prapi_stream_has_code(&stream, rows[i].code), rows[i].same);
        assert_int_equal(prapi_stream_is_past(&stream, rows[i].code), rows[i].past);
    }
    stream.version = 1;
    assert_true(prapi_stream_is_past(&stream, (prap_code_id){DAY, 1}));
    /* An empty stream is about no code, not about the one that is all noughts. */
    const prapi_stream empty = {0};
    assert_false(prapi_stream_has_code(&empty, (prap_code_id){0, 0}));
    assert_false(prapi_stream_is_past(&empty, (prap_code_id){-1, 0}));
}

static uint32_t before_asking(const prapi_stream *stream, prap_code_id code, prap_instant now,
                              uint32_t *ret_result) {
    return prapi_stream_before_asking(stream, &no_limits, code, now, ret_result);
}

static void what_comes_before_asking(void **state) {
    (void)state;
    const prap_code_id code = {DAY, 2}, earlier = {DAY, 1}, later = {DAY, 3};
    prapi_stream stream = waiting();
    uint32_t result = 99;
    assert_int_equal(before_asking(&stream, later, NOON, &result), PRAPI_ENTRY_EXPIRED);
    assert_int_equal(result, 0);
    assert_int_equal(before_asking(&stream, earlier, NOON, &result), 0);
    assert_int_equal(result, PRAP_CHALLENGE_SUPERSEDED);
    assert_int_equal(before_asking(&stream, code, NOON + 9, &result), 0);
    assert_int_equal(result, PRAP_CHALLENGE_ASKED);
    assert_int_equal(before_asking(&stream, code, NOON + 10, &result), PRAPI_ENTRY_EXPIRED);
    assert_int_equal(result, 0);
    stream.open = 0;
    result = 99;
    assert_int_equal(before_asking(&stream, code, NOON, &result), PRAPI_ENTRY_ASKED);
    assert_int_equal(result, 0);
    result = 99;
    assert_int_equal(before_asking(&stream, later, NOON, &result), PRAPI_ENTRY_ASKED);
    assert_int_equal(result, 0);
    /* As many positions said aloud as the limit, and one fewer. */
    prap_challenge_limits limits = no_limits;
    limits.exposed_max = 3;
    stream.exposed = 0x16;
    assert_int_equal(prapi_stream_before_asking(&stream, &limits, code, NOON, &result), 0);
    assert_int_equal(result, PRAP_CHALLENGE_EXPOSED);
    stream.exposed = 0x14;
    assert_int_equal(prapi_stream_before_asking(&stream, &limits, code, NOON, &result), PRAPI_ENTRY_ASKED);
}

static void what_comes_before_ending(void **state) {
    (void)state;
    prapi_stream stream = waiting();
    uint32_t result = 99;
    const uint32_t answered = PRAPI_ENTRY_ANSWERED;
    assert_int_equal(prapi_stream_before_ending(&stream, 9, NOON + 9, answered, &result), answered);
    assert_int_equal(result, 0);
    assert_int_equal(prapi_stream_before_ending(&stream, 9, NOON + 10, answered, &result),
                     PRAPI_ENTRY_EXPIRED);
    assert_int_equal(prapi_stream_before_ending(&stream, 8, NOON, answered, &result), 0);
    assert_int_equal(result, PRAP_CHALLENGE_NOT_OPEN);
    stream.open = 0;
    result = 99;
    assert_int_equal(prapi_stream_before_ending(&stream, 9, NOON, answered, &result), 0);
    assert_int_equal(result, PRAP_CHALLENGE_NOT_OPEN);
}

static prapi_stream after(uint32_t kind, int64_t number, int64_t right) {
    prapi_stream stream = waiting();
    prapi_entry entry = prapi_entry_of(&stream, kind, NOON + 3);
    entry.number = number;
    entry.right = right;
    entry.positions = 0x70;
    entry.expires_at = NOON + 13;
    entry.fingerprint = 78;
    stream.failed = stream.counted = 5;
    prapi_stream_apply(&stream, &entry, &no_limits);
    return stream;
}

static void what_an_entry_does(void **state) {
    (void)state;
    prapi_stream stream = after(PRAPI_ENTRY_ASKED, 10, 0);
    assert_int_equal(stream.fingerprint, 78);
    assert_int_equal(stream.positions, 0x70);
    assert_int_equal(stream.expires_at, NOON + 13);
    assert_int_equal(stream.version, 5);
    stream = after(PRAPI_ENTRY_RECORDED, 9, 1);
    assert_int_equal(stream.passed, 1);
    assert_int_equal(stream.failed, 5);
    assert_int_equal(stream.exposed, 0x70);
    stream = after(PRAPI_ENTRY_RECORDED, 9, 0);
    assert_int_equal(stream.passed, 0);
    assert_int_equal(stream.failed, 6);
    assert_int_equal(stream.counted, 6);
    /* Passed: the positions are drawn anew next time, unless another challenge has come meanwhile. */
    stream = after(PRAPI_ENTRY_PASSED, 9, 0);
    assert_int_equal(stream.positions, 0);
    assert_int_equal(stream.failed, 4);
    assert_int_equal(stream.counted, 4);
    stream = after(PRAPI_ENTRY_PASSED, 8, 0);
    assert_int_equal(stream.positions, 7);
    stream = after(PRAPI_ENTRY_RELEASED, 9, 0);
    assert_int_equal(stream.counted, 0);
    assert_int_equal(stream.failed, 5);
}

static void when_to_renew(void **state) {
    (void)state;
    prap_challenge_limits limits = no_limits;
    prapi_stream stream = waiting();
    prap_exposure report = {.size = sizeof report};
    stream.exposed = 0;
    prapi_stream_report(&stream, &limits, NOON, &report);
    assert_int_equal(report.renew, 0);
    assert_int_equal(report.open, 9);
    limits.exposed_warn = 3;
    stream.exposed = 0x16;
    prapi_stream_report(&stream, &limits, NOON, &report);
    assert_int_equal(report.renew, 1);
    stream.exposed = 0x14;
    stream.open = 0;
    prapi_stream_report(&stream, &limits, NOON, &report);
    assert_int_equal(report.renew, 0);
    assert_int_equal(report.open, 0);
    assert_int_equal(report.locked_until, PRAP_INSTANT_NONE);
    /* A lock that has run out counts nothing; one that has not, all. */
    limits.failures_max = 2;
    limits.lock_minutes = 5;
    stream.counted = 2;
    stream.failed_at = NOON;
    prapi_stream_report(&stream, &limits, NOON + 5, &report);
    assert_int_equal(report.counted, 0);
    prapi_stream_report(&stream, &limits, NOON + 4, &report);
    assert_int_equal(report.counted, 2);
    assert_int_equal(report.locked_until, NOON + 5);
}

static void the_rule_of_a_result(void **state) {
    (void)state;
    assert_int_equal(prapi_result_rule(PRAP_CHALLENGE_ASKED), PRAPI_RULE_PD_22a);
    assert_int_equal(prapi_result_rule(PRAP_CHALLENGE_SUPERSEDED), PRAPI_RULE_PD_47b);
    assert_int_equal(prapi_result_rule(PRAP_CHALLENGE_LOCKED), 0);
    assert_int_equal(prapi_result_rule(PRAP_CHALLENGE_RELEASED), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_code_is_before_or_after), cmocka_unit_test(what_comes_before_asking),
        cmocka_unit_test(what_comes_before_ending),  cmocka_unit_test(what_an_entry_does),
        cmocka_unit_test(when_to_renew),             cmocka_unit_test(the_rule_of_a_result),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
