/*
 * any-value.h: any text of a data item, of given lengths: white space before it, what it says, which neither begins nor ends
 * with white space, and white space behind it. Every text that says anything is one of these. For -eva-ilevel 256 or more.
 */
#ifndef PRAPI_PROOF_ANY_VALUE_H
#define PRAPI_PROOF_ANY_VALUE_H

#include "any.h"

enum { SPACES = 1, LONGEST_VALUE = 20 };

typedef struct any_value {
    char bytes[SPACES + LONGEST_VALUE + SPACES];
} any_value;

static char any_space(void) {
    return maybe() ? ' ' : (char)any_of('\t', '\r');
}

static char any_mark(void) {
    const char byte = (char)any_of(CHAR_MIN, CHAR_MAX);
    return byte == ' ' || (byte >= '\t' && byte <= '\r') ? '-' : byte;
}

/* Of n bytes; 0: white space and nothing else. */
static prap_text value_of(any_value *room, size_t before, size_t n, size_t behind) {
    char *const text = LAST(room->bytes, before + n + behind);
    ANY(room->bytes);
    for (size_t i = 0; i < before; i++) text[i] = any_space();
    for (size_t i = 0; i < behind; i++) text[before + n + i] = any_space();
    if (n > 0) {
        text[before] = any_mark();
        text[before + n - 1] = any_mark();
    }
    return (prap_text){text, before + n + behind};
}

#endif
