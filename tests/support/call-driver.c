/*
 * call-driver.c: random steps, mostly such as the stage waits for, with facts that are mostly right. A model beside it
 * knows only what may never be: nobody is asked about before three of three, nobody under MAPPA or on Universal Credit is
 * listed, there are never eleven, nothing that is refused changes anything, and a preview says what the step then says.
 */
#include "call-driver.h"

#include <string.h>

#include "failing-allocator.h"
#include "prap/prap.h"

enum { STEPS = 120, NAMES = 13 };

struct play {
    struct chooser *chooser;
    prap_call *call;
    prap_day day;
    bool code_passed;
    prap_call_fact facts[PRAP_CALL_FACTS_MAX];
    size_t n_facts;
};

/* The value that lets a call go on. */
static uint32_t good_value(uint32_t fact) {
    static const uint8_t no[] = {PRAP_CALL_FACT_MAPPA,           PRAP_CALL_FACT_SCR,
                                 PRAP_CALL_FACT_UNIVERSAL_CREDIT, PRAP_CALL_FACT_TOLD_IN_ADVANCE,
                                 PRAP_CALL_FACT_RECORD_CHANGED,  PRAP_CALL_FACT_SERVICE_WITHDRAWN,
                                 PRAP_CALL_FACT_CODE_OFF_CYCLE,  PRAP_CALL_FACT_CODE_SUPERSEDED,
                                 PRAP_CALL_FACT_LMS_UNCLEAR,     PRAP_CALL_FACT_ASKS_POLICY};
    for (size_t i = 0; i < sizeof no; i++) {
        if (no[i] == fact) return PRAP_VALUE_NO;
    }
    return PRAP_VALUE_YES;
}

static int64_t some_day(struct play *play, uint32_t fact) {
    if (fact == PRAP_CALL_FACT_CODE_ISSUED && !once_in(play->chooser, 8)) {
        const prap_date_question question = {.size = sizeof question, .computation = PRAP_COMPUTATION_ACCESS_CODE,
                                             .anchor = {play->day, PRAP_MINUTE_NONE, PRAP_OFFSET_NONE},
                                             .second = PRAP_MOMENT_NONE};
        prap_date_answer answer = {.size = sizeof answer};
        const prap_calendar *calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
        if (prap_date_compute(calendar, NULL, 0, &question, &answer, NULL) == PRAP_OK) return answer.due;
    }
    return play->day - 20 + (int64_t)choose(play->chooser, 30);
}

static void say(struct play *play, uint32_t fact) {
    const prap_call_fact_kind *kind = prap_call_fact_kind_by_number(fact);
    prap_call_fact *said = &play->facts[play->n_facts];
    *said = (prap_call_fact){fact, PRAP_VALUE_UNKNOWN, 0};
    if (!once_in(play->chooser, 20)) {
        if (kind->type == PRAP_FACT_TYPE_TRISTATE) {
            said->kind = once_in(play->chooser, 12) ? PRAP_VALUE_NO + choose(play->chooser, 2) : good_value(fact);
        } else if (kind->type == PRAP_FACT_TYPE_NUMBER) {
            *said = (prap_call_fact){fact, PRAP_VALUE_NUMBER, once_in(play->chooser, 6) ? choose(play->chooser, 3) : 3};
        } else if (kind->type == PRAP_FACT_TYPE_DAY) {
            *said = (prap_call_fact){fact, PRAP_VALUE_DAY, some_day(play, fact)};
        } else {
            const bool first = fact == PRAP_CALL_FACT_PURPOSE && !once_in(play->chooser, 10);
            const uint32_t i = first ? 0 : choose(play->chooser, prap_word_count(kind->words));
            *said = (prap_call_fact){fact, PRAP_VALUE_OPTION, prap_word_at(kind->words, i)->number};
        }
    }
    play->n_facts++;
}

static uint32_t some_event(struct play *play) {
    static const uint8_t awaited[][3] = {
        [PRAP_CALL_STAGE_BATCHED] = {PRAP_CALL_EVENT_PARTICIPANT_LISTED, PRAP_CALL_EVENT_PARTICIPANT_LISTED,
                                     PRAP_CALL_EVENT_CALL_PLACED},
        [PRAP_CALL_STAGE_ELIGIBILITY] = {PRAP_CALL_EVENT_ELIGIBILITY_CHECKED, PRAP_CALL_EVENT_ELIGIBILITY_CHECKED,
                                         PRAP_CALL_EVENT_PARTICIPANT_LISTED},
        [PRAP_CALL_STAGE_ACCESS_CODE] = {PRAP_CALL_EVENT_CODE_CHECKED, PRAP_CALL_EVENT_CODE_CHECKED,
                                         PRAP_CALL_EVENT_PARTICIPANT_CHECKED},
        [PRAP_CALL_STAGE_PARTICIPANT] = {PRAP_CALL_EVENT_PARTICIPANT_CHECKED, PRAP_CALL_EVENT_PARTICIPANT_CHECKED,
                                         PRAP_CALL_EVENT_QUESTION_UNASKABLE},
        [PRAP_CALL_STAGE_DETAILS] = {PRAP_CALL_EVENT_DETAILS_ASKED, PRAP_CALL_EVENT_DETAILS_ASKED,
                                     PRAP_CALL_EVENT_CALL_BROKEN_OFF},
        [PRAP_CALL_STAGE_ADVICE] = {PRAP_CALL_EVENT_ADVICE_GIVEN, PRAP_CALL_EVENT_NEXT_PARTICIPANT,
                                    PRAP_CALL_EVENT_CALL_CLOSED},
        [PRAP_CALL_STAGE_ENDED] = {PRAP_CALL_EVENT_ADVICE_RECORDED, PRAP_CALL_EVENT_ADVICE_RECORDED,
                                   PRAP_CALL_EVENT_DOUBT_DECIDED},
        [PRAP_CALL_STAGE_RECORDED] = {PRAP_CALL_EVENT_DOUBT_DECIDED, PRAP_CALL_EVENT_RECORD_UPDATED,
                                      PRAP_CALL_EVENT_ADVICE_RECORDED},
    };
    if (once_in(play->chooser, 5)) return 1 + choose(play->chooser, prap_word_count(PRAP_WORDS_CALL_EVENT));
    return awaited[prap_call_stage(play->call)][choose(play->chooser, 3)];
}

static bool same_participants(const prap_call *call, const prap_call_view *before, uint32_t n) {
    if (prap_call_participant_count(call) != n) return false;
    for (uint32_t i = 0; i < n; i++) {
        prap_call_view view;
        memset(&view, 0, sizeof view);
        view.size = sizeof view;
        if (prap_call_participant_at(call, i, &view) != PRAP_OK) return false;
        if (memcmp(&view, &before[i], sizeof view) != 0) return false;
    }
    return true;
}

static uint32_t look(const prap_call *call, prap_call_view views[PRAP_CALL_PARTICIPANTS_MAX]) {
    const uint32_t n = prap_call_participant_count(call);
    memset(views, 0, PRAP_CALL_PARTICIPANTS_MAX * sizeof views[0]);
    for (uint32_t i = 0; i < n && i < PRAP_CALL_PARTICIPANTS_MAX; i++) {
        views[i].size = sizeof views[i];
        (void)prap_call_participant_at(call, i, &views[i]);
    }
    return n;
}

/* What must be true of any answer, and of the session after it. */
static const char *check_answer(struct play *play, const prap_call_event *event, const prap_call_answer *answer) {
    const uint32_t stage = prap_call_stage(play->call);
    bool undecided = false, forbidden = false;
    for (uint32_t i = 0; i < answer->reasons; i++) {
        const prap_call_reason *reason = prap_call_reason_at(play->call, i);
        if (reason == NULL || prap_rule_by_number(reason->rule) == NULL) return "a reason without a rule";
        if (prap_call_reason_cure(reason->reason) == NULL) return "a reason without a cure";
        undecided = undecided || reason->severity == PRAP_SEVERITY_UNDECIDED;
        forbidden = forbidden || reason->severity == PRAP_SEVERITY_FORBIDDEN;
        const prap_day earliest = reason->earliest.day;
        if (reason->reason == PRAP_CALL_REASON_SERVICE_OPEN && earliest < play->day) return "an opening in the past";
    }
    for (uint32_t i = 0; i < answer->reminders; i++) {
        const prap_call_reminder *reminder = prap_call_reminder_at(play->call, i);
        if (reminder == NULL || prap_rule_by_number(reminder->rule) == NULL) return "a reminder without a rule";
    }
    if (prap_call_reason_at(play->call, answer->reasons) != NULL) return "more reasons than it says";
    if ((answer->verdict == PRAP_VERDICT_REFUSED) != forbidden) return "refused, and nothing forbids it; or the other way";
    if (answer->verdict == PRAP_VERDICT_UNDECIDED && !undecided) return "undecided, and nothing is unknown";
    if (answer->stage != stage || answer->listed != prap_call_participant_count(play->call)) return "another stage";
    if (answer->listed > PRAP_CALL_PARTICIPANTS_MAX) return "an eleventh participant";
    if (event->event == PRAP_CALL_EVENT_CODE_CHECKED && answer->verdict == PRAP_VERDICT_PERMITTED) {
        play->code_passed = event->n_facts > 0 && event->facts[0].value == 3;
    }
    const bool is_with_somebody = stage >= PRAP_CALL_STAGE_PARTICIPANT && stage <= PRAP_CALL_STAGE_ADVICE;
    return is_with_somebody && !play->code_passed ? "somebody is asked about before three of three" : NULL;
}

static const char *check_listed(const prap_call_event *event, const prap_call_answer *answer) {
    if (event->event != PRAP_CALL_EVENT_PARTICIPANT_LISTED || answer->verdict != PRAP_VERDICT_PERMITTED) return NULL;
    uint32_t said_no = 0;
    for (size_t i = 0; i < event->n_facts; i++) {
        const uint32_t fact = event->facts[i].fact;
        const bool bars = fact == PRAP_CALL_FACT_MAPPA || fact == PRAP_CALL_FACT_SCR || fact == PRAP_CALL_FACT_UNIVERSAL_CREDIT;
        if (bars) said_no += event->facts[i].kind == PRAP_VALUE_NO ? 1 : 0;
    }
    return said_no == 3 ? NULL : "somebody is listed of whom it was not said that they may be asked about";
}

static const char *step(struct play *play) {
    static const char *const names[NAMES] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m"};
    prap_call_view before[PRAP_CALL_PARTICIPANTS_MAX];
    const uint32_t event_number = some_event(play);
    prap_call_event event = {.size = sizeof event, .event = event_number, .at = PRAP_MOMENT_NONE, .facts = play->facts};
    play->n_facts = 0;
    uint32_t fact;
    for (uint32_t i = 0; (fact = prap_call_event_fact_at(event_number, i)) != 0; i++) {
        if (!once_in(play->chooser, 25)) say(play, fact);
    }
    event.n_facts = play->n_facts;
    const char *name = names[choose(play->chooser, NAMES)];
    if (!once_in(play->chooser, 3)) event.participant = (prap_text){name, 1};
    if (event_number == PRAP_CALL_EVENT_CALL_PLACED || once_in(play->chooser, 10)) {
        const bool in_hours = !once_in(play->chooser, 4);
        const int32_t minute = in_hours ? 600 : (int32_t)choose(play->chooser, 1440);
        event.at = (prap_moment){play->day, minute, PRAP_OFFSET_NONE};
    }
    const uint32_t n = look(play->call, before), stage = prap_call_stage(play->call);
    prap_call_answer preview, answer;
    memset(&preview, 0, sizeof preview);
    memset(&answer, 0, sizeof answer);
    preview.size = answer.size = sizeof answer;
    const prap_status previewed = prap_call_preview(play->call, &event, &preview, NULL);
    if (prap_call_stage(play->call) != stage || !same_participants(play->call, before, n)) return "a preview changed it";
    const prap_status status = prap_call_submit(play->call, &event, &answer, NULL);
    if (status != previewed) return "a preview has another status";
    const bool kept = status != PRAP_OK || answer.verdict != PRAP_VERDICT_PERMITTED;
    if (kept && (prap_call_stage(play->call) != stage || !same_participants(play->call, before, n))) {
        return "what was not permitted changed something";
    }
    if (status != PRAP_OK) return NULL;
    if (memcmp(&preview, &answer, sizeof answer) != 0) return "a preview says otherwise";
    const char *wrong = check_listed(&event, &answer);
    return wrong == NULL ? check_answer(play, &event, &answer) : wrong;
}

const char *call_driver_play(struct chooser *chooser) {
    struct failing_allocator allocator;
    failing_allocator_init(&allocator);
    const prap_setting settings[] = {
        {PRAP_POLICY_SERVICE_BH, once_in(chooser, 2) ? PRAP_CHOICE_OPEN : PRAP_CHOICE_CLOSED},
        {PRAP_POLICY_PRE01_NEEDS_CALL, once_in(chooser, 2) ? PRAP_CHOICE_NO : PRAP_CHOICE_YES}};
    const prap_call_setup setup = {.size = sizeof setup,
                                   .calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES),
                                   .settings = settings, .n_settings = 2};
    struct play play = {.chooser = chooser, .day = 15000 + (prap_day)choose(chooser, 6000)}; /* 2011 to 2027 */
    if (prap_call_create(&allocator.interface, &setup, &play.call, NULL) != PRAP_OK) return "no session";
    const char *wrong = NULL;
    for (int i = 0; i < STEPS && wrong == NULL && !chooser_is_done(chooser); i++) wrong = step(&play);
    prap_call_destroy(play.call);
    if (wrong == NULL && allocator.outstanding_bytes != 0) wrong = "memory was kept";
    if (wrong == NULL && allocator.calls != 1) wrong = "more than one allocation";
    return wrong;
}
