/* record-test.c: events and snapshots as canonical bytes (record.h): what is written comes back. */
#include "record-samples.h"

static void an_event_comes_back(void **unused) {
    (void)unused;
    const prapi_event event = an_event();
    uint8_t room[PRAP_EVENT_BYTES];
    size_t n;
    uint32_t chain, chain_again;
    prapi_event_encode(&event, KEY, room, &n, &chain);
    prapi_event decoded = {.event = 0};
    assert_int_equal(prapi_event_decode((prap_bytes){room, n}, KEY, &decoded, &chain_again), PRAP_OK);
    assert_memory_equal(&decoded, &event, sizeof event);
    assert_int_equal(chain, chain_again);
}

static void a_case_comes_back(void **unused) {
    (void)unused;
    const prapi_case state = a_case();
    const struct bytes bytes = encode_case(&state);
    prapi_case decoded = {.stage = 0};
    assert_int_equal(prapi_case_decode((prap_bytes){bytes.room, bytes.n}, KEY, &decoded), PRAP_OK);
    assert_memory_equal(&decoded, &state, sizeof state);
}

/* The i-th day that a case remembers, or NULL past the last (case-days.def). */
static prap_day *case_day(prapi_case *state, size_t i) {
    prap_day *const days[] = {
#define X(TAG, MEMBER) &state->MEMBER,
#include "referral/case-days.def"
#undef X
    };
    return i < sizeof days / sizeof *days ? days[i] : NULL;
}

/* Every field with a value of its own: none is forgotten, none taken for another. */
static void every_field_comes_back(void **unused) {
    (void)unused;
    prapi_event event = an_event();
    event.reason = PRAP_OPTION_HOSPITAL;
    event.breaches = 3;
    event.rulebook = 4;
    event.calendar = 5;
    event.division = PRAP_DIVISION_SCOTLAND;
    event.stays = 1;
    for (uint32_t i = 0; i < PRAPI_BROKE; i++)
        event.broke[i] = (uint8_t)prap_word_at(PRAP_WORDS_REASON, i)->number;
    for (uint32_t i = 1; i < PRAPI_REGION_END; i++)
        event.regions[i] = (uint8_t)prap_word_at(prapi_region_words(i), 0)->number;
    const struct bytes record = encode_event(&event);
    prapi_event decoded_event = {.event = 0};
    uint32_t chain;
    assert_int_equal(prapi_event_decode((prap_bytes){record.room, record.n}, KEY, &decoded_event, &chain),
                     PRAP_OK);
    assert_memory_equal(&decoded_event, &event, sizeof event);

    prapi_case state = a_case();
    state.stage = PRAP_STATE_LEFT;
    state.feed = PRAP_FEED_CLOSED;
    state.version = 300;
    state.chain = UINT32_MAX;
    state.recorded = 19499;
    for (size_t i = 0; case_day(&state, i) != NULL; i++)
        *case_day(&state, i) = 19500 + (prap_day)i;
    for (uint32_t i = 1; i < PRAPI_REGION_END; i++) {
        const uint32_t words = prapi_region_words(i);
        state.regions[i] = (uint8_t)prap_word_at(words, prap_word_count(words) - 1)->number;
    }
    state.reason = PRAP_OPTION_DNS;
    state.attempts = 11;
    state.attempts_failed = 12;
    state.attempts_unsure = 13;
    state.breaches = 14;
    const struct bytes snapshot = encode_case(&state);
    prapi_case decoded_case = {.stage = 0};
    assert_int_equal(prapi_case_decode((prap_bytes){snapshot.room, snapshot.n}, KEY, &decoded_case), PRAP_OK);
    assert_memory_equal(&decoded_case, &state, sizeof state);
}

/* The sizes of host.h are promised to stores: the longest record that can be written must fit. */
static void the_longest_records_fit(void **unused) {
    (void)unused;
    prapi_event event = {.programme = UINT32_MAX,
                         .event = UINT32_MAX,
                         .on = INT32_MIN + 1,
                         .recorded = INT32_MIN + 1,
                         .sequence = UINT64_MAX,
                         .chain = UINT32_MAX,
                         .to = UINT32_MAX,
                         .feed = UINT32_MAX,
                         .reason = UINT32_MAX,
                         .breaches = UINT32_MAX,
                         .rulebook = UINT32_MAX,
                         .calendar = UINT32_MAX,
                         .division = UINT32_MAX,
                         .stays = 1};
    prapi_case state = {.programme = UINT32_MAX,
                        .stage = UINT32_MAX,
                        .feed = UINT32_MAX,
                        .version = UINT64_MAX,
                        .chain = UINT32_MAX,
                        .recorded = INT32_MIN + 1,
                        .reason = UINT32_MAX,
                        .attempts = UINT32_MAX,
                        .attempts_failed = UINT32_MAX,
                        .attempts_unsure = UINT32_MAX,
                        .breaches = UINT32_MAX};
    for (size_t i = 0; case_day(&state, i) != NULL; i++)
        *case_day(&state, i) = INT32_MIN + 1;
    memset(event.broke, UINT8_MAX, sizeof event.broke);
    memset(event.regions, UINT8_MAX, sizeof event.regions);
    memset(state.regions, UINT8_MAX, sizeof state.regions);
    /* Every fact is kept, also one that nothing follows from: shows IPES-3.81. */
    for (uint32_t fact = 1; fact < PRAPI_FACT_END; fact++) {
        prapi_say(&event.facts, event.said, fact, (prapi_said){PRAP_VALUE_OPTION, INT32_MIN});
        prapi_say(&state.facts, state.said, fact, (prapi_said){PRAP_VALUE_OPTION, INT32_MIN});
    }
    /* A kept tag of all the bytes that may be kept: its number takes two, its length two. */
    uint8_t kept[PRAPI_KEPT_BYTES + 8];
    const uint8_t content[PRAPI_KEPT_BYTES] = {0};
    state.kept_bytes = (uint32_t)record_append_bytes(kept, 0, 4000, 0, content, PRAPI_KEPT_BYTES - 4);
    assert_true(state.kept_bytes <= PRAPI_KEPT_BYTES);
    memcpy(state.kept, kept, state.kept_bytes);
    enum { TAG_MOST = 15 }; /* the writer leaves so much free before each tag, and writes nothing where there is less */
    assert_in_range(encode_event(&event).n, 1, PRAP_EVENT_BYTES - TAG_MOST);
    assert_in_range(encode_case(&state).n, 1, PRAP_SNAPSHOT_BYTES - TAG_MOST);
}

static void every_fact_at_its_widest_comes_back(void **unused) {
    (void)unused;
    prapi_event event = an_event();
    for (uint32_t fact = 1; fact < PRAPI_FACT_END; fact++)
        prapi_say(&event.facts, event.said, fact, widest(fact));
    const struct bytes bytes = encode_event(&event);
    prapi_event decoded = {.event = 0};
    uint32_t chain;
    assert_int_equal(prapi_event_decode((prap_bytes){bytes.room, bytes.n}, KEY, &decoded, &chain), PRAP_OK);
    for (uint32_t fact = 1; fact < PRAPI_FACT_END; fact++) { /* not as memory: there is padding */
        assert_int_equal(decoded.said[fact].kind, event.said[fact].kind);
        assert_int_equal(decoded.said[fact].value, event.said[fact].value);
    }
}

static void a_record_belongs_to_its_case(void **unused) {
    (void)unused;
    const prapi_case state = a_case();
    const prapi_event event = an_event();
    const struct bytes snapshot = encode_case(&state), record = encode_event(&event);
    prapi_case decoded_case = {.stage = 0};
    prapi_event decoded_event = {.event = 0};
    uint32_t chain;
    assert_int_equal(prapi_case_decode((prap_bytes){snapshot.room, snapshot.n}, OTHER_KEY, &decoded_case),
                     PRAP_E_DAMAGED);
    assert_int_equal(
        prapi_event_decode((prap_bytes){record.room, record.n}, OTHER_KEY, &decoded_event, &chain),
        PRAP_E_DAMAGED);
}

static void the_hash_of_a_key_tells_tenant_from_case(void **unused) {
    (void)unused;
    const prap_key ab_c = {{"ab", 2}, {"c", 1}}, a_bc = {{"a", 1}, {"bc", 2}}, abc = {{NULL, 0}, {"abc", 3}};
    assert_int_not_equal(prapi_key_hash(&ab_c), prapi_key_hash(&a_bc));
    assert_int_not_equal(prapi_key_hash(&ab_c), prapi_key_hash(&abc));
    assert_int_not_equal(prapi_key_hash(&a_bc), prapi_key_hash(&abc));
}

static void unknown_tags_of_a_snapshot_are_kept_and_written_back(void **unused) {
    (void)unused;
    const prapi_case state = a_case();
    struct bytes bytes = encode_case(&state);
    const uint8_t content[] = {1, 2, 3};
    bytes.n = record_append_number(bytes.room, bytes.n, 900, 0, 77);
    bytes.n = record_append_bytes(bytes.room, bytes.n, 901, 0, content, sizeof content);
    record_reseal(bytes.room, bytes.n);
    prapi_case decoded = {.stage = 0};
    assert_int_equal(prapi_case_decode((prap_bytes){bytes.room, bytes.n}, KEY, &decoded), PRAP_OK);
    const struct bytes again = encode_case(&decoded);
    assert_int_equal(again.n, bytes.n);
    assert_memory_equal(again.room, bytes.room, bytes.n);
    /* A later event keeps them, and a tag that comes before them goes before them. */
    prapi_say(&decoded.facts, decoded.said, PRAP_FACT_EMPLOYED, (prapi_said){PRAP_VALUE_NO, 0});
    const struct bytes later = encode_case(&decoded);
    assert_memory_equal(later.room + later.n - (decoded.kept_bytes), decoded.kept, decoded.kept_bytes);
}

static void a_kept_tag_goes_between_known_ones(void **unused) {
    (void)unused;
    static const uint32_t numbers[] = {69, 99}; /* between the days and the later regions, and between those and the facts */
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        prapi_case state = a_case();
        state.kept_bytes = (uint32_t)record_append_number(state.kept, 0, numbers[i], 0, 1);
        const struct bytes bytes = encode_case(&state);
        prapi_case decoded = {.stage = 0};
        assert_int_equal(prapi_case_decode((prap_bytes){bytes.room, bytes.n}, KEY, &decoded), PRAP_OK);
        assert_memory_equal(&decoded, &state, sizeof state);
        prapi_case copy = {.stage = 0};
        prapi_case_copy(&copy, &decoded);
        assert_memory_equal(&copy, &state, sizeof state);
        prapi_case cleared;
        prapi_case_clear(&cleared);
        prapi_case_reset(&copy); /* forgets all that it held */
        assert_memory_equal(&copy, &cleared, sizeof cleared);
    }
}

static void unknown_tags_of_an_event_are_passed_over(void **unused) {
    (void)unused;
    static const uint32_t numbers[] = {16, 19, 40, 60, 99, 900}; /* around the tags that come later, and past all */
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        prapi_event event = an_event();
        for (uint32_t fact = 1; numbers[i] < 900 && fact < PRAPI_FACT_END; fact++)
            prapi_unsay(&event.facts, event.said, fact);
        struct bytes bytes = encode_event(&event);
        bytes.n = record_append_number(bytes.room, bytes.n, numbers[i], 0, 77);
        record_reseal(bytes.room, bytes.n);
        assert_int_equal(decode_event(&bytes), PRAP_OK);
    }
}

/* A key whose checksum happens to be 0 leaves no mark: its records carry none, and one that carries any is
 * another's. */
static void a_key_that_hashes_to_nothing(void **unused) {
    (void)unused;
    const prapi_event event = an_event();
    const prapi_case state = a_case();
    uint8_t record[PRAP_EVENT_BYTES], snapshot[PRAP_SNAPSHOT_BYTES];
    size_t n_record = 0, n_snapshot = 0;
    uint32_t chain;
    prapi_event decoded_event = {.event = 0};
    prapi_case decoded_case = {.stage = 0};
    prapi_event_encode(&event, 0, record, &n_record, &chain);
    prapi_case_encode(&state, 0, snapshot, &n_snapshot);
    assert_int_equal(prapi_event_decode((prap_bytes){record, n_record}, 0, &decoded_event, &chain), PRAP_OK);
    assert_int_equal(prapi_case_decode((prap_bytes){snapshot, n_snapshot}, 0, &decoded_case), PRAP_OK);
    assert_int_equal(prapi_event_decode((prap_bytes){record, n_record}, KEY, &decoded_event, &chain),
                     PRAP_E_DAMAGED);
    assert_int_equal(prapi_case_decode((prap_bytes){snapshot, n_snapshot}, KEY, &decoded_case),
                     PRAP_E_DAMAGED);
    /* An explicit nothing is not how it is written. */
    struct bytes bytes = {.n = RECORD_HEADER_BYTES};
    memcpy(bytes.room, "PRAPE\1\0\0", 8);
    bytes.n = record_append_number(bytes.room, bytes.n, 1, 1, 0);
    record_reseal(bytes.room, bytes.n);
    assert_int_equal(prapi_event_decode((prap_bytes){bytes.room, bytes.n}, 0, &decoded_event, &chain),
                     PRAP_E_DAMAGED);
    bytes.room[4] = 'S';
    record_reseal(bytes.room, bytes.n);
    assert_int_equal(prapi_case_decode((prap_bytes){bytes.room, bytes.n}, 0, &decoded_case), PRAP_E_DAMAGED);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_event_comes_back),
        cmocka_unit_test(a_case_comes_back),
        cmocka_unit_test(every_field_comes_back),
        cmocka_unit_test(the_longest_records_fit),
        cmocka_unit_test(every_fact_at_its_widest_comes_back),
        cmocka_unit_test(a_record_belongs_to_its_case),
        cmocka_unit_test(the_hash_of_a_key_tells_tenant_from_case),
        cmocka_unit_test(unknown_tags_of_a_snapshot_are_kept_and_written_back),
        cmocka_unit_test(a_kept_tag_goes_between_known_ones),
        cmocka_unit_test(unknown_tags_of_an_event_are_passed_over),
        cmocka_unit_test(a_key_that_hashes_to_nothing),
    };
    return cmocka_run_group_tests_name("record", tests, NULL, NULL);
}
