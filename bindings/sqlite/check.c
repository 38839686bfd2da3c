/*
 * check.c: reading the whole file for damage, and telling it row by row.
 *
 * All questions are asked of one state of the file. SQLite's own findings are told by their kind: its words may quote a
 * piece of a row.
 */
#include <string.h>

#include "store.h"

struct kind {
    uint32_t finding;
    const char *name;
    const char *text;
};

static const struct kind page = {PRAP_SQLITE_FINDING_PAGE, "page", "SQLite's integrity check found a damaged page"};
static const struct kind index_ = {PRAP_SQLITE_FINDING_INDEX, "index",
                                   "SQLite's integrity check found an index that is not its table's"};
static const struct kind row = {PRAP_SQLITE_FINDING_ROW, "row",
                                "SQLite's integrity check found a row that breaks the rules of its table"};

/* What a row of our tables can say that the tables cannot forbid. Each gives tenant, case and sequence, or 0. */
static const struct question {
    struct kind kind;
    const char *sql;
} questions[] = {
    {{PRAP_SQLITE_FINDING_EVENT_ALONE, "event-alone", "an event is without its case"},
     "SELECT e.tenant, e.case_id, e.sequence FROM event AS e WHERE NOT EXISTS"
     " (SELECT 1 FROM case_ AS c WHERE c.tenant = e.tenant AND c.case_id = e.case_id)"},
    {{PRAP_SQLITE_FINDING_NOTICE_ALONE, "notice-alone", "a notice is without its event"},
     "SELECT n.tenant, n.case_id, n.sequence FROM notice AS n WHERE NOT EXISTS"
     " (SELECT 1 FROM event AS e WHERE e.tenant = n.tenant AND e.case_id = n.case_id AND e.sequence = n.sequence)"},
    {{PRAP_SQLITE_FINDING_VERSION, "version", "a case's version and its journal do not agree"},
     "SELECT c.tenant, c.case_id, 0 FROM case_ AS c WHERE c.version IS NOT"
     " (SELECT max(e.sequence) FROM event AS e WHERE e.tenant = c.tenant AND e.case_id = c.case_id)"},
    {{PRAP_SQLITE_FINDING_GAP, "gap", "an event is missing before this one: the version and the journal do not agree"},
     "SELECT e.tenant, e.case_id, e.sequence FROM event AS e WHERE e.sequence > 1 AND NOT EXISTS"
     " (SELECT 1 FROM event AS b WHERE b.tenant = e.tenant AND b.case_id = e.case_id AND b.sequence = e.sequence - 1)"},
};

struct check {
    prap_sqlite *store;
    prap_sqlite_visit_finding visit;
    void *user;
    uint64_t findings;
    bool stopped; /* by visit */
};

static prap_status failed(prap_sqlite *store, int code) {
    return prapi_sqlite_failed(store, prapi_sqlite_status_of(code), "check the file", code);
}

static prap_status tell(struct check *check, const struct kind *kind, prap_key key, uint64_t sequence) {
    const prap_sqlite_finding finding = {.size = sizeof finding,
                                         .finding = kind->finding,
                                         .key = key,
                                         .sequence = sequence,
                                         .name = kind->name,
                                         .text = kind->text};
    check->findings++;
    if (check->visit == NULL) return PRAP_OK;
    const prap_status status = check->visit(check->user, &finding);
    check->stopped = status != PRAP_OK;
    return status;
}

/* By the words of the messages of SQLite's check (pragma.c and btree.c); anything else is a matter of pages. */
static const struct kind *kind_of(const char *finding) {
    if (strstr(finding, "index") != NULL) return &index_;
    if (strstr(finding, "constraint failed") != NULL || strncmp(finding, "NULL value", 10) == 0 ||
        strncmp(finding, "non-", 4) == 0 || strstr(finding, " value in ") != NULL)
        return &row;
    return &page;
}

/* One row "ok", or one for each finding. *ret_status: the statement's trouble, or what visit said. */
static prap_status check_pages(struct check *check, bool quick) {
    const char *sql = quick ? "PRAGMA quick_check(100)" : "PRAGMA integrity_check(100)";
    const prap_key nowhere = {{"", 0}, {"", 0}};
    sqlite3_stmt *find = NULL;
    prap_status status = PRAP_OK;
    int code = sqlite3_prepare_v2(check->store->db, sql, -1, &find, NULL);
    if (code == SQLITE_OK) {
        while (status == PRAP_OK && (code = sqlite3_step(find)) == SQLITE_ROW) {
            const char *finding = (const char *)sqlite3_column_text(find, 0);
            if (finding == NULL) code = SQLITE_NOMEM;
            if (finding == NULL) break;
            if (strcmp(finding, "ok") != 0) status = tell(check, kind_of(finding), nowhere, 0);
        }
    }
    sqlite3_finalize(find);
    if (status != PRAP_OK || code == SQLITE_DONE) return status;
    /* So damaged that the check itself ends in it. */
    if ((code & 0xff) == SQLITE_CORRUPT) return tell(check, &page, nowhere, 0);
    return failed(check->store, code);
}

static prap_status ask(struct check *check, const struct question *question) {
    sqlite3_stmt *find = NULL;
    prap_status status = PRAP_OK;
    int code = sqlite3_prepare_v2(check->store->db, question->sql, -1, &find, NULL);
    if (code == SQLITE_OK) {
        while (status == PRAP_OK && (code = sqlite3_step(find)) == SQLITE_ROW) {
            const prap_key key = {prapi_sqlite_text(find, 0), prapi_sqlite_text(find, 1)};
            status = tell(check, &question->kind, key, (uint64_t)sqlite3_column_int64(find, 2));
        }
    }
    sqlite3_finalize(find);
    if (status != PRAP_OK || code == SQLITE_DONE) return status;
    /* The pages have been told already. */
    if ((code & 0xff) == SQLITE_CORRUPT && check->findings > 0) return PRAP_OK;
    return failed(check->store, code);
}

static prap_status examine(struct check *check, bool quick) {
    prap_sqlite *store = check->store;
    prap_status status = prapi_sqlite_still_there(store);
    if (status == PRAP_OK) status = prapi_sqlite_run(store, "check the file", "BEGIN");
    if (status == PRAP_OK) status = check_pages(check, quick);
    for (size_t i = 0; status == PRAP_OK && i < sizeof questions / sizeof *questions; i++)
        status = ask(check, &questions[i]);
    prapi_sqlite_roll_back(store);
    return status;
}

prap_status prap_sqlite_examine(prap_sqlite *store, uint32_t flags, prap_sqlite_visit_finding visit, void *user,
                                uint64_t *ret_findings, prap_error *reterr) {
    if (store == NULL) return PRAP_E_NULL;
    const prap_status entered = prapi_sqlite_enter(store, reterr);
    if (entered != PRAP_OK) return entered;
    struct check check = {.store = store, .visit = visit, .user = user};
    const prap_status status = prapi_sqlite_leave(store, (flags & ~(uint32_t)PRAP_SQLITE_QUICK) != 0
                                                             ? prapi_sqlite_say(store, PRAP_E_RANGE, "flags: there are no such flags")
                                                             : examine(&check, (flags & PRAP_SQLITE_QUICK) != 0));
    if (status == PRAP_OK && ret_findings != NULL) *ret_findings = check.findings;
    if (status != PRAP_OK && !check.stopped) prapi_sqlite_report(&store->last, reterr);
    return status;
}

static prap_status stop_at_first(void *user, const prap_sqlite_finding *finding) {
    prap_sqlite *store = user;
    return prapi_sqlite_say(store, PRAP_E_DAMAGED, finding->text);
}

prap_status prap_sqlite_check(prap_sqlite *store, prap_error *reterr) {
    const prap_status status = prap_sqlite_examine(store, 0, stop_at_first, store, NULL, reterr);
    if (status == PRAP_E_DAMAGED) prapi_sqlite_report(&store->last, reterr);
    return status;
}
