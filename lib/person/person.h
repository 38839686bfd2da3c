/* person.h: what the files of this folder share. */
#ifndef PRAPI_PERSON_H
#define PRAPI_PERSON_H

#include <stdbool.h>

#include "prap/person.h"

/* A person under consideration: what is asked, by what, and what came of it so far. */
typedef struct prapi_asking {
    const prap_person_question *question;
    const prap_rulebook *rulebook;
    prap_visit_finding visit;
    void *user;
    prap_status ended; /* what the visitor returned, when it ended the visits */
    uint32_t earlier;  /* index of the case with the start that counts, or PRAP_PERSON_NO_CASE */
    prap_person person;
} prapi_asking;

/* Cases of one sort in the order of a day and their index: the next one after a place. */
typedef bool (*prapi_sort)(const prapi_asking *asking, const prap_person_case *one);
typedef struct prapi_place {
    prap_day day;
    uint32_t at;
} prapi_place;
#define PRAPI_BEFORE_ALL ((prapi_place){PRAP_DAY_NONE, PRAP_PERSON_NO_CASE})
bool prapi_next_case(const prapi_asking *asking, prapi_sort sort, prapi_place *place);

/* Sorts: a referral that waits, a participation under way, a start that counts, one that was backed out and does not,
   and one that counts with work in it. */
bool prapi_is_waiting(const prapi_asking *asking, const prap_person_case *one);
bool prapi_is_under_way(const prapi_asking *asking, const prap_person_case *one);
bool prapi_start_counts(const prapi_asking *asking, const prap_person_case *one);
bool prapi_start_is_passed_over(const prapi_asking *asking, const prap_person_case *one);
bool prapi_start_worked(const prapi_asking *asking, const prap_person_case *one);

/* A finding about a case, or none; and one more that has been filled further. */
prap_finding prapi_finding_of(uint32_t finding, uint32_t at, prap_day day);
void prapi_tell(prapi_asking *asking, const prap_finding *finding);

/* The four criteria of 3.77: tells of them and decides the verdict. */
void prapi_ask_criteria(prapi_asking *asking);

#endif
