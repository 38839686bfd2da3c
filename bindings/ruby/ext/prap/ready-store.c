/*
 * ready-store.c: what Prap::SQLiteStore and Prap::PostgreSQLStore have in common.
 *
 * Their callbacks are C, so no Ruby runs below the library here. A store stays open as long as the object or an engine
 * holds it, and close is refused while a call is using it. What a process that forked does with its parent's is the stores'
 * own matter: that of SQLite refuses, that of PostgreSQL connects anew.
 */
#include <stdlib.h>
#include <string.h>

#include "ready-store.h"

static void close_ready(struct prapi_ruby_ready *ready) {
    if (ready->handle == NULL) return;
    ready->kind->close(ready->handle);
    ready->handle = NULL;
    ready->closed = 1;
}

void prapi_ruby_drop_ready(struct prapi_ruby_ready *ready) {
    if (ready == NULL || --ready->holders > 0) return;
    close_ready(ready);
    free(ready);
}

static void free_ready(void *data) {
    prapi_ruby_drop_ready(data);
}

static size_t ready_bytes(const void *data) {
    (void)data;
    return sizeof(struct prapi_ruby_ready);
}

static const rb_data_type_t ready_type = {
    .wrap_struct_name = "Prap ready-made store",
    .function = {.dfree = free_ready, .dsize = ready_bytes},
    .flags = RUBY_TYPED_FREE_IMMEDIATELY | RUBY_TYPED_WB_PROTECTED,
};

struct prapi_ruby_ready *prapi_ruby_ready_of(VALUE object) {
    return rb_check_typeddata(object, &ready_type);
}

int prapi_ruby_is_ready(VALUE object) {
    return rb_typeddata_is_kind_of(object, &ready_type);
}

struct prapi_ruby_ready *prapi_ruby_hold_ready(VALUE object) {
    struct prapi_ruby_ready *ready = prapi_ruby_ready_of(object);
    ready->holders++;
    return ready;
}

static void refuse_in_use(const struct prapi_ruby_ready *ready) {
    prapi_ruby_refuse_turn(&ready->turn, "store", "it is in the middle of another call");
}

const prap_store *prapi_ruby_enter_ready(struct prapi_ruby_ready *ready) {
    refuse_in_use(ready);
    if (ready->handle == NULL) prapi_ruby_raise(PRAP_E_NULL, "store", "it is closed");
    ready->turn = prapi_ruby_own_turn();
    return ready->kind->store(ready->handle);
}

void prapi_ruby_leave_ready(struct prapi_ruby_ready *ready) {
    ready->turn.taken = 0;
}

void prapi_ruby_explain_ready(const struct prapi_ruby_ready *ready, prap_status status,
                               prap_error *error) {
    prap_error found = prapi_ruby_error();
    if (ready->handle == NULL) return;
    if (ready->kind->last_error(ready->handle, &found) == status && found.status == status) *error = found;
}

VALUE prapi_ruby_ready_allocate(VALUE class, const struct prapi_ruby_ready_kind *kind) {
    struct prapi_ruby_ready *ready = calloc(1, sizeof *ready);
    if (ready == NULL) rb_memerror();
    ready->holders = 1;
    ready->kind = kind;
    return rb_data_typed_object_wrap(class, ready, &ready_type);
}

struct prapi_ruby_ready *prapi_ruby_ready_to_open(VALUE self) {
    struct prapi_ruby_ready *ready = prapi_ruby_ready_of(self);
    if (ready->handle != NULL) prapi_ruby_raise(PRAP_E_TWICE, "store", "it is already open");
    if (ready->closed) prapi_ruby_raise(PRAP_E_TWICE, "store", "it was closed, and is not opened again: make another");
    return ready;
}

/*
 * close -> nil; a second time does nothing. Raises Prap::CallerError "re-entry" while a call is using the store.
 */
static VALUE close_method(VALUE self) {
    struct prapi_ruby_ready *ready = prapi_ruby_ready_of(self);
    refuse_in_use(ready);
    close_ready(ready);
    return Qnil;
}

static VALUE is_closed(VALUE self) {
    return prapi_ruby_ready_of(self)->handle == NULL ? Qtrue : Qfalse;
}

void prapi_ruby_end_visit(struct prapi_ruby_ready *ready, prap_status status, const prap_error *error) {
    const int pending = ready->pending;
    prapi_ruby_leave_ready(ready);
    if (pending != 0) rb_jump_tag(pending);
    prapi_ruby_check(status, error);
}

prap_status prapi_ruby_visit(struct prapi_ruby_ready *ready, VALUE (*yield)(VALUE item), const void *item) {
    rb_protect(yield, (VALUE)item, &ready->pending);
    return ready->pending == 0 ? PRAP_OK : PRAP_FAIL;
}

prap_status prapi_ruby_hand_over(struct prapi_ruby_ready *ready, VALUE (*yield)(VALUE item), const void *item) {
    const VALUE said = rb_protect(yield, (VALUE)item, &ready->pending);
    if (ready->pending != 0) return PRAP_FAIL;
    return said == Qfalse ? PRAP_RETRY : PRAP_OK;
}

VALUE prapi_ruby_notice_hash(const prap_key *key, uint64_t sequence, uint32_t ordinal, uint32_t notice, uint32_t recipient,
                             prap_day due, bool sent) {
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "tenant", prapi_ruby_string(key->tenant));
    prapi_ruby_set(hash, "case_id", prapi_ruby_string(key->case_id));
    prapi_ruby_set(hash, "sequence", ULL2NUM(sequence));
    prapi_ruby_set(hash, "ordinal", UINT2NUM(ordinal));
    prapi_ruby_set(hash, "notice", UINT2NUM(notice));
    prapi_ruby_set(hash, "recipient", UINT2NUM(recipient));
    prapi_ruby_set(hash, "due", prapi_ruby_day(due));
    prapi_ruby_set(hash, "sent", sent ? Qtrue : Qfalse);
    return hash;
}

prap_status prapi_ruby_keep_side(void *user, prap_bytes data) {
    struct prapi_ruby_side *kept = user;
    kept->bytes = malloc(data.n + 1);
    if (kept->bytes == NULL) return PRAP_E_NOMEM;
    if (data.n > 0) memcpy(kept->bytes, data.bytes, data.n);
    kept->n = data.n;
    return PRAP_OK;
}

static VALUE make_string(VALUE call) {
    const struct prapi_ruby_side *kept = (const struct prapi_ruby_side *)call;
    return rb_str_new((const char *)kept->bytes, (long)kept->n);
}

VALUE prapi_ruby_side_string(struct prapi_ruby_side *kept) {
    int failed = 0;
    const VALUE string = rb_protect(make_string, (VALUE)kept, &failed);
    memset(kept->bytes, 0, kept->n);
    free(kept->bytes);
    if (failed != 0) rb_jump_tag(failed);
    return string;
}

VALUE prapi_ruby_ready_class(VALUE prap, const char *name, VALUE (*allocate)(VALUE class)) {
    const VALUE store = rb_define_class_under(prap, name, rb_cObject);
    rb_define_alloc_func(store, allocate);
    rb_undef_method(store, "initialize_copy");
    rb_define_method(store, "close", close_method, 0);
    rb_define_method(store, "closed?", is_closed, 0);
    return store;
}
