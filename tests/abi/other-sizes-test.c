/*
 * other-sizes-test.c: hosts that were compiled against other versions of the headers. A newer host's longer
 * struct is taken when its tail is zero and refused (PRAP_E_SIZE) when it says something that this library
 * does not know; an older host's shorter struct is taken with what it lacks as NULL, and nothing behind its
 * end is read or written.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "test-host.h"

enum {
    TAIL = 64 /* bytes that a newer header might have appended */
};

/* A struct with a tail, in a block of exactly that size, so that a read or write past it is found out. */
static void *with_tail(const void *original, size_t bytes) {
    unsigned char *longer = calloc(1, bytes + TAIL);
    assert_non_null(longer);
    memcpy(longer, original, bytes);
    return longer;
}

/* The same for a struct cut short: the block ends where the older header did. */
static void *cut(const void *original, size_t bytes) {
    void *shorter = malloc(bytes);
    assert_non_null(shorter);
    memcpy(shorter, original, bytes);
    return shorter;
}

static prap_status create_with(const struct test_host *host, const prap_host *other, prap_error *reterr) {
    const prap_rulebook *rulebooks[] = {host->rulebook};
    prap_engine *engine = NULL;
    const prap_status status = prap_engine_create(other, rulebooks, 1, &engine, reterr);
    if (status != PRAP_OK) assert_null(engine);
    prap_engine_destroy(engine);
    return status;
}

/* Creates engines over a host whose part is longer: zero tail, then each byte of the tail set in turn. */
static void refuses_only_what_it_cannot_know(const struct test_host *host, const prap_host *other,
                                             unsigned char *longer, size_t bytes, const char *field) {
    size_t size = bytes + TAIL;
    prap_error error;
    memcpy(longer, &size, sizeof size);
    assert_int_equal(PRAP_OK, create_with(host, other, NULL));
    for (size_t i = bytes; i < bytes + TAIL; i++) {
        memset(&error, 0, sizeof error);
        error.size = sizeof error;
        longer[i] = 1;
        assert_int_equal(PRAP_E_SIZE, create_with(host, other, &error));
        assert_int_equal(PRAP_E_SIZE, error.status);
        assert_string_equal(field, error.field);
        longer[i] = 0;
    }
    /* The same bytes behind the end that the size names are nobody's business. */
    longer[bytes] = 1;
    memcpy(longer, &bytes, sizeof bytes);
    assert_int_equal(PRAP_OK, create_with(host, other, NULL));
}

static void a_newer_host(void **state) {
    struct test_host *host = *state;
    prap_host *longer = with_tail(&host->host, sizeof host->host);
    refuses_only_what_it_cannot_know(host, longer, (unsigned char *)longer, sizeof(prap_host), "host");
    free(longer);
}

static void a_newer_store(void **state) {
    struct test_host *host = *state;
    prap_host other = host->host;
    void *longer = with_tail(host->host.store, sizeof(prap_store));
    other.store = longer;
    refuses_only_what_it_cannot_know(host, &other, longer, sizeof(prap_store), "store");
    free(longer);
}

static void a_newer_allocator(void **state) {
    struct test_host *host = *state;
    prap_host other = host->host;
    void *longer = with_tail(host->host.allocator, sizeof(prap_allocator));
    other.allocator = longer;
    refuses_only_what_it_cannot_know(host, &other, longer, sizeof(prap_allocator), "allocator");
    free(longer);
}

static void committed(void *user, const prap_change *change) {
    *(uint32_t *)user += change->size == sizeof *change;
}

static void a_newer_observer(void **state) {
    struct test_host *host = *state;
    prap_host other = host->host;
    uint32_t count = 0;
    const prap_observer observer = {.size = sizeof observer, .user = &count, .committed = committed};
    void *longer = with_tail(&observer, sizeof observer);
    other.observer = longer;
    refuses_only_what_it_cannot_know(host, &other, longer, sizeof observer, "observer");
    free(longer);
}

static prap_status never_visited(void *user, const prap_event_view *event) {
    (void)user;
    (void)event;
    return PRAP_E_BUG;
}

/* A store of the time before read and scan, in a host of the time before observers: it works, without them.
 */
static void an_older_host_and_store(void **state) {
    struct test_host *host = *state;
    prap_store full_store = *host->host.store;
    prap_host full_host = host->host;
    const prap_rulebook *rulebooks[] = {host->rulebook};
    const prap_day day = test_day(2023, 5, 5);
    prap_command command = test_command("A1", PRAP_EVENT_REFERRAL_RECEIVED, day);
    prap_sweep_report report = {.size = sizeof report};
    prap_engine *engine = NULL;

    full_store.size = offsetof(prap_store, read);
    prap_store *store = cut(&full_store, offsetof(prap_store, read));
    full_host.size = offsetof(prap_host, observer);
    full_host.store = store;
    prap_host *older = cut(&full_host, offsetof(prap_host, observer));
    assert_int_equal(PRAP_OK, prap_engine_create(older, rulebooks, 1, &engine, NULL));
    assert_int_equal(PRAP_OK, prap_engine_submit(engine, &command, host->answer, NULL));
    assert_int_equal(PRAP_VERDICT_PERMITTED, prap_answer_summary(host->answer)->verdict);
    assert_int_equal(PRAP_OK, prap_engine_show(engine, &command.key, day, host->answer, NULL));
    assert_int_equal(PRAP_STATE_RECEIVED, prap_answer_summary(host->answer)->stage);
    assert_int_equal(PRAP_E_NO_READ,
                     prap_engine_history(engine, &command.key, day, never_visited, NULL, NULL));
    assert_int_equal(PRAP_E_NO_SCAN, prap_engine_sweep(engine, (prap_text){NULL, 0}, day, &report, NULL));
    prap_engine_destroy(engine);
    free(older);
    free(store);
}

/* Shorter than any version ever was: 0 (a host that forgot), and one byte less than the shortest. */
static void a_size_that_never_was(void **state) {
    struct test_host *host = *state;
    prap_store store = *host->host.store;
    prap_allocator allocator = *host->host.allocator;
    prap_host other = host->host;
    const size_t shortest[] = {0, offsetof(prap_store, read) - 1};

    for (size_t i = 0; i < 2; i++) {
        other = host->host;
        store.size = shortest[i];
        other.store = &store;
        assert_int_equal(PRAP_E_SIZE, create_with(host, &other, NULL));
        other = host->host;
        allocator.size = i == 0 ? 0 : sizeof allocator - 1;
        other.allocator = &allocator;
        assert_int_equal(PRAP_E_SIZE, create_with(host, &other, NULL));
        other = host->host;
        other.size = i == 0 ? 0 : offsetof(prap_host, observer) - 1;
        assert_int_equal(PRAP_E_SIZE, create_with(host, &other, NULL));
    }
}

/* Commands: what a newer host says beyond our knowledge is not passed over. */
static void a_newer_command(void **state) {
    struct test_host *host = *state;
    const prap_day day = test_day(2023, 5, 5);
    const prap_command command = test_command("A1", PRAP_EVENT_REFERRAL_RECEIVED, day);
    unsigned char *longer = with_tail(&command, sizeof command);

    ((prap_command *)(void *)longer)->size = sizeof command + TAIL;
    for (size_t i = sizeof command; i < sizeof command + TAIL; i++) {
        longer[i] = 1;
        assert_int_equal(PRAP_E_SIZE, test_host_submit(host, (prap_command *)(void *)longer));
        longer[i] = 0;
    }
    assert_int_equal(0, memory_store_case_count(host->store));
    assert_int_equal(PRAP_OK, test_host_submit(host, (prap_command *)(void *)longer));
    assert_int_equal(PRAP_VERDICT_PERMITTED, test_host_summary(host)->verdict);
    free(longer);
}

static void a_command_cut_short(void **state) {
    struct test_host *host = *state;
    const prap_command command = test_command("A1", PRAP_EVENT_REFERRAL_RECEIVED, test_day(2023, 5, 5));
    for (uint32_t bytes = sizeof bytes; bytes < sizeof command; bytes += sizeof bytes) {
        prap_command *shorter = cut(&command, bytes);
        memcpy(shorter, &bytes, sizeof bytes);
        assert_int_equal(PRAP_E_SIZE, prap_engine_submit(host->engine, shorter, host->answer, NULL));
        free(shorter);
    }
    assert_int_equal(0, memory_store_case_count(host->store));
}

/* An error of every size: the library writes only within it, and into a longer one no more than it knows. */
static void an_error_of_another_size(void **state) {
    struct test_host *host = *state;
    prap_command command = test_command("A1", 0xFFFF, test_day(2023, 5, 5));
    unsigned char block[sizeof(prap_error) + TAIL];

    for (uint32_t bytes = sizeof bytes; bytes <= sizeof block; bytes += sizeof bytes) {
        prap_error *error = (prap_error *)malloc(bytes); /* exactly: writing past it is found out */
        assert_non_null(error);
        memset(error, 0x5A, bytes);
        memcpy(error, &bytes, sizeof bytes);
        assert_int_equal(PRAP_E_WORD, prap_engine_submit(host->engine, &command, host->answer, error));
        memcpy(block, error, bytes);
        free(error);
        assert_memory_equal(block, &bytes, sizeof bytes);
        for (size_t i = sizeof(prap_error); i < bytes; i++)
            assert_int_equal(0x5A, block[i]);
        if (bytes >= sizeof(prap_error)) {
            memcpy(&host->error, block, sizeof host->error);
            assert_int_equal(PRAP_E_WORD, host->error.status);
            assert_string_equal("event", host->error.field);
        }
    }
}

/* A longer report is filled as far as 0.1 counts; one that cannot hold what 0.1 counted is not swept for. */
static void a_sweep_report_of_another_size(void **state) {
    struct test_host *host = *state;
    const prap_day day = test_day(2023, 5, 5), day_60 = test_day(2023, 7, 4);
    const prap_command command = test_command("A1", PRAP_EVENT_REFERRAL_RECEIVED, day);
    const prap_text tenant = {NULL, 0};
    assert_int_equal(PRAP_OK, test_host_submit(host, &command));

    const prap_sweep_report too_short = {.size = offsetof(prap_sweep_report, failed)};
    prap_sweep_report *shorter = cut(&too_short, too_short.size);
    assert_int_equal(PRAP_E_SIZE, prap_engine_sweep(host->engine, tenant, day_60, shorter, NULL));
    assert_int_equal(PRAP_STATE_RECEIVED, memory_store_stage(host->store, command.key));
    assert_memory_equal(&too_short, shorter, too_short.size);
    free(shorter);

    const prap_sweep_report fresh = {.size = sizeof fresh + TAIL};
    unsigned char *longer = with_tail(&fresh, sizeof fresh);
    memset(longer + sizeof fresh, 0x5A, TAIL);
    assert_int_equal(
        PRAP_OK, prap_engine_sweep(host->engine, tenant, day_60, (prap_sweep_report *)(void *)longer, NULL));
    prap_sweep_report filled;
    memcpy(&filled, longer, sizeof filled);
    assert_int_equal(1, filled.seen);
    assert_int_equal(1, filled.moved);
    assert_int_equal(sizeof fresh + TAIL, filled.size);
    for (size_t i = sizeof fresh; i < sizeof fresh + TAIL; i++)
        assert_int_equal(0x5A, longer[i]);
    free(longer);
}

/* What the library hands out says how long it is, so that a host compiled against a newer header can tell. */
static void what_the_library_hands_out_says_its_size(void **state) {
    struct test_host *host = *state;
    const prap_command command = test_command("A1", PRAP_EVENT_REFERRAL_RECEIVED, test_day(2023, 5, 5));
    const prap_command repeat = test_command("A1", PRAP_EVENT_REFERRAL_RECEIVED, test_day(2023, 5, 6));
    const prap_calendar *calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);

    assert_int_equal(PRAP_OK, test_host_submit(host, &command));
    assert_int_equal(sizeof(prap_summary), test_host_summary(host)->size);
    assert_true(prap_answer_deadline_count(host->answer) > 0);
    assert_int_equal(sizeof(prap_deadline), prap_answer_deadline_at(host->answer, 0)->size);
    assert_true(prap_answer_notice_count(host->answer) > 0); /* the day made was not given */
    assert_int_equal(sizeof(prap_notice), prap_answer_notice_at(host->answer, 0)->size);
    assert_int_equal(PRAP_OK, test_host_submit(host, &repeat));
    assert_true(prap_answer_reason_count(host->answer) > 0);
    assert_int_equal(sizeof(prap_reason), prap_answer_reason_at(host->answer, 0)->size);
    assert_int_equal(sizeof(prap_word), prap_word_at(PRAP_WORDS_EVENT, 0)->size);
    assert_int_equal(sizeof(prap_policy), prap_policy_by_number(PRAP_POLICY_LATE_ACK)->size);
    assert_int_equal(sizeof(prap_rule), prap_rule_at(0)->size);
    assert_int_equal(sizeof(prap_calendar_identity), prap_calendar_get_identity(calendar)->size);
    assert_int_equal(sizeof(prap_holiday), prap_calendar_holiday_at(calendar, 0)->size);
}

static int open_host(void **state) {
    static struct test_host host;
    test_host_open(&host, NULL, 0);
    *state = &host;
    return 0;
}

static int close_host(void **state) {
    struct test_host *host = *state;
    const char *complaint = memory_store_complaint(host->store);
    if (complaint != NULL) print_error("%s\n", complaint);
    return test_host_close(host) != 0 || complaint != NULL;
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, open_host, close_host)

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(a_newer_host),
        CASE(a_newer_store),
        CASE(a_newer_allocator),
        CASE(a_newer_observer),
        CASE(an_older_host_and_store),
        CASE(a_size_that_never_was),
        CASE(a_newer_command),
        CASE(a_command_cut_short),
        CASE(an_error_of_another_size),
        CASE(a_sweep_report_of_another_size),
        CASE(what_the_library_hands_out_says_its_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
