/* extract-out.h: what is found in a record of an extract, and between two, as JSON. Objects are the caller's.
 */
#ifndef PRAP_CLI_EXTRACT_OUT_H
#define PRAP_CLI_EXTRACT_OUT_H

#include "extract-in.h"
#include "json-out.h"

/* {"v":1,"extract":"check","record":1,"line":2,"case":"R1" */
json_t *cli_extract_new(const char *what, const struct cli_extract_record *record);

/* Checks a record and sets the verdict, the counts and the findings. False with the fault set. */
bool cli_extract_check(json_t *object, const struct cli_extract_record *record, prap_data_answer *ret_answer,
                       struct cli_fault *ret_fault);

/* A difference, for the list that user is: a prap_visit_data_difference. */
prap_status cli_extract_hear_difference(void *user, const prap_data_difference *difference);

/* {"v":1,"extract":"item",...}: a row of the list. */
json_t *cli_extract_item(const prap_word *word);

#endif
