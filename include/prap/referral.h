/*
 * referral.h: what is asked of a case, and what is answered.
 *
 * A command says that an event happened to a case, on which day, and on which day that was recorded. An answer says
 * whether the guidance allows it, names every guard that failed with its rule and cure, and gives the case as it
 * stands after it (or, when it was refused, as it still stands): stage, earnings feed, deadlines, notices.
 *
 * A refusal is an answer, not an error: the status of a call says only whether the question could be answered.
 */
#ifndef PRAP_REFERRAL_H
#define PRAP_REFERRAL_H

#include <stddef.h>
#include <stdint.h>

#include "prap/day.h"
#include "prap/export.h"
#include "prap/host.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* One fact: PRAP_FACT_*, PRAP_VALUE_*, and the value where the kind has one. A frozen value type. */
typedef struct prap_fact {
    uint32_t fact;
    uint32_t kind; /* UNKNOWN, NO, YES: value is 0. NUMBER: the number. DAY: a prap_day. OPTION: PRAP_OPTION_* */
    int64_t value;
} prap_fact;

#define PRAP_FACTS_MAX 64 /* most facts in one command */

enum {
    PRAP_COMMAND_STRICT_FACTS = 1 /* a fact that is not given is unknown, whatever facts.def says about absence */
};

/* One event. Everything it points at is borrowed for the length of the call. */
typedef struct prap_command {
    uint32_t size;      /* sizeof(prap_command) as compiled */
    uint32_t flags;     /* PRAP_COMMAND_* */
    uint32_t programme; /* PRAP_PROGRAMME_*; 0 when the case exists: its own */
    uint32_t event;     /* PRAP_EVENT_* */
    prap_day on;        /* day it happened; for referral-received the day of receipt */
    prap_day recorded;  /* day it was recorded; PRAP_DAY_NONE: the same day */
    prap_key key;       /* which case */
    prap_text id;       /* idempotency key, at most PRAP_ID_BYTES, not beginning with "prap:", which is what the
                           library's own begin with; empty: none, so a repeat is a second event */
    const prap_fact *facts;
    size_t n_facts;     /* at most PRAP_FACTS_MAX, no fact twice */
} prap_command;

/* An answer: a handle that a caller keeps and passes to one call after another. */
typedef struct prap_answer prap_answer;

/*
 * Makes an empty answer. allocator is borrowed and must outlive it. Returns PRAP_OK, PRAP_E_NULL, PRAP_E_SIZE,
 * PRAP_E_NOMEM. Destroy with prap_answer_destroy. One thread at a time. Since 0.1.
 */
PRAP_API prap_status prap_answer_create(const prap_allocator *allocator, prap_answer **ret_answer);
PRAP_API void prap_answer_destroy(prap_answer *answer); /* NULL is allowed */

/* The answer in short. Library-owned; valid until the answer is used again or destroyed. Members are appended. */
typedef struct prap_summary {
    uint32_t size;
    uint32_t verdict;          /* PRAP_VERDICT_*; 0 when the question was only how the case stands */
    uint32_t programme;        /* PRAP_PROGRAMME_* */
    uint32_t stage;            /* PRAP_STATE_* as of as_of */
    uint32_t feed;             /* PRAP_FEED_* */
    uint32_t duplicate;        /* 1: this id was recorded before; this is the answer it got then */
    uint64_t version;          /* sequence of the case's last event seen by this answer; 0: no case */
    prap_day as_of;            /* the day the answer is for: the command's recorded day */
    uint32_t code;             /* leaver code, or 0 */
    prap_day received_on;      /* days of the case, PRAP_DAY_NONE where there is none: */
    prap_day made_on;
    prap_day acknowledged_on;
    prap_day attended_on;
    prap_day start_on;
    prap_day ended_on;
    uint32_t attempts;         /* logged attempts to reach the person */
    uint32_t breaches;         /* things recorded although a rule forbids them */
    uint32_t rulebook_hash;    /* what decided it: prap_rulebook_hash, and */
    uint32_t calendar_hash;    /*   the hash of prap_calendar_get_identity */
    uint32_t outside;          /* PRAP_OUTSIDE_* when the event's day (or as_of, when there is no event) is outside the
                                  dates in force of the text that the rules come from (prap_document); 0: inside */
    uint32_t event;            /* PRAP_EVENT_* that was judged, or 0 when the question was only how the case stands */
    prap_day on;               /* the day it happened, or PRAP_DAY_NONE */
    int32_t status;            /* in a walk: why this case could not be judged, the answer being empty; else PRAP_OK */
    uint32_t mappa;            /* regions as of as_of, 0 for none: PRAP_MAPPA_*, */
    uint32_t prap14;           /*   PRAP_PRAP14_*, */
    uint32_t error;            /*   PRAP_ERROR_*, */
    uint32_t channel;          /*   PRAP_CHANNEL_*, */
    uint32_t referral_kind;    /*   PRAP_REFERRAL_KIND_* */
    uint32_t outcome;          /* PRAP_OPTION_* of the outcome or cancellation, or 0 */
    prap_day entered_on;       /* days, as above: when the start or the outcome was entered in PRaP */
    prap_day plan_on;          /*   the plan was fully agreed */
    prap_day meeting_on;       /*   the initial meeting is booked for */
    prap_day handed_over_on;
    prap_day work_on;          /*   first day at work */
    prap_day face_to_face_on;  /*   last face-to-face meeting */
    uint32_t imported;         /* 1: taken over in mid-life, with what was known then */
    uint32_t attempts_failed;  /* of the attempts, those that did not reach the person */
    uint32_t meeting_mode;     /* PRAP_OPTION_*: how the initial meeting was held, */
    uint32_t handover_mode;    /*   and the handover; 0 where that was not said */
    prap_day needs_complete_on; /* the needs assessment was complete, or PRAP_DAY_NONE */
    uint32_t night_shifts;     /* PRAP_VALUE_* that was said of night shifts, or 0 */
    uint32_t scenario;         /* regions of WHP and JETS, 0 where one is not set: PRAP_SCENARIO_*, */
    uint32_t mandation;        /*   PRAP_MANDATION_*, */
    uint32_t appointment;      /*   PRAP_APPOINTMENT_*, */
    uint32_t engagement;       /*   PRAP_ENGAGEMENT_* */
    prap_day approved_on;      /* days, as above: the request to back out was approved */
    prap_day backed_out_on;    /*   backed out by the support team */
    prap_day end_on;           /*   end date entered in PRaP */
    uint32_t threshold;        /* PRAP_OPTION_* of the highest earnings threshold reported, or 0 */
    uint32_t orphan;           /* 1: backed out while the earnings feed is still open (M08-BG-4) */
    uint32_t reserved;         /* 0 */
    uint32_t decision;         /* of procedures (programmes erasure, email): PRAP_DECISION_*, */
    uint32_t reference;        /*   PRAP_REFERENCE_*, */
    uint32_t outage;           /*   PRAP_OUTAGE_*, */
    uint32_t misdirection;     /*   PRAP_MISDIRECTION_*, */
    uint32_t erasure;          /*   PRAP_ERASURE_*; 0 for none */
    uint32_t reserved_too;     /* 0 */
} prap_summary;

/* Never NULL unless answer is. Since 0.1. */
PRAP_API const prap_summary *prap_answer_summary(const prap_answer *answer);

/*
 * What one region is set to beside the stage: region is PRAP_REGION_*, the answer a word of prap_region_words(region), or
 * 0 where the region is not set, for one that there is not, and for NULL. Thread rule: as the summary. Since 0.1.
 */
PRAP_API uint32_t prap_summary_region(const prap_summary *summary, uint32_t region);

/* Why not, or what is unknown. Library-owned, as the summary. */
typedef struct prap_reason {
    uint32_t size;
    uint32_t reason;     /* PRAP_REASON_*: its word has the sentence */
    uint32_t rule;       /* for prap_rule_by_number */
    uint32_t severity;   /* PRAP_SEVERITY_FORBIDDEN, _UNDECIDED or _TEXT_SILENT */
    uint32_t fact;       /* PRAP_FACT_* that it looks at, or 0 */
    uint32_t cure_event; /* PRAP_EVENT_* that is right instead, or 0 */
    prap_day earliest;   /* earliest day on which this guard could pass, or PRAP_DAY_NONE */
    uint32_t reserved;
} prap_reason;

/* Reasons in the order of the row's guards: explanation order. NULL past the end. Since 0.1. */
PRAP_API uint32_t prap_answer_reason_count(const prap_answer *answer);
PRAP_API const prap_reason *prap_answer_reason_at(const prap_answer *answer, uint32_t i);

/* What a reason says in English: why, and what cures it. Static; NULL for an unknown reason. Since 0.1. */
PRAP_API const char *prap_reason_why(uint32_t reason);
PRAP_API const char *prap_reason_cure(uint32_t reason);

/* A clock of the case. Library-owned, as the summary. */
typedef struct prap_deadline {
    uint32_t size;
    uint32_t deadline;         /* PRAP_DEADLINE_*, or 0: a clock of the host's own (supplement.h) */
    uint32_t status;           /* PRAP_DEADLINE_STATUS_* as of the summary's as_of */
    uint32_t rule;             /* for prap_rule_by_number; 0: the documents have no such limit */
    prap_day anchor;           /* the day counted from; of one that is not defined, PRAP_DAY_NONE as all its days */
    prap_day due;              /* met by acting at any time on this day (AMB-04) */
    prap_day prudent;          /* earliest due day under any admissible reading */
    prap_day last_working_day; /* last working day on or before due; PRAP_DAY_NONE where the calendar ends before */
    prap_day done_on;          /* day it was done, or PRAP_DAY_NONE */
    uint32_t policy;           /* PRAP_POLICY_* that chose the reading, or 0 */
    uint32_t advisory;         /* 1: a date to go by, outside every standard (a clerical case, AMB-64) */
    uint32_t defined_by;       /* PRAP_DEFINED_BY_* */
    uint32_t definition;       /* of the host's: 1 for prap_rulebook_definition_at 0, and so on; else 0 */
    uint32_t ambiguity;        /* for prap_ambiguity_by_number: that the documents set no such limit; else 0 */
    const char *name;          /* the clock's public name, or the host's own; valid as long as the rulebook */
    const char *source;        /* of the host's: where it comes from; else "" */
} prap_deadline;

/* In order of PRAP_DEADLINE_*, then the host's own in order of its definitions. NULL past the end. Since 0.1. */
PRAP_API uint32_t prap_answer_deadline_count(const prap_answer *answer);
PRAP_API const prap_deadline *prap_answer_deadline_at(const prap_answer *answer, uint32_t i);

/* Something worth telling. Library-owned, as the summary. */
typedef struct prap_notice {
    uint32_t size;
    uint32_t notice;    /* PRAP_NOTICE_*: its word has the sentence */
    uint32_t rule;
    uint32_t severity;  /* PRAP_SEVERITY_* */
    uint32_t recipient; /* PRAP_RECIPIENT_* */
    uint32_t fact;      /* PRAP_FACT_* that it is about, or 0 */
    prap_day due;       /* day by which to act, or PRAP_DAY_NONE */
    uint32_t means;     /* PRAP_MEANS_*: how the guidance has the recipient told */
} prap_notice;

/* In ordinal order. NULL past the end. Since 0.1. */
PRAP_API uint32_t prap_answer_notice_count(const prap_answer *answer);
PRAP_API const prap_notice *prap_answer_notice_at(const prap_answer *answer, uint32_t i);

/* The policy settings that were looked at to reach the answer, each once. NULL past the end. Since 0.1. */
PRAP_API uint32_t prap_answer_setting_count(const prap_answer *answer);
PRAP_API const struct prap_setting *prap_answer_setting_at(const prap_answer *answer, uint32_t i);

#ifdef __cplusplus
}
#endif

#endif
