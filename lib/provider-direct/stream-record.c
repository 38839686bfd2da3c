/* stream-record.c: the canonical bytes of stream-record.h. */
#include "provider-direct/stream-record.h"

#include <string.h>

#include "base/crc.h"
#include "provider-direct/positions.h"

enum { HEADER_BYTES = 16, LENGTH_AT = 8, CRC_AT = 12, MAJOR = 1, MINOR = 0 };

static void put_number(uint8_t *at, uint64_t value, size_t bytes) {
    for (size_t i = 0; i < bytes; i++)
        at[i] = (uint8_t)(value >> (8 * i));
}

static uint64_t get_number(const uint8_t *at, size_t bytes) {
    uint64_t value = 0;
    for (size_t i = bytes; i-- > 0;)
        value = value << 8 | at[i];
    return value;
}

/* A number of the body. */
static void put_eight(uint8_t *at, uint64_t value) {
    put_number(at, value, 8);
}

static uint64_t get_eight(const uint8_t *at) {
    return get_number(at, 8);
}

/* Two's complement, without relying on how a conversion behaves that does not fit. */
static int64_t get_signed(const uint8_t *at) {
    const uint64_t value = get_eight(at);
    return value <= INT64_MAX ? (int64_t)value : -(int64_t)(UINT64_MAX - value) - 1;
}

uint32_t prapi_stream_key_hash(const prap_key *key) {
    const uint8_t separator = 0;
    uint32_t hash = prapi_crc32c(0, key->tenant.bytes, key->tenant.n);
    hash = prapi_crc32c(hash, &separator, 1);
    return prapi_crc32c(hash, key->case_id.bytes, key->case_id.n);
}

static uint32_t checksum_of(const uint8_t *record, size_t n) {
    const uint32_t header = prapi_crc32c(0, record, CRC_AT);
    return prapi_crc32c(header, record + HEADER_BYTES, n - HEADER_BYTES);
}

static uint32_t seal(uint8_t *record, char kind, size_t n) {
    memcpy(record, "PRAP", 4);
    record[4] = (uint8_t)kind;
    record[5] = MAJOR;
    record[6] = MINOR;
    record[7] = 0;
    put_number(record + LENGTH_AT, n - HEADER_BYTES, CRC_AT - LENGTH_AT);
    const uint32_t checksum = checksum_of(record, n);
    put_number(record + CRC_AT, checksum, 4);
    return checksum;
}

void prapi_stream_encode(const prapi_stream *stream, uint32_t key_hash, uint8_t room[PRAPI_STREAM_BYTES]) {
    uint8_t *at = room + HEADER_BYTES;
    put_eight(at, key_hash);
#define X(MEMBER, LOWEST, HIGHEST) put_eight(at += 8, (uint64_t)stream->MEMBER);
    PRAPI_STREAM_MEMBERS(X)
#undef X
    (void)seal(room, 'V', PRAPI_STREAM_BYTES);
}

void prapi_entry_encode(const prapi_entry *entry, uint32_t key_hash, uint8_t room[PRAPI_ENTRY_BYTES],
                        uint32_t *ret_chain) {
    uint8_t *at = room + HEADER_BYTES;
    put_eight(at, key_hash);
#define X(MEMBER, LOWEST, HIGHEST) put_eight(at += 8, (uint64_t)entry->MEMBER);
    PRAPI_ENTRY_MEMBERS(X)
#undef X
    *ret_chain = seal(room, 'Q', PRAPI_ENTRY_BYTES);
}

/* The checksum comes before the version, so that a flipped bit is never taken for a newer one. */
static prap_status open_record(prap_bytes record) {
    if (record.n < 4 || memcmp(record.bytes, "PRAP", 4) != 0) return PRAP_E_FOREIGN;
    if (record.n < HEADER_BYTES || get_number(record.bytes + LENGTH_AT, 4) != record.n - HEADER_BYTES) {
        return PRAP_E_DAMAGED;
    }
    if (get_number(record.bytes + CRC_AT, 4) != checksum_of(record.bytes, record.n)) return PRAP_E_DAMAGED;
    if (record.bytes[4] != 'V')
        return PRAP_E_FOREIGN; /* sound, and something else: a case in a stream's place */
    if (record.bytes[5] > MAJOR || (record.bytes[5] == MAJOR && record.bytes[6] > MINOR))
        return PRAP_E_VERSION;
    if (record.bytes[5] < MAJOR || record.bytes[7] != 0) return PRAP_E_DAMAGED;
    return record.n == PRAPI_STREAM_BYTES ? PRAP_OK : PRAP_E_DAMAGED;
}

/* What the members must be together. */
static bool is_whole(const prapi_stream *stream) {
    const uint32_t drawn = prapi_count_bits((uint32_t)stream->positions);
    const int64_t places = (int64_t)((uint64_t)1 << stream->length);
    if ((stream->positions | stream->exposed) >= places) return false;
    if (drawn != 0 && drawn != PRAP_CHALLENGE_POSITIONS) return false;
    if (stream->open == 0) return stream->asked_at == 0 && stream->expires_at == 0;
    return drawn != 0 && stream->number != 0 && stream->expires_at > stream->asked_at &&
           stream->asked_at <= stream->latest;
}

prap_status prapi_stream_decode(prap_bytes record, uint32_t key_hash, prapi_stream *ret_stream) {
    const prap_status status = open_record(record);
    if (status != PRAP_OK) return status;
    const uint8_t *at = record.bytes + HEADER_BYTES;
    if (get_eight(at) != key_hash) return PRAP_E_DAMAGED;
    prapi_stream stream;
    bool fits = true;
    //@ dynamic_split fits;
#define X(MEMBER, LOWEST, HIGHEST)                                                                           \
    stream.MEMBER = get_signed(at += 8);                                                                     \
    if (stream.MEMBER < (LOWEST) || stream.MEMBER > (HIGHEST)) fits = false;
    PRAPI_STREAM_MEMBERS(X)
#undef X
    if (!fits || !is_whole(&stream)) return PRAP_E_DAMAGED;
    *ret_stream = stream;
    return PRAP_OK;
}
