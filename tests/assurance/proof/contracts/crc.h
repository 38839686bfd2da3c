/* Of lib/base/crc.c: the checksum reads the bytes that it is given and no others, however many they are. */
#include <stddef.h>
#include <stdint.h>

#include "base/crc.h"

/*@ requires \valid_read(at + (0 .. 3));
    assigns \nothing; */
static uint32_t four(const unsigned char *at);

/*@ requires after <= 12;
    assigns \nothing; */
static uint32_t leaves(uint32_t bytes, size_t after);

/*@ requires n == 0 || \valid_read((unsigned char *)bytes + (0 .. n - 1));
    requires n == 0 || \initialized((unsigned char *)bytes + (0 .. n - 1));
    assigns \result \from crc, ((unsigned char *)bytes)[0 .. n - 1], n; */
uint32_t prapi_crc32c(uint32_t crc, const void *bytes, size_t n);
