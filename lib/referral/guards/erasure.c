/*
 * erasure.c: a request to erase (CH15-22 to 42; rules.md 2.5 and the decision table of 1.4). The chapter says the same
 * of those who did not start and of those who did:
 *
 * rule CH15-40: as CH15-36
 * rule CH15-41: as CH15-37
 * rule CH15-41-N: as CH15-32-N
 * rule CH15-42-N-a: as CH15-38-N-a
 */
#include "catalogue/rules.h"
#include "programmes/erasure/decision.h"
#include "referral/guards/guards.h"

/* What the event says of a fact, or the case remembers. */
static const prapi_said *known(const prapi_judge *judge, uint32_t fact) {
    const prapi_said *now = &judge->event->said[fact];
    return now->kind != 0 ? now : &judge->before->said[fact];
}

/* As the decision table has it: the option, yes or no, or 0. */
static uint32_t column(const prapi_judge *judge, uint32_t fact) {
    const prapi_said *said = known(judge, fact);
    if (said->kind == PRAP_VALUE_OPTION) return (uint32_t)said->value;
    return said->kind == PRAP_VALUE_YES || said->kind == PRAP_VALUE_NO ? said->kind : 0;
}

static bool asks(const prapi_judge *judge) {
    return judge->rulebook->settings[PRAP_POLICY_ERASE_GAP] == PRAP_CHOICE_ASK_PROPOSE_REJECT;
}

static prapi_erasure_decision decide_under(const prapi_judge *judge, bool gap_rejects) {
    prapi_erasure_known said = {.gap_rejects = gap_rejects};
    for (uint32_t i = 0; i < PRAPI_ERASURE_FACTS; i++) said.said[i] = column(judge, prapi_erasure_fact(i));
    return prapi_erasure_decide(&said);
}

static prapi_erasure_decision decide(const prapi_judge *judge) { return decide_under(judge, !asks(judge)); }

prapi_finding prapi_guard_ERASURE_COVERED(prapi_judge *judge) {
    return decide(judge).outcome == PRAP_ERASURE_OUTCOME_NOT_COVERED ? PRAPI_SILENT : PRAPI_PASS;
}

prapi_finding prapi_guard_DECISION_GIVEN(prapi_judge *judge) {
    return said(judge, PRAP_FACT_DECISION, PRAP_VALUE_OPTION) ? PRAPI_PASS : PRAPI_UNDECIDED;
}

/* Between a gap and a rejection it depends on the policy whether a fact decides. */
static prapi_finding is_not_missing(prapi_judge *judge, uint32_t which) {
    const uint32_t missing = decide(judge).missing;
    if (missing != decide_under(judge, asks(judge)).missing) prapi_policy_seen(judge, PRAP_POLICY_ERASE_GAP);
    return (missing >> which & 1) != 0 ? PRAPI_UNDECIDED : PRAPI_PASS;
}

prapi_finding prapi_guard_REFERRED_TO_KNOWN(prapi_judge *judge) { return is_not_missing(judge, PRAPI_ERASURE_REFERRED_TO); }
prapi_finding prapi_guard_START_KNOWN(prapi_judge *judge) { return is_not_missing(judge, PRAPI_ERASURE_STARTED); }
prapi_finding prapi_guard_CUSTOMER_GROUP_KNOWN(prapi_judge *judge) { return is_not_missing(judge, PRAPI_ERASURE_GROUP); }
prapi_finding prapi_guard_WHETHER_MANDATED_KNOWN(prapi_judge *judge) { return is_not_missing(judge, PRAPI_ERASURE_MANDATED); }
prapi_finding prapi_guard_WHETHER_DNA_KNOWN(prapi_judge *judge) { return is_not_missing(judge, PRAPI_ERASURE_DNA); }
prapi_finding prapi_guard_WHETHER_EVIDENCE_KNOWN(prapi_judge *judge) { return is_not_missing(judge, PRAPI_ERASURE_EVIDENCE); }

/* What forbids an acceptance, by the paragraph that the row of the table comes from: it may be that of a start yet. */
static bool rejected_by(const prapi_judge *judge, uint32_t rule) {
    return decide(judge).rules[0] == rule; /* no other answer comes from it */
}

/* F-E-03; F-E-04 of Core and of JETS. */
prapi_finding prapi_guard_ACCEPTS_NO_STARTER(prapi_judge *judge) { return holds(!rejected_by(judge, PRAPI_RULE_CH15_39)); }
prapi_finding prapi_guard_ACCEPTS_NO_EVIDENCE(prapi_judge *judge) { return holds(!rejected_by(judge, PRAPI_RULE_CH15_34a)); }
prapi_finding prapi_guard_ACCEPTS_NO_MANDATED_JETS(prapi_judge *judge) {
    return holds(!rejected_by(judge, PRAPI_RULE_CH15_35a));
}

/* F-E-04 also where the rest has no answer and a person decides: what is held is kept (AMB-72, 83). */
prapi_finding prapi_guard_ACCEPTS_NO_HELD_EVIDENCE(prapi_judge *judge) {
    const uint32_t evidence = column(judge, PRAP_FACT_MANDATION_EVIDENCE_HELD);
    if (decide(judge).outcome != PRAP_ERASURE_OUTCOME_ASK || evidence == PRAP_VALUE_NO) return PRAPI_PASS;
    return evidence == PRAP_VALUE_YES ? PRAPI_FAIL : lacks(judge, PRAP_FACT_MANDATION_EVIDENCE_HELD);
}

/* Where the text has no answer a person decides, unless by the policy it is rejected (AMB-72). */
prapi_finding prapi_guard_GAP_DECIDED(prapi_judge *judge) {
    if (decide(judge).outcome != PRAP_ERASURE_OUTCOME_ASK) return PRAPI_PASS;
    prapi_policy_seen(judge, PRAP_POLICY_ERASE_GAP);
    if (!asks(judge)) return PRAPI_PASS;
    return prapi_fact_is(judge, PRAP_FACT_DECIDED_BY_PERSON) == PRAPI_YES ? PRAPI_PASS : PRAPI_SILENT;
}

prapi_finding prapi_guard_GAP_REJECTED(prapi_judge *judge) {
    return holds(decide(judge).outcome != PRAP_ERASURE_OUTCOME_ASK || asks(judge));
}

prapi_finding prapi_guard_REJECTS_WITH_CAUSE(prapi_judge *judge) {
    return holds(decide(judge).outcome != PRAP_ERASURE_OUTCOME_ACCEPT);
}

/* Asked where the step before is missing: a step out of order. */
prapi_finding prapi_guard_FORWARDED_FIRST(prapi_judge *judge) {
    return holds(judge->before->forwarded_on != PRAP_DAY_NONE);
}
prapi_finding prapi_guard_DECIDED_FIRST(prapi_judge *judge) { /* by its stage: one taken over may know more than its stage */
    return holds(judge->stage == PRAP_STATE_DECIDED);
}
prapi_finding prapi_guard_LETTER_FIRST(prapi_judge *judge) { return holds(judge->stage == PRAP_STATE_READY); }
prapi_finding prapi_guard_RESPONDED_FIRST(prapi_judge *judge) {
    return holds(judge->before->responded_on != PRAP_DAY_NONE);
}

/* The month is the statutory limb: on its last day the answer may go without, with an override (AMB-73). */
prapi_finding prapi_guard_REFERENCE_IS_HELD(prapi_judge *judge) {
    if (region(judge, PRAP_REGION_REFERENCE) == PRAP_REFERENCE_HELD) return PRAPI_PASS;
    judge->earliest = judge->event->event == PRAP_EVENT_RESPONSE_ISSUED ? judge->days->erase.due : PRAP_DAY_NONE;
    return PRAPI_FAIL;
}

prapi_finding prapi_guard_REFERENCE_IN_MAIL(prapi_judge *judge) { return is_said(judge, PRAP_FACT_REFERENCE_INCLUDED); }
prapi_finding prapi_guard_COPY_SENT(prapi_judge *judge) { return is_said(judge, PRAP_FACT_COPIED_TO_ENQUIRIES); }

prapi_finding prapi_guard_LETTER_GIVEN(prapi_judge *judge) {
    return said(judge, PRAP_FACT_LETTER, PRAP_VALUE_OPTION) ? PRAPI_PASS : PRAPI_UNDECIDED;
}

/* CH15-30 of an acceptance; CH15-36 and 40 of a rejection. A text of one's own may say either. */
prapi_finding prapi_guard_LETTER_FITS(prapi_judge *judge) {
    const uint32_t decision = region(judge, PRAP_REGION_DECISION);
    const bool accepts = prapi_said_option(judge, PRAP_FACT_LETTER, PRAP_OPTION_ACCEPTED_LETTER);
    const bool rejects = prapi_said_option(judge, PRAP_FACT_LETTER, PRAP_OPTION_REJECTED_LETTER);
    const bool other = (accepts && decision == PRAP_DECISION_REJECT) || (rejects && decision == PRAP_DECISION_ACCEPT);
    return holds(!other);
}

/* F-E-05. DWP's letter as it is, or a text of one's own, needs no sign-off. */
prapi_finding prapi_guard_LETTER_SIGNED_OFF(prapi_judge *judge) {
    if (!said(judge, PRAP_FACT_LETTER, PRAP_VALUE_OPTION) ||
        prapi_said_option(judge, PRAP_FACT_LETTER, PRAP_OPTION_OWN_TEXT)) {
        return PRAPI_PASS;
    }
    const prapi_tri whole = not(prapi_fact_is(judge, PRAP_FACT_LETTER_ALTERED));
    const prapi_finding finding = needs(either(whole, prapi_fact_is(judge, PRAP_FACT_ESF_SIGN_OFF)));
    if (finding == PRAPI_UNDECIDED && whole == PRAPI_UNSURE) return lacks(judge, PRAP_FACT_LETTER_ALTERED);
    return finding;
}

prapi_finding prapi_guard_ERASURE_ACCEPTED(prapi_judge *judge) {
    return holds(region(judge, PRAP_REGION_DECISION) == PRAP_DECISION_ACCEPT);
}

/* Of a request taken over whose receipt is not known nothing can be said: no day is before PRAP_DAY_NONE. */
prapi_finding prapi_guard_NOT_BEFORE_REQUEST(prapi_judge *judge) {
    return not_before(judge, judge->event->on, judge->before->received_on);
}
