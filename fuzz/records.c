/*
 * records.c: fuzz target. The first byte says what the rest is: a snapshot or an event, raw or with its
 * checksum made good, so that the checksum is no wall. It is decoded, and what decodes must encode to
 * something that decodes alike; then it is put into a store under a case, and the engine is asked everything
 * about that case: whatever it answers, it answers with a status of the contract, and nothing but a
 * permission changes the store.
 */
#include <string.h>

#include "answer-copy.h"
#include "fuzz.h"
#include "record-bytes.h"
#include "referral/record.h"
#include "test-host.h"

enum { IS_EVENT = 1, IS_RESEALED = 2, ROOM = 2 * PRAP_SNAPSHOT_BYTES };

static bool is_of_the_contract(prap_status status) {
    return status == PRAP_OK || status == PRAP_E_DAMAGED || status == PRAP_E_FOREIGN ||
           status == PRAP_E_VERSION || status == PRAP_E_COVERAGE;
}

/* Returns the version that the snapshot says, or 1. */
static uint64_t decode_snapshot(prap_bytes record, uint32_t key_hash) {
    prapi_case state = {.stage = 0}, again = {.stage = 0};
    if (prapi_case_decode(record, key_hash, &state) != PRAP_OK) return 1;
    uint8_t room[PRAP_SNAPSHOT_BYTES];
    size_t n = 0;
    prapi_case_encode(&state, key_hash, room, &n);
    must(n == record.n, "a snapshot is not canonical: it encodes to another length");
    /* The header's minor format is ours, and with it the checksum; the body comes back byte for byte. */
    must(memcmp(room + RECORD_HEADER_BYTES, record.bytes + RECORD_HEADER_BYTES, n - RECORD_HEADER_BYTES) == 0,
         "a snapshot is not canonical");
    must(prapi_case_decode((prap_bytes){room, n}, key_hash, &again) == PRAP_OK,
         "a snapshot does not come back");
    return state.version;
}

static void decode_event(prap_bytes record, uint32_t key_hash) {
    prapi_event event = {.event = 0}, again = {.event = 0};
    uint32_t chain;
    if (prapi_event_decode(record, key_hash, &event, &chain) != PRAP_OK) return;
    uint8_t room[PRAP_EVENT_BYTES], once_more[PRAP_EVENT_BYTES];
    size_t n = 0, n_once_more = 0;
    prapi_event_encode(&event, key_hash, room, &n, &chain);
    must(n <= record.n, "an event grew"); /* unknown tags are passed over */
    must(prapi_event_decode((prap_bytes){room, n}, key_hash, &again, &chain) == PRAP_OK,
         "an event does not come back");
    prapi_event_encode(&again, key_hash, once_more, &n_once_more, &chain);
    must(n == n_once_more && memcmp(room, once_more, n) == 0, "an event is not canonical");
}

static prap_status pass_event(void *user, const prap_event_view *event) {
    (void)user;
    must(prap_word_by_number(PRAP_WORDS_EVENT, event->event) != NULL, "a history shows no such event");
    return PRAP_OK;
}

static void ask_everything(struct test_host *host, prap_key key) {
    static const prap_day days[] = {0, 19486, 19550, 20800};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        prap_status status = prap_engine_show(host->engine, &key, days[i], host->answer, NULL);
        /* A case may be of a programme for which this engine has no rulebook. */
        must(is_of_the_contract(status) || status == PRAP_E_NO_CASE || status == PRAP_E_WORD, "show: a status that cannot be");
        status = prap_engine_history(host->engine, &key, days[i], pass_event, NULL, NULL);
        must(is_of_the_contract(status) || status == PRAP_E_NO_CASE, "history: a status that cannot be");
        for (uint32_t event = 1; event <= PRAP_EVENT_AUTO_DNA; event++) {
            prap_command command = test_command("A", event, days[i]);
            command.programme = 0;
            command.id = test_text(event % 2 == 0 ? "even" : "");
            memory_store_order(host->store, NULL);
            status = test_host_submit(host, &command);
            must(is_of_the_contract(status) || prap_status_class(status) == PRAP_CLASS_CALLER,
                 "submit: a status that cannot be");
            const bool permitted =
                status == PRAP_OK && test_host_summary(host)->verdict == PRAP_VERDICT_PERMITTED;
            must(memory_store_committed(host->store) ==
                     (permitted && test_host_summary(host)->duplicate == 0),
                 "the store changed without permission, or not with it");
        }
    }
    prap_sweep_report report = {.size = sizeof report};
    must(prap_engine_sweep(host->engine, test_text(""), 20800, &report, NULL) == PRAP_OK, "a sweep failed");
    must(memory_store_complaint(host->store) == NULL, "the library broke the store's contract");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    if (n == 0 || n > ROOM) return 0;
    const uint8_t how = bytes[0];
    uint8_t room[ROOM];
    const size_t length = n - 1;
    memcpy(room, bytes + 1, length);
    if ((how & IS_RESEALED) != 0 && length >= 8) {
        memcpy(room, "PRAP", 4);
        record_reseal(room, length);
    }
    const prap_key key = test_key("A");
    const prap_bytes record = {room, length};
    struct test_host host;
    test_host_open(&host, NULL, 0);
    if ((how & IS_EVENT) == 0) {
        const uint64_t version = decode_snapshot(record, prapi_key_hash(&key));
        memory_store_plant(host.store, key, version < 4 ? version : 1, record, record);
    } else {
        /* The event stands behind a true referral, which it may or may not follow. */
        decode_event(record, prapi_key_hash(&key));
        const prap_command received = test_command("A", PRAP_EVENT_REFERRAL_RECEIVED, 19486);
        must(test_host_submit(&host, &received) == PRAP_OK, "a referral was not received");
        const prap_bytes snapshot = memory_store_snapshot(host.store, key);
        uint8_t kept[PRAP_SNAPSHOT_BYTES];
        memcpy(kept, snapshot.bytes, snapshot.n);
        memory_store_plant(host.store, key, 2, (prap_bytes){kept, snapshot.n}, record);
    }
    ask_everything(&host, key);
    must(test_host_close(&host) == 0, "memory was left or released wrongly");
    return 0;
}
