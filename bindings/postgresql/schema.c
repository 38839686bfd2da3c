/*
 * schema.c: the tables, and how a database gets them: step by step, from the form it has to the newest.
 *
 * Every key begins with (tenant, case_id), so the three tables can be partitioned by the hash of these, or spread over
 * machines by them, and nothing else changes: the statements, the locks and the uniqueness stay within one case. So no
 * table has a key of its own making and none refers to another; prap_postgresql_check looks for what a foreign key would
 * have kept, for a price that is paid once and not by every event.
 *
 * The primary key of event enforces the lock even if this library erred: two commits cannot both write a sequence. id ''
 * means none; part tells the events of one change apart, so that an id belongs to one change of a case. case_open has
 * the cases with an unmet deadline in the order of a walk. notice is the outbox; notice_open has what was not sent. Days
 * count from 1970-01-01, null is none. COLLATE "C" over UTF8 compares bytes.
 */
#include "store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TEXT_OF(number) #number
#define LIMIT(name)     TEXT_OF(name)

/* The SQL is laid out by hand, for it is also printed for those who make the tables themselves (print-schema.c), and a
   partitioned table has its clause where the mark is. */
/* clang-format off */
#define ID(column)     " " column " text COLLATE \"C\" NOT NULL CHECK (octet_length(" column ") <= " LIMIT(PRAP_ID_BYTES) ")"
#define CASE_ID        " case_id text COLLATE \"C\" NOT NULL CHECK (octet_length(case_id) BETWEEN 1 AND " LIMIT(PRAP_ID_BYTES) ")"
#define PARTITION_MARK " /* partitions */"

static const char *const steps[PRAP_POSTGRESQL_FORM] = {
    /* 1: cases and their journals */
    "CREATE TABLE prap.form (\n"
    " form integer PRIMARY KEY,\n"
    " made timestamptz NOT NULL DEFAULT now());\n"
    "CREATE TABLE prap.case_ (\n"
    ID("tenant") ",\n"
    CASE_ID ",\n"
    " version bigint NOT NULL CHECK (version >= 1),\n"
    " programme bigint NOT NULL,\n"
    " stage bigint NOT NULL,\n"
    " next_due integer,\n"
    " hold_until integer,\n"
    " snapshot bytea NOT NULL CHECK (octet_length(snapshot) <= " LIMIT(PRAP_SNAPSHOT_BYTES) "),\n"
    " PRIMARY KEY (tenant, case_id))" PARTITION_MARK ";\n"
    "CREATE INDEX case_open ON prap.case_ (tenant, case_id, next_due) WHERE next_due IS NOT NULL;\n"
    "CREATE TABLE prap.event (\n"
    ID("tenant") ",\n"
    CASE_ID ",\n"
    " sequence bigint NOT NULL CHECK (sequence >= 1),\n"
    " part integer NOT NULL CHECK (part >= 0),\n"
    ID("id") ",\n"
    " record bytea NOT NULL CHECK (octet_length(record) <= " LIMIT(PRAP_EVENT_BYTES) "),\n"
    " PRIMARY KEY (tenant, case_id, sequence))" PARTITION_MARK ";\n"
    "CREATE UNIQUE INDEX event_id ON prap.event (tenant, case_id, id, part) WHERE id <> '';\n"
    "INSERT INTO prap.form (form) VALUES (1);\n",

    /* 2: the outbox */
    "CREATE TABLE prap.notice (\n"
    ID("tenant") ",\n"
    CASE_ID ",\n"
    " sequence bigint NOT NULL CHECK (sequence >= 1),\n"
    " ordinal bigint NOT NULL CHECK (ordinal >= 0),\n"
    " notice bigint NOT NULL,\n"
    " recipient bigint NOT NULL,\n"
    " due integer,\n"
    " lease_until timestamptz,\n"
    " sent timestamptz,\n"
    " PRIMARY KEY (tenant, case_id, sequence, ordinal))" PARTITION_MARK ";\n"
    "CREATE INDEX notice_open ON prap.notice (tenant, case_id, sequence, ordinal) WHERE sent IS NULL;\n"
    "INSERT INTO prap.form (form) VALUES (2);\n"
};
/* clang-format on */

const char *prapi_postgresql_step(int form) {
    return form < PRAP_POSTGRESQL_FORM ? steps[form] : NULL;
}

static bool is_true(const PGresult *result, int column) {
    return strcmp(PQgetvalue(result, 0, column), "t") == 0;
}

/* What a statement without parameters answers, or its failure. */
static prap_status query(prap_postgresql *store, const char *what, const char *sql, PGresult **ret_result) {
    const prapi_outcome outcome = prapi_postgresql_query(store, sql, prapi_postgresql_deadline(store), ret_result);
    return outcome == PRAPI_RAN ? PRAP_OK : prapi_postgresql_unanswered(store, outcome, what);
}

static prap_status judge_form(prap_postgresql *store, int form) {
    if (form > PRAP_POSTGRESQL_FORM) {
        return prapi_postgresql_say(store, PRAP_E_VERSION, "the tables are of a newer form of the store");
    }
    if (form < 1) return prapi_postgresql_say(store, PRAP_E_DAMAGED, "the tables have an impossible form number");
    return PRAP_OK;
}

prap_status prapi_postgresql_identify(prap_postgresql *store, int *ret_form) {
    static const char what[] = "look for the tables";
    PGresult *found = NULL;
    prap_status status =
        query(store, what,
              "SELECT to_regclass('prap.form') IS NOT NULL, EXISTS (SELECT FROM pg_catalog.pg_class WHERE relnamespace ="
              " to_regnamespace('prap')), pg_catalog.getdatabaseencoding() = 'UTF8'",
              &found);
    if (status != PRAP_OK) return status;
    const bool ours = is_true(found, 0), others = is_true(found, 1), utf8 = is_true(found, 2);
    PQclear(found);
    if (!utf8) return prapi_postgresql_say(store, PRAP_E_FOREIGN, "the database's encoding is not UTF8");
    if (!ours && others) return prapi_postgresql_say(store, PRAP_E_FOREIGN, "the schema prap was not made by libprap");
    *ret_form = 0;
    if (!ours) return PRAP_OK;
    status = query(store, what, "SELECT coalesce(max(form), 0) FROM prap.form", &found);
    if (status != PRAP_OK) return status;
    *ret_form = atoi(PQgetvalue(found, 0, 0));
    PQclear(found);
    return judge_form(store, *ret_form);
}

/*
 * The lock is for those who would make the same tables at the same moment; its number is "PRaP" as bytes. A schema that
 * an administrator made for us is used, for to make one is a right that a worker seldom has.
 */
static prap_status make_missing(prap_postgresql *store) {
    static const char what[] = "make the tables";
    int form = 0;
    prap_status status = query(store, what, "BEGIN; SELECT pg_catalog.pg_advisory_xact_lock(1347575120)", NULL);
    /* Asked again now that nobody else can make them: another process may have been quicker. */
    if (status == PRAP_OK) status = prapi_postgresql_identify(store, &form);
    if (status == PRAP_OK && form == 0) {
        status = query(store, what,
                       "DO $$ BEGIN IF to_regnamespace('prap') IS NULL THEN CREATE SCHEMA prap; END IF; END $$", NULL);
    }
    for (const char *sql; status == PRAP_OK && (sql = prapi_postgresql_step(form)) != NULL; form++)
        status = query(store, what, sql, NULL);
    if (status == PRAP_OK) status = query(store, what, "COMMIT", NULL);
    return status;
}

prap_status prapi_postgresql_create(prap_postgresql *store) {
    const prap_status status = make_missing(store);
    if (status != PRAP_OK) prapi_postgresql_disconnect(store); /* and with it what was half done */
    return status;
}
