/* hear.c: see hear.h. */
#include "hear.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "answer-json.h"
#include "transcript.h"

static uint64_t sum;
static unsigned long visits;

void hear_begin(void) {
    sum = TRANSCRIPT_NOTHING;
    visits = 0;
}

uint32_t hear_sum(unsigned long *ret_visits) {
    *ret_visits = visits;
    return (uint32_t)(sum ^ sum >> 32);
}

static void hear_text(const char *text) {
    if (getenv("PRAP_TRANSCRIPT") != NULL) printf("    %s\n", text);
    sum = transcript_sum(sum, text, strlen(text));
}

void hear(const char *format, ...) {
    char text[1024];
    va_list arguments;
    va_start(arguments, format);
    const int n = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (n < 0 || (size_t)n >= sizeof text) abort();
    hear_text(text);
}

static void hear_id(prap_text id) {
    hear("id %.*s", (int)id.n, id.n == 0 ? "" : id.bytes);
}

static void hear_facts(const prap_fact *facts, size_t n) {
    for (size_t i = 0; i < n; i++) hear("fact %u %u %" PRId64, facts[i].fact, facts[i].kind, facts[i].value);
}

static void hear_numbers(const uint32_t *numbers, size_t n) {
    for (size_t i = 0; i < n; i++) hear("number %u", numbers[i]);
}

void hear_answer(const prap_answer *answer) {
    json_t *object = answer_json(answer, NULL, (prap_text){"", 0});
    json_object_del(object, "rulebook");
    json_object_del(object, "calendar");
    char *bytes = json_dumps(object, JSON_COMPACT);
    if (bytes == NULL) abort();
    hear_text(bytes);
    hear("status %d", prap_answer_summary(answer)->status);
    free(bytes);
    json_decref(object);
}

prap_status hear_option(void *user, const prap_option *option, const prap_answer *answer) {
    (void)user;
    visits++;
    hear("option %u %u %d", option->event, option->verdict, option->on);
    hear_facts(&option->with, 1);
    hear_numbers(option->needs, option->n_needs);
    hear_answer(answer);
    return PRAP_OK;
}

prap_status hear_outcome(void *user, const prap_outcome *outcome, const prap_answer *answer) {
    (void)user;
    visits++;
    hear("outcome %u %u %u %u %d %u %u %u %u", outcome->event, outcome->verdict, outcome->recommended, outcome->rule,
         outcome->on, outcome->stage, outcome->feed, outcome->payment, outcome->risk);
    hear_facts(&outcome->with, 1);
    hear_numbers(outcome->needs, outcome->n_needs);
    hear_answer(answer);
    return PRAP_OK;
}

prap_status hear_contradiction(void *user, const prap_contradiction *one) {
    (void)user;
    visits++;
    hear("contradiction %u %u %u %u %u", one->contradiction, one->rule, one->fact, one->other, one->reserved);
    return PRAP_OK;
}

prap_status hear_step(void *user, const prap_step *step, const prap_answer *answer) {
    (void)user;
    visits++;
    hear("step %u %u %u %u %u %u %d %u %u %d %u %u %u %u %u %s", step->event, step->actor, step->verdict, step->rule,
         step->stage, step->feed, step->on, step->soon, step->deadline, step->due, step->assumed, step->otherwise,
         step->otherwise_stage, step->otherwise_feed, step->reserved, step->move);
    hear_facts(step->facts, step->n_facts);
    hear_numbers(step->needs, step->n_needs);
    hear_answer(answer);
    return PRAP_OK;
}

prap_status hear_event(void *user, const prap_event_view *event) {
    (void)user;
    visits++;
    hear("event %u %" PRIu64 " %d %d %u %u %" PRIu64 " %u %u", event->event, event->sequence, event->on, event->recorded,
         event->stage, event->division, event->voided_by, event->feed, event->reserved);
    hear_id(event->id);
    hear_facts(event->facts, event->n_facts);
    hear_numbers(event->broke, event->n_broke);
    return PRAP_OK;
}

prap_status hear_period(void *user, const prap_feed_period *period) {
    (void)user;
    visits++;
    hear("period %u %" PRIu64 " %d %d %u %u %" PRIu64 " %d %d %u %u %d %u", period->opened_by, period->opened_at,
         period->opened_on, period->opened_recorded, period->opened_rule, period->closed_by, period->closed_at,
         period->closed_on, period->closed_recorded, period->trigger, period->closed_rule, period->code, period->reserved);
    return PRAP_OK;
}

void hear_feed(const prap_feed *feed) {
    hear("feed %u %u %u %u %u %u %u %d %d %d %d", feed->programme, feed->stage, feed->feed, feed->orphan, feed->effect,
         feed->rule, feed->periods, feed->start_on, feed->entered_on, feed->ended_on, feed->code);
}

prap_status hear_list(void *user, const prap_checklist *list) {
    (void)user;
    visits++;
    hear("list %u %u %u %u %u %u %u %u %d %" PRIu64, list->checklist, list->complete, list->n_required, list->n_done,
         list->n_not_done, list->n_unknown, list->n_missing, list->opened_by, list->opened_on, list->sequence);
    for (size_t i = 0; i < list->n_checks; i++) {
        const prap_check *check = &list->checks[i];
        hear("check %u %u %u %u %u %u %d %" PRIu64 " %d", check->state, check->fact, check->event, check->required, check->rule,
             check->by, check->on, check->sequence, check->recorded);
        hear_facts(&check->said, 1);
    }
    return PRAP_OK;
}

prap_status hear_kept(void *user, const prap_kept *kept) {
    (void)user;
    visits++;
    hear("kept %u %u %u %" PRIu64 " %" PRIu64 " %d %d", kept->record, kept->n_events, kept->rule, kept->first, kept->last,
         kept->first_on, kept->last_on);
    return PRAP_OK;
}

prap_status hear_retained(void *user, const prap_retained *retained, prap_status status) {
    visits++;
    hear("retained %u %d", retained->n_over, status);
    hear_id(retained->case_id);
    if (status != PRAP_OK) return PRAP_OK;
    const prap_retention_answer *answer = retained->answer;
    hear("until %u %d %u %u %u %d %d %d %d %u %d %u %u", answer->record, answer->as_of, answer->verdict, answer->retention,
         answer->rule, answer->kept_until, answer->at_least, answer->disposal, answer->anchor, answer->policy,
         answer->policy_value, answer->on_hold, answer->missing);
    for (size_t i = 0; i < retained->n_findings; i++) {
        const prap_retention_finding *finding = &retained->findings[i];
        hear("finding %u %u %u %u %u %d", finding->finding, finding->rule, finding->severity, finding->fact, finding->policy,
             finding->day);
    }
    return hear_kept(user, retained->kept);
}

prap_status hear_difference(void *user, const prap_difference *difference) {
    (void)user;
    visits++;
    hear("difference %u %u %u %u %" PRId64 " %" PRId64, difference->what, difference->deadline, difference->kind,
         difference->words, difference->from, difference->to);
    hear_id(difference->name);
    return PRAP_OK;
}

prap_status hear_trial(void *user, size_t i, const prap_answer *answer) {
    (void)user;
    visits++;
    hear("trial %u", (unsigned)i);
    hear_answer(answer);
    return PRAP_OK;
}

prap_status hear_case(void *user, prap_text case_id, const prap_answer *answer) {
    (void)user;
    visits++;
    hear_id(case_id);
    hear_answer(answer);
    return PRAP_OK;
}

prap_status hear_case_feed(void *user, prap_text case_id, const prap_feed *feed, prap_status status) {
    (void)user;
    visits++;
    hear("status %d", status);
    hear_id(case_id);
    hear_feed(feed);
    return PRAP_OK;
}

static void hear_measures(const prap_measure *measures, size_t n) {
    for (size_t i = 0; i < n; i++) {
        const prap_measure *one = &measures[i];
        hear("measure %u %u %u %u %u %d %d %d", one->measure, one->result, one->exclusion, one->rule, one->policy, one->day,
             one->done_on, one->working_days_left);
    }
}

prap_status hear_case_measures(void *user, prap_text case_id, const prap_answer *answer, const prap_measure *measures,
                                      uint32_t n) {
    (void)user;
    visits++;
    hear_id(case_id);
    hear_answer(answer);
    hear_measures(measures, n);
    return PRAP_OK;
}

prap_status hear_found(void *user, const prap_caseload_case *found) {
    (void)user;
    visits++;
    hear_id(found->case_id);
    hear("found %d %u %u %u %u %u", found->status, found->due, found->payment[0], found->payment[1], found->differs, found->turns);
    for (int side = 0; side < 4; side++) {
        hear("side %d %d %d", side, found->sides[side] != NULL, found->measures[side] != NULL);
        if (found->sides[side] != NULL) hear_answer(found->sides[side]);
        if (found->measures[side] != NULL) hear_measures(found->measures[side], found->n_measures);
    }
    for (int world = 0; world < 2; world++) {
        for (uint32_t i = 0; i < found->n_misses[world]; i++)
            hear("miss %d %d %u", world, found->misses[world][i].on, found->misses[world][i].deadline->deadline);
    }
    return PRAP_OK;
}

void hear_measure_totals(const prap_measure_total *totals, size_t n) {
    for (size_t i = 0; i < n; i++) {
        hear("total %u %" PRIu64 " %" PRIu64 " %" PRIu64, totals[i].measure, totals[i].numerator, totals[i].denominator, totals[i].open);
        for (int k = 0; k < 16; k++) hear("excluded %" PRIu64, totals[i].excluded[k]);
    }
}

void hear_report(const prap_caseload_report *report) {
    hear("report %" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64 " %.*s", report->seen,
         report->passed_over, report->bad, report->due, report->missing, report->turned, report->differing, report->judged,
         (int)report->last_bytes, report->last);
}

prap_status hear_progress(void *user, const prap_caseload_report *so_far) {
    (void)user;
    hear_report(so_far);
    return PRAP_OK;
}
