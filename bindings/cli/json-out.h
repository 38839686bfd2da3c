/* json-out.h: answers as JSON objects, keys in the order that command.md fixes. Owned by the caller, never
 * NULL. */
#ifndef PRAP_CLI_JSON_OUT_H
#define PRAP_CLI_JSON_OUT_H

#include <jansson.h>
#include <stdint.h>

#include "json-in.h"
#include "prap/prap.h"

json_t *cli_json_new(void); /* {"v":1 */

/* What an operand or a damaged store says may be no UTF-8, which JSON must be: U+FFFD stands for each such byte. */
json_t *cli_json_of_text(prap_text text);

/* Sets a member. Nothing is set for PRAP_DAY_NONE, rule 0 and word 0: what there is not is left out. */
void cli_json_set_text(json_t *object, const char *key, const char *text);
void cli_json_set_bytes(json_t *object, const char *key, prap_text text);
void cli_json_set_number(json_t *object, const char *key, int64_t number);
void cli_json_set_day(json_t *object, const char *key, prap_day day);
void cli_json_set_moment(json_t *object, const char *key, prap_moment moment); /* not set for PRAP_MOMENT_NONE */
void cli_json_set_word(json_t *object, const char *key, uint32_t kind, uint32_t number);
void cli_json_set_rule(json_t *object, const char *key, uint32_t rule);
void cli_json_set_hash(json_t *object, const char *key, uint32_t hash);
void cli_json_set(json_t *object, const char *key, json_t *value); /* takes the value over */
void cli_json_append(json_t *array, json_t *value);

/* The answer to a command. id: borrowed, to be echoed, or NULL. */
json_t *cli_json_answer(const json_t *id, prap_text case_id, const prap_answer *answer);

/* {"policy", "value"}: a number or a day where the policy is one, else the choice's name. */
json_t *cli_json_setting(const prap_setting *setting);

/* Sets "deadline": the clock's name by its number, or the host's own; nothing for neither. */
void cli_json_set_deadline(json_t *object, uint32_t number, const char *name);

/* Sets who defines a deadline where that is not the documents, or why nobody does. */
void cli_json_set_definition(json_t *object, const prap_deadline *deadline);

/* Each difference of two answers about a case. */
json_t *cli_json_differences(const prap_answer *before, const prap_answer *after);

json_t *cli_json_reasons(const prap_answer *answer);
json_t *cli_json_missing(const prap_answer *answer);
json_t *cli_json_fact(const prap_fact *fact); /* its value as an event line gives it */

/* How a case stands: the answer's keys, then "days" and the counts. The caller adds "history". */
json_t *cli_json_case(prap_text case_id, const prap_answer *answer);
json_t *cli_json_history_event(const prap_event_view *event);

/* An error in a line's place (line 0: no line number), and one about a case. */
json_t *cli_json_error(uint64_t line, const json_t *id, const struct cli_fault *fault);
json_t *cli_json_case_error(prap_text case_id, const struct cli_fault *fault);

#endif
