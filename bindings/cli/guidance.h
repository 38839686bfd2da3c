/* guidance.h: what the catalogue holds beside its rules, as `prap rules` prints it. */
#ifndef PRAP_CLI_GUIDANCE_H
#define PRAP_CLI_GUIDANCE_H

#include <stdbool.h>

/*
 * Prints the ambiguity ("AMB-44"), policy ("P-LATE-ACK"), contact ("post-helpline") or document ("IPES") with this
 * id. Gives false when there is none; *ret_go_on says whether standard output took it.
 */
bool cli_guidance_put(const char *id, bool as_json, bool *ret_go_on);

#endif
