/* secret-test.c: what is done without a branch, against the same with branches. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/secret.h"
#include "base/text.h"
#include "edge.h"
#include "provider-direct/access-code.h"
#include "share.h"
#include "test-host.h"

static void masks_are_what_they_say(void **state) {
    (void)state;
    static const uint32_t numbers[] = {0, 1, 2, 0x7F, 0x80, 0xFFFF, 0x7FFFFFFE, 0x7FFFFFFF};
    for (size_t i = 0; i < 8; i++) {
        for (size_t k = 0; k < 8; k++) {
            const uint32_t a = numbers[i], b = numbers[k];
            assert_int_equal(prapi_is_equal(a, b), a == b ? ~0u : 0u);
            assert_int_equal(prapi_is_below(a, b), a < b ? ~0u : 0u);
            assert_int_equal(prapi_is_within(a, 1, b), a >= 1 && a <= b ? ~0u : 0u);
            assert_int_equal(prapi_pick(prapi_is_equal(a, b), 5, 9), a == b ? 5 : 9);
        }
        assert_int_equal(prapi_is_zero(numbers[i]), numbers[i] == 0 ? ~0u : 0u);
    }
    assert_int_equal(prapi_is_zero(UINT32_MAX), 0);
    assert_true(prapi_secret_reveal(~0u));
    assert_false(prapi_secret_reveal(0));
}

static void assert_decodes_alike(const char *bytes, size_t n) {
    uint32_t codes[8];
    const prapi_mask good = prapi_secret_decode((prap_text){bytes, n}, codes);
    const bool expected = prapi_text_is_identifier((prap_text){bytes, n});
    if ((good != 0) != expected) fail_msg("%zu bytes: %02x", n, (uint8_t)bytes[0]);
}

/* Every text of one, two and three bytes, and of four those that begin and end at the edges of the ranges. */
static void utf8_is_read_as_it_is_elsewhere(void **state) {
    (void)state;
    static const uint8_t edges[] = {0x00, 0x20, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xE0, 0xFF};
    const uint32_t step = (uint32_t)(100 / test_share(100)) | 1;
    for (uint32_t i = 0; i < 1u << 24; i += i < 1u << 16 ? 1 : 3 * step) {
        const char bytes[] = {(char)(i >> 16), (char)(i >> 8), (char)i};
        if (i < 256) assert_decodes_alike(bytes + 2, 1);
        if (i < 65536) assert_decodes_alike(bytes + 1, 2);
        assert_decodes_alike(bytes, 3);
    }
    for (uint32_t lead = 0; lead < 65536; lead += step) {
        for (size_t c = 0; c < sizeof edges; c++) {
            const char bytes[] = {(char)(lead >> 8), (char)lead, (char)edges[c],
                                  (char)edges[(c + 5) % sizeof edges]};
            assert_decodes_alike(bytes, 4);
            const char sound[] = {(char)(lead >> 8), (char)lead, (char)0xBF, (char)0x80};
            assert_decodes_alike(sound, 4);
        }
    }
}

static void characters_stand_where_their_bytes_began(void **state) {
    (void)state;
    static const char text[] = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80z";
    static const uint32_t expected[] = {'a', 0xE9, 0, 0x20AC, 0, 0, 0x1F600, 0, 0, 0, 'z'};
    uint32_t codes[sizeof text - 1], room[6];
    assert_int_not_equal(prapi_secret_decode((prap_text){text, sizeof text - 1}, codes), 0);
    assert_memory_equal(codes, expected, sizeof expected);
    assert_int_equal(prapi_secret_compact(codes, sizeof text - 1, room, 6), 5);
    static const uint32_t together[] = {'a', 0xE9, 0x20AC, 0x1F600, 'z', 0};
    assert_memory_equal(room, together, sizeof together);
    assert_int_equal(prapi_secret_compact(codes, sizeof text - 1, room, 2), 5); /* counted, and dropped */
    assert_int_equal(room[1], 0xE9);
    assert_int_equal(prapi_secret_decode((prap_text){NULL, 0}, codes), ~0u);
}

/* Where UTF-8 ends and something else begins, as RFC 3629 has it; none of these is hidden. */
static void utf8_at_its_edges(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool good;
    } rows[] = {
        {"~", true},
        {" ", true},
        {"\x1F", false},
        {"\x7F", false},
        {"\xC2\xA0", true},          /* U+00A0 */
        {"\xC1\xBF", false},         /* U+007F, overlong */
        {"\xDF\xBF", true},          /* U+07FF */
        {"\xE0\x9F\xBF", false},     /* U+07FF, overlong */
        {"\xE0\xA0\x80", true},      /* U+0800 */
        {"\xED\x9F\xBF", true},      /* U+D7FF */
        {"\xED\xA0\x80", false},     /* surrogates, the first and the last */
        {"\xED\xBF\xBF", false},
        {"\xEE\x80\x80", true},      /* U+E000 */
        {"\xEF\xBF\xBF", true},      /* U+FFFF */
        {"\xF0\x8F\xBF\xBF", false}, /* U+FFFF, overlong */
        {"\xF0\x90\x80\x80", true},  /* U+10000 */
        {"\xF4\x8F\xBF\xBF", true},  /* U+10FFFF */
        {"\xF4\x90\x80\x80", false}, /* past it, as far as four bytes and more go */
        {"\xF5\x80\x80\x80", false},
        {"\xF7\xBF\xBF\xBF", false},
        {"\xF8\x90\x80\x80", false},
        {"\xF8\x88\x80\x80\x80", false},
        {"\xFF\x80\x80\x80", false},
        {"\x80", false},
        {"a\xBF", false},
        {"\xC3z", false},
        {"\xC3\xC3", false},
        {"\xE2\x82z", false},
        {"\xF0\x9F\x98z", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        uint32_t codes[8];
        const prapi_mask good = prapi_secret_decode(test_text(rows[i].text), codes);
        if (good != (rows[i].good ? ~0u : 0u)) fail_msg("rows[%zu]", i);
    }
}

static size_t write_utf8(uint32_t code, char ret_bytes[4]) {
    static const uint8_t leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
    const size_t n = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = n; i > 1; i--, code >>= 6)
        ret_bytes[i - 1] = (char)(0x80u | (code & 0x3Fu));
    ret_bytes[0] = (char)(leads[n] | code);
    return n;
}

/* Each code point is read as it is, and stands where its first byte stood. */
static void every_bit_of_a_character_is_read(void **state) {
    (void)state;
    unsigned read = 0;
    for (uint32_t code = 0x20; code < 0x110000; code += code < 0x1000 ? 1 : 61) {
        char bytes[4];
        uint32_t codes[5] = {9, 9, 9, 9, 9};
        const size_t n = write_utf8(code, bytes);
        if (prapi_secret_decode((prap_text){bytes, n}, codes) == 0) continue; /* hidden, or no code point */
        read++;
        assert_int_equal(codes[0], code);
        for (size_t i = 1; i < 5; i++)
            assert_int_equal(codes[i], i < n ? 0 : 9);
    }
    assert_true(read > 20000);
}

/* What is cut off is neither good nor read on with. */
static void a_text_ends_where_it_ends(void **state) {
    (void)state;
    static const char *const cut[] = {"\xC3", "\xE2", "\xE2\x82", "\xF0", "\xF0\x9F", "\xF0\x9F\x98", "a\xC3"};
    for (size_t i = 0; i < sizeof cut / sizeof cut[0]; i++) {
        const size_t n = strlen(cut[i]);
        uint32_t *const codes = test_edge(NULL, n * sizeof *codes);
        assert_int_equal(prapi_secret_decode((prap_text){test_edge(cut[i], n), n}, codes), 0);
    }
}

static void what_does_not_fit_is_dropped(void **state) {
    (void)state;
    static const uint32_t codes[] = {0, 'a', 0, 'b', 'c', 0x4000}; /* the last of them is not asked about */
    for (size_t room = 0; room <= 4; room++) {
        uint32_t to[5] = {0x1000, 0x1000, 0x1000, 0x1000, 0x1000};
        assert_int_equal(prapi_secret_compact(codes, 5, to, room), 3);
        for (size_t i = 0; i < 5; i++)
            assert_int_equal(to[i], i >= room ? 0x1000 : i < 3 ? 'a' + i : 0);
    }
}

static void what_is_wiped_is_gone(void **state) {
    (void)state;
    char bytes[40];
    memset(bytes, 'x', sizeof bytes);
    prapi_wipe(bytes + 4, 30);
    for (size_t i = 0; i < sizeof bytes; i++)
        assert_int_equal(bytes[i], i >= 4 && i < 34 ? 0 : 'x');
    prapi_wipe(bytes, 0);
    assert_int_equal(bytes[0], 'x');
    prapi_wipe_stack();
}

/* All 256 values of a byte, at each place of the code and of the answer. */
static void codes_are_compared_as_they_are(void **state) {
    (void)state;
    char code[] = "aB3dE6gH", answer[] = "aE6";
    const uint32_t positions = 1u << 0 | 1u << 4 | 1u << 5;
    for (int value = 1; value < 256; value++) {
        for (size_t at = 0; at < 3; at++) {
            char other[] = "aE6";
            other[at] = (char)value;
            const bool printable = value > 0x20 && value < 0x7F;
            const prap_status status = prapi_code_check_form(test_text(code), 8, test_text(other), NULL);
            assert_int_equal(status, printable ? PRAP_OK : PRAP_E_TEXT);
            const bool right = prapi_code_is_right(test_text(code), 8, positions, test_text(other));
            assert_int_equal(right, other[at] == answer[at]);
        }
        for (size_t at = 0; at < 8; at++) {
            char other[] = "aB3dE6gH";
            other[at] = (char)value;
            const bool asked = (positions >> at & 1) != 0;
            const bool printable = value > 0x20 && value < 0x7F;
            const bool right = prapi_code_is_right(test_text(other), 8, positions, test_text(answer));
            assert_int_equal(right, printable && (!asked || other[at] == code[at]));
        }
    }
    /* A character is a code point, whatever its bytes. */
    const prap_text pounds = test_text("\xC2\xA3"
                                       "1\xE2\x82\xAC"
                                       "2345\xC3\xA9");
    assert_int_equal(prapi_code_check_form(pounds, 8, test_text("\xC2\xA3\xE2\x82\xAC\xC3\xA9"), NULL),
                     PRAP_OK);
    assert_true(prapi_code_is_right(pounds, 8, 1u << 0 | 1u << 2 | 1u << 7,
                                    test_text("\xC2\xA3\xE2\x82\xAC\xC3\xA9")));
    static const char *const bad[] = {"",
                                      "ab",
                                      "abcd",
                                      "a b",
                                      "a\xC2\xA0"
                                      "b",
                                      "a\xE2\x80\x8B"
                                      "b",
                                      "a\xE3\x80\x80"
                                      "b",
                                      "ab\xC3",
                                      "abcdefghijklmnop",
                                      "\xF4\x8F\xBF\xBF\xF4\x8F\xBF\xBF\xF4\x8F\xBF\xBF."};
    prap_error error = {.size = sizeof error};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_int_equal(prapi_code_check_form(test_text(code), 8, test_text(bad[i]), &error), PRAP_E_TEXT);
        assert_string_equal(error.field, "answer");
    }
    assert_int_equal(prapi_code_check_form(test_text("abcdefg"), 8, test_text("abc"), &error), PRAP_E_TEXT);
    assert_string_equal(error.field, "code");
    assert_int_equal(prapi_code_check_form((prap_text){NULL, 0}, 8, test_text("abc"), &error), PRAP_E_NULL);
    assert_int_equal(prapi_code_check_form(test_text(code), 8, (prap_text){NULL, 3}, &error), PRAP_E_NULL);
    assert_string_equal(error.field, "answer");
}

/* The spaces of Unicode, at both ends of each run, and their neighbours that are none. */
static void a_space_is_no_character_of_a_code(void **state) {
    (void)state;
    static const struct {
        const char *answer;
        bool good;
    } rows[] = {
        {"a\xC2\xA0z", false},     /* U+00A0 */
        {"a\xC2\xA1z", true},      /* U+00A1 */
        {"a\xE1\xBF\xBEz", true},  /* U+1FFE */
        {"a\xE1\xBF\xBFz", true},  /* U+1FFF */
        {"a\xE2\x80\x80z", false}, /* U+2000 */
        {"a\xE2\x80\x8Dz", false}, /* U+200D; U+200E is not printable anyway */
        {"a\xE2\x80\x90z", true},  /* U+2010 */
        {"a\xE2\xBF\xBFz", true},  /* U+2FFF */
        {"a\xE3\x80\x80z", false}, /* U+3000 */
        {"a\xE3\x80\x81z", true},  /* U+3001 */
        {"a \xC2\xA1", false},
        {" \xC2\xA1z", false},
        {"\xC2\xA1z ", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const prap_text answer = test_text(rows[i].answer);
        const prap_status status = prapi_code_check_form(test_text("aB3dE6gH"), 8, answer, NULL);
        assert_int_equal(status, rows[i].good ? PRAP_OK : PRAP_E_TEXT);
    }
}

/* Whatever was checked before: an answer of another form is wrong even where its characters are right. */
static void an_answer_of_another_form_is_wrong(void **state) {
    (void)state;
    const uint32_t first = 1u << 0 | 1u << 1 | 1u << 2;
    assert_true(prapi_code_is_right(test_text("aB3dE6gH"), 8, first, test_text("aB3")));
    assert_false(prapi_code_is_right(test_text("aB3dE6gH"), 8, first, test_text("aB3d")));
    assert_false(prapi_code_is_right(test_text("aB3dE6gHi"), 8, first, test_text("aB3")));
    /* Nothing is read past the end of either. */
    assert_true(prapi_code_is_right((prap_text){test_edge("aB3dE6gH", 8), 8}, 8, first, (prap_text){test_edge("aB3", 3), 3}));
    /* The longest that is read: four bytes for each character. What is longer is not looked at. */
    static const char four[] = "\xF0\x9F\x98\x80\xF0\x9F\x98\x81\xF0\x9F\x98\x82";
    assert_int_equal(prapi_code_check_form(test_text("aB3dE6gH"), 8, test_text(four), NULL), PRAP_OK);
    char longest[4 * PRAP_CODE_LENGTH_MAX + 1 + 4096];
    for (size_t i = 0; i < sizeof longest; i++)
        longest[i] = "\xF0\x9F\x98\x80"[i % 4];
    const uint32_t most = PRAP_CODE_LENGTH_MAX;
    for (size_t n = 4 * (size_t)most; n <= sizeof longest; n += n < 4 * (size_t)most + 40 ? 1 : 211) {
        const prap_text long_code = {longest, n};
        const prap_status status = prapi_code_check_form(long_code, most, test_text("aB3"), NULL);
        assert_int_equal(status, n == 4 * (size_t)most ? PRAP_OK : PRAP_E_TEXT);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(masks_are_what_they_say),
        cmocka_unit_test(utf8_is_read_as_it_is_elsewhere),
        cmocka_unit_test(characters_stand_where_their_bytes_began),
        cmocka_unit_test(utf8_at_its_edges),
        cmocka_unit_test(every_bit_of_a_character_is_read),
        cmocka_unit_test(a_text_ends_where_it_ends),
        cmocka_unit_test(what_does_not_fit_is_dropped),
        cmocka_unit_test(what_is_wiped_is_gone),
        cmocka_unit_test(codes_are_compared_as_they_are),
        cmocka_unit_test(a_space_is_no_character_of_a_code),
        cmocka_unit_test(an_answer_of_another_form_is_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
