/*
 * security.c: the security checks of Provider Direct: which positions of a code are asked for, what overheard ones are worth,
 * any code and answer, any names; which questions there are; and any check of a participant. Texts have the lengths below,
 * and a code whose positions are chosen up to LONGEST_CODE characters.
 *
 * Part: provider-direct/positions.c provider-direct/access-code.c provider-direct/folding.c provider-direct/questions.c
 *   provider-direct/participant-check.c
 * Define: prapi_text_bytes=strlen
 * Options: -eva-auto-loop-unroll 10 -eva-slevel-function prapi_positions_of:3000,sets:3000,prapi_positions_list:100
 */
#include "any.h"

#include "provider-direct/access-code.h"
#include "provider-direct/folding.h"
#include "provider-direct/positions.h"

enum { LONGEST = 9, LONGEST_CODE = 12, QUESTION_SETS = 64 };

static const size_t lengths[] = {0, 1, 4, LONGEST};

static char bytes[LONGEST], others[LONGEST];
static prap_error error;

static void set(uint32_t mask) {
    uint32_t positions[PRAP_CHALLENGE_POSITIONS];
    prapi_positions_list(mask, positions);
    (void)prapi_count_bits(mask);
}

/* Every set of three. */
static void sets(void) {
    //@ loop unroll 20;
    for (uint32_t a = 0; a < LONGEST_CODE; a++) {
        //@ loop unroll 20;
        for (uint32_t b = a + 1; b < LONGEST_CODE; b++) {
            //@ loop unroll 20;
            for (uint32_t c = b + 1; c < LONGEST_CODE; c++) set(1u << a | 1u << b | 1u << c);
        }
    }
    set(0);
}

static void positions_of(uint32_t length) {
    uint32_t positions[PRAP_CHALLENGE_POSITIONS];
    ANY(positions);
    (void)prapi_positions_of((uint16_t)any_of(0, UINT16_MAX), length);
    (void)prapi_positions_mask(positions, length);
}

static void codes(uint32_t length, uint32_t mask) {
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
        const prap_text code = {LAST(bytes, lengths[i]), lengths[i]}, answer = {LAST(others, lengths[i]), lengths[i]};
        (void)prapi_code_check_form(code, length, answer, MAYBE(error));
        (void)prapi_code_is_right(code, length, mask, answer);
    }
    (void)prapi_code_check_form((prap_text){NULL, 0}, length, (prap_text){bytes, 3}, &error);
}

static void folds(void) {
    prapi_folded one, other;
    ANY(one);
    ANY(other);
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
        (void)prapi_fold((prap_text){LAST(bytes, lengths[i]), lengths[i]}, &one);
        (void)prapi_fold((prap_text){LAST(others, lengths[i]), lengths[i]}, &other);
        (void)prapi_is_same_text(one.letters, other.letters);
    }
}

static void ask(uint32_t unavailable, uint32_t subset) {
    prap_participant_questions ret;
    const prap_setting setting = {PRAP_POLICY_PD_REMAINING, any_int()};
    ret.size = sizeof ret;
    (void)prap_participant_questions_of(unavailable, subset, &setting, 1, &ret, MAYBE(error));
}

static void questions(void) {
    prap_participant_questions ret;
    //@ loop unroll 64;
    for (uint32_t i = 0; i < QUESTION_SETS; i++) {
        ask(i, 1);
        ask(0, i);
        ask(1u << (PRAP_QUESTION_QUALIFICATIONS - 1), i);
    }
    ask(QUESTION_SETS, 0);
    ret.size = any_u32();
    (void)prap_participant_questions_of(QUESTION_SETS, any_u32(), NULL, (size_t)any_of(0, 1), MAYBE(ret), MAYBE(error));
}

static void check(size_t n, size_t n_answers) {
    prap_participant_answer answers[2];
    prap_participant_held held;
    prap_participant_said said;
    prap_participant_check ret;
    const prap_setting setting = {PRAP_POLICY_LMS, any_int()};
    ANY(answers);
    ANY(held);
    ANY(said);
    answers[0].text = (prap_text){LAST(bytes, 2), 2};
    answers[1].text = (prap_text){LAST(others, n), n};
    held.nino = (prap_text){LAST(bytes, LONGEST), LONGEST};
    held.name = (prap_text){LAST(bytes, n), n};
    held.answers = LAST(answers, n_answers);
    held.n = n_answers;
    said.nino = (prap_text){LAST(others, LONGEST), LONGEST};
    said.name = (prap_text){LAST(others, n), n};
    said.answer = (prap_text){LAST(others, n), n};
    ret.size = any_u32();
    (void)prap_participant_check_of(MAYBE(held), MAYBE(said), &setting, 1, MAYBE(ret), MAYBE(error));
    held.n = PRAP_PARTICIPANT_ANSWERS_MAX + 1;
    (void)prap_participant_check_of(&held, &said, NULL, 0, &ret, NULL);
    held.n = n_answers;
    answers[1].text.bytes = NULL;
    (void)prap_participant_check_of(&held, &said, NULL, 0, &ret, NULL);
    said.answer.bytes = NULL;
    (void)prap_participant_check_of(&held, &said, NULL, 0, &ret, NULL);
}

int main(void) {
    ANY(bytes);
    ANY(others);
    error.size = sizeof error;
    sets();
    //@ loop unroll 20;
    for (uint32_t length = PRAP_CODE_LENGTH_MIN; length <= LONGEST_CODE; length++) positions_of(length);
    (void)prap_overheard_chance(PRAP_CODE_LENGTH_MIN - 1, any_u32());
    (void)prap_overheard_chance(LONGEST, any_u32());
    (void)prap_overheard_chance(PRAP_CODE_LENGTH_MAX, any_u32());
    (void)prap_overheard_chance(PRAP_CODE_LENGTH_MAX + 1, any_u32());
    codes(PRAP_CODE_LENGTH_MIN, 7);
    codes(PRAP_CODE_LENGTH_MAX, 7u << (PRAP_CODE_LENGTH_MAX - 3));
    folds();
    questions();
    check(3, 0);
    check(2, 2);
    return 0;
}
