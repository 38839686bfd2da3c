/*
 * evidence.h: what must be kept and for how long, what must be said and held on an occasion, and who is told of what:
 * rules.md 2.8, 2.9, X-30, X-51 and X-52, as rows.
 *
 * Thread rule: any thread, any time; read-only data, library-owned, never freed.
 */
#ifndef PRAP_EVIDENCE_H
#define PRAP_EVIDENCE_H

#include <stdint.h>

#include "prap/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A kind of notice: whom an event makes worth telling, how and by when. Its word has the sentence. */
typedef struct prap_notice_kind {
    uint32_t size;
    uint32_t notice;    /* PRAP_NOTICE_* */
    uint32_t severity;  /* PRAP_SEVERITY_* */
    uint32_t rule;      /* for prap_rule_by_number; 0: that of the fact that a notice names */
    uint32_t recipient; /* PRAP_RECIPIENT_* */
    uint32_t means;     /* PRAP_MEANS_* */
    uint32_t due;       /* PRAP_NOTICE_DUE_* */
} prap_notice_kind;

/* The kind with a number (PRAP_NOTICE_*), or NULL; and the checklist (PRAP_CHECKLIST_*) that has what its message is to
   hold, or 0: the guidance does not say. Since 0.1. */
PRAP_API const prap_notice_kind *prap_notice_kind_by_number(uint32_t notice);
PRAP_API uint32_t prap_notice_checklist(uint32_t notice);

/* A kind of record that must be kept. */
typedef struct prap_record_kind {
    uint32_t size;
    uint32_t record;      /* PRAP_RECORD_* */
    uint32_t rule;        /* for prap_rule_by_number: the first of its rules */
    uint32_t retention;   /* PRAP_RETENTION_* */
    uint32_t computation; /* PRAP_COMPUTATION_*: gives the last day, by prap_date_compute; 0: none does */
    uint32_t reserved;    /* 0 */
    const char *rules;    /* all of them, "IPES-3.10 to 3.19" */
    const char *when;     /* on what occasion, one phrase of English */
    const char *content;  /* what it holds at the least, one phrase of English */
} prap_record_kind;

/* The record with a number (PRAP_RECORD_*), or NULL. Since 0.1. */
PRAP_API const prap_record_kind *prap_record_kind_by_number(uint32_t record);

/* The i-th record that an event (PRAP_EVENT_*) makes or adds to: PRAP_RECORD_*, or 0 past the end. Since 0.1. */
PRAP_API uint32_t prap_event_record_at(uint32_t event, uint32_t i);

/* A checklist: what an occasion asks to be said and held. */
typedef struct prap_checklist_kind {
    uint32_t size;
    uint32_t checklist; /* PRAP_CHECKLIST_* */
    uint32_t programme; /* PRAP_PROGRAMME_* */
    uint32_t rule;      /* for prap_rule_by_number */
    uint32_t fields;    /* PRAP_FIELDS_*: whether the guidance lists what it holds */
} prap_checklist_kind;

/* The checklist with a number (PRAP_CHECKLIST_*), or NULL; and the i-th event that opens it, or 0. Since 0.1. */
PRAP_API const prap_checklist_kind *prap_checklist_kind_by_number(uint32_t checklist);
PRAP_API uint32_t prap_checklist_opened_by(uint32_t checklist, uint32_t i);

/* An item of a checklist: a fact, a day of the case, or an event. */
typedef struct prap_checklist_item {
    uint32_t size;
    uint32_t checklist;   /* PRAP_CHECKLIST_* */
    uint32_t fact;        /* PRAP_FACT_*: the fact, or the one that a day of the case is named after; 0: an event */
    uint32_t day;         /* 1: a day of the case */
    uint32_t event;       /* PRAP_EVENT_*, or 0 */
    uint32_t or_event;    /* another event that will do, or 0 */
    uint32_t must_be_yes; /* 1: it must be so; 0: any answer will do, if it is not "unknown" */
    uint32_t required;    /* 1: the checklist is not complete without it */
    uint32_t when_fact;   /* asked for only when this fact, an item before it, */
    uint32_t when_option; /*   is this PRAP_OPTION_*; both 0: always */
    uint32_t when_event;  /* asked for only when this event, an item before it, happened; 0: always */
    uint32_t rule;        /* for prap_rule_by_number */
} prap_checklist_item;

/* The i-th item of a checklist, in the order of the guidance, or NULL. Since 0.1. */
PRAP_API const prap_checklist_item *prap_checklist_item_at(uint32_t checklist, uint32_t i);

#ifdef __cplusplus
}
#endif

#endif
