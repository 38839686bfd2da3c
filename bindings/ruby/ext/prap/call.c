/*
 * call.c: Prap::Call, a call to Provider Direct. It holds its calendar by count. An event is numbers and one identifier:
 * there is no argument that could hold a secret.
 */
#include <stdlib.h>

#include "ext.h"

enum { SETTINGS_MAX = 256 };

struct session {
    prap_call *handle;
    struct prapi_ruby_calendar *calendar; /* held as long as the call: it may be an overlay */
};

static void free_call(void *data) {
    struct session *session = data;
    prap_call_destroy(session->handle);
    if (session->calendar != NULL) prapi_ruby_drop_calendar(session->calendar);
    free(session);
}

static size_t call_bytes(const void *data) {
    (void)data;
    return sizeof(struct session) + prap_call_bytes();
}

static const rb_data_type_t call_type = {
    .wrap_struct_name = "Prap::Call",
    .function = {.dfree = free_call, .dsize = call_bytes},
    .flags = RUBY_TYPED_FREE_IMMEDIATELY | RUBY_TYPED_WB_PROTECTED,
};

static VALUE allocate(VALUE class) {
    struct session *session = calloc(1, sizeof *session);
    if (session == NULL) rb_memerror();
    return rb_data_typed_object_wrap(class, session, &call_type);
}

static prap_call *handle_of(VALUE self) {
    const struct session *session = rb_check_typeddata(self, &call_type);
    if (session->handle == NULL) prapi_ruby_raise(PRAP_E_NULL, "call", "it was never initialised");
    return session->handle;
}

/* native_initialize(calendar, [["service-bh", "open"], …], flags). Raises Prap::Error. */
static VALUE initialize(VALUE self, VALUE calendar, VALUE pairs, VALUE flags) {
    struct session *session = rb_check_typeddata(self, &call_type);
    prap_setting settings[SETTINGS_MAX];
    prap_error error = prapi_ruby_error();
    if (session->handle != NULL) prapi_ruby_raise(PRAP_E_TWICE, "call", "it is already initialised");
    Check_Type(pairs, RUBY_T_ARRAY);
    const long n = RARRAY_LEN(pairs);
    if (n > SETTINGS_MAX) prapi_ruby_raise(PRAP_E_LIMIT, "settings", "there are not so many policies");
    for (long i = 0; i < n; i++) {
        const VALUE pair = rb_ary_entry(pairs, i);
        Check_Type(pair, RUBY_T_ARRAY);
        const VALUE name = rb_ary_entry(pair, 0), value = rb_ary_entry(pair, 1);
        const prap_status parsed =
            prap_setting_parse(prapi_ruby_to_text(name), prapi_ruby_to_text(value), &settings[i], &error);
        prapi_ruby_check(parsed, &error);
    }
    const prap_call_setup setup = {.size = sizeof setup, .flags = NUM2UINT(flags),
                                   .calendar = prapi_ruby_to_calendar(calendar), .settings = settings,
                                   .n_settings = (size_t)n};
    const prap_status status = prap_call_create(prapi_ruby_allocator(), &setup, &session->handle, &error);
    RB_GC_GUARD(pairs);
    prapi_ruby_check(status, &error);
    session->calendar = prapi_ruby_hold_calendar(calendar);
    return self;
}

static VALUE index_of(uint32_t who) {
    return who == PRAP_CALL_NOBODY ? Qnil : UINT2NUM(who);
}

static VALUE reason_hash(const prap_call_reason *reason) {
    const VALUE hash = rb_hash_new();
    const int has_minute = reason->earliest.minute != PRAP_MINUTE_NONE;
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(reason->rule));
    prapi_ruby_set(hash, "severity", UINT2NUM(reason->severity));
    prapi_ruby_set(hash, "fact", UINT2NUM(reason->fact));
    prapi_ruby_set(hash, "cure", prapi_ruby_text(prap_call_reason_cure(reason->reason)));
    prapi_ruby_set(hash, "day", prapi_ruby_day(reason->earliest.day));
    prapi_ruby_set(hash, "minute", has_minute ? INT2NUM(reason->earliest.minute) : Qnil);
    prapi_ruby_set(hash, "offset", has_minute ? INT2NUM(reason->earliest.offset) : Qnil);
    prapi_ruby_set(hash, "reason", UINT2NUM(reason->reason));
    prapi_ruby_set(hash, "why", prapi_ruby_text(prap_call_reason_why(reason->reason)));
    prapi_ruby_set(hash, "cure_event", UINT2NUM(reason->cure_event));
    prapi_ruby_set(hash, "policy", UINT2NUM(reason->policy));
    prapi_ruby_set(hash, "participant", index_of(reason->participant));
    return hash;
}

static VALUE reminder_hash(const prap_call_reminder *reminder) {
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "reminder", UINT2NUM(reminder->reminder));
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(reminder->rule));
    prapi_ruby_set(hash, "severity", UINT2NUM(reminder->severity));
    prapi_ruby_set(hash, "policy", UINT2NUM(reminder->policy));
    prapi_ruby_set(hash, "participant", index_of(reminder->participant));
    return hash;
}

static VALUE answer_hash(const prap_call *call, const prap_call_answer *answer) {
    const VALUE hash = rb_hash_new(), reasons = rb_ary_new(), reminders = rb_ary_new();
    for (uint32_t i = 0; i < answer->reasons; i++) rb_ary_push(reasons, reason_hash(prap_call_reason_at(call, i)));
    for (uint32_t i = 0; i < answer->reminders; i++) rb_ary_push(reminders, reminder_hash(prap_call_reminder_at(call, i)));
    prapi_ruby_set(hash, "verdict", UINT2NUM(answer->verdict));
    prapi_ruby_set(hash, "event", UINT2NUM(answer->event));
    prapi_ruby_set(hash, "stage", UINT2NUM(answer->stage));
    prapi_ruby_set(hash, "participant", index_of(answer->participant));
    prapi_ruby_set(hash, "standing", UINT2NUM(answer->standing));
    prapi_ruby_set(hash, "listed", UINT2NUM(answer->listed));
    prapi_ruby_set(hash, "left", UINT2NUM(answer->left));
    prapi_ruby_set(hash, "questions", UINT2NUM(answer->questions));
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(answer->rule));
    prapi_ruby_set(hash, "row", prapi_ruby_text(answer->row));
    prapi_ruby_set(hash, "reasons", reasons);
    prapi_ruby_set(hash, "reminders", reminders);
    return hash;
}

static int32_t number_or(VALUE value, int32_t none) {
    return NIL_P(value) ? none : NUM2INT(value);
}

/* native_step(keeps, event, participant, [day, minute, offset] or nil, [[fact, kind, value], …]) -> Hash. */
static VALUE step(VALUE self, VALUE keeps, VALUE number, VALUE participant, VALUE at, VALUE rows) {
    prap_call *call = handle_of(self);
    prap_call_fact facts[PRAP_CALL_FACTS_MAX + 1];
    prap_call_event event = {.size = sizeof event, .event = NUM2UINT(number), .at = PRAP_MOMENT_NONE, .facts = facts};
    if (!NIL_P(at)) {
        Check_Type(at, RUBY_T_ARRAY);
        event.at = (prap_moment){prapi_ruby_to_day(rb_ary_entry(at, 0)),
                                 number_or(rb_ary_entry(at, 1), PRAP_MINUTE_NONE),
                                 number_or(rb_ary_entry(at, 2), PRAP_OFFSET_NONE)};
    }
    Check_Type(rows, RUBY_T_ARRAY);
    for (long i = 0; i < RARRAY_LEN(rows) && i <= PRAP_CALL_FACTS_MAX; i++, event.n_facts++) {
        const VALUE row = rb_ary_entry(rows, i);
        Check_Type(row, RUBY_T_ARRAY);
        facts[i] = (prap_call_fact){NUM2UINT(rb_ary_entry(row, 0)), NUM2UINT(rb_ary_entry(row, 1)),
                                    NUM2LL(rb_ary_entry(row, 2))};
    }
    event.participant = prapi_ruby_to_text(participant);
    prap_call_answer answer = {.size = sizeof answer};
    prap_error error = prapi_ruby_error();
    const prap_status status = RTEST(keeps) ? prap_call_submit(call, &event, &answer, &error)
                                            : prap_call_preview(call, &event, &answer, &error);
    RB_GC_GUARD(participant);
    prapi_ruby_check(status, &error);
    return answer_hash(call, &answer);
}

static VALUE stage(VALUE self) {
    return UINT2NUM(prap_call_stage(handle_of(self)));
}

static VALUE is_set(uint32_t flag) {
    return flag != 0 ? Qtrue : Qfalse;
}

static VALUE view_hash(const prap_call_view *view) {
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "participant", prapi_ruby_string(view->participant));
    prapi_ruby_set(hash, "standing", UINT2NUM(view->standing));
    prapi_ruby_set(hash, "failed_on", prapi_ruby_day(view->failed_on));
    prapi_ruby_set(hash, "call_on", prapi_ruby_day(view->call_on));
    prapi_ruby_set(hash, "recorded_on", prapi_ruby_day(view->recorded_on));
    prapi_ruby_set(hash, "updated_on", prapi_ruby_day(view->updated_on));
    prapi_ruby_set(hash, "unaskable", UINT2NUM(view->unaskable));
    prapi_ruby_set(hash, "advice", UINT2NUM(view->advice));
    prapi_ruby_set(hash, "why_not", UINT2NUM(view->why_not));
    prapi_ruby_set(hash, "form", UINT2NUM(view->form));
    prapi_ruby_set(hash, "call_back", is_set(view->call_back));
    prapi_ruby_set(hash, "new_address", is_set(view->new_address));
    prapi_ruby_set(hash, "new_phone", is_set(view->new_phone));
    prapi_ruby_set(hash, "employment_details", is_set(view->employment_details));
    prapi_ruby_set(hash, "other_details", is_set(view->other_details));
    prapi_ruby_set(hash, "unrecorded", is_set(view->unrecorded));
    return hash;
}

/* native_participants -> [Hash, …] in the order listed. */
static VALUE participants(VALUE self) {
    const prap_call *call = handle_of(self);
    const VALUE list = rb_ary_new();
    for (uint32_t i = 0; i < prap_call_participant_count(call); i++) {
        prap_call_view view = {.size = sizeof view};
        prapi_ruby_check(prap_call_participant_at(call, i, &view), NULL);
        rb_ary_push(list, view_hash(&view));
    }
    return list;
}

/* call_fact_kinds -> [[fact, type, kind of word], …] */
static VALUE fact_kinds(VALUE self) {
    (void)self;
    const VALUE list = rb_ary_new();
    for (uint32_t fact = 1; prap_call_fact_kind_by_number(fact) != NULL; fact++) {
        const prap_call_fact_kind *kind = prap_call_fact_kind_by_number(fact);
        const prap_word *first = kind->words == 0 ? NULL : prap_word_at(kind->words, 0);
        rb_ary_push(list, rb_ary_new_from_args(3, UINT2NUM(kind->fact), UINT2NUM(kind->type),
                                               prapi_ruby_text(first == NULL ? NULL : first->name)));
    }
    return list;
}

void prapi_ruby_define_call(VALUE prap, VALUE native) {
    const VALUE call = rb_define_class_under(prap, "Call", rb_cObject);
    rb_define_alloc_func(call, allocate);
    rb_undef_method(call, "initialize_copy");
    rb_define_private_method(call, "native_initialize", initialize, 3);
    rb_define_private_method(call, "native_step", step, 5);
    rb_define_private_method(call, "native_stage", stage, 0);
    rb_define_private_method(call, "native_participants", participants, 0);
    rb_define_singleton_method(native, "call_fact_kinds", fact_kinds, 0);
}
