/* version.c: which library, and which rows. */

#include "prap/catalogue.h"
#include "prap/version.h"
#include "prap/vocabulary.h"

#include "base/crc.h"
#include "base/text.h"

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
    for (uint32_t kind = PRAP_WORDS_STATE; kind <= PRAP_WORDS_REFERRAL_KIND; kind++) {
        for (uint32_t i = 0; i < prap_word_count(kind); i++) {
            const prap_word *word = prap_word_at(kind, i);
            hash = add_number(add_number(hash, word->kind), word->number);
            hash = add_text(add_text(hash, word->name), word->meaning);
        }
    }
    for (uint32_t i = 0; i < prap_rule_count(); i++) {
        const prap_rule *rule = prap_rule_at(i);
        hash = add_text(add_text(add_number(hash, rule->number), rule->id), rule->text);
    }
    return hash;
}
