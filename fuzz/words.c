/*
 * words.c: fuzz target. The first byte says which reader the rest is a text for: a day, a moment, a word of any vocabulary,
 * a setting, a National Insurance number, a heading, a form, and what the catalogue is asked by name. What is read is
 * written back as it was, what is found carries the name that it was found by, and what is not is refused by a status of the
 * contract that repeats nothing of the text.
 */
#include <string.h>

#include "fuzz.h"
#include "prap/prap.h"

enum { KINDS = 64 };

static void read_day(prap_text text) {
    char written[PRAP_DAY_TEXT_BYTES];
    prap_day day = PRAP_DAY_NONE;
    const prap_status status = prap_day_parse(text.bytes, text.n, &day);
    must(status == PRAP_OK || (day == PRAP_DAY_NONE && (status == PRAP_E_DAY || status == PRAP_E_DAY_FORM)),
         "a day that is none was read");
    if (status != PRAP_OK) return;
    must(prap_day_format(day, written, sizeof written) == PRAP_OK && text.n == PRAP_DAY_TEXT_BYTES - 1 &&
             memcmp(written, text.bytes, text.n) == 0, "a day is not written as it was read");
}

static void read_moment(prap_text text) {
    char written[PRAP_MOMENT_TEXT_BYTES];
    prap_moment moment = PRAP_MOMENT_NONE, back = PRAP_MOMENT_NONE;
    prap_instant instant = 0, again = 0;
    if (prap_moment_parse(text.bytes, text.n, &moment) != PRAP_OK) return;
    must(prap_moment_format(moment, written, sizeof written) == PRAP_OK &&
             prap_moment_parse(written, strlen(written), &back) == PRAP_OK && memcmp(&moment, &back, sizeof back) == 0,
         "a moment is not read as it was written");
    if (prap_moment_to_instant(moment, &instant) != PRAP_OK) return;
    if (prap_moment_from_instant(instant, &back) != PRAP_OK) return;
    must(prap_moment_to_instant(back, &again) == PRAP_OK && again == instant, "an instant does not come back");
}

static void find_word(uint32_t kind, prap_text text) {
    const prap_word *word = prap_word_find(kind, text.bytes, text.n);
    if (word == NULL) return;
    must(strlen(word->name) == text.n && memcmp(word->name, text.bytes, text.n) == 0, "a word of another name");
    must(prap_word_by_number(kind, word->number) == word, "a word of another number");
}

/* A message is plain English of ours: fuzz/canaries.h searches it for what was given. */
static void check_message(const prap_error *error) {
    must(error->field[0] != '\0' && error->message[0] != '\0' && memchr(error->message, '\0', sizeof error->message) != NULL,
         "an error that does not say what");
    for (size_t i = 0; i < strlen(error->message); i++)
        must((unsigned char)error->message[i] >= ' ' && (unsigned char)error->message[i] < 127, "a message that is not plain");
}

static void read_setting(prap_text text) {
    const char *equals = memchr(text.bytes, '=', text.n);
    const size_t n = equals != NULL ? (size_t)(equals - text.bytes) : text.n;
    const prap_text name = {text.bytes, n}, value = {text.bytes + n + (equals != NULL), text.n - n - (equals != NULL)};
    prap_setting setting = {0, 0};
    prap_error error = {.size = sizeof error};
    const prap_status status = prap_setting_parse(name, value, &setting, &error);
    if (status != PRAP_OK) {
        must(status == PRAP_E_WORD || status == PRAP_E_RANGE, "a setting is refused with a status outside the contract");
        check_message(&error);
        return;
    }
    const prap_policy *policy = prap_policy_by_number(setting.policy);
    must(policy != NULL, "a setting of no policy");
    bool allowed = setting.value >= policy->lowest && setting.value <= policy->highest;
    int32_t choice;
    for (uint32_t i = 0; (choice = prap_policy_choice_at(setting.policy, i)) != 0; i++) allowed = allowed || choice == setting.value;
    must(allowed, "a setting that is not allowed");
}

static void read_nino(prap_text text) {
    prap_error error = {.size = sizeof error};
    if (prap_nino_check(text, &error) == PRAP_OK) {
        must(text.n >= 9, "a number that is too short");
    } else {
        check_message(&error);
    }
}

static bool same(const char *name, prap_text text) {
    return strlen(name) == text.n && memcmp(name, text.bytes, text.n) == 0;
}

static void find_rule(prap_text text) {
    const prap_rule *rule = prap_rule_find(text.bytes, text.n);
    must(rule == NULL || (same(rule->id, text) && prap_rule_by_number(rule->number) == rule), "another rule");
}

static void find_ambiguity(prap_text text) {
    const prap_ambiguity *ambiguity = prap_ambiguity_find(text.bytes, text.n);
    must(ambiguity == NULL || (same(ambiguity->id, text) && prap_ambiguity_by_number(ambiguity->number) == ambiguity),
         "another ambiguity");
}

static void find_document(prap_text text) {
    const prap_document *document = prap_document_find(text.bytes, text.n);
    must(document == NULL || (same(document->name, text) && prap_document_by_number(document->number) == document),
         "another document");
}

static void find_contact(prap_text text) {
    const prap_contact *contact = prap_contact_find(text.bytes, text.n);
    must(contact == NULL || same(contact->id, text), "another contact");
}

static void find_policy(prap_text text) {
    const prap_catalogue_policy *policy = prap_catalogue_policy_find(text.bytes, text.n);
    must(policy == NULL || prap_catalogue_policy_by_number(policy->number) == policy, "another policy");
}

static void find_computation(prap_text text) {
    const prap_computation *computation = prap_computation_find(text.bytes, text.n);
    must(computation == NULL || prap_computation_by_number(computation->number) == computation, "another computation");
}

static void find_form(prap_text text) {
    const prap_form *form = prap_form_find(text.bytes, text.n);
    must(form == NULL || prap_form_by_number(form->form) == form, "another form");
}

static void find_item(prap_text text) {
    const uint32_t item = prap_data_item_find(text.bytes, text.n);
    must(item == 0 || prap_data_item_by_number(item) != NULL, "a heading of no item");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    static void (*const readers[])(prap_text text) = {read_day, read_moment, read_setting, read_nino, find_rule, find_ambiguity,
                                                      find_document, find_contact, find_policy, find_computation, find_form,
                                                      find_item};
    if (n < 2) return 0;
    const uint32_t which = bytes[0];
    const prap_text text = {(const char *)bytes + 1, n - 1};
    if (which < KINDS) find_word(which, text);
    else readers[(which - KINDS) % (sizeof readers / sizeof *readers)](text);
    return 0;
}
