/*
 * added-holiday-test.c: a holiday that is proclaimed later never makes a due day earlier (rules.md 5.9, 1).
 * Random days are added to the built-in calendar, and referrals received around them are counted under both.
 *
 * added-holiday-test [SEED [CALENDARS]]
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "answer-copy.h"
#include "chooser.h"
#include "prap/overlay.h"
#include "share.h"
#include "test-host.h"

enum { CALENDARS = 400, MOST_DAYS = 3, BEFORE = 95, AFTER = 5 };

/* One to three weekdays that are no holidays yet, near each other. */
static size_t draw_changes(struct chooser *chooser, const prap_calendar *base,
                           prap_calendar_change *changes) {
    const prap_day near = test_day(2018, 1, 1) + (prap_day)choose(chooser, 3000);
    const size_t tries = 1 + choose(chooser, MOST_DAYS);
    size_t n = 0;
    for (size_t i = 0; i < tries; i++) {
        const prap_day day = near + (prap_day)choose(chooser, 30);
        int32_t is = 0;
        bool twice = false;
        for (size_t k = 0; k < n; k++)
            twice = twice || changes[k].day == day;
        if (twice || prap_calendar_is_working_day(base, day, 0, &is, NULL) != PRAP_OK || is == 0) continue;
        changes[n++] = (prap_calendar_change){
            .kind = PRAP_CALENDAR_ADD_DAY, .day = day, .title = test_text("proclaimed")};
    }
    return n;
}

static const char *compare(const struct answer_copy *under_base, const struct answer_copy *under_more) {
    if (under_base->n_deadlines != under_more->n_deadlines) return "there are more or fewer deadlines";
    for (uint32_t i = 0; i < under_base->n_deadlines; i++) {
        if (under_more->deadlines[i].due < under_base->deadlines[i].due) return "a due day is earlier";
        if (under_more->deadlines[i].prudent < under_base->deadlines[i].prudent)
            return "a prudent day is earlier";
    }
    return answer_copy_complaint(under_more);
}

static void preview(struct test_host *host, prap_day on, struct answer_copy *ret_copy) {
    const prap_command received = test_command("A", PRAP_EVENT_REFERRAL_RECEIVED, on);
    if (test_host_preview(host, &received) != PRAP_OK) abort();
    answer_copy_take(ret_copy, host->answer);
}

static const char *run(struct chooser *chooser, unsigned long *moved) {
    static struct answer_copy under_base, under_more;
    struct test_host base, more;
    test_host_open(&base, NULL, 0);
    test_host_open(&more, NULL, 0);
    const prap_calendar *built_in = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    prap_calendar_change changes[MOST_DAYS];
    const size_t n = draw_changes(chooser, built_in, changes);
    prap_calendar *overlay = NULL;
    if (prap_calendar_create(&more.allocator.interface, built_in, changes, n, &overlay, NULL) != PRAP_OK)
        abort();
    test_host_use_calendar(&more, overlay);
    const char *complaint = NULL;
    for (prap_day day = n > 0 ? changes[0].day - BEFORE : 0; n > 0 && day < changes[0].day + AFTER; day++) {
        preview(&base, day, &under_base);
        preview(&more, day, &under_more);
        if (complaint == NULL) complaint = compare(&under_base, &under_more);
        for (uint32_t i = 0; i < under_base.n_deadlines; i++)
            if (under_more.deadlines[i].due != under_base.deadlines[i].due) ++*moved;
    }
    test_host_use_calendar(&more, built_in); /* the overlay is the allocator's of more, and goes before it */
    prap_calendar_destroy(overlay);
    if (test_host_close(&base) + test_host_close(&more) != 0 && complaint == NULL)
        complaint = "memory is left";
    return complaint;
}

int main(int argc, char **argv) {
    const uint64_t first = argc > 1 ? strtoull(argv[1], NULL, 0) : 20231121;
    const unsigned long n = argc > 2 ? strtoul(argv[2], NULL, 0) : test_share(CALENDARS);
    unsigned long moved = 0;
    printf("seed %" PRIu64 ", %lu calendars\n", first, n);
    for (uint64_t seed = first; seed < first + n; seed++) {
        struct chooser chooser = chooser_from_seed(seed);
        const char *complaint = run(&chooser, &moved);
        if (complaint != NULL) {
            printf("%s\nto see it again: added-holiday-test %" PRIu64 " 1\n", complaint, seed);
            return 1;
        }
    }
    printf("%lu due days moved, none of them earlier\n", moved);
    return moved > 0 ? 0 : 1;
}
