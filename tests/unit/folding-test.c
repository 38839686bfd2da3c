/*
 * folding-test.c: names and answers as they are compared: what stands between the parts of a name, what stands on or within
 * one and counts for nothing, and what is a letter; one beside each end of what Unicode has in a row.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "provider-direct/folding.h"

enum class { LETTER, MARK, SEPARATOR };

static const struct {
    uint32_t first, last;
    enum class class;
} rows[] = {
    {' ', ' ', SEPARATOR},       {'\'', '\'', MARK},          {'-', '.', SEPARATOR},
    {'`', '`', MARK},            {0xA0, 0xA0, SEPARATOR},     /* no-break space */
    {0xAD, 0xAD, SEPARATOR},     /* soft hyphen */
    {0xB4, 0xB4, MARK},          /* acute accent */
    {0x2B9, 0x2BF, MARK},        /* modifier letters: primes, commas, apostrophe, half rings */
    {0x300, 0x36F, MARK},        /* combining marks, as in four more rows below */
    {0x483, 0x487, MARK},        {0x1AB0, 0x1AFF, MARK},      {0x1DC0, 0x1DFF, MARK},
    {0x2000, 0x200D, SEPARATOR}, /* spaces, and those of no width */
    {0x2010, 0x2015, SEPARATOR}, /* hyphens and dashes */
    {0x2018, 0x201B, MARK},      /* single quotation marks */
    {0x202F, 0x202F, SEPARATOR}, {0x2032, 0x2032, MARK},      /* narrow no-break space; prime */
    {0x205F, 0x2060, SEPARATOR}, {0x20D0, 0x20FF, MARK},      {0x2212, 0x2212, SEPARATOR}, /* minus */
    {0x3000, 0x3000, SEPARATOR}, {0xFE20, 0xFE2F, MARK},      {0xFE58, 0xFE58, SEPARATOR},
    {0xFE63, 0xFE63, SEPARATOR}, {0xFF07, 0xFF07, MARK},      {0xFF0D, 0xFF0D, SEPARATOR},
};

static enum class class_of(uint32_t code) {
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (code >= rows[i].first && code <= rows[i].last) return rows[i].class;
    }
    return LETTER;
}

static size_t put_utf8(char *to, uint32_t code) {
    if (code < 0x80) {
        to[0] = (char)code;
        return 1;
    }
    const size_t n = code < 0x800 ? 2 : 3;
    for (size_t i = n; i-- > 1; code >>= 6) to[i] = (char)(0x80 | (code & 0x3F));
    to[0] = (char)((n == 2 ? 0xC0 : 0xE0) | code);
    return n;
}

static size_t length_of(const uint32_t *codes) {
    size_t n = 0;
    while (n < PRAP_PARTICIPANT_TEXT_BYTES && codes[n] != 0) n++;
    return n;
}

/* Between two letters. */
static void look_at(uint32_t code) {
    char text[8] = "b";
    size_t n = 1 + put_utf8(text + 1, code);
    text[n++] = 'd';
    prapi_folded folded;
    const bool good = prapi_secret_reveal(prapi_fold((prap_text){text, n}, &folded));
    if (!good) return; /* not printable: nobody can say it */
    const enum class class = class_of(code);
    const size_t letters = length_of(folded.letters), initials = length_of(folded.initials);
    if ((letters > 2) != (class == LETTER) || (initials == 2) != (class == SEPARATOR)) fail_msg("U+%04X", (unsigned)code);
    assert_int_equal(folded.letters[0], 'b');
    assert_int_equal(folded.letters[letters - 1], 'd');
    assert_int_equal(folded.initials[0], 'b');
    assert_int_equal(folded.initials[initials - 1], class == SEPARATOR ? 'd' : 'b');
}

static void each_end_of_each_row(void **unused) {
    (void)unused;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        for (uint32_t code = rows[i].first - 1; code <= rows[i].last + 1; code++) look_at(code);
    }
}

static void is_folded_to(const char *text, const char *letters, const char *initials) {
    prapi_folded folded;
    assert_true(prapi_secret_reveal(prapi_fold((prap_text){text, strlen(text)}, &folded)));
    assert_int_equal(length_of(folded.letters), strlen(letters));
    assert_int_equal(length_of(folded.initials), strlen(initials));
    for (size_t i = 0; letters[i] != '\0'; i++) assert_int_equal(folded.letters[i], letters[i]);
    for (size_t i = 0; initials[i] != '\0'; i++) assert_int_equal(folded.initials[i], initials[i]);
}

/* A letter that becomes several, and the next, which becomes one. */
static void several_letters_and_one(void **unused) {
    (void)unused;
    is_folded_to("Stra\xC3\x9F" "e", "strasse", "s");
    is_folded_to("\xEF\xAC\x83" "ab", "ffiab", "f"); /* a ligature of three */
    is_folded_to("x\xEF\xAC\x83", "xffi", "x");
    is_folded_to("\xC3\x86thelred", "aethelred", "a");
    is_folded_to("\xC3\x80 \xEF\xBD\x9A", "az", "az"); /* the first and the last that become another */
    is_folded_to("Z[AZ] @A", "z[az]@a", "z@");
    is_folded_to("Anne-Marie O'Neill", "annemarieoneill", "amo");
    is_folded_to(" .Jean  Luc. ", "jeanluc", "jl");
}

/* As many letters as there can be, of two bytes each or one. */
static void the_longest_texts(void **unused) {
    (void)unused;
    char text[PRAP_PARTICIPANT_TEXT_BYTES];
    prapi_folded folded;
    for (size_t i = 0; i < sizeof text; i += 2) memcpy(text + i, "\xC3\x9F", 2); /* each becomes two letters */
    assert_true(prapi_secret_reveal(prapi_fold((prap_text){text, sizeof text}, &folded)));
    for (size_t i = 0; i < PRAP_PARTICIPANT_TEXT_BYTES; i++) assert_int_equal(folded.letters[i], 's');
    memset(text, 'M', sizeof text);
    assert_true(prapi_secret_reveal(prapi_fold((prap_text){text, sizeof text}, &folded)));
    for (size_t i = 0; i < PRAP_PARTICIPANT_TEXT_BYTES; i++) assert_int_equal(folded.letters[i], 'm');
    assert_int_equal(length_of(folded.initials), 1);
    prapi_folded other = folded;
    assert_true(prapi_secret_reveal(prapi_is_same_text(folded.letters, other.letters)));
    for (size_t i = 0; i < PRAP_PARTICIPANT_TEXT_BYTES; i++) {
        other.letters[i] ^= 1u << i % 31;
        assert_false(prapi_secret_reveal(prapi_is_same_text(folded.letters, other.letters)));
        other.letters[i] = folded.letters[i];
    }
}

/* Of which nothing is left, or that cannot be said. */
static void no_texts(void **unused) {
    (void)unused;
    static const char *const texts[] = {"", " ", "-", "'", "\xC2\xA0", "a\x01", "\xC3", "a\xFF"};
    prapi_folded folded;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_false(prapi_secret_reveal(prapi_fold((prap_text){texts[i], strlen(texts[i])}, &folded)));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_end_of_each_row), cmocka_unit_test(several_letters_and_one),
        cmocka_unit_test(the_longest_texts),    cmocka_unit_test(no_texts),
    };
    return cmocka_run_group_tests_name("folding", tests, NULL, NULL);
}
