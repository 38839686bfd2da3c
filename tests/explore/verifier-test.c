/*
 * verifier-test.c: every abstract state of a stream of challenges that the interface can reach, beside a second one in each
 * of its ways, with a clock that goes on, past the time of an answer and past a lock, and back; from each of them every
 * operation on either stream; and for each operation on the first every way in which the store goes wrong, at every call,
 * once and for good, and every way in which the source of random bytes does, with no memory to be had meanwhile.
 *
 *     verifier-test [--whole]
 *
 * Of operations of one kind that come to the same from a state, at whatever minute, one is failed.
 *
 * An abstract state is, of the first stream: which code it is about, failures that count, whether it is locked, whether a
 * challenge waits or has expired, how much of the code has been said aloud, and whether a change is asked for; of the second
 * only whether it is there, waits or is locked. Both whole would be twenty million states, and what one stream may do to the
 * other is no matter of how much was said aloud of either.
 *
 * After each trouble the stream has no entry more than the operation stores; what was told is stored, and a failure that
 * was told is counted, for a verifier that knows nothing of it yet; a status that is not PRAP_OK tells nothing; the other
 * stream is as it was; and a check can be passed when the trouble is over. In the ordinary run the first few states.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "memory-cases.h"
#include "places.h"
#include "share.h"
#include "troubles.h"
#include "verifier-host.h"

enum { PARTS = 2, TOLD = 1000, LEAST_PLACES = 2, ORDINARY_PLACES = 10, STREAMS = 2, CODES = 2, WRONGS_SHOWN = 10, NOON = 28058400, MONDAY = 19485,
       ANSWER_MINUTES = 10, LOCK_MINUTES = 30, FAILURES_MAX = 2 };

/* Right away; when an answer is late; when a lock is over; and a clock that is put back. */
static const prap_instant steps[] = {0, ANSWER_MINUTES + 1, LOCK_MINUTES + 1, -7};
enum { STEPS = sizeof steps / sizeof *steps };

enum action { ASK, ASK_ABOUT_THE_NEXT, ANSWER_RIGHT, ANSWER_WRONG, ANSWER_NEARLY, ANSWER_AN_OLD_ONE, GIVE_UP, RECORD_PASSED, RECORD_FAILED, RELEASE,
              LOOK, REPORT, ACTIONS };
static const char *const names[ACTIONS] = {"ask", "ask about the next code", "answer right", "answer wrong", "answer with two right",
                                           "answer an old one", "give up", "record a pass", "record a failure", "release", "look", "report"};
/* Entries that each may store: what has expired goes before it, and an answer is counted before it is looked at. */
static const unsigned entries[ACTIONS] = {2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 0, 0};

struct operation {
    enum action action;
    unsigned stream, step;
};

struct abstract_stream {
    uint8_t there, code, counted, locked, waits, exposed, renew, expired, lock_ends;
};
_Static_assert(STREAMS * sizeof(struct abstract_stream) <= PLACE_KEY, "a place has room for the streams");

static struct places places;
static struct memory_store *store; /* the verifier's */
static struct verifier_host host;
struct sum {
    unsigned long places, known, operations, faulted, wrong;
};
static struct sum sum;

static prap_key key_of(unsigned stream) {
    return (prap_key){{"codes", 5}, {stream == 0 ? "prime" : "sub", stream == 0 ? 5 : 3}};
}

static prap_code_id code_of(unsigned code) {
    return (prap_code_id){MONDAY + 28 * (prap_day)code, 0};
}

static prap_challenge_limits limits_of(void) {
    prap_challenge_limits limits = {.size = sizeof limits};
    if (prap_challenge_limits_default(&limits) != PRAP_OK) abort();
    limits.answer_minutes = ANSWER_MINUTES;
    limits.failures_max = FAILURES_MAX;
    limits.lock_minutes = LOCK_MINUTES;
    limits.exposed_max = 8;
    return limits;
}

static void open_over(struct verifier_host *one, struct memory_store *over, uint64_t seed) {
    const prap_challenge_limits limits = limits_of();
    verifier_host_join(one, over, &limits, NULL, 0, seed);
}

static void prepare(struct verifier_host *one) {
    memset(&one->challenge, 0, sizeof one->challenge);
    memset(&one->exposure, 0, sizeof one->exposure);
    memset(&one->error, 0, sizeof one->error);
    one->challenge.size = sizeof one->challenge;
    one->exposure.size = sizeof one->exposure;
    one->error.size = sizeof one->error;
}

static prap_status look(struct verifier_host *one, unsigned stream, prap_instant now) {
    const prap_key key = key_of(stream);
    prepare(one);
    return prap_verifier_look(one->verifier, &key, now, &one->challenge, &one->error);
}

static prap_status report(struct verifier_host *one, unsigned stream, prap_instant now) {
    const prap_key key = key_of(stream);
    prepare(one);
    return prap_verifier_report(one->verifier, &key, now, &one->exposure, &one->error);
}

static prap_status ask(struct verifier_host *one, unsigned stream, unsigned code, prap_instant now) {
    const prap_key key = key_of(stream);
    prepare(one);
    return prap_verifier_ask(one->verifier, &key, code_of(code), now, &one->challenge, &one->error);
}

static prap_status answer(struct verifier_host *one, unsigned stream, uint32_t number, const char *text, prap_instant now) {
    const prap_key key = key_of(stream);
    const prap_text code = {TEST_CODE, strlen(TEST_CODE)}, said = {text, strlen(text)};
    prepare(one);
    return prap_verifier_answer(one->verifier, &key, number, code, said, now, &one->challenge, &one->error);
}

static prap_status record(struct verifier_host *one, unsigned stream, unsigned code, uint32_t result, prap_instant now) {
    static const uint32_t positions[] = {1, 4, 8};
    const prap_key key = key_of(stream);
    char id[32];
    snprintf(id, sizeof id, "call-%llu", (unsigned long long)memory_store_version(one->store, key));
    prepare(one);
    return prap_verifier_record(one->verifier, &key, code_of(code), positions, result, (prap_text){id, strlen(id)}, now,
                                &one->challenge, &one->error);
}

/* What stands before an operation, asked of the store while it was sound. */
struct standing {
    prap_challenge waits;
    prap_exposure exposure; /* size 0: there is no such stream yet */
};

static void stand(struct verifier_host *one, unsigned stream, prap_instant now, struct standing *standing) {
    memset(standing, 0, sizeof *standing);
    if (look(one, stream, now) == PRAP_OK) standing->waits = one->challenge;
    if (report(one, stream, now) == PRAP_OK) standing->exposure = one->exposure;
}

static unsigned code_now(const struct standing *standing) {
    return standing->exposure.code.in_force > MONDAY ? 1 : 0;
}

static prap_status run(struct verifier_host *one, const struct operation *operation, const struct standing *before, prap_instant now) {
    const unsigned stream = operation->stream, code = code_now(before);
    const uint32_t number = before->exposure.open;
    const prap_key key = key_of(stream);
    char right[4] = "???";
    switch (operation->action) {
    case ASK:
        return ask(one, stream, code, now);
    case ASK_ABOUT_THE_NEXT:
        return ask(one, stream, code + 1 < CODES ? code + 1 : code, now);
    case ANSWER_RIGHT:
        for (unsigned i = 0; before->waits.positions[0] != 0 && i < 3; i++) right[i] = TEST_CODE[before->waits.positions[i] - 1];
        return answer(one, stream, number, right, now);
    case ANSWER_WRONG:
        return answer(one, stream, number, "???", now);
    case ANSWER_NEARLY:
        for (unsigned i = 0; before->waits.positions[0] != 0 && i < 2; i++) right[i] = TEST_CODE[before->waits.positions[i] - 1];
        return answer(one, stream, number, right, now);
    case ANSWER_AN_OLD_ONE:
        return answer(one, stream, number + 7, "???", now);
    case GIVE_UP:
        prepare(one);
        return prap_verifier_give_up(one->verifier, &key, number, now, &one->challenge, &one->error);
    case RECORD_PASSED:
        return record(one, stream, code, PRAP_CHALLENGE_PASSED, now);
    case RECORD_FAILED:
        return record(one, stream, code, PRAP_CHALLENGE_FAILED, now);
    case RELEASE:
        prepare(one);
        return prap_verifier_release(one->verifier, &key, now, &one->challenge, &one->error);
    case LOOK:
        return look(one, stream, now);
    case REPORT:
        return report(one, stream, now);
    case ACTIONS:
        break;
    }
    return PRAP_E_BUG;
}

/* How the streams stand now, for a verifier that knows nothing of them yet. */
static void abstract_of(struct memory_store *of, prap_instant now, uint8_t key[PLACE_KEY]) {
    struct abstract_stream streams[STREAMS];
    struct verifier_host other;
    memset(streams, 0, sizeof streams);
    memset(key, 0, PLACE_KEY);
    open_over(&other, of, 7);
    for (unsigned s = 0; s < STREAMS; s++) {
        struct standing standing;
        stand(&other, s, now, &standing);
        if (standing.exposure.size == 0) continue;
        streams[s] = (struct abstract_stream){
            .there = 1,
            .code = (uint8_t)code_now(&standing),
            .counted = (uint8_t)standing.exposure.counted,
            .locked = (uint8_t)standing.exposure.locked,
            .waits = (uint8_t)(standing.waits.result == PRAP_CHALLENGE_ASKED),
            .exposed = (uint8_t)(standing.exposure.exposed / 4),
            .renew = (uint8_t)standing.exposure.renew,
            .expired = (uint8_t)(standing.exposure.open != 0 && standing.waits.result != PRAP_CHALLENGE_ASKED),
            .lock_ends = (uint8_t)(standing.exposure.locked != 0 && standing.exposure.locked_until != PRAP_INSTANT_NONE),
        };
        if (s > 0) streams[s] = (struct abstract_stream){.there = 1, .waits = streams[s].waits, .locked = streams[s].locked};
    }
    if (verifier_host_leave(&other) != 0) abort();
    memcpy(key, streams, sizeof streams);
}

static void say_wrong(const struct operation *operation, size_t at, const char *trouble, unsigned nth, bool sticky, prap_status status,
                      const char *what) {
    if (++sum.wrong > WRONGS_SHOWN) return;
    fprintf(stderr, "%s: %s of stream %u, %d minutes later", what, names[operation->action], operation->stream,
            (int)steps[operation->step]);
    if (trouble != NULL) fprintf(stderr, "; %s at call %u%s: %s", trouble, nth, sticky ? " for good" : "", prap_status_name(status));
    fprintf(stderr, "; after\n");
    places_tell(&places, at);
}

struct outcome {
    prap_status status;
    uint32_t result;
    uint64_t version;
    struct memory_store *after;
};

/* What was told is stored, for a verifier that knows nothing of it yet. */
static const char *complain_about_counts(const struct operation *operation, const struct standing *before, prap_instant now,
                                         prap_status status, uint32_t result) {
    struct verifier_host other;
    struct standing after;
    open_over(&other, store, 7);
    stand(&other, operation->stream, now, &after);
    if (verifier_host_leave(&other) != 0) return "memory is left";
    if (status != PRAP_OK || after.exposure.size == 0 || before->exposure.size == 0) return NULL;
    if (after.exposure.code.in_force != before->exposure.code.in_force) return NULL; /* it counts anew */
    const bool answers = operation->action >= ANSWER_RIGHT && operation->action <= ANSWER_AN_OLD_ONE;
    const uint32_t passed = after.exposure.passed - before->exposure.passed;
    const uint32_t failures = after.exposure.failures - before->exposure.failures;
    if (answers && result == PRAP_CHALLENGE_FAILED && failures != 1) return "a failure was told and is not counted";
    if (operation->action == GIVE_UP && result == PRAP_CHALLENGE_GIVEN_UP && failures != 1) return "what was given up is not counted";
    if (answers && result == PRAP_CHALLENGE_PASSED && passed != 1) return "a pass was told and is not counted";
    if (answers && result != PRAP_CHALLENGE_PASSED && passed != 0) return "a pass is counted that was not told";
    if (operation->action != ANSWER_RIGHT && answers && result == PRAP_CHALLENGE_PASSED) return "a wrong answer passed";
    if (answers && result == PRAP_CHALLENGE_PASSED && now >= before->waits.asked_at + ANSWER_MINUTES) return "a late answer passed";
    if (operation->action == ASK && result == PRAP_CHALLENGE_ASKED && host.challenge.repeated == 0 && after.exposure.locked != 0)
        return "a locked stream asks";
    return after.exposure.counted >= FAILURES_MAX && after.exposure.locked == 0 ? "too many failures, and no lock" : NULL;
}

static const char *complain_about_what_is_told(const struct operation *operation, prap_status status) {
    if (status == PRAP_OK) return NULL;
    if (host.challenge.result != 0 || host.challenge.positions[0] != 0) return "a failure tells something";
    if (host.error.status != status || host.error.message[0] == '\0') return "a failure is not explained";
    return operation->action == REPORT && host.exposure.length != 0 ? "a failure tells of an exposure" : NULL;
}

static const char *complain_about_store(const struct operation *operation, const struct place *place) {
    const prap_key key = key_of(operation->stream), other = key_of(1 - operation->stream);
    const uint64_t before = memory_store_version(place->store, key), now = memory_store_version(store, key);
    if (memory_store_complaint(store) != NULL) return memory_store_complaint(store);
    if (!memory_store_equal_case(store, place->store, other)) return "the other stream is not as it was";
    if (now < before || now - before > entries[operation->action]) return "there are more entries than the operation stores";
    return now == before && !memory_store_equal_case(store, place->store, key) ? "the stream changed without an entry" : NULL;
}

/* The trouble is over: a check of the next code, or of this one once a lock is released, can be passed. */
static const char *complain_about_going_on(const struct operation *operation, prap_instant now) {
    struct verifier_host other;
    const unsigned stream = operation->stream;
    const char *complaint = NULL;
    char right[4];
    open_over(&other, store, 99);
    const prap_key key = key_of(stream);
    prepare(&other);
    prap_status status = ask(&other, stream, 2, now);
    if (status == PRAP_OK && other.challenge.result == PRAP_CHALLENGE_ASKED) {
        verifier_right_answer(&other, right);
        status = answer(&other, stream, other.challenge.number, right, now);
        if (status != PRAP_OK || other.challenge.result != PRAP_CHALLENGE_PASSED) complaint = "a right answer does not pass afterwards";
    } else {
        complaint = "nothing can be asked about the next code afterwards";
    }
    if (complaint == NULL && memory_store_version(store, key) == 0) complaint = "what was asked is not stored";
    if (verifier_host_leave(&other) != 0) complaint = "memory is left";
    return complaint;
}

static const char *judge_trouble(const struct operation *operation, const struct place *place, const struct standing *before,
                                 const struct outcome *outcome, prap_instant now, prap_status status, bool honest, bool is_random) {
    const prap_key key = key_of(operation->stream);
    const char *complaint = complain_about_store(operation, place);
    if (complaint == NULL) complaint = complain_about_what_is_told(operation, status);
    if (complaint == NULL && is_random && status == PRAP_OK && host.challenge.repeated == 0 && host.challenge.result == PRAP_CHALLENGE_ASKED)
        complaint = "positions were drawn from a source that failed";
    if (complaint == NULL && honest && status == PRAP_OK &&
        (outcome->status != PRAP_OK || host.challenge.result != outcome->result || memory_store_version(store, key) != outcome->version))
        complaint = "the result is another than without the trouble";
    if (complaint == NULL && honest) complaint = complain_about_counts(operation, before, now, status, host.challenge.result);
    return complaint == NULL ? complain_about_going_on(operation, now) : complaint;
}

static void fail_the_store(const struct operation *operation, size_t at, const struct standing *before, const struct outcome *outcome,
                           prap_instant now) {
    const struct place place = places.places[at];
    struct troubles troubles;
    bool came_about = false;
    for (troubles_begin(&troubles); troubles_next(&troubles, came_about);) {
        const struct memory_store_trouble *trouble = &troubles.trouble;
        memory_store_restore(store, place.store);
        memory_store_order(store, trouble);
        const prap_status status = run(&host, operation, before, now);
        came_about = memory_store_troubled(store);
        memory_store_order(store, NULL);
        if (!came_about) continue;
        sum.faulted++;
        const char *complaint = judge_trouble(operation, &place, before, outcome, now, status, trouble_is_honest(trouble), false);
        if (complaint != NULL) say_wrong(operation, at, trouble_name(trouble), trouble->nth, trouble->sticky, status, complaint);
    }
}

static void fail_the_source(const struct operation *operation, size_t at, const struct standing *before, const struct outcome *outcome,
                            prap_instant now) {
    static const char *const kinds[] = {"sound", "fails", "is silent", "is short", "is constant", "repeats itself", "gives no set"};
    const struct place place = places.places[at];
    for (unsigned fault = RANDOM_SOUND; fault <= RANDOM_REJECTED; fault++) {
        /* Sound but for one call; or wrong in every call. */
        for (unsigned nth = fault == RANDOM_SOUND ? 1 : 0;; nth++) {
            memory_store_restore(store, place.store);
            random_source_init(&host.random, 5);
            host.random.fault = (enum random_fault)fault;
            host.random.fail_at = nth;
            const prap_status status = run(&host, operation, before, now);
            const bool came_about = host.random.calls >= (nth == 0 ? 1 : nth);
            random_source_init(&host.random, 5);
            if (!came_about) break;
            sum.faulted++;
            const char *complaint = judge_trouble(operation, &place, before, outcome, now, status, false, true);
            if (complaint != NULL) say_wrong(operation, at, kinds[fault], nth, nth == 0, status, complaint);
            if (nth == 0) break;
        }
    }
}

/* Whether no earlier operation of the kind came to the same from here, on whatever day; and what is done to the second stream
   where the first stands like this is done to the first where the second does. */
static bool is_new_kind(const struct operation *operation, const struct outcome *outcome, uint64_t before) {
    static struct {
        prap_status status;
        uint32_t result;
        uint64_t entries;
    } known[ACTIONS][STEPS];
    static size_t n[ACTIONS];
    if (operation->stream != 0) return false;
    if (operation->step == 0) n[operation->action] = 0;
    for (size_t i = 0; i < n[operation->action]; i++)
        if (known[operation->action][i].status == outcome->status && known[operation->action][i].result == outcome->result &&
            known[operation->action][i].entries == outcome->version - before)
            return false;
    known[operation->action][n[operation->action]].status = outcome->status;
    known[operation->action][n[operation->action]].result = outcome->result;
    known[operation->action][n[operation->action]++].entries = outcome->version - before;
    return true;
}

static void operate(const struct operation *operation, size_t at, bool fails) {
    const struct place place = places.places[at];
    const prap_instant now = place.now + steps[operation->step];
    const prap_key key = key_of(operation->stream);
    struct standing before;
    struct outcome outcome;
    memory_store_restore(store, place.store);
    stand(&host, operation->stream, now, &before);
    outcome.status = run(&host, operation, &before, now);
    outcome.result = host.challenge.result;
    outcome.version = memory_store_version(store, key);
    sum.operations++;
    const char *complaint = complain_about_store(operation, &place);
    if (complaint == NULL) complaint = complain_about_what_is_told(operation, outcome.status);
    if (complaint == NULL) complaint = complain_about_counts(operation, &before, now, outcome.status, outcome.result);
    if (complaint != NULL) say_wrong(operation, at, NULL, 0, false, outcome.status, complaint);
    struct place next = {.store = store, .now = now > place.now ? now : place.now, .from = at};
    abstract_of(store, next.now, next.key);
    snprintf(next.by, sizeof next.by, "%s of %u, %+d minutes", names[operation->action], operation->stream, (int)steps[operation->step]);
    places_add(&places, &next);
    if (!fails || !is_new_kind(operation, &outcome, memory_store_version(place.store, key))) return;
    const unsigned outstanding = host.allocator.outstanding_bytes > 0;
    failing_allocator_fail(&host.allocator, 1, true);
    fail_the_store(operation, at, &before, &outcome, now);
    fail_the_source(operation, at, &before, &outcome, now);
    if (host.allocator.calls != 0 || (host.allocator.outstanding_bytes > 0) != outstanding)
        say_wrong(operation, at, NULL, 0, false, outcome.status, "memory was asked for, or is left");
    failing_allocator_fail(&host.allocator, 0, false);
}

/* All states; of every so-many-th of them what goes wrong too. */
static void explore(unsigned long at_most, unsigned part, unsigned parts) {
    struct place start = {.store = memory_store_create(), .now = NOON, .by = "no stream"};
    setvbuf(stderr, NULL, _IOLBF, BUFSIZ); /* the parts complain at the same time: by whole lines */
    store = memory_store_create();
    open_over(&host, store, 5);
    places_add(&places, &start);
    for (size_t i = 0; i < places.n && i < at_most; i++, sum.places++) {
        if (part == 0 && i % TOLD == TOLD - 1) fprintf(stderr, "two streams: %lu of %zu states so far\n", sum.places, places.n);
        for (unsigned s = 0; s < STREAMS; s++)
            for (unsigned step = 0; step < STEPS; step++)
                for (int action = 0; action < ACTIONS; action++)
                    operate(&(struct operation){(enum action)action, s, step}, i, i % parts == part);
    }
    sum.known = places.n;
    places_clear(&places);
    memory_store_destroy(start.store);
    if (verifier_host_leave(&host) != 0) sum.wrong++;
    memory_store_destroy(store);
}

/* Each part in a process of its own. */
static int explore_in_parts(unsigned long at_most, unsigned parts) {
    struct sum *sums = mmap(NULL, PARTS * sizeof *sums, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (sums == MAP_FAILED) return 1;
    int failed = 0;
    for (unsigned part = 0; part < parts; part++) {
        const pid_t child = fork();
        if (child < 0) failed = 1;
        if (child != 0) continue;
        explore(at_most, part, parts);
        sums[part] = sum;
        _exit(sum.wrong > 0 ? 1 : 0);
    }
    for (int how = 0; wait(&how) > 0;) failed |= how != 0;
    struct sum all = sums[0]; /* every part walks all states */
    for (unsigned part = 1; part < parts; part++) {
        all.faulted += sums[part].faulted;
        all.wrong += sums[part].wrong;
    }
    printf("two streams: %lu of %lu states, %lu operations, %lu faulted, %lu wrong\n", all.places, all.known, all.operations,
           all.faulted, all.wrong);
    return failed;
}

int main(int argc, char **argv) {
    const bool whole = argc == 2 && strcmp(argv[1], "--whole") == 0;
    if (argc > 1 && !whole) {
        fputs("usage: verifier-test [--whole]\n", stderr);
        return 2;
    }
    return whole ? explore_in_parts((unsigned long)-1, PARTS) : explore_in_parts(LEAST_PLACES + test_share(ORDINARY_PLACES), 1);
}
