/* feed.c: prap feed: the earnings feed of a case with its history, or of every case of a caseload. */
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "json-out.h"
#include "output.h"
#include "session.h"

static json_t *feed_object(prap_text case_id, prap_day as_of, const prap_feed *feed) {
    json_t *object = cli_json_new();
    cli_json_set_bytes(object, "case", case_id);
    cli_json_set_day(object, "as_of", as_of);
    cli_json_set_word(object, "programme", PRAP_WORDS_PROGRAMME, feed->programme);
    cli_json_set_word(object, "stage", PRAP_WORDS_STATE, feed->stage);
    cli_json_set_word(object, "feed", PRAP_WORDS_FEED, feed->feed);
    cli_json_set(object, "orphan",
                 feed->orphan == PRAP_VALUE_UNKNOWN ? json_string("unknown")
                                                    : json_boolean(feed->orphan == PRAP_VALUE_YES));
    cli_json_set_word(object, "effect", PRAP_WORDS_FEED_EFFECT, feed->effect);
    cli_json_set_rule(object, "rule", feed->rule);
    cli_json_set_day(object, "start", feed->start_on);
    cli_json_set_day(object, "entered", feed->entered_on);
    cli_json_set_day(object, "ended", feed->ended_on);
    if (feed->code != 0) cli_json_set_number(object, "code", feed->code);
    return object;
}

static prap_status hear(void *user, const prap_feed_period *period) {
    json_t *object = cli_need(json_object());
    cli_json_set_word(object, "opened_by", PRAP_WORDS_EVENT, period->opened_by);
    cli_json_set_number(object, "opened_at", (int64_t)period->opened_at);
    cli_json_set_day(object, "opened_on", period->opened_on);
    cli_json_set_day(object, "opened_recorded", period->opened_recorded);
    cli_json_set_rule(object, "opened_rule", period->opened_rule);
    cli_json_set_word(object, "closed_by", PRAP_WORDS_EVENT, period->closed_by);
    if (period->closed_at != 0) cli_json_set_number(object, "closed_at", (int64_t)period->closed_at);
    cli_json_set_day(object, "closed_on", period->closed_on);
    cli_json_set_day(object, "closed_recorded", period->closed_recorded);
    cli_json_set_word(object, "trigger", PRAP_WORDS_FEED_TRIGGER, period->trigger);
    cli_json_set_rule(object, "closed_rule", period->closed_rule);
    if (period->code != 0) cli_json_set_number(object, "code", period->code);
    cli_json_append(user, object);
    return PRAP_OK;
}

static int put_case(struct cli_session *session, const char *name, prap_day as_of) {
    const prap_key key = {session->tenant, {name, strlen(name)}};
    prap_error error = {.size = sizeof error};
    prap_feed feed = {.size = sizeof feed};
    json_t *periods = cli_need(json_array()), *object;
    const prap_status status = prap_engine_feed(session->engine, &key, as_of, hear, periods, &feed, &error);
    if (status == PRAP_OK) {
        object = feed_object(key.case_id, as_of, &feed);
        cli_json_set(object, "periods", periods);
    } else {
        struct cli_fault fault;
        cli_fault_from_error(&fault, &error);
        json_decref(periods);
        cli_say_failure(session, &error);
        object = cli_json_case_error(key.case_id, &fault);
    }
    cli_put_answer(object, cli_has(session->arguments, CLI_TEXT));
    return status == PRAP_OK ? CLI_EXIT_ANSWERED : cli_exit_of(status);
}

struct report {
    struct cli_session *session;
    prap_day as_of;
    prap_status first_bad;
    int worst;
};

/* A line at a time: the list is as long as the caseload. */
static prap_status visit(void *user, prap_text case_id, const prap_feed *feed, prap_status status) {
    struct report *report = user;
    if (status == PRAP_OK) {
        const bool text = cli_has(report->session->arguments, CLI_TEXT);
        return cli_put_answer(feed_object(case_id, report->as_of, feed), text) ? PRAP_OK : PRAP_FAIL;
    }
    if (report->first_bad == PRAP_OK) report->first_bad = status;
    const int code = cli_put_bad_case(report->session, case_id, status);
    if (code > report->worst) report->worst = code;
    return PRAP_OK;
}

static int put_all(struct cli_session *session, prap_day as_of) {
    struct report report = {.session = session, .as_of = as_of};
    prap_error error = {.size = sizeof error};
    const prap_status status =
        prap_engine_feeds(session->engine, session->tenant, as_of, cli_has(session->arguments, CLI_ORPHANS) ? 1 : 0,
                          session->answer, visit, &report, &error);
    if (error.status == PRAP_OK || !cli_walk_broke_off(status, report.first_bad, &error)) return report.worst;
    cli_say_failure(session, &error);
    return cli_exit_of(status);
}

int cli_feed(const struct cli_arguments *arguments) {
    struct cli_session session;
    prap_day as_of;
    if (!cli_day_value(arguments, CLI_AS_OF, &as_of)) return CLI_EXIT_USE;
    if (arguments->n_operands > 0 && cli_has(arguments, CLI_ORPHANS)) {
        cli_wrong_use(arguments->command, "--orphans looks through all cases; name none");
        return CLI_EXIT_USE;
    }
    int code = cli_session_open_asked(arguments, &session);
    if (code == CLI_EXIT_ANSWERED || code == CLI_EXIT_UNREAD) {
        const int put = arguments->n_operands == 0 ? put_all(&session, as_of) : CLI_EXIT_ANSWERED;
        if (put > code) code = put;
        for (size_t i = 0; i < arguments->n_operands; i++) {
            const int one = put_case(&session, arguments->operands[i], as_of);
            if (one > code) code = one;
        }
    }
    cli_session_close(&session);
    return code;
}
