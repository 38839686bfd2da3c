/*
 * siphash.h: SipHash-2-4 with 128 bits (Aumasson and Bernstein), a keyed hash of short texts: without the key
 * nobody can tell which text a hash is of, nor make another text with it. Pure.
 */
#ifndef PRAPI_BASE_SIPHASH_H
#define PRAPI_BASE_SIPHASH_H

#include <stddef.h>
#include <stdint.h>

typedef struct prapi_siphash {
    uint64_t v[4];
    uint64_t word; /* the bytes that have not made a whole word yet, lowest first */
    uint64_t n;    /* how many bytes have come */
} prapi_siphash;

void prapi_siphash_begin(prapi_siphash *hash, const uint8_t key[16]);
void prapi_siphash_add(prapi_siphash *hash, uint8_t byte);
void prapi_siphash_end(prapi_siphash *hash, uint8_t ret_hash[16]); /* and wipes the state */

#endif
