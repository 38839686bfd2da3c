/* desk-driver.c: see desk-driver.h. */
#include "desk-driver.h"

#include <string.h>

#include "prap/prap.h"

enum { MOST_FACTS = 128, MOST_STEPS = 24, MOST_WINDOWS = 3 };

/* A question with room for all that it borrows. */
struct drawn {
    prap_desk_question question;
    prap_fact facts[MOST_FACTS];
    prap_code_step steps[MOST_STEPS];
    prap_window windows[MOST_WINDOWS];
    prap_setting settings[3];
    size_t n_settings;
};

/* What was heard of an answer. */
struct heard {
    uint32_t n;
    bool forbidden, undecided, silent;
    const char *wrong;
};

/* Mostly days of 2015 and 2016, so that those of one question are near each other; now and then any at all. */
static prap_day draw_day(struct chooser *chooser) {
    if (once_in(chooser, 40)) return choose(chooser, 2) == 0 ? PRAP_DAY_MAX - (prap_day)choose(chooser, 40) : PRAP_DAY_MIN;
    return 16730 + (prap_day)choose(chooser, 120);
}

static prap_moment draw_moment(struct chooser *chooser, prap_day day) {
    const int32_t offset = once_in(chooser, 3) ? 60 * (int32_t)choose(chooser, 2) : PRAP_OFFSET_NONE;
    return (prap_moment){day, once_in(chooser, 8) ? PRAP_MINUTE_NONE : (int32_t)choose(chooser, 1440), offset};
}

static prap_fact draw_value(struct chooser *chooser, const prap_word *fact) {
    prap_fact drawn = {fact->number, PRAP_VALUE_UNKNOWN, 0};
    if (once_in(chooser, 5)) return drawn;
    switch (fact->detail) {
    case PRAP_FACT_TYPE_TRISTATE: drawn.kind = choose(chooser, 2) == 0 ? PRAP_VALUE_NO : PRAP_VALUE_YES; break;
    case PRAP_FACT_TYPE_NUMBER:
        drawn.kind = PRAP_VALUE_NUMBER;
        drawn.value = once_in(chooser, 6) ? INT32_MAX : choose(chooser, 35);
        break;
    case PRAP_FACT_TYPE_DAY:
        drawn.kind = PRAP_VALUE_DAY;
        drawn.value = draw_day(chooser);
        break;
    default:
        drawn.kind = PRAP_VALUE_OPTION;
        do drawn.value = 1 + (int64_t)choose(chooser, prap_word_count(PRAP_WORDS_DESK_OPTION));
        while (!chooser_is_done(chooser) &&
               prap_word_by_number(PRAP_WORDS_DESK_OPTION, (uint32_t)drawn.value)->detail != fact->number);
    }
    return drawn;
}

static void draw_settings(struct chooser *chooser, struct drawn *drawn) {
    static const int32_t advice[] = {PRAP_CHOICE_DO_NOT_RAISE, PRAP_CHOICE_RAISE, PRAP_CHOICE_ASK};
    if (once_in(chooser, 2)) return;
    drawn->settings[0] = (prap_setting){PRAP_POLICY_PD_DORMANT_CHANGED, advice[choose(chooser, 3)]};
    drawn->settings[1] = (prap_setting){PRAP_POLICY_PRE01_NEEDS_CALL, once_in(chooser, 2) ? PRAP_CHOICE_NO : PRAP_CHOICE_YES};
    drawn->settings[2] = (prap_setting){PRAP_POLICY_PD_RECENT_DAYS, (int32_t)choose(chooser, 100)};
    drawn->n_settings = 3;
}

static void draw_steps(struct chooser *chooser, struct drawn *drawn) {
    prap_day on = 16764 - (prap_day)choose(chooser, 3); /* about 25 November 2015, a last Wednesday */
    for (size_t n = choose(chooser, MOST_STEPS); n > 0 && !chooser_is_done(chooser); n--) {
        const uint32_t step = drawn->question.n_steps == 0 && !once_in(chooser, 8)
                                  ? PRAP_CODE_STEP_ISSUED
                                  : 1 + choose(chooser, prap_word_count(PRAP_WORDS_CODE_STEP));
        const bool by_dwp = step == PRAP_CODE_STEP_ISSUED || step == PRAP_CODE_STEP_CHANGE_DECIDED;
        drawn->steps[drawn->question.n_steps++] = (prap_code_step){step, on, by_dwp ? 0 : 1 + choose(chooser, 2)};
        on += (prap_day)choose(chooser, 6);
    }
}

static void draw(struct chooser *chooser, struct drawn *drawn) {
    memset(drawn, 0, sizeof *drawn);
    drawn->question = (prap_desk_question){.size = sizeof drawn->question,
                                           .ask = 1 + choose(chooser, prap_word_count(PRAP_WORDS_DESK_ASK)),
                                           .on = draw_day(chooser), .at = PRAP_MOMENT_NONE, .facts = drawn->facts,
                                           .outages = drawn->windows, .steps = drawn->steps};
    const uint32_t ask = drawn->question.ask, sparse = 1 + choose(chooser, 4);
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_DESK_FACT); i++) {
        const prap_word *fact = prap_word_at(PRAP_WORDS_DESK_FACT, i);
        if (!prap_desk_takes(ask, fact->number) || once_in(chooser, 1 + sparse)) continue;
        drawn->facts[drawn->question.n_facts++] = draw_value(chooser, fact);
    }
    if (ask == PRAP_DESK_ASK_CALL || ask == PRAP_DESK_ASK_OUTAGE) {
        if (!once_in(chooser, 4)) drawn->question.at = draw_moment(chooser, drawn->question.on);
        for (size_t n = choose(chooser, MOST_WINDOWS); n > 0; n--) {
            const prap_day from = drawn->question.on - (prap_day)choose(chooser, 3);
            drawn->windows[drawn->question.n_outages++] = (prap_window){draw_moment(chooser, from),
                                                                        draw_moment(chooser, from + (prap_day)choose(chooser, 4))};
        }
    }
    if (ask == PRAP_DESK_ASK_CODE) draw_steps(chooser, drawn);
    draw_settings(chooser, drawn);
}

static prap_status hear(void *user, const prap_desk_finding *finding) {
    struct heard *heard = user;
    const prap_word *word = prap_word_by_number(PRAP_WORDS_DESK_FINDING, finding->finding);
    heard->n++;
    heard->forbidden = heard->forbidden || finding->severity == PRAP_SEVERITY_FORBIDDEN;
    heard->undecided = heard->undecided || finding->severity == PRAP_SEVERITY_UNDECIDED;
    heard->silent = heard->silent || finding->severity == PRAP_SEVERITY_TEXT_SILENT;
    if (word == NULL) heard->wrong = "a finding is no word";
    else if (prap_rule_by_number(finding->rule) == NULL) heard->wrong = "a finding cites no rule";
    else if (prap_word_by_number(PRAP_WORDS_SEVERITY, finding->severity) == NULL) heard->wrong = "a finding has no severity";
    else if (finding->severity == PRAP_SEVERITY_FORBIDDEN && word->detail != PRAP_SEVERITY_FORBIDDEN)
        heard->wrong = "a finding bars more than its row";
    return PRAP_OK;
}

static prap_status ask(const struct drawn *drawn, struct heard *heard, prap_desk_answer *ret) {
    memset(heard, 0, sizeof *heard);
    memset(ret, 0, sizeof *ret);
    ret->size = sizeof *ret;
    prap_error error = {.size = sizeof error};
    return prap_desk_ask(prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), drawn->settings, drawn->n_settings,
                         &drawn->question, hear, heard, ret, &error);
}

static bool is_status_of_the_contract(prap_status status) {
    static const prap_status statuses[] = {PRAP_OK, PRAP_E_WORD, PRAP_E_TYPE, PRAP_E_DAY, PRAP_E_RANGE, PRAP_E_ORDER,
                                           PRAP_E_COVERAGE, PRAP_E_GAP, PRAP_E_REPEATED, PRAP_E_REQUIRED};
    for (size_t i = 0; i < sizeof statuses / sizeof statuses[0]; i++) {
        if (statuses[i] == status) return true;
    }
    return false;
}

/* The verdict is what the findings say, and the outcome is a word. */
static const char *check_answer(const prap_desk_answer *answer, const struct heard *heard) {
    const uint32_t verdict = heard->forbidden   ? PRAP_VERDICT_REFUSED
                             : heard->undecided ? PRAP_VERDICT_UNDECIDED
                             : heard->silent    ? PRAP_VERDICT_TEXT_SILENT
                                                : PRAP_VERDICT_PERMITTED;
    if (heard->wrong != NULL) return heard->wrong;
    if (answer->findings != heard->n) return "findings are miscounted";
    if (answer->verdict != verdict) return "the verdict is not that of the findings";
    if (prap_word_by_number(PRAP_WORDS_DESK_OUTCOME, answer->outcome) == NULL) return "an answer without an outcome";
    return NULL;
}

static const prap_fact *said(const struct drawn *drawn, uint32_t fact) {
    for (size_t i = 0; i < drawn->question.n_facts; i++) {
        if (drawn->facts[i].fact == fact) return &drawn->facts[i];
    }
    return NULL;
}

/* F-P-01, F-P-02: whoever may be asked about is said to be none of the three. */
static const char *check_call(const struct drawn *drawn, const prap_desk_answer *answer) {
    static const uint32_t bars[] = {PRAP_DESK_FACT_MAPPA, PRAP_DESK_FACT_SCR, PRAP_DESK_FACT_UNIVERSAL_CREDIT};
    if (answer->outcome != PRAP_DESK_OUTCOME_TO_CALL && answer->outcome != PRAP_DESK_OUTCOME_NO_CALL_ADVISED) return NULL;
    for (size_t i = 0; i < sizeof bars / sizeof bars[0]; i++) {
        const prap_fact *fact = said(drawn, bars[i]);
        if (fact == NULL || fact->kind != PRAP_VALUE_NO) return "someone may be asked about though it is not said that they may";
    }
    return NULL;
}

/*
 * What is answered without a fact being known is answered the same whatever it turns out to be: one unknown tristate is
 * made known. Of a security event and a record unknown means something of its own: a doubt, or a gap.
 */
static const char *check_completion(struct chooser *chooser, const struct drawn *drawn, const prap_desk_answer *answer) {
    const uint32_t ask_of = drawn->question.ask;
    struct drawn more = *drawn;
    struct heard heard;
    prap_desk_answer known;
    if (ask_of != PRAP_DESK_ASK_MAY_CALL && ask_of != PRAP_DESK_ASK_ADVICE && ask_of != PRAP_DESK_ASK_SERVICE) return NULL;
    more.question.facts = more.facts;
    for (size_t i = 0; i < drawn->question.n_facts; i++) {
        const prap_word *word = prap_word_by_number(PRAP_WORDS_DESK_FACT, more.facts[i].fact);
        if (more.facts[i].kind != PRAP_VALUE_UNKNOWN || word->detail != PRAP_FACT_TYPE_TRISTATE) continue;
        more.facts[i].kind = choose(chooser, 2) == 0 ? PRAP_VALUE_NO : PRAP_VALUE_YES;
        break;
    }
    if (ask(&more, &heard, &known) != PRAP_OK) return "what is known cannot be asked";
    if (answer->verdict == PRAP_VERDICT_REFUSED && known.verdict != PRAP_VERDICT_REFUSED)
        return "what was forbidden is not once more is known";
    if (answer->outcome != PRAP_DESK_OUTCOME_UNDECIDED && answer->outcome != PRAP_DESK_OUTCOME_NO_ADVICE &&
        answer->outcome != known.outcome)
        return "what was settled is otherwise once more is known";
    return NULL;
}

/* A code as of a day: what happens later is not seen. */
static const char *check_as_of(const struct drawn *drawn, const prap_desk_answer *answer) {
    struct drawn sooner = *drawn;
    struct heard heard;
    prap_desk_answer seen;
    if (drawn->question.ask != PRAP_DESK_ASK_CODE) return NULL;
    sooner.question.facts = sooner.facts;
    sooner.question.steps = sooner.steps;
    while (sooner.question.n_steps > 0 && sooner.steps[sooner.question.n_steps - 1].on > drawn->question.on)
        sooner.question.n_steps--;
    if (ask(&sooner, &heard, &seen) != PRAP_OK) return "fewer steps cannot be asked";
    return memcmp(answer, &seen, sizeof seen) == 0 ? NULL : "a step is seen before its day";
}

const char *desk_driver_ask(struct chooser *chooser) {
    struct drawn drawn;
    struct heard heard;
    prap_desk_answer answer, silent = {.size = sizeof silent};
    draw(chooser, &drawn);
    const prap_status status = ask(&drawn, &heard, &answer);
    if (!is_status_of_the_contract(status)) return "a status that is not of the contract";
    if (prap_desk_ask(prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), drawn.settings, drawn.n_settings,
                      &drawn.question, NULL, NULL, &silent, NULL) != status)
        return "unheard it is answered otherwise";
    if (status != PRAP_OK) return answer.outcome == 0 ? NULL : "a failure has written an answer";
    if (memcmp(&answer, &silent, sizeof answer) != 0) return "unheard it is answered otherwise";
    const char *wrong = check_answer(&answer, &heard);
    if (wrong == NULL && drawn.question.ask == PRAP_DESK_ASK_MAY_CALL) wrong = check_call(&drawn, &answer);
    if (wrong == NULL) wrong = check_completion(chooser, &drawn, &answer);
    return wrong != NULL ? wrong : check_as_of(&drawn, &answer);
}
