/*
 * catalogue-test.c: every row of the catalogue by place, number and name, what the rows point at, and what only
 * prose says. Compiled a second time with the catalogue's own sources and no prose (PRAPI_PROSE=0).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "prap/catalogue.h"
#include "prap/vocabulary.h"

#include "catalogue/documents.h"
#include "catalogue/prose.h"

static void assert_prose(const char *text) {
    assert_int_equal(text[0] != '\0', PRAPI_PROSE);
}

static void assert_rules_exist(const uint32_t *rules, uint32_t n) {
    for (uint32_t i = 0; i < n; i++)
        assert_non_null(prap_rule_by_number(rules[i]));
}

static void every_rule_is_found(void **state) {
    (void)state;
    assert_int_equal(prap_rule_count(), 667);
    for (uint32_t i = 0; i < prap_rule_count(); i++) {
        const prap_rule *rule = prap_rule_at(i);
        assert_int_equal(rule->size, sizeof *rule);
        assert_ptr_equal(prap_rule_by_number(rule->number), rule);
        assert_ptr_equal(prap_rule_find(rule->id, strlen(rule->id)), rule);
        assert_non_null(prap_document_by_number(rule->document));
        assert_in_range(rule->first_line, 1, rule->last_line);
        assert_prose(rule->text);
    }
    assert_null(prap_rule_at(prap_rule_count()));
}

static void a_rule_is_found_exactly(void **state) {
    (void)state;
    assert_string_equal(prap_rule_find("IPES-3.22", 9)->paragraph, "3.22");
    assert_string_equal(prap_rule_find("IPES-3.22 and more", 9)->id, "IPES-3.22"); /* as long as it is said to be */
    assert_null(prap_rule_find("IPES-3.22", 8));
    assert_null(prap_rule_find("IPES-3.22x", 10));
    assert_null(prap_rule_find("ipes-3.22", 9));
    assert_null(prap_rule_find("AAA", 3));
    assert_null(prap_rule_find("ZZZ", 3));
    assert_null(prap_rule_find("", 0));
    assert_null(prap_rule_find(NULL, 0));
    assert_null(prap_rule_find("IPES-3.22\0x", 10));
    assert_null(prap_rule_find("IPES-3.22\0x", 11));
    /* Every id cut short is another one or none, whatever stands after it. */
    for (uint32_t i = 0; i < prap_rule_count(); i++) {
        char id[64];
        const size_t whole = strlen(prap_rule_at(i)->id);
        assert_true(whole < sizeof id);
        memcpy(id, prap_rule_at(i)->id, whole);
        id[whole] = '~';
        for (size_t n = 0; n <= whole; n++) {
            const prap_rule *expected = NULL;
            for (uint32_t k = 0; k < prap_rule_count(); k++) {
                if (strlen(prap_rule_at(k)->id) == n && memcmp(prap_rule_at(k)->id, id, n) == 0) expected = prap_rule_at(k);
            }
            assert_ptr_equal(prap_rule_find(id, n), expected);
        }
    }
    for (size_t n = 0; n < 40; n++) { /* without an id there is nothing to find, however long it is said to be */
        assert_null(prap_rule_find(NULL, n));
        assert_null(prap_ambiguity_find(NULL, n));
        assert_null(prap_contact_find(NULL, n));
        assert_null(prap_document_find(NULL, n));
        assert_null(prap_catalogue_policy_find(NULL, n));
    }
    assert_null(prap_rule_by_number(0));
    assert_null(prap_rule_by_number(5999));
    assert_null(prap_rule_by_number(UINT32_MAX));
}

static void every_ambiguity_is_found(void **state) {
    (void)state;
    assert_int_equal(prap_ambiguity_count(), 109);
    for (uint32_t i = 0; i < prap_ambiguity_count(); i++) {
        const prap_ambiguity *ambiguity = prap_ambiguity_at(i);
        assert_int_equal(ambiguity->size, sizeof *ambiguity);
        assert_ptr_equal(prap_ambiguity_by_number(ambiguity->number), ambiguity);
        assert_ptr_equal(prap_ambiguity_find(ambiguity->id, strlen(ambiguity->id)), ambiguity);
        assert_rules_exist(ambiguity->rules, ambiguity->n_rules);
        assert_true(ambiguity->concerns[0] != '\0' && ambiguity->policy[0] != '\0');
        assert_prose(ambiguity->unclear);
        assert_prose(ambiguity->readings);
        assert_prose(ambiguity->recommended);
        for (uint32_t k = 0; k < ambiguity->n_policies; k++) {
            const prap_catalogue_policy *policy = prap_catalogue_policy_by_number(ambiguity->policies[k]);
            assert_int_equal(policy->ambiguity, ambiguity->number);
            assert_non_null(strstr(ambiguity->policy, policy->name));
        }
    }
    assert_null(prap_ambiguity_at(prap_ambiguity_count()));
    assert_null(prap_ambiguity_by_number(0));
    assert_null(prap_ambiguity_find("AMB-44", 5));
    assert_null(prap_ambiguity_find("amb-44", 6));
    assert_null(prap_ambiguity_find(NULL, 0));
}

static void an_ambiguity_names_its_rules_and_policies(void **state) {
    (void)state;
    const prap_ambiguity *late = prap_ambiguity_find("AMB-44", 6);
    assert_int_equal(late->number, 44);
    assert_int_equal(late->n_rules, 1);
    assert_string_equal(prap_rule_by_number(late->rules[0])->id, "IPES-3.23-N1");
    assert_int_equal(late->n_policies, 1);
    assert_string_equal(prap_catalogue_policy_by_number(late->policies[0])->name, "P-LATE-ACK");
    assert_string_equal(late->policy, "P-LATE-ACK = REFUSE* / ALLOW_WITH_BREACH");
    /* "all within" names no rule, and one reading is built in. */
    const prap_ambiguity *within = prap_ambiguity_by_number(4);
    assert_int_equal(within->n_rules + within->n_policies, 0);
    assert_string_equal(within->policy, "fixed");
    /* "IPES-3.75-3.79", "M08-*-11/9/8" and "LC-39c" after a rule of another document, each written out. */
    const struct {
        const char *id;
        const char *rules[5];
    } written[] = {
        {"AMB-87", {"M08-INEL-11", "M08-WORK-9", "M08-DUP-8", "IPES-A32-1"}},
        {"AMB-57", {"M08-BG-3a", "M08-BG-3c", "IPES-LC-39c", "IPES-LC-45"}},
        {"AMB-60", {"CH15-7", "IPES-3.84", "PD-15a", "PD-15b"}},
    };
    for (size_t i = 0; i < sizeof written / sizeof written[0]; i++) {
        const prap_ambiguity *ambiguity = prap_ambiguity_find(written[i].id, 6);
        assert_int_equal(ambiguity->n_rules, 4);
        for (uint32_t k = 0; k < 4; k++)
            assert_string_equal(prap_rule_by_number(ambiguity->rules[k])->id, written[i].rules[k]);
    }
}

static void every_policy_is_found(void **state) {
    (void)state;
    assert_int_equal(prap_catalogue_policy_count(), 70);
    for (uint32_t i = 0; i < prap_catalogue_policy_count(); i++) {
        const prap_catalogue_policy *policy = prap_catalogue_policy_at(i);
        assert_int_equal(policy->size, sizeof *policy);
        assert_ptr_equal(prap_catalogue_policy_by_number(policy->number), policy);
        assert_ptr_equal(prap_catalogue_policy_find(policy->name, strlen(policy->name)), policy);
        assert_true(policy->default_value[0] != '\0' && policy->alternatives[0] != '\0');
        if (policy->ambiguity != 0) assert_string_equal(prap_ambiguity_by_number(policy->ambiguity)->id, policy->serves);
        if (policy->rule != 0) assert_string_equal(prap_rule_by_number(policy->rule)->id, policy->serves);
    }
    assert_null(prap_catalogue_policy_at(prap_catalogue_policy_count()));
    assert_null(prap_catalogue_policy_by_number(0));
    assert_null(prap_catalogue_policy_find("P-LATE-ACK", 9));
    assert_null(prap_catalogue_policy_find("late-ack", 8));
    assert_null(prap_catalogue_policy_find(NULL, 0));
}

static void a_policy_says_what_it_serves(void **state) {
    (void)state;
    const prap_catalogue_policy *allotted = prap_catalogue_policy_find("P-ALLOT-DAYS", 12);
    assert_int_equal(allotted->ambiguity, 0);
    assert_string_equal(prap_rule_by_number(allotted->rule)->id, "IPES-3.29");
    assert_int_equal(allotted->policy, PRAP_POLICY_ALLOT_DAYS);
    const prap_catalogue_policy *whp = prap_catalogue_policy_find("P-WHP-DEADLINES", 15);
    assert_int_equal(whp->policy, 0); /* nothing decides by it yet */
    const prap_catalogue_policy *late = prap_catalogue_policy_find("P-LATE-ACK", 10);
    assert_int_equal(late->policy, PRAP_POLICY_LATE_ACK);
    assert_int_equal(late->ambiguity, 44);
    assert_string_equal(late->default_value, "REFUSE");
    assert_string_equal(late->alternatives, "ALLOW_WITH_BREACH");
}

static void every_contact_is_found(void **state) {
    (void)state;
    assert_int_equal(prap_contact_count(), 13);
    for (uint32_t i = 0; i < prap_contact_count(); i++) {
        const prap_contact *contact = prap_contact_at(i);
        assert_int_equal(contact->size, sizeof *contact);
        assert_ptr_equal(prap_contact_find(contact->id, strlen(contact->id)), contact);
        assert_in_range(contact->status, PRAP_CONTACT_STATUS_PRINTED, PRAP_CONTACT_STATUS_HOST_SUPPLIES);
        assert_rules_exist(contact->rules, contact->n_rules);
        assert_true(contact->printed[0] != '\0' && contact->where[0] != '\0');
        assert_prose(contact->role);
        assert_prose(contact->note);
        /* AMB-84: nobody reads mail that is sent to the old domain. */
        if (strstr(contact->printed, "@dwp.gsi.gov.uk") != NULL) {
            assert_int_equal(contact->status, PRAP_CONTACT_STATUS_SUPERSEDED);
        }
    }
    assert_null(prap_contact_at(prap_contact_count()));
    assert_null(prap_contact_find("post-email", 9));
    assert_null(prap_contact_find(NULL, 0));
    /* shows PRAP-HELP-3, PRAP-HELP-4, PRAP-DOC-1-ACC, PRAP-DOC-2-ACC, PRAP-DOC-3-ACC */
    assert_non_null(strstr(prap_contact_find("post-helpline", 13)->printed, "0345 604 5406"));
    assert_string_equal(prap_contact_find("post-email", 10)->printed, "prap.support@dwp.gsi.gov.uk");
    assert_string_equal(prap_contact_find("accessible-formats", 18)->printed, "accessible.formats@dwp.gsi.gov.uk");
    assert_int_equal(prap_contact_find("post-helpline", 13)->status, PRAP_CONTACT_STATUS_PRINTED);
    assert_int_equal(prap_contact_find("ipes-policy-team", 16)->status, PRAP_CONTACT_STATUS_REDACTED);
    assert_int_equal(prap_contact_find("memo-08-enquiries", 17)->status, PRAP_CONTACT_STATUS_MISSING);
    assert_int_equal(prap_contact_find("security-mailbox", 16)->status, PRAP_CONTACT_STATUS_SUPERSEDED);
}

/* shows PRAP-PUB-2, PD-META, M08-META-3, IPES-META-2 */
static void every_document_has_its_dates(void **state) {
    (void)state;
    static const struct {
        const char *name;
        uint32_t number;
        int32_t year, month, day;
    } rows[] = {
        {"PRAP", PRAP_DOCUMENT_PRAP, 2017, 2, 24}, {"PD", PRAP_DOCUMENT_PD, 2015, 12, 15},
        {"M08", PRAP_DOCUMENT_M08, 2019, 2, 28},   {"CH15", PRAP_DOCUMENT_CH15, 0, 0, 0},
        {"IPES", PRAP_DOCUMENT_IPES, 2023, 5, 10},
    };
    assert_int_equal(prap_document_count(), sizeof rows / sizeof rows[0]);
    for (uint32_t i = 0; i < prap_document_count(); i++) {
        const prap_document *document = prap_document_at(i);
        prap_day first = PRAP_DAY_NONE;
        if (rows[i].year != 0) {
            assert_int_equal(prap_day_from_civil(rows[i].year, rows[i].month, rows[i].day, &first), PRAP_OK);
        }
        assert_int_equal(document->size, sizeof *document);
        assert_int_equal(document->number, rows[i].number);
        assert_string_equal(document->name, rows[i].name);
        assert_int_equal(document->first_day, first);
        assert_int_equal(document->last_day, PRAP_DAY_NONE);
        assert_prose(document->state);
        assert_ptr_equal(prap_document_by_number(rows[i].number), document);
        assert_ptr_equal(prap_document_find(rows[i].name, strlen(rows[i].name)), document);
    }
    assert_null(prap_document_at(prap_document_count()));
    assert_null(prap_document_by_number(0));
    assert_null(prap_document_find("IPE", 3));
    assert_null(prap_document_find("ipes", 4));
    assert_null(prap_document_find(NULL, 0));
    /* AMB-70: the host says when chapter 15 is in force. */
    const prap_document *chapter = prap_document_by_number(PRAP_DOCUMENT_CH15);
    assert_string_equal(prap_catalogue_policy_by_number(chapter->policy)->name, "P-CH15-IN-FORCE");
}

static void a_day_is_before_in_or_after_a_text(void **state) {
    (void)state;
    const prap_document open = {.first_day = PRAP_DAY_NONE, .last_day = PRAP_DAY_NONE};
    const prap_document closed = {.first_day = 100, .last_day = 200};
    assert_int_equal(prapi_document_outside(&open, PRAP_DAY_MIN), 0);
    assert_int_equal(prapi_document_outside(&open, PRAP_DAY_MAX), 0);
    assert_int_equal(prapi_document_outside(&closed, 99), PRAP_OUTSIDE_BEFORE);
    assert_int_equal(prapi_document_outside(&closed, 100), 0);
    assert_int_equal(prapi_document_outside(&closed, 200), 0);
    assert_int_equal(prapi_document_outside(&closed, 201), PRAP_OUTSIDE_AFTER);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_rule_is_found),
        cmocka_unit_test(a_rule_is_found_exactly),
        cmocka_unit_test(every_ambiguity_is_found),
        cmocka_unit_test(an_ambiguity_names_its_rules_and_policies),
        cmocka_unit_test(every_policy_is_found),
        cmocka_unit_test(a_policy_says_what_it_serves),
        cmocka_unit_test(every_contact_is_found),
        cmocka_unit_test(every_document_has_its_dates),
        cmocka_unit_test(a_day_is_before_in_or_after_a_text),
    };
    return cmocka_run_group_tests_name(PRAPI_PROSE ? "catalogue" : "catalogue without prose", tests, NULL, NULL);
}
