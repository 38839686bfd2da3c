/* moments-test.c: UK local time from 1996 on, and the one written form of a moment. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "dates.h"

#define ROWS(table) (sizeof table / sizeof table[0])

static prap_status parsed(const char *text, prap_moment *ret) {
    return prap_moment_parse(text, strlen(text), ret);
}

static void what_is_read_is_written(void **state) {
    (void)state;
    const struct {
        const char *text;
        int32_t minute;
        int32_t offset;
    } rows[] = {
        {"2023-05-05T00:00", 0, PRAP_OFFSET_NONE},   {"2023-05-05T23:59", 1439, PRAP_OFFSET_NONE},
        {"2023-05-05T09:30Z", 570, 0},               {"2023-05-05T09:30+01:00", 570, 60},
        {"0001-01-01T00:00-23:59", 0, -1439},        {"9999-12-31T23:59+23:59", 1439, 1439},
        {"2023-05-05T09:30+00:01", 570, 1},          {"2023-05-05T09:30-00:01", 570, -1},
    };
    for (size_t i = 0; i < ROWS(rows); i++) {
        prap_moment moment;
        char text[PRAP_MOMENT_TEXT_BYTES];
        memset(text, '#', sizeof text);
        assert_int_equal(parsed(rows[i].text, &moment), PRAP_OK);
        assert_int_equal(moment.minute, rows[i].minute);
        assert_int_equal(moment.offset, rows[i].offset);
        assert_int_equal(prap_moment_format(moment, text, sizeof text), PRAP_OK);
        assert_string_equal(text, rows[i].text);
    }
    prap_moment zero;
    assert_int_equal(parsed("2023-05-05T09:30+00:00", &zero), PRAP_OK);
    assert_int_equal(zero.offset, 0);
}

static void what_is_no_moment(void **state) {
    (void)state;
    const struct {
        const char *text;
        prap_status status;
    } rows[] = {
        {"2023-05-05", PRAP_E_MOMENT_FORM},         {"2023-05-05T09:3", PRAP_E_MOMENT_FORM},
        {"2023-05-05 09:30", PRAP_E_MOMENT_FORM},   {"2023/05/05T09:30", PRAP_E_MOMENT_FORM},
        {"2023-05-05T09.30", PRAP_E_MOMENT_FORM},   {"2023-05-05T0a:30", PRAP_E_MOMENT_FORM},
        {"2023-05-05T09:3x", PRAP_E_MOMENT_FORM},   {"2023-05-05T/9:30", PRAP_E_MOMENT_FORM},
        {"2023-05-05T9:300", PRAP_E_MOMENT_FORM},   {"2023-05-05T09:30z", PRAP_E_MOMENT_FORM},
        {"2023-05-05T09:30+1:00", PRAP_E_MOMENT_FORM}, {"2023-05-05T09:30+01:0x", PRAP_E_MOMENT_FORM},
        {"2023-05-05T09:30*01:00", PRAP_E_MOMENT_FORM}, {"2023-05-05T09:30:00", PRAP_E_MOMENT_FORM},
        {"2023-05-05T09:30Z ", PRAP_E_MOMENT_FORM}, {"2023-05-05T09:30+01:00 ", PRAP_E_MOMENT_FORM},
        {"2023-02-29T09:30", PRAP_E_DAY},           {"0000-01-01T09:30", PRAP_E_DAY},
        {"2023-05-05T24:00", PRAP_E_RANGE},         {"2023-05-05T09:60", PRAP_E_RANGE},
        {"2023-05-05T93:00", PRAP_E_RANGE},         {"2023-05-05T09:99", PRAP_E_RANGE},
        {"2023-05-05T09:30+24:00", PRAP_E_RANGE},   {"2023-05-05T09:30-00:60", PRAP_E_RANGE},
        {"2023-05-05T:9:30", PRAP_E_MOMENT_FORM},   {"2023-05-05T0/:30", PRAP_E_MOMENT_FORM},
        {"2023-05-05T1/:30", PRAP_E_MOMENT_FORM},   {"2023-05-05T0::30", PRAP_E_MOMENT_FORM},
        {"", PRAP_E_MOMENT_FORM},
    };
    for (size_t i = 0; i < ROWS(rows); i++) {
        prap_moment moment = {1, 2, 3};
        if (parsed(rows[i].text, &moment) != rows[i].status) fail_msg("%s", rows[i].text);
        assert_true(moment.day == 1 && moment.minute == 2 && moment.offset == 3);
    }
    /* No byte but a digit is one, wherever digits stand: those beside them in ASCII, and all others. */
    static const char whole[] = "2023-05-15T13:35+12:35";
    for (const char *at = "\x01 -./:;AZ\x7f\x80\xff"; *at != '\0'; at++) {
        for (size_t i = 0; i < sizeof whole - 1; i++) {
            if (whole[i] < '0' || whole[i] > '9') continue;
            char spoilt[sizeof whole];
            memcpy(spoilt, whole, sizeof whole);
            spoilt[i] = *at;
            prap_moment none = {1, 2, 3};
            assert_int_equal(parsed(spoilt, &none), PRAP_E_MOMENT_FORM);
            assert_true(none.day == 1 && none.minute == 2 && none.offset == 3);
        }
    }
    prap_moment moment = moment_of("2023-05-05T09:30");
    char text[PRAP_MOMENT_TEXT_BYTES];
    assert_int_equal(prap_moment_parse(NULL, 16, &moment), PRAP_E_NULL);
    assert_int_equal(prap_moment_parse("2023-05-05T09:30", 16, NULL), PRAP_E_NULL);
    assert_int_equal(prap_moment_parse("2023-05-05T09:30\0", 17, &moment), PRAP_E_MOMENT_FORM);
    assert_int_equal(prap_moment_format(moment, NULL, sizeof text), PRAP_E_NULL);
    assert_int_equal(prap_moment_format(moment, text, sizeof text - 1), PRAP_E_ROOM);
    const struct {
        prap_moment moment;
        prap_status status;
    } wrong[] = {
        {{PRAP_DAY_MAX + 1, 0, 0}, PRAP_E_DAY},  {{PRAP_DAY_NONE, 0, 0}, PRAP_E_DAY}, {{0, -1, 0}, PRAP_E_RANGE},
        {{0, 1440, 0}, PRAP_E_RANGE},            {{0, 0, 1440}, PRAP_E_RANGE},        {{0, 0, -1440}, PRAP_E_RANGE},
    };
    for (size_t i = 0; i < ROWS(wrong); i++) {
        prap_instant instant = 77;
        assert_int_equal(prap_moment_format(wrong[i].moment, text, sizeof text), wrong[i].status);
        assert_int_equal(prap_moment_to_instant(wrong[i].moment, &instant), wrong[i].status);
        assert_true(instant == 77);
    }
}

static void the_clocks_change(void **state) {
    (void)state;
    const struct {
        const char *moment;
        prap_status status;
        const char *instant; /* in UTC */
        const char *back;
    } rows[] = {
        {"2021-01-15T12:00", PRAP_OK, "2021-01-15T12:00Z", "2021-01-15T12:00Z"},
        {"2021-07-15T12:00", PRAP_OK, "2021-07-15T11:00Z", "2021-07-15T12:00+01:00"},
        {"2021-03-28T00:59", PRAP_OK, "2021-03-28T00:59Z", "2021-03-28T00:59Z"},
        {"2021-03-28T01:00", PRAP_E_GAP, NULL, NULL},
        {"2021-03-28T01:59", PRAP_E_GAP, NULL, NULL},
        {"2021-03-28T02:00", PRAP_OK, "2021-03-28T01:00Z", "2021-03-28T02:00+01:00"},
        {"2021-10-31T00:59", PRAP_OK, "2021-10-30T23:59Z", "2021-10-31T00:59+01:00"},
        {"2021-10-31T01:00", PRAP_E_REPEATED, NULL, NULL},
        {"2021-10-31T01:59", PRAP_E_REPEATED, NULL, NULL},
        {"2021-10-31T02:00", PRAP_OK, "2021-10-31T02:00Z", "2021-10-31T02:00Z"},
        {"2021-10-31T01:30+01:00", PRAP_OK, "2021-10-31T00:30Z", "2021-10-31T01:30+01:00"},
        {"2021-10-31T01:30Z", PRAP_OK, "2021-10-31T01:30Z", "2021-10-31T01:30Z"},
        {"2021-03-28T01:30Z", PRAP_OK, "2021-03-28T01:30Z", "2021-03-28T02:30+01:00"},
        {"2021-07-15T12:00-05:00", PRAP_OK, "2021-07-15T17:00Z", "2021-07-15T18:00+01:00"},
        {"1996-01-01T00:00", PRAP_OK, "1996-01-01T00:00Z", "1996-01-01T00:00Z"},
        {"1995-12-31T23:59", PRAP_E_COVERAGE, NULL, NULL},
        {"9999-12-31T23:59", PRAP_OK, "9999-12-31T23:59Z", "9999-12-31T23:59Z"},
    };
    for (size_t i = 0; i < ROWS(rows); i++) {
        prap_instant instant = 77;
        prap_moment back = PRAP_MOMENT_NONE;
        if (prap_moment_to_instant(moment_of(rows[i].moment), &instant) != rows[i].status)
            fail_msg("%s", rows[i].moment);
        if (rows[i].instant == NULL) {
            assert_true(instant == 77);
            continue;
        }
        const prap_moment utc = moment_of(rows[i].instant);
        assert_true(instant == (prap_instant)utc.day * 1440 + utc.minute);
        assert_int_equal(prap_moment_from_instant(instant, &back), PRAP_OK);
        expect_moment(back, rows[i].back);
    }
    prap_moment moment = moment_of("2021-01-15T12:00");
    assert_int_equal(prap_moment_to_instant(moment, NULL), PRAP_E_NULL);
    assert_int_equal(prap_moment_from_instant(0, NULL), PRAP_E_NULL);
    assert_int_equal(prap_moment_from_instant(INT64_MIN, &moment), PRAP_E_COVERAGE);
    assert_int_equal(prap_moment_from_instant((prap_instant)9496 * 1440 - 1, &moment), PRAP_E_COVERAGE);
    assert_int_equal(prap_moment_from_instant(((prap_instant)PRAP_DAY_MAX + 1) * 1440, &moment), PRAP_E_DAY);
    assert_int_equal(prap_moment_from_instant(INT64_MAX, &moment), PRAP_E_DAY);
    expect_moment(moment, "2021-01-15T12:00");
}

/* As published for these years. */
static void the_sundays_of_the_rule(void **state) {
    (void)state;
    const char *const rows[][2] = {
        {"1996-03-31", "1996-10-27"}, {"2000-03-26", "2000-10-29"}, {"2010-03-28", "2010-10-31"},
        {"2016-03-27", "2016-10-30"}, {"2020-03-29", "2020-10-25"}, {"2023-03-26", "2023-10-29"},
        {"2024-03-31", "2024-10-27"}, {"2027-03-28", "2027-10-31"},
    };
    for (size_t i = 0; i < ROWS(rows); i++) {
        for (int change = 0; change < 2; change++) {
            const prap_instant at = (prap_instant)moment_of(rows[i][change]).day * 1440 + 60;
            prap_moment before, after;
            assert_int_equal(prap_moment_from_instant(at - 1, &before), PRAP_OK);
            assert_int_equal(prap_moment_from_instant(at, &after), PRAP_OK);
            assert_int_equal(before.offset, change == 0 ? 0 : 60);
            assert_int_equal(after.offset, change == 0 ? 60 : 0);
        }
    }
}

/* Every hour of 32 years: there and back, and no local moment has been taken for another. */
static void there_and_back(void **state) {
    (void)state;
    for (prap_instant instant = (prap_instant)9496 * 1440; instant < (prap_instant)21184 * 1440; instant += 30) {
        prap_moment moment;
        prap_instant back = 0;
        assert_int_equal(prap_moment_from_instant(instant, &moment), PRAP_OK);
        assert_int_equal(prap_moment_to_instant(moment, &back), PRAP_OK);
        assert_true(back == instant);
        const int32_t offset = moment.offset;
        moment.offset = PRAP_OFFSET_NONE;
        const prap_status status = prap_moment_to_instant(moment, &back);
        assert_true(status == PRAP_OK ? back == instant : status == PRAP_E_REPEATED && offset <= 60);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_read_is_written), cmocka_unit_test(what_is_no_moment),
        cmocka_unit_test(the_clocks_change),       cmocka_unit_test(the_sundays_of_the_rule),
        cmocka_unit_test(there_and_back),
    };
    return cmocka_run_group_tests_name("moments", tests, NULL, NULL);
}
