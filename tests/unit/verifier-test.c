/* verifier-test.c: what a verifier refuses to be made of and to be asked, and what stored bytes it refuses to
 * read. */
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

static void limits_hold_together(void **state) {
    (void)state;
    struct verifier_host host;
    verifier_host_open(&host, NULL);
    prap_challenge_limits limits = {.size = sizeof limits}, bad;
    assert_int_equal(prap_challenge_limits_default(&limits), PRAP_OK);
    assert_int_equal(limits.answer_minutes, 10);
    assert_int_equal(limits.failures_max, 10);
    assert_int_equal(limits.lock_minutes, 0);
    assert_int_equal(limits.exposed_warn, 6);
    assert_int_equal(limits.exposed_max, 0);
    assert_int_equal(limits.redraw, 0);
    assert_int_equal(prap_challenge_limits_default(NULL), PRAP_E_NULL);
    bad.size = 4;
    assert_int_equal(prap_challenge_limits_default(&bad), PRAP_E_SIZE);
    assert_int_equal(create(&host.host, &host.random.interface, NULL, &bad), PRAP_E_SIZE);
    assert_int_equal(create(&host.host, &host.random.interface, NULL, &limits), PRAP_OK);
    const struct {
        size_t member;
        uint32_t value;
        const char *field;
    } rows[] = {{offsetof(prap_challenge_limits, answer_minutes), 0, "answer_minutes"},
                {offsetof(prap_challenge_limits, answer_minutes), 1441, "answer_minutes"},
                {offsetof(prap_challenge_limits, lock_minutes), 525601, "lock_minutes"},
                {offsetof(prap_challenge_limits, exposed_warn), 33, "exposed_max"},
                {offsetof(prap_challenge_limits, exposed_max), 33, "exposed_max"},
                {offsetof(prap_challenge_limits, redraw), 2, "redraw"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        bad = limits;
        memcpy((char *)&bad + rows[i].member, &rows[i].value, sizeof rows[i].value);
        assert_int_equal(create(&host.host, &host.random.interface, NULL, &bad), PRAP_E_RANGE);
        assert_string_equal(error.field, rows[i].field);
    }
    assert_int_equal(verifier_host_close(&host), 0);
}

/* What is just within the limits, and a struct that is longer than ours. */
static void limits_as_far_as_they_go(void **state) {
    (void)state;
    static const struct {
        size_t member;
        uint32_t value;
    } rows[] = {{offsetof(prap_challenge_limits, answer_minutes), 1},
                {offsetof(prap_challenge_limits, answer_minutes), 1440},
                {offsetof(prap_challenge_limits, lock_minutes), 525600},
                {offsetof(prap_challenge_limits, exposed_warn), PRAP_CODE_LENGTH_MAX},
                {offsetof(prap_challenge_limits, exposed_max), PRAP_CODE_LENGTH_MAX},
                {offsetof(prap_challenge_limits, redraw), 1}};
    struct verifier_host host;
    verifier_host_open(&host, NULL);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        prap_challenge_limits limits = {.size = sizeof limits};
        assert_int_equal(prap_challenge_limits_default(&limits), PRAP_OK);
        memcpy((char *)&limits + rows[i].member, &rows[i].value, sizeof rows[i].value);
        assert_int_equal(create(&host.host, &host.random.interface, NULL, &limits), PRAP_OK);
    }
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

/* Another process is quicker, each time between our load and our commit. */
struct rival {
    struct verifier_host *host;
    unsigned skip, times;
};

static void interfere(void *user, enum memory_store_call call) {
    struct rival *rival = user;
    if (call != MEMORY_STORE_COMMIT || rival->times == 0) return;
    if (rival->skip > 0) {
        rival->skip--;
        return;
    }
    const unsigned left = rival->times - 1;
    rival->times = 0;
    assert_int_equal(verifier_release(rival->host, NOON), PRAP_OK);
    rival->times = left;
}

static void a_conflict_is_decided_anew(void **state) {
    (void)state;
    char answer[4];
    struct verifier_host host, other;
    verifier_host_open(&host, NULL);
    verifier_host_join(&other, host.store, NULL, NULL, 0, 9);
    struct rival rival = {&other, 0, 0};
    assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_OK);
    verifier_right_answer(&host, answer);
    memory_store_listen(host.store, interfere, &rival);
    rival.times = 1, rival.skip = 1; /* between the failure and the pass */
    assert_int_equal(verifier_answer(&host, 1, answer, NOON), PRAP_OK);
    assert_int_equal(host.challenge.result, PRAP_CHALLENGE_PASSED);
    rival.times = 1;
    assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_OK);
    assert_int_equal(host.challenge.number, 2);
    assert_int_equal(host.challenge.repeated, 0);
    verifier_right_answer(&host, answer);
    rival.times = 1000;
    assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_OK); /* it waits already: nothing to commit */
    assert_int_equal(verifier_answer(&host, 2, answer, NOON), PRAP_CONFLICT);
    assert_int_equal(verifier_give_up(&host, 2, NOON), PRAP_CONFLICT);
    assert_int_equal(verifier_ask(&host, MONDAY + 28, NOON), PRAP_CONFLICT);
    assert_int_equal(verifier_release(&host, NOON), PRAP_CONFLICT);
    const uint32_t positions[] = {1, 2, 3};
    assert_int_equal(verifier_record(&host, MONDAY, positions, PRAP_CHALLENGE_PASSED, "", NOON),
                     PRAP_CONFLICT);
    rival.skip = 1; /* the failure is stored, and the pass never */
    assert_int_equal(verifier_answer(&host, 2, answer, NOON), PRAP_CONFLICT);
    rival.times = 0;
    memory_store_listen(host.store, NULL, NULL);
    assert_int_equal(verifier_report(&host, NOON), PRAP_OK);
    assert_int_equal(host.exposure.failures, 1);
    assert_int_equal(verifier_host_leave(&other), 0);
    assert_int_equal(verifier_host_close(&host), 0);
}

/* Eight times a call decides anew, and no more: seven rivals are borne with, the eighth is one too many. */
static prap_status call_with_rivals(unsigned which, unsigned rivals, unsigned skip) {
    static const uint32_t positions[] = {1, 2, 3};
    char answer[4];
    struct verifier_host host, other;
    verifier_host_open(&host, NULL);
    verifier_host_join(&other, host.store, NULL, NULL, 0, 9);
    assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_OK);
    verifier_right_answer(&host, answer);
    struct rival rival = {&other, skip, rivals};
    memory_store_listen(host.store, interfere, &rival);
    const prap_status status = which == 0   ? verifier_answer(&host, 1, answer, NOON)
                               : which == 1 ? verifier_give_up(&host, 1, NOON)
                               : which == 2 ? verifier_ask(&host, MONDAY + 28, NOON + 10)
                               : which == 3 ? verifier_release(&host, NOON)
                                            : verifier_record(&host, MONDAY, positions, PRAP_CHALLENGE_PASSED, "", NOON);
    assert_int_equal(rival.times, 0);
    memory_store_listen(host.store, NULL, NULL);
    assert_int_equal(verifier_host_leave(&other), 0);
    assert_int_equal(verifier_host_close(&host), 0);
    return status;
}

static void as_many_tries_as_there_are(void **state) {
    (void)state;
    for (unsigned which = 0; which < 5; which++) {
        const unsigned last = which == 2 ? 5 : 7; /* to ask is to expire what waited, to ask, and to look at it */
        if (call_with_rivals(which, last, 0) != PRAP_OK) fail_msg("call %u gives up too soon", which);
        if (call_with_rivals(which, last + 1, 0) != PRAP_CONFLICT) fail_msg("call %u goes on too long", which);
    }
    assert_int_equal(call_with_rivals(0, 7, 1), PRAP_OK); /* between the failure and the pass */
    assert_int_equal(call_with_rivals(0, 8, 1), PRAP_CONFLICT);
}

/* A store that asks to be tried again: eight times, after one load. */
static void a_commit_is_put_again(void **state) {
    (void)state;
    struct verifier_host host;
    verifier_host_open(&host, NULL);
    assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_OK);
    const struct memory_store_trouble trouble = {.fault = MEMORY_STORE_STATUS_BEFORE,
                                                 .nth = 1,
                                                 .sticky = true,
                                                 .only = MEMORY_STORE_COMMIT,
                                                 .status = PRAP_RETRY};
    memory_store_order(host.store, &trouble);
    assert_int_equal(verifier_give_up(&host, 1, NOON), PRAP_RETRY);
    assert_int_equal(memory_store_calls(host.store), 1 + 8);
    memory_store_order(host.store, NULL);
    assert_int_equal(verifier_host_close(&host), 0);
}

/* Another process asks: before us, or when our answer has been looked at and its failure not been taken back. */
static void ask_first(void *user, enum memory_store_call call) {
    struct rival *rival = user;
    if (call != MEMORY_STORE_COMMIT || rival->times == 0) return;
    if (rival->skip-- > 0) return;
    rival->times = 0;
    assert_int_equal(verifier_ask(rival->host, MONDAY, NOON), PRAP_OK);
}

static void another_asks_meanwhile(void **state) {
    (void)state;
    char answer[4];
    struct verifier_host host, other;
    verifier_host_open(&host, NULL);
    verifier_host_join(&other, host.store, NULL, NULL, 0, 9);
    struct rival rival = {&other, 0, 1};
    memory_store_listen(host.store, ask_first, &rival);
    assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_OK);
    assert_int_equal(host.challenge.number, 1);
    assert_int_equal(host.challenge.repeated, 1);
    assert_memory_equal(host.challenge.positions, other.challenge.positions, sizeof host.challenge.positions);
    verifier_right_answer(&host, answer);
    rival = (struct rival){&other, 1, 1};
    assert_int_equal(verifier_answer(&host, 1, answer, NOON), PRAP_OK);
    assert_int_equal(host.challenge.result, PRAP_CHALLENGE_PASSED);
    assert_int_equal(host.challenge.number, 1);
    memory_store_listen(host.store, NULL, NULL);
    /* Its challenge is as it was: what was passed is the one before. */
    assert_int_equal(verifier_look(&host, NOON), PRAP_OK);
    assert_int_equal(host.challenge.result, PRAP_CHALLENGE_ASKED);
    assert_int_equal(host.challenge.number, 2);
    assert_memory_equal(host.challenge.positions, other.challenge.positions, sizeof host.challenge.positions);
    assert_int_equal(verifier_host_leave(&other), 0);
    assert_int_equal(verifier_host_close(&host), 0);
}

/* A generator that begins anew with each process: its blocks are those that the stream knows already. */
static void a_process_that_draws_what_another_drew(void **state) {
    (void)state;
    unsigned alike = 0;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        char answer[4];
        struct verifier_host host, other;
        uint32_t positions[3];
        verifier_host_open(&host, NULL);
        random_source_init(&host.random, seed);
        verifier_host_join(&other, host.store, NULL, NULL, 0, seed);
        assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_OK);
        memcpy(positions, host.challenge.positions, sizeof positions);
        verifier_right_answer(&host, answer);
        assert_int_equal(verifier_answer(&host, 1, answer, NOON), PRAP_OK);
        assert_int_equal(verifier_ask(&other, MONDAY, NOON), PRAP_OK);
        alike += memcmp(positions, other.challenge.positions, sizeof positions) == 0;
        assert_int_equal(verifier_host_leave(&other), 0);
        assert_int_equal(verifier_host_close(&host), 0);
    }
    assert_true(alike < 5);
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

/* The code changes while an answer is judged. */
static void change_code(void *user, enum memory_store_call call) {
    struct rival *rival = user;
    if (call != MEMORY_STORE_COMMIT || rival->times == 0) return;
    if (rival->skip-- > 0) return;
    rival->times = 0;
    assert_int_equal(verifier_ask(rival->host, MONDAY + 28, NOON), PRAP_OK);
}

static void a_code_may_change_in_between(void **state) {
    (void)state;
    char answer[4];
    struct verifier_host host, other;
    verifier_host_open(&host, NULL);
    verifier_host_join(&other, host.store, NULL, NULL, 0, 9);
    struct rival rival = {&other, 1, 1};
    assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_OK);
    verifier_right_answer(&host, answer);
    memory_store_listen(host.store, change_code, &rival);
    assert_int_equal(verifier_answer(&host, 1, answer, NOON), PRAP_OK);
    assert_int_equal(host.challenge.result, PRAP_CHALLENGE_SUPERSEDED);
    memory_store_listen(host.store, NULL, NULL);
    assert_int_equal(verifier_host_leave(&other), 0);
    assert_int_equal(verifier_host_close(&host), 0);
}

/* What goes wrong at each commit of one call, in turn, and at the load after the last. */
struct troubles {
    struct memory_store *store;
    struct verifier_host *rival; /* comes in at the last of them */
    struct memory_store_trouble each[2];
    unsigned commits;
};

static void order_next(void *user, enum memory_store_call call) {
    struct troubles *const troubles = user;
    if (call != MEMORY_STORE_COMMIT || troubles->commits >= 2) return;
    const struct memory_store_trouble *const next = &troubles->each[troubles->commits++];
    memory_store_order(troubles->store, next->fault == MEMORY_STORE_SOUND ? NULL : next);
    if (troubles->commits == 2 && troubles->rival != NULL) {
        memory_store_listen(troubles->store, NULL, NULL);
        memory_store_order(troubles->store, NULL);
        assert_int_equal(verifier_release(troubles->rival, NOON), PRAP_OK);
        memory_store_order(troubles->store, next);
    }
}

static void two_things_go_wrong(void **state) {
    (void)state;
    char answer[4];
    struct verifier_host host, other;
    verifier_host_open(&host, NULL);
    verifier_host_join(&other, host.store, NULL, NULL, 0, 9);
    assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_OK);
    verifier_right_answer(&host, answer);
    /* It may have happened, and then the store fails: that is not "nothing happened". */
    const struct memory_store_trouble unknown = {
        .fault = MEMORY_STORE_STATUS_BEFORE, .nth = 1, .status = PRAP_UNKNOWN};
    const struct memory_store_trouble fails = {
        .fault = MEMORY_STORE_STATUS_BEFORE, .nth = 1, .status = PRAP_FAIL};
    struct troubles troubles = {host.store, NULL, {unknown, fails}, 0};
    memory_store_listen(host.store, order_next, &troubles);
    assert_int_equal(verifier_answer(&host, 1, answer, NOON), PRAP_UNKNOWN);
    /* The failure is stored, the pass meets a conflict, and the stream cannot be read any more. */
    const struct memory_store_trouble unread = {.fault = MEMORY_STORE_STATUS_BEFORE,
                                                .nth = 1,
                                                .sticky = true,
                                                .only = MEMORY_STORE_LOAD,
                                                .status = PRAP_RETRY};
    troubles = (struct troubles){host.store, &other, {{.fault = MEMORY_STORE_SOUND}, unread}, 0};
    memory_store_listen(host.store, order_next, &troubles);
    assert_int_equal(verifier_answer(&host, 1, answer, NOON), PRAP_RETRY);
    memory_store_listen(host.store, NULL, NULL);
    memory_store_order(host.store, NULL);
    assert_int_equal(verifier_report(&host, NOON), PRAP_OK);
    assert_int_equal(host.exposure.passed, 0);
    assert_int_equal(host.exposure.failures, 1);
    assert_int_equal(verifier_host_leave(&other), 0);
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
        cmocka_unit_test(limits_as_far_as_they_go),
        cmocka_unit_test(what_it_knew_is_wiped),
        cmocka_unit_test(minutes_and_days_at_their_ends),
        cmocka_unit_test(arguments_that_are_refused),
        cmocka_unit_test(a_code_has_one_length),
        cmocka_unit_test(callbacks_may_not_call_back),
        cmocka_unit_test(a_conflict_is_decided_anew),
        cmocka_unit_test(as_many_tries_as_there_are),
        cmocka_unit_test(a_commit_is_put_again),
        cmocka_unit_test(another_asks_meanwhile),
        cmocka_unit_test(a_process_that_draws_what_another_drew),
        cmocka_unit_test(an_entry_has_an_id_of_its_own),
        cmocka_unit_test(a_record_is_made_once),
        cmocka_unit_test(a_code_may_change_in_between),
        cmocka_unit_test(two_things_go_wrong),
        cmocka_unit_test(counts_at_their_ends),
        cmocka_unit_test(a_stream_without_tenant),
        cmocka_unit_test(streams_that_cannot_be),
        cmocka_unit_test(bytes_that_cannot_be),
        cmocka_unit_test(a_stream_that_is_not_what_its_row_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
