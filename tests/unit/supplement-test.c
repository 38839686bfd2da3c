/* supplement-test.c: what a host adds to a rulebook: checked field by field, kept, hashed, looked up by day. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "referral/rulebook.h"
#include "test-host.h"

enum { DEFINITIONS = 3 };

/* A supplement that is sound, and room to spoil it. */
struct given {
    prap_suspension suspensions[3];
    prap_threshold thresholds[3];
    prap_deadline_definition deadlines[DEFINITIONS];
    prap_supplement supplement;
};

static prap_deadline_definition definition(const char *name, uint32_t anchor, int32_t n, uint32_t unit) {
    return (prap_deadline_definition){
        .size = sizeof(prap_deadline_definition),
        .anchor = anchor,
        .n = n,
        .unit = unit,
        .valid_from = PRAP_DAY_NONE,
        .valid_until = PRAP_DAY_NONE,
        .name = test_text(name),
        .source = test_text("Our contract, schedule 4"),
    };
}

static void give(struct given *given) {
    memset(given, 0, sizeof *given);
    given->suspensions[0] = (prap_suspension){test_day(2020, 3, 19), test_day(2020, 6, 30)};
    given->suspensions[1] = (prap_suspension){test_day(2020, 7, 1), test_day(2020, 7, 1)};
    given->suspensions[2] = (prap_suspension){test_day(2021, 1, 5), PRAP_DAY_NONE};
    given->thresholds[0] = (prap_threshold){test_day(2020, 4, 1), 0, 362752};
    given->thresholds[1] = (prap_threshold){test_day(2021, 4, 1), 0, 370656};
    given->thresholds[2] = (prap_threshold){test_day(2022, 4, 1), 0, 395200};
    given->deadlines[0] = definition("welcome-call", PRAP_CASE_DAY_RECEIVED, 3, PRAP_UNIT_WORKING_DAYS);
    given->deadlines[0].done_by[0] = PRAP_CASE_DAY_CONTACT;
    given->deadlines[0].valid_until = test_day(2023, 3, 31);
    given->deadlines[1] = definition("welcome-call", PRAP_CASE_DAY_RECEIVED, 2, PRAP_UNIT_WORKING_DAYS);
    given->deadlines[1].done_by[0] = PRAP_CASE_DAY_CONTACT;
    given->deadlines[1].valid_from = test_day(2023, 4, 1);
    given->deadlines[2] = definition("review", PRAP_CASE_DAY_START, 28, PRAP_UNIT_CALENDAR_DAYS);
    given->deadlines[2].include_day = 1;
    given->supplement = (prap_supplement){
        .size = sizeof(prap_supplement),
        .n_suspensions = 3,
        .n_thresholds = 3,
        .n_deadlines = DEFINITIONS,
        .suspensions = given->suspensions,
        .thresholds = given->thresholds,
        .deadlines = given->deadlines,
    };
}

struct made {
    struct failing_allocator allocator;
    prap_rulebook *rulebook;
    prap_error error;
};

static prap_status make(struct made *made, const prap_supplement *supplement) {
    memset(made, 0, sizeof *made);
    failing_allocator_init(&made->allocator);
    made->error.size = sizeof made->error;
    return prap_rulebook_create_supplemented(&made->allocator.interface, PRAP_PROGRAMME_IPES,
                                             prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), NULL, 0,
                                             supplement, &made->rulebook, &made->error);
}

static void destroy(struct made *made) {
    prap_rulebook_destroy(made->rulebook);
    assert_int_equal(made->allocator.outstanding_bytes + made->allocator.wrong_releases, 0);
}

static void a_supplement_is_copied_and_read_back(void **state) {
    (void)state;
    struct given given;
    struct made made;
    char name[] = "welcome-call";
    give(&given);
    given.deadlines[0].name = (prap_text){name, strlen(name)};
    assert_int_equal(make(&made, &given.supplement), PRAP_OK);
    assert_int_equal(made.allocator.calls, 1);
    const prap_day until = given.suspensions[0].until;
    memset(name, 'x', sizeof name); /* what was given may go */
    memset(given.suspensions, 0, sizeof given.suspensions);
    assert_int_equal(prap_rulebook_suspension_count(made.rulebook), 3);
    assert_int_equal(prap_rulebook_suspension_at(made.rulebook, 0)->until, until);
    assert_null(prap_rulebook_suspension_at(made.rulebook, 3));
    assert_int_equal(prap_rulebook_threshold_count(made.rulebook), 3);
    assert_int_equal(prap_rulebook_threshold_at(made.rulebook, 1)->pence, 370656);
    assert_null(prap_rulebook_threshold_at(made.rulebook, 3));
    assert_int_equal(prap_rulebook_definition_count(made.rulebook), DEFINITIONS);
    const prap_deadline_definition *kept = prap_rulebook_definition_at(made.rulebook, 0);
    assert_string_equal(kept->name.bytes, "welcome-call");
    assert_string_equal(kept->source.bytes, "Our contract, schedule 4");
    assert_int_equal(kept->n, 3);
    assert_null(prap_rulebook_definition_at(made.rulebook, DEFINITIONS));
    destroy(&made);
}

static void nothing_is_read_of_no_supplement(void **state) {
    (void)state;
    struct made made;
    assert_int_equal(make(&made, NULL), PRAP_OK);
    const prap_rulebook *const rulebooks[] = {NULL, made.rulebook};
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(prap_rulebook_suspension_count(rulebooks[i]), 0);
        assert_null(prap_rulebook_suspension_at(rulebooks[i], 0));
        assert_int_equal(prap_rulebook_threshold_count(rulebooks[i]), 0);
        assert_null(prap_rulebook_threshold_at(rulebooks[i], 0));
        assert_int_equal(prap_rulebook_definition_count(rulebooks[i]), 0);
        assert_null(prap_rulebook_definition_at(rulebooks[i], 0));
    }
    destroy(&made);
}

static uint32_t hash_of(const prap_supplement *supplement) {
    struct made made;
    assert_int_equal(make(&made, supplement), PRAP_OK);
    const uint32_t hash = prap_rulebook_hash(made.rulebook);
    destroy(&made);
    return hash;
}

/* Whatever differs in what is taken differs in the hash; what holds nothing is none. */
static void the_hash_is_of_all_that_is_taken(void **state) {
    (void)state;
    struct given given;
    const prap_supplement empty = {.size = sizeof empty};
    const uint32_t none = hash_of(NULL);
    assert_int_equal(hash_of(&empty), none);
    give(&given);
    const uint32_t whole = hash_of(&given.supplement);
    assert_int_not_equal(whole, none);
    assert_int_equal(hash_of(&given.supplement), whole);
    enum { CHANGES = 18 };
    uint32_t hashes[CHANGES];
    for (int change = 0; change < CHANGES; change++) {
        give(&given);
        prap_deadline_definition *last = &given.deadlines[2];
        switch (change) {
        case 0: given.supplement.n_suspensions = 2; break;
        case 1: given.suspensions[0].from++; break;
        case 2: given.suspensions[0].until--; break;
        case 3: given.supplement.n_thresholds = 2; break;
        case 4: given.thresholds[2].from++; break;
        case 5: given.thresholds[2].pence += INT64_C(1) << 40; break;
        case 6: given.supplement.n_deadlines = 2; break;
        case 7: last->programme = PRAP_PROGRAMME_IPES; break;
        case 8: last->anchor = PRAP_CASE_DAY_PLAN; break;
        case 9: last->n++; break;
        case 10: last->unit = PRAP_UNIT_WORKING_DAYS; break;
        case 11: last->include_day = 0; break;
        case 12: last->done_by[0] = PRAP_CASE_DAY_PLAN; break;
        case 13: last->valid_from = 0; break;
        case 14: last->valid_until = 0; break;
        case 15: last->name = test_text("reviews"); break;
        case 16: last->source = test_text("Our contract, schedule 5"); break;
        case 17: last->done_by[0] = PRAP_CASE_DAY_PLAN, last->done_by[1] = PRAP_CASE_DAY_WORK; break;
        }
        hashes[change] = hash_of(&given.supplement);
        assert_int_not_equal(hashes[change], whole);
        for (int before = 0; before < change; before++) assert_int_not_equal(hashes[change], hashes[before]);
    }
}

struct bad {
    void (*spoil)(struct given *given);
    prap_status status;
    const char *field, *says;
};

#define SPOIL(NAME, STATEMENT) \
    static void NAME(struct given *given) { STATEMENT; }
SPOIL(no_suspensions, given->supplement.suspensions = NULL)
SPOIL(too_many_suspensions, given->supplement.n_suspensions = PRAP_SUSPENSIONS_MAX + 1)
SPOIL(suspended_from_nowhen, given->suspensions[1].from = PRAP_DAY_NONE)
SPOIL(suspended_from_no_day, given->suspensions[0].from = PRAP_DAY_MAX + 1)
SPOIL(suspended_until_no_day, given->suspensions[0].until = PRAP_DAY_MAX + 1)
SPOIL(suspended_backwards, given->suspensions[1].until = given->suspensions[1].from - 1)
SPOIL(suspended_twice, given->suspensions[1].from = given->suspensions[0].until)
SPOIL(suspended_after_the_end, given->suspensions[1].until = PRAP_DAY_NONE)
SPOIL(no_thresholds, given->supplement.thresholds = NULL)
SPOIL(too_many_thresholds, given->supplement.n_thresholds = PRAP_THRESHOLDS_MAX + 1)
SPOIL(threshold_from_nowhen, given->thresholds[0].from = PRAP_DAY_NONE)
SPOIL(thresholds_out_of_order, given->thresholds[2].from = given->thresholds[1].from)
SPOIL(threshold_of_nothing, given->thresholds[1].pence = 0)
SPOIL(threshold_with_more, given->thresholds[1].reserved = 1)
SPOIL(no_deadlines, given->supplement.deadlines = NULL)
SPOIL(too_many_deadlines, given->supplement.n_deadlines = PRAP_DEFINITIONS_MAX + 1)
SPOIL(small_definition, given->deadlines[0].size = 8)
SPOIL(uneven_definitions, given->deadlines[1].size -= 8)
SPOIL(nameless, given->deadlines[2].name.n = 0)
SPOIL(shouting, given->deadlines[2].name = test_text("Review"))
SPOIL(named_as_a_clock, given->deadlines[2].name = test_text("plan"))
SPOIL(sourceless, given->deadlines[2].source.n = 0)
SPOIL(two_lines, given->deadlines[2].source = test_text("one\ntwo"))
SPOIL(of_no_programme, given->deadlines[2].programme = 99)
SPOIL(over_the_documents, given->deadlines[2].fills = PRAP_DEADLINE_ACK)
SPOIL(anchorless, given->deadlines[2].anchor = 0)
SPOIL(strange_anchor, given->deadlines[2].anchor = 99)
SPOIL(unitless, given->deadlines[2].unit = 0)
SPOIL(strange_unit, given->deadlines[2].unit = 3)
SPOIL(half_included, given->deadlines[2].include_day = 2)
SPOIL(before_the_anchor, given->deadlines[2].n = 0)
SPOIL(backwards, given->deadlines[1].n = -1)
SPOIL(very_late, given->deadlines[2].n = PRAP_DEFINITION_DAYS_MAX + 1)
SPOIL(done_by_nothing, given->deadlines[2].done_by[0] = 99)
SPOIL(done_by_a_gap, given->deadlines[2].done_by[1] = PRAP_CASE_DAY_PLAN)
SPOIL(valid_from_no_day, given->deadlines[2].valid_from = PRAP_DAY_MAX + 1)
SPOIL(valid_until_no_day, given->deadlines[2].valid_until = PRAP_DAY_MAX + 1)
SPOIL(valid_backwards, given->deadlines[2].valid_from = 10; given->deadlines[2].valid_until = 9)
SPOIL(of_one_name_from_another_day, given->deadlines[1].anchor = PRAP_CASE_DAY_MADE)
SPOIL(twice_on_a_day, given->deadlines[1].valid_from = given->deadlines[0].valid_until)
SPOIL(twice_for_ever, given->deadlines[1].valid_from = PRAP_DAY_NONE)

static void every_bad_field_is_named(void **state) {
    (void)state;
    static const struct bad rows[] = {
        {no_suspensions, PRAP_E_NULL, "suspensions", "missing"},
        {too_many_suspensions, PRAP_E_LIMIT, "suspensions", ""},
        {suspended_from_nowhen, PRAP_E_REQUIRED, "suspensions[1].from", ""},
        {suspended_from_no_day, PRAP_E_DAY, "suspensions[0].from", ""},
        {suspended_until_no_day, PRAP_E_DAY, "suspensions[0].until", ""},
        {suspended_backwards, PRAP_E_ORDER, "suspensions[1].until", "before it begins"},
        {suspended_twice, PRAP_E_ORDER, "suspensions[1].from", "after the one before"},
        {suspended_after_the_end, PRAP_E_ORDER, "suspensions[2].from", "after the one before"},
        {no_thresholds, PRAP_E_NULL, "thresholds", "missing"},
        {too_many_thresholds, PRAP_E_LIMIT, "thresholds", ""},
        {threshold_from_nowhen, PRAP_E_REQUIRED, "thresholds[0].from", ""},
        {thresholds_out_of_order, PRAP_E_ORDER, "thresholds[2].from", "after the one before"},
        {threshold_of_nothing, PRAP_E_RANGE, "thresholds[1].pence", "1 pence or more"},
        {threshold_with_more, PRAP_E_RANGE, "thresholds[1].reserved", ""},
        {no_deadlines, PRAP_E_NULL, "deadlines", "missing"},
        {too_many_deadlines, PRAP_E_LIMIT, "deadlines", ""},
        {small_definition, PRAP_E_SIZE, "deadlines[0].size", ""},
        {uneven_definitions, PRAP_E_SIZE, "deadlines[1].size", ""},
        {nameless, PRAP_E_REQUIRED, "deadlines[2].name", ""},
        {shouting, PRAP_E_TEXT, "deadlines[2].name", "hyphens"},
        {named_as_a_clock, PRAP_E_WORD, "deadlines[2].name", "clock of the documents"},
        {sourceless, PRAP_E_REQUIRED, "deadlines[2].source", "comes from"},
        {two_lines, PRAP_E_TEXT, "deadlines[2].source", "120"},
        {of_no_programme, PRAP_E_WORD, "deadlines[2].programme", ""},
        {over_the_documents, PRAP_E_WORD, "deadlines[2].fills", "of ipes there is none"},
        {anchorless, PRAP_E_REQUIRED, "deadlines[2].anchor", ""},
        {strange_anchor, PRAP_E_WORD, "deadlines[2].anchor", ""},
        {unitless, PRAP_E_REQUIRED, "deadlines[2].unit", ""},
        {strange_unit, PRAP_E_WORD, "deadlines[2].unit", ""},
        {half_included, PRAP_E_RANGE, "deadlines[2].include_day", ""},
        {before_the_anchor, PRAP_E_RANGE, "deadlines[2].n", "3660"},
        {backwards, PRAP_E_RANGE, "deadlines[1].n", ""},
        {very_late, PRAP_E_RANGE, "deadlines[2].n", ""},
        {done_by_nothing, PRAP_E_WORD, "deadlines[2].done_by", ""},
        {done_by_a_gap, PRAP_E_ORDER, "deadlines[2].done_by", "after the 0"},
        {valid_from_no_day, PRAP_E_DAY, "deadlines[2].valid_from", ""},
        {valid_until_no_day, PRAP_E_DAY, "deadlines[2].valid_until", ""},
        {valid_backwards, PRAP_E_ORDER, "deadlines[2].valid_until", "before it begins"},
        {of_one_name_from_another_day, PRAP_E_WORD, "deadlines[1].anchor", "same anchor"},
        {twice_on_a_day, PRAP_E_TWICE, "deadlines[1].valid_from", "same day"},
        {twice_for_ever, PRAP_E_TWICE, "deadlines[1].valid_from", "same day"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct given given;
        struct made made;
        give(&given);
        rows[i].spoil(&given);
        assert_int_equal(make(&made, &given.supplement), rows[i].status);
        assert_string_equal(made.error.field, rows[i].field);
        assert_non_null(strstr(made.error.message, rows[i].says));
        assert_null(made.rulebook);
        assert_int_equal(made.allocator.calls, 0);
    }
}

static void a_supplement_of_another_size(void **state) {
    (void)state;
    struct given given;
    struct made made;
    give(&given);
    given.supplement.size -= 8;
    assert_int_equal(make(&made, &given.supplement), PRAP_E_SIZE);
    assert_string_equal(made.error.field, "supplement");
}

/* One after the other in either order of the list, whichever side is open. */
static void definitions_of_one_name_share_no_day(void **state) {
    (void)state;
    static const struct {
        prap_day from[2], until[2];
        prap_status status;
    } rows[] = {
        {{PRAP_DAY_NONE, 101}, {100, PRAP_DAY_NONE}, PRAP_OK},
        {{101, PRAP_DAY_NONE}, {PRAP_DAY_NONE, 100}, PRAP_OK},
        {{1, 101}, {100, 200}, PRAP_OK},
        {{101, 1}, {200, 100}, PRAP_OK},
        {{1, 100}, {100, 200}, PRAP_E_TWICE},
        {{100, 1}, {200, 100}, PRAP_E_TWICE},
        {{PRAP_DAY_NONE, 1}, {PRAP_DAY_NONE, 1}, PRAP_E_TWICE},
        {{1, PRAP_DAY_NONE}, {1, PRAP_DAY_NONE}, PRAP_E_TWICE},
        {{1, PRAP_DAY_NONE}, {PRAP_DAY_NONE, 1}, PRAP_E_TWICE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct given given;
        struct made made;
        give(&given);
        for (size_t k = 0; k < 2; k++) {
            given.deadlines[k].valid_from = rows[i].from[k];
            given.deadlines[k].valid_until = rows[i].until[k];
        }
        assert_int_equal(make(&made, &given.supplement), rows[i].status);
        if (rows[i].status == PRAP_OK) destroy(&made);
    }
}

static void a_definition_of_a_newer_host(void **state) {
    (void)state;
    struct longer {
        prap_deadline_definition ours;
        uint64_t more;
    } longer[2] = {{definition("first", PRAP_CASE_DAY_MADE, 1, PRAP_UNIT_WORKING_DAYS), 0},
                   {definition("second", PRAP_CASE_DAY_MADE, 2, PRAP_UNIT_WORKING_DAYS), 0}};
    const prap_supplement supplement = {.size = sizeof supplement, .n_deadlines = 2, .deadlines = &longer[0].ours};
    struct made made;
    for (size_t i = 0; i < 2; i++) longer[i].ours.size = sizeof longer[0];
    assert_int_equal(make(&made, &supplement), PRAP_OK);
    assert_string_equal(prap_rulebook_definition_at(made.rulebook, 1)->name.bytes, "second");
    assert_int_equal(prap_rulebook_definition_at(made.rulebook, 1)->size, sizeof(prap_deadline_definition));
    destroy(&made);
    longer[1].more = 1; /* it says something that this library does not know */
    assert_int_equal(make(&made, &supplement), PRAP_E_SIZE);
    assert_string_equal(made.error.field, "deadlines[1].size");
}

static void a_day_in_a_suspension(void **state) {
    (void)state;
    struct given given;
    struct made made;
    give(&given);
    assert_int_equal(make(&made, &given.supplement), PRAP_OK);
    const struct {
        prap_day day;
        bool suspended;
        prap_day last;
    } rows[] = {
        {test_day(2020, 3, 18), false, 0},
        {test_day(2020, 3, 19), true, test_day(2020, 6, 30)},
        {test_day(2020, 6, 30), true, test_day(2020, 6, 30)},
        {test_day(2020, 7, 1), true, test_day(2020, 7, 1)},
        {test_day(2020, 7, 2), false, 0},
        {test_day(2021, 1, 5), true, PRAP_DAY_NONE},
        {test_day(2031, 1, 5), true, PRAP_DAY_NONE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        prap_day last = 0;
        assert_int_equal(prapi_rulebook_is_suspended(made.rulebook, rows[i].day, &last), rows[i].suspended);
        assert_int_equal(last, rows[i].last);
    }
    destroy(&made);
}

/* CH15-A-58: about 3,000 pounds; but only a host's figure ever decides (AMB-80). */
static void the_national_threshold_on_a_day(void **state) {
    (void)state;
    struct given given;
    struct made made;
    int64_t pence = -1;
    give(&given);
    assert_int_equal(make(&made, &given.supplement), PRAP_OK);
    assert_false(prapi_rulebook_national_threshold(made.rulebook, test_day(2020, 3, 31), &pence));
    assert_int_equal(pence, -1);
    assert_true(prapi_rulebook_national_threshold(made.rulebook, test_day(2020, 4, 1), &pence));
    assert_int_equal(pence, 362752);
    assert_true(prapi_rulebook_national_threshold(made.rulebook, test_day(2022, 3, 31), &pence));
    assert_int_equal(pence, 370656);
    assert_true(prapi_rulebook_national_threshold(made.rulebook, test_day(2040, 1, 1), &pence));
    assert_int_equal(pence, 395200);
    destroy(&made);
    assert_int_equal(make(&made, NULL), PRAP_OK);
    assert_false(prapi_rulebook_national_threshold(made.rulebook, test_day(2022, 4, 1), &pence));
    destroy(&made);
}

static void out_of_memory_with_a_supplement(void **state) {
    (void)state;
    struct given given;
    struct made made = {0};
    give(&given);
    failing_allocator_init(&made.allocator);
    failing_allocator_fail(&made.allocator, 1, false);
    assert_int_equal(prap_rulebook_create_supplemented(&made.allocator.interface, PRAP_PROGRAMME_IPES,
                                                       prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), NULL,
                                                       0, &given.supplement, &made.rulebook, NULL),
                     PRAP_E_NOMEM);
    assert_null(made.rulebook);
    assert_int_equal(made.allocator.outstanding_bytes, 0);
}

/* Every preset is one that a rulebook of its programme takes, and a host's only when it gives it. */
static void every_preset_can_be_copied(void **state) {
    (void)state;
    prap_deadline_definition copies[PRAP_DEFINITIONS_MAX];
    const uint32_t n = prap_preset_count();
    assert_in_range(n, 1, PRAP_DEFINITIONS_MAX);
    for (uint32_t i = 0; i < n; i++) {
        copies[i] = *prap_preset_at(i);
        assert_non_null(strstr(copies[i].source.bytes, "outside the five documents"));
    }
    assert_null(prap_preset_at(n));
    const prap_supplement supplement = {.size = sizeof supplement, .n_deadlines = n, .deadlines = copies};
    for (uint32_t programme = PRAP_PROGRAMME_WHP; programme <= PRAP_PROGRAMME_JETS; programme++) {
        struct test_host host;
        test_host_open_supplemented(&host, programme, &supplement);
        assert_in_range(prap_rulebook_definition_count(host.rulebook), 1, n - 1);
        for (uint32_t i = 0; i < prap_rulebook_definition_count(host.rulebook); i++)
            assert_int_equal(prap_rulebook_definition_at(host.rulebook, i)->programme, programme);
        assert_int_equal(test_host_close(&host), 0);
    }
}

/* AMB-95: a host fills what is undefined, in its place, and a clock of the documents not at all. */
static void what_is_undefined_can_be_filled(void **state) {
    (void)state;
    struct made made;
    prap_deadline_definition one = definition("ours", PRAP_CASE_DAY_MADE, 2, PRAP_UNIT_WORKING_DAYS);
    const prap_supplement supplement = {.size = sizeof supplement, .n_deadlines = 1, .deadlines = &one};
    one.fills = PRAP_DEADLINE_PLAN;
    one.programme = PRAP_PROGRAMME_WHP;
    assert_int_equal(make(&made, &supplement), PRAP_E_WORD); /* whichever rulebook it is given with */
    assert_string_equal(made.error.field, "deadlines[0].fills");
    assert_non_null(strstr(made.error.message, "of whp there are: ack meet auto60"));
    one.fills = PRAP_DEADLINE_ACK;
    struct test_host host;
    test_host_open_supplemented(&host, PRAP_PROGRAMME_WHP, &supplement);
    prap_command command = test_command("A1", PRAP_EVENT_REFERRAL_RECEIVED, test_day(2021, 5, 4));
    command.programme = PRAP_PROGRAMME_WHP;
    assert_int_equal(test_host_submit(&host, &command), PRAP_OK);
    assert_int_equal(prap_answer_deadline_count(host.answer), 3);
    const prap_deadline *ack = prap_answer_deadline_at(host.answer, 0);
    const prap_deadline *meet = prap_answer_deadline_at(host.answer, 1);
    assert_int_equal(ack->deadline, PRAP_DEADLINE_ACK);
    assert_int_equal(ack->due, test_day(2021, 5, 6));
    assert_int_equal(ack->defined_by, PRAP_DEFINED_BY_HOST);
    assert_string_equal(ack->name, "ours");
    assert_int_equal(meet->status, PRAP_DEADLINE_STATUS_NOT_DEFINED);
    assert_int_equal(meet->due, PRAP_DAY_NONE);
    assert_int_equal(meet->ambiguity, 95);
    for (uint32_t measure = PRAP_MEASURE_CSS1; measure <= PRAP_MEASURE_CSS2_MEETING; measure++) {
        prap_measure measured = {.size = sizeof measured};
        assert_int_equal(prap_measure_case(host.answer, host.rulebook, measure, &measured), PRAP_OK);
        assert_int_equal(measured.result, PRAP_RESULT_EXCLUDED); /* no standard is measured by what a host defines */
    }
    assert_int_equal(memory_store_next_due(host.store, test_key("A1")), test_day(2021, 5, 6));
    assert_int_equal(test_host_close(&host), 0);
}

/* The documents' programme for all is a mistake that the message helps with; two for one clock must not meet. */
static void two_that_fill_one_clock_share_no_day(void **state) {
    (void)state;
    struct made made;
    prap_deadline_definition two[] = {definition("first", PRAP_CASE_DAY_MADE, 2, PRAP_UNIT_WORKING_DAYS),
                                      definition("second", PRAP_CASE_DAY_MADE, 3, PRAP_UNIT_WORKING_DAYS)};
    const prap_supplement supplement = {.size = sizeof supplement, .n_deadlines = 2, .deadlines = two};
    for (size_t i = 0; i < 2; i++) {
        two[i].fills = PRAP_DEADLINE_ACK;
        two[i].programme = PRAP_PROGRAMME_WHP;
    }
    assert_int_equal(make(&made, &supplement), PRAP_E_TWICE);
    assert_string_equal(made.error.field, "deadlines[1].valid_from");
    two[1].programme = PRAP_PROGRAMME_JETS; /* another programme's clock is another clock */
    assert_int_equal(make(&made, &supplement), PRAP_OK);
    assert_int_equal(prap_rulebook_definition_count(made.rulebook), 0);
    destroy(&made);
    two[1].programme = PRAP_PROGRAMME_WHP;
    two[1].name = two[0].name;
    two[1].fills = 0;
    assert_int_equal(make(&made, &supplement), PRAP_E_WORD);
    assert_string_equal(made.error.field, "deadlines[1].fills");
}

struct seen {
    uint32_t n;
    uint32_t what[8];
    char name[8][PRAP_DEFINITION_NAME_BYTES + 1];
    int64_t from[8], to[8];
};

static prap_status see(void *user, const prap_difference *difference) {
    struct seen *seen = user;
    if (difference->name.n == 0) return PRAP_OK;
    assert_in_range(seen->n, 0, 7);
    seen->what[seen->n] = difference->what;
    memcpy(seen->name[seen->n], difference->name.bytes, difference->name.n + 1);
    seen->from[seen->n] = difference->from;
    seen->to[seen->n++] = difference->to;
    return PRAP_OK;
}

/* The same case under one supplement and under another. */
static void differences_name_the_hosts_deadlines(void **state) {
    (void)state;
    prap_deadline_definition before[] = {definition("stays", PRAP_CASE_DAY_MADE, 2, PRAP_UNIT_WORKING_DAYS),
                                         definition("goes", PRAP_CASE_DAY_MADE, 1, PRAP_UNIT_CALENDAR_DAYS)};
    prap_deadline_definition after[] = {definition("stays", PRAP_CASE_DAY_MADE, 3, PRAP_UNIT_WORKING_DAYS),
                                        definition("comes", PRAP_CASE_DAY_MADE, 5, PRAP_UNIT_CALENDAR_DAYS),
                                        definition("fills", PRAP_CASE_DAY_MADE, 4, PRAP_UNIT_CALENDAR_DAYS)};
    after[2].fills = PRAP_DEADLINE_ACK;
    const prap_supplement supplements[] = {
        {.size = sizeof supplements[0], .n_deadlines = 2, .deadlines = before},
        {.size = sizeof supplements[0], .n_deadlines = 3, .deadlines = after}};
    struct test_host hosts[2];
    const prap_day day = test_day(2021, 5, 4);
    for (size_t i = 0; i < 2; i++) {
        test_host_open_supplemented(&hosts[i], PRAP_PROGRAMME_WHP, &supplements[i]);
        prap_command command = test_command("A1", PRAP_EVENT_REFERRAL_RECEIVED, day);
        command.programme = PRAP_PROGRAMME_WHP;
        assert_int_equal(test_host_submit(&hosts[i], &command), PRAP_OK);
    }
    struct seen seen = {0};
    assert_int_equal(prap_answer_difference(hosts[0].answer, hosts[1].answer, see, &seen), PRAP_OK);
    const struct {
        uint32_t what;
        const char *name;
        int64_t from, to;
    } rows[] = {{PRAP_DIFFERENCE_DEADLINE_MOVED, "fills", PRAP_NOTHING, day + 4},
                {PRAP_DIFFERENCE_DEADLINE_STATUS, "fills", PRAP_DEADLINE_STATUS_NOT_DEFINED, PRAP_DEADLINE_STATUS_OPEN},
                {PRAP_DIFFERENCE_DEADLINE_MOVED, "stays", day + 2, day + 3},
                {PRAP_DIFFERENCE_DEADLINE_GONE, "goes", day + 1, PRAP_NOTHING},
                {PRAP_DIFFERENCE_DEADLINE_APPEARED, "comes", PRAP_NOTHING, day + 5}};
    assert_int_equal(seen.n, sizeof rows / sizeof *rows);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(seen.what[i], rows[i].what);
        assert_string_equal(seen.name[i], rows[i].name);
        assert_int_equal(seen.from[i], rows[i].from);
        assert_int_equal(seen.to[i], rows[i].to);
    }
    for (size_t i = 0; i < 2; i++) assert_int_equal(test_host_close(&hosts[i]), 0);
}

static prap_status stop_at(void *user, const prap_difference *difference) {
    uint32_t *left = user;
    (void)difference;
    return (*left)-- == 0 ? PRAP_FAIL : PRAP_OK;
}

/* What has no day appears and goes by its status; and the visitor ends the walk wherever it likes. */
static void a_walk_over_differences_ends_where_the_visitor_says(void **state) {
    (void)state;
    prap_deadline_definition own[] = {definition("here", PRAP_CASE_DAY_MADE, 2, PRAP_UNIT_WORKING_DAYS),
                                      definition("moved", PRAP_CASE_DAY_MADE, 3, PRAP_UNIT_WORKING_DAYS)};
    prap_deadline_definition there[] = {definition("there", PRAP_CASE_DAY_MADE, 2, PRAP_UNIT_WORKING_DAYS),
                                        definition("moved", PRAP_CASE_DAY_MADE, 4, PRAP_UNIT_WORKING_DAYS)};
    const prap_supplement supplements[] = {{.size = sizeof supplements[0], .n_deadlines = 2, .deadlines = own},
                                           {.size = sizeof supplements[0], .n_deadlines = 2, .deadlines = there}};
    struct test_host hosts[2];
    prap_answer *empty = NULL;
    for (size_t i = 0; i < 2; i++) {
        test_host_open_supplemented(&hosts[i], PRAP_PROGRAMME_WHP, &supplements[i]);
        prap_command command = test_command("A1", PRAP_EVENT_REFERRAL_RECEIVED, test_day(2021, 5, 4));
        command.programme = PRAP_PROGRAMME_WHP;
        assert_int_equal(test_host_submit(&hosts[i], &command), PRAP_OK);
    }
    assert_int_equal(prap_answer_create(&hosts[0].allocator.interface, &empty), PRAP_OK);
    const prap_answer *const pairs[][2] = {{hosts[0].answer, hosts[1].answer}, {empty, hosts[0].answer},
                                           {hosts[0].answer, empty}};
    for (size_t i = 0; i < 3; i++) {
        uint32_t n = 0;
        for (;; n++) {
            uint32_t left = n;
            if (prap_answer_difference(pairs[i][0], pairs[i][1], stop_at, &left) == PRAP_OK) break;
        }
        assert_true(i == 0 ? n == 3 : n > 5); /* here, moved and there; or everything */
    }
    struct seen seen = {0};
    assert_int_equal(prap_answer_difference(empty, hosts[0].answer, see, &seen), PRAP_OK);
    assert_int_equal(seen.n, 5);
    assert_int_equal(seen.what[0], PRAP_DIFFERENCE_DEADLINE_STATUS);
    assert_int_equal(seen.from[0], PRAP_NOTHING);
    assert_int_equal(seen.to[0], PRAP_DEADLINE_STATUS_NOT_DEFINED);
    assert_int_equal(seen.what[3], PRAP_DIFFERENCE_DEADLINE_APPEARED);
    memset(&seen, 0, sizeof seen);
    assert_int_equal(prap_answer_difference(hosts[0].answer, empty, see, &seen), PRAP_OK);
    assert_int_equal(seen.what[0], PRAP_DIFFERENCE_DEADLINE_STATUS);
    assert_int_equal(seen.to[0], PRAP_NOTHING);
    assert_int_equal(seen.what[3], PRAP_DIFFERENCE_DEADLINE_GONE);
    prap_answer_destroy(empty);
    for (size_t i = 0; i < 2; i++) assert_int_equal(test_host_close(&hosts[i]), 0);
}

/* The earliest of the days is when it was done; one that is still to come is none. */
static void the_earliest_day_is_when_it_was_done(void **state) {
    (void)state;
    prap_deadline_definition own[] = {definition("earliest", PRAP_CASE_DAY_MADE, 9, PRAP_UNIT_CALENDAR_DAYS),
                                      definition("to-come", PRAP_CASE_DAY_MADE, 9, PRAP_UNIT_CALENDAR_DAYS),
                                      definition("begun", PRAP_CASE_DAY_MADE, 9, PRAP_UNIT_CALENDAR_DAYS),
                                      definition("not-begun", PRAP_CASE_DAY_MADE, 9, PRAP_UNIT_CALENDAR_DAYS)};
    memcpy(own[0].done_by, (uint32_t[]){PRAP_CASE_DAY_CONTACT, PRAP_CASE_DAY_RECEIVED, PRAP_CASE_DAY_CONTACT},
           sizeof own[0].done_by);
    own[1].done_by[0] = PRAP_CASE_DAY_MEETING;
    own[2].done_by[0] = PRAP_CASE_DAY_ENTERED;
    own[2].done_by[1] = PRAP_CASE_DAY_PLAN;
    own[3].done_by[0] = PRAP_CASE_DAY_START;
    const prap_supplement supplement = {.size = sizeof supplement, .n_deadlines = 4, .deadlines = own};
    const prap_day day = test_day(2023, 5, 5);
    struct test_host host;
    test_host_open_supplemented(&host, PRAP_PROGRAMME_IPES, &supplement);
    prap_command command = test_command("A1", PRAP_EVENT_REFERRAL_RECEIVED, day);
    command.programme = PRAP_PROGRAMME_IPES;
    assert_int_equal(test_host_submit(&host, &command), PRAP_OK);
    command = test_command("A1", PRAP_EVENT_ACCEPT, day + 3);
    assert_int_equal(test_host_submit(&host, &command), PRAP_OK);
    const prap_fact meeting[] = {{PRAP_FACT_MEETING_ON, PRAP_VALUE_DAY, day + 6}};
    command = test_command("A1", PRAP_EVENT_MEETING_SCHEDULED, day + 4);
    command.facts = meeting;
    command.n_facts = 1;
    assert_int_equal(test_host_submit(&host, &command), PRAP_OK);
    const uint32_t n = prap_answer_deadline_count(host.answer);
    const prap_deadline *first = prap_answer_deadline_at(host.answer, n - 4);
    assert_string_equal(first->name, "earliest");
    assert_int_equal(first->done_on, day);
    assert_int_equal(prap_answer_deadline_at(host.answer, n - 3)->status, PRAP_DEADLINE_STATUS_OPEN);
    assert_int_equal(prap_answer_deadline_at(host.answer, n - 2)->status, PRAP_DEADLINE_STATUS_OPEN);
    assert_int_equal(prap_answer_deadline_at(host.answer, n - 1)->status, PRAP_DEADLINE_STATUS_OPEN);
    const prap_fact known[] = {{PRAP_FACT_STAGE, PRAP_VALUE_OPTION, PRAP_OPTION_AT_PRE_WORK},
                               {PRAP_FACT_MADE, PRAP_VALUE_DAY, day},
                               {PRAP_FACT_START_ON, PRAP_VALUE_DAY, day + 5}};
    command = test_command("A2", PRAP_EVENT_CASE_IMPORTED, day + 20);
    command.programme = PRAP_PROGRAMME_IPES;
    command.facts = known;
    command.n_facts = 3;
    assert_int_equal(test_host_submit(&host, &command), PRAP_OK);
    const uint32_t more = prap_answer_deadline_count(host.answer);
    assert_int_equal(prap_answer_deadline_at(host.answer, more - 2)->status, PRAP_DEADLINE_STATUS_CLEARED);
    assert_int_equal(prap_answer_deadline_at(host.answer, more - 1)->status, PRAP_DEADLINE_STATUS_MET);
    assert_int_equal(test_host_close(&host), 0);
}

/* A definition may have the name of the clock that it fills. */
static void a_definition_named_as_its_clock(void **state) {
    (void)state;
    prap_deadline_definition ack = definition("ack", PRAP_CASE_DAY_MADE, 2, PRAP_UNIT_WORKING_DAYS);
    const prap_supplement supplement = {.size = sizeof supplement, .n_deadlines = 1, .deadlines = &ack};
    struct made made;
    ack.programme = PRAP_PROGRAMME_JETS;
    ack.fills = PRAP_DEADLINE_ACK;
    assert_int_equal(make(&made, &supplement), PRAP_OK);
    destroy(&made);
}

/* A count that leaves the calendar is an error, and nothing is stored: never a day that counts no holidays. */
static void beyond_the_calendar(void **state) {
    (void)state;
    static const uint32_t units[] = {PRAP_UNIT_WORKING_DAYS, PRAP_UNIT_CALENDAR_DAYS};
    for (size_t i = 0; i < 2; i++) {
        const bool calendar_days = units[i] == PRAP_UNIT_CALENDAR_DAYS;
        prap_deadline_definition far = definition("far", PRAP_CASE_DAY_MADE, PRAP_DEFINITION_DAYS_MAX, units[i]);
        const prap_supplement supplement = {.size = sizeof supplement, .n_deadlines = 1, .deadlines = &far};
        struct test_host host;
        test_host_open_supplemented(&host, PRAP_PROGRAMME_WHP, &supplement);
        prap_command command = test_command("A1", PRAP_EVENT_REFERRAL_RECEIVED,
                                            calendar_days ? PRAP_DAY_MAX : test_day(2025, 5, 1));
        command.programme = PRAP_PROGRAMME_WHP;
        assert_int_equal(test_host_submit(&host, &command), PRAP_E_COVERAGE);
        assert_int_equal(memory_store_case_count(host.store), 0);
        command.on = test_day(2011, 5, 3);
        assert_int_equal(test_host_submit(&host, &command), PRAP_OK);
        assert_int_equal(test_host_close(&host), 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_supplement_is_copied_and_read_back),
        cmocka_unit_test(nothing_is_read_of_no_supplement),
        cmocka_unit_test(the_hash_is_of_all_that_is_taken),
        cmocka_unit_test(every_bad_field_is_named),
        cmocka_unit_test(a_supplement_of_another_size),
        cmocka_unit_test(definitions_of_one_name_share_no_day),
        cmocka_unit_test(a_definition_of_a_newer_host),
        cmocka_unit_test(a_day_in_a_suspension),
        cmocka_unit_test(the_national_threshold_on_a_day),
        cmocka_unit_test(out_of_memory_with_a_supplement),
        cmocka_unit_test(every_preset_can_be_copied),
        cmocka_unit_test(what_is_undefined_can_be_filled),
        cmocka_unit_test(two_that_fill_one_clock_share_no_day),
        cmocka_unit_test(differences_name_the_hosts_deadlines),
        cmocka_unit_test(beyond_the_calendar),
        cmocka_unit_test(a_walk_over_differences_ends_where_the_visitor_says),
        cmocka_unit_test(the_earliest_day_is_when_it_was_done),
        cmocka_unit_test(a_definition_named_as_its_clock),
    };
    return cmocka_run_group_tests_name("supplement", tests, NULL, NULL);
}
