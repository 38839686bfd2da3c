/* check.c: reading every table for damage. */
#include <string.h>

#include "store.h"

/* Whole tables are read here, so the planner is free again; and it takes as long as it takes, for the server as for us. */
static const char begin[] =
    "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY; SET LOCAL statement_timeout = 0; SET LOCAL enable_seqscan = on;"
    " SET LOCAL enable_hashjoin = on; SET LOCAL enable_mergejoin = on; SET LOCAL enable_sort = on;"
    " SET LOCAL enable_bitmapscan = on; SET LOCAL enable_material = on";

static const struct {
    const char *sql;
    const char *finding;
} checks[] = {
    {"SELECT EXISTS (SELECT FROM prap.event AS e WHERE NOT EXISTS"
     " (SELECT FROM prap.case_ AS c WHERE c.tenant = e.tenant AND c.case_id = e.case_id))"
     " OR EXISTS (SELECT FROM prap.notice AS n WHERE NOT EXISTS (SELECT FROM prap.event AS e"
     " WHERE e.tenant = n.tenant AND e.case_id = n.case_id AND e.sequence = n.sequence))",
     "an event without its case, or a notice without its event"},
    {"SELECT EXISTS (SELECT FROM prap.case_ AS c LEFT JOIN (SELECT tenant, case_id, count(*) AS n, max(sequence) AS last"
     " FROM prap.event GROUP BY tenant, case_id) AS e USING (tenant, case_id)"
     " WHERE c.version IS DISTINCT FROM e.n OR c.version IS DISTINCT FROM e.last)",
     "a case's version and its journal do not agree"},
};

static prap_status query(prap_postgresql *store, const char *sql, PGresult **ret_result) {
    const prapi_outcome outcome = prapi_postgresql_query(store, sql, INT64_MAX, ret_result);
    return outcome == PRAPI_RAN ? PRAP_OK : prapi_postgresql_unanswered(store, outcome, "check the tables");
}

static prap_status check_none(prap_postgresql *store, const char *sql, const char *finding) {
    PGresult *result = NULL;
    const prap_status status = query(store, sql, &result);
    if (status != PRAP_OK) return status;
    const bool found = strcmp(PQgetvalue(result, 0, 0), "f") != 0;
    PQclear(result);
    return found ? prapi_postgresql_say(store, PRAP_E_DAMAGED, finding) : PRAP_OK;
}

prap_status prap_postgresql_check(prap_postgresql *store, prap_error *reterr) {
    if (store == NULL) return PRAP_E_NULL;
    const prap_status entered = prapi_postgresql_enter(store, reterr);
    if (entered != PRAP_OK) return entered;
    prap_status status = prapi_postgresql_connect(store, false);
    if (status == PRAP_OK) status = query(store, begin, NULL);
    for (size_t i = 0; status == PRAP_OK && i < sizeof checks / sizeof *checks; i++)
        status = check_none(store, checks[i].sql, checks[i].finding);
    if (store->connection != NULL && prapi_postgresql_query(store, "ROLLBACK", INT64_MAX, NULL) != PRAPI_RAN)
        prapi_postgresql_disconnect(store);
    if (status != PRAP_OK) prapi_postgresql_report(&store->last, reterr);
    return status;
}
