/* command.h: from what a caller says to an event that can be judged, or to a clear error. */
#ifndef PRAPI_COMMAND_H
#define PRAPI_COMMAND_H

#include <stdbool.h>

#include "prap/host.h"
#include "prap/referral.h"

#include "referral/case.h"

/* What the ids begin with that the library gives to events of its own. */
#define PRAPI_OWN_ID "prap:"

/* A command that was checked: every field in its range, every fact of its type. */
typedef struct prapi_command {
    prap_key key;
    prap_text id;
    bool strict;
    uint32_t programme; /* as given: 0 for the case's own */
    prapi_event event;
} prapi_command;

/*
 * Checks everything that can be checked without the case. The error names the field as JSON spells it; for a fact
 * that is the fact's name. *ret_command was all zeros once. Statuses as prap_engine_submit lists them for the command's fields.
 */
prap_status prapi_command_check(const prap_command *command, prapi_command *ret_command, prap_error *reterr);

/* The same for a question, whose facts may be those of many events: a fact may stand there that this event cannot say. */
prap_status prapi_fields_check(const prap_command *command, prapi_command *ret_command, prap_error *reterr);

/* Checks a tenant, which may be empty: PRAP_OK or PRAP_E_TEXT; and a key alone. */
prap_status prapi_tenant_check(prap_text tenant, prap_error *reterr);
prap_status prapi_key_check(const prap_key *key, prap_error *reterr);

/* Is a day a day? The error names the field. */
prap_status prapi_day_check(prap_day day, const char *field, prap_error *reterr);

/*
 * Does the kind of a fact's value fit its type, and the value its range? PRAP_OK; PRAP_E_WORD (unknown fact or
 * option, or another fact's option); PRAP_E_TYPE; PRAP_E_DAY; PRAP_E_RANGE.
 */
prap_status prapi_fact_check(const prap_fact *fact);

#endif
