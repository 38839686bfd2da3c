/*
 * form.h: the forms that the documents name: exit reports, the employment business form, WHP07, PRaP14, Annexes A and B
 * of Provider Direct, SL2 and the rest. What each holds, to whom it goes, by when, and how long it is kept: rows. And
 * one question over all of them: is this form complete, and may it go? Rules CH15-8 to CH15-21, PD-A, PD-B, X-52.
 *
 * The documents print no form as it looks. What they do not say of one is marked so (PRAP_FIELDS_*, PRAP_NEED_UNKNOWN).
 * A question says which fields are filled in and how things stand, never what a field holds: no text, name or number of
 * a person comes in here. Every function is pure and allocates nothing. Thread rule: any thread, each with its own
 * structs; rows are read-only data, library-owned, never freed.
 */
#ifndef PRAP_FORM_H
#define PRAP_FORM_H

#include <stddef.h>
#include <stdint.h>

#include "prap/calendar.h"
#include "prap/day.h"
#include "prap/export.h"
#include "prap/host.h"
#include "prap/referral.h"
#include "prap/rulebook.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A form. Its word (PRAP_WORDS_FORM) has its name and who fills it in. New members are appended. */
typedef struct prap_form {
    uint32_t size;
    uint32_t form;         /* PRAP_FORM_* */
    uint32_t rule;         /* for prap_rule_by_number */
    uint32_t programmes;   /* bit PRAP_PROGRAMME_* - 1 for each that has it; 0: the Work Programme's Provider Direct */
    uint32_t actor;        /* PRAP_ACTOR_* who fills it in */
    uint32_t fields;       /* PRAP_FIELDS_*: how far the documents print what it holds */
    uint32_t own_template; /* PRAP_OWN_TEMPLATE_* */
    uint32_t record;       /* PRAP_RECORD_* that it is kept as, or 0: the documents do not say */
    uint32_t copies;       /* the number of the prap_contact that has copies, or 0 */
    uint32_t reserved;     /* 0 */
    const char *title;     /* as the documents call it */
} prap_form;

/* A field of a form. What it is stands in the word of its fact; its type is the fact's. New members are appended. */
typedef struct prap_form_field {
    uint32_t size;
    uint32_t form;     /* PRAP_FORM_* */
    uint32_t fact;     /* PRAP_FORM_FACT_*: tri-state where only whether it is filled in is said */
    uint32_t need;     /* PRAP_NEED_* */
    uint32_t personal; /* 1: it is about a person */
    uint32_t rule;     /* for prap_rule_by_number */
} prap_form_field;

/* Where a form goes. New members are appended. */
typedef struct prap_form_route {
    uint32_t size;
    uint32_t form;       /* PRAP_FORM_* */
    uint32_t programmes; /* bits as of prap_form */
    uint32_t option;     /* PRAP_FORM_OPTION_*: only on this occasion; 0: on any */
    uint32_t rule;       /* for prap_rule_by_number */
    uint32_t recipient;  /* PRAP_RECIPIENT_*; the provider itself: it goes to nobody else */
    uint32_t contact;    /* the number of its prap_contact, or 0: the documents print no address */
    uint32_t means;      /* PRAP_MEANS_* */
    uint32_t due;        /* PRAP_NOTICE_DUE_* */
} prap_form_route;

/* The form with a number, or NULL. Since 0.1. */
PRAP_API const prap_form *prap_form_by_number(uint32_t form);

/* The form with a public name ("whp07"), a title or another name that the documents have for it ("WHPERJ1"), name_bytes
   long, in capitals or not (AMB-78); or NULL. And the i-th other name, or NULL. Since 0.1. */
PRAP_API const prap_form *prap_form_find(const char *name, size_t name_bytes);
PRAP_API const char *prap_form_alias_at(uint32_t form, uint32_t i);

/* The i-th field, and the i-th way that it can go, the first that fits being the one; or NULL. Since 0.1. */
PRAP_API const prap_form_field *prap_form_field_at(uint32_t form, uint32_t i);
PRAP_API const prap_form_route *prap_form_route_at(uint32_t form, uint32_t i);

/* 1 when a question about a form (PRAP_FORM_*) takes a fact (PRAP_FORM_FACT_*), else 0. Since 0.1. */
PRAP_API int prap_form_takes(uint32_t form, uint32_t fact);

/* A question. New members are appended. Everything it points at is borrowed for the call. */
typedef struct prap_form_question {
    uint32_t size;
    uint32_t form;         /* PRAP_FORM_* */
    uint32_t programme;    /* PRAP_PROGRAMME_*; 0: not said, or the Work Programme */
    prap_day on;           /* the day asked about */
    const prap_fact *facts; /* PRAP_FORM_FACT_* and, of an option, PRAP_FORM_OPTION_*; none twice */
    size_t n_facts;
    uint64_t own_contacts; /* bit n - 1: the host has an address of its own for the prap_contact with number n
                              (P-CONTACTS, AMB-84) */
} prap_form_question;

/* An answer. New members are appended. What a form does not come to is 0 or PRAP_DAY_NONE. */
typedef struct prap_form_answer {
    uint32_t size;           /* set by the caller */
    uint32_t form;           /* as asked */
    uint32_t outcome;        /* PRAP_FORM_OUTCOME_* */
    uint32_t verdict;        /* PRAP_VERDICT_*: may it go; REFUSED when a finding forbids */
    uint32_t complete;       /* PRAP_VALUE_YES, _NO, or _UNKNOWN: as the documents print only part of the form, too */
    uint32_t n_missing;      /* how many fields are wanting, */
    uint32_t n_unknown;      /*   and of how many it is not known */
    uint32_t recipient;      /* PRAP_RECIPIENT_*: to whom, */
    uint32_t contact;        /*   the number of the printed prap_contact, */
    uint32_t contact_status; /*   and PRAP_CONTACT_STATUS_*: whether that is of use; HOST_SUPPLIES: the host's own */
    uint32_t means;          /* PRAP_MEANS_* */
    uint32_t due_kind;       /* PRAP_NOTICE_DUE_*: by when, in words, */
    prap_day due;            /*   and as a day; */
    prap_day prudent;        /*   the earliest under any admissible reading; */
    prap_day plan_by;        /*   the last working day on or before due */
    uint32_t late;           /* 1: the day has passed, or it went after it */
    uint32_t record;         /* PRAP_RECORD_* that it is kept as, */
    uint32_t retention;      /*   PRAP_RETENTION_*: how long, */
    prap_day keep_until;     /*   and of its sending the last day, when that is counted and it was sent */
    uint32_t findings;       /* how many were visited */
} prap_form_answer;

/* One finding. Borrowed for the visit. New members are appended. */
typedef struct prap_form_finding {
    uint32_t size;
    uint32_t finding;  /* PRAP_FORM_FINDING_*: its word says why */
    uint32_t rule;     /* for prap_rule_by_number */
    uint32_t severity; /* PRAP_SEVERITY_* */
    uint32_t fact;     /* PRAP_FORM_FACT_* that it looks at, or 0 */
    uint32_t form;     /* PRAP_FORM_* that is right instead, or 0 */
    uint32_t policy;   /* PRAP_POLICY_* whose setting decided, or 0 */
    uint32_t contact;  /* the number of its prap_contact, or 0 */
    prap_day day;      /* the day it is about; PRAP_DAY_NONE */
} prap_form_finding;

/* Returns PRAP_OK to go on; anything else ends it and is returned. */
typedef prap_status (*prap_visit_form_finding)(void *user, const prap_form_finding *finding);

/*
 * Answers one question. calendar, settings (n_settings; may be NULL when that is 0) and question: borrowed for the call.
 * Findings come in the order of explanation. visit: or NULL. ret_answer: its size set by the caller, filled only on
 * success. The policies exit-min-words (AMB-82) and pay5 (D-17) decide.
 * Returns PRAP_OK; PRAP_E_NULL; PRAP_E_SIZE; PRAP_E_WORD (no such form, programme, fact, option, policy or choice);
 * PRAP_E_TWICE (a fact or a policy); PRAP_E_TYPE (a fact of another kind of value); PRAP_E_DAY; PRAP_E_RANGE (a fact
 * that the form does not take, a number, a setting, or a contact that there is not); PRAP_E_COVERAGE; what visit
 * returned. The error names the field and not the value. Since 0.1.
 */
PRAP_API prap_status prap_form_ask(const prap_calendar *calendar, const prap_setting *settings, size_t n_settings,
                                   const prap_form_question *question, prap_visit_form_finding visit, void *user,
                                   prap_form_answer *ret_answer, prap_error *reterr);

/* What to do about a finding, or "" when nothing is; NULL for an unknown one. Static. Since 0.1. */
PRAP_API const char *prap_form_finding_cure(uint32_t finding);

#ifdef __cplusplus
}
#endif

#endif
