/* engine-caseload-test.c: a caseload asked in one walk: small ones by hand, each way in, and what cannot be asked. */
#include <stdlib.h>

#include "engine-cases.h"
#include "memory-cases.h"
#include "prap/supplement.h"
#include "referral/record.h"

enum { MOST = 8 };

/* What was visited, in short. */
struct heard {
    unsigned n;
    char ids[MOST][8];
    int32_t status[MOST];
    uint32_t n_misses[MOST][2];
    prap_day on[MOST][2][8];
    uint32_t missed[MOST][2][8];
    uint32_t due[MOST];
    uint32_t turns[MOST];
    uint32_t differs[MOST];
    uint32_t payment[MOST];
    uint32_t then[MOST];
    prap_status stop_with;
};

static prap_status hear(void *user, const prap_caseload_case *found) {
    struct heard *heard = user;
    const unsigned i = heard->n++;
    assert_true(heard->n <= MOST);
    memcpy(heard->ids[i], found->case_id.bytes, found->case_id.n);
    heard->status[i] = found->status;
    heard->due[i] = found->due;
    heard->turns[i] = found->turns;
    heard->differs[i] = found->differs;
    heard->payment[i] = found->payment[0];
    if (found->sides[PRAP_CASELOAD_THEN] != NULL) heard->then[i] = prap_answer_summary(found->sides[PRAP_CASELOAD_THEN])->stage;
    for (unsigned w = 0; w < 2; w++) {
        heard->n_misses[i][w] = found->n_misses[w];
        for (uint32_t k = 0; k < found->n_misses[w]; k++) {
            heard->on[i][w][k] = found->misses[w][k].on;
            heard->missed[i][w][k] = found->misses[w][k].deadline->deadline;
        }
    }
    return heard->stop_with;
}

static const prap_caseload everything = {.size = sizeof everything};

static prap_caseload_question question_of(struct heard *heard, prap_day as_of, prap_day until) {
    memset(heard, 0, sizeof *heard);
    return (prap_caseload_question){.size = sizeof(prap_caseload_question), .as_of = as_of, .due_by = PRAP_DAY_NONE,
                                    .until = until, .first = PRAP_DAY_NONE, .last = PRAP_DAY_NONE, .visit = hear,
                                    .user = heard};
}

static prap_status ask(struct test_host *host, const prap_caseload *caseload, const prap_caseload_question *question,
                       prap_caseload_report *report) {
    *report = (prap_caseload_report){.size = sizeof *report};
    host->error = (prap_error){.size = sizeof host->error};
    return prap_engine_caseload(host->engine, caseload, question, report, &host->error);
}

/* A is received on Friday 5 May 2023 and B accepted too, C made on 20 March and accepted. */
static void open_three(struct test_host *host, const prap_setting *settings, size_t n) {
    test_host_open(host, settings, n);
    const prap_command commands[] = {received("A"), received("B"),
                                     test_command("C", PRAP_EVENT_REFERRAL_RECEIVED, test_day(2023, 3, 20)),
                                     test_command("C", PRAP_EVENT_ACCEPT, test_day(2023, 3, 21)), accepted("B")};
    for (size_t i = 0; i < 5; i++) submit_permitted(host, &commands[i]);
}

/* Day 2 is the 9th, for the 8th is a bank holiday (3.22); 15 working days after the 5th is the 30th (3.30). */
static void nobody_acts(void **state) {
    (void)state;
    struct test_host host;
    struct heard heard;
    prap_caseload_report report;
    open_three(&host, NULL, 0);
    prap_caseload_question question = question_of(&heard, test_day(2023, 5, 9), test_day(2023, 5, 31));
    assert_int_equal(ask(&host, &everything, &question, &report), PRAP_OK);
    assert_int_equal(heard.n, 3);
    assert_int_equal(heard.n_misses[0][0], 3);
    assert_int_equal(heard.missed[0][0][0], PRAP_DEADLINE_ACK);
    assert_int_equal(heard.on[0][0][0], test_day(2023, 5, 10));
    assert_int_equal(heard.missed[0][0][1], PRAP_DEADLINE_MEET);
    assert_int_equal(heard.on[0][0][1], test_day(2023, 5, 31));
    assert_int_equal(heard.n_misses[1][0], 2); /* B is acknowledged */
    assert_int_equal(heard.payment[1], 0);
    assert_int_equal(heard.n_misses[2][0], 1); /* meeting and entry were overdue before */
    assert_int_equal(heard.missed[2][0][0], PRAP_DEADLINE_AUTO60);
    assert_int_equal(heard.on[2][0][0], test_day(2023, 5, 19)); /* 60 days after 20 March (3.73) */
    assert_int_equal(heard.turns[2], 1);
    assert_int_equal(heard.then[2], PRAP_STATE_AUTO_DNA);
    assert_int_equal(heard.payment[2], PRAP_PAYMENT_NONE);
    assert_int_equal(report.judged, 3);
    assert_int_equal(report.missing, 3);
    assert_int_equal(report.turned, 1);
    question.until = test_day(2023, 5, 10); /* a day later only the acknowledgement is missed */
    memset(&heard, 0, sizeof heard);
    assert_int_equal(ask(&host, &everything, &question, &report), PRAP_OK);
    assert_int_equal(heard.n, 1);
    assert_int_equal(heard.n_misses[0][0], 1);
    question.until = PRAP_DAY_NONE;
    memset(&heard, 0, sizeof heard);
    assert_int_equal(ask(&host, &everything, &question, &report), PRAP_OK);
    assert_int_equal(heard.n, 0); /* nothing is asked */
    question.visit = NULL;
    question.flags = PRAP_CASELOAD_EVERY_CASE;
    assert_int_equal(ask(&host, &everything, &question, &report), PRAP_OK);
    assert_int_equal(report.judged, 3);
    assert_int_equal(test_host_close(&host), 0);
}

static prap_deadline_total total_of(uint32_t deadline) {
    return (prap_deadline_total){.size = sizeof(prap_deadline_total), .deadline = deadline};
}

static void what_is_due_is_counted(void **state) {
    (void)state;
    struct test_host host;
    struct heard heard;
    prap_caseload_report report;
    prap_deadline_total totals[] = {total_of(PRAP_DEADLINE_MEET), total_of(PRAP_DEADLINE_ACK)};
    uint64_t days[2 * 22] = {0};
    open_three(&host, NULL, 0);
    prap_caseload_question question = question_of(&heard, test_day(2023, 5, 9), test_day(2023, 5, 31));
    question.due_by = test_day(2023, 5, 9);
    question.deadlines = totals;
    question.n_deadlines = 2;
    question.days = days;
    question.n_days = 2 * 22;
    assert_int_equal(ask(&host, &everything, &question, &report), PRAP_OK);
    assert_int_equal(report.due, 2);
    assert_int_equal(heard.due[0], 1); /* A's acknowledgement */
    assert_int_equal(heard.due[2], 2); /* C's meeting, and its entry, of which there is no total */
    assert_int_equal(totals[0].due, 1);
    assert_int_equal(totals[0].overdue, 1);
    assert_int_equal(totals[1].due, 1);
    assert_int_equal(totals[1].overdue, 0);
    assert_int_equal(totals[0].misses[0], 2);
    assert_int_equal(totals[1].misses[0], 1);
    assert_int_equal(days[0 * 2 + 1], 1);  /* 10 May: an acknowledgement */
    assert_int_equal(days[21 * 2 + 0], 2); /* 31 May: two meetings */
    assert_int_equal(test_host_close(&host), 0);
}

static const prap_calendar *host_calendar(const struct test_host *host) {
    return prap_rulebook_calendar(host->rulebook);
}

static prap_rulebook *rulebook_with(struct test_host *host, const prap_calendar *calendar, const prap_setting *setting,
                                    const prap_supplement *supplement) {
    prap_rulebook *made = NULL;
    assert_int_equal(prap_rulebook_create_supplemented(&host->allocator.interface, PRAP_PROGRAMME_IPES, calendar, setting,
                                                       setting == NULL ? 0 : 1, supplement, &made, NULL),
                     PRAP_OK);
    return made;
}

static void other_rulebooks(void **state) {
    (void)state;
    const prap_calendar *built_in = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    const prap_deadline_definition own = {.size = sizeof own, .anchor = PRAP_CASE_DAY_RECEIVED, .n = 3,
        .unit = PRAP_UNIT_CALENDAR_DAYS, .valid_from = PRAP_DAY_NONE, .valid_until = PRAP_DAY_NONE,
        .name = test_text("call-back"), .source = test_text("ours")};
    const prap_supplement supplement = {.size = sizeof supplement, .n_deadlines = 1, .deadlines = &own};
    const struct {
        prap_setting setting;
        const prap_supplement *supplement;
        uint32_t deadline;
        uint64_t later, earlier, appeared, gone, restated, differing;
    } rows[] = {
        {{PRAP_POLICY_CSS2_COUNT, PRAP_CHOICE_INCLUDE_DAY}, NULL, PRAP_DEADLINE_MEET, 0, 3, 0, 0, 0, 3},
        {{PRAP_POLICY_AUTO60_DAY, 61}, NULL, PRAP_DEADLINE_AUTO60, 3, 0, 0, 0, 1, 3}, /* 19 May: C is not yet DNA */
        {{PRAP_POLICY_AUTO60_DAY, 61}, NULL, 0, 0, 0, 0, 0, 0, 3},
        {{PRAP_POLICY_PRESTART_CONTACT_DAYS, 5}, NULL, PRAP_DEADLINE_CONTACT, 0, 0, 2, 0, 0, 2},
        {{PRAP_POLICY_CSS2_COUNT, PRAP_CHOICE_EXCLUDE_DAY}, NULL, PRAP_DEADLINE_MEET, 0, 0, 0, 0, 0, 0},
        {{PRAP_POLICY_CSS2_COUNT, PRAP_CHOICE_EXCLUDE_DAY}, &supplement, 0, 0, 0, 3, 0, 0, 3},
        {{PRAP_POLICY_CSS_TARGET, 900}, NULL, PRAP_DEADLINE_MEET, 0, 0, 0, 0, 0, 0},
    };
    struct test_host host;
    struct heard heard;
    prap_caseload_report report;
    open_three(&host, NULL, 0);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        prap_rulebook *other = rulebook_with(&host, built_in, &rows[i].setting, rows[i].supplement);
        const prap_rulebook *others[] = {other};
        prap_deadline_total total = total_of(rows[i].deadline);
        prap_caseload_question question = question_of(&heard, test_day(2023, 5, 19), test_day(2023, 5, 31));
        question.rulebooks = others;
        question.n_rulebooks = 1;
        question.deadlines = &total;
        question.n_deadlines = 1;
        assert_int_equal(ask(&host, &everything, &question, &report), PRAP_OK);
        assert_int_equal(report.differing, rows[i].differing);
        assert_int_equal(total.later, rows[i].later);
        assert_int_equal(total.earlier, rows[i].earlier);
        assert_int_equal(total.appeared, rows[i].appeared);
        assert_int_equal(total.gone, rows[i].gone);
        assert_int_equal(total.restated, rows[i].restated);
        prap_rulebook_destroy(other);
    }
    assert_int_equal(test_host_close(&host), 0);
    const prap_setting contact = {PRAP_POLICY_PRESTART_CONTACT_DAYS, 5};
    open_three(&host, &contact, 1); /* the other way round the clock is gone */
    prap_rulebook *other = rulebook_with(&host, built_in, NULL, NULL);
    const prap_rulebook *others[] = {other};
    prap_deadline_total total = total_of(PRAP_DEADLINE_CONTACT);
    prap_caseload_question question = question_of(&heard, test_day(2023, 5, 9), PRAP_DAY_NONE);
    question.rulebooks = others;
    question.n_rulebooks = 1;
    question.deadlines = &total;
    question.n_deadlines = 1;
    assert_int_equal(ask(&host, &everything, &question, &report), PRAP_OK);
    assert_int_equal(total.gone, 3);
    prap_rulebook_destroy(other);
    assert_int_equal(test_host_close(&host), 0);
}

/* A clock that would be missed after the case has ended by itself is not: what is due on day 60 or later stops with it. */
static void what_stops_with_the_case_is_not_missed(void **state) {
    (void)state;
    const prap_deadline_definition own[] = {
        {.size = sizeof own[0], .anchor = PRAP_CASE_DAY_MADE, .n = 59, .unit = PRAP_UNIT_CALENDAR_DAYS,
         .valid_from = PRAP_DAY_NONE, .valid_until = PRAP_DAY_NONE, .name = test_text("first"), .source = test_text("ours")},
        {.size = sizeof own[0], .anchor = PRAP_CASE_DAY_MADE, .n = 60, .unit = PRAP_UNIT_CALENDAR_DAYS,
         .done_by = {PRAP_CASE_DAY_ATTENDED}, .valid_from = PRAP_DAY_NONE, .valid_until = PRAP_DAY_NONE,
         .name = test_text("second"), .source = test_text("ours")}};
    const prap_supplement supplement = {.size = sizeof supplement, .n_deadlines = 2, .deadlines = own};
    struct test_host host;
    struct heard heard;
    prap_caseload_report report;
    test_host_open_supplemented(&host, PRAP_PROGRAMME_IPES, &supplement);
    const prap_command command = test_command("C", PRAP_EVENT_REFERRAL_RECEIVED, test_day(2023, 3, 20));
    submit_permitted(&host, &command);
    const prap_caseload_question question = question_of(&heard, test_day(2023, 5, 9), test_day(2023, 6, 30));
    assert_int_equal(ask(&host, &everything, &question, &report), PRAP_OK);
    assert_int_equal(heard.n_misses[0][0], 1);
    assert_int_equal(heard.missed[0][0][0], PRAP_DEADLINE_AUTO60);
    assert_int_equal(test_host_close(&host), 0);
    const prap_setting contact = {PRAP_POLICY_PRESTART_CONTACT_DAYS, 30};
    test_host_open(&host, &contact, 1);
    submit_permitted(&host, &command);
    prap_command attempt = test_command("C", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 5));
    submit_permitted(&host, &attempt); /* the next one is due on 4 June, when the case is DNA */
    const prap_caseload_question later = question_of(&heard, test_day(2023, 5, 9), test_day(2023, 6, 30));
    assert_int_equal(ask(&host, &everything, &later, &report), PRAP_OK);
    assert_int_equal(heard.n_misses[0][0], 1);
    assert_int_equal(test_host_close(&host), 0);
}

static prap_measure_total measure_of(uint32_t measure) {
    return (prap_measure_total){.size = sizeof(prap_measure_total), .measure = measure};
}

static void measures_of_every_side(void **state) {
    (void)state;
    struct test_host host;
    struct heard heard;
    prap_caseload_report report;
    prap_measure_total totals[4][1] = {{measure_of(PRAP_MEASURE_CSS1)}, {measure_of(PRAP_MEASURE_CSS1)},
                                       {measure_of(PRAP_MEASURE_CSS1)}, {measure_of(PRAP_MEASURE_CSS1)}};
    open_three(&host, NULL, 0);
    const prap_rulebook *others[] = {host.rulebook};
    prap_caseload_question question = question_of(&heard, test_day(2023, 5, 9), test_day(2023, 5, 10));
    question.rulebooks = others;
    question.n_rulebooks = 1;
    question.n_measures = 1;
    for (unsigned side = 0; side < 4; side++) question.measures[side] = totals[side];
    assert_int_equal(ask(&host, &everything, &question, &report), PRAP_OK);
    assert_int_equal(heard.n, 3);
    for (unsigned w = 0; w < 4; w += 2) {
        assert_int_equal(totals[w][0].open, 1); /* A */
        assert_int_equal(totals[w][0].numerator, 2);
        assert_int_equal(totals[w][0].denominator, 2);
        assert_int_equal(totals[w + 1][0].open, 0);
        assert_int_equal(totals[w + 1][0].denominator, 3);
    }
    question = question_of(&heard, test_day(2023, 5, 9), PRAP_DAY_NONE);
    question.measures[0] = totals[0];
    question.n_measures = 1;
    question.last = test_day(2023, 4, 1); /* only C's day lies in it */
    assert_int_equal(ask(&host, &everything, &question, &report), PRAP_OK);
    assert_int_equal(heard.n, 1);
    assert_string_equal(heard.ids[0], "C");
    assert_int_equal(test_host_close(&host), 0);
}

static size_t take_snapshots(const struct test_host *host, prap_snapshot *into) {
    for (size_t i = 0; i < host->store->kept.n; i++) {
        const struct stored_case *stored = &host->store->kept.cases[i];
        into[i] = (prap_snapshot){.size = sizeof into[i], .next_due = stored->next_due, .version = stored->version,
            .case_id = {(const char *)stored->case_id.bytes, stored->case_id.n},
            .record = {stored->snapshot.bytes, stored->snapshot.n}};
    }
    return host->store->kept.n;
}

/* From an array, over an engine that has no store; in a range; by its index. */
static void an_array_of_snapshots(void **state) {
    (void)state;
    struct test_host host;
    struct heard heard;
    prap_caseload_report report;
    prap_snapshot snapshots[3];
    open_three(&host, NULL, 0);
    const prap_host nothing = {.size = sizeof nothing, .allocator = &host.allocator.interface, .store = prap_store_nothing()};
    const prap_rulebook *rulebooks[] = {host.rulebook};
    prap_engine *with_store = host.engine, *engine = NULL;
    assert_int_equal(prap_engine_create(&nothing, rulebooks, 1, &engine, NULL), PRAP_OK);
    host.engine = engine;
    prap_caseload caseload = {.size = sizeof caseload, .snapshots = snapshots};
    caseload.n_snapshots = take_snapshots(&host, snapshots);
    prap_caseload_question question = question_of(&heard, test_day(2023, 5, 9), test_day(2023, 5, 31));
    assert_int_equal(ask(&host, &caseload, &question, &report), PRAP_OK);
    assert_int_equal(heard.n, 3);
    assert_int_equal(report.seen, 3);
    assert_memory_equal(report.last, "C", 1);
    memset(&heard, 0, sizeof heard);
    caseload.after = test_text("A");
    caseload.until = test_text("B");
    assert_int_equal(ask(&host, &caseload, &question, &report), PRAP_OK);
    assert_int_equal(heard.n, 1);
    assert_string_equal(heard.ids[0], "B");
    caseload.after = caseload.until = test_text("");
    /* By the index: A's acknowledgement and C's entry are due by the 11th, nothing of B is; a closed case never is. */
    memset(&heard, 0, sizeof heard);
    question.flags = PRAP_CASELOAD_BY_INDEX;
    question.until = test_day(2023, 5, 12);
    assert_int_equal(ask(&host, &caseload, &question, &report), PRAP_OK);
    assert_int_equal(heard.n, 1);
    assert_int_equal(report.seen, 3);
    assert_int_equal(report.passed_over, 1);
    snapshots[0].next_due = PRAP_DAY_NONE;
    question.until = PRAP_DAY_NONE;
    question.due_by = test_day(2023, 5, 12);
    assert_int_equal(ask(&host, &caseload, &question, &report), PRAP_OK);
    assert_int_equal(report.passed_over, 2);
    caseload.n_snapshots = 0;
    assert_int_equal(ask(&host, &caseload, &question, &report), PRAP_OK);
    assert_int_equal(report.seen, 0);
    /* An engine over nothing has no case, and stores none. */
    question.flags = 0;
    assert_int_equal(ask(&host, &everything, &question, &report), PRAP_OK);
    const prap_key key = test_key("A");
    assert_int_equal(prap_engine_show(engine, &key, test_day(2023, 5, 9), host.answer, NULL), PRAP_E_NO_CASE);
    const prap_command command = received("A");
    assert_int_equal(test_host_submit(&host, &command), PRAP_FAIL);
    assert_int_equal(prap_engine_history(engine, &key, PRAP_DAY_MAX, pass_event, NULL, NULL), PRAP_E_NO_CASE);
    prap_sink *const no_sink = NULL;
    assert_int_equal(nothing.store->read(NULL, &key, 1, 1, no_sink), PRAP_OK);
    prap_engine_destroy(engine);
    host.engine = with_store;
    assert_int_equal(test_host_close(&host), 0);
}

/* A bad case is told with its status, is counted nowhere else, and hides no other. */
static void a_bad_case_hides_no_other(void **state) {
    (void)state;
    struct test_host host;
    struct heard heard;
    prap_caseload_report report;
    prap_snapshot snapshots[3];
    open_three(&host, NULL, 0);
    prap_caseload caseload = {.size = sizeof caseload, .snapshots = snapshots};
    caseload.n_snapshots = take_snapshots(&host, snapshots);
    snapshots[0].record.n--;
    snapshots[1].version++;
    prap_caseload_question question = question_of(&heard, test_day(2023, 5, 9), test_day(2023, 5, 31));
    assert_int_equal(ask(&host, &caseload, &question, &report), PRAP_E_DAMAGED);
    assert_string_equal(host.error.field, "case");
    assert_int_equal(heard.n, 3);
    assert_int_equal(heard.status[0], PRAP_E_DAMAGED);
    assert_int_equal(heard.status[1], PRAP_E_DAMAGED);
    assert_int_equal(heard.status[2], PRAP_OK);
    assert_int_equal(report.bad, 2);
    assert_int_equal(report.judged, 1);
    take_snapshots(&host, snapshots);
    question = question_of(&heard, test_day(2023, 5, 6), PRAP_DAY_NONE); /* before B's last recorded day */
    question.flags = PRAP_CASELOAD_EVERY_CASE;
    assert_int_equal(ask(&host, &caseload, &question, &report), PRAP_E_NO_READ);
    assert_string_equal(host.error.field, "as_of");
    assert_int_equal(heard.status[1], PRAP_E_NO_READ);
    assert_int_equal(heard.n, 3);
    memset(&heard, 0, sizeof heard);
    question.visit = NULL;
    assert_int_equal(ask(&host, &everything, &question, &report), PRAP_OK); /* the store can read */
    assert_int_equal(report.judged, 3);
    question.as_of = test_day(2023, 4, 1); /* only C was there */
    assert_int_equal(ask(&host, &everything, &question, &report), PRAP_OK);
    assert_int_equal(report.judged, 1);
    assert_int_equal(report.seen, 3);
    prap_rulebook *of_whp = NULL;
    assert_int_equal(prap_rulebook_create(&host.allocator.interface, PRAP_PROGRAMME_WHP,
                                          prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), NULL, 0, &of_whp, NULL),
                     PRAP_OK);
    const prap_rulebook *others[] = {of_whp}; /* which have none for the case's programme */
    question.rulebooks = others;
    question.n_rulebooks = 1;
    assert_int_equal(ask(&host, &everything, &question, &report), PRAP_E_WORD);
    assert_string_equal(host.error.field, "programme");
    prap_rulebook_destroy(of_whp);
    assert_int_equal(test_host_close(&host), 0);
}

static void a_case_beyond_the_calendar(void **state) {
    (void)state;
    const prap_deadline_definition own = {.size = sizeof own, .anchor = PRAP_CASE_DAY_RECEIVED, .n = 3660,
        .unit = PRAP_UNIT_WORKING_DAYS, .valid_from = PRAP_DAY_NONE, .valid_until = PRAP_DAY_NONE,
        .name = test_text("far"), .source = test_text("ours")};
    const prap_supplement supplement = {.size = sizeof supplement, .n_deadlines = 1, .deadlines = &own};
    struct test_host host;
    struct heard heard;
    prap_caseload_report report;
    open_three(&host, NULL, 0);
    prap_rulebook *other = NULL;
    const prap_calendar *built_in = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    if (prap_rulebook_create_supplemented(&host.allocator.interface, PRAP_PROGRAMME_IPES, built_in, NULL, 0, &supplement,
                                          &other, NULL) == PRAP_OK) {
        const prap_rulebook *others[] = {other};
        prap_caseload_question question = question_of(&heard, test_day(2023, 5, 9), PRAP_DAY_NONE);
        question.rulebooks = others;
        question.n_rulebooks = 1;
        assert_int_equal(ask(&host, &everything, &question, &report), PRAP_E_COVERAGE);
        assert_int_equal(report.bad, 3);
    } else {
        fail_msg("the far deadline was refused");
    }
    prap_rulebook_destroy(other);
    assert_int_equal(test_host_close(&host), 0);
}

static prap_status stop_at(void *user, const prap_caseload_report *so_far) {
    unsigned *left = user;
    assert_true(so_far->seen > 0);
    return --*left == 0 ? 815 : PRAP_OK;
}

static void progress_and_stops(void **state) {
    (void)state;
    struct test_host host;
    struct heard heard;
    prap_caseload_report report;
    open_three(&host, NULL, 0);
    prap_caseload_question question = question_of(&heard, test_day(2023, 5, 9), test_day(2023, 5, 31));
    unsigned left = 2;
    prap_caseload caseload = {.size = sizeof caseload, .every = 1, .progress = stop_at, .user = &left};
    assert_int_equal(ask(&host, &caseload, &question, &report), 815);
    assert_int_equal(report.seen, 2);
    assert_memory_equal(report.last, "B", 1);
    caseload.after = (prap_text){report.last, report.last_bytes};
    left = 9;
    memset(&heard, 0, sizeof heard);
    char last[8];
    memcpy(last, report.last, sizeof last);
    caseload.after.bytes = last;
    assert_int_equal(ask(&host, &caseload, &question, &report), PRAP_OK);
    assert_int_equal(heard.n, 1);
    caseload = (prap_caseload){.size = sizeof caseload, .every = 2, .progress = stop_at, .user = &left};
    left = 2;
    assert_int_equal(ask(&host, &caseload, &question, &report), PRAP_OK); /* told once in three */
    assert_int_equal(left, 1);
    caseload.every = 0;
    assert_int_equal(ask(&host, &caseload, &question, &report), PRAP_OK);
    caseload.every = 1;
    caseload.progress = NULL;
    memset(&heard, 0, sizeof heard);
    heard.stop_with = 4711;
    assert_int_equal(ask(&host, &caseload, &question, &report), 4711);
    assert_int_equal(heard.n, 1);
    assert_memory_equal(report.last, "A", 1);
    caseload.until = test_text("B");
    memset(&heard, 0, sizeof heard);
    assert_int_equal(ask(&host, &caseload, &question, &report), PRAP_OK);
    assert_int_equal(heard.n, 2);
    /* A store that breaks off: what was told is told, and the last case says where to go on. */
    const struct memory_store_trouble trouble = {.fault = MEMORY_STORE_STATUS_BEFORE, .nth = 1, .only = MEMORY_STORE_SCAN,
                                                 .status = PRAP_FAIL};
    memory_store_order(host.store, &trouble);
    assert_int_equal(ask(&host, &everything, &question, &report), PRAP_FAIL);
    assert_string_equal(host.error.field, "store");
    const struct memory_store_trouble read = {.fault = MEMORY_STORE_STATUS_BEFORE, .nth = 1, .only = MEMORY_STORE_READ,
                                              .status = PRAP_RETRY};
    memory_store_order(host.store, &read);
    question.as_of = test_day(2023, 5, 8);
    memset(&heard, 0, sizeof heard);
    assert_int_equal(ask(&host, &everything, &question, &report), PRAP_RETRY);
    assert_int_equal(heard.n, 1); /* A needs no journal, B does */
    assert_int_equal(report.seen, 1);
    assert_memory_equal(report.last, "A", 1);
    assert_int_equal(test_host_close(&host), 0);
}

static void what_cannot_be_asked(void **state) {
    (void)state;
    struct test_host host;
    struct heard heard;
    prap_caseload_report report;
    open_three(&host, NULL, 0);
    const prap_day day = test_day(2023, 5, 9);
    const prap_caseload_question plain = question_of(&heard, day, PRAP_DAY_NONE);
    const prap_text bad = {"\n", 1};
    const struct {
        prap_caseload caseload;
        prap_status status;
        const char *field;
    } sources[] = {{{.size = sizeof everything, .tenant = bad}, PRAP_E_TEXT, "tenant"},
                   {{.size = sizeof everything, .after = bad}, PRAP_E_TEXT, "after"},
                   {{.size = sizeof everything, .until = bad}, PRAP_E_TEXT, "until"},
                   {{.size = sizeof everything, .n_snapshots = 1}, PRAP_E_NULL, "snapshots"},
                   {{.size = 8}, PRAP_E_SIZE, "caseload"}};
    for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++)
        assert_error(&host, ask(&host, &sources[i].caseload, &plain, &report), sources[i].status, sources[i].field);
    const prap_rulebook *twice[] = {host.rulebook, host.rulebook};
    prap_deadline_total acks[] = {total_of(PRAP_DEADLINE_ACK), total_of(PRAP_DEADLINE_ACK)}, nothing = total_of(999),
                        small = {.size = 4}, many[PRAP_CASELOAD_DEADLINES_MAX + 1] = {{0}};
    prap_measure_total css1 = measure_of(PRAP_MEASURE_CSS1), css2 = measure_of(PRAP_MEASURE_CSS2),
                       no_measure = measure_of(999), small_measure = {.size = 4};
    uint64_t days[1];
    /* What is 0 is as in plain. */
    const struct {
        prap_caseload_question question;
        prap_status status;
        const char *field;
    } rows[] = {
        {{.size = 8}, PRAP_E_SIZE, "question"},
        {{.as_of = PRAP_DAY_NONE}, PRAP_E_REQUIRED, "as_of"},
        {{.due_by = PRAP_DAY_MAX + 1}, PRAP_E_DAY, "due_by"},
        {{.until = PRAP_DAY_MAX + 1}, PRAP_E_DAY, "until"},
        {{.first = PRAP_DAY_MAX + 1}, PRAP_E_DAY, "first"},
        {{.last = PRAP_DAY_MAX + 1}, PRAP_E_DAY, "last"},
        {{.until = 19486}, PRAP_E_ORDER, "until"},
        {{.until = 19486 + 3661}, PRAP_E_LIMIT, "until"},
        {{.first = 19486, .last = 19485}, PRAP_E_ORDER, "last"},
        {{.flags = 4}, PRAP_E_RANGE, "flags"},
        {{.flags = PRAP_CASELOAD_BY_INDEX | PRAP_CASELOAD_EVERY_CASE}, PRAP_E_RANGE, "flags"},
        {{.flags = PRAP_CASELOAD_BY_INDEX, .n_measures = 1}, PRAP_E_RANGE, "flags"},
        {{.flags = PRAP_CASELOAD_BY_INDEX, .rulebooks = twice, .n_rulebooks = 1}, PRAP_E_RANGE, "flags"},
        {{.rulebooks = twice}, PRAP_E_LIMIT, "rulebooks"},
        {{.n_rulebooks = 1}, PRAP_E_NULL, "rulebooks"},
        {{.rulebooks = twice, .n_rulebooks = 2}, PRAP_E_TWICE, "rulebooks"},
        {{.deadlines = many, .n_deadlines = PRAP_CASELOAD_DEADLINES_MAX + 1}, PRAP_E_LIMIT, "deadlines"},
        {{.n_deadlines = 1}, PRAP_E_NULL, "deadlines"},
        {{.deadlines = &small, .n_deadlines = 1}, PRAP_E_SIZE, "deadlines"},
        {{.deadlines = &nothing, .n_deadlines = 1}, PRAP_E_WORD, "deadlines"},
        {{.deadlines = acks, .n_deadlines = 2}, PRAP_E_TWICE, "deadlines"},
        {{.days = days, .n_days = 1, .deadlines = acks, .n_deadlines = 1}, PRAP_E_REQUIRED, "days"},
        {{.days = days, .n_days = 1, .until = 19487}, PRAP_E_REQUIRED, "days"},
        {{.days = days, .n_days = 1, .until = 19488, .deadlines = acks, .n_deadlines = 1}, PRAP_E_ROOM, "days"},
        {{.n_measures = PRAP_MEASURES_MAX + 1}, PRAP_E_LIMIT, "measures"},
        {{.n_measures = 1}, PRAP_E_NULL, "measures"},
        {{.measures = {&css1}}, PRAP_E_REQUIRED, "measures"},
        {{.measures = {NULL, &css1}, .n_measures = 1}, PRAP_E_REQUIRED, "measures"},
        {{.measures = {NULL, NULL, &css1}, .n_measures = 1}, PRAP_E_REQUIRED, "measures"},
        {{.measures = {NULL, NULL, NULL, &css1}, .n_measures = 1, .until = 19487}, PRAP_E_REQUIRED, "measures"},
        {{.measures = {&small_measure}, .n_measures = 1}, PRAP_E_SIZE, "measures"},
        {{.measures = {&no_measure}, .n_measures = 1}, PRAP_E_WORD, "measures"},
        {{.measures = {&css1, &css2}, .n_measures = 1, .until = 19487}, PRAP_E_WORD, "measures"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        prap_caseload_question question = rows[i].question;
        if (question.size == 0) question.size = sizeof question;
        if (question.as_of == 0) question.as_of = day;
        if (question.due_by == 0) question.due_by = PRAP_DAY_NONE;
        if (question.until == 0) question.until = PRAP_DAY_NONE;
        if (question.first == 0) question.first = PRAP_DAY_NONE;
        if (question.last == 0) question.last = PRAP_DAY_NONE;
        assert_error(&host, ask(&host, &everything, &question, &report), rows[i].status, rows[i].field);
    }
    report = (prap_caseload_report){.size = 8};
    assert_error(&host, prap_engine_caseload(host.engine, &everything, &plain, &report, &host.error), PRAP_E_SIZE, "report");
    report.size = sizeof report;
    assert_int_equal(prap_engine_caseload(NULL, &everything, &plain, &report, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_caseload(host.engine, NULL, &plain, &report, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_caseload(host.engine, &everything, NULL, &report, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_caseload(host.engine, &everything, &plain, NULL, NULL), PRAP_E_NULL);
    prap_snapshot snapshots[3];
    const prap_caseload array = {.size = sizeof array, .snapshots = snapshots, .n_snapshots = 3};
    take_snapshots(&host, snapshots);
    snapshots[1].case_id = snapshots[0].case_id;
    assert_error(&host, ask(&host, &array, &plain, &report), PRAP_E_ORDER, "snapshots");
    assert_int_equal(report.seen, 1);
    snapshots[1].case_id = bad;
    assert_error(&host, ask(&host, &array, &plain, &report), PRAP_E_TEXT, "snapshots");
    take_snapshots(&host, snapshots);
    snapshots[2].record.bytes = NULL;
    assert_error(&host, ask(&host, &array, &plain, &report), PRAP_E_NULL, "snapshots");
    snapshots[0].size = 4;
    assert_error(&host, ask(&host, &array, &plain, &report), PRAP_E_SIZE, "snapshots");
    assert_int_equal(test_host_close(&host), 0);
    prap_store store;
    open_without(&host, &store, true, false);
    assert_int_equal(prap_engine_caseload(host.engine, &everything, &plain, &report, NULL), PRAP_E_NO_SCAN);
    assert_int_equal(prap_engine_caseload(host.engine, &(prap_caseload){.size = sizeof array, .snapshots = snapshots}, &plain,
                                          &report, NULL),
                     PRAP_OK);
    assert_int_equal(test_host_close(&host), 0);
}

/* A snapshot of a case that stands so, under an id, in a room. */
static prap_snapshot snapshot_of(const char *case_id, const prapi_case *given, uint8_t room[PRAP_SNAPSHOT_BYTES]) {
    const prap_key key = test_key(case_id);
    size_t n = 0;
    prapi_case_encode(given, prapi_key_hash(&key), room, &n);
    return (prap_snapshot){.size = sizeof(prap_snapshot), .next_due = PRAP_DAY_NONE, .version = given->version,
                           .case_id = test_text(case_id), .record = {room, n}};
}

static prapi_case started(uint32_t stage) {
    prapi_case made;
    prapi_case_clear(&made);
    made.programme = PRAP_PROGRAMME_IPES;
    made.stage = stage;
    made.feed = PRAP_FEED_OPEN;
    made.version = 1;
    made.received_on = made.made_on = test_day(2023, 3, 1);
    made.attended_on = made.start_on = made.entered_on = test_day(2023, 3, 10);
    made.recorded = test_day(2023, 4, 3);
    return made;
}

/* A light touch is to be reviewed after 28 days (3.98): the region changes by itself. One that has left has no clock. */
static void a_light_touch_comes_to_be_reviewed(void **state) {
    (void)state;
    struct test_host host;
    struct heard heard;
    prap_caseload_report report;
    uint8_t rooms[2][PRAP_SNAPSHOT_BYTES];
    prapi_case on = started(PRAP_STATE_PRE_WORK), left = started(PRAP_STATE_LEFT);
    on.disclosed_on = left.disclosed_on = on.escalated_on = left.escalated_on = test_day(2023, 4, 3);
    on.regions[PRAP_REGION_MAPPA] = left.regions[PRAP_REGION_MAPPA] = PRAP_MAPPA_LIGHT_TOUCH;
    left.ended_on = test_day(2023, 4, 3);
    test_host_open(&host, NULL, 0);
    const prap_snapshot snapshots[] = {snapshot_of("A", &on, rooms[0]), snapshot_of("B", &left, rooms[1])};
    const prap_caseload array = {.size = sizeof array, .snapshots = snapshots, .n_snapshots = 2};
    prap_caseload_question question = question_of(&heard, test_day(2023, 5, 1), test_day(2023, 5, 2));
    assert_int_equal(ask(&host, &array, &question, &report), PRAP_OK);
    assert_int_equal(heard.n, 2);
    assert_int_equal(heard.turns[0], 1);
    assert_int_equal(heard.n_misses[0][0], 1);
    assert_int_equal(heard.missed[0][0][0], PRAP_DEADLINE_MAPPA28); /* due on 1 May */
    assert_int_equal(heard.turns[1], 1);
    assert_int_equal(heard.n_misses[1][0], 0);
    assert_int_equal(heard.payment[0], 0);
    const prap_setting working = {PRAP_POLICY_MAPPA28_UNIT, PRAP_CHOICE_WORKING};
    prap_rulebook *other = rulebook_with(&host, host_calendar(&host), &working, NULL);
    const prap_rulebook *others[] = {other};
    question = question_of(&heard, test_day(2023, 5, 2), PRAP_DAY_NONE);
    question.rulebooks = others;
    question.n_rulebooks = 1;
    assert_int_equal(ask(&host, &array, &question, &report), PRAP_OK);
    assert_int_equal(report.differing, 2); /* by 28 working days nothing is to be reviewed yet */
    prap_rulebook_destroy(other);
    assert_int_equal(test_host_close(&host), 0);
}

/* Days that no calendar has: the case cannot be judged. A store that cannot read tells nothing of the past. */
static void what_cannot_be_judged_at_all(void **state) {
    (void)state;
    struct test_host host;
    struct heard heard;
    prap_caseload_report report;
    uint8_t room[PRAP_SNAPSHOT_BYTES];
    prapi_case far = started(PRAP_STATE_PRE_WORK);
    far.received_on = far.made_on = far.start_on = test_day(2190, 1, 1);
    test_host_open(&host, NULL, 0);
    const prap_snapshot snapshot = snapshot_of("A", &far, room);
    const prap_caseload array = {.size = sizeof array, .snapshots = &snapshot, .n_snapshots = 1};
    prap_caseload_question question = question_of(&heard, test_day(2023, 5, 1), test_day(2023, 5, 2));
    assert_int_equal(ask(&host, &array, &question, &report), PRAP_E_COVERAGE);
    assert_int_equal(heard.status[0], PRAP_E_COVERAGE);
    question.first = test_day(2023, 5, 1); /* a period of one end, and of two */
    assert_int_equal(ask(&host, &array, &question, &report), PRAP_E_COVERAGE);
    question.last = test_day(2023, 5, 1);
    assert_int_equal(ask(&host, &array, &question, &report), PRAP_E_COVERAGE);
    assert_int_equal(test_host_close(&host), 0);
    prap_store store;
    open_without(&host, &store, false, true);
    const prap_command first = received("A"), accept = accepted("A");
    submit_permitted(&host, &first);
    submit_permitted(&host, &accept);
    const prap_caseload_question past = question_of(&heard, test_day(2023, 5, 6), PRAP_DAY_NONE);
    assert_int_equal(ask(&host, &everything, &past, &report), PRAP_E_NO_READ);
    assert_int_equal(report.bad, 0); /* of the store, not of the case */
    assert_int_equal(test_host_close(&host), 0);
}

/* A sweep of more than a batch, one commit of which goes wrong in each way: nothing is lost, nothing twice. */
static void a_batch_goes_wrong(void **state) {
    (void)state;
    const struct memory_store_trouble troubles[] = {
        {.fault = MEMORY_STORE_SOUND},
        {.fault = MEMORY_STORE_STATUS_BEFORE, .nth = 1, .only = MEMORY_STORE_COMMIT, .status = PRAP_RETRY},
        {.fault = MEMORY_STORE_STATUS_BEFORE, .nth = 1, .only = MEMORY_STORE_COMMIT, .status = PRAP_FAIL},
        {.fault = MEMORY_STORE_STATUS_BEFORE, .nth = 1, .only = MEMORY_STORE_COMMIT, .status = PRAP_UNKNOWN},
        {.fault = MEMORY_STORE_STATUS_AFTER, .nth = 1, .only = MEMORY_STORE_COMMIT, .status = PRAP_UNKNOWN},
        {.fault = MEMORY_STORE_EACH_BEFORE, .nth = 1, .only = MEMORY_STORE_COMMIT, .status = PRAP_CONFLICT},
        {.fault = MEMORY_STORE_EACH_AFTER, .nth = 1, .only = MEMORY_STORE_COMMIT, .status = PRAP_UNKNOWN},
        {.fault = MEMORY_STORE_EACH_UNSET, .nth = 1, .only = MEMORY_STORE_COMMIT}};
    for (size_t i = 0; i < sizeof troubles / sizeof troubles[0]; i++) {
        struct test_host host;
        test_host_open(&host, NULL, 0);
        for (char id[] = "a"; id[0] < 'a' + 20; id[0]++) {
            const prap_command command = received(id);
            submit_permitted(&host, &command);
        }
        memory_store_order(host.store, &troubles[i]);
        prap_sweep_report report = {.size = sizeof report};
        assert_int_equal(prap_engine_sweep(host.engine, test_text(""), test_day(2023, 8, 1), &report, NULL), PRAP_OK);
        assert_int_equal(report.seen, 20);
        assert_int_equal(report.moved, 20);
        assert_int_equal(report.failed, 0);
        memory_store_order(host.store, NULL);
        for (char id[] = "a"; id[0] < 'a' + 20; id[0]++) {
            assert_int_equal(memory_store_stage(host.store, test_key(id)), PRAP_STATE_AUTO_DNA);
            assert_int_equal(memory_store_version(host.store, test_key(id)), 2);
        }
        assert_null(memory_store_complaint(host.store));
        assert_int_equal(test_host_close(&host), 0);
    }
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command command = received("a");
    submit_permitted(&host, &command);
    const struct memory_store_trouble dead = {.fault = MEMORY_STORE_STATUS_BEFORE, .nth = 2, .sticky = true,
                                              .status = PRAP_UNKNOWN}; /* from the commit on */
    memory_store_order(host.store, &dead);
    prap_sweep_report report = {.size = sizeof report};
    assert_int_equal(prap_engine_sweep(host.engine, test_text(""), test_day(2023, 8, 1), &report, NULL), PRAP_OK);
    assert_int_equal(report.failed, 1);
    memory_store_order(host.store, NULL);
    assert_int_equal(test_host_close(&host), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nobody_acts),
        cmocka_unit_test(what_is_due_is_counted),
        cmocka_unit_test(other_rulebooks),
        cmocka_unit_test(what_stops_with_the_case_is_not_missed),
        cmocka_unit_test(measures_of_every_side),
        cmocka_unit_test(an_array_of_snapshots),
        cmocka_unit_test(a_bad_case_hides_no_other),
        cmocka_unit_test(a_case_beyond_the_calendar),
        cmocka_unit_test(progress_and_stops),
        cmocka_unit_test(what_cannot_be_asked),
        cmocka_unit_test(a_light_touch_comes_to_be_reviewed),
        cmocka_unit_test(what_cannot_be_judged_at_all),
        cmocka_unit_test(a_batch_goes_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
