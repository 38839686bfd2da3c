/* call.h: a call to Provider Direct as its files share it: the session, one event before the rows, what comes of it. */
#ifndef PRAPI_CALL_H
#define PRAPI_CALL_H

#include <stdbool.h>

#include "prap/call.h"
#include "prap/dates.h"
#include "prap/vocabulary.h"

#include "vocabulary/vocabulary.h"

/* How many facts and reasons of a call there are, counting an unused 0; and room for what one answer says. */
enum {
    PRAPI_CALL_FACT_END = 0
#define E(EVENT, RULE, ABOUT)
#define B(EVENT, FACT)
#define F(FACT, TYPE, WORDS, ABSENT) +1
#include "vocabulary/call-facts.def"
#undef F
#undef B
#undef E
    + 1,
    PRAPI_CALL_REASON_END = 0
#define X(NUMBER, NAME, ...) +1
#include "vocabulary/call-reasons.def"
#undef X
    + 1,
    PRAPI_CALL_REASONS = 24,
    PRAPI_CALL_REMINDERS = 32
};

/* Whom an event is about. */
enum { PRAPI_ABOUT_CALL, PRAPI_ABOUT_NEW, PRAPI_ABOUT_NEXT, PRAPI_ABOUT_CURRENT, PRAPI_ABOUT_NAMED };
uint32_t prapi_call_about(uint32_t event);

typedef struct prapi_participant {
    uint8_t standing; /* PRAP_CALL_PARTICIPANT_* */
    uint8_t id_bytes;
    uint8_t unaskable; /* bit PRAP_QUESTION_* */
    uint8_t advice;
    uint8_t why_not;
    uint8_t form;
    uint8_t has_original; /* PRAP_VALUE_* */
    bool inappropriate; /* to be called about: told in advance, or referred lately */
    bool call_back, new_address, new_phone, employment_details, other_details, unrecorded;
    prap_day received_on, failed_on, recorded_on, updated_on;
    char id[PRAP_ID_BYTES];
} prapi_participant;

/* How a call ended before its participants were reached. */
enum { PRAPI_ENDED_NOT, PRAPI_ENDED_INELIGIBLE, PRAPI_ENDED_CODE_WRONG, PRAPI_ENDED_AFTERWARDS };

/* What the steps of a call have come to. */
typedef struct prapi_call_state {
    uint32_t stage;    /* PRAP_CALL_STAGE_* */
    uint32_t current;  /* whom the agent is dealing with, or PRAP_CALL_NOBODY */
    uint32_t ended;    /* PRAPI_ENDED_* */
    uint32_t n;
    prap_day day;      /* of the call, in UK local time */
    prap_day last_day; /* no event is before them: */
    prap_instant last;
    prapi_participant participants[PRAP_CALL_PARTICIPANTS_MAX];
} prapi_call_state;

struct prap_call {
    const prap_allocator *allocator;
    const prap_calendar *calendar;
    const prap_window *closures;
    size_t n_closures;
    uint32_t flags;
    int32_t settings[PRAPI_POLICY_END];
    prapi_call_state now;
    prapi_call_state before; /* what a preview goes back to */
    uint32_t n_reasons;
    uint32_t n_reminders;
    prap_call_reason reasons[PRAPI_CALL_REASONS];
    prap_call_reminder reminders[PRAPI_CALL_REMINDERS];
};

typedef struct prapi_call_said {
    uint32_t kind; /* PRAP_VALUE_*: never 0, for what was not given has the kind of its absence */
    int32_t value;
} prapi_call_said;

/* One event as it was taken in: every fact has a value, and whom it is about is an index. */
typedef struct prapi_call_step {
    uint32_t event;
    uint32_t who;        /* index, or PRAP_CALL_NOBODY */
    bool is_named;       /* a participant was named */
    prap_text id;        /* whom */
    prap_moment at;      /* in UK local time, or none; of call-placed always with its minute */
    prap_instant instant; /* of at, when it has a minute */
    prapi_call_said said[PRAPI_CALL_FACT_END];
} prapi_call_step;

prap_status prapi_call_take(const prap_call *call, const prap_call_event *event, prapi_call_step *ret_step,
                            prap_error *reterr);

/* One row of call-moves.c. */
enum { PRAPI_CALL_FROM = 6, PRAPI_CALL_GUARDS = 14, PRAPI_CALL_CHECKS = 6 };
enum { PRAPI_LEFT_ANY, PRAPI_LEFT_NONE, PRAPI_LEFT_UNRECORDED };
typedef struct prapi_call_row {
    uint16_t from[PRAPI_CALL_FROM]; /* PRAP_CALL_STAGE_*, ended by 0 */
    uint16_t event;
    uint16_t to;        /* PRAP_CALL_STAGE_*; 0: forbidden */
    uint16_t otherwise; /* when a check is not passed */
    uint16_t choice;    /* only when the agent chose this: PRAP_AGENT_CHOICE_*, or 0 */
    uint16_t left;      /* PRAPI_LEFT_*: only when nobody else is left to be asked about, or to be recorded */
    uint16_t guards[PRAPI_CALL_GUARDS]; /* PRAP_CALL_REASON_*, ended by 0 */
    uint16_t checks[PRAPI_CALL_CHECKS]; /* the same */
    const char *id;
} prapi_call_row;

/* The row that judges a step, or NULL: it is out of order. */
const prapi_call_row *prapi_call_row_of(const prap_call *call, const prapi_call_step *step);

/* A step before its row. Pure but for the reasons and reminders, which are the session's. */
typedef struct prapi_call_judge {
    prap_call *call;
    const prapi_call_step *step;
    const prapi_call_row *row;  /* NULL: out of order */
    prap_date_answer code;      /* of call-placed: D-07 and D-21 */
    prap_date_answer opening;
    bool is_failed;             /* a check was not passed */
    uint32_t to;                /* the stage after it */
} prapi_call_judge;

/* What a guard finds: PRAP_RESULT_MET, _FAILED or _UNKNOWN; when it could pass; which policy decided. */
typedef struct prapi_call_finding {
    uint32_t result;
    uint32_t policy;
    prap_moment earliest;
} prapi_call_finding;

/* A guard, of the participant with that index where it looks at one. */
prapi_call_finding prapi_call_guard(const prapi_call_judge *judge, uint32_t reason, uint32_t who);
bool prapi_call_guard_is_of_each(uint32_t reason); /* it looks at every participant that is listed */
bool prapi_call_is_left(const prapi_participant *one);

/* What call-reasons.def says beside the word: PRAP_CALL_FACT_*, PRAP_CALL_EVENT_*, or 0. */
uint32_t prapi_call_reason_fact(uint32_t reason);
uint32_t prapi_call_reason_cure_event(uint32_t reason);

/* How many participants besides one have not been dealt with. */
uint32_t prapi_call_left_beside(const prap_call *call, uint32_t who);

/* What a permitted step changes. */
void prapi_call_apply(const prapi_call_judge *judge);

/* How many of the six questions can still be asked about a participant whose check is to come (PD-29). */
uint32_t prapi_call_questions_left(const prapi_participant *one);

/* The reminders of a permitted step, into the session. */
void prapi_call_remind(const prapi_call_judge *judge);
/* Was the referral received in the last two weeks? D-19. */
bool prapi_call_is_recent(const prap_call *call, const prapi_participant *one, prap_day day);

/*
 * advice.c: what the table of PD-34 to PD-38 advises for what the agent found: PRAP_CALL_ADVICE_RAISE, _DO_NOT_RAISE, or 0
 * where it leaves that open. *ret_rule: of the row; *ret_policy: PRAP_POLICY_* that it asked (AMB-34), or 0.
 */
uint32_t prapi_advice_by_table(const prapi_call_said *said, const int32_t *settings, uint32_t *ret_rule,
                               uint32_t *ret_policy);

void prapi_call_say(prap_call *call, uint32_t reminder, uint32_t who, uint32_t policy);

static inline bool prapi_call_is_yes(const prapi_call_step *step, uint32_t fact) {
    return step->said[fact].kind == PRAP_VALUE_YES;
}

#endif
