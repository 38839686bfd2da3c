/*
 * notices.c: what follows from any event that was permitted: each row of each programme, and of two of them each event without
 * a row and what is owed, fact by fact; with any case before and after it, any facts, clocks and settings, and up to FEW
 * suspensions.
 *
 * Part: referral/notices.c
 * Define: prapi_text_bytes=strlen
 * Include: exact-bits.h
 * Options: -eva-domains cvalue,symbolic-locations -eva-auto-loop-unroll 20 -eva-slevel-function any_facts:2000,find_cite:400
 *   -eva-slevel-function any_settings:400,prapi_words:2000,prap_word_by_number:400
 */
#include "any-judge.h"

#include "referral/notices.h"

enum { PROGRAMMES = 5, FEW = 2 };

static prap_rulebook rulebook;
static prapi_case before, after;
static prapi_event event;
static prapi_clock_days days;
static prapi_supplement supplement;
static prap_answer answer;

static void raise_of(uint32_t number, const prapi_row *row, uint32_t owed) {
    prapi_judge judge;
    ANY(judge);
    event.event = number;
    event.breaches = (uint32_t)any_of(0, PRAPI_BROKE);
    judge.rulebook = &rulebook;
    judge.before = &before;
    judge.event = &event;
    judge.days = &days;
    judge.stage = (uint32_t)any_of(0, PRAPI_NUMBERS - 1);
    judge.scenario = (uint32_t)any_of(0, PRAP_SCENARIO_DUPLICATE);
    memset(&judge.owed, 0, sizeof judge.owed);
    if (owed != 0) judge.owed.bits[owed / 64] = UINT64_C(1) << owed % 64;
    judge.voiding = NULL;
    answer.programme = rulebook.programme;
    answer.scenario = judge.scenario;
    answer.n_notices = 0;
    prapi_notices_raise(&judge, row, &after, &days, &event, &answer);
}

static void raise_all(uint32_t programme) {
    any_rulebook(&rulebook, programme);
    any_case(&before, programme);
    any_case(&after, programme);
    any_event(&event, programme);
    any_clock_days(&days);
    raise_of(PRAP_EVENT_MANDATED_ACTIVITY_FAILED, NULL, 0);
    rulebook.supplement = &supplement;
    //@ loop unroll PRAPI_RULEBOOK_ROWS;
    for (size_t i = 0; i < rulebook.programme->n_rows; i++) {
        raise_of(rulebook.programme->rows[i].event, &rulebook.programme->rows[i], 0);
    }
}

static void raise_rest(void) {
    //@ loop unroll PRAPI_EVENT_END;
    for (uint32_t number = 1; number < PRAPI_EVENT_END; number++) raise_of(number, NULL, 0);
    //@ loop unroll PRAPI_FACT_END;
    for (uint32_t fact = 1; fact < PRAPI_FACT_END; fact++) raise_of(PRAP_EVENT_ALLOTTED_TIME_ENDED, NULL, fact);
}

int main(void) {
    any_supplement(&supplement);
    supplement.n_suspensions = (uint32_t)any_of(0, FEW);
    for (uint32_t programme = 1; programme <= PROGRAMMES; programme++) {
        raise_all(programme);
        if (programme <= PRAP_PROGRAMME_WHP) raise_rest();
    }
    return 0;
}
