/*
 * access-code.c: three characters of a code against three that were said.
 *
 * The code and the answer are walked whole, whatever they hold; the three comparisons are joined before
 * anything is known of any. Positions are no secret. What the walks leave is wiped here, registers and stack
 * by prapi_wipe_stack when the caller has done with them.
 *
 * rule PD-16b, PD-22b: decided by challenge failed
 */
#include "provider-direct/access-code.h"

#include "base/always.h"
#include "base/error.h"
#include "provider-direct/positions.h"

/* A space that is printable: U+0020, U+00A0, U+3000, and all that are left of U+2000 to U+200F. */
static prapi_mask is_space(uint32_t code) {
    return prapi_is_equal(code, ' ') | prapi_is_equal(code, 0xA0) | prapi_is_equal(code, 0x3000) |
           prapi_is_equal(code >> 4, 0x200);
}

/* Reads a text of so many characters into room, all of them to be seen and none a space. */
static prapi_mask read_characters(prap_text text, uint32_t *room, uint32_t length) {
    uint32_t codes[PRAPI_CODE_BYTES];
    prapi_mask good = prapi_secret_decode(text, codes);
    for (size_t i = text.n; i > 0; i--)
        good &= ~is_space(codes[i - 1]);
    good &= prapi_is_equal(prapi_secret_compact(codes, text.n, room, length), length);
    prapi_wipe(codes, sizeof codes);
    return good;
}

static prap_status check_text(prap_text text, uint32_t length, const char *field, const char *form,
                              prap_error *reterr) {
    uint32_t characters[PRAP_CODE_LENGTH_MAX];
    if (text.bytes == NULL) return prapi_fail(reterr, PRAP_E_NULL, field, form);
    bool good = text.n <= 4 * (size_t)length;
    if (good) good = prapi_secret_reveal(read_characters(text, characters, length));
    prapi_wipe(characters, sizeof characters);
    return good ? PRAP_OK : prapi_fail(reterr, PRAP_E_TEXT, field, form);
}

prap_status prapi_code_check_form(prap_text code, uint32_t length, prap_text answer, prap_error *reterr) {
    const prap_status status = check_text(
        code, length, "code", "a code is as many printable characters as the policy code-len says", reterr);
    if (status != PRAP_OK) return status;
    return check_text(answer, PRAP_CHALLENGE_POSITIONS, "answer", "an answer is three printable characters",
                      reterr);
}

bool prapi_code_is_right(prap_text code, uint32_t length, uint32_t positions, prap_text answer) {
    uint32_t characters[PRAP_CODE_LENGTH_MAX];
    uint32_t said[PRAP_CHALLENGE_POSITIONS];
    uint32_t at[PRAP_CHALLENGE_POSITIONS];
    prapi_mask right = read_characters(code, characters, length);
    right &= read_characters(answer, said, PRAP_CHALLENGE_POSITIONS);
    prapi_positions_list(positions, at);
    for (uint32_t i = 0; i < PRAP_CHALLENGE_POSITIONS; i++) {
        const uint32_t place = at[i] - 1;
        right &= PRAPI_ALWAYS(place < length) ? prapi_is_equal(characters[place], said[i]) : 0; /* MUT-EQUIV: never the 0 */
    }
    prapi_wipe(characters, sizeof characters);
    prapi_wipe(said, sizeof said);
    return prapi_secret_reveal(right);
}
