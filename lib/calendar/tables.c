/* tables.c: see tables.h, and holidays.h for what the tables mean. */
#include "calendar/tables.h"

#include <stdbool.h>

#include "base/crc.h"
#include "base/text.h"
#include "calendar/walk.h"

static void rank_holidays(prap_calendar *calendar, uint16_t *ranks) {
    const prap_calendar_identity *span = &calendar->identity;
    prap_day from = span->provisional_first;
    uint32_t rank = 0;
    for (uint32_t i = 0; i < span->n_holidays; i++) {
        rank += prapi_weekdays(from, calendar->holidays[i].day);
        ranks[i] = (uint16_t)rank;
        from = calendar->holidays[i].day + 1;
    }
    calendar->holiday_ranks = ranks;
    calendar->n_working_days = rank + prapi_weekdays(from, span->provisional_last + 1);
}

static void fill_view(prap_calendar *calendar, uint16_t *before, uint16_t *days) {
    const prap_calendar_identity *span = &calendar->identity;
    const uint32_t n_days = (uint32_t)(span->known_last - span->known_first) + 1;
    uint32_t next = prapi_holiday_place(calendar->holidays, span->n_holidays, span->known_first);
    uint32_t rank = 0;
    before[0] = 0;
    for (uint32_t at = 0; at < n_days; at++) {
        const prap_day day = span->known_first + (prap_day)at;
        const bool holiday = next < span->n_holidays && calendar->holidays[next].day == day;
        next += holiday;
        if (!holiday && prap_day_weekday(day) <= 5) days[rank++] = (uint16_t)at;
        before[at + 1] = (uint16_t)rank;
    }
    calendar->view = (prap_calendar_view){
        .before = before, .days = days, .first = span->known_first, .n_days = n_days, .n_working_days = rank};
}

static uint32_t hash_text(uint32_t hash, const char *text) {
    return prapi_crc32c(hash, text, prapi_text_bytes(text));
}

static uint32_t hash_day(uint32_t hash, prap_day day, const char *after) {
    char text[PRAP_DAY_TEXT_BYTES] = "";
    (void)prap_day_format(day, text, sizeof text);
    return hash_text(hash_text(hash, text), after);
}

/* Over the text that docs/decisions/0007 writes down. */
static uint32_t hash_of(const prap_calendar *calendar) {
    const prap_calendar_identity *span = &calendar->identity;
    uint32_t hash = hash_text(hash_text(0, calendar->name), " ");
    hash = hash_day(hash, span->known_first, " ");
    hash = hash_day(hash, span->known_last, " ");
    hash = hash_day(hash, span->provisional_first, " ");
    hash = hash_day(hash, span->provisional_last, "\n");
    for (uint32_t i = 0; i < span->n_holidays; i++) {
        const prap_holiday *holiday = &calendar->holidays[i];
        hash = hash_day(hash, holiday->day, holiday->substitute ? " 1 " : " 0 ");
        hash = hash_text(hash_text(hash, holiday->title), "\n");
    }
    return hash;
}

void prapi_calendar_tables(prap_calendar *calendar, const prapi_tables *tables) {
    rank_holidays(calendar, tables->holiday_ranks);
    fill_view(calendar, tables->before, tables->days);
    calendar->identity.hash = hash_of(calendar);
}
