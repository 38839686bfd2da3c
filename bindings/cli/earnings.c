/* earnings.c: prap earnings: payments and the thresholds that they reach, one question a line. */
#include <stdio.h>
#include <stdlib.h>

#include "commands.h"
#include "json-out.h"
#include "output.h"
#include "questions.h"

/* A line as it was read. */
struct asked {
    const json_t *object; /* lent */
    prap_earnings_question question;
    prap_payment payments[PRAP_PAYMENTS_MAX];
    prap_threshold national[PRAP_THRESHOLDS_MAX];
};

static bool is_field(const char *name) {
    static const char *const fields[] = {"id", "programme", "as_of", "payments", "national", NULL};
    return cli_is_listed(name, fields);
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

static bool answer(void *user, json_t *question, json_t **ret_object, struct cli_fault *ret_fault) {
    struct asked *asked = user;
    prap_earnings earnings = {.size = sizeof earnings};
    prap_error error = {.size = sizeof error};
    asked->object = question;
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

int cli_earnings(const struct cli_arguments *arguments) {
    struct asked *asked = calloc(1, sizeof *asked);
    if (asked == NULL) cli_out_of_memory();
    const int code = cli_answer_questions(arguments, is_field, answer, asked);
    free(asked);
    return code;
}
