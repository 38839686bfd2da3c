/*
 * edges-test.c: what is given is read up to its last byte and what is written ends with it: before the first byte and
 * after the last one there is memory that ends the test when it is touched (tests/support/edge.h).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "prap/prap.h"

#include "edge.h"

static void *room_for(size_t bytes, bool at_end) {
    return at_end ? test_edge(NULL, bytes) : test_edge_before(NULL, bytes);
}

/* Arrays of known days: as many as are looked at together and some that are not, before and after an unknown one. */
static void arrays_of_days(void **state) {
    (void)state;
    const prap_calendar *calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    const prap_calendar_identity *span = prap_calendar_get_identity(calendar);
    for (size_t n = 0; n <= 200; n++) {
        for (int way = 0; way < 4; way++) {
            const bool at_end = way % 2 == 0, unknown = way >= 2 && n > 0;
            prap_day *from = room_for(n * sizeof *from, at_end);
            prap_day *to = room_for(n * sizeof *to, at_end);
            int32_t *numbers = room_for(n * sizeof *numbers, at_end);
            int32_t *results = room_for(n * sizeof *results, at_end);
            uint32_t *qualities = room_for(n * sizeof *qualities, at_end);
            prap_status *each = room_for(n * sizeof *each, at_end);
            for (size_t i = 0; i < n; i++) {
                from[i] = span->known_first + 400 + 3 * (prap_day)i;
                to[i] = span->known_last - 400 - (prap_day)i;
                numbers[i] = (int32_t)(i % 9) - 4;
            }
            if (unknown) from[n - 1] = span->known_last + 1;
            const prap_status expected = unknown ? PRAP_E_COVERAGE : PRAP_OK;
            assert_int_equal(prap_calendar_are_working_days(calendar, from, n, 0, results, qualities, each), expected);
            assert_int_equal(prap_calendar_add_working_days_each(calendar, from, numbers, n, 0, results, qualities, each),
                             expected);
            assert_int_equal(prap_calendar_count_working_days_each(calendar, from, to, n, 0, results, qualities, each),
                             expected);
            assert_int_equal(prap_calendar_count_working_days_each(calendar, to, from, n, 0, results, qualities, each),
                             expected);
            for (size_t i = 0; i + 1 < n; i++) assert_int_equal(each[i], PRAP_OK);
            size_t moved = 1;
            assert_int_equal(prap_calendar_moved_days(calendar, calendar, from, numbers, n, 0, NULL, 0, &moved), PRAP_OK);
            assert_int_equal(moved, 0);
        }
    }
}

static void texts(void **state) {
    (void)state;
    static const char whole[] = "2023-05-05T09:30+01:00";
    for (size_t n = 0; n < sizeof whole; n++) {
        prap_moment moment = PRAP_MOMENT_NONE;
        prap_day day = PRAP_DAY_NONE;
        const bool is_moment = n == 16 || n == 22;
        assert_int_equal(prap_moment_parse(test_edge(whole, n), n, &moment), is_moment ? PRAP_OK : PRAP_E_MOMENT_FORM);
        assert_int_equal(prap_day_parse(test_edge(whole, n), n, &day), n == 10 ? PRAP_OK : PRAP_E_DAY_FORM);
    }
    char *text = test_edge(NULL, PRAP_DAY_TEXT_BYTES);
    assert_int_equal(prap_day_format(0, text, PRAP_DAY_TEXT_BYTES), PRAP_OK);
    assert_string_equal(text, "1970-01-01");
    text = test_edge(NULL, PRAP_MOMENT_TEXT_BYTES);
    const prap_moment longest = {0, 0, 60};
    assert_int_equal(prap_moment_format(longest, text, PRAP_MOMENT_TEXT_BYTES), PRAP_OK);
    assert_string_equal(text, "1970-01-01T00:00+01:00");
}

/* A list of due days: ids at the end of memory, and the room for a piece as long as the piece or too short for it. */
static void due_days(void **state) {
    (void)state;
    static const char *const ids[] = {"A", "=", "ab", "\xC3\x84", "\xEF\xBC\x9D", "\xEF\xBC\xA1", "a,", "\xF0\x9F\x98\x80"};
    const prap_deadline clock = {.size = sizeof clock, .deadline = PRAP_DEADLINE_ACK, .status = PRAP_DEADLINE_STATUS_OPEN,
                                 .due = 19486, .prudent = 19486, .last_working_day = 19486, .name = "ack", .source = ""};
    for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++) {
        const size_t n = strlen(ids[i]);
        const prap_due_row row = {.size = sizeof row, .stage = PRAP_STATE_RECEIVED, .as_of = 19485, .deadline = &clock,
                                  .key = {.tenant = {test_edge(ids[i], n), n}, .case_id = {test_edge(ids[i], n), n}}};
        for (uint32_t format = PRAP_DUE_FORMAT_ICS; format <= PRAP_DUE_FORMAT_CSV; format++) {
            size_t bytes = 0, again = 0;
            char *piece = test_edge_before(NULL, PRAP_DUE_PIECE_BYTES);
            assert_int_equal(prap_due_list_row(format, &row, piece, PRAP_DUE_PIECE_BYTES, &bytes), PRAP_OK);
            char *tight = test_edge(NULL, bytes);
            assert_int_equal(prap_due_list_row(format, &row, tight, bytes, &again), PRAP_OK);
            assert_int_equal(again, bytes);
            assert_memory_equal(tight, piece, bytes);
            for (size_t less = 1; less <= bytes; less++) {
                assert_int_equal(prap_due_list_row(format, &row, tight + less, bytes - less, &again), PRAP_E_LIMIT);
                assert_int_equal(again, bytes); /* as it was */
            }
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(arrays_of_days), cmocka_unit_test(texts), cmocka_unit_test(due_days)};
    return cmocka_run_group_tests_name("edges", tests, NULL, NULL);
}
