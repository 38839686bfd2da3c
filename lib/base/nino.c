/*
 * nino.c: the form of a National Insurance number, as HMRC publishes it (NIM39110): which letters it may
 * begin with, six digits, and A to D.
 */
#include "base/nino.h"

#include "base/error.h"

/* Letters as bits: A is bit 0. */
#define LETTER(L) (1u << ((L) - 'A'))

static const uint32_t never_first =
    LETTER('D') | LETTER('F') | LETTER('I') | LETTER('Q') | LETTER('U') | LETTER('V');
static const uint32_t never_second = LETTER('O');
static const char never_together[] = "BG" "GB" "KN" "NK" "NT" "TN" "ZZ";

static prapi_mask is_letter_but(uint32_t character, uint32_t never) {
    const uint32_t bit = 1u << ((character - 'A') & 31);
    return prapi_is_within(character, 'A', 'Z') & prapi_is_zero(bit & never);
}

prapi_mask prapi_nino_read(prap_text text, uint32_t ret_characters[PRAPI_NINO_CHARACTERS]) {
    uint32_t *const is = ret_characters;
    uint32_t codes[PRAPI_NINO_BYTES];
    for (size_t i = 0; i < text.n; i++) {
        const uint32_t byte = (uint8_t)text.bytes[i];
        const prapi_mask small = prapi_is_within(byte, 'a', 'z'); /* MUT-EQUIV: no number has what follows z or Z */
        codes[i] = (byte - (small & ('a' - 'A'))) & ~prapi_is_equal(byte, ' ');
    }
    prapi_mask good =
        prapi_is_equal(prapi_secret_compact(codes, text.n, is, PRAPI_NINO_CHARACTERS), PRAPI_NINO_CHARACTERS);
    prapi_wipe(codes, sizeof codes);
    good &= is_letter_but(is[0], never_first) & is_letter_but(is[1], never_first | never_second);
    for (const char *pair = never_together; *pair != '\0'; pair += 2)
        good &= ~(prapi_is_equal(is[0], (uint8_t)pair[0]) & prapi_is_equal(is[1], (uint8_t)pair[1]));
    for (size_t i = 2; i < 8; i++)
        good &= prapi_is_within(is[i], '0', '9');
    return good & prapi_is_within(is[8], 'A', 'D');
}

prap_status prap_nino_check(prap_text nino, prap_error *reterr) {
    static const char form[] =
        "a National Insurance number is two letters, six digits and a letter from A to D, and some "
        "letters it never begins with";
    uint32_t characters[PRAPI_NINO_CHARACTERS];
    if (nino.bytes == NULL) return prapi_fail(reterr, PRAP_E_NULL, "nino", form);
    bool good = nino.n <= PRAPI_NINO_BYTES;
    if (good) good = prapi_secret_reveal(prapi_nino_read(nino, characters));
    prapi_wipe(characters, sizeof characters);
    prapi_wipe_stack();
    return good ? PRAP_OK : prapi_fail(reterr, PRAP_E_TEXT, "nino", form);
}
