/* walk.c: one scan held against the model. */
#include <string.h>

#include "base/text.h"
#include "conformance/kit.h"

/* As bytes, which is how rows are to come. */
static int compare(prap_text left, prap_text right) {
    const size_t n = left.n < right.n ? left.n : right.n;
    const int order = n == 0 ? 0 : memcmp(left.bytes, right.bytes, n);
    if (order != 0) return order;
    return left.n < right.n ? -1 : left.n > right.n;
}

static prap_text id_of_row(const prapi_row_copy *row) {
    return (prap_text){row->case_id, row->case_id_bytes};
}

static bool is_due(prap_day next_due, const prap_scan *query) {
    return query->due_by == PRAP_DAY_NONE || (next_due != PRAP_DAY_NONE && next_due <= query->due_by);
}

/* The first case after one that the query asks for, or NULL. */
static const prapi_kit_case *next_wanted(const prapi_kit *kit, const prap_scan *query, prap_text after) {
    const prapi_kit_case *next = NULL;
    for (uint32_t i = 0; i < kit->n_cases; i++) {
        const prapi_kit_case *one = &kit->cases[i];
        const prap_key key = prapi_kit_key(one);
        const bool asked_for = one->version > 0 && prapi_text_equal(key.tenant, query->tenant) &&
                               compare(key.case_id, after) > 0 && is_due(one->columns.next_due, query);
        if (asked_for && (next == NULL || compare(key.case_id, prapi_kit_key(next).case_id) < 0)) next = one;
    }
    return next;
}

static bool has_unsure(const prapi_kit *kit, prap_text tenant) {
    for (uint32_t i = 0; i < kit->n_cases; i++) {
        const prapi_kit_case *one = &kit->cases[i];
        if (one->unsure && prapi_text_equal(prapi_kit_key(one).tenant, tenant)) return true;
    }
    return false;
}

/* The case of a row, or what the row is when it is of none. */
static const prapi_kit_case *case_of(const prapi_kit *kit, prap_text tenant, prap_text case_id, uint32_t *ret_fault) {
    *ret_fault = PRAP_CONFORMANCE_CASE_INVENTED;
    for (size_t i = 0; i < case_id.n && case_id.bytes[i] == PRAPI_KIT_LENT; i++) {
        if (i + 1 == case_id.n) *ret_fault = PRAP_CONFORMANCE_BORROWED_KEPT;
    }
    for (uint32_t i = 0; i < kit->n_cases; i++) {
        const prapi_kit_case *one = &kit->cases[i];
        const prap_key key = prapi_kit_key(one);
        if (!prapi_text_equal(key.case_id, case_id)) continue;
        if (!prapi_text_equal(key.tenant, tenant)) *ret_fault = PRAP_CONFORMANCE_TENANTS_MIXED;
        else if (one->version > 0) return one;
        else *ret_fault = PRAP_CONFORMANCE_REFUSAL_LEAVES;
    }
    return NULL;
}

/* What is wrong with a row beside its place, or 0. */
static uint32_t row_fault(prapi_kit *kit, const prap_scan *query, const prapi_kit_case *one, const prapi_row_copy *row) {
    if (compare(id_of_row(row), query->after) <= 0) return PRAP_CONFORMANCE_SCAN_AFTER;
    if (!is_due(one->columns.next_due, query)) {
        if (kit->unmade != 0) return kit->leaves;
        return is_due(one->due_before, query) ? PRAP_CONFORMANCE_COLUMN_NOT_KEPT : PRAP_CONFORMANCE_SCAN_DUE;
    }
    const uint32_t fault = prapi_kit_snapshot_fault(kit, one, row);
    if (fault != 0 && fault != PRAP_CONFORMANCE_SNAPSHOT_NOT_REPLACED) return fault;
    return fault != 0 || row->version != one->version ? PRAP_CONFORMANCE_SCAN_STALE : 0;
}

static uint32_t place_fault(const prapi_kit *kit, uint32_t i) {
    const int order = i == 0 ? -1 : compare(id_of_row(&kit->rows[i - 1]), id_of_row(&kit->rows[i]));
    if (order == 0) return PRAP_CONFORMANCE_SCAN_REPEATS;
    return order > 0 ? PRAP_CONFORMANCE_SCAN_ORDER : 0;
}

static bool fail(prapi_kit *kit, uint32_t fault, const prapi_kit_case *one) {
    prapi_kit_tell(kit, fault, one, 0);
    kit->unwalkable = true;
    return false;
}

/* Its day came or went with its last change, and the store has the day before. */
static bool is_by_day_before(const prapi_kit_case *one, const prap_scan *query) {
    return one->first != one->last && !is_due(one->due_before, query);
}

prap_scan prapi_kit_all_of(const prapi_kit_case *one) {
    return (prap_scan){.size = sizeof(prap_scan),
                       .tenant = prapi_kit_key(one).tenant,
                       .due_by = PRAP_DAY_NONE,
                       .limit = PRAPI_KIT_ROWS - 1}; /* so that one row too many is seen */
}

/* Whose fault it is when a scan that was as it should be before is not on another handle, or opened again. */
static bool follows(const prapi_kit *kit, uint32_t blame) {
    return !kit->unwalkable || (blame != PRAP_CONFORMANCE_NOT_VISIBLE && blame != PRAP_CONFORMANCE_LOST_ON_REOPEN);
}

/* The rows that came. */
static bool are_right(prapi_kit *kit, const prap_scan *query, const prapi_kit_answer *answer) {
    for (uint32_t i = 0; i < answer->count; i++) {
        uint32_t fault;
        const prapi_kit_case *one = case_of(kit, query->tenant, id_of_row(&kit->rows[i]), &fault);
        if (one == NULL) return fail(kit, fault, NULL);
        fault = row_fault(kit, query, one, &kit->rows[i]);
        if (fault == 0) fault = place_fault(kit, i);
        if (fault != 0) return fail(kit, fault, one);
    }
    if (answer->pushes > query->limit) return fail(kit, PRAP_CONFORMANCE_SCAN_LIMIT, NULL);
    return true;
}

bool prapi_kit_walk(prapi_kit *kit, const prapi_host *on, const prap_scan *query, uint32_t blame) {
    if (kit->ended != PRAP_OK || on->store.scan == NULL || has_unsure(kit, query->tenant) || !follows(kit, blame)) return false;
    const prapi_kit_answer answer = prapi_kit_scan(kit, on, query, PRAPI_KIT_ROWS, PRAP_OK);
    if (answer.status != PRAP_OK) return false;
    prap_text after = query->after;
    if (!are_right(kit, query, &answer)) return false;
    for (uint32_t i = 0; i < query->limit; i++) {
        const prapi_kit_case *one = next_wanted(kit, query, after);
        if (one == NULL) return true;
        after = prapi_kit_key(one).case_id;
        if (i < answer.count && compare(id_of_row(&kit->rows[i]), after) == 0) continue;
        if (kit->unmade != 0) return fail(kit, kit->leaves, one);
        return fail(kit, is_by_day_before(one, query) ? PRAP_CONFORMANCE_COLUMN_NOT_KEPT : blame, one);
    }
    return true;
}
