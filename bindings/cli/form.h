/* form.h: a question about a form, and what forms, contacts and services share. */
#ifndef PRAP_CLI_FORM_H
#define PRAP_CLI_FORM_H

#include "arguments.h"
#include "json-in.h"

#define CLI_FORM_FACTS 128 /* more than there are */

struct cli_form_line {
    json_t *object; /* the line; owned, may be NULL */
    prap_form_question question;
    prap_fact facts[CLI_FORM_FACTS];
};

/* The fields of a line: the question's own, and the facts of form-facts.def. */
bool cli_form_is_field(const char *name);

/* Reads line->object, which has been read as JSON. False with the fault set. */
bool cli_form_read(struct cli_form_line *line, struct cli_fault *ret_fault);

/* Prints the forms that n names name, or all when n is 0. Returns false when one names none, with nothing printed. */
bool cli_forms_put(const char *const *names, size_t n, bool text);

/* Sets "contact" and "contact_status" by a contact's number; nothing for 0. */
void cli_form_set_contact(json_t *object, const char *key, uint32_t contact);

/* The contacts that --own names, as bits of their numbers, and the address of one, or NULL. False after a message. */
bool cli_own_contacts(const struct cli_arguments *arguments, uint64_t *ret_bits);
const char *cli_own_address(const struct cli_arguments *arguments, const char *id);

/* Settings of --policy, none twice; settings has room for n_given. Returns false after a message. */
bool cli_settings_once(const struct cli_arguments *arguments, prap_setting *settings, size_t *ret_n);

#endif
