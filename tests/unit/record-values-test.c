/*
 * record-values-test.c: each tag of a stored record with every value that decides: those of its kind are taken, those that
 * none of its kind can be are damage, and words that we do not have were written by a newer version (record.h). All else
 * in the record is sound, and so is its checksum.
 */
#include "base/crc.h"
#include "edge.h"
#include "record-samples.h"
#include "vocabulary/vocabulary.h"

/* The tags of a record as they are, by their numbers; of facts there are none. */
enum { TAGS = 80 };

struct tags {
    bool there[TAGS], optional[TAGS];
    uint64_t value[TAGS];
};

static uint64_t zigzag(int64_t value) {
    return value < 0 ? (uint64_t)(-value - 1) * 2 + 1 : (uint64_t)value * 2;
}

static struct tags tags_of_an_event(void) {
    const prapi_event event = an_event();
    struct tags tags = {.there = {false}};
    const uint64_t values[] = {KEY, event.chain, event.sequence, event.programme, event.event, zigzag(event.on),
                               zigzag(event.recorded), event.to, event.feed};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        tags.there[i + 1] = true;
        tags.value[i + 1] = values[i];
    }
    return tags;
}

static struct tags tags_of_a_case(void) {
    const prapi_case state = a_case();
    struct tags tags = {.there = {false}};
    const uint64_t values[] = {KEY, state.chain, state.version, state.programme, state.stage, state.feed,
                               zigzag(state.recorded), zigzag(state.received_on), zigzag(state.made_on)};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        tags.there[i + 1] = true;
        tags.value[i + 1] = values[i];
    }
    return tags;
}

static struct bytes record_of(char kind, const struct tags *tags) {
    struct bytes bytes = {.n = RECORD_HEADER_BYTES};
    memcpy(bytes.room, "PRAPE\1\0\0", 8);
    bytes.room[4] = (uint8_t)kind;
    for (uint32_t tag = 1; tag < TAGS; tag++) {
        if (tags->there[tag]) bytes.n = record_append_number(bytes.room, bytes.n, tag, !tags->optional[tag], tags->value[tag]);
    }
    record_reseal(bytes.room, bytes.n);
    return bytes;
}

static prap_status decode(char kind, const struct bytes *bytes) {
    return kind == 'E' ? decode_event(bytes) : decode_case(bytes);
}

/* What a tag holds. */
enum holds { A_KEY, A_SEQUENCE, A_NUMBER, A_DAY, A_WORD, WHAT_STAYS };

static prap_status status_of_word(uint32_t words, uint64_t value) {
    if (value == 0 || value > UINT32_MAX) return PRAP_E_DAMAGED;
    return prap_word_by_number(words, (uint32_t)value) != NULL ? PRAP_OK : PRAP_E_VERSION;
}

static bool is_a_day(uint64_t value) {
    return value <= (value % 2 == 0 ? zigzag(PRAP_DAY_MAX) : zigzag(PRAP_DAY_MIN));
}

static prap_status status_of(enum holds holds, uint32_t words, uint64_t value) {
    switch (holds) {
    case A_KEY: return value == KEY ? PRAP_OK : PRAP_E_DAMAGED;
    case A_SEQUENCE: return value != 0 && value != UINT64_MAX ? PRAP_OK : PRAP_E_DAMAGED;
    case A_NUMBER: return value != 0 && value <= UINT32_MAX ? PRAP_OK : PRAP_E_DAMAGED;
    case A_DAY: return is_a_day(value) ? PRAP_OK : PRAP_E_DAMAGED;
    case A_WORD: return status_of_word(words, value);
    case WHAT_STAYS: return value == 1 || value == 2 ? PRAP_OK : PRAP_E_DAMAGED;
    }
    return PRAP_E_BUG;
}

/* From the first of these tags to the last. */
static const struct {
    char kind;
    uint32_t first, last;
    enum holds holds;
    uint32_t words;
} rows[] = {
    {'E', 1, 1, A_KEY, 0},
    {'E', 2, 2, A_NUMBER, 0},
    {'E', 3, 3, A_SEQUENCE, 0},
    {'E', 4, 4, A_WORD, PRAP_WORDS_PROGRAMME},
    {'E', 5, 5, A_WORD, PRAP_WORDS_EVENT},
    {'E', 6, 7, A_DAY, 0},
    {'E', 8, 8, A_WORD, PRAP_WORDS_STATE},
    {'E', 9, 9, A_WORD, PRAP_WORDS_FEED},
    {'E', 10, 10, A_WORD, PRAP_WORDS_OPTION},
    {'E', 11, 13, A_NUMBER, 0},
    {'E', 14, 14, A_WORD, PRAP_WORDS_DIVISION},
    {'E', 15, 15, WHAT_STAYS, 0},
    {'E', 20, 20 + PRAPI_BROKE - 1, A_WORD, PRAP_WORDS_REASON},
    {'S', 1, 1, A_KEY, 0},
    {'S', 2, 2, A_NUMBER, 0},
    {'S', 3, 3, A_SEQUENCE, 0},
    {'S', 4, 4, A_WORD, PRAP_WORDS_PROGRAMME},
    {'S', 6, 6, A_WORD, PRAP_WORDS_FEED},
    {'S', 7, 15, A_DAY, 0},
    {'S', 16, 16, A_WORD, PRAP_WORDS_OPTION},
    {'S', 17, 20, A_NUMBER, 0},
    {'S', 30, 50, A_DAY, 0},
};

static void take(size_t row, uint32_t tag, uint64_t value) {
    struct tags tags = rows[row].kind == 'E' ? tags_of_an_event() : tags_of_a_case();
    tags.there[tag] = true;
    tags.value[tag] = value;
    const struct bytes bytes = record_of(rows[row].kind, &tags);
    const prap_status status = decode(rows[row].kind, &bytes), wanted = status_of(rows[row].holds, rows[row].words, value);
    if (status != wanted) fail_msg("%c, tag %u, value %llx: %d", rows[row].kind, tag, (unsigned long long)value, (int)status);
}

static void a_value_is_of_its_kind(void **unused) {
    (void)unused;
    static const uint64_t edges[] = {
        UINT32_MAX - 1, UINT32_MAX, UINT64_C(1) << 32, (UINT64_C(1) << 32) + 1, (UINT64_C(1) << 32) + 2,
        (UINT64_C(1) << 33) + 1000, (UINT64_C(1) << 32) + KEY, UINT64_C(1) << 63, UINT64_MAX - 1, UINT64_MAX, KEY};
    const uint64_t days[] = {zigzag(PRAP_DAY_MIN - 1), zigzag(PRAP_DAY_MIN), zigzag(PRAP_DAY_MAX), zigzag(PRAP_DAY_MAX + 1)};
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        for (uint32_t tag = rows[row].first; tag <= rows[row].last; tag++) {
            for (uint64_t value = 0; value < 1200; value++) take(row, tag, value);
            for (size_t i = 0; i < sizeof edges / sizeof *edges; i++) take(row, tag, edges[i]);
            for (size_t i = 0; i < sizeof days / sizeof *days; i++) take(row, tag, days[i]);
        }
    }
}

/* A case is in a stage that there is, and knows what that says; which stage this one may be in, other tests tell. */
static void a_stage_is_one_that_there_is(void **unused) {
    (void)unused;
    for (uint64_t value = 0; value < 1200; value++) {
        struct tags tags = tags_of_a_case();
        tags.value[5] = value;
        const struct bytes bytes = record_of('S', &tags);
        const prap_status wanted = status_of_word(PRAP_WORDS_STATE, value), status = decode_case(&bytes);
        assert_true(wanted == PRAP_OK ? status == PRAP_OK || status == PRAP_E_DAMAGED : status == wanted);
    }
}

/* A case whose key hashes to nothing has no tag that says so (record-test.c). */
static void a_key_of_nothing_is_not_written(void **unused) {
    (void)unused;
    struct tags event = tags_of_an_event(), state = tags_of_a_case();
    event.value[1] = state.value[1] = 0;
    const struct bytes events = record_of('E', &event), states = record_of('S', &state);
    prapi_event read_event = {.event = 0};
    prapi_case read_state = {.stage = 0};
    uint32_t chain;
    assert_int_equal(prapi_event_decode((prap_bytes){events.room, events.n}, 0, &read_event, &chain), PRAP_E_DAMAGED);
    assert_int_equal(prapi_case_decode((prap_bytes){states.room, states.n}, 0, &read_state), PRAP_E_DAMAGED);
}

/* The first tag behind the last that we know, of days and of regions: a later version's, and passed over or kept. */
static void a_tag_behind_ours_is_a_later_version_s(void **unused) {
    (void)unused;
    static const struct {
        char kind;
        uint32_t tag;
    } behind[] = {{'E', 16}, {'E', 20 + PRAPI_BROKE}, {'E', 40}, {'E', 40 + PRAPI_REGION_END}, {'S', 51}, {'S', 69},
                  {'S', 70 + PRAPI_REGION_END - 10}};
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
        for (uint64_t value = 0; value < 3; value++) {
            struct tags tags = behind[i].kind == 'E' ? tags_of_an_event() : tags_of_a_case();
            assert_true(behind[i].tag < TAGS);
            tags.there[behind[i].tag] = tags.optional[behind[i].tag] = true;
            tags.value[behind[i].tag] = value;
            struct bytes bytes = record_of(behind[i].kind, &tags);
            assert_int_equal(decode(behind[i].kind, &bytes), PRAP_OK);
            tags.optional[behind[i].tag] = false;
            bytes = record_of(behind[i].kind, &tags);
            assert_int_equal(decode(behind[i].kind, &bytes), PRAP_E_VERSION);
        }
    }
}

/* PRAPI_KEPT_BYTES of what a later version wrote can be kept, in however many tags; not one byte more. */
static void what_is_kept_has_its_room(void **unused) {
    (void)unused;
    static const uint8_t content[PRAPI_KEPT_BYTES] = {0};
    enum { HEADS = 3 }; /* a tag of this number and a length below 128 */
    for (size_t first = 0; first <= PRAPI_KEPT_BYTES - 2 * HEADS; first++) {
        for (size_t more = 0; more < 2; more++) {
            const prapi_case state = a_case();
            struct bytes bytes = encode_case(&state);
            const size_t before = bytes.n;
            bytes.n = record_append_bytes(bytes.room, bytes.n, 900, 0, content, first);
            bytes.n = record_append_bytes(bytes.room, bytes.n, 901, 0, content, PRAPI_KEPT_BYTES - 2 * HEADS - first + more);
            assert_int_equal(bytes.n - before, PRAPI_KEPT_BYTES + more);
            record_reseal(bytes.room, bytes.n);
            assert_int_equal(decode_case(&bytes), more == 0 ? PRAP_OK : PRAP_E_VERSION);
        }
    }
}

/* Whatever is cut off, nothing is read behind what is left; and a length that is not the body's is damage, although the
   checksum is right. */
static void a_length_is_that_of_the_body(void **unused) {
    (void)unused;
    const prapi_event event = an_event();
    const struct bytes sound = encode_event(&event);
    for (size_t n = 0; n < sound.n; n++) {
        prapi_event read = {.event = 0};
        uint32_t chain;
        const prap_bytes cut = {test_edge(sound.room, n), n};
        assert_int_equal(prapi_event_decode(cut, KEY, &read, &chain), n < 4 ? PRAP_E_FOREIGN : PRAP_E_DAMAGED);
    }
    for (int by = -1; by <= 1; by++) {
        struct bytes bytes = sound;
        bytes.room[8] = (uint8_t)(bytes.room[8] + by);
        uint32_t checksum = prapi_crc32c(0, bytes.room, 12);
        checksum = prapi_crc32c(checksum, bytes.room + RECORD_HEADER_BYTES, bytes.n - RECORD_HEADER_BYTES);
        for (size_t i = 0; i < 4; i++) bytes.room[12 + i] = (uint8_t)(checksum >> 8 * i);
        assert_int_equal(decode_event(&bytes), by == 0 ? PRAP_OK : PRAP_E_DAMAGED);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_value_is_of_its_kind),
        cmocka_unit_test(a_stage_is_one_that_there_is),
        cmocka_unit_test(a_key_of_nothing_is_not_written),
        cmocka_unit_test(a_tag_behind_ours_is_a_later_version_s),
        cmocka_unit_test(what_is_kept_has_its_room),
        cmocka_unit_test(a_length_is_that_of_the_body),
    };
    return cmocka_run_group_tests_name("record values", tests, NULL, NULL);
}
