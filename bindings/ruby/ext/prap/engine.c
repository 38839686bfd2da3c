/*
 * engine.c: Prap::Engine.
 *
 * Each call is: begin (refuse a closed or calling engine), the library, finish. Whatever a callback caught is raised
 * by finish, when the library is off the stack and the engine is free again: the same exception object, no frame of
 * the library skipped.
 */
#include <stdlib.h>

#include "engine.h"

static void mark_engine(void *data) {
    const struct prapi_ruby_engine *engine = data;
    rb_gc_mark(engine->store);
}

static void close_engine(struct prapi_ruby_engine *engine) {
    prap_engine_destroy(engine->handle);
    prap_answer_destroy(engine->answer);
    engine->handle = NULL;
    engine->answer = NULL;
    for (size_t i = 0; i < engine->n_rulebooks; i++) prapi_ruby_drop_rulebook(engine->rulebooks[i]);
    engine->n_rulebooks = 0;
    prapi_ruby_drop_sqlite(engine->sqlite);
    engine->sqlite = NULL;
    engine->store = Qnil;
}

/*
 * An engine can be swept in mid-call, when the fiber of the call was abandoned in a callback. The library then keeps its
 * block, which it believes to be in use; the file must not stay in use with it.
 */
static void free_engine(void *data) {
    struct prapi_ruby_engine *engine = data;
    if (engine->busy && engine->sqlite != NULL) prapi_ruby_leave_sqlite(engine->sqlite);
    close_engine(engine);
    free(engine);
}

static size_t engine_bytes(const void *data) {
    (void)data;
    return sizeof(struct prapi_ruby_engine);
}

static const rb_data_type_t engine_type = {
    .wrap_struct_name = "Prap::Engine",
    .function = {.dmark = mark_engine, .dfree = free_engine, .dsize = engine_bytes},
    .flags = RUBY_TYPED_FREE_IMMEDIATELY,
};

static struct prapi_ruby_engine *engine_of(VALUE self) {
    return rb_check_typeddata(self, &engine_type);
}

static VALUE allocate(VALUE class) {
    struct prapi_ruby_engine *engine = calloc(1, sizeof *engine);
    if (engine == NULL) rb_memerror();
    engine->store = Qnil;
    return rb_data_typed_object_wrap(class, engine, &engine_type);
}

prap_status prapi_ruby_guarded(struct prapi_ruby_engine *engine, VALUE (*body)(VALUE call), void *call,
                               const prap_status *outcome) {
    if (engine->pending != 0) return PRAP_FAIL;
    rb_protect(body, (VALUE)call, &engine->pending);
    return engine->pending != 0 ? PRAP_FAIL : *outcome;
}

static struct prapi_ruby_engine *begin(VALUE self) {
    struct prapi_ruby_engine *engine = engine_of(self);
    if (engine->busy) prapi_ruby_check(PRAP_E_REENTRY, NULL);
    if (engine->handle == NULL) prapi_ruby_raise(PRAP_E_NULL, "engine", "the engine is closed");
    if (engine->sqlite != NULL) prapi_ruby_enter_sqlite(engine->sqlite);
    engine->busy = 1;
    engine->pending = 0;
    return engine;
}

static void finish(struct prapi_ruby_engine *engine, prap_status status, prap_error *error) {
    const int pending = engine->pending;
    if (engine->sqlite != NULL) {
        prapi_ruby_explain_sqlite(engine->sqlite, status, error);
        prapi_ruby_leave_sqlite(engine->sqlite);
    }
    engine->pending = 0;
    engine->busy = 0;
    if (pending != 0) rb_jump_tag(pending);
    prapi_ruby_check(status, error);
}

static void hold_rulebooks(struct prapi_ruby_engine *engine, VALUE rulebooks, const prap_rulebook **ret_handles) {
    Check_Type(rulebooks, RUBY_T_ARRAY);
    for (long i = 0; i < RARRAY_LEN(rulebooks); i++) {
        if (engine->n_rulebooks == PRAP_ENGINE_RULEBOOKS) prapi_ruby_check(PRAP_E_LIMIT, NULL);
        struct prapi_ruby_rulebook *rulebook = prapi_ruby_hold_rulebook(rb_ary_entry(rulebooks, i));
        ret_handles[engine->n_rulebooks] = rulebook->handle;
        engine->rulebooks[engine->n_rulebooks++] = rulebook;
    }
}

static const prap_store *hold_store(struct prapi_ruby_engine *engine, VALUE store, VALUE reads, VALUE scans) {
    engine->store = store;
    if (!prapi_ruby_is_sqlite(store)) {
        prapi_ruby_store_callbacks(engine, RTEST(reads), RTEST(scans));
        return &engine->callbacks;
    }
    engine->sqlite = prapi_ruby_hold_sqlite(store);
    const prap_store *table = prapi_ruby_enter_sqlite(engine->sqlite);
    prapi_ruby_leave_sqlite(engine->sqlite);
    return table;
}

/* native_initialize([Rulebook, …], SQLiteStore or StoreAdapter, reads, scans). Raises Prap::Error. */
static VALUE initialize(VALUE self, VALUE rulebooks, VALUE store, VALUE reads, VALUE scans) {
    struct prapi_ruby_engine *engine = engine_of(self);
    if (!NIL_P(engine->store)) prapi_ruby_raise(PRAP_E_TWICE, "engine", "the engine is already initialised");
    const prap_rulebook *handles[PRAP_ENGINE_RULEBOOKS] = {NULL};
    hold_rulebooks(engine, rulebooks, handles);
    engine->host = (prap_host){
        .size = sizeof engine->host,
        .allocator = prapi_ruby_allocator(),
        .store = hold_store(engine, store, reads, scans),
    };
    prapi_ruby_check(prap_answer_create(prapi_ruby_allocator(), &engine->answer), NULL);
    prap_error error = prapi_ruby_error();
    prapi_ruby_check(prap_engine_create(&engine->host, handles, engine->n_rulebooks, &engine->handle, &error), &error);
    return self;
}

/* close -> nil; a second time does nothing. Raises Prap::CallerError "re-entry" inside a callback. */
static VALUE close_method(VALUE self) {
    struct prapi_ruby_engine *engine = engine_of(self);
    if (engine->busy) prapi_ruby_check(PRAP_E_REENTRY, NULL);
    close_engine(engine);
    return Qnil;
}

static VALUE is_closed(VALUE self) {
    return engine_of(self)->handle == NULL ? Qtrue : Qfalse;
}

static VALUE answer_body(VALUE call) {
    return prapi_ruby_answer((const prap_answer *)call);
}

/* The answer as a Hash, or nil when there is none to give because finish is about to raise. */
static VALUE take_answer(struct prapi_ruby_engine *engine, prap_status status) {
    if (status != PRAP_OK || engine->pending != 0) return Qnil;
    return rb_protect(answer_body, (VALUE)engine->answer, &engine->pending);
}

static VALUE fetch(VALUE hash, const char *key) {
    Check_Type(hash, RUBY_T_HASH);
    return rb_hash_fetch(hash, ID2SYM(rb_intern(key)));
}

/* From [[fact, kind, value], …]. Stops one past the most there may be: the library counts, and refuses. */
static size_t read_facts(VALUE rows, prap_fact *ret_facts) {
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

/*
 * native_decide(store, fields) -> Hash. store: true submits, false previews. fields: programme, event, flags
 * (Integers), on, recorded (Integers or nil), tenant, case_id, id (Strings or nil), facts.
 */
static VALUE decide(VALUE self, VALUE store, VALUE fields) {
    const VALUE tenant = fetch(fields, "tenant");
    const VALUE case_id = fetch(fields, "case_id");
    const VALUE id = fetch(fields, "id");
    prap_fact facts[PRAP_FACTS_MAX + 1];
    const size_t n_facts = read_facts(fetch(fields, "facts"), facts);
    const prap_command command = {
        .size = sizeof command,
        .flags = NUM2UINT(fetch(fields, "flags")),
        .programme = NUM2UINT(fetch(fields, "programme")),
        .event = NUM2UINT(fetch(fields, "event")),
        .on = prapi_ruby_to_day(fetch(fields, "on")),
        .recorded = prapi_ruby_to_day(fetch(fields, "recorded")),
        .key = {prapi_ruby_to_text(tenant), prapi_ruby_to_text(case_id)},
        .id = prapi_ruby_to_text(id),
        .facts = facts,
        .n_facts = n_facts,
    };
    struct prapi_ruby_engine *engine = begin(self);
    prap_error error = prapi_ruby_error();
    const prap_status status = RTEST(store)
                                   ? prap_engine_submit(engine->handle, &command, engine->answer, &error)
                                   : prap_engine_preview(engine->handle, &command, engine->answer, &error);
    const VALUE answer = take_answer(engine, status);
    RB_GC_GUARD(fields);
    finish(engine, status, &error);
    return answer;
}

/* native_show(tenant, case id, as_of) -> Hash. */
static VALUE show(VALUE self, VALUE tenant, VALUE case_id, VALUE as_of) {
    const prap_key key = {prapi_ruby_to_text(tenant), prapi_ruby_to_text(case_id)};
    const prap_day day = prapi_ruby_to_day(as_of);
    struct prapi_ruby_engine *engine = begin(self);
    prap_error error = prapi_ruby_error();
    const prap_status status = prap_engine_show(engine->handle, &key, day, engine->answer, &error);
    const VALUE answer = take_answer(engine, status);
    RB_GC_GUARD(tenant);
    RB_GC_GUARD(case_id);
    finish(engine, status, &error);
    return answer;
}

/* A visit: what the library shows is copied and given to the block. */
struct visit {
    struct prapi_ruby_engine *engine;
    const prap_event_view *event;
    prap_text case_id;
    const prap_answer *answer;
};

static const prap_status go_on = PRAP_OK;

static VALUE yield_event(VALUE call) {
    const struct visit *visit = (const struct visit *)call;
    return rb_yield(prapi_ruby_event(visit->event));
}

static prap_status visit_event(void *user, const prap_event_view *event) {
    struct visit visit = {.engine = user, .event = event};
    return prapi_ruby_guarded(user, yield_event, &visit, &go_on);
}

static VALUE yield_case(VALUE call) {
    const struct visit *visit = (const struct visit *)call;
    return rb_yield_values(2, prapi_ruby_string(visit->case_id), prapi_ruby_answer(visit->answer));
}

static prap_status visit_case(void *user, prap_text case_id, const prap_answer *answer) {
    struct visit visit = {.engine = user, .case_id = case_id, .answer = answer};
    return prapi_ruby_guarded(user, yield_case, &visit, &go_on);
}

/* native_history(tenant, case id, as_of) { |Hash| } -> nil. */
static VALUE history(VALUE self, VALUE tenant, VALUE case_id, VALUE as_of) {
    rb_need_block();
    const prap_key key = {prapi_ruby_to_text(tenant), prapi_ruby_to_text(case_id)};
    const prap_day day = prapi_ruby_to_day(as_of);
    struct prapi_ruby_engine *engine = begin(self);
    prap_error error = prapi_ruby_error();
    const prap_status status = prap_engine_history(engine->handle, &key, day, visit_event, engine, &error);
    RB_GC_GUARD(tenant);
    RB_GC_GUARD(case_id);
    finish(engine, status, &error);
    return Qnil;
}

/* native_walk(tenant, due_by, as_of) { |case id, Hash| } -> nil. */
static VALUE walk(VALUE self, VALUE tenant, VALUE due_by, VALUE as_of) {
    rb_need_block();
    const prap_text text = prapi_ruby_to_text(tenant);
    const prap_day due = prapi_ruby_to_day(due_by);
    const prap_day day = prapi_ruby_to_day(as_of);
    struct prapi_ruby_engine *engine = begin(self);
    prap_error error = prapi_ruby_error();
    const prap_status status =
        prap_engine_walk(engine->handle, text, due, day, engine->answer, visit_case, engine, &error);
    RB_GC_GUARD(tenant);
    finish(engine, status, &error);
    return Qnil;
}

/* native_sweep(tenant, as_of) -> [seen, moved, failed]. */
static VALUE sweep(VALUE self, VALUE tenant, VALUE as_of) {
    const prap_text text = prapi_ruby_to_text(tenant);
    const prap_day day = prapi_ruby_to_day(as_of);
    struct prapi_ruby_engine *engine = begin(self);
    prap_error error = prapi_ruby_error();
    prap_sweep_report report = {.size = sizeof report};
    const prap_status status = prap_engine_sweep(engine->handle, text, day, &report, &error);
    RB_GC_GUARD(tenant);
    finish(engine, status, &error);
    return rb_ary_new_from_args(3, ULL2NUM(report.seen), ULL2NUM(report.moved), ULL2NUM(report.failed));
}

void prapi_ruby_define_engine(VALUE prap) {
    const VALUE engine = rb_define_class_under(prap, "Engine", rb_cObject);
    rb_define_alloc_func(engine, allocate);
    rb_undef_method(engine, "initialize_copy");
    rb_define_method(engine, "close", close_method, 0);
    rb_define_method(engine, "closed?", is_closed, 0);
    rb_define_private_method(engine, "native_initialize", initialize, 4);
    rb_define_private_method(engine, "native_decide", decide, 2);
    rb_define_private_method(engine, "native_show", show, 3);
    rb_define_private_method(engine, "native_history", history, 3);
    rb_define_private_method(engine, "native_walk", walk, 3);
    rb_define_private_method(engine, "native_sweep", sweep, 2);
}
