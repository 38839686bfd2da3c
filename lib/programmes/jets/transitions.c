/*
 * transitions.c: Job Entry Targeted Support. It uses the rows of the Work and Health Programme with the differences of
 * rules.md 2.3: two earnings thresholds, an initial appointment, exit report WHPEREJ1. Whether memo 08, which is older,
 * binds it is a policy (AMB-91).
 */
#include "programmes/whp/common.h"

#define IN_JETS(ID, MORE) ID ", " MORE

/* clang-format off */
static const prapi_row rows[] = {
#include "programmes/whp/referral-rows.def"
#include "programmes/whp/memo-08-rows.def"
#include "programmes/whp/participation-rows.def"

    /* Other end dates, and earnings. */
    { {S(STARTED)},                  E(END_DATE_ENTERED),       S(ENDED),                CLOSES(N(CARRY_ON_REFUSED), N(EXIT_REPORT)),              WHERE(PRAP14, REFUSED),         {G(CODE_OF_PROGRAMME)}, "T-W-16, F-W-09, F-W-10" },
    { {S(STARTED)},                  E(END_DATE_ENTERED),       S(ENDED),                CLOSES(N(EXIT_REPORT)),                       WHENEVER,                       {G(CODE_OF_PROGRAMME)}, "T-W-16, F-W-10, T-J-09" },
    { {S(STARTED), S(PRAP14_SENT), S(PRAP14_APPROVED)}, E(EARNINGS_REPORTED),      S(NONE),                 KEEP,                                     SAID(THRESHOLD, EARNED_2000),   {G(THRESHOLD_APPLIES)}, "F-J-02" },
    { {S(STARTED), S(PRAP14_SENT), S(PRAP14_APPROVED)}, E(EARNINGS_REPORTED),      S(NONE),                 KEEP,                                     SAID(THRESHOLD, NATIONAL),      {G(THRESHOLD_APPLIES)}, "F-J-02" },
    { {S(STARTED), S(PRAP14_SENT), S(PRAP14_APPROVED)}, E(EARNINGS_REPORTED),      PRAPI_SAME,              CLOSES(N(OUTCOME_EARNINGS)),              SAID(THRESHOLD, EARNED_1000),   {G(NOT_BEFORE_START), G(EARNED_ENOUGH), G(THRESHOLD_AMOUNT_KNOWN)}, "T-J-08" },
    { {S(STARTED), S(PRAP14_SENT), S(PRAP14_APPROVED)}, E(EARNINGS_REPORTED),      PRAPI_SAME,              KEEP,                                     WHENEVER,                       {G(NOT_BEFORE_START), G(EARNINGS_SAID), G(EARNED_ENOUGH), G(THRESHOLD_AMOUNT_KNOWN)}, "T-J-08" },

    /* Other provision. */
    { {S(ACCEPTED), S(STARTED)},     E(OTHER_PROVISION_AGREED), PRAPI_SAME,              KEEP,                                     WHENEVER,                       {G(CLAIMANT_KNOWN)}, "T-J-07" },

    /* The initial appointment: mandated by the work coach, or agreed; missed; complied with since. */
    { {S(RECEIVED), S(ACCEPTED)},    E(APPOINTMENT_MANDATED),   PRAPI_SAME,              SETS(APPOINTMENT, MANDATED),              WHENEVER,                       {G(APPOINTMENT_NOT_MADE), G(OWN_NOT_SUSPENDED)}, "T-J-01, F-J-04" },
    { {S(RECEIVED), S(ACCEPTED)},    E(APPOINTMENT_AGREED),     PRAPI_SAME,              SETS(APPOINTMENT, VOLUNTARY),             WHENEVER,                       {G(APPOINTMENT_NOT_MADE)}, "T-J-02" },
    { {S(RECEIVED), S(ACCEPTED)},    E(MANDATED_ACTIVITY_FAILED), PRAPI_SAME,            SETS(APPOINTMENT, MISSED),                WHERE(APPOINTMENT, MANDATED),   {G(CLAIMANT_KNOWN)}, "T-J-03" },
    { {S(RECEIVED), S(ACCEPTED)},    E(MANDATED_ACTIVITY_FAILED), S(NONE),               KEEP,                                     WHENEVER,                       {G(IS_MANDATED)}, "T-J-03" },
    { {S(RECEIVED), S(ACCEPTED)},    E(RE_COMPLIED),            PRAPI_SAME,              SETS(APPOINTMENT, RECOMPLIED),            WHENEVER,                       {G(APPOINTMENT_IS_MISSED)}, "T-J-04" },

#include "programmes/whp/ended-rows.def"
};
/* clang-format on */

const prapi_programme prapi_programme_JETS = {
    .number = PRAP_PROGRAMME_JETS,
    .referred_to = PRAP_OPTION_TO_JETS,
    OF_MEMO_08,
    .memo_policy = PRAP_POLICY_M08_JETS,
};
