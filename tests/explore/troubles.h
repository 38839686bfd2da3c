/* troubles.h: every way in which a call of the store goes wrong, at every turn, once and for good. */
#ifndef EXPLORE_TROUBLES_H
#define EXPLORE_TROUBLES_H

#include <stdbool.h>
#include <stddef.h>

#include "memory-store.h"

struct troubles {
    size_t way;
    struct memory_store_trouble trouble;
};

void troubles_begin(struct troubles *troubles);
/* The next one. came_about: whether there was such a call when the last one was ordered. False: there are no more. */
bool troubles_next(struct troubles *troubles, bool came_about);

/* Whether the store tells the truth: a status that says that nothing happened is given when nothing did, and rows that it
   has are pushed as they are. */
bool trouble_is_honest(const struct memory_store_trouble *trouble);
/* In words, to be printed. */
const char *trouble_name(const struct memory_store_trouble *trouble);

#endif
