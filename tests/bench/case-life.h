/* case-life.h: the life that the benches of cases go through, the store it is kept in, and the switch by hand. */
#ifndef CASE_LIFE_H
#define CASE_LIFE_H

#include <stdint.h>

#include "prap/prap.h"

enum {
    LIFE_EVENTS = 10,  /* from the receipt of a referral to a leaver code */
    LIFE_CASES = 64,
    LIFE_OPS = LIFE_EVENTS * LIFE_CASES,
    LONG_EVENTS = 1000 /* of the case with the long journal */
};

/* The commands of a life, in order; the key is the caller's to set. */
extern const prap_command life[LIFE_EVENTS];

/* One of the long journal's events: the life without its end, then contact attempts. n counts from 0. */
prap_command long_life_event(uint32_t n);

/* Command n on a case that has had n of the life's events, of its kind that the guidance forbids. */
extern const prap_command life_forbidden;

/* The store: rooms of fixed size, found by hashing the case id. Nothing is copied but what a commit must keep. */
typedef struct life_store life_store;
life_store *life_store_create(void);
void life_store_destroy(life_store *store);
void life_store_clear(life_store *store);
void life_store_bind(life_store *store, prap_store *ret_store);

/* The snapshot of a case, empty where there is none. */
prap_bytes life_store_snapshot(const life_store *store, prap_text case_id);

/* The same life with a switch: what one would write by hand for these events alone, with their conditions on days and
   facts, and neither rules, reasons, deadlines nor records. Journals the event in 8 bytes. */
typedef struct hand_case {
    uint8_t stage;
    uint8_t n;
    uint8_t attempts;
    prap_day received;
    prap_day acknowledged;
    prap_day attended;
    prap_day start;
    prap_day plan;
    prap_day left;
    struct {
        uint32_t event;
        prap_day on;
    } journal[LIFE_EVENTS];
} hand_case;

/* 1: permitted; 0: refused. journals: whether the event moves the case and is kept. */
int hand_take(hand_case *at, const prap_command *command, int journals);

#endif
