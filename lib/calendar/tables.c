/* tables.c: see tables.h, and holidays.h for what the tables mean. */
#include "calendar/tables.h"

#include <stdbool.h>
#include <string.h>

#include "base/crc.h"

enum { MOST_IN_DAYS = 127, MOST_IN_RANKS = 255 }; /* distances: one bit of days is the working day's */

/* How far apart the least and the most distance from a line are. */
struct reach {
    int32_t least;
    int32_t most;
};

static void reach_to(struct reach *reach, int32_t distance) {
    if (distance < reach->least) reach->least = distance;
    if (distance > reach->most) reach->most = distance;
}

/* days[position] becomes 1 for a working day and 0 for another. Counts them, all and known. */
static void mark_days(prap_calendar *calendar, uint8_t *days, uint32_t n_days) {
    const prap_calendar_identity *span = &calendar->identity;
    const uint32_t known = (uint32_t)(span->known_first - span->provisional_first);
    uint32_t next = 0; /* holiday */
    calendar->known_days = (uint32_t)(span->known_last - span->known_first) + 1;
    for (uint32_t position = 0; position < n_days; position++) {
        const prap_day day = span->provisional_first + (prap_day)position;
        const bool holiday = next < span->n_holidays && calendar->holidays[next].day == day;
        next += holiday;
        days[position] = !holiday && prap_day_weekday(day) <= 5;
        calendar->n_working_days += days[position];
        if (position < known) calendar->known_first_rank += days[position];
        if (position - known < calendar->known_days) calendar->known_working_days += days[position];
    }
}

static int32_t on_line(uint32_t at, uint32_t slope) {
    return (int32_t)((at * slope) >> 16);
}

/* The lines, and the bases from which every distance fits its byte. */
static prap_status draw_lines(prap_calendar *calendar, const uint8_t *days, uint32_t n_days) {
    if (calendar->n_working_days == 0) return PRAP_E_LIMIT;
    calendar->rank_slope = (calendar->n_working_days << 16) / n_days;
    calendar->position_slope = (n_days << 16) / calendar->n_working_days;
    struct reach of_ranks = {0, 0};
    struct reach of_positions = {0, 0};
    uint32_t rank = 0;
    for (uint32_t position = 0; position < n_days; position++) {
        reach_to(&of_ranks, (int32_t)rank - on_line(position, calendar->rank_slope));
        if (!days[position]) continue;
        reach_to(&of_positions, (int32_t)position - on_line(rank, calendar->position_slope));
        rank++;
    }
    calendar->rank_base = of_ranks.least;
    calendar->position_base = of_positions.least;
    const bool fits = of_ranks.most - of_ranks.least <= MOST_IN_DAYS &&
                      of_positions.most - of_positions.least <= MOST_IN_RANKS;
    return fits ? PRAP_OK : PRAP_E_LIMIT;
}

static void write_distances(const prap_calendar *calendar, uint8_t *days, uint8_t *ranks, uint32_t n_days) {
    uint32_t rank = 0;
    for (uint32_t position = 0; position < n_days; position++) {
        const uint8_t working = days[position];
        const int32_t distance = (int32_t)rank - on_line(position, calendar->rank_slope) - calendar->rank_base;
        days[position] = (uint8_t)((uint32_t)distance << 1 | working);
        if (!working) continue;
        ranks[rank] = (uint8_t)((int32_t)position - on_line(rank, calendar->position_slope) -
                                calendar->position_base);
        rank++;
    }
}

static uint32_t hash_text(uint32_t hash, const char *text) {
    return prapi_crc32c(hash, text, strlen(text));
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

prap_status prapi_calendar_tables(prap_calendar *calendar, uint8_t *days, uint8_t *ranks) {
    const prap_calendar_identity *span = &calendar->identity;
    const uint32_t n_days = (uint32_t)(span->provisional_last - span->provisional_first) + 1;
    mark_days(calendar, days, n_days);
    const prap_status status = draw_lines(calendar, days, n_days);
    if (status != PRAP_OK) return status;
    write_distances(calendar, days, ranks, n_days);
    calendar->identity.hash = hash_of(calendar);
    return PRAP_OK;
}
