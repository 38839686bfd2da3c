/*
 * extract.c: a record of up to MOST values held against the list, marked, and compared with another: the first value of none or
 * of an item of each type, role and care, the second of the same item or a referral's identifier; and up to MOST marks of any
 * items. A text begins and ends with a visible letter, and has any bytes between: values.c reads any other.
 *
 * Part: extract/check.c extract/compare.c extract/marks.c
 * Define: prapi_text_bytes=strlen
 * Options: -eva-auto-loop-unroll 70 -eva-ilevel 300 -eva-split-limit 40 -eva-slevel 20
 *   -eva-slevel-function packed:4,is_one_of:200,digits_of:20,written_day:1000,prapi_data_next:600
 *   -eva-slevel-function prapi_data_says_same:2000,add_text:1000
 *   -eva-slevel-function read_long:500,prapi_text_is_printable:500,prap_word_by_number:400,run:2,compare_item:4,find:10
 *   -eva-split-return-function packed:0:1:2:3:4:5:6:7:8:9:10,read_long:0:2:3:4,prapi_data_open:0,prapi_data_take:0
 *   -eva-split-return-function digits_of:0:1:2:3:4:5:6:7:8:9:10:11:12:13:14:15:16:17
 */
#include "any.h"

#include "extract/extract.h"
#include "vocabulary/vocabulary.h"

enum { MOST = 2, PROGRAMMES = 4, BYTES_OF_DAY = 8 };

static char rooms[MOST][BYTES_OF_DAY], other_rooms[MOST][BYTES_OF_DAY];
static prap_data_value values[MOST], others[MOST];
static prap_error error;

static prap_status hears(void *user, const prap_data_finding *finding) {
    (void)user;
    (void)*finding;
    return any_int();
}

static prap_status hears_difference(void *user, const prap_data_difference *difference) {
    (void)user;
    (void)*difference;
    return any_int();
}

static prap_data_value any_value(char *room, uint32_t item) {
    const prap_data_item *const row = prap_data_item_by_number(item);
    const size_t n = row != NULL && row->type == PRAP_DATA_TYPE_DAY ? BYTES_OF_DAY : 3;
    char *const text = room + (BYTES_OF_DAY - n);
    Frama_C_make_unknown(text, n);
    text[0] = (char)any_of('!', '~');
    text[n - 1] = (char)any_of('!', '~');
    return (prap_data_value){{text, n}, item, any_u32()};
}

static void any_values(uint32_t first, uint32_t second) {
    values[0] = any_value(rooms[0], first);
    values[1] = any_value(rooms[1], second);
    others[0] = any_value(other_rooms[0], second);
    others[1] = any_value(other_rooms[1], first);
}

/* The last n of the values. */
static prap_data_record any_record(const prap_data_value *of, size_t n, uint32_t programme, bool partial) {
    prap_data_record record;
    ANY(record);
    record.size = sizeof record;
    record.programme = programme;
    record.partial = partial;
    record.values = of + (MOST - n);
    record.n = n;
    return record;
}

static void check(size_t n, uint32_t programme, bool partial) {
    const prap_data_record record = any_record(values, n, programme, partial);
    prap_data_answer answer;
    answer.size = sizeof answer;
    (void)prap_data_check(&record, maybe() ? hears : NULL, NULL, &answer, MAYBE(error));
}

static void mark(size_t n, size_t room) {
    const prap_data_record record = any_record(values, n, 0, true);
    prap_data_mark marks[MOST];
    uint8_t key[PRAP_DATA_KEY_BYTES];
    size_t n_marks;
    ANY(key);
    (void)prap_data_mark_record(key, &record, LAST(marks, room), room, &n_marks, MAYBE(error));
}

static void compare(size_t n, size_t m, uint32_t programme) {
    const prap_data_record before = any_record(values, n, 0, true), after = any_record(others, m, programme, true);
    prap_data_comparison comparison;
    comparison.size = sizeof comparison;
    (void)prap_data_compare(&before, &after, maybe() ? hears_difference : NULL, NULL, &comparison, MAYBE(error));
}

static void records_of(uint32_t item) {
    any_values(item, item);
    check(MOST, PRAP_PROGRAMME_JETS, true);
    compare(MOST, MOST, PRAP_PROGRAMME_JETS);
    any_values(item, PRAP_DATA_ITEM_PRAP_REFERRAL_ID);
    mark(MOST, MOST);
}

/* What is missing, and each programme. */
static void whole_records(uint32_t first, uint32_t second) {
    any_values(first, second);
    //@ loop unroll PROGRAMMES + 1;
    for (uint32_t programme = 0; programme <= PROGRAMMES; programme++) {
        check(MOST, programme, false);
        compare(1, MOST, programme);
    }
    check(0, 0, false);
    mark(1, 0);
    mark(0, 0);
}

static void compare_marks(size_t n, size_t m) {
    prap_data_mark before[MOST], after[MOST];
    prap_data_comparison comparison;
    ANY(before);
    ANY(after);
    comparison.size = any_u32();
    (void)prap_data_compare_marks(maybe() ? LAST(before, n) : NULL, n, LAST(after, m), m, any_u32(),
                                  maybe() ? hears_difference : NULL, NULL, MAYBE(comparison), MAYBE(error));
    (void)prap_data_compare_marks(before, PRAP_DATA_VALUES_MAX + 1, NULL, 0, 0, NULL, NULL, &comparison, NULL);
}

static void wrong(void) {
    prap_data_record record;
    prap_data_answer answer;
    prap_data_comparison comparison;
    size_t n;
    ANY(record);
    record.size = (uint32_t)any_of(0, sizeof record);
    record.values = NULL;
    answer.size = any_u32();
    comparison.size = any_u32();
    (void)prap_data_check(MAYBE(record), NULL, NULL, MAYBE(answer), NULL);
    (void)prap_data_compare(MAYBE(record), MAYBE(record), NULL, NULL, MAYBE(comparison), NULL);
    (void)prap_data_mark_record(NULL, MAYBE(record), NULL, any_u64(), MAYBE(n), NULL);
    values[0] = (prap_data_value){{NULL, 1}, 1, 0};
    values[1] = (prap_data_value){{NULL, 0}, UINT32_MAX, 0};
    check(1, 0, true);
    check(MOST, 0, true);
}

#define I(NAME) PRAP_DATA_ITEM_##NAME

int main(void) {
    static const uint32_t items[] = {
        0, I(PRAP_REFERRAL_ID), I(FULL_NAME), I(POSTCODE), I(NINO), I(TELEPHONE), I(QUALIFICATION_START), I(DRIVING_LICENCE),
        I(REFERRAL_BASIS), I(DECEASED), I(DISADVANTAGED_GROUP), I(PRISON), I(SICKNESS), I(FIRST_PAYMENT_DATE), I(EARNINGS_2000)};
    error.size = sizeof error;
    for (size_t i = 0; i < sizeof items / sizeof items[0]; i++) records_of(items[i]);
    whole_records(PRAP_DATA_ITEM_ADDRESS, PRAP_DATA_ITEM_POSTCODE);
    whole_records(PRAP_DATA_ITEM_ADDRESS, PRAP_DATA_ITEM_PRAP_REFERRAL_ID);
    //@ loop unroll MOST + 1;
    for (size_t n = 0; n <= MOST; n++) compare_marks(n, MOST);
    wrong();
    return 0;
}
