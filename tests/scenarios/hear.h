/*
 * hear.h: what the engine says in answer to a question, summed up to the last member (tests/support/transcript.h), for
 * ask-scenarios.c. PRAP_TRANSCRIPT=all prints what goes into the sums.
 */
#ifndef TEST_HEAR_H
#define TEST_HEAR_H

#include <stddef.h>
#include <stdint.h>

#include "prap/prap.h"

/* Forgets what was heard before. */
void hear_begin(void);

/* What was heard since, in 32 bits, and how often a visit was. */
uint32_t hear_sum(unsigned long *ret_visits);

#ifdef __GNUC__
__attribute__((format(printf, 1, 2)))
#endif
void hear(const char *format, ...);

/* All of an answer but what the rulebook and the calendar are known by, which is another for every new holiday. */
void hear_answer(const prap_answer *answer);

void hear_feed(const prap_feed *feed);
void hear_report(const prap_caseload_report *report);
void hear_measure_totals(const prap_measure_total *totals, size_t n);

/* Visits; user is not looked at. */
prap_status hear_option(void *user, const prap_option *option, const prap_answer *answer);
prap_status hear_outcome(void *user, const prap_outcome *outcome, const prap_answer *answer);
prap_status hear_contradiction(void *user, const prap_contradiction *one);
prap_status hear_step(void *user, const prap_step *step, const prap_answer *answer);
prap_status hear_event(void *user, const prap_event_view *event);
prap_status hear_period(void *user, const prap_feed_period *period);
prap_status hear_list(void *user, const prap_checklist *list);
prap_status hear_kept(void *user, const prap_kept *kept);
prap_status hear_retained(void *user, const prap_retained *retained, prap_status status);
prap_status hear_difference(void *user, const prap_difference *difference);
prap_status hear_trial(void *user, size_t i, const prap_answer *answer);
prap_status hear_case(void *user, prap_text case_id, const prap_answer *answer);
prap_status hear_case_feed(void *user, prap_text case_id, const prap_feed *feed, prap_status status);
prap_status hear_case_measures(void *user, prap_text case_id, const prap_answer *answer, const prap_measure *measures,
                               uint32_t n);
prap_status hear_found(void *user, const prap_caseload_case *found);
prap_status hear_progress(void *user, const prap_caseload_report *so_far);

#endif
