/*
 * sidecar.c: a person's data beside the journal, so stored that they can be destroyed wherever they have got to.
 *
 * PostgreSQL keeps what was deleted: in the table until it is vacuumed and its page is used again, in the write-ahead
 * log, in replicas, in backups. None of it can be called back. So what it is given is sealed under a key of the person's
 * own, which the caller keeps outside of it; when the key is destroyed all of these copies are as good as gone.
 *
 * A put holds the row's lock from before it asks for the key until it is committed. So nothing is ever written under a
 * key that was destroyed meanwhile, except by a put that shredding overtook, and then nothing newer is overwritten.
 */
#include <stdlib.h>
#include <string.h>

#include "seal.h"
#include "store.h"

static const char id_form[] = "an id of the side-car is 1 to 64 visible ASCII characters";

static prap_status check_id(prap_postgresql *store, prap_text id) {
    bool good = id.n > 0 && id.n <= PRAP_ID_BYTES;
    for (size_t i = 0; good && i < id.n; i++)
        good = id.bytes[i] > 0x20 && id.bytes[i] < 0x7f;
    return good ? PRAP_OK : prapi_postgresql_say(store, PRAP_E_TEXT, id_form);
}

static prap_status check_call(prap_postgresql *store, prap_text id) {
    const prap_status entered = prapi_postgresql_enter(store, NULL);
    if (entered != PRAP_OK) return entered;
    if (store->keys.size == 0) return prapi_postgresql_say(store, PRAP_FAIL, "the side-car has no keys: set them first");
    return check_id(store, id);
}

static prap_status check_writes(prap_postgresql *store) {
    if ((store->flags & PRAP_POSTGRESQL_READ_ONLY) == 0) return PRAP_OK;
    return prapi_postgresql_say(store, PRAP_FAIL, "this handle only reads");
}

/* What the keeper of the keys says is passed on; what it may not say is a failure of its own. */
static prap_status heard(prap_postgresql *store, prap_status said) {
    switch ((int)said) {
    case PRAP_OK:
    case PRAP_NONE:
    case PRAP_DUPLICATE: return said;
    case PRAP_RETRY: return prapi_postgresql_say(store, said, "the keeper of the keys says: not now");
    case PRAP_UNKNOWN: return prapi_postgresql_say(store, said, "the keeper of the keys does not know whether it did it");
    default: return prapi_postgresql_say(store, PRAP_FAIL, "the keeper of the keys failed");
    }
}

static prap_status find_key(prap_postgresql *store, prap_text id, uint8_t *ret_key) {
    store->visiting = true;
    const prap_status said = store->keys.find(store->keys.user, id, ret_key);
    store->visiting = false;
    return said == PRAP_DUPLICATE ? heard(store, PRAP_FAIL) : heard(store, said);
}

/* The key that is kept, or a new one; when somebody else was quicker it is theirs. */
static prap_status need_key(prap_postgresql *store, prap_text id, uint8_t *ret_key) {
    prap_status status = find_key(store, id, ret_key);
    if (status != PRAP_NONE) return status;
    if (!prapi_seal_draw_key(ret_key)) return prapi_postgresql_say(store, PRAP_FAIL, "the system has no randomness for a key");
    store->visiting = true;
    status = store->keys.add(store->keys.user, id, ret_key);
    store->visiting = false;
    if (status == PRAP_NONE) status = PRAP_FAIL;
    status = heard(store, status);
    if (status != PRAP_DUPLICATE) return status;
    status = find_key(store, id, ret_key);
    return status == PRAP_NONE ? prapi_postgresql_say(store, PRAP_RETRY, "the key was destroyed meanwhile") : status;
}

static prap_status run_for(prap_postgresql *store, int statement, prap_text id, const prap_bytes *data) {
    struct prapi_parameters *p = &store->parameters;
    prapi_parameters_begin(p);
    prapi_put_text(p, id);
    if (data != NULL) prapi_put_bytes(p, *data);
    return prapi_postgresql_call(store, statement, NULL);
}

/* Ends a transaction: written, or as it was; or nobody knows. */
static prap_status end(prap_postgresql *store, prap_status status) {
    static const char what[] = "write the side-car";
    if (store->connection == NULL) return status;
    const int64_t deadline = prapi_postgresql_deadline(store);
    const prapi_outcome outcome = prapi_postgresql_query(store, status == PRAP_OK ? "COMMIT" : "ROLLBACK", deadline, NULL);
    if (outcome == PRAPI_RAN) return status;
    if (outcome == PRAPI_REFUSED) prapi_postgresql_disconnect(store);
    if (status != PRAP_OK) return status;
    if (outcome != PRAPI_LOST) return prapi_postgresql_unanswered(store, outcome, what);
    return prapi_postgresql_failed(store, PRAP_UNKNOWN, what, "the connection was lost before the answer");
}

/* With the row's lock held: the key, the seal, the row. */
static prap_status write_sealed(prap_postgresql *store, prap_text id, prap_bytes data) {
    uint8_t key[PRAP_POSTGRESQL_KEY_BYTES];
    const prap_bytes sealed = {malloc(data.n + PRAPI_SEAL_BYTES), data.n + PRAPI_SEAL_BYTES};
    uint8_t *room = (uint8_t *)(uintptr_t)sealed.bytes;
    if (room == NULL) return prapi_postgresql_say(store, PRAP_E_NOMEM, "there is no memory for the side-car");
    prap_status status = need_key(store, id, key);
    if (status == PRAP_OK && !prapi_seal(key, id, data, room)) {
        status = prapi_postgresql_say(store, PRAP_FAIL, "the data could not be sealed");
    }
    prapi_seal_wipe(key, sizeof key);
    if (status == PRAP_OK) status = run_for(store, PRAPI_POSTGRESQL_SIDE_PUT, id, &sealed);
    free(room);
    return status;
}

static prap_status report(const prap_postgresql *store, prap_status status, prap_error *reterr) {
    if (status != PRAP_OK && status != PRAP_NONE) prapi_postgresql_report(&store->last, reterr);
    return status;
}

prap_status prap_postgresql_set_keys(prap_postgresql *store, const prap_postgresql_keys *keys) {
    if (store == NULL) return PRAP_E_NULL;
    if (store->visiting) return PRAP_E_REENTRY;
    if (keys != NULL && keys->size < sizeof *keys) return PRAP_E_SIZE;
    if (keys != NULL && (keys->find == NULL || keys->add == NULL || keys->destroy == NULL)) return PRAP_E_NULL;
    store->keys = keys == NULL ? (prap_postgresql_keys){0} : *keys;
    return PRAP_OK;
}

prap_status prap_postgresql_sidecar_put(prap_postgresql *store, prap_text id, prap_bytes data, prap_error *reterr) {
    if (store == NULL || (data.bytes == NULL && data.n > 0) || (id.bytes == NULL && id.n > 0)) return PRAP_E_NULL;
    prap_status status = check_call(store, id);
    if (status == PRAP_OK) status = check_writes(store);
    if (status == PRAP_OK && data.n > PRAP_POSTGRESQL_SIDECAR_BYTES) {
        status = prapi_postgresql_say(store, PRAP_E_LIMIT, "the data are longer than a side-car takes");
    }
    if (status == PRAP_OK) status = prapi_postgresql_connect(store, false);
    if (status == PRAP_OK) status = prapi_postgresql_tell(store, "BEGIN", "write the side-car");
    if (status != PRAP_OK) return report(store, status, reterr);
    status = run_for(store, PRAPI_POSTGRESQL_SIDE_LOCK, id, NULL);
    if (status == PRAP_OK) status = write_sealed(store, id, data);
    return report(store, end(store, status), reterr);
}

/* What is sealed in a row, opened in ret_data, which is to be wiped and freed. *ret_opened false: the key does not fit. */
static prap_status read_opened(prap_postgresql *store, prap_text id, uint8_t **ret_data, size_t *ret_n, bool *ret_opened) {
    uint8_t key[PRAP_POSTGRESQL_KEY_BYTES];
    PGresult *row = NULL;
    prapi_parameters_begin(&store->parameters);
    prapi_put_text(&store->parameters, id);
    prap_status status = prapi_postgresql_ask(store, PRAPI_POSTGRESQL_SIDE_GET, &row);
    if (status == PRAP_OK && PQntuples(row) == 0) status = PRAP_NONE;
    if (status == PRAP_OK) status = find_key(store, id, key);
    if (status == PRAP_OK) {
        const prap_bytes sealed = prapi_postgresql_bytes(row, 0, 0);
        *ret_data = malloc(sealed.n + 1);
        *ret_n = sealed.n < PRAPI_SEAL_BYTES ? 0 : sealed.n - PRAPI_SEAL_BYTES;
        if (*ret_data == NULL) status = prapi_postgresql_say(store, PRAP_E_NOMEM, "there is no memory for the side-car");
        else *ret_opened = prapi_seal_open(key, id, sealed, *ret_data);
        prapi_seal_wipe(key, sizeof key);
    }
    PQclear(row);
    return status;
}

prap_status prap_postgresql_sidecar_get(prap_postgresql *store, prap_text id, prap_postgresql_visit_sidecar visit,
                                        void *user, prap_error *reterr) {
    bool opened = false;
    uint8_t *data = NULL;
    size_t n = 0;
    if (store == NULL || visit == NULL || (id.bytes == NULL && id.n > 0)) return PRAP_E_NULL;
    prap_status status = check_call(store, id);
    /* Twice: between row and key the person may have been shredded, and have come back under another key. */
    for (int tries = 0; status == PRAP_OK && !opened && tries < 2; tries++) {
        prapi_seal_wipe(data, n);
        free(data);
        data = NULL;
        status = read_opened(store, id, &data, &n, &opened);
    }
    if (status == PRAP_OK && !opened) {
        status = prapi_postgresql_say(store, PRAP_E_DAMAGED, "a row of the side-car does not open with its key");
    }
    report(store, status, reterr);
    if (status == PRAP_OK) {
        store->visiting = true;
        status = visit(user, (prap_bytes){data, n});
        store->visiting = false;
    }
    prapi_seal_wipe(data, n);
    free(data);
    return status;
}

prap_status prap_postgresql_sidecar_shred(prap_postgresql *store, prap_text id, prap_error *reterr) {
    PGresult *gone = NULL;
    if (store == NULL || (id.bytes == NULL && id.n > 0)) return PRAP_E_NULL;
    prap_status status = check_call(store, id);
    if (status == PRAP_OK) status = check_writes(store);
    if (status != PRAP_OK) return report(store, status, reterr);
    store->visiting = true;
    const prap_status said = store->keys.destroy(store->keys.user, id);
    store->visiting = false;
    const prap_status key = said == PRAP_DUPLICATE ? heard(store, PRAP_FAIL) : heard(store, said);
    if (key != PRAP_OK && key != PRAP_NONE) return report(store, key, reterr);
    prapi_parameters_begin(&store->parameters);
    prapi_put_text(&store->parameters, id);
    status = prapi_postgresql_ask(store, PRAPI_POSTGRESQL_SIDE_GONE, &gone);
    if (status == PRAP_OK && key == PRAP_NONE && PQntuples(gone) == 0) status = PRAP_NONE;
    PQclear(gone);
    return report(store, status, reterr);
}
