/* caseload.c: a caseload asked, a page of findings at a time: Hashes of numbers. The block of the caller runs between
 * pages, when the library is not on the stack. */
#include <string.h>

#include "engine.h"

enum { PAGE_IS_FULL = 4711 };

struct asking {
    struct prapi_ruby_engine *engine;
    prap_caseload caseload;
    prap_caseload_question question;
    prap_caseload_report report;
    const prap_rulebook *others[PRAP_ENGINE_RULEBOOKS + 1];
    prap_deadline_total deadlines[PRAP_CASELOAD_DEADLINES_MAX];
    prap_measure_total measures[2][PRAP_MEASURES_MAX];
    const prap_caseload_case *found; /* of the visit */
    VALUE page;
    VALUE list; /* of the differences of the visit */
    long limit;
    prap_status bad; /* of the first case that could not be judged */
};

static VALUE misses_array(const prap_caseload_case *found, unsigned w) {
    const VALUE list = rb_ary_new();
    for (uint32_t i = 0; i < found->n_misses[w]; i++) {
        const prap_miss *miss = &found->misses[w][i];
        const VALUE hash = rb_hash_new();
        prapi_ruby_set(hash, "on", prapi_ruby_day(miss->on));
        prapi_ruby_set(hash, "at", UINT2NUM((uint32_t)(miss->deadline - prap_answer_deadline_at(found->sides[2 * w], 0))));
        rb_ary_push(list, hash);
    }
    return list;
}

/* The measures that the passing of time changes. */
static VALUE turned_array(const prap_caseload_case *found) {
    const VALUE list = rb_ary_new();
    const prap_measure *now = found->measures[PRAP_CASELOAD_NOW], *then = found->measures[PRAP_CASELOAD_THEN];
    for (uint32_t i = 0; now != NULL && then != NULL && i < found->n_measures; i++) {
        if (now[i].result == then[i].result) continue;
        const VALUE hash = rb_hash_new();
        prapi_ruby_set(hash, "measure", UINT2NUM(then[i].measure));
        prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(then[i].rule));
        prapi_ruby_set(hash, "result", UINT2NUM(now[i].result));
        prapi_ruby_set(hash, "then", UINT2NUM(then[i].result));
        rb_ary_push(list, hash);
    }
    return list;
}

/* All of it runs under rb_protect, and the library has no more to do: the visitor is on the stack alone. */
static prap_status list_difference(void *user, const prap_difference *difference) {
    struct asking *on = user;
    rb_ary_push(on->list, prapi_ruby_difference(difference));
    return PRAP_OK;
}

static VALUE side_of(const prap_caseload_case *found, unsigned side) {
    return found->sides[side] == NULL ? Qnil : prapi_ruby_answer(found->sides[side]);
}

static VALUE push_found(VALUE call) {
    struct asking *on = (struct asking *)call;
    const prap_caseload_case *found = on->found;
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "case_id", prapi_ruby_string(found->case_id));
    prapi_ruby_set(hash, "status", INT2NUM(found->status));
    if (found->status == PRAP_OK) {
        prapi_ruby_set(hash, "now", side_of(found, PRAP_CASELOAD_NOW));
        prapi_ruby_set(hash, "then", side_of(found, PRAP_CASELOAD_THEN));
        prapi_ruby_set(hash, "otherwise", side_of(found, PRAP_CASELOAD_OTHERWISE));
        prapi_ruby_set(hash, "misses", misses_array(found, 0));
        prapi_ruby_set(hash, "new_misses", misses_array(found, 1));
        prapi_ruby_set(hash, "measures", turned_array(found));
        prapi_ruby_set(hash, "payment", UINT2NUM(found->payment[0]));
        on->list = rb_ary_new();
        if (found->sides[PRAP_CASELOAD_OTHERWISE] != NULL)
            prap_answer_difference(found->sides[PRAP_CASELOAD_NOW], found->sides[PRAP_CASELOAD_OTHERWISE], list_difference,
                                   on);
        prapi_ruby_set(hash, "differences", on->list);
    }
    return rb_ary_push(on->page, hash);
}

/* A forecast tells of misses and of what changes by itself, a comparison of what differs. */
static int is_wanted(const struct asking *on, const prap_caseload_case *found) {
    if (on->question.rulebooks != NULL) return found->differs != 0;
    return found->n_misses[0] > 0 || found->turns != 0;
}

static prap_status visit(void *user, const prap_caseload_case *found) {
    static const prap_status go_on = PRAP_OK;
    struct asking *on = user;
    if (on->bad == PRAP_OK) on->bad = found->status;
    if (on->limit == 0 || (found->status == PRAP_OK && !is_wanted(on, found))) return PRAP_OK;
    on->found = found;
    const prap_status status = prapi_ruby_guarded(on->engine, push_found, on, &go_on);
    if (status != PRAP_OK) return status;
    return RARRAY_LEN(on->page) >= on->limit ? PAGE_IS_FULL : PRAP_OK;
}

/* From [[case id, version, record], …]: the array and all its bytes in one String, which must stay. */
static VALUE read_snapshots(VALUE rows, prap_caseload *ret_caseload) {
    Check_Type(rows, RUBY_T_ARRAY);
    const long n = RARRAY_LEN(rows);
    long bytes = 0;
    for (long i = 0; i < n; i++) {
        const VALUE row = rb_ary_entry(rows, i);
        Check_Type(row, RUBY_T_ARRAY);
        (void)NUM2ULL(rb_ary_entry(row, 1));
        for (long k = 0; k <= 2; k += 2) {
            const VALUE text = rb_ary_entry(row, k);
            Check_Type(text, RUBY_T_STRING);
            bytes += RSTRING_LEN(text);
        }
    }
    const VALUE room = rb_str_new(NULL, (n + 1) * (long)sizeof(prap_snapshot) + bytes + 1);
    prap_snapshot *snapshots = (prap_snapshot *)(void *)RSTRING_PTR(room);
    char *at = (char *)(snapshots + n + 1);
    for (long i = 0; i < n; i++) {
        const VALUE row = rb_ary_entry(rows, i);
        Check_Type(row, RUBY_T_ARRAY);
        const uint64_t version = NUM2ULL(rb_ary_entry(row, 1));
        const VALUE case_id = rb_ary_entry(row, 0), record = rb_ary_entry(row, 2);
        Check_Type(case_id, RUBY_T_STRING);
        Check_Type(record, RUBY_T_STRING);
        const size_t id_bytes = (size_t)RSTRING_LEN(case_id), record_bytes = (size_t)RSTRING_LEN(record);
        if (id_bytes + record_bytes > (size_t)bytes) rb_raise(rb_eRuntimeError, "the rows changed while they were read");
        bytes -= (long)(id_bytes + record_bytes);
        snapshots[i] = (prap_snapshot){.size = sizeof snapshots[i], .next_due = PRAP_DAY_NONE,
                                       .version = version, .case_id = {at, id_bytes},
                                       .record = {(const uint8_t *)at + id_bytes, record_bytes}};
        memcpy(at, RSTRING_PTR(case_id), id_bytes);
        memcpy(at + id_bytes, RSTRING_PTR(record), record_bytes);
        at += id_bytes + record_bytes;
    }
    ret_caseload->snapshots = snapshots;
    ret_caseload->n_snapshots = (size_t)n;
    return room;
}

static void set_totals(struct asking *on) {
    const uint32_t n = prap_word_count(PRAP_WORDS_DEADLINE), n_measures = prap_word_count(PRAP_WORDS_MEASURE);
    for (uint32_t i = 0; i <= n; i++)
        on->deadlines[i] = (prap_deadline_total){.size = sizeof on->deadlines[i],
                                                 .deadline = i < n ? prap_word_at(PRAP_WORDS_DEADLINE, i)->number : 0};
    on->question.deadlines = on->deadlines;
    on->question.n_deadlines = n + 1;
    on->question.n_measures = n_measures;
    for (unsigned side = 0; side < 2; side++) {
        if (side == PRAP_CASELOAD_THEN && on->question.until == PRAP_DAY_NONE) continue;
        for (uint32_t i = 0; i < n_measures; i++)
            on->measures[side][i] = (prap_measure_total){.size = sizeof(prap_measure_total),
                                                         .measure = prap_word_at(PRAP_WORDS_MEASURE, i)->number};
        on->question.measures[side] = on->measures[side];
    }
}

/* Room for the misses by day, in a String that must stay; nil where the days are none that can be asked about. */
static VALUE set_days(struct asking *on) {
    const int64_t days = (int64_t)on->question.until - on->question.as_of;
    if (on->question.until == PRAP_DAY_NONE || days < 1 || days > PRAP_CASELOAD_DAYS_MAX) return Qnil;
    on->question.n_days = (size_t)days * on->question.n_deadlines;
    const VALUE room = rb_str_new(NULL, (long)(on->question.n_days * sizeof(uint64_t)));
    memset(RSTRING_PTR(room), 0, on->question.n_days * sizeof(uint64_t));
    on->question.days = (uint64_t *)(void *)RSTRING_PTR(room);
    return room;
}

static VALUE days_array(const struct asking *on) {
    const VALUE list = rb_ary_new();
    const size_t n = on->question.n_deadlines;
    for (size_t at = 0; at < on->question.n_days; at += n) {
        const VALUE row = rb_ary_new();
        uint64_t sum = 0;
        for (size_t i = 0; i < n; i++) {
            sum += on->question.days[at + i];
            rb_ary_push(row, ULL2NUM(on->question.days[at + i]));
        }
        if (sum != 0) rb_ary_push(list, rb_ary_new_from_args(2, prapi_ruby_day(on->question.as_of + 1 + (prap_day)(at / n)), row));
    }
    return list;
}

static VALUE deadlines_array(const struct asking *on) {
    const VALUE list = rb_ary_new();
    for (size_t i = 0; i < on->question.n_deadlines; i++) {
        const prap_deadline_total *one = &on->deadlines[i];
        const prap_word *word = prap_word_by_number(PRAP_WORDS_DEADLINE, one->deadline);
        const VALUE hash = rb_hash_new();
        prapi_ruby_set(hash, "deadline", UINT2NUM(one->deadline));
        prapi_ruby_set(hash, "rule", word == NULL ? Qnil : prapi_ruby_rule_id(word->rule));
        prapi_ruby_set(hash, "overdue", ULL2NUM(one->overdue));
        prapi_ruby_set(hash, "misses", ULL2NUM(one->misses[0]));
        prapi_ruby_set(hash, "new_misses", ULL2NUM(one->misses[1]));
        prapi_ruby_set(hash, "later", ULL2NUM(one->later));
        prapi_ruby_set(hash, "earlier", ULL2NUM(one->earlier));
        prapi_ruby_set(hash, "appeared", ULL2NUM(one->appeared));
        prapi_ruby_set(hash, "gone", ULL2NUM(one->gone));
        prapi_ruby_set(hash, "restated", ULL2NUM(one->restated));
        rb_ary_push(list, hash);
    }
    return list;
}

static VALUE result_hash(const struct asking *on, int whole) {
    const prap_caseload_report *report = &on->report;
    const unsigned side = on->question.measures[PRAP_CASELOAD_THEN] != NULL ? PRAP_CASELOAD_THEN : PRAP_CASELOAD_NOW;
    const VALUE hash = rb_hash_new(), measures = rb_ary_new();
    for (size_t i = 0; i < on->question.n_measures; i++)
        rb_ary_push(measures, prapi_ruby_measure_total(&on->measures[side][i], on->engine->rulebooks[0]->handle));
    prapi_ruby_set(hash, "found", on->page);
    prapi_ruby_set(hash, "whole", whole ? Qtrue : Qfalse);
    prapi_ruby_set(hash, "last", prapi_ruby_string((prap_text){report->last, report->last_bytes}));
    prapi_ruby_set(hash, "cases", ULL2NUM(report->judged + report->bad));
    prapi_ruby_set(hash, "missing", ULL2NUM(report->missing));
    prapi_ruby_set(hash, "turned", ULL2NUM(report->turned));
    prapi_ruby_set(hash, "differing", ULL2NUM(report->differing));
    prapi_ruby_set(hash, "unread", ULL2NUM(report->bad));
    prapi_ruby_set(hash, "deadlines", deadlines_array(on));
    prapi_ruby_set(hash, "days", days_array(on));
    prapi_ruby_set(hash, "measures", measures);
    return hash;
}

/* How many other rulebooks there are; a wrong class raises here, before any is held. One too many is refused later. */
static size_t count_others(VALUE others) {
    Check_Type(others, RUBY_T_ARRAY);
    const long n = RARRAY_LEN(others) > PRAP_ENGINE_RULEBOOKS ? PRAP_ENGINE_RULEBOOKS + 1 : RARRAY_LEN(others);
    for (long i = 0; i < n; i++)
        prapi_ruby_drop_rulebook(prapi_ruby_hold_rulebook(rb_ary_entry(others, i)));
    return (size_t)n;
}

/* The call itself. Nothing that it reads may raise any more, and the rulebooks are held while it lasts. */
static prap_status ask(struct asking *on, VALUE others, size_t n_others, prap_error *error) {
    struct prapi_ruby_rulebook *held[PRAP_ENGINE_RULEBOOKS + 1];
    for (size_t i = 0; i < n_others; i++) {
        held[i] = prapi_ruby_hold_rulebook(rb_ary_entry(others, (long)i));
        on->others[i] = held[i]->handle;
    }
    if (!NIL_P(others)) on->question.rulebooks = on->others;
    on->question.n_rulebooks = n_others;
    const prap_status status =
        prap_engine_caseload(on->engine->handle, &on->caseload, &on->question, &on->report, error);
    for (size_t i = 0; i < n_others; i++)
        prapi_ruby_drop_rulebook(held[i]);
    return status;
}

/* native_caseload([tenant, after, last case], [as_of, until or nil], [Rulebook] or nil, [[case, version, record]] or nil,
 * limit) -> Hash. limit 0: no findings, only totals. */
static VALUE caseload(VALUE self, VALUE cases, VALUE days, VALUE others, VALUE rows, VALUE limit) {
    Check_Type(cases, RUBY_T_ARRAY);
    Check_Type(days, RUBY_T_ARRAY);
    VALUE room;
    struct asking *on = rb_alloc_tmp_buffer(&room, (long)sizeof *on);
    memset(on, 0, sizeof *on);
    VALUE page = rb_ary_new(), tenant = rb_ary_entry(cases, 0), after = rb_ary_entry(cases, 1),
          last = rb_ary_entry(cases, 2);
    on->limit = NUM2LONG(limit);
    on->page = page;
    on->caseload = (prap_caseload){.size = sizeof on->caseload, .tenant = prapi_ruby_to_text(tenant),
                                   .after = prapi_ruby_to_text(after), .until = prapi_ruby_to_text(last)};
    const prap_day as_of = prapi_ruby_to_day(rb_ary_entry(days, 0));
    on->question = (prap_caseload_question){.size = sizeof on->question, .as_of = as_of, .due_by = as_of,
                                            .until = prapi_ruby_to_day(rb_ary_entry(days, 1)), .first = PRAP_DAY_NONE,
                                            .last = PRAP_DAY_NONE, .visit = visit, .user = on};
    on->report.size = sizeof on->report;
    set_totals(on);
    VALUE day_room = set_days(on);
    VALUE snapshots = NIL_P(rows) ? Qnil : read_snapshots(rows, &on->caseload);
    const size_t n_others = NIL_P(others) ? 0 : count_others(others);
    on->engine = prapi_ruby_begin(self);
    prap_error error = prapi_ruby_error();
    prap_status status = ask(on, others, n_others, &error);
    const int full = status == PAGE_IS_FULL;
    /* Each bad case is on the page, or counted; a walk that the store broke off is another thing. */
    if (full || (status == on->bad && strcmp(error.field, "store") != 0)) status = PRAP_OK;
    prapi_ruby_finish(on->engine, status, &error);
    const VALUE hash = result_hash(on, !full);
    RB_GC_GUARD(tenant);
    RB_GC_GUARD(after);
    RB_GC_GUARD(last);
    RB_GC_GUARD(others);
    RB_GC_GUARD(day_room);
    RB_GC_GUARD(snapshots);
    RB_GC_GUARD(page);
    rb_free_tmp_buffer(&room);
    return hash;
}

void prapi_ruby_define_caseload(VALUE prap) {
    rb_define_private_method(rb_const_get(prap, rb_intern("Engine")), "native_caseload", caseload, 5);
}
