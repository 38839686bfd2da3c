/* retention.c: how long records are kept, and a store verified. Numbers in, Hashes of numbers out. */
#include <string.h>

#include "engine.h"

static VALUE finding_hash(const prap_retention_finding *finding) {
    const VALUE hash = rb_hash_new();
    const char *row = prap_retention_finding_row(finding->finding);
    prapi_ruby_set(hash, "finding", UINT2NUM(finding->finding));
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(finding->rule));
    prapi_ruby_set(hash, "row", row[0] == '\0' ? Qnil : prapi_ruby_text(row));
    prapi_ruby_set(hash, "severity", UINT2NUM(finding->severity));
    prapi_ruby_set(hash, "fact", UINT2NUM(finding->fact));
    prapi_ruby_set(hash, "policy", UINT2NUM(finding->policy));
    prapi_ruby_set(hash, "day", prapi_ruby_day(finding->day));
    prapi_ruby_set(hash, "cure", prapi_ruby_text(prap_retention_finding_cure(finding->finding)));
    return hash;
}

static VALUE answer_hash(const prap_retention_answer *answer, const prap_retention_finding *findings, size_t n) {
    const VALUE hash = rb_hash_new(), told = rb_ary_new();
    for (size_t i = 0; i < n; i++) rb_ary_push(told, finding_hash(&findings[i]));
    prapi_ruby_set(hash, "record", UINT2NUM(answer->record));
    prapi_ruby_set(hash, "verdict", UINT2NUM(answer->verdict));
    prapi_ruby_set(hash, "retention", UINT2NUM(answer->retention));
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(answer->rule));
    prapi_ruby_set(hash, "kept_until", prapi_ruby_day(answer->kept_until));
    prapi_ruby_set(hash, "at_least", prapi_ruby_day(answer->at_least));
    prapi_ruby_set(hash, "disposal", prapi_ruby_day(answer->disposal));
    prapi_ruby_set(hash, "anchor", prapi_ruby_day(answer->anchor));
    prapi_ruby_set(hash, "policy", UINT2NUM(answer->policy));
    prapi_ruby_set(hash, "on_hold", answer->on_hold != 0 ? Qtrue : Qfalse);
    prapi_ruby_set(hash, "findings", told);
    return hash;
}

/* Room for the findings of one record: Ruby's objects are made when the library has returned. */
struct told {
    prap_retention_finding findings[64];
    size_t n;
};

static prap_status hear(void *user, const prap_retention_finding *finding) {
    struct told *told = user;
    if (told->n == sizeof told->findings / sizeof told->findings[0]) return PRAP_E_LIMIT;
    told->findings[told->n++] = *finding;
    return PRAP_OK;
}

/* retention(settings, record, as_of, programme, facts) -> Hash */
static VALUE retention(VALUE self, VALUE pairs, VALUE record, VALUE as_of, VALUE programme, VALUE rows) {
    (void)self;
    VALUE keeper = Qnil;
    size_t n_settings = 0;
    prap_fact facts[PRAP_FACTS_MAX + 1];
    struct told told = {.n = 0};
    prap_error error = prapi_ruby_error();
    prap_retention_answer answer = {.size = sizeof answer};
    const prap_setting *settings = prapi_ruby_to_settings(pairs, &n_settings, &keeper);
    const prap_retention_question question = {.size = sizeof question,
                                              .record = NUM2UINT(record),
                                              .as_of = prapi_ruby_to_day(as_of),
                                              .programme = NUM2UINT(programme),
                                              .facts = facts,
                                              .n_facts = prapi_ruby_read_facts(rows, facts)};
    const prap_status status = prap_retention_ask(settings, n_settings, &question, hear, &told, &answer, &error);
    RB_GC_GUARD(keeper);
    prapi_ruby_check(status, &error);
    return answer_hash(&answer, told.findings, told.n);
}

struct walking {
    struct prapi_ruby_engine *engine;
    VALUE about;     /* a Proc, or nil */
    prap_status bad; /* of the first case that could not be judged */
    prap_fact facts[PRAP_FACTS_MAX + 1];
};

struct record_visit {
    const prap_retained *retained;
    prap_status status;
};

static VALUE yield_record(VALUE call) {
    const struct record_visit *visit = (const struct record_visit *)call;
    const prap_retained *retained = visit->retained;
    VALUE hash = Qnil;
    if (visit->status == PRAP_OK) {
        hash = answer_hash(retained->answer, retained->findings, retained->n_findings);
        prapi_ruby_set(hash, "events", UINT2NUM(retained->kept->n_events));
        prapi_ruby_set(hash, "events_over", UINT2NUM(retained->n_over));
        prapi_ruby_set(hash, "first_on", prapi_ruby_day(retained->kept->first_on));
        prapi_ruby_set(hash, "last_on", prapi_ruby_day(retained->kept->last_on));
    }
    return rb_yield_values(3, prapi_ruby_string(retained->case_id), INT2NUM(visit->status), hash);
}

static prap_status visit_record(void *user, const prap_retained *retained, prap_status status) {
    static const prap_status go_on = PRAP_OK;
    struct walking *walking = user;
    struct record_visit visit = {retained, status};
    if (walking->bad == PRAP_OK) walking->bad = status;
    return prapi_ruby_guarded(walking->engine, yield_record, &visit, &go_on);
}

struct about_call {
    struct walking *walking;
    prap_text case_id;
    size_t n;
};

static VALUE call_about(VALUE call) {
    struct about_call *about = (struct about_call *)call;
    const VALUE rows =
        rb_funcall(about->walking->about, rb_intern("call"), 1, prapi_ruby_string(about->case_id));
    about->n = prapi_ruby_read_facts(rows, about->walking->facts);
    return Qnil;
}

static prap_status tell_about(void *user, prap_text case_id, const prap_fact **ret_facts, size_t *ret_n) {
    static const prap_status go_on = PRAP_OK;
    struct about_call call = {.walking = user, .case_id = case_id};
    const prap_status status = prapi_ruby_guarded(call.walking->engine, call_about, &call, &go_on);
    *ret_facts = call.walking->facts;
    *ret_n = call.n;
    return status;
}

/* native_retention(tenant, case id or nil for all, as_of, facts, Proc for a case's or nil, told) { |case, status, Hash| } */
static VALUE retentions(VALUE self, VALUE tenant, VALUE case_id, VALUE as_of, VALUE rows, VALUE about, VALUE told) {
    rb_need_block();
    prap_fact facts[PRAP_FACTS_MAX + 1];
    struct walking on = {.about = about, .bad = PRAP_OK};
    const prap_key key = {prapi_ruby_to_text(tenant), prapi_ruby_to_text(case_id)};
    const prap_retention_terms terms = {.size = sizeof terms,
                                        .as_of = prapi_ruby_to_day(as_of),
                                        .facts = facts,
                                        .n_facts = prapi_ruby_read_facts(rows, facts),
                                        .about = NIL_P(about) ? NULL : tell_about,
                                        .user = &on};
    on.engine = prapi_ruby_begin(self);
    prap_error error = prapi_ruby_error();
    prap_status status =
        NIL_P(case_id) ? prap_engine_retention_walk(on.engine->handle, key.tenant, &terms, visit_record, &on, &error)
                       : prap_engine_retention(on.engine->handle, &key, &terms, visit_record, &on, &error);
    if (RTEST(told) && status == on.bad && strcmp(error.field, "store") != 0) status = PRAP_OK;
    RB_GC_GUARD(tenant);
    RB_GC_GUARD(case_id);
    RB_GC_GUARD(about);
    prapi_ruby_finish(on.engine, status, &error);
    return Qnil;
}

static VALUE yield_fault(VALUE call) {
    const prap_verify_fault *fault = (const prap_verify_fault *)call;
    return rb_yield_values(4, prapi_ruby_string(fault->case_id),
                           fault->sequence == 0 ? Qnil : ULL2NUM(fault->sequence), UINT2NUM(fault->fault),
                           UINT2NUM(fault->severity));
}

static prap_status visit_fault(void *user, const prap_verify_fault *fault) {
    static const prap_status go_on = PRAP_OK;
    prap_verify_fault ours = *fault;
    return prapi_ruby_guarded(user, yield_fault, &ours, &go_on);
}

/* native_verify(tenant, case id or nil for all) { |case, sequence, fault, severity| } -> [cases, events, …] */
static VALUE verify(VALUE self, VALUE tenant, VALUE case_id) {
    rb_need_block();
    const prap_key key = {prapi_ruby_to_text(tenant), prapi_ruby_to_text(case_id)};
    struct prapi_ruby_engine *engine = prapi_ruby_begin(self);
    prap_error error = prapi_ruby_error();
    prap_verify_report report = {.size = sizeof report};
    const prap_status status =
        prap_engine_verify(engine->handle, key.tenant, key.case_id, visit_fault, engine, &report, &error);
    RB_GC_GUARD(tenant);
    RB_GC_GUARD(case_id);
    prapi_ruby_finish(engine, status, &error);
    return rb_ary_new_from_args(5, ULL2NUM(report.cases), ULL2NUM(report.events), ULL2NUM(report.damaged),
                                ULL2NUM(report.faults), ULL2NUM(report.notices));
}

void prapi_ruby_define_retention(VALUE prap, VALUE native) {
    const VALUE engine = rb_const_get(prap, rb_intern("Engine"));
    rb_define_const(native, "RETENTION_FACTS", UINT2NUM(PRAP_WORDS_RETENTION_FACT));
    rb_define_module_function(native, "retention", retention, 5);
    rb_define_private_method(engine, "native_retention", retentions, 6);
    rb_define_private_method(engine, "native_verify", verify, 2);
}
