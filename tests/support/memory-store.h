/*
 * memory-store.h: a store in memory for tests. It keeps the whole contract of host.h, checks that the library
 * keeps its side, and misbehaves on order: any of its calls can be made to fail, before or after its effect,
 * or to push other rows than it has.
 */
#ifndef TEST_MEMORY_STORE_H
#define TEST_MEMORY_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "prap/host.h"

enum memory_store_call { MEMORY_STORE_LOAD = 1, MEMORY_STORE_COMMIT, MEMORY_STORE_READ, MEMORY_STORE_SCAN };

/* What goes wrong at a call. */
enum memory_store_fault {
    MEMORY_STORE_SOUND,         /* nothing */
    MEMORY_STORE_STATUS_BEFORE, /* nothing happens and the status is returned */
    MEMORY_STORE_STATUS_AFTER,  /* it happens, and then the status is returned */
    MEMORY_STORE_EACH_BEFORE,   /* commit: nothing happens, PRAP_OK is returned and the status stands in
                                   ret_each */
    MEMORY_STORE_EACH_AFTER,   /* commit: it happens, PRAP_OK is returned and the status stands in ret_each */
    MEMORY_STORE_EACH_UNSET,   /* commit: PRAP_OK is returned and ret_each is left as it came */
    MEMORY_STORE_PUSH_NOTHING, /* PRAP_OK and no row */
    MEMORY_STORE_PUSH_TWICE,   /* each row comes twice */
    MEMORY_STORE_ALTER         /* each row passes through the alter function first */
};

/* Changes a row before it is pushed. row->record points at room bytes that may be written. */
typedef void (*memory_store_alter)(void *user, enum memory_store_call call, prap_row *row, uint8_t *record,
                                   size_t room);

/* Told at the beginning of each call. */
typedef void (*memory_store_listener)(void *user, enum memory_store_call call);

struct memory_store_trouble {
    enum memory_store_fault fault;
    unsigned nth;  /* 1-based among the calls that can go wrong so, from memory_store_order on */
    bool sticky;   /* that call and every later one */
    uint32_t only; /* an enum memory_store_call: count calls of this kind only; 0: of every kind */
    prap_status status;
    memory_store_alter alter;
    void *user;
};

struct memory_store;

struct memory_store *memory_store_create(void);
void memory_store_destroy(struct memory_store *store); /* NULL is allowed */

/* The callbacks, borrowed as long as the store. */
const prap_store *memory_store_interface(struct memory_store *store);

/* A deep copy of what is stored; troubles, listener and counts are not copied. */
struct memory_store *memory_store_copy(const struct memory_store *store);

/* Puts a deep copy of what another holds in the place of what it holds, and forgets its order, complaint and what it heard. */
void memory_store_restore(struct memory_store *store, const struct memory_store *from);

/* Whether two stores hold the same cases, events, snapshots, index columns and notices. */
bool memory_store_equal(const struct memory_store *left, const struct memory_store *right);

/* The same of one case; a case that neither holds is the same. */
bool memory_store_equal_case(const struct memory_store *left, const struct memory_store *right, prap_key key);

/* Orders a trouble and starts counting calls anew. NULL: none any more. */
void memory_store_order(struct memory_store *store, const struct memory_store_trouble *trouble);

/* Calls since the last order, whether the ordered trouble happened, and whether a commit took effect since.
 */
unsigned memory_store_calls(const struct memory_store *store);
bool memory_store_troubled(const struct memory_store *store);
uint32_t
memory_store_troubled_call(const struct memory_store *store); /* enum memory_store_call of the first, or 0 */
bool memory_store_committed(const struct memory_store *store);

void memory_store_listen(struct memory_store *store, memory_store_listener listener, void *user);

/* What the library did wrong against host.h, in words, or NULL. */
const char *memory_store_complaint(const struct memory_store *store);

/* Everything that commits handed over, bytes as they came: to be searched for what must not be there. */
prap_bytes memory_store_heard(const struct memory_store *store);

/* What is stored. Each returns 0 or an empty value when there is no such thing. */
size_t memory_store_case_count(const struct memory_store *store);
uint64_t memory_store_version(const struct memory_store *store, prap_key key);
prap_bytes memory_store_snapshot(const struct memory_store *store, prap_key key);
prap_bytes memory_store_event(const struct memory_store *store, prap_key key, uint64_t sequence);
prap_day memory_store_next_due(const struct memory_store *store, prap_key key);
uint32_t memory_store_stage(const struct memory_store *store, prap_key key);
size_t memory_store_notice_count(const struct memory_store *store, prap_key key);

/* Overwrites what is stored, as a bad disk would. The case and event must exist. */
void memory_store_set_snapshot(struct memory_store *store, prap_key key, prap_bytes snapshot);
void memory_store_set_event(struct memory_store *store, prap_key key, uint64_t sequence, prap_bytes record);

/* Puts a case that was never committed: bytes from elsewhere. version events, each with the same record. */
void memory_store_plant(struct memory_store *store, prap_key key, uint64_t version, prap_bytes snapshot,
                        prap_bytes record);

#endif
