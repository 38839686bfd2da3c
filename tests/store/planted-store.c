/* planted-store.c: see planted-store.h. The sound store is what is left when every line with a fault is struck out. */
#include "planted-store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "prap/vocabulary.h"

#define IS(NAME) (store->fault == PLANTED_##NAME || store->also == PLANTED_##NAME)

struct text {
    char bytes[PRAP_ID_BYTES];
    size_t n;
    const char *lent; /* of BORROWED_…: where it was */
};

struct event {
    uint64_t sequence;
    struct text id;
    uint8_t *record;
    size_t n;
    const uint8_t *lent;
    const prap_event_record *lent_event; /* of BORROWED_SEQUENCE: where it was */
    const struct planted_store *by; /* of EVENTS_NOT_SHARED: the handle that wrote it */
};

struct stored {
    struct text tenant, case_id;
    uint64_t version;
    struct event *events;
    size_t n_events;
    uint8_t snapshot[PRAP_SNAPSHOT_BYTES];
    size_t snapshot_bytes;
    uint8_t first_snapshot[64]; /* of SCAN_FIRST_SNAPSHOT */
    size_t first_snapshot_bytes;
    const uint8_t *lent;
    const prap_change *lent_change; /* of BORROWED_VERSION */
    prap_conformance_columns columns;
    prap_notice_record *notices;
    size_t n_notices;
    unsigned order; /* of insertion */
};

struct planted_data {
    struct stored *cases;
    size_t n_cases;
    unsigned made;
    uint32_t fail_at; /* the write of the next commit that fails; 0: none */
    uint32_t writes;
    struct text refused[64], refused_cases[64]; /* ids of refused changes, of a store that keeps them */
    size_t n_refused;
    unsigned scans;
    size_t found; /* where a case was found last */
};

static void *must(void *memory) {
    if (memory == NULL) abort();
    return memory;
}

static void *copy_of(const void *bytes, size_t n) {
    void *copy = must(malloc(n + 1));
    if (n > 0) memcpy(copy, bytes, n);
    return copy;
}

static struct text text_of(prap_text from) {
    struct text text = {.n = from.n, .lent = from.bytes};
    if (from.n > 0) memcpy(text.bytes, from.bytes, from.n);
    return text;
}

static prap_text view(const struct text *text) {
    return (prap_text){text->bytes, text->n};
}

static int compare(prap_text left, prap_text right) {
    const size_t n = left.n < right.n ? left.n : right.n;
    const int order = n == 0 ? 0 : memcmp(left.bytes, right.bytes, n);
    if (order != 0) return order;
    return left.n < right.n ? -1 : left.n > right.n;
}

static bool same(prap_text left, prap_text right) {
    return left.n == right.n && (left.n == 0 || memcmp(left.bytes, right.bytes, left.n) == 0);
}

/* One stored case */

static void clear(struct stored *stored) {
    for (size_t i = 0; i < stored->n_events; i++) free(stored->events[i].record);
    free(stored->events);
    free(stored->notices);
}

static struct stored deep_copy(const struct stored *from) {
    struct stored to = *from;
    to.events = copy_of(from->events, from->n_events * sizeof *from->events);
    for (size_t i = 0; i < from->n_events; i++) to.events[i].record = copy_of(from->events[i].record, from->events[i].n);
    to.notices = copy_of(from->notices, from->n_notices * sizeof *from->notices);
    return to;
}

struct planted_data *planted_data_create(void) {
    return must(calloc(1, sizeof(struct planted_data)));
}

void planted_data_destroy(struct planted_data *data) {
    if (data == NULL) return;
    for (size_t i = 0; i < data->n_cases; i++) clear(&data->cases[i]);
    free(data->cases);
    free(data);
}

static void copy_data(struct planted_data *to, const struct planted_data *from) {
    *to = *from;
    to->cases = copy_of(from->cases, from->n_cases * sizeof *from->cases);
    for (size_t i = 0; i < from->n_cases; i++) to->cases[i] = deep_copy(&from->cases[i]);
}

/* Which texts a store takes for the same. */

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool same_folded(prap_text left, prap_text right) {
    if (left.n != right.n) return false;
    for (size_t i = 0; i < left.n; i++) {
        if (lower(left.bytes[i]) != lower(right.bytes[i])) return false;
    }
    return true;
}

static prap_text trimmed(prap_text text) {
    while (text.n > 0 && text.bytes[text.n - 1] == ' ') text.n--;
    return text;
}

static prap_text cut(prap_text text, size_t n) {
    if (text.n > n) text.n = n;
    return text;
}

/* é composed and decomposed alike. */
static size_t normal(prap_text text, char *room) {
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (i + 2 < text.n && memcmp(text.bytes + i, "e\xcc\x81", 3) == 0) {
            memcpy(room + n, "\xc3\xa9", 2);
            n += 2;
            i += 2;
        } else {
            room[n++] = text.bytes[i];
        }
    }
    return n;
}

static bool same_normal(prap_text left, prap_text right) {
    char a[PRAP_ID_BYTES], b[PRAP_ID_BYTES];
    const size_t n = normal(left, a), m = normal(right, b);
    return n == m && memcmp(a, b, n) == 0;
}

/* As SQL's LIKE has it: % any run, _ any character. */
static bool is_like(prap_text text, prap_text pattern) {
    if (pattern.n == 0) return text.n == 0;
    const prap_text rest = {pattern.bytes + 1, pattern.n - 1};
    if (pattern.bytes[0] == '%') {
        for (size_t i = 0; i <= text.n; i++) {
            if (is_like((prap_text){text.bytes + i, text.n - i}, rest)) return true;
        }
        return false;
    }
    return text.n > 0 && (pattern.bytes[0] == '_' || pattern.bytes[0] == text.bytes[0]) &&
           is_like((prap_text){text.bytes + 1, text.n - 1}, rest);
}

static bool same_number(prap_text left, prap_text right) {
    char a[PRAP_ID_BYTES + 1] = {0}, b[PRAP_ID_BYTES + 1] = {0}, *a_end, *b_end;
    memcpy(a, left.bytes, left.n);
    memcpy(b, right.bytes, right.n);
    const double x = strtod(a, &a_end), y = strtod(b, &b_end);
    const bool numbers = left.n > 0 && right.n > 0 && *a_end == 0 && *b_end == 0;
    return numbers ? !(x < y) && !(x > y) : same(left, right);
}

static bool same_case(const struct planted_store *store, prap_text kept, prap_text asked) {
    if (IS(CASE_FOLDED)) return same_folded(kept, asked);
    if (IS(CASE_TRIMMED)) return same(trimmed(kept), trimmed(asked));
    if (IS(CASE_NORMALISED)) return same_normal(kept, asked);
    if (IS(CASE_CUT_63)) return same(cut(kept, 63), cut(asked, 63));
    if (IS(CASE_LIKE)) return is_like(kept, asked);
    if (IS(CASE_NUMBER)) return same_number(kept, asked);
    return same(kept, asked);
}

static bool same_id(const struct planted_store *store, prap_text kept, prap_text asked) {
    if (IS(ID_FOLDED)) return same_folded(kept, asked);
    if (IS(ID_TRIMMED)) return same(trimmed(kept), trimmed(asked));
    if (IS(ID_CUT_32)) return same(cut(kept, 32), cut(asked, 32));
    if (IS(ID_LIKE)) return is_like(kept, asked);
    return same(kept, asked);
}

static size_t join(prap_text a, const char *between, prap_text b, char *room) {
    size_t n = a.n;
    if (a.n > 0) memcpy(room, a.bytes, a.n);
    memcpy(room + n, between, strlen(between));
    n += strlen(between);
    memcpy(room + n, b.bytes, b.n);
    return n + b.n;
}

static bool same_key(const struct planted_store *store, const struct stored *kept, const prap_key *key) {
    char a[2 * PRAP_ID_BYTES + 4], b[2 * PRAP_ID_BYTES + 4];
    if (IS(TENANT_IGNORED)) return same_case(store, view(&kept->case_id), key->case_id);
    if (IS(TENANT_EMPTY_IS_ANY) && key->tenant.n == 0) return same_case(store, view(&kept->case_id), key->case_id);
    if (IS(TENANT_JOINED) || IS(TENANT_JOINED_BY_COLON)) {
        const char *between = IS(TENANT_JOINED) ? "" : ":";
        const size_t n = join(view(&kept->tenant), between, view(&kept->case_id), a);
        return n == join(key->tenant, between, key->case_id, b) && memcmp(a, b, n) == 0;
    }
    if (IS(TENANT_FOLDED)) return same_folded(view(&kept->tenant), key->tenant) && same(view(&kept->case_id), key->case_id);
    return same_case(store, view(&kept->case_id), key->case_id) && same(view(&kept->tenant), key->tenant);
}

/* Are two cases one only when every byte of their keys is the same? */
static bool is_exact(const struct planted_store *store) {
    return !(IS(CASE_FOLDED) || IS(CASE_TRIMMED) || IS(CASE_NORMALISED) || IS(CASE_CUT_63) || IS(CASE_LIKE) || IS(CASE_NUMBER) ||
             IS(TENANT_IGNORED) || IS(TENANT_EMPTY_IS_ANY) || IS(TENANT_JOINED) || IS(TENANT_JOINED_BY_COLON) ||
             IS(TENANT_FOLDED));
}

/* The same case is asked for several times on end, and there are hundreds. */
static struct stored *find_in(const struct planted_store *store, struct planted_data *data, const prap_key *key) {
    const bool exact = is_exact(store);
    const size_t n = data->n_cases, first = exact && data->found < n ? data->found : 0;
    for (size_t at = 0; at < n; at++) {
        const size_t i = (first + at) % n;
        struct stored *kept = &data->cases[i];
        if (kept->version == 0) continue; /* something of a refused change, and no case */
        if (exact && kept->case_id.n != key->case_id.n) continue;
        if (!same_key(store, kept, key)) continue;
        data->found = i;
        return kept;
    }
    return NULL;
}

static prap_text lent_text(const struct text *text) {
    return (prap_text){text->lent, text->n};
}

/* A store that kept the pointers of its keys compares what stands there now. */
static struct stored *find(const struct planted_store *store, const prap_key *key) {
    if (IS(BORROWED_KEY) || IS(BORROWED_KEY_AND_TENANT)) {
        for (size_t i = 0; i < store->data->n_cases; i++) {
            struct stored *kept = &store->data->cases[i];
            const prap_text tenant = IS(BORROWED_KEY) ? view(&kept->tenant) : lent_text(&kept->tenant);
            if (same(tenant, key->tenant) && same(lent_text(&kept->case_id), key->case_id)) return kept;
        }
        return NULL;
    }
    return find_in(store, store->data, key);
}

/* Reading */

static prap_status stopped(const struct planted_store *store, prap_status pushed) {
    if (IS(SINK_LIMIT_IS_FAILURE)) return pushed == PRAP_E_LIMIT ? PRAP_FAIL : pushed;
    if (IS(SINK_LIMIT_PASSED_ON)) return pushed;
    if (IS(SINK_STATUS_SWALLOWED)) return PRAP_OK;
    if (IS(SINK_STATUS_BECOMES_FAIL) && pushed != PRAP_E_LIMIT && pushed != PRAP_OK) return PRAP_FAIL;
    return pushed == PRAP_E_LIMIT ? PRAP_OK : pushed;
}

static prap_bytes snapshot_of(const struct planted_store *store, const struct stored *stored) {
    prap_bytes snapshot = {stored->snapshot, stored->snapshot_bytes};
    if (IS(BORROWED_SNAPSHOT)) snapshot.bytes = stored->lent;
    if (IS(SNAPSHOT_CUT_AT_ZERO)) snapshot.n = strnlen((const char *)snapshot.bytes, snapshot.n);
    if (IS(SNAPSHOT_CUT_2000) && snapshot.n > 2000) snapshot.n = 2000;
    if (IS(SNAPSHOT_TRIMMED)) {
        while (snapshot.n > 0 && snapshot.bytes[snapshot.n - 1] == ' ') snapshot.n--;
    }
    if (IS(ROW_TOO_LONG)) snapshot.n = PRAP_SNAPSHOT_BYTES + 1;
    if (IS(ROW_NULL)) snapshot.bytes = NULL;
    return snapshot;
}

static prap_status load(void *user, const prap_key *key, prap_sink *sink) {
    struct planted_store *store = user;
    struct stored *stored = IS(CACHE_ON_LOAD) && store->cache != NULL ? find_in(store, store->cache, key) : NULL;
    if (stored == NULL) stored = find(store, key);
    if (IS(CACHE_ON_LOAD) && stored != NULL) {
        if (store->cache == NULL) store->cache = planted_data_create();
        if (find_in(store, store->cache, key) == NULL) {
            struct planted_data *cache = store->cache;
            cache->cases = must(realloc(cache->cases, (cache->n_cases + 1) * sizeof *cache->cases));
            cache->cases[cache->n_cases++] = deep_copy(stored);
        }
    }
    if (IS(SINK_KEPT) && store->kept_sink != NULL) {
        const prap_row late = {.size = sizeof late, .version = 1};
        prap_sink_push(store->kept_sink, &late);
    }
    if (IS(SINK_KEPT)) store->kept_sink = sink;
    if (IS(LENT_KEY_WRITTEN) && key->case_id.n > 0) ((char *)(uintptr_t)key->case_id.bytes)[0] = 'x';
    if (stored == NULL) {
        if (IS(MISSING_IS_OK)) return PRAP_OK;
        if (IS(MISSING_IS_FAIL)) return PRAP_FAIL;
        if (IS(MISSING_HAS_ROW) || IS(MISSING_IS_FOUND)) {
            const prap_row empty = {.size = sizeof empty};
            prap_sink_push(sink, &empty);
            return IS(MISSING_HAS_ROW) ? PRAP_NONE : PRAP_OK;
        }
        return PRAP_NONE;
    }
    if (IS(LOAD_RETRIES_FOREVER)) return PRAP_RETRY;
    if (IS(LOAD_FAILS_NOW_AND_THEN) && store->calls++ % 5 == 0) return PRAP_RETRY; /* which is its right */
    if (IS(LOAD_PUSHES_NOTHING) || (IS(LOAD_EMPTY_AFTER_UNKNOWN) && store->was_unknown)) {
        store->was_unknown = false;
        return PRAP_OK;
    }
    if (IS(LOAD_OUTSIDE)) return PRAP_CONFLICT;
    if (IS(LOAD_FOREIGN)) return PRAP_E_FOREIGN;
    if (IS(LOAD_NEWER)) return PRAP_E_VERSION;
    prap_row row = {.size = sizeof row, .version = stored->version, .record = snapshot_of(store, stored)};
    if (IS(LOAD_VERSION_PLUS_1)) row.version++;
    if (IS(LOAD_VERSION_8_BITS)) row.version &= 255;
    if (IS(BORROWED_VERSION)) row.version = stored->lent_change->new_version;
    if (IS(ROW_SIZE_0)) row.size = 0;
    prap_status status = prap_sink_push(sink, &row);
    if (IS(LOAD_PUSHES_AND_RETRIES)) return PRAP_RETRY;
    if (IS(LOAD_PUSHES_TWICE)) status = prap_sink_push(sink, &row);
    return stopped(store, status);
}

static prap_status push_event(const struct planted_store *store, const struct event *event, prap_sink *sink) {
    prap_row row = {.size = sizeof row, .version = event->sequence, .id = view(&event->id), .record = {event->record, event->n}};
    if (IS(READ_ID_LOST)) row.id.n = 0;
    if (IS(READ_ID_OTHER) && row.id.n > 1) row.id.n--;
    if (IS(BORROWED_ID)) row.id.bytes = event->id.lent;
    if (IS(BORROWED_RECORD)) row.record.bytes = event->lent;
    if (IS(BORROWED_SEQUENCE)) row.version = event->lent_event->sequence;
    if (IS(RECORD_FLIPPED) && event->n > 0) event->record[0] ^= 1;
    if (IS(RECORD_CUT_AT_ZERO)) row.record.n = strnlen((const char *)event->record, event->n);
    if (IS(RECORD_CUT_1024) && row.record.n > 1024) row.record.n = 1024;
    return prap_sink_push(sink, &row);
}

static int as_text(const void *left, const void *right) {
    char a[24], b[24];
    snprintf(a, sizeof a, "%llu", (unsigned long long)((const struct event *)left)->sequence);
    snprintf(b, sizeof b, "%llu", (unsigned long long)((const struct event *)right)->sequence);
    return strcmp(a, b);
}

static int descending(const void *left, const void *right) {
    const struct event *a = left, *b = right;
    return a->sequence < b->sequence ? 1 : -1;
}

/* A case, or what a refused change left of one. */
static const struct stored *find_with_remains(const struct planted_store *store, const prap_key *key) {
    for (size_t i = 0; i < store->data->n_cases; i++) {
        if (same_key(store, &store->data->cases[i], key)) return &store->data->cases[i];
    }
    return NULL;
}

static prap_status read_journal(void *user, const prap_key *key, uint64_t from, uint32_t max, prap_sink *sink) {
    struct planted_store *store = user;
    const struct stored *stored = IS(REFUSED_EVENTS_ALONE) ? find_with_remains(store, key) : find(store, key);
    const uint64_t asked_from = from;
    const bool few = max < 10;
    if (stored == NULL && IS(READ_MISSING_HAS_ROW)) {
        const prap_row ghost = {.size = sizeof ghost, .version = 1};
        return stopped(store, prap_sink_push(sink, &ghost));
    }
    if (stored == NULL) return IS(READ_MISSING_IS_NONE) ? PRAP_NONE : PRAP_OK;
    struct event *events = copy_of(stored->events, stored->n_events * sizeof *events);
    if (IS(READ_AS_TEXT)) qsort(events, stored->n_events, sizeof *events, as_text);
    if (IS(READ_DESCENDING)) qsort(events, stored->n_events, sizeof *events, descending);
    if (IS(READ_FROM_IGNORED) || (IS(READ_FEW_FROM_IGNORED) && few)) from = 1;
    if ((IS(READ_FROM_EXCLUSIVE) || (IS(READ_FEW_FROM_EXCLUSIVE) && few)) && from > 1) from++;
    if (IS(READ_FROM_32_BITS) || IS(READ_NUMBERED_FROM)) from = (uint32_t)from;
    if (IS(READ_ONE_IS_NONE) && max == 1) max = 0;
    if (IS(READ_MAX_IGNORED)) max = UINT32_MAX;
    if (IS(READ_MAX_PLUS_1)) max += max < UINT32_MAX;
    if (IS(READ_AT_MOST_40) && max > 40) max = 40;
    uint32_t pushed = 0;
    prap_status status = PRAP_OK;
    for (size_t i = 0; i < stored->n_events && pushed < max && (status == PRAP_OK || IS(SINK_PUSHED_ON)); i++) {
        if (events[i].sequence < from) continue;
        if (IS(READ_SKIPS_7) && events[i].sequence == 7) continue;
        if (IS(EVENTS_NOT_SHARED) && events[i].by != NULL && events[i].by != store) continue;
        if (IS(READ_NUMBERED_FROM)) events[i].sequence = asked_from + pushed;
        status = push_event(store, &events[i], sink);
        if (IS(READ_TWICE) && status == PRAP_OK) status = push_event(store, &events[i], sink);
        pushed++;
    }
    if (IS(READ_ONE_BEYOND) && status == PRAP_OK && pushed < max && stored->n_events > 0) {
        struct event beyond = events[stored->n_events - 1];
        beyond.sequence++;
        status = push_event(store, &beyond, sink);
    }
    free(events);
    return stopped(store, status);
}

static int signed_compare(prap_text left, prap_text right) {
    for (size_t i = 0; i < left.n && i < right.n; i++) {
        const signed char a = (signed char)left.bytes[i], b = (signed char)right.bytes[i];
        if (a != b) return a < b ? -1 : 1;
    }
    return left.n < right.n ? -1 : left.n > right.n;
}

static int folded_compare(prap_text left, prap_text right) {
    for (size_t i = 0; i < left.n && i < right.n; i++) {
        const int order = (unsigned char)lower(left.bytes[i]) - (unsigned char)lower(right.bytes[i]);
        if (order != 0) return order;
    }
    return left.n != right.n ? (left.n < right.n ? -1 : 1) : compare(left, right);
}

/* As languages do: punctuation counts only when nothing else does. */
static int locale_compare(prap_text left, prap_text right) {
    char a[PRAP_ID_BYTES], b[PRAP_ID_BYTES];
    prap_text x = {a, 0}, y = {b, 0};
    for (size_t i = 0; i < left.n; i++) {
        if (left.bytes[i] != '-' && left.bytes[i] != ' ') a[x.n++] = left.bytes[i];
    }
    for (size_t i = 0; i < right.n; i++) {
        if (right.bytes[i] != '-' && right.bytes[i] != ' ') b[y.n++] = right.bytes[i];
    }
    const int order = folded_compare(x, y);
    return order != 0 ? order : compare(left, right);
}

/* Characters past the first plane are two units that begin with 0xd8, before 0xe000 to 0xffff. */
static int utf16_compare(prap_text left, prap_text right) {
    for (size_t i = 0; i < left.n && i < right.n; i++) {
        const unsigned char a = (unsigned char)left.bytes[i], b = (unsigned char)right.bytes[i];
        if (a == b) continue;
        if (a >= 0xf0 && b >= 0xee && b < 0xf0) return -1;
        if (b >= 0xf0 && a >= 0xee && a < 0xf0) return 1;
        return a < b ? -1 : 1;
    }
    return left.n < right.n ? -1 : left.n > right.n;
}

static int length_first(prap_text left, prap_text right) {
    return left.n != right.n ? (left.n < right.n ? -1 : 1) : compare(left, right);
}

static int order_of(const struct planted_store *store, const struct stored *a, const struct stored *b) {
    const prap_text left = view(&a->case_id), right = view(&b->case_id);
    if (IS(SCAN_BY_INSERTION)) return a->order < b->order ? -1 : 1;
    if (IS(SCAN_DESCENDING)) return compare(right, left);
    if (IS(SCAN_SIGNED)) return signed_compare(left, right);
    if (IS(SCAN_FOLDED)) return folded_compare(left, right);
    if (IS(SCAN_LOCALE)) return locale_compare(left, right);
    if (IS(SCAN_UTF16)) return utf16_compare(left, right);
    if (IS(SCAN_BY_LENGTH)) return length_first(left, right);
    if (IS(SCAN_BY_DAY) && a->columns.next_due != b->columns.next_due) return a->columns.next_due < b->columns.next_due ? -1 : 1;
    return compare(left, right);
}

static bool is_due(const struct planted_store *store, const struct stored *stored, prap_day by) {
    const prap_day due = IS(DUE_BY_HOLD) ? stored->columns.hold_until : stored->columns.next_due;
    if (by == PRAP_DAY_NONE) return IS(DUE_NONE_IS_OPEN_ONLY) ? due != PRAP_DAY_NONE : true;
    if (IS(DUE_IGNORED)) return true;
    if (IS(DUE_NONE_IS_EARLIEST)) return due <= by;
    if (due == PRAP_DAY_NONE) return false;
    if (IS(DUE_STRICT)) return due < by;
    if (IS(DUE_EXACT)) return due == by;
    if (IS(DUE_DAY_LATER)) return due - 1 <= by;
    if (IS(DUE_16_BITS)) return (int16_t)due <= by;
    if (IS(DUE_UNSIGNED)) return (uint32_t)due <= (uint32_t)by;
    if (IS(DUE_NOT_ENDED)) return due <= by && stored->columns.stage != PRAP_STATE_REJECTED;
    if (IS(DUE_IPES_ONLY)) return due <= by && stored->columns.programme == PRAP_PROGRAMME_IPES;
    if (IS(DUE_ZERO_IS_NONE)) return due != 0 && due <= by;
    return due <= by;
}

static bool is_wanted(const struct planted_store *store, const struct stored *stored, const prap_scan *query) {
    const prap_text id = view(&stored->case_id);
    const prap_text tenant = view(&stored->tenant);
    const bool begins = same(cut(tenant, query->tenant.n), query->tenant);
    if (!same(tenant, query->tenant) && !IS(SCAN_EVERY_TENANT) && !(IS(SCAN_TENANT_PREFIX) && begins)) return false;
    if (!IS(SCAN_AFTER_IGNORED) && query->after.n > 0) {
        const int order = IS(SCAN_SIGNED) ? signed_compare(id, query->after) : compare(id, query->after);
        if (order < 0 || (order == 0 && !IS(SCAN_AFTER_INCLUSIVE))) return false;
    }
    if (IS(SCAN_SKIPS_FIRST_VERSION) && stored->version == 1) return false;
    return true;
}

static prap_status scan(void *user, const prap_scan *query, prap_sink *sink) {
    struct planted_store *store = user;
    struct planted_data *data = store->data;
    const struct stored **rows = must(malloc((data->n_cases + 1) * sizeof *rows));
    size_t n = 0;
    data->scans++;
    for (size_t i = 0; i < data->n_cases; i++) {
        const struct stored *one = &data->cases[i];
        if (one->version == 0 && !IS(REFUSED_CASE_LISTED)) continue;
        if (!is_wanted(store, one, query) || (!IS(LIMIT_BEFORE_DUE) && !is_due(store, one, query->due_by))) continue;
        size_t at = n++;
        for (; at > 0 && order_of(store, one, rows[at - 1]) < 0; at--) rows[at] = rows[at - 1];
        rows[at] = one;
    }
    if (IS(SCAN_TURNS) && n > 1 && data->scans % 2 == 0) {
        const struct stored *first = rows[0];
        rows[0] = rows[1];
        rows[1] = first;
    }
    uint32_t limit = query->limit;
    if (IS(LIMIT_IGNORED)) limit = UINT32_MAX;
    if (IS(LIMIT_PLUS_1)) limit += limit < UINT32_MAX;
    if (IS(LIMIT_0_IS_ALL) && limit == 0) limit = UINT32_MAX;
    if (IS(LIMIT_SIGNED) && limit > INT32_MAX) limit = 0;
    if (IS(LIMIT_10) && limit > 10) limit = 10;
    uint32_t pushed = 0;
    prap_status status = PRAP_OK;
    for (size_t i = 0; i < n && pushed < limit && (status == PRAP_OK || IS(SINK_PUSHED_ON)); i++, pushed++) {
        if (IS(LIMIT_BEFORE_DUE) && !is_due(store, rows[i], query->due_by)) continue;
        prap_row row = {.size = sizeof row,
                        .version = rows[i]->version,
                        .case_id = view(&rows[i]->case_id),
                        .record = {rows[i]->snapshot, rows[i]->snapshot_bytes}};
        if (IS(SCAN_VERSION_1)) row.version = 1;
        if (IS(BORROWED_SCANNED)) row.case_id = lent_text(&rows[i]->case_id);
        if (IS(SCAN_WITHOUT_SNAPSHOT)) row.record.n = 0;
        if (IS(SCAN_FIRST_SNAPSHOT) && rows[i]->first_snapshot_bytes > 0)
            row.record = (prap_bytes){rows[i]->first_snapshot, rows[i]->first_snapshot_bytes};
        status = prap_sink_push(sink, &row);
        if (IS(SCAN_TWICE) && status == PRAP_OK) status = prap_sink_push(sink, &row);
    }
    free(rows);
    return stopped(store, status);
}

/* Committing */

/* A write of the commit. Whether it goes through. */
static bool write_one(struct planted_data *data) {
    data->writes++;
    return data->writes != data->fail_at;
}

static void keep_refused(struct planted_data *data, const prap_change *change) {
    if (data->n_refused == 64) return;
    data->refused_cases[data->n_refused] = text_of(change->key.case_id);
    data->refused[data->n_refused++] = text_of(change->id);
}

static bool knows_id(const struct planted_store *store, const struct stored *stored, prap_text id) {
    if (id.n == 0 && !IS(DUPLICATE_EMPTY)) return false;
    for (size_t i = 0; i < stored->n_events; i++) {
        const size_t from_end = stored->n_events - i;
        if (IS(DUPLICATE_ONLY_LAST) && from_end > 1) continue;
        if (IS(DUPLICATE_ONLY_RECENT) && from_end > 16) continue;
        if (IS(DUPLICATE_NOT_FIRST) && i == 0) continue;
        if (same_id(store, view(&stored->events[i].id), id)) return true;
    }
    return false;
}

static bool is_known(const struct planted_store *store, const struct stored *stored, const prap_change *change) {
    const struct planted_data *data = store->data;
    if (IS(DUPLICATE_MISSED)) return false;
    if (IS(REFUSED_ID_KEPT) || IS(FAILURE_LEAVES_ID)) {
        for (size_t i = 0; i < data->n_refused; i++) {
            if (same(view(&data->refused[i]), change->id) && same(view(&data->refused_cases[i]), change->key.case_id)) return true;
        }
    }
    for (size_t i = 0; i < data->n_cases; i++) {
        const struct stored *other = &data->cases[i];
        const bool looked_at = IS(DUPLICATE_OVER_ALL) || (IS(DUPLICATE_OVER_TENANT) && same(view(&other->tenant), change->key.tenant)) ||
                               (IS(DUPLICATE_OVER_TENANTS) && same(view(&other->case_id), change->key.case_id));
        if (looked_at && knows_id(store, other, change->id)) return true;
    }
    return stored != NULL && knows_id(store, stored, change->id);
}

static bool is_expected(const struct planted_store *store, const struct stored *stored, const prap_change *change) {
    const uint64_t version = stored == NULL ? 0 : stored->version, expected = change->expected_version;
    if (IS(VERSION_IGNORED)) return true;
    if (IS(VERSION_OLDER_ALLOWED) && version > 0 && expected > 0) return expected <= version;
    if (IS(VERSION_NEWER_ALLOWED) && version > 0) return expected >= version;
    if (IS(CREATED_OVER) && expected == 0) return true;
    if (IS(CHANGED_MISSING) && version == 0) return true;
    if (IS(VERSION_8_BITS)) return (uint8_t)version == (uint8_t)expected;
    if (IS(VERSION_16_BITS)) return (uint16_t)version == (uint16_t)expected;
    if (IS(VERSION_32_BITS)) return (uint32_t)version == (uint32_t)expected;
    if (IS(VERSION_OF_SEVERAL_EVENTS) && change->n_events > 1 && version > 0) return false;
    return version == expected;
}

static struct stored *add_case(struct planted_store *store, const prap_key *key) {
    struct planted_data *data = store->data;
    for (size_t i = 0; i < data->n_cases; i++) { /* what was listed and is not there */
        if (data->cases[i].version == 0 && same_key(store, &data->cases[i], key)) return &data->cases[i];
    }
    data->cases = must(realloc(data->cases, (data->n_cases + 1) * sizeof *data->cases));
    struct stored *stored = &data->cases[data->n_cases++];
    *stored = (struct stored){.tenant = text_of(key->tenant), .case_id = text_of(key->case_id), .order = data->made++};
    stored->columns.next_due = stored->columns.hold_until = PRAP_DAY_NONE;
    return stored;
}

static void add_event(struct planted_store *store, struct stored *stored, const prap_event_record *from) {
    if (IS(EVENT_OVERWRITTEN)) { /* INSERT OR REPLACE */
        for (size_t i = 0; i < stored->n_events; i++) {
            if (stored->events[i].sequence != from->sequence) continue;
            free(stored->events[i].record);
            stored->events[i].record = copy_of(from->record.bytes, from->record.n);
            stored->events[i].n = from->record.n;
            return;
        }
    }
    stored->events = must(realloc(stored->events, (stored->n_events + 1) * sizeof *stored->events));
    stored->events[stored->n_events++] = (struct event){.sequence = from->sequence,
                                                        .id = text_of(from->id),
                                                        .record = copy_of(from->record.bytes, from->record.n),
                                                        .n = from->record.n,
                                                        .lent = from->record.bytes,
                                                        .lent_event = from,
                                                        .by = store};
}

static void add_notice(struct planted_store *store, struct stored *stored, const prap_notice_record *from) {
    stored->notices = must(realloc(stored->notices, (stored->n_notices + 1) * sizeof *stored->notices));
    prap_notice_record *to = &stored->notices[stored->n_notices++];
    *to = *from;
    if (IS(NOTICE_WITHOUT_DAY)) to->due = PRAP_DAY_NONE;
    if (IS(NOTICE_RECIPIENT_1)) to->recipient = 1;
    if (IS(NOTICE_KIND_1)) to->notice = 1;
}

/* The writes of a change; false when one fails. */
static bool write_change(struct planted_store *store, struct stored *stored, const prap_change *change) {
    struct planted_data *data = store->data;
    for (size_t i = 0; i < change->n_events; i++) {
        if (!write_one(data)) return false;
        if (IS(EVENTS_NOT_WRITTEN) || (IS(EVENTS_ONLY_FIRST) && i > 0)) continue;
        add_event(store, stored, &change->events[i]);
    }
    if (!write_one(data)) return false;
    stored->version = change->new_version;
    const bool keeps_old = IS(SNAPSHOT_ONLY_AT_FIRST) && change->expected_version > 0;
    if (!keeps_old) {
        stored->snapshot_bytes = change->snapshot.n;
        if (IS(SNAPSHOT_GROWS) && stored->snapshot_bytes < 100 && change->expected_version > 12) stored->snapshot_bytes = 1000;
        stored->lent = change->snapshot.bytes;
        stored->lent_change = change;
        if (change->snapshot.n > 0) memcpy(stored->snapshot, change->snapshot.bytes, change->snapshot.n);
    }
    if (change->expected_version == 0 && change->snapshot.n <= sizeof stored->first_snapshot) {
        stored->first_snapshot_bytes = change->snapshot.n;
        if (change->snapshot.n > 0) memcpy(stored->first_snapshot, change->snapshot.bytes, change->snapshot.n);
    }
    if (IS(VERSION_NOT_MOVED) && change->expected_version > 0) stored->version = change->expected_version;
    if (!write_one(data)) return false;
    const prap_day due = stored->columns.next_due;
    if (!IS(COLUMNS_ONLY_AT_FIRST) || change->expected_version == 0) {
        stored->columns = (prap_conformance_columns){change->programme, change->stage, change->next_due, change->hold_until};
    }
    if (IS(COLUMN_DUE_ONLY_EARLIER) && due != PRAP_DAY_NONE && (due < change->next_due || change->next_due == PRAP_DAY_NONE))
        stored->columns.next_due = due;
    if (IS(COLUMN_DUE_ONLY_LATER) && change->next_due != PRAP_DAY_NONE && change->next_due < due) stored->columns.next_due = due;
    if (IS(COLUMN_HOLD_LOST)) stored->columns.hold_until = PRAP_DAY_NONE;
    if (IS(COLUMN_STAGE_OLD) && change->expected_version > 0) stored->columns.stage = PRAP_STATE_RECEIVED;
    for (size_t i = 0; i < change->n_notices; i++) {
        if (!write_one(data)) return false;
        if (IS(NOTICES_LOST) || (IS(NOTICES_ONE_AN_EVENT) && change->notices[i].ordinal > 0)) continue;
        add_notice(store, stored, &change->notices[i]);
        if (IS(NOTICES_TWICE)) add_notice(store, stored, &change->notices[i]);
    }
    return true;
}

/* Something of a change that is refused stays, in stores that write before they look. */
static void leave(struct planted_store *store, struct stored *stored, const prap_change *change, bool known) {
    struct planted_data *data = store->data;
    if (IS(REFUSED_ID_KEPT) && !known && change->id.n > 0) keep_refused(data, change);
    if (IS(REFUSED_CASE_LISTED) && stored == NULL) add_case(store, &change->key);
    if (IS(REFUSED_EVENTS_ALONE) && stored == NULL) add_event(store, add_case(store, &change->key), &change->events[0]);
    if (IS(REFUSED_EMPTIES_DAYS)) { /* an UPDATE that names no case */
        for (size_t i = 0; i < data->n_cases; i++) data->cases[i].columns.next_due = PRAP_DAY_NONE;
    }
    if (IS(REFUSED_CASE_KEPT) && stored == NULL) {
        stored = add_case(store, &change->key);
        stored->snapshot_bytes = change->snapshot.n;
        memcpy(stored->snapshot, change->snapshot.bytes, change->snapshot.n);
        stored->version = change->new_version;
    }
    if (stored == NULL) return;
    if (IS(REFUSED_EVENTS_KEPT) || IS(EVENT_OVERWRITTEN)) {
        for (size_t i = 0; i < change->n_events; i++) add_event(store, stored, &change->events[i]);
    }
    if (IS(REFUSED_EVENTS_IN_FRONT)) {
        add_event(store, stored, &change->events[0]);
        const struct event last = stored->events[stored->n_events - 1];
        memmove(stored->events + 1, stored->events, (stored->n_events - 1) * sizeof *stored->events);
        stored->events[0] = last;
    }
    if (IS(REFUSED_SPOILS_EVENT) && stored->events[0].n > 0) stored->events[0].record[0] ^= 1;
    if (IS(REFUSED_VERSION_BACK)) stored->version--;
    if (IS(REFUSED_VERSION_KEPT)) stored->version = change->new_version;
    if (IS(REFUSED_SNAPSHOT_KEPT)) {
        stored->snapshot_bytes = change->snapshot.n;
        memcpy(stored->snapshot, change->snapshot.bytes, change->snapshot.n);
    }
    if (IS(REFUSED_DAY_KEPT)) stored->columns.next_due = change->next_due;
    if (IS(REFUSED_NOTICES_KEPT)) {
        for (size_t i = 0; i < change->n_notices; i++) add_notice(store, stored, &change->notices[i]);
    }
}

static prap_status commit_one(struct planted_store *store, const struct planted_data *looked_at, const prap_change *change) {
    struct planted_data *data = store->data;
    struct planted_store before = *store;
    before.data = (struct planted_data *)(uintptr_t)looked_at;
    struct stored *stored = find(store, &change->key);
    const struct stored *judged = find(&before, &change->key);
    const bool known = is_known(&before, judged, change);
    const bool expected = is_expected(store, IS(DUPLICATE_MISSED_IN_BATCH) ? stored : judged, change);
    if (known || !expected) leave(store, stored, change, known);
    const bool by_version = IS(DUPLICATE_AFTER_VERSION) || IS(UNKNOWN_UNRESOLVED) || IS(FIRST_UNKNOWN_UNRESOLVED);
    if (by_version && !expected) return PRAP_CONFLICT;
    if (IS(EVENTS_ARE_DUPLICATES) && change->n_events > 1 && change->id.n > 0) return PRAP_DUPLICATE;
    if (known) return IS(DUPLICATE_IS_OK) ? PRAP_OK : IS(DUPLICATE_IS_FAIL) ? PRAP_FAIL : PRAP_DUPLICATE;
    if (!expected) return IS(CONFLICT_IS_FAIL) ? PRAP_FAIL : IS(CONFLICT_IS_OK) ? PRAP_OK : PRAP_CONFLICT;
    if (IS(ACKNOWLEDGED_UNWRITTEN) && change->expected_version > 1) return PRAP_OK;
    const bool is_new = stored == NULL;
    struct stored old = {0};
    if (is_new) stored = add_case(store, &change->key);
    else old = deep_copy(stored);
    if ((IS(VERSION_OLDER_ALLOWED) || IS(VERSION_IGNORED)) && !is_new) { /* the journal follows what the change says */
        while (stored->n_events > change->expected_version) free(stored->events[--stored->n_events].record);
    }
    const bool written = write_change(store, stored, change);
    data->fail_at = written ? data->fail_at : 0;
    if (!written && !IS(FAILURE_LEAVES_HALF) && !IS(FAILURE_IS_OK)) { /* as it was before */
        clear(stored);
        if (is_new) data->n_cases--;
        else *stored = old;
        if (IS(FAILURE_LEAVES_ID)) keep_refused(data, change);
        return PRAP_FAIL;
    }
    if (!is_new) clear(&old);
    if (!written && IS(FAILURE_LEAVES_HALF)) return PRAP_FAIL;
    return PRAP_OK;
}

/* The last of a batch may be more than a store takes. */
static size_t taken(const struct planted_store *store, size_t n) {
    return IS(BATCH_FIRST_100) && n > 100 ? 100 : n;
}

static void spread(struct planted_store *store, size_t n, prap_status *ret_each) {
    for (size_t i = 0; i < n; i++) {
        if (IS(REFUSAL_ENDS_BATCH) && i > 0 && ret_each[i - 1] != PRAP_OK) ret_each[i] = PRAP_FAIL;
    }
    if (IS(OUTCOMES_REVERSED)) {
        for (size_t i = 0; i < n / 2; i++) {
            const prap_status other = ret_each[i];
            ret_each[i] = ret_each[n - 1 - i];
            ret_each[n - 1 - i] = other;
        }
    }
    if (IS(OUTCOMES_SORTED)) {
        for (size_t i = 1; i < n; i++) {
            for (size_t at = i; at > 0 && ret_each[at] < ret_each[at - 1]; at--) {
                const prap_status other = ret_each[at];
                ret_each[at] = ret_each[at - 1];
                ret_each[at - 1] = other;
            }
        }
    }
    if (IS(OUTCOME_BEYOND)) ret_each[n] = PRAP_OK;
    if (IS(OUTCOME_UNWRITTEN) && n > 1) ret_each[n - 1] = PRAP_E_BUG;
    if (IS(OUTCOME_WILD) && n > 1) ret_each[n - 1] = 4711;
}

static prap_status commit(void *user, const prap_change *changes, size_t n, prap_status *ret_each) {
    struct planted_store *store = user;
    struct planted_data *data = store->data;
    data->writes = 0;
    planted_store_close(store); /* what this handle remembers is stale now */
    if (IS(COMMIT_OUTSIDE)) return PRAP_NONE;
    if (IS(COMMIT_RETRIES_FOREVER)) return PRAP_RETRY;
    if (IS(COMMIT_FAILS_NOW_AND_THEN) && store->calls++ % 3 == 0) return PRAP_RETRY; /* which is its right */
    if (IS(EMPTY_BATCH_FAILS) && n == 0) return PRAP_FAIL;
    if (IS(EMPTY_BATCH_WRITES) && n == 0) commit_one(store, data, changes);
    if (IS(LENT_CHANGE_WRITTEN)) ((prap_change *)(uintptr_t)changes)->programme++;
    if (IS(BATCH_REFUSED_WHOLE) || IS(BATCH_ROLLED_BACK)) {
        struct planted_data before;
        copy_data(&before, data);
        bool refused = false;
        for (size_t i = 0; i < n; i++) {
            ret_each[i] = commit_one(store, data, &changes[i]);
            refused = refused || ret_each[i] != PRAP_OK;
        }
        struct planted_data *gone = refused ? data : &before;
        for (size_t i = 0; i < gone->n_cases; i++) clear(&gone->cases[i]);
        free(gone->cases);
        if (refused) *data = before;
        data->fail_at = 0;
        return refused && IS(BATCH_REFUSED_WHOLE) ? PRAP_FAIL : PRAP_OK;
    }
    struct planted_data looked_at = {0};
    const bool judges_at_once = IS(BATCH_JUDGED_AT_ONCE) || IS(DUPLICATE_MISSED_IN_BATCH);
    if (judges_at_once) copy_data(&looked_at, data);
    for (size_t i = 0; i < taken(store, n); i++) {
        const size_t at = IS(BATCH_BACKWARDS) || (IS(PAIRS_BACKWARDS) && n == 2) ? n - 1 - i : i;
        const struct planted_data *before = data;
        if (judges_at_once) before = &looked_at;
        ret_each[at] = commit_one(store, before, &changes[at]);
    }
    for (size_t i = taken(store, n); i < n; i++) ret_each[i] = PRAP_OK;
    if (judges_at_once) {
        for (size_t i = 0; i < looked_at.n_cases; i++) clear(&looked_at.cases[i]);
        free(looked_at.cases);
    }
    spread(store, n, ret_each);
    data->fail_at = 0;
    if (IS(FIRST_UNKNOWN_UNRESOLVED) && n == 7) ret_each[0] = PRAP_UNKNOWN;
    if (IS(ANSWER_LOST_NOW_AND_THEN) && store->calls++ % 3 == 0) return PRAP_UNKNOWN; /* which is its right */
    if (IS(UNKNOWN_UNRESOLVED) && store->calls++ % 5 == 4) return PRAP_UNKNOWN;
    if (IS(LOAD_EMPTY_AFTER_UNKNOWN) && changes[0].id.n == 0 && store->calls++ == 0) {
        store->was_unknown = true;
        return PRAP_UNKNOWN;
    }
    if (IS(RETRY_AFTER_WRITING) && store->calls++ % 4 == 3) return PRAP_RETRY;
    if (IS(RETRY_AFTER_WRITING_AT_TIMES) && store->calls++ % 16 == 15) return PRAP_RETRY;
    return PRAP_OK;
}

/* Hosts */

void planted_store_open(struct planted_store *store, struct planted_data *data, enum planted_fault fault,
                        enum planted_fault also) {
    *store = (struct planted_store){.data = data, .fault = fault, .also = also};
    store->interface = (prap_store){
        .size = sizeof store->interface, .user = store, .load = load, .commit = commit, .read = read_journal, .scan = scan};
}

void planted_store_close(struct planted_store *store) {
    planted_data_destroy(store->cache);
    store->cache = NULL;
}

static const prap_store *reopen(void *user) {
    struct planted_host *host = user;
    struct planted_store *store = &host->first;
    planted_store_close(&host->first);
    planted_store_close(&host->second);
    if (IS(REOPEN_EMPTY)) {
        planted_data_destroy(host->data);
        host->data = planted_data_create();
    }
    struct planted_data *data = host->data;
    for (size_t i = 0; i < data->n_cases; i++) {
        if (IS(REOPEN_LOSES_LAST) && i + 1 == data->n_cases) {
            clear(&data->cases[i]);
            data->n_cases--;
            break;
        }
        if (IS(REOPEN_LOSES_LAST_EVENTS) && data->cases[i].n_events > 0)
            free(data->cases[i].events[--data->cases[i].n_events].record);
        for (size_t at = 0; at < data->cases[i].n_events; at++) {
            data->cases[i].events[at].by = NULL;
            if (IS(REOPEN_LOSES_IDS)) data->cases[i].events[at].id.n = 0;
        }
    }
    if (IS(REOPEN_FAILS)) return NULL;
    planted_store_open(&host->first, host->data, store->fault, store->also);
    return &host->first.interface;
}

static prap_status fail_next(void *user, uint32_t nth) {
    struct planted_host *host = user;
    const struct planted_store *store = &host->first;
    if (IS(FAIL_NEXT_FAILS)) return PRAP_FAIL;
    if (nth > 12 && !IS(WRITES_WITHOUT_END)) return PRAP_NONE; /* two changes of three events and four notices */
    host->data->fail_at = nth;
    return PRAP_OK;
}

static int later_first(const void *left, const void *right) {
    const prap_notice_record *a = left, *b = right;
    if (a->sequence != b->sequence) return a->sequence < b->sequence ? 1 : -1;
    return a->ordinal < b->ordinal ? 1 : -1;
}

static prap_status notices(void *user, const prap_key *key, prap_visit_outbox visit, void *visiting) {
    struct planted_host *host = user;
    struct planted_store *store = &host->first;
    const struct stored *stored = find(store, key);
    if (IS(OUTBOX_FAILS)) return PRAP_FAIL;
    if (stored == NULL) return PRAP_OK;
    if (IS(OUTBOX_VISITS_NOTHING)) return visit(visiting, NULL);
    if (IS(NOTICES_BACKWARDS) && stored->n_notices > 0) qsort(stored->notices, stored->n_notices, sizeof *stored->notices, later_first);
    for (size_t i = 0; i < stored->n_notices; i++) {
        const prap_status status = visit(visiting, &stored->notices[i]);
        if (status != PRAP_OK) return status;
    }
    return PRAP_OK;
}

static prap_status columns(void *user, const prap_key *key, prap_conformance_columns *ret_columns) {
    struct planted_host *host = user;
    struct planted_store *store = &host->first;
    const struct stored *stored = find(store, key);
    if (stored == NULL || IS(COLUMNS_FAIL)) return PRAP_FAIL;
    *ret_columns = stored->columns;
    return PRAP_OK;
}

void planted_host_open(struct planted_host *host, enum planted_fault fault, enum planted_fault also,
                       const prap_allocator *allocator) {
    *host = (struct planted_host){.data = planted_data_create()};
    planted_store_open(&host->first, host->data, fault, also);
    planted_store_open(&host->second, host->data, fault, also);
    host->conformance = (prap_conformance){.size = sizeof host->conformance,
                                           .user = host,
                                           .allocator = allocator,
                                           .store = &host->first.interface,
                                           .second = &host->second.interface,
                                           .prefix = {"planted", 7},
                                           .reopen = reopen,
                                           .fail_next = fail_next,
                                           .notices = notices,
                                           .columns = columns};
}

void planted_host_close(struct planted_host *host) {
    planted_store_close(&host->first);
    planted_store_close(&host->second);
    planted_data_destroy(host->data);
}
