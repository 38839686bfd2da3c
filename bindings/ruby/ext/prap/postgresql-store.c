/*
 * postgresql-store.c: Prap::PostgreSQLStore, the ready-made store of bindings/postgresql. Without it the class is there,
 * and cannot be opened.
 */
#ifdef PRAPI_RUBY_POSTGRESQL
#include <string.h>

#include "prap-postgresql.h"

#include "ready-store.h"

static void close_handle(void *handle) {
    prap_postgresql_close(handle);
}

static const prap_store *store_of(void *handle) {
    return prap_postgresql_store(handle);
}

static prap_status last_error(const void *handle, prap_error *reterr) {
    return prap_postgresql_last_error(handle, reterr);
}

static const struct prapi_ruby_ready_kind kind = {close_handle, store_of, last_error};

static VALUE allocate(VALUE class) {
    return prapi_ruby_ready_allocate(class, &kind);
}

/* native_open(connection, flags). Raises Prap::Error. */
static VALUE open_method(VALUE self, VALUE connection, VALUE flags) {
    struct prapi_ruby_ready *ready = prapi_ruby_ready_to_open(self);
    prap_postgresql *opened = NULL;
    prap_error error = prapi_ruby_error();
    const char *name = StringValueCStr(connection);
    const prap_status status = prap_postgresql_open(name, NUM2UINT(flags), &opened, &error);
    RB_GC_GUARD(connection);
    ready->handle = opened;
    prapi_ruby_check(status, &error);
    return self;
}

/* native_set_wait(milliseconds). */
static VALUE set_wait(VALUE self, VALUE milliseconds) {
    const uint32_t wait = NUM2UINT(milliseconds);
    struct prapi_ruby_ready *ready = prapi_ruby_ready_of(self);
    prapi_ruby_enter_ready(ready);
    const prap_status status = prap_postgresql_set_wait(ready->handle, wait);
    prapi_ruby_leave_ready(ready);
    prapi_ruby_check(status, NULL);
    return milliseconds;
}

/* native_check -> nil. Raises Prap::DataError when the tables are damaged. */
static VALUE check(VALUE self) {
    struct prapi_ruby_ready *ready = prapi_ruby_ready_of(self);
    prapi_ruby_enter_ready(ready);
    prap_error error = prapi_ruby_error();
    const prap_status status = prap_postgresql_check(ready->handle, &error);
    prapi_ruby_leave_ready(ready);
    prapi_ruby_check(status, &error);
    return Qnil;
}

static VALUE yield_notice(VALUE call) {
    const prap_postgresql_notice *notice = (const prap_postgresql_notice *)call;
    return rb_yield(PRAPI_RUBY_NOTICE(notice));
}

static prap_status visit_notice(void *user, const prap_postgresql_notice *notice) {
    return prapi_ruby_visit(user, yield_notice, notice);
}

static prap_status hand_over(void *user, const prap_postgresql_notice *notice) {
    return prapi_ruby_hand_over(user, yield_notice, notice);
}

/* native_notices(tenant, case_id, sequence, ordinal, limit) { |Hash| } -> nil. */
static VALUE notices(VALUE self, VALUE tenant, VALUE case_id, VALUE sequence, VALUE ordinal, VALUE limit) {
    rb_need_block();
    prap_postgresql_notice after = {.sequence = NUM2ULL(sequence), .ordinal = NUM2UINT(ordinal)};
    after.key.tenant = (prap_text){StringValuePtr(tenant), (size_t)RSTRING_LEN(tenant)};
    after.key.case_id = (prap_text){StringValuePtr(case_id), (size_t)RSTRING_LEN(case_id)};
    const uint32_t most = NUM2UINT(limit);
    struct prapi_ruby_ready *ready = prapi_ruby_ready_of(self);
    prapi_ruby_enter_ready(ready);
    prap_error error = prapi_ruby_error();
    ready->pending = 0;
    const prap_status status = prap_postgresql_notices(ready->handle, &after, most, visit_notice, ready, &error);
    RB_GC_GUARD(tenant);
    RB_GC_GUARD(case_id);
    prapi_ruby_end_visit(ready, status, &error);
    return Qnil;
}

/* native_deliver(cases, lease_seconds) { |Hash| } -> how many. */
static VALUE deliver(VALUE self, VALUE cases, VALUE lease_seconds) {
    rb_need_block();
    const uint32_t most = NUM2UINT(cases), lease = NUM2UINT(lease_seconds);
    struct prapi_ruby_ready *ready = prapi_ruby_ready_of(self);
    prapi_ruby_enter_ready(ready);
    prap_error error = prapi_ruby_error();
    uint64_t delivered = 0;
    ready->pending = 0;
    const prap_status status =
        prap_postgresql_deliver(ready->handle, most, lease, hand_over, ready, &delivered, &error);
    prapi_ruby_end_visit(ready, status, &error);
    return ULL2NUM(delivered);
}

/* A call to the keeper of the keys, which is set for one call of the store at a time. */
struct keeper {
    struct prapi_ruby_ready *ready;
    VALUE object;
};

struct keeper_call {
    const struct keeper *keeper;
    const char *method;
    prap_text id;
    const uint8_t *key; /* what is added */
    uint8_t *ret_key;   /* what is found */
    prap_status status;
};

static VALUE call_keeper(VALUE argument) {
    struct keeper_call *call = (struct keeper_call *)argument;
    const VALUE id = prapi_ruby_string(call->id);
    VALUE said;
    if (call->key != NULL) {
        const VALUE key = rb_str_new((const char *)call->key, PRAP_POSTGRESQL_KEY_BYTES);
        said = rb_funcall(call->keeper->object, rb_intern(call->method), 2, id, key);
        call->status = RTEST(said) ? PRAP_OK : PRAP_DUPLICATE;
        return Qnil;
    }
    said = rb_funcall(call->keeper->object, rb_intern(call->method), 1, id);
    call->status = RTEST(said) ? PRAP_OK : PRAP_NONE;
    if (call->ret_key == NULL || call->status != PRAP_OK) return Qnil;
    if (!RB_TYPE_P(said, T_STRING) || RSTRING_LEN(said) != PRAP_POSTGRESQL_KEY_BYTES) {
        prapi_ruby_raise(PRAP_E_DAMAGED, "keys", "what is kept under the id is no key");
    }
    memcpy(call->ret_key, RSTRING_PTR(said), PRAP_POSTGRESQL_KEY_BYTES);
    RB_GC_GUARD(said);
    return Qnil;
}

static prap_status ask_keeper(struct keeper_call *call) {
    call->status = PRAP_FAIL;
    rb_protect(call_keeper, (VALUE)call, &call->keeper->ready->pending);
    return call->keeper->ready->pending == 0 ? call->status : PRAP_FAIL;
}

static prap_status find_key(void *user, prap_text id, uint8_t ret_key[PRAP_POSTGRESQL_KEY_BYTES]) {
    struct keeper_call call = {.keeper = user, .method = "aside", .id = id, .ret_key = ret_key};
    return ask_keeper(&call);
}

static prap_status add_key(void *user, prap_text id, const uint8_t key[PRAP_POSTGRESQL_KEY_BYTES]) {
    struct keeper_call call = {.keeper = user, .method = "add_aside", .id = id, .key = key};
    return ask_keeper(&call);
}

static prap_status destroy_key(void *user, prap_text id) {
    struct keeper_call call = {.keeper = user, .method = "shred", .id = id};
    return ask_keeper(&call);
}

/* native_side(keys, :put | :get | :shred, id, bytes or nil) -> true or the data; false or nil when nothing was there */
static VALUE side(VALUE self, VALUE keys, VALUE what, VALUE id, VALUE bytes) {
    struct prapi_ruby_ready *ready = prapi_ruby_ready_of(self);
    const ID call = SYM2ID(what);
    const prap_text name = prapi_ruby_to_text(id);
    const prap_bytes data = NIL_P(bytes) ? (prap_bytes){NULL, 0} : prapi_ruby_to_bytes(bytes);
    struct keeper keeper = {ready, keys};
    struct prapi_ruby_side kept = {NULL, 0};
    prapi_ruby_enter_ready(ready);
    prap_error error = prapi_ruby_error();
    const prap_postgresql_keys keeping = {
        .size = sizeof keeping, .user = &keeper, .find = find_key, .add = add_key, .destroy = destroy_key};
    ready->pending = 0;
    prap_status status = prap_postgresql_set_keys(ready->handle, &keeping);
    if (status == PRAP_OK && call == rb_intern("put")) {
        status = prap_postgresql_sidecar_put(ready->handle, name, data, &error);
    } else if (status == PRAP_OK && call == rb_intern("get")) {
        status = prap_postgresql_sidecar_get(ready->handle, name, prapi_ruby_keep_side, &kept, &error);
    } else if (status == PRAP_OK) {
        status = prap_postgresql_sidecar_shred(ready->handle, name, &error);
    }
    prap_postgresql_set_keys(ready->handle, NULL);
    RB_GC_GUARD(id);
    RB_GC_GUARD(bytes);
    RB_GC_GUARD(keys);
    prapi_ruby_end_visit(ready, status == PRAP_NONE ? PRAP_OK : status, &error);
    if (call == rb_intern("get")) return status == PRAP_NONE ? Qnil : prapi_ruby_side_string(&kept);
    return status == PRAP_NONE ? Qfalse : Qtrue;
}

void prapi_ruby_define_postgresql(VALUE prap, VALUE native) {
    rb_define_const(native, "POSTGRESQL_CREATE", UINT2NUM(PRAP_POSTGRESQL_CREATE));
    rb_define_const(native, "POSTGRESQL_READ_ONLY", UINT2NUM(PRAP_POSTGRESQL_READ_ONLY));
    const VALUE store = prapi_ruby_ready_class(prap, "PostgreSQLStore", allocate);
    rb_define_private_method(store, "native_open", open_method, 2);
    rb_define_private_method(store, "native_set_wait", set_wait, 1);
    rb_define_private_method(store, "native_check", check, 0);
    rb_define_private_method(store, "native_notices", notices, 5);
    rb_define_private_method(store, "native_deliver", deliver, 2);
    rb_define_private_method(store, "native_side", side, 4);
}

#else
#include "ready-store.h"

void prapi_ruby_define_postgresql(VALUE prap, VALUE native) {
    (void)prap;
    (void)native;
}
#endif
