/*
 * verifiers.c: fuzz target. A verifier over a store in memory: one call after another, with arguments that are left out or
 * wrong, a source of random bytes and a store that misbehave as the bytes say, a stored stream that rots, and a rival over
 * the same store. Whatever comes of it is a status with an error that says so, and no memory is left.
 */
#include <string.h>

#include "fuzz.h"
#include "record-bytes.h"
#include "spoil.h"
#include "verifier-host.h"

enum { NOON = 28058400, IN_FORCE = 19485, CALLS_MOST = 300, ANSWER = 4, HALF_HOUR = 30 };

/* What is said to one verifier; the rival is another over its store. */
struct talk {
    struct rest rest;
    struct verifier_host host;
    struct verifier_host rival;
    bool has_rival;
    bool in_midst; /* the rival asks at the next commit */
    prap_instant at;
    uint32_t missing;
    uint32_t how;
    ROOMY(prap_key) key;
    ROOMY(prap_challenge) challenge;
    ROOMY(prap_error) error;
};

#define GIVEN(bit, pointer) ((talk->missing >> (bit) & 1) != 0 ? NULL : (pointer))

static prap_code_id code_of(const struct talk *talk) {
    return (prap_code_id){IN_FORCE + (prap_day)(talk->how % 4), talk->how / 4 % 2};
}

static prap_text text_of(const struct talk *talk) {
    static const char *const codes[] = {TEST_CODE, "aB3dE6gX", "aB3", "", "aB3 E6gH", "aB3dE6gHaB3dE6gHaB3dE6gHaB3dE6gHaB3"};
    const char *code = codes[talk->how / 8 % (sizeof codes / sizeof *codes)];
    return (prap_text){code, strlen(code)};
}

static prap_status ask(struct talk *talk) {
    const prap_status status = prap_verifier_ask(GIVEN(0, talk->host.verifier), GIVEN(1, &talk->key.it), code_of(talk), talk->at,
                                                 GIVEN(2, &talk->challenge.it), &talk->error.it);
    if (status == PRAP_OK) talk->host.challenge = talk->challenge.it;
    return status;
}

/* Right, wrong, too short or none. */
static prap_status answer(struct talk *talk) {
    char right[ANSWER] = "xyz";
    const uint32_t how = take(&talk->rest);
    const prap_challenge *in_hand = &talk->host.challenge;
    if (how % 4 < 2 && in_hand->positions[0] != 0) verifier_right_answer(&talk->host, right);
    if (how % 4 == 1) right[how / 4 % 3] = '~';
    const prap_text said = {(talk->missing & 8) != 0 ? NULL : right, how >= 200 ? how % 4 : 3};
    return prap_verifier_answer(GIVEN(0, talk->host.verifier), GIVEN(1, &talk->key.it), in_hand->number + how / 64 % 2, text_of(talk), said,
                                talk->at, GIVEN(2, &talk->challenge.it), &talk->error.it);
}

static prap_status give_up(struct talk *talk) {
    return prap_verifier_give_up(GIVEN(0, talk->host.verifier), GIVEN(1, &talk->key.it), talk->host.challenge.number + talk->how % 2,
                                 talk->at, GIVEN(2, &talk->challenge.it), &talk->error.it);
}

static prap_status record(struct talk *talk) {
    const uint32_t first = take(&talk->rest), result = take(&talk->rest), id = take(&talk->rest);
    const uint32_t positions[] = {1 + first % 8, 1 + first / 8 % 8, 1 + first / 64 + 4};
    static const char *const ids[] = {"", "one", "two", "two\nlines"};
    const prap_text named = {ids[id % 4], strlen(ids[id % 4])};
    return prap_verifier_record(GIVEN(0, talk->host.verifier), GIVEN(1, &talk->key.it), code_of(talk), GIVEN(3, positions), result % 8, named,
                                talk->at, GIVEN(2, &talk->challenge.it), &talk->error.it);
}

static prap_status release(struct talk *talk) {
    return prap_verifier_release(GIVEN(0, talk->host.verifier), GIVEN(1, &talk->key.it), talk->at, GIVEN(2, &talk->challenge.it),
                                 &talk->error.it);
}

static prap_status look(struct talk *talk) {
    return prap_verifier_look(GIVEN(0, talk->host.verifier), GIVEN(1, &talk->key.it), talk->at, GIVEN(2, &talk->challenge.it),
                              &talk->error.it);
}

static prap_status report(struct talk *talk) {
    ROOMY(prap_exposure) exposure = {.it = {.size = sizeof exposure.it}};
    if ((talk->how & 1) != 0) spoil(&talk->rest, "prap_exposure", &exposure);
    return prap_verifier_report(GIVEN(0, talk->host.verifier), GIVEN(1, &talk->key.it), talk->at, GIVEN(2, &exposure.it), &talk->error.it);
}

/* Another verifier, of which something may be missing or spoiled, and its memory may not be there. */
static prap_status create(struct talk *talk) {
    struct rest *rest = &talk->rest;
    ROOMY(prap_host) host;
    ROOMY(prap_random) source;
    ROOMY(prap_challenge_limits) limits;
    const prap_setting setting = {take(rest), (int32_t)take(rest)};
    prap_verifier *made = NULL;
    FURNISH(host, talk->host.host);
    FURNISH(source, talk->host.random.interface);
    FURNISH(limits, (prap_challenge_limits){.size = sizeof limits.it});
    (void)prap_challenge_limits_default(&limits.it);
    limits.it.lock_minutes = HALF_HOUR;
    if (talk->how % 4 == 1) spoil(rest, "prap_host", &host);
    if (talk->how % 4 == 2) spoil(rest, "prap_random", &source);
    if (talk->how % 4 == 3) spoil(rest, "prap_challenge_limits", &limits);
    if (talk->how / 128 == 1 && talk->how % 4 == 3) (void)prap_challenge_limits_default(&limits.it);
    failing_allocator_fail(&talk->host.allocator, talk->how / 4 % 4, false);
    const prap_status status = prap_verifier_create(GIVEN(0, &host.it), GIVEN(1, &source.it), GIVEN(2, &setting), talk->how / 16 % 2,
                                                    GIVEN(3, &limits.it), GIVEN(4, &made), &talk->error.it);
    failing_allocator_fail(&talk->host.allocator, 0, false);
    must((status == PRAP_OK) == (made != NULL), "a verifier with an error, or none without");
    prap_verifier_destroy(made);
    return status;
}

static prap_status order_trouble(struct talk *talk) {
    struct rest *rest = &talk->rest;
    const uint32_t fault = take(rest), nth = take(rest), status = take(rest);
    const struct memory_store_trouble trouble = {.fault = fault % 8, .nth = 1 + nth % 16, .sticky = nth >= 128, .only = fault / 8 % 5,
                                                 .status = spoil_status(status)};
    talk->host.random.fault = status / 16 % 7;
    memory_store_order(talk->host.store, trouble.fault == MEMORY_STORE_SOUND ? NULL : &trouble);
    return PRAP_OK;
}

/* A byte of the stored stream becomes another, with its checksum or without, or the stream is cut. */
static prap_status rot(struct talk *talk) {
    struct rest *rest = &talk->rest;
    const uint32_t at = take(rest), by = take(rest);
    const prap_bytes stored = memory_store_snapshot(talk->host.store, verifier_stream());
    uint8_t bytes[PRAP_SNAPSHOT_BYTES];
    size_t n = stored.n;
    if (n < RECORD_HEADER_BYTES) return PRAP_OK;
    memcpy(bytes, stored.bytes, n);
    bytes[at % n] ^= (uint8_t)by;
    if ((talk->how & 2) != 0) n = at % n;
    if ((talk->how & 1) != 0 && n >= RECORD_HEADER_BYTES) record_reseal(bytes, n);
    memory_store_set_snapshot(talk->host.store, verifier_stream(), (prap_bytes){bytes, n});
    return PRAP_OK;
}

/* The rival's call comes between the reading of the stream and the commit. */
static void interfere(void *user, enum memory_store_call call) {
    struct talk *talk = user;
    if (call != MEMORY_STORE_COMMIT || !talk->in_midst) return;
    talk->in_midst = (talk->how & 2) != 0;
    memory_store_listen(talk->host.store, NULL, NULL);
    if ((talk->how & 1) != 0) (void)verifier_ask(&talk->rival, IN_FORCE, talk->at);
    else (void)verifier_release(&talk->rival, talk->at);
    if (talk->in_midst) memory_store_listen(talk->host.store, interfere, talk);
}

static prap_status invite_rival(struct talk *talk) {
    if (!talk->has_rival) verifier_host_join(&talk->rival, talk->host.store, NULL, NULL, 0, 1 + talk->how);
    talk->has_rival = talk->in_midst = true;
    memory_store_listen(talk->host.store, interfere, talk);
    return PRAP_OK;
}

static void step(struct talk *talk) {
    static prap_status (*const calls[])(struct talk *talk) = {ask,    answer, give_up,       record, release,     look,
                                                              report, create, order_trouble, rot,    invite_rival};
    struct rest *rest = &talk->rest;
    const uint32_t which = take(rest), flags = take(rest);
    talk->how = take(rest);
    talk->at += flags / 8 % 8 * 3;
    talk->missing = (flags & 1) != 0 ? take(rest) : 0;
    talk->key.it = verifier_stream();
    talk->challenge.it = (prap_challenge){.size = sizeof talk->challenge.it};
    memset(&talk->error, 0, sizeof talk->error);
    talk->error.it.size = sizeof talk->error.it;
    if ((flags & 2) != 0) spoil(rest, "prap_key", &talk->key);
    if ((flags & 4) != 0) spoil(rest, "prap_challenge", &talk->challenge);
    const prap_instant before = talk->at;
    if (flags >= 192) talk->at = flags >= 224 ? INT64_MAX - (int64_t)flags : -(int64_t)talk->how;
    const prap_status status = calls[which % (sizeof calls / sizeof *calls)](talk);
    talk->at = before;
    must(prap_status_name(status) != NULL && status != PRAP_E_BUG, "a status that cannot be");
    must(status == PRAP_OK || (talk->error.it.status == status && talk->error.it.message[0] != '\0'), "an error that is not explained");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    static struct talk talk;
    memset(&talk, 0, sizeof talk);
    talk.rest = (struct rest){bytes, n};
    talk.at = NOON;
    const uint32_t limited = take(&talk.rest);
    const prap_challenge_limits limits = {.size = sizeof limits, .answer_minutes = 10, .failures_max = 1 + limited % 4,
                                          .lock_minutes = limited / 4 % 4 * HALF_HOUR, .exposed_warn = 4, .exposed_max = limited / 16 % 4 * 3,
                                          .redraw = limited / 64 % 2};
    verifier_host_open(&talk.host, limited >= 128 ? NULL : &limits);
    for (int i = 0; i < CALLS_MOST && talk.rest.n > 0; i++) step(&talk);
    memory_store_listen(talk.host.store, NULL, NULL);
    if (talk.has_rival) must(verifier_host_leave(&talk.rival) == 0, "the rival's memory is left");
    must(verifier_host_close(&talk.host) == 0, "memory is left");
    return 0;
}
