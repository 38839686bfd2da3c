#include "civil-driver.h"

#include <string.h>

prap_day draw_day(struct chooser *chooser) {
    static const prap_day edges[] = {PRAP_DAY_NONE,    PRAP_DAY_MIN - 1, PRAP_DAY_MIN, PRAP_DAY_MIN + 1,
                                     PRAP_DAY_MAX - 1, PRAP_DAY_MAX,     PRAP_DAY_MAX + 1, INT32_MAX};
    switch (choose(chooser, 16)) {
    case 0:
        return edges[choose(chooser, sizeof edges / sizeof edges[0])];
    case 1:
        return PRAP_DAY_MIN + (prap_day)choose(chooser, PRAP_DAY_MAX - PRAP_DAY_MIN + 1);
    case 2:
    case 3: /* around the days that the built-in calendars know first and last */
        return (choose(chooser, 2) == 0 ? 14975 : 21549) + (prap_day)choose(chooser, 40) - 20;
    case 4:
    case 5:
    case 6:
        return (prap_day)choose(chooser, 47000) - 3653;
    default: /* 2011 to 2028 and a little more */
        return 14900 + (prap_day)choose(chooser, 6700);
    }
}

int32_t draw_number(struct chooser *chooser) {
    static const int32_t edges[] = {INT32_MIN, INT32_MIN + 1, INT32_MAX - 1, INT32_MAX, 0};
    switch (choose(chooser, 8)) {
    case 0:
        return edges[choose(chooser, sizeof edges / sizeof edges[0])];
    case 1:
        return (int32_t)choose(chooser, 40000) - 20000;
    default:
        return (int32_t)choose(chooser, 256) - 128;
    }
}

static bool is_day(prap_day day) {
    return day >= PRAP_DAY_MIN && day <= PRAP_DAY_MAX;
}

/* By the rule as the calendar states it, and not as the library computes it. */
static int32_t days_in(int32_t year, int32_t month) {
    const bool leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
    if (month == 2) return leap ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/* Month after month, as somebody leafs through a calendar. */
static prap_status leaf(prap_day from, int64_t months, prap_day *ret_day) {
    int32_t year, month, day_of_month;
    const prap_status status = prap_day_to_civil(from, &year, &month, &day_of_month);
    if (status != PRAP_OK) return status;
    for (; months != 0 && year >= 1 && year <= 9999; months += months < 0 ? 1 : -1) {
        month += months < 0 ? -1 : 1;
        year += month == 0 ? -1 : month == 13 ? 1 : 0;
        month = month == 0 ? 12 : month == 13 ? 1 : month;
    }
    if (year < 1 || year > 9999) return PRAP_E_RANGE;
    const int32_t last = days_in(year, month);
    return prap_day_from_civil(year, month, day_of_month < last ? day_of_month : last, ret_day);
}

static const char *add(struct chooser *chooser) {
    const prap_day from = draw_day(chooser);
    const int32_t n = draw_number(chooser);
    prap_day found = 7, wanted = 7;
    if (prap_day_add_months(from, n, &found) != leaf(from, n, &wanted) || found != wanted)
        return "months were added otherwise than by leafing";
    found = wanted = 7;
    if (prap_day_add_years(from, n, &found) != leaf(from, (int64_t)n * 12, &wanted) || found != wanted)
        return "years were added otherwise than by leafing";
    found = 7;
    const int64_t sum = (int64_t)from + n;
    const bool fits = sum >= PRAP_DAY_MIN && sum <= PRAP_DAY_MAX;
    const prap_status right = !is_day(from) ? PRAP_E_DAY : fits ? PRAP_OK : PRAP_E_RANGE;
    if (prap_day_add_days(from, n, &found) != right || (right == PRAP_OK ? found != sum : found != 7))
        return "days were added wrongly";
    return NULL;
}

static const char *count(struct chooser *chooser) {
    const prap_day first = draw_day(chooser), last = draw_day(chooser);
    int32_t days = 7, months = 7, rest = 7;
    const prap_status right = is_day(first) && is_day(last) ? PRAP_OK : PRAP_E_DAY;
    if (prap_day_count_days(first, last, &days) != right || prap_day_count_months(first, last, &months, &rest) != right)
        return "a count of days or months has another status";
    if (right != PRAP_OK) return days == 7 && months == 7 && rest == 7 ? NULL : "a count without an answer wrote one";
    if (days != last - first) return "days were counted wrongly";
    prap_day reached, beyond;
    if (prap_day_add_months(first, months, &reached) != PRAP_OK || reached + rest != last)
        return "months and days that were counted do not lead there";
    if (first <= last ? months < 0 || rest < 0 : months > 0 || rest > 0) return "a count has two signs";
    const prap_status more = prap_day_add_months(first, months + (first <= last ? 1 : -1), &beyond);
    if (more == PRAP_OK && first != last && (first < last ? beyond <= last : beyond >= last))
        return "a month more would have fitted";
    return NULL;
}

static const char *nth_weekday(struct chooser *chooser) {
    const int32_t year = once_in(chooser, 8) ? draw_number(chooser) : 1 + (int32_t)choose(chooser, 9999);
    const int32_t month = (int32_t)choose(chooser, 14), weekday = (int32_t)choose(chooser, 9);
    const int32_t n = once_in(chooser, 8) ? draw_number(chooser) : (int32_t)choose(chooser, 13) - 6;
    prap_day found = 7, days[5], first;
    int32_t n_days = 0;
    const bool is_month = prap_day_from_civil(year, month, 1, &first) == PRAP_OK;
    for (int32_t i = 0; is_month && i < days_in(year, month); i++) {
        /* 1970-01-01 was a Thursday. */
        if (((first + i) % 7 + 10) % 7 + 1 == weekday) days[n_days++] = first + i;
    }
    const int32_t place = n > 0 ? n - 1 : n + n_days;
    const bool there = n != INT32_MIN && place >= 0 && place < n_days;
    prap_status right = there ? PRAP_OK : PRAP_E_DAY;
    if (weekday < 1 || weekday > 7 || n == 0) right = PRAP_E_RANGE;
    if (prap_day_nth_weekday(year, month, weekday, n, &found) != right)
        return "the nth weekday of a month has another status";
    return found == (right == PRAP_OK ? days[place] : 7) ? NULL : "the nth weekday of a month is another";
}

static const char *written_day(struct chooser *chooser) {
    const prap_day day = draw_day(chooser);
    char text[PRAP_DAY_TEXT_BYTES] = "";
    prap_day again = 7;
    const prap_status right = is_day(day) ? PRAP_OK : PRAP_E_DAY;
    if (prap_day_format(day, text, sizeof text) != right) return "a day is written with another status";
    if (right != PRAP_OK) return text[0] == '\0' ? NULL : "a day that cannot be was written";
    if (prap_day_parse(text, strlen(text), &again) != PRAP_OK || again != day) return "a day does not read back";
    return prap_day_weekday(day) == (day % 7 + 10) % 7 + 1 ? NULL : "a weekday is another";
}

static bool has_the_form(const char *text, size_t n) {
    if (n != 10) return false;
    for (size_t i = 0; i < n; i++) {
        if (i == 4 || i == 7 ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
    }
    return true;
}

/* Ten good characters with some of them changed, or any bytes at all. */
static const char *read_text(struct chooser *chooser) {
    char text[16] = "2023-05-05", written[PRAP_DAY_TEXT_BYTES];
    size_t n = choose(chooser, 4) == 0 ? choose(chooser, 16) : 10;
    prap_day day = 7;
    for (uint32_t changes = choose(chooser, 6); changes > 0; changes--)
        text[choose(chooser, 15)] =
            (char)(once_in(chooser, 4) ? (int)choose(chooser, 256) : "0123456789-"[choose(chooser, 11)]);
    const prap_status status = prap_day_parse(text, n, &day);
    if (!has_the_form(text, n)) return status == PRAP_E_DAY_FORM && day == 7 ? NULL : "another form was read as a day";
    const int32_t year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + text[3] - '0';
    const int32_t month = (text[5] - '0') * 10 + text[6] - '0', of_month = (text[8] - '0') * 10 + text[9] - '0';
    const bool there = year > 0 && month >= 1 && month <= 12 && of_month >= 1 && of_month <= days_in(year, month);
    if (!there) return status == PRAP_E_DAY && day == 7 ? NULL : "a day that cannot be was read";
    if (status != PRAP_OK || prap_day_format(day, written, sizeof written) != PRAP_OK) return "a day was not read";
    return memcmp(text, written, n) == 0 ? NULL : "a text does not come back";
}

const char *civil_driver_step(struct chooser *chooser) {
    const char *(*const steps[])(struct chooser *chooser) = {add, count, nth_weekday, written_day, read_text};
    return steps[choose(chooser, sizeof steps / sizeof steps[0])](chooser);
}
