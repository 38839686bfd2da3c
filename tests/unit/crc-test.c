/* crc-test.c: the table of CRC-32C against its definition, bit by bit, and against known answers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/crc.h"

/* The definition: reflected, polynomial 0x1EDC6F41, all ones at the start and inverted at the end. */
static uint32_t by_definition(const uint8_t *bytes, size_t n) {
    uint32_t remainder = 0xFFFFFFFFu;
    for (size_t bit = 0; bit < 8 * n; bit++) {
        const uint32_t in = (uint32_t)(bytes[bit / 8] >> (bit % 8)) & 1u;
        const uint32_t out = (remainder & 1u) ^ in;
        remainder >>= 1;
        if (out != 0) remainder ^= 0x82F63B78u;
    }
    return ~remainder;
}

static void known_answers(void **state) {
    (void)state;
    uint8_t bytes[32];
    assert_int_equal(prapi_crc32c(0, "123456789", 9), 0xE3069283u);
    memset(bytes, 0, sizeof bytes); /* these four: RFC 3720, B.4 */
    assert_int_equal(prapi_crc32c(0, bytes, sizeof bytes), 0x8A9136AAu);
    memset(bytes, 0xFF, sizeof bytes);
    assert_int_equal(prapi_crc32c(0, bytes, sizeof bytes), 0x62A8AB43u);
    for (uint8_t i = 0; i < sizeof bytes; i++)
        bytes[i] = i;
    assert_int_equal(prapi_crc32c(0, bytes, sizeof bytes), 0x46DD794Eu);
    for (uint8_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (uint8_t)(31 - i);
    assert_int_equal(prapi_crc32c(0, bytes, sizeof bytes), 0x113FDB5Cu);
}

static void nothing_changes_nothing(void **state) {
    (void)state;
    assert_int_equal(prapi_crc32c(0, NULL, 0), 0);
    assert_int_equal(prapi_crc32c(0xDEADBEEFu, NULL, 0), 0xDEADBEEFu);
}

static void every_byte_and_pair(void **state) {
    (void)state;
    for (unsigned first = 0; first < 256; first++) {
        uint8_t bytes[2] = {(uint8_t)first, 0};
        assert_int_equal(prapi_crc32c(0, bytes, 1), by_definition(bytes, 1));
        for (unsigned second = 0; second < 256; second += 5) {
            bytes[1] = (uint8_t)second;
            assert_int_equal(prapi_crc32c(0, bytes, 2), by_definition(bytes, 2));
        }
    }
}

static void parts_chain_to_the_whole(void **state) {
    (void)state;
    static const char whole[] = "a referral is received, accepted and started";
    const uint32_t expected = prapi_crc32c(0, whole, sizeof whole);
    assert_int_equal(expected, by_definition((const uint8_t *)whole, sizeof whole));
    for (size_t cut = 0; cut <= sizeof whole; cut++) {
        const uint32_t first = prapi_crc32c(0, whole, cut);
        assert_int_equal(prapi_crc32c(first, whole + cut, sizeof whole - cut), expected);
    }
}

/* From every place to every other: whatever is left over after the last sixteen, and the last four. */
static void every_length(void **state) {
    (void)state;
    uint8_t bytes[80];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (uint8_t)(i * 37 + 11);
    for (size_t from = 0; from < 8; from++) {
        for (size_t n = 0; from + n <= sizeof bytes; n++) {
            assert_int_equal(prapi_crc32c(0, bytes + from, n), by_definition(bytes + from, n));
        }
    }
}

/* In a run of sixteen each byte is looked up in a part of the table of its own: every entry of every part. */
static void every_byte_at_every_place(void **state) {
    (void)state;
    for (size_t at = 0; at < 16; at++) {
        for (unsigned byte = 0; byte < 256; byte++) {
            uint8_t bytes[16] = {0};
            bytes[at] = (uint8_t)byte;
            assert_int_equal(prapi_crc32c(0, bytes, sizeof bytes), by_definition(bytes, sizeof bytes));
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_answers),
        cmocka_unit_test(nothing_changes_nothing),
        cmocka_unit_test(every_byte_and_pair),
        cmocka_unit_test(parts_chain_to_the_whole),
        cmocka_unit_test(every_length),
        cmocka_unit_test(every_byte_at_every_place),
    };
    return cmocka_run_group_tests_name("crc", tests, NULL, NULL);
}
