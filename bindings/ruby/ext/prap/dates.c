/* dates.c: the date computations. A moment crosses as [day, minute, offset], a window as two of them. */
#include <string.h>

#include "ext.h"

VALUE prapi_ruby_moment(prap_moment moment) {
    if (moment.day == PRAP_DAY_NONE) return Qnil;
    const VALUE offset = moment.offset == PRAP_OFFSET_NONE ? Qnil : INT2NUM(moment.offset);
    return rb_ary_new_from_args(3, INT2NUM(moment.day), INT2NUM(moment.minute), offset);
}

static int32_t number_or(VALUE value, int32_t none) {
    return NIL_P(value) ? none : NUM2INT(value);
}

prap_moment prapi_ruby_to_moment(VALUE value) {
    prap_moment moment = PRAP_MOMENT_NONE;
    if (NIL_P(value)) return moment;
    Check_Type(value, T_ARRAY);
    moment.day = prapi_ruby_to_day(rb_ary_entry(value, 0));
    moment.minute = number_or(rb_ary_entry(value, 1), PRAP_MINUTE_NONE);
    moment.offset = number_or(rb_ary_entry(value, 2), PRAP_OFFSET_NONE);
    return moment;
}

void *prapi_ruby_room(size_t n, size_t bytes, VALUE *ret_keeper) {
    *ret_keeper = rb_str_buf_new((long)((n + 1) * bytes));
    return RSTRING_PTR(*ret_keeper);
}

prap_setting *prapi_ruby_to_settings(VALUE pairs, size_t *ret_n, VALUE *ret_keeper) {
    Check_Type(pairs, T_ARRAY);
    *ret_n = (size_t)RARRAY_LEN(pairs);
    prap_setting *settings = prapi_ruby_room(*ret_n, sizeof *settings, ret_keeper);
    for (size_t i = 0; i < *ret_n; i++) {
        prap_error error = prapi_ruby_error();
        const VALUE pair = rb_ary_entry(pairs, (long)i);
        Check_Type(pair, T_ARRAY);
        prapi_ruby_check(prap_setting_parse(prapi_ruby_to_text(rb_ary_entry(pair, 0)),
                                            prapi_ruby_to_text(rb_ary_entry(pair, 1)), &settings[i], &error),
                         &error);
    }
    return settings;
}

prap_window *prapi_ruby_to_windows(VALUE rows, size_t *ret_n, VALUE *ret_keeper) {
    Check_Type(rows, T_ARRAY);
    *ret_n = (size_t)RARRAY_LEN(rows);
    prap_window *windows = prapi_ruby_room(*ret_n, sizeof *windows, ret_keeper);
    for (size_t i = 0; i < *ret_n; i++) {
        const VALUE window = rb_ary_entry(rows, (long)i);
        Check_Type(window, T_ARRAY);
        windows[i] = (prap_window){prapi_ruby_to_moment(rb_ary_entry(window, 0)),
                                   prapi_ruby_to_moment(rb_ary_entry(window, 1))};
    }
    return windows;
}

/* [computation, anchor, second, flags, service, [[from, to], …]]; the keeper holds what the question borrows. */
static prap_date_question to_question(VALUE row, VALUE *ret_keeper) {
    Check_Type(row, T_ARRAY);
    prap_date_question question = {.size = sizeof question,
                                   .computation = NUM2UINT(rb_ary_entry(row, 0)),
                                   .anchor = prapi_ruby_to_moment(rb_ary_entry(row, 1)),
                                   .second = prapi_ruby_to_moment(rb_ary_entry(row, 2)),
                                   .flags = NUM2UINT(rb_ary_entry(row, 3)),
                                   .service = NUM2UINT(rb_ary_entry(row, 4))};
    question.outages = prapi_ruby_to_windows(rb_ary_entry(row, 5), &question.n_outages, ret_keeper);
    return question;
}

static VALUE answer_out(const prap_date_answer *answer) {
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "computation", UINT2NUM(answer->computation));
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(answer->rule));
    prapi_ruby_set(hash, "policy", UINT2NUM(answer->policy));
    prapi_ruby_set(hash, "policy_value", INT2NUM(answer->policy_value));
    prapi_ruby_set(hash, "anchor", prapi_ruby_day(answer->anchor));
    prapi_ruby_set(hash, "first", prapi_ruby_day(answer->first));
    prapi_ruby_set(hash, "due", prapi_ruby_day(answer->due));
    prapi_ruby_set(hash, "prudent", prapi_ruby_day(answer->prudent));
    prapi_ruby_set(hash, "alternative", prapi_ruby_day(answer->alternative));
    prapi_ruby_set(hash, "last_working_day", prapi_ruby_day(answer->last_working_day));
    prapi_ruby_set(hash, "next_working_day", prapi_ruby_day(answer->next_working_day));
    prapi_ruby_set(hash, "holds", answer->holds < 0 ? Qnil : answer->holds != 0 ? Qtrue : Qfalse);
    prapi_ruby_set(hash, "coverage", UINT2NUM(answer->quality));
    prapi_ruby_set(hash, "bank_holiday", answer->holiday != 0 ? Qtrue : Qfalse);
    prapi_ruby_set(hash, "moment", prapi_ruby_moment(answer->moment));
    prapi_ruby_set(hash, "other_moment", prapi_ruby_moment(answer->other_moment));
    prapi_ruby_set(hash, "last_usable", prapi_ruby_moment(answer->last_usable));
    prapi_ruby_set(hash, "division", UINT2NUM(answer->division));
    prapi_ruby_set(hash, "calendar", prapi_ruby_hex(answer->calendar_hash));
    prapi_ruby_set(hash, "edition", prapi_ruby_day(answer->edition));
    return hash;
}

/* compute(calendar, settings, question) -> Hash */
static VALUE compute(VALUE self, VALUE calendar, VALUE pairs, VALUE row) {
    (void)self;
    VALUE settings_keeper = Qnil, keeper = Qnil;
    size_t n = 0;
    prap_error error = prapi_ruby_error();
    prap_date_answer answer = {.size = sizeof answer};
    const prap_calendar *handle = prapi_ruby_to_calendar(calendar);
    const prap_setting *settings = prapi_ruby_to_settings(pairs, &n, &settings_keeper);
    const prap_date_question question = to_question(row, &keeper);
    const prap_status status = prap_date_compute(handle, settings, n, &question, &answer, &error);
    RB_GC_GUARD(settings_keeper);
    RB_GC_GUARD(keeper);
    prapi_ruby_check(status, &error);
    return answer_out(&answer);
}

/* dates_moved(before, after, settings, questions) -> [[index, before, after], …] */
static VALUE dates_moved(VALUE self, VALUE before, VALUE after, VALUE pairs, VALUE rows) {
    (void)self;
    Check_Type(rows, T_ARRAY);
    VALUE settings_keeper = Qnil, questions_keeper = Qnil, moved_keeper = Qnil, windows_keeper;
    const VALUE list = rb_ary_new();
    const size_t n = (size_t)RARRAY_LEN(rows);
    size_t n_settings = 0, n_moved = 0;
    prap_error error = prapi_ruby_error();
    const prap_calendar *first = prapi_ruby_to_calendar(before), *second = prapi_ruby_to_calendar(after);
    const prap_setting *settings = prapi_ruby_to_settings(pairs, &n_settings, &settings_keeper);
    prap_date_question *questions = prapi_ruby_room(n, sizeof *questions, &questions_keeper);
    prap_moved_day *moved = prapi_ruby_room(n, sizeof *moved, &moved_keeper);
    VALUE *keepers = rb_alloc_tmp_buffer(&windows_keeper, (long)((n + 1) * sizeof *keepers)); /* marked as the stack is */
    memset(keepers, 0, (n + 1) * sizeof *keepers);
    for (size_t i = 0; i < n; i++)
        questions[i] = to_question(rb_ary_entry(rows, (long)i), &keepers[i]);
    const prap_status status =
        prap_dates_moved(first, second, settings, n_settings, questions, n, moved, n, &n_moved, &error);
    RB_GC_GUARD(settings_keeper);
    RB_GC_GUARD(questions_keeper);
    rb_free_tmp_buffer(&windows_keeper);
    prapi_ruby_check(status, &error);
    for (size_t i = 0; i < n_moved; i++)
        rb_ary_push(list, rb_ary_new_from_args(3, ULONG2NUM(moved[i].i), prapi_ruby_day(moved[i].before),
                                               prapi_ruby_day(moved[i].after)));
    RB_GC_GUARD(moved_keeper);
    return list;
}

/* date_computation(name) -> Hash or nil */
static VALUE computation(VALUE self, VALUE name) {
    (void)self;
    const prap_text text = prapi_ruby_to_text(name);
    const prap_computation *found = prap_computation_find(text.bytes, text.n);
    if (found == NULL) return Qnil;
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "computation", UINT2NUM(found->number));
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(found->rule));
    prapi_ruby_set(hash, "policy", UINT2NUM(found->policy));
    prapi_ruby_set(hash, "id", prapi_ruby_text(found->id));
    prapi_ruby_set(hash, "anchor", prapi_ruby_text(found->anchor));
    prapi_ruby_set(hash, "second", prapi_ruby_text(found->second));
    return hash;
}

static VALUE to_instant(VALUE self, VALUE moment) {
    (void)self;
    prap_instant instant = 0;
    prapi_ruby_check(prap_moment_to_instant(prapi_ruby_to_moment(moment), &instant), NULL);
    return LL2NUM(instant);
}

static VALUE from_instant(VALUE self, VALUE minutes) {
    (void)self;
    prap_moment moment = PRAP_MOMENT_NONE;
    prapi_ruby_check(prap_moment_from_instant(NUM2LL(minutes), &moment), NULL);
    return prapi_ruby_moment(moment);
}

/* announced -> [[rule, service, from, to], …] */
static VALUE announced(VALUE self) {
    (void)self;
    const VALUE list = rb_ary_new();
    for (uint32_t i = 0; prap_announced_at(i) != NULL; i++) {
        const prap_announced *found = prap_announced_at(i);
        rb_ary_push(list, rb_ary_new_from_args(4, prapi_ruby_rule_id(found->rule), UINT2NUM(found->service),
                                               prapi_ruby_moment(found->window.from), prapi_ruby_moment(found->window.to)));
    }
    return list;
}

void prapi_ruby_define_dates(VALUE native) {
    rb_define_singleton_method(native, "compute", compute, 3);
    rb_define_singleton_method(native, "dates_moved", dates_moved, 4);
    rb_define_singleton_method(native, "date_computation", computation, 1);
    rb_define_singleton_method(native, "to_instant", to_instant, 1);
    rb_define_singleton_method(native, "from_instant", from_instant, 1);
    rb_define_singleton_method(native, "announced", announced, 0);
}
