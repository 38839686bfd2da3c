/* data-protection.c: the two questions of chapter 15. Arrays of numbers in, a Hash of numbers out. */
#include "engine.h"

static VALUE numbers(const uint32_t *given, size_t n) {
    const VALUE list = rb_ary_new();
    for (size_t i = 0; i < n; i++)
        rb_ary_push(list, UINT2NUM(given[i]));
    return list;
}

static VALUE erasure_hash(const prap_erasure *erasure) {
    const VALUE hash = rb_hash_new(), facts = rb_ary_new(), rules = rb_ary_new();
    for (size_t i = 0; i < 2 && erasure->rules[i] != 0; i++)
        rb_ary_push(rules, prapi_ruby_rule_id(erasure->rules[i]));
    for (uint32_t i = 0; i < erasure->n_facts; i++) {
        const prap_fact *fact = &erasure->facts[i];
        rb_ary_push(facts, rb_ary_new_from_args(3, UINT2NUM(fact->fact), UINT2NUM(fact->kind), LL2NUM(fact->value)));
    }
    prapi_ruby_set(hash, "outcome", UINT2NUM(erasure->outcome));
    prapi_ruby_set(hash, "row", prapi_ruby_text(erasure->row));
    prapi_ruby_set(hash, "rules", rules);
    prapi_ruby_set(hash, "missing", numbers(erasure->missing, erasure->n_missing));
    prapi_ruby_set(hash, "facts", facts);
    prapi_ruby_set(hash, "letter", UINT2NUM(erasure->letter));
    prapi_ruby_set(hash, "keep_evidence", erasure->keeps_evidence != 0 ? Qtrue : Qfalse);
    prapi_ruby_set(hash, "due", prapi_ruby_day(erasure->due));
    prapi_ruby_set(hash, "prudent", prapi_ruby_day(erasure->prudent));
    prapi_ruby_set(hash, "last_working_day", prapi_ruby_day(erasure->last_working_day));
    prapi_ruby_set(hash, "chase", prapi_ruby_day(erasure->chase));
    prapi_ruby_set(hash, "policy", UINT2NUM(erasure->policy));
    prapi_ruby_set(hash, "policy_value", INT2NUM(erasure->policy_value));
    return hash;
}

/* erasure_decision(calendar, settings, received, facts) -> Hash */
static VALUE erasure_decision(VALUE self, VALUE calendar, VALUE pairs, VALUE received, VALUE rows) {
    (void)self;
    VALUE keeper = Qnil;
    size_t n_settings = 0;
    prap_fact facts[PRAP_FACTS_MAX + 1];
    prap_error error = prapi_ruby_error();
    prap_erasure erasure = {.size = sizeof erasure};
    const prap_calendar *handle = prapi_ruby_to_calendar(calendar);
    const prap_setting *settings = prapi_ruby_to_settings(pairs, &n_settings, &keeper);
    const prap_erasure_question question = {.size = sizeof question,
                                            .received_on = prapi_ruby_to_day(received),
                                            .facts = facts,
                                            .n_facts = prapi_ruby_read_facts(rows, facts)};
    const prap_status status = prap_erasure_decide(handle, settings, n_settings, &question, &erasure, &error);
    RB_GC_GUARD(keeper);
    prapi_ruby_check(status, &error);
    return erasure_hash(&erasure);
}

/* native_erasure(fields, received) -> Hash: of an Engine. */
static VALUE engine_erasure(VALUE self, VALUE fields, VALUE received) {
    prap_fact facts[PRAP_FACTS_MAX + 1];
    struct prapi_ruby_texts texts;
    const prap_question question = prapi_ruby_read_question(fields, facts, &texts);
    const prap_day received_on = prapi_ruby_to_day(received);
    struct prapi_ruby_engine *engine = prapi_ruby_begin(self);
    prap_error error = prapi_ruby_error();
    prap_erasure erasure = {.size = sizeof erasure};
    const prap_status status =
        prap_engine_erasure(engine->handle, &question, received_on, engine->answer, &erasure, &error);
    PRAPI_RUBY_KEEP(texts);
    prapi_ruby_finish(engine, status, &error);
    return erasure_hash(&erasure);
}

/* An answer while Ruby makes what it says into objects, which may raise. */
struct sending {
    prap_answer *answer;
};

static VALUE sending_hash(VALUE call) {
    const prap_answer *answer = ((const struct sending *)call)->answer;
    const VALUE hash = rb_hash_new(), settings = rb_ary_new();
    for (uint32_t i = 0; i < prap_answer_setting_count(answer); i++) {
        const prap_setting *setting = prap_answer_setting_at(answer, i);
        rb_ary_push(settings, rb_ary_new_from_args(2, UINT2NUM(setting->policy), INT2NUM(setting->value)));
    }
    prapi_ruby_set(hash, "verdict", UINT2NUM(prap_answer_summary(answer)->verdict));
    prapi_ruby_set(hash, "reasons", prapi_ruby_reasons(answer));
    prapi_ruby_set(hash, "settings", settings);
    return hash;
}

static VALUE sending_destroy(VALUE call) {
    prap_answer_destroy(((const struct sending *)call)->answer);
    return Qnil;
}

/* may_send(rulebook, stage, on, facts) -> Hash */
static VALUE may_send(VALUE self, VALUE rulebook, VALUE stage, VALUE on, VALUE rows) {
    (void)self;
    prap_fact facts[PRAP_FACTS_MAX + 1];
    const prap_message message = {.size = sizeof message,
                                  .stage = NUM2UINT(stage),
                                  .on = prapi_ruby_to_day(on),
                                  .facts = facts,
                                  .n_facts = prapi_ruby_read_facts(rows, facts)};
    struct sending sending = {NULL};
    prap_error error = prapi_ruby_error();
    struct prapi_ruby_rulebook *held = prapi_ruby_hold_rulebook(rulebook);
    prap_status status = prap_answer_create(prapi_ruby_allocator(), &sending.answer);
    if (status == PRAP_OK) status = prap_may_send(held->handle, &message, sending.answer, &error);
    prapi_ruby_drop_rulebook(held);
    if (status == PRAP_OK) return rb_ensure(sending_hash, (VALUE)&sending, sending_destroy, (VALUE)&sending);
    prap_answer_destroy(sending.answer);
    prapi_ruby_check(status, &error);
    return Qnil;
}

void prapi_ruby_define_data_protection(VALUE prap, VALUE native) {
    rb_define_singleton_method(native, "erasure_decision", erasure_decision, 4);
    rb_define_singleton_method(native, "may_send", may_send, 4);
    rb_define_private_method(rb_const_get(prap, rb_intern("Engine")), "native_erasure", engine_erasure, 2);
}
