/*
 * verifier-host.h: everything a test needs to ask for three characters of a code: allocator, memory store, a
 * source of random bytes that misbehaves on order, and a verifier.
 */
#ifndef TEST_VERIFIER_HOST_H
#define TEST_VERIFIER_HOST_H

#include "failing-allocator.h"
#include "memory-store.h"
#include "prap/prap.h"

/* What the source does. */
enum random_fault {
    RANDOM_SOUND,
    RANDOM_FAILS,    /* a status that is not PRAP_OK */
    RANDOM_SILENT,   /* PRAP_OK, and nothing written */
    RANDOM_SHORT,    /* PRAP_OK, and the first half written */
    RANDOM_CONSTANT, /* one byte over and over */
    RANDOM_REPEATS,  /* the same block every time */
    RANDOM_REJECTED  /* different blocks, none of which stands for a set */
};

struct random_source {
    prap_random interface;
    uint64_t state; /* of the generator */
    enum random_fault fault;
    unsigned calls;
    unsigned fail_at; /* the 1-based call that fails, whatever the fault; 0: none */
};

void random_source_init(struct random_source *source, uint64_t seed);

struct verifier_host {
    struct failing_allocator allocator;
    struct memory_store *store;
    struct random_source random;
    prap_host host;
    prap_verifier *verifier;
    prap_challenge challenge; /* of the last call */
    prap_exposure exposure;
    prap_error error;
};

/* Opens over a store of its own; aborts when it cannot. limits: or NULL. */
void verifier_host_open(struct verifier_host *host, const prap_challenge_limits *limits);

/* The same over a store that exists, which another host keeps; and with a policy setting. */
void verifier_host_join(struct verifier_host *host, struct memory_store *store,
                        const prap_challenge_limits *limits, const prap_setting *settings, size_t n,
                        uint64_t seed);

/* Destroys the verifier and, of a host that was opened, the store. Returns what is outstanding, and wrong
 * releases. */
size_t verifier_host_leave(struct verifier_host *host);
size_t verifier_host_close(struct verifier_host *host);

/* The calls, about one stream ("prime"), with the code that is in force from a day. */
#define TEST_CODE "aB3dE6gH"
prap_key verifier_stream(void);
prap_status verifier_ask(struct verifier_host *host, prap_day in_force, prap_instant at);
prap_status verifier_answer(struct verifier_host *host, uint32_t number, const char *answer, prap_instant at);
prap_status verifier_give_up(struct verifier_host *host, uint32_t number, prap_instant at);
prap_status verifier_record(struct verifier_host *host, prap_day in_force, const uint32_t positions[3],
                            uint32_t result, const char *id, prap_instant at);
prap_status verifier_release(struct verifier_host *host, prap_instant at);
prap_status verifier_look(struct verifier_host *host, prap_instant at);
prap_status verifier_report(struct verifier_host *host, prap_instant at);

/* The right answer to the challenge in hand. */
void verifier_right_answer(const struct verifier_host *host, char answer[4]);

#endif
