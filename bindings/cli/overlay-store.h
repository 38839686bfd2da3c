/* overlay-store.h: a store in memory over another one that is only read, so that preview's lines build on
 * each other. */
#ifndef PRAP_CLI_OVERLAY_STORE_H
#define PRAP_CLI_OVERLAY_STORE_H

#include <stdbool.h>

#include "prap/prap.h"

struct cli_overlay;

/*
 * base: the store under it, or NULL for nothing. base_engine: an engine over base, of the overlay's own, that
 * tells which ids a case's journal already holds; NULL with base. Both are borrowed. NULL when memory runs
 * out.
 */
struct cli_overlay *cli_overlay_create(const prap_store *base, prap_engine *base_engine);
void cli_overlay_destroy(struct cli_overlay *overlay);

/* The overlay's callbacks: load, commit and read. It cannot be scanned, which preview has no need of. */
const prap_store *cli_overlay_store(const struct cli_overlay *overlay);

#endif
