/* explain-form.c: forms, services and contacts, and what is said of them, as sentences. */
#include <string.h>

#include "days-text.h"
#include "explain.h"
#include "redact.h"

static void put_line(FILE *stream, enum cli_phrase phrase, const char *name, const char *value) {
    if (value[0] == '\0') return;
    fputs("  ", stream);
    cli_say(stream, phrase, name, value, (char *)NULL);
    fputc('\n', stream);
}

static void put_day(FILE *stream, enum cli_phrase phrase, const char *day) {
    char words[CLI_DAY_WORDS_BYTES];
    put_line(stream, phrase, "day", day[0] == '\0' ? "" : cli_day_words_of(day, words));
}

static void put_findings(FILE *stream, const json_t *object, uint32_t kind) {
    size_t i;
    const json_t *finding;
    json_array_foreach(json_object_get(object, "findings"), i, finding)
        cli_explain_finding(stream, finding, kind, PRAP_WORDS_FORM_FACT);
}

/* "to jobcentre, contact post-email (superseded: ...), by email with a form" */
static void put_route(FILE *stream, const json_t *object) {
    const char *contact = cli_text_of(object, "contact"), *status = cli_text_of(object, "contact_status");
    if (cli_text_of(object, "to")[0] == '\0') return;
    fputs("  ", stream);
    cli_say(stream, contact[0] == '\0' ? CLI_PHRASE_FORM_TO : CLI_PHRASE_FORM_TO_AT, "recipient",
            cli_name(PRAP_WORDS_RECIPIENT, cli_text_of(object, "to")), "means",
            cli_meaning(PRAP_WORDS_MEANS, cli_text_of(object, "means")), "when",
            cli_meaning(PRAP_WORDS_NOTICE_DUE, cli_text_of(object, "when")), "contact", contact, "status", status,
            (char *)NULL);
    cli_explain_rule(stream, cli_text_of(object, "rule"));
    fputc('\n', stream);
}

static void put_kept(FILE *stream, const json_t *object) {
    const char *record = cli_text_of(object, "record");
    if (record[0] == '\0') return;
    fputs("  ", stream);
    cli_say(stream, CLI_PHRASE_KEPT, "record", cli_meaning(PRAP_WORDS_RECORD, record), "retention",
            cli_meaning(PRAP_WORDS_RETENTION, cli_text_of(object, "retention")), (char *)NULL);
    fputc('\n', stream);
}

static void put_answer(FILE *stream, const json_t *object) {
    char words[CLI_DAY_WORDS_BYTES];
    const char *form = cli_text_of(object, "form");
    cli_say(stream, CLI_PHRASE_FORM_ANSWER, "form", cli_name(PRAP_WORDS_FORM, form), "day",
            cli_day_words_of(cli_text_of(object, "on"), words), "outcome",
            cli_meaning(PRAP_WORDS_FORM_OUTCOME, cli_text_of(object, "outcome")), (char *)NULL);
    cli_explain_id(stream, object);
    fputc('\n', stream);
    put_route(stream, object);
    put_day(stream, CLI_PHRASE_DESK_DUE, cli_text_of(object, "due"));
    put_day(stream, CLI_PHRASE_FORM_PRUDENT, cli_text_of(object, "prudent"));
    put_day(stream, CLI_PHRASE_FORM_PLAN_BY, cli_text_of(object, "plan_by"));
    put_kept(stream, object);
    put_findings(stream, object, PRAP_WORDS_FORM_FINDING);
}

static void put_field(FILE *stream, const json_t *field) {
    const bool personal = json_is_true(json_object_get(field, "personal"));
    fputs("    ", stream);
    cli_pad(stream, cli_text_of(field, "need"), 9);
    fputc(' ', stream);
    cli_say(stream, personal ? CLI_PHRASE_FORM_PERSONAL : CLI_PHRASE_FORM_FIELD, "field",
            cli_meaning(PRAP_WORDS_FORM_FACT, cli_text_of(field, "field")), (char *)NULL);
    cli_explain_rule(stream, cli_text_of(field, "rule"));
    fputc('\n', stream);
}

static void put_kind(FILE *stream, const json_t *object) {
    size_t i;
    const json_t *one;
    cli_say(stream, CLI_PHRASE_FORM_KIND, "form", cli_text_of(object, "title"), "meaning",
            cli_meaning(PRAP_WORDS_FORM, cli_text_of(object, "form")), (char *)NULL);
    cli_explain_rule(stream, cli_text_of(object, "rule"));
    fputc('\n', stream);
    put_line(stream, CLI_PHRASE_FORM_PRINTED, "printed", cli_meaning(PRAP_WORDS_FIELDS, cli_text_of(object, "printed")));
    json_array_foreach(json_object_get(object, "routes"), i, one) put_route(stream, one);
    put_kept(stream, object);
    json_array_foreach(json_object_get(object, "fields"), i, one) put_field(stream, one);
}

static void put_service(FILE *stream, const json_t *object) {
    const bool open = json_is_true(json_object_get(object, "open"));
    cli_say(stream, open ? CLI_PHRASE_SERVICE_OPEN : CLI_PHRASE_SERVICE_CLOSED, "service",
            cli_text_of(object, "service"), "moment", cli_text_of(object, "at"), (char *)NULL);
    cli_explain_id(stream, object);
    fputc('\n', stream);
    put_line(stream, CLI_PHRASE_DESK_OPENS, "moment", cli_text_of(object, "opens"));
    put_day(stream, CLI_PHRASE_SERVICE_AUDIT, cli_text_of(object, "audit_due"));
    put_day(stream, CLI_PHRASE_SERVICE_REVIEW, cli_text_of(object, "review_due"));
    put_findings(stream, object, PRAP_WORDS_SERVICE_FINDING);
}

static void put_contact(FILE *stream, const json_t *object) {
    const char *own = cli_text_of(object, "own"), *printed = cli_text_of(object, "printed");
    cli_say(stream, own[0] == '\0' ? CLI_PHRASE_CONTACT : CLI_PHRASE_CONTACT_OWN, "contact",
            cli_text_of(object, "contact"), "address", own[0] == '\0' ? printed : own, "status",
            cli_meaning(PRAP_WORDS_CONTACT_STATUS, cli_text_of(object, "contact_status")), "printed", printed,
            (char *)NULL);
    fprintf(stream, " (%s)\n", cli_text_of(object, "where"));
}

bool cli_explain_form(FILE *stream, const json_t *object) {
    if (json_is_array(json_object_get(object, "routes"))) put_kind(stream, object);
    else if (json_is_string(json_object_get(object, "form")) && json_is_array(json_object_get(object, "findings")))
        put_answer(stream, object);
    else if (json_is_boolean(json_object_get(object, "open"))) put_service(stream, object);
    else if (json_is_string(json_object_get(object, "contact_status"))) put_contact(stream, object);
    else return false;
    return true;
}
