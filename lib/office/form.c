/*
 * form.c: a question about a form taken over and checked, and its fields.
 *
 * rule CH15-18: decided by form-asks exit-report and form-finding field-missing and form-finding field-not-printed
 */
#include "office/form.h"

#include "base/adopt.h"
#include "base/error.h"
#include "prap/catalogue.h"
#include "prap/vocabulary.h"
#include "vocabulary/facts.h"

#define F(NAME) PRAP_FORM_FINDING_##NAME
#define FACT(NAME) PRAP_FORM_FACT_##NAME

enum { BATCH = 10 }; /* participants in one call, and rows of the sheet (PD-A-R2, PD-A-T-R) */

uint32_t prapi_form_said(const prapi_form *form, uint32_t fact) {
    return form->said[fact].kind;
}

prap_day prapi_form_said_day(const prapi_form *form, uint32_t fact) {
    return prapi_form_said(form, fact) == PRAP_VALUE_DAY ? (prap_day)form->said[fact].value : PRAP_DAY_NONE;
}

prap_form_finding prapi_form_finding_of(const prapi_form *form, uint32_t finding, uint32_t fact, uint32_t rule) {
    const prap_word *word = prap_word_by_number(PRAP_WORDS_FORM_FINDING, finding);
    if (rule == 0) rule = word->rule;
    if (rule == 0 && fact != 0) rule = prap_word_by_number(PRAP_WORDS_FORM_FACT, fact)->rule;
    if (rule == 0) rule = form->kind->rule;
    return (prap_form_finding){.size = sizeof(prap_form_finding), .finding = finding, .rule = rule,
                               .severity = word->detail, .fact = fact, .day = PRAP_DAY_NONE};
}

void prapi_form_tell(prapi_form *form, prap_form_finding finding) {
    prap_form_answer *answer = &form->answer;
    if (finding.severity == PRAP_SEVERITY_FORBIDDEN) answer->verdict = PRAP_VERDICT_REFUSED;
    if (finding.severity == PRAP_SEVERITY_UNDECIDED && answer->verdict != PRAP_VERDICT_REFUSED)
        answer->verdict = PRAP_VERDICT_UNDECIDED;
    if (finding.severity == PRAP_SEVERITY_TEXT_SILENT && answer->verdict == PRAP_VERDICT_PERMITTED)
        answer->verdict = PRAP_VERDICT_TEXT_SILENT;
    if (form->status != PRAP_OK) return;
    answer->findings++;
    if (form->visit != NULL) form->status = form->visit(form->user, &finding);
}

void prapi_form_say(prapi_form *form, uint32_t finding, uint32_t fact, uint32_t rule) {
    prapi_form_tell(form, prapi_form_finding_of(form, finding, fact, rule));
}

void prapi_form_say_open(prapi_form *form, uint32_t finding, uint32_t fact, uint32_t rule) {
    prap_form_finding told = prapi_form_finding_of(form, finding, fact, rule);
    told.severity = PRAP_SEVERITY_UNDECIDED;
    prapi_form_tell(form, told);
}

/* Does the document that sends the form on this programme print the field? */
static bool is_printed_here(const prapi_form *form, const prap_form_field *field) {
    return prap_rule_by_number(field->rule)->document == prap_rule_by_number(form->route->rule)->document;
}

/* A field that is not given is empty where it must be filled in, and there is none of it where it may be. */
static void look_at_field(prapi_form *form, const prap_form_field *field) {
    const uint32_t said = prapi_form_said(form, field->fact);
    const bool none = said == PRAP_VALUE_NUMBER && form->said[field->fact].value == 0;
    const bool here = is_printed_here(form, field);
    const uint32_t need = here ? field->need : (uint32_t)PRAP_NEED_UNKNOWN;
    const bool empty = said == PRAP_VALUE_NO || none || (said == 0 && need == PRAP_NEED_REQUIRED);
    if (!empty && said != PRAP_VALUE_UNKNOWN) return;
    if (need == PRAP_NEED_UNKNOWN) {
        prapi_form_say(form, F(FIELD_NOT_PRINTED), field->fact, here ? field->rule : form->route->rule);
        return;
    }
    form->answer.n_missing += empty;
    form->answer.n_unknown += !empty;
    prapi_form_say(form, empty ? F(FIELD_MISSING) : F(FIELD_UNKNOWN), field->fact, field->rule);
}

/* AMB-82: the text has a least number of words and does not say which, nor whether it binds the lighter form of JETS. */
static void look_at_words(prapi_form *form) {
    const int32_t least = form->settings[PRAP_POLICY_EXIT_MIN_WORDS];
    const uint32_t said = prapi_form_said(form, FACT(NEXT_STEPS_WORDS));
    const bool written = prapi_form_said(form, FACT(NEXT_STEPS)) == PRAP_VALUE_YES;
    if (!written) return;
    if (said == PRAP_VALUE_NUMBER && form->said[FACT(NEXT_STEPS_WORDS)].value >= least && least > 0) return;
    const uint32_t finding = least == 0 ? F(NO_LEAST) : said == PRAP_VALUE_NUMBER ? F(TOO_FEW_WORDS) : F(WORDS_UNKNOWN);
    prap_form_finding told = prapi_form_finding_of(form, finding, FACT(NEXT_STEPS_WORDS), 0);
    told.policy = PRAP_POLICY_EXIT_MIN_WORDS;
    if (least > 0 && form->kind->own_template == PRAP_OWN_TEMPLATE_NEVER) told.severity = PRAP_SEVERITY_ADVICE;
    prapi_form_tell(form, told);
}

static void look_at_fields(prapi_form *form) {
    const prap_form_field *field;
    for (uint32_t i = 0; (field = prap_form_field_at(form->kind->form, i)) != NULL; i++) look_at_field(form, field);
    look_at_words(form);
    const uint32_t staff = prapi_form_said(form, FACT(STAFF_DETAILS));
    if (staff == PRAP_VALUE_YES) prapi_form_say(form, F(STAFF_DETAILS), FACT(STAFF_DETAILS), 0);
    if (staff == PRAP_VALUE_UNKNOWN && prap_form_takes(form->kind->form, FACT(STAFF_DETAILS)))
        prapi_form_say_open(form, F(STAFF_DETAILS), FACT(STAFF_DETAILS), 0);
    if (prapi_form_said(form, FACT(PARTICIPANTS)) == PRAP_VALUE_NUMBER && form->said[FACT(PARTICIPANTS)].value > BATCH)
        prapi_form_say(form, F(TOO_MANY), FACT(PARTICIPANTS), 0);
    if (form->kind->fields == PRAP_FIELDS_NOT_PRINTED) prapi_form_say(form, F(FIELDS_NOT_PRINTED), 0, form->route->rule);
    if (form->kind->fields == PRAP_FIELDS_PARTLY) prapi_form_say(form, F(FIELDS_PARTLY), 0, form->route->rule);
    const bool all_told = form->answer.n_unknown == 0 && form->kind->fields == PRAP_FIELDS_LISTED;
    form->answer.complete = form->answer.n_missing > 0 ? PRAP_VALUE_NO : all_told ? PRAP_VALUE_YES : PRAP_VALUE_UNKNOWN;
}

/* What happens on a day has happened; a first pay, and the beginning of the work that it is for, may be ahead. */
static void look_at_days(prapi_form *form) {
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_FORM_FACT); i++) {
        const uint32_t fact = prap_word_at(PRAP_WORDS_FORM_FACT, i)->number;
        const prap_day day = prapi_form_said_day(form, fact);
        if (fact == FACT(FIRST_PAY_ON) || fact == FACT(BEGAN_ON) || day == PRAP_DAY_NONE || day <= form->question.on)
            continue;
        prap_form_finding told = prapi_form_finding_of(form, F(DAY_AHEAD), fact, 0);
        told.day = day;
        prapi_form_tell(form, told);
    }
}

static uint32_t outcome_of(const prapi_form *form) {
    if (form->kind->actor != PRAP_ACTOR_PROVIDER) return PRAP_FORM_OUTCOME_FROM_OTHERS;
    if (prapi_form_said_day(form, FACT(SENT_ON)) != PRAP_DAY_NONE) return PRAP_FORM_OUTCOME_SENT;
    if (form->answer.verdict == PRAP_VERDICT_REFUSED) return PRAP_FORM_OUTCOME_INCOMPLETE;
    if (form->answer.verdict == PRAP_VERDICT_UNDECIDED) return PRAP_FORM_OUTCOME_UNDECIDED;
    if (form->route->recipient == PRAP_RECIPIENT_PROVIDER) return PRAP_FORM_OUTCOME_READY;
    return PRAP_FORM_OUTCOME_SEND;
}

static void answer(prapi_form *form) {
    look_at_days(form);
    if (!prapi_form_is_called_for(form)) return;
    look_at_fields(form);
    prapi_form_look_at_due(form);
    prapi_form_look_at_route(form);
    prapi_form_look_at_record(form);
    form->answer.outcome = outcome_of(form);
}

static prap_status fail(prap_error *reterr, prap_status status, const char *field) {
    return prapi_fail(reterr, status, field, prap_status_meaning(status));
}

static const prapi_fact_words words = {PRAP_WORDS_FORM_FACT, PRAP_WORDS_FORM_OPTION};

static prap_status take_fact(prapi_form *form, size_t i, bool given[]) {
    const prap_fact *fact = &form->question.facts[i];
    prap_status status = prapi_said_check(words, fact);
    if (prap_word_by_number(words.facts, fact->fact) != NULL) {
        if (!prap_form_takes(form->question.form, fact->fact)) {
            prapi_said_fail_at(words, fact, i, PRAP_E_RANGE, form->reterr);
            prapi_error_append(form->reterr, "; the form does not take it");
            return PRAP_E_RANGE;
        }
        if (given[fact->fact]) status = PRAP_E_TWICE;
        given[fact->fact] = true;
        form->said[fact->fact] = *fact;
    }
    return status == PRAP_OK ? status : prapi_said_fail_at(words, fact, i, status, form->reterr);
}

/* What is not given is 0, no or unknown, as form-facts.def has it; that of another form counts for nothing. */
static prap_status take_facts(prapi_form *form) {
    bool given[PRAPI_FORM_FACT_END] = {false};
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_FORM_FACT); i++) {
        const prap_word *word = prap_word_at(PRAP_WORDS_FORM_FACT, i);
        const bool unknown = word->absent == PRAP_ABSENT_UNKNOWN;
        const uint32_t kind = unknown ? PRAP_VALUE_UNKNOWN : word->absent == PRAP_ABSENT_NO ? PRAP_VALUE_NO : 0;
        form->said[word->number] = (prap_fact){word->number, kind, 0};
    }
    for (size_t i = 0; i < form->question.n_facts; i++) {
        const prap_status status = take_fact(form, i, given);
        if (status != PRAP_OK) return status;
    }
    return PRAP_OK;
}

static prap_status take(prapi_form *form, const prap_form_question *theirs, size_t answer_bytes) {
    prap_form_question *ours = &form->question;
    if (answer_bytes != sizeof form->answer) return fail(form->reterr, PRAP_E_SIZE, "answer");
    if (prapi_adopt(ours, sizeof *ours, theirs, theirs->size, sizeof *ours) != PRAP_OK)
        return fail(form->reterr, PRAP_E_SIZE, "question");
    if (ours->facts == NULL && ours->n_facts > 0) return fail(form->reterr, PRAP_E_NULL, "facts");
    form->kind = prap_form_by_number(ours->form);
    if (form->kind == NULL) return fail(form->reterr, PRAP_E_WORD, "form");
    if (ours->programme != 0 && prap_word_by_number(PRAP_WORDS_PROGRAMME, ours->programme) == NULL)
        return fail(form->reterr, PRAP_E_WORD, "programme");
    if (ours->on < PRAP_DAY_MIN || ours->on > PRAP_DAY_MAX) return fail(form->reterr, PRAP_E_DAY, "on");
    if (ours->own_contacts >> prap_contact_count() != 0) return fail(form->reterr, PRAP_E_RANGE, "own_contacts");
    const prap_status status = prapi_settings_take(form->settings, form->given, form->n_given, form->reterr);
    return status == PRAP_OK ? take_facts(form) : status;
}

prap_status prap_form_ask(const prap_calendar *calendar, const prap_setting *settings, size_t n_settings,
                          const prap_form_question *question, prap_visit_form_finding visit, void *user,
                          prap_form_answer *ret_answer, prap_error *reterr) {
    if (calendar == NULL || question == NULL || ret_answer == NULL || (settings == NULL && n_settings > 0))
        return fail(reterr, PRAP_E_NULL, "");
    prapi_form form = {.calendar = calendar, .given = settings, .n_given = n_settings, .visit = visit, .user = user,
                       .reterr = reterr};
    const prap_status status = take(&form, question, ret_answer->size);
    if (status != PRAP_OK) return status;
    form.answer = (prap_form_answer){.size = sizeof form.answer, .form = form.question.form,
                                     .verdict = PRAP_VERDICT_PERMITTED, .due = PRAP_DAY_NONE,
                                     .prudent = PRAP_DAY_NONE, .plan_by = PRAP_DAY_NONE,
                                     .keep_until = PRAP_DAY_NONE};
    answer(&form);
    if (form.status == PRAP_OK) *ret_answer = form.answer;
    return form.status;
}

const char *prap_form_finding_cure(uint32_t finding) {
    static const char *const cures[] = {
        NULL,
#define X(NUMBER, NAME, WORD_NAME, SEVERITY, RULE, WHY, HOW) HOW,
#include "vocabulary/form-findings.def"
#undef X
    };
    return finding < sizeof cures / sizeof cures[0] ? cures[finding] : NULL;
}
