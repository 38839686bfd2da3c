/*
 * asking.h: what now, what if, which outcome, and which way to the end: questions about a case that store nothing.
 *
 * Each is answered on a copy of the case as it stood on a day, from what was recorded by then, and each answer is the
 * one that prap_engine_preview gives. What to ask comes from the programme's rows, so a new event is an option at once.
 *
 * Thread rule: as the engine's. A visitor that calls the same engine gets PRAP_E_REENTRY.
 */
#ifndef PRAP_ASKING_H
#define PRAP_ASKING_H

#include <stddef.h>
#include <stdint.h>

#include "prap/day.h"
#include "prap/engine.h"
#include "prap/export.h"
#include "prap/host.h"
#include "prap/referral.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What is asked about. Everything it points at is borrowed for the length of the call. */
typedef struct prap_question {
    uint32_t size;      /* sizeof(prap_question) as compiled */
    uint32_t programme; /* PRAP_PROGRAMME_*; 0: the case's own. With a programme the case need not exist yet */
    prap_day as_of;     /* the day: things happen and are recorded on it, and later ones are not seen */
    uint32_t reserved;  /* 0 */
    prap_key key;       /* which case */
    const prap_fact *facts; /* what is known beside what the case remembers; every other fact is unknown */
    size_t n_facts;     /* at most PRAP_FACTS_MAX, no fact twice */
} prap_question;

/* Something that can be put to the case. Borrowed for the length of the visit. */
typedef struct prap_option {
    uint32_t size;
    uint32_t event;        /* PRAP_EVENT_* */
    uint32_t verdict;      /* PRAP_VERDICT_*: the answer's */
    prap_day on;           /* the day it was tried on: as_of, or the day of the meeting where the event must be dated so */
    prap_fact with;        /* the reason, leaver code or other fact that makes it this variant; fact 0: none */
    const uint32_t *needs; /* PRAP_FACT_* that a guard asks for and nobody has said, in the answer's order */
    size_t n_needs;
} prap_option;

/* Returns PRAP_OK to go on; anything else ends the walk and is returned by it. */
typedef prap_status (*prap_visit_option)(void *user, const prap_option *option, const prap_answer *answer);

/*
 * What now: visits every event that people enter and the programme's rows know, and after it each variant (event and
 * reason, event and leaver code) that the rows tell apart from where the case stands; for a case that is not there
 * yet, the events that open one. Permitted ones come first, then those that need facts, then those on which the text is
 * silent, then the refused, with every guard that failed; within each, in the order of the vocabulary. A fact that
 * the question gives is no variant. answer is the room that is used; its content belongs to the current visit, and it
 * is empty afterwards.
 * Returns PRAP_OK; PRAP_E_NULL; PRAP_E_SIZE; PRAP_E_REENTRY; PRAP_E_NO_CASE (nothing recorded by as_of, and no
 * programme given); for the question's fields PRAP_E_WORD, PRAP_E_TYPE, PRAP_E_TEXT, PRAP_E_DAY, PRAP_E_RANGE,
 * PRAP_E_REQUIRED, PRAP_E_TWICE, PRAP_E_LIMIT; PRAP_E_NO_READ (as_of is before the case's last recorded day);
 * PRAP_E_COVERAGE; what the store gives, as prap_engine_submit lists it; what visit returned. Since 0.1.
 */
PRAP_API prap_status prap_engine_options(prap_engine *engine, const prap_question *question, prap_answer *answer,
                                         prap_visit_option visit, void *user, prap_error *reterr);

/* Returns PRAP_OK to go on; anything else ends the walk and is returned by it. i: which command, from 0. */
typedef prap_status (*prap_visit_answer)(void *user, size_t i, const prap_answer *answer);

/*
 * What if: puts n commands, one after another, to a copy of a case as it stood on as_of, and visits each answer. What
 * is permitted moves the copy, what is not leaves it as it was; the store is only read, and no id is looked up. All
 * commands are of one case, which need not exist yet. before gets how the case stood on as_of (an empty answer where
 * there was none), and answer holds the last answer afterwards, so that prap_answer_difference of the two says what
 * the commands would come to. Both are empty on any status but PRAP_OK. visit may be NULL.
 * Returns PRAP_OK; PRAP_E_NULL; PRAP_E_TWICE (before and answer are one); PRAP_E_REENTRY; PRAP_E_REQUIRED (no
 * command); PRAP_E_RANGE (a command of another case); PRAP_E_DAY; PRAP_E_NO_READ (as_of is before the case's last
 * recorded day); PRAP_E_ORDER (recorded before an event of the copy); for a command's fields, and from the store, as
 * prap_engine_preview; what visit returned. Since 0.1.
 */
PRAP_API prap_status prap_engine_what_if(prap_engine *engine, prap_day as_of, const prap_command *const *commands,
                                         size_t n, prap_answer *before, prap_answer *answer,
                                         prap_visit_answer visit, void *user, prap_error *reterr);

/* An outcome that could be entered. Borrowed for the length of the visit. */
typedef struct prap_outcome {
    uint32_t size;
    uint32_t event;        /* PRAP_EVENT_* */
    uint32_t verdict;      /* PRAP_VERDICT_*: the answer's */
    uint32_t recommended;  /* 1: permitted, and what the decision table says of the facts that are known */
    uint32_t rule;         /* the decision table's, for prap_rule_by_number; 0: the table does not have it */
    prap_day on;           /* as of prap_option */
    uint32_t stage;        /* PRAP_STATE_* that it leads to, or 0 where it leads nowhere */
    uint32_t feed;         /* PRAP_FEED_* after it, or 0 */
    uint32_t payment;      /* PRAP_PAYMENT_*: what becomes of the start's payment, or 0 */
    uint32_t risk;         /* the rule by which a wrong choice is to be repaid, or 0 */
    prap_fact with;        /* the code that is picked, or the reason that was assumed; fact 0: none */
    const uint32_t *needs; /* as of prap_option */
    size_t n_needs;
} prap_outcome;

/* Two things that are not true together. Borrowed for the length of the visit. */
typedef struct prap_contradiction {
    uint32_t size;
    uint32_t contradiction; /* PRAP_CONTRADICTION_*: its word has the sentence */
    uint32_t rule;          /* for prap_rule_by_number */
    uint32_t fact;          /* PRAP_FACT_* */
    uint32_t other;         /* the PRAP_FACT_* it does not go with, or 0: with where the case stands */
    uint32_t reserved;
} prap_contradiction;

/* Return PRAP_OK to go on; anything else ends the walk and is returned by it. */
typedef prap_status (*prap_visit_outcome)(void *user, const prap_outcome *outcome, const prap_answer *answer);
typedef prap_status (*prap_visit_contradiction)(void *user, const prap_contradiction *contradiction);

/*
 * Which outcome: for a participant who does not go on, visits first what contradicts itself in the facts and the case
 * (visit_contradiction may be NULL), then each outcome: events that end a case or stand in the programme's decision
 * table (rules.md 1.5), each reason and leaver code apart. Those that the table recommends come first, in its order,
 * then the others as prap_engine_options orders them: permitted only if their reason were true, wanting facts, text
 * silent, refused. answer is the room that is used; it is empty afterwards. Statuses as prap_engine_options. Since 0.1.
 */
PRAP_API prap_status prap_engine_outcome(prap_engine *engine, const prap_question *question, prap_answer *answer,
                                         prap_visit_outcome visit, prap_visit_contradiction visit_contradiction,
                                         void *user, prap_error *reterr);

#define PRAP_PATH_MAX 12 /* most steps of a way */

/* One step of a way to the end of a case. Borrowed for the length of the visit. */
typedef struct prap_step {
    uint32_t size;
    uint32_t event;        /* PRAP_EVENT_* */
    uint32_t actor;        /* PRAP_ACTOR_*: who does it; what others do is taken to happen on the day asked about */
    uint32_t verdict;      /* PRAP_VERDICT_PERMITTED, or _UNDECIDED: permitted once needs are said as the rules want */
    uint32_t rule;         /* for prap_rule_by_number: of the event, in the programme and of the error */
    uint32_t stage;        /* PRAP_STATE_* and PRAP_FEED_* after it */
    uint32_t feed;
    prap_day on;           /* the day it is put on */
    uint32_t soon;         /* PRAP_NOTICE_DUE_IMMEDIATELY or _PROMPTLY where the guidance says so, or 0 */
    uint32_t deadline;     /* PRAP_DEADLINE_* that it meets, or 0, and */
    prap_day due;          /*   its day; PRAP_DAY_NONE where none is set */
    uint32_t assumed;      /* PRAP_FACT_* of facts that nobody has said, taken because a row asks for it; 0: none */
    uint32_t otherwise;    /* PRAP_EVENT_*: another answer that may come in its place, or 0, and */
    uint32_t otherwise_stage; /* where the case goes on then, and */
    uint32_t otherwise_feed;  /*   with which feed */
    uint32_t reserved;
    const prap_fact *facts; /* what it is to say: what is known, and the reason, code and end date that the rules give */
    size_t n_facts;
    const uint32_t *needs; /* as of prap_option */
    size_t n_needs;
    const char *move;      /* the row of rules.md section 2, "T-W-10" */
} prap_step;

/* Returns PRAP_OK to go on; anything else ends the walk and is returned by it. */
typedef prap_status (*prap_visit_step)(void *user, const prap_step *step, const prap_answer *answer);

/* What the way comes to. */
typedef struct prap_path {
    uint32_t size;
    uint32_t found;   /* 1: a way was visited, or none is needed since the case is closed; 0: the rows have none */
    uint32_t cut;     /* 1: not found within PRAP_PATH_MAX steps and the room for trying; there may be a longer one */
    uint32_t n_steps;
    uint32_t stage;   /* PRAP_STATE_* at its end; where there is no way, that of the case */
    uint32_t feed;    /* PRAP_FEED_*, likewise */
} prap_path;

/*
 * How is this case closed correctly from here: visits the steps of the shortest way of permitted moves to a stage that
 * nothing leads out of. Where no short way is left otherwise, it takes steps that wait for facts and names them. It
 * leaves no orphaned earnings feed to a later step. Of ways of the same length it is the first in the order of the
 * vocabulary and the rows.
 * end, PRAP_EVENT_* or 0: it is to go by this event. With 0 what is known chooses: the error that was found (memo 08),
 * or the reason by the programme's decision table; else the shortest to any end.
 * answer is the room that is used: the answer to the step that is visited, and empty afterwards. *ret_path is written
 * on PRAP_OK only. Statuses as prap_engine_options; PRAP_E_WORD also for end. Since 0.1.
 */
PRAP_API prap_status prap_engine_path(prap_engine *engine, const prap_question *question, uint32_t end,
                                      prap_answer *answer, prap_visit_step visit, void *user, prap_path *ret_path,
                                      prap_error *reterr);

#ifdef __cplusplus
}
#endif

#endif
