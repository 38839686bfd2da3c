/* overlay-store.c: see overlay-store.h. A case that was changed here is kept here whole, but for its older
 * events. */
#include "overlay-store.h"

#include <stdlib.h>
#include <string.h>

#include "overlay-cases.h"

struct cli_overlay {
    const prap_store *base;
    prap_engine *base_engine;
    struct cli_overlay_cases cases;
    prap_store store;
};

static prap_status overlay_load(void *user, const prap_key *key, prap_sink *sink) {
    const struct cli_overlay *overlay = user;
    const struct cli_overlay_case *found = cli_overlay_cases_find(&overlay->cases, key);
    if (found == NULL || found->snapshot_bytes == 0) {
        return overlay->base == NULL ? PRAP_NONE : overlay->base->load(overlay->base->user, key, sink);
    }
    const prap_row row = {.size = sizeof row,
                          .version = found->version,
                          .case_id = key->case_id,
                          .record = {found->snapshot, found->snapshot_bytes}};
    return prap_sink_push(sink, &row);
}

static prap_status overlay_read(void *user, const prap_key *key, uint64_t from, uint32_t max,
                                prap_sink *sink) {
    const struct cli_overlay *overlay = user;
    const struct cli_overlay_case *found = cli_overlay_cases_find(&overlay->cases, key);
    const uint64_t below = found == NULL ? UINT64_MAX : found->base_version;
    uint64_t left = max;
    if (overlay->base != NULL && from <= below && left > 0) {
        const uint64_t there = below - from < left ? below - from + 1 : left;
        const prap_status status = overlay->base->read(overlay->base->user, key, from, (uint32_t)there, sink);
        if (status != PRAP_OK) return status;
        left -= there;
    }
    const struct cli_overlay_event *event = found == NULL ? NULL : found->first;
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
    if (search->id.n != 0 && event->id.n == search->id.n &&
        memcmp(event->id.bytes, search->id.bytes, event->id.n) == 0) {
        search->found = true;
    }
    return PRAP_OK;
}

/* Looks in the base for the case's version and for the id of a change. */
static prap_status search_base(const struct cli_overlay *overlay, const prap_key *key,
                               struct search *search) {
    if (overlay->base == NULL) return PRAP_OK;
    prap_error error = {.size = sizeof error};
    const prap_status status =
        prap_engine_history(overlay->base_engine, key, PRAP_DAY_MAX, compare_id, search, &error);
    return status == PRAP_E_NO_CASE ? PRAP_OK : status;
}

static prap_status commit_one(struct cli_overlay *overlay, const prap_change *change) {
    struct cli_overlay_case *changed = cli_overlay_cases_find(&overlay->cases, &change->key);
    struct search search = {.id = change->id};
    const prap_status status = search_base(overlay, &change->key, &search);
    if (status != PRAP_OK) return status;
    if (search.found || (changed != NULL && overlay_case_has_id(changed, change->id))) return PRAP_DUPLICATE;
    if ((changed == NULL ? search.version : changed->version) != change->expected_version)
        return PRAP_CONFLICT;
    if (change->snapshot.n > PRAP_SNAPSHOT_BYTES) return PRAP_FAIL;
    if (changed == NULL)
        changed = cli_overlay_cases_add(&overlay->cases, &change->key, change->expected_version);
    if (changed == NULL || !cli_overlay_case_append(changed, change)) return PRAP_FAIL;
    memcpy(changed->snapshot, change->snapshot.bytes, change->snapshot.n);
    changed->snapshot_bytes = change->snapshot.n;
    changed->version = change->new_version;
    return PRAP_OK;
}

static prap_status overlay_commit(void *user, const prap_change *changes, size_t n, prap_status *ret_each) {
    for (size_t i = 0; i < n; i++)
        ret_each[i] = commit_one(user, &changes[i]);
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
    cli_overlay_cases_clear(&overlay->cases);
    free(overlay);
}
