/*
 * conformance.c: fuzz target. A store whose answers are drawn from the bytes: mostly those of a sound one, else other
 * statuses, rows that were changed, too long, endless or none, outcomes that are no statuses. The first two bytes say how
 * many calls are left alone, so that late checks are reached. The kit must end, stay within its memory, tell each finding
 * once, and find nothing where nothing was changed.
 */
#include <string.h>

#include "prap/prap.h"

#include "failing-allocator.h"
#include "fuzz.h"
#include "memory-store.h"

struct wild {
    struct memory_store *inner;
    const prap_store *sound;
    struct rest rest;
    uint32_t skip;  /* calls that are left alone */
    bool changed;   /* one was not */
    prap_sink *kept;
    uint32_t told[4]; /* findings that were told */
};

/* What becomes of a call: 0 is nothing. */
static uint8_t draw(struct wild *wild) {
    if (wild->skip > 0) {
        wild->skip--;
        return 0;
    }
    const uint8_t drawn = (uint8_t)take(&wild->rest);
    wild->changed = wild->changed || drawn != 0;
    return drawn;
}

static prap_status draw_status(struct wild *wild) {
    static const prap_status statuses[] = {PRAP_OK,        PRAP_NONE,  PRAP_CONFLICT,  PRAP_DUPLICATE, PRAP_RETRY,     PRAP_UNKNOWN,
                                           PRAP_FAIL,      PRAP_E_LIMIT, PRAP_E_DAMAGED, PRAP_E_SIZE,    PRAP_E_VERSION, -1, 4711};
    return statuses[(uint8_t)take(&wild->rest) % (sizeof statuses / sizeof *statuses)];
}

static void alter(void *user, enum memory_store_call call, prap_row *row, uint8_t *record, size_t room) {
    struct wild *wild = user;
    const uint8_t how = (uint8_t)take(&wild->rest), by = (uint8_t)take(&wild->rest);
    (void)call;
    if (how % 8 == 0) row->version += (uint64_t)by - 4;
    if (how % 8 == 1) row->version ^= (uint64_t)1 << by % 64;
    if (how % 8 == 2) row->record.n = by % (room + 1);
    if (how % 8 == 3) record[by] ^= (uint8_t)(1 + how / 8);
    if (how % 8 == 4) row->id.n = row->id.n == 0 ? 0 : by % row->id.n;
    if (how % 8 == 5) row->case_id.n = row->case_id.n == 0 ? 0 : by % row->case_id.n;
    if (how % 8 == 6) memset(record, 'Z', row->record.n);
    if (how % 8 == 7) row->version = UINT64_C(0x5a5a5a5a5a5a5a5a);
}

/* Pushes of the store's own, as wrong as they can be. */
static void push_wildly(struct wild *wild, prap_sink *sink, uint8_t how) {
    static const uint8_t bytes[PRAP_SNAPSHOT_BYTES + 1];
    union {
        prap_row row;
        uint8_t room[UINT8_MAX]; /* a row that says it is longer is as long as that */
    } pushed;
    memset(&pushed, 0, sizeof pushed);
    prap_row *const row = &pushed.row;
    *row = (prap_row){.size = sizeof *row, .version = (uint8_t)take(&wild->rest), .record = {bytes, (uint8_t)take(&wild->rest)}, .case_id = {"zz", 2}};
    if (how % 4 == 0) row->record.n = sizeof bytes;
    if (how % 4 == 1) row->record.bytes = NULL;
    if (how % 4 == 2) row->size = (uint8_t)take(&wild->rest);
    for (uint32_t i = 0; i < (how % 8 < 4 ? 1u : 300u); i++) prap_sink_push(sink, row);
    if (how % 16 == 9) prap_sink_push(sink, NULL);
    if (wild->kept != NULL && how % 16 == 15) prap_sink_push(wild->kept, row);
}

/* Whether the sound store is to be asked, perhaps with rows that are altered. */
static bool goes_on(struct wild *wild, prap_sink *sink, prap_status *ret_status) {
    const uint8_t drawn = draw(wild);
    const struct memory_store_trouble trouble = {.fault = MEMORY_STORE_ALTER, .nth = 1, .sticky = true, .alter = alter, .user = wild};
    memory_store_order(wild->inner, drawn % 4 == 1 ? &trouble : NULL);
    if (sink != NULL && drawn % 4 == 2) push_wildly(wild, sink, drawn / 4);
    if (sink != NULL) wild->kept = sink;
    if (drawn % 4 < 2) return true;
    *ret_status = draw_status(wild);
    return false;
}

static prap_status load(void *user, const prap_key *key, prap_sink *sink) {
    struct wild *wild = user;
    prap_status status;
    return goes_on(wild, sink, &status) ? wild->sound->load(wild->sound->user, key, sink) : status;
}

static prap_status commit(void *user, const prap_change *changes, size_t n, prap_status *ret_each) {
    struct wild *wild = user;
    prap_status status;
    if (!goes_on(wild, NULL, &status)) {
        for (size_t i = 0; i < n; i++) ret_each[i] = draw_status(wild);
        return status;
    }
    status = wild->sound->commit(wild->sound->user, changes, n, ret_each);
    const uint8_t how = draw(wild);
    if (how % 4 == 1 && n > 0) ret_each[(uint8_t)take(&wild->rest) % n] = draw_status(wild);
    return how % 4 == 2 ? draw_status(wild) : status;
}

static prap_status read_journal(void *user, const prap_key *key, uint64_t from, uint32_t max, prap_sink *sink) {
    struct wild *wild = user;
    prap_status status;
    return goes_on(wild, sink, &status) ? wild->sound->read(wild->sound->user, key, from, max, sink) : status;
}

static prap_status scan(void *user, const prap_scan *query, prap_sink *sink) {
    struct wild *wild = user;
    prap_status status;
    return goes_on(wild, sink, &status) ? wild->sound->scan(wild->sound->user, query, sink) : status;
}

static prap_status hear(void *user, const prap_conformance_finding *finding) {
    struct wild *wild = user;
    must(prap_word_by_number(PRAP_WORDS_CONFORMANCE, finding->finding) != NULL, "a finding without a word");
    must((wild->told[finding->finding / 32] >> finding->finding % 32 & 1) == 0, "a finding is told twice");
    wild->told[finding->finding / 32] |= (uint32_t)1 << finding->finding % 32;
    must(finding->severity == PRAP_SEVERITY_NOTICE || finding->check != 0, "a breach that showed nowhere");
    return PRAP_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    struct failing_allocator allocator;
    struct wild wild = {.inner = memory_store_create(), .rest = {bytes, n}};
    prap_conformance_report report = {.size = sizeof report};
    wild.sound = memory_store_interface(wild.inner);
    wild.skip = (uint32_t)(uint8_t)take(&wild.rest) * 16;
    wild.skip += (uint8_t)take(&wild.rest);
    const prap_store store = {
        .size = sizeof store, .user = &wild, .load = load, .commit = commit, .read = read_journal, .scan = scan};
    failing_allocator_init(&allocator);
    const prap_conformance host = {.size = sizeof host,
                                   .allocator = &allocator.interface,
                                   .store = &store,
                                   .second = wild.sound,
                                   .prefix = {"wild", 4}};
    const prap_status status = prap_conformance_run(&host, n, 0, hear, &wild, &report, NULL);
    must(status == PRAP_OK || status == PRAP_E_ID_REUSED, "a status that is not of the contract");
    must(wild.changed || report.breaches == 0, "a sound store breaks the contract");
    must(allocator.outstanding_bytes == 0 && allocator.wrong_releases == 0, "memory is not given back as it was taken");
    memory_store_destroy(wild.inner);
    return 0;
}
