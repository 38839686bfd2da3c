/* conforms-test.c: the conformance kit over a store that libprap brings: nothing is wrong with it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "failing-allocator.h"
#include "prap/conformance.h"
#include "prap/vocabulary.h"
#include "store-kit.h"

#ifdef KIT_POSTGRESQL
typedef prap_postgresql_notice kit_notice;
static prap_status visit_notices(kit_store *store, const prap_key *key, prap_postgresql_visit_notice visit, void *user) {
    const prap_postgresql_notice after = {.size = sizeof after, .key = *key}; /* no notice is of sequence 0 */
    return prap_postgresql_notices(store, &after, 64, visit, user, NULL);
}
#else
typedef prap_sqlite_notice kit_notice;
static prap_status visit_notices(kit_store *store, const prap_key *key, prap_sqlite_visit_notice visit, void *user) {
    (void)key;
    return prap_sqlite_notices(store, 0, UINT32_MAX, visit, user, NULL);
}
#endif

struct opened {
    kit_store *first;
    kit_store *second;
    uint32_t unchecked[16];
    uint32_t n_unchecked;
};

static prap_status hear(void *user, const prap_conformance_finding *finding) {
    struct opened *opened = user;
    const prap_word *word = prap_word_by_number(PRAP_WORDS_CONFORMANCE, finding->finding);
    if (finding->severity == PRAP_SEVERITY_NOTICE) {
        opened->unchecked[opened->n_unchecked++] = finding->finding;
        return PRAP_OK;
    }
    print_error("%s: %s (%s), wanted %d, got %d, at %d\n", word->name, word->meaning,
                prap_word_by_number(PRAP_WORDS_CONFORMANCE_CHECK, finding->check)->name, finding->wanted, finding->got,
                (int)finding->sequence);
    return PRAP_OK;
}

static const prap_store *reopen(void *user) {
    struct opened *opened = user;
    kit_close(opened->first);
    kit_close(opened->second);
    opened->second = NULL;
    opened->first = kit_open("a.db", 0);
    return kit_callbacks(opened->first);
}

struct visiting {
    const prap_key *key;
    prap_visit_outbox visit;
    void *visiting;
};

static bool is_of(const prap_key *one, const prap_key *other) {
    return one->tenant.n == other->tenant.n && one->case_id.n == other->case_id.n &&
           (one->tenant.n == 0 || memcmp(one->tenant.bytes, other->tenant.bytes, one->tenant.n) == 0) &&
           memcmp(one->case_id.bytes, other->case_id.bytes, one->case_id.n) == 0;
}

static prap_status pass_on(void *user, const kit_notice *notice) {
    const struct visiting *on = user;
    if (!is_of(&notice->key, on->key)) return PRAP_OK;
    const prap_notice_record record = {.size = sizeof record,
                                       .sequence = notice->sequence,
                                       .ordinal = notice->ordinal,
                                       .notice = notice->notice,
                                       .recipient = notice->recipient,
                                       .due = notice->due};
    return on->visit(on->visiting, &record);
}

static prap_status notices(void *user, const prap_key *key, prap_visit_outbox visit, void *visiting) {
    const struct opened *opened = user;
    struct visiting on = {key, visit, visiting};
    return visit_notices(opened->first, key, pass_on, &on);
}

static void the_store_keeps_the_contract(void **state) {
    (void)state;
    struct failing_allocator allocator;
    failing_allocator_init(&allocator);
    struct opened opened = {.first = kit_open("a.db", KIT_CREATE), .second = kit_open("a.db", 0)};
    const prap_conformance host = {.size = sizeof host,
                                   .user = &opened,
                                   .allocator = &allocator.interface,
                                   .store = kit_callbacks(opened.first),
                                   .second = kit_callbacks(opened.second),
                                   .prefix = {"kit", 3},
                                   .reopen = reopen,
                                   .notices = notices};
    for (uint64_t seed = 1; seed <= 2; seed++) { /* the second time beside what the first left */
        prap_conformance_report report = {.size = sizeof report};
        prap_conformance with = host;
        opened.n_unchecked = 0;
        with.store = kit_callbacks(opened.first);
        with.second = seed == 1 ? host.second : NULL;
        assert_int_equal(prap_conformance_run(&with, seed, 0, hear, &opened, &report, NULL), PRAP_OK);
        assert_int_equal(report.breaches, 0);
        assert_int_equal(report.unchecked, seed == 1 ? 2 : 3); /* columns, failures; and the second handle */
        assert_int_equal(report.unchecked, opened.n_unchecked);
        assert_true(report.commits > 600);
        with.store = kit_callbacks(opened.first); /* which was opened again */
        with.second = NULL;
        assert_int_equal(prap_conformance_run(&with, seed, 0, hear, &opened, &report, NULL), PRAP_E_ID_REUSED);
    }
    assert_int_equal(kit_check(opened.first, NULL), PRAP_OK);
    kit_close(opened.first);
    assert_int_equal(allocator.outstanding_bytes, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {KIT_TEST(the_store_keeps_the_contract)};
    return cmocka_run_group_tests_name(KIT_NAME "/conforms", tests, NULL, NULL);
}
