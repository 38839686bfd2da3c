/*
 * data-protection-test.c: what becomes of a request to erase: the decision table, the days, and a referral's own events.
 * shows CH15-28, CH15-29, CH15-34a, CH15-35a, CH15-39, CH15-38-N-b, CH15-META-5, CH15-26, CH15-32
 */
#include "in-words.h"

static const prap_calendar *england_and_wales(void) {
    return prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
}

static prap_erasure decide_under(const prap_setting *settings, size_t n, prap_day received_on, const char *text) {
    prap_fact facts[PRAP_FACTS_MAX];
    const prap_erasure_question question = {.size = sizeof question, .received_on = received_on, .facts = facts,
                                            .n_facts = read_facts(facts, text)};
    prap_erasure erasure = {.size = sizeof erasure};
    assert_int_equal(prap_erasure_decide(england_and_wales(), settings, n, &question, &erasure, NULL), PRAP_OK);
    assert_int_equal(erasure.size, sizeof erasure);
    return erasure;
}

static prap_erasure decide(const char *text) {
    return decide_under(NULL, 0, PRAP_DAY_NONE, text);
}

static const char *missing_of(const prap_erasure *erasure) {
    static char text[256];
    size_t n = 0;
    text[0] = '\0';
    for (uint32_t i = 0; i < erasure->n_missing; i++) {
        n += (size_t)snprintf(text + n, sizeof text - n, "%s%s", i == 0 ? "" : " ",
                              prap_word_by_number(PRAP_WORDS_FACT, erasure->missing[i])->name);
    }
    return text;
}

static const char *rule_id(uint32_t number) {
    return number == 0 ? "" : prap_rule_by_number(number)->id;
}

/* rules.md 1.4, the table at its end, row by row. */
static void each_row_of_the_table(void **state) {
    (void)state;
    static const struct {
        const char *facts, *row;
        uint32_t outcome;
        const char *rules[2];
        uint32_t letter, keeps_evidence;
    } rows[] = {
        {"referred-to=whp started", "1", PRAP_ERASURE_OUTCOME_REJECT, {"CH15-39", "CH15-40"}, PRAP_OPTION_REJECTED_LETTER, 0},
        {"referred-to=whp started mandated-to-interview mandation-evidence-held", "1", PRAP_ERASURE_OUTCOME_REJECT,
         {"CH15-39", "CH15-40"}, PRAP_OPTION_REJECTED_LETTER, 1},
        {"referred-to=jets started !mandated-to-interview customer-group=voluntary", "1", PRAP_ERASURE_OUTCOME_REJECT,
         {"CH15-39", "CH15-40"}, PRAP_OPTION_REJECTED_LETTER, 0},
        {"referred-to=jets !started mandated-to-interview", "2", PRAP_ERASURE_OUTCOME_REJECT, {"CH15-35a", "CH15-36"},
         PRAP_OPTION_REJECTED_LETTER, 1}, /* all supporting evidence must be kept, whatever is said of it */
        {"referred-to=jets !started customer-group=voluntary mandated-to-interview !dna-after-mandation "
         "!mandation-evidence-held", "2", PRAP_ERASURE_OUTCOME_REJECT, {"CH15-35a", "CH15-36"}, PRAP_OPTION_REJECTED_LETTER, 1},
        {"referred-to=whp !started customer-group=long-term-unemployed mandated-to-interview dna-after-mandation", "3",
         PRAP_ERASURE_OUTCOME_REJECT, {"CH15-34a", "CH15-36"}, PRAP_OPTION_REJECTED_LETTER, 1},
        {"referred-to=whp !started customer-group=long-term-unemployed mandated-to-interview !dna-after-mandation "
         "mandation-evidence-held", "4a", PRAP_ERASURE_OUTCOME_ASK, {"CH15-33", "CH15-38-N-b"}, 0, 1},
        {"referred-to=whp !started customer-group=long-term-unemployed mandated-to-interview !dna-after-mandation "
         "!mandation-evidence-held", "4b", PRAP_ERASURE_OUTCOME_ASK, {"CH15-33", ""}, 0, 0},
        {"referred-to=whp !started customer-group=long-term-unemployed !mandated-to-interview mandation-evidence-held",
         "4c", PRAP_ERASURE_OUTCOME_ASK, {"CH15-38-N-b", ""}, 0, 1},
        {"referred-to=jets !started customer-group=voluntary !mandated-to-interview mandation-evidence-held", "4c",
         PRAP_ERASURE_OUTCOME_ASK, {"CH15-38-N-b", ""}, 0, 1},
        {"referred-to=whp !started customer-group=long-term-unemployed !mandated-to-interview !mandation-evidence-held",
         "5", PRAP_ERASURE_OUTCOME_ACCEPT, {"CH15-29", "CH15-30"}, PRAP_OPTION_ACCEPTED_LETTER, 0},
        {"referred-to=whp !started customer-group=voluntary !mandated-to-interview !mandation-evidence-held", "6",
         PRAP_ERASURE_OUTCOME_ACCEPT, {"CH15-28", "CH15-30"}, PRAP_OPTION_ACCEPTED_LETTER, 0},
        {"referred-to=jets !started customer-group=voluntary !mandated-to-interview !mandation-evidence-held", "6",
         PRAP_ERASURE_OUTCOME_ACCEPT, {"CH15-28", "CH15-30"}, PRAP_OPTION_ACCEPTED_LETTER, 0},
        {"referred-to=whp !started customer-group=voluntary mandated-to-interview", "7", PRAP_ERASURE_OUTCOME_ASK,
         {"CH15-33", "CH15-A-16"}, 0, 0},
        {"referred-to=whp !started customer-group=jets-customer mandated-to-interview", "7", PRAP_ERASURE_OUTCOME_ASK,
         {"CH15-33", "CH15-A-16"}, 0, 0},
        {"referred-to=jets !started customer-group=jets-customer !mandated-to-interview !mandation-evidence-held", "7b",
         PRAP_ERASURE_OUTCOME_ASK, {"CH15-33", ""}, 0, 0},
        /* Where a person decides, what is held is kept; of what is not known to be held the same. */
        {"referred-to=whp !started customer-group=long-term-unemployed mandated-to-interview !dna-after-mandation", "4a",
         PRAP_ERASURE_OUTCOME_ASK, {"CH15-33", "CH15-38-N-b"}, 0, 1},
        {"referred-to=whp !started customer-group=voluntary mandated-to-interview mandation-evidence-held", "7",
         PRAP_ERASURE_OUTCOME_ASK, {"CH15-33", "CH15-A-16"}, 0, 1},
        {"referred-to=whp !started customer-group=jets-customer mandated-to-interview dna-after-mandation "
         "!mandation-evidence-held", "7", PRAP_ERASURE_OUTCOME_ASK, {"CH15-33", "CH15-A-16"}, 0, 0},
        {"referred-to=whp !started customer-group=jets-customer", "4c", PRAP_ERASURE_OUTCOME_ASK, {"CH15-38-N-b", ""}, 0, 1},
        {"referred-to=jets !started customer-group=long-term-unemployed !mandated-to-interview !mandation-evidence-held", "7b",
         PRAP_ERASURE_OUTCOME_ASK, {"CH15-33", ""}, 0, 0},
        {"referred-to=ipes mandation-evidence-held", "9", PRAP_ERASURE_OUTCOME_NOT_COVERED, {"CH15-META-5", ""}, 0, 0},
        {"referred-to=ipes", "9", PRAP_ERASURE_OUTCOME_NOT_COVERED, {"CH15-META-5", ""}, 0, 0},
        {"referred-to=work-programme started", "9", PRAP_ERASURE_OUTCOME_NOT_COVERED, {"CH15-META-5", ""}, 0, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const prap_erasure erasure = decide(rows[i].facts);
        assert_string_equal(erasure.row, rows[i].row);
        assert_int_equal(erasure.outcome, rows[i].outcome);
        assert_string_equal(rule_id(erasure.rules[0]), rows[i].rules[0]);
        assert_string_equal(rule_id(erasure.rules[1]), rows[i].rules[1]);
        assert_int_equal(erasure.letter, rows[i].letter);
        assert_int_equal(erasure.keeps_evidence, rows[i].keeps_evidence);
        assert_int_equal(erasure.n_missing, 0);
        assert_int_equal(erasure.policy, erasure.outcome == PRAP_ERASURE_OUTCOME_ASK ? PRAP_POLICY_ERASE_GAP : 0);
        assert_int_equal(erasure.due, PRAP_DAY_NONE);
    }
}

/* Row 8: what is unknown is named when another value of it would change the outcome, and no fact is that would not. */
static void what_is_unknown_is_named(void **state) {
    (void)state;
    static const char *const rows[][2] = {
        {"", "referred-to started customer-group mandated-to-interview dna-after-mandation mandation-evidence-held"},
        {"referred-to=whp ?started customer-group=voluntary !mandated-to-interview !mandation-evidence-held", "started"},
        {"referred-to=whp !started !mandated-to-interview !mandation-evidence-held", "customer-group"},
        {"referred-to=jets !started customer-group=jets-customer !mandation-evidence-held", "mandated-to-interview"},
        {"referred-to=jets !started customer-group=voluntary", "mandated-to-interview mandation-evidence-held"},
        {"referred-to=whp !started customer-group=long-term-unemployed mandated-to-interview", "dna-after-mandation"},
        {"started", "referred-to"},
        {"?referred-to !started customer-group=voluntary !mandated-to-interview !mandation-evidence-held", "referred-to"},
        {"referred-to=whp !started customer-group=long-term-unemployed !mandated-to-interview", "mandation-evidence-held"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const prap_erasure erasure = decide(rows[i][0]);
        assert_int_equal(erasure.outcome, PRAP_ERASURE_OUTCOME_UNDECIDED);
        assert_string_equal(erasure.row, "8");
        assert_string_equal(rule_id(erasure.rules[0]), "CH15-26");
        assert_int_equal(erasure.rules[1], 0);
        assert_int_equal(erasure.letter, 0);
        assert_true(erasure.policy == 0 || erasure.policy == PRAP_POLICY_ERASE_GAP);
        assert_string_equal(missing_of(&erasure), rows[i][1]);
    }
}

enum { COLUMNS = PRAP_ERASURE_FACTS, VALUES = 5 };
static const char *const values[COLUMNS][VALUES] = {
    {"", "referred-to=whp", "referred-to=jets", "referred-to=ipes", "referred-to=work-programme"},
    {"", "started", "!started", NULL, NULL},
    {"", "customer-group=voluntary", "customer-group=long-term-unemployed", "customer-group=jets-customer", NULL},
    {"", "mandated-to-interview", "!mandated-to-interview", NULL, NULL},
    {"", "dna-after-mandation", "!dna-after-mandation", NULL, NULL},
    {"", "mandation-evidence-held", "!mandation-evidence-held", NULL, NULL},
};

static prap_erasure decide_at(const size_t at[COLUMNS]) {
    char text[512] = "";
    for (size_t i = 0; i < COLUMNS; i++) {
        strcat(text, values[i][at[i]]);
        strcat(text, " ");
    }
    return decide(text);
}

static bool next(size_t at[COLUMNS]) {
    for (size_t i = 0; i < COLUMNS; i++) {
        if (++at[i] < VALUES && values[i][at[i]] != NULL) return true;
        at[i] = 0;
    }
    return false;
}

static bool is_value(size_t column, size_t value) {
    return value < VALUES && values[column][value] != NULL;
}

/* The outcome where all is known, asked once of each combination. */
static uint32_t outcome_at(const size_t at[COLUMNS]) {
    static uint32_t asked[VALUES][VALUES][VALUES][VALUES][VALUES][VALUES];
    uint32_t *outcome = &asked[at[0]][at[1]][at[2]][at[3]][at[4]][at[5]];
    if (*outcome == 0) *outcome = decide_at(at).outcome;
    return *outcome;
}

/* Whatever the unknown facts after from are: is there a case in which two values of this one lead to two outcomes? */
static bool matters(size_t at[COLUMNS], size_t column, size_t from) {
    bool found = false;
    while (from < COLUMNS && (from == column || at[from] != 0)) from++;
    if (from < COLUMNS) {
        for (at[from] = 1; is_value(from, at[from]); at[from]++) found = found || matters(at, column, from + 1);
        at[from] = 0;
        return found;
    }
    at[column] = 1;
    const uint32_t outcome = outcome_at(at);
    while (is_value(column, ++at[column])) found = found || outcome_at(at) != outcome;
    at[column] = 0;
    return found;
}

static bool is_missing(const prap_erasure *erasure, size_t column) {
    for (uint32_t i = 0; i < erasure->n_missing; i++) {
        const char *name = prap_word_by_number(PRAP_WORDS_FACT, erasure->missing[i])->name;
        const char *spelled = values[column][1];
        if (strncmp(spelled, name, strlen(name)) == 0 && (spelled[strlen(name)] == '=' || spelled[strlen(name)] == '\0'))
            return true;
    }
    return false;
}

/* Every combination: an answer says how much was known, is undecided exactly when a fact is missing, and names exactly
   those unknown facts of which another value could change the outcome. */
static void every_combination(void **state) {
    (void)state;
    size_t at[COLUMNS] = {0}, n = 0;
    do {
        const prap_erasure erasure = decide_at(at);
        uint32_t known = 0;
        for (size_t i = 0; i < COLUMNS; i++) {
            known += at[i] != 0;
            assert_int_equal(is_missing(&erasure, i), at[i] == 0 && matters(at, i, 0));
        }
        assert_int_equal(erasure.n_facts, known);
        assert_int_equal(erasure.n_missing > 0, erasure.outcome == PRAP_ERASURE_OUTCOME_UNDECIDED);
        const bool accepts = erasure.outcome == PRAP_ERASURE_OUTCOME_ACCEPT;
        /* F-E-03 and F-E-04: no start, and no evidence that is to be kept. */
        if (accepts) assert_true(at[1] == 2 && at[3] == 2 && at[5] == 2);
        assert_int_equal(erasure.letter == PRAP_OPTION_ACCEPTED_LETTER, accepts);
        n++;
    } while (next(at));
    assert_int_equal(n, 5 * 3 * 4 * 3 * 3 * 3);
}

static void the_gap_as_the_policy_says(void **state) {
    (void)state;
    const char *const gap = "referred-to=whp !started customer-group=voluntary mandated-to-interview";
    const prap_setting reject = {PRAP_POLICY_ERASE_GAP, PRAP_CHOICE_REJECT};
    const prap_erasure asked = decide(gap), rejected = decide_under(&reject, 1, PRAP_DAY_NONE, gap);
    assert_int_equal(asked.policy_value, PRAP_CHOICE_ASK_PROPOSE_REJECT);
    assert_int_equal(rejected.outcome, PRAP_ERASURE_OUTCOME_REJECT);
    assert_int_equal(rejected.policy, PRAP_POLICY_ERASE_GAP);
    assert_int_equal(rejected.policy_value, PRAP_CHOICE_REJECT);
    assert_int_equal(rejected.letter, PRAP_OPTION_REJECTED_LETTER);
    assert_string_equal(rejected.row, "7");
    /* It also decides what must be known: between a gap and a rejection nothing, where a gap is rejected. */
    const char *const between = "referred-to=whp !started customer-group=long-term-unemployed mandated-to-interview";
    const prap_erasure open = decide(between), shut = decide_under(&reject, 1, PRAP_DAY_NONE, between);
    assert_string_equal(missing_of(&open), "dna-after-mandation");
    assert_int_equal(open.policy, PRAP_POLICY_ERASE_GAP);
    assert_int_equal(shut.outcome, PRAP_ERASURE_OUTCOME_REJECT);
    assert_int_equal(shut.n_missing, 0);
    assert_int_equal(shut.policy, PRAP_POLICY_ERASE_GAP);
    const prap_erasure neither =
        decide("referred-to=whp !started customer-group=long-term-unemployed dna-after-mandation !mandation-evidence-held");
    assert_string_equal(missing_of(&neither), "mandated-to-interview");
    assert_int_equal(neither.policy, 0);
    assert_int_equal(neither.keeps_evidence, 0);
    assert_int_equal(decide("referred-to=whp !started mandation-evidence-held").keeps_evidence, 1);
}

/* D-10: the corresponding date, the last day of a shorter month; AMB-16, AMB-73. */
static void the_days(void **state) {
    (void)state;
    const prap_erasure short_month = decide_under(NULL, 0, test_day(2020, 1, 31), "");
    assert_int_equal(short_month.due, test_day(2020, 2, 29));
    assert_int_equal(short_month.last_working_day, test_day(2020, 2, 28));
    assert_int_equal(short_month.chase, test_day(2020, 2, 22));
    assert_true(short_month.prudent <= short_month.due);
    const prap_setting settings[] = {{PRAP_POLICY_MONTH_NONWORKING, PRAP_CHOICE_NEXT_WORKING_DAY},
                                     {PRAP_POLICY_DPO_CHASE, 0}};
    const prap_erasure moved = decide_under(settings, 2, test_day(2020, 1, 31), "");
    assert_int_equal(moved.due, test_day(2020, 3, 2));
    assert_int_equal(moved.prudent, test_day(2020, 2, 29));
    assert_int_equal(moved.chase, PRAP_DAY_NONE);
}

static prap_status refused(const prap_setting *settings, size_t n, const prap_erasure_question *question,
                           const char *field) {
    prap_erasure erasure = {.size = sizeof erasure, .row = "as-was"};
    prap_error error = {.size = sizeof error};
    const prap_status status = prap_erasure_decide(england_and_wales(), settings, n, question, &erasure, &error);
    assert_int_equal(error.status, status);
    assert_string_equal(error.field, field);
    assert_string_equal(erasure.row, "as-was");
    return status;
}

static void every_status_of_a_decision(void **state) {
    (void)state;
    const prap_fact started = {PRAP_FACT_STARTED, PRAP_VALUE_YES, 0};
    prap_fact facts[PRAP_FACTS_MAX + 1] = {started, started};
    prap_erasure_question question = {.size = sizeof question, .received_on = PRAP_DAY_NONE, .facts = facts};
    prap_erasure erasure = {.size = sizeof erasure};
    assert_int_equal(prap_erasure_decide(NULL, NULL, 0, &question, &erasure, NULL), PRAP_E_NULL);
    assert_int_equal(prap_erasure_decide(england_and_wales(), NULL, 1, &question, &erasure, NULL), PRAP_E_NULL);
    assert_int_equal(prap_erasure_decide(england_and_wales(), NULL, 0, NULL, &erasure, NULL), PRAP_E_NULL);
    assert_int_equal(prap_erasure_decide(england_and_wales(), NULL, 0, &question, NULL, NULL), PRAP_E_NULL);
    erasure.size--;
    assert_int_equal(prap_erasure_decide(england_and_wales(), NULL, 0, &question, &erasure, NULL), PRAP_E_SIZE);
    question.size = 0;
    assert_int_equal(refused(NULL, 0, &question, "question"), PRAP_E_SIZE);
    question.size = sizeof question;
    question.n_facts = 2;
    assert_int_equal(refused(NULL, 0, &question, "started"), PRAP_E_TWICE);
    question.n_facts = PRAP_FACTS_MAX + 1;
    assert_int_equal(refused(NULL, 0, &question, "facts"), PRAP_E_LIMIT);
    question.n_facts = 1;
    facts[0] = (prap_fact){PRAP_FACT_RECORDS, PRAP_VALUE_NUMBER, 1};
    assert_int_equal(refused(NULL, 0, &question, "records"), PRAP_E_WORD);
    facts[0] = (prap_fact){PRAP_FACT_REFERRED_TO, PRAP_VALUE_OPTION, PRAP_OPTION_VOLUNTARY};
    assert_int_equal(refused(NULL, 0, &question, "referred-to"), PRAP_E_WORD);
    facts[0] = (prap_fact){PRAP_FACT_STARTED, PRAP_VALUE_NUMBER, 1};
    assert_int_equal(refused(NULL, 0, &question, "started"), PRAP_E_TYPE);
    question.n_facts = 0;
    question.received_on = INT32_MAX;
    assert_int_equal(refused(NULL, 0, &question, "on"), PRAP_E_DAY);
    question.received_on = test_day(9999, 12, 31);
    assert_int_equal(refused(NULL, 0, &question, "received_on"), PRAP_E_RANGE);
    question.received_on = test_day(9000, 1, 1);
    const prap_setting moved = {PRAP_POLICY_MONTH_NONWORKING, PRAP_CHOICE_NEXT_WORKING_DAY};
    assert_int_equal(refused(&moved, 1, &question, "received_on"), PRAP_E_COVERAGE);
    const prap_setting accept = {PRAP_POLICY_ERASE_GAP, PRAP_CHOICE_YES};
    question.received_on = PRAP_DAY_NONE;
    prap_error error = {.size = sizeof error};
    erasure.size = sizeof erasure;
    assert_int_equal(prap_erasure_decide(england_and_wales(), &accept, 1, &question, &erasure, &error), PRAP_E_WORD);
}

/* What the case's own events say, and what the question says beside them. */
static prap_erasure erasure_of(struct test_host *host, const char *case_id, const char *as_of, const char *text) {
    prap_fact facts[PRAP_FACTS_MAX];
    const prap_question question = {.size = sizeof question, .as_of = day_of(as_of), .key = test_key(case_id),
                                    .facts = facts, .n_facts = read_facts(facts, text)};
    prap_erasure erasure = {.size = sizeof erasure};
    assert_int_equal(prap_engine_erasure(host->engine, &question, PRAP_DAY_NONE, host->answer, &erasure, NULL), PRAP_OK);
    assert_int_equal(prap_answer_reason_count(host->answer), 0);
    return erasure;
}

static void by_the_referrals_own_events(void **state) {
    (void)state;
    static const struct {
        uint32_t programme;
        const char *events, *more, *row, *missing;
    } rows[] = {
        {PRAP_PROGRAMME_WHP, "referral-received 2019-09-02 customer-group=voluntary", "", "6", ""},
        {PRAP_PROGRAMME_WHP, "referral-received 2019-09-02 customer-group=long-term-unemployed", "", "5", ""},
        {PRAP_PROGRAMME_WHP, "referral-received 2019-09-02", "", "8", "customer-group"},
        {PRAP_PROGRAMME_WHP, "referral-received 2019-09-02", "customer-group=voluntary", "6", ""},
        {PRAP_PROGRAMME_WHP, "referral-received 2019-09-02 customer-group=voluntary", "mandation-evidence-held", "4c", ""},
        {PRAP_PROGRAMME_WHP, "referral-received 2019-09-02 customer-group=long-term-unemployed; accept 2019-09-03; "
                             "appointment-mandated 2019-09-04", "", "4a", ""},
        {PRAP_PROGRAMME_WHP, "referral-received 2019-09-02 customer-group=long-term-unemployed; accept 2019-09-03; "
                             "appointment-mandated 2019-09-04", "!mandation-evidence-held", "4b", ""},
        {PRAP_PROGRAMME_WHP, "referral-received 2019-09-02 customer-group=long-term-unemployed; accept 2019-09-03; "
                             "appointment-mandated 2019-09-04; mandated-activity-failed 2019-09-16; "
                             "dna-recorded 2019-09-17", "", "3", ""},
        {PRAP_PROGRAMME_WHP, "referral-received 2019-09-02 customer-group=long-term-unemployed; accept 2019-09-03; "
                             "dna-recorded 2019-09-17", "", "5", ""},
        {PRAP_PROGRAMME_WHP, "referral-received 2019-09-02; accept 2019-09-03; start-recorded 2019-09-09", "", "1", ""},
        {PRAP_PROGRAMME_JETS, "referral-received 2020-10-05; accept 2020-10-06; appointment-mandated 2020-10-07", "", "2", ""},
        {PRAP_PROGRAMME_JETS, "referral-received 2020-10-05; accept 2020-10-06; appointment-agreed 2020-10-07", "", "6", ""},
        {PRAP_PROGRAMME_JETS, "referral-received 2020-10-05 customer-group=jets-customer; accept 2020-10-06; "
                              "appointment-agreed 2020-10-07", "", "7b", ""},
        {PRAP_PROGRAMME_IPES, "referral-received 2023-05-05 made=2023-05-05", "", "9", ""},
        {PRAP_PROGRAMME_WHP, "case-imported 2020-01-06 stage=at-accepted made=2019-09-02 received-on=2019-09-02 "
                             "acknowledged-on=2019-09-03 customer-group=long-term-unemployed", "", "8",
         "mandated-to-interview dna-after-mandation mandation-evidence-held"},
        {PRAP_PROGRAMME_WHP, "case-imported 2020-01-06 stage=at-accepted made=2019-09-02 received-on=2019-09-02 "
                             "acknowledged-on=2019-09-03 customer-group=long-term-unemployed; "
                             "appointment-mandated 2020-01-07", "", "4a", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct test_host host;
        test_host_open_every(&host, NULL, 0, NULL);
        submit_all(&host, rows[i].programme, "A", rows[i].events);
        const prap_erasure erasure = erasure_of(&host, "A", "2024-01-08", rows[i].more);
        assert_string_equal(erasure.row, rows[i].row);
        assert_string_equal(missing_of(&erasure), rows[i].missing);
        assert_int_equal(erasure.facts[0].fact, PRAP_FACT_REFERRED_TO); /* to the case's programme, by that name */
        assert_string_equal(prap_word_by_number(PRAP_WORDS_OPTION, (uint32_t)erasure.facts[0].value)->name,
                            prap_word_by_number(PRAP_WORDS_PROGRAMME, rows[i].programme)->name);
        assert_int_equal(test_host_close(&host), 0);
    }
}

/* Attended, and asked to be backed out before it is entered: by the policy's reading it started (AMB-58). */
static void asked_to_be_backed_out_before_the_start(void **state) {
    (void)state;
    const prap_setting attended = {PRAP_POLICY_M08_STARTED, PRAP_CHOICE_ATTENDED};
    struct test_host host;
    test_host_open_every(&host, &attended, 1, NULL);
    submit_all(&host, PRAP_PROGRAMME_WHP, "A",
               "referral-received 2023-03-01 made=2023-03-01 customer-group=voluntary; accept 2023-03-06; "
               "meeting-attended 2023-03-10; error-found 2023-03-13 scenario=duplicate");
    assert_string_equal(erasure_of(&host, "A", "2023-03-13", "").row, "6");
    submit_all(&host, PRAP_PROGRAMME_WHP, "A", "prap14-sent 2023-03-14");
    assert_int_equal(test_host_summary(&host)->start_on, PRAP_DAY_NONE);
    assert_string_equal(erasure_of(&host, "A", "2023-03-14", "").row, "1");
    assert_int_equal(test_host_close(&host), 0);
}

/* A start that was backed out: a person says whether it was one. And an earlier day does not know of a later one. */
static void backed_out_and_earlier_days(void **state) {
    (void)state;
    struct test_host host;
    test_host_open_every(&host, NULL, 0, NULL);
    submit_all(&host, PRAP_PROGRAMME_WHP, "A",
               "referral-received 2023-03-01 made=2023-03-01 customer-group=voluntary; accept 2023-03-06; "
               "start-recorded 2023-03-10; error-found 2023-03-13 scenario=duplicate; prap14-sent 2023-03-14; "
               "prap14-approved 2023-03-20; end-date-entered 2023-03-21 end-on=2023-03-11 code=10; "
               "backed-out 2023-03-24");
    prap_erasure erasure = erasure_of(&host, "A", "2023-03-24", "");
    assert_string_equal(missing_of(&erasure), "started");
    assert_string_equal(erasure_of(&host, "A", "2023-03-24", "!started").row, "6");
    assert_string_equal(erasure_of(&host, "A", "2023-03-24", "started").row, "1");
    assert_string_equal(erasure_of(&host, "A", "2023-03-10", "").row, "1");
    assert_string_equal(erasure_of(&host, "A", "2023-03-09", "").row, "6");
    assert_int_equal(test_host_close(&host), 0);
}

struct nested {
    struct test_host *host;
    prap_status status;
};

static void ask_from_within(void *user, enum memory_store_call call) {
    struct nested *nested = user;
    const prap_question question = {.size = sizeof question, .as_of = test_day(2023, 5, 5), .key = test_key("A")};
    prap_erasure erasure = {.size = sizeof erasure};
    (void)call;
    nested->status =
        prap_engine_erasure(nested->host->engine, &question, PRAP_DAY_NONE, nested->host->answer, &erasure, NULL);
}

static void every_status_of_a_case(void **state) {
    (void)state;
    struct test_host host;
    test_host_open_every(&host, NULL, 0, NULL);
    submit_all(&host, PRAP_PROGRAMME_WHP, "A", "referral-received 2019-09-02");
    submit_all(&host, PRAP_PROGRAMME_ERASURE, "E", "erasure-requested 2021-03-01");
    submit_all(&host, PRAP_PROGRAMME_EMAIL, "U",
               "approval-requested 2021-01-04 process=exit-reports organisation=prime-provider");
    prap_question question = {.size = sizeof question, .as_of = test_day(2021, 3, 1), .key = test_key("A")};
    prap_erasure erasure = {.size = sizeof erasure};
    prap_error error = {.size = sizeof error};
    prap_engine *engine = host.engine;
    prap_answer *answer = host.answer;
    assert_int_equal(prap_engine_erasure(NULL, &question, 0, answer, &erasure, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_erasure(engine, NULL, 0, answer, &erasure, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_erasure(engine, &question, 0, NULL, &erasure, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_erasure(engine, &question, 0, answer, NULL, &error), PRAP_E_NULL);
    erasure.size++;
    assert_int_equal(prap_engine_erasure(engine, &question, 0, answer, &erasure, &error), PRAP_E_SIZE);
    erasure.size--;
    assert_int_equal(prap_engine_erasure(engine, &question, INT32_MAX, answer, &erasure, &error), PRAP_E_DAY);
    assert_string_equal(error.field, "received_on");
    assert_int_equal(prap_engine_erasure(engine, &question, test_day(9999, 12, 31), answer, &erasure, &error), PRAP_E_RANGE);
    question.as_of = PRAP_DAY_NONE;
    assert_int_equal(prap_engine_erasure(engine, &question, 0, answer, &erasure, &error), PRAP_E_REQUIRED);
    question.as_of = test_day(2021, 3, 1);
    question.key = test_key("N");
    assert_int_equal(prap_engine_erasure(engine, &question, 0, answer, &erasure, &error), PRAP_E_NO_CASE);
    question.programme = PRAP_PROGRAMME_WHP; /* whose rules it would have makes no case of it */
    assert_int_equal(prap_engine_erasure(engine, &question, 0, answer, &erasure, &error), PRAP_E_NO_CASE);
    question.programme = 0;
    question.key = test_key("E");
    assert_int_equal(prap_engine_erasure(engine, &question, 0, answer, &erasure, &error), PRAP_E_WORD);
    assert_string_equal(error.field, "programme");
    question.key = test_key("U");
    assert_int_equal(prap_engine_erasure(engine, &question, 0, answer, &erasure, &error), PRAP_E_WORD);
    struct nested nested = {&host, PRAP_OK};
    memory_store_listen(host.store, ask_from_within, &nested);
    erasure_of(&host, "A", "2019-09-02", "");
    assert_int_equal(nested.status, PRAP_E_REENTRY);
    memory_store_listen(host.store, NULL, NULL);
    assert_int_equal(test_host_close(&host), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_row_of_the_table),      cmocka_unit_test(what_is_unknown_is_named),
        cmocka_unit_test(every_combination),          cmocka_unit_test(the_gap_as_the_policy_says),
        cmocka_unit_test(the_days),                   cmocka_unit_test(every_status_of_a_decision),
        cmocka_unit_test(by_the_referrals_own_events), cmocka_unit_test(asked_to_be_backed_out_before_the_start), cmocka_unit_test(backed_out_and_earlier_days),
        cmocka_unit_test(every_status_of_a_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
