/* text.c: borrowed text: comparing, judging and copying it. */
#include "base/text.h"

#include <stdint.h>
#include <string.h>

#include "prap/host.h"

size_t prapi_text_bytes(const char *text) {
    size_t n = 0;
    while (text[n] != '\0')
        n++;
    return n;
}

bool prapi_text_equal(prap_text a, prap_text b) {
    /* memcmp must not be given NULL, which an empty text may have. */
    return a.n == b.n && (a.n == 0 || memcmp(a.bytes, b.bytes, a.n) == 0); /* MUT-EQUIV: of nothing it gives 0 */
}

bool prapi_text_is(prap_text a, const char *literal) {
    return prapi_text_equal(a, (prap_text){literal, prapi_text_bytes(literal)});
}

static bool is_continuation(unsigned char byte) {
    return (byte & 0xC0u) == 0x80u;
}

/*
 * The character of two bytes and more that n bytes of text begin with: how many bytes it takes, or 0 when it is not
 * strict UTF-8. shorter: so many bits can be written in fewer bytes, so that nothing overlong passes.
 */
static size_t read_long(const unsigned char *at, size_t n, uint32_t *ret_code) {
    const unsigned char lead = at[0];
    size_t bytes = 0;
    uint32_t code = 0;
    uint32_t shorter = 0;
    if ((lead & 0xE0u) == 0xC0u) {
        bytes = 2, code = lead & 0x1Fu, shorter = 7;
    } else if ((lead & 0xF0u) == 0xE0u) {
        bytes = 3, code = lead & 0x0Fu, shorter = 11;
    } else if ((lead & 0xF8u) == 0xF0u) {
        bytes = 4, code = lead & 0x07u, shorter = 16;
    } else {
        return 0;
    }
    if (n < bytes) return 0;
    for (size_t i = 1; i < bytes; i++) {
        if (!is_continuation(at[i])) return 0;
        code = (code << 6) | (at[i] & 0x3Fu);
    }
    *ret_code = code;
    const bool sound = code >> shorter != 0 && code <= 0x10FFFFu && (code < 0xD800u || code > 0xDFFFu);
    return sound ? bytes : 0; /* MUT-EQUIV: what would be read next begins no character */
}

struct span {
    uint32_t first;
    uint32_t last;
};

/* What no identifier may hold: it would not show, or would change how the text beside it shows. */
static const struct span unprintable[] = {
    {0x0000, 0x001F}, /* C0 controls */
    {0x007F, 0x009F}, /* delete and C1 controls */
    {0x200E, 0x200F}, /* left-to-right and right-to-left marks */
    {0x2028, 0x202E}, /* line and paragraph separators, bidirectional embeddings and overrides */
    {0x2066, 0x2069}, /* bidirectional isolates */
    {0xFEFF, 0xFEFF}, /* byte order mark */
};

prapi_mask prapi_secret_is_printable(uint32_t code) {
    prapi_mask hidden = 0;
    for (size_t i = sizeof unprintable / sizeof unprintable[0]; i > 0; i--) {
        hidden |= prapi_is_within(code, unprintable[i - 1].first, unprintable[i - 1].last);
    }
    return ~hidden;
}

bool prapi_text_is_identifier(prap_text text) {
    return prapi_text_is_printable(text, PRAP_ID_BYTES);
}

bool prapi_text_is_printable(prap_text text, size_t most_bytes) {
    if (text.bytes == NULL || text.n == 0 || text.n > most_bytes) return false;
    const unsigned char *bytes = (const unsigned char *)text.bytes;
    size_t at = 0;
    while (at < text.n) {
        uint32_t code = bytes[at];
        size_t used = 1;
        if ((code & 0x80u) == 0) { /* most identifiers are nothing else */
            if (code < 0x20u || code == 0x7Fu) return false;
        } else {
            used = read_long(bytes + at, text.n - at, &code);
            if (used == 0 || prapi_secret_is_printable(code) == 0) return false;
        }
        at += used;
    }
    return true;
}

bool prapi_text_is_kebab(prap_text text, size_t most_bytes) {
    if (text.bytes == NULL || text.n > most_bytes) return false;
    bool begins = true; /* at the first byte, and after a hyphen: it cannot end there, and so not be empty */
    for (size_t i = 0; i < text.n; i++) {
        const char c = text.bytes[i];
        const bool letter = c >= 'a' && c <= 'z';
        const bool digit = i > 0 && c >= '0' && c <= '9';
        const bool hyphen = c == '-' && !begins;
        if (!letter && !digit && !hyphen) return false;
        begins = c == '-';
    }
    return !begins;
}

size_t prapi_text_copy(char *room, size_t room_bytes, const char *text) {
    if (room_bytes == 0) return 0;
    size_t n = prapi_text_bytes(text);
    if (n > room_bytes - 1) { /* MUT-EQUIV: at the end of the text nothing is cut off */
        n = room_bytes - 1;
        while (n > 0 && is_continuation((unsigned char)text[n]))
            n--;
    }
    memcpy(room, text, n);
    room[n] = '\0';
    return n;
}
