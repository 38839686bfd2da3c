/* supplement-in.h: the JSON of a supplement (include/prap/supplement.h) as the struct. */
#ifndef PRAP_CLI_SUPPLEMENT_IN_H
#define PRAP_CLI_SUPPLEMENT_IN_H

#include "json-in.h"

/* given points into the rest and, for its texts, into the JSON object that it was read from. */
struct cli_supplement {
    prap_supplement given;
    prap_suspension suspensions[PRAP_SUSPENSIONS_MAX];
    prap_threshold thresholds[PRAP_THRESHOLDS_MAX];
    prap_deadline_definition deadlines[PRAP_DEFINITIONS_MAX];
};

/*
 * Reads the object, which is borrowed as long as *ret_supplement is used. Only the form is judged here, and words are
 * looked up; the rest prap_rulebook_create_supplemented judges. A fault names the field: "deadlines[2].anchor".
 */
bool cli_supplement_read(const json_t *object, struct cli_supplement *ret_supplement, struct cli_fault *ret_fault);

#endif
