/*
 * transitions.c: Intensive Personalised Employment Support on one screen: every permitted move, and every forbidden
 * one that the guidance names. rules.md 2.1, 2.1.1, 2.1.2 and 2.1.3; the ids in the last column are its rows, and the
 * X-ids what section 5 expects beside them.
 */
#include "programmes/programme.h"
#include "programmes/row-words.h"

/* What stops a light touch: the restrictions are reviewed, and a PRaP14 goes to the Policy team. */
#define STOPS_LIGHT_TOUCH 0, {N(SEND_PRAP14), N(PRAP14_PENDING)}, {IS(MAPPA, REVIEW), IS(PRAP14, AT_POLICY)}

/* The checks of a start that the meeting must have brought (T-I-19). */
#define START_CHECKS                                                                                          \
    G(IDENTITY_CHECKED), G(EMPLOYMENT_CHECKED), G(NOT_EMPLOYED), G(SIGNED_BY_PARTICIPANT),                    \
        G(SIGNED_BY_PROVIDER), G(SIGNATURE_VALID), G(SIGNATURE_REASONED), G(SIGNATURE_ASSURED),               \
        G(NEEDS_BEGUN), G(NO_BAR_TO_START), G(TOLD_AT_MEETING), G(ROUTE_CHOSEN)

/* The four criteria of a Re-Referral, and the assessment before it (3.75, 3.77). */
#define REREF_CHECKS G(REREF_ASSESSED), G(REREF_ELIGIBLE), G(REREF_NO_OUTCOME), G(REREF_DAY_REACHED), G(REREF_ONCE)

/* clang-format off */
static const prapi_row rows[] = {
    /* from, event, to, effects, condition, guards, rows of rules.md */
    /* Before a referral: signposting, the work coach, the warm handover.
     * rule IPES-3.05: as IPES-3.08
     * rule IPES-3.18: decided by fact handover-mode
     * rule IPES-3.20, IPES-3.24b: decided by row referral-received */
    { {S(NONE)},                     E(SIGNPOSTED),             S(SIGNPOSTED),           KEEP,                                     WHENEVER,                       {G(SO_APPROVED)}, "T-I-01" },
    { {S(NONE), S(SIGNPOSTED)},      E(WORK_COACH_SATISFIED),   S(PROSPECT),             KEEP,                                     WHENEVER,                       {G(ELIGIBLE), G(SUITABLE), G(VOLUNTEERS)}, "T-I-02" },
    { {S(PROSPECT)},                 E(HANDOVER_HELD),          S(HANDED_OVER),          TELL(N(KEEP_IN_CONTACT), N(HANDOVER_BY_EXCEPTION)), SAID(HANDOVER_MODE, IN_PERSON), {G(VOLUNTEERS), G(NOT_EMPLOYED_AT_HANDOVER), G(HANDOVER_IN_JOBCENTRE), G(HANDOVER_AGREED), G(HANDOVER_SPACE)}, "T-I-04" },
    { {S(PROSPECT)},                 E(HANDOVER_HELD),          S(HANDED_OVER),          TELL(N(KEEP_IN_CONTACT)),                 WHENEVER,                       {G(VOLUNTEERS), G(NOT_EMPLOYED_AT_HANDOVER)}, "T-I-03" },
    { {S(PROSPECT)},                 E(HANDOVER_IMPOSSIBLE),    S(HANDED_OVER),          TELL(N(SEND_INVITE), N(KEEP_IN_CONTACT)), WHENEVER,                       {G(EXCEPTION_DOCUMENTED)}, "T-I-05" },
    { {S(PROSPECT), S(HANDED_OVER)}, E(WITHDREW),               S(NOT_REFERRED),         KEEP,                                     WHENEVER,                       {0}, "T-I-06" },
    { {S(RECEIVED), S(ACCEPTED), S(CANCEL_REQUESTED), S(ATTENDED)}, E(WITHDREW),               S(NONE),                 KEEP,                                     WHENEVER,                       {G(NO_REFERRAL_YET)}, "T-I-28" },
    { {S(HANDED_OVER)},              E(REFERRAL_NOT_SEEN),      PRAPI_SAME,              TELL(N(CHECK_WITH_JOBCENTRE)),            WHENEVER,                       {G(NO_FAULT_ANNOUNCED)}, "T-I-07" },
    { {S(HANDED_OVER)},              E(REFERRAL_NOT_VISIBLE),   PRAPI_SAME,              TELL(N(REPORT_TO_POST)),                  WHENEVER,                       {G(NOT_VISIBLE)}, "T-I-08" },

    /*
     * The referral: by the Jobcentre, in PRaP, or outside it for a Special Customer Record. What DWP did can always be
     * recorded, so it may come before the handover was.
     */
    { {S(NONE), S(SIGNPOSTED), S(PROSPECT), S(HANDED_OVER)}, E(REFERRAL_RECEIVED),      S(RECEIVED),             SETS(REFERRAL_KIND, NEW),                 WHENEVER,                       {G(REFERRED_BY_JOBCENTRE), G(NOT_SCR), REREF_CHECKS}, "T-I-09, T-I-54, T-IM-05, F-I-01, F-I-29, F-I-30" },
    { {PRAPI_ANY},                   E(REFERRAL_RECEIVED),      S(NONE),                 KEEP,                                     WHENEVER,                       {G(CASE_EXISTS)}, "T-I-53" },
    { {S(NONE), S(SIGNPOSTED), S(PROSPECT), S(HANDED_OVER)}, E(CLERICAL_REFERRAL_RECEIVED), S(RECEIVED),             SETS_TWO(REFERRAL_KIND, NEW, CHANNEL, CLERICAL), WHENEVER,                       {G(REFERRED_BY_JOBCENTRE), G(SCR_FOR_CLERICAL)}, "T-I-10" },
    { {PRAPI_ANY},                   E(CLERICAL_REFERRAL_RECEIVED), S(NONE),                 KEEP,                                     WHENEVER,                       {G(CASE_EXISTS)}, "T-I-53" },

    /* Taken over from another system at its stage, with what is known of it. */
    { {S(NONE)},                     E(CASE_IMPORTED),          S(RECEIVED),             SETS(REFERRAL_KIND, NEW),                 SAID(STAGE, AT_RECEIVED),       {G(NOT_SCR), G(IMPORT_RECEIPT_KNOWN), G(IMPORT_IN_ORDER)}, "X-25" },
    { {S(NONE)},                     E(CASE_IMPORTED),          S(ACCEPTED),             SETS(REFERRAL_KIND, NEW),                 SAID(STAGE, AT_ACCEPTED),       {G(NOT_SCR), G(IMPORT_IN_ORDER)}, "X-25" },
    { {S(NONE)},                     E(CASE_IMPORTED),          S(ATTENDED),             SETS(REFERRAL_KIND, NEW),                 SAID(STAGE, AT_ATTENDED),       {G(NOT_SCR), G(IMPORT_ATTENDED_KNOWN), G(IMPORT_IN_ORDER)}, "X-25" },
    { {S(NONE)},                     E(CASE_IMPORTED),          S(PRE_WORK),             OPENS_AS_NEW,                             SAID(STAGE, AT_PRE_WORK),       {G(NOT_SCR), G(IMPORT_START_KNOWN), G(IMPORT_IN_ORDER)}, "X-25" },
    { {S(NONE)},                     E(CASE_IMPORTED),          S(IN_WORK),              OPENS_AS_NEW,                             SAID(STAGE, AT_IN_WORK),        {G(NOT_SCR), G(IMPORT_START_KNOWN), G(IMPORT_IN_ORDER)}, "X-25" },
    { {S(NONE)},                     E(CASE_IMPORTED),          S(NONE),                 KEEP,                                     WHENEVER,                       {G(IMPORT_STAGE_KNOWN)}, "X-25" },
    { {PRAPI_ANY},                   E(CASE_IMPORTED),          S(NONE),                 KEEP,                                     WHENEVER,                       {G(CASE_EXISTS)}, "X-25" },

    /* A mistake is voided, whatever has come of it; it stays in the history. */
    { {PRAPI_ANY},                   E(ENTRY_VOIDED),           PRAPI_SAME,              TELL(N(ENTRY_VOIDED)),                    WHENEVER,                       {G(VOID_IS_POSSIBLE), G(VOID_FREES_NONE)}, "X-20" },

    /* What never touches PRaP: meeting, start, outcome and leaving of a clerical case are recorded as facts (2.1.2). */
    { {S(RECEIVED), S(ATTENDED), S(PRE_WORK), S(IN_WORK)}, E(ACCEPT),                 S(NONE),                 KEEP,                                     CLERICALLY,                     {G(NOT_CLERICAL)}, "F-I-30" },
    { {S(RECEIVED), S(ATTENDED), S(PRE_WORK), S(IN_WORK)}, E(REJECT),                 S(NONE),                 KEEP,                                     CLERICALLY,                     {G(NOT_CLERICAL)}, "F-I-30" },
    { {S(RECEIVED), S(ATTENDED), S(PRE_WORK), S(IN_WORK)}, E(START_RECORDED),         S(NONE),                 KEEP,                                     CLERICALLY,                     {G(NOT_CLERICAL)}, "F-I-30" },
    { {S(RECEIVED), S(ATTENDED), S(PRE_WORK), S(IN_WORK)}, E(DNA_RECORDED),           S(NONE),                 KEEP,                                     CLERICALLY,                     {G(NOT_CLERICAL)}, "F-I-30" },
    { {S(RECEIVED), S(ATTENDED), S(PRE_WORK), S(IN_WORK)}, E(DNS_RECORDED),           S(NONE),                 KEEP,                                     CLERICALLY,                     {G(NOT_CLERICAL)}, "F-I-30" },
    { {S(RECEIVED), S(ATTENDED), S(PRE_WORK), S(IN_WORK)}, E(CANCELLATION_REQUESTED), S(NONE),                 KEEP,                                     CLERICALLY,                     {G(NOT_CLERICAL)}, "F-I-30" },
    { {S(RECEIVED), S(ATTENDED), S(PRE_WORK), S(IN_WORK)}, E(CANCELLATION_CONFIRMED), S(NONE),                 KEEP,                                     CLERICALLY,                     {G(NOT_CLERICAL)}, "F-I-30" },
    { {S(RECEIVED), S(ATTENDED), S(PRE_WORK), S(IN_WORK)}, E(AUTO_DNA),               S(NONE),                 KEEP,                                     CLERICALLY,                     {G(NOT_CLERICAL)}, "F-I-30" },
    { {S(RECEIVED), S(ATTENDED), S(PRE_WORK), S(IN_WORK)}, E(ALLOTTED_TIME_ENDED),    S(NONE),                 KEEP,                                     CLERICALLY,                     {G(NOT_CLERICAL)}, "F-I-30" },
    { {S(RECEIVED)},                 E(MEETING_ATTENDED),       S(ATTENDED),             KEEP,                                     CLERICALLY,                     {G(MEETING_NOT_IN_FUTURE), G(OUTCOME_NOT_BEFORE_REFERRAL)}, "T-I-10, T-I-18" },
    { {S(RECEIVED)},                 E(CLERICAL_START),         S(PRE_WORK),             KEEP,                                     CLERICALLY,                     {G(START_NOT_IN_FUTURE), G(OUTCOME_NOT_BEFORE_REFERRAL), START_CHECKS}, "T-I-10, T-I-20" },
    { {S(ATTENDED)},                 E(CLERICAL_START),         S(PRE_WORK),             KEEP,                                     CLERICALLY,                     {G(START_IS_MEETING_DAY), G(START_NOT_IN_FUTURE), START_CHECKS}, "T-I-10, T-I-19" },
    { {S(RECEIVED)},                 E(CLERICAL_OUTCOME),       S(DNA),                  KEEP,                                     CLERICALLY,                     {G(OUTCOME_NOT_BEFORE_REFERRAL)}, "T-I-10" },
    { {S(ATTENDED)},                 E(CLERICAL_OUTCOME),       S(DNS),                  KEEP,                                     CLERICALLY,                     {G(OUTCOME_NOT_BEFORE_REFERRAL)}, "T-I-10" },
    { {S(PRE_WORK), S(IN_WORK)},     E(CLERICAL_START),         S(NONE),                 KEEP,                                     CLERICALLY,                     {G(NOT_STARTED)}, "F-I-28" },
    { {S(PRE_WORK), S(IN_WORK)},     E(CLERICAL_OUTCOME),       S(NONE),                 KEEP,                                     CLERICALLY,                     {G(NO_START_FOR_OUTCOME)}, "F-I-11" },
    { {S(RECEIVED), S(ACCEPTED), S(CANCEL_REQUESTED), S(ATTENDED), S(PRE_WORK), S(IN_WORK)}, E(CLERICAL_START),         S(NONE),                 KEEP,                                     WHENEVER,                       {G(IS_CLERICAL)}, "T-I-10" },
    { {S(RECEIVED), S(ACCEPTED), S(CANCEL_REQUESTED), S(ATTENDED), S(PRE_WORK), S(IN_WORK)}, E(CLERICAL_OUTCOME),       S(NONE),                 KEEP,                                     WHENEVER,                       {G(IS_CLERICAL)}, "T-I-10" },

    /* Acknowledging: within 2 working days, once. */
    { {S(RECEIVED)},                 E(ACCEPT),                 S(ACCEPTED),             KEEP,                                     WHENEVER,                       {G(NOT_BEFORE_RECEIPT), G(ACK_NOT_PASSED)}, "T-I-11, T-I-14, F-I-02" },
    { {S(RECEIVED)},                 E(REJECT),                 S(REJECTED),             KEEP,                                     WHENEVER,                       {G(NOT_BEFORE_RECEIPT)}, "T-I-12, T-I-15" },
    { {S(ACCEPTED), S(CANCEL_REQUESTED), S(ATTENDED)}, E(ACCEPT),                 S(NONE),                 KEEP,                                     WHENEVER,                       {G(NOT_YET_ACKNOWLEDGED)}, "T-I-11" },
    { {S(PRE_WORK), S(IN_WORK)},     E(ACCEPT),                 S(NONE),                 KEEP,                                     WHENEVER,                       {G(NOT_ACKNOWLEDGED_AND_STARTED)}, "T-I-11" },
    { {S(ACCEPTED), S(CANCEL_REQUESTED), S(ATTENDED)}, E(REJECT),                 S(NONE),                 KEEP,                                     WHENEVER,                       {G(NOT_YET_ACKNOWLEDGED)}, "T-I-12" },
    { {S(PRE_WORK), S(IN_WORK)},     E(REJECT),                 S(NONE),                 KEEP,                                     WHENEVER,                       {G(NOT_ACKNOWLEDGED_AND_STARTED)}, "T-I-12" },

    /* Trying to reach the person is always worth recording while the case is alive; booking the meeting while it is ahead.
     * rule IPES-3.63a: decided by fact concerns-addressed */
    { {S(HANDED_OVER), S(RECEIVED), S(ACCEPTED), S(CANCEL_REQUESTED), S(ATTENDED), S(PRE_WORK), S(IN_WORK)}, E(CONTACT_ATTEMPTED),      PRAPI_SAME,              KEEP,                                     WHENEVER,                       {0}, "T-I-17" },
    { {S(HANDED_OVER), S(RECEIVED), S(ACCEPTED)}, E(MEETING_SCHEDULED),      PRAPI_SAME,              KEEP,                                     WHENEVER,                       {G(NOT_ON_MAPPA_HOLD), G(MEETING_DAY_GIVEN), G(MEETING_BOOKED_AHEAD), G(MEETING_WITHIN_15), G(MEETING_BEFORE_DAY_60), G(STAY_IS_SHORT)}, "T-I-16" },

    /* The initial meeting: only after acknowledgement, and not while a MAPPA notice is awaited. */
    { {S(RECEIVED)},                 E(MEETING_ATTENDED),       S(NONE),                 KEEP,                                     WHENEVER,                       {G(ACKNOWLEDGED_FOR_MEETING), G(MEETING_NOT_IN_FUTURE)}, "F-I-04" },
    { {S(ACCEPTED)},                 E(MEETING_ATTENDED),       S(ATTENDED),             KEEP,                                     WHENEVER,                       {G(MEETING_NOT_BEFORE_ACK), G(MEETING_NOT_IN_FUTURE), G(NOT_ON_MAPPA_HOLD)}, "T-I-18, F-I-04, F-I-17" },

    /*
     * The start: its date is the day of the meeting, its entry may come later but before day 60. It opens the feed:
     * rule M08-BG-2: decided by feed start-recorded
     */
    { {S(RECEIVED)},                 E(START_RECORDED),         S(NONE),                 KEEP,                                     WHENEVER,                       {G(ACKNOWLEDGED_FOR_START), G(ACKNOWLEDGED_FOR_MEETING), G(START_NOT_IN_FUTURE), START_CHECKS}, "F-I-03" },
    { {S(ACCEPTED)},                 E(START_RECORDED),         S(PRE_WORK),             OPENS,                                    WHENEVER,                       {G(MEETING_NOT_BEFORE_ACK), G(START_NOT_IN_FUTURE), G(NOT_ON_MAPPA_HOLD), START_CHECKS}, "T-I-20, F-I-17" },
    { {S(ATTENDED)},                 E(START_RECORDED),         S(PRE_WORK),             OPENS,                                    WHENEVER,                       {G(START_IS_MEETING_DAY), G(START_NOT_IN_FUTURE), START_CHECKS}, "T-I-19, F-I-05, F-I-06, F-I-18" },
    { {S(PRE_WORK), S(IN_WORK)},     E(START_RECORDED),         S(NONE),                 KEEP,                                     WHENEVER,                       {G(NOT_STARTED)}, "F-I-28" },

    /*
     * Did Not Attend: each reason with what it needs.
     * rule IPES-3.26: decided by row dna-recorded withdrawn
     * rule IPES-3.66: decided by row dna-recorded work and row dna-recorded job-offer and row dna-recorded hospital
     * rule IPES-A31-3a: as IPES-3.66
     * rule IPES-3.72: decided by row dna-recorded hospital and row dns-recorded hospital
     */
    { {S(RECEIVED), S(ACCEPTED)},    E(DNA_RECORDED),           S(DNA),                  TELL(N(REFER_BACK_DAY_60)),               REASON(UNREACHABLE),            {G(ACKNOWLEDGED_FOR_DNA), G(ACKNOWLEDGED_IN_TIME), G(OUTCOME_NOT_BEFORE_REFERRAL), G(ATTEMPTS_MADE)}, "T-I-24, F-I-15" },
    { {S(RECEIVED), S(ACCEPTED)},    E(DNA_RECORDED),           S(DNA),                  TELL(N(REFER_BACK_DAY_60)),               REASON(REFUSED_TO_ATTEND),      {G(ACKNOWLEDGED_FOR_DNA), G(ACKNOWLEDGED_IN_TIME), G(OUTCOME_NOT_BEFORE_REFERRAL), G(REFUSAL_MET)}, "T-I-25, F-I-15" },
    { {S(RECEIVED), S(ACCEPTED)},    E(DNA_RECORDED),           S(DNA),                  TELL(N(REFER_BACK_DAY_60)),               REASON(REFUSED_TO_RESCHEDULE),  {G(ACKNOWLEDGED_FOR_DNA), G(ACKNOWLEDGED_IN_TIME), G(OUTCOME_NOT_BEFORE_REFERRAL), G(RESCHEDULE_REFUSAL_MET)}, "T-I-26, F-I-15" },
    { {S(RECEIVED), S(ACCEPTED)},    E(DNA_RECORDED),           S(DNA),                  TELL(N(REFER_BACK)),                      REASON(WORK),                   {G(ACKNOWLEDGED_FOR_DNA), G(OUTCOME_NOT_BEFORE_REFERRAL)}, "T-I-27" },
    { {S(RECEIVED), S(ACCEPTED)},    E(DNA_RECORDED),           S(DNA),                  TELL(N(REFER_BACK)),                      REASON(JOB_OFFER),              {G(ACKNOWLEDGED_FOR_DNA), G(OUTCOME_NOT_BEFORE_REFERRAL)}, "T-I-27" },
    { {S(RECEIVED), S(ACCEPTED)},    E(DNA_RECORDED),           S(DNA),                  TELL(N(REFER_BACK)),                      REASON(HOSPITAL),               {G(ACKNOWLEDGED_FOR_DNA), G(OUTCOME_NOT_BEFORE_REFERRAL), G(STAY_NOT_SHORT)}, "T-I-27, T-I-29" },
    { {S(RECEIVED), S(ACCEPTED)},    E(DNA_RECORDED),           S(DNA),                  TELL(N(REFER_BACK)),                      REASON(WORSENING_HEALTH),       {G(ACKNOWLEDGED_FOR_DNA), G(OUTCOME_NOT_BEFORE_REFERRAL)}, "T-I-27" },
    { {S(RECEIVED), S(ACCEPTED)},    E(DNA_RECORDED),           S(DNA),                  TELL(N(REFER_BACK_DAY_60)),               REASON(WITHDRAWN),              {G(ACKNOWLEDGED_FOR_DNA), G(OUTCOME_NOT_BEFORE_REFERRAL)}, "T-I-28" },
    { {S(RECEIVED), S(ACCEPTED)},    E(DNA_RECORDED),           S(DNA),                  TELL(N(MAPPA_TELL_WORK_COACH), N(MAPPA_REFER_AGAIN), N(REFER_BACK_DAY_60)), REASON(MAPPA_NO_NOTICE),        {G(ACKNOWLEDGED_FOR_DNA), G(OUTCOME_NOT_BEFORE_REFERRAL), G(MAPPA_ON_HOLD), G(MAPPA_15_USED)}, "T-IM-04, F-I-16" },
    { {S(RECEIVED), S(ACCEPTED)},    E(DNA_RECORDED),           S(NONE),                 KEEP,                                     WHENEVER,                       {G(ACKNOWLEDGED_FOR_DNA), G(OUTCOME_NOT_BEFORE_REFERRAL), G(DNA_REASON)}, "T-I-24" },
    { {S(ATTENDED)},                 E(DNA_RECORDED),           S(NONE),                 KEEP,                                     WHENEVER,                       {G(NOT_ATTENDED)}, "F-I-09" },
    { {S(PRE_WORK), S(IN_WORK)},     E(DNA_RECORDED),           S(NONE),                 KEEP,                                     WHENEVER,                       {G(NO_START_FOR_OUTCOME)}, "F-I-11" },

    /*
     * Did Not Start: only for someone who attended.
     * rule IPES-3.67: decided by row dns-recorded work and row dns-recorded job-offer and row dns-recorded hospital
     * rule IPES-A31-3b: as IPES-3.67
     */
    { {S(RECEIVED), S(ACCEPTED)},    E(DNS_RECORDED),           S(NONE),                 KEEP,                                     WHENEVER,                       {G(ATTENDED)}, "F-I-10" },
    { {S(ATTENDED)},                 E(DNS_RECORDED),           S(DNS),                  TELL(N(REFER_BACK_DAY_60)),               REASON(CANNOT_COMMIT),          {G(OUTCOME_NOT_BEFORE_REFERRAL), G(PLAN_NOT_SIGNED)}, "T-I-21" },
    { {S(ATTENDED)},                 E(DNS_RECORDED),           S(DNS),                  TELL(N(REFER_BACK_DAY_60)),               REASON(WORK),                   {G(OUTCOME_NOT_BEFORE_REFERRAL), G(TOLD_AT_MEETING), G(ROUTE_CHOSEN)}, "T-I-22" },
    { {S(ATTENDED)},                 E(DNS_RECORDED),           S(DNS),                  TELL(N(REFER_BACK_DAY_60)),               REASON(JOB_OFFER),              {G(OUTCOME_NOT_BEFORE_REFERRAL), G(TOLD_AT_MEETING), G(ROUTE_CHOSEN)}, "T-I-22" },
    { {S(ATTENDED)},                 E(DNS_RECORDED),           S(DNS),                  TELL(N(REFER_BACK_DAY_60)),               REASON(HOSPITAL),               {G(OUTCOME_NOT_BEFORE_REFERRAL), G(TOLD_AT_MEETING), G(ROUTE_CHOSEN)}, "T-I-22, T-I-30" },
    { {S(ATTENDED)},                 E(DNS_RECORDED),           S(DNS),                  TELL(N(REFER_BACK_DAY_60)),               REASON(WORSENING_HEALTH),       {G(OUTCOME_NOT_BEFORE_REFERRAL), G(TOLD_AT_MEETING), G(ROUTE_CHOSEN)}, "T-I-22" },
    { {S(ATTENDED)},                 E(DNS_RECORDED),           S(DNS),                  TELL(N(REFER_BACK_DAY_60)),               REASON(EMPLOYED),               {G(OUTCOME_NOT_BEFORE_REFERRAL), G(EMPLOYED_ROUTE)}, "T-I-23" },
    { {S(ATTENDED)},                 E(DNS_RECORDED),           S(NONE),                 KEEP,                                     WHENEVER,                       {G(OUTCOME_NOT_BEFORE_REFERRAL), G(DNS_REASON)}, "T-I-21" },
    { {S(PRE_WORK), S(IN_WORK)},     E(DNS_RECORDED),           S(NONE),                 KEEP,                                     WHENEVER,                       {G(NO_START_FOR_OUTCOME)}, "F-I-11" },

    /*
     * Cancellation: acknowledged, not started, one of three reasons, each with the guards of the outcome it stands for.
     * rule IPES-A32-2-B2: decided by row cancellation-requested dna
     * rule IPES-A32-2-B3: decided by row cancellation-requested dns
     */
    { {S(RECEIVED)},                 E(CANCELLATION_REQUESTED), S(NONE),                 KEEP,                                     WHENEVER,                       {G(ACKNOWLEDGED_FOR_CANCELLATION)}, "F-I-12" },
    { {S(ACCEPTED)},                 E(CANCELLATION_REQUESTED), S(CANCELLED_NO_CONTACT), TELL(N(DNA_SUGGESTED), N(REFER_BACK_DAY_60)), REASON_UNDER(NO_CONTACT, CANCEL_EFFECT, IMMEDIATE), {G(OUTCOME_NOT_BEFORE_REFERRAL), G(NO_CONTACT_ALLOWED), G(ATTEMPTS_MADE)}, "T-I-31, T-I-32" },
    { {S(ACCEPTED)},                 E(CANCELLATION_REQUESTED), S(CANCEL_REQUESTED),     TELL(N(DNA_SUGGESTED)),                   REASON_UNDER(NO_CONTACT, CANCEL_EFFECT, ON_CONFIRMATION), {G(OUTCOME_NOT_BEFORE_REFERRAL), G(NO_CONTACT_ALLOWED), G(ATTEMPTS_MADE)}, "T-I-31" },
    { {S(ACCEPTED)},                 E(CANCELLATION_REQUESTED), S(DNA),                  TELL(N(REFER_BACK_DAY_60)),               REASON_UNDER(DNA, CANCEL_EFFECT, IMMEDIATE), {G(OUTCOME_NOT_BEFORE_REFERRAL), G(REFUSAL_MET)}, "T-I-31, T-I-32" },
    { {S(ACCEPTED)},                 E(CANCELLATION_REQUESTED), S(CANCEL_REQUESTED),     KEEP,                                     REASON_UNDER(DNA, CANCEL_EFFECT, ON_CONFIRMATION), {G(OUTCOME_NOT_BEFORE_REFERRAL), G(REFUSAL_MET)}, "T-I-31" },
    { {S(ATTENDED)},                 E(CANCELLATION_REQUESTED), S(NONE),                 KEEP,                                     REASON(NO_CONTACT),             {G(NOT_ATTENDED)}, "T-I-31, F-I-09" },
    { {S(ATTENDED)},                 E(CANCELLATION_REQUESTED), S(NONE),                 KEEP,                                     REASON(DNA),                    {G(NOT_ATTENDED)}, "T-I-31, F-I-09" },
    { {S(ACCEPTED)},                 E(CANCELLATION_REQUESTED), S(NONE),                 KEEP,                                     REASON(DNS),                    {G(ATTENDED)}, "T-I-31, F-I-10" },
    { {S(ATTENDED)},                 E(CANCELLATION_REQUESTED), S(DNS),                  TELL(N(REFER_BACK_DAY_60)),               REASON_UNDER(DNS, CANCEL_EFFECT, IMMEDIATE), {G(OUTCOME_NOT_BEFORE_REFERRAL), G(PLAN_NOT_SIGNED)}, "T-I-31, T-I-32" },
    { {S(ATTENDED)},                 E(CANCELLATION_REQUESTED), S(CANCEL_REQUESTED),     KEEP,                                     REASON_UNDER(DNS, CANCEL_EFFECT, ON_CONFIRMATION), {G(OUTCOME_NOT_BEFORE_REFERRAL), G(PLAN_NOT_SIGNED)}, "T-I-31" },
    { {S(ACCEPTED), S(ATTENDED)},    E(CANCELLATION_REQUESTED), S(NONE),                 KEEP,                                     WHENEVER,                       {G(OUTCOME_NOT_BEFORE_REFERRAL), G(CANCELLATION_REASON)}, "F-I-14" },
    { {S(PRE_WORK), S(IN_WORK)},     E(CANCELLATION_REQUESTED), S(NONE),                 KEEP,                                     WHENEVER,                       {G(NO_START_FOR_CANCELLATION)}, "F-I-13" },
    { {S(CANCEL_REQUESTED)},         E(CANCELLATION_CONFIRMED), S(CANCELLED_NO_CONTACT), TELL(N(REFER_BACK_DAY_60)),               REASON(NO_CONTACT),             {G(OUTCOME_NOT_BEFORE_REFERRAL)}, "T-I-32" },
    { {S(CANCEL_REQUESTED)},         E(CANCELLATION_CONFIRMED), S(DNA),                  TELL(N(REFER_BACK_DAY_60)),               REASON(DNA),                    {G(OUTCOME_NOT_BEFORE_REFERRAL)}, "T-I-32" },
    { {S(CANCEL_REQUESTED)},         E(CANCELLATION_CONFIRMED), S(DNS),                  TELL(N(REFER_BACK_DAY_60)),               REASON(DNS),                    {G(OUTCOME_NOT_BEFORE_REFERRAL)}, "T-I-32" },
    { {S(RECEIVED), S(ACCEPTED), S(ATTENDED), S(PRE_WORK), S(IN_WORK)}, E(CANCELLATION_CONFIRMED), S(NONE),                 KEEP,                                     WHENEVER,                       {G(CANCELLATION_IS_REQUESTED)}, "T-I-32" },

    /* The action plan: begun at the meeting, fully agreed within 20 working days of the start date. */
    { {S(RECEIVED), S(ACCEPTED)},    E(PLAN_AGREED),            S(NONE),                 KEEP,                                     WHENEVER,                       {G(MEETING_FOR_PLAN)}, "T-I-40" },
    { {S(ATTENDED), S(PRE_WORK), S(IN_WORK)}, E(PLAN_AGREED),            PRAPI_SAME,              KEEP,                                     WHENEVER,                       {G(PLAN_NOT_BEFORE_START), G(PLAN_SIGNED_BY_BOTH), G(SIGNATURE_VALID), G(SIGNATURE_REASONED), G(SIGNATURE_ASSURED), G(INTERVAL_WITHIN_28), G(NO_PRAP14_HOLD)}, "T-I-40, F-I-19, F-I-31" },

    /* On the programme: contact, work, and the end of the allotted time.
     * rule IPES-3.43a: decided by row work-started */
    { {S(PRE_WORK), S(IN_WORK)},     E(FACE_TO_FACE_HELD),      PRAPI_SAME,              KEEP,                                     WHENEVER,                       {G(NOT_BEFORE_START), G(NO_PRAP14_HOLD)}, "T-I-41" },
    { {S(PRE_WORK), S(IN_WORK)},     E(WEEKLY_SUPPORT_OFFERED), PRAPI_SAME,              KEEP,                                     WHENEVER,                       {G(NOT_BEFORE_START), G(NO_PRAP14_HOLD)}, "T-I-42" },
    { {S(PRE_WORK)},                 E(WORK_STARTED),           S(IN_WORK),              TELL(N(ALLOTMENT_INFERRED)),              WHENEVER,                       {G(NOT_BEFORE_START), G(WORK_AFTER_START), G(IN_PRE_WORK_TIME), G(NO_PRAP14_HOLD)}, "T-I-43, F-I-32" },
    { {S(IN_WORK)},                  E(WORK_STOPPED),           S(PRE_WORK),             KEEP,                                     WHENEVER,                       {G(NOT_BEFORE_START), G(STOPPED_IN_TIME)}, "T-I-44" },
    { {S(PRE_WORK)},                 E(ALLOTTED_TIME_ENDED),    S(LEFT),                 TELL(N(FEED_GOES_ON)),                    WHENEVER,                       {G(ALLOTTED_TIME_OVER)}, "T-I-45" },
    { {S(IN_WORK)},                  E(ALLOTTED_TIME_ENDED),    S(LEFT),                 TELL(N(FEED_GOES_ON), N(ALLOTMENT_INFERRED)), WHENEVER,                       {G(ALLOTTED_TIME_OVER)}, "T-I-46" },
    { {S(RECEIVED), S(ACCEPTED), S(CANCEL_REQUESTED), S(ATTENDED)}, E(ALLOTTED_TIME_ENDED),    S(NONE),                 KEEP,                                     WHENEVER,                       {G(START_FOR_CODE)}, "F-I-25" },

    /* A referral possibly made in error: the Policy team is told and says what to do. */
    { {S(RECEIVED), S(ACCEPTED), S(CANCEL_REQUESTED), S(ATTENDED), S(PRE_WORK), S(IN_WORK)}, E(ERROR_SUSPECTED),        PRAPI_SAME,              SETS_AND_TELLS(ERROR, NOTIFIED, N(TELL_POLICY_TEAM_ERROR)), WHENEVER,                       {0}, "T-I-34" },
    { {S(PRE_WORK), S(IN_WORK)},     E(ADVICE_RECEIVED),        PRAPI_SAME,              SETS_AND_TELLS(ERROR, ADVISED, N(CODE_46_OWED)), SAID(ADVICE, USE_CODE_46),      {G(ERROR_IS_NOTIFIED)}, "T-I-35" },
    { {S(RECEIVED), S(ACCEPTED), S(CANCEL_REQUESTED), S(ATTENDED), S(PRE_WORK), S(IN_WORK)}, E(ADVICE_RECEIVED),        PRAPI_SAME,              SETS(ERROR, ADVISED),                     WHENEVER,                       {G(ERROR_IS_NOTIFIED)}, "T-I-35" },

    /*
     * Told after the start: the PRaP14 goes to the Policy team, which decides and sends it on to the support team.
     * rule IPES-3.101a: as IPES-3.69a
     * rule IPES-3.101b: as IPES-3.69b
     */
    { {S(PRE_WORK), S(IN_WORK)},     E(PRAP14_SENT),            PRAPI_SAME,              SETS_AND_TELLS(PRAP14, AT_POLICY, N(SEND_PRAP14), N(PRAP14_PENDING)), WHENEVER,                       {G(NO_PRAP14_PENDING), G(PRAP14_REASON), G(AROSE_BY_START)}, "T-I-36, F-I-32" },
    { {S(RECEIVED), S(ACCEPTED), S(CANCEL_REQUESTED)}, E(PRAP14_SENT),            S(NONE),                 KEEP,                                     WHENEVER,                       {G(PRAP14_NOT_BEFORE_MEETING)}, "F-I-27" },
    { {S(ATTENDED)},                 E(PRAP14_SENT),            S(NONE),                 KEEP,                                     WHENEVER,                       {G(PRAP14_NOT_BEFORE_START)}, "F-I-27" },
    { {S(PRE_WORK), S(IN_WORK)},     E(PRAP14_NOT_ACCEPTED),    PRAPI_SAME,              SETS_AND_TELLS(PRAP14, NOT_ACCEPTED, N(PRAP14_REFUSED)), WHENEVER,                       {G(PRAP14_WITH_POLICY)}, "T-I-37" },
    { {S(PRE_WORK), S(IN_WORK)},     E(PRAP14_ACCEPTED),        PRAPI_SAME,              SETS(PRAP14, AT_POST),                    WHENEVER,                       {G(PRAP14_WITH_POLICY)}, "T-I-38" },
    { {S(PRE_WORK), S(IN_WORK)},     E(PRAP14_ACTIONED),        S(BACKED_OUT),           SETS_AND_TELLS(PRAP14, ACTIONED, N(ORPHAN_FEED)), YES_UNDER(BACKED_OUT, IPES_BACKED_OUT, AS_NOTICED), {G(PRAP14_WITH_POST)}, "T-I-39" },
    { {S(PRE_WORK), S(IN_WORK)},     E(PRAP14_ACTIONED),        PRAPI_SAME,              SETS_AND_TELLS(PRAP14, ACTIONED, N(CODE_46_OWED)), WHENEVER,                       {G(PRAP14_WITH_POST)}, "T-I-39, F-I-26" },

    /*
     * MAPPA restrictions: known beforehand, disclosed at the meeting, or reported after the start (2.1.1).
     * rule IPES-3.87a, IPES-3.88: decided by row mappa-disclosed
     */
    { {S(PROSPECT), S(HANDED_OVER), S(RECEIVED), S(ACCEPTED)}, E(MAPPA_FOREWARNED),       PRAPI_SAME,              SETS(MAPPA, KNOWN),                       WHENEVER,                       {G(MAPPA_NOT_KNOWN)}, "T-IM-01" },
    { {S(ACCEPTED)},                 E(MAPPA_DISCLOSED),        PRAPI_SAME,              SETS_AND_TELLS(MAPPA, HOLD, N(MAPPA_STOP_MEETING), N(MAPPA_CONTACT_SPOC)), WHENEVER,                       {G(MAPPA_NOT_KNOWN)}, "T-IM-02" },
    { {S(PRE_WORK), S(IN_WORK)},     E(MAPPA_DISCLOSED),        PRAPI_SAME,              SETS_AND_TELLS(MAPPA, LIGHT_TOUCH, N(MAPPA_TELL_OFFICER), N(MAPPA_TELL_MANAGER), N(MAPPA_GO_LIGHT)), WHENEVER,                       {G(MAPPA_NOT_KNOWN), G(NOT_BEFORE_START)}, "T-IM-06" },
    { {S(ACCEPTED)},                 E(MAPPA_NOTIFIED),         PRAPI_SAME,              SETS(MAPPA, KNOWN),                       BY(MAPPA15),                    {G(MAPPA_ON_HOLD)}, "T-IM-03" },
    { {S(ACCEPTED)},                 E(MAPPA_NOTIFIED),         PRAPI_SAME,              TELL(N(MAPPA_NOTICE_LATE)),               WHENEVER,                       {G(MAPPA_ON_HOLD)}, "T-IM-03b" },
    { {S(PRE_WORK), S(IN_WORK)},     E(MAPPA_NOTIFIED),         PRAPI_SAME,              SETS(MAPPA, CONFIRMED),                   WHENEVER,                       {G(MAPPA_LIGHT_TOUCH)}, "T-IM-08" },
    { {S(PRE_WORK), S(IN_WORK)},     E(MAPPA_ESCALATED),        PRAPI_SAME,              KEEP,                                     WHENEVER,                       {G(MAPPA_LIGHT_TOUCH), G(NOT_BEFORE_START)}, "T-IM-07" },
    { {S(PRE_WORK), S(IN_WORK)},     E(MAPPA_CONTINUED),        PRAPI_SAME,              SETS(MAPPA, LIGHT_TOUCH),                 WHENEVER,                       {G(MAPPA_LIGHT_TOUCH), G(MAPPA_IS_ESCALATED), G(MAPPA_REVIEW_DUE)}, "T-IM-09, T-IM-10" },
    { {S(PRE_WORK), S(IN_WORK)},     E(MAPPA_CANNOT_CONTINUE),  PRAPI_SAME,              STOPS_LIGHT_TOUCH,                        WHENEVER,                       {G(MAPPA_LIGHT_TOUCH), G(MAPPA_IS_ESCALATED), G(MAPPA_28_PASSED), G(NO_PRAP14_PENDING)}, "T-IM-11" },

    /*
     * Leaver codes: only after a start. 43 and 46 end the earnings interest, 39 and 45 do not.
     * rule IPES-LC-39b: decided by fact no-more-support-needed
     * rule IPES-LC-46c: decided by fact terminal-illness and fact chooses-to-leave
     * rule IPES-LC-46d: decided by fact policy-advice
     * rule IPES-LC-46e: decided by feed left 46
     */
    { {S(PRE_WORK)},                 E(LEFT),                   S(NONE),                 KEEP,                                     CODE(39),                       {G(LEFT_NOT_BEFORE_START), G(CODE_39_IN_WORK)}, "F-I-22" },
    { {S(IN_WORK)},                  E(LEFT),                   S(LEFT),                 TELL(N(FEED_GOES_ON), N(REPAYMENT_RISK)), CODE(39),                       {G(LEFT_NOT_BEFORE_START), G(CODE_39_GROUNDS)}, "T-I-47, T-I-48, F-I-22" },
    { {S(PRE_WORK), S(IN_WORK)},     E(LEFT),                   S(LEFT),                 CLOSES(N(REPAYMENT_RISK)),                CODE(43),                       {G(LEFT_NOT_BEFORE_START), G(DEATH_RECORDED)}, "T-I-49, F-I-23" },
    { {S(PRE_WORK), S(IN_WORK)},     E(LEFT),                   S(NONE),                 KEEP,                                     CODE(45),                       {G(LEFT_NOT_BEFORE_START), G(CODE_NOT_AUTOMATIC)}, "F-I-21" },
    { {S(PRE_WORK), S(IN_WORK)},     E(LEFT),                   S(LEFT),                 CLOSES(N(REPAYMENT_RISK)),                CODE(46),                       {G(LEFT_NOT_BEFORE_START), G(CODE_46_GROUNDS), G(MOVE_DECIDED), G(END_DATE_ADVISED)}, "T-I-50, T-I-51, T-I-52, F-I-24" },
    { {S(PRE_WORK), S(IN_WORK)},     E(LEFT),                   S(NONE),                 KEEP,                                     WHENEVER,                       {G(LEFT_NOT_BEFORE_START), G(CODE_LISTED)}, "F-I-20" },
    { {S(RECEIVED), S(ACCEPTED), S(CANCEL_REQUESTED), S(ATTENDED)}, E(LEFT),                   S(NONE),                 KEEP,                                     WHENEVER,                       {G(START_FOR_CODE), G(CODE_LISTED)}, "F-I-25, F-I-20" },

    /* Day 60: PRaP turns what was never started to Did Not Attend. */
    { {S(RECEIVED), S(ACCEPTED), S(CANCEL_REQUESTED), S(ATTENDED)}, E(AUTO_DNA),               S(AUTO_DNA),             TELL(N(REFER_BACK_DAY_60)),               WHENEVER,                       {G(DAY_60_REACHED)}, "T-I-33" },
    { {S(PRE_WORK), S(IN_WORK)},     E(AUTO_DNA),               S(NONE),                 KEEP,                                     WHENEVER,                       {G(NOTHING_ENTERED)}, "T-I-33" },
    { {S(AUTO_DNA)},                 E(START_RECORDED),         S(NONE),                 KEEP,                                     WHENEVER,                       {G(ENTRY_BEFORE_DAY_60), G(NOT_AUTO_DNA)}, "F-I-07, F-I-08" },
    { {S(AUTO_DNA)},                 E(DNA_RECORDED),           S(NONE),                 KEEP,                                     WHENEVER,                       {G(ENTRY_BEFORE_DAY_60), G(NOT_AUTO_DNA)}, "F-I-07, F-I-08" },
    { {S(AUTO_DNA)},                 E(DNS_RECORDED),           S(NONE),                 KEEP,                                     WHENEVER,                       {G(ENTRY_BEFORE_DAY_60), G(NOT_AUTO_DNA)}, "F-I-07, F-I-08" },
    { {S(AUTO_DNA)},                 PRAPI_ANY,                 S(NONE),                 KEEP,                                     WHENEVER,                       {G(NOT_AUTO_DNA)}, "F-I-08" },

    /* What has ended stays ended. */
    { {S(REJECTED), S(DNA), S(DNS), S(CANCELLED_NO_CONTACT), S(NOT_REFERRED)}, PRAPI_ANY,                 S(NONE),                 KEEP,                                     WHENEVER,                       {G(CASE_ENDED)}, "F-I-28" },
    { {S(LEFT), S(BACKED_OUT)},      PRAPI_ANY,                 S(NONE),                 KEEP,                                     WHENEVER,                       {G(CASE_LEFT)}, "T-I-54" },
};
/* clang-format on */

/*
 * A DNA that gives no reason is judged as unreachable (3.70), the one that needs most; a DNS that gives none as a
 * change of mind before signing (3.44), the first that 3.61 refers to.
 */
static const prapi_default defaults[] = {
    {PRAP_EVENT_DNA_RECORDED, PRAP_OPTION_UNREACHABLE},
    {PRAP_EVENT_DNS_RECORDED, PRAP_OPTION_CANNOT_COMMIT},
};

/* Facts that set a region when they come with an event. */
static const prapi_carry carries[] = {
    {PRAP_EVENT_REFERRAL_RECEIVED, PRAP_FACT_REFERRAL_KIND, PRAP_OPTION_RE_REFERRAL, IS(REFERRAL_KIND, RE_REFERRAL)},
    {PRAP_EVENT_REFERRAL_RECEIVED, PRAP_FACT_MAPPA_KNOWN, PRAP_VALUE_YES, IS(MAPPA, KNOWN)}, /* T-IM-05 */
    {PRAP_EVENT_CASE_IMPORTED, PRAP_FACT_REFERRAL_KIND, PRAP_OPTION_RE_REFERRAL, IS(REFERRAL_KIND, RE_REFERRAL)},
    {PRAP_EVENT_CASE_IMPORTED, PRAP_FACT_MAPPA_KNOWN, PRAP_VALUE_YES, IS(MAPPA, KNOWN)},
};

/* What stands in PRaP all the same, although a row above forbids it. */
static const prapi_override overrides[] = {
    {S(RECEIVED), E(MEETING_ATTENDED), S(ATTENDED), SAME_FEED},
    {S(RECEIVED), E(START_RECORDED), S(PRE_WORK), PRAP_FEED_OPEN},
    {S(RECEIVED), E(DNS_RECORDED), S(DNS), SAME_FEED},
    {S(ACCEPTED), E(DNS_RECORDED), S(DNS), SAME_FEED},
    {S(ATTENDED), E(DNA_RECORDED), S(DNA), SAME_FEED},
    {S(PRE_WORK), E(LEFT), S(LEFT), SAME_FEED},
    {S(IN_WORK), E(LEFT), S(LEFT), SAME_FEED},
};

/* What cannot have happened so, whoever says that it did. */
static const uint16_t impossible[] = {
    G(NOT_SCR), G(SCR_FOR_CLERICAL), G(NOT_CLERICAL), G(IS_CLERICAL), G(NOT_BEFORE_RECEIPT), G(MEETING_NOT_IN_FUTURE),
    G(START_NOT_IN_FUTURE), G(OUTCOME_NOT_BEFORE_REFERRAL), G(PLAN_NOT_BEFORE_START), G(NOT_BEFORE_START),
    G(LEFT_NOT_BEFORE_START), G(CODE_LISTED), G(DAY_60_REACHED), G(ALLOTTED_TIME_OVER), G(MEETING_DAY_GIVEN),
    G(MEETING_BOOKED_AHEAD), G(MAPPA_ON_HOLD), G(MAPPA_LIGHT_TOUCH), G(VOID_IS_POSSIBLE), G(VOID_FREES_NONE),
    G(IMPORT_RECEIPT_KNOWN), G(IMPORT_ATTENDED_KNOWN), G(IMPORT_START_KNOWN), G(IMPORT_IN_ORDER), G(CANCELLATION_REASON),
};

const prapi_programme prapi_programme_IPES = {
    .number = PRAP_PROGRAMME_IPES,
    .referred_to = PRAP_OPTION_TO_IPES,
    .document = PRAP_DOCUMENT_IPES,
    TABLE(rows),
    TABLE(defaults),
    TABLE(carries),
    TABLE(overrides),
    TABLE(impossible),
    .automatic_code = 45, /* LC-45 */
    .clocks = {.has_day_60 = true,
               .has_allotted_time = true,
               .ack_working_days = 2,
               .record_working_days = 15,
               .plan_working_days = 20,
               .weekly_days = 7,
               .face_to_face_days = 28,
               .mappa_hold_days = 15,
               .mappa_wait_days = 28},
};
