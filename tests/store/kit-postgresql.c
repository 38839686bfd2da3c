/*
 * kit-postgresql.c: the kit over a PostgreSQL server that the test has to itself (cluster.py starts it and says in the
 * environment where it is). Each test begins and ends without the schema.
 */
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>
#include <libpq-fe.h>

#include "store-kit.h"

static pid_t owner; /* the process that runs the tests */

void kit_give_up(const char *what, prap_status status, const char *message) {
    print_error("%s: status %d %s\n", what, status, message);
    if (getpid() != owner) _exit(98);
    fail();
}

static const char *told(const char *name) {
    const char *value = getenv(name);
    if (value == NULL) kit_give_up(name, PRAP_E_BUG, "is not set: run the test under cluster.py");
    return value;
}

const char *kit_server(const char *more) {
    static char names[2][256];
    static unsigned turn;
    char *name = names[turn++ % 2];
    snprintf(name, sizeof names[0], "%s %s", told("PRAP_TEST_POSTGRESQL"), more);
    return name;
}

/* A connection of the kit's own beside the stores', kept from test to test; a child of the process makes another. */
static PGconn *beside(bool again) {
    static PGconn *connection;
    static pid_t whose;
    if (connection != NULL && whose == getpid() && again) PQfinish(connection);
    if (connection == NULL || whose != getpid() || again) {
        connection = PQconnectdb(kit_server(""));
        whose = getpid();
        if (PQstatus(connection) != CONNECTION_OK) kit_give_up("server", PRAP_FAIL, PQerrorMessage(connection));
        PQclear(PQexec(connection, "SET client_min_messages = error; SET search_path = prap, public"));
    }
    return connection;
}

/* The server may have been killed since the last one. */
static PGresult *run(const char *sql) {
    PGconn *connection = beside(false);
    PGresult *result = PQexec(connection, sql);
    if (PQstatus(connection) != CONNECTION_OK) {
        PQclear(result);
        connection = beside(true);
        result = PQexec(connection, sql);
    }
    const ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) kit_give_up(sql, PRAP_FAIL, PQerrorMessage(connection));
    return result;
}

void kit_sql(const char *name, const char *sql) {
    (void)name;
    PQclear(run(sql));
}

int64_t kit_number(const char *sql) {
    PGresult *result = run(sql);
    const int64_t number = PQntuples(result) == 0 ? 0 : strtoll(PQgetvalue(result, 0, 0), NULL, 10);
    PQclear(result);
    return number;
}

/* PRAP_TEST_POSTGRESQL_SCHEMA names a file of SQL that makes the tables, otherwise than the library would. */
static void make_tables(void) {
    const char *path = getenv("PRAP_TEST_POSTGRESQL_SCHEMA");
    static char sql[65536];
    if (path == NULL) return;
    FILE *file = fopen(path, "r");
    if (file == NULL) kit_give_up(path, PRAP_FAIL, "cannot be read");
    const size_t n = fread(sql, 1, sizeof sql - 1, file);
    fclose(file);
    sql[n] = '\0';
    kit_sql("", sql);
}

void kit_remove(const char *name) {
    (void)name;
    kit_settle();
    kit_sql("", "DROP SCHEMA IF EXISTS prap CASCADE");
    make_tables();
}

int kit_setup(void **state) {
    (void)state;
    owner = getpid();
    kit_remove("");
    return 0;
}

int kit_teardown(void **state) {
    return kit_setup(state);
}

kit_store *kit_open(const char *name, uint32_t flags) {
    prap_postgresql *store = NULL;
    prap_error error = {.size = sizeof error};
    char whose[48] = "";
    if (getpid() != owner) snprintf(whose, sizeof whose, "application_name=child-%ld", (long)getpid());
    const prap_status status = prap_postgresql_open(kit_server(whose), flags, &store, &error);
    if (status != PRAP_OK) kit_give_up(name, status, error.message);
    return store;
}

prap_status kit_try(const char *name, uint32_t flags) {
    prap_postgresql *store = NULL;
    const prap_status status = prap_postgresql_open(name, flags, &store, NULL);
    prap_postgresql_close(store);
    return status;
}

static prap_status count_notice(void *user, const prap_postgresql_notice *notice) {
    (void)notice;
    ++*(uint64_t *)user;
    return PRAP_OK;
}

uint64_t kit_count_notices(kit_store *store) {
    uint64_t n = 0;
    const prap_status status = prap_postgresql_notices(store, NULL, UINT32_MAX, count_notice, &n, NULL);
    if (status != PRAP_OK) kit_give_up("notices", status, "");
    return n;
}

/* A transaction that writes takes a number. */
uint64_t kit_written(const char *name) {
    (void)name;
    return (uint64_t)kit_number("SELECT pg_snapshot_xmax(pg_current_snapshot())");
}

/* Whether the server is at anybody's work. A backend that is idle may still find a statement of a client that is dead: it
   has to see the end of that connection first. The backends of stores that are open here, or in a child that lives, only
   wait. */
static bool is_at_work(void) {
    PGresult *result = run("SELECT state = 'idle', substring(application_name FROM '^child-([0-9]+)$')"
                           " FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
    bool found = false;
    for (int i = 0; i < PQntuples(result) && !found; i++) {
        const bool idle = strcmp(PQgetvalue(result, i, 0), "t") == 0;
        found = !idle || (!PQgetisnull(result, i, 1) && kill((pid_t)strtol(PQgetvalue(result, i, 1), NULL, 10), 0) != 0);
    }
    PQclear(result);
    return found;
}

void kit_settle(void) {
    const struct timespec pause = {.tv_nsec = 2000000};
    for (int tries = 0; tries < 5000; tries++) {
        if (!is_at_work()) return;
        nanosleep(&pause, NULL);
    }
    kit_give_up("server", PRAP_RETRY, "somebody is at work for ever");
}

static void control(const char *what) {
    char command[512];
    snprintf(command, sizeof command, "%s %s", told("PRAP_TEST_POSTGRESQL_CONTROL"), what);
    if (system(command) != 0) kit_give_up(what, PRAP_FAIL, "the server did not do it");
}

void kit_kill_server(void) {
    control("kill");
}

void kit_start_server(void) {
    control("start");
}
