/*
 * call.c: the parts of a call to Provider Direct: any event as it comes in, with up to MOST facts and names of the lengths
 * below; the row that judges it; what is worth saying of it, and what it changes, of any step that its stage permits.
 *
 * Part: provider-direct/call-answer.c provider-direct/call-event.c provider-direct/call-moves.c
 *   provider-direct/call-reminders.c provider-direct/call-steps.c
 * Define: prapi_text_bytes=strlen
 * Options: -eva-auto-loop-unroll 40 -eva-slevel-function any_settings:400,prap_word_by_number:400,row_of:400
 *   -eva-slevel-function prapi_words:2000,read_long:500,prapi_text_is_printable:500
 *   -eva-split-return-function read_long:0:2:3:4
 */
#include "any-call.h"

enum { MOST = 2, FEW = 2, LONGEST = 9 };

static prap_call call;
static prapi_call_step step;
static prap_error error;
static char id[LONGEST];

/* With the same fact as often as there is room: once, and twice. */
static void take(size_t n, uint32_t fact) {
    prap_call_event event;
    prap_call_fact facts[MOST];
    ANY(event);
    ANY(facts);
    for (size_t i = 0; i < MOST; i++) facts[i].fact = fact;
    event.size = (uint32_t)any_of(0, sizeof event);
    event.event = (uint32_t)any_of(0, PRAP_CALL_EVENT_PARTICIPANT_TAKEN_OFF + 1);
    event.participant = (prap_text){LAST(id, n), n};
    event.facts = maybe() ? facts : NULL;
    event.n_facts = (size_t)any_of(0, MOST);
    (void)prapi_call_take(&call, &event, &step, MAYBE(error));
    event.n_facts = PRAP_CALL_FACTS_MAX + 1;
    (void)prapi_call_take(&call, &event, &step, &error);
}

/* One step from a stage to another, of the one with the index 0, or of nobody. */
static void go(uint32_t event, uint32_t n, uint32_t who, uint32_t first, uint32_t last, uint32_t to_first, uint32_t to_last) {
    prapi_call_judge judge;
    ANY(judge);
    any_call(&call, n);
    any_step(&step, &call);
    call.now.stage = (uint32_t)any_of((int)first, (int)last);
    step.event = event;
    step.at.day = event == PRAP_CALL_EVENT_CALL_PLACED ? call_day() : call_day_or_none();
    step.who = who;
    step.is_named = who != PRAP_CALL_NOBODY;
    step.id = (prap_text){LAST(id, 4), 4};
    judge.call = &call;
    judge.step = &step;
    judge.row = NULL;
    judge.is_failed = maybe();
    judge.to = (uint32_t)any_of((int)to_first, (int)to_last);
    prapi_call_remind(&judge);
    prapi_call_apply(&judge);
}

#define S(NAME) PRAP_CALL_STAGE_##NAME
#define E(NAME) PRAP_CALL_EVENT_##NAME

static void steps(void) {
    go(E(PARTICIPANT_LISTED), PRAP_CALL_PARTICIPANTS_MAX - 1, PRAP_CALL_NOBODY, S(BATCHED), S(ADVICE), S(BATCHED), S(ADVICE));
    go(E(PARTICIPANT_TAKEN_OFF), FEW, 0, S(BATCHED), S(ADVICE), S(BATCHED), S(ADVICE));
    go(E(PARTICIPANT_TAKEN_OFF), FEW, FEW - 1, S(BATCHED), S(BATCHED), S(BATCHED), S(BATCHED));
    go(E(CALL_PLACED), PRAP_CALL_PARTICIPANTS_MAX, PRAP_CALL_NOBODY, S(BATCHED), S(BATCHED), S(ELIGIBILITY), S(ELIGIBILITY));
    go(E(ELIGIBILITY_CHECKED), FEW, PRAP_CALL_NOBODY, S(ELIGIBILITY), S(ELIGIBILITY), S(ACCESS_CODE), S(ENDED));
    go(E(CODE_CHECKED), PRAP_CALL_PARTICIPANTS_MAX, PRAP_CALL_NOBODY, S(ACCESS_CODE), S(ACCESS_CODE), S(PARTICIPANT), S(ENDED));
    go(E(QUESTION_UNASKABLE), FEW, 0, S(PARTICIPANT), S(PARTICIPANT), S(PARTICIPANT), S(PARTICIPANT));
    go(E(PARTICIPANT_CHECKED), PRAP_CALL_PARTICIPANTS_MAX, 0, S(PARTICIPANT), S(PARTICIPANT), S(PARTICIPANT), S(ENDED));
    go(E(DETAILS_ASKED), FEW, 0, S(DETAILS), S(DETAILS), S(ADVICE), S(ADVICE));
    go(E(ADVICE_GIVEN), FEW, 0, S(ADVICE), S(ADVICE), S(ADVICE), S(ADVICE));
    go(E(NEXT_PARTICIPANT), FEW, 0, S(ADVICE), S(ADVICE), S(PARTICIPANT), S(PARTICIPANT));
    go(E(NEXT_PARTICIPANT), FEW, PRAP_CALL_NOBODY, S(ADVICE), S(ADVICE), S(PARTICIPANT), S(PARTICIPANT));
    go(E(CALL_CLOSED), PRAP_CALL_PARTICIPANTS_MAX, PRAP_CALL_NOBODY, S(ADVICE), S(ADVICE), S(ENDED), S(ENDED));
    go(E(CALL_BROKEN_OFF), PRAP_CALL_PARTICIPANTS_MAX, PRAP_CALL_NOBODY, S(ELIGIBILITY), S(ADVICE), S(ENDED), S(ENDED));
    go(E(ADVICE_RECORDED), FEW, 0, S(ENDED), S(RECORDED), S(ENDED), S(RECORDED));
    go(E(RECORD_UPDATED), FEW, 0, S(ENDED), S(RECORDED), S(ENDED), S(RECORDED));
    go(E(DOUBT_DECIDED), FEW, 0, S(ENDED), S(RECORDED), S(ENDED), S(RECORDED));
}

static void look(void) {
    prap_call_view view;
    prap_call_move move;
    any_call(&call, FEW);
    any_step(&step, &call);
    call.n_reasons = (uint32_t)any_of(0, PRAPI_CALL_REASONS);
    call.n_reminders = (uint32_t)any_of(0, PRAPI_CALL_REMINDERS);
    (void)prapi_call_row_of(&call, &step);
    (void)prap_call_reason_at(MAYBE(call), any_u32());
    (void)prap_call_reminder_at(MAYBE(call), any_u32());
    (void)prap_call_reason_why(any_u32());
    (void)prap_call_reason_cure(any_u32());
    (void)prapi_call_reason_fact((uint32_t)any_of(1, PRAPI_CALL_REASON_END - 1));
    (void)prapi_call_reason_cure_event((uint32_t)any_of(1, PRAPI_CALL_REASON_END - 1));
    (void)prap_call_stage(MAYBE(call));
    (void)prap_call_participant_count(MAYBE(call));
    view.size = (uint32_t)any_of(0, sizeof view);
    (void)prap_call_participant_at(MAYBE(call), any_u32(), MAYBE(view));
    (void)prap_call_move_count();
    move.size = (uint32_t)any_of(0, sizeof move);
    (void)prap_call_move_get(any_u32(), MAYBE(move));
    (void)prap_call_event_rule(any_u32());
    (void)prapi_call_questions_left(&call.now.participants[0]);
}

int main(void) {
    error.size = sizeof error;
    ANY(id);
    any_call(&call, FEW);
    take(0, 0);
    take(LONGEST, PRAPI_CALL_FACT_END);
    //@ loop unroll 60;
    for (uint32_t fact = 1; fact < PRAPI_CALL_FACT_END; fact++) take(4, fact);
    steps();
    look();
    return 0;
}
