/* services.c: prap services: PRaP, its support team and Provider Direct at a moment. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calendars.h"
#include "commands.h"
#include "form.h"
#include "json-out.h"
#include "lines.h"
#include "outages.h"
#include "output.h"

static const char prap_itself[] = "prap"; /* what no one staffs is no word */

enum { MOST_DAYS = 1024 };

struct desk {
    const struct cli_arguments *arguments;
    const prap_calendar *calendar;
    prap_setting *settings;
    size_t n_settings;
    struct cli_outages given; /* of --outages */
};

/* A question, with the room that it borrows. */
struct line {
    json_t *object; /* owned, may be NULL */
    prap_service_question question;
    struct cli_outages outages;
    prap_day days[MOST_DAYS];
};

static bool is_field(const char *name) {
    static const char *const fields[] = {"id",        "service",   "at",      "subject",  "route",   "programme", "duties",
                                         "standards", "audited",   "reviewed", "changed", "outages", "announced", "days"};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        if (strcmp(fields[i], name) == 0) return true;
    }
    return false;
}

static bool wrong(struct cli_fault *ret_fault, prap_status status, const char *field, const char *message) {
    cli_fault_set(ret_fault, prap_status_name(status), field, message);
    return false;
}

static bool find_service(const char *name, uint32_t *ret_service) {
    const prap_word *word = prap_word_find(PRAP_WORDS_SERVICE, name, strlen(name));
    *ret_service = word == NULL ? PRAP_SERVICE_PRAP : word->number;
    return word != NULL || strcmp(name, prap_itself) == 0;
}

static const char *service_name(uint32_t service) {
    return service == PRAP_SERVICE_PRAP ? prap_itself : prap_word_by_number(PRAP_WORDS_SERVICE, service)->name;
}

/* true, false or "unknown". */
static bool read_tristate(const json_t *object, const char *field, uint32_t *ret, struct cli_fault *ret_fault) {
    const json_t *value = json_object_get(object, field);
    const char *text = json_string_value(value);
    if (value == NULL) return true;
    if (json_is_boolean(value)) *ret = json_is_true(value) ? PRAP_VALUE_YES : PRAP_VALUE_NO;
    else if (text != NULL && strcmp(text, "unknown") == 0) *ret = PRAP_VALUE_UNKNOWN;
    else return wrong(ret_fault, PRAP_E_TYPE, field, "true, false or \"unknown\" is wanted");
    return true;
}

static bool read_days(struct line *line, struct cli_fault *ret_fault) {
    const json_t *list = json_object_get(line->object, "days"), *day;
    size_t i;
    if (list != NULL && !json_is_array(list)) return wrong(ret_fault, PRAP_E_TYPE, "days", "a list of days is wanted");
    if (json_array_size(list) > MOST_DAYS) return wrong(ret_fault, PRAP_E_LIMIT, "days", "there are more than 1024 days");
    json_array_foreach(list, i, day) {
        if (!cli_json_to_day(day, "days", &line->days[i], ret_fault)) return false;
    }
    line->question.days = line->days;
    line->question.n_days = json_array_size(list);
    return true;
}

static bool read_outages(struct line *line, struct cli_fault *ret_fault) {
    const json_t *announced = json_object_get(line->object, "announced"), *list = json_object_get(line->object, "outages");
    if (announced != NULL && !json_is_boolean(announced))
        return wrong(ret_fault, PRAP_E_TYPE, "announced", "true or false is wanted");
    line->outages.n = 0;
    if (list != NULL && !cli_outages_add(&line->outages, list, ret_fault)) return false;
    if (!json_is_false(announced)) cli_outages_add_announced(&line->outages, line->question.service);
    line->question.outages = line->outages.windows;
    line->question.n_outages = line->outages.n;
    return true;
}

static bool read_line(struct line *line, struct cli_fault *ret_fault) {
    const json_t *object = line->object, *at = json_object_get(object, "at");
    prap_service_question *question = &line->question;
    prap_text service;
    *question = (prap_service_question){.size = sizeof *question, .at = PRAP_MOMENT_NONE, .audited = PRAP_DAY_NONE,
                                        .reviewed = PRAP_DAY_NONE, .changed = PRAP_DAY_NONE};
    if (json_object_get(object, "id") != NULL && cli_json_id(object) == NULL)
        return wrong(ret_fault, PRAP_E_TYPE, "id", "an id is a text or a whole number");
    if (!cli_json_text(object, "service", true, &service, ret_fault)) return false;
    if (!find_service(service.bytes, &question->service))
        return wrong(ret_fault, PRAP_E_WORD, "service", "it is one of prap, post, provider-direct");
    return (at == NULL || cli_json_to_moment(at, "at", &question->at, ret_fault)) &&
           cli_json_word(object, "subject", PRAP_WORDS_HELP_SUBJECT, false, &question->subject, ret_fault) &&
           cli_json_word(object, "route", PRAP_WORDS_ACCESS_ROUTE, false, &question->route, ret_fault) &&
           cli_json_word(object, "programme", PRAP_WORDS_PROGRAMME, false, &question->programme, ret_fault) &&
           read_tristate(object, "duties", &question->duties, ret_fault) &&
           read_tristate(object, "standards", &question->standards, ret_fault) &&
           cli_json_day(object, "audited", false, &question->audited, ret_fault) &&
           cli_json_day(object, "reviewed", false, &question->reviewed, ret_fault) &&
           cli_json_day(object, "changed", false, &question->changed, ret_fault) && read_outages(line, ret_fault) &&
           read_days(line, ret_fault);
}

static prap_status hear(void *user, const prap_service_finding *finding) {
    const char *cure = prap_service_finding_cure(finding->finding);
    json_t *object = cli_need(json_object());
    cli_json_set_word(object, "finding", PRAP_WORDS_SERVICE_FINDING, finding->finding);
    cli_json_set_rule(object, "rule", finding->rule);
    cli_json_set_word(object, "severity", PRAP_WORDS_SEVERITY, finding->severity);
    cli_json_set_word(object, "policy", PRAP_WORDS_POLICY, finding->policy);
    if (finding->contact != 0) cli_json_set_text(object, "contact", prap_contact_at(finding->contact - 1)->id);
    if (finding->at != PRAP_SERVICE_NO_DAY) cli_json_set_number(object, "index", finding->at);
    cli_json_set_day(object, "day", finding->day);
    cli_json_set_moment(object, "last_usable", finding->last_usable);
    cli_json_set_text(object, "text", prap_word_by_number(PRAP_WORDS_SERVICE_FINDING, finding->finding)->meaning);
    if (cure[0] != '\0') cli_json_set_text(object, "cure", cure);
    cli_json_append(user, object);
    return PRAP_OK;
}

static json_t *object_of(const struct line *line, const prap_service_answer *answer, json_t *findings) {
    const json_t *id = line->object == NULL ? NULL : cli_json_id(line->object);
    json_t *object = cli_json_new();
    if (id != NULL) cli_json_set(object, "id", json_deep_copy(id));
    cli_json_set_text(object, "service", service_name(answer->service));
    cli_json_set_moment(object, "at", line->question.at);
    cli_json_set(object, "open", json_boolean(answer->open != 0));
    cli_json_set_word(object, "verdict", PRAP_WORDS_VERDICT, answer->verdict);
    cli_json_set_moment(object, "opens", answer->opens);
    cli_json_set_moment(object, "other_opens", answer->other_opens);
    if (answer->phone != 0) cli_json_set_text(object, "phone", prap_contact_at(answer->phone - 1)->id);
    if (answer->email != 0) cli_json_set_text(object, "email", prap_contact_at(answer->email - 1)->id);
    cli_json_set_day(object, "audit_due", answer->audit_due);
    cli_json_set_day(object, "review_due", answer->review_due);
    if (answer->audit_due != PRAP_DAY_NONE || answer->review_due != PRAP_DAY_NONE)
        cli_json_set(object, "remind", json_boolean(answer->remind != 0));
    cli_json_set(object, "findings", findings);
    return object;
}

static bool answer(const struct desk *desk, const struct line *line, json_t **ret_object, struct cli_fault *ret_fault) {
    prap_service_answer found = {.size = sizeof found};
    prap_error error = {.size = sizeof error};
    json_t *findings = cli_need(json_array());
    if (prap_service_ask(desk->calendar, desk->settings, desk->n_settings, &line->question, hear, findings, &found,
                         &error) == PRAP_OK) {
        *ret_object = object_of(line, &found, findings);
        return true;
    }
    cli_fault_from_error(ret_fault, &error);
    json_decref(findings);
    return false;
}

/* The answer to a line that was read, or an error in its place. Returns whether it was answered. */
static bool answer_line(const struct desk *desk, const struct cli_lines *lines, enum cli_line read, struct line *line,
                        json_t **ret_object) {
    struct cli_fault fault = {0};
    bool answered = false;
    line->object = NULL;
    if (read == CLI_LINE_TOO_LONG) {
        cli_fault_set(&fault, prap_status_name(PRAP_E_LIMIT), "", "a line has at most 65536 bytes");
    } else if (cli_json_read(lines->bytes, lines->n, is_field, &line->object, &fault)) {
        answered = read_line(line, &fault) && answer(desk, line, ret_object, &fault);
    }
    if (!answered) {
        *ret_object = cli_json_error(lines->number, cli_json_id(line->object), &fault);
        fprintf(stderr, "prap services: %s:%llu: %s%s%s (%s)\n", cli_lines_name(lines),
                (unsigned long long)lines->number, fault.field, fault.field[0] == '\0' ? "" : ": ", fault.message,
                fault.code);
    }
    json_decref(line->object);
    return answered;
}

static int answer_lines(const struct desk *desk, struct line *line) {
    struct cli_lines *lines = cli_lines_open(NULL, 0);
    int code = lines == NULL ? CLI_EXIT_FAILED : CLI_EXIT_ANSWERED;
    while (lines != NULL) {
        const enum cli_line read = cli_lines_next(lines);
        if (read == CLI_LINE_FAILED) code = CLI_EXIT_FAILED;
        if (read == CLI_LINE_FAILED || read == CLI_LINE_END) break;
        json_t *object = NULL;
        if (!answer_line(desk, lines, read, line, &object)) code = CLI_EXIT_UNREAD;
        if (!cli_put_answer(object, cli_has(desk->arguments, CLI_TEXT))) break;
    }
    cli_lines_close(lines);
    return code;
}

/* One service at the moment of --at. */
static int put_service(const struct desk *desk, struct line *line, uint32_t service, prap_moment at) {
    struct cli_fault fault = {0};
    json_t *object = NULL;
    *line = (struct line){.outages = desk->given};
    if (service != PRAP_SERVICE_PRAP) line->outages.n = 0; /* those of --outages are PRaP's */
    cli_outages_add_announced(&line->outages, service);
    line->question = (prap_service_question){.size = sizeof line->question, .service = service, .at = at,
                                             .audited = PRAP_DAY_NONE, .reviewed = PRAP_DAY_NONE,
                                             .changed = PRAP_DAY_NONE, .outages = line->outages.windows,
                                             .n_outages = line->outages.n};
    if (answer(desk, line, &object, &fault)) {
        cli_put_answer(object, cli_has(desk->arguments, CLI_TEXT));
        return CLI_EXIT_ANSWERED;
    }
    cli_wrong_use(desk->arguments->command, "--%s: %s", fault.field, fault.message);
    return CLI_EXIT_USE;
}

static int put_services(const struct desk *desk, struct line *line) {
    const struct cli_arguments *arguments = desk->arguments;
    const char *text = cli_value(arguments, CLI_AT);
    prap_moment at = PRAP_MOMENT_NONE;
    uint32_t service;
    int code = CLI_EXIT_ANSWERED;
    if (prap_moment_parse(text, strlen(text), &at) != PRAP_OK) {
        cli_wrong_use(arguments->command, "--at wants a moment, YYYY-MM-DDTHH:MM");
        return CLI_EXIT_USE;
    }
    for (size_t i = 0; i < arguments->n_operands; i++) {
        if (find_service(arguments->operands[i], &service)) continue;
        cli_wrong_use(arguments->command, "there is no such service: it is one of prap, post, provider-direct");
        return CLI_EXIT_USE;
    }
    const size_t n = arguments->n_operands == 0 ? prap_word_count(PRAP_WORDS_SERVICE) + 1 : arguments->n_operands;
    for (size_t i = 0; i < n && code == CLI_EXIT_ANSWERED; i++) {
        service = (uint32_t)i; /* PRaP is 0, and the words run from 1 */
        if (arguments->n_operands > 0) find_service(arguments->operands[i], &service);
        code = put_service(desk, line, service, at);
    }
    return code;
}

static int answer_all(struct desk *desk, struct line *line) {
    const struct cli_arguments *arguments = desk->arguments;
    const int code = cli_outages_open(arguments, &desk->given);
    if (code != CLI_EXIT_ANSWERED) return code;
    if (cli_value(arguments, CLI_AT) != NULL) return put_services(desk, line);
    if (arguments->n_operands == 0 && desk->given.n == 0) return answer_lines(desk, line);
    cli_wrong_use(arguments->command, "a service and --outages go with --at; a line has its own");
    return CLI_EXIT_USE;
}

int cli_services(const struct cli_arguments *arguments) {
    struct cli_calendars calendars;
    struct desk *desk = calloc(1, sizeof *desk);
    struct line *line = calloc(1, sizeof *line);
    prap_setting *settings = calloc(arguments->n_given + 1, sizeof *settings);
    if (desk == NULL || line == NULL || settings == NULL) cli_out_of_memory();
    desk->arguments = arguments;
    desk->settings = settings;
    int code = cli_settings_once(arguments, settings, &desk->n_settings) ? CLI_EXIT_ANSWERED : CLI_EXIT_USE;
    if (code == CLI_EXIT_ANSWERED) {
        code = cli_calendars_open(arguments, PRAP_DIVISION_ENGLAND_AND_WALES, &calendars);
        desk->calendar = code == CLI_EXIT_ANSWERED ? cli_calendar_of(&calendars, PRAP_DIVISION_ENGLAND_AND_WALES) : NULL;
        if (code == CLI_EXIT_ANSWERED) code = answer_all(desk, line);
        cli_calendars_close(&calendars);
    }
    free(settings);
    free(line);
    free(desk);
    return code;
}
