/*
 * codes-test.c: the codes of each programme, and what choosing one does to payment.
 * shows IPES-LC-1, IPES-LC-2, IPES-LC-39a, IPES-LC-43, IPES-LC-45, IPES-LC-46a
 * shows IPES-LC-39c, M08-INEL-8, M08-WORK-6, M08-DUP-6, M08-BG-3c
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "prap/prap.h"

struct told {
    uint32_t n;
    prap_consequence consequences[8];
    prap_status stop_with;
};

static prap_status hear(void *user, const prap_consequence *consequence) {
    struct told *told = user;
    assert_true(told->n < 8);
    assert_int_equal(consequence->size, sizeof *consequence);
    assert_non_null(prap_word_by_number(PRAP_WORDS_CONSEQUENCE, consequence->consequence));
    assert_non_null(prap_rule_by_number(consequence->rule));
    told->consequences[told->n++] = *consequence;
    return told->stop_with;
}

static prap_code_choice chosen(uint32_t programme, int32_t code, uint32_t feed, struct told *told) {
    prap_code_choice choice = {.size = sizeof choice};
    memset(told, 0, sizeof *told);
    assert_int_equal(prap_code_consequences(programme, code, feed, hear, told, &choice), PRAP_OK);
    assert_int_equal(choice.consequences, told->n);
    return choice;
}

static const char *rule_id(uint32_t rule) {
    const prap_rule *row = prap_rule_by_number(rule);
    return row == NULL ? "" : row->id;
}

/* rules.md 1.6, row by row. */
static void the_table_is_the_catalogues(void **state) {
    (void)state;
    static const struct {
        uint32_t programme;
        int32_t code;
        const char *label;
        uint32_t actor;
        uint32_t feed;
        const char *rule, *feed_rule;
    } rows[] = {
        {PRAP_PROGRAMME_IPES, 39, "completed provision", PRAP_ACTOR_PROVIDER, PRAP_FEED_OPEN, "IPES-LC-39a", "IPES-LC-39c"},
        {PRAP_PROGRAMME_IPES, 43, "customer deceased", PRAP_ACTOR_PROVIDER, PRAP_FEED_CLOSED, "IPES-LC-43", "IPES-LC-43"},
        {PRAP_PROGRAMME_IPES, 45, "end of allotted time", PRAP_ACTOR_PRAP_SYSTEM, PRAP_FEED_OPEN, "IPES-LC-45", "IPES-LC-45"},
        {PRAP_PROGRAMME_IPES, 46, "exceptional circumstance", PRAP_ACTOR_PROVIDER, PRAP_FEED_CLOSED, "IPES-LC-46a", "IPES-LC-46e"},
        {PRAP_PROGRAMME_WHP, 1, "found work", PRAP_ACTOR_PROVIDER, PRAP_FEED_CLOSED, "M08-WORK-6", "M08-BG-3c"},
        {PRAP_PROGRAMME_WHP, 10, "other", PRAP_ACTOR_PROVIDER, PRAP_FEED_CLOSED, "M08-DUP-6", "M08-BG-3c"},
        {PRAP_PROGRAMME_WHP, 37, "no longer eligible", PRAP_ACTOR_PROVIDER, PRAP_FEED_CLOSED, "M08-INEL-8", "M08-BG-3c"},
        {PRAP_PROGRAMME_JETS, 1, "found work", PRAP_ACTOR_PROVIDER, PRAP_FEED_CLOSED, "M08-WORK-6", "M08-BG-3c"},
        {PRAP_PROGRAMME_JETS, 10, "other", PRAP_ACTOR_PROVIDER, PRAP_FEED_CLOSED, "M08-DUP-6", "M08-BG-3c"},
        {PRAP_PROGRAMME_JETS, 37, "no longer eligible", PRAP_ACTOR_PROVIDER, PRAP_FEED_CLOSED, "M08-INEL-8", "M08-BG-3c"},
    };
    enum { N = sizeof rows / sizeof rows[0] };
    assert_int_equal(prap_code_count(0), N);
    assert_int_equal(prap_code_count(PRAP_PROGRAMME_IPES), 4);
    assert_int_equal(prap_code_count(PRAP_PROGRAMME_WHP), 3);
    assert_int_equal(prap_code_count(PRAP_PROGRAMME_JETS), 3);
    assert_int_equal(prap_code_count(99), 0);
    for (uint32_t i = 0; i < N; i++) {
        const prap_code *code = prap_code_at(0, i);
        assert_int_equal(code->size, sizeof *code);
        assert_int_equal(code->programme, rows[i].programme);
        assert_int_equal(code->code, rows[i].code);
        assert_string_equal(code->label, rows[i].label);
        assert_int_equal(code->actor, rows[i].actor);
        assert_int_equal(code->feed, rows[i].feed);
        assert_string_equal(rule_id(code->rule), rows[i].rule);
        assert_string_equal(rule_id(code->feed_rule), rows[i].feed_rule);
        assert_true(strlen(code->needs) > 0);
        assert_ptr_equal(prap_code_find(rows[i].programme, rows[i].code), code);
    }
    assert_null(prap_code_at(0, N));
    assert_null(prap_code_at(PRAP_PROGRAMME_WHP, 3));
    assert_int_equal(prap_code_at(PRAP_PROGRAMME_WHP, 2)->code, 37);
}

/* AMB-93: each number belongs to its programme. */
static void a_code_of_another_programme_is_refused(void **state) {
    (void)state;
    static const int32_t memo[] = {1, 10, 37}, ipes[] = {39, 43, 45, 46};
    struct told told;
    for (size_t i = 0; i < 3; i++) {
        const prap_code_choice choice = chosen(PRAP_PROGRAMME_IPES, memo[i], 0, &told);
        assert_int_equal(choice.verdict, PRAP_VERDICT_REFUSED);
        assert_string_equal(rule_id(choice.rule), "IPES-LC-1");
        assert_int_equal(choice.programmes, 1u << PRAP_PROGRAMME_WHP | 1u << PRAP_PROGRAMME_JETS);
        assert_int_equal(choice.severity, PRAP_SEVERITY_FORBIDDEN);
        assert_null(choice.code);
        assert_null(prap_code_find(PRAP_PROGRAMME_IPES, memo[i]));
        assert_int_equal(told.n, 0);
        assert_int_equal(choice.payment, 0);
        assert_int_equal(choice.feed, choice.feed_before);
    }
    for (size_t i = 0; i < 4; i++) {
        const prap_code_choice choice = chosen(PRAP_PROGRAMME_WHP, ipes[i], 0, &told);
        assert_int_equal(choice.verdict, PRAP_VERDICT_REFUSED);
        assert_int_equal(choice.rule, prap_code_find(PRAP_PROGRAMME_IPES, ipes[i])->rule);
        assert_int_equal(choice.programmes, 1u << PRAP_PROGRAMME_IPES);
    }
    const prap_code_choice nowhere = chosen(PRAP_PROGRAMME_JETS, 38, 0, &told);
    assert_int_equal(nowhere.verdict, PRAP_VERDICT_REFUSED);
    assert_string_equal(rule_id(nowhere.rule), "M08-SUM-1");
    assert_int_equal(nowhere.programmes, 0);
    assert_int_equal(chosen(PRAP_PROGRAMME_IPES, -1, 0, &told).programmes, 0);
}

static void a_choice_says_what_it_does_to_payment(void **state) {
    (void)state;
    struct told told;
    prap_code_choice choice = chosen(PRAP_PROGRAMME_IPES, 46, 0, &told);
    assert_int_equal(choice.verdict, PRAP_VERDICT_PERMITTED);
    assert_int_equal(choice.rule, choice.code->rule);
    assert_int_equal(choice.feed_before, PRAP_FEED_OPEN);
    assert_int_equal(choice.feed, PRAP_FEED_CLOSED);
    assert_int_equal(choice.payment, PRAP_PAYMENT_ENDS);
    assert_int_equal(choice.severity, PRAP_SEVERITY_ADVICE);
    assert_int_equal(told.n, 2);
    assert_int_equal(told.consequences[0].consequence, PRAP_CONSEQUENCE_FEED_ENDS);
    assert_string_equal(rule_id(told.consequences[0].rule), "IPES-LC-46e");
    assert_int_equal(told.consequences[1].consequence, PRAP_CONSEQUENCE_REPAYMENT);
    assert_string_equal(rule_id(told.consequences[1].rule), "IPES-LC-2");
    choice = chosen(PRAP_PROGRAMME_IPES, 39, 0, &told);
    assert_int_equal(choice.feed, PRAP_FEED_OPEN);
    assert_int_equal(choice.payment, PRAP_PAYMENT_GOES_ON);
    assert_int_equal(told.consequences[0].consequence, PRAP_CONSEQUENCE_FEED_GOES_ON);
    assert_int_equal(told.consequences[0].severity, PRAP_SEVERITY_NOTICE);
    choice = chosen(PRAP_PROGRAMME_WHP, 37, PRAP_FEED_OPEN, &told);
    assert_int_equal(choice.payment, PRAP_PAYMENT_ENDS);
    assert_int_equal(choice.severity, PRAP_SEVERITY_TEXT_SILENT);
    assert_int_equal(told.consequences[1].consequence, PRAP_CONSEQUENCE_REPAYMENT_NOT_STATED);
}

/* F-I-21: 45 is PRaP's own. */
static void the_automatic_code_is_not_to_be_entered(void **state) {
    (void)state;
    struct told told;
    const prap_code_choice choice = chosen(PRAP_PROGRAMME_IPES, 45, 0, &told);
    assert_int_equal(choice.verdict, PRAP_VERDICT_REFUSED);
    assert_non_null(choice.code);
    assert_string_equal(rule_id(choice.rule), "IPES-LC-45");
    assert_int_equal(choice.severity, PRAP_SEVERITY_FORBIDDEN);
    assert_int_equal(told.consequences[0].consequence, PRAP_CONSEQUENCE_SET_BY_PRAP);
    assert_int_equal(choice.feed, PRAP_FEED_OPEN);
}

static void a_feed_that_is_not_open_is_left_alone(void **state) {
    (void)state;
    static const uint32_t feeds[] = {PRAP_FEED_NOT_OPEN, PRAP_FEED_CLOSED};
    struct told told;
    for (size_t i = 0; i < 2; i++) {
        const prap_code_choice choice = chosen(PRAP_PROGRAMME_WHP, 1, feeds[i], &told);
        assert_int_equal(choice.feed_before, feeds[i]);
        assert_int_equal(choice.feed, feeds[i]);
        assert_int_equal(choice.payment, PRAP_PAYMENT_NONE);
        assert_int_equal(told.consequences[0].consequence, PRAP_CONSEQUENCE_NO_FEED);
    }
}

static void what_cannot_be_asked_is_said(void **state) {
    (void)state;
    struct told told = {.stop_with = PRAP_FAIL};
    prap_code_choice choice = {.size = sizeof choice, .verdict = 77};
    assert_int_equal(prap_code_consequences(PRAP_PROGRAMME_IPES, 39, 0, hear, &told, NULL), PRAP_E_NULL);
    assert_int_equal(prap_code_consequences(0, 39, 0, hear, &told, &choice), PRAP_E_WORD);
    assert_int_equal(prap_code_consequences(PRAP_PROGRAMME_IPES, 39, 4, hear, &told, &choice), PRAP_E_WORD);
    assert_int_equal(told.n, 0);
    assert_int_equal(prap_code_consequences(PRAP_PROGRAMME_IPES, 39, 0, hear, &told, &choice), PRAP_FAIL);
    assert_int_equal(told.n, 1);
    assert_int_equal(choice.verdict, 77);
    choice.size--;
    assert_int_equal(prap_code_consequences(PRAP_PROGRAMME_IPES, 39, 0, NULL, NULL, &choice), PRAP_E_SIZE);
    choice.size++;
    assert_int_equal(prap_code_consequences(PRAP_PROGRAMME_IPES, 39, 0, NULL, NULL, &choice), PRAP_OK);
    assert_int_equal(choice.consequences, 2);
}

/* AMB-91: memo 08's codes are JETS' under one setting alone; of every other code no policy decides. */
static void a_policy_decides_whose_the_memos_codes_are(void **state) {
    (void)state;
    const prap_code *code;
    for (uint32_t i = 0; (code = prap_code_at(0, i)) != NULL; i++) {
        const bool jets = code->programme == PRAP_PROGRAMME_JETS;
        assert_int_equal(code->policy, jets ? PRAP_POLICY_M08_JETS : 0);
        assert_int_equal(code->choice, jets ? PRAP_CHOICE_ON : 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_table_is_the_catalogues),
        cmocka_unit_test(a_code_of_another_programme_is_refused),
        cmocka_unit_test(a_choice_says_what_it_does_to_payment),
        cmocka_unit_test(the_automatic_code_is_not_to_be_entered),
        cmocka_unit_test(a_feed_that_is_not_open_is_left_alone),
        cmocka_unit_test(what_cannot_be_asked_is_said),
        cmocka_unit_test(a_policy_decides_whose_the_memos_codes_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
