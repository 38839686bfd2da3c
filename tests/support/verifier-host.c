#include "verifier-host.h"

#include <stdlib.h>
#include <string.h>

static void must(prap_status status) {
    if (status != PRAP_OK) abort();
}

static uint64_t next_random(struct random_source *source) {
    source->state += UINT64_C(0x9E3779B97F4A7C15);
    uint64_t mixed = source->state;
    mixed = (mixed ^ (mixed >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94D049BB133111EB);
    return mixed ^ (mixed >> 31);
}

static prap_status fill(void *user, uint8_t *bytes, size_t n) {
    struct random_source *source = user;
    source->calls++;
    if (source->fault == RANDOM_FAILS || source->calls == source->fail_at) return PRAP_FAIL;
    if (source->fault == RANDOM_SILENT) return PRAP_OK;
    if (source->fault == RANDOM_REPEATS) source->state = 7;
    for (size_t i = 0; i < n; i++) {
        const uint8_t byte = (uint8_t)next_random(source);
        if (source->fault == RANDOM_SHORT && i >= n / 2) continue;
        bytes[i] = source->fault == RANDOM_CONSTANT ? 0x5C : byte;
        if (source->fault == RANDOM_REJECTED && i >= 8 && i % 2 == 1) bytes[i] = 0xFF;
        if (source->fault == RANDOM_REJECTED && i >= 8 && i % 2 == 0)
            bytes[i] = (uint8_t)(0xF0 | (byte & 0x0F));
    }
    return PRAP_OK;
}

void random_source_init(struct random_source *source, uint64_t seed) {
    memset(source, 0, sizeof *source);
    source->interface = (prap_random){sizeof source->interface, source, fill};
    source->state = seed;
}

void verifier_host_join(struct verifier_host *host, struct memory_store *store,
                        const prap_challenge_limits *limits, const prap_setting *settings, size_t n,
                        uint64_t seed) {
    memset(host, 0, sizeof *host);
    failing_allocator_init(&host->allocator);
    random_source_init(&host->random, seed);
    host->store = store;
    host->host.size = sizeof host->host;
    host->host.allocator = &host->allocator.interface;
    host->host.store = memory_store_interface(store);
    must(prap_verifier_create(&host->host, &host->random.interface, settings, n, limits, &host->verifier,
                              NULL));
}

void verifier_host_open(struct verifier_host *host, const prap_challenge_limits *limits) {
    verifier_host_join(host, memory_store_create(), limits, NULL, 0, 1);
}

size_t verifier_host_leave(struct verifier_host *host) {
    prap_verifier_destroy(host->verifier);
    return host->allocator.outstanding_bytes + host->allocator.wrong_releases;
}

size_t verifier_host_close(struct verifier_host *host) {
    const size_t left = verifier_host_leave(host);
    memory_store_destroy(host->store);
    return left;
}

prap_key verifier_stream(void) {
    return (prap_key){{"codes", 5}, {"prime", 5}};
}

static void prepare(struct verifier_host *host) {
    memset(&host->challenge, 0, sizeof host->challenge);
    memset(&host->exposure, 0, sizeof host->exposure);
    memset(&host->error, 0, sizeof host->error);
    host->challenge.size = sizeof host->challenge;
    host->exposure.size = sizeof host->exposure;
    host->error.size = sizeof host->error;
}

static prap_text text_of(const char *text) {
    return (prap_text){text, strlen(text)};
}

prap_status verifier_ask(struct verifier_host *host, prap_day in_force, prap_instant at) {
    const prap_key key = verifier_stream();
    prepare(host);
    return prap_verifier_ask(host->verifier, &key, (prap_code_id){in_force, 0}, at, &host->challenge,
                             &host->error);
}

prap_status verifier_answer(struct verifier_host *host, uint32_t number, const char *answer,
                            prap_instant at) {
    const prap_key key = verifier_stream();
    prepare(host);
    return prap_verifier_answer(host->verifier, &key, number, text_of(TEST_CODE), text_of(answer), at,
                                &host->challenge, &host->error);
}

prap_status verifier_give_up(struct verifier_host *host, uint32_t number, prap_instant at) {
    const prap_key key = verifier_stream();
    prepare(host);
    return prap_verifier_give_up(host->verifier, &key, number, at, &host->challenge, &host->error);
}

prap_status verifier_record(struct verifier_host *host, prap_day in_force, const uint32_t positions[3],
                            uint32_t result, const char *id, prap_instant at) {
    const prap_key key = verifier_stream();
    prepare(host);
    return prap_verifier_record(host->verifier, &key, (prap_code_id){in_force, 0}, positions, result,
                                text_of(id), at, &host->challenge, &host->error);
}

prap_status verifier_release(struct verifier_host *host, prap_instant at) {
    const prap_key key = verifier_stream();
    prepare(host);
    return prap_verifier_release(host->verifier, &key, at, &host->challenge, &host->error);
}

prap_status verifier_look(struct verifier_host *host, prap_instant at) {
    const prap_key key = verifier_stream();
    prepare(host);
    return prap_verifier_look(host->verifier, &key, at, &host->challenge, &host->error);
}

prap_status verifier_report(struct verifier_host *host, prap_instant at) {
    const prap_key key = verifier_stream();
    prepare(host);
    return prap_verifier_report(host->verifier, &key, at, &host->exposure, &host->error);
}

void verifier_right_answer(const struct verifier_host *host, char answer[4]) {
    for (int i = 0; i < 3; i++)
        answer[i] = TEST_CODE[host->challenge.positions[i] - 1];
    answer[3] = '\0';
}
