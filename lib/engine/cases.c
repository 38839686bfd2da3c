/* cases.c: one case of a tenant after another, as the store has them: without a look into them. */
#include <string.h>

#include "engine/engine.h"

/* Rows come in ascending order: a store that pushes a case twice, or ignores where to go on, would be walked for ever. */
static bool is_after(const prapi_row_copy *row, const prapi_row_copy *last) {
    const uint32_t shorter =
        row->case_id_bytes < last->case_id_bytes ? row->case_id_bytes : last->case_id_bytes;
    const int order = memcmp(row->case_id, last->case_id, shorter);
    return order > 0 || (order == 0 && row->case_id_bytes > last->case_id_bytes);
}

prap_status prapi_engine_next(prap_engine *engine, prap_text tenant, prapi_row_copy *last) {
    uint32_t count;
    const prap_text after = {last->case_id, last->case_id_bytes};
    const prap_status status =
        prapi_host_scan(&engine->host, tenant, after, PRAP_DAY_NONE, &engine->loaded, 1, &count);
    if (status != PRAP_OK) return status;
    if (count == 0) return PRAP_NONE;
    if (!is_after(&engine->loaded, last)) return PRAP_E_HOST;
    *last = engine->loaded;
    return PRAP_OK;
}
