/* caseload-driver.c: see caseload-driver.h. */
#include "caseload-driver.h"

#include <stdlib.h>
#include <string.h>

#include "memory-cases.h"

enum { SEEN_MISSES = 32, SEEN_CASES = 16, MEASURES = 16, DEADLINES = 32, MOST_DAYS = 70 };

struct seen_miss {
    prap_day on;
    prap_deadline deadline;
};

/* A visit, as plain data. */
struct seen_case {
    char case_id[PRAP_ID_BYTES + 1];
    int32_t status;
    uint32_t due;
    uint32_t differs;
    uint32_t turns;
    uint32_t payment[2];
    uint32_t n_misses[2];
    bool has[PRAP_CASELOAD_SIDES];
    struct answer_copy sides[PRAP_CASELOAD_SIDES];
    struct seen_miss misses[2][SEEN_MISSES];
    prap_measure measures[PRAP_CASELOAD_SIDES][MEASURES];
};

/* A question with room for its totals and what it came to. */
struct asked {
    prap_caseload caseload;
    prap_caseload_question question;
    prap_caseload_report report;
    prap_deadline_total deadlines[DEADLINES];
    uint64_t days[MOST_DAYS * DEADLINES];
    prap_measure_total measures[PRAP_CASELOAD_SIDES][MEASURES];
    struct seen_case seen[SEEN_CASES];
    unsigned n_seen;
    unsigned stop_after; /* 0: never */
};

static prap_status see(void *user, const prap_caseload_case *found) {
    struct asked *asked = user;
    struct seen_case *seen = &asked->seen[asked->n_seen++];
    if (asked->n_seen > SEEN_CASES) abort();
    memset(seen, 0, sizeof *seen);
    memcpy(seen->case_id, found->case_id.bytes, found->case_id.n);
    seen->status = found->status;
    seen->due = found->due;
    seen->differs = found->differs;
    seen->turns = found->turns;
    for (unsigned side = 0; side < PRAP_CASELOAD_SIDES; side++) {
        seen->has[side] = found->sides[side] != NULL;
        if (found->sides[side] != NULL) answer_copy_take(&seen->sides[side], found->sides[side]);
        if (found->measures[side] != NULL)
            memcpy(seen->measures[side], found->measures[side], found->n_measures * sizeof(prap_measure));
    }
    for (unsigned w = 0; w < 2; w++) {
        seen->payment[w] = found->payment[w];
        seen->n_misses[w] = found->n_misses[w];
        for (uint32_t i = 0; i < found->n_misses[w]; i++) {
            seen->misses[w][i].on = found->misses[w][i].on;
            seen->misses[w][i].deadline = *found->misses[w][i].deadline;
        }
    }
    return asked->n_seen == asked->stop_after ? 4711 : PRAP_OK;
}

static void set_totals(struct asked *asked) {
    const uint32_t n_deadlines = prap_word_count(PRAP_WORDS_DEADLINE);
    memset(asked->deadlines, 0, sizeof asked->deadlines);
    memset(asked->days, 0, sizeof asked->days);
    memset(asked->measures, 0, sizeof asked->measures);
    for (uint32_t i = 0; i <= n_deadlines; i++) {
        asked->deadlines[i].size = sizeof asked->deadlines[i];
        asked->deadlines[i].deadline = i < n_deadlines ? prap_word_at(PRAP_WORDS_DEADLINE, i)->number : 0;
    }
    asked->question.deadlines = asked->deadlines;
    asked->question.n_deadlines = n_deadlines + 1;
    asked->question.days = asked->question.until == PRAP_DAY_NONE ? NULL : asked->days;
    asked->question.n_days = MOST_DAYS * DEADLINES;
}

static void set_measures(struct asked *asked) {
    asked->question.n_measures = prap_word_count(PRAP_WORDS_MEASURE);
    for (unsigned side = 0; side < PRAP_CASELOAD_SIDES; side++) {
        const bool then = side % 2 == 1 && asked->question.until == PRAP_DAY_NONE;
        if (then || (side >= 2 && asked->question.rulebooks == NULL)) continue;
        for (uint32_t i = 0; i < asked->question.n_measures; i++) {
            asked->measures[side][i].size = sizeof asked->measures[side][i];
            asked->measures[side][i].measure = prap_word_at(PRAP_WORDS_MEASURE, i)->number;
        }
        asked->question.measures[side] = asked->measures[side];
    }
}

static struct asked *make_question(prap_day as_of, prap_day until, uint32_t flags) {
    struct asked *asked = calloc(1, sizeof *asked);
    if (asked == NULL) abort();
    asked->caseload.size = sizeof asked->caseload;
    asked->question = (prap_caseload_question){.size = sizeof asked->question, .flags = flags, .as_of = as_of,
        .due_by = as_of + 7, .until = until, .first = PRAP_DAY_NONE, .last = PRAP_DAY_NONE, .visit = see, .user = asked};
    set_totals(asked);
    return asked;
}

static prap_status ask(prap_engine *engine, struct asked *asked) {
    asked->report = (prap_caseload_report){.size = sizeof asked->report};
    return prap_engine_caseload(engine, &asked->caseload, &asked->question, &asked->report, NULL);
}

static bool same_totals(const struct asked *a, const struct asked *b) {
    return memcmp(a->deadlines, b->deadlines, sizeof a->deadlines) == 0 &&
           memcmp(a->days, b->days, sizeof a->days) == 0 && memcmp(a->measures, b->measures, sizeof a->measures) == 0;
}

static bool same(const struct asked *a, const struct asked *b) {
    return a->n_seen == b->n_seen && memcmp(a->seen, b->seen, a->n_seen * sizeof a->seen[0]) == 0 && same_totals(a, b) &&
           memcmp(&a->report.seen, &b->report.seen, sizeof a->report - offsetof(prap_caseload_report, seen)) == 0;
}

static bool is_missed(const prap_deadline *deadline) {
    return deadline->status == PRAP_DEADLINE_STATUS_OVERDUE || deadline->status == PRAP_DEADLINE_STATUS_MISSED;
}

/* How the case stands on a day. */
static void show(struct test_host *host, const char *case_id, prap_day day, struct answer_copy *ret_copy) {
    const prap_key key = test_key(case_id);
    if (prap_engine_show(host->engine, &key, day, host->answer, NULL) != PRAP_OK) abort();
    answer_copy_take(ret_copy, host->answer);
}

static const prap_deadline *find(const struct answer_copy *copy, const prap_deadline *like) {
    for (uint32_t i = 0; i < copy->n_deadlines; i++)
        if (copy->deadlines[i].deadline == like->deadline && strcmp(copy->deadlines[i].name, like->name) == 0)
            return &copy->deadlines[i];
    return NULL;
}

/* The first day after now on which each deadline stands as missed, when a day is added after another. */
static const char *check_days(struct test_host *host, const struct seen_case *seen, prap_day until) {
    static _Thread_local struct answer_copy on_day; /* large */
    const struct answer_copy *now = &seen->sides[PRAP_CASELOAD_NOW];
    prap_day first[ANSWER_COPY_ROWS];
    uint32_t misses = 0;
    for (uint32_t i = 0; i < now->n_deadlines; i++)
        first[i] = PRAP_DAY_NONE;
    for (prap_day day = now->summary.as_of + 1; day <= until; day++) {
        show(host, seen->case_id, day, &on_day);
        for (uint32_t i = 0; i < now->n_deadlines; i++) {
            const prap_deadline *found = find(&on_day, &now->deadlines[i]);
            const bool missed = found != NULL && is_missed(found) && !is_missed(&now->deadlines[i]);
            if (missed && first[i] == PRAP_DAY_NONE) first[i] = day;
        }
    }
    for (uint32_t i = 0; i < now->n_deadlines; i++) {
        if (first[i] == PRAP_DAY_NONE) continue;
        const struct seen_miss *miss = &seen->misses[0][misses++];
        if (misses > seen->n_misses[0]) return "a deadline comes to be missed and is not told";
        if (miss->deadline.deadline != now->deadlines[i].deadline) return "another deadline is told as missed";
        if (miss->on != first[i]) return "a deadline is missed on another day";
    }
    return misses == seen->n_misses[0] ? NULL : "a deadline is told as missed and is not";
}

/* Time passes over a copy of the store, with a sweep each day: where the case ends up. */
static const char *check_swept(struct event_driver *driver, const struct asked *asked) {
    static _Thread_local struct answer_copy shown; /* large */
    struct test_host host;
    const char *complaint = NULL;
    test_host_reopen_every(&host, memory_store_copy(driver->host.store), driver->settings, driver->n_settings);
    for (prap_day day = asked->question.as_of + 1; day <= asked->question.until; day++) {
        prap_sweep_report report = {.size = sizeof report};
        if (prap_engine_sweep(host.engine, test_text(""), day, &report, NULL) != PRAP_OK || report.failed != 0)
            complaint = "a sweep fails";
    }
    for (unsigned i = 0; i < asked->n_seen && complaint == NULL; i++) {
        const struct answer_copy *then = &asked->seen[i].sides[PRAP_CASELOAD_THEN];
        show(&host, asked->seen[i].case_id, asked->question.until, &shown);
        if (shown.summary.stage != then->summary.stage || shown.summary.feed != then->summary.feed ||
            shown.summary.ended_on != then->summary.ended_on)
            complaint = "a swept case stands otherwise";
        if (shown.n_deadlines != then->n_deadlines) complaint = "a swept case has other deadlines";
        for (uint32_t k = 0; k < shown.n_deadlines && complaint == NULL; k++)
            if (shown.deadlines[k].deadline != then->deadlines[k].deadline ||
                shown.deadlines[k].due != then->deadlines[k].due ||
                is_missed(&shown.deadlines[k]) != is_missed(&then->deadlines[k]))
                complaint = "a deadline of a swept case stands otherwise";
    }
    if (test_host_close(&host) != 0 && complaint == NULL) complaint = "memory is left";
    return complaint;
}

static prap_status count_one(void *user, const prap_difference *difference) {
    (void)difference;
    ++*(unsigned *)user;
    return PRAP_OK;
}

/* The other rulebooks' own engine, asked case by case. */
static const char *check_otherwise(struct event_driver *driver, struct test_host *other, const struct seen_case *seen,
                                   prap_day until) {
    static _Thread_local struct answer_copy shown; /* large */
    const prap_key key = test_key(seen->case_id);
    const prap_day days[] = {seen->sides[0].summary.as_of, until};
    unsigned differences = 0;
    for (unsigned i = 0; i < 2; i++) {
        show(other, seen->case_id, days[i], &shown);
        if (!answer_copy_equal(&shown, &seen->sides[PRAP_CASELOAD_OTHERWISE + i])) return "the other rulebooks judge otherwise";
        if (i == 1) break;
        if (prap_engine_show(driver->host.engine, &key, days[i], driver->host.answer, NULL) != PRAP_OK) abort();
        prap_answer_difference(driver->host.answer, other->answer, count_one, &differences);
    }
    return (differences > 0) == (seen->differs == 1) ? NULL : "two answers differ and the walk says not, or they do not";
}

/* The totals once more, from what was visited. */
static const char *check_totals(const struct asked *asked) {
    struct asked *again = make_question(asked->question.as_of, asked->question.until, 0);
    prap_caseload_report report = {.size = sizeof report};
    const size_t n = asked->question.n_deadlines;
    for (unsigned i = 0; i < asked->n_seen; i++) {
        const struct seen_case *seen = &asked->seen[i];
        report.due += seen->due > 0;
        report.missing += seen->n_misses[0] > 0;
        report.turned += seen->turns;
        report.differing += seen->differs;
        for (unsigned w = 0; w < 2; w++)
            for (uint32_t k = 0; k < seen->n_misses[w]; k++)
                for (size_t t = 0; t < n; t++) {
                    const struct seen_miss *miss = &seen->misses[w][k];
                    if (again->deadlines[t].deadline != miss->deadline.deadline) continue;
                    again->deadlines[t].misses[w]++;
                    if (w == 0) again->days[(size_t)(miss->on - asked->question.as_of - 1) * n + t]++;
                }
    }
    bool right = memcmp(again->days, asked->days, sizeof again->days) == 0 && report.due == asked->report.due &&
                 report.missing == asked->report.missing && report.turned == asked->report.turned &&
                 report.differing == asked->report.differing && asked->report.bad == 0;
    for (size_t t = 0; t < n; t++)
        right = right && memcmp(again->deadlines[t].misses, asked->deadlines[t].misses, sizeof again->deadlines[t].misses) == 0;
    free(again);
    return right ? NULL : "the totals are not those of the cases";
}

/* The measures as the function that only measures has them. */
static const char *check_measures(struct event_driver *driver, struct test_host *other, const struct asked *asked) {
    prap_measure_total totals[MEASURES];
    for (unsigned side = 0; side < PRAP_CASELOAD_SIDES; side++) {
        struct test_host *host = side < 2 ? &driver->host : other;
        const prap_day day = side % 2 == 0 ? asked->question.as_of : asked->question.until;
        memset(totals, 0, sizeof totals);
        for (size_t i = 0; i < asked->question.n_measures; i++) {
            totals[i].size = sizeof totals[i];
            totals[i].measure = asked->measures[side][i].measure;
        }
        if (prap_engine_measure(host->engine, test_text(""), day, PRAP_DAY_NONE, PRAP_DAY_NONE, host->answer, totals,
                                asked->question.n_measures, NULL, NULL, NULL) != PRAP_OK)
            return "a caseload cannot be measured";
        if (memcmp(totals, asked->measures[side], asked->question.n_measures * sizeof totals[0]) != 0)
            return "the measures are not those of a walk that only measures";
    }
    return NULL;
}

/* The store's cases as a host would have them in an array. */
static size_t take_snapshots(const struct memory_store *store, prap_snapshot *into) {
    if (store->kept.n > SEEN_CASES) abort();
    for (size_t i = 0; i < store->kept.n; i++) {
        const struct stored_case *stored = &store->kept.cases[i];
        into[i] = (prap_snapshot){.size = sizeof into[i], .next_due = stored->next_due, .version = stored->version,
            .case_id = {(const char *)stored->case_id.bytes, stored->case_id.n},
            .record = {stored->snapshot.bytes, stored->snapshot.n}};
    }
    return store->kept.n;
}

/* The same from an array, and in pieces of a case each, and in two halves. */
static const char *check_forms(struct event_driver *driver, const struct asked *whole) {
    prap_snapshot snapshots[SEEN_CASES];
    const size_t n = take_snapshots(driver->host.store, snapshots);
    const char *complaint = NULL;
    struct asked *other = calloc(1, sizeof *other);
    if (other == NULL) abort();
    for (unsigned form = 0; form < 4 && complaint == NULL; form++) {
        memcpy(other, whole, sizeof *other);
        other->n_seen = 0;
        other->question.user = other;
        set_totals(other);
        set_measures(other);
        if (form % 2 == 1) {
            other->caseload.snapshots = snapshots;
            other->caseload.n_snapshots = n;
        }
        uint64_t seen = 0;
        prap_caseload_report sum = {.size = sizeof sum};
        char last[PRAP_ID_BYTES];
        prap_status status;
        do {
            other->stop_after = form >= 2 ? other->n_seen + 1 : 0;
            status = ask(driver->host.engine, other);
            memcpy(last, other->report.last, other->report.last_bytes);
            other->caseload.after = (prap_text){last, other->report.last_bytes};
            seen += other->report.seen;
            sum.due += other->report.due;
            sum.missing += other->report.missing;
            sum.turned += other->report.turned;
            sum.differing += other->report.differing;
            sum.judged += other->report.judged;
        } while (status == 4711);
        if (status != PRAP_OK) complaint = "a walk in another form fails";
        sum.seen = seen;
        memcpy(&other->report.seen, &sum.seen, sizeof sum - offsetof(prap_caseload_report, seen));
        if (complaint == NULL && !same(whole, other)) complaint = "a walk in another form, or in pieces, tells something else";
    }
    free(other);
    return complaint;
}

/* What the index has passed over had nothing to tell, and what it has not tells the same. */
static const char *check_index(struct event_driver *driver, prap_day as_of, prap_day until) {
    prap_snapshot snapshots[SEEN_CASES];
    const size_t n = take_snapshots(driver->host.store, snapshots);
    const char *complaint = NULL;
    struct asked *plain = make_question(as_of, until, 0);
    if (ask(driver->host.engine, plain) != PRAP_OK) complaint = "a walk fails";
    for (unsigned form = 0; form < 2 && complaint == NULL; form++) {
        struct asked *by_index = make_question(as_of, until, PRAP_CASELOAD_BY_INDEX);
        if (form == 1) by_index->caseload.snapshots = snapshots, by_index->caseload.n_snapshots = n;
        if (ask(driver->host.engine, by_index) != PRAP_OK) complaint = "a walk by index fails";
        if (complaint == NULL && (by_index->n_seen != plain->n_seen || !same_totals(plain, by_index) ||
                                  memcmp(plain->seen, by_index->seen, plain->n_seen * sizeof plain->seen[0]) != 0))
            complaint = "the index passes over a case that has something to tell";
        free(by_index);
    }
    free(plain);
    return complaint;
}

prap_day caseload_driver_recorded(const struct event_driver *driver) {
    prap_day last = PRAP_DAY_NONE;
    for (uint32_t i = 0; i < EVENT_DRIVER_CASES; i++)
        if (driver->cases[i].last.summary.version != 0 && driver->cases[i].recorded > last) last = driver->cases[i].recorded;
    return last;
}

/* Another host over the same store, by other readings. */
static void open_other(struct event_driver *driver, struct chooser *chooser, struct test_host *ret_host) {
    static const uint32_t policies[] = {PRAP_POLICY_AUTO60_DAY, PRAP_POLICY_CSS2_COUNT, PRAP_POLICY_ACK_NONWORKING,
                                        PRAP_POLICY_PRESTART_CONTACT_DAYS};
    prap_setting setting = {policies[choose(chooser, 4)], 0};
    setting.value = prap_policy_choice_at(setting.policy, choose(chooser, 2));
    const prap_policy *row = prap_policy_by_number(setting.policy);
    if (prap_policy_choice_at(setting.policy, 0) == 0) setting.value = once_in(chooser, 2) ? row->lowest : row->highest;
    test_host_reopen_every(ret_host, memory_store_copy(driver->host.store), &setting, 1);
}

const char *caseload_driver_check(struct event_driver *driver, struct chooser *chooser, struct caseload_counts *counts) {
    const prap_day recorded = caseload_driver_recorded(driver);
    if (recorded == PRAP_DAY_NONE || recorded < 18000 || recorded > 20000) return NULL;
    const prap_day as_of = recorded + (prap_day)choose(chooser, 5);
    const prap_day until = as_of + 1 + (prap_day)choose(chooser, MOST_DAYS - 1);
    struct test_host other;
    open_other(driver, chooser, &other);
    struct asked *whole = make_question(as_of, until, PRAP_CASELOAD_EVERY_CASE);
    whole->question.rulebooks = (const prap_rulebook *const *)other.rulebooks;
    whole->question.n_rulebooks = other.n_rulebooks;
    set_measures(whole);
    const char *complaint = ask(driver->host.engine, whole) == PRAP_OK ? NULL : "a walk fails";
    for (unsigned i = 0; i < whole->n_seen && complaint == NULL; i++) {
        static _Thread_local struct answer_copy shown; /* large */
        const struct seen_case *seen = &whole->seen[i];
        show(&driver->host, seen->case_id, as_of, &shown);
        if (!answer_copy_equal(&shown, &seen->sides[PRAP_CASELOAD_NOW])) complaint = "a case does not stand as it is shown";
        show(&driver->host, seen->case_id, until, &shown);
        if (!answer_copy_equal(&shown, &seen->sides[PRAP_CASELOAD_THEN])) complaint = "a case will not stand as it is shown";
        if (complaint == NULL) complaint = check_days(&driver->host, seen, until);
        if (complaint == NULL) complaint = check_otherwise(driver, &other, seen, until);
        counts->misses += seen->n_misses[0];
        counts->turned += seen->turns;
        counts->differing += seen->differs;
    }
    counts->cases += whole->n_seen;
    counts->measures += whole->n_seen > 0 ? whole->measures[0][0].denominator : 0;
    if (complaint == NULL && whole->n_seen != memory_store_case_count(driver->host.store)) complaint = "a case is not visited";
    if (complaint == NULL) complaint = check_totals(whole);
    if (complaint == NULL) complaint = check_swept(driver, whole);
    if (complaint == NULL) complaint = check_measures(driver, &other, whole);
    if (complaint == NULL) complaint = check_forms(driver, whole);
    if (complaint == NULL) complaint = check_index(driver, as_of, until);
    free(whole);
    if (test_host_close(&other) != 0 && complaint == NULL) complaint = "memory is left";
    return complaint;
}

const char *caseload_driver_check_past(struct event_driver *driver, struct memory_store *then, prap_day as_of,
                                       struct caseload_counts *counts) {
    struct test_host host;
    const char *complaint = NULL;
    test_host_reopen_every(&host, then, driver->settings, driver->n_settings);
    struct asked *at_the_time = make_question(as_of, as_of + 30, PRAP_CASELOAD_EVERY_CASE);
    struct asked *since = make_question(as_of, as_of + 30, PRAP_CASELOAD_EVERY_CASE);
    if (ask(host.engine, at_the_time) != PRAP_OK || ask(driver->host.engine, since) != PRAP_OK) complaint = "a walk fails";
    for (unsigned i = 0, k = 0; i < at_the_time->n_seen && complaint == NULL; i++) {
        while (k < since->n_seen && strcmp(since->seen[k].case_id, at_the_time->seen[i].case_id) < 0) k++;
        if (k == since->n_seen || strcmp(since->seen[k].case_id, at_the_time->seen[i].case_id) != 0) {
            complaint = "a case of then is not there any more";
        } else if (since->seen[k].sides[0].summary.version == at_the_time->seen[i].sides[0].summary.version) {
            counts->cases++; /* else something was recorded since, on a day up to as_of, which then counts */
            if (memcmp(&since->seen[k], &at_the_time->seen[i], sizeof since->seen[k]) != 0)
                complaint = "what was recorded since makes a difference";
        }
    }
    free(since);
    free(at_the_time);
    if (test_host_close(&host) != 0 && complaint == NULL) complaint = "memory is left";
    return complaint;
}
