/*
 * engine.c: Prap::Engine.
 *
 * Each call is: begin (refuse a closed or calling engine), the library, finish. Whatever a callback caught is
 * raised by finish, when the library is off the stack and the engine is free again: the same exception
 * object, no frame of the library skipped.
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
    for (size_t i = 0; i < engine->n_rulebooks; i++)
        prapi_ruby_drop_rulebook(engine->rulebooks[i]);
    engine->n_rulebooks = 0;
    prapi_ruby_drop_ready(engine->ready);
    engine->ready = NULL;
    engine->store = Qnil;
}

/*
 * An engine can be swept in mid-call, when the fiber of the call was abandoned in a callback. The library
 * then keeps its block, which it believes to be in use; the file must not stay in use with it.
 */
static void free_engine(void *data) {
    struct prapi_ruby_engine *engine = data;
    if (engine->turn.taken && engine->ready != NULL) prapi_ruby_leave_ready(engine->ready);
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

struct prapi_ruby_engine *prapi_ruby_begin(VALUE self) {
    struct prapi_ruby_engine *engine = engine_of(self);
    prapi_ruby_refuse_turn(&engine->turn, "", NULL);
    if (engine->handle == NULL) prapi_ruby_raise(PRAP_E_NULL, "engine", "the engine is closed");
    const struct prapi_ruby_turn turn = prapi_ruby_own_turn();
    if (engine->ready != NULL) prapi_ruby_enter_ready(engine->ready);
    engine->turn = turn;
    engine->pending = 0;
    return engine;
}

void prapi_ruby_finish(struct prapi_ruby_engine *engine, prap_status status, prap_error *error) {
    const int pending = engine->pending;
    if (engine->ready != NULL) {
        prapi_ruby_explain_ready(engine->ready, status, error);
        prapi_ruby_leave_ready(engine->ready);
    }
    engine->pending = 0;
    engine->turn.taken = 0;
    if (pending != 0) rb_jump_tag(pending);
    prapi_ruby_check(status, error);
}

static void hold_rulebooks(struct prapi_ruby_engine *engine, VALUE rulebooks,
                           const prap_rulebook **ret_handles) {
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
    if (!prapi_ruby_is_ready(store)) {
        prapi_ruby_store_callbacks(engine, RTEST(reads), RTEST(scans));
        return &engine->callbacks;
    }
    engine->ready = prapi_ruby_hold_ready(store);
    const prap_store *table = prapi_ruby_enter_ready(engine->ready);
    prapi_ruby_leave_ready(engine->ready);
    return table;
}

/* native_initialize([Rulebook, …], a ready-made store or a StoreAdapter, reads, scans). Raises Prap::Error. */
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
    const prap_status status =
        prap_engine_create(&engine->host, handles, engine->n_rulebooks, &engine->handle, &error);
    prapi_ruby_check(status, &error);
    return self;
}

/* close -> nil; a second time does nothing. Raises Prap::CallerError "re-entry" inside a callback. */
static VALUE close_method(VALUE self) {
    struct prapi_ruby_engine *engine = engine_of(self);
    prapi_ruby_refuse_turn(&engine->turn, "", NULL);
    close_engine(engine);
    return Qnil;
}

static VALUE is_closed(VALUE self) {
    return engine_of(self)->handle == NULL ? Qtrue : Qfalse;
}

void prapi_ruby_define_engine(VALUE prap) {
    const VALUE engine = rb_define_class_under(prap, "Engine", rb_cObject);
    rb_define_alloc_func(engine, allocate);
    rb_undef_method(engine, "initialize_copy");
    rb_define_method(engine, "close", close_method, 0);
    rb_define_method(engine, "closed?", is_closed, 0);
    rb_define_private_method(engine, "native_initialize", initialize, 4);
    prapi_ruby_define_calls(engine);
    prapi_ruby_define_evidence(engine);
    prapi_ruby_define_asking(engine);
}
