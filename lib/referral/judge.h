/* judge.h: one event before the rules: what the guards look at and what they find. */
#ifndef PRAPI_JUDGE_H
#define PRAPI_JUDGE_H

#include <stdbool.h>
#include <stdint.h>

#include "referral/case.h"
#include "referral/clocks.h"
#include "referral/rulebook.h"

/* Three values, in an order that makes "and" the smaller and "or" the greater. */
typedef enum prapi_tri { PRAPI_NO, PRAPI_UNSURE, PRAPI_YES } prapi_tri;

/* What a guard finds. SILENT: the guidance has no answer. */
typedef enum prapi_finding { PRAPI_PASS, PRAPI_FAIL, PRAPI_UNDECIDED, PRAPI_SILENT } prapi_finding;

/* What voiding an entry would make of a case: found out by the engine, which has the journal. */
typedef struct prapi_void {
    bool possible;     /* there is such an entry and it can be voided */
    bool frees_none;   /* every later entry stands without it */
    prapi_case without; /* the case without it */
} prapi_void;

typedef struct prapi_judge {
    const prap_rulebook *rulebook;
    const prapi_case *before;
    const prapi_event *event;
    const prapi_clock_days *days; /* of the case before */
    uint32_t stage;               /* of the case before, as of the day of recording */
    uint32_t scenario;            /* PRAP_SCENARIO_* of the event or the case, or 0: which of memo 08's errors it is */
    bool strict;                  /* a fact that is not given is unknown */
    prap_day earliest;            /* written by a guard that fails: the earliest day on which it could pass */
    uint32_t lacks;               /* written by a guard that is undecided: the fact, where it is not the reason's own */
    uint64_t policies[2];         /* bit PRAP_POLICY_*: looked at */
    prapi_facts owed;             /* taken as done because it was not said otherwise */
    const prapi_void *voiding;    /* for entry-voided: what the engine found; else NULL */
} prapi_judge;

_Static_assert(PRAPI_POLICY_END <= 128, "policies fit the judge's bits");

/* Evaluates the guard of a reason: PRAP_REASON_*. */
prapi_finding prapi_guard(prapi_judge *judge, uint32_t reason);

/*
 * What has to be entered for the guard of a reason to pass, where the rules leave no choice: the reason or code of the
 * scenario matrix, the end date. False: nothing, or it is not known yet.
 */
bool prapi_entered(const prapi_programme *programme, const prapi_case *before, uint32_t scenario, uint32_t reason,
                   prap_fact *ret_fact);

/* A tri-state fact of the event, of the case's memory, or as facts.def says of its absence. */
prapi_tri prapi_fact_is(prapi_judge *judge, uint32_t fact);

/* Does the event say this option, or the case remember it where the event says nothing? */
bool prapi_said_option(const prapi_judge *judge, uint32_t fact, uint32_t option);

/* PRAP_SCENARIO_*: what the event says, or what the case knows, or whose reason code the event gives; or 0. */
uint32_t prapi_judge_scenario(const prapi_judge *judge);

/* Is the threshold (PRAP_OPTION_*) the programme's outcome, and do the earnings that the event says reach it? */
bool prapi_earnings_reach(const prapi_judge *judge, uint32_t option);

/* Remembers a policy as looked at. */
static inline void prapi_policy_seen(prapi_judge *judge, uint32_t policy) {
    judge->policies[policy / 64] |= UINT64_C(1) << policy % 64;
}

/* The value of a policy; remembered as looked at. */
int32_t prapi_policy_value(prapi_judge *judge, uint32_t policy);

#endif
