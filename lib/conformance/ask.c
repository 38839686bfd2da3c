/* ask.c: calls of load, read and scan by the conformance kit, and what no call may do. */
#include <string.h>

#include "base/crc.h"
#include "conformance/kit.h"

/* Lends a text: what is kept of it is written over when the call is over. */
static prap_text lend(char *room, prap_text text) {
    if (text.n == 0) return (prap_text){NULL, 0}; /* as the engine may have it */
    memcpy(room, text.bytes, text.n);
    return (prap_text){room, text.n};
}

static const prap_key *lend_key(prapi_kit *kit, prap_key key) {
    kit->lent_key.tenant = lend(kit->lent, key.tenant);
    kit->lent_key.case_id = lend(kit->lent + PRAP_ID_BYTES, key.case_id);
    return &kit->lent_key;
}

/* The key itself is lent too: it becomes one of no bytes. */
static void take_back(prapi_kit *kit) {
    memset(kit->lent, PRAPI_KIT_LENT, sizeof kit->lent);
    memset(&kit->lent_key, 0, sizeof kit->lent_key);
}

static uint32_t lent_sum(const prapi_kit *kit) {
    return prapi_crc32c(prapi_crc32c(0, &kit->lent_key, sizeof kit->lent_key), kit->lent, sizeof kit->lent);
}

void prapi_kit_hear_late(prapi_kit *kit) {
    for (uint32_t i = 0; i < PRAPI_KIT_SINKS; i++) {
        if (kit->sinks[i].pushes != kit->quiet[i]) prapi_kit_tell(kit, PRAP_CONFORMANCE_SINK_KEPT, NULL, 0);
        kit->quiet[i] = kit->sinks[i].pushes;
    }
}

/* The sink for the next call. Those before stay, with room for nothing. */
static struct prap_sink *open_sink(prapi_kit *kit, uint32_t room, prap_status refusal) {
    struct prap_sink *sink = &kit->sinks[kit->turn];
    *sink = (struct prap_sink){.rows = kit->rows, .room = room, .status = refusal};
    kit->report.calls++;
    return sink;
}

static void close_sink(prapi_kit *kit) {
    struct prap_sink *sink = &kit->sinks[kit->turn];
    sink->room = sink->count;
    kit->quiet[kit->turn] = sink->pushes;
    prapi_kit_hear_late(kit);
    kit->turn = (kit->turn + 1) % PRAPI_KIT_SINKS;
}

static bool is_failure(prap_status status) {
    return status == PRAP_RETRY || status == PRAP_FAIL || status == PRAP_E_DAMAGED || status == PRAP_E_FOREIGN ||
           status == PRAP_E_VERSION;
}

/* An answer that nothing of ours explains. */
static void judge_status(prapi_kit *kit, prap_status status, bool none_is_an_answer) {
    if (status == PRAP_OK) return;
    if (kit->absent && status != PRAP_NONE) {
        prapi_kit_tell_status(kit, PRAP_CONFORMANCE_MISSING_NOT_NONE, NULL, PRAP_NONE, status);
    } else if (is_failure(status)) {
        prapi_kit_tell_status(kit, PRAP_CONFORMANCE_CALL_FAILS, NULL, PRAP_OK, status);
    } else if (status != PRAP_NONE || !none_is_an_answer) {
        prapi_kit_tell_status(kit, PRAP_CONFORMANCE_STATUS_OUTSIDE, NULL, PRAP_OK, status);
    }
}

/* What a call's answer amounts to; what is wrong about it in any case is told. */
static prapi_kit_answer judge(prapi_kit *kit, prap_status status, prap_status refusal, bool none_is_an_answer) {
    const struct prap_sink *sink = &kit->sinks[kit->turn];
    prapi_kit_answer answer = {status, sink->count, sink->pushes};
    const uint32_t refused = refusal != PRAP_OK ? 1 : sink->count == sink->room;
    const bool unusable = sink->status != refusal;
    if (sink->pushes > sink->count + refused + unusable) prapi_kit_tell(kit, PRAP_CONFORMANCE_PUSHES_ON, NULL, 0);
    close_sink(kit);
    if (unusable) {
        prapi_kit_tell_status(kit, PRAP_CONFORMANCE_ROW_UNUSABLE, NULL, PRAP_OK, sink->status);
        answer.status = PRAP_FAIL;
    } else if (refusal != PRAP_OK && answer.pushes > 0) {
        if (status != refusal) {
            prapi_kit_tell_status(kit, PRAP_CONFORMANCE_SINK_STATUS_SWALLOWED, NULL, refusal, status);
        }
    } else if (status != PRAP_OK && refusal == PRAP_OK && answer.pushes > answer.count) {
        prapi_kit_tell_status(kit, PRAP_CONFORMANCE_LIMIT_NOT_OK, NULL, PRAP_OK, status);
        answer.status = PRAP_OK;
    } else {
        judge_status(kit, status, none_is_an_answer);
    }
    return answer;
}

/* One that says "try again" is tried again. */
static bool goes_on(prapi_kit *kit, prap_status status, uint32_t tries) {
    if (status != PRAP_RETRY || tries + 1 >= PRAPI_KIT_PATIENCE || kit->sinks[kit->turn].pushes > 0) return false;
    close_sink(kit);
    return true;
}

static void check_lent(prapi_kit *kit, uint32_t before) {
    if (lent_sum(kit) != before) prapi_kit_tell(kit, PRAP_CONFORMANCE_BORROWED_WRITTEN, NULL, 0);
    take_back(kit);
}

prapi_kit_answer prapi_kit_load(prapi_kit *kit, const prapi_host *on, prap_key key, prap_status refusal) {
    prap_status status = PRAP_RETRY;
    uint32_t tries = 0;
    do {
        struct prap_sink *sink = open_sink(kit, 2, refusal);
        const prap_key *lent = lend_key(kit, key);
        const uint32_t before = lent_sum(kit);
        status = on->store.load(on->store.user, lent, sink);
        check_lent(kit, before);
    } while (goes_on(kit, status, tries++));
    return judge(kit, status, refusal, true);
}

prapi_kit_answer prapi_kit_read(prapi_kit *kit, const prapi_host *on, prap_key key, uint64_t from, uint32_t max,
                                uint32_t room, prap_status refusal) {
    prap_status status = PRAP_RETRY;
    uint32_t tries = 0;
    do {
        struct prap_sink *sink = open_sink(kit, room, refusal);
        const prap_key *lent = lend_key(kit, key);
        const uint32_t before = lent_sum(kit);
        status = on->store.read(on->store.user, lent, from, max, sink);
        check_lent(kit, before);
    } while (goes_on(kit, status, tries++));
    return judge(kit, status, refusal, false);
}

prapi_kit_answer prapi_kit_scan(prapi_kit *kit, const prapi_host *on, const prap_scan *query, uint32_t room,
                                prap_status refusal) {
    prap_status status = PRAP_RETRY;
    uint32_t tries = 0;
    do {
        struct prap_sink *sink = open_sink(kit, room, refusal);
        kit->lent_query = *query;
        kit->lent_query.tenant = lend(kit->lent, query->tenant);
        kit->lent_query.after = lend(kit->lent + PRAP_ID_BYTES, query->after);
        const uint32_t before = lent_sum(kit);
        status = on->store.scan(on->store.user, &kit->lent_query, sink);
        check_lent(kit, before);
    } while (goes_on(kit, status, tries++));
    return judge(kit, status, refusal, false);
}
