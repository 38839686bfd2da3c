/* json-in.h: an input line as JSON, and as a prap_command. Every error names a code, a field and says one
 * sentence. */
#ifndef PRAP_CLI_JSON_IN_H
#define PRAP_CLI_JSON_IN_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "prap/prap.h"

/* What is wrong with a line. No part of it repeats a value that came in. */
struct cli_fault {
    char code[24];
    char field[48];
    char message[216];
};

void cli_fault_set(struct cli_fault *fault, const char *code, const char *field, const char *message);
void cli_fault_from_status(struct cli_fault *fault, prap_status status, const char *field);
void cli_fault_from_error(struct cli_fault *fault, const prap_error *error);

/*
 * The line's JSON object: no field twice, none that is_field does not know. NULL knows any name, and then a fault
 * repeats only one that is plainly a field's. *ret_object is owned by the caller. When it is an object that holds
 * an unknown field, it is handed out together with the fault, for its id.
 */
bool cli_json_read(const char *line, size_t n, bool (*is_field)(const char *name), json_t **ret_object,
                   struct cli_fault *ret_fault);

/* The line's id, to be echoed: a string or an integer. NULL when there is none that can be echoed. */
json_t *cli_json_id(const json_t *object);

/* Members. Absent with need false: true, and *ret is untouched. */
bool cli_json_text(const json_t *object, const char *field, bool need, prap_text *ret,
                   struct cli_fault *ret_fault);
bool cli_json_day(const json_t *object, const char *field, bool need, prap_day *ret,
                  struct cli_fault *ret_fault);
bool cli_json_number(const json_t *object, const char *field, bool need, int32_t *ret,
                     struct cli_fault *ret_fault);

/* A value itself, as of a list; field is what a fault calls it. A moment may be a day without a time. */
bool cli_json_to_day(const json_t *value, const char *field, prap_day *ret, struct cli_fault *ret_fault);
bool cli_json_to_moment(const json_t *value, const char *field, prap_moment *ret, struct cli_fault *ret_fault);
bool cli_json_to_number(const json_t *value, const char *field, int32_t *ret, struct cli_fault *ret_fault);

/* A member that is one of the names of a kind of word. */
bool cli_json_word(const json_t *object, const char *field, uint32_t kind, bool need, uint32_t *ret,
                   struct cli_fault *ret_fault);

#endif
