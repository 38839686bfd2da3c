/*
 * positions.c: three of eight: which sets there are, which one a random number stands for, and what overheard
 * ones are worth.
 *
 * rule PD-22a: decided by challenge asked
 */
#include "provider-direct/positions.h"

uint32_t prapi_sets_of(uint32_t n) {
    return n * (n - 1) * (n - 2) / 6; /* of fewer than three one factor is 0 */
}

uint32_t prapi_count_bits(uint32_t mask) {
    uint32_t n = 0;
    for (; mask != 0; mask &= mask - 1)
        n++;
    return n;
}

uint32_t prapi_positions_of(uint16_t number, uint32_t length) {
    const uint32_t sets = prapi_sets_of(length);
    const uint32_t whole = 65536u - 65536u % sets;
    if (number >= whole) return 0;
    uint32_t mask = 7; /* the sets in the order of their masks: the first is 1, 2, 3 */
    for (uint32_t left = number % sets; left > 0; left--) {
        /* The next greater number with as many bits. */
        const uint32_t lowest = mask & (0u - mask);
        const uint32_t carried = mask + lowest;
        mask = carried | (((mask ^ carried) / lowest) >> 2);
    }
    return mask;
}

void prapi_positions_list(uint32_t mask, uint32_t ret_positions[PRAP_CHALLENGE_POSITIONS]) {
    for (uint32_t i = 0; i < PRAP_CHALLENGE_POSITIONS; i++) {
        const uint32_t lowest = mask & (0u - mask);
        ret_positions[i] = mask == 0 ? 0 : prapi_count_bits(lowest - 1) + 1;
        mask ^= lowest;
    }
}

uint32_t prapi_positions_mask(const uint32_t positions[PRAP_CHALLENGE_POSITIONS], uint32_t length) {
    uint32_t mask = 0;
    uint32_t before = 0;
    for (uint32_t i = 0; i < PRAP_CHALLENGE_POSITIONS; i++) {
        if (positions[i] <= before || positions[i] > length) return 0;
        before = positions[i];
        mask |= 1u << (before - 1);
    }
    return mask;
}

static uint64_t pairs_of(uint64_t n) {
    return n * (n - 1) / 2;
}

/*
 * The known positions after each check, as shares of 2^40: of k known, a check of three drawn alike makes j
 * more with the chance C(length - k, j) C(k, 3 - j) / C(length, 3). When all is as good as known, checks
 * change nothing any more.
 */
uint32_t prap_overheard_chance(uint32_t length, uint32_t checks) {
    if (length < PRAP_CODE_LENGTH_MIN || length > PRAP_CODE_LENGTH_MAX) return 0;
    const uint64_t sets = prapi_sets_of(length);
    uint64_t share[2 * PRAP_CODE_LENGTH_MAX] = {(uint64_t)1 << 40}; /* MUT-EQUIV: more room than is used */
    bool grows = true;
    for (uint32_t check = 0; grows && check < checks; check++) {
        grows = false;
        for (uint32_t more = length; more > 0; more--) {
            const uint32_t k = more - 1;
            const uint64_t here = share[k];
            const uint32_t fresh = length - k;
            share[k] = here * prapi_sets_of(k) / sets;
            share[k + 1] += here * (fresh * pairs_of(k)) / sets;
            share[k + 2] += here * (pairs_of(fresh) * k) / sets;
            share[k + 3] += here * prapi_sets_of(fresh) / sets;
            grows = grows || here != 0;
        }
    }
    uint64_t chance = share[length]; /* who knows all can answer; who knows fewer than three, nothing */
    for (uint32_t k = length - 1; k >= PRAP_CHALLENGE_POSITIONS; k--)
        chance += share[k] * prapi_sets_of(k) / sets;
    return (uint32_t)((chance * 1000000 + ((uint64_t)1 << 39)) >> 40);
}
