/* version.c: which library, and which rows. */

#include "prap/catalogue.h"
#include "prap/version.h"
#include "prap/vocabulary.h"

#include "base/crc.h"
#include "base/text.h"
#include "vocabulary/vocabulary.h"

const char *prap_library_version(void) {
    return PRAP_VERSION_TEXT;
}

/* The text and its closing NUL, so that two texts never run into one another. */
static uint32_t add_text(uint32_t hash, const char *text) {
    return prapi_crc32c(hash, text, prapi_text_bytes(text) + 1);
}

static uint32_t add_number(uint32_t hash, uint32_t number) {
    const uint8_t bytes[4] = {(uint8_t)number, (uint8_t)(number >> 8), (uint8_t)(number >> 16),
                              (uint8_t)(number >> 24)};
    return prapi_crc32c(hash, bytes, sizeof bytes);
}

uint32_t prap_library_rules_hash(void) {
    uint32_t hash = 0;
    const prap_word *word = NULL;
    for (uint32_t i = 0; (word = prapi_word_of_any(i)) != NULL; i++) {
        hash = add_number(add_number(hash, word->kind), word->number);
        hash = add_text(add_text(hash, word->name), word->meaning);
    }
    const prap_rule *rule = NULL;
    for (uint32_t i = 0; (rule = prap_rule_at(i)) != NULL; i++) {
        hash = add_text(add_text(add_number(hash, rule->number), rule->id), rule->text);
    }
    return hash;
}
