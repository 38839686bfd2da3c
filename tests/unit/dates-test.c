/* dates-test.c: every worked example of D-01 to D-22, through the one function that computes them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "date-rows.h"
#include "dates.h"
#include "heap.h"

#define ROWS(table) (sizeof table / sizeof table[0])

static void acknowledgement(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(d_01); i++) {
        const prap_date_answer rolled = answered("D-01", d_01[i][0], "", NULL);
        expect_day(rolled.anchor, d_01[i][0]);
        expect_day(rolled.first, d_01[i][1]);
        expect_day(rolled.due, d_01[i][2]);
        expect_day(rolled.prudent, d_01[i][3]);
        expect_day(rolled.alternative, d_01[i][3]);
        const prap_date_answer strict = answered("ack", d_01[i][0], "", "ack-nonworking=count-as-day-1");
        expect_day(strict.first, d_01[i][0]);
        expect_day(strict.due, d_01[i][3]);
        expect_day(strict.alternative, d_01[i][2]);
        assert_int_equal(strict.policy, PRAP_POLICY_ACK_NONWORKING);
        assert_int_equal(strict.policy_value, PRAP_CHOICE_COUNT_AS_DAY_1);
    }
}

static void working_days(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(d_02); i++) {
        const prap_date_answer answer = answered("D-02", d_02[i][0], "", NULL);
        expect_day(answer.due, d_02[i][1]);
        expect_day(answer.last_working_day, d_02[i][1]);
        expect_day(answer.prudent, d_02[i][2]);
        expect_day(answered("meet-record", d_02[i][0], "", "css2-count=include-day").due, d_02[i][2]);
        expect_day(answered("meet-record", d_02[i][0], "", "css2-count=include-day").alternative, d_02[i][1]);
    }
    for (size_t i = 0; i < ROWS(d_03); i++) {
        expect_day(answered("D-03", d_03[i][0], "", NULL).due, d_03[i][1]);
        expect_day(answered("plan", d_03[i][0], "", NULL).prudent, d_03[i][2]);
        assert_int_equal(answered("plan", d_03[i][0], "", NULL).policy, 0);
    }
}

static void automatic_dna(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(d_04); i++) {
        const prap_date_answer answer = answered("D-04", d_04[i][0], "", NULL);
        expect_day(answer.due, d_04[i][1]);
        expect_day(answer.last_working_day, d_04[i][2]);
        expect_day(answer.first, d_04[i][3]);
        expect_day(answer.alternative, d_04[i][4]);
        expect_day(answer.prudent, d_04[i][5]);
        expect_day(answered("D-04", d_04[i][0], "", "auto60-day=61").first, d_04[i][4]);
        expect_day(answered("D-04", d_04[i][0], "", "auto60-day=61").alternative, d_04[i][3]);
        expect_day(answered("D-04", d_04[i][0], "", "auto60-count=include-day").due, d_04[i][5]);
        expect_day(answered("D-04", d_04[i][0], d_04[i][1], "auto60-anchor=received").anchor, d_04[i][1]);
        expect_day(answered("D-04", d_04[i][1], d_04[i][0], "auto60-anchor=received").prudent, d_04[i][5]);
    }
}

static void allotted_time_and_re_referral(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(d_05); i++) {
        const prap_date_answer answer = answered("D-05", d_05[i][0], "", NULL);
        expect_day(answer.due, d_05[i][1]);
        expect_day(answer.first, d_05[i][2]);
        expect_day(answer.alternative, d_05[i][3]);
    }
    for (size_t i = 0; i < ROWS(d_06); i++) {
        prap_date_question question = ask("D-06", d_06[i][0], "");
        expect_day(answer_to(question, NULL).due - 1, d_06[i][1]);
        expect_day(answer_to(question, NULL).due, d_06[i][2]);
        expect_day(answer_to(question, NULL).first, d_06[i][2]);
        expect_day(answer_to(question, "reref=exceeded").due, d_06[i][3]);
        expect_day(answer_to(question, "reref=exceeded").prudent, d_06[i][2]);
        question.flags = PRAP_DATE_NIGHT_SHIFTS;
        expect_day(answer_to(question, NULL).due, d_06[i][3]);
        /* In work, the allotted time ends the day before (AMB-12). */
        prap_date_question in_work = ask("D-05", d_06[i][0], "");
        in_work.flags = PRAP_DATE_IN_WORK;
        expect_day(answer_to(in_work, NULL).due, d_06[i][1]);
        expect_day(answer_to(in_work, NULL).alternative, "");
        assert_int_equal(answer_to(in_work, "iws-days=181").policy, PRAP_POLICY_IWS_DAYS);
        assert_int_equal(answer_to(in_work, "iws-days=181").policy_value, 181);
        in_work.flags |= PRAP_DATE_NIGHT_SHIFTS;
        expect_day(answer_to(in_work, NULL).first, d_06[i][3]);
        expect_day(answer_to(in_work, "iws-days=181").first, d_06[i][2]);
    }
}

/* "Which code on a date" of D-07: the day, when its code was issued, from when it is in force. */
static void access_code(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(d_07); i++) {
        const prap_date_answer on_its_day = answered("D-07", d_07[i][1], "", NULL);
        expect_day(on_its_day.due, d_07[i][0]);
        expect_day(on_its_day.first, d_07[i][1]);
        prap_date_question before = ask("access-code", d_07[i][1], "");
        before.anchor.day--;
        expect_day(answer_to(before, NULL).alternative, d_07[i][1]);
        assert_true(answer_to(before, NULL).due < on_its_day.due);
    }
    const char *const rows[][3] = {
        {"2015-12-06", "2015-11-25", "2015-11-30"}, {"2015-11-24", "2015-10-28", "2015-11-02"},
        {"2016-01-03", "2015-11-25", "2015-11-30"}, {"2016-01-04", "2015-12-30", "2016-01-04"},
        {"2016-02-26", "2016-01-27", "2016-02-01"}, {"2016-01-04T00:00", "2015-12-30", "2016-01-04"},
    };
    for (size_t i = 0; i < ROWS(rows); i++) {
        expect_day(answered("D-07", rows[i][0], "", NULL).due, rows[i][1]);
        expect_day(answered("D-07", rows[i][0], "", NULL).first, rows[i][2]);
    }
    assert_int_equal(answered("D-07", "2012-12-31", "", NULL).holiday, 1); /* issued on Boxing Day */
    assert_int_equal(answered("D-07", "2013-04-01", "", NULL).holiday, 1); /* in force from Easter Monday */
    assert_int_equal(answered("D-07", "2017-01-30", "", NULL).holiday, 0);
    expect_day(answered("D-07", "2017-01-31", "", NULL).alternative, "2017-02-27"); /* the next one, of its own month */
    assert_true(answered("D-07", "9999-11-30", "", NULL).alternative == PRAP_DAY_NONE);
}

static void days_after(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(d_08); i++) {
        expect_day(answered("D-08", d_08[i][0], "", NULL).due, d_08[i][1]);
        assert_int_equal(answered("D-08", d_08[i][0], "", NULL).holds, -1);
        expect_day(answered("D-08", d_08[i][0], "", NULL).alternative, d_08[i][0]);
        assert_int_equal(answered("D-08", d_08[i][0], d_08[i][1], NULL).holds, 1);
        assert_int_equal(answered("D-08", d_08[i][0], d_08[i][0], NULL).holds, 1);
        assert_int_equal(answered("D-08", d_08[i][0], d_08[i][0], "lms=plus-one").holds, 0);
        assert_int_equal(answered("D-08", d_08[i][1], d_08[i][0], NULL).holds, 0);
    }
    /* A second moment with an offset is its day here: half past midnight on the 7th. */
    assert_int_equal(answered("D-08", "2012-11-06", "2012-11-06T23:30-01:00", "lms=plus-one").holds, 1);
    assert_int_equal(answered("D-08", "2012-11-06", "2012-11-06T23:30", "lms=plus-one").holds, 0);
    /* shows M08-INEL-N */
    for (size_t i = 0; i < ROWS(d_09); i++) expect_day(answered("D-09", d_09[i][0], "", NULL).due, d_09[i][1]);
    for (size_t i = 0; i < ROWS(d_18); i++) {
        expect_day(answered("weekly-offer", d_18[i][0], "", NULL).due, d_18[i][1]);
        expect_day(answered("face-to-face", d_18[i][0], "", NULL).due, d_18[i][2]);
        expect_day(answered("face-to-face", d_18[i][0], "", NULL).last_working_day, d_18[i][3]);
    }
    assert_int_equal(answered("D-18", "2023-01-17", "", NULL).holds, 0); /* offered once is enough (AMB-65) */
    assert_int_equal(answered("D-18", "2023-01-17", "", "weekly-offer=every-week").holds, 1);
    assert_int_equal(answered("face-to-face", "2023-01-17", "", NULL).holds, -1);
    for (size_t i = 0; i < ROWS(d_19); i++)
        assert_int_equal(answered("D-19", d_19[i][0], d_19[i][1], NULL).holds, d_19[i][3][0] == 'y');
    assert_int_equal(answered("D-19", "2015-12-15", "2015-12-14", NULL).holds, 0);
    assert_int_equal(answered("D-19", "2015-12-01", "2015-12-16", "pd-recent-days=15").holds, 1);
    expect_day(answered("D-19", "2015-12-01", "", NULL).due, "2015-12-15");
    assert_int_equal(answered("D-19", "2015-12-01", "", NULL).holds, -1);
}

/* shows CH15-6, CH15-6-B2 */
static void audits_and_reviews(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(d_20); i++) {
        expect_day(answered("D-20", d_20[i][0], "", NULL).due, d_20[i][1]);
        expect_day(answered("D-20", d_20[i][0], "", NULL).alternative, d_20[i][2]);
    }
    assert_int_equal(answered("access-audit", "2021-02-01", "", NULL).holds, 0);
    assert_int_equal(answered("access-audit", "2021-02-01", "", "access-audit-reminder=on").holds, 1);
    const char *const reviews[][3] = {
        {"2020-02-29", "", "2021-02-28"},           {"2020-02-29", "2020-02-28", "2021-02-28"},
        {"2020-02-29", "2020-02-29", "2020-02-29"}, {"2020-02-29", "2020-06-01", "2020-06-01"},
        {"2020-02-29", "2021-02-28", "2021-02-28"}, {"2020-02-29", "2021-03-01", "2021-02-28"},
    };
    for (size_t i = 0; i < ROWS(reviews); i++)
        expect_day(answered("accreditation-review", reviews[i][0], reviews[i][1], NULL).due, reviews[i][2]);
    assert_int_equal(answered("accreditation-review", "2020-02-29", "", NULL).holds, 0);
    assert_int_equal(answered("accreditation-review", "2020-02-29", "", "access-audit-reminder=on").holds, 1);
}

/* shows CH15-23 */
static void erasure_response(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(d_10); i++) {
        const prap_date_answer kept = answered("D-10", d_10[i][0], "", NULL);
        expect_day(kept.due, d_10[i][1]);
        expect_day(kept.prudent, d_10[i][1]);
        expect_day(kept.last_working_day, d_10[i][2]);
        expect_day(kept.next_working_day, d_10[i][3]);
        expect_day(kept.alternative, d_10[i][3]);
        const prap_date_answer moved = answered("erasure", d_10[i][0], "", "month-nonworking=next-working-day");
        expect_day(moved.due, d_10[i][3]);
        expect_day(moved.prudent, d_10[i][1]);
    }
}

/* shows CH15-38-N-b, CH15-39-N2, CH15-53-N */
static void what_is_kept(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(d_11); i++) {
        expect_day(answered("D-11", d_11[i][0], "", NULL).due, d_11[i][1]);
        expect_day(answered("D-11", d_11[i][0], "", NULL).first, d_11[i][2]);
        expect_day(answered("D-11", "2012-01-01", d_11[i][0], NULL).due, d_11[i][1]);
        expect_day(answered("D-11", d_11[i][0], "2012-01-01", NULL).due, d_11[i][1]);
        expect_day(answered("D-11", d_11[i][0], "2012-01-01", NULL).alternative, "2013-02-01");
        expect_day(answered("D-11", d_11[i][0], "2024-01-01", "13m-anchor=notified").due, d_11[i][1]);
        expect_day(answered("D-11", d_11[i][0], "2024-01-01", "13m-anchor=decision").due, "2025-02-01");
        expect_day(answered("D-11", d_11[i][0], "2024-01-01", "13m-anchor=decision").alternative, d_11[i][1]);
    }
    for (size_t i = 0; i < ROWS(d_12); i++) {
        expect_day(answered("D-12", d_12[i][0], "", NULL).due, d_12[i][1]);
        expect_day(answered("D-12", d_12[i][0], "", NULL).first, d_12[i][2]);
        expect_day(answered("D-12", d_12[i][0], "", NULL).alternative, "");
    }
    for (size_t i = 0; i < ROWS(d_13); i++) {
        const prap_date_answer answer = answered("D-13", d_13[i][0], d_13[i][1], NULL);
        expect_day(answer.anchor, d_13[i][2]);
        expect_day(answer.due, d_13[i][3]);
        expect_day(answer.first, d_13[i][4]);
    }
    expect_day(answered("D-13", "2019-12-31", "2020-02-29", "esf-years=4").due, "2024-02-29");
    const char *const unknown[][2] = {{"2019-12-31", ""}, {"", "2019-12-31"}, {"", ""}};
    for (size_t i = 0; i < ROWS(unknown); i++) {
        const prap_date_answer keep = answered("D-13", unknown[i][0], unknown[i][1], NULL);
        assert_true(keep.due == PRAP_DAY_NONE && keep.first == PRAP_DAY_NONE && keep.anchor == PRAP_DAY_NONE);
        assert_true(keep.last_working_day == PRAP_DAY_NONE && keep.last_usable.day == PRAP_DAY_NONE);
        const prap_window outage = {moment_of("2019-12-31T12:00"), moment_of("2020-01-02T08:00")};
        prap_date_question question = ask("D-13", unknown[i][0], unknown[i][1]);
        question.outages = &outage;
        question.n_outages = 1;
        assert_true(answer_to(question, NULL).due == PRAP_DAY_NONE); /* nor any last moment for one to take */
    }
}

static void holds_and_waits(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(d_15); i++) {
        const prap_date_answer working = answered("D-15", d_15[i][0], "", NULL);
        expect_day(working.due, d_15[i][1]);
        expect_day(working.first, d_15[i][1]);
        expect_day(working.alternative, d_15[i][2]);
        expect_day(answered("D-15", d_15[i][0], "", "mappa15-unit=calendar").due, d_15[i][2]);
        expect_day(answered("D-15", d_15[i][0], "", "mappa15-unit=calendar").alternative, d_15[i][1]);
        expect_day(answered("D-15", d_15[i][0], "", "mappa-dna-from=after-day-15").first - 1, d_15[i][1]);
        assert_true(answered("D-15", d_15[i][0], "", "css2-count=include-day").due ==
                    answered("D-02", d_15[i][0], "", "css2-count=include-day").due);
    }
    for (size_t i = 0; i < ROWS(d_16); i++) {
        expect_day(answered("D-16", d_16[i][0], "", NULL).due, d_16[i][1]);
        expect_day(answered("D-16", d_16[i][0], "", NULL).first, d_16[i][2]);
        const prap_date_answer working = answered("D-16", d_16[i][0], "", "mappa28-unit=working");
        assert_true(working.due == answered("D-16", d_16[i][0], "", NULL).alternative);
        expect_day(working.prudent, d_16[i][1]);
    }
    expect_day(answered("D-16", "2023-04-06", "", "mappa28-unit=working").due, "2023-05-22");
}

/* shows CH15-14a */
static void business_form(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(d_17); i++) {
        const prap_date_answer days = answered("D-17", d_17[i][0], "", NULL);
        expect_day(days.due, d_17[i][1]);
        expect_day(days.last_working_day, d_17[i][2]);
        expect_day(days.prudent, d_17[i][3]);
        expect_day(days.alternative, d_17[i][3]);
        expect_day(answered("D-17", d_17[i][0], "", "pay5=clear").due, d_17[i][3]);
        expect_day(answered("D-17", d_17[i][0], "", "pay5=clear").alternative, d_17[i][1]);
    }
    const prap_date_answer working = answered("D-17", "2021-01-04", "", "pay5=working");
    expect_day(working.due, "2020-12-23");
    expect_day(working.prudent, "2020-12-23");
}

/* shows CH15-59, CH15-62 */
static void outages_of_email(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(d_14); i++) {
        const prap_date_answer elapsed = answered("D-14", d_14[i][0], "", NULL);
        expect_moment(elapsed.moment, d_14[i][1]);
        expect_moment(elapsed.other_moment, d_14[i][2]);
        assert_int_equal(elapsed.holds, -1);
        expect_moment(answered("D-14", d_14[i][0], "", "outage-clock=wall").moment, d_14[i][2]);
        expect_moment(answered("dwp-outage", d_14[i][0], "", "outage-clock=wall").other_moment, d_14[i][1]);
        char without_offset[17] = "";
        memcpy(without_offset, d_14[i][0], 16);
        expect_moment(answered("D-14", without_offset, "", NULL).moment, d_14[i][1]);
        assert_int_equal(answered("D-14", d_14[i][0], d_14[i][1], NULL).holds, 1);
        assert_int_equal(answered("dwp-outage", d_14[i][0], d_14[i][1], NULL).holds, 0);
        assert_int_equal(answered("outage", d_14[i][0], d_14[i][2], "outage-clock=wall").holds, 1);
        assert_int_equal(answered("dwp-outage", d_14[i][0], d_14[i][2], "outage-clock=wall").holds, 0);
    }
    assert_int_equal(answered("D-14", "2021-03-10T09:00", "2021-03-12T08:59", NULL).holds, 0);
    assert_int_equal(answered("D-14", "2021-03-10T09:00", "2021-03-12T09:00", NULL).holds, 1);
    assert_int_equal(answered("dwp-outage", "2021-03-10T09:00", "2021-03-12T09:01", NULL).holds, 1);
    /* By the clock two whole days and the minutes of a third count, however late in its day the outage began. */
    assert_int_equal(answered("D-14", "2021-03-10T09:00", "2021-03-13T00:00", "outage-clock=wall").holds, 1);
    assert_int_equal(answered("D-14", "2021-03-10T09:00", "2021-03-11T23:59", "outage-clock=wall").holds, 0);
    static const char *const wall = "outage-clock=wall";
    assert_int_equal(answered("D-14", "2021-03-10T09:00", "2021-03-12T08:59", wall).holds, 0);
    assert_int_equal(answered("dwp-outage", "2021-03-10T09:00", "2021-03-12T09:00", wall).holds, 0);
    assert_int_equal(answered("dwp-outage", "2021-03-10T09:00", "2021-03-12T09:01", wall).holds, 1);
    /* The day that it began on is the one here. */
    expect_day(answered("D-14", "2021-07-10T23:30Z", "", NULL).anchor, "2021-07-11");
    /* Before 1996 the host says the offset, and it stays. */
    expect_moment(answered("D-14", "1990-03-10T09:00+01:00", "", NULL).moment, "1990-03-12T09:00+01:00");
    expect_day(answered("D-14", "2021-03-27T23:30", "", NULL).prudent, "2021-03-29"); /* 00:30 on the 30th elapsed */
    expect_day(answered("D-14", "2021-03-27T23:30", "", NULL).due, "2021-03-30");
    /* When the clocks go back elapsed hours are over first: 23:30 on the 31st, 00:30 on the 1st by the clock. */
    for (int i = 0; i < 2; i++) {
        const prap_date_answer back = answered("D-14", "2021-10-30T00:30", "", i == 0 ? NULL : "outage-clock=wall");
        expect_day(back.due, i == 0 ? "2021-10-31" : "2021-11-01");
        expect_day(back.alternative, i == 0 ? "2021-11-01" : "2021-10-31");
        expect_day(back.prudent, "2021-10-31");
    }
}

/* The closures that the guidance announced for a service. */
static size_t closures_of(uint32_t service, prap_window *ret, size_t room) {
    size_t n = 0;
    for (uint32_t i = 0; prap_announced_at(i) != NULL; i++) {
        assert_int_equal(prap_announced_at(i)->size, sizeof(prap_announced));
        assert_non_null(prap_rule_by_number(prap_announced_at(i)->rule));
        if (prap_announced_at(i)->service == service && n < room) ret[n++] = prap_announced_at(i)->window;
    }
    return n;
}

static void expect_opening(prap_moment opening, const char *expected) {
    opening.offset = PRAP_OFFSET_NONE; /* the rows have none */
    expect_moment(opening, expected);
}

/* shows PRAP-HELP-2 */
static void service_hours(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(d_21); i++) {
        prap_window closures[4];
        prap_date_question question = ask("D-21", d_21[i][1], "");
        question.service = prap_word_find(PRAP_WORDS_SERVICE, d_21[i][0], strlen(d_21[i][0]))->number;
        question.outages = closures;
        question.n_outages = closures_of(question.service, closures, ROWS(closures));
        const prap_date_answer closed = answer_to(question, NULL);
        assert_int_equal(closed.holds, d_21[i][2][0] == '1');
        expect_opening(closed.moment, d_21[i][3]);
        expect_opening(closed.other_moment, d_21[i][5]);
        const prap_date_answer open = answer_to(question, "service-bh=open");
        assert_int_equal(open.holds, d_21[i][4][0] == '1');
        expect_opening(open.moment, d_21[i][5]);
        expect_opening(open.other_moment, d_21[i][3]);
        assert_int_equal(closed.holiday, strstr(d_21[i][1], "12-25") != NULL || strstr(d_21[i][1], "08-29") != NULL);
        assert_int_equal(closed.rule, prap_word_by_number(PRAP_WORDS_SERVICE, question.service)->rule);
        assert_true(closed.prudent <= closed.due);
    }
}

static prap_date_question about_post(const char *moment) {
    prap_date_question question = ask("D-21", moment, "");
    question.service = PRAP_SERVICE_POST;
    return question;
}

/* The opening after a weekend on which the clocks change; and a moment with an offset is asked about on its day here. */
static void service_hours_when_the_clocks_change(void **state) {
    (void)state;
    expect_moment(answer_to(about_post("2021-10-29T18:00"), NULL).moment, "2021-11-01T09:00Z");
    expect_moment(answer_to(about_post("2021-03-26T18:00"), NULL).moment, "2021-03-29T09:00+01:00");
    expect_day(answer_to(about_post("2021-07-11T23:30Z"), NULL).anchor, "2021-07-12");
    expect_moment(answer_to(about_post("2021-07-11T23:30Z"), NULL).moment, "2021-07-12T09:00+01:00");
}

/* Closures that meet are one, in whatever order they are listed. */
static void closures_that_meet(void **state) {
    (void)state;
    const prap_window closed[] = {{moment_of("2023-05-09T11:00"), moment_of("2023-05-09T12:00")},
                                  {moment_of("2023-05-09T10:00"), moment_of("2023-05-09T11:00")}};
    prap_date_question question = about_post("2023-05-09T10:30");
    question.outages = closed;
    question.n_outages = 2;
    assert_int_equal(answer_to(question, NULL).holds, 0);
    expect_moment(answer_to(question, NULL).moment, "2023-05-09T12:00+01:00");
}

/* AMB-24: the other reading may need days that this one does not: unknown ones, and then it has no answer. */
static void the_other_reading_of_a_bank_holiday(void **state) {
    (void)state;
    const prap_window closed = {moment_of("2028-12-26T12:00"), moment_of("2029-01-02T08:00")};
    prap_date_question question = about_post("2028-12-26T10:00");
    question.outages = &closed;
    question.n_outages = 1;
    prap_date_answer answer = answer_to(question, "service-bh=open");
    assert_int_equal(answer.holds, 1);
    assert_int_equal(answer.quality, PRAP_COVERAGE_KNOWN);
    expect_day(answer.due, "2028-12-26");
    expect_day(answer.prudent, "2028-12-26");
    expect_day(answer.alternative, "");
    expect_moment(answer.other_moment, "");
    question.flags = PRAP_DATE_ALLOW_PROVISIONAL;
    answer = answer_to(question, "service-bh=open");
    assert_int_equal(answer.quality, PRAP_COVERAGE_PROVISIONAL);
    expect_day(answer.due, "2028-12-26");
    expect_day(answer.prudent, "2028-12-26");
    expect_day(answer.alternative, "2029-01-02");
    expect_moment(answer.other_moment, "2029-01-02T09:00Z");
    /* The other way round: open at once only under the other reading, which is the prudent one. */
    answer = answer_to(question, NULL);
    expect_day(answer.due, "2029-01-02");
    expect_day(answer.prudent, "2028-12-26");
    expect_day(answer.alternative, "2028-12-26");
    expect_moment(answer.other_moment, "");
}

/* AMB-24: it is the weekdays of which the text says nothing; at a weekend the service is closed anyway. */
static void a_holiday_at_a_weekend(void **state) {
    (void)state;
    const prap_allocator allocator = HEAP_ALLOCATOR;
    const prap_calendar_change changes[] = {
        {.kind = PRAP_CALENDAR_ADD_DAY, .day = moment_of("2023-05-05").day, .title = {"Friday", 6}},
        {.kind = PRAP_CALENDAR_ADD_DAY, .day = moment_of("2023-05-06").day, .title = {"Saturday", 8}},
    };
    prap_calendar *calendar = NULL;
    assert_int_equal(prap_calendar_create(&allocator, england(), changes, 2, &calendar, NULL), PRAP_OK);
    for (int i = 0; i < 2; i++) {
        const prap_date_question question = about_post(i == 0 ? "2023-05-05T10:00" : "2023-05-06T10:00");
        prap_date_answer answer = {.size = sizeof answer};
        assert_int_equal(prap_date_compute(calendar, NULL, 0, &question, &answer, NULL), PRAP_OK);
        assert_int_equal(answer.holiday, i == 0);
        assert_int_equal(answer.holds, 0);
        expect_moment(answer.moment, "2023-05-09T09:00+01:00"); /* Monday was the coronation's */
    }
    prap_calendar_destroy(calendar);
}

/* shows PRAP-HIST-1 */
static void outage_windows(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(d_22); i++) {
        const prap_window outage = {moment_of(d_22[i][3]), moment_of(d_22[i][4])};
        prap_date_question question = ask(d_22[i][0], d_22[i][1], "");
        question.outages = &outage;
        question.n_outages = 1;
        expect_day(answer_to(question, NULL).due, d_22[i][2]);
        expect_opening(answer_to(question, NULL).last_usable, d_22[i][5]);
        question = ask("D-22", d_22[i][2], "");
        question.outages = &outage;
        question.n_outages = 1;
        expect_day(answer_to(question, NULL).due, d_22[i][2]);
        expect_opening(answer_to(question, NULL).last_usable, d_22[i][5]);
        bool announced = false;
        for (uint32_t k = 0; prap_announced_at(k) != NULL; k++)
            announced = announced || memcmp(&prap_announced_at(k)->window, &outage, sizeof outage) == 0;
        assert_true(announced);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(acknowledgement),
        cmocka_unit_test(working_days),
        cmocka_unit_test(automatic_dna),
        cmocka_unit_test(allotted_time_and_re_referral),
        cmocka_unit_test(access_code),
        cmocka_unit_test(days_after),
        cmocka_unit_test(audits_and_reviews),
        cmocka_unit_test(erasure_response),
        cmocka_unit_test(what_is_kept),
        cmocka_unit_test(holds_and_waits),
        cmocka_unit_test(business_form),
        cmocka_unit_test(outages_of_email),
        cmocka_unit_test(service_hours),
        cmocka_unit_test(service_hours_when_the_clocks_change),
        cmocka_unit_test(closures_that_meet),
        cmocka_unit_test(the_other_reading_of_a_bank_holiday),
        cmocka_unit_test(a_holiday_at_a_weekend),
        cmocka_unit_test(outage_windows),
    };
    return cmocka_run_group_tests_name("dates", tests, NULL, NULL);
}
