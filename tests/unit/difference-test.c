/*
 * difference-test.c: nothing that an answer says of a case is forgotten where two of them are compared. What the
 * summary holds is read from its frozen layout, what a case remembers from case-days.def, and the regions from their
 * words: whoever adds to one of them is told here.
 */
#include "engine-cases.h"
#include "referral/answer.h"

struct one_member {
    const char *name;
    size_t offset;
    size_t bytes;
};

#define SIZED(STRUCT, BYTES)
#define FROZEN(STRUCT, BYTES)
/* Every member of every public struct, with the struct it is of. */
#define MEMBER(STRUCT, NAME, OFFSET, BYTES) {#STRUCT "." #NAME, OFFSET, BYTES},
static const struct one_member all_members[] = {
#include "../abi/layout-0.1.def"
};
#undef MEMBER
#undef FROZEN
#undef SIZED

enum { MEMBERS = sizeof all_members / sizeof all_members[0] };

/* What belongs to the question or to who answered it, and not to the case. */
static const char *const of_the_question[] = {
    "size",    "verdict", "programme", "duplicate", "as_of",  "rulebook_hash", "calendar_hash",
    "outside", "event",   "on",        "status",    "reserved",      "reserved_too"};

/* What a case remembers and no answer says by itself: each is seen by a region, a count or a deadline. */
static const char *const not_answered[] = {"contact_on",   "weekly_offer_on", "disclosed_on", "escalated_on",
                                           "continued_on", "prap14_on",       "form_sent_on",
                                           /* of a procedure: its deadlines are done on them */
                                           "holding_reply_on", "forwarded_on", "responded_on", "permitted_on",
                                           "use_from_on", "withdrawn_on", "ceases_on"};

static bool is_among(const char *name, const char *const *list, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (strcmp(list[i], name) == 0) return true;
    }
    return false;
}

#define IS_AMONG(NAME, LIST) is_among(NAME, LIST, sizeof(LIST) / sizeof(LIST)[0])

/* The name within prap_summary, or NULL. */
static const char *name_in_summary(const struct one_member *member) {
    static const char before[] = "prap_summary.";
    return strncmp(member->name, before, sizeof before - 1) == 0 ? member->name + sizeof before - 1 : NULL;
}

struct seen {
    unsigned n;
    prap_difference last;
};

static prap_status see(void *user, const prap_difference *difference) {
    struct seen *seen = user;
    seen->n++;
    seen->last = *difference;
    return PRAP_OK;
}

/* What differs when only this member does: nothing, and then one. */
static struct seen differ_in(const struct one_member *member, struct prap_answer *after) {
    static const struct prap_answer before = {0};
    const uint64_t wide = 1;
    const uint32_t narrow = 1;
    struct seen seen = {0}, back = {0};
    memset(after, 0, sizeof *after);
    assert_true(member->bytes == sizeof wide || member->bytes == sizeof narrow);
    memcpy((char *)&after->summary + member->offset, member->bytes == sizeof wide ? (const void *)&wide : &narrow,
           member->bytes);
    assert_int_equal(prap_answer_difference(&before, after, see, &seen), PRAP_OK);
    assert_int_equal(prap_answer_difference(after, &before, see, &back), PRAP_OK);
    assert_int_equal(back.n, seen.n);
    assert_true(back.last.to == seen.last.from && back.last.from == seen.last.to);
    return seen;
}

/* The region that the member is, or 0. */
static uint32_t region_of(const struct prap_answer *after) {
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_REGION); i++) {
        const uint32_t region = prap_word_at(PRAP_WORDS_REGION, i)->number;
        if (prap_summary_region(&after->summary, region) != 0) return region;
    }
    return 0;
}

static void every_member_of_a_summary_differs_by_a_word_of_its_own(void **state) {
    (void)state;
    unsigned compared = 0, regions = 0;
    bool taken[256] = {false};
    for (size_t i = 0; i < MEMBERS; i++) {
        const char *name = name_in_summary(&all_members[i]);
        if (name == NULL) continue;
        struct prap_answer after;
        const struct seen seen = differ_in(&all_members[i], &after);
        if (seen.n != (IS_AMONG(name, of_the_question) ? 0u : 1u)) fail_msg("%u differences for %s", seen.n, name);
        if (seen.n == 0) continue;
        const prap_word *what = prap_word_by_number(PRAP_WORDS_DIFFERENCE, seen.last.what);
        assert_non_null(what);
        if (taken[what->number]) fail_msg("%s is told twice: of %s too", what->name, name);
        taken[what->number] = true;
        assert_int_equal(seen.last.words != 0, seen.last.kind == PRAP_VALUE_OPTION);
        compared++;
        const uint32_t region = region_of(&after);
        if (region == 0) continue;
        regions++;
        assert_string_equal(what->name, prap_word_by_number(PRAP_WORDS_REGION, region)->name);
        assert_int_equal(seen.last.words, prap_region_words(region));
        assert_true(seen.last.from == PRAP_NOTHING && seen.last.to == 1);
    }
    assert_int_equal(regions, prap_word_count(PRAP_WORDS_REGION));
    /* The other words are of deadlines and notices. */
    const uint32_t others[] = {PRAP_DIFFERENCE_DEADLINE_APPEARED, PRAP_DIFFERENCE_DEADLINE_GONE,
                               PRAP_DIFFERENCE_DEADLINE_MOVED, PRAP_DIFFERENCE_DEADLINE_STATUS, PRAP_DIFFERENCE_NOTICE};
    const unsigned n_others = sizeof others / sizeof others[0];
    for (unsigned i = 0; i < n_others; i++) assert_false(taken[others[i]]);
    assert_int_equal(compared + n_others, prap_word_count(PRAP_WORDS_DIFFERENCE));
}

static void every_day_of_a_case_is_answered_or_said_not_to_be(void **state) {
    (void)state;
    static const char *const days[] = {
#define X(TAG, DAY) #DAY,
#include "referral/case-days.def"
#undef X
    };
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        bool answered = false;
        for (size_t k = 0; k < MEMBERS; k++) {
            const char *name = name_in_summary(&all_members[k]);
            answered = answered || (name != NULL && strcmp(name, days[i]) == 0);
        }
        if (answered == IS_AMONG(days[i], not_answered)) fail_msg("%s is in no answer, or in one all the same", days[i]);
    }
}

static void yes_and_no_are_words(void **state) {
    (void)state;
    struct prap_answer before = {0}, after = {0};
    struct seen seen = {0};
    after.summary.orphan = 1;
    assert_int_equal(prap_answer_difference(&before, &after, see, &seen), PRAP_OK);
    assert_int_equal(seen.last.what, PRAP_DIFFERENCE_ORPHAN);
    assert_int_equal(seen.last.words, PRAP_WORDS_VALUE);
    assert_int_equal(seen.last.from, PRAP_VALUE_NO);
    assert_int_equal(seen.last.to, PRAP_VALUE_YES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_member_of_a_summary_differs_by_a_word_of_its_own),
        cmocka_unit_test(every_day_of_a_case_is_answered_or_said_not_to_be),
        cmocka_unit_test(yes_and_no_are_words),
    };
    return cmocka_run_group_tests_name("difference", tests, NULL, NULL);
}
