/*
 * extracts.c: fuzz target. The bytes draw records of data items: whatever is found in them must be what the
 * header promises (tests/support/extract-driver.c). Then the bytes themselves are a value of each item, and a
 * heading.
 */
#include "prap/prap.h"

#include "extract-driver.h"
#include "fuzz.h"

static void take_text(const uint8_t *bytes, size_t n) {
    const prap_text text = {(const char *)bytes, n};
    for (uint32_t item = 1; item <= prap_word_count(PRAP_WORDS_DATA_ITEM); item++) {
        const prap_data_value value = {text, item, 0};
        const prap_data_record record = {
            .size = sizeof record, .on = PRAP_DAY_NONE, .values = &value, .n = 1};
        prap_data_comparison comparison = {.size = sizeof comparison};
        prap_data_answer answer = {.size = sizeof answer};
        if (prap_data_check(&record, NULL, NULL, &answer, NULL) != PRAP_OK)
            heed("a value that is not checked");
        if (prap_data_compare(&record, &record, NULL, NULL, &comparison, NULL) != PRAP_OK ||
            comparison.changed != 0)
            heed("a value differs from itself");
    }
    if (prap_data_item_find(text.bytes, n) > prap_word_count(PRAP_WORDS_DATA_ITEM))
        heed("a heading of no item");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    struct chooser chooser = chooser_from_bytes(bytes, n);
    take_text(bytes, n);
    while (!chooser_is_done(&chooser))
        heed(extract_drive(&chooser));
    return 0;
}
