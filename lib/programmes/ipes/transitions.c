/*
 * transitions.c: Intensive Personalised Employment Support on one screen: every permitted move, and every forbidden
 * one that the guidance names. rules.md 2.1 and 2.1.3; the ids in the last column are its rows.
 */
#include "prap/vocabulary.h"

#include "programmes/programme.h"

#define S(NAME) PRAP_STATE_##NAME
#define E(NAME) PRAP_EVENT_##NAME
#define G(NAME) PRAP_REASON_##NAME

/* Conditions on the row: a reason, a code, a policy. */
#define WHENEVER 0, 0, 0, 0
#define REASON(NAME) PRAP_FACT_REASON, 0, PRAP_OPTION_##NAME, 0
#define CODE(NUMBER) PRAP_FACT_CODE, 0, NUMBER, 0
#define REASON_UNDER(NAME, POLICY, CHOICE) \
    PRAP_FACT_REASON, PRAP_POLICY_##POLICY, PRAP_OPTION_##NAME, PRAP_CHOICE_##CHOICE

/* What the move does beside changing the stage: the feed afterwards, and whom to tell. */
#define N(NAME) PRAP_NOTICE_##NAME
#define KEEP 0, {0}
#define TELL(...) 0, {__VA_ARGS__}
#define OPENS PRAP_FEED_OPEN, {0}
#define CLOSES(NOTICE) PRAP_FEED_CLOSED, {NOTICE}

/* The checks of a start that the meeting must have brought (T-I-19). */
#define START_CHECKS                                                                                          \
    G(IDENTITY_CHECKED), G(EMPLOYMENT_CHECKED), G(NOT_EMPLOYED), G(SIGNED_BY_PARTICIPANT),                    \
        G(SIGNED_BY_PROVIDER), G(NEEDS_BEGUN), G(NO_BAR_TO_START), G(TOLD_AT_MEETING), G(ROUTE_CHOSEN)

/* clang-format off */
static const prapi_row rows[] = {
    /* from                         event                       to                       effects                    condition    guards                                                                                 rules.md */
    { {S(NONE)},                    E(REFERRAL_RECEIVED),       S(RECEIVED),             KEEP,                      WHENEVER, {G(NOT_SCR)},                                                                               "T-I-09, F-I-30" },
    { {PRAPI_ANY},                  E(REFERRAL_RECEIVED),       S(NONE),                 KEEP,                      WHENEVER, {G(CASE_EXISTS)},                                                                           "T-I-53" },

    /* Acknowledging: within 2 working days, once. */
    { {S(RECEIVED)},                E(ACCEPT),                  S(ACCEPTED),             KEEP,                      WHENEVER, {G(NOT_BEFORE_RECEIPT), G(ACK_NOT_PASSED)},                                                 "T-I-11, T-I-14, F-I-02" },
    { {S(RECEIVED)},                E(REJECT),                  S(REJECTED),             KEEP,                      WHENEVER, {G(NOT_BEFORE_RECEIPT)},                                                                    "T-I-12, T-I-15" },
    { {S(ACCEPTED), S(CANCEL_REQUESTED), S(ATTENDED)}, E(ACCEPT), S(NONE),            KEEP,                      WHENEVER, {G(NOT_YET_ACKNOWLEDGED)},                                                                  "T-I-11" },
    { {S(PRE_WORK)},                E(ACCEPT),                  S(NONE),                 KEEP,                      WHENEVER, {G(NOT_ACKNOWLEDGED_AND_STARTED)},                                                                  "T-I-11" },
    { {S(ACCEPTED), S(CANCEL_REQUESTED), S(ATTENDED)}, E(REJECT), S(NONE),            KEEP,                      WHENEVER, {G(NOT_YET_ACKNOWLEDGED)},                                                                  "T-I-12" },
    { {S(PRE_WORK)},                E(REJECT),                  S(NONE),                 KEEP,                      WHENEVER, {G(NOT_ACKNOWLEDGED_AND_STARTED)},                                                                  "T-I-12" },

    /* Trying to reach the person is always worth recording while the case is alive. */
    { {S(RECEIVED)},                E(CONTACT_ATTEMPTED),       S(RECEIVED),             KEEP,                      WHENEVER, {0},                                                                                        "T-I-17" },
    { {S(ACCEPTED)},                E(CONTACT_ATTEMPTED),       S(ACCEPTED),             KEEP,                      WHENEVER, {0},                                                                                        "T-I-17" },
    { {S(CANCEL_REQUESTED)},        E(CONTACT_ATTEMPTED),       S(CANCEL_REQUESTED),     KEEP,                      WHENEVER, {0},                                                                                        "T-I-17" },
    { {S(ATTENDED)},                E(CONTACT_ATTEMPTED),       S(ATTENDED),             KEEP,                      WHENEVER, {0},                                                                                        "T-I-17" },
    { {S(PRE_WORK)},                E(CONTACT_ATTEMPTED),       S(PRE_WORK),             KEEP,                      WHENEVER, {0},                                                                                        "T-I-17" },

    /* The initial meeting: only after acknowledgement. */
    { {S(RECEIVED)},                E(MEETING_ATTENDED),        S(NONE),                 KEEP,                      WHENEVER, {G(ACKNOWLEDGED_FOR_MEETING), G(MEETING_NOT_IN_FUTURE)},                                    "F-I-04" },
    { {S(ACCEPTED)},                E(MEETING_ATTENDED),        S(ATTENDED),             KEEP,                      WHENEVER, {G(MEETING_NOT_BEFORE_ACK), G(MEETING_NOT_IN_FUTURE)},                                      "T-I-18" },

    /*
     * The start: its date is the day of the meeting, its entry may come later but before day 60. It opens the feed:
     * rule M08-BG-2: decided by feed start-recorded
     */
    { {S(RECEIVED)},                E(START_RECORDED),          S(NONE),                 KEEP,                      WHENEVER, {G(ACKNOWLEDGED_FOR_START), G(ACKNOWLEDGED_FOR_MEETING), G(START_NOT_IN_FUTURE), START_CHECKS}, "F-I-03" },
    { {S(ACCEPTED)},                E(START_RECORDED),          S(PRE_WORK),             OPENS,                     WHENEVER, {G(MEETING_NOT_BEFORE_ACK), G(START_NOT_IN_FUTURE), START_CHECKS},                          "T-I-20" },
    { {S(ATTENDED)},                E(START_RECORDED),          S(PRE_WORK),             OPENS,                     WHENEVER, {G(START_IS_MEETING_DAY), G(START_NOT_IN_FUTURE), START_CHECKS},                            "T-I-19, F-I-05, F-I-06, F-I-18" },
    { {S(PRE_WORK)},                E(START_RECORDED),          S(NONE),                 KEEP,                      WHENEVER, {G(NOT_STARTED)},                                                                           "F-I-28" },

    /*
     * Did Not Attend: each reason with what it needs.
     * rule IPES-3.26: decided by row dna-recorded withdrawn
     * rule IPES-3.63a: decided by fact concerns-addressed
     * rule IPES-3.66: decided by row dna-recorded work and row dna-recorded job-offer and row dna-recorded hospital
     * rule IPES-A31-3a: as IPES-3.66
     * rule IPES-3.72: decided by row dna-recorded hospital and row dns-recorded hospital
     */
    { {S(RECEIVED), S(ACCEPTED)},   E(DNA_RECORDED),            S(DNA),                  TELL(N(REFER_BACK_DAY_60)),   REASON(UNREACHABLE),           {G(ACKNOWLEDGED_FOR_DNA), G(ACKNOWLEDGED_IN_TIME), G(OUTCOME_NOT_BEFORE_REFERRAL), G(ATTEMPTS_MADE)},         "T-I-24, F-I-15" },
    { {S(RECEIVED), S(ACCEPTED)},   E(DNA_RECORDED),            S(DNA),                  TELL(N(REFER_BACK_DAY_60)),   REASON(REFUSED_TO_ATTEND),     {G(ACKNOWLEDGED_FOR_DNA), G(ACKNOWLEDGED_IN_TIME), G(OUTCOME_NOT_BEFORE_REFERRAL), G(REFUSAL_MET)},           "T-I-25, F-I-15" },
    { {S(RECEIVED), S(ACCEPTED)},   E(DNA_RECORDED),            S(DNA),                  TELL(N(REFER_BACK_DAY_60)),   REASON(REFUSED_TO_RESCHEDULE), {G(ACKNOWLEDGED_FOR_DNA), G(ACKNOWLEDGED_IN_TIME), G(OUTCOME_NOT_BEFORE_REFERRAL), G(RESCHEDULE_REFUSAL_MET)}, "T-I-26, F-I-15" },
    { {S(RECEIVED), S(ACCEPTED)},   E(DNA_RECORDED),            S(DNA),                  TELL(N(REFER_BACK)),          REASON(WORK),                  {G(ACKNOWLEDGED_FOR_DNA), G(OUTCOME_NOT_BEFORE_REFERRAL)},                           "T-I-27" },
    { {S(RECEIVED), S(ACCEPTED)},   E(DNA_RECORDED),            S(DNA),                  TELL(N(REFER_BACK)),          REASON(JOB_OFFER),             {G(ACKNOWLEDGED_FOR_DNA), G(OUTCOME_NOT_BEFORE_REFERRAL)},                           "T-I-27" },
    { {S(RECEIVED), S(ACCEPTED)},   E(DNA_RECORDED),            S(DNA),                  TELL(N(REFER_BACK)),          REASON(HOSPITAL),              {G(ACKNOWLEDGED_FOR_DNA), G(OUTCOME_NOT_BEFORE_REFERRAL)},                           "T-I-27, T-I-29" },
    { {S(RECEIVED), S(ACCEPTED)},   E(DNA_RECORDED),            S(DNA),                  TELL(N(REFER_BACK)),          REASON(WORSENING_HEALTH),      {G(ACKNOWLEDGED_FOR_DNA), G(OUTCOME_NOT_BEFORE_REFERRAL)},                           "T-I-27" },
    { {S(RECEIVED), S(ACCEPTED)},   E(DNA_RECORDED),            S(DNA),                  TELL(N(REFER_BACK_DAY_60)),   REASON(WITHDRAWN),             {G(ACKNOWLEDGED_FOR_DNA), G(OUTCOME_NOT_BEFORE_REFERRAL)},                           "T-I-28" },
    { {S(RECEIVED), S(ACCEPTED)},   E(DNA_RECORDED),            S(NONE),                 KEEP,                      WHENEVER, {G(ACKNOWLEDGED_FOR_DNA), G(OUTCOME_NOT_BEFORE_REFERRAL), G(DNA_REASON)},                   "T-I-24" },
    { {S(ATTENDED)},                E(DNA_RECORDED),            S(NONE),                 KEEP,                      WHENEVER, {G(NOT_ATTENDED)},                                                                          "F-I-09" },
    { {S(PRE_WORK)},                E(DNA_RECORDED),            S(NONE),                 KEEP,                      WHENEVER, {G(NO_START_FOR_OUTCOME)},                                                                  "F-I-11" },

    /*
     * Did Not Start: only for someone who attended.
     * rule IPES-3.67: decided by row dns-recorded work and row dns-recorded job-offer and row dns-recorded hospital
     * rule IPES-A31-3b: as IPES-3.67
     */
    { {S(RECEIVED), S(ACCEPTED)},   E(DNS_RECORDED),            S(NONE),                 KEEP,                      WHENEVER, {G(ATTENDED)},                                                                              "F-I-10" },
    { {S(ATTENDED)},                E(DNS_RECORDED),            S(DNS),                  TELL(N(REFER_BACK_DAY_60)),   REASON(CANNOT_COMMIT),         {G(OUTCOME_NOT_BEFORE_REFERRAL), G(PLAN_NOT_SIGNED)},                                "T-I-21" },
    { {S(ATTENDED)},                E(DNS_RECORDED),            S(DNS),                  TELL(N(REFER_BACK_DAY_60)),   REASON(WORK),                  {G(OUTCOME_NOT_BEFORE_REFERRAL), G(TOLD_AT_MEETING), G(ROUTE_CHOSEN)},                                "T-I-22" },
    { {S(ATTENDED)},                E(DNS_RECORDED),            S(DNS),                  TELL(N(REFER_BACK_DAY_60)),   REASON(JOB_OFFER),             {G(OUTCOME_NOT_BEFORE_REFERRAL), G(TOLD_AT_MEETING), G(ROUTE_CHOSEN)},                                "T-I-22" },
    { {S(ATTENDED)},                E(DNS_RECORDED),            S(DNS),                  TELL(N(REFER_BACK_DAY_60)),   REASON(HOSPITAL),              {G(OUTCOME_NOT_BEFORE_REFERRAL), G(TOLD_AT_MEETING), G(ROUTE_CHOSEN)},                                "T-I-22, T-I-30" },
    { {S(ATTENDED)},                E(DNS_RECORDED),            S(DNS),                  TELL(N(REFER_BACK_DAY_60)),   REASON(WORSENING_HEALTH),      {G(OUTCOME_NOT_BEFORE_REFERRAL), G(TOLD_AT_MEETING), G(ROUTE_CHOSEN)},                                "T-I-22" },
    { {S(ATTENDED)},                E(DNS_RECORDED),            S(NONE),                 KEEP,                      WHENEVER, {G(OUTCOME_NOT_BEFORE_REFERRAL), G(DNS_REASON)},                                            "T-I-21" },
    { {S(PRE_WORK)},                E(DNS_RECORDED),            S(NONE),                 KEEP,                      WHENEVER, {G(NO_START_FOR_OUTCOME)},                                                                  "F-I-11" },

    /*
     * Cancellation: acknowledged, not started, one of three reasons, each with the guards of the outcome it stands for.
     * rule IPES-A32-2-B2: decided by row cancellation-requested dna
     * rule IPES-A32-2-B3: decided by row cancellation-requested dns
     */
    { {S(RECEIVED)},                E(CANCELLATION_REQUESTED),  S(NONE),                 KEEP,                      WHENEVER, {G(ACKNOWLEDGED_FOR_CANCELLATION)},                                                         "F-I-12" },
    { {S(ACCEPTED)},                E(CANCELLATION_REQUESTED),  S(CANCELLED_NO_CONTACT), TELL(N(DNA_SUGGESTED), N(REFER_BACK_DAY_60)),  REASON_UNDER(NO_CONTACT, CANCEL_EFFECT, IMMEDIATE),       {G(OUTCOME_NOT_BEFORE_REFERRAL), G(NO_CONTACT_ALLOWED), G(ATTEMPTS_MADE)}, "T-I-31, T-I-32" },
    { {S(ACCEPTED)},                E(CANCELLATION_REQUESTED),  S(CANCEL_REQUESTED),     TELL(N(DNA_SUGGESTED)),    REASON_UNDER(NO_CONTACT, CANCEL_EFFECT, ON_CONFIRMATION), {G(OUTCOME_NOT_BEFORE_REFERRAL), G(NO_CONTACT_ALLOWED), G(ATTEMPTS_MADE)}, "T-I-31" },
    { {S(ACCEPTED)},                E(CANCELLATION_REQUESTED),  S(DNA),                  TELL(N(REFER_BACK_DAY_60)),   REASON_UNDER(DNA, CANCEL_EFFECT, IMMEDIATE),              {G(OUTCOME_NOT_BEFORE_REFERRAL), G(REFUSAL_MET)},                          "T-I-31, T-I-32" },
    { {S(ACCEPTED)},                E(CANCELLATION_REQUESTED),  S(CANCEL_REQUESTED),     KEEP,                      REASON_UNDER(DNA, CANCEL_EFFECT, ON_CONFIRMATION),        {G(OUTCOME_NOT_BEFORE_REFERRAL), G(REFUSAL_MET)},                          "T-I-31" },
    { {S(ATTENDED)},                E(CANCELLATION_REQUESTED),  S(NONE),                 KEEP,                      REASON(NO_CONTACT),            {G(NOT_ATTENDED)},                                                                   "T-I-31, F-I-09" },
    { {S(ATTENDED)},                E(CANCELLATION_REQUESTED),  S(NONE),                 KEEP,                      REASON(DNA),                   {G(NOT_ATTENDED)},                                                                   "T-I-31, F-I-09" },
    { {S(ACCEPTED)},                E(CANCELLATION_REQUESTED),  S(NONE),                 KEEP,                      REASON(DNS),                   {G(ATTENDED)},                                                                       "T-I-31, F-I-10" },
    { {S(ATTENDED)},                E(CANCELLATION_REQUESTED),  S(DNS),                  TELL(N(REFER_BACK_DAY_60)),   REASON_UNDER(DNS, CANCEL_EFFECT, IMMEDIATE),              {G(OUTCOME_NOT_BEFORE_REFERRAL), G(PLAN_NOT_SIGNED)},                      "T-I-31, T-I-32" },
    { {S(ATTENDED)},                E(CANCELLATION_REQUESTED),  S(CANCEL_REQUESTED),     KEEP,                      REASON_UNDER(DNS, CANCEL_EFFECT, ON_CONFIRMATION),        {G(OUTCOME_NOT_BEFORE_REFERRAL), G(PLAN_NOT_SIGNED)},                      "T-I-31" },
    { {S(ACCEPTED), S(ATTENDED)},   E(CANCELLATION_REQUESTED),  S(NONE),                 KEEP,                      WHENEVER, {G(OUTCOME_NOT_BEFORE_REFERRAL), G(CANCELLATION_REASON)},                                   "F-I-14" },
    { {S(PRE_WORK)},                E(CANCELLATION_REQUESTED),  S(NONE),                 KEEP,                      WHENEVER, {G(NO_START_FOR_CANCELLATION)},                                                             "F-I-13" },
    { {S(CANCEL_REQUESTED)},        E(CANCELLATION_CONFIRMED),  S(CANCELLED_NO_CONTACT), TELL(N(REFER_BACK_DAY_60)),   REASON(NO_CONTACT),            {G(OUTCOME_NOT_BEFORE_REFERRAL)},                                                    "T-I-32" },
    { {S(CANCEL_REQUESTED)},        E(CANCELLATION_CONFIRMED),  S(DNA),                  TELL(N(REFER_BACK_DAY_60)),   REASON(DNA),                   {G(OUTCOME_NOT_BEFORE_REFERRAL)},                                                    "T-I-32" },
    { {S(CANCEL_REQUESTED)},        E(CANCELLATION_CONFIRMED),  S(DNS),                  TELL(N(REFER_BACK_DAY_60)),   REASON(DNS),                   {G(OUTCOME_NOT_BEFORE_REFERRAL)},                                                    "T-I-32" },
    { {S(RECEIVED), S(ACCEPTED), S(ATTENDED), S(PRE_WORK)}, E(CANCELLATION_CONFIRMED), S(NONE), KEEP,              WHENEVER, {G(CANCELLATION_IS_REQUESTED)},                                                             "T-I-32" },

    /* The action plan: begun at the meeting, fully agreed within 20 working days of the start date. */
    { {S(RECEIVED), S(ACCEPTED)},   E(PLAN_AGREED),             S(NONE),                 KEEP,                      WHENEVER, {G(MEETING_FOR_PLAN)},                                                                      "T-I-40" },
    { {S(ATTENDED)},                E(PLAN_AGREED),             S(ATTENDED),             KEEP,                      WHENEVER, {G(PLAN_NOT_BEFORE_START), G(PLAN_SIGNED_BY_BOTH)},                                         "T-I-40, F-I-19" },
    { {S(PRE_WORK)},                E(PLAN_AGREED),             S(PRE_WORK),             KEEP,                      WHENEVER, {G(PLAN_NOT_BEFORE_START), G(PLAN_SIGNED_BY_BOTH)},                                         "T-I-40, F-I-19" },

    /*
     * Leaver codes: only after a start, only 43 and 46 by the provider in pre-work support.
     * rule IPES-LC-46b: decided by fact moved-out
     * rule IPES-LC-46c: decided by fact terminal-illness and fact chooses-to-leave
     * rule IPES-LC-46d: decided by fact policy-advice
     * rule IPES-LC-46e: decided by feed left 46
     */
    { {S(PRE_WORK)},                E(LEFT),                    S(NONE),                 KEEP,                      CODE(39), {G(LEFT_NOT_BEFORE_START), G(CODE_39_IN_WORK)},                                           "F-I-22" },
    { {S(PRE_WORK)},                E(LEFT),                    S(LEFT),                 CLOSES(N(REPAYMENT_RISK)),    CODE(43), {G(LEFT_NOT_BEFORE_START), G(DEATH_RECORDED)},                                            "T-I-49, F-I-23" },
    { {S(PRE_WORK)},                E(LEFT),                    S(NONE),                 KEEP,                      CODE(45), {G(LEFT_NOT_BEFORE_START), G(CODE_NOT_AUTOMATIC)},                                        "F-I-21" },
    { {S(PRE_WORK)},                E(LEFT),                    S(LEFT),                 CLOSES(N(REPAYMENT_RISK)),    CODE(46), {G(LEFT_NOT_BEFORE_START), G(CODE_46_GROUNDS)},                                           "T-I-50, T-I-51, T-I-52, F-I-24" },
    { {S(PRE_WORK)},                E(LEFT),                    S(NONE),                 KEEP,                      WHENEVER, {G(LEFT_NOT_BEFORE_START), G(CODE_LISTED)},                                                 "F-I-20" },
    { {S(RECEIVED), S(ACCEPTED), S(CANCEL_REQUESTED), S(ATTENDED)}, E(LEFT), S(NONE),    KEEP,                      WHENEVER, {G(START_FOR_CODE), G(CODE_LISTED)},                                                        "F-I-25, F-I-20" },

    /* Day 60: PRaP turns what was never started to Did Not Attend. */
    { {S(RECEIVED), S(ACCEPTED), S(CANCEL_REQUESTED), S(ATTENDED)}, E(AUTO_DNA), S(AUTO_DNA), TELL(N(REFER_BACK_DAY_60)), WHENEVER, {G(DAY_60_REACHED)},                                                                     "T-I-33" },
    { {S(PRE_WORK)},                E(AUTO_DNA),                S(NONE),                 KEEP,                      WHENEVER, {G(NOTHING_ENTERED)},                                                                       "T-I-33" },
    { {S(AUTO_DNA)},                E(START_RECORDED),          S(NONE),                 KEEP,                      WHENEVER, {G(ENTRY_BEFORE_DAY_60), G(NOT_AUTO_DNA)},                                                  "F-I-07, F-I-08" },
    { {S(AUTO_DNA)},                E(DNA_RECORDED),            S(NONE),                 KEEP,                      WHENEVER, {G(ENTRY_BEFORE_DAY_60), G(NOT_AUTO_DNA)},                                                  "F-I-07, F-I-08" },
    { {S(AUTO_DNA)},                E(DNS_RECORDED),            S(NONE),                 KEEP,                      WHENEVER, {G(ENTRY_BEFORE_DAY_60), G(NOT_AUTO_DNA)},                                                  "F-I-07, F-I-08" },
    { {S(AUTO_DNA)},                PRAPI_ANY,                  S(NONE),                 KEEP,                      WHENEVER, {G(NOT_AUTO_DNA)},                                                                          "F-I-08" },

    /* What has ended stays ended. */
    { {S(REJECTED), S(DNA), S(DNS), S(CANCELLED_NO_CONTACT)}, PRAPI_ANY, S(NONE),        KEEP,                      WHENEVER, {G(CASE_ENDED)},                                                                            "F-I-28" },
    { {S(LEFT)},                    PRAPI_ANY,                  S(NONE),                 KEEP,                      WHENEVER, {G(CASE_LEFT)},                                                                             "T-I-54" },
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

const prapi_programme prapi_ipes = {
    .number = PRAP_PROGRAMME_IPES,
    .document = PRAP_DOCUMENT_IPES,
    .rows = rows,
    .n_rows = sizeof rows / sizeof rows[0],
    .defaults = defaults,
    .n_defaults = sizeof defaults / sizeof defaults[0],
    .clocks = {.ack_working_days = 2, .record_working_days = 15, .plan_working_days = 20},
};
