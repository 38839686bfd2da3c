/* checked-test.c: every operation of checked.h at and around its ends. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/checked.h"

/* Numbers at, beside and far from every end, so that each operation meets results just in and just out. */
static const int32_t edges[] = {INT32_MIN, INT32_MIN + 1, -65536, -46341,        -46340,   -2, -1, 0, 1, 2,
                                3,         46340,         46341,  INT32_MAX - 1, INT32_MAX};
enum { EDGES = sizeof edges / sizeof edges[0] };

typedef bool operation(int32_t a, int32_t b, int32_t *ret);

static void expect_i32(operation *checked, int32_t a, int32_t b, int64_t exact) {
    int32_t result = 4711;
    if (exact >= INT32_MIN && exact <= INT32_MAX) {
        assert_true(checked(a, b, &result));
        assert_int_equal(result, exact);
    } else {
        assert_false(checked(a, b, &result));
        assert_int_equal(result, 4711);
    }
}

static void signed_32_bits(void **state) {
    (void)state;
    for (size_t i = 0; i < EDGES; i++) {
        for (size_t j = 0; j < EDGES; j++) {
            const int64_t a = edges[i];
            const int64_t b = edges[j];
            expect_i32(prapi_add_i32, edges[i], edges[j], a + b);
            expect_i32(prapi_subtract_i32, edges[i], edges[j], a - b);
            expect_i32(prapi_multiply_i32, edges[i], edges[j], a * b);
        }
    }
}

static void unsigned_32_bits(void **state) {
    (void)state;
    uint32_t result = 4711;
    assert_true(prapi_add_u32(UINT32_MAX - 1, 1, &result));
    assert_int_equal(result, UINT32_MAX);
    assert_true(prapi_add_u32(0, 0, &result));
    assert_int_equal(result, 0);
    assert_false(prapi_add_u32(UINT32_MAX, 1, &result));
    assert_false(prapi_add_u32(1, UINT32_MAX, &result));
    assert_int_equal(result, 0);
}

static void unsigned_64_bits(void **state) {
    (void)state;
    uint64_t result = 4711;
    assert_true(prapi_add_u64(UINT64_MAX - 1, 1, &result));
    assert_true(result == UINT64_MAX);
    assert_false(prapi_add_u64(UINT64_MAX, 1, &result));
    assert_false(prapi_add_u64(2, UINT64_MAX - 1, &result));
    assert_true(result == UINT64_MAX);
}

static void sizes(void **state) {
    (void)state;
    size_t result = 4711;
    assert_true(prapi_add_size(SIZE_MAX - 5, 5, &result));
    assert_true(result == SIZE_MAX);
    assert_false(prapi_add_size(SIZE_MAX - 5, 6, &result));
    assert_true(result == SIZE_MAX);

    assert_true(prapi_multiply_size(0, SIZE_MAX, &result));
    assert_true(result == 0);
    assert_true(prapi_multiply_size(SIZE_MAX, 0, &result));
    assert_true(result == 0);
    assert_true(prapi_multiply_size(SIZE_MAX / 3, 3, &result));
    assert_true(result == SIZE_MAX / 3 * 3);
    assert_true(prapi_multiply_size(SIZE_MAX, 1, &result));
    assert_true(result == SIZE_MAX);
    assert_false(prapi_multiply_size(SIZE_MAX / 3 + 1, 3, &result));
    assert_false(prapi_multiply_size(3, SIZE_MAX / 3 + 1, &result));
    assert_true(result == SIZE_MAX);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(signed_32_bits),
        cmocka_unit_test(unsigned_32_bits),
        cmocka_unit_test(unsigned_64_bits),
        cmocka_unit_test(sizes),
    };
    return cmocka_run_group_tests_name("checked", tests, NULL, NULL);
}
