/*
 * send.c: one call of commit by the conformance kit. Everything that the store is given stands in the arena, structs from
 * its beginning and bytes from its end, and must be as it was when the callback returns. Then the bytes and numbers are
 * written over, so that what the store kept of them shows when it is read back; pointers and lengths stay, so that a store
 * which kept those reads no memory that is not there.
 */
#include <string.h>

#include "base/crc.h"
#include "conformance/kit.h"

/* Room for structs; the checks are made so that the arena is enough. */
static void *take(prapi_kit *kit, size_t n) {
    void *room = kit->arena + kit->arena_bytes;
    const size_t aligned = (n + sizeof(max_align_t) - 1) / sizeof(max_align_t) * sizeof(max_align_t);
    kit->arena_bytes += (uint32_t)aligned;
    return room;
}

static const uint8_t *take_bytes(prapi_kit *kit, const void *bytes, size_t n) {
    kit->arena_end -= (uint32_t)n;
    if (n > 0) memcpy(kit->arena + kit->arena_end, bytes, n);
    return kit->arena + kit->arena_end;
}

static prap_text take_text(prapi_kit *kit, prap_text text) {
    if (text.n == 0) return (prap_text){NULL, 0}; /* as the engine may have it */
    return (prap_text){(const char *)take_bytes(kit, text.bytes, text.n), text.n};
}

static void write_events(prapi_kit *kit, const prapi_kit_try *one, prap_change *change) {
    prap_event_record *events = take(kit, one->n_events * sizeof *events);
    for (uint32_t i = 0; i < one->n_events; i++) {
        const uint64_t sequence = one->expected + 1 + i;
        const size_t n = prapi_kit_record(kit, one->of, sequence, one->salt, kit->bytes);
        events[i] = (prap_event_record){.size = sizeof *events,
                                        .sequence = sequence,
                                        .id = take_text(kit, one->id),
                                        .record = {take_bytes(kit, kit->bytes, n), n}};
    }
    change->events = events;
    change->n_events = one->n_events;
}

static void write_notices(prapi_kit *kit, const prapi_kit_try *one, prap_change *change) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < one->n_events; i++) n += prapi_kit_notices_of(one->n_notices, i);
    prap_notice_record *notices = take(kit, n * sizeof *notices);
    n = 0;
    for (uint32_t i = 0; i < one->n_events; i++) {
        for (uint32_t ordinal = 0; ordinal < prapi_kit_notices_of(one->n_notices, i); ordinal++) {
            notices[n++] = prapi_kit_notice(one->salt, one->expected + 1 + i, ordinal);
        }
    }
    change->notices = notices;
    change->n_notices = n;
}

static void write_change(prapi_kit *kit, prapi_kit_try *one, prap_change *change) {
    const prap_key key = prapi_kit_key(one->of);
    *change = (prap_change){.size = sizeof *change,
                            .key = {take_text(kit, key.tenant), take_text(kit, key.case_id)},
                            .expected_version = one->expected,
                            .new_version = one->expected + one->n_events,
                            .id = take_text(kit, one->id),
                            .programme = one->columns.programme,
                            .stage = one->columns.stage,
                            .next_due = one->columns.next_due,
                            .hold_until = one->columns.hold_until};
    write_events(kit, one, change);
    write_notices(kit, one, change);
    const size_t n = prapi_kit_snapshot(kit, one->of, change->new_version, one->salt, kit->bytes);
    change->snapshot = (prap_bytes){take_bytes(kit, kit->bytes, n), n};
}

static uint32_t checksum(const prapi_kit *kit) {
    const uint32_t structs = prapi_crc32c(0, kit->arena, kit->arena_bytes);
    return prapi_crc32c(structs, kit->arena + kit->arena_end, PRAPI_KIT_ARENA - kit->arena_end);
}

static void write_over(prapi_kit *kit, prap_change *changes, size_t n) {
    for (size_t i = 0; i < n; i++) {
        prap_event_record *events = (prap_event_record *)changes[i].events; /* which stand in the arena */
        for (size_t at = 0; at < changes[i].n_events; at++) events[at].sequence = PRAPI_KIT_LENT_NUMBER;
        changes[i].expected_version = changes[i].new_version = PRAPI_KIT_LENT_NUMBER;
    }
    memset(kit->arena + kit->arena_end, PRAPI_KIT_LENT, PRAPI_KIT_ARENA - kit->arena_end);
}

static bool is_outcome(prap_status status) {
    return status == PRAP_OK || status == PRAP_CONFLICT || status == PRAP_DUPLICATE || status == PRAP_RETRY ||
           status == PRAP_UNKNOWN || status == PRAP_FAIL;
}

/* What the function said, or of each change what was written; an outcome that is none may be anything. */
static void read_outcomes(prapi_kit *kit, prap_status status, prapi_kit_try *tries, size_t n) {
    for (size_t i = 0; i < n; i++) {
        tries[i].got = status == PRAP_OK ? kit->outcomes[i] : status;
        if (is_outcome(tries[i].got)) continue;
        prapi_kit_tell_status(kit, PRAP_CONFORMANCE_OUTCOME_OUTSIDE, tries[i].of, tries[i].want, tries[i].got);
        tries[i].of->unsure = true;
    }
    for (size_t i = n; i < n + PRAPI_KIT_SPARE; i++) {
        if (kit->outcomes[i] != PRAP_E_BUG) prapi_kit_tell(kit, PRAP_CONFORMANCE_OUTCOME_BEYOND, NULL, 0);
    }
}

prap_status prapi_kit_send(prapi_kit *kit, const prapi_host *on, prapi_kit_try *tries, size_t n) {
    kit->arena_bytes = 0;
    kit->arena_end = PRAPI_KIT_ARENA;
    const size_t written = n > 0 ? n : 1; /* an empty batch points at a change that it does not have */
    prap_change *changes = take(kit, written * sizeof *changes);
    for (size_t i = 0; i < written; i++) {
        if (tries[i].salt == 0) tries[i].salt = ++kit->salt;
        write_change(kit, &tries[i], &changes[i]);
    }
    for (size_t i = 0; i < n + PRAPI_KIT_SPARE; i++) kit->outcomes[i] = PRAP_E_BUG;
    kit->report.calls++;
    const prapi_kit_case *first = tries[0].of;
    const uint32_t before = checksum(kit);
    prap_status status = on->store.commit(on->store.user, changes, n, kit->outcomes);
    if (checksum(kit) != before) prapi_kit_tell(kit, PRAP_CONFORMANCE_BORROWED_WRITTEN, first, 0);
    else write_over(kit, changes, written);
    prapi_kit_hear_late(kit);
    if (status != PRAP_OK && status != PRAP_RETRY && status != PRAP_UNKNOWN && status != PRAP_FAIL) {
        prapi_kit_tell_status(kit, PRAP_CONFORMANCE_STATUS_OUTSIDE, first, PRAP_OK, status);
        status = PRAP_UNKNOWN;
    }
    read_outcomes(kit, status, tries, n);
    return status;
}
