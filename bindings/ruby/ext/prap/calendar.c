/*
 * calendar.c: Prap::Calendar: a built-in calendar of the library, which lives as long as the process, or an
 * overlay, which is counted: Ruby sweeps a calendar and its rulebooks in any order, the library wants the
 * rulebooks first.
 */
#include <stdlib.h>

#include "ext.h"

struct prapi_ruby_calendar {
    const prap_calendar *borrowed; /* what every question is put to */
    prap_calendar *owned;          /* NULL for a built-in one */
    size_t holders;
};

void prapi_ruby_drop_calendar(struct prapi_ruby_calendar *calendar) {
    if (calendar == NULL || --calendar->holders > 0) return;
    prap_calendar_destroy(calendar->owned);
    free(calendar);
}

static void free_calendar(void *data) {
    prapi_ruby_drop_calendar(data);
}

static size_t calendar_bytes(const void *data) {
    (void)data;
    return sizeof(struct prapi_ruby_calendar);
}

static const rb_data_type_t calendar_type = {
    .wrap_struct_name = "Prap::Calendar",
    .function = {.dfree = free_calendar, .dsize = calendar_bytes},
    .flags = RUBY_TYPED_FREE_IMMEDIATELY | RUBY_TYPED_WB_PROTECTED,
};

const prap_calendar *prapi_ruby_to_calendar(VALUE object) {
    const struct prapi_ruby_calendar *calendar = rb_check_typeddata(object, &calendar_type);
    return calendar->borrowed;
}

struct prapi_ruby_calendar *prapi_ruby_hold_calendar(VALUE object) {
    struct prapi_ruby_calendar *calendar = rb_check_typeddata(object, &calendar_type);
    calendar->holders++;
    return calendar;
}

/* A Prap::Calendar that holds nothing yet. Made before what it will own, because making it may raise. */
static VALUE wrap(VALUE class, struct prapi_ruby_calendar **ret_calendar) {
    struct prapi_ruby_calendar *calendar = calloc(1, sizeof *calendar);
    if (calendar == NULL) rb_memerror();
    calendar->holders = 1;
    *ret_calendar = calendar;
    return rb_data_typed_object_wrap(class, calendar, &calendar_type);
}

/* native_built_in(division) -> Prap::Calendar, or nil when the library has none for it. */
static VALUE built_in(VALUE self, VALUE division) {
    const prap_calendar *found = prap_calendar_built_in(NUM2UINT(division));
    struct prapi_ruby_calendar *calendar;
    if (found == NULL) return Qnil;
    const VALUE object = wrap(self, &calendar);
    calendar->borrowed = found;
    return rb_obj_freeze(object);
}

/* One change from [kind, day, substitute, title]; the title is borrowed from it. */
static void read_change(VALUE row, prap_calendar_change *ret_change) {
    Check_Type(row, RUBY_T_ARRAY);
    *ret_change = (prap_calendar_change){.kind = NUM2UINT(rb_ary_entry(row, 0)),
                                         .day = prapi_ruby_to_day(rb_ary_entry(row, 1)),
                                         .substitute = RTEST(rb_ary_entry(row, 2)) ? 1 : 0,
                                         .title = prapi_ruby_to_text(rb_ary_entry(row, 3))};
}

/* native_overlay([[kind, day, substitute, title], …]) -> Prap::Calendar. Raises Prap::Error. */
static VALUE overlay(VALUE self, VALUE rows) {
    const prap_calendar *base = prapi_ruby_to_calendar(self);
    Check_Type(rows, RUBY_T_ARRAY);
    const long n = RARRAY_LEN(rows);
    /* A String of bytes is memory that the collector takes back when reading a change raises. */
    VALUE room = rb_str_buf_new(((n > 0 ? n : 1) * (long)sizeof(prap_calendar_change)));
    prap_calendar_change *changes = (prap_calendar_change *)(void *)RSTRING_PTR(room);
    struct prapi_ruby_calendar *calendar;
    const VALUE object = wrap(rb_obj_class(self), &calendar);
    /* From here to the library's return nothing is allocated in Ruby, so no title that is borrowed moves. */
    for (long i = 0; i < n; i++)
        read_change(rb_ary_entry(rows, i), &changes[i]);
    prap_error error = prapi_ruby_error();
    const prap_status status =
        prap_calendar_create(prapi_ruby_allocator(), base, changes, (size_t)n, &calendar->owned, &error);
    RB_GC_GUARD(room);
    RB_GC_GUARD(rows);
    prapi_ruby_check(status, &error);
    calendar->borrowed = calendar->owned;
    return rb_obj_freeze(object);
}

/* native_identity -> Hash; day spans as pairs of days. */
static VALUE identity(VALUE self) {
    const prap_calendar_identity *found = prap_calendar_get_identity(prapi_ruby_to_calendar(self));
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "division", UINT2NUM(found->division));
    prapi_ruby_set(hash, "known_first", prapi_ruby_day(found->known_first));
    prapi_ruby_set(hash, "known_last", prapi_ruby_day(found->known_last));
    prapi_ruby_set(hash, "provisional_first", prapi_ruby_day(found->provisional_first));
    prapi_ruby_set(hash, "provisional_last", prapi_ruby_day(found->provisional_last));
    prapi_ruby_set(hash, "hash", prapi_ruby_hex(found->hash));
    prapi_ruby_set(hash, "holidays", UINT2NUM(found->n_holidays));
    prapi_ruby_set(hash, "edition", prapi_ruby_day(found->edition));
    return hash;
}

/* native_working_day(day, flags) -> [true or false, PRAP_COVERAGE_*]. */
static VALUE working_day(VALUE self, VALUE day, VALUE flags) {
    int32_t is = 0;
    uint32_t quality = 0;
    const prap_status status = prap_calendar_is_working_day(
        prapi_ruby_to_calendar(self), prapi_ruby_to_day(day), NUM2UINT(flags), &is, &quality);
    prapi_ruby_check(status, NULL);
    return rb_ary_new_from_args(2, is != 0 ? Qtrue : Qfalse, UINT2NUM(quality));
}

/* native_add_working_days(from, n, flags) -> day. */
static VALUE add_working_days(VALUE self, VALUE from, VALUE n, VALUE flags) {
    prap_day result = PRAP_DAY_NONE;
    const prap_status status = prap_calendar_add_working_days(
        prapi_ruby_to_calendar(self), prapi_ruby_to_day(from), NUM2INT(n), NUM2UINT(flags), &result, NULL);
    prapi_ruby_check(status, NULL);
    return prapi_ruby_day(result);
}

/* native_count_working_days(first, last, flags) -> Integer. */
static VALUE count_working_days(VALUE self, VALUE first, VALUE last, VALUE flags) {
    int32_t count = 0;
    const prap_status status =
        prap_calendar_count_working_days(prapi_ruby_to_calendar(self), prapi_ruby_to_day(first),
                                         prapi_ruby_to_day(last), NUM2UINT(flags), &count, NULL);
    prapi_ruby_check(status, NULL);
    return INT2NUM(count);
}

typedef prap_status (*near)(const prap_calendar *calendar, prap_day day, uint32_t flags, prap_day *ret_day,
                            uint32_t *ret_quality);

static VALUE find_near(VALUE self, VALUE day, VALUE flags, near find) {
    prap_day result = PRAP_DAY_NONE;
    const prap_status status =
        find(prapi_ruby_to_calendar(self), prapi_ruby_to_day(day), NUM2UINT(flags), &result, NULL);
    prapi_ruby_check(status, NULL);
    return prapi_ruby_day(result);
}

/* native_working_day_on_or_before(day, flags) -> day; and on_or_after, next and previous. */
static VALUE on_or_before(VALUE self, VALUE day, VALUE flags) {
    return find_near(self, day, flags, prap_calendar_working_day_on_or_before);
}

static VALUE on_or_after(VALUE self, VALUE day, VALUE flags) {
    return find_near(self, day, flags, prap_calendar_working_day_on_or_after);
}

static VALUE next_working_day(VALUE self, VALUE day, VALUE flags) {
    return find_near(self, day, flags, prap_calendar_next_working_day);
}

static VALUE previous_working_day(VALUE self, VALUE day, VALUE flags) {
    return find_near(self, day, flags, prap_calendar_previous_working_day);
}

/* native_nth_working_day(first, n, flags) -> day. */
static VALUE nth_working_day(VALUE self, VALUE first, VALUE n, VALUE flags) {
    prap_day result = PRAP_DAY_NONE;
    const prap_status status = prap_calendar_nth_working_day(
        prapi_ruby_to_calendar(self), prapi_ruby_to_day(first), NUM2INT(n), NUM2UINT(flags), &result, NULL);
    prapi_ruby_check(status, NULL);
    return prapi_ruby_day(result);
}

static VALUE holiday_hash(const prap_holiday *holiday) {
    if (holiday == NULL) return Qnil;
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "day", prapi_ruby_day(holiday->day));
    prapi_ruby_set(hash, "quality", UINT2NUM(holiday->quality));
    prapi_ruby_set(hash, "substitute", holiday->substitute != 0 ? Qtrue : Qfalse);
    prapi_ruby_set(hash, "title", prapi_ruby_text(holiday->title));
    return hash;
}

/* native_holiday_on(day) and native_holiday_at(i) -> Hash or nil. */
static VALUE holiday_on(VALUE self, VALUE day) {
    return holiday_hash(prap_calendar_holiday_on(prapi_ruby_to_calendar(self), prapi_ruby_to_day(day)));
}

static VALUE holiday_at(VALUE self, VALUE i) {
    return holiday_hash(prap_calendar_holiday_at(prapi_ruby_to_calendar(self), NUM2UINT(i)));
}

/* native_walk(from, to, flags) { |day, kind, number, quality, Hash or nil| } -> nil. The library is not on the stack
   while the block runs, which may leave in any way. */
static VALUE walk(VALUE self, VALUE from, VALUE to, VALUE flags) {
    prap_walk begun;
    prap_walked_day day;
    const prap_status status =
        prap_calendar_walk(prapi_ruby_to_calendar(self), prapi_ruby_to_day(from), prapi_ruby_to_day(to),
                           NUM2UINT(flags), &begun);
    prapi_ruby_check(status, NULL);
    while (prap_walk_next(&begun, &day) == PRAP_OK)
        rb_yield_values(5, prapi_ruby_day(day.day), UINT2NUM(day.kind), INT2NUM(day.number), UINT2NUM(day.quality),
                        holiday_hash(day.holiday));
    RB_GC_GUARD(self);
    return Qnil;
}

void prapi_ruby_define_calendar(VALUE prap) {
    const VALUE calendar = rb_define_class_under(prap, "Calendar", rb_cObject);
    rb_undef_alloc_func(calendar);
    rb_define_private_method(rb_singleton_class(calendar), "native_built_in", built_in, 1);
    rb_define_private_method(calendar, "native_overlay", overlay, 1);
    rb_define_private_method(calendar, "native_identity", identity, 0);
    rb_define_private_method(calendar, "native_working_day", working_day, 2);
    rb_define_private_method(calendar, "native_add_working_days", add_working_days, 3);
    rb_define_private_method(calendar, "native_count_working_days", count_working_days, 3);
    rb_define_private_method(calendar, "native_working_day_on_or_before", on_or_before, 2);
    rb_define_private_method(calendar, "native_working_day_on_or_after", on_or_after, 2);
    rb_define_private_method(calendar, "native_next_working_day", next_working_day, 2);
    rb_define_private_method(calendar, "native_previous_working_day", previous_working_day, 2);
    rb_define_private_method(calendar, "native_nth_working_day", nth_working_day, 3);
    rb_define_private_method(calendar, "native_walk", walk, 3);
    rb_define_private_method(calendar, "native_holiday_on", holiday_on, 1);
    rb_define_private_method(calendar, "native_holiday_at", holiday_at, 1);
    prapi_ruby_define_arrays(calendar);
}
