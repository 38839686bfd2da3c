/* day-test.c: every day of years 1 to 9999 against a calendar that is simply leafed through, and every bad
 * form. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "prap/day.h"
#include "share.h"

enum { ALL_DAYS = PRAP_DAY_MAX - PRAP_DAY_MIN + 1 };

/* A wall calendar: leafed through a day at a time, knowing only how long the months are. */
struct wall {
    int32_t year;
    int32_t month;
    int32_t day;
    int32_t weekday;
};

static int32_t last_of_month(int32_t year, int32_t month) {
    if (month == 4 || month == 6 || month == 9 || month == 11) return 30;
    if (month != 2) return 31;
    if (year % 400 == 0) return 29;
    if (year % 100 == 0) return 28;
    return year % 4 == 0 ? 29 : 28;
}

static void leaf(struct wall *wall) {
    wall->weekday = wall->weekday == 7 ? 1 : wall->weekday + 1;
    if (wall->day < last_of_month(wall->year, wall->month)) {
        wall->day++;
        return;
    }
    wall->day = 1;
    wall->month++;
    if (wall->month <= 12) return;
    wall->month = 1;
    wall->year++;
}

/* Everything day.h says about one day, both ways. */
static void expect_day(prap_day day, const struct wall *wall) {
    int32_t year = 0, month = 0, day_of_month = 0;
    prap_day back = 0;
    char text[PRAP_DAY_TEXT_BYTES], expected[32];
    assert_int_equal(prap_day_to_civil(day, &year, &month, &day_of_month), PRAP_OK);
    if (year != wall->year || month != wall->month || day_of_month != wall->day)
        fail_msg("day %d is %d-%d-%d", day, year, month, day_of_month);
    assert_int_equal(prap_day_from_civil(wall->year, wall->month, wall->day, &back), PRAP_OK);
    assert_int_equal(back, day);
    assert_int_equal(prap_day_weekday(day), wall->weekday);
    assert_int_equal(prap_day_format(day, text, sizeof text), PRAP_OK);
    (void)snprintf(expected, sizeof expected, "%04d-%02d-%02d", wall->year, wall->month, wall->day);
    assert_string_equal(text, expected);
    back = 0;
    assert_int_equal(prap_day_parse(text, strlen(text), &back), PRAP_OK);
    assert_int_equal(back, day);
}

static void every_day(void **state) {
    (void)state;
    const prap_day step = (prap_day)(ALL_DAYS / test_share(ALL_DAYS));
    struct wall wall = {1, 1, 1, 1}; /* 0001-01-01 was a Monday */
    for (prap_day day = PRAP_DAY_MIN; day <= PRAP_DAY_MAX; day++) {
        const int this_century = wall.year >= 2000 && wall.year < 2100;
        if (this_century || day % step == 0) expect_day(day, &wall);
        if (day < PRAP_DAY_MAX) leaf(&wall);
    }
    assert_int_equal(wall.year, 9999);
    assert_int_equal(wall.month, 12);
    assert_int_equal(wall.day, 31);
}

static void known_days(void **state) {
    (void)state;
    static const struct {
        const char *text;
        prap_day day;
        int32_t weekday;
    } known[] = {
        {"1970-01-01", 0, 4},
        {"2000-02-29", 11016, 2},
        {"2023-05-08", 19485, 1},
        {"1858-11-17", -40587, 3}, /* where the modified Julian day begins */
        {"0001-01-01", PRAP_DAY_MIN, 1},
        {"9999-12-31", PRAP_DAY_MAX, 5},
    };
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        prap_day day = PRAP_DAY_NONE;
        assert_int_equal(prap_day_parse(known[i].text, 10, &day), PRAP_OK);
        assert_int_equal(day, known[i].day);
        assert_int_equal(prap_day_weekday(day), known[i].weekday);
    }
}

/* Every number of month and day, right or wrong, in years with and without a leap day and just out of range.
 */
static void every_number_of_month_and_day(void **state) {
    (void)state;
    static const int32_t years[] = {-1, 0, 1, 4, 100, 400, 1900, 2000, 2023, 2024, 9999, 10000};
    for (size_t i = 0; i < sizeof years / sizeof years[0]; i++) {
        for (int32_t month = -3; month <= 16; month++) {
            for (int32_t day_of_month = -3; day_of_month <= 35; day_of_month++) {
                const int exists = years[i] >= 1 && years[i] <= 9999 && month >= 1 && month <= 12 &&
                                   day_of_month >= 1 && day_of_month <= last_of_month(years[i], month);
                prap_day day = 0;
                assert_int_equal(prap_day_from_civil(years[i], month, day_of_month, &day),
                                 exists ? PRAP_OK : PRAP_E_DAY);
            }
        }
    }
}

static void days_that_are_not(void **state) {
    (void)state;
    static const int32_t dates[][3] = {
        {2023, 2, 29},        {1900, 2, 29},        {2100, 2, 29},        {2024, 2, 30},
        {2023, 4, 31},        {2023, 6, 31},        {2023, 9, 31},        {2023, 11, 31},
        {2023, 1, 32},        {2023, 12, 32},       {2023, 1, 0},         {2023, 0, 1},
        {2023, 13, 1},        {2023, -1, 1},        {2023, 1, -1},        {0, 1, 1},
        {0, 12, 31},          {10000, 1, 1},        {-1, 1, 1},           {INT32_MIN, 1, 1},
        {INT32_MAX, 1, 1},    {2023, INT32_MIN, 1}, {2023, INT32_MAX, 1}, {2023, 1, INT32_MIN},
        {2023, 1, INT32_MAX},
    };
    for (size_t i = 0; i < sizeof dates / sizeof dates[0]; i++) {
        prap_day day = 4711;
        assert_int_equal(prap_day_from_civil(dates[i][0], dates[i][1], dates[i][2], &day), PRAP_E_DAY);
        assert_int_equal(day, 4711);
    }
    assert_int_equal(prap_day_from_civil(2023, 1, 1, NULL), PRAP_E_NULL);

    static const prap_day days[] = {PRAP_DAY_NONE, PRAP_DAY_NONE + 1, PRAP_DAY_MIN - 1, PRAP_DAY_MAX + 1,
                                    INT32_MAX};
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        int32_t year = 1, month = 2, day_of_month = 3;
        char text[PRAP_DAY_TEXT_BYTES] = "untouched";
        assert_int_equal(prap_day_to_civil(days[i], &year, &month, &day_of_month), PRAP_E_DAY);
        assert_int_equal(10000 * year + 100 * month + day_of_month, 10203);
        assert_int_equal(prap_day_weekday(days[i]), 0);
        assert_int_equal(prap_day_format(days[i], text, sizeof text), PRAP_E_DAY);
        assert_string_equal(text, "untouched");
    }
}

static void outputs_may_be_left_out(void **state) {
    (void)state;
    int32_t part = 0;
    assert_int_equal(prap_day_to_civil(19485, NULL, NULL, NULL), PRAP_OK);
    assert_int_equal(prap_day_to_civil(19485, &part, NULL, NULL), PRAP_OK);
    assert_int_equal(part, 2023);
    assert_int_equal(prap_day_to_civil(19485, NULL, &part, NULL), PRAP_OK);
    assert_int_equal(part, 5);
    assert_int_equal(prap_day_to_civil(19485, NULL, NULL, &part), PRAP_OK);
    assert_int_equal(part, 8);
}

static void other_forms_are_refused(void **state) {
    (void)state;
    static const char *const forms[] = {
        "",
        "2023",
        "2023-05",
        "20230508",
        "2023-5-8",
        "2023-05-8",
        "2023-5-08",
        "23-05-08",
        "02023-05-08",
        "2023-05-08 ",
        " 2023-05-08",
        "2023-05-08Z",
        "2023-W19-1",
        "2023W191",
        "2023-128",
        "2023128",
        "--05-08",
        "2023/05/08",
        "08/05/2023",
        "08-05-2023",
        "2023.05.08",
        "2023-05-08T00:00",
        "2023-05-08T00:00:00Z",
        "2023-05-08+01:00",
        "+2023-05-08",
        "+023-05-08",
        "-023-05-08",
        "2023-+5-08",
        "2023-05-+8",
        "2023- 5-08",
        "2023-05- 8",
        "2023-0x-08",
        "2023_05_08",
        "2023-05:08",
        "2023:05-08",
        "2023--5-08",
        "0x7E-05-08",
        "12023-05-08",
        "10000-01-01",
        "8 May 2023",
        "\xEF\xBC\x92"
        "0-05-08",
        "\xEF\xBC\x92\xEF\xBC\x90\xEF\xBC\x92\xEF\xBC\x93-05-08",
        "2023\xE2\x88\x92"
        "05-8",
        "2023-05-\xEF\xBC\x98",
        "null",
        "2023-05-0\xB2",
    };
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        prap_day day = 4711;
        const prap_status status = prap_day_parse(forms[i], strlen(forms[i]), &day);
        if (status != PRAP_E_DAY_FORM) fail_msg("%s gives %d", forms[i], status);
        assert_int_equal(day, 4711);
    }
}

static void right_form_but_no_such_day(void **state) {
    (void)state;
    static const char *const texts[] = {"0000-01-01", "0000-12-31", "2023-02-29", "1900-02-29", "2023-00-01",
                                        "2023-13-01", "2023-01-00", "2023-01-32", "2023-04-31", "9999-99-99"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        prap_day day = 4711;
        assert_int_equal(prap_day_parse(texts[i], 10, &day), PRAP_E_DAY);
        assert_int_equal(day, 4711);
    }
}

/* Every byte in every place of a good text: a digit may make another day or none, anything else breaks the
 * form. */
static void every_byte_in_every_place(void **state) {
    (void)state;
    static const char good[] = "2024-02-29";
    for (size_t place = 0; place < 10; place++) {
        for (int byte = 0; byte < 256; byte++) {
            char text[10];
            memcpy(text, good, sizeof text);
            text[place] = (char)byte;
            prap_day day = 4711, expected = 4711;
            prap_status status = PRAP_E_DAY_FORM;
            if (place == 4 || place == 7) {
                if (byte == '-') status = prap_day_from_civil(2024, 2, 29, &expected);
            } else if (byte >= '0' && byte <= '9') {
                static const int32_t weights[10] = {1000, 100, 10, 1, 0, 10, 1, 0, 10, 1};
                const int32_t change = weights[place] * (byte - good[place]);
                status = prap_day_from_civil(2024 + (place < 4 ? change : 0),
                                             2 + (place > 4 && place < 7 ? change : 0),
                                             29 + (place > 7 ? change : 0), &expected);
            }
            assert_int_equal(prap_day_parse(text, sizeof text, &day), status);
            assert_int_equal(day, expected);
        }
    }
}

static void length_decides_not_a_nul(void **state) {
    (void)state;
    prap_day day = 4711;
    static const char longer[] = "2023-05-08-and-more";
    assert_int_equal(prap_day_parse(longer, 10, &day), PRAP_OK); /* no NUL needed behind it */
    assert_int_equal(day, 19485);
    for (size_t n = 0; n < sizeof longer; n++) {
        if (n != 10) assert_int_equal(prap_day_parse(longer, n, &day), PRAP_E_DAY_FORM);
    }
    assert_int_equal(prap_day_parse("2023\0"
                                    "05-08",
                                    10, &day),
                     PRAP_E_DAY_FORM);
    assert_int_equal(prap_day_parse("2023-05-0\0", 10, &day), PRAP_E_DAY_FORM);
    assert_int_equal(prap_day_parse("2023-05-08\0", 11, &day), PRAP_E_DAY_FORM);
    assert_int_equal(prap_day_parse(longer, SIZE_MAX, &day), PRAP_E_DAY_FORM);
    assert_int_equal(prap_day_parse(NULL, 0, &day), PRAP_E_NULL);
    assert_int_equal(prap_day_parse(NULL, 10, &day), PRAP_E_NULL);
    assert_int_equal(prap_day_parse(longer, 10, NULL), PRAP_E_NULL);
    assert_int_equal(prap_day_parse(longer, 9, NULL), PRAP_E_NULL);
    assert_int_equal(day, 19485);
}

static void formatting_needs_its_room(void **state) {
    (void)state;
    char room[PRAP_DAY_TEXT_BYTES + 1];
    for (size_t n = 0; n < PRAP_DAY_TEXT_BYTES; n++) {
        memset(room, '#', sizeof room);
        assert_int_equal(prap_day_format(0, room, n), PRAP_E_ROOM);
        for (size_t i = 0; i < sizeof room; i++)
            assert_int_equal(room[i], '#');
    }
    assert_int_equal(prap_day_format(0, room, sizeof room), PRAP_OK);
    assert_string_equal(room, "1970-01-01");
    assert_int_equal(room[PRAP_DAY_TEXT_BYTES], '#');
    assert_int_equal(prap_day_format(0, NULL, 100), PRAP_E_NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day),
        cmocka_unit_test(known_days),
        cmocka_unit_test(every_number_of_month_and_day),
        cmocka_unit_test(days_that_are_not),
        cmocka_unit_test(outputs_may_be_left_out),
        cmocka_unit_test(other_forms_are_refused),
        cmocka_unit_test(right_form_but_no_such_day),
        cmocka_unit_test(every_byte_in_every_place),
        cmocka_unit_test(length_decides_not_a_nul),
        cmocka_unit_test(formatting_needs_its_room),
    };
    return cmocka_run_group_tests_name("day", tests, NULL, NULL);
}
