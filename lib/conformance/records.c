/* records.c: what a record that is not the one that was given amounts to. */
#include <string.h>

#include "conformance/kit.h"

const prapi_kit_made *prapi_kit_made_at(const prapi_kit *kit, const prapi_kit_case *one, uint64_t sequence) {
    const prapi_kit_made *made = &kit->made[one->first - 1];
    while (made->last < sequence) made = &kit->made[made->next - 1];
    return made;
}

static bool is_written_over(const prapi_row_copy *row) {
    for (uint32_t i = 0; i < row->record_bytes; i++) {
        if (row->record[i] != PRAPI_KIT_LENT) return false;
    }
    return row->record_bytes > 0;
}

static bool is_same(const prapi_kit *kit, size_t wanted, const prapi_row_copy *row) {
    return row->record_bytes == wanted && memcmp(row->record, kit->bytes, wanted) == 0;
}

uint32_t prapi_kit_record_fault(const prapi_kit *kit, size_t wanted, const prapi_row_copy *row) {
    if (is_same(kit, wanted, row)) return 0;
    if (is_written_over(row)) return PRAP_CONFORMANCE_BORROWED_KEPT;
    const size_t n = row->record_bytes;
    if (n >= wanted || memcmp(row->record, kit->bytes, n) != 0) return PRAP_CONFORMANCE_RECORD_CHANGED;
    for (size_t i = 0; i < n; i++) {
        if (kit->bytes[i] == 0) return PRAP_CONFORMANCE_RECORD_TRUNCATED;
    }
    return kit->bytes[n] == 0 ? PRAP_CONFORMANCE_RECORD_CUT_AT_ZERO : PRAP_CONFORMANCE_RECORD_TRUNCATED;
}

static bool is_snapshot(prapi_kit *kit, const prapi_kit_case *one, uint64_t version, uint32_t salt,
                        const prapi_row_copy *row) {
    return is_same(kit, prapi_kit_snapshot(kit, one, version, salt, kit->bytes), row);
}

bool prapi_kit_is_unmade(prapi_kit *kit, const prapi_kit_case *one, const prapi_row_copy *row) {
    return kit->unmade != 0 && is_snapshot(kit, one, kit->unmade_version, kit->unmade, row);
}

static bool is_older(prapi_kit *kit, const prapi_kit_case *one, const prapi_row_copy *row) {
    for (uint32_t at = one->first; at != one->last; at = kit->made[at - 1].next) {
        const prapi_kit_made *made = &kit->made[at - 1];
        if (is_snapshot(kit, one, made->last, made->salt, row)) return true;
    }
    return false;
}

uint32_t prapi_kit_snapshot_fault(prapi_kit *kit, const prapi_kit_case *one, const prapi_row_copy *row) {
    const prapi_kit_made *last = &kit->made[one->last - 1];
    if (is_snapshot(kit, one, last->last, last->salt, row)) return 0;
    if (prapi_kit_is_unmade(kit, one, row)) return kit->leaves;
    if (is_older(kit, one, row)) return PRAP_CONFORMANCE_SNAPSHOT_NOT_REPLACED;
    const size_t n = prapi_kit_snapshot(kit, one, last->last, last->salt, kit->bytes);
    const uint32_t fault = prapi_kit_record_fault(kit, n, row);
    return fault == PRAP_CONFORMANCE_RECORD_CHANGED && kit->mixed != 0 ? kit->mixed : fault;
}
