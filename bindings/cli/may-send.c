/* may-send.c: prap may-send: may this unencrypted email be sent, and every restriction that it breaks. */
#include <string.h>

#include "commands.h"
#include "json-out.h"
#include "output.h"
#include "questions.h"
#include "session.h"

static const char *const envelope[] = {"id", "case", "on", "stage", NULL};

static bool is_field(const char *name) {
    return cli_is_listed(name, envelope) || prap_word_find(PRAP_WORDS_FACT, name, strlen(name)) != NULL;
}

/* Of a case the answer is that of a preview, but for what does not change. */
static json_t *object_of(const json_t *question, prap_text case_id, const prap_answer *answer) {
    const uint32_t verdict = prap_answer_summary(answer)->verdict;
    json_t *object = cli_json_new();
    if (cli_json_id(question) != NULL) cli_json_set(object, "id", json_deep_copy(cli_json_id(question)));
    if (case_id.n != 0) cli_json_set_bytes(object, "case", case_id);
    cli_json_set(object, "may_send",
                 verdict == PRAP_VERDICT_UNDECIDED ? cli_need(json_string("unknown"))
                                                   : json_boolean(verdict == PRAP_VERDICT_PERMITTED));
    cli_json_set_word(object, "verdict", PRAP_WORDS_VERDICT, verdict);
    cli_json_set(object, "reasons", cli_json_reasons(answer));
    cli_json_set(object, "missing", cli_json_missing(answer));
    json_t *settings = cli_need(json_array());
    for (uint32_t i = 0; i < prap_answer_setting_count(answer); i++) {
        cli_json_append(settings, cli_json_setting(prap_answer_setting_at(answer, i)));
    }
    cli_json_set(object, "settings", settings);
    return object;
}

static const prap_rulebook *rulebook_of(const struct cli_session *session) {
    for (size_t i = 0; i < session->n_rulebooks; i++) {
        if (prap_rulebook_programme(session->rulebooks[i]) == PRAP_PROGRAMME_EMAIL) return session->rulebooks[i];
    }
    return NULL;
}

static prap_status ask(struct cli_session *session, prap_text case_id, const prap_message *message, prap_error *reterr) {
    if (case_id.n == 0) return prap_may_send(rulebook_of(session), message, session->answer, reterr);
    const prap_command command = {
        .size = sizeof command,
        .event = PRAP_EVENT_MESSAGE_SENT,
        .programme = PRAP_PROGRAMME_EMAIL,
        .on = message->on,
        .recorded = message->on,
        .key = {session->tenant, case_id},
        .facts = message->facts,
        .n_facts = message->n_facts,
    };
    return prap_engine_preview(session->engine, &command, session->answer, reterr);
}

static bool read_stage(const json_t *object, uint32_t *ret_stage, struct cli_fault *ret_fault) {
    prap_text stage = {NULL, 0};
    if (!cli_json_text(object, "stage", false, &stage, ret_fault) || stage.n == 0) return stage.n == 0;
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_OPTION); i++) {
        const prap_word *option = prap_word_at(PRAP_WORDS_OPTION, i);
        if (option->detail != PRAP_FACT_STAGE || strlen(option->name) != stage.n) continue;
        if (memcmp(option->name, stage.bytes, stage.n) == 0) *ret_stage = option->number;
    }
    if (*ret_stage != 0) return true;
    cli_fault_set(ret_fault, prap_status_name(PRAP_E_WORD), "stage",
                  "it is one of at-approved, at-active, at-suspended, at-clerical, at-ceasing");
    return false;
}

static bool answer(void *user, json_t *object, json_t **ret_answer, struct cli_fault *ret_fault) {
    struct cli_session *session = user;
    prap_fact facts[PRAP_FACTS_MAX];
    prap_message message = {.size = sizeof message, .on = PRAP_DAY_NONE, .facts = facts};
    prap_text case_id = {NULL, 0};
    if (!cli_json_text(object, "case", false, &case_id, ret_fault) ||
        !cli_json_day(object, "on", true, &message.on, ret_fault) ||
        !read_stage(object, &message.stage, ret_fault) ||
        !cli_question_facts(object, envelope, facts, &message.n_facts, ret_fault)) {
        return false;
    }
    if (case_id.n != 0 && message.stage != 0) {
        cli_fault_set(ret_fault, prap_status_name(PRAP_E_WORD), "stage", "the case knows its own stage");
        return false;
    }
    prap_error error = {.size = sizeof error};
    if (ask(session, case_id, &message, &error) != PRAP_OK) {
        cli_fault_from_error(ret_fault, &error);
        return false;
    }
    *ret_answer = object_of(object, case_id, session->answer);
    return true;
}

int cli_may_send(const struct cli_arguments *arguments) {
    struct cli_session session;
    int code = cli_session_open(arguments, cli_has(arguments, CLI_STORE) ? CLI_ACCESS_READ : CLI_ACCESS_PREVIEW,
                                &session);
    if (code == CLI_EXIT_ANSWERED) code = cli_answer_questions(arguments, is_field, answer, &session);
    cli_session_close(&session);
    return code;
}
