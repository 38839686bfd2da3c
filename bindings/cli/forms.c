/* forms.c: prap forms and prap contacts: the rows, and the host's own addresses in place of the printed ones. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "form.h"
#include "json-out.h"
#include "output.h"

void cli_form_set_contact(json_t *object, const char *key, uint32_t contact) {
    if (contact == 0) return;
    cli_json_set_text(object, key, prap_contact_at(contact - 1)->id);
    cli_json_set_word(object, "contact_status", PRAP_WORDS_CONTACT_STATUS, prap_contact_at(contact - 1)->status);
}

static json_t *programmes_object(uint32_t programmes) {
    json_t *list = cli_need(json_array());
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_PROGRAMME); i++) {
        const prap_word *word = prap_word_at(PRAP_WORDS_PROGRAMME, i);
        if ((programmes >> (word->number - 1) & 1) != 0) cli_json_append(list, json_string(word->name));
    }
    return list;
}

static json_t *route_object(const prap_form_route *route) {
    json_t *object = cli_need(json_object());
    cli_json_set(object, "programmes", programmes_object(route->programmes));
    cli_json_set_word(object, "occasion", PRAP_WORDS_FORM_OPTION, route->option);
    cli_json_set_rule(object, "rule", route->rule);
    cli_json_set_word(object, "to", PRAP_WORDS_RECIPIENT, route->recipient);
    cli_form_set_contact(object, "contact", route->contact);
    cli_json_set_word(object, "means", PRAP_WORDS_MEANS, route->means);
    cli_json_set_word(object, "when", PRAP_WORDS_NOTICE_DUE, route->due);
    return object;
}

static json_t *field_object(const prap_form_field *field) {
    const prap_word *fact = prap_word_by_number(PRAP_WORDS_FORM_FACT, field->fact);
    json_t *object = cli_need(json_object());
    cli_json_set_text(object, "field", fact->name);
    cli_json_set_word(object, "need", PRAP_WORDS_NEED, field->need);
    cli_json_set(object, "personal", json_boolean(field->personal != 0));
    cli_json_set_word(object, "type", PRAP_WORDS_FACT_TYPE, fact->detail);
    cli_json_set_rule(object, "rule", field->rule);
    cli_json_set_text(object, "text", fact->meaning);
    return object;
}

static bool is_field(uint32_t form, uint32_t fact) {
    const prap_form_field *field;
    for (uint32_t i = 0; (field = prap_form_field_at(form, i)) != NULL; i++) {
        if (field->fact == fact) return true;
    }
    return false;
}

/* What else can be said: how things stand. */
static json_t *said_object(const prap_word *fact) {
    json_t *object = cli_need(json_object()), *options = cli_need(json_array());
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_FORM_OPTION); i++) {
        const prap_word *option = prap_word_at(PRAP_WORDS_FORM_OPTION, i);
        if (option->detail == fact->number) cli_json_append(options, json_string(option->name));
    }
    cli_json_set_text(object, "fact", fact->name);
    cli_json_set_word(object, "type", PRAP_WORDS_FACT_TYPE, fact->detail);
    if (json_array_size(options) > 0) cli_json_set(object, "options", options);
    else json_decref(options);
    cli_json_set_word(object, "absent", PRAP_WORDS_ABSENT, fact->absent);
    cli_json_set_rule(object, "rule", fact->rule);
    cli_json_set_text(object, "text", fact->meaning);
    return object;
}

static json_t *form_object(const prap_form *form) {
    const prap_record_kind *kind = prap_record_kind_by_number(form->record);
    const prap_form_field *field;
    const prap_form_route *route;
    const char *alias;
    json_t *object = cli_json_new(), *aliases = cli_need(json_array()), *routes = cli_need(json_array());
    json_t *fields = cli_need(json_array()), *facts = cli_need(json_array());
    for (uint32_t i = 0; (alias = prap_form_alias_at(form->form, i)) != NULL; i++)
        cli_json_append(aliases, json_string(alias));
    for (uint32_t i = 0; (route = prap_form_route_at(form->form, i)) != NULL; i++)
        cli_json_append(routes, route_object(route));
    for (uint32_t i = 0; (field = prap_form_field_at(form->form, i)) != NULL; i++)
        cli_json_append(fields, field_object(field));
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_FORM_FACT); i++) {
        const prap_word *fact = prap_word_at(PRAP_WORDS_FORM_FACT, i);
        if (prap_form_takes(form->form, fact->number) && !is_field(form->form, fact->number))
            cli_json_append(facts, said_object(fact));
    }
    cli_json_set_word(object, "form", PRAP_WORDS_FORM, form->form);
    cli_json_set_text(object, "title", form->title);
    cli_json_set(object, "aliases", aliases);
    cli_json_set_rule(object, "rule", form->rule);
    cli_json_set(object, "programmes", programmes_object(form->programmes));
    cli_json_set_word(object, "by", PRAP_WORDS_ACTOR, form->actor);
    cli_json_set_word(object, "printed", PRAP_WORDS_FIELDS, form->fields);
    cli_json_set_word(object, "own_template", PRAP_WORDS_OWN_TEMPLATE, form->own_template);
    cli_json_set_word(object, "record", PRAP_WORDS_RECORD, form->record);
    if (kind != NULL) cli_json_set_word(object, "retention", PRAP_WORDS_RETENTION, kind->retention);
    if (form->copies != 0) cli_json_set_text(object, "copies", prap_contact_at(form->copies - 1)->id);
    cli_json_set(object, "routes", routes);
    cli_json_set(object, "fields", fields);
    cli_json_set(object, "facts", facts);
    cli_json_set_text(object, "text", prap_word_by_number(PRAP_WORDS_FORM, form->form)->meaning);
    return object;
}

bool cli_forms_put(const char *const *names, size_t n, bool text) {
    for (size_t i = 0; i < n; i++) {
        if (prap_form_find(names[i], strlen(names[i])) == NULL) return false;
    }
    const size_t count = n == 0 ? prap_word_count(PRAP_WORDS_FORM) : n;
    for (size_t i = 0; i < count; i++) {
        const prap_form *form = n == 0 ? prap_form_by_number(prap_word_at(PRAP_WORDS_FORM, (uint32_t)i)->number)
                                       : prap_form_find(names[i], strlen(names[i]));
        if (!cli_put_answer(form_object(form), text)) break;
    }
    return true;
}

int cli_forms(const struct cli_arguments *arguments) {
    if (cli_forms_put(arguments->operands, arguments->n_operands, cli_has(arguments, CLI_TEXT))) return CLI_EXIT_ANSWERED;
    cli_wrong_use(arguments->command, "there is no such form; prap forms lists them");
    return CLI_EXIT_USE;
}

/* The contact of a value of --own, and its address after the sign. */
static const prap_contact *own_contact(const char *value, const char **ret_address) {
    const size_t n = strcspn(value, "=");
    *ret_address = value[n] == '=' ? value + n + 1 : "";
    return prap_contact_find(value, n);
}

bool cli_own_contacts(const struct cli_arguments *arguments, uint64_t *ret_bits) {
    *ret_bits = 0;
    for (size_t i = 0; i < arguments->n_given; i++) {
        const char *address;
        if (arguments->given[i].option != CLI_OWN) continue;
        const prap_contact *contact = own_contact(arguments->given[i].value, &address);
        if (contact == NULL || address[0] == '\0')
            return cli_wrong_use(arguments->command, "--own wants ID=ADDRESS, the id of a contact; prap contacts lists them");
        if ((*ret_bits >> (contact->number - 1) & 1) != 0)
            return cli_wrong_use(arguments->command, "--own: %s is given twice", contact->id);
        *ret_bits |= UINT64_C(1) << (contact->number - 1);
    }
    return true;
}

const char *cli_own_address(const struct cli_arguments *arguments, const char *id) {
    const char *found = NULL, *address;
    for (size_t i = 0; i < arguments->n_given; i++) {
        if (arguments->given[i].option != CLI_OWN) continue;
        const prap_contact *contact = own_contact(arguments->given[i].value, &address);
        if (contact != NULL && strcmp(contact->id, id) == 0) found = address;
    }
    return found;
}

static bool holds(const char *text, const char *part) {
    const size_t n = strlen(part);
    for (; *text != '\0'; text++) {
        size_t i = 0;
        while (i < n && tolower((unsigned char)text[i]) == tolower((unsigned char)part[i])) i++;
        if (i == n) return true;
    }
    return false;
}

static json_t *contact_object(const struct cli_arguments *arguments, const prap_contact *contact) {
    const char *own = cli_own_address(arguments, contact->id);
    json_t *object = cli_json_new(), *rules = cli_need(json_array());
    for (uint32_t i = 0; i < contact->n_rules; i++)
        cli_json_append(rules, json_string(prap_rule_by_number(contact->rules[i])->id));
    cli_json_set_text(object, "contact", contact->id);
    cli_json_set_word(object, "contact_status", PRAP_WORDS_CONTACT_STATUS,
                      own == NULL ? contact->status : (uint32_t)PRAP_CONTACT_STATUS_HOST_SUPPLIES);
    cli_json_set_text(object, "role", contact->role);
    if (own != NULL) cli_json_set_text(object, "own", own);
    cli_json_set_text(object, "printed", contact->printed);
    cli_json_set_text(object, "where", contact->where);
    cli_json_set(object, "rules", rules);
    cli_json_set_text(object, "note", contact->note);
    return object;
}

int cli_contacts(const struct cli_arguments *arguments) {
    uint64_t bits;
    bool found = arguments->n_operands == 0;
    if (!cli_own_contacts(arguments, &bits)) return CLI_EXIT_USE;
    for (uint32_t i = 0; i < prap_contact_count(); i++) {
        const prap_contact *contact = prap_contact_at(i);
        bool wanted = arguments->n_operands == 0;
        for (size_t n = 0; n < arguments->n_operands; n++)
            wanted = wanted || holds(contact->id, arguments->operands[n]) || holds(contact->role, arguments->operands[n]);
        found = found || wanted;
        if (wanted && !cli_put_answer(contact_object(arguments, contact), cli_has(arguments, CLI_TEXT))) break;
    }
    if (found) return CLI_EXIT_ANSWERED;
    cli_wrong_use(arguments->command, "there is no such contact; prap contacts lists them");
    return CLI_EXIT_USE;
}
