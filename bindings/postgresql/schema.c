/* schema.c: how a database gets the tables (steps.c): step by step, from the form it has to the newest. */
#include "store.h"

#include <stdlib.h>
#include <string.h>

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
