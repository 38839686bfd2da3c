/*
 * participant-check.c: number, name and one answer, and all of them right (AMB-31).
 *
 * Everything is read before anything is compared, so that what has not its form is told apart from what is
 * wrong; then all three comparisons are made, and only what they come to is looked at.
 *
 * rule PD-27, PD-28a, PD-28b: decided by question payment-group
 */
#include "prap/participant-check.h"

#include "prap/vocabulary.h"

#include "base/error.h"
#include "base/secret.h"
#include "base/text.h"
#include "catalogue/rules.h"
#include "provider-direct/folding.h"
#include "base/nino.h"
#include "vocabulary/vocabulary.h"

/* One check under way. Holds secrets: wiped when it is over. */
typedef struct checking {
    const prap_participant_held *held;
    const prap_participant_said *said;
    int32_t settings[PRAPI_POLICY_END];
    prap_error *reterr;
    prapi_mask nino_right;
    prapi_mask name_right;
    prapi_mask answer_right;
    uint32_t nino[2][PRAPI_NINO_CHARACTERS];
    prapi_folded folded[2];
} checking;

static prap_status read_nino(checking *on, prap_text text, const char *field, uint32_t *ret_characters) {
    if (text.n == 0)
        return prapi_fail(on->reterr, PRAP_E_REQUIRED, field, "a National Insurance number is asked for");
    const bool good =
        text.n <= PRAPI_NINO_BYTES && prapi_secret_reveal(prapi_nino_read(text, ret_characters));
    if (good) return PRAP_OK;
    return prapi_fail(on->reterr, PRAP_E_TEXT, field, "it has not the form of a National Insurance number");
}

static prap_status read_text(checking *on, prap_text text, const char *field, prapi_folded *ret_folded) {
    if (text.n == 0) return prapi_fail(on->reterr, PRAP_E_REQUIRED, field, "the text is empty");
    const bool good =
        text.n <= PRAP_PARTICIPANT_TEXT_BYTES && prapi_secret_reveal(prapi_fold(text, ret_folded));
    if (good) return PRAP_OK;
    return prapi_fail(on->reterr, PRAP_E_TEXT, field,
                      "a text is at most 200 bytes of printable UTF-8 with at least one letter or digit");
}

/* rule PD-28-N1, PD-28-EX: decided by question referral-date */
static prap_status check_referral_date(checking *on) {
    const prap_day lms = on->held->lms_date, said = on->said->answer_on;
    if (lms == PRAP_DAY_NONE) {
        return prapi_fail(on->reterr, PRAP_E_REQUIRED, "held.lms_date",
                          "no answer is held: ask another question");
    }
    if (said == PRAP_DAY_NONE)
        return prapi_fail(on->reterr, PRAP_E_REQUIRED, "answer_on", "the answer is a day");
    if (lms < PRAP_DAY_MIN || lms >= PRAP_DAY_MAX) {
        return prapi_fail(on->reterr, PRAP_E_DAY, "held.lms_date", prap_status_meaning(PRAP_E_DAY));
    }
    if (said < PRAP_DAY_MIN || said > PRAP_DAY_MAX) {
        return prapi_fail(on->reterr, PRAP_E_DAY, "answer_on", prap_status_meaning(PRAP_E_DAY));
    }
    const prapi_mask either = prapi_is_equal((uint32_t)on->settings[PRAP_POLICY_LMS], PRAP_CHOICE_EITHER);
    on->answer_right = prapi_is_equal((uint32_t)said, (uint32_t)lms + 1) |
                       (either & prapi_is_equal((uint32_t)said, (uint32_t)lms));
    return PRAP_OK;
}

/* Of the officer name or initials will do, whichever of them is held; initials against initials prove
 * nothing. */
static prapi_mask is_right(const checking *on) {
    const prapi_folded *const held = &on->folded[0], *const said = &on->folded[1];
    const prapi_mask initials =
        prapi_is_same_text(held->letters, said->initials) | prapi_is_same_text(held->initials, said->letters);
    const prapi_mask officer = prapi_is_equal(on->said->question, PRAP_QUESTION_REFERRING_OFFICER);
    return prapi_is_same_text(held->letters, said->letters) | (officer & initials);
}

static prap_status check_answer(checking *on) {
    if (on->said->question == PRAP_QUESTION_REFERRAL_DATE) return check_referral_date(on);
    prap_status status = read_text(on, on->said->answer, "answer", &on->folded[1]);
    bool held = false;
    for (size_t i = 0; status == PRAP_OK && i < on->held->n; i++) {
        const prap_participant_answer *const answer = &on->held->answers[i];
        if (answer->question != on->said->question) continue;
        held = true;
        status = read_text(on, answer->text, "held.answers", &on->folded[0]);
        on->answer_right |= is_right(on);
    }
    if (status != PRAP_OK || held) return status;
    return prapi_fail(on->reterr, PRAP_E_REQUIRED, "held.answers", "no answer is held: ask another question");
}

static prap_status check_person(checking *on) {
    uint32_t difference = 0;
    prap_status status = read_nino(on, on->held->nino, "held.nino", on->nino[0]);
    if (status == PRAP_OK) status = read_nino(on, on->said->nino, "nino", on->nino[1]);
    if (status == PRAP_OK) status = read_text(on, on->held->name, "held.name", &on->folded[0]);
    if (status == PRAP_OK) status = read_text(on, on->said->name, "name", &on->folded[1]);
    if (status != PRAP_OK) return status;
    for (size_t i = 0; i < PRAPI_NINO_CHARACTERS; i++)
        difference |= on->nino[0][i] ^ on->nino[1][i];
    on->nino_right = prapi_is_zero(difference);
    on->name_right = prapi_is_same_text(on->folded[0].letters, on->folded[1].letters);
    return PRAP_OK;
}

static bool is_missing(prap_text text) {
    return text.bytes == NULL && text.n != 0;
}

static prap_status check_held_answer(const prap_participant_answer *answer, prap_error *reterr) {
    if (answer->size != sizeof *answer) {
        return prapi_fail(reterr, PRAP_E_SIZE, "held.answers", "a struct's size is one this library cannot adopt");
    }
    const bool known = prap_word_by_number(PRAP_WORDS_QUESTION, answer->question) != NULL;
    if (!known || answer->question == PRAP_QUESTION_REFERRAL_DATE) {
        return prapi_fail(reterr, PRAP_E_WORD, "held.answers", "an answer is to one of five questions in words");
    }
    if (answer->text.bytes == NULL) return prapi_fail(reterr, PRAP_E_NULL, "held.answers", "a text is missing");
    return PRAP_OK;
}

static prap_status check_arguments(const checking *on) {
    const prap_participant_held *const held = on->held;
    const prap_participant_said *const said = on->said;
    if (held->size < sizeof *held || said->size < sizeof *said) {
        return prapi_fail(on->reterr, PRAP_E_SIZE, "", "a struct's size is one this library cannot adopt");
    }
    const bool missing = is_missing(held->nino) || is_missing(held->name) || is_missing(said->nino) ||
                         is_missing(said->name) || is_missing(said->answer) || (held->answers == NULL && held->n != 0);
    if (missing) return prapi_fail(on->reterr, PRAP_E_NULL, "", "a text is missing");
    if (prap_word_by_number(PRAP_WORDS_QUESTION, said->question) == NULL) {
        return prapi_fail(on->reterr, PRAP_E_WORD, "question", "there are six questions");
    }
    if (said->tell > 1) return prapi_fail(on->reterr, PRAP_E_RANGE, "tell", "tell is 0 or 1");
    if (held->n > PRAP_PARTICIPANT_ANSWERS_MAX) {
        return prapi_fail(on->reterr, PRAP_E_LIMIT, "held.answers", "there are at most 64 answers");
    }
    prap_status status = PRAP_OK;
    for (size_t i = 0; status == PRAP_OK && i < held->n; i++) status = check_held_answer(&held->answers[i], on->reterr);
    return status;
}

static uint32_t told(const checking *on, prapi_mask right) {
    if (on->said->tell == 0) return 0;
    return prapi_secret_reveal(right) ? PRAP_VALUE_YES : PRAP_VALUE_NO;
}

/* Kept out of its caller, so that all of its frame is below what prapi_wipe_stack overwrites. */
#if defined(__GNUC__)
__attribute__((noinline))
#endif
static prap_status
check(const prap_participant_held *held, const prap_participant_said *said, const prap_setting *settings,
      size_t n, prap_participant_check *ret_check, prap_error *reterr) {
    checking on = {.held = held, .said = said, .reterr = reterr};
    prap_status status = check_arguments(&on);
    if (status == PRAP_OK) status = prapi_settings_take(on.settings, settings, n, reterr);
    if (status == PRAP_OK) status = check_person(&on);
    if (status == PRAP_OK) status = check_answer(&on);
    if (status == PRAP_OK) {
        const bool passed = prapi_secret_reveal(on.nino_right & on.name_right & on.answer_right);
        *ret_check = (prap_participant_check){.size = ret_check->size,
                                              .passed = passed,
                                              .rule = passed ? PRAPI_RULE_PD_28a : PRAPI_RULE_PD_30,
                                              .nino_right = told(&on, on.nino_right),
                                              .name_right = told(&on, on.name_right),
                                              .answer_right = told(&on, on.answer_right)};
    }
    prapi_wipe(&on, sizeof on); /* MUT-EQUIV: prapi_wipe_stack, which comes next, overwrites the same bytes */
    return status;
}

prap_status prap_participant_check_of(const prap_participant_held *held, const prap_participant_said *said,
                                      const prap_setting *settings, size_t n,
                                      prap_participant_check *ret_check, prap_error *reterr) {
    if (held == NULL || said == NULL || ret_check == NULL || (settings == NULL && n != 0)) {
        return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    }
    if (ret_check->size < sizeof *ret_check) {
        return prapi_fail(reterr, PRAP_E_SIZE, "", "the answer's size is one this library cannot adopt");
    }
    const prap_status status = check(held, said, settings, n, ret_check, reterr);
    prapi_wipe_stack();
    return status;
}
