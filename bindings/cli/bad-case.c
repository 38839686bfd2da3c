/* bad-case.c: cases that a walk meets and that cannot be judged, being damaged, newer or out of coverage. */
#include <stdio.h>
#include <string.h>

#include "explain.h"
#include "json-out.h"
#include "output.h"
#include "session.h"

bool cli_walk_broke_off(prap_status status, prap_status first_bad, const prap_error *error) {
    return status != PRAP_OK && (status != first_bad || strcmp(error->field, "store") == 0);
}

void cli_say_bad_case(const struct cli_session *session, prap_text case_id, prap_status status) {
    struct cli_fault fault;
    json_t *id = cli_json_of_text(case_id); /* of a damaged store: it may be any bytes */
    cli_fault_from_status(&fault, status, "case");
    fprintf(stderr, "prap %s: %s: case \"%s\": %s (%s)\n", session->arguments->command->name, session->store_name,
            cli_plain(id), fault.message, fault.code);
    json_decref(id);
}

int cli_put_bad_case(const struct cli_session *session, prap_text case_id, prap_status status) {
    struct cli_fault fault;
    cli_fault_from_status(&fault, status, "case");
    cli_say_bad_case(session, case_id, status);
    cli_put_answer(cli_json_case_error(case_id, &fault), cli_has(session->arguments, CLI_TEXT));
    return cli_exit_of(status);
}
