/* overlay-cases.c: see overlay-cases.h. */
#include "overlay-cases.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

static int compare_bytes(const char *a, size_t a_bytes, const char *b, size_t b_bytes) {
    const int order = memcmp(a, b, a_bytes < b_bytes ? a_bytes : b_bytes);
    return order != 0 ? order : (a_bytes > b_bytes) - (a_bytes < b_bytes);
}

static int compare_cases(const void *a, const void *b) {
    const struct cli_overlay_case *left = a, *right = b;
    const int order = compare_bytes(left->case_id, left->case_bytes, right->case_id, right->case_bytes);
    return order != 0 ? order
                      : compare_bytes(left->tenant, left->tenant_bytes, right->tenant, right->tenant_bytes);
}

/* Copies a key that the library has checked. False when it is longer than the library allows. */
static bool copy_key(const prap_key *key, struct cli_overlay_case *ret_case) {
    if (key->tenant.n > PRAP_ID_BYTES || key->case_id.n > PRAP_ID_BYTES) return false;
    if (key->tenant.n != 0) memcpy(ret_case->tenant, key->tenant.bytes, key->tenant.n);
    if (key->case_id.n != 0) memcpy(ret_case->case_id, key->case_id.bytes, key->case_id.n);
    ret_case->tenant_bytes = key->tenant.n;
    ret_case->case_bytes = key->case_id.n;
    return true;
}

struct cli_overlay_case *cli_overlay_cases_find(const struct cli_overlay_cases *cases, const prap_key *key) {
    static const struct cli_overlay_case empty;
    struct cli_overlay_case wanted = empty;
    if (!copy_key(key, &wanted)) return NULL;
    struct cli_overlay_case *const *found = tfind(&wanted, &cases->tree, compare_cases);
    return found == NULL ? NULL : *found;
}

bool overlay_case_has_id(const struct cli_overlay_case *found, prap_text id) {
    for (const struct cli_overlay_event *event = found->first; event != NULL && id.n != 0;
         event = event->next) {
        if (event->id_bytes == id.n && memcmp(event->id, id.bytes, id.n) == 0) return true;
    }
    return false;
}

static struct cli_overlay_event *copy_event(const prap_event_record *record) {
    if (record->id.n > PRAP_ID_BYTES || record->record.n > PRAP_EVENT_BYTES) return NULL;
    struct cli_overlay_event *event = calloc(1, sizeof *event);
    if (event == NULL) return NULL;
    event->sequence = record->sequence;
    event->id_bytes = record->id.n;
    event->record_bytes = record->record.n;
    if (record->id.n != 0) memcpy(event->id, record->id.bytes, record->id.n);
    memcpy(event->record, record->record.bytes, record->record.n);
    return event;
}

static void free_events(struct cli_overlay_event *event) {
    while (event != NULL) {
        struct cli_overlay_event *next = event->next;
        free(event);
        event = next;
    }
}

bool cli_overlay_case_append(struct cli_overlay_case *changed, const prap_change *change) {
    struct cli_overlay_event *first = NULL, *last = NULL;
    for (size_t i = 0; i < change->n_events; i++) {
        struct cli_overlay_event *event = copy_event(&change->events[i]);
        if (event == NULL) {
            free_events(first);
            return false;
        }
        *(last == NULL ? &first : &last->next) = event;
        last = event;
    }
    if (first == NULL) return true;
    *(changed->last == NULL ? &changed->first : &changed->last->next) = first;
    changed->last = last;
    return true;
}

struct cli_overlay_case *cli_overlay_cases_add(struct cli_overlay_cases *cases, const prap_key *key,
                                               uint64_t base_version) {
    struct cli_overlay_case *added = calloc(1, sizeof *added);
    if (added == NULL) return NULL;
    if (!copy_key(key, added) || tsearch(added, &cases->tree, compare_cases) == NULL) {
        free(added);
        return NULL;
    }
    added->base_version = added->version = base_version;
    added->next = cases->first;
    cases->first = added;
    return added;
}

void cli_overlay_cases_clear(struct cli_overlay_cases *cases) {
    while (cases->first != NULL) {
        struct cli_overlay_case *gone = cases->first;
        cases->first = gone->next;
        tdelete(gone, &cases->tree, compare_cases);
        free_events(gone->first);
        free(gone);
    }
}
