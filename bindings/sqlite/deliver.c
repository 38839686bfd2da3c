/*
 * deliver.c: relaying the outbox. Claim cases, read what each has to say, visit, mark, let go.
 *
 * The first unsent notice of a case stands for the case: only it can be leased, and while somebody has it there is no
 * other first one. So the notices of a case go through one pair of hands at a time, in order, while different cases are
 * relayed side by side. SQLite has one writer at a time and no lock on a row: a claim is a lease in the table, and nothing
 * is locked while a receiver is at work. A mark counts whether or not the lease has run out, for what was delivered was
 * delivered.
 */
#include <string.h>
#include <time.h>

#include "store.h"

struct claim {
    int64_t position; /* of the case's first unsent notice */
    int64_t sent;     /* position of the last one that was delivered; 0: none */
    size_t tenant_bytes, case_bytes;
    char tenant[PRAP_ID_BYTES];
    char case_id[PRAP_ID_BYTES];
};

struct delivery {
    prap_sqlite *store;
    uint32_t cases;
    int64_t lease_until;
    prap_sqlite_visit_notice visit;
    void *user;
    struct claim *claims;
    size_t n_claims;
    uint64_t n_delivered;
};

static prap_status failed(prap_sqlite *store, int statement, int code) {
    return prapi_sqlite_failed(store, prapi_sqlite_status_of(code), prapi_sqlite_what(statement), code);
}

static prap_key key_of(const struct claim *claim) {
    return (prap_key){{claim->tenant, claim->tenant_bytes}, {claim->case_id, claim->case_bytes}};
}

static size_t keep_text(char *room, prap_text text) {
    const size_t n = text.n < PRAP_ID_BYTES ? text.n : PRAP_ID_BYTES;
    if (n > 0) memcpy(room, text.bytes, n);
    return n;
}

static prap_status claim_after(struct delivery *d, uint64_t after, int64_t now) {
    sqlite3_stmt *find = d->store->statements[PRAPI_SQLITE_CLAIM];
    int code = sqlite3_bind_int64(find, 1, (int64_t)after);
    if (code == SQLITE_OK) code = sqlite3_bind_int64(find, 2, now);
    if (code == SQLITE_OK) code = sqlite3_bind_int64(find, 3, d->cases);
    if (code == SQLITE_OK) code = sqlite3_bind_int64(find, 4, PRAP_SQLITE_LEASE_SECONDS);
    if (code == SQLITE_OK) {
        while ((code = sqlite3_step(find)) == SQLITE_ROW && d->n_claims < d->cases) {
            struct claim *claim = &d->claims[d->n_claims++];
            claim->position = sqlite3_column_int64(find, 0);
            claim->sent = 0;
            claim->tenant_bytes = keep_text(claim->tenant, prapi_sqlite_text(find, 1));
            claim->case_bytes = keep_text(claim->case_id, prapi_sqlite_text(find, 2));
        }
    }
    prapi_sqlite_rest(find);
    return code == SQLITE_DONE || code == SQLITE_ROW ? PRAP_OK : failed(d->store, PRAPI_SQLITE_CLAIM, code);
}

/* On from where the last claim ended, so that cases whose receiver says "not now" do not keep the others from their turn;
   after the last case, again at the first. */
static prap_status find_claims(struct delivery *d, int64_t now) {
    prap_sqlite *store = d->store;
    prap_status status = claim_after(d, store->relayed_position, now);
    if (status == PRAP_OK && d->n_claims == 0 && store->relayed_position > 0) status = claim_after(d, 0, now);
    if (status != PRAP_OK) return status;
    store->relayed_position = d->n_claims < d->cases ? 0 : (uint64_t)d->claims[d->n_claims - 1].position;
    return status;
}

static prap_status set_lease(struct delivery *d, int statement, int64_t position) {
    sqlite3_stmt *set = d->store->statements[statement];
    int code = sqlite3_bind_int64(set, 1, position);
    if (code == SQLITE_OK) code = sqlite3_bind_int64(set, 2, d->lease_until);
    if (code == SQLITE_OK) code = prapi_sqlite_step(d->store, statement);
    return code == SQLITE_OK ? PRAP_OK : failed(d->store, statement, code);
}

/* A claim that failed at COMMIT may stand: nobody has the cases then until its leases run out. */
static prap_status claim(struct delivery *d, int64_t now) {
    prap_status status = prapi_sqlite_begin(d->store);
    if (status == PRAP_OK) status = find_claims(d, now);
    for (size_t i = 0; status == PRAP_OK && i < d->n_claims; i++)
        status = set_lease(d, PRAPI_SQLITE_LEASE, d->claims[i].position);
    if (status == PRAP_OK && d->n_claims > 0) status = prapi_sqlite_end(d->store);
    prapi_sqlite_roll_back(d->store);
    return status;
}

/* The claimed case's notices, read before the first is visited: a slow receiver holds no lock and no log. */
static prap_status read_notices(prap_sqlite *store, const struct claim *claim, prap_sqlite_notice *notices, size_t *ret_n) {
    sqlite3_stmt *read = store->statements[PRAPI_SQLITE_CLAIMED];
    const prap_key key = key_of(claim);
    size_t n = 0;
    int code = prapi_sqlite_bind_key(read, &key);
    if (code == SQLITE_OK) code = sqlite3_bind_int(read, 3, PRAP_SQLITE_CASE_NOTICES);
    if (code == SQLITE_OK) {
        while ((code = sqlite3_step(read)) == SQLITE_ROW && n < PRAP_SQLITE_CASE_NOTICES) {
            notices[n] = prapi_sqlite_notice_of(read);
            notices[n++].key = key;
        }
    }
    prapi_sqlite_rest(read);
    if (code != SQLITE_DONE && code != SQLITE_ROW) return failed(store, PRAPI_SQLITE_CLAIMED, code);
    *ret_n = n;
    return PRAP_OK;
}

/* One case; *ret_visited is PRAP_OK or PRAP_RETRY when the next may be visited. */
static prap_status visit_case(struct delivery *d, struct claim *claim, prap_status *ret_visited) {
    prap_sqlite_notice notices[PRAP_SQLITE_CASE_NOTICES];
    size_t n = 0;
    const prap_status status = read_notices(d->store, claim, notices, &n);
    for (size_t i = 0; status == PRAP_OK && i < n && *ret_visited == PRAP_OK; i++) {
        *ret_visited = d->visit(d->user, &notices[i]);
        if (*ret_visited != PRAP_OK) break;
        claim->sent = (int64_t)notices[i].position;
        d->n_delivered++;
    }
    return status;
}

static prap_status mark_case(struct delivery *d, const struct claim *claim, int64_t now) {
    prap_sqlite *store = d->store;
    if (claim->sent == 0) return set_lease(d, PRAPI_SQLITE_LET_GO, claim->position);
    sqlite3_stmt *mark = store->statements[PRAPI_SQLITE_SENT];
    const prap_key key = key_of(claim);
    int code = prapi_sqlite_bind_key(mark, &key);
    if (code == SQLITE_OK) code = sqlite3_bind_int64(mark, 3, claim->sent);
    if (code == SQLITE_OK) code = sqlite3_bind_int64(mark, 4, now);
    if (code == SQLITE_OK) code = prapi_sqlite_step(store, PRAPI_SQLITE_SENT);
    return code == SQLITE_OK ? PRAP_OK : failed(store, PRAPI_SQLITE_SENT, code);
}

static prap_status mark(struct delivery *d) {
    const int64_t now = (int64_t)time(NULL);
    prap_status status = prapi_sqlite_begin(d->store);
    for (size_t i = 0; status == PRAP_OK && i < d->n_claims; i++)
        status = mark_case(d, &d->claims[i], now);
    if (status == PRAP_OK) status = prapi_sqlite_end(d->store);
    prapi_sqlite_roll_back(d->store);
    return status;
}

/* What was delivered is marked, also when a later case could not be read. */
static prap_status deliver(struct delivery *d, prap_status *ret_visited) {
    prap_status status = PRAP_OK;
    for (size_t i = 0; i < d->n_claims && status == PRAP_OK && *ret_visited == PRAP_OK; i++) {
        status = visit_case(d, &d->claims[i], ret_visited);
        if (*ret_visited == PRAP_RETRY) *ret_visited = PRAP_OK; /* not now; the next case */
    }
    if (d->n_claims == 0) return status;
    const prap_status marked = mark(d);
    return status == PRAP_OK ? marked : status;
}

_Static_assert(PRAP_SQLITE_DELIVER_CASES == 1000 && PRAP_SQLITE_LEASE_SECONDS == 86400, "the numbers that are told below");

static prap_status claim_and_deliver(struct delivery *d, uint32_t lease_seconds, prap_status *ret_visited) {
    if (d->cases == 0 || d->cases > PRAP_SQLITE_DELIVER_CASES) {
        return prapi_sqlite_say(d->store, PRAP_E_RANGE, "cases: 1 to 1000 may be delivered at once");
    }
    if (lease_seconds == 0 || lease_seconds > PRAP_SQLITE_LEASE_SECONDS) {
        return prapi_sqlite_say(d->store, PRAP_E_RANGE, "lease_seconds: a lease lasts 1 to 86400 seconds");
    }
    const int64_t now = (int64_t)time(NULL);
    d->lease_until = now + lease_seconds;
    d->claims = sqlite3_malloc64(d->cases * sizeof *d->claims);
    prap_status status = d->claims == NULL ? prapi_sqlite_say(d->store, PRAP_E_NOMEM, "there is no memory for the claims")
                                           : claim(d, now);
    if (status == PRAP_OK) status = deliver(d, ret_visited);
    sqlite3_free(d->claims);
    return status;
}

prap_status prap_sqlite_deliver(prap_sqlite *store, uint32_t cases, uint32_t lease_seconds,
                                prap_sqlite_visit_notice visit, void *user, uint64_t *ret_delivered,
                                prap_error *reterr) {
    if (store == NULL || visit == NULL) return PRAP_E_NULL;
    const prap_status entered = prapi_sqlite_enter(store, reterr);
    if (entered != PRAP_OK) return entered;
    struct delivery d = {.store = store, .cases = cases, .visit = visit, .user = user};
    prap_status visited = PRAP_OK;
    const prap_status status = prapi_sqlite_leave(store, claim_and_deliver(&d, lease_seconds, &visited));
    if (status != PRAP_OK) prapi_sqlite_report(&store->last, reterr);
    else if (ret_delivered != NULL) *ret_delivered = d.n_delivered;
    return status == PRAP_OK ? visited : status;
}
