/* path.h: the search for a way to the end of a case, and one step of it on the case in engine->before. */
#ifndef PRAPI_PATH_H
#define PRAPI_PATH_H

#include "engine/asking.h"
#include "referral/closing.h"

/* A step that was tried. What the rules leave no choice in is entered in its event. */
typedef struct prapi_tried {
    prapi_event event;
    uint32_t verdict; /* PERMITTED; UNDECIDED where it only waits for facts; else it is no step */
    uint32_t needs[PRAPI_ROW_GUARDS];
    size_t n_needs;
} prapi_tried;

/* Where a search tries things, one at a time. */
typedef struct prapi_trials {
    prapi_tried tried;   /* a step that nobody is shown */
    prapi_event said;    /* an event said otherwise than it was tried */
    prapi_event variant; /* of a walk over options */
} prapi_trials;

/* What is asked, for the length of a call: in engine->work. */
typedef struct prapi_search {
    prap_engine *engine;
    const prap_rulebook *rulebook;
    const prap_key *key;
    prap_answer *answer;
    prapi_trials *trials;
    prapi_event known;
    prapi_case root; /* the case that is asked about */
    uint32_t stage;  /*   and its stage as of the day */
    prap_day as_of;
    prapi_closing closing;
    uint16_t n; /* places in engine->ways */
    bool cut;
} prapi_search;

/* The options of the case in engine->before, whose stage it is. */
prapi_options prapi_search_options(const prapi_search *search, uint32_t stage);

/*
 * Tries an option on the case in engine->before: engine->after is the case after it, also where it waits for facts, and
 * search->answer how that stands. Statuses as prapi_engine_decide.
 */
prap_status prapi_step_try(const prapi_search *search, const prapi_options *walk, const prapi_option *option,
                           prapi_tried *ret_tried);

/* Is it a step on a way: not refused, and no orphaned earnings feed is left to the steps after it (M08-BG-4)? */
bool prapi_step_leads(const prapi_search *search, const prapi_tried *tried);

/* The number of the last place of the shortest way in engine->ways, or PRAPI_WAYS: there is none. */
prap_status prapi_search_run(prapi_search *search, uint16_t *ret_last);

#endif
