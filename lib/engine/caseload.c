/* caseload.c: the cases of a caseload, one after another, from the store or from an array. */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "engine/caseload.h"
#include "referral/record.h"

/* Remembers the last case, so that a walk can go on after it. */
static void remember(prapi_caseload *on, prap_text case_id) {
    on->report.last_bytes = (uint32_t)case_id.n;
    memcpy(on->report.last, case_id.bytes, case_id.n);
}

static prap_status tell_progress(prapi_caseload *on) {
    const prap_caseload *caseload = &on->caseload;
    if (caseload->progress == NULL || caseload->every == 0) return PRAP_OK;
    if (on->report.seen - on->told < caseload->every) return PRAP_OK;
    on->told = on->report.seen;
    on->ended = caseload->progress(caseload->user, &on->report);
    return on->ended;
}

/* A case of either source. It is remembered once it has been told, whatever the visitor says to it. */
static prap_status take(prap_engine *engine, const prapi_case_row *row, void *user) {
    prapi_caseload *on = user;
    const prap_status status = prapi_caseload_judge(engine, row, user);
    if (status != PRAP_OK && on->ended == PRAP_OK) return status; /* the store, which has not told it */
    on->report.seen++;
    remember(on, row->key.case_id);
    return status == PRAP_OK ? tell_progress(on) : status;
}

/* The last day by which something unmet is of interest: the later of the two that are asked about. */
static prap_day index_day(const prap_caseload_question *question) {
    if ((question->flags & PRAP_CASELOAD_BY_INDEX) == 0) return PRAP_DAY_NONE;
    const prap_day missed = question->until == PRAP_DAY_NONE ? PRAP_DAY_MIN : question->until - 1;
    return question->due_by > missed ? question->due_by : missed;
}

/* The first snapshot whose case id is greater. */
static size_t find_after(const prap_caseload *caseload, prap_text case_id) {
    size_t first = 0, end = caseload->n_snapshots;
    while (first < end) {
        const size_t middle = first + (end - first) / 2;
        if (prapi_case_id_order(caseload->snapshots[middle].case_id, case_id) > 0) end = middle;
        else first = middle + 1;
    }
    return first;
}

/* What is passed over by its index is not even looked at: it may be far away in memory. */
static size_t pass_over(const prap_snapshot *snapshots, size_t i, size_t end, prap_day by) {
    while (i < end && (snapshots[i].next_due == PRAP_DAY_NONE || snapshots[i].next_due > by)) i++;
    return i;
}

static prap_status check_snapshot(const prap_snapshot *snapshot, prap_text last) {
    if (snapshot->size < sizeof *snapshot) return PRAP_E_SIZE;
    if (!prapi_text_is_identifier(snapshot->case_id)) return PRAP_E_TEXT;
    if (snapshot->record.bytes == NULL) return PRAP_E_NULL;
    return prapi_case_id_order(snapshot->case_id, last) > 0 ? PRAP_OK : PRAP_E_ORDER;
}

static prap_status each_snapshot(prapi_caseload *on) {
    const prap_caseload *caseload = &on->caseload;
    const prap_snapshot *snapshots = caseload->snapshots;
    const prap_day by = index_day(&on->question);
    const size_t end = caseload->until.n == 0 ? caseload->n_snapshots : find_after(caseload, caseload->until);
    prap_text last = caseload->after;
    size_t i = last.n == 0 ? 0 : find_after(caseload, last);
    for (;; i++) {
        if (by != PRAP_DAY_NONE) {
            const size_t next = pass_over(snapshots, i, end, by);
            on->report.passed_over += next - i;
            on->report.seen += next - i;
            i = next;
        }
        if (i >= end) return PRAP_OK;
        prap_status status = check_snapshot(&snapshots[i], last);
        if (status != PRAP_OK) return status;
        last = snapshots[i].case_id;
        const prapi_case_row row = {{caseload->tenant, last}, snapshots[i].version, snapshots[i].record};
        status = take(on->engine, &row, on);
        if (status != PRAP_OK) return status;
    }
}

static prap_status each_of_store(prapi_caseload *on) {
    const prapi_range range = {on->caseload.tenant, on->caseload.after, on->caseload.until, index_day(&on->question)};
    return prapi_engine_each(on->engine, &range, take, on);
}

static prap_status fail_bad(prap_status status, prap_error *reterr) {
    if (status != PRAP_E_NO_READ) return prapi_engine_fail_case(status, reterr);
    return prapi_fail(reterr, status, "as_of", "a snapshot alone does not tell of days before its last recorded one");
}

/* The array is the caller's: what is wrong with it is. */
static prap_status fail_source(const prapi_caseload *on, prap_status status, prap_error *reterr) {
    if (on->caseload.snapshots == NULL) return prapi_engine_broke_off(status, reterr);
    return prapi_fail(reterr, status, "snapshots", prap_status_meaning(status));
}

prap_status prap_engine_caseload(prap_engine *engine, const prap_caseload *caseload,
                                 const prap_caseload_question *question, prap_caseload_report *ret_report,
                                 prap_error *reterr) {
    if (engine == NULL || caseload == NULL || question == NULL || ret_report == NULL) {
        return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    }
    if (ret_report->size < sizeof *ret_report) {
        return prapi_fail(reterr, PRAP_E_SIZE, "report", "the report's size is one this library cannot fill");
    }
    if (engine->busy) return prapi_engine_fail(PRAP_E_REENTRY, reterr);
    prapi_caseload *on = engine->work;
    memset(on, 0, sizeof *on);
    prap_status status = prapi_caseload_check(engine, caseload, question, on, reterr);
    if (status != PRAP_OK) return status;
    on->report.size = ret_report->size;
    engine->busy = true;
    status = on->caseload.snapshots == NULL ? each_of_store(on) : each_snapshot(on);
    engine->busy = false;
    *ret_report = on->report;
    if (on->ended != PRAP_OK) return on->ended;
    if (status != PRAP_OK) return fail_source(on, status, reterr);
    return on->bad == PRAP_OK ? PRAP_OK : fail_bad(on->bad, reterr);
}
