/* asking.c: see asking.h. */
#include "prap/vocabulary.h"

#include "base/adopt.h"
#include "base/error.h"
#include "engine/asking.h"
#include "referral/decide.h"

const uint32_t prapi_verdict_order[PRAPI_VERDICTS] = {PRAP_VERDICT_PERMITTED, PRAP_VERDICT_UNDECIDED,
                                                      PRAP_VERDICT_TEXT_SILENT, PRAP_VERDICT_REFUSED};

prap_status prapi_engine_load_as_of(prap_engine *engine, const prap_key *key, prap_day as_of) {
    const prap_status status = prapi_engine_load(engine, key, &engine->before);
    if (status == PRAP_NONE) prapi_case_clear(&engine->before);
    if (status != PRAP_OK) return status == PRAP_NONE ? PRAP_OK : status;
    if (as_of >= engine->before.recorded) return PRAP_OK;
    const prapi_stop stop = {.recorded_by = as_of, .at_least = engine->before.version};
    return prapi_engine_replay(engine, key, &stop, &engine->before, NULL, NULL, NULL);
}

/* The facts are checked as those of a command, on the day that is asked about. */
static prap_status check(prap_engine *engine, const prap_question *question, prapi_event *ret_known, prap_error *reterr) {
    const prap_command command = {
        .size = sizeof command,
        .event = prap_word_at(PRAP_WORDS_EVENT, 0)->number, /* MUT-EQUIV: any event will do */
        .programme = question->programme,
        .on = question->as_of,
        .recorded = question->as_of,
        .key = question->key,
        .facts = question->facts,
        .n_facts = question->n_facts,
    };
    prap_status status = prapi_day_check(question->as_of, "as_of", reterr);
    if (status == PRAP_OK) status = prapi_fields_check(&command, &engine->command, reterr);
    if (status == PRAP_OK) *ret_known = engine->command.event;
    return status;
}

/* The case decides whose rules they are; only one that is not there yet takes the programme that is given. */
static prap_status find_rulebook(const prap_engine *engine, prapi_event *known, const prap_rulebook **ret_rulebook,
                                 prap_error *reterr) {
    const uint32_t own = engine->before.programme;
    if (engine->before.version == 0) {
        if (known->programme == 0) return prapi_engine_fail(PRAP_E_NO_CASE, reterr);
    } else if (known->programme != 0 && known->programme != own) {
        return prapi_fail(reterr, PRAP_E_WORD, "programme", "the case belongs to another programme");
    } else {
        known->programme = own;
    }
    *ret_rulebook = prapi_engine_rulebook(engine, known->programme);
    if (*ret_rulebook != NULL) return PRAP_OK;
    return prapi_fail(reterr, PRAP_E_WORD, "programme", "this engine has no rulebook for the programme");
}

prap_status prapi_question_open(prap_engine *engine, const prap_question *question, prap_answer *answer,
                                const prap_rulebook **ret_rulebook, prapi_event *ret_known, prap_error *reterr) {
    prap_question ours;
    prap_status status = prapi_adopt(&ours, sizeof ours, question, question->size, sizeof(prap_question));
    if (status != PRAP_OK) {
        return prapi_fail(reterr, status, "question", "the question's size is one this library cannot adopt");
    }
    status = check(engine, &ours, ret_known, reterr);
    if (status != PRAP_OK) return status;
    status = prapi_engine_load_as_of(engine, &ours.key, ours.as_of);
    if (status != PRAP_OK) return prapi_engine_fail(status, reterr);
    status = find_rulebook(engine, ret_known, ret_rulebook, reterr);
    if (status != PRAP_OK) return status;
    status = prapi_describe(*ret_rulebook, &engine->before, ours.as_of, answer);
    return status == PRAP_OK ? PRAP_OK : prapi_engine_fail(status, reterr);
}

prapi_options prapi_options_of(const prap_rulebook *rulebook, const prapi_case *before, prapi_asked *asked,
                               const prap_answer *answer, const prapi_outcomes *table) {
    return (prapi_options){
        .rulebook = rulebook,
        .before = before,
        .known = &asked->known,
        .variant = &asked->variant,
        .stage = answer->summary.stage,
        .as_of = answer->summary.as_of,
        .meeting = answer->summary.attended_on,
        .table = table,
    };
}

prap_status prapi_option_judge(prap_engine *engine, const prap_key *key, const prapi_options *walk,
                               const prapi_option *option, prap_answer *answer, prapi_event *ret_event) {
    prapi_option_event(walk, option, ret_event);
    ret_event->sequence = engine->before.version + 1;
    return prapi_engine_decide(engine, walk->rulebook, key, ret_event, true, answer);
}

size_t prapi_answer_needs(const prap_answer *answer, uint32_t *needs) {
    size_t n = 0;
    for (uint32_t i = 0; i < answer->n_reasons; i++) {
        const prap_reason *reason = &answer->reasons[i];
        bool is_new = reason->severity == PRAP_SEVERITY_UNDECIDED && reason->fact != 0;
        for (size_t k = 0; k < n; k++) is_new = is_new && needs[k] != reason->fact;
        if (is_new) needs[n++] = reason->fact;
    }
    return n;
}
