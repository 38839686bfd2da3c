#include "day-model.h"

#include <stdlib.h>
#include <string.h>

static uint8_t *holiday_at(struct day_model *model, prap_day day) {
    const int32_t i = day - DAY_MODEL_FIRST;
    if (i < 0 || i >= DAY_MODEL_DAYS) abort(); /* no calendar reaches as far */
    return &model->holiday[i];
}

void day_model_of(struct day_model *model, const prap_calendar *built_in) {
    const prap_calendar_identity *identity = prap_calendar_get_identity(built_in);
    *model = (struct day_model){.known_first = identity->known_first,
                                .known_last = identity->known_last,
                                .provisional_first = identity->provisional_first,
                                .provisional_last = identity->provisional_last,
                                .edition = identity->edition,
                                .n_holidays = identity->n_holidays};
    for (uint32_t i = 0; i < identity->n_holidays; i++)
        *holiday_at(model, prap_calendar_holiday_at(built_in, i)->day) = 1;
}

static int32_t year_of(prap_day day) {
    int32_t year = 0;
    (void)prap_day_to_civil(day, &year, NULL, NULL);
    return year;
}

static prap_day new_year_of(int32_t year) {
    prap_day day = PRAP_DAY_NONE;
    (void)prap_day_from_civil(year, 1, 1, &day);
    return day;
}

/* Lets the model know a year, if it is one or stands next to one. */
static bool know_year(struct day_model *model, int32_t year) {
    const prap_day first = new_year_of(year);
    const prap_day last = year == 9999 ? PRAP_DAY_MAX : new_year_of(year + 1) - 1;
    if (year > year_of(model->known_last) + 1 || year < year_of(model->known_first) - 1) return false;
    if (first < model->known_first) model->known_first = first;
    if (last > model->known_last) model->known_last = last;
    if (first < model->provisional_first) model->provisional_first = first;
    if (last > model->provisional_last) model->provisional_last = last;
    return true;
}

/* What the first look at a change finds: each by itself, but for the coverage that the earlier ones made. */
static prap_status judge(struct day_model *model, const struct modelled_change *modelled, const char **ret_member) {
    const prap_calendar_change *change = &modelled->change;
    const bool adds = change->kind == PRAP_CALENDAR_ADD_DAY;
    const bool dates = change->kind == PRAP_CALENDAR_SET_EDITION; /* of any day, in coverage or not */
    *ret_member = "kind";
    if (!adds && !dates && change->kind != PRAP_CALENDAR_REMOVE_DAY && change->kind != PRAP_CALENDAR_REPLACE_YEAR)
        return PRAP_E_WORD;
    *ret_member = "reserved";
    if (change->reserved != 0) return PRAP_E_RANGE;
    *ret_member = "day";
    if (change->day < PRAP_DAY_MIN || change->day > PRAP_DAY_MAX) return PRAP_E_DAY;
    if (change->kind == PRAP_CALENDAR_REPLACE_YEAR && !know_year(model, year_of(change->day)))
        return PRAP_E_COVERAGE;
    if (dates)
        model->edition = change->day;
    else if (change->day < model->provisional_first || change->day > model->provisional_last)
        return PRAP_E_COVERAGE;
    if (model->provisional_last - model->provisional_first >= PRAP_COVERED_YEARS * 366) return PRAP_E_LIMIT;
    *ret_member = "substitute";
    if (change->substitute > (adds ? 1u : 0u)) return PRAP_E_RANGE;
    *ret_member = "title";
    return adds ? (modelled->is_title ? PRAP_OK : PRAP_E_TEXT) : (change->title.n == 0 ? PRAP_OK : PRAP_E_TEXT);
}

static prap_status make(struct day_model *model, const prap_calendar_change *change) {
    if (change->kind == PRAP_CALENDAR_SET_EDITION) return PRAP_OK;
    uint8_t *is = holiday_at(model, change->day);
    if (change->kind == PRAP_CALENDAR_REPLACE_YEAR) {
        const int32_t year = year_of(change->day);
        for (prap_day day = new_year_of(year); year_of(day) == year; day++) {
            model->n_holidays -= *holiday_at(model, day);
            *holiday_at(model, day) = 0;
        }
        return PRAP_OK;
    }
    const uint8_t becomes = change->kind == PRAP_CALENDAR_ADD_DAY;
    if (*is == becomes) return becomes ? PRAP_E_TWICE : PRAP_E_RANGE;
    *is = becomes;
    model->n_holidays = becomes ? model->n_holidays + 1 : model->n_holidays - 1;
    return PRAP_OK;
}

prap_status day_model_change(struct day_model *model, const struct modelled_change *changes, size_t n, size_t *ret_i,
                             const char **ret_member) {
    static _Thread_local struct day_model changed; /* large */
    changed = *model;
    for (*ret_i = 0; *ret_i < n; ++*ret_i) {
        const prap_status status = judge(&changed, &changes[*ret_i], ret_member);
        if (status != PRAP_OK) return status;
    }
    *ret_member = "day";
    for (*ret_i = 0; *ret_i < n; ++*ret_i) {
        const prap_status status = make(&changed, &changes[*ret_i].change);
        if (status != PRAP_OK) return status;
    }
    *model = changed;
    return PRAP_OK;
}

bool day_model_is_known(const struct day_model *model, prap_day day) {
    return day >= model->known_first && day <= model->known_last;
}

bool day_model_is_working(const struct day_model *model, prap_day day) {
    return prap_day_weekday(day) <= 5 && model->holiday[day - DAY_MODEL_FIRST] == 0;
}

/* Looks at one day: may it be used, and does it make the answer provisional? */
static bool look_at(const struct day_model *model, prap_day day, uint32_t flags, struct modelled_answer *answer) {
    const bool known = day_model_is_known(model, day);
    const bool covered = day >= model->provisional_first && day <= model->provisional_last;
    if (!known) answer->quality = PRAP_COVERAGE_PROVISIONAL;
    answer->status = known || (covered && flags != 0) ? PRAP_OK : PRAP_E_COVERAGE;
    if (day < PRAP_DAY_MIN || day > PRAP_DAY_MAX) answer->status = PRAP_E_DAY;
    return answer->status == PRAP_OK;
}

struct modelled_answer day_model_is(const struct day_model *model, prap_day day, uint32_t flags) {
    struct modelled_answer answer = {.quality = PRAP_COVERAGE_KNOWN};
    if (look_at(model, day, flags, &answer)) answer.value = day_model_is_working(model, day);
    return answer;
}

/* Walks on from a day, which may be counted itself, until n working days have been met. */
static struct modelled_answer walk(const struct day_model *model, prap_day from, int64_t n, int32_t step, bool counts,
                                   uint32_t flags) {
    struct modelled_answer answer = {.value = from, .quality = PRAP_COVERAGE_KNOWN};
    if (!look_at(model, from, flags, &answer)) return answer;
    if (counts && day_model_is_working(model, from)) n--;
    while (n > 0) {
        answer.value += step;
        if (!look_at(model, answer.value, flags, &answer)) {
            answer.status = PRAP_E_COVERAGE;
            return answer;
        }
        if (day_model_is_working(model, answer.value)) n--;
    }
    return answer;
}

struct modelled_answer day_model_add(const struct day_model *model, prap_day from, int32_t n, uint32_t flags) {
    return walk(model, from, n < 0 ? -(int64_t)n : n, n < 0 ? -1 : 1, false, flags);
}

struct modelled_answer day_model_nth(const struct day_model *model, prap_day first, int32_t n, uint32_t flags) {
    struct modelled_answer answer = walk(model, first, n < 0 ? -(int64_t)n : n, n < 0 ? -1 : 1, true, flags);
    struct modelled_answer covered = day_model_is(model, first, flags);
    if (n == 0 && covered.status == PRAP_OK) answer.status = PRAP_E_RANGE;
    return answer;
}

struct modelled_answer day_model_near(const struct day_model *model, prap_day day, int32_t step, uint32_t flags) {
    return walk(model, day, 1, step, true, flags);
}

struct modelled_answer day_model_count(const struct day_model *model, prap_day first, prap_day last, uint32_t flags) {
    struct modelled_answer answer = {.quality = PRAP_COVERAGE_KNOWN};
    struct modelled_answer end = answer;
    if (!look_at(model, first, flags, &answer)) return answer;
    if (!look_at(model, last, flags, &end)) return end;
    if (end.quality == PRAP_COVERAGE_PROVISIONAL) answer.quality = end.quality;
    for (prap_day day = first; day < last; day++)
        answer.value += day_model_is_working(model, day + 1);
    for (prap_day day = last; day < first; day++)
        answer.value -= day_model_is_working(model, day + 1);
    return answer;
}
