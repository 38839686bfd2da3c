/*
 * outcomes.c: rules.md 1.5, the decision table for an IPES participant who does not continue: rows before a start come
 * first. The guards of transitions.c decide whether a row's event is permitted, so the columns "start recorded" and
 * "attended" are not repeated here. What Annex 3.2 offers beside it, the request to cancel, comes last and is never
 * recommended: it enters the same outcome by another button.
 */
#include "prap/vocabulary.h"

#include "catalogue/rules.h"
#include "programmes/outcomes.h"

#define E(NAME) PRAP_EVENT_##NAME
#define R(IDENT) PRAPI_RULE_##IDENT

/* The reason that is given; the code that is picked; the reason that is picked when a cancellation is requested. */
#define SAID(NAME) PRAP_FACT_REASON, PRAP_OPTION_##NAME, PRAPI_GROUND_SAID
#define CODE(NUMBER) PRAP_FACT_CODE, NUMBER, PRAPI_GROUND_PICKED
#define BESIDE(NAME) PRAP_FACT_REASON, PRAP_OPTION_##NAME, PRAPI_GROUND_BESIDE
#define WHATEVER 0, 0, PRAPI_GROUND_SAID

/* clang-format off */
static const prapi_outcome rows[] = {
    { E(AUTO_DNA),               WHATEVER,                    R(IPES_3_73a),  "0" },
    { E(MEETING_SCHEDULED),      SAID(HOSPITAL),              R(IPES_3_71),   "1" },
    { E(DNA_RECORDED),           SAID(WORK),                  R(IPES_3_66),   "2" },
    { E(DNA_RECORDED),           SAID(JOB_OFFER),             R(IPES_3_66),   "2" },
    { E(DNA_RECORDED),           SAID(WORSENING_HEALTH),      R(IPES_A31_3a), "2" },
    { E(DNA_RECORDED),           SAID(HOSPITAL),              R(IPES_3_72),   "2, 3" },
    { E(MEETING_SCHEDULED),      SAID(CANNOT_ATTEND),         R(IPES_3_62),   "4" },
    { E(DNA_RECORDED),           SAID(REFUSED_TO_ATTEND),     R(IPES_3_63b),  "5" },
    { E(DNA_RECORDED),           SAID(REFUSED_TO_RESCHEDULE), R(IPES_3_64),   "5" },
    { E(DNA_RECORDED),           SAID(UNREACHABLE),           R(IPES_3_70),   "5" },
    { E(DNA_RECORDED),           SAID(WITHDRAWN),             R(IPES_3_26),   "6" },
    { E(WITHDREW),               SAID(WITHDRAWN),             R(IPES_3_25),   "T-I-06" },
    { E(DNA_RECORDED),           SAID(MAPPA_NO_NOTICE),       R(IPES_3_91),   "7" },
    { E(DNS_RECORDED),           SAID(CANNOT_COMMIT),         R(IPES_3_44),   "8" },
    { E(DNS_RECORDED),           SAID(WORK),                  R(IPES_3_67),   "9" },
    { E(DNS_RECORDED),           SAID(JOB_OFFER),             R(IPES_3_67),   "9" },
    { E(DNS_RECORDED),           SAID(HOSPITAL),              R(IPES_3_67),   "9" },
    { E(DNS_RECORDED),           SAID(WORSENING_HEALTH),      R(IPES_A31_3b), "9" },
    { E(DNS_RECORDED),           SAID(EMPLOYED),              R(IPES_3_37_B2), "10" },
    { E(ERROR_SUSPECTED),        SAID(EMPLOYED),              R(IPES_3_37_B2), "10" },
    { E(ERROR_SUSPECTED),        SAID(REFERRED_IN_ERROR),     R(IPES_3_74),   "11, 13" },
    { E(PRAP14_SENT),            SAID(WORK),                  R(IPES_3_68),   "12" },
    { E(PRAP14_SENT),            SAID(JOB_OFFER),             R(IPES_3_68),   "12" },
    { E(PRAP14_SENT),            SAID(HOSPITAL),              R(IPES_3_68),   "12" },
    { E(PRAP14_SENT),            SAID(WORSENING_HEALTH),      R(IPES_A31_3c), "12" },
    { E(WORK_STARTED),           SAID(WORK),                  R(IPES_3_43a),  "12b" },
    { E(MAPPA_CANNOT_CONTINUE),  WHATEVER,                    R(IPES_3_100),  "14" },
    { E(LEFT),                   CODE(43),                    R(IPES_LC_43),  "15" },
    { E(LEFT),                   CODE(46),                    R(IPES_LC_46a), "13, 15" },
    { E(LEFT),                   CODE(39),                    R(IPES_LC_39a), "15" },
    { E(ALLOTTED_TIME_ENDED),    WHATEVER,                    R(IPES_LC_45),  "T-I-45" },
    { E(CANCELLATION_REQUESTED), BESIDE(DNA),                 R(IPES_A32_1),  "A32" },
    { E(CANCELLATION_REQUESTED), BESIDE(DNS),                 R(IPES_A32_1),  "A32" },
    { E(CANCELLATION_REQUESTED), BESIDE(NO_CONTACT),          R(IPES_A32_1),  "A32" },
};

_Static_assert(sizeof rows / sizeof rows[0] <= PRAPI_OUTCOME_LINES, "the table has more lines than are kept");

#define FACT(NAME, KIND) {PRAP_FACT_##NAME, PRAP_VALUE_##KIND, 0}
#define OPTION(NAME, OPTION_NAME) {PRAP_FACT_##NAME, PRAP_VALUE_OPTION, PRAP_OPTION_##OPTION_NAME}
#define CASE {0, 0, 0}
#define C(NAME) PRAP_CONTRADICTION_##NAME

static const prapi_clash clashes[] = {
    { C(DEATH_AND_CHOICE),       R(IPES_LC_43),   FACT(DECEASED, YES),         FACT(CHOOSES_TO_LEAVE, YES), PRAPI_STANDING_ANY },
    { C(CHOICE_WITHOUT_ILLNESS), R(IPES_LC_46c),  FACT(CHOOSES_TO_LEAVE, YES), FACT(TERMINAL_ILLNESS, NO),  PRAPI_STANDING_ANY },
    { C(MOVED_WITHIN_AND_OUT),   R(IPES_LC_46b),  FACT(MOVED_OUT, YES),        FACT(MOVED_BETWEEN_NATIONS, YES), PRAPI_STANDING_ANY },
    { C(DEATH_WITHOUT_START),    R(IPES_LC_1),    FACT(DECEASED, YES),         CASE, PRAPI_STANDING_NOT_STARTED },

    { C(ABSENT_AND_ATTENDED),    R(IPES_3_61_N2), OPTION(REASON, UNREACHABLE),           CASE, PRAPI_STANDING_ATTENDED },
    { C(ABSENT_AND_ATTENDED),    R(IPES_3_61_N2), OPTION(REASON, REFUSED_TO_ATTEND),     CASE, PRAPI_STANDING_ATTENDED },
    { C(ABSENT_AND_ATTENDED),    R(IPES_3_61_N2), OPTION(REASON, REFUSED_TO_RESCHEDULE), CASE, PRAPI_STANDING_ATTENDED },

    { C(MEETING_NOT_ATTENDED),   R(IPES_3_61_N2), OPTION(REASON, CANNOT_COMMIT), CASE, PRAPI_STANDING_NOT_ATTENDED },
    { C(MEETING_NOT_ATTENDED),   R(IPES_3_67),    OPTION(TOLD, AT_MEETING),      CASE, PRAPI_STANDING_NOT_ATTENDED },
    { C(MEETING_NOT_ATTENDED),   R(IPES_3_67),    OPTION(TOLD, AFTER_MEETING),   CASE, PRAPI_STANDING_NOT_ATTENDED },
    { C(MEETING_NOT_ATTENDED),   R(IPES_3_37_B2), OPTION(REASON, EMPLOYED),      CASE, PRAPI_STANDING_NOT_ATTENDED },

    { C(BEFORE_A_START),         R(IPES_3_91),    OPTION(REASON, MAPPA_NO_NOTICE),       CASE, PRAPI_STANDING_STARTED },
    { C(BEFORE_A_START),         R(IPES_3_61_N2), OPTION(REASON, UNREACHABLE),           CASE, PRAPI_STANDING_STARTED },
    { C(BEFORE_A_START),         R(IPES_3_61_N2), OPTION(REASON, REFUSED_TO_ATTEND),     CASE, PRAPI_STANDING_STARTED },
    { C(BEFORE_A_START),         R(IPES_3_61_N2), OPTION(REASON, REFUSED_TO_RESCHEDULE), CASE, PRAPI_STANDING_STARTED },
    { C(BEFORE_A_START),         R(IPES_3_26),    OPTION(REASON, WITHDRAWN),             CASE, PRAPI_STANDING_STARTED },
    { C(BEFORE_A_START),         R(IPES_3_44),    OPTION(REASON, CANNOT_COMMIT),         CASE, PRAPI_STANDING_STARTED },
    { C(BEFORE_A_START),         R(IPES_3_66),    OPTION(TOLD, BEFORE_MEETING),          CASE, PRAPI_STANDING_STARTED },
    { C(BEFORE_A_START),         R(IPES_3_67),    OPTION(TOLD, AT_MEETING),              CASE, PRAPI_STANDING_STARTED },

    { C(UNDECIDED_AND_SIGNED),   R(IPES_3_44),    OPTION(REASON, CANNOT_COMMIT), FACT(PLAN_SIGNED_BY_PARTICIPANT, YES), PRAPI_STANDING_ANY },
};
/* clang-format on */

const prapi_outcomes prapi_ipes_outcomes = {
    .programme = PRAP_PROGRAMME_IPES,
    .rows = rows,
    .n_rows = sizeof rows / sizeof rows[0],
    .clashes = clashes,
    .n_clashes = sizeof clashes / sizeof clashes[0],
};
