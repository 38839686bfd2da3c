/* desk.c: a question taken over and checked, and handed to what answers it. */
#include "provider-direct/desk.h"

#include "base/adopt.h"
#include "base/always.h"
#include "base/error.h"
#include "prap/vocabulary.h"
#include "vocabulary/facts.h"

static const struct {
    void (*answer)(prapi_desk *desk);
} asks[] = {
#define X(NAME) [PRAP_DESK_ASK_##NAME] = {prapi_desk_ask_##NAME},
    PRAPI_DESK_ASKS
#undef X
};

int prap_desk_takes(uint32_t ask, uint32_t fact) {
    if (prap_word_by_number(PRAP_WORDS_DESK_ASK, ask) == NULL) return 0;
    return prap_word_by_number(PRAP_WORDS_DESK_FACT, fact) != NULL && prapi_desk_takes(ask, fact);
}

/* What silence about a fact means: a column of desk-facts.def. Where it means no, or that it was done, no row holds of it. */
static uint32_t kind_when_absent(const prap_word *fact) {
    return fact->absent == PRAP_ABSENT_UNKNOWN ? PRAP_VALUE_UNKNOWN : 0;
}

static const prapi_fact_words words = {PRAP_WORDS_DESK_FACT, PRAP_WORDS_DESK_OPTION};

static prap_status take_fact(prapi_desk *desk, size_t i, bool given[]) {
    const prap_fact *fact = &desk->question.facts[i];
    prap_status status = prapi_said_check(words, fact);
    if (prap_word_by_number(words.facts, fact->fact) != NULL) {
        if (!prapi_desk_takes(desk->question.ask, fact->fact)) {
            prapi_said_fail_at(words, fact, i, PRAP_E_RANGE, desk->reterr);
            prapi_error_append(desk->reterr, "; the question does not take it");
            return PRAP_E_RANGE;
        }
        if (given[fact->fact]) status = PRAP_E_TWICE;
        given[fact->fact] = true;
        desk->kinds[fact->fact] = fact->kind;
        desk->values[fact->fact] = fact->value;
    }
    return status == PRAP_OK ? status : prapi_said_fail_at(words, fact, i, status, desk->reterr);
}

static prap_status take_facts(prapi_desk *desk) {
    bool given[PRAPI_DESK_FACT_END] = {false};
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_DESK_FACT); i++) {
        const prap_word *word = prap_word_at(PRAP_WORDS_DESK_FACT, i);
        desk->kinds[word->number] = kind_when_absent(word);
    }
    for (size_t i = 0; i < desk->question.n_facts; i++) {
        const prap_status status = take_fact(desk, i, given);
        if (status != PRAP_OK) return status;
    }
    return PRAP_OK;
}

/* Moments and outages belong to two questions, steps to one; a moment lies on the day asked about. */
static prap_status check_rest(const prapi_desk *desk) {
    const prap_desk_question *question = &desk->question;
    const bool timed = question->ask == PRAP_DESK_ASK_CALL || question->ask == PRAP_DESK_ASK_OUTAGE;
    if (question->on < PRAP_DAY_MIN || question->on > PRAP_DAY_MAX)
        return prapi_fail(desk->reterr, PRAP_E_DAY, "on", prap_status_meaning(PRAP_E_DAY));
    if (!timed && question->at.day != PRAP_DAY_NONE)
        return prapi_fail(desk->reterr, PRAP_E_RANGE, "at", "this question has no moment");
    if (!timed && question->n_outages > 0)
        return prapi_fail(desk->reterr, PRAP_E_RANGE, "outages", "this question has no outages");
    if (question->ask != PRAP_DESK_ASK_CODE && question->n_steps > 0)
        return prapi_fail(desk->reterr, PRAP_E_RANGE, "steps", "this question has no steps");
    if (question->n_steps > PRAP_DESK_STEPS_MAX)
        return prapi_fail(desk->reterr, PRAP_E_LIMIT, "steps", "there are more steps than a code has");
    return PRAP_OK;
}

/* A day that something happened on has come (PD-31, PD-B-F3). Days that are announced are not among these. */
static bool happens(const prap_word *fact) {
    return fact->detail == PRAP_FACT_TYPE_DAY && fact->number != PRAP_DESK_FACT_CODE_FROM &&
           fact->number != PRAP_DESK_FACT_CODE_CHANGED_FROM && fact->number != PRAP_DESK_FACT_WANTED_BY &&
           fact->number != PRAP_DESK_FACT_IN_FORCE_ON;
}

static void look_at_days(prapi_desk *desk) {
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_DESK_FACT); i++) {
        const prap_word *word = prap_word_at(PRAP_WORDS_DESK_FACT, i);
        const prap_day day = prapi_desk_said_day(desk, word->number);
        if (!happens(word) || day == PRAP_DAY_NONE || day <= desk->question.on) continue;
        prap_desk_finding finding = prapi_desk_finding_of(PRAP_DESK_FINDING_DAY_AHEAD, word->number);
        finding.day = day;
        prapi_desk_tell(desk, finding);
    }
}

static prap_status fail(prap_error *reterr, prap_status status, const char *field) {
    return prapi_fail(reterr, status, field, prap_status_meaning(status));
}

static prap_status take(prapi_desk *desk, const prap_desk_question *theirs, size_t answer_bytes) {
    prap_desk_question *ours = &desk->question;
    if (answer_bytes != sizeof desk->answer) return fail(desk->reterr, PRAP_E_SIZE, "answer");
    prap_status status = prapi_adopt(ours, sizeof *ours, theirs, theirs->size, sizeof *ours);
    if (status != PRAP_OK) return fail(desk->reterr, status, "question");
    if ((ours->facts == NULL && ours->n_facts > 0) || (ours->outages == NULL && ours->n_outages > 0) ||
        (ours->steps == NULL && ours->n_steps > 0))
        return fail(desk->reterr, PRAP_E_NULL, "question");
    if (prap_word_by_number(PRAP_WORDS_DESK_ASK, ours->ask) == NULL) return fail(desk->reterr, PRAP_E_WORD, "ask");
    status = prapi_settings_take(desk->settings, desk->given, desk->n_given, desk->reterr);
    if (status == PRAP_OK) status = check_rest(desk);
    if (status == PRAP_OK) status = take_facts(desk);
    return status;
}

prap_status prap_desk_ask(const prap_calendar *calendar, const prap_setting *settings, size_t n_settings,
                          const prap_desk_question *question, prap_visit_desk_finding visit, void *user,
                          prap_desk_answer *ret_answer, prap_error *reterr) {
    static const prap_moment none = PRAP_MOMENT_NONE;
    if (calendar == NULL || question == NULL || ret_answer == NULL || (settings == NULL && n_settings > 0))
        return fail(reterr, PRAP_E_NULL, "");
    prapi_desk desk = {.calendar = calendar, .given = settings, .n_given = n_settings, .visit = visit, .user = user,
                       .reterr = reterr};
    const prap_status status = take(&desk, question, ret_answer->size);
    if (status != PRAP_OK) return status;
    desk.answer = (prap_desk_answer){.size = sizeof desk.answer, .ask = desk.question.ask,
                                     .verdict = PRAP_VERDICT_PERMITTED, .age_days = -1, .earliest = PRAP_DAY_NONE,
                                     .due = PRAP_DAY_NONE, .code_issued = PRAP_DAY_NONE, .code_from = PRAP_DAY_NONE,
                                     .code_until = PRAP_DAY_NONE, .opens = none, .last_usable = none};
    look_at_days(&desk);
    asks[desk.question.ask].answer(&desk);
    if (desk.status == PRAP_OK) *ret_answer = desk.answer;
    return desk.status;
}
