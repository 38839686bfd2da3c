/*
 * decide.c: an event before any case, with any facts, any settings and what the journal may say of voiding: an event without a row,
 * and a row that voids, one that forbids and one that moves, each as the only one of its event; and any case as it stands on any day.
 *
 * Part: referral/decide.c
 * Define: prapi_text_bytes=strlen
 * Include: exact-bits.h
 * Options: -eva-domains cvalue,symbolic-locations -eva-auto-loop-unroll 24 -eva-min-loop-unroll 16 -eva-split-limit 200
 *   -eva-slevel-function any_settings:400,prapi_words:2000,prap_word_by_number:400,any_facts:2000,find_cite:400
 *   -eva-slevel-function say_all:400,unsay:400,all_said:400
 */
#include "any-judge.h"

#include "referral/decide.h"

static prap_rulebook rulebook;
static prapi_case before, after;
static prapi_event event;
static prapi_void voiding;
static prap_answer answer;

static void decide(uint32_t number, const prapi_void *found) {
    event.event = number;
    prapi_case_clear(&after);
    (void)prapi_decide(&rulebook, &before, &event, found, maybe(), &answer, &after);
}

/* Of every fact something is said, which may be that nothing is: walks over the facts then come to each. */
static void all_said(prapi_facts *facts) {
    memset(facts, 0, sizeof *facts);
    for (uint32_t fact = 1; fact < PRAPI_FACT_END; fact++) facts->bits[fact / 64] |= UINT64_C(1) << fact % 64;
}

static void any_of_programme(uint32_t programme) {
    any_rulebook(&rulebook, programme);
    any_case(&before, programme);
    any_case(&voiding.without, programme);
    any_event(&event, programme);
    all_said(&before.facts);
    all_said(&voiding.without.facts);
    all_said(&event.facts);
    voiding.possible = maybe();
    voiding.frees_none = maybe();
}

/* The row is the one that the event has; one of any event is the first's. */
static void decide_row(size_t i, const prapi_void *found) {
    const uint32_t said = rulebook.programme->rows[i].event, number = said == PRAPI_ANY ? 1 : said;
    rulebook.rows[0] = (uint16_t)i;
    memset(rulebook.first_row, 0, sizeof rulebook.first_row);
    rulebook.first_row[number + 1] = 1;
    rulebook.first_own_row[number + 1] = rulebook.first_own_row[number] + 1;
    decide(number, found);
    rulebook.first_own_row[number + 1] = rulebook.first_own_row[number];
}

/* The first row of an event that leads to a stage. */
static size_t row_of(uint32_t number, uint32_t to) {
    const prapi_row *const rows = rulebook.programme->rows;
    size_t i = 0;
    //@ loop unroll PRAPI_RULEBOOK_ROWS;
    while (rows[i].event != number || rows[i].to != to) i++;
    return i;
}

static void find_row_of(size_t i) {
    rulebook.rows[0] = (uint16_t)i;
    memset(rulebook.first_row, 0, sizeof rulebook.first_row);
    event.event = rulebook.programme->rows[i].event;
    rulebook.first_row[event.event + 1] = 1;
    (void)prapi_row_find(&rulebook, &before, (uint32_t)any_of(0, PRAPI_NUMBERS - 1), &event);
}

/* The first row that asks for a fact, and the first that asks for a limit. */
static void find_rows(void) {
    const prapi_row *const rows = rulebook.programme->rows;
    size_t fact = 0, limit = 0;
    //@ loop unroll PRAPI_RULEBOOK_ROWS;
    while (rows[fact].when_fact == 0) fact++;
    //@ loop unroll PRAPI_RULEBOOK_ROWS;
    while (rows[limit].when_by == 0) limit++;
    find_row_of(fact);
    find_row_of(limit);
}

int main(void) {
    any_of_programme(PRAP_PROGRAMME_IPES);
    (void)prapi_describe(&rulebook, &before, any_day(), &answer);
    find_rows();
    (void)prapi_programme_opens(rulebook.programme, PRAP_EVENT_ACCEPT);
    decide(PRAP_EVENT_ACCEPT, NULL);
    decide_row(row_of(PRAP_EVENT_ENTRY_VOIDED, PRAPI_SAME), &voiding);
    decide_row(row_of(PRAP_EVENT_START_RECORDED, PRAP_STATE_NONE), NULL);
    decide_row(row_of(PRAP_EVENT_ACCEPT, PRAP_STATE_ACCEPTED), NULL);
    return 0;
}
