/* heap.h: the C library's heap as an allocator, for what is not about memory. */
#ifndef TEST_HEAP_H
#define TEST_HEAP_H

#include <stdlib.h>

#include "prap/host.h"

static inline void *heap_allocate(void *user, size_t bytes) {
    (void)user;
    return malloc(bytes);
}

static inline void heap_release(void *user, void *block, size_t bytes) {
    (void)user;
    (void)bytes;
    free(block);
}

#define HEAP_ALLOCATOR {.size = sizeof(prap_allocator), .allocate = heap_allocate, .release = heap_release}

#endif
