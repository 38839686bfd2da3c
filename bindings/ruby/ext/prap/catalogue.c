/* catalogue.c: the library's rules, words, statuses and identities, as the face needs them. Read-only. */
#include "ext.h"

static VALUE rule_hash(const prap_rule *rule) {
    if (rule == NULL) return Qnil;
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "number", UINT2NUM(rule->number));
    prapi_ruby_set(hash, "id", prapi_ruby_text(rule->id));
    prapi_ruby_set(hash, "document", UINT2NUM(rule->document));
    prapi_ruby_set(hash, "kind", UINT2NUM(rule->kind));
    prapi_ruby_set(hash, "software", UINT2NUM(rule->software));
    prapi_ruby_set(hash, "first_line", UINT2NUM(rule->first_line));
    prapi_ruby_set(hash, "last_line", UINT2NUM(rule->last_line));
    prapi_ruby_set(hash, "paragraph", prapi_ruby_text(rule->paragraph));
    prapi_ruby_set(hash, "text", prapi_ruby_text(rule->text));
    return hash;
}

/* rule(id) and rule_at(i) -> Hash or nil. */
static VALUE rule_find(VALUE self, VALUE id) {
    (void)self;
    const prap_text text = prapi_ruby_to_text(id);
    const prap_rule *rule = prap_rule_find(text.bytes, text.n);
    RB_GC_GUARD(id);
    return rule_hash(rule);
}

static VALUE rule_at(VALUE self, VALUE i) {
    (void)self;
    return rule_hash(prap_rule_at(NUM2UINT(i)));
}

/* words(kind) -> [[number, name, meaning, rule id or nil, detail, absent], …] in table order. */
static VALUE words(VALUE self, VALUE kind) {
    (void)self;
    const uint32_t number = NUM2UINT(kind);
    const VALUE list = rb_ary_new();
    for (uint32_t i = 0; i < prap_word_count(number); i++) {
        const prap_word *word = prap_word_at(number, i);
        rb_ary_push(list, rb_ary_new_from_args(6, UINT2NUM(word->number), prapi_ruby_text(word->name),
                                               prapi_ruby_text(word->meaning), prapi_ruby_rule_id(word->rule),
                                               UINT2NUM(word->detail), UINT2NUM(word->absent)));
    }
    return list;
}

/* status(number) -> [name, meaning, class], or nil when there is no such status. */
static VALUE status(VALUE self, VALUE number) {
    (void)self;
    const prap_status wanted = NUM2INT(number);
    const char *name = prap_status_name(wanted);
    if (name == NULL) return Qnil;
    return rb_ary_new_from_args(3, prapi_ruby_text(name), prapi_ruby_text(prap_status_meaning(wanted)),
                                INT2NUM(prap_status_class(wanted)));
}

/* policy(number) -> Hash, or nil when there is no such policy. */
static VALUE policy(VALUE self, VALUE number) {
    (void)self;
    const prap_policy *found = prap_policy_by_number(NUM2UINT(number));
    if (found == NULL) return Qnil;
    const VALUE choices = rb_ary_new();
    for (uint32_t i = 0; prap_policy_choice_at(found->number, i) != 0; i++) {
        rb_ary_push(choices, INT2NUM(prap_policy_choice_at(found->number, i)));
    }
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "default", INT2NUM(found->default_value));
    prapi_ruby_set(hash, "lowest", INT2NUM(found->lowest));
    prapi_ruby_set(hash, "highest", INT2NUM(found->highest));
    prapi_ruby_set(hash, "choices", choices);
    prapi_ruby_set(hash, "catalogue_name", prapi_ruby_text(found->catalogue_name));
    prapi_ruby_set(hash, "serves", prapi_ruby_text(found->serves));
    return hash;
}

/* library -> [version, rules hash as 8 hex digits]. */
static VALUE library(VALUE self) {
    (void)self;
    return rb_ary_new_from_args(2, prapi_ruby_text(prap_library_version()),
                                prapi_ruby_hex(prap_library_rules_hash()));
}

/* computation(deadline) -> "D-01", or nil. */
static VALUE computation(VALUE self, VALUE deadline) {
    (void)self;
    return prapi_ruby_text(prap_deadline_computation(NUM2UINT(deadline)));
}

/* The numbers of the headers that the face needs and that are no words. */
static void define_numbers(VALUE native) {
    rb_define_const(native, "FACTS", UINT2NUM(PRAP_WORDS_FACT));
    rb_define_const(native, "OPTIONS", UINT2NUM(PRAP_WORDS_OPTION));
    rb_define_const(native, "DESK_FACTS", UINT2NUM(PRAP_WORDS_DESK_FACT));
    rb_define_const(native, "DESK_OPTIONS", UINT2NUM(PRAP_WORDS_DESK_OPTION));
    rb_define_const(native, "STRICT_FACTS", UINT2NUM(PRAP_COMMAND_STRICT_FACTS));
    rb_define_const(native, "ADD_DAY", UINT2NUM(PRAP_CALENDAR_ADD_DAY));
    rb_define_const(native, "REMOVE_DAY", UINT2NUM(PRAP_CALENDAR_REMOVE_DAY));
    rb_define_const(native, "REPLACE_YEAR", UINT2NUM(PRAP_CALENDAR_REPLACE_YEAR));
    rb_define_const(native, "SET_EDITION", UINT2NUM(PRAP_CALENDAR_SET_EDITION));
    rb_define_const(native, "WALKED_WORKING_DAY", UINT2NUM(PRAP_WALKED_WORKING_DAY));
    rb_define_const(native, "WALKED_WEEKEND", UINT2NUM(PRAP_WALKED_WEEKEND));
    rb_define_const(native, "WALKED_HOLIDAY", UINT2NUM(PRAP_WALKED_HOLIDAY));
    rb_define_const(native, "ALLOW_PROVISIONAL", UINT2NUM(PRAP_CALENDAR_ALLOW_PROVISIONAL));
    rb_define_const(native, "CLASS_HOST", INT2NUM(PRAP_CLASS_HOST));
    rb_define_const(native, "CLASS_CALLER", INT2NUM(PRAP_CLASS_CALLER));
    rb_define_const(native, "CLASS_DATA", INT2NUM(PRAP_CLASS_DATA));
    rb_define_const(native, "CLASS_LIMIT", INT2NUM(PRAP_CLASS_LIMIT));
    rb_define_const(native, "CLASS_ABI", INT2NUM(PRAP_CLASS_ABI));
    rb_define_const(native, "CLASS_BUG", INT2NUM(PRAP_CLASS_BUG));
}

void prapi_ruby_define_catalogue(VALUE native) {
    define_numbers(native);
    rb_define_singleton_method(native, "rule", rule_find, 1);
    rb_define_singleton_method(native, "rule_at", rule_at, 1);
    rb_define_singleton_method(native, "words", words, 1);
    rb_define_singleton_method(native, "status", status, 1);
    rb_define_singleton_method(native, "policy", policy, 1);
    rb_define_singleton_method(native, "library", library, 0);
    rb_define_singleton_method(native, "computation", computation, 1);
}
