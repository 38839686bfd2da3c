/*
 * transitions.c: Job Entry Targeted Support. It uses the rows of the Work and Health Programme with the differences of
 * rules.md 2.3: two earnings thresholds, an initial appointment, exit report WHPEREJ1. Whether memo 08, which is older,
 * binds it is a policy (AMB-91).
 */
#include "programmes/whp/common.h"

/* clang-format off */
static const prapi_row rows[] = {
#include "programmes/whp/referral-rows.def"
#include "programmes/whp/memo-08-rows.def"

    /*
     * On the programme: the allotted time, whose length these documents do not give; other end dates; earnings.
     * rule M08-BG-3a: decided by feed allotted-time-ended
     */
    { {S(STARTED), S(PRAP14_SENT), S(PRAP14_APPROVED)}, E(ALLOTTED_TIME_ENDED),    S(COMPLETED),            CLOSES(N(EXIT_REPORT)),                   WHENEVER,                       {G(NOT_BEFORE_START)}, "T-W-14, T-J-09" },
    { {S(STARTED)},                  E(END_DATE_ENTERED),       S(ENDED),                CLOSES(N(CARRY_ON_REFUSED), N(EXIT_REPORT)),              WHERE(PRAP14, REFUSED),         {G(CODE_OF_PROGRAMME)}, "T-W-16, F-W-09, F-W-10" },
    { {S(STARTED)},                  E(END_DATE_ENTERED),       S(ENDED),                CLOSES(N(EXIT_REPORT)),                       WHENEVER,                       {G(CODE_OF_PROGRAMME)}, "T-W-16, F-W-10, T-J-09" },
    { {S(STARTED), S(PRAP14_SENT), S(PRAP14_APPROVED)}, E(EARNINGS_REPORTED),      S(NONE),                 KEEP,                                     SAID(THRESHOLD, EARNED_2000),   {G(THRESHOLD_APPLIES)}, "F-J-02" },
    { {S(STARTED), S(PRAP14_SENT), S(PRAP14_APPROVED)}, E(EARNINGS_REPORTED),      S(NONE),                 KEEP,                                     SAID(THRESHOLD, NATIONAL),      {G(THRESHOLD_APPLIES)}, "F-J-02" },
    { {S(STARTED), S(PRAP14_SENT), S(PRAP14_APPROVED)}, E(EARNINGS_REPORTED),      PRAPI_SAME,              CLOSES(N(OUTCOME_EARNINGS)),              SAID(THRESHOLD, EARNED_1000),   {G(NOT_BEFORE_START), G(EARNED_ENOUGH), G(THRESHOLD_AMOUNT_KNOWN)}, "T-J-08" },
    { {S(STARTED), S(PRAP14_SENT), S(PRAP14_APPROVED)}, E(EARNINGS_REPORTED),      PRAPI_SAME,              KEEP,                                     WHENEVER,                       {G(NOT_BEFORE_START), G(EARNINGS_SAID), G(EARNED_ENOUGH), G(THRESHOLD_AMOUNT_KNOWN)}, "T-J-08" },

    /* Voluntary participants, other provision, and what the provider's own business has to tell. */
    { {S(STARTED), S(PRAP14_SENT), S(PRAP14_APPROVED)}, E(DISENGAGED),             PRAPI_SAME,              SETS(ENGAGEMENT, DISENGAGED),             WHENEVER,                       {G(GROUP_KNOWN), G(CLAIMANT_KNOWN)}, "T-J-06" },
    { {S(STARTED), S(PRAP14_SENT), S(PRAP14_APPROVED)}, E(RE_ENGAGED),             PRAPI_SAME,              SETS(ENGAGEMENT, RE_ENGAGED),             WHENEVER,                       {G(HAS_DISENGAGED), G(CLAIMANT_KNOWN)}, "T-J-06" },
    { {S(ACCEPTED), S(STARTED)},     E(OTHER_PROVISION_AGREED), PRAPI_SAME,              KEEP,                                     WHENEVER,                       {G(CLAIMANT_KNOWN)}, "T-J-07" },
    { {S(STARTED)},                  E(EMPLOYED_BY_PROVIDER),   PRAPI_SAME,              TELL(N(EMPLOYMENT_FORM)),                 WHENEVER,                       {G(FIRST_SALARY_GIVEN)}, "T-W-19" },
    { {S(STARTED)},                  E(EMPLOYMENT_FORM_SENT),   PRAPI_SAME,              KEEP,                                     WHENEVER,                       {G(EMPLOYMENT_IS_TOLD)}, "T-W-19" },

    /* The initial appointment: mandated by the work coach, or agreed; missed; complied with since. */
    { {S(RECEIVED), S(ACCEPTED)},    E(APPOINTMENT_MANDATED),   PRAPI_SAME,              SETS(APPOINTMENT, MANDATED),              WHENEVER,                       {G(APPOINTMENT_NOT_MADE), G(OWN_NOT_SUSPENDED)}, "T-J-01, F-J-04" },
    { {S(RECEIVED), S(ACCEPTED)},    E(APPOINTMENT_AGREED),     PRAPI_SAME,              SETS(APPOINTMENT, VOLUNTARY),             WHENEVER,                       {G(APPOINTMENT_NOT_MADE)}, "T-J-02" },
    { {S(RECEIVED), S(ACCEPTED)},    E(MANDATED_ACTIVITY_FAILED), PRAPI_SAME,            SETS(APPOINTMENT, MISSED),                WHERE(APPOINTMENT, MANDATED),   {G(CLAIMANT_KNOWN)}, "T-J-03" },
    { {S(RECEIVED), S(ACCEPTED)},    E(MANDATED_ACTIVITY_FAILED), S(NONE),               KEEP,                                     WHENEVER,                       {G(IS_MANDATED)}, "T-J-03" },
    { {S(RECEIVED), S(ACCEPTED)},    E(RE_COMPLIED),            PRAPI_SAME,              SETS(APPOINTMENT, RECOMPLIED),            WHENEVER,                       {G(APPOINTMENT_IS_MISSED)}, "T-J-04" },
    { {PRAPI_ANY},                   E(DOUBT_RAISED),           PRAPI_SAME,              SETS(MANDATION, DOUBT_RAISED),            WHENEVER,                       {G(HAS_FAILED), G(NOT_SUSPENDED)}, "2.2.1, F-W-12" },
    { {PRAPI_ANY},                   E(DOUBT_DECIDED),          PRAPI_SAME,              SETS(MANDATION, DECIDED),                 WHENEVER,                       {G(DOUBT_IS_RAISED)}, "2.2.1" },
    { {PRAPI_ANY},                   E(DECISION_NOTIFIED),      PRAPI_SAME,              SETS(MANDATION, NOTIFIED),                WHENEVER,                       {G(DOUBT_IS_DECIDED)}, "2.2.1" },

    /* What has ended stays ended. */
    { {S(REJECTED), S(DNA), S(CANCELLED_NO_CONTACT), S(COMPLETED), S(ENDED)}, PRAPI_ANY, S(NONE), KEEP,                                     WHENEVER,                       {G(CASE_ENDED)}, "T-W-12, T-W-14, T-W-16" },
};
/* clang-format on */

const prapi_programme prapi_programme_JETS = {
    .number = PRAP_PROGRAMME_JETS,
    .document = PRAP_DOCUMENT_M08,
    .documents = DOCUMENTS,
    .memo_policy = PRAP_POLICY_M08_JETS,
    .rows = rows,
    .n_rows = COUNT(rows),
    .carries = carries,
    .n_carries = COUNT(carries),
    .overrides = overrides,
    .n_overrides = COUNT(overrides),
    .impossible = impossible,
    .n_impossible = COUNT(impossible),
    .cites = cites,
    .n_cites = COUNT(cites),
    .scenarios = scenarios,
    .n_scenarios = COUNT(scenarios),
    .undefined = undefined,
    .n_undefined = COUNT(undefined),
    .undefined_by = PRAPI_AMB_95,
    .remembered = PRAP_FACT_SCENARIO,
};
