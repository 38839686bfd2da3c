/*
 * options.c: what can be put to any case by a programme of one row, whichever of two programmes' rows it is, from its event on,
 * whatever is known of the facts, with the table of outcomes or without; and the event that trying it makes.
 *
 * Part: referral/options.c
 * Define: prapi_text_bytes=strlen
 * Options: -eva-domains cvalue,symbolic-locations -eva-auto-loop-unroll 20 -eva-ilevel 200 -eva-plevel 200
 *   -eva-slevel-function any_settings:400,prapi_words:2000,prap_word_by_number:400,any_facts:2000
 */
#include "any-judge.h"

#include "referral/options.h"

static prap_rulebook rulebook;
static prapi_programme programme;
static prapi_case before;
static prapi_event known, variant;

static void walk_from(uint32_t word, bool begun, const prapi_outcomes *table) {
    prapi_event event;
    prapi_option option;
    prapi_options walk = {
        .rulebook = &rulebook, .before = &before, .known = &known, .variant = &variant, .stage = (uint32_t)any_of(0, PRAPI_NUMBERS - 1),
        .as_of = any_day(), .meeting = any_day_or_none(), .table = table, .word = word, .begun = begun};
    if (!prapi_options_next(&walk, &option)) return;
    prapi_option_event(&walk, &option, &event);
}

/* Where an event stands among the words. */
static uint32_t place_of(uint32_t number) {
    uint32_t place = 0;
    //@ loop unroll PRAPI_EVENT_END;
    while (prap_word_at(PRAP_WORDS_EVENT, place)->number != number) place++;
    return place;
}

/* A programme that has this row of another and no other; what it says of any event it says of the first. */
static uint32_t narrow_to(const prapi_programme *whole, size_t i) {
    const uint32_t event = whole->rows[i].event == PRAPI_ANY ? 1 : whole->rows[i].event;
    programme = *whole;
    programme.rows = &whole->rows[i];
    programme.n_rows = 1;
    memset(rulebook.first_row, 0, sizeof rulebook.first_row);
    rulebook.first_row[event + 1] = 1;
    return event;
}

static void walk_all(uint32_t number) {
    any_rulebook(&rulebook, number);
    const prapi_programme *const whole = rulebook.programme;
    const prapi_outcomes *const table = prapi_outcomes_find(number);
    rulebook.programme = &programme;
    any_case(&before, number);
    any_event(&known, number);
    //@ loop unroll PRAPI_RULEBOOK_ROWS;
    for (size_t i = 0; i < whole->n_rows; i++) {
        const uint32_t place = place_of(narrow_to(whole, i));
        walk_from(place, true, i % 2 == 0 ? table : NULL);
        walk_from(place, false, i % 2 == 0 ? NULL : table);
    }
    walk_from((uint32_t)any_of(0, PRAPI_EVENT_END - 1), false, table);
}

int main(void) {
    walk_all(PRAP_PROGRAMME_IPES);
    walk_all(PRAP_PROGRAMME_ERASURE);
    return 0;
}
