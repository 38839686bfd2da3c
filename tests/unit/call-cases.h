/* call-cases.h: a call to Provider Direct for tests: steps said in few words, and the way to each stage. */
#ifndef CALL_CASES_H
#define CALL_CASES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "prap/prap.h"

#include "transcript.h"

#define YES(FACT)          {PRAP_CALL_FACT_##FACT, PRAP_VALUE_YES, 0}
#define NO(FACT)           {PRAP_CALL_FACT_##FACT, PRAP_VALUE_NO, 0}
#define UNKNOWN(FACT)      {PRAP_CALL_FACT_##FACT, PRAP_VALUE_UNKNOWN, 0}
#define NUMBER(FACT, N)    {PRAP_CALL_FACT_##FACT, PRAP_VALUE_NUMBER, N}
#define DAY(FACT, D)       {PRAP_CALL_FACT_##FACT, PRAP_VALUE_DAY, D}
#define IS(FACT, KIND, W)  {PRAP_CALL_FACT_##FACT, PRAP_VALUE_OPTION, PRAP_##KIND##_##W}
#define FACTS(...)         (const prap_call_fact[]){__VA_ARGS__}, sizeof((prap_call_fact[]){__VA_ARGS__}) / sizeof(prap_call_fact)
#define NO_FACTS           NULL, 0

struct case_memory {
    size_t held, calls, fail_at;
};

static inline void *case_allocate(void *user, size_t bytes) {
    struct case_memory *memory = user;
    if (++memory->calls == memory->fail_at) return NULL;
    memory->held += bytes;
    return malloc(bytes);
}

static inline void case_release(void *user, void *block, size_t bytes) {
    struct case_memory *memory = user;
    const unsigned char *at = block;
    for (size_t i = 0; i < bytes; i++) assert_int_equal(at[i], 0); /* nobody's identifier stays behind */
    memory->held -= bytes;
    free(block);
}

struct call_case {
    struct case_memory memory;
    prap_allocator allocator;
    prap_call *call;
    prap_call_answer answer;
};

static inline prap_day case_day(int year, int month, int day) {
    prap_day found = PRAP_DAY_NONE;
    assert_int_equal(prap_day_from_civil(year, month, day, &found), PRAP_OK);
    return found;
}

static inline void case_open_with(struct call_case *one, const prap_setting *settings, size_t n, const prap_window *closures,
                           size_t n_closures) {
    *one = (struct call_case){.allocator = {sizeof(prap_allocator), NULL, case_allocate, case_release},
                              .answer = {.size = sizeof(prap_call_answer)}};
    one->allocator.user = &one->memory;
    const prap_call_setup setup = {.size = sizeof setup,
                                   .calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES),
                                   .settings = settings, .n_settings = n, .closures = closures, .n_closures = n_closures};
    prap_error error = {.size = sizeof error};
    assert_int_equal(prap_call_create(&one->allocator, &setup, &one->call, &error), PRAP_OK);
    assert_int_equal(one->memory.held, prap_call_bytes());
}

static inline void case_open(struct call_case *one) {
    case_open_with(one, NULL, 0, NULL, 0);
}

static inline void case_close(struct call_case *one) {
    prap_call_destroy(one->call);
    assert_int_equal(one->memory.held, 0);
    assert_int_equal(one->memory.calls, 1); /* one allocation, and none afterwards */
}

static inline prap_call_event case_event(uint32_t event, const char *participant, prap_moment at, const prap_call_fact *facts,
                                  size_t n) {
    return (prap_call_event){.size = sizeof(prap_call_event), .event = event,
                             .participant = {participant, participant == NULL ? 0 : strlen(participant)},
                             .at = at, .facts = facts, .n_facts = n};
}

static inline void case_add(char *room, size_t room_bytes, const char *name, int64_t number) {
    transcript_add(room, room_bytes, " %s=%lld", name, (long long)number);
}

static inline void case_add_word(char *room, size_t room_bytes, const char *before, uint32_t kind, uint32_t number) {
    const prap_word *word = prap_word_by_number(kind, number);
    transcript_add(room, room_bytes, "%s%s", before, word == NULL ? "none" : word->name);
}

static inline void case_add_rule(char *room, size_t room_bytes, uint32_t number) {
    const prap_rule *rule = prap_rule_by_number(number);
    transcript_add(room, room_bytes, " rule=%s", rule == NULL ? "none" : rule->id);
}

static inline void case_add_moment(char *room, size_t room_bytes, const char *name, prap_moment moment) {
    char day[PRAP_DAY_TEXT_BYTES];
    if (moment.day == PRAP_DAY_NONE) return;
    assert_int_equal(prap_day_format(moment.day, day, sizeof day), PRAP_OK);
    transcript_add(room, room_bytes, " %s=%s/%d/%d", name, day, moment.minute, moment.offset);
}

/* Everything about one participant but what there is none of. */
static inline void case_view(const struct call_case *one, uint32_t i, char *room, size_t room_bytes) {
    prap_call_view view = {.size = sizeof view};
    assert_int_equal(prap_call_participant_at(one->call, i, &view), PRAP_OK);
    const struct {
        const char *name;
        int64_t value, none;
    } members[] = {{"standing", view.standing, 0}, {"failed", view.failed_on, PRAP_DAY_NONE},
                   {"call", view.call_on, PRAP_DAY_NONE}, {"recorded", view.recorded_on, PRAP_DAY_NONE},
                   {"updated", view.updated_on, PRAP_DAY_NONE}, {"unaskable", view.unaskable, 0}, {"advice", view.advice, 0},
                   {"why-not", view.why_not, 0}, {"form", view.form, 0}, {"call-back", view.call_back, 0},
                   {"address", view.new_address, 0}, {"phone", view.new_phone, 0}, {"employment", view.employment_details, 0},
                   {"other", view.other_details, 0}, {"unrecorded", view.unrecorded, 0}};
    transcript_add(room, room_bytes, "    %.*s:", (int)view.participant.n, view.participant.bytes);
    for (size_t k = 0; k < sizeof members / sizeof *members; k++) {
        if (members[k].value != members[k].none) case_add(room, room_bytes, members[k].name, members[k].value);
    }
    transcript_add(room, room_bytes, "\n");
}

static inline void case_add_reason(const struct call_case *one, uint32_t i, char *room, size_t bytes) {
    const prap_call_reason *reason = prap_call_reason_at(one->call, i);
    case_add_word(room, bytes, "    because ", PRAP_WORDS_CALL_REASON, reason->reason);
    case_add_word(room, bytes, " ", PRAP_WORDS_SEVERITY, reason->severity);
    case_add_word(room, bytes, " fact=", PRAP_WORDS_CALL_FACT, reason->fact);
    case_add_word(room, bytes, " cure=", PRAP_WORDS_CALL_EVENT, reason->cure_event);
    case_add_word(room, bytes, " policy=", PRAP_WORDS_POLICY, reason->policy);
    case_add(room, bytes, "who", reason->participant);
    case_add_rule(room, bytes, reason->rule);
    case_add_moment(room, bytes, "earliest", reason->earliest);
    transcript_add(room, bytes, "\n");
}

static inline void case_add_reminder(const struct call_case *one, uint32_t i, char *room, size_t bytes) {
    const prap_call_reminder *reminder = prap_call_reminder_at(one->call, i);
    case_add_word(room, bytes, "    reminds ", PRAP_WORDS_CALL_REMINDER, reminder->reminder);
    case_add_word(room, bytes, " ", PRAP_WORDS_SEVERITY, reminder->severity);
    case_add_word(room, bytes, " policy=", PRAP_WORDS_POLICY, reminder->policy);
    case_add(room, bytes, "who", reminder->participant);
    case_add_rule(room, bytes, reminder->rule);
    transcript_add(room, bytes, "\n");
}

/* What came of a step, in the transcript: the answer, why, what is worth saying, and how everyone stands. */
static inline void case_tell(const struct call_case *one, const prap_call_event *step) {
    char asked[128], room[16384] = "  ";
    const size_t bytes = sizeof room;
    const prap_call_answer *answer = &one->answer;
    case_add_word(room, bytes, "", PRAP_WORDS_VERDICT, answer->verdict);
    case_add_word(room, bytes, " ", PRAP_WORDS_CALL_EVENT, answer->event);
    case_add_word(room, bytes, " stage=", PRAP_WORDS_CALL_STAGE, answer->stage);
    case_add(room, bytes, "who", answer->participant);
    case_add(room, bytes, "standing", answer->standing);
    case_add(room, bytes, "listed", answer->listed);
    case_add(room, bytes, "left", answer->left);
    case_add(room, bytes, "questions", answer->questions);
    case_add_rule(room, bytes, answer->rule);
    transcript_add(room, bytes, " row=%s\n", answer->row);
    for (uint32_t i = 0; i < answer->reasons; i++) case_add_reason(one, i, room, bytes);
    for (uint32_t i = 0; i < answer->reminders; i++) case_add_reminder(one, i, room, bytes);
    for (uint32_t i = 0; i < prap_call_participant_count(one->call); i++) case_view(one, i, room, bytes);
    snprintf(asked, sizeof asked, "%s %.*s", prap_word_by_number(PRAP_WORDS_CALL_EVENT, step->event)->name,
             (int)step->participant.n, step->participant.n == 0 ? "" : step->participant.bytes);
    transcript(asked, room);
}

/* One step; first previewed, which must say the same and change nothing. */
static inline uint32_t case_step_at(struct call_case *one, uint32_t event, const char *participant, prap_moment at,
                             const prap_call_fact *facts, size_t n) {
    prap_call_answer preview = {.size = sizeof preview};
    prap_error error = {.size = sizeof error, .field = "untouched"};
    const prap_call_event step = case_event(event, participant, at, facts, n);
    const uint32_t stage = prap_call_stage(one->call), listed = prap_call_participant_count(one->call);
    assert_int_equal(prap_call_preview(one->call, &step, &preview, &error), PRAP_OK);
    assert_int_equal(prap_call_stage(one->call), stage);
    assert_int_equal(prap_call_participant_count(one->call), listed);
    assert_int_equal(prap_call_submit(one->call, &step, &one->answer, &error), PRAP_OK);
    assert_memory_equal(&preview, &one->answer, sizeof preview);
    assert_int_equal(one->answer.stage, prap_call_stage(one->call));
    if (one->answer.verdict != PRAP_VERDICT_PERMITTED) assert_int_equal(one->answer.stage, stage);
    assert_string_equal(error.field, "untouched");
    case_tell(one, &step);
    return one->answer.verdict;
}

static inline uint32_t case_step(struct call_case *one, uint32_t event, const char *participant, const prap_call_fact *facts,
                          size_t n) {
    return case_step_at(one, event, participant, (prap_moment)PRAP_MOMENT_NONE, facts, n);
}

#define STEP(EVENT, WHO, ...) case_step(one, PRAP_CALL_EVENT_##EVENT, WHO, __VA_ARGS__)
#define TAKES(EVENT, WHO, ...) assert_int_equal(STEP(EVENT, WHO, __VA_ARGS__), PRAP_VERDICT_PERMITTED)
#define REFUSES(EVENT, WHO, ...) assert_int_equal(STEP(EVENT, WHO, __VA_ARGS__), PRAP_VERDICT_REFUSED)
#define ASKS(EVENT, WHO, ...) assert_int_equal(STEP(EVENT, WHO, __VA_ARGS__), PRAP_VERDICT_UNDECIDED)

/* The reason of this kind in the last answer, or NULL; the i-th is of the i-th participant where there are several. */
static inline const prap_call_reason *case_reason(const struct call_case *one, uint32_t reason) {
    for (uint32_t i = 0; i < one->answer.reasons; i++) {
        const prap_call_reason *row = prap_call_reason_at(one->call, i);
        if (row->reason == reason) return row;
    }
    return NULL;
}

static inline const prap_call_reminder *case_reminder(const struct call_case *one, uint32_t reminder) {
    for (uint32_t i = 0; i < one->answer.reminders; i++) {
        const prap_call_reminder *row = prap_call_reminder_at(one->call, i);
        if (row->reminder == reminder) return row;
    }
    return NULL;
}

#define BECAUSE(NAME) assert_non_null(case_reason(one, PRAP_CALL_REASON_##NAME))
#define ONLY_BECAUSE(NAME)                                                                                    \
    do {                                                                                                      \
        assert_int_equal(one->answer.reasons, 1);                                                             \
        BECAUSE(NAME);                                                                                        \
    } while (0)
#define REMINDS(NAME) assert_non_null(case_reminder(one, PRAP_CALL_REMINDER_##NAME))

static inline void case_list(struct call_case *one, const char *who) {
    TAKES(PARTICIPANT_LISTED, who, FACTS(NO(MAPPA), NO(SCR), NO(UNIVERSAL_CREDIT), YES(ORIGINAL_HELD)));
}

/* Monday 4 January 2016, 10:00, with the code issued on Wednesday 30 December 2015 (D-07). */
static inline prap_moment case_morning(void) {
    return (prap_moment){case_day(2016, 1, 4), 600, PRAP_OFFSET_NONE};
}

static inline uint32_t case_place(struct call_case *one) {
    return case_step_at(one, PRAP_CALL_EVENT_CALL_PLACED, NULL, case_morning(),
                        FACTS(IS(PURPOSE, CALL_PURPOSE, COMPLIANCE_DOUBT), YES(PRIME_KNOWN),
                              DAY(CODE_ISSUED, case_day(2015, 12, 30))));
}

static inline void case_go_to_code(struct call_case *one) {
    assert_int_equal(case_place(one), PRAP_VERDICT_PERMITTED);
    TAKES(ELIGIBILITY_CHECKED, NULL,
          FACTS(YES(COMPANY_GIVEN), YES(CALLER_NAMED), YES(PRIME_GIVEN), YES(ON_LIST), YES(REASON_VALID)));
}

static inline void case_go_to_participants(struct call_case *one) {
    case_go_to_code(one);
    TAKES(CODE_CHECKED, NULL, FACTS(NUMBER(CHARACTERS_RIGHT, 3)));
}

static inline void case_pass(struct call_case *one, const char *who) {
    TAKES(PARTICIPANT_CHECKED, who,
          FACTS(YES(FROM_ORIGINAL), YES(NINO_RIGHT), YES(NAME_RIGHT), IS(QUESTION, QUESTION, PAYMENT_GROUP),
                YES(ANSWER_RIGHT)));
}

static inline void case_ask(struct call_case *one) {
    TAKES(DETAILS_ASKED, NULL, FACTS(DAY(FAILED_ON, case_day(2015, 12, 21)), YES(ASKS_BENEFIT)));
}

static inline void case_advise(struct call_case *one, const char *who) {
    case_pass(one, who);
    case_ask(one);
    TAKES(ADVICE_GIVEN, NULL, FACTS(IS(ADVICE, CALL_ADVICE, RAISE), YES(IN_RECEIPT), YES(CONTACT_RIGHT)));
}

#endif
