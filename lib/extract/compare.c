/* compare.c: two records, or the marks of two records, of the same referral. */
#include "base/error.h"
#include "catalogue/rules.h"
#include "extract/extract.h"
#include "vocabulary/vocabulary.h"

#include <string.h>

/* One side: values, or marks where there are no values. */
typedef struct side {
    const prap_data_value *values;
    const prap_data_mark *marks;
    size_t n;
} side;

typedef struct comparer {
    side before, after;
    uint32_t programme;
    prap_data_comparison found;
    prap_visit_data_difference visit;
    void *user;
    prap_status status;
} comparer;

static prap_status fail(prap_error *reterr, prap_status status, const char *field) {
    return prapi_fail(reterr, status, field, prap_status_meaning(status));
}

/* Where the value of an item is that comes occurrence-th, or PRAP_DATA_NO_VALUE. from: after the one before
 * it. */
static uint32_t find(const side *in, const prap_data_item *item, uint32_t occurrence, uint32_t from) {
    for (uint32_t i = in->values == NULL ? 0 : from; i < in->n; i++) {
        const bool is_it =
            in->values != NULL
                ? in->values[i].item == item->item && prapi_data_is_said(item, in->values[i].text)
                : in->marks[i].item == item->item && in->marks[i].occurrence == occurrence;
        if (is_it) return i;
    }
    return PRAP_DATA_NO_VALUE;
}

static bool is_same(const comparer *compare, const prap_data_item *item, uint32_t before, uint32_t after) {
    const side *a = &compare->before, *b = &compare->after;
    if (a->values != NULL)
        return prapi_data_says_same(item->type, a->values[before].text, b->values[after].text);
    return memcmp(a->marks[before].mark, b->marks[after].mark, sizeof a->marks[before].mark) == 0;
}

static uint32_t rule_of(const prap_data_item *item, uint32_t told_as) {
    const prap_data_item *told = prap_data_item_by_number(told_as);
    if (item->roles == PRAP_DATA_ROLE_EARNINGS) return PRAPI_RULE_CH15_16;
    if (told == NULL) return PRAPI_RULE_CH15_9;
    return told->rules[1] != 0 ? told->rules[1]
                               : told->rules[0]; /* what is a change too has that rule last */
}

/* Form WHP07 is the provider's to send, and for what the record does not tell by itself: what makes one think
 * of it. */
static uint32_t whp07_of(const comparer *compare, const prap_data_item *item) {
    if (item->item == PRAP_DATA_ITEM_REFERRAL_BASIS && compare->programme != PRAP_PROGRAMME_IPES)
        return PRAPI_RULE_CH15_10_B1;
    const bool alive = item->change != 0 && item->change != PRAP_DATA_ITEM_DECEASED;
    return alive && compare->programme == PRAP_PROGRAMME_JETS ? PRAPI_RULE_CH15_10_B4 : 0;
}

static void tell(comparer *compare, const prap_data_item *item, uint32_t occurrence, uint32_t before,
                 uint32_t after) {
    const uint32_t change = before == PRAP_DATA_NO_VALUE  ? PRAP_DATA_CHANGE_APPEARED
                            : after == PRAP_DATA_NO_VALUE ? PRAP_DATA_CHANGE_GONE
                                                          : PRAP_DATA_CHANGE_CHANGED;
    const prap_data_difference told = {sizeof told,
                                       change,
                                       item->item,
                                       item->change,
                                       rule_of(item, item->change),
                                       whp07_of(compare, item),
                                       item->care,
                                       occurrence,
                                       before,
                                       after};
    compare->found.appeared += change == PRAP_DATA_CHANGE_APPEARED ? 1 : 0;
    compare->found.gone += change == PRAP_DATA_CHANGE_GONE ? 1 : 0;
    compare->found.changed += change == PRAP_DATA_CHANGE_CHANGED ? 1 : 0;
    compare->found.told_as += item->change != 0 ? 1 : 0;
    if (compare->visit != NULL && compare->status == PRAP_OK)
        compare->status = compare->visit(compare->user, &told);
}

static void compare_item(comparer *compare, const prap_data_item *item) {
    uint32_t before = PRAP_DATA_NO_VALUE, after = PRAP_DATA_NO_VALUE; /* and 1 is where the search begins */
    bool more_before = true, more_after = true;
    for (uint32_t occurrence = 0;; occurrence++) {
        before = more_before ? find(&compare->before, item, occurrence, before + 1) : PRAP_DATA_NO_VALUE;
        after = more_after ? find(&compare->after, item, occurrence, after + 1) : PRAP_DATA_NO_VALUE;
        more_before = before != PRAP_DATA_NO_VALUE;
        more_after = after != PRAP_DATA_NO_VALUE;
        if (!more_before && !more_after) return;
        if (more_before && more_after && is_same(compare, item, before, after)) {
            compare->found.same++;
        } else {
            tell(compare, item, occurrence, before, after);
        }
    }
}

static bool is_other_referral(const comparer *compare) {
    const prap_data_item *id = prap_data_item_by_number(PRAP_DATA_ITEM_PRAP_REFERRAL_ID);
    const uint32_t before = find(&compare->before, id, 0, 0), after = find(&compare->after, id, 0, 0);
    if (before == PRAP_DATA_NO_VALUE || after == PRAP_DATA_NO_VALUE) return false;
    return !is_same(compare, id, before, after);
}

static prap_status run(comparer *compare, prap_data_comparison *ret_comparison, prap_error *reterr) {
    compare->found.size = sizeof compare->found;
    if (is_other_referral(compare))
        return prapi_fail(reterr, PRAP_E_RANGE, "after", "each of the two names another referral");
    for (uint32_t i = 1; i < PRAPI_DATA_ITEM_END; i++)
        compare_item(compare, prap_data_item_by_number(i));
    if (compare->status == PRAP_OK) *ret_comparison = compare->found;
    return compare->status;
}

prap_status prap_data_compare(const prap_data_record *before, const prap_data_record *after,
                              prap_visit_data_difference visit, void *user,
                              prap_data_comparison *ret_comparison, prap_error *reterr) {
    prap_data_record old, new;
    if (before == NULL || after == NULL || ret_comparison == NULL) return fail(reterr, PRAP_E_NULL, "");
    if (ret_comparison->size != sizeof *ret_comparison) return fail(reterr, PRAP_E_SIZE, "comparison");
    prap_status status = prapi_data_take(&old, before, "before", reterr);
    if (status == PRAP_OK) status = prapi_data_take(&new, after, "after", reterr);
    if (status != PRAP_OK) return status;
    comparer compare = {
        {old.values, NULL, old.n}, {new.values, NULL, new.n}, new.programme, .visit = visit, .user = user};
    return run(&compare, ret_comparison, reterr);
}

static prap_status check_marks(const prap_data_mark *marks, size_t n, const char *field, prap_error *reterr) {
    if (marks == NULL && n > 0) return fail(reterr, PRAP_E_NULL, field);
    if (n > PRAP_DATA_VALUES_MAX) return fail(reterr, PRAP_E_LIMIT, field);
    for (size_t i = 0; i < n; i++) {
        if (prap_data_item_by_number(marks[i].item) != NULL) continue;
        (void)fail(reterr, PRAP_E_WORD, "item");
        return prapi_fail_in_list(reterr, PRAP_E_WORD, field, i);
    }
    return PRAP_OK;
}

prap_status prap_data_compare_marks(const prap_data_mark *before, size_t n_before,
                                    const prap_data_mark *after, size_t n_after, uint32_t programme,
                                    prap_visit_data_difference visit, void *user,
                                    prap_data_comparison *ret_comparison, prap_error *reterr) {
    if (ret_comparison == NULL) return fail(reterr, PRAP_E_NULL, "");
    if (ret_comparison->size != sizeof *ret_comparison) return fail(reterr, PRAP_E_SIZE, "comparison");
    if (!prapi_data_is_programme(programme)) return fail(reterr, PRAP_E_WORD, "programme");
    prap_status status = check_marks(before, n_before, "before", reterr);
    if (status == PRAP_OK) status = check_marks(after, n_after, "after", reterr);
    if (status != PRAP_OK) return status;
    comparer compare = {
        {NULL, before, n_before}, {NULL, after, n_after}, programme, .visit = visit, .user = user};
    return run(&compare, ret_comparison, reterr);
}
