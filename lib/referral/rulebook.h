/* rulebook.h: what a rulebook is made of. */
#ifndef PRAPI_RULEBOOK_H
#define PRAPI_RULEBOOK_H

#include "prap/rulebook.h"

#include "programmes/programme.h"

struct prap_rulebook {
    const prap_allocator *allocator;
    const prap_calendar *calendar;
    const prapi_programme *programme;
    int32_t settings[PRAPI_POLICY_END]; /* by PRAP_POLICY_* */
    uint32_t hash;
};

#endif
