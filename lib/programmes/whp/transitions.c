/*
 * transitions.c: the Work and Health Programme, Core: every permitted move and every forbidden one that the guidance
 * names. rules.md 2.2; the ids in the last column are its rows. What JETS shares stands in the .def files beside.
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
    { {S(STARTED), S(PRAP14_SENT), S(PRAP14_APPROVED)}, E(ALLOTTED_TIME_ENDED),    S(COMPLETED),            CLOSES(N(EXIT_REPORT)),                   WHENEVER,                       {G(NOT_BEFORE_START)}, "T-W-14" },
    { {S(STARTED)},                  E(END_DATE_ENTERED),       S(ENDED),                CLOSES(N(CARRY_ON_REFUSED)),              WHERE(PRAP14, REFUSED),         {G(CODE_OF_PROGRAMME)}, "T-W-16, F-W-09, F-W-10" },
    { {S(STARTED)},                  E(END_DATE_ENTERED),       S(ENDED),                JUST_CLOSES,                    WHENEVER,                       {G(CODE_OF_PROGRAMME)}, "T-W-16, F-W-10" },
    { {S(STARTED), S(PRAP14_SENT), S(PRAP14_APPROVED)}, E(EARNINGS_REPORTED),      PRAPI_SAME,              CLOSES(N(OUTCOME_EARNINGS)),              SAID(THRESHOLD, NATIONAL),      {G(NOT_BEFORE_START), G(EARNED_ENOUGH), G(THRESHOLD_AMOUNT_KNOWN)}, "T-W-15" },
    { {S(STARTED), S(PRAP14_SENT), S(PRAP14_APPROVED)}, E(EARNINGS_REPORTED),      PRAPI_SAME,              KEEP,                                     WHENEVER,                       {G(NOT_BEFORE_START), G(EARNINGS_SAID), G(EARNED_ENOUGH), G(THRESHOLD_AMOUNT_KNOWN)}, "T-W-15" },

    /* Voluntary participants, and what the provider's own business has to tell. */
    { {S(STARTED), S(PRAP14_SENT), S(PRAP14_APPROVED)}, E(DISENGAGED),             PRAPI_SAME,              SETS(ENGAGEMENT, DISENGAGED),             WHENEVER,                       {G(GROUP_KNOWN), G(CLAIMANT_KNOWN)}, "T-W-17" },
    { {S(STARTED), S(PRAP14_SENT), S(PRAP14_APPROVED)}, E(RE_ENGAGED),             PRAPI_SAME,              SETS(ENGAGEMENT, RE_ENGAGED),             WHENEVER,                       {G(HAS_DISENGAGED), G(CLAIMANT_KNOWN)}, "T-W-17" },
    { {S(STARTED)},                  E(EMPLOYED_BY_PROVIDER),   PRAPI_SAME,              TELL(N(EMPLOYMENT_FORM)),                 WHENEVER,                       {G(FIRST_SALARY_GIVEN)}, "T-W-19" },
    { {S(STARTED)},                  E(EMPLOYMENT_FORM_SENT),   PRAPI_SAME,              KEEP,                                     WHENEVER,                       {G(EMPLOYMENT_IS_TOLD)}, "T-W-19" },

    /*
     * Mandation (2.2.1): refused while it is suspended, but what came of an earlier one can always be recorded. A doubt
     * may outlast the case.
     */
    { {S(RECEIVED), S(ACCEPTED), S(STARTED)}, E(APPOINTMENT_MANDATED),   PRAPI_SAME,              SETS(MANDATION, MANDATED),                WHENEVER,                       {G(NOT_SUSPENDED)}, "2.2.1, F-W-12" },
    { {S(RECEIVED), S(ACCEPTED), S(STARTED), S(PRAP14_SENT), S(PRAP14_APPROVED)}, E(MANDATED_ACTIVITY_FAILED), PRAPI_SAME,            SETS(MANDATION, FAILED),                  WHENEVER,                       {G(IS_MANDATED)}, "T-W-18, 2.2.1" },
    { {PRAPI_ANY},                   E(DOUBT_RAISED),           PRAPI_SAME,              SETS(MANDATION, DOUBT_RAISED),            WHENEVER,                       {G(HAS_FAILED), G(NOT_SUSPENDED)}, "2.2.1, F-W-12" },
    { {PRAPI_ANY},                   E(DOUBT_DECIDED),          PRAPI_SAME,              SETS(MANDATION, DECIDED),                 WHENEVER,                       {G(DOUBT_IS_RAISED)}, "2.2.1" },
    { {PRAPI_ANY},                   E(DECISION_NOTIFIED),      PRAPI_SAME,              SETS(MANDATION, NOTIFIED),                WHENEVER,                       {G(DOUBT_IS_DECIDED)}, "2.2.1" },

    /* What has ended stays ended. */
    { {S(REJECTED), S(DNA), S(CANCELLED_NO_CONTACT), S(COMPLETED), S(ENDED)}, PRAPI_ANY, S(NONE), KEEP,                                     WHENEVER,                       {G(CASE_ENDED)}, "T-W-12, T-W-14, T-W-16" },
};
/* clang-format on */

const prapi_programme prapi_programme_WHP = {
    .number = PRAP_PROGRAMME_WHP,
    .document = PRAP_DOCUMENT_M08,
    .documents = DOCUMENTS,
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
