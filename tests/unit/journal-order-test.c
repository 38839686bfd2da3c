/*
 * journal-order-test.c: a journal is followed entry by entry: each has the next sequence, under which its store has it, names
 * the checksum of the one before and was not recorded before it. A store that gives anything else is damaged, however well
 * each of its records is sealed; and so is one that gives less when it is asked again.
 */
#include "engine-cases.h"
#include "referral/record.h"

enum { ROWS = 4, ANY_CHAIN = 7 };

struct entry {
    uint64_t version;  /* under which the store has it; 0: there is none */
    uint64_t sequence; /* that its record says */
    uint32_t off;      /* what its chain is wrong by */
    int32_t later;     /* days after the first on which it was recorded */
};

/* A store that has these entries, whatever it is asked for. */
struct journal {
    struct entry entries[ROWS];
    unsigned reads;
    unsigned short_of; /* so many entries fewer from the second walk on */
};

static prap_status read_entries(void *user, const prap_key *key, uint64_t from, uint32_t max, prap_sink *sink) {
    struct journal *journal = user;
    uint32_t chain = 0;
    size_t left = ROWS - (journal->reads > 0 ? journal->short_of : 0);
    if (from == 1) journal->reads++;
    for (size_t i = 0; i < left && journal->entries[i].version != 0 && max > 0; i++) {
        const struct entry *entry = &journal->entries[i];
        uint8_t record[PRAP_EVENT_BYTES];
        char id[] = {'i', (char)('0' + i), '\0'};
        prapi_event event = {.programme = PRAP_PROGRAMME_IPES,
                             .event = i == 0 ? PRAP_EVENT_REFERRAL_RECEIVED : PRAP_EVENT_CONTACT_ATTEMPTED,
                             .on = test_day(2023, 5, 5),
                             .recorded = test_day(2023, 5, 5) + entry->later,
                             .sequence = entry->sequence,
                             .chain = chain + entry->off,
                             .to = PRAP_STATE_RECEIVED,
                             .feed = PRAP_FEED_NOT_OPEN};
        prap_row row = {.size = sizeof row, .version = entry->version, .case_id = key->case_id, .id = {id, 2}};
        prapi_event_encode(&event, prapi_key_hash(key), record, &row.record.n, &chain);
        row.record.bytes = record;
        if (entry->version < from) continue;
        const prap_status status = prap_sink_push(sink, &row);
        if (status != PRAP_OK) return status == PRAP_E_LIMIT ? PRAP_OK : status;
        max--;
    }
    return PRAP_OK;
}

static prap_status history_of(struct journal *journal) {
    struct test_host host;
    prap_store store;
    open_without(&host, &store, true, true);
    store.read = read_entries;
    store.user = journal;
    host.host.store = &store;
    test_host_renew(&host);
    const prap_key key = test_key("A");
    const prap_status status = prap_engine_history(host.engine, &key, test_day(2023, 6, 1), pass_event, NULL, NULL);
    assert_int_equal(test_host_close(&host), 0);
    return status;
}

static void each_entry_follows_the_last(void **unused) {
    (void)unused;
    static const struct {
        struct journal journal;
        prap_status status;
    } rows[] = {
        {{{{1, 1, 0, 0}, {2, 2, 0, 0}, {3, 3, 0, 1}, {4, 4, 0, 1}}, 0, 0}, PRAP_OK},
        {{{{1, 1, 0, 5}}, 0, 0}, PRAP_OK},
        {{{{1, 1, 0, 0}, {2, 3, 0, 0}}, 0, 0}, PRAP_E_DAMAGED}, /* the record says another sequence than the store */
        {{{{1, 1, 0, 0}, {3, 2, 0, 0}}, 0, 0}, PRAP_E_DAMAGED},
        {{{{1, 1, 0, 0}, {3, 3, 0, 0}}, 0, 0}, PRAP_E_DAMAGED}, /* one is left out, */
        {{{{2, 2, 0, 0}, {3, 3, 0, 0}}, 0, 0}, PRAP_E_DAMAGED}, /*   or the first, */
        {{{{1, 1, 0, 0}, {2, 2, 0, 0}, {2, 2, 0, 0}}, 0, 0}, PRAP_E_DAMAGED}, /* or is there twice */
        {{{{1, 1, 0, 0}, {2, 2, 1, 0}}, 0, 0}, PRAP_E_DAMAGED}, /* another checksum than that of the one before; */
        {{{{1, 1, ANY_CHAIN, 0}}, 0, 0}, PRAP_E_DAMAGED},       /*   the first names none */
        {{{{1, 1, 0, 2}, {2, 2, 0, 1}}, 0, 0}, PRAP_E_DAMAGED}, /* recorded before the one before */
        {{{{1, 1, 0, 1}, {2, 2, 0, 2}, {3, 3, 0, 1}}, 0, 0}, PRAP_E_DAMAGED},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct journal journal = rows[i].journal;
        const prap_status status = history_of(&journal);
        if (status != rows[i].status) fail_msg("journal %zu: %d", i, (int)status);
    }
}

/* A history is walked twice, so that each entry is shown with what voids it. */
static void what_was_read_once_is_there_again(void **unused) {
    (void)unused;
    for (unsigned short_of = 0; short_of < 3; short_of++) {
        struct journal journal = {{{1, 1, 0, 0}, {2, 2, 0, 0}, {3, 3, 0, 0}, {4, 4, 0, 0}}, 0, short_of};
        assert_int_equal(history_of(&journal), short_of == 0 ? PRAP_OK : PRAP_E_DAMAGED);
        assert_int_equal(journal.reads, 2);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_entry_follows_the_last),
        cmocka_unit_test(what_was_read_once_is_there_again),
    };
    return cmocka_run_group_tests_name("journal order", tests, NULL, NULL);
}
