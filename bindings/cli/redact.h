/* redact.h: what a line leaves out with --redact, and what sentences leave out without --sensitive. */
#ifndef PRAP_CLI_REDACT_H
#define PRAP_CLI_REDACT_H

#include <jansson.h>
#include <stdbool.h>

#define CLI_REDACTED "redacted"

/*
 * A copy, owned by the caller, with everything sensitive (prap_word_is_sensitive) replaced by "redacted": words, the
 * names of facts and regions, and what stands beside them and would give them away.
 */
json_t *cli_redact(const json_t *value);

/* Whether a row of a redacted line says nothing any more. */
bool cli_is_redacted(const json_t *row);

#endif
