/*
 * call-session.c: a session with Provider Direct, made of any setting and closure; each event at each stage with every fact that
 * it takes said to be anything, all of them at once, of FEW participants who are listed, about nobody who is named, one who is
 * listed and one who is not.
 *
 * Part: provider-direct/call.c
 * Define: prapi_text_bytes=strlen
 * Include: exact.h
 * Options: -eva-domains cvalue,symbolic-locations -eva-auto-loop-unroll 40
 *   -eva-slevel-function any_settings:400,prap_word_by_number:400,row_of:400
 *   -eva-slevel-function prapi_words:2000,read_long:500,prapi_text_is_printable:500,prapi_settings_take:200
 *   -eva-split-return-function read_long:0:2:3:4,prapi_call_take:0,prap_call_create:0,ask:1:2:3,ask_all:1:2:3
 */
#include "any-call.h"
#include "any-moment.h"

enum { FEW = 2, LISTED = 'a', STRANGER = 'z' };

static prap_call call;
static prap_error error;
static prap_call_fact facts[PRAPI_CALL_FACT_END];
static prap_window closures[1];

static void *allocate(void *user, size_t bytes) {
    (void)user;
    return maybe() && bytes <= sizeof call ? &call : NULL;
}

static void release(void *user, void *memory, size_t bytes) {
    (void)user;
    (void)memory;
    (void)bytes;
}

static const prap_allocator allocator = {.size = sizeof allocator, .allocate = allocate, .release = release};

static void make(const prap_setting *settings, size_t n_settings, const prap_window *windows, size_t n_windows) {
    prap_call *made;
    prap_call_setup setup;
    ANY(setup);
    setup.size = sizeof setup;
    setup.calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    setup.settings = settings;
    setup.n_settings = n_settings;
    setup.closures = windows;
    setup.n_closures = n_windows;
    if (prap_call_create(&allocator, &setup, &made, MAYBE(error)) == PRAP_OK) prap_call_destroy(made);
}

static void create(void) {
    prap_call *made;
    const prap_setting setting = {any_u32(), any_int()};
    const prap_call_setup bare = {.size = (uint32_t)any_of(0, sizeof bare)};
    const prap_allocator other = {.size = (uint32_t)any_of(0, sizeof other)};
    make(&setting, 1, closures, 1);
    make(NULL, 0, NULL, 0);
    make(NULL, 1, NULL, 1);
    (void)prap_call_create(MAYBE(other), MAYBE(bare), &made, MAYBE(error));
    (void)prap_call_create(&allocator, &bare, MAYBE(made), NULL);
    prap_call_destroy(NULL);
    (void)prap_call_bytes();
}

static size_t fill(uint32_t event) {
    size_t n = 0;
    uint32_t fact;
    while (n < PRAPI_CALL_FACT_END && (fact = prap_call_event_fact_at(event, (uint32_t)n)) != 0) {
        const prapi_call_said said = any_call_said(fact);
        facts[n++] = (prap_call_fact){fact, said.kind, said.value};
    }
    return n;
}

/* named: whom, by a letter, or 0. current: whom the agent is dealing with. */
static void tell(uint32_t number, uint32_t stage, char named, uint32_t current, size_t n_facts) {
    prap_call_event event;
    prap_call_answer answer;
    ANY(event);
    any_call(&call, FEW);
    //@ loop unroll FEW;
    for (size_t i = 0; i < FEW; i++) {
        call.now.participants[i].id_bytes = 1;
        call.now.participants[i].id[0] = (char)(LISTED + (char)i);
    }
    call.allocator = &allocator;
    call.closures = closures;
    call.n_closures = 1;
    call.flags = (uint32_t)any_of(0, PRAP_CALL_ALLOW_PROVISIONAL);
    call.now.stage = stage;
    call.now.current = current;
    event.size = sizeof event;
    event.event = number;
    event.participant = (prap_text){&named, named != 0 ? 1 : 0};
    event.at = sound_moment();
    event.facts = facts;
    event.n_facts = n_facts;
    answer.size = sizeof answer;
    (void)prap_call_submit(&call, &event, &answer, &error);
}

static void tell_all(uint32_t number, uint32_t stage, size_t n_facts) {
    tell(number, stage, 0, PRAP_CALL_NOBODY, n_facts);
    if (prapi_call_about(number) == PRAPI_ABOUT_CALL) return;
    tell(number, stage, 0, 0, n_facts);
    tell(number, stage, LISTED, 0, n_facts);
    tell(number, stage, STRANGER, 0, n_facts);
}

static void wrong(void) {
    prap_call_answer answer;
    const prap_call_event event = {.size = sizeof event, .event = PRAP_CALL_EVENT_CALL_CLOSED, .at = PRAP_MOMENT_NONE};
    any_call(&call, 0);
    answer.size = (uint32_t)any_of(0, sizeof answer);
    (void)prap_call_preview(&call, &event, MAYBE(answer), NULL);
    (void)prap_call_preview(MAYBE(call), MAYBE(event), NULL, &error);
}

int main(void) {
    error.size = sizeof error;
    closures[0] = (prap_window){any_moment(), any_moment()};
    create();
    //@ loop unroll 20;
    for (uint32_t number = 1; number <= PRAP_CALL_EVENT_PARTICIPANT_TAKEN_OFF; number++) {
        const size_t n_facts = fill(number);
        //@ loop unroll 10;
        for (uint32_t stage = PRAP_CALL_STAGE_BATCHED; stage <= PRAP_CALL_STAGE_RECORDED; stage++) {
            tell_all(number, stage, n_facts);
        }
    }
    wrong();
    return 0;
}
