/* codes.c: the leaver and end-reason codes as rows, each of its own programme (AMB-93). */
#include <stddef.h>

#include "prap/codes.h"

#include "catalogue/rules.h"
#include "vocabulary/vocabulary.h"

static const prap_code codes[] = {
#define ALWAYS 0, 0
#define UNDER(POLICY, CHOICE) PRAP_POLICY_##POLICY, PRAP_CHOICE_##CHOICE
#define X(PROGRAMME, CODE, RULE, ACTOR, FEED, FEED_RULE, REPAYMENT, LABEL, NEEDS, ONLY)                       \
    {sizeof(prap_code), PRAP_PROGRAMME_##PROGRAMME, CODE, PRAPI_RULE_##RULE, PRAP_ACTOR_##ACTOR,              \
     PRAP_FEED_##FEED, PRAPI_RULE_##FEED_RULE, PRAPI_RULE_##REPAYMENT, LABEL, NEEDS, ONLY},
#include "vocabulary/codes.def"
#undef X
#undef UNDER
#undef ALWAYS
};

#define COUNT(TABLE) (sizeof(TABLE) / sizeof((TABLE)[0]))

const prap_code *prap_code_at(uint32_t programme, uint32_t i) {
    for (size_t row = 0; row != COUNT(codes); row++) {
        if (programme != 0 && codes[row].programme != programme) continue;
        if (i-- == 0) return &codes[row];
    }
    return NULL;
}

uint32_t prap_code_count(uint32_t programme) {
    uint32_t count = 0;
    while (prap_code_at(programme, count) != NULL) count++;
    return count;
}

const prap_code *prap_code_find(uint32_t programme, int32_t code) {
    for (size_t row = 0; row != COUNT(codes); row++) {
        if (codes[row].programme == programme && codes[row].code == code) return &codes[row];
    }
    return NULL;
}

bool prapi_code_is_listed(uint32_t programme, int32_t code) {
    return prap_code_find(programme, code) != NULL;
}
