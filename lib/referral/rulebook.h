/* rulebook.h: what a rulebook is made of. */
#ifndef PRAPI_RULEBOOK_H
#define PRAPI_RULEBOOK_H

#include "prap/catalogue.h"
#include "prap/rulebook.h"

#include "programmes/programme.h"
#include "referral/supplement.h"

/* Room for the rows by event. */
enum { PRAPI_RULEBOOK_ROWS = 768 };

struct prap_rulebook {
    const prap_allocator *allocator;
    const prap_calendar *calendar;
    const prapi_programme *programme;
    const prap_document *document; /* the programme's */
    const prapi_supplement *supplement; /* behind it in the same allocation, or NULL: the host has added nothing */
    int32_t settings[PRAPI_POLICY_END]; /* by PRAP_POLICY_* */
    uint32_t hash;
    uint16_t rows[PRAPI_RULEBOOK_ROWS];      /* indices of the programme's rows, event after event: those of the event */
    uint16_t first_row[PRAPI_EVENT_END + 1]; /*   and those of any, in the programme's order; where an event's begin */
    uint16_t first_own_row[PRAPI_EVENT_END + 1]; /* the same of the event alone, counted */
};

#endif
