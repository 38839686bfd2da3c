/* siphash.c: see siphash.h. Byte order is fixed by shifts, so every machine gives the same. */
#include "base/siphash.h"

#include "base/secret.h"

static uint64_t rotate(uint64_t word, int bits) {
    return word << bits | word >> (64 - bits);
}

static void rounds(uint64_t v[4], int n) {
    for (int i = 0; i < n; i++) {
        v[0] += v[1];
        v[2] += v[3];
        v[1] = rotate(v[1], 13) ^ v[0];
        v[3] = rotate(v[3], 16) ^ v[2];
        v[0] = rotate(v[0], 32);
        v[2] += v[1];
        v[0] += v[3];
        v[1] = rotate(v[1], 17) ^ v[2];
        v[3] = rotate(v[3], 21) ^ v[0];
        v[2] = rotate(v[2], 32);
    }
}

static uint64_t read_word(const uint8_t *bytes) {
    uint64_t word = bytes[7];
    for (int i = 6; i >= 0; i--)
        word = word << 8 | bytes[i];
    return word;
}

static void write_word(uint8_t *bytes, uint64_t word) {
    for (int i = 0; i < 8; i++)
        bytes[i] = (uint8_t)(word >> 8 * i);
}

static void take_word(prapi_siphash *hash, uint64_t word) {
    hash->v[3] ^= word;
    rounds(hash->v, 2);
    hash->v[0] ^= word;
}

void prapi_siphash_begin(prapi_siphash *hash, const uint8_t key[16]) {
    const uint64_t low = read_word(key), high = read_word(key + 8);
    *hash = (prapi_siphash){.v = {low ^ 0x736f6d6570736575u, high ^ 0x646f72616e646f6du ^ 0xeeu,
                                  low ^ 0x6c7967656e657261u, high ^ 0x7465646279746573u}};
}

void prapi_siphash_add(prapi_siphash *hash, uint8_t byte) {
    hash->word |= (uint64_t)byte << 8 * (hash->n % 8);
    if (++hash->n % 8 != 0) return;
    take_word(hash, hash->word);
    hash->word = 0;
}

void prapi_siphash_end(prapi_siphash *hash, uint8_t ret_hash[16]) {
    uint64_t *const v = hash->v;
    take_word(hash, hash->word | hash->n << 56);
    v[2] ^= 0xeeu;
    rounds(v, 4);
    write_word(ret_hash, v[0] ^ v[1] ^ v[2] ^ v[3]);
    v[1] ^= 0xddu;
    rounds(v, 4);
    write_word(ret_hash + 8, v[0] ^ v[1] ^ v[2] ^ v[3]);
    prapi_wipe(hash, sizeof *hash);
}
