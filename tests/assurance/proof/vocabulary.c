/*
 * vocabulary.c: the words by any number and index, and by name, of the kinds below.
 *
 * Part: vocabulary/vocabulary.c
 * Define: prapi_text_bytes=strlen
 * Options: -eva-auto-loop-unroll 45 -eva-interprocedural-splits -eva-slevel-function prapi_words:2000,prap_word_by_number:400
 *   -eva-slevel-function prap_word_find:1000
 */
#include "any.h"

#include "vocabulary/vocabulary.h"

static char name[4];

static void words_of(uint32_t kind) {
    (void)prap_word_count(kind);
    (void)prap_word_at(kind, any_u32());
    (void)prap_word_find(kind, NULL, any_u64());
    (void)prap_word_find(kind, LAST(name, 1), 1);
    (void)prap_word_find(kind, LAST(name, 4), 4);
}

/* Each number that a table of the places of rows has room for, and any other. */
static void names_of(uint32_t kind) {
    //@ loop unroll PRAPI_NUMBERS;
    for (uint32_t number = 0; number < PRAPI_NUMBERS; number++) (void)prapi_word_name(kind, number);
    const uint32_t number = any_u32();
    if (number >= PRAPI_NUMBERS) (void)prapi_word_name(kind, number);
}

/* Each table by itself is one of these sorts: numbered without gaps, with its own index, small, at the end of the kinds. */
static void words(void) {
    static const uint32_t kinds[] = {0, PRAP_WORDS_STATE, PRAP_WORDS_OPTION, PRAP_WORDS_POLICY, PRAP_WORDS_PROGRAMME,
                                     PRAP_WORDS_QUESTION, PRAP_WORDS_DECISION, PRAP_WORDS_DESK_FACT,
                                     PRAP_WORDS_RETENTION_FINDING, PRAP_WORDS_RETENTION_FINDING + 1, 200, UINT32_MAX};
    //@ loop unroll 20;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        words_of(kinds[i]);
        names_of(kinds[i]);
    }
    (void)prapi_word_of_any(any_u32());
    (void)prap_word_is_sensitive(any_u32(), any_u32());
}

int main(void) {
    ANY(name);
    words();
    return 0;
}
