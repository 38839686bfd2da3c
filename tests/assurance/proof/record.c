/*
 * record.c: what a store hands back is read as an event or a snapshot: any bytes, of the lengths below. The last one holds
 * several tags.
 *
 * Part: referral/record-read.c referral/record-tags.c
 * Options: -eva-split-limit 200 -eva-slevel-function prapi_get_long_number:200,prapi_get_number:100
 */
#include "any.h"

#include "referral/case.h"
#include "referral/record-tags.h"
#include "referral/record.h"

enum { HEADER = 16, BODY = 5 };

static const size_t lengths[] = {0, 3, 4, 15, 16, 17, 18, 20, HEADER + BODY};

static prapi_event event;
static prapi_case state;

static void read_record(size_t n) {
    uint8_t bytes[HEADER + BODY];
    uint32_t chain;
    prapi_tag tag;
    ANY(bytes);
    const prap_bytes record = {LAST(bytes, n), n};
    prapi_case_clear(&state);
    (void)prapi_event_decode(record, any_u32(), &event, &chain);
    (void)prapi_case_decode(record, any_u32(), &state);
    (void)prapi_get_kept_tag(LAST(bytes, n), bytes + sizeof bytes, &tag);
}

/* Less than main, and enough for a fault to be seen (planted.py). */
static void one_record(void) {
    read_record(HEADER + 4);
}

int main(void) {
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) read_record(lengths[i]);
    char tenant[2], id[2];
    ANY(tenant);
    ANY(id);
    (void)prapi_key_hash(&(prap_key){TEXT(tenant, 2), TEXT(id, 1)});
    return 0;
}
