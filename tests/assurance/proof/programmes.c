/*
 * programmes.c: the rows of every programme, and of none, as they are shown; which rule speaks in each for every measure and
 * notice; how errors are closed; the presets; and the decision on any six facts of a request to erase.
 *
 * Part: programmes
 * Define: prapi_text_bytes=strlen
 * Options: -eva-auto-loop-unroll 20 -eva-slevel 30
 *   -eva-slevel-function moves:2000,cites:400,find_cite:600,listed:60,prapi_words:2000,prap_word_by_number:400,main:100
 */
#include "any.h"

#include "programmes/erasure/decision.h"
#include "programmes/outcomes.h"
#include "programmes/programme.h"

enum { PROGRAMMES = 5 };

static void moves(uint32_t programme) {
    prap_move move;
    move.size = sizeof move;
    for (uint32_t i = 0; i < prap_move_count(programme); i++) (void)prap_move_get(programme, i, &move);
    (void)prap_move_get(programme, prap_move_count(programme), &move);
    move.size = (uint32_t)any_of(0, sizeof move - 1);
    (void)prap_move_get(programme, any_u32(), MAYBE(move));
    (void)prapi_outcomes_find(programme);
}

static void cites(uint32_t programme, uint32_t kind) {
    uint32_t rule;
    for (uint32_t i = 0; i < prap_word_count(kind); i++) {
        const uint32_t number = prap_word_at(kind, i)->number;
        for (uint32_t scenario = 0; scenario <= PRAP_SCENARIO_DUPLICATE; scenario++) {
            (void)prapi_programme_cites(prapi_programme_find(programme), kind, number, scenario, &rule);
        }
    }
}

static void erasures(void) {
    prapi_erasure_known known;
    known.gap_rejects = maybe();
    for (uint32_t which = 0; which < PRAPI_ERASURE_FACTS; which++) {
        (void)prapi_erasure_fact(which);
        known.said[which] = any_u32();
    }
    (void)prapi_erasure_decide(&known);
}

int main(void) {
    for (uint32_t programme = 0; programme <= PROGRAMMES + 1; programme++) moves(programme);
    for (uint32_t programme = 1; programme <= PROGRAMMES; programme++) {
        cites(programme, PRAP_WORDS_MEASURE);
        (void)prapi_scenario_find(prapi_programme_find(programme), any_u32());
    }
    cites(PRAP_PROGRAMME_IPES, PRAP_WORDS_NOTICE);
    (void)prap_region_words(any_u32());
    (void)prap_preset_count();
    (void)prap_preset_at(any_u32());
    (void)prapi_programme_find(any_u32());
    erasures();
    return 0;
}
