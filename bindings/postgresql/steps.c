/*
 * steps.c: the tables, form by form.
 *
 * Every key begins with (tenant, case_id), so the three tables can be partitioned by the hash of these, or spread over
 * machines by them, and nothing else changes: the statements, the locks and the uniqueness stay within one case. So no
 * table has a key of its own making and none refers to another; prap_postgresql_check looks for what a foreign key would
 * have kept, for a price that is paid once and not by every event.
 *
 * The primary key of event enforces the lock even if this library erred: two commits cannot both write a sequence. id ''
 * means none; part tells the events of one change apart, so that an id belongs to one change of a case. case_open has
 * the cases with an unmet deadline in the order of a walk. notice is the outbox; notice_open has what was not sent. Days
 * count from 1970-01-01, null is none. COLLATE "C" over UTF8 compares bytes. side_car is keyed by a person's random id; it
 * can be partitioned by the hash of that, and is as it stands in both forms of the printed schema.
 */
#include "store.h"

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
    "INSERT INTO prap.form (form) VALUES (2);\n",

    /* 3: the side-car; what is in it is sealed, so it is not to be compressed */
    "CREATE TABLE prap.side_car (\n"
    " id text COLLATE \"C\" PRIMARY KEY CHECK (octet_length(id) BETWEEN 1 AND " LIMIT(PRAP_ID_BYTES) "),\n"
    " data bytea NOT NULL);\n"
    "ALTER TABLE prap.side_car ALTER COLUMN data SET STORAGE EXTERNAL;\n"
    "INSERT INTO prap.form (form) VALUES (3);\n"
};
/* clang-format on */

const char *prapi_postgresql_step(int form) {
    return form < PRAP_POSTGRESQL_FORM ? steps[form] : NULL;
}
