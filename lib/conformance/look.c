/* look.c: a case as the store gives it, held against the model. */
#include <string.h>

#include "conformance/kit.h"

static void find_fault(prapi_kit *kit, prapi_kit_case *one, uint32_t fault, uint64_t sequence) {
    prapi_kit_tell(kit, fault, one, sequence);
    one->unsure = true;
}

/* How load answers, whatever the case is. Whether there is a row to be looked at. */
static bool check_rows(prapi_kit *kit, prapi_kit_case *one, const prapi_kit_answer *answer) {
    if (answer->status == PRAP_NONE) {
        if (answer->pushes > 0) find_fault(kit, one, PRAP_CONFORMANCE_NONE_WITH_ROW, 0);
        return false;
    }
    const bool missing = one->version == 0;
    if (answer->count == 0) {
        find_fault(kit, one, missing ? PRAP_CONFORMANCE_MISSING_NOT_NONE : PRAP_CONFORMANCE_LOAD_WITHOUT_ROW, 0);
    }
    if (answer->pushes > 1) find_fault(kit, one, PRAP_CONFORMANCE_LOAD_SEVERAL_ROWS, 0);
    return answer->count > 0;
}

static void look_for_nothing(prapi_kit *kit, const prapi_host *on, prapi_kit_case *one, const prapi_kit_answer *loaded) {
    const bool left = kit->unmade != 0;
    if (check_rows(kit, one, loaded)) {
        const uint32_t found = kit->mixed != 0 ? kit->mixed : PRAP_CONFORMANCE_CASE_INVENTED;
        find_fault(kit, one, left && (kit->mixed == 0 || prapi_kit_is_unmade(kit, one, &kit->rows[0])) ? kit->leaves : found, 0);
    }
    if (on->store.read != NULL && !one->unsure) {
        const prapi_kit_answer answer = prapi_kit_read(kit, on, prapi_kit_key(one), 1, PRAPI_KIT_ROWS, PRAPI_KIT_ROWS, PRAP_OK);
        if (answer.status == PRAP_OK && answer.count > 0) {
            find_fault(kit, one, left ? kit->leaves : PRAP_CONFORMANCE_EVENT_INVENTED, kit->rows[0].version);
        }
    }
    if (!one->unsure) prapi_kit_look_beside(kit, one);
}

/* Is it there under a key of lent memory, as that is by now? */
static bool is_under_lent_key(prapi_kit *kit, const prapi_host *on, const prapi_kit_case *one) {
    char lent[PRAP_ID_BYTES];
    memset(lent, PRAPI_KIT_LENT, sizeof lent);
    prap_key key = {{lent, one->tenant_bytes}, {lent, one->case_id_bytes}};
    if (prapi_kit_load(kit, on, key, PRAP_OK).status == PRAP_OK) return true;
    key.tenant = prapi_kit_key(one).tenant;
    return prapi_kit_load(kit, on, key, PRAP_OK).status == PRAP_OK;
}

/* The last change, or the whole case, is not what load gives. newest: where the journal ends. */
static uint32_t lost(prapi_kit *kit, const prapi_host *on, const prapi_kit_case *one, uint64_t newest) {
    const bool torn = newest == one->version && kit->lost == PRAP_CONFORMANCE_CHANGE_LOST;
    if (torn) return PRAP_CONFORMANCE_SNAPSHOT_NOT_REPLACED;
    return newest == 0 && is_under_lent_key(kit, on, one) ? PRAP_CONFORMANCE_BORROWED_KEPT : kit->lost;
}

/* A row of load, and where the journal ends; snapshot: what is wrong with the row's. */
static uint32_t row_fault(prapi_kit *kit, const prapi_host *on, const prapi_kit_case *one, uint64_t version,
                          uint32_t snapshot, uint64_t newest) {
    if (version == PRAPI_KIT_LENT_NUMBER) return PRAP_CONFORMANCE_BORROWED_KEPT;
    if (snapshot == PRAP_CONFORMANCE_SNAPSHOT_NOT_REPLACED && version < one->version) return lost(kit, on, one, newest);
    if (snapshot != 0) return snapshot;
    if (version == one->version) return 0;
    return kit->unmade != 0 && version == kit->unmade_version ? kit->leaves : PRAP_CONFORMANCE_VERSION_WRONG;
}

static void look_at_row(prapi_kit *kit, const prapi_host *on, prapi_kit_case *one, const prapi_kit_answer *loaded) {
    const bool found = check_rows(kit, one, loaded);
    const uint64_t version = kit->rows[0].version;
    const uint32_t snapshot = found ? prapi_kit_snapshot_fault(kit, one, &kit->rows[0]) : 0;
    uint64_t newest = 0;
    if (one->unsure) return;
    const bool readable = on->store.read != NULL;
    if (readable && !prapi_kit_look_journal(kit, on, one, &newest)) one->unsure = true;
    const uint32_t fault = found ? row_fault(kit, on, one, version, snapshot, newest) : lost(kit, on, one, newest);
    if (fault != 0) find_fault(kit, one, fault, one->version);
    if (readable && !one->unsure && newest < one->version) {
        const bool torn = kit->lost != PRAP_CONFORMANCE_NOT_VISIBLE && kit->lost != PRAP_CONFORMANCE_LOST_ON_REOPEN;
        find_fault(kit, one, torn ? prapi_kit_missing_event(kit, on, one, newest + 1) : kit->lost, newest + 1);
    }
    if (!one->unsure) prapi_kit_look_beside(kit, one);
}

void prapi_kit_look(prapi_kit *kit, const prapi_host *on, prapi_kit_case *one) {
    if (one->unsure || kit->ended != PRAP_OK || (kit->blind && one->version == 0)) return;
    kit->absent = one->version == 0;
    const prapi_kit_answer loaded = prapi_kit_load(kit, on, prapi_kit_key(one), PRAP_OK);
    kit->absent = false;
    if (loaded.status != PRAP_OK && loaded.status != PRAP_NONE) one->unsure = true;
    else if (one->version == 0) look_for_nothing(kit, on, one, &loaded);
    else look_at_row(kit, on, one, &loaded);
}
