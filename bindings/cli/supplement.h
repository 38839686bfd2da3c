/* supplement.h: the file of --supplement. */
#ifndef PRAP_CLI_SUPPLEMENT_H
#define PRAP_CLI_SUPPLEMENT_H

#include "arguments.h"
#include "supplement-in.h"

/*
 * Reads the file of --supplement. Returns CLI_EXIT_ANSWERED with *ret_object, which the caller owns and which
 * *ret_supplement borrows from, NULL when there is no such option; or what to end with after a message.
 */
int cli_supplement_open(const struct cli_arguments *arguments, json_t **ret_object,
                        struct cli_supplement *ret_supplement);

#endif
