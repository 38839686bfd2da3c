/*
 * message.c: whether any unencrypted email may be sent of a use at each stage, with each fact that the two events take said to
 * be anything, all of them at once, and none, by any settings. The rows of the two events stand as rulebook.c sorts them.
 *
 * Part: referral/message.c
 * Define: prapi_text_bytes=strlen
 * Include: exact-bits.h
 * Options: -eva-domains cvalue,symbolic-locations -eva-auto-loop-unroll 50 -eva-slevel-function find_cite:400
 *   -eva-slevel-function any_settings:400,prapi_words:2000,prap_word_by_number:400,fill:400
 */
#include "any-judge.h"

#include "prap/data-protection.h"
#include "referral/answer.h"

static prap_rulebook rulebook;
static prap_fact facts[PRAPI_FACT_END];
static prap_answer answer;
static prap_error error;

#define F(NAME) PRAP_FACT_##NAME

/* What the guards of unencrypted email look at. */
static size_t fill(void) {
    static const uint16_t asked[] = {
        F(AUTOMATIC), F(BUSINESS_NEED), F(CEASES_ON), F(DEPARTMENT_TOLD), F(DILIGENCE_DONE), F(EXEMPTION), F(FORWARDED),
        F(LIST_SUPPLIED), F(NO_OFFSHORE), F(ORGANISATION), F(PERMITTED_ON), F(PROCESS), F(RECIPIENT_DESIGNATED),
        F(RECIPIENT_ENTITLED), F(RECORDS), F(SENDER_DESIGNATED), F(STANDARD_CONTENT), F(SUBCONTRACTOR_APPROVED),
        F(SUPPLY_CHAIN_SHARING), F(SUSPENDED_BY), F(TEMPLATE_INCLUDED), F(USE_FROM)};
    size_t n = 0;
    for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++) {
        const prapi_said said = any_said(asked[i]);
        facts[n++] = (prap_fact){asked[i], said.kind, said.value};
    }
    return n;
}

static void put_rows(uint32_t event, uint16_t from) {
    uint16_t n = from;
    //@ loop unroll PRAPI_RULEBOOK_ROWS;
    for (size_t i = 0; i < rulebook.programme->n_rows; i++) {
        if (rulebook.programme->rows[i].event == event) rulebook.rows[n++] = (uint16_t)i;
    }
    rulebook.first_row[event] = rulebook.first_own_row[event] = from;
    rulebook.first_row[event + 1] = rulebook.first_own_row[event + 1] = n;
}

static void ask(uint32_t stage, size_t n) {
    prap_message message;
    ANY(message);
    message.size = sizeof message;
    message.stage = stage;
    message.facts = facts;
    message.n_facts = n;
    (void)prap_may_send(&rulebook, &message, &answer, MAYBE(error));
}

static void ask_all(size_t n) {
    const prapi_programme *const programme = rulebook.programme;
    ask(0, n);
    //@ loop unroll PRAPI_RULEBOOK_ROWS;
    for (size_t i = 0; i < programme->n_rows; i++) {
        if (programme->rows[i].when_fact == PRAP_FACT_STAGE) ask((uint32_t)programme->rows[i].when_value, n);
    }
}

static void wrong(void) {
    prap_message message;
    ANY(message);
    message.size = (uint32_t)any_of(0, sizeof message);
    message.facts = NULL;
    message.n_facts = 1;
    (void)prap_may_send(MAYBE(rulebook), MAYBE(message), MAYBE(answer), MAYBE(error));
    ask(UINT32_MAX, 0);
    any_rulebook(&rulebook, PRAP_PROGRAMME_WHP);
    ask(0, 0);
}

int main(void) {
    error.size = sizeof error;
    any_rulebook(&rulebook, PRAP_PROGRAMME_EMAIL);
    put_rows(PRAP_EVENT_CASE_IMPORTED, 0);
    put_rows(PRAP_EVENT_MESSAGE_SENT, 100);
    ask_all(fill());
    ask_all(0);
    wrong();
    return 0;
}
