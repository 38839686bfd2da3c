/* items.c: the rows of data-items.def and data-findings.def that are more than words, and how a heading finds
 * its item. */
#include "extract/extract.h"

#include "catalogue/rules.h"
#include "vocabulary/vocabulary.h"

#define COUNT(TABLE) (sizeof(TABLE) / sizeof((TABLE)[0]))

enum { PRAP_DATA_ITEM_NONE = 0 };
enum {
    ROLE_REFERRAL = PRAP_DATA_ROLE_REFERRAL,
    ROLE_CHANGE = PRAP_DATA_ROLE_CHANGE,
    ROLE_BOTH = ROLE_REFERRAL | ROLE_CHANGE,
    ROLE_EARNINGS = PRAP_DATA_ROLE_EARNINGS
};
enum { CORE = 1 << PRAP_PROGRAMME_WHP, BOTH_OF = CORE | 1 << PRAP_PROGRAMME_JETS };
enum { MANY_ONE, MANY_MORE };

/* The rules of a row, those that there are first. */
#define RULES(FIRST, SECOND, THIRD)                                                                          \
    { (FIRST) != 0 ? (FIRST) : (SECOND), (FIRST) != 0 ? (SECOND) : (THIRD), (FIRST) != 0 ? (THIRD) : 0 }

static const prap_data_item items[] = {
#define X(NUMBER, NAME, WORD_NAME, TYPE, NEED, ABOUT, ROLE, PROGRAMMES, CARE, PART_OF, CHANGE, MANY, RULE_4, \
          RULE_A, RULE_A2, CARE_WHY, MEANING)                                                                \
    [NUMBER] = {sizeof(prap_data_item),                                                                      \
                NUMBER,                                                                                      \
                PRAP_DATA_TYPE_##TYPE,                                                                       \
                PRAP_DATA_NEED_##NEED,                                                                       \
                PRAP_DATA_ABOUT_##ABOUT,                                                                     \
                ROLE_##ROLE,                                                                                 \
                (PRAPI_RULE_##RULE_4 != 0 ? PRAP_DATA_IN_PARAGRAPH_4 : 0) |                                  \
                    (PRAPI_RULE_##RULE_A != 0 ? PRAP_DATA_IN_ANNEX_A : 0),                                   \
                PROGRAMMES,                                                                                  \
                PRAP_DATA_CARE_##CARE,                                                                       \
                PRAP_DATA_ITEM_##PART_OF,                                                                    \
                PRAP_DATA_ITEM_##CHANGE,                                                                     \
                MANY_##MANY,                                                                                 \
                RULES(PRAPI_RULE_##RULE_4, PRAPI_RULE_##RULE_A, PRAPI_RULE_##RULE_A2),                       \
                0,                                                                                           \
                CARE_WHY},
#define A(ITEM, HEADING)
#include "vocabulary/data-items.def"
#undef A
#undef X
};
_Static_assert(COUNT(items) == PRAPI_DATA_ITEM_END, "item numbers run from 1 without gaps");

static const struct {
    uint32_t item;
    const char *heading;
} headings[] = {
#define X(...)
#define A(ITEM, HEADING) {PRAP_DATA_ITEM_##ITEM, HEADING},
#include "vocabulary/data-items.def"
#undef A
#undef X
};

static const char *const cures[] = {
#define X(NUMBER, NAME, WORD_NAME, SEVERITY, RULE, WHY, HOW) [NUMBER] = HOW,
#include "vocabulary/data-findings.def"
#undef X
};
_Static_assert(COUNT(cures) == PRAPI_DATA_FINDING_END, "finding numbers run from 1 without gaps");

const prap_data_item *prap_data_item_by_number(uint32_t item) {
    return item > 0 && item < COUNT(items) ? &items[item] : NULL;
}

const char *prap_data_item_heading_at(uint32_t item, uint32_t i) {
    for (size_t row = 0; row < COUNT(headings); row++) {
        if (headings[row].item == item && i-- == 0) return headings[row].heading;
    }
    return NULL;
}

const char *prap_data_finding_cure(uint32_t finding) {
    return finding < COUNT(cures) ? cures[finding] : NULL;
}

/* What a byte of a heading counts as: a small letter or digit, 0 for an apostrophe, else a hyphen. */
static char counts_as(char byte) {
    if (byte >= 'A' && byte <= 'Z') return (char)(byte - 'A' + 'a');
    const bool kept = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
    return kept ? byte : byte == '\'' ? '\0' : '-';
}

/* The length of a typographic apostrophe (U+2019) at i, or 0. */
static size_t apostrophe(const char *heading, size_t i, size_t n) {
    const bool is =
        n - i >= 3 && /* MUT-EQUIV: at the end an apostrophe and a hyphen alike count for nothing */
        heading[i] == '\xE2' && heading[i + 1] == '\x80' && heading[i + 2] == '\x99';
    return is ? 3 : 0;
}

/* Is the heading the name, both in the form of prap_data_item_find? */
static bool is_named(const char *heading, size_t n, const char *name) {
    bool hyphen = false, begun = false; /* a hyphen waits until something follows it */
    for (size_t i = 0; i < n; i++) {
        const size_t skipped = apostrophe(heading, i, n);
        if (skipped != 0) {
            i += skipped - 1;
            continue;
        }
        const char byte = counts_as(heading[i]);
        if (byte == '\0') continue;
        if (byte == '-') {
            hyphen = begun;
            continue;
        }
        if (hyphen && *name++ != '-') return false;
        hyphen = false;
        begun = true;
        if (*name++ != byte) return false;
    }
    return *name == '\0';
}

uint32_t prap_data_item_find(const char *heading, size_t heading_bytes) {
    if (heading == NULL) return 0;
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_DATA_ITEM); i++) {
        const prap_word *word = prap_word_at(PRAP_WORDS_DATA_ITEM, i);
        if (is_named(heading, heading_bytes, word->name)) return word->number;
    }
    for (size_t row = 0; row < COUNT(headings); row++) {
        if (is_named(heading, heading_bytes, headings[row].heading)) return headings[row].item;
    }
    return 0;
}
