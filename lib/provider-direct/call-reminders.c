/* call-reminders.c: what a permitted step of a call makes worth saying. */
#include "provider-direct/call.h"

void prapi_call_say(prap_call *call, uint32_t reminder, uint32_t who, uint32_t policy) {
    const prap_word *word = prap_word_by_number(PRAP_WORDS_CALL_REMINDER, reminder);
    call->reminders[call->n_reminders] =
        (prap_call_reminder){sizeof(prap_call_reminder), reminder, word->rule, word->detail, who, policy};
    call->n_reminders++;
}

static void say(const prapi_call_judge *judge, uint32_t reminder) {
    prapi_call_say(judge->call, reminder, judge->step->who, 0);
}

static void say_of_call(const prapi_call_judge *judge, uint32_t reminder) {
    prapi_call_say(judge->call, reminder, PRAP_CALL_NOBODY, 0);
}

static bool is(const prapi_call_judge *judge, uint32_t fact, uint32_t kind) {
    return judge->step->said[fact].kind == kind;
}

/* The one who is put on the list will have the next index. */
static void remind_listed(const prapi_call_judge *judge) {
    prap_call *call = judge->call;
    if (is(judge, PRAP_CALL_FACT_TOLD_IN_ADVANCE, PRAP_VALUE_YES)) {
        prapi_call_say(call, PRAP_CALL_REMINDER_TOLD_BEFOREHAND, call->now.n, 0);
        prapi_call_say(call, PRAP_CALL_REMINDER_CONSIDER_RAISING, call->now.n, 0);
    }
    if (is(judge, PRAP_CALL_FACT_RECORD_CHANGED, PRAP_VALUE_YES)) {
        prapi_call_say(call, PRAP_CALL_REMINDER_RECORD_IS_NEWER, call->now.n, 0);
    }
    if (call->now.n + 1 == PRAP_CALL_PARTICIPANTS_MAX) say_of_call(judge, PRAP_CALL_REMINDER_LIST_IS_FULL);
}

bool prapi_call_is_recent(const prap_call *call, const prapi_participant *one, prap_day day) {
    const prap_day received = one->received_on;
    return received >= PRAP_DAY_MIN && received <= day && /* no day is before every day */
           day - received <= call->settings[PRAP_POLICY_PD_RECENT_DAYS];
}

static void remind_placed(const prapi_call_judge *judge) {
    prap_call *call = judge->call;
    say_of_call(judge, PRAP_CALL_REMINDER_CALLS_RECORDED);
    say_of_call(judge, PRAP_CALL_REMINDER_HAVE_ORIGINALS);
    if (judge->opening.holiday == 1) {
        prapi_call_say(call, PRAP_CALL_REMINDER_ON_BANK_HOLIDAY, PRAP_CALL_NOBODY, PRAP_POLICY_SERVICE_BH);
    }
    //@ loop unroll 10;
    for (uint32_t i = 0; i < call->now.n; i++) {
        if (!prapi_call_is_recent(call, &call->now.participants[i], judge->step->at.day)) continue;
        prapi_call_say(call, PRAP_CALL_REMINDER_REFERRED_LATELY, i, PRAP_POLICY_PD_RECENT_DAYS);
        prapi_call_say(call, PRAP_CALL_REMINDER_CONSIDER_RAISING, i, 0);
    }
}

static void remind_code_failed(const prapi_call_judge *judge) {
    say_of_call(judge, PRAP_CALL_REMINDER_CODE_QUESTIONS_FAILED);
    say_of_call(judge, PRAP_CALL_REMINDER_GET_RIGHT_CODE);
}

static void remind_check_failed(const prapi_call_judge *judge) {
    const bool next = judge->step->said[PRAP_CALL_FACT_AGENT_CHOICE].value == PRAP_AGENT_CHOICE_NEXT_PARTICIPANT;
    say(judge, next ? PRAP_CALL_REMINDER_GO_ON : PRAP_CALL_REMINDER_CALL_BACK);
}

/* What was advised is recorded as it was said; where the guidance has it otherwise for what was found, that is told. */
static void remind_contradiction(const prapi_call_judge *judge) {
    prap_call *call = judge->call;
    const prapi_call_said *said = &judge->step->said[PRAP_CALL_FACT_ADVICE];
    uint32_t rule, policy;
    const uint32_t advised = prapi_advice_by_table(judge->step->said, call->settings, &rule, &policy);
    const bool is_either = said->value == PRAP_CALL_ADVICE_RAISE || said->value == PRAP_CALL_ADVICE_DO_NOT_RAISE;
    if (advised == 0 || !is_either || (uint32_t)said->value == advised) return;
    const uint32_t reminder = advised == PRAP_CALL_ADVICE_RAISE ? PRAP_CALL_REMINDER_TABLE_SAYS_RAISE
                                                                : PRAP_CALL_REMINDER_TABLE_SAYS_NOT;
    prapi_call_say(call, reminder, judge->step->who, policy);
    call->reminders[call->n_reminders - 1].rule = rule;
}

/* What of the agent's answer is to be noted: PD-35 to PD-38. */
static void remind_advised(const prapi_call_judge *judge) {
    remind_contradiction(judge);
    const bool not_in_receipt = is(judge, PRAP_CALL_FACT_IN_RECEIPT, PRAP_VALUE_NO);
    const bool off_benefit = not_in_receipt || is(judge, PRAP_CALL_FACT_DORMANT, PRAP_VALUE_YES);
    if (is(judge, PRAP_CALL_FACT_CONTACT_RIGHT, PRAP_VALUE_NO)) say(judge, PRAP_CALL_REMINDER_NOTE_DETAILS);
    if (is(judge, PRAP_CALL_FACT_IN_WORK, PRAP_VALUE_YES)) {
        say(judge, not_in_receipt ? PRAP_CALL_REMINDER_NOTE_EMPLOYMENT_OFF_BENEFIT : PRAP_CALL_REMINDER_NOTE_EMPLOYMENT);
    } else if (off_benefit && is(judge, PRAP_CALL_FACT_IN_WORK, PRAP_VALUE_NO)) {
        say(judge, PRAP_CALL_REMINDER_NOTE_REASON_OFF_BENEFIT);
    }
}

static void remind_recorded(const prapi_call_judge *judge) {
    if (!is(judge, PRAP_CALL_FACT_UPDATED_ON, PRAP_VALUE_DAY)) say(judge, PRAP_CALL_REMINDER_UPDATE_RECORD);
}

/* The doubt may be closed without the record: the text says that the record is important, and that it should be. */
static void remind_decided(const prapi_call_judge *judge) {
    const prapi_participant *one = &judge->call->now.participants[judge->step->who];
    if (one->recorded_on == PRAP_DAY_NONE) say(judge, PRAP_CALL_REMINDER_RECORD_MISSING);
    if (one->updated_on == PRAP_DAY_NONE) say(judge, PRAP_CALL_REMINDER_UPDATE_RECORD);
}

/* A call that ends leaves a record due, and another call about those who were not reached. */
static void remind_ended(const prapi_call_judge *judge) {
    prap_call *call = judge->call;
    say_of_call(judge, PRAP_CALL_REMINDER_RECORD_DUE);
    //@ loop unroll 10;
    for (uint32_t i = 0; i < call->now.n; i++) {
        const bool is_being_checked = i == judge->step->who; /* of all that ends a call only a check is about somebody */
        if (prapi_call_is_left(&call->now.participants[i]) && !is_being_checked) {
            prapi_call_say(call, PRAP_CALL_REMINDER_CALL_AGAIN, i, 0);
        }
    }
}

void prapi_call_remind(const prapi_call_judge *judge) {
    const uint32_t event = judge->step->event;
    if (event == PRAP_CALL_EVENT_PARTICIPANT_LISTED) remind_listed(judge);
    if (event == PRAP_CALL_EVENT_CALL_PLACED) remind_placed(judge);
    if (event == PRAP_CALL_EVENT_CODE_CHECKED && judge->is_failed) remind_code_failed(judge);
    if (event == PRAP_CALL_EVENT_PARTICIPANT_CHECKED && judge->is_failed) remind_check_failed(judge);
    if (event == PRAP_CALL_EVENT_ADVICE_GIVEN) remind_advised(judge);
    if (event == PRAP_CALL_EVENT_ADVICE_RECORDED) remind_recorded(judge);
    if (event == PRAP_CALL_EVENT_DOUBT_DECIDED) remind_decided(judge);
    const bool was_on = judge->call->now.stage < PRAP_CALL_STAGE_ENDED;
    if (was_on && judge->to == PRAP_CALL_STAGE_ENDED) remind_ended(judge);
}
