/*
 * answer.c: an answer as it is made, read and held against another, any two of them; and the shortest ways to an end that a
 * programme's rows make, by any event, case and facts.
 *
 * Part: referral/answer.c referral/difference.c referral/closing.c
 * Define: prapi_text_bytes=strlen
 * Options: -eva-auto-loop-unroll 100 -eva-slevel-function prap_word_by_number:400,prapi_closing_find:100
 *   -eva-slevel-function prapi_words:2000,prap_word_find:1000,compare_regions:400 -eva-split-return-function prap_answer_create:0
 */
#include "any-answer.h"
#include "any-case.h"

#include "referral/closing.h"
#include "referral/rulebook.h"

enum { MOST = 2 };

static prap_answer answer, other;

static prap_status hears(void *user, const prap_difference *difference) {
    (void)user;
    (void)*difference;
    return any_int();
}

static void *allocate(void *user, size_t bytes) {
    (void)user;
    return maybe() && bytes <= sizeof answer ? &answer : NULL;
}

static void release(void *user, void *memory, size_t bytes) {
    (void)user;
    (void)memory;
    (void)bytes;
}

static const prap_allocator allocator = {.size = sizeof allocator, .allocate = allocate, .release = release};
static const prap_allocator lacking = {.size = sizeof lacking};

static void make(void) {
    prap_answer *made = NULL;
    (void)prap_answer_create(NULL, &made);
    (void)prap_answer_create(&lacking, &made);
    if (prap_answer_create(&allocator, &made) == PRAP_OK) prap_answer_destroy(made);
    prap_answer_destroy(NULL);
}

static void add(void) {
    any_answer(&answer, PRAP_PROGRAMME_IPES, PRAPI_DEADLINES_MAX);
    prapi_answer_notice(&answer, PRAP_NOTICE_MADE_DAY_ASSUMED, 0, answer_day());
    prapi_answer_notice(&answer, PRAP_NOTICE_EVIDENCE_OWED, PRAP_FACT_MADE, answer_day());
}

static void look(const prap_answer *of) {
    (void)prap_answer_summary(of);
    (void)prap_answer_reason_at(of, any_u32());
    (void)prap_answer_deadline_at(of, any_u32());
    (void)prap_answer_notice_at(of, any_u32());
    (void)prap_answer_setting_at(of, any_u32());
    (void)prap_summary_region(of == NULL ? NULL : &of->summary, any_u32());
}

static void close(uint32_t programme) {
    static prap_rulebook rulebook;
    static prapi_case state;
    static prapi_event known;
    prapi_closing closing;
    memset(&rulebook, 0, sizeof rulebook);
    rulebook.programme = prapi_programme_find(programme);
    any_case(&state, programme);
    any_facts(&known.facts, known.said);
    prapi_closing_find(&rulebook, &state, &known, 0, &closing);
    prapi_closing_find(&rulebook, &state, &known, PRAP_EVENT_USE_CEASED, &closing);
    (void)prapi_closing_by(&closing, (uint32_t)any_of(1, PRAPI_EVENT_END - 1));
    (void)prapi_stage_urges(rulebook.programme, any_u32());
}

int main(void) {
    make();
    add();
    look(&answer);
    look(NULL);
    any_answer(&other, PRAP_PROGRAMME_IPES, MOST);
    (void)prap_answer_difference(&answer, &other, hears, NULL);
    (void)prap_answer_difference(MAYBE(answer), MAYBE(other), maybe() ? hears : NULL, NULL);
    close(PRAP_PROGRAMME_EMAIL);
    return 0;
}
