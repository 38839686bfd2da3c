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

/* CRC-32C, a bit at a time, of a text with its NUL, or of a number, least byte first. */
static uint32_t checked(uint32_t crc, uint32_t number, const char *text) {
    const size_t n = text != NULL ? strlen(text) + 1 : 4;
    for (size_t i = 0; i < n; i++) {
        crc ^= text != NULL ? (uint32_t)(uint8_t)text[i] : number >> (8 * i) & 0xFFu;
        for (int bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? crc >> 1 ^ 0x82F63B78u : crc >> 1;
    }
    return crc;
}

/* What has columns by its number has none past the last number. */
static void there_is_nothing_past_the_last(void **state) {
    (void)state;
    const uint32_t reason = prap_word_count(PRAP_WORDS_REASON) + 1;
    assert_true(prap_reason_why(reason) == NULL && prap_reason_cure(reason) == NULL);
    assert_true(prapi_reason_fact(reason) == 0 && prapi_reason_cure_event(reason) == 0);
    assert_null(prap_desk_finding_cure(prap_word_count(PRAP_WORDS_DESK_FINDING) + 1));
    const uint32_t finding = prap_word_count(PRAP_WORDS_RETENTION_FINDING) + 1;
    assert_true(prap_retention_finding_cure(finding) == NULL && prap_retention_finding_row(finding) == NULL);
    assert_null(prap_deadline_computation(prap_word_count(PRAP_WORDS_DEADLINE) + 1));
    assert_null(prap_record_kind_by_number(prap_word_count(PRAP_WORDS_RECORD) + 1));
    assert_null(prap_checklist_kind_by_number(prap_word_count(PRAP_WORDS_CHECKLIST) + 1));
    assert_null(prap_form_by_number(prap_word_count(PRAP_WORDS_FORM) + 1));
    for (uint32_t i = 0; i < 3; i++) {
        assert_null(prap_form_alias_at(prap_word_count(PRAP_WORDS_FORM) + 1, i));
        assert_null(prap_form_field_at(prap_word_count(PRAP_WORDS_FORM) + 1, i));
        assert_null(prap_form_route_at(prap_word_count(PRAP_WORDS_FORM) + 1, i));
    }
}

/* A fact that has events of its own is said with those alone, any other with every event. */
static void which_events_say_a_fact(void **state) {
    (void)state;
    for (uint32_t fact = 1; fact < PRAPI_FACT_END; fact++) {
        uint32_t owners = 0, allowed = 0;
        for (uint32_t i = 0; prapi_fact_event_at(fact, i) != 0; i++) {
            assert_true(prapi_fact_is_said_with(fact, prapi_fact_event_at(fact, i)));
            owners++;
        }
        for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_EVENT); i++)
            allowed += prapi_fact_is_said_with(fact, prap_word_at(PRAP_WORDS_EVENT, i)->number) ? 1 : 0;
        assert_int_equal(allowed, owners == 0 ? prap_word_count(PRAP_WORDS_EVENT) : owners);
    }
}

/* A form is found by its names in small letters and in capitals, and by nothing beside them. */
static void forms_are_found_in_either_case(void **state) {
    (void)state;
    for (uint32_t number = 1; number <= prap_word_count(PRAP_WORDS_FORM); number++) {
        const prap_form *form = prap_form_by_number(number);
        char name[200];
        const size_t n = strlen(form->title);
        assert_true(n < sizeof name);
        for (int change = 0; change < 3; change++) {
            for (size_t i = 0; i <= n; i++) {
                const char c = form->title[i];
                const bool lower = c >= 'a' && c <= 'z', upper = c >= 'A' && c <= 'Z';
                name[i] = change == 1 && lower ? (char)(c - 32) : change == 2 && upper ? (char)(c + 32) : c;
            }
            assert_ptr_equal(prap_form_find(name, n), form);
        }
        name[n - 1] = (char)(name[n - 1] ^ 0x40);
        assert_null(prap_form_find(name, n));
    }
    for (size_t n = 0; n < 200; n++) assert_null(prap_form_find(NULL, n));
    assert_non_null(prap_form_find("PRAP14", 6));
    assert_null(prap_form_find("PRAP14{", 7));
}

/* An empty value is none, also of a policy that may be 0; what is too long for any name is none either. */
static void settings_that_are_no_words(void **state) {
    (void)state;
    static char longest[20000];
    prap_setting setting = {77, 77};
    memset(longest, 'p', sizeof longest);
    assert_int_equal(prap_setting_parse((prap_text){"prompt", 6}, (prap_text){"", 0}, &setting, NULL), PRAP_E_RANGE);
    assert_int_equal(prap_setting_parse((prap_text){"prompt", 6}, (prap_text){longest, sizeof longest}, &setting, NULL), PRAP_E_RANGE);
    assert_int_equal(prap_setting_parse((prap_text){longest, sizeof longest}, (prap_text){"1", 1}, &setting, NULL), PRAP_E_WORD);
    assert_int_equal(prap_setting_parse((prap_text){"", 0}, (prap_text){"1", 1}, &setting, NULL), PRAP_E_WORD);
    assert_int_equal(prap_setting_parse((prap_text){"P-", 2}, (prap_text){"1", 1}, &setting, NULL), PRAP_E_WORD);
    assert_int_equal(prap_setting_parse((prap_text){"prompt", 6}, (prap_text){"P-", 2}, &setting, NULL), PRAP_E_RANGE);
    assert_int_equal(prap_setting_parse((prap_text){"prompt", 6}, (prap_text){"/", 1}, &setting, NULL), PRAP_E_RANGE);
    assert_int_equal(prap_setting_parse((prap_text){"prompt", 6}, (prap_text){":", 1}, &setting, NULL), PRAP_E_RANGE);
    assert_int_equal(prap_setting_parse((prap_text){"prompt", 6}, (prap_text){"00001", 5}, &setting, NULL), PRAP_E_RANGE);
    assert_int_equal(prap_setting_parse((prap_text){"x-prompt", 8}, (prap_text){"1", 1}, &setting, NULL), PRAP_E_WORD);
    assert_true(setting.policy == 77 && setting.value == 77);
    assert_int_equal(prap_setting_parse((prap_text){"P-PROMPT", 8}, (prap_text){"0001", 4}, &setting, NULL), PRAP_OK);
    assert_true(setting.policy == PRAP_POLICY_PROMPT && setting.value == 1);
    int32_t values[PRAPI_POLICY_END];
    memset(values, 0x55, sizeof values);
    assert_int_equal(prapi_settings_take(values, &setting, 1, NULL), PRAP_OK);
    assert_int_equal(values[0], 0); /* of no policy */
    for (uint32_t policy = 1; policy < PRAPI_POLICY_END; policy++)
        assert_int_equal(values[policy], prap_policy_by_number(policy)->default_value);
}

static void the_library_says_which_it_is(void **state) {
    (void)state;
    assert_string_equal(prap_library_version(), PRAP_VERSION_TEXT);
    assert_int_not_equal(prap_library_rules_hash(), 0);
    assert_int_equal(prap_library_rules_hash(), prap_library_rules_hash());
    /* Every word of every kind, each once, and every rule: by a checksum of our own. */
    uint32_t hash = UINT32_MAX, words = 0, listed = 0;
    const prap_word *word = NULL;
    for (; (word = prapi_word_of_any(words)) != NULL; words++) {
        assert_ptr_equal(prap_word_by_number(word->kind, word->number), word);
        hash = checked(checked(hash, word->kind, NULL), word->number, NULL);
        hash = checked(checked(hash, 0, word->name), 0, word->meaning);
    }
    for (uint32_t kind = 0; kind < 1000; kind++) listed += prap_word_count(kind);
    assert_int_equal(words, listed);
    for (uint32_t i = 0; i < prap_rule_count(); i++) {
        const prap_rule *rule = prap_rule_at(i);
        hash = checked(checked(checked(hash, rule->number, NULL), 0, rule->id), 0, rule->text);
    }
    assert_int_equal(prap_library_rules_hash(), hash ^ UINT32_MAX);
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
        cmocka_unit_test(there_is_nothing_past_the_last),
        cmocka_unit_test(which_events_say_a_fact),
        cmocka_unit_test(forms_are_found_in_either_case),
        cmocka_unit_test(settings_that_are_no_words),
    };
    return cmocka_run_group_tests_name("vocabulary", tests, NULL, NULL);
}
