/*
 * sqlite-store.c: Prap::SQLiteStore, the ready-made store of bindings/sqlite.
 *
 * Its callbacks are C, so no Ruby runs below the library here. The file stays open as long as the object or
 * an engine holds it, and close is refused while a call is using it. A process that forked has the file only
 * as a memory of its parent: SQLite forbids using it there, even to close it, so the child refuses the one
 * and leaves out the other.
 */
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>

#include "ext.h"
#include "prap-sqlite.h"

struct prapi_ruby_sqlite {
    prap_sqlite *handle; /* NULL before open and after close */
    size_t holders;
    pid_t opened_by;
    int in_use;  /* 1 while a call of an engine, or notices, is using the file */
    int pending; /* what rb_protect caught while visiting notices */
};

static void close_sqlite(struct prapi_ruby_sqlite *sqlite) {
    if (sqlite->opened_by == getpid()) prap_sqlite_close(sqlite->handle);
    sqlite->handle = NULL;
}

void prapi_ruby_drop_sqlite(struct prapi_ruby_sqlite *sqlite) {
    if (sqlite == NULL || --sqlite->holders > 0) return;
    close_sqlite(sqlite);
    free(sqlite);
}

static void free_sqlite(void *data) {
    prapi_ruby_drop_sqlite(data);
}

static size_t sqlite_bytes(const void *data) {
    (void)data;
    return sizeof(struct prapi_ruby_sqlite);
}

static const rb_data_type_t sqlite_type = {
    .wrap_struct_name = "Prap::SQLiteStore",
    .function = {.dfree = free_sqlite, .dsize = sqlite_bytes},
    .flags = RUBY_TYPED_FREE_IMMEDIATELY | RUBY_TYPED_WB_PROTECTED,
};

static struct prapi_ruby_sqlite *sqlite_of(VALUE object) {
    return rb_check_typeddata(object, &sqlite_type);
}

int prapi_ruby_is_sqlite(VALUE object) {
    return rb_typeddata_is_kind_of(object, &sqlite_type);
}

struct prapi_ruby_sqlite *prapi_ruby_hold_sqlite(VALUE object) {
    struct prapi_ruby_sqlite *sqlite = sqlite_of(object);
    sqlite->holders++;
    return sqlite;
}

static void refuse_in_use(const struct prapi_ruby_sqlite *sqlite) {
    if (sqlite->in_use) prapi_ruby_raise(PRAP_E_REENTRY, "store", "it is in the middle of another call");
}

const prap_store *prapi_ruby_enter_sqlite(struct prapi_ruby_sqlite *sqlite) {
    refuse_in_use(sqlite);
    if (sqlite->handle == NULL) prapi_ruby_raise(PRAP_E_NULL, "store", "it is closed");
    if (sqlite->opened_by != getpid()) {
        prapi_ruby_raise(PRAP_E_HOST, "store",
                         "it was opened before this process forked; open it again here");
    }
    sqlite->in_use = 1;
    return prap_sqlite_store(sqlite->handle);
}

void prapi_ruby_leave_sqlite(struct prapi_ruby_sqlite *sqlite) {
    sqlite->in_use = 0;
}

void prapi_ruby_explain_sqlite(const struct prapi_ruby_sqlite *sqlite, prap_status status,
                               prap_error *error) {
    prap_error found = prapi_ruby_error();
    if (prap_sqlite_last_error(sqlite->handle, &found) == status && found.status == status) *error = found;
}

static VALUE allocate(VALUE class) {
    struct prapi_ruby_sqlite *sqlite = calloc(1, sizeof *sqlite);
    if (sqlite == NULL) rb_memerror();
    sqlite->holders = 1;
    return rb_data_typed_object_wrap(class, sqlite, &sqlite_type);
}

/* native_open(path, flags). Raises Prap::Error. */
static VALUE open_method(VALUE self, VALUE path, VALUE flags) {
    struct prapi_ruby_sqlite *sqlite = sqlite_of(self);
    if (sqlite->handle != NULL) prapi_ruby_raise(PRAP_E_TWICE, "store", "it is already open");
    prap_error error = prapi_ruby_error();
    sqlite->opened_by = getpid();
    const char *name = StringValueCStr(path);
    const prap_status status = prap_sqlite_open(name, NUM2UINT(flags), &sqlite->handle, &error);
    RB_GC_GUARD(path);
    prapi_ruby_check(status, &error);
    return self;
}

/*
 * close -> nil; a second time does nothing. Raises Prap::CallerError "re-entry" while a call is using the
 * file.
 */
static VALUE close_method(VALUE self) {
    struct prapi_ruby_sqlite *sqlite = sqlite_of(self);
    refuse_in_use(sqlite);
    close_sqlite(sqlite);
    return Qnil;
}

static VALUE is_closed(VALUE self) {
    return sqlite_of(self)->handle == NULL ? Qtrue : Qfalse;
}

/* native_set_wait(milliseconds). */
static VALUE set_wait(VALUE self, VALUE milliseconds) {
    const uint32_t wait = NUM2UINT(milliseconds);
    struct prapi_ruby_sqlite *sqlite = sqlite_of(self);
    prapi_ruby_enter_sqlite(sqlite);
    const prap_status status = prap_sqlite_set_wait(sqlite->handle, wait);
    prapi_ruby_leave_sqlite(sqlite);
    prapi_ruby_check(status, NULL);
    return milliseconds;
}

/* native_check -> nil. Raises Prap::DataError when the file is damaged. */
static VALUE check(VALUE self) {
    struct prapi_ruby_sqlite *sqlite = sqlite_of(self);
    prapi_ruby_enter_sqlite(sqlite);
    prap_error error = prapi_ruby_error();
    const prap_status status = prap_sqlite_check(sqlite->handle, &error);
    prapi_ruby_leave_sqlite(sqlite);
    prapi_ruby_check(status, &error);
    return Qnil;
}

static VALUE yield_notice(VALUE call) {
    const prap_sqlite_notice *notice = (const prap_sqlite_notice *)call;
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "position", ULL2NUM(notice->position));
    prapi_ruby_set(hash, "tenant", prapi_ruby_string(notice->key.tenant));
    prapi_ruby_set(hash, "case_id", prapi_ruby_string(notice->key.case_id));
    prapi_ruby_set(hash, "sequence", ULL2NUM(notice->sequence));
    prapi_ruby_set(hash, "ordinal", UINT2NUM(notice->ordinal));
    prapi_ruby_set(hash, "notice", UINT2NUM(notice->notice));
    prapi_ruby_set(hash, "recipient", UINT2NUM(notice->recipient));
    prapi_ruby_set(hash, "due", prapi_ruby_day(notice->due));
    return rb_yield(hash);
}

static prap_status visit_notice(void *user, const prap_sqlite_notice *notice) {
    struct prapi_ruby_sqlite *sqlite = user;
    rb_protect(yield_notice, (VALUE)notice, &sqlite->pending);
    return sqlite->pending == 0 ? PRAP_OK : PRAP_FAIL;
}

/* native_notices(after, limit) { |Hash| } -> nil. */
static VALUE notices(VALUE self, VALUE after, VALUE limit) {
    rb_need_block();
    const uint64_t from = NUM2ULL(after);
    const uint32_t most = NUM2UINT(limit);
    struct prapi_ruby_sqlite *sqlite = sqlite_of(self);
    prapi_ruby_enter_sqlite(sqlite);
    prap_error error = prapi_ruby_error();
    sqlite->pending = 0;
    const prap_status status = prap_sqlite_notices(sqlite->handle, from, most, visit_notice, sqlite, &error);
    const int pending = sqlite->pending;
    prapi_ruby_leave_sqlite(sqlite);
    if (pending != 0) rb_jump_tag(pending);
    prapi_ruby_check(status, &error);
    return Qnil;
}

void prapi_ruby_define_sqlite(VALUE prap, VALUE native) {
    rb_define_const(native, "SQLITE_CREATE", UINT2NUM(PRAP_SQLITE_CREATE));
    rb_define_const(native, "SQLITE_READ_ONLY", UINT2NUM(PRAP_SQLITE_READ_ONLY));
    const VALUE store = rb_define_class_under(prap, "SQLiteStore", rb_cObject);
    rb_define_alloc_func(store, allocate);
    rb_undef_method(store, "initialize_copy");
    rb_define_method(store, "close", close_method, 0);
    rb_define_method(store, "closed?", is_closed, 0);
    rb_define_private_method(store, "native_open", open_method, 2);
    rb_define_private_method(store, "native_set_wait", set_wait, 1);
    rb_define_private_method(store, "native_check", check, 0);
    rb_define_private_method(store, "native_notices", notices, 2);
}
