/*
 * transitions.c: the Work and Health Programme, Core: every permitted move and every forbidden one that the guidance
 * names. rules.md 2.2; the ids in the last column are its rows. What JETS shares stands in the .def files beside.
 */
#include "programmes/whp/common.h"

#define IN_JETS(ID, MORE) ID

/* clang-format off */
static const prapi_row rows[] = {
#include "programmes/whp/referral-rows.def"
#include "programmes/whp/memo-08-rows.def"
#include "programmes/whp/participation-rows.def"

    /* Other end dates, and earnings. */
    { {S(STARTED)},                  E(END_DATE_ENTERED),       S(ENDED),                CLOSES(N(CARRY_ON_REFUSED)),              WHERE(PRAP14, REFUSED),         {G(CODE_OF_PROGRAMME)}, "T-W-16, F-W-09, F-W-10" },
    { {S(STARTED)},                  E(END_DATE_ENTERED),       S(ENDED),                JUST_CLOSES,                    WHENEVER,                       {G(CODE_OF_PROGRAMME)}, "T-W-16, F-W-10" },
    { {S(STARTED), S(PRAP14_SENT), S(PRAP14_APPROVED)}, E(EARNINGS_REPORTED),      PRAPI_SAME,              CLOSES(N(OUTCOME_EARNINGS)),              SAID(THRESHOLD, NATIONAL),      {G(NOT_BEFORE_START), G(EARNED_ENOUGH), G(THRESHOLD_AMOUNT_KNOWN)}, "T-W-15" },
    { {S(STARTED), S(PRAP14_SENT), S(PRAP14_APPROVED)}, E(EARNINGS_REPORTED),      PRAPI_SAME,              KEEP,                                     WHENEVER,                       {G(NOT_BEFORE_START), G(EARNINGS_SAID), G(EARNED_ENOUGH), G(THRESHOLD_AMOUNT_KNOWN)}, "T-W-15" },

    /* Mandation (2.2.1): refused while it is suspended, but what came of an earlier one can always be recorded. */
    { {S(RECEIVED), S(ACCEPTED), S(STARTED)}, E(APPOINTMENT_MANDATED),   PRAPI_SAME,              SETS(MANDATION, MANDATED),                WHENEVER,                       {G(NOT_SUSPENDED)}, "2.2.1, F-W-12" },
    { {S(RECEIVED), S(ACCEPTED), S(STARTED), S(PRAP14_SENT), S(PRAP14_APPROVED)}, E(MANDATED_ACTIVITY_FAILED), PRAPI_SAME,            SETS(MANDATION, FAILED),                  WHENEVER,                       {G(IS_MANDATED)}, "T-W-18, 2.2.1" },

#include "programmes/whp/ended-rows.def"
};
/* clang-format on */

const prapi_programme prapi_programme_WHP = {
    .number = PRAP_PROGRAMME_WHP,
    .referred_to = PRAP_OPTION_TO_WHP,
    OF_MEMO_08,
};
