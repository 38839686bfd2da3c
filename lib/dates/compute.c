/* compute.c: one question from outside: checked, counted, and told with what it was counted with. */
#include "base/error.h"
#include "dates/moments.h"
#include "dates/question.h"
#include "dates/ways.h"
#include "prap/vocabulary.h"
#include "vocabulary/vocabulary.h"

/* The last minute of a day that no outage takes, which may be on a day before it. */
static prap_moment last_usable(prapi_counter *counter, prap_day due, const prap_window *outages, size_t n) {
    prap_moment end = {due, PRAPI_MINUTES_IN_DAY - 1, PRAP_OFFSET_NONE};
    prap_instant instant = 0; /* MUT-EQUIV: in 1970, and so refused like what stays so, a day before 1996 */
    (void)prap_moment_to_instant(end, &instant);
    const prap_status status = prap_moment_from_instant(prapi_windows_before(outages, n, instant), &end);
    if (n > 0) prapi_count_fail(counter, status);
    return end;
}

/* The answer, or the status that it has none with. */
static prap_status answer_of(const prap_calendar *calendar, const int32_t *settings,
                             const prap_date_question *question, prap_date_answer *ret) {
    prapi_counter counter = prapi_counter_of(calendar, settings, question->flags & PRAP_DATE_ALLOW_PROVISIONAL);
    *ret = prapi_date_days(&counter, question);
    if (ret->due != PRAP_DAY_NONE) {
        ret->last_working_day = prapi_try_on_or_before(&counter, ret->due);
        ret->next_working_day = prapi_try_on_or_after(&counter, ret->due);
        if (!prapi_is_about_moments(question->computation)) {
            ret->last_usable = last_usable(&counter, ret->due, question->outages, question->n_outages);
        }
    }
    const prap_calendar_identity *identity = prap_calendar_get_identity(calendar);
    ret->quality = counter.quality;
    ret->division = identity->division;
    ret->calendar_hash = identity->hash;
    ret->edition = identity->edition;
    return counter.status;
}

/* Why there is no answer, when there is none. The anchor has been checked. */
static prap_status told(prap_status status, prap_error *reterr) {
    const char *field = status == PRAP_E_REQUIRED ? "second" : "anchor";
    return status == PRAP_OK ? PRAP_OK : prapi_fail(reterr, status, field, prap_status_meaning(status));
}

prap_status prap_date_compute(const prap_calendar *calendar, const prap_setting *settings, size_t n_settings,
                              const prap_date_question *question, prap_date_answer *ret_answer, prap_error *reterr) {
    if (calendar == NULL || question == NULL || ret_answer == NULL || (settings == NULL && n_settings > 0)) {
        return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    }
    if (ret_answer->size != sizeof *ret_answer) {
        return prapi_fail(reterr, PRAP_E_SIZE, "answer", "the answer's size is one this library cannot fill");
    }
    int32_t values[PRAPI_POLICY_END];
    prap_date_question ours;
    prap_date_answer answer;
    prap_status status = prapi_settings_take(values, settings, n_settings, reterr);
    if (status == PRAP_OK) status = prapi_question_take(&ours, question, reterr);
    if (status == PRAP_OK) status = told(answer_of(calendar, values, &ours, &answer), reterr);
    if (status == PRAP_OK) *ret_answer = answer;
    return status;
}

/* The due day, or none where the calendar does not reach: that is no failure here. */
static prap_status due_under(const prap_calendar *calendar, const int32_t *settings,
                             const prap_date_question *question, prap_day *ret_due, prap_error *reterr) {
    prap_date_answer answer;
    const prap_status status = answer_of(calendar, settings, question, &answer);
    *ret_due = status == PRAP_OK ? answer.due : PRAP_DAY_NONE;
    return status == PRAP_E_COVERAGE ? PRAP_OK : told(status, reterr);
}

/* In an array the next question begins where this one's size says: at ours, or nowhere. */
static prap_status take_one_of_many(prap_date_question *ours, const prap_date_question *theirs, prap_error *reterr) {
    if (theirs->size == sizeof *theirs) return prapi_question_take(ours, theirs, reterr);
    return prapi_fail(reterr, PRAP_E_SIZE, "question", "the question's size is one this library cannot adopt");
}

/* Goes through the questions, and writes those that move when it is told to, as many as there is room for. */
struct moving {
    const prap_calendar *before, *after;
    const int32_t *values;
    const prap_date_question *questions;
    size_t n;
    prap_moved_day *moved;
    size_t room;
};

static prap_status find_moved(const struct moving *on, bool writes, size_t *ret_moved, prap_error *reterr) {
    prap_status status = PRAP_OK;
    size_t moved = 0;
    for (size_t i = 0; i < on->n && status == PRAP_OK; i++) {
        prap_date_question ours;
        prap_moved_day day = {i, PRAP_DAY_NONE, PRAP_DAY_NONE};
        status = take_one_of_many(&ours, &on->questions[i], reterr);
        if (status == PRAP_OK) status = due_under(on->before, on->values, &ours, &day.before, reterr);
        if (status == PRAP_OK) status = due_under(on->after, on->values, &ours, &day.after, reterr);
        if (day.before == day.after) continue;
        if (writes && moved < on->room) on->moved[moved] = day;
        moved++;
    }
    *ret_moved = moved;
    return status;
}

prap_status prap_dates_moved(const prap_calendar *before, const prap_calendar *after, const prap_setting *settings,
                             size_t n_settings, const prap_date_question *questions, size_t n,
                             prap_moved_day *ret_moved, size_t room, size_t *ret_n_moved, prap_error *reterr) {
    if (before == NULL || after == NULL || ret_n_moved == NULL || (settings == NULL && n_settings > 0) ||
        (questions == NULL && n > 0) || (ret_moved == NULL && room > 0)) {
        return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    }
    int32_t values[PRAPI_POLICY_END];
    prap_status status = prapi_settings_take(values, settings, n_settings, reterr);
    size_t moved = 0; /* MUT-EQUIV: written before it is read */
    const struct moving on = {before, after, values, questions, n, ret_moved, room};
    if (status == PRAP_OK) status = find_moved(&on, false, &moved, reterr);
    if (status != PRAP_OK) return status; /* nothing is written before all are known to do */
    (void)find_moved(&on, true, &moved, reterr);
    *ret_n_moved = moved;
    return moved <= room ? PRAP_OK : prapi_fail(reterr, PRAP_E_ROOM, "room", prap_status_meaning(PRAP_E_ROOM));
}
