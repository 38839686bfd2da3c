/*
 * calendar.c: Prap::Calendar, a borrowed built-in calendar of the library. It lives as long as the process.
 */
#include "ext.h"

static const rb_data_type_t calendar_type = {
    .wrap_struct_name = "Prap::Calendar",
    .flags = RUBY_TYPED_FREE_IMMEDIATELY | RUBY_TYPED_WB_PROTECTED,
};

const prap_calendar *prapi_ruby_to_calendar(VALUE object) {
    return rb_check_typeddata(object, &calendar_type);
}

/* native_built_in(division) -> Prap::Calendar, or nil when the library has none for it. */
static VALUE built_in(VALUE self, VALUE division) {
    /* The wrapper takes no const pointer; nothing here ever writes through it. */
    union {
        const prap_calendar *borrowed;
        void *data;
    } calendar = {prap_calendar_built_in(NUM2UINT(division))};
    if (calendar.borrowed == NULL) return Qnil;
    return rb_obj_freeze(rb_data_typed_object_wrap(self, calendar.data, &calendar_type));
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

/* native_working_day_on_or_before(day, flags) -> day; and on_or_after. */
static VALUE on_or_before(VALUE self, VALUE day, VALUE flags) {
    prap_day result = PRAP_DAY_NONE;
    const prap_status status = prap_calendar_working_day_on_or_before(
        prapi_ruby_to_calendar(self), prapi_ruby_to_day(day), NUM2UINT(flags), &result, NULL);
    prapi_ruby_check(status, NULL);
    return prapi_ruby_day(result);
}

static VALUE on_or_after(VALUE self, VALUE day, VALUE flags) {
    prap_day result = PRAP_DAY_NONE;
    const prap_status status = prap_calendar_working_day_on_or_after(
        prapi_ruby_to_calendar(self), prapi_ruby_to_day(day), NUM2UINT(flags), &result, NULL);
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

void prapi_ruby_define_calendar(VALUE prap) {
    const VALUE calendar = rb_define_class_under(prap, "Calendar", rb_cObject);
    rb_undef_alloc_func(calendar);
    rb_define_private_method(rb_singleton_class(calendar), "native_built_in", built_in, 1);
    rb_define_private_method(calendar, "native_identity", identity, 0);
    rb_define_private_method(calendar, "native_working_day", working_day, 2);
    rb_define_private_method(calendar, "native_add_working_days", add_working_days, 3);
    rb_define_private_method(calendar, "native_count_working_days", count_working_days, 3);
    rb_define_private_method(calendar, "native_working_day_on_or_before", on_or_before, 2);
    rb_define_private_method(calendar, "native_working_day_on_or_after", on_or_after, 2);
    rb_define_private_method(calendar, "native_holiday_on", holiday_on, 1);
    rb_define_private_method(calendar, "native_holiday_at", holiday_at, 1);
}
