/* scenario-in.h: a line of a scenario file as a command: the reading that a C host with jansson would write.
 */
#ifndef SCENARIO_IN_H
#define SCENARIO_IN_H

#include <jansson.h>
#include <stdbool.h>

#include "prap/prap.h"

/* command borrows from the JSON object, id_text and facts. */
struct scenario_command {
    prap_command command;
    prap_fact facts[PRAP_FACTS_MAX];
    char id_text[24];
};

/* What is wrong with a line before the library sees it: a code of command.md, and the field. */
struct scenario_fault {
    const char *code;
    const char *field;
};

/* False, and *ret_fault is written, when the object is no command. */
bool scenario_read(const json_t *object, struct scenario_command *ret_command,
                   struct scenario_fault *ret_fault);

/* Reads {"late-ack":"refuse","min-attempts":3}. Returns how many settings there are, or -1 when one is
 * unknown. */
int scenario_read_policies(const json_t *policies, prap_setting *ret_settings, size_t room);

#endif
