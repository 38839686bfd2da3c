/* overlay-store.c: see overlay-store.h. A case that was changed here is kept here whole, but for its older events. */
#include "overlay-store.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

struct event {
    struct event *next;
    uint64_t sequence;
    char id[PRAP_ID_BYTES];
    size_t id_bytes;
    uint8_t record[PRAP_EVENT_BYTES];
    size_t record_bytes;
};

struct changed_case {
    struct changed_case *next; /* of all, in no order, to free them */
    char tenant[PRAP_ID_BYTES];
    char case_id[PRAP_ID_BYTES];
    size_t tenant_bytes;
    size_t case_bytes;
    uint64_t base_version; /* events up to this one are in the base's journal */
    uint64_t version;
    struct event *first;
    struct event *last;
    uint8_t snapshot[PRAP_SNAPSHOT_BYTES];
    size_t snapshot_bytes;
};

struct cli_overlay {
    const prap_store *base;
    prap_engine *base_engine;
    struct changed_case *cases;
    void *tree; /* of tsearch, by tenant and case id */
    prap_store store;
};

static int compare_bytes(const char *a, size_t a_bytes, const char *b, size_t b_bytes) {
    const int order = memcmp(a, b, a_bytes < b_bytes ? a_bytes : b_bytes);
    return order != 0 ? order : (a_bytes > b_bytes) - (a_bytes < b_bytes);
}

static int compare_cases(const void *a, const void *b) {
    const struct changed_case *left = a, *right = b;
    const int order = compare_bytes(left->case_id, left->case_bytes, right->case_id, right->case_bytes);
    return order != 0 ? order : compare_bytes(left->tenant, left->tenant_bytes, right->tenant, right->tenant_bytes);
}

/* Copies a key that the library has checked. False when it is longer than the library allows. */
static bool copy_key(const prap_key *key, struct changed_case *ret_case) {
    if (key->tenant.n > PRAP_ID_BYTES || key->case_id.n > PRAP_ID_BYTES) return false;
    if (key->tenant.n != 0) memcpy(ret_case->tenant, key->tenant.bytes, key->tenant.n);
    if (key->case_id.n != 0) memcpy(ret_case->case_id, key->case_id.bytes, key->case_id.n);
    ret_case->tenant_bytes = key->tenant.n;
    ret_case->case_bytes = key->case_id.n;
    return true;
}

static struct changed_case *find_case(const struct cli_overlay *overlay, const prap_key *key) {
    static const struct changed_case empty;
    struct changed_case wanted = empty;
    if (!copy_key(key, &wanted)) return NULL;
    struct changed_case *const *found = tfind(&wanted, &overlay->tree, compare_cases);
    return found == NULL ? NULL : *found;
}

static prap_status overlay_load(void *user, const prap_key *key, prap_sink *sink) {
    const struct cli_overlay *overlay = user;
    const struct changed_case *found = find_case(overlay, key);
    if (found == NULL || found->snapshot_bytes == 0) {
        return overlay->base == NULL ? PRAP_NONE : overlay->base->load(overlay->base->user, key, sink);
    }
    const prap_row row = {.size = sizeof row,
                          .version = found->version,
                          .case_id = key->case_id,
                          .record = {found->snapshot, found->snapshot_bytes}};
    return prap_sink_push(sink, &row);
}

static prap_status overlay_read(void *user, const prap_key *key, uint64_t from, uint32_t max, prap_sink *sink) {
    const struct cli_overlay *overlay = user;
    const struct changed_case *found = find_case(overlay, key);
    const uint64_t below = found == NULL ? UINT64_MAX : found->base_version;
    uint64_t left = max;
    if (overlay->base != NULL && from <= below && left > 0) {
        const uint64_t there = below - from < left ? below - from + 1 : left;
        const prap_status status = overlay->base->read(overlay->base->user, key, from, (uint32_t)there, sink);
        if (status != PRAP_OK) return status;
        left -= there;
    }
    const struct event *event = found == NULL ? NULL : found->first;
    for (; event != NULL && left > 0; event = event->next) {
        if (event->sequence < from) continue;
        const prap_row row = {.size = sizeof row,
                              .version = event->sequence,
                              .case_id = key->case_id,
                              .id = {event->id, event->id_bytes},
                              .record = {event->record, event->record_bytes}};
        const prap_status status = prap_sink_push(sink, &row);
        if (status == PRAP_E_LIMIT) return PRAP_OK;
        if (status != PRAP_OK) return status;
        left--;
    }
    return PRAP_OK;
}

/* A walk over the base's journal that looks for an id. */
struct search {
    prap_text id;
    bool found;
    uint64_t version;
};

static prap_status compare_id(void *user, const prap_event_view *event) {
    struct search *search = user;
    search->version = event->sequence;
    if (search->id.n != 0 && event->id.n == search->id.n && memcmp(event->id.bytes, search->id.bytes, event->id.n) == 0) {
        search->found = true;
    }
    return PRAP_OK;
}

/* Looks in the base for the case's version and for the id of a change. */
static prap_status search_base(const struct cli_overlay *overlay, const prap_key *key, struct search *search) {
    if (overlay->base == NULL) return PRAP_OK;
    prap_error error = {.size = sizeof error};
    const prap_status status =
        prap_engine_history(overlay->base_engine, key, PRAP_DAY_MAX, compare_id, search, &error);
    return status == PRAP_E_NO_CASE ? PRAP_OK : status;
}

static bool has_id(const struct changed_case *found, prap_text id) {
    for (const struct event *event = found->first; event != NULL && id.n != 0; event = event->next) {
        if (event->id_bytes == id.n && memcmp(event->id, id.bytes, id.n) == 0) return true;
    }
    return false;
}

static struct event *copy_event(const prap_event_record *record) {
    if (record->id.n > PRAP_ID_BYTES || record->record.n > PRAP_EVENT_BYTES) return NULL;
    struct event *event = calloc(1, sizeof *event);
    if (event == NULL) return NULL;
    event->sequence = record->sequence;
    event->id_bytes = record->id.n;
    event->record_bytes = record->record.n;
    if (record->id.n != 0) memcpy(event->id, record->id.bytes, record->id.n);
    memcpy(event->record, record->record.bytes, record->record.n);
    return event;
}

static void free_events(struct event *event) {
    while (event != NULL) {
        struct event *next = event->next;
        free(event);
        event = next;
    }
}

/* All events of a change, or none of them. */
static bool append_events(struct changed_case *changed, const prap_change *change) {
    struct event *first = NULL, *last = NULL;
    for (size_t i = 0; i < change->n_events; i++) {
        struct event *event = copy_event(&change->events[i]);
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

static struct changed_case *add_case(struct cli_overlay *overlay, const prap_key *key, uint64_t base_version) {
    struct changed_case *added = calloc(1, sizeof *added);
    if (added == NULL) return NULL;
    if (!copy_key(key, added) || tsearch(added, &overlay->tree, compare_cases) == NULL) {
        free(added);
        return NULL;
    }
    added->base_version = added->version = base_version;
    added->next = overlay->cases;
    overlay->cases = added;
    return added;
}

static prap_status commit_one(struct cli_overlay *overlay, const prap_change *change) {
    struct changed_case *changed = find_case(overlay, &change->key);
    struct search search = {.id = change->id};
    const prap_status status = search_base(overlay, &change->key, &search);
    if (status != PRAP_OK) return status;
    if (search.found || (changed != NULL && has_id(changed, change->id))) return PRAP_DUPLICATE;
    if ((changed == NULL ? search.version : changed->version) != change->expected_version) return PRAP_CONFLICT;
    if (change->snapshot.n > PRAP_SNAPSHOT_BYTES) return PRAP_FAIL;
    if (changed == NULL) changed = add_case(overlay, &change->key, change->expected_version);
    if (changed == NULL || !append_events(changed, change)) return PRAP_FAIL;
    memcpy(changed->snapshot, change->snapshot.bytes, change->snapshot.n);
    changed->snapshot_bytes = change->snapshot.n;
    changed->version = change->new_version;
    return PRAP_OK;
}

static prap_status overlay_commit(void *user, const prap_change *changes, size_t n, prap_status *ret_each) {
    for (size_t i = 0; i < n; i++) ret_each[i] = commit_one(user, &changes[i]);
    return PRAP_OK;
}

struct cli_overlay *cli_overlay_create(const prap_store *base, prap_engine *base_engine) {
    struct cli_overlay *overlay = calloc(1, sizeof *overlay);
    if (overlay == NULL) return NULL;
    overlay->base = base;
    overlay->base_engine = base_engine;
    overlay->store = (prap_store){.size = sizeof(prap_store),
                                  .user = overlay,
                                  .load = overlay_load,
                                  .commit = overlay_commit,
                                  .read = overlay_read};
    return overlay;
}

const prap_store *cli_overlay_store(const struct cli_overlay *overlay) {
    return &overlay->store;
}

void cli_overlay_destroy(struct cli_overlay *overlay) {
    if (overlay == NULL) return;
    while (overlay->cases != NULL) {
        struct changed_case *gone = overlay->cases;
        overlay->cases = gone->next;
        tdelete(gone, &overlay->tree, compare_cases);
        free_events(gone->first);
        free(gone);
    }
    free(overlay);
}
