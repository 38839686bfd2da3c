/*
 * date-policies.c: which settings the date computations follow. Prints "pay5=clear" for each value of each policy under
 * which some answer is another than under every other value; prove.py asks no scenario for those. What the answers must
 * be under each is in tests/unit/dates-test.c.
 */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "prap/prap.h"

enum { DAYS = 40, ANSWERS = 32 * 3 * 8 };

/* What every computation answers to one day, under one setting. */
struct answers {
    prap_date_answer of[ANSWERS];
};

static void answer_all(const prap_setting *setting, prap_day day, struct answers *ret) {
    const prap_calendar *calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    memset(ret, 0, sizeof *ret);
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_COMPUTATION) && i < 32; i++) {
        const prap_computation *computation = prap_computation_by_number(i + 1);
        for (uint32_t with = 0; with < 3 * 8; with++) {
            prap_date_answer *answer = &ret->of[i * 3 * 8 + with];
            prap_date_question question = {.size = sizeof question,
                                           .computation = computation->number,
                                           .anchor = {day, 23 * 60, PRAP_OFFSET_NONE},
                                           .second = PRAP_MOMENT_NONE,
                                           .flags = with % 8 & ~1u};
            if (computation->number == PRAP_COMPUTATION_SERVICE_HOURS) {
                question.service = PRAP_SERVICE_POST;
                question.anchor.minute = 12 * 60;
            } else if (computation->second[0] != '\0' && with / 8 > 0) {
                question.second = question.anchor;
                question.second.day += with / 8 == 1 ? 0 : 15;
            }
            answer->size = sizeof *answer;
            if (prap_date_compute(calendar, setting, 1, &question, answer, NULL) != PRAP_OK) answer->due = 0;
            answer->policy_value = 0; /* which it is counts for nothing, only what it does */
        }
    }
}

/* Does some answer change when one value takes another's place? */
static bool differ(uint32_t policy, int32_t a, int32_t b) {
    static struct answers first, second;
    const prap_setting settings[] = {{policy, a}, {policy, b}};
    for (prap_day day = 19100; day < 19100 + DAYS; day++) { /* from 18 April 2022: holidays, and a month's end */
        answer_all(&settings[0], day, &first);
        answer_all(&settings[1], day, &second);
        if (memcmp(&first, &second, sizeof first) != 0) return true;
    }
    return false;
}

static void print_choices(const prap_word *word) {
    for (uint32_t i = 0; prap_policy_choice_at(word->number, i) != 0; i++) {
        const int32_t value = prap_policy_choice_at(word->number, i);
        bool every = true;
        for (uint32_t k = 0; prap_policy_choice_at(word->number, k) != 0; k++) {
            const int32_t other = prap_policy_choice_at(word->number, k);
            if (other != value) every = every && differ(word->number, value, other);
        }
        if (every) printf("%s=%s\n", word->name, prap_word_by_number(PRAP_WORDS_CHOICE, (uint32_t)value)->name);
    }
}

int main(void) {
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_POLICY); i++) {
        const prap_word *word = prap_word_at(PRAP_WORDS_POLICY, i);
        const prap_policy *policy = prap_policy_by_number(word->number);
        if (policy->highest == 0) {
            print_choices(word);
        } else {
            const int32_t other = policy->default_value < policy->highest ? policy->default_value + 1 : policy->lowest;
            const int32_t cut_off = word->number == PRAP_POLICY_DAY_CUTOFF ? 22 * 60 : other;
            if (policy->lowest == policy->highest || differ(word->number, policy->default_value, cut_off))
                printf("%s=%d\n", word->name, (int)policy->default_value);
        }
    }
    return 0;
}
