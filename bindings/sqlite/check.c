/* check.c: reading the whole file for damage. */
#include <string.h>

#include "store.h"

/* integrity_check gives one row "ok", or a row for each finding; its words may quote a key, so they stay
 * here. */
static prap_status check_integrity(prap_sqlite *store) {
    static const char what[] = "check the file";
    sqlite3_stmt *check = NULL;
    bool sound = false;
    int code = sqlite3_prepare_v2(store->db, "PRAGMA integrity_check(1)", -1, &check, NULL);
    if (code == SQLITE_OK) code = sqlite3_step(check);
    if (code == SQLITE_ROW) {
        const char *finding = (const char *)sqlite3_column_text(check, 0);
        sound = finding != NULL && strcmp(finding, "ok") == 0;
    }
    sqlite3_finalize(check);
    if (code != SQLITE_ROW) return prapi_sqlite_failed(store, prapi_sqlite_status_of(code), what, code);
    return sound ? PRAP_OK : prapi_sqlite_say(store, PRAP_E_DAMAGED, "SQLite's integrity check found damage");
}

static prap_status check_none(prap_sqlite *store, const char *sql, const char *finding) {
    int64_t found = 0;
    const prap_status status = prapi_sqlite_number(store, "check the file", sql, &found);
    if (status != PRAP_OK) return status;
    return found == 0 ? PRAP_OK : prapi_sqlite_say(store, PRAP_E_DAMAGED, finding);
}

prap_status prap_sqlite_check(prap_sqlite *store, prap_error *reterr) {
    if (store == NULL) return PRAP_E_NULL;
    if (store->visiting) return PRAP_E_REENTRY;
    prap_status status = check_integrity(store);
    if (status == PRAP_OK) {
        status = check_none(store, "SELECT count(*) FROM pragma_foreign_key_check",
                            "an event without its case, or a notice without its event");
    }
    if (status == PRAP_OK) {
        status =
            check_none(store,
                       "SELECT count(*) FROM case_ AS c LEFT JOIN (SELECT tenant, case_id, count(*) AS n,"
                       " max(sequence) AS last FROM event GROUP BY tenant, case_id) AS e"
                       " USING (tenant, case_id) WHERE c.version IS NOT e.n OR c.version IS NOT e.last",
                       "a case's version and its journal do not agree");
    }
    if (status != PRAP_OK) prapi_sqlite_report(&store->last, reterr);
    return status;
}
