/*
 * talk.h: what the target cases and its questions share: one engine over a store in memory that may be told to go wrong, and
 * the bytes that say what is asked of it. A day is two bytes, a command and a supplement as talk.c has them.
 */
#ifndef FUZZ_TALK_H
#define FUZZ_TALK_H

#include "fuzz.h"
#include "spoil.h"
#include "test-host.h"

enum { TALK_CASES = 4, TALK_SETTINGS = 8, TALK_LIST = 6, TALK_FACTS = PRAP_FACTS_MAX + 1, TALK_STOPPED = 4711 };

/* A definition may say that it is as long as two. */
struct talk_supplement {
    prap_suspension suspensions[TALK_LIST];
    prap_threshold thresholds[TALK_LIST];
    prap_deadline_definition deadlines[2 * TALK_LIST + 2];
    ROOMY(prap_supplement) given;
};

struct talk {
    struct rest rest;
    struct test_host host;
    prap_store store;      /* the host's, perhaps without what is optional */
    bool sound;            /* nothing was told to go wrong so far */
    prap_setting settings[TALK_SETTINGS];
    size_t n_settings;
    struct talk_supplement supplement;
    prap_rulebook *others[TEST_HOST_RULEBOOKS]; /* by other settings; NULL: not made yet */
    prap_fact facts[TALK_FACTS];                /* of the last command */
    size_t n_facts;
    char id[2];            /* of it */
    uint32_t visits;       /* that are left until one says to stop */
    bool reenters;         /* the next visit asks the engine that is visiting */
    uint32_t alter[2];     /* what becomes of rows */
    prap_engine *rival;    /* a second engine over the store, which submits in the midst of a commit */
    prap_command rivals;
    prap_fact rival_facts[TALK_FACTS];
};

/* One question: whose answer it is, what is left out, and whether what it points at is spoiled. */
struct asked {
    uint32_t missing; /* bits: arguments that are NULL */
    uint32_t how;     /* bits that the question knows */
    bool spoils;
    prap_day on;
    ROOMY(prap_key) key;
    prap_error *error;
};

/* NULL where the question leaves this argument out. */
#define GIVEN(bit, pointer) ((asked->missing >> (bit) & 1) != 0 ? NULL : (pointer))

uint32_t take_short(struct rest *rest);
prap_day take_day(struct rest *rest);
size_t take_settings(struct rest *rest, prap_setting settings[TALK_SETTINGS]);
void take_supplement(struct rest *rest, struct talk_supplement *ret_supplement);
prap_key talk_key(uint32_t which);

/* A command of the case, which borrows the talk's facts and id. */
prap_command take_command(struct talk *talk, uint32_t which);

/* The rulebooks by other settings, one for each of the host's. */
const prap_rulebook *const *talk_others(struct talk *talk);

/* Asks the one of this number, of TALK_QUESTIONS. */
extern const uint32_t talk_questions;
prap_status talk_ask(struct talk *talk, uint32_t question, struct asked *asked);

#endif
