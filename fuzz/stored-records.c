/*
 * stored-records.c: fuzz target. Every form that is stored, read alone: the first byte says which of them the rest is the
 * body of (an event, a snapshot, a stream), or that the rest is the record as it stands. A header with the right length and
 * checksum is put before a body, so that the checksum is no wall. What is read must be written as something that reads
 * alike, byte for byte where the form is canonical.
 */
#include <string.h>

#include "fuzz.h"
#include "prap/prap.h"
#include "provider-direct/stream-record.h"
#include "record-bytes.h"
#include "referral/record.h"

enum { ROOM = PRAP_SNAPSHOT_BYTES + 64, AS_IT_STANDS = 3, FORMS = 4 };

static uint32_t hash_of_key; /* of the key that the records of the corpus belong to */

static bool is_of_the_contract(prap_status status) {
    return status == PRAP_OK || status == PRAP_E_DAMAGED || status == PRAP_E_FOREIGN || status == PRAP_E_VERSION;
}

static void read_snapshot(prap_bytes record) {
    static prapi_case state, again; /* large */
    uint8_t room[PRAP_SNAPSHOT_BYTES];
    size_t n = 0;
    state = (prapi_case){.stage = 0};
    const prap_status status = prapi_case_decode(record, hash_of_key, &state);
    must(is_of_the_contract(status), "a snapshot is read with a status outside the contract");
    if (status != PRAP_OK) return;
    prapi_case_encode(&state, hash_of_key, room, &n);
    /* The header's minor format is ours, and with it the checksum; the body comes back byte for byte. */
    must(n == record.n && memcmp(room + RECORD_HEADER_BYTES, record.bytes + RECORD_HEADER_BYTES, n - RECORD_HEADER_BYTES) == 0,
         "a snapshot is not canonical");
    again = (prapi_case){.stage = 0};
    must(prapi_case_decode((prap_bytes){room, n}, hash_of_key, &again) == PRAP_OK, "a snapshot does not come back");
}

static void read_event(prap_bytes record) {
    static prapi_event event, again; /* large */
    uint8_t room[PRAP_EVENT_BYTES], once_more[PRAP_EVENT_BYTES];
    size_t n = 0, n_once_more = 0;
    uint32_t chain = 0;
    event = (prapi_event){.event = 0};
    const prap_status status = prapi_event_decode(record, hash_of_key, &event, &chain);
    must(is_of_the_contract(status), "an event is read with a status outside the contract");
    if (status != PRAP_OK) return;
    prapi_event_encode(&event, hash_of_key, room, &n, &chain);
    must(n <= record.n, "an event grew"); /* unknown tags are passed over */
    again = (prapi_event){.event = 0};
    must(prapi_event_decode((prap_bytes){room, n}, hash_of_key, &again, &chain) == PRAP_OK, "an event does not come back");
    prapi_event_encode(&again, hash_of_key, once_more, &n_once_more, &chain);
    must(n == n_once_more && memcmp(room, once_more, n) == 0, "an event is not canonical");
}

static void read_stream(prap_bytes record) {
    prapi_stream stream, again;
    uint8_t room[PRAPI_STREAM_BYTES];
    memset(&stream, 0, sizeof stream);
    memset(&again, 0, sizeof again);
    const prap_status status = prapi_stream_decode(record, hash_of_key, &stream);
    must(is_of_the_contract(status), "a stream is read with a status outside the contract");
    if (status != PRAP_OK) return;
    prapi_stream_encode(&stream, hash_of_key, room);
    must(prapi_stream_decode((prap_bytes){room, sizeof room}, hash_of_key, &again) == PRAP_OK, "a stream does not come back");
    must(memcmp(&stream, &again, sizeof stream) == 0, "a stream comes back as another");
}

/* Any record through every reader: of another kind it is refused, not misread. */
static void read_as_it_stands(prap_bytes record) {
    read_event(record);
    read_snapshot(record);
    read_stream(record);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    static void (*const read[FORMS])(prap_bytes record) = {read_event, read_snapshot, read_stream, read_as_it_stands};
    uint8_t room[ROOM] = {'P', 'R', 'A', 'P'};
    if (n < 2 || n - 1 > ROOM - RECORD_HEADER_BYTES) return 0;
    const uint32_t how = bytes[0], form = how % FORMS;
    const prap_key key = {{NULL, 0}, {"A", 1}};
    if (form == AS_IT_STANDS) {
        read[form]((prap_bytes){bytes + 1, n - 1});
        return 0;
    }
    hash_of_key = form == 2 ? prapi_stream_key_hash(&key) : prapi_key_hash(&key);
    room[4] = (uint8_t)"ESV"[form];
    room[5] = how >= 248 ? 2 : 1;               /* mostly the major that there is, */
    room[6] = (uint8_t)(how / FORMS % 16 % 6);  /* and one of its minors */
    memcpy(room + RECORD_HEADER_BYTES, bytes + 1, n - 1);
    record_reseal(room, RECORD_HEADER_BYTES + n - 1);
    read[form]((prap_bytes){room, RECORD_HEADER_BYTES + n - 1});
    return 0;
}
