/*
 * call-guards.c: every guard of a call to Provider Direct, before any call of up to as many participants as there can be, and
 * any step in it.
 *
 * Part: provider-direct/call-guards.c provider-direct/guards
 * Define: prapi_text_bytes=strlen
 * Options: -eva-auto-loop-unroll 40
 */
#include "any-call.h"

static prap_call call;
static prapi_call_step step;

/* As call.c asks them: the original papers of each who is listed before the call, or of the one who is then listed. */
static void ask(const prapi_call_judge *judge, uint32_t reason) {
    if (!prapi_call_guard_is_of_each(reason)) {
        (void)prapi_call_guard(judge, reason, judge->step->who);
        return;
    }
    step.event = PRAP_CALL_EVENT_PARTICIPANT_LISTED;
    (void)prapi_call_guard(judge, reason, judge->step->who);
    if (call.now.n == 0) return;
    step.event = PRAP_CALL_EVENT_CALL_PLACED;
    (void)prapi_call_guard(judge, reason, (uint32_t)any_of(0, (int)call.now.n - 1));
}

static void judge_call(uint32_t n) {
    static const prapi_call_row row = {.to = PRAP_CALL_STAGE_ELIGIBILITY};
    any_call(&call, n);
    any_step(&step, &call);
    prapi_call_judge judge;
    ANY(judge);
    judge.call = &call;
    judge.step = &step;
    judge.row = MAYBE(row);
    judge.is_failed = maybe();
    //@ loop unroll PRAPI_CALL_REASON_END;
    for (uint32_t reason = 1; reason < PRAPI_CALL_REASON_END; reason++) ask(&judge, reason);
}

int main(void) {
    judge_call(0);
    judge_call(PRAP_CALL_PARTICIPANTS_MAX);
    return 0;
}
