/* answer.c: what the library says, copied into tuples. The order of members is that of ../prap/answer.py. */
#include "extension.h"

typedef PyObject *(*builder)(const prap_answer *answer, uint32_t i);

static PyObject *list_of(const prap_answer *answer, uint32_t count, builder build) {
    PyObject *list = PyList_New(0);
    for (uint32_t i = 0; list != NULL && i < count; i++) {
        PyObject *item = build(answer, i);
        if (item == NULL || PyList_Append(list, item) != 0) Py_CLEAR(list);
        Py_XDECREF(item);
    }
    return list;
}

static PyObject *build_reason(const prap_answer *answer, uint32_t i) {
    const prap_reason *reason = prap_answer_reason_at(answer, i);
    return Py_BuildValue("(IsIIIiss)", (unsigned)reason->reason, pyprap_rule_id(reason->rule),
                         (unsigned)reason->severity, (unsigned)reason->fact, (unsigned)reason->cure_event,
                         (int)reason->earliest, prap_reason_why(reason->reason),
                         prap_reason_cure(reason->reason));
}

static PyObject *build_deadline(const prap_answer *answer, uint32_t i) {
    const prap_deadline *deadline = prap_answer_deadline_at(answer, i);
    const prap_ambiguity *ambiguity = prap_ambiguity_by_number(deadline->ambiguity);
    return Py_BuildValue("(IIsiiiiiIIIsss)", (unsigned)deadline->deadline, (unsigned)deadline->status,
                         pyprap_rule_id(deadline->rule), (int)deadline->anchor, (int)deadline->due,
                         (int)deadline->prudent, (int)deadline->last_working_day, (int)deadline->done_on,
                         (unsigned)deadline->policy, (unsigned)deadline->advisory, (unsigned)deadline->defined_by,
                         deadline->name, deadline->source, ambiguity == NULL ? "" : ambiguity->id);
}

static PyObject *build_notice(const prap_answer *answer, uint32_t i) {
    const prap_notice *notice = prap_answer_notice_at(answer, i);
    return Py_BuildValue("(IsIIIiI)", (unsigned)notice->notice, pyprap_rule_id(notice->rule),
                         (unsigned)notice->severity, (unsigned)notice->recipient, (unsigned)notice->fact,
                         (int)notice->due, (unsigned)notice->means);
}

static PyObject *build_setting(const prap_answer *answer, uint32_t i) {
    const prap_setting *setting = prap_answer_setting_at(answer, i);
    return Py_BuildValue("(Ii)", (unsigned)setting->policy, (int)setting->value);
}

PyObject *pyprap_reasons(const prap_answer *answer) {
    return list_of(answer, prap_answer_reason_count(answer), build_reason);
}

PyObject *pyprap_answer_settings(const prap_answer *answer) {
    return list_of(answer, prap_answer_setting_count(answer), build_setting);
}

/* What is set beside the stage, then what is known of the case beside the days it always had. */
static PyObject *build_beside(const prap_summary *summary) {
    return Py_BuildValue("(IIIIIIiiiiiiIIIIIIiiiIIIIII)", (unsigned)summary->mappa, (unsigned)summary->prap14,
                         (unsigned)summary->error, (unsigned)summary->channel, (unsigned)summary->referral_kind,
                         (unsigned)summary->outcome, (int)summary->entered_on, (int)summary->plan_on,
                         (int)summary->meeting_on, (int)summary->handed_over_on, (int)summary->work_on,
                         (int)summary->face_to_face_on, (unsigned)summary->imported,
                         (unsigned)summary->attempts_failed, (unsigned)summary->scenario,
                         (unsigned)summary->mandation, (unsigned)summary->appointment, (unsigned)summary->engagement,
                         (int)summary->approved_on, (int)summary->backed_out_on, (int)summary->end_on,
                         (unsigned)summary->orphan, (unsigned)summary->decision, (unsigned)summary->reference,
                         (unsigned)summary->outage, (unsigned)summary->misdirection, (unsigned)summary->erasure);
}

PyObject *pyprap_answer(const prap_answer *answer) {
    const prap_summary *summary = prap_answer_summary(answer);
    return Py_BuildValue("((IIIIIKiIiiiiiiIIIIIIii)NNNNN)", (unsigned)summary->verdict,
                         (unsigned)summary->programme, (unsigned)summary->stage, (unsigned)summary->feed,
                         (unsigned)summary->duplicate, (unsigned long long)summary->version,
                         (int)summary->as_of, (unsigned)summary->code, (int)summary->received_on,
                         (int)summary->made_on, (int)summary->acknowledged_on, (int)summary->attended_on,
                         (int)summary->start_on, (int)summary->ended_on, (unsigned)summary->attempts,
                         (unsigned)summary->breaches, (unsigned)summary->rulebook_hash,
                         (unsigned)summary->calendar_hash, (unsigned)summary->outside,
                         (unsigned)summary->event, (int)summary->on, (int)summary->status,
                         pyprap_reasons(answer),
                         list_of(answer, prap_answer_deadline_count(answer), build_deadline),
                         list_of(answer, prap_answer_notice_count(answer), build_notice),
                         pyprap_answer_settings(answer),
                         build_beside(summary));
}

/* A list of n things that lie one after another in memory. */
typedef PyObject *(*copier)(const void *items, size_t i);

static PyObject *array_of(const void *items, size_t n, copier copy) {
    PyObject *list = PyList_New(0);
    for (size_t i = 0; list != NULL && i < n; i++) {
        PyObject *item = copy(items, i);
        if (item == NULL || PyList_Append(list, item) != 0) Py_CLEAR(list);
        Py_XDECREF(item);
    }
    return list;
}

static PyObject *copy_fact(const void *items, size_t i) {
    const prap_fact *fact = (const prap_fact *)items + i;
    return Py_BuildValue("(IIL)", (unsigned)fact->fact, (unsigned)fact->kind, (long long)fact->value);
}

static PyObject *copy_broke(const void *items, size_t i) {
    const uint32_t reason = ((const uint32_t *)items)[i];
    const prap_word *word = prap_word_by_number(PRAP_WORDS_REASON, reason);
    return Py_BuildValue("(Is)", (unsigned)reason, word == NULL ? "" : pyprap_rule_id(word->rule));
}

PyObject *pyprap_event(const prap_event_view *event) {
    return Py_BuildValue("(KIiiNNIKNIII)", (unsigned long long)event->sequence, (unsigned)event->event,
                         (int)event->on, (int)event->recorded, pyprap_text(event->id),
                         array_of(event->facts, event->n_facts, copy_fact), (unsigned)event->stage,
                         (unsigned long long)event->voided_by, array_of(event->broke, event->n_broke, copy_broke),
                         (unsigned)event->rulebook_hash, (unsigned)event->calendar_hash,
                         (unsigned)event->division);
}

static PyObject *bytes_of(prap_bytes bytes) {
    return PyBytes_FromStringAndSize((const char *)bytes.bytes, (Py_ssize_t)bytes.n);
}

static PyObject *copy_event_record(const void *items, size_t i) {
    const prap_event_record *event = (const prap_event_record *)items + i;
    return Py_BuildValue("(KNN)", (unsigned long long)event->sequence, pyprap_text(event->id),
                         bytes_of(event->record));
}

static PyObject *copy_notice_record(const void *items, size_t i) {
    const prap_notice_record *notice = (const prap_notice_record *)items + i;
    return Py_BuildValue("(KIIIi)", (unsigned long long)notice->sequence, (unsigned)notice->ordinal,
                         (unsigned)notice->notice, (unsigned)notice->recipient, (int)notice->due);
}

PyObject *pyprap_change(const prap_change *change) {
    return Py_BuildValue("(NNKKNNNIIiiN)", pyprap_text(change->key.tenant), pyprap_text(change->key.case_id),
                         (unsigned long long)change->expected_version,
                         (unsigned long long)change->new_version, pyprap_text(change->id),
                         array_of(change->events, change->n_events, copy_event_record),
                         bytes_of(change->snapshot), (unsigned)change->programme, (unsigned)change->stage,
                         (int)change->next_due, (int)change->hold_until,
                         array_of(change->notices, change->n_notices, copy_notice_record));
}
