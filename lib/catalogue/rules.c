/*
 * rules.c: the rule rows and how they are found. The rows and both search orders are printed tables
 * (generate.py); nothing here knows what any rule says.
 */
#include "prap/catalogue.h"

#include <stdbool.h>

#include "base/text.h"
#include "catalogue/prose.h"
#include "catalogue/rules.h"
#include "prap/vocabulary.h"

/*
 * The names, dates and headings of the documents: there is nothing more to them than what the rows say. All else
 * that is shown only is what the catalogue holds to be no matter for software.
 * rule PRAP-TITLE, PRAP-PUB-1, PRAP-HIST-9: shown only
 * rule M08-META-1, M08-META-4, M08-BG-5, CH15-META-1, CH15-META-2, CH15-META-6: shown only
 * rule IPES-META-1, IPES-A32-0: shown only
 */
static const prap_rule rules[] = {
#define X(number, ident, id, document, paragraph, first, last, kind, software, text)                         \
    {(uint32_t)sizeof(prap_rule),                                                                            \
     number,                                                                                                 \
     PRAP_DOCUMENT_##document,                                                                               \
     PRAP_KIND_##kind,                                                                                       \
     PRAP_SOFTWARE_##software,                                                                               \
     first,                                                                                                  \
     last,                                                                                                   \
     0,                                                                                                      \
     id,                                                                                                     \
     paragraph,                                                                                              \
     PRAPI_PROSE_TEXT(text)},
#include "catalogue/rules.def"
#undef X
};

enum { N_RULES = sizeof rules / sizeof rules[0] };

/* Where each rule stands in the table above. */
enum {
#define X(number, ident, id, document, paragraph, first, last, kind, software, text) AT_##ident,
#include "catalogue/rules.def"
#undef X
};

static const uint16_t by_number[] = {
#define BY_NUMBER(ident) AT_##ident,
#define BY_ID(ident)
#include "catalogue/order.def"
#undef BY_ID
#undef BY_NUMBER
};

static const uint16_t by_id[] = {
#define BY_NUMBER(ident)
#define BY_ID(ident) AT_##ident,
#include "catalogue/order.def"
#undef BY_ID
#undef BY_NUMBER
};

_Static_assert(sizeof by_number == N_RULES * sizeof by_number[0], "order.def is not the rows of rules.def");
_Static_assert(sizeof by_id == N_RULES * sizeof by_id[0], "order.def is not the rows of rules.def");

uint32_t prap_rule_count(void) {
    return N_RULES;
}

const prap_rule *prap_rule_at(uint32_t i) {
    return i < N_RULES ? &rules[i] : NULL;
}

const prap_rule *prap_rule_by_number(uint32_t number) {
    size_t low = 0;
    size_t high = N_RULES;

    while (low < high) {
        const size_t middle = low + (high - low) / 2; /* MUT-EQUIV: any place between the two finds it */
        const prap_rule *rule = &rules[by_number[middle]];
        if (rule->number == number) return rule;
        if (rule->number < number) /* MUT-EQUIV: it is not the same */
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* Whether a rule's id comes before one that is not NUL-terminated: bytewise, a proper prefix first. */
static bool is_before(const char *rule_id, const char *id, size_t id_bytes) {
    size_t i = 0;

    while (i != id_bytes && rule_id[i] != '\0' && rule_id[i] == id[i]) /* MUT-EQUIV: no id with a NUL in it is a rule's */
        i++;
    return i != id_bytes && (unsigned char)rule_id[i] < (unsigned char)id[i];
}

const prap_rule *prap_rule_find(const char *id, size_t id_bytes) {
    size_t low = 0;
    size_t high = N_RULES;

    if (id == NULL) return NULL;
    while (low < high) {
        const size_t middle = low + (high - low) / 2; /* MUT-EQUIV: any place between the two finds it */
        if (is_before(rules[by_id[middle]].id, id, id_bytes))
            low = middle + 1;
        else
            high = middle;
    }
    return low != N_RULES && prapi_text_is((prap_text){id, id_bytes}, rules[by_id[low]].id) ? &rules[by_id[low]] : NULL;
}
