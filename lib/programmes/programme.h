/* programme.h: what a programme is made of: rows. Nothing under referral/ or engine/ names a programme. */
#ifndef PRAPI_PROGRAMME_H
#define PRAPI_PROGRAMME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "prap/moves.h"

#include "catalogue/rules.h"
#include "vocabulary/vocabulary.h"

#define PRAPI_ANY 0xFFFFu          /* any state, or any event */
#define PRAPI_SAME PRAP_MOVE_STAYS /* the state that it was in */

enum { PRAPI_ROW_FROM = 8, PRAPI_ROW_GUARDS = 20, PRAPI_ROW_NOTICES = 5 };

/* A region and a word of it; 0, 0 for none. */
typedef prap_region_is prapi_region_is;

/*
 * One move. The first row that fits from, event, when and under is the one; all its guards are evaluated and their
 * order is the order of explanation. A row whose to is PRAP_STATE_NONE is a move that the guidance forbids: its
 * guards always hold a reason.
 */
typedef struct prapi_row {
    uint16_t from[PRAPI_ROW_FROM];     /* PRAP_STATE_*, ended by 0, or PRAPI_ANY; {0} is a case that does not exist */
    uint16_t event;                    /* PRAP_EVENT_* or PRAPI_ANY */
    uint16_t to;                       /* PRAP_STATE_*, or PRAPI_SAME when nothing moves */
    uint16_t feed;                     /* PRAP_FEED_* after the move, or 0 to keep it */
    uint16_t notices[PRAPI_ROW_NOTICES]; /* PRAP_NOTICE_* that the move raises, ended by 0 */
    prapi_region_is sets[2];           /* what it sets regions to, ended by 0 */
    uint16_t when_fact;                /* only when this fact has this value (of a tri-state: this kind), or 0 */
    uint16_t under_policy;             /* only under this setting, or 0 */
    int32_t when_value;
    int32_t under_choice;
    prapi_region_is when_region;       /* only when the region is so, or 0 */
    uint16_t when_by;                  /* only on or before the due day of this PRAP_DEADLINE_*, or 0 */
    uint16_t guards[PRAPI_ROW_GUARDS]; /* PRAP_REASON_*, ended by 0 */
    const char *id;                    /* of rules.md section 2: "T-I-11", "F-I-02" */
} prapi_row;

/* The reason that an event is judged by when it gives none. */
typedef struct prapi_default {
    uint16_t event;
    uint16_t reason; /* PRAP_OPTION_* */
} prapi_default;

/* A fact that sets a region when it comes with a permitted event: an option, or of a tri-state a PRAP_VALUE_*. */
typedef struct prapi_carry {
    uint16_t event;
    uint16_t fact;
    int32_t value;
    prapi_region_is sets;
} prapi_carry;

/*
 * What is recorded when a refused event happened all the same and is entered with an override (rules.md 2.0): the
 * stage and the feed after it. A refused move that is not here cannot be recorded at all.
 */
typedef struct prapi_override {
    uint16_t from;
    uint16_t event;
    uint16_t to;
    uint16_t feed; /* PRAP_FEED_*, or 0 to keep it */
} prapi_override;

/*
 * Which rule speaks in this programme, where it is not the word's own: a guard, a notice or an event may serve two
 * programmes whose documents are not the same.
 */
typedef struct prapi_cite {
    uint16_t kind;     /* PRAP_WORDS_* */
    uint16_t number;   /* the word */
    uint16_t scenario; /* PRAP_SCENARIO_*, or 0 for any */
    uint16_t rule;     /* PRAPI_RULE_* */
} prapi_cite;

/* A column of the scenario matrix of memo 08 (rules.md 1.3): how each error is closed. */
typedef struct prapi_scenario {
    uint16_t scenario;        /* PRAP_SCENARIO_* */
    uint16_t reject_reason;   /* PRAP_OPTION_*: before a start */
    uint16_t code;            /* after approval */
    uint16_t signpost_policy; /* PRAP_POLICY_* that decides whether the person is signposted, or 0: always */
    uint16_t closes[2];       /* PRAP_EVENT_* that close it: before a start, and after a back-out */
} prapi_scenario;

/* The measures of a programme's clocks; 0 for one that its documents do not set. */
typedef struct prapi_clocks {
    bool has_day_60;             /* an unstarted referral is lost on day 60 (D-04) */
    bool has_allotted_time;      /* of a length that the documents give (D-05) */
    bool has_month;              /* a request is to be answered within a month (D-10) */
    int32_t ack_working_days;    /* the day of receipt being day 1 (D-01) */
    int32_t record_working_days; /* meeting and record, from the day made (D-02) */
    int32_t plan_working_days;   /* from the start date (D-03) */
    int32_t weekly_days;         /* from one weekly offer to the next (D-18) */
    int32_t face_to_face_days;   /* from one face-to-face meeting to the next (D-18) */
    int32_t mappa_hold_days;     /* from the day made, where the policy counts calendar days (D-15) */
    int32_t mappa_wait_days;     /* from the escalation (D-16) */
} prapi_clocks;

typedef struct prapi_programme {
    uint32_t number;   /* PRAP_PROGRAMME_* */
    uint32_t document; /* PRAP_DOCUMENT_* whose text the rows are: outside its dates in force every answer says so */
    uint32_t documents; /* bit PRAP_DOCUMENT_*: whose rules may speak as notices; 0 for all */
    uint32_t memo_policy; /* PRAP_POLICY_* on which it depends whether memo 08 binds, or 0: it does */
    const prapi_row *rows;
    size_t n_rows;
    const prapi_default *defaults;
    size_t n_defaults;
    const prapi_carry *carries;
    size_t n_carries;
    const prapi_override *overrides;
    size_t n_overrides;
    const uint16_t *impossible; /* PRAP_REASON_* that no override can record over: it cannot have happened so */
    size_t n_impossible;
    const uint16_t *undefined; /* PRAP_DEADLINE_* that its documents set no limit for, ascending: a host may (supplement.h) */
    size_t n_undefined;
    uint32_t undefined_by; /* the ambiguity that says so, PRAPI_AMB_*, or 0 where n_undefined is */
    const prapi_cite *cites;
    size_t n_cites;
    const prapi_scenario *scenarios;
    size_t n_scenarios;
    const uint16_t *import_asks; /* PRAP_FACT_* of a case taken over that a notice asks for; NULL: as of a referral */
    size_t n_import_asks;
    uint32_t referred_to;    /* PRAP_OPTION_* of the fact referred-to for its participants; 0: a procedure has none */
    uint32_t remembered;     /* PRAP_FACT_* by which a row is chosen also when only the case knows it, or 0 */
    uint32_t automatic_code; /* leaver code that PRaP itself sets, or 0 */
    prapi_clocks clocks;
} prapi_programme;

/* The programme with a number, or NULL. */
const prapi_programme *prapi_programme_find(uint32_t number);

/* The rule of a word in a programme: false when it is one of another programme's documents. */
bool prapi_programme_cites(const prapi_programme *programme, uint32_t kind, uint32_t number, uint32_t scenario,
                           uint32_t *ret_rule);

/* How an error is closed, or NULL: by PRAP_SCENARIO_*. */
const prapi_scenario *prapi_scenario_find(const prapi_programme *programme, uint32_t scenario);

#define X(NAME) extern const prapi_programme prapi_programme_##NAME;
#include "programmes/programmes.def"
#undef X

#endif
