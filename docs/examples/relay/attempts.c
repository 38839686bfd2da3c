/*
 * attempts.c: how often a notice was refused, in an SQLite file that the relays of a machine share. It holds no notice: when
 * it is lost every one is tried anew, and none is lost with it.
 */
#define _POSIX_C_SOURCE 200809L

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "relay.h"

enum { BUSY_MILLISECONDS = 5000 };

struct attempts {
    sqlite3 *db;
};

int64_t now_milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Relays that make the file at the same time get SQLITE_BUSY at once, without the wait that SQLite else has for it. */
static bool make(sqlite3 *db) {
    static const char sql[] = "PRAGMA journal_mode = WAL; CREATE TABLE IF NOT EXISTS attempt"
                              " (key TEXT PRIMARY KEY, tries INTEGER NOT NULL, next INTEGER NOT NULL) STRICT, WITHOUT ROWID";
    const int64_t until = now_milliseconds() + BUSY_MILLISECONDS;
    int code = sqlite3_exec(db, sql, NULL, NULL, NULL);
    while (code == SQLITE_BUSY && now_milliseconds() < until) {
        sqlite3_sleep(10);
        code = sqlite3_exec(db, sql, NULL, NULL, NULL);
    }
    return code == SQLITE_OK;
}

struct attempts *attempts_open(const char *path) {
    struct attempts *attempts = calloc(1, sizeof *attempts);
    if (attempts == NULL) return NULL;
    if (sqlite3_open(path, &attempts->db) == SQLITE_OK &&
        sqlite3_busy_timeout(attempts->db, BUSY_MILLISECONDS) == SQLITE_OK && make(attempts->db))
        return attempts;
    attempts_close(attempts);
    return NULL;
}

void attempts_close(struct attempts *attempts) {
    if (attempts == NULL) return;
    sqlite3_close(attempts->db);
    free(attempts);
}

/* Runs a statement of a key and a number; *ret_attempt, which may be NULL, has its row. */
static bool run(struct attempts *attempts, const char *sql, const char *key, int64_t number, struct attempt *ret_attempt) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(attempts->db, sql, -1, &statement, NULL);
    if (code == SQLITE_OK && key != NULL) code = sqlite3_bind_text(statement, 1, key, -1, SQLITE_STATIC);
    if (code == SQLITE_OK && sqlite3_bind_parameter_count(statement) > 1) code = sqlite3_bind_int64(statement, 2, number);
    if (code == SQLITE_OK) code = sqlite3_step(statement);
    if (code == SQLITE_ROW && ret_attempt != NULL)
        *ret_attempt = (struct attempt){sqlite3_column_int(statement, 0), sqlite3_column_int64(statement, 1)};
    sqlite3_finalize(statement);
    return code == SQLITE_ROW || code == SQLITE_DONE;
}

bool attempts_find(struct attempts *attempts, const char *key, struct attempt *ret_attempt) {
    *ret_attempt = (struct attempt){0, 0};
    return run(attempts, "SELECT tries, next FROM attempt WHERE key = ?1", key, 0, ret_attempt);
}

bool attempts_failed(struct attempts *attempts, const char *key, int64_t next) {
    return run(attempts,
               "INSERT INTO attempt VALUES (?1, 1, ?2) ON CONFLICT (key) DO UPDATE SET tries = tries + 1, next = ?2", key,
               next, NULL);
}

bool attempts_forget(struct attempts *attempts, const char *key) {
    return run(attempts, "DELETE FROM attempt WHERE key = ?1", key, 0, NULL);
}

int attempts_count(struct attempts *attempts, int tries) {
    struct attempt found = {0, 0};
    char sql[80];
    snprintf(sql, sizeof sql, "SELECT count(*), 0 FROM attempt WHERE tries >= %d", tries);
    return run(attempts, sql, NULL, 0, &found) ? found.tries : 0;
}

bool attempts_list(struct attempts *attempts, int tries) {
    sqlite3_stmt *list = NULL;
    int code = sqlite3_prepare_v2(attempts->db, "SELECT key FROM attempt WHERE tries >= ?1 ORDER BY key", -1, &list, NULL);
    if (code == SQLITE_OK) code = sqlite3_bind_int(list, 1, tries);
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(list);
        if (code == SQLITE_ROW) printf("%s\n", (const char *)sqlite3_column_text(list, 0));
    }
    sqlite3_finalize(list);
    return code == SQLITE_DONE;
}

bool attempts_again(struct attempts *attempts, int tries) {
    char sql[80];
    snprintf(sql, sizeof sql, "DELETE FROM attempt WHERE tries >= %d", tries);
    return run(attempts, sql, NULL, 0, NULL);
}
