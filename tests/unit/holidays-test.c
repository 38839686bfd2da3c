/* holidays-test.c: which calendars there are, what they say of themselves, and how their holidays are found.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/crc.h"
#include "calendar/holidays.h"
#include "calendar/walk.h"
#include "prap/prap.h"

enum { MOST_BYTES = 32 * 1024, DIVISIONS = 3 };

static const char *const division_names[DIVISIONS + 1] = {"", "england-and-wales", "scotland",
                                                          "northern-ireland"};

static prap_day parsed(const char *text) {
    prap_day day = PRAP_DAY_NONE;
    assert_int_equal(prap_day_parse(text, strlen(text), &day), PRAP_OK);
    return day;
}

static const char *formatted(prap_day day, char room[PRAP_DAY_TEXT_BYTES]) {
    assert_int_equal(prap_day_format(day, room, PRAP_DAY_TEXT_BYTES), PRAP_OK);
    return room;
}

static void three_divisions(void **state) {
    (void)state;
    for (uint32_t division = 1; division <= DIVISIONS; division++) {
        const prap_calendar *calendar = prap_calendar_built_in(division);
        assert_non_null(calendar);
        const prap_calendar_identity *identity = prap_calendar_get_identity(calendar);
        assert_int_equal(identity->size, sizeof *identity);
        assert_int_equal(identity->division, division);
        assert_int_equal(identity->known_first, parsed("2011-01-01"));
        assert_int_equal(identity->known_last, parsed("2028-12-31"));
        assert_int_equal(identity->provisional_first, parsed("2010-01-01"));
        assert_int_equal(identity->provisional_last, parsed("2040-12-31"));
        assert_int_equal(identity->edition, parsed("2026-11-21")); /* of shared/data/bank_holidays.csv */
        assert_int_equal(calendar->view.reserved, 0);
        assert_null(calendar->allocator); /* nothing to free */
        assert_int_equal(calendar->bytes, 0);
    }
    assert_int_equal(PRAP_DIVISION_ENGLAND_AND_WALES, 1);
    assert_int_equal(PRAP_DIVISION_SCOTLAND, 2);
    assert_int_equal(PRAP_DIVISION_NORTHERN_IRELAND, 3);
}

static void no_other_division(void **state) {
    (void)state;
    assert_null(prap_calendar_built_in(0));
    assert_null(prap_calendar_built_in(4));
    assert_null(prap_calendar_built_in(UINT32_MAX));
    assert_null(prap_calendar_get_identity(NULL));
    assert_null(prap_calendar_holiday_at(NULL, 0));
    assert_null(prap_calendar_holiday_on(NULL, 0));
}

static void in_date_order_and_whole(void **state) {
    (void)state;
    static const uint32_t expected[DIVISIONS + 1] = {0, 253, 285, 315};
    for (uint32_t division = 1; division <= DIVISIONS; division++) {
        const prap_calendar *calendar = prap_calendar_built_in(division);
        const prap_calendar_identity *identity = prap_calendar_get_identity(calendar);
        assert_int_equal(identity->n_holidays, expected[division]);
        prap_day before = identity->provisional_first - 1;
        for (uint32_t i = 0; i < identity->n_holidays; i++) {
            const prap_holiday *holiday = prap_calendar_holiday_at(calendar, i);
            assert_non_null(holiday);
            assert_int_equal(holiday->size, sizeof *holiday);
            assert_true(holiday->day > before && holiday->day <= identity->provisional_last);
            assert_true(prap_day_weekday(holiday->day) <= 5);
            const int known = holiday->day >= identity->known_first && holiday->day <= identity->known_last;
            assert_int_equal(holiday->quality, known ? PRAP_COVERAGE_KNOWN : PRAP_COVERAGE_PROVISIONAL);
            assert_true(holiday->substitute <= 1);
            assert_true(strlen(holiday->title) > 5);
            before = holiday->day;
        }
        assert_null(prap_calendar_holiday_at(calendar, identity->n_holidays));
        assert_null(prap_calendar_holiday_at(calendar, UINT32_MAX));
    }
}

/* Every day in and around coverage is found when, and only when, the list in date order has it. */
static void found_by_day(void **state) {
    (void)state;
    for (uint32_t division = 1; division <= DIVISIONS; division++) {
        const prap_calendar *calendar = prap_calendar_built_in(division);
        const prap_calendar_identity *identity = prap_calendar_get_identity(calendar);
        uint32_t next = 0;
        for (prap_day day = identity->provisional_first - 800; day <= identity->provisional_last + 800;
             day++) {
            const prap_holiday *expected = prap_calendar_holiday_at(calendar, next);
            if (expected != NULL && expected->day == day) {
                assert_ptr_equal(prap_calendar_holiday_on(calendar, day), expected);
                next++;
            } else {
                assert_null(prap_calendar_holiday_on(calendar, day));
            }
        }
        assert_int_equal(next, identity->n_holidays);
        static const prap_day far[] = {PRAP_DAY_NONE, PRAP_DAY_MIN - 1, PRAP_DAY_MIN, PRAP_DAY_MAX,
                                       INT32_MAX};
        for (size_t i = 0; i < sizeof far / sizeof far[0]; i++)
            assert_null(prap_calendar_holiday_on(calendar, far[i]));
    }
}

static void as_published(void **state) {
    (void)state;
    static const struct {
        uint32_t division;
        const char *day;
        const char *title;
        uint32_t substitute;
    } published[] = {
        {1, "2011-04-29", "Royal wedding", 0},
        {1, "2012-06-05", "Queen\xE2\x80\x99s Diamond Jubilee", 0},
        {1, "2020-05-08", "Early May bank holiday (VE day)", 0},
        {1, "2022-09-19", "Bank Holiday for the State Funeral of Queen Elizabeth II", 0},
        {1, "2023-01-02", "New Year\xE2\x80\x99s Day", 1},
        {1, "2023-05-08", "Bank holiday for the coronation of King Charles III", 0},
        {2, "2013-12-02", "St Andrew\xE2\x80\x99s Day", 1},
        {2, "2022-01-04", "2nd January", 1},
        {2, "2026-06-15", "World Cup bank holiday", 0},
        {3, "2020-07-13", "Battle of the Boyne (Orangemen\xE2\x80\x99s Day)", 1},
        {3, "2023-03-17", "St Patrick\xE2\x80\x99s Day", 0},
    };
    for (size_t i = 0; i < sizeof published / sizeof published[0]; i++) {
        const prap_calendar *calendar = prap_calendar_built_in(published[i].division);
        const prap_holiday *holiday = prap_calendar_holiday_on(calendar, parsed(published[i].day));
        assert_non_null(holiday);
        assert_string_equal(holiday->title, published[i].title);
        assert_int_equal(holiday->substitute, published[i].substitute);
        assert_int_equal(holiday->quality, PRAP_COVERAGE_KNOWN);
    }
    /* Scotland keeps no Easter Monday, England no 2 January. */
    assert_null(prap_calendar_holiday_on(prap_calendar_built_in(2), parsed("2023-04-10")));
    assert_null(prap_calendar_holiday_on(prap_calendar_built_in(1), parsed("2024-01-02")));
}

/* The hash is over a text that anyone can write down again from what the API says. */
static void hash_is_of_the_list(void **state) {
    (void)state;
    uint32_t hashes[DIVISIONS + 1] = {0};
    for (uint32_t division = 1; division <= DIVISIONS; division++) {
        const prap_calendar *calendar = prap_calendar_built_in(division);
        const prap_calendar_identity *identity = prap_calendar_get_identity(calendar);
        char line[200], days[4][PRAP_DAY_TEXT_BYTES];
        int n = snprintf(line, sizeof line, "%s %s %s %s %s\n", division_names[division],
                         formatted(identity->known_first, days[0]), formatted(identity->known_last, days[1]),
                         formatted(identity->provisional_first, days[2]),
                         formatted(identity->provisional_last, days[3]));
        uint32_t crc = prapi_crc32c(0, line, (size_t)n);
        const prap_holiday *holiday = NULL;
        for (uint32_t i = 0; (holiday = prap_calendar_holiday_at(calendar, i)) != NULL; i++) {
            n = snprintf(line, sizeof line, "%s %u %s\n", formatted(holiday->day, days[0]),
                         holiday->substitute, holiday->title);
            crc = prapi_crc32c(crc, line, (size_t)n);
        }
        assert_int_equal(identity->hash, crc);
        hashes[division] = crc;
    }
    assert_true(hashes[1] != hashes[2] && hashes[2] != hashes[3] && hashes[1] != hashes[3]);
}

static void a_division_fits_its_bounds(void **state) {
    (void)state;
    for (uint32_t division = 1; division <= DIVISIONS; division++) {
        const prap_calendar *calendar = prap_calendar_built_in(division);
        const uint32_t n_holidays = calendar->identity.n_holidays;
        const uint32_t entries = calendar->view.n_days + 1 + calendar->view.n_working_days + n_holidays;
        assert_true(entries * sizeof(uint16_t) + n_holidays * sizeof(prap_holiday) <= MOST_BYTES);
    }
}

/* Every entry of every table, against weekends and the list of holidays. */
static void tables_are_of_the_list(void **state) {
    (void)state;
    for (uint32_t division = 1; division <= DIVISIONS; division++) {
        const prap_calendar *calendar = prap_calendar_built_in(division);
        const prap_calendar_identity *identity = prap_calendar_get_identity(calendar);
        uint32_t rank = 0; /* of the day, in provisional coverage */
        int32_t known = 0; /* working days of known coverage so far, */
        int32_t first = 0; /* of them on its first day */
        for (prap_day day = identity->provisional_first; day <= identity->provisional_last; day++) {
            const bool is_holiday = prap_calendar_holiday_on(calendar, day) != NULL;
            const bool is_working_day = prap_day_weekday(day) <= 5 && !is_holiday;
            assert_int_equal(prapi_far_rank(calendar, day + is_holiday), rank);
            rank += is_working_day;
            if (day < identity->known_first || day > identity->known_last) continue;
            known += is_working_day;
            if (day == identity->known_first) first = known;
            int32_t is = -1, counted = -1;
            assert_int_equal(prap_calendar_is_working_day(calendar, day, 0, &is, NULL), PRAP_OK);
            assert_int_equal(is, is_working_day);
            assert_int_equal(
                prap_calendar_count_working_days(calendar, identity->known_first, day, 0, &counted, NULL), PRAP_OK);
            assert_int_equal(first + counted, known);
            prap_day nth = PRAP_DAY_NONE;
            if (!is_working_day) continue;
            assert_int_equal(prap_calendar_nth_working_day(calendar, identity->known_first, known, 0, &nth, NULL),
                             PRAP_OK);
            assert_int_equal(nth, day);
        }
        assert_int_equal(calendar->view.n_days, identity->known_last + 1 - identity->known_first);
        assert_int_equal(calendar->view.n_working_days, known);
        assert_int_equal(calendar->n_working_days, rank);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(three_divisions),
        cmocka_unit_test(no_other_division),
        cmocka_unit_test(in_date_order_and_whole),
        cmocka_unit_test(found_by_day),
        cmocka_unit_test(as_published),
        cmocka_unit_test(hash_is_of_the_list),
        cmocka_unit_test(a_division_fits_its_bounds),
        cmocka_unit_test(tables_are_of_the_list),
    };
    return cmocka_run_group_tests_name("holidays", tests, NULL, NULL);
}
