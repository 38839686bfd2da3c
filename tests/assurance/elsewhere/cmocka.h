/*
 * cmocka.h: as much of CMocka as the tests use, for platforms on which Debian has none (musl, s390x under qemu). The
 * first assertion that fails ends the program.
 */
#ifndef ELSEWHERE_CMOCKA_H
#define ELSEWHERE_CMOCKA_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct CMUnitTest {
    const char *name;
    void (*test)(void **state);
    int (*setup)(void **state);
    int (*teardown)(void **state);
};

#define cmocka_unit_test(TEST) {#TEST, TEST, NULL, NULL}
#define cmocka_unit_test_setup_teardown(TEST, SETUP, TEARDOWN) {#TEST, TEST, SETUP, TEARDOWN}

#define print_error(...) fprintf(stderr, __VA_ARGS__)
#define print_message(...) printf(__VA_ARGS__)
#define fail_msg(...) (fprintf(stderr, "%s:%d: ", __FILE__, __LINE__), fprintf(stderr, __VA_ARGS__), exit(1))
#define ELSEWHERE_HOLDS(CONDITION, TEXT) ((CONDITION) ? (void)0 : (void)fail_msg("%s\n", TEXT))

#define assert_true(VALUE) ELSEWHERE_HOLDS((VALUE) ? 1 : 0, #VALUE)
#define assert_false(VALUE) ELSEWHERE_HOLDS((VALUE) ? 0 : 1, "not " #VALUE)
#define assert_null(VALUE) ELSEWHERE_HOLDS((VALUE) == NULL, #VALUE " is not NULL")
#define assert_non_null(VALUE) ELSEWHERE_HOLDS((VALUE) != NULL, #VALUE " is NULL")
#define assert_ptr_equal(A, B) ELSEWHERE_HOLDS((const void *)(A) == (const void *)(B), #A " is not " #B)
#define assert_ptr_not_equal(A, B) ELSEWHERE_HOLDS((const void *)(A) != (const void *)(B), #A " is " #B)
#define assert_int_equal(A, B) ELSEWHERE_HOLDS((uintmax_t)(A) == (uintmax_t)(B), #A " is not " #B)
#define assert_int_not_equal(A, B) ELSEWHERE_HOLDS((uintmax_t)(A) != (uintmax_t)(B), #A " is " #B)
#define assert_string_equal(A, B) ELSEWHERE_HOLDS(strcmp(A, B) == 0, #A " is not " #B)
#define assert_string_not_equal(A, B) ELSEWHERE_HOLDS(strcmp(A, B) != 0, #A " is " #B)
#define assert_memory_equal(A, B, N) ELSEWHERE_HOLDS(memcmp(A, B, N) == 0, #A " has not the bytes of " #B)
#define assert_memory_not_equal(A, B, N) ELSEWHERE_HOLDS(memcmp(A, B, N) != 0, #A " has the bytes of " #B)
#define assert_in_range(VALUE, LEAST, MOST)                                                                  \
    ELSEWHERE_HOLDS((uintmax_t)(VALUE) >= (uintmax_t)(LEAST) && (uintmax_t)(VALUE) <= (uintmax_t)(MOST),     \
                    #VALUE " is out of range")

static inline int elsewhere_run(const struct CMUnitTest *tests, size_t n, int (*setup)(void **state),
                                int (*teardown)(void **state)) {
    void *whole = NULL;
    if (setup != NULL && setup(&whole) != 0) return 1;
    for (size_t i = 0; i < n; i++) {
        void *state = whole;
        if (tests[i].setup != NULL && tests[i].setup(&state) != 0) return 1;
        tests[i].test(&state);
        if (tests[i].teardown != NULL && tests[i].teardown(&state) != 0) return 1;
    }
    return teardown != NULL && teardown(&whole) != 0 ? 1 : 0;
}

#define cmocka_run_group_tests(TESTS, SETUP, TEARDOWN)                                                       \
    elsewhere_run(TESTS, sizeof(TESTS) / sizeof *(TESTS), SETUP, TEARDOWN)
#define cmocka_run_group_tests_name(NAME, TESTS, SETUP, TEARDOWN)                                            \
    cmocka_run_group_tests(TESTS, SETUP, TEARDOWN)

#endif
