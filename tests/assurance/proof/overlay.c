/*
 * overlay.c: a calendar of the host's own: none, one or two changes of each kind and of none that there is, on any day, to DAYS
 * known days within as many provisional ones on both sides, with HELD holidays on any of them; and years that are replaced, beside,
 * around and away from known days. What is allocated ends where the block does.
 *
 * Part: calendar/overlay.c
 * Define: prapi_text_bytes=strlen
 * Include: contracts/crc.h
 * Stated: prapi_crc32c
 * Options: -eva-domains cvalue,symbolic-locations -eva-auto-loop-unroll 1200 -eva-interprocedural-splits
 *   -eva-slevel-function fill_view:10,prapi_holiday_place:200,read_long:500,prapi_text_is_printable:500
 *   -eva-split-return-function read_long:0:2:3:4,make_plan:0,plan_change:0,plan_add:0,make_change:0,fill:0
 */
#include "any.h"

#include "calendar/holidays.h"
#include "prap/overlay.h"

enum { MOST = 2, LETTERS = 2, HELD = 2, DAYS = 5, DAY_2024 = 19723, DAY_2025 = 20089, DAY_2026 = 20454 };

static char title[LETTERS + 1], own_title[LETTERS];
static prap_holiday held[HELD];
static prap_calendar base = {.name = "made-up"};
static prap_calendar_change changes[MOST];
static prap_error error;
static uint64_t block[1024];

/* As much as is asked for and no more: whoever writes further writes past the end. */
static void *allocate(void *user, size_t bytes) {
    (void)user;
    //@ split bytes;
    return maybe() && bytes <= sizeof block ? (char *)block + (sizeof block - bytes) : NULL;
}

static void release(void *user, void *memory, size_t bytes) {
    (void)user;
    (void)memory;
    (void)bytes;
}

static prap_allocator allocator = {.size = sizeof allocator, .allocate = allocate, .release = release};

static void any_change(prap_calendar_change *change, uint32_t kind) {
    ANY(*change);
    change->kind = kind;
    change->day = any_of(PRAP_DAY_MIN - 2, PRAP_DAY_MAX + 2);
    const size_t n = kind == PRAP_CALENDAR_ADD_DAY ? LETTERS : 0;
    change->title = (prap_text){LAST(own_title, n), n};
}

static void make(const prap_calendar *of, size_t n) {
    prap_calendar *made = NULL;
    const prap_status status = prap_calendar_create(&allocator, of, changes, n, &made, MAYBE(error));
    if (status == PRAP_OK) prap_calendar_destroy(made);
}

static void make_one(uint32_t kind) {
    any_change(&changes[0], kind);
    make(&base, 1);
}

/* The year that ends on the day. */
static void replace_year(prap_day last) {
    any_change(&changes[0], PRAP_CALENDAR_REPLACE_YEAR);
    changes[0].day = any_of(last - 364, last);
    make(&base, 1);
}

static void make_two(uint32_t first, uint32_t second) {
    any_change(&changes[0], first);
    any_change(&changes[1], second);
    make(&base, 2);
}

/* Of known days, and as many that are provisional before and after them; with holidays on any of these, in any order. */
static void any_base(prap_day first, int days) {
    base.holidays = held;
    base.identity.known_first = first;
    base.identity.known_last = first + days - 1;
    base.identity.provisional_first = first - days;
    base.identity.provisional_last = first + 2 * days - 1;
    base.identity.n_holidays = HELD;
    for (size_t i = 0; i < HELD; i++) {
        held[i] = (prap_holiday){.size = sizeof held[i], .substitute = maybe(), .title = title};
        held[i].day = any_of(first - days, first + 2 * days - 1);
    }
}

static void wrong(void) {
    prap_calendar *made;
    prap_allocator lacking = {.size = sizeof lacking};
    lacking.size = (uint32_t)any_of(0, sizeof lacking);
    (void)prap_calendar_create(MAYBE(lacking), &base, changes, 0, &made, &error);
    (void)prap_calendar_create(&allocator, NULL, NULL, any_u64(), NULL, NULL);
    (void)prap_calendar_create(&allocator, &base, changes, 65536, &made, &error);
    (void)prap_calendar_create(&allocator, &base, NULL, 0, &made, &error);
    prap_calendar_destroy(NULL);
}

static void start(void) {
    error.size = sizeof error;
    for (size_t i = 0; i < LETTERS; i++) title[i] = (char)any_of(1, 127);
    title[LETTERS] = '\0';
    ANY(own_title);
}

void one_day(void) {
    start();
    any_base(DAY_2024, DAYS);
    make_one(PRAP_CALENDAR_ADD_DAY);
}

void one_year(void) {
    start();
    any_base(DAY_2025 - DAYS, DAYS);
    replace_year(DAY_2026 - 1);
}

int main(void) {
    start();
    any_base(DAY_2024, DAYS);
    make(&base, 0);
    make_one(0);
    make_one(PRAP_CALENDAR_ADD_DAY);
    make_one(PRAP_CALENDAR_REMOVE_DAY);
    make_one(PRAP_CALENDAR_SET_EDITION);
    make_one(PRAP_CALENDAR_SET_EDITION + 1);
    make_two(PRAP_CALENDAR_ADD_DAY, PRAP_CALENDAR_ADD_DAY);
    make_two(PRAP_CALENDAR_ADD_DAY, PRAP_CALENDAR_REMOVE_DAY);
    make_two(PRAP_CALENDAR_REMOVE_DAY, PRAP_CALENDAR_ADD_DAY);
    make_two(PRAP_CALENDAR_REMOVE_DAY, PRAP_CALENDAR_REMOVE_DAY);
    any_base(DAY_2025 - DAYS, DAYS);
    replace_year(DAY_2024 - 1); /* not next to a known year */
    replace_year(DAY_2025 - 1);
    replace_year(DAY_2026 - 1);
    wrong();
    return 0;
}
