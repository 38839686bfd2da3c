/*
 * feed-test.c: the earnings feed of a case as of a day, what opened and closed it, and the orphans of a caseload.
 * shows M08-BG-1, M08-BG-2, M08-BG-4
 */
#include "journal-bytes.h"

struct told {
    unsigned n;
    prap_feed_period periods[4];
    prap_status stop_with;
};

static prap_status hear(void *user, const prap_feed_period *period) {
    struct told *told = user;
    assert_int_equal(period->size, sizeof *period);
    assert_true(told->n < 4);
    told->periods[told->n++] = *period;
    return told->stop_with;
}

static prap_feed asked(struct test_host *host, const char *case_id, prap_day as_of, struct told *told) {
    const prap_key key = test_key(case_id);
    prap_feed feed = {.size = sizeof feed};
    memset(told, 0, sizeof *told);
    assert_int_equal(prap_engine_feed(host->engine, &key, as_of, hear, told, &feed, &host->error), PRAP_OK);
    assert_int_equal(feed.periods, told->n);
    assert_int_equal(feed.size, sizeof feed);
    return feed;
}

static void submit(struct test_host *host, const char *case_id, uint32_t event, prap_day on, const prap_fact *facts,
                   size_t n) {
    prap_command command = test_command(case_id, event, on);
    command.facts = facts;
    command.n_facts = n;
    submit_permitted(host, &command);
}

/* Received on 5 May, accepted, attended and started on 12 May: entries 1 to 4. */
static void open_started(struct test_host *host, const char *case_id) {
    const prap_command first = received(case_id), accept = accepted(case_id);
    submit_permitted(host, &first);
    submit_permitted(host, &accept);
    submit(host, case_id, PRAP_EVENT_MEETING_ATTENDED, test_day(2023, 5, 12), NULL, 0);
    prap_command start = test_command(case_id, PRAP_EVENT_START_RECORDED, test_day(2023, 5, 12));
    start.recorded = test_day(2023, 5, 15);
    submit_permitted(host, &start);
}

static const char *rule_id(uint32_t rule) {
    const prap_rule *row = prap_rule_by_number(rule);
    return row == NULL ? "" : row->id;
}

static void leave(struct test_host *host, const char *case_id, int32_t code, const prap_fact *more) {
    const prap_fact facts[] = {{PRAP_FACT_CODE, PRAP_VALUE_NUMBER, code}, *more};
    submit(host, case_id, PRAP_EVENT_LEFT, test_day(2023, 9, 1), facts, 2);
}

static void it_opens_when_the_start_is_entered(void **state) {
    (void)state;
    struct test_host host;
    struct told told;
    test_host_open(&host, NULL, 0);
    open_started(&host, "A");
    prap_feed feed = asked(&host, "A", test_day(2023, 5, 14), &told); /* a referral and a meeting open nothing */
    assert_int_equal(feed.feed, PRAP_FEED_NOT_OPEN);
    assert_int_equal(feed.effect, PRAP_FEED_EFFECT_NOT_OPEN);
    assert_string_equal(rule_id(feed.rule), "M08-BG-2");
    assert_int_equal(told.n, 0);
    feed = asked(&host, "A", test_day(2023, 5, 15), &told);
    assert_int_equal(feed.feed, PRAP_FEED_OPEN);
    assert_int_equal(feed.effect, PRAP_FEED_EFFECT_OPENS);
    assert_int_equal(feed.orphan, PRAP_VALUE_NO);
    assert_int_equal(feed.programme, PRAP_PROGRAMME_IPES);
    assert_int_equal(feed.start_on, test_day(2023, 5, 12));
    assert_int_equal(feed.entered_on, test_day(2023, 5, 15));
    assert_int_equal(told.n, 1);
    const prap_feed_period *period = &told.periods[0];
    assert_int_equal(period->opened_by, PRAP_EVENT_START_RECORDED);
    assert_int_equal(period->opened_at, 4);
    assert_int_equal(period->opened_on, test_day(2023, 5, 12));
    assert_int_equal(period->opened_recorded, test_day(2023, 5, 15));
    assert_string_equal(rule_id(period->opened_rule), "M08-BG-2");
    assert_int_equal(period->closed_by, 0);
    assert_int_equal(period->closed_on, PRAP_DAY_NONE);
    assert_int_equal(period->trigger, 0);
    assert_int_equal(test_host_close(&host), 0);
}

/* 43 and 46 close it, 39 and 45 do not. */
static void of_ipes_the_code_decides(void **state) {
    (void)state;
    static const prap_fact deceased = {PRAP_FACT_DECEASED, PRAP_VALUE_YES, 0},
                           advice = {PRAP_FACT_POLICY_ADVICE, PRAP_VALUE_YES, 0};
    struct test_host host;
    struct told told;
    test_host_open(&host, NULL, 0);
    open_started(&host, "A");
    leave(&host, "A", 43, &deceased);
    open_started(&host, "B");
    leave(&host, "B", 46, &advice);
    open_started(&host, "C");
    submit(&host, "C", PRAP_EVENT_ALLOTTED_TIME_ENDED, test_day(2024, 8, 12), NULL, 0);
    prap_feed feed = asked(&host, "A", test_day(2024, 9, 1), &told);
    assert_int_equal(feed.feed, PRAP_FEED_CLOSED);
    assert_int_equal(feed.effect, PRAP_FEED_EFFECT_CLOSES);
    assert_string_equal(rule_id(feed.rule), "IPES-LC-43");
    assert_int_equal(feed.code, 43);
    assert_int_equal(told.periods[0].closed_by, PRAP_EVENT_LEFT);
    assert_int_equal(told.periods[0].closed_at, 5);
    assert_int_equal(told.periods[0].closed_on, test_day(2023, 9, 1));
    assert_int_equal(told.periods[0].closed_recorded, test_day(2023, 9, 1));
    assert_int_equal(told.periods[0].trigger, PRAP_FEED_TRIGGER_END_DATE);
    assert_string_equal(rule_id(told.periods[0].closed_rule), "IPES-LC-43");
    assert_int_equal(told.periods[0].code, 43);
    feed = asked(&host, "A", test_day(2023, 8, 31), &told); /* the day before */
    assert_int_equal(feed.feed, PRAP_FEED_OPEN);
    assert_int_equal(told.periods[0].closed_by, 0);
    feed = asked(&host, "B", test_day(2024, 9, 1), &told);
    assert_string_equal(rule_id(told.periods[0].closed_rule), "IPES-LC-46e");
    assert_string_equal(rule_id(feed.rule), "IPES-LC-46e");
    feed = asked(&host, "C", test_day(2024, 9, 1), &told);
    assert_int_equal(feed.feed, PRAP_FEED_OPEN);
    assert_int_equal(feed.effect, PRAP_FEED_EFFECT_GOES_ON);
    assert_string_equal(rule_id(feed.rule), "IPES-LC-45");
    assert_int_equal(feed.orphan, PRAP_VALUE_NO); /* by right */
    assert_int_equal(feed.code, 45);
    assert_int_equal(told.n, 1);
    assert_int_equal(test_host_close(&host), 0);
}

/* A voided start opened nothing; before it was voided, it had. */
static void a_voided_entry_moves_nothing(void **state) {
    (void)state;
    static const prap_fact fourth = {PRAP_FACT_VOIDS, PRAP_VALUE_NUMBER, 4};
    struct test_host host;
    struct told told;
    test_host_open(&host, NULL, 0);
    open_started(&host, "A");
    submit(&host, "A", PRAP_EVENT_ENTRY_VOIDED, test_day(2023, 5, 17), &fourth, 1);
    assert_int_equal(asked(&host, "A", test_day(2023, 5, 17), &told).feed, PRAP_FEED_NOT_OPEN);
    assert_int_equal(told.n, 0);
    assert_int_equal(asked(&host, "A", test_day(2023, 5, 16), &told).feed, PRAP_FEED_OPEN);
    assert_int_equal(told.n, 1);
    prap_command again = test_command("A", PRAP_EVENT_START_RECORDED, test_day(2023, 5, 12));
    again.recorded = test_day(2023, 5, 18);
    submit_permitted(&host, &again);
    assert_int_equal(asked(&host, "A", test_day(2023, 5, 18), &told).feed, PRAP_FEED_OPEN);
    assert_int_equal(told.n, 1);
    assert_int_equal(told.periods[0].opened_at, 6);
    assert_int_equal(test_host_close(&host), 0);
}

static void what_never_started_was_never_open(void **state) {
    (void)state;
    struct test_host host;
    struct told told;
    test_host_open(&host, NULL, 0);
    const prap_command first = received("A");
    submit_permitted(&host, &first);
    submit(&host, "A", PRAP_EVENT_REJECT, test_day(2023, 5, 9), NULL, 0);
    const prap_feed feed = asked(&host, "A", test_day(2023, 5, 9), &told);
    assert_int_equal(feed.feed, PRAP_FEED_NOT_OPEN);
    assert_int_equal(feed.effect, PRAP_FEED_EFFECT_NEVER_OPENED);
    assert_int_equal(told.n, 0);
    assert_int_equal(test_host_close(&host), 0);
}

/* The steps of a PRaP14 to a back-out without an end date. */
static void back_out(struct test_host *host, const char *case_id) {
    static const prap_fact sent[] = {{PRAP_FACT_REASON, PRAP_VALUE_OPTION, PRAP_OPTION_HOSPITAL}},
                           backed[] = {{PRAP_FACT_BACKED_OUT, PRAP_VALUE_YES, 0}};
    submit(host, case_id, PRAP_EVENT_PRAP14_SENT, test_day(2023, 6, 1), sent, 1);
    submit(host, case_id, PRAP_EVENT_PRAP14_ACCEPTED, test_day(2023, 6, 5), NULL, 0);
    submit(host, case_id, PRAP_EVENT_PRAP14_ACTIONED, test_day(2023, 6, 9), backed, 1);
}

struct heard {
    unsigned n, bad;
    char cases[8];
    prap_feed last;
    prap_status stop_with;
};

static prap_status hear_feed(void *user, prap_text case_id, const prap_feed *feed, prap_status status) {
    struct heard *heard = user;
    if (status != PRAP_OK) heard->bad++;
    assert_int_equal(feed->programme == 0, status != PRAP_OK);
    heard->cases[heard->n++] = case_id.bytes[0];
    heard->last = *feed;
    return heard->stop_with;
}

static prap_status walk(struct test_host *host, prap_day as_of, uint32_t orphans, struct heard *heard) {
    memset(heard->cases, 0, sizeof heard->cases);
    heard->n = heard->bad = 0;
    return prap_engine_feeds(host->engine, test_text(""), as_of, orphans, host->answer, hear_feed, heard,
                             &host->error);
}

/* Of IPES the guidance does not state what a back-out does to the feed (2.7). */
static void a_caseload_is_searched_for_orphans(void **state) {
    (void)state;
    struct test_host host;
    struct told told;
    struct heard heard = {0};
    test_host_open(&host, NULL, 0);
    open_started(&host, "A");
    open_started(&host, "B");
    back_out(&host, "B");
    const prap_command waiting = received("C");
    submit_permitted(&host, &waiting);
    prap_feed feed = asked(&host, "B", test_day(2023, 6, 9), &told);
    assert_int_equal(feed.feed, PRAP_FEED_OPEN);
    assert_int_equal(feed.orphan, PRAP_VALUE_UNKNOWN);
    assert_int_equal(feed.effect, PRAP_FEED_EFFECT_NOT_STATED);
    assert_string_equal(rule_id(feed.rule), "M08-BG-4");
    assert_int_equal(asked(&host, "B", test_day(2023, 6, 8), &told).orphan, PRAP_VALUE_NO);
    assert_int_equal(walk(&host, test_day(2023, 6, 9), 1, &heard), PRAP_OK);
    assert_string_equal(heard.cases, "B");
    assert_int_equal(heard.last.orphan, PRAP_VALUE_UNKNOWN);
    assert_int_equal(heard.last.periods, 0);
    assert_int_equal(walk(&host, test_day(2023, 6, 9), 0, &heard), PRAP_OK);
    assert_string_equal(heard.cases, "ABC");
    assert_int_equal(walk(&host, test_day(2023, 6, 8), 1, &heard), PRAP_OK);
    assert_int_equal(heard.n, 0);
    heard.stop_with = PRAP_RETRY;
    assert_int_equal(walk(&host, test_day(2023, 6, 9), 0, &heard), PRAP_RETRY);
    assert_int_equal(heard.n, 1);
    heard.stop_with = PRAP_OK;
    const struct memory_store_trouble damage = {.fault = MEMORY_STORE_ALTER, .nth = 1, .sticky = true,
                                                .only = MEMORY_STORE_SCAN, .alter = damage_b};
    memory_store_order(host.store, &damage);
    assert_int_equal(walk(&host, test_day(2023, 6, 9), 1, &heard), PRAP_E_DAMAGED);
    assert_int_equal(heard.bad, 1);
    assert_int_equal(test_host_close(&host), 0);
}

static void an_answer_says_how_the_feed_stands(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    open_started(&host, "A");
    prap_feed feed = {.size = sizeof feed};
    assert_int_equal(prap_feed_of(host.answer, &feed), PRAP_OK);
    assert_int_equal(feed.feed, PRAP_FEED_OPEN);
    assert_int_equal(prap_feed_of(NULL, &feed), PRAP_E_NULL);
    assert_int_equal(prap_feed_of(host.answer, NULL), PRAP_E_NULL);
    feed.size--;
    assert_int_equal(prap_feed_of(host.answer, &feed), PRAP_E_SIZE);
    feed.size++;
    struct heard heard = {0};
    assert_int_equal(walk(&host, test_day(2023, 6, 9), 0, &heard), PRAP_OK); /* empties the answer */
    assert_int_equal(prap_feed_of(host.answer, &feed), PRAP_E_RANGE);
    assert_int_equal(test_host_close(&host), 0);
}

static void what_cannot_be_asked_is_said(void **state) {
    (void)state;
    struct test_host host;
    struct told told = {.stop_with = PRAP_RETRY};
    test_host_open(&host, NULL, 0);
    host.error.size = sizeof host.error;
    open_started(&host, "A");
    const prap_day day = test_day(2023, 6, 1);
    const prap_key key = test_key("A"), other = test_key("Z"), empty = test_key("");
    prap_feed feed = {.size = sizeof feed, .rule = 77};
    prap_engine *engine = host.engine;
    assert_int_equal(prap_engine_feed(NULL, &key, day, hear, &told, &feed, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_feed(engine, NULL, day, hear, &told, &feed, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_feed(engine, &key, day, hear, &told, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_feed(engine, &empty, day, hear, &told, &feed, NULL), PRAP_E_REQUIRED);
    assert_int_equal(prap_engine_feed(engine, &key, PRAP_DAY_MAX + 1, hear, &told, &feed, NULL), PRAP_E_DAY);
    assert_int_equal(prap_engine_feed(engine, &other, day, hear, &told, &feed, NULL), PRAP_E_NO_CASE);
    assert_int_equal(prap_engine_feed(engine, &key, test_day(2023, 5, 4), hear, &told, &feed, NULL), PRAP_E_NO_CASE);
    assert_int_equal(told.n, 0);
    assert_int_equal(prap_engine_feed(engine, &key, day, hear, &told, &feed, NULL), PRAP_RETRY);
    assert_int_equal(told.n, 1);
    assert_int_equal(feed.rule, 77);
    assert_int_equal(prap_engine_feeds(engine, test_text(""), day, 0, host.answer, NULL, NULL, NULL), PRAP_E_NULL);
    feed.size--;
    assert_int_equal(prap_engine_feed(engine, &key, day, hear, &told, &feed, NULL), PRAP_E_SIZE);
    feed.size++;
    assert_int_equal(prap_engine_feed(engine, &key, day, NULL, NULL, &feed, NULL), PRAP_OK);
    assert_int_equal(feed.periods, 1);
    assert_int_equal(test_host_close(&host), 0);
}

static void the_table_is_public(void **state) {
    (void)state;
    uint32_t rule = 77;
    assert_int_equal(prap_feed_effect(PRAP_PROGRAMME_WHP, PRAP_FEED_TRIGGER_BACK_OUT, &rule),
                     PRAP_FEED_EFFECT_STAYS_OPEN);
    assert_string_equal(rule_id(rule), "M08-BG-4");
    assert_int_equal(prap_feed_effect(PRAP_PROGRAMME_IPES, PRAP_FEED_TRIGGER_BACK_OUT, NULL),
                     PRAP_FEED_EFFECT_NOT_STATED);
    assert_int_equal(prap_feed_effect(0, PRAP_FEED_TRIGGER_BACK_OUT, &rule), 0);
    assert_int_equal(rule, 0);
}

static prap_feed feed_after(struct test_host *host) {
    prap_feed feed = {.size = sizeof feed};
    assert_int_equal(prap_feed_of(host->answer, &feed), PRAP_OK);
    return feed;
}

/* Of IPES an actioned request that did not back the start out leaves no orphan (T-I-39). */
static void an_action_without_a_back_out_leaves_no_orphan(void **state) {
    (void)state;
    static const prap_fact sent[] = {{PRAP_FACT_REASON, PRAP_VALUE_OPTION, PRAP_OPTION_HOSPITAL}},
                           kept[] = {{PRAP_FACT_BACKED_OUT, PRAP_VALUE_NO, 0}};
    struct test_host host;
    test_host_open(&host, NULL, 0);
    open_started(&host, "A");
    submit(&host, "A", PRAP_EVENT_PRAP14_SENT, test_day(2023, 6, 1), sent, 1);
    submit(&host, "A", PRAP_EVENT_PRAP14_ACCEPTED, test_day(2023, 6, 5), NULL, 0);
    submit(&host, "A", PRAP_EVENT_PRAP14_ACTIONED, test_day(2023, 6, 9), kept, 1);
    assert_int_equal(test_host_summary(&host)->prap14, PRAP_PRAP14_ACTIONED);
    assert_int_equal(feed_after(&host).feed, PRAP_FEED_OPEN);
    assert_int_equal(feed_after(&host).orphan, PRAP_VALUE_NO);
    assert_int_equal(feed_after(&host).effect, PRAP_FEED_EFFECT_OPENS);
    assert_int_equal(test_host_close(&host), 0);
}

static void whp(struct test_host *host, uint32_t event, prap_day on, const prap_fact *facts, size_t n) {
    prap_command command = test_command("W", event, on);
    command.programme = PRAP_PROGRAMME_WHP;
    command.facts = facts;
    command.n_facts = n;
    submit_permitted(host, &command);
}

static void open_started_in_whp(struct test_host *host) {
    const prap_fact made[] = {{PRAP_FACT_MADE, PRAP_VALUE_DAY, test_day(2023, 5, 5)}};
    test_host_open_supplemented(host, PRAP_PROGRAMME_WHP, NULL);
    whp(host, PRAP_EVENT_REFERRAL_RECEIVED, test_day(2023, 5, 5), made, 1);
    whp(host, PRAP_EVENT_ACCEPT, test_day(2023, 5, 9), NULL, 0);
    whp(host, PRAP_EVENT_START_RECORDED, test_day(2023, 5, 12), NULL, 0);
}

/* T-W-10, M08-BG-3c: the end date closes it although the case goes on until it is backed out and cancelled. */
static void an_end_date_closes_it_before_the_end(void **state) {
    (void)state;
    static const prap_fact twice[] = {{PRAP_FACT_SCENARIO, PRAP_VALUE_OPTION, PRAP_OPTION_DUPLICATE}},
                           code[] = {{PRAP_FACT_CODE, PRAP_VALUE_NUMBER, 10}, {PRAP_FACT_END_ON, PRAP_VALUE_DAY, 19490}};
    struct test_host host;
    struct told told;
    open_started_in_whp(&host);
    whp(&host, PRAP_EVENT_PRAP14_SENT, test_day(2023, 5, 25), twice, 1);
    whp(&host, PRAP_EVENT_PRAP14_APPROVED, test_day(2023, 5, 26), NULL, 0);
    whp(&host, PRAP_EVENT_END_DATE_ENTERED, test_day(2023, 5, 26), code, 2);
    assert_int_equal(test_host_summary(&host)->stage, PRAP_STATE_END_DATED);
    const prap_feed feed = asked(&host, "W", test_day(2023, 5, 27), &told);
    assert_int_equal(feed.feed, PRAP_FEED_CLOSED);
    assert_int_equal(feed.effect, PRAP_FEED_EFFECT_CLOSES);
    assert_string_equal(rule_id(feed.rule), "M08-BG-3c");
    assert_int_equal(told.periods[0].code, 10);
    assert_int_equal(told.periods[0].trigger, PRAP_FEED_TRIGGER_END_DATE);
    assert_int_equal(test_host_close(&host), 0);
}

/* A journal of elsewhere may close the feed of an IPES case without a code: then the table's own rule is the rule. */
static void a_closing_entry_without_a_code(void **state) {
    (void)state;
    static const prap_fact deceased = {PRAP_FACT_DECEASED, PRAP_VALUE_YES, 0};
    const prap_key key = test_key("A");
    struct test_host host;
    struct told told;
    test_host_open(&host, NULL, 0);
    open_started(&host, "A");
    leave(&host, "A", 43, &deceased);
    const uint32_t kinds[] = {PRAP_VALUE_UNKNOWN, 0};
    for (size_t i = 0; i < 2; i++) {
        prapi_event event = journal_event(&host, key, 5);
        prapi_unsay(&event.facts, event.said, PRAP_FACT_CODE);
        if (kinds[i] != 0) prapi_say(&event.facts, event.said, PRAP_FACT_CODE, (prapi_said){kinds[i], 0});
        journal_replace(&host, key, event);
        const prap_feed feed = asked(&host, "A", test_day(2023, 9, 1), &told);
        assert_int_equal(feed.feed, PRAP_FEED_CLOSED);
        assert_int_equal(told.periods[0].code, 0);
        assert_string_equal(rule_id(told.periods[0].closed_rule), "IPES-LC-T");
    }
    assert_int_equal(test_host_close(&host), 0);
}

/* The engine has no rulebook for the case; the case leaves the calendar. */
static void a_feed_that_cannot_be_judged(void **state) {
    (void)state;
    const prap_key key = test_key("A");
    struct test_host host, other;
    test_host_open(&host, NULL, 0);
    open_started(&host, "A");
    test_host_reopen(&other, memory_store_copy(host.store), NULL, 0);
    prap_engine_destroy(other.engine);
    prap_rulebook *whp_only = NULL;
    assert_int_equal(prap_rulebook_create(&other.allocator.interface, PRAP_PROGRAMME_WHP,
                                          prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), NULL, 0, &whp_only,
                                          NULL), PRAP_OK);
    const prap_rulebook *rulebooks[] = {whp_only};
    assert_int_equal(prap_engine_create(&other.host, rulebooks, 1, &other.engine, NULL), PRAP_OK);
    prap_feed feed = {.size = sizeof feed, .rule = 77};
    other.error.size = sizeof other.error;
    assert_error(&other, prap_engine_feed(other.engine, &key, test_day(2023, 6, 1), NULL, NULL, &feed, &other.error),
                 PRAP_E_WORD, "programme");
    assert_int_equal(feed.rule, 77);
    prap_engine_destroy(other.engine);
    other.engine = NULL;
    prap_rulebook_destroy(whp_only);
    assert_int_equal(test_host_close(&other), 0);

    prapi_case far;
    prapi_case_clear(&far);
    const uint32_t hash = prapi_key_hash(&key);
    assert_int_equal(prapi_case_decode(memory_store_snapshot(host.store, key), hash, &far), PRAP_OK);
    far.received_on = far.made_on = test_day(2090, 5, 5);
    uint8_t bytes[PRAP_SNAPSHOT_BYTES];
    size_t n = 0;
    prapi_case_encode(&far, hash, bytes, &n);
    memory_store_set_snapshot(host.store, key, (prap_bytes){bytes, n});
    assert_int_equal(prap_engine_feed(host.engine, &key, test_day(2023, 6, 1), NULL, NULL, &feed, NULL),
                     PRAP_E_COVERAGE);
    assert_int_equal(feed.rule, 77);
    assert_int_equal(test_host_close(&host), 0);
}

/* A snapshot without the journal that it was made of is damage, not a feed that was never open. */
static void a_journal_that_is_not_there(void **state) {
    (void)state;
    const prap_key key = test_key("A");
    struct test_host host;
    test_host_open(&host, NULL, 0);
    open_started(&host, "A");
    const struct memory_store_trouble gone = {.fault = MEMORY_STORE_PUSH_NOTHING, .nth = 1, .sticky = true,
                                              .only = MEMORY_STORE_READ};
    memory_store_order(host.store, &gone);
    prap_feed feed = {.size = sizeof feed, .rule = 77};
    assert_int_equal(prap_engine_feed(host.engine, &key, test_day(2023, 6, 1), NULL, NULL, &feed, NULL),
                     PRAP_E_DAMAGED);
    assert_int_equal(feed.rule, 77);
    assert_int_equal(test_host_close(&host), 0);
}

/* M08-BG-3a, BG-3b, BG-4: the allotted time and outcome earnings close it, an early back-out leaves an orphan. */
static void of_whp_each_end_has_its_rule(void **state) {
    (void)state;
    static const prap_fact national = {PRAP_FACT_THRESHOLD, PRAP_VALUE_OPTION, PRAP_OPTION_NATIONAL};
    static const struct {
        uint32_t event, trigger, feed, orphan;
        const char *rule;
    } rows[] = {
        {PRAP_EVENT_ALLOTTED_TIME_ENDED, PRAP_FEED_TRIGGER_ALLOTTED_TIME, PRAP_FEED_CLOSED, PRAP_VALUE_NO, "M08-BG-3a"},
        {PRAP_EVENT_EARNINGS_REPORTED, PRAP_FEED_TRIGGER_OUTCOME_EARNINGS, PRAP_FEED_CLOSED, PRAP_VALUE_NO, "M08-BG-3b"},
        {PRAP_EVENT_BACKED_OUT, 0, PRAP_FEED_OPEN, PRAP_VALUE_YES, "M08-BG-4"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct test_host host;
        struct told told;
        open_started_in_whp(&host);
        whp(&host, rows[i].event, test_day(2023, 9, 1), &national, rows[i].event == PRAP_EVENT_EARNINGS_REPORTED ? 1 : 0);
        const prap_feed feed = asked(&host, "W", test_day(2023, 9, 1), &told);
        assert_int_equal(feed.feed, rows[i].feed);
        assert_int_equal(feed.orphan, rows[i].orphan);
        assert_string_equal(rule_id(feed.rule), rows[i].rule);
        assert_int_equal(told.n, 1);
        assert_int_equal(told.periods[0].trigger, rows[i].trigger);
        assert_int_equal(told.periods[0].code, 0);
        assert_int_equal(test_host_close(&host), 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_opens_when_the_start_is_entered),
        cmocka_unit_test(of_ipes_the_code_decides),
        cmocka_unit_test(a_voided_entry_moves_nothing),
        cmocka_unit_test(what_never_started_was_never_open),
        cmocka_unit_test(a_caseload_is_searched_for_orphans),
        cmocka_unit_test(an_answer_says_how_the_feed_stands),
        cmocka_unit_test(what_cannot_be_asked_is_said),
        cmocka_unit_test(the_table_is_public),
        cmocka_unit_test(an_action_without_a_back_out_leaves_no_orphan),
        cmocka_unit_test(an_end_date_closes_it_before_the_end),
        cmocka_unit_test(a_closing_entry_without_a_code),
        cmocka_unit_test(a_feed_that_cannot_be_judged),
        cmocka_unit_test(a_journal_that_is_not_there),
        cmocka_unit_test(of_whp_each_end_has_its_rule),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
