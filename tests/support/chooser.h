/*
 * chooser.h: where a test's choices come from: a seeded generator (property tests) or the bytes of a fuzzer.
 */
#ifndef TEST_CHOOSER_H
#define TEST_CHOOSER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct chooser {
    uint64_t state;       /* of the generator, when there are no bytes */
    const uint8_t *bytes; /* the fuzzer's, or NULL */
    size_t n;
    size_t used;
};

struct chooser chooser_from_seed(uint64_t seed);
struct chooser chooser_from_bytes(const uint8_t *bytes, size_t n);

/* 0..below - 1; below at least 1. Bytes that have run out give 0. */
uint32_t choose(struct chooser *chooser, uint32_t below);

/* True once in so many times. */
bool once_in(struct chooser *chooser, uint32_t times);

/* Whether the bytes have run out; never with a seed. */
bool chooser_is_done(const struct chooser *chooser);

#endif
