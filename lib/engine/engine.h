/* engine.h: what an engine is made of: one block, its room included. */
#ifndef PRAPI_ENGINE_H
#define PRAPI_ENGINE_H

#include "prap/engine.h"

#include "host/calls.h"
#include "referral/answer.h"
#include "referral/case.h"
#include "referral/command.h"
#include "referral/judge.h"
#include "referral/options.h"
#include "referral/rulebook.h"

enum {
    PRAPI_PAGE_ROWS = 16, /* rows asked for at a time */
    PRAPI_VOIDS = 32,     /* most entries of a case that can be voided */
    PRAPI_WAYS = 256,     /* most places that a search for a way to the end looks at */
    PRAPI_TRIES = 8       /* of a commit that met a conflict, was told to retry, or did not happen after all */
};

/* A place that a search has come to: by which step, from which other one, and what tells it from others. */
typedef struct prapi_way {
    prapi_option step;
    uint32_t place[PRAPI_REGION_END + 6];
    uint16_t from;
    uint8_t depth;
    uint8_t cost;
    uint8_t far; /* moves that are left at least */
    bool by;     /* it has gone by an event that it is to go by */
    bool spent;  /* what follows from it was tried */
} prapi_way;

struct prap_engine {
    prapi_host host;
    const prap_rulebook *rulebooks[PRAP_ENGINE_RULEBOOKS];
    size_t n_rulebooks;
    bool busy; /* a call is under way: a callback that calls back is refused */
    prapi_command command; /* of submit and preview */
    prapi_event replayed;  /* of the journal, one at a time */
    uint32_t key_hash;     /* of the case that was loaded last */
    prapi_case known;      /* what known_bytes decode to: a case is often asked for again, */
    uint32_t known_hash;   /*   under this key */
    size_t known_n;
    uint8_t known_bytes[PRAP_SNAPSHOT_BYTES];
    prapi_case before;
    prapi_case after;
    prapi_row_copy loaded;
    prapi_row_copy events[PRAPI_PAGE_ROWS];
    prapi_row_copy cases[PRAPI_PAGE_ROWS];
    uint64_t voided[PRAPI_VOIDS]; /* of the case under replay: sequences that later entries void, */
    uint64_t voiding[PRAPI_VOIDS]; /*   and those of the entries that void them */
    uint32_t n_voided;
    prapi_void void_found; /* for the entry-voided being judged */
    prapi_case void_with;  /* the case with the entry, while it is tried without */
    prapi_way ways[PRAPI_WAYS];
    uint8_t event_bytes[PRAP_EVENT_BYTES];
    uint8_t snapshot_bytes[PRAP_SNAPSHOT_BYTES];
    prap_answer sweep_answer; /* sweep's own; its allocator is never used */
};

/* The rulebook for a programme, or NULL. */
const prap_rulebook *prapi_engine_rulebook(const prap_engine *engine, uint32_t programme);

/* Explains a status that is not about a field: of the store, of the calendar, of stored bytes. Returns it. */
prap_status prapi_engine_fail(prap_status status, prap_error *reterr);

/* Remembers what a snapshot of the case with engine->key_hash decodes to. */
void prapi_engine_know(prap_engine *engine, prap_bytes snapshot, const prapi_case *state);

/* Loads a case into *ret_state. PRAP_OK, PRAP_NONE, or a failure. */
prap_status prapi_engine_load(prap_engine *engine, const prap_key *key, prapi_case *ret_state);

/*
 * The next case of a tenant after *last, which is all zeros to begin with, into engine->loaded and *last. PRAP_OK,
 * PRAP_NONE when there are no more, PRAP_E_HOST, or a failure of the store. A replay leaves both as they are.
 */
prap_status prapi_engine_next(prap_engine *engine, prap_text tenant, prapi_row_copy *last);

/*
 * What the case in engine->before says about the command: whether it exists, and whose it is. Its event gets
 * the programme. PRAP_OK, PRAP_E_NO_CASE, PRAP_E_REQUIRED, PRAP_E_WORD.
 */
prap_status prapi_engine_check_case(const prap_engine *engine, prapi_command *command,
                                    const prap_rulebook **ret_rulebook, prap_error *reterr);

/* Decides and stores a checked command, whose event is completed. See prap_engine_submit. */
prap_status prapi_engine_submit(prap_engine *engine, prapi_command *command, prap_answer *answer,
                                prap_error *reterr);

/*
 * Judges an event of a case: prapi_decide, with what the journal says of an entry that is to be voided. The voids of
 * the case are found first, so engine->void_found is the engine's. Statuses as prapi_decide, and those of a replay.
 */
prap_status prapi_engine_decide(prap_engine *engine, const prap_rulebook *rulebook, const prap_key *key,
                                const prapi_case *before, prapi_event *event, bool strict, prap_answer *answer,
                                prapi_case *ret_after);

/* Of the case that was replayed last: the entry that voids this one, or 0. */
uint64_t prapi_engine_voided_by(const prap_engine *engine, uint64_t sequence);

/* Where a walk over the journal ends. */
typedef struct prapi_stop {
    prap_day recorded_by; /* before the first event recorded later than this */
    prap_text id;         /* at the event with this id; empty: no such end */
    uint64_t version_by;  /* before the first event after this version; 0: no such end */
    uint64_t at_least;    /* the snapshot's version: a journal that ends before it has lost events */
} prapi_stop;

/*
 * Rebuilds a case from its journal into *ret_state, checking sequence and chain. Entries that were voided by then
 * stand in the journal and count for nothing. With a stop id: *ret_found tells whether it was met, *ret_event is that
 * event and *ret_state the case before it. visit may be NULL.
 * PRAP_OK, PRAP_E_NO_READ, PRAP_E_DAMAGED, what visit returned, or a failure of the store.
 */
prap_status prapi_engine_replay(prap_engine *engine, const prap_key *key, const prapi_stop *stop,
                                prapi_case *ret_state, bool *ret_found, prapi_event *ret_event,
                                prap_visit_event visit, void *user);

#endif
