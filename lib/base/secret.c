/* secret.c: see secret.h. */
#include "base/secret.h"
#include "base/text.h"

#ifdef PRAPI_TRACK_SECRETS
/* Of the tracker in tests/secrets: from here on this is no secret. */
void prapi_track_reveal(prapi_mask *mask);
#endif

bool prapi_secret_reveal(prapi_mask mask) {
#ifdef PRAPI_TRACK_SECRETS
    prapi_track_reveal(&mask);
#endif
    return mask != 0;
}

void prapi_wipe(void *bytes, size_t n) {
    volatile uint8_t *at = bytes;
    /*@ loop invariant 0 <= i <= n && \forall integer k; 0 <= k < i ==> at[k] == 0;
        loop assigns i, at[0 .. n - 1];
        loop variant n - i; */
    for (size_t i = 0; i < n; i++)
        at[i] = 0;
#if defined(__GNUC__) && !defined(__TINYC__)
    __asm__ volatile("" : : "r"(bytes) : "memory");
#endif
}

/* Deeper than the frames of a check, which tests/secrets/residue-test.c sees to. */
enum { STACK_BYTES = 16384 };

#if defined(__GNUC__)
__attribute__((noinline))
#endif
void prapi_wipe_stack(void) {
    uint8_t below[STACK_BYTES];
    prapi_wipe(below, sizeof below);
}

/* A byte of the text, or 0 past its end: where the end is, is no secret. */
static uint32_t byte_at(prap_text text, size_t at) {
    return at < text.n ? (uint8_t)text.bytes[at] : 0; /* MUT-EQUIV: what is cut off is refused for what it lacks */
}

/*
 * A lead byte that can begin a character of one, two, three or four bytes. C0, C1 and F8 to FF begin none; what
 * F5 to F7 begin is past the last code point.
 */
typedef struct lead {
    prapi_mask one, two, three, four;
} lead;

static lead lead_of(uint32_t byte) {
    return (lead){prapi_is_zero(byte & 0x80), prapi_is_within(byte, 0xC2, 0xDF),
                  prapi_is_within(byte, 0xE0, 0xEF), prapi_is_equal(byte & 0xF8, 0xF0)};
}

/* The code point that begins at a place, if one does. */
static uint32_t code_at(prap_text text, size_t at, lead is) {
    const uint32_t a = (uint8_t)text.bytes[at];
    const uint32_t b = byte_at(text, at + 1) & 0x3F;
    const uint32_t c = byte_at(text, at + 2) & 0x3F;
    const uint32_t d = byte_at(text, at + 3) & 0x3F;
    return (is.one & a) | (is.two & ((a & 0x1F) << 6 | b)) | (is.three & ((a & 0x0F) << 12 | b << 6 | c)) |
           (is.four & ((a & 0x07) << 18 | b << 12 | c << 6 | d));
}

/* Not overlong, no surrogate, not past the last code point, and to be seen by whoever reads it. */
static prapi_mask is_sound(uint32_t code, lead is) {
    const prapi_mask too_short = is.three & prapi_is_below(code, 0x800);
    const prapi_mask surrogate = prapi_is_within(code, 0xD800, 0xDFFF);
    const prapi_mask too_long = is.four & ~prapi_is_within(code, 0x10000, 0x10FFFF);
    return ~(too_short | surrogate | too_long) & prapi_secret_is_printable(code);
}

prapi_mask prapi_secret_decode(prap_text text, uint32_t *ret_codes) {
    prapi_mask good = ~0u;
    uint32_t owed = 0; /* continuation bytes that the character before still needs */
    for (size_t i = 0; i < text.n; i++) {
        const uint32_t byte = (uint8_t)text.bytes[i];
        const lead is = lead_of(byte);
        const prapi_mask continues = prapi_is_within(byte, 0x80, 0xBF);
        const prapi_mask begins = prapi_is_zero(owed);
        const uint32_t code = code_at(text, i, is);
        const prapi_mask starts_well = (is.one | is.two | is.three | is.four) & is_sound(code, is);
        good &= prapi_pick(begins, starts_well, continues);
        ret_codes[i] = begins & code;
        owed = prapi_pick(begins, (is.two & 1) | (is.three & 2) | (is.four & 3), owed - 1);
    }
    return good & prapi_is_zero(owed);
}

uint32_t prapi_secret_compact(const uint32_t *codes, size_t n, uint32_t *ret_room, size_t room) {
    uint32_t count = 0;
    for (size_t k = 0; k < room; k++)
        ret_room[k] = 0;
    for (size_t i = 0; i < n; i++) {
        const prapi_mask there = ~prapi_is_zero(codes[i]);
        for (size_t k = 0; k < room; k++)
            ret_room[k] |= there & prapi_is_equal(count, (uint32_t)k) & codes[i];
        count += there & 1;
    }
    return count;
}
