/* guidance.c: ambiguities, policies, contacts and documents, as JSON and for people. */
#include "guidance.h"

#include <stdio.h>
#include <string.h>

#include "days-text.h"
#include "json-out.h"
#include "output.h"

static json_t *rule_ids(const uint32_t *rules, uint32_t n) {
    json_t *ids = cli_need(json_array());
    for (uint32_t i = 0; i < n; i++) {
        const prap_rule *rule = prap_rule_by_number(rules[i]);
        if (rule != NULL) cli_json_append(ids, json_string(rule->id));
    }
    return ids;
}

static json_t *policy_names(const prap_ambiguity *ambiguity) {
    json_t *names = cli_need(json_array());
    for (uint32_t i = 0; i < ambiguity->n_policies; i++) {
        const prap_catalogue_policy *policy = prap_catalogue_policy_by_number(ambiguity->policies[i]);
        if (policy != NULL) cli_json_append(names, json_string(policy->name));
    }
    return names;
}

static json_t *ambiguity_object(const prap_ambiguity *ambiguity) {
    json_t *object = cli_json_new();
    cli_json_set_text(object, "id", ambiguity->id);
    cli_json_set(object, "rules", rule_ids(ambiguity->rules, ambiguity->n_rules));
    cli_json_set_text(object, "concerns", ambiguity->concerns);
    cli_json_set_text(object, "unclear", ambiguity->unclear);
    cli_json_set_text(object, "readings", ambiguity->readings);
    cli_json_set_text(object, "recommended", ambiguity->recommended);
    cli_json_set_text(object, "policy", ambiguity->policy);
    cli_json_set(object, "policies", policy_names(ambiguity));
    return object;
}

static void print_ambiguity(const prap_ambiguity *ambiguity) {
    printf("%s\n  concerns: %s\n  unclear: %s\n", ambiguity->id, ambiguity->concerns, ambiguity->unclear);
    if (strcmp(ambiguity->readings, "-") != 0) printf("  readings: %s\n", ambiguity->readings);
    printf("  recommended: %s\n  policy: %s\n", ambiguity->recommended, ambiguity->policy);
}

/* settable: the name under which it can be set, left out when nothing in this version decides by it. */
static json_t *policy_object(const prap_catalogue_policy *policy) {
    json_t *object = cli_json_new();
    cli_json_set_text(object, "id", policy->name);
    cli_json_set_text(object, "default", policy->default_value);
    cli_json_set_text(object, "alternatives", policy->alternatives);
    cli_json_set_text(object, "serves", policy->serves);
    cli_json_set_word(object, "settable", PRAP_WORDS_POLICY, policy->policy);
    return object;
}

static void print_policy(const prap_catalogue_policy *policy) {
    const prap_word *word = prap_word_by_number(PRAP_WORDS_POLICY, policy->policy);
    printf("%s\n  default: %s\n", policy->name, policy->default_value);
    if (strcmp(policy->alternatives, "-") != 0) printf("  alternatives: %s\n", policy->alternatives);
    printf("  serves: %s\n", policy->serves);
    if (word == NULL) printf("  Nothing in this version decides by it.\n");
    else printf("  %s: %s\n", word->name, word->meaning);
}

static json_t *contact_object(const prap_contact *contact) {
    json_t *object = cli_json_new();
    cli_json_set_text(object, "id", contact->id);
    cli_json_set_word(object, "status", PRAP_WORDS_CONTACT_STATUS, contact->status);
    cli_json_set_text(object, "role", contact->role);
    cli_json_set_text(object, "printed", contact->printed);
    cli_json_set_text(object, "where", contact->where);
    cli_json_set(object, "rules", rule_ids(contact->rules, contact->n_rules));
    cli_json_set_text(object, "note", contact->note);
    return object;
}

static void print_contact(const prap_contact *contact) {
    const prap_word *status = prap_word_by_number(PRAP_WORDS_CONTACT_STATUS, contact->status);
    printf("%s\n  %s: %s\n  in: %s\n  %s: %s\n", contact->id, contact->role, contact->printed, contact->where,
           status == NULL ? "" : status->name, contact->note);
}

static json_t *document_object(const prap_document *document) {
    const prap_word *title = prap_word_by_number(PRAP_WORDS_DOCUMENT, document->number);
    const prap_catalogue_policy *policy = prap_catalogue_policy_by_number(document->policy);
    json_t *object = cli_json_new();
    cli_json_set_text(object, "id", document->name);
    cli_json_set_text(object, "title", title == NULL ? "" : title->meaning);
    cli_json_set_day(object, "first_day", document->first_day);
    cli_json_set_day(object, "last_day", document->last_day);
    if (policy != NULL) cli_json_set_text(object, "policy", policy->name);
    cli_json_set_text(object, "state", document->state);
    return object;
}

static void print_document(const prap_document *document) {
    const prap_word *title = prap_word_by_number(PRAP_WORDS_DOCUMENT, document->number);
    const prap_catalogue_policy *policy = prap_catalogue_policy_by_number(document->policy);
    char words[CLI_DAY_WORDS_BYTES];
    printf("%s\n  %s\n  %s\n", document->name, title == NULL ? "" : title->meaning, document->state);
    const prap_day first = document->first_day, last = document->last_day;
    if (first != PRAP_DAY_NONE) printf("  from %s\n", cli_day_words(first, words));
    if (last != PRAP_DAY_NONE) printf("  to %s\n", cli_day_words(last, words));
    if (policy != NULL) printf("  its dates in force: %s\n", policy->name);
}

bool cli_guidance_put(const char *id, bool as_json, bool *ret_go_on) {
    const size_t bytes = strlen(id);
    const prap_ambiguity *ambiguity = prap_ambiguity_find(id, bytes);
    const prap_catalogue_policy *policy = prap_catalogue_policy_find(id, bytes);
    const prap_contact *contact = prap_contact_find(id, bytes);
    const prap_document *document = prap_document_find(id, bytes);
    if (ambiguity == NULL && policy == NULL && contact == NULL && document == NULL) return false;
    if (as_json) {
        *ret_go_on = cli_put_answer(ambiguity != NULL ? ambiguity_object(ambiguity)
                                    : policy != NULL  ? policy_object(policy)
                                    : contact != NULL ? contact_object(contact)
                                                      : document_object(document),
                                    false);
        return true;
    }
    if (ambiguity != NULL) print_ambiguity(ambiguity);
    if (policy != NULL) print_policy(policy);
    if (contact != NULL) print_contact(contact);
    if (document != NULL) print_document(document);
    *ret_go_on = cli_put("", 0);
    return true;
}
