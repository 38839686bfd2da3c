/*
 * desk.h: one question to the desk while it is answered. A question is a list of rows, each one thing that the guidance
 * asks, and a function that concludes from what they left open. Pure.
 */
#ifndef PRAPI_PROVIDER_DIRECT_DESK_H
#define PRAPI_PROVIDER_DIRECT_DESK_H

#include <stdbool.h>

#include "prap/dates.h"
#include "prap/provider-direct.h"
#include "vocabulary/vocabulary.h"

typedef struct prapi_desk {
    const prap_calendar *calendar;
    const prap_setting *given; /* as the caller gave them, for the date computations */
    size_t n_given;
    int32_t settings[PRAPI_POLICY_END];
    prap_desk_question question;
    /* By PRAP_DESK_FACT_*: what is said of the fact. Kind 0: not given, and that means nothing. */
    uint32_t kinds[PRAPI_DESK_FACT_END];
    int64_t values[PRAPI_DESK_FACT_END];
    prap_desk_answer answer;
    uint32_t maybe;                      /* the outcome of rows that could not be decided; 0: of none */
    prap_visit_desk_finding visit;
    void *user;
    prap_status status;                  /* the first that is not PRAP_OK: of a visit or a computation */
    prap_error *reterr;
} prapi_desk;

/* What a row comes to: it does not hold, it holds, or a fact is wanting. */
enum { PRAPI_ROW_NO, PRAPI_ROW_YES, PRAPI_ROW_OPEN };

/* One thing that is asked: when the test holds of the fact, the finding is told and the outcome is the first such. */
typedef struct prapi_desk_row {
    uint32_t finding;
    uint32_t fact; /* 0: that of the finding */
    int (*test)(const prapi_desk *desk, uint32_t fact, uint32_t option);
    uint32_t option;
    uint32_t outcome; /* PRAP_DESK_OUTCOME_*; 0: it does not decide the outcome */
} prapi_desk_row;

/* Tests. WHEN: unknown leaves the row open. IF: unknown does not. option: PRAP_DESK_OPTION_* of the last two. */
int prapi_desk_when_yes(const prapi_desk *desk, uint32_t fact, uint32_t option);
int prapi_desk_when_no(const prapi_desk *desk, uint32_t fact, uint32_t option);
int prapi_desk_if_yes(const prapi_desk *desk, uint32_t fact, uint32_t option);
int prapi_desk_when_unknown(const prapi_desk *desk, uint32_t fact, uint32_t option); /* never holds: open when unknown */
int prapi_desk_when_option(const prapi_desk *desk, uint32_t fact, uint32_t option);
int prapi_desk_if_option(const prapi_desk *desk, uint32_t fact, uint32_t option);

/* What is said of a fact. */
uint32_t prapi_desk_said(const prapi_desk *desk, uint32_t fact); /* PRAP_VALUE_*, or 0 */
bool prapi_desk_said_yes(const prapi_desk *desk, uint32_t fact);
bool prapi_desk_said_option(const prapi_desk *desk, uint32_t fact, uint32_t option);
prap_day prapi_desk_said_day(const prapi_desk *desk, uint32_t fact);                 /* or PRAP_DAY_NONE */
int64_t prapi_desk_said_number(const prapi_desk *desk, uint32_t fact, int64_t otherwise);

/* Walks n rows: the findings, and the first outcome. */
void prapi_desk_walk(prapi_desk *desk, const prapi_desk_row *rows, size_t n);

/* Tells a finding by its row; the others with a day, of a fact, with all that it can have; or as undecided. */
prap_desk_finding prapi_desk_finding_of(uint32_t finding, uint32_t fact);
void prapi_desk_tell(prapi_desk *desk, prap_desk_finding finding);
void prapi_desk_say(prapi_desk *desk, uint32_t finding);
void prapi_desk_say_day(prapi_desk *desk, uint32_t finding, prap_day day);
void prapi_desk_say_fact(prapi_desk *desk, uint32_t finding, uint32_t fact);
void prapi_desk_say_open(prapi_desk *desk, uint32_t finding, uint32_t fact);

/* Tells a finding of someone to turn to; contact 0: there is no address. The answer names the first such. */
enum { PRAPI_CONTACT_NONE = 0 };
void prapi_desk_say_whom(prapi_desk *desk, uint32_t finding, uint32_t recipient, const char *contact, prap_day day);

/* The outcome, unless an earlier one stands. */
void prapi_desk_conclude(prapi_desk *desk, uint32_t outcome);

/* A date computation (dates.h) with the question's own settings and outages; a failure is the desk's. field: what its
   anchor is called here. */
prap_date_answer prapi_desk_compute(prapi_desk *desk, uint32_t computation, prap_moment anchor, const char *field);

/* The questions. */
#define X(NAME) void prapi_desk_ask_##NAME(prapi_desk *desk);
#define PRAPI_DESK_ASKS                                                                                       \
    X(MAY_CALL) X(CALL) X(CHECKLIST) X(ADVICE) X(RECORD) X(DECIDE) X(PENDING) X(CODE) X(SECURITY_EVENT)       \
    X(MESSAGE) X(COMPLAINT) X(SERVICE) X(OUTAGE)
PRAPI_DESK_ASKS
#undef X

/* The way of may-call, without what follows from it: decide asks for it too. */
void prapi_desk_judge_way(prapi_desk *desk);

/* Says of a printed address that is out of use that it is (AMB-84). */
void prapi_desk_say_address(prapi_desk *desk, const char *contact);

/* A day some days after another, or PRAP_DAY_NONE where the calendar of years 1 to 9999 ends. */
prap_day prapi_desk_day_after(prap_day day, int32_t days);

/* The desk fails: the error names the field. */
void prapi_desk_fail(prapi_desk *desk, prap_status status, const char *field);

/* The rows of access that may-call and service share: PD-17. */
void prapi_desk_walk_access(prapi_desk *desk, uint32_t outcome);
void prapi_desk_say_owed(prapi_desk *desk);

#endif
