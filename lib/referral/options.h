/* options.h: what can be put to a case: each event that its programme's rows know, and each variant that they tell apart. */
#ifndef PRAPI_OPTIONS_H
#define PRAPI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "prap/referral.h"

#include "programmes/outcomes.h"
#include "referral/case.h"
#include "referral/rulebook.h"

/*
 * One thing to try: an event on a day, and what it says beside what the caller knows. A variant is a reason, a leaver
 * code or another fact by which a row of its own decides; with.fact 0 is the event with nothing added.
 */
typedef struct prapi_option {
    uint32_t event;
    prap_day on;
    prap_fact with;
} prapi_option;

/* A walk over them. Begin with the members up to table set and the rest 0. */
typedef struct prapi_options {
    const prap_rulebook *rulebook;
    const prapi_case *before; /* the case, or a clear one */
    const prapi_event *known; /* what the caller says of the facts */
    prapi_event *variant;     /* room for the event of a variant */
    uint32_t stage;           /* of the case, as of the day */
    prap_day as_of;
    prap_day meeting;         /* day of the initial meeting, or PRAP_DAY_NONE */
    const prapi_outcomes *table; /* only what ends a case or stands in this table; NULL: only what people enter */
    bool begun;               /* the event at word was given; its variants follow */
    uint32_t word;
    size_t row;
} prapi_options;

/* The next one, in the order of the vocabulary and then of the rows. False: there are no more. */
bool prapi_options_next(prapi_options *walk, prapi_option *ret_option);

/* The event that trying it makes, ready to be judged. */
void prapi_option_event(const prapi_options *walk, const prapi_option *option, prapi_event *ret_event);

#endif
