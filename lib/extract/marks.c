/* marks.c: what is kept of a value so that a change shows tomorrow: a keyed hash, and not the value.
 */
#include "base/error.h"
#include "base/siphash.h"
#include "extract/extract.h"
#include "vocabulary/vocabulary.h"

enum { FORMAT = 1, NO_BYTE_OF_TEXT = 0xFF };

static prap_status fail(prap_error *reterr, prap_status status, const char *field) {
    return prapi_fail(reterr, status, field, prap_status_meaning(status));
}

static void add_number(prapi_siphash *hash, uint32_t number) {
    for (int i = 0; i < 4; i++)
        prapi_siphash_add(hash, (uint8_t)(number >> 8 * i));
}

static void add_text(prapi_siphash *hash, uint32_t type, prap_text text) {
    prapi_data_reader reader;
    (void)prapi_data_open(&reader, type, text);
    for (int byte = prapi_data_next(&reader); byte >= 0; byte = prapi_data_next(&reader))
        prapi_siphash_add(hash, (uint8_t)byte);
    prapi_data_close(&reader); /* MUT-EQUIV: prapi_siphash_end, which comes next, overwrites the same bytes */
}

static void make(const uint8_t *key, prap_text referral, const prap_data_item *item, uint32_t occurrence,
                 prap_text text, prap_data_mark *mark) {
    prapi_siphash hash;
    prapi_siphash_begin(&hash, key);
    prapi_siphash_add(&hash, FORMAT);
    add_number(&hash, item->item);
    add_number(&hash, occurrence);
    add_text(&hash, PRAP_DATA_TYPE_IDENTIFIER, referral);
    prapi_siphash_add(&hash, NO_BYTE_OF_TEXT);
    add_text(&hash, item->type, text);
    *mark = (prap_data_mark){.item = item->item, .occurrence = occurrence};
    prapi_siphash_end(&hash, mark->mark);
}

static bool is_marked(const prap_data_value *value) {
    return value->item != 0 && prapi_data_is_said(prap_data_item_by_number(value->item), value->text);
}

/* The first PRaP referral identifier; NULL when there is none that could be one. */
static const prap_text *referral_of(const prap_data_record *record) {
    for (size_t i = 0; i < record->n; i++) {
        const prap_data_value *value = &record->values[i];
        if (value->item != PRAP_DATA_ITEM_PRAP_REFERRAL_ID || !is_marked(value)) continue;
        return prapi_data_is_formed(PRAP_DATA_TYPE_IDENTIFIER, value->text) ? &value->text : NULL;
    }
    return NULL;
}

prap_status prap_data_mark_record(const uint8_t *key, const prap_data_record *record,
                                  prap_data_mark *ret_marks, size_t room, size_t *ret_n, prap_error *reterr) {
    prap_data_record ours;
    uint32_t seen[PRAPI_DATA_ITEM_END] = {0}; /* MUT-EQUIV: no item is 0 */
    size_t n = 0;
    if (key == NULL || record == NULL || ret_n == NULL || (ret_marks == NULL && room > 0))
        return fail(reterr, PRAP_E_NULL, "");
    const prap_status status = prapi_data_take(&ours, record, "record", reterr);
    if (status != PRAP_OK) return status;
    const prap_text *referral = referral_of(&ours);
    if (referral == NULL) return fail(reterr, PRAP_E_REQUIRED, "prap-referral-id");
    for (size_t i = 0; i < ours.n; i++)
        n += is_marked(&ours.values[i]) ? 1 : 0;
    *ret_n = n;
    if (n > room) return fail(reterr, PRAP_E_ROOM, "marks");
    n = 0;
    for (size_t i = 0; i < ours.n; i++) {
        const prap_data_value *value = &ours.values[i];
        if (!is_marked(value)) continue;
        make(key, *referral, prap_data_item_by_number(value->item), seen[value->item]++, value->text,
             &ret_marks[n++]);
    }
    return PRAP_OK;
}
