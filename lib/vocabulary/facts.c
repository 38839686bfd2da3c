/* facts.c: facts as they were said (vocabulary/facts.h). */
#include "vocabulary/facts.h"

#include "base/error.h"
#include "prap/vocabulary.h"
#include "vocabulary/vocabulary.h"

static prap_status check_option(prapi_fact_words words, const prap_fact *fact) {
    if (fact->kind != PRAP_VALUE_OPTION) return PRAP_E_TYPE;
    if (fact->value < 0 || fact->value > INT32_MAX) return PRAP_E_WORD;
    const prap_word *option = prap_word_by_number(words.options, (uint32_t)fact->value);
    return option != NULL && option->detail == fact->fact ? PRAP_OK : PRAP_E_WORD;
}

prap_status prapi_said_check(prapi_fact_words words, const prap_fact *fact) {
    const prap_word *word = prap_word_by_number(words.facts, fact->fact);
    if (word == NULL) return PRAP_E_WORD;
    if (fact->kind == PRAP_VALUE_UNKNOWN) return fact->value == 0 ? PRAP_OK : PRAP_E_RANGE;
    switch (word->detail) {
    case PRAP_FACT_TYPE_NUMBER:
        if (fact->kind != PRAP_VALUE_NUMBER) return PRAP_E_TYPE;
        return fact->value >= 0 && fact->value <= INT32_MAX ? PRAP_OK : PRAP_E_RANGE;
    case PRAP_FACT_TYPE_DAY:
        if (fact->kind != PRAP_VALUE_DAY) return PRAP_E_TYPE;
        return fact->value >= PRAP_DAY_MIN && fact->value <= PRAP_DAY_MAX ? PRAP_OK : PRAP_E_DAY;
    case PRAP_FACT_TYPE_OPTION: return check_option(words, fact);
    }
    if (fact->kind != PRAP_VALUE_YES && fact->kind != PRAP_VALUE_NO) return PRAP_E_TYPE;
    return fact->value == 0 ? PRAP_OK : PRAP_E_RANGE;
}

prap_status prapi_said_fail(prapi_fact_words words, const prap_fact *fact, prap_status status, prap_error *reterr) {
    const prap_word *word = prap_word_by_number(words.facts, fact->fact);
    if (word == NULL) return prapi_fail(reterr, status, "fact", "there is no such fact");
    prapi_fail(reterr, status, word->name, prap_status_meaning(status));
    if (status == PRAP_E_TYPE) {
        prapi_error_append(reterr, "; it is a ");
        prapi_error_append(reterr, prapi_word_name(PRAP_WORDS_FACT_TYPE, word->detail));
    }
    if (status != PRAP_E_WORD) return status;
    prapi_error_append(reterr, "; it is one of:");
    for (uint32_t i = 0; i < prap_word_count(words.options); i++) {
        const prap_word *option = prap_word_at(words.options, i);
        if (option->detail == fact->fact) prapi_error_append_word(reterr, option->name);
    }
    return status;
}

prap_status prapi_said_fail_at(prapi_fact_words words, const prap_fact *fact, size_t i, prap_status status,
                               prap_error *reterr) {
    return prapi_fail_in_list(reterr, prapi_said_fail(words, fact, status, reterr), "facts", i);
}
