/* cases.c: one case of a tenant after another, as the store has them. */
#include <string.h>

#include "base/text.h"
#include "engine/engine.h"
#include "referral/record.h"

int prapi_case_id_order(prap_text a, prap_text b) {
    const size_t shorter = a.n < b.n ? a.n : b.n;
    const int order = shorter == 0 ? 0 : memcmp(a.bytes, b.bytes, shorter);
    return order != 0 ? order : (a.n > b.n) - (a.n < b.n);
}

static prap_text id_of(const prapi_row_copy *row) {
    return (prap_text){row->case_id, row->case_id_bytes};
}

/* Rows come in ascending order: a store that pushes a case twice, or ignores where to go on, would be walked for ever. */
static bool is_after(prap_text case_id, prap_text last) {
    return prapi_case_id_order(case_id, last) > 0;
}

prap_status prapi_engine_next(prap_engine *engine, prap_text tenant, prapi_place *at) {
    uint32_t count;
    const prap_text after = {at->case_id, at->n};
    const prap_status status =
        prapi_host_scan(&engine->host, tenant, after, PRAP_DAY_NONE, &engine->loaded, 1, &count);
    if (status != PRAP_OK) return status;
    if (count == 0) return PRAP_NONE;
    if (!is_after(id_of(&engine->loaded), after)) return PRAP_E_HOST;
    at->n = engine->loaded.case_id_bytes;
    memcpy(at->case_id, engine->loaded.case_id, at->n);
    return PRAP_OK;
}

/* One page. *ret_end: there is nothing after it that is asked for. */
static prap_status take_page(prap_engine *engine, const prapi_range *range, uint32_t count, prap_text last,
                             prapi_take_case take, void *user, bool *ret_end) {
    *ret_end = count < PRAPI_SCAN_ROWS;
    for (uint32_t i = 0; i < count; i++) {
        const prapi_row_copy *copy = &engine->cases[i];
        const prapi_case_row row = {{range->tenant, id_of(copy)}, copy->version, {copy->record, copy->record_bytes}};
        if (!is_after(row.key.case_id, i > 0 ? id_of(&engine->cases[i - 1]) : last)) return PRAP_E_HOST;
        if (range->until.n != 0 && prapi_case_id_order(row.key.case_id, range->until) > 0) {
            *ret_end = true;
            return PRAP_OK;
        }
        const prap_status status = take(engine, &row, user);
        if (status != PRAP_OK) return status;
    }
    return PRAP_OK;
}

prap_status prapi_engine_each(prap_engine *engine, const prapi_range *range, prapi_take_case take, void *user) {
    char room[PRAP_ID_BYTES];
    prap_text last = range->after;
    for (;;) {
        uint32_t count;
        bool end;
        prap_status status = prapi_host_scan(&engine->host, range->tenant, last, range->due_by, engine->cases,
                                             PRAPI_SCAN_ROWS, &count);
        if (status != PRAP_OK) return status;
        status = take_page(engine, range, count, last, take, user, &end);
        if (status != PRAP_OK || end) return status;
        last = (prap_text){room, engine->cases[count - 1].case_id_bytes};
        memcpy(room, engine->cases[count - 1].case_id, last.n);
    }
}

prap_status prapi_engine_open(prap_engine *engine, const prapi_case_row *row) {
    const prap_status status = prapi_case_decode(row->record, prapi_key_hash(&row->key), &engine->before);
    if (status != PRAP_OK) return status;
    return engine->before.version == row->version ? PRAP_OK : PRAP_E_DAMAGED;
}
