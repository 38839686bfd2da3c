/*
 * contacts.c: the contacts that the guidance names. The rows are a printed table (generate.py). These rules say
 * nothing but the contact:
 * rule PRAP-DOC-1-ACC, PRAP-DOC-2-ACC, PRAP-DOC-3-ACC: recorded by contact accessible-formats
 * rule PRAP-HELP-3: recorded by contact post-helpline
 * rule PRAP-HELP-4: recorded by contact post-email
 */
#include "prap/catalogue.h"

#include "base/text.h"
#include "catalogue/prose.h"
#include "catalogue/readings.h"
#include "prap/vocabulary.h"

#define X(number, ident, id, status, rules, ...) static const uint32_t rules_of_##ident[] = {rules 0};
#include "catalogue/contacts.def"
#undef X

static const prap_contact contacts[] = {
#define X(number, ident, id, status, rules, role, printed, where, note)                                      \
    {(uint32_t)sizeof(prap_contact),                                                                         \
     number,                                                                                                 \
     PRAP_CONTACT_STATUS_##status,                                                                           \
     PRAPI_LISTED(rules_of_##ident),                                                                         \
     rules_of_##ident,                                                                                       \
     id,                                                                                                     \
     printed,                                                                                                \
     where,                                                                                                  \
     PRAPI_PROSE_TEXT(role),                                                                                 \
     PRAPI_PROSE_TEXT(note)},
#include "catalogue/contacts.def"
#undef X
};

enum { N_CONTACTS = sizeof contacts / sizeof contacts[0] };

uint32_t prap_contact_count(void) {
    return N_CONTACTS;
}

const prap_contact *prap_contact_at(uint32_t i) {
    return i < N_CONTACTS ? &contacts[i] : NULL;
}

const prap_contact *prap_contact_find(const char *id, size_t id_bytes) {
    const prap_text wanted = {id, id_bytes};
    for (uint32_t i = 0; i != N_CONTACTS && id != NULL; i++) {
        if (prapi_text_is(wanted, contacts[i].id)) return &contacts[i];
    }
    return NULL;
}
