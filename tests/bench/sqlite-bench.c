/*
 * sqlite-bench.c: what it costs to store an event in SQLite, beside the same inserts written by hand.
 *
 *     sqlite-bench [--json] [--check] [FOLDER]     FOLDER: where the two files are made, /tmp unless given
 *
 *     sqlite-commit-1     one change in one call: a case moved, an event, a notice
 *     sqlite-commit-100   a hundred of them, of different cases, in one call
 *
 * ns_per_op is the time on the wall, most of which is waiting for the disk where a commit is synced; cpu_ns what the
 * processor spent on it, which neither the disk nor other work on the machine disturbs. ratio is that of the wall,
 * cpu_ratio that of the processor. The baseline is SQLite by hand on the same tables in a file of its own, made and
 * set up as the store makes and sets up its own (WAL form, synchronous=FULL): one transaction of three prepared
 * statements for each change, the case where its version is the one expected, the event, the notice: the least that
 * can be written. It looks for no id, finds out nothing about a refusal and notices no damage. The two take turns in one
 * run, over the same number of cases. --check: that after a few rounds the store calls what both wrote whole, and no times.
 */
#define _POSIX_C_SOURCE 200809L
#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "prap-sqlite.h"
#include "stored-changes.h"

enum { BLOCKS = 7, PATH_ROOM = 256 };

/* A file that is written: by the store, and by hand through a connection of our own. */
static prap_sqlite *store, *reference;
static sqlite3 *hand;
static sqlite3_stmt *begin, *commit, *make, *move, *put_event, *put_notice;

static void with_store(bench_writer *writer, unsigned n) {
    bench_commit(prap_sqlite_store(store), writer, n);
}

static void done(sqlite3_stmt *statement) {
    if (sqlite3_step(statement) != SQLITE_DONE) bench_give_up(sqlite3_errmsg(hand));
    sqlite3_reset(statement);
}

static void bind_key(sqlite3_stmt *statement, const prap_key *key) {
    sqlite3_bind_text(statement, 1, "", 0, SQLITE_STATIC);
    sqlite3_bind_text(statement, 2, key->case_id.bytes, (int)key->case_id.n, SQLITE_STATIC);
}

static void write_change(const prap_change *change) {
    const int64_t version = (int64_t)change->new_version;
    sqlite3_stmt *put_case = change->expected_version == 0 ? make : move;
    bind_key(put_case, &change->key);
    sqlite3_bind_int64(put_case, 3, version);
    sqlite3_bind_int64(put_case, 4, change->programme);
    sqlite3_bind_int64(put_case, 5, change->stage);
    sqlite3_bind_int(put_case, 6, change->next_due);
    sqlite3_bind_null(put_case, 7);
    sqlite3_bind_blob(put_case, 8, change->snapshot.bytes, (int)change->snapshot.n, SQLITE_STATIC);
    if (put_case == move) sqlite3_bind_int64(put_case, 9, (int64_t)change->expected_version);
    done(put_case);
    if (sqlite3_changes(hand) != 1) bench_give_up("a version is not the one expected");
    bind_key(put_event, &change->key);
    sqlite3_bind_int64(put_event, 3, version);
    sqlite3_bind_int64(put_event, 4, 0);
    sqlite3_bind_text(put_event, 5, change->id.bytes, (int)change->id.n, SQLITE_STATIC);
    sqlite3_bind_blob(put_event, 6, change->events->record.bytes, (int)change->events->record.n, SQLITE_STATIC);
    done(put_event);
    bind_key(put_notice, &change->key);
    sqlite3_bind_int64(put_notice, 3, version);
    sqlite3_bind_int64(put_notice, 4, change->notices->ordinal);
    sqlite3_bind_int64(put_notice, 5, change->notices->notice);
    sqlite3_bind_int64(put_notice, 6, change->notices->recipient);
    sqlite3_bind_int(put_notice, 7, change->notices->due);
    done(put_notice);
}

static void by_hand(bench_writer *writer, unsigned n) {
    bench_change room;
    done(begin);
    for (unsigned i = 0; i < n; i++) {
        bench_change_make(writer, &room);
        write_change(&room.change);
    }
    done(commit);
}

static sqlite3_stmt *prepare(const char *sql) {
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v3(hand, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK) {
        bench_give_up(sqlite3_errmsg(hand));
    }
    return statement;
}

static void open_store(const char *path, prap_sqlite **ret_store) {
    prap_error error = {.size = sizeof error};
    if (prap_sqlite_open(path, PRAP_SQLITE_CREATE, ret_store, &error) != PRAP_OK) bench_give_up(error.message);
}

/* The same tables, which the store made, and the same promises. */
static void open_hand(const char *path) {
    open_store(path, &reference);
    const int how = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE;
    if (sqlite3_open_v2(path, &hand, how, NULL) != SQLITE_OK) bench_give_up("the file cannot be opened by hand");
    if (sqlite3_exec(hand, "PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON", NULL, NULL, NULL) != SQLITE_OK) {
        bench_give_up(sqlite3_errmsg(hand));
    }
    begin = prepare("BEGIN IMMEDIATE");
    commit = prepare("COMMIT");
    make = prepare("INSERT INTO case_ (tenant, case_id, version, programme, stage, next_due, hold_until, snapshot)"
                   " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    move = prepare("UPDATE case_ SET version = ?3, programme = ?4, stage = ?5, next_due = ?6, hold_until = ?7,"
                   " snapshot = ?8 WHERE tenant = ?1 AND case_id = ?2 AND version = ?9");
    put_event = prepare("INSERT INTO event (tenant, case_id, sequence, part, id, record)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    put_notice = prepare("INSERT INTO notice (tenant, case_id, sequence, ordinal, notice, recipient, due)"
                         " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
}

static void close_all(void) {
    sqlite3_stmt *const statements[] = {begin, commit, make, move, put_event, put_notice};
    for (size_t i = 0; i < sizeof statements / sizeof *statements; i++) sqlite3_finalize(statements[i]);
    sqlite3_close(hand);
    prap_sqlite_close(reference);
    prap_sqlite_close(store);
}

typedef void (*writes)(bench_writer *writer, unsigned n);


typedef struct cost {
    double wall_ns;
    double cpu_ns;
} cost;

static cost cost_of(writes write, bench_writer *writer, unsigned batch, unsigned events) {
    const double wall = bench_ns(CLOCK_MONOTONIC), cpu = bench_ns(CLOCK_PROCESS_CPUTIME_ID);
    for (unsigned i = 0; i < events; i += batch) write(writer, batch);
    return (cost){(bench_ns(CLOCK_MONOTONIC) - wall) / events, (bench_ns(CLOCK_PROCESS_CPUTIME_ID) - cpu) / events};
}

static void measure(unsigned batch, unsigned events, bool json) {
    static const writes how[2] = {with_store, by_hand};
    bench_writer writers[2] = {{.letter = batch > 1 ? 'S' : 's'}, {.letter = batch > 1 ? 'H' : 'h'}};
    cost best[2] = {{1e12, 1e12}, {1e12, 1e12}};
    for (int block = 0; block <= BLOCKS; block++) { /* the first makes the cases */
        for (int i = 0; i < 2; i++) {
            const cost found = cost_of(how[i], &writers[i], block == 0 ? BATCH : batch, block == 0 ? CASES : events);
            if (block > 0 && found.wall_ns < best[i].wall_ns) best[i].wall_ns = found.wall_ns;
            if (block > 0 && found.cpu_ns < best[i].cpu_ns) best[i].cpu_ns = found.cpu_ns;
        }
    }
    const char *form = json ? "{\"bench\":\"sqlite-commit-%u\",\"ns_per_op\":%.0f,\"baseline\":%.0f,\"ratio\":%.2f,"
                              "\"cpu_ns\":%.0f,\"baseline_cpu_ns\":%.0f,\"cpu_ratio\":%.2f}\n"
                            : "sqlite-commit-%u: %.0f ns an event, by hand %.0f: ratio %.2f; of the processor %.0f ns,"
                              " by hand %.0f: ratio %.2f\n";
    printf(form, batch, best[0].wall_ns, best[1].wall_ns, best[0].wall_ns / best[1].wall_ns, best[0].cpu_ns,
           best[1].cpu_ns, best[0].cpu_ns / best[1].cpu_ns);
    fflush(stdout);
}

static void check_whole(prap_sqlite *written) {
    prap_error error = {.size = sizeof error};
    if (prap_sqlite_check(written, &error) != PRAP_OK) bench_give_up(error.message);
}

int main(int argc, char **argv) {
    bool json = false, check = false;
    const char *folder = "/tmp";
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--json") == 0) json = true;
        else if (strcmp(argv[i], "--check") == 0) check = true;
        else folder = argv[i];
    }
    char made[PATH_ROOM - 16], paths[2][PATH_ROOM];
    snprintf(made, sizeof made, "%.200s/sqlite-bench-XXXXXX", folder);
    if (mkdtemp(made) == NULL) bench_give_up("no folder can be made");
    snprintf(paths[0], sizeof paths[0], "%s/store", made);
    snprintf(paths[1], sizeof paths[1], "%s/hand", made);
    open_store(paths[0], &store);
    open_hand(paths[1]);
    if (check) {
        bench_writer writers[2] = {{.letter = 's'}, {.letter = 'h'}};
        for (int i = 0; i < 21; i++) {
            with_store(&writers[0], BATCH);
            by_hand(&writers[1], BATCH);
        }
    } else {
        measure(1, 400, json);
        measure(BATCH, 10000, json);
    }
    check_whole(store);
    check_whole(reference);
    close_all();
    unlink(paths[0]);
    unlink(paths[1]);
    return rmdir(made);
}
