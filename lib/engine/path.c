/* path.c: how is this case closed correctly from here: the steps of the way that was found, and what each is to say. */
#include <string.h>

#include "prap/vocabulary.h"

#include "base/always.h"
#include "base/error.h"
#include "engine/path.h"
#include "referral/decide.h"

/* One step as it is shown, and the room that it points at. */
typedef struct shown {
    prap_step step;
    prap_fact facts[PRAPI_FACT_END];
    prapi_tried tried;
} shown;

/* What a small stack has no room for, in engine->work. */
typedef struct path_room {
    prapi_search search;
    prapi_trials trials;
    shown as;
    prapi_case next;
} path_room;
_Static_assert(sizeof(path_room) <= PRAPI_WORK_BYTES, "there is room for it");

/* Does the answer ask for the same facts? */
static bool needs_the_same(const prap_answer *answer, const prapi_tried *tried) {
    uint32_t needs[PRAPI_ROW_GUARDS];
    const size_t n = prapi_answer_needs(answer, needs);
    return n == tried->n_needs && memcmp(needs, tried->needs, n * sizeof needs[0]) == 0;
}

/*
 * Does the event come to the same without the fact: the case next, or the facts that it waits for? One that leaves the
 * calendar without it, where a day is given, does not.
 */
static bool is_idle(const prapi_search *search, const prapi_tried *tried, const prapi_case *next, uint32_t fact) {
    prap_engine *engine = search->engine;
    prapi_event *event = &search->trials->said;
    *event = tried->event;
    prapi_unsay(&event->facts, event->said, fact);
    event->sequence = engine->before.version + 1;
    const prap_status status = prapi_engine_decide(engine, search->rulebook, search->key, event, true, search->answer);
    if (status != PRAP_OK || search->answer->summary.verdict != tried->verdict) return false;
    if (tried->verdict != PRAP_VERDICT_PERMITTED) return needs_the_same(search->answer, tried);
    return engine->after.stage == next->stage && engine->after.feed == next->feed &&
           memcmp(engine->after.regions, next->regions, sizeof next->regions) == 0;
}

/* What it is to say: of what it could say, that without which it would be another. */
static void say_facts(const prapi_search *search, const prapi_case *next, shown *as) {
    const prapi_tried *tried = &as->tried;
    for (uint32_t fact = prapi_fact_after(&tried->event.facts, 0); fact != 0;
         fact = prapi_fact_after(&tried->event.facts, fact)) {
        if (is_idle(search, tried, next, fact)) continue;
        const prapi_said *said = &tried->event.said[fact];
        as->facts[as->step.n_facts++] = (prap_fact){fact, said->kind, said->value};
    }
}

static const prapi_row *row_of(const prapi_search *search, uint32_t stage, const prapi_event *event) {
    return prapi_row_find(search->rulebook, &search->engine->before, stage, event);
}

/* Does one row set a region that the other sets to another word? */
static bool differ(const prapi_row *row, const prapi_row *other) {
    return row->sets[0].region != 0 && row->sets[0].region == other->sets[0].region &&
           row->sets[0].value != other->sets[0].value;
}

static bool is_of_others(uint32_t event) {
    return prap_word_by_number(PRAP_WORDS_EVENT, event)->detail != PRAP_ACTOR_PROVIDER;
}

/*
 * What others may answer instead: DWP refuses. The search has tried every option of this place but a void, which is not
 * one of theirs: what it could decide can be decided again.
 */
static prap_status find_otherwise(const prapi_search *search, uint32_t stage, const prapi_row *row, prap_step *step) {
    prapi_options walk = prapi_search_options(search, stage);
    prapi_tried *tried = &search->trials->tried;
    prapi_option option;
    while (is_of_others(step->event) && step->otherwise == 0 && prapi_options_next(&walk, &option)) {
        if (!is_of_others(option.event)) continue;
        const prap_status status = prapi_step_try(search, &walk, &option, tried);
        if (PRAPI_NEVER(status != PRAP_OK)) return status;
        if (tried->verdict != PRAP_VERDICT_PERMITTED || !prapi_step_leads(search, tried)) continue;
        if (!differ(row, row_of(search, stage, &tried->event))) continue;
        step->otherwise = option.event;
        step->otherwise_stage = search->answer->summary.stage;
        step->otherwise_feed = search->answer->summary.feed;
    }
    return PRAP_OK;
}

/* The deadline that was open before the step and is done by it; the answer is the one after it. */
static void find_deadline(const prap_answer *answer, const prapi_search *search, uint32_t met, prap_step *step) {
    step->due = PRAP_DAY_NONE;
    for (uint32_t i = 0; i < answer->n_deadlines; i++) {
        const prap_deadline *deadline = &answer->deadlines[i];
        if (deadline->deadline == 0 || deadline->done_on == PRAP_DAY_NONE) continue;
        if ((met >> deadline->deadline & 1) != 0 || step->due != PRAP_DAY_NONE) continue;
        step->deadline = deadline->deadline;
        step->due = deadline->due;
    }
    if (step->due == PRAP_DAY_NONE && step->soon == PRAP_NOTICE_DUE_IMMEDIATELY) step->due = search->as_of;
}

/* Bit PRAP_DEADLINE_*: those of the case in engine->before that are done. */
static prap_status find_done(const prapi_search *search, uint32_t *ret_done) {
    const prap_answer *answer = search->answer;
    *ret_done = 0;
    const prap_status status = prapi_describe(search->rulebook, &search->engine->before, search->as_of, search->answer);
    for (uint32_t i = 0; i < answer->n_deadlines; i++) {
        if (answer->deadlines[i].done_on != PRAP_DAY_NONE) *ret_done |= UINT32_C(1) << answer->deadlines[i].deadline;
    }
    return status;
}

/* Everything about one step but its answer; engine->before is the case before it and stays so. *ret_next: after it. */
static prap_status tell(const prapi_search *search, const prapi_option *option, uint32_t stage, shown *as,
                        prapi_case *ret_next) {
    const prapi_programme *programme = search->rulebook->programme;
    prap_answer *answer = search->answer;
    const prapi_options walk = prapi_search_options(search, stage);
    uint32_t done;
    prap_status status = find_done(search, &done);
    if (PRAPI_ALWAYS(status == PRAP_OK)) status = prapi_step_try(search, &walk, option, &as->tried);
    if (PRAPI_NEVER(status != PRAP_OK)) return status; /* the search decided it */
    const prap_word *event = prap_word_by_number(PRAP_WORDS_EVENT, option->event);
    const prapi_row *row = row_of(search, stage, &as->tried.event);
    as->step = (prap_step){
        .size = sizeof as->step,
        .event = option->event,
        .actor = event->detail,
        .verdict = as->tried.verdict,
        .stage = answer->summary.stage,
        .feed = answer->summary.feed,
        .on = option->on,
        .soon = event->detail == PRAP_ACTOR_PROVIDER ? prapi_stage_urges(programme, stage) : 0,
        .assumed = option->with.fact,
        .facts = as->facts,
        .needs = as->tried.needs,
        .n_needs = as->tried.n_needs,
        .move = row->id,
    };
    (void)prapi_programme_cites(programme, PRAP_WORDS_EVENT, option->event, answer->scenario, &as->step.rule);
    find_deadline(answer, search, done, &as->step);
    prapi_case_copy(ret_next, &search->engine->after);
    status = find_otherwise(search, stage, row, &as->step);
    say_facts(search, ret_next, as);
    return status;
}

static prap_status show_step(path_room *room, const prapi_option *option, uint32_t *stage, prap_visit_step visit,
                             void *user, prap_error *reterr) {
    const prapi_search *search = &room->search;
    prap_engine *engine = search->engine;
    prap_status status = tell(search, option, *stage, &room->as, &room->next);
    room->trials.said = room->as.tried.event;
    if (PRAPI_ALWAYS(status == PRAP_OK)) {
        status = prapi_engine_decide(engine, search->rulebook, search->key, &room->trials.said, true, search->answer);
    }
    if (PRAPI_NEVER(status != PRAP_OK)) return prapi_engine_fail(status, reterr);
    prapi_case_copy(&engine->before, &room->next);
    *stage = room->as.step.stage;
    return visit(user, &room->as.step, search->answer);
}

static prap_status show_way(path_room *room, uint16_t last, prap_visit_step visit, void *user, prap_path *path,
                            prap_error *reterr) {
    const prapi_search *search = &room->search;
    const prapi_way *ways = search->engine->ways;
    uint16_t steps[PRAP_PATH_MAX];
    size_t n = 0;
    for (uint16_t i = last; i != 0; i = ways[i].from) steps[n++] = i;
    path->n_steps = (uint32_t)n;
    prapi_case_copy(&search->engine->before, &search->root);
    prap_status status = PRAP_OK;
    while (status == PRAP_OK && n-- > 0) {
        status = show_step(room, &ways[steps[n]].step, &path->stage, visit, user, reterr);
    }
    path->feed = search->engine->before.feed;
    return status;
}

static prap_status find_and_show(prap_engine *engine, const prap_question *question, uint32_t end, prap_answer *answer,
                                 prap_visit_step visit, void *user, prap_path *path, prap_error *reterr) {
    path_room *room = engine->work;
    prapi_search *search = &room->search;
    memset(room, 0, sizeof *room);
    search->engine = engine;
    search->trials = &room->trials;
    search->key = &question->key;
    search->answer = answer;
    prap_status status = prapi_question_open(engine, question, answer, &search->rulebook, &search->known, reterr);
    if (status != PRAP_OK) return status;
    /* A way is one of moves that the rules permit: nothing is recorded over on it. */
    prapi_unsay(&search->known.facts, search->known.said, PRAP_FACT_OVERRIDE);
    search->stage = answer->summary.stage;
    search->as_of = answer->summary.as_of;
    *path = (prap_path){.size = sizeof *path, .stage = search->stage, .feed = answer->summary.feed};
    path->found = prapi_stage_is_final(search->rulebook->programme, search->stage) ? 1 : 0;
    if (path->found != 0) return PRAP_OK;
    prapi_case_copy(&search->root, &engine->before);
    prapi_closing_find(search->rulebook, &search->root, &search->known, end, &search->closing);
    uint16_t last;
    status = prapi_search_run(search, &last);
    if (status != PRAP_OK) return prapi_engine_fail(status, reterr);
    path->found = last < PRAPI_WAYS ? 1 : 0;
    path->cut = path->found == 0 && search->cut ? 1 : 0;
    return path->found != 0 ? show_way(room, last, visit, user, path, reterr) : PRAP_OK;
}

prap_status prap_engine_path(prap_engine *engine, const prap_question *question, uint32_t end, prap_answer *answer,
                             prap_visit_step visit, void *user, prap_path *ret_path, prap_error *reterr) {
    if (engine == NULL || question == NULL || answer == NULL || visit == NULL || ret_path == NULL) {
        return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    }
    if (ret_path->size < sizeof *ret_path) {
        return prapi_fail(reterr, PRAP_E_SIZE, "path", "the path's size is one this library cannot fill");
    }
    if (end != 0 && prap_word_by_number(PRAP_WORDS_EVENT, end) == NULL) {
        return prapi_fail(reterr, PRAP_E_WORD, "end", "there is no such event");
    }
    if (engine->busy) return prapi_engine_fail(PRAP_E_REENTRY, reterr);
    const uint32_t size = ret_path->size;
    prap_path path;
    prapi_answer_clear(answer);
    engine->busy = true;
    const prap_status status = find_and_show(engine, question, end, answer, visit, user, &path, reterr);
    engine->busy = false;
    prapi_answer_clear(answer);
    if (status != PRAP_OK) return status;
    memset(ret_path, 0, size);
    *ret_path = path;
    ret_path->size = size;
    return PRAP_OK;
}
