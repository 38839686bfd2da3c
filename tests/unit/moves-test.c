/*
 * moves-test.c: a programme's rows by place, held against the table that judges, and what an unfit call gets.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "prap/catalogue.h"
#include "prap/moves.h"
#include "prap/vocabulary.h"

#include "programmes/programme.h"

static prap_move move_of(uint32_t programme, uint32_t i) {
    prap_move move = {.size = sizeof move};
    assert_int_equal(prap_move_get(programme, i, &move), PRAP_OK);
    assert_int_equal(move.size, sizeof move);
    return move;
}

static prap_move move_at(uint32_t i) {
    return move_of(PRAP_PROGRAMME_IPES, i);
}

/* The words of a list are those of the row, and the row's list ends there, with a 0. */
static void assert_list(const uint16_t *given, uint32_t n, const uint16_t *row, uint32_t room, uint32_t kind) {
    assert_in_range(n, 0, room - 1);
    for (uint32_t i = 0; i < n; i++) {
        assert_int_equal(given[i], row[i]);
        assert_non_null(prap_word_by_number(kind, given[i]));
    }
    assert_int_equal(row[n], 0);
}

/* The regions that a move sets are those of the row, each with a word of that region. */
static void assert_sets(const prap_move *move, const prapi_row *row) {
    const uint32_t room = sizeof row->sets / sizeof row->sets[0];
    assert_in_range(move->n_sets, 0, room);
    for (uint32_t i = 0; i < move->n_sets; i++) {
        assert_int_equal(move->sets[i].region, row->sets[i].region);
        assert_int_equal(move->sets[i].value, row->sets[i].value);
        assert_non_null(prap_word_by_number(PRAP_WORDS_REGION, move->sets[i].region));
        assert_true(move->sets[i].value == 0 ||
                    prap_word_by_number(prap_region_words(move->sets[i].region), move->sets[i].value) != NULL);
    }
    assert_true(move->n_sets == room || row->sets[move->n_sets].region == 0);
}

static void assert_rows_are_public(const prapi_programme *programme) {
    assert_int_equal(prap_move_count(programme->number), programme->n_rows);
    for (uint32_t i = 0; i < programme->n_rows; i++) {
        const prapi_row *row = &programme->rows[i];
        const prap_move move = move_of(programme->number, i);
        assert_int_equal(move.event, row->event == PRAPI_ANY ? 0 : row->event);
        assert_int_equal(move.to, row->to);
        assert_int_equal(move.feed, row->feed);
        assert_int_equal(move.fact, row->when_fact);
        assert_int_equal(move.value, row->when_value);
        assert_int_equal(move.policy, row->under_policy);
        assert_int_equal(move.choice, row->under_choice);
        assert_int_equal(move.region, row->when_region.region);
        assert_int_equal(move.region_value, row->when_region.value);
        assert_int_equal(move.by, row->when_by);
        assert_int_equal(move.reserved, 0);
        assert_sets(&move, row);
        assert_string_equal(move.id, row->id);
        assert_list(move.guards, move.n_guards, row->guards, PRAPI_ROW_GUARDS, PRAP_WORDS_REASON);
        assert_list(move.notices, move.n_notices, row->notices, sizeof row->notices / sizeof row->notices[0],
                    PRAP_WORDS_NOTICE);
        if (row->from[0] == PRAPI_ANY) continue;
        assert_in_range(move.n_from, 1, PRAPI_ROW_FROM);
        assert_list(move.from + 1, move.n_from - 1, row->from + 1, PRAPI_ROW_FROM - 1, PRAP_WORDS_STATE);
        assert_int_equal(move.from[0], row->from[0]);
    }
}

static void every_row_is_public(void **state) {
    (void)state;
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_PROGRAMME); i++) {
        assert_rows_are_public(prapi_programme_find(prap_word_at(PRAP_WORDS_PROGRAMME, i)->number));
    }
}

/* A guard or a notice that two programmes share cites a paragraph of the one that it speaks in. */
static void what_a_row_says_is_of_its_programmes_documents(void **state) {
    (void)state;
    for (uint32_t n = 0; n < prap_word_count(PRAP_WORDS_PROGRAMME); n++) {
        const prapi_programme *programme = prapi_programme_find(prap_word_at(PRAP_WORDS_PROGRAMME, n)->number);
        for (uint32_t scenario = 0; scenario <= PRAP_SCENARIO_DUPLICATE; scenario++) {
            for (uint32_t i = 0; i < programme->n_rows; i++) {
                const prapi_row *row = &programme->rows[i];
                uint32_t rule;
                for (size_t k = 0; k < PRAPI_ROW_GUARDS && row->guards[k] != 0; k++) {
                    assert_true(prapi_programme_cites(programme, PRAP_WORDS_REASON, row->guards[k], scenario, &rule));
                    assert_non_null(prap_rule_by_number(rule));
                }
                for (size_t k = 0; k < PRAPI_ROW_NOTICES && row->notices[k] != 0; k++) {
                    assert_true(prapi_programme_cites(programme, PRAP_WORDS_NOTICE, row->notices[k], scenario, &rule));
                    assert_non_null(prap_rule_by_number(rule));
                }
                if (row->event == PRAPI_ANY) continue;
                assert_true(prapi_programme_cites(programme, PRAP_WORDS_EVENT, row->event, scenario, &rule));
            }
        }
    }
}

/* What chapters say of one another's business is not theirs: a paragraph speaks where its document is the programme's. */
static void other_documents_do_not_speak(void **state) {
    (void)state;
    static const struct {
        uint32_t programme;
        bool ipes, memo_08, chapter_15;
    } rows[] = {
        {PRAP_PROGRAMME_IPES, true, true, true}, /* it has the words of all, and rows that ask for its own */
        {PRAP_PROGRAMME_WHP, false, true, true},
        {PRAP_PROGRAMME_JETS, false, true, true},
        {PRAP_PROGRAMME_ERASURE, false, false, true},
        {PRAP_PROGRAMME_EMAIL, false, false, true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const prapi_programme *programme = prapi_programme_find(rows[i].programme);
        uint32_t rule;
        assert_int_equal(prapi_programme_cites(programme, PRAP_WORDS_NOTICE, PRAP_NOTICE_MEETING_LATE, 0, &rule),
                         rows[i].ipes);
        assert_int_equal(prapi_programme_cites(programme, PRAP_WORDS_NOTICE, PRAP_NOTICE_SEND_PRAP14_TO_POST, 0, &rule),
                         rows[i].memo_08);
        assert_int_equal(prapi_programme_cites(programme, PRAP_WORDS_NOTICE, PRAP_NOTICE_HOLDING_REPLY, 0, &rule),
                         rows[i].chapter_15);
    }
}

/* What is forbidden says why: its guards hold at least one reason. */
static void a_forbidden_move_has_guards(void **state) {
    (void)state;
    uint32_t forbidden = 0;
    for (uint32_t i = 0; i < prap_move_count(PRAP_PROGRAMME_IPES); i++) {
        const prap_move move = move_at(i);
        if (move.to != PRAP_STATE_NONE) continue;
        assert_true(move.n_guards > 0);
        forbidden++;
    }
    assert_in_range(forbidden, 1, prap_move_count(PRAP_PROGRAMME_IPES) - 1);
}

/* A row of any state names every state of a case, and not the absence of one (T-I-53). */
static void any_state_is_every_state_of_a_case(void **state) {
    (void)state;
    uint32_t i = 0;
    while (prapi_programme_IPES.rows[i].from[0] != PRAPI_ANY)
        i++;
    const prap_move move = move_at(i);
    assert_int_equal(move.n_from, prap_word_count(PRAP_WORDS_STATE) - 1);
    for (uint32_t k = 0; k < move.n_from; k++)
        assert_int_equal(move.from[k], prap_word_at(PRAP_WORDS_STATE, k + 1)->number);
    assert_int_equal(prap_word_at(PRAP_WORDS_STATE, 0)->number, PRAP_STATE_NONE);
}

/* A case that does not exist is a state to come from. */
static void a_case_begins(void **state) {
    (void)state;
    uint32_t i = 0;
    while (prapi_programme_IPES.rows[i].from[0] != PRAP_STATE_NONE || prapi_programme_IPES.rows[i].to != PRAP_STATE_RECEIVED)
        i++;
    const prap_move move = move_at(i);
    assert_int_equal(move.event, PRAP_EVENT_REFERRAL_RECEIVED);
    assert_int_equal(move.from[0], PRAP_STATE_NONE);
}

/* A region's words are of the kind that has its name. */
static void every_region_has_its_words(void **state) {
    (void)state;
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_REGION); i++) {
        const prap_word *region = prap_word_at(PRAP_WORDS_REGION, i);
        assert_true(prap_word_count(prap_region_words(region->number)) > 0);
    }
    assert_int_equal(prap_region_words(PRAP_REGION_MAPPA), PRAP_WORDS_MAPPA);
    assert_int_equal(prap_region_words(PRAP_REGION_REFERRAL_KIND), PRAP_WORDS_REFERRAL_KIND);
    assert_int_equal(prap_region_words(0), 0);
    assert_int_equal(prap_region_words(UINT32_MAX), 0);
}

static void what_does_not_fit_is_refused(void **state) {
    (void)state;
    prap_move move = {.size = sizeof move, .id = "untouched"};
    assert_int_equal(prap_move_get(PRAP_PROGRAMME_IPES, 0, NULL), PRAP_E_NULL);
    assert_int_equal(prap_move_get(PRAP_PROGRAMME_IPES, prap_move_count(PRAP_PROGRAMME_IPES), &move), PRAP_E_RANGE);
    assert_int_equal(prap_move_get(PRAP_PROGRAMME_IPES, UINT32_MAX, &move), PRAP_E_RANGE);
    assert_int_equal(prap_move_get(0, 0, &move), PRAP_E_WORD);
    move.size = sizeof move - 1;
    assert_int_equal(prap_move_get(PRAP_PROGRAMME_IPES, 0, &move), PRAP_E_SIZE);
    assert_string_equal(move.id, "untouched");
    assert_int_equal(prap_move_count(0), 0);
}

/* A host with a later header has members that we do not know: they are 0, and nothing beyond is written. */
static void a_longer_struct_is_filled_with_nothing(void **state) {
    (void)state;
    struct {
        prap_move move;
        uint64_t appended;
        uint64_t behind;
    } longer = {.appended = UINT64_MAX, .behind = UINT64_MAX};
    longer.move.size = sizeof longer.move + sizeof longer.appended;
    assert_int_equal(prap_move_get(PRAP_PROGRAMME_IPES, 0, &longer.move), PRAP_OK);
    assert_int_equal(longer.move.size, sizeof longer.move + sizeof longer.appended);
    assert_non_null(longer.move.id);
    assert_true(longer.appended == 0);
    assert_true(longer.behind == UINT64_MAX);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_is_public),
        cmocka_unit_test(what_a_row_says_is_of_its_programmes_documents),
        cmocka_unit_test(other_documents_do_not_speak),
        cmocka_unit_test(a_forbidden_move_has_guards),
        cmocka_unit_test(any_state_is_every_state_of_a_case),
        cmocka_unit_test(a_case_begins),
        cmocka_unit_test(every_region_has_its_words),
        cmocka_unit_test(what_does_not_fit_is_refused),
        cmocka_unit_test(a_longer_struct_is_filled_with_nothing),
    };
    return cmocka_run_group_tests_name("moves", tests, NULL, NULL);
}
