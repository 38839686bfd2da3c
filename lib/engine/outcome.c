/* outcome.c: which outcome: the decision table of a programme, with the verdict of its rows. */
#include "prap/vocabulary.h"

#include "base/always.h"
#include "base/error.h"
#include "engine/asking.h"
#include "referral/decide.h"

/* Who hears of it, for the length of a call. */
typedef struct audience {
    prap_answer *answer;
    prap_visit_outcome visit;
    prap_visit_contradiction visit_contradiction;
    void *user;
    const prap_key *key;
    uint32_t feed; /* before any outcome */
    uint8_t verdicts[PRAPI_OUTCOME_LINES]; /* of the lines, nothing assumed; 0 where the facts do not lead to one */
} audience;

static bool holds(const prapi_said *said, uint32_t kind, int32_t value) {
    return said->kind == kind && said->value == value;
}

/* What is said of a fact: now, or by what the case remembers. */
static const prapi_said *said_of(const prap_engine *engine, const prapi_event *known, uint32_t fact) {
    return known->said[fact].kind != 0 ? &known->said[fact] : &engine->before.said[fact];
}

static bool condition_holds(const prap_engine *engine, const prapi_event *known, const prapi_condition *condition) {
    if (condition->fact == 0) return true;
    return holds(said_of(engine, known, condition->fact), condition->kind, condition->value);
}

static bool stands(const prapi_case *state, prapi_standing standing) {
    const bool attended = state->attended_on != PRAP_DAY_NONE;
    const bool started = state->start_on != PRAP_DAY_NONE;
    if (standing == PRAPI_STANDING_NOT_ATTENDED) return !attended;
    if (standing == PRAPI_STANDING_ATTENDED) return attended && !started;
    if (standing == PRAPI_STANDING_NOT_STARTED) return !started;
    return standing == PRAPI_STANDING_STARTED ? started : true;
}

static prap_status visit_clashes(const prap_engine *engine, const prapi_outcomes *table, const prapi_event *known,
                                 const audience *to) {
    for (size_t i = 0; to->visit_contradiction != NULL && i < table->n_clashes; i++) {
        const prapi_clash *clash = &table->clashes[i];
        if (!condition_holds(engine, known, &clash->first) || !condition_holds(engine, known, &clash->second) ||
            !stands(&engine->before, clash->standing)) {
            continue;
        }
        const prap_contradiction shown = {
            .size = sizeof shown,
            .contradiction = clash->word,
            .rule = clash->rule,
            .fact = clash->first.fact,
            .other = clash->second.fact,
        };
        const prap_status status = to->visit_contradiction(to->user, &shown);
        if (status != PRAP_OK) return status;
    }
    return PRAP_OK;
}

/* The line of the decision table that an option is on: the first that its event and what it says fit; or n_rows. */
static size_t line_of(const prapi_outcomes *table, const prapi_event *event) {
    size_t i = 0;
    for (; i < table->n_rows; i++) {
        const prapi_outcome *row = &table->rows[i];
        const prapi_said *said = &event->said[row->fact];
        if (row->event == event->event && (row->fact == 0 || (said->kind != 0 && said->value == row->value))) break;
    }
    return i;
}

/* An option assumes something when its variant is what happened and nobody has said so. */
static bool assumes(const prapi_outcome *row, const prapi_option *option) {
    return row->ground == PRAPI_GROUND_SAID && option->with.fact != 0;
}

/* Of the lines that begin with the same fact the first decides: one that waits for a fact keeps the later ones back. */
static bool is_kept_back(const prapi_outcomes *table, size_t line, const audience *to) {
    const prapi_outcome *row = &table->rows[line];
    for (size_t i = 0; row->fact != 0 && i < line; i++) {
        const prapi_outcome *earlier = &table->rows[i];
        const bool waits = to->verdicts[i] == PRAP_VERDICT_UNDECIDED || to->verdicts[i] == PRAP_VERDICT_TEXT_SILENT;
        if (waits && earlier->fact == row->fact && earlier->value == row->value) return true;
    }
    return false;
}

/* Recommended is what is permitted, on the table, assumes nothing and is not kept back. */
static bool is_recommended(const prapi_outcomes *table, size_t line, const prapi_option *option, uint32_t verdict,
                           const audience *to) {
    if (line == table->n_rows || verdict != PRAP_VERDICT_PERMITTED) return false;
    const prapi_outcome *row = &table->rows[line];
    return row->ground != PRAPI_GROUND_BESIDE && !assumes(row, option) && !is_kept_back(table, line, to);
}

/* What PRaP does by itself is judged by what is recorded, not by what time has made of it (decide.c). */
static const prapi_row *row_of(const prap_engine *engine, const prapi_options *walk, const prapi_event *event) {
    const bool by_prap = prap_word_by_number(PRAP_WORDS_EVENT, event->event)->detail == PRAP_ACTOR_PRAP_SYSTEM;
    return prapi_row_find(walk->rulebook, &engine->before, by_prap ? engine->before.stage : walk->stage, event);
}

uint32_t prapi_payment_of(uint32_t feed_before, uint32_t feed) {
    if (feed == PRAP_FEED_OPEN) return PRAP_PAYMENT_GOES_ON;
    return feed_before == PRAP_FEED_OPEN ? PRAP_PAYMENT_ENDS : PRAP_PAYMENT_NONE;
}

/* Where it leads, and what it does to the payment for the start (LC-2, LC-T): by the event where that is permitted. */
static void set_consequence(const prapi_row *row, const prapi_event *event, uint32_t stage_before,
                            uint32_t feed_before, prap_outcome *outcome) {
    const bool permitted = outcome->verdict == PRAP_VERDICT_PERMITTED;
    if (!permitted && (row == NULL || row->to == PRAP_STATE_NONE)) return;
    if (permitted) {
        outcome->stage = event->to;
        outcome->feed = event->feed;
    } else {
        outcome->stage = row->to == PRAPI_SAME ? stage_before : row->to;
        outcome->feed = row->feed != 0 ? row->feed : feed_before;
    }
    outcome->payment = prapi_payment_of(feed_before, outcome->feed);
    for (size_t i = 0; PRAPI_ALWAYS(row != NULL) && i < PRAPI_ROW_NOTICES; i++) { /* what is permitted has a row */
        if (row->notices[i] != PRAP_NOTICE_REPAYMENT_RISK) continue;
        outcome->risk = prap_word_by_number(PRAP_WORDS_NOTICE, PRAP_NOTICE_REPAYMENT_RISK)->rule;
    }
}

/* One round: the outcomes that one line recommends, or with line n_rows those that have a verdict and no recommendation. */
static prap_status visit_round(prap_engine *engine, prapi_options walk, size_t line, uint32_t verdict,
                               const audience *to, prap_error *reterr) {
    const prapi_outcomes *table = walk.table;
    prapi_asked *asked = engine->work;
    const prapi_event *event = &asked->event;
    prapi_option option;
    while (prapi_options_next(&walk, &option)) {
        prap_status status = prapi_option_judge(engine, to->key, &walk, &option, to->answer, &asked->event);
        if (PRAPI_NEVER(status != PRAP_OK)) return prapi_engine_fail(status, reterr); /* judge_lines went before */
        const size_t own = line_of(table, event);
        const uint32_t own_verdict = to->answer->summary.verdict;
        const bool recommended = is_recommended(table, own, &option, own_verdict, to);
        if (line < table->n_rows ? own != line || !recommended : own_verdict != verdict || recommended) continue;
        uint32_t needs[PRAPI_ROW_GUARDS];
        prap_outcome shown = {
            .size = sizeof shown,
            .event = option.event,
            .verdict = own_verdict,
            .recommended = recommended ? 1 : 0,
            .rule = own < table->n_rows ? table->rows[own].rule : 0,
            .on = option.on,
            .with = option.with,
            .needs = needs,
            .n_needs = prapi_answer_needs(to->answer, needs),
        };
        set_consequence(row_of(engine, &walk, event), event, engine->before.stage, to->feed, &shown);
        status = to->visit(to->user, &shown, to->answer);
        if (status != PRAP_OK) return status;
    }
    return PRAP_OK;
}

/* What the lines come to that the facts lead to. */
static prap_status judge_lines(prap_engine *engine, prapi_options walk, audience *to, prap_error *reterr) {
    prapi_asked *asked = engine->work;
    prapi_option option;
    while (prapi_options_next(&walk, &option)) {
        const prap_status status = prapi_option_judge(engine, to->key, &walk, &option, to->answer, &asked->event);
        if (status != PRAP_OK) return prapi_engine_fail(status, reterr);
        const size_t line = line_of(walk.table, &asked->event);
        if (line == walk.table->n_rows || assumes(&walk.table->rows[line], &option)) continue;
        to->verdicts[line] = (uint8_t)to->answer->summary.verdict;
    }
    return PRAP_OK;
}

static prap_status visit_outcomes(prap_engine *engine, const prap_question *question, audience *to,
                                  prap_error *reterr) {
    const prap_rulebook *rulebook;
    prapi_asked *asked = engine->work;
    prap_status status = prapi_question_open(engine, question, to->answer, &rulebook, &asked->known, reterr);
    if (status != PRAP_OK) return status;
    to->feed = to->answer->summary.feed;
    const prapi_outcomes *table = prapi_outcomes_find(rulebook->programme->number);
    const prapi_options walk = prapi_options_of(rulebook, &engine->before, asked, to->answer, table);
    status = visit_clashes(engine, table, &asked->known, to);
    if (status == PRAP_OK) status = judge_lines(engine, walk, to, reterr);
    for (size_t line = 0; status == PRAP_OK && line < table->n_rows; line++) {
        status = visit_round(engine, walk, line, PRAP_VERDICT_PERMITTED, to, reterr);
    }
    for (size_t i = 0; status == PRAP_OK && i < PRAPI_VERDICTS; i++) {
        status = visit_round(engine, walk, table->n_rows, prapi_verdict_order[i], to, reterr);
    }
    return status;
}

prap_status prap_engine_outcome(prap_engine *engine, const prap_question *question, prap_answer *answer,
                                prap_visit_outcome visit, prap_visit_contradiction visit_contradiction, void *user,
                                prap_error *reterr) {
    if (engine == NULL || question == NULL || answer == NULL || visit == NULL) {
        return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    }
    if (engine->busy) return prapi_engine_fail(PRAP_E_REENTRY, reterr);
    audience to = {answer, visit, visit_contradiction, user, &question->key, 0, {0}};
    engine->busy = true;
    const prap_status status = visit_outcomes(engine, question, &to, reterr);
    engine->busy = false;
    prapi_answer_clear(answer);
    return status;
}
