/* notices.c: rules.md 2.9, for what follows from an event's days and facts rather than from its row. */
#include "prap/vocabulary.h"

#include "referral/notices.h"

static void notice(prap_answer *answer, uint32_t number) {
    prapi_answer_notice(answer, number, 0, PRAP_DAY_NONE);
}

/* The person goes back with the outcome where the text says so, and by day 60 in any case (AMB-104). */
static prap_day due_of(uint32_t number, const prapi_event *event, const prapi_clock_days *days) {
    if (number == PRAP_NOTICE_REFER_BACK) return event->recorded;
    return number == PRAP_NOTICE_REFER_BACK_DAY_60 ? days->day_60 : PRAP_DAY_NONE;
}

static void raise_row(const prapi_row *row, const prapi_event *event, const prapi_clock_days *days,
                      prap_answer *answer) {
    for (size_t i = 0; i < sizeof row->notices / sizeof row->notices[0]; i++) {
        if (row->notices[i] == 0) continue;
        prapi_answer_notice(answer, row->notices[i], 0, due_of(row->notices[i], event, days));
    }
}

/* Late is a missed standard; late and accepted is a breach besides (3.23-N1), late and rejected too (T-I-15). */
static void raise_acknowledgement(const prapi_clock_days *days, prapi_event *event, prap_answer *answer) {
    const bool rejects = event->event == PRAP_EVENT_REJECT;
    if (rejects && event->said[PRAP_FACT_REASON].kind == 0) notice(answer, PRAP_NOTICE_REJECT_REASON_MISSING);
    if (event->on <= days->ack.due) return;
    notice(answer, PRAP_NOTICE_ACK_LATE);
    if (!rejects) notice(answer, PRAP_NOTICE_LATE_ACCEPTANCE);
    event->breaches = 1;
}

static void raise_meeting(const prapi_clock_days *days, const prapi_event *event, prap_answer *answer) {
    if (event->on > days->record.due) notice(answer, PRAP_NOTICE_MEETING_LATE);
    if (event->said[PRAP_FACT_MODE].value != PRAP_OPTION_DIGITAL) return;
    notice(answer, PRAP_NOTICE_DIGITAL_MEETING);
    if (event->said[PRAP_FACT_DIGITAL_REASON_RECORDED].kind == PRAP_VALUE_YES) return;
    prapi_answer_notice(answer, PRAP_NOTICE_DIGITAL_REASON_MISSING, PRAP_FACT_DIGITAL_REASON_RECORDED,
                        PRAP_DAY_NONE);
}

static void raise_entry(const prapi_clock_days *days, const prapi_event *event, prap_answer *answer) {
    if (event->recorded > days->record.due) notice(answer, PRAP_NOTICE_RECORD_LATE);
}

/* What was taken as done because it was not said otherwise is owed as evidence, fact by fact. */
static void raise_owed(uint32_t owed, prap_answer *answer) {
    for (uint32_t fact = 1; fact < PRAPI_FACT_END; fact++) {
        if ((owed >> fact & 1) != 0) prapi_answer_notice(answer, PRAP_NOTICE_EVIDENCE_OWED, fact, PRAP_DAY_NONE);
    }
}

/* Evidence that bars nothing, but must be had: said in the event or earlier (3.58, 3.61-N1). */
static uint32_t owed_unless_said(const prapi_judge *judge, uint32_t fact) {
    const uint32_t now = judge->event->said[fact].kind;
    const uint32_t kind = now != 0 ? now : judge->before->said[fact].kind;
    return kind == PRAP_VALUE_YES ? 0 : UINT32_C(1) << fact;
}

/* Measured against the start date, once there is one, whichever of the two is entered last (3.56). */
static void raise_plan(const prapi_case *after, const prapi_clock_days *days, prap_answer *answer) {
    if (after->start_on == PRAP_DAY_NONE || after->plan_on == PRAP_DAY_NONE) return;
    if (after->plan_on > days->plan.due) notice(answer, PRAP_NOTICE_PLAN_LATE);
}

static void raise_start(const prapi_judge *judge, const prapi_case *after, const prapi_clock_days *days,
                        const prapi_event *event, prap_answer *answer) {
    if (judge->before->attended_on == PRAP_DAY_NONE) raise_meeting(days, event, answer);
    raise_entry(days, event, answer);
    if (event->recorded > event->on) notice(answer, PRAP_NOTICE_RETROSPECTIVE_ENTRY);
    raise_plan(after, days, answer);
    raise_owed(judge->owed | owed_unless_said(judge, PRAP_FACT_INDUCTION_PACK_SIGNED), answer);
}

static void raise_outcome(const prapi_judge *judge, const prapi_clock_days *days, const prapi_event *event,
                          prap_answer *answer) {
    if (!prapi_stage_is_ended(event->to)) return;
    raise_entry(days, event, answer);
    if (judge->before->acknowledged_on == PRAP_DAY_NONE) notice(answer, PRAP_NOTICE_ACCEPTANCE_MAY_BE_WANTED);
    raise_owed(owed_unless_said(judge, PRAP_FACT_EVIDENCE_HELD), answer);
}

void prapi_notices_raise(const prapi_judge *judge, const prapi_row *row, const prapi_case *after,
                         const prapi_clock_days *days, prapi_event *event, prap_answer *answer) {
    raise_row(row, event, days, answer);
    switch (event->event) {
    case PRAP_EVENT_REFERRAL_RECEIVED:
        if (event->said[PRAP_FACT_MADE].kind != PRAP_VALUE_DAY) {
            prapi_answer_notice(answer, PRAP_NOTICE_MADE_DAY_ASSUMED, PRAP_FACT_MADE, PRAP_DAY_NONE);
        }
        break;
    case PRAP_EVENT_ACCEPT:
    case PRAP_EVENT_REJECT:
        raise_acknowledgement(days, event, answer);
        break;
    case PRAP_EVENT_MEETING_ATTENDED:
        raise_meeting(days, event, answer);
        break;
    case PRAP_EVENT_START_RECORDED:
        raise_start(judge, after, days, event, answer);
        break;
    case PRAP_EVENT_DNA_RECORDED:
    case PRAP_EVENT_DNS_RECORDED:
    case PRAP_EVENT_CANCELLATION_REQUESTED:
    case PRAP_EVENT_CANCELLATION_CONFIRMED:
        raise_outcome(judge, days, event, answer);
        break;
    case PRAP_EVENT_PLAN_AGREED:
        raise_plan(after, days, answer);
        raise_owed(judge->owed, answer);
        break;
    case PRAP_EVENT_AUTO_DNA: /* the entry that was due was never made (T-I-33) */
        notice(answer, PRAP_NOTICE_RECORD_LATE);
        break;
    case PRAP_EVENT_CONTACT_ATTEMPTED:
    case PRAP_EVENT_LEFT:
        break;
    }
}
