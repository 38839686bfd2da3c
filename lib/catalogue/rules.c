/*
 * rules.c: the rule rows and how they are found. The rows and both search orders are printed tables
 * (generate.py); nothing here knows what any rule says.
 */
#include "prap/catalogue.h"

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
        const size_t middle = low + (high - low) / 2;
        const prap_rule *rule = &rules[by_number[middle]];
        if (rule->number == number) return rule;
        if (rule->number < number)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* Bytewise order of an id that is not NUL-terminated and one that is; a proper prefix comes first. */
static int compare_id(const char *id, size_t id_bytes, const char *other) {
    size_t i = 0;

    while (i < id_bytes && other[i] != '\0' && id[i] == other[i])
        i++;
    if (i == id_bytes) return other[i] == '\0' ? 0 : -1;
    return (unsigned char)id[i] < (unsigned char)other[i] ? -1 : 1;
}

const prap_rule *prap_rule_find(const char *id, size_t id_bytes) {
    size_t low = 0;
    size_t high = N_RULES;

    if (id == NULL) return NULL;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const prap_rule *rule = &rules[by_id[middle]];
        const int order = compare_id(id, id_bytes, rule->id);
        if (order == 0) return rule;
        if (order > 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}
