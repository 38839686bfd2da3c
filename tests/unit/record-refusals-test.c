/* record-refusals-test.c: bytes that are not a record of ours, and which status says so. */
#include "record-samples.h"

#include "referral/record-tags.h"

static void one_kind_is_not_taken_for_the_other(void **unused) {
    (void)unused;
    const prapi_case state = a_case();
    const prapi_event event = an_event();
    const struct bytes snapshot = encode_case(&state), record = encode_event(&event);
    assert_int_equal(decode_event(&snapshot), PRAP_E_DAMAGED);
    assert_int_equal(decode_case(&record), PRAP_E_DAMAGED);
}

static void what_is_not_ours_is_foreign(void **unused) {
    (void)unused;
    struct bytes bytes = {.room = "SQLite format 3", .n = 16};
    assert_int_equal(decode_case(&bytes), PRAP_E_FOREIGN);
    assert_int_equal(decode_event(&bytes), PRAP_E_FOREIGN);
    bytes.n = 0;
    assert_int_equal(decode_case(&bytes), PRAP_E_FOREIGN);
    memcpy(bytes.room, "PRAP", 4);
    bytes.n = 3;
    assert_int_equal(decode_case(&bytes), PRAP_E_FOREIGN);
    bytes.n = 4;
    assert_int_equal(decode_case(&bytes), PRAP_E_DAMAGED);
}

/* The header: kind, major, minor, a zero, length. Resealed, so that only the field itself is wrong. */
static void the_header_is_judged(void **unused) {
    (void)unused;
    const prapi_case state = a_case();
    static const struct {
        size_t at;
        uint8_t value;
        prap_status status;
    } rows[] = {
        {4, 'X', PRAP_E_DAMAGED},
        {5, 2, PRAP_E_VERSION},
        {5, 255, PRAP_E_VERSION},
        {5, 0, PRAP_E_DAMAGED},
        {6, 9, PRAP_OK} /* a newer minor format stays readable */,
        {7, 1, PRAP_E_DAMAGED},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct bytes bytes = encode_case(&state);
        bytes.room[rows[i].at] = rows[i].value;
        record_reseal(bytes.room, bytes.n);
        assert_int_equal(decode_case(&bytes), rows[i].status);
    }
}

static void every_flipped_bit_is_seen(void **unused) {
    (void)unused;
    const prapi_case state = a_case();
    const prapi_event event = an_event();
    struct bytes both[] = {encode_case(&state), encode_event(&event)};
    for (size_t which = 0; which < 2; which++) {
        for (size_t bit = 0; bit < 8 * both[which].n; bit++) {
            both[which].room[bit / 8] ^= (uint8_t)(1u << bit % 8);
            const prap_status status = which == 0 ? decode_case(&both[0]) : decode_event(&both[1]);
            assert_int_equal(status, bit < 32 ? PRAP_E_FOREIGN : PRAP_E_DAMAGED);
            both[which].room[bit / 8] ^= (uint8_t)(1u << bit % 8);
        }
    }
}

static void every_other_length_is_seen(void **unused) {
    (void)unused;
    const prapi_case state = a_case();
    const prapi_event event = an_event();
    struct bytes snapshot = encode_case(&state), record = encode_event(&event);
    const size_t n_snapshot = snapshot.n, n_record = record.n;
    for (snapshot.n = 4; snapshot.n <= sizeof snapshot.room; snapshot.n++)
        if (snapshot.n != n_snapshot) assert_int_equal(decode_case(&snapshot), PRAP_E_DAMAGED);
    for (record.n = 4; record.n <= sizeof record.room; record.n++)
        if (record.n != n_record) assert_int_equal(decode_event(&record), PRAP_E_DAMAGED);
    /* Resealed at a shorter length: a body that ends in the middle of a tag, or lacks what every case knows.
     */
    for (size_t n = RECORD_HEADER_BYTES; n < n_record; n++) {
        record = encode_event(&event);
        record.n = n;
        record_reseal(record.room, n);
        const prap_status status = decode_event(&record);
        /* Facts come last, and an event may say fewer. */
        assert_true(status == PRAP_E_DAMAGED || (status == PRAP_OK && n > n_record - 20));
    }
}

static void an_unknown_critical_tag_is_a_newer_version(void **unused) {
    (void)unused;
    const prapi_event event = an_event();
    const prapi_case state = a_case();
    struct bytes record = encode_event(&event), snapshot = encode_case(&state);
    record.n = record_append_number(record.room, record.n, 900, 1, 77);
    snapshot.n = record_append_bytes(snapshot.room, snapshot.n, 900, 1, "x", 1);
    record_reseal(record.room, record.n);
    record_reseal(snapshot.room, snapshot.n);
    assert_int_equal(decode_event(&record), PRAP_E_VERSION);
    assert_int_equal(decode_case(&snapshot), PRAP_E_VERSION);
}

static void more_than_can_be_kept_is_a_newer_version(void **unused) {
    (void)unused;
    const prapi_case state = a_case();
    const uint8_t content[PRAPI_KEPT_BYTES] = {0};
    struct bytes bytes = encode_case(&state);
    bytes.n = record_append_bytes(bytes.room, bytes.n, 900, 0, content, sizeof content);
    record_reseal(bytes.room, bytes.n);
    assert_int_equal(decode_case(&bytes), PRAP_E_VERSION);
}

/* A word that is not in our tables, under a checksum that holds, was written by somebody newer. */
static void unknown_words_are_a_newer_version(void **unused) {
    (void)unused;
    prapi_event event = an_event();
    event.event = 200;
    struct bytes bytes = encode_event(&event);
    assert_int_equal(decode_event(&bytes), PRAP_E_VERSION);
    static const uint32_t numbers[] = {95, 200, 100000}; /* no word, or beyond every word */
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        event = an_event();
        event.division = numbers[i];
        bytes = encode_event(&event);
        assert_int_equal(decode_event(&bytes), PRAP_E_VERSION);
        event = an_event();
        event.to = numbers[i];
        bytes = encode_event(&event);
        assert_int_equal(decode_event(&bytes), PRAP_E_VERSION);
    }
    prapi_case state = a_case();
    state.stage = 99;
    bytes = encode_case(&state);
    assert_int_equal(decode_case(&bytes), PRAP_E_VERSION);
}

/* Bodies by hand: each is a well-sealed record that no libprap wrote. */
static void bodies_that_cannot_be(void **unused) {
    (void)unused;
    static const struct {
        const char *what;
        uint8_t body[16];
        size_t n;
    } rows[] = {
        {"nothing at all", {0}, 0},
        {"half a tag", {0x06}, 1},
        {"tag 0", {0x02, 0x01}, 2},
        {"a number longer than it need be", {0x86, 0x00, 0xB4, 0x24}, 4},
        {"a number of nothing but a second byte", {0x86, 0x00, 0x05, 0x12, 0x01}, 5},
        {"a number longer than it need be by its third byte", {0x06, 0x86, 0x80, 0x00, 0x12, 0x01}, 6},
        {"a third byte of nothing, and another after it", {0x06, 0x86, 0x80, 0x00, 0x05, 0x12, 0x01, 0x12, 0x01}, 9},
        {"a number longer than it need be by its fourth byte", {0x06, 0x86, 0x80, 0x80, 0x00, 0x12, 0x01, 0x12, 0x01, 0x12}, 10},
        {"a number longer than it need be by its fifth byte",
         {0x06, 0x86, 0x80, 0x80, 0x80, 0x00, 0x12, 0x01, 0x12, 0x01, 0x12}, 11},
        {"a number past 64 bits", {0x06, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x02}, 11},
        {"a number that does not end",
         {0x06, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x81, 0x01},
         12},
        {"a known tag with bytes", {0x07, 0x01, 0x00}, 3},
        {"bytes past the end", {0x81, 0x1F, 0x7F}, 3},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct bytes bytes = {.n = RECORD_HEADER_BYTES + rows[i].n};
        memcpy(bytes.room, "PRAPE\1\0\0", 8);
        memcpy(bytes.room + RECORD_HEADER_BYTES, rows[i].body, rows[i].n);
        record_reseal(bytes.room, bytes.n);
        if (decode_event(&bytes) != PRAP_E_DAMAGED) fail_msg("taken as an event: %s", rows[i].what);
        bytes.room[4] = 'S';
        record_reseal(bytes.room, bytes.n);
        if (decode_case(&bytes) != PRAP_E_DAMAGED) fail_msg("taken as a snapshot: %s", rows[i].what);
    }
}

/* One byte at a time, as the form says it: what the reading at a glance must come to. */
static bool number_by_definition(const uint8_t *at, size_t n, uint64_t *ret_value, size_t *ret_used) {
    uint64_t value = 0;
    for (size_t i = 0; i < n && i < 10; i++) {
        if (i == 9 && at[i] > 1) return false;
        value |= (uint64_t)(at[i] & 0x7F) << 7 * i;
        if (at[i] > 0x7F) continue;
        *ret_value = value;
        *ret_used = i + 1;
        return at[i] != 0 || i == 0;
    }
    return false;
}

/* Every way in which up to 10 bytes go on, end or end with nothing, in every room that there can be after them. */
static void numbers_are_read_as_the_form_says(void **unused) {
    (void)unused;
    static const uint8_t kinds[] = {0x00, 0x01, 0x7F, 0x80, 0x81, 0xFF};
    uint32_t chance = 1;
    for (unsigned trial = 0; trial < 60000; trial++) {
        uint8_t bytes[12];
        for (size_t i = 0; i < sizeof bytes; i++) {
            chance = chance * 1664525u + 1013904223u;
            bytes[i] = kinds[(chance >> 16) % (i < trial % 11 ? 3 : 6)];
            if (i < trial % 11) bytes[i] |= 0x80;
        }
        const size_t room = (chance >> 8) % (sizeof bytes + 1);
        uint64_t value = 0;
        size_t used = 0;
        const bool whole = number_by_definition(bytes, room, &value, &used);
        const prapi_number number = prapi_get_number(bytes, bytes + room);
        if (whole != (number.after != NULL)) fail_msg("trial %u is told otherwise", trial);
        if (!whole) continue;
        assert_ptr_equal(number.after, bytes + used);
        assert_int_equal(number.value, value);
    }
}

/* One tag after the key, in its order: what its number cannot be is told at once, before anything that is missing. */
static void numbers_that_a_tag_cannot_have(void **unused) {
    (void)unused;
    static const struct {
        char kind;
        uint32_t tag;
        uint64_t value;
        prap_status status;
    } rows[] = {
        {'E', 2, 0, PRAP_E_DAMAGED},  {'E', 2, UINT64_C(1) << 32, PRAP_E_DAMAGED},  /* a checksum */
        {'E', 3, 0, PRAP_E_DAMAGED},  {'E', 3, UINT64_MAX, PRAP_E_DAMAGED},         /* a sequence */
        {'E', 6, UINT64_C(1) << 32, PRAP_E_DAMAGED},                                /* a day of no 32 bits, */
        {'E', 6, UINT32_MAX, PRAP_E_DAMAGED}, {'E', 6, UINT32_MAX - 1, PRAP_E_DAMAGED}, /* and too early or late */
        {'E', 20, 0, PRAP_E_DAMAGED}, {'E', 20, UINT64_C(1) << 32, PRAP_E_DAMAGED}, /* a reason recorded over */
        {'E', 20, 100000, PRAP_E_VERSION},
        {'E', 41, 0, PRAP_E_DAMAGED}, {'E', 41, UINT64_C(1) << 32, PRAP_E_DAMAGED}, /* a region */
        {'E', 41, 95, PRAP_E_VERSION},
        {'S', 3, UINT64_MAX, PRAP_E_DAMAGED},
        {'S', 21, 0, PRAP_E_DAMAGED}, {'S', 21, 95, PRAP_E_VERSION},
        {'S', 70, 0, PRAP_E_DAMAGED}, {'S', 70, 95, PRAP_E_VERSION},
        {'S', 69, 1, PRAP_E_VERSION},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct bytes bytes = {.n = RECORD_HEADER_BYTES};
        memcpy(bytes.room, "PRAPE\1\0\0", 8);
        bytes.room[4] = (uint8_t)rows[i].kind;
        bytes.n = record_append_number(bytes.room, bytes.n, 1, 1, KEY);
        bytes.n = record_append_number(bytes.room, bytes.n, rows[i].tag, 1, rows[i].value);
        record_reseal(bytes.room, bytes.n);
        const prap_status status = rows[i].kind == 'E' ? decode_event(&bytes) : decode_case(&bytes);
        if (status != rows[i].status) fail_msg("row %zu of tag %u", i, (unsigned)rows[i].tag);
    }
}

static void tags_out_of_order_or_twice_are_damage(void **unused) {
    (void)unused;
    const prapi_event event = an_event();
    struct bytes bytes = encode_event(&event);
    bytes.n = record_append_number(bytes.room, bytes.n, 3, 1, 2);
    record_reseal(bytes.room, bytes.n);
    assert_int_equal(decode_event(&bytes), PRAP_E_DAMAGED);
}

static void forget_said(prapi_event *event) {
    memset(&event->facts, 0, sizeof event->facts);
    memset(event->said, 0, sizeof event->said);
}

/* One way to write a thing: a known tag under the other criticality is not what we write. */
static void a_known_tag_has_its_own_criticality(void **unused) {
    (void)unused;
    prapi_event event = an_event();
    forget_said(&event);
    struct bytes bytes = encode_event(&event);
    bytes.n = record_append_number(bytes.room, bytes.n, 102, 1, PRAP_VALUE_NO);
    record_reseal(bytes.room, bytes.n);
    assert_int_equal(decode_event(&bytes), PRAP_E_DAMAGED);
    bytes = encode_event(&event);
    assert_int_equal(bytes.room[RECORD_HEADER_BYTES], 1 << 2 | 2); /* the key's tag, critical */
    bytes.room[RECORD_HEADER_BYTES] = 1 << 2;
    record_reseal(bytes.room, bytes.n);
    assert_int_equal(decode_event(&bytes), PRAP_E_DAMAGED);
}

static prap_status decode_with_said(uint32_t fact, uint64_t kind, uint64_t value) {
    prapi_event event = an_event();
    forget_said(&event);
    struct bytes bytes = encode_event(&event);
    bytes.n = record_append_number(bytes.room, bytes.n, 100 + fact, 0, value << 3 | kind);
    record_reseal(bytes.room, bytes.n);
    return decode_event(&bytes);
}

/* zigzag: 2 * value for what is not negative. */
static void a_fact_has_a_value_of_its_type(void **unused) {
    (void)unused;
    assert_int_equal(decode_with_said(PRAP_FACT_SCR, PRAP_VALUE_YES, 0), PRAP_OK);
    assert_int_equal(decode_with_said(PRAP_FACT_SCR, PRAP_VALUE_YES, 2), PRAP_E_DAMAGED);
    assert_int_equal(decode_with_said(PRAP_FACT_SCR, PRAP_VALUE_UNKNOWN, 2), PRAP_E_DAMAGED);
    assert_int_equal(decode_with_said(PRAP_FACT_SCR, PRAP_VALUE_NUMBER, 2), PRAP_E_DAMAGED);
    assert_int_equal(decode_with_said(PRAP_FACT_SCR, 0, 0), PRAP_E_DAMAGED);
    assert_int_equal(decode_with_said(PRAP_FACT_SCR, 7, 0), PRAP_E_DAMAGED);
    assert_int_equal(decode_with_said(PRAP_FACT_CODE, PRAP_VALUE_NUMBER, 2 * 46), PRAP_OK);
    assert_int_equal(decode_with_said(PRAP_FACT_CODE, PRAP_VALUE_DAY, 2 * 46), PRAP_E_DAMAGED);
    assert_int_equal(decode_with_said(PRAP_FACT_CODE, PRAP_VALUE_NUMBER, 2 * 46 - 1), PRAP_E_DAMAGED);
    assert_int_equal(decode_with_said(PRAP_FACT_CODE, PRAP_VALUE_NUMBER, (uint64_t)UINT32_MAX + 1),
                     PRAP_E_DAMAGED);
    assert_int_equal(decode_with_said(PRAP_FACT_MADE, PRAP_VALUE_DAY, 2 * 2932896u), PRAP_OK);
    assert_int_equal(decode_with_said(PRAP_FACT_MADE, PRAP_VALUE_DAY, 2 * 2932897u), PRAP_E_DAMAGED);
    assert_int_equal(decode_with_said(PRAP_FACT_MADE, PRAP_VALUE_DAY, 2 * 719163u - 1), PRAP_E_DAMAGED);
    assert_int_equal(decode_with_said(PRAP_FACT_MADE, PRAP_VALUE_YES, 0), PRAP_E_DAMAGED);
    assert_int_equal(decode_with_said(PRAP_FACT_REASON, PRAP_VALUE_OPTION, 2), PRAP_OK);
    assert_int_equal(decode_with_said(PRAP_FACT_REASON, PRAP_VALUE_OPTION, 2 * 99),
                     PRAP_E_VERSION); /* a newer word */
    assert_int_equal(decode_with_said(PRAP_FACT_REASON, PRAP_VALUE_OPTION, 2 * PRAP_OPTION_PHONE),
                     PRAP_E_VERSION);
    assert_int_equal(decode_with_said(PRAP_FACT_REASON, PRAP_VALUE_NO, 0), PRAP_E_DAMAGED);
}

static void a_case_knows_what_its_stage_says(void **unused) {
    (void)unused;
    prapi_case state = a_case();
    state.stage = PRAP_STATE_PRE_WORK;
    struct bytes bytes = encode_case(&state);
    assert_int_equal(decode_case(&bytes), PRAP_E_DAMAGED); /* started without a start */
    state.start_on = 19490;
    bytes = encode_case(&state);
    assert_int_equal(decode_case(&bytes), PRAP_E_DAMAGED); /* and without a meeting */
    state.attended_on = 19490;
    bytes = encode_case(&state);
    assert_int_equal(decode_case(&bytes), PRAP_OK);
    state.stage = PRAP_STATE_LEFT;
    bytes = encode_case(&state);
    assert_int_equal(decode_case(&bytes), PRAP_E_DAMAGED); /* ended on no day */
    state = a_case();
    state.made_on = PRAP_DAY_NONE;
    bytes = encode_case(&state);
    assert_int_equal(decode_case(&bytes), PRAP_E_DAMAGED);
    state.received_on = PRAP_DAY_NONE;
    state.stage = PRAP_STATE_NOT_REFERRED; /* which needs neither day, but the one on which it was so found */
    bytes = encode_case(&state);
    assert_int_equal(decode_case(&bytes), PRAP_E_DAMAGED);
    state.ended_on = 19490;
    bytes = encode_case(&state);
    assert_int_equal(decode_case(&bytes), PRAP_OK);
    state.stage = PRAP_STATE_CEASED; /* as a use of email, which nobody refers */
    bytes = encode_case(&state);
    assert_int_equal(decode_case(&bytes), PRAP_OK);
    state.stage = PRAP_STATE_REJECTED;
    bytes = encode_case(&state);
    assert_int_equal(decode_case(&bytes), PRAP_E_DAMAGED);
}

static void every_event_says_what_it_must(void **unused) {
    (void)unused;
    prapi_event event = {.event = 0};
    for (int missing = 0; missing < 7; missing++) {
        event = an_event();
        if (missing == 0) event.sequence = 0;
        if (missing == 1) event.programme = 0;
        if (missing == 2) event.event = 0;
        if (missing == 3) event.on = PRAP_DAY_NONE;
        if (missing == 4) event.recorded = PRAP_DAY_NONE;
        if (missing == 5) event.to = 0;
        if (missing == 6) event.feed = 0;
        const struct bytes bytes = encode_event(&event);
        assert_int_equal(decode_event(&bytes), PRAP_E_DAMAGED);
    }
}

static void every_case_says_what_it_must(void **unused) {
    (void)unused;
    for (int missing = 0; missing < 9; missing++) {
        prapi_case state = a_case();
        if (missing == 0) state.version = 0;
        if (missing == 1) state.programme = 0;
        if (missing == 2) state.stage = 0;
        if (missing == 3) state.feed = 0;
        if (missing == 4) state.recorded = PRAP_DAY_NONE;
        if (missing == 5) state.received_on = PRAP_DAY_NONE;
        if (missing == 6) state.stage = PRAP_STATE_IN_WORK;  /* and no start */
        if (missing == 7) state.stage = PRAP_STATE_ATTENDED; /* and no meeting */
        if (missing == 8) state.stage = PRAP_STATE_DNA;      /* and no day of it */
        const struct bytes bytes = encode_case(&state);
        assert_int_equal(decode_case(&bytes), PRAP_E_DAMAGED);
    }
}

static void a_day_is_one_of_years_1_to_9999(void **unused) {
    (void)unused;
    static const struct {
        prap_day day;
        prap_status status;
    } rows[] = {
        {PRAP_DAY_MIN, PRAP_OK},
        {PRAP_DAY_MAX, PRAP_OK},
        {PRAP_DAY_MIN - 1, PRAP_E_DAMAGED},
        {PRAP_DAY_MAX + 1, PRAP_E_DAMAGED},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        prapi_event event = an_event();
        event.on = rows[i].day;
        struct bytes bytes = encode_event(&event);
        assert_int_equal(decode_event(&bytes), rows[i].status);
        prapi_case state = a_case();
        state.made_on = rows[i].day;
        bytes = encode_case(&state);
        assert_int_equal(decode_case(&bytes), rows[i].status);
    }
}

/* Folding: an event that is not in the tables moves nothing but the place; a stage that is not has not ended.
 */
static void what_is_not_in_the_tables_moves_nothing(void **unused) {
    (void)unused;
    assert_false(prapi_stage_is_ended(99));
    assert_false(prapi_stage_is_waiting(99));
    prapi_case state = a_case();
    prapi_event event = an_event();
    event.event = 99;
    event.to = PRAP_STATE_RECEIVED;
    prapi_case_apply(&state, &event);
    assert_int_equal(state.version, event.sequence);
    assert_int_equal(state.acknowledged_on, PRAP_DAY_NONE);
    assert_int_equal(state.received_on, a_case().received_on);
}

/* The stage and the feed stay as they are, or the stage alone does: a third thing is none of ours. */
static void what_stays_is_one_of_two_things(void **unused) {
    (void)unused;
    prapi_event event = an_event();
    for (uint32_t stays = PRAPI_STAYS; stays <= 3; stays++) {
        event.stays = stays;
        const struct bytes bytes = encode_event(&event);
        assert_int_equal(decode_event(&bytes), stays <= PRAPI_STAYS_BUT_FEED ? PRAP_OK : PRAP_E_DAMAGED);
    }
}

/* Which stages need a start, a meeting and an end. What is asked to be backed out may never have been entered (AMB-58). */
static void what_each_stage_needs(void **unused) {
    (void)unused;
    static const struct {
        uint32_t stage;
        bool start, meeting, end;
    } rows[] = {
        {PRAP_STATE_RECEIVED, false, false, false},     {PRAP_STATE_ATTENDED, false, true, false},
        {PRAP_STATE_PRE_WORK, true, true, false},       {PRAP_STATE_IN_WORK, true, true, false},
        {PRAP_STATE_PRAP14_SENT, false, false, false},  {PRAP_STATE_PRAP14_APPROVED, false, false, false},
        {PRAP_STATE_END_DATED, false, false, false},    {PRAP_STATE_LEFT, true, true, true},
        {PRAP_STATE_REJECTED, false, false, true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        for (unsigned without = 0; without < 8; without++) {
            prapi_case state = a_case();
            state.stage = rows[i].stage;
            if ((without & 1) == 0) state.start_on = 19490;
            if ((without & 2) == 0) state.attended_on = 19490;
            if ((without & 4) == 0) state.ended_on = 19490;
            const bool lacks = (rows[i].start && (without & 1) != 0) || (rows[i].meeting && (without & 2) != 0) ||
                               (rows[i].end && (without & 4) != 0);
            const struct bytes bytes = encode_case(&state);
            assert_int_equal(decode_case(&bytes), lacks ? PRAP_E_DAMAGED : PRAP_OK);
        }
    }
}

/* A record as long as a store must take, and one byte more; none of it is anything but a long tag of a later version. */
static void a_record_has_a_greatest_length(void **unused) {
    (void)unused;
    static uint8_t content[2 * PRAP_SNAPSHOT_BYTES];
    const prapi_event event = an_event();
    for (int snapshot = 0; snapshot < 2; snapshot++) {
        const size_t most = snapshot ? PRAP_SNAPSHOT_BYTES : PRAP_EVENT_BYTES;
        for (size_t more = 0; more < 2; more++) {
            const prapi_case state = a_case();
            const struct bytes sound = snapshot ? encode_case(&state) : encode_event(&event);
            struct bytes bytes = sound;
            for (size_t n = 0; bytes.n < most + more; n++) { /* until it is as long as wanted */
                bytes = sound;
                bytes.n = record_append_bytes(bytes.room, bytes.n, 4000, 0, content, n);
            }
            assert_int_equal(bytes.n, most + more);
            record_reseal(bytes.room, bytes.n);
            const prap_status status = snapshot ? decode_case(&bytes) : decode_event(&bytes);
            /* More than can be kept of a snapshot is a newer version's; too long is damage before that. */
            assert_int_equal(status, more != 0 ? PRAP_E_DAMAGED : snapshot ? PRAP_E_VERSION : PRAP_OK);
        }
    }
}

/* Numbers of 32 bits that are written with more. */
static void numbers_past_32_bits_are_damage(void **unused) {
    (void)unused;
    static const struct {
        uint32_t tag;
        uint64_t sound;
    } rows[] = {{17, 3}, {18, 3}, {19, 3}, {20, 3}, {16, PRAP_OPTION_DNS}}; /* attempts to breaches, and the reason */
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        for (uint64_t over = 0; over < 2; over++) {
            prapi_case state = a_case();
            state.received_on = state.made_on = PRAP_DAY_NONE; /* so that no tag comes after these */
            state.stage = PRAP_STATE_PROSPECT;
            memset(&state.facts, 0, sizeof state.facts);
            memset(state.said, 0, sizeof state.said);
            struct bytes bytes = encode_case(&state);
            bytes.n = record_append_number(bytes.room, bytes.n, rows[i].tag, 1, rows[i].sound + (over << 32));
            record_reseal(bytes.room, bytes.n);
            assert_int_equal(decode_case(&bytes), over != 0 ? PRAP_E_DAMAGED : PRAP_OK);
        }
    }
}

/* A word's number of no table is a later version's; one that is 0, or of more than 32 bits, no version writes. */
static void words_of_an_event_past_every_table(void **unused) {
    (void)unused;
    static const uint32_t tags[] = {10, 14, 20, 41}; /* its reason, its division, a reason it was recorded over, a region */
    static const struct {
        uint64_t value;
        prap_status status;
    } rows[] = {{0, PRAP_E_DAMAGED}, {(UINT64_C(1) << 32) + 1, PRAP_E_DAMAGED}, {95, PRAP_E_VERSION},
                {96, PRAP_E_VERSION}, {255, PRAP_E_VERSION}, {256, PRAP_E_VERSION}, {UINT32_MAX, PRAP_E_VERSION}};
    for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++) {
        for (size_t k = 0; k < sizeof rows / sizeof rows[0]; k++) {
            if (tags[i] != 41 && rows[k].value > 0 && rows[k].value < 256) continue; /* which may be a word there */
            prapi_event event = an_event();
            memset(&event.facts, 0, sizeof event.facts);
            memset(event.said, 0, sizeof event.said);
            struct bytes bytes = encode_event(&event);
            bytes.n = record_append_number(bytes.room, bytes.n, tags[i], 1, rows[k].value);
            record_reseal(bytes.room, bytes.n);
            assert_int_equal(decode_event(&bytes), rows[k].status);
        }
    }
}

/* What the room held before is nowhere in the record: the byte of the header that means nothing is 0. */
static void the_header_is_written_whole(void **unused) {
    (void)unused;
    const prapi_event event = an_event();
    const struct bytes clean = encode_event(&event);
    struct bytes dirty;
    uint32_t chain;
    memset(&dirty, 0xFF, sizeof dirty);
    prapi_event_encode(&event, KEY, dirty.room, &dirty.n, &chain);
    assert_int_equal(dirty.n, clean.n);
    assert_memory_equal(dirty.room, clean.room, clean.n);
    assert_int_equal(dirty.room[7], 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_kind_is_not_taken_for_the_other),
        cmocka_unit_test(what_is_not_ours_is_foreign),
        cmocka_unit_test(the_header_is_judged),
        cmocka_unit_test(every_flipped_bit_is_seen),
        cmocka_unit_test(every_other_length_is_seen),
        cmocka_unit_test(an_unknown_critical_tag_is_a_newer_version),
        cmocka_unit_test(what_each_stage_needs),
        cmocka_unit_test(a_record_has_a_greatest_length),
        cmocka_unit_test(numbers_past_32_bits_are_damage),
        cmocka_unit_test(words_of_an_event_past_every_table),
        cmocka_unit_test(the_header_is_written_whole),
        cmocka_unit_test(more_than_can_be_kept_is_a_newer_version),
        cmocka_unit_test(unknown_words_are_a_newer_version),
        cmocka_unit_test(bodies_that_cannot_be),
        cmocka_unit_test(numbers_that_a_tag_cannot_have),
        cmocka_unit_test(numbers_are_read_as_the_form_says),
        cmocka_unit_test(tags_out_of_order_or_twice_are_damage),
        cmocka_unit_test(a_known_tag_has_its_own_criticality),
        cmocka_unit_test(a_fact_has_a_value_of_its_type),
        cmocka_unit_test(a_case_knows_what_its_stage_says),
        cmocka_unit_test(every_event_says_what_it_must),
        cmocka_unit_test(every_case_says_what_it_must),
        cmocka_unit_test(a_day_is_one_of_years_1_to_9999),
        cmocka_unit_test(what_is_not_in_the_tables_moves_nothing),
        cmocka_unit_test(what_stays_is_one_of_two_things),
    };
    return cmocka_run_group_tests_name("record refusals", tests, NULL, NULL);
}
