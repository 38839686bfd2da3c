/* diagram-call.h: the stages of a call to Provider Direct as `prap diagram call` draws them: one way for each arrow. */
#ifndef PRAP_CLI_DIAGRAM_CALL_H
#define PRAP_CLI_DIAGRAM_CALL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "prap/prap.h"

/* What becomes of the checks of a row on one of its ways. */
enum cli_call_checks { CLI_CALL_NO_CHECKS, CLI_CALL_PASSED, CLI_CALL_FAILED };

struct cli_call_way {
    const prap_call_move *move;
    uint32_t from; /* PRAP_CALL_STAGE_* */
    uint32_t to;   /* the same, or 0: forbidden */
    enum cli_call_checks checks;
};

struct cli_call_ways {
    struct cli_call_way *all; /* in the order of the table */
    size_t n;
};

/* Does a way leave or enter the stage? Its name; a call begins at the first stage, and at the last nothing is owed. */
bool cli_call_is_shown(const struct cli_call_ways *ways, uint32_t stage);
const char *cli_call_stage(uint32_t stage);

/* The three formats. */
void cli_call_mermaid(const struct cli_call_ways *ways, FILE *out);
void cli_call_dot(const struct cli_call_ways *ways, FILE *out);
void cli_call_scxml(const struct cli_call_ways *ways, FILE *out);

#endif
