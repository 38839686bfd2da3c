/* exact.h: memcmp as it is: Frama-C's own contract of it does not say which texts are the same. */
#ifndef PRAPI_PROOF_EXACT_H
#define PRAPI_PROOF_EXACT_H

#include <string.h>

static inline int exact_memcmp(const void *left, const void *right, size_t n) {
    const unsigned char *const a = left, *const b = right;
    for (size_t i = 0; i < n; i++) {
        if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
    }
    return 0;
}

#define memcmp(left, right, n) exact_memcmp(left, right, n)

#endif
