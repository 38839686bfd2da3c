/* record-write.c: events and snapshots to the canonical bytes of record.h. */
#include <string.h>

#include "base/always.h"
#include "base/crc.h"
#include "referral/record-tags.h"
#include "referral/record.h"

static void put_u32(uint8_t *at, uint32_t value) {
    for (size_t i = 0; i < 4; i++) at[i] = (uint8_t)(value >> (8 * i));
}

static uint64_t zigzag(int32_t value) {
    return value < 0 ? ((uint64_t)(-(int64_t)value) << 1) - 1 : (uint64_t)value << 1;
}

/* The room is always enough: the sizes of host.h are asserted by a test that fills every tag. */

typedef struct writer {
    uint8_t *bytes;
    size_t room;
    size_t n;
    const uint8_t *kept; /* unknown tags, ascending, to be merged in */
    const uint8_t *kept_end;
} writer;

/* Most bytes that a tag and its number take: a number of 32 bits and one of 64. */
enum { TAG_MOST = 5 + 10 };

/* Writes a number; returns how many bytes it takes. Most are a byte long, and most days three. */
static inline size_t put_number(uint8_t *at, uint64_t number) {
    size_t n = 0;
    for (; number > 0x7F; number >>= 7) at[n++] = (uint8_t)(number | 0x80);
    at[n] = (uint8_t)number;
    return n + 1;
}

/* Copies the kept tags that come before a number: there are some. They were checked when they were read. */
static void merge_kept(writer *out, uint64_t before) {
    do {
        prapi_tag next;
        const uint8_t *const at = prapi_get_kept_tag(out->kept, out->kept_end, &next);
        if (PRAPI_NEVER(at == NULL)) return;
        if (next.number >= before) return;
        const size_t length = (size_t)(at - out->kept);
        //@ split length;
        if (PRAPI_NEVER(length == 0 || out->n > out->room - length)) return;
        memcpy(out->bytes + out->n, out->kept, length);
        out->n += length;
        out->kept = at;
    } while (out->kept != out->kept_end);
}

static inline void put_tag(writer *out, uint32_t number, bool critical, uint64_t value) {
    if (out->kept != out->kept_end) merge_kept(out, number);
    if (PRAPI_NEVER(out->n > out->room - TAG_MOST)) return;
    uint8_t *const begin = out->bytes + out->n;
    const size_t head = put_number(begin, number << 2 | (critical ? 2u : 0));
    out->n += head + put_number(begin + head, value);
}

static inline void put_some(writer *out, uint32_t number, uint64_t value) {
    if (value != 0) put_tag(out, number, true, value);
}

static void put_given_day(writer *out, uint32_t number, prap_day day) {
    put_tag(out, number, true, zigzag(day));
}

static inline void put_day(writer *out, uint32_t number, prap_day day) {
    if (day != PRAP_DAY_NONE) put_given_day(out, number, day);
}

/* The days of a case whose tags come before the reason's, or after it. */
static inline void put_case_days(writer *out, const prapi_case *state, bool before) {
#define X(TAG, MEMBER) \
    if ((TAG < TAG_CASE_REASON) == before) put_day(out, TAG, state->MEMBER);
#include "referral/case-days.def"
#undef X
}

static void put_said(writer *out, const prapi_facts *facts, const prapi_said *said) {
    for (uint32_t fact = prapi_fact_after(facts, 0); fact != 0; fact = prapi_fact_after(facts, fact)) {
        put_tag(out, PRAPI_FACT_TAG + fact, false, zigzag(said[fact].value) << 3 | said[fact].kind);
    }
}

static void seal(writer *out, char kind, uint32_t *ret_checksum) {
    memcpy(out->bytes, "PRAP", 4);
    out->bytes[4] = (uint8_t)kind;
    out->bytes[5] = PRAPI_MAJOR;
    out->bytes[6] = PRAPI_MINOR;
    out->bytes[7] = 0;
    put_u32(out->bytes + PRAPI_LENGTH_AT, (uint32_t)(out->n - PRAPI_HEADER_BYTES));
    uint32_t checksum = prapi_crc32c(0, out->bytes, PRAPI_CRC_AT);
    checksum = prapi_crc32c(checksum, out->bytes + PRAPI_HEADER_BYTES, out->n - PRAPI_HEADER_BYTES);
    put_u32(out->bytes + PRAPI_CRC_AT, checksum);
    *ret_checksum = checksum;
}

void prapi_event_encode(const prapi_event *event, uint32_t key_hash, uint8_t room[PRAP_EVENT_BYTES],
                        size_t *ret_bytes, uint32_t *ret_chain) {
    writer out = {.bytes = room, .room = PRAP_EVENT_BYTES, .n = PRAPI_HEADER_BYTES};
    put_some(&out, TAG_EVENT_KEY, key_hash);
    put_some(&out, TAG_EVENT_CHAIN, event->chain);
    put_some(&out, TAG_EVENT_SEQUENCE, event->sequence);
    put_some(&out, TAG_EVENT_PROGRAMME, event->programme);
    put_some(&out, TAG_EVENT_EVENT, event->event);
    put_day(&out, TAG_EVENT_ON, event->on);
    put_day(&out, TAG_EVENT_RECORDED, event->recorded);
    put_some(&out, TAG_EVENT_TO, event->to);
    put_some(&out, TAG_EVENT_FEED, event->feed);
    put_some(&out, TAG_EVENT_REASON, event->reason);
    put_some(&out, TAG_EVENT_BREACHES, event->breaches);
    put_some(&out, TAG_EVENT_RULEBOOK, event->rulebook);
    put_some(&out, TAG_EVENT_CALENDAR, event->calendar);
    put_some(&out, TAG_EVENT_DIVISION, event->division);
    put_some(&out, TAG_EVENT_STAYS, event->stays);
    for (uint32_t i = 0; i < PRAPI_BROKE && event->broke[i] != 0; i++) put_some(&out, TAG_EVENT_BROKE + i, event->broke[i]);
    for (uint32_t i = 1; i < PRAPI_REGION_END; i++) put_some(&out, TAG_EVENT_REGION + i, event->regions[i]);
    put_said(&out, &event->facts, event->said);
    seal(&out, 'E', ret_chain);
    *ret_bytes = out.n;
}

void prapi_case_encode(const prapi_case *state, uint32_t key_hash, uint8_t room[PRAP_SNAPSHOT_BYTES],
                       size_t *ret_bytes) {
    writer out = {.bytes = room, .room = PRAP_SNAPSHOT_BYTES, .n = PRAPI_HEADER_BYTES, .kept = state->kept,
                  .kept_end = state->kept + state->kept_bytes};
    put_some(&out, TAG_CASE_KEY, key_hash);
    put_some(&out, TAG_CASE_CHAIN, state->chain);
    put_some(&out, TAG_CASE_VERSION, state->version);
    put_some(&out, TAG_CASE_PROGRAMME, state->programme);
    put_some(&out, TAG_CASE_STAGE, state->stage);
    put_some(&out, TAG_CASE_FEED, state->feed);
    put_day(&out, TAG_CASE_RECORDED, state->recorded);
    put_case_days(&out, state, true);
    put_some(&out, TAG_CASE_REASON, state->reason);
    put_some(&out, TAG_CASE_ATTEMPTS, state->attempts);
    put_some(&out, TAG_CASE_FAILED, state->attempts_failed);
    put_some(&out, TAG_CASE_UNSURE, state->attempts_unsure);
    put_some(&out, TAG_CASE_BREACHES, state->breaches);
    for (uint32_t i = 1; i < FIRST_REGIONS; i++) put_some(&out, TAG_CASE_REGION + i, state->regions[i]);
    put_case_days(&out, state, false);
    for (uint32_t i = FIRST_REGIONS; i < PRAPI_REGION_END; i++) {
        put_some(&out, TAG_CASE_LATER_REGION + i - FIRST_REGIONS, state->regions[i]);
    }
    put_said(&out, &state->facts, state->said);
    if (out.kept != out.kept_end) merge_kept(&out, UINT64_MAX);
    uint32_t checksum;
    seal(&out, 'S', &checksum);
    *ret_bytes = out.n;
}
