/* calls.c: what an engine is asked. Arguments are read before the call begins, because reading them may
 * raise. */
#include <string.h>

#include "engine.h"

static VALUE answer_body(VALUE call) {
    return prapi_ruby_answer((const prap_answer *)call);
}

/* The answer as a Hash, or nil when there is none to give because prapi_ruby_finish is about to raise. */
static VALUE take_answer(struct prapi_ruby_engine *engine, prap_status status) {
    if (status != PRAP_OK || engine->pending != 0) return Qnil;
    return rb_protect(answer_body, (VALUE)engine->answer, &engine->pending);
}

VALUE prapi_ruby_fetch(VALUE hash, const char *key) {
    Check_Type(hash, RUBY_T_HASH);
    return rb_hash_fetch(hash, ID2SYM(rb_intern(key)));
}

size_t prapi_ruby_read_facts(VALUE rows, prap_fact *ret_facts) {
    Check_Type(rows, RUBY_T_ARRAY);
    long i = 0;
    for (; i < RARRAY_LEN(rows) && i <= PRAP_FACTS_MAX; i++) {
        const VALUE row = rb_ary_entry(rows, i);
        Check_Type(row, RUBY_T_ARRAY);
        ret_facts[i] = (prap_fact){NUM2UINT(rb_ary_entry(row, 0)), NUM2UINT(rb_ary_entry(row, 1)),
                                   NUM2LL(rb_ary_entry(row, 2))};
    }
    return (size_t)i;
}

prap_command prapi_ruby_read_command(VALUE fields, prap_fact *facts, struct prapi_ruby_texts *ret_texts) {
    const size_t n_facts = prapi_ruby_read_facts(prapi_ruby_fetch(fields, "facts"), facts);
    *ret_texts = (struct prapi_ruby_texts){prapi_ruby_fetch(fields, "tenant"), prapi_ruby_fetch(fields, "case_id"),
                                           prapi_ruby_fetch(fields, "id")};
    return (prap_command){
        .size = sizeof(prap_command),
        .flags = NUM2UINT(prapi_ruby_fetch(fields, "flags")),
        .programme = NUM2UINT(prapi_ruby_fetch(fields, "programme")),
        .event = NUM2UINT(prapi_ruby_fetch(fields, "event")),
        .on = prapi_ruby_to_day(prapi_ruby_fetch(fields, "on")),
        .recorded = prapi_ruby_to_day(prapi_ruby_fetch(fields, "recorded")),
        .key = {prapi_ruby_to_text(ret_texts->tenant), prapi_ruby_to_text(ret_texts->case_id)},
        .id = prapi_ruby_to_text(ret_texts->id),
        .facts = facts,
        .n_facts = n_facts,
    };
}

/*
 * native_decide(store, fields) -> Hash. store: true submits, false previews. fields: programme, event, flags
 * (Integers), on, recorded (Integers or nil), tenant, case_id, id (Strings or nil), facts.
 */
static VALUE decide(VALUE self, VALUE store, VALUE fields) {
    prap_fact facts[PRAP_FACTS_MAX + 1];
    struct prapi_ruby_texts texts;
    const prap_command command = prapi_ruby_read_command(fields, facts, &texts);
    struct prapi_ruby_engine *engine = prapi_ruby_begin(self);
    prap_error error = prapi_ruby_error();
    const prap_status status = RTEST(store)
                                   ? prap_engine_submit(engine->handle, &command, engine->answer, &error)
                                   : prap_engine_preview(engine->handle, &command, engine->answer, &error);
    const VALUE answer = take_answer(engine, status);
    PRAPI_RUBY_KEEP(texts);
    prapi_ruby_finish(engine, status, &error);
    return answer;
}

/* native_show(tenant, case id, as_of) -> Hash. */
static VALUE show(VALUE self, VALUE tenant, VALUE case_id, VALUE as_of) {
    const prap_key key = {prapi_ruby_to_text(tenant), prapi_ruby_to_text(case_id)};
    const prap_day day = prapi_ruby_to_day(as_of);
    struct prapi_ruby_engine *engine = prapi_ruby_begin(self);
    prap_error error = prapi_ruby_error();
    const prap_status status = prap_engine_show(engine->handle, &key, day, engine->answer, &error);
    const VALUE answer = take_answer(engine, status);
    RB_GC_GUARD(tenant);
    RB_GC_GUARD(case_id);
    prapi_ruby_finish(engine, status, &error);
    return answer;
}

/* A visit: what the library shows is copied and given to the block. */
struct visit {
    const prap_event_view *event;
    prap_text case_id;
    const prap_answer *answer;
};

struct walk {
    struct prapi_ruby_engine *engine;
    prap_status bad; /* of the first case that could not be judged */
};

static const prap_status go_on = PRAP_OK;

static VALUE yield_event(VALUE call) {
    const struct visit *visit = (const struct visit *)call;
    return rb_yield(prapi_ruby_event(visit->event));
}

static prap_status visit_event(void *user, const prap_event_view *event) {
    struct visit visit = {.event = event};
    return prapi_ruby_guarded(user, yield_event, &visit, &go_on);
}

static VALUE yield_case(VALUE call) {
    const struct visit *visit = (const struct visit *)call;
    return rb_yield_values(2, prapi_ruby_string(visit->case_id), prapi_ruby_answer(visit->answer));
}

static prap_status visit_case(void *user, prap_text case_id, const prap_answer *answer) {
    struct walk *walk = user;
    struct visit visit = {.case_id = case_id, .answer = answer};
    if (walk->bad == PRAP_OK) walk->bad = prap_answer_summary(answer)->status;
    return prapi_ruby_guarded(walk->engine, yield_case, &visit, &go_on);
}

/* native_history(tenant, case id, as_of) { |Hash| } -> nil. */
static VALUE history(VALUE self, VALUE tenant, VALUE case_id, VALUE as_of) {
    rb_need_block();
    const prap_key key = {prapi_ruby_to_text(tenant), prapi_ruby_to_text(case_id)};
    const prap_day day = prapi_ruby_to_day(as_of);
    struct prapi_ruby_engine *engine = prapi_ruby_begin(self);
    prap_error error = prapi_ruby_error();
    const prap_status status = prap_engine_history(engine->handle, &key, day, visit_event, engine, &error);
    RB_GC_GUARD(tenant);
    RB_GC_GUARD(case_id);
    prapi_ruby_finish(engine, status, &error);
    return Qnil;
}

/* native_walk(tenant, due_by, as_of, told) { |case id, Hash| } -> nil. told: of each bad case. */
static VALUE walk(VALUE self, VALUE tenant, VALUE due_by, VALUE as_of, VALUE told) {
    rb_need_block();
    const prap_text text = prapi_ruby_to_text(tenant);
    const prap_day due = prapi_ruby_to_day(due_by);
    const prap_day day = prapi_ruby_to_day(as_of);
    struct prapi_ruby_engine *engine = prapi_ruby_begin(self);
    struct walk on = {.engine = engine, .bad = PRAP_OK};
    prap_error error = prapi_ruby_error();
    prap_status status =
        prap_engine_walk(engine->handle, text, due, day, engine->answer, visit_case, &on, &error);
    /* The walk was whole, and whoever is told of each bad case needs no error at its end. */
    if (RTEST(told) && status == on.bad && strcmp(error.field, "store") != 0) status = PRAP_OK;
    RB_GC_GUARD(tenant);
    prapi_ruby_finish(engine, status, &error);
    return Qnil;
}

/* native_sweep(tenant, as_of) -> [seen, moved, failed]. */
static VALUE sweep(VALUE self, VALUE tenant, VALUE as_of) {
    const prap_text text = prapi_ruby_to_text(tenant);
    const prap_day day = prapi_ruby_to_day(as_of);
    struct prapi_ruby_engine *engine = prapi_ruby_begin(self);
    prap_error error = prapi_ruby_error();
    prap_sweep_report report = {.size = sizeof report};
    const prap_status status = prap_engine_sweep(engine->handle, text, day, &report, &error);
    RB_GC_GUARD(tenant);
    prapi_ruby_finish(engine, status, &error);
    return rb_ary_new_from_args(3, ULL2NUM(report.seen), ULL2NUM(report.moved), ULL2NUM(report.failed));
}

void prapi_ruby_define_calls(VALUE engine) {
    rb_define_private_method(engine, "native_decide", decide, 2);
    rb_define_private_method(engine, "native_show", show, 3);
    rb_define_private_method(engine, "native_history", history, 3);
    rb_define_private_method(engine, "native_walk", walk, 4);
    rb_define_private_method(engine, "native_sweep", sweep, 2);
}
