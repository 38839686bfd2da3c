/*
 * command.c: what a caller says before it can be judged: any event, days, flags and ids of the lengths below, with any value
 * of a fact of each type, of one that there is not, and of one twice; and a request to erase with any values of the facts that
 * decide.
 *
 * Part: referral/command.c referral/erasure.c
 * Define: prapi_text_bytes=strlen
 * Options: -eva-auto-loop-unroll 20 -eva-slevel-function prap_word_by_number:400,prapi_settings_take:200,prapi_words:2000
 *   -eva-slevel-function read_long:500,prapi_text_is_printable:500
 *   -eva-split-return-function read_long:0:2:3:4,prapi_due_of:0
 */
#include "any-case.h"

#include "programmes/erasure/decision.h"
#include "programmes/programme.h"
#include "referral/command.h"
#include "referral/erasure.h"

enum { LONGEST = 6, MOST = 2 };

static prap_error error;
static prapi_command checked;
static prap_fact facts[PRAP_ERASURE_FACTS];
static char id[LONGEST];

static prap_fact any_value(uint32_t fact) {
    return (prap_fact){fact, any_u32(), (int64_t)any_u64()};
}

static void check(size_t n_facts, size_t n) {
    prap_command command;
    ANY(command);
    command.size = (uint32_t)any_of(0, sizeof command);
    command.key = (prap_key){{LAST(id, n), n}, {LAST(id, n), n}};
    command.id = (prap_text){LAST(id, n), n};
    command.facts = facts;
    command.n_facts = n_facts;
    command.event = (uint32_t)any_of(0, PRAPI_EVENT_END);
    memset(&checked, 0, sizeof checked);
    (void)prapi_command_check(&command, &checked, MAYBE(error));
}

static void commands(void) {
    static const uint32_t known[] = {PRAP_FACT_MADE, PRAP_FACT_REASON, PRAP_FACT_CODE, PRAP_FACT_SCR,
                                     PRAP_FACT_RECEIVED_ON, PRAP_FACT_STAGE, PRAPI_FACT_END - 1};
    facts[0] = any_value(0);
    check(1, 1);
    facts[0] = any_value(PRAPI_FACT_END);
    check(1, LONGEST);
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        facts[0] = any_value(known[i]);
        facts[1] = any_value(known[i]);
        check(1, 1);
        check(MOST, 1);
    }
    check(0, 0);
    check(PRAP_FACTS_MAX + 1, 1);
    prap_command command = {.size = sizeof command, .event = 1, .key = {{NULL, 0}, {id, 1}}, .n_facts = 1};
    memset(&checked, 0, sizeof checked);
    (void)prapi_fields_check(&command, &checked, &error);
}

static void ask(size_t n) {
    prap_erasure_question question;
    prap_erasure erasure;
    const prap_setting setting = {PRAP_POLICY_ERASE_GAP, any_int()};
    question.size = (uint32_t)any_of(0, sizeof question);
    question.received_on = any_int();
    question.facts = facts;
    question.n_facts = n;
    erasure.size = any_u32();
    (void)prap_erasure_decide(prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), &setting, 1, &question, &erasure,
                              MAYBE(error));
    (void)prap_erasure_decide(NULL, NULL, any_u64(), MAYBE(question), MAYBE(erasure), NULL);
}

static void erasures(void) {
    static prapi_case state;
    static prapi_event known;
    for (uint32_t i = 0; i < PRAPI_ERASURE_FACTS; i++) facts[i] = any_value(prapi_erasure_fact(i));
    ask(PRAPI_ERASURE_FACTS);
    ask(0);
    facts[0] = any_value(PRAP_FACT_SCR);
    ask(1);
    any_case(&state, PRAP_PROGRAMME_WHP);
    any_facts(&known.facts, known.said);
    prapi_erasure_facts_of(&state, &known);
}

int main(void) {
    error.size = sizeof error;
    ANY(id);
    commands();
    erasures();
    return 0;
}
