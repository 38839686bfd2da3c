/*
 * commit.c: a batch of changes in one transaction.
 *
 * BEGIN IMMEDIATE takes the write lock first, so what is looked up inside (ids, versions) cannot be changed
 * by anybody until COMMIT. A refusal of one change undoes that change; a failure of SQLite ends the whole
 * batch. Most changes can be made, so each is simply made first: its case is moved where everything is as it
 * should be, and only one that moves no case is looked into. What the tables refuse half-way has the batch
 * rolled back and begun again, with a savepoint for each change.
 */
#include <errno.h>
#include <string.h>

#include "store.h"

/* The arrays are walked by the size that their writer gave, so that a newer libprap's longer structs fit. */
static const prap_event_record *event_at(const prap_change *change, size_t i) {
    return (const prap_event_record *)(const void *)((const char *)change->events + i * change->events->size);
}

static const prap_notice_record *notice_at(const prap_change *change, size_t i) {
    return (const prap_notice_record *)(const void *)((const char *)change->notices +
                                                      i * change->notices->size);
}

static bool same_text(prap_text a, prap_text b) {
    return a.n == b.n && (a.n == 0 || memcmp(a.bytes, b.bytes, a.n) == 0);
}

/* What the tables cannot say about a change: that its events are exactly those from the old to the new
 * version. */
static bool is_consistent(const prap_change *change) {
    if (change->new_version == 0) return false;
    if (change->expected_version > change->new_version) return false;
    if (change->new_version - change->expected_version != change->n_events) return false;
    if (change->n_events > 0 && change->events->size < sizeof *change->events) return false;
    if (change->n_notices > 0 && change->notices->size < sizeof *change->notices) return false;
    for (size_t i = 0; i < change->n_events; i++) {
        const prap_event_record *event = event_at(change, i);
        if (event->sequence != change->expected_version + 1 + i || !same_text(event->id, change->id))
            return false;
    }
    for (size_t i = 0; i < change->n_notices; i++) {
        const uint64_t sequence = notice_at(change, i)->sequence;
        if (sequence <= change->expected_version || sequence > change->new_version) return false;
    }
    return true;
}

/* Does the change stand on what is stored? Duplicate is asked before conflict (host.h). */
static prap_status judge(prap_sqlite *store, const prap_change *change, int *ret_code) {
    int code = SQLITE_DONE;
    if (change->id.n > 0) {
        sqlite3_stmt *find = store->statements[PRAPI_SQLITE_FIND_ID];
        code = prapi_sqlite_bind_key(find, &change->key);
        if (code == SQLITE_OK) code = prapi_sqlite_bind_text(find, 3, change->id);
        if (code == SQLITE_OK) code = sqlite3_step(find);
        prapi_sqlite_rest(find);
        if (code == SQLITE_ROW) return PRAP_DUPLICATE;
    }
    int64_t version = 0, last = 0;
    if (code == SQLITE_DONE) {
        sqlite3_stmt *load = store->statements[PRAPI_SQLITE_LOAD];
        code = prapi_sqlite_bind_key(load, &change->key);
        if (code == SQLITE_OK) code = sqlite3_step(load);
        if (code == SQLITE_ROW) {
            version = sqlite3_column_int64(load, 0);
            last = sqlite3_column_int64(load, 1);
        }
        prapi_sqlite_rest(load);
    }
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        *ret_code = code;
        return prapi_sqlite_failed(store, prapi_sqlite_status_of(code), prapi_sqlite_what(PRAPI_SQLITE_LOAD),
                                   code);
    }
    if (version != last) {
        return prapi_sqlite_say(store, PRAP_E_DAMAGED, "a case's version and its journal do not agree");
    }
    return (uint64_t)version == change->expected_version ? PRAP_OK : PRAP_CONFLICT;
}

/* statement: PUT_CASE, MOVE_CASE or MAKE_CASE, whose first parameters are the same. */
static int put_case(prap_sqlite *store, int statement, const prap_change *change) {
    sqlite3_stmt *put = store->statements[statement];
    int code = prapi_sqlite_bind_key(put, &change->key);
    if (code == SQLITE_OK) code = sqlite3_bind_int64(put, 3, (int64_t)change->new_version);
    if (code == SQLITE_OK) code = sqlite3_bind_int64(put, 4, change->programme);
    if (code == SQLITE_OK) code = sqlite3_bind_int64(put, 5, change->stage);
    if (code == SQLITE_OK) code = prapi_sqlite_bind_day(put, 6, change->next_due);
    if (code == SQLITE_OK) code = prapi_sqlite_bind_day(put, 7, change->hold_until);
    if (code == SQLITE_OK) code = prapi_sqlite_bind_bytes(put, 8, change->snapshot);
    if (code == SQLITE_OK && statement == PRAPI_SQLITE_MOVE_CASE) {
        code = sqlite3_bind_int64(put, 9, (int64_t)change->expected_version);
        if (code == SQLITE_OK) code = prapi_sqlite_bind_text(put, 10, change->id);
    }
    return code == SQLITE_OK ? prapi_sqlite_step(store, statement) : code;
}

static int put_event(prap_sqlite *store, const prap_change *change, size_t i) {
    const prap_event_record *event = event_at(change, i);
    sqlite3_stmt *put = store->statements[PRAPI_SQLITE_PUT_EVENT];
    int code = prapi_sqlite_bind_key(put, &change->key);
    if (code == SQLITE_OK) code = sqlite3_bind_int64(put, 3, (int64_t)event->sequence);
    if (code == SQLITE_OK) code = sqlite3_bind_int64(put, 4, (int64_t)i);
    if (code == SQLITE_OK) code = prapi_sqlite_bind_text(put, 5, event->id);
    if (code == SQLITE_OK) code = prapi_sqlite_bind_bytes(put, 6, event->record);
    return code == SQLITE_OK ? prapi_sqlite_step(store, PRAPI_SQLITE_PUT_EVENT) : code;
}

static int put_notice(prap_sqlite *store, const prap_change *change, size_t i) {
    const prap_notice_record *notice = notice_at(change, i);
    sqlite3_stmt *put = store->statements[PRAPI_SQLITE_PUT_NOTICE];
    int code = prapi_sqlite_bind_key(put, &change->key);
    if (code == SQLITE_OK) code = sqlite3_bind_int64(put, 3, (int64_t)notice->sequence);
    if (code == SQLITE_OK) code = sqlite3_bind_int64(put, 4, notice->ordinal);
    if (code == SQLITE_OK) code = sqlite3_bind_int64(put, 5, notice->notice);
    if (code == SQLITE_OK) code = sqlite3_bind_int64(put, 6, notice->recipient);
    if (code == SQLITE_OK) code = prapi_sqlite_bind_day(put, 7, notice->due);
    return code == SQLITE_OK ? prapi_sqlite_step(store, PRAPI_SQLITE_PUT_NOTICE) : code;
}

/* Writes what follows from the case, in this order; *ret_statement is the statement that failed. */
static int put_rest(prap_sqlite *store, const prap_change *change, int *ret_statement) {
    int code = SQLITE_OK;
    for (size_t i = 0; code == SQLITE_OK && i < change->n_events; i++) {
        *ret_statement = PRAPI_SQLITE_PUT_EVENT;
        code = put_event(store, change, i);
    }
    for (size_t i = 0; code == SQLITE_OK && i < change->n_notices; i++) {
        *ret_statement = PRAPI_SQLITE_PUT_NOTICE;
        code = put_notice(store, change, i);
    }
    return code;
}

/* The change breaks a limit of the tables; or an event stands where the version said that there is none. */
static prap_status constraint(prap_sqlite *store, int statement, int code) {
    const bool taken = code == SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLITE_CONSTRAINT_UNIQUE;
    const prap_status status = taken && statement == PRAPI_SQLITE_PUT_EVENT ? PRAP_E_DAMAGED : PRAP_FAIL;
    return prapi_sqlite_failed(store, status, prapi_sqlite_what(statement), code);
}

static bool is_refusal(int code) {
    return (code & 0xff) == SQLITE_CONSTRAINT || code == SQLITE_TOOBIG;
}

/* What came of making a change without looking first. */
enum made { MADE, NOTHING_MADE, HALF_MADE };

/* Returns SQLITE_OK when *ret_made tells it; any other code ends the batch. */
static int make(prap_sqlite *store, const prap_change *change, enum made *ret_made) {
    *ret_made = NOTHING_MADE;
    if (change->n_events == 0) return SQLITE_OK; /* no event would meet an id that is known */
    int statement = change->expected_version == 0 ? PRAPI_SQLITE_MAKE_CASE : PRAPI_SQLITE_MOVE_CASE;
    int code = put_case(store, statement, change);
    if (is_refusal(code)) return SQLITE_OK;
    if (code != SQLITE_OK || sqlite3_changes(store->db) == 0) return code;
    code = put_rest(store, change, &statement);
    *ret_made = is_refusal(code) ? HALF_MADE : MADE;
    return is_refusal(code) ? SQLITE_OK : code;
}

/*
 * One change inside its savepoint. Returns SQLITE_OK when *ret_status tells what became of it, all or
 * nothing; any other code ends the batch.
 */
static int apply(prap_sqlite *store, const prap_change *change, prap_status *ret_status) {
    int code = SQLITE_OK, statement = PRAPI_SQLITE_SAVEPOINT;
    *ret_status = judge(store, change, &code);
    if (code != SQLITE_OK || *ret_status != PRAP_OK) return code;

    code = prapi_sqlite_step(store, PRAPI_SQLITE_SAVEPOINT);
    if (code == SQLITE_OK) {
        statement = PRAPI_SQLITE_PUT_CASE;
        code = put_case(store, statement, change);
    }
    if (code == SQLITE_OK) code = put_rest(store, change, &statement);
    if (is_refusal(code)) {
        *ret_status = constraint(store, statement, code);
        code = prapi_sqlite_step(store, PRAPI_SQLITE_UNDO);
    }
    if (code == SQLITE_OK) code = prapi_sqlite_step(store, PRAPI_SQLITE_RELEASE);
    return code;
}

/*
 * A file that may not grow (a quota, a limit) is as good as a full disk, but SQLite does not tell it from
 * other failed writes. errno is still that of the write: what SQLite does after it, in WAL form, makes no
 * failing call.
 */
static int full_if_without_room(int code, int error) {
    return code == SQLITE_IOERR_WRITE && (error == EFBIG || error == EDQUOT) ? SQLITE_FULL : code;
}

/*
 * A COMMIT that failed. Locked: the transaction is still open, and undone below. Full: the mark that
 * makes a transaction count is the last thing written, so what could not be written did not count; unless the
 * file system needs padding after the mark (not powersafe), when the mark may be there. Anything else, a
 * failed sync or a failure after it, may leave the mark in the WAL, where a recovery would find it: nobody
 * knows.
 */
static prap_status failed_commit(prap_sqlite *store, int code) {
    prap_status status = prapi_sqlite_status_of(code);
    const bool locked = status == PRAP_RETRY && !sqlite3_get_autocommit(store->db);
    const bool full = code == SQLITE_FULL && store->powersafe;
    if (!locked && !full) status = PRAP_UNKNOWN;
    return prapi_sqlite_failed(store, status, prapi_sqlite_what(PRAPI_SQLITE_COMMIT), code);
}

/* SQLite would begin to read where it may not write, and refuse the first write. */
prap_status prapi_sqlite_begin(prap_sqlite *store) {
    const prap_status ours = prapi_sqlite_is_of_this_process(store); /* a visit may have forked */
    if (ours != PRAP_OK) return ours;
    prapi_sqlite_give_way(store);
    const int code = store->read_only ? SQLITE_READONLY : prapi_sqlite_step(store, PRAPI_SQLITE_BEGIN);
    if (code == SQLITE_OK) return prapi_sqlite_still_there(store);
    return prapi_sqlite_failed(store, prapi_sqlite_status_of(code), prapi_sqlite_what(PRAPI_SQLITE_BEGIN), code);
}

prap_status prapi_sqlite_end(prap_sqlite *store) {
    errno = 0;
    const int code = prapi_sqlite_step(store, PRAPI_SQLITE_COMMIT);
    const int error = errno;
    prapi_sqlite_had_its_turn(store);
    return code == SQLITE_OK ? PRAP_OK : failed_commit(store, full_if_without_room(code, error));
}

/* SQLite may have rolled back by itself, and what was inherited let go of. */
void prapi_sqlite_roll_back(prap_sqlite *store) {
    if (store->db != NULL && !sqlite3_get_autocommit(store->db)) prapi_sqlite_step(store, PRAPI_SQLITE_ROLLBACK);
}

/*
 * Every change of a batch, inside its transaction. Returns SQLITE_OK when ret_each tells what became of them. quickly:
 * each is made without looking first; *ret_half says that one was made half, so that nothing counts.
 */
static int write_batch(prap_sqlite *store, const prap_change *changes, size_t n, bool quickly,
                       prap_status *ret_each, bool *ret_half) {
    int code = SQLITE_OK;
    *ret_half = false;
    for (size_t i = 0; code == SQLITE_OK && !*ret_half && i < n; i++) {
        const prap_change *change = (const void *)((const char *)changes + i * changes->size);
        enum made made = NOTHING_MADE;
        ret_each[i] = PRAP_OK;
        if (!is_consistent(change)) {
            ret_each[i] = prapi_sqlite_say(store, PRAP_FAIL,
                                           "a change's events do not lead from its old to its new version");
            continue;
        }
        if (quickly) code = make(store, change, &made);
        *ret_half = made == HALF_MADE;
        if (code == SQLITE_OK && made == NOTHING_MADE) code = apply(store, change, &ret_each[i]);
    }
    return code;
}

static prap_status commit_batch(prap_sqlite *store, const prap_change *changes, size_t n,
                                prap_status *ret_each) {
    bool half = false;
    prap_status status = prapi_sqlite_begin(store);
    if (status != PRAP_OK) return status;
    int code = write_batch(store, changes, n, true, ret_each, &half);
    if (half) {
        prapi_sqlite_roll_back(store);
        status = prapi_sqlite_begin(store);
        if (status != PRAP_OK) return status;
        code = write_batch(store, changes, n, false, ret_each, &half);
    }
    if (code != SQLITE_OK) {
        return prapi_sqlite_failed(store, prapi_sqlite_status_of(code), "write the changes", code);
    }
    bool wrote = false;
    for (size_t i = 0; i < n; i++)
        wrote = wrote || ret_each[i] == PRAP_OK;
    return wrote ? prapi_sqlite_end(store) : PRAP_OK; /* nothing to keep: rolled back */
}

/* The outcomes of a commit have no word for damage (host.h): it failed. The last error keeps the reason. */
static prap_status as_outcome(prap_status status) {
    return status == PRAP_E_DAMAGED || status == PRAP_E_FOREIGN ? PRAP_FAIL : status;
}

prap_status prapi_sqlite_commit(void *user, const prap_change *changes, size_t n, prap_status *ret_each) {
    prap_sqlite *store = user;
    if (n == 0) return PRAP_OK;
    const prap_status entered = prapi_sqlite_enter_callback(store);
    prap_status status = entered;
    if (status == PRAP_OK && changes->size < sizeof *changes) {
        status = prapi_sqlite_say(store, PRAP_FAIL, "the changes are shorter than this store knows them");
    } else if (status == PRAP_OK) {
        status = commit_batch(store, changes, n, ret_each);
        prapi_sqlite_roll_back(store); /* nothing of a failed batch is to stay */
    }
    if (entered == PRAP_OK) prapi_sqlite_leave(store, status);
    status = as_outcome(status);
    for (size_t i = 0; i < n; i++) {
        ret_each[i] = as_outcome(status == PRAP_OK ? ret_each[i] : status);
    }
    return status;
}
