/* nothing.c: a store that holds nothing. */
#include "prap/host.h"

static prap_status load(void *user, const prap_key *key, prap_sink *sink) {
    (void)user;
    (void)key;
    (void)sink;
    return PRAP_NONE;
}

static prap_status commit(void *user, const prap_change *changes, size_t n, prap_status *ret_each) {
    (void)user;
    (void)changes;
    (void)n;
    (void)ret_each;
    return PRAP_FAIL;
}

static prap_status read(void *user, const prap_key *key, uint64_t from, uint32_t max, prap_sink *sink) {
    (void)user;
    (void)key;
    (void)from;
    (void)max;
    (void)sink;
    return PRAP_OK;
}

static prap_status scan(void *user, const prap_scan *query, prap_sink *sink) {
    (void)user;
    (void)query;
    (void)sink;
    return PRAP_OK;
}

const prap_store *prap_store_nothing(void) {
    static const prap_store nothing = {sizeof nothing, NULL, load, commit, read, scan};
    return &nothing;
}
