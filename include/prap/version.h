/* version.h: which library this is. Thread rule: any thread, any time. */
#ifndef PRAP_VERSION_H
#define PRAP_VERSION_H

#include <stdint.h>

#include "prap/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* "0.1.0", of the library that is loaded, not of the header. Static, never freed. Since 0.1. */
PRAP_API const char *prap_library_version(void);

/*
 * CRC-32C over every vocabulary word (its kind, number, name and meaning) and every rule row (its number, id and text): a
 * library with another hash has other rows. Since 0.1.
 */
PRAP_API uint32_t prap_library_rules_hash(void);

#ifdef __cplusplus
}
#endif

#endif
