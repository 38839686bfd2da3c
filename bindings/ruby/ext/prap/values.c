/* values.c: between Ruby's values and the library's. */
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
