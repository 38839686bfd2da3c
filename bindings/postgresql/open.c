/* open.c: opening and closing. */
#define _POSIX_C_SOURCE 200809L

#include <stdlib.h>
#include <string.h>

#include "store.h"

static const char prefix[] = "postgresql:";

/* A connection string may have a password in it. */
static void wipe(char *text) {
    for (volatile char *at = text; at != NULL && *at != '\0'; at++)
        *at = '\0';
}

static prap_status refuse(prap_status status, const char *sentence, prap_error *reterr) {
    prap_postgresql nothing = {0};
    prapi_postgresql_say(&nothing, status, sentence);
    prapi_postgresql_report(&nothing.last, reterr);
    return status;
}

/* Without the prefix, unless it is that of a URI. */
static const char *name_for_libpq(const char *name) {
    const size_t n = sizeof prefix - 1;
    return strncmp(name, prefix, n) == 0 && strncmp(name + n, "//", 2) != 0 ? name + n : name;
}

static void free_options(PQconninfoOption *options) {
    for (PQconninfoOption *one = options; one != NULL && one->keyword != NULL; one++)
        wipe(one->val);
    PQconninfoFree(options);
}

/* Would libpq read it as a connection string, and not as the bare name of a database? */
static prap_status check_name(const char *name, prap_error *reterr) {
    char *message = NULL;
    PQconninfoOption *options = PQconninfoParse(name, &message);
    const bool good = options != NULL, told = message != NULL;
    PQfreemem(message); /* it quotes the string */
    free_options(options);
    if (good && name[0] != '\0') return PRAP_OK;
    if (!good && !told) return refuse(PRAP_E_NOMEM, "there is no memory for the store", reterr);
    return refuse(PRAP_E_TEXT, "the name is not a connection string of PostgreSQL", reterr);
}

prap_status prap_postgresql_open(const char *name, uint32_t flags, prap_postgresql **ret_store, prap_error *reterr) {
    const uint32_t known = PRAP_POSTGRESQL_CREATE | PRAP_POSTGRESQL_READ_ONLY;
    if (name == NULL || ret_store == NULL) return refuse(PRAP_E_NULL, "name and ret_store are required", reterr);
    if ((flags & ~known) != 0 || flags == known) {
        return refuse(PRAP_E_RANGE, "the flags are unknown or exclude each other", reterr);
    }
    const char *taken = name_for_libpq(name);
    prap_status status = check_name(taken, reterr);
    if (status != PRAP_OK) return status;
    prap_postgresql *store = malloc(sizeof *store);
    if (store == NULL) return refuse(PRAP_E_NOMEM, "there is no memory for the store", reterr);
    *store = (prap_postgresql){.store = {.size = sizeof store->store,
                                         .user = store,
                                         .load = prapi_postgresql_load,
                                         .commit = prapi_postgresql_commit,
                                         .read = prapi_postgresql_read,
                                         .scan = prapi_postgresql_scan},
                               .name = strdup(taken),
                               .flags = flags,
                               .wait_milliseconds = PRAP_POSTGRESQL_WAIT_MILLISECONDS};
    if (store->name == NULL) {
        status = prapi_postgresql_say(store, PRAP_E_NOMEM, "there is no memory for the store");
    } else {
        status = prapi_postgresql_connect(store, true);
    }
    if (status != PRAP_OK) {
        prapi_postgresql_report(&store->last, reterr);
        prap_postgresql_close(store);
        return status;
    }
    *ret_store = store;
    return PRAP_OK;
}

void prap_postgresql_close(prap_postgresql *store) {
    if (store == NULL || store->visiting) return;
    prapi_postgresql_disconnect(store);
    prapi_parameters_free(&store->parameters);
    wipe(store->name);
    free(store->name);
    free(store);
}

const prap_store *prap_postgresql_store(prap_postgresql *store) {
    return store == NULL ? NULL : &store->store;
}

/* The next call sets up a connection with the new limits. */
prap_status prap_postgresql_set_wait(prap_postgresql *store, uint32_t wait_milliseconds) {
    if (store == NULL) return PRAP_E_NULL;
    if (store->visiting) return PRAP_E_REENTRY;
    if (wait_milliseconds > 600000) return PRAP_E_RANGE;
    if (wait_milliseconds != store->wait_milliseconds) prapi_postgresql_disconnect(store);
    store->wait_milliseconds = wait_milliseconds;
    return PRAP_OK;
}
