/*
 * retention.h: how long a record is kept, whether it may go today, and what stands against it (rules.md 2.8, D-11 to
 * D-13, F-E-06 to F-E-08): of one record, and of what the cases of a store have made.
 *
 * Of each kind of record (PRAP_RECORD_*) prap_record_kind says how its period is found: by a date computation, by the
 * provider's own contract, or both. What is known of one record are facts (PRAP_RETENTION_FACT_*): days, and what holds
 * it. A record may go only when every period that applies is known and over and nothing holds it; what is not known
 * keeps it. An accepted erasure shortens no period: what must be kept is kept, and the answer says so.
 */
#ifndef PRAP_RETENTION_H
#define PRAP_RETENTION_H

#include <stddef.h>
#include <stdint.h>

#include "prap/checklist.h"
#include "prap/day.h"
#include "prap/engine.h"
#include "prap/export.h"
#include "prap/host.h"
#include "prap/referral.h"
#include "prap/rulebook.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * One question. New members are appended. facts: borrowed for the call, no fact twice, in any order; a fact that does
 * not matter for the record is passed over, so that what holds for a whole contract can be given for every record.
 */
typedef struct prap_retention_question {
    uint32_t size;
    uint32_t record;        /* PRAP_RECORD_* */
    prap_day as_of;         /* the day on which it would go */
    uint32_t programme;     /* PRAP_PROGRAMME_* that the record is of, or 0: it only says whose rule the contract's is */
    const prap_fact *facts; /* fact: PRAP_RETENTION_FACT_*; kind and value as of any fact */
    size_t n_facts;         /* at most PRAP_FACTS_MAX */
} prap_retention_question;

/* An answer. New members are appended. */
typedef struct prap_retention_answer {
    uint32_t size;        /* set by the caller */
    uint32_t record;      /* as asked */
    prap_day as_of;
    uint32_t verdict;     /* may it go on that day? PRAP_VERDICT_PERMITTED; _REFUSED: something keeps it; _UNDECIDED:
                             nothing that is known keeps it, but something that decides is not known, so it stays */
    uint32_t retention;   /* PRAP_RETENTION_* */
    uint32_t rule;        /* of the record, for prap_rule_by_number */
    prap_day kept_until;  /* the last day of the longest period; PRAP_DAY_NONE: no day yet, or there is no period */
    prap_day at_least;    /* the same by what is known so far: never after kept_until, and never earlier for more facts */
    prap_day disposal;    /* the first day on which it may go: PRAP_DAY_NONE while that is not known or something holds it */
    prap_day anchor;      /* the day that at_least is counted from; of a contract's period that day itself. Where two
                             periods end on one day, the anchor of the one that is told first */
    uint32_t policy;      /* PRAP_POLICY_* that chose between readings, or 0, */
    int32_t policy_value; /*   and its setting */
    uint32_t on_hold;     /* 1: held by more than a period: an open request for erasure, DWP, or the provider */
    uint32_t missing;     /* how many findings are undecided */
} prap_retention_answer;

/* Why it is kept, or may go. Borrowed for the visit. New members are appended. */
typedef struct prap_retention_finding {
    uint32_t size;
    uint32_t finding;  /* PRAP_RETENTION_FINDING_*: its word says why */
    uint32_t rule;     /* for prap_rule_by_number */
    uint32_t severity; /* PRAP_SEVERITY_*: FORBIDDEN keeps it, UNDECIDED keeps it until the fact is known; a period that is
                          over is a NOTICE */
    uint32_t fact;     /* PRAP_RETENTION_FACT_* that it looks at, or 0 */
    uint32_t policy;   /* PRAP_POLICY_* that chose the reading, or 0 */
    prap_day day;      /* the last day of a period, or PRAP_DAY_NONE */
    uint32_t reserved; /* 0 */
} prap_retention_finding;

/* Returns PRAP_OK to go on; anything else ends it and is returned. */
typedef prap_status (*prap_visit_retention_finding)(void *user, const prap_retention_finding *finding);

/*
 * Answers one question. settings (n_settings of them, may be NULL when that is 0; a policy not named keeps its default)
 * and question: borrowed for the call. visit: or NULL; findings come in the order periods, holds, erasure. ret_answer:
 * its size set by the caller, filled only on success. The policies 13m-anchor and esf-years decide. Days are calendar
 * days: no calendar of holidays is looked at.
 * Returns PRAP_OK; PRAP_E_NULL; PRAP_E_SIZE; PRAP_E_WORD (no such record, programme, fact, policy or choice);
 * PRAP_E_TWICE (a fact or a policy); PRAP_E_TYPE (a fact of another kind of value); PRAP_E_DAY; PRAP_E_LIMIT; PRAP_E_RANGE
 * (a number below 0, or a period that leaves the years 1 to 9999); what visit returned. The error names the field and not
 * the value. Thread rule: pure; any thread. Source: rules.md 2.8. Since 0.1.
 */
PRAP_API prap_status prap_retention_ask(const prap_setting *settings, size_t n_settings,
                                        const prap_retention_question *question, prap_visit_retention_finding visit,
                                        void *user, prap_retention_answer *ret_answer, prap_error *reterr);

/* What to do about a finding; and the row of rules.md that forbids it, "F-E-07", or "". NULL for an unknown finding.
   Static. Since 0.1. */
PRAP_API const char *prap_retention_finding_cure(uint32_t finding);
PRAP_API const char *prap_retention_finding_row(uint32_t finding);

/* What the host knows of one case: facts as above, which stay until the next call. Anything but PRAP_OK ends the question
   and is returned by it. */
typedef prap_status (*prap_retention_about)(void *user, prap_text case_id, const prap_fact **ret_facts, size_t *ret_n);

/*
 * What the cases of a caseload, or one of them, are asked. New members are appended. What the host knows and no journal
 * says, contract-until, programme-ended-on, legal-hold and so on: facts for every case, and by about for one, which win.
 */
typedef struct prap_retention_terms {
    uint32_t size;              /* sizeof(prap_retention_terms) as compiled */
    prap_day as_of;             /* the day on which they would go, and as of which the cases are seen */
    const prap_fact *facts;     /* borrowed for the call */
    size_t n_facts;             /* at most PRAP_FACTS_MAX */
    prap_retention_about about; /* or NULL: nothing is known of single cases */
    void *user;                 /* about's */
} prap_retention_terms;

/* One record that a case has made, and how it stands. Borrowed for the visit. New members are appended. */
typedef struct prap_retained {
    uint32_t size;
    uint32_t n_over;                        /* of its sendings (PRAP_RECORD_UNENCRYPTED_EMAIL), how many are past their own
                                               three months: the answer is about the last of them */
    prap_text case_id;
    const prap_kept *kept;                  /* which events made it */
    const prap_retention_answer *answer;
    const prap_retention_finding *findings;
    size_t n_findings;
} prap_retained;

/*
 * Returns PRAP_OK to go on; anything else ends the walk and is returned by it. status is PRAP_OK; or in a walk says why a
 * case cannot be judged: then kept, answer and findings are NULL.
 */
typedef prap_status (*prap_visit_retained)(void *user, const prap_retained *retained, prap_status status);

/*
 * Visits each record that the events of a case had made by as_of and that its programme's documents ask for, in the
 * order of the vocabulary. Its days come from the journal: when a decision was made and notified (the latest doubt that
 * waits for one keeps the evidence), when a form was sent, whether the person started or was mandated. A fact of terms
 * wins over what the journal says of the same. The rulebook of the case gives the policies.
 * Returns as prap_engine_records and prap_retention_ask; PRAP_E_WORD also for a programme without a rulebook. Thread
 * rule: as the engine's. Since 0.1.
 */
PRAP_API prap_status prap_engine_retention(prap_engine *engine, const prap_key *key, const prap_retention_terms *terms,
                                           prap_visit_retained visit, void *user, prap_error *reterr);

/*
 * The same for every case of a tenant, in order of case id. A case that cannot be judged is visited with its status, the
 * walk goes on, and returns the first such status at its end; when it was the store that broke the walk off, the error's
 * field is "store". Statuses also PRAP_E_NO_SCAN. Thread rule: as the engine's. Since 0.1.
 */
PRAP_API prap_status prap_engine_retention_walk(prap_engine *engine, prap_text tenant,
                                                const prap_retention_terms *terms, prap_visit_retained visit,
                                                void *user, prap_error *reterr);

#ifdef __cplusplus
}
#endif

#endif
