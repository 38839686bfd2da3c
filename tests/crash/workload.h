/*
 * workload.h: the work in whose middle processes die: three cases through the engine over an SQLite store, a relay of the
 * outbox, a person's data put aside and shredded, a sweep. Each step can be repeated, and does what it did once.
 *
 * What must survive a process, and what the world outside has seen of it, stands in memory that processes share.
 */
#ifndef CRASH_WORKLOAD_H
#define CRASH_WORKLOAD_H

#include <stdbool.h>
#include <stdint.h>

#include "failing-allocator.h"
#include "prap-sqlite.h"
#include "prap/prap.h"

enum { CRASH_CASES = 3, CRASH_STEPS = 16, CRASH_SEQUENCES = 16, CRASH_ORDINALS = 4, CRASH_NOTED = 16384 };

/* What a beginning of the work left in the world outside. */
struct witness_kept {
    unsigned done;  /* steps that were acknowledged */
    int64_t clock;  /* the seconds that time() gives */
    uint16_t received[CRASH_CASES][CRASH_SEQUENCES][CRASH_ORDINALS]; /* notices by the receiver, how often */
};

struct witness {
    struct witness_kept kept;
    unsigned until; /* the step before which the life ends */
    bool nothing_happened; /* the step under way was answered so, before the process died */
    bool wrong;     /* the child saw something that may not be; said is what */
    char said[160];
    unsigned n_calls, n_kinds; /* of the host's callbacks and of the file system's operations in the last noted run, */
    uint8_t kinds[CRASH_NOTED]; /*   and which those were */
};
extern struct witness *witness;

void witness_share(void);
/* Nothing was done, nothing is wrong, and the whole work is to be done. */
void witness_forget(void);
/* Notes the first thing that may not be. */
void witness_say(const char *what, const char *more);

struct session {
    struct failing_allocator allocator;
    prap_store store; /* before the real one */
    const prap_store *real;
    prap_observer observer;
    prap_sqlite *sqlite;
    prap_host host;
    prap_engine *engine;
    prap_answer *answer;
    unsigned calls;
    unsigned die_at; /* before call number die_at / 2, or after it; 0: never */
    bool by_exit;
};

prap_status session_open(struct session *session, const char *path);
void session_close(struct session *session);

/* Does one step. PRAP_OK: it is done, for good. */
prap_status session_step(struct session *session, unsigned step);
/* Whether the step is one commit, so that PRAP_FAIL and PRAP_RETRY mean that nothing happened. */
bool step_is_one_commit(unsigned step);
/* The person's data of the side-car, to be looked for. */
extern const char secret_beside[];
/* After that many steps: is the side-car's data there? */
bool secret_is_there_after(unsigned done);
bool secret_is_shredded_after(unsigned done);

prap_text crash_case(unsigned which);

#endif
