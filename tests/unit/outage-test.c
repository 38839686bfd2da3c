/*
 * outage-test.c: an outage of one's own email: at 48 hours or longer the department is told and the work is clerical;
 * where that cannot be said, the fact that is missing is asked for.
 * shows CH15-58, CH15-59
 */
#include "in-words.h"

/* The notice of an outage that begins on a day, and its fact: "go-clerical", "?expected-end-at" or "". */
static const char *notice_of(const char *began, const prap_setting *settings, size_t n) {
    static char text[64];
    struct test_host host;
    char event[128];
    test_host_open_every(&host, settings, n, NULL);
    submit_all(&host, PRAP_PROGRAMME_EMAIL, "E",
               "approval-requested 2020-01-02 process=exit-reports organisation=prime-provider; "
               "permission-given 2020-01-03; use-agreed 2020-01-06");
    snprintf(event, sizeof event, "outage-began %s", began);
    submit_all(&host, PRAP_PROGRAMME_EMAIL, "E", event);
    assert_int_equal(test_host_summary(&host)->stage, PRAP_STATE_SUSPENDED);
    text[0] = '\0';
    assert_true(prap_answer_notice_count(host.answer) <= 1);
    for (uint32_t i = 0; i < prap_answer_notice_count(host.answer); i++) {
        const prap_notice *notice = prap_answer_notice_at(host.answer, i);
        const bool clerical = notice->notice == PRAP_NOTICE_GO_CLERICAL;
        if (!clerical) assert_int_equal(notice->notice, PRAP_NOTICE_OUTAGE_END_UNKNOWN);
        assert_int_equal(notice->due, clerical ? day_of(began) : PRAP_DAY_NONE);
        const prap_word *word = prap_word_by_number(PRAP_WORDS_FACT, notice->fact);
        snprintf(text, sizeof text, "%s%s", clerical ? "go-clerical" : "?", clerical ? "" : word->name);
    }
    assert_int_equal(test_host_close(&host), 0);
    return text;
}

typedef struct expected {
    const char *began, *notice;
} expected;

static void assert_all(const expected *rows, size_t n, const prap_setting *settings, size_t n_settings) {
    for (size_t i = 0; i < n; i++) {
        const char *notice = notice_of(rows[i].began, settings, n_settings);
        if (strcmp(notice, rows[i].notice) != 0) fail_msg("%s: %s, not %s", rows[i].began, notice, rows[i].notice);
    }
}

static void to_the_minute(void **state) {
    (void)state;
    static const expected rows[] = {
        {"2021-03-10 began-at=540 expected-end-on=2021-03-12 expected-end-at=539", ""},
        {"2021-03-10 began-at=540 expected-end-on=2021-03-12 expected-end-at=540", "go-clerical"},
        {"2021-03-10 began-at=540 expected-end-on=2021-03-10 expected-end-at=600", ""},
        {"2021-03-10 began-at=540 expected-end-on=2021-03-13 expected-end-at=0", "go-clerical"},
        {"2090-05-05 began-at=540 expected-end-on=2090-05-07 expected-end-at=539", ""}, /* beyond the calendar's days */
        {"2090-05-05 began-at=540 expected-end-on=2090-05-07 expected-end-at=540", "go-clerical"},
        {"9999-12-30 began-at=0 expected-end-on=9999-12-31 expected-end-at=1439", ""}, /* 48 hours cannot be written */
    };
    assert_all(rows, sizeof rows / sizeof rows[0], NULL, 0);
}

/* Two days apart may be 48 hours; one may when the clocks go back, which gives it an hour more. */
static void without_the_minutes(void **state) {
    (void)state;
    static const expected rows[] = {
        {"2021-03-10", "?expected-end-on"},
        {"2021-03-10 ?expected-end-on", "?expected-end-on"},
        {"2021-03-10 began-at=540", "?expected-end-on"},
        {"2021-03-10 expected-end-on=2021-03-10", ""},
        {"2021-03-10 expected-end-on=2021-03-11", "?began-at"},
        {"2021-03-10 expected-end-on=2021-03-12", "?began-at"},
        {"2021-03-10 expected-end-on=2021-03-12 expected-end-at=540", "?began-at"},
        {"2021-03-10 began-at=540 expected-end-on=2021-03-12", "?expected-end-at"},
        {"2021-03-10 began-at=540 expected-end-on=2021-03-12 ?expected-end-at", "?expected-end-at"},
        {"2021-03-10 expected-end-on=2021-03-13", "go-clerical"},
        {"2021-03-10 began-at=540 expected-end-on=2021-03-13", "go-clerical"},
    };
    assert_all(rows, sizeof rows / sizeof rows[0], NULL, 0);
}

/* Elapsed hours, or by the wall as the policy says; a minute that the clocks skip, or show twice, says nothing. */
static void when_the_clocks_change(void **state) {
    (void)state;
    static const expected elapsed[] = {
        {"2021-03-27 began-at=540 expected-end-on=2021-03-29 expected-end-at=540", ""}, /* 47 hours */
        {"2021-03-27 began-at=540 expected-end-on=2021-03-29 expected-end-at=600", "go-clerical"},
        {"2021-10-30 began-at=540 expected-end-on=2021-11-01 expected-end-at=479", ""},
        {"2021-10-30 began-at=540 expected-end-on=2021-11-01 expected-end-at=480", "go-clerical"},
        {"2021-03-28 began-at=90 expected-end-on=2021-03-28 expected-end-at=400", ""},
        {"2021-03-28 began-at=90 expected-end-on=2021-03-29 expected-end-at=400", "?began-at"},
        {"2021-03-27 began-at=90 expected-end-on=2021-03-28 expected-end-at=90", "?expected-end-at"},
        {"2021-10-31 began-at=90 expected-end-on=2021-10-31 expected-end-at=400", ""},
        {"2021-10-29 began-at=90 expected-end-on=2021-10-31 expected-end-at=90", "?expected-end-at"},
    };
    static const expected wall[] = {
        {"2021-03-27 began-at=540 expected-end-on=2021-03-29 expected-end-at=540", "go-clerical"},
        {"2021-10-30 began-at=540 expected-end-on=2021-11-01 expected-end-at=539", ""},
    };
    const prap_setting setting = {PRAP_POLICY_OUTAGE_CLOCK, PRAP_CHOICE_WALL};
    assert_all(elapsed, sizeof elapsed / sizeof elapsed[0], NULL, 0);
    assert_all(wall, sizeof wall / sizeof wall[0], &setting, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(to_the_minute),
        cmocka_unit_test(without_the_minutes),
        cmocka_unit_test(when_the_clocks_change),
    };
    return cmocka_run_group_tests_name("outage", tests, NULL, NULL);
}
