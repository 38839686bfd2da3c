/* arrays.c: Prap::Calendar's questions asked of many days at once. */
#include <string.h>

#include "ext.h"

/* A String of bytes is memory that the collector takes back whatever raises. */
static VALUE room_for(size_t n, size_t bytes, void *ret_room) {
    const VALUE room = rb_str_buf_new((long)((n + 1) * bytes));
    *(void **)ret_room = RSTRING_PTR(room);
    return room;
}

/* Reads an Array of days, or with numbers true of numbers; at least n of them. */
static VALUE read_array(VALUE array, size_t n, int numbers, int32_t **ret_values) {
    const VALUE room = room_for(n, sizeof **ret_values, ret_values);
    for (size_t i = 0; i < n; i++) {
        const VALUE value = rb_ary_entry(array, (long)i);
        (*ret_values)[i] = numbers ? NUM2INT(value) : prapi_ruby_to_day(value);
    }
    return room;
}

/* The number of elements of both. Raises ArgumentError when they differ. */
static size_t length_of(VALUE first, VALUE second) {
    Check_Type(first, RUBY_T_ARRAY);
    Check_Type(second, RUBY_T_ARRAY);
    if (RARRAY_LEN(first) != RARRAY_LEN(second)) rb_raise(rb_eArgError, "the arrays have different lengths");
    return (size_t)RARRAY_LEN(first);
}

typedef prap_status (*question)(const prap_calendar *calendar, const int32_t *first, const int32_t *second, size_t n,
                                uint32_t flags, int32_t *ret_answers, uint32_t *ret_qualities,
                                prap_status *ret_each);

/* [answers, nil, 0], or [[], the first without one, its status]. */
static VALUE ask(VALUE self, VALUE first, VALUE second, int numbers, VALUE flags, question put) {
    const prap_calendar *calendar = prapi_ruby_to_calendar(self);
    const uint32_t allowed = NUM2UINT(flags);
    const size_t n = length_of(first, second);
    int32_t *firsts, *seconds;
    prap_status *each;
    VALUE first_room = read_array(first, n, 0, &firsts);
    VALUE second_room = read_array(second, n, numbers, &seconds);
    VALUE each_room = room_for(n, sizeof *each, &each);
    for (size_t i = 0; i < n; i++)
        each[i] = PRAP_OK;
    const prap_status status = put(calendar, firsts, seconds, n, allowed, firsts, NULL, each);
    size_t bad = 0;
    while (bad < n && each[bad] == PRAP_OK)
        bad++;
    if (bad == n) prapi_ruby_check(status, NULL); /* that of no element: unknown flags */
    const VALUE answers = rb_ary_new_capa((long)n);
    for (size_t i = 0; status == PRAP_OK && i < n; i++)
        rb_ary_push(answers, INT2NUM(firsts[i]));
    RB_GC_GUARD(first_room);
    RB_GC_GUARD(second_room);
    RB_GC_GUARD(each_room);
    return rb_ary_new_from_args(3, answers, bad < n ? SIZET2NUM(bad) : Qnil, INT2NUM(status));
}

static prap_status put_are(const prap_calendar *calendar, const int32_t *days, const int32_t *unused, size_t n,
                           uint32_t flags, int32_t *ret_are, uint32_t *ret_qualities, prap_status *ret_each) {
    (void)unused;
    return prap_calendar_are_working_days(calendar, days, n, flags, ret_are, ret_qualities, ret_each);
}

/* native_are_working_days(days, flags) -> [[0 or 1, …], i or nil, status]. */
static VALUE are_working_days(VALUE self, VALUE days, VALUE flags) {
    return ask(self, days, days, 0, flags, put_are);
}

/* native_add_working_days_each(days, numbers, flags) -> [[day, …], i or nil, status]. */
static VALUE add_working_days_each(VALUE self, VALUE from, VALUE numbers, VALUE flags) {
    return ask(self, from, numbers, 1, flags, prap_calendar_add_working_days_each);
}

/* native_count_working_days_each(days, days, flags) -> [[number, …], i or nil, status]. */
static VALUE count_working_days_each(VALUE self, VALUE first, VALUE last, VALUE flags) {
    return ask(self, first, last, 0, flags, prap_calendar_count_working_days_each);
}

/* native_moved_days(calendar, days, numbers, flags) -> [[i, day or nil, day or nil], …]. */
static VALUE moved_days(VALUE self, VALUE after, VALUE from, VALUE numbers, VALUE flags) {
    const prap_calendar *before = prapi_ruby_to_calendar(self), *then = prapi_ruby_to_calendar(after);
    const uint32_t allowed = NUM2UINT(flags);
    const size_t n = length_of(from, numbers);
    int32_t *days, *counts;
    prap_moved_day *moved;
    size_t n_moved = 0;
    VALUE day_room = read_array(from, n, 0, &days);
    VALUE count_room = read_array(numbers, n, 1, &counts);
    VALUE moved_room = room_for(n, sizeof *moved, &moved);
    prapi_ruby_check(prap_calendar_moved_days(before, then, days, counts, n, allowed, moved, n, &n_moved), NULL);
    const VALUE rows = rb_ary_new_capa((long)n_moved);
    for (size_t i = 0; i < n_moved; i++)
        rb_ary_push(rows, rb_ary_new_from_args(3, SIZET2NUM(moved[i].i), prapi_ruby_day(moved[i].before),
                                               prapi_ruby_day(moved[i].after)));
    RB_GC_GUARD(day_room);
    RB_GC_GUARD(count_room);
    RB_GC_GUARD(moved_room);
    RB_GC_GUARD(after);
    return rows;
}

/* Native.due_scan(packed, day) -> [i, …]. packed: a String of int32, whose bytes are aligned for nothing in particular. */
static VALUE due_scan(VALUE self, VALUE packed, VALUE due_by) {
    (void)self;
    StringValue(packed);
    const size_t n = (size_t)RSTRING_LEN(packed) / sizeof(prap_day);
    const prap_day day = prapi_ruby_to_day(due_by);
    prap_day *days;
    size_t *found, n_found = 0;
    VALUE day_room = room_for(n, sizeof *days, &days);
    VALUE found_room = room_for(n, sizeof *found, &found);
    memcpy(days, RSTRING_PTR(packed), n * sizeof *days);
    prapi_ruby_check(prap_due_scan(days, n, day, found, n, &n_found), NULL);
    const VALUE indices = rb_ary_new_capa((long)n_found);
    for (size_t i = 0; i < n_found; i++)
        rb_ary_push(indices, SIZET2NUM(found[i]));
    RB_GC_GUARD(day_room);
    RB_GC_GUARD(found_room);
    return indices;
}

void prapi_ruby_define_due_scan(VALUE native) {
    rb_define_module_function(native, "due_scan", due_scan, 2);
}

void prapi_ruby_define_arrays(VALUE calendar) {
    rb_define_private_method(calendar, "native_are_working_days", are_working_days, 2);
    rb_define_private_method(calendar, "native_add_working_days_each", add_working_days_each, 3);
    rb_define_private_method(calendar, "native_count_working_days_each", count_working_days_each, 3);
    rb_define_private_method(calendar, "native_moved_days", moved_days, 4);
}
