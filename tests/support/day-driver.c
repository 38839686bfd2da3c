#include "day-driver.h"

#include <string.h>

#include "civil-driver.h"

enum { MOST_CHANGES = 160, MOST_ELEMENTS = 9 };

static const struct {
    const char *text;
    bool is_title;
} titles[] = {{"Closed", true},
              {"St Andrew’s Day", true},
              {"x", true},
              {"0123456789012345678901234567890123456789012345678901234567890123", true},
              {"01234567890123456789012345678901234567890123456789012345678901234", false},
              {"", false},
              {"two\nlines", false},
              {"\xff", false},
              {"turned\u202eround", false}};

/* A day that a change may be about: near the last one, in coverage, or any. */
static prap_day draw_change_day(struct chooser *chooser, const struct day_model *model, prap_day near) {
    const prap_day span = model->provisional_last - model->provisional_first + 1;
    switch (choose(chooser, 16)) {
    case 0:
        return draw_day(chooser);
    case 1: /* the years next to what is known */
        return model->known_last + (prap_day)choose(chooser, 800) - 20;
    case 2:
        return model->known_first - (prap_day)choose(chooser, 800) + 20;
    case 3:
        return model->provisional_first + (prap_day)choose(chooser, (uint32_t)span);
    default:
        return near + (prap_day)choose(chooser, 64);
    }
}

static void draw_change(struct chooser *chooser, const struct day_model *model, prap_day near,
                        struct modelled_change *ret_change) {
    const uint32_t any = choose(chooser, 8); /* additions are the commonest, and mostly right */
    const uint32_t kind = once_in(chooser, 40) ? choose(chooser, 6)
                          : any == 0           ? PRAP_CALENDAR_REMOVE_DAY
                          : any == 1           ? PRAP_CALENDAR_REPLACE_YEAR
                          : any == 2           ? PRAP_CALENDAR_SET_EDITION
                                               : PRAP_CALENDAR_ADD_DAY;
    /* The first title is good, so that most are; and what is no addition mostly has none. */
    const uint32_t title = once_in(chooser, 24) ? choose(chooser, sizeof titles / sizeof titles[0]) : choose(chooser, 4);
    const bool has_title = kind == PRAP_CALENDAR_ADD_DAY || once_in(chooser, 40);
    ret_change->change = (prap_calendar_change){
        .kind = kind,
        .day = draw_change_day(chooser, model, near),
        .substitute = once_in(chooser, 40) ? choose(chooser, 3) : kind == PRAP_CALENDAR_ADD_DAY ? choose(chooser, 2) : 0,
        .reserved = once_in(chooser, 60) ? 1 : 0,
        .title = {has_title ? titles[title].text : NULL, has_title ? strlen(titles[title].text) : 0}};
    ret_change->is_title = has_title && titles[title].is_title;
}

/* Some changes; now and then a whole year and the years next to it, or a run of closed days. */
static size_t draw_changes(struct chooser *chooser, const struct day_model *model, struct modelled_change *changes) {
    prap_day near = model->known_last - (prap_day)choose(chooser, 6000);
    const bool run = once_in(chooser, 6);
    const size_t n = run ? choose(chooser, MOST_CHANGES) : choose(chooser, 7);
    for (size_t i = 0; i < n; i++) {
        draw_change(chooser, model, near, &changes[i]);
        if (run) { /* one day after another, or one year */
            changes[i].change.kind = i % 16 < 14 ? PRAP_CALENDAR_ADD_DAY : PRAP_CALENDAR_REPLACE_YEAR;
            changes[i].change.day = i % 16 < 14 ? near + (prap_day)i : model->known_last + 200 + (prap_day)(i / 16) * 365;
            changes[i].change.substitute = 0;
            changes[i].change.reserved = 0;
            changes[i].is_title = i % 16 < 14;
            changes[i].change.title = (prap_text){"Closed", i % 16 < 14 ? 6 : 0};
        }
        if (changes[i].change.day > model->provisional_first && changes[i].change.day < model->provisional_last)
            near = run ? near : changes[i].change.day;
    }
    return n;
}

/* Is the error about just that change and member? */
static bool names(const prap_error *error, size_t i, const char *member) {
    char field[sizeof error->field] = "changes[", digits[8];
    size_t n = 0, at = strlen(field);
    do {
        digits[n++] = (char)('0' + i % 10);
        i /= 10;
    } while (i > 0);
    while (n > 0)
        field[at++] = digits[--n];
    field[at] = '\0';
    return strncmp(error->field, field, at) == 0 && strncmp(error->field + at, "].", 2) == 0 &&
           strcmp(error->field + at + 2, member) == 0;
}

/* The list of holidays and the identity are those of the model. */
static const char *compare_lists(const prap_calendar *calendar, const struct day_model *model) {
    const prap_calendar_identity *identity = prap_calendar_get_identity(calendar);
    if (identity->known_first != model->known_first || identity->known_last != model->known_last ||
        identity->provisional_first != model->provisional_first ||
        identity->provisional_last != model->provisional_last || identity->edition != model->edition ||
        identity->n_holidays != model->n_holidays)
        return "an overlay's identity is another";
    for (uint32_t i = 0; i < identity->n_holidays; i++) {
        const prap_holiday *holiday = prap_calendar_holiday_at(calendar, i);
        if (i > 0 && holiday->day <= prap_calendar_holiday_at(calendar, i - 1)->day) return "holidays out of order";
        if (model->holiday[holiday->day - DAY_MODEL_FIRST] == 0) return "a holiday that is none";
        const uint32_t quality =
            day_model_is_known(model, holiday->day) ? PRAP_COVERAGE_KNOWN : PRAP_COVERAGE_PROVISIONAL;
        if (holiday->quality != quality) return "a holiday of another quality";
        if (prap_calendar_holiday_on(calendar, holiday->day) != holiday) return "a holiday that is not found";
    }
    return NULL;
}

static const char *make_overlay(struct day_driver *driver, struct chooser *chooser, prap_calendar **ret_overlay) {
    static _Thread_local struct modelled_change modelled[MOST_CHANGES];
    prap_calendar_change changes[MOST_CHANGES];
    const size_t n = draw_changes(chooser, &driver->model, modelled);
    for (size_t i = 0; i < n; i++)
        changes[i] = modelled[i].change;
    size_t at_fault = 0;
    const char *member = "";
    prap_error error = {.size = sizeof error};
    const prap_status right = day_model_change(&driver->model, modelled, n, &at_fault, &member);
    const prap_status status = prap_calendar_create(&driver->allocator.interface, driver->calendar, changes, n,
                                                    ret_overlay, &error);
    if (status != right) return "an overlay's changes have another status";
    if (status != PRAP_OK) {
        driver->refused++;
        return names(&error, at_fault, member) ? NULL : "an overlay's error names another change";
    }
    driver->made++;
    driver->calendar = *ret_overlay;
    return compare_lists(driver->calendar, &driver->model);
}

const char *day_driver_open(struct day_driver *driver, struct chooser *chooser) {
    *driver = (struct day_driver){.built_in = prap_calendar_built_in(1 + choose(chooser, 3))};
    failing_allocator_init(&driver->allocator);
    driver->calendar = driver->built_in;
    day_model_of(&driver->before, driver->built_in);
    driver->model = driver->before;
    const char *complaint = NULL;
    const uint32_t overlays = choose(chooser, 3);
    for (uint32_t i = 0; i < overlays && complaint == NULL; i++)
        complaint = make_overlay(driver, chooser, &driver->overlays[i]);
    return complaint;
}

/* The answer is the model's: status, value and quality, and nothing is written without one. */
static const char *compare(struct day_driver *driver, struct modelled_answer right, prap_status status, int32_t value,
                           uint32_t quality, const char *complaint) {
    if (status != right.status) return complaint;
    if (status != PRAP_OK) return value == 7 && quality == 7 ? NULL : complaint;
    driver->answered++;
    return value == right.value && quality == right.quality ? NULL : complaint;
}

static const char *ask_one(struct day_driver *driver, struct chooser *chooser) {
    const prap_calendar *calendar = driver->calendar;
    const struct day_model *model = &driver->model;
    const prap_day day = draw_day(chooser);
    const int32_t n = draw_number(chooser);
    const uint32_t flags = choose(chooser, 2);
    int32_t value = 7;
    uint32_t quality = 7;
    prap_status status;
    switch (choose(chooser, 7)) {
    case 0:
        status = prap_calendar_add_working_days(calendar, day, n, flags, &value, &quality);
        return compare(driver, day_model_add(model, day, n, flags), status, value, quality, "add differs");
    case 1:
        status = prap_calendar_nth_working_day(calendar, day, n, flags, &value, &quality);
        return compare(driver, day_model_nth(model, day, n, flags), status, value, quality, "nth differs");
    case 2:
        status = prap_calendar_working_day_on_or_before(calendar, day, flags, &value, &quality);
        return compare(driver, day_model_near(model, day, -1, flags), status, value, quality, "on or before differs");
    case 3:
        status = prap_calendar_working_day_on_or_after(calendar, day, flags, &value, &quality);
        return compare(driver, day_model_near(model, day, 1, flags), status, value, quality, "on or after differs");
    case 4:
        status = prap_calendar_next_working_day(calendar, day, flags, &value, &quality);
        return compare(driver, day_model_add(model, day, 1, flags), status, value, quality, "next differs");
    case 5:
        status = prap_calendar_previous_working_day(calendar, day, flags, &value, &quality);
        return compare(driver, day_model_add(model, day, -1, flags), status, value, quality, "previous differs");
    default:
        status = prap_calendar_is_working_day(calendar, day, flags, &value, &quality);
        return compare(driver, day_model_is(model, day, flags), status, value, quality, "is differs");
    }
}

/* A day that is not far from another, or any. */
static prap_day draw_day_near(struct chooser *chooser, prap_day day, int32_t reach) {
    const bool anywhere = once_in(chooser, 6) || day < PRAP_DAY_MIN || day > PRAP_DAY_MAX;
    return anywhere ? draw_day(chooser) : day + (prap_day)choose(chooser, 2 * (uint32_t)reach) - reach;
}

static const char *ask_count(struct day_driver *driver, struct chooser *chooser) {
    const prap_day first = draw_day(chooser);
    const prap_day last = draw_day_near(chooser, first, 400);
    const uint32_t flags = choose(chooser, 2);
    int32_t there = 7, back = 7;
    uint32_t quality = 7;
    const struct modelled_answer right = day_model_count(&driver->model, first, last, flags);
    const prap_status status =
        prap_calendar_count_working_days(driver->calendar, first, last, flags, &there, &quality);
    if (compare(driver, right, status, there, quality, "count differs") != NULL) return "count differs";
    if (status != PRAP_OK) return NULL;
    if (prap_calendar_count_working_days(driver->calendar, last, first, flags, &back, NULL) != PRAP_OK ||
        back != -there)
        return "a count back is not the same below 0";
    return NULL;
}

/* A walk goes over every day, and its numbers are those that add goes by. */
static const char *ask_walk(struct day_driver *driver, struct chooser *chooser) {
    const prap_day from = draw_day(chooser);
    const prap_day to = draw_day_near(chooser, from, 60);
    const uint32_t flags = choose(chooser, 2);
    const struct modelled_answer right = day_model_count(&driver->model, from, to, flags);
    prap_walk walk;
    prap_walked_day walked;
    if (prap_calendar_walk(driver->calendar, from, to, flags, &walk) != right.status) return "a walk's status differs";
    if (right.status != PRAP_OK) return NULL;
    const int32_t step = to < from ? -1 : 1;
    int32_t number = 0;
    for (prap_day day = from; day != to; day += step) {
        const bool working = day_model_is_working(&driver->model, day + step);
        if (prap_walk_next(&walk, &walked) != PRAP_OK || walked.day != day + step) return "a walk leaves a day out";
        number += working ? step : 0;
        if ((walked.kind == PRAP_WALKED_WORKING_DAY) != working || walked.number != number) return "a walk miscounts";
        if (walked.holiday != (working ? NULL : prap_calendar_holiday_on(driver->calendar, walked.day)))
            return "a walk gives another reason";
        if ((walked.holiday != NULL) != (walked.kind == PRAP_WALKED_HOLIDAY)) return "a walk's reason is of no kind";
        const bool known = day_model_is_known(&driver->model, walked.day);
        if (walked.quality != (known ? PRAP_COVERAGE_KNOWN : PRAP_COVERAGE_PROVISIONAL)) return "a walk is too sure";
    }
    driver->answered++;
    return prap_walk_next(&walk, &walked) == PRAP_NONE ? NULL : "a walk does not end";
}

/* Many at once are answered as each by itself; and what moves is what the models say. */
static const char *ask_many(struct day_driver *driver, struct chooser *chooser) {
    prap_day from[MOST_ELEMENTS], to[MOST_ELEMENTS], days[MOST_ELEMENTS];
    int32_t numbers[MOST_ELEMENTS], counts[MOST_ELEMENTS], are[MOST_ELEMENTS];
    prap_status each[3][MOST_ELEMENTS];
    prap_moved_day moved[MOST_ELEMENTS];
    const size_t n = choose(chooser, MOST_ELEMENTS + 1);
    const uint32_t flags = choose(chooser, 2);
    size_t n_moved = 0, at = 0;
    for (size_t i = 0; i < n; i++) {
        from[i] = draw_day(chooser);
        to[i] = draw_day(chooser);
        numbers[i] = draw_number(chooser);
    }
    (void)prap_calendar_are_working_days(driver->calendar, from, n, flags, are, NULL, each[0]);
    (void)prap_calendar_add_working_days_each(driver->calendar, from, numbers, n, flags, days, NULL, each[1]);
    (void)prap_calendar_count_working_days_each(driver->calendar, from, to, n, flags, counts, NULL, each[2]);
    if (prap_calendar_moved_days(driver->built_in, driver->calendar, from, numbers, n, flags, moved, MOST_ELEMENTS,
                                 &n_moved) != PRAP_OK)
        return "nobody knows what moves";
    for (size_t i = 0; i < n; i++) {
        const struct modelled_answer is = day_model_is(&driver->model, from[i], flags),
                                     add = day_model_add(&driver->model, from[i], numbers[i], flags),
                                     count = day_model_count(&driver->model, from[i], to[i], flags),
                                     was = day_model_add(&driver->before, from[i], numbers[i], flags);
        if (each[0][i] != is.status || (is.status == PRAP_OK && are[i] != is.value)) return "one of many is differs";
        if (each[1][i] != add.status || (add.status == PRAP_OK && days[i] != add.value)) return "one of many adds differs";
        if (each[2][i] != count.status || (count.status == PRAP_OK && counts[i] != count.value))
            return "one of many counts differs";
        const prap_day before = was.status == PRAP_OK ? was.value : PRAP_DAY_NONE;
        const prap_day after = add.status == PRAP_OK ? add.value : PRAP_DAY_NONE;
        if (before == after) continue;
        if (at >= n_moved || moved[at].i != i || moved[at].before != before || moved[at].after != after)
            return "a day moves otherwise";
        at++;
    }
    return at == n_moved ? NULL : "a day moves that stays";
}

const char *day_driver_step(struct day_driver *driver, struct chooser *chooser) {
    switch (choose(chooser, 5)) {
    case 0:
        return ask_count(driver, chooser);
    case 1:
        return ask_walk(driver, chooser);
    case 2:
        return ask_many(driver, chooser);
    default:
        return ask_one(driver, chooser);
    }
}

const char *day_driver_close(struct day_driver *driver) {
    prap_calendar_destroy(driver->overlays[1]);
    prap_calendar_destroy(driver->overlays[0]);
    const bool clean = driver->allocator.outstanding_bytes == 0 && driver->allocator.wrong_releases == 0;
    return clean ? NULL : "memory is left";
}
