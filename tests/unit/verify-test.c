/*
 * verify-test.c: a store that holds what was written, and every way in which it may not.
 */
#include "journal-bytes.h"
#include "record-bytes.h"

#define FAULT(NAME) PRAP_VERIFY_FAULT_##NAME

enum { PAGE = 16 }; /* events that are asked for at a time (PRAPI_PAGE_ROWS) */

struct seen {
    unsigned n;
    uint32_t faults[512];
    uint64_t sequences[512];
    uint32_t severities[512];
    char case_id[8];
    prap_status stop_with;
};

static prap_status see(void *user, const prap_verify_fault *fault) {
    struct seen *seen = user;
    assert_int_equal(fault->size, sizeof *fault);
    assert_non_null(prap_word_by_number(PRAP_WORDS_VERIFY_FAULT, fault->fault));
    seen->faults[seen->n] = fault->fault;
    seen->sequences[seen->n] = fault->sequence;
    seen->severities[seen->n] = fault->severity;
    memcpy(seen->case_id, fault->case_id.bytes, fault->case_id.n);
    seen->case_id[fault->case_id.n] = '\0';
    seen->n++;
    return seen->stop_with;
}

static struct seen seen;

static prap_verify_report verify(const struct test_host *host, const char *case_id) {
    prap_verify_report report = {.size = sizeof report};
    seen = (struct seen){0};
    assert_int_equal(prap_engine_verify(host->engine, test_text(""), test_text(case_id), see, &seen, &report, NULL),
                     PRAP_OK);
    assert_int_equal(seen.n, report.faults + report.notices);
    return report;
}

static void assert_fault(unsigned i, uint32_t fault, uint64_t sequence) {
    assert_true(i < seen.n);
    assert_int_equal(seen.faults[i], fault);
    assert_int_equal(seen.sequences[i], sequence);
}

/* A: received, accepted, three attempts, one of them voided; B: received. */
static void open_two(struct test_host *host) {
    test_host_open(host, NULL, 0);
    const prap_command first = received("A"), second = accepted("A"), other = received("B");
    submit_permitted(host, &first);
    submit_permitted(host, &second);
    for (int i = 0; i < 3; i++) {
        const prap_command attempt = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 10));
        submit_permitted(host, &attempt);
    }
    prap_command undo = test_command("A", PRAP_EVENT_ENTRY_VOIDED, test_day(2023, 5, 11));
    const prap_fact voids = {PRAP_FACT_VOIDS, PRAP_VALUE_NUMBER, 4};
    undo.facts = &voids;
    undo.n_facts = 1;
    submit_permitted(host, &undo);
    submit_permitted(host, &other);
}

static void a_sound_store_has_no_fault(void **state) {
    (void)state;
    struct test_host host;
    open_two(&host);
    prap_verify_report report = verify(&host, "");
    assert_int_equal(report.cases, 2);
    assert_int_equal(report.events, 7);
    assert_int_equal(report.faults + report.notices + report.damaged, 0);
    report = verify(&host, "A");
    assert_int_equal(report.cases, 1);
    assert_int_equal(report.events, 6);
    assert_int_equal(test_host_close(&host), 0);
}

/* A tenant's cases alone, and ids of which one begins as the other does. */
static void the_cases_of_a_tenant(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    static const char *const ids[] = {"AB", "B", "A", "ABC"};
    for (size_t i = 0; i < 4; i++) {
        prap_command command = received(ids[i]);
        submit_permitted(&host, &command);
        command.key.tenant = test_text("north");
        if (i < 2) submit_permitted(&host, &command);
    }
    assert_int_equal(verify(&host, "").cases, 4);
    prap_verify_report report = {.size = sizeof report};
    assert_int_equal(prap_engine_verify(host.engine, test_text("north"), test_text(""), see, &seen, &report, NULL),
                     PRAP_OK);
    assert_int_equal(report.cases, 2);
    assert_int_equal(report.events, 2);
    assert_int_equal(report.faults + report.notices + report.damaged, 0);
    assert_int_equal(test_host_close(&host), 0);
}

/* Every byte of the journal and the snapshot, each of its bits, changed once: noticed, with its place. */
static void every_flipped_bit_is_noticed(void **state) {
    (void)state;
    struct test_host host;
    open_two(&host);
    const prap_key key = test_key("A");
    for (uint64_t sequence = 0; sequence <= 6; sequence++) {
        const prap_bytes record = sequence == 0 ? memory_store_snapshot(host.store, key)
                                                : memory_store_event(host.store, key, sequence);
        uint8_t bytes[PRAP_SNAPSHOT_BYTES], sound[PRAP_SNAPSHOT_BYTES];
        const size_t n = record.n;
        memcpy(sound, record.bytes, n);
        for (size_t bit = 0; bit < 8 * n; bit++) {
            memcpy(bytes, sound, n);
            bytes[bit / 8] = (uint8_t)(bytes[bit / 8] ^ 1u << bit % 8);
            if (sequence == 0) memory_store_set_snapshot(host.store, key, (prap_bytes){bytes, n});
            else memory_store_set_event(host.store, key, sequence, (prap_bytes){bytes, n});
            const prap_verify_report report = verify(&host, "");
            assert_int_equal(report.damaged, 1);
            assert_int_equal(report.faults, 1);
            assert_int_equal(report.cases, 2);
            assert_int_equal(seen.sequences[0], sequence);
            assert_int_equal(seen.severities[0], PRAP_SEVERITY_BREACH);
            assert_string_equal(seen.case_id, "A");
        }
        if (sequence == 0) memory_store_set_snapshot(host.store, key, (prap_bytes){sound, n});
        else memory_store_set_event(host.store, key, sequence, (prap_bytes){sound, n});
    }
    assert_int_equal(verify(&host, "").faults, 0);
    assert_int_equal(test_host_close(&host), 0);
}

/* A record is cut, or another stands in its place: of the same case, of another one. */
static void records_that_stand_elsewhere(void **state) {
    (void)state;
    struct test_host host;
    open_two(&host);
    const prap_key a = test_key("A"), b = test_key("B");
    uint8_t room[PRAP_SNAPSHOT_BYTES];
    prap_bytes record = memory_store_event(host.store, a, 3);
    memcpy(room, record.bytes, record.n);
    memory_store_set_event(host.store, a, 4, (prap_bytes){room, record.n}); /* the third twice */
    assert_int_equal(verify(&host, "A").faults, 3);
    assert_fault(0, FAULT(SEQUENCE), 4);
    assert_fault(1, FAULT(CHAIN), 4);
    assert_fault(2, FAULT(CHAIN), 5);
    assert_int_equal(test_host_close(&host), 0);

    open_two(&host);
    record = memory_store_event(host.store, b, 1);
    memcpy(room, record.bytes, record.n);
    memory_store_set_event(host.store, a, 1, (prap_bytes){room, record.n}); /* another case's */
    assert_int_equal(verify(&host, "A").faults, 1);
    assert_fault(0, FAULT(EVENT_DAMAGED), 1);
    assert_int_equal(test_host_close(&host), 0);

    for (size_t n = 0; n < 40; n++) { /* of any length */
        open_two(&host);
        record = memory_store_event(host.store, a, 2);
        assert_true(record.n > 40);
        memcpy(room, record.bytes, n);
        memory_store_set_event(host.store, a, 2, (prap_bytes){room, n});
        assert_int_equal(verify(&host, "A").faults, 1);
        assert_fault(0, FAULT(EVENT_DAMAGED), 2);
        assert_int_equal(test_host_close(&host), 0);
    }
}

/* A journal that a careful hand has changed: each record is whole and names the one before it. */
static void a_resealed_journal_differs_from_its_snapshot(void **state) {
    (void)state;
    struct test_host host;
    open_two(&host);
    const prap_key key = test_key("A");
    prapi_event event = journal_event(&host, key, 1);
    event.on--;
    journal_replace(&host, key, event);
    assert_int_equal(verify(&host, "A").faults, 1);
    assert_fault(0, FAULT(SNAPSHOT_DIFFERS), 0);
    assert_int_equal(test_host_close(&host), 0);

    open_two(&host);
    event = journal_event(&host, key, 1);
    event.event = PRAP_EVENT_ACCEPT;
    journal_replace(&host, key, event);
    assert_int_equal(verify(&host, "A").faults, 1);
    assert_fault(0, FAULT(OPENING), 1);
    assert_int_equal(test_host_close(&host), 0);

    open_two(&host);
    event = journal_event(&host, key, 3);
    event.recorded -= 300;
    journal_replace(&host, key, event);
    assert_int_equal(verify(&host, "A").faults, 1);
    assert_fault(0, FAULT(ORDER), 3);
    assert_int_equal(test_host_close(&host), 0);

    for (int32_t target = 0; target <= 6; target++) { /* of the sixth entry: 2 to 5 can be voided */
        open_two(&host);
        journal_replace_by_void(&host, key, 6, target);
        const bool can = target >= 2 && target <= 5;
        verify(&host, "A");
        assert_fault(0, can && target != 4 ? FAULT(SNAPSHOT_DIFFERS) : FAULT(VOID), can ? 0 : 6);
        assert_int_equal(test_host_close(&host), 0);
        if (target == 3) target++; /* 4 is the one that it voids */
    }
}

static void voids_of_voids_and_too_many(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_key key = test_key("A");
    const prap_command first = received("A");
    submit_permitted(&host, &first);
    for (int i = 2; i <= 67; i++) {
        const prap_command attempt = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 9));
        submit_permitted(&host, &attempt);
    }
    for (int32_t n = 2; n <= 34; n++) journal_replace_by_void(&host, key, (uint64_t)n + 33, n);
    verify(&host, "A");
    assert_fault(0, FAULT(VOID), 67); /* one more than a case can have */
    journal_replace_by_void(&host, key, 66, 40);
    verify(&host, "A");
    assert_fault(0, FAULT(VOID), 66); /* of a void */
    journal_replace_by_void(&host, key, 66, 5);
    verify(&host, "A");
    assert_fault(0, FAULT(VOID), 66); /* of what is voided already */
    assert_int_equal(test_host_close(&host), 0);
}

/* Of case A: the version goes up by 7, or its last event is not pushed, or the store says that it is damaged. */
struct meddling {
    enum memory_store_call call;
    int32_t versions;
};

static void meddle(void *user, enum memory_store_call call, prap_row *row, uint8_t *record, size_t room) {
    const struct meddling *meddling = user;
    (void)record;
    (void)room;
    if (call == meddling->call) row->version = (uint64_t)((int64_t)row->version + meddling->versions);
}

static prap_verify_report verify_meddled(struct test_host *host, enum memory_store_call call, int32_t versions) {
    struct meddling meddling = {call, versions};
    const struct memory_store_trouble trouble = {.fault = MEMORY_STORE_ALTER, .nth = 1, .sticky = true,
                                                 .only = (uint32_t)call, .alter = meddle, .user = &meddling};
    memory_store_order(host->store, &trouble);
    const prap_verify_report report = verify(host, "A");
    memory_store_order(host->store, NULL);
    return report;
}

static void versions_that_do_not_agree(void **state) {
    (void)state;
    struct test_host host;
    open_two(&host);
    assert_int_equal(verify_meddled(&host, MEMORY_STORE_LOAD, 7).faults, 1);
    assert_fault(0, FAULT(VERSION), 0);
    verify_meddled(&host, MEMORY_STORE_READ, 1); /* the rows say 2 to 7, their records 1 to 6 */
    for (unsigned i = 0; i < 6; i++) assert_fault(i, FAULT(SEQUENCE), i + 2);
    const prap_key key = test_key("A");
    prap_bytes record = memory_store_snapshot(host.store, key);
    uint8_t later[PRAP_SNAPSHOT_BYTES];
    const size_t n = record.n;
    memcpy(later, record.bytes, n);
    const prap_command more = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 12));
    submit_permitted(&host, &more);
    memory_store_set_snapshot(host.store, key, (prap_bytes){later, n}); /* the snapshot of before */
    verify(&host, "A");
    assert_fault(seen.n - 1, FAULT(RUNS_ON), 7);
    assert_int_equal(test_host_close(&host), 0);

    open_two(&host); /* a snapshot of a longer journal */
    struct test_host longer;
    open_two(&longer);
    submit_permitted(&longer, &more);
    record = memory_store_snapshot(longer.store, key);
    memory_store_set_snapshot(host.store, key, record);
    verify(&host, "A");
    assert_fault(seen.n - 1, FAULT(CUT_SHORT), 7);
    assert_int_equal(test_host_close(&longer), 0);
    assert_int_equal(test_host_close(&host), 0);
}

static void a_store_that_gives_up_a_case(void **state) {
    (void)state;
    struct test_host host;
    open_two(&host);
    struct memory_store_trouble trouble = {.fault = MEMORY_STORE_STATUS_BEFORE, .nth = 1, .status = PRAP_E_DAMAGED,
                                           .only = MEMORY_STORE_READ};
    memory_store_order(host.store, &trouble);
    prap_verify_report report = verify(&host, "");
    assert_int_equal(report.cases, 2); /* the walk went on */
    assert_int_equal(report.damaged, 1);
    assert_fault(0, FAULT(STORE_DAMAGED), 1);
    trouble.only = MEMORY_STORE_LOAD;
    memory_store_order(host.store, &trouble);
    report = verify(&host, "A");
    assert_int_equal(report.damaged, 1);
    assert_fault(0, FAULT(STORE_DAMAGED), 0);
    /* What is not about a case ends it. */
    static const uint32_t calls[] = {MEMORY_STORE_READ, MEMORY_STORE_SCAN, MEMORY_STORE_LOAD};
    for (size_t i = 0; i < 3; i++) {
        prap_error error = {.size = sizeof error};
        trouble.only = calls[i];
        trouble.status = PRAP_FAIL;
        memory_store_order(host.store, &trouble);
        assert_int_equal(prap_engine_verify(host.engine, test_text(""), test_text(calls[i] == MEMORY_STORE_LOAD ? "A" : ""),
                                            NULL, NULL, &report, &error),
                         PRAP_FAIL);
        assert_int_equal(error.status, PRAP_FAIL);
    }
    trouble = (struct memory_store_trouble){.fault = MEMORY_STORE_STATUS_BEFORE, .nth = 2, .sticky = true,
                                            .status = PRAP_RETRY, .only = MEMORY_STORE_READ};
    memory_store_order(host.store, &trouble); /* between the reading and the comparing */
    assert_int_equal(prap_engine_verify(host.engine, test_text(""), test_text("A"), NULL, NULL, &report, NULL),
                     PRAP_RETRY);
    trouble.status = PRAP_E_DAMAGED;
    memory_store_order(host.store, &trouble);
    assert_int_equal(verify(&host, "A").faults, 1);
    assert_fault(0, FAULT(STORE_DAMAGED), 0);
    memory_store_order(host.store, &trouble); /* and without a visitor it is counted */
    assert_int_equal(prap_engine_verify(host.engine, test_text(""), test_text("A"), NULL, NULL, &report, NULL), PRAP_OK);
    assert_int_equal(report.faults, 1);
    memory_store_order(host.store, NULL);
    assert_int_equal(test_host_close(&host), 0);
}

/* Of scan: from the second time on, a case that does not come after the last. */
static void stand_still(void *user, enum memory_store_call call, prap_row *row, uint8_t *record, size_t room) {
    (void)record;
    (void)room;
    if (call == MEMORY_STORE_SCAN) row->case_id = test_text(user);
}

static void a_store_that_walks_in_circles(void **state) {
    (void)state;
    static char same[] = "AB", shorter[] = "A", before[] = "AA";
    char *const pushed[] = {same, shorter, before};
    for (size_t i = 0; i < 3; i++) {
        struct test_host host;
        test_host_open(&host, NULL, 0);
        const prap_command first = received("AB"), second = received("B");
        submit_permitted(&host, &first);
        submit_permitted(&host, &second);
        prap_verify_report report = {.size = sizeof report};
        const struct memory_store_trouble trouble = {.fault = MEMORY_STORE_ALTER, .nth = 2, .sticky = true,
                                                     .only = MEMORY_STORE_SCAN, .alter = stand_still, .user = pushed[i]};
        memory_store_order(host.store, &trouble);
        assert_int_equal(prap_engine_verify(host.engine, test_text(""), test_text(""), NULL, NULL, &report, NULL),
                         PRAP_E_HOST);
        assert_int_equal(report.cases, 1);
        memory_store_order(host.store, NULL);
        assert_int_equal(test_host_close(&host), 0);
    }
}

/* A store that leaves out one of its events, or gives its first ones whatever it is asked for. */
static struct {
    struct memory_store *store;
    uint64_t left_out;
    bool from_the_first;
    unsigned reads;
} wrong;

static prap_status read_wrongly(void *user, const prap_key *key, uint64_t from, uint32_t max, prap_sink *sink) {
    (void)user;
    uint32_t pushed = 0;
    if (++wrong.reads > 9) return PRAP_FAIL; /* it is asked on and on */
    for (uint64_t at = wrong.from_the_first ? 1 : from; at <= memory_store_version(wrong.store, *key) && pushed < max; at++) {
        const prap_row row = {.size = sizeof row, .version = at, .record = memory_store_event(wrong.store, *key, at)};
        if (at == wrong.left_out) continue;
        assert_int_equal(prap_sink_push(sink, &row), PRAP_OK);
        pushed++;
    }
    return PRAP_OK;
}

/* What verify says of A when its store reads like that. */
static prap_verify_report verify_read_wrongly(struct test_host *host, uint64_t left_out, bool from_the_first) {
    prap_store store = *host->host.store;
    const prap_store *sound = host->host.store;
    wrong.store = host->store;
    wrong.left_out = left_out;
    wrong.from_the_first = from_the_first;
    wrong.reads = 0;
    store.read = read_wrongly;
    host->host.store = &store;
    test_host_renew(host);
    const prap_verify_report report = verify(host, "A");
    host->host.store = sound;
    test_host_renew(host);
    return report;
}

static void an_event_that_is_left_out(void **state) {
    (void)state;
    struct test_host host;
    open_two(&host);
    assert_int_equal(verify_read_wrongly(&host, 0, false).faults, 0);
    for (uint64_t left_out = 1; left_out <= 6; left_out++) {
        const prap_verify_report report = verify_read_wrongly(&host, left_out, false);
        assert_int_equal(report.events, 5);
        assert_int_equal(report.faults, left_out == 6 ? 1 : 2);
        if (left_out == 6) {
            assert_fault(0, FAULT(CUT_SHORT), 6);
            continue;
        }
        assert_fault(0, FAULT(SEQUENCE), left_out + 1);
        if (left_out == 1) assert_fault(1, FAULT(OPENING), 2);
        else assert_fault(1, FAULT(CHAIN), left_out + 1);
    }
    assert_int_equal(test_host_close(&host), 0);
}

/* Full pages that lead nowhere: the one that does not go on is told of, and no more is asked for. */
static void a_store_that_reads_in_circles(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command first = received("A");
    submit_permitted(&host, &first);
    for (int i = 1; i < 2 * PAGE; i++) {
        const prap_command attempt = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 9));
        submit_permitted(&host, &attempt);
    }
    assert_int_equal(verify_read_wrongly(&host, 0, false).faults, 0);
    assert_int_equal(wrong.reads, 2 * 3); /* two full pages and an empty one; and again for what they amount to */
    assert_int_equal(verify_read_wrongly(&host, 0, true).events, 2 * PAGE);
    assert_int_equal(wrong.reads, 2);
    assert_fault(0, FAULT(SEQUENCE), 1);
    assert_fault(seen.n - 1, FAULT(CUT_SHORT), PAGE + 1);
    assert_int_equal(test_host_close(&host), 0);
}

/* A record that cannot be read is told of, and so is that it does not stand where its row says. */
static void a_damaged_record_in_the_wrong_place(void **state) {
    (void)state;
    struct test_host host;
    open_two(&host);
    const prap_key key = test_key("B");
    uint8_t room[PRAP_EVENT_BYTES];
    const prap_bytes record = memory_store_event(host.store, key, 1);
    memcpy(room, record.bytes, record.n);
    room[record.n - 1] ^= 1;
    memory_store_set_event(host.store, key, 1, (prap_bytes){room, record.n});
    struct meddling meddling = {MEMORY_STORE_READ, 3};
    const struct memory_store_trouble trouble = {.fault = MEMORY_STORE_ALTER, .nth = 1, .sticky = true,
                                                 .only = MEMORY_STORE_READ, .alter = meddle, .user = &meddling};
    memory_store_order(host.store, &trouble);
    verify(&host, "B");
    assert_fault(0, FAULT(EVENT_DAMAGED), 4);
    assert_fault(1, FAULT(SEQUENCE), 4);
    assert_fault(2, FAULT(RUNS_ON), 2);
    assert_int_equal(seen.n, 3);
    memory_store_order(host.store, NULL);
    assert_int_equal(test_host_close(&host), 0);
}

static void later_forms_are_told_apart(void **state) {
    (void)state;
    struct test_host host;
    open_two(&host);
    const prap_key key = test_key("A");
    for (uint64_t sequence = 0; sequence <= 3; sequence += 3) {
        prap_bytes record =
            sequence == 0 ? memory_store_snapshot(host.store, key) : memory_store_event(host.store, key, sequence);
        uint8_t room[PRAP_SNAPSHOT_BYTES];
        memcpy(room, record.bytes, record.n);
        room[5]++; /* the major number */
        record_reseal(room, record.n);
        if (sequence == 0) memory_store_set_snapshot(host.store, key, (prap_bytes){room, record.n});
        else memory_store_set_event(host.store, key, sequence, (prap_bytes){room, record.n});
        verify(&host, "A");
        assert_fault(0, sequence == 0 ? FAULT(SNAPSHOT_NEWER) : FAULT(EVENT_NEWER), sequence);
    }
    assert_int_equal(test_host_close(&host), 0);
}

/* Another rulebook or calendar, or none, is no damage; it is told once a case. */
static void other_judges_are_notices(void **state) {
    (void)state;
    struct test_host host;
    open_two(&host);
    struct memory_store *store = memory_store_copy(host.store);
    const prap_setting setting = {PRAP_POLICY_MIN_ATTEMPTS, 3};
    assert_int_equal(test_host_close(&host), 0);
    test_host_reopen(&host, store, &setting, 1);
    prap_verify_report report = verify(&host, "");
    assert_int_equal(report.damaged + report.faults, 0);
    assert_int_equal(report.notices, 2);
    assert_fault(0, FAULT(OTHER_RULEBOOK), 1);
    assert_int_equal(seen.severities[0], PRAP_SEVERITY_NOTICE);
    const prap_key key = test_key("A");
    prapi_event event = journal_event(&host, key, 2);
    event.calendar++;
    journal_replace(&host, key, event);
    verify(&host, "A");
    assert_fault(1, FAULT(OTHER_CALENDAR), 2);
    event.calendar--; /* the same days in another division */
    event.division = PRAP_DIVISION_SCOTLAND;
    journal_replace(&host, key, event);
    event = journal_event(&host, key, 3);
    event.calendar++;
    journal_replace(&host, key, event);
    report = verify(&host, "A");
    assert_int_equal(report.notices, 2);
    assert_fault(1, FAULT(OTHER_CALENDAR), 2);
    assert_int_equal(report.faults, 1); /* the snapshot knows the journal as it was */
    store = memory_store_copy(host.store);
    assert_int_equal(test_host_close(&host), 0);
    test_host_open_supplemented(&host, PRAP_PROGRAMME_WHP, NULL);
    host.host.store = memory_store_interface(store);
    test_host_renew(&host);
    report = verify(&host, "");
    assert_int_equal(report.notices, 2);
    assert_fault(0, FAULT(NO_RULEBOOK), 1);
    prap_engine_destroy(host.engine);
    host.engine = NULL;
    memory_store_destroy(store);
    assert_int_equal(test_host_close(&host), 0);
}

static void what_cannot_be_verified(void **state) {
    (void)state;
    struct test_host host;
    prap_store store;
    prap_verify_report report = {.size = sizeof report};
    open_without(&host, &store, true, false);
    prap_error *reterr = &host.error;
    const prap_text none = test_text("");
    static const char too_long[] = "0123456789012345678901234567890123456789012345678901234567890123456789";
    assert_error(&host, prap_engine_verify(NULL, none, none, see, NULL, &report, reterr), PRAP_E_NULL, "");
    assert_error(&host, prap_engine_verify(host.engine, none, none, see, NULL, NULL, reterr), PRAP_E_NULL, "");
    report.size = 4;
    assert_error(&host, prap_engine_verify(host.engine, none, none, see, NULL, &report, reterr), PRAP_E_SIZE, "report");
    report.size = sizeof report;
    assert_error(&host, prap_engine_verify(host.engine, test_text(too_long), none, see, NULL, &report, reterr),
                 PRAP_E_TEXT, "tenant");
    assert_error(&host, prap_engine_verify(host.engine, none, test_text(too_long), see, NULL, &report, reterr),
                 PRAP_E_TEXT, "case");
    assert_int_equal(prap_engine_verify(host.engine, none, none, see, NULL, &report, reterr), PRAP_E_NO_SCAN);
    assert_error(&host, prap_engine_verify(host.engine, none, test_text("A"), see, NULL, &report, reterr),
                 PRAP_E_NO_CASE, "case");
    assert_int_equal(test_host_close(&host), 0);
    open_without(&host, &store, false, true);
    assert_int_equal(prap_engine_verify(host.engine, none, none, see, NULL, &report, reterr), PRAP_E_NO_READ);
    assert_int_equal(test_host_close(&host), 0);
}

struct calling {
    prap_engine *engine;
    prap_status inner;
};

static prap_status call_back(void *user, const prap_verify_fault *fault) {
    struct calling *calling = user;
    prap_verify_report report = {.size = sizeof report};
    (void)fault;
    calling->inner = prap_engine_verify(calling->engine, test_text(""), test_text(""), NULL, NULL, &report, NULL);
    return PRAP_FAIL;
}

static void a_visit_ends_it_and_cannot_call_back(void **state) {
    (void)state;
    struct test_host host;
    open_two(&host);
    for (int i = 0; i < 2; i++) {
        const prap_key key = test_key(i == 0 ? "A" : "B");
        prap_bytes record = memory_store_event(host.store, key, 1);
        uint8_t room[PRAP_EVENT_BYTES];
        memcpy(room, record.bytes, record.n);
        room[record.n - 1] ^= 1;
        memory_store_set_event(host.store, key, 1, (prap_bytes){room, record.n});
    }
    struct calling calling = {host.engine, PRAP_OK};
    prap_verify_report report = {.size = sizeof report};
    assert_int_equal(prap_engine_verify(host.engine, test_text(""), test_text(""), call_back, &calling, &report, NULL),
                     PRAP_FAIL);
    assert_int_equal(calling.inner, PRAP_E_REENTRY);
    assert_int_equal(report.cases, 1);
    assert_int_equal(report.faults, 1);
    assert_int_equal(verify(&host, "").damaged, 2);
    assert_int_equal(test_host_close(&host), 0);
}

/* A journal of more than a page, of which the first record is damaged; and one of which another rulebook judged. */
static void a_visit_ends_it_in_the_middle_of_a_case(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command first = received("A");
    submit_permitted(&host, &first);
    for (int i = 0; i < 80; i++) {
        const prap_command attempt = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 9));
        submit_permitted(&host, &attempt);
    }
    assert_int_equal(verify(&host, "A").events, 81);
    const prap_key key = test_key("A");
    const prap_bytes record = memory_store_event(host.store, key, 1);
    uint8_t room[PRAP_EVENT_BYTES], sound[PRAP_EVENT_BYTES];
    const size_t n = record.n;
    memcpy(sound, record.bytes, n);
    memcpy(room, record.bytes, n);
    room[n - 1] ^= 1;
    memory_store_set_event(host.store, key, 1, (prap_bytes){room, n});
    prap_verify_report report = {.size = sizeof report};
    seen = (struct seen){.stop_with = PRAP_FAIL};
    assert_int_equal(prap_engine_verify(host.engine, test_text(""), key.case_id, see, &seen, &report, NULL), PRAP_FAIL);
    assert_int_equal(report.events, 1);
    assert_int_equal(seen.n, 1);
    memory_store_set_event(host.store, key, 1, (prap_bytes){sound, n});

    prapi_event event = journal_event(&host, key, 81); /* the last of its page */
    event.rulebook++;
    event.on--;
    journal_replace(&host, key, event);
    seen = (struct seen){.stop_with = PRAP_FAIL};
    assert_int_equal(prap_engine_verify(host.engine, test_text(""), key.case_id, see, &seen, &report, NULL), PRAP_FAIL);
    assert_fault(0, FAULT(OTHER_RULEBOOK), 81);
    assert_int_equal(seen.n, 1); /* and the snapshot, which differs, is not looked at */
    assert_int_equal(report.events, 81);
    assert_int_equal(report.damaged + report.faults, 0);
    assert_int_equal(verify(&host, "A").faults, 1);
    assert_fault(1, FAULT(SNAPSHOT_DIFFERS), 0);
    assert_int_equal(test_host_close(&host), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sound_store_has_no_fault),
        cmocka_unit_test(the_cases_of_a_tenant),
        cmocka_unit_test(every_flipped_bit_is_noticed),
        cmocka_unit_test(records_that_stand_elsewhere),
        cmocka_unit_test(a_resealed_journal_differs_from_its_snapshot),
        cmocka_unit_test(voids_of_voids_and_too_many),
        cmocka_unit_test(versions_that_do_not_agree),
        cmocka_unit_test(a_store_that_gives_up_a_case),
        cmocka_unit_test(a_store_that_walks_in_circles),
        cmocka_unit_test(an_event_that_is_left_out),
        cmocka_unit_test(a_store_that_reads_in_circles),
        cmocka_unit_test(a_damaged_record_in_the_wrong_place),
        cmocka_unit_test(later_forms_are_told_apart),
        cmocka_unit_test(other_judges_are_notices),
        cmocka_unit_test(what_cannot_be_verified),
        cmocka_unit_test(a_visit_ends_it_and_cannot_call_back),
        cmocka_unit_test(a_visit_ends_it_in_the_middle_of_a_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
