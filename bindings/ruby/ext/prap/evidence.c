/* evidence.c: the checklists of a case and the records it has made. Numbers in, Hashes of numbers out. */
#include "engine.h"

/* What a walk has to show, on its way into an Array. */
struct visit {
    VALUE into;
    const prap_checklist *list;
    const prap_kept *kept;
};

struct walk {
    struct prapi_ruby_engine *engine;
    VALUE found;
};

static const prap_status go_on = PRAP_OK;

/* The entry that says something; nil where there is none. */
static void set_entry(VALUE hash, const char *by_key, uint32_t by, const char *on_key, prap_day on,
                      uint64_t sequence) {
    prapi_ruby_set(hash, by_key, UINT2NUM(by));
    prapi_ruby_set(hash, on_key, prapi_ruby_day(on));
    prapi_ruby_set(hash, "sequence", sequence == 0 ? Qnil : ULL2NUM(sequence));
}

static VALUE check_hash(const prap_check *check) {
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "fact", UINT2NUM(check->fact));
    prapi_ruby_set(hash, "event", UINT2NUM(check->event));
    prapi_ruby_set(hash, "state", UINT2NUM(check->state));
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(check->rule));
    prapi_ruby_set(hash, "required", check->required != 0 ? Qtrue : Qfalse);
    prapi_ruby_set(hash, "said",
                   check->said.fact == 0
                       ? Qnil
                       : rb_ary_new_from_args(2, UINT2NUM(check->said.kind), LL2NUM(check->said.value)));
    set_entry(hash, "by", check->by, "on", check->on, check->sequence);
    prapi_ruby_set(hash, "recorded", prapi_ruby_day(check->recorded));
    return hash;
}

static VALUE push_list(VALUE call) {
    const struct visit *visit = (const struct visit *)call;
    const prap_checklist *list = visit->list;
    const VALUE hash = rb_hash_new(), items = rb_ary_new();
    for (size_t i = 0; i < list->n_checks; i++)
        rb_ary_push(items, check_hash(&list->checks[i]));
    prapi_ruby_set(hash, "checklist", UINT2NUM(list->checklist));
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(prap_checklist_kind_by_number(list->checklist)->rule));
    prapi_ruby_set(hash, "complete", list->complete != 0 ? Qtrue : Qfalse);
    set_entry(hash, "opened_by", list->opened_by, "opened_on", list->opened_on, list->sequence);
    prapi_ruby_set(hash, "required", UINT2NUM(list->n_required));
    prapi_ruby_set(hash, "done", UINT2NUM(list->n_done));
    prapi_ruby_set(hash, "not_done", UINT2NUM(list->n_not_done));
    prapi_ruby_set(hash, "unknown", UINT2NUM(list->n_unknown));
    prapi_ruby_set(hash, "missing", UINT2NUM(list->n_missing));
    prapi_ruby_set(hash, "items", items);
    return rb_ary_push(visit->into, hash);
}

static prap_status visit_list(void *user, const prap_checklist *list) {
    const struct walk *on = user;
    struct visit visit = {.into = on->found, .list = list};
    return prapi_ruby_guarded(on->engine, push_list, &visit, &go_on);
}

static VALUE push_kept(VALUE call) {
    const struct visit *visit = (const struct visit *)call;
    const prap_kept *kept = visit->kept;
    const prap_record_kind *kind = prap_record_kind_by_number(kept->record);
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "record", UINT2NUM(kept->record));
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(kept->rule));
    prapi_ruby_set(hash, "retention", UINT2NUM(kind->retention));
    prapi_ruby_set(hash, "computation", UINT2NUM(kind->computation));
    prapi_ruby_set(hash, "events", UINT2NUM(kept->n_events));
    prapi_ruby_set(hash, "first", ULL2NUM(kept->first));
    prapi_ruby_set(hash, "last", ULL2NUM(kept->last));
    prapi_ruby_set(hash, "first_on", prapi_ruby_day(kept->first_on));
    prapi_ruby_set(hash, "last_on", prapi_ruby_day(kept->last_on));
    return rb_ary_push(visit->into, hash);
}

static prap_status visit_kept(void *user, const prap_kept *kept) {
    const struct walk *on = user;
    struct visit visit = {.into = on->found, .kept = kept};
    return prapi_ruby_guarded(on->engine, push_kept, &visit, &go_on);
}

/* native_evidence(tenant, case id, as_of, number of a checklist, 0 for all, or nil for the records) -> [Hash]. */
static VALUE evidence(VALUE self, VALUE tenant, VALUE case_id, VALUE as_of, VALUE checklist) {
    const prap_key key = {prapi_ruby_to_text(tenant), prapi_ruby_to_text(case_id)};
    const prap_day day = prapi_ruby_to_day(as_of);
    const uint32_t number = NIL_P(checklist) ? 0 : NUM2UINT(checklist);
    struct walk on = {.found = rb_ary_new()};
    on.engine = prapi_ruby_begin(self);
    prap_error error = prapi_ruby_error();
    const prap_status status =
        NIL_P(checklist)
            ? prap_engine_records(on.engine->handle, &key, day, visit_kept, &on, &error)
            : prap_engine_checklist(on.engine->handle, &key, day, number, visit_list, &on, &error);
    RB_GC_GUARD(tenant);
    RB_GC_GUARD(case_id);
    prapi_ruby_finish(on.engine, status, &error);
    return on.found;
}

void prapi_ruby_define_evidence(VALUE engine) {
    rb_define_private_method(engine, "native_evidence", evidence, 4);
}
