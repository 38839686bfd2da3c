/* call-plan.c: see call-plan.h. Each line is a question to the desk, may-call on the day of the plan, and an identifier. */
#include "call-plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "json-out.h"
#include "output.h"

struct plan {
    const struct cli_arguments *arguments;
    const struct cli_desk *desk;
    prap_moment at;
    struct cli_desk_line *line;
    json_t *to_call; /* the identifiers of those who may be asked about */
    int code;
};

static bool is_field(const char *name) {
    if (strcmp(name, "participant") == 0) return true;
    static const char *const set_here[] = {"ask", "on", "at", "outages", "steps"};
    for (size_t i = 0; i < sizeof set_here / sizeof set_here[0]; i++) {
        if (strcmp(name, set_here[i]) == 0) return false;
    }
    return cli_desk_is_field(name);
}

/* The participant's identifier, out of the line and held to what a call would hold it to. */
static bool take_participant(struct cli_desk_line *line, json_t **ret_participant, struct cli_fault *ret_fault) {
    prap_text text = {NULL, 0};
    if (!cli_json_text(line->object, "participant", true, &text, ret_fault)) return false;
    prap_error error = {.size = sizeof error};
    const prap_status status = text.n == 0 ? PRAP_E_TEXT : prap_call_participant_check(text, &error);
    if (text.n == 0) cli_fault_from_status(ret_fault, status, "participant");
    else if (status != PRAP_OK) cli_fault_from_error(ret_fault, &error);
    if (status != PRAP_OK) return false;
    *ret_participant = json_deep_copy(json_object_get(line->object, "participant"));
    json_object_del(line->object, "participant");
    return true;
}

static bool answer(struct plan *plan, json_t **ret_object, struct cli_fault *ret_fault) {
    json_t *participant = NULL;
    prap_desk_answer found = {.size = sizeof found};
    if (!take_participant(plan->line, &participant, ret_fault)) return false;
    cli_json_set_word(plan->line->object, "ask", PRAP_WORDS_DESK_ASK, PRAP_DESK_ASK_MAY_CALL);
    cli_json_set_day(plan->line->object, "on", plan->at.day);
    const bool answered = cli_desk_read(plan->line, ret_fault) &&
                          cli_desk_answer(plan->desk, plan->line, &found, ret_object, ret_fault);
    if (answered) cli_json_set(*ret_object, "participant", json_deep_copy(participant));
    if (answered && found.outcome == PRAP_DESK_OUTCOME_TO_CALL) cli_json_append(plan->to_call, json_deep_copy(participant));
    json_decref(participant);
    return answered;
}

/* The answer to a line, or an error in its place. */
static json_t *answer_line(struct plan *plan, const struct cli_lines *lines, enum cli_line read) {
    struct cli_fault fault = {0};
    json_t *object = NULL;
    bool answered = false;
    plan->line->object = NULL;
    if (read == CLI_LINE_TOO_LONG) {
        cli_fault_set(&fault, prap_status_name(PRAP_E_LIMIT), "", "a line has at most 65536 bytes");
    } else if (cli_json_read(lines->bytes, lines->n, is_field, &plan->line->object, &fault)) {
        answered = answer(plan, &object, &fault);
    }
    if (!answered) {
        object = cli_json_error(lines->number, cli_json_id(plan->line->object), &fault);
        fprintf(stderr, "prap call: %s:%llu: %s%s%s (%s)\n", cli_lines_name(lines), (unsigned long long)lines->number,
                fault.field, fault.field[0] == '\0' ? "" : ": ", fault.message, fault.code);
        plan->code = CLI_EXIT_UNREAD;
    }
    json_decref(plan->line->object);
    return object;
}

static bool put(const struct plan *plan, json_t *object) {
    return cli_put_answer(object, cli_has(plan->arguments, CLI_TEXT));
}

/* One line a call: at most ten participants each (PD-14c, PD-14d). */
static bool put_calls(const struct plan *plan) {
    const size_t n = json_array_size(plan->to_call);
    const size_t calls = (n + PRAP_CALL_PARTICIPANTS_MAX - 1) / PRAP_CALL_PARTICIPANTS_MAX;
    for (size_t call = 0; call < calls; call++) {
        json_t *object = cli_json_new(), *participants = cli_need(json_array());
        for (size_t i = call * PRAP_CALL_PARTICIPANTS_MAX; i < n && i < (call + 1) * PRAP_CALL_PARTICIPANTS_MAX; i++)
            cli_json_append(participants, json_deep_copy(json_array_get(plan->to_call, i)));
        cli_json_set_number(object, "batch", (int64_t)call + 1);
        cli_json_set_number(object, "of", (int64_t)calls);
        cli_json_set_rule(object, "rule", prap_rule_find("PD-14d", 6)->number);
        cli_json_set(object, "participants", participants);
        if (!put(plan, object)) return false;
    }
    return true;
}

/* What the call needs besides: the desk's own question, with its hours and the code in force. */
static bool put_the_call(struct plan *plan) {
    struct cli_fault fault = {0};
    prap_desk_answer found = {.size = sizeof found};
    json_t *object = NULL;
    plan->line->object = cli_need(json_object());
    cli_json_set_word(plan->line->object, "ask", PRAP_WORDS_DESK_ASK, PRAP_DESK_ASK_CALL);
    cli_json_set_day(plan->line->object, "on", plan->at.day);
    cli_json_set_moment(plan->line->object, "at", plan->at);
    cli_json_set_number(plan->line->object, "participants", (int64_t)json_array_size(plan->to_call));
    bool read = cli_desk_read(plan->line, &fault) && cli_desk_answer(plan->desk, plan->line, &found, &object, &fault);
    if (!read) {
        fprintf(stderr, "prap call: --plan: %s (%s)\n", fault.message, fault.code);
        plan->code = CLI_EXIT_UNREAD;
    } else {
        read = put(plan, object);
    }
    json_decref(plan->line->object);
    return read;
}

int cli_call_plan(const struct cli_arguments *arguments, const struct cli_desk *desk, prap_moment at,
                  struct cli_lines *lines) {
    struct plan plan = {arguments, desk, at, calloc(1, sizeof *plan.line), cli_need(json_array()), CLI_EXIT_ANSWERED};
    if (plan.line == NULL) cli_out_of_memory();
    bool go_on = true;
    enum cli_line read = CLI_LINE_END;
    while (go_on && (read = cli_lines_next(lines)) != CLI_LINE_END && read != CLI_LINE_FAILED)
        go_on = put(&plan, answer_line(&plan, lines, read));
    if (go_on && read == CLI_LINE_END && json_array_size(plan.to_call) != 0) (void)(put_calls(&plan) && put_the_call(&plan));
    if (read == CLI_LINE_FAILED) plan.code = CLI_EXIT_FAILED;
    json_decref(plan.to_call);
    free(plan.line);
    return plan.code;
}
