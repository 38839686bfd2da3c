/* any-judge.h: any event before the rules of a programme: any case, any event as it is judged, any settings. */
#ifndef PRAPI_PROOF_ANY_JUDGE_H
#define PRAPI_PROOF_ANY_JUDGE_H

#include "any-case.h"
#include "any-settings.h"

#include "referral/judge.h"

enum { PAST = 20000 }; /* no clock runs further than so many days */

static prapi_due any_due(void) {
    prapi_due due = {any_day_or_none(), PRAP_DAY_NONE, PRAP_DAY_NONE, PRAP_DAY_NONE};
    if (maybe()) due.due = any_of(PRAP_DAY_MIN - PAST, PRAP_DAY_MAX + PAST);
    if (maybe()) due.prudent = any_of(PRAP_DAY_MIN - PAST, PRAP_DAY_MAX + PAST);
    if (maybe()) due.last_working_day = any_day();
    return due;
}

static void any_clock_days(prapi_clock_days *days) {
    prapi_due *const all[] = {&days->ack, &days->record, &days->auto60, &days->plan, &days->allot, &days->weekly,
                              &days->f2f4, &days->mappa15, &days->mappa28, &days->contact, &days->pay5, &days->cancel,
                              &days->at_once, &days->erase, &days->chase, &days->withdrawn};
    //@ loop unroll 16;
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) *all[i] = any_due();
    days->day_60 = any_due().due;
}

static void any_event(prapi_event *event, uint32_t programme) {
    ANY(*event);
    event->programme = programme;
    event->event = (uint32_t)any_of(1, PRAPI_EVENT_END - 1);
    event->on = any_day();
    event->recorded = any_day();
    event->to = maybe() ? PRAP_STATE_NONE : any_state();
    event->feed = (uint32_t)any_of(0, PRAP_FEED_CLOSED);
    event->reason = any_option_or_none();
    any_regions(event->regions);
    any_facts(&event->facts, event->said);
}

/* Suspensions and thresholds of the host's; no deadlines of its own. */
static void any_supplement(prapi_supplement *supplement) {
    ANY(*supplement);
    supplement->n_suspensions = (uint32_t)any_of(0, PRAP_SUSPENSIONS_MAX);
    supplement->n_thresholds = (uint32_t)any_of(0, PRAP_THRESHOLDS_MAX);
    supplement->n_deadlines = 0;
    for (size_t i = 0; i < PRAP_SUSPENSIONS_MAX; i++) {
        supplement->suspensions[i].from = any_day();
        supplement->suspensions[i].until = any_day_or_none();
    }
}

static void any_rulebook(prap_rulebook *rulebook, uint32_t programme) {
    memset(rulebook, 0, sizeof *rulebook);
    rulebook->calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    rulebook->programme = prapi_programme_find(programme);
    rulebook->document = prap_document_by_number(rulebook->programme->document);
    rulebook->hash = any_u32();
    any_settings(rulebook->settings);
}

#endif
