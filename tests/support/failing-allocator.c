#include "failing-allocator.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* In front of each block, one unit of maximal alignment; behind it, a guard. */
union head {
    max_align_t alignment;
    size_t bytes;
};

enum { FRESH = 0xA5, STALE = 0xDD, GUARD = 0x5A, GUARD_BYTES = 16 };

static void *allocate(void *user, size_t bytes) {
    struct failing_allocator *allocator = user;
    allocator->calls++;
    if (bytes > allocator->largest_bytes) allocator->largest_bytes = bytes;
    const bool due = allocator->fail_at != 0 && (allocator->sticky ? allocator->calls >= allocator->fail_at
                                                                   : allocator->calls == allocator->fail_at);
    if (due) {
        allocator->failed = true;
        return NULL;
    }
    union head *head = malloc(sizeof *head + bytes + GUARD_BYTES);
    if (head == NULL) abort();
    head->bytes = bytes;
    uint8_t *block = (uint8_t *)(head + 1);
    memset(block, FRESH, bytes);
    memset(block + bytes, GUARD, GUARD_BYTES);
    allocator->outstanding_bytes += bytes;
    return block;
}

static bool guard_is_whole(const uint8_t *guard) {
    for (size_t i = 0; i < GUARD_BYTES; i++)
        if (guard[i] != GUARD) return false;
    return true;
}

static void release(void *user, void *block, size_t bytes) {
    struct failing_allocator *allocator = user;
    union head *head = (union head *)block - 1;
    if (head->bytes != bytes || !guard_is_whole((const uint8_t *)block + head->bytes))
        allocator->wrong_releases++;
    allocator->outstanding_bytes -= head->bytes;
    memset(block, STALE, head->bytes);
    free(head);
}

void failing_allocator_init(struct failing_allocator *allocator) {
    memset(allocator, 0, sizeof *allocator);
    allocator->interface.size = sizeof allocator->interface;
    allocator->interface.user = allocator;
    allocator->interface.allocate = allocate;
    allocator->interface.release = release;
}

void failing_allocator_fail(struct failing_allocator *allocator, unsigned nth, bool sticky) {
    allocator->calls = 0;
    allocator->fail_at = nth;
    allocator->sticky = sticky;
    allocator->failed = false;
}
