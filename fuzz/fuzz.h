/* fuzz.h: what the targets share: their entry point, what must hold, and the bytes of an input one after another. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

/* A complaint ends the process, which is what a fuzzer notices; NULL is none. */
static inline void heed(const char *complaint) {
    if (complaint == NULL) return;
    fprintf(stderr, "%s\n", complaint);
    abort();
}

static inline void must(bool holds, const char *what) {
    heed(holds ? NULL : what);
}

/* The bytes that are left; 0 past the end. */
struct rest {
    const uint8_t *bytes;
    size_t n;
};

static inline uint32_t take(struct rest *rest) {
    if (rest->n == 0) return 0;
    rest->n--;
    return *rest->bytes++;
}

#endif
