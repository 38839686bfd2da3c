/*
 * verifier-test.c: what a verifier is made of, what it refuses to be asked and which stored bytes it refuses to read.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "provider-direct/stream-record.h"
#include "record-bytes.h"
#include "verifier-host.h"

enum { MONDAY = 19485, NOON = 28058400 };

static prap_error error;

static prap_status create(const prap_host *host, const prap_random *random, const prap_setting *setting,
                          const prap_challenge_limits *limits) {
    prap_verifier *verifier = NULL;
    memset(&error, 0, sizeof error);
    error.size = sizeof error;
    const prap_status status =
        prap_verifier_create(host, random, setting, setting == NULL ? 0 : 1, limits, &verifier, &error);
    prap_verifier_destroy(verifier);
    assert_true((status == PRAP_OK) == (verifier != NULL));
    assert_int_equal(error.status, status);
    return status;
}

static void what_it_is_made_of(void **state) {
    (void)state;
    struct verifier_host host;
    verifier_host_open(&host, NULL);
    const prap_random *const random = &host.random.interface;
    prap_verifier *verifier = NULL;
    assert_int_equal(prap_verifier_create(&host.host, random, NULL, 0, NULL, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_verifier_create(&host.host, random, NULL, 1, NULL, &verifier, NULL), PRAP_E_NULL);
    assert_int_equal(create(NULL, random, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(create(&host.host, NULL, NULL, NULL), PRAP_E_NULL);
    assert_string_equal(error.field, "random");
    prap_random odd = *random;
    odd.fill = NULL;
    assert_int_equal(create(&host.host, &odd, NULL, NULL), PRAP_E_NULL);
    odd.size = 8;
    assert_int_equal(create(&host.host, &odd, NULL, NULL), PRAP_E_SIZE);
    const prap_setting unknown = {9999, 1}, too_long = {PRAP_POLICY_CODE_LEN, 33},
                       six = {PRAP_POLICY_CODE_LEN, 6};
    assert_int_equal(create(&host.host, random, &unknown, NULL), PRAP_E_WORD);
    assert_int_equal(create(&host.host, random, &too_long, NULL), PRAP_E_RANGE);
    assert_int_equal(create(&host.host, random, &six, NULL), PRAP_OK);
    assert_int_equal(verifier_host_close(&host), 0);
}

/* Each limit at its ends and just past them. */
static void limits_hold_together(void **state) {
    (void)state;
    static const struct {
        size_t member;
        uint32_t value;
        const char *refused; /* the field, or NULL: it is taken */
    } rows[] = {{offsetof(prap_challenge_limits, answer_minutes), 0, "answer_minutes"},
                {offsetof(prap_challenge_limits, answer_minutes), 1, NULL},
                {offsetof(prap_challenge_limits, answer_minutes), 1440, NULL},
                {offsetof(prap_challenge_limits, answer_minutes), 1441, "answer_minutes"},
                {offsetof(prap_challenge_limits, lock_minutes), 525600, NULL},
                {offsetof(prap_challenge_limits, lock_minutes), 525601, "lock_minutes"},
                {offsetof(prap_challenge_limits, exposed_warn), PRAP_CODE_LENGTH_MAX, NULL},
                {offsetof(prap_challenge_limits, exposed_warn), PRAP_CODE_LENGTH_MAX + 1, "exposed_max"},
                {offsetof(prap_challenge_limits, exposed_max), PRAP_CODE_LENGTH_MAX, NULL},
                {offsetof(prap_challenge_limits, exposed_max), PRAP_CODE_LENGTH_MAX + 1, "exposed_max"},
                {offsetof(prap_challenge_limits, redraw), 1, NULL},
                {offsetof(prap_challenge_limits, redraw), 2, "redraw"}};
    struct verifier_host host;
    verifier_host_open(&host, NULL);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        prap_challenge_limits limits = {.size = sizeof limits};
        assert_int_equal(prap_challenge_limits_default(&limits), PRAP_OK);
        memcpy((char *)&limits + rows[i].member, &rows[i].value, sizeof rows[i].value);
        const prap_status status = create(&host.host, &host.random.interface, NULL, &limits);
        assert_int_equal(status, rows[i].refused == NULL ? PRAP_OK : PRAP_E_RANGE);
        if (rows[i].refused != NULL) assert_string_equal(error.field, rows[i].refused);
    }
    assert_int_equal(verifier_host_close(&host), 0);
}

/* What is taken where a host says nothing, written into a struct of any size that ours fits in. */
static void limits_by_default(void **state) {
    (void)state;
    struct verifier_host host;
    verifier_host_open(&host, NULL);
    prap_challenge_limits limits = {.size = sizeof limits}, small = {.size = 4};
    assert_int_equal(prap_challenge_limits_default(&limits), PRAP_OK);
    assert_int_equal(limits.answer_minutes, 10);
    assert_int_equal(limits.failures_max, 10);
    assert_int_equal(limits.lock_minutes, 0);
    assert_int_equal(limits.exposed_warn, 6);
    assert_int_equal(limits.exposed_max, 0);
    assert_int_equal(limits.redraw, 0);
    assert_int_equal(create(&host.host, &host.random.interface, NULL, &limits), PRAP_OK);
    assert_int_equal(prap_challenge_limits_default(NULL), PRAP_E_NULL);
    assert_int_equal(prap_challenge_limits_default(&small), PRAP_E_SIZE);
    assert_int_equal(create(&host.host, &host.random.interface, NULL, &small), PRAP_E_SIZE);
    union {
        prap_challenge_limits limits;
        uint8_t bytes[sizeof(prap_challenge_limits) + 16];
    } newer;
    memset(&newer, 0xEE, sizeof newer);
    newer.limits.size = sizeof newer;
    assert_int_equal(prap_challenge_limits_default(&newer.limits), PRAP_OK);
    assert_int_equal(newer.limits.size, sizeof newer);
    for (size_t i = sizeof(prap_challenge_limits); i < sizeof newer; i++)
        assert_int_equal(newer.bytes[i], 0);
    assert_int_equal(create(&host.host, &host.random.interface, NULL, &newer.limits), PRAP_OK);
    assert_int_equal(verifier_host_close(&host), 0);
}

/* What a verifier knew is gone before its memory is given back. */
static void release_zeros(void *user, void *block, size_t bytes) {
    const prap_allocator *const allocator = user;
    for (size_t i = 0; i < bytes; i++)
        assert_int_equal(((const uint8_t *)block)[i], 0);
    allocator->release(allocator->user, block, bytes);
}

static void *allocate_with(void *user, size_t bytes) {
    const prap_allocator *const allocator = user;
    return allocator->allocate(allocator->user, bytes);
}

static void what_it_knew_is_wiped(void **state) {
    (void)state;
    struct verifier_host host;
    verifier_host_open(&host, NULL);
    prap_allocator own = *host.host.allocator;
    const prap_allocator strict = {.size = sizeof strict, .user = &own, .allocate = allocate_with, .release = release_zeros};
    prap_host with = host.host;
    with.allocator = &strict;
    assert_int_equal(create(&with, &host.random.interface, NULL, NULL), PRAP_OK);
    assert_int_equal(verifier_host_close(&host), 0);
}

/* The first and the last minute, and the first and the last day of a code. */
static void minutes_and_days_at_their_ends(void **state) {
    (void)state;
    static const struct {
        prap_day in_force;
        prap_instant at;
        prap_status status;
    } rows[] = {{MONDAY, 0, PRAP_OK},
                {MONDAY, PRAPI_INSTANT_MAX, PRAP_OK},
                {MONDAY, PRAPI_INSTANT_MAX + 1, PRAP_E_RANGE},
                {PRAP_DAY_MIN, NOON, PRAP_OK},
                {PRAP_DAY_MIN - 1, NOON, PRAP_E_DAY},
                {PRAP_DAY_MAX, NOON, PRAP_OK},
                {PRAP_DAY_MAX + 1, NOON, PRAP_E_DAY}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct verifier_host host;
        verifier_host_open(&host, NULL);
        assert_int_equal(verifier_ask(&host, rows[i].in_force, rows[i].at), rows[i].status);
        if (rows[i].status == PRAP_OK) assert_int_equal(host.challenge.expires_at, rows[i].at + 10);
        assert_int_equal(verifier_host_close(&host), 0);
    }
}

static void arguments_that_are_refused(void **state) {
    (void)state;
    static const uint32_t good[] = {1, 2, 3}, bad[] = {1, 2, 9};
    struct verifier_host host;
    verifier_host_open(&host, NULL);
    const prap_key key = verifier_stream();
    const prap_code_id code = {MONDAY, 0};
    prap_challenge c = {.size = sizeof c}, small = {.size = 4};
    prap_exposure e = {.size = 4};
    const prap_text text = {"abc", 3}, none = {NULL, 0};
    assert_int_equal(prap_verifier_ask(NULL, &key, code, NOON, &c, NULL), PRAP_E_NULL);
    assert_int_equal(prap_verifier_ask(host.verifier, NULL, code, NOON, &c, NULL), PRAP_E_NULL);
    assert_int_equal(prap_verifier_ask(host.verifier, &key, code, NOON, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_verifier_ask(host.verifier, &key, code, NOON, &small, NULL), PRAP_E_SIZE);
    assert_int_equal(prap_verifier_report(host.verifier, &key, NOON, &e, NULL), PRAP_E_SIZE);
    assert_int_equal(prap_verifier_report(host.verifier, &key, NOON, NULL, NULL), PRAP_E_NULL);
    const prap_key nameless = {none, none}, odd = {{"\x01", 1}, {"a", 1}};
    assert_int_equal(prap_verifier_ask(host.verifier, &nameless, code, NOON, &c, NULL), PRAP_E_TEXT);
    assert_int_equal(prap_verifier_ask(host.verifier, &odd, code, NOON, &c, NULL), PRAP_E_TEXT);
    assert_int_equal(prap_verifier_ask(host.verifier, &key, code, -1, &c, NULL), PRAP_E_RANGE);
    assert_int_equal(prap_verifier_ask(host.verifier, &key, code, INT64_MAX, &c, NULL), PRAP_E_RANGE);
    assert_int_equal(verifier_ask(&host, PRAP_DAY_NONE, NOON), PRAP_E_DAY);
    assert_int_equal(verifier_ask(&host, PRAP_DAY_MAX + 1, NOON), PRAP_E_DAY);
    assert_int_equal(verifier_answer(&host, 1, "ab", NOON), PRAP_E_TEXT);
    assert_string_equal(host.error.field, "answer");
    assert_int_equal(prap_verifier_answer(host.verifier, &key, 1, text, text, NOON, &host.challenge, NULL),
                     PRAP_E_TEXT);
    assert_int_equal(prap_verifier_answer(NULL, &key, 1, text, text, NOON, &host.challenge, NULL),
                     PRAP_E_NULL);
    assert_int_equal(prap_verifier_give_up(NULL, &key, 1, NOON, &c, NULL), PRAP_E_NULL);
    assert_int_equal(prap_verifier_release(NULL, &key, NOON, &c, NULL), PRAP_E_NULL);
    assert_int_equal(prap_verifier_look(NULL, &key, NOON, &c, NULL), PRAP_E_NULL);
    assert_int_equal(verifier_release(&host, NOON), PRAP_E_NO_CASE);
    assert_string_equal(host.error.field, "stream");
    assert_int_equal(verifier_look(&host, NOON), PRAP_E_NO_CASE);
    assert_int_equal(verifier_report(&host, NOON), PRAP_E_NO_CASE);
    assert_int_equal(verifier_answer(&host, 1, "abc", NOON), PRAP_OK);
    assert_int_equal(host.challenge.result, PRAP_CHALLENGE_NOT_OPEN);
    assert_int_equal(verifier_record(&host, MONDAY, bad, PRAP_CHALLENGE_PASSED, "", NOON), PRAP_E_RANGE);
    assert_int_equal(verifier_record(&host, MONDAY, good, PRAP_CHALLENGE_ASKED, "", NOON), PRAP_E_WORD);
    assert_int_equal(verifier_record(&host, MONDAY, good, PRAP_CHALLENGE_PASSED, "\x01", NOON), PRAP_E_TEXT);
    assert_int_equal(verifier_record(&host, PRAP_DAY_NONE, good, PRAP_CHALLENGE_PASSED, "", NOON),
                     PRAP_E_DAY);
    assert_int_equal(verifier_record(&host, MONDAY, NULL, PRAP_CHALLENGE_PASSED, "", NOON), PRAP_E_NULL);
    assert_int_equal(
        prap_verifier_record(NULL, &key, code, good, PRAP_CHALLENGE_PASSED, none, NOON, &c, NULL),
        PRAP_E_NULL);
    assert_int_equal(memory_store_case_count(host.store), 0);
    prap_verifier_destroy(NULL);
    assert_int_equal(verifier_host_close(&host), 0);
}

/* Two verifiers that were told of codes of different lengths, over one stream. */
static void a_code_has_one_length(void **state) {
    (void)state;
    static const uint32_t positions[] = {1, 2, 3};
    const prap_setting six = {PRAP_POLICY_CODE_LEN, 6};
    struct verifier_host host, other;
    verifier_host_open(&host, NULL);
    verifier_host_join(&other, host.store, NULL, &six, 1, 9);
    assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_OK);
    assert_int_equal(verifier_ask(&other, MONDAY, NOON), PRAP_E_RANGE);
    assert_string_equal(other.error.field, "code-len");
    assert_int_equal(verifier_give_up(&other, 1, NOON), PRAP_E_RANGE);
    assert_int_equal(verifier_record(&other, MONDAY, positions, PRAP_CHALLENGE_PASSED, "", NOON),
                     PRAP_E_RANGE);
    assert_int_equal(verifier_ask(&other, MONDAY + 28, NOON), PRAP_OK); /* another code may have another */
    assert_int_equal(verifier_report(&other, NOON), PRAP_OK);
    assert_int_equal(other.exposure.sets, 20);
    assert_int_equal(verifier_host_leave(&other), 0);
    assert_int_equal(verifier_host_close(&host), 0);
}

struct reentry {
    struct verifier_host *host;
    unsigned calls;
};

static void call_back(void *user, enum memory_store_call call) {
    (void)call;
    struct reentry *reentry = user;
    const prap_key key = verifier_stream();
    prap_challenge c = {.size = sizeof c};
    prap_exposure e = {.size = sizeof e};
    const prap_text text = {"abc", 3};
    static const uint32_t positions[] = {1, 2, 3};
    prap_verifier *const verifier = reentry->host->verifier;
    reentry->calls++;
    assert_int_equal(prap_verifier_ask(verifier, &key, (prap_code_id){MONDAY, 0}, NOON, &c, NULL),
                     PRAP_E_REENTRY);
    assert_int_equal(prap_verifier_answer(verifier, &key, 1, text, text, NOON, &c, NULL), PRAP_E_REENTRY);
    assert_int_equal(prap_verifier_give_up(verifier, &key, 1, NOON, &c, NULL), PRAP_E_REENTRY);
    assert_int_equal(prap_verifier_record(verifier, &key, (prap_code_id){MONDAY, 0}, positions,
                                          PRAP_CHALLENGE_PASSED, (prap_text){NULL, 0}, NOON, &c, NULL),
                     PRAP_E_REENTRY);
    assert_int_equal(prap_verifier_release(verifier, &key, NOON, &c, NULL), PRAP_E_REENTRY);
    assert_int_equal(prap_verifier_look(verifier, &key, NOON, &c, NULL), PRAP_E_REENTRY);
    assert_int_equal(prap_verifier_report(verifier, &key, NOON, &e, NULL), PRAP_E_REENTRY);
    prap_verifier_destroy(verifier);
}

static void see_commit(void *user, const prap_change *change) {
    assert_int_equal(change->programme, 0);
    assert_int_equal(change->stage, 0);
    assert_int_equal(change->next_due, PRAP_DAY_NONE);
    call_back(user, MEMORY_STORE_COMMIT);
}

static void callbacks_may_not_call_back(void **state) {
    (void)state;
    struct verifier_host host;
    struct reentry reentry = {&host, 0};
    const prap_observer observer = {sizeof observer, &reentry, see_commit};
    verifier_host_open(&host, NULL);
    prap_verifier_destroy(host.verifier);
    host.host.observer = &observer;
    assert_int_equal(
        prap_verifier_create(&host.host, &host.random.interface, NULL, 0, NULL, &host.verifier, NULL),
        PRAP_OK);
    memory_store_listen(host.store, call_back, &reentry);
    assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_OK);
    assert_int_equal(verifier_look(&host, NOON), PRAP_OK);
    assert_int_equal(verifier_answer(&host, 1, "???", NOON), PRAP_OK);
    assert_int_equal(verifier_release(&host, NOON), PRAP_OK);
    assert_int_equal(reentry.calls, 10);
    static const uint32_t positions[] = {1, 2, 3};
    assert_int_equal(verifier_record(&host, MONDAY, positions, PRAP_CHALLENGE_PASSED, "", NOON), PRAP_OK);
    assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_OK);
    assert_int_equal(verifier_give_up(&host, 2, NOON), PRAP_OK);
    assert_int_equal(verifier_report(&host, NOON), PRAP_OK);
    assert_int_equal(reentry.calls, 20);
    memory_store_listen(host.store, NULL, NULL);
    assert_int_equal(verifier_host_close(&host), 0);
}

/* What was told of a commit: its id, which is the sequence and the nonce of its entry, and how often. */
struct heard {
    char id[PRAP_ID_BYTES + 1];
    uint64_t version;
    uint8_t nonce[8];
    unsigned times;
};

static void hear(void *user, const prap_change *change) {
    struct heard *const heard = user;
    enum { NONCE_AT = 16 + 8 * 5 }; /* header and key, then sequence, chain, kind, at */
    assert_true(change->id.n < sizeof heard->id);
    memcpy(heard->id, change->id.bytes, change->id.n);
    heard->id[change->id.n] = '\0';
    assert_int_equal(change->n_events, 1);
    assert_int_equal(change->events[0].id.n, change->id.n);
    memcpy(heard->nonce, change->events[0].record.bytes + NONCE_AT, sizeof heard->nonce);
    heard->version = change->new_version;
    heard->times++;
}

static void listen_to(struct verifier_host *host, const prap_observer *observer) {
    prap_verifier_destroy(host->verifier);
    host->host.observer = observer;
    assert_int_equal(prap_verifier_create(&host->host, &host->random.interface, NULL, 0, NULL, &host->verifier, NULL),
                     PRAP_OK);
}

static void an_entry_has_an_id_of_its_own(void **state) {
    (void)state;
    struct heard heard = {.times = 0};
    const prap_observer observer = {sizeof observer, &heard, hear};
    struct verifier_host host;
    verifier_host_open(&host, NULL);
    listen_to(&host, &observer);
    for (unsigned i = 1; i <= 12; i++) {
        char expected[33];
        uint64_t nonce = 0;
        assert_int_equal(i % 2 == 1 ? verifier_ask(&host, MONDAY, NOON) : verifier_give_up(&host, i / 2, NOON), PRAP_OK);
        assert_int_equal(heard.times, i);
        assert_int_equal(heard.version, i);
        for (size_t k = 8; k-- > 0;)
            nonce = nonce << 8 | heard.nonce[k];
        (void)snprintf(expected, sizeof expected, "%016llx%016llx", (unsigned long long)i, (unsigned long long)nonce);
        assert_string_equal(heard.id, expected);
        assert_string_equal(host.error.message, "");
    }
    /* The observer hears of what is stored, once, however it came to be known; and of nothing else. */
    const struct memory_store_trouble unknown = {
        .fault = MEMORY_STORE_STATUS_AFTER, .nth = 1, .only = MEMORY_STORE_COMMIT, .status = PRAP_UNKNOWN};
    memory_store_order(host.store, &unknown);
    assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_OK);
    assert_int_equal(heard.times, 13);
    const struct memory_store_trouble fails = {
        .fault = MEMORY_STORE_STATUS_BEFORE, .nth = 1, .only = MEMORY_STORE_COMMIT, .status = PRAP_FAIL};
    memory_store_order(host.store, &fails);
    assert_int_equal(verifier_give_up(&host, 7, NOON), PRAP_FAIL);
    assert_int_equal(heard.times, 13);
    assert_int_equal(verifier_host_close(&host), 0);
}

/* A check made elsewhere is recorded once under its id, of one byte too; and what is told is what is stored. */
static void a_record_is_made_once(void **state) {
    (void)state;
    static const prap_challenge_limits two = {.size = sizeof two, .answer_minutes = 10, .failures_max = 2};
    static const uint32_t positions[] = {1, 2, 3};
    const prap_key key = verifier_stream();
    struct verifier_host host;
    verifier_host_open(&host, &two);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(verifier_record(&host, MONDAY, positions, PRAP_CHALLENGE_FAILED, "x", NOON), PRAP_OK);
        assert_int_equal(host.challenge.locked, 0);
    }
    assert_int_equal(verifier_report(&host, NOON), PRAP_OK);
    assert_int_equal(host.exposure.failures, 1);
    assert_int_equal(verifier_record(&host, MONDAY, positions, PRAP_CHALLENGE_FAILED, "y", NOON), PRAP_OK);
    assert_int_equal(host.challenge.locked, 1);
    /* Of which code it was: the second of that day. */
    assert_int_equal(prap_verifier_record(host.verifier, &key, (prap_code_id){MONDAY, 1}, positions, PRAP_CHALLENGE_PASSED,
                                          (prap_text){"z", 1}, NOON, &host.challenge, NULL),
                     PRAP_OK);
    assert_int_equal(verifier_report(&host, NOON), PRAP_OK);
    assert_int_equal(host.exposure.code.change, 1);
    assert_int_equal(host.exposure.failures, 0);
    assert_int_equal(verifier_host_close(&host), 0);
}

/* Counts stop where they cannot go on; a pass that comes late undoes only what its answer did. */
static void counts_at_their_ends(void **state) {
    (void)state;
    const prap_challenge_limits limits = {.size = sizeof limits, .answer_minutes = 10};
    prapi_stream s = {.version = 3,
                      .in_force = MONDAY,
                      .length = 8,
                      .number = 2,
                      .positions = 7,
                      .passed = UINT32_MAX,
                      .failed = UINT32_MAX,
                      .given_up = UINT32_MAX,
                      .expired = UINT32_MAX,
                      .counted = UINT32_MAX};
    prapi_entry entry = prapi_entry_of(&s, PRAPI_ENTRY_GIVEN_UP, NOON);
    prap_exposure e = {.size = sizeof e};
    prapi_stream_apply(&s, &entry, &limits);
    prapi_stream_report(&s, &limits, NOON, &e);
    assert_int_equal(e.given_up, UINT32_MAX);
    assert_int_equal(e.counted, UINT32_MAX);
    assert_int_equal(e.failures, UINT32_MAX);
    assert_int_equal(e.answered, UINT32_MAX);
    s.failed = s.counted = s.passed = 0;
    entry = prapi_entry_of(&s, PRAPI_ENTRY_PASSED, NOON);
    entry.number = 1; /* another has been asked since */
    prapi_stream_apply(&s, &entry, &limits);
    assert_int_equal(s.failed, 0);
    assert_int_equal(s.counted, 0);
    assert_int_equal(s.passed, 1);
    assert_int_equal(s.positions, 7);
}

/* A stream needs no tenant. */
static void a_stream_without_tenant(void **state) {
    (void)state;
    struct verifier_host host;
    verifier_host_open(&host, NULL);
    const prap_key key = {{NULL, 0}, {"prime", 5}};
    prap_challenge c = {.size = sizeof c};
    assert_int_equal(prap_verifier_ask(host.verifier, &key, (prap_code_id){MONDAY, 0}, NOON, &c, NULL),
                     PRAP_OK);
    assert_int_equal(c.number, 1);
    assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_OK); /* another tenant's stream */
    assert_int_equal(host.challenge.repeated, 0);
    assert_int_equal(verifier_host_close(&host), 0);
}

static prapi_stream sound_stream(void) {
    return (prapi_stream){.version = 3,
                          .chain = 7,
                          .in_force = MONDAY,
                          .length = 8,
                          .latest = NOON,
                          .number = 2,
                          .open = 1,
                          .positions = 7,
                          .asked_at = NOON,
                          .expires_at = NOON + 10,
                          .exposed = 7};
}

static prap_status decode(const prapi_stream *stream, uint32_t hash) {
    uint8_t bytes[PRAPI_STREAM_BYTES];
    prapi_stream back;
    prapi_stream_encode(stream, 5, bytes);
    const prap_status status = prapi_stream_decode((prap_bytes){bytes, sizeof bytes}, hash, &back);
    if (status == PRAP_OK) assert_memory_equal(&back, stream, sizeof back);
    return status;
}

static void streams_that_cannot_be(void **state) {
    (void)state;
    prapi_stream s = sound_stream();
    assert_int_equal(decode(&s, 5), PRAP_OK);
    assert_int_equal(decode(&s, 6), PRAP_E_DAMAGED); /* another stream's */
#define X(MEMBER, LOWEST, HIGHEST)                                                                           \
    s = sound_stream();                                                                                      \
    s.MEMBER = (LOWEST)-1;                                                                                   \
    assert_int_equal(decode(&s, 5), PRAP_E_DAMAGED);                                                         \
    s.MEMBER = (int64_t)(HIGHEST) + 1;                                                                       \
    assert_int_equal(decode(&s, 5), PRAP_E_DAMAGED);
    PRAPI_STREAM_MEMBERS(X)
#undef X
    const struct {
        size_t member;
        int64_t value;
    } rows[] = {{offsetof(prapi_stream, positions), 0x100}, {offsetof(prapi_stream, positions), 3},
                {offsetof(prapi_stream, positions), 0},     {offsetof(prapi_stream, exposed), 0x100},
                {offsetof(prapi_stream, number), 0},        {offsetof(prapi_stream, expires_at), NOON},
                {offsetof(prapi_stream, latest), NOON - 1}, {offsetof(prapi_stream, open), 0}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        s = sound_stream();
        memcpy((char *)&s + rows[i].member, &rows[i].value, sizeof rows[i].value);
        assert_int_equal(decode(&s, 5), PRAP_E_DAMAGED);
    }
    s = sound_stream();
    s.open = 0, s.asked_at = 0, s.positions = 0;
    assert_int_equal(decode(&s, 5), PRAP_E_DAMAGED);
    s.expires_at = 0;
    assert_int_equal(decode(&s, 5), PRAP_OK);
}

/* Every bit of a stored stream; and other forms, sealed again. */
static void bytes_that_cannot_be(void **state) {
    (void)state;
    const prapi_stream sound = sound_stream();
    uint8_t bytes[PRAPI_STREAM_BYTES + 8] = {0};
    prapi_stream back;
    prapi_stream_encode(&sound, 5, bytes);
    for (size_t bit = 0; bit < 8 * PRAPI_STREAM_BYTES; bit++) {
        bytes[bit / 8] ^= (uint8_t)(1u << bit % 8);
        const prap_status status = prapi_stream_decode((prap_bytes){bytes, PRAPI_STREAM_BYTES}, 5, &back);
        assert_int_equal(status, bit < 32 ? PRAP_E_FOREIGN : PRAP_E_DAMAGED);
        bytes[bit / 8] ^= (uint8_t)(1u << bit % 8);
    }
    for (size_t n = 0; n < PRAPI_STREAM_BYTES; n++) {
        const prap_status status = prapi_stream_decode((prap_bytes){bytes, n}, 5, &back);
        assert_int_equal(status, n < 4 ? PRAP_E_FOREIGN : PRAP_E_DAMAGED);
    }
    static const struct {
        size_t at;
        uint8_t value;
        prap_status status;
    } rows[] = {{4, 'S', PRAP_E_FOREIGN},
                {5, 2, PRAP_E_VERSION},
                {6, 1, PRAP_E_VERSION},
                {5, 0, PRAP_E_DAMAGED},
                {7, 1, PRAP_E_DAMAGED}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        prapi_stream_encode(&sound, 5, bytes);
        bytes[rows[i].at] = rows[i].value;
        record_reseal(bytes, PRAPI_STREAM_BYTES);
        assert_int_equal(prapi_stream_decode((prap_bytes){bytes, PRAPI_STREAM_BYTES}, 5, &back),
                         rows[i].status);
    }
    prapi_stream_encode(&sound, 5, bytes);
    record_reseal(bytes, PRAPI_STREAM_BYTES + 8);
    assert_int_equal(prapi_stream_decode((prap_bytes){bytes, PRAPI_STREAM_BYTES + 8}, 5, &back),
                     PRAP_E_DAMAGED);
}

/* What stands in the store is of another version than its row says, or is a case. */
static void a_stream_that_is_not_what_its_row_says(void **state) {
    (void)state;
    struct verifier_host host;
    uint8_t copy[PRAPI_STREAM_BYTES];
    verifier_host_open(&host, NULL);
    assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_OK);
    const prap_bytes first = memory_store_snapshot(host.store, verifier_stream());
    memcpy(copy, first.bytes, sizeof copy);
    assert_int_equal(verifier_give_up(&host, 1, NOON), PRAP_OK);
    memory_store_set_snapshot(host.store, verifier_stream(), (prap_bytes){copy, sizeof copy});
    assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_E_DAMAGED);
    static const uint32_t positions[] = {1, 2, 3};
    assert_int_equal(verifier_record(&host, MONDAY, positions, PRAP_CHALLENGE_PASSED, "", NOON), PRAP_E_DAMAGED);
    assert_int_equal(verifier_answer(&host, 1, "abc", NOON), PRAP_E_DAMAGED);
    assert_int_equal(verifier_give_up(&host, 1, NOON), PRAP_E_DAMAGED);
    assert_int_equal(verifier_release(&host, NOON), PRAP_E_DAMAGED);
    assert_int_equal(verifier_look(&host, NOON), PRAP_E_DAMAGED);
    assert_int_equal(verifier_report(&host, NOON), PRAP_E_DAMAGED);
    assert_int_equal(memory_store_version(host.store, verifier_stream()), 2);
    memory_store_set_snapshot(host.store, verifier_stream(), (prap_bytes){copy, sizeof copy - 1});
    assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_E_DAMAGED);
    copy[0] = 'Q';
    memory_store_set_snapshot(host.store, verifier_stream(), (prap_bytes){copy, sizeof copy});
    assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_E_FOREIGN);
    assert_string_equal(host.error.field, "store");
    assert_int_equal(verifier_host_close(&host), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_it_is_made_of),
        cmocka_unit_test(limits_hold_together),
        cmocka_unit_test(limits_by_default),
        cmocka_unit_test(what_it_knew_is_wiped),
        cmocka_unit_test(minutes_and_days_at_their_ends),
        cmocka_unit_test(arguments_that_are_refused),
        cmocka_unit_test(a_code_has_one_length),
        cmocka_unit_test(callbacks_may_not_call_back),
        cmocka_unit_test(an_entry_has_an_id_of_its_own),
        cmocka_unit_test(a_record_is_made_once),
        cmocka_unit_test(counts_at_their_ends),
        cmocka_unit_test(a_stream_without_tenant),
        cmocka_unit_test(streams_that_cannot_be),
        cmocka_unit_test(bytes_that_cannot_be),
        cmocka_unit_test(a_stream_that_is_not_what_its_row_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
