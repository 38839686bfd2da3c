/* extract-import.h: today's extract beside yesterday's. Each function gives an exit status. */
#ifndef PRAP_CLI_EXTRACT_IMPORT_H
#define PRAP_CLI_EXTRACT_IMPORT_H

#include "extract-in.h"

/* Two files: what has come, gone and changed, and nothing else. */
int cli_extract_diff(const struct cli_arguments *arguments, const struct cli_extract_known *known);

/* Today's file against yesterday's (--before) or what is kept of it (--known and --key): matched, new, gone,
   changed, refused; with --events the lines of the new ones for prap replay. */
int cli_extract_import(const struct cli_arguments *arguments, const struct cli_extract_known *known);

#endif
