/*
 * call-moves.c: a call to Provider Direct on one screen: every permitted step, and the forbidden ones that the guidance
 * names. rules.md 2.4; the ids in the last column are its rows.
 */
#include <string.h>

#include "base/always.h"
#include "provider-direct/call.h"

#define S(NAME) PRAP_CALL_STAGE_##NAME
#define E(NAME) PRAP_CALL_EVENT_##NAME
#define G(NAME) PRAP_CALL_REASON_##NAME

#define IN_CALL      S(ELIGIBILITY), S(ACCESS_CODE), S(PARTICIPANT), S(DETAILS), S(ADVICE)
#define MAY_BE_ASKED G(NOT_MAPPA), G(NOT_SCR), G(NOT_UC), G(LISTED_ONCE), G(ROOM_IN_CALL)
#define RIGHT_PURPOSE G(NOT_JOB_OUTCOME), G(NOT_POLICY), G(PURPOSE_IS_DOUBT)
#define ACCESS       G(NOT_WITHDRAWN), G(SECURITY_TOLD), G(PLAN_TOLD)
#define RIGHT_CODE   G(DAY_OF_CODE_KNOWN), G(CODE_BEGUN), G(CODE_CURRENT)
#define THE_CALLER   G(COMPANY_IS_GIVEN), G(CALLER_IS_NAMED), G(PRIME_IS_GIVEN), G(IS_ON_LIST), G(REASON_IS_VALID)
#define THIS_ONE     G(IS_LISTED), G(NOT_YET_DONE), G(IS_THE_ONE)
#define ONE_QUESTION G(USES_ORIGINAL), G(QUESTION_NAMED), G(QUESTION_ASKABLE), G(CHOICE_TOLD)
#define ALL_RIGHT    G(NINO_IS_RIGHT), G(NAME_IS_RIGHT), G(ANSWER_IS_RIGHT)
#define DECIDED      G(IS_LISTED), G(NOT_YET_DONE), G(DECISION_TOLD), G(FORM_NAMED), G(STEPS_TAKEN), G(DEVIATION_KEPT)

#define RECORD       G(IS_LISTED), G(ADVICE_TOLD), G(RIGHT_CALL_DAY), G(SAME_ADVICE), G(WHY_NOT_TOLD), G(UPDATED_SINCE)

#define WHENEVER     0, PRAPI_LEFT_ANY
#define CHOSE(NAME)  PRAP_AGENT_CHOICE_##NAME, PRAPI_LEFT_ANY
#define NONE_LEFT    0, PRAPI_LEFT_NONE
#define ALL_RECORDED 0, PRAPI_LEFT_UNRECORDED

/* clang-format off */
static const prapi_call_row rows[] = {
    /* from, event, to, otherwise, condition, guards, checks, rows of rules.md */
    /* The list. Ten at most, in one call (AMB-40: one Universal Credit claim bars that query, not the call). */
    { {S(BATCHED)},    E(PARTICIPANT_LISTED),    S(BATCHED),     0,        WHENEVER, {MAY_BE_ASKED},                     {0}, "T-P-07, F-P-01, F-P-02, F-P-03" },
    { {IN_CALL},       E(PARTICIPANT_LISTED),    PRAP_CALL_STAYS, 0,       WHENEVER, {MAY_BE_ASKED, G(ORIGINALS_HELD)},  {0}, "T-P-07, F-P-01, F-P-02, F-P-03" },
    { {S(BATCHED)},    E(PARTICIPANT_TAKEN_OFF), S(BATCHED),     0,        WHENEVER, {G(IS_LISTED)},                     {0}, "T-P-07" },

    /* The call. */
    { {S(BATCHED)},    E(CALL_PLACED),           S(ELIGIBILITY), 0,        WHENEVER, {G(ANYONE_LISTED), RIGHT_PURPOSE, ACCESS, G(SERVICE_OPEN), RIGHT_CODE, G(PRIME_IS_KNOWN), G(ORIGINALS_HELD)}, {0}, "T-P-08, F-P-04, F-P-05, F-P-06" },
    { {S(ELIGIBILITY)}, E(ELIGIBILITY_CHECKED),  S(ACCESS_CODE), S(ENDED), WHENEVER, {0},                                {THE_CALLER}, "T-P-10, T-P-11" },
    { {S(ACCESS_CODE)}, E(CODE_CHECKED),         S(PARTICIPANT), S(ENDED), WHENEVER, {0},                                {G(ALL_THREE_RIGHT)}, "T-P-12, T-P-13" },

    /* Each participant: a check of their own, whatever the code was (AMB-30). A wrong answer ends that participant, not
       the call, unless the agent ends it (AMB-33). */
    { {S(PARTICIPANT)}, E(QUESTION_UNASKABLE),   S(PARTICIPANT), 0,        WHENEVER, {THIS_ONE, G(QUESTION_NAMED), G(MAY_BE_MISSING)}, {0}, "T-P-15" },
    { {S(PARTICIPANT)}, E(PARTICIPANT_CHECKED),  S(DETAILS),     S(ENDED), CHOSE(END_CALL), {THIS_ONE, ONE_QUESTION},    {ALL_RIGHT}, "T-P-14, T-P-17, F-P-08" },
    { {S(PARTICIPANT)}, E(PARTICIPANT_CHECKED),  S(DETAILS),     S(ENDED), NONE_LEFT, {THIS_ONE, ONE_QUESTION},          {ALL_RIGHT}, "T-P-14, T-P-16, T-P-17, F-P-08" },
    { {S(PARTICIPANT)}, E(PARTICIPANT_CHECKED),  S(DETAILS), S(PARTICIPANT), WHENEVER, {THIS_ONE, ONE_QUESTION},         {ALL_RIGHT}, "T-P-14, T-P-16, T-P-17, F-P-08" },
    { {S(DETAILS)},    E(DETAILS_ASKED),         S(ADVICE),      0,        WHENEVER, {G(IS_LISTED), G(IS_THE_ONE), G(FAILURE_PAST), G(ASKS_ANYTHING), G(NO_POLICY_ASKED)}, {0}, "T-P-18, F-P-11" },
    { {S(ADVICE)},     E(ADVICE_GIVEN),          S(ADVICE),      0,        WHENEVER, {G(IS_LISTED), G(IS_THE_ONE), G(ADVICE_TOLD)}, {0}, "T-P-18" },
    { {S(ADVICE)},     E(NEXT_PARTICIPANT),      S(PARTICIPANT), 0,        WHENEVER, {G(IS_ADVISED), G(OTHERS_LEFT), G(IS_LISTED), G(NOT_YET_DONE)}, {0}, "T-P-19" },
    { {S(ADVICE)},     E(CALL_CLOSED),           S(ENDED),       0,        WHENEVER, {G(IS_ADVISED), G(NOBODY_LEFT)},    {0}, "T-P-20" },
    { {IN_CALL},       E(CALL_BROKEN_OFF),       S(ENDED),       0,        WHENEVER, {0},                                {0}, "T-P-11" },

    /* After a code or a caller that was not confirmed nothing may be asked. */
    { {S(ENDED), S(RECORDED)}, E(QUESTION_UNASKABLE),  0,        0,        WHENEVER, {G(CODE_PASSED), G(WAS_ELIGIBLE)},  {0}, "F-P-07" },
    { {S(ENDED), S(RECORDED)}, E(PARTICIPANT_CHECKED), 0,        0,        WHENEVER, {G(CODE_PASSED), G(WAS_ELIGIBLE)},  {0}, "F-P-07" },
    { {S(ENDED), S(RECORDED)}, E(DETAILS_ASKED),       0,        0,        WHENEVER, {G(CODE_PASSED), G(WAS_ELIGIBLE)},  {0}, "F-P-07" },
    { {S(ENDED), S(RECORDED)}, E(ADVICE_GIVEN),        0,        0,        WHENEVER, {G(CODE_PASSED), G(WAS_ELIGIBLE)},  {0}, "F-P-07" },
    { {S(ENDED), S(RECORDED)}, E(NEXT_PARTICIPANT),    0,        0,        WHENEVER, {G(CODE_PASSED), G(WAS_ELIGIBLE)},  {0}, "F-P-07" },

    /* Afterwards: the record, the participant's own record, the decision. */
    { {S(ENDED), S(RECORDED)}, E(ADVICE_RECORDED), S(RECORDED), 0,         ALL_RECORDED, {RECORD},                       {0}, "T-P-21" },
    { {S(ENDED)},      E(ADVICE_RECORDED),       S(ENDED),       0,        WHENEVER, {RECORD},                           {0}, "T-P-21" },
    { {S(ENDED), S(RECORDED)}, E(RECORD_UPDATED), PRAP_CALL_STAYS, 0, WHENEVER, {G(IS_LISTED), G(UPDATED_SINCE)},        {0}, "T-P-21" },
    { {S(RECORDED)},   E(DOUBT_DECIDED),         S(RECORDED),    0,        WHENEVER, {DECIDED},                          {0}, "T-P-22, F-P-09" },
    { {S(ENDED)},      E(DOUBT_DECIDED),         S(ENDED),       0,        WHENEVER, {DECIDED},                          {0}, "T-P-22, F-P-09, F-P-10" },
};
/* clang-format on */

enum { ROWS = sizeof rows / sizeof rows[0] };

static size_t length(const uint16_t *list, size_t room) {
    size_t n = 0;
    while (PRAPI_ALWAYS(n < room) && list[n] != 0) n++;
    return n;
}

static bool is_from(const prapi_call_row *row, uint32_t stage) {
    for (size_t i = 0; i < length(row->from, PRAPI_CALL_FROM); i++) {
        if (row->from[i] == stage) return true;
    }
    return false;
}

/* Are all but this one recorded? */
static bool is_last_record(const prap_call *call, uint32_t who) {
    for (uint32_t i = 0; i < call->now.n; i++) {
        if (i != who && call->now.participants[i].recorded_on == PRAP_DAY_NONE) return false;
    }
    return true;
}

static bool fits(const prapi_call_row *row, const prap_call *call, const prapi_call_step *step) {
    if (row->event != step->event || !is_from(row, call->now.stage)) return false;
    const prapi_call_said *choice = &step->said[PRAP_CALL_FACT_AGENT_CHOICE];
    if (row->choice != 0 && (choice->kind != PRAP_VALUE_OPTION || choice->value != row->choice)) return false;
    if (row->left == PRAPI_LEFT_NONE) return prapi_call_left_beside(call, step->who) == 0;
    return row->left == PRAPI_LEFT_ANY || is_last_record(call, step->who);
}

const prapi_call_row *prapi_call_row_of(const prap_call *call, const prapi_call_step *step) {
    for (size_t i = 0; i < ROWS; i++) {
        if (fits(&rows[i], call, step)) return &rows[i];
    }
    return NULL;
}

uint32_t prap_call_move_count(void) {
    return ROWS;
}

prap_status prap_call_move_get(uint32_t i, prap_call_move *ret_move) {
    if (ret_move == NULL) return PRAP_E_NULL;
    const uint32_t size = ret_move->size;
    if (size < sizeof *ret_move) return PRAP_E_SIZE;
    if (i >= ROWS) return PRAP_E_RANGE;
    const prapi_call_row *row = &rows[i];
    memset(ret_move, 0, size);
    *ret_move = (prap_call_move){
        .size = size,
        .event = row->event,
        .to = row->to,
        .otherwise = row->otherwise,
        .choice = row->choice,
        .last = row->left,
        .n_from = (uint32_t)length(row->from, PRAPI_CALL_FROM),
        .n_guards = (uint32_t)length(row->guards, PRAPI_CALL_GUARDS),
        .n_checks = (uint32_t)length(row->checks, PRAPI_CALL_CHECKS),
        .from = row->from,
        .guards = row->guards,
        .checks = row->checks,
        .id = row->id,
    };
    return PRAP_OK;
}
