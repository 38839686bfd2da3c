/* call.c: a session: made, asked, wiped. A step is judged by its row as a whole before anything of it is kept. */
#include <string.h>

#include "base/adopt.h"
#include "base/always.h"
#include "base/error.h"
#include "catalogue/rules.h"
#include "dates/moments.h"
#include "dates/ways.h"
#include "provider-direct/call.h"

/* The allocator and the setup, as far as they say how long they are. */
static prap_status adopt(const prap_allocator *allocator, const prap_call_setup *setup, prap_allocator *ret_memory,
                         prap_call_setup *ret_ours, prap_error *reterr) {
    if (prapi_adopt(ret_memory, sizeof *ret_memory, allocator, allocator->size, sizeof *ret_memory) != PRAP_OK) {
        return prapi_fail(reterr, PRAP_E_SIZE, "allocator", "the allocator's size is one this library cannot adopt");
    }
    if (prapi_adopt(ret_ours, sizeof *ret_ours, setup, setup->size, sizeof *ret_ours) != PRAP_OK) {
        return prapi_fail(reterr, PRAP_E_SIZE, "setup", "the setup's size is one this library cannot adopt");
    }
    if (ret_memory->allocate == NULL || ret_memory->release == NULL || ret_ours->calendar == NULL ||
        (ret_ours->settings == NULL && ret_ours->n_settings > 0) ||
        (ret_ours->closures == NULL && ret_ours->n_closures > 0)) {
        return prapi_fail(reterr, PRAP_E_NULL, "setup", "a calendar, a list or a function of the allocator is missing");
    }
    return PRAP_OK;
}

prap_status prap_call_create(const prap_allocator *allocator, const prap_call_setup *setup, prap_call **ret_call,
                             prap_error *reterr) {
    if (allocator == NULL || setup == NULL || ret_call == NULL) {
        return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    }
    prap_allocator memory;
    prap_call_setup ours;
    prap_status status = adopt(allocator, setup, &memory, &ours, reterr);
    if (status != PRAP_OK) return status;
    if ((ours.flags & ~(uint32_t)PRAP_CALL_ALLOW_PROVISIONAL) != 0) {
        return prapi_fail(reterr, PRAP_E_RANGE, "flags", "there is no such flag");
    }
    int32_t settings[PRAPI_POLICY_END];
    status = prapi_settings_take(settings, ours.settings, ours.n_settings, reterr);
    if (status != PRAP_OK) return status;
    status = prapi_windows_check(ours.closures, ours.n_closures);
    if (status != PRAP_OK) return prapi_fail(reterr, status, "closures", prap_status_meaning(status));
    prap_call *call = memory.allocate(memory.user, sizeof *call);
    if (call == NULL) return prapi_fail(reterr, PRAP_E_NOMEM, "", "out of memory");
    memset(call, 0, sizeof *call);
    call->allocator = allocator;
    call->calendar = ours.calendar;
    call->closures = ours.closures;
    call->n_closures = ours.n_closures;
    call->flags = ours.flags;
    memcpy(call->settings, settings, sizeof settings);
    call->now.stage = PRAP_CALL_STAGE_BATCHED;
    call->now.current = PRAP_CALL_NOBODY;
    call->now.day = PRAP_DAY_NONE;
    call->now.last_day = PRAP_DAY_NONE;
    call->now.last = INT64_MIN; /* MUT-EQUIV: a moment with a minute is after 1970 */
    *ret_call = call;
    return PRAP_OK;
}

void prap_call_destroy(prap_call *call) {
    if (call == NULL) return;
    const prap_allocator *allocator = call->allocator;
    memset(call, 0, sizeof *call);
    allocator->release(allocator->user, call, sizeof *call);
}

size_t prap_call_bytes(void) {
    return sizeof(prap_call);
}

/* What D-07 and D-21 say of the moment of a call. */
static prap_status look_up(prapi_call_judge *judge, prap_error *reterr) {
    const prap_call *call = judge->call;
    if (judge->step->event != PRAP_CALL_EVENT_CALL_PLACED) return PRAP_OK;
    prapi_counter counter = prapi_counter_of(call->calendar, call->settings, call->flags);
    prap_date_question question = {.size = sizeof question, .anchor = judge->step->at, .second = PRAP_MOMENT_NONE,
                                   .computation = PRAP_COMPUTATION_ACCESS_CODE};
    judge->code = prapi_date_days(&counter, &question);
    question.computation = PRAP_COMPUTATION_SERVICE_HOURS;
    question.service = PRAP_SERVICE_PROVIDER_DIRECT;
    question.outages = call->closures;
    question.n_outages = call->n_closures;
    judge->opening = prapi_date_days(&counter, &question);
    if (counter.status == PRAP_OK) return PRAP_OK;
    return prapi_fail(reterr, counter.status, "at", prap_status_meaning(counter.status));
}

/* What the stage waits for. */
static uint32_t awaited(uint32_t stage) {
    static const uint8_t events[] = {
        [PRAP_CALL_STAGE_BATCHED] = PRAP_CALL_EVENT_CALL_PLACED,
        [PRAP_CALL_STAGE_ELIGIBILITY] = PRAP_CALL_EVENT_ELIGIBILITY_CHECKED,
        [PRAP_CALL_STAGE_ACCESS_CODE] = PRAP_CALL_EVENT_CODE_CHECKED,
        [PRAP_CALL_STAGE_PARTICIPANT] = PRAP_CALL_EVENT_PARTICIPANT_CHECKED,
        [PRAP_CALL_STAGE_DETAILS] = PRAP_CALL_EVENT_DETAILS_ASKED,
        [PRAP_CALL_STAGE_ADVICE] = PRAP_CALL_EVENT_ADVICE_GIVEN,
        [PRAP_CALL_STAGE_ENDED] = PRAP_CALL_EVENT_ADVICE_RECORDED,
        [PRAP_CALL_STAGE_RECORDED] = PRAP_CALL_EVENT_DOUBT_DECIDED,
    };
    return events[stage];
}

static void add_reason(prapi_call_judge *judge, uint32_t reason, uint32_t who, const prapi_call_finding *finding,
                       bool is_check) {
    prap_call *call = judge->call;
    if (PRAPI_NEVER(call->n_reasons >= PRAPI_CALL_REASONS)) return;
    const prap_word *word = prap_word_by_number(PRAP_WORDS_CALL_REASON, reason);
    const bool in_order = reason != PRAP_CALL_REASON_IN_ORDER;
    const uint32_t refused = is_check ? PRAP_SEVERITY_MISSED : PRAP_SEVERITY_FORBIDDEN;
    call->reasons[call->n_reasons] = (prap_call_reason){
        .size = sizeof(prap_call_reason),
        .reason = reason,
        .rule = in_order ? word->rule : prap_call_event_rule(judge->step->event),
        .severity = finding->result == PRAP_RESULT_UNKNOWN ? PRAP_SEVERITY_UNDECIDED : refused,
        .fact = prapi_call_reason_fact(reason),
        .cure_event = in_order ? prapi_call_reason_cure_event(reason) : awaited(call->now.stage),
        .policy = finding->policy,
        .participant = who,
        .earliest = finding->earliest,
    };
    call->n_reasons++;
}

static uint32_t worse(uint32_t a, uint32_t b) {
    if (a == PRAP_RESULT_FAILED || b == PRAP_RESULT_FAILED) return PRAP_RESULT_FAILED;
    return a == PRAP_RESULT_UNKNOWN ? a : b;
}

/* One guard, or one for each who is listed. */
static uint32_t ask(prapi_call_judge *judge, uint32_t reason, bool is_check) {
    const bool of_each = prapi_call_guard_is_of_each(reason) && judge->step->event == PRAP_CALL_EVENT_CALL_PLACED;
    const uint32_t n = of_each ? judge->call->now.n : 1;
    uint32_t result = PRAP_RESULT_MET;
    for (uint32_t i = 0; i < n; i++) {
        const uint32_t who = of_each ? i : judge->step->who;
        const prapi_call_finding finding = prapi_call_guard(judge, reason, who);
        if (finding.result != PRAP_RESULT_MET) add_reason(judge, reason, who, &finding, is_check);
        result = worse(result, finding.result);
    }
    return result;
}

static uint32_t ask_all(prapi_call_judge *judge, const uint16_t *reasons, size_t room, bool are_checks) {
    uint32_t result = PRAP_RESULT_MET;
    for (size_t i = 0; PRAPI_ALWAYS(i < room) && reasons[i] != 0; i++) result = worse(result, ask(judge, reasons[i], are_checks));
    return result;
}

static uint32_t stage_after(const prapi_call_judge *judge) {
    const uint32_t to = judge->is_failed ? judge->row->otherwise : judge->row->to;
    return to == PRAP_CALL_STAYS ? judge->call->now.stage : to;
}

/*
 * A check that was not passed is no refusal: it leads elsewhere. While another is not known, it leads there already: the
 * call goes no further on what is right besides.
 */
static uint32_t judge_row(prapi_call_judge *judge) {
    uint32_t result = PRAP_RESULT_MET;
    if (judge->row != NULL) result = ask_all(judge, judge->row->guards, PRAPI_CALL_GUARDS, false);
    if (result == PRAP_RESULT_MET) result = ask(judge, PRAP_CALL_REASON_IN_ORDER, false);
    if (result == PRAP_RESULT_FAILED) {
        if (judge->call->n_reasons == 1 && judge->call->reasons[0].reason == PRAP_CALL_REASON_IN_ORDER) judge->row = NULL;
        return PRAP_VERDICT_REFUSED;
    }
    const uint32_t checks = ask_all(judge, judge->row->checks, PRAPI_CALL_CHECKS, true);
    if (result == PRAP_RESULT_UNKNOWN || checks == PRAP_RESULT_UNKNOWN) return PRAP_VERDICT_UNDECIDED;
    judge->is_failed = checks == PRAP_RESULT_FAILED;
    judge->to = stage_after(judge);
    return PRAP_VERDICT_PERMITTED;
}

static void fill(const prapi_call_judge *judge, uint32_t verdict, prap_call_answer *ret) {
    const prap_call *call = judge->call;
    const uint32_t size = ret->size;
    const bool is_taken_off = judge->step->event == PRAP_CALL_EVENT_PARTICIPANT_TAKEN_OFF;
    const bool is_listed = judge->step->event == PRAP_CALL_EVENT_PARTICIPANT_LISTED;
    uint32_t who = judge->step->who;
    if (verdict == PRAP_VERDICT_PERMITTED && is_listed) who = call->now.n - 1;
    if (verdict == PRAP_VERDICT_PERMITTED && is_taken_off) who = PRAP_CALL_NOBODY;
    memset(ret, 0, size);
    *ret = (prap_call_answer){
        .size = size,
        .verdict = verdict,
        .event = judge->step->event,
        .stage = call->now.stage,
        .participant = who,
        .standing = who == PRAP_CALL_NOBODY ? 0 : call->now.participants[who].standing,
        .listed = call->now.n,
        .left = prapi_call_left_beside(call, PRAP_CALL_NOBODY),
        .questions = who == PRAP_CALL_NOBODY ? 0 : prapi_call_questions_left(&call->now.participants[who]),
        .rule = prap_call_event_rule(judge->step->event),
        .reasons = call->n_reasons,
        .reminders = call->n_reminders,
        .row = judge->row == NULL ? "" : judge->row->id,
    };
}

static prap_status answer(prap_call *call, const prap_call_event *event, bool keeps, prap_call_answer *ret_answer,
                          prap_error *reterr) {
    if (call == NULL || event == NULL) return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    if (ret_answer != NULL && ret_answer->size < sizeof *ret_answer) {
        return prapi_fail(reterr, PRAP_E_SIZE, "answer", "the answer's size is one this library cannot fill");
    }
    prapi_call_step step;
    prapi_call_judge judge = {.call = call, .step = &step};
    prap_status status = prapi_call_take(call, event, &step, reterr);
    if (status == PRAP_OK) status = look_up(&judge, reterr);
    if (status != PRAP_OK) return status;
    call->n_reasons = 0;
    call->n_reminders = 0;
    judge.row = prapi_call_row_of(call, &step);
    const uint32_t verdict = judge_row(&judge);
    if (verdict == PRAP_VERDICT_PERMITTED) prapi_call_remind(&judge);
    call->before = call->now;
    if (verdict == PRAP_VERDICT_PERMITTED) prapi_call_apply(&judge);
    if (ret_answer != NULL) fill(&judge, verdict, ret_answer);
    if (!keeps) call->now = call->before;
    return PRAP_OK;
}

prap_status prap_call_submit(prap_call *call, const prap_call_event *event, prap_call_answer *ret_answer,
                             prap_error *reterr) {
    return answer(call, event, true, ret_answer, reterr);
}

prap_status prap_call_preview(prap_call *call, const prap_call_event *event, prap_call_answer *ret_answer,
                              prap_error *reterr) {
    return answer(call, event, false, ret_answer, reterr);
}
