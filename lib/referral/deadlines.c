/* deadlines.c: how each clock of a case stands on a day (clocks.h). */
#include "prap/vocabulary.h"

#include "referral/clocks.h"
#include "referral/definitions.h"

/* Done on its day or late. */
static uint32_t done_status(prap_day done, prap_day due) {
    return done <= due ? PRAP_DEADLINE_STATUS_MET : PRAP_DEADLINE_STATUS_MISSED;
}

static uint32_t waiting_status(prap_day as_of, prap_day due) {
    return as_of <= due ? PRAP_DEADLINE_STATUS_OPEN : PRAP_DEADLINE_STATUS_OVERDUE;
}

/* An outcome recorded without an acknowledgement does not stop this clock, it only ends the waiting: missed when the
   day had passed by then (AMB-106). */
static uint32_t ack_status(const prapi_case *state, uint32_t stage, prap_day as_of, prap_day due) {
    if (state->acknowledged_on != PRAP_DAY_NONE) return done_status(state->acknowledged_on, due);
    if (prapi_case_is_acknowledged(state)) return PRAP_DEADLINE_STATUS_CLEARED; /* on a day that is not known */
    if (!prapi_stage_is_ended(stage)) return waiting_status(as_of, due);
    return state->entered_on != PRAP_DAY_NONE && state->entered_on <= due ? PRAP_DEADLINE_STATUS_CLEARED
                                                                           : PRAP_DEADLINE_STATUS_MISSED;
}

/* No meeting is due once an outcome is recorded (AMB-105); one that PRaP had to record is missed (T-I-33). */
static uint32_t meet_status(const prapi_case *state, uint32_t stage, prap_day as_of, prap_day due) {
    if (state->attended_on != PRAP_DAY_NONE) return done_status(state->attended_on, due);
    if (stage == PRAP_STATE_AUTO_DNA) return PRAP_DEADLINE_STATUS_MISSED;
    if (prapi_stage_is_ended(stage)) return PRAP_DEADLINE_STATUS_CLEARED;
    return waiting_status(as_of, due);
}

static uint32_t entry_status(const prapi_case *state, uint32_t stage, prap_day as_of, prap_day due) {
    if (state->entered_on != PRAP_DAY_NONE) return done_status(state->entered_on, due);
    if (stage == PRAP_STATE_AUTO_DNA) return PRAP_DEADLINE_STATUS_MISSED;
    if (prapi_stage_is_ended(stage) || prapi_stage_is_started(stage)) return PRAP_DEADLINE_STATUS_CLEARED;
    return waiting_status(as_of, due);
}

/* A plan that was not yet due when the participant left is no longer owed. */
static uint32_t plan_status(const prapi_case *state, uint32_t stage, prap_day as_of, prap_day due) {
    if (state->plan_on != PRAP_DAY_NONE) return done_status(state->plan_on, due);
    if (!prapi_stage_is_ended(stage)) return waiting_status(as_of, due);
    return state->ended_on <= due ? PRAP_DEADLINE_STATUS_CLEARED : PRAP_DEADLINE_STATUS_MISSED;
}

/* Under the policy of one offer of a weekly cadence, that offer meets it; else the next one is always due (AMB-65). */
static uint32_t weekly_status(const prap_rulebook *rulebook, const prapi_case *state, prap_day as_of, prap_day due) {
    const bool once = rulebook->settings[PRAP_POLICY_WEEKLY_OFFER] == PRAP_CHOICE_ONCE;
    const bool agreed = state->said[PRAP_FACT_WEEKLY_SUPPORT_AGREED].kind == PRAP_VALUE_YES;
    if (once && state->weekly_offer_on != PRAP_DAY_NONE) return done_status(state->weekly_offer_on, due);
    return once && agreed ? PRAP_DEADLINE_STATUS_MET : waiting_status(as_of, due);
}

static prap_deadline *put(prap_answer *answer, uint32_t deadline, const prapi_due *days, uint32_t status,
                          prap_day done, uint32_t policy) {
    const prap_word *word = &prapi_deadline_words[deadline - 1];
    prap_deadline *row = &answer->deadlines[answer->n_deadlines++];
    *row = (prap_deadline){
        .size = sizeof(prap_deadline),
        .deadline = deadline,
        .status = status,
        .rule = word->rule,
        .anchor = days->anchor,
        .due = days->due,
        .prudent = days->prudent,
        .last_working_day = days->last_working_day,
        .done_on = done,
        .policy = policy,
        .defined_by = PRAP_DEFINED_BY_DOCUMENTS,
        .name = word->name,
        .source = "",
    };
    return row;
}

/* The clocks that the referral starts. For a clerical one they are dates to go by, outside every standard (AMB-64). */
static void list_referral(const prapi_case *state, const prapi_clock_days *days, uint32_t stage, prap_day as_of,
                          prap_answer *answer) {
    const uint32_t advisory = prapi_case_is_clerical(state) ? 1 : 0;
    if (days->ack.due != PRAP_DAY_NONE) {
        put(answer, PRAP_DEADLINE_ACK, &days->ack, ack_status(state, stage, as_of, days->ack.due),
            state->acknowledged_on, PRAP_POLICY_ACK_NONWORKING);
    }
    if (days->record.due != PRAP_DAY_NONE) {
        put(answer, PRAP_DEADLINE_MEET, &days->record, meet_status(state, stage, as_of, days->record.due),
            state->attended_on, PRAP_POLICY_CSS2_COUNT)
            ->advisory = advisory;
        put(answer, PRAP_DEADLINE_RECORD, &days->record, entry_status(state, stage, as_of, days->record.due),
            state->entered_on, PRAP_POLICY_CSS2_COUNT)
            ->advisory = advisory;
    }
    if (days->day_60 != PRAP_DAY_NONE) {
        put(answer, PRAP_DEADLINE_AUTO60, &days->auto60, entry_status(state, stage, as_of, days->auto60.due),
            state->entered_on, PRAP_POLICY_AUTO60_DAY);
    }
}

/* The clocks that run while the participant is on the programme. */
static void list_participation(const prap_rulebook *rulebook, const prapi_case *state, const prapi_clock_days *days,
                               uint32_t stage, prap_day as_of, prap_answer *answer) {
    put(answer, PRAP_DEADLINE_ALLOT, &days->allot,
        prapi_stage_is_ended(stage) ? PRAP_DEADLINE_STATUS_CLEARED : waiting_status(as_of, days->allot.due),
        PRAP_DAY_NONE, PRAP_POLICY_IWS_DAYS);
    if (prapi_stage_is_ended(stage)) return;
    const uint32_t weekly = weekly_status(rulebook, state, as_of, days->weekly.due);
    const prap_day offered = state->weekly_offer_on != PRAP_DAY_NONE ? state->weekly_offer_on : state->start_on; /* at the meeting, when it was agreed */
    const bool waits = weekly == PRAP_DEADLINE_STATUS_OPEN || weekly == PRAP_DEADLINE_STATUS_OVERDUE;
    put(answer, PRAP_DEADLINE_WEEKLY, &days->weekly, weekly, waits ? PRAP_DAY_NONE : offered,
        PRAP_POLICY_WEEKLY_OFFER);
    put(answer, PRAP_DEADLINE_F2F4, &days->f2f4, waiting_status(as_of, days->f2f4.due), PRAP_DAY_NONE, 0);
}

/* The waiting for a notice of restrictions, before the start (3.90) and after it (3.98). */
static void list_mappa(const prapi_case *state, const prapi_clock_days *days, uint32_t stage, prap_day as_of,
                       prap_answer *answer) {
    if (prapi_stage_is_ended(stage)) return;
    const uint32_t mappa = prapi_region_as_of(state, days, PRAP_REGION_MAPPA, as_of);
    if (mappa == PRAP_MAPPA_HOLD && days->mappa15.due != PRAP_DAY_NONE) {
        put(answer, PRAP_DEADLINE_MAPPA15, &days->mappa15, waiting_status(as_of, days->mappa15.due), PRAP_DAY_NONE,
            PRAP_POLICY_MAPPA15_UNIT);
    }
    if (days->mappa28.due == PRAP_DAY_NONE || (mappa != PRAP_MAPPA_LIGHT_TOUCH && mappa != PRAP_MAPPA_REVIEW)) return;
    put(answer, PRAP_DEADLINE_MAPPA28, &days->mappa28,
        state->continued_on != PRAP_DAY_NONE ? PRAP_DEADLINE_STATUS_CLEARED : waiting_status(as_of, days->mappa28.due),
        state->continued_on, PRAP_POLICY_MAPPA28_UNIT);
}

/* Of an error that was found after the start, and of the provider's own employment business (memo 08, CH15-14). */
static void list_whp(const prapi_programme *programme, const prapi_case *state, const prapi_clock_days *days,
                     uint32_t stage, prap_day as_of, prap_answer *answer) {
    if (days->pay5.due != PRAP_DAY_NONE) {
        const bool sent = state->form_sent_on != PRAP_DAY_NONE;
        put(answer, PRAP_DEADLINE_PAY5, &days->pay5,
            sent ? done_status(state->form_sent_on, days->pay5.due) : waiting_status(as_of, days->pay5.due),
            state->form_sent_on, PRAP_POLICY_PAY5);
    }
    if (days->cancel.due == PRAP_DAY_NONE) return;
    const bool cancelled = stage == PRAP_STATE_CANCELLED_NO_CONTACT;
    if (!cancelled && stage != PRAP_STATE_BACKED_OUT) return; /* the end date comes first */
    const uint32_t status = cancelled ? done_status(state->ended_on, days->cancel.due)
                                      : waiting_status(as_of, days->cancel.due);
    prap_deadline *row = put(answer, PRAP_DEADLINE_CANCEL, &days->cancel, status,
                             cancelled ? state->ended_on : PRAP_DAY_NONE, PRAP_POLICY_PROMPT);
    (void)prapi_programme_cites(programme, PRAP_WORDS_DEADLINE, PRAP_DEADLINE_CANCEL,
                                state->regions[PRAP_REGION_SCENARIO], &row->rule);
}

/* Done on a day, or waited for until the request is closed without it. */
static void list_step(uint32_t deadline, const prapi_due *days, prap_day done, bool over, prap_day as_of, uint32_t policy,
                      prap_answer *answer) {
    uint32_t status = waiting_status(as_of, days->due);
    if (done != PRAP_DAY_NONE) status = done_status(done, days->due);
    else if (over) status = PRAP_DEADLINE_STATUS_CLEARED;
    put(answer, deadline, days, status, done, policy);
}

/* The clocks of a request to erase (2.5): two things at once, the reference, and the answer. */
static void list_erasure(const prapi_case *state, const prapi_clock_days *days, uint32_t stage, prap_day as_of,
                         prap_answer *answer) {
    const bool over = prapi_stage_is_ended(stage);
    const bool held = state->regions[PRAP_REGION_REFERENCE] == PRAP_REFERENCE_HELD;
    const bool taken_over = state->said[PRAP_FACT_STAGE].kind != 0 && stage != PRAP_STATE_RECEIVED;
    const bool answered = state->responded_on != PRAP_DAY_NONE || over || stage == PRAP_STATE_RESPONDED;
    list_step(PRAP_DEADLINE_ERASE, &days->erase, state->responded_on, answered, as_of, PRAP_POLICY_MONTH_NONWORKING,
              answer);
    /* Nobody is told that an answer will follow once it has. */
    list_step(PRAP_DEADLINE_HOLDING_REPLY, &days->at_once, state->holding_reply_on, answered || taken_over, as_of, 0, answer);
    list_step(PRAP_DEADLINE_FORWARD_DPO, &days->at_once, state->forwarded_on, over || taken_over, as_of, 0, answer);
    if (days->chase.due != PRAP_DAY_NONE && !held && !answered) {
        list_step(PRAP_DEADLINE_CHASE_DPO, &days->chase, PRAP_DAY_NONE, false, as_of, PRAP_POLICY_DPO_CHASE, answer);
    }
}

static bool awaits_meeting(uint32_t stage) {
    return stage == PRAP_STATE_HANDED_OVER || stage == PRAP_STATE_RECEIVED || stage == PRAP_STATE_ACCEPTED;
}

prap_status prapi_deadlines_list(const prap_rulebook *rulebook, const prapi_case *state, const prapi_clock_days *days,
                                 prap_day as_of, prap_answer *answer) {
    const uint32_t stage = prapi_stage_as_of(state, days, as_of);
    const bool hidden = prapi_case_is_clerical(state) &&
                        rulebook->settings[PRAP_POLICY_SCR_ADVISORY_DATES] == PRAP_CHOICE_OFF;
    if (!hidden) list_referral(state, days, stage, as_of, answer);
    if (days->plan.due != PRAP_DAY_NONE && !hidden) {
        put(answer, PRAP_DEADLINE_PLAN, &days->plan, plan_status(state, stage, as_of, days->plan.due),
            state->plan_on, 0)
            ->advisory = prapi_case_is_clerical(state) ? 1 : 0;
    }
    if (days->allot.due != PRAP_DAY_NONE) list_participation(rulebook, state, days, stage, as_of, answer);
    list_mappa(state, days, stage, as_of, answer);
    if (rulebook->programme->n_scenarios != 0) list_whp(rulebook->programme, state, days, stage, as_of, answer);
    if (days->erase.due != PRAP_DAY_NONE) list_erasure(state, days, stage, as_of, answer);
    if (days->contact.due != PRAP_DAY_NONE && awaits_meeting(stage)) {
        put(answer, PRAP_DEADLINE_CONTACT, &days->contact, waiting_status(as_of, days->contact.due), PRAP_DAY_NONE,
            PRAP_POLICY_PRESTART_CONTACT_DAYS);
    }
    return prapi_definitions_list(rulebook, state, days, stage, as_of, answer);
}

prap_day prapi_deadlines_next_due(const prap_answer *answer) {
    prap_day next = PRAP_DAY_NONE;
    for (uint32_t i = 0; i < answer->n_deadlines; i++) {
        const prap_deadline *deadline = &answer->deadlines[i];
        const bool unmet = deadline->status == PRAP_DEADLINE_STATUS_OPEN ||
                           deadline->status == PRAP_DEADLINE_STATUS_OVERDUE;
        if (unmet && (next == PRAP_DAY_NONE || deadline->due < next)) next = deadline->due; /* MUT-EQUIV: of <=: the same day */
    }
    return next;
}
