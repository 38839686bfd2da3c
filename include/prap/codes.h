/*
 * codes.h: the leaver and end-reason codes of each programme, and what choosing one does to payment (rules.md 1.6).
 *
 * A code belongs to its programme: 37 of the Work and Health Programme is nothing on IPES, and a code of IPES nothing
 * anywhere else (AMB-93). Thread rule: pure functions and read-only data; any thread.
 */
#ifndef PRAP_CODES_H
#define PRAP_CODES_H

#include <stdint.h>

#include "prap/export.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* One code of one programme. Library-owned, never freed. New members are appended. */
typedef struct prap_code {
    uint32_t size;
    uint32_t programme;      /* PRAP_PROGRAMME_* */
    int32_t code;            /* as it is entered in PRaP */
    uint32_t rule;           /* that says when it is the one, for prap_rule_by_number */
    uint32_t actor;          /* PRAP_ACTOR_* who sets it */
    uint32_t feed;           /* PRAP_FEED_*: CLOSED where it ends the earnings feed, OPEN where the feed goes on, */
    uint32_t feed_rule;      /*   by this rule */
    uint32_t repayment_rule; /* by which a wrong choice is repaid, or 0: the guidance names none */
    const char *label;       /* as PRaP has it */
    const char *needs;       /* what must have happened: one line of English */
    uint32_t policy;         /* PRAP_POLICY_* where the programme has the code under one setting of it only, or 0, */
    uint32_t choice;         /*   and PRAP_CHOICE_* that it is (AMB-91) */
} prap_code;

/* How many codes a programme has, or with 0 all programmes together. Since 0.1. */
PRAP_API uint32_t prap_code_count(uint32_t programme);

/* The i-th of them in table order, or NULL. Since 0.1. */
PRAP_API const prap_code *prap_code_at(uint32_t programme, uint32_t i);

/* The programme's code with a number, or NULL: prap_code_consequences says whose it is. Since 0.1. */
PRAP_API const prap_code *prap_code_find(uint32_t programme, int32_t code);

/* One thing that choosing a code does. Borrowed for the visit. */
typedef struct prap_consequence {
    uint32_t size;
    uint32_t consequence; /* PRAP_CONSEQUENCE_*: its word has the sentence */
    uint32_t severity;    /* PRAP_SEVERITY_* */
    uint32_t rule;        /* for prap_rule_by_number */
} prap_consequence;

/* Returns PRAP_OK to go on; anything else ends it and is returned. */
typedef prap_status (*prap_visit_consequence)(void *user, const prap_consequence *consequence);

/* A choice of code in short. The caller's memory; set size before the call. */
typedef struct prap_code_choice {
    uint32_t size;           /* sizeof(prap_code_choice) as compiled */
    uint32_t verdict;        /* PERMITTED: the programme has the code and a person may enter it. REFUSED: it has not, or
                                PRaP alone sets it. What else a case needs for it, prap_engine_preview says */
    uint32_t rule;           /* that permits or refuses it */
    uint32_t programmes;     /* bit PRAP_PROGRAMME_*: the programmes that have a code of this number */
    uint32_t feed_before;    /* PRAP_FEED_* */
    uint32_t feed;           /* PRAP_FEED_* after it; the same where the programme does not have the code */
    uint32_t payment;        /* PRAP_PAYMENT_*: what becomes of the payment for the start; 0 where it has not the code */
    uint32_t severity;       /* PRAP_SEVERITY_*: the gravest of the consequences, or FORBIDDEN when refused */
    uint32_t consequences;   /* how many were visited */
    uint32_t reserved;       /* 0 */
    const prap_code *code;   /* library-owned, or NULL: the programme does not have it */
} prap_code_choice;

/*
 * What choosing a code does to payment, before it is chosen. feed: PRAP_FEED_* before it; 0: open, as
 * whoever has a code to be chosen has started. visit: or NULL. A number that the programme does not have is refused,
 * with the programmes that have it. Policies are not asked: where prap_code names one, prap_engine_preview knows it. Returns PRAP_OK; PRAP_E_NULL; PRAP_E_SIZE; PRAP_E_WORD (no such programme or
 * feed); what visit returned. Since 0.1.
 */
PRAP_API prap_status prap_code_consequences(uint32_t programme, int32_t code, uint32_t feed,
                                            prap_visit_consequence visit, void *user,
                                            prap_code_choice *ret_choice);

#ifdef __cplusplus
}
#endif

#endif
