/*
 * provider-direct.h: the decisions around a call to Provider Direct: may this participant be asked about, can the call
 * be placed, what is advised, what must be recorded, where an access code is in its life, who is to be told of what.
 * Rules PD-1 to PD-56 with Annexes A and B; rules.md 2.4.
 *
 * One function over thirteen kinds of question (PRAP_DESK_ASK_*). A question says facts, each yes, no, unknown, a day,
 * a number or a word; desk-facts.def says which question takes which and what silence means. An answer has an outcome,
 * and every reason for it is visited as a finding with its rule, its fact and what to do. A fact that decides and is
 * unknown leaves the answer undecided and is named: nobody is ever asked about because something was not said.
 *
 * Nothing here is secret or about a named person: of a code there are only days, of an answer only whether it is there.
 * Every function is pure and allocates nothing. Thread rule: any thread, each with its own structs.
 */
#ifndef PRAP_PROVIDER_DIRECT_H
#define PRAP_PROVIDER_DIRECT_H

#include <stddef.h>
#include <stdint.h>

#include "prap/calendar.h"
#include "prap/day.h"
#include "prap/export.h"
#include "prap/host.h"
#include "prap/moments.h"
#include "prap/referral.h"
#include "prap/rulebook.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

#define PRAP_DESK_BATCH 10     /* participants in one call, and rows of the sheet (PD-14c, PD-A-T-R) */
#define PRAP_DESK_SPOCS_MAX 32 /* nominated contacts that one code goes to (AMB-39) */
#define PRAP_DESK_STEPS_MAX 1000

/* One step in the life of one access code. A frozen value type. */
typedef struct prap_code_step {
    uint32_t step; /* PRAP_CODE_STEP_* */
    prap_day on;
    uint32_t spoc; /* which contact, from 1; 0 for what DWP does: issued, change-decided */
} prap_code_step;

/*
 * A question. New members are appended. Everything it points at is borrowed for the call.
 * facts: prap_fact with PRAP_DESK_FACT_* and, of an option, PRAP_DESK_OPTION_*; none twice.
 * at: of PRAP_DESK_ASK_CALL and _OUTAGE the moment of the call, on the day "on" in UK local time; else PRAP_MOMENT_NONE.
 * outages: of the same two, when calls cannot be taken. steps: of PRAP_DESK_ASK_CODE, in the order of their days.
 */
typedef struct prap_desk_question {
    uint32_t size;
    uint32_t ask;               /* PRAP_DESK_ASK_* */
    prap_day on;                /* the day asked about; of a code, the day as of which */
    prap_moment at;
    const prap_fact *facts;
    size_t n_facts;
    const prap_window *outages;
    size_t n_outages;           /* at most PRAP_WINDOWS_MAX */
    const prap_code_step *steps;
    size_t n_steps;             /* at most PRAP_DESK_STEPS_MAX */
} prap_desk_question;

/* An answer. New members are appended. What a question does not come to is 0, PRAP_DAY_NONE or PRAP_MOMENT_NONE. */
typedef struct prap_desk_answer {
    uint32_t size;         /* set by the caller */
    uint32_t ask;          /* as asked */
    uint32_t outcome;      /* PRAP_DESK_OUTCOME_* */
    uint32_t verdict;      /* PRAP_VERDICT_*: REFUSED when a finding forbids, else UNDECIDED when a fact is wanting */
    uint32_t form;         /* PRAP_CALL_FORM_* that the doubt would take */
    uint32_t recipient;    /* PRAP_RECIPIENT_* who is to be turned to */
    uint32_t contact;      /* the number of its prap_contact: the printed address, whose status says if it is of use */
    uint32_t calls;        /* how many calls: ceil(participants / 10) */
    int32_t age_days;      /* of PENDING: since the oldest failure; else -1 */
    prap_day earliest;     /* the first day on which the referral is no longer recent (D-19) */
    prap_day due;          /* by when to act */
    prap_day code_issued;  /* the code in force on the day, or the one asked about: issued, */
    prap_day code_from;    /*   used from, */
    prap_day code_until;   /*   and the day from which another takes its place */
    uint32_t code_state;   /* PRAP_CODE_STATE_* as of the day: of several contacts, the one furthest behind */
    uint32_t spocs;        /* how many contacts, */
    uint32_t spocs_ready;  /*   and how many have passed the code on */
    prap_moment opens;     /* the next opening, when the service is closed */
    prap_moment last_usable; /* the last minute up to the end of wanted-by that no outage takes (D-22) */
    uint32_t findings;     /* how many were visited */
} prap_desk_answer;

/* One finding. Borrowed for the visit. New members are appended. */
typedef struct prap_desk_finding {
    uint32_t size;
    uint32_t finding;   /* PRAP_DESK_FINDING_*: its word says why */
    uint32_t rule;      /* for prap_rule_by_number */
    uint32_t severity;  /* PRAP_SEVERITY_* */
    uint32_t fact;      /* PRAP_DESK_FACT_* that it looks at, or 0 */
    uint32_t policy;    /* PRAP_POLICY_* whose setting decided, or 0 */
    uint32_t recipient; /* PRAP_RECIPIENT_* who is to be told, or 0 */
    uint32_t contact;   /* the number of its prap_contact, or 0 */
    prap_day day;       /* the day it is about, or by when to act; PRAP_DAY_NONE */
    uint32_t at;        /* index of the step it is about, or PRAP_DESK_NO_STEP */
    uint32_t spoc;      /* which contact it is about, or 0 */
} prap_desk_finding;

#define PRAP_DESK_NO_STEP UINT32_MAX

/* Returns PRAP_OK to go on; anything else ends it and is returned. */
typedef prap_status (*prap_visit_desk_finding)(void *user, const prap_desk_finding *finding);

/*
 * Answers one question. calendar, settings (n_settings; may be NULL when that is 0) and question: borrowed for the call.
 * Findings come in the order of explanation. visit: or NULL. ret_answer: its size set by the caller, filled only on
 * success. The policies pd-recent-days, pd-dormant-changed, pre01-needs-call, security-mailbox, stockpile and service-bh
 * decide.
 * Returns PRAP_OK; PRAP_E_NULL; PRAP_E_SIZE; PRAP_E_WORD (no such ask, fact, option, step, policy or choice);
 * PRAP_E_TWICE (a fact or a policy); PRAP_E_TYPE (a fact of another kind of value); PRAP_E_DAY; PRAP_E_RANGE (a fact
 * that the question does not take, a number, a contact, a moment on another day, or moments, outages or steps where
 * there are none); PRAP_E_ORDER (steps, or a window that ends before it begins); PRAP_E_LIMIT (steps, outages);
 * PRAP_E_COVERAGE; PRAP_E_GAP; PRAP_E_REPEATED; what visit returned. The error names the field and not the value.
 * Since 0.1.
 */
PRAP_API prap_status prap_desk_ask(const prap_calendar *calendar, const prap_setting *settings, size_t n_settings,
                                   const prap_desk_question *question, prap_visit_desk_finding visit, void *user,
                                   prap_desk_answer *ret_answer, prap_error *reterr);

/* 1 when a question (PRAP_DESK_ASK_*) takes a fact (PRAP_DESK_FACT_*), else 0. Since 0.1. */
PRAP_API int prap_desk_takes(uint32_t ask, uint32_t fact);

/* What to do about a finding, or "" when nothing is; NULL for an unknown one. Static. Since 0.1. */
PRAP_API const char *prap_desk_finding_cure(uint32_t finding);

#ifdef __cplusplus
}
#endif

#endif
