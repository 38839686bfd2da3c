/* engine-rivals-test.c: what becomes of a commit when others commit too, or when nobody can say whether it
 * happened. */
#include "engine-cases.h"
#include "rival.h"

static void a_conflict_is_decided_anew(void **state) {
    (void)state;
    struct test_host host, other;
    test_host_open(&host, NULL, 0);
    test_host_reopen(&other, host.store, NULL, 0);
    const prap_command first = received("A"), accept = accepted("A");
    const prap_command reject = test_command("A", PRAP_EVENT_REJECT, test_day(2023, 5, 9));
    submit_permitted(&host, &first);
    struct rival rival = {&other, &accept, MEMORY_STORE_COMMIT, 0, 1, 1};
    memory_store_listen(host.store, interfere, &rival);
    assert_int_equal(test_host_submit(&host, &reject), PRAP_OK);
    assert_int_equal(test_host_summary(&host)->verdict, PRAP_VERDICT_REFUSED); /* it is acknowledged by now */
    assert_int_equal(test_host_summary(&host)->version, 2);
    assert_int_equal(memory_store_stage(host.store, test_key("A")), PRAP_STATE_ACCEPTED);
    memory_store_listen(host.store, NULL, NULL);
    close_rival(&other);
    assert_int_equal(test_host_close(&host), 0);
}

static void a_conflict_for_ever_is_given_up(void **state) {
    (void)state;
    struct test_host host, other;
    test_host_open(&host, NULL, 0);
    test_host_reopen(&other, host.store, NULL, 0);
    const prap_command first = received("A");
    const prap_command attempt = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 9));
    submit_permitted(&host, &first);
    struct rival rival = {&other, &attempt, MEMORY_STORE_COMMIT, 0, 1000, 1};
    memory_store_listen(host.store, interfere, &rival);
    assert_error(&host, test_host_submit(&host, &attempt), PRAP_CONFLICT, "store");
    const unsigned tries = 1000 - rival.times;
    assert_in_range(tries, 2, 100);
    assert_int_equal(memory_store_version(host.store, test_key("A")), 1 + tries);
    memory_store_listen(host.store, NULL, NULL);
    close_rival(&other);
    assert_int_equal(test_host_close(&host), 0);
}

/* The commit's outcome is unknown, and before it can be looked into, somebody else has gone on by n events.
 */
static void find_out(bool happened, bool read, unsigned n, prap_status status, uint64_t version) {
    struct test_host host, other;
    prap_store store;
    open_without(&host, &store, read, true);
    test_host_reopen(&other, host.store, NULL, 0);
    const prap_command first = received("A"), accept = accepted("A");
    const prap_command attempt = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 9));
    submit_permitted(&host, &first);
    struct memory_store_trouble trouble = {.nth = 1, .only = MEMORY_STORE_COMMIT, .status = PRAP_UNKNOWN};
    trouble.fault = happened ? MEMORY_STORE_STATUS_AFTER : MEMORY_STORE_STATUS_BEFORE;
    memory_store_order(host.store, &trouble);
    struct rival rival = {&other, &attempt, MEMORY_STORE_LOAD,
                          1,      1,        n}; /* our second load is the one that looks */
    memory_store_listen(host.store, interfere, &rival);
    const prap_status got = test_host_submit(&host, &accept);
    assert_int_equal(got, status);
    memory_store_listen(host.store, NULL, NULL);
    assert_int_equal(memory_store_version(host.store, test_key("A")), version);
    if (status == PRAP_OK)
        assert_int_equal(memory_store_stage(host.store, test_key("A")), PRAP_STATE_ACCEPTED);
    close_rival(&other);
    assert_int_equal(test_host_close(&host), 0);
}

static void an_unknown_outcome_is_found_out(void **state) {
    (void)state;
    find_out(true, true, 0, PRAP_OK, 2);
    find_out(false, true, 0, PRAP_OK, 2);
    find_out(true, true, 1, PRAP_OK, 3);
    find_out(false, true, 1, PRAP_OK, 3);
    find_out(false, true, 2, PRAP_OK, 4);
    /* Without a journal to read: known as long as nobody went past our place. */
    find_out(true, false, 0, PRAP_OK, 2);
    find_out(false, false, 1, PRAP_OK, 3);
    find_out(true, false, 1, PRAP_UNKNOWN, 3);
    find_out(false, false, 2, PRAP_UNKNOWN, 3);
}

/* A store whose commit takes effect, lets a rival in, and says UNKNOWN; and which then reads as it is told
 * to. */
struct unsure {
    const prap_store *real;
    enum unsure_read { READ_FAILS, READ_NOTHING, READ_FOREIGN, READ_ANOTHER } read;
    struct test_host *rival;
    const prap_command *rivals;
    struct memory_store *store;
};

static prap_status unsure_load(void *user, const prap_key *key, prap_sink *sink) {
    const struct unsure *unsure = user;
    return unsure->real->load(unsure->real->user, key, sink);
}

static prap_status unsure_commit(void *user, const prap_change *changes, size_t n, prap_status *ret_each) {
    const struct unsure *unsure = user;
    assert_int_equal(unsure->real->commit(unsure->real->user, changes, n, ret_each), PRAP_OK);
    assert_int_equal(test_host_submit(unsure->rival, unsure->rivals), PRAP_OK);
    return PRAP_UNKNOWN;
}

static prap_status unsure_read(void *user, const prap_key *key, uint64_t from, uint32_t max,
                               prap_sink *sink) {
    const struct unsure *unsure = user;
    static const uint8_t foreign[] = "not ours";
    prap_row row = {.size = sizeof row, .version = from, .record = {foreign, sizeof foreign}};
    assert_true(max > 0);
    switch (unsure->read) {
    case READ_FAILS:
        return PRAP_FAIL;
    case READ_NOTHING:
        return PRAP_OK;
    case READ_FOREIGN:
        break;
    case READ_ANOTHER:
        row.record = memory_store_event(unsure->store, *key, 1);
        break;
    }
    return prap_sink_push(sink, &row);
}

/* The journal that would tell cannot be read: the outcome stays unknown. */
static void what_cannot_be_read_stays_unknown(void **state) {
    (void)state;
    for (int read = READ_FAILS; read <= READ_ANOTHER; read++) {
        struct test_host host, other;
        test_host_open(&host, NULL, 0);
        test_host_reopen(&other, host.store, NULL, 0);
        const prap_command first = received("A"), accept = accepted("A");
        const prap_command attempt = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 9));
        submit_permitted(&host, &first);
        /* The engine's own store calls go through a store that says UNKNOWN after the effect, and then reads
         * badly. */
        struct unsure unsure = {memory_store_interface(host.store), (enum unsure_read)read, &other, &attempt,
                                host.store};
        const prap_store store = {sizeof store, &unsure, unsure_load, unsure_commit, unsure_read, NULL};
        host.host.store = &store;
        test_host_renew(&host);
        if (read == READ_ANOTHER) {
            /* Whole, but not of our place: ours is not there, so it is tried again, and found to be done. */
            assert_int_equal(test_host_submit(&host, &accept), PRAP_OK);
        } else {
            assert_error(&host, test_host_submit(&host, &accept), PRAP_UNKNOWN, "store");
        }
        assert_int_equal(memory_store_version(host.store, test_key("A")), 3);
        close_rival(&other);
        assert_int_equal(test_host_close(&host), 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_conflict_is_decided_anew),
        cmocka_unit_test(a_conflict_for_ever_is_given_up),
        cmocka_unit_test(an_unknown_outcome_is_found_out),
        cmocka_unit_test(what_cannot_be_read_stays_unknown),
    };
    return cmocka_run_group_tests_name("engine rivals", tests, NULL, NULL);
}
