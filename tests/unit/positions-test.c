/*
 * positions-test.c: every random number and the set it stands for; what overheard checks are worth, counted
 * out in full; what is no source of random bytes. shows PD-22a
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "engine/verifier.h"
#include "provider-direct/positions.h"
#include "share.h"
#include "verifier-host.h"

/* All 65,536 numbers: each set of a code of eight has 1,170 of them, and 16 are drawn again. The same for
 * other codes. */
static void every_set_has_the_same_share(void **state) {
    (void)state;
    const uint32_t step = 100 / (uint32_t)test_share(100);
    for (uint32_t length = PRAP_CODE_LENGTH_MIN; length <= PRAP_CODE_LENGTH_MAX; length += length < 9 ? 1 : step) {
        const uint32_t sets = prapi_sets_of(length);
        static uint32_t masks[4960], shares[4960];
        uint32_t n = 0, rejected = 0;
        for (uint32_t number = 0; number < 65536; number++) {
            const uint32_t mask = prapi_positions_of((uint16_t)number, length);
            if (mask == 0) {
                rejected++;
                continue;
            }
            assert_int_equal(prapi_count_bits(mask), 3);
            if (length < 32) assert_int_equal(mask >> length, 0);
            const uint32_t at = number % sets;
            if (number < sets) {
                for (uint32_t i = 0; i < n; i++) {
                    if (length <= 8) assert_int_not_equal(masks[i], mask);
                }
                assert_true(n == 0 || masks[n - 1] < mask);
                masks[n++] = mask;
                shares[at] = 0;
            }
            assert_int_equal(masks[at], mask);
            shares[at]++;
            if (length > 12 && number > 3 * sets)
                break; /* the same again: the slow way to unrank is for few */
        }
        if (length > 12) continue;
        assert_int_equal(n, sets);
        for (uint32_t i = 0; i < sets; i++)
            assert_int_equal(shares[i], 65536 / sets);
        assert_int_equal(rejected, 65536 % sets);
    }
    assert_int_equal(prapi_sets_of(8), 56);
    assert_int_equal(prapi_sets_of(2), 0);
}

static void a_set_is_listed_and_read_back(void **state) {
    (void)state;
    for (uint32_t a = 0; a <= 9; a++) {
        for (uint32_t b = 0; b <= 9; b++) {
            for (uint32_t c = 0; c <= 9; c++) {
                const uint32_t positions[] = {a, b, c};
                const uint32_t mask = prapi_positions_mask(positions, 8);
                if (!(a >= 1 && a < b && b < c && c <= 8)) {
                    assert_int_equal(mask, 0);
                    continue;
                }
                uint32_t listed[3];
                prapi_positions_list(mask, listed);
                assert_memory_equal(listed, positions, sizeof positions);
            }
        }
    }
    /* No positions are three noughts, and nothing besides. */
    uint32_t none[] = {7, 7, 7, 7};
    static const uint32_t noughts[] = {0, 0, 0, 7};
    prapi_positions_list(0, none);
    assert_memory_equal(none, noughts, sizeof none);
}

/*
 * What an eavesdropper knows after n checks, for every sequence of sets there is: 56 to the power of n of
 * them, gathered by what they leave known. In whole numbers up to six checks.
 */
static void what_overheard_checks_are_worth(void **state) {
    (void)state;
    static const uint32_t told[] = {0, 18, 179, 399, 590, 731}; /* in thousandths: 1.8 %, 17.9 % … 73.1 % */
    uint64_t ways[256] = {1};
    uint64_t all = 1;
    for (uint32_t checks = 0; checks <= 6; checks++) {
        uint64_t answerable = 0;
        for (uint32_t known = 0; known < 256; known++) {
            answerable += ways[known] * prapi_sets_of(prapi_count_bits(known));
        }
        const uint64_t ppm = (answerable * 1000000 + all * 56 / 2) / (all * 56);
        assert_int_equal(prap_overheard_chance(8, checks), ppm);
        if (checks < 6) assert_int_equal((ppm + 500) / 1000, told[checks]);
        uint64_t next[256] = {0};
        for (uint32_t known = 0; known < 256; known++) {
            for (uint32_t set = 0; set < 56; set++) {
                next[known | prapi_positions_of((uint16_t)set, 8)] += ways[known];
            }
        }
        memcpy(ways, next, sizeof ways);
        all *= 56;
    }
    assert_int_equal(prap_overheard_chance(8, 1), 17857);
    assert_int_equal(prap_overheard_chance(8, UINT32_MAX), 1000000);
    assert_int_equal(prap_overheard_chance(32, UINT32_MAX), 1000000);
    assert_int_equal(prap_overheard_chance(PRAP_CODE_LENGTH_MIN - 1, 5), 0);
    assert_int_equal(prap_overheard_chance(PRAP_CODE_LENGTH_MAX + 1, 5), 0);
}

/* The chance that so many checks all leave out i given positions. */
static double without(uint32_t length, uint32_t i, uint32_t checks) {
    const double left = length - i;
    const double share = left * (left - 1) * (left - 2) / ((double)length * (length - 1) * (length - 2));
    double power = 1;
    for (uint32_t check = 0; check < checks; check++)
        power *= share;
    return power;
}

/* By inclusion and exclusion: a set is known when none of its three was left out of every check. */
static void codes_of_every_length(void **state) {
    (void)state;
    for (uint32_t length = PRAP_CODE_LENGTH_MIN; length <= PRAP_CODE_LENGTH_MAX; length++) {
        for (uint32_t checks = 0; checks < 600; checks += checks < 20 ? 1 : 97) {
            const double chance = 1 - 3 * without(length, 1, checks) + 3 * without(length, 2, checks) - without(length, 3, checks);
            const double off = prap_overheard_chance(length, checks) - chance * 1e6;
            if (off < -0.51 || off > 0.51) fail_msg("%u positions, %u checks: off by %f", length, checks, off);
        }
    }
}

static void a_source_that_is_none_is_refused(void **state) {
    (void)state;
    for (int fault = RANDOM_SOUND; fault <= RANDOM_REJECTED; fault++) {
        struct random_source source;
        prapi_drawn drawn = {.positions = 77};
        random_source_init(&source, 3);
        source.fault = (enum random_fault)fault;
        const prap_status status = prapi_draw(&source.interface, 8, 0, &drawn);
        assert_int_equal(status, fault == RANDOM_SOUND ? PRAP_OK : PRAP_E_RANDOM);
        if (fault != RANDOM_SOUND) assert_int_equal(drawn.positions, 77);
    }
    for (unsigned at = 1; at <= 2; at++) {
        struct random_source source;
        prapi_drawn drawn;
        random_source_init(&source, 3);
        source.fail_at = at;
        assert_int_equal(prapi_draw(&source.interface, 8, 0, &drawn), PRAP_E_RANDOM);
    }
}

/* Blocks that differ each time, and hold a run of one byte at either end. */
struct runs {
    prap_random interface;
    uint8_t next;
    size_t first;
};

static prap_status fill_with_a_run(void *user, uint8_t *bytes, size_t n) {
    struct runs *const runs = user;
    for (size_t i = 0; i < n; i++)
        bytes[i] = (uint8_t)(runs->next * 31 + i * 7);
    memset(bytes + runs->first, runs->next++, 9);
    return PRAP_OK;
}

static void a_run_of_one_byte_is_no_source(void **state) {
    (void)state;
    for (size_t first = 0; first <= 23; first++) {
        struct runs runs = {{sizeof runs.interface, &runs, fill_with_a_run}, 1, first};
        prapi_drawn drawn;
        const prap_status status = prapi_draw(&runs.interface, 8, 0, &drawn);
        assert_int_equal(status, first == 0 || first == 23 ? PRAP_E_RANDOM : PRAP_OK);
    }
}

/* The same block as the stream's last one: the generator has begun anew, and its next block is taken. */
static void a_block_is_not_used_twice(void **state) {
    (void)state;
    struct random_source first, second;
    prapi_drawn drawn, other;
    random_source_init(&first, 3);
    random_source_init(&second, 3);
    assert_int_equal(prapi_draw(&first.interface, 8, 0, &drawn), PRAP_OK);
    assert_int_equal(prapi_draw(&second.interface, 8, drawn.fingerprint, &other), PRAP_OK);
    assert_int_not_equal(other.fingerprint, drawn.fingerprint);
    assert_true(other.nonce != drawn.nonce);
}

/* Many draws from a sound source: chi-square over the 56 sets, 55 degrees of freedom. */
static void draws_are_spread_evenly(void **state) {
    (void)state;
    const unsigned draws = (unsigned)test_share(56000);
    struct random_source source;
    uint32_t count[256] = {0};
    double chi = 0;
    random_source_init(&source, 11);
    for (unsigned i = 0; i < draws; i++) {
        prapi_drawn drawn;
        assert_int_equal(prapi_draw(&source.interface, 8, 0, &drawn), PRAP_OK);
        count[drawn.positions]++;
    }
    for (uint32_t mask = 0; mask < 256; mask++) {
        if (prapi_count_bits(mask) != 3) {
            assert_int_equal(count[mask], 0);
            continue;
        }
        const double off = (double)count[mask] - draws / 56.0;
        chi += off * off / (draws / 56.0);
    }
    assert_true(chi > 20 && chi < 110); /* one in a hundred thousand either way */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_set_has_the_same_share),    cmocka_unit_test(a_set_is_listed_and_read_back),
        cmocka_unit_test(what_overheard_checks_are_worth), cmocka_unit_test(codes_of_every_length),
        cmocka_unit_test(a_source_that_is_none_is_refused),
        cmocka_unit_test(a_run_of_one_byte_is_no_source),  cmocka_unit_test(a_block_is_not_used_twice),
        cmocka_unit_test(draws_are_spread_evenly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
