/*
 * postgresql-bench.c: what it costs to store an event in PostgreSQL, beside the same inserts written by hand.
 *
 *     tests/store/cluster.py BUILD/tests/bench/postgresql-bench [--json] [--check]
 *
 *     postgresql-commit-1     one change in one call: a case moved, an event, a notice
 *     postgresql-commit-100   a hundred of them, of different cases, in one call
 *
 * ns_per_op is the time on the wall; cpu_ns what the processors of client and server spent on it, which other work on the
 * machine does not disturb; ratio is of the latter. The baseline is libpq by hand on the same tables: three prepared statements for each change (the case where its version
 * is the one expected, the event, the notice), sent together in pipeline mode with one synchronisation, which is also one
 * transaction: the least that can be written. It looks for no id and finds out nothing about a refusal. "plainly" is the
 * same without the pipeline, a round trip for each statement, as it is mostly written. The two take turns in one run, over
 * the same number of cases. --check: that after a few rounds the store calls what both wrote whole, and no times.
 */
#define _POSIX_C_SOURCE 200809L
#include <libpq-fe.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "prap-postgresql.h"
#include "stored-changes.h"

enum { BLOCKS = 5 };

static prap_postgresql *store;
static PGconn *hand;

static void with_store(bench_writer *writer, unsigned n) {
    bench_commit(prap_postgresql_store(store), writer, n);
}

/* Big-endian, as the protocol has it. */
static void put(uint8_t *room, uint64_t number, int bytes) {
    for (int i = bytes; i > 0; i--, number >>= 8)
        room[i - 1] = (uint8_t)number;
}

static void sent(int code) {
    if (code != 1) bench_give_up(PQerrorMessage(hand));
}

/* The three statements of a change; binary, as the store's are. */
static void send_change(const prap_change *change, bool make, void (*after)(void)) {
    uint8_t version[8], expected[8], one[8], twenty[8], due[4], zero4[4] = {0}, zero8[8] = {0}, two[8];
    put(version, change->new_version, 8);
    put(expected, change->expected_version, 8);
    put(one, 1, 8);
    put(two, 2, 8);
    put(twenty, 20, 8);
    put(due, 19500, 4);
    const char *case_id = change->key.case_id.bytes, *id = change->id.bytes;
    const int case_bytes = (int)change->key.case_id.n, id_bytes = (int)change->id.n;
#define V(x) (const char *)(x)
    const char *const case_values[] = {"", case_id, V(version), V(one), V(twenty), V(due), NULL, V(change->snapshot.bytes), V(expected)};
    const int case_lengths[] = {0, case_bytes, 8, 8, 8, 4, 0, SNAPSHOT_BYTES, 8};
    const int binary[] = {1, 1, 1, 1, 1, 1, 1, 1, 1};
    sent(PQsendQueryPrepared(hand, make ? "make" : "move", make ? 8 : 9, case_values, case_lengths, binary, 1));
    after();
    const char *const event_values[] = {"", case_id, V(version), V(zero4), id, V(change->events->record.bytes)};
    const int event_lengths[] = {0, case_bytes, 8, 4, id_bytes, RECORD_BYTES};
    sent(PQsendQueryPrepared(hand, "event", 6, event_values, event_lengths, binary, 1));
    after();
    const char *const notice_values[] = {"", case_id, V(version), V(zero8), V(two), V(one), V(due)};
    const int notice_lengths[] = {0, case_bytes, 8, 8, 8, 8, 4};
    sent(PQsendQueryPrepared(hand, "notice", 7, notice_values, notice_lengths, binary, 1));
    after();
#undef V
}

static void nothing(void) {
}

static void take_result(void) {
    PGresult *result = PQgetResult(hand);
    if (PQresultStatus(result) != PGRES_COMMAND_OK || strcmp(PQcmdTuples(result), "0") == 0) bench_give_up(PQerrorMessage(hand));
    PQclear(result);
    if (PQgetResult(hand) != NULL) bench_give_up("one result too many");
}

static void by_hand(bench_writer *writer, unsigned n) {
    bench_change room;
    sent(PQenterPipelineMode(hand));
    for (unsigned i = 0; i < n; i++) {
        bench_change_make(writer, &room);
        send_change(&room.change, room.change.expected_version == 0, nothing);
    }
    sent(PQpipelineSync(hand));
    for (unsigned i = 0; i < 3 * n; i++)
        take_result();
    PGresult *end = PQgetResult(hand);
    if (PQresultStatus(end) != PGRES_PIPELINE_SYNC) bench_give_up("the pipeline did not end");
    PQclear(end);
    sent(PQexitPipelineMode(hand));
}

static void run(const char *sql) {
    PGresult *result = PQexec(hand, sql);
    if (PQresultStatus(result) != PGRES_COMMAND_OK) bench_give_up(PQerrorMessage(hand));
    PQclear(result);
}

static void plainly(bench_writer *writer, unsigned n) {
    bench_change room;
    run("BEGIN");
    for (unsigned i = 0; i < n; i++) {
        bench_change_make(writer, &room);
        send_change(&room.change, room.change.expected_version == 0, take_result);
    }
    run("COMMIT");
}

static void prepare(const char *name, const char *sql) {
    PGresult *result = PQprepare(hand, name, sql, 0, NULL);
    if (PQresultStatus(result) != PGRES_COMMAND_OK) bench_give_up(PQerrorMessage(hand));
    PQclear(result);
}

static void open_both(const char *name) {
    prap_error error = {.size = sizeof error};
    if (prap_postgresql_open(name, PRAP_POSTGRESQL_CREATE, &store, &error) != PRAP_OK) bench_give_up(error.message);
    hand = PQconnectdb(name);
    if (PQstatus(hand) != CONNECTION_OK) bench_give_up(PQerrorMessage(hand));
    prepare("make", "INSERT INTO prap.case_ (tenant, case_id, version, programme, stage, next_due, hold_until, snapshot)"
                    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
    prepare("move", "UPDATE prap.case_ SET version = $3, programme = $4, stage = $5, next_due = $6, hold_until = $7,"
                    " snapshot = $8 WHERE tenant = $1 AND case_id = $2 AND version = $9");
    prepare("event", "INSERT INTO prap.event (tenant, case_id, sequence, part, id, record)"
                     " VALUES ($1, $2, $3, $4, $5, $6)");
    prepare("notice", "INSERT INTO prap.notice (tenant, case_id, sequence, ordinal, notice, recipient, due)"
                      " VALUES ($1, $2, $3, $4, $5, $6, $7)");
}

typedef void (*writes)(bench_writer *writer, unsigned n);

/* What a process has had of the processors: the first number of its schedstat. */
static double cpu_ns_of(int process) {
    char path[64];
    double ns = 0;
    snprintf(path, sizeof path, "/proc/%d/schedstat", process);
    FILE *file = fopen(path, "r");
    if (file == NULL || fscanf(file, "%lf", &ns) != 1) bench_give_up("the server's processes cannot be watched");
    fclose(file);
    return ns;
}

struct cost {
    double wall_ns;
    double cpu_ns;
};

static struct cost cost_of(writes write, bench_writer *writer, int backend, unsigned batch, unsigned events) {
    const double wall = bench_ns(CLOCK_MONOTONIC), cpu = bench_ns(CLOCK_PROCESS_CPUTIME_ID) + cpu_ns_of(backend);
    for (unsigned done = 0; done < events; done += batch)
        write(writer, batch);
    return (struct cost){(bench_ns(CLOCK_MONOTONIC) - wall) / events,
                         (bench_ns(CLOCK_PROCESS_CPUTIME_ID) + cpu_ns_of(backend) - cpu) / events};
}

static int backend_of_store(void) {
    PGresult *result = PQexec(hand, "SELECT pid FROM pg_stat_activity WHERE application_name = 'libprap'");
    if (PQntuples(result) != 1) bench_give_up("the store's backend is not there");
    const int pid = atoi(PQgetvalue(result, 0, 0));
    PQclear(result);
    return pid;
}

static void measure(unsigned batch, unsigned events, bool json) {
    static const writes how[3] = {with_store, by_hand, plainly};
    const int backends[3] = {backend_of_store(), PQbackendPID(hand), PQbackendPID(hand)};
    bench_writer writers[3] = {{.letter = 's'}, {.letter = 'h'}, {.letter = 'p'}};
    struct cost best[3] = {{1e9, 1e9}, {1e9, 1e9}, {1e9, 1e9}};
    for (int i = 0; i < 3; i++)
        writers[i].letter = (char)(writers[i].letter - (batch > 1 ? 32 : 0)); /* cases of their own for each batch */
    for (int block = 0; block <= BLOCKS; block++) { /* the first makes the cases */
        for (int i = 0; i < 3; i++) {
            const struct cost cost = cost_of(how[i], &writers[i], backends[i], batch, block == 0 ? CASES : events);
            if (block > 0 && cost.wall_ns < best[i].wall_ns) best[i].wall_ns = cost.wall_ns;
            if (block > 0 && cost.cpu_ns < best[i].cpu_ns) best[i].cpu_ns = cost.cpu_ns;
        }
    }
    const char *form = json ? "{\"bench\":\"postgresql-commit-%u\",\"ns_per_op\":%.0f,\"cpu_ns\":%.0f,\"baseline\":%.0f,"
                              "\"baseline_cpu_ns\":%.0f,\"ratio\":%.2f,\"plainly\":%.0f}\n"
                            : "postgresql-commit-%u: %.0f ns an event, %.0f of them processor; by hand %.0f, %.0f;"
                              " ratio %.2f; plainly %.0f\n";
    printf(form, batch, best[0].wall_ns, best[0].cpu_ns, best[1].wall_ns, best[1].cpu_ns,
           best[0].cpu_ns / best[1].cpu_ns, best[2].wall_ns);
    fflush(stdout);
}

/* What an event and a notice take on the disk, with their indexes. */
static void measure_bytes(bool json) {
    PGresult *result = PQexec(hand, "SELECT pg_total_relation_size('prap.event') / (SELECT count(*) FROM prap.event),"
                                    " pg_total_relation_size('prap.notice') / (SELECT count(*) FROM prap.notice)");
    if (PQntuples(result) != 1) bench_give_up(PQerrorMessage(hand));
    printf(json ? "{\"bench\":\"postgresql-bytes\",\"event\":%s,\"notice\":%s}\n"
                : "postgresql-bytes: %s an event, %s a notice, with their indexes\n",
           PQgetvalue(result, 0, 0), PQgetvalue(result, 0, 1));
    PQclear(result);
}

int main(int argc, char **argv) {
    bool json = false, check = false;
    for (int i = 1; i < argc; i++) {
        json = json || strcmp(argv[i], "--json") == 0;
        check = check || strcmp(argv[i], "--check") == 0;
    }
    const char *name = getenv("PRAP_TEST_POSTGRESQL");
    if (name == NULL) bench_give_up("PRAP_TEST_POSTGRESQL is not set: run it under tests/store/cluster.py");
    open_both(name);
    if (check) {
        bench_writer writers[3] = {{.letter = 's'}, {.letter = 'h'}, {.letter = 'p'}};
        for (int i = 0; i < 11; i++) {
            with_store(&writers[0], BATCH);
            by_hand(&writers[1], BATCH);
            plainly(&writers[2], BATCH);
        }
    } else {
        measure(1, 2000, json);
        measure(BATCH, 10000, json);
        measure_bytes(json);
    }
    prap_error error = {.size = sizeof error};
    if (prap_postgresql_check(store, &error) != PRAP_OK) bench_give_up(error.message);
    PQfinish(hand);
    prap_postgresql_close(store);
    return 0;
}
