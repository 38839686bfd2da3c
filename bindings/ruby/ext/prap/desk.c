/* desk.c: the desk of Provider Direct. Arrays of numbers in, a Hash of numbers out. */
#include "ext.h"

/* [[fact, kind, value], …] */
static prap_fact *to_facts(VALUE rows, size_t *ret_n, VALUE *ret_keeper) {
    Check_Type(rows, T_ARRAY);
    *ret_n = (size_t)RARRAY_LEN(rows);
    prap_fact *facts = prapi_ruby_room(*ret_n, sizeof *facts, ret_keeper);
    for (size_t i = 0; i < *ret_n; i++) {
        const VALUE row = rb_ary_entry(rows, (long)i);
        Check_Type(row, T_ARRAY);
        facts[i] = (prap_fact){NUM2UINT(rb_ary_entry(row, 0)), NUM2UINT(rb_ary_entry(row, 1)),
                               NUM2LL(rb_ary_entry(row, 2))};
    }
    return facts;
}

/* [[step, on, spoc], …] */
static prap_code_step *to_steps(VALUE rows, size_t *ret_n, VALUE *ret_keeper) {
    Check_Type(rows, T_ARRAY);
    *ret_n = (size_t)RARRAY_LEN(rows);
    prap_code_step *steps = prapi_ruby_room(*ret_n, sizeof *steps, ret_keeper);
    for (size_t i = 0; i < *ret_n; i++) {
        const VALUE row = rb_ary_entry(rows, (long)i);
        Check_Type(row, T_ARRAY);
        steps[i] = (prap_code_step){NUM2UINT(rb_ary_entry(row, 0)), prapi_ruby_to_day(rb_ary_entry(row, 1)),
                                    NUM2UINT(rb_ary_entry(row, 2))};
    }
    return steps;
}

/* Room for the findings, as the library hands them out; Ruby's objects are made when it has returned. */
struct told {
    prap_desk_finding *findings;
    size_t n;
    size_t room;
};

static prap_status hear(void *user, const prap_desk_finding *finding) {
    struct told *told = user;
    if (told->n == told->room) return PRAP_E_LIMIT;
    told->findings[told->n++] = *finding;
    return PRAP_OK;
}

static VALUE contact_id(uint32_t number) {
    for (uint32_t i = 0; i < prap_contact_count(); i++)
        if (prap_contact_at(i)->number == number) return prapi_ruby_text(prap_contact_at(i)->id);
    return Qnil;
}

static VALUE number_or_nil(uint32_t number, uint32_t none) {
    return number == none ? Qnil : UINT2NUM(number);
}

static VALUE finding_hash(const prap_desk_finding *finding) {
    const VALUE hash = rb_hash_new();
    const char *cure = prap_desk_finding_cure(finding->finding);
    prapi_ruby_set(hash, "finding", UINT2NUM(finding->finding));
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(finding->rule));
    prapi_ruby_set(hash, "severity", UINT2NUM(finding->severity));
    prapi_ruby_set(hash, "fact", UINT2NUM(finding->fact));
    prapi_ruby_set(hash, "policy", UINT2NUM(finding->policy));
    prapi_ruby_set(hash, "to", UINT2NUM(finding->recipient));
    prapi_ruby_set(hash, "contact", contact_id(finding->contact));
    prapi_ruby_set(hash, "day", prapi_ruby_day(finding->day));
    prapi_ruby_set(hash, "at", number_or_nil(finding->at, PRAP_DESK_NO_STEP));
    prapi_ruby_set(hash, "spoc", number_or_nil(finding->spoc, 0));
    prapi_ruby_set(hash, "cure", cure[0] == '\0' ? Qnil : prapi_ruby_text(cure));
    return hash;
}

static VALUE answer_hash(const prap_desk_answer *found, const struct told *told) {
    const VALUE hash = rb_hash_new(), findings = rb_ary_new();
    for (size_t i = 0; i < told->n; i++)
        rb_ary_push(findings, finding_hash(&told->findings[i]));
    prapi_ruby_set(hash, "outcome", UINT2NUM(found->outcome));
    prapi_ruby_set(hash, "verdict", UINT2NUM(found->verdict));
    prapi_ruby_set(hash, "form", UINT2NUM(found->form));
    prapi_ruby_set(hash, "to", UINT2NUM(found->recipient));
    prapi_ruby_set(hash, "contact", contact_id(found->contact));
    prapi_ruby_set(hash, "calls", number_or_nil(found->calls, 0));
    prapi_ruby_set(hash, "age_days", found->age_days < 0 ? Qnil : INT2NUM(found->age_days));
    prapi_ruby_set(hash, "earliest", prapi_ruby_day(found->earliest));
    prapi_ruby_set(hash, "due", prapi_ruby_day(found->due));
    prapi_ruby_set(hash, "code_state", UINT2NUM(found->code_state));
    prapi_ruby_set(hash, "code_issued", prapi_ruby_day(found->code_issued));
    prapi_ruby_set(hash, "code_from", prapi_ruby_day(found->code_from));
    prapi_ruby_set(hash, "code_until", prapi_ruby_day(found->code_until));
    prapi_ruby_set(hash, "spocs", number_or_nil(found->spocs, 0));
    prapi_ruby_set(hash, "spocs_ready", found->spocs == 0 ? Qnil : UINT2NUM(found->spocs_ready));
    prapi_ruby_set(hash, "opens", prapi_ruby_moment(found->opens));
    prapi_ruby_set(hash, "last_usable", prapi_ruby_moment(found->last_usable));
    prapi_ruby_set(hash, "findings", findings);
    return hash;
}

/* desk(calendar, settings, [ask, on, at], facts, outages, steps) -> Hash. A step is at most one finding, a contact two, a
   fact two, and thirty are of none. */
static VALUE desk(VALUE self, VALUE calendar, VALUE pairs, VALUE head, VALUE fact_rows, VALUE window_rows,
                  VALUE step_rows) {
    (void)self;
    Check_Type(head, T_ARRAY);
    VALUE settings_keeper = Qnil, facts_keeper = Qnil, windows_keeper = Qnil, steps_keeper = Qnil, findings_keeper = Qnil;
    size_t n_settings = 0;
    prap_error error = prapi_ruby_error();
    prap_desk_answer found = {.size = sizeof found};
    prap_desk_question question = {.size = sizeof question,
                                   .ask = NUM2UINT(rb_ary_entry(head, 0)),
                                   .on = prapi_ruby_to_day(rb_ary_entry(head, 1)),
                                   .at = prapi_ruby_to_moment(rb_ary_entry(head, 2))};
    const prap_calendar *handle = prapi_ruby_to_calendar(calendar);
    const prap_setting *settings = prapi_ruby_to_settings(pairs, &n_settings, &settings_keeper);
    question.facts = to_facts(fact_rows, &question.n_facts, &facts_keeper);
    question.outages = prapi_ruby_to_windows(window_rows, &question.n_outages, &windows_keeper);
    question.steps = to_steps(step_rows, &question.n_steps, &steps_keeper);
    struct told told = {.room = question.n_steps + 2 * PRAP_DESK_SPOCS_MAX + 2 * question.n_facts + 30};
    told.findings = prapi_ruby_room(told.room, sizeof *told.findings, &findings_keeper);
    const prap_status status = prap_desk_ask(handle, settings, n_settings, &question, hear, &told, &found, &error);
    RB_GC_GUARD(settings_keeper);
    RB_GC_GUARD(facts_keeper);
    RB_GC_GUARD(windows_keeper);
    RB_GC_GUARD(steps_keeper);
    prapi_ruby_check(status, &error);
    const VALUE hash = answer_hash(&found, &told);
    RB_GC_GUARD(findings_keeper);
    return hash;
}

/* desk_takes(ask, fact) -> true or false */
static VALUE desk_takes(VALUE self, VALUE ask, VALUE fact) {
    (void)self;
    return prap_desk_takes(NUM2UINT(ask), NUM2UINT(fact)) != 0 ? Qtrue : Qfalse;
}

void prapi_ruby_define_desk(VALUE native) {
    rb_define_singleton_method(native, "desk", desk, 6);
    rb_define_singleton_method(native, "desk_takes", desk_takes, 2);
}
