/*
 * host.c: a host of any kind: structs of any size, with any part missing; a store that pushes no row, one or more, of the
 * lengths below and with any part missing, to a sink that may be full, and that answers anything.
 *
 * Part: host
 * Options: -eva-auto-loop-unroll 100 -eva-slevel-function prap_sink_push:200,push_one:200
 */
#include "any-store.h"

enum { ROOM = 2 };

static prapi_host adopted;
static prapi_row_copy rows[ROOM];
static prap_error error;

static void push_any(prap_sink *sink) {
    static const size_t lengths[][2] = {{0, 0}, {1, 1}, {PRAP_ID_BYTES, PRAP_SNAPSHOT_BYTES}, {PRAP_ID_BYTES + 1, 0},
                                        {0, PRAP_SNAPSHOT_BYTES + 1}};
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
        if (maybe()) push_one(sink, lengths[i][0], lengths[i][1]);
    }
}

static prap_status load(void *user, const prap_key *key, prap_sink *sink) {
    (void)user;
    (void)key;
    push_any(sink);
    return any_int();
}

static prap_status commit(void *user, const prap_change *changes, size_t n, prap_status *ret_each) {
    (void)user;
    (void)changes;
    for (size_t i = 0; i < n; i++) {
        if (maybe()) ret_each[i] = any_int();
    }
    return any_int();
}

static prap_status read(void *user, const prap_key *key, uint64_t from, uint32_t max, prap_sink *sink) {
    (void)user;
    (void)key;
    (void)from;
    (void)max;
    push_any(sink);
    return any_int();
}

static prap_status scan(void *user, const prap_scan *query, prap_sink *sink) {
    (void)user;
    (void)query;
    push_any(sink);
    return any_int();
}

static void *allocate(void *user, size_t bytes) {
    (void)user;
    (void)bytes;
    return NULL;
}

static void release(void *user, void *memory, size_t bytes) {
    (void)user;
    (void)memory;
    (void)bytes;
}

static void committed(void *user, const prap_change *change) {
    (void)user;
    (void)change;
}

/* Every size that a host was compiled with has ended behind a member; or it has none of them, or LATER bytes more. */
static void adopt(size_t host_bytes, size_t store_bytes, size_t allocator_bytes, size_t observer_bytes) {
    static struct {
        prap_store store;
        uint8_t later[LATER];
    } store;
    ANY(store.later);
    store.store = (prap_store){store_bytes, NULL, maybe() ? load : NULL, maybe() ? commit : NULL, read, scan};
    prap_allocator allocator = {allocator_bytes, NULL, maybe() ? allocate : NULL, maybe() ? release : NULL};
    prap_observer observer = {observer_bytes, NULL, committed};
    prap_host host = {host_bytes, MAYBE(allocator), maybe() ? &store.store : NULL, MAYBE(observer)};
    (void)prapi_host_adopt(MAYBE(host), &adopted, MAYBE(error));
}

static void adopt_all(void) {
    const size_t word = sizeof(size_t);
    for (size_t host = 0; host <= sizeof(prap_host); host += word) {
        for (size_t store = 0; store <= sizeof(prap_store) + LATER; store += word) {
            adopt(host, store, sizeof(prap_allocator), sizeof(prap_observer));
        }
    }
    adopt(sizeof(prap_host), sizeof(prap_store), 0, 0);
    adopt(sizeof(prap_host), sizeof(prap_store), sizeof(prap_allocator), word);
}

static void call(const prapi_host *host) {
    const prap_text text = {NULL, 0};
    const prap_key key = {text, text};
    prap_change changes[ROOM];
    prap_status each[ROOM];
    uint32_t count;
    (void)prapi_host_load(host, &key, rows);
    (void)prapi_host_commit(host, changes);
    prapi_host_commit_all(host, changes, ROOM, each);
    (void)prapi_host_read(host, &key, any_u64(), rows, ROOM, &count);
    (void)prapi_host_scan(host, text, text, any_int(), rows, ROOM, &count);
}

int main(void) {
    error.size = sizeof error;
    adopt_all();
    prapi_host host = {.store = {.size = sizeof host.store, .load = load, .commit = commit, .read = read, .scan = scan}};
    call(&host);
    memcpy(&host.store, prap_store_nothing(), sizeof host.store);
    call(&host);
    return 0;
}
