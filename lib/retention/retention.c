/* retention.c: a question taken over and checked, its periods, what holds the record, and what an erasure asks. */
#include "retention/retention.h"

#include "base/adopt.h"
#include "base/error.h"
#include "catalogue/rules.h"
#include "prap/catalogue.h"
#include "prap/vocabulary.h"
#include "vocabulary/facts.h"

uint32_t prapi_keep_said(const prapi_keeping *keeping, uint32_t fact) {
    return keeping->said[fact].kind;
}

prap_day prapi_keep_day(const prapi_keeping *keeping, uint32_t fact) {
    const prap_fact *said = &keeping->said[fact];
    return said->kind == PRAP_VALUE_DAY ? (prap_day)said->value : PRAP_DAY_NONE;
}

/* The contract's period is chapter 15's rule where that chapter speaks: of its own records and of WHP and JETS. */
static uint32_t rule_of(const prapi_keeping *keeping, const prap_word *word) {
    if (word->rule != 0) return word->rule;
    const uint32_t programme = keeping->question.programme;
    const bool spoken = prap_rule_by_number(keeping->kind->rule)->document == PRAP_DOCUMENT_CH15 ||
                        (programme != 0 && programme != PRAP_PROGRAMME_IPES);
    const bool contract = word->number != PRAP_RETENTION_FINDING_LENGTH_NOT_STATED;
    return spoken && contract ? (uint32_t)PRAPI_RULE_CH15_38_N_a : keeping->kind->rule;
}

void prapi_keep_tell_as(prapi_keeping *keeping, uint32_t finding, uint32_t severity, uint32_t fact, prap_day day) {
    prap_retention_answer *answer = &keeping->answer;
    const prap_word *word = prap_word_by_number(PRAP_WORDS_RETENTION_FINDING, finding);
    const bool mandation = finding == PRAP_RETENTION_FINDING_MANDATION_NOTIFIED ||
                           finding == PRAP_RETENTION_FINDING_MANDATION_DECIDED;
    const prap_retention_finding told = {
        .size = sizeof told,
        .finding = finding,
        .rule = rule_of(keeping, word),
        .severity = severity,
        .fact = fact != 0 ? fact : prapi_retention_finding_fact(finding),
        .policy = mandation || finding == PRAP_RETENTION_FINDING_ESF_PERIOD ? answer->policy : 0,
        .day = day,
    };
    if (keeping->status != PRAP_OK) return;
    if (severity == PRAP_SEVERITY_FORBIDDEN) answer->verdict = PRAP_VERDICT_REFUSED;
    if (severity == PRAP_SEVERITY_UNDECIDED) {
        answer->missing++;
        if (answer->verdict == PRAP_VERDICT_PERMITTED) answer->verdict = PRAP_VERDICT_UNDECIDED;
    }
    if (keeping->visit != NULL) keeping->status = keeping->visit(keeping->user, &told);
}

void prapi_keep_tell(prapi_keeping *keeping, uint32_t finding) {
    const prap_word *word = prap_word_by_number(PRAP_WORDS_RETENTION_FINDING, finding);
    prapi_keep_tell_as(keeping, finding, word->detail, 0, PRAP_DAY_NONE);
}

/* What holds a record beyond every period (F-E-06, 3.61-N1, 39-N1). Whether it does may be unknown: then it stays. */
static void tell_holds(prapi_keeping *keeping) {
    static const uint32_t holds[] = {PRAP_RETENTION_FINDING_ERASURE_OPEN, PRAP_RETENTION_FINDING_REQUESTED,
                                     PRAP_RETENTION_FINDING_LEGAL_HOLD};
    for (size_t i = 0; i < sizeof holds / sizeof holds[0]; i++) {
        const uint32_t said = prapi_keep_said(keeping, prapi_retention_finding_fact(holds[i]));
        if (said == PRAP_VALUE_NO) continue;
        if (said == PRAP_VALUE_YES) keeping->answer.on_hold = 1;
        const uint32_t severity = said == PRAP_VALUE_YES ? PRAP_SEVERITY_FORBIDDEN : PRAP_SEVERITY_UNDECIDED;
        prapi_keep_tell_as(keeping, holds[i], severity, 0, PRAP_DAY_NONE);
    }
}

/* An acceptance shortens nothing; one that should not have been is told of (F-E-03, F-E-04). */
static void tell_erasure(prapi_keeping *keeping) {
    if (prapi_keep_said(keeping, PRAP_RETENTION_FACT_ERASURE_ACCEPTED) != PRAP_VALUE_YES) return;
    prapi_keep_tell(keeping, PRAP_RETENTION_FINDING_ERASURE_ACCEPTED);
    if (prapi_keep_said(keeping, PRAP_RETENTION_FACT_STARTED) == PRAP_VALUE_YES) {
        prapi_keep_tell(keeping, PRAP_RETENTION_FINDING_ACCEPTED_YET_STARTED);
    }
    if (prapi_keep_said(keeping, PRAP_RETENTION_FACT_MANDATED) == PRAP_VALUE_YES) {
        prapi_keep_tell(keeping, PRAP_RETENTION_FINDING_ACCEPTED_YET_MANDATED);
    }
}

/* A record may go from the day after the last of its periods, when that is known and nothing else stands against it. */
static void conclude(prapi_keeping *keeping) {
    prap_retention_answer *answer = &keeping->answer;
    if (keeping->open || answer->at_least == PRAP_DAY_NONE) return;
    answer->kept_until = answer->at_least;
    if (answer->on_hold != 0 || answer->missing != 0 || answer->kept_until >= PRAP_DAY_MAX) return;
    answer->disposal = answer->kept_until + 1;
}

static prap_status fail(prap_error *reterr, prap_status status, const char *field) {
    return prapi_fail(reterr, status, field, prap_status_meaning(status));
}

static const prapi_fact_words words = {PRAP_WORDS_RETENTION_FACT, 0};

static prap_status take_facts(prapi_keeping *keeping) {
    bool given[PRAPI_RETENTION_FACT_END] = {false};
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_RETENTION_FACT); i++) {
        const prap_word *word = prap_word_at(PRAP_WORDS_RETENTION_FACT, i);
        const uint32_t kind = word->absent == PRAP_ABSENT_NO ? PRAP_VALUE_NO : PRAP_VALUE_UNKNOWN;
        keeping->said[word->number] = (prap_fact){word->number, kind, 0};
    }
    for (size_t i = 0; i < keeping->question.n_facts; i++) {
        const prap_fact *fact = &keeping->question.facts[i];
        prap_status status = prapi_said_check(words, fact);
        if (prap_word_by_number(words.facts, fact->fact) != NULL && given[fact->fact]) status = PRAP_E_TWICE;
        if (status != PRAP_OK) return prapi_said_fail_at(words, fact, i, status, keeping->reterr);
        given[fact->fact] = true;
        keeping->said[fact->fact] = *fact;
    }
    return PRAP_OK;
}

static prap_status take(prapi_keeping *keeping, const prap_retention_question *theirs, size_t answer_bytes) {
    prap_retention_question *ours = &keeping->question;
    if (answer_bytes != sizeof keeping->answer) return fail(keeping->reterr, PRAP_E_SIZE, "answer");
    const prap_status status = prapi_adopt(ours, sizeof *ours, theirs, theirs->size, sizeof *ours);
    if (status != PRAP_OK) return fail(keeping->reterr, status, "question");
    if (ours->facts == NULL && ours->n_facts > 0) return fail(keeping->reterr, PRAP_E_NULL, "facts");
    if (ours->n_facts > PRAP_FACTS_MAX) return fail(keeping->reterr, PRAP_E_LIMIT, "facts");
    keeping->kind = prap_record_kind_by_number(ours->record);
    if (keeping->kind == NULL) return fail(keeping->reterr, PRAP_E_WORD, "record");
    if (ours->programme != 0 && prap_word_by_number(PRAP_WORDS_PROGRAMME, ours->programme) == NULL) {
        return fail(keeping->reterr, PRAP_E_WORD, "programme");
    }
    if (ours->as_of < PRAP_DAY_MIN || ours->as_of > PRAP_DAY_MAX) return fail(keeping->reterr, PRAP_E_DAY, "as_of");
    return take_facts(keeping);
}

prap_status prap_retention_ask(const prap_setting *settings, size_t n_settings,
                               const prap_retention_question *question, prap_visit_retention_finding visit,
                               void *user, prap_retention_answer *ret_answer, prap_error *reterr) {
    if (question == NULL || ret_answer == NULL || (settings == NULL && n_settings > 0)) {
        return fail(reterr, PRAP_E_NULL, "");
    }
    prapi_keeping keeping = {.visit = visit, .user = user, .reterr = reterr};
    prap_status status = prapi_settings_take(keeping.settings, settings, n_settings, reterr);
    if (status == PRAP_OK) status = take(&keeping, question, ret_answer->size);
    if (status != PRAP_OK) return status;
    keeping.answer = (prap_retention_answer){
        .size = sizeof keeping.answer,
        .record = keeping.kind->record,
        .as_of = keeping.question.as_of,
        .verdict = PRAP_VERDICT_PERMITTED,
        .retention = keeping.kind->retention,
        .rule = keeping.kind->rule,
        .kept_until = PRAP_DAY_NONE,
        .at_least = PRAP_DAY_NONE,
        .disposal = PRAP_DAY_NONE,
        .anchor = PRAP_DAY_NONE,
    };
    prapi_keep_periods(&keeping);
    tell_holds(&keeping);
    tell_erasure(&keeping);
    conclude(&keeping);
    if (keeping.status == PRAP_OK) *ret_answer = keeping.answer;
    return keeping.status;
}
