/* record-bytes.h: makes and mends the bytes of stored records, so that a checksum is no wall to a test. */
#ifndef TEST_RECORD_BYTES_H
#define TEST_RECORD_BYTES_H

#include <stddef.h>
#include <stdint.h>

enum { RECORD_HEADER_BYTES = 16 };

/* Writes the length and the checksum that belong to n bytes of record; n less than a header is left alone. */
void record_reseal(uint8_t *record, size_t n);

/* Appends a tag with a number, or with bytes, to a body; returns the new length. The room must be enough. */
size_t record_append_number(uint8_t *record, size_t n, uint32_t tag, int critical, uint64_t value);
size_t record_append_bytes(uint8_t *record, size_t n, uint32_t tag, int critical, const void *bytes,
                           size_t length);

#endif
