/*
 * dates.c: every computation, with any question and settings; moments and windows by themselves; and any text as a moment.
 * There are up to MOST windows, questions and settings.
 *
 * Part: dates/compute.c dates/counter.c dates/desk-ways.c dates/moments.c dates/outage.c dates/question.c dates/record-ways.c
 *   dates/referral-ways.c dates/rows.c dates/services.c dates/ways.c dates/windows.c
 * Define: prapi_text_bytes=strlen
 * Options: -eva-auto-loop-unroll 8 -eva-slevel-function prapi_settings_take:200,prap_computation_find:100
 *   -eva-split-return-function prapi_question_check:0
 */
#include "any-moment.h"
#include "any-settings.h"

#include "dates/moments.h"
#include "dates/question.h"
#include "dates/ways.h"

enum { MOST = 2, NAME = 4, SERVICES = 2 };

static prap_window windows[MOST];
static prap_error error;
static int32_t settings[PRAPI_POLICY_END];

static void ask(const prap_calendar *calendar, uint32_t computation, uint32_t service) {
    prap_date_question question;
    prap_date_answer answer;
    const prap_setting setting = {PRAP_POLICY_SERVICE_BH, any_int()};
    ANY(question);
    question.size = sizeof question;
    question.computation = computation;
    question.anchor = any_moment();
    question.second = any_moment();
    question.service = service;
    question.outages = windows;
    question.n_outages = (size_t)any_of(0, MOST);
    answer.size = any_u32();
    (void)prap_date_compute(calendar, &setting, 1, &question, MAYBE(answer), MAYBE(error));
}

/* With any reading of every policy; the question has been checked. */
static void count(const prap_calendar *calendar, uint32_t computation, uint32_t service) {
    const prap_date_question question = {
        .size = sizeof question, .computation = computation, .anchor = sound_moment(), .second = sound_moment(),
        .flags = any_u32(), .service = service, .outages = windows, .n_outages = (size_t)any_of(0, MOST)};
    prapi_counter counter = prapi_counter_of(calendar, settings, any_u32());
    (void)prapi_date_days(&counter, &question);
}

static void computations(const prap_calendar *calendar) {
    //@ loop unroll 30;
    for (uint32_t computation = 0; computation <= PRAP_COMPUTATION_DWP_OUTAGE; computation++) {
        if (computation == PRAP_COMPUTATION_SERVICE_HOURS) continue;
        ask(calendar, computation, any_u32());
        if (computation > 0) count(calendar, computation, 0);
    }
    //@ loop unroll 5;
    for (uint32_t service = 0; service <= SERVICES + 1; service++) {
        ask(calendar, PRAP_COMPUTATION_SERVICE_HOURS, service);
        if (service > 0 && service <= SERVICES) count(calendar, PRAP_COMPUTATION_SERVICE_HOURS, service);
    }
    (void)prapi_date_due(calendar, settings, PRAP_COMPUTATION_RE_REFERRAL, any_int(), any_u32());
}

static void counted(const prap_calendar *calendar) {
    prapi_counter counter = prapi_counter_of(calendar, settings, any_u32());
    if (maybe()) prapi_count_fail(&counter, any_int());
    (void)prapi_count_on_or_before(&counter, any_int());
    (void)prapi_try_months(&counter, any_int(), any_int());
    (void)prapi_try_working_days(&counter, any_int(), any_int());
}

static void moved(const prap_calendar *calendar) {
    prap_date_question questions[MOST];
    prap_moved_day days[MOST];
    size_t n;
    ANY(questions);
    //@ loop unroll 2;
    for (size_t i = 0; i < MOST; i++) {
        questions[i].computation = PRAP_COMPUTATION_PLAN;
        questions[i].outages = windows;
        questions[i].n_outages = 1;
    }
    (void)prap_dates_moved(calendar, maybe() ? calendar : NULL, NULL, 0, LAST(questions, MOST), MOST, LAST(days, 1), 1,
                           MAYBE(n), MAYBE(error));
}

/* Outages are missing, and what is asked is no whole question. */
static void missing(const prap_calendar *calendar) {
    prap_date_question question;
    prap_date_answer answer;
    ANY(question);
    question.outages = NULL;
    question.n_outages = 1;
    answer.size = sizeof answer;
    question.size = sizeof question;
    question.computation = PRAP_COMPUTATION_LAST_USABLE;
    (void)prap_date_compute(calendar, NULL, 0, &question, &answer, &error);
    (void)prap_date_compute(NULL, NULL, any_u64(), MAYBE(question), &answer, NULL);
    question.n_outages = 0;
    question.size = (uint32_t)any_of(0, sizeof question);
    (void)prap_date_compute(calendar, NULL, 0, &question, &answer, &error);
}

static void moments(void) {
    prap_instant instant;
    prap_moment moment;
    char text[PRAP_MOMENT_TEXT_BYTES];
    (void)prap_moment_to_instant(any_moment(), MAYBE(instant));
    (void)prap_moment_from_instant((prap_instant)any_u64(), MAYBE(moment));
    ANY(text);
    //@ loop unroll 30;
    for (size_t n = 0; n <= sizeof text; n++) {
        (void)prap_moment_parse(maybe() ? LAST(text, n) : NULL, n, MAYBE(moment));
    }
    (void)prap_moment_format(any_moment(), text, sizeof text);
    (void)prap_moment_format(any_moment(), LAST(text, sizeof text - 1), sizeof text - 1);
    (void)prap_moment_format(any_moment(), NULL, 0);
}

static void rows(void) {
    char name[NAME];
    ANY(name);
    for (size_t n = 0; n <= NAME; n++) (void)prap_computation_find(maybe() ? LAST(name, n) : NULL, n);
    (void)prap_computation_by_number(any_u32());
    (void)prap_announced_at(any_u32());
    (void)prapi_windows_check(windows, PRAP_WINDOWS_MAX + 1);
}

int main(void) {
    const prap_calendar *const calendar = prap_calendar_built_in(PRAP_DIVISION_SCOTLAND);
    error.size = sizeof error;
    any_settings(settings);
    for (size_t i = 0; i < MOST; i++) windows[i] = (prap_window){any_moment(), any_moment()};
    computations(calendar);
    counted(calendar);
    moved(calendar);
    missing(calendar);
    moments();
    rows();
    return 0;
}
