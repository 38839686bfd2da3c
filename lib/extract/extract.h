/* extract.h: items, values and records as the files of this folder share them. */
#ifndef PRAPI_EXTRACT_H
#define PRAPI_EXTRACT_H

#include <stdbool.h>

#include "prap/extract.h"
#include "prap/vocabulary.h"

/* A value as it is compared and hashed: the bytes of what it says, one after another. */
typedef struct prapi_data_reader {
    prap_text text; /* what is read: the value, or known */
    size_t at;
    bool is_text;   /* white space counts as one space, and not at the ends */
    char known[40]; /* a value of a known form, written the one way */
} prapi_data_reader;

/* Nothing but white space? */
bool prapi_data_is_blank(prap_text text);

/* Has the value the form of its type? */
bool prapi_data_is_formed(uint32_t type, prap_text text);

/* Is there a value: not blank, and not "no" to a change or a threshold? */
bool prapi_data_is_said(const prap_data_item *item, prap_text text);

/* The day that a value which is not blank says, or PRAP_DAY_NONE. */
prap_day prapi_data_day(prap_text text);

/* Does an address end in a postcode? */
bool prapi_data_ends_in_postcode(prap_text text);

/* Opens a value that is not blank: has it a known form? And its next byte, or -1. Close it: that wipes what was made of it. */
bool prapi_data_open(prapi_data_reader *reader, uint32_t type, prap_text text);
int prapi_data_next(prapi_data_reader *reader);
void prapi_data_close(prapi_data_reader *reader);

/* Do two values of a type say the same? */
bool prapi_data_says_same(uint32_t type, prap_text a, prap_text b);

/* A programme that referrals are made to, or 0? */
bool prapi_data_is_programme(uint32_t programme);

/* Takes a record over and checks what is known of it. field: what the error calls it, or "". */
prap_status prapi_data_take(prap_data_record *ours, const prap_data_record *theirs, const char *field,
                            prap_error *reterr);

#endif
