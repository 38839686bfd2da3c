/*
 * checked.h: arithmetic that says no instead of wrapping round.
 *
 * Each function returns true and writes *ret, or false and writes nothing when the result does not fit.
 */
#ifndef PRAPI_BASE_CHECKED_H
#define PRAPI_BASE_CHECKED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A result worked out in 64 bits, where no two 32-bit numbers can overflow. */
static inline bool prapi_narrow_i32(int64_t wide, int32_t *ret) {
    if (wide < INT32_MIN || wide > INT32_MAX) return false;
    *ret = (int32_t)wide;
    return true;
}

static inline bool prapi_add_i32(int32_t a, int32_t b, int32_t *ret) {
    return prapi_narrow_i32((int64_t)a + b, ret);
}

static inline bool prapi_subtract_i32(int32_t a, int32_t b, int32_t *ret) {
    return prapi_narrow_i32((int64_t)a - b, ret);
}

static inline bool prapi_multiply_i32(int32_t a, int32_t b, int32_t *ret) {
    return prapi_narrow_i32((int64_t)a * b, ret);
}

static inline bool prapi_add_u32(uint32_t a, uint32_t b, uint32_t *ret) {
    if (b > UINT32_MAX - a) return false;
    *ret = a + b;
    return true;
}

static inline bool prapi_add_u64(uint64_t a, uint64_t b, uint64_t *ret) {
    if (b > UINT64_MAX - a) return false;
    *ret = a + b;
    return true;
}

static inline bool prapi_add_size(size_t a, size_t b, size_t *ret) {
    if (b > SIZE_MAX - a) return false;
    *ret = a + b;
    return true;
}

static inline bool prapi_multiply_size(size_t a, size_t b, size_t *ret) {
    if (a != 0 && b > SIZE_MAX / a) return false;
    *ret = a * b;
    return true;
}

#endif
