/* edge.c: see edge.h. */
#define _GNU_SOURCE
#include "edge.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* EDGE_BYTES between as many that may not be touched. */
static char *next_room(void) {
    static char *rooms[EDGE_ROOMS];
    static size_t next;
    char **const room = &rooms[next++ % EDGE_ROOMS];
    if (*room != NULL) return *room;
    char *const all = mmap(NULL, 3 * EDGE_BYTES, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (all == MAP_FAILED || mprotect(all + EDGE_BYTES, EDGE_BYTES, PROT_READ | PROT_WRITE) != 0) abort();
    *room = all + EDGE_BYTES;
    return *room;
}

static void *fill(char *at, const void *bytes, size_t n) {
    if (n == 0) return at;
    return bytes != NULL ? memcpy(at, bytes, n) : memset(at, 0, n);
}

void *test_edge(const void *bytes, size_t n) {
    if (n > EDGE_BYTES) abort();
    return fill(next_room() + EDGE_BYTES - n, bytes, n);
}

void *test_edge_before(const void *bytes, size_t n) {
    if (n > EDGE_BYTES) abort();
    return fill(next_room(), bytes, n);
}
