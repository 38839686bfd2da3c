/*
 * vocabulary.h: the words of the library. Printed from the tables of lib/vocabulary/; do not edit.
 *
 * Every word has a permanent number, which hosts may store, and a public kebab-case name, which JSON uses.
 * Thread rule: any thread, any time; read-only data.
 */
#ifndef PRAP_VOCABULARY_H
#define PRAP_VOCABULARY_H

#include <stddef.h>
#include <stdint.h>

#include "prap/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The kinds of word. */
enum {
    PRAP_WORDS_STATE = 1,
    PRAP_WORDS_EVENT = 2,
    PRAP_WORDS_FACT = 3,
    PRAP_WORDS_OPTION = 4,
    PRAP_WORDS_REASON = 5,
    PRAP_WORDS_NOTICE = 6,
    PRAP_WORDS_DEADLINE = 7,
    PRAP_WORDS_POLICY = 8,
    PRAP_WORDS_CHOICE = 9,
    PRAP_WORDS_COMPUTATION = 10,
    PRAP_WORDS_SERVICE = 11,
    PRAP_WORDS_PROGRAMME = 20,
    PRAP_WORDS_DOCUMENT = 21,
    PRAP_WORDS_KIND = 22,
    PRAP_WORDS_SOFTWARE = 23,
    PRAP_WORDS_VERDICT = 24,
    PRAP_WORDS_SEVERITY = 25,
    PRAP_WORDS_FEED = 26,
    PRAP_WORDS_DEADLINE_STATUS = 27,
    PRAP_WORDS_COVERAGE = 28,
    PRAP_WORDS_DIVISION = 29,
    PRAP_WORDS_ACTOR = 30,
    PRAP_WORDS_RECIPIENT = 31,
    PRAP_WORDS_VALUE = 32,
    PRAP_WORDS_FACT_TYPE = 33,
    PRAP_WORDS_ABSENT = 34,
    PRAP_WORDS_OUTSIDE = 35,
    PRAP_WORDS_CONTACT_STATUS = 36,
    PRAP_WORDS_DIFFERENCE = 37,
    PRAP_WORDS_PAYMENT = 38,
    PRAP_WORDS_CONTRADICTION = 39,
};

enum {
    PRAP_STATE_NONE                 = 0, /* none: no referral is known under this id */
    PRAP_STATE_RECEIVED             = 10, /* received: referral visible in PRaP, not acknowledged */
    PRAP_STATE_ACCEPTED             = 20, /* accepted: acknowledged by acceptance; initial meeting to be held */
    PRAP_STATE_CANCEL_REQUESTED     = 25, /* cancel-requested: acknowledged, no start, cancellation requested with a reason */
    PRAP_STATE_ATTENDED             = 30, /* attended: initial meeting attended, nothing in PRaP yet */
    PRAP_STATE_PRE_WORK             = 40, /* pre-work: start recorded in PRaP; pre-work support */
    PRAP_STATE_IN_WORK              = 50, /* in-work: start recorded; in-work support */
    PRAP_STATE_REJECTED             = 60, /* rejected: acknowledged by rejection */
    PRAP_STATE_DNA                  = 61, /* dna: did not attend the initial meeting */
    PRAP_STATE_DNS                  = 62, /* dns: attended the initial meeting and did not start */
    PRAP_STATE_AUTO_DNA             = 63, /* auto-dna: turned to did-not-attend by PRaP on day 60 */
    PRAP_STATE_LEFT                 = 64, /* left: left the programme with a leaver code */
    PRAP_STATE_BACKED_OUT           = 65, /* backed-out: backed out by the PRaP support team */
    PRAP_STATE_CANCELLED_NO_CONTACT = 66, /* cancelled-no-contact: cancelled with the reason no contact */
};

enum {
    PRAP_EVENT_REFERRAL_RECEIVED      = 1, /* referral-received: the Jobcentre's referral appears in PRaP; on = day of receipt */
    PRAP_EVENT_ACCEPT                 = 2, /* accept: the provider acknowledges by accepting */
    PRAP_EVENT_REJECT                 = 3, /* reject: the provider acknowledges by rejecting */
    PRAP_EVENT_CONTACT_ATTEMPTED      = 4, /* contact-attempted: the provider tried to reach the person */
    PRAP_EVENT_MEETING_ATTENDED       = 5, /* meeting-attended: the person attended the initial meeting; on = day of the meeting */
    PRAP_EVENT_START_RECORDED         = 6, /* start-recorded: the provider entered the start in PRaP; on = start date, recorded = day of entry */
    PRAP_EVENT_DNA_RECORDED           = 7, /* dna-recorded: the provider entered Did Not Attend in PRaP */
    PRAP_EVENT_DNS_RECORDED           = 8, /* dns-recorded: the provider entered Did Not Start in PRaP */
    PRAP_EVENT_CANCELLATION_REQUESTED = 9, /* cancellation-requested: the provider pressed the cancellation request button and picked a reason */
    PRAP_EVENT_CANCELLATION_CONFIRMED = 10, /* cancellation-confirmed: the requested cancellation took effect (only under policy cancel-effect=on-confirmation) */
    PRAP_EVENT_PLAN_AGREED            = 11, /* plan-agreed: provider and participant fully agreed the action plan */
    PRAP_EVENT_LEFT                   = 12, /* left: the provider ended the participation with a leaver code */
    PRAP_EVENT_AUTO_DNA               = 13, /* auto-dna: PRaP turned the unstarted referral to DNA on day 60 */
};

enum {
    PRAP_FACT_MADE                       = 1, /* made: day the Jobcentre made the referral in PRaP */
    PRAP_FACT_SCR                        = 2, /* scr: the person is a Special Customer Record */
    PRAP_FACT_REASON                     = 3, /* reason: why: see options.def */
    PRAP_FACT_CODE                       = 4, /* code: leaver code */
    PRAP_FACT_METHOD                     = 5, /* method: how contact was attempted */
    PRAP_FACT_REACHED                    = 6, /* reached: the person was reached by the attempt */
    PRAP_FACT_MODE                       = 7, /* mode: how the initial meeting was held */
    PRAP_FACT_DIGITAL_REASON_RECORDED    = 8, /* digital-reason-recorded: the reason for a digital meeting is on record */
    PRAP_FACT_IDENTITY_CHECKED           = 9, /* identity-checked: the identity check was made at the meeting */
    PRAP_FACT_EMPLOYMENT_CHECKED         = 10, /* employment-checked: the employment check was made at the meeting */
    PRAP_FACT_EMPLOYED                   = 11, /* employed: the person is in any form of employment */
    PRAP_FACT_PLAN_SIGNED_BY_PARTICIPANT = 12, /* plan-signed-by-participant: the participant signed the draft action plan that day */
    PRAP_FACT_PLAN_SIGNED_BY_PROVIDER    = 13, /* plan-signed-by-provider: the provider signed the draft action plan that day */
    PRAP_FACT_NEEDS_ASSESSMENT_BEGUN     = 14, /* needs-assessment-begun: the needs assessment was begun at the meeting */
    PRAP_FACT_CONCERNS_ADDRESSED         = 15, /* concerns-addressed: the person's concerns were addressed and the refusal persists */
    PRAP_FACT_TOLD                       = 16, /* told: when the person told the provider of the reason */
    PRAP_FACT_DECEASED                   = 17, /* deceased: the participant has died */
    PRAP_FACT_POLICY_ADVICE              = 18, /* policy-advice: the IPES Policy team's advice to use code 46 is on record */
    PRAP_FACT_MOVED_OUT                  = 19, /* moved-out: the participant has moved out of England and Wales */
    PRAP_FACT_TERMINAL_ILLNESS           = 20, /* terminal-illness: the participant is terminally ill */
    PRAP_FACT_CHOOSES_TO_LEAVE           = 21, /* chooses-to-leave: the terminally ill participant chooses to leave */
    PRAP_FACT_INDUCTION_PACK_SIGNED      = 22, /* induction-pack-signed: the induction pack was issued and signed for */
    PRAP_FACT_PLAN_FULLY_SIGNED          = 23, /* plan-fully-signed: the agreed action plan carries both signatures */
    PRAP_FACT_EVIDENCE_HELD              = 24, /* evidence-held: the evidence of why the person did not start is held */
};

enum {
    PRAP_OPTION_UNREACHABLE           = 1, /* unreachable: did not attend and could not be reached (3.70) */
    PRAP_OPTION_REFUSED_TO_ATTEND     = 2, /* refused-to-attend: refuses to attend (3.63) */
    PRAP_OPTION_REFUSED_TO_RESCHEDULE = 3, /* refused-to-reschedule: refuses to reschedule (3.64) */
    PRAP_OPTION_WORK                  = 4, /* work: in work, or about to start (3.65) */
    PRAP_OPTION_JOB_OFFER             = 5, /* job-offer: has a job offer (3.65) */
    PRAP_OPTION_HOSPITAL              = 6, /* hospital: imminent or programme-long hospital stay (3.65, 3.72) */
    PRAP_OPTION_WORSENING_HEALTH      = 7, /* worsening-health: worsening health (3.65) */
    PRAP_OPTION_WITHDRAWN             = 8, /* withdrawn: the work coach says that the person withdrew (3.26) */
    PRAP_OPTION_CANNOT_COMMIT         = 9, /* cannot-commit: changed their mind before signing the plan (3.44) */
    PRAP_OPTION_NO_CONTACT            = 10, /* no-contact: cancellation reason: no contact (Annex 3.2) */
    PRAP_OPTION_DNA                   = 11, /* dna: cancellation reason: did not attend interview (Annex 3.2) */
    PRAP_OPTION_DNS                   = 12, /* dns: cancellation reason: did not start (Annex 3.2) */
    PRAP_OPTION_REFERRED_IN_ERROR     = 13, /* referred-in-error: referred in error, or a duplicate (3.74) */
    PRAP_OPTION_OTHER                 = 14, /* other: none of the other reasons */
    PRAP_OPTION_PHONE                 = 20, /* phone: telephone call */
    PRAP_OPTION_LETTER                = 21, /* letter: letter */
    PRAP_OPTION_EMAIL                 = 22, /* email: email */
    PRAP_OPTION_TEXT_MESSAGE          = 23, /* text-message: text message */
    PRAP_OPTION_VISIT                 = 24, /* visit: visit in person */
    PRAP_OPTION_OTHER_METHOD          = 25, /* other-method: any other method */
    PRAP_OPTION_FACE_TO_FACE          = 30, /* face-to-face: in person */
    PRAP_OPTION_DIGITAL               = 31, /* digital: by video or telephone, by exception (LWC-1) */
    PRAP_OPTION_BEFORE_MEETING        = 40, /* before-meeting: before the initial meeting */
    PRAP_OPTION_AT_MEETING            = 41, /* at-meeting: at the initial meeting */
    PRAP_OPTION_AFTER_MEETING         = 42, /* after-meeting: after the meeting, before the start was entered */
};

enum {
    PRAP_REASON_NOT_FROM_HERE                 = 1, /* not-from-here: the case is not at a stage where this can happen */
    PRAP_REASON_CASE_EXISTS                   = 2, /* case-exists: a referral was already received under this case id */
    PRAP_REASON_CASE_ENDED                    = 3, /* case-ended: this referral has ended and cannot be reopened */
    PRAP_REASON_CASE_LEFT                     = 4, /* case-left: the participant has left the programme */
    PRAP_REASON_NOT_SCR                       = 5, /* scr-is-clerical: a Special Customer Record is never referred through PRaP */
    PRAP_REASON_NOT_BEFORE_RECEIPT            = 6, /* before-receipt: a referral cannot be acknowledged before it is received */
    PRAP_REASON_ACK_NOT_PASSED                = 7, /* acknowledgement-passed: the referral was not acknowledged within 2 working days, so it can no longer be accepted */
    PRAP_REASON_NOT_YET_ACKNOWLEDGED          = 8, /* already-acknowledged: the referral is already acknowledged */
    PRAP_REASON_ACKNOWLEDGED_FOR_MEETING      = 9, /* work-before-acknowledgement: work with the person must not begin before the referral is acknowledged */
    PRAP_REASON_ACKNOWLEDGED_FOR_START        = 10, /* start-without-acknowledgement: a start cannot be recorded on a referral that was not acknowledged */
    PRAP_REASON_ACKNOWLEDGED_FOR_CANCELLATION = 11, /* cancellation-before-acknowledgement: only an acknowledged referral can be cancelled */
    PRAP_REASON_ACKNOWLEDGED_FOR_DNA          = 12, /* outcome-before-acknowledgement: the policy asks for an acceptance before an outcome */
    PRAP_REASON_MEETING_NOT_BEFORE_ACK        = 13, /* meeting-before-acknowledgement: the meeting is dated before the referral was acknowledged */
    PRAP_REASON_MEETING_NOT_IN_FUTURE         = 14, /* meeting-in-future: a meeting is attended on its day, not before it */
    PRAP_REASON_START_NOT_IN_FUTURE           = 15, /* start-in-future: a start can be entered late but not before it happened */
    PRAP_REASON_START_IS_MEETING_DAY          = 16, /* start-not-meeting-day: the start date is the day on which the initial meeting was attended */
    PRAP_REASON_NOT_STARTED                   = 17, /* already-started: a start is already recorded on this referral */
    PRAP_REASON_ENTRY_BEFORE_DAY_60           = 18, /* day-60-reached: an entry must come before the 60th day from the referral */
    PRAP_REASON_NOT_AUTO_DNA                  = 19, /* automatic-dna: PRaP has turned this referral to Did Not Attend on day 60 */
    PRAP_REASON_IDENTITY_CHECKED              = 20, /* identity-not-checked: the identity check was not made */
    PRAP_REASON_EMPLOYMENT_CHECKED            = 21, /* employment-not-checked: the employment check was not made */
    PRAP_REASON_NOT_EMPLOYED                  = 22, /* employed: a person in any form of employment cannot start */
    PRAP_REASON_SIGNED_BY_PARTICIPANT         = 23, /* not-signed-by-participant: the participant did not sign the draft action plan at the meeting */
    PRAP_REASON_SIGNED_BY_PROVIDER            = 24, /* not-signed-by-provider: the provider did not sign the draft action plan at the meeting */
    PRAP_REASON_NEEDS_BEGUN                   = 25, /* needs-assessment-not-begun: the needs assessment was not begun at the meeting */
    PRAP_REASON_NO_BAR_TO_START               = 26, /* cannot-commence: someone with work, a job offer, hospital or worsening health before the start should not commence */
    PRAP_REASON_NOT_ATTENDED                  = 27, /* attended-means-dns: the person attended the initial meeting */
    PRAP_REASON_ATTENDED                      = 28, /* not-attended-means-dna: the person did not attend the initial meeting */
    PRAP_REASON_NO_START_FOR_OUTCOME          = 29, /* outcome-after-start: a start is recorded, so neither Did Not Attend nor Did Not Start applies */
    PRAP_REASON_OUTCOME_NOT_BEFORE_REFERRAL   = 30, /* before-referral: an outcome cannot be dated before the referral was made */
    PRAP_REASON_ATTEMPTS_MADE                 = 31, /* too-few-attempts: several attempts to reach the person must have failed first */
    PRAP_REASON_REFUSAL_MET                   = 32, /* refusal-not-met: a refusal to attend must first be met by addressing the concerns, or by several attempts */
    PRAP_REASON_RESCHEDULE_REFUSAL_MET        = 33, /* reschedule-refusal-not-met: a refusal to reschedule must first be met by addressing the concerns */
    PRAP_REASON_PLAN_NOT_SIGNED               = 34, /* plan-already-signed: a change of mind counts as Did Not Start only before the action plan is signed */
    PRAP_REASON_TOLD_AT_MEETING               = 35, /* told-after-meeting: the guidance does not say what applies when the person tells it after the meeting and before the start is entered */
    PRAP_REASON_DNA_REASON                    = 36, /* not-a-dna-reason: this reason is not one for Did Not Attend */
    PRAP_REASON_DNS_REASON                    = 37, /* not-a-dns-reason: this reason is not one for Did Not Start */
    PRAP_REASON_CANCELLATION_REASON           = 38, /* not-a-cancellation-reason: a cancellation has one of three reasons: no contact, did not attend, did not start */
    PRAP_REASON_NO_START_FOR_CANCELLATION     = 39, /* cancellation-after-start: a referral with a start cannot be cancelled */
    PRAP_REASON_NO_CONTACT_ALLOWED            = 40, /* no-contact-not-allowed: the policy does not accept the cancellation reason no contact */
    PRAP_REASON_CANCELLATION_IS_REQUESTED     = 41, /* no-cancellation-requested: no cancellation was requested */
    PRAP_REASON_MEETING_FOR_PLAN              = 42, /* plan-before-meeting: an action plan is begun at the initial meeting, which has not been attended */
    PRAP_REASON_PLAN_NOT_BEFORE_START         = 43, /* plan-before-start: the plan is dated before the initial meeting */
    PRAP_REASON_PLAN_SIGNED_BY_BOTH           = 44, /* plan-without-signatures: a plan without both signatures is not valid */
    PRAP_REASON_START_FOR_CODE                = 45, /* code-without-start: a leaver code ends a participation, and no start is recorded */
    PRAP_REASON_CODE_LISTED                   = 46, /* code-not-listed: only leaver codes 39, 43, 45 and 46 exist on IPES */
    PRAP_REASON_CODE_NOT_AUTOMATIC            = 47, /* code-is-automatic: code 45 is set by PRaP itself at the end of allotted time */
    PRAP_REASON_CODE_39_IN_WORK               = 48, /* code-39-in-pre-work: code 39 needs in-work support */
    PRAP_REASON_DEATH_RECORDED                = 49, /* death-not-recorded: code 43 is only for a participant who has died */
    PRAP_REASON_CODE_46_GROUNDS               = 50, /* no-ground-for-code-46: code 46 needs the Policy team's advice, a move out of England and Wales, or a terminally ill participant's choice */
    PRAP_REASON_LEFT_NOT_BEFORE_START         = 51, /* left-before-start: the participation cannot end before it began */
    PRAP_REASON_DAY_60_REACHED                = 52, /* before-day-60: PRaP turns a referral to Did Not Attend only on the 60th day */
    PRAP_REASON_NOTHING_ENTERED               = 53, /* start-or-outcome-entered: a start or an outcome was entered before the 60th day */
    PRAP_REASON_ACKNOWLEDGED_IN_TIME          = 54, /* outcome-after-missed-acknowledgement: the referral was not acknowledged within 2 working days, so this reason can no longer end it */
    PRAP_REASON_ROUTE_CHOSEN                  = 55, /* another-route-chosen: the policy sends someone who tells it after the meeting another way */
    PRAP_REASON_NOT_ACKNOWLEDGED_AND_STARTED  = 56, /* already-acknowledged-and-started: the referral is already acknowledged and a start is recorded on it */
};

enum {
    PRAP_NOTICE_MADE_DAY_ASSUMED         = 1, /* made-day-assumed: the day the Jobcentre made the referral was not given; the day of receipt was taken */
    PRAP_NOTICE_REJECT_REASON_MISSING    = 2, /* reject-reason-missing: no reason for the rejection was given; the guidance does not ask for one */
    PRAP_NOTICE_EVIDENCE_OWED            = 3, /* evidence-owed: taken as done because it was not said otherwise; the evidence is owed */
    PRAP_NOTICE_REFER_BACK               = 4, /* refer-back: the person goes back to the Jobcentre */
    PRAP_NOTICE_REFER_BACK_DAY_60        = 5, /* refer-back-day-60: no start within 60 days: the person goes back to the Jobcentre */
    PRAP_NOTICE_ACCEPTANCE_MAY_BE_WANTED = 6, /* acceptance-may-be-wanted: the referral is not acknowledged; PRaP may want an acceptance first */
    PRAP_NOTICE_DNA_SUGGESTED            = 7, /* dna-suggested: the guidance says Did Not Attend for someone who cannot be reached */
    PRAP_NOTICE_ACK_LATE                 = 8, /* ack-late: acknowledged after 2 working days: customer service standard 1 is missed */
    PRAP_NOTICE_LATE_ACCEPTANCE          = 9, /* late-acceptance: accepted although the acknowledgement was late: recorded as a breach */
    PRAP_NOTICE_MEETING_LATE             = 10, /* meeting-late: the initial meeting was later than 15 working days: customer service standard 2 is missed */
    PRAP_NOTICE_RECORD_LATE              = 11, /* record-late: the start or outcome was entered later than 15 working days: customer service standard 2 is missed */
    PRAP_NOTICE_PLAN_LATE                = 12, /* plan-late: the action plan was agreed later than 20 working days: customer service standard 3 is missed */
    PRAP_NOTICE_DIGITAL_MEETING          = 13, /* digital-meeting: the initial meeting should be face to face; digital only by exception */
    PRAP_NOTICE_DIGITAL_REASON_MISSING   = 14, /* digital-reason-missing: the reason for a digital meeting must be recorded */
    PRAP_NOTICE_RETROSPECTIVE_ENTRY      = 15, /* retrospective-entry: the start was entered after the day of the meeting */
    PRAP_NOTICE_REPAYMENT_RISK           = 16, /* repayment-risk: a wrong leaver code that produces a payment makes it repayable */
};

enum {
    PRAP_DEADLINE_ACK    = 1, /* ack: acknowledge within 2 working days, the day of receipt being day 1 */
    PRAP_DEADLINE_MEET   = 2, /* meet: hold the initial meeting within 15 working days of the referral */
    PRAP_DEADLINE_RECORD = 3, /* record: have the start or the outcome in PRaP within the same 15 working days */
    PRAP_DEADLINE_AUTO60 = 4, /* auto60: last safe day for an entry before PRaP turns the referral to DNA on day 60 */
    PRAP_DEADLINE_PLAN   = 5, /* plan: agree the action plan within 20 working days of the start date */
};

enum {
    PRAP_POLICY_ACK_NONWORKING            = 1, /* ack-nonworking: what day 1 is when a referral is received on a non-working day */
    PRAP_POLICY_LATE_ACK                  = 2, /* late-ack: whether a late acceptance that PRaP took may be recorded */
    PRAP_POLICY_CSS2_COUNT                = 3, /* css2-count: whether the referral day is day 0 or day 1 of the 15 */
    PRAP_POLICY_AUTO60_DAY                = 4, /* auto60-day: the day on which PRaP turns an unstarted referral to DNA */
    PRAP_POLICY_AUTO60_COUNT              = 5, /* auto60-count: whether the referral day is day 0 or day 1 of the 60 */
    PRAP_POLICY_AUTO60_ANCHOR             = 6, /* auto60-anchor: whether the 60 days run from the day made or the day received */
    PRAP_POLICY_MIN_ATTEMPTS              = 7, /* min-attempts: how many failed attempts several attempts are */
    PRAP_POLICY_RESCHEDULE_NEEDS_ATTEMPTS = 8, /* reschedule-needs-attempts: whether a refusal to reschedule also needs the failed attempts */
    PRAP_POLICY_DNA_UNACKED               = 9, /* dna-unacked: whether DNA may be recorded on a referral that is not acknowledged */
    PRAP_POLICY_CANCEL_EFFECT             = 10, /* cancel-effect: when a requested cancellation takes effect */
    PRAP_POLICY_IPES_NO_CONTACT           = 11, /* ipes-no-contact: whether the cancellation reason no contact is accepted */
    PRAP_POLICY_UNRECORDED_START          = 12, /* unrecorded-start: what to do when work is told after the meeting but before the start was entered */
    PRAP_POLICY_CSS2_DNA                  = 13, /* css2-dna: whether a DNA recorded within the 15 days meets customer service standard 2 */
    PRAP_POLICY_CSS3_NEEDS                = 14, /* css3-needs: whether customer service standard 3 also needs the needs assessment complete */
    PRAP_POLICY_CSS_TARGET                = 15, /* css-target: the share of a customer service standard to be met, in parts of 1,000; 0 is none */
    PRAP_POLICY_ALLOT_DAYS                = 16, /* allot-days: how many days the allotted time has, the start date being day 1 */
    PRAP_POLICY_IWS_DAYS                  = 17, /* iws-days: how many days of in-work support the allotted time is longer by */
    PRAP_POLICY_REREF                     = 18, /* reref: whether a Re-Referral may come when its day is reached or only after it */
    PRAP_POLICY_REREF_BACKED_OUT          = 19, /* reref-backed-out: whether an earlier start that was backed out counts for a Re-Referral */
    PRAP_POLICY_MAPPA15_UNIT              = 20, /* mappa15-unit: whether the 15 days of a MAPPA hold are working or calendar days */
    PRAP_POLICY_MAPPA_DNA_FROM            = 21, /* mappa-dna-from: whether DNA for want of a MAPPA notice may be recorded on day 15 or after it */
    PRAP_POLICY_MAPPA28_UNIT              = 22, /* mappa28-unit: whether the 28 days of waiting for a MAPPA notice are calendar or working days */
    PRAP_POLICY_SCR_ADVISORY_DATES        = 23, /* scr-advisory-dates: whether a clerical referral is given dates to go by, outside every standard */
    PRAP_POLICY_RESCHEDULE_PAST_15        = 24, /* reschedule-past-15: whether a meeting may be moved beyond the 15 working days */
    PRAP_POLICY_SCOPE_368                 = 25, /* 368-scope: which work and offers told after the start go to the Policy team */
    PRAP_POLICY_EMPLOYED_AT_IM            = 26, /* employed-at-im: what to do with a person found in employment at the meeting */
    PRAP_POLICY_VISIBLE_327               = 27, /* 327: whether only a referral that cannot be seen is reported to the support team */
    PRAP_POLICY_CODE_39A                  = 28, /* 39a: whether code 39 needs in-work support and a day past the pre-work period, or in-work support alone */
    PRAP_POLICY_IPES_END_DATE             = 29, /* ipes-end-date: which end date goes with code 46 after a PRaP14 */
    PRAP_POLICY_IPES_BACKED_OUT           = 30, /* ipes-backed-out: whether an actioned PRaP14 can back the referral out */
    PRAP_POLICY_PENDING_WORK              = 31, /* pending-work: whether work with the participant goes on while a PRaP14 is pending */
    PRAP_POLICY_MOVE_OUT                  = 32, /* move-out: whether a move between England and Wales needs a person to decide */
    PRAP_POLICY_WEEKLY_OFFER              = 33, /* weekly-offer: whether weekly contact is offered once or every week */
    PRAP_POLICY_PRESTART_CONTACT_DAYS     = 34, /* prestart-contact-days: after how many days without contact before the meeting to remind; 0 is never */
    PRAP_POLICY_F2F_HANDOVER_SHARE        = 35, /* f2f-handover-share: the share of face-to-face handovers above which to warn, in parts of 1,000; 0 is never */
    PRAP_POLICY_ANNOTATION_END            = 36, /* annotation-end: the day from which an annotation in place of a signature is not valid */
    PRAP_POLICY_DAY_CUTOFF                = 37, /* day-cutoff: the minute of the day from which a receipt counts as the next day's; 0 is none */
    PRAP_POLICY_SERVICE_BH                = 38, /* service-bh: whether a service that is open on weekdays is open on bank holidays */
    PRAP_POLICY_PROMPT                    = 39, /* prompt: how many working days promptly is */
    PRAP_POLICY_MONTH_NONWORKING          = 40, /* month-nonworking: whether a month that ends on a non-working day is kept or moved */
    PRAP_POLICY_ANCHOR_13M                = 41, /* 13m-anchor: what the 13 months of mandation evidence count from */
    PRAP_POLICY_ESF_YEARS                 = 42, /* esf-years: how many years ESF audit evidence is kept */
    PRAP_POLICY_OUTAGE_CLOCK              = 43, /* outage-clock: whether the 48 hours of an outage are elapsed or on the clock */
    PRAP_POLICY_PAY5                      = 44, /* pay5: what the five days before the first pay are */
    PRAP_POLICY_LMS                       = 45, /* lms: which referral date an agent accepts */
    PRAP_POLICY_PD_RECENT_DAYS            = 46, /* pd-recent-days: how many days a referral is recent for */
    PRAP_POLICY_ACCESS_AUDIT_REMINDER     = 47, /* access-audit-reminder: whether to remind of access audits */
};

enum {
    PRAP_CHOICE_ROLL_FORWARD             = 1001, /* roll-forward: the first working day after is day 1 */
    PRAP_CHOICE_COUNT_AS_DAY_1           = 1002, /* count-as-day-1: the day itself is day 1 */
    PRAP_CHOICE_REFUSE                   = 1003, /* refuse: refuse it */
    PRAP_CHOICE_ALLOW_WITH_BREACH        = 1004, /* allow-with-breach: record it, with a breach */
    PRAP_CHOICE_EXCLUDE_DAY              = 1005, /* exclude-day: the day counted from is day 0 */
    PRAP_CHOICE_INCLUDE_DAY              = 1006, /* include-day: the day counted from is day 1 */
    PRAP_CHOICE_MADE                     = 1007, /* made: the day the Jobcentre made the referral */
    PRAP_CHOICE_RECEIVED                 = 1008, /* received: the day the provider received it */
    PRAP_CHOICE_NO                       = 1009, /* no: no */
    PRAP_CHOICE_YES                      = 1010, /* yes: yes */
    PRAP_CHOICE_ALLOW_WITH_HINT          = 1011, /* allow-with-hint: record it, with a hint */
    PRAP_CHOICE_REQUIRE_ACCEPT           = 1012, /* require-accept: only after acceptance */
    PRAP_CHOICE_IMMEDIATE                = 1013, /* immediate: at once */
    PRAP_CHOICE_ON_CONFIRMATION          = 1014, /* on-confirmation: when it is confirmed */
    PRAP_CHOICE_WARN                     = 1015, /* warn: record it, with a warning */
    PRAP_CHOICE_ASK                      = 1016, /* ask: a person must choose */
    PRAP_CHOICE_DNS                      = 1017, /* dns: record Did Not Start */
    PRAP_CHOICE_RECORD_THEN_PRAP14       = 1018, /* record-then-prap14: record the start, then send the PRaP14 */
    PRAP_CHOICE_MET_IF_RECORDED          = 1019, /* met-if-recorded: met when it was recorded in time */
    PRAP_CHOICE_MISSED                   = 1020, /* missed: missed */
    PRAP_CHOICE_REACHED                  = 1021, /* reached: when the day is reached */
    PRAP_CHOICE_EXCEEDED                 = 1022, /* exceeded: after the day */
    PRAP_CHOICE_IGNORE                   = 1023, /* ignore: it does not count */
    PRAP_CHOICE_COUNT                    = 1024, /* count: it counts */
    PRAP_CHOICE_WORKING                  = 1025, /* working: working days */
    PRAP_CHOICE_CALENDAR                 = 1026, /* calendar: calendar days */
    PRAP_CHOICE_ON_DAY_15                = 1027, /* on-day-15: on day 15 */
    PRAP_CHOICE_AFTER_DAY_15             = 1028, /* after-day-15: after day 15 */
    PRAP_CHOICE_ON                       = 1029, /* on: on */
    PRAP_CHOICE_OFF                      = 1030, /* off: off */
    PRAP_CHOICE_EVENT_ON_OR_BEFORE_START = 1031, /* event-on-or-before-start: only what arose on or before the start date */
    PRAP_CHOICE_ANY_TIME                 = 1032, /* any-time: whenever it arose */
    PRAP_CHOICE_BY_DATE                  = 1033, /* by-date: by the day on which the employment began */
    PRAP_CHOICE_NOT_VISIBLE              = 1034, /* not-visible: only one that cannot be seen */
    PRAP_CHOICE_LITERAL_BOTH             = 1035, /* literal-both: also one that can be seen, as the text says */
    PRAP_CHOICE_PHASE_AND_DATE           = 1036, /* phase-and-date: in-work support, and a day past the pre-work period */
    PRAP_CHOICE_PHASE_ONLY               = 1037, /* phase-only: in-work support */
    PRAP_CHOICE_AS_ADVISED               = 1038, /* as-advised: as the Policy team advised */
    PRAP_CHOICE_START_PLUS_1             = 1039, /* start-plus-1: the day after the start date */
    PRAP_CHOICE_AS_NOTICED               = 1040, /* as-noticed: when the support team's notice says so */
    PRAP_CHOICE_NEVER                    = 1041, /* never: never */
    PRAP_CHOICE_NOTICE                   = 1042, /* notice: it goes on, with a notice */
    PRAP_CHOICE_HOLD                     = 1043, /* hold: it waits */
    PRAP_CHOICE_LEAVES_BOTH              = 1044, /* leaves-both: only a move out of both nations counts */
    PRAP_CHOICE_ONCE                     = 1045, /* once: one offer of a weekly cadence */
    PRAP_CHOICE_EVERY_WEEK               = 1046, /* every-week: an offer every week */
    PRAP_CHOICE_CLOSED                   = 1047, /* closed: closed */
    PRAP_CHOICE_OPEN                     = 1048, /* open: open */
    PRAP_CHOICE_KEEP                     = 1049, /* keep: the day is kept */
    PRAP_CHOICE_NEXT_WORKING_DAY         = 1050, /* next-working-day: it moves to the next working day */
    PRAP_CHOICE_LATER                    = 1051, /* later: the later of notice and decision */
    PRAP_CHOICE_NOTIFIED                 = 1052, /* notified: the day of the notice */
    PRAP_CHOICE_DECISION                 = 1053, /* decision: the day of the decision */
    PRAP_CHOICE_ELAPSED                  = 1054, /* elapsed: hours that have passed */
    PRAP_CHOICE_WALL                     = 1055, /* wall: hours on the clock */
    PRAP_CHOICE_CLEAR                    = 1056, /* clear: clear days, neither end counted */
    PRAP_CHOICE_EITHER                   = 1057, /* either: the date held by DWP or the day after it */
    PRAP_CHOICE_PLUS_ONE                 = 1058, /* plus-one: only the day after the date held by DWP */
};

enum {
    PRAP_COMPUTATION_ACK                  = 1, /* ack: acknowledge within 2 working days, the day of receipt being day 1 */
    PRAP_COMPUTATION_MEET_RECORD          = 2, /* meet-record: meet and record within 15 working days of the referral */
    PRAP_COMPUTATION_PLAN                 = 3, /* plan: agree the action plan within 20 working days of the start date */
    PRAP_COMPUTATION_AUTO60               = 4, /* auto60: last safe day for an entry before PRaP turns the referral to DNA */
    PRAP_COMPUTATION_ALLOTTED_TIME        = 5, /* allotted-time: last day of the allotted time, the start date being day one */
    PRAP_COMPUTATION_RE_REFERRAL          = 6, /* re-referral: first day on which a Re-Referral may come after an earlier start */
    PRAP_COMPUTATION_ACCESS_CODE          = 7, /* access-code: the access code for a day: issued on a last Wednesday, used from the Monday after */
    PRAP_COMPUTATION_LMS_DATE             = 8, /* lms-date: the referral date that an agent expects: the day after the one that DWP holds */
    PRAP_COMPUTATION_END_DATE             = 9, /* end-date: end date of a start that is taken back: the day after the start date */
    PRAP_COMPUTATION_ERASURE              = 10, /* erasure: answer an erasure request within one month of its receipt */
    PRAP_COMPUTATION_MANDATION_EVIDENCE   = 11, /* mandation-evidence: keep mandation evidence for at least 13 months */
    PRAP_COMPUTATION_EMAIL_RECORD         = 12, /* email-record: keep the record of an unencrypted email for three months */
    PRAP_COMPUTATION_ESF_EVIDENCE         = 13, /* esf-evidence: keep ESF audit evidence for ten years after the programme and its last claim */
    PRAP_COMPUTATION_OUTAGE               = 14, /* outage: when an outage of encrypted email has lasted 48 hours, from when on a provider must switch */
    PRAP_COMPUTATION_MAPPA15              = 15, /* mappa15: use the full 15 days of a MAPPA hold before a DNA is entered */
    PRAP_COMPUTATION_MAPPA28              = 16, /* mappa28: review a MAPPA wait 28 days after the escalation */
    PRAP_COMPUTATION_EMPLOYMENT_FORM      = 17, /* employment-form: send the employment business form at least five days before the first pay */
    PRAP_COMPUTATION_WEEKLY_OFFER         = 18, /* weekly-offer: offer weekly contact again 7 days after the last offer */
    PRAP_COMPUTATION_FACE_TO_FACE         = 19, /* face-to-face: meet face to face within 28 days of the last time */
    PRAP_COMPUTATION_RECENT_REFERRAL      = 20, /* recent-referral: last day of a call about a referral that is still one of the last two weeks */
    PRAP_COMPUTATION_ACCESS_AUDIT         = 21, /* access-audit: audit access 30 days after the last audit */
    PRAP_COMPUTATION_ACCREDITATION_REVIEW = 22, /* accreditation-review: review the accreditation a year after the last review, or at once on a system change */
    PRAP_COMPUTATION_SERVICE_HOURS        = 23, /* service-hours: whether a service is open at a moment, and when it next opens */
    PRAP_COMPUTATION_LAST_USABLE          = 24, /* last-usable: last moment of a due day that no outage takes */
    PRAP_COMPUTATION_DWP_OUTAGE           = 25, /* dwp-outage: when an outage at DWP has lasted 48 hours, after which it is longer than that */
};

enum {
    PRAP_SERVICE_POST            = 1, /* post: the PRaP operational support team, 09:00 to 16:00 */
    PRAP_SERVICE_PROVIDER_DIRECT = 2, /* provider-direct: Provider Direct, 08:00 to 18:00 */
};

enum {
    PRAP_PROGRAMME_IPES = 1, /* ipes: Intensive Personalised Employment Support */
};

enum {
    PRAP_DOCUMENT_PRAP = 1, /* PRAP: GOV.UK page: Provider Referrals and Payments (PRaP) system for DWP */
    PRAP_DOCUMENT_PD   = 2, /* PD: Provider Direct - Work Programme, version 13 */
    PRAP_DOCUMENT_M08  = 3, /* M08: Provider memo 08: ending the Real Time Earnings feed */
    PRAP_DOCUMENT_CH15 = 4, /* CH15: COVID-19 Chapter 15: data sharing (WHP and WHP JETS) */
    PRAP_DOCUMENT_IPES = 5, /* IPES: IPES Chapter 3: referral process, initial engagement and starts */
};

enum {
    PRAP_KIND_DEADLINE    = 1, /* deadline: sets a limit in time */
    PRAP_KIND_GUARD       = 2, /* guard: permits or bars something */
    PRAP_KIND_TRANSITION  = 3, /* transition: moves a case */
    PRAP_KIND_DECISION    = 4, /* decision: chooses between outcomes */
    PRAP_KIND_COMPUTATION = 5, /* computation: computes a value */
    PRAP_KIND_RECORD      = 6, /* record/evidence: something to keep */
    PRAP_KIND_REMINDER    = 7, /* reminder/notification: someone to tell */
    PRAP_KIND_CONTACT     = 8, /* contact/constant: a contact or a constant */
    PRAP_KIND_DEFINITION  = 9, /* definition: says what a word means */
    PRAP_KIND_HUMAN_ONLY  = 10, /* human-only: a person's judgement */
};

enum {
    PRAP_SOFTWARE_YES    = 1, /* yes: decidable from recorded facts and days */
    PRAP_SOFTWARE_PARTLY = 2, /* partly: decidable after a person supplies what is named */
    PRAP_SOFTWARE_NO     = 3, /* no: a person's judgement or another organisation's act */
};

enum {
    PRAP_VERDICT_PERMITTED   = 1, /* permitted: the guidance allows it; it was recorded, or would be */
    PRAP_VERDICT_REFUSED     = 2, /* refused: at least one rule forbids it; nothing changed */
    PRAP_VERDICT_UNDECIDED   = 3, /* undecided: no rule forbids it, but a fact that a rule needs is unknown; nothing changed */
    PRAP_VERDICT_TEXT_SILENT = 4, /* text-silent: the guidance gives no answer; a person must choose; nothing changed */
};

enum {
    PRAP_SEVERITY_FORBIDDEN   = 1, /* forbidden: a rule forbids it */
    PRAP_SEVERITY_UNDECIDED   = 2, /* undecided: a rule needs a fact that is unknown */
    PRAP_SEVERITY_TEXT_SILENT = 3, /* text-silent: the guidance leaves it open */
    PRAP_SEVERITY_BREACH      = 4, /* breach: done against a rule, and recorded as such */
    PRAP_SEVERITY_MISSED      = 5, /* missed: a customer service standard is missed */
    PRAP_SEVERITY_ADVICE      = 6, /* advice: better done otherwise */
    PRAP_SEVERITY_NOTICE      = 7, /* notice: good to know, or something owed */
};

enum {
    PRAP_FEED_NOT_OPEN = 1, /* not-open: no start is recorded, so no earnings are tracked (M08-BG-2) */
    PRAP_FEED_OPEN     = 2, /* open: earnings are tracked since the start was recorded */
    PRAP_FEED_CLOSED   = 3, /* closed: earnings are no longer tracked */
};

enum {
    PRAP_DEADLINE_STATUS_OPEN    = 1, /* open: to be met; its day has not passed */
    PRAP_DEADLINE_STATUS_OVERDUE = 2, /* overdue: its day has passed and it can still be done late */
    PRAP_DEADLINE_STATUS_MET     = 3, /* met: done on or before its day */
    PRAP_DEADLINE_STATUS_MISSED  = 4, /* missed: done late, or can no longer be done */
    PRAP_DEADLINE_STATUS_CLEARED = 5, /* cleared: no longer applies */
};

enum {
    PRAP_COVERAGE_KNOWN       = 1, /* known: published holidays */
    PRAP_COVERAGE_PROVISIONAL = 2, /* provisional: holidays computed from the standing rules */
};

enum {
    PRAP_DIVISION_ENGLAND_AND_WALES = 1, /* england-and-wales: England and Wales */
    PRAP_DIVISION_SCOTLAND          = 2, /* scotland: Scotland */
    PRAP_DIVISION_NORTHERN_IRELAND  = 3, /* northern-ireland: Northern Ireland */
};

enum {
    PRAP_ACTOR_PROVIDER    = 1, /* provider: the provider */
    PRAP_ACTOR_JOBCENTRE   = 2, /* jobcentre: Jobcentre Plus */
    PRAP_ACTOR_PARTICIPANT = 3, /* participant: the participant */
    PRAP_ACTOR_PRAP_SYSTEM = 4, /* prap: the PRaP system itself */
};

enum {
    PRAP_RECIPIENT_PROVIDER    = 1, /* provider: whoever runs the case at the provider */
    PRAP_RECIPIENT_JOBCENTRE   = 2, /* jobcentre: Jobcentre Plus */
    PRAP_RECIPIENT_WORK_COACH  = 3, /* work-coach: the participant's work coach */
    PRAP_RECIPIENT_POLICY_TEAM = 4, /* policy-team: the IPES Policy team */
};

enum {
    PRAP_VALUE_UNKNOWN = 1, /* unknown: not known */
    PRAP_VALUE_NO      = 2, /* no: no */
    PRAP_VALUE_YES     = 3, /* yes: yes */
    PRAP_VALUE_NUMBER  = 4, /* number: a whole number */
    PRAP_VALUE_DAY     = 5, /* day: a day */
    PRAP_VALUE_OPTION  = 6, /* option: a word from options.def */
};

enum {
    PRAP_FACT_TYPE_TRISTATE = 1, /* tristate: yes, no or unknown */
    PRAP_FACT_TYPE_NUMBER   = 2, /* number: a whole number or unknown */
    PRAP_FACT_TYPE_DAY      = 3, /* day: a day or unknown */
    PRAP_FACT_TYPE_OPTION   = 4, /* option: one of the fact's options or unknown */
};

enum {
    PRAP_ABSENT_NO      = 1, /* no: not given means no */
    PRAP_ABSENT_OWED    = 2, /* owed: not given means taken as done, with a notice that it is owed as evidence */
    PRAP_ABSENT_UNKNOWN = 3, /* unknown: not given means unknown */
    PRAP_ABSENT_DEFAULT = 4, /* default: not given means what the event's rows say */
};

enum {
    PRAP_OUTSIDE_BEFORE = 1, /* before: the day is before the text that the rules come from */
    PRAP_OUTSIDE_AFTER  = 2, /* after: the day is after the text that the rules come from */
};

enum {
    PRAP_CONTACT_STATUS_PRINTED       = 1, /* printed: as the guidance prints it */
    PRAP_CONTACT_STATUS_REDACTED      = 2, /* redacted: blanked out in the guidance */
    PRAP_CONTACT_STATUS_MISSING       = 3, /* missing: announced in the guidance, but not there */
    PRAP_CONTACT_STATUS_SUPERSEDED    = 4, /* superseded: printed, but the address is at a domain that is no longer in use */
    PRAP_CONTACT_STATUS_HOST_SUPPLIES = 5, /* host-supplies: a role that the guidance gives no address */
};

enum {
    PRAP_DIFFERENCE_STAGE             = 1, /* stage: the stage */
    PRAP_DIFFERENCE_FEED              = 2, /* feed: the earnings feed */
    PRAP_DIFFERENCE_EVENTS            = 3, /* events: how many events are recorded */
    PRAP_DIFFERENCE_RECEIVED          = 4, /* received: the day of receipt */
    PRAP_DIFFERENCE_MADE              = 5, /* made: the day the referral was made */
    PRAP_DIFFERENCE_ACKNOWLEDGED      = 6, /* acknowledged: the day of acknowledgement */
    PRAP_DIFFERENCE_ATTENDED          = 7, /* attended: the day of the initial meeting */
    PRAP_DIFFERENCE_START             = 8, /* start: the start date */
    PRAP_DIFFERENCE_ENDED             = 9, /* ended: the day the case ended */
    PRAP_DIFFERENCE_CODE              = 10, /* code: the leaver code */
    PRAP_DIFFERENCE_ATTEMPTS          = 11, /* attempts: how many attempts to reach the person are logged */
    PRAP_DIFFERENCE_BREACHES          = 12, /* breaches: how many things are recorded although a rule forbids them */
    PRAP_DIFFERENCE_DEADLINE_APPEARED = 13, /* deadline-appeared: a deadline that was not there, and its due day */
    PRAP_DIFFERENCE_DEADLINE_GONE     = 14, /* deadline-gone: a deadline that is no longer there, and its due day */
    PRAP_DIFFERENCE_DEADLINE_MOVED    = 15, /* deadline-moved: the due day of a deadline */
    PRAP_DIFFERENCE_DEADLINE_STATUS   = 16, /* deadline-status: how a deadline stands */
    PRAP_DIFFERENCE_NOTICE            = 17, /* notice: a notice that is only in one of the two answers */
};

enum {
    PRAP_PAYMENT_NONE    = 1, /* none: no start is paid for, before or after it */
    PRAP_PAYMENT_GOES_ON = 2, /* goes-on: earnings go on being tracked for payment */
    PRAP_PAYMENT_ENDS    = 3, /* ends: earnings are no longer tracked from then on */
};

enum {
    PRAP_CONTRADICTION_DEATH_AND_CHOICE       = 1, /* death-and-choice: who has died does not choose to leave: the code of a death is the one */
    PRAP_CONTRADICTION_CHOICE_WITHOUT_ILLNESS = 2, /* choice-without-illness: the choice to leave counts only with a terminal illness */
    PRAP_CONTRADICTION_DEATH_WITHOUT_START    = 3, /* death-without-start: no leaver code ends a referral that has no start, not even for a death */
    PRAP_CONTRADICTION_ABSENT_AND_ATTENDED    = 4, /* absent-and-attended: the reason is of someone who did not attend, but the meeting was attended */
    PRAP_CONTRADICTION_MEETING_NOT_ATTENDED   = 5, /* meeting-not-attended: it happened at the meeting or after it, but no meeting was attended */
    PRAP_CONTRADICTION_BEFORE_A_START         = 6, /* before-a-start: it belongs to the time before a start, but a start is recorded */
    PRAP_CONTRADICTION_UNDECIDED_AND_SIGNED   = 7, /* undecided-and-signed: who signed the plan has committed to it */
};

/* One word. Library-owned, never freed. New members are appended. */
typedef struct prap_word {
    uint32_t size;
    uint32_t kind;       /* PRAP_WORDS_* */
    uint32_t number;     /* permanent within its kind */
    uint32_t rule;       /* for prap_rule_by_number, or 0 */
    uint32_t detail;     /* FACT: PRAP_FACT_TYPE_*. OPTION: its PRAP_FACT_*. EVENT: PRAP_ACTOR_*.
                            NOTICE: PRAP_SEVERITY_*. STATE: 1 when ended. Else 0 */
    uint32_t absent;     /* FACT: PRAP_ABSENT_*. NOTICE: PRAP_RECIPIENT_*. Else 0 */
    const char *name;    /* public name */
    const char *meaning; /* one line of English */
} prap_word;

/* How many words a kind has; 0 for an unknown kind. Since 0.1. */
PRAP_API uint32_t prap_word_count(uint32_t kind);

/* The i-th word of a kind in table order, or NULL. Since 0.1. */
PRAP_API const prap_word *prap_word_at(uint32_t kind, uint32_t i);

/* The word with a number, or NULL. Since 0.1. */
PRAP_API const prap_word *prap_word_by_number(uint32_t kind, uint32_t number);

/* The word with a public name (name_bytes long, exact case), or NULL. Since 0.1. */
PRAP_API const prap_word *prap_word_find(uint32_t kind, const char *name, size_t name_bytes);

/* A policy setting's room for choice. Library-owned. */
typedef struct prap_policy {
    uint32_t size;
    uint32_t number;            /* PRAP_POLICY_* */
    int32_t default_value;      /* PRAP_CHOICE_*, a number or a day */
    int32_t lowest;             /* range; both 0 for a choice, lowest negative for a day */
    int32_t highest;
    uint32_t reserved;          /* 0 */
    const char *catalogue_name; /* "P-LATE-ACK" */
    const char *serves;         /* the ambiguity, "AMB-44" */
} prap_policy;

/* The policy with a number, or NULL; and its i-th choice (PRAP_CHOICE_*), or 0. Since 0.1. */
PRAP_API const prap_policy *prap_policy_by_number(uint32_t policy);
PRAP_API int32_t prap_policy_choice_at(uint32_t policy, uint32_t i);

/* A deadline's computation in rules.md section 3 ("D-01"), or NULL. Since 0.1. */
PRAP_API const char *prap_deadline_computation(uint32_t deadline);

#ifdef __cplusplus
}
#endif

#endif
