/* asking.c: what now, what if, which outcome, which way to the end. */
#include <string.h>

#include "engine.h"

/* What a walk has to show, on its way into Arrays. */
struct visit {
    VALUE into;
    const prap_option *option;
    const prap_outcome *outcome;
    const prap_step *step;
    const prap_contradiction *contradiction;
    const prap_difference *difference;
    const prap_answer *answer;
};

/* A walk: who is asked, and the Arrays that it fills. */
struct walk {
    struct prapi_ruby_engine *engine;
    VALUE first;
    VALUE second;
};

static const prap_status go_on = PRAP_OK;

static VALUE fact_row(const prap_fact *fact) {
    return rb_ary_new_from_args(3, UINT2NUM(fact->fact), UINT2NUM(fact->kind), LL2NUM(fact->value));
}

/* What an option and an outcome have in common. */
static VALUE judged(uint32_t event, uint32_t verdict, prap_day on, const prap_fact *with, const uint32_t *needs,
                    size_t n_needs, const prap_answer *answer) {
    const VALUE hash = rb_hash_new(), list = rb_ary_new();
    for (size_t i = 0; i < n_needs; i++)
        rb_ary_push(list, UINT2NUM(needs[i]));
    prapi_ruby_set(hash, "event", UINT2NUM(event));
    prapi_ruby_set(hash, "verdict", UINT2NUM(verdict));
    prapi_ruby_set(hash, "on", prapi_ruby_day(on));
    prapi_ruby_set(hash, "with", with->fact == 0 ? Qnil : fact_row(with));
    prapi_ruby_set(hash, "needs", list);
    prapi_ruby_set(hash, "reasons", prapi_ruby_reasons(answer));
    return hash;
}

static VALUE push_option(VALUE call) {
    const struct visit *visit = (const struct visit *)call;
    const prap_option *option = visit->option;
    return rb_ary_push(visit->into, judged(option->event, option->verdict, option->on, &option->with, option->needs,
                                           option->n_needs, visit->answer));
}

static prap_status visit_option(void *user, const prap_option *option, const prap_answer *answer) {
    const struct walk *on = user;
    struct visit visit = {.into = on->first, .option = option, .answer = answer};
    return prapi_ruby_guarded(on->engine, push_option, &visit, &go_on);
}

static VALUE push_outcome(VALUE call) {
    const struct visit *visit = (const struct visit *)call;
    const prap_outcome *outcome = visit->outcome;
    const VALUE hash = judged(outcome->event, outcome->verdict, outcome->on, &outcome->with, outcome->needs,
                              outcome->n_needs, visit->answer);
    prapi_ruby_set(hash, "recommended", outcome->recommended != 0 ? Qtrue : Qfalse);
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(outcome->rule));
    prapi_ruby_set(hash, "stage", UINT2NUM(outcome->stage));
    prapi_ruby_set(hash, "feed", UINT2NUM(outcome->feed));
    prapi_ruby_set(hash, "payment", UINT2NUM(outcome->payment));
    prapi_ruby_set(hash, "risk", prapi_ruby_rule_id(outcome->risk));
    return rb_ary_push(visit->into, hash);
}

static prap_status visit_outcome(void *user, const prap_outcome *outcome, const prap_answer *answer) {
    const struct walk *on = user;
    struct visit visit = {.into = on->second, .outcome = outcome, .answer = answer};
    return prapi_ruby_guarded(on->engine, push_outcome, &visit, &go_on);
}

static VALUE push_contradiction(VALUE call) {
    const struct visit *visit = (const struct visit *)call;
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "contradiction", UINT2NUM(visit->contradiction->contradiction));
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(visit->contradiction->rule));
    prapi_ruby_set(hash, "fact", UINT2NUM(visit->contradiction->fact));
    prapi_ruby_set(hash, "other", UINT2NUM(visit->contradiction->other));
    return rb_ary_push(visit->into, hash);
}

static prap_status visit_contradiction(void *user, const prap_contradiction *contradiction) {
    const struct walk *on = user;
    struct visit visit = {.into = on->first, .contradiction = contradiction};
    return prapi_ruby_guarded(on->engine, push_contradiction, &visit, &go_on);
}

prap_question prapi_ruby_read_question(VALUE fields, prap_fact *facts, struct prapi_ruby_texts *ret_texts) {
    const size_t n_facts = prapi_ruby_read_facts(prapi_ruby_fetch(fields, "facts"), facts);
    *ret_texts = (struct prapi_ruby_texts){prapi_ruby_fetch(fields, "tenant"), prapi_ruby_fetch(fields, "case_id"), Qnil};
    return (prap_question){
        .size = sizeof(prap_question),
        .programme = NUM2UINT(prapi_ruby_fetch(fields, "programme")),
        .as_of = prapi_ruby_to_day(prapi_ruby_fetch(fields, "as_of")),
        .key = {prapi_ruby_to_text(ret_texts->tenant), prapi_ruby_to_text(ret_texts->case_id)},
        .facts = facts,
        .n_facts = n_facts,
    };
}

/* native_options(fields) -> [Hash]. */
static VALUE options(VALUE self, VALUE fields) {
    prap_fact facts[PRAP_FACTS_MAX + 1];
    struct prapi_ruby_texts texts;
    const prap_question question = prapi_ruby_read_question(fields, facts, &texts);
    struct walk on = {.first = rb_ary_new()};
    on.engine = prapi_ruby_begin(self);
    prap_error error = prapi_ruby_error();
    const prap_status status =
        prap_engine_options(on.engine->handle, &question, on.engine->answer, visit_option, &on, &error);
    PRAPI_RUBY_KEEP(texts);
    prapi_ruby_finish(on.engine, status, &error);
    return on.first;
}

/* native_outcome(fields) -> [[Hash of a contradiction], [Hash of an outcome]]. */
static VALUE outcome(VALUE self, VALUE fields) {
    prap_fact facts[PRAP_FACTS_MAX + 1];
    struct prapi_ruby_texts texts;
    const prap_question question = prapi_ruby_read_question(fields, facts, &texts);
    struct walk on = {.first = rb_ary_new(), .second = rb_ary_new()};
    on.engine = prapi_ruby_begin(self);
    prap_error error = prapi_ruby_error();
    const prap_status status = prap_engine_outcome(on.engine->handle, &question, on.engine->answer, visit_outcome,
                                                   visit_contradiction, &on, &error);
    PRAPI_RUBY_KEEP(texts);
    prapi_ruby_finish(on.engine, status, &error);
    return rb_ary_new_from_args(2, on.first, on.second);
}

static VALUE push_step(VALUE call) {
    const struct visit *visit = (const struct visit *)call;
    const prap_step *step = visit->step;
    const VALUE hash = rb_hash_new(), facts = rb_ary_new(), needs = rb_ary_new();
    for (size_t i = 0; i < step->n_facts; i++)
        rb_ary_push(facts, fact_row(&step->facts[i]));
    for (size_t i = 0; i < step->n_needs; i++)
        rb_ary_push(needs, UINT2NUM(step->needs[i]));
    prapi_ruby_set(hash, "event", UINT2NUM(step->event));
    prapi_ruby_set(hash, "actor", UINT2NUM(step->actor));
    prapi_ruby_set(hash, "verdict", UINT2NUM(step->verdict));
    prapi_ruby_set(hash, "on", prapi_ruby_day(step->on));
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(step->rule));
    prapi_ruby_set(hash, "stage", UINT2NUM(step->stage));
    prapi_ruby_set(hash, "feed", UINT2NUM(step->feed));
    prapi_ruby_set(hash, "soon", UINT2NUM(step->soon));
    prapi_ruby_set(hash, "deadline", UINT2NUM(step->deadline));
    prapi_ruby_set(hash, "due", prapi_ruby_day(step->due));
    prapi_ruby_set(hash, "assumed", UINT2NUM(step->assumed));
    prapi_ruby_set(hash, "otherwise", UINT2NUM(step->otherwise));
    prapi_ruby_set(hash, "otherwise_stage", UINT2NUM(step->otherwise_stage));
    prapi_ruby_set(hash, "otherwise_feed", UINT2NUM(step->otherwise_feed));
    prapi_ruby_set(hash, "facts", facts);
    prapi_ruby_set(hash, "needs", needs);
    return rb_ary_push(visit->into, hash);
}

static prap_status visit_step(void *user, const prap_step *step, const prap_answer *answer) {
    const struct walk *on = user;
    struct visit visit = {.into = on->first, .step = step, .answer = answer};
    return prapi_ruby_guarded(on->engine, push_step, &visit, &go_on);
}

/* native_path(fields, end) -> [found, cut, stage, feed, [Hash of a step]]. */
static VALUE path(VALUE self, VALUE fields, VALUE end) {
    prap_fact facts[PRAP_FACTS_MAX + 1];
    struct prapi_ruby_texts texts;
    const prap_question question = prapi_ruby_read_question(fields, facts, &texts);
    const uint32_t by = NUM2UINT(end);
    struct walk on = {.first = rb_ary_new()};
    on.engine = prapi_ruby_begin(self);
    prap_error error = prapi_ruby_error();
    prap_path found = {.size = sizeof found};
    const prap_status status = prap_engine_path(on.engine->handle, &question, by, on.engine->answer, visit_step, &on,
                                                &found, &error);
    PRAPI_RUBY_KEEP(texts);
    prapi_ruby_finish(on.engine, status, &error);
    return rb_ary_new_from_args(5, found.found != 0 ? Qtrue : Qfalse, found.cut != 0 ? Qtrue : Qfalse,
                                UINT2NUM(found.stage), UINT2NUM(found.feed), on.first);
}

static VALUE push_answer(VALUE call) {
    const struct visit *visit = (const struct visit *)call;
    return rb_ary_push(visit->into, prapi_ruby_answer(visit->answer));
}

static prap_status visit_answer(void *user, size_t i, const prap_answer *answer) {
    const struct walk *on = user;
    struct visit visit = {.into = on->first, .answer = answer};
    (void)i;
    return prapi_ruby_guarded(on->engine, push_answer, &visit, &go_on);
}

/* A word by its name, a day or a number as a number; nil where there is none. */
static VALUE change_value(const prap_difference *difference, int64_t value) {
    if (value == PRAP_NOTHING) return Qnil;
    if (difference->kind != PRAP_VALUE_OPTION) return LL2NUM(value);
    const prap_word *word = prap_word_by_number(difference->words, (uint32_t)value);
    return prapi_ruby_text(word == NULL ? NULL : word->name);
}

VALUE prapi_ruby_difference(const prap_difference *difference) {
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "what", UINT2NUM(difference->what));
    prapi_ruby_set(hash, "deadline", UINT2NUM(difference->deadline));
    prapi_ruby_set(hash, "name", difference->name.n == 0 ? Qnil : prapi_ruby_string(difference->name));
    prapi_ruby_set(hash, "is_day", difference->kind == PRAP_VALUE_DAY ? Qtrue : Qfalse);
    prapi_ruby_set(hash, "from", change_value(difference, difference->from));
    prapi_ruby_set(hash, "to", change_value(difference, difference->to));
    return hash;
}

static VALUE push_difference(VALUE call) {
    const struct visit *visit = (const struct visit *)call;
    return rb_ary_push(visit->into, prapi_ruby_difference(visit->difference));
}

static prap_status visit_difference(void *user, const prap_difference *difference) {
    const struct walk *on = user;
    struct visit visit = {.into = on->second, .difference = difference};
    return prapi_ruby_guarded(on->engine, push_difference, &visit, &go_on);
}

/* The events of a trial, in Strings of Ruby's, so that nothing leaks when reading one of them raises; and in a buffer that is
   marked as the stack is, what their texts are borrowed from. */
struct trial {
    size_t n;
    VALUE rooms[4];
    prap_command *commands;
    const prap_command **pointers;
    prap_fact *facts;
};

static void *room(VALUE *ret_room, size_t bytes) {
    *ret_room = rb_str_new(NULL, (long)bytes);
    return RSTRING_PTR(*ret_room);
}

static void read_trial(VALUE rows, struct trial *ret_asked) {
    Check_Type(rows, RUBY_T_ARRAY);
    struct trial *asked = ret_asked;
    asked->n = (size_t)RARRAY_LEN(rows);
    asked->commands = room(&asked->rooms[0], (asked->n + 1) * sizeof *asked->commands);
    asked->pointers = room(&asked->rooms[1], (asked->n + 1) * sizeof *asked->pointers);
    asked->facts = room(&asked->rooms[2], (asked->n + 1) * (PRAP_FACTS_MAX + 1) * sizeof *asked->facts);
    struct prapi_ruby_texts *texts = rb_alloc_tmp_buffer(&asked->rooms[3], (long)((asked->n + 1) * sizeof *texts));
    memset(texts, 0, (asked->n + 1) * sizeof *texts);
    for (size_t i = 0; i < asked->n; i++) {
        asked->commands[i] =
            prapi_ruby_read_command(rb_ary_entry(rows, (long)i), asked->facts + i * (PRAP_FACTS_MAX + 1), &texts[i]);
        asked->pointers[i] = &asked->commands[i];
    }
}

/* native_what_if(as_of, [fields of native_decide, …]) -> [Hash of how it stood, [Hash], [Hash of a difference]]. */
static VALUE what_if(VALUE self, VALUE as_of, VALUE rows) {
    struct trial asked;
    const prap_day day = prapi_ruby_to_day(as_of);
    read_trial(rows, &asked);
    const VALUE stood = rb_ary_new();
    struct walk on = {.first = rb_ary_new(), .second = rb_ary_new()};
    on.engine = prapi_ruby_begin(self);
    prap_error error = prapi_ruby_error();
    prap_answer *before = NULL;
    prap_status status = prap_answer_create(prapi_ruby_allocator(), &before);
    if (status == PRAP_OK) {
        status = prap_engine_what_if(on.engine->handle, day, asked.pointers, asked.n, before, on.engine->answer,
                                     visit_answer, &on, &error);
    }
    if (status == PRAP_OK) status = prap_answer_difference(before, on.engine->answer, visit_difference, &on);
    if (status == PRAP_OK) {
        struct visit visit = {.into = stood, .answer = before};
        status = prapi_ruby_guarded(on.engine, push_answer, &visit, &go_on);
    }
    prap_answer_destroy(before);
    for (size_t i = 0; i < sizeof asked.rooms / sizeof asked.rooms[0]; i++)
        RB_GC_GUARD(asked.rooms[i]);
    rb_free_tmp_buffer(&asked.rooms[3]);
    prapi_ruby_finish(on.engine, status, &error);
    return rb_ary_new_from_args(3, rb_ary_entry(stood, 0), on.first, on.second);
}

void prapi_ruby_define_asking(VALUE engine) {
    rb_define_private_method(engine, "native_options", options, 1);
    rb_define_private_method(engine, "native_outcome", outcome, 1);
    rb_define_private_method(engine, "native_path", path, 2);
    rb_define_private_method(engine, "native_what_if", what_if, 2);
}
