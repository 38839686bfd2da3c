/*
 * postgresql-store.c: Prap::PostgreSQLStore, the ready-made store of bindings/postgresql. Without it the class is there,
 * and cannot be opened.
 */
#ifdef PRAPI_RUBY_POSTGRESQL
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
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "tenant", prapi_ruby_string(notice->key.tenant));
    prapi_ruby_set(hash, "case_id", prapi_ruby_string(notice->key.case_id));
    prapi_ruby_set(hash, "sequence", ULL2NUM(notice->sequence));
    prapi_ruby_set(hash, "ordinal", UINT2NUM(notice->ordinal));
    prapi_ruby_set(hash, "notice", UINT2NUM(notice->notice));
    prapi_ruby_set(hash, "recipient", UINT2NUM(notice->recipient));
    prapi_ruby_set(hash, "due", prapi_ruby_day(notice->due));
    prapi_ruby_set(hash, "sent", notice->sent != 0 ? Qtrue : Qfalse);
    return rb_yield(hash);
}

/* The block says false: not now. */
static prap_status visit_notice(void *user, const prap_postgresql_notice *notice) {
    struct prapi_ruby_ready *ready = user;
    const VALUE said = rb_protect(yield_notice, (VALUE)notice, &ready->pending);
    if (ready->pending != 0) return PRAP_FAIL;
    return said == Qfalse ? PRAP_RETRY : PRAP_OK;
}

/* native_notices(tenant, case_id, sequence, ordinal, limit) { |Hash| true } -> nil. */
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
        prap_postgresql_deliver(ready->handle, most, lease, visit_notice, ready, &delivered, &error);
    prapi_ruby_end_visit(ready, status, &error);
    return ULL2NUM(delivered);
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
}

#else
#include "ready-store.h"

void prapi_ruby_define_postgresql(VALUE prap, VALUE native) {
    (void)prap;
    (void)native;
}
#endif
