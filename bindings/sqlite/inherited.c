/*
 * inherited.c: stores that a process has of its parent, by fork.
 *
 * File locks are not inherited, and SQLite, which believes that it still has them, hands them on to whatever else opens the
 * same file in the child. When the parent then closes its own it sees nobody else, and takes the log away into which the
 * child goes on writing: what was answered there would be lost. So in a child an inherited store does nothing any more,
 * and it is let go of before anything is opened anew. To know them, the stores of a process that have a file stand in a list.
 */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <unistd.h>

#include "store.h"

static pthread_mutex_t door = PTHREAD_MUTEX_INITIALIZER;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static prap_sqlite *first;

static void shut(void) {
    pthread_mutex_lock(&door);
}

static void unshut(void) {
    pthread_mutex_unlock(&door);
}

/* A fork while another thread stands in the door would leave it shut in the child for ever. */
static void watch_forks(void) {
    pthread_atfork(shut, unshut, unshut);
}

static bool is_inherited(const prap_sqlite *store) {
    return store->opened_by != 0 && store->opened_by != (int64_t)getpid();
}

prap_status prapi_sqlite_is_of_this_process(prap_sqlite *store) {
    if (!is_inherited(store)) return PRAP_OK;
    return prapi_sqlite_say(store, PRAP_FAIL, "the store was opened before a fork, by the parent process: open it again in this one");
}

/*
 * It is closed without a look at the file, which others have. False: a call was under way, in another thread or in the one
 * that forked. Its connection is half of something: closing it would tidy up in the memory that it shares with the parent's,
 * whose commit would then wait for a lock that nobody has.
 */
static bool let_go(prap_sqlite *store) {
    if (store->at_work) return false;
    if (store->db == NULL) return true;
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)NULL);
    prapi_sqlite_disconnect(store);
    return true;
}

bool prapi_sqlite_let_go_of_inherited(void) {
    bool alone = true;
    pthread_once(&once, watch_forks);
    shut();
    for (prap_sqlite *one = first; one != NULL; one = one->next) {
        if (is_inherited(one) && !let_go(one)) alone = false;
    }
    unshut();
    return alone;
}

void prapi_sqlite_enlist(prap_sqlite *store) {
    shut();
    store->opened_by = getpid();
    store->next = first;
    first = store;
    unshut();
}

bool prapi_sqlite_delist(prap_sqlite *store) {
    if (store->opened_by == 0) return true;
    shut();
    const bool gone = !is_inherited(store) || let_go(store);
    prap_sqlite **at = &first;
    while (gone && *at != store)
        at = &(*at)->next;
    if (gone) *at = store->next;
    unshut();
    return gone;
}
