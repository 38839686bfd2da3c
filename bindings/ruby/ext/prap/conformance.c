/* conformance.c: the conformance kit over a store written in Ruby or a ready-made one. Numbers in, Hashes out. */
#include <stdbool.h>
#include <string.h>

#include "engine.h"

/* What was found, kept apart from Ruby until the library has returned. */
struct kept_finding {
    prap_conformance_finding finding;
    char tenant[PRAP_ID_BYTES];
    char case_id[PRAP_ID_BYTES];
};

struct found {
    struct kept_finding kept[96];
    size_t n;
};

static void keep_text(char *room, prap_text *text) {
    if (text->n > 0) memcpy(room, text->bytes, text->n);
    text->bytes = room;
}

static prap_status hear(void *user, const prap_conformance_finding *finding) {
    struct found *found = user;
    if (found->n == sizeof found->kept / sizeof found->kept[0]) return PRAP_E_LIMIT;
    struct kept_finding *kept = &found->kept[found->n++];
    kept->finding = *finding;
    keep_text(kept->tenant, &kept->finding.key.tenant);
    keep_text(kept->case_id, &kept->finding.key.case_id);
    return PRAP_OK;
}

/* A handle's callbacks: those of an engine that has no more than a store. */
static const prap_store *take_store(struct prapi_ruby_engine *engine, VALUE store, VALUE reads, VALUE scans) {
    engine->store = store;
    if (!prapi_ruby_is_ready(store)) {
        prapi_ruby_store_callbacks(engine, RTEST(reads), RTEST(scans));
        return &engine->callbacks;
    }
    struct prapi_ruby_ready *ready = prapi_ruby_hold_ready(store);
    prapi_ruby_drop_ready(ready); /* the object holds it */
    const prap_store *table = prapi_ruby_enter_ready(ready);
    engine->ready = ready;
    return table;
}

static void let_go(struct prapi_ruby_engine *engine) {
    if (engine->ready != NULL) prapi_ruby_leave_ready(engine->ready);
}

struct taking {
    struct prapi_ruby_engine *engine;
    VALUE row; /* [store, reads, scans] */
    const prap_store *table;
};

static VALUE take_row(VALUE call) {
    struct taking *taking = (struct taking *)call;
    taking->table = take_store(taking->engine, rb_ary_entry(taking->row, 0), rb_ary_entry(taking->row, 1),
                               rb_ary_entry(taking->row, 2));
    return Qnil;
}

/* The second handle, which may be closed, or in use as the first: then the first is let go before that is raised. */
static const prap_store *take_second(struct prapi_ruby_engine *first, struct prapi_ruby_engine *other, VALUE row) {
    struct taking taking = {other, row, NULL};
    int failed = 0;
    rb_protect(take_row, (VALUE)&taking, &failed);
    if (failed == 0) return taking.table;
    let_go(first);
    rb_jump_tag(failed);
}

static VALUE finding_hash(const prap_conformance_finding *finding) {
    const VALUE hash = rb_hash_new();
    const bool none = finding->key.case_id.n == 0;
    prapi_ruby_set(hash, "finding", UINT2NUM(finding->finding));
    prapi_ruby_set(hash, "severity", UINT2NUM(finding->severity));
    prapi_ruby_set(hash, "check", UINT2NUM(finding->check));
    prapi_ruby_set(hash, "tenant", none ? Qnil : prapi_ruby_string(finding->key.tenant));
    prapi_ruby_set(hash, "case_id", none ? Qnil : prapi_ruby_string(finding->key.case_id));
    prapi_ruby_set(hash, "sequence", finding->sequence == 0 ? Qnil : ULL2NUM(finding->sequence));
    prapi_ruby_set(hash, "wanted", prapi_ruby_text(prap_status_name(finding->wanted)));
    prapi_ruby_set(hash, "got", prapi_ruby_text(prap_status_name(finding->got)));
    prapi_ruby_set(hash, "contract", prapi_ruby_text(prap_conformance_contract(finding->finding)));
    return hash;
}

static VALUE result_of(const struct found *found, const prap_conformance_report *report) {
    const VALUE findings = rb_ary_new();
    for (size_t i = 0; i < found->n; i++) rb_ary_push(findings, finding_hash(&found->kept[i].finding));
    return rb_ary_new_from_args(6, findings, UINT2NUM(report->breaches), UINT2NUM(report->unchecked),
                                UINT2NUM(report->checks), ULL2NUM(report->calls), ULL2NUM(report->commits));
}

/* conformance([store, reads, scans], the same of a second handle or nil, prefix, seed, flags) -> [[Hash, …], counts …] */
static VALUE conformance(VALUE self, VALUE store, VALUE second, VALUE prefix, VALUE seed, VALUE flags) {
    (void)self;
    struct prapi_ruby_engine first = {.store = Qnil}, other = {.store = Qnil};
    struct found found = {.n = 0};
    prap_error error = prapi_ruby_error();
    prap_conformance_report report = {.size = sizeof report};
    const uint64_t drawn = NUM2ULL(seed);
    const uint32_t how = NUM2UINT(flags);
    prap_conformance host = {
        .size = sizeof host, .allocator = prapi_ruby_allocator(), .prefix = prapi_ruby_to_text(prefix)};
    Check_Type(store, RUBY_T_ARRAY);
    if (!NIL_P(second)) Check_Type(second, RUBY_T_ARRAY);
    host.store = take_store(&first, rb_ary_entry(store, 0), rb_ary_entry(store, 1), rb_ary_entry(store, 2));
    if (!NIL_P(second)) host.second = take_second(&first, &other, second);
    const prap_status status = prap_conformance_run(&host, drawn, how, hear, &found, &report, &error);
    let_go(&other);
    let_go(&first);
    if (first.pending != 0) rb_jump_tag(first.pending);
    if (other.pending != 0) rb_jump_tag(other.pending);
    prapi_ruby_check(status, &error);
    RB_GC_GUARD(store);
    RB_GC_GUARD(second);
    RB_GC_GUARD(prefix);
    return result_of(&found, &report);
}

void prapi_ruby_define_conformance(VALUE native) {
    rb_define_const(native, "SPARE_EMPTY_TENANT", UINT2NUM(PRAP_CONFORMANCE_SPARE_EMPTY_TENANT));
    rb_define_module_function(native, "conformance", conformance, 5);
}
