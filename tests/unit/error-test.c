/* error-test.c: a failure is written into the caller's struct as far as that reaches, and never past it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/error.h"
#include "edge.h"

enum { MESSAGE = offsetof(prap_error, message) };

static void no_struct_is_no_harm(void **state) {
    (void)state;
    assert_int_equal(prapi_fail(NULL, PRAP_E_DAY, "on", "there is no such day"), PRAP_E_DAY);
    prapi_error_append(NULL, "more");
    prapi_error_append_word(NULL, "more");
}

static void everything_is_written(void **state) {
    (void)state;
    prap_error error = {.size = sizeof error};
    assert_int_equal(prapi_fail(&error, PRAP_E_DAY, "on", "there is no such day"), PRAP_E_DAY);
    assert_int_equal(error.status, PRAP_E_DAY);
    assert_string_equal(error.field, "on");
    assert_string_equal(error.message, "there is no such day");
    prapi_error_append(&error, ": years 1 to 9999");
    assert_string_equal(error.message, "there is no such day: years 1 to 9999");
    /* The next failure leaves nothing of the last. */
    assert_int_equal(prapi_fail(&error, PRAP_E_WORD, "", "no such word"), PRAP_E_WORD);
    assert_string_equal(error.field, "");
    assert_string_equal(error.message, "no such word");
}

static void a_callbacks_own_status(void **state) {
    (void)state;
    prap_error error = {.size = sizeof error};
    assert_int_equal(prapi_fail(&error, 4711, "", prap_status_meaning(4711)), 4711);
    assert_int_equal(error.status, 4711);
    assert_string_equal(error.message, "a callback returned a status of its own");
}

static void a_field_of_a_list(void **state) {
    (void)state;
    prap_error error = {.size = sizeof error};
    static const struct {
        size_t i;
        const char *field;
    } rows[] = {{0, "changes[0].day"}, {9, "changes[9].day"}, {10, "changes[10].day"}, {65534, "changes[65534].day"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        (void)prapi_fail(&error, PRAP_E_DAY, "day", "there is no such day");
        assert_int_equal(prapi_fail_in_list(&error, PRAP_E_DAY, "changes", rows[i].i), PRAP_E_DAY);
        assert_string_equal(error.field, rows[i].field);
        assert_string_equal(error.message, "there is no such day");
    }
    /* The longest number, and a field that no longer fits as a whole. */
    const bool wide = SIZE_MAX > UINT32_MAX;
    const char *const cut = wide ? "changes[18446744073709551615].changes[1" : "changes[4294967295].changes[4294967295]";
    (void)prapi_fail(&error, PRAP_E_DAY, "substitute", "there is no such day");
    (void)prapi_fail_in_list(&error, PRAP_E_DAY, "changes", SIZE_MAX);
    assert_string_equal(error.field,
                        wide ? "changes[18446744073709551615].substitut" : "changes[4294967295].substitute");
    (void)prapi_fail_in_list(&error, PRAP_E_DAY, "changes", SIZE_MAX);
    assert_string_equal(error.field, cut);
    assert_string_equal(error.message, "there is no such day");
    assert_int_equal(prapi_fail_in_list(NULL, PRAP_E_DAY, "changes", 1), PRAP_E_DAY);
    /* A struct that ends with the field has one. */
    prap_error *const brief = test_edge(NULL, MESSAGE);
    brief->size = MESSAGE;
    (void)prapi_fail(brief, PRAP_E_DAY, "day", "there is no such day");
    assert_int_equal(prapi_fail_in_list(brief, PRAP_E_DAY, "changes", 1), PRAP_E_DAY);
    assert_string_equal(brief->field, "changes[1].day");
    error.size = MESSAGE - 1;
    assert_int_equal(prapi_fail_in_list(&error, PRAP_E_DAY, "changes", 1), PRAP_E_DAY);
    assert_string_equal(error.field, cut);
}

/* Callers that were compiled with every possible size: not a byte beyond it changes. */
static void every_size_is_kept_to(void **state) {
    (void)state;
    char message[2 * sizeof(prap_error)];
    memset(message, 'm', sizeof message - 1);
    message[sizeof message - 1] = '\0';
    for (uint32_t size = 0; size <= sizeof(prap_error) + 16; size++) {
        union {
            prap_error error;
            unsigned char bytes[sizeof(prap_error) + 32];
        } caller;
        memset(&caller, 0x5A, sizeof caller);
        caller.error.size = size;
        assert_int_equal(prapi_fail(&caller.error, PRAP_E_TEXT, "id", message), PRAP_E_TEXT);
        prapi_error_append(&caller.error, message);
        const size_t end = size < sizeof(prap_error) ? size : sizeof(prap_error);
        for (size_t i = size < MESSAGE ? sizeof size : end; i < sizeof caller.bytes; i++)
            assert_int_equal(caller.bytes[i], 0x5A);
        if (size < MESSAGE) continue;
        assert_int_equal(caller.error.status, PRAP_E_TEXT);
        assert_string_equal(caller.error.field, "id");
        if (end == MESSAGE) continue;
        assert_int_equal(strlen(caller.error.message), end - MESSAGE - 1);
        assert_memory_equal(caller.error.message, message, end - MESSAGE - 1);
    }
}

/* A struct that ends where it says, and then its page: nothing is read behind it either. */
static void nothing_is_read_behind_it(void **state) {
    (void)state;
    for (uint32_t size = sizeof(uint32_t); size <= sizeof(prap_error); size += sizeof(uint32_t)) {
        prap_error *const error = test_edge(NULL, size);
        error->size = size;
        assert_int_equal(prapi_fail(error, PRAP_E_TEXT, "id", "a text"), PRAP_E_TEXT);
        prapi_error_append(error, " of printable characters");
        prapi_error_append_word(error, "and");
        prapi_error_append_word(error, "more");
        if (size > MESSAGE) assert_memory_equal(error->message, "a text", size - MESSAGE < 8 ? size - MESSAGE - 1 : 6);
    }
}

/* What a message is made of in so much room. */
static void assert_listed(uint32_t room, const char *before, const char *first, const char *second, const char *expected) {
    prap_error error = {.size = MESSAGE + room};
    prapi_fail(&error, PRAP_E_WORD, "policy", before);
    prapi_error_append_word(&error, first);
    prapi_error_append_word(&error, second);
    assert_string_equal(error.message, expected);
}

/* A word needs room for " ..." behind it, and for the end; once words are left out, none comes after. */
static void a_word_that_just_fits(void **state) {
    (void)state;
    assert_listed(18, "there are:", "one", "two", "there are: ...");
    assert_listed(19, "there are:", "one", "two", "there are: one ...");
    assert_listed(23, "there are:", "one", "two", "there are: one two");
    assert_listed(12, "", "eight-ly", "ab", " ...");
    assert_listed(5, "", "eight-ly", "ab", " ...");
    assert_listed(4, "", "eight-ly", "ab", "");
}

/* A list in any room holds whole words only, and says when words are left out. */
static void a_list_ends_in_a_whole_word(void **state) {
    (void)state;
    static const char whole[] = "there are: one two three";
    for (uint32_t size = MESSAGE; size <= sizeof(prap_error); size++) {
        prap_error error;
        memset(&error, 0, sizeof error);
        error.size = size;
        prapi_fail(&error, PRAP_E_WORD, "policy", "there are:");
        for (int i = 0; i < 3; i++) prapi_error_append_word(&error, i == 0 ? "one" : i == 1 ? "two" : "three");
        if (strcmp(error.message, whole) == 0) {
            assert_true(size >= MESSAGE + sizeof whole);
        } else if (size > MESSAGE + sizeof "there are:" + 3) {
            assert_string_equal(strstr(error.message, " ..."), " ...");
            assert_memory_equal(error.message, whole, strlen(error.message) - 4);
            assert_int_equal(whole[strlen(error.message) - 4], ' ');
        } else { /* not even room to say that there is more */
            assert_memory_equal(error.message, whole, strlen(error.message));
            assert_true(strlen(error.message) <= strlen("there are:"));
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_struct_is_no_harm),
        cmocka_unit_test(everything_is_written),
        cmocka_unit_test(a_callbacks_own_status),
        cmocka_unit_test(a_field_of_a_list),
        cmocka_unit_test(every_size_is_kept_to),
        cmocka_unit_test(nothing_is_read_behind_it),
        cmocka_unit_test(a_word_that_just_fits),
        cmocka_unit_test(a_list_ends_in_a_whole_word),
    };
    return cmocka_run_group_tests_name("error", tests, NULL, NULL);
}
