/* journal-bytes.h: a stored journal made into one that this library would not have written: well sealed and well
 * chained all the same. */
#ifndef TEST_JOURNAL_BYTES_H
#define TEST_JOURNAL_BYTES_H

#include "engine-cases.h"
#include "referral/record.h"

static inline prapi_event journal_event(const struct test_host *host, prap_key key, uint64_t sequence) {
    prapi_event event = {.event = 0};
    uint32_t chain;
    const prap_bytes record = memory_store_event(host->store, key, sequence);
    assert_int_equal(prapi_event_decode(record, prapi_key_hash(&key), &event, &chain), PRAP_OK);
    return event;
}

/* Puts an event in the place of the one with its sequence, and chains those after it to it. */
static inline void journal_replace(const struct test_host *host, prap_key key, prapi_event event) {
    const uint64_t last = memory_store_version(host->store, key);
    for (uint64_t sequence = event.sequence;; sequence++) {
        uint8_t bytes[PRAP_EVENT_BYTES];
        size_t n = 0;
        uint32_t chain;
        prapi_event_encode(&event, prapi_key_hash(&key), bytes, &n, &chain);
        memory_store_set_event(host->store, key, sequence, (prap_bytes){bytes, n});
        if (sequence == last) return;
        event = journal_event(host, key, sequence + 1);
        event.chain = chain;
    }
}

/* Makes an entry one that voids another. */
static inline void journal_replace_by_void(const struct test_host *host, prap_key key, uint64_t sequence,
                                           int32_t target) {
    prapi_event event = journal_event(host, key, sequence);
    event.event = PRAP_EVENT_ENTRY_VOIDED;
    prapi_say(&event.facts, event.said, PRAP_FACT_VOIDS, (prapi_said){PRAP_VALUE_NUMBER, target});
    journal_replace(host, key, event);
}

#endif
