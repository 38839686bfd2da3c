/*
 * search.c: see path.h. The place that is nearest to an end, by what it took and by the moves that the rows leave at
 * least, is looked at first, so the first end is one of a shortest way. A place keeps the step that led to it and not
 * its case, which is made again from the steps: the room stays small.
 */
#include <string.h>

#include "prap/vocabulary.h"

#include "base/always.h"
#include "engine/path.h"

enum { COST_ASSUMED = 1, COST_WAITS = 4 }; /* beside 1 for each step */

prapi_options prapi_search_options(const prapi_search *search, uint32_t stage) {
    const prapi_case *before = &search->engine->before;
    return (prapi_options){
        .rulebook = search->rulebook,
        .before = before,
        .known = &search->known,
        .variant = &search->trials->variant,
        .stage = stage,
        .as_of = search->as_of,
        .meeting = before->attended_on,
    };
}

static prap_status decide(const prapi_search *search, prapi_event *event) {
    prap_engine *engine = search->engine;
    event->sequence = engine->before.version + 1;
    return prapi_engine_decide(engine, search->rulebook, search->key, event, true, search->answer);
}

/* Enters what the guards that do not pass leave no choice in. */
static bool enter(const prapi_search *search, prapi_event *event) {
    const prap_answer *answer = search->answer;
    bool any = false;
    for (uint32_t i = 0; i < answer->n_reasons; i++) {
        prap_fact fact;
        if (!prapi_entered(search->rulebook->programme, &search->engine->before, answer->scenario,
                           answer->reasons[i].reason, &fact)) {
            continue;
        }
        prapi_say(&event->facts, event->said, fact.fact, (prapi_said){fact.kind, (int32_t)fact.value});
        any = true;
    }
    return any;
}

/* What it would come to once the facts are said as the rules want them: nothing that failed is recorded over. */
static prap_status decide_as_said(const prapi_search *search, const prapi_event *event) {
    prapi_event *said = &search->trials->said;
    *said = *event;
    prapi_say(&said->facts, said->said, PRAP_FACT_OVERRIDE, (prapi_said){PRAP_VALUE_OPTION, 0});
    return decide(search, said);
}

prap_status prapi_step_try(const prapi_search *search, const prapi_options *walk, const prapi_option *option,
                           prapi_tried *ret_tried) {
    prapi_option_event(walk, option, &ret_tried->event);
    prap_status status = decide(search, &ret_tried->event);
    if (status == PRAP_OK && enter(search, &ret_tried->event)) status = decide(search, &ret_tried->event);
    if (status != PRAP_OK) return status;
    ret_tried->verdict = search->answer->summary.verdict;
    ret_tried->n_needs = prapi_answer_needs(search->answer, ret_tried->needs);
    if (ret_tried->verdict != PRAP_VERDICT_UNDECIDED) return PRAP_OK;
    status = decide_as_said(search, &ret_tried->event);
    if (search->answer->summary.verdict != PRAP_VERDICT_PERMITTED) ret_tried->verdict = PRAP_VERDICT_REFUSED;
    return status;
}

bool prapi_step_leads(const prapi_search *search, const prapi_tried *tried) {
    if (tried->verdict != PRAP_VERDICT_PERMITTED && tried->verdict != PRAP_VERDICT_UNDECIDED) return false;
    const prapi_case *before = &search->engine->before;
    const bool was_orphan = before->feed == PRAP_FEED_OPEN && before->backed_out_on != PRAP_DAY_NONE;
    if (was_orphan || search->answer->summary.orphan == 0) return true;
    /* Where a back-out is itself the end there is nothing that the feed is left to: its notice says that it runs on. */
    return prapi_stage_is_final(search->rulebook->programme, search->answer->summary.stage);
}

static uint32_t is_known(prap_day day) {
    return day != PRAP_DAY_NONE ? 1 : 0;
}

/* What makes a difference to what can follow. */
static void note_place(const prapi_case *state, uint32_t stage, prapi_way *way) {
    for (size_t i = 0; i < PRAPI_REGION_END; i++) way->place[i] = state->regions[i];
    uint32_t *more = way->place + PRAPI_REGION_END;
    more[0] = stage;
    more[1] = state->feed;
    more[2] = state->reason;
    more[3] = state->attempts;
    more[4] = state->attempts_failed;
    more[5] = is_known(state->attended_on) | is_known(state->plan_on) << 1 | is_known(state->escalated_on) << 2 |
              is_known(state->meeting_on) << 3 | (way->by ? 16u : 0);
}

/* The way that is at the same place, or search->n. */
static uint16_t same_place(const prapi_search *search, const prapi_way *way) {
    uint16_t i = 0;
    while (i < search->n && memcmp(search->engine->ways[i].place, way->place, sizeof way->place) != 0) i++;
    return i;
}

/* Keeps a way to a new place, or a shorter one to a place that is known. */
static void keep(prapi_search *search, const prapi_way *way) {
    prapi_way *ways = search->engine->ways;
    const uint16_t at = same_place(search, way);
    if (at < search->n) {
        if (!ways[at].spent && way->cost < ways[at].cost) ways[at] = *way;
    } else if (search->n == PRAPI_WAYS) {
        search->cut = true;
    } else {
        ways[search->n++] = *way;
    }
}

static void keep_step(prapi_search *search, uint16_t from, const prapi_option *option, const prapi_tried *tried) {
    const prapi_way *before = &search->engine->ways[from];
    const uint32_t stage = search->answer->summary.stage;
    prapi_way way = {.step = *option, .from = from, .depth = (uint8_t)(before->depth + 1)};
    way.by = before->by || prapi_closing_by(&search->closing, option->event);
    way.far = search->closing.far[way.by ? 1 : 0][stage];
    way.cost = (uint8_t)(before->cost + 1 + (option->with.fact != 0 ? COST_ASSUMED : 0) +
                         (tried->verdict == PRAP_VERDICT_UNDECIDED ? COST_WAITS : 0));
    note_place(&search->engine->after, stage, &way);
    if (way.far != PRAPI_FAR) keep(search, &way);
}

/* Makes the case of a place again in engine->before. */
static prap_status stand_at(const prapi_search *search, uint16_t at, uint32_t *ret_stage) {
    prap_engine *engine = search->engine;
    uint16_t steps[PRAP_PATH_MAX];
    size_t n = 0;
    for (uint16_t i = at; i != 0; i = engine->ways[i].from) steps[n++] = i;
    prapi_case_copy(&engine->before, &search->root);
    *ret_stage = search->stage;
    while (n-- > 0) {
        const prapi_options walk = prapi_search_options(search, *ret_stage);
        const prap_status status = prapi_step_try(search, &walk, &engine->ways[steps[n]].step, &search->trials->tried);
        if (PRAPI_NEVER(status != PRAP_OK)) return status; /* it was decided when the place was kept */
        prapi_case_copy(&engine->before, &engine->after);
        *ret_stage = search->answer->summary.stage;
    }
    return PRAP_OK;
}

static prap_status look_on_from(prapi_search *search, uint16_t at) {
    uint32_t stage;
    prapi_option option;
    prap_status status = stand_at(search, at, &stage);
    prapi_options walk = prapi_search_options(search, stage);
    prapi_tried *tried = &search->trials->tried;
    while (status == PRAP_OK && prapi_options_next(&walk, &option)) {
        if (option.event == PRAP_EVENT_ENTRY_VOIDED) continue; /* goes back, not on */
        status = prapi_step_try(search, &walk, &option, tried);
        if (status == PRAP_OK && prapi_step_leads(search, tried)) keep_step(search, at, &option, tried);
    }
    return status;
}

/* The place to look at next, or search->n. */
static uint16_t nearest(const prapi_search *search) {
    const prapi_way *ways = search->engine->ways;
    uint16_t best = search->n;
    for (uint16_t i = 0; i < search->n; i++) {
        if (ways[i].spent) continue;
        if (best == search->n || ways[i].cost + ways[i].far < ways[best].cost + ways[best].far) best = i;
    }
    return best;
}

prap_status prapi_search_run(prapi_search *search, uint16_t *ret_last) {
    prapi_way *ways = search->engine->ways;
    ways[0] = (prapi_way){.by = prapi_closing_by_any(&search->closing)};
    ways[0].far = search->closing.far[ways[0].by ? 1 : 0][search->stage];
    note_place(&search->root, search->stage, &ways[0]);
    *ret_last = PRAPI_WAYS;
    if (ways[0].far == PRAPI_FAR) return PRAP_OK;
    search->n = 1;
    for (uint16_t at = 0; at < search->n; at = nearest(search)) {
        ways[at].spent = true;
        *ret_last = at;
        if (ways[at].far == 0) return PRAP_OK;
        *ret_last = PRAPI_WAYS;
        if (ways[at].depth == PRAP_PATH_MAX) {
            search->cut = true;
            continue;
        }
        const prap_status status = look_on_from(search, at);
        if (status != PRAP_OK) return status;
    }
    return PRAP_OK;
}
