/* vocabulary-test.c: the words of the tables, by place, number and name, and the columns that are not words.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "prap/prap.h"
#include "vocabulary/vocabulary.h"

enum { LAST_KIND = 220 };

static void every_word_is_found_by_number_and_by_name(void **state) {
    (void)state;
    for (uint32_t kind = 0; kind <= LAST_KIND; kind++) {
        const uint32_t n = prap_word_count(kind);
        const bool is_kind = (kind >= PRAP_WORDS_STATE && kind <= PRAP_WORDS_CHOICE) ||
                             (kind >= PRAP_WORDS_PROGRAMME && kind <= PRAP_WORDS_CONTACT_STATUS);
        if (is_kind) assert_true(n > 0);
        for (uint32_t i = 0; i < n; i++) {
            const prap_word *word = prap_word_at(kind, i);
            assert_int_equal(word->size, sizeof(prap_word));
            assert_int_equal(word->kind, kind);
            assert_ptr_equal(prap_word_by_number(kind, word->number), word);
            assert_ptr_equal(prap_word_find(kind, word->name, strlen(word->name)), word);
            assert_true(word->meaning[0] != '\0');
            if (word->rule != 0) assert_non_null(prap_rule_by_number(word->rule));
        }
        assert_null(prap_word_at(kind, n));
        assert_null(prap_word_by_number(kind, 65000));
        assert_null(prap_word_find(kind, "no-such-word", 12));
    }
}

/* A number finds the one row that has it, wherever that stands, and no number finds another's. */
static void a_number_is_found_exactly(void **state) {
    (void)state;
    for (uint32_t kind = 0; kind <= LAST_KIND; kind++) {
        for (uint32_t number = 0; number < 1200; number++) {
            const prap_word *word = NULL;
            for (uint32_t i = 0; i < prap_word_count(kind); i++) {
                if (prap_word_at(kind, i)->number == number) word = prap_word_at(kind, i);
            }
            assert_ptr_equal(prap_word_by_number(kind, number), word);
        }
    }
}

static void a_name_is_found_exactly(void **state) {
    (void)state;
    assert_non_null(prap_word_find(PRAP_WORDS_EVENT, "acceptance", 6)); /* as long as it is said to be */
    assert_null(prap_word_find(PRAP_WORDS_EVENT, "accept", 5));
    assert_null(prap_word_find(PRAP_WORDS_EVENT, "Accept", 6));
    assert_null(prap_word_find(PRAP_WORDS_EVENT, "", 0));
    assert_null(prap_word_find(PRAP_WORDS_EVENT, NULL, 0));
    assert_null(prap_word_find(PRAP_WORDS_EVENT, NULL, 6));
    assert_null(prap_word_find(999, "accept", 6));
    assert_null(prap_word_by_number(999, 1));
    assert_null(prap_word_at(999, 0));
    assert_int_equal(prap_word_count(999), 0);
}

static void internal_names_and_rows(void **state) {
    (void)state;
    assert_string_equal(prapi_word_name(PRAP_WORDS_STATE, PRAP_STATE_RECEIVED), "received");
    assert_string_equal(prapi_word_name(PRAP_WORDS_STATE, 11), "");
    uint32_t n = 7;
    assert_null(prapi_words(999, &n));
    assert_int_equal(n, 0);
    assert_ptr_equal(prapi_words(PRAP_WORDS_FACT, &n), prap_word_at(PRAP_WORDS_FACT, 0));
    assert_int_equal(n, PRAPI_FACT_END - 1);
}

static void states_say_which_are_ended(void **state) {
    (void)state;
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_STATE); i++) {
        const prap_word *word = prap_word_at(PRAP_WORDS_STATE, i);
        const bool outcome = word->number >= PRAP_STATE_REJECTED && word->number <= PRAP_STATE_ENDED;
        const bool over = word->number == PRAP_STATE_CLOSED || word->number == PRAP_STATE_CEASED; /* of procedures */
        assert_int_equal(word->detail, outcome || over ? 1 : 0);
    }
}

static void facts_that_last(void **state) {
    (void)state;
    assert_true(prapi_fact_lasts(PRAP_FACT_SCR));
    assert_false(prapi_fact_lasts(PRAP_FACT_REACHED));
    assert_false(prapi_fact_lasts(0));
    assert_false(prapi_fact_lasts(PRAPI_FACT_END));
}

static void reasons_have_a_sentence_and_a_cure(void **state) {
    (void)state;
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_REASON); i++) {
        const uint32_t reason = prap_word_at(PRAP_WORDS_REASON, i)->number;
        assert_true(strlen(prap_reason_why(reason)) > 10);
        assert_true(strlen(prap_reason_cure(reason)) > 10);
        const uint32_t fact = prapi_reason_fact(reason), cure = prapi_reason_cure_event(reason);
        assert_true(fact == 0 || prap_word_by_number(PRAP_WORDS_FACT, fact) != NULL);
        assert_true(cure == 0 || prap_word_by_number(PRAP_WORDS_EVENT, cure) != NULL);
    }
    assert_null(prap_reason_why(0));
    assert_null(prap_reason_cure(0));
    assert_null(prap_reason_why(10000));
    assert_null(prap_reason_cure(10000));
    assert_int_equal(prapi_reason_fact(10000), 0);
    assert_int_equal(prapi_reason_cure_event(10000), 0);
}

static void deadlines_name_their_computation(void **state) {
    (void)state;
    assert_string_equal(prap_deadline_computation(PRAP_DEADLINE_ACK), "D-01");
    assert_string_equal(prap_deadline_computation(PRAP_DEADLINE_MEET), "D-02");
    assert_string_equal(prap_deadline_computation(PRAP_DEADLINE_PLAN), "D-03");
    assert_string_equal(prap_deadline_computation(PRAP_DEADLINE_AUTO60), "D-04");
    assert_null(prap_deadline_computation(PRAP_DEADLINE_CONTACT)); /* how often is the policy's (3.21) */
    assert_null(prap_deadline_computation(0));
    assert_null(prap_deadline_computation(10000));
}

static void policies_have_choices_or_a_range(void **state) {
    (void)state;
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_POLICY); i++) {
        const uint32_t number = prap_word_at(PRAP_WORDS_POLICY, i)->number;
        const prap_policy *policy = prap_policy_by_number(number);
        assert_int_equal(policy->size, sizeof(prap_policy));
        assert_int_equal(policy->number, number);
        assert_int_equal(memcmp(policy->catalogue_name, "P-", 2), 0);
        assert_true(prapi_policy_allows(number, policy->default_value));
        assert_int_equal(prapi_policy_allows(number, -1), policy->lowest < 0); /* a day may be before 1970 */
        uint32_t choices = 0;
        for (; prap_policy_choice_at(number, choices) != 0; choices++)
            assert_true(prapi_policy_allows(number, prap_policy_choice_at(number, choices)));
        if (policy->highest == 0) {
            assert_true(choices >= 2);
            continue;
        }
        assert_int_equal(choices, 0);
        assert_true(prapi_policy_allows(number, policy->lowest));
        assert_true(prapi_policy_allows(number, policy->highest));
        assert_false(prapi_policy_allows(number, policy->lowest - 1));
        assert_false(prapi_policy_allows(number, policy->highest + 1));
    }
    assert_null(prap_policy_by_number(0));
    assert_null(prap_policy_by_number(PRAPI_POLICY_END));
    assert_int_equal(prap_policy_choice_at(0, 0), 0);
    assert_false(prapi_policy_allows(0, 1));
    assert_false(prapi_policy_allows(PRAP_POLICY_LATE_ACK, PRAP_CHOICE_MADE)); /* another policy's choice */
}

static void sensitive_words_are_said_to_be(void **state) {
    (void)state;
    assert_int_equal(prap_word_is_sensitive(PRAP_WORDS_FACT, PRAP_FACT_SCR), 1);
    assert_int_equal(prap_word_is_sensitive(PRAP_WORDS_CHANNEL, PRAP_CHANNEL_CLERICAL), 1);
    assert_int_equal(prap_word_is_sensitive(PRAP_WORDS_CHANNEL, PRAP_CHANNEL_PRAP), 0);
    assert_int_equal(prap_word_is_sensitive(PRAP_WORDS_FACT, PRAP_FACT_MADE), 0);
    assert_int_equal(prap_word_is_sensitive(0, PRAP_FACT_SCR), 0);
    assert_int_equal(prap_word_is_sensitive(PRAP_WORDS_FACT, UINT32_MAX), 0);
}

static void leaver_codes_belong_to_a_programme(void **state) {
    (void)state;
    static const int32_t listed[] = {39, 43, 45, 46};
    for (size_t i = 0; i < sizeof listed / sizeof *listed; i++)
        assert_true(prapi_code_is_listed(PRAP_PROGRAMME_IPES, listed[i]));
    assert_false(prapi_code_is_listed(PRAP_PROGRAMME_IPES, 37));
    assert_false(prapi_code_is_listed(99, 39));
}

static void the_library_says_which_it_is(void **state) {
    (void)state;
    assert_string_equal(prap_library_version(), PRAP_VERSION_TEXT);
    assert_int_not_equal(prap_library_rules_hash(), 0);
    assert_int_equal(prap_library_rules_hash(), prap_library_rules_hash());
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_is_found_by_number_and_by_name),
        cmocka_unit_test(a_number_is_found_exactly),
        cmocka_unit_test(a_name_is_found_exactly),
        cmocka_unit_test(internal_names_and_rows),
        cmocka_unit_test(states_say_which_are_ended),
        cmocka_unit_test(facts_that_last),
        cmocka_unit_test(reasons_have_a_sentence_and_a_cure),
        cmocka_unit_test(deadlines_name_their_computation),
        cmocka_unit_test(policies_have_choices_or_a_range),
        cmocka_unit_test(sensitive_words_are_said_to_be),
        cmocka_unit_test(leaver_codes_belong_to_a_programme),
        cmocka_unit_test(the_library_says_which_it_is),
    };
    return cmocka_run_group_tests_name("vocabulary", tests, NULL, NULL);
}
