/*
 * dates-test.c: what holds for the date computations on every day of 2012 to mid 2027 (rules.md 5.9, 1, 2, 3, 11, 12).
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "prap/prap.h"
#include "heap.h"
#include "test-host.h"

enum { FRIDAY = 5 };

static void must(bool holds, const char *what, uint32_t computation, prap_day day) {
    if (holds) return;
    char text[PRAP_DAY_TEXT_BYTES] = "";
    (void)prap_day_format(day, text, sizeof text);
    fprintf(stderr, "%s: %s on %s\n", what, prap_word_by_number(PRAP_WORDS_COMPUTATION, computation)->name, text);
    abort();
}

/* The answer of a day, or one without a due day where there is none. */
static prap_date_answer answer_of(const prap_calendar *calendar, const prap_setting *setting, uint32_t computation,
                                  prap_day day) {
    prap_date_answer answer = {.size = sizeof answer, .due = PRAP_DAY_NONE};
    prap_date_question question = {.size = sizeof question,
                                   .computation = computation,
                                   .anchor = {day, 12 * 60, PRAP_OFFSET_NONE},
                                   .second = PRAP_MOMENT_NONE};
    if (computation == PRAP_COMPUTATION_SERVICE_HOURS) question.service = PRAP_SERVICE_POST;
    if (computation == PRAP_COMPUTATION_ESF_EVIDENCE) question.second = question.anchor;
    if (prap_date_compute(calendar, setting, setting != NULL, &question, &answer, NULL) != PRAP_OK) {
        answer.due = PRAP_DAY_NONE;
    }
    return answer;
}

/* 3 and 12: prudent is never later than due; a later anchor never has an earlier day. */
static void in_order(const prap_calendar *calendar, const prap_setting *setting) {
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_COMPUTATION); i++) {
        const uint32_t computation = prap_word_at(PRAP_WORDS_COMPUTATION, i)->number;
        prap_date_answer before = {.due = PRAP_DAY_NONE, .first = PRAP_DAY_NONE, .prudent = PRAP_DAY_NONE};
        for (prap_day day = test_day(2012, 1, 1); day < test_day(2027, 7, 1); day++) {
            const prap_date_answer answer = answer_of(calendar, setting, computation, day);
            if (answer.due == PRAP_DAY_NONE) continue;
            must(answer.prudent <= answer.due, "prudent after due", computation, day);
            must(answer.due >= before.due && answer.prudent >= before.prudent && answer.first >= before.first,
                 "earlier than the day before's", computation, day);
            must(answer.last_working_day == PRAP_DAY_NONE || answer.last_working_day <= answer.due,
                 "planned after due", computation, day);
            must(answer.last_usable.day <= answer.due, "usable after due", computation, day);
            before = answer;
        }
    }
}

/* 2: the longest span of 15 working days is 26 calendar days. */
static void one_before_the_other(const prap_calendar *calendar) {
    for (prap_day day = test_day(2012, 1, 1); day < test_day(2027, 7, 1); day++) {
        const prap_day ack = answer_of(calendar, NULL, PRAP_COMPUTATION_ACK, day).due;
        const prap_day record = answer_of(calendar, NULL, PRAP_COMPUTATION_MEET_RECORD, day).due;
        const prap_day entry = answer_of(calendar, NULL, PRAP_COMPUTATION_AUTO60, day).due;
        must(ack <= record && record < entry && record - day <= 26, "out of order", PRAP_COMPUTATION_ACK, day);
    }
}

/* 11: a code is another only on Mondays. */
static void codes_change_on_mondays(const prap_calendar *calendar) {
    prap_day before = answer_of(calendar, NULL, PRAP_COMPUTATION_ACCESS_CODE, test_day(2012, 1, 1) - 1).due;
    for (prap_day day = test_day(2012, 1, 1); day < test_day(2027, 7, 1); day++) {
        const prap_day issued = answer_of(calendar, NULL, PRAP_COMPUTATION_ACCESS_CODE, day).due;
        must(issued == before || prap_day_weekday(day) == 1, "changed on no Monday", PRAP_COMPUTATION_ACCESS_CODE, day);
        before = issued;
    }
}

/* 1: a holiday more makes no due day earlier, by default: five working days before a pay day would be. */
static void with_a_holiday_more(const prap_calendar *calendar, prap_day holiday) {
    static const prap_allocator allocator = HEAP_ALLOCATOR;
    const prap_calendar_change change = {.kind = PRAP_CALENDAR_ADD_DAY, .day = holiday, .title = test_text("proclaimed")};
    prap_calendar *more = NULL;
    if (prap_calendar_create(&allocator, calendar, &change, 1, &more, NULL) != PRAP_OK) return; /* it is one already */
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_COMPUTATION); i++) {
        const uint32_t computation = prap_word_at(PRAP_WORDS_COMPUTATION, i)->number;
        for (prap_day day = holiday - 32; day < holiday + 8; day++) {
            const prap_date_answer before = answer_of(calendar, NULL, computation, day);
            const prap_date_answer after = answer_of(more, NULL, computation, day);
            must(after.due >= before.due && (before.due == PRAP_DAY_NONE || after.prudent >= before.prudent),
                 "earlier with a holiday more", computation, day);
        }
    }
    prap_calendar_destroy(more);
}

int main(void) {
    static const prap_setting settings[] = {
        {PRAP_POLICY_ACK_NONWORKING, PRAP_CHOICE_COUNT_AS_DAY_1}, {PRAP_POLICY_CSS2_COUNT, PRAP_CHOICE_INCLUDE_DAY},
        {PRAP_POLICY_AUTO60_COUNT, PRAP_CHOICE_INCLUDE_DAY},      {PRAP_POLICY_MAPPA15_UNIT, PRAP_CHOICE_CALENDAR},
        {PRAP_POLICY_MAPPA28_UNIT, PRAP_CHOICE_WORKING},          {PRAP_POLICY_PAY5, PRAP_CHOICE_WORKING},
        {PRAP_POLICY_MONTH_NONWORKING, PRAP_CHOICE_NEXT_WORKING_DAY}, {PRAP_POLICY_SERVICE_BH, PRAP_CHOICE_OPEN},
        {PRAP_POLICY_OUTAGE_CLOCK, PRAP_CHOICE_WALL},             {PRAP_POLICY_DAY_CUTOFF, 600},
    };
    const prap_calendar *calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    in_order(calendar, NULL);
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
        in_order(calendar, &settings[i]);
    one_before_the_other(calendar);
    codes_change_on_mondays(calendar);
    for (prap_day day = test_day(2022, 1, 1); day < test_day(2023, 1, 1); day += 3)
        if (prap_day_weekday(day) <= FRIDAY) with_a_holiday_more(calendar, day);
    return 0;
}
