#include "supplement-driver.h"

#include <string.h>

#include "test-host.h"

enum { MOST = 6 };

struct drawn {
    prap_suspension suspensions[MOST];
    prap_threshold thresholds[MOST];
    prap_deadline_definition deadlines[MOST];
    prap_supplement supplement;
};

/* Mostly no day, else one of the years around the referral, seldom one that is none. */
static prap_day draw_day(struct chooser *chooser) {
    if (!once_in(chooser, 3)) return PRAP_DAY_NONE;
    if (once_in(chooser, 40)) return PRAP_DAY_MAX + 1;
    return test_day(2020, 1, 1) + (prap_day)choose(chooser, 1000);
}

static prap_deadline_definition draw_definition(struct chooser *chooser) {
    static const char *const names[] = {"first", "second", "third", "a-longer-name", "ack", "Bad", "", "-"};
    static const char *const sources[] = {"our contract", "our handbook", "", "two\nlines"};
    static const uint32_t fills[] = {0, 0, 0, PRAP_DEADLINE_ACK, PRAP_DEADLINE_MEET, PRAP_DEADLINE_PLAN};
    prap_deadline_definition one = {
        .size = sizeof one,
        .programme = once_in(chooser, 60) ? 99 : choose(chooser, 3) + 1,
        .fills = fills[choose(chooser, once_in(chooser, 8) ? 6 : 5)],
        .anchor = once_in(chooser, 2) ? PRAP_CASE_DAY_RECEIVED : choose(chooser, once_in(chooser, 20) ? 30 : 19) + 1,
        .n = once_in(chooser, 40) ? -1 : (int32_t)choose(chooser, 60),
        .unit = once_in(chooser, 60) ? choose(chooser, 5) : choose(chooser, 2) + 1,
        .include_day = once_in(chooser, 60) ? 2 : choose(chooser, 2),
        .valid_from = draw_day(chooser),
        .valid_until = draw_day(chooser),
        .name = test_text(names[choose(chooser, once_in(chooser, 30) ? 8 : 4)]),
        .source = test_text(sources[choose(chooser, once_in(chooser, 40) ? 4 : 2)]),
    };
    if (one.programme == PRAP_PROGRAMME_IPES) one.fills = 0;
    const uint32_t n = choose(chooser, PRAP_DONE_BY_MAX + 1);
    for (uint32_t i = 0; i < n; i++) one.done_by[i] = choose(chooser, 19) + 1;
    return one;
}

static void draw(struct chooser *chooser, struct drawn *drawn) {
    prap_day day = test_day(2020, 1, 1);
    memset(drawn, 0, sizeof *drawn);
    drawn->supplement = (prap_supplement){.size = sizeof drawn->supplement,
                                          .n_suspensions = choose(chooser, 3),
                                          .n_thresholds = choose(chooser, 3),
                                          .n_deadlines = choose(chooser, MOST + 1),
                                          .suspensions = drawn->suspensions,
                                          .thresholds = drawn->thresholds,
                                          .deadlines = drawn->deadlines};
    for (uint32_t i = 0; i < drawn->supplement.n_suspensions; i++) {
        drawn->suspensions[i].from = day += (prap_day)choose(chooser, 50);
        drawn->suspensions[i].until = once_in(chooser, 10) ? PRAP_DAY_NONE : (day += (prap_day)choose(chooser, 50));
    }
    for (uint32_t i = 0; i < drawn->supplement.n_thresholds; i++)
        drawn->thresholds[i] = (prap_threshold){day += (prap_day)choose(chooser, 300), 0, choose(chooser, 400000)};
    for (uint32_t i = 0; i < drawn->supplement.n_deadlines; i++) drawn->deadlines[i] = draw_definition(chooser);
}

static bool is_working(const prap_calendar *calendar, prap_day day) {
    int32_t is = 0;
    return prap_calendar_is_working_day(calendar, day, 0, &is, NULL) == PRAP_OK && is != 0;
}

/* The due day, told once more: a day at a time. */
static prap_day model(const prap_calendar *calendar, const prap_deadline_definition *one, prap_day anchor) {
    const bool working = one->unit == PRAP_UNIT_WORKING_DAYS;
    int32_t counted = 0;
    prap_day day = anchor;
    if (one->include_day != 0) {
        while (working && !is_working(calendar, day)) day++;
        counted = 1;
    }
    while (counted < one->n) {
        day++;
        if (!working || is_working(calendar, day)) counted++;
    }
    return day;
}

static bool holds_on(const prap_deadline_definition *one, prap_day day) {
    return (one->valid_from == PRAP_DAY_NONE || day >= one->valid_from) &&
           (one->valid_until == PRAP_DAY_NONE || day <= one->valid_until);
}

/* Received and made on one day, and nothing else is known: just those definitions are there. */
static const char *compare(const struct test_host *host, prap_day on, unsigned long *ret_rows) {
    const prap_calendar *calendar = prap_rulebook_calendar(host->rulebook);
    uint32_t expected = 0, found = 0;
    for (uint32_t i = 0; i < prap_rulebook_definition_count(host->rulebook); i++) {
        const prap_deadline_definition *one = prap_rulebook_definition_at(host->rulebook, i);
        const bool known = one->anchor == PRAP_CASE_DAY_RECEIVED || one->anchor == PRAP_CASE_DAY_MADE;
        expected += known && holds_on(one, on);
    }
    for (uint32_t i = 0; i < prap_answer_deadline_count(host->answer); i++) {
        const prap_deadline *row = prap_answer_deadline_at(host->answer, i);
        const prap_deadline *before = i == 0 ? NULL : prap_answer_deadline_at(host->answer, i - 1);
        if (before != NULL && before->deadline - 1 > row->deadline - 1) return "the rows are out of order";
        if (row->defined_by != PRAP_DEFINED_BY_HOST) continue;
        const prap_deadline_definition *one = prap_rulebook_definition_at(host->rulebook, row->definition - 1);
        if (one == NULL || strcmp(one->name.bytes, row->name) != 0) return "a row is of no definition";
        if (row->due != model(calendar, one, on) || row->anchor != on) return "a due day is not the model's";
        found++;
    }
    *ret_rows += found;
    return found == expected ? NULL : "there are more or fewer of the host's deadlines than hold";
}

/* The rulebook has what it was given, in its order, and no more. */
static const char *compare_taken(const prap_rulebook *rulebook, const prap_supplement *given) {
    const uint32_t n_suspensions = prap_rulebook_suspension_count(rulebook);
    const uint32_t n_thresholds = prap_rulebook_threshold_count(rulebook);
    if (n_suspensions != given->n_suspensions || n_thresholds != given->n_thresholds) return "more or less was taken than given";
    for (uint32_t i = 0; i < n_suspensions; i++) {
        const prap_suspension *taken = prap_rulebook_suspension_at(rulebook, i);
        if (taken == NULL || taken->from != given->suspensions[i].from) return "another suspension";
    }
    for (uint32_t i = 0; i < n_thresholds; i++) {
        const prap_threshold *taken = prap_rulebook_threshold_at(rulebook, i);
        if (taken == NULL || taken->from != given->thresholds[i].from || taken->pence != given->thresholds[i].pence)
            return "another threshold";
    }
    if (prap_rulebook_suspension_at(rulebook, n_suspensions) != NULL) return "a suspension past the last";
    if (prap_rulebook_threshold_at(rulebook, n_thresholds) != NULL) return "a threshold past the last";
    if (prap_rulebook_programme(rulebook) != PRAP_PROGRAMME_WHP || prap_rulebook_hash(rulebook) == 0) return "another rulebook";
    return prap_rulebook_setting(rulebook, 0) == 0 ? NULL : "a setting of no policy";
}

const char *supplement_drive(struct chooser *chooser, unsigned long *ret_rows) {
    struct drawn drawn;
    struct failing_allocator allocator;
    prap_rulebook *rulebook = NULL;
    prap_error error = {.size = sizeof error};
    draw(chooser, &drawn);
    failing_allocator_init(&allocator);
    const prap_calendar *calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    const prap_status status = prap_rulebook_create_supplemented(
        &allocator.interface, PRAP_PROGRAMME_WHP, calendar, NULL, 0, &drawn.supplement, &rulebook, &error);
    if (status != PRAP_OK) {
        if (rulebook != NULL || allocator.calls != 0) return "a refused supplement leaves something";
        return strchr(error.field, '[') != NULL && error.message[0] != '\0' ? NULL : "a refusal names no field";
    }
    const char *complaint = compare_taken(rulebook, &drawn.supplement);
    prap_rulebook_destroy(rulebook);
    if (complaint != NULL) return complaint;
    if (allocator.outstanding_bytes + allocator.wrong_releases != 0) return "memory is left";
    struct test_host host;
    test_host_open_supplemented(&host, PRAP_PROGRAMME_WHP, &drawn.supplement);
    for (int i = 0; i < 4 && complaint == NULL; i++) {
        prap_command received = test_command("A", PRAP_EVENT_REFERRAL_RECEIVED,
                                             test_day(2020, 1, 1) + (prap_day)choose(chooser, 1000));
        received.programme = PRAP_PROGRAMME_WHP;
        complaint = test_host_preview(&host, &received) == PRAP_OK ? compare(&host, received.on, ret_rows)
                                                                   : "a referral cannot be judged";
    }
    return test_host_close(&host) != 0 && complaint == NULL ? "memory is left" : complaint;
}
