/*
 * prap_ext.c: where Ruby loads the extension. Only `require "prap"` should ask for it: the face completes it.
 */
#include "ext.h"

void Init_prap_ext(void);

RUBY_FUNC_EXPORTED void Init_prap_ext(void) {
    const VALUE prap = rb_define_module("Prap");
    const VALUE native = rb_define_module_under(prap, "Native");
    prapi_ruby_define_dates(native);
    prapi_ruby_define_due_scan(native);
    prapi_ruby_define_days(native);
    prapi_ruby_define_desk(native);
    prapi_ruby_define_due_list(native);
    prapi_ruby_define_extract(native);
    prapi_ruby_define_forms(native);
    prapi_ruby_define_catalogue(native);
    prapi_ruby_define_guidance(native);
    prapi_ruby_define_moves(native);
    prapi_ruby_define_calendar(prap);
    prapi_ruby_define_rulebook(prap);
    prapi_ruby_define_supplement(native);
    prapi_ruby_define_sqlite(prap, native);
    prapi_ruby_define_postgresql(prap, native);
    prapi_ruby_define_engine(prap);
    prapi_ruby_define_measures(prap);
    prapi_ruby_define_caseload(prap);
    prapi_ruby_define_verifier(prap, native);
    prapi_ruby_define_call(prap, native);
    prapi_ruby_define_earnings(prap, native);
    prapi_ruby_define_data_protection(prap, native);
    prapi_ruby_define_retention(prap, native);
    prapi_ruby_define_conformance(native);
}
