/* day.c: civil days of the proleptic Gregorian calendar, years 1 to 9999, and their one written form. */
#include "prap/day.h"

#include <stdbool.h>

/*
 * Years are counted from March here, so that the leap day is the last of its year and every other month has a
 * fixed place: the 153 days of each five months from March give the months' lengths by division. EPOCH is the
 * days from 0000-03-01 to 1970-01-01.
 */
enum { DAYS_IN_400_YEARS = 146097, DAYS_IN_100_YEARS = 36524, DAYS_IN_4_YEARS = 1461, EPOCH = 719468 };

static bool is_day(prap_day day) {
    return day >= PRAP_DAY_MIN && day <= PRAP_DAY_MAX;
}

static bool is_leap_year(int32_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int32_t month_days(int32_t year, int32_t month) {
    static const int8_t days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap_year(year));
}

prap_status prap_day_from_civil(int32_t year, int32_t month, int32_t day_of_month, prap_day *ret_day) {
    if (ret_day == NULL) return PRAP_E_NULL;
    if (year < 1 || year > 9999 || month < 1 || month > 12) return PRAP_E_DAY;
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

    const int32_t count = day + EPOCH;
    const int32_t era = count / DAYS_IN_400_YEARS;
    const int32_t day_of_era = count % DAYS_IN_400_YEARS;
    const int32_t leap_days = day_of_era / (DAYS_IN_4_YEARS - 1) - day_of_era / DAYS_IN_100_YEARS +
                              day_of_era / (DAYS_IN_400_YEARS - 1);
    const int32_t year_of_era = (day_of_era - leap_days) / 365;
    const int32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int32_t march_month = (5 * day_of_year + 2) / 153;
    const int32_t month = march_month < 10 ? march_month + 3 : march_month - 9;

    if (ret_year != NULL) *ret_year = 400 * era + year_of_era + (month <= 2);
    if (ret_month != NULL) *ret_month = month;
    if (ret_day_of_month != NULL) *ret_day_of_month = day_of_year - (153 * march_month + 2) / 5 + 1;
    return PRAP_OK;
}

/* The number that n ASCII digits write, or -1 when one of them is no digit. */
static int32_t read_digits(const char *text, size_t n) {
    int32_t number = 0;
    for (size_t i = 0; i < n; i++) {
        if (text[i] < '0' || text[i] > '9') return -1;
        number = 10 * number + (text[i] - '0');
    }
    return number;
}

prap_status prap_day_parse(const char *text, size_t text_bytes, prap_day *ret_day) {
    if (text == NULL || ret_day == NULL) return PRAP_E_NULL;
    if (text_bytes != PRAP_DAY_TEXT_BYTES - 1 || text[4] != '-' || text[7] != '-') return PRAP_E_DAY_FORM;
    const int32_t year = read_digits(text, 4);
    const int32_t month = read_digits(text + 5, 2);
    const int32_t day_of_month = read_digits(text + 8, 2);
    if (year < 0 || month < 0 || day_of_month < 0) return PRAP_E_DAY_FORM;
    return prap_day_from_civil(year, month, day_of_month, ret_day);
}

/* Writes the last n decimal digits of number. */
static void write_digits(char *ret_text, int32_t number, size_t n) {
    for (size_t i = n; i > 0; i--) {
        ret_text[i - 1] = (char)('0' + number % 10);
        number /= 10;
    }
}

prap_status prap_day_format(prap_day day, char *ret_text, size_t room_bytes) {
    if (ret_text == NULL) return PRAP_E_NULL;
    if (room_bytes < PRAP_DAY_TEXT_BYTES) return PRAP_E_ROOM;
    int32_t year = 0;
    int32_t month = 0;
    int32_t day_of_month = 0;
    const prap_status status = prap_day_to_civil(day, &year, &month, &day_of_month);
    if (status != PRAP_OK) return status;
    write_digits(ret_text, year, 4);
    ret_text[4] = '-';
    write_digits(ret_text + 5, month, 2);
    ret_text[7] = '-';
    write_digits(ret_text + 8, day_of_month, 2);
    ret_text[10] = '\0';
    return PRAP_OK;
}

int32_t prap_day_weekday(prap_day day) {
    /* 0001-01-01 was a Monday. */
    return is_day(day) ? (day - PRAP_DAY_MIN) % 7 + 1 : 0;
}
