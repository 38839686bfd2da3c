/*
 * planted-store.h: a small store in memory that keeps the contract of host.h, and, told to, breaks it in one way or two. Data are
 * apart from handles, so that two handles share them and a handle can be opened again.
 */
#ifndef TEST_PLANTED_STORE_H
#define TEST_PLANTED_STORE_H

#include <stdbool.h>

#include "prap/conformance.h"

enum planted_fault {
#define X(NAME, WHAT, FINDINGS) PLANTED_##NAME,
#include "broken-stores.def"
#undef X
    PLANTED_FAULTS
};

struct planted_data;

struct planted_store {
    prap_store interface;
    struct planted_data *data;
    enum planted_fault fault;
    enum planted_fault also; /* PLANTED_SOUND: nothing more */
    /* What handles with a fault remember. */
    struct planted_data *cache;
    prap_sink *kept_sink;
    unsigned calls;
    bool was_unknown;
};

struct planted_data *planted_data_create(void);
void planted_data_destroy(struct planted_data *data);

void planted_store_open(struct planted_store *store, struct planted_data *data, enum planted_fault fault,
                        enum planted_fault also);
void planted_store_close(struct planted_store *store);

/* What a host brings beside its store: prap_conformance's callbacks, with a struct planted_host as user. */
struct planted_host {
    struct planted_data *data;
    struct planted_store first;
    struct planted_store second;
    prap_conformance conformance;
};

void planted_host_open(struct planted_host *host, enum planted_fault fault, enum planted_fault also,
                       const prap_allocator *allocator);
void planted_host_close(struct planted_host *host);

#endif
