/*
 * values.c: what a value of a data item says: any texts of each type, of the lengths below, with and without white space around
 * them; and any two of them compared.
 *
 * Part: extract/values.c
 * Define: prapi_text_bytes=strlen
 * Options: -eva-auto-loop-unroll 40 -eva-ilevel 300 -eva-widening-delay 40 -eva-split-limit 40
 *   -eva-slevel-function packed:4,digits_of:20,written_day:1000,prapi_data_next:600,prapi_data_says_same:2000,read_all:1000
 *   -eva-slevel-function read_long:500,prapi_text_is_printable:500
 *   -eva-split-return-function packed:0:1:2:3:4:5:6:7:8:9:10,read_long:0:2:3:4,prapi_data_open:0
 *   -eva-split-return-function digits_of:0:1:2:3:4:5:6:7:8:9:10:11:12:13:14:15:16:17
 */
#include "any-value.h"

#include "extract/extract.h"
#include "vocabulary/vocabulary.h"

static any_value room, other_room;

static void read_all(uint32_t type, prap_text text) {
    prapi_data_reader reader;
    (void)prapi_data_open(&reader, type, text);
    while (prapi_data_next(&reader) >= 0) {
    }
    prapi_data_close(&reader);
}

/* Each looks at a text afresh: what the one before it found out of its bytes is forgotten. */
static void read_value(uint32_t type, size_t around, size_t n) {
    (void)prapi_data_is_formed(type, value_of(&room, around, n, around));
    if (n == 0) return;
    read_all(type, value_of(&room, around, n, around));
    const prap_text text = value_of(&room, around, n, around);
    (void)prapi_data_says_same(type, text, value_of(&other_room, 0, n, 0));
}

static void read_texts(void) {
    static const size_t lengths[] = {0, 1, 2, 4};
    //@ loop unroll 4;
    for (uint32_t type = PRAP_DATA_TYPE_TEXT; type <= PRAP_DATA_TYPE_IDENTIFIER; type++) {
        //@ loop unroll 4;
        for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) read_value(type, 0, lengths[i]);
        read_value(type, SPACES, 3);
    }
}

static void read_forms(void) {
    static const size_t lengths[] = {1, 5, 9, 11};
    //@ loop unroll 10;
    for (uint32_t type = PRAP_DATA_TYPE_IDENTIFIER + 1; type <= PRAP_DATA_TYPE_BASIS; type++) {
        //@ loop unroll 4;
        for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) read_value(type, 0, lengths[i]);
    }
    read_value(PRAP_DATA_TYPE_NINO, SPACES, 9);
    (void)prapi_data_is_formed(PRAP_DATA_TYPE_TELEPHONE, value_of(&room, 0, 18, 0));
}

static void look(size_t n) {
    (void)prapi_data_is_blank(value_of(&room, 0, n, SPACES));
    const prap_data_item *const item = prap_data_item_by_number((uint32_t)any_of(1, PRAPI_DATA_ITEM_END - 1));
    (void)prapi_data_is_said(item, value_of(&room, 0, n, SPACES));
    (void)prapi_data_day(value_of(&room, 0, n, SPACES));
    (void)prapi_data_ends_in_postcode(value_of(&room, 0, n, SPACES));
}

int main(void) {
    read_texts();
    read_forms();
    //@ loop unroll 12;
    for (size_t n = 0; n <= 10; n++) look(n);
    (void)prapi_data_is_blank((prap_text){NULL, 0});
    return 0;
}
