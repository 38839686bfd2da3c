/*
 * participant-check-test.c: number, name and one of six answers, all right or not passed (T-P-14, T-P-15).
 * shows PD-27, PD-28a, PD-28b, PD-28-B1, PD-28-B2, PD-28-B3, PD-28-B4, PD-28-B5, PD-28-B6
 * shows PD-28-N1, PD-28-EX, PD-29
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "edge.h"
#include "test-host.h"

static const prap_participant_answer answers[] = {
    {sizeof answers[0], PRAP_QUESTION_PAYMENT_GROUP, {"Group 3", 7}},
    {sizeof answers[0], PRAP_QUESTION_REFERRING_OFFICER, {"Mary-Ann O'Neill", 16}},
    {sizeof answers[0], PRAP_QUESTION_EMPLOYMENT_HISTORY, {"Tesco", 5}},
    {sizeof answers[0], PRAP_QUESTION_EMPLOYMENT_HISTORY, {"Royal Mail", 10}},
    {sizeof answers[0], PRAP_QUESTION_QUALIFICATIONS, {"NVQ level 2", 11}},
    {sizeof answers[0], PRAP_QUESTION_SIGNING_DAY_CYCLE, {"Tuesday, cycle B", 16}},
};

static prap_participant_held held_of(const char *name) {
    return (prap_participant_held){.size = sizeof(prap_participant_held),
                                   .lms_date = test_day(2012, 11, 6),
                                   .nino = {"AB123456C", 9},
                                   .name = test_text(name),
                                   .answers = answers,
                                   .n = sizeof answers / sizeof answers[0]};
}

static prap_participant_said said_of(const char *name, uint32_t question, const char *answer) {
    return (prap_participant_said){.size = sizeof(prap_participant_said),
                                   .question = question,
                                   .nino = {"ab 12 34 56 c", 13},
                                   .name = test_text(name),
                                   .answer = test_text(answer),
                                   .answer_on = PRAP_DAY_NONE};
}

static prap_participant_check last;
static prap_error error;

static prap_status check_with(const prap_participant_held *held, const prap_participant_said *said,
                              const prap_setting *setting) {
    memset(&last, 0, sizeof last);
    memset(&error, 0, sizeof error);
    last.size = sizeof last;
    error.size = sizeof error;
    return prap_participant_check_of(held, said, setting, setting == NULL ? 0 : 1, &last, &error);
}

static bool passes(const char *held_name, const char *said_name, uint32_t question, const char *answer) {
    const prap_participant_held held = held_of(held_name);
    const prap_participant_said said = said_of(said_name, question, answer);
    assert_int_equal(check_with(&held, &said, NULL), PRAP_OK);
    assert_string_equal(prap_rule_by_number(last.rule)->id, last.passed ? "PD-28a" : "PD-30");
    assert_int_equal(last.nino_right | last.name_right | last.answer_right, 0);
    return last.passed != 0;
}

static bool same_name(const char *held, const char *said) {
    return passes(held, said, PRAP_QUESTION_PAYMENT_GROUP, "group 3");
}

static void all_three_must_be_right(void **state) {
    (void)state;
    assert_true(passes("John Smith", "John Smith", PRAP_QUESTION_PAYMENT_GROUP, "Group 3"));
    assert_false(passes("John Smith", "Jane Smith", PRAP_QUESTION_PAYMENT_GROUP, "Group 3"));
    assert_false(passes("John Smith", "John Smith", PRAP_QUESTION_PAYMENT_GROUP, "Group 4"));
    const prap_participant_held held = held_of("John Smith");
    prap_participant_said said = said_of("John Smith", PRAP_QUESTION_PAYMENT_GROUP, "3");
    for (size_t i = 0; i < 9; i++) {
        char other[] = "AB123456C";
        other[i] = other[i] == 'C' ? 'D' : (char)(other[i] + 1);
        if (i == 1) other[i] = 'E';
        said.nino = test_text(other);
        said.answer = test_text("Group 3");
        assert_int_equal(check_with(&held, &said, NULL), PRAP_OK);
        assert_int_equal(last.passed, 0);
    }
    said.nino = test_text("AB123456C");
    assert_int_equal(check_with(&held, &said, NULL), PRAP_OK);
    assert_int_equal(last.passed, 1);
}

/* A provider's rehearsal may be told which; nobody else is. */
static void which_was_right_is_told_on_request(void **state) {
    (void)state;
    const prap_participant_held held = held_of("John Smith");
    for (unsigned wrong = 0; wrong < 8; wrong++) {
        prap_participant_said said = said_of((wrong & 2) != 0 ? "John Smyth" : "John Smith",
                                             PRAP_QUESTION_PAYMENT_GROUP, (wrong & 4) != 0 ? "2" : "group3");
        if ((wrong & 1) != 0) said.nino = test_text("AB123456D");
        said.tell = 1;
        assert_int_equal(check_with(&held, &said, NULL), PRAP_OK);
        assert_int_equal(last.passed, wrong == 0);
        assert_int_equal(last.nino_right, (wrong & 1) != 0 ? PRAP_VALUE_NO : PRAP_VALUE_YES);
        assert_int_equal(last.name_right, (wrong & 2) != 0 ? PRAP_VALUE_NO : PRAP_VALUE_YES);
        assert_int_equal(last.answer_right, (wrong & 4) != 0 ? PRAP_VALUE_NO : PRAP_VALUE_YES);
    }
}

static void the_six_questions(void **state) {
    (void)state;
    const char *const name = "John Smith";
    assert_true(passes(name, name, PRAP_QUESTION_REFERRING_OFFICER, "mary ann oneill"));
    assert_true(passes(name, name, PRAP_QUESTION_REFERRING_OFFICER, "MAO"));
    assert_true(passes(name, name, PRAP_QUESTION_REFERRING_OFFICER, "M.A.O."));
    assert_false(passes(name, name, PRAP_QUESTION_REFERRING_OFFICER, "MA"));
    assert_false(
        passes(name, name, PRAP_QUESTION_REFERRING_OFFICER, "Mick Abel Orr")); /* the same initials */
    assert_true(passes(name, name, PRAP_QUESTION_EMPLOYMENT_HISTORY, "Tesco"));
    assert_true(passes(name, name, PRAP_QUESTION_EMPLOYMENT_HISTORY, "royal mail"));
    assert_false(passes(name, name, PRAP_QUESTION_EMPLOYMENT_HISTORY, "RM")); /* initials are for officers */
    assert_false(passes(name, name, PRAP_QUESTION_EMPLOYMENT_HISTORY, "NVQ level 2"));
    assert_true(passes(name, name, PRAP_QUESTION_QUALIFICATIONS, "nvq Level 2"));
    assert_true(passes(name, name, PRAP_QUESTION_SIGNING_DAY_CYCLE, "Tuesday, cycle B"));
    assert_false(passes(name, name, PRAP_QUESTION_SIGNING_DAY_CYCLE, "Tuesday cycle B")); /* a comma counts */
    static const prap_participant_answer initials[] = {
        {sizeof initials[0], PRAP_QUESTION_REFERRING_OFFICER, {"JS", 2}}};
    prap_participant_held held = held_of(name);
    held.answers = initials;
    held.n = 1;
    const prap_participant_said said = said_of(name, PRAP_QUESTION_REFERRING_OFFICER, "Jean Sims");
    assert_int_equal(check_with(&held, &said, NULL), PRAP_OK);
    assert_int_equal(last.passed, 1); /* initials are what is held */
}

/* The worked example: LMS 6 November 2012, PRaP 7 November, still a pass. */
static void the_referral_date_or_the_day_after(void **state) {
    (void)state;
    const prap_setting plus_one = {PRAP_POLICY_LMS, PRAP_CHOICE_PLUS_ONE};
    const prap_participant_held held = held_of("John Smith");
    prap_participant_said said = said_of("John Smith", PRAP_QUESTION_REFERRAL_DATE, "");
    for (int32_t i = -2; i <= 3; i++) {
        said.answer_on = test_day(2012, 11, 6) + i;
        assert_int_equal(check_with(&held, &said, NULL), PRAP_OK);
        assert_int_equal(last.passed, i == 0 || i == 1);
        assert_int_equal(check_with(&held, &said, &plus_one), PRAP_OK);
        assert_int_equal(last.passed, i == 1);
    }
    /* The first and the last day that there are. */
    said.answer_on = PRAP_DAY_MIN;
    assert_int_equal(check_with(&held, &said, NULL), PRAP_OK);
    assert_int_equal(last.passed, 0);
    said.answer_on = PRAP_DAY_MAX;
    assert_int_equal(check_with(&held, &said, NULL), PRAP_OK);
    assert_int_equal(last.passed, 0);
    prap_participant_held ends = held;
    ends.lms_date = PRAP_DAY_MAX - 1;
    assert_int_equal(check_with(&ends, &said, NULL), PRAP_OK);
    assert_int_equal(last.passed, 1);
    ends.lms_date = PRAP_DAY_MIN;
    said.answer_on = PRAP_DAY_MIN + 1;
    assert_int_equal(check_with(&ends, &said, NULL), PRAP_OK);
    assert_int_equal(last.passed, 1);
    said.answer_on = PRAP_DAY_NONE;
    assert_int_equal(check_with(&held, &said, NULL), PRAP_E_REQUIRED);
    assert_string_equal(error.field, "answer_on");
    said.answer_on = PRAP_DAY_MAX + 1;
    assert_int_equal(check_with(&held, &said, NULL), PRAP_E_DAY);
    said.answer_on = 1;
    prap_participant_held without = held;
    without.lms_date = PRAP_DAY_NONE;
    assert_int_equal(check_with(&without, &said, NULL), PRAP_E_REQUIRED);
    assert_string_equal(error.field, "held.lms_date");
    without.lms_date = PRAP_DAY_MAX;
    assert_int_equal(check_with(&without, &said, NULL), PRAP_E_DAY);
    without.lms_date = PRAP_DAY_MIN - 1;
    assert_int_equal(check_with(&without, &said, NULL), PRAP_E_DAY);
    said.answer_on = PRAP_DAY_MIN - 1;
    assert_int_equal(check_with(&held, &said, NULL), PRAP_E_DAY);
}

static void names_that_are_the_same(void **state) {
    (void)state;
    static const char *const same[][2] = {
        {"John Smith", "JOHN SMITH"},
        {"John Smith", "  john   smith "},
        {"Anne-Marie O'Brien", "Anne Marie OBrien"},
        {"Anne-Marie O'Brien", "ANNEMARIE O\xE2\x80\x99"
                               "BRIEN"},                    /* right single quotation mark */
        {"Anne\xE2\x80\x91Marie", "Anne\xE2\x80\x93Marie"}, /* non-breaking hyphen, en dash */
        {"J. Smith", "j smith"},
        {"Jos\xC3\xA9 N\xC3\xBA\xC3\xB1"
         "ez",
         "Jose Nunez"},
        {"Jos\xC3\xA9", "JOSE\xCC\x81"},        /* composed, decomposed */
        {"Ll\xC5\xB7r \xC5\xB4yn", "LLYR WYN"}, /* ŷ, Ŵ */
        {"\xC3\x98yvind \xC3\x86sir", "oyvind aesir"},
        {"Wei\xC3\x9F", "WEISS"},
        {"Wei\xC3\x9F", "wei\xE1\xBA\x9E"}, /* capital ß */
        {"\xC4\x90or\xC4\x91"
         "e",
         "Dorde"},
        {"\xC5\x81ukasz", "lukasz"},
        {"\xC4\xB0zmir", "izmir"},                                                /* dotted capital i */
        {"\xC4\xB1\xC5\x9F\xC4\xB1k", "ISIK"},                                    /* dotless i */
        {"\xD0\x98\xD0\xB2\xD0\xB0\xD0\xBD", "\xD0\xB8\xD0\xB2\xD0\xB0\xD0\xBD"}, /* Иван, иван */
        {"\xCE\xA3\xCE\xAF\xCF\x83\xCF\x85\xCF\x86\xCE\xBF\xCF\x82",
         "\xCF\x83\xCE\xB9\xCF\x83\xCF\x85\xCF\x86\xCE\xBF\xCF\x83"},
        {"\xEF\xAC\x83", "ffi"},                                   /* a ligature of three */
        {"\xE5\xBC\xA0\xE4\xBC\x9F", "\xE5\xBC\xA0 \xE4\xBC\x9F"}, /* of a script without case */
    };
    static const char *const different[][2] = {
        {"John Smith", "Smith John"},
        {"John Smith", "John A Smith"},
        {"John Smith", "John Smit"},
        {"John Smith", "John Smithe"},
        {"M\xC3\xBCller", "Mueller"},
        {"Smith, John", "Smith John"},
        {"Ann", "Anne"},
        {"John Smith 2", "John Smith"},
        {"A", "\xD0\x90"}, /* Cyrillic A */
    };
    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++) {
        if (!same_name(same[i][0], same[i][1]) || !same_name(same[i][1], same[i][0]))
            fail_msg("same[%zu]", i);
    }
    for (size_t i = 0; i < sizeof different / sizeof different[0]; i++) {
        if (same_name(different[i][0], different[i][1])) fail_msg("different[%zu]", i);
    }
}

static void assert_refused(prap_participant_held held, prap_participant_said said, prap_status status,
                           const char *field) {
    assert_int_equal(check_with(&held, &said, NULL), status);
    assert_string_equal(error.field, field);
    assert_int_equal(last.rule, 0);
}

static void texts_that_are_refused(void **state) {
    (void)state;
    static const char *const bad[] = {
        "\xC3",
        "\xC3(",
        "\xA9",
        "\xC0\xAF",
        "\xE0\x80\xAF",
        "\xED\xA0\x80",
        "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80",
        "\xF0\x80\x80\x80",
        "\xE2\x82",
        "\xFF",
        "a\x07",
        ("\xE2\x80\xAE"
         "a"),
        "-",
        " ",
        "'",
        "\xCC\x81",
        "\xE2\x80\xA8",
    };
    const prap_participant_held held = held_of("John Smith");
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_refused(held, said_of(bad[i], PRAP_QUESTION_PAYMENT_GROUP, "3"), PRAP_E_TEXT, "name");
        assert_refused(held, said_of("John Smith", PRAP_QUESTION_PAYMENT_GROUP, bad[i]), PRAP_E_TEXT,
                       "answer");
        assert_refused(held_of(bad[i]), said_of("John Smith", PRAP_QUESTION_PAYMENT_GROUP, "3"), PRAP_E_TEXT,
                       "held.name");
    }
    char longest[PRAP_PARTICIPANT_TEXT_BYTES + 2];
    memset(longest, 'x', sizeof longest);
    longest[PRAP_PARTICIPANT_TEXT_BYTES] = '\0';
    assert_true(same_name(longest, longest));
    longest[PRAP_PARTICIPANT_TEXT_BYTES] = 'x';
    longest[PRAP_PARTICIPANT_TEXT_BYTES + 1] = '\0';
    assert_refused(held, said_of(longest, PRAP_QUESTION_PAYMENT_GROUP, "3"), PRAP_E_TEXT, "name");
}

static void arguments_that_are_refused(void **state) {
    (void)state;
    const prap_participant_held held = held_of("John Smith");
    const prap_participant_said said = said_of("John Smith", PRAP_QUESTION_PAYMENT_GROUP, "Group 3");
    prap_participant_held h = held;
    prap_participant_said s = said;
    prap_participant_check small = {.size = 4};
    assert_int_equal(prap_participant_check_of(NULL, &s, NULL, 0, &last, NULL), PRAP_E_NULL);
    assert_int_equal(prap_participant_check_of(&h, NULL, NULL, 0, &last, NULL), PRAP_E_NULL);
    assert_int_equal(prap_participant_check_of(&h, &s, NULL, 0, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_participant_check_of(&h, &s, NULL, 1, &last, NULL), PRAP_E_NULL);
    assert_int_equal(prap_participant_check_of(&h, &s, NULL, 0, &small, NULL), PRAP_E_SIZE);
    const prap_setting unknown = {9999, 1};
    assert_int_equal(check_with(&h, &s, &unknown), PRAP_E_WORD);
    h.size = 4;
    assert_refused(h, said, PRAP_E_SIZE, "");
    s.size = 4;
    assert_refused(held, s, PRAP_E_SIZE, "");
    s = said, s.question = 7;
    assert_refused(held, s, PRAP_E_WORD, "question");
    s = said, s.tell = 2;
    assert_refused(held, s, PRAP_E_RANGE, "tell");
    const prap_text nowhere = {NULL, 3}, nothing = {NULL, 0};
    prap_text *const texts[] = {&h.nino, &h.name, &s.nino, &s.name, &s.answer};
    static const char *const fields[] = {"held.nino", "held.name", "nino", "name", "answer"};
    for (size_t i = 0; i < 5; i++) {
        h = held, s = said;
        *texts[i] = nowhere;
        assert_refused(h, s, PRAP_E_NULL, "");
        *texts[i] = nothing;
        assert_refused(h, s, PRAP_E_REQUIRED, fields[i]);
    }
    h = held, h.nino = test_text("QQ123456C");
    assert_refused(h, said, PRAP_E_TEXT, "held.nino");
    s = said, s.nino = test_text("AB123456E");
    assert_refused(held, s, PRAP_E_TEXT, "nino");
    s = said, s.nino = test_text("                       AB123456C                       ");
    assert_refused(held, s, PRAP_E_TEXT, "nino");
    h = held, h.n = 65;
    assert_refused(h, said, PRAP_E_LIMIT, "held.answers");
    prap_participant_answer many[PRAP_PARTICIPANT_ANSWERS_MAX];
    for (size_t i = 0; i < PRAP_PARTICIPANT_ANSWERS_MAX; i++)
        many[i] = answers[i % 5];
    h = held, h.answers = many, h.n = PRAP_PARTICIPANT_ANSWERS_MAX;
    assert_int_equal(check_with(&h, &said, NULL), PRAP_OK);
    assert_int_equal(last.passed, 1);
    /* Every one of them is looked at, and the first that is bad is it. */
    for (size_t bad = 0; bad < PRAP_PARTICIPANT_ANSWERS_MAX; bad += 21) {
        many[bad].question = PRAP_QUESTION_REFERRAL_DATE;
        assert_refused(h, said, PRAP_E_WORD, "held.answers");
        many[bad] = answers[bad % 5];
    }
    h = held, h.answers = NULL;
    assert_refused(h, said, PRAP_E_NULL, "");
    h = held, h.n = 0;
    assert_refused(h, said, PRAP_E_REQUIRED, "held.answers");
    h.answers = NULL;
    assert_refused(h, said, PRAP_E_REQUIRED, "held.answers");
    prap_participant_answer odd = answers[0];
    h = held, h.answers = &odd, h.n = 1;
    odd.size = 4;
    assert_refused(h, said, PRAP_E_SIZE, "held.answers");
    odd = answers[0], odd.question = 0;
    assert_refused(h, said, PRAP_E_WORD, "held.answers");
    odd.question = PRAP_QUESTION_REFERRAL_DATE;
    assert_refused(h, said, PRAP_E_WORD, "held.answers");
    odd = answers[0], odd.text = nothing;
    assert_refused(h, said, PRAP_E_NULL, "held.answers");
    odd = answers[0], odd.text = test_text("--");
    assert_refused(h, said, PRAP_E_TEXT, "held.answers");
}

/* The published rules, said another way: for every pair of letters, and for every character at every place.
 */
static void the_form_of_a_number(void **state) {
    (void)state;
    for (char a = 'A'; a <= 'Z'; a++) {
        for (char b = 'A'; b <= 'Z'; b++) {
            char number[] = "??123456A";
            number[0] = a;
            number[1] = b;
            const char pair[] = {a, b, ' ', '\0'};
            const bool good = strchr("DFIQUV", a) == NULL && strchr("DFIOQUV", b) == NULL &&
                              strstr("BG GB KN NK NT TN ZZ ", pair) == NULL;
            assert_int_equal(prap_nino_check(test_text(number), NULL), good ? PRAP_OK : PRAP_E_TEXT);
        }
    }
    for (size_t at = 0; at < 9; at++) {
        for (int c = 1; c < 256; c++) {
            char number[] = "AB123456C";
            number[at] = (char)c;
            const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            const char upper = (char)(c >= 'a' && c <= 'z' ? c - 32 : c);
            bool good = at < 2   ? letter && strchr(at == 0 ? "DFIQUVG" : "DFIOQUV", upper) == NULL
                        : at < 8 ? c >= '0' && c <= '9'
                                 : upper >= 'A' && upper <= 'D';
            assert_int_equal(prap_nino_check(test_text(number), NULL), good ? PRAP_OK : PRAP_E_TEXT);
        }
    }
    /* Thirty-two bytes with its spaces are read, and not a byte more. */
    static const char longest[] = "ab 12 34 56 c                   ";
    assert_int_equal(sizeof longest - 1, 32);
    assert_int_equal(prap_nino_check((prap_text){test_edge(longest, 32), 32}, NULL), PRAP_OK);
    assert_int_equal(prap_nino_check((prap_text){test_edge("AB123456C", 9), 9}, NULL), PRAP_OK);
    const prap_participant_held held = held_of("John Smith");
    prap_participant_said said = said_of("John Smith", PRAP_QUESTION_PAYMENT_GROUP, "Group 3");
    said.nino = test_text(longest);
    assert_int_equal(check_with(&held, &said, NULL), PRAP_OK);
    assert_int_equal(last.passed, 1);
    error.size = sizeof error;
    assert_int_equal(prap_nino_check(test_text("AB12345C"), &error), PRAP_E_TEXT);
    assert_string_equal(error.field, "nino");
    assert_null(strstr(error.message, "AB12345C"));
    assert_int_equal(prap_nino_check(test_text("AB1234567C"), NULL), PRAP_E_TEXT);
    assert_int_equal(prap_nino_check(test_text(""), NULL), PRAP_E_TEXT);
    assert_int_equal(prap_nino_check((prap_text){NULL, 0}, NULL), PRAP_E_NULL);
    assert_int_equal(prap_nino_check(test_text("AB 12 34 56 C                    "), NULL),
                     PRAP_E_TEXT); /* 33 bytes */
}

static void assert_questions(uint32_t unavailable, uint32_t subset, const prap_setting *setting,
                             const char *expected, uint32_t first) {
    prap_participant_questions got = {.size = sizeof got};
    char listed[16] = "";
    assert_int_equal(
        prap_participant_questions_of(unavailable, subset, setting, setting == NULL ? 0 : 1, &got, NULL),
        PRAP_OK);
    for (uint32_t i = 0; i < got.n; i++)
        listed[i] = (char)('0' + got.questions[i]);
    assert_string_equal(listed, expected);
    assert_int_equal(got.first, first);
    assert_int_equal(got.prepare, 6);
    assert_string_equal(prap_rule_by_number(got.rule)->id, unavailable != 0 ? "PD-29" : "PD-28b");
}

static void questions_that_can_be_asked(void **state) {
    (void)state;
    const prap_setting by_host = {PRAP_POLICY_PD_REMAINING, PRAP_CHOICE_HOST_SUBSET};
    const prap_setting unknown = {9999, 1};
    enum { HISTORY = 4, QUALIFICATIONS = 8, OFFICER = 2 };
    assert_questions(0, 0, NULL, "123456", 6);
    assert_questions(HISTORY, 0, NULL, "12564", 4);
    assert_questions(QUALIFICATIONS, 0, NULL, "12563", 4);
    assert_questions(HISTORY | QUALIFICATIONS, 0, NULL, "1256", 4);
    assert_questions(HISTORY | OFFICER, 0, NULL, "1564", 3);
    assert_questions(OFFICER, 0, NULL, "13456", 5); /* unclear in LMS, and nothing missing: the order stays */
    assert_questions(63, 0, NULL, "", 0);
    assert_questions(HISTORY, 1 | 16, &by_host, "15246", 2);
    assert_questions(0, 0, &by_host, "123456", 6);
    prap_participant_questions got = {.size = sizeof got};
    prap_error said = {.size = sizeof said};
    assert_int_equal(prap_participant_questions_of(HISTORY, 0, &by_host, 1, &got, &said), PRAP_E_REQUIRED);
    assert_string_equal(said.field, "subset");
    assert_int_equal(prap_participant_questions_of(64, 0, NULL, 0, &got, NULL), PRAP_E_WORD);
    assert_int_equal(prap_participant_questions_of(0, 64, NULL, 0, &got, NULL), PRAP_E_WORD);
    assert_int_equal(prap_participant_questions_of(0, 0, &unknown, 1, &got, NULL), PRAP_E_WORD);
    assert_int_equal(prap_participant_questions_of(0, 0, NULL, 1, &got, NULL), PRAP_E_NULL);
    assert_int_equal(prap_participant_questions_of(0, 0, NULL, 0, NULL, NULL), PRAP_E_NULL);
    got.size = 4;
    assert_int_equal(prap_participant_questions_of(0, 0, NULL, 0, &got, NULL), PRAP_E_SIZE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_three_must_be_right),     cmocka_unit_test(which_was_right_is_told_on_request),
        cmocka_unit_test(the_six_questions),           cmocka_unit_test(the_referral_date_or_the_day_after),
        cmocka_unit_test(names_that_are_the_same),     cmocka_unit_test(texts_that_are_refused),
        cmocka_unit_test(arguments_that_are_refused),  cmocka_unit_test(the_form_of_a_number),
        cmocka_unit_test(questions_that_can_be_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
