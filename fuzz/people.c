/*
 * people.c: fuzz target. The bytes are a question about a person: a day, two values, a byte of policies, and so many
 * cases, their members as they come. Whatever is answered must agree with itself.
 */
#include <string.h>

#include "fuzz.h"
#include "test-host.h"

enum { CASES = 12 };

/* Mostly a day of some years, sometimes none, sometimes one at the ends of all days. */
static prap_day take_day(struct rest *rest) {
    const uint32_t high = take(rest), low = take(rest);
    if (high == 0) return PRAP_DAY_NONE;
    if (high == 255) return PRAP_DAY_MAX - 700 + (prap_day)low * 4;
    return 17000 + (prap_day)((high & 15) << 8 | low);
}

static uint32_t take_stage(struct rest *rest) {
    const uint32_t i = take(rest);
    const prap_word *word = prap_word_at(PRAP_WORDS_STATE, i % 32);
    return word == NULL ? i : word->number;
}

static prap_person_case take_case(struct rest *rest) {
    prap_person_case one = {.size = sizeof one, .stage = take_stage(rest)};
    one.made_on = take_day(rest);
    one.start_on = take_day(rest);
    one.ended_on = take_day(rest);
    const uint32_t values = take(rest), more = take(rest);
    one.kind = more & 3;
    one.backed_out = values & 3;
    one.outcome_paid = values >> 2 & 3;
    one.outcome_due = values >> 4 & 3;
    one.night_shifts = values >> 6 & 3;
    one.worked = more >> 2 & 3;
    return one;
}

struct heard {
    uint32_t n, last, criteria, worst;
    const prap_person_question *question;
};

static prap_status hear(void *user, const prap_finding *finding) {
    struct heard *heard = user;
    heard->n++;
    must(finding->finding >= heard->last, "findings are out of order");
    heard->last = finding->finding;
    must(prap_rule_by_number(finding->rule) != NULL, "a finding cites no rule");
    must(finding->at == PRAP_PERSON_NO_CASE || finding->at < heard->question->n, "a finding is about no case");
    must(finding->other == PRAP_PERSON_NO_CASE || finding->other < heard->question->n, "the other is no case");
    must(finding->at != finding->other || finding->at == PRAP_PERSON_NO_CASE, "a case is beside itself");
    if (finding->result == 0) return PRAP_OK;
    heard->criteria++;
    if (finding->result == PRAP_RESULT_FAILED) heard->worst = PRAP_VERDICT_REFUSED;
    if (finding->result == PRAP_RESULT_UNKNOWN && heard->worst == 0) heard->worst = PRAP_VERDICT_UNDECIDED;
    must((finding->result == PRAP_RESULT_MET) == (finding->severity == 0), "a criterion that holds is severe");
    return PRAP_OK;
}

static void check(const prap_person *person, const struct heard *heard) {
    const uint32_t verdict = heard->worst == 0 ? PRAP_VERDICT_PERMITTED : heard->worst;
    const bool again = person->next == PRAP_REFERRAL_KIND_RE_REFERRAL;
    must(person->findings == heard->n, "findings are miscounted");
    must(heard->criteria == (again ? 4 : 0), "a Re-Referral has four criteria, a new referral none");
    must(person->verdict == verdict, "the verdict is not that of the criteria");
    must(!again || person->starts > 0, "a Re-Referral without an earlier start");
    must(person->open <= heard->question->n && person->starts <= heard->question->n, "more than there are");
    must(person->re_referrals <= heard->question->n, "more Re-Referrals than there are cases");
    must(person->earliest <= person->sure, "sure before it is possible");
    must((person->earlier_start == PRAP_DAY_NONE) == (person->earliest == PRAP_DAY_NONE), "a day without a start");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    struct rest rest = {bytes, n};
    const uint32_t policies = take(&rest), values = take(&rest);
    const prap_setting settings[] = {
        {PRAP_POLICY_REREF, (policies & 1) != 0 ? PRAP_CHOICE_EXCEEDED : PRAP_CHOICE_REACHED},
        {PRAP_POLICY_REREF_BACKED_OUT, (policies & 2) != 0 ? PRAP_CHOICE_COUNT : PRAP_CHOICE_IGNORE}};
    struct test_host host;
    test_host_open(&host, settings, 2);
    prap_person_case cases[CASES];
    prap_person_question question = {.size = sizeof question, .on = take_day(&rest), .eligible = values & 3,
                                     .elsewhere = values >> 2 & 3, .cases = cases};
    while (rest.n > 0 && question.n < CASES) cases[question.n++] = take_case(&rest);
    prap_person person = {.size = sizeof person}, silent = {.size = sizeof silent};
    struct heard heard = {.question = &question};
    const prap_status status = prap_person_of(&question, host.rulebook, hear, &heard, &person);
    must(status == PRAP_OK || status == PRAP_E_DAY || status == PRAP_E_WORD, "a status that is not of the contract");
    must(prap_person_of(&question, host.rulebook, NULL, NULL, &silent) == status, "unheard it is answered otherwise");
    if (status == PRAP_OK) {
        check(&person, &heard);
        must(memcmp(&person, &silent, sizeof person) == 0, "unheard it is answered otherwise");
    }
    must(test_host_close(&host) == 0, "memory is left");
    return 0;
}
