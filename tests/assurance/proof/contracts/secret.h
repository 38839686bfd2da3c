/* Of lib/base/secret.h and secret.c: masks are all ones or nothing, and what is wiped is zero. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "prap/day.h"

#define ALL 4294967295

/* What WP's provers are told about bits; that it is so of all 32-bit numbers, z3 says (bits.smt2). */
/*@ axiomatic bits {
    axiom is_zero: \forall uint32_t v; v != 0 ==> (uint32_t)(0 - (((uint32_t)~v & (uint32_t)(v - 1)) >> 31)) == 0;
    axiom below: \forall uint32_t a, b; a < 2147483648 && b < 2147483648 && a < b ==>
        (uint32_t)(0 - ((uint32_t)(a - b) >> 31)) == 4294967295;
    axiom not_below: \forall uint32_t a, b; a < 2147483648 && b <= a ==> (uint32_t)(0 - ((uint32_t)(a - b) >> 31)) == 0;
    axiom neither: \forall uint32_t x; (uint32_t)~(uint32_t)(x | 4294967295) == 0 && (uint32_t)~(uint32_t)(4294967295 | x) == 0;
    axiom same: \forall uint32_t a, b; (a ^ b) == 0 ==> a == b;
} */

/*@ assigns \nothing;
    ensures \result == value; */
static inline uint32_t prapi_opaque(uint32_t value);

/*@ assigns \nothing;
    ensures value == 0 ==> \result == ALL;
    ensures value != 0 ==> \result == 0; */
static inline uint32_t prapi_is_zero(uint32_t value);

/*@ assigns \nothing;
    ensures a == b ==> \result == ALL;
    ensures a != b ==> \result == 0; */
static inline uint32_t prapi_is_equal(uint32_t a, uint32_t b);

/*@ requires a < 2147483648 && b < 2147483648;
    assigns \nothing;
    ensures a < b ==> \result == ALL;
    ensures a >= b ==> \result == 0; */
static inline uint32_t prapi_is_below(uint32_t a, uint32_t b);

/*@ requires a < 2147483648 && first < 2147483648 && last < 2147483648;
    assigns \nothing;
    ensures first <= a <= last ==> \result == ALL;
    ensures !(first <= a <= last) ==> \result == 0; */
static inline uint32_t prapi_is_within(uint32_t a, uint32_t first, uint32_t last);

/*@ assigns \nothing;
    ensures \result <==> mask != 0; */
bool prapi_secret_reveal(uint32_t mask);

/*@ requires \valid((uint8_t *)bytes + (0 .. n - 1));
    assigns ((uint8_t *)bytes)[0 .. n - 1];
    ensures \forall integer i; 0 <= i < n ==> ((uint8_t *)bytes)[i] == 0; */
void prapi_wipe(void *bytes, size_t n);

/*@ requires at < text.n ==> \valid_read(text.bytes + at);
    assigns \nothing;
    ensures at < text.n ==> \result == (uint8_t)text.bytes[at];
    ensures at >= text.n ==> \result == 0; */
static uint32_t byte_at(prap_text text, size_t at);
