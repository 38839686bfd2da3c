/* erasure.c: see erasure.h and include/prap/data-protection.h. */
#include <string.h>

#include "prap/vocabulary.h"

#include "base/adopt.h"
#include "base/always.h"
#include "base/error.h"
#include "base/text.h"
#include "programmes/erasure/decision.h"
#include "referral/clocks.h"
#include "referral/command.h"
#include "referral/erasure.h"

_Static_assert((int)PRAPI_ERASURE_FACTS == (int)PRAP_ERASURE_FACTS, "one number, told twice");

static void tell(prapi_event *known, uint32_t fact, uint32_t kind, int32_t value) {
    if (known->said[fact].kind == 0) prapi_say(&known->facts, known->said, fact, (prapi_said){kind, value});
}

static void tell_whether(prapi_event *known, uint32_t fact, bool yes) {
    tell(known, fact, yes ? PRAP_VALUE_YES : PRAP_VALUE_NO, 0);
}

/* A start that was backed out is no start in PRaP any more, and yet the participant took part: a person says. */
static void tell_start(const prapi_case *state, prapi_event *known) {
    if (state->backed_out_on != PRAP_DAY_NONE) return;
    if (state->start_on != PRAP_DAY_NONE || prapi_stage_is_started(state->stage)) {
        tell_whether(known, PRAP_FACT_STARTED, true);
    } else {
        tell_whether(known, PRAP_FACT_STARTED, false);
    }
}

void prapi_erasure_facts_of(const prapi_case *state, prapi_event *known) {
    const bool whole = state->said[PRAP_FACT_STAGE].kind == 0; /* not taken over in mid-life */
    const uint32_t appointment = state->regions[PRAP_REGION_APPOINTMENT];
    const bool mandated = state->regions[PRAP_REGION_MANDATION] != 0 ||
                          (appointment != 0 && appointment != PRAP_APPOINTMENT_VOLUNTARY);
    const prapi_said *group = &state->said[PRAP_FACT_CUSTOMER_GROUP];
    for (uint32_t i = 0; i < PRAPI_ERASURE_FACTS; i++) { /* what is remembered as said */
        const prapi_said *said = &state->said[prapi_erasure_fact(i)];
        if (said->kind != 0) tell(known, prapi_erasure_fact(i), said->kind, said->value);
    }
    tell(known, PRAP_FACT_REFERRED_TO, PRAP_VALUE_OPTION, (int32_t)prapi_programme_find(state->programme)->referred_to);
    tell_start(state, known);
    if (group->kind == 0 && appointment == PRAP_APPOINTMENT_VOLUNTARY) {
        tell(known, PRAP_FACT_CUSTOMER_GROUP, PRAP_VALUE_OPTION, PRAP_OPTION_VOLUNTARY);
    }
    if (mandated || whole) {
        tell_whether(known, PRAP_FACT_MANDATED_TO_INTERVIEW, mandated);
        tell_whether(known, PRAP_FACT_MANDATION_EVIDENCE_HELD, mandated);
        tell_whether(known, PRAP_FACT_DNA_AFTER_MANDATION, mandated && state->stage == PRAP_STATE_DNA);
    }
}

/* As the table has it: an option, yes or no; or 0 for what is not known. */
static uint32_t column(const prapi_said *said) {
    if (said->kind == PRAP_VALUE_OPTION) return (uint32_t)said->value;
    return said->kind == PRAP_VALUE_YES || said->kind == PRAP_VALUE_NO ? said->kind : 0;
}

/* by_policy: the policy also decides which facts are missing, where one lies between a gap and a rejection. */
static void take_decision(const prapi_erasure_decision *decision, bool by_policy, const int32_t settings[],
                          prap_erasure *erasure) {
    erasure->outcome = decision->outcome;
    if (decision->outcome == PRAP_ERASURE_OUTCOME_ASK || by_policy) {
        erasure->policy = PRAP_POLICY_ERASE_GAP;
        erasure->policy_value = settings[PRAP_POLICY_ERASE_GAP];
    }
    if (decision->outcome == PRAP_ERASURE_OUTCOME_ASK && erasure->policy_value == PRAP_CHOICE_REJECT) {
        erasure->outcome = PRAP_ERASURE_OUTCOME_REJECT;
    }
    if (erasure->outcome == PRAP_ERASURE_OUTCOME_ACCEPT) erasure->letter = PRAP_OPTION_ACCEPTED_LETTER;
    if (erasure->outcome == PRAP_ERASURE_OUTCOME_REJECT) erasure->letter = PRAP_OPTION_REJECTED_LETTER;
    memcpy(erasure->rules, decision->rules, sizeof erasure->rules);
    erasure->keeps_evidence = decision->keeps_evidence ? 1 : 0;
    memcpy(erasure->row, decision->row, prapi_text_bytes(decision->row)); /* of three characters at most; the rest is 0 */
    for (uint32_t i = 0; i < PRAPI_ERASURE_FACTS; i++) {
        if ((decision->missing >> i & 1) != 0) erasure->missing[erasure->n_missing++] = prapi_erasure_fact(i);
    }
}

/* D-10 and AMB-73. */
static prap_status take_days(const prap_calendar *calendar, const int32_t settings[], prap_day received_on,
                             prap_erasure *erasure) {
    prapi_due due;
    const prap_status status = prapi_due_of(calendar, settings, PRAP_COMPUTATION_ERASURE, received_on, &due);
    if (status != PRAP_OK) return status;
    erasure->due = due.due;
    erasure->prudent = due.prudent;
    erasure->last_working_day = due.last_working_day;
    if (settings[PRAP_POLICY_DPO_CHASE] != 0 && PRAPI_ALWAYS(due.due >= PRAP_DAY_MIN)) { /* it was found */
        erasure->chase = due.due - settings[PRAP_POLICY_DPO_CHASE];
    }
    return PRAP_OK;
}

prap_status prapi_erasure_answer(const prap_calendar *calendar, const int32_t settings[], const prapi_event *known,
                                 prap_day received_on, prap_erasure *ret_erasure) {
    prap_erasure erasure = {.size = ret_erasure->size, .due = PRAP_DAY_NONE, .prudent = PRAP_DAY_NONE,
                            .last_working_day = PRAP_DAY_NONE, .chase = PRAP_DAY_NONE};
    prapi_erasure_known said = {.gap_rejects = settings[PRAP_POLICY_ERASE_GAP] == PRAP_CHOICE_REJECT};
    for (uint32_t i = 0; i < PRAPI_ERASURE_FACTS; i++) {
        const uint32_t fact = prapi_erasure_fact(i);
        said.said[i] = column(&known->said[fact]);
        if (said.said[i] == 0) continue;
        erasure.facts[erasure.n_facts++] = (prap_fact){fact, known->said[fact].kind, known->said[fact].value};
    }
    const prapi_erasure_decision decision = prapi_erasure_decide(&said);
    said.gap_rejects = !said.gap_rejects;
    take_decision(&decision, prapi_erasure_decide(&said).missing != decision.missing, settings, &erasure);
    const prap_status status =
        received_on == PRAP_DAY_NONE ? PRAP_OK : take_days(calendar, settings, received_on, &erasure);
    if (status == PRAP_OK) *ret_erasure = erasure;
    return status;
}

static prap_status fail(prap_error *reterr, prap_status status, const char *field) {
    return prapi_fail(reterr, status, field, prap_status_meaning(status));
}

/* The facts of a question, checked as those of a command; it takes those that decide and no others. */
static prap_status take_facts(const prap_erasure_question *question, prapi_command *ret_checked, prap_error *reterr) {
    const prap_command command = {
        .size = sizeof command,
        .event = PRAP_EVENT_ERASURE_REQUESTED,
        .on = question->received_on == PRAP_DAY_NONE ? 0 : question->received_on,
        .recorded = PRAP_DAY_NONE,
        .key = {{NULL, 0}, {"request", sizeof "request" - 1}},
        .facts = question->facts,
        .n_facts = question->n_facts,
    };
    memset(ret_checked, 0, sizeof *ret_checked);
    const prap_status status = prapi_fields_check(&command, ret_checked, reterr);
    if (status != PRAP_OK) return status;
    prapi_facts others = ret_checked->event.facts;
    for (uint32_t i = 0; i < PRAPI_ERASURE_FACTS; i++) {
        const uint32_t fact = prapi_erasure_fact(i);
        others.bits[fact / 64] &= ~(UINT64_C(1) << fact % 64);
    }
    const uint32_t other = prapi_fact_after(&others, 0);
    if (other != 0) return prapi_fail(reterr, PRAP_E_WORD, prapi_word_name(PRAP_WORDS_FACT, other), "it does not decide here");
    return PRAP_OK;
}

prap_status prap_erasure_decide(const prap_calendar *calendar, const prap_setting *settings, size_t n_settings,
                                const prap_erasure_question *question, prap_erasure *ret_erasure, prap_error *reterr) {
    if (calendar == NULL || question == NULL || ret_erasure == NULL || (settings == NULL && n_settings > 0)) {
        return fail(reterr, PRAP_E_NULL, "");
    }
    if (ret_erasure->size != sizeof *ret_erasure) return fail(reterr, PRAP_E_SIZE, "erasure");
    prap_erasure_question ours;
    prap_status status = prapi_adopt(&ours, sizeof ours, question, question->size, sizeof(prap_erasure_question));
    if (status != PRAP_OK) return fail(reterr, status, "question");
    int32_t values[PRAPI_POLICY_END];
    prapi_command checked;
    status = prapi_settings_take(values, settings, n_settings, reterr);
    if (status == PRAP_OK) status = take_facts(&ours, &checked, reterr);
    if (status != PRAP_OK) return status;
    status = prapi_erasure_answer(calendar, values, &checked.event, ours.received_on, ret_erasure);
    return status == PRAP_OK ? PRAP_OK : fail(reterr, status, "received_on");
}
