/* days.c: calendar days, months and years after a day, and between two; and the day of a text. */
#include "ext.h"

typedef prap_status (*adding)(prap_day from, int32_t n, prap_day *ret_day);

/* Raises Prap::Error about the field: that of the number where the day itself can be. */
static void check_day(prap_status status, const char *field) {
    if (status == PRAP_OK) return;
    prapi_ruby_raise(status, status == PRAP_E_DAY ? "from" : field, prap_status_meaning(status));
}

static VALUE add(VALUE from, VALUE n, adding add_to, const char *field) {
    prap_day result = PRAP_DAY_NONE;
    check_day(add_to(prapi_ruby_to_day(from), NUM2INT(n), &result), field);
    return prapi_ruby_day(result);
}

/* add_days(day, days) -> day; add_months and add_years likewise. */
static VALUE add_days(VALUE self, VALUE from, VALUE days) {
    (void)self;
    return add(from, days, prap_day_add_days, "days");
}

static VALUE add_months(VALUE self, VALUE from, VALUE months) {
    (void)self;
    return add(from, months, prap_day_add_months, "months");
}

static VALUE add_years(VALUE self, VALUE from, VALUE years) {
    (void)self;
    return add(from, years, prap_day_add_years, "years");
}

/* count_days(first, last) -> Integer. */
static VALUE count_days(VALUE self, VALUE first, VALUE last) {
    (void)self;
    int32_t days = 0;
    prapi_ruby_check(prap_day_count_days(prapi_ruby_to_day(first), prapi_ruby_to_day(last), &days), NULL);
    return INT2NUM(days);
}

/* count_months(first, last) -> [months, days left over]. */
static VALUE count_months(VALUE self, VALUE first, VALUE last) {
    (void)self;
    int32_t months = 0, days = 0;
    prapi_ruby_check(prap_day_count_months(prapi_ruby_to_day(first), prapi_ruby_to_day(last), &months, &days), NULL);
    return rb_ary_new_from_args(2, INT2NUM(months), INT2NUM(days));
}

/* nth_weekday(year, month, weekday, n) -> day. */
static VALUE nth_weekday(VALUE self, VALUE year, VALUE month, VALUE weekday, VALUE n) {
    (void)self;
    prap_day result = PRAP_DAY_NONE;
    const prap_status status =
        prap_day_nth_weekday(NUM2INT(year), NUM2INT(month), NUM2INT(weekday), NUM2INT(n), &result);
    if (status != PRAP_OK) prapi_ruby_raise(status, "n", prap_status_meaning(status));
    return prapi_ruby_day(result);
}

/* parse_day(text) -> day, or the Integer status wrapped in an Array when the text is no day. */
static VALUE parse_day(VALUE self, VALUE text) {
    (void)self;
    const prap_text borrowed = prapi_ruby_to_text(text);
    prap_day day = PRAP_DAY_NONE;
    const prap_status status = prap_day_parse(borrowed.bytes, borrowed.n, &day);
    RB_GC_GUARD(text);
    return status == PRAP_OK ? INT2NUM(day) : rb_ary_new_from_args(1, INT2NUM(status));
}

void prapi_ruby_define_days(VALUE native) {
    rb_define_singleton_method(native, "add_days", add_days, 2);
    rb_define_singleton_method(native, "add_months", add_months, 2);
    rb_define_singleton_method(native, "add_years", add_years, 2);
    rb_define_singleton_method(native, "count_days", count_days, 2);
    rb_define_singleton_method(native, "count_months", count_months, 2);
    rb_define_singleton_method(native, "nth_weekday", nth_weekday, 4);
    rb_define_singleton_method(native, "parse_day", parse_day, 1);
}
