/* earnings.c: prap earnings: payments and the thresholds that they reach, one question a line. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "json-out.h"
#include "lines.h"
#include "output.h"

/* A line as it was read. */
struct asked {
    json_t *object; /* owned, may be NULL */
    prap_earnings_question question;
    prap_payment payments[PRAP_PAYMENTS_MAX];
    prap_threshold national[PRAP_THRESHOLDS_MAX];
};

static bool is_field(const char *name) {
    static const char *const fields[] = {"id", "programme", "as_of", "payments", "national"};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        if (strcmp(fields[i], name) == 0) return true;
    }
    return false;
}

static bool wrong(struct cli_fault *ret_fault, prap_status status, const char *field, const char *message) {
    cli_fault_set(ret_fault, prap_status_name(status), field, message);
    return false;
}

/* A day and an amount: {"on": DAY, "pence": N}. */
static bool read_amount(const json_t *item, const char *day_name, const char *list, size_t i, prap_day *ret_day,
                        int64_t *ret_pence, struct cli_fault *ret_fault) {
    char field[48];
    const json_t *pence = json_object_get(item, "pence");
    snprintf(field, sizeof field, "%s[%zu]", list, i);
    if (!json_is_object(item) || json_object_size(item) != 2)
        return wrong(ret_fault, PRAP_E_TYPE, field, "an object with a day and whole pence is wanted");
    if (!json_is_integer(pence)) return wrong(ret_fault, PRAP_E_TYPE, field, "whole pence are wanted");
    *ret_pence = json_integer_value(pence);
    return cli_json_to_day(json_object_get(item, day_name), field, ret_day, ret_fault);
}

static bool read_list(const struct asked *asked, const char *name, size_t most, const json_t **ret_list,
                      struct cli_fault *ret_fault) {
    *ret_list = json_object_get(asked->object, name);
    if (*ret_list == NULL) return true;
    if (!json_is_array(*ret_list)) return wrong(ret_fault, PRAP_E_TYPE, name, "a list is wanted");
    if (json_array_size(*ret_list) <= most) return true;
    cli_fault_from_status(ret_fault, PRAP_E_LIMIT, name);
    return false;
}

static bool read_asked(struct asked *asked, struct cli_fault *ret_fault) {
    size_t i;
    const json_t *item, *list;
    prap_earnings_question *question = &asked->question;
    *question = (prap_earnings_question){.size = sizeof *question, .payments = asked->payments,
                                         .national = asked->national};
    if (json_object_get(asked->object, "id") != NULL && cli_json_id(asked->object) == NULL)
        return wrong(ret_fault, PRAP_E_TYPE, "id", "an id is a text or a whole number");
    if (!cli_json_word(asked->object, "programme", PRAP_WORDS_PROGRAMME, true, &question->programme, ret_fault) ||
        !cli_json_day(asked->object, "as_of", true, &question->as_of, ret_fault) ||
        !read_list(asked, "payments", PRAP_PAYMENTS_MAX, &list, ret_fault))
        return false;
    json_array_foreach(list, i, item) {
        prap_payment *payment = &asked->payments[question->n_payments++];
        payment->reserved = 0;
        if (!read_amount(item, "on", "payments", i, &payment->on, &payment->pence, ret_fault)) return false;
    }
    if (!read_list(asked, "national", PRAP_THRESHOLDS_MAX, &list, ret_fault)) return false;
    json_array_foreach(list, i, item) {
        prap_threshold *amount = &asked->national[question->n_national++];
        amount->reserved = 0;
        if (!read_amount(item, "from", "national", i, &amount->from, &amount->pence, ret_fault)) return false;
    }
    return true;
}

static prap_status hear(void *user, const prap_threshold_standing *standing) {
    json_t *object = cli_need(json_object());
    cli_json_set_word(object, "threshold", PRAP_WORDS_THRESHOLD, standing->threshold);
    cli_json_set_word(object, "status", PRAP_WORDS_THRESHOLD_STATUS, standing->status);
    cli_json_set_rule(object, "rule", standing->rule);
    if (standing->pence != 0) cli_json_set_number(object, "pence", standing->pence);
    cli_json_set_day(object, "reached_on", standing->reached_on);
    cli_json_set_day(object, "unsure_from", standing->unsure_from);
    if (standing->status == PRAP_THRESHOLD_STATUS_NOT_REACHED)
        cli_json_set_number(object, "missing_pence", standing->missing_pence);
    cli_json_append(user, object);
    return PRAP_OK;
}

static json_t *object_of(const struct asked *asked, const prap_earnings *earnings, json_t *thresholds) {
    json_t *object = cli_json_new();
    if (cli_json_id(asked->object) != NULL) cli_json_set(object, "id", json_deep_copy(cli_json_id(asked->object)));
    cli_json_set_word(object, "programme", PRAP_WORDS_PROGRAMME, earnings->programme);
    cli_json_set_day(object, "as_of", earnings->as_of);
    cli_json_set_number(object, "earned_pence", earnings->earned_pence);
    cli_json_set_number(object, "payments", earnings->payments);
    cli_json_set_day(object, "first_paid_on", earnings->first_paid_on);
    cli_json_set_word(object, "outcome", PRAP_WORDS_THRESHOLD, earnings->outcome);
    cli_json_set_word(object, "outcome_status", PRAP_WORDS_THRESHOLD_STATUS, earnings->outcome_status);
    cli_json_set_day(object, "outcome_on", earnings->outcome_on);
    cli_json_set(object, "closes_feed",
                 earnings->closes == PRAP_VALUE_UNKNOWN ? json_string("unknown")
                                                        : json_boolean(earnings->closes == PRAP_VALUE_YES));
    cli_json_set_rule(object, "rule", earnings->rule);
    cli_json_set(object, "thresholds", thresholds);
    return object;
}

static bool answer(struct asked *asked, json_t **ret_object, struct cli_fault *ret_fault) {
    prap_earnings earnings = {.size = sizeof earnings};
    prap_error error = {.size = sizeof error};
    if (!read_asked(asked, ret_fault)) return false;
    json_t *thresholds = cli_need(json_array());
    if (prap_earnings_of(&asked->question, hear, thresholds, &earnings, &error) == PRAP_OK) {
        *ret_object = object_of(asked, &earnings, thresholds);
        return true;
    }
    cli_fault_from_error(ret_fault, &error);
    json_decref(thresholds);
    return false;
}

/* The answer to a line that was read, or an error in its place. Returns whether it was answered. */
static bool answer_line(const struct cli_lines *lines, enum cli_line read, struct asked *asked, json_t **ret_object) {
    struct cli_fault fault = {0};
    bool answered = false;
    asked->object = NULL;
    if (read == CLI_LINE_TOO_LONG) {
        cli_fault_set(&fault, prap_status_name(PRAP_E_LIMIT), "", "a line has at most 65536 bytes");
    } else if (cli_json_read(lines->bytes, lines->n, is_field, &asked->object, &fault)) {
        answered = answer(asked, ret_object, &fault);
    }
    if (!answered) {
        *ret_object = cli_json_error(lines->number, cli_json_id(asked->object), &fault);
        fprintf(stderr, "prap earnings: %s:%llu: %s%s%s (%s)\n", cli_lines_name(lines),
                (unsigned long long)lines->number, fault.field, fault.field[0] == '\0' ? "" : ": ", fault.message,
                fault.code);
    }
    json_decref(asked->object);
    return answered;
}

int cli_earnings(const struct cli_arguments *arguments) {
    struct cli_lines *lines = cli_lines_open(arguments->operands, arguments->n_operands);
    struct asked *asked = calloc(1, sizeof *asked);
    int code = lines == NULL ? CLI_EXIT_FAILED : CLI_EXIT_ANSWERED;
    if (asked == NULL) cli_need(NULL);
    while (lines != NULL) {
        const enum cli_line read = cli_lines_next(lines);
        if (read == CLI_LINE_FAILED) code = CLI_EXIT_FAILED;
        if (read == CLI_LINE_FAILED || read == CLI_LINE_END) break;
        json_t *object = NULL;
        if (!answer_line(lines, read, asked, &object)) code = CLI_EXIT_UNREAD;
        if (!cli_put_answer(object, cli_has(arguments, CLI_TEXT))) break;
    }
    free(asked);
    cli_lines_close(lines);
    return code;
}
