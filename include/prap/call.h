/*
 * call.h: a call to Provider Direct as a session that refuses what is out of order (rules.md 2.4, T-P-07 to T-P-22 and
 * F-P-01 to F-P-13).
 *
 * Participants are listed, at most ten; the call is placed; the agent checks the caller, the access code and each
 * participant, answers and advises; what came of it is recorded. Each step is an event with facts. What is refused
 * changes nothing, and every guard that failed is named with its rule, its cure and the earliest moment at which it
 * could pass.
 *
 * No secret enters a session: that three of three characters were right, or that the NINO was, comes in as a fact.
 * Participants are opaque identifiers. A session keeps no text beside them, and nothing of it is printed or stored.
 *
 * Thread rule: one session, one thread at a time; different sessions are independent. What takes no session is
 * read-only data.
 */
#ifndef PRAP_CALL_H
#define PRAP_CALL_H

#include <stddef.h>
#include <stdint.h>

#include "prap/calendar.h"
#include "prap/day.h"
#include "prap/export.h"
#include "prap/host.h"
#include "prap/moments.h"
#include "prap/rulebook.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

#define PRAP_CALL_PARTICIPANTS_MAX 10 /* PD-14c, PD-26 */
#define PRAP_CALL_FACTS_MAX 16        /* most facts of one event */
#define PRAP_CALL_NOBODY UINT32_MAX   /* in the place of a participant's index */
#define PRAP_CALL_STAYS 0xFFFEu       /* in the place of the stage that a move leads to: the one it comes from */

enum {
    PRAP_CALL_ALLOW_PROVISIONAL = 1 /* the opening hours may rest on years of computed holidays */
};

/* What a session is made of. */
typedef struct prap_call_setup {
    uint32_t size;                /* sizeof(prap_call_setup) as compiled */
    uint32_t flags;               /* PRAP_CALL_* */
    const prap_calendar *calendar; /* must outlive the session */
    const prap_setting *settings; /* borrowed for the call; may be NULL when n_settings is 0 */
    size_t n_settings;            /* a policy not named keeps its default */
    const prap_window *closures;  /* when the service is closed besides (PD-56); must outlive the session; may be NULL */
    size_t n_closures;            /* at most PRAP_WINDOWS_MAX */
} prap_call_setup;

typedef struct prap_call prap_call;

/*
 * Begins a session: nobody is listed, nothing was called. One allocation of prap_call_bytes(); nothing is allocated
 * afterwards. allocator must outlive it. Returns PRAP_OK; PRAP_E_NULL; PRAP_E_SIZE; PRAP_E_RANGE (flags, a setting);
 * PRAP_E_WORD, PRAP_E_TWICE (settings); of the closures PRAP_E_LIMIT, PRAP_E_ORDER, PRAP_E_DAY, PRAP_E_RANGE,
 * PRAP_E_COVERAGE, PRAP_E_GAP, PRAP_E_REPEATED; PRAP_E_NOMEM. Destroy with prap_call_destroy. Since 0.1.
 */
PRAP_API prap_status prap_call_create(const prap_allocator *allocator, const prap_call_setup *setup,
                                      prap_call **ret_call, prap_error *reterr);
PRAP_API void prap_call_destroy(prap_call *call); /* wipes it; NULL is allowed */
PRAP_API size_t prap_call_bytes(void);            /* how much a session allocates */

/* One fact of an event: PRAP_CALL_FACT_*, PRAP_VALUE_*, and the value where the kind has one. A frozen value type. */
typedef struct prap_call_fact {
    uint32_t fact;
    uint32_t kind; /* UNKNOWN, NO, YES: value is 0. NUMBER, DAY. OPTION: a word of the kind that the fact takes */
    int64_t value;
} prap_call_fact;

/* One step. Everything it points at is borrowed for the length of the call. */
typedef struct prap_call_event {
    uint32_t size;         /* sizeof(prap_call_event) as compiled */
    uint32_t event;        /* PRAP_CALL_EVENT_* */
    prap_text participant; /* whom it is about: 1 to PRAP_ID_BYTES bytes of printable UTF-8, not of the form of a NINO;
                              empty: whom the agent is dealing with, or, when a check begins, the first who is left */
    prap_moment at;        /* when: needed of call-placed, else PRAP_MOMENT_NONE will do. Never before what was told */
    uint32_t reserved;     /* 0 */
    const prap_call_fact *facts; /* may be NULL when n_facts is 0 */
    size_t n_facts;        /* at most PRAP_CALL_FACTS_MAX, no fact twice, each one that the event may bring */
} prap_call_event;

/* The answer in short. The caller's memory; set size before the call. Members are appended. */
typedef struct prap_call_answer {
    uint32_t size;        /* sizeof(prap_call_answer) as compiled */
    uint32_t verdict;     /* PRAP_VERDICT_PERMITTED, _REFUSED or _UNDECIDED */
    uint32_t event;       /* PRAP_CALL_EVENT_* as asked */
    uint32_t stage;       /* PRAP_CALL_STAGE_* of the call after it; of a preview, as it would be */
    uint32_t participant; /* index of whom it was about, or PRAP_CALL_NOBODY */
    uint32_t standing;    /* PRAP_CALL_PARTICIPANT_* of that one after it, or 0 */
    uint32_t listed;      /* how many are listed, of ten */
    uint32_t left;        /* how many of them have not been dealt with */
    uint32_t questions;   /* how many of the six questions can still be asked about that one (PD-29), else 0 */
    uint32_t rule;        /* that the event follows, for prap_rule_by_number */
    uint32_t reasons;     /* how many reasons and reminders the session has of it */
    uint32_t reminders;
    const char *row;      /* of rules.md 2.4: "T-P-12"; "" when the call was at another point. Static */
} prap_call_answer;

/* Why not, or what is unknown, or which check was not passed. It stands in arrays, so it never grows. */
typedef struct prap_call_reason {
    uint32_t size;
    uint32_t reason;     /* PRAP_CALL_REASON_*: its word has the sentence */
    uint32_t rule;       /* for prap_rule_by_number */
    uint32_t severity;   /* PRAP_SEVERITY_FORBIDDEN or _UNDECIDED; of a check that the agent found not passed MISSED */
    uint32_t fact;       /* PRAP_CALL_FACT_* that it looks at, or 0 */
    uint32_t cure_event; /* PRAP_CALL_EVENT_* that is right instead, or 0 */
    uint32_t policy;     /* PRAP_POLICY_* whose setting decided, or 0 */
    uint32_t participant; /* index of whom it is about, or PRAP_CALL_NOBODY */
    prap_moment earliest; /* the earliest moment at which it could pass, in UK local time, or none: its day is
                             PRAP_DAY_NONE; its minute PRAP_MINUTE_NONE when any of the day will do */
} prap_call_reason;

/* Something worth saying. It stands in arrays, so it never grows. */
typedef struct prap_call_reminder {
    uint32_t size;
    uint32_t reminder;    /* PRAP_CALL_REMINDER_*: its word has the sentence */
    uint32_t rule;        /* for prap_rule_by_number */
    uint32_t severity;    /* PRAP_SEVERITY_* */
    uint32_t participant; /* index of whom it is about, or PRAP_CALL_NOBODY */
    uint32_t policy;      /* PRAP_POLICY_* whose setting decided, or 0 */
} prap_call_reminder;

/*
 * Takes one step, or refuses it. What is refused or undecided changes nothing. ret_answer may be NULL.
 * Returns PRAP_OK when the question could be answered; PRAP_E_NULL; PRAP_E_SIZE; PRAP_E_WORD (no such event, fact,
 * kind or option, or a fact that the event does not bring); PRAP_E_TWICE (a fact); PRAP_E_TYPE (a fact's kind);
 * PRAP_E_RANGE (a value, a minute or an offset); PRAP_E_DAY; PRAP_E_TEXT (the participant's identifier);
 * PRAP_E_REQUIRED (a participant, or the moment of call-placed); PRAP_E_ORDER (before what was told); PRAP_E_LIMIT (too
 * many facts); PRAP_E_GAP, PRAP_E_REPEATED, PRAP_E_COVERAGE as prap_date_compute. With any of these nothing is
 * changed. The error names fields and words, never a value. Since 0.1.
 */
PRAP_API prap_status prap_call_submit(prap_call *call, const prap_call_event *event, prap_call_answer *ret_answer,
                                      prap_error *reterr);

/* The same answer, and nothing is changed but what the session says of it. Since 0.1. */
PRAP_API prap_status prap_call_preview(prap_call *call, const prap_call_event *event, prap_call_answer *ret_answer,
                                       prap_error *reterr);

/* Reasons and reminders of the last answer, in the order of the row. Session-owned, until the next submit or preview.
   NULL past the end. Since 0.1. */
PRAP_API const prap_call_reason *prap_call_reason_at(const prap_call *call, uint32_t i);
PRAP_API const prap_call_reminder *prap_call_reminder_at(const prap_call *call, uint32_t i);

/* What a reason says in English: why, and what cures it. Static; NULL for an unknown reason. Since 0.1. */
PRAP_API const char *prap_call_reason_why(uint32_t reason);
PRAP_API const char *prap_call_reason_cure(uint32_t reason);

/* A participant as the session knows them: what the six-column sheet is filled from. The caller's memory; set size
   before the call. Members are appended. */
typedef struct prap_call_view {
    uint32_t size;         /* sizeof(prap_call_view) as compiled */
    uint32_t standing;     /* PRAP_CALL_PARTICIPANT_* */
    prap_text participant; /* session-owned */
    prap_day failed_on;    /* days: PRAP_DAY_NONE where there is none */
    prap_day call_on;      /*   of the call */
    prap_day recorded_on;  /*   as the record has it */
    prap_day updated_on;   /*   the participant's own record was updated */
    uint32_t unaskable;    /* bit PRAP_QUESTION_* of each question that cannot be asked */
    uint32_t advice;       /* PRAP_CALL_ADVICE_*, or 0 */
    uint32_t why_not;      /* PRAP_CALL_CHANGE_*, or 0 */
    uint32_t form;         /* PRAP_CALL_FORM_* that the doubt was raised on, or 0 */
    uint32_t call_back;    /* 1: to be called back about */
    uint32_t new_address;  /* 1: was given or recorded; so the next three */
    uint32_t new_phone;
    uint32_t employment_details;
    uint32_t other_details;
    uint32_t unrecorded;   /* 1: decided although the advice was not recorded: a breach (F-P-10) */
} prap_call_view;

/*
 * May this name a participant? 1 to PRAP_ID_BYTES bytes of printable UTF-8, not of the form of a National Insurance
 * number. Returns PRAP_OK or PRAP_E_TEXT. Any thread, any time. Since 0.1.
 */
PRAP_API prap_status prap_call_participant_check(prap_text participant, prap_error *reterr);

/* Where the call stands: PRAP_CALL_STAGE_*, 0 for NULL; and how many participants it has. Since 0.1. */
PRAP_API uint32_t prap_call_stage(const prap_call *call);
PRAP_API uint32_t prap_call_participant_count(const prap_call *call);

/* The i-th participant in the order listed. Returns PRAP_OK; PRAP_E_NULL; PRAP_E_SIZE; PRAP_E_RANGE (past the end).
   Since 0.1. */
PRAP_API prap_status prap_call_participant_at(const prap_call *call, uint32_t i, prap_call_view *ret_view);

/* What a fact of a call is. Library-owned, never freed. New members are appended. */
typedef struct prap_call_fact_kind {
    uint32_t size;
    uint32_t fact;   /* PRAP_CALL_FACT_* */
    uint32_t type;   /* PRAP_FACT_TYPE_* */
    uint32_t words;  /* of an option: the PRAP_WORDS_* it is one of; else 0 */
    uint32_t absent; /* what it means not to give it: PRAP_VALUE_UNKNOWN, _NO or _YES */
} prap_call_fact_kind;

/* The kind of a fact, or NULL; the rule of an event, or 0; the i-th fact that an event may bring, or 0. Since 0.1. */
PRAP_API const prap_call_fact_kind *prap_call_fact_kind_by_number(uint32_t fact);
PRAP_API uint32_t prap_call_event_rule(uint32_t event);
PRAP_API uint32_t prap_call_event_fact_at(uint32_t event, uint32_t i);

/*
 * One move of a call. Rows stand in order: an event at a stage is judged by the first that names both and whose
 * condition holds; every guard must pass. Where a row has checks, it leads to to when all are passed and to otherwise
 * when one is not. Where no row fits, the event is out of order. The caller's memory; set size before the call. What
 * it points at is the library's. Members are appended.
 */
typedef struct prap_call_move {
    uint32_t size;      /* sizeof(prap_call_move) as compiled */
    uint32_t event;     /* PRAP_CALL_EVENT_* */
    uint32_t to;        /* PRAP_CALL_STAGE_* after it, or PRAP_CALL_STAYS; 0: forbidden, its guards say why */
    uint32_t otherwise; /* PRAP_CALL_STAGE_* when a check is not passed; 0: it has no checks */
    uint32_t choice;    /* condition: PRAP_AGENT_CHOICE_* that the event brings; 0: none */
    uint32_t last;      /* condition: 1: nobody else is left to be asked about; 2: nobody else to be recorded; 0: none */
    uint32_t n_from;
    uint32_t n_guards;
    uint32_t n_checks;
    uint32_t reserved;  /* 0 */
    const uint16_t *from;   /* n_from PRAP_CALL_STAGE_* */
    const uint16_t *guards; /* n_guards PRAP_CALL_REASON_*, in the order of explanation */
    const uint16_t *checks; /* n_checks PRAP_CALL_REASON_* */
    const char *id;         /* its rows in rules.md 2.4 */
} prap_call_move;

/* How many rows there are; and the i-th: PRAP_OK; PRAP_E_NULL; PRAP_E_SIZE; PRAP_E_RANGE. Since 0.1. */
PRAP_API uint32_t prap_call_move_count(void);
PRAP_API prap_status prap_call_move_get(uint32_t i, prap_call_move *ret_move);

#ifdef __cplusplus
}
#endif

#endif
