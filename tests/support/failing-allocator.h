/*
 * failing-allocator.h: an allocator for tests. It fails the allocation it is told to, counts what is
 * outstanding, checks that each release names the size that was asked for, and poisons memory at both ends of
 * its life.
 */
#ifndef TEST_FAILING_ALLOCATOR_H
#define TEST_FAILING_ALLOCATOR_H

#include <stdbool.h>
#include <stddef.h>

#include "prap/host.h"

struct failing_allocator {
    prap_allocator interface; /* what the library is given */
    unsigned calls;           /* allocations asked for since the last failing_allocator_fail */
    unsigned fail_at;         /* the 1-based allocation that fails; 0: none */
    bool sticky;              /* every later one fails too */
    bool failed;              /* one did fail */
    size_t outstanding_bytes;
    size_t largest_bytes;    /* largest single allocation ever asked for */
    unsigned wrong_releases; /* released with another size than asked for, or written past the end */
};

void failing_allocator_init(struct failing_allocator *allocator);

/* From now on the nth allocation fails (1 is the next), once or for good. 0: none fails. */
void failing_allocator_fail(struct failing_allocator *allocator, unsigned nth, bool sticky);

#endif
