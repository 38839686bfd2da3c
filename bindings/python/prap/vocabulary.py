"""The words of libprap as enumerations. Printed from the tables of lib/vocabulary/; do not edit."""

from __future__ import annotations

from enum import IntEnum, unique
from typing import Type, TypeVar

W = TypeVar("W", bound="Word")


class Word(IntEnum):
    """A word with a permanent number, a public kebab-case ``word`` and a one-line ``meaning``."""

    word: str
    meaning: str

    def __new__(cls, number: int, word: str = "", meaning: str = "") -> Word:
        member = int.__new__(cls, number)
        member._value_ = number
        member.word = word
        member.meaning = meaning
        return member

    @classmethod
    def find(cls: Type[W], word: str) -> W:
        """The member whose ``word`` is given. Raises KeyError when there is none."""
        for member in cls:
            if member.word == word:
                return member
        raise KeyError(word)

    def __str__(self) -> str:
        return self.word

    def __format__(self, form: str) -> str:
        return format(self.word, form)


@unique
class Status(Word):
    """Status words."""

    OK = (0, 'ok', 'it worked')
    NONE = (1, 'none', 'there is nothing under that key')
    CONFLICT = (2, 'conflict', 'the stored version is not the expected one')
    DUPLICATE = (3, 'duplicate', "an event with this id is already in the case's journal")
    RETRY = (4, 'retry', 'the store could not do it now; nothing happened')
    UNKNOWN = (5, 'unknown', 'the commit may or may not have happened; reload to find out')
    FAIL = (6, 'store-failed', 'the store failed; nothing happened')
    E_NULL = (10, 'null-argument', 'a required pointer is NULL')
    E_DAY = (12, 'day', 'there is no such day in years 1 to 9999')
    E_DAY_FORM = (13, 'day-form', 'a day is written YYYY-MM-DD')
    E_RANGE = (14, 'range', 'a number is outside its range')
    E_WORD = (15, 'unknown-word', 'the name or number is not in the vocabulary')
    E_TYPE = (16, 'type', 'the value has the wrong type')
    E_TEXT = (17, 'text', 'an identifier is too long, not UTF-8 or not printable')
    E_REQUIRED = (18, 'required', 'a required field is missing')
    E_TWICE = (19, 'twice', 'the same fact or setting is given twice')
    E_ORDER = (20, 'order', 'days are in an impossible order')
    E_NO_CASE = (21, 'no-such-case', 'there is no case with this id')
    E_ID_REUSED = (22, 'id-reused', 'the id was already used in this case for another event')
    E_REENTRY = (23, 're-entry', 'a callback called back into the handle that is calling it')
    E_NO_READ = (24, 'no-history', 'the store has no read callback, which this question needs')
    E_NO_SCAN = (25, 'no-scan', 'the store has no scan callback, which this question needs')
    E_MOMENT_FORM = (26, 'moment-form', 'a moment is written YYYY-MM-DDTHH:MM, with Z or an offset after it when that is known')
    E_GAP = (27, 'no-such-moment', 'the clocks go forward over this moment')
    E_REPEATED = (28, 'repeated-moment', 'the clocks go back over this moment, so that it comes twice; the offset says which')
    E_NOMEM = (30, 'out-of-memory', "the host's allocator returned NULL")
    E_HOST = (31, 'host-contract', 'a callback broke its contract')
    E_RANDOM = (32, 'random-source', "the host's random source failed, or repeats itself")
    E_DAMAGED = (50, 'damaged', 'stored bytes do not match their checksum or their form')
    E_FOREIGN = (51, 'not-ours', 'the store or record was not written by libprap')
    E_VERSION = (52, 'newer-version', 'stored bytes were written by a newer format')
    E_COVERAGE = (58, 'coverage', 'the count leaves the days that the calendar knows')
    E_LIMIT = (70, 'limit', 'too many or too much')
    E_ROOM = (71, 'room', "the caller's buffer is too small")
    E_SIZE = (80, 'struct-size', "a struct's size is one this library cannot adopt")
    E_BUG = (90, 'bug', 'the library contradicted itself; please report it')


@unique
class State(Word):
    """State words."""

    NONE = (0, 'none', 'no referral is known under this id')
    SIGNPOSTED = (2, 'signposted', 'an approved signposting organisation has pointed the person to the Jobcentre')
    PROSPECT = (4, 'prospect', 'the work coach is satisfied; the handover is not yet held')
    HANDED_OVER = (6, 'handed-over', 'handover held, or exceptionally skipped; the referral is awaited')
    RECEIVED = (10, 'received', 'received, not acknowledged')
    ACCEPTED = (20, 'accepted', 'acknowledged by acceptance; initial meeting to be held')
    CANCEL_REQUESTED = (25, 'cancel-requested', 'acknowledged, no start, cancellation requested with a reason')
    ATTENDED = (30, 'attended', 'initial meeting attended, nothing in PRaP yet')
    PRE_WORK = (40, 'pre-work', 'start recorded in PRaP; pre-work support')
    STARTED = (45, 'started', 'start date in PRaP; the earnings feed is open (memo 08)')
    IN_WORK = (50, 'in-work', 'start recorded; in-work support')
    PRAP14_SENT = (52, 'prap14-sent', 'found to be an error after the start; PRaP14 with the PRaP support team')
    PRAP14_APPROVED = (54, 'prap14-approved', 'the request is approved; end date and reason code are owed')
    END_DATED = (56, 'end-dated', 'end date and reason code are in PRaP; the back-out is awaited')
    REJECTED = (60, 'rejected', 'acknowledged by rejection')
    DNA = (61, 'dna', 'did not attend the initial meeting')
    DNS = (62, 'dns', 'attended the initial meeting and did not start')
    AUTO_DNA = (63, 'auto-dna', 'turned to did-not-attend by PRaP on day 60')
    LEFT = (64, 'left', 'left the programme with a leaver code')
    BACKED_OUT = (65, 'backed-out', 'backed out by the PRaP support team')
    CANCELLED_NO_CONTACT = (66, 'cancelled-no-contact', 'cancelled with the reason no contact')
    NOT_REFERRED = (67, 'not-referred', 'withdrew before there was a referral')
    COMPLETED = (68, 'completed', 'the allotted time on provision is completed')
    ENDED = (69, 'ended', 'ended by another end date in PRaP')
    FORWARDED = (70, 'forwarded', 'the request is with the Data Protection Office')
    REFERENCED = (71, 'referenced', 'the Data Protection Office has given its reference and the actions to take')
    DECIDED = (72, 'decided', 'erasure was accepted or rejected; the letter is to be prepared')
    READY = (73, 'ready', 'the letter or own text is ready to go')
    RESPONDED = (74, 'responded', 'the participant has been answered; the response is to be forwarded')
    CLOSED = (75, 'closed', 'the response was forwarded to the Data Protection Office')
    REQUESTED = (76, 'requested', 'DWP was asked to approve unencrypted email for the process')
    APPROVED = (77, 'approved', 'DWP has given its written permission; the first day of use is to be agreed')
    ACTIVE = (78, 'active', 'in use from the agreed day on')
    SUSPENDED = (79, 'suspended', 'not in use for the time being: an outage, or DWP said so')
    CLERICAL = (80, 'clerical', 'not in use for the time being; the work is done clerically')
    NOTIFIED_RESUME = (81, 'notified-resume', 'DWP was told when use can begin again')
    CEASING = (82, 'ceasing', 'to be withdrawn on the day agreed with the Supplier Manager')
    CEASED = (83, 'ceased', 'withdrawn')


@unique
class Event(Word):
    """Event words."""

    REFERRAL_RECEIVED = (1, 'referral-received', "the Jobcentre's referral appears in PRaP; on = day of receipt")
    ACCEPT = (2, 'accept', 'the provider acknowledges by accepting')
    REJECT = (3, 'reject', 'the provider acknowledges by rejecting')
    CONTACT_ATTEMPTED = (4, 'contact-attempted', 'the provider tried to reach the person')
    MEETING_ATTENDED = (5, 'meeting-attended', 'the person attended the initial meeting; on = day of the meeting')
    START_RECORDED = (6, 'start-recorded', 'the provider entered the start in PRaP; on = start date, recorded = day of entry')
    DNA_RECORDED = (7, 'dna-recorded', 'the provider entered Did Not Attend in PRaP')
    DNS_RECORDED = (8, 'dns-recorded', 'the provider entered Did Not Start in PRaP')
    CANCELLATION_REQUESTED = (9, 'cancellation-requested', 'the provider pressed the cancellation request button and picked a reason')
    CANCELLATION_CONFIRMED = (10, 'cancellation-confirmed', 'the requested cancellation took effect (only under policy cancel-effect=on-confirmation)')
    PLAN_AGREED = (11, 'plan-agreed', 'provider and participant fully agreed the action plan')
    LEFT = (12, 'left', 'the provider ended the participation with a leaver code')
    AUTO_DNA = (13, 'auto-dna', 'PRaP turned the unstarted referral to DNA on day 60')
    SIGNPOSTED = (14, 'signposted', 'an approved organisation signposts the person to the Jobcentre')
    WORK_COACH_SATISFIED = (15, 'work-coach-satisfied', 'the work coach finds the person eligible, suitable and willing')
    HANDOVER_HELD = (16, 'handover-held', 'work coach, person and provider hold the warm handover')
    HANDOVER_IMPOSSIBLE = (17, 'handover-impossible', 'exceptionally no handover is possible; the Jobcentre documents why')
    WITHDREW = (18, 'withdrew', 'the person withdraws before there is a referral')
    REFERRAL_NOT_SEEN = (19, 'referral-not-seen', 'the expected referral is not in PRaP')
    REFERRAL_NOT_VISIBLE = (20, 'referral-not-visible', 'the Jobcentre says that it made the referral; the provider cannot see it')
    CLERICAL_REFERRAL_RECEIVED = (21, 'clerical-referral-received', 'the referral of a Special Customer Record arrives outside PRaP; on = day of receipt')
    MEETING_SCHEDULED = (22, 'meeting-scheduled', 'the initial meeting is booked, or moved; on = day of booking, meeting-on = day of the meeting')
    ERROR_SUSPECTED = (23, 'error-suspected', 'the provider notifies the Policy team of a referral possibly made in error')
    ADVICE_RECEIVED = (24, 'advice-received', 'the Policy team says what to do about the suspected error')
    PRAP14_SENT = (25, 'prap14-sent', 'the provider sends the circumstances with a PRaP14 to the Policy team')
    PRAP14_NOT_ACCEPTED = (26, 'prap14-not-accepted', 'the Policy team does not accept the PRaP14')
    PRAP14_ACCEPTED = (27, 'prap14-accepted', 'the Policy team accepts the PRaP14 and sends it to the PRaP support team')
    PRAP14_ACTIONED = (28, 'prap14-actioned', 'the PRaP support team says that it has actioned the PRaP14')
    FACE_TO_FACE_HELD = (29, 'face-to-face-held', 'a face-to-face meeting is held on the programme')
    WEEKLY_SUPPORT_OFFERED = (30, 'weekly-support-offered', 'weekly contact is offered')
    WORK_STARTED = (31, 'work-started', 'the participant starts work; on = first day at work')
    WORK_STOPPED = (32, 'work-stopped', 'the participant stops work')
    ALLOTTED_TIME_ENDED = (33, 'allotted-time-ended', 'PRaP ends the participation with code 45 at the end of allotted time')
    MAPPA_FOREWARNED = (34, 'mappa-forewarned', 'the work coach warns of MAPPA restrictions ahead of the meeting')
    MAPPA_DISCLOSED = (35, 'mappa-disclosed', 'MAPPA restrictions are disclosed or suspected, at the initial meeting or after the start')
    MAPPA_NOTIFIED = (36, 'mappa-notified', "the Jobcentre's MAPPA contact notifies the nominated officer of the restrictions; on = day of the notice")
    MAPPA_ESCALATED = (37, 'mappa-escalated', "the nominated officer escalates to the Jobcentre's MAPPA contact")
    MAPPA_CONTINUED = (38, 'mappa-continued', 'after 28 days without notice the provider decides to continue light touch')
    MAPPA_CANNOT_CONTINUE = (39, 'mappa-cannot-continue', 'light touch is no longer possible; a PRaP14 goes to the Policy team')
    CLERICAL_START = (40, 'clerical-start', 'the start of a clerical case is recorded, outside PRaP; on = start date')
    CLERICAL_OUTCOME = (41, 'clerical-outcome', 'the outcome of a clerical case without a start is recorded, outside PRaP')
    ENTRY_VOIDED = (42, 'entry-voided', 'an earlier entry was a mistake: voids = its sequence; it stays in the history')
    CASE_IMPORTED = (43, 'case-imported', 'a case is taken over from another system at its stage; on = day of taking over')
    ERROR_FOUND = (44, 'error-found', 'an inappropriate or duplicate referral is found, or reported by the Jobcentre; scenario = which')
    PRAP14_REFUSED = (45, 'prap14-refused', 'DWP refuses the request to back the referral out')
    PRAP14_APPROVED = (46, 'prap14-approved', "the support team's email says that the request is approved")
    END_DATE_ENTERED = (47, 'end-date-entered', 'the provider enters an end date in PRaP, and a reason code; end-on = the end date, on itself when not given')
    BACKED_OUT = (48, 'backed-out', "the support team's email says that the referral is backed out")
    EARNINGS_REPORTED = (49, 'earnings-reported', 'DWP shares the first pay date, or that earnings reached a threshold; on = day reached')
    DISENGAGED = (50, 'disengaged', 'the participant disengages')
    RE_ENGAGED = (51, 're-engaged', 'the participant engages again after disengaging')
    APPOINTMENT_MANDATED = (52, 'appointment-mandated', 'an appointment is made mandatory')
    APPOINTMENT_AGREED = (53, 'appointment-agreed', 'the initial appointment is agreed with a voluntary customer')
    MANDATED_ACTIVITY_FAILED = (54, 'mandated-activity-failed', 'what was mandated was not attended')
    RE_COMPLIED = (55, 're-complied', 'the participant complies after missing the mandated appointment')
    DOUBT_RAISED = (56, 'doubt-raised', 'the provider raises a compliance doubt')
    DOUBT_DECIDED = (57, 'doubt-decided', 'the compliance doubt is decided')
    DECISION_NOTIFIED = (58, 'decision-notified', 'the provider is told of the decision')
    EMPLOYED_BY_PROVIDER = (59, 'employed-by-provider', "the provider's own employment business takes the participant on")
    EMPLOYMENT_FORM_SENT = (60, 'employment-form-sent', 'the Employment Business Customer Form is sent to the payment team')
    CHANGE_NOTICE_RECEIVED = (61, 'change-notice-received', 'DWP tells of a change; annex-a-item = which')
    OTHER_PROVISION_AGREED = (62, 'other-provision-agreed', 'both sides agree that other provision suits better')
    ERASURE_REQUESTED = (63, 'erasure-requested', 'a participant asks for their data to be erased; on = day of receipt')
    HOLDING_REPLY_SENT = (64, 'holding-reply-sent', 'the request is acknowledged, with the holding reply')
    FORWARDED_TO_DPO = (65, 'forwarded-to-dpo', 'the details go to the Data Protection Office, copied to WHP Enquiries')
    REFERENCE_RECEIVED = (66, 'reference-received', "the Data Protection Office's email comes, with a reference and the actions to take")
    ERASURE_DECIDED = (67, 'erasure-decided', 'the request is accepted or rejected; decision = which')
    LETTER_PREPARED = (68, 'letter-prepared', "the letter, or a text of one's own, is ready; letter = which")
    RESPONSE_ISSUED = (69, 'response-issued', 'the participant is answered')
    RESPONSE_FORWARDED = (70, 'response-forwarded', 'the response goes to the Data Protection Office, copied to WHP Enquiries')
    DPO_MAIL_SENT = (71, 'dpo-mail-sent', 'any other mail to the Data Protection Office')
    DATA_ERASED = (72, 'data-erased', "the participant's data are erased")
    APPROVAL_REQUESTED = (73, 'approval-requested', 'DWP is asked to approve unencrypted email for a process; process, organisation = for what and whom')
    PERMISSION_GIVEN = (74, 'permission-given', 'DWP gives its written permission; on = its day')
    USE_AGREED = (75, 'use-agreed', 'the first day of use is agreed; use-from = that day, on itself when not given')
    MESSAGE_SENT = (76, 'message-sent', 'an unencrypted email is sent or forwarded; a preview answers whether it may be')
    OUTAGE_BEGAN = (77, 'outage-began', 'the provider can send or receive no email; expected-end-on = when it is expected to end')
    CLERICAL_BEGUN = (78, 'clerical-begun', 'the provider goes over to clerical working')
    RESUME_NOTIFIED = (79, 'resume-notified', 'DWP is told when the provider can use email again; resumes-on = that day')
    USE_RESUMED = (80, 'use-resumed', 'the provider uses email again')
    DWP_SUSPENDED = (81, 'dwp-suspended', 'DWP has an outage and says that use is suspended')
    DWP_ASKED_CLERICAL = (82, 'dwp-asked-clerical', 'DWP says that it will last longer than 48 hours and asks for clerical working')
    DWP_RESUMED = (83, 'dwp-resumed', 'DWP says that email is in use again')
    WITHDRAWAL_DECIDED = (84, 'withdrawal-decided', 'a subcontractor is to use email for the process no longer')
    CEASE_AGREED = (85, 'cease-agreed', 'the last day of use is agreed with the Supplier Manager; ceases-on = that day')
    USE_CEASED = (86, 'use-ceased', 'use has ended')
    DATA_MISDIRECTED = (87, 'data-misdirected', 'data went to the wrong subcontractor')
    DELETION_CONFIRMED = (88, 'deletion-confirmed', 'the wrong subcontractor was alerted and has deleted the data')
    RECEIVED_IN_ERROR = (89, 'received-in-error', "an email came in error, with wrong details, or about another provider's participant")
    MESSAGE_ACTIONED = (90, 'message-actioned', 'what a received email asks for is done')


@unique
class Fact(Word):
    """Fact words."""

    MADE = (1, 'made', 'day the Jobcentre made the referral in PRaP')
    SCR = (2, 'scr', 'the person is a Special Customer Record')
    REASON = (3, 'reason', 'why: see options.def')
    CODE = (4, 'code', 'leaver code')
    METHOD = (5, 'method', 'how contact was attempted')
    REACHED = (6, 'reached', 'the person was reached by the attempt')
    MODE = (7, 'mode', 'how the initial meeting was held')
    DIGITAL_REASON_RECORDED = (8, 'digital-reason-recorded', 'the reason for a digital meeting is on record')
    IDENTITY_CHECKED = (9, 'identity-checked', 'the identity check was made at the meeting')
    EMPLOYMENT_CHECKED = (10, 'employment-checked', 'the employment check was made at the meeting')
    EMPLOYED = (11, 'employed', 'the person is in any form of employment')
    PLAN_SIGNED_BY_PARTICIPANT = (12, 'plan-signed-by-participant', 'the participant signed the draft action plan that day')
    PLAN_SIGNED_BY_PROVIDER = (13, 'plan-signed-by-provider', 'the provider signed the draft action plan that day')
    NEEDS_ASSESSMENT_BEGUN = (14, 'needs-assessment-begun', 'the needs assessment was begun at the meeting')
    CONCERNS_ADDRESSED = (15, 'concerns-addressed', "the person's concerns were addressed and the refusal persists")
    TOLD = (16, 'told', 'when the person told the provider of the reason')
    DECEASED = (17, 'deceased', 'the participant has died')
    POLICY_ADVICE = (18, 'policy-advice', "the IPES Policy team's advice to use code 46 is on record")
    MOVED_OUT = (19, 'moved-out', 'the participant has moved out of England and Wales')
    TERMINAL_ILLNESS = (20, 'terminal-illness', 'the participant is terminally ill')
    CHOOSES_TO_LEAVE = (21, 'chooses-to-leave', 'the terminally ill participant chooses to leave')
    INDUCTION_PACK_SIGNED = (22, 'induction-pack-signed', 'the induction pack was issued and signed for')
    PLAN_FULLY_SIGNED = (23, 'plan-fully-signed', 'the agreed action plan carries both signatures')
    EVIDENCE_HELD = (24, 'evidence-held', 'the evidence of why the person did not start is held')
    OVERRIDE = (25, 'override', 'why it is recorded although a rule forbids it')
    MEETING_ON = (26, 'meeting-on', 'day for which the initial meeting is booked')
    SHORT_STAY = (27, 'short-stay', 'the hospital stay is expected to be short')
    RECEIVED_AT = (28, 'received-at', 'minute of the day of receipt, 0 to 1439, UK local time')
    REFERRAL_KIND = (29, 'referral-kind', 'a new referral or a Re-Referral')
    MADE_BY = (30, 'made-by', 'who made the referral')
    EARLIER_START_ON = (31, 'earlier-start-on', 'start date of the earlier participation, the latest that was not backed out')
    NIGHT_SHIFTS = (32, 'night-shifts', 'the person works, or worked, night shifts')
    STILL_ELIGIBLE = (33, 'still-eligible', 'the person still meets eligibility and suitability')
    OUTCOME_PAID_OR_DUE = (34, 'outcome-paid-or-due', 'an outcome payment was paid or is due from the earlier participation')
    REREFERRED_BEFORE = (35, 'rereferred-before', 'the person was re-referred before')
    WORK_COACH_ASSESSED = (36, 'work-coach-assessed', 'the work coach made a fresh assessment for the Re-Referral')
    MAPPA_KNOWN = (37, 'mappa-known', 'the Jobcentre has the MAPPA J and told of the restrictions with the referral')
    SO_APPROVED = (38, 'so-approved', 'the signposting organisation is on the approved list')
    FORM_IPESSO1 = (39, 'form-ipesso1', 'form IPESSO1 was filled in')
    ELIGIBLE = (40, 'eligible', 'the work coach finds the person eligible')
    SUITABLE = (41, 'suitable', 'the work coach finds the provision suitable')
    VOLUNTEERS = (42, 'volunteers', 'the person agrees to this voluntary provision')
    HANDOVER_MODE = (43, 'handover-mode', 'how the handover was held')
    AT_JOBCENTRE = (44, 'at-jobcentre', 'the face-to-face handover is in the Jobcentre')
    THREE_AGREE = (45, 'three-agree', 'provider, person and work coach agree that face to face is feasible')
    SUITABLE_SPACE = (46, 'suitable-space', 'there is suitable space for a face-to-face handover')
    EXCEPTION_DOCUMENTED = (47, 'exception-documented', 'the Jobcentre documented why no handover was possible')
    INTRODUCED = (48, 'introduced', 'the work coach introduced the person to the provider')
    EXPECTATIONS_DISCUSSED = (49, 'expectations-discussed', 'what to expect was talked about')
    CONCERNS_DISCUSSED = (50, 'concerns-discussed', 'concerns such as accessibility were dealt with')
    MEETING_ARRANGED = (51, 'meeting-arranged', 'date, time and place of the initial meeting were agreed')
    REPRESENTATIVE_READY = (52, 'representative-ready', 'a fully informed person took the handover for the provider')
    ACCESS_NEEDS_RECORDED = (53, 'access-needs-recorded', 'access needs were asked for and recorded')
    PRAP_FAULT_ANNOUNCED = (54, 'prap-fault-announced', 'a PRaP fault is announced that explains it')
    VISIBLE_IN_PRAP = (55, 'visible-in-prap', 'the provider can see the referral in PRaP')
    KEY_WORKER_PRESENT = (56, 'key-worker-present', "the participant's key worker held the initial meeting")
    FINAL_PAYMENT_CHECKED = (57, 'final-payment-checked', 'whether a final payment from an earlier employer is expected was asked')
    REMINDED_OF_LENGTH = (58, 'reminded-of-length', 'the participant was reminded how long provision can be')
    REMINDED_OF_COMMITMENT = (59, 'reminded-of-commitment', 'the participant was reminded of the long-term commitment')
    TRAVEL_MINUTES = (60, 'travel-minutes', 'minutes of travel to the provider each way by public transport')
    NEXT_CONTACT_AGREED = (61, 'next-contact-agreed', 'when the next contact is was agreed')
    NEXT_PLACE_AGREED = (62, 'next-place-agreed', 'the place of the next meeting was agreed')
    COMMUNICATION_AGREED = (63, 'communication-agreed', 'the preferred method of communication was agreed')
    PREPARATION_AGREED = (64, 'preparation-agreed', 'preparatory action was agreed')
    ADJUSTMENTS_AGREED = (65, 'adjustments-agreed', 'further adjustments or support were agreed')
    WEEKLY_SUPPORT_AGREED = (66, 'weekly-support-agreed', 'weekly support was offered at the meeting')
    PLAN_COPY_ISSUED = (67, 'plan-copy-issued', 'the participant has a copy of the draft plan')
    PLAN_COPY_KEPT = (68, 'plan-copy-kept', 'a copy of the draft plan is kept as evidence of the start')
    SIGNATURE_METHOD = (69, 'signature-method', 'how the plan was signed')
    DIGITAL_SIGNATURE_REASON = (70, 'digital-signature-reason', 'the reason for a digital signature is on record')
    DIGITAL_PROCESS_ASSURED = (71, 'digital-process-assured', 'the digital signing process is robust and keeps signatures as evidence')
    SIGNATURE_FALLBACK = (72, 'signature-fallback', 'there is a fallback for when the digital method fails')
    PACK_HEALTH_SAFETY = (73, 'pack-health-safety', 'the induction pack has health and safety')
    PACK_COMPLAINTS = (74, 'pack-complaints', 'the induction pack has the complaints procedure')
    PACK_DATA_PROTECTION = (75, 'pack-data-protection', 'the induction pack has the data protection responsibilities')
    PACK_TRAVEL = (76, 'pack-travel', 'the induction pack has travel and expenses, with the signed declaration')
    PACK_OTHER_EXPENSES = (77, 'pack-other-expenses', 'the induction pack has other expenses, childcare included')
    PACK_MAPS = (78, 'pack-maps', 'the induction pack has maps')
    PACK_CONTACTS = (79, 'pack-contacts', 'the induction pack has location and contact details')
    PACK_BEHAVIOUR = (80, 'pack-behaviour', 'the induction pack has expectations on behaviour and attendance')
    PACK_OTHER = (81, 'pack-other', 'the induction pack has whatever else is relevant to the participant')
    AROSE_ON = (82, 'arose-on', 'day on which the work or the offer arose')
    ADVICE = (83, 'advice', 'what the Policy team advised')
    ADVISED_END_ON = (84, 'advised-end-on', 'end date that the Policy team advised')
    BACKED_OUT = (85, 'backed-out', "the support team's notice says that the referral was backed out")
    EMPLOYMENT_BEGAN_ON = (86, 'employment-began-on', 'day on which the employment found at the meeting began')
    DISENGAGED = (87, 'disengaged', 'the participant disengaged from in-work support')
    NO_MORE_SUPPORT_NEEDED = (88, 'no-more-support-needed', 'the provider determined that no more in-work support is needed')
    MOVED_BETWEEN_NATIONS = (89, 'moved-between-nations', 'the participant moved from England to Wales or from Wales to England')
    IDENTITY_CONFIRMED = (90, 'identity-confirmed', 'the provider was satisfied that it dealt with the right person')
    AGREED_INTERVAL = (91, 'agreed-interval', 'agreed days from one face-to-face meeting to the next')
    NEEDS_COMPLETE_ON = (92, 'needs-complete-on', 'day on which the needs assessment was complete')
    VOIDS = (93, 'voids', 'sequence of the entry that was a mistake')
    STAGE = (94, 'stage', 'stage at which the case was taken over')
    RECEIVED_ON = (95, 'received-on', 'of a case taken over: day of receipt')
    ACKNOWLEDGED_ON = (96, 'acknowledged-on', 'of a case taken over: day of acknowledgement')
    ATTENDED_ON = (97, 'attended-on', 'of a case taken over: day of the initial meeting')
    START_ON = (98, 'start-on', 'of a case taken over: start date')
    ENTERED_ON = (99, 'entered-on', 'of a case taken over: day on which the start was entered in PRaP')
    PLAN_ON = (100, 'plan-on', 'of a case taken over: day on which the plan was fully agreed')
    FACE_TO_FACE_ON = (101, 'face-to-face-on', 'of a case taken over: last face-to-face meeting')
    WEEKLY_OFFER_ON = (102, 'weekly-offer-on', 'of a case taken over: last weekly offer')
    WORK_STARTED_ON = (103, 'work-started-on', 'of a case taken over: first day at work')
    ATTEMPTS = (104, 'attempts', 'of a case taken over: attempts logged that did not reach the person')
    SCENARIO = (105, 'scenario', 'which error the referral is')
    ON_DWP_PROVISION = (106, 'on-dwp-provision', 'the person takes part in other DWP-funded provision')
    JOB_EVENT = (107, 'job-event', 'what came up between referral and engaging')
    INTERVIEW_ON = (108, 'interview-on', "day of the Jobcentre's referral interview")
    ENGAGED_ON = (109, 'engaged-on', 'day on which the person engaged with the provider, the meeting or the start when not given')
    END_ON = (110, 'end-on', 'end date that is entered in PRaP')
    EARNED = (111, 'earned', 'cumulative earnings, in pence')
    THRESHOLD = (112, 'threshold', 'the highest threshold that earnings reached')
    FIRST_PAID_ON = (113, 'first-paid-on', 'first payment date')
    BENEFIT_CLAIMANT = (114, 'benefit-claimant', 'the participant also claims a benefit')
    CUSTOMER_GROUP = (115, 'customer-group', 'group of the customer')
    MANDATED_BY = (116, 'mandated-by', 'who made the appointment mandatory')
    ANNEX_A_ITEM = (117, 'annex-a-item', 'item of Annex A that changed: 18 is CH15-A-18')
    FIRST_SALARY_ON = (118, 'first-salary-on', "day of the first salary payment by the provider's own business")
    REFERRED_TO = (119, 'referred-to', 'the programme that the participant was referred to')
    STARTED = (120, 'started', 'the participant started on the programme')
    MANDATED_TO_INTERVIEW = (121, 'mandated-to-interview', 'the participant was mandated to an interview with the provider')
    DNA_AFTER_MANDATION = (122, 'dna-after-mandation', 'mandation activity was undertaken and a DNA was entered')
    MANDATION_EVIDENCE_HELD = (123, 'mandation-evidence-held', 'evidence of mandation is held')
    DECISION = (124, 'decision', 'what is decided')
    DECIDED_BY_PERSON = (125, 'decided-by-person', 'a person has decided what the text leaves open')
    COPIED_TO_ENQUIRIES = (126, 'copied-to-enquiries', 'WHP Enquiries has a copy')
    LETTER = (127, 'letter', 'what the participant is sent')
    LETTER_ALTERED = (128, 'letter-altered', "something is added to DWP's letter, or changed in it")
    ESF_SIGN_OFF = (129, 'esf-sign-off', 'the ESF marketing team has signed the alteration off')
    REFERENCE_INCLUDED = (130, 'reference-included', "the message has the Data Protection Office's reference")
    REFERENCE_HELD = (131, 'reference-held', 'of a request taken over: the reference has come')
    PROCESS = (132, 'process', 'the process that email is used for')
    ORGANISATION = (133, 'organisation', 'who uses it')
    PERMITTED_ON = (134, 'permitted-on', "of a use taken over: day of DWP's written permission")
    USE_FROM = (135, 'use-from', 'agreed first day of use')
    LIST_SUPPLIED = (136, 'list-supplied', 'the Supplier Manager has the updated list of subcontractors')
    SUBCONTRACTOR_APPROVED = (137, 'subcontractor-approved', 'DWP has formally approved the subcontractor')
    DILIGENCE_DONE = (138, 'diligence-done', 'assurance and due diligence are done')
    NO_OFFSHORE = (139, 'no-offshore', 'it is confirmed that nothing with an offshore element or link is used')
    EXEMPTION = (140, 'exemption', 'an exemption of Generic Chapter 8 covers the process')
    CEASES_ON = (141, 'ceases-on', 'agreed last day of use')
    RECORDS = (142, 'records', 'participant records in the message')
    SUPPLY_CHAIN_SHARING = (143, 'supply-chain-sharing', 'it shares information between prime providers, supply chain and third parties')
    FORWARDED = (144, 'forwarded', 'a received email is passed on')
    BUSINESS_NEED = (145, 'business-need', 'there is a business need to pass it on')
    RECIPIENT_ENTITLED = (146, 'recipient-entitled', 'the recipient is entitled to have it')
    AUTOMATIC = (147, 'automatic', 'it is passed on automatically')
    STANDARD_CONTENT = (148, 'standard-content', 'the content is the standard content')
    TEMPLATE_INCLUDED = (149, 'template-included', 'the standard template is completed and included')
    SENDER_DESIGNATED = (150, 'sender-designated', 'it is sent from a designated inbox')
    RECIPIENT_DESIGNATED = (151, 'recipient-designated', 'it is sent to a designated inbox')
    BEGAN_AT = (152, 'began-at', 'minute of the day at which the outage began, 0 to 1439, UK local time')
    EXPECTED_END_ON = (153, 'expected-end-on', 'day on which the outage is expected to end')
    EXPECTED_END_AT = (154, 'expected-end-at', 'minute of that day, 0 to 1439, UK local time')
    DEPARTMENT_TOLD = (155, 'department-told', 'the department was told of the outage')
    RESUMES_ON = (156, 'resumes-on', 'day from which email can be used again')
    SUSPENDED_BY = (157, 'suspended-by', 'of a use taken over: whose outage suspends it')
    EVIDENCE_FILED = (158, 'evidence-filed', 'what the email holds as evidence is filed')
    ADVOCATE_PRESENT = (159, 'advocate-present', 'an advocate or translator takes part in the handover')
    HANDOVER_TIME_TOLD = (160, 'handover-time-told', 'the work coach told the agreed time of the handover, and the support arrangements')
    SUPPORT_CALL_MADE = (161, 'support-call-made', 'the work coach called ahead about support needs')
    WORK_COACH_DETAILS_CONFIRMED = (162, 'work-coach-details-confirmed', "the work coach's contact details were confirmed, after the call and not on it")
    KEY_WORKER_CHANGED = (163, 'key-worker-changed', 'the participant has another key worker than before')
    IDENTITY_ITEMS = (164, 'identity-items', 'personal details that were asked for as an identity check: name, address, National Insurance number, others')
    IDENTITY_DOCUMENT_SEEN = (165, 'identity-document-seen', 'a document was seen, and its kind and reference number noted')
    IDENTITY_COPY_KEPT = (166, 'identity-copy-kept', 'a copy of other evidence of identity is kept, where audit asks for it')


@unique
class Option(Word):
    """Option words."""

    UNREACHABLE = (1, 'unreachable', 'did not attend and could not be reached (3.70)')
    REFUSED_TO_ATTEND = (2, 'refused-to-attend', 'refuses to attend (3.63)')
    REFUSED_TO_RESCHEDULE = (3, 'refused-to-reschedule', 'refuses to reschedule (3.64)')
    WORK = (4, 'work', 'in work, or about to start (3.65)')
    JOB_OFFER = (5, 'job-offer', 'has a job offer (3.65)')
    HOSPITAL = (6, 'hospital', 'imminent or programme-long hospital stay (3.65, 3.72)')
    WORSENING_HEALTH = (7, 'worsening-health', 'worsening health (3.65)')
    WITHDRAWN = (8, 'withdrawn', 'the work coach says that the person withdrew (3.26)')
    CANNOT_COMMIT = (9, 'cannot-commit', 'changed their mind before signing the plan (3.44)')
    NO_CONTACT = (10, 'no-contact', 'cancellation reason: no contact (Annex 3.2)')
    DNA = (11, 'dna', 'cancellation reason: did not attend interview (Annex 3.2)')
    DNS = (12, 'dns', 'cancellation reason: did not start (Annex 3.2)')
    REFERRED_IN_ERROR = (13, 'referred-in-error', 'referred in error, or a duplicate (3.74)')
    OTHER = (14, 'other', 'none of the other reasons')
    CANNOT_ATTEND = (15, 'cannot-attend', 'cannot attend on that day (3.62)')
    MAPPA_NO_NOTICE = (16, 'mappa-no-notice', 'no notice of MAPPA restrictions came within the 15 days (3.91)')
    EMPLOYED = (17, 'employed', 'already in employment at the meeting (3.37)')
    ENTERED_IN_ERROR = (18, 'entered-in-error', 'the entry was a mistake')
    DID_NOT_ATTEND = (19, 'did-not-attend', 'rejection reason: did not attend (memo 08)')
    PHONE = (20, 'phone', 'telephone call')
    LETTER = (21, 'letter', 'letter')
    EMAIL = (22, 'email', 'email')
    TEXT_MESSAGE = (23, 'text-message', 'text message')
    VISIT = (24, 'visit', 'visit in person')
    OTHER_METHOD = (25, 'other-method', 'any other method')
    FACE_TO_FACE = (30, 'face-to-face', 'in person')
    DIGITAL = (31, 'digital', 'by video or telephone, by exception (LWC-1)')
    BEFORE_MEETING = (40, 'before-meeting', 'before the initial meeting')
    AT_MEETING = (41, 'at-meeting', 'at the initial meeting')
    AFTER_MEETING = (42, 'after-meeting', 'after the meeting, before the start was entered')
    PRAP_TOOK_IT = (50, 'prap-took-it', 'it stands in PRaP although the guidance forbids it')
    DWP_SAID_SO = (51, 'dwp-said-so', 'DWP told the provider to do it')
    DONE_BY_MISTAKE = (52, 'done-by-mistake', 'it was done and should not have been')
    NEW = (60, 'new', 'a new referral')
    RE_REFERRAL = (61, 're-referral', 'a Re-Referral after an earlier start (3.75)')
    BY_JOBCENTRE = (62, 'by-jobcentre', 'made by the Jobcentre')
    BY_PROVIDER = (63, 'by-provider', 'made by the provider itself (3.01)')
    BY_PHONE = (70, 'by-phone', 'as a telephone conference (3.10)')
    IN_PERSON = (71, 'in-person', 'face to face (3.17)')
    WET = (80, 'wet', 'on paper')
    DIGITAL_SIGNATURE = (81, 'digital-signature', 'by a digital method (SIG-2)')
    ANNOTATION = (82, 'annotation', 'an annotation in place of a signature, as in COVID times (SIG-1)')
    USE_CODE_46 = (90, 'use-code-46', 'end the participation with code 46 (LC-46a)')
    CARRY_ON = (91, 'carry-on', 'carry on with the person')
    OTHER_ADVICE = (92, 'other-advice', 'something else, as the advice on record says')
    AT_RECEIVED = (100, 'at-received', 'received, not acknowledged')
    AT_ACCEPTED = (101, 'at-accepted', 'accepted, not attended')
    AT_ATTENDED = (102, 'at-attended', 'attended, nothing entered in PRaP')
    AT_PRE_WORK = (103, 'at-pre-work', 'started, in pre-work support')
    AT_IN_WORK = (104, 'at-in-work', 'started, in in-work support')
    AT_STARTED = (105, 'at-started', 'started (memo 08)')
    AT_PRAP14_SENT = (106, 'at-prap14-sent', 'started, PRaP14 sent to the support team')
    AT_PRAP14_APPROVED = (107, 'at-prap14-approved', 'started, the PRaP14 approved, no end date yet')
    AT_END_DATED = (108, 'at-end-dated', 'end-dated, the back-out awaited')
    AT_BACKED_OUT = (109, 'at-backed-out', 'backed out, to be cancelled')
    AT_FORWARDED = (110, 'at-forwarded', 'an erasure request, forwarded to the Data Protection Office')
    AT_DECIDED = (111, 'at-decided', 'an erasure request, decided')
    AT_READY = (112, 'at-ready', 'an erasure request, the letter ready')
    AT_RESPONDED = (113, 'at-responded', 'an erasure request, answered')
    AT_APPROVED = (114, 'at-approved', 'unencrypted email, approved and not yet in use')
    AT_ACTIVE = (115, 'at-active', 'unencrypted email, in use')
    AT_SUSPENDED = (116, 'at-suspended', 'unencrypted email, suspended')
    AT_CLERICAL = (117, 'at-clerical', 'unencrypted email, the work done clerically')
    AT_CEASING = (118, 'at-ceasing', 'unencrypted email, to be withdrawn')
    INELIGIBLE = (120, 'ineligible', 'A: on DWP-funded provision already, or employed before the referral (M08-INEL)')
    FOUND_WORK = (121, 'found-work', 'B: work, self-employment or an offer between referral interview and engaging (M08-WORK)')
    DUPLICATE = (122, 'duplicate', 'C: a duplicate of another referral (M08-DUP)')
    EMPLOYMENT = (130, 'employment', 'began employment')
    SELF_EMPLOYMENT = (131, 'self-employment', 'began self-employment')
    OFFER = (132, 'offer', 'had a job offer')
    EARNED_1000 = (140, 'earned-1000', '1,000 pounds (CH15-A-56)')
    EARNED_2000 = (141, 'earned-2000', '2,000 pounds (CH15-A-57)')
    NATIONAL = (142, 'national-threshold', 'the national threshold of the day (CH15-A-58)')
    VOLUNTARY = (150, 'voluntary', 'voluntary')
    LONG_TERM_UNEMPLOYED = (151, 'long-term-unemployed', 'long-term unemployed (Core)')
    JETS_CUSTOMER = (152, 'jets-customer', 'JETS')
    WORK_COACH = (160, 'work-coach', 'by the work coach')
    OWN_MANDATION = (161, 'own-mandation', 'by the provider')
    TO_WHP = (170, 'whp', 'Work and Health Programme, Core')
    TO_JETS = (171, 'jets', 'JETS')
    TO_IPES = (172, 'ipes', 'Intensive Personalised Employment Support')
    TO_WORK_PROGRAMME = (173, 'work-programme', 'the Work Programme')
    ACCEPT = (180, 'accept', 'the data are to be erased')
    REJECT = (181, 'reject', 'the right of erasure does not apply')
    ACCEPTED_LETTER = (185, 'accepted-letter', "DWP's letter WHP RTE Acc (CH15-30)")
    REJECTED_LETTER = (186, 'rejected-letter', "DWP's letter WHP RTE REJ (CH15-36, 40)")
    OWN_TEXT = (187, 'own-text', "a communication of the provider's own")
    EXIT_REPORTS = (190, 'exit-reports', 'exit reports (CH15-46-B1)')
    COMPLIANCE_DOUBTS = (191, 'compliance-doubts', 'raising a compliance doubt, and notifying re-compliance (CH15-46-B2)')
    CHANGES = (192, 'changes-of-circumstances', 'reporting changes of circumstances (CH15-46-B3)')
    EMPLOYMENT_BUSINESS_FORM = (193, 'employment-business-form', 'WHP Employment Business Customer Form (CH15-46-B4)')
    ESF_FORM = (194, 'esf-14-20-form', 'ESF 14-20 form (CH15-46-B5)')
    SELF_REFERRAL_FORM = (195, 'self-referral-form', 'WHPS01 self-referral form (CH15-46-B6)')
    LIST_OF_500 = (196, 'list-of-500', 'list of 500 names and National Insurance numbers (CH15-46-B7)')
    GOOD_NEWS = (197, 'good-news-stories', 'good-news stories (CH15-46-B8)')
    ERASURE_REQUESTS = (198, 'erasure-requests', 'erasure requests, which are not among the eight (AMB-74)')
    OTHER_PROCESS = (199, 'other-process', 'any other process')
    PRIME_PROVIDER = (200, 'prime-provider', 'the provider itself')
    LISTED_SUBCONTRACTOR = (201, 'listed-subcontractor', 'a subcontractor on the list first supplied (CH15-45)')
    EXISTING_SUBCONTRACTOR = (202, 'existing-subcontractor', 'an approved subcontractor that was not on the list (CH15-51)')
    NEW_SUBCONTRACTOR = (203, 'new-subcontractor', 'a subcontractor new to the supply chain (CH15-52)')
    OWN_OUTAGE = (210, 'own-outage', "the provider's own")
    DWP_OUTAGE = (211, 'dwp-outage', "DWP's")


@unique
class Reason(Word):
    """Reason words."""

    NOT_FROM_HERE = (1, 'not-from-here', 'the case is not at a stage where this can happen')
    CASE_EXISTS = (2, 'case-exists', 'a referral was already received under this case id')
    CASE_ENDED = (3, 'case-ended', 'this referral has ended and cannot be reopened')
    CASE_LEFT = (4, 'case-left', 'the participant has left the programme')
    NOT_SCR = (5, 'scr-is-clerical', 'a Special Customer Record is never referred through PRaP')
    NOT_BEFORE_RECEIPT = (6, 'before-receipt', 'a referral cannot be acknowledged before it is received')
    ACK_NOT_PASSED = (7, 'acknowledgement-passed', 'the referral was not acknowledged within 2 working days, so it can no longer be accepted')
    NOT_YET_ACKNOWLEDGED = (8, 'already-acknowledged', 'the referral is already acknowledged')
    ACKNOWLEDGED_FOR_MEETING = (9, 'work-before-acknowledgement', 'work with the person must not begin before the referral is acknowledged')
    ACKNOWLEDGED_FOR_START = (10, 'start-without-acknowledgement', 'a start cannot be recorded on a referral that was not acknowledged')
    ACKNOWLEDGED_FOR_CANCELLATION = (11, 'cancellation-before-acknowledgement', 'only an acknowledged referral can be cancelled')
    ACKNOWLEDGED_FOR_DNA = (12, 'outcome-before-acknowledgement', 'the policy asks for an acceptance before an outcome')
    MEETING_NOT_BEFORE_ACK = (13, 'meeting-before-acknowledgement', 'the meeting is dated before the referral was acknowledged')
    MEETING_NOT_IN_FUTURE = (14, 'meeting-in-future', 'a meeting is attended on its day, not before it')
    START_NOT_IN_FUTURE = (15, 'start-in-future', 'a start can be entered late but not before it happened')
    START_IS_MEETING_DAY = (16, 'start-not-meeting-day', 'the start date is the day on which the initial meeting was attended')
    NOT_STARTED = (17, 'already-started', 'a start is already recorded on this referral')
    ENTRY_BEFORE_DAY_60 = (18, 'day-60-reached', 'an entry must come before the 60th day from the referral')
    NOT_AUTO_DNA = (19, 'automatic-dna', 'PRaP has turned this referral to Did Not Attend on day 60')
    IDENTITY_CHECKED = (20, 'identity-not-checked', 'the identity check was not made')
    EMPLOYMENT_CHECKED = (21, 'employment-not-checked', 'the employment check was not made')
    NOT_EMPLOYED = (22, 'employed', 'a person in any form of employment cannot start')
    SIGNED_BY_PARTICIPANT = (23, 'not-signed-by-participant', 'the participant did not sign the draft action plan at the meeting')
    SIGNED_BY_PROVIDER = (24, 'not-signed-by-provider', 'the provider did not sign the draft action plan at the meeting')
    NEEDS_BEGUN = (25, 'needs-assessment-not-begun', 'the needs assessment was not begun at the meeting')
    NO_BAR_TO_START = (26, 'cannot-commence', 'someone with work, a job offer, hospital or worsening health before the start should not commence')
    NOT_ATTENDED = (27, 'attended-means-dns', 'the person attended the initial meeting')
    ATTENDED = (28, 'not-attended-means-dna', 'the person did not attend the initial meeting')
    NO_START_FOR_OUTCOME = (29, 'outcome-after-start', 'a start is recorded, so neither Did Not Attend nor Did Not Start applies')
    OUTCOME_NOT_BEFORE_REFERRAL = (30, 'before-referral', 'an outcome cannot be dated before the referral was made')
    ATTEMPTS_MADE = (31, 'too-few-attempts', 'several attempts to reach the person must have failed first')
    REFUSAL_MET = (32, 'refusal-not-met', 'a refusal to attend must first be met by addressing the concerns, or by several attempts')
    RESCHEDULE_REFUSAL_MET = (33, 'reschedule-refusal-not-met', 'a refusal to reschedule must first be met by addressing the concerns')
    PLAN_NOT_SIGNED = (34, 'plan-already-signed', 'a change of mind counts as Did Not Start only before the action plan is signed')
    TOLD_AT_MEETING = (35, 'told-after-meeting', 'the guidance does not say what applies when the person tells it after the meeting and before the start is entered')
    DNA_REASON = (36, 'not-a-dna-reason', 'this reason is not one for Did Not Attend')
    DNS_REASON = (37, 'not-a-dns-reason', 'this reason is not one for Did Not Start')
    CANCELLATION_REASON = (38, 'not-a-cancellation-reason', 'a cancellation has one of three reasons: no contact, did not attend, did not start')
    NO_START_FOR_CANCELLATION = (39, 'cancellation-after-start', 'a referral with a start cannot be cancelled')
    NO_CONTACT_ALLOWED = (40, 'no-contact-not-allowed', 'the policy does not accept the cancellation reason no contact')
    CANCELLATION_IS_REQUESTED = (41, 'no-cancellation-requested', 'no cancellation was requested')
    MEETING_FOR_PLAN = (42, 'plan-before-meeting', 'an action plan is begun at the initial meeting, which has not been attended')
    PLAN_NOT_BEFORE_START = (43, 'plan-before-start', 'the plan is dated before the initial meeting')
    PLAN_SIGNED_BY_BOTH = (44, 'plan-without-signatures', 'a plan without both signatures is not valid')
    START_FOR_CODE = (45, 'code-without-start', 'a leaver code ends a participation, and no start is recorded')
    CODE_LISTED = (46, 'code-not-listed', 'only leaver codes 39, 43, 45 and 46 exist on IPES')
    CODE_NOT_AUTOMATIC = (47, 'code-is-automatic', 'code 45 is set by PRaP itself at the end of allotted time')
    CODE_39_IN_WORK = (48, 'code-39-in-pre-work', 'code 39 needs in-work support')
    DEATH_RECORDED = (49, 'death-not-recorded', 'code 43 is only for a participant who has died')
    CODE_46_GROUNDS = (50, 'no-ground-for-code-46', "code 46 needs the Policy team's advice, a move out of England and Wales, or a terminally ill participant's choice")
    LEFT_NOT_BEFORE_START = (51, 'left-before-start', 'the participation cannot end before it began')
    DAY_60_REACHED = (52, 'before-day-60', 'PRaP turns a referral to Did Not Attend only on the 60th day')
    NOTHING_ENTERED = (53, 'start-or-outcome-entered', 'a start or an outcome was entered before the 60th day')
    ACKNOWLEDGED_IN_TIME = (54, 'outcome-after-missed-acknowledgement', 'the referral was not acknowledged within 2 working days, so this reason can no longer end it')
    ROUTE_CHOSEN = (55, 'another-route-chosen', 'the policy sends someone who tells it after the meeting another way')
    NOT_ACKNOWLEDGED_AND_STARTED = (56, 'already-acknowledged-and-started', 'the referral is already acknowledged and a start is recorded on it')
    SO_APPROVED = (57, 'signposter-not-approved', 'only an organisation on the approved list may signpost')
    ELIGIBLE = (58, 'not-eligible', 'the work coach did not find the person eligible')
    SUITABLE = (59, 'not-suitable', 'the work coach did not find the provision suitable')
    VOLUNTEERS = (60, 'not-volunteering', 'the person does not agree to this voluntary provision')
    NOT_EMPLOYED_AT_HANDOVER = (61, 'employed-at-handover', 'the person is in employment, so no referral should follow the handover')
    HANDOVER_IN_JOBCENTRE = (62, 'handover-not-in-jobcentre', 'a face-to-face handover is held in the Jobcentre')
    HANDOVER_AGREED = (63, 'handover-not-agreed', 'provider, person and work coach must agree that a face-to-face handover is feasible')
    HANDOVER_SPACE = (64, 'no-space-for-handover', 'a face-to-face handover needs suitable space')
    EXCEPTION_DOCUMENTED = (65, 'exception-not-documented', 'the Jobcentre must document why no handover was possible')
    NO_REFERRAL_YET = (66, 'referral-was-made', 'the referral was already made')
    NO_FAULT_ANNOUNCED = (67, 'prap-fault-announced', 'an announced PRaP fault explains why the referral is not seen')
    NOT_VISIBLE = (68, 'referral-is-visible', 'the referral is visible in PRaP, so nothing needs mending')
    REFERRED_BY_JOBCENTRE = (69, 'referred-by-provider', 'only the Jobcentre refers; a provider may not')
    SCR_FOR_CLERICAL = (70, 'not-scr', 'only a Special Customer Record is referred clerically')
    NOT_CLERICAL = (71, 'clerical-case', 'this case is a Special Customer Record, which never touches PRaP')
    IS_CLERICAL = (72, 'not-a-clerical-case', 'this case goes through PRaP')
    NOT_ON_MAPPA_HOLD = (73, 'mappa-hold', 'MAPPA restrictions were disclosed and no notice has come: the meeting stays stopped')
    MEETING_DAY_GIVEN = (74, 'meeting-day-unknown', 'the day for which the meeting is booked is not known')
    MEETING_BOOKED_AHEAD = (75, 'meeting-booked-in-the-past', 'a meeting is booked for the day of booking or a later one')
    MEETING_WITHIN_15 = (76, 'meeting-past-day-15', 'the policy does not let a meeting be moved beyond 15 working days from the referral')
    MEETING_BEFORE_DAY_60 = (77, 'meeting-past-day-59', 'a meeting on or after the 60th day comes too late for a start to be entered')
    STAY_IS_SHORT = (78, 'stay-not-short', 'the hospital stay is not short, so the meeting is not rearranged')
    STAY_NOT_SHORT = (79, 'stay-is-short', 'a short hospital stay is no reason for Did Not Attend')
    MAPPA_ON_HOLD = (80, 'no-mappa-hold', 'no MAPPA restrictions are waiting for a notice')
    MAPPA_15_USED = (81, 'mappa-15-days-not-used', 'the full 15 days must be used before Did Not Attend is recorded for want of a MAPPA notice')
    MAPPA_NOT_KNOWN = (82, 'mappa-already-known', 'the restrictions are already on record')
    MAPPA_LIGHT_TOUCH = (83, 'no-light-touch', 'no MAPPA restrictions were reported after the start')
    MAPPA_IS_ESCALATED = (84, 'mappa-not-escalated', "the nominated officer has not escalated to the Jobcentre's MAPPA contact, so the 28 days have not begun")
    MAPPA_28_PASSED = (85, 'mappa-28-days-not-passed', 'light touch goes on until 28 days have passed since the escalation')
    MAPPA_REVIEW_DUE = (86, 'mappa-review-not-due', 'whether to continue is to be decided when 28 days have passed since the escalation')
    PRAP14_WITH_POLICY = (87, 'no-prap14-with-policy-team', 'no PRaP14 is with the Policy team')
    PRAP14_WITH_POST = (88, 'prap14-not-accepted-yet', 'on IPES the Policy team decides on a PRaP14 and sends it to the support team')
    NO_PRAP14_PENDING = (89, 'prap14-already-sent', 'a PRaP14 for this referral was already sent')
    PRAP14_NOT_BEFORE_MEETING = (90, 'prap14-before-meeting', 'a PRaP14 needs a recorded start, and the meeting was not attended')
    PRAP14_NOT_BEFORE_START = (91, 'prap14-before-start', 'a PRaP14 needs a recorded start, and none is recorded')
    PRAP14_REASON = (92, 'not-a-prap14-reason', 'a PRaP14 tells of work, a job offer, hospital or worsening health')
    AROSE_BY_START = (93, 'arose-after-start', 'work or an offer that arose after the start is the aim of the programme, not an error')
    ERROR_IS_NOTIFIED = (94, 'no-error-notified', 'the Policy team was not told of a possible error')
    NO_PRAP14_HOLD = (95, 'prap14-pending', 'the policy holds work with the participant while a PRaP14 is pending')
    IN_PRE_WORK_TIME = (96, 'after-allotted-time', 'the allotted time of 456 days was over by that day')
    WORK_AFTER_START = (97, 'work-arose-before-start', 'work that arose on or before the start date bars the start')
    STOPPED_IN_TIME = (98, 'work-stopped-after-allotted-time', 'the guidance does not say what follows when work stops after the pre-work time is over')
    ALLOTTED_TIME_OVER = (99, 'allotted-time-not-over', 'the allotted time is not over')
    CODE_39_GROUNDS = (100, 'no-ground-for-code-39', 'code 39 needs someone who disengages from in-work support after the pre-work period, or the determination that no more support is needed')
    END_DATE_ADVISED = (101, 'end-date-not-as-advised', 'code 46 on advice carries the end date that goes with the advice')
    MOVE_DECIDED = (102, 'move-between-nations', 'the guidance does not say whether a move between England and Wales ends the participation')
    EMPLOYED_ROUTE = (103, 'employed-by-the-referral', 'someone employed on or before the day of the referral was referred in error')
    SIGNATURE_VALID = (104, 'annotation-is-no-signature', 'an annotation in place of a signature is no longer valid')
    SIGNATURE_REASONED = (105, 'digital-signature-without-reason', 'a digital signature needs a recorded reason')
    SIGNATURE_ASSURED = (106, 'digital-process-not-assured', 'a digital signing process must be robust and keep the signatures as evidence')
    INTERVAL_WITHIN_28 = (107, 'interval-over-28-days', 'face-to-face meetings are agreed at least every four weeks')
    REREF_ELIGIBLE = (108, 'rereferral-not-eligible', 'a Re-Referral needs a person who still meets eligibility and suitability')
    REREF_NO_OUTCOME = (109, 'rereferral-outcome-paid', 'a Re-Referral is barred when an outcome payment was paid or is due from the earlier participation')
    REREF_DAY_REACHED = (110, 'rereferral-too-early', '638 days, or 639 for night shifts, must have lapsed since the earlier start')
    REREF_ONCE = (111, 'rereferral-again', 'a person is re-referred only once')
    REREF_ASSESSED = (112, 'rereferral-not-assessed', "a Re-Referral needs the work coach's fresh assessment")
    VOID_IS_POSSIBLE = (113, 'nothing-to-void', 'there is no entry with this sequence that can be voided: the first entry, a voiding and an entry already voided cannot')
    VOID_FREES_NONE = (114, 'later-entries-depend', 'later entries would not have been possible without this one')
    IMPORT_STAGE_KNOWN = (115, 'import-stage-unknown', 'the stage at which the case is taken over is not known')
    IMPORT_ATTENDED_KNOWN = (116, 'import-meeting-unknown', 'a case taken over after the initial meeting needs the day of the meeting')
    IMPORT_START_KNOWN = (117, 'import-start-unknown', 'a case taken over after the start needs its start date')
    IMPORT_IN_ORDER = (118, 'import-days-out-of-order', 'the days of the case contradict one another')
    NOT_BEFORE_START = (119, 'before-the-start', 'it is dated before the participation began')
    IMPORT_RECEIPT_KNOWN = (120, 'import-receipt-unknown', 'a case taken over before its acknowledgement needs the day of receipt')
    SCENARIO_GIVEN = (121, 'which-error-unknown', 'which of the three errors the referral is, is not said')
    MEMO_APPLIES = (122, 'memo-not-applied', 'by the policy m08-jets the memo does not bind this programme, and no other document says what to do')
    INELIGIBLE_GROUNDS = (123, 'not-shown-ineligible', 'not on other DWP-funded provision, and not employed before the referral')
    JOB_AFTER_INTERVIEW = (124, 'job-before-interview', 'work that began before the referral interview is employment before the referral')
    OFFER_AFTER_INTERVIEW = (125, 'offer-before-interview', 'the memo says nothing of an offer made before the referral interview')
    JOB_BEFORE_ENGAGING = (126, 'job-after-engaging', 'work or an offer after engaging is an outcome, not an error')
    REJECT_REASON_FITS = (127, 'reject-reason-of-another-error', 'each error has its own rejection reason')
    START_NOT_IN_PRAP = (128, 'start-is-in-prap', 'a start date is in PRaP, so the referral can no longer be rejected')
    START_FOR_PRAP14 = (129, 'no-start-for-prap14', 'no start date is in PRaP, so no PRaP14 is needed')
    REQUEST_APPROVED = (130, 'not-approved', 'end date and reason code are entered when the approval is received, not before')
    END_IS_NEXT_DAY = (131, 'end-date-not-next-day', 'the end date is always the day after the start date')
    CODE_FITS = (132, 'code-of-another-error', 'each error has its own reason code')
    BACKED_OUT_FIRST = (133, 'not-backed-out', "the referral is cancelled on receipt of the support team's email, not before")
    CANCEL_NO_CONTACT = (134, 'cancel-reason-not-no-contact', 'a referral that was backed out is cancelled with the reason no contact')
    CARRY_ON = (135, 'request-was-refused', 'the request to back out was refused: the provider carries on with the person')
    REJECT_BY_CANCELLING = (136, 'reject-after-acceptance', 'by the policy reject-after-accept an accepted referral is cancelled, not rejected')
    REJECT_OR_CANCEL = (137, 'reject-or-cancel', 'the memo does not say how an accepted referral is rejected')
    CODE_OF_PROGRAMME = (138, 'code-not-defined', 'no document defines this code for the programme')
    NOT_SUSPENDED = (139, 'mandation-suspended', 'mandation and compliance doubts are suspended')
    OWN_NOT_SUSPENDED = (140, 'own-mandation-suspended', "the provider's own mandation is suspended")
    IS_MANDATED = (141, 'not-mandated', 'nothing was mandated')
    HAS_FAILED = (142, 'no-failure', 'no failure to attend is recorded')
    DOUBT_IS_RAISED = (143, 'no-doubt-raised', 'no compliance doubt is raised')
    DOUBT_IS_DECIDED = (144, 'doubt-not-decided', 'the doubt is not decided')
    APPOINTMENT_NOT_MADE = (145, 'appointment-made', 'the initial appointment is already made')
    APPOINTMENT_IS_MISSED = (146, 'appointment-not-missed', 'no mandated appointment was missed')
    CLAIMANT_KNOWN = (147, 'benefit-not-known', 'whether the participant claims a benefit is not known')
    GROUP_KNOWN = (148, 'group-not-known', 'the group of the customer is not known')
    HAS_DISENGAGED = (149, 'not-disengaged', 'the participant has not disengaged')
    EARNINGS_SAID = (150, 'no-earnings-said', 'neither a first payment, nor earnings, nor a threshold is said')
    THRESHOLD_APPLIES = (151, 'threshold-not-applicable', 'the threshold does not exist for this programme')
    EARNED_ENOUGH = (152, 'threshold-not-reached', 'the earnings given are below the threshold given')
    THRESHOLD_AMOUNT_KNOWN = (153, 'threshold-amount-unknown', 'the national threshold of the day was not supplied, so it cannot be compared')
    FIRST_SALARY_GIVEN = (154, 'first-salary-unknown', 'the day of the first salary payment is needed')
    EMPLOYMENT_IS_TOLD = (155, 'no-own-employment', "no employment by the provider's own business is recorded")
    ITEM_LISTED = (156, 'item-not-listed', 'Annex A has no such item')
    NOT_IN_PROGRAMME = (157, 'not-in-programme', 'the documents say nothing of this event for the programme')
    MEETING_ATTENDED_FIRST = (158, 'not-attended', 'by the policy m08-started the person has started when they attended, and they have not')
    ERASURE_COVERED = (159, 'erasure-not-covered', 'chapter 15 covers the erasure requests of Work and Health Programme and JETS alone')
    DECISION_GIVEN = (160, 'decision-not-given', 'what is decided is not said')
    REFERRED_TO_KNOWN = (161, 'programme-unknown', 'the programme decides, and is not known')
    START_KNOWN = (162, 'whether-started-unknown', 'whether the participant started decides, and is not known')
    CUSTOMER_GROUP_KNOWN = (163, 'customer-group-unknown', 'the group of the customer decides, and is not known')
    WHETHER_MANDATED_KNOWN = (164, 'whether-mandated-unknown', 'whether the customer was mandated to an interview decides, and is not known')
    WHETHER_DNA_KNOWN = (165, 'dna-unknown', 'whether a DNA was entered after mandation activity decides, and is not known')
    WHETHER_EVIDENCE_KNOWN = (166, 'evidence-unknown', 'whether evidence of mandation is held decides, and is not known')
    ACCEPTS_NO_STARTER = (167, 'participant-started', 'the right of erasure does not apply to a participant who started')
    ACCEPTS_NO_EVIDENCE = (168, 'mandation-evidence-kept', 'evidence of mandation must be kept')
    GAP_DECIDED = (169, 'person-must-decide', 'the text has no answer for these facts; rejection is proposed')
    GAP_REJECTED = (170, 'gap-means-reject', 'the text has no answer for these facts, and by the policy erase-gap the request is then rejected')
    REJECTS_WITH_CAUSE = (171, 'nothing-need-be-kept', 'nothing need be kept of a customer who did not start, so there is no ground to reject')
    FORWARDED_FIRST = (172, 'not-forwarded', 'the request was not forwarded to the Data Protection Office')
    DECIDED_FIRST = (173, 'not-decided', 'the rules are to be considered before anything is said or removed')
    LETTER_FIRST = (174, 'letter-not-ready', 'the letter or own text is not prepared')
    REFERENCE_IS_HELD = (175, 'reference-not-received', "the response must contain the Data Protection Office's reference, which has not come")
    REFERENCE_IN_MAIL = (176, 'reference-left-out', 'the reference must be used in all correspondence with the Data Protection Office')
    LETTER_GIVEN = (177, 'letter-not-said', 'which letter was prepared is not said')
    LETTER_FITS = (178, 'letter-does-not-fit', 'the letter says otherwise than the decision')
    LETTER_SIGNED_OFF = (179, 'letter-not-signed-off', 'an altered letter must be signed off by the ESF marketing team')
    RESPONDED_FIRST = (180, 'not-answered', 'the participant was not answered')
    ERASURE_ACCEPTED = (181, 'erasure-not-accepted', 'the request was not accepted, so the data are kept')
    COPY_SENT = (182, 'copy-not-sent', 'WHP Enquiries must have a copy')
    NOT_BEFORE_REQUEST = (183, 'before-request', 'it cannot have happened before the request came')
    PROCESS_LISTED = (184, 'process-not-listed', 'only the listed processes may use unencrypted email')
    PERMISSION_HELD = (185, 'no-written-permission', "DWP's written permission for this process and organisation is needed")
    USE_HAS_BEGUN = (186, 'use-not-begun', 'use begins on the agreed day, not before')
    USE_NOT_CEASED = (187, 'use-has-ceased', 'use has ended on the agreed day')
    APPROVED_SUBCONTRACTOR = (188, 'subcontractor-not-approved', 'the subcontractor must be formally approved by DWP')
    DILIGENCE_IS_DONE = (189, 'diligence-not-done', 'assurance and due diligence on the subcontractor must be done')
    NOTHING_OFFSHORE = (190, 'offshore-element', 'a subcontractor with any offshore element or link may not use it')
    LIST_WITH_MANAGER = (191, 'list-not-supplied', 'the Supplier Manager must have the updated list of subcontractors')
    ONE_RECORD = (192, 'several-records', 'only one record may be in an email')
    ONE_RECORD_FORWARDED = (193, 'several-records-forwarded', "only one participant's record at a time may be passed on")
    CONTENT_IS_STANDARD = (194, 'content-not-standard', 'the content must be the standard content')
    TEMPLATE_IS_INCLUDED = (195, 'template-not-included', 'the standard template must be completed and included')
    FROM_DESIGNATED = (196, 'sender-not-designated', 'it must be sent from a designated inbox')
    TO_DESIGNATED = (197, 'recipient-not-designated', 'it must be sent to a designated inbox')
    NO_OWN_OUTAGE = (198, 'own-outage-lasts', "the provider's own outage was not ended by telling DWP and resuming")
    NO_DWP_OUTAGE = (199, 'dwp-outage-lasts', 'DWP has suspended its use')
    NEED_TO_FORWARD = (200, 'no-business-need', 'there must be a business need to pass it on')
    ENTITLED_RECIPIENT = (201, 'recipient-not-entitled', 'the recipient must be entitled to have it')
    FORWARDED_BY_HAND = (202, 'automatic-forwarding', 'emails must not be passed on automatically')
    RESUME_IS_NOTIFIED = (203, 'resume-not-notified', 'DWP must be told when it can be used again before it is')
    RESUME_DAY_GIVEN = (204, 'resume-day-unknown', 'the day from which it can be used again is what DWP is told')
    CEASE_DAY_AGREED = (205, 'cease-day-not-agreed', 'the last day of use must be agreed with the Supplier Manager')
    CEASE_DAY_COME = (206, 'cease-day-not-come', 'the agreed last day of use has not come')
    DEPARTMENT_IS_TOLD = (207, 'department-not-told', 'the department must be told of the outage')
    PROCESS_GIVEN = (208, 'process-unknown', 'which process it is for is not known')
    ORGANISATION_GIVEN = (209, 'organisation-unknown', 'who uses it is not known')
    IS_MISDIRECTED = (210, 'nothing-misdirected', 'no data are known to have gone to the wrong subcontractor')
    START_DAY_AGREED = (211, 'start-day-not-agreed', 'a first day of use must be agreed with the Supplier Manager')
    IS_SUBCONTRACTOR = (212, 'not-a-subcontractor', 'it is a subcontractor that is withdrawn')
    IMPORT_PERMISSION_KNOWN = (213, 'permission-day-unknown', "the day of DWP's written permission is needed")
    ACCEPTS_NO_MANDATED_JETS = (214, 'mandated-jets-customer', 'all evidence of a JETS customer who was mandated to the initial interview must be kept')
    ACCEPTS_NO_HELD_EVIDENCE = (215, 'evidence-held', 'evidence of mandation is held, and must be kept whatever the text leaves open')
    LIST_OF_NEW_WITH_MANAGER = (216, 'new-subcontractor-not-listed', 'the Supplier Manager must have the updated list, with the subcontractor new to the supply chain')
    START_DAY_OF_NEW_AGREED = (217, 'new-subcontractor-without-start-day', 'a first day of use by the subcontractor new to the supply chain must be agreed with the Supplier Manager')


@unique
class Notice(Word):
    """Notice words."""

    MADE_DAY_ASSUMED = (1, 'made-day-assumed', 'the day the Jobcentre made the referral was not given; the day of receipt was taken')
    REJECT_REASON_MISSING = (2, 'reject-reason-missing', 'no reason for the rejection was given; the guidance does not ask for one')
    EVIDENCE_OWED = (3, 'evidence-owed', 'taken as done because it was not said otherwise; the evidence is owed')
    REFER_BACK = (4, 'refer-back', 'the person goes back to the Jobcentre')
    REFER_BACK_DAY_60 = (5, 'refer-back-day-60', 'no start within 60 days: the person goes back to the Jobcentre')
    ACCEPTANCE_MAY_BE_WANTED = (6, 'acceptance-may-be-wanted', 'the referral is not acknowledged; PRaP may want an acceptance first')
    DNA_SUGGESTED = (7, 'dna-suggested', 'the guidance says Did Not Attend for someone who cannot be reached')
    ACK_LATE = (8, 'ack-late', 'acknowledged after 2 working days: customer service standard 1 is missed')
    LATE_ACCEPTANCE = (9, 'late-acceptance', 'accepted although the acknowledgement was late: recorded as a breach')
    MEETING_LATE = (10, 'meeting-late', 'the initial meeting was later than 15 working days: customer service standard 2 is missed')
    RECORD_LATE = (11, 'record-late', 'the start or outcome was entered later than 15 working days: customer service standard 2 is missed')
    PLAN_LATE = (12, 'plan-late', 'the action plan was agreed later than 20 working days: customer service standard 3 is missed')
    DIGITAL_MEETING = (13, 'digital-meeting', 'the initial meeting should be face to face; digital only by exception')
    DIGITAL_REASON_MISSING = (14, 'digital-reason-missing', 'the reason for a digital meeting must be recorded')
    RETROSPECTIVE_ENTRY = (15, 'retrospective-entry', 'the start was entered after the day of the meeting')
    REPAYMENT_RISK = (16, 'repayment-risk', 'a wrong leaver code that produces a payment makes it repayable')
    CHECK_WITH_JOBCENTRE = (17, 'check-with-jobcentre', 'the expected referral is not in PRaP: ask whether it was made')
    REPORT_TO_POST = (18, 'report-to-post', 'the referral was made and cannot be seen in PRaP: ask the support team to look into it')
    KEEP_IN_CONTACT = (19, 'keep-in-contact', 'keep in contact with the person until the initial meeting')
    SEND_INVITE = (20, 'send-invite', 'no handover was held: tell the person time, day and place of the initial meeting')
    MEETING_BOOKED_LATE = (21, 'meeting-booked-late', 'the meeting is booked later than 15 working days from the referral: customer service standard 2 will be missed')
    TELL_POLICY_TEAM_ERROR = (22, 'tell-policy-team-of-error', 'tell the Policy team the circumstances of the possible error')
    SEND_PRAP14 = (23, 'send-prap14', 'email the circumstances with a completed PRaP14 to the Policy team')
    PRAP14_PENDING = (24, 'prap14-pending', "the Policy team's answer is awaited; work with the participant goes on, its outcome unknown")
    CODE_46_OWED = (25, 'code-46-owed', 'the participation is to be ended with code 46 on the end date that goes with the advice')
    PRAP14_REFUSED = (26, 'carry-on-with-participant', 'the PRaP14 was not accepted: carry on with the participant')
    MAPPA_STOP_MEETING = (27, 'stop-the-meeting', 'stop the meeting and tell the person that it will be booked again')
    MAPPA_CONTACT_SPOC = (28, 'contact-mappa-spoc', "contact the Jobcentre's MAPPA contact at once")
    MAPPA_TELL_WORK_COACH = (29, 'tell-work-coach-of-dna', 'tell the work coach why Did Not Attend was recorded')
    MAPPA_TELL_OFFICER = (30, 'tell-nominated-officer', 'restrictions were reported after the start')
    MAPPA_TELL_MANAGER = (31, 'tell-performance-manager', 'restrictions were reported after the start')
    MAPPA_GO_LIGHT = (32, 'light-touch', 'a light-touch approach is recommended until the official notice comes')
    MAPPA_NOTICE_LATE = (33, 'mappa-notice-late', 'the notice came after the 15 days: the guidance has Did Not Attend recorded and the Jobcentre refer again')
    MAPPA_REFER_AGAIN = (34, 'mappa-new-referral', 'once it has the MAPPA J the Jobcentre refers the person again, as a new referral')
    FEED_GOES_ON = (35, 'feed-goes-on', 'this code does not end the earnings interest; the guidance does not say when it ends')
    ORPHAN_FEED = (36, 'orphan-feed', 'the referral was backed out without an end date, so the earnings feed stays open')
    RECORDED_ANYWAY = (37, 'recorded-although-forbidden', 'recorded although a rule forbids it: recorded as a breach')
    ENTRY_VOIDED = (38, 'entry-voided', 'an earlier entry no longer counts; it stays in the history')
    UNKNOWN_ON_IMPORT = (39, 'unknown-on-import', 'not known of the case taken over; what depends on it cannot be said')
    ALLOTMENT_INFERRED = (40, 'allotment-inferred', 'how long in-work support lasts is inferred from the 638 days of a Re-Referral, not stated')
    INTRODUCE_KEY_WORKER = (41, 'introduce-key-worker', 'the meeting was held by another person: hold a separate meeting with the key worker')
    TRAVEL_TOO_LONG = (42, 'travel-too-long', 'the journey takes more than 90 minutes: arrange otherwise, such as outreach')
    HANDOVER_BY_EXCEPTION = (43, 'handover-by-exception', 'a face-to-face handover must stay exceptional')
    EARLY_COMPLETER = (44, 'early-completer', 'the participant leaves before the end of the allotted time')
    SIGNPOST_TO_JOBCENTRE = (45, 'signpost-to-jobcentre', 'point the person back to Jobcentre Plus')
    REJECT_IN_PRAP = (46, 'reject-in-prap', 'no start date is in PRaP: reject the referral with the reason of its error')
    SEND_PRAP14_TO_POST = (47, 'send-prap14-to-post', 'a start date is in PRaP: complete a PRaP14 and email it to the PRaP support team')
    MECHANISM_HINT = (48, 'cancel-instead-of-reject', 'the referral was accepted: PRaP may want its cancellation requested instead of a rejection')
    CARRY_ON_REFUSED = (49, 'carry-on-after-refusal', 'the request was refused: carry on with the person; the earnings feed stays open')
    ENTER_END_DATE = (50, 'enter-end-date', 'the request is approved: enter the end date, which is the day after the start date, and the reason code')
    CANCEL_PROMPTLY = (51, 'cancel-promptly', 'the referral is backed out: cancel it in PRaP with the reason no contact')
    END_DATE_OWED = (52, 'end-date-still-owed', 'the end date is still owed: only it closes the earnings feed')
    INTERVIEW_ASSUMED = (53, 'interview-day-assumed', 'the day of the referral interview is not known; the day of the referral was taken')
    MEMO_INFERRED = (54, 'memo-inferred', 'the memo is addressed to Work and Health Programme providers; that it binds JETS is inferred')
    OUTCOME_EARNINGS = (55, 'outcome-earnings-reached', 'earnings reached the outcome threshold: the earnings feed closes')
    EXIT_REPORT = (56, 'exit-report-owed', 'an exit report is owed for participants that Chapter 11 lists')
    WHP07 = (57, 'send-whp07', 'tell Jobcentre Plus on form WHP07')
    MANDATED_FAILURE = (58, 'tell-of-failure', 'tell of the failure as chapters 5a and 5b say')
    EMPLOYMENT_FORM = (59, 'send-employment-form', 'email the Employment Business Customer Form at least five days before the first salary payment')
    HOLDING_REPLY = (60, 'send-holding-reply', 'acknowledge the request and issue the holding reply: it will be dealt with within one month')
    FORWARD_TO_DPO = (61, 'forward-to-dpo', 'forward the details of the request to the Data Protection Office')
    COPY_TO_ENQUIRIES = (62, 'copy-to-enquiries', 'copy what goes to the Data Protection Office to WHP Enquiries')
    ERASURE_MAIL_NOT_LISTED = (63, 'erasure-mail-not-listed', 'erasure emails are not among the eight processes for unencrypted email: use a secure route, or an exemption')
    ANSWER_PARTICIPANT = (64, 'answer-participant', 'issue the response within one month of the request, with the reference')
    RESPONSE_LATE = (65, 'response-late', 'the response went out later than one month after the request: recorded as a breach')
    FORWARD_RESPONSE = (66, 'forward-response', 'forward the response, with the reference, to the Data Protection Office')
    FORWARD_REJECTION = (67, 'forward-rejection', 'forward the rejection, with the reference, to the Data Protection Office')
    ERASE_DATA = (68, 'erase-data', "the request was accepted: erase the participant's data")
    KEEP_DATA = (69, 'keep-data', 'the request was rejected: keep the data as long as retention asks, and no longer')
    ASK_APPROVAL = (70, 'ask-for-approval', "ask DWP's security mailbox to approve unencrypted email for the process")
    GO_CLERICAL = (71, 'go-clerical', 'the outage is expected to last 48 hours or longer: tell the department and work clerically')
    OUTAGE_END_UNKNOWN = (72, 'outage-end-unknown', 'when the outage will end is not known: at 48 hours or longer the department is told and the work is clerical')
    LIST_TO_SUPPLIER_MANAGER = (73, 'list-to-supplier-manager', 'tell the Supplier Manager of the withdrawal as soon as possible, with the updated list, and agree the last day')
    ALERT_SUBCONTRACTOR = (74, 'alert-subcontractor', 'alert the subcontractor to the error and make sure that it deletes the record')
    KEEP_ACTION_RECORD = (75, 'keep-action-record', 'keep a record of the actions taken for three months')
    TELL_OF_WRONG_EMAIL = (76, 'tell-of-wrong-email', 'tell the Performance Manager of the email received in error')
    DELETE_MESSAGE = (77, 'delete-message', 'delete the email from the inbox; what it holds as evidence is filed first')
    KEEP_SENDING_RECORD = (78, 'keep-sending-record', 'keep a record of where and when it was sent for three months')
    IDENTITY_WEAK = (79, 'identity-check-weak', 'one detail is no combination: ask for two at the least, or see a document')
    KEEP_KEY_WORKER = (80, 'keep-key-worker', 'the participant is to keep one key worker throughout')


@unique
class Deadline(Word):
    """Deadline words."""

    ACK = (1, 'ack', 'acknowledge within 2 working days, the day of receipt being day 1')
    MEET = (2, 'meet', 'hold the initial meeting within 15 working days of the referral')
    RECORD = (3, 'record', 'have the start or the outcome in PRaP within the same 15 working days')
    AUTO60 = (4, 'auto60', 'last safe day for an entry before PRaP turns the referral to DNA on day 60')
    PLAN = (5, 'plan', 'agree the action plan within 20 working days of the start date')
    ALLOT = (6, 'allot', 'last day of the allotted time, 456 days with the start date as day one, longer for someone in work')
    WEEKLY = (7, 'weekly', 'offer weekly support')
    F2F4 = (8, 'f2f4', 'hold a face-to-face meeting within four weeks of the last')
    MAPPA15 = (9, 'mappa15', 'notice of MAPPA restrictions within 15 days following the referral, or DNA')
    MAPPA28 = (10, 'mappa28', 'review light touch when no notice came within 28 days of the escalation')
    CONTACT = (11, 'contact', 'keep in contact between handover and initial meeting, as often as the policy says')
    PAY5 = (12, 'pay5', 'send the Employment Business Customer Form at least five days before the first salary payment')
    CANCEL = (13, 'cancel', 'cancel a referral promptly after it was backed out')
    ERASE = (14, 'erase', 'answer a request to erase within one month of its receipt')
    HOLDING_REPLY = (15, 'holding-reply', 'acknowledge a request to erase at once, with the holding reply')
    FORWARD_DPO = (16, 'forward-dpo', 'forward a request to erase to the Data Protection Office')
    CHASE_DPO = (17, 'chase-dpo', 'ask the Data Protection Office for its reference, as many days ahead as the policy says')


@unique
class Policy(Word):
    """Policy words."""

    ACK_NONWORKING = (1, 'ack-nonworking', 'what day 1 is when a referral is received on a non-working day')
    LATE_ACK = (2, 'late-ack', 'whether a late acceptance that PRaP took may be recorded')
    CSS2_COUNT = (3, 'css2-count', 'whether the referral day is day 0 or day 1 of the 15')
    AUTO60_DAY = (4, 'auto60-day', 'the day on which PRaP turns an unstarted referral to DNA')
    AUTO60_COUNT = (5, 'auto60-count', 'whether the referral day is day 0 or day 1 of the 60')
    AUTO60_ANCHOR = (6, 'auto60-anchor', 'whether the 60 days run from the day made or the day received')
    MIN_ATTEMPTS = (7, 'min-attempts', 'how many failed attempts several attempts are')
    RESCHEDULE_NEEDS_ATTEMPTS = (8, 'reschedule-needs-attempts', 'whether a refusal to reschedule also needs the failed attempts')
    DNA_UNACKED = (9, 'dna-unacked', 'whether DNA may be recorded on a referral that is not acknowledged')
    CANCEL_EFFECT = (10, 'cancel-effect', 'when a requested cancellation takes effect')
    IPES_NO_CONTACT = (11, 'ipes-no-contact', 'whether the cancellation reason no contact is accepted')
    UNRECORDED_START = (12, 'unrecorded-start', 'what to do when work is told after the meeting but before the start was entered')
    CSS2_DNA = (13, 'css2-dna', 'whether a DNA recorded within the 15 days meets customer service standard 2')
    CSS3_NEEDS = (14, 'css3-needs', 'whether customer service standard 3 also needs the needs assessment complete')
    CSS_TARGET = (15, 'css-target', 'the share of a customer service standard to be met, in parts of 1,000; 0 is none')
    ALLOT_DAYS = (16, 'allot-days', 'how many days the allotted time has, the start date being day 1')
    IWS_DAYS = (17, 'iws-days', 'how many days of in-work support the allotted time is longer by')
    REREF = (18, 'reref', 'whether a Re-Referral may come when its day is reached or only after it')
    REREF_BACKED_OUT = (19, 'reref-backed-out', 'whether an earlier start that was backed out counts for a Re-Referral')
    MAPPA15_UNIT = (20, 'mappa15-unit', 'whether the 15 days of a MAPPA hold are working or calendar days')
    MAPPA_DNA_FROM = (21, 'mappa-dna-from', 'whether DNA for want of a MAPPA notice may be recorded on day 15 or after it')
    MAPPA28_UNIT = (22, 'mappa28-unit', 'whether the 28 days of waiting for a MAPPA notice are calendar or working days')
    SCR_ADVISORY_DATES = (23, 'scr-advisory-dates', 'whether a clerical referral is given dates to go by, outside every standard')
    RESCHEDULE_PAST_15 = (24, 'reschedule-past-15', 'whether a meeting may be moved beyond the 15 working days')
    SCOPE_368 = (25, '368-scope', 'which work and offers told after the start go to the Policy team')
    EMPLOYED_AT_IM = (26, 'employed-at-im', 'what to do with a person found in employment at the meeting')
    VISIBLE_327 = (27, '327', 'whether only a referral that cannot be seen is reported to the support team')
    CODE_39A = (28, '39a', 'whether code 39 needs in-work support and a day past the pre-work period, or in-work support alone')
    IPES_END_DATE = (29, 'ipes-end-date', 'which end date goes with code 46 after a PRaP14')
    IPES_BACKED_OUT = (30, 'ipes-backed-out', 'whether an actioned PRaP14 can back the referral out')
    PENDING_WORK = (31, 'pending-work', 'whether work with the participant goes on while a PRaP14 is pending')
    MOVE_OUT = (32, 'move-out', 'whether a move between England and Wales needs a person to decide')
    WEEKLY_OFFER = (33, 'weekly-offer', 'whether weekly contact is offered once or every week')
    PRESTART_CONTACT_DAYS = (34, 'prestart-contact-days', 'after how many days without contact before the meeting to remind; 0 is never')
    F2F_HANDOVER_SHARE = (35, 'f2f-handover-share', 'the share of face-to-face handovers above which to warn, in parts of 1,000; 0 is never')
    ANNOTATION_END = (36, 'annotation-end', 'the day from which an annotation in place of a signature is not valid')
    DAY_CUTOFF = (37, 'day-cutoff', "the minute of the day from which a receipt counts as the next day's; 0 is none")
    SERVICE_BH = (38, 'service-bh', 'whether a service that is open on weekdays is open on bank holidays')
    PROMPT = (39, 'prompt', 'how many working days promptly is')
    MONTH_NONWORKING = (40, 'month-nonworking', 'whether a month that ends on a non-working day is kept or moved')
    ANCHOR_13M = (41, '13m-anchor', 'what the 13 months of mandation evidence count from')
    ESF_YEARS = (42, 'esf-years', 'how many years ESF audit evidence is kept')
    OUTAGE_CLOCK = (43, 'outage-clock', 'whether the 48 hours of an outage are elapsed or on the clock')
    PAY5 = (44, 'pay5', 'what the five days before the first pay are')
    LMS = (45, 'lms', 'which referral date an agent accepts')
    PD_RECENT_DAYS = (46, 'pd-recent-days', 'how many days a referral is recent for')
    ACCESS_AUDIT_REMINDER = (47, 'access-audit-reminder', 'whether to remind of access audits')
    CODE_LEN = (48, 'code-len', 'how many characters an access code has')
    PD_REMAINING = (49, 'pd-remaining', 'which questions are asked first when qualifications or employment history are missing')
    PD_DORMANT_CHANGED = (50, 'pd-dormant-changed', 'what is advised when the claim is dormant and the contact details have changed')
    PRE01_NEEDS_CALL = (51, 'pre01-needs-call', 'whether PRE01 needs a call before it')
    SECURITY_MAILBOX = (52, 'security-mailbox', 'what the security mailbox takes')
    STOCKPILE = (53, 'stockpile', 'after how many days a failure that waits for a call is warned of; 0 is never')
    M08_STARTED = (54, 'm08-started', 'whether a person has started when a start date is in PRaP or when they attended')
    M08_BOUNDARY = (55, 'm08-boundary', 'whether employment before the referral means before the referral interview or before the referral')
    M08_JETS = (56, 'm08-jets', 'whether memo 08 binds JETS')
    REJECT_AFTER_ACCEPT = (57, 'reject-after-accept', 'what to do with an error found after acceptance and before a start')
    DUP_SIGNPOST = (58, 'dup-signpost', 'whether the person is pointed to Jobcentre Plus when a duplicate is closed')
    DUP_PICK = (59, 'dup-pick', 'which of two referrals of a person is proposed as the duplicate')
    ERASE_GAP = (60, 'erase-gap', 'what to do with a request to erase for which the text has no answer')
    DPO_CHASE = (61, 'dpo-chase', "how many days before the last day to ask for the Data Protection Office's reference; 0 is never")
    LIST_500_EXEMPT = (62, '500-list-exempt', 'whether the process list of 500 may have more than one record in an email')
    EXIT_MIN_WORDS = (63, 'exit-min-words', 'how many words the next steps of an exit report must have at the least; 0 is not checked')


@unique
class Choice(Word):
    """Choice words."""

    ROLL_FORWARD = (1001, 'roll-forward', 'the first working day after is day 1')
    COUNT_AS_DAY_1 = (1002, 'count-as-day-1', 'the day itself is day 1')
    REFUSE = (1003, 'refuse', 'refuse it')
    ALLOW_WITH_BREACH = (1004, 'allow-with-breach', 'record it, with a breach')
    EXCLUDE_DAY = (1005, 'exclude-day', 'the day counted from is day 0')
    INCLUDE_DAY = (1006, 'include-day', 'the day counted from is day 1')
    MADE = (1007, 'made', 'the day the Jobcentre made the referral')
    RECEIVED = (1008, 'received', 'the day the provider received it')
    NO = (1009, 'no', 'no')
    YES = (1010, 'yes', 'yes')
    ALLOW_WITH_HINT = (1011, 'allow-with-hint', 'record it, with a hint')
    REQUIRE_ACCEPT = (1012, 'require-accept', 'only after acceptance')
    IMMEDIATE = (1013, 'immediate', 'at once')
    ON_CONFIRMATION = (1014, 'on-confirmation', 'when it is confirmed')
    WARN = (1015, 'warn', 'record it, with a warning')
    ASK = (1016, 'ask', 'a person must choose')
    DNS = (1017, 'dns', 'record Did Not Start')
    RECORD_THEN_PRAP14 = (1018, 'record-then-prap14', 'record the start, then send the PRaP14')
    MET_IF_RECORDED = (1019, 'met-if-recorded', 'met when it was recorded in time')
    MISSED = (1020, 'missed', 'missed')
    REACHED = (1021, 'reached', 'when the day is reached')
    EXCEEDED = (1022, 'exceeded', 'after the day')
    IGNORE = (1023, 'ignore', 'it does not count')
    COUNT = (1024, 'count', 'it counts')
    WORKING = (1025, 'working', 'working days')
    CALENDAR = (1026, 'calendar', 'calendar days')
    ON_DAY_15 = (1027, 'on-day-15', 'on day 15')
    AFTER_DAY_15 = (1028, 'after-day-15', 'after day 15')
    ON = (1029, 'on', 'on')
    OFF = (1030, 'off', 'off')
    EVENT_ON_OR_BEFORE_START = (1031, 'event-on-or-before-start', 'only what arose on or before the start date')
    ANY_TIME = (1032, 'any-time', 'whenever it arose')
    BY_DATE = (1033, 'by-date', 'by the day on which the employment began')
    NOT_VISIBLE = (1034, 'not-visible', 'only one that cannot be seen')
    LITERAL_BOTH = (1035, 'literal-both', 'also one that can be seen, as the text says')
    PHASE_AND_DATE = (1036, 'phase-and-date', 'in-work support, and a day past the pre-work period')
    PHASE_ONLY = (1037, 'phase-only', 'in-work support')
    AS_ADVISED = (1038, 'as-advised', 'as the Policy team advised')
    START_PLUS_1 = (1039, 'start-plus-1', 'the day after the start date')
    AS_NOTICED = (1040, 'as-noticed', "when the support team's notice says so")
    NEVER = (1041, 'never', 'never')
    NOTICE = (1042, 'notice', 'it goes on, with a notice')
    HOLD = (1043, 'hold', 'it waits')
    LEAVES_BOTH = (1044, 'leaves-both', 'only a move out of both nations counts')
    ONCE = (1045, 'once', 'one offer of a weekly cadence')
    EVERY_WEEK = (1046, 'every-week', 'an offer every week')
    CLOSED = (1047, 'closed', 'closed')
    OPEN = (1048, 'open', 'open')
    KEEP = (1049, 'keep', 'the day is kept')
    NEXT_WORKING_DAY = (1050, 'next-working-day', 'it moves to the next working day')
    LATER = (1051, 'later', 'the later of notice and decision')
    NOTIFIED = (1052, 'notified', 'the day of the notice')
    DECISION = (1053, 'decision', 'the day of the decision')
    ELAPSED = (1054, 'elapsed', 'hours that have passed')
    WALL = (1055, 'wall', 'hours on the clock')
    CLEAR = (1056, 'clear', 'clear days, neither end counted')
    EITHER = (1057, 'either', 'the date held by DWP or the day after it')
    PLUS_ONE = (1058, 'plus-one', 'only the day after the date held by DWP')
    FOUR = (1059, 'four', 'payment group, officer, signing day and cycle, referral date')
    HOST_SUBSET = (1060, 'host-subset', 'those that the host names')
    DO_NOT_RAISE = (1061, 'do-not-raise', 'not to raise the doubt')
    RAISE = (1062, 'raise', 'to raise the doubt')
    PROFORMA_AND_CH15 = (1063, 'proforma-and-ch15', 'Annex B, and requests to use unencrypted email')
    PROFORMA_ONLY = (1064, 'proforma-only', 'Annex B and nothing else')
    PRAP_ENTRY = (1065, 'prap-entry', 'when a start date is in PRaP')
    ATTENDED = (1066, 'attended', 'when the person attended')
    INTERVIEW = (1067, 'interview', 'the referral interview')
    REFERRAL = (1068, 'referral', 'the referral')
    RECORD_AS_REJECT = (1069, 'record-as-reject', 'recorded as rejected, with a hint')
    CANCEL = (1070, 'cancel', 'cancelled')
    LATER_UNSTARTED = (1071, 'later-unstarted', 'the later one, when it has not started')
    ASK_PROPOSE_REJECT = (1072, 'ask-propose-reject', 'a person is asked, and rejection is proposed')
    REJECT = (1073, 'reject', 'it is rejected')


@unique
class Computation(Word):
    """Computation words."""

    ACK = (1, 'ack', 'acknowledge within 2 working days, the day of receipt being day 1')
    MEET_RECORD = (2, 'meet-record', 'meet and record within 15 working days of the referral')
    PLAN = (3, 'plan', 'agree the action plan within 20 working days of the start date')
    AUTO60 = (4, 'auto60', 'last safe day for an entry before PRaP turns the referral to DNA')
    ALLOTTED_TIME = (5, 'allotted-time', 'last day of the allotted time, the start date being day one')
    RE_REFERRAL = (6, 're-referral', 'first day on which a Re-Referral may come after an earlier start')
    ACCESS_CODE = (7, 'access-code', 'the access code for a day: issued on a last Wednesday, used from the Monday after')
    LMS_DATE = (8, 'lms-date', 'the referral date that an agent expects: the day after the one that DWP holds')
    END_DATE = (9, 'end-date', 'end date of a start that is taken back: the day after the start date')
    ERASURE = (10, 'erasure', 'answer an erasure request within one month of its receipt')
    MANDATION_EVIDENCE = (11, 'mandation-evidence', 'keep mandation evidence for at least 13 months')
    EMAIL_RECORD = (12, 'email-record', 'keep the record of an unencrypted email for three months')
    ESF_EVIDENCE = (13, 'esf-evidence', 'keep ESF audit evidence for ten years after the programme and its last claim')
    OUTAGE = (14, 'outage', 'when an outage of encrypted email has lasted 48 hours, from when on a provider must switch')
    MAPPA15 = (15, 'mappa15', 'use the full 15 days of a MAPPA hold before a DNA is entered')
    MAPPA28 = (16, 'mappa28', 'review a MAPPA wait 28 days after the escalation')
    EMPLOYMENT_FORM = (17, 'employment-form', 'send the employment business form at least five days before the first pay')
    WEEKLY_OFFER = (18, 'weekly-offer', 'offer weekly contact again 7 days after the last offer')
    FACE_TO_FACE = (19, 'face-to-face', 'meet face to face within 28 days of the last time')
    RECENT_REFERRAL = (20, 'recent-referral', 'last day of a call about a referral that is still one of the last two weeks')
    ACCESS_AUDIT = (21, 'access-audit', 'audit access 30 days after the last audit')
    ACCREDITATION_REVIEW = (22, 'accreditation-review', 'review the accreditation a year after the last review, or at once on a system change')
    SERVICE_HOURS = (23, 'service-hours', 'whether a service is open at a moment, and when it next opens')
    LAST_USABLE = (24, 'last-usable', 'last moment of a due day that no outage takes')
    DWP_OUTAGE = (25, 'dwp-outage', 'when an outage at DWP has lasted 48 hours, after which it is longer than that')


@unique
class Service(Word):
    """Service words."""

    POST = (1, 'post', 'the PRaP operational support team, 09:00 to 16:00')
    PROVIDER_DIRECT = (2, 'provider-direct', 'Provider Direct, 08:00 to 18:00')


@unique
class Measure(Word):
    """Measure words."""

    CSS1 = (1, 'css1', 'customer service standard 1: acknowledged in time')
    CSS2 = (2, 'css2', 'customer service standard 2: meeting held and start or outcome entered, both in time')
    CSS2_MEETING = (3, 'css2-meeting', 'its first limb: the initial meeting held in time')
    CSS2_RECORD = (4, 'css2-record', 'its second limb: the start or the outcome entered in time')
    CSS3 = (5, 'css3', 'customer service standard 3: action plan agreed in time')
    DIGITAL_MEETING = (6, 'digital-meeting', 'initial meetings that were held digitally')
    DNA_FEW_ATTEMPTS = (7, 'dna-few-attempts', 'people recorded as not reached without enough attempts to reach them')
    LATE_ACKNOWLEDGEMENT = (8, 'late-acknowledgement', 'referrals that were acknowledged late')
    ORPHAN_FEED = (9, 'orphan-feed', 'participations that ended while the earnings feed runs on and should not')
    FACE_TO_FACE_HANDOVER = (10, 'face-to-face-handover', 'handovers that were held face to face')


@unique
class Finding(Word):
    """Finding words."""

    STILL_ELIGIBLE = (1, 'still-eligible', 'criterion: still eligible and suitable')
    NO_OUTCOME = (2, 'no-outcome', 'criterion: no outcome payment paid or due from the earlier participation')
    PERIOD_LAPSED = (3, 'period-lapsed', 'criterion: 638 days since the earlier start, 639 for someone working night shifts')
    NOT_RE_REFERRED = (4, 'not-re-referred', 'criterion: not re-referred before')
    NEW_REFERRAL = (5, 'new-referral', 'the next referral is a new one and needs no criteria')
    RE_REFERRAL = (6, 're-referral', 'the next referral is a Re-Referral: all four criteria must hold')
    EARLIER_START = (7, 'earlier-start', 'the earlier start that the days are counted from')
    BACKED_OUT = (8, 'backed-out', 'a start that was backed out: the days are not counted from it')
    WORK_COACH_ASSESSES = (9, 'work-coach-assesses', "a Re-Referral is exceptional and for the work coach's fresh assessment")
    WORKED = (10, 'worked', 'worked during the earlier participation: other provision may suit better')
    RESTARTS = (11, 'restarts', 'a new start begins the provision from day one')
    DUPLICATE = (12, 'duplicate', 'two referrals are open at once: tell the Policy team')
    ALREADY_STARTED = (13, 'already-started', 'referred although a participation is under way: tell the Policy team')
    STARTED_ELSEWHERE = (14, 'started-elsewhere', 'referred although on another programme: tell the Policy team')
    DUPLICATE_PROPOSED = (15, 'duplicate-proposed', 'the later of two open referrals, and not started: proposed as the duplicate, to be rejected')
    DUPLICATE_TO_BE_NAMED = (16, 'duplicate-to-be-named', 'two referrals are open at once and none is proposed: a person says which is the duplicate')


@unique
class Checklist(Word):
    """Checklist words."""

    SIGNPOSTING = (1, 'signposting', "what a signposting organisation's form IPESSO1 stands for")
    HANDOVER = (2, 'handover', 'the warm handover')
    NO_HANDOVER = (3, 'no-handover', 'a referral without a handover')
    INITIAL_MEETING = (4, 'initial-meeting', 'the initial meeting')
    AGREED_ITEMS = (5, 'agreed-items', 'what is agreed at the initial meeting as a minimum')
    START_EVIDENCE = (6, 'start-evidence', 'the evidence of the start')
    INDUCTION_PACK = (7, 'induction-pack', 'what the induction pack holds')
    NO_START_EVIDENCE = (8, 'no-start-evidence', 'the evidence of why the person did not start')
    PRAP14 = (9, 'prap14', 'a PRaP14 and what came of it')
    SUSPECTED_ERROR = (10, 'suspected-error', 'a referral possibly made in error, and the advice on it')
    MAPPA_STEPS = (11, 'mappa-steps', 'the steps on MAPPA restrictions')


@unique
class Record(Word):
    """Record words."""

    REFERRAL = (1, 'referral', 'the referral as it was received')
    ACKNOWLEDGEMENT = (2, 'acknowledgement', 'the acknowledgement')
    HANDOVER = (3, 'handover', 'the warm handover')
    CONTACT_LOG = (4, 'contact-log', 'the log of contacts and attempts')
    INITIAL_MEETING = (5, 'initial-meeting', 'the initial meeting')
    START_EVIDENCE = (6, 'start-evidence', 'the evidence of the start')
    SIGNATURE_METHOD = (7, 'signature-method', 'how each signature was made')
    NO_START_EVIDENCE = (8, 'no-start-evidence', 'the evidence of why the person did not start')
    PRAP14 = (9, 'prap14', 'the PRaP14 and what came of it')
    ADVICE = (10, 'advice', 'advice of the Policy team or the PRaP support team')
    MAPPA_STEPS = (11, 'mappa-steps', 'the steps on MAPPA restrictions')
    ADVICE_CALL = (12, 'provider-direct-call', 'a call to Provider Direct')
    ACCESS_CODE_LOG = (13, 'access-code-log', 'the log of access codes')
    ANNEX_B = (14, 'annex-b', 'an Annex B')
    UNENCRYPTED_EMAIL = (15, 'unencrypted-email', 'an unencrypted email that was sent')
    MISDIRECTED_DATA = (16, 'misdirected-data', 'data that went to the wrong place')
    MANDATION_EVIDENCE = (17, 'mandation-evidence', 'evidence of mandation')
    ESF_FORMS = (18, 'esf-forms', 'forms for the European Social Fund')
    PAYMENT_EVIDENCE = (19, 'payment-evidence', 'evidence of payments and of the journey')
    ERASURE_CASE = (20, 'erasure-case', 'a request for erasure')
    EXIT_REPORT = (21, 'exit-report', 'an exit report')
    EMPLOYMENT_FORM = (22, 'employment-form', 'the form of an employment business')
    RECEIVED_EMAIL = (23, 'received-email', 'an unencrypted email that was received')


@unique
class CallReason(Word):
    """Call reason words."""

    IN_ORDER = (1, 'out-of-order', 'the call is at another point')
    NOT_MAPPA = (2, 'mappa', 'Provider Direct is never called about a MAPPA participant')
    NOT_SCR = (3, 'scr', 'Provider Direct is never called about a Special Customer Record')
    NOT_UC = (4, 'universal-credit', 'agents know nothing of Universal Credit claims')
    ROOM_IN_CALL = (5, 'call-full', 'one call is about ten participants at most')
    LISTED_ONCE = (6, 'listed-twice', 'the participant is on the list already')
    ANYONE_LISTED = (7, 'nobody-listed', 'no participant is listed to be asked about')
    SERVICE_OPEN = (8, 'service-closed', 'calls are taken from 8am to 6pm, Monday to Friday')
    CODE_BEGUN = (9, 'code-not-yet', 'the access code is to be used from the Monday after it was issued')
    CODE_CURRENT = (10, 'code-out-of-date', 'the access code to hand is no longer the one in force')
    PRIME_IS_KNOWN = (11, 'prime-not-known', "the agent asks for the prime provider's name")
    ORIGINALS_HELD = (12, 'original-missing', 'the answers come from the original referral information, which is not to hand')
    NOT_JOB_OUTCOME = (13, 'job-outcome', 'Provider Direct is not for tracking job outcomes')
    NOT_POLICY = (14, 'policy-question', 'agents do not know Work Programme policy or process')
    PURPOSE_IS_DOUBT = (15, 'no-compliance-doubt', 'Provider Direct is for a failed mandated activity about which a doubt is to be raised')
    NOT_WITHDRAWN = (16, 'service-withdrawn', 'DWP has withdrawn the service')
    SECURITY_TOLD = (17, 'security-not-explained', 'DWP has not been told how the code is kept secure')
    PLAN_TOLD = (18, 'plan-not-confirmed', 'DWP has not been told whether the security plan needs updating')
    COMPANY_IS_GIVEN = (19, 'company-not-given', "the agent asks for the caller's company")
    CALLER_IS_NAMED = (20, 'caller-not-named', "the agent asks for the caller's own name")
    PRIME_IS_GIVEN = (21, 'prime-not-given', "the agent asks for the prime provider's name")
    IS_ON_LIST = (22, 'not-on-list', 'the agent did not find them on the approved list')
    REASON_IS_VALID = (23, 'reason-not-valid', 'the agent did not take the reason for the call as valid')
    ALL_THREE_RIGHT = (24, 'fewer-than-three', 'fewer than three of the three characters were right')
    CODE_PASSED = (25, 'code-check-failed', 'the code was not confirmed, so the call has ended and nothing may be asked')
    WAS_ELIGIBLE = (26, 'caller-not-eligible', 'the caller was not found eligible, so the call has ended and nothing may be asked')
    USES_ORIGINAL = (27, 'not-from-original', 'agents hold only the original referral: details updated since do not match')
    NINO_IS_RIGHT = (28, 'nino-wrong', 'the National Insurance number was not right')
    NAME_IS_RIGHT = (29, 'name-wrong', 'the full name was not right')
    QUESTION_NAMED = (30, 'no-question', 'one question of the six is asked as well')
    ANSWER_IS_RIGHT = (31, 'answer-wrong', 'the answer was not right')
    QUESTION_ASKABLE = (32, 'question-not-askable', 'this question cannot be asked about the participant')
    MAY_BE_MISSING = (33, 'question-always-there', 'only qualifications and employment history may not exist')
    CHOICE_TOLD = (34, 'agent-has-not-chosen', 'after a check that was not passed the agent chooses how to go on')
    IS_LISTED = (35, 'not-listed', 'the participant is not on the list of the call')
    NOT_YET_DONE = (36, 'done-already', 'the participant was dealt with in this call')
    IS_THE_ONE = (37, 'another-participant', 'the agent is dealing with another participant: each has a check of their own')
    FAILURE_PAST = (38, 'failed-after-call', 'the day of the failure is after the day of the call')
    ASKS_ANYTHING = (39, 'asks-nothing', 'nothing is asked about')
    NO_POLICY_ASKED = (40, 'asks-about-policy', 'agents do not know Work Programme policy or process')
    ADVICE_TOLD = (41, 'advice-not-known', 'it is not said what the agent advised')
    IS_ADVISED = (42, 'advice-not-noted', "nothing is noted of the agent's answer: there is no written evidence of it")
    OTHERS_LEFT = (43, 'nobody-left', 'nobody is left to be asked about')
    NOBODY_LEFT = (44, 'others-left', 'others on the list have not been asked about; they need no further code questions')
    RIGHT_CALL_DAY = (45, 'call-day-differs', 'the record has another day than the call')
    SAME_ADVICE = (46, 'advice-differs', 'the record has another advice than the agent gave')
    WHY_NOT_TOLD = (47, 'why-not-missing', 'it was advised not to raise the doubt, and the record does not say why')
    UPDATED_SINCE = (48, 'updated-before-call', 'the record cannot show a call that was not yet made')
    STEPS_TAKEN = (49, 'pre01-before-call', 'the steps of this document come before a PRE01')
    DECISION_TOLD = (50, 'decision-not-known', 'it is not said whether the doubt is raised')
    DEVIATION_KEPT = (51, 'no-reason-kept', 'the decision is not what was advised, and no reason for that is kept')
    FORM_NAMED = (52, 'form-not-known', 'a doubt is raised on one of two forms')
    DAY_OF_CODE_KNOWN = (53, 'code-day-not-known', 'whether the code is the one in force is not known')


@unique
class CallReminder(Word):
    """Call reminder words."""

    CALLS_RECORDED = (1, 'calls-are-recorded', 'all calls are recorded, for security')
    HAVE_ORIGINALS = (2, 'have-originals', 'have the original referral information to hand: the answers come from it')
    ON_BANK_HOLIDAY = (3, 'on-bank-holiday', 'it is a bank holiday: the guidance names weekdays only')
    LIST_IS_FULL = (4, 'list-is-full', 'ten are listed: the agents manage their calls by that limit, so the others need another call')
    TOLD_BEFOREHAND = (5, 'told-beforehand', 'the participant had said so in advance: calling may be inappropriate')
    REFERRED_LATELY = (6, 'referred-lately', 'the referral was received within the last two weeks: calling may be inappropriate')
    CONSIDER_RAISING = (7, 'consider-raising', 'a change of circumstances is very unlikely: consider raising the doubt as soon as possible')
    RECORD_IS_NEWER = (8, 'record-is-newer', "the provider's own record has changed since: answer from the original referral")
    CODE_QUESTIONS_FAILED = (9, 'code-questions-failed', 'the agent says that the security questions were failed')
    GET_RIGHT_CODE = (10, 'get-right-code', 'get the right code and call again')
    CALL_BACK = (11, 'call-back', 'call back about this participant with the right details')
    GO_ON = (12, 'go-on-with-next', 'the agent goes on with the next participant; this one was not checked')
    NOTE_DETAILS = (13, 'note-new-details', 'note the right contact details that the agent gave')
    NOTE_EMPLOYMENT = (14, 'note-employment', 'in work: note employer, start date and job title where the agent knows them')
    NOTE_EMPLOYMENT_OFF_BENEFIT = (15, 'note-employment-off-benefit', 'in work and not in receipt: note employer, start date and job title where the agent knows them')
    NOTE_REASON_OFF_BENEFIT = (16, 'note-reason-off-benefit', 'no longer in receipt and not in work: note the reason where the agent knows it')
    RECORD_DUE = (17, 'record-due', 'there is no written evidence: record the day of the call, the advice and, if it was not to raise, why')
    UPDATE_RECORD = (18, 'update-record', "the participant's record is to show when Provider Direct was contacted and what came of it")
    CALL_AGAIN = (19, 'call-again', 'this participant was not asked about: that needs another call')
    RECORD_MISSING = (20, 'record-missing', 'the doubt is decided and the advice is not recorded')
    TABLE_SAYS_RAISE = (21, 'table-says-raise', 'for what the agent found the guidance advises raising the doubt: confirm the advice with the agent')
    TABLE_SAYS_NOT = (22, 'table-says-do-not-raise', 'for what the agent found the guidance advises not raising the doubt: confirm the advice with the agent')


@unique
class DeskFact(Word):
    """Desk fact words."""

    MANDATED = (1, 'mandated', 'the activity was mandated')
    FAILED_ON = (2, 'failed-on', 'day the participant failed the activity')
    FAILURE = (3, 'failure', 'what was failed')
    MAPPA = (4, 'mappa', 'the participant is under MAPPA')
    SCR = (5, 'scr', 'the participant is a Special Customer Record')
    UNIVERSAL_CREDIT = (6, 'universal-credit', 'the query is about a Universal Credit claim')
    TOLD_IN_ADVANCE = (7, 'told-in-advance', 'the participant said in advance that the activity was not possible')
    RECEIVED_ON = (8, 'received-on', 'day the Work Programme referral was received')
    PURPOSE = (9, 'purpose', 'what the call is for; not given: a compliance doubt')
    SERVICE = (10, 'service', 'whether DWP lets the provider use the service; not given: it does')
    SECURITY_EXPLAINED = (11, 'security-explained', 'DWP has a detailed explanation of how the code is kept secure')
    PLAN_CHECKED = (12, 'plan-checked', 'DWP was told whether the security plan needs updating')
    DEED = (13, 'deed', 'the Deed of Variation of an update of the plan; not given: none is needed')
    VULNERABLE_ESA = (14, 'vulnerable-esa', 'a vulnerable participant on Employment and Support Allowance')
    PARTICIPANTS = (15, 'participants', 'how many participants are to be asked about')
    CODE_FROM = (16, 'code-from', 'day from which the code that is held is used')
    CODE_CHANGED_FROM = (17, 'code-changed-from', 'day from which a code that DWP issued out of turn is used; not given: there was none')
    PRIME_NAME = (18, 'prime-name', "the prime provider's name is to hand")
    COMPANY = (19, 'company', "the caller's company is to hand")
    CALLER = (20, 'caller', "the caller's own name is to hand")
    ORIGINAL_HELD = (21, 'original-held', 'the referral as it was received is to hand')
    RECORD_CHANGED = (22, 'record-changed', "the provider's own record has changed since the referral")
    NINO = (23, 'nino', 'the National Insurance number is to hand')
    FULL_NAME = (24, 'full-name', 'the full name is to hand')
    PAYMENT_GROUP = (25, 'payment-group', 'the payment group is to hand')
    REFERRING_OFFICER = (26, 'referring-officer', "the referring officer's initials or name are to hand")
    EMPLOYMENT_HISTORY = (27, 'employment-history', 'the employment history is to hand; there may be none')
    QUALIFICATIONS = (28, 'qualifications', 'the selected qualifications are to hand; there may be none')
    SIGNING_DAY = (29, 'signing-day', 'the signing day and cycle are to hand')
    REFERRAL_DATE = (30, 'referral-date', 'the date of the referral to the Work Programme is to hand')
    QUESTIONS_CHOSEN = (31, 'questions-chosen', 'it is settled what is to be found out')
    ASK_BENEFIT = (32, 'ask-benefit', 'to be asked: in receipt of benefit on the day of the failure')
    ASK_CONTACT = (33, 'ask-contact', 'to be asked: the right address or telephone number')
    ASK_WORK = (34, 'ask-work', 'to be asked: whether work was started, with whom and when')
    ASK_OTHER = (35, 'ask-other', 'to be asked: anything else that matters')
    IN_RECEIPT = (36, 'in-receipt', 'in receipt of benefit on the day of the failure')
    CONTACT_DETAILS = (37, 'contact-details', 'whether the address and telephone numbers that the provider holds are right')
    CLAIM = (38, 'claim', 'how the claim stands now')
    IN_WORK = (39, 'in-work', 'the participant has gone into work')
    EMPLOYER_HELD = (40, 'employer-held', "DWP holds the employer's name")
    WORK_START_HELD = (41, 'work-start-held', 'DWP holds the day the work started')
    JOB_TITLE_HELD = (42, 'job-title-held', 'DWP holds the job title')
    END_REASON_HELD = (43, 'end-reason-held', 'DWP holds why the benefit ended')
    OTHER_CHANGE = (44, 'other-change', 'the agent told of another change that may explain the failure')
    CALLED_ON = (45, 'called-on', 'day of the call; not given: no call was made')
    ADVICE = (46, 'advice', 'what the agent advised')
    REASON_RECORDED = (47, 'reason-recorded', 'why not to raise is on record')
    ROW = (48, 'row', "the participant's row on the sheet")
    SIGNED_OFF_ON = (49, 'signed-off-on', 'column 1 of the sheet: the date signed off; not given: not signed off benefit')
    NEW_ADDRESS = (50, 'new-address', 'column 2: a new address is on the sheet; no: it was told, and is not; not given: none was told')
    NEW_TELEPHONE = (51, 'new-telephone', 'column 3: a new telephone number is on the sheet; no, not given: as for the address')
    EMPLOYMENT_DETAILS = (52, 'employment-details', 'column 4: employment details are on the sheet; no, not given: as for the address')
    OTHER_DETAILS = (53, 'other-details', 'column 5: anything else is on the sheet; no, not given: as for the address')
    RECORD_UPDATED_ON = (54, 'record-updated-on', "column 6: day on which the participant's own record shows the call and what came of it")
    DECISION = (55, 'decision', 'what the provider decides')
    OWN_REASON_RECORDED = (56, 'own-reason-recorded', 'why the provider does not follow the advice is on record')
    NOTICED_ON = (57, 'noticed-on', 'day the provider came to know of the change; not given: the day it happened')
    HAPPENED_ON = (58, 'happened-on', 'day of the change of circumstances')
    LEFT = (59, 'left', 'why someone with the code left; not given: nobody did')
    NO_NOTICE = (60, 'no-notice', 'left without notice')
    DISCIPLINARY = (61, 'disciplinary', 'left with disciplinary action pending')
    DISMISSED = (62, 'dismissed', 'someone was dismissed')
    FRAUD_SUSPECTED = (63, 'fraud-suspected', 'there is any reason to suspect fraud')
    SUBCONTRACTOR = (64, 'subcontractor', 'what happened with a subcontractor; not given: nothing')
    OTHER_RISK = (65, 'other-risk', 'another scenario with potential for a breach')
    NO_CONCERN = (66, 'no-concern', 'nothing suggests that the code would be misused')
    BREACH_BELIEVED = (67, 'breach-believed', 'a breach is believed to have happened')
    HAD_ACCESS = (68, 'had-access', 'the person had the code: shown, and decides nothing')
    FIELD_PRIME = (69, 'field-prime', 'Annex B names the prime provider organisation')
    FIELD_SUBCONTRACTOR = (70, 'field-subcontractor', 'Annex B names the subcontractor organisation; not given: there is none')
    FIELD_REASON = (71, 'field-reason', 'Annex B says why it is filled in, as fully as possible')
    STAFF_DETAILS = (72, 'staff-details', 'Annex B holds personal details of a member of staff')
    ANNEX_SENT_ON = (73, 'annex-sent-on', 'day Annex B was sent; not given: it was not')
    INCIDENT_RAISED_ON = (74, 'incident-raised-on', 'day a security incident was opened; not given: none was')
    DWP_DECISION = (75, 'dwp-decision', 'what DWP decided; not given: nothing yet')
    DECIDED_ON = (76, 'decided-on', "day of DWP's decision")
    MESSAGE = (77, 'message', 'what the message is')
    TO = (78, 'to', 'where it is meant to go; not given: that is asked')
    ABOUT = (79, 'about', 'what the complaint is about')
    STEPS_TAKEN = (80, 'steps-taken', 'how many have been asked to put it right; not given: nobody')
    SATISFIED = (81, 'satisfied', 'who complains is satisfied')
    EVIDENCE = (82, 'evidence', 'there is evidence')
    WITHDRAWN_ON = (83, 'withdrawn-on', 'day DWP withdrew the service; not given: it did not')
    ASSURED_ON = (84, 'assured-on', 'day the provider assured DWP that it complies; not given: it did not')
    REINSTATED_ON = (85, 'reinstated-on', 'day DWP restored access; not given: it did not')
    PROCESS_CHANGED_ON = (86, 'process-changed-on', 'day the way of keeping the code changed; not given: it did not')
    DWP_TOLD_ON = (87, 'dwp-told-on', 'day DWP was told of that; not given: it was not')
    WANTED_BY = (88, 'wanted-by', 'last day on which the call will do; not given: none is set')
    OUTAGE_EXPLAINED = (89, 'outage-explained', 'the Business Management Team said what is wrong and for how long')
    SPOCS = (90, 'spocs', 'how many nominated contacts the code goes to; not given: one')
    OFF_CYCLE = (91, 'off-cycle', 'DWP issued the code out of turn')
    IN_FORCE_ON = (92, 'in-force-on', 'day from which the code is used; not given: the Monday after its issue')


@unique
class DeskOption(Word):
    """Desk option words."""

    TOOK_NO_PART = (1, 'took-no-part', 'did not take part in the activity')
    REFUSED_EMPLOYMENT = (2, 'refused-employment', 'refused or failed to apply for or take a job')
    COMPLIANCE_DOUBT = (3, 'compliance-doubt', 'a compliance doubt is about to be raised')
    JOB_OUTCOME = (4, 'job-outcome', 'to track a job outcome')
    POLICY_OR_PROCESS = (5, 'policy-or-process', 'to ask about policy or process')
    SERVICE_AVAILABLE = (6, 'available', 'the service may be used')
    SERVICE_WITHDRAWN = (7, 'withdrawn', 'DWP has withdrawn the service')
    DEED_NOT_NEEDED = (8, 'not-needed', 'the security plan needs no updating')
    DEED_MADE = (9, 'made', 'the plan needs updating, and the deed is made')
    DEED_OWED = (10, 'owed', 'the plan needs updating, and the deed is not made')
    RIGHT = (11, 'right', 'the address and telephone numbers are right')
    CHANGED = (12, 'changed', 'an address or a telephone number has changed')
    LIVE = (13, 'live', 'the claim is live')
    DORMANT = (14, 'dormant', 'the claim is dormant')
    ADVISED_RAISE = (15, 'raise', 'to raise the doubt')
    ADVISED_NOT = (16, 'do-not-raise', 'not to raise the doubt')
    ADVISED_NOTHING = (17, 'none', 'the agent gave no advice')
    DECIDED_RAISE = (18, 'raised', 'to raise the doubt')
    DECIDED_NOT = (19, 'not-raised', 'not to raise the doubt')
    NEW_JOB = (20, 'new-job', 'moved to another job')
    CONTRACT_ENDED = (21, 'temporary-contract-ended', 'a temporary contract ran out')
    LEFT_OTHERWISE = (22, 'other', 'left for another reason')
    LIQUIDATION = (23, 'liquidation', 'went into liquidation')
    STOPPED_TRADING = (24, 'stopped-trading', 'stopped trading')
    RELATIONSHIP_ENDED = (25, 'relationship-ended', 'no longer works with the provider')
    DWP_CHANGES = (26, 'change', 'the code must change')
    DWP_KEEPS = (27, 'no-change', 'the code need not change')
    PROFORMA = (28, 'proforma', 'an Annex B proforma')
    INCIDENT = (29, 'incident', 'a security incident')
    UNENCRYPTED_EMAIL = (30, 'unencrypted-email-request', 'a request to use unencrypted email')
    QUERY = (31, 'query', 'any other query about Provider Direct')
    SERVICE_COMPLAINT = (32, 'service-complaint', 'a complaint about the service')
    PROCESS_CHANGE = (33, 'process-change', 'a change in how the code is kept secure')
    SECURITY_MAILBOX = (34, 'security-mailbox', 'the security mailbox')
    PERFORMANCE_MANAGER = (35, 'performance-manager', 'the DWP Performance Manager')
    AGENT = (36, 'agent', 'a Provider Direct agent')
    THE_SERVICE = (37, 'service', 'the service: waiting times, the security process')
    PROVIDERS_STAFF = (38, 'providers-staff', "the provider's staff, raised by an agent")


@unique
class DeskFinding(Word):
    """Desk finding words."""

    NOT_MANDATED = (1, 'not-mandated', 'Provider Direct is for mandated activities')
    FAILURE_DAY = (2, 'failure-day', 'the agent asks for the day of the failure')
    FAILURE_KIND = (3, 'failure-kind', 'a call is about one of two forms')
    FORM_WP08 = (4, 'form-wp08', 'the doubt would be raised on WP08')
    FORM_PRE01 = (5, 'form-pre01', 'the doubt would be raised on PRE01, after these steps')
    MAPPA = (6, 'mappa', 'Provider Direct is never asked about a MAPPA participant')
    SCR = (7, 'scr', 'Provider Direct is never asked about a Special Customer Record')
    JOBCENTRE_CONTACT = (8, 'jobcentre-contact', 'the nominated Jobcentre Plus contact is to be asked instead')
    UNIVERSAL_CREDIT = (9, 'universal-credit', 'agents cannot see a Universal Credit claim')
    JOB_OUTCOME = (10, 'job-outcome', 'the service must not be used to track job outcomes')
    POLICY_QUESTION = (11, 'policy-question', 'agents do not know policy or process')
    SERVICE_WITHDRAWN = (12, 'service-withdrawn', 'DWP has withdrawn the service')
    SECURITY_NOT_EXPLAINED = (13, 'security-not-explained', 'access needs a detailed explanation of how the code is kept secure')
    PLAN_NOT_CHECKED = (14, 'plan-not-checked', 'access needs word whether the security plan needs updating')
    DEED_OWED = (15, 'deed-owed', 'an update of the security plan needs a Deed of Variation')
    TOLD_IN_ADVANCE = (16, 'told-in-advance', 'the participant had said so in advance: a call may be inappropriate')
    RECENT_REFERRAL = (17, 'recent-referral', 'the referral came in the last two weeks: a call may be inappropriate')
    RAISE_SOON = (18, 'raise-soon', 'a change of circumstances is very unlikely: consider raising the doubt as soon as possible')
    CALL_BEFORE_PRE01 = (19, 'call-before-pre01', 'the call comes before PRE01 is filled in')
    CALL_ENCOURAGED = (20, 'call-encouraged', 'calling before a doubt is raised is strongly encouraged')
    SAFEGUARDING = (21, 'safeguarding', 'Chapter 4b on safeguarding must be consulted for a vulnerable participant')
    DESK_AIDE = (22, 'desk-aide', 'the desk aide lists what the call needs')
    TAKEN_AS_DONE = (23, 'taken-as-done', 'not said, and taken as done')
    DAY_AHEAD = (24, 'day-ahead', 'this day has not come yet')
    CLOSED = (25, 'closed', 'calls are taken from 8am to 6pm, Monday to Friday')
    HOLIDAY_HOURS = (26, 'holiday-hours', 'a bank holiday: the text names weekdays only')
    CODE_EXPIRED = (27, 'code-expired', 'a later code is in use')
    CODE_NOT_YET = (28, 'code-not-yet', 'this code is not in use yet')
    CODE_NOT_KNOWN = (29, 'code-not-known', 'the code must be up to date')
    CODE_HOLIDAY = (30, 'code-holiday', 'a bank holiday moves neither the issue of a code nor its first day')
    ITEM_MISSING = (31, 'item-missing', 'the call needs this')
    MAY_NOT_EXIST = (32, 'may-not-exist', 'not to hand; where there is none the agent asks something else')
    TO_ASK = (33, 'to-ask', 'to be found out in the call')
    ANSWER_FROM_ORIGINAL = (34, 'answer-from-original', 'agents hold the original referral only: what has changed since will not match')
    NO_ORIGINAL = (35, 'no-original', 'security details are asked for as in the original referral')
    SEVERAL_CALLS = (36, 'several-calls', 'at most ten participants a call: more means calling back')
    NOBODY_TO_ASK_ABOUT = (37, 'nobody-to-ask-about', 'there must be someone to ask about')
    CALL_RECORDED = (38, 'call-recorded', 'all calls are recorded')
    RAISE_LIVE = (39, 'raise-live', 'in receipt and contact details right: raise the doubt')
    CONTACT_CHANGED = (40, 'contact-changed', 'the contact details are out of date: the agent gives the right ones')
    RAISE_DORMANT = (41, 'raise-dormant', 'in receipt on the day, dormant now: raise the doubt')
    DORMANT_AND_CHANGED = (42, 'dormant-and-changed', 'one paragraph says to raise and another not to')
    NOT_IN_RECEIPT = (43, 'not-in-receipt', 'not in receipt on the day: do not raise the doubt')
    CONTACT_UNCONFIRMED = (44, 'contact-unconfirmed', 'the contact details are not confirmed')
    CLAIM_UNKNOWN = (45, 'claim-unknown', 'whether the claim is live now decides')
    RECEIPT_UNKNOWN = (46, 'receipt-unknown', 'without knowing of the benefit there is no advice')
    EMPLOYMENT_FACTS = (47, 'employment-facts', 'the agent passes this on: note it')
    EMPLOYMENT_FACTS_OFF = (48, 'employment-facts-off', 'not in receipt and in work: the agent passes this on: note it')
    END_REASON = (49, 'end-reason', 'the agent says why the benefit ended: note it')
    ANOTHER_CHANGE = (50, 'another-change', 'the agent mentions other obvious changes: note it')
    NOTHING_IN_WRITING = (51, 'nothing-in-writing', 'Provider Direct gives no written evidence')
    RECORD_THE_CALL = (52, 'record-the-call', 'the provider records the advice it was given')
    CALL_DAY_MISSING = (53, 'call-day-missing', 'the record should hold the day of the call')
    ADVICE_MISSING = (54, 'advice-missing', 'the record should hold what was advised')
    REASON_MISSING = (55, 'reason-missing', 'the record should hold why not to raise')
    COLUMN_MISSING = (56, 'column-missing', 'what was told is not on the sheet')
    BEYOND_THE_SHEET = (57, 'beyond-the-sheet', 'the sheet has ten rows')
    UPDATE_THE_RECORD = (58, 'update-the-record', "the participant's record is to show when Provider Direct was called and what came of it")
    BEFORE_THE_CALL = (59, 'before-the-call', 'the record cannot show a call before it was made')
    PRE01_WITHOUT_CALL = (60, 'pre01-without-call', 'PRE01 comes only after the steps of this document')
    CLOSED_WITHOUT_RECORD = (61, 'closed-without-record', 'the doubt is closed and the call is not on record')
    OWN_REASON_MISSING = (62, 'own-reason-missing', "the decision is the provider's; one against the advice needs its reason")
    WITHOUT_A_CALL = (63, 'without-a-call', 'calling each time a doubt is intended is strongly encouraged')
    NOT_DECIDED = (64, 'not-decided', "the decision is the provider's")
    TO_DECISION_MAKERS = (65, 'to-decision-makers', "the doubt goes to DWP's decision makers")
    DOUBT_IS_DUE = (66, 'doubt-is-due', 'a failed mandated activity obliges the provider to raise a doubt, unless it was advised not to')
    STOCKPILED = (67, 'stockpiled', 'doubts are not to be kept too long')
    OLDEST_PENDING = (68, 'oldest-pending', 'the oldest failure that waits')
    BREACH_BELIEVED = (69, 'breach-believed', 'a breach is believed: an incident as well as Annex B')
    DISMISSED = (70, 'dismissed', 'someone was dismissed')
    NO_NOTICE = (71, 'no-notice', 'someone left without notice')
    DISCIPLINARY = (72, 'disciplinary', 'someone left with disciplinary action pending')
    FRAUD_SUSPECTED = (73, 'fraud-suspected', 'fraud is suspected')
    SUBCONTRACTOR = (74, 'subcontractor', 'a subcontractor is in liquidation, stopped trading or left')
    OTHER_RISK = (75, 'other-risk', 'another scenario with potential for a breach')
    NEW_JOB = (76, 'new-job', 'moved to another job, and nothing suggests misuse')
    CONTRACT_ENDED = (77, 'contract-ended', 'a temporary contract ran out, and nothing suggests misuse')
    IN_DOUBT = (78, 'in-doubt', 'any doubt is resolved by filling in Annex B')
    NOT_LISTED = (79, 'not-listed', 'the lists are not exhaustive: what is on neither is told')
    HAD_ACCESS = (80, 'had-access', 'whether the person had the code is recorded and decides nothing')
    ANNEX_B_DUE = (81, 'annex-b-due', 'Annex B is to be sent without delay')
    INCIDENT_DUE = (82, 'incident-due', 'a known or suspected breach is reported as Generic Guidance Chapter 8 says')
    FIELD_MISSING = (83, 'field-missing', 'Annex B has this field')
    STAFF_DETAILS = (84, 'staff-details', 'no personal details of staff may be on Annex B')
    WITH_DWP = (85, 'with-dwp', 'DWP decides whether the code must change')
    CODE_CHANGES = (86, 'code-changes', 'the contact is told and a new code follows the agreed procedure')
    CODE_STAYS = (87, 'code-stays', 'DWP looked at why, and keeps the code')
    KEEP_THE_REASONING = (88, 'keep-the-reasoning', 'DWP need not be told: keep the reasoning on record')
    DECIDED_BEFORE_SENT = (89, 'decided-before-sent', 'DWP assesses an Annex B that it has')
    WRONG_ADDRESS = (90, 'wrong-address', 'the security mailbox is only for Annex B proformas')
    WRONG_RECIPIENT = (91, 'wrong-recipient', 'this is not for the DWP Performance Manager')
    TO_THE_MAILBOX = (92, 'to-the-mailbox', 'Annex B goes to the security mailbox')
    TO_THE_INCIDENT_ROUTE = (93, 'to-the-incident-route', 'an incident goes the usual way; the same mailbox is printed')
    EMAIL_REQUEST = (94, 'email-request', 'requests to use unencrypted email go to the same mailbox')
    TO_THE_MANAGER = (95, 'to-the-manager', 'all other queries go to the DWP Performance Manager')
    MESSAGE_UNKNOWN = (96, 'message-unknown', 'the address depends on what the message is')
    ADDRESS_OUT_OF_USE = (97, 'address-out-of-use', 'the printed address is at a domain that is no longer in use')
    ASK_THE_MANAGER = (98, 'ask-the-manager', "a complaint about an agent goes to that agent's manager")
    ASK_MANAGERS_MANAGER = (99, 'ask-managers-manager', "who is still not satisfied goes to the manager's manager")
    NO_STEP_NAMED = (100, 'no-step-named', 'the guidance names nobody after that')
    ASK_PERFORMANCE_MANAGER = (101, 'ask-performance-manager', 'a complaint about the service goes to the DWP Performance Manager')
    EVIDENCE_NEEDED = (102, 'evidence-needed', 'a complaint about the service needs evidence')
    SPOC_RESOLVES = (103, 'spoc-resolves', "the provider's contact resolves complaints that agents raise")
    SUBJECT_UNKNOWN = (104, 'subject-unknown', 'who takes a complaint depends on what it is about')
    ASSURANCE_OWED = (105, 'assurance-owed', 'access is restored only after an assurance of compliance')
    MAY_BE_REINSTATED = (106, 'may-be-reinstated', 'the assurance is given: DWP may restore access')
    TELL_OF_PROCESS = (107, 'tell-of-process', 'a change in how the code is kept secure is told to DWP at once')
    OUTAGE_MOVES_NOTHING = (108, 'outage-moves-nothing', 'an outage moves no day: it takes time away before one')
    OUTAGE_UNEXPLAINED = (109, 'outage-unexplained', 'the Business Management Team tells what is wrong and for how long')
    NOT_LAST_WEDNESDAY = (110, 'not-last-wednesday', 'a code is issued on the last Wednesday of a month')
    NOT_THAT_MONDAY = (111, 'not-that-monday', 'a code is used from the Monday after its issue')
    FIRST_DAY_UNKNOWN = (112, 'first-day-unknown', 'a code out of turn has the first day that DWP gives it')
    NOT_ISSUED = (113, 'not-issued', 'the code has not been issued')
    NOT_ACKNOWLEDGED = (114, 'not-acknowledged', 'the password comes only after the contact has acknowledged the code')
    STILL_LOCKED = (115, 'still-locked', 'a code that cannot be opened cannot be passed on')
    NOT_DISTRIBUTED = (116, 'not-distributed', 'users are checked and changed when they have the code')
    DONE_BEFORE = (117, 'done-before', 'this was done for this code before')
    CODE_SUPERSEDED = (118, 'code-superseded', "another code has taken this one's place")
    NOT_IN_FORCE = (119, 'not-in-force', 'only a code in force is changed before its time')
    ACKNOWLEDGE_IT = (120, 'acknowledge-it', 'each contact acknowledges the code for itself')
    PASSWORD_AWAITED = (121, 'password-awaited', 'a separate email brings the password')
    PASS_IT_ON = (122, 'pass-it-on', 'the code is passed on securely and the log says to whom')
    CONFIRM_USERS = (123, 'confirm-users', 'every authorised user is to be on the right code')
    NOT_READY = (124, 'not-ready', 'the code is to be used and has not been passed on')
    USERS_AUTHORISED = (125, 'users-authorised', 'a change of users was authorised: keep the record')
    CHANGED_EARLY = (126, 'changed-early', 'DWP changes this code before its time: a new one follows')


@unique
class DataItem(Word):
    """Data item words."""

    PRAP_REFERRAL_ID = (1, 'prap-referral-id', 'unique PRaP referral identifier')
    FULL_NAME = (2, 'full-name', 'full name with title')
    TITLE = (3, 'title', 'title')
    FORENAME = (4, 'forename', 'forename')
    SURNAME = (5, 'surname', 'surname')
    ADDRESS = (6, 'address', 'full, verified address')
    POSTCODE = (7, 'postcode', 'postcode of the address')
    NINO = (8, 'nino', 'National Insurance number')
    CLAIMANT_REFERENCE = (9, 'claimant-reference', 'claimant reference number')
    TELEPHONE = (10, 'telephone', 'telephone number with area code')
    MOBILE = (11, 'mobile', 'other telephone number, a mobile')
    CLIENT_NUMBER = (12, 'client-number', 'client number')
    QUALIFICATIONS = (13, 'qualifications', 'qualifications')
    QUALIFICATION_LEVEL = (14, 'qualification-level', 'level of a qualification')
    QUALIFICATION_SUBJECT = (15, 'qualification-subject', 'subject of a qualification')
    QUALIFICATION_OUTCOME = (16, 'qualification-outcome', 'outcome of a qualification')
    QUALIFICATION_START = (17, 'qualification-start', 'start date of a qualification')
    QUALIFICATION_END = (18, 'qualification-end', 'end date of a qualification')
    BASIC_SKILLS = (19, 'basic-skills', 'basic-skills assessment')
    DRIVING_LICENCE = (20, 'driving-licence', 'driving licence, yes or no')
    ENDORSEMENTS = (21, 'driving-licence-endorsements', 'endorsements on the driving licence')
    EMPLOYMENT = (22, 'employment', 'employment')
    PREVIOUS_JOB_DATES = (23, 'previous-job-dates', 'dates of previous jobs')
    JOB_AIMS = (24, 'job-aims', 'aims')
    JOB_PREFERENCES = (25, 'job-preferences', 'job preferences')
    PREFERRED_HOURS = (26, 'preferred-hours', 'preferred hours')
    EMPLOYMENT_HISTORY = (27, 'employment-history', 'employment history')
    DISABILITY_STATUS = (28, 'disability-status', 'disability status')
    ADDITIONAL_INFORMATION = (29, 'additional-information', 'additional information, also as free text on the action plan')
    OTHER_ACTIVITIES = (30, 'other-activities', 'other activities')
    AGREED_RESTRICTIONS = (31, 'agreed-restrictions', 'agreed restrictions')
    REFERRAL_BASIS = (32, 'referral-basis', 'voluntary or mandatory referral')
    MANDATORY_ACTIVITY = (33, 'mandatory-activity', 'mandatory work-related activity')
    ADVISER_NAME = (34, 'adviser-name', 'name of the Jobcentre Plus adviser')
    ADVISER_FORENAME = (35, 'adviser-forename', "the adviser's forename")
    ADVISER_SURNAME = (36, 'adviser-surname', "the adviser's surname")
    ADVISER_INITIALS = (37, 'adviser-initials', "the adviser's initials")
    ADVISER_CODE = (38, 'adviser-code', "the adviser's officer code")
    DECEASED = (39, 'deceased', 'the participant has died')
    SIGNING_DAY = (40, 'signing-day', 'signing day, and its change or that of the cycle')
    CLAIM_CYCLE = (41, 'claim-cycle', 'claim cycle')
    CLAIM_PATTERN = (42, 'claim-pattern', 'claim pattern')
    REFERRAL_DATE = (43, 'referral-date', 'referral date')
    EARLY_ENTRY = (44, 'early-entry-category', 'voluntary early-entry category')
    INCIDENT_MARKER = (45, 'incident-marker', 'incident marker')
    CHILDCARE = (46, 'childcare', 'childcare requirements')
    BALANCE_OF_TIME = (47, 'balance-of-time', 'balance of time')
    WELSH = (48, 'welsh', 'Welsh spoken and written')
    WELSH_SPOKEN = (49, 'welsh-spoken', 'Welsh spoken')
    WELSH_WRITTEN = (50, 'welsh-written', 'Welsh written')
    FAST_TRACK = (51, 'fast-track', 'fast-track status')
    JOINT_NAME = (52, 'joint-claimant-name', "joint claimant's name")
    JOINT_TITLE = (53, 'joint-claimant-title', "joint claimant's title")
    JOINT_NINO = (54, 'joint-claimant-nino', "joint claimant's National Insurance number")
    DISADVANTAGED_GROUP = (55, 'disadvantaged-group', 'disadvantaged group, early entry')
    BARRIERS = (56, 'barriers-to-work', 'barriers to work')
    ADDITIONAL_SUPPORT = (57, 'additional-support', 'additional support or reasonable adjustments, such as a new work-capability outcome')
    HOSPITAL = (58, 'hospital', 'admission to or discharge from hospital')
    APPOINTEE = (59, 'appointee', 'appointee or power of attorney')
    BENEFIT_CHANGE = (60, 'benefit-change', 'change of benefit')
    CONDITIONALITY_GROUP = (61, 'conditionality-group', 'change of conditionality group or labour-market regime that affects participation')
    CONDITIONALITY = (62, 'conditionality', "changes to the participant's conditionality")
    WORK_REQUIREMENTS = (63, 'work-requirements', 'changes to work-related requirements, such as jury service or an easement')
    CLAIM_ENDED = (64, 'claim-ended', 'claim terminated or benefit ended')
    PRISON = (65, 'prison', 'imprisoned or leaves prison')
    EXTENDED_SICKNESS = (66, 'extended-sickness', 'JSA extended period of sickness')
    MOVED_ABROAD = (67, 'moved-abroad', 'moves to live abroad')
    NEW_CLAIM = (68, 'new-claim', 'new claim to a benefit')
    PARTNER = (69, 'partner', 'partner enters or leaves the household')
    PART_TIME_EDUCATION = (70, 'part-time-education', 'part-time education')
    SICKNESS = (71, 'sickness', 'period of sickness, its restrictions and duration')
    RESTRICTIONS = (72, 'restrictions', 'restrictions, for example on attendance')
    WORK = (73, 'work', 'starts or ends work, of any kind')
    SELF_EMPLOYMENT_INTERVIEW = (74, 'self-employment-interview', 'outcome of the self-employment gateway interview, or of a quarterly one')
    FIRST_PAYMENT_DATE = (75, 'first-payment-date', 'first payment date')
    EARNINGS_1000 = (76, 'earnings-1000', 'earnings reach 1,000 pounds')
    EARNINGS_2000 = (77, 'earnings-2000', 'earnings reach 2,000 pounds')
    EARNINGS_NATIONAL = (78, 'earnings-national', 'earnings reach the National Threshold')


@unique
class DataFinding(Word):
    """Data finding words."""

    MISSING = (1, 'missing', 'the item tells whose record it is, and is not there')
    EXPECTED = (2, 'expected', 'the guidance lists the item for every participant, and it is not there')
    MALFORMED = (3, 'malformed', 'the value has not the form of the item')
    UNKNOWN_ITEM = (4, 'unknown-item', 'the item is not in the guidance, whose list is not exhaustive')
    DOUBLED = (5, 'doubled', 'the item is there twice with the same value')
    CONTRADICTED = (6, 'contradicted', 'the item is there twice with different values')
    NOT_OF_PROGRAMME = (7, 'not-of-programme', 'the guidance says that the item is not applicable to the programme')
    PROGRAMME_UNKNOWN = (8, 'programme-unknown', 'the item is applicable to some programmes only')
    NOT_COVERED = (9, 'not-covered', 'the list is that of the Work and Health Programme and JETS: of this programme the documents have none')
    POSTCODE_MISSING = (10, 'postcode-missing', 'the address comes with its postcode, and there is none')
    MAPPA_WITH_ADDRESS = (11, 'mappa-with-address', 'a MAPPA referral comes without address and telephone (Work and Health Programme guidance of 2020, outside the five documents), and this one has it')
    MAPPA_NOT_BY_PRAP = (12, 'mappa-not-by-prap', 'a MAPPA participant is referred through PRaP')
    MAPPA_UNKNOWN = (13, 'mappa-unknown', 'address or telephone are missing, as they are of a MAPPA referral, and it is not known to be one')
    SCR_NOT_CLERICAL = (14, 'scr-not-clerical', 'a participant with a Special Customer Record is always referred clerically')
    SCR_UNKNOWN = (15, 'scr-unknown', 'whether it may come this way depends on whether there is a Special Customer Record')
    SCR_CLERICAL = (16, 'scr-clerical', 'a Special Customer Record, referred clerically as it must be')
    BY_EMAIL = (17, 'by-email', 'it came by email, as what is not appropriate for PRaP does')
    HEALTH = (18, 'health', 'special-category data: health (UK GDPR, article 9)')
    CRIMINAL = (19, 'criminal', 'criminal-offence data (UK GDPR, article 10)')
    MAY_TELL = (20, 'may-tell', 'special-category or criminal-offence data may stand in it')
    CHANGE_TOLD = (21, 'change-told', 'one of the changes that DWP tells of by a change-of-circumstances form')
    EARNINGS_TOLD = (22, 'earnings-told', 'what DWP shares of earnings')
    DAY_AHEAD = (23, 'day-ahead', 'the day is after the day that the record came')


@unique
class Form(Word):
    """Form words."""

    EXIT_REPORT = (1, 'exit-report', 'the exit report of the Work and Health Programme')
    WHPEREJ1 = (2, 'whperej1', 'the streamlined exit report of JETS')
    EMPLOYMENT = (3, 'employment-business', "the provider's own employment business takes a participant on")
    WHP07 = (4, 'whp07', 'a change of circumstances that the provider tells Jobcentre Plus of')
    CHANGE_NOTICE = (5, 'change-notification', 'a change of circumstances that DWP tells the provider of')
    SL2 = (6, 'sl2', 'the clerical referral of a Special Customer Record')
    PRAP14 = (7, 'prap14', 'a start to be looked at again, or a referral to be backed out')
    IPESSO1 = (8, 'ipesso1', 'a signposting organisation refers someone to the Jobcentre')
    ANNEX_B = (9, 'annex-b', 'the access code to Provider Direct may have to change')
    DESK_AIDE = (10, 'desk-aide', 'what a call to Provider Direct needs, by participant')
    CALL_SHEET = (11, 'call-sheet', 'what came of a call to Provider Direct: a row of six columns for each participant')


@unique
class FormFact(Word):
    """Form fact words."""

    SURNAME = (1, 'surname', "the participant's surname is filled in")
    NINO = (2, 'nino', 'the National Insurance number is filled in')
    BENEFIT_AND_PROGRESS = (3, 'benefit-and-progress', 'the summary says what was gained and how the activities went')
    PROSPECTS = (4, 'prospects', "the provider's opinion of the prospects and of the work that may suit is filled in")
    NEXT_STEPS = (5, 'next-steps', 'the next steps recommended to Jobcentre Plus are filled in')
    NEXT_STEPS_WORDS = (6, 'next-steps-words', 'how many words the next steps have; not given: not counted')
    CUSTOMER_NAME = (7, 'customer-name', 'the full name is filled in, or to hand')
    BEGAN_ON = (8, 'began-on', 'day on which the employment began, as filled in; not given: it is not filled in')
    CIRCUMSTANCES = (9, 'circumstances', 'the circumstances are told')
    PRIME = (10, 'prime', 'the prime provider is named, or its name to hand')
    SUBCONTRACTOR = (11, 'subcontractor', 'the subcontractor is named; not given: there is none')
    CHANGED_ON = (12, 'changed-on', 'day of the change of circumstances, as filled in; not given: it is not filled in')
    REASON = (13, 'reason', 'why the form is filled in is said, as fully as possible')
    CODE_UP_TO_DATE = (14, 'code-up-to-date', 'the access code is up to date')
    PARTICIPANTS = (15, 'participants', 'how many participants are to be asked about; not given: it is not filled in')
    PAYMENT_GROUP = (16, 'payment-group', 'the payment group is to hand')
    REFERRING_OFFICER = (17, 'referring-officer', "the referring officer's initials or name are to hand")
    EMPLOYMENT_HISTORY = (18, 'employment-history', 'the employment history is to hand; not given: there is none')
    QUALIFICATIONS = (19, 'qualifications', 'the selected qualifications are to hand; not given: there is none')
    SIGNING_DAY = (20, 'signing-day', 'the signing day and cycle are to hand')
    REFERRAL_DATE = (21, 'referral-date', 'the date of the referral is to hand')
    FAILED_ON = (22, 'failed-on', 'day on which the participant failed the activity; not given: it is not filled in')
    TO_FIND_OUT = (23, 'to-find-out', 'it is settled what is to be found out')
    IN_RECEIPT = (24, 'in-receipt', 'whether benefit was received at the time is filled in; not given: not asked')
    RIGHT_CONTACT = (25, 'right-contact', 'the right address or telephone number is filled in; not given: not asked')
    STARTED_WORK = (26, 'started-work', 'whether work was started, with whom and when, is filled in; not given: not asked')
    OTHER_DETAILS = (27, 'other-details', 'anything else that matters is filled in; not given: there is nothing')
    SIGNED_OFF_ON = (28, 'signed-off-on', 'day of signing off benefit, as filled in; not given: not signed off')
    NEW_ADDRESS = (29, 'new-address', 'a new address is filled in; not given: none was told')
    NEW_TELEPHONE = (30, 'new-telephone', 'a new telephone number is filled in; not given: none was told')
    EMPLOYMENT_DETAILS = (31, 'employment-details', 'employment details are filled in; not given: none were told')
    RECORD_UPDATED_ON = (32, 'record-updated-on', "day on which the participant's own record shows the call and what came of it; not given: it is not filled in")
    LISTED = (33, 'listed', 'the participant is one of those that Chapter 11 lists')
    OWN_TEMPLATE = (34, 'own-template', "it is on a template of the provider's own, not DWP's")
    APPROVED_ON = (35, 'approved-on', 'day on which DWP approved that template; not given: it did not')
    OWN_BUSINESS = (36, 'own-business', "the employer is the provider's own employment business")
    FIRST_PAY_ON = (37, 'first-pay-on', 'day of the first salary payment')
    CLAIMS_BENEFIT = (38, 'claims-benefit', 'the participant also claims a benefit')
    HAPPENED = (39, 'happened', 'what happened')
    VOLUNTARY = (40, 'voluntary', 'the participant takes part voluntarily')
    MANDATED = (41, 'mandated', 'the initial appointment was mandatory')
    BOTH_AGREE = (42, 'both-agree', 'provider and participant agree after a change of circumstances')
    SCR = (43, 'scr', 'the participant has a Special Customer Record')
    STARTED = (44, 'started', 'a start is recorded')
    OCCASION = (45, 'occasion', 'why the start is to be looked at again')
    AT_RISK = (46, 'at-risk', 'the provider believes that the code may have to change; prap desk asks why')
    STAFF_DETAILS = (47, 'staff-details', 'it holds personal details of a member of staff')
    NOTICED_ON = (48, 'noticed-on', 'day on which the provider came to know; not given: the day asked about')
    SENT_ON = (49, 'sent-on', 'day on which it was sent; not given: it was not')
    ENGLAND_OR_WALES = (50, 'england-or-wales', 'the participant is in England or Wales; not given: yes')
    IN_FORCE = (51, 'in-force', 'you treat Chapter 15 as in force on the day; not given: yes, with a word that it is withdrawn')


@unique
class FormOption(Word):
    """Form option words."""

    DISENGAGED = (1, 'disengaged', 'a voluntary participant has disengaged')
    RE_ENGAGED = (2, 're-engaged', 'a voluntary participant is back after disengaging')
    NOT_THERE = (3, 'did-not-attend', 'a participant mandated to the initial appointment did not attend')
    OTHER_PROVISION = (4, 'other-provision', 'after a change of circumstances both sides find that other provision may suit better')
    WORK = (5, 'work', 'the participant tells of work that was started')
    JOB_OFFER = (6, 'job-offer', 'the participant tells of a job offer')
    HOSPITAL = (7, 'hospital', 'the participant is going into hospital')
    NOT_ABLE = (8, 'mappa-cannot-continue', 'the light touch is no longer possible after the 28 days')
    INELIGIBLE = (9, 'ineligible', 'on other provision, or employed, before the referral')
    FOUND_WORK = (10, 'found-work', 'work or an offer between the referral and the start')
    DUPLICATE = (11, 'duplicate', 'a duplicate referral')


@unique
class FormFinding(Word):
    """Form finding words."""

    OTHER_PROGRAMME = (1, 'other-programme', 'the programme does not have this form')
    PROGRAMME_UNKNOWN = (2, 'programme-unknown', 'which form it is depends on the programme')
    OUTSIDE = (3, 'outside', 'Chapter 15 is for England and Wales')
    NOT_IN_FORCE = (4, 'not-in-force', 'the chapter is temporary: without the variations the procedures from before apply, and these documents do not have them')
    WITHDRAWN = (5, 'withdrawn', 'the chapter is withdrawn and other guidance has replaced it')
    OWN_TEMPLATE = (6, 'own-template', "on JETS there is no template of one's own: WHPEREJ1 is the form")
    NOT_APPROVED = (7, 'not-approved', 'DWP has not approved the template')
    APPROVED_LATER = (8, 'approved-later', 'DWP approved the template only after the report went')
    NOT_CALLED_FOR = (9, 'not-called-for', 'the guidance does not call for the form as things are')
    NO_OCCASION = (10, 'no-occasion', 'on this programme that is no occasion for the form')
    NOT_SAID = (11, 'not-said', 'whether the form is called for depends on it')
    IN_DOUBT = (12, 'in-doubt', 'not known, and any doubt at all is resolved by sending the form')
    FIELD_MISSING = (13, 'field-missing', 'the form has to have this')
    FIELD_UNKNOWN = (14, 'field-unknown', 'whether this is filled in is not said')
    FIELD_NOT_PRINTED = (15, 'field-not-printed', 'not filled in, and whether this form asks for it the guidance does not print')
    FIELDS_NOT_PRINTED = (16, 'fields-not-printed', 'the guidance names the form and does not print it: whether it is complete cannot be told from here')
    FIELDS_PARTLY = (17, 'fields-partly-printed', 'the guidance prints only some of what the form holds: it may ask for more')
    TOO_FEW_WORDS = (18, 'too-few-words', 'the next steps have fewer words than the least that is set')
    WORDS_UNKNOWN = (19, 'words-unknown', 'how many words the next steps have is not said')
    NO_LEAST = (20, 'no-least', 'the next steps have a least number of words that the guidance does not print: nothing is checked')
    STAFF_DETAILS = (21, 'staff-details', 'no personal details of any member of staff may be on it')
    TOO_MANY = (22, 'too-many', 'a call is about ten participants at most')
    DAY_AHEAD = (23, 'day-ahead', 'this day has not come yet')
    OVERDUE = (24, 'overdue', 'the day to send it by has passed')
    SENT_LATE = (25, 'sent-late', 'it went after the day to send it by')
    PAST_PRUDENT = (26, 'past-prudent', 'under a stricter reading it is late already')
    DUE_NOT_STATED = (27, 'due-not-stated', 'the guidance does not say by when')
    ADDRESS_OUT_OF_USE = (28, 'address-out-of-use', 'the printed address is at a domain that is no longer in use')
    ADDRESS_NOT_THERE = (29, 'address-not-there', 'the guidance has no address here: it is blanked out, or missing')
    ADDRESS_NOT_NAMED = (30, 'address-not-named', 'the guidance names who gets it and prints no address')
    SEND_UNENCRYPTED = (31, 'send-unencrypted', 'it goes by unencrypted email')
    KEEP_SENDING = (32, 'keep-sending', 'the record of the sending is kept until this day')
    NO_RECORD_NAMED = (33, 'no-record-named', 'the guidance does not say how long it is kept')
    COPIES = (34, 'copies', 'copies of the form are to be had here')
    DUE_UNKNOWN = (35, 'due-unknown', 'by when it is to be sent depends on the day of the first salary payment')


@unique
class ServiceFinding(Word):
    """Service finding words."""

    CLOSED = (1, 'closed', 'closed at this moment')
    HOLIDAY_HOURS = (2, 'holiday-hours', 'a bank holiday: the text names weekdays only')
    DOWN = (3, 'down', 'PRaP cannot be used at this moment')
    NOT_ITS_SUBJECT = (4, 'not-its-subject', 'the support team helps with user access, availability of the system and payments')
    OTHER_ROUTE = (5, 'other-route', 'the documented way to PRaP is the Government Gateway')
    DUTIES_NOT_MET = (6, 'duties-not-met', 'access and use depend on keeping all DWP data secure and confidential')
    DUTIES_UNKNOWN = (7, 'duties-unknown', 'whether the duties about DWP data are met is not known')
    CAN_BE_WITHHELD = (8, 'can-be-withheld', 'DWP can withhold access until its security standards are met')
    MONITORED = (9, 'monitored', 'the system is monitored for security')
    SUPPORTED = (10, 'supported', 'the programme runs on PRaP, as all contracted welfare-to-work programmes do')
    DAY_CUT_SHORT = (11, 'day-cut-short', 'an outage takes the end of this day: no rule extends a deadline for it')
    AUDIT_DUE = (12, 'audit-due', 'access is audited every 30 days')
    REVIEW_DUE = (13, 'review-due', 'the accreditation is reviewed every year, or when the system changes')
    NUMBER_WAS_NEW = (14, 'number-was-new', 'the helpline number was new before 2 October 2016; from when it counts is not said')
    ADDRESS_OUT_OF_USE = (15, 'address-out-of-use', 'the printed address is at a domain that is no longer in use')


@unique
class RetentionFact(Word):
    """Retention fact words."""

    SENT_ON = (1, 'sent-on', 'day the unencrypted email, or the form, was sent')
    LAST_ACTION_ON = (2, 'last-action-on', 'day of the last thing done about data that went astray')
    DECIDED_ON = (3, 'decided-on', 'day of the decision on the compliance doubt')
    NOTIFIED_ON = (4, 'notified-on', 'day the provider was told of the decision')
    NO_DECISION = (5, 'no-decision', 'no doubt was raised and no decision will come')
    PROGRAMME_ENDED_ON = (6, 'programme-ended-on', 'day the programme ended')
    FINAL_CLAIM_PAID_ON = (7, 'final-claim-paid-on', 'day the last claim of the European Social Fund was paid')
    CONTRACT_UNTIL = (8, 'contract-until', "last day of the retention period of the provider's own contract")
    NO_CONTRACT_PERIOD = (9, 'no-contract-period', 'the contract sets no retention period for the record')
    IN_FORCE_UNTIL = (10, 'in-force-until', 'last day on which the access code was in force')
    CODE_LOG_DAYS = (11, 'code-log-days', 'P-CODE-LOG: how many days longer the log of the code is kept')
    ACTIONED_ON = (12, 'actioned-on', 'day the received email was dealt with')
    EVIDENCE_FILED = (13, 'evidence-filed', 'what of it is needed as evidence is filed, or nothing is (AMB-77)')
    ERASURE_OPEN = (14, 'erasure-open', 'a request for erasure has come and is not yet answered')
    ERASURE_ACCEPTED = (15, 'erasure-accepted', 'a request for erasure was accepted and answered')
    REQUESTED = (16, 'requested', 'DWP asked for the record and does not have it yet')
    LEGAL_HOLD = (17, 'legal-hold', 'the provider holds the record for a reason of its own, such as a claim')
    STARTED = (18, 'started', 'the person started the programme')
    MANDATED = (19, 'mandated', 'the person was mandated to an appointment, or evidence of that is held')


@unique
class RetentionFinding(Word):
    """Retention finding words."""

    CONTRACT_PERIOD = (1, 'contract-period', "kept for the retention period of the provider's own contract")
    NO_CONTRACT_PERIOD = (2, 'no-contract-period', 'the contract sets no retention period')
    MANDATION_NOTIFIED = (3, 'mandation-notified', 'mandation evidence is kept for 13 months after the provider was told of the decision')
    MANDATION_DECIDED = (4, 'mandation-decided', 'mandation evidence is kept for 13 months after the decision')
    NO_DECISION = (5, 'no-decision', 'no decision will come, so no 13 months run')
    ESF_PERIOD = (6, 'esf-period', 'kept for European Social Fund audit for ten years after the programme and its last claim')
    EMAIL_RECORD = (7, 'email-record', 'where and when it was sent is kept for three months')
    ACTIONS_RECORD = (8, 'actions-record', 'what was done about data that went astray is kept for three months')
    CODE_LOG = (9, 'code-log', 'the log of an access code is kept while the code is in force, and as long after as the provider says')
    LENGTH_NOT_STATED = (10, 'length-not-stated', 'to be produced when DWP asks; the guidance states no length')
    ERASURE_OPEN = (11, 'erasure-open', 'a request for erasure is open: nothing goes before it is decided and answered')
    REQUESTED = (12, 'requested', 'DWP has asked for it')
    LEGAL_HOLD = (13, 'legal-hold', 'the provider holds it for a reason of its own; the list of what is kept is not exhaustive')
    NOT_ACTIONED = (14, 'not-actioned', 'a received email stays in the inbox until it is dealt with')
    NOT_FILED = (15, 'not-filed', 'what is needed as evidence is filed before the email is deleted')
    DELETE_NOW = (16, 'delete-now', 'a received email is deleted from the inbox once it is dealt with')
    ERASURE_ACCEPTED = (17, 'erasure-accepted', 'erasure was accepted: it goes as soon as nothing that must be kept stands against it')
    ACCEPTED_YET_STARTED = (18, 'accepted-yet-started', 'erasure was accepted for a person who started, whose records are all kept')
    ACCEPTED_YET_MANDATED = (19, 'accepted-yet-mandated', 'erasure was accepted although evidence of mandation must be kept')


@unique
class Programme(Word):
    """Programme words."""

    IPES = (1, 'ipes', 'Intensive Personalised Employment Support')
    WHP = (2, 'whp', 'Work and Health Programme')
    JETS = (3, 'jets', 'Work and Health Programme: Job Entry Targeted Support')
    ERASURE = (4, 'erasure', "a procedure: a participant's request to erase their data (chapter 15)")
    EMAIL = (5, 'email', 'a procedure: unencrypted email for one process of one organisation (chapter 15)')


@unique
class Document(Word):
    """Document words."""

    PRAP = (1, 'PRAP', 'GOV.UK page: Provider Referrals and Payments (PRaP) system for DWP')
    PD = (2, 'PD', 'Provider Direct - Work Programme, version 13')
    M08 = (3, 'M08', 'Provider memo 08: ending the Real Time Earnings feed')
    CH15 = (4, 'CH15', 'COVID-19 Chapter 15: data sharing (WHP and WHP JETS)')
    IPES = (5, 'IPES', 'IPES Chapter 3: referral process, initial engagement and starts')


@unique
class Kind(Word):
    """Kind words."""

    DEADLINE = (1, 'deadline', 'sets a limit in time')
    GUARD = (2, 'guard', 'permits or bars something')
    TRANSITION = (3, 'transition', 'moves a case')
    DECISION = (4, 'decision', 'chooses between outcomes')
    COMPUTATION = (5, 'computation', 'computes a value')
    RECORD = (6, 'record/evidence', 'something to keep')
    REMINDER = (7, 'reminder/notification', 'someone to tell')
    CONTACT = (8, 'contact/constant', 'a contact or a constant')
    DEFINITION = (9, 'definition', 'says what a word means')
    HUMAN_ONLY = (10, 'human-only', "a person's judgement")


@unique
class Software(Word):
    """Software words."""

    YES = (1, 'yes', 'decidable from recorded facts and days')
    PARTLY = (2, 'partly', 'decidable after a person supplies what is named')
    NO = (3, 'no', "a person's judgement or another organisation's act")


@unique
class Verdict(Word):
    """Verdict words."""

    PERMITTED = (1, 'permitted', 'the guidance allows it; it was recorded, or would be')
    REFUSED = (2, 'refused', 'at least one rule forbids it; nothing changed')
    UNDECIDED = (3, 'undecided', 'no rule forbids it, but a fact that a rule needs is unknown; nothing changed')
    TEXT_SILENT = (4, 'text-silent', 'the guidance gives no answer; a person must choose; nothing changed')


@unique
class Severity(Word):
    """Severity words."""

    FORBIDDEN = (1, 'forbidden', 'a rule forbids it')
    UNDECIDED = (2, 'undecided', 'a rule needs a fact that is unknown')
    TEXT_SILENT = (3, 'text-silent', 'the guidance leaves it open')
    BREACH = (4, 'breach', 'done against a rule, and recorded as such')
    MISSED = (5, 'missed', 'a customer service standard is missed')
    ADVICE = (6, 'advice', 'better done otherwise')
    NOTICE = (7, 'notice', 'good to know, or something owed')


@unique
class Feed(Word):
    """Feed words."""

    NOT_OPEN = (1, 'not-open', 'no start is recorded, so no earnings are tracked (M08-BG-2)')
    OPEN = (2, 'open', 'earnings are tracked since the start was recorded')
    CLOSED = (3, 'closed', 'earnings are no longer tracked')


@unique
class DeadlineStatus(Word):
    """Deadline status words."""

    OPEN = (1, 'open', 'to be met; its day has not passed')
    OVERDUE = (2, 'overdue', 'its day has passed and it can still be done late')
    MET = (3, 'met', 'done on or before its day')
    MISSED = (4, 'missed', 'done late, or can no longer be done')
    CLEARED = (5, 'cleared', 'no longer applies')
    NOT_DEFINED = (6, 'not-defined', 'the documents set no limit, and the host has not defined one')


@unique
class Coverage(Word):
    """Coverage words."""

    KNOWN = (1, 'known', 'published holidays')
    PROVISIONAL = (2, 'provisional', 'holidays computed from the standing rules')


@unique
class Division(Word):
    """Division words."""

    ENGLAND_AND_WALES = (1, 'england-and-wales', 'England and Wales')
    SCOTLAND = (2, 'scotland', 'Scotland')
    NORTHERN_IRELAND = (3, 'northern-ireland', 'Northern Ireland')


@unique
class Actor(Word):
    """Actor words."""

    PROVIDER = (1, 'provider', 'the provider')
    JOBCENTRE = (2, 'jobcentre', 'Jobcentre Plus')
    PARTICIPANT = (3, 'participant', 'the participant')
    PRAP_SYSTEM = (4, 'prap', 'the PRaP system itself')
    SIGNPOSTER = (5, 'signposter', 'a signposting organisation')
    POLICY_TEAM = (6, 'policy-team', 'the IPES Policy team')
    POST = (7, 'post', 'the PRaP operational support team')
    NOMINATED_OFFICER = (8, 'nominated-officer', "the provider's nominated officer for MAPPA")
    DWP = (9, 'dwp', 'the Department for Work and Pensions')


@unique
class Recipient(Word):
    """Recipient words."""

    PROVIDER = (1, 'provider', 'whoever runs the case at the provider')
    JOBCENTRE = (2, 'jobcentre', 'Jobcentre Plus')
    WORK_COACH = (3, 'work-coach', "the participant's work coach")
    POLICY_TEAM = (4, 'policy-team', 'the IPES Policy team')
    POST = (5, 'post', 'the PRaP operational support team')
    PARTICIPANT = (6, 'participant', 'the participant')
    NOMINATED_OFFICER = (7, 'nominated-officer', "the provider's nominated officer for MAPPA")
    PERFORMANCE_MANAGER = (8, 'performance-manager', 'the DWP Performance Manager')
    NOMINATED_CONTACT = (9, 'nominated-contact', 'the nominated Jobcentre Plus contact')
    AGENTS_MANAGER = (10, 'agents-manager', 'the manager of the Provider Direct agent')
    MANAGERS_MANAGER = (11, 'managers-manager', 'the manager of that manager')
    SPOC = (12, 'spoc', "the provider's nominated contact for access codes")
    SECURITY_TEAM = (13, 'security-team', "DWP's team for security incidents")
    DECISION_MAKERS = (14, 'decision-makers', "DWP's Labour Market Decision Makers")
    BUSINESS_MANAGEMENT = (15, 'business-management', 'the DWP Business Management Team')
    PAYMENT_TEAM = (16, 'payment-team', "DWP's payment team inbox")
    DATA_PROTECTION_OFFICE = (17, 'data-protection-office', 'the Data Protection Office')
    WHP_ENQUIRIES = (18, 'whp-enquiries', 'the WHP Enquiries team')
    ESF_MARKETING = (19, 'esf-marketing', 'the ESF marketing team')
    DATA_SECURITY = (20, 'data-security', "DWP's security mailbox, which approves processes for unencrypted email")
    SUPPLIER_MANAGER = (21, 'supplier-manager', 'the DWP Supplier Manager')
    DEPARTMENT = (22, 'department', 'the department')
    SUBCONTRACTOR = (23, 'subcontractor', 'the subcontractor that it went to')


@unique
class Value(Word):
    """Value words."""

    UNKNOWN = (1, 'unknown', 'not known')
    NO = (2, 'no', 'no')
    YES = (3, 'yes', 'yes')
    NUMBER = (4, 'number', 'a whole number')
    DAY = (5, 'day', 'a day')
    OPTION = (6, 'option', 'a word from options.def')


@unique
class FactType(Word):
    """Fact type words."""

    TRISTATE = (1, 'tristate', 'yes, no or unknown')
    NUMBER = (2, 'number', 'a whole number or unknown')
    DAY = (3, 'day', 'a day or unknown')
    OPTION = (4, 'option', "one of the fact's options or unknown")


@unique
class Absent(Word):
    """Absent words."""

    NO = (1, 'no', 'not given means no')
    OWED = (2, 'owed', 'not given means taken as done, with a notice that it is owed as evidence')
    UNKNOWN = (3, 'unknown', 'not given means unknown')
    DEFAULT = (4, 'default', "not given means what the event's rows say")


@unique
class Outside(Word):
    """Outside words."""

    BEFORE = (1, 'before', 'the day is before the text that the rules come from')
    AFTER = (2, 'after', 'the day is after the text that the rules come from')


@unique
class ContactStatus(Word):
    """Contact status words."""

    PRINTED = (1, 'printed', 'as the guidance prints it')
    REDACTED = (2, 'redacted', 'blanked out in the guidance')
    MISSING = (3, 'missing', 'announced in the guidance, but not there')
    SUPERSEDED = (4, 'superseded', 'printed, but the address is at a domain that is no longer in use')
    HOST_SUPPLIES = (5, 'host-supplies', 'a role that the guidance gives no address')


@unique
class Difference(Word):
    """Difference words."""

    STAGE = (1, 'stage', 'the stage')
    FEED = (2, 'feed', 'the earnings feed')
    EVENTS = (3, 'events', 'how many events are recorded')
    RECEIVED = (4, 'received', 'the day of receipt')
    MADE = (5, 'made', 'the day the referral was made')
    ACKNOWLEDGED = (6, 'acknowledged', 'the day of acknowledgement')
    ATTENDED = (7, 'attended', 'the day of the initial meeting')
    START = (8, 'start', 'the start date')
    ENDED = (9, 'ended', 'the day the case ended')
    CODE = (10, 'code', 'the leaver code')
    ATTEMPTS = (11, 'attempts', 'how many attempts to reach the person are logged')
    BREACHES = (12, 'breaches', 'how many things are recorded although a rule forbids them')
    DEADLINE_APPEARED = (13, 'deadline-appeared', 'a deadline that was not there, and its due day')
    DEADLINE_GONE = (14, 'deadline-gone', 'a deadline that is no longer there, and its due day')
    DEADLINE_MOVED = (15, 'deadline-moved', 'the due day of a deadline')
    DEADLINE_STATUS = (16, 'deadline-status', 'how a deadline stands')
    NOTICE = (17, 'notice', 'a notice that is only in one of the two answers')
    MAPPA = (18, 'mappa', 'the MAPPA restrictions')
    PRAP14 = (19, 'prap14', 'the PRaP14')
    ERROR = (20, 'error', 'the suspected error')
    CHANNEL = (21, 'channel', 'the way the referral goes')
    REFERRAL_KIND = (22, 'referral-kind', 'the kind of referral')
    OUTCOME = (23, 'outcome', 'the reason of the outcome or cancellation')
    ENTERED = (24, 'entered', 'the day the start or the outcome was entered in PRaP')
    PLAN = (25, 'plan', 'the day the plan was fully agreed')
    MEETING = (26, 'meeting', 'the day the initial meeting is booked for')
    HANDED_OVER = (27, 'handed-over', 'the day of the handover')
    WORK = (28, 'work', 'the first day at work')
    FACE_TO_FACE = (29, 'face-to-face', 'the day of the last face-to-face meeting')
    ATTEMPTS_FAILED = (30, 'attempts-failed', 'how many attempts did not reach the person')
    SCENARIO = (31, 'scenario', 'which error the referral is')
    MANDATION = (32, 'mandation', 'where mandation stands')
    APPOINTMENT = (33, 'appointment', 'the initial appointment')
    ENGAGEMENT = (34, 'engagement', 'whether a voluntary participant takes part')
    APPROVED = (35, 'approved', 'the day the request to back out was approved')
    BACKED_OUT = (36, 'backed-out', 'the day the referral was backed out')
    END_DATE = (37, 'end-date', 'the end date entered in PRaP')
    THRESHOLD = (38, 'threshold', 'the highest earnings threshold reported')
    ORPHAN = (39, 'orphan', 'whether the earnings feed runs on after a back-out')
    IMPORTED = (40, 'imported', 'whether the case was taken over in mid-life')
    MEETING_MODE = (41, 'meeting-mode', 'how the initial meeting was held')
    HANDOVER_MODE = (42, 'handover-mode', 'how the handover was held')
    NEEDS_COMPLETE = (43, 'needs-complete', 'the day the needs assessment was complete')
    NIGHT_SHIFTS = (44, 'night-shifts', 'whether the person works night shifts')
    DECISION = (45, 'decision', 'what was decided about a request to erase')
    REFERENCE = (46, 'reference', "the Data Protection Office's reference")
    OUTAGE = (47, 'outage', 'whose failure stops unencrypted email')
    MISDIRECTION = (48, 'misdirection', 'data that went to the wrong subcontractor')
    ERASURE = (49, 'erasure', 'whether the data were erased')


@unique
class Payment(Word):
    """Payment words."""

    NONE = (1, 'none', 'no start is paid for, before or after it')
    GOES_ON = (2, 'goes-on', 'earnings go on being tracked for payment')
    ENDS = (3, 'ends', 'earnings are no longer tracked from then on')


@unique
class Contradiction(Word):
    """Contradiction words."""

    DEATH_AND_CHOICE = (1, 'death-and-choice', 'who has died does not choose to leave: the code of a death is the one')
    CHOICE_WITHOUT_ILLNESS = (2, 'choice-without-illness', 'the choice to leave counts only with a terminal illness')
    DEATH_WITHOUT_START = (3, 'death-without-start', 'no leaver code ends a referral that has no start, not even for a death')
    ABSENT_AND_ATTENDED = (4, 'absent-and-attended', 'the reason is of someone who did not attend, but the meeting was attended')
    MEETING_NOT_ATTENDED = (5, 'meeting-not-attended', 'it happened at the meeting or after it, but no meeting was attended')
    BEFORE_A_START = (6, 'before-a-start', 'it belongs to the time before a start, but a start is recorded')
    UNDECIDED_AND_SIGNED = (7, 'undecided-and-signed', 'who signed the plan has committed to it')
    MOVED_WITHIN_AND_OUT = (8, 'moved-within-and-out', 'a move between England and Wales is no move out of both')


@unique
class Means(Word):
    """Means words."""

    NOT_STATED = (1, 'not-stated', 'the guidance does not say how')
    PHONE = (2, 'phone', 'by telephone')
    EMAIL = (3, 'email', 'by email')
    FORM = (4, 'form', 'by email with a form')
    IN_PERSON = (5, 'in-person', 'face to face')


@unique
class Region(Word):
    """Region words."""

    MAPPA = (1, 'mappa', 'what is known of MAPPA restrictions')
    PRAP14 = (2, 'prap14', 'where a PRaP14 stands')
    ERROR = (3, 'error', 'where a suspected error stands')
    CHANNEL = (4, 'channel', 'PRaP or clerical')
    REFERRAL_KIND = (5, 'referral-kind', 'new referral or Re-Referral')
    SCENARIO = (6, 'scenario', 'which error the referral is (memo 08)')
    MANDATION = (7, 'mandation', 'where mandation stands (Core)')
    APPOINTMENT = (8, 'appointment', 'the initial appointment (JETS)')
    ENGAGEMENT = (9, 'engagement', 'whether a voluntary participant takes part')
    DECISION = (10, 'decision', 'what was decided about a request to erase')
    REFERENCE = (11, 'reference', "whether the Data Protection Office's reference is there")
    OUTAGE = (12, 'outage', 'whose failure stops unencrypted email')
    MISDIRECTION = (13, 'misdirection', 'data that went to the wrong subcontractor')
    ERASURE = (14, 'erasure', 'whether the data were erased')


@unique
class Mappa(Word):
    """Mappa words."""

    KNOWN = (1, 'known', 'the restrictions are known; the meeting can be held')
    HOLD = (2, 'hold', 'disclosed at the meeting without notice: stopped until the notice comes (3.87)')
    LIGHT_TOUCH = (3, 'light-touch', 'reported after the start: light touch until the notice comes (3.97)')
    REVIEW = (4, 'review', '28 days without notice: whether to continue is to be decided (3.98)')
    CONFIRMED = (5, 'confirmed', 'official notice of the restrictions has come')


@unique
class Prap14(Word):
    """Prap14 words."""

    AT_POLICY = (1, 'at-policy', 'with the Policy team')
    NOT_ACCEPTED = (2, 'not-accepted', 'not accepted by the Policy team')
    AT_POST = (3, 'at-post', 'accepted; with the PRaP support team')
    ACTIONED = (4, 'actioned', 'actioned by the PRaP support team: under memo 08, the referral is backed out')
    SENT = (5, 'sent', 'with the PRaP support team (memo 08)')
    SENT_BEFORE_START = (6, 'sent-before-start', 'with the PRaP support team, for one who attended and has no start in PRaP (AMB-58)')
    REFUSED = (7, 'refused', 'refused by DWP')
    APPROVED = (8, 'approved', 'approved by DWP')


@unique
class Error(Word):
    """Error words."""

    NOTIFIED = (1, 'notified', 'the Policy team was told of a possible error')
    ADVISED = (2, 'advised', 'the Policy team has said what to do')


@unique
class Channel(Word):
    """Channel words."""

    PRAP = (1, 'prap', 'through PRaP')
    CLERICAL = (2, 'clerical', 'outside PRaP, as a Special Customer Record')


@unique
class ReferralKind(Word):
    """Referral kind words."""

    NEW = (1, 'new', 'a new referral')
    RE_REFERRAL = (2, 're-referral', 'a Re-Referral after an earlier start')


@unique
class Result(Word):
    """Result words."""

    MET = (1, 'met', 'done in time, or the criterion holds')
    MISSED = (2, 'missed', 'not done in time')
    OPEN = (3, 'open', 'not yet due')
    EXCLUDED = (4, 'excluded', 'outside the measure, for the reason given')
    PRESENT = (5, 'present', 'the adverse measure holds of the case')
    ABSENT = (6, 'absent', 'the adverse measure does not hold of the case')
    FAILED = (7, 'failed', 'the criterion does not hold')
    UNKNOWN = (8, 'unknown', 'a fact that the criterion needs is not known')


@unique
class Exclusion(Word):
    """Exclusion words."""

    NOT_REFERRED = (1, 'not-referred', 'no referral has been received')
    REJECTED = (2, 'rejected', 'acknowledged by rejection (AMB-105)')
    OUTCOME_FIRST = (3, 'outcome-first', 'an outcome was entered before the acknowledgement was due (AMB-106)')
    NO_MEETING = (4, 'no-meeting', 'no meeting was held: the outcome alone decides (AMB-105)')
    NOT_STARTED = (5, 'not-started', 'no start is recorded')
    ENDED_FIRST = (6, 'ended-first', 'the participation ended before it was due')
    NOT_ACKNOWLEDGED = (7, 'not-acknowledged', 'not acknowledged')
    NO_ATTEMPTS_NEEDED = (8, 'no-attempts-needed', 'not recorded as someone who could not be reached')
    NOT_ENDED = (9, 'not-ended', 'the participation goes on')
    CLERICAL = (10, 'clerical', 'handled outside PRaP, and outside every standard (AMB-64)')
    NO_HANDOVER = (11, 'no-handover', 'no handover is recorded')
    UNKNOWN = (12, 'unknown', 'a day or fact that it needs was not given')
    NOT_SET = (13, 'not-set', 'the documents of the programme set no such measure (AMB-95)')


@unique
class NoticeDue(Word):
    """Notice due words."""

    NOT_STATED = (1, 'not-stated', 'the guidance does not say by when')
    IMMEDIATELY = (2, 'immediately', 'at once: on the day it is entered')
    WITH_OUTCOME = (3, 'with-the-outcome', 'with the outcome: on the day it is entered')
    DAY_60 = (4, 'day-60', 'on day 60 of the referral')
    ADVISED_END = (5, 'advised-end', 'on the end date that the Policy team advised')
    PROMPTLY = (6, 'promptly', 'within the working days that the policy prompt says (AMB-25)')
    PAY5 = (7, 'pay5', 'on the due day of the deadline pay5')
    ERASE = (8, 'erase', 'on the due day of the deadline erase')


@unique
class Check(Word):
    """Check words."""

    DONE = (1, 'done', 'said, and as it is to be')
    NOT_DONE = (2, 'not-done', 'said to be not so')
    UNKNOWN = (3, 'unknown', 'said to be unknown')
    MISSING = (4, 'missing', 'never said')


@unique
class Fields(Word):
    """Fields words."""

    LISTED = (1, 'listed', 'the guidance lists what it is to hold')
    PARTLY = (2, 'partly', 'the guidance names some of it; the form itself is not printed there')
    NOT_PRINTED = (3, 'not-printed', 'the guidance names the form and does not print it')


@unique
class Retention(Word):
    """Retention words."""

    CONTRACT_PERIOD = (1, 'contract-period', 'as long as the contract asks: the host knows its end')
    ON_REQUEST = (2, 'on-request', 'to be produced when DWP asks; no length is stated')
    COMPUTED = (3, 'computed', 'until the day that its date computation gives')
    COMPUTED_OR_LONGER = (4, 'computed-or-longer', 'until that day, or the end of the contract period if later')
    IN_FORCE = (5, 'in-force', 'while it is in force, and as long after as the policy says')
    UNTIL_ACTIONED = (6, 'until-actioned', 'until it is dealt with; then it is deleted')


@unique
class CallStage(Word):
    """Call stage words."""

    BATCHED = (1, 'batched', 'the participants of the call are listed; it is not placed yet (P5)')
    ELIGIBILITY = (2, 'eligibility', 'the agent checks that the caller may use the service (C1)')
    ACCESS_CODE = (3, 'access-code', 'the agent asks for three characters of the access code (C2)')
    PARTICIPANT = (4, 'participant', 'the agent checks who the participant is (C3)')
    DETAILS = (5, 'details', "the participant's check is passed; what is asked about is told (C4)")
    ADVICE = (6, 'advice', 'the agent answers and advises (C5)')
    ENDED = (7, 'ended', 'the call has ended; its record is due (C9)')
    RECORDED = (8, 'recorded', "the call's record is complete for every participant (P6)")


@unique
class CallParticipant(Word):
    """Call participant words."""

    LISTED = (1, 'listed', 'to be asked about in this call (P5)')
    CHECKING = (2, 'checking', 'being checked by the agent (C3)')
    FAILED_SECURITY = (3, 'failed-security', 'the check was not passed: nothing was told of them (C3)')
    PASSED = (4, 'passed', 'the check was passed (C4)')
    ASKED = (5, 'asked', 'asked about; the answer is awaited (C5)')
    ADVISED = (6, 'advised', "the agent's advice is noted (C5)")
    RECORDED = (7, 'recorded', 'the advice is recorded (P6)')
    RAISED = (8, 'raised', 'the compliance doubt was raised (P7)')
    NOT_RAISED = (9, 'not-raised', 'the compliance doubt was not raised (P8)')


@unique
class CallEvent(Word):
    """Call event words."""

    PARTICIPANT_LISTED = (1, 'participant-listed', 'a participant is put on the list of the call')
    CALL_PLACED = (2, 'call-placed', 'Provider Direct is called')
    ELIGIBILITY_CHECKED = (3, 'eligibility-checked', 'the agent has checked that the caller may use the service')
    CODE_CHECKED = (4, 'code-checked', 'the agent has asked for three characters of the access code')
    QUESTION_UNASKABLE = (5, 'question-unaskable', 'a question about the participant cannot be asked')
    PARTICIPANT_CHECKED = (6, 'participant-checked', 'the agent has asked for NINO, full name and one answer')
    DETAILS_ASKED = (7, 'details-asked', 'the failure date and what is to be checked are told')
    ADVICE_GIVEN = (8, 'advice-given', 'the agent has answered and advised')
    NEXT_PARTICIPANT = (9, 'next-participant', 'the call goes on with the next participant')
    CALL_CLOSED = (10, 'call-closed', 'the agent has asked whether that is everything and ends the call')
    CALL_BROKEN_OFF = (11, 'call-broken-off', 'the call ends before it is closed')
    ADVICE_RECORDED = (12, 'advice-recorded', 'what came of the call is recorded for a participant')
    RECORD_UPDATED = (13, 'record-updated', "the participant's own record shows the call and what came of it")
    DOUBT_DECIDED = (14, 'doubt-decided', 'the provider has decided whether to raise the compliance doubt')
    PARTICIPANT_TAKEN_OFF = (15, 'participant-taken-off', 'a participant is taken off the list before the call')


@unique
class CallFact(Word):
    """Call fact words."""

    MAPPA = (1, 'mappa', 'the participant is under MAPPA restrictions')
    SCR = (2, 'scr', 'the participant has a Special Customer Record')
    UNIVERSAL_CREDIT = (3, 'universal-credit', 'the claim is for Universal Credit')
    TOLD_IN_ADVANCE = (4, 'told-in-advance', 'the participant said beforehand that the activity was impossible')
    RECEIVED = (5, 'received', 'the day the Work Programme referral was received')
    ORIGINAL_HELD = (6, 'original-held', 'the original referral information is to hand, complete')
    RECORD_CHANGED = (7, 'record-changed', "the provider's own record has changed since the referral")
    PURPOSE = (8, 'purpose', 'what the call is for')
    SERVICE_WITHDRAWN = (9, 'service-withdrawn', 'DWP has withdrawn the service from the provider')
    SECURITY_EXPLAINED = (10, 'security-explained', 'DWP was told how the access code is kept secure')
    PLAN_CONFIRMED = (11, 'plan-confirmed', 'DWP was told whether the security plan needs updating')
    PRIME_KNOWN = (12, 'prime-known', 'the caller knows the name of the prime provider')
    CODE_ISSUED = (13, 'code-issued', 'the day the access code to hand was issued')
    CODE_OFF_CYCLE = (14, 'code-off-cycle', "the code was issued between two monthly ones, by DWP's decision")
    CODE_SUPERSEDED = (15, 'code-superseded', 'another code has taken the place of the one to hand')
    COMPANY_GIVEN = (16, 'company-given', "the caller gave the company's name")
    CALLER_NAMED = (17, 'caller-named', 'the caller gave their own name')
    PRIME_GIVEN = (18, 'prime-given', "the caller gave the prime provider's name")
    ON_LIST = (19, 'on-list', 'the agent found them on the approved list')
    REASON_VALID = (20, 'reason-valid', 'the agent took the reason for the call as valid')
    CHARACTERS_RIGHT = (21, 'characters-right', 'how many of the three characters were right, 0 to 3')
    QUESTION = (22, 'question', 'which of the six questions it is about')
    LMS_UNCLEAR = (23, 'lms-unclear', "the agent's system is unclear about the answer")
    FROM_ORIGINAL = (24, 'from-original', 'the answers were given from the original referral information')
    NINO_RIGHT = (25, 'nino-right', 'the National Insurance number was right')
    NAME_RIGHT = (26, 'name-right', 'the full name was right')
    ANSWER_RIGHT = (27, 'answer-right', 'the answer to the question was right')
    AGENT_CHOICE = (28, 'agent-choice', 'what the agent has chosen after a check that was not passed')
    FAILED_ON = (29, 'failed-on', 'the day the mandated activity was failed')
    ASKS_ADDRESS = (30, 'asks-address', 'the address is to be checked')
    ASKS_PHONE = (31, 'asks-phone', 'the telephone numbers are to be checked')
    ASKS_BENEFIT = (32, 'asks-benefit', 'it is asked whether benefit was received on the day of the failure')
    ASKS_POLICY = (33, 'asks-policy', 'it is asked about Work Programme policy or process')
    ADVICE = (34, 'advice', 'what the agent advised')
    IN_RECEIPT = (35, 'in-receipt', 'benefit was received on the day of the failure')
    CONTACT_RIGHT = (36, 'contact-right', 'the contact details to hand are right')
    DORMANT = (37, 'dormant', 'the claim is dormant now')
    IN_WORK = (38, 'in-work', 'the participant has gone into work')
    NEW_ADDRESS = (39, 'new-address', 'a new address was given')
    NEW_PHONE = (40, 'new-phone', 'a new telephone number was given')
    EMPLOYMENT_DETAILS = (41, 'employment-details', 'employer, start date or job title was given')
    OTHER_DETAILS = (42, 'other-details', 'something else was told that may explain the failure')
    CALL_DAY = (43, 'call-day', 'the day of the call, as recorded')
    WHY_NOT = (44, 'why-not', 'why it was advised not to raise the doubt')
    UPDATED_ON = (45, 'updated-on', "the day the participant's record was updated")
    RAISED = (46, 'raised', 'the compliance doubt is raised')
    FORM = (47, 'form', 'the form that it is raised on')
    REASON_KEPT = (48, 'reason-kept', 'the reason for deciding otherwise than advised is kept')


@unique
class CallPurpose(Word):
    """Call purpose words."""

    COMPLIANCE_DOUBT = (1, 'compliance-doubt', 'someone failed a mandated activity, and a doubt is about to be raised')
    JOB_OUTCOME = (2, 'job-outcome', 'to learn of a job outcome')
    POLICY = (3, 'policy', 'to ask about Work Programme policy or process')
    OTHER = (4, 'other', 'anything else')


@unique
class AgentChoice(Word):
    """Agent choice words."""

    NEXT_PARTICIPANT = (1, 'next-participant', 'go on to the next participant')
    CALL_BACK = (2, 'call-back', 'call back about this one with the right details; the call goes on')
    END_CALL = (3, 'end-call', 'call back with the right details; the call ends')


@unique
class CallAdvice(Word):
    """Call advice words."""

    RAISE = (1, 'raise', 'raise the compliance doubt')
    DO_NOT_RAISE = (2, 'do-not-raise', 'do not raise the compliance doubt')
    NONE_GIVEN = (3, 'none-given', 'no advice was given')


@unique
class CallChange(Word):
    """Call change words."""

    ADDRESS = (1, 'changed-address', 'moved, so that the notice of the activity never arrived')
    PHONE = (2, 'changed-phone', 'has another telephone number')
    BENEFIT_ENDED = (3, 'benefit-ended', 'no longer received benefit on the day of the failure')
    OTHER = (4, 'other-change', 'another change that may explain the failure')


@unique
class CallForm(Word):
    """Call form words."""

    WP08 = (1, 'wp08', 'failure to take part: the lower level')
    PRE01 = (2, 'pre01', 'refusal of employment: the higher level')


@unique
class Question(Word):
    """Question words."""

    PAYMENT_GROUP = (1, 'payment-group', "the claimant's payment group (PD-28-B1)")
    REFERRING_OFFICER = (2, 'referring-officer', "the referring officer's initials or name (PD-28-B2)")
    EMPLOYMENT_HISTORY = (3, 'employment-history', 'employment history, for instance the last employer (PD-28-B3)')
    QUALIFICATIONS = (4, 'qualifications', 'selected qualifications (PD-28-B4)')
    SIGNING_DAY_CYCLE = (5, 'signing-day-cycle', 'signing day and cycle (PD-28-B5)')
    REFERRAL_DATE = (6, 'referral-date', 'date of referral to the Work Programme (PD-28-B6)')


@unique
class Challenge(Word):
    """Challenge words."""

    ASKED = (1, 'asked', 'three positions are asked for, and the answer is owed')
    PASSED = (2, 'passed', 'three of three were right: the call goes on')
    FAILED = (3, 'failed', 'not all three were right: the call ends')
    GIVEN_UP = (4, 'given-up', 'it ended without an answer, which counts as a failure')
    EXPIRED = (5, 'expired', 'its time was over before an answer came, which counts as a failure')
    NOT_OPEN = (6, 'not-open', 'no such challenge waits for an answer')
    LOCKED = (7, 'locked', 'too many failures: nothing is asked until the lock ends')
    EXPOSED = (8, 'exposed', 'too much of the code has been said aloud: nothing is asked until it changes')
    SUPERSEDED = (9, 'superseded', 'a later code has been asked about before')
    RELEASED = (10, 'released', 'the lock is over, and failures are counted anew')


@unique
class DeskAsk(Word):
    """Desk ask words."""

    MAY_CALL = (1, 'may-call', 'may this participant be asked about, by which way, and which form would the doubt take')
    CALL = (2, 'call', 'can the call be placed at this moment, and how many calls are needed')
    CHECKLIST = (3, 'checklist', 'what of the desk aide is still missing for a participant')
    ADVICE = (4, 'advice', 'what the agent advises on what is found')
    RECORD = (5, 'record', 'is the record of a call complete for a participant')
    DECIDE = (6, 'decide', 'may the doubt be closed as the provider decided')
    PENDING = (7, 'pending', 'how old is the oldest failure that waits for a call')
    CODE = (8, 'code', 'where an access code is in its life, and what is due')
    SECURITY_EVENT = (9, 'security-event', 'is DWP to be told of a change that touches the access code')
    MESSAGE = (10, 'message', 'who takes a message, at which address')
    COMPLAINT = (11, 'complaint', 'who takes a complaint next')
    SERVICE = (12, 'service', 'may the service be used, after its access, withdrawal and reinstatement')
    OUTAGE = (13, 'outage', 'what an announced outage leaves of the time for a call')


@unique
class DeskOutcome(Word):
    """Desk outcome words."""

    UNDECIDED = (1, 'undecided', 'a fact that decides is unknown')
    NO_DOUBT = (2, 'no-doubt', 'there is no failure to raise a doubt about')
    JOBCENTRE_CONTACT = (3, 'jobcentre-contact', 'never through Provider Direct: ask the nominated Jobcentre Plus contact')
    NO_CALL = (4, 'no-call', 'a call is barred')
    NO_CALL_ADVISED = (5, 'no-call-advised', 'a call may be inappropriate: consider raising the doubt without one')
    TO_CALL = (6, 'to-call', 'call Provider Direct before the doubt is raised')
    CALL_NOW = (7, 'call-now', 'the call can be placed')
    CALL_LATER = (8, 'call-later', 'the call cannot be placed now')
    READY = (9, 'ready', 'all that the call needs is to hand')
    NOT_READY = (10, 'not-ready', 'something that the call needs is missing')
    RAISE = (11, 'raise', 'raise the doubt')
    DO_NOT_RAISE = (12, 'do-not-raise', 'do not raise the doubt')
    ASK_AGENT = (13, 'ask-agent', 'two paragraphs say the opposite: ask the agent')
    NO_ADVICE = (14, 'no-advice', 'no advice was to be had: call again, or decide without')
    COMPLETE = (15, 'complete', 'the record is complete')
    RECORD_OWED = (16, 'record-owed', 'the record of the call lacks something')
    UPDATE_OWED = (17, 'update-owed', "the participant's own record does not show the call yet")
    RAISED = (18, 'raised', 'the doubt goes to the decision makers')
    NOT_RAISED = (19, 'not-raised', 'the doubt is closed without being raised')
    KEEP_OPEN = (20, 'keep-open', 'the doubt cannot be closed so')
    CALL_SOON = (21, 'call-soon', 'failures have been kept longer than the provider allows itself')
    MAY_WAIT = (22, 'may-wait', 'nothing presses')
    INFORM = (23, 'inform', 'tell DWP with Annex B')
    INFORM_AND_INCIDENT = (24, 'inform-and-incident', 'tell DWP with Annex B, and open a security incident')
    NO_NEED = (25, 'no-need', 'DWP need not be told; keep the reasoning')
    WITH_DWP = (26, 'with-dwp', 'Annex B is sent; DWP assesses it')
    CHANGE = (27, 'change', 'DWP changes the code')
    NO_CHANGE = (28, 'no-change', 'DWP does not change the code')
    SEND = (29, 'send', 'send it to who takes it')
    DO_NOT_SEND = (30, 'do-not-send', 'this address does not take it')
    TAKE_FURTHER = (31, 'take-further', 'someone takes the complaint next')
    NO_FURTHER = (32, 'no-further', 'no further step is needed, or none is named')
    AVAILABLE = (33, 'available', 'the service may be used')
    WITHDRAWN = (34, 'withdrawn', 'the service is withdrawn')
    MAY_REINSTATE = (35, 'may-reinstate', 'the assurance is given: access may be restored')
    NOT_YET = (36, 'not-yet', 'access items are missing')
    OPEN = (37, 'open', 'Provider Direct takes calls')
    CLOSED = (38, 'closed', 'Provider Direct takes no calls')
    IN_ORDER = (39, 'in-order', 'all is as the procedure says')
    OUT_OF_ORDER = (40, 'out-of-order', 'a step came before what it needs')


@unique
class CodeState(Word):
    """Code state words."""

    ISSUED = (1, 'issued', 'emailed by DWP, not yet acknowledged')
    ACKNOWLEDGED = (2, 'acknowledged', 'acknowledged; the password email is awaited')
    UNLOCKED = (3, 'unlocked', 'can be opened; not yet passed on')
    DISTRIBUTED = (4, 'distributed', 'passed on securely; not yet in use')
    IN_FORCE = (5, 'in-force', 'in use')
    IN_FORCE_NOT_READY = (6, 'in-force-not-ready', 'to be used, but not everyone has it')
    SUPERSEDED = (7, 'superseded', 'no longer in use')


@unique
class CodeStep(Word):
    """Code step words."""

    ISSUED = (1, 'issued', 'DWP emails the code in a locked document')
    ACKNOWLEDGED = (2, 'acknowledged', 'a contact acknowledges it')
    PASSWORD_CAME = (3, 'password-came', 'the email with the password reaches that contact')
    DISTRIBUTED = (4, 'distributed', 'that contact has passed it on securely')
    USERS_CONFIRMED = (5, 'users-confirmed', 'that contact has checked that every user is on it')
    USERS_CHANGED = (6, 'users-changed', 'that contact authorised a change of its users')
    CHANGE_DECIDED = (7, 'change-decided', 'DWP decides that the code must change before its time')


@unique
class CaseDay(Word):
    """Case day words."""

    RECEIVED = (1, 'received', 'the referral was received')
    MADE = (2, 'made', 'the Jobcentre made the referral')
    ACKNOWLEDGED = (3, 'acknowledged', 'it was accepted or rejected')
    ATTENDED = (4, 'attended', 'the initial meeting was attended')
    START = (5, 'start', 'the start date')
    ENTERED = (6, 'entered', 'the start or the outcome was entered in PRaP')
    PLAN = (7, 'plan', 'the plan was fully agreed')
    ENDED = (8, 'ended', 'the case ended')
    HANDED_OVER = (9, 'handed-over', 'the handover was held')
    MEETING = (10, 'meeting', 'the initial meeting is booked for it')
    CONTACT = (11, 'contact', 'the last contact, or attempt at one')
    FACE_TO_FACE = (12, 'face-to-face', 'the last face-to-face meeting')
    WEEKLY_OFFER = (13, 'weekly-offer', 'the last offer of weekly support')
    WORK = (14, 'work', 'the first day at work')
    PRAP14 = (15, 'prap14', 'the last PRaP14 was sent')
    APPROVED = (16, 'approved', 'the request to back the referral out was approved')
    BACKED_OUT = (17, 'backed-out', 'the referral was backed out')
    END_DATE = (18, 'end-date', 'the end date entered in PRaP')
    FORM_SENT = (19, 'form-sent', 'the Employment Business Customer Form was sent')


@unique
class Unit(Word):
    """Unit words."""

    WORKING_DAYS = (1, 'working-days', "working days of the rulebook's calendar")
    CALENDAR_DAYS = (2, 'calendar-days', 'calendar days')


@unique
class DefinedBy(Word):
    """Defined by words."""

    DOCUMENTS = (1, 'documents', 'the documents that the rules come from')
    HOST = (2, 'host', "the host's own supplement, outside the five documents")


@unique
class Threshold(Word):
    """Threshold words."""

    FIRST_PAY = (1, 'first-pay', 'the first pay')
    POUNDS_1000 = (2, 'pounds-1000', 'earnings of 1,000 pounds')
    POUNDS_2000 = (3, 'pounds-2000', 'earnings of 2,000 pounds')
    NATIONAL = (4, 'national-threshold', 'earnings of the National Threshold, which follows the national minimum wage of the time')


@unique
class ThresholdStatus(Word):
    """Threshold status words."""

    REACHED = (1, 'reached', 'the earnings are at least the amount')
    NOT_REACHED = (2, 'not-reached', 'the earnings are below the amount')
    NOT_APPLICABLE = (3, 'not-applicable', 'the guidance says that the programme does not have this threshold')
    NOT_STATED = (4, 'not-stated', 'the guidance says nothing of this threshold for the programme')
    NOT_KNOWN = (5, 'not-known', 'whether it is reached depends on an amount that was not given for the day')


@unique
class FeedTrigger(Word):
    """Feed trigger words."""

    START_ENTERED = (1, 'start-entered', 'a start date is entered in PRaP')
    REFERRAL = (2, 'referral', 'there is a referral and no start')
    END_DATE = (3, 'end-date', 'an end date is entered in PRaP')
    ALLOTTED_TIME = (4, 'allotted-time', 'the allotted time is over')
    OUTCOME_EARNINGS = (5, 'outcome-earnings', 'earnings reach what a job outcome is paid for')
    BACK_OUT = (6, 'back-out', 'the referral is backed out without an end date')
    NO_START = (7, 'no-start', 'the referral ends without a start')


@unique
class FeedEffect(Word):
    """Feed effect words."""

    OPENS = (1, 'opens', 'the feed opens')
    NOT_OPEN = (2, 'not-open', 'the feed is not open')
    CLOSES = (3, 'closes', 'the feed closes')
    BY_CODE = (4, 'by-code', 'the leaver code says whether the feed closes')
    GOES_ON = (5, 'goes-on', 'the feed goes on; the guidance does not say until when')
    STAYS_OPEN = (6, 'stays-open', 'the feed stays open although it should not: an orphan')
    NOT_STATED = (7, 'not-stated', 'the guidance does not say what becomes of the feed')
    NEVER_OPENED = (8, 'never-opened', 'the feed was never opened')


@unique
class Consequence(Word):
    """Consequence words."""

    FEED_ENDS = (1, 'feed-ends', 'from the end date on no earnings are tracked, so no later earnings earn a payment')
    FEED_GOES_ON = (2, 'feed-goes-on', 'earnings go on being tracked; the guidance does not say until when')
    NO_FEED = (3, 'no-feed', 'no feed is open, so the code changes nothing about tracking')
    REPAYMENT = (4, 'repayment', 'if the code is wrong and leads to a wrong outcome payment, the provider has to repay it')
    REPAYMENT_NOT_STATED = (5, 'repayment-not-stated', 'the guidance does not say for this programme whether a wrong code leads to repayment')
    SET_BY_PRAP = (6, 'set-by-prap', 'PRaP sets this code by itself; it is refused when a person enters it')


@unique
class Scenario(Word):
    """Scenario words."""

    INELIGIBLE = (1, 'ineligible', 'A: on DWP-funded provision already, or employed before the referral')
    FOUND_WORK = (2, 'found-work', 'B: work, self-employment or an offer between referral interview and engaging')
    DUPLICATE = (3, 'duplicate', 'C: a duplicate of another referral')


@unique
class Mandation(Word):
    """Mandation words."""

    MANDATED = (1, 'mandated', 'an appointment was made mandatory')
    FAILED = (2, 'failed', 'the mandated activity was not attended')
    DOUBT_RAISED = (3, 'doubt-raised', 'a compliance doubt was raised')
    DECIDED = (4, 'decided', 'the doubt was decided')
    NOTIFIED = (5, 'notified', 'the provider was told of the decision')


@unique
class Appointment(Word):
    """Appointment words."""

    MANDATED = (1, 'mandated', 'the initial appointment was made mandatory')
    VOLUNTARY = (2, 'voluntary', 'agreed with a voluntary customer')
    MISSED = (3, 'missed', 'mandated, and not attended')
    RECOMPLIED = (4, 'recomplied', 'missed, and complied with since')


@unique
class Engagement(Word):
    """Engagement words."""

    DISENGAGED = (1, 'disengaged', 'a voluntary participant has disengaged')
    RE_ENGAGED = (2, 're-engaged', 'a voluntary participant has come back')


@unique
class Decision(Word):
    """Decision words."""

    ACCEPT = (1, 'accept', 'the data are to be erased')
    REJECT = (2, 'reject', 'the right of erasure does not apply')


@unique
class Reference(Word):
    """Reference words."""

    HELD = (1, 'held', 'the reference has come')


@unique
class Outage(Word):
    """Outage words."""

    OWN = (1, 'own', "the provider's own")
    DWP = (2, 'dwp', "DWP's: it has asked to suspend use")
    BOTH = (3, 'both', 'both')
    NOTIFIED = (4, 'notified', "the provider's own, and DWP was told when it ends")
    ENDED = (5, 'ended', 'it is over')
    UNSTATED = (6, 'unstated', 'of a use taken over: whose it is was not said')


@unique
class Misdirection(Word):
    """Misdirection words."""

    OPEN = (1, 'open', 'deletion is not confirmed')
    CLOSED = (2, 'closed', 'deletion is confirmed')


@unique
class Erasure(Word):
    """Erasure words."""

    ERASED = (1, 'erased', 'the data were erased')


@unique
class ErasureOutcome(Word):
    """Erasure outcome words."""

    ACCEPT = (1, 'accept', 'nothing need be kept: erase')
    REJECT = (2, 'reject', 'the right of erasure does not apply')
    ASK = (3, 'reject-pending-person', 'the text has no answer: rejection is proposed, and a person decides')
    UNDECIDED = (4, 'undecided', 'a fact that decides is unknown')
    NOT_COVERED = (5, 'not-covered', 'the documents do not cover requests of this programme')


@unique
class DataType(Word):
    """Data type words."""

    TEXT = (1, 'text', 'text, of several lines where need be')
    NAME = (2, 'name', 'a line of text')
    IDENTIFIER = (3, 'identifier', 'an identifier: a short line of text')
    NINO = (4, 'nino', 'a National Insurance number')
    POSTCODE = (5, 'postcode', 'a postcode of the United Kingdom')
    TELEPHONE = (6, 'telephone', 'a telephone number with its area code: it begins with 0 or +')
    DAY = (7, 'day', 'a day, YYYY-MM-DD or DD/MM/YYYY')
    YES_NO = (8, 'yes-no', 'yes or no: yes, no, y, n, true, false, 1 or 0')
    YES_OR_DAY = (9, 'yes-or-day', 'yes or no, or the day on which it came about')
    BASIS = (10, 'basis', 'voluntary or mandatory')


@unique
class DataNeed(Word):
    """Data need words."""

    REQUIRED = (1, 'required', 'without it nobody can tell whose record it is')
    EXPECTED = (2, 'expected', 'every participant can have one')
    OPTIONAL = (3, 'optional', 'where there is one')


@unique
class DataAbout(Word):
    """Data about words."""

    PARTICIPANT = (1, 'participant', 'the participant')
    JOINT_CLAIMANT = (2, 'joint-claimant', 'the joint claimant, who is somebody else')
    ADVISER = (3, 'adviser', 'the Jobcentre Plus adviser')


@unique
class DataCare(Word):
    """Data care words."""

    PERSONAL = (1, 'personal', 'personal data')
    HEALTH = (2, 'health', 'special-category data: health (UK GDPR, article 9)')
    CRIMINAL = (3, 'criminal', 'criminal-offence data (UK GDPR, article 10)')
    MAY_TELL = (4, 'may-tell', 'personal data in which special-category or criminal-offence data may stand')


@unique
class DataChannel(Word):
    """Data channel words."""

    PRAP = (1, 'prap', 'through PRaP')
    EMAIL = (2, 'email', 'by email')
    CLERICAL = (3, 'clerical', 'on paper: form SL2 of the Work and Health Programme and JETS')


@unique
class DataChange(Word):
    """Data change words."""

    APPEARED = (1, 'appeared', 'it was not there, and is')
    GONE = (2, 'gone', 'it was there, and is not')
    CHANGED = (3, 'changed', 'its value is another')


@unique
class FormOutcome(Word):
    """Form outcome words."""

    SEND = (1, 'send', 'it is called for and may go')
    READY = (2, 'ready', 'it is filled in; it goes to nobody')
    SENT = (3, 'sent', 'it went')
    INCOMPLETE = (4, 'incomplete', 'it may not go as it is')
    NOT_CALLED_FOR = (5, 'not-called-for', 'nothing calls for it')
    OTHER_FORM = (6, 'other-form', 'the programme has another form for this, or none')
    FROM_OTHERS = (7, 'from-others', 'others fill it in')
    UNDECIDED = (8, 'undecided', 'a fact that decides is unknown')
    NOT_COVERED = (9, 'not-covered', 'the guidance does not apply, and these documents have no other')


@unique
class Need(Word):
    """Need words."""

    REQUIRED = (1, 'required', 'the form is not complete without it')
    OPTIONAL = (2, 'optional', 'filled in when there is something to fill in')
    UNKNOWN = (3, 'unknown', 'the guidance does not print whether this form has it')


@unique
class OwnTemplate(Word):
    """Own template words."""

    NOT_STATED = (1, 'not-stated', "the guidance does not say whether a template of one's own will do")
    IF_APPROVED = (2, 'if-approved', "a template of one's own will do once DWP has approved it")
    NEVER = (3, 'never', 'only the form itself will do')


@unique
class HelpSubject(Word):
    """Help subject words."""

    USER_ACCESS = (1, 'user-access', 'access of users to PRaP')
    AVAILABILITY = (2, 'availability', 'whether the system is available')
    PAYMENTS = (3, 'payments', 'payments')
    OTHER = (4, 'other', 'anything else')


@unique
class AccessRoute(Word):
    """Access route words."""

    GOVERNMENT_GATEWAY = (1, 'government-gateway', 'through the Government Gateway')
    OTHER = (2, 'other', 'any other way')


@unique
class VerifyFault(Word):
    """Verify fault words."""

    EVENT_DAMAGED = (1, 'event-damaged', "an event's bytes are not those that were written")
    EVENT_NEWER = (2, 'event-newer', 'an event was written by a later version of the library')
    SEQUENCE = (3, 'sequence', 'an event does not follow the one before it by 1')
    CHAIN = (4, 'chain', 'an event does not name the checksum of the one before it')
    ORDER = (5, 'order', 'an event was recorded before the one before it')
    OPENING = (6, 'opening', 'the journal begins with an event that no case begins with')
    VOID = (7, 'void', 'an entry voids what cannot be voided')
    CUT_SHORT = (8, 'cut-short', 'the journal ends before the version that the snapshot has')
    RUNS_ON = (9, 'runs-on', 'the journal goes on after the version that the snapshot has')
    SNAPSHOT_DAMAGED = (10, 'snapshot-damaged', "the snapshot's bytes are not those that were written")
    SNAPSHOT_NEWER = (11, 'snapshot-newer', 'the snapshot was written by a later version of the library')
    SNAPSHOT_DIFFERS = (12, 'snapshot-differs', 'the snapshot is not what the journal amounts to')
    VERSION = (13, 'version', 'the store has another version for the case than its snapshot')
    STORE_DAMAGED = (14, 'store-damaged', 'the store itself says that the case is damaged')
    OTHER_RULEBOOK = (15, 'other-rulebook', 'the event was judged by another rulebook than the one at hand: no damage')
    OTHER_CALENDAR = (16, 'other-calendar', 'the event was judged by another calendar than the one at hand: no damage')
    NO_RULEBOOK = (17, 'no-rulebook', "there is no rulebook for the case's programme, so its hashes are not compared: no damage")


@unique
class Conformance(Word):
    """Conformance words."""

    CALL_FAILS = (1, 'call-fails', 'a call that has nothing against it fails')
    STATUS_OUTSIDE = (2, 'status-outside', 'a callback returns a status that its contract does not name')
    OUTCOME_OUTSIDE = (3, 'outcome-outside', 'commit leaves an outcome unwritten, or writes one that is no outcome')
    OUTCOME_BEYOND = (4, 'outcome-beyond', 'commit writes outcomes past the changes that it was given')
    OUTCOMES_MISPLACED = (5, 'outcomes-misplaced', 'the outcomes of a batch are right, and stand at the wrong changes')
    OUTCOME_WRONG = (6, 'outcome-wrong', 'a conflict or a duplicate is answered as a failure')
    LOAD_WITHOUT_ROW = (7, 'load-without-row', 'load answers ok and pushes no row')
    LOAD_SEVERAL_ROWS = (8, 'load-several-rows', 'load pushes more than one row')
    NONE_WITH_ROW = (9, 'none-with-row', 'load answers none and pushes a row')
    MISSING_NOT_NONE = (10, 'missing-not-none', 'load of a case that is not there does not answer none')
    CASE_INVENTED = (11, 'case-invented', 'a case is found that was never committed')
    EVENT_INVENTED = (12, 'event-invented', "the journal holds an event past the case's version")
    ROW_UNUSABLE = (13, 'row-unusable', 'a row is pushed that the library cannot take: too long, without its bytes, or with a wrong size')
    LIMIT_NOT_OK = (14, 'limit-not-ok', 'when the sink has what it asked for, the callback does not return ok')
    PUSHES_ON = (15, 'pushes-on', 'a callback goes on pushing after the sink told it to stop')
    SINK_STATUS_SWALLOWED = (16, 'sink-status-swallowed', 'a callback does not return the status with which the sink stopped it')
    SINK_KEPT = (17, 'sink-kept', 'a row is pushed into a sink whose call is over')
    BORROWED_KEPT = (18, 'borrowed-memory-kept', 'memory that was lent for one call is kept, and read after it was used for something else')
    BORROWED_WRITTEN = (19, 'borrowed-memory-written', 'a callback writes into memory that was lent to it for reading')
    CHANGE_LOST = (20, 'change-lost', 'a change that was acknowledged is not there')
    SNAPSHOT_NOT_REPLACED = (21, 'snapshot-not-replaced', 'torn: the events of a change are there, and the snapshot or version is that of before')
    EVENTS_MISSING = (22, 'events-missing', 'torn: an event of an acknowledged change is not in the journal')
    COLUMN_NOT_KEPT = (23, 'column-not-kept', 'torn: an index column is not that of the last change')
    NOTICE_LOST = (24, 'notice-lost', 'torn: a notice of an acknowledged change is not in the outbox')
    VERSION_WRONG = (25, 'version-wrong', 'a case is given with another version than the sequence of its last event')
    RECORD_TRUNCATED = (26, 'record-truncated', 'a record or snapshot comes back shorter than it was given')
    RECORD_CUT_AT_ZERO = (27, 'record-cut-at-zero', 'a record or snapshot ends at its first byte of value 0')
    RECORD_CHANGED = (28, 'record-changed', 'a record or snapshot comes back with other bytes')
    ID_CHANGED = (29, 'id-changed', 'read gives an event with another id than it was committed with, or with none')
    READ_ORDER = (30, 'read-order', 'events are not read in ascending order of their sequence')
    READ_REPEATS = (31, 'read-repeats', 'an event is read twice')
    READ_FROM = (32, 'read-from', 'read does not begin at the sequence asked for')
    READ_MAX = (33, 'read-max', 'read does not keep to the number of events asked for')
    LOST_UPDATE = (34, 'lost-update', 'a change is made although another came first: the stored version is not the expected one')
    CREATED_OVER = (35, 'created-over', 'a change that expects no case is made over one that is there')
    CHANGED_MISSING = (36, 'changed-missing', 'a change that expects a case is made where there is none')
    VERSION_CUT = (37, 'version-cut', 'versions that differ only in their high bits are taken for the same')
    CONFLICT_WITHOUT_CAUSE = (38, 'conflict-without-cause', 'a change that expects the stored version is answered with conflict')
    DUPLICATE_MISSED = (39, 'duplicate-missed', "an id that is already in the case's journal is not noticed")
    DUPLICATE_MISSED_IN_BATCH = (40, 'duplicate-missed-in-batch', 'an id that came earlier in the same batch is not noticed')
    DUPLICATE_AFTER_VERSION = (41, 'duplicate-after-version', 'the version is looked at before the id: a duplicate is answered with conflict')
    DUPLICATE_WITHOUT_CAUSE = (42, 'duplicate-without-cause', 'a change with a new id is answered with duplicate')
    DUPLICATE_ACROSS_CASES = (43, 'duplicate-across-cases', 'an id of one case is taken for a duplicate in another')
    DUPLICATE_EMPTY = (44, 'duplicate-empty', 'changes without an id are taken for duplicates of each other')
    REFUSED_ID_KEPT = (45, 'refused-id-kept', 'the id of a refused change is taken for a duplicate when it comes again')
    REFUSAL_LEAVES = (46, 'refusal-leaves', 'a change that was refused left something behind')
    REFUSAL_SPREADS = (47, 'refusal-spreads', 'a refused change takes others of its batch with it')
    BATCH_ORDER = (48, 'batch-order', 'two changes of one case in a batch are not judged one after the other')
    EMPTY_BATCH = (49, 'empty-batch', 'a batch of no changes is not answered with ok, or changes something')
    IDENTIFIER_REFUSED = (50, 'identifier-refused', 'an identifier that the contract allows is refused, or cannot be found again')
    CASES_CONFLATED = (51, 'cases-conflated', 'two case ids that differ in their bytes are taken for the same')
    IDS_CONFLATED = (52, 'ids-conflated', 'two ids of events that differ in their bytes are taken for the same')
    TENANTS_MIXED = (53, 'tenants-mixed', 'the cases of one tenant are taken for those of another')
    SCAN_ORDER = (54, 'scan-order', 'scan does not give cases in ascending order of their ids, compared as bytes')
    SCAN_UNSTABLE = (55, 'scan-unstable', 'the same scan, asked twice, gives other rows')
    SCAN_AFTER = (56, 'scan-after', 'scan does not begin after the case id that it was told')
    SCAN_LIMIT = (57, 'scan-limit', 'scan does not give the number of rows asked for')
    SCAN_DUE = (58, 'scan-due', 'scan with due_by does not give just the cases that are due by then')
    SCAN_MISSES = (59, 'scan-misses', 'scan does not give a case that is there')
    SCAN_REPEATS = (60, 'scan-repeats', 'scan gives a case twice')
    SCAN_STALE = (61, 'scan-stale', 'scan gives another version or snapshot than load')
    FAILURE_LEAVES = (62, 'failure-leaves', 'a change answered with retry or failure left something behind')
    UNKNOWN_UNRESOLVED = (63, 'unknown-unresolved', 'after unknown, the id does not tell whether the change was made')
    FAILURE_HIDDEN = (64, 'failure-hidden', 'a commit that failed is answered with ok')
    NOT_VISIBLE = (65, 'not-visible', 'a change that was acknowledged on one handle is not seen on another')
    BOTH_WIN = (66, 'both-win', 'two handles change the same version of a case, and both are told ok')
    LOST_ON_REOPEN = (67, 'lost-on-reopen', 'what was acknowledged is not there after the data were opened again')
    NOTICE_REPEATED = (68, 'notice-repeated', 'a notice is in the outbox twice, or one is there that nobody committed')
    NOTICE_ORDER = (69, 'notice-order', 'the notices of a case are not in the order of sequence and ordinal')
    NOTICE_CHANGED = (70, 'notice-changed', 'a notice comes back with another word, recipient or day')
    UNCHECKED_READ = (71, 'unchecked-read', 'not checked: the store has no read, so journals are not looked at')
    UNCHECKED_SCAN = (72, 'unchecked-scan', 'not checked: the store has no scan, so walks and due days are not looked at')
    UNCHECKED_COLUMNS = (73, 'unchecked-columns', 'not checked: no columns callback was given, so of the index columns only next_due is looked at, by scan')
    UNCHECKED_OUTBOX = (74, 'unchecked-outbox', 'not checked: no notices callback was given, so the outbox is not looked at')
    UNCHECKED_FAILURES = (75, 'unchecked-failures', 'not checked: no fail_next callback was given, so commits that fail half-way are not tried')
    UNCHECKED_SECOND = (76, 'unchecked-second', 'not checked: no second handle was given, so what one writer sees of another is not looked at')
    UNCHECKED_REOPEN = (77, 'unchecked-reopen', 'not checked: no reopen callback was given, so whether it lasts is not looked at')
    UNCHECKED_EMPTY_TENANT = (78, 'unchecked-empty-tenant', 'not checked: the empty tenant was to be spared, so nothing was committed under it')
    UNCHECKED_REST = (79, 'unchecked-rest', 'not checked: the plainest commit or load does not work, so nothing after it was tried')


@unique
class ConformanceCheck(Word):
    """Conformance check words."""

    BASICS = (1, 'basics', 'a case is made, loaded, and changed')
    MISSING = (2, 'missing', 'a case that is not there is loaded and read')
    CONFLICTS = (3, 'conflicts', 'changes expect versions that are too old, too new, or of no case')
    DUPLICATES = (4, 'duplicates', 'ids come again: at once, much later, on another case, in another batch, after a refusal')
    BATCHES = (5, 'batches', 'changes that are made and changes that are refused come in one batch, some of the same case')
    LARGE_BATCH = (6, 'large-batch', 'a batch of 200 changes')
    JOURNAL = (7, 'journal', 'a journal of 300 events is read from every place, in pages of every size')
    RECORDS = (8, 'records', 'records and snapshots of every byte, from empty to the longest')
    CASE_IDS = (9, 'case-ids', 'case ids that differ in a capital, a space, an accent, a wildcard, or only at the 64th byte')
    EVENT_IDS = (10, 'event-ids', 'the same of ids of events')
    TENANTS = (11, 'tenants', 'tenants with the same case ids, and tenants and case ids that are the same when run together')
    EMPTY_TENANT = (12, 'empty-tenant', 'a case of the empty tenant')
    SCANS = (13, 'scans', 'cases are walked in order, after any of them, in pages of every size, while others are made and changed')
    DUE_DAYS = (14, 'due-days', 'cases due on days past, present and extreme, and on none, are asked for by day')
    SINKS = (15, 'sinks', 'sinks stop a walk at every row, or refuse one')
    OUTBOX = (16, 'outbox', 'changes bring notices, several of an event and of several events')
    FAILURES = (17, 'failures', 'commits are made to fail at each of their writes')
    TWO_HANDLES = (18, 'two-handles', 'two handles change and read the same cases in turn')
    REOPENING = (19, 'reopening', 'the store is opened again, and all that was written is looked at')


#: Who can mend what each status says.
CLASS_OF = {
    Status.OK: 'NONE',
    Status.NONE: 'HOST',
    Status.CONFLICT: 'HOST',
    Status.DUPLICATE: 'HOST',
    Status.RETRY: 'HOST',
    Status.UNKNOWN: 'HOST',
    Status.FAIL: 'HOST',
    Status.E_NULL: 'CALLER',
    Status.E_DAY: 'CALLER',
    Status.E_DAY_FORM: 'CALLER',
    Status.E_RANGE: 'CALLER',
    Status.E_WORD: 'CALLER',
    Status.E_TYPE: 'CALLER',
    Status.E_TEXT: 'CALLER',
    Status.E_REQUIRED: 'CALLER',
    Status.E_TWICE: 'CALLER',
    Status.E_ORDER: 'CALLER',
    Status.E_NO_CASE: 'CALLER',
    Status.E_ID_REUSED: 'CALLER',
    Status.E_REENTRY: 'CALLER',
    Status.E_NO_READ: 'CALLER',
    Status.E_NO_SCAN: 'CALLER',
    Status.E_MOMENT_FORM: 'CALLER',
    Status.E_GAP: 'CALLER',
    Status.E_REPEATED: 'CALLER',
    Status.E_NOMEM: 'HOST',
    Status.E_HOST: 'HOST',
    Status.E_RANDOM: 'HOST',
    Status.E_DAMAGED: 'DATA',
    Status.E_FOREIGN: 'DATA',
    Status.E_VERSION: 'DATA',
    Status.E_COVERAGE: 'DATA',
    Status.E_LIMIT: 'LIMIT',
    Status.E_ROOM: 'LIMIT',
    Status.E_SIZE: 'ABI',
    Status.E_BUG: 'BUG',
}

#: The words that text leaves out unless asked for: sensitive.def.
SENSITIVE = frozenset({
    'scr',
    'deceased',
    'terminal-illness',
    'chooses-to-leave',
    'mappa-known',
    'clerical-referral-received',
    'clerical-start',
    'clerical-outcome',
    'mappa-forewarned',
    'mappa-disclosed',
    'mappa-notified',
    'mappa-escalated',
    'mappa-continued',
    'mappa-cannot-continue',
    'mappa-no-notice',
    'scr-is-clerical',
    'death-not-recorded',
    'no-ground-for-code-46',
    'not-scr',
    'clerical-case',
    'not-a-clerical-case',
    'mappa-hold',
    'no-mappa-hold',
    'mappa-15-days-not-used',
    'mappa-already-known',
    'no-light-touch',
    'mappa-not-escalated',
    'mappa-28-days-not-passed',
    'mappa-review-not-due',
    'stop-the-meeting',
    'contact-mappa-spoc',
    'tell-work-coach-of-dna',
    'tell-nominated-officer',
    'tell-performance-manager',
    'light-touch',
    'mappa-notice-late',
    'mappa-new-referral',
    'early-completer',
    'mappa15',
    'mappa28',
    'mappa15-unit',
    'mappa-dna-from',
    'mappa28-unit',
    'scr-advisory-dates',
    'nominated-officer',
    'death-and-choice',
    'choice-without-illness',
    'death-without-start',
    'mappa',
    'channel',
    'clerical',
    'mappa-steps',
    'jobcentre-contact',
    'nominated-contact',
    'mappa-with-address',
    'mappa-not-by-prap',
    'mappa-unknown',
    'scr-not-clerical',
    'scr-unknown',
    'scr-clerical',
    'sl2',
})

#: The permanent number of each kind of word in the library (PRAP_WORDS_*).
KIND_NUMBERS: dict[type[Word], int] = {
    State: 1,
    Event: 2,
    Fact: 3,
    Option: 4,
    Reason: 5,
    Notice: 6,
    Deadline: 7,
    Policy: 8,
    Choice: 9,
    Computation: 10,
    Service: 11,
    Measure: 12,
    Finding: 13,
    Checklist: 14,
    Record: 15,
    CallReason: 16,
    CallReminder: 17,
    DeskFact: 18,
    DeskOption: 19,
    DeskFinding: 201,
    DataItem: 202,
    DataFinding: 203,
    Form: 204,
    FormFact: 205,
    FormOption: 206,
    FormFinding: 207,
    ServiceFinding: 208,
    RetentionFact: 209,
    RetentionFinding: 210,
    Programme: 20,
    Document: 21,
    Kind: 22,
    Software: 23,
    Verdict: 24,
    Severity: 25,
    Feed: 26,
    DeadlineStatus: 27,
    Coverage: 28,
    Division: 29,
    Actor: 30,
    Recipient: 31,
    Value: 32,
    FactType: 33,
    Absent: 34,
    Outside: 35,
    ContactStatus: 36,
    Difference: 37,
    Payment: 38,
    Contradiction: 39,
    Means: 40,
    Region: 41,
    Mappa: 42,
    Prap14: 43,
    Error: 44,
    Channel: 45,
    ReferralKind: 46,
    Result: 47,
    Exclusion: 48,
    NoticeDue: 49,
    Check: 50,
    Fields: 51,
    Retention: 52,
    CallStage: 53,
    CallParticipant: 54,
    CallEvent: 55,
    CallFact: 56,
    CallPurpose: 57,
    AgentChoice: 58,
    CallAdvice: 59,
    CallChange: 60,
    CallForm: 61,
    Question: 62,
    Challenge: 63,
    DeskAsk: 64,
    DeskOutcome: 65,
    CodeState: 66,
    CodeStep: 67,
    CaseDay: 68,
    Unit: 69,
    DefinedBy: 70,
    Threshold: 71,
    ThresholdStatus: 72,
    FeedTrigger: 73,
    FeedEffect: 74,
    Consequence: 75,
    Scenario: 76,
    Mandation: 77,
    Appointment: 78,
    Engagement: 79,
    Decision: 80,
    Reference: 81,
    Outage: 82,
    Misdirection: 83,
    Erasure: 84,
    ErasureOutcome: 85,
    DataType: 86,
    DataNeed: 87,
    DataAbout: 88,
    DataCare: 89,
    DataChannel: 90,
    DataChange: 91,
    FormOutcome: 92,
    Need: 93,
    OwnTemplate: 94,
    HelpSubject: 95,
    AccessRoute: 96,
    VerifyFault: 97,
    Conformance: 98,
    ConformanceCheck: 99,
}
