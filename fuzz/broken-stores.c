/*
 * broken-stores.c: fuzz target. Three bytes a run of the conformance kit: over the store that breaks its contract in one way
 * or two (tests/store/broken-stores.def), with what the host brings besides, or without. The kit must end, tell each finding
 * once, give its memory back, and find nothing wrong with a store that is sound.
 */
#include <string.h>

#include "prap/prap.h"

#include "failing-allocator.h"
#include "fuzz.h"
#include "planted-store.h"
#include "share.h"

enum { RUNS_MOST = 8, STOPPED = 4711 };

struct heard {
    uint32_t told[4]; /* findings that were told */
    uint32_t n;
    uint32_t stops;   /* the finding at which it is told to stop; 0: none */
};

static prap_status hear(void *user, const prap_conformance_finding *finding) {
    struct heard *heard = user;
    must(prap_word_by_number(PRAP_WORDS_CONFORMANCE, finding->finding) != NULL, "a finding without a word");
    must(prap_conformance_contract(finding->finding) != NULL, "a finding that breaks no sentence");
    must((heard->told[finding->finding / 32] >> finding->finding % 32 & 1) == 0, "a finding is told twice");
    heard->told[finding->finding / 32] |= (uint32_t)1 << finding->finding % 32;
    return ++heard->n == heard->stops ? STOPPED : PRAP_OK;
}

/* What a host need not bring. */
static void leave_out(struct planted_host *host, uint32_t without) {
    prap_conformance *brings = &host->conformance;
    if ((without & 1) != 0) brings->second = NULL;
    if ((without & 2) != 0) brings->reopen = NULL;
    if ((without & 4) != 0) brings->fail_next = NULL;
    if ((without & 8) != 0) brings->notices = NULL;
    if ((without & 16) != 0) brings->columns = NULL;
    if ((without & 32) != 0) host->first.interface.read = host->second.interface.read = NULL;
    if ((without & 64) != 0) host->first.interface.scan = host->second.interface.scan = NULL;
}

static void run(uint32_t fault, uint32_t also, uint32_t without, uint64_t seed) {
    static struct planted_host host; /* large */
    struct failing_allocator allocator;
    struct heard heard = {.stops = without >> 7};
    prap_conformance_report report = {.size = sizeof report};
    failing_allocator_init(&allocator);
    planted_host_open(&host, fault % PLANTED_FAULTS, also % PLANTED_FAULTS, &allocator.interface);
    leave_out(&host, without);
    const prap_status status = prap_conformance_run(&host.conformance, seed, 0, hear, &heard, &report, NULL);
    must(status == PRAP_OK || status == PRAP_E_ID_REUSED || (status == STOPPED && heard.n == heard.stops),
         "a status that is not of the contract");
    const bool sound = fault % PLANTED_FAULTS == PLANTED_SOUND && also % PLANTED_FAULTS == PLANTED_SOUND;
    must(!sound || report.breaches == 0, "a sound store breaks the contract");
    planted_host_close(&host);
    must(allocator.outstanding_bytes == 0 && allocator.wrong_releases == 0, "memory is not given back as it was taken");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    struct rest rest = {bytes, n};
    const unsigned long most = test_share(RUNS_MOST); /* of a replay that is slow: under memcheck all would take minutes */
    for (unsigned long i = 0; i < most && rest.n > 0; i++) {
        const uint32_t fault = take(&rest), also = take(&rest);
        run(fault, also, take(&rest), n + i);
    }
    return 0;
}
