/* status-test.c: every status has its own name, meaning and class, and no other number has any. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "prap/status.h"

static void every_row_is_found(void **state) {
    (void)state;
    int rows = 0;
#define X(number, constant, name, class, meaning)                                                            \
    rows++;                                                                                                  \
    assert_int_equal(PRAP_##constant, number);                                                               \
    assert_string_equal(prap_status_name(PRAP_##constant), name);                                            \
    assert_string_equal(prap_status_meaning(PRAP_##constant), meaning);                                      \
    assert_int_equal(prap_status_class(PRAP_##constant), PRAP_CLASS_##class);
#include "base/status.def"
#undef X
    assert_true(rows > 30);
}

static void no_other_number_is_a_status(void **state) {
    (void)state;
    int named = 0;
    for (prap_status status = -300; status <= 300; status++) {
        const char *name = prap_status_name(status);
        assert_true((name == NULL) == (prap_status_meaning(status) == NULL));
        if (name == NULL) assert_int_equal(prap_status_class(status), PRAP_CLASS_BUG);
        if (name != NULL) named++;
    }
    int rows = 0;
#define X(number, constant, name, class, meaning) rows++;
#include "base/status.def"
#undef X
    assert_int_equal(named, rows);

    static const prap_status never[] = {INT32_MIN, -1, 8, 9, 11, 57, 91, INT32_MAX};
    for (size_t i = 0; i < sizeof never / sizeof never[0]; i++) {
        assert_null(prap_status_name(never[i]));
        assert_null(prap_status_meaning(never[i]));
        assert_int_equal(prap_status_class(never[i]), PRAP_CLASS_BUG);
    }
}

static void no_two_share_a_name(void **state) {
    (void)state;
    for (prap_status one = 0; one <= 100; one++) {
        for (prap_status other = one + 1; other <= 100; other++) {
            if (prap_status_name(one) == NULL || prap_status_name(other) == NULL) continue;
            assert_string_not_equal(prap_status_name(one), prap_status_name(other));
        }
    }
}

/* Hosts store and compare these: a number that was once given out keeps its meaning. */
static void numbers_are_permanent(void **state) {
    (void)state;
    assert_string_equal(prap_status_name(0), "ok");
    assert_string_equal(prap_status_name(12), "day");
    assert_string_equal(prap_status_name(13), "day-form");
    assert_string_equal(prap_status_name(58), "coverage");
    assert_string_equal(prap_status_name(90), "bug");
    assert_int_equal(prap_status_class(0), PRAP_CLASS_NONE);
    assert_int_equal(prap_status_class(2), PRAP_CLASS_HOST);
    assert_int_equal(prap_status_class(13), PRAP_CLASS_CALLER);
    assert_int_equal(prap_status_class(58), PRAP_CLASS_DATA);
    assert_int_equal(prap_status_class(71), PRAP_CLASS_LIMIT);
    assert_int_equal(prap_status_class(80), PRAP_CLASS_ABI);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_is_found),
        cmocka_unit_test(no_other_number_is_a_status),
        cmocka_unit_test(no_two_share_a_name),
        cmocka_unit_test(numbers_are_permanent),
    };
    return cmocka_run_group_tests_name("status", tests, NULL, NULL);
}
