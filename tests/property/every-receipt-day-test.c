/*
 * every-receipt-day-test.c: a referral received on each day from 2012 to mid 2027, under each reading of the
 * policies that count days: the clocks keep their order (rules.md 5.9, 2 and 3), and a later day never has an
 * earlier deadline.
 */
#include <stdio.h>
#include <stdlib.h>

#include "answer-copy.h"
#include "test-host.h"

static const struct {
    const char *what;
    prap_setting settings[3];
    size_t n;
} readings[] = {
    {"the defaults", {{0, 0}}, 0},
    {"a non-working day of receipt as day 1", {{PRAP_POLICY_ACK_NONWORKING, PRAP_CHOICE_COUNT_AS_DAY_1}}, 1},
    {"the referral day as day 1",
     {{PRAP_POLICY_CSS2_COUNT, PRAP_CHOICE_INCLUDE_DAY}, {PRAP_POLICY_AUTO60_COUNT, PRAP_CHOICE_INCLUDE_DAY}},
     2},
    {"day 61 from the day received",
     {{PRAP_POLICY_AUTO60_DAY, 61}, {PRAP_POLICY_AUTO60_ANCHOR, PRAP_CHOICE_RECEIVED}},
     2},
};

static const prap_deadline *find(const struct answer_copy *copy, uint32_t deadline) {
    for (uint32_t i = 0; i < copy->n_deadlines; i++)
        if (copy->deadlines[i].deadline == deadline) return &copy->deadlines[i];
    return NULL;
}

static const char *complain_about_day(const struct answer_copy *copy, const struct answer_copy *day_before) {
    const prap_deadline *ack = find(copy, PRAP_DEADLINE_ACK);
    const prap_deadline *meet = find(copy, PRAP_DEADLINE_MEET);
    const prap_deadline *record = find(copy, PRAP_DEADLINE_RECORD);
    const prap_deadline *auto60 = find(copy, PRAP_DEADLINE_AUTO60);
    if (ack == NULL || meet == NULL || record == NULL || auto60 == NULL) return "a clock was not set";
    if (ack->due > meet->due) return "the acknowledgement is due after the meeting (5.9, 2)";
    if (meet->due != record->due) return "the meeting and its record are due on different days";
    if (meet->due >= auto60->due)
        return "the meeting is due on or after the last safe day for an entry (5.9, 2)";
    for (uint32_t i = 0; i < copy->n_deadlines && day_before->n_deadlines == copy->n_deadlines; i++) {
        if (copy->deadlines[i].due < day_before->deadlines[i].due)
            return "a later day has an earlier due day";
        if (copy->deadlines[i].prudent < day_before->deadlines[i].prudent)
            return "a later day has an earlier prudent day";
    }
    return answer_copy_complaint(copy);
}

int main(void) {
    static struct answer_copy copy, day_before;
    const prap_day first = test_day(2012, 1, 1), last = test_day(2027, 6, 30);
    for (size_t i = 0; i < sizeof readings / sizeof *readings; i++) {
        struct test_host host;
        test_host_open(&host, readings[i].settings, readings[i].n);
        day_before.n_deadlines = 0;
        for (prap_day day = first; day <= last; day++) {
            const prap_command received = test_command("A", PRAP_EVENT_REFERRAL_RECEIVED, day);
            const prap_status status = test_host_preview(&host, &received);
            answer_copy_take(&copy, host.answer);
            const char *complaint = status != PRAP_OK ? prap_status_name(status)
                                    : copy.summary.verdict != PRAP_VERDICT_PERMITTED ? "it is not permitted"
                                                                                     : NULL;
            if (complaint == NULL) complaint = complain_about_day(&copy, &day_before);
            if (complaint != NULL) {
                char text[PRAP_DAY_TEXT_BYTES] = "";
                prap_day_format(day, text, sizeof text);
                printf("received on %s, under %s: %s\n", text, readings[i].what, complaint);
                return 1;
            }
            day_before = copy;
        }
        if (test_host_close(&host) != 0) return 1;
    }
    printf("%d days of receipt, %d readings\n", (int)(last - first) + 1,
           (int)(sizeof readings / sizeof *readings));
    return 0;
}
