/*
 * folding.c: see folding.h.
 *
 * Every row of the table is looked at for every character, and every place for every letter: what a name is
 * shows neither in a branch nor in an address. A character becomes at most as many letters as it has bytes,
 * so they stand where its bytes stood until all is moved together.
 */
#include "provider-direct/folding.h"

static const struct folding {
    uint16_t from;
    uint16_t to[3];
} foldings[] = {
#define X(FROM, A, B, C) {FROM, {A, B, C}},
#include "provider-direct/folding.def"
#undef X
};

struct span {
    uint32_t first;
    uint32_t last;
};

/* Between the parts of a name: spaces, hyphens and dashes, full stops. */
static const struct span separators[] = {
    {' ', ' '},       {'-', '.'},       {0xA0, 0xA0},     {0xAD, 0xAD},     {0x2000, 0x200D},
    {0x2010, 0x2015}, {0x202F, 0x202F}, {0x205F, 0x2060}, {0x2212, 0x2212}, {0x3000, 0x3000},
    {0xFE58, 0xFE58}, {0xFE63, 0xFE63}, {0xFF0D, 0xFF0D},
};

/* Within a part: apostrophes, and the marks that stand on a letter. */
static const struct span marks[] = {
    {'\'', '\''},     {'`', '`'},       {0xB4, 0xB4},     {0x2B9, 0x2BF},   {0x300, 0x36F},
    {0x483, 0x487},   {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x2018, 0x201B}, {0x2032, 0x2032},
    {0x20D0, 0x20FF}, {0xFE20, 0xFE2F}, {0xFF07, 0xFF07},
};

static prapi_mask is_among(uint32_t code, const struct span *spans, size_t n) {
    prapi_mask found = 0;
    for (size_t i = 0; i < n; i++)
        found |= prapi_is_within(code, spans[i].first, spans[i].last);
    return found;
}

/* The letters of a character, zeros after the last. */
static void fold_character(uint32_t code, uint32_t to[3]) {
    const prapi_mask capital = prapi_is_within(code, 'A', 'Z');
    to[0] = code + (capital & ('a' - 'A'));
    to[1] = 0;
    to[2] = 0;
    for (size_t row = 0; row != sizeof foldings / sizeof foldings[0]; row++) {
        const prapi_mask here = prapi_is_equal(code, foldings[row].from);
        for (size_t i = 0; i < 3; i++)
            to[i] = prapi_pick(here, foldings[row].to[i], to[i]);
    }
}

prapi_mask prapi_fold(prap_text text, prapi_folded *ret_folded) {
    uint32_t codes[PRAP_PARTICIPANT_TEXT_BYTES];
    uint32_t letters[PRAP_PARTICIPANT_TEXT_BYTES + 2] = {0}; /* MUT-EQUIV: of 3: more than is used; of 1: only a sanitizer sees it */
    uint32_t initials[PRAP_PARTICIPANT_TEXT_BYTES];
    uint32_t to[3]; /* MUT-EQUIV: of 4: more than is used */
    prapi_mask fresh = ~0u; /* a part of the name begins here */
    const prapi_mask good = prapi_secret_decode(text, codes);
    for (size_t i = 0; i < text.n; i++) {
        const prapi_mask separates = is_among(codes[i], separators, sizeof separators / sizeof separators[0]);
        const prapi_mask passed_over =
            prapi_is_zero(codes[i]) | is_among(codes[i], marks, sizeof marks / sizeof marks[0]);
        const prapi_mask counts = ~(separates | passed_over);
        fold_character(codes[i], to);
        for (size_t k = 0; k < 3; k++)
            letters[i + k] |= counts & to[k];
        initials[i] = counts & fresh & to[0];
        fresh = (fresh & ~counts) | separates;
    }
    const uint32_t n =
        prapi_secret_compact(letters, text.n, ret_folded->letters, PRAP_PARTICIPANT_TEXT_BYTES);
    (void)prapi_secret_compact(initials, text.n, ret_folded->initials, PRAP_PARTICIPANT_TEXT_BYTES);
    prapi_wipe(codes, sizeof codes);
    prapi_wipe(letters, sizeof letters);
    prapi_wipe(initials, sizeof initials); /* MUT-EQUIV: single letters, which no search of memory would know */
    prapi_wipe(to, sizeof to);             /* MUT-EQUIV: likewise */
    return good & ~prapi_is_zero(n);
}

prapi_mask prapi_is_same_text(const uint32_t left[PRAP_PARTICIPANT_TEXT_BYTES],
                              const uint32_t right[PRAP_PARTICIPANT_TEXT_BYTES]) {
    uint32_t difference = 0;
    for (size_t i = 0; i < PRAP_PARTICIPANT_TEXT_BYTES; i++)
        difference |= left[i] ^ right[i];
    return prapi_is_zero(difference);
}
