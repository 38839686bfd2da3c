/*
 * places.h: the abstract states that were reached, each once, in the order in which they were found, with one store that
 * stands there. Breadth first: a list that grows while it is walked.
 */
#ifndef EXPLORE_PLACES_H
#define EXPLORE_PLACES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "memory-store.h"

enum { PLACE_KEY = 96 };

struct place {
    uint8_t key[PLACE_KEY]; /* the abstract state, made from zeroed memory */
    struct memory_store *store;
    int64_t now;            /* the last day or minute of its history */
    size_t from;            /* the place before it; its own index: none */
    char by[48];            /* what was done there, in words */
};

struct places {
    struct place *places;
    size_t n, room;
    size_t *slots; /* 1 + index, by the hash of the key; 0: free */
    size_t n_slots;
};

/* Adds a copy of the place, with a copy of its store, unless its key is known. Whether it was new. */
bool places_add(struct places *places, const struct place *place);
void places_clear(struct places *places);

/* How it was reached, from the beginning, on standard error. */
void places_tell(const struct places *places, size_t at);

#endif
