/*
 * wait.c: waiting for another's lock, and leaving it to others.
 *
 * SQLite's own way sleeps longer the longer it has waited, so where many write, who came last goes first and the first
 * may wait in vain. Here it is the other way round: who has waited longer looks more often. The sleeps differ by chance,
 * so that two do not go on missing each other.
 *
 * Who has the lock would take it again at once, and those who look for it now and then never meet the moment between. So
 * a writer that had to wait itself not long ago, and so knows that there are others, waits a little before the next turn.
 */
#define _POSIX_C_SOURCE 200809L
#include <time.h>

#include "store.h"

enum { PATIENT_TRIES = 20, PATIENT_MILLISECONDS = 8, EAGER_MILLISECONDS = 3 };
enum { CROWDED_MILLISECONDS = 2000, GIVE_WAY_MILLISECONDS = 4 };

static int64_t now_in_milliseconds(void) {
    struct timespec now = {0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void sleep_for(int64_t milliseconds) {
    const struct timespec pause = {0, (long)milliseconds * 1000000};
    nanosleep(&pause, NULL);
}

/* Answers 0: given up. */
static int wait_a_little(void *user, int tries) {
    prap_sqlite *store = user;
    const int64_t now = now_in_milliseconds();
    if (tries == 0) store->wait_ends = now + store->wait_milliseconds;
    store->crowded_until = now + CROWDED_MILLISECONDS;
    const int64_t left = store->wait_ends - now;
    if (left <= 0) return 0;
    uint8_t chance = 0;
    sqlite3_randomness(sizeof chance, &chance);
    int64_t pause = 1 + chance % (tries < PATIENT_TRIES ? PATIENT_MILLISECONDS : EAGER_MILLISECONDS);
    if (pause > left) pause = left;
    sleep_for(pause);
    return 1;
}

void prapi_sqlite_wait_for_locks(prap_sqlite *store) {
    sqlite3_busy_handler(store->db, wait_a_little, store);
}

void prapi_sqlite_give_way(prap_sqlite *store) {
    if (store->crowded_until == 0) return;
    const int64_t now = now_in_milliseconds();
    if (now > store->crowded_until) store->crowded_until = 0;
    else if (now - store->wrote_at < GIVE_WAY_MILLISECONDS) sleep_for(GIVE_WAY_MILLISECONDS);
}

void prapi_sqlite_had_its_turn(prap_sqlite *store) {
    if (store->crowded_until != 0) store->wrote_at = now_in_milliseconds();
}
