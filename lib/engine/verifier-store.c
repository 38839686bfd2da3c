/*
 * verifier-store.c: what the verifier's calls have in common: a stream loaded, an entry stored, a call begun.
 *
 * What is stored comes before what is said: a challenge before its positions, a failure before the answer is
 * looked at (T-P-12, T-P-13). An entry carries a random nonce and goes to the store under it and its sequence
 * as its idempotency key, so that a commit whose outcome is unknown can be put again: the store tells whether
 * it is there, and another process that says the same thing at the same time is not mistaken for this one.
 */
#include "engine/verifier.h"

#include <string.h>

#include "prap/vocabulary.h"

#include "base/error.h"
#include "base/text.h"

enum { NUMBER_TEXT = 16, ID_TEXT = 2 * NUMBER_TEXT };

prap_status prapi_verifier_fail(const prapi_verifier_call *one, prap_status status) {
    const int32_t class = prap_status_class(status);
    const char *field = class == PRAP_CLASS_HOST || class == PRAP_CLASS_DATA ? "store" : "";
    if (status == PRAP_E_RANDOM) field = "random";
    if (status == PRAP_E_NO_CASE) field = "stream";
    return prapi_fail(one->reterr, status, field, prap_status_meaning(status));
}

/* The stream as it is stored; of version 0 when there is none. */
prap_status prapi_verifier_load(prapi_verifier_call *one) {
    prap_verifier *const verifier = one->verifier;
    verifier->stream = (prapi_stream){0};
    prap_status status = prapi_host_load(&verifier->host, one->key, &verifier->loaded);
    if (status == PRAP_OK) {
        const prap_bytes record = {verifier->loaded.record, verifier->loaded.record_bytes};
        status = prapi_stream_decode(record, prapi_stream_key_hash(one->key), &verifier->stream);
        if (status == PRAP_OK && (uint64_t)verifier->stream.version != verifier->loaded.version)
            status = PRAP_E_DAMAGED;
    }
    if (status != PRAP_OK && status != PRAP_NONE) return prapi_verifier_fail(one, status);
    one->now = prapi_stream_now(&verifier->stream, one->at);
    return PRAP_OK;
}

/* The stream as it is stored, which must be there and of a code as long as ours. */
prap_status prapi_verifier_load_existing(prapi_verifier_call *one) {
    const prap_status status = prapi_verifier_load(one);
    if (status != PRAP_OK) return status;
    return one->verifier->stream.version == 0 ? prapi_verifier_fail(one, PRAP_E_NO_CASE) : PRAP_OK;
}

prap_status prapi_verifier_check_length(const prapi_verifier_call *one) {
    if ((uint32_t)one->verifier->stream.length == one->verifier->length) return PRAP_OK;
    return prapi_fail(one->reterr, PRAP_E_RANGE, "code-len",
                      "the stream's code was said to have another length");
}

static void write_number(uint64_t number, char room[NUMBER_TEXT]) {
    static const char digits[] = "0123456789abcdef";
    for (size_t i = NUMBER_TEXT; i > 0; number >>= 4)
        room[--i] = digits[number & 15];
}

/* With its sequence, so that even a generator that begins anew cannot give an entry the id of an older one.
 */
static void write_id(const prapi_entry *entry, char room[ID_TEXT]) {
    write_number((uint64_t)entry->sequence, room);
    write_number((uint64_t)entry->nonce, room + NUMBER_TEXT);
}

/*
 * Puts one change until the store says what became of it. PRAP_OK: it is stored, once. PRAP_DUPLICATE: it was
 * before this call. PRAP_CONFLICT: it is not, and the stream has moved on.
 */
static prap_status put(const prapi_verifier_call *one, const prap_change *change) {
    bool may_be_there = false;
    for (int i = 0; i < PRAPI_VERIFIER_TRIES; i++) {
        const prap_status status = prapi_host_commit(&one->verifier->host, change);
        if (status == PRAP_DUPLICATE && may_be_there) return PRAP_OK;
        may_be_there = may_be_there || status == PRAP_UNKNOWN;
        if (status == PRAP_FAIL && may_be_there) return PRAP_UNKNOWN;
        if (status != PRAP_RETRY && status != PRAP_UNKNOWN) return status;
    }
    return may_be_there ? PRAP_UNKNOWN : PRAP_RETRY;
}

/*
 * What stands in the store in the place of an entry: it, after all? Its checksum tells, which is that of its sequence
 * too. A store that tried again by itself may call its own commit a conflict or a duplicate.
 */
static prap_status find_out(prapi_verifier_call *one, uint32_t chain, prap_status said) {
    const prap_status status = prapi_verifier_load(one);
    if (status != PRAP_OK) return status;
    if (one->verifier->stream.chain == chain) return PRAP_OK;
    return said == PRAP_CONFLICT ? said : prapi_verifier_fail(one, PRAP_E_HOST);
}

prap_status prapi_verifier_commit(prapi_verifier_call *one, prapi_entry *entry, prap_text id) {
    prap_verifier *const verifier = one->verifier;
    const uint32_t hash = prapi_stream_key_hash(one->key);
    const uint64_t before = (uint64_t)verifier->stream.version;
    char own[ID_TEXT];
    uint32_t chain;
    write_id(entry, own);
    const prap_text change_id = id.n != 0 ? id : (prap_text){own, sizeof own};
    prapi_entry_encode(entry, hash, verifier->entry_bytes, &chain);
    prapi_stream_apply(&verifier->stream, entry, &verifier->limits);
    verifier->stream.chain = chain;
    prapi_stream_encode(&verifier->stream, hash, verifier->stream_bytes);
    const prap_event_record record = {.size = sizeof record,
                                      .sequence = before + 1,
                                      .id = change_id,
                                      .record = {verifier->entry_bytes, PRAPI_ENTRY_BYTES}};
    const prap_change change = {.size = sizeof change,
                                .key = *one->key,
                                .expected_version = before,
                                .new_version = before + 1,
                                .id = change_id,
                                .events = &record,
                                .n_events = 1,
                                .snapshot = {verifier->stream_bytes, PRAPI_STREAM_BYTES},
                                .next_due = PRAP_DAY_NONE,
                                .hold_until = PRAP_DAY_NONE};
    const prap_status status = put(one, &change);
    if (status == PRAP_OK && verifier->host.observer.committed != NULL) {
        verifier->host.observer.committed(verifier->host.observer.user, &change);
    }
    /* Nobody else can have an id of our own. */
    if (status == PRAP_CONFLICT || (status == PRAP_DUPLICATE && id.n == 0))
        return find_out(one, chain, status);
    return status == PRAP_OK || status == PRAP_DUPLICATE ? status : prapi_verifier_fail(one, status);
}

/* An entry of a kind with a nonce of its own. */
prap_status prapi_verifier_make_entry(const prapi_verifier_call *one, uint32_t kind, prapi_entry *ret_entry,
                                      prapi_drawn *ret_drawn) {
    const prapi_stream *const stream = &one->verifier->stream;
    const prap_status status =
        prapi_draw(&one->verifier->random, one->verifier->length, (uint32_t)stream->fingerprint, ret_drawn);
    if (status != PRAP_OK) return prapi_verifier_fail(one, status);
    *ret_entry = prapi_entry_of(stream, kind, one->now);
    memcpy(&ret_entry->nonce, &ret_drawn->nonce, sizeof ret_entry->nonce);
    return PRAP_OK;
}

/* An entry that says nothing but its kind. */
prap_status prapi_verifier_commit_kind(prapi_verifier_call *one, uint32_t kind) {
    prapi_entry entry;
    prapi_drawn drawn;
    const prap_status status = prapi_verifier_make_entry(one, kind, &entry, &drawn);
    return status == PRAP_OK ? prapi_verifier_commit(one, &entry, (prap_text){NULL, 0}) : status;
}

prap_status prapi_verifier_begin(prap_verifier *verifier, const prap_key *stream, prap_instant at,
                                 const uint32_t *size, uint32_t least, prap_error *reterr,
                                 prapi_verifier_call *ret_call) {
    *ret_call = (prapi_verifier_call){.reterr = reterr};
    if (verifier == NULL || stream == NULL || size == NULL) {
        return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    }
    if (verifier->busy) return prapi_verifier_fail(ret_call, PRAP_E_REENTRY);
    if (*size < least)
        return prapi_fail(reterr, PRAP_E_SIZE, "", "the answer's size is one this library cannot adopt");
    if (!prapi_text_is_identifier(stream->case_id)) {
        return prapi_fail(reterr, PRAP_E_TEXT, "stream", "a stream's id is 1 to 64 bytes of printable UTF-8");
    }
    if (stream->tenant.n != 0 && !prapi_text_is_identifier(stream->tenant)) {
        return prapi_fail(reterr, PRAP_E_TEXT, "tenant", "a tenant is at most 64 bytes of printable UTF-8");
    }
    if (at < 0 || at > PRAPI_INSTANT_MAX) {
        return prapi_fail(reterr, PRAP_E_RANGE, "at", "a minute is from 1970 to the end of year 9999");
    }
    ret_call->verifier = verifier;
    ret_call->key = stream;
    ret_call->at = at;
    return PRAP_OK;
}

prap_status prapi_verifier_begin_challenge(prap_verifier *verifier, const prap_key *stream, prap_instant at,
                                           const prap_challenge *ret, prap_error *reterr,
                                           prapi_verifier_call *ret_call) {
    const uint32_t *const size = ret == NULL ? NULL : &ret->size;
    return prapi_verifier_begin(verifier, stream, at, size, sizeof *ret, reterr, ret_call);
}

prap_status prapi_verifier_check_code(prap_code_id code, prap_error *reterr) {
    if (code.in_force >= PRAP_DAY_MIN && code.in_force <= PRAP_DAY_MAX) return PRAP_OK;
    return prapi_fail(reterr, PRAP_E_DAY, "code", "a code is named by the day from which it is in force");
}

void prapi_verifier_describe(const prapi_verifier_call *one, uint32_t result, prap_challenge *ret_challenge) {
    prapi_stream_describe(&one->verifier->stream, &one->verifier->limits, one->now, ret_challenge);
    ret_challenge->result = result;
    ret_challenge->rule = prapi_result_rule(result);
}
