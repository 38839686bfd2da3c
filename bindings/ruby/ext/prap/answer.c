/*
 * answer.c: an answer and an event of a history as Hashes of numbers, which lib/prap/answer.rb turns into
 * words.
 */
#include "ext.h"

static VALUE fact_pair(const prap_fact *fact) {
    return rb_ary_new_from_args(3, UINT2NUM(fact->fact), UINT2NUM(fact->kind), LL2NUM(fact->value));
}

VALUE prapi_ruby_reasons(const prap_answer *answer) {
    const VALUE list = rb_ary_new();
    for (uint32_t i = 0; i < prap_answer_reason_count(answer); i++) {
        const prap_reason *reason = prap_answer_reason_at(answer, i);
        const VALUE hash = rb_hash_new();
        prapi_ruby_set(hash, "reason", UINT2NUM(reason->reason));
        prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(reason->rule));
        prapi_ruby_set(hash, "severity", UINT2NUM(reason->severity));
        prapi_ruby_set(hash, "fact", UINT2NUM(reason->fact));
        prapi_ruby_set(hash, "cure", prapi_ruby_text(prap_reason_cure(reason->reason)));
        prapi_ruby_set(hash, "why", prapi_ruby_text(prap_reason_why(reason->reason)));
        prapi_ruby_set(hash, "cure_event", UINT2NUM(reason->cure_event));
        prapi_ruby_set(hash, "earliest", prapi_ruby_day(reason->earliest));
        rb_ary_push(list, hash);
    }
    return list;
}

static VALUE deadlines(const prap_answer *answer) {
    const VALUE list = rb_ary_new();
    for (uint32_t i = 0; i < prap_answer_deadline_count(answer); i++) {
        const prap_deadline *deadline = prap_answer_deadline_at(answer, i);
        const VALUE hash = rb_hash_new();
        prapi_ruby_set(hash, "deadline", UINT2NUM(deadline->deadline));
        prapi_ruby_set(hash, "status", UINT2NUM(deadline->status));
        prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(deadline->rule));
        prapi_ruby_set(hash, "anchor", prapi_ruby_day(deadline->anchor));
        prapi_ruby_set(hash, "due", prapi_ruby_day(deadline->due));
        prapi_ruby_set(hash, "prudent", prapi_ruby_day(deadline->prudent));
        prapi_ruby_set(hash, "last_working_day", prapi_ruby_day(deadline->last_working_day));
        prapi_ruby_set(hash, "done", prapi_ruby_day(deadline->done_on));
        prapi_ruby_set(hash, "policy", UINT2NUM(deadline->policy));
        prapi_ruby_set(hash, "advisory", deadline->advisory != 0 ? Qtrue : Qfalse);
        const prap_ambiguity *ambiguity = prap_ambiguity_by_number(deadline->ambiguity);
        prapi_ruby_set(hash, "defined_by", UINT2NUM(deadline->defined_by));
        prapi_ruby_set(hash, "name", prapi_ruby_text(deadline->name));
        prapi_ruby_set(hash, "source", prapi_ruby_text(deadline->source[0] == '\0' ? NULL : deadline->source));
        prapi_ruby_set(hash, "ambiguity", prapi_ruby_text(ambiguity == NULL ? NULL : ambiguity->id));
        rb_ary_push(list, hash);
    }
    return list;
}

static VALUE notices(const prap_answer *answer) {
    const VALUE list = rb_ary_new();
    for (uint32_t i = 0; i < prap_answer_notice_count(answer); i++) {
        const prap_notice *notice = prap_answer_notice_at(answer, i);
        const VALUE hash = rb_hash_new();
        prapi_ruby_set(hash, "notice", UINT2NUM(notice->notice));
        prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(notice->rule));
        prapi_ruby_set(hash, "severity", UINT2NUM(notice->severity));
        prapi_ruby_set(hash, "recipient", UINT2NUM(notice->recipient));
        prapi_ruby_set(hash, "fact", UINT2NUM(notice->fact));
        prapi_ruby_set(hash, "due", prapi_ruby_day(notice->due));
        prapi_ruby_set(hash, "means", UINT2NUM(notice->means));
        rb_ary_push(list, hash);
    }
    return list;
}

static VALUE settings(const prap_answer *answer) {
    const VALUE list = rb_ary_new();
    for (uint32_t i = 0; i < prap_answer_setting_count(answer); i++) {
        const prap_setting *setting = prap_answer_setting_at(answer, i);
        rb_ary_push(list, rb_ary_new_from_args(2, UINT2NUM(setting->policy), INT2NUM(setting->value)));
    }
    return list;
}

static void set_days(VALUE hash, const prap_summary *summary) {
    prapi_ruby_set(hash, "as_of", prapi_ruby_day(summary->as_of));
    prapi_ruby_set(hash, "received_on", prapi_ruby_day(summary->received_on));
    prapi_ruby_set(hash, "made_on", prapi_ruby_day(summary->made_on));
    prapi_ruby_set(hash, "acknowledged_on", prapi_ruby_day(summary->acknowledged_on));
    prapi_ruby_set(hash, "attended_on", prapi_ruby_day(summary->attended_on));
    prapi_ruby_set(hash, "start_on", prapi_ruby_day(summary->start_on));
    prapi_ruby_set(hash, "ended_on", prapi_ruby_day(summary->ended_on));
    prapi_ruby_set(hash, "entered_on", prapi_ruby_day(summary->entered_on));
    prapi_ruby_set(hash, "plan_on", prapi_ruby_day(summary->plan_on));
    prapi_ruby_set(hash, "meeting_on", prapi_ruby_day(summary->meeting_on));
    prapi_ruby_set(hash, "handed_over_on", prapi_ruby_day(summary->handed_over_on));
    prapi_ruby_set(hash, "work_on", prapi_ruby_day(summary->work_on));
    prapi_ruby_set(hash, "face_to_face_on", prapi_ruby_day(summary->face_to_face_on));
    prapi_ruby_set(hash, "approved_on", prapi_ruby_day(summary->approved_on));
    prapi_ruby_set(hash, "backed_out_on", prapi_ruby_day(summary->backed_out_on));
    prapi_ruby_set(hash, "end_on", prapi_ruby_day(summary->end_on));
}

/* What is set beside the stage. */
static void set_beside(VALUE hash, const prap_summary *summary) {
    prapi_ruby_set(hash, "mappa", UINT2NUM(summary->mappa));
    prapi_ruby_set(hash, "prap14", UINT2NUM(summary->prap14));
    prapi_ruby_set(hash, "error", UINT2NUM(summary->error));
    prapi_ruby_set(hash, "channel", UINT2NUM(summary->channel));
    prapi_ruby_set(hash, "referral_kind", UINT2NUM(summary->referral_kind));
    prapi_ruby_set(hash, "scenario", UINT2NUM(summary->scenario));
    prapi_ruby_set(hash, "mandation", UINT2NUM(summary->mandation));
    prapi_ruby_set(hash, "appointment", UINT2NUM(summary->appointment));
    prapi_ruby_set(hash, "engagement", UINT2NUM(summary->engagement));
    prapi_ruby_set(hash, "decision", UINT2NUM(summary->decision));
    prapi_ruby_set(hash, "reference", UINT2NUM(summary->reference));
    prapi_ruby_set(hash, "outage", UINT2NUM(summary->outage));
    prapi_ruby_set(hash, "misdirection", UINT2NUM(summary->misdirection));
    prapi_ruby_set(hash, "erasure", UINT2NUM(summary->erasure));
    prapi_ruby_set(hash, "orphan", summary->orphan != 0 ? Qtrue : Qfalse);
    prapi_ruby_set(hash, "outcome", UINT2NUM(summary->outcome));
    prapi_ruby_set(hash, "imported", summary->imported != 0 ? Qtrue : Qfalse);
    prapi_ruby_set(hash, "attempts_failed", UINT2NUM(summary->attempts_failed));
}

VALUE prapi_ruby_answer(const prap_answer *answer) {
    const prap_summary *summary = prap_answer_summary(answer);
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "status", INT2NUM(summary->status));
    prapi_ruby_set(hash, "verdict", UINT2NUM(summary->verdict));
    prapi_ruby_set(hash, "event", UINT2NUM(summary->event));
    prapi_ruby_set(hash, "on", prapi_ruby_day(summary->on));
    prapi_ruby_set(hash, "programme", UINT2NUM(summary->programme));
    prapi_ruby_set(hash, "stage", UINT2NUM(summary->stage));
    prapi_ruby_set(hash, "feed", UINT2NUM(summary->feed));
    prapi_ruby_set(hash, "duplicate", summary->duplicate != 0 ? Qtrue : Qfalse);
    prapi_ruby_set(hash, "version", ULL2NUM(summary->version));
    set_days(hash, summary);
    set_beside(hash, summary);
    prapi_ruby_set(hash, "code", UINT2NUM(summary->code));
    prapi_ruby_set(hash, "attempts", UINT2NUM(summary->attempts));
    prapi_ruby_set(hash, "breaches", UINT2NUM(summary->breaches));
    prapi_ruby_set(hash, "rulebook", prapi_ruby_hex(summary->rulebook_hash));
    prapi_ruby_set(hash, "calendar", prapi_ruby_hex(summary->calendar_hash));
    prapi_ruby_set(hash, "outside", UINT2NUM(summary->outside));
    prapi_ruby_set(hash, "reasons", prapi_ruby_reasons(answer));
    prapi_ruby_set(hash, "deadlines", deadlines(answer));
    prapi_ruby_set(hash, "notices", notices(answer));
    prapi_ruby_set(hash, "settings", settings(answer));
    return hash;
}

static VALUE broke_list(const prap_event_view *event) {
    const VALUE list = rb_ary_new();
    for (size_t i = 0; i < event->n_broke; i++) {
        const prap_word *word = prap_word_by_number(PRAP_WORDS_REASON, event->broke[i]);
        const VALUE rule = word == NULL ? Qnil : prapi_ruby_rule_id(word->rule);
        rb_ary_push(list, rb_ary_new_from_args(2, UINT2NUM(event->broke[i]), rule));
    }
    return list;
}

VALUE prapi_ruby_event(const prap_event_view *event) {
    const VALUE facts = rb_ary_new();
    for (size_t i = 0; i < event->n_facts; i++)
        rb_ary_push(facts, fact_pair(&event->facts[i]));
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "event", UINT2NUM(event->event));
    prapi_ruby_set(hash, "sequence", ULL2NUM(event->sequence));
    prapi_ruby_set(hash, "on", prapi_ruby_day(event->on));
    prapi_ruby_set(hash, "recorded", prapi_ruby_day(event->recorded));
    prapi_ruby_set(hash, "id", event->id.n == 0 ? Qnil : prapi_ruby_string(event->id));
    prapi_ruby_set(hash, "facts", facts);
    prapi_ruby_set(hash, "stage", UINT2NUM(event->stage));
    prapi_ruby_set(hash, "voided_by", ULL2NUM(event->voided_by));
    prapi_ruby_set(hash, "broke", broke_list(event));
    prapi_ruby_set(hash, "rulebook", event->rulebook_hash == 0 ? Qnil : prapi_ruby_hex(event->rulebook_hash));
    prapi_ruby_set(hash, "calendar", event->calendar_hash == 0 ? Qnil : prapi_ruby_hex(event->calendar_hash));
    prapi_ruby_set(hash, "division", UINT2NUM(event->division));
    return hash;
}
