/*
 * crc.c: CRC-32C (Castagnoli), reflected polynomial 0x82F63B78: sixteen bytes at a time, with one table look-up for each
 * (slicing by sixteen), or with the processor's own instruction where the compiler may use it (-msse4.2).
 */
#include "base/crc.h"

#if defined(__SSE4_2__) && defined(__x86_64__)
#include <string.h>

uint32_t prapi_crc32c(uint32_t crc, const void *bytes, size_t n) {
    const unsigned char *at = bytes;
    uint64_t remainder = (uint32_t)~crc;
    for (; n >= 8; n -= 8, at += 8) {
        uint64_t eight;
        memcpy(&eight, at, sizeof eight);
        remainder = __builtin_ia32_crc32di(remainder, eight);
    }
    for (; n > 0; n--, at++) remainder = __builtin_ia32_crc32qi((uint32_t)remainder, *at);
    return ~(uint32_t)remainder;
}

#else

/* The four bytes at a place as a number, whatever the machine's order. */
static uint32_t four(const unsigned char *at) {
    return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

/* What four bytes leave that are followed by so many more of the same step. */
static uint32_t leaves(uint32_t bytes, size_t after) {
    return prapi_crc_steps[after + 3][bytes & 0xFFu] ^ prapi_crc_steps[after + 2][bytes >> 8 & 0xFFu] ^
           prapi_crc_steps[after + 1][bytes >> 16 & 0xFFu] ^ prapi_crc_steps[after][bytes >> 24 & 0xFFu];
}

uint32_t prapi_crc32c(uint32_t crc, const void *bytes, size_t n) {
    const unsigned char *at = bytes;
    uint32_t remainder = ~crc;
    /*@ loop invariant n <= \at(n, Pre) && at == (unsigned char *)bytes + (\at(n, Pre) - n);
        loop assigns n, at, remainder; */
    for (; n >= 16; n -= 16, at += 16) { /* MUT-EQUIV: what is left is taken by four */
        remainder = leaves(remainder ^ four(at), 12) ^ leaves(four(at + 4), 8) ^ leaves(four(at + 8), 4) ^
                    leaves(four(at + 12), 0);
    }
    /*@ loop invariant n <= \at(n, Pre) && at == (unsigned char *)bytes + (\at(n, Pre) - n);
        loop assigns n, at, remainder; */
    for (; n >= 4; n -= 4, at += 4) /* MUT-EQUIV: what is left is taken one by one */
        remainder = leaves(remainder ^ four(at), 0);
    /*@ loop invariant n <= \at(n, Pre) && at == (unsigned char *)bytes + (\at(n, Pre) - n);
        loop assigns n, at, remainder; */
    for (; n > 0; n--, at++) remainder = prapi_crc_steps[0][(remainder ^ *at) & 0xFFu] ^ (remainder >> 8);
    return ~remainder;
}

#endif
