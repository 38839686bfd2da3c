#include "sink-double.h"

#include <stdlib.h>
#include <string.h>

static void copy(void *to, size_t room, const void *from, size_t n) {
    if (n > room) abort();
    if (n > 0) memcpy(to, from, n);
}

prap_status prap_sink_push(prap_sink *sink, const prap_row *row) {
    if (sink == NULL || row == NULL) return PRAP_E_NULL;
    if (row->size < sizeof *row) return PRAP_E_SIZE;
    if (sink->n == SINK_ROWS) abort();
    struct sink_row *kept = &sink->rows[sink->n++];
    *kept = (struct sink_row){.version = row->version, .record_bytes = row->record.n};
    copy(kept->case_id, PRAP_ID_BYTES, row->case_id.bytes, row->case_id.n);
    copy(kept->id, PRAP_ID_BYTES, row->id.bytes, row->id.n);
    copy(kept->record, sizeof kept->record, row->record.bytes, row->record.n);
    return sink->n == sink->stop_at ? sink->stop_with : PRAP_OK;
}
