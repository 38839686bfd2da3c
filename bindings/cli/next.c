/* next.c: prap next: each event tried on each case with no fact given, and what came of it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "json-out.h"
#include "output.h"
#include "session.h"

struct seen_case {
    char *name;
    prap_status status; /* not PRAP_OK: it cannot be judged */
};

struct seen {
    struct seen_case *cases;
    size_t n;
    size_t room;
    prap_status first_bad;
};

static prap_status keep_case(void *user, prap_text case_id, const prap_answer *answer) {
    struct seen *seen = user;
    if (seen->n == seen->room) {
        const size_t room = seen->room == 0 ? 64 : seen->room * 2;
        struct seen_case *grown = realloc(seen->cases, room * sizeof *grown);
        if (grown == NULL) cli_need(NULL);
        seen->cases = grown;
        seen->room = room;
    }
    struct seen_case *one = &seen->cases[seen->n++];
    *one = (struct seen_case){strndup(case_id.bytes, case_id.n), prap_answer_summary(answer)->status};
    if (one->name == NULL) cli_need(NULL);
    if (seen->first_bad == PRAP_OK) seen->first_bad = one->status;
    return PRAP_OK;
}

/* The command that tries an event on as_of. A start is dated the day of the meeting, entered when it may. */
static prap_command trial(const prap_word *event, const prap_key *key, prap_day as_of,
                          const prap_summary *summary) {
    const bool on_meeting_day =
        event->number == PRAP_EVENT_START_RECORDED && summary->attended_on != PRAP_DAY_NONE;
    return (prap_command){.size = sizeof(prap_command),
                          .flags = PRAP_COMMAND_STRICT_FACTS,
                          .event = event->number,
                          .on = on_meeting_day ? summary->attended_on : as_of,
                          .recorded = as_of,
                          .key = *key};
}

static json_t *trial_object(const prap_command *command, const prap_answer *answer) {
    json_t *object = cli_need(json_object());
    cli_json_set_word(object, "event", PRAP_WORDS_EVENT, command->event);
    cli_json_set_word(object, "verdict", PRAP_WORDS_VERDICT, prap_answer_summary(answer)->verdict);
    cli_json_set(object, "needs", cli_json_missing(answer));
    cli_json_set(object, "reasons", cli_json_reasons(answer));
    if (command->on != command->recorded) cli_json_set_day(object, "on", command->on);
    return object;
}

/* Tries every event that people enter; the two that start and end by themselves are left out. */
static prap_status try_events(struct cli_session *session, const prap_key *key, prap_day as_of,
                              const prap_summary *summary, json_t *by_verdict[PRAP_VERDICT_TEXT_SILENT + 1],
                              prap_error *reterr) {
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_EVENT); i++) {
        const prap_word *event = prap_word_at(PRAP_WORDS_EVENT, i);
        if (event->number == PRAP_EVENT_REFERRAL_RECEIVED || event->number == PRAP_EVENT_AUTO_DNA) continue;
        const prap_command command = trial(event, key, as_of, summary);
        const prap_status status = prap_engine_preview(session->engine, &command, session->answer, reterr);
        if (status != PRAP_OK) return status;
        const uint32_t verdict = prap_answer_summary(session->answer)->verdict;
        cli_json_append(by_verdict[verdict], trial_object(&command, session->answer));
    }
    return PRAP_OK;
}

/* The case's stage, and its events: permitted, then those that need a fact or a choice, then the rest. */
static json_t *case_object(prap_text case_id, const prap_summary *summary,
                           json_t *by_verdict[PRAP_VERDICT_TEXT_SILENT + 1]) {
    json_t *object = cli_json_new();
    cli_json_set_bytes(object, "case", case_id);
    cli_json_set_word(object, "stage", PRAP_WORDS_STATE, summary->stage);
    cli_json_set_day(object, "as_of", summary->as_of);
    cli_json_set_word(object, "outside", PRAP_WORDS_OUTSIDE, summary->outside);
    json_t *events = cli_need(json_array());
    static const uint32_t order[] = {PRAP_VERDICT_PERMITTED, PRAP_VERDICT_UNDECIDED, PRAP_VERDICT_TEXT_SILENT,
                                     PRAP_VERDICT_REFUSED};
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++)
        json_array_extend(events, by_verdict[order[i]]);
    cli_json_set(object, "events", events);
    return object;
}

static int next_of_case(struct cli_session *session, const char *name, prap_day as_of) {
    prap_error error = {.size = sizeof error};
    const prap_key key = {session->tenant, {name, strlen(name)}};
    json_t *by_verdict[PRAP_VERDICT_TEXT_SILENT + 1], *object;
    int code = CLI_EXIT_ANSWERED;
    for (uint32_t i = 0; i <= PRAP_VERDICT_TEXT_SILENT; i++)
        by_verdict[i] = cli_need(json_array());
    prap_summary summary = {0};
    prap_status status = prap_engine_show(session->engine, &key, as_of, session->answer, &error);
    if (status == PRAP_OK) {
        summary = *prap_answer_summary(session->answer);
        status = try_events(session, &key, as_of, &summary, by_verdict, &error);
    }
    if (status == PRAP_OK) {
        object = case_object(key.case_id, &summary, by_verdict);
    } else {
        struct cli_fault fault;
        cli_fault_from_error(&fault, &error);
        cli_say_failure(session, &error);
        object = cli_json_case_error(key.case_id, &fault);
        code = cli_exit_of(status);
    }
    for (uint32_t i = 0; i <= PRAP_VERDICT_TEXT_SILENT; i++)
        json_decref(by_verdict[i]);
    cli_put_answer(object, cli_has(session->arguments, CLI_TEXT));
    return code;
}

static int next_of_seen(struct cli_session *session, const struct seen_case *one, prap_day as_of) {
    if (one->status == PRAP_OK) return next_of_case(session, one->name, as_of);
    return cli_put_bad_case(session, (prap_text){one->name, strlen(one->name)}, one->status);
}

/* All cases of the tenant, by name first: the engine must not be asked while it walks. */
static int next_of_all(struct cli_session *session, prap_day as_of) {
    struct seen seen = {0};
    prap_error error = {.size = sizeof error};
    const prap_status status = prap_engine_walk(session->engine, session->tenant, PRAP_DAY_NONE, as_of,
                                                session->answer, keep_case, &seen, &error);
    const bool broke_off = cli_walk_broke_off(status, seen.first_bad, &error);
    int worst = broke_off ? cli_exit_of(status) : CLI_EXIT_ANSWERED;
    if (broke_off) cli_say_failure(session, &error);
    for (size_t i = 0; i < seen.n; i++) {
        const int code = broke_off ? worst : next_of_seen(session, &seen.cases[i], as_of);
        if (code > worst) worst = code;
        free(seen.cases[i].name);
    }
    free(seen.cases);
    return worst;
}

int cli_next(const struct cli_arguments *arguments) {
    struct cli_session session;
    prap_day as_of;
    if (!cli_day_value(arguments, CLI_AS_OF, &as_of)) return CLI_EXIT_USE;
    int worst = cli_session_open_asked(arguments, &session);
    const bool opened = worst == CLI_EXIT_ANSWERED || worst == CLI_EXIT_UNREAD;
    if (opened && arguments->n_operands == 0) {
        const int code = next_of_all(&session, as_of);
        if (code > worst) worst = code;
    }
    for (size_t i = 0; opened && i < arguments->n_operands; i++) {
        const int code = next_of_case(&session, arguments->operands[i], as_of);
        if (code > worst) worst = code;
    }
    cli_session_close(&session);
    return worst;
}
