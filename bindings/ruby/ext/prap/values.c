/* values.c: between Ruby's values and the library's; and the library's questions about single days. */
#include <stdlib.h>
#include <string.h>

#include "ext.h"

#include <ruby/encoding.h>

VALUE prapi_ruby_day(prap_day day) {
    return day == PRAP_DAY_NONE ? Qnil : INT2NUM(day);
}

/* A day beyond the library's becomes PRAP_DAY_MAX + 1, so that the library refuses it and names the field. */
prap_day prapi_ruby_to_day(VALUE value) {
    if (NIL_P(value)) return PRAP_DAY_NONE;
    if (RB_TYPE_P(value, RUBY_T_BIGNUM)) return PRAP_DAY_MAX + 1;
    Check_Type(value, RUBY_T_FIXNUM);
    const long day = FIX2LONG(value);
    return day < PRAP_DAY_MIN || day > PRAP_DAY_MAX ? PRAP_DAY_MAX + 1 : (prap_day)day;
}

VALUE prapi_ruby_text(const char *text) {
    return text == NULL ? Qnil : rb_obj_freeze(rb_utf8_str_new_cstr(text));
}

VALUE prapi_ruby_string(prap_text text) {
    return rb_obj_freeze(rb_utf8_str_new(text.bytes, (long)text.n));
}

VALUE prapi_ruby_bytes(prap_bytes bytes) {
    return rb_obj_freeze(rb_str_new((const char *)bytes.bytes, (long)bytes.n));
}

prap_text prapi_ruby_to_text(VALUE value) {
    if (NIL_P(value)) return (prap_text){NULL, 0};
    Check_Type(value, RUBY_T_STRING);
    return (prap_text){RSTRING_PTR(value), (size_t)RSTRING_LEN(value)};
}

prap_bytes prapi_ruby_to_bytes(VALUE value) {
    Check_Type(value, RUBY_T_STRING);
    return (prap_bytes){(const uint8_t *)RSTRING_PTR(value), (size_t)RSTRING_LEN(value)};
}

VALUE prapi_ruby_hex(uint32_t hash) {
    static const char digits[] = "0123456789abcdef";
    char text[8];
    for (int i = 0; i < 8; i++)
        text[i] = digits[(hash >> (28 - 4 * i)) & 15U];
    return rb_obj_freeze(rb_utf8_str_new(text, sizeof text));
}

VALUE prapi_ruby_rule_id(uint32_t number) {
    const prap_rule *rule = prap_rule_by_number(number);
    return rule == NULL ? Qnil : prapi_ruby_text(rule->id);
}

void prapi_ruby_set(VALUE hash, const char *key, VALUE value) {
    rb_hash_aset(hash, ID2SYM(rb_intern(key)), value);
}

static void *allocate(void *user, size_t bytes) {
    (void)user;
    return malloc(bytes);
}

static void release(void *user, void *block, size_t bytes) {
    (void)user;
    (void)bytes;
    free(block);
}

const prap_allocator *prapi_ruby_allocator(void) {
    static const prap_allocator allocator = {sizeof allocator, NULL, allocate, release};
    return &allocator;
}

/* add_months(day, months) -> day. Raises Prap::Error. */
static VALUE add_months(VALUE self, VALUE day, VALUE months) {
    (void)self;
    prap_day result = PRAP_DAY_NONE;
    prapi_ruby_check(prap_day_add_months(prapi_ruby_to_day(day), NUM2INT(months), &result), NULL);
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

void prapi_ruby_define_values(VALUE native) {
    rb_define_singleton_method(native, "add_months", add_months, 2);
    rb_define_singleton_method(native, "parse_day", parse_day, 1);
}
