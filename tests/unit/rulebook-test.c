/* rulebook-test.c: settings read from words, and rulebooks made of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "test-host.h"

static prap_status parse(const char *name, const char *value, prap_setting *setting, prap_error *error) {
    memset(error, 0, sizeof *error);
    error->size = sizeof *error;
    return prap_setting_parse(test_text(name), test_text(value), setting, error);
}

static void a_setting_in_every_spelling(void **state) {
    (void)state;
    static const struct {
        const char *name, *value;
        prap_setting setting;
    } rows[] = {
        {"late-ack", "allow-with-breach", {PRAP_POLICY_LATE_ACK, PRAP_CHOICE_ALLOW_WITH_BREACH}},
        {"P-LATE-ACK", "ALLOW_WITH_BREACH", {PRAP_POLICY_LATE_ACK, PRAP_CHOICE_ALLOW_WITH_BREACH}},
        {"P-late-ack", "Allow-With_Breach", {PRAP_POLICY_LATE_ACK, PRAP_CHOICE_ALLOW_WITH_BREACH}},
        {"min-attempts", "1", {PRAP_POLICY_MIN_ATTEMPTS, 1}},
        {"P-MIN-ATTEMPTS", "99", {PRAP_POLICY_MIN_ATTEMPTS, 99}},
        {"auto60-day", "61", {PRAP_POLICY_AUTO60_DAY, 61}},
        {"min-attempts", "0003", {PRAP_POLICY_MIN_ATTEMPTS, 3}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        prap_setting setting = {0, 0};
        prap_error error;
        assert_int_equal(parse(rows[i].name, rows[i].value, &setting, &error), PRAP_OK);
        assert_int_equal(setting.policy, rows[i].setting.policy);
        assert_int_equal(setting.value, rows[i].setting.value);
    }
}

static void a_setting_that_is_none(void **state) {
    (void)state;
    static const struct {
        const char *name, *value;
        prap_status status;
        const char *field, *lists; /* the error lists what there is */
    } rows[] = {
        {"late-akc", "refuse", PRAP_E_WORD, "policy", "late-ack"},
        {"", "refuse", PRAP_E_WORD, "policy", "ack-nonworking"},
        {"P-", "refuse", PRAP_E_WORD, "policy", "late-ack"},
        {"Plate-ack", "refuse", PRAP_E_WORD, "policy", "late-ack"},
        {"late-ack-too", "refuse", PRAP_E_WORD, "policy", "late-ack"},
        {"late-ack", "allow", PRAP_E_WORD, "value", "allow-with-breach"},
        {"late-ack", "", PRAP_E_WORD, "value", "refuse"},
        {"late-ack", "made", PRAP_E_WORD, "value", "refuse"}, /* a choice of another policy */
        {"late-ack", "1003", PRAP_E_WORD, "value", "refuse"}, /* its number is not its name */
        {"min-attempts", "0", PRAP_E_RANGE, "value", "1 to 99"},
        {"min-attempts", "100", PRAP_E_RANGE, "value", "1 to 99"},
        {"min-attempts", "12345", PRAP_E_RANGE, "value", "1 to 99"},
        {"min-attempts", "two", PRAP_E_RANGE, "value", "1 to 99"},
        {"min-attempts", "2:", PRAP_E_RANGE, "value", "1 to 99"},
        {"min-attempts", "+2", PRAP_E_RANGE, "value", "1 to 99"},
        {"annotation-end", "10 May 2023", PRAP_E_RANGE, "value", "a day, YYYY-MM-DD"},
        {"auto60-day", "59", PRAP_E_RANGE, "value", "60 to 61"},
        {"a-name-that-is-longer-than-any-policy-can-be", "1", PRAP_E_WORD, "policy", "late-ack"},
        {"late-ack", "a-value-that-is-longer-than-any-choice-is", PRAP_E_WORD, "value", "refuse"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        prap_setting setting = {77, 77};
        prap_error error;
        assert_int_equal(parse(rows[i].name, rows[i].value, &setting, &error), rows[i].status);
        assert_int_equal(error.status, rows[i].status);
        assert_string_equal(error.field, rows[i].field);
        assert_non_null(strstr(error.message, rows[i].lists));
        assert_int_equal(setting.policy, 77); /* untouched */
    }
    prap_setting setting;
    assert_int_equal(prap_setting_parse(test_text("late-ack"), test_text("refuse"), NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_setting_parse((prap_text){NULL, 3}, test_text("refuse"), &setting, NULL),
                     PRAP_E_WORD);
    assert_int_equal(prap_setting_parse(test_text("late-ack"), (prap_text){NULL, 0}, &setting, NULL),
                     PRAP_E_WORD);
}

/* Every word of the list is a policy that can be set, whole; "..." says that there are more. */
static void assert_lists_policies(const char *message) {
    const char *list = strchr(message, ':');
    assert_non_null(list);
    for (const char *word = list + 2; *word != '\0'; word += word[0] == ' ' ? 1 : 0) {
        const size_t bytes = strcspn(word, " ");
        assert_true(prap_word_find(PRAP_WORDS_POLICY, word, bytes) != NULL || strcmp(word, "...") == 0);
        word += bytes;
    }
}

static void what_is_listed_first_is_most_like_what_was_given(void **state) {
    (void)state;
    static const struct {
        const char *name, *said;
    } rows[] = {
        {"late-akc", "there is no such policy; there are: late-ack ack-nonworking css2-count"},
        {"auto60-dau", "there is no such policy; there are: auto60-day ack-nonworking late-ack"},
        {"P-AUTO60-TIME",
         "there is no such policy; there are: auto60-day auto60-count auto60-anchor ack-nonworking"},
        {"late-ack-now", "there is no such policy; there are: late-ack ack-nonworking css2-count"},
        {"zebra", "there is no such policy; there are: ack-nonworking late-ack css2-count auto60-day"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        prap_setting setting;
        prap_error error;
        assert_int_equal(parse(rows[i].name, "refuse", &setting, &error), PRAP_E_WORD);
        assert_memory_equal(error.message, rows[i].said, strlen(rows[i].said));
        assert_lists_policies(error.message);
    }
}

/* A default as a setting is written, where the catalogue says it in words. */
static const char *as_a_value(const prap_catalogue_policy *policy) {
    static const char *const rows[][2] = {
        {"none", "0"}, {"off", "0"}, {"1 working day", "1"}, {"7 days", "7"}, {"unset", "0"}, {"10 May 2023", "2023-05-10"}};
    const prap_policy *setting = prap_policy_by_number(policy->policy);
    for (size_t i = 0; i < sizeof rows / sizeof *rows && setting != NULL && setting->highest != 0; i++) {
        if (strcmp(policy->default_value, rows[i][0]) == 0) return rows[i][1];
    }
    return policy->default_value;
}

/* A policy of the catalogue that decides nothing yet is not taken for a slip of the pen, nor silently for a
 * setting. */
static void a_policy_that_decides_nothing_yet(void **state) {
    (void)state;
    static const char said[] =
        "the policy is in the catalogue, but nothing in this version decides by it; there are: ";
    uint32_t deciding = 0;
    for (uint32_t i = 0; i < prap_catalogue_policy_count(); i++) {
        const prap_catalogue_policy *policy = prap_catalogue_policy_at(i);
        prap_setting setting = {77, 77};
        prap_error error;
        const prap_status status = parse(policy->name, as_a_value(policy), &setting, &error);
        if (policy->policy != 0) {
            assert_int_equal(status, PRAP_OK);
            assert_int_equal(setting.policy, policy->policy);
            assert_int_equal(setting.value, prap_policy_by_number(policy->policy)->default_value);
            deciding++;
            continue;
        }
        assert_int_equal(status, PRAP_E_WORD);
        assert_string_equal(error.field, "policy");
        assert_memory_equal(error.message, said, strlen(said));
        assert_lists_policies(error.message);
        assert_int_equal(setting.policy, 77);
    }
    assert_int_equal(deciding, prap_word_count(PRAP_WORDS_POLICY));
}

/* An error names fields and words, never what came in. */
static void an_error_does_not_repeat_what_came_in(void **state) {
    (void)state;
    prap_setting setting;
    prap_error error;
    assert_int_equal(parse("late-ack", "canary", &setting, &error), PRAP_E_WORD);
    assert_null(strstr(error.message, "canary"));
    assert_int_equal(parse("canary", "refuse", &setting, &error), PRAP_E_WORD);
    assert_null(strstr(error.message, "canary"));
}

struct made {
    struct failing_allocator allocator;
    prap_rulebook *rulebook;
    prap_error error;
};

static prap_status make(struct made *made, const prap_setting *settings, size_t n) {
    memset(made, 0, sizeof *made);
    failing_allocator_init(&made->allocator);
    made->error.size = sizeof made->error;
    return prap_rulebook_create(&made->allocator.interface, PRAP_PROGRAMME_IPES,
                                prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), settings, n,
                                &made->rulebook, &made->error);
}

static void a_rulebook_has_defaults_and_settings(void **state) {
    (void)state;
    const prap_setting settings[] = {{PRAP_POLICY_MIN_ATTEMPTS, 5},
                                     {PRAP_POLICY_LATE_ACK, PRAP_CHOICE_ALLOW_WITH_BREACH}};
    struct made made;
    assert_int_equal(make(&made, settings, 2), PRAP_OK);
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_POLICY); i++) {
        const uint32_t policy = prap_word_at(PRAP_WORDS_POLICY, i)->number;
        int32_t expected = prap_policy_by_number(policy)->default_value;
        if (policy == PRAP_POLICY_MIN_ATTEMPTS) expected = 5;
        if (policy == PRAP_POLICY_LATE_ACK) expected = PRAP_CHOICE_ALLOW_WITH_BREACH;
        assert_int_equal(prap_rulebook_setting(made.rulebook, policy), expected);
    }
    assert_int_equal(prap_rulebook_setting(made.rulebook, 0), 0);
    assert_int_equal(prap_rulebook_setting(made.rulebook, 1000), 0);
    assert_int_equal(prap_rulebook_programme(made.rulebook), PRAP_PROGRAMME_IPES);
    assert_ptr_equal(prap_rulebook_calendar(made.rulebook),
                     prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES));
    prap_rulebook_destroy(made.rulebook);
    assert_int_equal(made.allocator.outstanding_bytes + made.allocator.wrong_releases, 0);
}

static void nothing_is_said_of_no_rulebook(void **state) {
    (void)state;
    prap_rulebook_destroy(NULL);
    assert_int_equal(prap_rulebook_hash(NULL), 0);
    assert_int_equal(prap_rulebook_setting(NULL, PRAP_POLICY_LATE_ACK), 0);
    assert_int_equal(prap_rulebook_programme(NULL), 0);
    assert_null(prap_rulebook_calendar(NULL));
}

static uint32_t hash_of(const prap_setting *settings, size_t n) {
    struct made made;
    assert_int_equal(make(&made, settings, n), PRAP_OK);
    const uint32_t hash = prap_rulebook_hash(made.rulebook);
    prap_rulebook_destroy(made.rulebook);
    return hash;
}

static void the_hash_is_of_what_the_settings_come_to(void **state) {
    (void)state;
    const prap_setting as_by_default[] = {{PRAP_POLICY_LATE_ACK, PRAP_CHOICE_REFUSE}};
    const prap_setting other[] = {{PRAP_POLICY_LATE_ACK, PRAP_CHOICE_ALLOW_WITH_BREACH},
                                  {PRAP_POLICY_MIN_ATTEMPTS, 3}};
    const prap_setting turned[] = {other[1], other[0]};
    assert_int_equal(hash_of(NULL, 0), hash_of(as_by_default, 1));
    assert_int_equal(hash_of(other, 2), hash_of(turned, 2));
    assert_int_not_equal(hash_of(other, 2), hash_of(other, 1));
    assert_int_not_equal(hash_of(other, 1), hash_of(NULL, 0));
}

static void a_rulebook_that_cannot_be(void **state) {
    (void)state;
    static const struct {
        prap_setting settings[2];
        size_t n;
        prap_status status;
        const char *field;
    } rows[] = {
        {{{999, 1}}, 1, PRAP_E_WORD, "policy"},
        {{{0, 0}}, 1, PRAP_E_WORD, "policy"},
        {{{PRAP_POLICY_LATE_ACK, PRAP_CHOICE_MADE}}, 1, PRAP_E_WORD, "value"},
        {{{PRAP_POLICY_MIN_ATTEMPTS, 0}}, 1, PRAP_E_RANGE, "value"},
        {{{PRAP_POLICY_MIN_ATTEMPTS, 2}, {PRAP_POLICY_MIN_ATTEMPTS, 2}}, 2, PRAP_E_TWICE, "policy"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct made made;
        assert_int_equal(make(&made, rows[i].settings, rows[i].n), rows[i].status);
        assert_string_equal(made.error.field, rows[i].field);
        assert_null(made.rulebook);
        assert_int_equal(made.allocator.outstanding_bytes, 0);
    }
}

static void arguments_that_are_missing(void **state) {
    (void)state;
    struct failing_allocator counting;
    failing_allocator_init(&counting);
    const prap_allocator *allocator = &counting.interface;
    const prap_calendar *calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    prap_rulebook *rulebook = NULL;
    prap_allocator lacking = *allocator;
    assert_int_equal(prap_rulebook_create(NULL, 1, calendar, NULL, 0, &rulebook, NULL), PRAP_E_NULL);
    assert_int_equal(prap_rulebook_create(allocator, 1, NULL, NULL, 0, &rulebook, NULL), PRAP_E_NULL);
    assert_int_equal(prap_rulebook_create(allocator, 1, calendar, NULL, 1, &rulebook, NULL), PRAP_E_NULL);
    assert_int_equal(prap_rulebook_create(allocator, 1, calendar, NULL, 0, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_rulebook_create(allocator, 0, calendar, NULL, 0, &rulebook, NULL), PRAP_E_WORD);
    assert_int_equal(prap_rulebook_create(allocator, 99, calendar, NULL, 0, &rulebook, NULL), PRAP_E_WORD);
    lacking.allocate = NULL;
    assert_int_equal(prap_rulebook_create(&lacking, 1, calendar, NULL, 0, &rulebook, NULL), PRAP_E_NULL);
    lacking = *allocator;
    lacking.release = NULL;
    assert_int_equal(prap_rulebook_create(&lacking, 1, calendar, NULL, 0, &rulebook, NULL), PRAP_E_NULL);
    lacking = *allocator;
    lacking.size = sizeof lacking - 1;
    assert_int_equal(prap_rulebook_create(&lacking, 1, calendar, NULL, 0, &rulebook, NULL), PRAP_E_SIZE);
    assert_null(rulebook);
    assert_int_equal(counting.calls, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_setting_in_every_spelling),
        cmocka_unit_test(a_setting_that_is_none),
        cmocka_unit_test(what_is_listed_first_is_most_like_what_was_given),
        cmocka_unit_test(a_policy_that_decides_nothing_yet),
        cmocka_unit_test(an_error_does_not_repeat_what_came_in),
        cmocka_unit_test(a_rulebook_has_defaults_and_settings),
        cmocka_unit_test(nothing_is_said_of_no_rulebook),
        cmocka_unit_test(the_hash_is_of_what_the_settings_come_to),
        cmocka_unit_test(a_rulebook_that_cannot_be),
        cmocka_unit_test(arguments_that_are_missing),
    };
    return cmocka_run_group_tests_name("rulebook", tests, NULL, NULL);
}
