/* forms.c: the rows of the forms; a question about one, and one about a service. Numbers in, Hashes of numbers out. */
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

static VALUE contact_id(uint32_t number) {
    return number == 0 ? Qnil : prapi_ruby_text(prap_contact_at(number - 1)->id);
}

static VALUE cure_text(const char *cure) {
    return cure[0] == '\0' ? Qnil : prapi_ruby_text(cure);
}

static VALUE field_hash(const prap_form_field *field) {
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "fact", UINT2NUM(field->fact));
    prapi_ruby_set(hash, "need", UINT2NUM(field->need));
    prapi_ruby_set(hash, "personal", field->personal != 0 ? Qtrue : Qfalse);
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(field->rule));
    return hash;
}

static VALUE route_hash(const prap_form_route *route) {
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "programmes", UINT2NUM(route->programmes));
    prapi_ruby_set(hash, "occasion", UINT2NUM(route->option));
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(route->rule));
    prapi_ruby_set(hash, "to", UINT2NUM(route->recipient));
    prapi_ruby_set(hash, "contact", contact_id(route->contact));
    prapi_ruby_set(hash, "means", UINT2NUM(route->means));
    prapi_ruby_set(hash, "when", UINT2NUM(route->due));
    return hash;
}

/* form_at(form) -> Hash or nil */
static VALUE form_at(VALUE self, VALUE number) {
    (void)self;
    const prap_form *form = prap_form_by_number(NUM2UINT(number));
    const VALUE aliases = rb_ary_new(), routes = rb_ary_new(), fields = rb_ary_new(), hash = rb_hash_new();
    const prap_form_field *field;
    const prap_form_route *route;
    const char *alias;
    if (form == NULL) return Qnil;
    for (uint32_t i = 0; (alias = prap_form_alias_at(form->form, i)) != NULL; i++)
        rb_ary_push(aliases, prapi_ruby_text(alias));
    for (uint32_t i = 0; (route = prap_form_route_at(form->form, i)) != NULL; i++) rb_ary_push(routes, route_hash(route));
    for (uint32_t i = 0; (field = prap_form_field_at(form->form, i)) != NULL; i++) rb_ary_push(fields, field_hash(field));
    prapi_ruby_set(hash, "form", UINT2NUM(form->form));
    prapi_ruby_set(hash, "title", prapi_ruby_text(form->title));
    prapi_ruby_set(hash, "aliases", aliases);
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(form->rule));
    prapi_ruby_set(hash, "programmes", UINT2NUM(form->programmes));
    prapi_ruby_set(hash, "by", UINT2NUM(form->actor));
    prapi_ruby_set(hash, "printed", UINT2NUM(form->fields));
    prapi_ruby_set(hash, "own_template", UINT2NUM(form->own_template));
    prapi_ruby_set(hash, "record", UINT2NUM(form->record));
    prapi_ruby_set(hash, "copies", contact_id(form->copies));
    prapi_ruby_set(hash, "routes", routes);
    prapi_ruby_set(hash, "fields", fields);
    return hash;
}

/* form_find(name) -> number, 0 for none */
static VALUE form_find(VALUE self, VALUE name) {
    (void)self;
    const VALUE text = StringValue(name);
    const prap_form *form = prap_form_find(RSTRING_PTR(text), (size_t)RSTRING_LEN(text));
    RB_GC_GUARD(name);
    return UINT2NUM(form == NULL ? 0 : form->form);
}

/* form_takes(form, fact) -> true or false */
static VALUE form_takes(VALUE self, VALUE form, VALUE fact) {
    (void)self;
    return prap_form_takes(NUM2UINT(form), NUM2UINT(fact)) != 0 ? Qtrue : Qfalse;
}

/* Room for the findings, as the library hands them out; Ruby's objects are made when it has returned. A form has at most
   one for each fact, one for each day among them, and twenty that are of none. */
enum { FORM_ROOM = 128 };
struct form_told {
    prap_form_finding findings[FORM_ROOM];
    size_t n;
};

static prap_status hear_form(void *user, const prap_form_finding *finding) {
    struct form_told *told = user;
    if (told->n == FORM_ROOM) return PRAP_E_LIMIT;
    told->findings[told->n++] = *finding;
    return PRAP_OK;
}

static VALUE form_finding_hash(const prap_form_finding *finding) {
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "finding", UINT2NUM(finding->finding));
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(finding->rule));
    prapi_ruby_set(hash, "severity", UINT2NUM(finding->severity));
    prapi_ruby_set(hash, "fact", UINT2NUM(finding->fact));
    prapi_ruby_set(hash, "form", UINT2NUM(finding->form));
    prapi_ruby_set(hash, "policy", UINT2NUM(finding->policy));
    prapi_ruby_set(hash, "contact", contact_id(finding->contact));
    prapi_ruby_set(hash, "day", prapi_ruby_day(finding->day));
    prapi_ruby_set(hash, "cure", cure_text(prap_form_finding_cure(finding->finding)));
    return hash;
}

static VALUE form_answer_hash(const prap_form_answer *found, const struct form_told *told) {
    const VALUE hash = rb_hash_new(), findings = rb_ary_new();
    for (size_t i = 0; i < told->n; i++) rb_ary_push(findings, form_finding_hash(&told->findings[i]));
    prapi_ruby_set(hash, "outcome", UINT2NUM(found->outcome));
    prapi_ruby_set(hash, "verdict", UINT2NUM(found->verdict));
    prapi_ruby_set(hash, "complete", UINT2NUM(found->complete));
    prapi_ruby_set(hash, "n_missing", UINT2NUM(found->n_missing));
    prapi_ruby_set(hash, "n_unknown", UINT2NUM(found->n_unknown));
    prapi_ruby_set(hash, "to", UINT2NUM(found->recipient));
    prapi_ruby_set(hash, "contact", contact_id(found->contact));
    prapi_ruby_set(hash, "contact_status", UINT2NUM(found->contact_status));
    prapi_ruby_set(hash, "means", UINT2NUM(found->means));
    prapi_ruby_set(hash, "when", UINT2NUM(found->due_kind));
    prapi_ruby_set(hash, "due", prapi_ruby_day(found->due));
    prapi_ruby_set(hash, "prudent", prapi_ruby_day(found->prudent));
    prapi_ruby_set(hash, "plan_by", prapi_ruby_day(found->plan_by));
    prapi_ruby_set(hash, "late", found->late != 0 ? Qtrue : Qfalse);
    prapi_ruby_set(hash, "record", UINT2NUM(found->record));
    prapi_ruby_set(hash, "retention", UINT2NUM(found->retention));
    prapi_ruby_set(hash, "keep_until", prapi_ruby_day(found->keep_until));
    prapi_ruby_set(hash, "findings", findings);
    return hash;
}

/* form_ask(calendar, settings, [form, programme, on, own_contacts], facts) -> Hash */
static VALUE form_ask(VALUE self, VALUE calendar, VALUE pairs, VALUE head, VALUE fact_rows) {
    (void)self;
    Check_Type(head, T_ARRAY);
    VALUE settings_keeper = Qnil, facts_keeper = Qnil;
    size_t n_settings = 0;
    struct form_told told = {.n = 0};
    prap_error error = prapi_ruby_error();
    prap_form_answer found = {.size = sizeof found};
    prap_form_question question = {.size = sizeof question,
                                   .form = NUM2UINT(rb_ary_entry(head, 0)),
                                   .programme = NUM2UINT(rb_ary_entry(head, 1)),
                                   .on = prapi_ruby_to_day(rb_ary_entry(head, 2)),
                                   .own_contacts = NUM2ULL(rb_ary_entry(head, 3))};
    const prap_calendar *handle = prapi_ruby_to_calendar(calendar);
    const prap_setting *settings = prapi_ruby_to_settings(pairs, &n_settings, &settings_keeper);
    question.facts = to_facts(fact_rows, &question.n_facts, &facts_keeper);
    const prap_status status = prap_form_ask(handle, settings, n_settings, &question, hear_form, &told, &found, &error);
    RB_GC_GUARD(settings_keeper);
    RB_GC_GUARD(facts_keeper);
    prapi_ruby_check(status, &error);
    return form_answer_hash(&found, &told);
}

/* As for a form; a service has a finding for each due day, and ten that are of none. */
struct service_told {
    prap_service_finding *findings;
    size_t n;
    size_t room;
};

static prap_status hear_service(void *user, const prap_service_finding *finding) {
    struct service_told *told = user;
    if (told->n == told->room) return PRAP_E_LIMIT;
    told->findings[told->n++] = *finding;
    return PRAP_OK;
}

static VALUE service_finding_hash(const prap_service_finding *finding) {
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "finding", UINT2NUM(finding->finding));
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(finding->rule));
    prapi_ruby_set(hash, "severity", UINT2NUM(finding->severity));
    prapi_ruby_set(hash, "policy", UINT2NUM(finding->policy));
    prapi_ruby_set(hash, "contact", contact_id(finding->contact));
    prapi_ruby_set(hash, "index", finding->at == PRAP_SERVICE_NO_DAY ? Qnil : UINT2NUM(finding->at));
    prapi_ruby_set(hash, "day", prapi_ruby_day(finding->day));
    prapi_ruby_set(hash, "last_usable", prapi_ruby_moment(finding->last_usable));
    prapi_ruby_set(hash, "cure", cure_text(prap_service_finding_cure(finding->finding)));
    return hash;
}

static VALUE service_answer_hash(const prap_service_answer *found, const struct service_told *told) {
    const VALUE hash = rb_hash_new(), findings = rb_ary_new();
    for (size_t i = 0; i < told->n; i++) rb_ary_push(findings, service_finding_hash(&told->findings[i]));
    prapi_ruby_set(hash, "open", found->open != 0 ? Qtrue : Qfalse);
    prapi_ruby_set(hash, "verdict", UINT2NUM(found->verdict));
    prapi_ruby_set(hash, "opens", prapi_ruby_moment(found->opens));
    prapi_ruby_set(hash, "other_opens", prapi_ruby_moment(found->other_opens));
    prapi_ruby_set(hash, "phone", contact_id(found->phone));
    prapi_ruby_set(hash, "email", contact_id(found->email));
    prapi_ruby_set(hash, "audit_due", prapi_ruby_day(found->audit_due));
    prapi_ruby_set(hash, "review_due", prapi_ruby_day(found->review_due));
    prapi_ruby_set(hash, "remind", found->remind != 0 ? Qtrue : Qfalse);
    prapi_ruby_set(hash, "findings", findings);
    return hash;
}

static prap_day *to_days(VALUE rows, size_t *ret_n, VALUE *ret_keeper) {
    Check_Type(rows, T_ARRAY);
    *ret_n = (size_t)RARRAY_LEN(rows);
    prap_day *days = prapi_ruby_room(*ret_n, sizeof *days, ret_keeper);
    for (size_t i = 0; i < *ret_n; i++) days[i] = prapi_ruby_to_day(rb_ary_entry(rows, (long)i));
    return days;
}

static uint32_t number_at(VALUE array, long i) {
    return NUM2UINT(rb_ary_entry(array, i));
}

/* service_ask(calendar, settings, [service, flags, at, subject, route, programme, duties, standards, audited, reviewed,
   changed], outages, days) -> Hash */
static VALUE service_ask(VALUE self, VALUE calendar, VALUE pairs, VALUE head, VALUE window_rows, VALUE day_rows) {
    (void)self;
    Check_Type(head, T_ARRAY);
    VALUE settings_keeper = Qnil, windows_keeper = Qnil, days_keeper = Qnil, findings_keeper = Qnil;
    size_t n_settings = 0;
    prap_error error = prapi_ruby_error();
    prap_service_answer found = {.size = sizeof found};
    prap_service_question question = {.size = sizeof question,
                                      .service = number_at(head, 0),
                                      .flags = number_at(head, 1),
                                      .at = prapi_ruby_to_moment(rb_ary_entry(head, 2)),
                                      .subject = number_at(head, 3),
                                      .route = number_at(head, 4),
                                      .programme = number_at(head, 5),
                                      .duties = number_at(head, 6),
                                      .standards = number_at(head, 7),
                                      .audited = prapi_ruby_to_day(rb_ary_entry(head, 8)),
                                      .reviewed = prapi_ruby_to_day(rb_ary_entry(head, 9)),
                                      .changed = prapi_ruby_to_day(rb_ary_entry(head, 10))};
    const prap_calendar *handle = prapi_ruby_to_calendar(calendar);
    const prap_setting *settings = prapi_ruby_to_settings(pairs, &n_settings, &settings_keeper);
    question.outages = prapi_ruby_to_windows(window_rows, &question.n_outages, &windows_keeper);
    question.days = to_days(day_rows, &question.n_days, &days_keeper);
    struct service_told told = {.room = question.n_days + 10};
    told.findings = prapi_ruby_room(told.room, sizeof *told.findings, &findings_keeper);
    const prap_status status =
        prap_service_ask(handle, settings, n_settings, &question, hear_service, &told, &found, &error);
    RB_GC_GUARD(settings_keeper);
    RB_GC_GUARD(windows_keeper);
    RB_GC_GUARD(days_keeper);
    prapi_ruby_check(status, &error);
    const VALUE hash = service_answer_hash(&found, &told);
    RB_GC_GUARD(findings_keeper);
    return hash;
}

void prapi_ruby_define_forms(VALUE native) {
    rb_define_singleton_method(native, "form_at", form_at, 1);
    rb_define_singleton_method(native, "form_find", form_find, 1);
    rb_define_singleton_method(native, "form_takes", form_takes, 2);
    rb_define_singleton_method(native, "form_ask", form_ask, 4);
    rb_define_singleton_method(native, "service_ask", service_ask, 5);
    rb_define_const(native, "FORM_FACTS", UINT2NUM(PRAP_WORDS_FORM_FACT));
    rb_define_const(native, "FORM_OPTIONS", UINT2NUM(PRAP_WORDS_FORM_OPTION));
}
