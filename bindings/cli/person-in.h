/* person-in.h: one line about a person as a question: cases of the store by their id, and cases given inline. */
#ifndef PRAP_CLI_PERSON_IN_H
#define PRAP_CLI_PERSON_IN_H

#include "json-in.h"
#include "session.h"

struct cli_person {
    json_t *object; /* the line; owned, may be NULL */
    bool failed;    /* the store could not be read */
    prap_day as_of; /* the day as of which cases of the store stand */
    uint32_t programme; /* PRAP_PROGRAMME_* of the referrals, or 0: the first that there is */
    prap_person_question question;
    prap_person_case *cases;
    const json_t **names; /* of each case its id, or NULL; borrowed from object */
};

/* The fields of a line. */
bool cli_person_is_field(const char *name);

/* Reads ret_person->object, which has been read as JSON. False with the fault set. Release it whatever it returns. */
bool cli_person_read(struct cli_session *session, struct cli_person *person, struct cli_fault *ret_fault);
void cli_person_release(struct cli_person *person);

#endif
