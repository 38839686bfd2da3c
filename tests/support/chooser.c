#include "chooser.h"

struct chooser chooser_from_seed(uint64_t seed) {
    return (struct chooser){.state = seed};
}

struct chooser chooser_from_bytes(const uint8_t *bytes, size_t n) {
    static const uint8_t none[1] = {0};
    return (struct chooser){.bytes = n > 0 ? bytes : none, .n = n};
}

/* SplitMix64: small, and good enough to pick events with. */
static uint64_t next(uint64_t *state) {
    uint64_t z = *state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

uint32_t choose(struct chooser *chooser, uint32_t below) {
    if (chooser->bytes == NULL) return (uint32_t)(next(&chooser->state) % below);
    uint32_t value = 0;
    for (uint32_t reach = 1; reach < below && chooser->used < chooser->n; reach <<= 8) {
        value = value << 8 | chooser->bytes[chooser->used++];
        if (reach > UINT32_MAX >> 8) break;
    }
    return value % below;
}

bool once_in(struct chooser *chooser, uint32_t times) {
    /* The last value, so that bytes which have run out choose the ordinary. */
    return choose(chooser, times) == times - 1;
}

bool chooser_is_done(const struct chooser *chooser) {
    return chooser->bytes != NULL && chooser->used >= chooser->n;
}
