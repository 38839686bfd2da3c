/*
 * engine-test.c: one engine over a ready-made store and one over the memory store, given the same events: equal
 * statuses, equal answers, equal stored bytes, whatever is opened again in between.
 */
#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "draw-command.h"
#include "share.h"
#include "store-kit.h"

static uint64_t all_events, all_notices, all_moved; /* what the sequences reached */

enum { STEPS = 60, SEQUENCES = 30, CASES = 4 };

static const char *const case_ids[CASES] = {"A'1", "A", "a", "\xc3\xa9t\xc3\xa9"};

struct pair {
    struct test_host memory;
    kit_store *store;
    prap_host host;
    prap_engine *engine;
    prap_answer *answer;
    struct driven_case cases[CASES];
    uint32_t next_id;
};

static void open_store(struct pair *pair) {
    pair->store = kit_open("engine.db", KIT_CREATE);
    pair->host = pair->memory.host;
    pair->host.store = kit_callbacks(pair->store);
    const struct test_host *memory = &pair->memory;
    assert_int_equal(prap_engine_create(&pair->host, (const prap_rulebook *const *)memory->rulebooks,
                                        memory->n_rulebooks, &pair->engine, NULL),
                     PRAP_OK);
}

static void close_store(struct pair *pair) {
    assert_int_equal(kit_check(pair->store, NULL), PRAP_OK);
    prap_engine_destroy(pair->engine);
    kit_close(pair->store);
}

static void same_answer(const struct pair *pair, struct answer_copy *ret_copy) {
    static struct answer_copy other;
    answer_copy_take(ret_copy, pair->memory.answer);
    answer_copy_take(&other, pair->answer);
    assert_true(answer_copy_equal(ret_copy, &other));
}

static void step(struct pair *pair, struct chooser *chooser) {
    static struct drawn_command drawn;
    static struct answer_copy copy;
    const uint32_t i = choose(chooser, CASES);
    struct driven_case *driven = &pair->cases[i];
    /* Now and then the last command again: the id is known. */
    if (!once_in(chooser, 8) || pair->next_id == 0) {
        draw_command(&drawn, chooser, driven, case_ids[i], &pair->next_id);
    }
    const prap_status status = test_host_submit(&pair->memory, &drawn.command);
    assert_int_equal(prap_engine_submit(pair->engine, &drawn.command, pair->answer, NULL), status);
    same_answer(pair, &copy);
    if (status == PRAP_OK) driven_case_wish(driven, drawn.command.event, &copy);
    if (status == PRAP_OK && copy.summary.verdict == PRAP_VERDICT_PERMITTED && copy.summary.duplicate == 0) {
        driven->last = copy;
        driven->recorded =
            drawn.command.recorded == PRAP_DAY_NONE ? drawn.command.on : drawn.command.recorded;
    }
    if (once_in(chooser, 10)) {
        prap_sweep_report expected = {.size = sizeof expected}, got = {.size = sizeof got};
        const prap_day as_of = driven->recorded + (prap_day)choose(chooser, 90);
        const prap_text tenant = {0};
        assert_int_equal(prap_engine_sweep(pair->engine, tenant, as_of, &got, NULL),
                         prap_engine_sweep(pair->memory.engine, tenant, as_of, &expected, NULL));
        assert_memory_equal(&got, &expected, sizeof got);
        all_moved += got.moved;
    }
    if (once_in(chooser, 10)) {
        close_store(pair);
        open_store(pair);
    }
}

struct walked {
    size_t n;
    char case_ids[CASES][PRAP_ID_BYTES + 1];
    struct answer_copy answers[CASES];
};

static prap_status keep(void *user, prap_text case_id, const prap_answer *answer) {
    struct walked *walked = user;
    assert_true(walked->n < CASES);
    memset(walked->case_ids[walked->n], 0, sizeof walked->case_ids[0]);
    memcpy(walked->case_ids[walked->n], case_id.bytes, case_id.n);
    answer_copy_take(&walked->answers[walked->n++], answer);
    return PRAP_OK;
}

static void same_walk(struct pair *pair, prap_day due_by, prap_day as_of) {
    static struct walked expected, got;
    const prap_text tenant = {0};
    expected.n = got.n = 0;
    assert_int_equal(prap_engine_walk(pair->engine, tenant, due_by, as_of, pair->answer, keep, &got, NULL),
                     prap_engine_walk(pair->memory.engine, tenant, due_by, as_of, pair->memory.answer, keep,
                                      &expected, NULL));
    assert_int_equal(got.n, expected.n);
    for (size_t i = 0; i < got.n; i++) {
        assert_string_equal(got.case_ids[i], expected.case_ids[i]);
        assert_true(answer_copy_equal(&got.answers[i], &expected.answers[i]));
    }
}

static prap_status count_one(void *user, const prap_event_view *event) {
    (void)event;
    ++*(uint64_t *)user;
    return PRAP_OK;
}

static void same_end(struct pair *pair) {
    static struct answer_copy copy;
    size_t expected_notices = 0;
    prap_day latest = PRAP_DAY_MIN;
    for (uint32_t i = 0; i < CASES; i++) {
        const prap_key key = test_key(case_ids[i]);
        const uint64_t version = memory_store_version(pair->memory.store, key);
        expected_notices += memory_store_notice_count(pair->memory.store, key);
        if (version == 0) continue;
        const prap_day recorded = pair->cases[i].recorded;
        if (recorded > latest) latest = recorded;
        for (prap_day as_of = recorded - 40; as_of <= recorded + 100; as_of += 35) {
            assert_int_equal(prap_engine_show(pair->engine, &key, as_of, pair->answer, NULL),
                             prap_engine_show(pair->memory.engine, &key, as_of, pair->memory.answer, NULL));
            same_answer(pair, &copy);
        }
        uint64_t events = 0;
        assert_int_equal(prap_engine_history(pair->engine, &key, PRAP_DAY_MAX, count_one, &events, NULL),
                         PRAP_OK);
        assert_int_equal(events, version);
        all_events += events;
    }
    if (latest == PRAP_DAY_MIN) return;
    same_walk(pair, PRAP_DAY_NONE, latest + 10);
    same_walk(pair, latest, latest);
    const uint64_t notices = kit_count_notices(pair->store);
    assert_int_equal(notices, expected_notices);
    all_notices += notices;
}

static void run_sequence(uint64_t seed) {
    static struct pair pair; /* large */
    struct chooser chooser = chooser_from_seed(seed);
    memset(&pair, 0, sizeof pair);
    test_host_open_every(&pair.memory, NULL, 0, NULL);
    for (uint32_t i = 0; i < CASES; i++)
        pair.cases[i].programme = choose_programme(&chooser);
    open_store(&pair);
    assert_int_equal(prap_answer_create(&pair.memory.allocator.interface, &pair.answer), PRAP_OK);
    for (int i = 0; i < STEPS; i++)
        step(&pair, &chooser);
    same_end(&pair);
    prap_answer_destroy(pair.answer);
    close_store(&pair);
    assert_int_equal(test_host_close(&pair.memory), 0);
    kit_remove("engine.db");
}

static void the_same_events_get_the_same_answers_from_both_stores(void **state) {
    (void)state;
    const char *given = getenv("PRAP_TEST_SEED");
    const uint64_t first = given != NULL ? strtoull(given, NULL, 0) : 20231121;
    for (uint64_t seed = first; seed < first + test_share(SEQUENCES); seed++) {
        print_message("PRAP_TEST_SEED=%" PRIu64 "\n", seed);
        run_sequence(seed);
    }
    print_message("%" PRIu64 " events, %" PRIu64 " notices, %" PRIu64 " moved by sweeps\n", all_events,
                  all_notices, all_moved);
    assert_true(all_events > 0 && all_notices > 0);
    if (test_share(SEQUENCES) == SEQUENCES) assert_true(all_moved > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        KIT_TEST(the_same_events_get_the_same_answers_from_both_stores),
    };
    return cmocka_run_group_tests_name(KIT_NAME "/engine", tests, NULL, NULL);
}
