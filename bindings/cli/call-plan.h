/* call-plan.h: prap call --plan: who of those that failed may be asked about, in which calls. */
#ifndef PRAP_CLI_CALL_PLAN_H
#define PRAP_CLI_CALL_PLAN_H

#include "arguments.h"
#include "desk.h"
#include "lines.h"

/* Answers every line, then puts the calls. Returns an exit status. at: the moment of the plan, with its minute. */
int cli_call_plan(const struct cli_arguments *arguments, const struct cli_desk *desk, prap_moment at,
                  struct cli_lines *lines);

#endif
