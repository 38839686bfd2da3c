#include "event-driver.h"

#include <stdlib.h>
#include <string.h>

#include "ask-questions.h"
#include "date-agreement.h"
#include "draw-command.h"

static const char *const case_ids[EVENT_DRIVER_CASES] = {"A", "AB", "B", "Ba", "C", "\xc3\xa9t\xc3\xa9"};

/* Any value that the policy may have. */
static int32_t draw_setting(struct chooser *chooser, uint32_t policy) {
    uint32_t n = 0;
    while (prap_policy_choice_at(policy, n) != 0)
        n++;
    if (n > 0) return prap_policy_choice_at(policy, choose(chooser, n));
    const prap_policy *row = prap_policy_by_number(policy);
    return (int32_t)(row->lowest + (int64_t)choose(chooser, (uint32_t)(row->highest - row->lowest) + 1));
}

uint32_t choose_programme(struct chooser *chooser) {
    uint32_t judged[TEST_HOST_RULEBOOKS];
    uint32_t n = 0;
    const prap_word *programme;
    for (uint32_t i = 0; (programme = prap_word_at(PRAP_WORDS_PROGRAMME, i)) != NULL; i++)
        if (prap_move_count(programme->number) > 0 && programme->number != PRAP_PROGRAMME_IPES)
            judged[n++] = programme->number;
    return once_in(chooser, 2) ? judged[choose(chooser, n)] : PRAP_PROGRAMME_IPES;
}

void driven_case_wish(struct driven_case *driven, uint32_t event, const struct answer_copy *copy) {
    struct driven_wish *wish = &driven->wish;
    memset(wish, 0, sizeof *wish);
    if (copy->summary.verdict == PRAP_VERDICT_PERMITTED) return;
    uint32_t n = 0;
    for (uint32_t i = 0; i < copy->n_reasons && n + 1 < EVENT_DRIVER_WANTED; i++)
        if (copy->reasons[i].fact != 0) wish->facts[n++] = copy->reasons[i].fact;
    if (n > 0) wish->event = event;
}

void event_driver_open(struct event_driver *driver, struct chooser *chooser) {
    memset(driver, 0, sizeof *driver);
    for (uint32_t i = 0; i < EVENT_DRIVER_SETTINGS; i++) {
        if (!once_in(chooser, 3)) continue;
        const uint32_t n_policies = prap_word_count(PRAP_WORDS_POLICY);
        const uint32_t policy = prap_word_at(PRAP_WORDS_POLICY, choose(chooser, n_policies))->number;
        bool twice = false;
        for (size_t k = 0; k < driver->n_settings; k++)
            twice = twice || driver->settings[k].policy == policy;
        if (twice) continue;
        driver->settings[driver->n_settings++] = (prap_setting){policy, draw_setting(chooser, policy)};
    }
    for (uint32_t i = 0; i < EVENT_DRIVER_CASES; i++)
        driver->cases[i].programme = choose_programme(chooser);
    test_host_open_every(&driver->host, driver->settings, driver->n_settings, NULL);
}

static const char *show(struct event_driver *driver, uint32_t i, prap_day as_of,
                        struct answer_copy *ret_shown) {
    const prap_key key = test_key(case_ids[i]);
    const prap_status status = prap_engine_show(driver->host.engine, &key, as_of, driver->host.answer, NULL);
    if (status != PRAP_OK) return "a case that was recorded cannot be shown";
    answer_copy_take(ret_shown, driver->host.answer);
    if (ret_shown->summary.verdict != 0) return "a case that is shown has a verdict";
    return answer_copy_complaint(ret_shown);
}

/* Remembers how the case stands on its last recorded day: later events must not change that (5.9, 9). */
static const char *mark(struct event_driver *driver, uint32_t i) {
    struct driven_case *driven = &driver->cases[i];
    struct answer_copy shown;
    const char *complaint = show(driver, i, driven->recorded, &shown);
    if (complaint != NULL) return complaint;
    if (!answer_copy_same_case(&shown, &driven->last))
        return "a case is shown otherwise than its event left it";
    const bool same_day = driven->n_marks > 0 && driven->marks[driven->n_marks - 1].day == driven->recorded;
    if (!same_day && driven->n_marks == EVENT_DRIVER_MARKS) {
        memmove(&driven->marks[0], &driven->marks[1], (EVENT_DRIVER_MARKS - 1) * sizeof driven->marks[0]);
        driven->n_marks--;
    }
    if (!same_day) driven->n_marks++;
    driven->marks[driven->n_marks - 1] = (struct driven_mark){driven->recorded, shown};
    return NULL;
}

static const char *complain_about_index(const struct event_driver *driver, const struct answer_copy *copy,
                                        prap_key key) {
    if (memory_store_version(driver->host.store, key) != copy->summary.version)
        return "the stored version differs";
    /* What is stored is what is recorded; a case taken over late, or reopened by a void, may be past day 60 at once. */
    if (memory_store_stage(driver->host.store, key) != copy->summary.stage &&
        copy->summary.stage != PRAP_STATE_AUTO_DNA)
        return "the stored stage differs";
    if (memory_store_next_due(driver->host.store, key) != answer_copy_next_due(copy))
        return "the stored next due day is not the earliest unmet one";
    return NULL;
}

/* What one permitted event may do to a case. */
static const char *complain_about_move(const struct driven_case *driven, const struct answer_copy *copy) {
    const prap_summary *before = &driven->last.summary;
    const prap_summary *after = &copy->summary;
    if (after->version != before->version + 1) return "a permitted event did not add one to the version";
    if (after->event == PRAP_EVENT_ENTRY_VOIDED) return NULL; /* takes away what another entry brought */
    /* Memo 08 has a cancellation follow the back-out (T-W-12). */
    const bool goes_on = before->programme != PRAP_PROGRAMME_IPES && before->stage == PRAP_STATE_BACKED_OUT &&
                         after->stage == PRAP_STATE_CANCELLED_NO_CONTACT;
    if (test_state_is_ended(before->stage) && after->stage != before->stage && !goes_on)
        return "an ended stage was left (5.9, 5)";
    if (before->received_on != PRAP_DAY_NONE && before->version > 0 &&
        after->received_on != before->received_on)
        return "the day of receipt changed";
    if (before->version > 0 && before->start_on != PRAP_DAY_NONE && after->start_on != before->start_on)
        return "a start date changed (3.28)";
    if (after->attempts < before->attempts || after->breaches < before->breaches) return "a count went down";
    return NULL;
}

static void remember_id(struct driven_case *driven, const struct drawn_command *drawn,
                        const struct answer_copy *copy) {
    if (drawn->id[0] == '\0') return;
    struct driven_id *place = &driven->ids[driven->n_ids % EVENT_DRIVER_IDS];
    driven->n_ids++;
    place->drawn = *drawn;
    drawn_command_settle(&place->drawn);
    place->answer = *copy;
}

/* A status and what came with it must explain each other. */
static const char *complain_about_error(const struct test_host *host, prap_status status,
                                        const struct answer_copy *copy) {
    if (prap_status_class(status) != PRAP_CLASS_CALLER && status != PRAP_E_COVERAGE)
        return "a sound store and a command gave a status that is not the caller's";
    if (host->error.status != status || host->error.message[0] == '\0') return "an error is not explained";
    return answer_copy_is_empty(copy) ? NULL : "an error came with an answer";
}

/*
 * A question about a day before the case's last recorded one is answered from what was recorded by then, but
 * nothing can be recorded there: a permission turns into PRAP_E_ORDER. Otherwise preview and submit are the
 * same (5.9, 7).
 */
static const char *complain_about_preview(const struct driven_case *driven, const struct drawn_command *drawn,
                                          prap_status previewed, const struct answer_copy *foreseen,
                                          prap_status status, const struct answer_copy *copy) {
    const prap_day recorded =
        drawn->command.recorded == PRAP_DAY_NONE ? drawn->command.on : drawn->command.recorded;
    const bool earlier = driven->last.summary.version > 0 && recorded < driven->recorded;
    if (earlier && previewed == PRAP_OK && foreseen->summary.verdict == PRAP_VERDICT_PERMITTED)
        return status == PRAP_E_ORDER ? NULL : "an event was recorded before a later one";
    if (status != previewed) return "preview and submit have different statuses";
    if (!answer_copy_equal(foreseen, copy)) return "preview and submit give different answers (5.9, 7)";
    if (status == PRAP_OK && copy->summary.verdict != PRAP_VERDICT_PERMITTED && !earlier &&
        copy->summary.version != driven->last.summary.version)
        return "a refusal shows another version";
    return NULL;
}

/* Submits a command whose id is new: preview and submit must agree, and only a permission may change
 * anything. */
static const char *submit_new(struct event_driver *driver, uint32_t i, const struct drawn_command *drawn) {
    struct driven_case *driven = &driver->cases[i];
    struct test_host *host = &driver->host;
    static _Thread_local struct answer_copy foreseen, copy; /* large */
    memory_store_order(host->store, NULL);
    const prap_status previewed = test_host_preview(host, &drawn->command);
    answer_copy_take(&foreseen, host->answer);
    if (memory_store_committed(host->store)) return "a preview committed";
    const prap_status status = test_host_submit(host, &drawn->command);
    answer_copy_take(&copy, host->answer);
    const char *complaint = complain_about_preview(driven, drawn, previewed, &foreseen, status, &copy);
    if (complaint != NULL) return complaint;
    const bool permitted = status == PRAP_OK && copy.summary.verdict == PRAP_VERDICT_PERMITTED;
    if (memory_store_committed(host->store) != permitted)
        return "the store changed without permission, or not with it";
    driver->by_verdict[status == PRAP_OK ? copy.summary.verdict : 0]++;
    if (status != PRAP_OK) return complain_about_error(host, status, &copy);
    driven_case_wish(driven, drawn->command.event, &copy);
    complaint = copy.summary.verdict == 0 ? "a command has no verdict" : answer_copy_complaint(&copy);
    if (complaint != NULL || !permitted) return complaint;
    complaint = complain_about_move(driven, &copy);
    if (complaint == NULL) complaint = complain_about_index(driver, &copy, drawn->command.key);
    if (complaint == NULL)
        complaint = date_agreement_complaint(&copy, prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES),
                                             driver->settings, driver->n_settings);
    if (complaint != NULL) return complaint;
    driven->last = copy;
    driven->recorded = copy.summary.as_of;
    remember_id(driven, drawn, &copy);
    return mark(driver, i);
}

/* The same command again under the same id: the same answer, and nothing changes. */
static const char *submit_again(struct event_driver *driver, const struct driven_id *known) {
    struct test_host *host = &driver->host;
    static _Thread_local struct answer_copy copy;
    memory_store_order(host->store, NULL);
    if (test_host_submit(host, &known->drawn.command) != PRAP_OK) return "a repeated id is not recognised";
    answer_copy_take(&copy, host->answer);
    if (memory_store_committed(host->store)) return "a repeated id was recorded again";
    if (copy.summary.duplicate != 1) return "a repeated id is not called a duplicate";
    copy.summary.duplicate = 0;
    return answer_copy_equal(&copy, &known->answer) ? NULL
                                                    : "a repeated id got another answer than it got then";
}

/* Another event under a known id is refused as such. */
static const char *reuse_id(struct event_driver *driver, const struct driven_id *known) {
    struct drawn_command other = known->drawn;
    other.command.event = known->drawn.command.event % prap_word_count(PRAP_WORDS_EVENT) + 1;
    drawn_command_settle(&other);
    memory_store_order(driver->host.store, NULL);
    const prap_status status = test_host_submit(&driver->host, &other.command);
    if (memory_store_committed(driver->host.store)) return "a reused id was recorded";
    /* What cannot be judged for want of a calendar is not looked up either. */
    return prap_status_class(status) == PRAP_CLASS_CALLER || status == PRAP_E_COVERAGE
               ? NULL
               : "another event under a known id is not an error";
}

static const char *ask_earlier(struct event_driver *driver, struct chooser *chooser, uint32_t i) {
    const struct driven_case *driven = &driver->cases[i];
    if (driven->n_marks == 0) return NULL;
    const struct driven_mark *known = &driven->marks[choose(chooser, driven->n_marks)];
    static _Thread_local struct answer_copy shown;
    const char *complaint = show(driver, i, known->day, &shown);
    if (complaint != NULL) return complaint;
    return answer_copy_same_case(&shown, &known->shown) ? NULL
                                                        : "a later event changed an earlier day (5.9, 9)";
}

struct walked {
    struct event_driver *driver;
    uint32_t seen;
    uint32_t next; /* the cases come in the order of case_ids */
    const char *complaint;
};

static prap_status visit_case(void *user, prap_text case_id, const prap_answer *answer) {
    struct walked *walked = user;
    while (walked->next < EVENT_DRIVER_CASES) {
        const prap_text expected = test_text(case_ids[walked->next]);
        if (expected.n == case_id.n && memcmp(expected.bytes, case_id.bytes, case_id.n) == 0) break;
        walked->next++;
    }
    static _Thread_local struct answer_copy copy;
    answer_copy_take(&copy, answer);
    if (walked->next == EVENT_DRIVER_CASES)
        walked->complaint = "a walk is out of order or shows a case that is not there";
    else if (copy.summary.version != walked->driver->cases[walked->next].last.summary.version)
        walked->complaint = "a walk shows another version";
    else
        walked->complaint = answer_copy_complaint(&copy);
    walked->seen++;
    walked->next++;
    return walked->complaint == NULL ? PRAP_OK : PRAP_FAIL;
}

static prap_day latest_day(const struct event_driver *driver, uint32_t *ret_cases) {
    prap_day latest = PRAP_DAY_MIN;
    *ret_cases = 0;
    for (uint32_t i = 0; i < EVENT_DRIVER_CASES; i++) {
        if (driver->cases[i].last.summary.version == 0) continue;
        (*ret_cases)++;
        if (driver->cases[i].recorded > latest) latest = driver->cases[i].recorded;
    }
    return latest;
}

static const char *walk(struct event_driver *driver) {
    uint32_t cases = 0;
    const prap_day as_of = latest_day(driver, &cases);
    struct walked walked = {driver, 0, 0, NULL};
    const prap_text tenant = {NULL, 0};
    const prap_status status = prap_engine_walk(driver->host.engine, tenant, PRAP_DAY_NONE, as_of,
                                                driver->host.answer, visit_case, &walked, NULL);
    if (walked.complaint != NULL) return walked.complaint;
    if (status != PRAP_OK) return "a walk failed";
    return walked.seen == cases ? NULL : "a walk left cases out";
}

/* A sweep moves to automatic DNA and nowhere else, and a second one moves nothing. */
static const char *sweep(struct event_driver *driver, struct chooser *chooser) {
    uint32_t cases = 0;
    const prap_day as_of = latest_day(driver, &cases) + (prap_day)choose(chooser, 40);
    prap_sweep_report report = {.size = sizeof report};
    const prap_text tenant = {NULL, 0};
    if (prap_engine_sweep(driver->host.engine, tenant, as_of, &report, NULL) != PRAP_OK)
        return "a sweep failed";
    if (report.failed != 0) return "a sweep over a sound store failed for a case";
    uint64_t moved = 0;
    for (uint32_t i = 0; i < EVENT_DRIVER_CASES; i++) {
        struct driven_case *driven = &driver->cases[i];
        const uint64_t version = memory_store_version(driver->host.store, test_key(case_ids[i]));
        if (version == driven->last.summary.version) continue;
        static _Thread_local struct answer_copy shown;
        const char *complaint = show(driver, i, as_of, &shown);
        if (complaint != NULL) return complaint;
        if (shown.summary.stage != PRAP_STATE_AUTO_DNA)
            return "a sweep moved a case elsewhere than to automatic DNA";
        if (test_state_is_ended(driven->last.summary.stage) &&
            driven->last.summary.stage != PRAP_STATE_AUTO_DNA)
            return "a sweep moved a case that had ended";
        driven->last = shown;
        driven->recorded = as_of;
        complaint = mark(driver, i);
        if (complaint != NULL) return complaint;
        moved++;
    }
    if (moved != report.moved) return "a sweep miscounts what it moved";
    if (prap_engine_sweep(driver->host.engine, tenant, as_of, &report, NULL) != PRAP_OK || report.moved != 0)
        return "a repeated sweep changed something";
    return NULL;
}

const char *event_driver_step(struct event_driver *driver, struct chooser *chooser) {
    uint32_t i = choose(chooser, EVENT_DRIVER_CASES);
    /* Little is left to happen to a case that has ended: mostly take another. */
    if (test_state_is_ended(driver->cases[i].last.summary.stage)) i = choose(chooser, EVENT_DRIVER_CASES);
    struct driven_case *driven = &driver->cases[i];
    const uint32_t known = driven->n_ids < EVENT_DRIVER_IDS ? driven->n_ids : EVENT_DRIVER_IDS;
    const char *complaint = NULL;
    if (once_in(chooser, 10)) {
        complaint = ask_earlier(driver, chooser, i);
    } else if (known > 0 && once_in(chooser, 10)) {
        complaint = submit_again(driver, &driven->ids[choose(chooser, known)]);
    } else if (known > 0 && once_in(chooser, 40)) {
        complaint = reuse_id(driver, &driven->ids[choose(chooser, known)]);
    } else if (once_in(chooser, 20)) {
        complaint = walk(driver);
    } else if (once_in(chooser, 40)) {
        complaint = sweep(driver, chooser);
    } else if (once_in(chooser, 40)) {
        struct drawn_command drawn;
        draw_command(&drawn, chooser, driven, case_ids[i], &driver->next_id);
        memory_store_order(driver->host.store, NULL);
        complaint = ask_questions(&driver->host, &drawn.command);
        if (memory_store_committed(driver->host.store)) complaint = "a question stored something";
    } else {
        struct drawn_command drawn;
        draw_command(&drawn, chooser, driven, case_ids[i], &driver->next_id);
        complaint = submit_new(driver, i, &drawn);
    }
    return complaint != NULL ? complaint : memory_store_complaint(driver->host.store);
}

struct visited {
    uint64_t seen;
    prap_day recorded;
    const char *complaint;
};

static prap_status visit_event(void *user, const prap_event_view *event) {
    struct visited *visited = user;
    if (event->sequence != ++visited->seen) visited->complaint = "a history has a gap";
    if (event->recorded < visited->recorded) visited->complaint = "a history goes back in time";
    if (prap_word_by_number(PRAP_WORDS_EVENT, event->event) == NULL)
        visited->complaint = "a history has no such event";
    visited->recorded = event->recorded;
    return visited->complaint == NULL ? PRAP_OK : PRAP_FAIL;
}

/* Another engine over the same journal gives the same case (5.9, 8), by snapshot and by its history. */
static const char *ask_again(struct event_driver *driver, uint32_t i) {
    const struct driven_case *driven = &driver->cases[i];
    if (driven->last.summary.version == 0) return NULL;
    static _Thread_local struct answer_copy shown;
    const char *complaint = show(driver, i, driven->recorded, &shown);
    if (complaint != NULL) return complaint;
    if (!answer_copy_same_case(&shown, &driven->last)) return "a reopened case stands otherwise (5.9, 8)";
    struct visited visited = {0, PRAP_DAY_MIN, NULL};
    const prap_key key = test_key(case_ids[i]);
    const prap_status status =
        prap_engine_history(driver->host.engine, &key, driven->recorded, visit_event, &visited, NULL);
    if (visited.complaint != NULL) return visited.complaint;
    if (status != PRAP_OK || visited.seen != driven->last.summary.version) return "a history is not whole";
    for (uint32_t k = 0; k < driven->n_marks; k++) {
        complaint = show(driver, i, driven->marks[k].day, &shown);
        if (complaint == NULL && !answer_copy_same_case(&shown, &driven->marks[k].shown))
            complaint = "an earlier day stands otherwise after reopening (5.9, 9)";
        if (complaint != NULL) return complaint;
    }
    return NULL;
}

const char *event_driver_close(struct event_driver *driver) {
    struct memory_store *store = memory_store_copy(driver->host.store);
    if (test_host_close(&driver->host) != 0) {
        memory_store_destroy(store);
        return "memory was left or released wrongly";
    }
    test_host_reopen_every(&driver->host, store, driver->settings, driver->n_settings);
    const char *complaint = NULL;
    for (uint32_t i = 0; i < EVENT_DRIVER_CASES && complaint == NULL; i++)
        complaint = ask_again(driver, i);
    if (test_host_close(&driver->host) != 0 && complaint == NULL)
        complaint = "memory was left or released wrongly";
    return complaint;
}
