/* rows.c: the computations, and the announced closures and outages, as the public header tells them. */
#include "base/text.h"
#include "catalogue/rules.h"
#include "prap/dates.h"
#include "prap/vocabulary.h"

#define COUNT(TABLE) (sizeof(TABLE) / sizeof((TABLE)[0]))

enum { PRAP_POLICY_NONE = 0, PRAP_SERVICE_NONE = 0 };

static const prap_computation computations[] = {
#define X(NUMBER, NAME, WORD_NAME, ID, RULE, HOW, AMOUNT, POLICY, ANCHOR, SECOND, MEANING)                    \
    {sizeof(prap_computation), NUMBER, PRAPI_RULE_##RULE, PRAP_POLICY_##POLICY, ID, ANCHOR, SECOND},
#include "vocabulary/computations.def"
#undef X
};

#define AT(DAY, MINUTE) {DAY, MINUTE, PRAP_OFFSET_NONE}

static const prap_announced announced[] = {
#define X(RULE, SERVICE, FROM_DAY, FROM_MINUTE, TO_DAY, TO_MINUTE)                                            \
    {sizeof(prap_announced), PRAPI_RULE_##RULE, PRAP_SERVICE_##SERVICE, {AT(FROM_DAY, FROM_MINUTE), AT(TO_DAY, TO_MINUTE)}},
#include "dates/announced.def"
#undef X
};

/* The numbers run from 1 without gaps. */
const prap_computation *prap_computation_by_number(uint32_t number) {
    return number > 0 && number <= COUNT(computations) ? &computations[number - 1] : NULL;
}

const prap_computation *prap_computation_find(const char *name, size_t name_bytes) {
    if (name == NULL) return NULL;
    const prap_word *word = prap_word_find(PRAP_WORDS_COMPUTATION, name, name_bytes);
    if (word != NULL) return prap_computation_by_number(word->number);
    for (size_t i = 0; i < COUNT(computations); i++) {
        if (prapi_text_is((prap_text){name, name_bytes}, computations[i].id)) return &computations[i];
    }
    return NULL;
}

const prap_announced *prap_announced_at(uint32_t i) {
    return i < COUNT(announced) ? &announced[i] : NULL;
}
