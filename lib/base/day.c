/* day.c: civil days of the proleptic Gregorian calendar, years 1 to 9999, and their one written form. */
#include "prap/day.h"

#include <stdbool.h>

/*
 * Years are counted from March here, so that the leap day is the last of its year and every other month has a
 * fixed place: the 153 days of each five months from March give the months' lengths by division. EPOCH is the
 * days from 0000-03-01 to 1970-01-01.
 */
enum { DAYS_IN_400_YEARS = 146097, FROM_MARCH_TO_JANUARY = 306, EPOCH = 719468 };

static bool is_day(prap_day day) {
    return day >= PRAP_DAY_MIN && day <= PRAP_DAY_MAX;
}

static bool is_leap_year(int32_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int32_t month_days(int32_t year, int32_t month) {
    static const int8_t days[] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0}; /* MUT-EQUIV: no month is 0 or 13 */
    return days[month] + (month == 2 && is_leap_year(year));
}

prap_status prap_day_from_civil(int32_t year, int32_t month, int32_t day_of_month, prap_day *ret_day) {
    if (ret_day == NULL) return PRAP_E_NULL;
    if (year < 1 || year > 9999) return PRAP_E_DAY;
    if (month < 1 || month > 12) return PRAP_E_DAY; /* MUT-EQUIV: no day is in a month that has none, 0 or 13 */
    if (day_of_month < 1 || day_of_month > month_days(year, month)) return PRAP_E_DAY;

    const int32_t march_year = month > 2 ? year : year - 1;
    const int32_t march_month = month > 2 ? month - 3 : month + 9;
    const int32_t day_of_year = (153 * march_month + 2) / 5 + day_of_month - 1;
    *ret_day = 365 * march_year + march_year / 4 - march_year / 100 + march_year / 400 + day_of_year - EPOCH;
    return PRAP_OK;
}

prap_status prap_day_to_civil(prap_day day, int32_t *ret_year, int32_t *ret_month,
                              int32_t *ret_day_of_month) {
    if (!is_day(day)) return PRAP_E_DAY;

    /*
     * Quarter days make a century's and a year's fraction whole; division by a constant number of them is a
     * multiplication (Neri and Schneider, Euclidean affine functions, 2022). The high half of product is the year of
     * the century, the low half how far into it. A year has 1461 quarter days: 2^32 by that, rounded up, is multiplied by.
     */
    const uint32_t years_in_32_bits = 2939745; /* MUT-EQUIV: one more does for every day there is as well */
    const uint32_t in_quarters = 4 * (uint32_t)(day + EPOCH) + 3;
    const uint32_t century = in_quarters / DAYS_IN_400_YEARS;
    const uint64_t product = (uint64_t)years_in_32_bits * (in_quarters % DAYS_IN_400_YEARS | 3u);
    const uint32_t march_year = 100 * century + (uint32_t)(product >> 32);
    const uint32_t day_of_year = (uint32_t)product / years_in_32_bits / 4;
    const uint32_t in_months = 2141 * day_of_year + 197913; /* MUT-EQUIV: there is room for 1 in all 366 */
    const uint32_t march_month = in_months >> 16; /* 3 to 14 */
    const uint32_t next_year = day_of_year >= FROM_MARCH_TO_JANUARY;

    if (ret_year != NULL) *ret_year = (int32_t)(march_year + next_year);
    if (ret_month != NULL) *ret_month = (int32_t)(march_month - 12 * next_year);
    const uint32_t before_it = (in_months & 0xffff) / 2141; /* MUT-EQUIV: likewise */
    if (ret_day_of_month != NULL) *ret_day_of_month = (int32_t)before_it + 1;
    return PRAP_OK;
}

/* The number that two ASCII digits write, or at least 100 when one of them is no digit. */
static int32_t read_pair(const char *text) {
    const uint32_t tens = (uint32_t)text[0] - '0';
    const uint32_t ones = (uint32_t)text[1] - '0';
    return tens > 9 || ones > 9 ? 100 : (int32_t)(10 * tens + ones); /* MUT-EQUIV: ten tens are 100 too; or 101 */
}

prap_status prap_day_parse(const char *text, size_t text_bytes, prap_day *ret_day) {
    if (text == NULL || ret_day == NULL) return PRAP_E_NULL;
    if (text_bytes != PRAP_DAY_TEXT_BYTES - 1 || text[4] != '-' || text[7] != '-') return PRAP_E_DAY_FORM;
    const int32_t century = read_pair(text);
    const int32_t year = read_pair(text + 2);
    const int32_t month = read_pair(text + 5);
    const int32_t day_of_month = read_pair(text + 8);
    if (century > 99 || year > 99 || month > 99 || day_of_month > 99) return PRAP_E_DAY_FORM;
    return prap_day_from_civil(100 * century + year, month, day_of_month, ret_day);
}

/* Writes a number below 100 as two digits. */
static void write_pair(char *ret_text, int32_t number) {
    ret_text[0] = (char)('0' + number / 10);
    ret_text[1] = (char)('0' + number % 10);
}

prap_status prap_day_format(prap_day day, char *ret_text, size_t room_bytes) {
    if (ret_text == NULL) return PRAP_E_NULL;
    if (room_bytes < PRAP_DAY_TEXT_BYTES) return PRAP_E_ROOM;
    int32_t year = 0;         /* MUT-EQUIV: written before it is read */
    int32_t month = 0;        /* MUT-EQUIV: likewise */
    int32_t day_of_month = 0; /* MUT-EQUIV: likewise */
    const prap_status status = prap_day_to_civil(day, &year, &month, &day_of_month);
    if (status != PRAP_OK) return status;
    write_pair(ret_text, year / 100);
    write_pair(ret_text + 2, year % 100);
    ret_text[4] = '-';
    write_pair(ret_text + 5, month);
    ret_text[7] = '-';
    write_pair(ret_text + 8, day_of_month);
    ret_text[10] = '\0';
    return PRAP_OK;
}

int32_t prap_day_weekday(prap_day day) {
    /* 0001-01-01 was a Monday. */
    return is_day(day) ? (day - PRAP_DAY_MIN) % 7 + 1 : 0;
}
