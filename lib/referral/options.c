/* options.c: see options.h. Only the tables are asked what there is; no event and no state is named. */
#include "prap/vocabulary.h"

#include "base/always.h"
#include "referral/decide.h"
#include "referral/options.h"

static const prapi_row *row_at(const prapi_options *walk, size_t i) {
    return &walk->rulebook->programme->rows[i];
}

static size_t row_count(const prapi_options *walk) {
    return walk->rulebook->programme->n_rows;
}

/* Is a row a move that opens a case? The state of no case stands first. */
static bool is_opening(const prapi_row *row) {
    return row->from[0] == PRAP_STATE_NONE;
}

static bool is_from(const prapi_row *row, uint32_t stage) {
    for (size_t i = 0; i < PRAPI_ROW_FROM; i++) {
        if (row->from[i] == stage) return true;
    }
    return false;
}

/*
 * A move that may be asked about. What opens a case is asked of no case, and of one from whose stage it is a move;
 * what cannot open one is asked of every case that there is.
 */
static bool is_move(const prapi_options *walk, const prapi_row *row, uint32_t event) {
    if (row->event != event || row->to == PRAP_STATE_NONE) return false;
    if (walk->stage == PRAP_STATE_NONE) return is_opening(row);
    return !is_opening(row) || is_from(row, walk->stage);
}

static bool is_in_table(const prapi_outcomes *table, uint32_t event) {
    for (size_t i = 0; i < table->n_rows; i++) {
        if (table->rows[i].event == event) return true;
    }
    return false;
}

/* Is the fact one that is picked when the event is entered as an outcome, and not one that happened? */
static bool is_chosen(const prapi_outcomes *table, uint32_t event, uint32_t fact) {
    for (size_t i = 0; table != NULL && i < table->n_rows; i++) {
        const prapi_outcome *row = &table->rows[i];
        if (row->event == event && row->fact == fact && row->ground != PRAPI_GROUND_SAID) return true;
    }
    return false;
}

/* What PRaP does by itself is nobody's to enter; as an outcome it counts. */
static bool is_asked(const prapi_options *walk, const prap_word *event) {
    const bool is_outcome = walk->table != NULL && is_in_table(walk->table, event->number);
    if (walk->table == NULL && event->detail == PRAP_ACTOR_PRAP_SYSTEM) return false;
    for (size_t i = 0; i < row_count(walk); i++) {
        const prapi_row *row = row_at(walk, i);
        if (!is_move(walk, row, event->number)) continue;
        if (walk->table == NULL || is_outcome || prapi_stage_is_ended(row->to)) return true;
    }
    return false;
}

/* The start is dated the day of the meeting (3.28): so is every event with a row that asks for that. */
static bool is_of_meeting_day(const prapi_options *walk, uint32_t event) {
    for (size_t i = 0; i < row_count(walk); i++) {
        const prapi_row *row = row_at(walk, i);
        if (row->event != event) continue;
        for (size_t k = 0; PRAPI_ALWAYS(k < PRAPI_ROW_GUARDS) && row->guards[k] != 0; k++) { /* ended by 0 */
            if (row->guards[k] == PRAP_REASON_START_IS_MEETING_DAY) return true;
        }
    }
    return false;
}

/* The condition of a row as a fact: a word of its list, or a number. */
static prap_fact condition(const prapi_row *row) {
    const prap_word *word = prap_word_by_number(PRAP_WORDS_FACT, row->when_fact);
    if (word->detail == PRAP_FACT_TYPE_TRISTATE) return (prap_fact){row->when_fact, (uint32_t)row->when_value, 0};
    const bool is_option = word->detail == PRAP_FACT_TYPE_OPTION;
    return (prap_fact){row->when_fact, is_option ? PRAP_VALUE_OPTION : PRAP_VALUE_NUMBER, row->when_value};
}

/* Of all that is known the event says what it can say. */
void prapi_option_event(const prapi_options *walk, const prapi_option *option, prapi_event *ret_event) {
    const prapi_facts *known = &walk->known->facts;
    *ret_event = *walk->known;
    ret_event->event = option->event;
    ret_event->on = option->on;
    ret_event->recorded = walk->as_of;
    for (uint32_t fact = prapi_fact_after(known, 0); fact != 0; fact = prapi_fact_after(known, fact)) {
        if (!prapi_fact_is_said_with(fact, option->event)) prapi_unsay(&ret_event->facts, ret_event->said, fact);
    }
    if (option->with.fact != 0) {
        prapi_say(&ret_event->facts, ret_event->said, option->with.fact,
                  (prapi_said){option->with.kind, (int32_t)option->with.value});
        return;
    }
    for (uint32_t fact = prapi_fact_after(known, 0); fact != 0; fact = prapi_fact_after(known, fact)) {
        if (is_chosen(walk->table, option->event, fact)) prapi_unsay(&ret_event->facts, ret_event->said, fact);
    }
}

/* A row's condition is a variant when nobody has said that fact and, once it is said, this row is the one that decides. */
static bool is_variant(const prapi_options *walk, const prapi_row *row, prapi_option *option) {
    if (row->event != option->event || row->when_fact == 0) return false;
    const bool is_said = walk->known->said[row->when_fact].kind != 0;
    if (is_said && !is_chosen(walk->table, row->event, row->when_fact)) return false;
    option->with = condition(row);
    prapi_option_event(walk, option, walk->variant);
    if (row->when_fact == PRAP_FACT_REASON) walk->variant->reason = (uint32_t)row->when_value;
    return prapi_row_find(walk->rulebook, walk->before, walk->stage, walk->variant) == row;
}

bool prapi_options_next(prapi_options *walk, prapi_option *ret_option) {
    for (; walk->word < prap_word_count(PRAP_WORDS_EVENT); walk->word++, walk->begun = false) {
        const prap_word *event = prap_word_at(PRAP_WORDS_EVENT, walk->word);
        const bool on_meeting_day = walk->meeting != PRAP_DAY_NONE && is_of_meeting_day(walk, event->number);
        *ret_option = (prapi_option){.event = event->number, .on = on_meeting_day ? walk->meeting : walk->as_of};
        if (!walk->begun) {
            if (!is_asked(walk, event)) continue;
            walk->begun = true;
            walk->row = 0;
            return true;
        }
        while (walk->row < row_count(walk)) {
            if (is_variant(walk, row_at(walk, walk->row++), ret_option)) return true;
        }
    }
    return false;
}
