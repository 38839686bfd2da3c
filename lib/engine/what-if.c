/* what-if.c: events tried one after another on a copy of a case. */
#include "prap/vocabulary.h"

#include "base/error.h"
#include "base/text.h"
#include "engine/asking.h"
#include "referral/decide.h"

/* What is asked, for the length of a call. */
typedef struct trial {
    prap_day as_of;
    uint64_t version; /* of the case that is stored, 0 for none */
    const prap_command *const *commands;
    size_t n;
    prap_answer *before;
    prap_answer *answer;
    prap_visit_answer visit;
    void *user;
} trial;

/* Loads the case, and says in trial->before how it stood; the empty answer where there was none. */
static prap_status begin(prap_engine *engine, trial *asked, const prap_key *key, prap_error *reterr) {
    prap_status status = prapi_engine_load_as_of(engine, key, asked->as_of);
    if (status != PRAP_OK) return prapi_engine_fail(status, reterr);
    asked->before->summary.as_of = asked->as_of;
    asked->version = engine->before.version;
    if (engine->before.version == 0) return PRAP_OK;
    const prap_rulebook *rulebook = prapi_engine_rulebook(engine, engine->before.programme);
    if (rulebook == NULL) {
        return prapi_fail(reterr, PRAP_E_WORD, "programme", "this engine has no rulebook for the programme");
    }
    status = prapi_describe(rulebook, &engine->before, asked->as_of, asked->before);
    return status == PRAP_OK ? PRAP_OK : prapi_engine_fail(status, reterr);
}

/* Judges one command on the copy, which a permitted one moves. */
static prap_status try_one(prap_engine *engine, const trial *asked, prapi_command *command, prap_error *reterr) {
    const prap_rulebook *rulebook;
    prapi_event *event = &command->event;
    prap_status status = prapi_engine_check_case(engine, command, &rulebook, reterr);
    if (status != PRAP_OK) return status;
    if (engine->before.version != 0 && event->recorded < engine->before.recorded) {
        return prapi_fail(reterr, PRAP_E_ORDER, "recorded", "the case already has an event that was recorded later");
    }
    if (event->event == PRAP_EVENT_ENTRY_VOIDED && engine->before.version != asked->version) {
        return prapi_fail(reterr, PRAP_E_ORDER, "voids", "an entry is voided before other events are tried");
    }
    event->sequence = engine->before.version + 1;
    status = prapi_engine_decide(engine, rulebook, &command->key, event, command->strict, asked->answer);
    if (status != PRAP_OK) return prapi_engine_fail(status, reterr);
    prapi_case_copy(&engine->before, &engine->after);
    return PRAP_OK;
}

static bool is_same_key(const prap_key *a, const prap_key *b) {
    return prapi_text_equal(a->tenant, b->tenant) && prapi_text_equal(a->case_id, b->case_id);
}

static prap_status try_all(prap_engine *engine, trial *asked, prap_error *reterr) {
    prap_key key = {{NULL, 0}, {NULL, 0}};
    prapi_command *command = &engine->command;
    for (size_t i = 0; i < asked->n; i++) {
        if (asked->commands[i] == NULL) return prapi_fail(reterr, PRAP_E_NULL, "commands", "a command is missing");
        prap_status status = prapi_command_check(asked->commands[i], command, reterr);
        if (status == PRAP_OK && i == 0) {
            key = command->key;
            status = begin(engine, asked, &key, reterr);
        }
        if (status != PRAP_OK) return status;
        if (!is_same_key(&key, &command->key)) {
            return prapi_fail(reterr, PRAP_E_RANGE, "case", "all events of a what-if are of one case");
        }
        status = try_one(engine, asked, command, reterr);
        if (status == PRAP_OK && asked->visit != NULL) status = asked->visit(asked->user, i, asked->answer);
        if (status != PRAP_OK) return status;
    }
    return PRAP_OK;
}

prap_status prap_engine_what_if(prap_engine *engine, prap_day as_of, const prap_command *const *commands, size_t n,
                                prap_answer *before, prap_answer *answer, prap_visit_answer visit, void *user,
                                prap_error *reterr) {
    if (engine == NULL || commands == NULL || before == NULL || answer == NULL) {
        return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    }
    if (before == answer) return prapi_fail(reterr, PRAP_E_TWICE, "", "two answers are wanted, not one twice");
    if (engine->busy) return prapi_engine_fail(PRAP_E_REENTRY, reterr);
    prapi_answer_clear(before);
    prapi_answer_clear(answer);
    if (n == 0) return prapi_fail(reterr, PRAP_E_REQUIRED, "commands", "an event is required");
    prap_status status = prapi_day_check(as_of, "as_of", reterr);
    if (status != PRAP_OK) return status;
    trial asked = {as_of, 0, commands, n, before, answer, visit, user};
    engine->busy = true;
    status = try_all(engine, &asked, reterr);
    engine->busy = false;
    if (status == PRAP_OK) return PRAP_OK;
    prapi_answer_clear(before);
    prapi_answer_clear(answer);
    return status;
}
