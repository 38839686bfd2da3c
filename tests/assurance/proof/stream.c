/*
 * stream.c: what is remembered of a code holder's challenges: any stream and any entry within what their members may be, any
 * limits and minutes; their records, and any bytes that are read as one, of the lengths below.
 *
 * Part: provider-direct/stream.c provider-direct/stream-record.c
 * Options: -eva-auto-loop-unroll 10 -eva-slevel-function prapi_positions_list:100
 */
#include "any.h"

#include "provider-direct/stream-record.h"
#include "provider-direct/stream.h"

static prapi_stream stream;
static prapi_entry entry;
static prap_challenge_limits limits;

static int64_t between(int64_t lowest, int64_t highest) {
    const int64_t number = (int64_t)any_u64();
    return number < lowest || number > highest ? lowest : number;
}

static void any_stream(void) {
#define X(MEMBER, LOWEST, HIGHEST) stream.MEMBER = between(LOWEST, HIGHEST);
    PRAPI_STREAM_MEMBERS(X)
#undef X
    if (maybe()) stream.version = 0;
}

static void any_entry(void) {
#define X(MEMBER, LOWEST, HIGHEST) entry.MEMBER = between(LOWEST, HIGHEST);
    PRAPI_ENTRY_MEMBERS(X)
#undef X
}

static prap_instant minute(void) {
    return prapi_stream_now(&stream, between(0, PRAPI_INSTANT_MAX));
}

static void questions(void) {
    const prap_code_id code = {any_int(), any_u32()};
    uint32_t result;
    (void)prapi_stream_before_asking(&stream, &limits, code, minute(), &result);
    (void)prapi_stream_before_ending(&stream, any_u32(), minute(), any_u32(), &result);
    (void)prapi_entry_of(&stream, any_u32(), minute());
    (void)prapi_result_rule((uint32_t)any_of(0, PRAP_CHALLENGE_RELEASED));
    prap_exposure exposure;
    exposure.size = sizeof exposure;
    prapi_stream_report(&stream, &limits, minute(), &exposure);
}

static void describe(void) {
    prap_challenge challenge;
    challenge.size = sizeof challenge;
    prapi_stream_describe(&stream, &limits, minute(), &challenge);
}

static void records(void) {
    uint8_t room[PRAPI_STREAM_BYTES + 1], entry_room[PRAPI_ENTRY_BYTES];
    static const size_t lengths[] = {0, 3, 4, 15, 16, 24, PRAPI_STREAM_BYTES, PRAPI_STREAM_BYTES + 1};
    uint32_t chain;
    char text[2];
    ANY(text);
    (void)prapi_stream_key_hash(&(prap_key){TEXT(text, 2), TEXT(text, 1)});
    prapi_stream_encode(&stream, any_u32(), room);
    prapi_entry_encode(&entry, any_u32(), entry_room, &chain);
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
        ANY(room);
        (void)prapi_stream_decode((prap_bytes){LAST(room, lengths[i]), lengths[i]}, any_u32(), &stream);
    }
}

int main(void) {
    ANY(limits);
    any_stream();
    any_entry();
    questions();
    prapi_stream_apply(&stream, &entry, &limits);
    any_stream();
    describe();
    any_stream();
    records();
    return 0;
}
