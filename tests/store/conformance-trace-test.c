/*
 * conformance-trace-test.c: the calls that the conformance kit makes of a sound store. include/prap/conformance.h: the same
 * seed on a fresh database makes the same calls. What they are is golden, so that no change of the kit alters them unseen:
 * of each tenant how many, and a sum over every byte of them and of what came of them.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "prap/prap.h"

#include "failing-allocator.h"
#include "planted-store.h"
#include "transcript.h"

enum { TENANTS = 64 };

/* The calls about one tenant. */
struct calls {
    char tenant[PRAP_ID_BYTES + 1];
    uint32_t loads, reads, scans, commits, changes, events, notices, others;
    uint64_t sum;
};

struct handle {
    unsigned number;
    const prap_store *inner;
};

static struct tracing {
    struct planted_host *host;
    struct handle handles[2];
    prap_store stores[2];
    struct calls calls[TENANTS];
    size_t n;
    uint64_t sum; /* of all, in their order */
    char told[4096];
} trace;

/* Sums begin with 0, and every call with its letter. */
static void add_raw(struct calls *to, const void *bytes, size_t n) {
    to->sum = transcript_sum(to->sum, bytes, n);
    trace.sum = transcript_sum(trace.sum, bytes, n);
}

static void add_number(struct calls *to, uint64_t number) {
    uint8_t bytes[8];
    for (int i = 0; i < 8; i++) bytes[i] = (uint8_t)(number >> (8 * i));
    add_raw(to, bytes, sizeof bytes);
}

static void add_bytes(struct calls *to, const void *bytes, size_t n) {
    add_number(to, n);
    add_raw(to, bytes, n);
}

static void add_text(struct calls *to, prap_text text) {
    add_bytes(to, text.bytes, text.n);
}

static struct calls *calls_of(prap_text tenant) {
    for (size_t i = 0; i < trace.n; i++) {
        if (strlen(trace.calls[i].tenant) == tenant.n && (tenant.n == 0 || memcmp(trace.calls[i].tenant, tenant.bytes, tenant.n) == 0))
            return &trace.calls[i];
    }
    assert_true(trace.n < TENANTS);
    if (tenant.n > 0) memcpy(trace.calls[trace.n].tenant, tenant.bytes, tenant.n);
    return &trace.calls[trace.n++];
}

static struct calls *begin(char what, const struct handle *on, prap_text tenant) {
    struct calls *of = calls_of(tenant);
    add_number(of, (uint8_t)what);
    add_number(of, on == NULL ? 0 : on->number);
    return of;
}

static prap_status end(struct calls *of, prap_status status) {
    add_number(of, (uint64_t)(int64_t)status);
    return status;
}

static prap_status load(void *user, const prap_key *key, prap_sink *sink) {
    const struct handle *on = user;
    struct calls *of = begin('l', on, key->tenant);
    of->loads++;
    add_text(of, key->case_id);
    return end(of, on->inner->load(on->inner->user, key, sink));
}

static prap_status read_journal(void *user, const prap_key *key, uint64_t from, uint32_t max, prap_sink *sink) {
    const struct handle *on = user;
    struct calls *of = begin('r', on, key->tenant);
    of->reads++;
    add_text(of, key->case_id);
    add_number(of, from);
    add_number(of, max);
    return end(of, on->inner->read(on->inner->user, key, from, max, sink));
}

static prap_status scan(void *user, const prap_scan *query, prap_sink *sink) {
    const struct handle *on = user;
    struct calls *of = begin('s', on, query->tenant);
    assert_int_equal(query->size, sizeof *query);
    of->scans++;
    add_text(of, query->after);
    add_number(of, (uint64_t)(int64_t)query->due_by);
    add_number(of, query->limit);
    return end(of, on->inner->scan(on->inner->user, query, sink));
}

static void add_change(struct calls *of, const prap_change *change) {
    assert_int_equal(change->size, sizeof *change);
    add_text(of, change->key.tenant);
    add_text(of, change->key.case_id);
    add_text(of, change->id);
    const uint64_t numbers[] = {change->expected_version, change->new_version, change->programme, change->stage,
                                (uint64_t)(int64_t)change->next_due, (uint64_t)(int64_t)change->hold_until,
                                change->n_events, change->n_notices};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) add_number(of, numbers[i]);
    add_bytes(of, change->snapshot.bytes, change->snapshot.n);
    for (size_t i = 0; i < change->n_events; i++) {
        const prap_event_record *event = &change->events[i];
        assert_int_equal(event->size, sizeof *event);
        add_number(of, event->sequence);
        add_text(of, event->id);
        add_bytes(of, event->record.bytes, event->record.n);
    }
    for (size_t i = 0; i < change->n_notices; i++) {
        const prap_notice_record *notice = &change->notices[i];
        assert_int_equal(notice->size, sizeof *notice);
        add_number(of, notice->sequence);
        add_number(of, notice->ordinal);
        add_number(of, notice->notice);
        add_number(of, notice->recipient);
        add_number(of, (uint64_t)(int64_t)notice->due);
    }
    of->changes++;
    of->events += (uint32_t)change->n_events;
    of->notices += (uint32_t)change->n_notices;
}

static prap_status commit(void *user, const prap_change *changes, size_t n, prap_status *ret_each) {
    const struct handle *on = user;
    struct calls *of = begin('c', on, n == 0 ? (prap_text){NULL, 0} : changes[0].key.tenant);
    assert_non_null(changes);
    of->commits++;
    add_number(of, n);
    for (size_t i = 0; i < n; i++) add_change(of, &changes[i]);
    const prap_status status = on->inner->commit(on->inner->user, changes, n, ret_each);
    for (size_t i = 0; i < n; i++) add_number(of, (uint64_t)(int64_t)ret_each[i]);
    return end(of, status);
}

static const prap_store *reopen(void *user) {
    begin('o', NULL, (prap_text){NULL, 0})->others++;
    trace.handles[0].inner = trace.host->conformance.reopen(user);
    return &trace.stores[0];
}

static prap_status fail_next(void *user, uint32_t nth) {
    struct calls *of = begin('f', NULL, (prap_text){NULL, 0});
    of->others++;
    add_number(of, nth);
    return end(of, trace.host->conformance.fail_next(user, nth));
}

static prap_status notices(void *user, const prap_key *key, prap_visit_outbox visit, void *visiting) {
    struct calls *of = begin('n', NULL, key->tenant);
    of->others++;
    add_text(of, key->case_id);
    return end(of, trace.host->conformance.notices(user, key, visit, visiting));
}

static prap_status columns(void *user, const prap_key *key, prap_conformance_columns *ret_columns) {
    struct calls *of = begin('i', NULL, key->tenant);
    of->others++;
    add_text(of, key->case_id);
    return end(of, trace.host->conformance.columns(user, key, ret_columns));
}

static prap_status hear(void *user, const prap_conformance_finding *finding) {
    (void)user;
    assert_int_equal(finding->size, sizeof *finding);
    transcript_add(trace.told, sizeof trace.told, "  told: %s %s check=%u\n",
                   prap_word_by_number(PRAP_WORDS_CONFORMANCE, finding->finding)->name,
                   prap_word_by_number(PRAP_WORDS_SEVERITY, finding->severity)->name, finding->check);
    return PRAP_OK;
}

static void write_calls(const struct calls *of) {
    char asked[PRAP_ID_BYTES + 16], answered[256];
    snprintf(asked, sizeof asked, "tenant '%s'", of->tenant);
    snprintf(answered, sizeof answered,
             "  loads=%u reads=%u scans=%u commits=%u changes=%u events=%u notices=%u others=%u sum=%016llx\n", of->loads,
             of->reads, of->scans, of->commits, of->changes, of->events, of->notices, of->others, (unsigned long long)of->sum);
    transcript(asked, answered);
}

enum brings { LOAD_AND_COMMIT, EVERYTHING };

static void open_trace(struct planted_host *host, enum brings brings, prap_conformance *ret_with) {
    memset(&trace, 0, sizeof trace);
    trace.host = host;
    for (unsigned i = 0; i < 2; i++) {
        trace.handles[i] = (struct handle){i + 1, i == 0 ? host->conformance.store : host->conformance.second};
        trace.stores[i] = (prap_store){sizeof trace.stores[i], &trace.handles[i], load, commit,
                                       brings == LOAD_AND_COMMIT ? NULL : read_journal, brings == LOAD_AND_COMMIT ? NULL : scan};
    }
    *ret_with = host->conformance;
    ret_with->prefix = (prap_text){"trace", 5};
    ret_with->store = &trace.stores[0];
    ret_with->second = brings == EVERYTHING ? &trace.stores[1] : NULL;
    ret_with->reopen = brings == EVERYTHING ? reopen : NULL;
    ret_with->fail_next = brings == EVERYTHING ? fail_next : NULL;
    ret_with->notices = brings == EVERYTHING ? notices : NULL;
    ret_with->columns = brings == EVERYTHING ? columns : NULL;
}

static void run(const char *name, enum brings brings, uint64_t seed, uint32_t flags) {
    static struct planted_host host;
    struct failing_allocator allocator;
    prap_conformance_report report = {.size = sizeof report};
    prap_conformance with;
    char answered[4608];
    failing_allocator_init(&allocator);
    planted_host_open(&host, PLANTED_SOUND, PLANTED_SOUND, &allocator.interface);
    open_trace(&host, brings, &with);
    assert_int_equal(prap_conformance_run(&with, seed, flags, hear, NULL, &report, NULL), PRAP_OK);
    planted_host_close(&host);
    assert_int_equal(report.size, sizeof report);
    assert_int_equal(allocator.outstanding_bytes, 0);
    for (size_t i = 0; i < trace.n; i++) write_calls(&trace.calls[i]);
    snprintf(answered, sizeof answered, "%s  breaches=%u unchecked=%u checks=%u calls=%llu commits=%llu sum=%016llx\n", trace.told,
             report.breaches, report.unchecked, report.checks, (unsigned long long)report.calls,
             (unsigned long long)report.commits, (unsigned long long)trace.sum);
    transcript(name, answered);
}

static void the_same_seed_makes_the_same_calls(void **state) {
    (void)state;
    run("a host that brings everything", EVERYTHING, 1, 0);
    run("a host that brings load and commit", LOAD_AND_COMMIT, UINT64_C(0x123456789abcdef), PRAP_CONFORMANCE_SPARE_EMPTY_TENANT);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_seed_makes_the_same_calls),
    };
    return transcript_end(cmocka_run_group_tests_name("conformance-trace", tests, NULL, NULL), argc, argv);
}
