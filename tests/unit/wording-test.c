/* wording-test.c: a host words a refusal in Welsh by its ids, without a sentence of the library's. */
#include <stdio.h>

#include "engine-cases.h"

/* The host's own table. Its keys are the public names, which never change. */
static const struct worded {
    uint32_t kind;
    const char *name;
    const char *text;
} welsh[] = {
    {PRAP_WORDS_VERDICT, "refused", "gwrthodwyd"},
    {PRAP_WORDS_REASON, "acknowledgement-passed",
     "ni chydnabuwyd yr atgyfeiriad o fewn 2 ddiwrnod gwaith, felly ni ellir ei dderbyn mwyach"},
    {PRAP_WORDS_STATE, "received", "wedi cyrraedd"},
};

/* The host's wording of a word, or the library's English where the host has none yet. */
static const char *in_welsh(uint32_t kind, uint32_t number) {
    const prap_word *word = prap_word_by_number(kind, number);
    assert_non_null(word);
    for (size_t i = 0; i < sizeof welsh / sizeof welsh[0]; i++) {
        if (welsh[i].kind == kind && strcmp(welsh[i].name, word->name) == 0) return welsh[i].text;
    }
    return word->meaning;
}

static void a_refusal_is_worded_by_its_ids(void **state) {
    (void)state;
    char text[300];
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command first = received("A");
    const prap_command late = test_command("A", PRAP_EVENT_ACCEPT, test_day(2023, 5, 10));
    submit_permitted(&host, &first);
    assert_int_equal(test_host_submit(&host, &late), PRAP_OK);
    const prap_summary *summary = test_host_summary(&host);
    assert_int_equal(prap_answer_reason_count(host.answer), 1);
    const prap_reason *reason = prap_answer_reason_at(host.answer, 0);
    const prap_rule *rule = prap_rule_by_number(reason->rule);
    snprintf(text, sizeof text, "%s (%s): %s (%s)", in_welsh(PRAP_WORDS_VERDICT, summary->verdict),
             in_welsh(PRAP_WORDS_STATE, summary->stage), in_welsh(PRAP_WORDS_REASON, reason->reason),
             rule->id);
    assert_string_equal(text,
                        "gwrthodwyd (wedi cyrraedd): ni chydnabuwyd yr atgyfeiriad o fewn 2 ddiwrnod gwaith, "
                        "felly ni ellir ei dderbyn mwyach (IPES-3.23-N1)");
    assert_int_equal(test_host_close(&host), 0);
}

/* The name leads back to the number, so that a table may be kept by either; the sentence is one of the word.
 */
static void every_reason_can_be_worded(void **state) {
    (void)state;
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_REASON); i++) {
        const prap_word *word = prap_word_at(PRAP_WORDS_REASON, i);
        assert_ptr_equal(prap_word_find(PRAP_WORDS_REASON, word->name, strlen(word->name)), word);
        assert_string_equal(prap_reason_why(word->number), word->meaning);
        assert_true(prap_reason_cure(word->number)[0] != '\0');
    }
    assert_string_equal(in_welsh(PRAP_WORDS_STATE, PRAP_STATE_ACCEPTED),
                        prap_word_by_number(PRAP_WORDS_STATE, PRAP_STATE_ACCEPTED)->meaning);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_refusal_is_worded_by_its_ids),
        cmocka_unit_test(every_reason_can_be_worded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
