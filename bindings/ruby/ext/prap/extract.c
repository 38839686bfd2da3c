/* extract.c: data items and records of them. Arrays of numbers and Strings in, Hashes of numbers out; no
 * value leaves again. */
#include "ext.h"

/* [[item, text], …], the texts still to be borrowed. */
static prap_data_value *to_values(VALUE rows, size_t *ret_n, VALUE *ret_keeper) {
    Check_Type(rows, T_ARRAY);
    *ret_n = (size_t)RARRAY_LEN(rows);
    prap_data_value *values = prapi_ruby_room(*ret_n, sizeof *values, ret_keeper);
    for (size_t i = 0; i < *ret_n; i++) {
        const VALUE row = rb_ary_entry(rows, (long)i);
        Check_Type(row, T_ARRAY);
        values[i] = (prap_data_value){.item = NUM2UINT(rb_ary_entry(row, 0))};
    }
    return values;
}

/* The texts are those of the Strings. From here to the library's return nothing is allocated in Ruby, so none of them moves. */
static void borrow_texts(VALUE rows, prap_data_value *values, size_t n) {
    for (size_t i = 0; i < n; i++) {
        const VALUE row = rb_ary_entry(rows, (long)i);
        Check_Type(row, T_ARRAY);
        values[i].text = prapi_ruby_to_text(rb_ary_entry(row, 1));
    }
}

/* Room for what the library hands out; Ruby's objects are made when it has returned. */
struct told {
    void *room;
    size_t n;
    size_t most;
};

static prap_status hear(void *user, const prap_data_finding *finding) {
    struct told *told = user;
    if (told->n == told->most) return PRAP_E_LIMIT;
    ((prap_data_finding *)told->room)[told->n++] = *finding;
    return PRAP_OK;
}

static prap_status hear_difference(void *user, const prap_data_difference *difference) {
    struct told *told = user;
    if (told->n == told->most) return PRAP_E_LIMIT;
    ((prap_data_difference *)told->room)[told->n++] = *difference;
    return PRAP_OK;
}

static VALUE place(uint32_t at) {
    return at == PRAP_DATA_NO_VALUE ? Qnil : UINT2NUM(at);
}

static VALUE finding_hash(const prap_data_finding *finding) {
    const VALUE hash = rb_hash_new();
    const char *cure = prap_data_finding_cure(finding->finding);
    prapi_ruby_set(hash, "finding", UINT2NUM(finding->finding));
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(finding->rule));
    prapi_ruby_set(hash, "severity", UINT2NUM(finding->severity));
    prapi_ruby_set(hash, "item", UINT2NUM(finding->item));
    prapi_ruby_set(hash, "column", place(finding->at));
    prapi_ruby_set(hash, "first_column", place(finding->other));
    prapi_ruby_set(hash, "cure", cure[0] == '\0' ? Qnil : prapi_ruby_text(cure));
    return hash;
}

static VALUE answer_hash(const prap_data_answer *found, const struct told *told) {
    const VALUE hash = rb_hash_new(), findings = rb_ary_new();
    for (size_t i = 0; i < told->n; i++)
        rb_ary_push(findings, finding_hash(&((const prap_data_finding *)told->room)[i]));
    prapi_ruby_set(hash, "verdict", UINT2NUM(found->verdict));
    prapi_ruby_set(hash, "comes_by", UINT2NUM(found->channel));
    prapi_ruby_set(hash, "items", UINT2NUM(found->items));
    prapi_ruby_set(hash, "unknown", UINT2NUM(found->unknown));
    prapi_ruby_set(hash, "health", UINT2NUM(found->health));
    prapi_ruby_set(hash, "criminal", UINT2NUM(found->criminal));
    prapi_ruby_set(hash, "may_tell", UINT2NUM(found->may_tell));
    prapi_ruby_set(hash, "findings", findings);
    return hash;
}

/* data_check([programme, channel, mappa, scr, partial, on], values) -> Hash. A value is at most six findings,
   a record forty. */
static VALUE data_check(VALUE self, VALUE known, VALUE rows) {
    (void)self;
    Check_Type(known, T_ARRAY);
    VALUE values_keeper = Qnil, findings_keeper = Qnil;
    prap_error error = prapi_ruby_error();
    prap_data_answer found = {.size = sizeof found};
    prap_data_record record = {.size = sizeof record,
                               .programme = NUM2UINT(rb_ary_entry(known, 0)),
                               .channel = NUM2UINT(rb_ary_entry(known, 1)),
                               .mappa = NUM2UINT(rb_ary_entry(known, 2)),
                               .scr = NUM2UINT(rb_ary_entry(known, 3)),
                               .partial = NUM2UINT(rb_ary_entry(known, 4)),
                               .on = prapi_ruby_to_day(rb_ary_entry(known, 5))};
    prap_data_value *values = to_values(rows, &record.n, &values_keeper);
    struct told told = {.most = 6 * record.n + 40};
    told.room = prapi_ruby_room(told.most, sizeof(prap_data_finding), &findings_keeper);
    borrow_texts(rows, values, record.n);
    record.values = values;
    const prap_status status = prap_data_check(&record, hear, &told, &found, &error);
    RB_GC_GUARD(values_keeper);
    RB_GC_GUARD(rows);
    prapi_ruby_check(status, &error);
    const VALUE hash = answer_hash(&found, &told);
    RB_GC_GUARD(findings_keeper);
    return hash;
}

static VALUE difference_hash(const prap_data_difference *one) {
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "change", UINT2NUM(one->change));
    prapi_ruby_set(hash, "item", UINT2NUM(one->item));
    prapi_ruby_set(hash, "told_as", UINT2NUM(one->told_as));
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(one->rule));
    prapi_ruby_set(hash, "whp07", prapi_ruby_rule_id(one->whp07));
    prapi_ruby_set(hash, "care", UINT2NUM(one->care));
    prapi_ruby_set(hash, "occurrence", UINT2NUM(one->occurrence));
    return hash;
}

static VALUE comparison_hash(const prap_data_comparison *found, const struct told *told) {
    const VALUE hash = rb_hash_new(), differences = rb_ary_new();
    for (size_t i = 0; i < told->n; i++)
        rb_ary_push(differences, difference_hash(&((const prap_data_difference *)told->room)[i]));
    prapi_ruby_set(hash, "same", UINT2NUM(found->same));
    prapi_ruby_set(hash, "differences", differences);
    return hash;
}

/* data_compare(programme, before, after) -> Hash */
static VALUE data_compare(VALUE self, VALUE programme, VALUE before_rows, VALUE after_rows) {
    (void)self;
    VALUE before_keeper = Qnil, after_keeper = Qnil, told_keeper = Qnil;
    prap_error error = prapi_ruby_error();
    prap_data_comparison found = {.size = sizeof found};
    prap_data_record before = {.size = sizeof before, .on = PRAP_DAY_NONE}, after = before;
    after.programme = NUM2UINT(programme);
    prap_data_value *old = to_values(before_rows, &before.n, &before_keeper);
    prap_data_value *new = to_values(after_rows, &after.n, &after_keeper);
    struct told told = {.most = before.n + after.n};
    told.room = prapi_ruby_room(told.most, sizeof(prap_data_difference), &told_keeper);
    borrow_texts(before_rows, old, before.n);
    borrow_texts(after_rows, new, after.n);
    before.values = old;
    after.values = new;
    const prap_status status = prap_data_compare(&before, &after, hear_difference, &told, &found, &error);
    RB_GC_GUARD(before_keeper);
    RB_GC_GUARD(after_keeper);
    RB_GC_GUARD(before_rows);
    RB_GC_GUARD(after_rows);
    prapi_ruby_check(status, &error);
    const VALUE hash = comparison_hash(&found, &told);
    RB_GC_GUARD(told_keeper);
    return hash;
}

/* data_marks(key, values) -> [[item, occurrence, mark], …] */
static VALUE data_marks(VALUE self, VALUE key, VALUE rows) {
    (void)self;
    VALUE values_keeper = Qnil, marks_keeper = Qnil;
    prap_error error = prapi_ruby_error();
    prap_data_record record = {.size = sizeof record, .on = PRAP_DAY_NONE};
    size_t n = 0;
    const prap_text bytes = prapi_ruby_to_text(key);
    if (bytes.n != PRAP_DATA_KEY_BYTES) prapi_ruby_raise(PRAP_E_RANGE, "key", "a key has 16 bytes");
    prap_data_value *values = to_values(rows, &record.n, &values_keeper);
    prap_data_mark *marks = prapi_ruby_room(record.n, sizeof *marks, &marks_keeper);
    borrow_texts(rows, values, record.n);
    record.values = values;
    const prap_status status =
        prap_data_mark_record((const uint8_t *)bytes.bytes, &record, marks, record.n, &n, &error);
    RB_GC_GUARD(values_keeper);
    RB_GC_GUARD(rows);
    RB_GC_GUARD(key);
    prapi_ruby_check(status, &error);
    const VALUE list = rb_ary_new();
    for (size_t i = 0; i < n; i++) {
        const VALUE mark = prapi_ruby_bytes((prap_bytes){marks[i].mark, sizeof marks[i].mark});
        rb_ary_push(list,
                    rb_ary_new_from_args(3, UINT2NUM(marks[i].item), UINT2NUM(marks[i].occurrence), mark));
    }
    RB_GC_GUARD(marks_keeper);
    return list;
}

/* [[item, occurrence, mark], …] */
static prap_data_mark *to_marks(VALUE rows, const char *field, size_t *ret_n, VALUE *ret_keeper) {
    Check_Type(rows, T_ARRAY);
    *ret_n = (size_t)RARRAY_LEN(rows);
    prap_data_mark *marks = prapi_ruby_room(*ret_n, sizeof *marks, ret_keeper);
    for (size_t i = 0; i < *ret_n; i++) {
        const VALUE row = rb_ary_entry(rows, (long)i);
        Check_Type(row, T_ARRAY);
        const prap_text bytes = prapi_ruby_to_text(rb_ary_entry(row, 2));
        marks[i] = (prap_data_mark){.item = NUM2UINT(rb_ary_entry(row, 0)),
                                    .occurrence = NUM2UINT(rb_ary_entry(row, 1))};
        if (bytes.n != sizeof marks[i].mark) prapi_ruby_raise(PRAP_E_RANGE, field, "a mark has 16 bytes");
        for (size_t at = 0; at < sizeof marks[i].mark; at++)
            marks[i].mark[at] = (uint8_t)bytes.bytes[at];
    }
    return marks;
}

/* data_compare_marks(programme, before, after) -> Hash */
static VALUE data_compare_marks(VALUE self, VALUE programme, VALUE before_rows, VALUE after_rows) {
    (void)self;
    VALUE before_keeper = Qnil, after_keeper = Qnil, told_keeper = Qnil;
    prap_error error = prapi_ruby_error();
    prap_data_comparison found = {.size = sizeof found};
    size_t n_before = 0, n_after = 0;
    const prap_data_mark *before = to_marks(before_rows, "before", &n_before, &before_keeper);
    const prap_data_mark *after = to_marks(after_rows, "after", &n_after, &after_keeper);
    struct told told = {.most = n_before + n_after};
    told.room = prapi_ruby_room(told.most, sizeof(prap_data_difference), &told_keeper);
    const prap_status status = prap_data_compare_marks(before, n_before, after, n_after, NUM2UINT(programme),
                                                       hear_difference, &told, &found, &error);
    RB_GC_GUARD(before_keeper);
    RB_GC_GUARD(after_keeper);
    prapi_ruby_check(status, &error);
    const VALUE hash = comparison_hash(&found, &told);
    RB_GC_GUARD(told_keeper);
    return hash;
}

/* data_item(number) -> Hash, or nil */
static VALUE data_item(VALUE self, VALUE number) {
    (void)self;
    const prap_data_item *item = prap_data_item_by_number(NUM2UINT(number));
    if (item == NULL) return Qnil;
    const VALUE hash = rb_hash_new(), rules = rb_ary_new(), headings = rb_ary_new();
    for (size_t i = 0; i < 3 && item->rules[i] != 0; i++)
        rb_ary_push(rules, prapi_ruby_rule_id(item->rules[i]));
    for (uint32_t i = 0; prap_data_item_heading_at(item->item, i) != NULL; i++)
        rb_ary_push(headings, prapi_ruby_text(prap_data_item_heading_at(item->item, i)));
    prapi_ruby_set(hash, "type", UINT2NUM(item->type));
    prapi_ruby_set(hash, "need", UINT2NUM(item->need));
    prapi_ruby_set(hash, "about", UINT2NUM(item->about));
    prapi_ruby_set(hash, "roles", UINT2NUM(item->roles));
    prapi_ruby_set(hash, "sources", UINT2NUM(item->sources));
    prapi_ruby_set(hash, "programmes", UINT2NUM(item->programmes));
    prapi_ruby_set(hash, "care", UINT2NUM(item->care));
    prapi_ruby_set(hash, "care_why", item->care_why[0] == '\0' ? Qnil : prapi_ruby_text(item->care_why));
    prapi_ruby_set(hash, "part_of", UINT2NUM(item->part_of));
    prapi_ruby_set(hash, "told_as", UINT2NUM(item->change));
    prapi_ruby_set(hash, "repeats", item->repeats != 0 ? Qtrue : Qfalse);
    prapi_ruby_set(hash, "rules", rb_obj_freeze(rules));
    prapi_ruby_set(hash, "headings", rb_obj_freeze(headings));
    return hash;
}

/* data_item_find(heading) -> number, or 0 */
static VALUE data_item_find(VALUE self, VALUE heading) {
    (void)self;
    const prap_text text = prapi_ruby_to_text(heading);
    return UINT2NUM(prap_data_item_find(text.bytes, text.n));
}

void prapi_ruby_define_extract(VALUE native) {
    rb_define_singleton_method(native, "data_check", data_check, 2);
    rb_define_singleton_method(native, "data_compare", data_compare, 3);
    rb_define_singleton_method(native, "data_marks", data_marks, 2);
    rb_define_singleton_method(native, "data_compare_marks", data_compare_marks, 3);
    rb_define_singleton_method(native, "data_item", data_item, 1);
    rb_define_singleton_method(native, "data_item_find", data_item_find, 1);
}
