/* rival.h: another engine over the same store, which comes in between two calls of the first. */
#ifndef TEST_RIVAL_H
#define TEST_RIVAL_H

#include "engine-cases.h"

struct rival {
    struct test_host *host; /* the rival's own engine over the same store */
    const prap_command *command;
    enum memory_store_call at;
    unsigned skip;   /* let so many such calls pass first */
    unsigned times;  /* and come in before so many of those that follow, */
    unsigned events; /*   each time with so many events */
};

static inline void interfere(void *user, enum memory_store_call call) {
    struct rival *rival = user;
    if (call != rival->at || rival->times == 0) return;
    if (rival->skip > 0) {
        rival->skip--;
        return;
    }
    const unsigned left = rival->times - 1;
    rival->times = 0; /* not while the rival itself is at it */
    for (unsigned i = 0; i < rival->events; i++)
        assert_int_equal(test_host_submit(rival->host, rival->command), PRAP_OK);
    rival->times = left;
}

/* The rival shares the store; closing it leaves the store alone. */
static inline void close_rival(struct test_host *rival) {
    prap_answer_destroy(rival->answer);
    prap_engine_destroy(rival->engine);
    prap_rulebook_destroy(rival->rulebook);
    assert_int_equal(rival->allocator.outstanding_bytes, 0);
}

#endif
