/* engine-cases.h: what the tests of the engine share: a referral, its acceptance, and how an answer is looked
 * at. */
#ifndef TEST_ENGINE_CASES_H
#define TEST_ENGINE_CASES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "test-host.h"

static inline prap_command received(const char *case_id) {
    return test_command(case_id, PRAP_EVENT_REFERRAL_RECEIVED, test_day(2023, 5, 5));
}

static inline prap_command accepted(const char *case_id) {
    return test_command(case_id, PRAP_EVENT_ACCEPT, test_day(2023, 5, 9));
}

static inline void submit_permitted(struct test_host *host, const prap_command *command) {
    assert_int_equal(test_host_submit(host, command), PRAP_OK);
    assert_int_equal(test_host_summary(host)->verdict, PRAP_VERDICT_PERMITTED);
}

static inline void assert_error(const struct test_host *host, prap_status got, prap_status status,
                                const char *field) {
    assert_int_equal(got, status);
    assert_int_equal(host->error.status, status);
    assert_string_equal(host->error.field, field);
    assert_true(host->error.message[0] != '\0');
}

static inline prap_status pass_event(void *user, const prap_event_view *event) {
    unsigned *seen = user;
    if (seen != NULL) ++*seen;
    return event->sequence > 0 ? PRAP_OK : PRAP_E_BUG;
}

static inline prap_status pass_case(void *user, prap_text case_id, const prap_answer *answer) {
    unsigned *seen = user;
    if (seen != NULL) ++*seen;
    return case_id.n > 0 && answer != NULL ? PRAP_OK : PRAP_E_BUG;
}

/* Opens with a store that lacks optional callbacks. */
static inline void open_without(struct test_host *host, prap_store *store, bool read, bool scan) {
    test_host_open(host, NULL, 0);
    *store = *memory_store_interface(host->store);
    if (!read) store->read = NULL;
    if (!scan) store->scan = NULL;
    host->host.store = store;
    prap_engine_destroy(host->engine);
    const prap_rulebook *rulebooks[] = {host->rulebook};
    assert_int_equal(prap_engine_create(&host->host, rulebooks, 1, &host->engine, NULL), PRAP_OK);
    host->error.size = sizeof host->error;
}

/* What a visitor saw of a history. */
struct seen_events {
    unsigned n;
    uint32_t events[8];
    prap_day days[8];
    prap_fact first_fact;
    char id[8];
    prap_status stop_with;
};

static inline prap_status see_event(void *user, const prap_event_view *event) {
    struct seen_events *seen = user;
    seen->events[seen->n] = event->event;
    seen->days[seen->n] = event->recorded;
    if (event->n_facts > 0) seen->first_fact = event->facts[0];
    if (event->id.n < sizeof seen->id) memcpy(seen->id, event->id.bytes, event->id.n);
    seen->n++;
    return seen->stop_with;
}

/* Flips a bit in the snapshot of case B. */
static inline void damage_b(void *user, enum memory_store_call call, prap_row *row, uint8_t *record, size_t room) {
    (void)user;
    (void)call;
    (void)room;
    if (row->case_id.n == 1 && row->case_id.bytes[0] == 'B') record[row->record.n - 1] ^= 1;
}

#endif
