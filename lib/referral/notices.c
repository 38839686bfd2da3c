/* notices.c: rules.md 2.9, for what follows from an event's days and facts rather than from its row. */
#include "prap/evidence.h"
#include "prap/moments.h"
#include "prap/vocabulary.h"

#include "base/always.h"
#include "referral/notices.h"
#include "referral/supplement.h"

static void notice(prap_answer *answer, uint32_t number) {
    prapi_answer_notice(answer, number, 0, PRAP_DAY_NONE);
}

/* What goes with the outcome, or at once, is due that day (AMB-25, AMB-104); other days follow from the case. */
static prap_day due_of(uint32_t number, const prapi_case *after, const prapi_event *event,
                       const prapi_clock_days *days) {
    const prapi_said *end = &after->said[PRAP_FACT_ADVISED_END_ON];
    switch (prap_notice_kind_by_number(number)->due) {
    case PRAP_NOTICE_DUE_WITH_OUTCOME:
    case PRAP_NOTICE_DUE_IMMEDIATELY: return event->recorded;
    case PRAP_NOTICE_DUE_DAY_60: return days->day_60;
    case PRAP_NOTICE_DUE_PROMPTLY:
        return days->withdrawn.due != PRAP_DAY_NONE ? days->withdrawn.due : days->cancel.due;
    case PRAP_NOTICE_DUE_ERASE: return days->erase.due;
    case PRAP_NOTICE_DUE_PAY5: return days->pay5.due;
    case PRAP_NOTICE_DUE_ADVISED_END: return end->kind == PRAP_VALUE_DAY ? end->value : PRAP_DAY_NONE;
    }
    return PRAP_DAY_NONE;
}

static void raise_row(const prapi_row *row, const prapi_case *after, const prapi_event *event,
                      const prapi_clock_days *days, prap_answer *answer) {
    for (size_t i = 0; PRAPI_ALWAYS(i < PRAPI_ROW_NOTICES) && row->notices[i] != 0; i++) { /* ended by 0 */
        prapi_answer_notice(answer, row->notices[i], 0, due_of(row->notices[i], after, event, days));
    }
}

/* Late is a missed standard; late and accepted is a breach besides (3.23-N1), late and rejected too (T-I-15). */
static void raise_acknowledgement(const prapi_clock_days *days, prapi_event *event, prap_answer *answer) {
    const bool rejects = event->event == PRAP_EVENT_REJECT;
    if (rejects && event->said[PRAP_FACT_REASON].kind == 0) notice(answer, PRAP_NOTICE_REJECT_REASON_MISSING);
    if (days->ack.due == PRAP_DAY_NONE || event->on <= days->ack.due) return;
    notice(answer, PRAP_NOTICE_ACK_LATE);
    if (!rejects) notice(answer, PRAP_NOTICE_LATE_ACCEPTANCE);
    if (event->breaches == 0) event->breaches = 1; /* an override has counted it */
}

/* The journey is to take no more than 90 minutes each way (3.46). */
enum { TRAVEL_MINUTES_MOST = 90 };

/* A combination of personal details has two at the least (3.40). */
enum { IDENTITY_ITEMS_LEAST = 2 };

/* The standards leave a clerical case out: its dates are advice (2.1.2, AMB-105). */
static void raise_meeting(const prapi_case *after, const prapi_clock_days *days, const prapi_event *event,
                          prap_answer *answer) {
    const prapi_said *travel = &event->said[PRAP_FACT_TRAVEL_MINUTES];
    const bool measured = days->record.due != PRAP_DAY_NONE && !prapi_case_is_clerical(after);
    if (measured && event->on > days->record.due) notice(answer, PRAP_NOTICE_MEETING_LATE);
    if (event->said[PRAP_FACT_KEY_WORKER_PRESENT].kind == PRAP_VALUE_NO) {
        prapi_answer_notice(answer, PRAP_NOTICE_INTRODUCE_KEY_WORKER, PRAP_FACT_KEY_WORKER_PRESENT, PRAP_DAY_NONE);
    }
    if (travel->kind == PRAP_VALUE_NUMBER && travel->value > TRAVEL_MINUTES_MOST) {
        prapi_answer_notice(answer, PRAP_NOTICE_TRAVEL_TOO_LONG, PRAP_FACT_TRAVEL_MINUTES, PRAP_DAY_NONE);
    }
    const prapi_said *items = &event->said[PRAP_FACT_IDENTITY_ITEMS];
    if (items->kind == PRAP_VALUE_NUMBER && items->value < IDENTITY_ITEMS_LEAST &&
        event->said[PRAP_FACT_IDENTITY_DOCUMENT_SEEN].kind != PRAP_VALUE_YES) {
        prapi_answer_notice(answer, PRAP_NOTICE_IDENTITY_WEAK, PRAP_FACT_IDENTITY_ITEMS, PRAP_DAY_NONE);
    }
    if (event->said[PRAP_FACT_MODE].value != PRAP_OPTION_DIGITAL) return;
    notice(answer, PRAP_NOTICE_DIGITAL_MEETING);
    if (event->said[PRAP_FACT_DIGITAL_REASON_RECORDED].kind == PRAP_VALUE_YES) return;
    prapi_answer_notice(answer, PRAP_NOTICE_DIGITAL_REASON_MISSING, PRAP_FACT_DIGITAL_REASON_RECORDED,
                        PRAP_DAY_NONE);
}

static void raise_entry(const prapi_clock_days *days, const prapi_event *event, prap_answer *answer) {
    const bool measured = days->record.due != PRAP_DAY_NONE && event->event != PRAP_EVENT_CLERICAL_START &&
                          event->event != PRAP_EVENT_CLERICAL_OUTCOME;
    if (measured && event->recorded > days->record.due) notice(answer, PRAP_NOTICE_RECORD_LATE);
}

/* What was taken as done because it was not said otherwise is owed as evidence, fact by fact. */
static void raise_owed(const prapi_judge *judge, uint32_t besides, prap_answer *answer) {
    prapi_facts owed = judge->owed;
    if (besides != 0) owed.bits[besides / 64] |= UINT64_C(1) << besides % 64;
    for (uint32_t fact = prapi_fact_after(&owed, 0); fact != 0; fact = prapi_fact_after(&owed, fact)) {
        prapi_answer_notice(answer, PRAP_NOTICE_EVIDENCE_OWED, fact, PRAP_DAY_NONE);
    }
}

/* Evidence that bars nothing, but must be had: the fact, unless it was said in the event or earlier (3.58, 3.61-N1). */
static uint32_t owed_unless_said(const prapi_judge *judge, uint32_t fact) {
    const uint32_t now = judge->event->said[fact].kind;
    const uint32_t kind = now != 0 ? now : judge->before->said[fact].kind;
    return kind == PRAP_VALUE_YES ? 0 : fact;
}

/* Measured against the start date, once there is one, whichever of the two is entered last (3.56). */
static void raise_plan(const prapi_case *after, const prapi_clock_days *days, prap_answer *answer) {
    if (after->start_on == PRAP_DAY_NONE || after->plan_on == PRAP_DAY_NONE) return;
    if (after->plan_on > days->plan.due && !prapi_case_is_clerical(after)) notice(answer, PRAP_NOTICE_PLAN_LATE);
}

static uint32_t raise_start(const prapi_judge *judge, const prapi_case *after, const prapi_clock_days *days,
                            const prapi_event *event, prap_answer *answer) {
    if (judge->before->attended_on == PRAP_DAY_NONE) raise_meeting(after, days, event, answer);
    raise_entry(days, event, answer);
    if (event->recorded > event->on) notice(answer, PRAP_NOTICE_RETROSPECTIVE_ENTRY);
    raise_plan(after, days, answer);
    return owed_unless_said(judge, PRAP_FACT_INDUCTION_PACK_SIGNED);
}

static uint32_t raise_outcome(const prapi_judge *judge, const prapi_clock_days *days, const prapi_event *event,
                              prap_answer *answer) {
    if (!prapi_stage_is_ended(event->to)) return 0;
    raise_entry(days, event, answer);
    if (!prapi_case_is_acknowledged(judge->before) && !prapi_case_is_clerical(judge->before)) {
        notice(answer, PRAP_NOTICE_ACCEPTANCE_MAY_BE_WANTED);
    }
    return owed_unless_said(judge, PRAP_FACT_EVIDENCE_HELD);
}

static void raise_receipt(const prapi_event *event, prap_answer *answer) {
    if (event->said[PRAP_FACT_MADE].kind == PRAP_VALUE_DAY) return;
    prapi_answer_notice(answer, PRAP_NOTICE_MADE_DAY_ASSUMED, PRAP_FACT_MADE, PRAP_DAY_NONE);
}

/* What is not known of a case taken over, and what it would have been measured by. */
static void raise_import(const prapi_programme *programme, const prapi_case *after, const prapi_event *event,
                         prap_answer *answer) {
    static const uint16_t asked[] = {PRAP_FACT_MADE, PRAP_FACT_RECEIVED_ON, PRAP_FACT_ACKNOWLEDGED_ON,
                                     PRAP_FACT_ENTERED_ON};
    const bool accepted = event->to != PRAP_STATE_RECEIVED;
    const bool started = after->start_on != PRAP_DAY_NONE;
    const bool own = programme->import_asks != NULL;
    const uint16_t *asks = own ? programme->import_asks : asked;
    const size_t n = own ? programme->n_import_asks : started ? 4 : accepted ? 3 : 2;
    for (size_t i = 0; i < n; i++) {
        if (event->said[asks[i]].kind == PRAP_VALUE_DAY) continue;
        prapi_answer_notice(answer, PRAP_NOTICE_UNKNOWN_ON_IMPORT, asks[i], PRAP_DAY_NONE);
    }
}

/* Work with the participant goes on while a PRaP14 is pending, unless the policy holds it (AMB-96). */
static void raise_pending(const prapi_judge *judge, prap_answer *answer) {
    const uint32_t prap14 = judge->before->regions[PRAP_REGION_PRAP14];
    if (prap14 == PRAP_PRAP14_AT_POLICY || prap14 == PRAP_PRAP14_AT_POST) notice(answer, PRAP_NOTICE_PRAP14_PENDING);
}

/* Leaving before the end of the allotted time, or of in-work support (AMB-100). */
static void raise_leaving(const prapi_judge *judge, const prapi_event *event, prap_answer *answer) {
    if (event->on <= judge->days->allot.due) notice(answer, PRAP_NOTICE_EARLY_COMPLETER);
}

/* Memo 08: the person is pointed back to the Jobcentre, unless it is the other referral that stands (AMB-90). */
static void raise_signpost(const prapi_judge *judge, prap_answer *answer) {
    const prapi_scenario *scenario = prapi_scenario_find(judge->rulebook->programme, judge->scenario);
    if (scenario == NULL) return;
    const uint32_t policy = scenario->signpost_policy;
    if (policy != 0 && judge->rulebook->settings[policy] == PRAP_CHOICE_NO) return;
    notice(answer, PRAP_NOTICE_SIGNPOST_TO_JOBCENTRE);
}

/* What is taken where the memo leaves it open: whom it binds (AMB-91), and the day of the interview (AMB-88). */
static void raise_memo(const prapi_judge *judge, const prapi_case *after, prap_answer *answer) {
    if (judge->scenario == 0) return;
    if (judge->rulebook->programme->memo_policy != 0) notice(answer, PRAP_NOTICE_MEMO_INFERRED);
    const bool by_interview = judge->rulebook->settings[PRAP_POLICY_M08_BOUNDARY] == PRAP_CHOICE_INTERVIEW;
    const bool dated = after->said[PRAP_FACT_AROSE_ON].kind == PRAP_VALUE_DAY ||
                       after->said[PRAP_FACT_EMPLOYMENT_BEGAN_ON].kind == PRAP_VALUE_DAY;
    if (by_interview && dated && after->said[PRAP_FACT_INTERVIEW_ON].kind != PRAP_VALUE_DAY) {
        prapi_answer_notice(answer, PRAP_NOTICE_INTERVIEW_ASSUMED, PRAP_FACT_INTERVIEW_ON, PRAP_DAY_NONE);
    }
}

/* By the policy the cancellation stands for the rejection of an accepted referral, and says the same (AMB-86). */
static void raise_cancelled_error(const prapi_judge *judge, const prapi_case *after, prap_answer *answer) {
    if (judge->stage != PRAP_STATE_ACCEPTED) return;
    raise_signpost(judge, answer);
    raise_memo(judge, after, answer);
}

/* Jobcentre Plus is told of a participant who also claims a benefit: of a voluntary one here (CH15-10). */
static void raise_whp07(const prapi_judge *judge, const prapi_case *after, prap_answer *answer) {
    const bool voluntary_only = judge->event->event == PRAP_EVENT_DISENGAGED ||
                                judge->event->event == PRAP_EVENT_RE_ENGAGED;
    const bool voluntary = after->said[PRAP_FACT_CUSTOMER_GROUP].value == PRAP_OPTION_VOLUNTARY;
    if (voluntary_only && !voluntary) return;
    if (after->said[PRAP_FACT_BENEFIT_CLAIMANT].kind == PRAP_VALUE_YES) notice(answer, PRAP_NOTICE_WHP07);
}

/* A failure to attend what was mandated: on form WHP07 of a missed initial appointment (CH15-10-B3), else as chapters
   5a and 5b say, unless that is suspended (CH15-12-N). */
static void raise_failure(const prapi_judge *judge, const prapi_case *after, prap_answer *answer) {
    prap_day last;
    if (after->regions[PRAP_REGION_APPOINTMENT] == PRAP_APPOINTMENT_MISSED) {
        raise_whp07(judge, after, answer);
    } else if (!prapi_rulebook_is_suspended(judge->rulebook, judge->event->on, &last)) {
        notice(answer, PRAP_NOTICE_MANDATED_FAILURE);
    }
}

/* Is a minute of the day said that its clocks show once? When they go forward an hour is missing, when back it is twice. */
static bool is_placed(prap_day day, const prapi_said *minute) {
    const prap_moment moment = {day, minute->value, PRAP_OFFSET_NONE};
    prap_instant unused;
    return minute->kind == PRAP_VALUE_NUMBER && prap_moment_to_instant(moment, &unused) == PRAP_OK;
}

/* D-14: at 48 hours or longer the department is told and the work is clerical (CH15-59). */
static void raise_outage(const prapi_judge *judge, prap_answer *answer) {
    const prapi_said *said = judge->event->said;
    const prapi_said *end = &said[PRAP_FACT_EXPECTED_END_ON];
    const prapi_said *from = &said[PRAP_FACT_BEGAN_AT];
    const prapi_said *until = &said[PRAP_FACT_EXPECTED_END_AT];
    if (end->kind != PRAP_VALUE_DAY) {
        prapi_answer_notice(answer, PRAP_NOTICE_OUTAGE_END_UNKNOWN, PRAP_FACT_EXPECTED_END_ON, PRAP_DAY_NONE);
        return;
    }
    const int32_t days = end->value - judge->event->on;
    const bool began = is_placed(judge->event->on, from);
    const bool by_minutes = began && is_placed(end->value, until);
    const bool longer = by_minutes ? prapi_outage_is_long(judge->rulebook, judge->event->on, from->value, end->value,
                                                          until->value)
                                   : days > 2;
    if (longer) {
        prapi_answer_notice(answer, PRAP_NOTICE_GO_CLERICAL, 0, judge->event->recorded);
    } else if (!by_minutes && days >= 1) {
        prapi_answer_notice(answer, PRAP_NOTICE_OUTAGE_END_UNKNOWN,
                            began ? PRAP_FACT_EXPECTED_END_AT : PRAP_FACT_BEGAN_AT, PRAP_DAY_NONE);
    }
}

/* The response, late or not; and to whom it goes next. */
static void raise_response(const prapi_clock_days *days, const prapi_case *after, prapi_event *event,
                           prap_answer *answer) {
    const bool rejects = after->regions[PRAP_REGION_DECISION] == PRAP_DECISION_REJECT;
    notice(answer, rejects ? PRAP_NOTICE_FORWARD_REJECTION : PRAP_NOTICE_FORWARD_RESPONSE);
    notice(answer, PRAP_NOTICE_COPY_TO_ENQUIRIES);
    if (days->erase.due == PRAP_DAY_NONE || event->on <= days->erase.due) return;
    notice(answer, PRAP_NOTICE_RESPONSE_LATE);
    if (event->breaches == 0) event->breaches = 1; /* an override has counted it */
}

/* What follows from the days and facts of an event. Returns a fact that is owed besides those that guards took. */
static uint32_t raise_event(const prapi_judge *judge, const prapi_case *after, const prapi_clock_days *days,
                            prapi_event *event, prap_answer *answer) {
    switch (event->event) {
    case PRAP_EVENT_REFERRAL_RECEIVED:
    case PRAP_EVENT_CLERICAL_REFERRAL_RECEIVED: raise_receipt(event, answer); break;
    case PRAP_EVENT_CASE_IMPORTED: raise_import(judge->rulebook->programme, after, event, answer); break;
    case PRAP_EVENT_ACCEPT: raise_acknowledgement(days, event, answer); break;
    case PRAP_EVENT_REJECT:
        raise_acknowledgement(days, event, answer);
        raise_signpost(judge, answer);
        raise_memo(judge, after, answer);
        break;
    case PRAP_EVENT_ERROR_FOUND:
    case PRAP_EVENT_PRAP14_SENT: raise_memo(judge, after, answer); break;
    case PRAP_EVENT_END_DATE_ENTERED:
        if (event->to != PRAP_STATE_ENDED) raise_signpost(judge, answer);
        break;
    case PRAP_EVENT_MANDATED_ACTIVITY_FAILED: raise_failure(judge, after, answer); break;
    case PRAP_EVENT_DISENGAGED:
    case PRAP_EVENT_RE_ENGAGED:
    case PRAP_EVENT_OTHER_PROVISION_AGREED: raise_whp07(judge, after, answer); break;
    case PRAP_EVENT_MEETING_SCHEDULED:
        if (days->record.due != PRAP_DAY_NONE && after->meeting_on > days->record.due &&
            !prapi_case_is_clerical(after)) {
            prapi_answer_notice(answer, PRAP_NOTICE_MEETING_BOOKED_LATE, PRAP_FACT_MEETING_ON, days->record.due);
        }
        break;
    case PRAP_EVENT_MEETING_ATTENDED: raise_meeting(after, days, event, answer); break;
    case PRAP_EVENT_START_RECORDED:
    case PRAP_EVENT_CLERICAL_START: return raise_start(judge, after, days, event, answer);
    case PRAP_EVENT_CANCELLATION_REQUESTED:
        raise_cancelled_error(judge, after, answer);
        return raise_outcome(judge, days, event, answer);
    case PRAP_EVENT_DNA_RECORDED:
    case PRAP_EVENT_DNS_RECORDED:
    case PRAP_EVENT_CLERICAL_OUTCOME:
    case PRAP_EVENT_CANCELLATION_CONFIRMED: return raise_outcome(judge, days, event, answer);
    case PRAP_EVENT_PLAN_AGREED:
        raise_plan(after, days, answer);
        raise_pending(judge, answer);
        break;
    case PRAP_EVENT_FACE_TO_FACE_HELD:
    case PRAP_EVENT_WEEKLY_SUPPORT_OFFERED:
    case PRAP_EVENT_WORK_STARTED: raise_pending(judge, answer); break;
    case PRAP_EVENT_LEFT: raise_leaving(judge, event, answer); break;
    case PRAP_EVENT_RESPONSE_ISSUED: raise_response(days, after, event, answer); break;
    case PRAP_EVENT_OUTAGE_BEGAN: raise_outage(judge, answer); break;
    case PRAP_EVENT_MESSAGE_ACTIONED: return owed_unless_said(judge, PRAP_FACT_EVIDENCE_FILED);
    case PRAP_EVENT_AUTO_DNA: notice(answer, PRAP_NOTICE_RECORD_LATE); break; /* its entry was never made (T-I-33) */
    }
    return 0;
}

void prapi_notices_raise(const prapi_judge *judge, const prapi_row *row, const prapi_case *after,
                         const prapi_clock_days *days, prapi_event *event, prap_answer *answer) {
    if (row != NULL) raise_row(row, after, event, days, answer);
    if (event->said[PRAP_FACT_KEY_WORKER_CHANGED].kind == PRAP_VALUE_YES) {
        prapi_answer_notice(answer, PRAP_NOTICE_KEEP_KEY_WORKER, PRAP_FACT_KEY_WORKER_CHANGED, PRAP_DAY_NONE);
    }
    const uint32_t besides = raise_event(judge, after, days, event, answer);
    if (event->broke[0] != 0) {
        prapi_answer_notice(answer, PRAP_NOTICE_RECORDED_ANYWAY, PRAP_FACT_OVERRIDE, PRAP_DAY_NONE);
    }
    raise_owed(judge, besides, answer);
}
