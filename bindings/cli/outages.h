/* outages.h: outages of a line or a file, and those that the documents announced. */
#ifndef PRAP_CLI_OUTAGES_H
#define PRAP_CLI_OUTAGES_H

#include "arguments.h"
#include "json-in.h"

#define CLI_OUTAGES_MOST 1024

struct cli_outages {
    prap_window windows[CLI_OUTAGES_MOST + 8]; /* the rest is room for the announced */
    size_t n;
};

/* Adds [[FROM,TO],...]. False with the fault set: no such list, or too long. */
bool cli_outages_add(struct cli_outages *outages, const json_t *list, struct cli_fault *ret_fault);

/* Adds those that were announced for a service (0: PRaP itself). */
void cli_outages_add_announced(struct cli_outages *outages, uint32_t service);

/* Adds those of the file of --outages. CLI_EXIT_ANSWERED, also when there is no such option; or what to end with after a
   message. */
int cli_outages_open(const struct cli_arguments *arguments, struct cli_outages *outages);

#endif
