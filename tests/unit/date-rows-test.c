/* date-rows-test.c: every worked date of D-01 to D-20 but for D-08 and D-14, by the calendar's operations. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "date-rows.h"
#include "prap/prap.h"

#define ROWS(table) (sizeof table / sizeof table[0])

static const prap_calendar *england(void) {
    return prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
}

static prap_day parsed(const char *text) {
    prap_day day = PRAP_DAY_NONE;
    assert_int_equal(prap_day_parse(text, strlen(text), &day), PRAP_OK);
    return day;
}

static void expect(prap_day day, const char *expected) {
    char text[PRAP_DAY_TEXT_BYTES];
    assert_int_equal(prap_day_format(day, text, sizeof text), PRAP_OK);
    assert_string_equal(text, expected);
}

static prap_day after(prap_day from, int32_t working_days) {
    prap_day day = PRAP_DAY_NONE;
    uint32_t quality = 0;
    assert_int_equal(prap_calendar_add_working_days(england(), from, working_days, 0, &day, &quality),
                     PRAP_OK);
    assert_int_equal(quality, PRAP_COVERAGE_KNOWN);
    return day;
}

static prap_day on_or_before(prap_day from) {
    prap_day day = PRAP_DAY_NONE;
    assert_int_equal(prap_calendar_working_day_on_or_before(england(), from, 0, &day, NULL), PRAP_OK);
    return day;
}

static prap_day on_or_after(prap_day from) {
    prap_day day = PRAP_DAY_NONE;
    assert_int_equal(prap_calendar_working_day_on_or_after(england(), from, 0, &day, NULL), PRAP_OK);
    return day;
}

static void acknowledgement(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(d_01); i++) {
        const prap_day received = parsed(d_01[i][0]);
        const prap_day day_1 = on_or_after(received);
        expect(day_1, d_01[i][1]);
        expect(after(day_1, 1), d_01[i][2]);
        expect(after(received, 1), d_01[i][3]); /* the receipt day itself is day 1 (AMB-02) */
    }
}

static void meeting_and_recording(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(d_02); i++) {
        expect(after(parsed(d_02[i][0]), 15), d_02[i][1]);
        expect(after(parsed(d_02[i][0]), 14), d_02[i][2]); /* the referral's day is day 1 (AMB-05) */
    }
}

static void action_plan(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(d_03); i++) {
        expect(after(parsed(d_03[i][0]), 20), d_03[i][1]);
        expect(after(parsed(d_03[i][0]), 19), d_03[i][2]);
    }
}

static void automatic_dna(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(d_04); i++) {
        const prap_day referral = parsed(d_04[i][0]);
        expect(referral + 59, d_04[i][1]);
        expect(on_or_before(referral + 59), d_04[i][2]);
        expect(referral + 60, d_04[i][3]);
        expect(referral + 61, d_04[i][4]);
        expect(referral + 58, d_04[i][5]);
    }
}

static void erasure_response(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(d_10); i++) {
        prap_day due = PRAP_DAY_NONE;
        assert_int_equal(prap_day_add_months(parsed(d_10[i][0]), 1, &due), PRAP_OK);
        expect(due, d_10[i][1]);
        expect(on_or_before(due), d_10[i][2]);
        expect(on_or_after(due), d_10[i][3]);
    }
}

static void business_form(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(d_17); i++) {
        const prap_day pay = parsed(d_17[i][0]);
        expect(pay - 5, d_17[i][1]);
        expect(on_or_before(pay - 5), d_17[i][2]);
        expect(pay - 6, d_17[i][3]);
    }
}

static prap_day months_on(prap_day from, int32_t months) {
    prap_day day = PRAP_DAY_NONE;
    assert_int_equal(prap_day_add_months(from, months, &day), PRAP_OK);
    return day;
}

static prap_day days_on(prap_day from, int32_t days) {
    prap_day day = PRAP_DAY_NONE;
    assert_int_equal(prap_day_add_days(from, days, &day), PRAP_OK);
    return day;
}

/* The start is day one of 456; 15 months is the plain-language form of it, which drifts (AMB-11). */
static void allotted_time(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(d_05); i++) {
        const prap_day start = parsed(d_05[i][0]);
        expect(days_on(start, 455), d_05[i][1]);
        expect(days_on(start, 456), d_05[i][2]);
        expect(months_on(start, 15), d_05[i][3]);
    }
}

static void referral_again(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(d_06); i++) {
        for (int32_t more = 0; more < 3; more++)
            expect(days_on(parsed(d_06[i][0]), 637 + more), d_06[i][1 + more]);
    }
}

static void access_code(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(d_07); i++) {
        int32_t year = 0, month = 0;
        prap_day issued = PRAP_DAY_NONE;
        assert_int_equal(prap_day_to_civil(parsed(d_07[i][0]), &year, &month, NULL), PRAP_OK);
        assert_int_equal(prap_day_nth_weekday(year, month, 3, -1, &issued), PRAP_OK);
        expect(issued, d_07[i][0]);
        expect(days_on(issued, 5), d_07[i][1]);
        assert_int_equal(prap_day_weekday(days_on(issued, 5)), 1);
    }
}

static void end_date_of_memo_08(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(d_09); i++)
        expect(days_on(parsed(d_09[i][0]), 1), d_09[i][1]);
}

static void kept_until(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(d_11); i++) {
        expect(months_on(parsed(d_11[i][0]), 13), d_11[i][1]);
        expect(days_on(parsed(d_11[i][1]), 1), d_11[i][2]);
    }
    for (size_t i = 0; i < ROWS(d_12); i++) {
        expect(months_on(parsed(d_12[i][0]), 3), d_12[i][1]);
        expect(days_on(parsed(d_12[i][1]), 1), d_12[i][2]);
    }
    for (size_t i = 0; i < ROWS(d_13); i++) {
        const prap_day programme_end = parsed(d_13[i][0]), final_claim = parsed(d_13[i][1]);
        const prap_day anchor = programme_end > final_claim ? programme_end : final_claim;
        prap_day keep = PRAP_DAY_NONE;
        expect(anchor, d_13[i][2]);
        assert_int_equal(prap_day_add_years(anchor, 10, &keep), PRAP_OK);
        expect(keep, d_13[i][3]);
        expect(days_on(keep, 1), d_13[i][4]);
    }
}

static void hold_and_wait(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(d_15); i++) {
        expect(after(parsed(d_15[i][0]), 15), d_15[i][1]);
        expect(days_on(parsed(d_15[i][0]), 15), d_15[i][2]);
    }
    for (size_t i = 0; i < ROWS(d_16); i++) {
        expect(days_on(parsed(d_16[i][0]), 28), d_16[i][1]);
        expect(days_on(parsed(d_16[i][0]), 29), d_16[i][2]);
    }
}

static void in_the_last_two_weeks(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(d_19); i++) {
        int32_t days = -1;
        assert_int_equal(prap_day_count_days(parsed(d_19[i][0]), parsed(d_19[i][1]), &days), PRAP_OK);
        assert_int_equal(days, strtol(d_19[i][2], NULL, 10));
        assert_string_equal(days <= 14 ? "yes" : "no", d_19[i][3]);
    }
}

static void audits(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(d_20); i++) {
        expect(days_on(parsed(d_20[i][0]), 30), d_20[i][1]);
        expect(months_on(parsed(d_20[i][0]), 1), d_20[i][2]);
    }
}

static void contact_cycle(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(d_18); i++) {
        const prap_day last = parsed(d_18[i][0]);
        expect(last + 7, d_18[i][1]);
        expect(last + 28, d_18[i][2]);
        expect(on_or_before(last + 28), d_18[i][3]);
    }
}

static void every_counted_day(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(traced); i++) {
        const prap_day from = parsed(traced[i].from);
        const prap_day day = parsed(traced[i].day);
        int32_t n = 0;
        expect(after(from, traced[i].n), traced[i].day);
        assert_int_equal(prap_calendar_count_working_days(england(), from, day, 0, &n, NULL), PRAP_OK);
        assert_int_equal(n, traced[i].n);
    }
}

/* The catalogue's own list of holidays is ours, no more and no less. */
static void the_holidays_relied_on(void **state) {
    (void)state;
    uint32_t listed = 0;
    for (size_t i = 0; i < ROWS(known_holidays); i++)
        assert_non_null(prap_calendar_holiday_on(england(), parsed(known_holidays[i])));
    const prap_holiday *holiday = NULL;
    for (uint32_t i = 0; (holiday = prap_calendar_holiday_at(england(), i)) != NULL; i++)
        listed += holiday->day >= parsed("2011-01-01") && holiday->day <= parsed("2027-12-31");
    assert_int_equal(listed, ROWS(known_holidays));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(acknowledgement),
        cmocka_unit_test(meeting_and_recording),
        cmocka_unit_test(action_plan),
        cmocka_unit_test(automatic_dna),
        cmocka_unit_test(erasure_response),
        cmocka_unit_test(business_form),
        cmocka_unit_test(allotted_time),
        cmocka_unit_test(referral_again),
        cmocka_unit_test(access_code),
        cmocka_unit_test(end_date_of_memo_08),
        cmocka_unit_test(kept_until),
        cmocka_unit_test(hold_and_wait),
        cmocka_unit_test(in_the_last_two_weeks),
        cmocka_unit_test(audits),
        cmocka_unit_test(contact_cycle),
        cmocka_unit_test(every_counted_day),
        cmocka_unit_test(the_holidays_relied_on),
    };
    return cmocka_run_group_tests_name("date rows", tests, NULL, NULL);
}
