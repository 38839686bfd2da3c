/* decision.h: what becomes of a request to erase: the decision table at the end of rules.md 1.4. Pure. */
#ifndef PRAPI_ERASURE_DECISION_H
#define PRAPI_ERASURE_DECISION_H

#include <stdbool.h>
#include <stdint.h>

/* The facts that decide, in the order of the table's columns. */
enum {
    PRAPI_ERASURE_REFERRED_TO,
    PRAPI_ERASURE_STARTED,
    PRAPI_ERASURE_GROUP,
    PRAPI_ERASURE_MANDATED,
    PRAPI_ERASURE_DNA,
    PRAPI_ERASURE_EVIDENCE,
    PRAPI_ERASURE_FACTS
};

/* PRAP_FACT_* of one of them. */
uint32_t prapi_erasure_fact(uint32_t which);

/*
 * What is said of each: PRAP_OPTION_*, PRAP_VALUE_YES, PRAP_VALUE_NO, or 0 for unknown. gap_rejects: whether a gap of the
 * text comes to the same as a rejection (AMB-72), so that no fact between the two is missed.
 */
typedef struct prapi_erasure_known {
    uint32_t said[PRAPI_ERASURE_FACTS];
    bool gap_rejects;
} prapi_erasure_known;

typedef struct prapi_erasure_decision {
    uint32_t outcome;  /* PRAP_ERASURE_OUTCOME_* */
    uint32_t missing;  /* bit PRAPI_ERASURE_*: unknown, and another value would change the outcome */
    bool keeps_evidence; /* evidence of mandation must be kept (CH15-34a, 35a, 38-N-b, 39-B1) */
    uint32_t rules[2]; /* PRAPI_RULE_*; the second may be 0 */
    const char *row;   /* "4a"; "8" when a fact is missing */
} prapi_erasure_decision;

prapi_erasure_decision prapi_erasure_decide(const prapi_erasure_known *known);

#endif
