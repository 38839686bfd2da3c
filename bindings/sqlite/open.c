/* open.c: opening and closing. Recognise first, then configure, then make or check, then prepare. */
#include <errno.h>
#include <string.h>

#include "store.h"

static const char memory_name[] = ":memory:";

static prap_status configure(prap_sqlite *store) {
    sqlite3 *db = store->db;
    prapi_sqlite_wait_for_locks(store);
    /* A file may be hostile even if it bears our mark: nothing stored in its schema is to run. */
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, (int *)NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)NULL);
    /* Foreign keys are declared for the check; a commit writes a case before its events, so none is enforced.
     */
    /* EXTRA is FULL in WAL form; in the form with a journal it also syncs the directory when a commit takes the journal
     * away, without which a power cut can bring the journal back, and with it what was before the commit. */
    return prapi_sqlite_run(store, "set up the connection",
                            "PRAGMA synchronous = EXTRA; PRAGMA cell_size_check = ON;"
                            "PRAGMA journal_size_limit = 4194304;");
}

/* SQLite says the same of a file that is not there and of one that is one too many for the process. */
static bool is_too_many_files(const prap_sqlite *store) {
    const int cause = sqlite3_system_errno(store->db);
    return (sqlite3_errcode(store->db) & 0xff) == SQLITE_CANTOPEN && (cause == EMFILE || cause == ENFILE);
}

/* SQLite says only that it cannot open something. It is its log or shared memory, which a reader needs too. */
static prap_status set_up(prap_sqlite *store) {
    prap_status status = configure(store);
    if (status == PRAP_OK) status = prapi_sqlite_identify(store);
    if (status != PRAP_FAIL) return status;
    if (is_too_many_files(store)) return prapi_sqlite_say(store, status, "too many files are open");
    const int code = sqlite3_errcode(store->db) & 0xff; /* of memory or a bad disk it says so itself */
    if (!store->read_only || (code != SQLITE_CANTOPEN && code != SQLITE_READONLY)) return status;
    return prapi_sqlite_say(store, status,
                            "the file cannot be read where it is: a file in WAL form needs a directory that its reader may "
                            "write, or to be copied with prap_sqlite_backup");
}

static prap_status make_ready(prap_sqlite *store, const char *path, uint32_t flags) {
    const bool in_memory = strcmp(path, memory_name) == 0;
    const bool may_create = in_memory || (flags & PRAP_SQLITE_CREATE) != 0;
    const bool may_write = !store->read_only;
    bool empty = true;
    prap_status status = prapi_sqlite_recognise(store, &empty);
    if (status == PRAP_OK && empty && !may_create) {
        status = prapi_sqlite_say(store, PRAP_E_FOREIGN, "the file is empty and was not to be made a store");
    }
    /* SQLite opens what it may not write for reading, without a word. */
    if (status == PRAP_OK && may_write && sqlite3_db_readonly(store->db, "main") == 1) {
        status = prapi_sqlite_failed(store, PRAP_FAIL, "open the file for writing", SQLITE_READONLY);
    }
    if (status == PRAP_OK) status = set_up(store);
    if (status == PRAP_OK && store->form == 0 && !may_create) {
        status = prapi_sqlite_say(store, PRAP_E_FOREIGN, "the database was not made by libprap");
    }
    if (status == PRAP_OK && may_write && store->form < PRAP_SQLITE_FORM) status = prapi_sqlite_bring_up_to_date(store);
    if (status == PRAP_OK && may_write && !in_memory) status = prapi_sqlite_turn_to_wal(store);
    if (status == PRAP_OK) status = prapi_sqlite_prepare(store);

    int powersafe = -1; /* a question, not a setting */
    sqlite3_file_control(store->db, "main", SQLITE_FCNTL_POWERSAFE_OVERWRITE, &powersafe);
    store->powersafe = powersafe == 1;
    return status;
}

static prap_status open_file(prap_sqlite *store, const char *path, uint32_t flags) {
    if (strcmp(path, memory_name) != 0) prapi_sqlite_enlist(store);
    if (prapi_sqlite_is_no_file(path)) return prapi_sqlite_say(store, PRAP_FAIL, "what is there is no file");
    int refused = 0; /* to make the file */
    int how = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_PRIVATECACHE;
    if ((flags & PRAP_SQLITE_READ_ONLY) != 0) {
        how |= SQLITE_OPEN_READONLY;
    } else {
        how |= SQLITE_OPEN_READWRITE;
        const bool in_memory = strcmp(path, memory_name) == 0;
        if ((flags & PRAP_SQLITE_CREATE) != 0 || in_memory) how |= SQLITE_OPEN_CREATE;
        if ((flags & PRAP_SQLITE_CREATE) != 0 && !in_memory) refused = prapi_sqlite_make_private(path);
    }
    const int code = sqlite3_open_v2(path, &store->db, how, NULL);
    if (code == SQLITE_OK) return PRAP_OK;
    if (code == SQLITE_NOMEM) return prapi_sqlite_failed(store, PRAP_E_NOMEM, "open the file", code);
    if (is_too_many_files(store)) return prapi_sqlite_say(store, PRAP_FAIL, "too many files are open");
    if (refused == EACCES || refused == EROFS || refused == ENOSPC || refused == EDQUOT) {
        return prapi_sqlite_say(store, PRAP_FAIL, "there is no such file, and it may not be made there or has no room");
    }
    if (sqlite3_system_errno(store->db) == ENOENT) {
        return prapi_sqlite_say(store, PRAP_FAIL, "there is no such file or directory");
    }
    return prapi_sqlite_failed(store, prapi_sqlite_status_of(code), "open the file", code);
}

static prap_status refuse(prap_status status, const char *sentence, prap_error *reterr) {
    prap_sqlite nothing = {0};
    prapi_sqlite_say(&nothing, status, sentence);
    prapi_sqlite_report(&nothing.last, reterr);
    return status;
}

prap_status prap_sqlite_open(const char *path, uint32_t flags, prap_sqlite **ret_store, prap_error *reterr) {
    const uint32_t known = PRAP_SQLITE_CREATE | PRAP_SQLITE_READ_ONLY;
    if (path == NULL || ret_store == NULL)
        return refuse(PRAP_E_NULL, "path and ret_store are required", reterr);
    if (path[0] == '\0' || strncmp(path, "file:", 5) == 0) {
        return refuse(PRAP_E_TEXT, "the path is empty or begins with file:", reterr);
    }
    if ((flags & ~known) != 0 || flags == known ||
        (flags == PRAP_SQLITE_READ_ONLY && strcmp(path, memory_name) == 0)) {
        return refuse(PRAP_E_RANGE, "the flags are unknown or exclude each other", reterr);
    }
    /* Before the first call of SQLite: what it locks would be locked for ever. */
    if (strcmp(path, memory_name) != 0 && !prapi_sqlite_let_go_of_inherited()) {
        return refuse(PRAP_FAIL, "the process was forked in the middle of a call or a visit of another store", reterr);
    }
    prap_sqlite *store = sqlite3_malloc64(sizeof *store);
    if (store == NULL) return refuse(PRAP_E_NOMEM, "there is no memory for the store", reterr);
    *store = (prap_sqlite){.store = {.size = sizeof store->store,
                                     .user = store,
                                     .load = prapi_sqlite_load,
                                     .commit = prapi_sqlite_commit,
                                     .read = prapi_sqlite_read,
                                     .scan = prapi_sqlite_scan},
                           .read_only = (flags & PRAP_SQLITE_READ_ONLY) != 0,
                           .at_work = true,
                           .wait_milliseconds = PRAP_SQLITE_WAIT_MILLISECONDS};
    prap_status status = open_file(store, path, flags);
    if (status == PRAP_OK) status = make_ready(store, path, flags);
    prapi_sqlite_leave(store, status);
    if (status != PRAP_OK) {
        prapi_sqlite_report(&store->last, reterr);
        prap_sqlite_close(store);
        return status;
    }
    *ret_store = store;
    return PRAP_OK;
}

void prapi_sqlite_disconnect(prap_sqlite *store) {
    for (int i = 0; i < PRAPI_SQLITE_STATEMENTS; i++) {
        sqlite3_finalize(store->statements[i]);
        store->statements[i] = NULL;
    }
    sqlite3_close(store->db);
    store->db = NULL;
}

void prap_sqlite_close(prap_sqlite *store) {
    if (store == NULL || store->at_work || !prapi_sqlite_delist(store)) return;
    prapi_sqlite_disconnect(store);
    sqlite3_free(store);
}

prap_status prapi_sqlite_enter(prap_sqlite *store, prap_error *reterr) {
    const prap_status status = store->at_work
                                   ? prapi_sqlite_say(store, PRAP_E_REENTRY, "a visit called back into the store that is visiting")
                                   : prapi_sqlite_is_of_this_process(store);
    if (status == PRAP_OK) store->at_work = true;
    else prapi_sqlite_report(&store->last, reterr);
    return status;
}

/* A callback's outcomes have no PRAP_E_REENTRY. */
prap_status prapi_sqlite_enter_callback(prap_sqlite *store) {
    const prap_status status = prapi_sqlite_enter(store, NULL);
    return status == PRAP_E_REENTRY ? PRAP_FAIL : status;
}

prap_status prapi_sqlite_leave(prap_sqlite *store, prap_status status) {
    store->at_work = false;
    return status;
}

const prap_store *prap_sqlite_store(prap_sqlite *store) {
    return store == NULL ? NULL : &store->store;
}

prap_status prap_sqlite_set_wait(prap_sqlite *store, uint32_t wait_milliseconds) {
    if (store == NULL) return PRAP_E_NULL;
    if (store->at_work) return PRAP_E_REENTRY;
    if (wait_milliseconds > 600000) return PRAP_E_RANGE;
    store->wait_milliseconds = wait_milliseconds;
    return PRAP_OK;
}
