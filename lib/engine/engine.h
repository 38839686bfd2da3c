/* engine.h: what an engine is made of: one block, its room included. */
#ifndef PRAPI_ENGINE_H
#define PRAPI_ENGINE_H

#include "prap/caseload.h"
#include "prap/checklist.h"
#include "prap/engine.h"

#include "host/calls.h"
#include "referral/answer.h"
#include "referral/case.h"
#include "referral/command.h"
#include "referral/judge.h"
#include "referral/options.h"
#include "referral/rulebook.h"

enum {
    PRAPI_PAGE_ROWS = 16, /* events asked for at a time, */
    PRAPI_SCAN_ROWS = 32, /*   and cases */
    PRAPI_VOIDS = 32,     /* most entries of a case that can be voided */
    PRAPI_WAYS = 256,     /* most places that a search for a way to the end looks at */
    PRAPI_TRIES = 8,      /* of a commit that met a conflict, was told to retry, or did not happen after all */
    PRAPI_WORK_BYTES = 16384
};

/* Where a change is written: an event, the snapshot after it, the notices, and the event's row. */
typedef struct prapi_change_room {
    uint8_t *event;              /* PRAP_EVENT_BYTES */
    uint8_t *snapshot;           /* PRAP_SNAPSHOT_BYTES */
    prap_notice_record *notices; /* PRAPI_NOTICES_MAX */
    prap_event_record *record;
} prapi_change_room;

/* Changes that wait for one commit, and all that they are made of. */
enum { PRAPI_BATCH = 16 };
typedef struct prapi_waiting {
    prap_day day_60;
    uint32_t chain;
    prap_event_record record;
    prap_notice_record notices[PRAPI_NOTICES_MAX];
    char case_id[PRAP_ID_BYTES];
    uint8_t event[PRAP_EVENT_BYTES];
    uint8_t snapshot[PRAP_SNAPSHOT_BYTES];
} prapi_waiting;
typedef struct prapi_batch {
    size_t n;
    prap_change changes[PRAPI_BATCH];
    prap_status each[PRAPI_BATCH];
    prapi_waiting waiting[PRAPI_BATCH];
} prapi_batch;

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
    bool may_be_there; /* of submit: a commit of this event had an unknown outcome, */
    prap_error tried;  /*   and why its last try failed, which nobody hears when another does not */
    prapi_command command; /* of submit, preview and what-if; of a question its facts */
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
    prapi_row_copy cases[PRAPI_SCAN_ROWS];
    uint64_t voided[PRAPI_VOIDS]; /* of the case under replay: sequences that later entries void, */
    uint64_t voiding[PRAPI_VOIDS]; /*   and those of the entries that void them */
    uint32_t n_voided;
    prapi_void void_found;  /* for the entry-voided being judged */
    prapi_case void_with;   /* the case with the entry, while it is tried without, */
    prapi_event void_again; /*   and a later entry, judged again */
    prapi_case found;       /* after a commit whose outcome is unknown */
    prapi_way ways[PRAPI_WAYS];
    uint8_t event_bytes[PRAP_EVENT_BYTES];
    uint8_t snapshot_bytes[PRAP_SNAPSHOT_BYTES];
    prap_notice_record notice_records[PRAPI_NOTICES_MAX];
    prap_event_record event_record;
    prap_answer sweep_answer; /* sweep's own; its allocator is never used */
    prapi_batch batch;        /* of a sweep */
    prap_answer sides[PRAP_CASELOAD_SIDES]; /* of a question about a caseload; as sweep_answer */
    prap_fact shown[PRAPI_FACT_END]; /* of the entry that a visitor of the journal sees */
    void *work; /* PRAPI_WORK_BYTES behind the struct: of the question under way, what a small stack has no room for */
};

/* The rulebook for a programme, or NULL. */
const prap_rulebook *prapi_engine_rulebook(const prap_engine *engine, uint32_t programme);

/* The same of any set of rulebooks; and whether n of them are a set: 1 to 8, none missing, no programme twice. */
const prap_rulebook *prapi_rulebook_of(const prap_rulebook *const *rulebooks, size_t n, uint32_t programme);
prap_status prapi_rulebooks_check(const prap_rulebook *const *rulebooks, size_t n, prap_error *reterr);

/* Explains a status that is not about a field: of the store, of the calendar, of stored bytes. Returns it. */
prap_status prapi_engine_fail(prap_status status, prap_error *reterr);

/* Remembers what a snapshot of the case with engine->key_hash decodes to. */
void prapi_engine_know(prap_engine *engine, prap_bytes snapshot, const prapi_case *state);

/* Loads a case into *ret_state. PRAP_OK, PRAP_NONE, or a failure. */
prap_status prapi_engine_load(prap_engine *engine, const prap_key *key, prapi_case *ret_state);

/* Which case a walk has come to: none to begin with. */
typedef struct prapi_place {
    uint32_t n;
    char case_id[PRAP_ID_BYTES];
} prapi_place;

/*
 * The next case of a tenant after *at, into engine->loaded and *at. PRAP_OK, PRAP_NONE when there are no more,
 * PRAP_E_HOST, or a failure of the store. A replay leaves both as they are.
 */
prap_status prapi_engine_next(prap_engine *engine, prap_text tenant, prapi_place *at);

/* Before 0, the same 0, after more than 0: as bytes, as a store orders them. */
int prapi_case_id_order(prap_text a, prap_text b);

/* Which cases of the store: see prap_scan and prap_caseload. */
typedef struct prapi_range {
    prap_text tenant;
    prap_text after;
    prap_text until;
    prap_day due_by;
} prapi_range;

/* A case as a walk meets it: borrowed from the page of a scan, or from the host's array. */
typedef struct prapi_case_row {
    prap_key key;
    uint64_t version;
    prap_bytes record;
} prapi_case_row;

/* What is done with each case of a walk. PRAP_OK: go on. */
typedef prap_status (*prapi_take_case)(prap_engine *engine, const prapi_case_row *row, void *user);

/* Takes each case of a range in order of case id. PRAP_OK, what take returned, PRAP_E_HOST, or a failure of the store. */
prap_status prapi_engine_each(prap_engine *engine, const prapi_range *range, prapi_take_case take, void *user);

/* Reads a row into engine->before. PRAP_OK, or why its bytes cannot be read. */
prap_status prapi_engine_open(prap_engine *engine, const prapi_case_row *row);

/* Makes engine->before, which is the whole case, the case as recorded by a day; from the journal where it has later
   events. PRAP_E_NO_CASE: nothing was recorded yet; else a failure. */
prap_status prapi_engine_see(prap_engine *engine, const prap_key *key, prap_day as_of);

/* Is the status about one case alone, so that a walk can go on? */
bool prapi_is_of_one_case(prap_status status);

/* As prapi_engine_fail: of one case; and of what broke a walk off, which goes on past a bad case, so that it is the
   store even when that says "damaged". */
prap_status prapi_engine_fail_case(prap_status status, prap_error *reterr);
prap_status prapi_engine_broke_off(prap_status status, prap_error *reterr);

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
 * What storing a permitted event comes to: engine->before and ->after are the case before and after it. Everything in
 * *ret_change is in the room or the command's. engine->after gets the event's checksum.
 */
void prapi_engine_change(prap_engine *engine, const prapi_command *command, const prapi_event *event,
                         const prap_answer *answer, uint32_t key_hash, const prapi_change_room *room,
                         prap_change *ret_change);

/* PRAP_PAYMENT_*: what becomes of the payment for a start when a case ends, by the earnings feed before and after. */
uint32_t prapi_payment_of(uint32_t feed_before, uint32_t feed);

/* Tells the observer, if there is one. */
void prapi_engine_committed(const prap_engine *engine, const prap_change *change);

/*
 * After an unknown outcome: is our event there? The checksum that the snapshot names is that of its last event.
 * PRAP_OK: it is; PRAP_RETRY: it is not; PRAP_UNKNOWN: others have gone on since and the journal cannot be read.
 */
prap_status prapi_engine_find_out(prap_engine *engine, const prap_key *key, uint64_t sequence, uint32_t chain,
                                  prap_error *reterr);

/*
 * Judges an event of the case in engine->before, and makes engine->after the case after it: prapi_decide, with what the
 * journal says of an entry that is to be voided. That takes a replay, which is in engine->replayed, ->void_found and
 * ->void_with, so the event is in none of them. Statuses as prapi_decide, and those of a replay.
 */
prap_status prapi_engine_decide(prap_engine *engine, const prap_rulebook *rulebook, const prap_key *key,
                                prapi_event *event, bool strict, prap_answer *answer);

/* What a case has made, by PRAP_RECORD_*: nothing yet; and with an entry that counts for something. */
void prapi_kept_begin(prap_kept kept[PRAPI_RECORD_END]);
void prapi_kept_add(prap_kept kept[PRAPI_RECORD_END], const prap_event_view *event);

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
 * stand in the journal and count for nothing. With a stop id, and no visit: *ret_found tells whether it was met,
 * engine->replayed is that event and *ret_state the case before it. visit may be NULL; so may ret_found, without an id.
 * PRAP_OK, PRAP_E_NO_READ, PRAP_E_DAMAGED, what visit returned, or a failure of the store.
 */
prap_status prapi_engine_replay(prap_engine *engine, const prap_key *key, const prapi_stop *stop,
                                prapi_case *ret_state, bool *ret_found, prap_visit_event visit, void *user);

#endif
