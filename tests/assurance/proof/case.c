/*
 * case.c: what any event makes of any case, copies and fresh ones, and any event and case as a record, in room that holds
 * any bytes. What a case keeps of a newer format has one of the lengths below.
 *
 * Part: referral/case.c referral/record-write.c
 * Include: contracts/crc.h
 * Stated: prapi_crc32c
 * Options: -eva-auto-loop-unroll 20 -eva-split-limit 200 -eva-slevel-function put_number:40
 *   -eva-widening-delay 300
 */
#include "any-case.h"

#include "referral/record.h"

static prapi_case state, other;
static prapi_event event;

static void any_entry(uint32_t number) {
    ANY(event);
    event.event = number;
    event.on = any_day();
    event.recorded = any_day_or_none();
    any_regions(event.regions);
    any_facts(&event.facts, event.said);
}

static void apply(uint32_t number) {
    any_entry(number);
    prapi_case_apply(&state, &event);
    prapi_case_pass(&state, &event);
}

static void write(uint32_t kept) {
    uint8_t room[PRAP_SNAPSHOT_BYTES];
    size_t bytes;
    ANY(room);
    ANY(state.kept);
    state.kept_bytes = kept;
    prapi_case_encode(&state, any_u32(), room, &bytes);
}

int main(void) {
    uint8_t room[PRAP_EVENT_BYTES];
    size_t bytes;
    uint32_t chain;
    ANY(room);
    prapi_case_clear(&state);
    any_case(&state, PRAP_PROGRAMME_IPES);
    (void)prapi_case_is_acknowledged(&state);
    prapi_case_clear(&other);
    prapi_case_copy(&other, &state);
    prapi_case_reset(&other);
    apply((uint32_t)any_of(1, PRAPI_EVENT_END - 1));
    apply(PRAP_EVENT_ALLOTTED_TIME_ENDED);
    prapi_event_encode(&event, any_u32(), room, &bytes, &chain);
    prapi_event_reset(&event);
    any_case(&state, PRAP_PROGRAMME_WHP);
    write(0);
    write(3);
    return 0;
}
