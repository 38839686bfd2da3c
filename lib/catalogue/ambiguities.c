/* ambiguities.c: where the guidance is unclear. The rows are a printed table (generate.py). */
#include "prap/catalogue.h"

#include "base/text.h"
#include "catalogue/prose.h"
#include "catalogue/readings.h"

#define X(number, ident, id, rules, policies, ...)                                                           \
    static const uint32_t rules_of_##ident[] = {rules 0};                                                    \
    static const uint32_t policies_of_##ident[] = {policies 0};
#include "catalogue/ambiguities.def"
#undef X

static const prap_ambiguity ambiguities[] = {
#define X(number, ident, id, rules, policies, concerns, unclear, readings, recommended, policy)              \
    {(uint32_t)sizeof(prap_ambiguity),                                                                       \
     number,                                                                                                 \
     PRAPI_LISTED(rules_of_##ident),                                                                         \
     PRAPI_LISTED(policies_of_##ident),                                                                      \
     rules_of_##ident,                                                                                       \
     policies_of_##ident,                                                                                    \
     id,                                                                                                     \
     concerns,                                                                                               \
     PRAPI_PROSE_TEXT(unclear),                                                                              \
     PRAPI_PROSE_TEXT(readings),                                                                             \
     PRAPI_PROSE_TEXT(recommended),                                                                          \
     policy},
#include "catalogue/ambiguities.def"
#undef X
};

enum { N_AMBIGUITIES = sizeof ambiguities / sizeof ambiguities[0] };

uint32_t prap_ambiguity_count(void) {
    return N_AMBIGUITIES;
}

const prap_ambiguity *prap_ambiguity_at(uint32_t i) {
    return i < N_AMBIGUITIES ? &ambiguities[i] : NULL;
}

const prap_ambiguity *prap_ambiguity_by_number(uint32_t number) {
    for (uint32_t i = 0; i < N_AMBIGUITIES; i++) {
        if (ambiguities[i].number == number) return &ambiguities[i];
    }
    return NULL;
}

const prap_ambiguity *prap_ambiguity_find(const char *id, size_t id_bytes) {
    const prap_text wanted = {id, id_bytes};
    for (uint32_t i = 0; i != N_AMBIGUITIES && id != NULL; i++) {
        if (prapi_text_is(wanted, ambiguities[i].id)) return &ambiguities[i];
    }
    return NULL;
}
