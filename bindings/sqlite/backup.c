/*
 * backup.c: a copy of the whole store in another file, of one moment, while others go on writing.
 *
 * The copy is made under another name and takes its own at the end, so that under its own name there is a whole one or
 * none. Who makes one keeps that other name locked, so that of two who copy to one place neither takes away or puts in
 * place what the other has half made. The copy is left in the form without a write-ahead log: one file, to be read from
 * anywhere. The first to open it for writing turns it to WAL form again.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "store.h"

static const char what[] = "copy the store";
static const char partial_suffix[] = ".partial";
static const char occupied[] = "there is already a file where the copy was to be";

static prap_status failed(prap_sqlite *store, int code) {
    return prapi_sqlite_failed(store, prapi_sqlite_status_of(code), what, code);
}

/* All pages in one go: one reading of the source, which in WAL form keeps no writer waiting. */
static int copy_pages(sqlite3 *from, sqlite3 *to) {
    sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");
    if (backup == NULL) return sqlite3_extended_errcode(to);
    const int code = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    return code == SQLITE_DONE ? finished : code;
}

static prap_status copy_into(prap_sqlite *store, const char *path) {
    sqlite3 *to = NULL;
    const int how = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_PRIVATECACHE;
    int code = sqlite3_open_v2(path, &to, how, NULL);
    if (code == SQLITE_OK) code = sqlite3_exec(to, "PRAGMA synchronous = EXTRA", NULL, NULL, NULL);
    if (code == SQLITE_OK) code = copy_pages(store->db, to);
    if (code == SQLITE_OK) code = sqlite3_exec(to, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
    const int closed = sqlite3_close(to);
    if (code == SQLITE_OK) code = closed;
    return code == SQLITE_OK ? PRAP_OK : failed(store, code);
}

/* What is beside it, and with `all` itself; room then has its name. */
static void remove_partial(const char *path, char *room, size_t bytes, bool all) {
    static const char *const suffixes[] = {"-journal", "-wal", "-shm", ""};
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        snprintf(room, bytes, "%s%s%s", path, partial_suffix, suffixes[i]);
        if (all || suffixes[i][0] != '\0') unlink(room);
    }
}

static prap_status say_unclaimed(prap_sqlite *store, int error) {
    if (error == EWOULDBLOCK) return prapi_sqlite_say(store, PRAP_RETRY, "somebody else is copying to the same place");
    return prapi_sqlite_say(store, PRAP_FAIL, "the file of the copy could not be made");
}

/* While the copy's other name is ours: what a killed process left under it goes first. */
static prap_status copy_claimed(prap_sqlite *store, const char *path, char *room, size_t bytes) {
    prap_status status = PRAP_OK;
    remove_partial(path, room, bytes, false);
    if (prapi_sqlite_exists(path)) status = prapi_sqlite_say(store, PRAP_FAIL, occupied);
    if (status == PRAP_OK) status = copy_into(store, room);
    if (status == PRAP_OK && prapi_sqlite_rename(room, path) != 0) {
        status = prapi_sqlite_say(store, PRAP_FAIL, "the copy could not be given its name");
    }
    if (status != PRAP_OK) remove_partial(path, room, bytes, true);
    return status;
}

static prap_status back_up(prap_sqlite *store, const char *path, char *room, size_t bytes) {
    if (prapi_sqlite_exists(path)) return prapi_sqlite_say(store, PRAP_FAIL, occupied);
    prap_status status = prapi_sqlite_still_there(store);
    if (status != PRAP_OK) return status;
    snprintf(room, bytes, "%s%s", path, partial_suffix);
    const int claim = prapi_sqlite_claim(room);
    if (claim < 0) return say_unclaimed(store, errno);
    status = copy_claimed(store, path, room, bytes);
    close(claim);
    return status;
}

static prap_status back_up_to(prap_sqlite *store, const char *path) {
    if (path[0] == '\0' || strncmp(path, "file:", 5) == 0 || strcmp(path, ":memory:") == 0) {
        return prapi_sqlite_say(store, PRAP_E_TEXT, "the path is empty, :memory: or begins with file:");
    }
    const size_t bytes = strlen(path) + sizeof partial_suffix + sizeof "-journal";
    char *room = sqlite3_malloc64(bytes);
    const prap_status status = room == NULL ? prapi_sqlite_say(store, PRAP_E_NOMEM, "there is no memory for the copy's name")
                                            : back_up(store, path, room, bytes);
    sqlite3_free(room);
    return status;
}

prap_status prap_sqlite_backup(prap_sqlite *store, const char *path, prap_error *reterr) {
    if (store == NULL || path == NULL) return PRAP_E_NULL;
    const prap_status entered = prapi_sqlite_enter(store, reterr);
    if (entered != PRAP_OK) return entered;
    const prap_status status = prapi_sqlite_leave(store, back_up_to(store, path));
    if (status != PRAP_OK) prapi_sqlite_report(&store->last, reterr);
    return status;
}
