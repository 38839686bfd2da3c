/*
 * draw.c: positions from the host's random source, and what is no source.
 *
 * Two blocks are asked for at the least, into memory that holds another pattern each time: a source that
 * gives the same block again, or leaves bytes as they were, is found out whatever status it returns. A block
 * whose fingerprint is that of the stream's last one is drawn again: a generator that begins anew with every
 * process would otherwise ask the same positions in each. A good source fails none of this but by a chance of
 * 2 to the power of -32.
 */
#include <string.h>

#include "base/crc.h"
#include "engine/verifier.h"
#include "provider-direct/positions.h"

enum { BLOCK_BYTES = 32, HALF = BLOCK_BYTES / 2, NONCE_BYTES = 8, TRIES = 8 };

static prap_status fill(const prap_random *random, uint8_t block[BLOCK_BYTES], uint8_t pattern) {
    memset(block, pattern, BLOCK_BYTES);
    return random->fill(random->user, block, BLOCK_BYTES) == PRAP_OK ? PRAP_OK : PRAP_E_RANDOM;
}

/* All of one byte at either end, or the same half twice: no block of a source is. */
static bool is_dull(const uint8_t block[BLOCK_BYTES]) {
    return memcmp(block, block + HALF, HALF) == 0 || memcmp(block, block + 1, NONCE_BYTES) == 0 ||
           memcmp(block + BLOCK_BYTES - NONCE_BYTES - 1, block + BLOCK_BYTES - NONCE_BYTES, NONCE_BYTES) == 0;
}

/* The first number of a block that stands for a set; 0 when none of them does. */
static uint32_t first_set(const uint8_t block[BLOCK_BYTES], uint32_t length) {
    uint32_t positions = 0;
    for (size_t i = NONCE_BYTES; positions == 0 && i < BLOCK_BYTES; i += 2) {
        positions = prapi_positions_of((uint16_t)(block[i] | block[i + 1] << 8), length);
    }
    return positions;
}

prap_status prapi_draw(const prap_random *random, uint32_t length, uint32_t before, prapi_drawn *ret_drawn) {
    uint8_t last[BLOCK_BYTES];
    uint8_t block[BLOCK_BYTES];
    prap_status status = fill(random, last, 0x00);
    for (int i = 0; status == PRAP_OK && i < TRIES; i++) {
        status = fill(random, block, 0xA5);
        const bool again = memcmp(block, last, BLOCK_BYTES) == 0;
        const prapi_drawn drawn = {.positions = first_set(block, length),
                                   .fingerprint = prapi_crc32c(0, block, BLOCK_BYTES)};
        memcpy(last, block, BLOCK_BYTES);
        if (status != PRAP_OK || again || is_dull(block) || drawn.fingerprint == before ||
            drawn.positions == 0)
            continue;
        *ret_drawn = drawn;
        for (size_t k = 0; k < NONCE_BYTES; k++)
            ret_drawn->nonce = ret_drawn->nonce << 8 | block[k];
        return PRAP_OK;
    }
    return PRAP_E_RANDOM;
}
