/* policies.c: every policy setting of the catalogue. The rows are a printed table (generate.py). */
#include "prap/catalogue.h"

#include "base/text.h"
#include "catalogue/readings.h"
#include "prap/vocabulary.h"

static const prap_catalogue_policy policies[] = {
#define X(number, ident, name, decides, ambiguity, rule, default_value, alternatives, serves)                \
    {(uint32_t)sizeof(prap_catalogue_policy),                                                                \
     number,                                                                                                 \
     decides,                                                                                                \
     PRAPI_##ambiguity,                                                                                      \
     PRAPI_RULE_##rule,                                                                                      \
     0,                                                                                                      \
     name,                                                                                                   \
     default_value,                                                                                          \
     alternatives,                                                                                           \
     serves},
#include "catalogue/policies.def"
#undef X
};

enum { N_POLICIES = sizeof policies / sizeof policies[0] };

uint32_t prap_catalogue_policy_count(void) {
    return N_POLICIES;
}

const prap_catalogue_policy *prap_catalogue_policy_at(uint32_t i) {
    return i < N_POLICIES ? &policies[i] : NULL;
}

const prap_catalogue_policy *prap_catalogue_policy_by_number(uint32_t number) {
    for (uint32_t i = 0; i < N_POLICIES; i++) {
        if (policies[i].number == number) return &policies[i];
    }
    return NULL;
}

const prap_catalogue_policy *prap_catalogue_policy_find(const char *name, size_t name_bytes) {
    const prap_text wanted = {name, name_bytes};
    for (uint32_t i = 0; i < N_POLICIES && name != NULL; i++) {
        if (prapi_text_is(wanted, policies[i].name)) return &policies[i];
    }
    return NULL;
}
