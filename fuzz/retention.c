/*
 * retention.c: fuzz target. The bytes are a question about a record: which, on which day, and facts about it. Whatever is
 * answered must agree with itself, and with the same question under a hold and a day later.
 */
#include <string.h>

#include "prap/prap.h"

#include "fuzz.h"

enum { FACTS = 24 };

static int64_t take_day(struct rest *rest) {
    const uint32_t high = take(rest), low = take(rest);
    if (high == 255) return low < 128 ? (int64_t)PRAP_DAY_MAX - (int64_t)low + 2 : (int64_t)PRAP_DAY_MIN - 2 + (int64_t)(low - 128);
    return 18000 + (int64_t)(high << 8 | low) % 5000;
}

/* Mostly a value of the fact's type. */
static prap_fact take_fact(struct rest *rest) {
    prap_fact fact = {.fact = take(rest) % 21};
    const prap_word *word = prap_word_by_number(PRAP_WORDS_RETENTION_FACT, fact.fact);
    const uint32_t how = take(rest);
    if (how < 16) {
        fact.kind = how;
        fact.value = take_day(rest);
    } else if (how < 48 || word == NULL) {
        fact.kind = PRAP_VALUE_UNKNOWN;
    } else if (word->detail == PRAP_FACT_TYPE_TRISTATE) {
        fact.kind = how & 1 ? PRAP_VALUE_YES : PRAP_VALUE_NO;
    } else {
        fact.kind = word->detail == PRAP_FACT_TYPE_DAY ? PRAP_VALUE_DAY : PRAP_VALUE_NUMBER;
        fact.value = word->detail == PRAP_FACT_TYPE_DAY ? take_day(rest) : (int64_t)take(rest);
    }
    return fact;
}

struct heard {
    prap_day as_of;
    uint32_t forbidden;
    uint32_t undecided;
    prap_day longest;
};

static prap_status hear(void *user, const prap_retention_finding *finding) {
    struct heard *heard = user;
    must(prap_rule_by_number(finding->rule) != NULL, "a finding cites no rule");
    must(prap_word_by_number(PRAP_WORDS_RETENTION_FINDING, finding->finding) != NULL, "a finding without a word");
    if (finding->severity == PRAP_SEVERITY_FORBIDDEN) heard->forbidden++;
    if (finding->severity == PRAP_SEVERITY_UNDECIDED) heard->undecided++;
    const bool period = finding->day != PRAP_DAY_NONE && finding->fact != PRAP_RETENTION_FACT_ACTIONED_ON;
    if (period && finding->day > heard->longest) heard->longest = finding->day;
    if (period) must((finding->severity == PRAP_SEVERITY_FORBIDDEN) == (heard->as_of <= finding->day), "a period bars when it is over");
    return PRAP_OK;
}

static prap_status ask(const prap_retention_question *question, prap_retention_answer *answer) {
    struct heard heard = {.as_of = question->as_of, .longest = PRAP_DAY_NONE};
    *answer = (prap_retention_answer){.size = sizeof *answer};
    const prap_status status = prap_retention_ask(NULL, 0, question, hear, &heard, answer, NULL);
    if (status != PRAP_OK) return status;
    must(answer->verdict == (heard.forbidden > 0   ? PRAP_VERDICT_REFUSED
                             : heard.undecided > 0 ? PRAP_VERDICT_UNDECIDED
                                                   : PRAP_VERDICT_PERMITTED),
         "the verdict is not what the findings say");
    must(answer->missing == heard.undecided, "something missing is not told");
    must(answer->at_least == heard.longest, "the longest period is another");
    must(answer->kept_until == PRAP_DAY_NONE || answer->kept_until == answer->at_least, "two last days");
    must(answer->disposal == PRAP_DAY_NONE || answer->disposal == answer->kept_until + 1, "another day of disposal");
    must(answer->verdict != PRAP_VERDICT_PERMITTED || answer->kept_until < question->as_of, "it may go too early");
    return PRAP_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    struct rest rest = {bytes, n};
    prap_fact facts[FACTS + 1];
    prap_retention_question question = {.size = sizeof question, .record = take(&rest) % 25,
                                        .programme = take(&rest) % 5, .facts = facts};
    question.as_of = (prap_day)take_day(&rest);
    while (rest.n > 0 && question.n_facts < FACTS) facts[question.n_facts++] = take_fact(&rest);
    prap_retention_answer answer, other;
    const prap_status status = ask(&question, &answer);
    must(status == PRAP_OK || status == PRAP_E_WORD || status == PRAP_E_DAY || status == PRAP_E_RANGE ||
             status == PRAP_E_TWICE || status == PRAP_E_TYPE,
         "a status that is not of the contract");
    if (status != PRAP_OK || question.as_of >= PRAP_DAY_MAX) return 0;
    question.as_of++;
    must(ask(&question, &other) == PRAP_OK, "a day later it cannot be asked");
    must(other.kept_until == answer.kept_until && other.at_least == answer.at_least, "a day later the days are others");
    if (question.record != PRAP_RECORD_RECEIVED_EMAIL)
        must(answer.verdict != PRAP_VERDICT_PERMITTED || other.verdict == PRAP_VERDICT_PERMITTED, "a day later it may not go");
    facts[question.n_facts++] = (prap_fact){PRAP_RETENTION_FACT_LEGAL_HOLD, PRAP_VALUE_YES, 0};
    const prap_status held = ask(&question, &answer);
    must(held == PRAP_OK || held == PRAP_E_TWICE, "a hold cannot be told of");
    if (held != PRAP_OK) return 0;
    must(answer.verdict == PRAP_VERDICT_REFUSED && answer.disposal == PRAP_DAY_NONE, "a hold lets it go");
    must(other.at_least == answer.at_least && other.kept_until == answer.kept_until, "a hold moves a day");
    return 0;
}
