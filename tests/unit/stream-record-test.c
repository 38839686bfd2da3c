/*
 * stream-record-test.c: the bytes of an access-code check as they are stored for ever: a stream, an entry and
 * the checksum of a key, each against what the form of stream-record.h makes of it, worked out apart from the
 * library. shows PD-22a
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/crc.h"
#include "edge.h"
#include "provider-direct/stream-record.h"
#include "record-bytes.h"
#include "test-host.h"

/* Every member another number, and none of them the same in two of its bytes. */
static const prapi_stream stream = {
    .version = 0x0102030405060708, .chain = 0x11121314, .in_force = 19485, .change = 0x21222324, .length = 9,
    .latest = 28058401, .number = 0x31323334, .open = 1, .positions = 0x105, .asked_at = 28058400,
    .expires_at = 28058410, .exposed = 0x1C7, .passed = 0x41424344, .failed = 0x51525354,
    .given_up = 0x61626364, .expired = 0x71727374, .counted = 0x01828384, .failed_at = 28058399,
    .fingerprint = 0x91929394};

static const prapi_entry entry = {
    .sequence = 0x0102030405060708, .chain = 0x11121314, .kind = PRAPI_ENTRY_RECORDED, .at = 28058400,
    .nonce = -0x0102030405060708, .in_force = -3, .change = 0x21222324, .length = 9, .number = 0x31323334,
    .positions = 0x105, .expires_at = 28058410, .fingerprint = 0x91929394, .right = 1};

static void assert_written(const uint8_t *bytes, size_t n, const char *expected) {
    char text[2 * 512 + 1];
    for (size_t i = 0; i < n; i++)
        (void)snprintf(text + 2 * i, 3, "%02x", bytes[i]);
    assert_string_equal(text, expected);
}

static void records_are_written_as_ever(void **state) {
    (void)state;
    uint8_t room[PRAPI_STREAM_BYTES], other[PRAPI_ENTRY_BYTES];
    uint32_t chain = 0;
    memset(room, 0xEE, sizeof room);
    memset(other, 0xEE, sizeof other);
    prapi_stream_encode(&stream, 0xA1A2A3A4, room);
    assert_written(room, sizeof room,
                   "5052415056010000a000000091371f08a4a3a2a10000000008070605040302011413121100000000"
                   "1d4c000000000000242322210000000009000000000000002123ac01000000003433323100000000"
                   "010000000000000005010000000000002023ac01000000002a23ac0100000000c701000000000000"
                   "44434241000000005453525100000000646362610000000074737271000000008483820100000000"
                   "1f23ac01000000009493929100000000");
    prapi_entry_encode(&entry, 0xA1A2A3A4, other, &chain);
    assert_written(other, sizeof other,
                   "50524150510100007000000027900c69a4a3a2a10000000008070605040302011413121100000000"
                   "06000000000000002023ac0100000000f8f8f9fafbfcfdfefdffffffffffffff2423222100000000"
                   "0900000000000000343332310000000005010000000000002a23ac01000000009493929100000000"
                   "0100000000000000");
    assert_int_equal(chain, 0x690c9027);
}

/* The tenant and the id are told apart: what is moved from one to the other is another key. */
static void a_key_has_its_own_checksum(void **state) {
    (void)state;
    const prap_key key = {test_text("office-1"), test_text("holder-22")};
    const prap_key moved = {test_text("office-1h"), test_text("older-22")};
    const prap_key bare = {test_text(""), test_text("holder-22")};
    assert_int_equal(prapi_stream_key_hash(&key), 0xbafa2fd6);
    assert_int_equal(prapi_stream_key_hash(&moved), 0x5c0e4727);
    assert_int_equal(prapi_stream_key_hash(&bare), 0xd0494a45);
}

static prap_status read_back(const uint8_t *bytes, size_t n, prapi_stream *ret) {
    return prapi_stream_decode((prap_bytes){bytes, n}, 0xA1A2A3A4, ret);
}

static void what_was_written_is_read(void **state) {
    (void)state;
    uint8_t room[PRAPI_STREAM_BYTES];
    prapi_stream back;
    prapi_stream_encode(&stream, 0xA1A2A3A4, room);
    assert_int_equal(read_back(room, sizeof room, &back), PRAP_OK);
    assert_memory_equal(&back, &stream, sizeof back);
    /* A day before 1970 is negative. */
    prapi_stream early = stream;
    early.in_force = -1;
    prapi_stream_encode(&early, 0xA1A2A3A4, room);
    assert_int_equal(read_back(room, sizeof room, &back), PRAP_OK);
    assert_int_equal(back.in_force, -1);
    /* Neither writes nor reads past its room. */
    uint32_t chain;
    uint8_t *const exact = test_edge(NULL, PRAPI_STREAM_BYTES);
    prapi_stream_encode(&stream, 0xA1A2A3A4, exact);
    assert_int_equal(read_back(exact, PRAPI_STREAM_BYTES, &back), PRAP_OK);
    assert_memory_equal(&back, &stream, sizeof back);
    memcpy(room, exact, sizeof room);
    prapi_entry_encode(&entry, 0xA1A2A3A4, test_edge(NULL, PRAPI_ENTRY_BYTES), &chain);
    for (size_t n = 0; n < PRAPI_STREAM_BYTES; n++) {
        const prap_status cut = read_back(test_edge(room, n), n, &back);
        assert_int_equal(cut, n < 4 ? PRAP_E_FOREIGN : PRAP_E_DAMAGED);
    }
    /* The key's checksum takes all of its eight bytes. */
    room[16 + 7] = 1;
    record_reseal(room, sizeof room);
    assert_int_equal(read_back(room, sizeof room, &back), PRAP_E_DAMAGED);
}

/* The checksum of what the bytes are, whatever length they say. */
static void reseal_only(uint8_t *record, size_t n) {
    const uint32_t sum = prapi_crc32c(prapi_crc32c(0, record, 12), record + 16, n - 16);
    for (size_t i = 0; i < 4; i++)
        record[12 + i] = (uint8_t)(sum >> (8 * i));
}

/* A header and nothing else, sealed, and one that says a longer body than there is. */
static void lengths_that_cannot_be(void **state) {
    (void)state;
    uint8_t room[PRAPI_STREAM_BYTES];
    prapi_stream back;
    prapi_stream_encode(&stream, 0xA1A2A3A4, room);
    record_reseal(room, 16);
    assert_int_equal(read_back(room, 16, &back), PRAP_E_DAMAGED);
    room[6] = 1;
    record_reseal(room, 16);
    assert_int_equal(read_back(room, 16, &back), PRAP_E_VERSION);
    for (size_t at = 8; at < 12; at++) {
        prapi_stream_encode(&stream, 0xA1A2A3A4, room);
        room[at] ^= 1;
        reseal_only(room, sizeof room);
        assert_int_equal(read_back(room, sizeof room, &back), PRAP_E_DAMAGED);
    }
    /* An older major, whatever its minor, is no newer version. */
    prapi_stream_encode(&stream, 0xA1A2A3A4, room);
    room[5] = 0;
    room[6] = 1;
    record_reseal(room, sizeof room);
    assert_int_equal(read_back(room, sizeof room, &back), PRAP_E_DAMAGED);
}

/* The members together, at their edges. */
static void members_at_their_edges(void **state) {
    (void)state;
    static const struct {
        size_t member;
        int64_t value;
        prap_status status;
    } rows[] = {{offsetof(prapi_stream, positions), 0x1C0, PRAP_OK},
                {offsetof(prapi_stream, positions), 0x200, PRAP_E_DAMAGED},
                {offsetof(prapi_stream, positions), 0x206, PRAP_E_DAMAGED},
                {offsetof(prapi_stream, exposed), 0x1FF, PRAP_OK},
                {offsetof(prapi_stream, exposed), 0x200, PRAP_E_DAMAGED},
                {offsetof(prapi_stream, asked_at), 28058401, PRAP_OK},
                {offsetof(prapi_stream, asked_at), 28058402, PRAP_E_DAMAGED},
                {offsetof(prapi_stream, expires_at), 28058401, PRAP_OK},
                {offsetof(prapi_stream, expires_at), 28058400, PRAP_E_DAMAGED}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        uint8_t room[PRAPI_STREAM_BYTES];
        prapi_stream made = stream, back;
        memcpy((char *)&made + rows[i].member, &rows[i].value, sizeof rows[i].value);
        prapi_stream_encode(&made, 0xA1A2A3A4, room);
        assert_int_equal(read_back(room, sizeof room, &back), rows[i].status);
    }
    /* Where nothing was drawn yet, positions that were said aloud must be of the code all the same. */
    for (int64_t said = 0x100; said <= 0x200; said += 0x100) {
        uint8_t room[PRAPI_STREAM_BYTES];
        prapi_stream made = stream, back;
        made.open = made.asked_at = made.expires_at = made.positions = 0;
        made.exposed = said;
        prapi_stream_encode(&made, 0xA1A2A3A4, room);
        assert_int_equal(read_back(room, sizeof room, &back), said < 0x200 ? PRAP_OK : PRAP_E_DAMAGED);
    }
    /* Shut, it was not asked and does not expire: neither alone. */
    for (int which = 0; which < 4; which++) {
        uint8_t room[PRAPI_STREAM_BYTES];
        prapi_stream made = stream, back;
        made.open = 0;
        made.asked_at = which & 1 ? made.asked_at : 0;
        made.expires_at = which & 2 ? made.expires_at : 0;
        prapi_stream_encode(&made, 0xA1A2A3A4, room);
        assert_int_equal(read_back(room, sizeof room, &back), which == 0 ? PRAP_OK : PRAP_E_DAMAGED);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_are_written_as_ever), cmocka_unit_test(a_key_has_its_own_checksum),
        cmocka_unit_test(what_was_written_is_read),    cmocka_unit_test(lengths_that_cannot_be),
        cmocka_unit_test(members_at_their_edges),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
