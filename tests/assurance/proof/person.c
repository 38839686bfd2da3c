/*
 * person.c: one person's referrals, up to MOST of them, with any days and any answers to what is asked; by any settings of each
 * programme.
 *
 * Part: person
 * Define: prapi_text_bytes=strlen
 * Options: -eva-auto-loop-unroll 10 -eva-ilevel 64 -eva-slevel-function any_settings:400,any_stage:300
 */
#include "any-settings.h"

#include "person/person.h"
#include "referral/rulebook.h"

enum { MOST = 2 };

static prap_status hears(void *user, const prap_finding *finding) {
    (void)user;
    (void)*finding;
    return any_int();
}

/* A word of the list, whichever. */
static uint32_t any_stage(void) {
    uint32_t stage = PRAP_STATE_RECEIVED;
    const uint32_t n = prap_word_count(PRAP_WORDS_STATE);
    //@ loop unroll 100;
    for (uint32_t i = 0; i < n; i++) {
        if (maybe()) stage = prap_word_at(PRAP_WORDS_STATE, i)->number;
    }
    return stage;
}

static prap_rulebook rulebook;
static prap_person_case cases[MOST];

static void ask(size_t n) {
    prap_person_question question;
    prap_person person;
    ANY(question);
    question.size = any_u32();
    question.cases = maybe() ? LAST(cases, n) : NULL;
    question.n = n;
    person.size = any_u32();
    (void)prap_person_of(MAYBE(question), &rulebook, maybe() ? hears : NULL, NULL, MAYBE(person));
}

int main(void) {
    prap_summary summary;
    ANY(summary);
    cases[0].size = any_u32();
    (void)prap_person_case_of(MAYBE(summary), MAYBE(cases[0]));
    memset(&rulebook, 0, sizeof rulebook);
    rulebook.calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    any_settings(rulebook.settings);
    ANY(cases);
    //@ loop unroll 2;
    for (size_t i = 0; i < MOST; i++) {
        cases[i].stage = any_stage();
        cases[i].start_on = maybe() ? PRAP_DAY_NONE : any_of(PRAP_DAY_MIN, PRAP_DAY_MAX);
    }
    rulebook.programme = prapi_programme_find(PRAP_PROGRAMME_IPES);
    for (size_t n = 0; n <= MOST; n++) ask(n);
    rulebook.programme = prapi_programme_find(PRAP_PROGRAMME_WHP);
    for (size_t n = 0; n <= MOST; n++) ask(n);
    return 0;
}
