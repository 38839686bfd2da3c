/* answer.c: the handle that carries an answer, and how it is read. */
#include <string.h>

#include "prap/vocabulary.h"

#include "base/adopt.h"
#include "base/always.h"
#include "referral/answer.h"

prap_status prap_answer_create(const prap_allocator *allocator, prap_answer **ret_answer) {
    if (allocator == NULL || ret_answer == NULL) return PRAP_E_NULL;
    prap_allocator ours;
    const prap_status status = prapi_adopt(&ours, sizeof ours, allocator, allocator->size, sizeof(prap_allocator));
    if (status != PRAP_OK) return status;
    if (ours.allocate == NULL || ours.release == NULL) return PRAP_E_NULL;
    prap_answer *answer = ours.allocate(ours.user, sizeof *answer);
    if (answer == NULL) return PRAP_E_NOMEM;
    answer->allocator = allocator;
    prapi_answer_clear(answer);
    *ret_answer = answer;
    return PRAP_OK;
}

void prap_answer_destroy(prap_answer *answer) {
    if (answer == NULL) return;
    const prap_allocator *allocator = answer->allocator;
    allocator->release(allocator->user, answer, sizeof *answer);
}

static const prap_summary nothing_known = {
    .size = sizeof nothing_known,
    .feed = PRAP_FEED_NOT_OPEN,
    .as_of = PRAP_DAY_NONE,
    .received_on = PRAP_DAY_NONE,
    .made_on = PRAP_DAY_NONE,
    .acknowledged_on = PRAP_DAY_NONE,
    .attended_on = PRAP_DAY_NONE,
    .start_on = PRAP_DAY_NONE,
    .ended_on = PRAP_DAY_NONE,
    .on = PRAP_DAY_NONE,
    .entered_on = PRAP_DAY_NONE,
    .plan_on = PRAP_DAY_NONE,
    .meeting_on = PRAP_DAY_NONE,
    .handed_over_on = PRAP_DAY_NONE,
    .work_on = PRAP_DAY_NONE,
    .face_to_face_on = PRAP_DAY_NONE,
    .needs_complete_on = PRAP_DAY_NONE,
    .approved_on = PRAP_DAY_NONE,
    .backed_out_on = PRAP_DAY_NONE,
    .end_on = PRAP_DAY_NONE,
};

void prapi_answer_clear(prap_answer *answer) {
    answer->n_reasons = 0;
    answer->n_deadlines = 0;
    answer->n_notices = 0;
    answer->n_settings = 0;
    answer->programme = NULL;
    answer->scenario = 0;
    answer->summary = nothing_known;
}

void prapi_answer_notice(prap_answer *answer, uint32_t notice, uint32_t fact, prap_day due) {
    if (PRAPI_NEVER(answer->n_notices >= PRAPI_NOTICES_MAX)) return;
    const prap_word *word = prap_word_by_number(PRAP_WORDS_NOTICE, notice);
    const uint32_t kind = word->rule != 0 ? PRAP_WORDS_NOTICE : PRAP_WORDS_FACT;
    const uint32_t number = word->rule != 0 ? notice : fact;
    uint32_t rule;
    if (!prapi_programme_cites(answer->programme, kind, number, answer->scenario, &rule)) return;
    answer->notices[answer->n_notices++] = (prap_notice){
        .size = sizeof(prap_notice),
        .notice = notice,
        .rule = rule,
        .severity = word->detail,
        .recipient = word->absent,
        .fact = fact,
        .due = due,
        .means = prap_notice_kind_by_number(notice)->means,
    };
}

const prap_summary *prap_answer_summary(const prap_answer *answer) {
    return answer == NULL ? NULL : &answer->summary;
}

uint32_t prap_summary_region(const prap_summary *summary, uint32_t region) {
    static const uint16_t at[PRAPI_REGION_END] = {
        [PRAP_REGION_MAPPA] = offsetof(prap_summary, mappa),
        [PRAP_REGION_PRAP14] = offsetof(prap_summary, prap14),
        [PRAP_REGION_ERROR] = offsetof(prap_summary, error),
        [PRAP_REGION_CHANNEL] = offsetof(prap_summary, channel),
        [PRAP_REGION_REFERRAL_KIND] = offsetof(prap_summary, referral_kind),
        [PRAP_REGION_SCENARIO] = offsetof(prap_summary, scenario),
        [PRAP_REGION_MANDATION] = offsetof(prap_summary, mandation),
        [PRAP_REGION_APPOINTMENT] = offsetof(prap_summary, appointment),
        [PRAP_REGION_ENGAGEMENT] = offsetof(prap_summary, engagement),
        [PRAP_REGION_DECISION] = offsetof(prap_summary, decision),
        [PRAP_REGION_REFERENCE] = offsetof(prap_summary, reference),
        [PRAP_REGION_OUTAGE] = offsetof(prap_summary, outage),
        [PRAP_REGION_MISDIRECTION] = offsetof(prap_summary, misdirection),
        [PRAP_REGION_ERASURE] = offsetof(prap_summary, erasure),
    };
    if (summary == NULL || region == 0 || region >= PRAPI_REGION_END) return 0;
    uint32_t word;
    memcpy(&word, (const char *)summary + at[region], sizeof word);
    return word;
}

uint32_t prap_answer_reason_count(const prap_answer *answer) {
    return answer == NULL ? 0 : answer->n_reasons;
}

const prap_reason *prap_answer_reason_at(const prap_answer *answer, uint32_t i) {
    return i < prap_answer_reason_count(answer) ? &answer->reasons[i] : NULL;
}

uint32_t prap_answer_deadline_count(const prap_answer *answer) {
    return answer == NULL ? 0 : answer->n_deadlines;
}

const prap_deadline *prap_answer_deadline_at(const prap_answer *answer, uint32_t i) {
    return i < prap_answer_deadline_count(answer) ? &answer->deadlines[i] : NULL;
}

uint32_t prap_answer_notice_count(const prap_answer *answer) {
    return answer == NULL ? 0 : answer->n_notices;
}

const prap_notice *prap_answer_notice_at(const prap_answer *answer, uint32_t i) {
    return i < prap_answer_notice_count(answer) ? &answer->notices[i] : NULL;
}

uint32_t prap_answer_setting_count(const prap_answer *answer) {
    return answer == NULL ? 0 : answer->n_settings;
}

const prap_setting *prap_answer_setting_at(const prap_answer *answer, uint32_t i) {
    return i < prap_answer_setting_count(answer) ? &answer->settings[i] : NULL;
}
