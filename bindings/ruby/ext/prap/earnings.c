/* earnings.c: codes, payments and thresholds, and the earnings feed. Numbers in, Hashes of numbers out. */
#include <string.h>

#include "engine.h"

static VALUE number_or_nil(uint32_t number) {
    return number == 0 ? Qnil : UINT2NUM(number);
}

static VALUE code_hash(const prap_code *code) {
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "programme", UINT2NUM(code->programme));
    prapi_ruby_set(hash, "code", INT2NUM(code->code));
    prapi_ruby_set(hash, "label", prapi_ruby_text(code->label));
    prapi_ruby_set(hash, "set_by", UINT2NUM(code->actor));
    prapi_ruby_set(hash, "needs", prapi_ruby_text(code->needs));
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(code->rule));
    prapi_ruby_set(hash, "feed", UINT2NUM(code->feed));
    prapi_ruby_set(hash, "feed_rule", prapi_ruby_rule_id(code->feed_rule));
    prapi_ruby_set(hash, "repayment_rule", prapi_ruby_rule_id(code->repayment_rule));
    prapi_ruby_set(hash, "policy", number_or_nil(code->policy));
    prapi_ruby_set(hash, "choice", number_or_nil(code->choice));
    return hash;
}

/* codes(programme or 0) -> [Hash] */
static VALUE codes(VALUE self, VALUE programme) {
    (void)self;
    const uint32_t number = NUM2UINT(programme);
    const VALUE list = rb_ary_new();
    const prap_code *code;
    for (uint32_t i = 0; (code = prap_code_at(number, i)) != NULL; i++)
        rb_ary_push(list, code_hash(code));
    return list;
}

/* What the library hands out while it is called; Ruby's objects are made when it has returned. */
struct consequences {
    prap_consequence rows[8];
    size_t n;
};

static prap_status hear_consequence(void *user, const prap_consequence *consequence) {
    struct consequences *told = user;
    if (told->n == sizeof told->rows / sizeof told->rows[0]) return PRAP_E_LIMIT;
    told->rows[told->n++] = *consequence;
    return PRAP_OK;
}

static VALUE consequence_hash(const prap_consequence *consequence) {
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "consequence", UINT2NUM(consequence->consequence));
    prapi_ruby_set(hash, "severity", UINT2NUM(consequence->severity));
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(consequence->rule));
    return hash;
}

/* code_choice(programme, code, feed) -> Hash */
static VALUE code_choice(VALUE self, VALUE programme, VALUE code, VALUE feed) {
    (void)self;
    struct consequences told = {.n = 0};
    prap_code_choice choice = {.size = sizeof choice};
    prapi_ruby_check(prap_code_consequences(NUM2UINT(programme), NUM2INT(code), NUM2UINT(feed), hear_consequence,
                                            &told, &choice),
                     NULL);
    const VALUE hash = rb_hash_new(), list = rb_ary_new();
    for (size_t i = 0; i < told.n; i++)
        rb_ary_push(list, consequence_hash(&told.rows[i]));
    prapi_ruby_set(hash, "verdict", UINT2NUM(choice.verdict));
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(choice.rule));
    prapi_ruby_set(hash, "severity", UINT2NUM(choice.severity));
    prapi_ruby_set(hash, "programmes", UINT2NUM(choice.programmes));
    prapi_ruby_set(hash, "label", choice.code == NULL ? Qnil : prapi_ruby_text(choice.code->label));
    prapi_ruby_set(hash, "set_by", choice.code == NULL ? Qnil : UINT2NUM(choice.code->actor));
    prapi_ruby_set(hash, "needs", choice.code == NULL ? Qnil : prapi_ruby_text(choice.code->needs));
    prapi_ruby_set(hash, "feed_before", UINT2NUM(choice.feed_before));
    prapi_ruby_set(hash, "feed_after", UINT2NUM(choice.feed));
    prapi_ruby_set(hash, "payment", number_or_nil(choice.payment));
    prapi_ruby_set(hash, "consequences", list);
    return hash;
}

/* thresholds(programme) -> [[threshold, status, pence]] */
static VALUE thresholds(VALUE self, VALUE programme) {
    (void)self;
    const uint32_t number = NUM2UINT(programme);
    const VALUE list = rb_ary_new();
    const prap_threshold_row *row;
    for (uint32_t i = 0; (row = prap_threshold_row_at(number, i)) != NULL; i++)
        rb_ary_push(list, rb_ary_new_from_args(3, UINT2NUM(row->threshold), UINT2NUM(row->status),
                                               LL2NUM(row->pence)));
    return list;
}

static VALUE pair_part(VALUE rows, size_t i, long part) {
    const VALUE row = rb_ary_entry(rows, (long)i);
    Check_Type(row, T_ARRAY);
    return rb_ary_entry(row, part);
}

static prap_payment *to_payments(VALUE rows, size_t *ret_n, VALUE *ret_keeper) {
    Check_Type(rows, T_ARRAY);
    *ret_n = (size_t)RARRAY_LEN(rows);
    prap_payment *payments = prapi_ruby_room(*ret_n, sizeof *payments, ret_keeper);
    for (size_t i = 0; i < *ret_n; i++)
        payments[i] = (prap_payment){.on = prapi_ruby_to_day(pair_part(rows, i, 0)),
                                     .pence = NUM2LL(pair_part(rows, i, 1))};
    return payments;
}

static prap_threshold *to_amounts(VALUE rows, size_t *ret_n, VALUE *ret_keeper) {
    Check_Type(rows, T_ARRAY);
    *ret_n = (size_t)RARRAY_LEN(rows);
    prap_threshold *amounts = prapi_ruby_room(*ret_n, sizeof *amounts, ret_keeper);
    for (size_t i = 0; i < *ret_n; i++)
        amounts[i] = (prap_threshold){.from = prapi_ruby_to_day(pair_part(rows, i, 0)),
                                      .pence = NUM2LL(pair_part(rows, i, 1))};
    return amounts;
}

struct standings {
    prap_threshold_standing rows[8];
    size_t n;
};

static prap_status hear_threshold(void *user, const prap_threshold_standing *standing) {
    struct standings *told = user;
    if (told->n == sizeof told->rows / sizeof told->rows[0]) return PRAP_E_LIMIT;
    told->rows[told->n++] = *standing;
    return PRAP_OK;
}

static VALUE standing_hash(const prap_threshold_standing *standing) {
    const VALUE hash = rb_hash_new();
    const bool is_short = standing->status == PRAP_THRESHOLD_STATUS_NOT_REACHED;
    prapi_ruby_set(hash, "threshold", UINT2NUM(standing->threshold));
    prapi_ruby_set(hash, "status", UINT2NUM(standing->status));
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(standing->rule));
    prapi_ruby_set(hash, "outcome", standing->outcome != 0 ? Qtrue : Qfalse);
    prapi_ruby_set(hash, "pence", standing->pence == 0 ? Qnil : LL2NUM(standing->pence));
    prapi_ruby_set(hash, "reached_on", prapi_ruby_day(standing->reached_on));
    prapi_ruby_set(hash, "unsure_from", prapi_ruby_day(standing->unsure_from));
    prapi_ruby_set(hash, "missing_pence", is_short ? LL2NUM(standing->missing_pence) : Qnil);
    return hash;
}

/* earnings(programme, as_of, [[day, pence]], [[day, pence]]) -> Hash */
static VALUE earnings(VALUE self, VALUE programme, VALUE as_of, VALUE payments, VALUE national) {
    (void)self;
    VALUE payment_room, amount_room;
    struct standings told = {.n = 0};
    prap_earnings_question question = {.size = sizeof question, .programme = NUM2UINT(programme),
                                       .as_of = prapi_ruby_to_day(as_of)};
    question.payments = to_payments(payments, &question.n_payments, &payment_room);
    question.national = to_amounts(national, &question.n_national, &amount_room);
    prap_earnings found = {.size = sizeof found};
    prap_error error = prapi_ruby_error();
    const prap_status status = prap_earnings_of(&question, hear_threshold, &told, &found, &error);
    RB_GC_GUARD(payment_room);
    RB_GC_GUARD(amount_room);
    prapi_ruby_check(status, &error);
    const VALUE hash = rb_hash_new(), list = rb_ary_new();
    for (size_t i = 0; i < told.n; i++)
        rb_ary_push(list, standing_hash(&told.rows[i]));
    prapi_ruby_set(hash, "earned_pence", LL2NUM(found.earned_pence));
    prapi_ruby_set(hash, "payments", UINT2NUM(found.payments));
    prapi_ruby_set(hash, "first_paid_on", prapi_ruby_day(found.first_paid_on));
    prapi_ruby_set(hash, "outcome", number_or_nil(found.outcome));
    prapi_ruby_set(hash, "outcome_status", UINT2NUM(found.outcome_status));
    prapi_ruby_set(hash, "outcome_on", prapi_ruby_day(found.outcome_on));
    prapi_ruby_set(hash, "closes_feed", UINT2NUM(found.closes));
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(found.rule));
    prapi_ruby_set(hash, "thresholds", list);
    return hash;
}

/* feed_effect(programme, trigger) -> [effect, rule] */
static VALUE feed_effect(VALUE self, VALUE programme, VALUE trigger) {
    (void)self;
    uint32_t rule;
    const uint32_t effect = prap_feed_effect(NUM2UINT(programme), NUM2UINT(trigger), &rule);
    return rb_ary_new_from_args(2, UINT2NUM(effect), prapi_ruby_rule_id(rule));
}

static VALUE feed_hash(const prap_feed *feed) {
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "programme", UINT2NUM(feed->programme));
    prapi_ruby_set(hash, "stage", UINT2NUM(feed->stage));
    prapi_ruby_set(hash, "feed", UINT2NUM(feed->feed));
    prapi_ruby_set(hash, "orphan", UINT2NUM(feed->orphan));
    prapi_ruby_set(hash, "effect", UINT2NUM(feed->effect));
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(feed->rule));
    prapi_ruby_set(hash, "start", prapi_ruby_day(feed->start_on));
    prapi_ruby_set(hash, "entered", prapi_ruby_day(feed->entered_on));
    prapi_ruby_set(hash, "ended", prapi_ruby_day(feed->ended_on));
    prapi_ruby_set(hash, "code", feed->code == 0 ? Qnil : INT2NUM(feed->code));
    return hash;
}

static VALUE period_hash(const prap_feed_period *period) {
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "opened_by", UINT2NUM(period->opened_by));
    prapi_ruby_set(hash, "opened_at", ULL2NUM(period->opened_at));
    prapi_ruby_set(hash, "opened_on", prapi_ruby_day(period->opened_on));
    prapi_ruby_set(hash, "opened_recorded", prapi_ruby_day(period->opened_recorded));
    prapi_ruby_set(hash, "opened_rule", prapi_ruby_rule_id(period->opened_rule));
    prapi_ruby_set(hash, "closed_by", number_or_nil(period->closed_by));
    prapi_ruby_set(hash, "closed_at", period->closed_at == 0 ? Qnil : ULL2NUM(period->closed_at));
    prapi_ruby_set(hash, "closed_on", prapi_ruby_day(period->closed_on));
    prapi_ruby_set(hash, "closed_recorded", prapi_ruby_day(period->closed_recorded));
    prapi_ruby_set(hash, "trigger", number_or_nil(period->trigger));
    prapi_ruby_set(hash, "closed_rule", prapi_ruby_rule_id(period->closed_rule));
    prapi_ruby_set(hash, "code", period->code == 0 ? Qnil : INT2NUM(period->code));
    return hash;
}

struct period_visit {
    struct prapi_ruby_engine *engine;
    const prap_feed_period *period;
};

static VALUE yield_period(VALUE call) {
    return rb_yield(period_hash(((const struct period_visit *)call)->period));
}

static prap_status visit_period(void *user, const prap_feed_period *period) {
    static const prap_status go_on = PRAP_OK;
    struct period_visit visit = {user, period};
    return prapi_ruby_guarded(user, yield_period, &visit, &go_on);
}

/* native_feed(tenant, case id, as_of) { |Hash| } -> Hash */
static VALUE feed(VALUE self, VALUE tenant, VALUE case_id, VALUE as_of) {
    rb_need_block();
    const prap_key key = {prapi_ruby_to_text(tenant), prapi_ruby_to_text(case_id)};
    const prap_day day = prapi_ruby_to_day(as_of);
    struct prapi_ruby_engine *engine = prapi_ruby_begin(self);
    prap_error error = prapi_ruby_error();
    prap_feed found = {.size = sizeof found};
    const prap_status status = prap_engine_feed(engine->handle, &key, day, visit_period, engine, &found, &error);
    RB_GC_GUARD(tenant);
    RB_GC_GUARD(case_id);
    prapi_ruby_finish(engine, status, &error);
    return feed_hash(&found);
}

struct feed_visit {
    prap_text case_id;
    prap_status status;
    const prap_feed *feed;
};

struct walking {
    struct prapi_ruby_engine *engine;
    prap_status bad; /* of the first case that could not be judged */
};

static VALUE yield_feed(VALUE call) {
    const struct feed_visit *visit = (const struct feed_visit *)call;
    return rb_yield_values(3, prapi_ruby_string(visit->case_id), INT2NUM(visit->status), feed_hash(visit->feed));
}

static prap_status visit_feed(void *user, prap_text case_id, const prap_feed *found, prap_status status) {
    static const prap_status go_on = PRAP_OK;
    struct walking *walking = user;
    struct feed_visit visit = {case_id, status, found};
    if (walking->bad == PRAP_OK) walking->bad = status;
    return prapi_ruby_guarded(walking->engine, yield_feed, &visit, &go_on);
}

/* native_feeds(tenant, as_of, orphans, told) { |case id, status, Hash| }. told: of each bad case. */
static VALUE feeds(VALUE self, VALUE tenant, VALUE as_of, VALUE orphans, VALUE told) {
    rb_need_block();
    const prap_text text = prapi_ruby_to_text(tenant);
    const prap_day day = prapi_ruby_to_day(as_of);
    struct prapi_ruby_engine *engine = prapi_ruby_begin(self);
    struct walking on = {.engine = engine, .bad = PRAP_OK};
    prap_error error = prapi_ruby_error();
    prap_status status = prap_engine_feeds(engine->handle, text, day, RTEST(orphans) ? 1 : 0, engine->answer,
                                           visit_feed, &on, &error);
    if (RTEST(told) && status == on.bad && strcmp(error.field, "store") != 0) status = PRAP_OK;
    RB_GC_GUARD(tenant);
    prapi_ruby_finish(engine, status, &error);
    return Qnil;
}

void prapi_ruby_define_earnings(VALUE prap, VALUE native) {
    const VALUE engine = rb_const_get(prap, rb_intern("Engine"));
    rb_define_module_function(native, "codes", codes, 1);
    rb_define_module_function(native, "code_choice", code_choice, 3);
    rb_define_module_function(native, "thresholds", thresholds, 1);
    rb_define_module_function(native, "earnings", earnings, 4);
    rb_define_module_function(native, "feed_effect", feed_effect, 2);
    rb_define_private_method(engine, "native_feed", feed, 3);
    rb_define_private_method(engine, "native_feeds", feeds, 4);
}
