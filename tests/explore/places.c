#include "places.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "memory-cases.h"

static uint64_t hash_of(const uint8_t *key) {
    uint64_t hash = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < PLACE_KEY; i++)
        hash = (hash ^ key[i]) * UINT64_C(1099511628211);
    return hash;
}

/* Where the key is, or belongs. */
static size_t *slot_of(const struct places *places, const uint8_t *key) {
    size_t i = (size_t)hash_of(key) & (places->n_slots - 1);
    while (places->slots[i] != 0 && memcmp(places->places[places->slots[i] - 1].key, key, PLACE_KEY) != 0)
        i = (i + 1) & (places->n_slots - 1);
    return &places->slots[i];
}

static void make_room(struct places *places) {
    if (places->n < places->room) return;
    places->room = places->room == 0 ? 256 : 2 * places->room;
    places->places = memory_grow(places->places, places->room, sizeof *places->places);
    places->n_slots = 4 * places->room;
    places->slots = memory_grow(places->slots, places->n_slots, sizeof *places->slots);
    memset(places->slots, 0, places->n_slots * sizeof *places->slots);
    for (size_t i = 0; i < places->n; i++)
        *slot_of(places, places->places[i].key) = i + 1;
}

bool places_add(struct places *places, const struct place *place) {
    make_room(places);
    size_t *const slot = slot_of(places, place->key);
    if (*slot != 0) return false;
    places->places[places->n] = *place;
    places->places[places->n].store = memory_store_copy(place->store);
    *slot = ++places->n;
    return true;
}

void places_clear(struct places *places) {
    for (size_t i = 0; i < places->n; i++)
        memory_store_destroy(places->places[i].store);
    free(places->places);
    free(places->slots);
    memset(places, 0, sizeof *places);
}

void places_tell(const struct places *places, size_t at) {
    const struct place *place = &places->places[at];
    if (place->from != at) places_tell(places, place->from);
    fprintf(stderr, "    %s\n", place->by);
}
