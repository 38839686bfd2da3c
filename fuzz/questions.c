/* questions.c: the questions of talk.h: each with its arguments as the bytes have them, some left out, some spoiled. */
#include <string.h>

#include "ask-questions.h"
#include "talk.h"

enum { TOTALS = 8, DAYS_MOST = 4096, SNAPSHOTS = TALK_CASES, COMMANDS = 3, TOO_MANY = PRAP_FACTS_MAX + 1 };

static void reenter(struct talk *talk);

/* A visit: goes on, stops, or asks the engine that is at work. */
static prap_status see(struct talk *talk) {
    if (talk->reenters) {
        talk->reenters = false;
        reenter(talk);
    }
    return talk->visits > 0 && --talk->visits == 0 ? TALK_STOPPED : PRAP_OK;
}

static void spoil_if(struct talk *talk, const struct asked *asked, const char *type, void *what) {
    if (asked->spoils) spoil(&talk->rest, type, what);
}

static prap_status ask_show(struct talk *talk, struct asked *asked) {
    spoil_if(talk, asked, "prap_key", &asked->key);
    return prap_engine_show(GIVEN(0, talk->host.engine), GIVEN(1, &asked->key.it), asked->on, GIVEN(2, talk->host.answer),
                            asked->error);
}

static prap_status see_event(void *user, const prap_event_view *event) {
    must(prap_word_by_number(PRAP_WORDS_EVENT, event->event) != NULL, "a history has no such event");
    return see(user);
}

static prap_status ask_history(struct talk *talk, struct asked *asked) {
    spoil_if(talk, asked, "prap_key", &asked->key);
    return prap_engine_history(GIVEN(0, talk->host.engine), GIVEN(1, &asked->key.it), asked->on, GIVEN(2, see_event), talk,
                               asked->error);
}

static prap_status see_period(void *user, const prap_feed_period *period) {
    must(period->closed_at == 0 || period->opened_at < period->closed_at, "a feed was closed before it was opened");
    return see(user);
}

static prap_status ask_feed(struct talk *talk, struct asked *asked) {
    ROOMY(prap_feed) feed = {.it = {.size = sizeof feed.it}};
    if ((asked->how & 1) != 0) spoil_if(talk, asked, "prap_feed", &feed);
    else spoil_if(talk, asked, "prap_key", &asked->key);
    return prap_engine_feed(GIVEN(0, talk->host.engine), GIVEN(1, &asked->key.it), asked->on, GIVEN(3, see_period), talk,
                            GIVEN(2, &feed.it), asked->error);
}

static prap_status see_record(void *user, const prap_kept *kept) {
    must(prap_record_kind_by_number(kept->record) != NULL && kept->n_events > 0, "a record of no kind, or of no event");
    return see(user);
}

static prap_status ask_records(struct talk *talk, struct asked *asked) {
    spoil_if(talk, asked, "prap_key", &asked->key);
    return prap_engine_records(GIVEN(0, talk->host.engine), GIVEN(1, &asked->key.it), asked->on, GIVEN(2, see_record), talk,
                               asked->error);
}

static prap_status see_case(void *user, prap_text case_id, const prap_answer *answer) {
    must(case_id.n > 0 && prap_answer_summary(answer) != NULL, "a case without an id");
    return see(user);
}

static prap_status ask_walk(struct talk *talk, struct asked *asked) {
    const prap_day due_by = take_day(&talk->rest);
    spoil_if(talk, asked, "prap_key", &asked->key);
    return prap_engine_walk(GIVEN(0, talk->host.engine), asked->key.it.tenant, due_by, asked->on, GIVEN(1, talk->host.answer),
                            GIVEN(2, see_case), talk, asked->error);
}

static prap_status see_feed(void *user, prap_text case_id, const prap_feed *feed, prap_status status) {
    must(case_id.n > 0 && (status != PRAP_OK || feed->programme != 0), "a feed of no programme");
    return see(user);
}

static prap_status ask_feeds(struct talk *talk, struct asked *asked) {
    spoil_if(talk, asked, "prap_key", &asked->key);
    return prap_engine_feeds(GIVEN(0, talk->host.engine), asked->key.it.tenant, asked->on, asked->how % 3, GIVEN(1, talk->host.answer),
                             GIVEN(2, see_feed), talk, asked->error);
}

static prap_status see_list(void *user, const prap_checklist *list) {
    must(prap_checklist_kind_by_number(list->checklist) != NULL, "a checklist of no kind");
    return see(user);
}

static prap_status ask_checklist(struct talk *talk, struct asked *asked) {
    spoil_if(talk, asked, "prap_key", &asked->key);
    return prap_engine_checklist(GIVEN(0, talk->host.engine), GIVEN(1, &asked->key.it), asked->on, asked->how % 8, GIVEN(2, see_list),
                                 talk, asked->error);
}

static prap_status see_retained(void *user, const prap_retained *retained, prap_status status) {
    must(status != PRAP_OK || retained->answer != NULL, "a record is not judged");
    return see(user);
}

/* What a host knows of a case besides; it may know too much, or nothing because it failed. */
static prap_fact known[TOO_MANY];
static size_t n_known;
static prap_status known_status;

static prap_status tell_known(void *user, prap_text case_id, const prap_fact **ret_facts, size_t *ret_n) {
    (void)user;
    must(case_id.n > 0, "a case without an id");
    *ret_facts = known;
    *ret_n = n_known;
    return known_status;
}

static prap_fact take_known(struct rest *rest) {
    const uint32_t fact = take(rest), kind = take(rest);
    return (prap_fact){fact, kind % 16, kind < 128 ? 0 : take_day(rest)};
}

static void take_terms(struct talk *talk, const struct asked *asked, prap_retention_terms *ret_terms, prap_fact facts[COMMANDS]) {
    struct rest *rest = &talk->rest;
    *ret_terms = (prap_retention_terms){.size = sizeof *ret_terms, .as_of = asked->on, .facts = facts, .user = talk};
    if ((asked->how & 1) != 0) {
        ret_terms->n_facts = take(rest) % (COMMANDS + 1);
        for (size_t i = 0; i < ret_terms->n_facts; i++) facts[i] = take_known(rest);
    }
    if ((asked->how & 2) == 0) return;
    ret_terms->about = tell_known;
    const uint32_t how = take(rest);
    known_status = how == 255 ? TALK_STOPPED : PRAP_OK;
    n_known = how == 254 ? TOO_MANY : how % (COMMANDS + 1);
    for (size_t i = 0; i < n_known && i <= COMMANDS; i++) known[i] = take_known(rest);
}

static prap_status ask_retention(struct talk *talk, struct asked *asked) {
    ROOMY(prap_retention_terms) terms;
    prap_fact facts[COMMANDS];
    memset(&terms, 0, sizeof terms);
    take_terms(talk, asked, &terms.it, facts);
    if ((asked->how & 4) != 0) spoil_if(talk, asked, "prap_key", &asked->key);
    else spoil_if(talk, asked, "prap_retention_terms", &terms);
    return prap_engine_retention(GIVEN(0, talk->host.engine), GIVEN(1, &asked->key.it), GIVEN(2, &terms.it), GIVEN(3, see_retained),
                                 talk, asked->error);
}

static prap_status ask_retention_walk(struct talk *talk, struct asked *asked) {
    ROOMY(prap_retention_terms) terms;
    prap_fact facts[COMMANDS];
    memset(&terms, 0, sizeof terms);
    take_terms(talk, asked, &terms.it, facts);
    if ((asked->how & 4) != 0) spoil_if(talk, asked, "prap_key", &asked->key);
    else spoil_if(talk, asked, "prap_retention_terms", &terms);
    return prap_engine_retention_walk(GIVEN(0, talk->host.engine), asked->key.it.tenant, GIVEN(2, &terms.it), GIVEN(3, see_retained),
                                      talk, asked->error);
}

static prap_status see_measures(void *user, prap_text case_id, const prap_answer *answer, const prap_measure *measures, uint32_t n) {
    must(case_id.n > 0 && answer != NULL && (n == 0 || measures != NULL), "measures of nothing");
    return see(user);
}

/* The numbers of the measures in turn, from a first on; some twice, some that are none. */
static size_t take_measures(struct rest *rest, prap_measure_total totals[TOTALS]) {
    const uint32_t first = take(rest), n = take(rest);
    for (uint32_t i = 0; i < TOTALS; i++)
        totals[i] = (prap_measure_total){.size = sizeof totals[i], .measure = 1 + (first + (n >= 128 ? i / 2 : i)) % 32};
    return n % (TOTALS + 1);
}

static prap_status ask_measure(struct talk *talk, struct asked *asked) {
    ROOMY(prap_measure_total) last;
    prap_measure_total totals[TOTALS];
    const prap_day first_day = take_day(&talk->rest), last_day = take_day(&talk->rest);
    const size_t n = take_measures(&talk->rest, totals);
    const size_t most = (asked->how & 1) != 0 ? PRAP_MEASURES_MAX + 1 : n;
    memset(&last, 0, sizeof last);
    last.it = totals[0];
    if ((asked->how & 2) != 0) spoil_if(talk, asked, "prap_key", &asked->key);
    else spoil_if(talk, asked, "prap_measure_total", &last);
    totals[0] = last.it;
    return prap_engine_measure(GIVEN(0, talk->host.engine), asked->key.it.tenant, asked->on, first_day, last_day,
                               GIVEN(1, talk->host.answer), GIVEN(2, totals), most, GIVEN(3, see_measures), talk, asked->error);
}

static prap_status see_found(void *user, const prap_caseload_case *found) {
    must(found->case_id.n > 0, "a case without an id");
    return see(user);
}

static prap_status hear_progress(void *user, const prap_caseload_report *report) {
    must(report->size > 0, "a report of no size");
    return see(user);
}

static size_t take_snapshots(struct talk *talk, prap_snapshot snapshots[SNAPSHOTS], bool backwards) {
    size_t n = 0;
    for (uint32_t i = 0; i < SNAPSHOTS; i++) {
        const prap_key key = talk_key(backwards ? SNAPSHOTS - 1 - i : i);
        const prap_bytes record = memory_store_snapshot(talk->host.store, key);
        if (record.n == 0) continue;
        snapshots[n++] = (prap_snapshot){.size = sizeof snapshots[0], .next_due = memory_store_next_due(talk->host.store, key),
                                         .version = memory_store_version(talk->host.store, key), .case_id = key.case_id,
                                         .record = record};
    }
    return n;
}

/* What is asked beside the days: the other rulebooks, totals, a number for each day, measures. */
static void take_totals(struct talk *talk, prap_caseload_question *question, uint32_t what) {
    static prap_deadline_total deadlines[PRAP_CASELOAD_DEADLINES_MAX];
    static prap_measure_total measures[PRAP_CASELOAD_SIDES][TOTALS];
    static uint64_t by_day[DAYS_MOST];
    struct rest *rest = &talk->rest;
    if ((what & 1) != 0) {
        question->rulebooks = talk_others(talk);
        question->n_rulebooks = take(rest) % (talk->host.n_rulebooks + 1);
    }
    if ((what & 2) != 0) {
        const uint32_t first = take(rest), n = take(rest);
        question->deadlines = deadlines;
        question->n_deadlines = n % (PRAP_CASELOAD_DEADLINES_MAX + 1);
        for (uint32_t i = 0; i < PRAP_CASELOAD_DEADLINES_MAX; i++)
            deadlines[i] = (prap_deadline_total){.size = sizeof deadlines[i], .deadline = first + i};
    }
    if ((what & 4) != 0) {
        question->days = by_day;
        question->n_days = take_short(rest) % (DAYS_MOST + 1);
    }
    if ((what & 8) == 0) return;
    const uint32_t sides = take(rest);
    for (uint32_t side = 0; side < PRAP_CASELOAD_SIDES; side++) {
        if ((sides >> side & 1) != 0) question->measures[side] = measures[side];
        if ((sides >> side & 17) != 0) question->n_measures = take_measures(rest, measures[side]);
    }
}

static prap_status ask_caseload(struct talk *talk, struct asked *asked) {
    ROOMY(prap_caseload) caseload;
    ROOMY(prap_caseload_question) question;
    ROOMY(prap_caseload_report) report = {.it = {.size = sizeof report.it}};
    prap_snapshot snapshots[SNAPSHOTS];
    struct rest *rest = &talk->rest;
    memset(&caseload, 0, sizeof caseload);
    memset(&question, 0, sizeof question);
    caseload.it = (prap_caseload){.size = sizeof caseload.it, .every = asked->how >> 4 & 1, .progress = hear_progress, .user = talk};
    question.it = (prap_caseload_question){.size = sizeof question.it, .flags = take(rest) % 4, .as_of = asked->on, .visit = see_found,
                                           .user = talk};
    question.it.due_by = take_day(rest);
    question.it.until = take_day(rest);
    question.it.first = take_day(rest);
    question.it.last = take_day(rest);
    take_totals(talk, &question.it, take(rest));
    if ((asked->how & 1) != 0) {
        caseload.it.snapshots = snapshots;
        caseload.it.n_snapshots = take_snapshots(talk, snapshots, (asked->how & 2) != 0);
    }
    if ((asked->how & 8) != 0) question.it.visit = NULL;
    const uint32_t spoilt = asked->spoils ? take(rest) % 4 : 0;
    if (spoilt == 0) spoil_if(talk, asked, "prap_caseload_question", &question);
    if (spoilt == 1) spoil_if(talk, asked, "prap_caseload", &caseload);
    if (spoilt == 2) spoil_if(talk, asked, "prap_caseload_report", &report);
    if (spoilt == 3 && question.it.deadlines != NULL) question.it.deadlines[0].size = 0;
    return prap_engine_caseload(GIVEN(0, talk->host.engine), GIVEN(1, &caseload.it), GIVEN(2, &question.it), GIVEN(3, &report.it),
                                asked->error);
}

static prap_status see_fault(void *user, const prap_verify_fault *fault) {
    const struct talk *talk = user;
    must(!talk->sound || fault->severity == PRAP_SEVERITY_NOTICE, "what the library wrote is damaged");
    must(prap_word_by_number(PRAP_WORDS_VERIFY_FAULT, fault->fault) != NULL, "a fault of no kind");
    return see(user);
}

static prap_status ask_verify(struct talk *talk, struct asked *asked) {
    ROOMY(prap_verify_report) report = {.it = {.size = sizeof report.it}};
    if ((asked->how & 1) != 0) asked->key.it.case_id = (prap_text){NULL, 0};
    if ((asked->how & 2) != 0) spoil_if(talk, asked, "prap_verify_report", &report);
    else spoil_if(talk, asked, "prap_key", &asked->key);
    return prap_engine_verify(GIVEN(0, talk->host.engine), asked->key.it.tenant, asked->key.it.case_id, GIVEN(1, see_fault), talk,
                              GIVEN(2, &report.it), asked->error);
}

typedef ROOMY(prap_question) roomy_question;

/* A question about a case; what was said last is known, or nothing. */
static roomy_question question_of(struct talk *talk, const struct asked *asked) {
    roomy_question question;
    memset(&question, 0, sizeof question);
    question.it = (prap_question){.size = sizeof question.it, .as_of = asked->on, .key = asked->key.it};
    if ((asked->how & 1) != 0) question.it.programme = take(&talk->rest);
    if ((asked->how & 2) == 0) return question;
    question.it.facts = talk->facts;
    question.it.n_facts = talk->n_facts;
    return question;
}

static prap_status see_option(void *user, const prap_option *option, const prap_answer *answer) {
    must(prap_answer_summary(answer)->verdict == option->verdict, "an option lies");
    return see(user);
}

static prap_status ask_options(struct talk *talk, struct asked *asked) {
    roomy_question question = question_of(talk, asked);
    spoil_if(talk, asked, "prap_question", &question);
    return prap_engine_options(GIVEN(0, talk->host.engine), GIVEN(1, &question.it), GIVEN(2, talk->host.answer), GIVEN(3, see_option),
                               talk, asked->error);
}

static prap_status see_outcome(void *user, const prap_outcome *outcome, const prap_answer *answer) {
    must(prap_answer_summary(answer)->verdict == outcome->verdict, "an outcome lies");
    return see(user);
}

static prap_status see_contradiction(void *user, const prap_contradiction *contradiction) {
    must(contradiction->rule != 0, "a contradiction has no rule");
    return see(user);
}

static prap_status ask_outcome(struct talk *talk, struct asked *asked) {
    roomy_question question = question_of(talk, asked);
    spoil_if(talk, asked, "prap_question", &question);
    return prap_engine_outcome(GIVEN(0, talk->host.engine), GIVEN(1, &question.it), GIVEN(2, talk->host.answer), GIVEN(3, see_outcome),
                               GIVEN(4, see_contradiction), talk, asked->error);
}

static prap_status see_step(void *user, const prap_step *step, const prap_answer *answer) {
    must(prap_answer_summary(answer)->verdict == step->verdict, "a step lies");
    return see(user);
}

static prap_status ask_path(struct talk *talk, struct asked *asked) {
    roomy_question question = question_of(talk, asked);
    ROOMY(prap_path) path = {.it = {.size = sizeof path.it}};
    const uint32_t end = take(&talk->rest);
    if ((asked->how & 4) != 0) spoil_if(talk, asked, "prap_path", &path);
    else spoil_if(talk, asked, "prap_question", &question);
    return prap_engine_path(GIVEN(0, talk->host.engine), GIVEN(1, &question.it), end, GIVEN(2, talk->host.answer), GIVEN(3, see_step),
                            talk, GIVEN(4, &path.it), asked->error);
}

static prap_status ask_erasure(struct talk *talk, struct asked *asked) {
    roomy_question question = question_of(talk, asked);
    ROOMY(prap_erasure) erasure = {.it = {.size = sizeof erasure.it}};
    const prap_day received = take_day(&talk->rest);
    if ((asked->how & 4) != 0) spoil_if(talk, asked, "prap_erasure", &erasure);
    else spoil_if(talk, asked, "prap_question", &question);
    return prap_engine_erasure(GIVEN(0, talk->host.engine), GIVEN(1, &question.it), received, GIVEN(2, talk->host.answer),
                               GIVEN(3, &erasure.it), asked->error);
}

static prap_status see_trial(void *user, size_t i, const prap_answer *answer) {
    must(i < COMMANDS && answer != NULL, "a command that was not given");
    return see(user);
}

static prap_status ask_what_if(struct talk *talk, struct asked *asked) {
    ROOMY(prap_command) tried[COMMANDS];
    const prap_command *commands[COMMANDS];
    const size_t n = asked->how % (COMMANDS + 1);
    prap_answer *before = NULL;
    memset(tried, 0, sizeof tried);
    must(prap_answer_create(&talk->host.allocator.interface, &before) == PRAP_OK, "no answer");
    for (size_t i = 0; i < n; i++) {
        tried[i].it = take_command(talk, (asked->how & 8) != 0 ? (uint32_t)i : 0);
        tried[i].it.key = asked->key.it;
        commands[i] = &tried[i].it;
    }
    if (n > 0) spoil_if(talk, asked, "prap_command", &tried[n - 1]);
    if (n > 0 && (asked->missing & 64) != 0) commands[n - 1] = NULL;
    const prap_status status = prap_engine_what_if(GIVEN(0, talk->host.engine), asked->on, GIVEN(1, commands), n, GIVEN(2, before),
                                                   GIVEN(3, talk->host.answer), GIVEN(4, see_trial), talk, asked->error);
    prap_answer_destroy(before);
    return status;
}

static prap_status ask_sweep(struct talk *talk, struct asked *asked) {
    ROOMY(prap_sweep_report) report = {.it = {.size = sizeof report.it}};
    if ((asked->how & 1) != 0) spoil_if(talk, asked, "prap_sweep_report", &report);
    else spoil_if(talk, asked, "prap_key", &asked->key);
    return prap_engine_sweep(GIVEN(0, talk->host.engine), asked->key.it.tenant, asked->on, GIVEN(1, &report.it), asked->error);
}

static prap_status ask_preview(struct talk *talk, struct asked *asked) {
    ROOMY(prap_command) command;
    memset(&command, 0, sizeof command);
    command.it = take_command(talk, asked->how);
    spoil_if(talk, asked, "prap_command", &command);
    if ((asked->how & 4) != 0)
        return prap_engine_submit(GIVEN(0, talk->host.engine), GIVEN(1, &command.it), GIVEN(2, talk->host.answer), asked->error);
    return prap_engine_preview(GIVEN(0, talk->host.engine), GIVEN(1, &command.it), GIVEN(2, talk->host.answer), asked->error);
}

static prap_status (*const questions[])(struct talk *talk, struct asked *asked) = {
    ask_show,     ask_history, ask_feed,    ask_records, ask_walk, ask_feeds,   ask_checklist, ask_retention, ask_retention_walk, ask_measure,
    ask_caseload, ask_verify,  ask_options, ask_outcome, ask_path, ask_erasure, ask_what_if,   ask_sweep,     ask_preview};
const uint32_t talk_questions = sizeof questions / sizeof *questions;

prap_status talk_ask(struct talk *talk, uint32_t question, struct asked *asked) {
    return questions[question](talk, asked);
}

/* A callback may not call back: whatever it asks, with nothing else wrong. */
static void reenter(struct talk *talk) {
    const struct rest rest = talk->rest;
    talk->rest = (struct rest){NULL, 0};
    for (uint32_t i = 0; i < talk_questions; i++) {
        struct asked asked = {.on = 0};
        asked.key.it = talk_key(0);
        must(questions[i](talk, &asked) == PRAP_E_REENTRY, "an engine that is at work was asked");
    }
    struct asked submits = {.how = 4};
    must(questions[talk_questions - 1](talk, &submits) == PRAP_E_REENTRY, "an engine that is at work took an event");
    talk->rest = rest;
}
