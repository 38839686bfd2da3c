/*
 * commit.c: a batch of changes, as many at once as are of different cases, each all or nothing.
 *
 * One statement looks up ids and versions, writes what may be written, and is its own transaction: one round trip. What
 * it did not write was refused, and a second question finds out why, after the fact, which is what the contract wants: a
 * duplicate is one whoever wrote it, and a conflict is one however long ago. A change that the tables refuse, or that met
 * another's new case, undoes the whole statement; then its changes go one by one. An answer that was lost on the way is
 * unknown, and only then.
 */
#include <string.h>

#include "store.h"

static const char what[] = "commit";

static bool begins_with(const char *sqlstate, const char *class) {
    return strncmp(sqlstate, class, strlen(class)) == 0;
}

/* Could it be the fault of one change among several? A deadlock needs two rows, so one alone has none. */
static bool may_be_of_one(const char *sqlstate) {
    return begins_with(sqlstate, "22") || begins_with(sqlstate, "23") || begins_with(sqlstate, "54") ||
           strcmp(sqlstate, "40P01") == 0;
}

static prap_status no_answer(prap_postgresql *store, prapi_outcome outcome) {
    if (outcome == PRAPI_LOST) {
        return prapi_postgresql_failed(store, PRAP_UNKNOWN, what, "the connection was lost before the answer");
    }
    return prapi_postgresql_unanswered(store, outcome, what);
}

/* Why was this change not made? refused: the tables would not have it; store->sqlstate. */
static prap_status judge(prap_postgresql *store, const prap_change *change, bool refused) {
    const prap_status unexplained = refused ? prapi_postgresql_refused(store, what) : PRAP_RETRY;
    PGresult *result = NULL;
    prapi_parameters_begin(&store->parameters);
    prapi_put_text(&store->parameters, change->key.tenant);
    prapi_put_text(&store->parameters, change->key.case_id);
    prapi_put_text(&store->parameters, change->id);
    const prapi_outcome outcome = prapi_postgresql_run(store, PRAPI_POSTGRESQL_JUDGE, &result);
    if (outcome == PRAPI_REFUSED) return refused ? unexplained : no_answer(store, outcome); /* the same value again */
    if (outcome != PRAPI_RAN) return prapi_postgresql_failed(store, PRAP_RETRY, what, "the connection was lost");
    const bool known = prapi_postgresql_number(result, 0, 0) != 0;
    const int64_t version = prapi_postgresql_number(result, 0, 1), last = prapi_postgresql_number(result, 0, 2);
    PQclear(result);
    if (known) return PRAP_DUPLICATE;
    if (version != last) {
        return prapi_postgresql_say(store, PRAP_E_DAMAGED, "a case's version and its journal do not agree");
    }
    if ((uint64_t)version != change->expected_version) return PRAP_CONFLICT;
    if (!refused) prapi_postgresql_say(store, PRAP_RETRY, "the case was changed, and changed back, meanwhile");
    return unexplained;
}

/* What the statement says of each change it was given: its number, is its id known, was it made? */
static void read_answers(const PGresult *result, size_t n, prap_status *ret_each) {
    for (size_t i = 0; i < n; i++)
        ret_each[i] = PRAP_NONE; /* not made, and it is to be found out why */
    for (int row = 0; row < PQntuples(result); row++) {
        const int64_t at = prapi_postgresql_number(result, row, 0);
        if (at < 1 || (uint64_t)at > n) continue;
        const bool known = prapi_postgresql_number(result, row, 1) != 0;
        const bool made = prapi_postgresql_number(result, row, 2) != 0;
        ret_each[at - 1] = known ? PRAP_DUPLICATE : made ? PRAP_OK : PRAP_NONE;
    }
}

static void all_are(prap_status status, size_t n, prap_status *ret_each) {
    for (size_t i = 0; i < n; i++)
        ret_each[i] = status;
}

static int statement_for_one(const prap_change *change) {
    static const int statements[2][3] = {
        {PRAPI_POSTGRESQL_MOVE, PRAPI_POSTGRESQL_MOVE_NOTICE, PRAPI_POSTGRESQL_MOVE_NOTICES},
        {PRAPI_POSTGRESQL_MAKE, PRAPI_POSTGRESQL_MAKE_NOTICE, PRAPI_POSTGRESQL_MAKE_NOTICES},
    };
    return statements[change->expected_version == 0][change->n_notices < 2 ? change->n_notices : 2];
}

/* The statement for them: what an engine commits has one of its own. */
static prapi_outcome write_round(prap_postgresql *store, const prap_change *changes, size_t n, prap_status *ret_each) {
    PGresult *result = NULL;
    const bool one = n == 1 && changes->n_events == 1;
    if (one) prapi_postgresql_put_one(store, changes);
    else prapi_postgresql_put_round(store, changes, n);
    const int statement = one ? statement_for_one(changes) : PRAPI_POSTGRESQL_COMMIT;
    const prapi_outcome outcome = prapi_postgresql_run(store, statement, &result);
    if (outcome != PRAPI_RAN) return outcome;
    if (one) ret_each[0] = prapi_postgresql_number(result, 0, 0) == 1 ? PRAP_OK : PRAP_NONE;
    else read_answers(result, n, ret_each);
    PQclear(result);
    return outcome;
}

/* Changes of different cases that are sound in themselves. Returns whether the connection still stands. */
static bool commit_round(prap_postgresql *store, const prap_change *changes, size_t n, prap_status *ret_each) {
    const prapi_outcome outcome = write_round(store, changes, n, ret_each);
    if (outcome == PRAPI_RAN) {
        for (size_t i = 0; i < n; i++) {
            if (ret_each[i] == PRAP_NONE) ret_each[i] = judge(store, prapi_postgresql_change_at(changes, i), false);
        }
    } else if (outcome == PRAPI_REFUSED && n > 1 && may_be_of_one(store->sqlstate)) {
        for (size_t i = 0; i < n; i++) {
            if (store->connection != NULL) commit_round(store, prapi_postgresql_change_at(changes, i), 1, &ret_each[i]);
            else ret_each[i] = no_answer(store, PRAPI_UNSENT);
        }
    } else if (outcome == PRAPI_REFUSED && (begins_with(store->sqlstate, "23") || begins_with(store->sqlstate, "22"))) {
        ret_each[0] = judge(store, changes, true);
    } else {
        all_are(no_answer(store, outcome), n, ret_each);
    }
    return store->connection != NULL;
}

/* How many changes from the first on are sound in themselves, and of different cases. */
static size_t sound_round(const prap_change *changes, size_t n) {
    size_t sound = 0;
    while (sound < n && prapi_postgresql_fault_of(prapi_postgresql_change_at(changes, sound)) == NULL)
        sound++;
    return sound == 0 ? 0 : prapi_postgresql_round_of(changes, sound);
}

static void commit_batch(prap_postgresql *store, const prap_change *changes, size_t n, prap_status *ret_each) {
    prap_status status = prapi_postgresql_connect(store, false);
    for (size_t i = 0; i < n;) {
        const prap_change *first = prapi_postgresql_change_at(changes, i);
        const size_t round = sound_round(first, n - i);
        if (round == 0) {
            ret_each[i] = prapi_postgresql_say(store, PRAP_FAIL, prapi_postgresql_fault_of(first));
        } else if (status != PRAP_OK) {
            all_are(status, round, &ret_each[i]);
        } else if (!commit_round(store, first, round, &ret_each[i])) {
            status = PRAP_RETRY; /* of the rest nothing was sent */
        }
        i += round == 0 ? 1 : round;
    }
}

/* The outcomes of a commit have no word for damage (host.h): it failed. The last error keeps the reason. */
static prap_status as_outcome(prap_status status) {
    return status == PRAP_E_DAMAGED || status == PRAP_E_FOREIGN || status == PRAP_E_VERSION ? PRAP_FAIL : status;
}

prap_status prapi_postgresql_commit(void *user, const prap_change *changes, size_t n, prap_status *ret_each) {
    prap_postgresql *store = user;
    if (n == 0) return PRAP_OK;
    prap_status status = prapi_postgresql_enter_callback(store);
    if (status == PRAP_OK && changes->size < sizeof *changes) {
        status = prapi_postgresql_say(store, PRAP_FAIL, "the changes are shorter than this store knows them");
    } else if (status == PRAP_OK) {
        commit_batch(store, changes, n, ret_each);
    }
    for (size_t i = 0; i < n; i++)
        ret_each[i] = as_outcome(status == PRAP_OK ? ret_each[i] : status);
    return status;
}
