/*
 * desk.c: every question to the desk but that of a code's life, with each fact that it takes said to be anything or not known,
 * all of them at once, and none; by any settings of those that decide, and up to MOST outages.
 *
 * Part: provider-direct/desk.c provider-direct/rows.c provider-direct/advice.c provider-direct/call-time.c
 *   provider-direct/elsewhere.c provider-direct/may-call.c provider-direct/security-event.c
 * Define: prapi_text_bytes=strlen
 * Include: exact.h
 * Options: -eva-auto-loop-unroll 110 -eva-ilevel 64 -eva-slevel-function row_of:400,prap_word_by_number:400
 *   -eva-slevel-function prap_contact_find:300,prapi_settings_take:200
 */
#include "any-call.h"
#include "any-moment.h"

#include "provider-direct/desk.h"

enum { MOST = 1 };

static prap_fact facts[PRAPI_DESK_FACT_END];
static prap_window outages[MOST];
static prap_error error;
static prap_setting settings[] = {{PRAP_POLICY_PD_DORMANT_CHANGED, 0}, {PRAP_POLICY_PRE01_NEEDS_CALL, 0},
                                  {PRAP_POLICY_SECURITY_MAILBOX, 0},   {PRAP_POLICY_SERVICE_BH, 0},
                                  {PRAP_POLICY_STOCKPILE, 0},          {PRAP_POLICY_PD_RECENT_DAYS, 0}};

enum { SETTINGS = sizeof settings / sizeof settings[0] };

static prap_status hears(void *user, const prap_desk_finding *finding) {
    (void)user;
    (void)*finding;
    return any_int();
}

/* A word of the fact's, whichever. */
static int64_t any_desk_option(uint32_t fact) {
    int64_t option = 0;
    const uint32_t n = prap_word_count(PRAP_WORDS_DESK_OPTION);
    for (uint32_t i = 0; i < n; i++) {
        const prap_word *const word = prap_word_at(PRAP_WORDS_DESK_OPTION, i);
        if (word->detail == fact && (option == 0 || maybe())) option = word->number;
    }
    return option;
}

static prap_fact any_desk_fact(uint32_t fact) {
    switch (prap_word_by_number(PRAP_WORDS_DESK_FACT, fact)->detail) {
    case PRAP_FACT_TYPE_NUMBER:
        return (prap_fact){fact, maybe() ? PRAP_VALUE_NUMBER : PRAP_VALUE_UNKNOWN, any_of(0, INT32_MAX)};
    case PRAP_FACT_TYPE_DAY:
        return (prap_fact){fact, maybe() ? PRAP_VALUE_DAY : PRAP_VALUE_UNKNOWN, any_of(PRAP_DAY_MIN, PRAP_DAY_MAX)};
    case PRAP_FACT_TYPE_OPTION:
        return (prap_fact){fact, maybe() ? PRAP_VALUE_OPTION : PRAP_VALUE_UNKNOWN, any_desk_option(fact)};
    }
    return (prap_fact){fact, maybe() ? PRAP_VALUE_YES : maybe() ? PRAP_VALUE_NO : PRAP_VALUE_UNKNOWN, 0};
}

static size_t fill(uint32_t ask) {
    size_t n = 0;
    for (uint32_t fact = 1; fact < PRAPI_DESK_FACT_END; fact++) {
        if (prap_desk_takes(ask, fact)) facts[n++] = any_desk_fact(fact);
    }
    return n;
}

static void put(uint32_t ask, size_t n) {
    prap_desk_question question;
    prap_desk_answer answer;
    ANY(question);
    question.size = sizeof question;
    question.ask = ask;
    question.at = any_moment();
    question.facts = facts;
    question.n_facts = n;
    question.outages = outages;
    question.n_outages = maybe() ? 0 : MOST;
    question.steps = NULL;
    question.n_steps = 0;
    answer.size = sizeof answer;
    (void)prap_desk_ask(prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), settings, SETTINGS, &question,
                        maybe() ? hears : NULL, NULL, &answer, MAYBE(error));
}

/* What is sent: one kind of message after the other, so that each is looked at by itself. */
static void put_messages(void) {
    const size_t n = fill(PRAP_DESK_ASK_MESSAGE);
    for (uint32_t option = PRAP_DESK_OPTION_PROFORMA; option <= PRAP_DESK_OPTION_PROCESS_CHANGE; option++) {
        for (size_t i = 0; i < n; i++) {
            if (facts[i].fact != PRAP_DESK_FACT_MESSAGE) continue;
            facts[i] = (prap_fact){PRAP_DESK_FACT_MESSAGE, PRAP_VALUE_OPTION, option};
        }
        put(PRAP_DESK_ASK_MESSAGE, n);
    }
}

/* As a call asks for it. */
static void advise(void) {
    prapi_call_said said[PRAPI_CALL_FACT_END];
    int32_t values[PRAPI_POLICY_END];
    uint32_t rule, policy;
    any_settings(values);
    //@ loop unroll PRAPI_CALL_FACT_END;
    for (uint32_t fact = 1; fact < PRAPI_CALL_FACT_END; fact++) said[fact] = any_call_said(fact);
    (void)prapi_advice_by_table(said, values, &rule, &policy);
}

static void wrong(void) {
    prap_desk_question question;
    prap_desk_answer answer;
    ANY(question);
    question.size = (uint32_t)any_of(0, sizeof question);
    question.ask = any_u32();
    question.facts = NULL;
    question.n_facts = 1;
    answer.size = any_u32();
    (void)prap_desk_ask(NULL, NULL, any_u64(), MAYBE(question), NULL, NULL, MAYBE(answer), NULL);
    (void)prap_desk_ask(prap_calendar_built_in(1), NULL, 0, &question, NULL, NULL, MAYBE(answer), &error);
    const uint32_t beyond = any_u32();
    //@ loop unroll PRAPI_SMALL_NUMBERS;
    for (uint32_t ask = 0; ask < PRAPI_SMALL_NUMBERS; ask++) (void)prap_desk_takes(ask, any_u32());
    if (beyond >= PRAPI_SMALL_NUMBERS) (void)prap_desk_takes(beyond, any_u32());
    facts[0] = (prap_fact){PRAP_DESK_FACT_MAPPA, any_u32(), (int64_t)any_u64()};
    put(PRAP_DESK_ASK_MESSAGE, 1);
    facts[0] = facts[1] = any_desk_fact(PRAP_DESK_FACT_PARTICIPANTS);
    put(PRAP_DESK_ASK_PENDING, 2);
}

int main(void) {
    error.size = sizeof error;
    outages[0] = (prap_window){any_moment(), any_moment()};
    for (size_t i = 0; i < SETTINGS; i++) {
        const prap_policy *const policy = prap_policy_by_number(settings[i].policy);
        settings[i].value = policy->highest != 0 ? any_of(policy->lowest, policy->highest) : any_of(0, INT16_MAX);
    }
    for (uint32_t ask = PRAP_DESK_ASK_MAY_CALL; ask <= PRAP_DESK_ASK_OUTAGE; ask++) {
        if (ask == PRAP_DESK_ASK_CODE) continue;
        put(ask, 0);
        if (ask == PRAP_DESK_ASK_MESSAGE) put_messages();
        else put(ask, fill(ask));
    }
    advise();
    wrong();
    return 0;
}
