/*
 * wal.c: WAL form, and keeping the log short.
 *
 * WAL form is for speed and for readers beside a writer; every promise holds without it too. So when another
 * process is just using the file, or the file system cannot share memory, the file stays as it is until the
 * next opening.
 *
 * Who commits carries the log over once it is CHECKPOINT_PAGES long, as far as readers let him. Readers that overlap
 * without end would let him never begin the log anew; so from RESTART_PAGES on he also waits a moment for those that
 * stand in the way, and new ones no longer need the log. Only one reader that stays in the same place can make the log
 * grow beyond that. What a checkpoint says is not what the commit before it says, which has happened.
 */
#include "store.h"

enum { CHECKPOINT_PAGES = 1000, RESTART_PAGES = 4000, RESTART_WAIT_MILLISECONDS = 100 };

static int keep_log_short(void *user, sqlite3 *db, const char *name, int pages) {
    prap_sqlite *store = user;
    if (pages < CHECKPOINT_PAGES) {
        store->log_pages_to_restart_at = RESTART_PAGES;
    } else if (pages < store->log_pages_to_restart_at) {
        sqlite3_wal_checkpoint_v2(db, name, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
    } else {
        const uint32_t wait = store->wait_milliseconds;
        if (wait > RESTART_WAIT_MILLISECONDS) store->wait_milliseconds = RESTART_WAIT_MILLISECONDS;
        const int code = sqlite3_wal_checkpoint_v2(db, name, SQLITE_CHECKPOINT_RESTART, NULL, NULL);
        store->wait_milliseconds = wait;
        if (code != SQLITE_OK) store->log_pages_to_restart_at = pages + CHECKPOINT_PAGES; /* not at every commit */
    }
    return SQLITE_OK;
}

prap_status prapi_sqlite_turn_to_wal(prap_sqlite *store) {
    const int code = sqlite3_exec(store->db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
    const prap_status status = prapi_sqlite_status_of(code);
    store->log_pages_to_restart_at = RESTART_PAGES;
    sqlite3_wal_hook(store->db, keep_log_short, store);
    if (code == SQLITE_OK || status == PRAP_RETRY) return PRAP_OK;
    return prapi_sqlite_failed(store, status, "turn the database to WAL form", code);
}

/* SQLite cuts the log and leaves it to the file system when: a power cut could bring back what it held. */
static prap_status sync_log(prap_sqlite *store, const char *what) {
    sqlite3_file *log = NULL;
    sqlite3_file_control(store->db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    if (log == NULL || log->pMethods == NULL) return PRAP_OK;
    const int code = log->pMethods->xSync(log, SQLITE_SYNC_FULL);
    return code == SQLITE_OK ? PRAP_OK : prapi_sqlite_failed(store, prapi_sqlite_status_of(code), what, code);
}

prap_status prapi_sqlite_cut_log(prap_sqlite *store) {
    static const char what[] = "clear the write-ahead log";
    int64_t busy = 0;
    const prap_status status = prapi_sqlite_number(store, what, "PRAGMA wal_checkpoint(TRUNCATE)", &busy);
    if (status != PRAP_OK) return status;
    if (busy == 0) return sync_log(store, what);
    return prapi_sqlite_say(store, PRAP_RETRY, "a reader holds the write-ahead log: what was there before may stand in it; "
                                               "try again");
}
