/* documents.c: the documents and the days on which their texts count. The rows are printed (generate.py). */
#include "prap/catalogue.h"

#include "base/text.h"
#include "catalogue/documents.h"
#include "catalogue/prose.h"
#include "catalogue/readings.h"
#include "prap/vocabulary.h"

/*
 * No document says when it ends: a later one would stand in a row of its own.
 * rule PRAP-PUB-2: recorded by document PRAP
 * rule PD-META: recorded by document PD
 * rule M08-META-3, M08-META-5: recorded by document M08
 * Where a participant is, and that DWP has assured the provider's security plan, is for the host to know:
 * rule IPES-META-3, CH15-2: shown only
 * rule IPES-META-2: decided by document IPES
 */
static const prap_document documents[] = {
#define X(document, first_day, policy, state)                                                                \
    {(uint32_t)sizeof(prap_document), PRAP_DOCUMENT_##document, PRAPI_##policy, 0, first_day, PRAP_DAY_NONE, \
     #document, PRAPI_PROSE_TEXT(state)},
#include "catalogue/documents.def"
#undef X
};

enum { N_DOCUMENTS = sizeof documents / sizeof documents[0] };

uint32_t prap_document_count(void) {
    return N_DOCUMENTS;
}

const prap_document *prap_document_at(uint32_t i) {
    return i < N_DOCUMENTS ? &documents[i] : NULL;
}

const prap_document *prap_document_by_number(uint32_t document) {
    for (uint32_t i = 0; i < N_DOCUMENTS; i++) {
        if (documents[i].number == document) return &documents[i];
    }
    return NULL;
}

const prap_document *prap_document_find(const char *name, size_t name_bytes) {
    const prap_text wanted = {name, name_bytes};
    for (uint32_t i = 0; i < N_DOCUMENTS && name != NULL; i++) {
        if (prapi_text_is(wanted, documents[i].name)) return &documents[i];
    }
    return NULL;
}

uint32_t prapi_document_outside(const prap_document *document, prap_day day) {
    if (document->first_day != PRAP_DAY_NONE && day < document->first_day) return PRAP_OUTSIDE_BEFORE;
    if (document->last_day != PRAP_DAY_NONE && day > document->last_day) return PRAP_OUTSIDE_AFTER;
    return 0;
}
