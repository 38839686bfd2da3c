#define _GNU_SOURCE
#include "edge.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

void *test_edge(const void *bytes, size_t n) {
    static char *rooms[EDGE_ROOMS];
    static size_t next;
    const size_t page = (size_t)sysconf(_SC_PAGESIZE);
    char **const room = &rooms[next++ % EDGE_ROOMS];
    if (n > EDGE_BYTES || page < EDGE_BYTES) abort();
    if (*room == NULL) {
        *room = mmap(NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (*room == MAP_FAILED || mprotect(*room + page, page, PROT_NONE) != 0) abort();
    }
    char *const at = *room + page - n;
    if (n > 0 && bytes != NULL) memcpy(at, bytes, n);
    if (n > 0 && bytes == NULL) memset(at, 0, n);
    return at;
}
