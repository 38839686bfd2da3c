/*
 * catalogue.c: rules, documents, ambiguities, policies and contacts by any number, index and name. Names are of the lengths
 * below.
 *
 * Part: catalogue
 * Define: prapi_text_bytes=strlen
 * Options: -eva-auto-loop-unroll 400 -eva-slevel-function is_before:100,prap_rule_by_number:3000,prap_rule_find:3000
 */
#include "any.h"

#include "catalogue/documents.h"

enum { LONGEST = 5 };

static const size_t lengths[] = {0, 1, LONGEST};

static void by_number(void) {
    (void)prap_rule_count();
    (void)prap_rule_at(any_u32());
    (void)prap_rule_by_number(any_u32());
    (void)prap_document_count();
    (void)prap_document_at(any_u32());
    const prap_document *const document = prap_document_by_number(any_u32());
    if (document != NULL) (void)prapi_document_outside(document, any_int());
    (void)prap_ambiguity_count();
    (void)prap_ambiguity_at(any_u32());
    (void)prap_ambiguity_by_number(any_u32());
    (void)prap_catalogue_policy_count();
    (void)prap_catalogue_policy_at(any_u32());
    (void)prap_catalogue_policy_by_number(any_u32());
    (void)prap_contact_count();
    (void)prap_contact_at(any_u32());
}

static void by_name(const char *name, size_t n) {
    (void)prap_rule_find(name, n);
    (void)prap_document_find(name, n);
    (void)prap_ambiguity_find(name, n);
    (void)prap_catalogue_policy_find(name, n);
    (void)prap_contact_find(name, n);
}

int main(void) {
    char name[LONGEST];
    ANY(name);
    by_number();
    by_name(NULL, any_u64());
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) by_name(LAST(name, lengths[i]), lengths[i]);
    return 0;
}
