/* seal.h: sealing a person's data under the person's own key. */
#ifndef PRAPI_POSTGRESQL_SEAL_H
#define PRAPI_POSTGRESQL_SEAL_H

#include <stdbool.h>

#include "prap-postgresql.h"

enum { PRAPI_SEAL_BYTES = 29 }; /* what a seal adds to the data */

/* False: the system has no randomness to give. */
bool prapi_seal_draw_key(uint8_t ret_key[PRAP_POSTGRESQL_KEY_BYTES]);
/* Overwrites bytes in a way that a compiler does not take away. */
void prapi_seal_wipe(void *bytes, size_t n);
/* ret_sealed has room for data.n + PRAPI_SEAL_BYTES. False: it was not done. */
bool prapi_seal(const uint8_t *key, prap_text id, prap_bytes data, uint8_t *ret_sealed);
/* ret_data has room for sealed.n - PRAPI_SEAL_BYTES. False: not sealed with this key for this id, or changed since. */
bool prapi_seal_open(const uint8_t *key, prap_text id, prap_bytes sealed, uint8_t *ret_data);

#endif
