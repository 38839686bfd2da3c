/* exact-bits.h: __builtin_ctzll as it is: Frama-C's own contract of it says only that it is a number from 0 to 63. */
#ifndef PRAPI_PROOF_EXACT_BITS_H
#define PRAPI_PROOF_EXACT_BITS_H

static inline int exact_ctzll(unsigned long long word) {
    int n = 0;
    /*@ assert word != 0; */
    //@ loop unroll 64;
    while ((word >> n & 1) == 0) n++;
    return n;
}

#define __builtin_ctzll(word) exact_ctzll(word)

#endif
