/*
 * ruby-store.c: the four callbacks of a store written in Ruby.
 *
 * They call Prap::StoreAdapter (lib/prap/store.rb), which checks what the host's store returned and turns its
 * words into statuses; here are only the copies between Ruby's values and the library's, each under
 * rb_protect.
 */
#include "engine.h"

/* A status other than PRAP_OK comes back from the adapter as an Integer in place of rows. */
static int is_status(VALUE found, prap_status *ret_status) {
    if (!RB_INTEGER_TYPE_P(found)) return 0;
    *ret_status = NUM2INT(found);
    return 1;
}

/* Pushes [version, case id, id, record]. Returns what the sink said. */
static prap_status push(prap_sink *sink, VALUE row) {
    Check_Type(row, RUBY_T_ARRAY);
    VALUE case_id = rb_ary_entry(row, 1);
    VALUE id = rb_ary_entry(row, 2);
    VALUE record = rb_ary_entry(row, 3);
    const prap_row pushed = {
        .size = sizeof pushed,
        .version = NUM2ULL(rb_ary_entry(row, 0)),
        .case_id = prapi_ruby_to_text(case_id),
        .id = prapi_ruby_to_text(id),
        .record = prapi_ruby_to_bytes(record),
    };
    const prap_status status = prap_sink_push(sink, &pushed);
    RB_GC_GUARD(case_id);
    RB_GC_GUARD(id);
    RB_GC_GUARD(record);
    return status;
}

/* Pushes rows until the sink has enough, which is no failure. */
static prap_status push_all(prap_sink *sink, VALUE rows) {
    Check_Type(rows, RUBY_T_ARRAY);
    for (long i = 0; i < RARRAY_LEN(rows); i++) {
        const prap_status status = push(sink, rb_ary_entry(rows, i));
        if (status == PRAP_E_LIMIT) return PRAP_OK;
        if (status != PRAP_OK) return status;
    }
    return PRAP_OK;
}

/* A question that is answered with rows: load, read and scan. */
struct question {
    VALUE adapter;
    prap_sink *sink;
    const prap_key *key;
    const prap_scan *query;
    uint64_t from;
    uint32_t max;
    prap_status outcome;
};

static VALUE ask_load(VALUE argument) {
    struct question *question = (struct question *)argument;
    const prap_key *key = question->key;
    const VALUE found = rb_funcall(question->adapter, rb_intern("load"), 2, prapi_ruby_string(key->tenant),
                                   prapi_ruby_string(key->case_id));
    if (!is_status(found, &question->outcome)) question->outcome = push(question->sink, found);
    return Qnil;
}

static VALUE ask_read(VALUE argument) {
    struct question *question = (struct question *)argument;
    const prap_key *key = question->key;
    const VALUE found =
        rb_funcall(question->adapter, rb_intern("read"), 4, prapi_ruby_string(key->tenant),
                   prapi_ruby_string(key->case_id), ULL2NUM(question->from), UINT2NUM(question->max));
    if (!is_status(found, &question->outcome)) question->outcome = push_all(question->sink, found);
    return Qnil;
}

static VALUE ask_scan(VALUE argument) {
    struct question *question = (struct question *)argument;
    const prap_scan *query = question->query;
    const VALUE found =
        rb_funcall(question->adapter, rb_intern("scan"), 4, prapi_ruby_string(query->tenant),
                   prapi_ruby_string(query->after), prapi_ruby_day(query->due_by), UINT2NUM(query->limit));
    if (!is_status(found, &question->outcome)) question->outcome = push_all(question->sink, found);
    return Qnil;
}

static prap_status ask(void *user, VALUE (*body)(VALUE), struct question *question) {
    struct prapi_ruby_engine *engine = user;
    question->adapter = engine->store;
    question->outcome = PRAP_FAIL;
    return prapi_ruby_guarded(engine, body, question, &question->outcome);
}

static prap_status store_load(void *user, const prap_key *key, prap_sink *sink) {
    return ask(user, ask_load, &(struct question){.key = key, .sink = sink});
}

static prap_status store_read(void *user, const prap_key *key, uint64_t from, uint32_t max, prap_sink *sink) {
    return ask(user, ask_read, &(struct question){.key = key, .from = from, .max = max, .sink = sink});
}

static prap_status store_scan(void *user, const prap_scan *query, prap_sink *sink) {
    return ask(user, ask_scan, &(struct question){.query = query, .sink = sink});
}

static VALUE event_array(const prap_change *change) {
    const VALUE list = rb_ary_new();
    for (size_t i = 0; i < change->n_events; i++) {
        const prap_event_record *event = &change->events[i];
        rb_ary_push(list, rb_ary_new_from_args(3, ULL2NUM(event->sequence), prapi_ruby_string(event->id),
                                               prapi_ruby_bytes(event->record)));
    }
    return list;
}

static VALUE notice_array(const prap_change *change) {
    const VALUE list = rb_ary_new();
    for (size_t i = 0; i < change->n_notices; i++) {
        const prap_notice_record *notice = &change->notices[i];
        rb_ary_push(list, rb_ary_new_from_args(5, ULL2NUM(notice->sequence), UINT2NUM(notice->ordinal),
                                               UINT2NUM(notice->notice), UINT2NUM(notice->recipient),
                                               prapi_ruby_day(notice->due)));
    }
    return list;
}

static VALUE change_hash(const prap_change *change) {
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "tenant", prapi_ruby_string(change->key.tenant));
    prapi_ruby_set(hash, "case_id", prapi_ruby_string(change->key.case_id));
    prapi_ruby_set(hash, "expected_version", ULL2NUM(change->expected_version));
    prapi_ruby_set(hash, "new_version", ULL2NUM(change->new_version));
    prapi_ruby_set(hash, "id", prapi_ruby_string(change->id));
    prapi_ruby_set(hash, "events", event_array(change));
    prapi_ruby_set(hash, "snapshot", prapi_ruby_bytes(change->snapshot));
    prapi_ruby_set(hash, "programme", UINT2NUM(change->programme));
    prapi_ruby_set(hash, "stage", UINT2NUM(change->stage));
    prapi_ruby_set(hash, "next_due", prapi_ruby_day(change->next_due));
    prapi_ruby_set(hash, "hold_until", prapi_ruby_day(change->hold_until));
    prapi_ruby_set(hash, "notices", notice_array(change));
    return hash;
}

struct commission {
    VALUE adapter;
    const prap_change *changes;
    size_t n;
    prap_status *ret_each;
    prap_status outcome;
};

/* The adapter answers with one Integer for each change. */
static VALUE ask_commit(VALUE argument) {
    struct commission *commission = (struct commission *)argument;
    const VALUE changes = rb_ary_new();
    for (size_t i = 0; i < commission->n; i++)
        rb_ary_push(changes, change_hash(&commission->changes[i]));
    const VALUE each = rb_funcall(commission->adapter, rb_intern("commit"), 1, changes);
    Check_Type(each, RUBY_T_ARRAY);
    for (size_t i = 0; i < commission->n; i++) {
        commission->ret_each[i] = NUM2INT(rb_ary_entry(each, (long)i));
    }
    commission->outcome = PRAP_OK;
    return Qnil;
}

static prap_status store_commit(void *user, const prap_change *changes, size_t n, prap_status *ret_each) {
    struct prapi_ruby_engine *engine = user;
    struct commission commission = {engine->store, changes, n, ret_each, PRAP_FAIL};
    return prapi_ruby_guarded(engine, ask_commit, &commission, &commission.outcome);
}

void prapi_ruby_store_callbacks(struct prapi_ruby_engine *engine, int reads, int scans) {
    engine->callbacks = (prap_store){
        .size = sizeof engine->callbacks,
        .user = engine,
        .load = store_load,
        .commit = store_commit,
        .read = reads ? store_read : NULL,
        .scan = scans ? store_scan : NULL,
    };
}
