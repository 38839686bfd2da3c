/*
 * arguments.c: fuzz target. One call of the library after another, of those that need no engine: each with arguments that
 * make sense, of which the bytes leave some out and spoil members of others. Whatever is wrong is a status that there is,
 * with an error that says so; and what is returned stays as it was.
 */
#include <string.h>

#include "failing-allocator.h"
#include "heap.h"
#include "spoil.h"
#include "test-host.h"

enum { LIST = 3, DAYS = 8, SLOTS = 4, TODAY = 19500 /* 2023-05-23 */, ENDED = 4711, MANY = 100000 };

static const prap_allocator heap = HEAP_ALLOCATOR;

/* What the bytes say of one call. */
struct call {
    struct rest *rest;
    uint32_t missing; /* bits: arguments that are NULL */
    uint32_t how;     /* of the call's own */
    uint32_t slot;    /* which of its structs is spoiled; SLOTS and above: none */
    uint32_t stops;   /* the visit that ends it; 0: none */
    const prap_calendar *calendar;
    prap_setting settings[1];
    size_t n_settings;
    prap_error *error;
};

#define GIVEN(bit, pointer) ((call->missing >> (bit) & 1) != 0 ? NULL : (pointer))

static void spoil_slot(struct call *call, uint32_t slot, const char *type, void *what) {
    if (call->slot == slot) spoil(call->rest, type, what);
}

static prap_status see(struct call *call) {
    return call->stops > 0 && --call->stops == 0 ? ENDED : PRAP_OK;
}

static prap_moment take_moment(struct rest *rest) {
    const uint32_t day = take(rest), minute = take(rest);
    return (prap_moment){day == 255 ? PRAP_DAY_NONE : TODAY - 128 + (prap_day)day, minute == 255 ? PRAP_MINUTE_NONE : (int32_t)minute * 6,
                         PRAP_OFFSET_NONE};
}

static size_t take_facts(struct rest *rest, prap_fact facts[LIST]) {
    const size_t n = take(rest) % (LIST + 1);
    for (size_t i = 0; i < n; i++) {
        facts[i].fact = take(rest);
        facts[i].kind = take(rest);
        const uint32_t value = take(rest);
        facts[i].value = facts[i].kind == PRAP_VALUE_DAY ? TODAY - 128 + (int64_t)value : (int64_t)value;
    }
    return n;
}

static size_t take_windows(struct rest *rest, prap_window windows[LIST]) {
    const size_t n = take(rest) % (LIST + 1);
    for (size_t i = 0; i < n; i++) {
        windows[i].from = take_moment(rest);
        windows[i].to = take_moment(rest);
    }
    return n;
}

/* A text out of a few, or of the bytes. */
static prap_text take_text(struct rest *rest) {
    static const char *const texts[] = {"",           "yes",        "no",          "JG103759A", "ZZ999999Z",       "2023-05-05", "05/05/2023",
                                        "1/1/1/2023", "M1 1AA",     "GIR 0AA",     "07700 900123", "+44 7700 900123", "+4407700900123", "+353 1 234 5678",
                                        "mandatory",  "voluntary",  "Anna Smith",  "anna  SMITH", "0044 7700 900123", "(0161) 496 0000", "1234567890123456789",
                                        "AB",         "QI1 1II",    "not known",   "+1",        "12/2023"};
    enum { TEXTS = sizeof texts / sizeof *texts };
    const uint32_t which = take(rest);
    if (which < TEXTS) return test_text(texts[which]);
    size_t n = which % 24;
    if (n > rest->n) n = rest->n;
    const prap_text text = {(const char *)rest->bytes, n};
    rest->bytes += n;
    rest->n -= n;
    return text;
}

static prap_status hear_finding(void *user, const prap_data_finding *finding) {
    must(prap_rule_by_number(finding->rule) != NULL, "a finding cites no rule");
    return see(user);
}

static prap_status hear_difference(void *user, const prap_data_difference *difference) {
    must(difference->change != 0, "a difference is none");
    return see(user);
}

/* A record of items, its values out of the bytes. */
struct record {
    prap_data_value values[2 * LIST];
    ROOMY(prap_data_record) it;
};

static void take_record(struct call *call, uint32_t slot, struct record *ret_record) {
    struct rest *rest = call->rest;
    memset(ret_record, 0, sizeof *ret_record);
    prap_data_record *record = &ret_record->it.it;
    *record = (prap_data_record){.size = sizeof *record, .on = PRAP_DAY_NONE, .values = ret_record->values};
    const uint32_t of = take(rest), more = take(rest);
    record->programme = of % 4;
    record->channel = of / 4 % 8;
    record->mappa = of / 32;
    record->scr = more % 4;
    record->partial = more / 4 % 2;
    if ((more & 64) != 0) record->on = TODAY;
    record->n = take(rest) % (2 * LIST + 1);
    for (size_t i = 0; i < record->n; i++) {
        ret_record->values[i].item = take(rest);
        ret_record->values[i].text = take_text(rest);
    }
    spoil_slot(call, slot, "prap_data_record", &ret_record->it);
}

static prap_status check_data(struct call *call) {
    struct record record;
    ROOMY(prap_data_answer) answer = {.it = {.size = sizeof answer.it}};
    take_record(call, 0, &record);
    spoil_slot(call, 1, "prap_data_answer", &answer);
    if (call->slot == 2) spoil(call->rest, "prap_data_value", &record.values[0]);
    return prap_data_check(GIVEN(0, &record.it.it), GIVEN(1, hear_finding), call, GIVEN(2, &answer.it), call->error);
}

static prap_status compare_data(struct call *call) {
    struct record before, after;
    ROOMY(prap_data_comparison) comparison = {.it = {.size = sizeof comparison.it}};
    take_record(call, 0, &before);
    take_record(call, 1, &after);
    if ((call->how & 1) != 0) after.it.it.programme = before.it.it.programme;
    spoil_slot(call, 2, "prap_data_comparison", &comparison);
    return prap_data_compare(GIVEN(0, &before.it.it), GIVEN(1, &after.it.it), GIVEN(2, hear_difference), call, GIVEN(3, &comparison.it),
                             call->error);
}

static prap_status mark_data(struct call *call) {
    static const uint8_t key[PRAP_DATA_KEY_BYTES] = {7};
    struct record before, after;
    prap_data_mark marks[2][2 * LIST];
    size_t n[2] = {0, 0};
    ROOMY(prap_data_comparison) comparison = {.it = {.size = sizeof comparison.it}};
    memset(marks, 0, sizeof marks);
    take_record(call, 0, &before);
    take_record(call, 1, &after);
    const prap_status status = prap_data_mark_record(GIVEN(0, key), GIVEN(1, &before.it.it), GIVEN(2, marks[0]),
                                                     (call->how & 1) != 0 ? 1 : 2 * LIST, GIVEN(3, &n[0]), call->error);
    (void)prap_data_mark_record(key, &after.it.it, marks[1], 2 * LIST, &n[1], NULL);
    spoil_slot(call, 2, "prap_data_comparison", &comparison);
    if (call->slot == 3) spoil(call->rest, "prap_data_mark", &marks[0][0]);
    for (size_t i = 0; i < 2; i++) n[i] = n[i] > 2 * LIST ? 2 * LIST : n[i];
    const prap_status compared = prap_data_compare_marks(GIVEN(4, marks[0]), n[0], GIVEN(5, marks[1]), n[1], call->how / 2 % 8,
                                                         hear_difference, call, GIVEN(6, &comparison.it), NULL);
    must(compared == ENDED || prap_status_name(compared) != NULL, "a status of no name");
    return status;
}

static prap_status hear_service(void *user, const prap_service_finding *finding) {
    must(prap_rule_by_number(finding->rule) != NULL, "a finding cites no rule");
    return see(user);
}

static prap_status ask_service(struct call *call) {
    struct rest *rest = call->rest;
    ROOMY(prap_service_question) question;
    ROOMY(prap_service_answer) answer = {.it = {.size = sizeof answer.it}};
    prap_window windows[LIST];
    prap_day days[LIST];
    memset(&question, 0, sizeof question);
    question.it = (prap_service_question){.size = sizeof question.it, .service = take(rest), .at = take_moment(rest), .outages = windows,
                                          .audited = PRAP_DAY_NONE, .reviewed = PRAP_DAY_NONE, .changed = PRAP_DAY_NONE, .days = days};
    question.it.n_outages = take_windows(rest, windows);
    question.it.n_days = take(rest) % (LIST + 1);
    for (size_t i = 0; i < question.it.n_days; i++) days[i] = take_moment(rest).day;
    if ((call->how & 1) != 0) question.it.subject = take(rest);
    if ((call->how & 2) != 0) question.it.route = take(rest);
    if ((call->how & 4) != 0) question.it.reviewed = take_moment(rest).day;
    if ((call->how & 8) != 0) question.it.changed = take_moment(rest).day;
    if ((call->how & 16) != 0) question.it.audited = take_moment(rest).day;
    if ((call->how & 32) != 0 && prap_announced_at(0) != NULL) {
        windows[0] = prap_announced_at(take(rest) % 4) != NULL ? prap_announced_at(0)->window : windows[0];
        question.it.at = windows[0].from;
    }
    spoil_slot(call, 0, "prap_service_question", &question);
    spoil_slot(call, 1, "prap_service_answer", &answer);
    return prap_service_ask(GIVEN(0, call->calendar), GIVEN(1, call->settings), call->n_settings, GIVEN(2, &question.it),
                            GIVEN(3, hear_service), call, GIVEN(4, &answer.it), call->error);
}

static prap_status hear_person(void *user, const prap_finding *finding) {
    must(prap_rule_by_number(finding->rule) != NULL, "a finding cites no rule");
    return see(user);
}

static prap_status ask_person(struct call *call) {
    struct rest *rest = call->rest;
    ROOMY(prap_person_question) question;
    ROOMY(prap_person) person = {.it = {.size = sizeof person.it}};
    ROOMY(prap_summary) summary;
    ROOMY(prap_person_case) made = {.it = {.size = sizeof made.it}};
    prap_person_case cases[LIST + 1];
    prap_rulebook *rulebook = NULL;
    memset(&question, 0, sizeof question);
    memset(&summary, 0, sizeof summary);
    memset(cases, 0, sizeof cases);
    question.it = (prap_person_question){.size = sizeof question.it, .on = TODAY, .eligible = take(rest) % 4, .cases = cases};
    question.it.n = take(rest) % (LIST + 1);
    for (size_t i = 0; i < question.it.n; i++) {
        cases[i] = (prap_person_case){.size = sizeof cases[i], .stage = take(rest) % 48, .kind = take(rest) % 4};
        cases[i].made_on = take_moment(rest).day;
        cases[i].start_on = take_moment(rest).day;
        cases[i].ended_on = take_moment(rest).day;
    }
    summary.it = (prap_summary){.size = sizeof summary.it, .work_on = (call->how & 8) != 0 ? TODAY : PRAP_DAY_NONE};
    spoil_slot(call, 0, "prap_person_question", &question);
    spoil_slot(call, 1, "prap_person", &person);
    if (call->slot == 2) spoil(rest, "prap_person_case", &cases[0]);
    spoil_slot(call, 3, "prap_person_case", &made);
    const uint32_t programme = call->how % 8;
    (void)prap_rulebook_create(&heap, programme, call->calendar, call->settings, call->n_settings, &rulebook, NULL);
    const prap_status status = prap_person_of(GIVEN(0, &question.it), GIVEN(1, rulebook), GIVEN(2, hear_person), call, GIVEN(3, &person.it));
    prap_rulebook_destroy(rulebook);
    (void)prap_person_case_of(GIVEN(4, &summary.it), GIVEN(5, &made.it));
    return status;
}

static prap_status check_participant(struct call *call) {
    struct rest *rest = call->rest;
    ROOMY(prap_participant_held) held;
    ROOMY(prap_participant_said) said;
    ROOMY(prap_participant_check) check = {.it = {.size = sizeof check.it}};
    prap_participant_answer answers[LIST];
    memset(&held, 0, sizeof held);
    memset(&said, 0, sizeof said);
    held.it = (prap_participant_held){.size = sizeof held.it, .lms_date = take_moment(rest).day, .nino = take_text(rest), .name = take_text(rest),
                                      .answers = answers};
    said.it = (prap_participant_said){.size = sizeof said.it, .question = take(rest) % 10, .nino = take_text(rest), .name = take_text(rest),
                                      .answer = take_text(rest), .answer_on = take_moment(rest).day, .tell = take(rest) % 2};
    held.it.n = take(rest) % (LIST + 1);
    for (size_t i = 0; i < LIST; i++) answers[i] = (prap_participant_answer){sizeof answers[i], take(rest) % 10, take_text(rest)};
    spoil_slot(call, 0, "prap_participant_held", &held);
    spoil_slot(call, 1, "prap_participant_said", &said);
    spoil_slot(call, 2, "prap_participant_check", &check);
    if (call->slot == 3) answers[0].size = 0;
    return prap_participant_check_of(GIVEN(0, &held.it), GIVEN(1, &said.it), GIVEN(2, call->settings), call->n_settings, GIVEN(3, &check.it),
                                     call->error);
}

static prap_status draw_questions(struct call *call) {
    ROOMY(prap_participant_questions) questions = {.it = {.size = sizeof questions.it}};
    spoil_slot(call, 0, "prap_participant_questions", &questions);
    return prap_participant_questions_of(take(call->rest), call->how, GIVEN(0, call->settings), call->n_settings, GIVEN(1, &questions.it),
                                         call->error);
}

static prap_status hear_desk(void *user, const prap_desk_finding *finding) {
    must(prap_rule_by_number(finding->rule) != NULL, "a finding cites no rule");
    return see(user);
}

static prap_status ask_desk(struct call *call) {
    struct rest *rest = call->rest;
    ROOMY(prap_desk_question) question;
    ROOMY(prap_desk_answer) answer = {.it = {.size = sizeof answer.it}};
    prap_fact facts[LIST];
    prap_window windows[LIST];
    prap_code_step steps[LIST];
    memset(&question, 0, sizeof question);
    question.it = (prap_desk_question){.size = sizeof question.it, .ask = take(rest), .on = TODAY, .at = take_moment(rest), .facts = facts,
                                       .outages = windows, .steps = steps};
    question.it.n_facts = take_facts(rest, facts);
    question.it.n_outages = take_windows(rest, windows);
    question.it.n_steps = take(rest) % (LIST + 1);
    for (size_t i = 0; i < question.it.n_steps; i++) steps[i] = (prap_code_step){take(rest), take_moment(rest).day, take(rest)};
    spoil_slot(call, 0, "prap_desk_question", &question);
    spoil_slot(call, 1, "prap_desk_answer", &answer);
    return prap_desk_ask(GIVEN(0, call->calendar), GIVEN(1, call->settings), call->n_settings, GIVEN(2, &question.it), GIVEN(3, hear_desk),
                         call, GIVEN(4, &answer.it), call->error);
}

static prap_status hear_form(void *user, const prap_form_finding *finding) {
    must(prap_rule_by_number(finding->rule) != NULL, "a finding cites no rule");
    return see(user);
}

static prap_status ask_form(struct call *call) {
    struct rest *rest = call->rest;
    ROOMY(prap_form_question) question;
    ROOMY(prap_form_answer) answer = {.it = {.size = sizeof answer.it}};
    prap_fact facts[LIST];
    memset(&question, 0, sizeof question);
    question.it = (prap_form_question){.size = sizeof question.it, .form = take(rest), .programme = call->how % 8, .on = TODAY, .facts = facts};
    question.it.n_facts = take_facts(rest, facts);
    spoil_slot(call, 0, "prap_form_question", &question);
    spoil_slot(call, 1, "prap_form_answer", &answer);
    return prap_form_ask(GIVEN(0, call->calendar), GIVEN(1, call->settings), call->n_settings, GIVEN(2, &question.it), GIVEN(3, hear_form),
                         call, GIVEN(4, &answer.it), call->error);
}

/* A call to Provider Direct, and an event of it; its memory may not be there. */
static prap_status make_call(struct call *call) {
    struct rest *rest = call->rest;
    struct failing_allocator allocator;
    ROOMY(prap_call_setup) setup;
    ROOMY(prap_call_event) event;
    ROOMY(prap_call_answer) answer = {.it = {.size = sizeof answer.it}};
    ROOMY(prap_allocator) memory;
    prap_call_fact facts[LIST];
    prap_window closures[LIST];
    prap_call *made = NULL;
    memset(&setup, 0, sizeof setup);
    memset(&event, 0, sizeof event);
    memset(&memory, 0, sizeof memory);
    failing_allocator_init(&allocator);
    failing_allocator_fail(&allocator, call->how % 4, false);
    memory.it = allocator.interface;
    setup.it = (prap_call_setup){.size = sizeof setup.it, .calendar = call->calendar, .settings = call->settings, .n_settings = call->n_settings,
                                 .closures = closures};
    setup.it.n_closures = take_windows(rest, closures);
    spoil_slot(call, 0, "prap_call_setup", &setup);
    spoil_slot(call, 3, "prap_allocator", &memory);
    prap_status status = prap_call_create(GIVEN(0, &memory.it), GIVEN(1, &setup.it), GIVEN(2, &made), call->error);
    for (uint32_t i = 0; status == PRAP_OK && i <= call->how / 4 % 8; i++) {
        event.it = (prap_call_event){.size = sizeof event.it, .event = take(rest), .participant = take_text(rest), .at = take_moment(rest),
                                     .facts = facts};
        event.it.n_facts = take(rest) % (LIST + 1);
        for (size_t k = 0; k < event.it.n_facts; k++) facts[k] = (prap_call_fact){take(rest), take(rest), (int64_t)take(rest) - 4};
        spoil_slot(call, 1, "prap_call_event", &event);
        spoil_slot(call, 2, "prap_call_answer", &answer);
        status = prap_call_submit(GIVEN(3, made), GIVEN(4, &event.it), GIVEN(5, &answer.it), call->error);
        if (status == PRAP_OK) status = prap_call_preview(made, &event.it, &answer.it, call->error);
    }
    prap_call_destroy(made);
    must(allocator.outstanding_bytes == 0 && allocator.wrong_releases == 0, "memory is left");
    return status;
}

static prap_status compute_date(struct call *call) {
    struct rest *rest = call->rest;
    ROOMY(prap_date_question) question;
    ROOMY(prap_date_answer) answer = {.it = {.size = sizeof answer.it}};
    prap_window windows[LIST];
    prap_moved_day moved[1];
    size_t n = 0;
    memset(&question, 0, sizeof question);
    question.it = (prap_date_question){.size = sizeof question.it, .computation = take(rest), .anchor = take_moment(rest),
                                       .second = take_moment(rest), .outages = windows};
    question.it.n_outages = take_windows(rest, windows);
    spoil_slot(call, 0, "prap_date_question", &question);
    spoil_slot(call, 1, "prap_date_answer", &answer);
    const prap_status status = prap_date_compute(GIVEN(0, call->calendar), GIVEN(1, call->settings), call->n_settings,
                                                 GIVEN(2, &question.it), GIVEN(3, &answer.it), call->error);
    const prap_calendar *other = prap_calendar_built_in(call->how % 5);
    (void)prap_dates_moved(GIVEN(0, call->calendar), GIVEN(4, other), call->settings, call->n_settings, GIVEN(2, &question.it), 1,
                           GIVEN(5, moved), call->how / 8 % 2, GIVEN(6, &n), NULL);
    return status;
}

static prap_status hear_retention(void *user, const prap_retention_finding *finding) {
    must(prap_rule_by_number(finding->rule) != NULL, "a finding cites no rule");
    return see(user);
}

static prap_status ask_retention(struct call *call) {
    ROOMY(prap_retention_question) question;
    ROOMY(prap_retention_answer) answer = {.it = {.size = sizeof answer.it}};
    prap_fact facts[LIST];
    memset(&question, 0, sizeof question);
    question.it = (prap_retention_question){.size = sizeof question.it, .record = take(call->rest), .as_of = TODAY, .facts = facts};
    question.it.n_facts = take_facts(call->rest, facts);
    spoil_slot(call, 0, "prap_retention_question", &question);
    spoil_slot(call, 1, "prap_retention_answer", &answer);
    return prap_retention_ask(GIVEN(0, call->settings), call->n_settings, GIVEN(1, &question.it), GIVEN(2, hear_retention), call,
                              GIVEN(3, &answer.it), call->error);
}

static prap_status decide_erasure(struct call *call) {
    ROOMY(prap_erasure_question) question;
    ROOMY(prap_erasure) erasure = {.it = {.size = sizeof erasure.it}};
    prap_fact facts[LIST];
    memset(&question, 0, sizeof question);
    question.it = (prap_erasure_question){.size = sizeof question.it, .received_on = TODAY, .facts = facts};
    question.it.n_facts = take_facts(call->rest, facts);
    spoil_slot(call, 0, "prap_erasure_question", &question);
    spoil_slot(call, 1, "prap_erasure", &erasure);
    return prap_erasure_decide(GIVEN(0, call->calendar), GIVEN(1, call->settings), call->n_settings, GIVEN(2, &question.it),
                               GIVEN(3, &erasure.it), call->error);
}

static prap_status may_send(struct call *call) {
    ROOMY(prap_message) message;
    prap_fact facts[LIST];
    prap_rulebook *rulebook = NULL;
    prap_answer *answer = NULL;
    memset(&message, 0, sizeof message);
    message.it = (prap_message){.size = sizeof message.it, .stage = take(call->rest), .on = TODAY, .facts = facts};
    message.it.n_facts = take_facts(call->rest, facts);
    spoil_slot(call, 0, "prap_message", &message);
    (void)prap_rulebook_create(&heap, call->how % 16, call->calendar, call->settings, call->n_settings, &rulebook, NULL);
    (void)prap_answer_create(&heap, &answer);
    const prap_status status = prap_may_send(GIVEN(0, rulebook), GIVEN(1, &message.it), GIVEN(2, answer), call->error);
    prap_answer_destroy(answer);
    prap_rulebook_destroy(rulebook);
    return status;
}

static prap_status hear_threshold(void *user, const prap_threshold_standing *standing) {
    must(prap_rule_by_number(standing->rule) != NULL, "a threshold cites no rule");
    return see(user);
}

static prap_status ask_earnings(struct call *call) {
    struct rest *rest = call->rest;
    ROOMY(prap_earnings_question) question;
    ROOMY(prap_earnings) earnings = {.it = {.size = sizeof earnings.it}};
    prap_payment payments[LIST];
    prap_threshold national[LIST];
    memset(&question, 0, sizeof question);
    memset(payments, 0, sizeof payments);
    memset(national, 0, sizeof national);
    question.it = (prap_earnings_question){.size = sizeof question.it, .programme = call->how % 8, .as_of = TODAY, .payments = payments,
                                           .n_payments = take(rest) % (LIST + 1), .national = national, .n_national = call->how / 8 % 3};
    for (size_t i = 0; i < LIST; i++) {
        payments[i].on = take_moment(rest).day;
        payments[i].pence = (int64_t)take(rest) * 5000;
        national[i].from = TODAY - 400 + 100 * (prap_day)i;
        national[i].pence = 100000 + (int64_t)i;
    }
    spoil_slot(call, 0, "prap_earnings_question", &question);
    spoil_slot(call, 1, "prap_earnings", &earnings);
    if (call->slot == 2) spoil(rest, "prap_payment", &payments[0]);
    if (call->slot == 3) spoil(rest, "prap_threshold", &national[0]);
    return prap_earnings_of(GIVEN(0, &question.it), GIVEN(1, hear_threshold), call, GIVEN(2, &earnings.it), call->error);
}

static prap_status hear_consequence(void *user, const prap_consequence *consequence) {
    must(consequence != NULL, "a consequence is none");
    return see(user);
}

static prap_status ask_code(struct call *call) {
    ROOMY(prap_code_choice) choice = {.it = {.size = sizeof choice.it}};
    spoil_slot(call, 0, "prap_code_choice", &choice);
    const uint32_t code = take(call->rest), feed = take(call->rest);
    (void)prap_feed_effect(call->how % 8, code, GIVEN(2, &choice.it.size));
    choice.it.size = call->slot == 0 ? choice.it.size : sizeof choice.it;
    return prap_code_consequences(call->how % 8, (int32_t)code - 4, feed, GIVEN(0, hear_consequence), call, GIVEN(1, &choice.it));
}

/* A preview of a referral, measured; answers that are not there are told apart from nothing. */
static prap_status measure(struct call *call) {
    struct rest *rest = call->rest;
    struct test_host host;
    ROOMY(prap_measure) measured = {.it = {.size = sizeof measured.it}};
    ROOMY(prap_measure_total) total = {.it = {.size = sizeof total.it}};
    ROOMY(prap_measure_rate) rate = {.it = {.size = sizeof rate.it}};
    ROOMY(prap_feed) feed = {.it = {.size = sizeof feed.it}};
    test_host_open(&host, NULL, 0);
    const prap_command received = test_command("A", PRAP_EVENT_REFERRAL_RECEIVED, TODAY);
    if ((call->how & 1) != 0) (void)test_host_submit(&host, &received);
    total.it.measure = take(rest);
    total.it.numerator = take(rest);
    total.it.denominator = take(rest);
    spoil_slot(call, 0, "prap_measure", &measured);
    spoil_slot(call, 2, "prap_measure_rate", &rate);
    spoil_slot(call, 3, "prap_feed", &feed);
    prap_status status = prap_measure_case(GIVEN(0, host.answer), GIVEN(1, host.rulebook), total.it.measure, GIVEN(2, &measured.it));
    spoil_slot(call, 1, "prap_measure_total", &total);
    if ((call->how & 2) != 0) spoil(rest, "prap_measure", &measured);
    const prap_day first = take_moment(rest).day, last = take_moment(rest).day;
    (void)prap_measure_add(GIVEN(3, &total.it), GIVEN(4, &measured.it), first, last);
    (void)prap_measure_rate_of(GIVEN(3, &total.it), GIVEN(1, host.rulebook), GIVEN(5, &rate.it));
    (void)prap_feed_of(GIVEN(0, host.answer), GIVEN(6, &feed.it));
    (void)prap_answer_difference(GIVEN(0, host.answer), GIVEN(7, host.answer), NULL, NULL);
    must(prap_answer_reason_at(host.answer, MANY) == NULL && prap_answer_deadline_at(host.answer, MANY) == NULL &&
             prap_answer_notice_at(host.answer, MANY) == NULL && prap_answer_setting_at(host.answer, MANY) == NULL,
         "an answer has more than it has");
    must(prap_answer_create(GIVEN(0, &heap), NULL) == PRAP_E_NULL, "an answer for nobody");
    must(test_host_close(&host) == 0, "memory is left");
    return status;
}

static prap_status write_due(struct call *call) {
    struct rest *rest = call->rest;
    ROOMY(prap_due_row) row;
    ROOMY(prap_deadline) deadline;
    char room[PRAP_DUE_PIECE_BYTES];
    size_t n = 0;
    memset(&row, 0, sizeof row);
    memset(&deadline, 0, sizeof deadline);
    deadline.it = (prap_deadline){.size = sizeof deadline.it, .deadline = take(rest) % 16, .status = take(rest) % 8, .rule = 1, .anchor = TODAY,
                                  .due = TODAY + 5, .prudent = TODAY + 4, .last_working_day = TODAY + 5, .done_on = PRAP_DAY_NONE,
                                  .defined_by = take(rest) % 4, .name = "own", .source = "a, b"};
    row.it = (prap_due_row){.size = sizeof row.it, .show_sensitive = call->how & 1, .as_of = TODAY, .deadline = &deadline.it,
                            .calendar = call->calendar, .key = test_key("A")};
    spoil_slot(call, 0, "prap_due_row", &row);
    spoil_slot(call, 1, "prap_deadline", &deadline);
    const uint32_t format = call->how / 2 % 4, room_bytes = call->how / 8 == 0 ? sizeof room : call->how;
    (void)prap_due_list_begin(format, GIVEN(1, room), room_bytes, GIVEN(2, &n));
    (void)prap_due_list_end(format, call->how, GIVEN(1, room), room_bytes, GIVEN(2, &n));
    const prap_status status = prap_due_list_row(format, GIVEN(0, &row.it), GIVEN(1, room), room_bytes, GIVEN(2, &n));
    return status;
}

/* Another calendar over a built-in one, with memory or without. */
static prap_status change_calendar(struct call *call) {
    struct rest *rest = call->rest;
    struct failing_allocator allocator;
    ROOMY(prap_allocator) memory;
    prap_calendar_change changes[LIST];
    prap_calendar *calendar = NULL;
    memset(&memory, 0, sizeof memory);
    memset(changes, 0, sizeof changes);
    failing_allocator_init(&allocator);
    failing_allocator_fail(&allocator, call->how % 4, false);
    memory.it = allocator.interface;
    const size_t n = (call->how & 128) != 0 ? MANY : take(rest) % (LIST + 1);
    for (size_t i = 0; i < LIST; i++) {
        changes[i] = (prap_calendar_change){.kind = take(rest) % 4, .day = take_moment(rest).day};
        if (changes[i].kind == PRAP_CALENDAR_ADD_DAY) changes[i].title = take_text(rest);
        changes[i].substitute = take(rest) / 250;
    }
    spoil_slot(call, 0, "prap_allocator", &memory);
    if (call->slot == 1) spoil(rest, "prap_calendar_change", &changes[0]);
    const prap_status status = prap_calendar_create(GIVEN(0, &memory.it), GIVEN(1, call->calendar), n < MANY ? GIVEN(2, changes) : NULL, n,
                                                    GIVEN(3, &calendar), call->error);
    if (calendar != NULL) {
        (void)prap_calendar_holiday_on(calendar, changes[0].day);
        (void)prap_calendar_holiday_at(calendar, call->how);
    }
    prap_calendar_destroy(calendar);
    must(allocator.outstanding_bytes == 0 && allocator.wrong_releases == 0, "memory is left");
    return status;
}

/* Many days at once, and moved ones. */
static prap_status ask_arrays(struct call *call) {
    struct rest *rest = call->rest;
    prap_day days[DAYS], others[DAYS], ret_days[DAYS];
    int32_t numbers[DAYS], ret_numbers[DAYS];
    uint32_t qualities[DAYS];
    prap_status each[DAYS];
    prap_moved_day moved[DAYS];
    size_t n_moved = 0;
    const size_t n = take(rest) % (DAYS + 1);
    const uint32_t flags = take(rest) % 8;
    for (size_t i = 0; i < DAYS; i++) {
        days[i] = take_moment(rest).day + (prap_day)(take(rest) % 3) * 10000;
        numbers[i] = (int32_t)take(rest) * 100 - 100;
        others[i] = days[i] == PRAP_DAY_NONE ? days[i] : days[i] + numbers[i] % 500;
    }
    (void)prap_calendar_are_working_days(GIVEN(0, call->calendar), GIVEN(1, days), n, flags, GIVEN(2, ret_numbers), GIVEN(3, qualities),
                                         GIVEN(4, each));
    (void)prap_calendar_add_working_days_each(GIVEN(0, call->calendar), GIVEN(1, days), GIVEN(5, numbers), n, flags, GIVEN(2, ret_days),
                                              GIVEN(3, qualities), GIVEN(4, each));
    (void)prap_calendar_count_working_days_each(GIVEN(0, call->calendar), GIVEN(1, days), GIVEN(5, others), n, flags,
                                                GIVEN(2, ret_numbers), GIVEN(3, qualities), GIVEN(4, each));
    const prap_calendar *other = prap_calendar_built_in(call->how % 4);
    const prap_status status = prap_calendar_moved_days(GIVEN(0, call->calendar), GIVEN(6, other), GIVEN(1, days), GIVEN(5, numbers), n, flags,
                                                        GIVEN(7, moved), call->how / 4 % (DAYS + 1), GIVEN(4, &n_moved));
    size_t found[2], n_found = 0;
    (void)prap_due_scan(GIVEN(1, days), n, (call->how & 64) != 0 ? PRAP_DAY_NONE : others[0], GIVEN(2, found), call->how % 3, GIVEN(4, &n_found));
    return status;
}

/* Days and moments whose answers have nowhere to go. */
static prap_status ask_days(struct call *call) {
    struct rest *rest = call->rest;
    const prap_day day = take_moment(rest).day, other = take_moment(rest).day;
    const int32_t number = (int32_t)take(rest) - 128;
    const uint32_t flags = call->how;
    prap_day ret_day;
    int32_t numbers[3];
    uint32_t quality;
    char text[PRAP_MOMENT_TEXT_BYTES];
    prap_moment moment;
    prap_instant instant = 0;
    prap_walk walk = {0};
    prap_walked_day walked;
    const prap_calendar *calendar = GIVEN(0, call->calendar);
    (void)prap_calendar_is_working_day(calendar, day, flags, GIVEN(1, numbers), GIVEN(2, &quality));
    (void)prap_calendar_add_working_days(calendar, day, number, flags, GIVEN(1, &ret_day), GIVEN(2, &quality));
    (void)prap_calendar_count_working_days(calendar, day, other, flags, GIVEN(1, numbers), GIVEN(2, &quality));
    (void)prap_calendar_working_day_on_or_before(calendar, day, flags, GIVEN(1, &ret_day), GIVEN(2, &quality));
    (void)prap_calendar_working_day_on_or_after(calendar, day, flags, GIVEN(1, &ret_day), GIVEN(2, &quality));
    (void)prap_calendar_nth_working_day(calendar, day, number, flags, GIVEN(1, &ret_day), GIVEN(2, &quality));
    (void)prap_calendar_next_working_day(calendar, day, flags, GIVEN(1, &ret_day), GIVEN(2, &quality));
    (void)prap_calendar_previous_working_day(calendar, day, flags, GIVEN(1, &ret_day), GIVEN(2, &quality));
    if (calendar != NULL) (void)prap_calendar_holiday_on(calendar, day);
    if (prap_calendar_walk(calendar, day, other, flags, GIVEN(1, &walk)) == PRAP_OK) (void)prap_walk_next(&walk, GIVEN(2, &walked));
    (void)prap_day_add_months(day, number * 99, GIVEN(1, &ret_day));
    (void)prap_day_add_days(day, number * MANY, GIVEN(1, &ret_day));
    (void)prap_day_add_years(day, number * 99, GIVEN(1, &ret_day));
    (void)prap_day_count_days(day, other, GIVEN(1, numbers));
    (void)prap_day_count_months(day, other, GIVEN(1, &numbers[0]), GIVEN(2, &numbers[1]));
    (void)prap_day_nth_weekday(2023, number, (int32_t)(flags % 9), number % 7, GIVEN(1, &ret_day));
    (void)prap_day_from_civil(number * 99, number % 14, number % 33, GIVEN(1, &ret_day));
    (void)prap_day_to_civil(day, GIVEN(1, &numbers[0]), GIVEN(2, &numbers[1]), GIVEN(3, &numbers[2]));
    (void)prap_day_format(day, GIVEN(1, text), flags % sizeof text);
    (void)prap_day_weekday(day);
    const prap_text said = take_text(rest);
    (void)prap_day_parse(GIVEN(1, said.bytes), said.n, GIVEN(2, &ret_day));
    (void)prap_moment_parse(GIVEN(1, said.bytes), said.n, GIVEN(2, &moment));
    (void)prap_moment_from_instant((prap_instant)number * MANY * MANY, GIVEN(1, &moment));
    (void)prap_moment_to_instant(take_moment(rest), GIVEN(1, &instant));
    return prap_moment_format(take_moment(rest), GIVEN(1, text), flags % sizeof text);
}

/* What is asked by name. */
static prap_status find_names(struct call *call) {
    const prap_text text = take_text(call->rest), value = take_text(call->rest);
    const char *bytes = GIVEN(0, text.bytes);
    prap_setting setting = {0, 0};
    (void)prap_rule_find(bytes, text.n);
    (void)prap_document_find(bytes, text.n);
    (void)prap_ambiguity_find(bytes, text.n);
    (void)prap_catalogue_policy_find(bytes, text.n);
    (void)prap_contact_find(bytes, text.n);
    (void)prap_computation_find(bytes, text.n);
    (void)prap_form_find(bytes, text.n);
    (void)prap_data_item_find(bytes, text.n);
    (void)prap_word_find(call->how, bytes, text.n);
    (void)prap_nino_check((prap_text){bytes, text.n}, NULL);
    (void)prap_call_participant_check((prap_text){bytes, text.n}, NULL);
    (void)prap_challenge_limits_default(NULL);
    (void)prap_move_get(call->how, 0, NULL);
    (void)prap_call_move_get(0, NULL);
    (void)prap_earnings_add(1, 1, NULL);
    (void)prap_conformance_contract(call->how);
    const prap_word *policy = prap_word_at(PRAP_WORDS_POLICY, call->how);
    const prap_text name = policy == NULL || (call->missing & 4) != 0 ? (prap_text){bytes, text.n} : test_text(policy->name);
    return prap_setting_parse(name, value, GIVEN(1, &setting), call->error);
}

/* The kit for stores, with a host that lacks something. */
static prap_status run_kit(struct call *call) {
    struct memory_store *store = memory_store_create();
    ROOMY(prap_conformance) host;
    ROOMY(prap_store) first, second;
    ROOMY(prap_conformance_report) report = {.it = {.size = sizeof report.it}};
    memset(&host, 0, sizeof host);
    memset(&first, 0, sizeof first);
    memset(&second, 0, sizeof second);
    first.it = second.it = *memory_store_interface(store);
    host.it = (prap_conformance){.size = sizeof host.it, .allocator = &heap, .store = &first.it, .second = &second.it, .prefix = {"kit", 3}};
    spoil_slot(call, 0, "prap_conformance", &host);
    spoil_slot(call, 1, "prap_store", &first);
    spoil_slot(call, 2, "prap_store", &second);
    spoil_slot(call, 3, "prap_conformance_report", &report);
    const prap_status status = prap_conformance_run(GIVEN(0, &host.it), 1, call->how, NULL, NULL, GIVEN(1, &report.it), call->error);
    memory_store_destroy(store);
    return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    /* Which they are, and whether they take a prap_error. */
    static const struct {
        prap_status (*call)(struct call *call);
        bool explains;
    } calls[] = {
        {check_data, true},
        {compare_data, true},
        {mark_data, true},
        {ask_service, true},
        {ask_person, false},
        {check_participant, true},
        {draw_questions, true},
        {ask_desk, true},
        {ask_form, true},
        {make_call, true},
        {compute_date, true},
        {ask_retention, true},
        {decide_erasure, true},
        {may_send, true},
        {ask_earnings, true},
        {ask_code, false},
        {measure, false},
        {write_due, false},
        {change_calendar, true},
        {ask_arrays, false},
        {ask_days, false},
        {find_names, true},
        {run_kit, true},
    };
    struct rest rest = {bytes, n};
    while (rest.n > 0) {
        ROOMY(prap_error) error = {.it = {.size = sizeof error.it}};
        const uint32_t which = take(&rest), flags = take(&rest);
        struct call call = {.rest = &rest, .slot = flags % 8, .calendar = prap_calendar_built_in(1 + flags / 8 % 3), .error = &error.it};
        call.how = take(&rest);
        if ((flags & 32) != 0) call.missing = take(&rest);
        if ((flags & 64) != 0) call.stops = 1 + take(&rest) % 4;
        if ((flags & 128) != 0) {
            call.settings[0].policy = take(&rest);
            call.settings[0].value = (int32_t)take(&rest);
            call.n_settings = 1;
        }
        const size_t row = which % (sizeof calls / sizeof *calls);
        const prap_status status = calls[row].call(&call);
        must(status == ENDED || prap_status_name(status) != NULL, "a status of no name");
        if (status == PRAP_OK || status == ENDED || !calls[row].explains) continue;
        must(error.it.status == status && error.it.message[0] != '\0', "an error that is not explained");
    }
    return 0;
}
