/* moments.c: UK local time by its standing rule, and a moment's one written form. */
#include "dates/moments.h"

#include <stdbool.h>

#include "prap/calendar.h"

enum { HOUR = 60, SUNDAY = 7, MARCH = 3, OCTOBER = 10, FIRST_YEAR = 1996 };

static int32_t year_of(prap_day day) {
    int32_t year = 0; /* MUT-EQUIV: written, for the day is one */
    (void)prap_day_to_civil(day, &year, NULL, NULL);
    return year;
}

/* When the clocks change in a month of a year: at 01:00 UTC on its last Sunday. */
static prap_instant change_in(int32_t year, int32_t month) {
    prap_day sunday = PRAP_DAY_NONE;
    (void)prap_day_nth_weekday(year, month, SUNDAY, -1, &sunday);
    return (prap_instant)sunday * PRAPI_MINUTES_IN_DAY + HOUR;
}

/* Is it summer time at an instant within a year? */
static bool is_summer(int32_t year, prap_instant instant) {
    return instant >= change_in(year, MARCH) && instant < change_in(year, OCTOBER);
}

prap_status prapi_moment_check(prap_moment moment) {
    if (prap_day_weekday(moment.day) == 0) return PRAP_E_DAY;
    if (moment.minute < 0 || moment.minute >= PRAPI_MINUTES_IN_DAY) return PRAP_E_RANGE;
    const bool within = moment.offset > -PRAPI_MINUTES_IN_DAY && moment.offset < PRAPI_MINUTES_IN_DAY;
    return within || moment.offset == PRAP_OFFSET_NONE ? PRAP_OK : PRAP_E_RANGE;
}

prap_status prapi_moment_instants(prap_moment moment, prap_instant *ret_first, prap_instant *ret_last) {
    const prap_instant as_utc = (prap_instant)moment.day * PRAPI_MINUTES_IN_DAY + moment.minute;
    if (moment.offset != PRAP_OFFSET_NONE) {
        *ret_first = *ret_last = as_utc - moment.offset;
        return PRAP_OK;
    }
    const int32_t year = year_of(moment.day); /* the clocks do not change near its ends */
    if (year < FIRST_YEAR) return PRAP_E_COVERAGE;
    const bool in_winter = !is_summer(year, as_utc);
    const bool in_summer = is_summer(year, as_utc - HOUR);
    if (in_summer || in_winter) {
        *ret_first = in_summer ? as_utc - HOUR : as_utc;
        *ret_last = in_winter ? as_utc : as_utc - HOUR;
    } else {
        *ret_first = *ret_last = change_in(year, MARCH);
    }
    return PRAP_OK;
}

prap_status prap_moment_to_instant(prap_moment moment, prap_instant *ret_instant) {
    if (ret_instant == NULL) return PRAP_E_NULL;
    prap_status status = prapi_moment_check(moment);
    if (status != PRAP_OK) return status;
    prap_instant first = 0; /* MUT-EQUIV: written before it is read */
    prap_instant last = 0;  /* MUT-EQUIV: likewise */
    status = prapi_moment_instants(moment, &first, &last);
    if (status != PRAP_OK) return status;
    if (first != last) return PRAP_E_REPEATED;
    if (moment.offset == PRAP_OFFSET_NONE) {
        const prap_moment back = prapi_moment_at_offset(first, is_summer(year_of(moment.day), first) ? HOUR : 0);
        if (back.minute != moment.minute) return PRAP_E_GAP;
    }
    *ret_instant = first;
    return PRAP_OK;
}

prap_moment prapi_moment_at_offset(prap_instant instant, int32_t offset) {
    const prap_instant local = instant + offset;
    const prap_instant minute = (local % PRAPI_MINUTES_IN_DAY + PRAPI_MINUTES_IN_DAY) % PRAPI_MINUTES_IN_DAY;
    return (prap_moment){(prap_day)((local - minute) / PRAPI_MINUTES_IN_DAY), (int32_t)minute, offset};
}

prap_status prap_moment_from_instant(prap_instant instant, prap_moment *ret_moment) {
    if (ret_moment == NULL) return PRAP_E_NULL;
    prap_day first_day = PRAP_DAY_NONE;
    (void)prap_day_from_civil(FIRST_YEAR, 1, 1, &first_day);
    if (instant < (prap_instant)first_day * PRAPI_MINUTES_IN_DAY) return PRAP_E_COVERAGE;
    if (instant >= ((prap_instant)PRAP_DAY_MAX + 1) * PRAPI_MINUTES_IN_DAY) return PRAP_E_DAY;
    const int32_t year = year_of((prap_day)(instant / PRAPI_MINUTES_IN_DAY));
    *ret_moment = prapi_moment_at_offset(instant, is_summer(year, instant) ? HOUR : 0);
    return PRAP_OK;
}

/* The number that two digits write, or -1. */
static int32_t pair_at(const char *text) {
    if (text[0] < '0' || text[0] > '9') return -1; /* MUT-EQUIV: tens below '0' are less than 0 too, and so is -2 */
    if (text[1] < '0' || text[1] > '9') return -1; /* MUT-EQUIV: and so is -2 */
    return 10 * (text[0] - '0') + (text[1] - '0');
}

/* "HH:MM" as minutes: PRAP_E_MOMENT_FORM when it is not that, PRAP_E_RANGE when there is no such time. */
static prap_status read_time(const char *text, int32_t *ret_minutes) {
    const int32_t hours = pair_at(text);
    const int32_t minutes = pair_at(text + 3);
    if (hours < 0 || minutes < 0 || text[2] != ':') return PRAP_E_MOMENT_FORM;
    if (hours > 23 || minutes > 59) return PRAP_E_RANGE;
    *ret_minutes = hours * HOUR + minutes;
    return PRAP_OK;
}

enum { DAY_BYTES = PRAP_DAY_TEXT_BYTES - 1, TIME_BYTES = 5, BARE_BYTES = DAY_BYTES + 1 + TIME_BYTES };

/* What stands after the time: nothing, which leaves the offset as it is, "Z" or "+HH:MM". */
static prap_status read_offset(const char *text, size_t n, int32_t *ret_offset) {
    if (n == 0) return PRAP_OK;
    if (n == 1 && text[0] == 'Z') {
        *ret_offset = 0;
        return PRAP_OK;
    }
    if (n != 1 + TIME_BYTES || (text[0] != '+' && text[0] != '-')) return PRAP_E_MOMENT_FORM;
    int32_t minutes = 0; /* MUT-EQUIV: written, or what is made of it is not kept */
    const prap_status status = read_time(text + 1, &minutes);
    *ret_offset = text[0] == '-' ? -minutes : minutes;
    return status;
}

prap_status prap_moment_parse(const char *text, size_t text_bytes, prap_moment *ret_moment) {
    if (text == NULL || ret_moment == NULL) return PRAP_E_NULL;
    if (text_bytes < BARE_BYTES || text[DAY_BYTES] != 'T') return PRAP_E_MOMENT_FORM;
    prap_moment moment = PRAP_MOMENT_NONE;
    prap_status status = prap_day_parse(text, DAY_BYTES, &moment.day);
    if (status == PRAP_E_DAY_FORM) return PRAP_E_MOMENT_FORM;
    if (status == PRAP_OK) status = read_time(text + DAY_BYTES + 1, &moment.minute);
    if (status == PRAP_OK) status = read_offset(text + BARE_BYTES, text_bytes - BARE_BYTES, &moment.offset);
    if (status == PRAP_OK) *ret_moment = moment;
    return status;
}

static char *write_time(char *text, int32_t minutes) {
    const int32_t pairs[] = {minutes / HOUR, minutes % HOUR};
    for (int i = 0; i < 2; i++) {
        *text++ = (char)('0' + pairs[i] / 10);
        *text++ = (char)('0' + pairs[i] % 10);
        if (i == 0) *text++ = ':';
    }
    return text;
}

prap_status prap_moment_format(prap_moment moment, char *ret_text, size_t room_bytes) {
    if (ret_text == NULL) return PRAP_E_NULL;
    if (room_bytes < PRAP_MOMENT_TEXT_BYTES) return PRAP_E_ROOM;
    const prap_status status = prapi_moment_check(moment);
    if (status != PRAP_OK) return status;
    (void)prap_day_format(moment.day, ret_text, room_bytes);
    ret_text[DAY_BYTES] = 'T';
    char *at = write_time(ret_text + DAY_BYTES + 1, moment.minute);
    if (moment.offset > 0) {
        *at++ = '+';
        at = write_time(at, moment.offset);
    } else if (moment.offset == 0) {
        *at++ = 'Z';
    } else if (moment.offset != PRAP_OFFSET_NONE) {
        *at++ = '-';
        at = write_time(at, -moment.offset);
    }
    *at = '\0';
    return PRAP_OK;
}
