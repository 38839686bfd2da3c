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
    PRAP_WORDS_MEASURE = 12,
    PRAP_WORDS_FINDING = 13,
    PRAP_WORDS_CHECKLIST = 14,
    PRAP_WORDS_RECORD = 15,
    PRAP_WORDS_CALL_REASON = 16,
    PRAP_WORDS_CALL_REMINDER = 17,
    PRAP_WORDS_DESK_FACT = 18,
    PRAP_WORDS_DESK_OPTION = 19,
    PRAP_WORDS_DESK_FINDING = 201,
    PRAP_WORDS_DATA_ITEM = 202,
    PRAP_WORDS_DATA_FINDING = 203,
    PRAP_WORDS_FORM = 204,
    PRAP_WORDS_FORM_FACT = 205,
    PRAP_WORDS_FORM_OPTION = 206,
    PRAP_WORDS_FORM_FINDING = 207,
    PRAP_WORDS_SERVICE_FINDING = 208,
    PRAP_WORDS_RETENTION_FACT = 209,
    PRAP_WORDS_RETENTION_FINDING = 210,
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
    PRAP_WORDS_MEANS = 40,
    PRAP_WORDS_REGION = 41,
    PRAP_WORDS_MAPPA = 42,
    PRAP_WORDS_PRAP14 = 43,
    PRAP_WORDS_ERROR = 44,
    PRAP_WORDS_CHANNEL = 45,
    PRAP_WORDS_REFERRAL_KIND = 46,
    PRAP_WORDS_RESULT = 47,
    PRAP_WORDS_EXCLUSION = 48,
    PRAP_WORDS_NOTICE_DUE = 49,
    PRAP_WORDS_CHECK = 50,
    PRAP_WORDS_FIELDS = 51,
    PRAP_WORDS_RETENTION = 52,
    PRAP_WORDS_CALL_STAGE = 53,
    PRAP_WORDS_CALL_PARTICIPANT = 54,
    PRAP_WORDS_CALL_EVENT = 55,
    PRAP_WORDS_CALL_FACT = 56,
    PRAP_WORDS_CALL_PURPOSE = 57,
    PRAP_WORDS_AGENT_CHOICE = 58,
    PRAP_WORDS_CALL_ADVICE = 59,
    PRAP_WORDS_CALL_CHANGE = 60,
    PRAP_WORDS_CALL_FORM = 61,
    PRAP_WORDS_QUESTION = 62,
    PRAP_WORDS_CHALLENGE = 63,
    PRAP_WORDS_DESK_ASK = 64,
    PRAP_WORDS_DESK_OUTCOME = 65,
    PRAP_WORDS_CODE_STATE = 66,
    PRAP_WORDS_CODE_STEP = 67,
    PRAP_WORDS_CASE_DAY = 68,
    PRAP_WORDS_UNIT = 69,
    PRAP_WORDS_DEFINED_BY = 70,
    PRAP_WORDS_THRESHOLD = 71,
    PRAP_WORDS_THRESHOLD_STATUS = 72,
    PRAP_WORDS_FEED_TRIGGER = 73,
    PRAP_WORDS_FEED_EFFECT = 74,
    PRAP_WORDS_CONSEQUENCE = 75,
    PRAP_WORDS_SCENARIO = 76,
    PRAP_WORDS_MANDATION = 77,
    PRAP_WORDS_APPOINTMENT = 78,
    PRAP_WORDS_ENGAGEMENT = 79,
    PRAP_WORDS_DECISION = 80,
    PRAP_WORDS_REFERENCE = 81,
    PRAP_WORDS_OUTAGE = 82,
    PRAP_WORDS_MISDIRECTION = 83,
    PRAP_WORDS_ERASURE = 84,
    PRAP_WORDS_ERASURE_OUTCOME = 85,
    PRAP_WORDS_DATA_TYPE = 86,
    PRAP_WORDS_DATA_NEED = 87,
    PRAP_WORDS_DATA_ABOUT = 88,
    PRAP_WORDS_DATA_CARE = 89,
    PRAP_WORDS_DATA_CHANNEL = 90,
    PRAP_WORDS_DATA_CHANGE = 91,
    PRAP_WORDS_FORM_OUTCOME = 92,
    PRAP_WORDS_NEED = 93,
    PRAP_WORDS_OWN_TEMPLATE = 94,
    PRAP_WORDS_HELP_SUBJECT = 95,
    PRAP_WORDS_ACCESS_ROUTE = 96,
    PRAP_WORDS_VERIFY_FAULT = 97,
    PRAP_WORDS_CONFORMANCE = 98,
    PRAP_WORDS_CONFORMANCE_CHECK = 99,
};

enum {
    PRAP_STATE_NONE                 = 0, /* none: no referral is known under this id */
    PRAP_STATE_SIGNPOSTED           = 2, /* signposted: an approved signposting organisation has pointed the person to the Jobcentre */
    PRAP_STATE_PROSPECT             = 4, /* prospect: the work coach is satisfied; the handover is not yet held */
    PRAP_STATE_HANDED_OVER          = 6, /* handed-over: handover held, or exceptionally skipped; the referral is awaited */
    PRAP_STATE_RECEIVED             = 10, /* received: received, not acknowledged */
    PRAP_STATE_ACCEPTED             = 20, /* accepted: acknowledged by acceptance; initial meeting to be held */
    PRAP_STATE_CANCEL_REQUESTED     = 25, /* cancel-requested: acknowledged, no start, cancellation requested with a reason */
    PRAP_STATE_ATTENDED             = 30, /* attended: initial meeting attended, nothing in PRaP yet */
    PRAP_STATE_PRE_WORK             = 40, /* pre-work: start recorded in PRaP; pre-work support */
    PRAP_STATE_STARTED              = 45, /* started: start date in PRaP; the earnings feed is open (memo 08) */
    PRAP_STATE_IN_WORK              = 50, /* in-work: start recorded; in-work support */
    PRAP_STATE_PRAP14_SENT          = 52, /* prap14-sent: found to be an error after the start; PRaP14 with the PRaP support team */
    PRAP_STATE_PRAP14_APPROVED      = 54, /* prap14-approved: the request is approved; end date and reason code are owed */
    PRAP_STATE_END_DATED            = 56, /* end-dated: end date and reason code are in PRaP; the back-out is awaited */
    PRAP_STATE_REJECTED             = 60, /* rejected: acknowledged by rejection */
    PRAP_STATE_DNA                  = 61, /* dna: did not attend the initial meeting */
    PRAP_STATE_DNS                  = 62, /* dns: attended the initial meeting and did not start */
    PRAP_STATE_AUTO_DNA             = 63, /* auto-dna: turned to did-not-attend by PRaP on day 60 */
    PRAP_STATE_LEFT                 = 64, /* left: left the programme with a leaver code */
    PRAP_STATE_BACKED_OUT           = 65, /* backed-out: backed out by the PRaP support team */
    PRAP_STATE_CANCELLED_NO_CONTACT = 66, /* cancelled-no-contact: cancelled with the reason no contact */
    PRAP_STATE_NOT_REFERRED         = 67, /* not-referred: withdrew before there was a referral */
    PRAP_STATE_COMPLETED            = 68, /* completed: the allotted time on provision is completed */
    PRAP_STATE_ENDED                = 69, /* ended: ended by another end date in PRaP */
    PRAP_STATE_FORWARDED            = 70, /* forwarded: the request is with the Data Protection Office */
    PRAP_STATE_REFERENCED           = 71, /* referenced: the Data Protection Office has given its reference and the actions to take */
    PRAP_STATE_DECIDED              = 72, /* decided: erasure was accepted or rejected; the letter is to be prepared */
    PRAP_STATE_READY                = 73, /* ready: the letter or own text is ready to go */
    PRAP_STATE_RESPONDED            = 74, /* responded: the participant has been answered; the response is to be forwarded */
    PRAP_STATE_CLOSED               = 75, /* closed: the response was forwarded to the Data Protection Office */
    PRAP_STATE_REQUESTED            = 76, /* requested: DWP was asked to approve unencrypted email for the process */
    PRAP_STATE_APPROVED             = 77, /* approved: DWP has given its written permission; the first day of use is to be agreed */
    PRAP_STATE_ACTIVE               = 78, /* active: in use from the agreed day on */
    PRAP_STATE_SUSPENDED            = 79, /* suspended: not in use for the time being: an outage, or DWP said so */
    PRAP_STATE_CLERICAL             = 80, /* clerical: not in use for the time being; the work is done clerically */
    PRAP_STATE_NOTIFIED_RESUME      = 81, /* notified-resume: DWP was told when use can begin again */
    PRAP_STATE_CEASING              = 82, /* ceasing: to be withdrawn on the day agreed with the Supplier Manager */
    PRAP_STATE_CEASED               = 83, /* ceased: withdrawn */
};

enum {
    PRAP_EVENT_REFERRAL_RECEIVED          = 1, /* referral-received: the Jobcentre's referral appears in PRaP; on = day of receipt */
    PRAP_EVENT_ACCEPT                     = 2, /* accept: the provider acknowledges by accepting */
    PRAP_EVENT_REJECT                     = 3, /* reject: the provider acknowledges by rejecting */
    PRAP_EVENT_CONTACT_ATTEMPTED          = 4, /* contact-attempted: the provider tried to reach the person */
    PRAP_EVENT_MEETING_ATTENDED           = 5, /* meeting-attended: the person attended the initial meeting; on = day of the meeting */
    PRAP_EVENT_START_RECORDED             = 6, /* start-recorded: the provider entered the start in PRaP; on = start date, recorded = day of entry */
    PRAP_EVENT_DNA_RECORDED               = 7, /* dna-recorded: the provider entered Did Not Attend in PRaP */
    PRAP_EVENT_DNS_RECORDED               = 8, /* dns-recorded: the provider entered Did Not Start in PRaP */
    PRAP_EVENT_CANCELLATION_REQUESTED     = 9, /* cancellation-requested: the provider pressed the cancellation request button and picked a reason */
    PRAP_EVENT_CANCELLATION_CONFIRMED     = 10, /* cancellation-confirmed: the requested cancellation took effect (only under policy cancel-effect=on-confirmation) */
    PRAP_EVENT_PLAN_AGREED                = 11, /* plan-agreed: provider and participant fully agreed the action plan */
    PRAP_EVENT_LEFT                       = 12, /* left: the provider ended the participation with a leaver code */
    PRAP_EVENT_AUTO_DNA                   = 13, /* auto-dna: PRaP turned the unstarted referral to DNA on day 60 */
    PRAP_EVENT_SIGNPOSTED                 = 14, /* signposted: an approved organisation signposts the person to the Jobcentre */
    PRAP_EVENT_WORK_COACH_SATISFIED       = 15, /* work-coach-satisfied: the work coach finds the person eligible, suitable and willing */
    PRAP_EVENT_HANDOVER_HELD              = 16, /* handover-held: work coach, person and provider hold the warm handover */
    PRAP_EVENT_HANDOVER_IMPOSSIBLE        = 17, /* handover-impossible: exceptionally no handover is possible; the Jobcentre documents why */
    PRAP_EVENT_WITHDREW                   = 18, /* withdrew: the person withdraws before there is a referral */
    PRAP_EVENT_REFERRAL_NOT_SEEN          = 19, /* referral-not-seen: the expected referral is not in PRaP */
    PRAP_EVENT_REFERRAL_NOT_VISIBLE       = 20, /* referral-not-visible: the Jobcentre says that it made the referral; the provider cannot see it */
    PRAP_EVENT_CLERICAL_REFERRAL_RECEIVED = 21, /* clerical-referral-received: the referral of a Special Customer Record arrives outside PRaP; on = day of receipt */
    PRAP_EVENT_MEETING_SCHEDULED          = 22, /* meeting-scheduled: the initial meeting is booked, or moved; on = day of booking, meeting-on = day of the meeting */
    PRAP_EVENT_ERROR_SUSPECTED            = 23, /* error-suspected: the provider notifies the Policy team of a referral possibly made in error */
    PRAP_EVENT_ADVICE_RECEIVED            = 24, /* advice-received: the Policy team says what to do about the suspected error */
    PRAP_EVENT_PRAP14_SENT                = 25, /* prap14-sent: the provider sends the circumstances with a PRaP14 to the Policy team */
    PRAP_EVENT_PRAP14_NOT_ACCEPTED        = 26, /* prap14-not-accepted: the Policy team does not accept the PRaP14 */
    PRAP_EVENT_PRAP14_ACCEPTED            = 27, /* prap14-accepted: the Policy team accepts the PRaP14 and sends it to the PRaP support team */
    PRAP_EVENT_PRAP14_ACTIONED            = 28, /* prap14-actioned: the PRaP support team says that it has actioned the PRaP14 */
    PRAP_EVENT_FACE_TO_FACE_HELD          = 29, /* face-to-face-held: a face-to-face meeting is held on the programme */
    PRAP_EVENT_WEEKLY_SUPPORT_OFFERED     = 30, /* weekly-support-offered: weekly contact is offered */
    PRAP_EVENT_WORK_STARTED               = 31, /* work-started: the participant starts work; on = first day at work */
    PRAP_EVENT_WORK_STOPPED               = 32, /* work-stopped: the participant stops work */
    PRAP_EVENT_ALLOTTED_TIME_ENDED        = 33, /* allotted-time-ended: PRaP ends the participation with code 45 at the end of allotted time */
    PRAP_EVENT_MAPPA_FOREWARNED           = 34, /* mappa-forewarned: the work coach warns of MAPPA restrictions ahead of the meeting */
    PRAP_EVENT_MAPPA_DISCLOSED            = 35, /* mappa-disclosed: MAPPA restrictions are disclosed or suspected, at the initial meeting or after the start */
    PRAP_EVENT_MAPPA_NOTIFIED             = 36, /* mappa-notified: the Jobcentre's MAPPA contact notifies the nominated officer of the restrictions; on = day of the notice */
    PRAP_EVENT_MAPPA_ESCALATED            = 37, /* mappa-escalated: the nominated officer escalates to the Jobcentre's MAPPA contact */
    PRAP_EVENT_MAPPA_CONTINUED            = 38, /* mappa-continued: after 28 days without notice the provider decides to continue light touch */
    PRAP_EVENT_MAPPA_CANNOT_CONTINUE      = 39, /* mappa-cannot-continue: light touch is no longer possible; a PRaP14 goes to the Policy team */
    PRAP_EVENT_CLERICAL_START             = 40, /* clerical-start: the start of a clerical case is recorded, outside PRaP; on = start date */
    PRAP_EVENT_CLERICAL_OUTCOME           = 41, /* clerical-outcome: the outcome of a clerical case without a start is recorded, outside PRaP */
    PRAP_EVENT_ENTRY_VOIDED               = 42, /* entry-voided: an earlier entry was a mistake: voids = its sequence; it stays in the history */
    PRAP_EVENT_CASE_IMPORTED              = 43, /* case-imported: a case is taken over from another system at its stage; on = day of taking over */
    PRAP_EVENT_ERROR_FOUND                = 44, /* error-found: an inappropriate or duplicate referral is found, or reported by the Jobcentre; scenario = which */
    PRAP_EVENT_PRAP14_REFUSED             = 45, /* prap14-refused: DWP refuses the request to back the referral out */
    PRAP_EVENT_PRAP14_APPROVED            = 46, /* prap14-approved: the support team's email says that the request is approved */
    PRAP_EVENT_END_DATE_ENTERED           = 47, /* end-date-entered: the provider enters an end date in PRaP, and a reason code; end-on = the end date, on itself when not given */
    PRAP_EVENT_BACKED_OUT                 = 48, /* backed-out: the support team's email says that the referral is backed out */
    PRAP_EVENT_EARNINGS_REPORTED          = 49, /* earnings-reported: DWP shares the first pay date, or that earnings reached a threshold; on = day reached */
    PRAP_EVENT_DISENGAGED                 = 50, /* disengaged: the participant disengages */
    PRAP_EVENT_RE_ENGAGED                 = 51, /* re-engaged: the participant engages again after disengaging */
    PRAP_EVENT_APPOINTMENT_MANDATED       = 52, /* appointment-mandated: an appointment is made mandatory */
    PRAP_EVENT_APPOINTMENT_AGREED         = 53, /* appointment-agreed: the initial appointment is agreed with a voluntary customer */
    PRAP_EVENT_MANDATED_ACTIVITY_FAILED   = 54, /* mandated-activity-failed: what was mandated was not attended */
    PRAP_EVENT_RE_COMPLIED                = 55, /* re-complied: the participant complies after missing the mandated appointment */
    PRAP_EVENT_DOUBT_RAISED               = 56, /* doubt-raised: the provider raises a compliance doubt */
    PRAP_EVENT_DOUBT_DECIDED              = 57, /* doubt-decided: the compliance doubt is decided */
    PRAP_EVENT_DECISION_NOTIFIED          = 58, /* decision-notified: the provider is told of the decision */
    PRAP_EVENT_EMPLOYED_BY_PROVIDER       = 59, /* employed-by-provider: the provider's own employment business takes the participant on */
    PRAP_EVENT_EMPLOYMENT_FORM_SENT       = 60, /* employment-form-sent: the Employment Business Customer Form is sent to the payment team */
    PRAP_EVENT_CHANGE_NOTICE_RECEIVED     = 61, /* change-notice-received: DWP tells of a change; annex-a-item = which */
    PRAP_EVENT_OTHER_PROVISION_AGREED     = 62, /* other-provision-agreed: both sides agree that other provision suits better */
    PRAP_EVENT_ERASURE_REQUESTED          = 63, /* erasure-requested: a participant asks for their data to be erased; on = day of receipt */
    PRAP_EVENT_HOLDING_REPLY_SENT         = 64, /* holding-reply-sent: the request is acknowledged, with the holding reply */
    PRAP_EVENT_FORWARDED_TO_DPO           = 65, /* forwarded-to-dpo: the details go to the Data Protection Office, copied to WHP Enquiries */
    PRAP_EVENT_REFERENCE_RECEIVED         = 66, /* reference-received: the Data Protection Office's email comes, with a reference and the actions to take */
    PRAP_EVENT_ERASURE_DECIDED            = 67, /* erasure-decided: the request is accepted or rejected; decision = which */
    PRAP_EVENT_LETTER_PREPARED            = 68, /* letter-prepared: the letter, or a text of one's own, is ready; letter = which */
    PRAP_EVENT_RESPONSE_ISSUED            = 69, /* response-issued: the participant is answered */
    PRAP_EVENT_RESPONSE_FORWARDED         = 70, /* response-forwarded: the response goes to the Data Protection Office, copied to WHP Enquiries */
    PRAP_EVENT_DPO_MAIL_SENT              = 71, /* dpo-mail-sent: any other mail to the Data Protection Office */
    PRAP_EVENT_DATA_ERASED                = 72, /* data-erased: the participant's data are erased */
    PRAP_EVENT_APPROVAL_REQUESTED         = 73, /* approval-requested: DWP is asked to approve unencrypted email for a process; process, organisation = for what and whom */
    PRAP_EVENT_PERMISSION_GIVEN           = 74, /* permission-given: DWP gives its written permission; on = its day */
    PRAP_EVENT_USE_AGREED                 = 75, /* use-agreed: the first day of use is agreed; use-from = that day, on itself when not given */
    PRAP_EVENT_MESSAGE_SENT               = 76, /* message-sent: an unencrypted email is sent or forwarded; a preview answers whether it may be */
    PRAP_EVENT_OUTAGE_BEGAN               = 77, /* outage-began: the provider can send or receive no email; expected-end-on = when it is expected to end */
    PRAP_EVENT_CLERICAL_BEGUN             = 78, /* clerical-begun: the provider goes over to clerical working */
    PRAP_EVENT_RESUME_NOTIFIED            = 79, /* resume-notified: DWP is told when the provider can use email again; resumes-on = that day */
    PRAP_EVENT_USE_RESUMED                = 80, /* use-resumed: the provider uses email again */
    PRAP_EVENT_DWP_SUSPENDED              = 81, /* dwp-suspended: DWP has an outage and says that use is suspended */
    PRAP_EVENT_DWP_ASKED_CLERICAL         = 82, /* dwp-asked-clerical: DWP says that it will last longer than 48 hours and asks for clerical working */
    PRAP_EVENT_DWP_RESUMED                = 83, /* dwp-resumed: DWP says that email is in use again */
    PRAP_EVENT_WITHDRAWAL_DECIDED         = 84, /* withdrawal-decided: a subcontractor is to use email for the process no longer */
    PRAP_EVENT_CEASE_AGREED               = 85, /* cease-agreed: the last day of use is agreed with the Supplier Manager; ceases-on = that day */
    PRAP_EVENT_USE_CEASED                 = 86, /* use-ceased: use has ended */
    PRAP_EVENT_DATA_MISDIRECTED           = 87, /* data-misdirected: data went to the wrong subcontractor */
    PRAP_EVENT_DELETION_CONFIRMED         = 88, /* deletion-confirmed: the wrong subcontractor was alerted and has deleted the data */
    PRAP_EVENT_RECEIVED_IN_ERROR          = 89, /* received-in-error: an email came in error, with wrong details, or about another provider's participant */
    PRAP_EVENT_MESSAGE_ACTIONED           = 90, /* message-actioned: what a received email asks for is done */
};

enum {
    PRAP_FACT_MADE                         = 1, /* made: day the Jobcentre made the referral in PRaP */
    PRAP_FACT_SCR                          = 2, /* scr: the person is a Special Customer Record */
    PRAP_FACT_REASON                       = 3, /* reason: why: see options.def */
    PRAP_FACT_CODE                         = 4, /* code: leaver code */
    PRAP_FACT_METHOD                       = 5, /* method: how contact was attempted */
    PRAP_FACT_REACHED                      = 6, /* reached: the person was reached by the attempt */
    PRAP_FACT_MODE                         = 7, /* mode: how the initial meeting was held */
    PRAP_FACT_DIGITAL_REASON_RECORDED      = 8, /* digital-reason-recorded: the reason for a digital meeting is on record */
    PRAP_FACT_IDENTITY_CHECKED             = 9, /* identity-checked: the identity check was made at the meeting */
    PRAP_FACT_EMPLOYMENT_CHECKED           = 10, /* employment-checked: the employment check was made at the meeting */
    PRAP_FACT_EMPLOYED                     = 11, /* employed: the person is in any form of employment */
    PRAP_FACT_PLAN_SIGNED_BY_PARTICIPANT   = 12, /* plan-signed-by-participant: the participant signed the draft action plan that day */
    PRAP_FACT_PLAN_SIGNED_BY_PROVIDER      = 13, /* plan-signed-by-provider: the provider signed the draft action plan that day */
    PRAP_FACT_NEEDS_ASSESSMENT_BEGUN       = 14, /* needs-assessment-begun: the needs assessment was begun at the meeting */
    PRAP_FACT_CONCERNS_ADDRESSED           = 15, /* concerns-addressed: the person's concerns were addressed and the refusal persists */
    PRAP_FACT_TOLD                         = 16, /* told: when the person told the provider of the reason */
    PRAP_FACT_DECEASED                     = 17, /* deceased: the participant has died */
    PRAP_FACT_POLICY_ADVICE                = 18, /* policy-advice: the IPES Policy team's advice to use code 46 is on record */
    PRAP_FACT_MOVED_OUT                    = 19, /* moved-out: the participant has moved out of England and Wales */
    PRAP_FACT_TERMINAL_ILLNESS             = 20, /* terminal-illness: the participant is terminally ill */
    PRAP_FACT_CHOOSES_TO_LEAVE             = 21, /* chooses-to-leave: the terminally ill participant chooses to leave */
    PRAP_FACT_INDUCTION_PACK_SIGNED        = 22, /* induction-pack-signed: the induction pack was issued and signed for */
    PRAP_FACT_PLAN_FULLY_SIGNED            = 23, /* plan-fully-signed: the agreed action plan carries both signatures */
    PRAP_FACT_EVIDENCE_HELD                = 24, /* evidence-held: the evidence of why the person did not start is held */
    PRAP_FACT_OVERRIDE                     = 25, /* override: why it is recorded although a rule forbids it */
    PRAP_FACT_MEETING_ON                   = 26, /* meeting-on: day for which the initial meeting is booked */
    PRAP_FACT_SHORT_STAY                   = 27, /* short-stay: the hospital stay is expected to be short */
    PRAP_FACT_RECEIVED_AT                  = 28, /* received-at: minute of the day of receipt, 0 to 1439, UK local time */
    PRAP_FACT_REFERRAL_KIND                = 29, /* referral-kind: a new referral or a Re-Referral */
    PRAP_FACT_MADE_BY                      = 30, /* made-by: who made the referral */
    PRAP_FACT_EARLIER_START_ON             = 31, /* earlier-start-on: start date of the earlier participation, the latest that was not backed out */
    PRAP_FACT_NIGHT_SHIFTS                 = 32, /* night-shifts: the person works, or worked, night shifts */
    PRAP_FACT_STILL_ELIGIBLE               = 33, /* still-eligible: the person still meets eligibility and suitability */
    PRAP_FACT_OUTCOME_PAID_OR_DUE          = 34, /* outcome-paid-or-due: an outcome payment was paid or is due from the earlier participation */
    PRAP_FACT_REREFERRED_BEFORE            = 35, /* rereferred-before: the person was re-referred before */
    PRAP_FACT_WORK_COACH_ASSESSED          = 36, /* work-coach-assessed: the work coach made a fresh assessment for the Re-Referral */
    PRAP_FACT_MAPPA_KNOWN                  = 37, /* mappa-known: the Jobcentre has the MAPPA J and told of the restrictions with the referral */
    PRAP_FACT_SO_APPROVED                  = 38, /* so-approved: the signposting organisation is on the approved list */
    PRAP_FACT_FORM_IPESSO1                 = 39, /* form-ipesso1: form IPESSO1 was filled in */
    PRAP_FACT_ELIGIBLE                     = 40, /* eligible: the work coach finds the person eligible */
    PRAP_FACT_SUITABLE                     = 41, /* suitable: the work coach finds the provision suitable */
    PRAP_FACT_VOLUNTEERS                   = 42, /* volunteers: the person agrees to this voluntary provision */
    PRAP_FACT_HANDOVER_MODE                = 43, /* handover-mode: how the handover was held */
    PRAP_FACT_AT_JOBCENTRE                 = 44, /* at-jobcentre: the face-to-face handover is in the Jobcentre */
    PRAP_FACT_THREE_AGREE                  = 45, /* three-agree: provider, person and work coach agree that face to face is feasible */
    PRAP_FACT_SUITABLE_SPACE               = 46, /* suitable-space: there is suitable space for a face-to-face handover */
    PRAP_FACT_EXCEPTION_DOCUMENTED         = 47, /* exception-documented: the Jobcentre documented why no handover was possible */
    PRAP_FACT_INTRODUCED                   = 48, /* introduced: the work coach introduced the person to the provider */
    PRAP_FACT_EXPECTATIONS_DISCUSSED       = 49, /* expectations-discussed: what to expect was talked about */
    PRAP_FACT_CONCERNS_DISCUSSED           = 50, /* concerns-discussed: concerns such as accessibility were dealt with */
    PRAP_FACT_MEETING_ARRANGED             = 51, /* meeting-arranged: date, time and place of the initial meeting were agreed */
    PRAP_FACT_REPRESENTATIVE_READY         = 52, /* representative-ready: a fully informed person took the handover for the provider */
    PRAP_FACT_ACCESS_NEEDS_RECORDED        = 53, /* access-needs-recorded: access needs were asked for and recorded */
    PRAP_FACT_PRAP_FAULT_ANNOUNCED         = 54, /* prap-fault-announced: a PRaP fault is announced that explains it */
    PRAP_FACT_VISIBLE_IN_PRAP              = 55, /* visible-in-prap: the provider can see the referral in PRaP */
    PRAP_FACT_KEY_WORKER_PRESENT           = 56, /* key-worker-present: the participant's key worker held the initial meeting */
    PRAP_FACT_FINAL_PAYMENT_CHECKED        = 57, /* final-payment-checked: whether a final payment from an earlier employer is expected was asked */
    PRAP_FACT_REMINDED_OF_LENGTH           = 58, /* reminded-of-length: the participant was reminded how long provision can be */
    PRAP_FACT_REMINDED_OF_COMMITMENT       = 59, /* reminded-of-commitment: the participant was reminded of the long-term commitment */
    PRAP_FACT_TRAVEL_MINUTES               = 60, /* travel-minutes: minutes of travel to the provider each way by public transport */
    PRAP_FACT_NEXT_CONTACT_AGREED          = 61, /* next-contact-agreed: when the next contact is was agreed */
    PRAP_FACT_NEXT_PLACE_AGREED            = 62, /* next-place-agreed: the place of the next meeting was agreed */
    PRAP_FACT_COMMUNICATION_AGREED         = 63, /* communication-agreed: the preferred method of communication was agreed */
    PRAP_FACT_PREPARATION_AGREED           = 64, /* preparation-agreed: preparatory action was agreed */
    PRAP_FACT_ADJUSTMENTS_AGREED           = 65, /* adjustments-agreed: further adjustments or support were agreed */
    PRAP_FACT_WEEKLY_SUPPORT_AGREED        = 66, /* weekly-support-agreed: weekly support was offered at the meeting */
    PRAP_FACT_PLAN_COPY_ISSUED             = 67, /* plan-copy-issued: the participant has a copy of the draft plan */
    PRAP_FACT_PLAN_COPY_KEPT               = 68, /* plan-copy-kept: a copy of the draft plan is kept as evidence of the start */
    PRAP_FACT_SIGNATURE_METHOD             = 69, /* signature-method: how the plan was signed */
    PRAP_FACT_DIGITAL_SIGNATURE_REASON     = 70, /* digital-signature-reason: the reason for a digital signature is on record */
    PRAP_FACT_DIGITAL_PROCESS_ASSURED      = 71, /* digital-process-assured: the digital signing process is robust and keeps signatures as evidence */
    PRAP_FACT_SIGNATURE_FALLBACK           = 72, /* signature-fallback: there is a fallback for when the digital method fails */
    PRAP_FACT_PACK_HEALTH_SAFETY           = 73, /* pack-health-safety: the induction pack has health and safety */
    PRAP_FACT_PACK_COMPLAINTS              = 74, /* pack-complaints: the induction pack has the complaints procedure */
    PRAP_FACT_PACK_DATA_PROTECTION         = 75, /* pack-data-protection: the induction pack has the data protection responsibilities */
    PRAP_FACT_PACK_TRAVEL                  = 76, /* pack-travel: the induction pack has travel and expenses, with the signed declaration */
    PRAP_FACT_PACK_OTHER_EXPENSES          = 77, /* pack-other-expenses: the induction pack has other expenses, childcare included */
    PRAP_FACT_PACK_MAPS                    = 78, /* pack-maps: the induction pack has maps */
    PRAP_FACT_PACK_CONTACTS                = 79, /* pack-contacts: the induction pack has location and contact details */
    PRAP_FACT_PACK_BEHAVIOUR               = 80, /* pack-behaviour: the induction pack has expectations on behaviour and attendance */
    PRAP_FACT_PACK_OTHER                   = 81, /* pack-other: the induction pack has whatever else is relevant to the participant */
    PRAP_FACT_AROSE_ON                     = 82, /* arose-on: day on which the work or the offer arose */
    PRAP_FACT_ADVICE                       = 83, /* advice: what the Policy team advised */
    PRAP_FACT_ADVISED_END_ON               = 84, /* advised-end-on: end date that the Policy team advised */
    PRAP_FACT_BACKED_OUT                   = 85, /* backed-out: the support team's notice says that the referral was backed out */
    PRAP_FACT_EMPLOYMENT_BEGAN_ON          = 86, /* employment-began-on: day on which the employment found at the meeting began */
    PRAP_FACT_DISENGAGED                   = 87, /* disengaged: the participant disengaged from in-work support */
    PRAP_FACT_NO_MORE_SUPPORT_NEEDED       = 88, /* no-more-support-needed: the provider determined that no more in-work support is needed */
    PRAP_FACT_MOVED_BETWEEN_NATIONS        = 89, /* moved-between-nations: the participant moved from England to Wales or from Wales to England */
    PRAP_FACT_IDENTITY_CONFIRMED           = 90, /* identity-confirmed: the provider was satisfied that it dealt with the right person */
    PRAP_FACT_AGREED_INTERVAL              = 91, /* agreed-interval: agreed days from one face-to-face meeting to the next */
    PRAP_FACT_NEEDS_COMPLETE_ON            = 92, /* needs-complete-on: day on which the needs assessment was complete */
    PRAP_FACT_VOIDS                        = 93, /* voids: sequence of the entry that was a mistake */
    PRAP_FACT_STAGE                        = 94, /* stage: stage at which the case was taken over */
    PRAP_FACT_RECEIVED_ON                  = 95, /* received-on: of a case taken over: day of receipt */
    PRAP_FACT_ACKNOWLEDGED_ON              = 96, /* acknowledged-on: of a case taken over: day of acknowledgement */
    PRAP_FACT_ATTENDED_ON                  = 97, /* attended-on: of a case taken over: day of the initial meeting */
    PRAP_FACT_START_ON                     = 98, /* start-on: of a case taken over: start date */
    PRAP_FACT_ENTERED_ON                   = 99, /* entered-on: of a case taken over: day on which the start was entered in PRaP */
    PRAP_FACT_PLAN_ON                      = 100, /* plan-on: of a case taken over: day on which the plan was fully agreed */
    PRAP_FACT_FACE_TO_FACE_ON              = 101, /* face-to-face-on: of a case taken over: last face-to-face meeting */
    PRAP_FACT_WEEKLY_OFFER_ON              = 102, /* weekly-offer-on: of a case taken over: last weekly offer */
    PRAP_FACT_WORK_STARTED_ON              = 103, /* work-started-on: of a case taken over: first day at work */
    PRAP_FACT_ATTEMPTS                     = 104, /* attempts: of a case taken over: attempts logged that did not reach the person */
    PRAP_FACT_SCENARIO                     = 105, /* scenario: which error the referral is */
    PRAP_FACT_ON_DWP_PROVISION             = 106, /* on-dwp-provision: the person takes part in other DWP-funded provision */
    PRAP_FACT_JOB_EVENT                    = 107, /* job-event: what came up between referral and engaging */
    PRAP_FACT_INTERVIEW_ON                 = 108, /* interview-on: day of the Jobcentre's referral interview */
    PRAP_FACT_ENGAGED_ON                   = 109, /* engaged-on: day on which the person engaged with the provider, the meeting or the start when not given */
    PRAP_FACT_END_ON                       = 110, /* end-on: end date that is entered in PRaP */
    PRAP_FACT_EARNED                       = 111, /* earned: cumulative earnings, in pence */
    PRAP_FACT_THRESHOLD                    = 112, /* threshold: the highest threshold that earnings reached */
    PRAP_FACT_FIRST_PAID_ON                = 113, /* first-paid-on: first payment date */
    PRAP_FACT_BENEFIT_CLAIMANT             = 114, /* benefit-claimant: the participant also claims a benefit */
    PRAP_FACT_CUSTOMER_GROUP               = 115, /* customer-group: group of the customer */
    PRAP_FACT_MANDATED_BY                  = 116, /* mandated-by: who made the appointment mandatory */
    PRAP_FACT_ANNEX_A_ITEM                 = 117, /* annex-a-item: item of Annex A that changed: 18 is CH15-A-18 */
    PRAP_FACT_FIRST_SALARY_ON              = 118, /* first-salary-on: day of the first salary payment by the provider's own business */
    PRAP_FACT_REFERRED_TO                  = 119, /* referred-to: the programme that the participant was referred to */
    PRAP_FACT_STARTED                      = 120, /* started: the participant started on the programme */
    PRAP_FACT_MANDATED_TO_INTERVIEW        = 121, /* mandated-to-interview: the participant was mandated to an interview with the provider */
    PRAP_FACT_DNA_AFTER_MANDATION          = 122, /* dna-after-mandation: mandation activity was undertaken and a DNA was entered */
    PRAP_FACT_MANDATION_EVIDENCE_HELD      = 123, /* mandation-evidence-held: evidence of mandation is held */
    PRAP_FACT_DECISION                     = 124, /* decision: what is decided */
    PRAP_FACT_DECIDED_BY_PERSON            = 125, /* decided-by-person: a person has decided what the text leaves open */
    PRAP_FACT_COPIED_TO_ENQUIRIES          = 126, /* copied-to-enquiries: WHP Enquiries has a copy */
    PRAP_FACT_LETTER                       = 127, /* letter: what the participant is sent */
    PRAP_FACT_LETTER_ALTERED               = 128, /* letter-altered: something is added to DWP's letter, or changed in it */
    PRAP_FACT_ESF_SIGN_OFF                 = 129, /* esf-sign-off: the ESF marketing team has signed the alteration off */
    PRAP_FACT_REFERENCE_INCLUDED           = 130, /* reference-included: the message has the Data Protection Office's reference */
    PRAP_FACT_REFERENCE_HELD               = 131, /* reference-held: of a request taken over: the reference has come */
    PRAP_FACT_PROCESS                      = 132, /* process: the process that email is used for */
    PRAP_FACT_ORGANISATION                 = 133, /* organisation: who uses it */
    PRAP_FACT_PERMITTED_ON                 = 134, /* permitted-on: of a use taken over: day of DWP's written permission */
    PRAP_FACT_USE_FROM                     = 135, /* use-from: agreed first day of use */
    PRAP_FACT_LIST_SUPPLIED                = 136, /* list-supplied: the Supplier Manager has the updated list of subcontractors */
    PRAP_FACT_SUBCONTRACTOR_APPROVED       = 137, /* subcontractor-approved: DWP has formally approved the subcontractor */
    PRAP_FACT_DILIGENCE_DONE               = 138, /* diligence-done: assurance and due diligence are done */
    PRAP_FACT_NO_OFFSHORE                  = 139, /* no-offshore: it is confirmed that nothing with an offshore element or link is used */
    PRAP_FACT_EXEMPTION                    = 140, /* exemption: an exemption of Generic Chapter 8 covers the process */
    PRAP_FACT_CEASES_ON                    = 141, /* ceases-on: agreed last day of use */
    PRAP_FACT_RECORDS                      = 142, /* records: participant records in the message */
    PRAP_FACT_SUPPLY_CHAIN_SHARING         = 143, /* supply-chain-sharing: it shares information between prime providers, supply chain and third parties */
    PRAP_FACT_FORWARDED                    = 144, /* forwarded: a received email is passed on */
    PRAP_FACT_BUSINESS_NEED                = 145, /* business-need: there is a business need to pass it on */
    PRAP_FACT_RECIPIENT_ENTITLED           = 146, /* recipient-entitled: the recipient is entitled to have it */
    PRAP_FACT_AUTOMATIC                    = 147, /* automatic: it is passed on automatically */
    PRAP_FACT_STANDARD_CONTENT             = 148, /* standard-content: the content is the standard content */
    PRAP_FACT_TEMPLATE_INCLUDED            = 149, /* template-included: the standard template is completed and included */
    PRAP_FACT_SENDER_DESIGNATED            = 150, /* sender-designated: it is sent from a designated inbox */
    PRAP_FACT_RECIPIENT_DESIGNATED         = 151, /* recipient-designated: it is sent to a designated inbox */
    PRAP_FACT_BEGAN_AT                     = 152, /* began-at: minute of the day at which the outage began, 0 to 1439, UK local time */
    PRAP_FACT_EXPECTED_END_ON              = 153, /* expected-end-on: day on which the outage is expected to end */
    PRAP_FACT_EXPECTED_END_AT              = 154, /* expected-end-at: minute of that day, 0 to 1439, UK local time */
    PRAP_FACT_DEPARTMENT_TOLD              = 155, /* department-told: the department was told of the outage */
    PRAP_FACT_RESUMES_ON                   = 156, /* resumes-on: day from which email can be used again */
    PRAP_FACT_SUSPENDED_BY                 = 157, /* suspended-by: of a use taken over: whose outage suspends it */
    PRAP_FACT_EVIDENCE_FILED               = 158, /* evidence-filed: what the email holds as evidence is filed */
    PRAP_FACT_ADVOCATE_PRESENT             = 159, /* advocate-present: an advocate or translator takes part in the handover */
    PRAP_FACT_HANDOVER_TIME_TOLD           = 160, /* handover-time-told: the work coach told the agreed time of the handover, and the support arrangements */
    PRAP_FACT_SUPPORT_CALL_MADE            = 161, /* support-call-made: the work coach called ahead about support needs */
    PRAP_FACT_WORK_COACH_DETAILS_CONFIRMED = 162, /* work-coach-details-confirmed: the work coach's contact details were confirmed, after the call and not on it */
    PRAP_FACT_KEY_WORKER_CHANGED           = 163, /* key-worker-changed: the participant has another key worker than before */
    PRAP_FACT_IDENTITY_ITEMS               = 164, /* identity-items: personal details that were asked for as an identity check: name, address, National Insurance number, others */
    PRAP_FACT_IDENTITY_DOCUMENT_SEEN       = 165, /* identity-document-seen: a document was seen, and its kind and reference number noted */
    PRAP_FACT_IDENTITY_COPY_KEPT           = 166, /* identity-copy-kept: a copy of other evidence of identity is kept, where audit asks for it */
};

enum {
    PRAP_OPTION_UNREACHABLE              = 1, /* unreachable: did not attend and could not be reached (3.70) */
    PRAP_OPTION_REFUSED_TO_ATTEND        = 2, /* refused-to-attend: refuses to attend (3.63) */
    PRAP_OPTION_REFUSED_TO_RESCHEDULE    = 3, /* refused-to-reschedule: refuses to reschedule (3.64) */
    PRAP_OPTION_WORK                     = 4, /* work: in work, or about to start (3.65) */
    PRAP_OPTION_JOB_OFFER                = 5, /* job-offer: has a job offer (3.65) */
    PRAP_OPTION_HOSPITAL                 = 6, /* hospital: imminent or programme-long hospital stay (3.65, 3.72) */
    PRAP_OPTION_WORSENING_HEALTH         = 7, /* worsening-health: worsening health (3.65) */
    PRAP_OPTION_WITHDRAWN                = 8, /* withdrawn: the work coach says that the person withdrew (3.26) */
    PRAP_OPTION_CANNOT_COMMIT            = 9, /* cannot-commit: changed their mind before signing the plan (3.44) */
    PRAP_OPTION_NO_CONTACT               = 10, /* no-contact: cancellation reason: no contact (Annex 3.2) */
    PRAP_OPTION_DNA                      = 11, /* dna: cancellation reason: did not attend interview (Annex 3.2) */
    PRAP_OPTION_DNS                      = 12, /* dns: cancellation reason: did not start (Annex 3.2) */
    PRAP_OPTION_REFERRED_IN_ERROR        = 13, /* referred-in-error: referred in error, or a duplicate (3.74) */
    PRAP_OPTION_OTHER                    = 14, /* other: none of the other reasons */
    PRAP_OPTION_CANNOT_ATTEND            = 15, /* cannot-attend: cannot attend on that day (3.62) */
    PRAP_OPTION_MAPPA_NO_NOTICE          = 16, /* mappa-no-notice: no notice of MAPPA restrictions came within the 15 days (3.91) */
    PRAP_OPTION_EMPLOYED                 = 17, /* employed: already in employment at the meeting (3.37) */
    PRAP_OPTION_ENTERED_IN_ERROR         = 18, /* entered-in-error: the entry was a mistake */
    PRAP_OPTION_DID_NOT_ATTEND           = 19, /* did-not-attend: rejection reason: did not attend (memo 08) */
    PRAP_OPTION_PHONE                    = 20, /* phone: telephone call */
    PRAP_OPTION_LETTER                   = 21, /* letter: letter */
    PRAP_OPTION_EMAIL                    = 22, /* email: email */
    PRAP_OPTION_TEXT_MESSAGE             = 23, /* text-message: text message */
    PRAP_OPTION_VISIT                    = 24, /* visit: visit in person */
    PRAP_OPTION_OTHER_METHOD             = 25, /* other-method: any other method */
    PRAP_OPTION_FACE_TO_FACE             = 30, /* face-to-face: in person */
    PRAP_OPTION_DIGITAL                  = 31, /* digital: by video or telephone, by exception (LWC-1) */
    PRAP_OPTION_BEFORE_MEETING           = 40, /* before-meeting: before the initial meeting */
    PRAP_OPTION_AT_MEETING               = 41, /* at-meeting: at the initial meeting */
    PRAP_OPTION_AFTER_MEETING            = 42, /* after-meeting: after the meeting, before the start was entered */
    PRAP_OPTION_PRAP_TOOK_IT             = 50, /* prap-took-it: it stands in PRaP although the guidance forbids it */
    PRAP_OPTION_DWP_SAID_SO              = 51, /* dwp-said-so: DWP told the provider to do it */
    PRAP_OPTION_DONE_BY_MISTAKE          = 52, /* done-by-mistake: it was done and should not have been */
    PRAP_OPTION_NEW                      = 60, /* new: a new referral */
    PRAP_OPTION_RE_REFERRAL              = 61, /* re-referral: a Re-Referral after an earlier start (3.75) */
    PRAP_OPTION_BY_JOBCENTRE             = 62, /* by-jobcentre: made by the Jobcentre */
    PRAP_OPTION_BY_PROVIDER              = 63, /* by-provider: made by the provider itself (3.01) */
    PRAP_OPTION_BY_PHONE                 = 70, /* by-phone: as a telephone conference (3.10) */
    PRAP_OPTION_IN_PERSON                = 71, /* in-person: face to face (3.17) */
    PRAP_OPTION_WET                      = 80, /* wet: on paper */
    PRAP_OPTION_DIGITAL_SIGNATURE        = 81, /* digital-signature: by a digital method (SIG-2) */
    PRAP_OPTION_ANNOTATION               = 82, /* annotation: an annotation in place of a signature, as in COVID times (SIG-1) */
    PRAP_OPTION_USE_CODE_46              = 90, /* use-code-46: end the participation with code 46 (LC-46a) */
    PRAP_OPTION_CARRY_ON                 = 91, /* carry-on: carry on with the person */
    PRAP_OPTION_OTHER_ADVICE             = 92, /* other-advice: something else, as the advice on record says */
    PRAP_OPTION_AT_RECEIVED              = 100, /* at-received: received, not acknowledged */
    PRAP_OPTION_AT_ACCEPTED              = 101, /* at-accepted: accepted, not attended */
    PRAP_OPTION_AT_ATTENDED              = 102, /* at-attended: attended, nothing entered in PRaP */
    PRAP_OPTION_AT_PRE_WORK              = 103, /* at-pre-work: started, in pre-work support */
    PRAP_OPTION_AT_IN_WORK               = 104, /* at-in-work: started, in in-work support */
    PRAP_OPTION_AT_STARTED               = 105, /* at-started: started (memo 08) */
    PRAP_OPTION_AT_PRAP14_SENT           = 106, /* at-prap14-sent: started, PRaP14 sent to the support team */
    PRAP_OPTION_AT_PRAP14_APPROVED       = 107, /* at-prap14-approved: started, the PRaP14 approved, no end date yet */
    PRAP_OPTION_AT_END_DATED             = 108, /* at-end-dated: end-dated, the back-out awaited */
    PRAP_OPTION_AT_BACKED_OUT            = 109, /* at-backed-out: backed out, to be cancelled */
    PRAP_OPTION_AT_FORWARDED             = 110, /* at-forwarded: an erasure request, forwarded to the Data Protection Office */
    PRAP_OPTION_AT_DECIDED               = 111, /* at-decided: an erasure request, decided */
    PRAP_OPTION_AT_READY                 = 112, /* at-ready: an erasure request, the letter ready */
    PRAP_OPTION_AT_RESPONDED             = 113, /* at-responded: an erasure request, answered */
    PRAP_OPTION_AT_APPROVED              = 114, /* at-approved: unencrypted email, approved and not yet in use */
    PRAP_OPTION_AT_ACTIVE                = 115, /* at-active: unencrypted email, in use */
    PRAP_OPTION_AT_SUSPENDED             = 116, /* at-suspended: unencrypted email, suspended */
    PRAP_OPTION_AT_CLERICAL              = 117, /* at-clerical: unencrypted email, the work done clerically */
    PRAP_OPTION_AT_CEASING               = 118, /* at-ceasing: unencrypted email, to be withdrawn */
    PRAP_OPTION_INELIGIBLE               = 120, /* ineligible: A: on DWP-funded provision already, or employed before the referral (M08-INEL) */
    PRAP_OPTION_FOUND_WORK               = 121, /* found-work: B: work, self-employment or an offer between referral interview and engaging (M08-WORK) */
    PRAP_OPTION_DUPLICATE                = 122, /* duplicate: C: a duplicate of another referral (M08-DUP) */
    PRAP_OPTION_EMPLOYMENT               = 130, /* employment: began employment */
    PRAP_OPTION_SELF_EMPLOYMENT          = 131, /* self-employment: began self-employment */
    PRAP_OPTION_OFFER                    = 132, /* offer: had a job offer */
    PRAP_OPTION_EARNED_1000              = 140, /* earned-1000: 1,000 pounds (CH15-A-56) */
    PRAP_OPTION_EARNED_2000              = 141, /* earned-2000: 2,000 pounds (CH15-A-57) */
    PRAP_OPTION_NATIONAL                 = 142, /* national-threshold: the national threshold of the day (CH15-A-58) */
    PRAP_OPTION_VOLUNTARY                = 150, /* voluntary: voluntary */
    PRAP_OPTION_LONG_TERM_UNEMPLOYED     = 151, /* long-term-unemployed: long-term unemployed (Core) */
    PRAP_OPTION_JETS_CUSTOMER            = 152, /* jets-customer: JETS */
    PRAP_OPTION_WORK_COACH               = 160, /* work-coach: by the work coach */
    PRAP_OPTION_OWN_MANDATION            = 161, /* own-mandation: by the provider */
    PRAP_OPTION_TO_WHP                   = 170, /* whp: Work and Health Programme, Core */
    PRAP_OPTION_TO_JETS                  = 171, /* jets: JETS */
    PRAP_OPTION_TO_IPES                  = 172, /* ipes: Intensive Personalised Employment Support */
    PRAP_OPTION_TO_WORK_PROGRAMME        = 173, /* work-programme: the Work Programme */
    PRAP_OPTION_ACCEPT                   = 180, /* accept: the data are to be erased */
    PRAP_OPTION_REJECT                   = 181, /* reject: the right of erasure does not apply */
    PRAP_OPTION_ACCEPTED_LETTER          = 185, /* accepted-letter: DWP's letter WHP RTE Acc (CH15-30) */
    PRAP_OPTION_REJECTED_LETTER          = 186, /* rejected-letter: DWP's letter WHP RTE REJ (CH15-36, 40) */
    PRAP_OPTION_OWN_TEXT                 = 187, /* own-text: a communication of the provider's own */
    PRAP_OPTION_EXIT_REPORTS             = 190, /* exit-reports: exit reports (CH15-46-B1) */
    PRAP_OPTION_COMPLIANCE_DOUBTS        = 191, /* compliance-doubts: raising a compliance doubt, and notifying re-compliance (CH15-46-B2) */
    PRAP_OPTION_CHANGES                  = 192, /* changes-of-circumstances: reporting changes of circumstances (CH15-46-B3) */
    PRAP_OPTION_EMPLOYMENT_BUSINESS_FORM = 193, /* employment-business-form: WHP Employment Business Customer Form (CH15-46-B4) */
    PRAP_OPTION_ESF_FORM                 = 194, /* esf-14-20-form: ESF 14-20 form (CH15-46-B5) */
    PRAP_OPTION_SELF_REFERRAL_FORM       = 195, /* self-referral-form: WHPS01 self-referral form (CH15-46-B6) */
    PRAP_OPTION_LIST_OF_500              = 196, /* list-of-500: list of 500 names and National Insurance numbers (CH15-46-B7) */
    PRAP_OPTION_GOOD_NEWS                = 197, /* good-news-stories: good-news stories (CH15-46-B8) */
    PRAP_OPTION_ERASURE_REQUESTS         = 198, /* erasure-requests: erasure requests, which are not among the eight (AMB-74) */
    PRAP_OPTION_OTHER_PROCESS            = 199, /* other-process: any other process */
    PRAP_OPTION_PRIME_PROVIDER           = 200, /* prime-provider: the provider itself */
    PRAP_OPTION_LISTED_SUBCONTRACTOR     = 201, /* listed-subcontractor: a subcontractor on the list first supplied (CH15-45) */
    PRAP_OPTION_EXISTING_SUBCONTRACTOR   = 202, /* existing-subcontractor: an approved subcontractor that was not on the list (CH15-51) */
    PRAP_OPTION_NEW_SUBCONTRACTOR        = 203, /* new-subcontractor: a subcontractor new to the supply chain (CH15-52) */
    PRAP_OPTION_OWN_OUTAGE               = 210, /* own-outage: the provider's own */
    PRAP_OPTION_DWP_OUTAGE               = 211, /* dwp-outage: DWP's */
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
    PRAP_REASON_SO_APPROVED                   = 57, /* signposter-not-approved: only an organisation on the approved list may signpost */
    PRAP_REASON_ELIGIBLE                      = 58, /* not-eligible: the work coach did not find the person eligible */
    PRAP_REASON_SUITABLE                      = 59, /* not-suitable: the work coach did not find the provision suitable */
    PRAP_REASON_VOLUNTEERS                    = 60, /* not-volunteering: the person does not agree to this voluntary provision */
    PRAP_REASON_NOT_EMPLOYED_AT_HANDOVER      = 61, /* employed-at-handover: the person is in employment, so no referral should follow the handover */
    PRAP_REASON_HANDOVER_IN_JOBCENTRE         = 62, /* handover-not-in-jobcentre: a face-to-face handover is held in the Jobcentre */
    PRAP_REASON_HANDOVER_AGREED               = 63, /* handover-not-agreed: provider, person and work coach must agree that a face-to-face handover is feasible */
    PRAP_REASON_HANDOVER_SPACE                = 64, /* no-space-for-handover: a face-to-face handover needs suitable space */
    PRAP_REASON_EXCEPTION_DOCUMENTED          = 65, /* exception-not-documented: the Jobcentre must document why no handover was possible */
    PRAP_REASON_NO_REFERRAL_YET               = 66, /* referral-was-made: the referral was already made */
    PRAP_REASON_NO_FAULT_ANNOUNCED            = 67, /* prap-fault-announced: an announced PRaP fault explains why the referral is not seen */
    PRAP_REASON_NOT_VISIBLE                   = 68, /* referral-is-visible: the referral is visible in PRaP, so nothing needs mending */
    PRAP_REASON_REFERRED_BY_JOBCENTRE         = 69, /* referred-by-provider: only the Jobcentre refers; a provider may not */
    PRAP_REASON_SCR_FOR_CLERICAL              = 70, /* not-scr: only a Special Customer Record is referred clerically */
    PRAP_REASON_NOT_CLERICAL                  = 71, /* clerical-case: this case is a Special Customer Record, which never touches PRaP */
    PRAP_REASON_IS_CLERICAL                   = 72, /* not-a-clerical-case: this case goes through PRaP */
    PRAP_REASON_NOT_ON_MAPPA_HOLD             = 73, /* mappa-hold: MAPPA restrictions were disclosed and no notice has come: the meeting stays stopped */
    PRAP_REASON_MEETING_DAY_GIVEN             = 74, /* meeting-day-unknown: the day for which the meeting is booked is not known */
    PRAP_REASON_MEETING_BOOKED_AHEAD          = 75, /* meeting-booked-in-the-past: a meeting is booked for the day of booking or a later one */
    PRAP_REASON_MEETING_WITHIN_15             = 76, /* meeting-past-day-15: the policy does not let a meeting be moved beyond 15 working days from the referral */
    PRAP_REASON_MEETING_BEFORE_DAY_60         = 77, /* meeting-past-day-59: a meeting on or after the 60th day comes too late for a start to be entered */
    PRAP_REASON_STAY_IS_SHORT                 = 78, /* stay-not-short: the hospital stay is not short, so the meeting is not rearranged */
    PRAP_REASON_STAY_NOT_SHORT                = 79, /* stay-is-short: a short hospital stay is no reason for Did Not Attend */
    PRAP_REASON_MAPPA_ON_HOLD                 = 80, /* no-mappa-hold: no MAPPA restrictions are waiting for a notice */
    PRAP_REASON_MAPPA_15_USED                 = 81, /* mappa-15-days-not-used: the full 15 days must be used before Did Not Attend is recorded for want of a MAPPA notice */
    PRAP_REASON_MAPPA_NOT_KNOWN               = 82, /* mappa-already-known: the restrictions are already on record */
    PRAP_REASON_MAPPA_LIGHT_TOUCH             = 83, /* no-light-touch: no MAPPA restrictions were reported after the start */
    PRAP_REASON_MAPPA_IS_ESCALATED            = 84, /* mappa-not-escalated: the nominated officer has not escalated to the Jobcentre's MAPPA contact, so the 28 days have not begun */
    PRAP_REASON_MAPPA_28_PASSED               = 85, /* mappa-28-days-not-passed: light touch goes on until 28 days have passed since the escalation */
    PRAP_REASON_MAPPA_REVIEW_DUE              = 86, /* mappa-review-not-due: whether to continue is to be decided when 28 days have passed since the escalation */
    PRAP_REASON_PRAP14_WITH_POLICY            = 87, /* no-prap14-with-policy-team: no PRaP14 is with the Policy team */
    PRAP_REASON_PRAP14_WITH_POST              = 88, /* prap14-not-accepted-yet: on IPES the Policy team decides on a PRaP14 and sends it to the support team */
    PRAP_REASON_NO_PRAP14_PENDING             = 89, /* prap14-already-sent: a PRaP14 for this referral was already sent */
    PRAP_REASON_PRAP14_NOT_BEFORE_MEETING     = 90, /* prap14-before-meeting: a PRaP14 needs a recorded start, and the meeting was not attended */
    PRAP_REASON_PRAP14_NOT_BEFORE_START       = 91, /* prap14-before-start: a PRaP14 needs a recorded start, and none is recorded */
    PRAP_REASON_PRAP14_REASON                 = 92, /* not-a-prap14-reason: a PRaP14 tells of work, a job offer, hospital or worsening health */
    PRAP_REASON_AROSE_BY_START                = 93, /* arose-after-start: work or an offer that arose after the start is the aim of the programme, not an error */
    PRAP_REASON_ERROR_IS_NOTIFIED             = 94, /* no-error-notified: the Policy team was not told of a possible error */
    PRAP_REASON_NO_PRAP14_HOLD                = 95, /* prap14-pending: the policy holds work with the participant while a PRaP14 is pending */
    PRAP_REASON_IN_PRE_WORK_TIME              = 96, /* after-allotted-time: the allotted time of 456 days was over by that day */
    PRAP_REASON_WORK_AFTER_START              = 97, /* work-arose-before-start: work that arose on or before the start date bars the start */
    PRAP_REASON_STOPPED_IN_TIME               = 98, /* work-stopped-after-allotted-time: the guidance does not say what follows when work stops after the pre-work time is over */
    PRAP_REASON_ALLOTTED_TIME_OVER            = 99, /* allotted-time-not-over: the allotted time is not over */
    PRAP_REASON_CODE_39_GROUNDS               = 100, /* no-ground-for-code-39: code 39 needs someone who disengages from in-work support after the pre-work period, or the determination that no more support is needed */
    PRAP_REASON_END_DATE_ADVISED              = 101, /* end-date-not-as-advised: code 46 on advice carries the end date that goes with the advice */
    PRAP_REASON_MOVE_DECIDED                  = 102, /* move-between-nations: the guidance does not say whether a move between England and Wales ends the participation */
    PRAP_REASON_EMPLOYED_ROUTE                = 103, /* employed-by-the-referral: someone employed on or before the day of the referral was referred in error */
    PRAP_REASON_SIGNATURE_VALID               = 104, /* annotation-is-no-signature: an annotation in place of a signature is no longer valid */
    PRAP_REASON_SIGNATURE_REASONED            = 105, /* digital-signature-without-reason: a digital signature needs a recorded reason */
    PRAP_REASON_SIGNATURE_ASSURED             = 106, /* digital-process-not-assured: a digital signing process must be robust and keep the signatures as evidence */
    PRAP_REASON_INTERVAL_WITHIN_28            = 107, /* interval-over-28-days: face-to-face meetings are agreed at least every four weeks */
    PRAP_REASON_REREF_ELIGIBLE                = 108, /* rereferral-not-eligible: a Re-Referral needs a person who still meets eligibility and suitability */
    PRAP_REASON_REREF_NO_OUTCOME              = 109, /* rereferral-outcome-paid: a Re-Referral is barred when an outcome payment was paid or is due from the earlier participation */
    PRAP_REASON_REREF_DAY_REACHED             = 110, /* rereferral-too-early: 638 days, or 639 for night shifts, must have lapsed since the earlier start */
    PRAP_REASON_REREF_ONCE                    = 111, /* rereferral-again: a person is re-referred only once */
    PRAP_REASON_REREF_ASSESSED                = 112, /* rereferral-not-assessed: a Re-Referral needs the work coach's fresh assessment */
    PRAP_REASON_VOID_IS_POSSIBLE              = 113, /* nothing-to-void: there is no entry with this sequence that can be voided: the first entry, a voiding and an entry already voided cannot */
    PRAP_REASON_VOID_FREES_NONE               = 114, /* later-entries-depend: later entries would not have been possible without this one */
    PRAP_REASON_IMPORT_STAGE_KNOWN            = 115, /* import-stage-unknown: the stage at which the case is taken over is not known */
    PRAP_REASON_IMPORT_ATTENDED_KNOWN         = 116, /* import-meeting-unknown: a case taken over after the initial meeting needs the day of the meeting */
    PRAP_REASON_IMPORT_START_KNOWN            = 117, /* import-start-unknown: a case taken over after the start needs its start date */
    PRAP_REASON_IMPORT_IN_ORDER               = 118, /* import-days-out-of-order: the days of the case contradict one another */
    PRAP_REASON_NOT_BEFORE_START              = 119, /* before-the-start: it is dated before the participation began */
    PRAP_REASON_IMPORT_RECEIPT_KNOWN          = 120, /* import-receipt-unknown: a case taken over before its acknowledgement needs the day of receipt */
    PRAP_REASON_SCENARIO_GIVEN                = 121, /* which-error-unknown: which of the three errors the referral is, is not said */
    PRAP_REASON_MEMO_APPLIES                  = 122, /* memo-not-applied: by the policy m08-jets the memo does not bind this programme, and no other document says what to do */
    PRAP_REASON_INELIGIBLE_GROUNDS            = 123, /* not-shown-ineligible: not on other DWP-funded provision, and not employed before the referral */
    PRAP_REASON_JOB_AFTER_INTERVIEW           = 124, /* job-before-interview: work that began before the referral interview is employment before the referral */
    PRAP_REASON_OFFER_AFTER_INTERVIEW         = 125, /* offer-before-interview: the memo says nothing of an offer made before the referral interview */
    PRAP_REASON_JOB_BEFORE_ENGAGING           = 126, /* job-after-engaging: work or an offer after engaging is an outcome, not an error */
    PRAP_REASON_REJECT_REASON_FITS            = 127, /* reject-reason-of-another-error: each error has its own rejection reason */
    PRAP_REASON_START_NOT_IN_PRAP             = 128, /* start-is-in-prap: a start date is in PRaP, so the referral can no longer be rejected */
    PRAP_REASON_START_FOR_PRAP14              = 129, /* no-start-for-prap14: no start date is in PRaP, so no PRaP14 is needed */
    PRAP_REASON_REQUEST_APPROVED              = 130, /* not-approved: end date and reason code are entered when the approval is received, not before */
    PRAP_REASON_END_IS_NEXT_DAY               = 131, /* end-date-not-next-day: the end date is always the day after the start date */
    PRAP_REASON_CODE_FITS                     = 132, /* code-of-another-error: each error has its own reason code */
    PRAP_REASON_BACKED_OUT_FIRST              = 133, /* not-backed-out: the referral is cancelled on receipt of the support team's email, not before */
    PRAP_REASON_CANCEL_NO_CONTACT             = 134, /* cancel-reason-not-no-contact: a referral that was backed out is cancelled with the reason no contact */
    PRAP_REASON_CARRY_ON                      = 135, /* request-was-refused: the request to back out was refused: the provider carries on with the person */
    PRAP_REASON_REJECT_BY_CANCELLING          = 136, /* reject-after-acceptance: by the policy reject-after-accept an accepted referral is cancelled, not rejected */
    PRAP_REASON_REJECT_OR_CANCEL              = 137, /* reject-or-cancel: the memo does not say how an accepted referral is rejected */
    PRAP_REASON_CODE_OF_PROGRAMME             = 138, /* code-not-defined: no document defines this code for the programme */
    PRAP_REASON_NOT_SUSPENDED                 = 139, /* mandation-suspended: mandation and compliance doubts are suspended */
    PRAP_REASON_OWN_NOT_SUSPENDED             = 140, /* own-mandation-suspended: the provider's own mandation is suspended */
    PRAP_REASON_IS_MANDATED                   = 141, /* not-mandated: nothing was mandated */
    PRAP_REASON_HAS_FAILED                    = 142, /* no-failure: no failure to attend is recorded */
    PRAP_REASON_DOUBT_IS_RAISED               = 143, /* no-doubt-raised: no compliance doubt is raised */
    PRAP_REASON_DOUBT_IS_DECIDED              = 144, /* doubt-not-decided: the doubt is not decided */
    PRAP_REASON_APPOINTMENT_NOT_MADE          = 145, /* appointment-made: the initial appointment is already made */
    PRAP_REASON_APPOINTMENT_IS_MISSED         = 146, /* appointment-not-missed: no mandated appointment was missed */
    PRAP_REASON_CLAIMANT_KNOWN                = 147, /* benefit-not-known: whether the participant claims a benefit is not known */
    PRAP_REASON_GROUP_KNOWN                   = 148, /* group-not-known: the group of the customer is not known */
    PRAP_REASON_HAS_DISENGAGED                = 149, /* not-disengaged: the participant has not disengaged */
    PRAP_REASON_EARNINGS_SAID                 = 150, /* no-earnings-said: neither a first payment, nor earnings, nor a threshold is said */
    PRAP_REASON_THRESHOLD_APPLIES             = 151, /* threshold-not-applicable: the threshold does not exist for this programme */
    PRAP_REASON_EARNED_ENOUGH                 = 152, /* threshold-not-reached: the earnings given are below the threshold given */
    PRAP_REASON_THRESHOLD_AMOUNT_KNOWN        = 153, /* threshold-amount-unknown: the national threshold of the day was not supplied, so it cannot be compared */
    PRAP_REASON_FIRST_SALARY_GIVEN            = 154, /* first-salary-unknown: the day of the first salary payment is needed */
    PRAP_REASON_EMPLOYMENT_IS_TOLD            = 155, /* no-own-employment: no employment by the provider's own business is recorded */
    PRAP_REASON_ITEM_LISTED                   = 156, /* item-not-listed: Annex A has no such item */
    PRAP_REASON_NOT_IN_PROGRAMME              = 157, /* not-in-programme: the documents say nothing of this event for the programme */
    PRAP_REASON_MEETING_ATTENDED_FIRST        = 158, /* not-attended: by the policy m08-started the person has started when they attended, and they have not */
    PRAP_REASON_ERASURE_COVERED               = 159, /* erasure-not-covered: chapter 15 covers the erasure requests of Work and Health Programme and JETS alone */
    PRAP_REASON_DECISION_GIVEN                = 160, /* decision-not-given: what is decided is not said */
    PRAP_REASON_REFERRED_TO_KNOWN             = 161, /* programme-unknown: the programme decides, and is not known */
    PRAP_REASON_START_KNOWN                   = 162, /* whether-started-unknown: whether the participant started decides, and is not known */
    PRAP_REASON_CUSTOMER_GROUP_KNOWN          = 163, /* customer-group-unknown: the group of the customer decides, and is not known */
    PRAP_REASON_WHETHER_MANDATED_KNOWN        = 164, /* whether-mandated-unknown: whether the customer was mandated to an interview decides, and is not known */
    PRAP_REASON_WHETHER_DNA_KNOWN             = 165, /* dna-unknown: whether a DNA was entered after mandation activity decides, and is not known */
    PRAP_REASON_WHETHER_EVIDENCE_KNOWN        = 166, /* evidence-unknown: whether evidence of mandation is held decides, and is not known */
    PRAP_REASON_ACCEPTS_NO_STARTER            = 167, /* participant-started: the right of erasure does not apply to a participant who started */
    PRAP_REASON_ACCEPTS_NO_EVIDENCE           = 168, /* mandation-evidence-kept: evidence of mandation must be kept */
    PRAP_REASON_GAP_DECIDED                   = 169, /* person-must-decide: the text has no answer for these facts; rejection is proposed */
    PRAP_REASON_GAP_REJECTED                  = 170, /* gap-means-reject: the text has no answer for these facts, and by the policy erase-gap the request is then rejected */
    PRAP_REASON_REJECTS_WITH_CAUSE            = 171, /* nothing-need-be-kept: nothing need be kept of a customer who did not start, so there is no ground to reject */
    PRAP_REASON_FORWARDED_FIRST               = 172, /* not-forwarded: the request was not forwarded to the Data Protection Office */
    PRAP_REASON_DECIDED_FIRST                 = 173, /* not-decided: the rules are to be considered before anything is said or removed */
    PRAP_REASON_LETTER_FIRST                  = 174, /* letter-not-ready: the letter or own text is not prepared */
    PRAP_REASON_REFERENCE_IS_HELD             = 175, /* reference-not-received: the response must contain the Data Protection Office's reference, which has not come */
    PRAP_REASON_REFERENCE_IN_MAIL             = 176, /* reference-left-out: the reference must be used in all correspondence with the Data Protection Office */
    PRAP_REASON_LETTER_GIVEN                  = 177, /* letter-not-said: which letter was prepared is not said */
    PRAP_REASON_LETTER_FITS                   = 178, /* letter-does-not-fit: the letter says otherwise than the decision */
    PRAP_REASON_LETTER_SIGNED_OFF             = 179, /* letter-not-signed-off: an altered letter must be signed off by the ESF marketing team */
    PRAP_REASON_RESPONDED_FIRST               = 180, /* not-answered: the participant was not answered */
    PRAP_REASON_ERASURE_ACCEPTED              = 181, /* erasure-not-accepted: the request was not accepted, so the data are kept */
    PRAP_REASON_COPY_SENT                     = 182, /* copy-not-sent: WHP Enquiries must have a copy */
    PRAP_REASON_NOT_BEFORE_REQUEST            = 183, /* before-request: it cannot have happened before the request came */
    PRAP_REASON_PROCESS_LISTED                = 184, /* process-not-listed: only the listed processes may use unencrypted email */
    PRAP_REASON_PERMISSION_HELD               = 185, /* no-written-permission: DWP's written permission for this process and organisation is needed */
    PRAP_REASON_USE_HAS_BEGUN                 = 186, /* use-not-begun: use begins on the agreed day, not before */
    PRAP_REASON_USE_NOT_CEASED                = 187, /* use-has-ceased: use has ended on the agreed day */
    PRAP_REASON_APPROVED_SUBCONTRACTOR        = 188, /* subcontractor-not-approved: the subcontractor must be formally approved by DWP */
    PRAP_REASON_DILIGENCE_IS_DONE             = 189, /* diligence-not-done: assurance and due diligence on the subcontractor must be done */
    PRAP_REASON_NOTHING_OFFSHORE              = 190, /* offshore-element: a subcontractor with any offshore element or link may not use it */
    PRAP_REASON_LIST_WITH_MANAGER             = 191, /* list-not-supplied: the Supplier Manager must have the updated list of subcontractors */
    PRAP_REASON_ONE_RECORD                    = 192, /* several-records: only one record may be in an email */
    PRAP_REASON_ONE_RECORD_FORWARDED          = 193, /* several-records-forwarded: only one participant's record at a time may be passed on */
    PRAP_REASON_CONTENT_IS_STANDARD           = 194, /* content-not-standard: the content must be the standard content */
    PRAP_REASON_TEMPLATE_IS_INCLUDED          = 195, /* template-not-included: the standard template must be completed and included */
    PRAP_REASON_FROM_DESIGNATED               = 196, /* sender-not-designated: it must be sent from a designated inbox */
    PRAP_REASON_TO_DESIGNATED                 = 197, /* recipient-not-designated: it must be sent to a designated inbox */
    PRAP_REASON_NO_OWN_OUTAGE                 = 198, /* own-outage-lasts: the provider's own outage was not ended by telling DWP and resuming */
    PRAP_REASON_NO_DWP_OUTAGE                 = 199, /* dwp-outage-lasts: DWP has suspended its use */
    PRAP_REASON_NEED_TO_FORWARD               = 200, /* no-business-need: there must be a business need to pass it on */
    PRAP_REASON_ENTITLED_RECIPIENT            = 201, /* recipient-not-entitled: the recipient must be entitled to have it */
    PRAP_REASON_FORWARDED_BY_HAND             = 202, /* automatic-forwarding: emails must not be passed on automatically */
    PRAP_REASON_RESUME_IS_NOTIFIED            = 203, /* resume-not-notified: DWP must be told when it can be used again before it is */
    PRAP_REASON_RESUME_DAY_GIVEN              = 204, /* resume-day-unknown: the day from which it can be used again is what DWP is told */
    PRAP_REASON_CEASE_DAY_AGREED              = 205, /* cease-day-not-agreed: the last day of use must be agreed with the Supplier Manager */
    PRAP_REASON_CEASE_DAY_COME                = 206, /* cease-day-not-come: the agreed last day of use has not come */
    PRAP_REASON_DEPARTMENT_IS_TOLD            = 207, /* department-not-told: the department must be told of the outage */
    PRAP_REASON_PROCESS_GIVEN                 = 208, /* process-unknown: which process it is for is not known */
    PRAP_REASON_ORGANISATION_GIVEN            = 209, /* organisation-unknown: who uses it is not known */
    PRAP_REASON_IS_MISDIRECTED                = 210, /* nothing-misdirected: no data are known to have gone to the wrong subcontractor */
    PRAP_REASON_START_DAY_AGREED              = 211, /* start-day-not-agreed: a first day of use must be agreed with the Supplier Manager */
    PRAP_REASON_IS_SUBCONTRACTOR              = 212, /* not-a-subcontractor: it is a subcontractor that is withdrawn */
    PRAP_REASON_IMPORT_PERMISSION_KNOWN       = 213, /* permission-day-unknown: the day of DWP's written permission is needed */
    PRAP_REASON_ACCEPTS_NO_MANDATED_JETS      = 214, /* mandated-jets-customer: all evidence of a JETS customer who was mandated to the initial interview must be kept */
    PRAP_REASON_ACCEPTS_NO_HELD_EVIDENCE      = 215, /* evidence-held: evidence of mandation is held, and must be kept whatever the text leaves open */
    PRAP_REASON_LIST_OF_NEW_WITH_MANAGER      = 216, /* new-subcontractor-not-listed: the Supplier Manager must have the updated list, with the subcontractor new to the supply chain */
    PRAP_REASON_START_DAY_OF_NEW_AGREED       = 217, /* new-subcontractor-without-start-day: a first day of use by the subcontractor new to the supply chain must be agreed with the Supplier Manager */
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
    PRAP_NOTICE_CHECK_WITH_JOBCENTRE     = 17, /* check-with-jobcentre: the expected referral is not in PRaP: ask whether it was made */
    PRAP_NOTICE_REPORT_TO_POST           = 18, /* report-to-post: the referral was made and cannot be seen in PRaP: ask the support team to look into it */
    PRAP_NOTICE_KEEP_IN_CONTACT          = 19, /* keep-in-contact: keep in contact with the person until the initial meeting */
    PRAP_NOTICE_SEND_INVITE              = 20, /* send-invite: no handover was held: tell the person time, day and place of the initial meeting */
    PRAP_NOTICE_MEETING_BOOKED_LATE      = 21, /* meeting-booked-late: the meeting is booked later than 15 working days from the referral: customer service standard 2 will be missed */
    PRAP_NOTICE_TELL_POLICY_TEAM_ERROR   = 22, /* tell-policy-team-of-error: tell the Policy team the circumstances of the possible error */
    PRAP_NOTICE_SEND_PRAP14              = 23, /* send-prap14: email the circumstances with a completed PRaP14 to the Policy team */
    PRAP_NOTICE_PRAP14_PENDING           = 24, /* prap14-pending: the Policy team's answer is awaited; work with the participant goes on, its outcome unknown */
    PRAP_NOTICE_CODE_46_OWED             = 25, /* code-46-owed: the participation is to be ended with code 46 on the end date that goes with the advice */
    PRAP_NOTICE_PRAP14_REFUSED           = 26, /* carry-on-with-participant: the PRaP14 was not accepted: carry on with the participant */
    PRAP_NOTICE_MAPPA_STOP_MEETING       = 27, /* stop-the-meeting: stop the meeting and tell the person that it will be booked again */
    PRAP_NOTICE_MAPPA_CONTACT_SPOC       = 28, /* contact-mappa-spoc: contact the Jobcentre's MAPPA contact at once */
    PRAP_NOTICE_MAPPA_TELL_WORK_COACH    = 29, /* tell-work-coach-of-dna: tell the work coach why Did Not Attend was recorded */
    PRAP_NOTICE_MAPPA_TELL_OFFICER       = 30, /* tell-nominated-officer: restrictions were reported after the start */
    PRAP_NOTICE_MAPPA_TELL_MANAGER       = 31, /* tell-performance-manager: restrictions were reported after the start */
    PRAP_NOTICE_MAPPA_GO_LIGHT           = 32, /* light-touch: a light-touch approach is recommended until the official notice comes */
    PRAP_NOTICE_MAPPA_NOTICE_LATE        = 33, /* mappa-notice-late: the notice came after the 15 days: the guidance has Did Not Attend recorded and the Jobcentre refer again */
    PRAP_NOTICE_MAPPA_REFER_AGAIN        = 34, /* mappa-new-referral: once it has the MAPPA J the Jobcentre refers the person again, as a new referral */
    PRAP_NOTICE_FEED_GOES_ON             = 35, /* feed-goes-on: this code does not end the earnings interest; the guidance does not say when it ends */
    PRAP_NOTICE_ORPHAN_FEED              = 36, /* orphan-feed: the referral was backed out without an end date, so the earnings feed stays open */
    PRAP_NOTICE_RECORDED_ANYWAY          = 37, /* recorded-although-forbidden: recorded although a rule forbids it: recorded as a breach */
    PRAP_NOTICE_ENTRY_VOIDED             = 38, /* entry-voided: an earlier entry no longer counts; it stays in the history */
    PRAP_NOTICE_UNKNOWN_ON_IMPORT        = 39, /* unknown-on-import: not known of the case taken over; what depends on it cannot be said */
    PRAP_NOTICE_ALLOTMENT_INFERRED       = 40, /* allotment-inferred: how long in-work support lasts is inferred from the 638 days of a Re-Referral, not stated */
    PRAP_NOTICE_INTRODUCE_KEY_WORKER     = 41, /* introduce-key-worker: the meeting was held by another person: hold a separate meeting with the key worker */
    PRAP_NOTICE_TRAVEL_TOO_LONG          = 42, /* travel-too-long: the journey takes more than 90 minutes: arrange otherwise, such as outreach */
    PRAP_NOTICE_HANDOVER_BY_EXCEPTION    = 43, /* handover-by-exception: a face-to-face handover must stay exceptional */
    PRAP_NOTICE_EARLY_COMPLETER          = 44, /* early-completer: the participant leaves before the end of the allotted time */
    PRAP_NOTICE_SIGNPOST_TO_JOBCENTRE    = 45, /* signpost-to-jobcentre: point the person back to Jobcentre Plus */
    PRAP_NOTICE_REJECT_IN_PRAP           = 46, /* reject-in-prap: no start date is in PRaP: reject the referral with the reason of its error */
    PRAP_NOTICE_SEND_PRAP14_TO_POST      = 47, /* send-prap14-to-post: a start date is in PRaP: complete a PRaP14 and email it to the PRaP support team */
    PRAP_NOTICE_MECHANISM_HINT           = 48, /* cancel-instead-of-reject: the referral was accepted: PRaP may want its cancellation requested instead of a rejection */
    PRAP_NOTICE_CARRY_ON_REFUSED         = 49, /* carry-on-after-refusal: the request was refused: carry on with the person; the earnings feed stays open */
    PRAP_NOTICE_ENTER_END_DATE           = 50, /* enter-end-date: the request is approved: enter the end date, which is the day after the start date, and the reason code */
    PRAP_NOTICE_CANCEL_PROMPTLY          = 51, /* cancel-promptly: the referral is backed out: cancel it in PRaP with the reason no contact */
    PRAP_NOTICE_END_DATE_OWED            = 52, /* end-date-still-owed: the end date is still owed: only it closes the earnings feed */
    PRAP_NOTICE_INTERVIEW_ASSUMED        = 53, /* interview-day-assumed: the day of the referral interview is not known; the day of the referral was taken */
    PRAP_NOTICE_MEMO_INFERRED            = 54, /* memo-inferred: the memo is addressed to Work and Health Programme providers; that it binds JETS is inferred */
    PRAP_NOTICE_OUTCOME_EARNINGS         = 55, /* outcome-earnings-reached: earnings reached the outcome threshold: the earnings feed closes */
    PRAP_NOTICE_EXIT_REPORT              = 56, /* exit-report-owed: an exit report is owed for participants that Chapter 11 lists */
    PRAP_NOTICE_WHP07                    = 57, /* send-whp07: tell Jobcentre Plus on form WHP07 */
    PRAP_NOTICE_MANDATED_FAILURE         = 58, /* tell-of-failure: tell of the failure as chapters 5a and 5b say */
    PRAP_NOTICE_EMPLOYMENT_FORM          = 59, /* send-employment-form: email the Employment Business Customer Form at least five days before the first salary payment */
    PRAP_NOTICE_HOLDING_REPLY            = 60, /* send-holding-reply: acknowledge the request and issue the holding reply: it will be dealt with within one month */
    PRAP_NOTICE_FORWARD_TO_DPO           = 61, /* forward-to-dpo: forward the details of the request to the Data Protection Office */
    PRAP_NOTICE_COPY_TO_ENQUIRIES        = 62, /* copy-to-enquiries: copy what goes to the Data Protection Office to WHP Enquiries */
    PRAP_NOTICE_ERASURE_MAIL_NOT_LISTED  = 63, /* erasure-mail-not-listed: erasure emails are not among the eight processes for unencrypted email: use a secure route, or an exemption */
    PRAP_NOTICE_ANSWER_PARTICIPANT       = 64, /* answer-participant: issue the response within one month of the request, with the reference */
    PRAP_NOTICE_RESPONSE_LATE            = 65, /* response-late: the response went out later than one month after the request: recorded as a breach */
    PRAP_NOTICE_FORWARD_RESPONSE         = 66, /* forward-response: forward the response, with the reference, to the Data Protection Office */
    PRAP_NOTICE_FORWARD_REJECTION        = 67, /* forward-rejection: forward the rejection, with the reference, to the Data Protection Office */
    PRAP_NOTICE_ERASE_DATA               = 68, /* erase-data: the request was accepted: erase the participant's data */
    PRAP_NOTICE_KEEP_DATA                = 69, /* keep-data: the request was rejected: keep the data as long as retention asks, and no longer */
    PRAP_NOTICE_ASK_APPROVAL             = 70, /* ask-for-approval: ask DWP's security mailbox to approve unencrypted email for the process */
    PRAP_NOTICE_GO_CLERICAL              = 71, /* go-clerical: the outage is expected to last 48 hours or longer: tell the department and work clerically */
    PRAP_NOTICE_OUTAGE_END_UNKNOWN       = 72, /* outage-end-unknown: when the outage will end is not known: at 48 hours or longer the department is told and the work is clerical */
    PRAP_NOTICE_LIST_TO_SUPPLIER_MANAGER = 73, /* list-to-supplier-manager: tell the Supplier Manager of the withdrawal as soon as possible, with the updated list, and agree the last day */
    PRAP_NOTICE_ALERT_SUBCONTRACTOR      = 74, /* alert-subcontractor: alert the subcontractor to the error and make sure that it deletes the record */
    PRAP_NOTICE_KEEP_ACTION_RECORD       = 75, /* keep-action-record: keep a record of the actions taken for three months */
    PRAP_NOTICE_TELL_OF_WRONG_EMAIL      = 76, /* tell-of-wrong-email: tell the Performance Manager of the email received in error */
    PRAP_NOTICE_DELETE_MESSAGE           = 77, /* delete-message: delete the email from the inbox; what it holds as evidence is filed first */
    PRAP_NOTICE_KEEP_SENDING_RECORD      = 78, /* keep-sending-record: keep a record of where and when it was sent for three months */
    PRAP_NOTICE_IDENTITY_WEAK            = 79, /* identity-check-weak: one detail is no combination: ask for two at the least, or see a document */
    PRAP_NOTICE_KEEP_KEY_WORKER          = 80, /* keep-key-worker: the participant is to keep one key worker throughout */
};

enum {
    PRAP_DEADLINE_ACK           = 1, /* ack: acknowledge within 2 working days, the day of receipt being day 1 */
    PRAP_DEADLINE_MEET          = 2, /* meet: hold the initial meeting within 15 working days of the referral */
    PRAP_DEADLINE_RECORD        = 3, /* record: have the start or the outcome in PRaP within the same 15 working days */
    PRAP_DEADLINE_AUTO60        = 4, /* auto60: last safe day for an entry before PRaP turns the referral to DNA on day 60 */
    PRAP_DEADLINE_PLAN          = 5, /* plan: agree the action plan within 20 working days of the start date */
    PRAP_DEADLINE_ALLOT         = 6, /* allot: last day of the allotted time, 456 days with the start date as day one, longer for someone in work */
    PRAP_DEADLINE_WEEKLY        = 7, /* weekly: offer weekly support */
    PRAP_DEADLINE_F2F4          = 8, /* f2f4: hold a face-to-face meeting within four weeks of the last */
    PRAP_DEADLINE_MAPPA15       = 9, /* mappa15: notice of MAPPA restrictions within 15 days following the referral, or DNA */
    PRAP_DEADLINE_MAPPA28       = 10, /* mappa28: review light touch when no notice came within 28 days of the escalation */
    PRAP_DEADLINE_CONTACT       = 11, /* contact: keep in contact between handover and initial meeting, as often as the policy says */
    PRAP_DEADLINE_PAY5          = 12, /* pay5: send the Employment Business Customer Form at least five days before the first salary payment */
    PRAP_DEADLINE_CANCEL        = 13, /* cancel: cancel a referral promptly after it was backed out */
    PRAP_DEADLINE_ERASE         = 14, /* erase: answer a request to erase within one month of its receipt */
    PRAP_DEADLINE_HOLDING_REPLY = 15, /* holding-reply: acknowledge a request to erase at once, with the holding reply */
    PRAP_DEADLINE_FORWARD_DPO   = 16, /* forward-dpo: forward a request to erase to the Data Protection Office */
    PRAP_DEADLINE_CHASE_DPO     = 17, /* chase-dpo: ask the Data Protection Office for its reference, as many days ahead as the policy says */
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
    PRAP_POLICY_CODE_LEN                  = 48, /* code-len: how many characters an access code has */
    PRAP_POLICY_PD_REMAINING              = 49, /* pd-remaining: which questions are asked first when qualifications or employment history are missing */
    PRAP_POLICY_PD_DORMANT_CHANGED        = 50, /* pd-dormant-changed: what is advised when the claim is dormant and the contact details have changed */
    PRAP_POLICY_PRE01_NEEDS_CALL          = 51, /* pre01-needs-call: whether PRE01 needs a call before it */
    PRAP_POLICY_SECURITY_MAILBOX          = 52, /* security-mailbox: what the security mailbox takes */
    PRAP_POLICY_STOCKPILE                 = 53, /* stockpile: after how many days a failure that waits for a call is warned of; 0 is never */
    PRAP_POLICY_M08_STARTED               = 54, /* m08-started: whether a person has started when a start date is in PRaP or when they attended */
    PRAP_POLICY_M08_BOUNDARY              = 55, /* m08-boundary: whether employment before the referral means before the referral interview or before the referral */
    PRAP_POLICY_M08_JETS                  = 56, /* m08-jets: whether memo 08 binds JETS */
    PRAP_POLICY_REJECT_AFTER_ACCEPT       = 57, /* reject-after-accept: what to do with an error found after acceptance and before a start */
    PRAP_POLICY_DUP_SIGNPOST              = 58, /* dup-signpost: whether the person is pointed to Jobcentre Plus when a duplicate is closed */
    PRAP_POLICY_DUP_PICK                  = 59, /* dup-pick: which of two referrals of a person is proposed as the duplicate */
    PRAP_POLICY_ERASE_GAP                 = 60, /* erase-gap: what to do with a request to erase for which the text has no answer */
    PRAP_POLICY_DPO_CHASE                 = 61, /* dpo-chase: how many days before the last day to ask for the Data Protection Office's reference; 0 is never */
    PRAP_POLICY_LIST_500_EXEMPT           = 62, /* 500-list-exempt: whether the process list of 500 may have more than one record in an email */
    PRAP_POLICY_EXIT_MIN_WORDS            = 63, /* exit-min-words: how many words the next steps of an exit report must have at the least; 0 is not checked */
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
    PRAP_CHOICE_FOUR                     = 1059, /* four: payment group, officer, signing day and cycle, referral date */
    PRAP_CHOICE_HOST_SUBSET              = 1060, /* host-subset: those that the host names */
    PRAP_CHOICE_DO_NOT_RAISE             = 1061, /* do-not-raise: not to raise the doubt */
    PRAP_CHOICE_RAISE                    = 1062, /* raise: to raise the doubt */
    PRAP_CHOICE_PROFORMA_AND_CH15        = 1063, /* proforma-and-ch15: Annex B, and requests to use unencrypted email */
    PRAP_CHOICE_PROFORMA_ONLY            = 1064, /* proforma-only: Annex B and nothing else */
    PRAP_CHOICE_PRAP_ENTRY               = 1065, /* prap-entry: when a start date is in PRaP */
    PRAP_CHOICE_ATTENDED                 = 1066, /* attended: when the person attended */
    PRAP_CHOICE_INTERVIEW                = 1067, /* interview: the referral interview */
    PRAP_CHOICE_REFERRAL                 = 1068, /* referral: the referral */
    PRAP_CHOICE_RECORD_AS_REJECT         = 1069, /* record-as-reject: recorded as rejected, with a hint */
    PRAP_CHOICE_CANCEL                   = 1070, /* cancel: cancelled */
    PRAP_CHOICE_LATER_UNSTARTED          = 1071, /* later-unstarted: the later one, when it has not started */
    PRAP_CHOICE_ASK_PROPOSE_REJECT       = 1072, /* ask-propose-reject: a person is asked, and rejection is proposed */
    PRAP_CHOICE_REJECT                   = 1073, /* reject: it is rejected */
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
    PRAP_MEASURE_CSS1                  = 1, /* css1: customer service standard 1: acknowledged in time */
    PRAP_MEASURE_CSS2                  = 2, /* css2: customer service standard 2: meeting held and start or outcome entered, both in time */
    PRAP_MEASURE_CSS2_MEETING          = 3, /* css2-meeting: its first limb: the initial meeting held in time */
    PRAP_MEASURE_CSS2_RECORD           = 4, /* css2-record: its second limb: the start or the outcome entered in time */
    PRAP_MEASURE_CSS3                  = 5, /* css3: customer service standard 3: action plan agreed in time */
    PRAP_MEASURE_DIGITAL_MEETING       = 6, /* digital-meeting: initial meetings that were held digitally */
    PRAP_MEASURE_DNA_FEW_ATTEMPTS      = 7, /* dna-few-attempts: people recorded as not reached without enough attempts to reach them */
    PRAP_MEASURE_LATE_ACKNOWLEDGEMENT  = 8, /* late-acknowledgement: referrals that were acknowledged late */
    PRAP_MEASURE_ORPHAN_FEED           = 9, /* orphan-feed: participations that ended while the earnings feed runs on and should not */
    PRAP_MEASURE_FACE_TO_FACE_HANDOVER = 10, /* face-to-face-handover: handovers that were held face to face */
};

enum {
    PRAP_FINDING_STILL_ELIGIBLE        = 1, /* still-eligible: criterion: still eligible and suitable */
    PRAP_FINDING_NO_OUTCOME            = 2, /* no-outcome: criterion: no outcome payment paid or due from the earlier participation */
    PRAP_FINDING_PERIOD_LAPSED         = 3, /* period-lapsed: criterion: 638 days since the earlier start, 639 for someone working night shifts */
    PRAP_FINDING_NOT_RE_REFERRED       = 4, /* not-re-referred: criterion: not re-referred before */
    PRAP_FINDING_NEW_REFERRAL          = 5, /* new-referral: the next referral is a new one and needs no criteria */
    PRAP_FINDING_RE_REFERRAL           = 6, /* re-referral: the next referral is a Re-Referral: all four criteria must hold */
    PRAP_FINDING_EARLIER_START         = 7, /* earlier-start: the earlier start that the days are counted from */
    PRAP_FINDING_BACKED_OUT            = 8, /* backed-out: a start that was backed out: the days are not counted from it */
    PRAP_FINDING_WORK_COACH_ASSESSES   = 9, /* work-coach-assesses: a Re-Referral is exceptional and for the work coach's fresh assessment */
    PRAP_FINDING_WORKED                = 10, /* worked: worked during the earlier participation: other provision may suit better */
    PRAP_FINDING_RESTARTS              = 11, /* restarts: a new start begins the provision from day one */
    PRAP_FINDING_DUPLICATE             = 12, /* duplicate: two referrals are open at once: tell the Policy team */
    PRAP_FINDING_ALREADY_STARTED       = 13, /* already-started: referred although a participation is under way: tell the Policy team */
    PRAP_FINDING_STARTED_ELSEWHERE     = 14, /* started-elsewhere: referred although on another programme: tell the Policy team */
    PRAP_FINDING_DUPLICATE_PROPOSED    = 15, /* duplicate-proposed: the later of two open referrals, and not started: proposed as the duplicate, to be rejected */
    PRAP_FINDING_DUPLICATE_TO_BE_NAMED = 16, /* duplicate-to-be-named: two referrals are open at once and none is proposed: a person says which is the duplicate */
};

enum {
    PRAP_CHECKLIST_SIGNPOSTING       = 1, /* signposting: what a signposting organisation's form IPESSO1 stands for */
    PRAP_CHECKLIST_HANDOVER          = 2, /* handover: the warm handover */
    PRAP_CHECKLIST_NO_HANDOVER       = 3, /* no-handover: a referral without a handover */
    PRAP_CHECKLIST_INITIAL_MEETING   = 4, /* initial-meeting: the initial meeting */
    PRAP_CHECKLIST_AGREED_ITEMS      = 5, /* agreed-items: what is agreed at the initial meeting as a minimum */
    PRAP_CHECKLIST_START_EVIDENCE    = 6, /* start-evidence: the evidence of the start */
    PRAP_CHECKLIST_INDUCTION_PACK    = 7, /* induction-pack: what the induction pack holds */
    PRAP_CHECKLIST_NO_START_EVIDENCE = 8, /* no-start-evidence: the evidence of why the person did not start */
    PRAP_CHECKLIST_PRAP14            = 9, /* prap14: a PRaP14 and what came of it */
    PRAP_CHECKLIST_SUSPECTED_ERROR   = 10, /* suspected-error: a referral possibly made in error, and the advice on it */
    PRAP_CHECKLIST_MAPPA_STEPS       = 11, /* mappa-steps: the steps on MAPPA restrictions */
};

enum {
    PRAP_RECORD_REFERRAL           = 1, /* referral: the referral as it was received */
    PRAP_RECORD_ACKNOWLEDGEMENT    = 2, /* acknowledgement: the acknowledgement */
    PRAP_RECORD_HANDOVER           = 3, /* handover: the warm handover */
    PRAP_RECORD_CONTACT_LOG        = 4, /* contact-log: the log of contacts and attempts */
    PRAP_RECORD_INITIAL_MEETING    = 5, /* initial-meeting: the initial meeting */
    PRAP_RECORD_START_EVIDENCE     = 6, /* start-evidence: the evidence of the start */
    PRAP_RECORD_SIGNATURE_METHOD   = 7, /* signature-method: how each signature was made */
    PRAP_RECORD_NO_START_EVIDENCE  = 8, /* no-start-evidence: the evidence of why the person did not start */
    PRAP_RECORD_PRAP14             = 9, /* prap14: the PRaP14 and what came of it */
    PRAP_RECORD_ADVICE             = 10, /* advice: advice of the Policy team or the PRaP support team */
    PRAP_RECORD_MAPPA_STEPS        = 11, /* mappa-steps: the steps on MAPPA restrictions */
    PRAP_RECORD_ADVICE_CALL        = 12, /* provider-direct-call: a call to Provider Direct */
    PRAP_RECORD_ACCESS_CODE_LOG    = 13, /* access-code-log: the log of access codes */
    PRAP_RECORD_ANNEX_B            = 14, /* annex-b: an Annex B */
    PRAP_RECORD_UNENCRYPTED_EMAIL  = 15, /* unencrypted-email: an unencrypted email that was sent */
    PRAP_RECORD_MISDIRECTED_DATA   = 16, /* misdirected-data: data that went to the wrong place */
    PRAP_RECORD_MANDATION_EVIDENCE = 17, /* mandation-evidence: evidence of mandation */
    PRAP_RECORD_ESF_FORMS          = 18, /* esf-forms: forms for the European Social Fund */
    PRAP_RECORD_PAYMENT_EVIDENCE   = 19, /* payment-evidence: evidence of payments and of the journey */
    PRAP_RECORD_ERASURE_CASE       = 20, /* erasure-case: a request for erasure */
    PRAP_RECORD_EXIT_REPORT        = 21, /* exit-report: an exit report */
    PRAP_RECORD_EMPLOYMENT_FORM    = 22, /* employment-form: the form of an employment business */
    PRAP_RECORD_RECEIVED_EMAIL     = 23, /* received-email: an unencrypted email that was received */
};

enum {
    PRAP_CALL_REASON_IN_ORDER          = 1, /* out-of-order: the call is at another point */
    PRAP_CALL_REASON_NOT_MAPPA         = 2, /* mappa: Provider Direct is never called about a MAPPA participant */
    PRAP_CALL_REASON_NOT_SCR           = 3, /* scr: Provider Direct is never called about a Special Customer Record */
    PRAP_CALL_REASON_NOT_UC            = 4, /* universal-credit: agents know nothing of Universal Credit claims */
    PRAP_CALL_REASON_ROOM_IN_CALL      = 5, /* call-full: one call is about ten participants at most */
    PRAP_CALL_REASON_LISTED_ONCE       = 6, /* listed-twice: the participant is on the list already */
    PRAP_CALL_REASON_ANYONE_LISTED     = 7, /* nobody-listed: no participant is listed to be asked about */
    PRAP_CALL_REASON_SERVICE_OPEN      = 8, /* service-closed: calls are taken from 8am to 6pm, Monday to Friday */
    PRAP_CALL_REASON_CODE_BEGUN        = 9, /* code-not-yet: the access code is to be used from the Monday after it was issued */
    PRAP_CALL_REASON_CODE_CURRENT      = 10, /* code-out-of-date: the access code to hand is no longer the one in force */
    PRAP_CALL_REASON_PRIME_IS_KNOWN    = 11, /* prime-not-known: the agent asks for the prime provider's name */
    PRAP_CALL_REASON_ORIGINALS_HELD    = 12, /* original-missing: the answers come from the original referral information, which is not to hand */
    PRAP_CALL_REASON_NOT_JOB_OUTCOME   = 13, /* job-outcome: Provider Direct is not for tracking job outcomes */
    PRAP_CALL_REASON_NOT_POLICY        = 14, /* policy-question: agents do not know Work Programme policy or process */
    PRAP_CALL_REASON_PURPOSE_IS_DOUBT  = 15, /* no-compliance-doubt: Provider Direct is for a failed mandated activity about which a doubt is to be raised */
    PRAP_CALL_REASON_NOT_WITHDRAWN     = 16, /* service-withdrawn: DWP has withdrawn the service */
    PRAP_CALL_REASON_SECURITY_TOLD     = 17, /* security-not-explained: DWP has not been told how the code is kept secure */
    PRAP_CALL_REASON_PLAN_TOLD         = 18, /* plan-not-confirmed: DWP has not been told whether the security plan needs updating */
    PRAP_CALL_REASON_COMPANY_IS_GIVEN  = 19, /* company-not-given: the agent asks for the caller's company */
    PRAP_CALL_REASON_CALLER_IS_NAMED   = 20, /* caller-not-named: the agent asks for the caller's own name */
    PRAP_CALL_REASON_PRIME_IS_GIVEN    = 21, /* prime-not-given: the agent asks for the prime provider's name */
    PRAP_CALL_REASON_IS_ON_LIST        = 22, /* not-on-list: the agent did not find them on the approved list */
    PRAP_CALL_REASON_REASON_IS_VALID   = 23, /* reason-not-valid: the agent did not take the reason for the call as valid */
    PRAP_CALL_REASON_ALL_THREE_RIGHT   = 24, /* fewer-than-three: fewer than three of the three characters were right */
    PRAP_CALL_REASON_CODE_PASSED       = 25, /* code-check-failed: the code was not confirmed, so the call has ended and nothing may be asked */
    PRAP_CALL_REASON_WAS_ELIGIBLE      = 26, /* caller-not-eligible: the caller was not found eligible, so the call has ended and nothing may be asked */
    PRAP_CALL_REASON_USES_ORIGINAL     = 27, /* not-from-original: agents hold only the original referral: details updated since do not match */
    PRAP_CALL_REASON_NINO_IS_RIGHT     = 28, /* nino-wrong: the National Insurance number was not right */
    PRAP_CALL_REASON_NAME_IS_RIGHT     = 29, /* name-wrong: the full name was not right */
    PRAP_CALL_REASON_QUESTION_NAMED    = 30, /* no-question: one question of the six is asked as well */
    PRAP_CALL_REASON_ANSWER_IS_RIGHT   = 31, /* answer-wrong: the answer was not right */
    PRAP_CALL_REASON_QUESTION_ASKABLE  = 32, /* question-not-askable: this question cannot be asked about the participant */
    PRAP_CALL_REASON_MAY_BE_MISSING    = 33, /* question-always-there: only qualifications and employment history may not exist */
    PRAP_CALL_REASON_CHOICE_TOLD       = 34, /* agent-has-not-chosen: after a check that was not passed the agent chooses how to go on */
    PRAP_CALL_REASON_IS_LISTED         = 35, /* not-listed: the participant is not on the list of the call */
    PRAP_CALL_REASON_NOT_YET_DONE      = 36, /* done-already: the participant was dealt with in this call */
    PRAP_CALL_REASON_IS_THE_ONE        = 37, /* another-participant: the agent is dealing with another participant: each has a check of their own */
    PRAP_CALL_REASON_FAILURE_PAST      = 38, /* failed-after-call: the day of the failure is after the day of the call */
    PRAP_CALL_REASON_ASKS_ANYTHING     = 39, /* asks-nothing: nothing is asked about */
    PRAP_CALL_REASON_NO_POLICY_ASKED   = 40, /* asks-about-policy: agents do not know Work Programme policy or process */
    PRAP_CALL_REASON_ADVICE_TOLD       = 41, /* advice-not-known: it is not said what the agent advised */
    PRAP_CALL_REASON_IS_ADVISED        = 42, /* advice-not-noted: nothing is noted of the agent's answer: there is no written evidence of it */
    PRAP_CALL_REASON_OTHERS_LEFT       = 43, /* nobody-left: nobody is left to be asked about */
    PRAP_CALL_REASON_NOBODY_LEFT       = 44, /* others-left: others on the list have not been asked about; they need no further code questions */
    PRAP_CALL_REASON_RIGHT_CALL_DAY    = 45, /* call-day-differs: the record has another day than the call */
    PRAP_CALL_REASON_SAME_ADVICE       = 46, /* advice-differs: the record has another advice than the agent gave */
    PRAP_CALL_REASON_WHY_NOT_TOLD      = 47, /* why-not-missing: it was advised not to raise the doubt, and the record does not say why */
    PRAP_CALL_REASON_UPDATED_SINCE     = 48, /* updated-before-call: the record cannot show a call that was not yet made */
    PRAP_CALL_REASON_STEPS_TAKEN       = 49, /* pre01-before-call: the steps of this document come before a PRE01 */
    PRAP_CALL_REASON_DECISION_TOLD     = 50, /* decision-not-known: it is not said whether the doubt is raised */
    PRAP_CALL_REASON_DEVIATION_KEPT    = 51, /* no-reason-kept: the decision is not what was advised, and no reason for that is kept */
    PRAP_CALL_REASON_FORM_NAMED        = 52, /* form-not-known: a doubt is raised on one of two forms */
    PRAP_CALL_REASON_DAY_OF_CODE_KNOWN = 53, /* code-day-not-known: whether the code is the one in force is not known */
};

enum {
    PRAP_CALL_REMINDER_CALLS_RECORDED              = 1, /* calls-are-recorded: all calls are recorded, for security */
    PRAP_CALL_REMINDER_HAVE_ORIGINALS              = 2, /* have-originals: have the original referral information to hand: the answers come from it */
    PRAP_CALL_REMINDER_ON_BANK_HOLIDAY             = 3, /* on-bank-holiday: it is a bank holiday: the guidance names weekdays only */
    PRAP_CALL_REMINDER_LIST_IS_FULL                = 4, /* list-is-full: ten are listed: the agents manage their calls by that limit, so the others need another call */
    PRAP_CALL_REMINDER_TOLD_BEFOREHAND             = 5, /* told-beforehand: the participant had said so in advance: calling may be inappropriate */
    PRAP_CALL_REMINDER_REFERRED_LATELY             = 6, /* referred-lately: the referral was received within the last two weeks: calling may be inappropriate */
    PRAP_CALL_REMINDER_CONSIDER_RAISING            = 7, /* consider-raising: a change of circumstances is very unlikely: consider raising the doubt as soon as possible */
    PRAP_CALL_REMINDER_RECORD_IS_NEWER             = 8, /* record-is-newer: the provider's own record has changed since: answer from the original referral */
    PRAP_CALL_REMINDER_CODE_QUESTIONS_FAILED       = 9, /* code-questions-failed: the agent says that the security questions were failed */
    PRAP_CALL_REMINDER_GET_RIGHT_CODE              = 10, /* get-right-code: get the right code and call again */
    PRAP_CALL_REMINDER_CALL_BACK                   = 11, /* call-back: call back about this participant with the right details */
    PRAP_CALL_REMINDER_GO_ON                       = 12, /* go-on-with-next: the agent goes on with the next participant; this one was not checked */
    PRAP_CALL_REMINDER_NOTE_DETAILS                = 13, /* note-new-details: note the right contact details that the agent gave */
    PRAP_CALL_REMINDER_NOTE_EMPLOYMENT             = 14, /* note-employment: in work: note employer, start date and job title where the agent knows them */
    PRAP_CALL_REMINDER_NOTE_EMPLOYMENT_OFF_BENEFIT = 15, /* note-employment-off-benefit: in work and not in receipt: note employer, start date and job title where the agent knows them */
    PRAP_CALL_REMINDER_NOTE_REASON_OFF_BENEFIT     = 16, /* note-reason-off-benefit: no longer in receipt and not in work: note the reason where the agent knows it */
    PRAP_CALL_REMINDER_RECORD_DUE                  = 17, /* record-due: there is no written evidence: record the day of the call, the advice and, if it was not to raise, why */
    PRAP_CALL_REMINDER_UPDATE_RECORD               = 18, /* update-record: the participant's record is to show when Provider Direct was contacted and what came of it */
    PRAP_CALL_REMINDER_CALL_AGAIN                  = 19, /* call-again: this participant was not asked about: that needs another call */
    PRAP_CALL_REMINDER_RECORD_MISSING              = 20, /* record-missing: the doubt is decided and the advice is not recorded */
    PRAP_CALL_REMINDER_TABLE_SAYS_RAISE            = 21, /* table-says-raise: for what the agent found the guidance advises raising the doubt: confirm the advice with the agent */
    PRAP_CALL_REMINDER_TABLE_SAYS_NOT              = 22, /* table-says-do-not-raise: for what the agent found the guidance advises not raising the doubt: confirm the advice with the agent */
};

enum {
    PRAP_DESK_FACT_MANDATED            = 1, /* mandated: the activity was mandated */
    PRAP_DESK_FACT_FAILED_ON           = 2, /* failed-on: day the participant failed the activity */
    PRAP_DESK_FACT_FAILURE             = 3, /* failure: what was failed */
    PRAP_DESK_FACT_MAPPA               = 4, /* mappa: the participant is under MAPPA */
    PRAP_DESK_FACT_SCR                 = 5, /* scr: the participant is a Special Customer Record */
    PRAP_DESK_FACT_UNIVERSAL_CREDIT    = 6, /* universal-credit: the query is about a Universal Credit claim */
    PRAP_DESK_FACT_TOLD_IN_ADVANCE     = 7, /* told-in-advance: the participant said in advance that the activity was not possible */
    PRAP_DESK_FACT_RECEIVED_ON         = 8, /* received-on: day the Work Programme referral was received */
    PRAP_DESK_FACT_PURPOSE             = 9, /* purpose: what the call is for; not given: a compliance doubt */
    PRAP_DESK_FACT_SERVICE             = 10, /* service: whether DWP lets the provider use the service; not given: it does */
    PRAP_DESK_FACT_SECURITY_EXPLAINED  = 11, /* security-explained: DWP has a detailed explanation of how the code is kept secure */
    PRAP_DESK_FACT_PLAN_CHECKED        = 12, /* plan-checked: DWP was told whether the security plan needs updating */
    PRAP_DESK_FACT_DEED                = 13, /* deed: the Deed of Variation of an update of the plan; not given: none is needed */
    PRAP_DESK_FACT_VULNERABLE_ESA      = 14, /* vulnerable-esa: a vulnerable participant on Employment and Support Allowance */
    PRAP_DESK_FACT_PARTICIPANTS        = 15, /* participants: how many participants are to be asked about */
    PRAP_DESK_FACT_CODE_FROM           = 16, /* code-from: day from which the code that is held is used */
    PRAP_DESK_FACT_CODE_CHANGED_FROM   = 17, /* code-changed-from: day from which a code that DWP issued out of turn is used; not given: there was none */
    PRAP_DESK_FACT_PRIME_NAME          = 18, /* prime-name: the prime provider's name is to hand */
    PRAP_DESK_FACT_COMPANY             = 19, /* company: the caller's company is to hand */
    PRAP_DESK_FACT_CALLER              = 20, /* caller: the caller's own name is to hand */
    PRAP_DESK_FACT_ORIGINAL_HELD       = 21, /* original-held: the referral as it was received is to hand */
    PRAP_DESK_FACT_RECORD_CHANGED      = 22, /* record-changed: the provider's own record has changed since the referral */
    PRAP_DESK_FACT_NINO                = 23, /* nino: the National Insurance number is to hand */
    PRAP_DESK_FACT_FULL_NAME           = 24, /* full-name: the full name is to hand */
    PRAP_DESK_FACT_PAYMENT_GROUP       = 25, /* payment-group: the payment group is to hand */
    PRAP_DESK_FACT_REFERRING_OFFICER   = 26, /* referring-officer: the referring officer's initials or name are to hand */
    PRAP_DESK_FACT_EMPLOYMENT_HISTORY  = 27, /* employment-history: the employment history is to hand; there may be none */
    PRAP_DESK_FACT_QUALIFICATIONS      = 28, /* qualifications: the selected qualifications are to hand; there may be none */
    PRAP_DESK_FACT_SIGNING_DAY         = 29, /* signing-day: the signing day and cycle are to hand */
    PRAP_DESK_FACT_REFERRAL_DATE       = 30, /* referral-date: the date of the referral to the Work Programme is to hand */
    PRAP_DESK_FACT_QUESTIONS_CHOSEN    = 31, /* questions-chosen: it is settled what is to be found out */
    PRAP_DESK_FACT_ASK_BENEFIT         = 32, /* ask-benefit: to be asked: in receipt of benefit on the day of the failure */
    PRAP_DESK_FACT_ASK_CONTACT         = 33, /* ask-contact: to be asked: the right address or telephone number */
    PRAP_DESK_FACT_ASK_WORK            = 34, /* ask-work: to be asked: whether work was started, with whom and when */
    PRAP_DESK_FACT_ASK_OTHER           = 35, /* ask-other: to be asked: anything else that matters */
    PRAP_DESK_FACT_IN_RECEIPT          = 36, /* in-receipt: in receipt of benefit on the day of the failure */
    PRAP_DESK_FACT_CONTACT_DETAILS     = 37, /* contact-details: whether the address and telephone numbers that the provider holds are right */
    PRAP_DESK_FACT_CLAIM               = 38, /* claim: how the claim stands now */
    PRAP_DESK_FACT_IN_WORK             = 39, /* in-work: the participant has gone into work */
    PRAP_DESK_FACT_EMPLOYER_HELD       = 40, /* employer-held: DWP holds the employer's name */
    PRAP_DESK_FACT_WORK_START_HELD     = 41, /* work-start-held: DWP holds the day the work started */
    PRAP_DESK_FACT_JOB_TITLE_HELD      = 42, /* job-title-held: DWP holds the job title */
    PRAP_DESK_FACT_END_REASON_HELD     = 43, /* end-reason-held: DWP holds why the benefit ended */
    PRAP_DESK_FACT_OTHER_CHANGE        = 44, /* other-change: the agent told of another change that may explain the failure */
    PRAP_DESK_FACT_CALLED_ON           = 45, /* called-on: day of the call; not given: no call was made */
    PRAP_DESK_FACT_ADVICE              = 46, /* advice: what the agent advised */
    PRAP_DESK_FACT_REASON_RECORDED     = 47, /* reason-recorded: why not to raise is on record */
    PRAP_DESK_FACT_ROW                 = 48, /* row: the participant's row on the sheet */
    PRAP_DESK_FACT_SIGNED_OFF_ON       = 49, /* signed-off-on: column 1 of the sheet: the date signed off; not given: not signed off benefit */
    PRAP_DESK_FACT_NEW_ADDRESS         = 50, /* new-address: column 2: a new address is on the sheet; no: it was told, and is not; not given: none was told */
    PRAP_DESK_FACT_NEW_TELEPHONE       = 51, /* new-telephone: column 3: a new telephone number is on the sheet; no, not given: as for the address */
    PRAP_DESK_FACT_EMPLOYMENT_DETAILS  = 52, /* employment-details: column 4: employment details are on the sheet; no, not given: as for the address */
    PRAP_DESK_FACT_OTHER_DETAILS       = 53, /* other-details: column 5: anything else is on the sheet; no, not given: as for the address */
    PRAP_DESK_FACT_RECORD_UPDATED_ON   = 54, /* record-updated-on: column 6: day on which the participant's own record shows the call and what came of it */
    PRAP_DESK_FACT_DECISION            = 55, /* decision: what the provider decides */
    PRAP_DESK_FACT_OWN_REASON_RECORDED = 56, /* own-reason-recorded: why the provider does not follow the advice is on record */
    PRAP_DESK_FACT_NOTICED_ON          = 57, /* noticed-on: day the provider came to know of the change; not given: the day it happened */
    PRAP_DESK_FACT_HAPPENED_ON         = 58, /* happened-on: day of the change of circumstances */
    PRAP_DESK_FACT_LEFT                = 59, /* left: why someone with the code left; not given: nobody did */
    PRAP_DESK_FACT_NO_NOTICE           = 60, /* no-notice: left without notice */
    PRAP_DESK_FACT_DISCIPLINARY        = 61, /* disciplinary: left with disciplinary action pending */
    PRAP_DESK_FACT_DISMISSED           = 62, /* dismissed: someone was dismissed */
    PRAP_DESK_FACT_FRAUD_SUSPECTED     = 63, /* fraud-suspected: there is any reason to suspect fraud */
    PRAP_DESK_FACT_SUBCONTRACTOR       = 64, /* subcontractor: what happened with a subcontractor; not given: nothing */
    PRAP_DESK_FACT_OTHER_RISK          = 65, /* other-risk: another scenario with potential for a breach */
    PRAP_DESK_FACT_NO_CONCERN          = 66, /* no-concern: nothing suggests that the code would be misused */
    PRAP_DESK_FACT_BREACH_BELIEVED     = 67, /* breach-believed: a breach is believed to have happened */
    PRAP_DESK_FACT_HAD_ACCESS          = 68, /* had-access: the person had the code: shown, and decides nothing */
    PRAP_DESK_FACT_FIELD_PRIME         = 69, /* field-prime: Annex B names the prime provider organisation */
    PRAP_DESK_FACT_FIELD_SUBCONTRACTOR = 70, /* field-subcontractor: Annex B names the subcontractor organisation; not given: there is none */
    PRAP_DESK_FACT_FIELD_REASON        = 71, /* field-reason: Annex B says why it is filled in, as fully as possible */
    PRAP_DESK_FACT_STAFF_DETAILS       = 72, /* staff-details: Annex B holds personal details of a member of staff */
    PRAP_DESK_FACT_ANNEX_SENT_ON       = 73, /* annex-sent-on: day Annex B was sent; not given: it was not */
    PRAP_DESK_FACT_INCIDENT_RAISED_ON  = 74, /* incident-raised-on: day a security incident was opened; not given: none was */
    PRAP_DESK_FACT_DWP_DECISION        = 75, /* dwp-decision: what DWP decided; not given: nothing yet */
    PRAP_DESK_FACT_DECIDED_ON          = 76, /* decided-on: day of DWP's decision */
    PRAP_DESK_FACT_MESSAGE             = 77, /* message: what the message is */
    PRAP_DESK_FACT_TO                  = 78, /* to: where it is meant to go; not given: that is asked */
    PRAP_DESK_FACT_ABOUT               = 79, /* about: what the complaint is about */
    PRAP_DESK_FACT_STEPS_TAKEN         = 80, /* steps-taken: how many have been asked to put it right; not given: nobody */
    PRAP_DESK_FACT_SATISFIED           = 81, /* satisfied: who complains is satisfied */
    PRAP_DESK_FACT_EVIDENCE            = 82, /* evidence: there is evidence */
    PRAP_DESK_FACT_WITHDRAWN_ON        = 83, /* withdrawn-on: day DWP withdrew the service; not given: it did not */
    PRAP_DESK_FACT_ASSURED_ON          = 84, /* assured-on: day the provider assured DWP that it complies; not given: it did not */
    PRAP_DESK_FACT_REINSTATED_ON       = 85, /* reinstated-on: day DWP restored access; not given: it did not */
    PRAP_DESK_FACT_PROCESS_CHANGED_ON  = 86, /* process-changed-on: day the way of keeping the code changed; not given: it did not */
    PRAP_DESK_FACT_DWP_TOLD_ON         = 87, /* dwp-told-on: day DWP was told of that; not given: it was not */
    PRAP_DESK_FACT_WANTED_BY           = 88, /* wanted-by: last day on which the call will do; not given: none is set */
    PRAP_DESK_FACT_OUTAGE_EXPLAINED    = 89, /* outage-explained: the Business Management Team said what is wrong and for how long */
    PRAP_DESK_FACT_SPOCS               = 90, /* spocs: how many nominated contacts the code goes to; not given: one */
    PRAP_DESK_FACT_OFF_CYCLE           = 91, /* off-cycle: DWP issued the code out of turn */
    PRAP_DESK_FACT_IN_FORCE_ON         = 92, /* in-force-on: day from which the code is used; not given: the Monday after its issue */
};

enum {
    PRAP_DESK_OPTION_TOOK_NO_PART        = 1, /* took-no-part: did not take part in the activity */
    PRAP_DESK_OPTION_REFUSED_EMPLOYMENT  = 2, /* refused-employment: refused or failed to apply for or take a job */
    PRAP_DESK_OPTION_COMPLIANCE_DOUBT    = 3, /* compliance-doubt: a compliance doubt is about to be raised */
    PRAP_DESK_OPTION_JOB_OUTCOME         = 4, /* job-outcome: to track a job outcome */
    PRAP_DESK_OPTION_POLICY_OR_PROCESS   = 5, /* policy-or-process: to ask about policy or process */
    PRAP_DESK_OPTION_SERVICE_AVAILABLE   = 6, /* available: the service may be used */
    PRAP_DESK_OPTION_SERVICE_WITHDRAWN   = 7, /* withdrawn: DWP has withdrawn the service */
    PRAP_DESK_OPTION_DEED_NOT_NEEDED     = 8, /* not-needed: the security plan needs no updating */
    PRAP_DESK_OPTION_DEED_MADE           = 9, /* made: the plan needs updating, and the deed is made */
    PRAP_DESK_OPTION_DEED_OWED           = 10, /* owed: the plan needs updating, and the deed is not made */
    PRAP_DESK_OPTION_RIGHT               = 11, /* right: the address and telephone numbers are right */
    PRAP_DESK_OPTION_CHANGED             = 12, /* changed: an address or a telephone number has changed */
    PRAP_DESK_OPTION_LIVE                = 13, /* live: the claim is live */
    PRAP_DESK_OPTION_DORMANT             = 14, /* dormant: the claim is dormant */
    PRAP_DESK_OPTION_ADVISED_RAISE       = 15, /* raise: to raise the doubt */
    PRAP_DESK_OPTION_ADVISED_NOT         = 16, /* do-not-raise: not to raise the doubt */
    PRAP_DESK_OPTION_ADVISED_NOTHING     = 17, /* none: the agent gave no advice */
    PRAP_DESK_OPTION_DECIDED_RAISE       = 18, /* raised: to raise the doubt */
    PRAP_DESK_OPTION_DECIDED_NOT         = 19, /* not-raised: not to raise the doubt */
    PRAP_DESK_OPTION_NEW_JOB             = 20, /* new-job: moved to another job */
    PRAP_DESK_OPTION_CONTRACT_ENDED      = 21, /* temporary-contract-ended: a temporary contract ran out */
    PRAP_DESK_OPTION_LEFT_OTHERWISE      = 22, /* other: left for another reason */
    PRAP_DESK_OPTION_LIQUIDATION         = 23, /* liquidation: went into liquidation */
    PRAP_DESK_OPTION_STOPPED_TRADING     = 24, /* stopped-trading: stopped trading */
    PRAP_DESK_OPTION_RELATIONSHIP_ENDED  = 25, /* relationship-ended: no longer works with the provider */
    PRAP_DESK_OPTION_DWP_CHANGES         = 26, /* change: the code must change */
    PRAP_DESK_OPTION_DWP_KEEPS           = 27, /* no-change: the code need not change */
    PRAP_DESK_OPTION_PROFORMA            = 28, /* proforma: an Annex B proforma */
    PRAP_DESK_OPTION_INCIDENT            = 29, /* incident: a security incident */
    PRAP_DESK_OPTION_UNENCRYPTED_EMAIL   = 30, /* unencrypted-email-request: a request to use unencrypted email */
    PRAP_DESK_OPTION_QUERY               = 31, /* query: any other query about Provider Direct */
    PRAP_DESK_OPTION_SERVICE_COMPLAINT   = 32, /* service-complaint: a complaint about the service */
    PRAP_DESK_OPTION_PROCESS_CHANGE      = 33, /* process-change: a change in how the code is kept secure */
    PRAP_DESK_OPTION_SECURITY_MAILBOX    = 34, /* security-mailbox: the security mailbox */
    PRAP_DESK_OPTION_PERFORMANCE_MANAGER = 35, /* performance-manager: the DWP Performance Manager */
    PRAP_DESK_OPTION_AGENT               = 36, /* agent: a Provider Direct agent */
    PRAP_DESK_OPTION_THE_SERVICE         = 37, /* service: the service: waiting times, the security process */
    PRAP_DESK_OPTION_PROVIDERS_STAFF     = 38, /* providers-staff: the provider's staff, raised by an agent */
};

enum {
    PRAP_DESK_FINDING_NOT_MANDATED            = 1, /* not-mandated: Provider Direct is for mandated activities */
    PRAP_DESK_FINDING_FAILURE_DAY             = 2, /* failure-day: the agent asks for the day of the failure */
    PRAP_DESK_FINDING_FAILURE_KIND            = 3, /* failure-kind: a call is about one of two forms */
    PRAP_DESK_FINDING_FORM_WP08               = 4, /* form-wp08: the doubt would be raised on WP08 */
    PRAP_DESK_FINDING_FORM_PRE01              = 5, /* form-pre01: the doubt would be raised on PRE01, after these steps */
    PRAP_DESK_FINDING_MAPPA                   = 6, /* mappa: Provider Direct is never asked about a MAPPA participant */
    PRAP_DESK_FINDING_SCR                     = 7, /* scr: Provider Direct is never asked about a Special Customer Record */
    PRAP_DESK_FINDING_JOBCENTRE_CONTACT       = 8, /* jobcentre-contact: the nominated Jobcentre Plus contact is to be asked instead */
    PRAP_DESK_FINDING_UNIVERSAL_CREDIT        = 9, /* universal-credit: agents cannot see a Universal Credit claim */
    PRAP_DESK_FINDING_JOB_OUTCOME             = 10, /* job-outcome: the service must not be used to track job outcomes */
    PRAP_DESK_FINDING_POLICY_QUESTION         = 11, /* policy-question: agents do not know policy or process */
    PRAP_DESK_FINDING_SERVICE_WITHDRAWN       = 12, /* service-withdrawn: DWP has withdrawn the service */
    PRAP_DESK_FINDING_SECURITY_NOT_EXPLAINED  = 13, /* security-not-explained: access needs a detailed explanation of how the code is kept secure */
    PRAP_DESK_FINDING_PLAN_NOT_CHECKED        = 14, /* plan-not-checked: access needs word whether the security plan needs updating */
    PRAP_DESK_FINDING_DEED_OWED               = 15, /* deed-owed: an update of the security plan needs a Deed of Variation */
    PRAP_DESK_FINDING_TOLD_IN_ADVANCE         = 16, /* told-in-advance: the participant had said so in advance: a call may be inappropriate */
    PRAP_DESK_FINDING_RECENT_REFERRAL         = 17, /* recent-referral: the referral came in the last two weeks: a call may be inappropriate */
    PRAP_DESK_FINDING_RAISE_SOON              = 18, /* raise-soon: a change of circumstances is very unlikely: consider raising the doubt as soon as possible */
    PRAP_DESK_FINDING_CALL_BEFORE_PRE01       = 19, /* call-before-pre01: the call comes before PRE01 is filled in */
    PRAP_DESK_FINDING_CALL_ENCOURAGED         = 20, /* call-encouraged: calling before a doubt is raised is strongly encouraged */
    PRAP_DESK_FINDING_SAFEGUARDING            = 21, /* safeguarding: Chapter 4b on safeguarding must be consulted for a vulnerable participant */
    PRAP_DESK_FINDING_DESK_AIDE               = 22, /* desk-aide: the desk aide lists what the call needs */
    PRAP_DESK_FINDING_TAKEN_AS_DONE           = 23, /* taken-as-done: not said, and taken as done */
    PRAP_DESK_FINDING_DAY_AHEAD               = 24, /* day-ahead: this day has not come yet */
    PRAP_DESK_FINDING_CLOSED                  = 25, /* closed: calls are taken from 8am to 6pm, Monday to Friday */
    PRAP_DESK_FINDING_HOLIDAY_HOURS           = 26, /* holiday-hours: a bank holiday: the text names weekdays only */
    PRAP_DESK_FINDING_CODE_EXPIRED            = 27, /* code-expired: a later code is in use */
    PRAP_DESK_FINDING_CODE_NOT_YET            = 28, /* code-not-yet: this code is not in use yet */
    PRAP_DESK_FINDING_CODE_NOT_KNOWN          = 29, /* code-not-known: the code must be up to date */
    PRAP_DESK_FINDING_CODE_HOLIDAY            = 30, /* code-holiday: a bank holiday moves neither the issue of a code nor its first day */
    PRAP_DESK_FINDING_ITEM_MISSING            = 31, /* item-missing: the call needs this */
    PRAP_DESK_FINDING_MAY_NOT_EXIST           = 32, /* may-not-exist: not to hand; where there is none the agent asks something else */
    PRAP_DESK_FINDING_TO_ASK                  = 33, /* to-ask: to be found out in the call */
    PRAP_DESK_FINDING_ANSWER_FROM_ORIGINAL    = 34, /* answer-from-original: agents hold the original referral only: what has changed since will not match */
    PRAP_DESK_FINDING_NO_ORIGINAL             = 35, /* no-original: security details are asked for as in the original referral */
    PRAP_DESK_FINDING_SEVERAL_CALLS           = 36, /* several-calls: at most ten participants a call: more means calling back */
    PRAP_DESK_FINDING_NOBODY_TO_ASK_ABOUT     = 37, /* nobody-to-ask-about: there must be someone to ask about */
    PRAP_DESK_FINDING_CALL_RECORDED           = 38, /* call-recorded: all calls are recorded */
    PRAP_DESK_FINDING_RAISE_LIVE              = 39, /* raise-live: in receipt and contact details right: raise the doubt */
    PRAP_DESK_FINDING_CONTACT_CHANGED         = 40, /* contact-changed: the contact details are out of date: the agent gives the right ones */
    PRAP_DESK_FINDING_RAISE_DORMANT           = 41, /* raise-dormant: in receipt on the day, dormant now: raise the doubt */
    PRAP_DESK_FINDING_DORMANT_AND_CHANGED     = 42, /* dormant-and-changed: one paragraph says to raise and another not to */
    PRAP_DESK_FINDING_NOT_IN_RECEIPT          = 43, /* not-in-receipt: not in receipt on the day: do not raise the doubt */
    PRAP_DESK_FINDING_CONTACT_UNCONFIRMED     = 44, /* contact-unconfirmed: the contact details are not confirmed */
    PRAP_DESK_FINDING_CLAIM_UNKNOWN           = 45, /* claim-unknown: whether the claim is live now decides */
    PRAP_DESK_FINDING_RECEIPT_UNKNOWN         = 46, /* receipt-unknown: without knowing of the benefit there is no advice */
    PRAP_DESK_FINDING_EMPLOYMENT_FACTS        = 47, /* employment-facts: the agent passes this on: note it */
    PRAP_DESK_FINDING_EMPLOYMENT_FACTS_OFF    = 48, /* employment-facts-off: not in receipt and in work: the agent passes this on: note it */
    PRAP_DESK_FINDING_END_REASON              = 49, /* end-reason: the agent says why the benefit ended: note it */
    PRAP_DESK_FINDING_ANOTHER_CHANGE          = 50, /* another-change: the agent mentions other obvious changes: note it */
    PRAP_DESK_FINDING_NOTHING_IN_WRITING      = 51, /* nothing-in-writing: Provider Direct gives no written evidence */
    PRAP_DESK_FINDING_RECORD_THE_CALL         = 52, /* record-the-call: the provider records the advice it was given */
    PRAP_DESK_FINDING_CALL_DAY_MISSING        = 53, /* call-day-missing: the record should hold the day of the call */
    PRAP_DESK_FINDING_ADVICE_MISSING          = 54, /* advice-missing: the record should hold what was advised */
    PRAP_DESK_FINDING_REASON_MISSING          = 55, /* reason-missing: the record should hold why not to raise */
    PRAP_DESK_FINDING_COLUMN_MISSING          = 56, /* column-missing: what was told is not on the sheet */
    PRAP_DESK_FINDING_BEYOND_THE_SHEET        = 57, /* beyond-the-sheet: the sheet has ten rows */
    PRAP_DESK_FINDING_UPDATE_THE_RECORD       = 58, /* update-the-record: the participant's record is to show when Provider Direct was called and what came of it */
    PRAP_DESK_FINDING_BEFORE_THE_CALL         = 59, /* before-the-call: the record cannot show a call before it was made */
    PRAP_DESK_FINDING_PRE01_WITHOUT_CALL      = 60, /* pre01-without-call: PRE01 comes only after the steps of this document */
    PRAP_DESK_FINDING_CLOSED_WITHOUT_RECORD   = 61, /* closed-without-record: the doubt is closed and the call is not on record */
    PRAP_DESK_FINDING_OWN_REASON_MISSING      = 62, /* own-reason-missing: the decision is the provider's; one against the advice needs its reason */
    PRAP_DESK_FINDING_WITHOUT_A_CALL          = 63, /* without-a-call: calling each time a doubt is intended is strongly encouraged */
    PRAP_DESK_FINDING_NOT_DECIDED             = 64, /* not-decided: the decision is the provider's */
    PRAP_DESK_FINDING_TO_DECISION_MAKERS      = 65, /* to-decision-makers: the doubt goes to DWP's decision makers */
    PRAP_DESK_FINDING_DOUBT_IS_DUE            = 66, /* doubt-is-due: a failed mandated activity obliges the provider to raise a doubt, unless it was advised not to */
    PRAP_DESK_FINDING_STOCKPILED              = 67, /* stockpiled: doubts are not to be kept too long */
    PRAP_DESK_FINDING_OLDEST_PENDING          = 68, /* oldest-pending: the oldest failure that waits */
    PRAP_DESK_FINDING_BREACH_BELIEVED         = 69, /* breach-believed: a breach is believed: an incident as well as Annex B */
    PRAP_DESK_FINDING_DISMISSED               = 70, /* dismissed: someone was dismissed */
    PRAP_DESK_FINDING_NO_NOTICE               = 71, /* no-notice: someone left without notice */
    PRAP_DESK_FINDING_DISCIPLINARY            = 72, /* disciplinary: someone left with disciplinary action pending */
    PRAP_DESK_FINDING_FRAUD_SUSPECTED         = 73, /* fraud-suspected: fraud is suspected */
    PRAP_DESK_FINDING_SUBCONTRACTOR           = 74, /* subcontractor: a subcontractor is in liquidation, stopped trading or left */
    PRAP_DESK_FINDING_OTHER_RISK              = 75, /* other-risk: another scenario with potential for a breach */
    PRAP_DESK_FINDING_NEW_JOB                 = 76, /* new-job: moved to another job, and nothing suggests misuse */
    PRAP_DESK_FINDING_CONTRACT_ENDED          = 77, /* contract-ended: a temporary contract ran out, and nothing suggests misuse */
    PRAP_DESK_FINDING_IN_DOUBT                = 78, /* in-doubt: any doubt is resolved by filling in Annex B */
    PRAP_DESK_FINDING_NOT_LISTED              = 79, /* not-listed: the lists are not exhaustive: what is on neither is told */
    PRAP_DESK_FINDING_HAD_ACCESS              = 80, /* had-access: whether the person had the code is recorded and decides nothing */
    PRAP_DESK_FINDING_ANNEX_B_DUE             = 81, /* annex-b-due: Annex B is to be sent without delay */
    PRAP_DESK_FINDING_INCIDENT_DUE            = 82, /* incident-due: a known or suspected breach is reported as Generic Guidance Chapter 8 says */
    PRAP_DESK_FINDING_FIELD_MISSING           = 83, /* field-missing: Annex B has this field */
    PRAP_DESK_FINDING_STAFF_DETAILS           = 84, /* staff-details: no personal details of staff may be on Annex B */
    PRAP_DESK_FINDING_WITH_DWP                = 85, /* with-dwp: DWP decides whether the code must change */
    PRAP_DESK_FINDING_CODE_CHANGES            = 86, /* code-changes: the contact is told and a new code follows the agreed procedure */
    PRAP_DESK_FINDING_CODE_STAYS              = 87, /* code-stays: DWP looked at why, and keeps the code */
    PRAP_DESK_FINDING_KEEP_THE_REASONING      = 88, /* keep-the-reasoning: DWP need not be told: keep the reasoning on record */
    PRAP_DESK_FINDING_DECIDED_BEFORE_SENT     = 89, /* decided-before-sent: DWP assesses an Annex B that it has */
    PRAP_DESK_FINDING_WRONG_ADDRESS           = 90, /* wrong-address: the security mailbox is only for Annex B proformas */
    PRAP_DESK_FINDING_WRONG_RECIPIENT         = 91, /* wrong-recipient: this is not for the DWP Performance Manager */
    PRAP_DESK_FINDING_TO_THE_MAILBOX          = 92, /* to-the-mailbox: Annex B goes to the security mailbox */
    PRAP_DESK_FINDING_TO_THE_INCIDENT_ROUTE   = 93, /* to-the-incident-route: an incident goes the usual way; the same mailbox is printed */
    PRAP_DESK_FINDING_EMAIL_REQUEST           = 94, /* email-request: requests to use unencrypted email go to the same mailbox */
    PRAP_DESK_FINDING_TO_THE_MANAGER          = 95, /* to-the-manager: all other queries go to the DWP Performance Manager */
    PRAP_DESK_FINDING_MESSAGE_UNKNOWN         = 96, /* message-unknown: the address depends on what the message is */
    PRAP_DESK_FINDING_ADDRESS_OUT_OF_USE      = 97, /* address-out-of-use: the printed address is at a domain that is no longer in use */
    PRAP_DESK_FINDING_ASK_THE_MANAGER         = 98, /* ask-the-manager: a complaint about an agent goes to that agent's manager */
    PRAP_DESK_FINDING_ASK_MANAGERS_MANAGER    = 99, /* ask-managers-manager: who is still not satisfied goes to the manager's manager */
    PRAP_DESK_FINDING_NO_STEP_NAMED           = 100, /* no-step-named: the guidance names nobody after that */
    PRAP_DESK_FINDING_ASK_PERFORMANCE_MANAGER = 101, /* ask-performance-manager: a complaint about the service goes to the DWP Performance Manager */
    PRAP_DESK_FINDING_EVIDENCE_NEEDED         = 102, /* evidence-needed: a complaint about the service needs evidence */
    PRAP_DESK_FINDING_SPOC_RESOLVES           = 103, /* spoc-resolves: the provider's contact resolves complaints that agents raise */
    PRAP_DESK_FINDING_SUBJECT_UNKNOWN         = 104, /* subject-unknown: who takes a complaint depends on what it is about */
    PRAP_DESK_FINDING_ASSURANCE_OWED          = 105, /* assurance-owed: access is restored only after an assurance of compliance */
    PRAP_DESK_FINDING_MAY_BE_REINSTATED       = 106, /* may-be-reinstated: the assurance is given: DWP may restore access */
    PRAP_DESK_FINDING_TELL_OF_PROCESS         = 107, /* tell-of-process: a change in how the code is kept secure is told to DWP at once */
    PRAP_DESK_FINDING_OUTAGE_MOVES_NOTHING    = 108, /* outage-moves-nothing: an outage moves no day: it takes time away before one */
    PRAP_DESK_FINDING_OUTAGE_UNEXPLAINED      = 109, /* outage-unexplained: the Business Management Team tells what is wrong and for how long */
    PRAP_DESK_FINDING_NOT_LAST_WEDNESDAY      = 110, /* not-last-wednesday: a code is issued on the last Wednesday of a month */
    PRAP_DESK_FINDING_NOT_THAT_MONDAY         = 111, /* not-that-monday: a code is used from the Monday after its issue */
    PRAP_DESK_FINDING_FIRST_DAY_UNKNOWN       = 112, /* first-day-unknown: a code out of turn has the first day that DWP gives it */
    PRAP_DESK_FINDING_NOT_ISSUED              = 113, /* not-issued: the code has not been issued */
    PRAP_DESK_FINDING_NOT_ACKNOWLEDGED        = 114, /* not-acknowledged: the password comes only after the contact has acknowledged the code */
    PRAP_DESK_FINDING_STILL_LOCKED            = 115, /* still-locked: a code that cannot be opened cannot be passed on */
    PRAP_DESK_FINDING_NOT_DISTRIBUTED         = 116, /* not-distributed: users are checked and changed when they have the code */
    PRAP_DESK_FINDING_DONE_BEFORE             = 117, /* done-before: this was done for this code before */
    PRAP_DESK_FINDING_CODE_SUPERSEDED         = 118, /* code-superseded: another code has taken this one's place */
    PRAP_DESK_FINDING_NOT_IN_FORCE            = 119, /* not-in-force: only a code in force is changed before its time */
    PRAP_DESK_FINDING_ACKNOWLEDGE_IT          = 120, /* acknowledge-it: each contact acknowledges the code for itself */
    PRAP_DESK_FINDING_PASSWORD_AWAITED        = 121, /* password-awaited: a separate email brings the password */
    PRAP_DESK_FINDING_PASS_IT_ON              = 122, /* pass-it-on: the code is passed on securely and the log says to whom */
    PRAP_DESK_FINDING_CONFIRM_USERS           = 123, /* confirm-users: every authorised user is to be on the right code */
    PRAP_DESK_FINDING_NOT_READY               = 124, /* not-ready: the code is to be used and has not been passed on */
    PRAP_DESK_FINDING_USERS_AUTHORISED        = 125, /* users-authorised: a change of users was authorised: keep the record */
    PRAP_DESK_FINDING_CHANGED_EARLY           = 126, /* changed-early: DWP changes this code before its time: a new one follows */
};

enum {
    PRAP_DATA_ITEM_PRAP_REFERRAL_ID          = 1, /* prap-referral-id: unique PRaP referral identifier */
    PRAP_DATA_ITEM_FULL_NAME                 = 2, /* full-name: full name with title */
    PRAP_DATA_ITEM_TITLE                     = 3, /* title: title */
    PRAP_DATA_ITEM_FORENAME                  = 4, /* forename: forename */
    PRAP_DATA_ITEM_SURNAME                   = 5, /* surname: surname */
    PRAP_DATA_ITEM_ADDRESS                   = 6, /* address: full, verified address */
    PRAP_DATA_ITEM_POSTCODE                  = 7, /* postcode: postcode of the address */
    PRAP_DATA_ITEM_NINO                      = 8, /* nino: National Insurance number */
    PRAP_DATA_ITEM_CLAIMANT_REFERENCE        = 9, /* claimant-reference: claimant reference number */
    PRAP_DATA_ITEM_TELEPHONE                 = 10, /* telephone: telephone number with area code */
    PRAP_DATA_ITEM_MOBILE                    = 11, /* mobile: other telephone number, a mobile */
    PRAP_DATA_ITEM_CLIENT_NUMBER             = 12, /* client-number: client number */
    PRAP_DATA_ITEM_QUALIFICATIONS            = 13, /* qualifications: qualifications */
    PRAP_DATA_ITEM_QUALIFICATION_LEVEL       = 14, /* qualification-level: level of a qualification */
    PRAP_DATA_ITEM_QUALIFICATION_SUBJECT     = 15, /* qualification-subject: subject of a qualification */
    PRAP_DATA_ITEM_QUALIFICATION_OUTCOME     = 16, /* qualification-outcome: outcome of a qualification */
    PRAP_DATA_ITEM_QUALIFICATION_START       = 17, /* qualification-start: start date of a qualification */
    PRAP_DATA_ITEM_QUALIFICATION_END         = 18, /* qualification-end: end date of a qualification */
    PRAP_DATA_ITEM_BASIC_SKILLS              = 19, /* basic-skills: basic-skills assessment */
    PRAP_DATA_ITEM_DRIVING_LICENCE           = 20, /* driving-licence: driving licence, yes or no */
    PRAP_DATA_ITEM_ENDORSEMENTS              = 21, /* driving-licence-endorsements: endorsements on the driving licence */
    PRAP_DATA_ITEM_EMPLOYMENT                = 22, /* employment: employment */
    PRAP_DATA_ITEM_PREVIOUS_JOB_DATES        = 23, /* previous-job-dates: dates of previous jobs */
    PRAP_DATA_ITEM_JOB_AIMS                  = 24, /* job-aims: aims */
    PRAP_DATA_ITEM_JOB_PREFERENCES           = 25, /* job-preferences: job preferences */
    PRAP_DATA_ITEM_PREFERRED_HOURS           = 26, /* preferred-hours: preferred hours */
    PRAP_DATA_ITEM_EMPLOYMENT_HISTORY        = 27, /* employment-history: employment history */
    PRAP_DATA_ITEM_DISABILITY_STATUS         = 28, /* disability-status: disability status */
    PRAP_DATA_ITEM_ADDITIONAL_INFORMATION    = 29, /* additional-information: additional information, also as free text on the action plan */
    PRAP_DATA_ITEM_OTHER_ACTIVITIES          = 30, /* other-activities: other activities */
    PRAP_DATA_ITEM_AGREED_RESTRICTIONS       = 31, /* agreed-restrictions: agreed restrictions */
    PRAP_DATA_ITEM_REFERRAL_BASIS            = 32, /* referral-basis: voluntary or mandatory referral */
    PRAP_DATA_ITEM_MANDATORY_ACTIVITY        = 33, /* mandatory-activity: mandatory work-related activity */
    PRAP_DATA_ITEM_ADVISER_NAME              = 34, /* adviser-name: name of the Jobcentre Plus adviser */
    PRAP_DATA_ITEM_ADVISER_FORENAME          = 35, /* adviser-forename: the adviser's forename */
    PRAP_DATA_ITEM_ADVISER_SURNAME           = 36, /* adviser-surname: the adviser's surname */
    PRAP_DATA_ITEM_ADVISER_INITIALS          = 37, /* adviser-initials: the adviser's initials */
    PRAP_DATA_ITEM_ADVISER_CODE              = 38, /* adviser-code: the adviser's officer code */
    PRAP_DATA_ITEM_DECEASED                  = 39, /* deceased: the participant has died */
    PRAP_DATA_ITEM_SIGNING_DAY               = 40, /* signing-day: signing day, and its change or that of the cycle */
    PRAP_DATA_ITEM_CLAIM_CYCLE               = 41, /* claim-cycle: claim cycle */
    PRAP_DATA_ITEM_CLAIM_PATTERN             = 42, /* claim-pattern: claim pattern */
    PRAP_DATA_ITEM_REFERRAL_DATE             = 43, /* referral-date: referral date */
    PRAP_DATA_ITEM_EARLY_ENTRY               = 44, /* early-entry-category: voluntary early-entry category */
    PRAP_DATA_ITEM_INCIDENT_MARKER           = 45, /* incident-marker: incident marker */
    PRAP_DATA_ITEM_CHILDCARE                 = 46, /* childcare: childcare requirements */
    PRAP_DATA_ITEM_BALANCE_OF_TIME           = 47, /* balance-of-time: balance of time */
    PRAP_DATA_ITEM_WELSH                     = 48, /* welsh: Welsh spoken and written */
    PRAP_DATA_ITEM_WELSH_SPOKEN              = 49, /* welsh-spoken: Welsh spoken */
    PRAP_DATA_ITEM_WELSH_WRITTEN             = 50, /* welsh-written: Welsh written */
    PRAP_DATA_ITEM_FAST_TRACK                = 51, /* fast-track: fast-track status */
    PRAP_DATA_ITEM_JOINT_NAME                = 52, /* joint-claimant-name: joint claimant's name */
    PRAP_DATA_ITEM_JOINT_TITLE               = 53, /* joint-claimant-title: joint claimant's title */
    PRAP_DATA_ITEM_JOINT_NINO                = 54, /* joint-claimant-nino: joint claimant's National Insurance number */
    PRAP_DATA_ITEM_DISADVANTAGED_GROUP       = 55, /* disadvantaged-group: disadvantaged group, early entry */
    PRAP_DATA_ITEM_BARRIERS                  = 56, /* barriers-to-work: barriers to work */
    PRAP_DATA_ITEM_ADDITIONAL_SUPPORT        = 57, /* additional-support: additional support or reasonable adjustments, such as a new work-capability outcome */
    PRAP_DATA_ITEM_HOSPITAL                  = 58, /* hospital: admission to or discharge from hospital */
    PRAP_DATA_ITEM_APPOINTEE                 = 59, /* appointee: appointee or power of attorney */
    PRAP_DATA_ITEM_BENEFIT_CHANGE            = 60, /* benefit-change: change of benefit */
    PRAP_DATA_ITEM_CONDITIONALITY_GROUP      = 61, /* conditionality-group: change of conditionality group or labour-market regime that affects participation */
    PRAP_DATA_ITEM_CONDITIONALITY            = 62, /* conditionality: changes to the participant's conditionality */
    PRAP_DATA_ITEM_WORK_REQUIREMENTS         = 63, /* work-requirements: changes to work-related requirements, such as jury service or an easement */
    PRAP_DATA_ITEM_CLAIM_ENDED               = 64, /* claim-ended: claim terminated or benefit ended */
    PRAP_DATA_ITEM_PRISON                    = 65, /* prison: imprisoned or leaves prison */
    PRAP_DATA_ITEM_EXTENDED_SICKNESS         = 66, /* extended-sickness: JSA extended period of sickness */
    PRAP_DATA_ITEM_MOVED_ABROAD              = 67, /* moved-abroad: moves to live abroad */
    PRAP_DATA_ITEM_NEW_CLAIM                 = 68, /* new-claim: new claim to a benefit */
    PRAP_DATA_ITEM_PARTNER                   = 69, /* partner: partner enters or leaves the household */
    PRAP_DATA_ITEM_PART_TIME_EDUCATION       = 70, /* part-time-education: part-time education */
    PRAP_DATA_ITEM_SICKNESS                  = 71, /* sickness: period of sickness, its restrictions and duration */
    PRAP_DATA_ITEM_RESTRICTIONS              = 72, /* restrictions: restrictions, for example on attendance */
    PRAP_DATA_ITEM_WORK                      = 73, /* work: starts or ends work, of any kind */
    PRAP_DATA_ITEM_SELF_EMPLOYMENT_INTERVIEW = 74, /* self-employment-interview: outcome of the self-employment gateway interview, or of a quarterly one */
    PRAP_DATA_ITEM_FIRST_PAYMENT_DATE        = 75, /* first-payment-date: first payment date */
    PRAP_DATA_ITEM_EARNINGS_1000             = 76, /* earnings-1000: earnings reach 1,000 pounds */
    PRAP_DATA_ITEM_EARNINGS_2000             = 77, /* earnings-2000: earnings reach 2,000 pounds */
    PRAP_DATA_ITEM_EARNINGS_NATIONAL         = 78, /* earnings-national: earnings reach the National Threshold */
};

enum {
    PRAP_DATA_FINDING_MISSING            = 1, /* missing: the item tells whose record it is, and is not there */
    PRAP_DATA_FINDING_EXPECTED           = 2, /* expected: the guidance lists the item for every participant, and it is not there */
    PRAP_DATA_FINDING_MALFORMED          = 3, /* malformed: the value has not the form of the item */
    PRAP_DATA_FINDING_UNKNOWN_ITEM       = 4, /* unknown-item: the item is not in the guidance, whose list is not exhaustive */
    PRAP_DATA_FINDING_DOUBLED            = 5, /* doubled: the item is there twice with the same value */
    PRAP_DATA_FINDING_CONTRADICTED       = 6, /* contradicted: the item is there twice with different values */
    PRAP_DATA_FINDING_NOT_OF_PROGRAMME   = 7, /* not-of-programme: the guidance says that the item is not applicable to the programme */
    PRAP_DATA_FINDING_PROGRAMME_UNKNOWN  = 8, /* programme-unknown: the item is applicable to some programmes only */
    PRAP_DATA_FINDING_NOT_COVERED        = 9, /* not-covered: the list is that of the Work and Health Programme and JETS: of this programme the documents have none */
    PRAP_DATA_FINDING_POSTCODE_MISSING   = 10, /* postcode-missing: the address comes with its postcode, and there is none */
    PRAP_DATA_FINDING_MAPPA_WITH_ADDRESS = 11, /* mappa-with-address: a MAPPA referral comes without address and telephone (Work and Health Programme guidance of 2020, outside the five documents), and this one has it */
    PRAP_DATA_FINDING_MAPPA_NOT_BY_PRAP  = 12, /* mappa-not-by-prap: a MAPPA participant is referred through PRaP */
    PRAP_DATA_FINDING_MAPPA_UNKNOWN      = 13, /* mappa-unknown: address or telephone are missing, as they are of a MAPPA referral, and it is not known to be one */
    PRAP_DATA_FINDING_SCR_NOT_CLERICAL   = 14, /* scr-not-clerical: a participant with a Special Customer Record is always referred clerically */
    PRAP_DATA_FINDING_SCR_UNKNOWN        = 15, /* scr-unknown: whether it may come this way depends on whether there is a Special Customer Record */
    PRAP_DATA_FINDING_SCR_CLERICAL       = 16, /* scr-clerical: a Special Customer Record, referred clerically as it must be */
    PRAP_DATA_FINDING_BY_EMAIL           = 17, /* by-email: it came by email, as what is not appropriate for PRaP does */
    PRAP_DATA_FINDING_HEALTH             = 18, /* health: special-category data: health (UK GDPR, article 9) */
    PRAP_DATA_FINDING_CRIMINAL           = 19, /* criminal: criminal-offence data (UK GDPR, article 10) */
    PRAP_DATA_FINDING_MAY_TELL           = 20, /* may-tell: special-category or criminal-offence data may stand in it */
    PRAP_DATA_FINDING_CHANGE_TOLD        = 21, /* change-told: one of the changes that DWP tells of by a change-of-circumstances form */
    PRAP_DATA_FINDING_EARNINGS_TOLD      = 22, /* earnings-told: what DWP shares of earnings */
    PRAP_DATA_FINDING_DAY_AHEAD          = 23, /* day-ahead: the day is after the day that the record came */
};

enum {
    PRAP_FORM_EXIT_REPORT   = 1, /* exit-report: the exit report of the Work and Health Programme */
    PRAP_FORM_WHPEREJ1      = 2, /* whperej1: the streamlined exit report of JETS */
    PRAP_FORM_EMPLOYMENT    = 3, /* employment-business: the provider's own employment business takes a participant on */
    PRAP_FORM_WHP07         = 4, /* whp07: a change of circumstances that the provider tells Jobcentre Plus of */
    PRAP_FORM_CHANGE_NOTICE = 5, /* change-notification: a change of circumstances that DWP tells the provider of */
    PRAP_FORM_SL2           = 6, /* sl2: the clerical referral of a Special Customer Record */
    PRAP_FORM_PRAP14        = 7, /* prap14: a start to be looked at again, or a referral to be backed out */
    PRAP_FORM_IPESSO1       = 8, /* ipesso1: a signposting organisation refers someone to the Jobcentre */
    PRAP_FORM_ANNEX_B       = 9, /* annex-b: the access code to Provider Direct may have to change */
    PRAP_FORM_DESK_AIDE     = 10, /* desk-aide: what a call to Provider Direct needs, by participant */
    PRAP_FORM_CALL_SHEET    = 11, /* call-sheet: what came of a call to Provider Direct: a row of six columns for each participant */
};

enum {
    PRAP_FORM_FACT_SURNAME              = 1, /* surname: the participant's surname is filled in */
    PRAP_FORM_FACT_NINO                 = 2, /* nino: the National Insurance number is filled in */
    PRAP_FORM_FACT_BENEFIT_AND_PROGRESS = 3, /* benefit-and-progress: the summary says what was gained and how the activities went */
    PRAP_FORM_FACT_PROSPECTS            = 4, /* prospects: the provider's opinion of the prospects and of the work that may suit is filled in */
    PRAP_FORM_FACT_NEXT_STEPS           = 5, /* next-steps: the next steps recommended to Jobcentre Plus are filled in */
    PRAP_FORM_FACT_NEXT_STEPS_WORDS     = 6, /* next-steps-words: how many words the next steps have; not given: not counted */
    PRAP_FORM_FACT_CUSTOMER_NAME        = 7, /* customer-name: the full name is filled in, or to hand */
    PRAP_FORM_FACT_BEGAN_ON             = 8, /* began-on: day on which the employment began, as filled in; not given: it is not filled in */
    PRAP_FORM_FACT_CIRCUMSTANCES        = 9, /* circumstances: the circumstances are told */
    PRAP_FORM_FACT_PRIME                = 10, /* prime: the prime provider is named, or its name to hand */
    PRAP_FORM_FACT_SUBCONTRACTOR        = 11, /* subcontractor: the subcontractor is named; not given: there is none */
    PRAP_FORM_FACT_CHANGED_ON           = 12, /* changed-on: day of the change of circumstances, as filled in; not given: it is not filled in */
    PRAP_FORM_FACT_REASON               = 13, /* reason: why the form is filled in is said, as fully as possible */
    PRAP_FORM_FACT_CODE_UP_TO_DATE      = 14, /* code-up-to-date: the access code is up to date */
    PRAP_FORM_FACT_PARTICIPANTS         = 15, /* participants: how many participants are to be asked about; not given: it is not filled in */
    PRAP_FORM_FACT_PAYMENT_GROUP        = 16, /* payment-group: the payment group is to hand */
    PRAP_FORM_FACT_REFERRING_OFFICER    = 17, /* referring-officer: the referring officer's initials or name are to hand */
    PRAP_FORM_FACT_EMPLOYMENT_HISTORY   = 18, /* employment-history: the employment history is to hand; not given: there is none */
    PRAP_FORM_FACT_QUALIFICATIONS       = 19, /* qualifications: the selected qualifications are to hand; not given: there is none */
    PRAP_FORM_FACT_SIGNING_DAY          = 20, /* signing-day: the signing day and cycle are to hand */
    PRAP_FORM_FACT_REFERRAL_DATE        = 21, /* referral-date: the date of the referral is to hand */
    PRAP_FORM_FACT_FAILED_ON            = 22, /* failed-on: day on which the participant failed the activity; not given: it is not filled in */
    PRAP_FORM_FACT_TO_FIND_OUT          = 23, /* to-find-out: it is settled what is to be found out */
    PRAP_FORM_FACT_IN_RECEIPT           = 24, /* in-receipt: whether benefit was received at the time is filled in; not given: not asked */
    PRAP_FORM_FACT_RIGHT_CONTACT        = 25, /* right-contact: the right address or telephone number is filled in; not given: not asked */
    PRAP_FORM_FACT_STARTED_WORK         = 26, /* started-work: whether work was started, with whom and when, is filled in; not given: not asked */
    PRAP_FORM_FACT_OTHER_DETAILS        = 27, /* other-details: anything else that matters is filled in; not given: there is nothing */
    PRAP_FORM_FACT_SIGNED_OFF_ON        = 28, /* signed-off-on: day of signing off benefit, as filled in; not given: not signed off */
    PRAP_FORM_FACT_NEW_ADDRESS          = 29, /* new-address: a new address is filled in; not given: none was told */
    PRAP_FORM_FACT_NEW_TELEPHONE        = 30, /* new-telephone: a new telephone number is filled in; not given: none was told */
    PRAP_FORM_FACT_EMPLOYMENT_DETAILS   = 31, /* employment-details: employment details are filled in; not given: none were told */
    PRAP_FORM_FACT_RECORD_UPDATED_ON    = 32, /* record-updated-on: day on which the participant's own record shows the call and what came of it; not given: it is not filled in */
    PRAP_FORM_FACT_LISTED               = 33, /* listed: the participant is one of those that Chapter 11 lists */
    PRAP_FORM_FACT_OWN_TEMPLATE         = 34, /* own-template: it is on a template of the provider's own, not DWP's */
    PRAP_FORM_FACT_APPROVED_ON          = 35, /* approved-on: day on which DWP approved that template; not given: it did not */
    PRAP_FORM_FACT_OWN_BUSINESS         = 36, /* own-business: the employer is the provider's own employment business */
    PRAP_FORM_FACT_FIRST_PAY_ON         = 37, /* first-pay-on: day of the first salary payment */
    PRAP_FORM_FACT_CLAIMS_BENEFIT       = 38, /* claims-benefit: the participant also claims a benefit */
    PRAP_FORM_FACT_HAPPENED             = 39, /* happened: what happened */
    PRAP_FORM_FACT_VOLUNTARY            = 40, /* voluntary: the participant takes part voluntarily */
    PRAP_FORM_FACT_MANDATED             = 41, /* mandated: the initial appointment was mandatory */
    PRAP_FORM_FACT_BOTH_AGREE           = 42, /* both-agree: provider and participant agree after a change of circumstances */
    PRAP_FORM_FACT_SCR                  = 43, /* scr: the participant has a Special Customer Record */
    PRAP_FORM_FACT_STARTED              = 44, /* started: a start is recorded */
    PRAP_FORM_FACT_OCCASION             = 45, /* occasion: why the start is to be looked at again */
    PRAP_FORM_FACT_AT_RISK              = 46, /* at-risk: the provider believes that the code may have to change; prap desk asks why */
    PRAP_FORM_FACT_STAFF_DETAILS        = 47, /* staff-details: it holds personal details of a member of staff */
    PRAP_FORM_FACT_NOTICED_ON           = 48, /* noticed-on: day on which the provider came to know; not given: the day asked about */
    PRAP_FORM_FACT_SENT_ON              = 49, /* sent-on: day on which it was sent; not given: it was not */
    PRAP_FORM_FACT_ENGLAND_OR_WALES     = 50, /* england-or-wales: the participant is in England or Wales; not given: yes */
    PRAP_FORM_FACT_IN_FORCE             = 51, /* in-force: you treat Chapter 15 as in force on the day; not given: yes, with a word that it is withdrawn */
};

enum {
    PRAP_FORM_OPTION_DISENGAGED      = 1, /* disengaged: a voluntary participant has disengaged */
    PRAP_FORM_OPTION_RE_ENGAGED      = 2, /* re-engaged: a voluntary participant is back after disengaging */
    PRAP_FORM_OPTION_NOT_THERE       = 3, /* did-not-attend: a participant mandated to the initial appointment did not attend */
    PRAP_FORM_OPTION_OTHER_PROVISION = 4, /* other-provision: after a change of circumstances both sides find that other provision may suit better */
    PRAP_FORM_OPTION_WORK            = 5, /* work: the participant tells of work that was started */
    PRAP_FORM_OPTION_JOB_OFFER       = 6, /* job-offer: the participant tells of a job offer */
    PRAP_FORM_OPTION_HOSPITAL        = 7, /* hospital: the participant is going into hospital */
    PRAP_FORM_OPTION_NOT_ABLE        = 8, /* mappa-cannot-continue: the light touch is no longer possible after the 28 days */
    PRAP_FORM_OPTION_INELIGIBLE      = 9, /* ineligible: on other provision, or employed, before the referral */
    PRAP_FORM_OPTION_FOUND_WORK      = 10, /* found-work: work or an offer between the referral and the start */
    PRAP_FORM_OPTION_DUPLICATE       = 11, /* duplicate: a duplicate referral */
};

enum {
    PRAP_FORM_FINDING_OTHER_PROGRAMME    = 1, /* other-programme: the programme does not have this form */
    PRAP_FORM_FINDING_PROGRAMME_UNKNOWN  = 2, /* programme-unknown: which form it is depends on the programme */
    PRAP_FORM_FINDING_OUTSIDE            = 3, /* outside: Chapter 15 is for England and Wales */
    PRAP_FORM_FINDING_NOT_IN_FORCE       = 4, /* not-in-force: the chapter is temporary: without the variations the procedures from before apply, and these documents do not have them */
    PRAP_FORM_FINDING_WITHDRAWN          = 5, /* withdrawn: the chapter is withdrawn and other guidance has replaced it */
    PRAP_FORM_FINDING_OWN_TEMPLATE       = 6, /* own-template: on JETS there is no template of one's own: WHPEREJ1 is the form */
    PRAP_FORM_FINDING_NOT_APPROVED       = 7, /* not-approved: DWP has not approved the template */
    PRAP_FORM_FINDING_APPROVED_LATER     = 8, /* approved-later: DWP approved the template only after the report went */
    PRAP_FORM_FINDING_NOT_CALLED_FOR     = 9, /* not-called-for: the guidance does not call for the form as things are */
    PRAP_FORM_FINDING_NO_OCCASION        = 10, /* no-occasion: on this programme that is no occasion for the form */
    PRAP_FORM_FINDING_NOT_SAID           = 11, /* not-said: whether the form is called for depends on it */
    PRAP_FORM_FINDING_IN_DOUBT           = 12, /* in-doubt: not known, and any doubt at all is resolved by sending the form */
    PRAP_FORM_FINDING_FIELD_MISSING      = 13, /* field-missing: the form has to have this */
    PRAP_FORM_FINDING_FIELD_UNKNOWN      = 14, /* field-unknown: whether this is filled in is not said */
    PRAP_FORM_FINDING_FIELD_NOT_PRINTED  = 15, /* field-not-printed: not filled in, and whether this form asks for it the guidance does not print */
    PRAP_FORM_FINDING_FIELDS_NOT_PRINTED = 16, /* fields-not-printed: the guidance names the form and does not print it: whether it is complete cannot be told from here */
    PRAP_FORM_FINDING_FIELDS_PARTLY      = 17, /* fields-partly-printed: the guidance prints only some of what the form holds: it may ask for more */
    PRAP_FORM_FINDING_TOO_FEW_WORDS      = 18, /* too-few-words: the next steps have fewer words than the least that is set */
    PRAP_FORM_FINDING_WORDS_UNKNOWN      = 19, /* words-unknown: how many words the next steps have is not said */
    PRAP_FORM_FINDING_NO_LEAST           = 20, /* no-least: the next steps have a least number of words that the guidance does not print: nothing is checked */
    PRAP_FORM_FINDING_STAFF_DETAILS      = 21, /* staff-details: no personal details of any member of staff may be on it */
    PRAP_FORM_FINDING_TOO_MANY           = 22, /* too-many: a call is about ten participants at most */
    PRAP_FORM_FINDING_DAY_AHEAD          = 23, /* day-ahead: this day has not come yet */
    PRAP_FORM_FINDING_OVERDUE            = 24, /* overdue: the day to send it by has passed */
    PRAP_FORM_FINDING_SENT_LATE          = 25, /* sent-late: it went after the day to send it by */
    PRAP_FORM_FINDING_PAST_PRUDENT       = 26, /* past-prudent: under a stricter reading it is late already */
    PRAP_FORM_FINDING_DUE_NOT_STATED     = 27, /* due-not-stated: the guidance does not say by when */
    PRAP_FORM_FINDING_ADDRESS_OUT_OF_USE = 28, /* address-out-of-use: the printed address is at a domain that is no longer in use */
    PRAP_FORM_FINDING_ADDRESS_NOT_THERE  = 29, /* address-not-there: the guidance has no address here: it is blanked out, or missing */
    PRAP_FORM_FINDING_ADDRESS_NOT_NAMED  = 30, /* address-not-named: the guidance names who gets it and prints no address */
    PRAP_FORM_FINDING_SEND_UNENCRYPTED   = 31, /* send-unencrypted: it goes by unencrypted email */
    PRAP_FORM_FINDING_KEEP_SENDING       = 32, /* keep-sending: the record of the sending is kept until this day */
    PRAP_FORM_FINDING_NO_RECORD_NAMED    = 33, /* no-record-named: the guidance does not say how long it is kept */
    PRAP_FORM_FINDING_COPIES             = 34, /* copies: copies of the form are to be had here */
    PRAP_FORM_FINDING_DUE_UNKNOWN        = 35, /* due-unknown: by when it is to be sent depends on the day of the first salary payment */
};

enum {
    PRAP_SERVICE_FINDING_CLOSED             = 1, /* closed: closed at this moment */
    PRAP_SERVICE_FINDING_HOLIDAY_HOURS      = 2, /* holiday-hours: a bank holiday: the text names weekdays only */
    PRAP_SERVICE_FINDING_DOWN               = 3, /* down: PRaP cannot be used at this moment */
    PRAP_SERVICE_FINDING_NOT_ITS_SUBJECT    = 4, /* not-its-subject: the support team helps with user access, availability of the system and payments */
    PRAP_SERVICE_FINDING_OTHER_ROUTE        = 5, /* other-route: the documented way to PRaP is the Government Gateway */
    PRAP_SERVICE_FINDING_DUTIES_NOT_MET     = 6, /* duties-not-met: access and use depend on keeping all DWP data secure and confidential */
    PRAP_SERVICE_FINDING_DUTIES_UNKNOWN     = 7, /* duties-unknown: whether the duties about DWP data are met is not known */
    PRAP_SERVICE_FINDING_CAN_BE_WITHHELD    = 8, /* can-be-withheld: DWP can withhold access until its security standards are met */
    PRAP_SERVICE_FINDING_MONITORED          = 9, /* monitored: the system is monitored for security */
    PRAP_SERVICE_FINDING_SUPPORTED          = 10, /* supported: the programme runs on PRaP, as all contracted welfare-to-work programmes do */
    PRAP_SERVICE_FINDING_DAY_CUT_SHORT      = 11, /* day-cut-short: an outage takes the end of this day: no rule extends a deadline for it */
    PRAP_SERVICE_FINDING_AUDIT_DUE          = 12, /* audit-due: access is audited every 30 days */
    PRAP_SERVICE_FINDING_REVIEW_DUE         = 13, /* review-due: the accreditation is reviewed every year, or when the system changes */
    PRAP_SERVICE_FINDING_NUMBER_WAS_NEW     = 14, /* number-was-new: the helpline number was new before 2 October 2016; from when it counts is not said */
    PRAP_SERVICE_FINDING_ADDRESS_OUT_OF_USE = 15, /* address-out-of-use: the printed address is at a domain that is no longer in use */
};

enum {
    PRAP_RETENTION_FACT_SENT_ON             = 1, /* sent-on: day the unencrypted email, or the form, was sent */
    PRAP_RETENTION_FACT_LAST_ACTION_ON      = 2, /* last-action-on: day of the last thing done about data that went astray */
    PRAP_RETENTION_FACT_DECIDED_ON          = 3, /* decided-on: day of the decision on the compliance doubt */
    PRAP_RETENTION_FACT_NOTIFIED_ON         = 4, /* notified-on: day the provider was told of the decision */
    PRAP_RETENTION_FACT_NO_DECISION         = 5, /* no-decision: no doubt was raised and no decision will come */
    PRAP_RETENTION_FACT_PROGRAMME_ENDED_ON  = 6, /* programme-ended-on: day the programme ended */
    PRAP_RETENTION_FACT_FINAL_CLAIM_PAID_ON = 7, /* final-claim-paid-on: day the last claim of the European Social Fund was paid */
    PRAP_RETENTION_FACT_CONTRACT_UNTIL      = 8, /* contract-until: last day of the retention period of the provider's own contract */
    PRAP_RETENTION_FACT_NO_CONTRACT_PERIOD  = 9, /* no-contract-period: the contract sets no retention period for the record */
    PRAP_RETENTION_FACT_IN_FORCE_UNTIL      = 10, /* in-force-until: last day on which the access code was in force */
    PRAP_RETENTION_FACT_CODE_LOG_DAYS       = 11, /* code-log-days: P-CODE-LOG: how many days longer the log of the code is kept */
    PRAP_RETENTION_FACT_ACTIONED_ON         = 12, /* actioned-on: day the received email was dealt with */
    PRAP_RETENTION_FACT_EVIDENCE_FILED      = 13, /* evidence-filed: what of it is needed as evidence is filed, or nothing is (AMB-77) */
    PRAP_RETENTION_FACT_ERASURE_OPEN        = 14, /* erasure-open: a request for erasure has come and is not yet answered */
    PRAP_RETENTION_FACT_ERASURE_ACCEPTED    = 15, /* erasure-accepted: a request for erasure was accepted and answered */
    PRAP_RETENTION_FACT_REQUESTED           = 16, /* requested: DWP asked for the record and does not have it yet */
    PRAP_RETENTION_FACT_LEGAL_HOLD          = 17, /* legal-hold: the provider holds the record for a reason of its own, such as a claim */
    PRAP_RETENTION_FACT_STARTED             = 18, /* started: the person started the programme */
    PRAP_RETENTION_FACT_MANDATED            = 19, /* mandated: the person was mandated to an appointment, or evidence of that is held */
};

enum {
    PRAP_RETENTION_FINDING_CONTRACT_PERIOD       = 1, /* contract-period: kept for the retention period of the provider's own contract */
    PRAP_RETENTION_FINDING_NO_CONTRACT_PERIOD    = 2, /* no-contract-period: the contract sets no retention period */
    PRAP_RETENTION_FINDING_MANDATION_NOTIFIED    = 3, /* mandation-notified: mandation evidence is kept for 13 months after the provider was told of the decision */
    PRAP_RETENTION_FINDING_MANDATION_DECIDED     = 4, /* mandation-decided: mandation evidence is kept for 13 months after the decision */
    PRAP_RETENTION_FINDING_NO_DECISION           = 5, /* no-decision: no decision will come, so no 13 months run */
    PRAP_RETENTION_FINDING_ESF_PERIOD            = 6, /* esf-period: kept for European Social Fund audit for ten years after the programme and its last claim */
    PRAP_RETENTION_FINDING_EMAIL_RECORD          = 7, /* email-record: where and when it was sent is kept for three months */
    PRAP_RETENTION_FINDING_ACTIONS_RECORD        = 8, /* actions-record: what was done about data that went astray is kept for three months */
    PRAP_RETENTION_FINDING_CODE_LOG              = 9, /* code-log: the log of an access code is kept while the code is in force, and as long after as the provider says */
    PRAP_RETENTION_FINDING_LENGTH_NOT_STATED     = 10, /* length-not-stated: to be produced when DWP asks; the guidance states no length */
    PRAP_RETENTION_FINDING_ERASURE_OPEN          = 11, /* erasure-open: a request for erasure is open: nothing goes before it is decided and answered */
    PRAP_RETENTION_FINDING_REQUESTED             = 12, /* requested: DWP has asked for it */
    PRAP_RETENTION_FINDING_LEGAL_HOLD            = 13, /* legal-hold: the provider holds it for a reason of its own; the list of what is kept is not exhaustive */
    PRAP_RETENTION_FINDING_NOT_ACTIONED          = 14, /* not-actioned: a received email stays in the inbox until it is dealt with */
    PRAP_RETENTION_FINDING_NOT_FILED             = 15, /* not-filed: what is needed as evidence is filed before the email is deleted */
    PRAP_RETENTION_FINDING_DELETE_NOW            = 16, /* delete-now: a received email is deleted from the inbox once it is dealt with */
    PRAP_RETENTION_FINDING_ERASURE_ACCEPTED      = 17, /* erasure-accepted: erasure was accepted: it goes as soon as nothing that must be kept stands against it */
    PRAP_RETENTION_FINDING_ACCEPTED_YET_STARTED  = 18, /* accepted-yet-started: erasure was accepted for a person who started, whose records are all kept */
    PRAP_RETENTION_FINDING_ACCEPTED_YET_MANDATED = 19, /* accepted-yet-mandated: erasure was accepted although evidence of mandation must be kept */
};

enum {
    PRAP_PROGRAMME_IPES    = 1, /* ipes: Intensive Personalised Employment Support */
    PRAP_PROGRAMME_WHP     = 2, /* whp: Work and Health Programme */
    PRAP_PROGRAMME_JETS    = 3, /* jets: Work and Health Programme: Job Entry Targeted Support */
    PRAP_PROGRAMME_ERASURE = 4, /* erasure: a procedure: a participant's request to erase their data (chapter 15) */
    PRAP_PROGRAMME_EMAIL   = 5, /* email: a procedure: unencrypted email for one process of one organisation (chapter 15) */
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
    PRAP_DEADLINE_STATUS_OPEN        = 1, /* open: to be met; its day has not passed */
    PRAP_DEADLINE_STATUS_OVERDUE     = 2, /* overdue: its day has passed and it can still be done late */
    PRAP_DEADLINE_STATUS_MET         = 3, /* met: done on or before its day */
    PRAP_DEADLINE_STATUS_MISSED      = 4, /* missed: done late, or can no longer be done */
    PRAP_DEADLINE_STATUS_CLEARED     = 5, /* cleared: no longer applies */
    PRAP_DEADLINE_STATUS_NOT_DEFINED = 6, /* not-defined: the documents set no limit, and the host has not defined one */
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
    PRAP_ACTOR_PROVIDER          = 1, /* provider: the provider */
    PRAP_ACTOR_JOBCENTRE         = 2, /* jobcentre: Jobcentre Plus */
    PRAP_ACTOR_PARTICIPANT       = 3, /* participant: the participant */
    PRAP_ACTOR_PRAP_SYSTEM       = 4, /* prap: the PRaP system itself */
    PRAP_ACTOR_SIGNPOSTER        = 5, /* signposter: a signposting organisation */
    PRAP_ACTOR_POLICY_TEAM       = 6, /* policy-team: the IPES Policy team */
    PRAP_ACTOR_POST              = 7, /* post: the PRaP operational support team */
    PRAP_ACTOR_NOMINATED_OFFICER = 8, /* nominated-officer: the provider's nominated officer for MAPPA */
    PRAP_ACTOR_DWP               = 9, /* dwp: the Department for Work and Pensions */
};

enum {
    PRAP_RECIPIENT_PROVIDER               = 1, /* provider: whoever runs the case at the provider */
    PRAP_RECIPIENT_JOBCENTRE              = 2, /* jobcentre: Jobcentre Plus */
    PRAP_RECIPIENT_WORK_COACH             = 3, /* work-coach: the participant's work coach */
    PRAP_RECIPIENT_POLICY_TEAM            = 4, /* policy-team: the IPES Policy team */
    PRAP_RECIPIENT_POST                   = 5, /* post: the PRaP operational support team */
    PRAP_RECIPIENT_PARTICIPANT            = 6, /* participant: the participant */
    PRAP_RECIPIENT_NOMINATED_OFFICER      = 7, /* nominated-officer: the provider's nominated officer for MAPPA */
    PRAP_RECIPIENT_PERFORMANCE_MANAGER    = 8, /* performance-manager: the DWP Performance Manager */
    PRAP_RECIPIENT_NOMINATED_CONTACT      = 9, /* nominated-contact: the nominated Jobcentre Plus contact */
    PRAP_RECIPIENT_AGENTS_MANAGER         = 10, /* agents-manager: the manager of the Provider Direct agent */
    PRAP_RECIPIENT_MANAGERS_MANAGER       = 11, /* managers-manager: the manager of that manager */
    PRAP_RECIPIENT_SPOC                   = 12, /* spoc: the provider's nominated contact for access codes */
    PRAP_RECIPIENT_SECURITY_TEAM          = 13, /* security-team: DWP's team for security incidents */
    PRAP_RECIPIENT_DECISION_MAKERS        = 14, /* decision-makers: DWP's Labour Market Decision Makers */
    PRAP_RECIPIENT_BUSINESS_MANAGEMENT    = 15, /* business-management: the DWP Business Management Team */
    PRAP_RECIPIENT_PAYMENT_TEAM           = 16, /* payment-team: DWP's payment team inbox */
    PRAP_RECIPIENT_DATA_PROTECTION_OFFICE = 17, /* data-protection-office: the Data Protection Office */
    PRAP_RECIPIENT_WHP_ENQUIRIES          = 18, /* whp-enquiries: the WHP Enquiries team */
    PRAP_RECIPIENT_ESF_MARKETING          = 19, /* esf-marketing: the ESF marketing team */
    PRAP_RECIPIENT_DATA_SECURITY          = 20, /* data-security: DWP's security mailbox, which approves processes for unencrypted email */
    PRAP_RECIPIENT_SUPPLIER_MANAGER       = 21, /* supplier-manager: the DWP Supplier Manager */
    PRAP_RECIPIENT_DEPARTMENT             = 22, /* department: the department */
    PRAP_RECIPIENT_SUBCONTRACTOR          = 23, /* subcontractor: the subcontractor that it went to */
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
    PRAP_DIFFERENCE_MAPPA             = 18, /* mappa: the MAPPA restrictions */
    PRAP_DIFFERENCE_PRAP14            = 19, /* prap14: the PRaP14 */
    PRAP_DIFFERENCE_ERROR             = 20, /* error: the suspected error */
    PRAP_DIFFERENCE_CHANNEL           = 21, /* channel: the way the referral goes */
    PRAP_DIFFERENCE_REFERRAL_KIND     = 22, /* referral-kind: the kind of referral */
    PRAP_DIFFERENCE_OUTCOME           = 23, /* outcome: the reason of the outcome or cancellation */
    PRAP_DIFFERENCE_ENTERED           = 24, /* entered: the day the start or the outcome was entered in PRaP */
    PRAP_DIFFERENCE_PLAN              = 25, /* plan: the day the plan was fully agreed */
    PRAP_DIFFERENCE_MEETING           = 26, /* meeting: the day the initial meeting is booked for */
    PRAP_DIFFERENCE_HANDED_OVER       = 27, /* handed-over: the day of the handover */
    PRAP_DIFFERENCE_WORK              = 28, /* work: the first day at work */
    PRAP_DIFFERENCE_FACE_TO_FACE      = 29, /* face-to-face: the day of the last face-to-face meeting */
    PRAP_DIFFERENCE_ATTEMPTS_FAILED   = 30, /* attempts-failed: how many attempts did not reach the person */
    PRAP_DIFFERENCE_SCENARIO          = 31, /* scenario: which error the referral is */
    PRAP_DIFFERENCE_MANDATION         = 32, /* mandation: where mandation stands */
    PRAP_DIFFERENCE_APPOINTMENT       = 33, /* appointment: the initial appointment */
    PRAP_DIFFERENCE_ENGAGEMENT        = 34, /* engagement: whether a voluntary participant takes part */
    PRAP_DIFFERENCE_APPROVED          = 35, /* approved: the day the request to back out was approved */
    PRAP_DIFFERENCE_BACKED_OUT        = 36, /* backed-out: the day the referral was backed out */
    PRAP_DIFFERENCE_END_DATE          = 37, /* end-date: the end date entered in PRaP */
    PRAP_DIFFERENCE_THRESHOLD         = 38, /* threshold: the highest earnings threshold reported */
    PRAP_DIFFERENCE_ORPHAN            = 39, /* orphan: whether the earnings feed runs on after a back-out */
    PRAP_DIFFERENCE_IMPORTED          = 40, /* imported: whether the case was taken over in mid-life */
    PRAP_DIFFERENCE_MEETING_MODE      = 41, /* meeting-mode: how the initial meeting was held */
    PRAP_DIFFERENCE_HANDOVER_MODE     = 42, /* handover-mode: how the handover was held */
    PRAP_DIFFERENCE_NEEDS_COMPLETE    = 43, /* needs-complete: the day the needs assessment was complete */
    PRAP_DIFFERENCE_NIGHT_SHIFTS      = 44, /* night-shifts: whether the person works night shifts */
    PRAP_DIFFERENCE_DECISION          = 45, /* decision: what was decided about a request to erase */
    PRAP_DIFFERENCE_REFERENCE         = 46, /* reference: the Data Protection Office's reference */
    PRAP_DIFFERENCE_OUTAGE            = 47, /* outage: whose failure stops unencrypted email */
    PRAP_DIFFERENCE_MISDIRECTION      = 48, /* misdirection: data that went to the wrong subcontractor */
    PRAP_DIFFERENCE_ERASURE           = 49, /* erasure: whether the data were erased */
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
    PRAP_CONTRADICTION_MOVED_WITHIN_AND_OUT   = 8, /* moved-within-and-out: a move between England and Wales is no move out of both */
};

enum {
    PRAP_MEANS_NOT_STATED = 1, /* not-stated: the guidance does not say how */
    PRAP_MEANS_PHONE      = 2, /* phone: by telephone */
    PRAP_MEANS_EMAIL      = 3, /* email: by email */
    PRAP_MEANS_FORM       = 4, /* form: by email with a form */
    PRAP_MEANS_IN_PERSON  = 5, /* in-person: face to face */
};

enum {
    PRAP_REGION_MAPPA         = 1, /* mappa: what is known of MAPPA restrictions */
    PRAP_REGION_PRAP14        = 2, /* prap14: where a PRaP14 stands */
    PRAP_REGION_ERROR         = 3, /* error: where a suspected error stands */
    PRAP_REGION_CHANNEL       = 4, /* channel: PRaP or clerical */
    PRAP_REGION_REFERRAL_KIND = 5, /* referral-kind: new referral or Re-Referral */
    PRAP_REGION_SCENARIO      = 6, /* scenario: which error the referral is (memo 08) */
    PRAP_REGION_MANDATION     = 7, /* mandation: where mandation stands (Core) */
    PRAP_REGION_APPOINTMENT   = 8, /* appointment: the initial appointment (JETS) */
    PRAP_REGION_ENGAGEMENT    = 9, /* engagement: whether a voluntary participant takes part */
    PRAP_REGION_DECISION      = 10, /* decision: what was decided about a request to erase */
    PRAP_REGION_REFERENCE     = 11, /* reference: whether the Data Protection Office's reference is there */
    PRAP_REGION_OUTAGE        = 12, /* outage: whose failure stops unencrypted email */
    PRAP_REGION_MISDIRECTION  = 13, /* misdirection: data that went to the wrong subcontractor */
    PRAP_REGION_ERASURE       = 14, /* erasure: whether the data were erased */
};

enum {
    PRAP_MAPPA_KNOWN       = 1, /* known: the restrictions are known; the meeting can be held */
    PRAP_MAPPA_HOLD        = 2, /* hold: disclosed at the meeting without notice: stopped until the notice comes (3.87) */
    PRAP_MAPPA_LIGHT_TOUCH = 3, /* light-touch: reported after the start: light touch until the notice comes (3.97) */
    PRAP_MAPPA_REVIEW      = 4, /* review: 28 days without notice: whether to continue is to be decided (3.98) */
    PRAP_MAPPA_CONFIRMED   = 5, /* confirmed: official notice of the restrictions has come */
};

enum {
    PRAP_PRAP14_AT_POLICY         = 1, /* at-policy: with the Policy team */
    PRAP_PRAP14_NOT_ACCEPTED      = 2, /* not-accepted: not accepted by the Policy team */
    PRAP_PRAP14_AT_POST           = 3, /* at-post: accepted; with the PRaP support team */
    PRAP_PRAP14_ACTIONED          = 4, /* actioned: actioned by the PRaP support team: under memo 08, the referral is backed out */
    PRAP_PRAP14_SENT              = 5, /* sent: with the PRaP support team (memo 08) */
    PRAP_PRAP14_SENT_BEFORE_START = 6, /* sent-before-start: with the PRaP support team, for one who attended and has no start in PRaP (AMB-58) */
    PRAP_PRAP14_REFUSED           = 7, /* refused: refused by DWP */
    PRAP_PRAP14_APPROVED          = 8, /* approved: approved by DWP */
};

enum {
    PRAP_ERROR_NOTIFIED = 1, /* notified: the Policy team was told of a possible error */
    PRAP_ERROR_ADVISED  = 2, /* advised: the Policy team has said what to do */
};

enum {
    PRAP_CHANNEL_PRAP     = 1, /* prap: through PRaP */
    PRAP_CHANNEL_CLERICAL = 2, /* clerical: outside PRaP, as a Special Customer Record */
};

enum {
    PRAP_REFERRAL_KIND_NEW         = 1, /* new: a new referral */
    PRAP_REFERRAL_KIND_RE_REFERRAL = 2, /* re-referral: a Re-Referral after an earlier start */
};

enum {
    PRAP_RESULT_MET      = 1, /* met: done in time, or the criterion holds */
    PRAP_RESULT_MISSED   = 2, /* missed: not done in time */
    PRAP_RESULT_OPEN     = 3, /* open: not yet due */
    PRAP_RESULT_EXCLUDED = 4, /* excluded: outside the measure, for the reason given */
    PRAP_RESULT_PRESENT  = 5, /* present: the adverse measure holds of the case */
    PRAP_RESULT_ABSENT   = 6, /* absent: the adverse measure does not hold of the case */
    PRAP_RESULT_FAILED   = 7, /* failed: the criterion does not hold */
    PRAP_RESULT_UNKNOWN  = 8, /* unknown: a fact that the criterion needs is not known */
};

enum {
    PRAP_EXCLUSION_NOT_REFERRED       = 1, /* not-referred: no referral has been received */
    PRAP_EXCLUSION_REJECTED           = 2, /* rejected: acknowledged by rejection (AMB-105) */
    PRAP_EXCLUSION_OUTCOME_FIRST      = 3, /* outcome-first: an outcome was entered before the acknowledgement was due (AMB-106) */
    PRAP_EXCLUSION_NO_MEETING         = 4, /* no-meeting: no meeting was held: the outcome alone decides (AMB-105) */
    PRAP_EXCLUSION_NOT_STARTED        = 5, /* not-started: no start is recorded */
    PRAP_EXCLUSION_ENDED_FIRST        = 6, /* ended-first: the participation ended before it was due */
    PRAP_EXCLUSION_NOT_ACKNOWLEDGED   = 7, /* not-acknowledged: not acknowledged */
    PRAP_EXCLUSION_NO_ATTEMPTS_NEEDED = 8, /* no-attempts-needed: not recorded as someone who could not be reached */
    PRAP_EXCLUSION_NOT_ENDED          = 9, /* not-ended: the participation goes on */
    PRAP_EXCLUSION_CLERICAL           = 10, /* clerical: handled outside PRaP, and outside every standard (AMB-64) */
    PRAP_EXCLUSION_NO_HANDOVER        = 11, /* no-handover: no handover is recorded */
    PRAP_EXCLUSION_UNKNOWN            = 12, /* unknown: a day or fact that it needs was not given */
    PRAP_EXCLUSION_NOT_SET            = 13, /* not-set: the documents of the programme set no such measure (AMB-95) */
};

enum {
    PRAP_NOTICE_DUE_NOT_STATED   = 1, /* not-stated: the guidance does not say by when */
    PRAP_NOTICE_DUE_IMMEDIATELY  = 2, /* immediately: at once: on the day it is entered */
    PRAP_NOTICE_DUE_WITH_OUTCOME = 3, /* with-the-outcome: with the outcome: on the day it is entered */
    PRAP_NOTICE_DUE_DAY_60       = 4, /* day-60: on day 60 of the referral */
    PRAP_NOTICE_DUE_ADVISED_END  = 5, /* advised-end: on the end date that the Policy team advised */
    PRAP_NOTICE_DUE_PROMPTLY     = 6, /* promptly: within the working days that the policy prompt says (AMB-25) */
    PRAP_NOTICE_DUE_PAY5         = 7, /* pay5: on the due day of the deadline pay5 */
    PRAP_NOTICE_DUE_ERASE        = 8, /* erase: on the due day of the deadline erase */
};

enum {
    PRAP_CHECK_DONE     = 1, /* done: said, and as it is to be */
    PRAP_CHECK_NOT_DONE = 2, /* not-done: said to be not so */
    PRAP_CHECK_UNKNOWN  = 3, /* unknown: said to be unknown */
    PRAP_CHECK_MISSING  = 4, /* missing: never said */
};

enum {
    PRAP_FIELDS_LISTED      = 1, /* listed: the guidance lists what it is to hold */
    PRAP_FIELDS_PARTLY      = 2, /* partly: the guidance names some of it; the form itself is not printed there */
    PRAP_FIELDS_NOT_PRINTED = 3, /* not-printed: the guidance names the form and does not print it */
};

enum {
    PRAP_RETENTION_CONTRACT_PERIOD    = 1, /* contract-period: as long as the contract asks: the host knows its end */
    PRAP_RETENTION_ON_REQUEST         = 2, /* on-request: to be produced when DWP asks; no length is stated */
    PRAP_RETENTION_COMPUTED           = 3, /* computed: until the day that its date computation gives */
    PRAP_RETENTION_COMPUTED_OR_LONGER = 4, /* computed-or-longer: until that day, or the end of the contract period if later */
    PRAP_RETENTION_IN_FORCE           = 5, /* in-force: while it is in force, and as long after as the policy says */
    PRAP_RETENTION_UNTIL_ACTIONED     = 6, /* until-actioned: until it is dealt with; then it is deleted */
};

enum {
    PRAP_CALL_STAGE_BATCHED     = 1, /* batched: the participants of the call are listed; it is not placed yet (P5) */
    PRAP_CALL_STAGE_ELIGIBILITY = 2, /* eligibility: the agent checks that the caller may use the service (C1) */
    PRAP_CALL_STAGE_ACCESS_CODE = 3, /* access-code: the agent asks for three characters of the access code (C2) */
    PRAP_CALL_STAGE_PARTICIPANT = 4, /* participant: the agent checks who the participant is (C3) */
    PRAP_CALL_STAGE_DETAILS     = 5, /* details: the participant's check is passed; what is asked about is told (C4) */
    PRAP_CALL_STAGE_ADVICE      = 6, /* advice: the agent answers and advises (C5) */
    PRAP_CALL_STAGE_ENDED       = 7, /* ended: the call has ended; its record is due (C9) */
    PRAP_CALL_STAGE_RECORDED    = 8, /* recorded: the call's record is complete for every participant (P6) */
};

enum {
    PRAP_CALL_PARTICIPANT_LISTED          = 1, /* listed: to be asked about in this call (P5) */
    PRAP_CALL_PARTICIPANT_CHECKING        = 2, /* checking: being checked by the agent (C3) */
    PRAP_CALL_PARTICIPANT_FAILED_SECURITY = 3, /* failed-security: the check was not passed: nothing was told of them (C3) */
    PRAP_CALL_PARTICIPANT_PASSED          = 4, /* passed: the check was passed (C4) */
    PRAP_CALL_PARTICIPANT_ASKED           = 5, /* asked: asked about; the answer is awaited (C5) */
    PRAP_CALL_PARTICIPANT_ADVISED         = 6, /* advised: the agent's advice is noted (C5) */
    PRAP_CALL_PARTICIPANT_RECORDED        = 7, /* recorded: the advice is recorded (P6) */
    PRAP_CALL_PARTICIPANT_RAISED          = 8, /* raised: the compliance doubt was raised (P7) */
    PRAP_CALL_PARTICIPANT_NOT_RAISED      = 9, /* not-raised: the compliance doubt was not raised (P8) */
};

enum {
    PRAP_CALL_EVENT_PARTICIPANT_LISTED    = 1, /* participant-listed: a participant is put on the list of the call */
    PRAP_CALL_EVENT_CALL_PLACED           = 2, /* call-placed: Provider Direct is called */
    PRAP_CALL_EVENT_ELIGIBILITY_CHECKED   = 3, /* eligibility-checked: the agent has checked that the caller may use the service */
    PRAP_CALL_EVENT_CODE_CHECKED          = 4, /* code-checked: the agent has asked for three characters of the access code */
    PRAP_CALL_EVENT_QUESTION_UNASKABLE    = 5, /* question-unaskable: a question about the participant cannot be asked */
    PRAP_CALL_EVENT_PARTICIPANT_CHECKED   = 6, /* participant-checked: the agent has asked for NINO, full name and one answer */
    PRAP_CALL_EVENT_DETAILS_ASKED         = 7, /* details-asked: the failure date and what is to be checked are told */
    PRAP_CALL_EVENT_ADVICE_GIVEN          = 8, /* advice-given: the agent has answered and advised */
    PRAP_CALL_EVENT_NEXT_PARTICIPANT      = 9, /* next-participant: the call goes on with the next participant */
    PRAP_CALL_EVENT_CALL_CLOSED           = 10, /* call-closed: the agent has asked whether that is everything and ends the call */
    PRAP_CALL_EVENT_CALL_BROKEN_OFF       = 11, /* call-broken-off: the call ends before it is closed */
    PRAP_CALL_EVENT_ADVICE_RECORDED       = 12, /* advice-recorded: what came of the call is recorded for a participant */
    PRAP_CALL_EVENT_RECORD_UPDATED        = 13, /* record-updated: the participant's own record shows the call and what came of it */
    PRAP_CALL_EVENT_DOUBT_DECIDED         = 14, /* doubt-decided: the provider has decided whether to raise the compliance doubt */
    PRAP_CALL_EVENT_PARTICIPANT_TAKEN_OFF = 15, /* participant-taken-off: a participant is taken off the list before the call */
};

enum {
    PRAP_CALL_FACT_MAPPA              = 1, /* mappa: the participant is under MAPPA restrictions */
    PRAP_CALL_FACT_SCR                = 2, /* scr: the participant has a Special Customer Record */
    PRAP_CALL_FACT_UNIVERSAL_CREDIT   = 3, /* universal-credit: the claim is for Universal Credit */
    PRAP_CALL_FACT_TOLD_IN_ADVANCE    = 4, /* told-in-advance: the participant said beforehand that the activity was impossible */
    PRAP_CALL_FACT_RECEIVED           = 5, /* received: the day the Work Programme referral was received */
    PRAP_CALL_FACT_ORIGINAL_HELD      = 6, /* original-held: the original referral information is to hand, complete */
    PRAP_CALL_FACT_RECORD_CHANGED     = 7, /* record-changed: the provider's own record has changed since the referral */
    PRAP_CALL_FACT_PURPOSE            = 8, /* purpose: what the call is for */
    PRAP_CALL_FACT_SERVICE_WITHDRAWN  = 9, /* service-withdrawn: DWP has withdrawn the service from the provider */
    PRAP_CALL_FACT_SECURITY_EXPLAINED = 10, /* security-explained: DWP was told how the access code is kept secure */
    PRAP_CALL_FACT_PLAN_CONFIRMED     = 11, /* plan-confirmed: DWP was told whether the security plan needs updating */
    PRAP_CALL_FACT_PRIME_KNOWN        = 12, /* prime-known: the caller knows the name of the prime provider */
    PRAP_CALL_FACT_CODE_ISSUED        = 13, /* code-issued: the day the access code to hand was issued */
    PRAP_CALL_FACT_CODE_OFF_CYCLE     = 14, /* code-off-cycle: the code was issued between two monthly ones, by DWP's decision */
    PRAP_CALL_FACT_CODE_SUPERSEDED    = 15, /* code-superseded: another code has taken the place of the one to hand */
    PRAP_CALL_FACT_COMPANY_GIVEN      = 16, /* company-given: the caller gave the company's name */
    PRAP_CALL_FACT_CALLER_NAMED       = 17, /* caller-named: the caller gave their own name */
    PRAP_CALL_FACT_PRIME_GIVEN        = 18, /* prime-given: the caller gave the prime provider's name */
    PRAP_CALL_FACT_ON_LIST            = 19, /* on-list: the agent found them on the approved list */
    PRAP_CALL_FACT_REASON_VALID       = 20, /* reason-valid: the agent took the reason for the call as valid */
    PRAP_CALL_FACT_CHARACTERS_RIGHT   = 21, /* characters-right: how many of the three characters were right, 0 to 3 */
    PRAP_CALL_FACT_QUESTION           = 22, /* question: which of the six questions it is about */
    PRAP_CALL_FACT_LMS_UNCLEAR        = 23, /* lms-unclear: the agent's system is unclear about the answer */
    PRAP_CALL_FACT_FROM_ORIGINAL      = 24, /* from-original: the answers were given from the original referral information */
    PRAP_CALL_FACT_NINO_RIGHT         = 25, /* nino-right: the National Insurance number was right */
    PRAP_CALL_FACT_NAME_RIGHT         = 26, /* name-right: the full name was right */
    PRAP_CALL_FACT_ANSWER_RIGHT       = 27, /* answer-right: the answer to the question was right */
    PRAP_CALL_FACT_AGENT_CHOICE       = 28, /* agent-choice: what the agent has chosen after a check that was not passed */
    PRAP_CALL_FACT_FAILED_ON          = 29, /* failed-on: the day the mandated activity was failed */
    PRAP_CALL_FACT_ASKS_ADDRESS       = 30, /* asks-address: the address is to be checked */
    PRAP_CALL_FACT_ASKS_PHONE         = 31, /* asks-phone: the telephone numbers are to be checked */
    PRAP_CALL_FACT_ASKS_BENEFIT       = 32, /* asks-benefit: it is asked whether benefit was received on the day of the failure */
    PRAP_CALL_FACT_ASKS_POLICY        = 33, /* asks-policy: it is asked about Work Programme policy or process */
    PRAP_CALL_FACT_ADVICE             = 34, /* advice: what the agent advised */
    PRAP_CALL_FACT_IN_RECEIPT         = 35, /* in-receipt: benefit was received on the day of the failure */
    PRAP_CALL_FACT_CONTACT_RIGHT      = 36, /* contact-right: the contact details to hand are right */
    PRAP_CALL_FACT_DORMANT            = 37, /* dormant: the claim is dormant now */
    PRAP_CALL_FACT_IN_WORK            = 38, /* in-work: the participant has gone into work */
    PRAP_CALL_FACT_NEW_ADDRESS        = 39, /* new-address: a new address was given */
    PRAP_CALL_FACT_NEW_PHONE          = 40, /* new-phone: a new telephone number was given */
    PRAP_CALL_FACT_EMPLOYMENT_DETAILS = 41, /* employment-details: employer, start date or job title was given */
    PRAP_CALL_FACT_OTHER_DETAILS      = 42, /* other-details: something else was told that may explain the failure */
    PRAP_CALL_FACT_CALL_DAY           = 43, /* call-day: the day of the call, as recorded */
    PRAP_CALL_FACT_WHY_NOT            = 44, /* why-not: why it was advised not to raise the doubt */
    PRAP_CALL_FACT_UPDATED_ON         = 45, /* updated-on: the day the participant's record was updated */
    PRAP_CALL_FACT_RAISED             = 46, /* raised: the compliance doubt is raised */
    PRAP_CALL_FACT_FORM               = 47, /* form: the form that it is raised on */
    PRAP_CALL_FACT_REASON_KEPT        = 48, /* reason-kept: the reason for deciding otherwise than advised is kept */
};

enum {
    PRAP_CALL_PURPOSE_COMPLIANCE_DOUBT = 1, /* compliance-doubt: someone failed a mandated activity, and a doubt is about to be raised */
    PRAP_CALL_PURPOSE_JOB_OUTCOME      = 2, /* job-outcome: to learn of a job outcome */
    PRAP_CALL_PURPOSE_POLICY           = 3, /* policy: to ask about Work Programme policy or process */
    PRAP_CALL_PURPOSE_OTHER            = 4, /* other: anything else */
};

enum {
    PRAP_AGENT_CHOICE_NEXT_PARTICIPANT = 1, /* next-participant: go on to the next participant */
    PRAP_AGENT_CHOICE_CALL_BACK        = 2, /* call-back: call back about this one with the right details; the call goes on */
    PRAP_AGENT_CHOICE_END_CALL         = 3, /* end-call: call back with the right details; the call ends */
};

enum {
    PRAP_CALL_ADVICE_RAISE        = 1, /* raise: raise the compliance doubt */
    PRAP_CALL_ADVICE_DO_NOT_RAISE = 2, /* do-not-raise: do not raise the compliance doubt */
    PRAP_CALL_ADVICE_NONE_GIVEN   = 3, /* none-given: no advice was given */
};

enum {
    PRAP_CALL_CHANGE_ADDRESS       = 1, /* changed-address: moved, so that the notice of the activity never arrived */
    PRAP_CALL_CHANGE_PHONE         = 2, /* changed-phone: has another telephone number */
    PRAP_CALL_CHANGE_BENEFIT_ENDED = 3, /* benefit-ended: no longer received benefit on the day of the failure */
    PRAP_CALL_CHANGE_OTHER         = 4, /* other-change: another change that may explain the failure */
};

enum {
    PRAP_CALL_FORM_WP08  = 1, /* wp08: failure to take part: the lower level */
    PRAP_CALL_FORM_PRE01 = 2, /* pre01: refusal of employment: the higher level */
};

enum {
    PRAP_QUESTION_PAYMENT_GROUP      = 1, /* payment-group: the claimant's payment group (PD-28-B1) */
    PRAP_QUESTION_REFERRING_OFFICER  = 2, /* referring-officer: the referring officer's initials or name (PD-28-B2) */
    PRAP_QUESTION_EMPLOYMENT_HISTORY = 3, /* employment-history: employment history, for instance the last employer (PD-28-B3) */
    PRAP_QUESTION_QUALIFICATIONS     = 4, /* qualifications: selected qualifications (PD-28-B4) */
    PRAP_QUESTION_SIGNING_DAY_CYCLE  = 5, /* signing-day-cycle: signing day and cycle (PD-28-B5) */
    PRAP_QUESTION_REFERRAL_DATE      = 6, /* referral-date: date of referral to the Work Programme (PD-28-B6) */
};

enum {
    PRAP_CHALLENGE_ASKED      = 1, /* asked: three positions are asked for, and the answer is owed */
    PRAP_CHALLENGE_PASSED     = 2, /* passed: three of three were right: the call goes on */
    PRAP_CHALLENGE_FAILED     = 3, /* failed: not all three were right: the call ends */
    PRAP_CHALLENGE_GIVEN_UP   = 4, /* given-up: it ended without an answer, which counts as a failure */
    PRAP_CHALLENGE_EXPIRED    = 5, /* expired: its time was over before an answer came, which counts as a failure */
    PRAP_CHALLENGE_NOT_OPEN   = 6, /* not-open: no such challenge waits for an answer */
    PRAP_CHALLENGE_LOCKED     = 7, /* locked: too many failures: nothing is asked until the lock ends */
    PRAP_CHALLENGE_EXPOSED    = 8, /* exposed: too much of the code has been said aloud: nothing is asked until it changes */
    PRAP_CHALLENGE_SUPERSEDED = 9, /* superseded: a later code has been asked about before */
    PRAP_CHALLENGE_RELEASED   = 10, /* released: the lock is over, and failures are counted anew */
};

enum {
    PRAP_DESK_ASK_MAY_CALL       = 1, /* may-call: may this participant be asked about, by which way, and which form would the doubt take */
    PRAP_DESK_ASK_CALL           = 2, /* call: can the call be placed at this moment, and how many calls are needed */
    PRAP_DESK_ASK_CHECKLIST      = 3, /* checklist: what of the desk aide is still missing for a participant */
    PRAP_DESK_ASK_ADVICE         = 4, /* advice: what the agent advises on what is found */
    PRAP_DESK_ASK_RECORD         = 5, /* record: is the record of a call complete for a participant */
    PRAP_DESK_ASK_DECIDE         = 6, /* decide: may the doubt be closed as the provider decided */
    PRAP_DESK_ASK_PENDING        = 7, /* pending: how old is the oldest failure that waits for a call */
    PRAP_DESK_ASK_CODE           = 8, /* code: where an access code is in its life, and what is due */
    PRAP_DESK_ASK_SECURITY_EVENT = 9, /* security-event: is DWP to be told of a change that touches the access code */
    PRAP_DESK_ASK_MESSAGE        = 10, /* message: who takes a message, at which address */
    PRAP_DESK_ASK_COMPLAINT      = 11, /* complaint: who takes a complaint next */
    PRAP_DESK_ASK_SERVICE        = 12, /* service: may the service be used, after its access, withdrawal and reinstatement */
    PRAP_DESK_ASK_OUTAGE         = 13, /* outage: what an announced outage leaves of the time for a call */
};

enum {
    PRAP_DESK_OUTCOME_UNDECIDED           = 1, /* undecided: a fact that decides is unknown */
    PRAP_DESK_OUTCOME_NO_DOUBT            = 2, /* no-doubt: there is no failure to raise a doubt about */
    PRAP_DESK_OUTCOME_JOBCENTRE_CONTACT   = 3, /* jobcentre-contact: never through Provider Direct: ask the nominated Jobcentre Plus contact */
    PRAP_DESK_OUTCOME_NO_CALL             = 4, /* no-call: a call is barred */
    PRAP_DESK_OUTCOME_NO_CALL_ADVISED     = 5, /* no-call-advised: a call may be inappropriate: consider raising the doubt without one */
    PRAP_DESK_OUTCOME_TO_CALL             = 6, /* to-call: call Provider Direct before the doubt is raised */
    PRAP_DESK_OUTCOME_CALL_NOW            = 7, /* call-now: the call can be placed */
    PRAP_DESK_OUTCOME_CALL_LATER          = 8, /* call-later: the call cannot be placed now */
    PRAP_DESK_OUTCOME_READY               = 9, /* ready: all that the call needs is to hand */
    PRAP_DESK_OUTCOME_NOT_READY           = 10, /* not-ready: something that the call needs is missing */
    PRAP_DESK_OUTCOME_RAISE               = 11, /* raise: raise the doubt */
    PRAP_DESK_OUTCOME_DO_NOT_RAISE        = 12, /* do-not-raise: do not raise the doubt */
    PRAP_DESK_OUTCOME_ASK_AGENT           = 13, /* ask-agent: two paragraphs say the opposite: ask the agent */
    PRAP_DESK_OUTCOME_NO_ADVICE           = 14, /* no-advice: no advice was to be had: call again, or decide without */
    PRAP_DESK_OUTCOME_COMPLETE            = 15, /* complete: the record is complete */
    PRAP_DESK_OUTCOME_RECORD_OWED         = 16, /* record-owed: the record of the call lacks something */
    PRAP_DESK_OUTCOME_UPDATE_OWED         = 17, /* update-owed: the participant's own record does not show the call yet */
    PRAP_DESK_OUTCOME_RAISED              = 18, /* raised: the doubt goes to the decision makers */
    PRAP_DESK_OUTCOME_NOT_RAISED          = 19, /* not-raised: the doubt is closed without being raised */
    PRAP_DESK_OUTCOME_KEEP_OPEN           = 20, /* keep-open: the doubt cannot be closed so */
    PRAP_DESK_OUTCOME_CALL_SOON           = 21, /* call-soon: failures have been kept longer than the provider allows itself */
    PRAP_DESK_OUTCOME_MAY_WAIT            = 22, /* may-wait: nothing presses */
    PRAP_DESK_OUTCOME_INFORM              = 23, /* inform: tell DWP with Annex B */
    PRAP_DESK_OUTCOME_INFORM_AND_INCIDENT = 24, /* inform-and-incident: tell DWP with Annex B, and open a security incident */
    PRAP_DESK_OUTCOME_NO_NEED             = 25, /* no-need: DWP need not be told; keep the reasoning */
    PRAP_DESK_OUTCOME_WITH_DWP            = 26, /* with-dwp: Annex B is sent; DWP assesses it */
    PRAP_DESK_OUTCOME_CHANGE              = 27, /* change: DWP changes the code */
    PRAP_DESK_OUTCOME_NO_CHANGE           = 28, /* no-change: DWP does not change the code */
    PRAP_DESK_OUTCOME_SEND                = 29, /* send: send it to who takes it */
    PRAP_DESK_OUTCOME_DO_NOT_SEND         = 30, /* do-not-send: this address does not take it */
    PRAP_DESK_OUTCOME_TAKE_FURTHER        = 31, /* take-further: someone takes the complaint next */
    PRAP_DESK_OUTCOME_NO_FURTHER          = 32, /* no-further: no further step is needed, or none is named */
    PRAP_DESK_OUTCOME_AVAILABLE           = 33, /* available: the service may be used */
    PRAP_DESK_OUTCOME_WITHDRAWN           = 34, /* withdrawn: the service is withdrawn */
    PRAP_DESK_OUTCOME_MAY_REINSTATE       = 35, /* may-reinstate: the assurance is given: access may be restored */
    PRAP_DESK_OUTCOME_NOT_YET             = 36, /* not-yet: access items are missing */
    PRAP_DESK_OUTCOME_OPEN                = 37, /* open: Provider Direct takes calls */
    PRAP_DESK_OUTCOME_CLOSED              = 38, /* closed: Provider Direct takes no calls */
    PRAP_DESK_OUTCOME_IN_ORDER            = 39, /* in-order: all is as the procedure says */
    PRAP_DESK_OUTCOME_OUT_OF_ORDER        = 40, /* out-of-order: a step came before what it needs */
};

enum {
    PRAP_CODE_STATE_ISSUED             = 1, /* issued: emailed by DWP, not yet acknowledged */
    PRAP_CODE_STATE_ACKNOWLEDGED       = 2, /* acknowledged: acknowledged; the password email is awaited */
    PRAP_CODE_STATE_UNLOCKED           = 3, /* unlocked: can be opened; not yet passed on */
    PRAP_CODE_STATE_DISTRIBUTED        = 4, /* distributed: passed on securely; not yet in use */
    PRAP_CODE_STATE_IN_FORCE           = 5, /* in-force: in use */
    PRAP_CODE_STATE_IN_FORCE_NOT_READY = 6, /* in-force-not-ready: to be used, but not everyone has it */
    PRAP_CODE_STATE_SUPERSEDED         = 7, /* superseded: no longer in use */
};

enum {
    PRAP_CODE_STEP_ISSUED          = 1, /* issued: DWP emails the code in a locked document */
    PRAP_CODE_STEP_ACKNOWLEDGED    = 2, /* acknowledged: a contact acknowledges it */
    PRAP_CODE_STEP_PASSWORD_CAME   = 3, /* password-came: the email with the password reaches that contact */
    PRAP_CODE_STEP_DISTRIBUTED     = 4, /* distributed: that contact has passed it on securely */
    PRAP_CODE_STEP_USERS_CONFIRMED = 5, /* users-confirmed: that contact has checked that every user is on it */
    PRAP_CODE_STEP_USERS_CHANGED   = 6, /* users-changed: that contact authorised a change of its users */
    PRAP_CODE_STEP_CHANGE_DECIDED  = 7, /* change-decided: DWP decides that the code must change before its time */
};

enum {
    PRAP_CASE_DAY_RECEIVED     = 1, /* received: the referral was received */
    PRAP_CASE_DAY_MADE         = 2, /* made: the Jobcentre made the referral */
    PRAP_CASE_DAY_ACKNOWLEDGED = 3, /* acknowledged: it was accepted or rejected */
    PRAP_CASE_DAY_ATTENDED     = 4, /* attended: the initial meeting was attended */
    PRAP_CASE_DAY_START        = 5, /* start: the start date */
    PRAP_CASE_DAY_ENTERED      = 6, /* entered: the start or the outcome was entered in PRaP */
    PRAP_CASE_DAY_PLAN         = 7, /* plan: the plan was fully agreed */
    PRAP_CASE_DAY_ENDED        = 8, /* ended: the case ended */
    PRAP_CASE_DAY_HANDED_OVER  = 9, /* handed-over: the handover was held */
    PRAP_CASE_DAY_MEETING      = 10, /* meeting: the initial meeting is booked for it */
    PRAP_CASE_DAY_CONTACT      = 11, /* contact: the last contact, or attempt at one */
    PRAP_CASE_DAY_FACE_TO_FACE = 12, /* face-to-face: the last face-to-face meeting */
    PRAP_CASE_DAY_WEEKLY_OFFER = 13, /* weekly-offer: the last offer of weekly support */
    PRAP_CASE_DAY_WORK         = 14, /* work: the first day at work */
    PRAP_CASE_DAY_PRAP14       = 15, /* prap14: the last PRaP14 was sent */
    PRAP_CASE_DAY_APPROVED     = 16, /* approved: the request to back the referral out was approved */
    PRAP_CASE_DAY_BACKED_OUT   = 17, /* backed-out: the referral was backed out */
    PRAP_CASE_DAY_END_DATE     = 18, /* end-date: the end date entered in PRaP */
    PRAP_CASE_DAY_FORM_SENT    = 19, /* form-sent: the Employment Business Customer Form was sent */
};

enum {
    PRAP_UNIT_WORKING_DAYS  = 1, /* working-days: working days of the rulebook's calendar */
    PRAP_UNIT_CALENDAR_DAYS = 2, /* calendar-days: calendar days */
};

enum {
    PRAP_DEFINED_BY_DOCUMENTS = 1, /* documents: the documents that the rules come from */
    PRAP_DEFINED_BY_HOST      = 2, /* host: the host's own supplement, outside the five documents */
};

enum {
    PRAP_THRESHOLD_FIRST_PAY   = 1, /* first-pay: the first pay */
    PRAP_THRESHOLD_POUNDS_1000 = 2, /* pounds-1000: earnings of 1,000 pounds */
    PRAP_THRESHOLD_POUNDS_2000 = 3, /* pounds-2000: earnings of 2,000 pounds */
    PRAP_THRESHOLD_NATIONAL    = 4, /* national-threshold: earnings of the National Threshold, which follows the national minimum wage of the time */
};

enum {
    PRAP_THRESHOLD_STATUS_REACHED        = 1, /* reached: the earnings are at least the amount */
    PRAP_THRESHOLD_STATUS_NOT_REACHED    = 2, /* not-reached: the earnings are below the amount */
    PRAP_THRESHOLD_STATUS_NOT_APPLICABLE = 3, /* not-applicable: the guidance says that the programme does not have this threshold */
    PRAP_THRESHOLD_STATUS_NOT_STATED     = 4, /* not-stated: the guidance says nothing of this threshold for the programme */
    PRAP_THRESHOLD_STATUS_NOT_KNOWN      = 5, /* not-known: whether it is reached depends on an amount that was not given for the day */
};

enum {
    PRAP_FEED_TRIGGER_START_ENTERED    = 1, /* start-entered: a start date is entered in PRaP */
    PRAP_FEED_TRIGGER_REFERRAL         = 2, /* referral: there is a referral and no start */
    PRAP_FEED_TRIGGER_END_DATE         = 3, /* end-date: an end date is entered in PRaP */
    PRAP_FEED_TRIGGER_ALLOTTED_TIME    = 4, /* allotted-time: the allotted time is over */
    PRAP_FEED_TRIGGER_OUTCOME_EARNINGS = 5, /* outcome-earnings: earnings reach what a job outcome is paid for */
    PRAP_FEED_TRIGGER_BACK_OUT         = 6, /* back-out: the referral is backed out without an end date */
    PRAP_FEED_TRIGGER_NO_START         = 7, /* no-start: the referral ends without a start */
};

enum {
    PRAP_FEED_EFFECT_OPENS        = 1, /* opens: the feed opens */
    PRAP_FEED_EFFECT_NOT_OPEN     = 2, /* not-open: the feed is not open */
    PRAP_FEED_EFFECT_CLOSES       = 3, /* closes: the feed closes */
    PRAP_FEED_EFFECT_BY_CODE      = 4, /* by-code: the leaver code says whether the feed closes */
    PRAP_FEED_EFFECT_GOES_ON      = 5, /* goes-on: the feed goes on; the guidance does not say until when */
    PRAP_FEED_EFFECT_STAYS_OPEN   = 6, /* stays-open: the feed stays open although it should not: an orphan */
    PRAP_FEED_EFFECT_NOT_STATED   = 7, /* not-stated: the guidance does not say what becomes of the feed */
    PRAP_FEED_EFFECT_NEVER_OPENED = 8, /* never-opened: the feed was never opened */
};

enum {
    PRAP_CONSEQUENCE_FEED_ENDS            = 1, /* feed-ends: from the end date on no earnings are tracked, so no later earnings earn a payment */
    PRAP_CONSEQUENCE_FEED_GOES_ON         = 2, /* feed-goes-on: earnings go on being tracked; the guidance does not say until when */
    PRAP_CONSEQUENCE_NO_FEED              = 3, /* no-feed: no feed is open, so the code changes nothing about tracking */
    PRAP_CONSEQUENCE_REPAYMENT            = 4, /* repayment: if the code is wrong and leads to a wrong outcome payment, the provider has to repay it */
    PRAP_CONSEQUENCE_REPAYMENT_NOT_STATED = 5, /* repayment-not-stated: the guidance does not say for this programme whether a wrong code leads to repayment */
    PRAP_CONSEQUENCE_SET_BY_PRAP          = 6, /* set-by-prap: PRaP sets this code by itself; it is refused when a person enters it */
};

enum {
    PRAP_SCENARIO_INELIGIBLE = 1, /* ineligible: A: on DWP-funded provision already, or employed before the referral */
    PRAP_SCENARIO_FOUND_WORK = 2, /* found-work: B: work, self-employment or an offer between referral interview and engaging */
    PRAP_SCENARIO_DUPLICATE  = 3, /* duplicate: C: a duplicate of another referral */
};

enum {
    PRAP_MANDATION_MANDATED     = 1, /* mandated: an appointment was made mandatory */
    PRAP_MANDATION_FAILED       = 2, /* failed: the mandated activity was not attended */
    PRAP_MANDATION_DOUBT_RAISED = 3, /* doubt-raised: a compliance doubt was raised */
    PRAP_MANDATION_DECIDED      = 4, /* decided: the doubt was decided */
    PRAP_MANDATION_NOTIFIED     = 5, /* notified: the provider was told of the decision */
};

enum {
    PRAP_APPOINTMENT_MANDATED   = 1, /* mandated: the initial appointment was made mandatory */
    PRAP_APPOINTMENT_VOLUNTARY  = 2, /* voluntary: agreed with a voluntary customer */
    PRAP_APPOINTMENT_MISSED     = 3, /* missed: mandated, and not attended */
    PRAP_APPOINTMENT_RECOMPLIED = 4, /* recomplied: missed, and complied with since */
};

enum {
    PRAP_ENGAGEMENT_DISENGAGED = 1, /* disengaged: a voluntary participant has disengaged */
    PRAP_ENGAGEMENT_RE_ENGAGED = 2, /* re-engaged: a voluntary participant has come back */
};

enum {
    PRAP_DECISION_ACCEPT = 1, /* accept: the data are to be erased */
    PRAP_DECISION_REJECT = 2, /* reject: the right of erasure does not apply */
};

enum {
    PRAP_REFERENCE_HELD = 1, /* held: the reference has come */
};

enum {
    PRAP_OUTAGE_OWN      = 1, /* own: the provider's own */
    PRAP_OUTAGE_DWP      = 2, /* dwp: DWP's: it has asked to suspend use */
    PRAP_OUTAGE_BOTH     = 3, /* both: both */
    PRAP_OUTAGE_NOTIFIED = 4, /* notified: the provider's own, and DWP was told when it ends */
    PRAP_OUTAGE_ENDED    = 5, /* ended: it is over */
    PRAP_OUTAGE_UNSTATED = 6, /* unstated: of a use taken over: whose it is was not said */
};

enum {
    PRAP_MISDIRECTION_OPEN   = 1, /* open: deletion is not confirmed */
    PRAP_MISDIRECTION_CLOSED = 2, /* closed: deletion is confirmed */
};

enum {
    PRAP_ERASURE_ERASED = 1, /* erased: the data were erased */
};

enum {
    PRAP_ERASURE_OUTCOME_ACCEPT      = 1, /* accept: nothing need be kept: erase */
    PRAP_ERASURE_OUTCOME_REJECT      = 2, /* reject: the right of erasure does not apply */
    PRAP_ERASURE_OUTCOME_ASK         = 3, /* reject-pending-person: the text has no answer: rejection is proposed, and a person decides */
    PRAP_ERASURE_OUTCOME_UNDECIDED   = 4, /* undecided: a fact that decides is unknown */
    PRAP_ERASURE_OUTCOME_NOT_COVERED = 5, /* not-covered: the documents do not cover requests of this programme */
};

enum {
    PRAP_DATA_TYPE_TEXT       = 1, /* text: text, of several lines where need be */
    PRAP_DATA_TYPE_NAME       = 2, /* name: a line of text */
    PRAP_DATA_TYPE_IDENTIFIER = 3, /* identifier: an identifier: a short line of text */
    PRAP_DATA_TYPE_NINO       = 4, /* nino: a National Insurance number */
    PRAP_DATA_TYPE_POSTCODE   = 5, /* postcode: a postcode of the United Kingdom */
    PRAP_DATA_TYPE_TELEPHONE  = 6, /* telephone: a telephone number with its area code: it begins with 0 or + */
    PRAP_DATA_TYPE_DAY        = 7, /* day: a day, YYYY-MM-DD or DD/MM/YYYY */
    PRAP_DATA_TYPE_YES_NO     = 8, /* yes-no: yes or no: yes, no, y, n, true, false, 1 or 0 */
    PRAP_DATA_TYPE_YES_OR_DAY = 9, /* yes-or-day: yes or no, or the day on which it came about */
    PRAP_DATA_TYPE_BASIS      = 10, /* basis: voluntary or mandatory */
};

enum {
    PRAP_DATA_NEED_REQUIRED = 1, /* required: without it nobody can tell whose record it is */
    PRAP_DATA_NEED_EXPECTED = 2, /* expected: every participant can have one */
    PRAP_DATA_NEED_OPTIONAL = 3, /* optional: where there is one */
};

enum {
    PRAP_DATA_ABOUT_PARTICIPANT    = 1, /* participant: the participant */
    PRAP_DATA_ABOUT_JOINT_CLAIMANT = 2, /* joint-claimant: the joint claimant, who is somebody else */
    PRAP_DATA_ABOUT_ADVISER        = 3, /* adviser: the Jobcentre Plus adviser */
};

enum {
    PRAP_DATA_CARE_PERSONAL = 1, /* personal: personal data */
    PRAP_DATA_CARE_HEALTH   = 2, /* health: special-category data: health (UK GDPR, article 9) */
    PRAP_DATA_CARE_CRIMINAL = 3, /* criminal: criminal-offence data (UK GDPR, article 10) */
    PRAP_DATA_CARE_MAY_TELL = 4, /* may-tell: personal data in which special-category or criminal-offence data may stand */
};

enum {
    PRAP_DATA_CHANNEL_PRAP     = 1, /* prap: through PRaP */
    PRAP_DATA_CHANNEL_EMAIL    = 2, /* email: by email */
    PRAP_DATA_CHANNEL_CLERICAL = 3, /* clerical: on paper: form SL2 of the Work and Health Programme and JETS */
};

enum {
    PRAP_DATA_CHANGE_APPEARED = 1, /* appeared: it was not there, and is */
    PRAP_DATA_CHANGE_GONE     = 2, /* gone: it was there, and is not */
    PRAP_DATA_CHANGE_CHANGED  = 3, /* changed: its value is another */
};

enum {
    PRAP_FORM_OUTCOME_SEND           = 1, /* send: it is called for and may go */
    PRAP_FORM_OUTCOME_READY          = 2, /* ready: it is filled in; it goes to nobody */
    PRAP_FORM_OUTCOME_SENT           = 3, /* sent: it went */
    PRAP_FORM_OUTCOME_INCOMPLETE     = 4, /* incomplete: it may not go as it is */
    PRAP_FORM_OUTCOME_NOT_CALLED_FOR = 5, /* not-called-for: nothing calls for it */
    PRAP_FORM_OUTCOME_OTHER_FORM     = 6, /* other-form: the programme has another form for this, or none */
    PRAP_FORM_OUTCOME_FROM_OTHERS    = 7, /* from-others: others fill it in */
    PRAP_FORM_OUTCOME_UNDECIDED      = 8, /* undecided: a fact that decides is unknown */
    PRAP_FORM_OUTCOME_NOT_COVERED    = 9, /* not-covered: the guidance does not apply, and these documents have no other */
};

enum {
    PRAP_NEED_REQUIRED = 1, /* required: the form is not complete without it */
    PRAP_NEED_OPTIONAL = 2, /* optional: filled in when there is something to fill in */
    PRAP_NEED_UNKNOWN  = 3, /* unknown: the guidance does not print whether this form has it */
};

enum {
    PRAP_OWN_TEMPLATE_NOT_STATED  = 1, /* not-stated: the guidance does not say whether a template of one's own will do */
    PRAP_OWN_TEMPLATE_IF_APPROVED = 2, /* if-approved: a template of one's own will do once DWP has approved it */
    PRAP_OWN_TEMPLATE_NEVER       = 3, /* never: only the form itself will do */
};

enum {
    PRAP_HELP_SUBJECT_USER_ACCESS  = 1, /* user-access: access of users to PRaP */
    PRAP_HELP_SUBJECT_AVAILABILITY = 2, /* availability: whether the system is available */
    PRAP_HELP_SUBJECT_PAYMENTS     = 3, /* payments: payments */
    PRAP_HELP_SUBJECT_OTHER        = 4, /* other: anything else */
};

enum {
    PRAP_ACCESS_ROUTE_GOVERNMENT_GATEWAY = 1, /* government-gateway: through the Government Gateway */
    PRAP_ACCESS_ROUTE_OTHER              = 2, /* other: any other way */
};

enum {
    PRAP_VERIFY_FAULT_EVENT_DAMAGED    = 1, /* event-damaged: an event's bytes are not those that were written */
    PRAP_VERIFY_FAULT_EVENT_NEWER      = 2, /* event-newer: an event was written by a later version of the library */
    PRAP_VERIFY_FAULT_SEQUENCE         = 3, /* sequence: an event does not follow the one before it by 1 */
    PRAP_VERIFY_FAULT_CHAIN            = 4, /* chain: an event does not name the checksum of the one before it */
    PRAP_VERIFY_FAULT_ORDER            = 5, /* order: an event was recorded before the one before it */
    PRAP_VERIFY_FAULT_OPENING          = 6, /* opening: the journal begins with an event that no case begins with */
    PRAP_VERIFY_FAULT_VOID             = 7, /* void: an entry voids what cannot be voided */
    PRAP_VERIFY_FAULT_CUT_SHORT        = 8, /* cut-short: the journal ends before the version that the snapshot has */
    PRAP_VERIFY_FAULT_RUNS_ON          = 9, /* runs-on: the journal goes on after the version that the snapshot has */
    PRAP_VERIFY_FAULT_SNAPSHOT_DAMAGED = 10, /* snapshot-damaged: the snapshot's bytes are not those that were written */
    PRAP_VERIFY_FAULT_SNAPSHOT_NEWER   = 11, /* snapshot-newer: the snapshot was written by a later version of the library */
    PRAP_VERIFY_FAULT_SNAPSHOT_DIFFERS = 12, /* snapshot-differs: the snapshot is not what the journal amounts to */
    PRAP_VERIFY_FAULT_VERSION          = 13, /* version: the store has another version for the case than its snapshot */
    PRAP_VERIFY_FAULT_STORE_DAMAGED    = 14, /* store-damaged: the store itself says that the case is damaged */
    PRAP_VERIFY_FAULT_OTHER_RULEBOOK   = 15, /* other-rulebook: the event was judged by another rulebook than the one at hand: no damage */
    PRAP_VERIFY_FAULT_OTHER_CALENDAR   = 16, /* other-calendar: the event was judged by another calendar than the one at hand: no damage */
    PRAP_VERIFY_FAULT_NO_RULEBOOK      = 17, /* no-rulebook: there is no rulebook for the case's programme, so its hashes are not compared: no damage */
};

enum {
    PRAP_CONFORMANCE_CALL_FAILS                = 1, /* call-fails: a call that has nothing against it fails */
    PRAP_CONFORMANCE_STATUS_OUTSIDE            = 2, /* status-outside: a callback returns a status that its contract does not name */
    PRAP_CONFORMANCE_OUTCOME_OUTSIDE           = 3, /* outcome-outside: commit leaves an outcome unwritten, or writes one that is no outcome */
    PRAP_CONFORMANCE_OUTCOME_BEYOND            = 4, /* outcome-beyond: commit writes outcomes past the changes that it was given */
    PRAP_CONFORMANCE_OUTCOMES_MISPLACED        = 5, /* outcomes-misplaced: the outcomes of a batch are right, and stand at the wrong changes */
    PRAP_CONFORMANCE_OUTCOME_WRONG             = 6, /* outcome-wrong: a conflict or a duplicate is answered as a failure */
    PRAP_CONFORMANCE_LOAD_WITHOUT_ROW          = 7, /* load-without-row: load answers ok and pushes no row */
    PRAP_CONFORMANCE_LOAD_SEVERAL_ROWS         = 8, /* load-several-rows: load pushes more than one row */
    PRAP_CONFORMANCE_NONE_WITH_ROW             = 9, /* none-with-row: load answers none and pushes a row */
    PRAP_CONFORMANCE_MISSING_NOT_NONE          = 10, /* missing-not-none: load of a case that is not there does not answer none */
    PRAP_CONFORMANCE_CASE_INVENTED             = 11, /* case-invented: a case is found that was never committed */
    PRAP_CONFORMANCE_EVENT_INVENTED            = 12, /* event-invented: the journal holds an event past the case's version */
    PRAP_CONFORMANCE_ROW_UNUSABLE              = 13, /* row-unusable: a row is pushed that the library cannot take: too long, without its bytes, or with a wrong size */
    PRAP_CONFORMANCE_LIMIT_NOT_OK              = 14, /* limit-not-ok: when the sink has what it asked for, the callback does not return ok */
    PRAP_CONFORMANCE_PUSHES_ON                 = 15, /* pushes-on: a callback goes on pushing after the sink told it to stop */
    PRAP_CONFORMANCE_SINK_STATUS_SWALLOWED     = 16, /* sink-status-swallowed: a callback does not return the status with which the sink stopped it */
    PRAP_CONFORMANCE_SINK_KEPT                 = 17, /* sink-kept: a row is pushed into a sink whose call is over */
    PRAP_CONFORMANCE_BORROWED_KEPT             = 18, /* borrowed-memory-kept: memory that was lent for one call is kept, and read after it was used for something else */
    PRAP_CONFORMANCE_BORROWED_WRITTEN          = 19, /* borrowed-memory-written: a callback writes into memory that was lent to it for reading */
    PRAP_CONFORMANCE_CHANGE_LOST               = 20, /* change-lost: a change that was acknowledged is not there */
    PRAP_CONFORMANCE_SNAPSHOT_NOT_REPLACED     = 21, /* snapshot-not-replaced: torn: the events of a change are there, and the snapshot or version is that of before */
    PRAP_CONFORMANCE_EVENTS_MISSING            = 22, /* events-missing: torn: an event of an acknowledged change is not in the journal */
    PRAP_CONFORMANCE_COLUMN_NOT_KEPT           = 23, /* column-not-kept: torn: an index column is not that of the last change */
    PRAP_CONFORMANCE_NOTICE_LOST               = 24, /* notice-lost: torn: a notice of an acknowledged change is not in the outbox */
    PRAP_CONFORMANCE_VERSION_WRONG             = 25, /* version-wrong: a case is given with another version than the sequence of its last event */
    PRAP_CONFORMANCE_RECORD_TRUNCATED          = 26, /* record-truncated: a record or snapshot comes back shorter than it was given */
    PRAP_CONFORMANCE_RECORD_CUT_AT_ZERO        = 27, /* record-cut-at-zero: a record or snapshot ends at its first byte of value 0 */
    PRAP_CONFORMANCE_RECORD_CHANGED            = 28, /* record-changed: a record or snapshot comes back with other bytes */
    PRAP_CONFORMANCE_ID_CHANGED                = 29, /* id-changed: read gives an event with another id than it was committed with, or with none */
    PRAP_CONFORMANCE_READ_ORDER                = 30, /* read-order: events are not read in ascending order of their sequence */
    PRAP_CONFORMANCE_READ_REPEATS              = 31, /* read-repeats: an event is read twice */
    PRAP_CONFORMANCE_READ_FROM                 = 32, /* read-from: read does not begin at the sequence asked for */
    PRAP_CONFORMANCE_READ_MAX                  = 33, /* read-max: read does not keep to the number of events asked for */
    PRAP_CONFORMANCE_LOST_UPDATE               = 34, /* lost-update: a change is made although another came first: the stored version is not the expected one */
    PRAP_CONFORMANCE_CREATED_OVER              = 35, /* created-over: a change that expects no case is made over one that is there */
    PRAP_CONFORMANCE_CHANGED_MISSING           = 36, /* changed-missing: a change that expects a case is made where there is none */
    PRAP_CONFORMANCE_VERSION_CUT               = 37, /* version-cut: versions that differ only in their high bits are taken for the same */
    PRAP_CONFORMANCE_CONFLICT_WITHOUT_CAUSE    = 38, /* conflict-without-cause: a change that expects the stored version is answered with conflict */
    PRAP_CONFORMANCE_DUPLICATE_MISSED          = 39, /* duplicate-missed: an id that is already in the case's journal is not noticed */
    PRAP_CONFORMANCE_DUPLICATE_MISSED_IN_BATCH = 40, /* duplicate-missed-in-batch: an id that came earlier in the same batch is not noticed */
    PRAP_CONFORMANCE_DUPLICATE_AFTER_VERSION   = 41, /* duplicate-after-version: the version is looked at before the id: a duplicate is answered with conflict */
    PRAP_CONFORMANCE_DUPLICATE_WITHOUT_CAUSE   = 42, /* duplicate-without-cause: a change with a new id is answered with duplicate */
    PRAP_CONFORMANCE_DUPLICATE_ACROSS_CASES    = 43, /* duplicate-across-cases: an id of one case is taken for a duplicate in another */
    PRAP_CONFORMANCE_DUPLICATE_EMPTY           = 44, /* duplicate-empty: changes without an id are taken for duplicates of each other */
    PRAP_CONFORMANCE_REFUSED_ID_KEPT           = 45, /* refused-id-kept: the id of a refused change is taken for a duplicate when it comes again */
    PRAP_CONFORMANCE_REFUSAL_LEAVES            = 46, /* refusal-leaves: a change that was refused left something behind */
    PRAP_CONFORMANCE_REFUSAL_SPREADS           = 47, /* refusal-spreads: a refused change takes others of its batch with it */
    PRAP_CONFORMANCE_BATCH_ORDER               = 48, /* batch-order: two changes of one case in a batch are not judged one after the other */
    PRAP_CONFORMANCE_EMPTY_BATCH               = 49, /* empty-batch: a batch of no changes is not answered with ok, or changes something */
    PRAP_CONFORMANCE_IDENTIFIER_REFUSED        = 50, /* identifier-refused: an identifier that the contract allows is refused, or cannot be found again */
    PRAP_CONFORMANCE_CASES_CONFLATED           = 51, /* cases-conflated: two case ids that differ in their bytes are taken for the same */
    PRAP_CONFORMANCE_IDS_CONFLATED             = 52, /* ids-conflated: two ids of events that differ in their bytes are taken for the same */
    PRAP_CONFORMANCE_TENANTS_MIXED             = 53, /* tenants-mixed: the cases of one tenant are taken for those of another */
    PRAP_CONFORMANCE_SCAN_ORDER                = 54, /* scan-order: scan does not give cases in ascending order of their ids, compared as bytes */
    PRAP_CONFORMANCE_SCAN_UNSTABLE             = 55, /* scan-unstable: the same scan, asked twice, gives other rows */
    PRAP_CONFORMANCE_SCAN_AFTER                = 56, /* scan-after: scan does not begin after the case id that it was told */
    PRAP_CONFORMANCE_SCAN_LIMIT                = 57, /* scan-limit: scan does not give the number of rows asked for */
    PRAP_CONFORMANCE_SCAN_DUE                  = 58, /* scan-due: scan with due_by does not give just the cases that are due by then */
    PRAP_CONFORMANCE_SCAN_MISSES               = 59, /* scan-misses: scan does not give a case that is there */
    PRAP_CONFORMANCE_SCAN_REPEATS              = 60, /* scan-repeats: scan gives a case twice */
    PRAP_CONFORMANCE_SCAN_STALE                = 61, /* scan-stale: scan gives another version or snapshot than load */
    PRAP_CONFORMANCE_FAILURE_LEAVES            = 62, /* failure-leaves: a change answered with retry or failure left something behind */
    PRAP_CONFORMANCE_UNKNOWN_UNRESOLVED        = 63, /* unknown-unresolved: after unknown, the id does not tell whether the change was made */
    PRAP_CONFORMANCE_FAILURE_HIDDEN            = 64, /* failure-hidden: a commit that failed is answered with ok */
    PRAP_CONFORMANCE_NOT_VISIBLE               = 65, /* not-visible: a change that was acknowledged on one handle is not seen on another */
    PRAP_CONFORMANCE_BOTH_WIN                  = 66, /* both-win: two handles change the same version of a case, and both are told ok */
    PRAP_CONFORMANCE_LOST_ON_REOPEN            = 67, /* lost-on-reopen: what was acknowledged is not there after the data were opened again */
    PRAP_CONFORMANCE_NOTICE_REPEATED           = 68, /* notice-repeated: a notice is in the outbox twice, or one is there that nobody committed */
    PRAP_CONFORMANCE_NOTICE_ORDER              = 69, /* notice-order: the notices of a case are not in the order of sequence and ordinal */
    PRAP_CONFORMANCE_NOTICE_CHANGED            = 70, /* notice-changed: a notice comes back with another word, recipient or day */
    PRAP_CONFORMANCE_UNCHECKED_READ            = 71, /* unchecked-read: not checked: the store has no read, so journals are not looked at */
    PRAP_CONFORMANCE_UNCHECKED_SCAN            = 72, /* unchecked-scan: not checked: the store has no scan, so walks and due days are not looked at */
    PRAP_CONFORMANCE_UNCHECKED_COLUMNS         = 73, /* unchecked-columns: not checked: no columns callback was given, so of the index columns only next_due is looked at, by scan */
    PRAP_CONFORMANCE_UNCHECKED_OUTBOX          = 74, /* unchecked-outbox: not checked: no notices callback was given, so the outbox is not looked at */
    PRAP_CONFORMANCE_UNCHECKED_FAILURES        = 75, /* unchecked-failures: not checked: no fail_next callback was given, so commits that fail half-way are not tried */
    PRAP_CONFORMANCE_UNCHECKED_SECOND          = 76, /* unchecked-second: not checked: no second handle was given, so what one writer sees of another is not looked at */
    PRAP_CONFORMANCE_UNCHECKED_REOPEN          = 77, /* unchecked-reopen: not checked: no reopen callback was given, so whether it lasts is not looked at */
    PRAP_CONFORMANCE_UNCHECKED_EMPTY_TENANT    = 78, /* unchecked-empty-tenant: not checked: the empty tenant was to be spared, so nothing was committed under it */
    PRAP_CONFORMANCE_UNCHECKED_REST            = 79, /* unchecked-rest: not checked: the plainest commit or load does not work, so nothing after it was tried */
};

enum {
    PRAP_CONFORMANCE_CHECK_BASICS       = 1, /* basics: a case is made, loaded, and changed */
    PRAP_CONFORMANCE_CHECK_MISSING      = 2, /* missing: a case that is not there is loaded and read */
    PRAP_CONFORMANCE_CHECK_CONFLICTS    = 3, /* conflicts: changes expect versions that are too old, too new, or of no case */
    PRAP_CONFORMANCE_CHECK_DUPLICATES   = 4, /* duplicates: ids come again: at once, much later, on another case, in another batch, after a refusal */
    PRAP_CONFORMANCE_CHECK_BATCHES      = 5, /* batches: changes that are made and changes that are refused come in one batch, some of the same case */
    PRAP_CONFORMANCE_CHECK_LARGE_BATCH  = 6, /* large-batch: a batch of 200 changes */
    PRAP_CONFORMANCE_CHECK_JOURNAL      = 7, /* journal: a journal of 300 events is read from every place, in pages of every size */
    PRAP_CONFORMANCE_CHECK_RECORDS      = 8, /* records: records and snapshots of every byte, from empty to the longest */
    PRAP_CONFORMANCE_CHECK_CASE_IDS     = 9, /* case-ids: case ids that differ in a capital, a space, an accent, a wildcard, or only at the 64th byte */
    PRAP_CONFORMANCE_CHECK_EVENT_IDS    = 10, /* event-ids: the same of ids of events */
    PRAP_CONFORMANCE_CHECK_TENANTS      = 11, /* tenants: tenants with the same case ids, and tenants and case ids that are the same when run together */
    PRAP_CONFORMANCE_CHECK_EMPTY_TENANT = 12, /* empty-tenant: a case of the empty tenant */
    PRAP_CONFORMANCE_CHECK_SCANS        = 13, /* scans: cases are walked in order, after any of them, in pages of every size, while others are made and changed */
    PRAP_CONFORMANCE_CHECK_DUE_DAYS     = 14, /* due-days: cases due on days past, present and extreme, and on none, are asked for by day */
    PRAP_CONFORMANCE_CHECK_SINKS        = 15, /* sinks: sinks stop a walk at every row, or refuse one */
    PRAP_CONFORMANCE_CHECK_OUTBOX       = 16, /* outbox: changes bring notices, several of an event and of several events */
    PRAP_CONFORMANCE_CHECK_FAILURES     = 17, /* failures: commits are made to fail at each of their writes */
    PRAP_CONFORMANCE_CHECK_TWO_HANDLES  = 18, /* two-handles: two handles change and read the same cases in turn */
    PRAP_CONFORMANCE_CHECK_REOPENING    = 19, /* reopening: the store is opened again, and all that was written is looked at */
};

/* One word. Library-owned, never freed. New members are appended. */
typedef struct prap_word {
    uint32_t size;
    uint32_t kind;       /* PRAP_WORDS_* */
    uint32_t number;     /* permanent within its kind */
    uint32_t rule;       /* for prap_rule_by_number, or 0 */
    uint32_t detail;     /* FACT, DESK_FACT, FORM_FACT: PRAP_FACT_TYPE_*. OPTION, DESK_OPTION,
                            FORM_OPTION: its fact. EVENT, FORM: PRAP_ACTOR_*. NOTICE, FINDING,
                            CALL_REMINDER, DESK_FINDING, DATA_FINDING, FORM_FINDING,
                            SERVICE_FINDING: PRAP_SEVERITY_*. STATE: 1 when ended. MEASURE: 1 when
                            adverse. DATA_ITEM: PRAP_DATA_TYPE_*. Else 0 */
    uint32_t absent;     /* FACT, DESK_FACT, FORM_FACT: PRAP_ABSENT_*. NOTICE: PRAP_RECIPIENT_*.
                            Else 0 */
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

/*
 * 1 for a word that tells of MAPPA, a Special Customer Record, terminal illness or death (sensitive.def), which
 * generated text leaves out unless asked for; else 0, also for a word that there is not. Since 0.1.
 */
PRAP_API int prap_word_is_sensitive(uint32_t kind, uint32_t number);

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
