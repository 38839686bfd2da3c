/* any.h: what the proof's drivers hand to the library: any value of a type, any bytes, any text. For Frama-C's EVA. */
#ifndef PRAPI_PROOF_ANY_H
#define PRAPI_PROOF_ANY_H

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#if defined(__FRAMAC__)
#include "__fc_builtin.h"
#else /* for the linker, which says what a driver needs of the library */
int Frama_C_interval(int first, int last);
void Frama_C_make_unknown(char *bytes, size_t n);
#endif

#include "prap/prap.h"

static int32_t any_int(void) {
    return Frama_C_interval(INT32_MIN, INT32_MAX);
}

static int any_of(int first, int last) {
    return Frama_C_interval(first, last);
}

static bool maybe(void) {
    return Frama_C_interval(0, 1) != 0;
}

static uint32_t any_u32(void) {
    uint32_t number;
    Frama_C_make_unknown((char *)&number, sizeof number);
    return number;
}

static uint64_t any_u64(void) {
    uint64_t number;
    Frama_C_make_unknown((char *)&number, sizeof number);
    return number;
}

/* Any bytes; of a struct: any value in every member, which pointers must be given after it. */
#define ANY(object) Frama_C_make_unknown((char *)&(object), sizeof(object))

/* Any text of n bytes that ends where the array does. */
#define TEXT(array, n) ((prap_text){LAST(array, n), (n)})

/* A pointer to an object, or NULL. */
#define MAYBE(object) (maybe() ? &(object) : NULL)

/* The last n bytes of an array: whoever reads one more reads past its end. */
#define LAST(array, n) ((array) + (sizeof(array) / sizeof(array)[0] - (n)))

#endif
