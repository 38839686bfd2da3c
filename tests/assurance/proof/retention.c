/*
 * retention.c: how long each record is kept, by any facts, days and settings: each fact is said to be anything or not to be
 * known, all of them at once; and one fact that there is not, or is given twice.
 *
 * Part: retention
 * Define: prapi_text_bytes=strlen
 * Options: -eva-auto-loop-unroll 400
 */
#include "any.h"

#include "retention/retention.h"

static prap_status hears(void *user, const prap_retention_finding *finding) {
    (void)user;
    (void)*finding;
    return any_int();
}

static prap_setting setting;
static prap_fact facts[PRAPI_RETENTION_FACT_END];

static void ask(uint32_t record, size_t n) {
    prap_retention_question question;
    prap_retention_answer answer;
    prap_error error = {.size = sizeof error};
    ANY(question);
    question.size = sizeof question;
    question.record = record;
    question.facts = LAST(facts, n);
    question.n_facts = n;
    answer.size = sizeof answer;
    (void)prap_retention_ask(&setting, 1, &question, maybe() ? hears : NULL, NULL, &answer, MAYBE(error));
}

static void wrong(void) {
    prap_retention_question question;
    prap_retention_answer answer;
    ANY(question);
    question.size = (uint32_t)any_of(0, sizeof question); /* what a caller says there is, there is */
    question.facts = NULL;
    answer.size = any_u32();
    (void)prap_retention_ask(NULL, any_u64(), MAYBE(question), NULL, NULL, MAYBE(answer), NULL);
}

int main(void) {
    const size_t most = PRAPI_RETENTION_FACT_END - 1;
    ANY(setting);
    ANY(facts);
    for (uint32_t record = 0; record <= PRAPI_RECORD_END; record++) ask(record, 0);
    for (uint32_t i = 0; i < PRAPI_RETENTION_FACT_END; i++) facts[i].fact = i;
    for (uint32_t record = 0; record <= PRAPI_RECORD_END; record++) ask(record, most);
    facts[most - 1].fact = any_u32();
    ask(1, 2);
    facts[most].fact = facts[most - 1].fact;
    ask(1, 2);
    wrong();
    return 0;
}
