/* feed.c: the earnings feed of a case as of a day, with what opened and closed it, and of a caseload. */
#include "prap/feed.h"
#include "prap/codes.h"
#include "prap/vocabulary.h"

#include "base/always.h"
#include "base/error.h"
#include "engine/asking.h"
#include "engine/engine.h"
#include "referral/decide.h"

uint32_t prap_feed_effect(uint32_t programme, uint32_t trigger, uint32_t *ret_rule) {
    uint32_t rule;
    const uint32_t effect = prapi_feed_effect(programme, trigger, &rule);
    if (ret_rule != NULL) *ret_rule = rule;
    return effect;
}

/* Of WHP and JETS an actioned request is a back-out, early or not (T-W-13); of IPES only where the stage says so. */
static bool is_backed_out(const prap_summary *summary, uint32_t effect) {
    if (summary->stage == PRAP_STATE_BACKED_OUT) return true;
    return summary->prap14 == PRAP_PRAP14_ACTIONED && effect == PRAP_FEED_EFFECT_STAYS_OPEN;
}

/* How a case came to its end: by PRaP's own code, or by an end date. */
static uint32_t trigger_of_end(const prap_summary *summary) {
    const prap_code *code = prap_code_find(summary->programme, (int32_t)summary->code);
    const bool by_prap = code != NULL && code->actor == PRAP_ACTOR_PRAP_SYSTEM;
    return by_prap ? PRAP_FEED_TRIGGER_ALLOTTED_TIME : PRAP_FEED_TRIGGER_END_DATE;
}

/* The cell of the table by which the feed stands as it does. */
static uint32_t trigger_of(const prap_summary *summary) {
    const bool ended = prap_word_by_number(PRAP_WORDS_STATE, summary->stage)->detail == 1;
    if (summary->feed == PRAP_FEED_NOT_OPEN) return ended ? PRAP_FEED_TRIGGER_NO_START : PRAP_FEED_TRIGGER_REFERRAL;
    if (ended) return trigger_of_end(summary);
    if (summary->end_on != PRAP_DAY_NONE) return PRAP_FEED_TRIGGER_END_DATE;
    return summary->feed == PRAP_FEED_CLOSED ? PRAP_FEED_TRIGGER_OUTCOME_EARNINGS : PRAP_FEED_TRIGGER_START_ENTERED;
}

static void describe_open(const prap_summary *summary, prap_feed *feed) {
    uint32_t rule;
    const uint32_t effect = prapi_feed_effect(summary->programme, PRAP_FEED_TRIGGER_BACK_OUT, &rule);
    if (!is_backed_out(summary, effect)) return;
    feed->orphan = effect == PRAP_FEED_EFFECT_STAYS_OPEN ? PRAP_VALUE_YES : PRAP_VALUE_UNKNOWN;
    feed->effect = effect;
    feed->rule = rule;
}

/* The code's own rule says more than the table's "by code". */
static void describe_code(const prap_summary *summary, prap_feed *feed) {
    const prap_code *code = prap_code_find(summary->programme, (int32_t)summary->code);
    if (feed->effect != PRAP_FEED_EFFECT_BY_CODE || code == NULL) return;
    feed->effect = PRAP_FEED_EFFECT_GOES_ON;
    feed->rule = code->feed_rule;
}

/*
 * What closed it follows from how the case stands where only one thing can have: the code, or outcome earnings before any
 * end. Of a case of WHP or JETS that has ended, or has an end date, only the history tells.
 */
static void describe_closed(const prap_summary *summary, prap_feed *feed) {
    const bool by_code = feed->effect == PRAP_FEED_EFFECT_GOES_ON;
    const bool by_earnings = trigger_of(summary) == PRAP_FEED_TRIGGER_OUTCOME_EARNINGS;
    feed->effect = PRAP_FEED_EFFECT_CLOSES;
    if (!by_code && !by_earnings) feed->rule = 0;
}

static void describe(const prap_summary *summary, prap_feed *feed) {
    const uint32_t size = feed->size;
    *feed = (prap_feed){.size = size, .programme = summary->programme, .stage = summary->stage,
                        .feed = summary->feed, .orphan = PRAP_VALUE_NO, .start_on = summary->start_on,
                        .entered_on = summary->entered_on, .ended_on = summary->ended_on,
                        .code = (int32_t)summary->code};
    feed->effect = prapi_feed_effect(summary->programme, trigger_of(summary), &feed->rule);
    describe_code(summary, feed);
    if (summary->feed == PRAP_FEED_CLOSED) describe_closed(summary, feed);
    if (summary->feed == PRAP_FEED_OPEN) describe_open(summary, feed);
}

prap_status prap_feed_of(const prap_answer *answer, prap_feed *ret_feed) {
    if (answer == NULL || ret_feed == NULL) return PRAP_E_NULL;
    if (ret_feed->size < sizeof *ret_feed) return PRAP_E_SIZE;
    if (answer->summary.programme == 0) return PRAP_E_RANGE;
    describe(&answer->summary, ret_feed);
    return PRAP_OK;
}

/* The history of a case under way: what was open last, and how the feed stood after the last event. */
typedef struct history {
    uint32_t programme;
    uint32_t feed;
    uint32_t periods;
    prap_feed_period period;
    prap_visit_feed_period visit;
    void *user;
    prap_status ended; /* what the visitor returned, when it ended the visits */
} history;

static void open_period(history *of, const prap_event_view *event) {
    of->period = (prap_feed_period){.size = sizeof of->period,
                                    .opened_by = event->event,
                                    .opened_at = event->sequence,
                                    .opened_on = event->on,
                                    .opened_recorded = event->recorded,
                                    .closed_on = PRAP_DAY_NONE,
                                    .closed_recorded = PRAP_DAY_NONE};
    prapi_feed_effect(of->programme, PRAP_FEED_TRIGGER_START_ENTERED, &of->period.opened_rule);
}

/* The code that comes with an end date, or that PRaP sets by itself. */
static int32_t code_of(const history *of, const prap_event_view *event) {
    if (event->event == PRAP_EVENT_ALLOTTED_TIME_ENDED) {
        return (int32_t)prapi_programme_find(of->programme)->automatic_code;
    }
    for (size_t i = 0; i < event->n_facts; i++) {
        const prap_fact *fact = &event->facts[i];
        if (fact->fact == PRAP_FACT_CODE) return (int32_t)fact->value; /* 0 where it is not known */
    }
    return 0;
}

static void close_period(history *of, const prap_event_view *event) {
    prap_feed_period *period = &of->period;
    period->closed_by = event->event;
    period->closed_at = event->sequence;
    period->closed_on = event->on;
    period->closed_recorded = event->recorded;
    period->code = code_of(of, event);
    period->trigger = prapi_feed_trigger(event->event);
    const prap_code *code = prap_code_find(of->programme, period->code);
    const uint32_t effect = prapi_feed_effect(of->programme, period->trigger, &period->closed_rule);
    if (effect == PRAP_FEED_EFFECT_BY_CODE && code != NULL) period->closed_rule = code->feed_rule;
}

static void tell_period(history *of) {
    of->periods++;
    if (of->visit != NULL) of->ended = of->visit(of->user, &of->period);
}

/* A voided entry comes by with the feed as it was, so it opens and closes nothing. */
static prap_status hear(void *user, const prap_event_view *event) {
    history *of = user;
    if (event->feed == of->feed) return PRAP_OK;
    if (event->feed == PRAP_FEED_OPEN) {
        open_period(of, event);
    } else {
        close_period(of, event);
        tell_period(of);
    }
    of->feed = event->feed;
    return of->ended;
}

static prap_status read_history(prap_engine *engine, const prap_key *key, prap_day as_of, history *of) {
    const prapi_stop stop = {.recorded_by = as_of, .at_least = engine->before.version};
    const prap_status status = prapi_engine_replay(engine, key, &stop, &engine->after, NULL, hear, of);
    if (status == PRAP_OK && of->feed == PRAP_FEED_OPEN) tell_period(of);
    return status == PRAP_OK ? of->ended : status;
}

static prap_status ask(prap_engine *engine, const prap_key *key, prap_day as_of, history *of, prap_feed *feed) {
    prap_status status = prapi_engine_load_as_of(engine, key, as_of);
    if (status != PRAP_OK) return status;
    if (engine->before.version == 0) return PRAP_E_NO_CASE;
    const prap_rulebook *rulebook = prapi_engine_rulebook(engine, engine->before.programme);
    if (rulebook == NULL) return PRAP_E_WORD;
    status = prapi_describe(rulebook, &engine->before, as_of, &engine->sweep_answer);
    if (status != PRAP_OK) return status;
    describe(&engine->sweep_answer.summary, feed);
    of->programme = feed->programme;
    status = read_history(engine, key, as_of, of);
    feed->periods = of->periods;
    if (feed->feed == PRAP_FEED_CLOSED) feed->rule = of->period.closed_rule;
    return status;
}

prap_status prap_engine_feed(prap_engine *engine, const prap_key *key, prap_day as_of, prap_visit_feed_period visit,
                             void *user, prap_feed *ret_feed, prap_error *reterr) {
    if (engine == NULL || key == NULL || ret_feed == NULL) {
        return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    }
    if (ret_feed->size < sizeof *ret_feed) {
        return prapi_fail(reterr, PRAP_E_SIZE, "", "a struct's size is one this library cannot take");
    }
    if (engine->busy) return prapi_engine_fail(PRAP_E_REENTRY, reterr);
    prap_status status = prapi_key_check(key, reterr);
    if (status == PRAP_OK) status = prapi_day_check(as_of, "as_of", reterr);
    if (status != PRAP_OK) return status;
    history of = {.feed = PRAP_FEED_NOT_OPEN, .visit = visit, .user = user};
    prap_feed feed = {.size = ret_feed->size};
    engine->busy = true;
    status = ask(engine, key, as_of, &of, &feed);
    engine->busy = false;
    if (status == PRAP_OK) *ret_feed = feed;
    if (status == PRAP_OK || status == of.ended) return status;
    return prapi_engine_fail_case(status, reterr);
}

typedef struct feeds {
    uint32_t orphans;
    prap_visit_feed visit;
    void *user;
} feeds;

static prap_status visit_case(void *user, prap_text case_id, const prap_answer *answer) {
    const feeds *of = user;
    prap_feed feed = {.size = sizeof feed};
    if (answer->summary.status != PRAP_OK) return of->visit(of->user, case_id, &feed, answer->summary.status);
    describe(&answer->summary, &feed);
    if (of->orphans != 0 && feed.orphan == PRAP_VALUE_NO) return PRAP_OK;
    return of->visit(of->user, case_id, &feed, PRAP_OK);
}

prap_status prap_engine_feeds(prap_engine *engine, prap_text tenant, prap_day as_of, uint32_t orphans,
                              prap_answer *answer, prap_visit_feed visit, void *user, prap_error *reterr) {
    if (visit == NULL) return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    feeds of = {orphans, visit, user};
    return prap_engine_walk(engine, tenant, PRAP_DAY_NONE, as_of, answer, visit_case, &of, reterr);
}
