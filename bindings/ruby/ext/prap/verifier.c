/*
 * verifier.c: Prap::Verifier, and the checks of a participant.
 *
 * A secret is a String. What is given is copied, and overwritten unless it is frozen when all of a call's are copied: one
 * String may be two of them. The copy is overwritten when the library has done with it, before anything can raise. What Ruby itself keeps of a String, nobody can overwrite:
 * lib/prap/verifier.rb says so.
 */
#include <stdlib.h>
#include <string.h>

#include "engine.h"

struct prapi_ruby_verifier {
    struct prapi_ruby_engine host; /* its store and callbacks; it has no engine */
    prap_verifier *handle;
    prap_random random;
    VALUE source; /* called with a number of bytes, gives them */
};

static void mark(void *data) {
    const struct prapi_ruby_verifier *verifier = data;
    rb_gc_mark(verifier->host.store);
    rb_gc_mark(verifier->source);
}

static void close_verifier(struct prapi_ruby_verifier *verifier) {
    prap_verifier_destroy(verifier->handle);
    verifier->handle = NULL;
    prapi_ruby_drop_ready(verifier->host.ready);
    verifier->host.ready = NULL;
    verifier->host.store = Qnil;
    verifier->source = Qnil;
}

static void release_memory(void *data) {
    struct prapi_ruby_verifier *verifier = data;
    if (verifier->host.turn.taken && verifier->host.ready != NULL) prapi_ruby_leave_ready(verifier->host.ready);
    close_verifier(verifier);
    free(verifier);
}

static size_t bytes_of(const void *data) {
    (void)data;
    return sizeof(struct prapi_ruby_verifier);
}

static const rb_data_type_t verifier_type = {
    .wrap_struct_name = "Prap::Verifier",
    .function = {.dmark = mark, .dfree = release_memory, .dsize = bytes_of},
    .flags = RUBY_TYPED_FREE_IMMEDIATELY,
};

static struct prapi_ruby_verifier *verifier_of(VALUE self) {
    return rb_check_typeddata(self, &verifier_type);
}

static VALUE allocate(VALUE class) {
    struct prapi_ruby_verifier *verifier = calloc(1, sizeof *verifier);
    if (verifier == NULL) rb_memerror();
    verifier->host.store = Qnil;
    verifier->source = Qnil;
    return rb_data_typed_object_wrap(class, verifier, &verifier_type);
}

struct wish {
    VALUE source;
    uint8_t *bytes;
    size_t n;
    prap_status outcome;
};

static VALUE ask_source(VALUE argument) {
    struct wish *wish = (struct wish *)argument;
    VALUE given = rb_funcall(wish->source, rb_intern("call"), 1, SIZET2NUM(wish->n));
    Check_Type(given, RUBY_T_STRING);
    if ((size_t)RSTRING_LEN(given) != wish->n) rb_raise(rb_eTypeError, "random gives as many bytes as it is asked for");
    memcpy(wish->bytes, RSTRING_PTR(given), wish->n);
    RB_GC_GUARD(given);
    wish->outcome = PRAP_OK;
    return Qnil;
}

static prap_status fill(void *user, uint8_t *bytes, size_t n) {
    struct prapi_ruby_verifier *verifier = user;
    struct wish wish = {verifier->source, bytes, n, PRAP_FAIL};
    return prapi_ruby_guarded(&verifier->host, ask_source, &wish, &wish.outcome);
}

static const prap_store *hold_store(struct prapi_ruby_verifier *verifier, VALUE store) {
    verifier->host.store = store;
    if (!prapi_ruby_is_ready(store)) {
        prapi_ruby_store_callbacks(&verifier->host, 0, 0);
        return &verifier->host.callbacks;
    }
    verifier->host.ready = prapi_ruby_hold_ready(store);
    const prap_store *table = prapi_ruby_enter_ready(verifier->host.ready);
    prapi_ruby_leave_ready(verifier->host.ready);
    return table;
}

/* native_initialize(a ready-made store or a StoreAdapter, source, settings, six limits). Raises Prap::Error. */
static VALUE initialize(VALUE self, VALUE store, VALUE source, VALUE pairs, VALUE members) {
    struct prapi_ruby_verifier *verifier = verifier_of(self);
    if (!NIL_P(verifier->host.store)) prapi_ruby_raise(PRAP_E_TWICE, "verifier", "it is already initialised");
    Check_Type(members, RUBY_T_ARRAY);
    VALUE keeper = Qnil;
    size_t n = 0;
    const prap_setting *settings = prapi_ruby_to_settings(pairs, &n, &keeper);
    const prap_challenge_limits limits = {
        .size = sizeof limits,
        .answer_minutes = NUM2UINT(rb_ary_entry(members, 0)),
        .failures_max = NUM2UINT(rb_ary_entry(members, 1)),
        .lock_minutes = NUM2UINT(rb_ary_entry(members, 2)),
        .exposed_warn = NUM2UINT(rb_ary_entry(members, 3)),
        .exposed_max = NUM2UINT(rb_ary_entry(members, 4)),
        .redraw = RTEST(rb_ary_entry(members, 5)),
    };
    verifier->source = source;
    verifier->random = (prap_random){sizeof verifier->random, verifier, fill};
    verifier->host.host = (prap_host){
        .size = sizeof verifier->host.host,
        .allocator = prapi_ruby_allocator(),
        .store = hold_store(verifier, store),
    };
    prap_error error = prapi_ruby_error();
    const prap_status status = prap_verifier_create(&verifier->host.host, &verifier->random, settings, n, &limits,
                                                    &verifier->handle, &error);
    RB_GC_GUARD(keeper);
    prapi_ruby_check(status, &error);
    return self;
}

static struct prapi_ruby_verifier *begin(VALUE self) {
    struct prapi_ruby_verifier *verifier = verifier_of(self);
    prapi_ruby_refuse_turn(&verifier->host.turn, "", NULL);
    if (verifier->handle == NULL) prapi_ruby_raise(PRAP_E_NULL, "verifier", "the verifier is closed");
    const struct prapi_ruby_turn turn = prapi_ruby_own_turn();
    if (verifier->host.ready != NULL) prapi_ruby_enter_ready(verifier->host.ready);
    verifier->host.turn = turn;
    verifier->host.pending = 0;
    return verifier;
}

static VALUE moment(prap_instant at) {
    return at == PRAP_INSTANT_NONE ? Qnil : LL2NUM(at);
}

static VALUE challenge_array(const prap_challenge *c) {
    const VALUE positions = rb_ary_new();
    for (size_t i = 0; i < PRAP_CHALLENGE_POSITIONS; i++)
        if (c->positions[i] != 0) rb_ary_push(positions, UINT2NUM(c->positions[i]));
    return rb_ary_new_from_args(9, UINT2NUM(c->result), prapi_ruby_rule_id(c->rule), UINT2NUM(c->number), positions,
                                c->repeated ? Qtrue : Qfalse, moment(c->asked_at), moment(c->expires_at),
                                c->locked ? Qtrue : Qfalse, c->renew ? Qtrue : Qfalse);
}

static VALUE finish(struct prapi_ruby_verifier *verifier, prap_status status, prap_error *error,
                    const prap_challenge *challenge) {
    prapi_ruby_finish(&verifier->host, status, error);
    return challenge == NULL ? Qnil : challenge_array(challenge);
}

static prap_key key_of(VALUE tenant, VALUE stream) {
    return (prap_key){prapi_ruby_to_text(tenant), prapi_ruby_to_text(stream)};
}

/* A copy of a String for the library. */
struct secret {
    char *bytes;
    size_t n;
};

static void overwrite(char *bytes, size_t n) {
    volatile char *at = bytes;
    for (size_t i = 0; i < n; i++) at[i] = 0;
}

/* Raises for what is no String, or one that cannot be overwritten now, as while something is being read into it. */
static void check_secret(VALUE string) {
    Check_Type(string, RUBY_T_STRING);
    if (!RB_OBJ_FROZEN(string)) rb_str_modify(string);
}

/* Does not raise, the String being checked: 0 when there is no memory. */
static int take(VALUE string, struct secret *ret_secret) {
    const size_t n = (size_t)RSTRING_LEN(string);
    *ret_secret = (struct secret){malloc(n + 1), n};
    if (ret_secret->bytes != NULL) memcpy(ret_secret->bytes, RSTRING_PTR(string), n);
    return ret_secret->bytes != NULL;
}

static void spoil(VALUE string) {
    if (!RB_OBJ_FROZEN(string)) overwrite(RSTRING_PTR(string), (size_t)RSTRING_LEN(string));
}

static void drop(struct secret *secret) {
    if (secret->bytes != NULL) overwrite(secret->bytes, secret->n);
    free(secret->bytes);
    secret->bytes = NULL;
}

static prap_text text_of(const struct secret *secret) {
    return (prap_text){secret->bytes, secret->n};
}

static VALUE ask(VALUE self, VALUE tenant, VALUE stream, VALUE in_force, VALUE change, VALUE at) {
    const prap_key key = key_of(tenant, stream);
    const prap_code_id code = {prapi_ruby_to_day(in_force), NUM2UINT(change)};
    const prap_instant now = NUM2LL(at);
    prap_challenge challenge = {.size = sizeof challenge};
    prap_error error = prapi_ruby_error();
    struct prapi_ruby_verifier *verifier = begin(self);
    const prap_status status = prap_verifier_ask(verifier->handle, &key, code, now, &challenge, &error);
    return finish(verifier, status, &error, &challenge);
}

static VALUE answer(VALUE self, VALUE tenant, VALUE stream, VALUE number, VALUE code, VALUE said, VALUE at) {
    const prap_key key = key_of(tenant, stream);
    const uint32_t of = NUM2UINT(number);
    const prap_instant now = NUM2LL(at);
    prap_challenge challenge = {.size = sizeof challenge};
    prap_error error = prapi_ruby_error();
    struct secret secrets[2];
    check_secret(code);
    check_secret(said);
    struct prapi_ruby_verifier *verifier = begin(self);
    const int taken = take(code, &secrets[0]) & take(said, &secrets[1]);
    spoil(code);
    spoil(said);
    const prap_status status = !taken ? PRAP_E_NOMEM
                                      : prap_verifier_answer(verifier->handle, &key, of, text_of(&secrets[0]),
                                                             text_of(&secrets[1]), now, &challenge, &error);
    drop(&secrets[0]);
    drop(&secrets[1]);
    return finish(verifier, status, &error, &challenge);
}

static VALUE give_up(VALUE self, VALUE tenant, VALUE stream, VALUE number, VALUE at) {
    const prap_key key = key_of(tenant, stream);
    const uint32_t of = NUM2UINT(number);
    const prap_instant now = NUM2LL(at);
    prap_challenge challenge = {.size = sizeof challenge};
    prap_error error = prapi_ruby_error();
    struct prapi_ruby_verifier *verifier = begin(self);
    const prap_status status = prap_verifier_give_up(verifier->handle, &key, of, now, &challenge, &error);
    return finish(verifier, status, &error, &challenge);
}

/* native_record(tenant, stream, [in_force, change, position, position, position, result], id, at) */
static VALUE record(VALUE self, VALUE tenant, VALUE stream, VALUE members, VALUE id, VALUE at) {
    Check_Type(members, RUBY_T_ARRAY);
    const prap_key key = key_of(tenant, stream);
    const prap_code_id code = {prapi_ruby_to_day(rb_ary_entry(members, 0)), NUM2UINT(rb_ary_entry(members, 1))};
    uint32_t positions[PRAP_CHALLENGE_POSITIONS];
    for (long i = 0; i < PRAP_CHALLENGE_POSITIONS; i++) positions[i] = NUM2UINT(rb_ary_entry(members, 2 + i));
    const uint32_t result = NUM2UINT(rb_ary_entry(members, 5));
    const prap_text name = prapi_ruby_to_text(id);
    const prap_instant now = NUM2LL(at);
    prap_challenge challenge = {.size = sizeof challenge};
    prap_error error = prapi_ruby_error();
    struct prapi_ruby_verifier *verifier = begin(self);
    const prap_status status =
        prap_verifier_record(verifier->handle, &key, code, positions, result, name, now, &challenge, &error);
    RB_GC_GUARD(id);
    return finish(verifier, status, &error, &challenge);
}

typedef prap_status (*about_a_stream)(prap_verifier *, const prap_key *, prap_instant, prap_challenge *, prap_error *);

static VALUE ask_about(VALUE self, VALUE tenant, VALUE stream, VALUE at, about_a_stream question) {
    const prap_key key = key_of(tenant, stream);
    const prap_instant now = NUM2LL(at);
    prap_challenge challenge = {.size = sizeof challenge};
    prap_error error = prapi_ruby_error();
    struct prapi_ruby_verifier *verifier = begin(self);
    const prap_status status = question(verifier->handle, &key, now, &challenge, &error);
    return finish(verifier, status, &error, &challenge);
}

static VALUE release(VALUE self, VALUE tenant, VALUE stream, VALUE at) {
    return ask_about(self, tenant, stream, at, prap_verifier_release);
}

static VALUE look(VALUE self, VALUE tenant, VALUE stream, VALUE at) {
    return ask_about(self, tenant, stream, at, prap_verifier_look);
}

static VALUE report(VALUE self, VALUE tenant, VALUE stream, VALUE at) {
    const prap_key key = key_of(tenant, stream);
    const prap_instant now = NUM2LL(at);
    prap_exposure e = {.size = sizeof e};
    prap_error error = prapi_ruby_error();
    struct prapi_ruby_verifier *verifier = begin(self);
    const prap_status status = prap_verifier_report(verifier->handle, &key, now, &e, &error);
    finish(verifier, status, &error, NULL);
    const uint32_t counts[] = {e.code.change, e.length,    e.answered,   e.passed, e.failures,     e.counted, e.given_up,
                               e.expired,     e.positions, e.answerable, e.sets,   e.overheard_ppm, e.open};
    const VALUE list = rb_ary_new_from_args(1, prapi_ruby_day(e.code.in_force));
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) rb_ary_push(list, UINT2NUM(counts[i]));
    rb_ary_push(list, e.renew ? Qtrue : Qfalse);
    rb_ary_push(list, e.locked ? Qtrue : Qfalse);
    rb_ary_push(list, moment(e.locked_until));
    return list;
}

static VALUE close_method(VALUE self) {
    struct prapi_ruby_verifier *verifier = verifier_of(self);
    prapi_ruby_refuse_turn(&verifier->host.turn, "", NULL);
    close_verifier(verifier);
    return Qnil;
}

/* The participant. */

enum { SAID_NINO, SAID_NAME, SAID_ANSWER, HELD_NINO, HELD_NAME, SECRETS = HELD_NAME + 1 + PRAP_PARTICIPANT_ANSWERS_MAX };

/*
 * check_participant([nino, name, answer, held nino, held name, held answer …], [question of each held answer …],
 *                   [question, day or nil, tell, lms date or nil], settings) -> [passed, rule, nino, name, answer]
 */
static VALUE check_participant(VALUE self, VALUE texts, VALUE about, VALUE members, VALUE pairs) {
    struct secret secrets[SECRETS];
    prap_participant_answer answers[PRAP_PARTICIPANT_ANSWERS_MAX];
    VALUE keeper = Qnil;
    size_t n_settings = 0;
    (void)self;
    Check_Type(texts, RUBY_T_ARRAY);
    Check_Type(about, RUBY_T_ARRAY);
    Check_Type(members, RUBY_T_ARRAY);
    const prap_setting *settings = prapi_ruby_to_settings(pairs, &n_settings, &keeper);
    const long n = RARRAY_LEN(texts), held_answers = n - SAID_ANSWER - 3;
    if (held_answers < 0 || held_answers != RARRAY_LEN(about)) prapi_ruby_check(PRAP_E_REQUIRED, NULL);
    if (n > SECRETS) prapi_ruby_raise(PRAP_E_LIMIT, "held.answers", "there are at most 64 answers");
    for (long i = 0; i < held_answers; i++) answers[i].question = NUM2UINT(rb_ary_entry(about, i));
    prap_participant_said said = {.size = sizeof said,
                                  .question = NUM2UINT(rb_ary_entry(members, 0)),
                                  .answer_on = prapi_ruby_to_day(rb_ary_entry(members, 1)),
                                  .tell = RTEST(rb_ary_entry(members, 2))};
    prap_participant_held held = {.size = sizeof held,
                                  .lms_date = prapi_ruby_to_day(rb_ary_entry(members, 3)),
                                  .answers = answers,
                                  .n = (size_t)held_answers};
    prap_participant_check check = {.size = sizeof check};
    prap_error error = prapi_ruby_error();
    int taken = 1;
    for (long i = 0; i < n; i++) check_secret(rb_ary_entry(texts, i));
    for (long i = 0; i < n; i++) taken &= take(rb_ary_entry(texts, i), &secrets[i]);
    for (long i = 0; i < n; i++) spoil(rb_ary_entry(texts, i));
    for (long i = 0; i < held_answers; i++) {
        answers[i].size = sizeof answers[i];
        answers[i].text = text_of(&secrets[HELD_NAME + 1 + i]);
    }
    said.nino = text_of(&secrets[SAID_NINO]);
    said.name = text_of(&secrets[SAID_NAME]);
    said.answer = text_of(&secrets[SAID_ANSWER]);
    held.nino = text_of(&secrets[HELD_NINO]);
    held.name = text_of(&secrets[HELD_NAME]);
    const prap_status status =
        taken ? prap_participant_check_of(&held, &said, settings, n_settings, &check, &error) : PRAP_E_NOMEM;
    for (long i = 0; i < n; i++) drop(&secrets[i]);
    RB_GC_GUARD(keeper);
    prapi_ruby_check(status, &error);
    return rb_ary_new_from_args(5, check.passed ? Qtrue : Qfalse, prapi_ruby_rule_id(check.rule),
                                UINT2NUM(check.nino_right), UINT2NUM(check.name_right), UINT2NUM(check.answer_right));
}

static VALUE check_nino(VALUE self, VALUE nino) {
    struct secret secret;
    prap_error error = prapi_ruby_error();
    (void)self;
    check_secret(nino);
    const int taken = take(nino, &secret);
    spoil(nino);
    const prap_status status = taken ? prap_nino_check(text_of(&secret), &error) : PRAP_E_NOMEM;
    drop(&secret);
    prapi_ruby_check(status, &error);
    return Qnil;
}

static VALUE questions(VALUE self, VALUE unavailable, VALUE subset, VALUE pairs) {
    VALUE keeper = Qnil;
    size_t n = 0;
    prap_participant_questions found = {.size = sizeof found};
    prap_error error = prapi_ruby_error();
    (void)self;
    const prap_setting *settings = prapi_ruby_to_settings(pairs, &n, &keeper);
    const prap_status status =
        prap_participant_questions_of(NUM2UINT(unavailable), NUM2UINT(subset), settings, n, &found, &error);
    RB_GC_GUARD(keeper);
    prapi_ruby_check(status, &error);
    const VALUE list = rb_ary_new();
    for (uint32_t i = 0; i < found.n; i++) rb_ary_push(list, UINT2NUM(found.questions[i]));
    return rb_ary_new_from_args(4, list, UINT2NUM(found.first), UINT2NUM(found.prepare),
                                prapi_ruby_rule_id(found.rule));
}

static VALUE challenge_limits(VALUE self) {
    prap_challenge_limits l = {.size = sizeof l};
    (void)self;
    prap_challenge_limits_default(&l);
    return rb_ary_new_from_args(6, UINT2NUM(l.answer_minutes), UINT2NUM(l.failures_max), UINT2NUM(l.lock_minutes),
                                UINT2NUM(l.exposed_warn), UINT2NUM(l.exposed_max), l.redraw ? Qtrue : Qfalse);
}

static VALUE overheard_chance(VALUE self, VALUE length, VALUE checks) {
    (void)self;
    return UINT2NUM(prap_overheard_chance(NUM2UINT(length), NUM2UINT(checks)));
}

void prapi_ruby_define_verifier(VALUE prap, VALUE native) {
    const VALUE verifier = rb_define_class_under(prap, "Verifier", rb_cObject);
    rb_define_alloc_func(verifier, allocate);
    rb_undef_method(verifier, "initialize_copy");
    rb_define_method(verifier, "close", close_method, 0);
    rb_define_private_method(verifier, "native_initialize", initialize, 4);
    rb_define_private_method(verifier, "native_ask", ask, 5);
    rb_define_private_method(verifier, "native_answer", answer, 6);
    rb_define_private_method(verifier, "native_give_up", give_up, 4);
    rb_define_private_method(verifier, "native_record", record, 5);
    rb_define_private_method(verifier, "native_release", release, 3);
    rb_define_private_method(verifier, "native_look", look, 3);
    rb_define_private_method(verifier, "native_report", report, 3);
    rb_define_singleton_method(native, "check_participant", check_participant, 4);
    rb_define_singleton_method(native, "check_nino", check_nino, 1);
    rb_define_singleton_method(native, "participant_questions", questions, 3);
    rb_define_singleton_method(native, "challenge_limits", challenge_limits, 0);
    rb_define_singleton_method(native, "overheard_chance", overheard_chance, 2);
}
