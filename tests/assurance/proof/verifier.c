/*
 * verifier.c: challenges over an arbitrary host: a store that pushes any bytes as a stream, keeps no contract and answers
 * anything, and a source that fills in any bytes or none; any limits that are taken, any minutes, numbers and codes; of the code
 * lengths below. A code and an answer have LENGTH and three bytes.
 *
 * Part: engine/verifier.c engine/verifier-answer.c engine/verifier-ask.c engine/verifier-record.c engine/verifier-store.c
 *   engine/draw.c
 * Include: contracts/crc.h
 * Stated: prapi_crc32c
 * Options: -eva-auto-loop-unroll 10 -eva-slevel-function prap_sink_push:200
 */
#include "any-store.h"

#include "engine/verifier.h"
#include "prap/vocabulary.h"

enum { LENGTH = 8 };

static prap_verifier block;
static prap_challenge challenge;
static prap_error error;
static char code_text[LENGTH], answer_text[PRAP_CHALLENGE_POSITIONS];

static prap_status load(void *user, const prap_key *key, prap_sink *sink) {
    (void)user;
    (void)key;
    if (maybe()) push_one(sink, 1, PRAPI_STREAM_BYTES);
    if (maybe()) push_one(sink, 0, 0);
    return any_int();
}

static prap_status commit(void *user, const prap_change *changes, size_t n, prap_status *ret_each) {
    (void)user;
    (void)changes;
    for (size_t i = 0; i < n; i++) {
        if (maybe()) ret_each[i] = any_int();
    }
    return any_int();
}

static void committed(void *user, const prap_change *change) {
    (void)user;
    (void)change;
}

static prap_status fill(void *user, uint8_t *bytes, size_t n) {
    (void)user;
    if (maybe()) Frama_C_make_unknown((char *)bytes, n);
    return any_int();
}

static void *allocate(void *user, size_t bytes) {
    (void)user;
    return maybe() && bytes == sizeof block ? &block : NULL;
}

static void release(void *user, void *memory, size_t bytes) {
    (void)user;
    (void)memory;
    (void)bytes;
}

static void make(void) {
    static const prap_allocator allocator = {.size = sizeof allocator, .allocate = allocate, .release = release};
    static const prap_store store = {.size = sizeof store, .load = load, .commit = commit};
    static const prap_observer observer = {.size = sizeof observer, .committed = committed};
    prap_host host = {.size = sizeof host, .allocator = &allocator, .store = &store, .observer = &observer};
    prap_random random = {.size = (size_t)any_of(0, 1) * sizeof random, .fill = maybe() ? fill : NULL};
    prap_challenge_limits limits;
    prap_verifier *verifier = NULL;
    ANY(limits);
    limits.size = (uint32_t)any_of(0, sizeof limits);
    (void)prap_verifier_create(MAYBE(host), MAYBE(random), NULL, maybe(), MAYBE(limits), maybe() ? &verifier : NULL, MAYBE(error));
}

static prap_instant minute(void) {
    return (prap_instant)any_u64();
}

/* As one is made: limits that were taken, and of a code of LENGTH. */
static void make_whole(void) {
    ANY(block.limits);
    block.limits.answer_minutes = (uint32_t)any_of(1, 1440);
    block.limits.lock_minutes = (uint32_t)any_of(0, 525600);
    block.limits.exposed_warn = (uint32_t)any_of(0, PRAP_CODE_LENGTH_MAX);
    block.limits.exposed_max = (uint32_t)any_of(0, PRAP_CODE_LENGTH_MAX);
    block.limits.redraw = maybe();
    block.host = (prapi_host){.store = {.size = sizeof block.host.store, .load = load, .commit = commit},
                              .observer = {.size = sizeof block.host.observer, .committed = committed}};
    block.random = (prap_random){.size = sizeof block.random, .fill = fill};
    block.length = LENGTH;
}

static void calls(prap_verifier *verifier, size_t tenant_bytes) {
    char id[1];
    ANY(id);
    ANY(code_text);
    ANY(answer_text);
    prap_key key = {TEXT(id, tenant_bytes), TEXT(id, 1)};
    const prap_key *stream = MAYBE(key);
    const prap_code_id code = {any_int(), any_u32()};
    const prap_text text = {code_text, LENGTH}, answer = {answer_text, PRAP_CHALLENGE_POSITIONS};
    uint32_t positions[PRAP_CHALLENGE_POSITIONS];
    prap_exposure exposure = {.size = sizeof exposure};
    ANY(positions);
    (void)prap_verifier_ask(verifier, stream, code, minute(), MAYBE(challenge), MAYBE(error));
    (void)prap_verifier_look(verifier, stream, minute(), &challenge, &error);
    (void)prap_verifier_answer(verifier, stream, any_u32(), text, answer, minute(), &challenge, &error);
    (void)prap_verifier_give_up(verifier, stream, any_u32(), minute(), &challenge, &error);
    (void)prap_verifier_record(verifier, stream, code, positions, any_u32(), maybe() ? TEXT(id, 1) : (prap_text){NULL, 0}, minute(),
                               &challenge, &error);
    (void)prap_verifier_release(verifier, stream, minute(), &challenge, &error);
    (void)prap_verifier_report(verifier, stream, minute(), MAYBE(exposure), &error);
}

int main(void) {
    error.size = sizeof error;
    challenge.size = sizeof challenge;
    (void)prap_challenge_limits_default(NULL);
    make();
    make_whole();
    calls(&block, 0);
    calls(&block, 1);
    calls(NULL, 1);
    block.host.allocator.release = release;
    prap_verifier_destroy(&block);
    prap_verifier_destroy(NULL);
    return 0;
}
