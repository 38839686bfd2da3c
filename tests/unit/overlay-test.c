/* overlay-test.c: calendars of the host's own: what they answer, what they call themselves, what they refuse. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "calendar/holidays.h"
#include "test-host.h"

enum { ALLOW = PRAP_CALENDAR_ALLOW_PROVISIONAL, MOST_CHANGES = 12000 };

static struct failing_allocator allocator;
static prap_error error;

static const prap_calendar *england(void) {
    return prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
}

static prap_calendar_change add(prap_day day, const char *title) {
    return (prap_calendar_change){PRAP_CALENDAR_ADD_DAY, day, 0, 0, test_text(title)};
}

static prap_calendar_change take(uint32_t kind, prap_day day) {
    return (prap_calendar_change){kind, day, 0, 0, {NULL, 0}};
}

static prap_status create(const prap_calendar *base, const prap_calendar_change *changes, size_t n,
                          prap_calendar **ret) {
    memset(&error, 0, sizeof error);
    error.size = sizeof error;
    return prap_calendar_create(&allocator.interface, base, changes, n, ret, &error);
}

static prap_calendar *made(const prap_calendar *base, const prap_calendar_change *changes, size_t n) {
    prap_calendar *calendar = NULL;
    assert_int_equal(create(base, changes, n, &calendar), PRAP_OK);
    return calendar;
}

static int prepare(void **state) {
    (void)state;
    failing_allocator_init(&allocator);
    return 0;
}

static int nothing_is_left(void **state) {
    (void)state;
    return allocator.outstanding_bytes != 0 || allocator.wrong_releases != 0;
}

static uint32_t hash_of(const prap_calendar *calendar) {
    return prap_calendar_get_identity(calendar)->hash;
}

/* The first and the last working day of known coverage, found from its very ends. */
static void expect_ends(const prap_calendar *calendar) {
    const prap_calendar_identity *span = prap_calendar_get_identity(calendar);
    prap_day first = span->known_first, last = span->known_last, day = PRAP_DAY_NONE;
    while (prap_day_weekday(first) > 5 || prap_calendar_holiday_on(calendar, first) != NULL) first++;
    while (prap_day_weekday(last) > 5 || prap_calendar_holiday_on(calendar, last) != NULL) last--;
    assert_int_equal(prap_calendar_working_day_on_or_after(calendar, span->known_first, 0, &day, NULL), PRAP_OK);
    assert_int_equal(day, first);
    assert_int_equal(prap_calendar_working_day_on_or_before(calendar, span->known_last, 0, &day, NULL), PRAP_OK);
    assert_int_equal(day, last);
    assert_int_equal(((const prap_calendar_view *)(const void *)calendar)->reserved, 0); /* as its header says */
}

/* What an overlay needs, and not a byte more: itself, its holidays with their titles, and two bytes an entry. */
static size_t bytes_needed(const prap_calendar *calendar) {
    const prap_calendar_identity *span = prap_calendar_get_identity(calendar);
    size_t bytes = sizeof(prap_calendar) + sizeof(uint16_t);
    for (prap_day day = span->known_first; day <= span->known_last; day++)
        bytes += prap_day_weekday(day) <= 5 ? 2 * sizeof(uint16_t) : sizeof(uint16_t);
    const prap_holiday *holiday = NULL;
    for (uint32_t i = 0; (holiday = prap_calendar_holiday_at(calendar, i)) != NULL; i++)
        bytes += sizeof *holiday + sizeof(uint16_t) + strlen(holiday->title) + 1;
    return bytes;
}

/* Every covered day, and every count and walk from the first one, against a list of days off. */
static void expect_walks(const prap_calendar *calendar) {
    const prap_calendar_identity *span = prap_calendar_get_identity(calendar);
    int32_t counted = 0;
    for (prap_day day = span->provisional_first; day <= span->provisional_last; day++) {
        const int known = day >= span->known_first && day <= span->known_last;
        const int working = prap_day_weekday(day) <= 5 && prap_calendar_holiday_on(calendar, day) == NULL;
        int32_t is = 0, n = 0;
        uint32_t quality = 0;
        prap_day landed = 0;
        assert_int_equal(prap_calendar_is_working_day(calendar, day, ALLOW, &is, &quality), PRAP_OK);
        assert_int_equal(is, working);
        assert_int_equal(quality, known ? PRAP_COVERAGE_KNOWN : PRAP_COVERAGE_PROVISIONAL);
        assert_int_equal(prap_calendar_is_working_day(calendar, day, 0, &is, NULL), known ? PRAP_OK : PRAP_E_COVERAGE);
        if (day > span->provisional_first) counted += working;
        assert_int_equal(prap_calendar_count_working_days(calendar, span->provisional_first, day, ALLOW, &n, NULL),
                         PRAP_OK);
        assert_int_equal(n, counted);
        if (!working || counted == 0) continue;
        assert_int_equal(prap_calendar_add_working_days(calendar, span->provisional_first, counted, ALLOW, &landed,
                                                        NULL), PRAP_OK);
        assert_int_equal(landed, day);
    }
}

static void without_changes_it_is_its_base(void **state) {
    (void)state;
    for (uint32_t division = 1; division <= 3; division++) {
        const prap_calendar *base = prap_calendar_built_in(division);
        prap_calendar *copy = made(base, NULL, 0);
        assert_int_equal(allocator.calls, division);
        assert_memory_equal(prap_calendar_get_identity(copy), prap_calendar_get_identity(base),
                            sizeof(prap_calendar_identity));
        assert_int_equal(allocator.outstanding_bytes, bytes_needed(copy));
        const prap_holiday *ours = NULL;
        for (uint32_t i = 0; (ours = prap_calendar_holiday_at(copy, i)) != NULL; i++) {
            const prap_holiday *theirs = prap_calendar_holiday_at(base, i);
            assert_int_equal(ours->day, theirs->day);
            assert_int_equal(ours->quality, theirs->quality);
            assert_int_equal(ours->substitute, theirs->substitute);
            assert_string_equal(ours->title, theirs->title);
            assert_ptr_not_equal(ours->title, theirs->title);
        }
        expect_walks(copy);
        expect_ends(copy);
        expect_ends(base);
        prap_calendar_destroy(copy);
    }
}

static void a_day_is_added_with_its_reason(void **state) {
    (void)state;
    char title[] = "Day of thanks";
    const prap_day monday = test_day(2025, 9, 1);
    prap_calendar_change change = add(monday, title);
    change.substitute = 1;
    prap_calendar *calendar = made(england(), &change, 1);
    memset(title, 'x', sizeof title); /* the overlay has its own copy */
    expect_walks(calendar);
    const prap_holiday *holiday = prap_calendar_holiday_on(calendar, monday);
    assert_non_null(holiday);
    assert_string_equal(holiday->title, "Day of thanks");
    assert_int_equal(holiday->size, sizeof *holiday);
    assert_int_equal(holiday->substitute, 1);
    assert_int_equal(holiday->quality, PRAP_COVERAGE_KNOWN);
    assert_int_equal(prap_calendar_get_identity(calendar)->n_holidays,
                     prap_calendar_get_identity(england())->n_holidays + 1);
    assert_int_not_equal(hash_of(calendar), hash_of(england()));
    prap_day day = 0;
    assert_int_equal(prap_calendar_add_working_days(calendar, monday - 3, 1, 0, &day, NULL), PRAP_OK);
    assert_int_equal(day, monday + 1);
    assert_null(prap_calendar_holiday_on(england(), monday));

    /* Taken out again, the days are those of the base, and so is the hash. */
    const prap_calendar_change back = take(PRAP_CALENDAR_REMOVE_DAY, monday);
    prap_calendar *second = made(calendar, &back, 1);
    prap_calendar_destroy(calendar);
    assert_int_equal(hash_of(second), hash_of(england()));
    expect_walks(second);
    prap_calendar_destroy(second);
}

static void the_same_days_have_the_same_hash_however_they_came(void **state) {
    (void)state;
    const prap_day one = test_day(2025, 9, 1), other = test_day(2024, 7, 5);
    const prap_calendar_change there[] = {add(one, "One"), add(other, "Other")};
    const prap_calendar_change back[] = {add(other, "Other"), add(one, "One")};
    const prap_calendar_change otherwise[] = {add(other, "Other"), add(one, "Won")};
    prap_calendar *first = made(england(), there, 2), *second = made(england(), back, 2);
    prap_calendar *third = made(england(), otherwise, 2);
    assert_int_equal(hash_of(first), hash_of(second));
    assert_int_not_equal(hash_of(first), hash_of(third));
    prap_calendar_destroy(first);
    prap_calendar_destroy(second);
    prap_calendar_destroy(third);
}

static void a_provisional_day_stays_provisional(void **state) {
    (void)state;
    const prap_calendar_change change = add(test_day(2035, 9, 5), "Jubilee");
    prap_calendar *calendar = made(england(), &change, 1);
    assert_int_equal(prap_calendar_holiday_on(calendar, change.day)->quality, PRAP_COVERAGE_PROVISIONAL);
    expect_walks(calendar);
    prap_calendar_destroy(calendar);
}

/* Without the New Year's Day that provisional coverage begins with, there are plain weeks before the first holiday. */
static void coverage_may_begin_with_plain_weeks(void **state) {
    (void)state;
    const prap_day first = prap_calendar_get_identity(england())->provisional_first;
    assert_int_equal(first, test_day(2010, 1, 1)); /* a Friday */
    const prap_calendar_change change = take(PRAP_CALENDAR_REMOVE_DAY, first);
    prap_calendar *calendar = made(england(), &change, 1);
    expect_walks(calendar);
    const struct {
        prap_day from;
        int32_t n;
        prap_day to;
    } rows[] = {
        {test_day(2010, 1, 2), -1, first},
        {test_day(2010, 1, 2), 1, test_day(2010, 1, 4)},
        {first, 5, test_day(2010, 1, 8)},
        {test_day(2010, 4, 1), -64, first},
        {first, 65, test_day(2010, 4, 6)}, /* over Easter */
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        prap_day day = 0;
        assert_int_equal(prap_calendar_add_working_days(calendar, rows[i].from, rows[i].n, ALLOW, &day, NULL), PRAP_OK);
        assert_int_equal(day, rows[i].to);
    }
    prap_calendar_destroy(calendar);
}

/* A later list of bank holidays: 2029 and 2030 become known, with what is listed and nothing else. */
static void whole_years_are_replaced(void **state) {
    (void)state;
    const prap_day new_year = test_day(2029, 1, 1), special = test_day(2030, 6, 3);
    const prap_calendar_change changes[] = {
        take(PRAP_CALENDAR_REPLACE_YEAR, test_day(2029, 5, 5)), add(new_year, "New Year's Day"),
        take(PRAP_CALENDAR_REPLACE_YEAR, test_day(2030, 12, 31)), add(special, "Special"),
    };
    prap_calendar *calendar = made(england(), changes, 4);
    const prap_calendar_identity *span = prap_calendar_get_identity(calendar);
    assert_int_equal(span->known_last, test_day(2030, 12, 31));
    assert_int_equal(span->known_first, prap_calendar_get_identity(england())->known_first);
    assert_int_equal(span->provisional_last, test_day(2040, 12, 31));
    uint32_t listed = 0;
    const prap_holiday *holiday = NULL;
    for (uint32_t i = 0; (holiday = prap_calendar_holiday_at(calendar, i)) != NULL; i++) {
        if (holiday->day < new_year || holiday->day > span->known_last) continue;
        assert_true(holiday->day == new_year || holiday->day == special);
        assert_int_equal(holiday->quality, PRAP_COVERAGE_KNOWN);
        listed++;
    }
    assert_int_equal(listed, 2);
    expect_walks(calendar);
    expect_ends(calendar);
    prap_calendar_destroy(calendar);
}

/* Holidays on the first and the last known day are known, those beside them are not. */
static void where_known_coverage_ends(void **state) {
    (void)state;
    const prap_calendar_identity *span = prap_calendar_get_identity(england());
    const prap_calendar_change changes[] = {
        add(span->known_first - 1, "A"), add(span->known_first, "B"), add(span->known_last, "C"),
        take(PRAP_CALENDAR_REMOVE_DAY, span->known_last + 1), add(span->known_last + 1, "D"),
    };
    prap_calendar *calendar = made(england(), changes, 5);
    assert_int_equal(prap_calendar_holiday_on(calendar, span->known_first - 1)->quality, PRAP_COVERAGE_PROVISIONAL);
    assert_int_equal(prap_calendar_holiday_on(calendar, span->known_first)->quality, PRAP_COVERAGE_KNOWN);
    assert_int_equal(prap_calendar_holiday_on(calendar, span->known_last)->quality, PRAP_COVERAGE_KNOWN);
    assert_int_equal(prap_calendar_holiday_on(calendar, span->known_last + 1)->quality, PRAP_COVERAGE_PROVISIONAL);
    prap_calendar_destroy(calendar);
}

/* A holiday that was taken out is gone, also when it was the last one of all. */
static void the_last_holiday_is_taken_out(void **state) {
    (void)state;
    const prap_day christmas = test_day(2040, 12, 25); /* a Tuesday */
    prap_calendar_change changes[14];
    size_t n = 0;
    for (int32_t year = 2029; year <= 2040; year++) changes[n++] = take(PRAP_CALENDAR_REPLACE_YEAR, test_day(year, 1, 1));
    changes[n++] = add(christmas, "Christmas Day");
    changes[n++] = take(PRAP_CALENDAR_REMOVE_DAY, christmas);
    prap_calendar *calendar = made(england(), changes, n);
    int32_t is = 4711;
    assert_int_equal(prap_calendar_is_working_day(calendar, christmas, 0, &is, NULL), PRAP_OK);
    assert_int_equal(is, 1);
    expect_walks(calendar);
    prap_calendar_destroy(calendar);
}

/* A day that is taken out of many takes nothing else with it: each of the others keeps its own title. */
static void the_others_keep_their_titles(void **state) {
    (void)state;
    enum { CLOSED = 3000, TITLE = 24 };
    static char titles[CLOSED][TITLE];
    const prap_calendar_identity *span = prap_calendar_get_identity(england());
    static prap_calendar_change changes[CLOSED + 1];
    size_t n = 0;
    for (prap_day day = span->provisional_first; n < CLOSED; day++) {
        if (prap_day_weekday(day) > 5 || prap_calendar_holiday_on(england(), day) != NULL) continue;
        snprintf(titles[n], TITLE, "No %zu", n);
        changes[n] = add(day, titles[n]);
        n++;
    }
    const prap_day gone = changes[CLOSED - 1].day;
    changes[n++] = take(PRAP_CALENDAR_REMOVE_DAY, gone);
    prap_calendar *calendar = made(england(), changes, n);
    for (size_t i = 0; i < CLOSED; i++) {
        const prap_holiday *holiday = prap_calendar_holiday_on(calendar, changes[i].day);
        assert_int_equal(holiday == NULL, changes[i].day == gone);
        if (holiday != NULL) assert_string_equal(holiday->title, titles[i]);
    }
    prap_calendar_destroy(calendar);
}

/* Of a calendar whose last known day is a weekday: 31 December 2029 is a Monday. */
static void a_copy_takes_what_it_needs(void **state) {
    (void)state;
    const prap_calendar_change year = take(PRAP_CALENDAR_REPLACE_YEAR, test_day(2029, 1, 1));
    prap_calendar *longer = made(england(), &year, 1);
    prap_calendar *copy = made(longer, NULL, 0);
    prap_calendar_destroy(longer);
    assert_int_equal(allocator.outstanding_bytes, bytes_needed(copy));
    expect_ends(copy);
    expect_walks(copy);
    prap_calendar_destroy(copy);
}

/* Both ends of coverage grow by whole years, up to 64. */
static void coverage_grows(void **state) {
    (void)state;
    prap_calendar_change changes[PRAP_COVERED_YEARS];
    size_t n = 0;
    for (int32_t year = 2029; year <= 2044; year++) changes[n++] = take(PRAP_CALENDAR_REPLACE_YEAR, test_day(year, 2, 1));
    for (int32_t year = 2010; year > 2044 - PRAP_COVERED_YEARS; year--)
        changes[n++] = take(PRAP_CALENDAR_REPLACE_YEAR, test_day(year, 2, 1));
    prap_calendar *calendar = made(england(), changes, n);
    const prap_calendar_identity *span = prap_calendar_get_identity(calendar);
    assert_int_equal(span->known_first, test_day(2044 - PRAP_COVERED_YEARS + 1, 1, 1));
    assert_int_equal(span->provisional_first, span->known_first);
    assert_int_equal(span->known_last, test_day(2044, 12, 31));
    assert_int_equal(span->provisional_last, span->known_last);
    expect_walks(calendar);
    expect_ends(calendar);
    const prap_calendar_change once_more[] = {take(PRAP_CALENDAR_REPLACE_YEAR, span->known_first - 1),
                                              take(PRAP_CALENDAR_REPLACE_YEAR, span->known_first - 400)};
    prap_calendar *none = NULL;
    assert_int_equal(create(calendar, once_more, 2, &none), PRAP_E_LIMIT);
    assert_null(none);
    prap_calendar_destroy(calendar);
}

static prap_calendar_change many[MOST_CHANGES];

/* Closes the working days among those a step apart, from one day on. Returns how many changes that takes. */
static size_t closures(prap_day from, prap_day last, prap_day step, size_t most) {
    size_t n = 0;
    for (prap_day day = from; day <= last && n < most; day += step) {
        if (prap_day_weekday(day) > 5 || prap_calendar_holiday_on(england(), day) != NULL) continue;
        many[n++] = add(day, "Closed");
    }
    return n;
}

static void days_may_be_clumped(void **state) {
    (void)state;
    const prap_calendar_identity *span = prap_calendar_get_identity(england());
    const prap_day days[] = {span->provisional_first, test_day(2023, 3, 1), span->provisional_last - 170};
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        prap_calendar *calendar = made(england(), many, closures(days[i], span->provisional_last, 1, 99));
        expect_walks(calendar);
        prap_calendar_destroy(calendar);
    }
    /* Closed on one weekday a week, for ever; and for two years. */
    prap_calendar *calendar = made(england(), many, closures(span->provisional_first, span->provisional_last, 7,
                                                             MOST_CHANGES));
    expect_walks(calendar);
    prap_calendar_destroy(calendar);
    calendar = made(england(), many, closures(test_day(2023, 1, 1), test_day(2024, 12, 31), 1, MOST_CHANGES));
    expect_walks(calendar);
    prap_calendar_destroy(calendar);

    static prap_calendar_change most[65535]; /* as many changes as there may be */
    for (size_t i = 0; i < sizeof most / sizeof most[0]; i++) most[i] = take(PRAP_CALENDAR_SET_EDITION, (prap_day)i);
    calendar = made(england(), most, sizeof most / sizeof most[0]);
    assert_int_equal(prap_calendar_get_identity(calendar)->edition, 65534);
    prap_calendar_destroy(calendar);

    prap_calendar *none = NULL;
    assert_int_equal(create(england(), many, 65536, &none), PRAP_E_LIMIT);
    assert_string_equal(error.field, "n");
    assert_null(none);
}

/* Open on Mondays alone, and closed on those of a year too: few working days, and far from one to the next. */
static void working_days_may_lie_far_apart(void **state) {
    (void)state;
    const prap_calendar_identity *span = prap_calendar_get_identity(england());
    size_t n = 0;
    for (prap_day day = span->provisional_first; day <= span->provisional_last; day++) {
        const int closed = prap_day_weekday(day) > 1 && prap_day_weekday(day) <= 5;
        if (closed && prap_calendar_holiday_on(england(), day) == NULL) many[n++] = add(day, "Closed");
    }
    prap_calendar *mondays = made(england(), many, n);
    assert_int_equal(allocator.outstanding_bytes, bytes_needed(mondays));
    const prap_holiday *holiday = NULL;
    for (uint32_t i = 0; (holiday = prap_calendar_holiday_at(mondays, i)) != NULL; i++) {
        const prap_holiday *theirs = prap_calendar_holiday_on(england(), holiday->day);
        assert_string_equal(holiday->title, theirs != NULL ? theirs->title : "Closed");
    }
    expect_walks(mondays);
    const prap_day first = test_day(2023, 1, 9);
    prap_calendar *rare = made(mondays, many, closures(first, first + 420, 7, MOST_CHANGES));
    expect_walks(rare);
    prap_calendar_destroy(rare);
    prap_calendar_destroy(mondays);
}

/* Closed for ever: every day is known, and nothing leads to a working day. */
static void there_need_be_no_working_day(void **state) {
    (void)state;
    const prap_calendar_identity *span = prap_calendar_get_identity(england());
    const size_t n = closures(span->provisional_first, span->provisional_last, 1, MOST_CHANGES);
    prap_calendar *closed = made(england(), many, n);
    expect_walks(closed);
    assert_int_equal(prap_calendar_add_working_days(closed, span->known_first, 0, 0, &(prap_day){0}, NULL), PRAP_OK);
    prap_day day = 4711;
    int32_t counted = 4711;
    assert_int_equal(prap_calendar_add_working_days(closed, span->known_first, 1, ALLOW, &day, NULL), PRAP_E_COVERAGE);
    assert_int_equal(prap_calendar_add_working_days(closed, span->known_last, -1, 0, &day, NULL), PRAP_E_COVERAGE);
    assert_int_equal(prap_calendar_working_day_on_or_after(closed, span->known_first, ALLOW, &day, NULL), PRAP_E_COVERAGE);
    assert_int_equal(day, 4711);
    assert_int_equal(prap_calendar_count_working_days(closed, span->known_first, span->known_last, 0, &counted, NULL),
                     PRAP_OK);
    assert_int_equal(counted, 0);
    prap_calendar_destroy(closed);
}

static void what_is_no_change(void **state) {
    (void)state;
    const prap_day monday = test_day(2025, 9, 1), christmas = test_day(2025, 12, 25);
    char long_title[PRAP_TITLE_BYTES + 2];
    memset(long_title, 't', sizeof long_title);
    long_title[PRAP_TITLE_BYTES + 1] = '\0';
    const struct {
        prap_calendar_change change;
        prap_status status;
        const char *field;
    } rows[] = {
        {take(0, monday), PRAP_E_WORD, "changes[0].kind"},
        {take(5, monday), PRAP_E_WORD, "changes[0].kind"},
        {{PRAP_CALENDAR_ADD_DAY, monday, 0, 1, {"T", 1}}, PRAP_E_RANGE, "changes[0].reserved"},
        {{PRAP_CALENDAR_ADD_DAY, monday, 2, 0, {"T", 1}}, PRAP_E_RANGE, "changes[0].substitute"},
        {{PRAP_CALENDAR_REMOVE_DAY, christmas, 1, 0, {NULL, 0}}, PRAP_E_RANGE, "changes[0].substitute"},
        {{PRAP_CALENDAR_REMOVE_DAY, christmas, 0, 0, {"T", 1}}, PRAP_E_TEXT, "changes[0].title"},
        {{PRAP_CALENDAR_ADD_DAY, monday, 0, 0, {NULL, 1}}, PRAP_E_TEXT, "changes[0].title"},
        {add(monday, ""), PRAP_E_TEXT, "changes[0].title"},
        {add(monday, "two\nlines"), PRAP_E_TEXT, "changes[0].title"},
        {add(monday, long_title), PRAP_E_TEXT, "changes[0].title"},
        {add(PRAP_DAY_NONE, "T"), PRAP_E_DAY, "changes[0].day"},
        {take(PRAP_CALENDAR_REPLACE_YEAR, PRAP_DAY_MAX + 1), PRAP_E_DAY, "changes[0].day"},
        {add(test_day(2009, 12, 31), "T"), PRAP_E_COVERAGE, "changes[0].day"},
        {take(PRAP_CALENDAR_REMOVE_DAY, test_day(2041, 1, 1)), PRAP_E_COVERAGE, "changes[0].day"},
        {take(PRAP_CALENDAR_REPLACE_YEAR, test_day(2030, 1, 1)), PRAP_E_COVERAGE, "changes[0].day"},
        {take(PRAP_CALENDAR_REPLACE_YEAR, test_day(2009, 12, 31)), PRAP_E_COVERAGE, "changes[0].day"},
        {add(christmas, "T"), PRAP_E_TWICE, "changes[0].day"},
        {take(PRAP_CALENDAR_REMOVE_DAY, monday), PRAP_E_RANGE, "changes[0].day"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        prap_calendar *none = NULL;
        assert_int_equal(create(england(), &rows[i].change, 1, &none), rows[i].status);
        assert_string_equal(error.field, rows[i].field);
        if (rows[i].status == PRAP_E_COVERAGE)
            assert_string_equal(error.message, rows[i].change.kind == PRAP_CALENDAR_REPLACE_YEAR
                                                   ? "the year is not next to a known year"
                                                   : "the day is outside the calendar");
        assert_null(none);
        assert_int_equal(prap_calendar_create(&allocator.interface, england(), &rows[i].change, 1, &none, NULL),
                         rows[i].status);
    }
    prap_calendar *longest = NULL;
    const prap_calendar_change change = add(monday, long_title + 1);
    assert_int_equal(create(england(), &change, 1, &longest), PRAP_OK);
    assert_string_equal(prap_calendar_holiday_on(longest, monday)->title, long_title + 1);
    prap_calendar_destroy(longest);
}

/* The first that is wrong, whether the first pass finds it or the second; a known year is a change too. */
static void which_change_it_is(void **state) {
    (void)state;
    const prap_day monday = test_day(2025, 9, 1);
    size_t n = closures(monday, monday + 14, 1, 12);
    prap_calendar *none = NULL;
    many[n] = take(0, monday);
    assert_int_equal(create(england(), many, n + 1, &none), PRAP_E_WORD);
    assert_string_equal(error.field, "changes[11].kind");
    many[n] = add(monday, "Twice");
    assert_int_equal(create(england(), many, n + 1, &none), PRAP_E_TWICE);
    assert_string_equal(error.field, "changes[11].day");
    many[9] = take(PRAP_CALENDAR_REMOVE_DAY, monday + 30);
    assert_int_equal(create(england(), many, n + 1, &none), PRAP_E_RANGE);
    assert_string_equal(error.field, "changes[9].day");
    for (int32_t year = 2029; year < 2029 + PRAP_COVERED_YEARS; year++)
        many[year - 2029] = take(PRAP_CALENDAR_REPLACE_YEAR, test_day(year, 1, 1));
    assert_int_equal(create(england(), many, PRAP_COVERED_YEARS, &none), PRAP_E_LIMIT);
    assert_string_equal(error.field, "changes[45].day"); /* 2074, the 65th year from 2010 on */
    assert_null(none);
}

static void what_must_be_there(void **state) {
    (void)state;
    prap_calendar *none = NULL;
    const prap_calendar_change change = add(test_day(2025, 9, 1), "T");
    prap_allocator other = allocator.interface;
    assert_int_equal(prap_calendar_create(NULL, england(), NULL, 0, &none, NULL), PRAP_E_NULL);
    assert_int_equal(create(NULL, NULL, 0, &none), PRAP_E_NULL);
    assert_int_equal(create(england(), NULL, 1, &none), PRAP_E_NULL);
    assert_int_equal(create(england(), &change, 1, NULL), PRAP_E_NULL);
    other.size = 8;
    assert_int_equal(prap_calendar_create(&other, england(), NULL, 0, &none, NULL), PRAP_E_SIZE);
    other.size = sizeof other;
    other.release = NULL;
    assert_int_equal(prap_calendar_create(&other, england(), NULL, 0, &none, NULL), PRAP_E_NULL);
    other.release = allocator.interface.release;
    other.allocate = NULL;
    assert_int_equal(prap_calendar_create(&other, england(), NULL, 0, &none, NULL), PRAP_E_NULL);
    failing_allocator_fail(&allocator, 1, false);
    assert_int_equal(create(england(), &change, 1, &none), PRAP_E_NOMEM);
    assert_null(none);
    prap_calendar_destroy(NULL);
}

static void a_built_in_calendar_is_not_destroyed(void **state) {
    (void)state;
    prap_calendar_destroy((prap_calendar *)(uintptr_t)england());
    assert_int_equal(allocator.wrong_releases, 0);
    expect_walks(england());
}

/* When a referral made on Thursday 28 August 2025 must be acknowledged, under a calendar. */
static prap_day acknowledged_by(const prap_calendar *calendar, uint32_t *ret_hash) {
    struct test_host host;
    test_host_open(&host, NULL, 0);
    test_host_use_calendar(&host, calendar);
    const prap_command command = test_command("A1", PRAP_EVENT_REFERRAL_RECEIVED, test_day(2025, 8, 28));
    assert_int_equal(test_host_submit(&host, &command), PRAP_OK);
    prap_day due = PRAP_DAY_NONE;
    for (uint32_t i = 0; i < prap_answer_deadline_count(host.answer); i++) {
        const prap_deadline *deadline = prap_answer_deadline_at(host.answer, i);
        if (deadline->deadline == PRAP_DEADLINE_ACK) due = deadline->due;
    }
    *ret_hash = test_host_summary(&host)->calendar_hash;
    assert_int_equal(test_host_close(&host), 0);
    return due;
}

static void a_proclaimed_holiday_moves_a_deadline(void **state) {
    (void)state;
    const prap_calendar_change change = add(test_day(2025, 8, 29), "Proclaimed");
    prap_calendar *calendar = made(england(), &change, 1);
    uint32_t hash = 0;
    assert_int_equal(acknowledged_by(england(), &hash), test_day(2025, 8, 29));
    assert_int_equal(hash, hash_of(england()));
    assert_int_equal(acknowledged_by(calendar, &hash), test_day(2025, 9, 1));
    assert_int_equal(hash, hash_of(calendar));
    prap_calendar_destroy(calendar);
}

#define CALENDAR_TEST(name) cmocka_unit_test_setup_teardown(name, prepare, nothing_is_left)

/* An edition is the list's and not the days': it is the base's unless a change says so, and the hash is the same. */
static void an_edition_of_its_own(void **state) {
    (void)state;
    const prap_calendar_identity *base = prap_calendar_get_identity(england());
    prap_calendar *same = NULL;
    prap_calendar *later = NULL;
    const prap_calendar_change edition = {.kind = PRAP_CALENDAR_SET_EDITION, .day = PRAP_DAY_MAX};
    assert_int_equal(create(england(), NULL, 0, &same), PRAP_OK);
    assert_int_equal(prap_calendar_get_identity(same)->edition, base->edition);
    assert_int_equal(create(same, &edition, 1, &later), PRAP_OK);
    assert_int_equal(prap_calendar_get_identity(later)->edition, PRAP_DAY_MAX);
    assert_int_equal(prap_calendar_get_identity(later)->hash, base->hash);
    prap_calendar_destroy(later);
    const prap_calendar_change on_a_holiday = {.kind = PRAP_CALENDAR_SET_EDITION, .day = test_day(2025, 12, 25)};
    assert_int_equal(create(same, &on_a_holiday, 1, &later), PRAP_OK);
    assert_int_equal(prap_calendar_get_identity(later)->edition, on_a_holiday.day);
    assert_int_equal(prap_calendar_get_identity(later)->hash, base->hash);
    prap_calendar_destroy(later);
    prap_calendar_destroy(same);
    const prap_calendar_change wrong[] = {
        {.kind = PRAP_CALENDAR_SET_EDITION, .day = PRAP_DAY_MAX + 1},
        {.kind = PRAP_CALENDAR_SET_EDITION, .day = 0, .substitute = 1},
        {.kind = PRAP_CALENDAR_SET_EDITION, .day = 0, .title = {"x", 1}},
    };
    const prap_status statuses[] = {PRAP_E_DAY, PRAP_E_RANGE, PRAP_E_TEXT};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(create(england(), &wrong[i], 1, &later), statuses[i]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CALENDAR_TEST(without_changes_it_is_its_base),
        CALENDAR_TEST(a_day_is_added_with_its_reason),
        CALENDAR_TEST(the_same_days_have_the_same_hash_however_they_came),
        CALENDAR_TEST(a_provisional_day_stays_provisional),
        CALENDAR_TEST(coverage_may_begin_with_plain_weeks),
        CALENDAR_TEST(whole_years_are_replaced),
        CALENDAR_TEST(where_known_coverage_ends),
        CALENDAR_TEST(the_last_holiday_is_taken_out),
        CALENDAR_TEST(the_others_keep_their_titles),
        CALENDAR_TEST(a_copy_takes_what_it_needs),
        CALENDAR_TEST(coverage_grows),
        CALENDAR_TEST(days_may_be_clumped),
        CALENDAR_TEST(working_days_may_lie_far_apart),
        CALENDAR_TEST(there_need_be_no_working_day),
        CALENDAR_TEST(what_is_no_change),
        CALENDAR_TEST(an_edition_of_its_own),
        CALENDAR_TEST(which_change_it_is),
        CALENDAR_TEST(what_must_be_there),
        CALENDAR_TEST(a_built_in_calendar_is_not_destroyed),
        CALENDAR_TEST(a_proclaimed_holiday_moves_a_deadline),
    };
    return cmocka_run_group_tests_name("overlay", tests, NULL, NULL);
}
