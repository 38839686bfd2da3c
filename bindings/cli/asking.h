/* asking.h: what next, outcome and what-if share: the question of the command line, and parts of the answers. */
#ifndef PRAP_CLI_ASKING_H
#define PRAP_CLI_ASKING_H

#include <jansson.h>
#include <stdbool.h>

#include "arguments.h"
#include "session.h"

/* Reads --as-of, --programme and each --fact NAME=VALUE into a question. False after one line on standard error. */
bool cli_question_read(const struct cli_arguments *arguments, prap_fact facts[PRAP_FACTS_MAX],
                       prap_question *ret_question);

/* How the case stands; one that is not there yet stands nowhere, when a programme says whose rules it would have. */
prap_status cli_stand(struct cli_session *session, const prap_question *question, prap_summary *ret_summary,
                      prap_error *reterr);

/* {"v":1,"case":…,"stage":…,"as_of":…,"outside":…}, for the caller to add to. */
json_t *cli_json_standing(prap_text case_id, const prap_summary *summary);

/* What a variant says: {"reason":"work"} or {"code":46}; and the names of facts that are needed. */
json_t *cli_json_with(const prap_fact *with);
json_t *cli_json_needs(const uint32_t *needs, size_t n);

/* Says why there is no answer, and puts an error in the case's place. Returns the exit status. */
int cli_put_case_error(struct cli_session *session, prap_text case_id, prap_status status, const prap_error *error);

#endif
