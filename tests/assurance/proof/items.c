/*
 * items.c: data items by any number and index, and by any heading of up to LONGEST bytes.
 *
 * Part: extract/items.c
 * Define: prapi_text_bytes=strlen
 * Options: -eva-auto-loop-unroll 10 -eva-slevel-function is_named:1000,prap_data_item_find:600,prapi_words:2000
 */
#include "any.h"

enum { LONGEST = 4 };

int main(void) {
    char heading[LONGEST];
    ANY(heading);
    (void)prap_data_item_by_number(any_u32());
    (void)prap_data_item_heading_at(any_u32(), any_u32());
    (void)prap_data_finding_cure(any_u32());
    (void)prap_data_item_find(NULL, any_u64());
    for (size_t n = 0; n <= LONGEST; n++) (void)prap_data_item_find(LAST(heading, n), n);
    return 0;
}
