/*
 * case-store.h: a prap_store that keeps its cases in memory: the shape of a store, without a database.
 *
 * A store over a real database does the same four things in the same way; bindings/sqlite is one.
 */
#ifndef CASE_STORE_H
#define CASE_STORE_H

#include "prap/prap.h"

struct case_store;

/* NULL when memory runs out. */
struct case_store *case_store_create(void);
void case_store_destroy(struct case_store *store); /* NULL is allowed */

/* The callbacks, borrowed as long as the store. */
const prap_store *case_store_interface(const struct case_store *store);

#endif
