/*
 * questions.c: which of the six questions can be asked, and which first.
 *
 * rule PD-29: decided by question qualifications and question employment-history
 * rule PD-28-B1: decided by question payment-group
 * rule PD-28-B2: decided by question referring-officer
 * rule PD-28-B3: decided by question employment-history
 * rule PD-28-B4: decided by question qualifications
 * rule PD-28-B5: decided by question signing-day-cycle
 * rule PD-28-B6: decided by question referral-date
 */
#include "prap/participant-check.h"
#include "prap/vocabulary.h"

#include "base/error.h"
#include "catalogue/rules.h"
#include "vocabulary/vocabulary.h"

enum { QUESTIONS = 6 };

#define BIT(QUESTION) (1u << (PRAP_QUESTION_##QUESTION - 1))
#define ALL           ((1u << QUESTIONS) - 1)

/* AMB-32: what a person may not have. */
static const uint32_t may_not_exist = BIT(EMPLOYMENT_HISTORY) | BIT(QUALIFICATIONS);

static void put_those(uint32_t which, prap_participant_questions *ret) {
    for (uint32_t i = 0; i < QUESTIONS; i++) {
        if ((which >> i & 1) != 0) ret->questions[ret->n++] = i + 1;
    }
}

prap_status prap_participant_questions_of(uint32_t unavailable, uint32_t subset, const prap_setting *settings,
                                          size_t n, prap_participant_questions *ret_questions,
                                          prap_error *reterr) {
    int32_t values[PRAPI_POLICY_END];
    if (ret_questions == NULL || (settings == NULL && n != 0)) {
        return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    }
    if (ret_questions->size < sizeof *ret_questions) {
        return prapi_fail(reterr, PRAP_E_SIZE, "", "the answer's size is one this library cannot adopt");
    }
    if ((unavailable | subset) > ALL) {
        return prapi_fail(reterr, PRAP_E_WORD, "unavailable", "there are six questions");
    }
    const prap_status status = prapi_settings_take(values, settings, n, reterr);
    if (status != PRAP_OK) return status;
    const bool by_host = values[PRAP_POLICY_PD_REMAINING] == PRAP_CHOICE_HOST_SUBSET;
    const bool apart = (unavailable & may_not_exist) != 0;
    if (apart && by_host && subset == 0) {
        return prapi_fail(reterr, PRAP_E_REQUIRED, "subset",
                          "which questions are asked first is for the host to say");
    }
    uint32_t first = by_host ? subset : ALL & ~may_not_exist;
    if (!apart) first = ALL;
    prap_participant_questions ret = {.size = ret_questions->size,
                                      .rule = unavailable != 0 ? PRAPI_RULE_PD_29 : PRAPI_RULE_PD_28b,
                                      .prepare = QUESTIONS};
    put_those(first & ~unavailable, &ret);
    ret.first = ret.n;
    put_those(ALL & ~first & ~unavailable, &ret);
    *ret_questions = ret;
    return PRAP_OK;
}
