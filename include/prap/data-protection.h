/*
 * data-protection.h: what becomes of a request to erase, and may this unencrypted email be sent: the two questions of
 * chapter 15 that a host asks before it has a case. rules.md 1.4 and 2.6.
 *
 * The request itself, with its steps, days and letters, is a case of the programme PRAP_PROGRAMME_ERASURE, and the use
 * of email for one process of one organisation is a case of PRAP_PROGRAMME_EMAIL: both go through prap_engine_submit
 * like a referral, with the same journal, deadlines, notices, overrides and voids.
 *
 * Nothing here is a name, an address or the text of a message: of a message there is only how many records it has and
 * whether it is as it must be. Thread rule: what takes no engine is pure, any thread; with an engine, the engine's.
 */
#ifndef PRAP_DATA_PROTECTION_H
#define PRAP_DATA_PROTECTION_H

#include <stddef.h>
#include <stdint.h>

#include "prap/asking.h"
#include "prap/calendar.h"
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

#define PRAP_ERASURE_FACTS 6 /* that decide: referred-to, started, customer-group, mandated-to-interview,
                                dna-after-mandation, mandation-evidence-held */

/* What is asked. Everything it points at is borrowed for the length of the call. */
typedef struct prap_erasure_question {
    uint32_t size;          /* sizeof(prap_erasure_question) as compiled */
    prap_day received_on;   /* day of receipt, for the days of the answer; PRAP_DAY_NONE: not asked for */
    const prap_fact *facts; /* what is known: any of the six; every other is unknown */
    size_t n_facts;         /* at most PRAP_FACTS_MAX, no fact twice */
} prap_erasure_question;

/* What becomes of it. The caller's memory; set size before the call. Members are appended. */
typedef struct prap_erasure {
    uint32_t size;           /* sizeof(prap_erasure) as compiled */
    uint32_t outcome;        /* PRAP_ERASURE_OUTCOME_* */
    uint32_t rules[2];       /* that say so, for prap_rule_by_number; the second may be 0 */
    uint32_t letter;         /* PRAP_OPTION_ACCEPTED_LETTER or _REJECTED_LETTER, or 0 while nothing is decided */
    uint32_t keeps_evidence; /* 1: evidence of mandation must be kept (CH15-34a, 35a, 38-N-b, 39-B1) */
    uint32_t policy;         /* PRAP_POLICY_ERASE_GAP when it decided, or 0, */
    int32_t policy_value;    /*   and what it is set to */
    uint32_t n_missing;      /* how many facts are unknown that would change the outcome, */
    uint32_t missing[PRAP_ERASURE_FACTS]; /*   and which: PRAP_FACT_* */
    uint32_t n_facts;        /* how many facts were known, */
    prap_fact facts[PRAP_ERASURE_FACTS];  /*   and what was said of each */
    prap_day due;            /* days, or PRAP_DAY_NONE: the last day for the response (D-10), */
    prap_day prudent;        /*   the earliest such day under any reading, */
    prap_day last_working_day; /* on or before due, */
    prap_day chase;          /*   and from when to ask for a reference that has not come (AMB-73) */
    char row[8];             /* of the decision table in rules.md 1.4: "4a", ended by 0 */
} prap_erasure;

/*
 * What becomes of a request to erase, by the decision table at the end of rules.md 1.4: of its rows the first that
 * matches. A fact that is unknown leaves the outcome undecided only when another value of it would change the outcome.
 * Where the text has no answer the policy erase-gap says whether a person is asked, rejection being proposed. settings
 * (n_settings, may be NULL when that is 0) and question are borrowed for the call; erase-gap, month-nonworking and
 * dpo-chase are looked at.
 * Returns PRAP_OK; PRAP_E_NULL; PRAP_E_SIZE; PRAP_E_WORD, PRAP_E_TYPE, PRAP_E_RANGE, PRAP_E_DAY, PRAP_E_TWICE,
 * PRAP_E_LIMIT (facts, settings or the day); PRAP_E_COVERAGE. The error names the field and not the value. Since 0.1.
 */
PRAP_API prap_status prap_erasure_decide(const prap_calendar *calendar, const prap_setting *settings,
                                         size_t n_settings, const prap_erasure_question *question,
                                         prap_erasure *ret_erasure, prap_error *reterr);

/*
 * The same of a referral in the engine's store: the facts are those of the case's own events as of the day, and what
 * the question says beside them: started, mandated, did not attend, evidence of mandation. Of a case that was taken
 * over in mid-life, what its events do not tell is unknown; of one that is whole here, no mandation means none. The
 * engine needs a rulebook of the case's programme; received_on as above. answer is the room that is used; it is empty
 * afterwards. Statuses as above, and as prap_engine_options; PRAP_E_WORD (programme) for a procedure. Since 0.1.
 */
PRAP_API prap_status prap_engine_erasure(prap_engine *engine, const prap_question *question, prap_day received_on,
                                         prap_answer *answer, prap_erasure *ret_erasure, prap_error *reterr);

/* A message that is to be sent. Everything it points at is borrowed for the length of the call. */
typedef struct prap_message {
    uint32_t size;          /* sizeof(prap_message) as compiled */
    uint32_t stage;         /* how far the use of email is: PRAP_OPTION_AT_APPROVED, _AT_ACTIVE, _AT_SUSPENDED,
                               _AT_CLERICAL or _AT_CEASING; 0: nothing was permitted yet */
    prap_day on;            /* the day on which it is to be sent */
    uint32_t reserved;      /* 0 */
    const prap_fact *facts; /* of the use (process, organisation, permitted-on, use-from, ceases-on, suspended-by) and
                               of the message (records, forwarded, ...) */
    size_t n_facts;         /* at most PRAP_FACTS_MAX, no fact twice */
} prap_message;

/*
 * May it be sent? The answer's verdict says; its reasons are all the restrictions that it breaks, and the facts that
 * are wanting, each with its rule. It is the answer that a preview of message-sent gives of a case that was taken over
 * at the stage; what of the use itself does not hold together is the reason then. rulebook: one of PRAP_PROGRAMME_EMAIL.
 * Returns PRAP_OK; PRAP_E_NULL; PRAP_E_SIZE; PRAP_E_WORD (the rulebook's programme, the stage, a fact or an option);
 * PRAP_E_TYPE; PRAP_E_DAY; PRAP_E_REQUIRED; PRAP_E_RANGE; PRAP_E_TWICE; PRAP_E_LIMIT; PRAP_E_ORDER (made after on);
 * PRAP_E_COVERAGE. Since 0.1.
 */
PRAP_API prap_status prap_may_send(const prap_rulebook *rulebook, const prap_message *message, prap_answer *answer,
                                   prap_error *reterr);

#ifdef __cplusplus
}
#endif

#endif
