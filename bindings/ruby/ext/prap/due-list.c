/* due-list.c: due days as an iCalendar or CSV, piece by piece; ../../lib/prap/due_list.rb puts the pieces together. */
#include "ext.h"

static VALUE piece_of(prap_status status, const char *room, size_t n) {
    if (status == PRAP_NONE) return Qnil;
    prapi_ruby_check(status, NULL);
    return prapi_ruby_string((prap_text){room, n});
}

/* due_list_begin(format) -> String */
static VALUE due_list_begin(VALUE self, VALUE format) {
    char room[PRAP_DUE_PIECE_BYTES];
    size_t n = 0;
    (void)self;
    const prap_status status = prap_due_list_begin(NUM2UINT(format), room, sizeof room, &n);
    return piece_of(status, room, n);
}

/* A String of ours, which has no NUL; "" for nil. */
static const char *words_of(VALUE *text) {
    return NIL_P(*text) ? "" : StringValueCStr(*text);
}

/* due_list_row(format, sensitive, calendar, as_of, tenant, case_id, [stage, deadline, name, source, status, rule,
   defined_by, anchor, due, prudent, last_working_day]) -> String, or nil for what is not shown */
static VALUE due_list_row(VALUE self, VALUE format, VALUE sensitive, VALUE calendar, VALUE as_of, VALUE tenant,
                          VALUE case_id, VALUE members) {
    char room[PRAP_DUE_PIECE_BYTES];
    size_t n = 0;
    (void)self;
    Check_Type(members, T_ARRAY);
    VALUE name = rb_ary_entry(members, 2), source = rb_ary_entry(members, 3), rule_id = rb_ary_entry(members, 5);
    const prap_text rule = prapi_ruby_to_text(rule_id);
    const prap_rule *found = rule.n == 0 ? NULL : prap_rule_find(rule.bytes, rule.n);
    const prap_deadline clock = {.size = sizeof clock,
                                 .deadline = NUM2UINT(rb_ary_entry(members, 1)),
                                 .status = NUM2UINT(rb_ary_entry(members, 4)),
                                 .rule = found == NULL ? 0 : found->number,
                                 .defined_by = NUM2UINT(rb_ary_entry(members, 6)),
                                 .anchor = prapi_ruby_to_day(rb_ary_entry(members, 7)),
                                 .due = prapi_ruby_to_day(rb_ary_entry(members, 8)),
                                 .prudent = prapi_ruby_to_day(rb_ary_entry(members, 9)),
                                 .last_working_day = prapi_ruby_to_day(rb_ary_entry(members, 10)),
                                 .name = words_of(&name),
                                 .source = words_of(&source)};
    const prap_due_row row = {.size = sizeof row,
                              .show_sensitive = RTEST(sensitive),
                              .stage = NUM2UINT(rb_ary_entry(members, 0)),
                              .as_of = prapi_ruby_to_day(as_of),
                              .deadline = &clock,
                              .calendar = prapi_ruby_to_calendar(calendar),
                              .key = {prapi_ruby_to_text(tenant), prapi_ruby_to_text(case_id)}};
    const prap_status status = prap_due_list_row(NUM2UINT(format), &row, room, sizeof room, &n);
    RB_GC_GUARD(members);
    RB_GC_GUARD(calendar);
    RB_GC_GUARD(tenant);
    RB_GC_GUARD(case_id);
    RB_GC_GUARD(name);
    RB_GC_GUARD(source);
    return piece_of(status, room, n);
}

/* due_list_end(format, rows) -> String */
static VALUE due_list_end(VALUE self, VALUE format, VALUE rows) {
    char room[PRAP_DUE_PIECE_BYTES];
    size_t n = 0;
    (void)self;
    const prap_status status = prap_due_list_end(NUM2UINT(format), NUM2ULL(rows), room, sizeof room, &n);
    return piece_of(status, room, n);
}

void prapi_ruby_define_due_list(VALUE native) {
    rb_define_singleton_method(native, "due_list_begin", due_list_begin, 1);
    rb_define_singleton_method(native, "due_list_row", due_list_row, 7);
    rb_define_singleton_method(native, "due_list_end", due_list_end, 2);
}
