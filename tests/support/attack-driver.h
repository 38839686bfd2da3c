/*
 * attack-driver.h: plays whoever wants to get past the access code without having it: asks again, in other
 * processes, gives up, lets challenges expire, turns the clock back, makes the store fail in the middle,
 * answers with what was overheard, answers twice; and genuine callers in between. Holds what must be true of
 * every verifier against every answer. Used with a seed by tests/property and with a fuzzer's bytes by fuzz/.
 */
#ifndef TEST_ATTACK_DRIVER_H
#define TEST_ATTACK_DRIVER_H

#include "chooser.h"
#include "verifier-host.h"

enum { ATTACK_HOSTS = 3, ATTACK_NUMBERS = 4096 };

struct attack_driver {
    struct memory_store *store;
    struct verifier_host hosts[ATTACK_HOSTS]; /* processes over one store */
    prap_challenge_limits limits;
    uint64_t seed;
    prap_instant now;
    prap_day code;
    bool begun;                       /* a challenge of this code was shown */
    uint32_t number;                  /* of the last challenge shown, */
    prap_instant expires_at;          /*   and until when it could be answered */
    uint8_t shown[ATTACK_NUMBERS][3]; /* the positions of each challenge shown, zeros before */
    bool answered[ATTACK_NUMBERS];    /* a verdict was given on it */
    uint32_t last;      /* positions shown last, as a mask; 0: a pass may have come since, or a code */
    uint32_t overheard; /* positions that the attacker knows */
    uint32_t failed;    /* failures of this code that calls have told of, */
    uint32_t counted;   /*   and since the last release; */
    uint32_t passed;    /* passes of this code that calls have told of */
    bool sound;         /* nothing was ordered to go wrong in this call */
    unsigned long asked, judged, broken_off;
};

void attack_driver_open(struct attack_driver *driver, struct chooser *chooser);

/* One move. Returns what cannot be, in words, or NULL. */
const char *attack_driver_step(struct attack_driver *driver, struct chooser *chooser);

/* Returns what cannot be, in words, or NULL. */
const char *attack_driver_close(struct attack_driver *driver);

#endif
