/* text-test.c: comparing, judging and copying borrowed text; every code point and every broken sequence. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "prap/host.h"

static prap_text text(const char *bytes) {
    return (prap_text){bytes, strlen(bytes)};
}

static void equality_is_of_bytes(void **state) {
    (void)state;
    assert_true(prapi_text_equal(text("accept"), text("accept")));
    assert_false(prapi_text_equal(text("accept"), text("accepT")));
    assert_false(prapi_text_equal(text("accept"), text("accep")));
    assert_false(prapi_text_equal(text("accep"), text("accept")));
    assert_true(prapi_text_equal(text("a"), text("a")));
    assert_false(prapi_text_equal(text("a"), text("b")));
    assert_true(prapi_text_equal((prap_text){NULL, 0}, (prap_text){NULL, 0}));
    assert_true(prapi_text_equal((prap_text){NULL, 0}, text("")));
    assert_false(prapi_text_equal((prap_text){NULL, 0}, text("a")));
    /* A NUL is a byte like any other. */
    assert_false(prapi_text_equal((prap_text){"a\0b", 3}, (prap_text){"a\0c", 3}));
    assert_true(prapi_text_is(text("reject"), "reject"));
    assert_false(prapi_text_is((prap_text){"reject\0", 7}, "reject"));
    assert_true(prapi_text_is((prap_text){NULL, 0}, ""));
    assert_true(prapi_text_is((prap_text){"rejected", 6}, "reject"));
}

/* As RFC 3629 writes it, in as many bytes as asked, needed or not. Returns that number. */
static size_t write_utf8(uint32_t code, size_t bytes, char *ret_bytes) {
    static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = bytes; i > 1; i--) {
        ret_bytes[i - 1] = (char)(0x80u | (code & 0x3Fu));
        code >>= 6;
    }
    ret_bytes[0] = (char)(leads[bytes] | code);
    return bytes;
}

static size_t least_bytes(uint32_t code) {
    return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/* Written out as the header promises it, apart from the table in text.c. */
static bool may_stand(uint32_t code) {
    if (code < 0x20 || (code >= 0x7F && code < 0xA0)) return false;
    if (code == 0x200E || code == 0x200F || code == 0x2028 || code == 0x2029) return false;
    if (code >= 0x202A && code <= 0x202E) return false;
    if (code >= 0x2066 && code <= 0x2069) return false;
    if (code == 0xFEFF) return false;
    if (code >= 0xD800 && code <= 0xDFFF) return false;
    return code <= 0x10FFFF;
}

static void every_code_point(void **state) {
    (void)state;
    char bytes[6];
    for (uint32_t code = 0; code <= 0x1FFFFF; code++) {
        /* Past the first planes nothing differs from its neighbours but at the very ends. */
        if (code > 0x20000 && code < 0x10FF00) code += 0xFF;
        bytes[0] = 'a';
        const size_t n = 1 + write_utf8(code, least_bytes(code), bytes + 1);
        bytes[n] = 'z';
        if (prapi_text_is_identifier((prap_text){bytes, n + 1}) != may_stand(code)) fail_msg("U+%04X", code);
        if (prapi_text_is_identifier((prap_text){bytes + 1, n - 1}) != may_stand(code))
            fail_msg("U+%04X", code);
    }
}

static void nothing_overlong(void **state) {
    (void)state;
    char bytes[4];
    for (uint32_t code = 0; code < 0x10000; code++) {
        for (size_t n = least_bytes(code) + 1; n <= 4; n++) {
            write_utf8(code, n, bytes);
            if (prapi_text_is_identifier((prap_text){bytes, n})) fail_msg("U+%04X in %zu bytes", code, n);
        }
    }
}

/* Every pair of bytes: only ASCII, and the right lead with a continuation, may be. */
static void every_two_bytes(void **state) {
    (void)state;
    for (unsigned first = 0; first < 256; first++) {
        for (unsigned second = 0; second < 256; second++) {
            const char bytes[2] = {(char)first, (char)second};
            bool expected = may_stand(first) && may_stand(second) && first < 0x80 && second < 0x80;
            if (first >= 0xC2 && first < 0xE0 && second >= 0x80 && second < 0xC0)
                expected = may_stand(((first & 0x1Fu) << 6) | (second & 0x3Fu));
            if (prapi_text_is_identifier((prap_text){bytes, 2}) != expected)
                fail_msg("%02X %02X", first, second);
        }
    }
}

static void broken_sequences(void **state) {
    (void)state;
    static const char *const broken[] = {
        "\x80",
        "\xBF",
        "a\x80",
        "\xC3",
        "\xC3(",
        "\xE2\x82",
        "\xE2(\xA1",
        "\xE2\x28\xA1",
        "\xE2\x82(",
        "\xF0\x9F",
        "\xF0\x9F\x98",
        "\xF0\x9F\x98(",
        "\xF0(\x98\x80",
        "\xF0\x9F(\x80",
        "\xF8\x88\x80\x80\x80",
        "\xFC\x84\x80\x80\x80\x80",
        "\xFE",
        "\xFF",
        "\xED\xA0\x80\xED\xB0\x80",
        "\xF4\x90\x80\x80",
        "\xF8\x90\x80\x80", /* of no length that there is */
        "\x90\x90\x80\x80",
        "\xC3\xA9z\n", /* what comes after a long one is looked at too */
        "\xC3\xA9 \x7F",
        "\x1F",
    };
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++)
        assert_false(prapi_text_is_identifier(text(broken[i])));
    /* Cut short at any byte, even though the rest lies behind it in memory. */
    static const char whole[] = "case \xE2\x82\xAC\xF0\x9F\x98\x80";
    for (size_t n = 0; n < sizeof whole; n++) {
        const bool expected = (n >= 1 && n <= 5) || n == 8 || n == 12;
        assert_int_equal(prapi_text_is_identifier((prap_text){whole, n}), expected);
    }
}

static void length_is_in_bytes(void **state) {
    (void)state;
    char bytes[PRAP_ID_BYTES + 1];
    memset(bytes, 'x', sizeof bytes);
    assert_false(prapi_text_is_identifier((prap_text){NULL, 0}));
    assert_false(prapi_text_is_identifier((prap_text){NULL, 3}));
    assert_true(prapi_text_is_identifier((prap_text){" ~", 2}));
    assert_false(prapi_text_is_identifier((prap_text){"", 0}));
    for (size_t n = 1; n <= PRAP_ID_BYTES; n++)
        assert_true(prapi_text_is_identifier((prap_text){bytes, n}));
    assert_false(prapi_text_is_identifier((prap_text){bytes, PRAP_ID_BYTES + 1}));
    bytes[PRAP_ID_BYTES - 1] = '\n';
    assert_false(prapi_text_is_identifier((prap_text){bytes, PRAP_ID_BYTES}));
}

static void copies_never_cut_a_character(void **state) {
    (void)state;
    /* 1, 2, 3 and 4 bytes: characters end after 1, 3, 6 and 10. */
    static const char source[] = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80";
    static const size_t fits[] = {0, 0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 10};
    for (size_t room_bytes = 1; room_bytes < sizeof fits / sizeof fits[0]; room_bytes++) {
        char room[16];
        memset(room, '#', sizeof room);
        const size_t n = prapi_text_copy(room, room_bytes, source);
        assert_int_equal(n, fits[room_bytes]);
        assert_memory_equal(room, source, n);
        assert_int_equal(room[n], '\0');
        for (size_t i = n + 1; i < sizeof room; i++)
            assert_int_equal(room[i], '#');
    }
    assert_int_equal(prapi_text_copy(NULL, 0, source), 0);
    char room[2] = {'#', '#'};
    assert_int_equal(prapi_text_copy(room, sizeof room, ""), 0);
    assert_int_equal(room[0], '\0');
    /* What is not UTF-8 to begin with may lose everything, but not the end of the room. */
    assert_int_equal(prapi_text_copy(room, sizeof room, "\x80\x80\x80"), 0);
    assert_int_equal(room[0], '\0');
}

static void a_name_as_the_vocabularies_have_them(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool is;
    } rows[] = {{"a", true},      {"whp-ack", true},  {"auto60", true},  {"a-1-z", true}, {"z9", true},
                {"", false},      {"1a", false},      {"-a", false},     {"a-", false},   {"a--b", false},
                {"Ack", false},   {"a b", false},     {"a_b", false},    {"a/b", false},  {"a:b", false},
                {"a`b", false},   {"a{b", false},     {"a.b", false},    {"caf\xc3\xa9", false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(prapi_text_is_kebab((prap_text){rows[i].text, strlen(rows[i].text)}, 8), rows[i].is);
    assert_false(prapi_text_is_kebab((prap_text){NULL, 1}, 8));
    assert_false(prapi_text_is_kebab((prap_text){"nine-byte", 9}, 8));
    assert_true(prapi_text_is_kebab((prap_text){"nine-byte", 8}, 8));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equality_is_of_bytes),
        cmocka_unit_test(every_code_point),
        cmocka_unit_test(nothing_overlong),
        cmocka_unit_test(every_two_bytes),
        cmocka_unit_test(broken_sequences),
        cmocka_unit_test(length_is_in_bytes),
        cmocka_unit_test(copies_never_cut_a_character),
        cmocka_unit_test(a_name_as_the_vocabularies_have_them),
    };
    return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
