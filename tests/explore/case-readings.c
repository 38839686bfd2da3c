#include "case-readings.h"

static prap_status show(struct test_host *host, prap_day now) {
    const prap_key key = test_key("X");
    return prap_engine_show(host->engine, &key, now, host->answer, NULL);
}

static prap_status show_earlier(struct test_host *host, prap_day now) {
    return show(host, now - 1);
}

static prap_status pass_event(void *user, const prap_event_view *event) {
    (void)user;
    return event->sequence > 0 ? PRAP_OK : PRAP_E_BUG;
}

static prap_status history(struct test_host *host, prap_day now) {
    const prap_key key = test_key("X");
    return prap_engine_history(host->engine, &key, now, pass_event, NULL, NULL);
}

static prap_status pass_case(void *user, prap_text case_id, const prap_answer *answer) {
    (void)user;
    return case_id.n > 0 && answer != NULL ? PRAP_OK : PRAP_E_BUG;
}

/* What is due by today. */
static prap_status due(struct test_host *host, prap_day now) {
    return prap_engine_walk(host->engine, test_text(""), now, now, host->answer, pass_case, NULL, NULL);
}

static prap_status walk(struct test_host *host, prap_day now) {
    return prap_engine_walk(host->engine, test_text(""), PRAP_DAY_NONE, now, host->answer, pass_case, NULL, NULL);
}

static prap_status pass_list(void *user, const prap_checklist *list) {
    (void)user;
    return list->size != 0 ? PRAP_OK : PRAP_E_BUG;
}

static prap_status checklists(struct test_host *host, prap_day now) {
    const prap_key key = test_key("X");
    return prap_engine_checklist(host->engine, &key, now, 0, pass_list, NULL, NULL);
}

static prap_status pass_kept(void *user, const prap_kept *kept) {
    (void)user;
    return kept->size != 0 ? PRAP_OK : PRAP_E_BUG;
}

static prap_status records(struct test_host *host, prap_day now) {
    const prap_key key = test_key("X");
    return prap_engine_records(host->engine, &key, now, pass_kept, NULL, NULL);
}

static prap_status pass_retained(void *user, const prap_retained *retained, prap_status status) {
    (void)user;
    return (retained->answer != NULL) == (status == PRAP_OK) ? PRAP_OK : PRAP_E_BUG;
}

static prap_status retention(struct test_host *host, prap_day now) {
    const prap_key key = test_key("X");
    const prap_retention_terms terms = {.size = sizeof terms, .as_of = now};
    return prap_engine_retention(host->engine, &key, &terms, pass_retained, NULL, NULL);
}

static prap_question question_of(prap_day now) {
    return (prap_question){.size = sizeof(prap_question), .as_of = now, .key = test_key("X")};
}

static prap_status erasure(struct test_host *host, prap_day now) {
    const prap_question question = question_of(now);
    prap_erasure found = {.size = sizeof found};
    return prap_engine_erasure(host->engine, &question, now, host->answer, &found, NULL);
}

static prap_status pass_period(void *user, const prap_feed_period *period) {
    (void)user;
    return period->opened_at > 0 ? PRAP_OK : PRAP_E_BUG;
}

static prap_status feed(struct test_host *host, prap_day now) {
    const prap_key key = test_key("X");
    prap_feed found = {.size = sizeof found};
    return prap_engine_feed(host->engine, &key, now, pass_period, NULL, &found, NULL);
}

/* Damage is told, not returned: here as PRAP_E_DAMAGED. */
static prap_status verify(struct test_host *host, prap_day now) {
    prap_verify_report report = {.size = sizeof report};
    (void)now;
    const prap_status status = prap_engine_verify(host->engine, test_text(""), test_text(""), NULL, NULL, &report, NULL);
    return status == PRAP_OK && report.faults != 0 ? PRAP_E_DAMAGED : status;
}

/* A case that could not be judged or stored is told, not returned: here as PRAP_UNKNOWN. */
static prap_status sweep_on(struct test_host *host, prap_day day) {
    prap_sweep_report report = {.size = sizeof report};
    const prap_status status = prap_engine_sweep(host->engine, test_text(""), day, &report, NULL);
    return status == PRAP_OK && report.failed != 0 ? PRAP_UNKNOWN : status;
}

static prap_status sweep(struct test_host *host, prap_day now) {
    return sweep_on(host, now);
}

static prap_status sweep_later(struct test_host *host, prap_day now) {
    return sweep_on(host, now + 70);
}

static const struct case_reading readings[] = {
    {"show", show, false},           {"show the day before", show_earlier, false}, {"history", history, false},
    {"what is due", due, false},     {"walk", walk, false},                        {"checklists", checklists, false},
    {"records", records, false},     {"retention", retention, false},              {"erasure", erasure, false},
    {"feed", feed, false},           {"verify", verify, false},                    {"sweep", sweep, true},
    {"sweep 70 days later", sweep_later, true},
};

const struct case_reading *case_reading_at(size_t i) {
    return i < sizeof readings / sizeof *readings ? &readings[i] : NULL;
}
