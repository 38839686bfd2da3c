/* spoil.h: members of public structs that are made wrong, or only otherwise, as the bytes say. */
#ifndef FUZZ_SPOIL_H
#define FUZZ_SPOIL_H

#include <string.h>

#include "fuzz.h"
#include "prap/prap.h"

enum { SPOIL_ROOM = 64 };

/* A struct with room behind it, so that it may say that it is longer. */
#define ROOMY(type)                       \
    union {                               \
        type it;                          \
        uint8_t room[sizeof(type) + SPOIL_ROOM]; \
    }

/* Makes a ROOMY this struct, and what is behind it empty, as of a struct that a newer program made. */
#define FURNISH(roomy, ...) (memset(&(roomy), 0, sizeof(roomy)), (roomy).it = __VA_ARGS__)

/* Two bytes: which member of the struct, in a ROOMY of its own, and what becomes of it. A number becomes another, a text
 * another, a pointer NULL, a count none or, where the header gives a limit, one above it; a size may take in the room. */
void spoil(struct rest *rest, const char *type, void *what);

/* A status that a callback may return, or may not: each number gives one. */
prap_status spoil_status(uint32_t which);

#endif
