/* evidence-test.c: the rows of notices, records and checklists: what is found, and what the tables must keep to. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "prap/prap.h"
#include "vocabulary/vocabulary.h"

static void a_notice_says_whom_how_and_when(void **state) {
    (void)state;
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_NOTICE); i++) {
        const prap_word *word = prap_word_at(PRAP_WORDS_NOTICE, i);
        const prap_notice_kind *kind = prap_notice_kind_by_number(word->number);
        assert_non_null(kind);
        assert_int_equal(kind->size, sizeof *kind);
        assert_int_equal(kind->notice, word->number);
        assert_int_equal(kind->rule, word->rule);
        assert_int_equal(kind->severity, word->detail);
        assert_int_equal(kind->recipient, word->absent);
        assert_non_null(prap_word_by_number(PRAP_WORDS_MEANS, kind->means));
        assert_non_null(prap_word_by_number(PRAP_WORDS_NOTICE_DUE, kind->due));
    }
    assert_int_equal(prap_notice_kind_by_number(PRAP_NOTICE_MAPPA_CONTACT_SPOC)->means, PRAP_MEANS_PHONE);
    assert_int_equal(prap_notice_kind_by_number(PRAP_NOTICE_MAPPA_CONTACT_SPOC)->due, PRAP_NOTICE_DUE_IMMEDIATELY);
    assert_null(prap_notice_kind_by_number(0));
    assert_null(prap_notice_kind_by_number(60000));
    assert_int_equal(prap_notice_checklist(PRAP_NOTICE_SEND_PRAP14), PRAP_CHECKLIST_PRAP14);
    assert_int_equal(prap_notice_checklist(PRAP_NOTICE_ACK_LATE), 0);
}

static void a_record_says_how_long_it_is_kept(void **state) {
    (void)state;
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_RECORD); i++) {
        const prap_word *word = prap_word_at(PRAP_WORDS_RECORD, i);
        const prap_record_kind *kind = prap_record_kind_by_number(word->number);
        assert_non_null(kind);
        assert_int_equal(kind->size, sizeof *kind);
        assert_int_equal(kind->record, word->number);
        assert_int_equal(kind->rule, word->rule);
        assert_non_null(prap_rule_by_number(kind->rule));
        assert_non_null(prap_word_by_number(PRAP_WORDS_RETENTION, kind->retention));
        const bool computed =
            kind->retention == PRAP_RETENTION_COMPUTED || kind->retention == PRAP_RETENTION_COMPUTED_OR_LONGER;
        if (computed) assert_int_not_equal(kind->computation, 0);
        assert_true(kind->rules[0] != '\0' && kind->when[0] != '\0' && kind->content[0] != '\0');
    }
    assert_null(prap_record_kind_by_number(0));
    assert_null(prap_record_kind_by_number(PRAPI_RECORD_END));
}

static void an_event_makes_records(void **state) {
    (void)state;
    assert_int_equal(prap_event_record_at(PRAP_EVENT_START_RECORDED, 0), PRAP_RECORD_INITIAL_MEETING);
    assert_int_equal(prap_event_record_at(PRAP_EVENT_START_RECORDED, 1), PRAP_RECORD_START_EVIDENCE);
    assert_int_equal(prap_event_record_at(PRAP_EVENT_START_RECORDED, 2), PRAP_RECORD_SIGNATURE_METHOD);
    assert_int_equal(prap_event_record_at(PRAP_EVENT_START_RECORDED, 3), PRAP_RECORD_ESF_FORMS);
    assert_int_equal(prap_event_record_at(PRAP_EVENT_START_RECORDED, 4), PRAP_RECORD_PAYMENT_EVIDENCE);
    assert_int_equal(prap_event_record_at(PRAP_EVENT_START_RECORDED, 5), 0);
    assert_int_equal(prap_event_record_at(PRAP_EVENT_ENTRY_VOIDED, 0), 0);
    assert_int_equal(prap_event_record_at(0, 0), 0);
}

static void every_checklist_opens_and_has_items(void **state) {
    (void)state;
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_CHECKLIST); i++) {
        const prap_word *word = prap_word_at(PRAP_WORDS_CHECKLIST, i);
        const prap_checklist_kind *kind = prap_checklist_kind_by_number(word->number);
        assert_non_null(kind);
        assert_int_equal(kind->size, sizeof *kind);
        assert_int_equal(kind->checklist, word->number);
        assert_int_equal(kind->rule, word->rule);
        assert_int_equal(kind->programme, PRAP_PROGRAMME_IPES);
        assert_non_null(prap_word_by_number(PRAP_WORDS_FIELDS, kind->fields));
        assert_non_null(prap_word_by_number(PRAP_WORDS_EVENT, prap_checklist_opened_by(word->number, 0)));
        assert_non_null(prap_checklist_item_at(word->number, 0));
    }
    assert_null(prap_checklist_kind_by_number(0));
    assert_null(prap_checklist_kind_by_number(PRAPI_CHECKLIST_END));
    assert_int_equal(prap_checklist_opened_by(PRAP_CHECKLIST_INITIAL_MEETING, 1), PRAP_EVENT_START_RECORDED);
    assert_int_equal(prap_checklist_opened_by(PRAP_CHECKLIST_HANDOVER, 1), 0);
    assert_null(prap_checklist_item_at(PRAP_CHECKLIST_SIGNPOSTING, 2));
    assert_null(prap_checklist_item_at(0, 0));
}

/* Is there an item of the list that says the fact, or is the event, and stands before this one? */
static bool stands_before(const prap_checklist_item *asked, uint32_t asked_at) {
    for (uint32_t i = 0; i < asked_at; i++) {
        const prap_checklist_item *item = prap_checklist_item_at(asked->checklist, i);
        if (asked->when_fact != 0 && item->fact == asked->when_fact) return true;
        if (asked->when_event != 0 && (item->event == asked->when_event || item->or_event == asked->when_event))
            return true;
    }
    return false;
}

static void check_item(const prap_checklist_item *item, uint32_t i) {
    assert_int_equal(item->size, sizeof *item);
    assert_true((item->fact != 0) != (item->event != 0)); /* one or the other */
    assert_non_null(prap_rule_by_number(item->rule));
    if (item->day != 0) {
        assert_int_equal(prap_word_by_number(PRAP_WORDS_FACT, item->fact)->detail, PRAP_FACT_TYPE_DAY);
    }
    if (item->fact != 0 && item->must_be_yes != 0) {
        assert_int_equal(prap_word_by_number(PRAP_WORDS_FACT, item->fact)->detail, PRAP_FACT_TYPE_TRISTATE);
    }
    if (item->when_fact != 0) {
        const prap_word *option = prap_word_by_number(PRAP_WORDS_OPTION, item->when_option);
        assert_int_equal(option->detail, item->when_fact);
    }
    if (item->when_fact != 0 || item->when_event != 0) assert_true(stands_before(item, i));
}

static void every_item_is_a_fact_or_an_event_of_the_vocabulary(void **state) {
    (void)state;
    unsigned n = 0;
    for (uint32_t list = 1; list < PRAPI_CHECKLIST_END; list++) {
        for (uint32_t i = 0; prap_checklist_item_at(list, i) != NULL; i++) {
            check_item(prap_checklist_item_at(list, i), i);
            n++;
        }
    }
    assert_int_equal(n, PRAPI_ITEMS);
}

/* Nine contents of the pack (3.59), six things agreed (3.54), and the four purposes of a handover (3.12). */
static void the_lists_of_the_guidance_are_whole(void **state) {
    (void)state;
    const struct {
        uint32_t list;
        const char *begins;
        unsigned n;
    } rows[] = {{PRAP_CHECKLIST_INDUCTION_PACK, "IPES-3.59-B", 9},
                {PRAP_CHECKLIST_AGREED_ITEMS, "IPES-3.54-B", 6},
                {PRAP_CHECKLIST_HANDOVER, "IPES-3.12-B", 4},
                {PRAP_CHECKLIST_HANDOVER, "IPES-3.18-B", 3}};
    for (size_t row = 0; row < sizeof rows / sizeof rows[0]; row++) {
        unsigned n = 0;
        const prap_checklist_item *item;
        for (uint32_t i = 0; (item = prap_checklist_item_at(rows[row].list, i)) != NULL; i++) {
            const char *rule = prap_rule_by_number(item->rule)->id;
            if (strncmp(rule, rows[row].begins, strlen(rows[row].begins)) == 0) n++;
        }
        assert_int_equal(n, rows[row].n);
    }
}

/* What an earlier occasion said counts again only where the case remembers it. */
static void what_a_case_remembers_does_not_begin_anew(void **state) {
    (void)state;
    for (size_t i = 0; i < PRAPI_ITEMS; i++) {
        const prap_checklist_item *item = &prapi_checklist_items[i];
        if (item->fact == 0) continue; /* an event, of this occasion or ever */
        assert_int_equal(prapi_item_begins_anew(i), item->day == 0 && !prapi_fact_lasts(item->fact));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_notice_says_whom_how_and_when),
        cmocka_unit_test(a_record_says_how_long_it_is_kept),
        cmocka_unit_test(an_event_makes_records),
        cmocka_unit_test(what_a_case_remembers_does_not_begin_anew),
        cmocka_unit_test(every_checklist_opens_and_has_items),
        cmocka_unit_test(every_item_is_a_fact_or_an_event_of_the_vocabulary),
        cmocka_unit_test(the_lists_of_the_guidance_are_whole),
    };
    return cmocka_run_group_tests_name("evidence", tests, NULL, NULL);
}
