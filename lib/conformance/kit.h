/*
 * kit.h: what the files of the conformance kit share (include/prap/conformance.h).
 *
 * The kit keeps a model of every case that it writes: what the store said it did. Each step commits something, says what
 * must come of it, and looks at the cases it touched; what differs from the model is told under the finding that fits.
 * A case of which the store said something else than it should have is unsure from then on, and no longer looked at, so
 * that one mistake is not told under many names.
 */
#ifndef PRAPI_CONFORMANCE_KIT_H
#define PRAPI_CONFORMANCE_KIT_H

#include <stdbool.h>
#include <stddef.h>

#include "prap/conformance.h"
#include "prap/vocabulary.h"

#include "host/calls.h"

enum {
    PRAPI_KIT_ARENA = 192 * 1024, /* what is lent to a commit: 200 changes, or 64 events of one */
    PRAPI_KIT_SINKS = 61,         /* no multiple of how many calls a check makes in a round */
    PRAPI_KIT_ROWS = 64,          /* that a sink can take */
    PRAPI_KIT_CASES = 640,
    PRAPI_KIT_CHANGES = 1600,     /* that the store says it made */
    PRAPI_KIT_TRIES = 200,        /* changes of the largest batch */
    PRAPI_KIT_PATIENCE = 16,      /* how often a call is made again that was to be tried again */
    PRAPI_KIT_SPARE = 4,          /* outcomes past a batch, to see whether they are written */
    PRAPI_KIT_NAME = PRAP_CONFORMANCE_PREFIX_BYTES + 9,
    PRAPI_KIT_LENT = 'Z',         /* what lent memory is overwritten with: printable, so that as a key it can be asked for */
};

#define PRAPI_KIT_LENT_NUMBER ((uint64_t)0x5a5a5a5a5a5a5a5a) /* the same of numbers */

/* How long records are, and of what bytes. */
typedef enum prapi_kit_bytes {
    PRAPI_KIT_PLAIN, /* some printable characters */
    PRAPI_KIT_EVERY, /* every length that may be difficult, bytes of every value */
} prapi_kit_bytes;

/* A change that the store says it made. */
typedef struct prapi_kit_made {
    uint64_t last;       /* sequence of its last event */
    uint32_t salt;       /* what its bytes are drawn from, beside case and sequence */
    uint32_t next;       /* the case's next change: 1 and its index; 0: none */
    uint32_t n_notices;  /* of its first event */
    uint32_t id_bytes;
    char id[PRAP_ID_BYTES];
} prapi_kit_made;

typedef struct prapi_kit_case {
    uint64_t version; /* 0: it is not there */
    uint32_t tenant_bytes;
    uint32_t case_id_bytes;
    uint32_t first; /* of its changes: 1 and the index */
    uint32_t last;
    prapi_kit_bytes bytes;
    prap_conformance_columns columns;
    prap_day due_before; /* next_due before the last change */
    bool unsure;
    char tenant[PRAP_ID_BYTES];
    char case_id[PRAP_ID_BYTES];
} prapi_kit_case;

/* One change that is tried, and what must come of it. */
typedef struct prapi_kit_try {
    prapi_kit_case *of;
    uint64_t expected;
    uint32_t n_events;
    uint32_t n_notices;
    prap_text id;
    prap_conformance_columns columns;
    prap_status want;
    prap_status got;
    uint32_t if_ok; /* what to tell when it is made, answered with conflict, with duplicate, although it should not; */
    uint32_t if_conflict;  /*   0: what fits the outcome that was wanted */
    uint32_t if_duplicate;
    uint32_t if_failed;
    bool may_fail; /* it was made to */
    uint32_t salt;
} prapi_kit_try;

typedef struct prapi_kit {
    prapi_host here;  /* the store, */
    prapi_host there; /* its second handle, whose load is NULL where there is none */
    prap_conformance host;
    uint32_t flags;
    uint64_t seed;
    prap_visit_conformance visit;
    void *user;
    prap_status ended; /* what the visitor returned, when it ended the run */
    prap_conformance_report report;
    uint32_t check;
    bool hopeless; /* the plainest things do not work */
    bool absent;   /* load is asked for a case that is not there, */
    bool blind;    /*   and does not know: such cases are not looked at any more */
    bool unwalkable; /* scan is wrong by itself, so that nothing follows from what it does not give */
    uint64_t told[2];
    uint32_t salt; /* of the last change that was tried */

    /* What a difference is told as, when it is not something more particular. */
    uint32_t lost;     /* an acknowledged change that is not there, */
    uint32_t mixed;    /* another case's bytes; 0: it is not known that they could be */
    uint32_t leaves;   /* something of a change that was not made, */
    uint32_t unmade;   /*   whose salt this is, 0: none, */
    uint64_t unmade_version; /*   and its version */

    uint32_t name_bytes;
    char name[PRAPI_KIT_NAME]; /* what all tenants begin with: the prefix and the seed's digits */
    uint32_t n_cases;
    uint32_t n_made;
    struct prap_sink sinks[PRAPI_KIT_SINKS]; /* used in turn, so that a push into an earlier one is noticed */
    uint32_t quiet[PRAPI_KIT_SINKS];         /* pushes of each, when its call was over */
    uint32_t turn;
    uint32_t arena_bytes; /* taken from its beginning, */
    uint32_t arena_end;   /*   and where what was taken from its end begins */
    prap_key lent_key; /* its texts stand in lent */
    prap_scan lent_query;
    char lent[3 * PRAP_ID_BYTES];
    uint8_t bytes[PRAP_SNAPSHOT_BYTES];
    prap_status outcomes[PRAPI_KIT_TRIES + PRAPI_KIT_SPARE];
    prapi_kit_try tries[PRAPI_KIT_TRIES];
    prapi_kit_case cases[PRAPI_KIT_CASES];
    prapi_kit_made made[PRAPI_KIT_CHANGES];
    prapi_row_copy rows[PRAPI_KIT_ROWS];
    _Alignas(max_align_t) uint8_t arena[PRAPI_KIT_ARENA];
} prapi_kit;

/* tell.c. Each finding is told once. one: the case in which it showed, or NULL. */
void prapi_kit_tell(prapi_kit *kit, uint32_t finding, const prapi_kit_case *one, uint64_t sequence);
void prapi_kit_tell_status(prapi_kit *kit, uint32_t finding, const prapi_kit_case *one, prap_status wanted,
                           prap_status got);
bool prapi_kit_was_told(const prapi_kit *kit, uint32_t finding);

/* draw.c: names and bytes, all drawn from the seed. */
uint64_t prapi_kit_mix(uint64_t from);
/* A case that nobody wrote yet. tenant: what follows the kit's own name; NULL: the empty tenant. */
prapi_kit_case *prapi_kit_new(prapi_kit *kit, const char *tenant, prap_text case_id);
/* The same, its id beginning with the tenant's, so that no other check has it. */
prapi_kit_case *prapi_kit_named(prapi_kit *kit, const char *tenant, const char *name);
prap_key prapi_kit_key(const prapi_kit_case *one);
prap_text prapi_kit_literal(const char *text);
/* Writes the record of an event, or with sequence 0 the snapshot of a version, and returns its length. */
size_t prapi_kit_record(const prapi_kit *kit, const prapi_kit_case *one, uint64_t sequence, uint32_t salt, uint8_t *room);
size_t prapi_kit_snapshot(const prapi_kit *kit, const prapi_kit_case *one, uint64_t version, uint32_t salt, uint8_t *room);

prap_notice_record prapi_kit_notice(uint32_t salt, uint64_t sequence, uint32_t ordinal);
/* How many notices an event of a change has. */
uint32_t prapi_kit_notices_of(uint32_t n_notices, uint32_t event);

/*
 * ask.c: calls of load, read and scan, their rows in kit->rows. room: how many rows the sink takes. refusal: PRAP_OK, or
 * what the first push is answered with. What no contract allows is told at once.
 */
typedef struct prapi_kit_answer {
    prap_status status; /* PRAP_OK; PRAP_NONE of load; else there is no answer, and it was told */
    uint32_t count;     /* rows that were taken */
    uint32_t pushes;
} prapi_kit_answer;

prapi_kit_answer prapi_kit_load(prapi_kit *kit, const prapi_host *on, prap_key key, prap_status refusal);
prapi_kit_answer prapi_kit_read(prapi_kit *kit, const prapi_host *on, prap_key key, uint64_t from, uint32_t max,
                                uint32_t room, prap_status refusal);
prapi_kit_answer prapi_kit_scan(prapi_kit *kit, const prapi_host *on, const prap_scan *query, uint32_t room,
                                prap_status refusal);
/* Tells of pushes into a sink whose call is over. */
void prapi_kit_hear_late(prapi_kit *kit);

/* commit.c: n changes in one batch, in kit->tries or elsewhere. Tells of outcomes that were not wanted, enters into the
   model what was made, and looks at every case. Whether all ended as was wanted, and no case is unsure. */
bool prapi_kit_commit(prapi_kit *kit, const prapi_host *on, prapi_kit_try *tries, size_t n);
/* Is the id that of a change of the case; of any case? */
bool prapi_kit_has_id(const prapi_kit *kit, const prapi_kit_case *one, prap_text id);
bool prapi_kit_has_id_anywhere(const prapi_kit *kit, prap_text id);
/* The next change of a case, of one event, which must be made. */
prapi_kit_try prapi_kit_next(prapi_kit_case *one, const char *id);
/* Commits it alone. Whether it was made. */
bool prapi_kit_append(prapi_kit *kit, const prapi_host *on, prapi_kit_case *one, const char *id);

/* send.c: one call of commit, its outcomes in the tries; what the function returned. */
prap_status prapi_kit_send(prapi_kit *kit, const prapi_host *on, prapi_kit_try *tries, size_t n);

/* look.c: is the case what the model says it is? */
void prapi_kit_look(prapi_kit *kit, const prapi_host *on, prapi_kit_case *one);

/* records.c. The change that brought a sequence, of a case that has it. */
const prapi_kit_made *prapi_kit_made_at(const prapi_kit *kit, const prapi_kit_case *one, uint64_t sequence);
/* 0, or what is wrong with a record that should be the first wanted bytes of kit->bytes. */
uint32_t prapi_kit_record_fault(const prapi_kit *kit, size_t wanted, const prapi_row_copy *row);
/* The same of a snapshot of the case's version, which may also be that of an earlier one, of a change that was not made, or of
   another case. */
uint32_t prapi_kit_snapshot_fault(prapi_kit *kit, const prapi_kit_case *one, const prapi_row_copy *row);

/* Is it the snapshot of the change that was not made? */
bool prapi_kit_is_unmade(prapi_kit *kit, const prapi_kit_case *one, const prapi_row_copy *row);

/* journal.c: a case's journal. *ret_newest: the highest sequence that was read. Whether nothing but the end is missing. */
bool prapi_kit_look_journal(prapi_kit *kit, const prapi_host *on, const prapi_kit_case *one, uint64_t *ret_newest);
/* What it is when an event is not read from its own place on: perhaps it is from the place before. */
uint32_t prapi_kit_missing_event(prapi_kit *kit, const prapi_host *on, const prapi_kit_case *one, uint64_t sequence);
/* One page of it. Whether it was what it should be. */
bool prapi_kit_look_page(prapi_kit *kit, const prapi_host *on, const prapi_kit_case *one, uint64_t from, uint32_t max);

/* beside.c: what no callback of the store gives: the outbox and the index columns of a case. */
void prapi_kit_look_beside(prapi_kit *kit, prapi_kit_case *one);

/*
 * walk.c: one scan held against the model. blame: what to tell when rows are missing or too many and nothing more
 * particular fits. Whether it was as it should be.
 */
bool prapi_kit_walk(prapi_kit *kit, const prapi_host *on, const prap_scan *query, uint32_t blame);
prap_scan prapi_kit_all_of(const prapi_kit_case *one); /* a query for every case of its tenant */

/* The checks, each a row of checks.def. */
#define X(NAME, RUN, NEEDS, UNCHECKED) void prapi_kit_check_##RUN(prapi_kit *kit);
#include "conformance/checks.def"
#undef X

#endif
