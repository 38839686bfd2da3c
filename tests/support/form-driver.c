/* form-driver.c: see form-driver.h. */
#include "form-driver.h"

#include <string.h>

#include "prap/prap.h"

enum { MOST_FACTS = 64, MOST_WINDOWS = 4, MOST_DAYS = 6 };

/* What was heard of an answer. */
struct heard {
    uint32_t n, missing;
    bool forbidden, undecided, silent;
    const char *wrong;
};

static void hear_severity(struct heard *heard, uint32_t severity, uint32_t rule) {
    heard->n++;
    heard->forbidden = heard->forbidden || severity == PRAP_SEVERITY_FORBIDDEN;
    heard->undecided = heard->undecided || severity == PRAP_SEVERITY_UNDECIDED;
    heard->silent = heard->silent || severity == PRAP_SEVERITY_TEXT_SILENT;
    if (prap_rule_by_number(rule) == NULL) heard->wrong = "a finding cites no rule";
}

static uint32_t verdict_of(const struct heard *heard) {
    return heard->forbidden   ? PRAP_VERDICT_REFUSED
           : heard->undecided ? PRAP_VERDICT_UNDECIDED
           : heard->silent    ? PRAP_VERDICT_TEXT_SILENT
                              : PRAP_VERDICT_PERMITTED;
}

/* Mostly days of 2021, near each other; now and then any at all. */
static prap_day draw_day(struct chooser *chooser) {
    if (once_in(chooser, 40)) return choose(chooser, 2) == 0 ? PRAP_DAY_MAX - (prap_day)choose(chooser, 40) : PRAP_DAY_MIN;
    return 18700 + (prap_day)choose(chooser, 60);
}

static prap_fact draw_fact(struct chooser *chooser, const prap_word *fact) {
    prap_fact drawn = {fact->number, PRAP_VALUE_UNKNOWN, 0};
    if (once_in(chooser, 6)) return drawn;
    switch (fact->detail) {
    case PRAP_FACT_TYPE_TRISTATE: drawn.kind = once_in(chooser, 3) ? PRAP_VALUE_NO : PRAP_VALUE_YES; break;
    case PRAP_FACT_TYPE_NUMBER:
        drawn.kind = PRAP_VALUE_NUMBER;
        drawn.value = once_in(chooser, 6) ? INT32_MAX : choose(chooser, 20);
        break;
    case PRAP_FACT_TYPE_DAY:
        drawn.kind = PRAP_VALUE_DAY;
        drawn.value = draw_day(chooser);
        break;
    default:
        drawn.kind = PRAP_VALUE_OPTION;
        do drawn.value = 1 + (int64_t)choose(chooser, prap_word_count(PRAP_WORDS_FORM_OPTION));
        while (!chooser_is_done(chooser) &&
               prap_word_by_number(PRAP_WORDS_FORM_OPTION, (uint32_t)drawn.value)->detail != fact->number);
    }
    return drawn;
}

static prap_status hear_form(void *user, const prap_form_finding *finding) {
    struct heard *heard = user;
    hear_severity(heard, finding->severity, finding->rule);
    heard->missing += finding->finding == PRAP_FORM_FINDING_FIELD_MISSING;
    if (prap_form_finding_cure(finding->finding) == NULL) heard->wrong = "a finding is no word";
    return PRAP_OK;
}

static prap_status ask_form(const prap_form_question *question, const prap_setting *settings, size_t n,
                            struct heard *heard, prap_form_answer *ret) {
    memset(heard, 0, sizeof *heard);
    memset(ret, 0, sizeof *ret);
    ret->size = sizeof *ret;
    return prap_form_ask(prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), settings, n, question, hear_form, heard,
                         ret, NULL);
}

static const char *check_form(const prap_form_question *question, const struct heard *heard, const prap_form_answer *answer) {
    if (heard->wrong != NULL) return heard->wrong;
    if (answer->findings != heard->n || answer->n_missing != heard->missing) return "findings are miscounted";
    if (answer->verdict != verdict_of(heard)) return "the verdict is not that of the findings";
    if (prap_word_by_number(PRAP_WORDS_FORM_OUTCOME, answer->outcome) == NULL) return "an answer without an outcome";
    if (answer->outcome == PRAP_FORM_OUTCOME_SEND && answer->verdict != PRAP_VERDICT_PERMITTED) return "it goes though it may not";
    if (answer->complete == PRAP_VALUE_YES && answer->n_missing + answer->n_unknown > 0) return "complete with something wanting";
    if (answer->due != PRAP_DAY_NONE && answer->prudent != PRAP_DAY_NONE && answer->prudent > answer->due)
        return "the prudent day is after the due day";
    if (answer->complete == PRAP_VALUE_YES && prap_form_by_number(question->form)->fields != PRAP_FIELDS_LISTED)
        return "a form that is not printed is complete";
    return NULL;
}

/* A field more that is filled in never makes a form less complete, nor forbids what was not forbidden. */
static const char *check_filled_in(prap_form_question question, const prap_setting *settings, size_t n,
                                   const prap_form_answer *answer) {
    prap_fact facts[MOST_FACTS];
    struct heard heard;
    prap_form_answer more;
    memcpy(facts, question.facts, question.n_facts * sizeof *facts);
    question.facts = facts;
    for (size_t i = 0; i < question.n_facts; i++) {
        const prap_form_field *field;
        for (uint32_t f = 0; (field = prap_form_field_at(question.form, f)) != NULL; f++) {
            const bool empty = facts[i].kind == PRAP_VALUE_NO || facts[i].kind == PRAP_VALUE_UNKNOWN;
            const bool says = prap_word_by_number(PRAP_WORDS_FORM_FACT, field->fact)->detail == PRAP_FACT_TYPE_TRISTATE;
            if (field->fact == facts[i].fact && empty && says) facts[i].kind = PRAP_VALUE_YES;
        }
    }
    if (ask_form(&question, settings, n, &heard, &more) != PRAP_OK) return "what is filled in cannot be asked";
    if (more.n_missing > answer->n_missing || more.n_unknown > answer->n_unknown) return "filled in, it is less complete";
    return NULL;
}

static const char *drive_form(struct chooser *chooser) {
    prap_fact facts[MOST_FACTS];
    struct heard heard;
    prap_form_answer answer, silent = {.size = sizeof silent};
    const prap_setting setting = {PRAP_POLICY_EXIT_MIN_WORDS, (int32_t)choose(chooser, 20)};
    prap_form_question question = {.size = sizeof question, .form = 1 + choose(chooser, prap_word_count(PRAP_WORDS_FORM)),
                                   .programme = choose(chooser, 1 + prap_word_count(PRAP_WORDS_PROGRAMME)),
                                   .on = draw_day(chooser), .facts = facts,
                                   .own_contacts = choose(chooser, 1u << prap_contact_count())};
    const uint32_t sparse = 1 + choose(chooser, 5);
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_FORM_FACT); i++) {
        const prap_word *fact = prap_word_at(PRAP_WORDS_FORM_FACT, i);
        if (!prap_form_takes(question.form, fact->number) || once_in(chooser, 1 + sparse)) continue;
        facts[question.n_facts++] = draw_fact(chooser, fact);
    }
    const prap_status status = ask_form(&question, &setting, 1, &heard, &answer);
    if (prap_form_ask(prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), &setting, 1, &question, NULL, NULL, &silent,
                      NULL) != status)
        return "unheard it is answered otherwise";
    if (status != PRAP_OK && status != PRAP_E_RANGE && status != PRAP_E_WORD && status != PRAP_E_COVERAGE)
        return "a status that is not of the contract";
    if (status != PRAP_OK) return answer.outcome == 0 ? NULL : "a failure has written an answer";
    if (memcmp(&answer, &silent, sizeof answer) != 0) return "unheard it is answered otherwise";
    const char *wrong = check_form(&question, &heard, &answer);
    return wrong != NULL ? wrong : check_filled_in(question, &setting, 1, &answer);
}

static prap_moment draw_moment(struct chooser *chooser) {
    const int32_t offset = once_in(chooser, 3) ? 60 * (int32_t)choose(chooser, 2) : PRAP_OFFSET_NONE;
    return (prap_moment){draw_day(chooser), once_in(chooser, 20) ? PRAP_MINUTE_NONE : (int32_t)choose(chooser, 1440), offset};
}

static prap_status hear_service(void *user, const prap_service_finding *finding) {
    struct heard *heard = user;
    hear_severity(heard, finding->severity, finding->rule);
    if (prap_service_finding_cure(finding->finding) == NULL) heard->wrong = "a finding is no word";
    return PRAP_OK;
}

/* An outage never opens what was closed, and what it says of the next opening is open then. */
static const char *check_service(prap_service_question question, const struct heard *heard, const prap_service_answer *answer) {
    struct heard again = {0};
    prap_service_answer then = {.size = sizeof then};
    if (heard->wrong != NULL) return heard->wrong;
    if (answer->findings != heard->n) return "findings are miscounted";
    if (answer->verdict != verdict_of(heard)) return "the verdict is not that of the findings";
    if (answer->open != 0) return answer->opens.day == PRAP_DAY_NONE ? NULL : "what is open opens";
    if (answer->opens.day == PRAP_DAY_NONE) return "what is closed never opens";
    question.at = answer->opens;
    if (prap_service_ask(prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), NULL, 0, &question, hear_service, &again,
                         &then, NULL) != PRAP_OK)
        return "the next opening cannot be asked about";
    return then.open != 0 ? NULL : "it does not open when it is said to";
}

static const char *drive_service(struct chooser *chooser) {
    prap_window windows[MOST_WINDOWS];
    prap_day days[MOST_DAYS];
    struct heard heard = {0};
    prap_error error = {.size = sizeof error};
    prap_service_answer answer = {.size = sizeof answer};
    prap_service_question question = {.size = sizeof question,
                                      .service = choose(chooser, 1 + prap_word_count(PRAP_WORDS_SERVICE)),
                                      .at = draw_moment(chooser), .audited = PRAP_DAY_NONE, .reviewed = PRAP_DAY_NONE,
                                      .changed = PRAP_DAY_NONE, .outages = windows, .days = days};
    for (size_t n = choose(chooser, MOST_WINDOWS); n > 0; n--) {
        windows[question.n_outages] = (prap_window){draw_moment(chooser), draw_moment(chooser)};
        if (windows[question.n_outages].from.minute == PRAP_MINUTE_NONE) windows[question.n_outages].from.minute = 0;
        question.n_outages++;
    }
    if (question.service == PRAP_SERVICE_PRAP) {
        for (size_t n = choose(chooser, MOST_DAYS); n > 0; n--) days[question.n_days++] = draw_day(chooser);
        question.route = choose(chooser, 3);
        question.duties = choose(chooser, 4);
        question.standards = choose(chooser, 4);
        if (once_in(chooser, 2)) question.audited = question.reviewed = draw_day(chooser);
        if (question.reviewed != PRAP_DAY_NONE && once_in(chooser, 2)) question.changed = draw_day(chooser);
    }
    if (question.service == PRAP_SERVICE_POST) question.subject = choose(chooser, 5);
    const prap_status status = prap_service_ask(prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), NULL, 0, &question,
                                                hear_service, &heard, &answer, &error);
    if (status != PRAP_OK) return error.field[0] != '\0' && answer.verdict == 0 ? NULL : "a failure names no field";
    return check_service(question, &heard, &answer);
}

const char *form_driver_ask(struct chooser *chooser) {
    return once_in(chooser, 3) ? drive_service(chooser) : drive_form(chooser);
}
