/* judge.c: what a guard looks at, and the table that finds the guard of a reason. */
#include "referral/judge.h"

#include "prap/vocabulary.h"
#include "referral/guards/guards.h"

int32_t prapi_policy_value(prapi_judge *judge, uint32_t policy) {
    prapi_policy_seen(judge, policy);
    return judge->rulebook->settings[policy];
}

static prapi_tri absent(prapi_judge *judge, uint32_t fact) {
    if (judge->strict) return PRAPI_UNSURE;
    const prap_word *word = prap_word_by_number(PRAP_WORDS_FACT, fact);
    if (word->absent == PRAP_ABSENT_UNKNOWN) return PRAPI_UNSURE;
    if (word->absent != PRAP_ABSENT_OWED) return PRAPI_NO;
    judge->owed.bits[fact / 64] |= UINT64_C(1) << fact % 64;
    return PRAPI_YES;
}

prapi_tri prapi_fact_is(prapi_judge *judge, uint32_t fact) {
    uint32_t kind = judge->event->said[fact].kind;
    if (kind == 0) kind = judge->before->said[fact].kind;
    if (kind == 0) return absent(judge, fact);
    if (kind == PRAP_VALUE_YES) return PRAPI_YES;
    return kind == PRAP_VALUE_NO ? PRAPI_NO : PRAPI_UNSURE;
}

bool prapi_said_option(const prapi_judge *judge, uint32_t fact, uint32_t option) {
    const prapi_said *now = &judge->event->said[fact];
    const prapi_said *known = now->kind != 0 ? now : &judge->before->said[fact];
    return known->kind == PRAP_VALUE_OPTION && (uint32_t)known->value == option;
}

uint32_t prapi_judge_scenario(const prapi_judge *judge) {
    const prapi_programme *programme = judge->rulebook->programme;
    const prapi_said *option = &judge->event->said[PRAP_FACT_SCENARIO];
    const prapi_said *code = &judge->event->said[PRAP_FACT_CODE];
    for (size_t i = 0; option->kind == PRAP_VALUE_OPTION && i < programme->n_carries; i++) {
        const prapi_carry *carry = &programme->carries[i];
        if (carry->fact == PRAP_FACT_SCENARIO && carry->value == option->value) return carry->sets.value;
    }
    const uint32_t known = judge->before->regions[PRAP_REGION_SCENARIO];
    if (known != 0 || code->kind != PRAP_VALUE_NUMBER) return known;
    for (size_t i = 0; i < programme->n_scenarios; i++) {
        if (programme->scenarios[i].code == (uint32_t)code->value) return programme->scenarios[i].scenario;
    }
    return 0;
}

prapi_finding prapi_guard(prapi_judge *judge, uint32_t reason) {
    static prapi_finding (*const guards[])(prapi_judge *) = {
#define X(NUMBER, NAME, ...) [NUMBER] = prapi_guard_##NAME,
#include "vocabulary/reasons.def"
#undef X
    };
    judge->earliest = PRAP_DAY_NONE;
    judge->lacks = 0;
    const prapi_finding finding = guards[reason](judge);
    if (finding == PRAPI_PASS) judge->earliest = PRAP_DAY_NONE;
    return finding;
}
