/* run.c: the conformance kit from its beginning to its end (include/prap/conformance.h). */
#include <string.h>

#include "base/adopt.h"
#include "base/error.h"
#include "base/text.h"
#include "conformance/kit.h"

/* What a prap_conformance had at 0.1: store and prefix are required, so a host's struct reaches at least that far. */
enum { CONFORMANCE_LEAST = offsetof(prap_conformance, reopen) };

enum { ALWAYS, READ, SCAN, EMPTY_TENANT, OUTBOX, FAILURES, SECOND, REOPEN };

static bool has(const prapi_kit *kit, int need) {
    switch (need) {
    case READ: return kit->here.store.read != NULL;
    case SCAN: return kit->here.store.scan != NULL;
    case EMPTY_TENANT: return (kit->flags & PRAP_CONFORMANCE_SPARE_EMPTY_TENANT) == 0;
    case OUTBOX: return kit->host.notices != NULL;
    case FAILURES: return kit->host.fail_next != NULL;
    case SECOND: return kit->there.store.load != NULL;
    case REOPEN: return kit->host.reopen != NULL;
    }
    return true;
}

static void run(prapi_kit *kit, uint32_t check, int need, uint32_t unchecked, void (*checked)(prapi_kit *)) {
    if (kit->ended != PRAP_OK) return;
    if (kit->hopeless || !has(kit, need)) {
        prapi_kit_tell(kit, kit->hopeless ? PRAP_CONFORMANCE_UNCHECKED_REST : unchecked, NULL, 0);
        return;
    }
    kit->check = check;
    kit->lost = PRAP_CONFORMANCE_CHANGE_LOST;
    kit->mixed = 0;
    kit->report.checks++;
    checked(kit);
}

static void run_all(prapi_kit *kit) {
#define X(CHECK, RUN, NEEDS, UNCHECKED) \
    run(kit, PRAP_CONFORMANCE_CHECK_##CHECK, NEEDS, PRAP_CONFORMANCE_##UNCHECKED, prapi_kit_check_##RUN);
#include "conformance/checks.def"
#undef X
    if (kit->host.columns == NULL) prapi_kit_tell(kit, PRAP_CONFORMANCE_UNCHECKED_COLUMNS, NULL, 0);
}

/* The prefix and eight digits of the seed: tenants of another seed are others. */
static void write_name(prapi_kit *kit) {
    static const char digits[] = "0123456789abcdef";
    const uint64_t drawn = prapi_kit_mix(kit->seed);
    memcpy(kit->name, kit->host.prefix.bytes, kit->host.prefix.n);
    kit->name_bytes = (uint32_t)kit->host.prefix.n;
    kit->name[kit->name_bytes++] = '-';
    for (uint32_t i = 0; i < 8; i++) kit->name[kit->name_bytes++] = digits[drawn >> (4 * i) & 15];
}

/* The first case that a run makes is there, as this run would make it. */
static bool was_used(prapi_kit *kit) {
    prapi_kit_case *first = prapi_kit_named(kit, ".basics", "first");
    kit->n_cases = 0;
    kit->ended = PRAP_E_BUG; /* nothing is told yet */
    const prapi_kit_answer answer = prapi_kit_load(kit, &kit->here, prapi_kit_key(first), PRAP_OK);
    kit->ended = PRAP_OK;
    if (answer.status != PRAP_OK || answer.count == 0) return false;
    const size_t n = prapi_kit_snapshot(kit, first, 1, 1, kit->bytes);
    return prapi_kit_record_fault(kit, n, &kit->rows[0]) == 0;
}

static prap_status adopt(const prap_conformance *host, uint32_t flags, prap_conformance *ret_host, prapi_host *ret_here,
                         prapi_host *ret_there, prap_error *reterr) {
    if (prapi_adopt(ret_host, sizeof *ret_host, host, host->size, CONFORMANCE_LEAST) != PRAP_OK) {
        return prapi_fail(reterr, PRAP_E_SIZE, "host", "the size of what the host brings is one this library cannot adopt");
    }
    prap_host inner = {.size = sizeof inner, .allocator = ret_host->allocator, .store = ret_host->store};
    prap_status status = prapi_host_adopt(&inner, ret_here, reterr);
    if (status != PRAP_OK) return status;
    inner.store = ret_host->second;
    memset(ret_there, 0, sizeof *ret_there);
    if (inner.store != NULL) status = prapi_host_adopt(&inner, ret_there, reterr);
    if (status != PRAP_OK) return status;
    if ((flags & ~(uint32_t)PRAP_CONFORMANCE_SPARE_EMPTY_TENANT) != 0) {
        return prapi_fail(reterr, PRAP_E_RANGE, "flags", "there is no such flag");
    }
    if (!prapi_text_is_printable(ret_host->prefix, PRAP_CONFORMANCE_PREFIX_BYTES)) {
        return prapi_fail(reterr, PRAP_E_TEXT, "prefix", "a prefix is 1 to 24 bytes of printable UTF-8");
    }
    return PRAP_OK;
}

prap_status prap_conformance_run(const prap_conformance *host, uint64_t seed, uint32_t flags,
                                 prap_visit_conformance visit, void *user, prap_conformance_report *ret_report,
                                 prap_error *reterr) {
    prap_conformance ours;
    prapi_host here, there;
    if (host == NULL || ret_report == NULL) return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    if (ret_report->size < sizeof(prap_conformance_report)) {
        return prapi_fail(reterr, PRAP_E_SIZE, "report", "the report's size is one this library cannot fill");
    }
    prap_status status = adopt(host, flags, &ours, &here, &there, reterr);
    if (status != PRAP_OK) return status;
    prapi_kit *kit = here.allocator.allocate(here.allocator.user, sizeof *kit);
    if (kit == NULL) return prapi_fail(reterr, PRAP_E_NOMEM, "", "there is no memory for the kit");
    memset(kit, 0, sizeof *kit);
    kit->host = ours;
    kit->here = here;
    kit->there = there;
    kit->flags = flags;
    kit->seed = seed;
    kit->visit = visit;
    kit->user = user;
    write_name(kit);
    if (was_used(kit)) {
        status = prapi_fail(reterr, PRAP_E_ID_REUSED, "prefix", "the kit ran with this prefix and seed on these data before");
    } else {
        memset(kit->cases, 0, sizeof kit->cases[0]);
        run_all(kit);
        status = kit->ended;
        kit->report.size = ret_report->size;
        memcpy(ret_report, &kit->report, sizeof kit->report);
        if (status != PRAP_OK) prapi_fail(reterr, status, "", "the visitor ended the run");
    }
    here.allocator.release(here.allocator.user, kit, sizeof *kit);
    return status;
}
