#include "date-agreement.h"

#include <stddef.h>

/* Which computation gives the day of a deadline. Only the contact before the meeting has none: it is the policy's. */
static const struct {
    uint32_t deadline;
    uint32_t computation;
} pairs[] = {
    {PRAP_DEADLINE_ACK, PRAP_COMPUTATION_ACK},         {PRAP_DEADLINE_MEET, PRAP_COMPUTATION_MEET_RECORD},
    {PRAP_DEADLINE_RECORD, PRAP_COMPUTATION_MEET_RECORD}, {PRAP_DEADLINE_AUTO60, PRAP_COMPUTATION_AUTO60},
    {PRAP_DEADLINE_PLAN, PRAP_COMPUTATION_PLAN},       {PRAP_DEADLINE_ALLOT, PRAP_COMPUTATION_ALLOTTED_TIME},
    {PRAP_DEADLINE_WEEKLY, PRAP_COMPUTATION_WEEKLY_OFFER}, {PRAP_DEADLINE_F2F4, PRAP_COMPUTATION_FACE_TO_FACE},
    {PRAP_DEADLINE_MAPPA15, PRAP_COMPUTATION_MAPPA15}, {PRAP_DEADLINE_MAPPA28, PRAP_COMPUTATION_MAPPA28},
};

static bool is_set(const prap_setting *settings, size_t n, uint32_t policy) {
    for (size_t i = 0; i < n; i++)
        if (settings[i].policy == policy) return true;
    return false;
}

const char *date_agreement_complaint(const struct answer_copy *copy, const prap_calendar *calendar,
                                     const prap_setting *settings, size_t n_settings) {
    const prap_summary *summary = &copy->summary;
    const bool in_work = summary->stage == PRAP_STATE_IN_WORK || summary->work_on != PRAP_DAY_NONE;
    for (uint32_t i = 0; i < copy->n_deadlines; i++) {
        const prap_deadline *deadline = &copy->deadlines[i];
        if (deadline->status == PRAP_DEADLINE_STATUS_NOT_DEFINED) continue; /* it has no day */
        for (size_t k = 0; k < sizeof pairs / sizeof *pairs; k++) {
            if (pairs[k].deadline != deadline->deadline) continue;
            const bool ack = deadline->deadline == PRAP_DEADLINE_ACK;
            if (ack && is_set(settings, n_settings, PRAP_POLICY_DAY_CUTOFF)) continue; /* needs the minute */
            prap_date_question question = {.size = sizeof question, .computation = pairs[k].computation};
            question.anchor = question.second = (prap_moment){PRAP_DAY_NONE, PRAP_MINUTE_NONE, PRAP_OFFSET_NONE};
            question.anchor.day = deadline->anchor;
            if (deadline->deadline == PRAP_DEADLINE_AUTO60) {
                question.anchor.day = summary->made_on;
                question.second.day = summary->received_on;
            }
            const bool allot = deadline->deadline == PRAP_DEADLINE_ALLOT;
            if (allot && in_work) question.flags = PRAP_DATE_IN_WORK;
            prap_date_answer answer = {.size = sizeof answer};
            if (prap_date_compute(calendar, settings, n_settings, &question, &answer, NULL) != PRAP_OK)
                return "a deadline has a day that its computation has not";
            const prap_day night = allot && in_work ? 1 : 0; /* the summary does not say who works nights */
            if (deadline->due != answer.due && deadline->due != answer.due + night)
                return "a deadline's day is not its computation's";
            const bool agreed = deadline->deadline == PRAP_DEADLINE_F2F4; /* an interval may be agreed */
            if (!agreed && deadline->prudent != answer.prudent && deadline->prudent != answer.prudent + night)
                return "a prudent day is not its computation's";
            if (deadline->due == answer.due && deadline->last_working_day != answer.last_working_day)
                return "a last working day is not its computation's";
        }
    }
    return NULL;
}
