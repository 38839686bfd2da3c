/* crc.h: CRC-32C (Castagnoli), the checksum of records, calendars and tables. Pure; any thread. */
#ifndef PRAPI_BASE_CRC_H
#define PRAPI_BASE_CRC_H

#include <stddef.h>
#include <stdint.h>

/*
 * The checksum of n more bytes after a run whose checksum was crc; start with 0. Chainable: the checksum of a
 * whole equals that of its parts in turn. bytes may be NULL when n is 0. "123456789" gives 0xE3069283.
 */
uint32_t prapi_crc32c(uint32_t crc, const void *bytes, size_t n);

/* [k][b]: what byte b leaves when it and k bytes of zeros are shifted through. */
enum { PRAPI_CRC_STEPS = 16 };
extern const uint32_t prapi_crc_steps[PRAPI_CRC_STEPS][256];

#endif
