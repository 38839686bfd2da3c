/*
 * rulebook.c: Prap::Rulebook. It holds its calendar by count, so that an overlay is there as long as any
 * rulebook or engine is that counts with it.
 */
#include <stdlib.h>

#include "ext.h"

enum { SETTINGS_MAX = 256 };

static void free_rulebook(void *data) {
    prapi_ruby_drop_rulebook(data);
}

static size_t rulebook_bytes(const void *data) {
    (void)data;
    return sizeof(struct prapi_ruby_rulebook);
}

static const rb_data_type_t rulebook_type = {
    .wrap_struct_name = "Prap::Rulebook",
    .function = {.dfree = free_rulebook, .dsize = rulebook_bytes},
    .flags = RUBY_TYPED_FREE_IMMEDIATELY | RUBY_TYPED_WB_PROTECTED,
};

void prapi_ruby_drop_rulebook(struct prapi_ruby_rulebook *rulebook) {
    if (rulebook == NULL || --rulebook->holders > 0) return;
    prap_rulebook_destroy(rulebook->handle);
    prapi_ruby_drop_calendar(rulebook->calendar);
    free(rulebook);
}

static prap_rulebook *handle_of(const struct prapi_ruby_rulebook *rulebook) {
    if (rulebook->handle == NULL) prapi_ruby_raise(PRAP_E_NULL, "rulebook", "it was never initialised");
    return rulebook->handle;
}

struct prapi_ruby_rulebook *prapi_ruby_hold_rulebook(VALUE object) {
    struct prapi_ruby_rulebook *rulebook = rb_check_typeddata(object, &rulebook_type);
    handle_of(rulebook);
    rulebook->holders++;
    return rulebook;
}

static VALUE allocate(VALUE class) {
    struct prapi_ruby_rulebook *rulebook = calloc(1, sizeof *rulebook);
    if (rulebook == NULL) rb_memerror();
    rulebook->holders = 1;
    return rb_data_typed_object_wrap(class, rulebook, &rulebook_type);
}

/* One setting from its two words; the library says what is allowed when it is not. */
static void read_setting(VALUE pair, prap_setting *ret_setting) {
    Check_Type(pair, RUBY_T_ARRAY);
    VALUE name = rb_ary_entry(pair, 0);
    VALUE value = rb_ary_entry(pair, 1);
    prap_error error = prapi_ruby_error();
    const prap_status status =
        prap_setting_parse(prapi_ruby_to_text(name), prapi_ruby_to_text(value), ret_setting, &error);
    RB_GC_GUARD(name);
    RB_GC_GUARD(value);
    prapi_ruby_check(status, &error);
}

/* native_initialize(programme, calendar, [["late-ack", "refuse"], …], supplement). Raises Prap::Error. */
static VALUE initialize(VALUE self, VALUE programme, VALUE calendar, VALUE pairs, VALUE rows) {
    struct prapi_ruby_rulebook *rulebook = rb_check_typeddata(self, &rulebook_type);
    if (rulebook->handle != NULL) prapi_ruby_raise(PRAP_E_TWICE, "rulebook", "it is already initialised");
    Check_Type(pairs, RUBY_T_ARRAY);
    const long n = RARRAY_LEN(pairs);
    prap_setting settings[SETTINGS_MAX];
    if (n > SETTINGS_MAX) prapi_ruby_raise(PRAP_E_LIMIT, "settings", "there are not so many policies");
    for (long i = 0; i < n; i++)
        read_setting(rb_ary_entry(pairs, i), &settings[i]);
    struct prapi_ruby_supplement supplement;
    prapi_ruby_to_supplement(rows, &supplement);
    prap_error error = prapi_ruby_error();
    const prap_status status = prap_rulebook_create_supplemented(
        prapi_ruby_allocator(), NUM2UINT(programme), prapi_ruby_to_calendar(calendar), settings, (size_t)n,
        &supplement.given, &rulebook->handle, &error);
    RB_GC_GUARD(rows);
    RB_GC_GUARD(calendar);
    prapi_ruby_check(status, &error);
    rulebook->calendar = prapi_ruby_hold_calendar(calendar);
    return self;
}

/* identity -> "0a1b2c3d": equal identity, equal rulebook. */
static VALUE identity(VALUE self) {
    return prapi_ruby_hex(prap_rulebook_hash(handle_of(rb_check_typeddata(self, &rulebook_type))));
}

/* native_setting(policy) -> the choice or number in force. */
static VALUE setting(VALUE self, VALUE policy) {
    const prap_rulebook *handle = handle_of(rb_check_typeddata(self, &rulebook_type));
    return INT2NUM(prap_rulebook_setting(handle, NUM2UINT(policy)));
}

/* native_supplement -> what it has taken of it. */
static VALUE supplement(VALUE self) {
    return prapi_ruby_supplement_of(handle_of(rb_check_typeddata(self, &rulebook_type)));
}

void prapi_ruby_define_rulebook(VALUE prap) {
    const VALUE rulebook = rb_define_class_under(prap, "Rulebook", rb_cObject);
    rb_define_alloc_func(rulebook, allocate);
    rb_undef_method(rulebook, "initialize_copy");
    rb_define_private_method(rulebook, "native_initialize", initialize, 4);
    rb_define_private_method(rulebook, "native_supplement", supplement, 0);
    rb_define_method(rulebook, "identity", identity, 0);
    rb_define_private_method(rulebook, "native_setting", setting, 1);
}
