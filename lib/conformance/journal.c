/* journal.c: a journal read page by page, and held against the model. */
#include <string.h>

#include "conformance/kit.h"

enum { PAGE = PRAPI_KIT_ROWS - 1 }; /* so that one row too many is seen */

/* The page as a whole: in order, from where it was asked for, no longer than it was asked for. */
static uint32_t page_fault(const prapi_kit *kit, uint64_t from, uint32_t max, const prapi_kit_answer *answer) {
    for (uint32_t i = 0; i < answer->count; i++) {
        const uint64_t sequence = kit->rows[i].version;
        if (sequence == PRAPI_KIT_LENT_NUMBER) return PRAP_CONFORMANCE_BORROWED_KEPT;
        if (i > 0 && sequence == kit->rows[i - 1].version) return PRAP_CONFORMANCE_READ_REPEATS;
        if (i > 0 && sequence < kit->rows[i - 1].version) return PRAP_CONFORMANCE_READ_ORDER;
    }
    if (answer->count > 0 && kit->rows[0].version < from) return PRAP_CONFORMANCE_READ_FROM;
    return answer->pushes > max ? PRAP_CONFORMANCE_READ_MAX : 0;
}

static uint32_t id_fault(const prapi_kit_made *made, const prapi_row_copy *row) {
    if (row->id_bytes == made->id_bytes && memcmp(row->id, made->id, made->id_bytes) == 0) return 0;
    for (uint32_t i = 0; i < row->id_bytes; i++) {
        if (row->id[i] != PRAPI_KIT_LENT) return PRAP_CONFORMANCE_ID_CHANGED;
    }
    return row->id_bytes > 0 ? PRAP_CONFORMANCE_BORROWED_KEPT : PRAP_CONFORMANCE_ID_CHANGED;
}

uint32_t prapi_kit_missing_event(prapi_kit *kit, const prapi_host *on, const prapi_kit_case *one, uint64_t from) {
    if (from == 1) return PRAP_CONFORMANCE_EVENTS_MISSING;
    const prapi_kit_answer answer = prapi_kit_read(kit, on, prapi_kit_key(one), from - 1, PAGE, PRAPI_KIT_ROWS, PRAP_OK);
    for (uint32_t i = 0; i < answer.count; i++) {
        if (kit->rows[i].version == from) return PRAP_CONFORMANCE_READ_FROM;
    }
    return PRAP_CONFORMANCE_EVENTS_MISSING;
}

/* One event that should be the wanted one. */
static uint32_t event_fault(prapi_kit *kit, const prapi_kit_case *one, uint64_t wanted, const prapi_row_copy *row) {
    if (row->version > one->version) return kit->unmade != 0 ? kit->leaves : PRAP_CONFORMANCE_EVENT_INVENTED;
    if (row->version > wanted) return PRAP_CONFORMANCE_EVENTS_MISSING;
    const prapi_kit_made *made = prapi_kit_made_at(kit, one, wanted);
    const size_t n = prapi_kit_record(kit, one, wanted, made->salt, kit->bytes);
    const uint32_t fault = prapi_kit_record_fault(kit, n, row);
    if (fault == 0) return id_fault(made, row);
    if (fault != PRAP_CONFORMANCE_RECORD_CHANGED) return fault;
    const size_t of_unmade = prapi_kit_record(kit, one, wanted, kit->unmade, kit->bytes);
    if (kit->unmade != 0 && prapi_kit_record_fault(kit, of_unmade, row) == 0) return kit->leaves;
    return fault;
}

bool prapi_kit_look_journal(prapi_kit *kit, const prapi_host *on, const prapi_kit_case *one, uint64_t *ret_newest) {
    prapi_kit_answer answer = {.count = PAGE};
    bool ended = false; /* a page was shorter than it was asked for, so that nothing should follow */
    *ret_newest = 0;
    while (answer.count > 0) { /* which moves *ret_newest on, and never past the version */
        const uint64_t from = *ret_newest + 1;
        answer = prapi_kit_read(kit, on, prapi_kit_key(one), from, PAGE, PRAPI_KIT_ROWS, PRAP_OK);
        if (answer.status != PRAP_OK) return false;
        const uint32_t fault = page_fault(kit, from, PAGE, &answer);
        if (fault != 0) {
            const bool left = kit->unmade != 0 && fault == PRAP_CONFORMANCE_READ_REPEATS;
            prapi_kit_tell(kit, left ? kit->leaves : fault, one, from);
            return false;
        }
        if (ended && answer.count > 0) prapi_kit_tell(kit, PRAP_CONFORMANCE_READ_MAX, one, from);
        for (uint32_t i = 0; i < answer.count; i++) {
            uint32_t wrong = event_fault(kit, one, from + i, &kit->rows[i]);
            if (wrong == PRAP_CONFORMANCE_EVENTS_MISSING && i == 0) wrong = prapi_kit_missing_event(kit, on, one, from);
            if (wrong != 0) {
                prapi_kit_tell(kit, wrong, one, from + i);
                return false;
            }
            *ret_newest = from + i;
        }
        ended = answer.count < PAGE;
    }
    return true;
}

/* A page that is whole in itself: does it begin where it was asked to, and has it all that was wanted? */
static uint32_t place_fault(const prapi_kit *kit, uint64_t from, uint64_t wanted, const prapi_kit_answer *answer) {
    if (answer->count > 0 && from > UINT32_MAX) return PRAP_CONFORMANCE_VERSION_CUT;
    if (answer->count > 0 ? kit->rows[0].version != from : wanted > 0) return PRAP_CONFORMANCE_READ_FROM;
    return answer->count != wanted ? PRAP_CONFORMANCE_READ_MAX : 0;
}

bool prapi_kit_look_page(prapi_kit *kit, const prapi_host *on, const prapi_kit_case *one, uint64_t from, uint32_t max) {
    const prapi_kit_answer answer = prapi_kit_read(kit, on, prapi_kit_key(one), from, max, PRAPI_KIT_ROWS, PRAP_OK);
    if (one->unsure || answer.status != PRAP_OK) return false;
    uint32_t fault = page_fault(kit, from, max, &answer);
    const uint64_t left = from > one->version ? 0 : one->version - from + 1, wanted = left < max ? left : max;
    if (fault == PRAP_CONFORMANCE_READ_FROM && from > UINT32_MAX) fault = PRAP_CONFORMANCE_VERSION_CUT;
    if (fault == 0) fault = place_fault(kit, from, wanted, &answer);
    if (fault != 0) prapi_kit_tell(kit, fault, one, from);
    return fault == 0;
}
