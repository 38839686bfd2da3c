/*
 * secret.h: working on secrets: without a branch or an address that depends on them, and without leaving them
 * behind.
 *
 * A mask is all ones for true and 0 for false. Every function takes the same steps whatever it is given. The
 * lengths of texts are not secret. What a check says in the end is not secret either: prapi_secret_reveal
 * turns its mask into a bool, and is the only place where a branch on what came of a secret may begin.
 */
#ifndef PRAPI_BASE_SECRET_H
#define PRAPI_BASE_SECRET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "prap/day.h"

typedef uint32_t prapi_mask;

/* Keeps a compiler from reasoning about a value that it could trace back to a secret, and so from branching
 * on it. */
static inline uint32_t prapi_opaque(uint32_t value) {
#if defined(__GNUC__) && !defined(__TINYC__)
    __asm__("" : "+r"(value)); /* MUT-EQUIV: only the machine code differs, which tests/secrets/matrix.py judges */
    return value;
#else
    volatile uint32_t kept = value;
    return kept;
#endif
}

static inline prapi_mask prapi_is_zero(uint32_t value) {
    return prapi_opaque(0u - ((~value & (value - 1u)) >> 31));
}

static inline prapi_mask prapi_is_equal(uint32_t a, uint32_t b) {
    return prapi_is_zero(a ^ b);
}

/* a < b; both below 2^31. */
static inline prapi_mask prapi_is_below(uint32_t a, uint32_t b) {
    return prapi_opaque(0u - ((a - b) >> 31));
}

/* first <= a <= last; all below 2^31. */
static inline prapi_mask prapi_is_within(uint32_t a, uint32_t first, uint32_t last) {
    return ~(prapi_is_below(a, first) | prapi_is_below(last, a));
}

/* One of the two, by the mask. */
static inline uint32_t prapi_pick(prapi_mask mask, uint32_t yes, uint32_t no) {
    return no ^ (mask & (yes ^ no));
}

/* What the library says aloud. Under tests/secrets this is where Valgrind is told that the answer is no
 * secret. */
bool prapi_secret_reveal(prapi_mask mask);

/* Overwrites bytes; no compiler may leave it out, whoever else looks at them afterwards or not. */
void prapi_wipe(void *bytes, size_t n);

/* Overwrites the stack below the caller, as deep as what works on secrets goes: what compilers put there on
 * their own. */
void prapi_wipe_stack(void);

/*
 * Reads strict UTF-8 into code points. ret_codes has room for text.n: each character stands at the place of
 * its first byte and the places of its other bytes are 0, so that not even the number of characters shows.
 * Returns the mask of whether all of it is UTF-8 and printable, as prapi_text_is_identifier understands both;
 * NUL is not.
 */
prapi_mask prapi_secret_decode(prap_text text, uint32_t *ret_codes);

/*
 * Moves what is not 0 to the front, in its order, into room places; what does not fit is dropped. The rest of
 * the room is 0. Returns how many there were: as secret as they.
 */
uint32_t prapi_secret_compact(const uint32_t *codes, size_t n, uint32_t *ret_room, size_t room);

#endif
