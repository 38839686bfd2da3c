#include "record-bytes.h"

#include <string.h>

#include "base/crc.h"

static void put_u32(uint8_t *at, uint32_t value) {
    for (size_t i = 0; i < 4; i++)
        at[i] = (uint8_t)(value >> (8 * i));
}

void record_reseal(uint8_t *record, size_t n) {
    if (n < RECORD_HEADER_BYTES) return;
    put_u32(record + 8, (uint32_t)(n - RECORD_HEADER_BYTES));
    uint32_t checksum = prapi_crc32c(0, record, 12);
    checksum = prapi_crc32c(checksum, record + RECORD_HEADER_BYTES, n - RECORD_HEADER_BYTES);
    put_u32(record + 12, checksum);
}

static size_t append_leb128(uint8_t *record, size_t n, uint64_t number) {
    do {
        record[n++] = (uint8_t)((number & 0x7F) | (number > 0x7F ? 0x80u : 0u));
        number >>= 7;
    } while (number != 0);
    return n;
}

size_t record_append_number(uint8_t *record, size_t n, uint32_t tag, int critical, uint64_t value) {
    n = append_leb128(record, n, (uint64_t)tag << 2 | (critical ? 2u : 0u));
    return append_leb128(record, n, value);
}

size_t record_append_bytes(uint8_t *record, size_t n, uint32_t tag, int critical, const void *bytes,
                           size_t length) {
    n = append_leb128(record, n, (uint64_t)tag << 2 | (critical ? 2u : 0u) | 1u);
    n = append_leb128(record, n, length);
    memcpy(record + n, bytes, length);
    return n + length;
}
