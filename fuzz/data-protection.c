/*
 * data-protection.c: fuzz target. The bytes are facts, a day and a stage; with them both questions of chapter 15 are asked:
 * what becomes of a request to erase, and may a message be sent. Whatever is answered must agree with itself.
 */
#include "prap/prap.h"

#include "fuzz.h"
#include "heap.h"
#include "take-facts.h"

enum { FACTS = 28 };

static const prap_allocator memory = HEAP_ALLOCATOR;

/* A fact and a byte that says its value: of the procedures' facts mostly, and of the type that it has. */
static prap_fact take_fact(struct rest *rest) {
    const uint32_t which = take(rest);
    return take_value(rest, which, 18855);
}

static bool is_of_the_contract(prap_status status) {
    return status == PRAP_OK || status == PRAP_E_WORD || status == PRAP_E_TYPE || status == PRAP_E_RANGE ||
           status == PRAP_E_DAY || status == PRAP_E_TWICE || status == PRAP_E_LIMIT || status == PRAP_E_COVERAGE ||
           status == PRAP_E_REQUIRED || status == PRAP_E_ORDER;
}

static uint32_t said_of(const prap_erasure *erasure, uint32_t fact) {
    for (uint32_t i = 0; i < erasure->n_facts; i++) {
        if (erasure->facts[i].fact == fact) return erasure->facts[i].kind;
    }
    return 0;
}

static void ask_erasure(const prap_calendar *calendar, const prap_fact *facts, size_t n, prap_day received_on) {
    const prap_erasure_question question = {.size = sizeof question, .received_on = received_on, .facts = facts,
                                            .n_facts = n};
    prap_erasure erasure = {.size = sizeof erasure};
    const prap_status status = prap_erasure_decide(calendar, NULL, 0, &question, &erasure, NULL);
    must(is_of_the_contract(status), "a status that is not of the contract");
    if (status != PRAP_OK) return;
    const bool accepts = erasure.outcome == PRAP_ERASURE_OUTCOME_ACCEPT;
    must(prap_word_by_number(PRAP_WORDS_ERASURE_OUTCOME, erasure.outcome) != NULL, "an outcome that is no word");
    must(prap_rule_by_number(erasure.rules[0]) != NULL, "an outcome without a rule");
    must((erasure.n_missing > 0) == (erasure.outcome == PRAP_ERASURE_OUTCOME_UNDECIDED), "undecided, and nothing missing");
    for (uint32_t i = 0; i < erasure.n_missing; i++) {
        must(said_of(&erasure, erasure.missing[i]) == 0, "missing, and known");
    }
    must(!accepts || said_of(&erasure, PRAP_FACT_STARTED) == PRAP_VALUE_NO, "accepted for one who may have started");
    must(!accepts || said_of(&erasure, PRAP_FACT_MANDATION_EVIDENCE_HELD) == PRAP_VALUE_NO, "accepted over evidence");
    must(accepts == (erasure.letter == PRAP_OPTION_ACCEPTED_LETTER), "another letter than decided");
    must((erasure.due == PRAP_DAY_NONE) == (received_on == PRAP_DAY_NONE), "a day that was not asked for");
    must(erasure.prudent <= erasure.due && erasure.last_working_day <= erasure.due, "the days are out of order");
}

static void ask_message(const prap_rulebook *rulebook, prap_answer *answer, const prap_message *message) {
    const prap_status status = prap_may_send(rulebook, message, answer, NULL);
    must(is_of_the_contract(status), "a status that is not of the contract");
    if (status != PRAP_OK) return;
    const uint32_t verdict = prap_answer_summary(answer)->verdict, n = prap_answer_reason_count(answer);
    /* With an override the answer is that of recording it all the same: permitted, and the reasons are breaches. */
    bool overridden = false;
    for (size_t i = 0; i < message->n_facts; i++) overridden = overridden || message->facts[i].fact == PRAP_FACT_OVERRIDE;
    must(overridden || (verdict == PRAP_VERDICT_PERMITTED) == (n == 0), "permitted with a reason, or not without");
    must(verdict == PRAP_VERDICT_PERMITTED || n > 0, "not permitted, and no reason");
    bool forbidden = false;
    for (uint32_t i = 0; i < n; i++) {
        const prap_reason *reason = prap_answer_reason_at(answer, i);
        forbidden = forbidden || reason->severity == PRAP_SEVERITY_FORBIDDEN;
        must(prap_rule_by_number(reason->rule) != NULL, "a reason without a rule");
        must(reason->severity != PRAP_SEVERITY_UNDECIDED || reason->fact != 0, "undecided without a fact");
    }
    must(overridden || forbidden == (verdict == PRAP_VERDICT_REFUSED), "refused without what forbids");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    struct rest rest = {bytes, n};
    prap_fact facts[FACTS];
    const prap_calendar *calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    const uint32_t stage = take(&rest), day = take(&rest);
    prap_message message = {.size = sizeof message, .stage = stage, .on = 18600 + (prap_day)day, .facts = facts};
    while (rest.n > 0 && message.n_facts < FACTS) facts[message.n_facts++] = take_fact(&rest);
    ask_erasure(calendar, facts, message.n_facts, day == 255 ? PRAP_DAY_NONE : message.on);
    static prap_rulebook *rulebook; /* made once: a question leaves nothing in either */
    static prap_answer *answer;
    if (rulebook == NULL) {
        must(prap_rulebook_create(&memory, PRAP_PROGRAMME_EMAIL, calendar, NULL, 0, &rulebook, NULL) == PRAP_OK, "no rulebook");
        must(prap_answer_create(&memory, &answer) == PRAP_OK, "no answer");
    }
    ask_message(rulebook, answer, &message);
    return 0;
}
