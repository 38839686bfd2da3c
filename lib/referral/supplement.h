/* supplement.h: what a host adds to a rulebook, checked, kept, and looked up. Pure. */
#ifndef PRAPI_SUPPLEMENT_H
#define PRAPI_SUPPLEMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "prap/supplement.h"

#include "programmes/programme.h"

/* What a rulebook keeps of a supplement; the texts of the definitions point into it. */
typedef struct prapi_supplement {
    uint32_t n_suspensions;
    uint32_t n_thresholds;
    uint32_t n_deadlines;
    prap_suspension suspensions[PRAP_SUSPENSIONS_MAX];
    prap_threshold thresholds[PRAP_THRESHOLDS_MAX];
    prap_deadline_definition deadlines[PRAP_DEFINITIONS_MAX];
    char names[PRAP_DEFINITIONS_MAX][PRAP_DEFINITION_NAME_BYTES + 1];
    char sources[PRAP_DEFINITIONS_MAX][PRAP_SOURCE_BYTES + 1];
} prapi_supplement;

/*
 * Checks an adopted supplement for a rulebook of the programme, as include/prap/supplement.h says. *ret_holds: is there
 * anything in it for this rulebook?
 */
prap_status prapi_supplement_check(const prap_supplement *ours, const prapi_programme *programme, bool *ret_holds,
                                   prap_error *reterr);

/* Copies what a checked supplement holds for the programme. */
void prapi_supplement_take(prapi_supplement *ours, const prap_supplement *theirs, const prapi_programme *programme);

/* The checksum of a rulebook whose programme and settings gave hash, with what it has taken. */
uint32_t prapi_supplement_hash(uint32_t hash, const prapi_supplement *ours);

/*
 * Is mandation suspended on a day (CH15-12-N)? *ret_last: the last day of that interval, PRAP_DAY_NONE where no end is
 * known; written only when it is.
 */
bool prapi_rulebook_is_suspended(const prap_rulebook *rulebook, prap_day day, prap_day *ret_last);

/* The National Threshold on a day (CH15-A-58, CH15-A-59). False where the host has given none for it: never 3,000
   pounds, which is what the guidance calls about right (AMB-80). */
bool prapi_rulebook_national_threshold(const prap_rulebook *rulebook, prap_day day, int64_t *ret_pence);

#endif
