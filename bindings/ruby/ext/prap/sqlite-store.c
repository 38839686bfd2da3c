/* sqlite-store.c: Prap::SQLiteStore, the ready-made store of bindings/sqlite. */
#include "prap-sqlite.h"

#include "ready-store.h"

static void close_handle(void *handle) {
    prap_sqlite_close(handle);
}

static const prap_store *store_of(void *handle) {
    return prap_sqlite_store(handle);
}

static prap_status last_error(const void *handle, prap_error *reterr) {
    return prap_sqlite_last_error(handle, reterr);
}

static const struct prapi_ruby_ready_kind kind = {close_handle, store_of, last_error};

static VALUE allocate(VALUE class) {
    return prapi_ruby_ready_allocate(class, &kind);
}

/* native_open(path, flags). Raises Prap::Error. */
static VALUE open_method(VALUE self, VALUE path, VALUE flags) {
    struct prapi_ruby_ready *ready = prapi_ruby_ready_to_open(self);
    prap_sqlite *opened = NULL;
    prap_error error = prapi_ruby_error();
    const char *name = StringValueCStr(path);
    const prap_status status = prap_sqlite_open(name, NUM2UINT(flags), &opened, &error);
    RB_GC_GUARD(path);
    ready->handle = opened;
    prapi_ruby_check(status, &error);
    return self;
}

/* native_set_wait(milliseconds). */
static VALUE set_wait(VALUE self, VALUE milliseconds) {
    const uint32_t wait = NUM2UINT(milliseconds);
    struct prapi_ruby_ready *ready = prapi_ruby_ready_of(self);
    prapi_ruby_enter_ready(ready);
    const prap_status status = prap_sqlite_set_wait(ready->handle, wait);
    prapi_ruby_leave_ready(ready);
    prapi_ruby_check(status, NULL);
    return milliseconds;
}

/* native_check -> nil. Raises Prap::DataError when the file is damaged. */
static VALUE check(VALUE self) {
    struct prapi_ruby_ready *ready = prapi_ruby_ready_of(self);
    prapi_ruby_enter_ready(ready);
    prap_error error = prapi_ruby_error();
    const prap_status status = prap_sqlite_check(ready->handle, &error);
    prapi_ruby_leave_ready(ready);
    prapi_ruby_check(status, &error);
    return Qnil;
}

static VALUE side_write(VALUE self, VALUE id, VALUE bytes, int add) {
    struct prapi_ruby_ready *ready = prapi_ruby_ready_of(self);
    const prap_text name = prapi_ruby_to_text(id);
    const prap_bytes data = prapi_ruby_to_bytes(bytes);
    prapi_ruby_enter_ready(ready);
    prap_error error = prapi_ruby_error();
    const prap_status status = add ? prap_sqlite_sidecar_add(ready->handle, name, data, &error)
                                   : prap_sqlite_sidecar_put(ready->handle, name, data, &error);
    prapi_ruby_leave_ready(ready);
    RB_GC_GUARD(id);
    RB_GC_GUARD(bytes);
    if (status == PRAP_DUPLICATE) return Qfalse;
    prapi_ruby_check(status, &error);
    return Qtrue;
}

static VALUE yield_finding(VALUE call) {
    const prap_sqlite_finding *finding = (const prap_sqlite_finding *)call;
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "finding", rb_str_new_cstr(finding->name));
    prapi_ruby_set(hash, "tenant", prapi_ruby_string(finding->key.tenant));
    prapi_ruby_set(hash, "case_id", prapi_ruby_string(finding->key.case_id));
    prapi_ruby_set(hash, "sequence", ULL2NUM(finding->sequence));
    prapi_ruby_set(hash, "text", rb_str_new_cstr(finding->text));
    return rb_yield(hash);
}

static prap_status visit_finding(void *user, const prap_sqlite_finding *finding) {
    return prapi_ruby_visit(user, yield_finding, finding);
}

/* native_examine(flags) { |Hash| } -> nil. */
static VALUE examine(VALUE self, VALUE flags) {
    rb_need_block();
    const uint32_t how = NUM2UINT(flags);
    struct prapi_ruby_ready *ready = prapi_ruby_ready_of(self);
    prapi_ruby_enter_ready(ready);
    prap_error error = prapi_ruby_error();
    ready->pending = 0;
    const prap_status status = prap_sqlite_examine(ready->handle, how, visit_finding, ready, NULL, &error);
    prapi_ruby_end_visit(ready, status, &error);
    return Qnil;
}

/* native_backup(path) -> nil. */
static VALUE backup(VALUE self, VALUE path) {
    const char *name = StringValueCStr(path);
    struct prapi_ruby_ready *ready = prapi_ruby_ready_of(self);
    prapi_ruby_enter_ready(ready);
    prap_error error = prapi_ruby_error();
    const prap_status status = prap_sqlite_backup(ready->handle, name, &error);
    prapi_ruby_leave_ready(ready);
    RB_GC_GUARD(path);
    prapi_ruby_check(status, &error);
    return Qnil;
}

/* native_side_put(id, bytes) -> true */
static VALUE side_put(VALUE self, VALUE id, VALUE bytes) {
    return side_write(self, id, bytes, 0);
}

/* native_side_add(id, bytes) -> true, or false when something was there */
static VALUE side_add(VALUE self, VALUE id, VALUE bytes) {
    return side_write(self, id, bytes, 1);
}

/* native_side_get(id) -> String or nil */
static VALUE side_get(VALUE self, VALUE id) {
    struct prapi_ruby_ready *ready = prapi_ruby_ready_of(self);
    const prap_text name = prapi_ruby_to_text(id);
    struct prapi_ruby_side kept = {NULL, 0};
    prapi_ruby_enter_ready(ready);
    prap_error error = prapi_ruby_error();
    const prap_status status = prap_sqlite_sidecar_get(ready->handle, name, prapi_ruby_keep_side, &kept, &error);
    prapi_ruby_leave_ready(ready);
    RB_GC_GUARD(id);
    if (status == PRAP_NONE) return Qnil;
    prapi_ruby_check(status, &error);
    return prapi_ruby_side_string(&kept);
}

/* native_side_shred(id) -> true, or false when nothing was there */
static VALUE side_shred(VALUE self, VALUE id) {
    struct prapi_ruby_ready *ready = prapi_ruby_ready_of(self);
    const prap_text name = prapi_ruby_to_text(id);
    prapi_ruby_enter_ready(ready);
    prap_error error = prapi_ruby_error();
    const prap_status status = prap_sqlite_sidecar_shred(ready->handle, name, &error);
    prapi_ruby_leave_ready(ready);
    RB_GC_GUARD(id);
    if (status == PRAP_NONE) return Qfalse;
    prapi_ruby_check(status, &error);
    return Qtrue;
}

static VALUE yield_notice(VALUE call) {
    const prap_sqlite_notice *notice = (const prap_sqlite_notice *)call;
    const VALUE hash = PRAPI_RUBY_NOTICE(notice);
    prapi_ruby_set(hash, "position", ULL2NUM(notice->position));
    return rb_yield(hash);
}

static prap_status visit_notice(void *user, const prap_sqlite_notice *notice) {
    return prapi_ruby_visit(user, yield_notice, notice);
}

/* native_notices(after, limit) { |Hash| } -> nil. */
static VALUE notices(VALUE self, VALUE after, VALUE limit) {
    rb_need_block();
    const uint64_t from = NUM2ULL(after);
    const uint32_t most = NUM2UINT(limit);
    struct prapi_ruby_ready *ready = prapi_ruby_ready_of(self);
    prapi_ruby_enter_ready(ready);
    prap_error error = prapi_ruby_error();
    ready->pending = 0;
    const prap_status status = prap_sqlite_notices(ready->handle, from, most, visit_notice, ready, &error);
    prapi_ruby_end_visit(ready, status, &error);
    return Qnil;
}

static prap_status hand_over(void *user, const prap_sqlite_notice *notice) {
    return prapi_ruby_hand_over(user, yield_notice, notice);
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
    const prap_status status = prap_sqlite_deliver(ready->handle, most, lease, hand_over, ready, &delivered, &error);
    prapi_ruby_end_visit(ready, status, &error);
    return ULL2NUM(delivered);
}

void prapi_ruby_define_sqlite(VALUE prap, VALUE native) {
    rb_define_const(native, "SQLITE_CREATE", UINT2NUM(PRAP_SQLITE_CREATE));
    rb_define_const(native, "SQLITE_QUICK", UINT2NUM(PRAP_SQLITE_QUICK));
    rb_define_const(native, "SQLITE_READ_ONLY", UINT2NUM(PRAP_SQLITE_READ_ONLY));
    const VALUE store = prapi_ruby_ready_class(prap, "SQLiteStore", allocate);
    rb_define_private_method(store, "native_open", open_method, 2);
    rb_define_private_method(store, "native_set_wait", set_wait, 1);
    rb_define_private_method(store, "native_check", check, 0);
    rb_define_private_method(store, "native_examine", examine, 1);
    rb_define_private_method(store, "native_backup", backup, 1);
    rb_define_private_method(store, "native_notices", notices, 2);
    rb_define_private_method(store, "native_deliver", deliver, 2);
    rb_define_private_method(store, "native_side_put", side_put, 2);
    rb_define_private_method(store, "native_side_add", side_add, 2);
    rb_define_private_method(store, "native_side_get", side_get, 1);
    rb_define_private_method(store, "native_side_shred", side_shred, 1);
}
