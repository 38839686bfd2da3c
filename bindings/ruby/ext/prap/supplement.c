/* supplement.c: a host's supplement on its way into a rulebook, and read back, in the order of ../../lib/prap/supplement.rb. */
#include "ext.h"

/* A list of at most so many; how many there are. */
static uint32_t length_of(VALUE list, long most, const char *field) {
    Check_Type(list, RUBY_T_ARRAY);
    if (RARRAY_LEN(list) > most) prapi_ruby_raise(PRAP_E_LIMIT, field, prap_status_meaning(PRAP_E_LIMIT));
    return (uint32_t)RARRAY_LEN(list);
}

static VALUE row_at(VALUE list, uint32_t i) {
    const VALUE row = rb_ary_entry(list, (long)i);
    Check_Type(row, RUBY_T_ARRAY);
    return row;
}

static uint32_t number_at(VALUE row, long i) {
    return NUM2UINT(rb_ary_entry(row, i));
}

static prap_deadline_definition definition_at(VALUE list, uint32_t i) {
    const VALUE row = row_at(list, i);
    const VALUE done_by = rb_ary_entry(row, 8);
    const uint32_t n = length_of(done_by, PRAP_DONE_BY_MAX, "done_by");
    prap_deadline_definition one = {
        .size = sizeof one,
        .programme = number_at(row, 2),
        .fills = number_at(row, 3),
        .anchor = number_at(row, 4),
        .n = NUM2INT(rb_ary_entry(row, 5)),
        .unit = number_at(row, 6),
        .include_day = number_at(row, 7),
        .valid_from = prapi_ruby_to_day(rb_ary_entry(row, 9)),
        .valid_until = prapi_ruby_to_day(rb_ary_entry(row, 10)),
        .name = prapi_ruby_to_text(rb_ary_entry(row, 0)),
        .source = prapi_ruby_to_text(rb_ary_entry(row, 1)),
    };
    for (uint32_t k = 0; k < n; k++)
        one.done_by[k] = number_at(done_by, (long)k);
    return one;
}

void prapi_ruby_to_supplement(VALUE rows, struct prapi_ruby_supplement *room) {
    Check_Type(rows, RUBY_T_ARRAY);
    const VALUE suspensions = rb_ary_entry(rows, 0), thresholds = rb_ary_entry(rows, 1), deadlines = rb_ary_entry(rows, 2);
    room->given = (prap_supplement){
        .size = sizeof room->given,
        .n_suspensions = length_of(suspensions, PRAP_SUSPENSIONS_MAX, "suspensions"),
        .n_thresholds = length_of(thresholds, PRAP_THRESHOLDS_MAX, "thresholds"),
        .n_deadlines = length_of(deadlines, PRAP_DEFINITIONS_MAX, "deadlines"),
        .suspensions = room->suspensions,
        .thresholds = room->thresholds,
        .deadlines = room->deadlines,
    };
    for (uint32_t i = 0; i < room->given.n_suspensions; i++) {
        const VALUE row = row_at(suspensions, i);
        room->suspensions[i] = (prap_suspension){prapi_ruby_to_day(rb_ary_entry(row, 0)),
                                                 prapi_ruby_to_day(rb_ary_entry(row, 1))};
    }
    for (uint32_t i = 0; i < room->given.n_thresholds; i++) {
        const VALUE row = row_at(thresholds, i);
        room->thresholds[i] = (prap_threshold){prapi_ruby_to_day(rb_ary_entry(row, 0)), 0, NUM2LL(rb_ary_entry(row, 1))};
    }
    for (uint32_t i = 0; i < room->given.n_deadlines; i++)
        room->deadlines[i] = definition_at(deadlines, i);
}

VALUE prapi_ruby_definition(const prap_deadline_definition *one) {
    const VALUE done_by = rb_ary_new();
    for (size_t i = 0; i < PRAP_DONE_BY_MAX && one->done_by[i] != 0; i++)
        rb_ary_push(done_by, UINT2NUM(one->done_by[i]));
    return rb_ary_new_from_args(11, prapi_ruby_string(one->name), prapi_ruby_string(one->source),
                                UINT2NUM(one->programme), UINT2NUM(one->fills), UINT2NUM(one->anchor), INT2NUM(one->n),
                                UINT2NUM(one->unit), UINT2NUM(one->include_day), done_by,
                                prapi_ruby_day(one->valid_from), prapi_ruby_day(one->valid_until));
}

/* presets -> definitions that a host may copy, as rows. */
static VALUE presets(VALUE self) {
    const VALUE list = rb_ary_new();
    (void)self;
    for (uint32_t i = 0; i < prap_preset_count(); i++)
        rb_ary_push(list, prapi_ruby_definition(prap_preset_at(i)));
    return list;
}

void prapi_ruby_define_supplement(VALUE native) {
    rb_define_singleton_method(native, "presets", presets, 0);
}

VALUE prapi_ruby_supplement_of(const prap_rulebook *rulebook) {
    const VALUE suspensions = rb_ary_new(), thresholds = rb_ary_new(), deadlines = rb_ary_new();
    for (uint32_t i = 0; i < prap_rulebook_suspension_count(rulebook); i++) {
        const prap_suspension *one = prap_rulebook_suspension_at(rulebook, i);
        rb_ary_push(suspensions, rb_ary_new_from_args(2, prapi_ruby_day(one->from), prapi_ruby_day(one->until)));
    }
    for (uint32_t i = 0; i < prap_rulebook_threshold_count(rulebook); i++) {
        const prap_threshold *one = prap_rulebook_threshold_at(rulebook, i);
        rb_ary_push(thresholds, rb_ary_new_from_args(2, prapi_ruby_day(one->from), LL2NUM(one->pence)));
    }
    for (uint32_t i = 0; i < prap_rulebook_definition_count(rulebook); i++)
        rb_ary_push(deadlines, prapi_ruby_definition(prap_rulebook_definition_at(rulebook, i)));
    return rb_ary_new_from_args(3, suspensions, thresholds, deadlines);
}
