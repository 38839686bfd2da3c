/* criteria.c: the four criteria of a Re-Referral (3.77, D-06, F-I-29). */
#include "prap/vocabulary.h"

#include "dates/ways.h"
#include "person/person.h"
#include "referral/rulebook.h"

static uint32_t as_value(uint32_t said) {
    return said == 0 ? PRAP_VALUE_UNKNOWN : said;
}

/* A criterion that one fact decides. */
static uint32_t by_fact(uint32_t said, uint32_t good) {
    const uint32_t value = as_value(said);
    if (value == PRAP_VALUE_UNKNOWN) return PRAP_RESULT_UNKNOWN;
    return value == good ? PRAP_RESULT_MET : PRAP_RESULT_FAILED;
}

/* The worse of two: failed, unknown, met. */
static uint32_t worse(uint32_t a, uint32_t b) {
    if (a == PRAP_RESULT_FAILED || b == PRAP_RESULT_FAILED) return PRAP_RESULT_FAILED;
    return a == PRAP_RESULT_UNKNOWN || b == PRAP_RESULT_UNKNOWN ? PRAP_RESULT_UNKNOWN : PRAP_RESULT_MET;
}

/* No outcome payment paid or due from any earlier participation that counts (AMB-55). */
static prap_finding ask_outcome(const prapi_asking *asking) {
    prap_finding finding = prapi_finding_of(PRAP_FINDING_NO_OUTCOME, PRAP_PERSON_NO_CASE, PRAP_DAY_NONE);
    finding.result = PRAP_RESULT_MET;
    prapi_place place = PRAPI_BEFORE_ALL;
    while (prapi_next_case(asking, prapi_start_counts, &place)) {
        const prap_person_case *one = &asking->question->cases[place.at];
        const uint32_t paid = by_fact(one->outcome_paid, PRAP_VALUE_NO);
        const uint32_t result = worse(paid, by_fact(one->outcome_due, PRAP_VALUE_NO));
        if (worse(result, finding.result) == finding.result) continue;
        finding.result = result;
        finding.at = place.at;
    }
    return finding;
}

/* D-06, from the latest start that counts. */
static prap_day lapsed_on(const prapi_asking *asking, prap_day start, bool nights) {
    return prapi_date_due(asking->rulebook->calendar, asking->rulebook->settings, PRAP_COMPUTATION_RE_REFERRAL, start,
                          nights ? PRAP_DATE_NIGHT_SHIFTS : 0); /* MUT-EQUIV: 1 is for provisional years; none is looked at */
}

/* Has the period of D-06 lapsed since the latest start that counts? Whether there were night shifts matters on one day. */
static prap_finding ask_period(prapi_asking *asking) {
    prap_finding finding = prapi_finding_of(PRAP_FINDING_PERIOD_LAPSED, asking->earlier, PRAP_DAY_NONE);
    finding.policy = PRAP_POLICY_REREF;
    finding.result = PRAP_RESULT_MET; /* without a start that counts there is nothing to wait for */
    if (asking->earlier == PRAP_PERSON_NO_CASE) return finding;
    const prap_person_case *one = &asking->question->cases[asking->earlier];
    const uint32_t nights = as_value(one->night_shifts);
    finding.day = lapsed_on(asking, one->start_on, nights == PRAP_VALUE_YES);
    finding.sure = lapsed_on(asking, one->start_on, nights != PRAP_VALUE_NO);
    if (asking->question->on < finding.sure) finding.result = PRAP_RESULT_UNKNOWN;
    if (asking->question->on < finding.day) finding.result = PRAP_RESULT_FAILED;
    asking->person.earlier_start = one->start_on;
    asking->person.earliest = finding.day;
    asking->person.sure = finding.sure;
    return finding;
}

static void tell_criterion(prapi_asking *asking, prap_finding *finding, uint32_t *worst) {
    *worst = worse(*worst, finding->result);
    if (finding->result == PRAP_RESULT_MET) finding->severity = 0;
    if (finding->result == PRAP_RESULT_UNKNOWN) finding->severity = PRAP_SEVERITY_UNDECIDED;
    prapi_tell(asking, finding);
}

void prapi_ask_criteria(prapi_asking *asking) {
    uint32_t worst = PRAP_RESULT_MET;
    prap_finding eligible = prapi_finding_of(PRAP_FINDING_STILL_ELIGIBLE, PRAP_PERSON_NO_CASE, PRAP_DAY_NONE);
    eligible.result = by_fact(asking->question->eligible, PRAP_VALUE_YES);
    prap_finding outcome = ask_outcome(asking);
    prap_finding period = ask_period(asking);
    prap_finding once = prapi_finding_of(PRAP_FINDING_NOT_RE_REFERRED, PRAP_PERSON_NO_CASE, PRAP_DAY_NONE);
    once.result = asking->person.re_referrals == 0 ? PRAP_RESULT_MET : PRAP_RESULT_FAILED;
    tell_criterion(asking, &eligible, &worst);
    tell_criterion(asking, &outcome, &worst);
    tell_criterion(asking, &period, &worst);
    tell_criterion(asking, &once, &worst);
    asking->person.verdict = worst == PRAP_RESULT_FAILED    ? PRAP_VERDICT_REFUSED
                             : worst == PRAP_RESULT_UNKNOWN ? PRAP_VERDICT_UNDECIDED
                                                            : PRAP_VERDICT_PERMITTED;
}
