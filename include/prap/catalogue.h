/*
 * catalogue.h: the rules of the five guidance documents as rows, each with its paragraph and lines.
 *
 * Every reason, deadline and notice carries a rule number; this header turns it into a citation. Read-only data,
 * no allocation. Thread rule: any thread, any time. The guidance is Crown copyright under the Open Government
 * Licence v3.0; the statements are in our own words and are not legal advice.
 */
#ifndef PRAP_CATALOGUE_H
#define PRAP_CATALOGUE_H

#include <stddef.h>
#include <stdint.h>

#include "prap/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* One rule. Library-owned, never freed. New members are appended. */
typedef struct prap_rule {
    uint32_t size;
    uint32_t number;       /* permanent; 0 is no rule */
    uint32_t document;     /* PRAP_DOCUMENT_* */
    uint32_t kind;         /* PRAP_KIND_* : deadline, guard, transition … (rules.md 0.3) */
    uint32_t software;     /* PRAP_SOFTWARE_YES, _PARTLY, _NO */
    uint32_t first_line;   /* 1-based lines of the seed file */
    uint32_t last_line;
    uint32_t reserved;     /* 0 */
    const char *id;        /* "IPES-3.23-N1" */
    const char *paragraph; /* "3.23" as the document numbers it, or "" */
    const char *text;      /* the statement in our own words */
} prap_rule;

/* How many rules there are. Since 0.1. */
PRAP_API uint32_t prap_rule_count(void);

/* The i-th rule in document order, or NULL past the end. Since 0.1. */
PRAP_API const prap_rule *prap_rule_at(uint32_t i);

/* The rule with a number, or NULL. Since 0.1. */
PRAP_API const prap_rule *prap_rule_by_number(uint32_t number);

/* The rule with an id such as "IPES-3.22" (id_bytes long, exact case), or NULL. Since 0.1. */
PRAP_API const prap_rule *prap_rule_find(const char *id, size_t id_bytes);

#ifdef __cplusplus
}
#endif

#endif
