/*
 * extract-compare-test.c: two records of the same referral, and the marks that stand for one of them.
 * shows CH15-9, CH15-10-B1, CH15-10-B4, CH15-16
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "base/siphash.h"
#include "extract.h"

static const uint8_t key[PRAP_DATA_KEY_BYTES] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

struct row {
    const char *programme, *before, *after, *found;
};

static const struct row rows[] = {
    {"whp", "nino=AB123456C|surname=B", "surname=B|nino=ab 12 34 56 c", "2 same:"},
    {"whp", "nino=AB123456C", "nino=CB123456C", "0 same: changed[nino]:CH15-9"},
    {"whp", "referral-basis=voluntary", "referral-basis=mandatory", "0 same: changed[referral-basis]:CH15-9+CH15-10-B1"},
    {"whp", "postcode=LS1 4AP", "postcode=ls14ap", "1 same:"},
    {"whp", "postcode=LS1 4AP", "postcode=LS1 4AQ", "0 same: changed[postcode]:CH15-9"},
    {"whp", "referral-date=2021-12-01", "referral-date=1/12/2021", "1 same:"},
    {"whp", "telephone=0113 496 0000", "telephone=+44 113 4960000", "1 same:"},
    {"whp", "telephone=0044 113 4960000", "telephone=(0113) 496-0000", "1 same:"},
    {"whp", "telephone=+353 1 234 5678", "telephone=+353 1 234 5679", "0 same: changed[telephone]:CH15-9"},
    {"whp", "job-aims=cook  or\r\nbaker", "job-aims= cook or baker\n", "1 same:"},
    {"whp", "job-aims=cook", "job-aims=cook or", "0 same: changed[job-aims]:CH15-9"},
    {"whp", "nino=rubbish", "nino=rubbish ", "1 same:"},
    {"whp", "nino=rubbish", "nino=AB123456C", "0 same: changed[nino]:CH15-9"},
    {"whp", "address=a|surname=B", "address=a|mobile=07700900123",
     "1 same: gone[surname]:CH15-9 appeared[mobile]:CH15-9"},
    {"whp", "mobile=07700900123", "mobile= ", "0 same: gone[mobile]:CH15-9"},
    {"whp", "", "deceased=yes", "0 same: appeared[deceased]=deceased:CH15-A-43"},
    {"whp", "deceased=no", "death=2021-12-03", "0 same: appeared[deceased]=deceased:CH15-A-43"},
    {"whp", "", "deceased=no|hospital=no|earnings-1000=0", "0 same:"},
    {"whp", "", "hospital=admitted|prison=entered",
     "0 same: appeared[hospital]=hospital:CH15-A-36 appeared[prison]=prison:CH15-A-44"},
    {"whp", "signing-day=Monday|claim-cycle=1", "signing-day=Tuesday|claim-cycle=2",
     "0 same: changed[signing-day]=signing-day:CH15-A-53 changed[claim-cycle]=signing-day:CH15-A-53"},
    {"whp", "agreed-restrictions=none", "agreed-restrictions=mornings",
     "0 same: changed[agreed-restrictions]=restrictions:CH15-A-51"},
    {"whp", "joint-claimant-name=X", "", "0 same: gone[joint-claimant-name]=partner:CH15-A-48"},
    {"whp", "referral-basis=mandatory", "referral-basis=voluntary",
     "0 same: changed[referral-basis]:CH15-9+CH15-10-B1"},
    {"ipes", "referral-basis=mandatory", "referral-basis=voluntary",
     "0 same: changed[referral-basis]:CH15-9"},
    {"jets", "", "work=starts part-time", "0 same: appeared[work]=work:CH15-A-52+CH15-10-B4"},
    {"jets", "", "deceased=yes", "0 same: appeared[deceased]=deceased:CH15-A-43"},
    {"jets", "", "earnings-1000=yes", "0 same: appeared[earnings-1000]:CH15-16"},
    {"whp", "", "first-payment-date=2021-12-03", "0 same: appeared[first-payment-date]:CH15-16"},
    {"whp", "driving-licence=no", "driving-licence=N", "1 same:"},
    {"whp", "driving-licence=no", "driving-licence=yes", "0 same: changed[driving-licence]:CH15-9"},
    {"whp", "referral-basis=rubbish", "referral-basis=voluntary",
     "0 same: changed[referral-basis]:CH15-9+CH15-10-B1"},
    {"whp", "other-activities=a|nino=AB123456C|other-activities=b",
     "other-activities=a|other-activities=c|other-activities=d",
     "1 same: gone[nino]:CH15-9 changed[other-activities]:CH15-9 appeared[other-activities]:CH15-9"},
    {"whp", "other-activities=a|other-activities=b", "other-activities=a",
     "1 same: gone[other-activities]:CH15-9"},
    {"whp", "?shoe-size=7", "?shoe-size=8", "0 same:"},
};

/* The five rules of change items that the rows above do not come to: each item is its own, by its own rule.
 */
static void every_change_item_is_told_as_itself(void **state) {
    (void)state;
    for (uint32_t i = 1; i <= prap_word_count(PRAP_WORDS_DATA_ITEM); i++) {
        const prap_data_item *item = prap_data_item_by_number(i);
        char values[64], wanted[160];
        if (item->roles != PRAP_DATA_ROLE_CHANGE) continue;
        snprintf(values, sizeof values, "%s=it happened", name_of(PRAP_WORDS_DATA_ITEM, i));
        snprintf(wanted, sizeof wanted, "0 same: appeared[%s]=%s:%s", name_of(PRAP_WORDS_DATA_ITEM, i),
                 name_of(PRAP_WORDS_DATA_ITEM, i), prap_rule_by_number(item->rules[0])->id);
        assert_string_equal(compared("whp", "", values), wanted);
        assert_int_equal(found.comparison.told_as, 1);
    }
}

static void what_differs(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const char *words = compared(rows[i].programme, rows[i].before, rows[i].after);
        if (strcmp(words, rows[i].found) != 0)
            fail_msg("%s -> %s:\n  %s\nnot\n  %s", rows[i].before, rows[i].after, words, rows[i].found);
    }
}

static size_t marks_of(const char *values, prap_data_mark *marks) {
    static struct extract_record ours;
    char whole[4096];
    size_t n = 0;
    snprintf(whole, sizeof whole, "prap-referral-id=R1%s%s", values[0] == '\0' ? "" : "|", values);
    assert_int_equal(prap_data_mark_record(key, record_of(&ours, "", whole), marks, EXTRACT_ROOM, &n, NULL),
                     PRAP_OK);
    return n;
}

/* Marks differ where the values do, and in the same words. */
static void marks_tell_the_same(void **state) {
    static prap_data_mark before[EXTRACT_ROOM], after[EXTRACT_ROOM];
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char wanted[1024], words[9000];
        unsigned same = 0;
        const char *rest = strchr(rows[i].found, ' ');
        assert_int_equal(sscanf(rows[i].found, "%u", &same), 1);
        snprintf(wanted, sizeof wanted, "%u%s", same + 1, rest); /* the referral's own */
        const size_t n_before = marks_of(rows[i].before, before), n_after = marks_of(rows[i].after, after);
        begin();
        assert_int_equal(prap_data_compare_marks(
                             before, n_before, after, n_after,
                             number_of(PRAP_WORDS_PROGRAMME, rows[i].programme, strlen(rows[i].programme)),
                             hear_difference, &found, &found.comparison, &found.error),
                         PRAP_OK);
        snprintf(words, sizeof words, "%u same:%s", (unsigned)found.comparison.same, found.words);
        assert_string_equal(words, wanted);
    }
}

/* The published vectors of the 128-bit form: key 00..0f, texts of 0, 1, 15 and 63 bytes 00, 01, … */
static void the_hash_is_siphash(void **state) {
    static const struct {
        size_t n;
        const char *hash;
    } vectors[] = {{0, "a3817f04ba25a8e66df67214c7550293"},
                   {1, "da87c1d86b99af44347659119b22fc45"},
                   {15, "5493e99933b0a8117e08ec0f97cfc3d9"},
                   {63, "5150d1772f50834a503e069a973fbd7c"}};
    (void)state;
    for (size_t i = 0; i < sizeof vectors / sizeof vectors[0]; i++) {
        prapi_siphash hash;
        uint8_t bytes[16];
        char text[33] = "";
        prapi_siphash_begin(&hash, key);
        for (size_t n = 0; n < vectors[i].n; n++)
            prapi_siphash_add(&hash, (uint8_t)n);
        prapi_siphash_end(&hash, bytes);
        for (size_t n = 0; n < 16; n++)
            snprintf(text + 2 * n, 3, "%02x", bytes[n]);
        assert_string_equal(text, vectors[i].hash);
        assert_int_equal(hash.v[0], 0);
    }
}

/* Another key, referral, item or occurrence gives another mark; the same gives the same. */
static void a_mark_is_of_one_place(void **state) {
    static const char *const others[] = {"prap-referral-id=R2|mobile=0113 496 0000",
                                         "prap-referral-id=R1|telephone=0113 496 0000",
                                         "prap-referral-id=R1|mobile=0113 496 0001"};
    struct extract_record ours;
    prap_data_mark marks[4], again[4];
    size_t n = 0;
    uint8_t other_key[PRAP_DATA_KEY_BYTES] = {1};
    (void)state;
    assert_int_equal(prap_data_mark_record(
                         key,
                         record_of(&ours, "", "prap-referral-id=R1|mobile=01134960000|mobile=01134960000"),
                         marks, 4, &n, NULL),
                     PRAP_OK);
    assert_int_equal(n, 3);
    assert_int_equal(marks[2].occurrence, 1);
    assert_memory_not_equal(marks[1].mark, marks[2].mark, 16);
    assert_int_equal(prap_data_mark_record(other_key, &ours.record, again, 4, &n, NULL), PRAP_OK);
    assert_memory_not_equal(marks[1].mark, again[1].mark, 16);
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        assert_int_equal(prap_data_mark_record(key, record_of(&ours, "", others[i]), again, 4, &n, NULL),
                         PRAP_OK);
        assert_memory_not_equal(marks[1].mark, again[1].mark, 16);
    }
    assert_int_equal(prap_data_mark_record(key,
                                           record_of(&ours, "", "mobile=+441134960000|prap-referral-id= R1 "),
                                           again, 4, &n, NULL),
                     PRAP_OK);
    assert_memory_equal(marks[1].mark, again[0].mark, 16);
}

static void assert_mark(const prap_data_mark *mark, const char *wanted) {
    char text[33];
    for (size_t n = 0; n < sizeof mark->mark; n++) snprintf(text + 2 * n, 3, "%02x", mark->mark[n]);
    assert_string_equal(text, wanted);
}

/*
 * Hosts keep marks from one version to the next, so they may not change. These were made without the library, by a
 * SipHash-2-4 of 128 bits over: 1, item and occurrence (4 bytes each, least first), "R1", 0xFF, the value written one way.
 */
static void marks_stay_what_they_are(void **state) {
    static const char *const wanted[] = {
        "2416cf5b5d04cbb810a2c68772723e88", "4c0678958670663b638a9f9a2677b900", "0fde4c42ecfd4243cf7240af8bd8906d",
        "32cd64577f11b711b313311742446431", "5f3579fe110dba67f9200d6bdc52e5d3", "61b7820b6a2282ecb4e5f1fc1271f3e1",
        "d741a4895810f37a841763f4d785a93d", "cb317ed947055d4ad6846f8ea4a3ec56", "609cfe959904f89d748ff29f18324a71",
        "c9a23fab55367bea455f807951f2b936", "1b5acf2e49c08d7b15ebbb1ac622edfc",
    };
    static prap_data_mark marks[EXTRACT_ROOM];
    (void)state;
    assert_int_equal(marks_of("nino=ab 12 34 56 c|postcode=ls1 4ap|telephone=+44 113 496 0000|referral-date=1/12/2021|"
                              "welsh-spoken=no|driving-licence=yes|deceased=yes|referral-basis=voluntary|"
                              "other-activities= cook  or\nbaker |other-activities=more",
                              marks),
                     sizeof wanted / sizeof wanted[0]);
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) assert_mark(&marks[i], wanted[i]);
}

/* A value is marked to its end, whatever bytes it holds; marks of two referrals are not compared. */
static void a_mark_is_of_the_whole_value(void **state) {
    static const prap_text texts[] = {{"a\0b", 3}, {"a\0c", 3}, {"a\1b", 3}, {"a\1c", 3}};
    prap_data_mark marks[4][2], other[1];
    size_t n = 0;
    (void)state;
    for (size_t i = 0; i < 4; i++) {
        const prap_data_value values[] = {{{"R1", 2}, PRAP_DATA_ITEM_PRAP_REFERRAL_ID, 0},
                                          {texts[i], PRAP_DATA_ITEM_OTHER_ACTIVITIES, 0}};
        const prap_data_record record = {.size = sizeof record, .on = PRAP_DAY_NONE, .values = values, .n = 2};
        assert_int_equal(prap_data_mark_record(key, &record, marks[i], 2, &n, NULL), PRAP_OK);
    }
    assert_memory_not_equal(marks[0][1].mark, marks[1][1].mark, 16);
    assert_memory_not_equal(marks[2][1].mark, marks[3][1].mark, 16);
    struct extract_record ours;
    assert_int_equal(prap_data_mark_record(key, record_of(&ours, "", "prap-referral-id=R2"), other, 1, &n, NULL), PRAP_OK);
    begin();
    assert_int_equal(prap_data_compare_marks(marks[0], 2, other, 1, 0, NULL, NULL, &found.comparison, NULL), PRAP_E_RANGE);
    const prap_data_mark wrong[] = {marks[0][0], {.item = 999}};
    assert_int_equal(prap_data_compare_marks(wrong, 2, other, 1, 0, NULL, NULL, &found.comparison, NULL), PRAP_E_WORD);
    static const prap_data_mark none[PRAP_DATA_VALUES_MAX] = {{.item = PRAP_DATA_ITEM_NINO}};
    assert_int_equal(prap_data_compare_marks(none, 1, none, 1, 0, NULL, NULL, &found.comparison, NULL), PRAP_OK);
}

/* The 260th of one item, and what stands behind the last value is nobody's. */
static void many_of_one_item(void **state) {
    enum { MANY = 261 };
    static prap_data_value values[MANY + 1];
    static prap_data_mark marks[MANY + 1];
    size_t n = 0;
    (void)state;
    values[0] = (prap_data_value){{"R1", 2}, PRAP_DATA_ITEM_PRAP_REFERRAL_ID, 0};
    for (size_t i = 1; i <= MANY; i++) values[i] = (prap_data_value){{"a", 1}, PRAP_DATA_ITEM_OTHER_ACTIVITIES, 0};
    const prap_data_record record = {.size = sizeof record, .on = PRAP_DAY_NONE, .values = values, .n = MANY};
    assert_int_equal(prap_data_mark_record(key, &record, marks, MANY, &n, NULL), PRAP_OK);
    assert_int_equal(n, MANY);
    assert_int_equal(marks[MANY].item, 0);
    assert_mark(&marks[MANY - 1], "15b3b37f1800cb96dbc5b933369588b0");
    const prap_data_record after_one = {.size = sizeof record, .on = PRAP_DAY_NONE, .values = values + 1, .n = MANY};
    values[MANY] = values[0]; /* the referral's name comes last, and then beyond the end */
    assert_int_equal(prap_data_mark_record(key, &after_one, marks, MANY, &n, NULL), PRAP_OK);
    const prap_data_record without = {.size = sizeof record, .on = PRAP_DAY_NONE, .values = values + 1, .n = MANY - 1};
    assert_int_equal(prap_data_mark_record(key, &without, marks, MANY, &n, NULL), PRAP_E_REQUIRED);
}

static void what_is_refused_to_be_marked(void **state) {
    struct extract_record ours;
    prap_data_mark marks[2];
    prap_error error = {.size = sizeof error};
    size_t n = 77;
    (void)state;
    prap_data_record *record = record_of(&ours, "", "surname=B|?x=1|mobile= |prison=no");
    assert_int_equal(prap_data_mark_record(key, record, marks, 2, &n, &error), PRAP_E_REQUIRED);
    assert_string_equal(error.field, "prap-referral-id");
    record = record_of(&ours, "", "prap-referral-id= |prap-referral-id=a\tb");
    assert_int_equal(prap_data_mark_record(key, record, marks, 2, &n, &error), PRAP_E_REQUIRED);
    record = record_of(&ours, "",
                       "?x=1|surname=B|prap-referral-id= |prap-referral-id=R1|mobile= |prison=no|title=Mr");
    assert_int_equal(n, 77);
    assert_int_equal(prap_data_mark_record(key, record, marks, 2, &n, &error), PRAP_E_ROOM);
    assert_int_equal(n, 3);
    assert_int_equal(prap_data_mark_record(key, record, NULL, 0, &n, NULL), PRAP_E_ROOM);
    record->n = 4;
    assert_int_equal(prap_data_mark_record(key, record, marks, 2, &n, NULL), PRAP_OK);
    assert_int_equal(n, 2);
    record->programme = 99;
    assert_int_equal(prap_data_mark_record(key, record, marks, 2, &n, NULL), PRAP_E_WORD);
    assert_int_equal(prap_data_mark_record(NULL, record, marks, 2, &n, NULL), PRAP_E_NULL);
    assert_int_equal(prap_data_mark_record(key, NULL, marks, 2, &n, NULL), PRAP_E_NULL);
    assert_int_equal(prap_data_mark_record(key, record, NULL, 2, &n, NULL), PRAP_E_NULL);
    assert_int_equal(prap_data_mark_record(key, record, NULL, 1, &n, NULL), PRAP_E_NULL);
    assert_int_equal(prap_data_mark_record(key, record, marks, 2, NULL, NULL), PRAP_E_NULL);
}

static void what_is_refused_to_be_compared(void **state) {
    struct extract_record old, new;
    const prap_data_mark mark = {.item = PRAP_DATA_ITEM_NINO}, no_mark = {.item = 999};
    (void)state;
    assert_string_equal(compared("", "prap-referral-id=R1", "prap-referral-id=R2"), "range");
    assert_string_equal(found.error.field, "after");
    assert_string_equal(compared("", "prap-referral-id=R1", "surname=B"),
                        "0 same: gone[prap-referral-id]:CH15-9 appeared[surname]:CH15-9");
    prap_data_record *before = record_of(&old, "", "surname=B"), *after = record_of(&new, "", "surname=C");
    begin();
    prap_data_comparison *comparison = &found.comparison;
    prap_error *error = &found.error;
    before->scr = 77;
    assert_int_equal(prap_data_compare(before, after, NULL, NULL, comparison, error), PRAP_E_WORD);
    before->scr = 0;
    after->size = 3;
    assert_int_equal(prap_data_compare(before, after, NULL, NULL, comparison, error), PRAP_E_SIZE);
    assert_string_equal(error->field, "after");
    after->size = sizeof *after;
    assert_int_equal(prap_data_compare(NULL, after, NULL, NULL, comparison, error), PRAP_E_NULL);
    assert_int_equal(prap_data_compare(before, NULL, NULL, NULL, comparison, error), PRAP_E_NULL);
    assert_int_equal(prap_data_compare(before, after, NULL, NULL, NULL, error), PRAP_E_NULL);
    assert_int_equal(prap_data_compare(before, after, NULL, NULL, comparison, error), PRAP_OK);
    assert_int_equal(comparison->changed, 1);
    assert_int_equal(prap_data_compare_marks(&mark, 1, NULL, 0, 0, NULL, NULL, comparison, error), PRAP_OK);
    assert_int_equal(comparison->gone, 1);
    assert_int_equal(prap_data_compare_marks(&no_mark, 1, NULL, 0, 0, NULL, NULL, comparison, error),
                     PRAP_E_WORD);
    assert_string_equal(error->field, "before[0].item");
    assert_int_equal(prap_data_compare_marks(NULL, 0, &no_mark, 1, 0, NULL, NULL, comparison, error),
                     PRAP_E_WORD);
    assert_int_equal(prap_data_compare_marks(NULL, 1, NULL, 0, 0, NULL, NULL, comparison, error),
                     PRAP_E_NULL);
    assert_int_equal(
        prap_data_compare_marks(NULL, 0, &mark, PRAP_DATA_VALUES_MAX + 1, 0, NULL, NULL, comparison, error),
        PRAP_E_LIMIT);
    assert_int_equal(prap_data_compare_marks(NULL, 0, NULL, 0, 99, NULL, NULL, comparison, error),
                     PRAP_E_WORD);
    assert_int_equal(prap_data_compare_marks(NULL, 0, NULL, 0, 0, NULL, NULL, NULL, error), PRAP_E_NULL);
    comparison->size = 5;
    assert_int_equal(prap_data_compare_marks(NULL, 0, NULL, 0, 0, NULL, NULL, comparison, error),
                     PRAP_E_SIZE);
    assert_int_equal(prap_data_compare(before, after, NULL, NULL, comparison, error), PRAP_E_SIZE);
    found.stop_with = PRAP_FAIL;
    assert_string_equal(compared("", "surname=B|title=Mr", ""), prap_status_name(PRAP_FAIL));
    assert_int_equal(found.n, 1);
    found.stop_with = PRAP_OK;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_differs),
        cmocka_unit_test(every_change_item_is_told_as_itself),
        cmocka_unit_test(marks_tell_the_same),
        cmocka_unit_test(the_hash_is_siphash),
        cmocka_unit_test(a_mark_is_of_one_place),
        cmocka_unit_test(marks_stay_what_they_are),
        cmocka_unit_test(a_mark_is_of_the_whole_value),
        cmocka_unit_test(many_of_one_item),
        cmocka_unit_test(what_is_refused_to_be_marked),
        cmocka_unit_test(what_is_refused_to_be_compared),
    };
    (void)checked;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
