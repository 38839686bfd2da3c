/*
 * overlay.c: a calendar of the host's own. Two passes over the changes: the first judges each by itself and says how
 * much room is needed, the second makes them, in the one block that is allocated in between.
 */
#include "prap/overlay.h"

#include <stdbool.h>
#include <string.h>

#include "base/adopt.h"
#include "base/error.h"
#include "base/text.h"
#include "calendar/tables.h"
#include "calendar/walk.h"
#include "prap/vocabulary.h"

_Static_assert(PRAP_TITLE_BYTES <= PRAP_ID_BYTES, "a title is judged as an identifier is");

enum { MOST_CHANGES = 65535 };

/* What an overlay will be: its spans, and the room it needs. */
struct plan {
    prap_calendar_identity span;
    size_t holidays; /* at most */
    size_t title_bytes;
};

/* The year that a day is in, or 0 for what is no day: there is no such year. */
static int32_t year_of(prap_day day) {
    int32_t year = 0;
    (void)prap_day_to_civil(day, &year, NULL, NULL);
    return year;
}

static prap_status year_around(prap_day day, prap_day *ret_first, prap_day *ret_last) {
    const int32_t year = year_of(day);
    //@ split year;
    (void)prap_day_from_civil(year, 1, 1, ret_first);
    return prap_day_from_civil(year, 12, 31, ret_last);
}

/* Lets known coverage take in a year that touches it, and provisional coverage enclose that. */
static bool grow(prap_calendar_identity *span, prap_day first, prap_day last) {
    if (first > span->known_last + 1) return false;  /* MUT-EQUIV: a year begins only on the next day */
    if (last < span->known_first - 1) return false; /* MUT-EQUIV: or ends on the day before */
    if (first < span->known_first) span->known_first = first;
    if (last > span->known_last) span->known_last = last;
    if (first < span->provisional_first) span->provisional_first = first;
    if (last > span->provisional_last) span->provisional_last = last;
    return true;
}

static prap_status plan_add(struct plan *plan, const prap_calendar_change *change, prap_error *reterr) {
    if (change->substitute > 1) return prapi_fail(reterr, PRAP_E_RANGE, "substitute", "this is 0 or 1");
    if (!prapi_text_is_identifier(change->title)) {
        return prapi_fail(reterr, PRAP_E_TEXT, "title", "a day that is added has a title of 1 to 64 printable bytes");
    }
    plan->holidays++;
    plan->title_bytes += change->title.n + 1;
    return PRAP_OK;
}

static prap_status plan_change(struct plan *plan, const prap_calendar_change *change, prap_error *reterr) {
    if (change->kind < PRAP_CALENDAR_ADD_DAY || change->kind > PRAP_CALENDAR_SET_EDITION) {
        return prapi_fail(reterr, PRAP_E_WORD, "kind", "there is no such change");
    }
    if (change->reserved != 0) return prapi_fail(reterr, PRAP_E_RANGE, "reserved", "this is 0");
    prap_day first = change->day;
    prap_day last = change->day;
    if (year_around(change->day, &first, &last) != PRAP_OK) {
        return prapi_fail(reterr, PRAP_E_DAY, "day", "there is no such day in years 1 to 9999");
    }
    if (change->kind == PRAP_CALENDAR_REPLACE_YEAR && !grow(&plan->span, first, last)) {
        return prapi_fail(reterr, PRAP_E_COVERAGE, "day", "the year is not next to a known year");
    }
    if (change->kind == PRAP_CALENDAR_SET_EDITION) {
        plan->span.edition = change->day;
    } else if (change->day < plan->span.provisional_first || change->day > plan->span.provisional_last) {
        return prapi_fail(reterr, PRAP_E_COVERAGE, "day", "the day is outside the calendar");
    }
    if (year_of(plan->span.provisional_last) - year_of(plan->span.provisional_first) >= PRAP_COVERED_YEARS) {
        return prapi_fail(reterr, PRAP_E_LIMIT, "day", "a calendar covers at most 64 years");
    }
    if (change->kind == PRAP_CALENDAR_ADD_DAY) return plan_add(plan, change, reterr);
    if (change->substitute != 0) return prapi_fail(reterr, PRAP_E_RANGE, "substitute", "this is for days that are added");
    if (change->title.n != 0) return prapi_fail(reterr, PRAP_E_TEXT, "title", "this is for days that are added");
    return PRAP_OK;
}

static prap_status make_plan(struct plan *plan, const prap_calendar *base, const prap_calendar_change *changes,
                             size_t n, prap_error *reterr) {
    *plan = (struct plan){.span = base->identity, .holidays = base->identity.n_holidays};
    if (n > MOST_CHANGES) return prapi_fail(reterr, PRAP_E_LIMIT, "n", "these are more changes than days");
    for (uint32_t i = 0; i < base->identity.n_holidays; i++) plan->title_bytes += prapi_text_bytes(base->holidays[i].title) + 1;
    for (size_t i = 0; i < n; i++) {
        const prap_status status = plan_change(plan, &changes[i], reterr);
        if (status != PRAP_OK) return prapi_fail_in_list(reterr, status, "changes", i);
    }
    return PRAP_OK;
}

/* The block under construction. The calendar's own pointers to these are to constants. */
struct room {
    prap_calendar *calendar;
    prap_holiday *holidays;
    prapi_tables tables;
    char *titles; /* where the next one goes */
};

static size_t known_days(const prap_calendar_identity *span) {
    return (size_t)(span->known_last - span->known_first) + 1;
}

static size_t known_weekdays(const prap_calendar_identity *span) {
    return prapi_weekdays(span->known_first, span->known_last + 1);
}

static size_t bytes_of(const struct plan *plan) {
    const size_t known = known_days(&plan->span);
    const size_t entries = known + 1 + known_weekdays(&plan->span) + plan->holidays;
    return sizeof(prap_calendar) + plan->holidays * sizeof(prap_holiday) + entries * sizeof(uint16_t) +
           plan->title_bytes;
}

static void divide(struct room *room, const struct plan *plan, void *block) {
    room->calendar = block;
    room->holidays = (prap_holiday *)(void *)(room->calendar + 1);
    prapi_tables *tables = &room->tables;
    tables->before = (uint16_t *)(void *)(room->holidays + plan->holidays);
    tables->days = tables->before + known_days(&plan->span) + 1;
    tables->holiday_ranks = tables->days + known_weekdays(&plan->span);
    room->titles = (char *)(tables->holiday_ranks + plan->holidays);
}

/* The span is the plan's already, and a day's quality is told by it. */
static void insert(struct room *room, uint32_t at, prap_day day, uint32_t substitute, const char *title, size_t n) {
    const prap_calendar_identity *span = &room->calendar->identity;
    const bool known = day >= span->known_first && day <= span->known_last;
    uint32_t *count = &room->calendar->identity.n_holidays;
    //@ split at;
    memmove(room->holidays + at + 1, room->holidays + at, (*count - at) * sizeof *room->holidays);
    room->holidays[at] = (prap_holiday){.size = sizeof(prap_holiday),
                                        .day = day,
                                        .quality = known ? PRAP_COVERAGE_KNOWN : PRAP_COVERAGE_PROVISIONAL,
                                        .substitute = substitute,
                                        .title = room->titles};
    memcpy(room->titles, title, n);
    room->titles[n] = '\0';
    room->titles += n + 1;
    (*count)++;
    //@ merge at;
}

/* Takes out the holidays from one place up to another. */
static void take_out(struct room *room, uint32_t from, uint32_t to) {
    uint32_t *count = &room->calendar->identity.n_holidays;
    //@ split from;
    //@ split to;
    memmove(room->holidays + from, room->holidays + to, (*count - to) * sizeof *room->holidays);
    *count -= to - from;
    //@ merge to;
    //@ merge from;
}

/* No place before the one that is looked on from. */
static uint32_t place_of(const struct room *room, uint32_t from, prap_day day) {
    return from + prapi_holiday_place(room->holidays + from, room->calendar->identity.n_holidays - from, day);
}

static prap_status make_change(struct room *room, const prap_calendar_change *change, prap_error *reterr) {
    prap_day first = change->day;
    prap_day last = change->day;
    if (change->kind == PRAP_CALENDAR_SET_EDITION) return PRAP_OK; /* the plan has it */
    if (change->kind == PRAP_CALENDAR_REPLACE_YEAR) (void)year_around(change->day, &first, &last);
    const uint32_t from = place_of(room, 0, first);
    //@ split from;
    const uint32_t to = place_of(room, from, last + 1);
    if (change->kind == PRAP_CALENDAR_ADD_DAY) {
        if (to > from) return prapi_fail(reterr, PRAP_E_TWICE, "day", "a day to add is a holiday already");
        insert(room, from, change->day, change->substitute, change->title.bytes, change->title.n);
        return PRAP_OK;
    }
    if (change->kind == PRAP_CALENDAR_REMOVE_DAY && to == from) {
        return prapi_fail(reterr, PRAP_E_RANGE, "day", "a day to remove is no holiday");
    }
    take_out(room, from, to);
    return PRAP_OK;
}

static prap_status fill(struct room *room, const prap_calendar *base, const prap_calendar_change *changes, size_t n,
                        prap_error *reterr) {
    for (uint32_t i = 0; i < base->identity.n_holidays; i++) {
        const prap_holiday *holiday = &base->holidays[i];
        insert(room, i, holiday->day, holiday->substitute, holiday->title, prapi_text_bytes(holiday->title));
    }
    for (size_t i = 0; i < n; i++) {
        //@ split room->calendar->identity.n_holidays;
        const prap_status status = make_change(room, &changes[i], reterr);
        if (status != PRAP_OK) return prapi_fail_in_list(reterr, status, "changes", i);
    }
    //@ split room->calendar->identity.n_holidays;
    prapi_calendar_tables(room->calendar, &room->tables);
    return PRAP_OK;
}

prap_status prap_calendar_create(const prap_allocator *allocator, const prap_calendar *base,
                                 const prap_calendar_change *changes, size_t n, prap_calendar **ret_calendar,
                                 prap_error *reterr) {
    if (allocator == NULL || base == NULL || ret_calendar == NULL || (changes == NULL && n > 0)) {
        return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    }
    prap_allocator ours;
    if (prapi_adopt(&ours, sizeof ours, allocator, allocator->size, sizeof(prap_allocator)) != PRAP_OK) {
        return prapi_fail(reterr, PRAP_E_SIZE, "allocator", "the allocator's size is one this library cannot adopt");
    }
    if (ours.allocate == NULL || ours.release == NULL) {
        return prapi_fail(reterr, PRAP_E_NULL, "allocator", "the allocator lacks a function");
    }
    struct plan plan;
    prap_status status = make_plan(&plan, base, changes, n, reterr);
    if (status != PRAP_OK) return status;
    const size_t bytes = bytes_of(&plan);
    void *block = ours.allocate(ours.user, bytes);
    if (block == NULL) return prapi_fail(reterr, PRAP_E_NOMEM, "", "out of memory");
    struct room room;
    divide(&room, &plan, block);
    *room.calendar = (prap_calendar){.identity = plan.span, .holidays = room.holidays, .name = base->name,
                                     .allocator = allocator, .bytes = bytes};
    room.calendar->identity.n_holidays = 0;
    status = fill(&room, base, changes, n, reterr);
    if (status == PRAP_OK) {
        *ret_calendar = room.calendar;
    } else {
        ours.release(ours.user, block, bytes);
    }
    return status;
}

void prap_calendar_destroy(prap_calendar *calendar) {
    if (calendar == NULL || calendar->allocator == NULL) return;
    const prap_allocator *allocator = calendar->allocator;
    allocator->release(allocator->user, calendar, calendar->bytes);
}
