/*
 * any-store.h: an arbitrary host: a store that pushes any rows, keeps no contract and answers anything, for the drivers of what
 * calls it.
 */
#ifndef PRAPI_PROOF_ANY_STORE_H
#define PRAPI_PROOF_ANY_STORE_H

#include "any.h"

#include "host/calls.h"

/* A row from a host that is newer by LATER bytes; and what its texts and its record are of. */
enum { LATER = 8, SOME = 2 };

static struct {
    prap_row row;
    uint8_t later[LATER];
} any_row;
static char row_text[PRAP_ID_BYTES + 1];
static uint8_t row_record[PRAP_SNAPSHOT_BYTES + 1];

static void push_one(prap_sink *sink, size_t text_bytes, size_t record_bytes) {
    ANY(any_row);
    ANY(row_text);
    ANY(row_record);
    any_row.row.size = (uint32_t)any_of(0, sizeof any_row);
    any_row.row.case_id = (prap_text){maybe() ? LAST(row_text, text_bytes) : NULL, text_bytes};
    any_row.row.id = (prap_text){maybe() ? LAST(row_text, text_bytes) : NULL, text_bytes};
    any_row.row.record = (prap_bytes){maybe() ? LAST(row_record, record_bytes) : NULL, record_bytes};
    (void)prap_sink_push(maybe() ? sink : NULL, maybe() ? &any_row.row : NULL);
}

#endif
