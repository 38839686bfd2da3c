/* measures.c: the measures of a caseload, and one person's referrals. Numbers in, Hashes of numbers out. */
#include <string.h>

#include "engine.h"

/* A visit: what the library shows is copied and given to the block. */
struct visit {
    prap_text case_id;
    prap_status status;
    const prap_measure *measures;
    uint32_t n;
};

struct measuring {
    struct prapi_ruby_engine *engine;
    prap_status bad; /* of the first case that could not be judged */
};

static VALUE measure_hash(const prap_measure *measure) {
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "measure", UINT2NUM(measure->measure));
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(measure->rule));
    prapi_ruby_set(hash, "result", UINT2NUM(measure->result));
    prapi_ruby_set(hash, "exclusion", UINT2NUM(measure->exclusion));
    prapi_ruby_set(hash, "day", prapi_ruby_day(measure->day));
    prapi_ruby_set(hash, "done", prapi_ruby_day(measure->done_on));
    prapi_ruby_set(hash, "working_days_left",
                   measure->result == PRAP_RESULT_OPEN ? INT2NUM(measure->working_days_left) : Qnil);
    prapi_ruby_set(hash, "policy", UINT2NUM(measure->policy));
    return hash;
}

static VALUE yield_measures(VALUE call) {
    const struct visit *visit = (const struct visit *)call;
    const VALUE list = rb_ary_new();
    for (uint32_t i = 0; i < visit->n; i++)
        rb_ary_push(list, measure_hash(&visit->measures[i]));
    return rb_yield_values(3, prapi_ruby_string(visit->case_id), INT2NUM(visit->status), list);
}

static prap_status visit_measures(void *user, prap_text case_id, const prap_answer *answer,
                                  const prap_measure *measures, uint32_t n) {
    static const prap_status go_on = PRAP_OK;
    struct measuring *measuring = user;
    struct visit visit = {case_id, prap_answer_summary(answer)->status, measures, n};
    if (measuring->bad == PRAP_OK) measuring->bad = visit.status;
    return prapi_ruby_guarded(measuring->engine, yield_measures, &visit, &go_on);
}

static VALUE excluded_hash(const prap_measure_total *total) {
    const VALUE hash = rb_hash_new();
    for (uint32_t i = 1; i < PRAP_EXCLUSIONS_MAX; i++)
        if (total->excluded[i] != 0) rb_hash_aset(hash, UINT2NUM(i), ULL2NUM(total->excluded[i]));
    return hash;
}

VALUE prapi_ruby_measure_total(const prap_measure_total *total, const prap_rulebook *rulebook) {
    prap_measure_rate rate = {.size = sizeof rate};
    prapi_ruby_check(prap_measure_rate_of(total, rulebook, &rate), NULL);
    const prap_word *word = prap_word_by_number(PRAP_WORDS_MEASURE, total->measure);
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "measure", UINT2NUM(total->measure));
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(word->rule));
    prapi_ruby_set(hash, "numerator", ULL2NUM(total->numerator));
    prapi_ruby_set(hash, "denominator", ULL2NUM(total->denominator));
    prapi_ruby_set(hash, "open", ULL2NUM(total->open));
    prapi_ruby_set(hash, "excluded", excluded_hash(total));
    prapi_ruby_set(hash, "rate", rate.per_10000 < 0 ? Qnil : INT2NUM(rate.per_10000));
    prapi_ruby_set(hash, "target", rate.target_per_1000 == 0 ? Qnil : INT2NUM(rate.target_per_1000));
    prapi_ruby_set(hash, "kept", UINT2NUM(rate.kept));
    return hash;
}

/* native_measure(tenant, as_of, first, last, told) { |case id, status, [Hash]| } -> [Hash]. told: of each bad case. */
static VALUE measure(VALUE self, VALUE tenant, VALUE as_of, VALUE first, VALUE last, VALUE told) {
    rb_need_block();
    const prap_text text = prapi_ruby_to_text(tenant);
    const prap_day day = prapi_ruby_to_day(as_of), from = prapi_ruby_to_day(first), to = prapi_ruby_to_day(last);
    prap_measure_total totals[PRAP_MEASURES_MAX];
    const uint32_t n = prap_word_count(PRAP_WORDS_MEASURE);
    for (uint32_t i = 0; i < n; i++)
        totals[i] = (prap_measure_total){.size = sizeof totals[i],
                                         .measure = prap_word_at(PRAP_WORDS_MEASURE, i)->number};
    struct prapi_ruby_engine *engine = prapi_ruby_begin(self);
    struct measuring on = {.engine = engine, .bad = PRAP_OK};
    prap_error error = prapi_ruby_error();
    prap_status status = prap_engine_measure(engine->handle, text, day, from, to, engine->answer, totals, n,
                                             visit_measures, &on, &error);
    if (RTEST(told) && status == on.bad && strcmp(error.field, "store") != 0) status = PRAP_OK;
    RB_GC_GUARD(tenant);
    prapi_ruby_finish(engine, status, &error);
    const VALUE list = rb_ary_new();
    for (uint32_t i = 0; i < n; i++)
        rb_ary_push(list, prapi_ruby_measure_total(&totals[i], engine->rulebooks[0]->handle));
    return list;
}

/* native_person_case(tenant, case id, as_of) -> Hash. */
static VALUE person_case(VALUE self, VALUE tenant, VALUE case_id, VALUE as_of) {
    const prap_key key = {prapi_ruby_to_text(tenant), prapi_ruby_to_text(case_id)};
    const prap_day day = prapi_ruby_to_day(as_of);
    struct prapi_ruby_engine *engine = prapi_ruby_begin(self);
    prap_error error = prapi_ruby_error();
    prap_person_case one = {.size = sizeof one};
    prap_status status = prap_engine_show(engine->handle, &key, day, engine->answer, &error);
    if (status == PRAP_OK) status = prap_person_case_of(prap_answer_summary(engine->answer), &one);
    RB_GC_GUARD(tenant);
    RB_GC_GUARD(case_id);
    prapi_ruby_finish(engine, status, &error);
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "stage", UINT2NUM(one.stage));
    prapi_ruby_set(hash, "kind", UINT2NUM(one.kind));
    prapi_ruby_set(hash, "made", prapi_ruby_day(one.made_on));
    prapi_ruby_set(hash, "start", prapi_ruby_day(one.start_on));
    prapi_ruby_set(hash, "ended", prapi_ruby_day(one.ended_on));
    prapi_ruby_set(hash, "night_shifts", UINT2NUM(one.night_shifts));
    prapi_ruby_set(hash, "worked", UINT2NUM(one.worked));
    return hash;
}

static VALUE fetch(VALUE hash, const char *key) {
    Check_Type(hash, RUBY_T_HASH);
    return rb_hash_fetch(hash, ID2SYM(rb_intern(key)));
}

static prap_person_case read_case(VALUE row) {
    return (prap_person_case){
        .size = sizeof(prap_person_case),
        .stage = NUM2UINT(fetch(row, "stage")),
        .kind = NUM2UINT(fetch(row, "kind")),
        .made_on = prapi_ruby_to_day(fetch(row, "made")),
        .start_on = prapi_ruby_to_day(fetch(row, "start")),
        .ended_on = prapi_ruby_to_day(fetch(row, "ended")),
        .backed_out = NUM2UINT(fetch(row, "backed_out")),
        .outcome_paid = NUM2UINT(fetch(row, "outcome_paid")),
        .outcome_due = NUM2UINT(fetch(row, "outcome_due")),
        .night_shifts = NUM2UINT(fetch(row, "night_shifts")),
        .worked = NUM2UINT(fetch(row, "worked")),
    };
}

/* Room for the findings, as the library hands them out; Ruby's objects are made when it has returned. */
struct told {
    prap_finding *findings;
    size_t n;
    size_t room;
};

static prap_status hear(void *user, const prap_finding *finding) {
    struct told *told = user;
    if (told->n == told->room) return PRAP_E_LIMIT;
    told->findings[told->n++] = *finding;
    return PRAP_OK;
}

static VALUE index_of(uint32_t at) {
    return at == PRAP_PERSON_NO_CASE ? Qnil : UINT2NUM(at);
}

static VALUE finding_hash(const prap_finding *finding) {
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "finding", UINT2NUM(finding->finding));
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(finding->rule));
    prapi_ruby_set(hash, "severity", UINT2NUM(finding->severity));
    prapi_ruby_set(hash, "result", UINT2NUM(finding->result));
    prapi_ruby_set(hash, "policy", UINT2NUM(finding->policy));
    prapi_ruby_set(hash, "day", prapi_ruby_day(finding->day));
    prapi_ruby_set(hash, "sure", prapi_ruby_day(finding->sure));
    prapi_ruby_set(hash, "at", index_of(finding->at));
    prapi_ruby_set(hash, "other", index_of(finding->other));
    return hash;
}

static VALUE person_hash(const prap_person *person, const struct told *told) {
    const VALUE hash = rb_hash_new(), findings = rb_ary_new();
    for (size_t i = 0; i < told->n; i++)
        rb_ary_push(findings, finding_hash(&told->findings[i]));
    prapi_ruby_set(hash, "next", UINT2NUM(person->next));
    prapi_ruby_set(hash, "verdict", UINT2NUM(person->verdict));
    prapi_ruby_set(hash, "open", UINT2NUM(person->open));
    prapi_ruby_set(hash, "starts", UINT2NUM(person->starts));
    prapi_ruby_set(hash, "re_referrals", UINT2NUM(person->re_referrals));
    prapi_ruby_set(hash, "earlier_start", prapi_ruby_day(person->earlier_start));
    prapi_ruby_set(hash, "earliest", prapi_ruby_day(person->earliest));
    prapi_ruby_set(hash, "sure", prapi_ruby_day(person->sure));
    prapi_ruby_set(hash, "findings", findings);
    return hash;
}

/* native_person(on, eligible, elsewhere, [Hash]) -> Hash. Each case is at most four findings, and ten are of none. */
static VALUE person(VALUE self, VALUE on, VALUE eligible, VALUE elsewhere, VALUE cases) {
    Check_Type(cases, RUBY_T_ARRAY);
    const size_t n = (size_t)RARRAY_LEN(cases);
    if (n > PRAP_PERSON_CASES_MAX) prapi_ruby_raise(PRAP_E_LIMIT, "cases", "there are more cases than a person has");
    VALUE case_room, finding_room;
    struct told told = {.room = 4 * n + 10};
    prap_person_case *rows = rb_alloc_tmp_buffer(&case_room, (long)((n + 1) * sizeof *rows));
    told.findings = rb_alloc_tmp_buffer(&finding_room, (long)(told.room * sizeof *told.findings));
    for (size_t i = 0; i < n; i++)
        rows[i] = read_case(rb_ary_entry(cases, (long)i));
    const prap_person_question question = {.size = sizeof question,
                                           .on = prapi_ruby_to_day(on),
                                           .eligible = NUM2UINT(eligible),
                                           .elsewhere = NUM2UINT(elsewhere),
                                           .cases = rows,
                                           .n = n};
    prap_person found = {.size = sizeof found};
    struct prapi_ruby_rulebook *rulebook = prapi_ruby_hold_rulebook(self);
    const prap_status status = prap_person_of(&question, rulebook->handle, hear, &told, &found);
    prapi_ruby_drop_rulebook(rulebook);
    if (status != PRAP_OK) prapi_ruby_raise(status, "cases", prap_status_meaning(status));
    const VALUE hash = person_hash(&found, &told);
    rb_free_tmp_buffer(&case_room);
    rb_free_tmp_buffer(&finding_room);
    return hash;
}

void prapi_ruby_define_measures(VALUE prap) {
    const VALUE engine = rb_const_get(prap, rb_intern("Engine")), rulebook = rb_const_get(prap, rb_intern("Rulebook"));
    rb_define_private_method(engine, "native_measure", measure, 5);
    rb_define_private_method(engine, "native_person_case", person_case, 3);
    rb_define_private_method(rulebook, "native_person", person, 4);
}
