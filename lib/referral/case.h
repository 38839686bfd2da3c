/*
 * case.h: a case as plain data: what its events amount to. Rebuilt from the journal event by event, kept as a snapshot.
 *
 * Only facts are kept here, never a judgement: deadlines and the effects of time passing follow from these days, the
 * rulebook and the day asked about.
 */
#ifndef PRAPI_CASE_H
#define PRAPI_CASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "prap/day.h"
#include "prap/referral.h"

#include "base/always.h"
#include "vocabulary/vocabulary.h"

/* What is said of one fact: PRAP_VALUE_*, or 0 when nothing is; the number, day or option. No padding: it is compared
   as bytes where whole cases are. */
typedef struct prapi_said {
    uint32_t kind;
    int32_t value;
} prapi_said;

/* Bit PRAP_FACT_*: something is said of the fact. In every struct below that has both, a fact without its bit is all
   zeros in said, so a look at one fact needs no look at its bit, and a walk over all of them looks at few. */
typedef struct prapi_facts {
    uint64_t bits[PRAPI_FACT_WORDS];
} prapi_facts;

static inline void prapi_say(prapi_facts *facts, prapi_said *said, uint32_t fact, prapi_said what) {
    facts->bits[fact / 64] |= UINT64_C(1) << fact % 64;
    said[fact].kind = what.kind; /* member by member: what is between them stays zero */
    said[fact].value = what.value;
}

static inline void prapi_unsay(prapi_facts *facts, prapi_said *said, uint32_t fact) {
    facts->bits[fact / 64] &= ~(UINT64_C(1) << fact % 64);
    said[fact] = (prapi_said){0, 0};
}

/* The next fact after one of which something is said, or 0: a walk begins after 0. */
static inline uint32_t prapi_fact_after(const prapi_facts *facts, uint32_t fact) {
    uint32_t word = (fact + 1) / 64;
    uint64_t left = facts->bits[word] >> (fact + 1) % 64 << (fact + 1) % 64;
    while (left == 0) {
        if (++word == PRAPI_FACT_WORDS) return 0;
        left = facts->bits[word];
    }
    const uint32_t next = word * 64 + (uint32_t)__builtin_ctzll(left);
    return PRAPI_ALWAYS(next < PRAPI_FACT_END) ? next : 0;
}

enum {
    PRAPI_KEPT_BYTES = 128, /* unknown tags of a newer minor format, kept and written back */
    PRAPI_BROKE = 20        /* at least as many as a row has guards */
};

typedef struct prapi_case {
    uint32_t programme;
    uint32_t stage;      /* PRAP_STATE_*: as last recorded; prapi_stage_as_of says what time has made of it */
    uint32_t feed;       /* PRAP_FEED_* */
    uint64_t version;    /* sequence of the last event */
    uint32_t chain;      /* checksum of the last event record: the next one names it */
    prap_day recorded;   /* day on which the last event was recorded */
    prap_day received_on;
    prap_day made_on;
    prap_day acknowledged_on;
    prap_day attended_on;
    prap_day start_on;
    prap_day entered_on; /* day the start or the outcome was entered in PRaP */
    prap_day plan_on;
    prap_day ended_on;
    prap_day handed_over_on;
    prap_day meeting_on;       /* for which the initial meeting is booked */
    prap_day contact_on;       /* last contact, or attempt at one */
    prap_day face_to_face_on;  /* last face-to-face meeting on the programme; the initial meeting is the first */
    prap_day weekly_offer_on;  /* last offer of weekly support */
    prap_day work_on;          /* first day at work */
    prap_day disclosed_on;     /* MAPPA restrictions disclosed or suspected */
    prap_day escalated_on;     /* by the nominated officer */
    prap_day continued_on;     /* light touch, after 28 days without notice */
    prap_day prap14_on;        /* last PRaP14 sent */
    prap_day approved_on;      /* the request to back out */
    prap_day backed_out_on;
    prap_day end_on;           /* end date entered in PRaP */
    prap_day form_sent_on;     /* Employment Business Customer Form */
    prap_day holding_reply_on; /* of an erasure request: the holding reply, */
    prap_day forwarded_on;     /*   forwarded to the Data Protection Office, */
    prap_day responded_on;     /*   and answered */
    prap_day permitted_on;     /* of unencrypted email: DWP's written permission, */
    prap_day use_from_on;      /*   first day of use as agreed, */
    prap_day withdrawn_on;     /*   its withdrawal decided, */
    prap_day ceases_on;        /*   last day of use as agreed */
    uint8_t regions[PRAPI_REGION_END]; /* by PRAP_REGION_*: the region's word, 0 for none */
    uint32_t reason;     /* PRAP_OPTION_* of the outcome or cancellation, or 0 */
    uint32_t attempts;         /* every logged attempt */
    uint32_t attempts_failed;  /* the person was not reached */
    uint32_t attempts_unsure;  /* whether the person was reached is unknown */
    uint32_t breaches;
    uint32_t kept_bytes;
    prapi_facts facts;
    prapi_said said[PRAPI_FACT_END]; /* the facts that last (facts.def KEEPS) */
    uint8_t kept[PRAPI_KEPT_BYTES];
} prapi_case;

/* What an event leaves as it is, whatever that is: stage and feed; or the stage alone, as outcome earnings do (T-W-15). */
enum { PRAPI_STAYS = 1, PRAPI_STAYS_BUT_FEED = 2 };

/* One event as it was judged: what a journal record holds. */
typedef struct prapi_event {
    uint32_t programme;
    uint32_t event;
    prap_day on;
    prap_day recorded;
    uint64_t sequence;
    uint32_t chain;    /* checksum of the record before */
    uint32_t to;       /* stage after it */
    uint32_t stays;    /* PRAPI_STAYS_*, or 0: it moves both stage and feed */
    uint32_t feed;     /* feed after it */
    uint8_t regions[PRAPI_REGION_END]; /* by PRAP_REGION_*: what it sets a region to, 0 to keep it */
    uint32_t reason;   /* the reason it was judged by, given or by default */
    uint32_t breaches; /* how many it added */
    uint32_t rulebook; /* hash of the rulebook that it was judged by, */
    uint32_t calendar; /*   of its calendar, */
    uint32_t division; /*   and its division */
    uint8_t broke[PRAPI_BROKE]; /* PRAP_REASON_* that it failed and was recorded over, ended by 0 */
    prapi_facts facts;
    prapi_said said[PRAPI_FACT_END];
} prapi_event;

/* A case before anything is known of it; what it was before does not matter. */
void prapi_case_clear(prapi_case *state);

/* The same of a case that was cleared once, and an event before anything is said: one that was all zeros once. Only
   what was said is forgotten, which is less than there is room for. */
void prapi_case_reset(prapi_case *state);
void prapi_event_reset(prapi_event *event);

/* Makes a copy. The other case was cleared once. */
void prapi_case_copy(prapi_case *ret_copy, const prapi_case *state);

/* Moves the case by one event. The event was judged when it was recorded; it is not judged again. */
void prapi_case_apply(prapi_case *state, const prapi_event *event);

/* The event stands in the journal and changes nothing: it was voided, or it voids another. */
void prapi_case_pass(prapi_case *state, const prapi_event *event);

/* Was the referral acknowledged? Of one taken over later its stage says so, where the day is not known. */
bool prapi_case_is_acknowledged(const prapi_case *state);

/* Has the case ended, is it waiting for a start, has it started? By stage. */
static inline bool prapi_stage_is_ended(uint32_t stage) {
    const uint32_t phase = prapi_stage_phase(stage);
    return phase == PRAPI_PHASE_ENDED || phase == PRAPI_PHASE_OVER;
}

static inline bool prapi_stage_is_waiting(uint32_t stage) {
    return prapi_stage_phase(stage) == PRAPI_PHASE_WAITING;
}

static inline bool prapi_stage_is_started(uint32_t stage) {
    return prapi_stage_phase(stage) == PRAPI_PHASE_STARTED;
}

#endif
