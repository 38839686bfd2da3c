/* retention.h: one record while it is asked how long it is kept. Pure. */
#ifndef PRAPI_RETENTION_H
#define PRAPI_RETENTION_H

#include <stdbool.h>

#include "prap/evidence.h"
#include "prap/retention.h"
#include "vocabulary/vocabulary.h"

typedef struct prapi_keeping {
    const prap_record_kind *kind;
    int32_t settings[PRAPI_POLICY_END];
    prap_retention_question question;
    prap_fact said[PRAPI_RETENTION_FACT_END]; /* by PRAP_RETENTION_FACT_*; kind 0: not given, and that means nothing */
    prap_retention_answer answer;
    bool open;                                /* a period that applies is not known */
    prap_visit_retention_finding visit;
    void *user;
    prap_status status;                       /* the first that is not PRAP_OK: of a visit or of a count */
    prap_error *reterr;
} prapi_keeping;

/* Tells of every period of the record (periods.c). */
void prapi_keep_periods(prapi_keeping *keeping);

/* What is said of a fact: PRAP_VALUE_*; its day, or PRAP_DAY_NONE. */
uint32_t prapi_keep_said(const prapi_keeping *keeping, uint32_t fact);
prap_day prapi_keep_day(const prapi_keeping *keeping, uint32_t fact);

/* Tells a finding as its row has it; or with another severity, of a fact (0: its own), with a day. */
void prapi_keep_tell(prapi_keeping *keeping, uint32_t finding);
void prapi_keep_tell_as(prapi_keeping *keeping, uint32_t finding, uint32_t severity, uint32_t fact, prap_day day);

#endif
