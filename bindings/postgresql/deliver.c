/*
 * deliver.c: relaying the outbox. Claim cases, read what each has to say, visit, mark, let go.
 *
 * The first unsent notice of a case stands for the case: only it can be claimed, and while somebody has it there is no
 * other first one. So the notices of a case go through one pair of hands at a time, in order, while different cases are
 * relayed side by side. Under row locks everything is one transaction; under leases each step is one, and a mark counts
 * whether or not the lease has run out, for what was delivered was delivered.
 */
#include <stdlib.h>
#include <string.h>

#include "store.h"

enum { MOST_LEASE_SECONDS = 86400 };

struct delivery {
    prap_postgresql *store;
    uint32_t cases;
    uint32_t lease_seconds;
    prap_postgresql_visit_notice visit;
    void *user;
    PGresult *claimed; /* tenant, case of each that is ours */
    PGresult *notices; /* of these */
    bool *delivered;   /* each of them */
    uint64_t n_delivered;
};

static prap_status claim_after(struct delivery *d, prap_text tenant, prap_text case_id) {
    struct prapi_parameters *p = &d->store->parameters;
    prapi_parameters_begin(p);
    prapi_put_text(p, tenant);
    prapi_put_text(p, case_id);
    prapi_put_number(p, d->cases);
    if (d->lease_seconds == 0) return prapi_postgresql_call(d->store, PRAPI_POSTGRESQL_CLAIM, &d->claimed);
    prapi_put_number(p, d->lease_seconds);
    return prapi_postgresql_call(d->store, PRAPI_POSTGRESQL_LEASE, &d->claimed);
}

static int compare(prap_text a, prap_text b) {
    const size_t shorter = a.n < b.n ? a.n : b.n;
    const int order = shorter == 0 ? 0 : memcmp(a.bytes, b.bytes, shorter);
    return order != 0 ? order : (a.n > b.n) - (a.n < b.n);
}

static size_t keep_text(char *room, prap_text text) {
    const size_t n = text.n < PRAP_ID_BYTES ? text.n : PRAP_ID_BYTES;
    if (n > 0) memcpy(room, text.bytes, n);
    return n;
}

/* The greatest of what was claimed is where the next claim begins; after the last case, again at the first. */
static void go_on_behind(struct delivery *d) {
    prap_postgresql *store = d->store;
    prap_text tenant = {"", 0}, case_id = {"", 0};
    const int n = PQntuples(d->claimed);
    for (int i = 0; n == (int)d->cases && i < n; i++) {
        const prap_text a = prapi_postgresql_text(d->claimed, i, 0), b = prapi_postgresql_text(d->claimed, i, 1);
        const int order = compare(a, tenant);
        if (order < 0 || (order == 0 && compare(b, case_id) <= 0)) continue;
        tenant = a;
        case_id = b;
    }
    store->claimed_tenant_bytes = keep_text(store->claimed_tenant, tenant);
    store->claimed_case_bytes = keep_text(store->claimed_case, case_id);
}

static prap_status claim(struct delivery *d) {
    prap_postgresql *store = d->store;
    const bool from_within = store->claimed_case_bytes > 0;
    prap_status status = claim_after(d, (prap_text){store->claimed_tenant, store->claimed_tenant_bytes},
                                     (prap_text){store->claimed_case, store->claimed_case_bytes});
    if (status == PRAP_OK && from_within && PQntuples(d->claimed) == 0) {
        PQclear(d->claimed);
        d->claimed = NULL;
        status = claim_after(d, (prap_text){"", 0}, (prap_text){"", 0});
    }
    if (status == PRAP_OK) go_on_behind(d);
    return status;
}

static void put_texts(struct prapi_parameters *p, const PGresult *result, int column, const bool *which, size_t n) {
    prapi_put_array(p, PRAPI_OID_TEXT, n);
    for (int i = 0; i < PQntuples(result); i++) {
        if (which == NULL || which[i]) prapi_add_text(p, prapi_postgresql_text(result, i, column));
    }
}

static void put_numbers(struct prapi_parameters *p, const PGresult *result, int column, const bool *which, size_t n) {
    prapi_put_array(p, PRAPI_OID_INT8, n);
    for (int i = 0; i < PQntuples(result); i++) {
        if (which[i]) prapi_add_number(p, prapi_postgresql_number(result, i, column));
    }
}

static prap_status read_claimed(struct delivery *d) {
    struct prapi_parameters *p = &d->store->parameters;
    const size_t n = (size_t)PQntuples(d->claimed);
    prapi_parameters_begin(p);
    put_texts(p, d->claimed, 0, NULL, n);
    put_texts(p, d->claimed, 1, NULL, n);
    prapi_put_number(p, PRAP_POSTGRESQL_CASE_NOTICES);
    const prap_status status = prapi_postgresql_call(d->store, PRAPI_POSTGRESQL_CLAIMED, &d->notices);
    if (status != PRAP_OK) return status;
    d->delivered = calloc((size_t)PQntuples(d->notices) + 1, sizeof *d->delivered);
    if (d->delivered != NULL) return PRAP_OK;
    return prapi_postgresql_failed(d->store, PRAP_FAIL, "read the outbox", "there is no memory");
}

static bool same_case(const prap_key *a, const prap_key *b) {
    return compare(a->tenant, b->tenant) == 0 && compare(a->case_id, b->case_id) == 0;
}

/* Visits in order; a case that is put off is passed over to its end. Returns what ended it, or PRAP_OK. */
static prap_status visit_all(struct delivery *d) {
    prap_key put_off = {{NULL, 0}, {NULL, 0}}; /* no case has an empty id */
    for (int i = 0; i < PQntuples(d->notices); i++) {
        const prap_postgresql_notice notice = prapi_postgresql_notice_of(d->notices, i);
        if (same_case(&notice.key, &put_off)) continue;
        d->store->visiting = true;
        const prap_status status = d->visit(d->user, &notice);
        d->store->visiting = false;
        d->delivered[i] = status == PRAP_OK;
        d->n_delivered += status == PRAP_OK;
        if (status == PRAP_RETRY) put_off = notice.key;
        else if (status != PRAP_OK) return status;
    }
    return PRAP_OK;
}

static prap_status mark(struct delivery *d) {
    struct prapi_parameters *p = &d->store->parameters;
    const size_t n = (size_t)d->n_delivered;
    if (n == 0) return PRAP_OK;
    prapi_parameters_begin(p);
    put_texts(p, d->notices, 0, d->delivered, n);
    put_texts(p, d->notices, 1, d->delivered, n);
    put_numbers(p, d->notices, 2, d->delivered, n);
    put_numbers(p, d->notices, 3, d->delivered, n);
    const prapi_outcome outcome = prapi_postgresql_run(d->store, PRAPI_POSTGRESQL_SENT, NULL);
    if (outcome == PRAPI_RAN) return PRAP_OK;
    const char *what = prapi_postgresql_what(PRAPI_POSTGRESQL_SENT);
    const bool unknown = outcome == PRAPI_LOST && d->lease_seconds > 0; /* else its transaction is not committed yet */
    if (!unknown) return prapi_postgresql_unanswered(d->store, outcome, what);
    return prapi_postgresql_failed(d->store, PRAP_UNKNOWN, what, "the connection was lost before the answer");
}

/* The end of the transaction of row locks. Where nothing was marked there is nothing to keep. */
static prap_status let_go(struct delivery *d, prap_status status) {
    static const char what[] = "mark notices as sent";
    if (d->lease_seconds > 0 || d->store->connection == NULL) return status;
    const bool keep = status == PRAP_OK && d->n_delivered > 0;
    const int64_t deadline = prapi_postgresql_deadline(d->store);
    const prapi_outcome outcome = prapi_postgresql_query(d->store, keep ? "COMMIT" : "ROLLBACK", deadline, NULL);
    if (outcome == PRAPI_RAN || !keep) return status;
    if (outcome == PRAPI_REFUSED) prapi_postgresql_disconnect(d->store);
    if (outcome != PRAPI_LOST) return prapi_postgresql_unanswered(d->store, outcome, what);
    return prapi_postgresql_failed(d->store, PRAP_UNKNOWN, what, "the connection was lost before the answer");
}

static prap_status deliver(struct delivery *d, prap_status *ret_visited) {
    prap_status status = prapi_postgresql_connect(d->store, false);
    if (status != PRAP_OK) return status;
    if (d->lease_seconds == 0) status = prapi_postgresql_tell(d->store, "BEGIN", "claim cases of the outbox");
    if (status == PRAP_OK) status = claim(d);
    if (status == PRAP_OK && PQntuples(d->claimed) > 0) {
        status = read_claimed(d);
        if (status == PRAP_OK) {
            *ret_visited = visit_all(d);
            status = mark(d);
        }
    }
    return let_go(d, status);
}

_Static_assert(PRAP_POSTGRESQL_DELIVER_CASES == 1000 && MOST_LEASE_SECONDS == 86400, "the numbers that are told below");

static prap_status check_numbers(prap_postgresql *store, uint32_t cases, uint32_t lease_seconds) {
    if (cases == 0 || cases > PRAP_POSTGRESQL_DELIVER_CASES) {
        return prapi_postgresql_say(store, PRAP_E_RANGE, "cases: 1 to 1000 may be delivered at once");
    }
    if (lease_seconds <= MOST_LEASE_SECONDS) return PRAP_OK;
    return prapi_postgresql_say(store, PRAP_E_RANGE, "lease_seconds: a lease lasts 86400 seconds at most");
}

prap_status prap_postgresql_deliver(prap_postgresql *store, uint32_t cases, uint32_t lease_seconds,
                                    prap_postgresql_visit_notice visit, void *user, uint64_t *ret_delivered,
                                    prap_error *reterr) {
    if (store == NULL || visit == NULL) return PRAP_E_NULL;
    struct delivery d = {.store = store, .cases = cases, .lease_seconds = lease_seconds, .visit = visit, .user = user};
    prap_status visited = PRAP_OK;
    prap_status status = prapi_postgresql_enter(store, NULL);
    if (status == PRAP_OK) status = check_numbers(store, cases, lease_seconds);
    if (status == PRAP_OK) status = deliver(&d, &visited);
    if (status != PRAP_OK) prapi_postgresql_report(&store->last, reterr);
    else if (ret_delivered != NULL) *ret_delivered = d.n_delivered;
    PQclear(d.claimed);
    PQclear(d.notices);
    free(d.delivered);
    return status == PRAP_OK ? visited : status;
}
