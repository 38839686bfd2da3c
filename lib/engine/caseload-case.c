/* caseload-case.c: one case of a caseload, from every side that is asked about. */
#include <string.h>

#include "prap/difference.h"
#include "prap/vocabulary.h"

#include "base/always.h"
#include "base/text.h"
#include "engine/caseload.h"
#include "referral/decide.h"
#include "standards/standards.h"

/* The case into engine->before, as recorded by the day. PRAP_E_NO_CASE: nothing was. */
static prap_status open_case(const prapi_caseload *on, const prapi_case_row *row) {
    prap_engine *engine = on->engine;
    const prap_status status = prapi_engine_open(engine, row);
    if (status != PRAP_OK) return status;
    const bool is_past = on->question.as_of < engine->before.recorded;
    if (is_past && on->caseload.snapshots != NULL) return PRAP_E_NO_READ;
    return prapi_engine_see(engine, &row->key, on->question.as_of);
}

/* What the passing of time alone makes of it until THEN. */
static void turn(prapi_world *world, const prapi_case *state, prap_day as_of, prap_day until) {
    const prapi_clock_days *days = &world->days;
    world->stage_turns = until != PRAP_DAY_NONE &&
                         prapi_stage_as_of(state, days, as_of) != prapi_stage_as_of(state, days, until);
    world->region_turns = until != PRAP_DAY_NONE &&
                          prapi_region_as_of(state, days, PRAP_REGION_MAPPA, as_of) !=
                              prapi_region_as_of(state, days, PRAP_REGION_MAPPA, until);
}

/* It has the clocks of NOW, which could be run, so it cannot fail. */
static const prap_answer *answer_then(const prapi_caseload *on, prapi_world *world) {
    if (world->has_then) return world->then;
    (void)prapi_describe_with(world->rulebook, &on->engine->before, &world->days, on->question.until, world->then);
    world->has_then = true;
    return world->then;
}

/* Does the same clock count as missed THEN, or has it stopped with the case, which has ended? */
static bool is_missed_then(const prap_answer *then, const prap_deadline *now) {
    for (uint32_t i = 0; i < then->n_deadlines; i++) {
        const prap_deadline *deadline = &then->deadlines[i];
        if (deadline->deadline != now->deadline || deadline->name != now->name) continue;
        return deadline->status == PRAP_DEADLINE_STATUS_MISSED;
    }
    return false;
}

/* A clock that is open is missed on the day after its due day, unless the case ends by itself on an earlier one: then
   what the end makes of the clock decides (T-I-33). */
static prap_day missed_on(const prapi_caseload *on, prapi_world *world, const prap_deadline *deadline) {
    if (deadline->status != PRAP_DEADLINE_STATUS_OPEN) return PRAP_DAY_NONE;
    const prap_day next = deadline->due + 1;
    if (world->stage_turns && next >= world->days.day_60) {
        return is_missed_then(answer_then(on, world), deadline) ? world->days.day_60 : PRAP_DAY_NONE;
    }
    return next <= on->question.until ? next : PRAP_DAY_NONE;
}

static void list_misses(const prapi_caseload *on, prapi_world *world) {
    world->n_misses = 0;
    for (uint32_t i = 0; i < world->now->n_deadlines && on->question.until != PRAP_DAY_NONE; i++) {
        const prap_day day = missed_on(on, world, &world->now->deadlines[i]);
        if (day == PRAP_DAY_NONE) continue;
        world->misses[world->n_misses++] = (prap_miss){sizeof(prap_miss), day, &world->now->deadlines[i]};
    }
}

static prap_status judge_world(const prapi_caseload *on, prapi_world *world) {
    const prapi_case *state = &on->engine->before;
    world->rulebook = prapi_rulebook_of(world->rulebooks, world->n_rulebooks, state->programme);
    if (world->rulebook == NULL) return PRAP_E_WORD;
    prap_status status = prapi_clocks_run(world->rulebook, state, &world->days);
    if (status != PRAP_OK) return status;
    status = prapi_describe_with(world->rulebook, state, &world->days, on->question.as_of, world->now);
    if (status != PRAP_OK) return status;
    world->has_then = false;
    turn(world, state, on->question.as_of, on->question.until);
    list_misses(on, world);
    return PRAP_OK;
}

/* Are two answers the same but for the hashes of what judged them, as far as is seen at a glance? */
static bool is_same(const prap_answer *a, const prap_answer *b) {
    const size_t hashes = offsetof(prap_summary, rulebook_hash), after = offsetof(prap_summary, outside);
    return memcmp(&a->summary, &b->summary, hashes) == 0 &&
           memcmp((const char *)&a->summary + after, (const char *)&b->summary + after,
                  sizeof a->summary - after) == 0 &&
           a->n_deadlines == b->n_deadlines &&
           memcmp(a->deadlines, b->deadlines, a->n_deadlines * sizeof a->deadlines[0]) == 0;
}

/* The total of a deadline, or NULL: nobody asks. */
static prap_deadline_total *total_of(const prapi_caseload *on, uint32_t deadline) {
    for (size_t i = 0; i < on->question.n_deadlines; i++) {
        if (on->question.deadlines[i].deadline == deadline) return &on->question.deadlines[i];
    }
    return NULL;
}

typedef struct comparing {
    const prapi_caseload *on;
    bool differs;
} comparing;

static prap_status count_difference(void *user, const prap_difference *difference) {
    comparing *with = user;
    with->differs = true;
    prap_deadline_total *total = total_of(with->on, difference->deadline);
    if (total == NULL || difference->name.n == 0) return PRAP_OK;
    /* A clock that had no day, and has one now, is there for the first time; the other way round it is gone. */
    if (difference->what == PRAP_DIFFERENCE_DEADLINE_STATUS) total->restated++;
    else if (difference->from == PRAP_NOTHING) total->appeared++;
    else if (difference->to == PRAP_NOTHING) total->gone++;
    else if (difference->to > difference->from) total->later++;
    else total->earlier++;
    return PRAP_OK;
}

/* Do the other rulebooks make a difference? */
static bool compare_worlds(const prapi_caseload *on) {
    const prap_answer *ours = on->worlds[0].now, *theirs = on->worlds[1].now;
    comparing with = {on, false};
    if (on->n_worlds < 2 || is_same(ours, theirs)) return false;
    (void)prap_answer_difference(ours, theirs, count_difference, &with);
    return with.differs;
}

static uint32_t count_due(prapi_caseload *on) {
    const prap_answer *now = on->worlds[0].now;
    uint32_t n = 0;
    if (on->question.due_by == PRAP_DAY_NONE) return 0;
    for (uint32_t i = 0; i < now->n_deadlines; i++) {
        const prap_deadline *deadline = &now->deadlines[i];
        const bool overdue = deadline->status == PRAP_DEADLINE_STATUS_OVERDUE;
        if ((!overdue && deadline->status != PRAP_DEADLINE_STATUS_OPEN) || deadline->due > on->question.due_by) continue;
        prap_deadline_total *total = total_of(on, deadline->deadline);
        n++;
        if (total == NULL) continue;
        total->due++;
        total->overdue += overdue ? 1 : 0;
    }
    return n;
}

static void count_misses(prapi_caseload *on) {
    const prap_caseload_question *question = &on->question;
    for (uint32_t w = 0; w < on->n_worlds; w++) {
        for (uint32_t i = 0; i < on->worlds[w].n_misses; i++) {
            const prap_miss *miss = &on->worlds[w].misses[i];
            prap_deadline_total *total = total_of(on, miss->deadline->deadline);
            if (total == NULL) continue;
            total->misses[w]++;
            if (question->days == NULL || w != 0) continue;
            const size_t day = (size_t)(miss->on - question->as_of - 1);
            question->days[day * question->n_deadlines + (size_t)(total - question->deadlines)]++;
        }
    }
}

/* The measures of every side that has totals. Is one of them in the period? */
static bool measure(prapi_caseload *on) {
    const prap_caseload_question *question = &on->question;
    bool inside = false;
    for (uint32_t side = 0; side < PRAP_CASELOAD_SIDES; side++) {
        prap_measure_total *totals = question->measures[side];
        prapi_world *world = &on->worlds[side / 2];
        if (totals == NULL) continue;
        const prap_answer *answer = side % 2 == 0 ? world->now : answer_then(on, world);
        for (size_t i = 0; i < question->n_measures; i++) {
            prap_measure *one = &on->measures[side][i];
            *one = (prap_measure){.size = sizeof *one};
            /* The answer is this engine's own, so neither can fail. */
            (void)prap_measure_case(answer, world->rulebook, totals[i].measure, one);
            (void)prap_measure_add(&totals[i], one, question->first, question->last);
            inside = inside || prapi_measure_is_in(one, question->first, question->last);
        }
    }
    return inside;
}

static uint32_t payment_of(const prapi_caseload *on, prapi_world *world) {
    if (!world->stage_turns) return 0;
    return prapi_payment_of(world->now->summary.feed, answer_then(on, world)->summary.feed);
}

/* Everything that the visitor may look at. */
static void fill(prapi_caseload *on, prap_caseload_case *found) {
    for (uint32_t w = 0; w < on->n_worlds; w++) {
        prapi_world *world = &on->worlds[w];
        found->sides[2 * w] = world->now;
        if (on->question.until != PRAP_DAY_NONE) found->sides[2 * w + 1] = answer_then(on, world);
        found->misses[w] = world->misses;
        found->n_misses[w] = world->n_misses;
        found->payment[w] = payment_of(on, world);
    }
    for (uint32_t side = 0; side < PRAP_CASELOAD_SIDES; side++) {
        if (on->question.measures[side] != NULL) found->measures[side] = on->measures[side];
    }
    found->n_measures = (uint32_t)on->question.n_measures;
}

static prap_status visit(prapi_caseload *on, const prap_caseload_case *found) {
    if (on->question.visit == NULL) return PRAP_OK;
    on->ended = on->question.visit(on->question.user, found);
    return on->ended;
}

/* Counts what was judged. Has the case anything to tell? */
static bool count(prapi_caseload *on, prap_caseload_case *found) {
    const prapi_world *ours = &on->worlds[0];
    const bool inside = measure(on);
    found->due = count_due(on);
    found->differs = compare_worlds(on) ? 1 : 0;
    found->turns = ours->stage_turns || ours->region_turns ? 1 : 0;
    count_misses(on);
    on->report.judged++;
    on->report.due += found->due > 0 ? 1 : 0;
    on->report.missing += ours->n_misses > 0 ? 1 : 0;
    on->report.turned += found->turns;
    on->report.differing += found->differs;
    return found->due > 0 || ours->n_misses > 0 || found->turns != 0 || found->differs != 0 || inside ||
           (on->question.flags & PRAP_CASELOAD_EVERY_CASE) != 0;
}

prap_status prapi_caseload_judge(prap_engine *engine, const prapi_case_row *row, void *user) {
    prapi_caseload *on = user;
    prap_caseload_case found = {.size = sizeof found, .case_id = row->key.case_id};
    prap_status status = open_case(on, row);
    (void)engine;
    if (status == PRAP_E_NO_CASE) return PRAP_OK;
    for (uint32_t w = 0; w < on->n_worlds && status == PRAP_OK; w++) status = judge_world(on, &on->worlds[w]);
    if (status == PRAP_OK) {
        if (!count(on, &found)) return PRAP_OK;
        if (on->question.visit != NULL) fill(on, &found);
        return visit(on, &found);
    }
    const bool of_array = status == PRAP_E_NO_READ && on->caseload.snapshots != NULL;
    if (!of_array && !prapi_is_of_one_case(status)) return status;
    if (on->bad == PRAP_OK) on->bad = status;
    on->report.bad++;
    found.status = status;
    return visit(on, &found);
}
