/* closing.c: see closing.h. */
#include <string.h>

#include "prap/evidence.h"
#include "prap/vocabulary.h"

#include "base/always.h"
#include "referral/closing.h"

#define X(NUMBER, NAME, WORD_NAME, PHASE, MEANING) _Static_assert((NUMBER) < PRAPI_STAGES, "a stage is an index");
#include "vocabulary/states.def"
#undef X

static bool moves(const prapi_row *row) {
    return row->to != PRAP_STATE_NONE && row->event != PRAPI_ANY;
}

/* Does the row name the stage? What can happen at any stage names none. The state of no case can only stand first. */
static bool names(const prapi_row *row, uint32_t stage) {
    if (stage == PRAP_STATE_NONE) return row->from[0] == stage;
    for (size_t i = 0; i < PRAPI_ROW_FROM; i++) {
        if (row->from[i] == stage) return true;
    }
    return false;
}

static bool is_from(const prapi_row *row, uint32_t stage) {
    return names(row, stage) || (row->from[0] == PRAPI_ANY && stage != PRAP_STATE_NONE);
}

bool prapi_stage_is_final(const prapi_programme *programme, uint32_t stage) {
    if (!prapi_stage_is_ended(stage)) return false;
    for (size_t i = 0; i < programme->n_rows; i++) {
        const prapi_row *row = &programme->rows[i];
        if (moves(row) && row->to != PRAPI_SAME && names(row, stage)) return false;
    }
    return true;
}

/* The error that the facts or the case tell of, as the programme's matrix has it; or NULL. */
static const prapi_scenario *error_of(const prapi_programme *programme, const prapi_case *before,
                                      const prapi_event *known) {
    for (size_t i = 0; i < programme->n_carries; i++) {
        const prapi_carry *carry = &programme->carries[i];
        const prapi_said *said = &known->said[carry->fact];
        if (carry->sets.region != PRAP_REGION_SCENARIO || said->kind != PRAP_VALUE_OPTION) continue;
        if (said->value == carry->value) return prapi_scenario_find(programme, carry->sets.value);
    }
    return prapi_scenario_find(programme, before->regions[PRAP_REGION_SCENARIO]);
}

static void add(prapi_events *events, uint32_t event) {
    events->bits[event / 64] |= UINT64_C(1) << event % 64;
}

/* The lines of the decision table that begin with what is known. */
static void by_table(const prapi_outcomes *table, const prapi_event *known, prapi_events *by) {
    for (size_t i = 0; i < table->n_rows; i++) {
        const prapi_outcome *row = &table->rows[i];
        const prapi_said *said = &known->said[row->fact];
        if (row->fact == 0 || row->ground != PRAPI_GROUND_SAID || said->kind == 0) continue;
        if (said->value == row->value) add(by, row->event);
    }
}

static void by_what_is_known(const prap_rulebook *rulebook, const prapi_case *before, const prapi_event *known,
                             prapi_events *by) {
    const prapi_scenario *error = error_of(rulebook->programme, before, known);
    if (error == NULL) {
        by_table(prapi_outcomes_find(rulebook->programme->number), known, by);
        return;
    }
    add(by, error->closes[0]);
    add(by, error->closes[1]);
}

bool prapi_closing_by(const prapi_closing *closing, uint32_t event) {
    return (closing->by.bits[event / 64] >> event % 64 & 1) != 0;
}

bool prapi_closing_by_any(const prapi_closing *closing) {
    uint64_t any = 0;
    for (size_t i = 0; i < PRAPI_EVENT_WORDS; i++) any |= closing->by.bits[i];
    return any == 0;
}

/* Is it shorter by this row from a stage? */
static bool shortens(prapi_closing *closing, const prapi_row *row, uint32_t stage, unsigned had) {
    const unsigned has = had != 0 || prapi_closing_by(closing, row->event) ? 1 : 0;
    const uint32_t to = row->to == PRAPI_SAME ? stage : row->to;
    if (closing->far[has][to] == PRAPI_FAR || closing->far[has][to] + 1 >= closing->far[had][stage]) return false;
    closing->far[had][stage] = (uint8_t)(closing->far[has][to] + 1);
    return true;
}

static bool shortens_any(prapi_closing *closing, const prapi_row *row) {
    bool any = false;
    for (uint32_t stage = 0; stage < PRAPI_STAGES; stage++) {
        if (!is_from(row, stage)) continue;
        if (shortens(closing, row, stage, 0)) any = true;
        if (shortens(closing, row, stage, 1)) any = true;
    }
    return any;
}

void prapi_closing_find(const prap_rulebook *rulebook, const prapi_case *before, const prapi_event *known, uint32_t end,
                        prapi_closing *ret_closing) {
    const prapi_programme *programme = rulebook->programme;
    memset(ret_closing->far, PRAPI_FAR, sizeof ret_closing->far);
    ret_closing->by = (prapi_events){{0}};
    if (end != 0) add(&ret_closing->by, end);
    else by_what_is_known(rulebook, before, known, &ret_closing->by);
    const bool by_any = prapi_closing_by_any(ret_closing);
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_STATE); i++) {
        const uint32_t stage = prap_word_at(PRAP_WORDS_STATE, i)->number;
        if (!prapi_stage_is_final(programme, stage)) continue;
        ret_closing->far[1][stage] = 0;
        if (by_any) ret_closing->far[0][stage] = 0;
    }
    for (bool again = true; again;) {
        again = false;
        for (size_t i = 0; i < programme->n_rows; i++) {
            if (moves(&programme->rows[i]) && shortens_any(ret_closing, &programme->rows[i])) again = true;
        }
    }
}

uint32_t prapi_stage_urges(const prapi_programme *programme, uint32_t stage) {
    for (size_t i = 0; i < programme->n_rows; i++) {
        const prapi_row *row = &programme->rows[i];
        for (size_t k = 0; row->to == stage && PRAPI_ALWAYS(k < PRAPI_ROW_NOTICES) && row->notices[k] != 0; k++) {
            const prap_notice_kind *kind = prap_notice_kind_by_number(row->notices[k]);
            if (kind->recipient != PRAP_RECIPIENT_PROVIDER) continue;
            if (kind->due == PRAP_NOTICE_DUE_IMMEDIATELY || kind->due == PRAP_NOTICE_DUE_PROMPTLY) return kind->due;
        }
    }
    return 0;
}
