/*
 * engine-trouble-test.c: every function of the engine over a store that goes wrong at one call, or at every call from one
 * on, in each way that a store can. What is answered, which field the error names, what visitors and the observer heard,
 * how often the store was called and which versions it holds afterwards is golden (tests/support/transcript.h), since what
 * a status comes to is a matter of the whole; that the usual is answered once the trouble is over is asserted.
 */
#include <inttypes.h>
#include <stdio.h>

#include "engine-cases.h"
#include "transcript.h"

static struct test_host host;
static struct memory_store *as_it_was;
static unsigned told;     /* visits, */
static unsigned observed; /*   and changes that the observer heard of */
static char more[256];    /* what a report says */

static prap_day may(int32_t day) {
    return test_day(2023, 5, day);
}

static void observe(void *user, const prap_change *change) {
    (void)user;
    observed += (unsigned)change->new_version;
}

static prap_command attempt(const char *id, prap_day on) {
    prap_command command = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, on);
    command.id = test_text(id);
    return command;
}

static prap_command void_of(int64_t target, prap_fact *room) {
    prap_command command = test_command("A", PRAP_EVENT_ENTRY_VOIDED, may(20));
    *room = (prap_fact){PRAP_FACT_VOIDS, PRAP_VALUE_NUMBER, target};
    command.facts = room;
    command.n_facts = 1;
    return command;
}

/* A is accepted, with four attempts of which one was voided; B is only received; C was rejected. */
static void open_host(void) {
    static const prap_observer observer = {sizeof observer, NULL, observe};
    test_host_open_every(&host, NULL, 0, NULL);
    host.host.observer = &observer;
    test_host_renew(&host);
    prap_fact room;
    prap_command first = received("A"), accept = accepted("A"), rejected = test_command("C", PRAP_EVENT_REJECT, may(9));
    first.id = test_text("e1");
    accept.id = test_text("e2");
    const prap_command commands[] = {first, accept, attempt("e3", may(10)), attempt("e4", may(11)), attempt("e5", may(12)),
                                     void_of(4, &room), attempt("e7", may(20)), received("B"), received("C"), rejected};
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) submit_permitted(&host, &commands[i]);
    as_it_was = memory_store_copy(host.store);
}

static prap_status submit(prap_command command, prap_error *error) {
    return prap_engine_submit(host.engine, &command, host.answer, error);
}

static prap_status submit_new(prap_error *error) {
    return submit(received("D"), error);
}

static prap_status submit_next(prap_error *error) {
    return submit(attempt("e8", may(22)), error);
}

static prap_status submit_without_id(prap_error *error) {
    return submit(attempt("", may(22)), error);
}

static prap_status submit_again(prap_error *error) {
    return submit(attempt("e7", may(20)), error);
}

static prap_status submit_old_again(prap_error *error) {
    return submit(attempt("e3", may(10)), error);
}

static prap_status submit_refused_again(prap_error *error) {
    prap_command command = accepted("A");
    command.id = test_text("e2");
    command.recorded = may(20);
    return submit(command, error);
}

static prap_status submit_other_of_same_id(prap_error *error) {
    return submit(attempt("e7", may(19)), error);
}

static prap_status submit_earlier(prap_error *error) {
    return submit(attempt("e9", may(11)), error);
}

static prap_status submit_earlier_refusal(prap_error *error) {
    prap_command command = accepted("A");
    command.on = command.recorded = may(11);
    return submit(command, error);
}

static prap_status submit_before_the_case(prap_error *error) {
    return submit(attempt("e9", may(1)), error);
}

static prap_status submit_void(prap_error *error) {
    prap_fact room;
    prap_command command = void_of(5, &room);
    command.id = test_text("e9");
    return submit(command, error);
}

static prap_status submit_to_none(prap_error *error) {
    return submit(accepted("nobody"), error);
}

static prap_status submit_of_another_programme(prap_error *error) {
    prap_command command = attempt("e9", may(22));
    command.programme = PRAP_PROGRAMME_WHP;
    return submit(command, error);
}

static prap_status preview(prap_command command, prap_error *error) {
    return prap_engine_preview(host.engine, &command, host.answer, error);
}

static prap_status preview_next(prap_error *error) {
    return preview(attempt("e8", may(22)), error);
}

static prap_status preview_earlier(prap_error *error) {
    return preview(attempt("e8", may(11)), error);
}

static prap_status show(prap_error *error) {
    const prap_key key = test_key("A");
    return prap_engine_show(host.engine, &key, may(20), host.answer, error);
}

static prap_status show_past(prap_error *error) {
    const prap_key key = test_key("A");
    return prap_engine_show(host.engine, &key, may(11), host.answer, error);
}

static prap_status see_one(void *user, const prap_event_view *event) {
    (void)user;
    told += 1 + (unsigned)event->voided_by;
    return PRAP_OK;
}

static prap_status history(prap_error *error) {
    const prap_key key = test_key("A");
    return prap_engine_history(host.engine, &key, may(20), see_one, NULL, error);
}

static prap_question question(void) {
    return (prap_question){.size = sizeof(prap_question), .as_of = may(20), .key = test_key("A")};
}

static prap_status see_option(void *user, const prap_option *option, const prap_answer *answer) {
    (void)user, (void)option, (void)answer;
    told++;
    return PRAP_OK;
}

static prap_status options(prap_error *error) {
    const prap_question asked = question();
    return prap_engine_options(host.engine, &asked, host.answer, see_option, NULL, error);
}

static prap_status options_past(prap_error *error) {
    prap_question asked = question();
    asked.as_of = may(11);
    return prap_engine_options(host.engine, &asked, host.answer, see_option, NULL, error);
}

static prap_status see_outcome(void *user, const prap_outcome *outcome, const prap_answer *answer) {
    (void)user, (void)outcome, (void)answer;
    told++;
    return PRAP_OK;
}

static prap_status outcome(prap_error *error) {
    const prap_question asked = question();
    return prap_engine_outcome(host.engine, &asked, host.answer, see_outcome, NULL, NULL, error);
}

static prap_status what_if(prap_error *error) {
    const prap_command first = attempt("", may(22)), second = test_command("A", PRAP_EVENT_REJECT, may(23));
    const prap_command *commands[] = {&first, &second};
    prap_answer *before = NULL;
    assert_int_equal(prap_answer_create(&host.allocator.interface, &before), PRAP_OK);
    const prap_status status = prap_engine_what_if(host.engine, may(20), commands, 2, before, host.answer, NULL, NULL, error);
    snprintf(more, sizeof more, " before=%u/%" PRIu64 "/%d", prap_answer_summary(before)->stage,
             prap_answer_summary(before)->version, prap_answer_summary(before)->as_of);
    prap_answer_destroy(before);
    return status;
}

static prap_status erasure(prap_error *error) {
    const prap_question asked = question();
    prap_erasure found = {.size = sizeof found};
    const prap_status status = prap_engine_erasure(host.engine, &asked, may(20), host.answer, &found, error);
    snprintf(more, sizeof more, " outcome=%u", found.outcome);
    return status;
}

static prap_status feed(prap_error *error) {
    const prap_key key = test_key("A");
    prap_feed found = {.size = sizeof found};
    const prap_status status = prap_engine_feed(host.engine, &key, may(20), NULL, NULL, &found, error);
    snprintf(more, sizeof more, " effect=%u", found.effect);
    return status;
}

static prap_status see_list(void *user, const prap_checklist *list) {
    (void)user, (void)list;
    told++;
    return PRAP_OK;
}

static prap_status checklist(prap_error *error) {
    const prap_key key = test_key("A");
    return prap_engine_checklist(host.engine, &key, may(20), 0, see_list, NULL, error);
}

static prap_status see_kept(void *user, const prap_kept *kept) {
    (void)user;
    told += kept->n_events;
    return PRAP_OK;
}

static prap_status records(prap_error *error) {
    const prap_key key = test_key("A");
    return prap_engine_records(host.engine, &key, may(20), see_kept, NULL, error);
}

static prap_status see_retained(void *user, const prap_retained *retained, prap_status status) {
    (void)user, (void)retained;
    told++;
    snprintf(more, sizeof more, " last=%d", status);
    return PRAP_OK;
}

static prap_status retention(prap_error *error) {
    const prap_key key = test_key("A");
    const prap_retention_terms terms = {.size = sizeof terms, .as_of = may(20)};
    return prap_engine_retention(host.engine, &key, &terms, see_retained, NULL, error);
}

static prap_status retention_walk(prap_error *error) {
    const prap_retention_terms terms = {.size = sizeof terms, .as_of = may(20)};
    return prap_engine_retention_walk(host.engine, test_text(""), &terms, see_retained, NULL, error);
}

static prap_status see_case(void *user, prap_text case_id, const prap_answer *answer) {
    (void)user, (void)case_id;
    told++;
    transcript_add(more, sizeof more, " %d/%u", prap_answer_summary(answer)->status, prap_answer_summary(answer)->stage);
    return PRAP_OK;
}

static prap_status walk(prap_error *error) {
    return prap_engine_walk(host.engine, test_text(""), PRAP_DAY_NONE, may(20), host.answer, see_case, NULL, error);
}

static prap_status walk_past(prap_error *error) {
    return prap_engine_walk(host.engine, test_text(""), PRAP_DAY_NONE, may(9), host.answer, see_case, NULL, error);
}

static prap_status see_feed(void *user, prap_text case_id, const prap_feed *found, prap_status status) {
    (void)user, (void)case_id;
    told++;
    transcript_add(more, sizeof more, " %d/%u", status, found->feed);
    return PRAP_OK;
}

static prap_status feeds(prap_error *error) {
    return prap_engine_feeds(host.engine, test_text(""), may(20), 0, host.answer, see_feed, NULL, error);
}

static prap_status sweep(prap_error *error) {
    prap_sweep_report report = {.size = sizeof report};
    const prap_status status = prap_engine_sweep(host.engine, test_text(""), test_day(2023, 8, 1), &report, error);
    snprintf(more, sizeof more, " seen=%" PRIu64 " moved=%" PRIu64 " failed=%" PRIu64, report.seen, report.moved, report.failed);
    return status;
}

static prap_status see_found(void *user, const prap_caseload_case *found) {
    (void)user;
    told++;
    transcript_add(more, sizeof more, " %d/%u", found->status, found->n_misses[0]);
    return PRAP_OK;
}

static prap_status caseload(prap_day as_of, prap_error *error) {
    const prap_caseload all = {.size = sizeof all};
    const prap_caseload_question asked = {.size = sizeof asked, .flags = PRAP_CASELOAD_EVERY_CASE, .as_of = as_of,
                                          .due_by = PRAP_DAY_NONE, .until = as_of + 30, .first = PRAP_DAY_NONE,
                                          .last = PRAP_DAY_NONE, .visit = see_found};
    prap_caseload_report report = {.size = sizeof report};
    const prap_status status = prap_engine_caseload(host.engine, &all, &asked, &report, error);
    transcript_add(more, sizeof more, " seen=%" PRIu64 " bad=%" PRIu64 " judged=%" PRIu64 " last=%.*s", report.seen, report.bad,
             report.judged, (int)report.last_bytes, report.last);
    return status;
}

static prap_status caseload_now(prap_error *error) {
    return caseload(may(20), error);
}

static prap_status caseload_past(prap_error *error) {
    return caseload(may(9), error);
}

static prap_status measure(prap_error *error) {
    prap_measure_total total = {.size = sizeof total, .measure = prap_word_at(PRAP_WORDS_MEASURE, 0)->number};
    const prap_status status = prap_engine_measure(host.engine, test_text(""), may(20), PRAP_DAY_NONE, PRAP_DAY_NONE, host.answer,
                                                   &total, 1, NULL, NULL, error);
    snprintf(more, sizeof more, " in=%" PRIu64 " open=%" PRIu64, total.denominator, total.open);
    return status;
}

static prap_status see_fault(void *user, const prap_verify_fault *fault) {
    (void)user;
    told++;
    transcript_add(more, sizeof more, " %u@%" PRIu64, fault->fault, fault->sequence);
    return PRAP_OK;
}

static prap_status verify(prap_error *error) {
    prap_verify_report report = {.size = sizeof report};
    const prap_status status =
        prap_engine_verify(host.engine, test_text(""), (prap_text){NULL, 0}, see_fault, NULL, &report, error);
    transcript_add(more, sizeof more, " cases=%" PRIu64 " events=%" PRIu64 " faults=%" PRIu64, report.cases, report.events,
             report.faults);
    return status;
}

static const struct {
    const char *name;
    prap_status (*ask)(prap_error *error);
} operations[] = {
#define X(NAME) {#NAME, NAME}
    X(submit_new), X(submit_next), X(submit_without_id), X(submit_again), X(submit_old_again), X(submit_refused_again),
    X(submit_other_of_same_id), X(submit_earlier), X(submit_earlier_refusal), X(submit_before_the_case), X(submit_void),
    X(submit_to_none), X(submit_of_another_programme), X(preview_next), X(preview_earlier), X(show), X(show_past), X(history),
    X(options), X(options_past), X(outcome), X(what_if), X(erasure), X(feed), X(checklist), X(records), X(retention),
    X(retention_walk), X(walk), X(walk_past), X(feeds), X(sweep), X(caseload_now), X(caseload_past), X(measure), X(verify),
#undef X
};

/* What a bad disk or a careless store makes of a row. */
static void bump_version(void *user, enum memory_store_call call, prap_row *row, uint8_t *record, size_t room) {
    (void)user, (void)call, (void)record, (void)room;
    row->version++;
}

static void flip_bit(void *user, enum memory_store_call call, prap_row *row, uint8_t *record, size_t room) {
    (void)user, (void)call, (void)room;
    record[row->record.n / 2] ^= 4;
}

static void cut_record(void *user, enum memory_store_call call, prap_row *row, uint8_t *record, size_t room) {
    (void)user, (void)call, (void)record, (void)room;
    row->record.n--;
}

/* The record of a row of B in the place of each. */
static void swap_record(void *user, enum memory_store_call call, prap_row *row, uint8_t *record, size_t room) {
    const prap_bytes other = call == MEMORY_STORE_READ ? memory_store_event(as_it_was, test_key("B"), 1)
                                                       : memory_store_snapshot(as_it_was, test_key("B"));
    (void)user;
    assert_true(other.n <= room);
    memcpy(record, other.bytes, other.n);
    row->record.n = other.n;
}

#define STATUS(WHEN, WHAT) {#WHEN " " #WHAT, MEMORY_STORE_##WHEN, PRAP_##WHAT, NULL}
static const struct {
    const char *name;
    enum memory_store_fault fault;
    prap_status status;
    memory_store_alter alter;
} faults[] = {
    STATUS(STATUS_BEFORE, RETRY),    STATUS(STATUS_BEFORE, FAIL),      STATUS(STATUS_BEFORE, E_DAMAGED),
    STATUS(STATUS_BEFORE, E_FOREIGN), STATUS(STATUS_BEFORE, E_VERSION), STATUS(STATUS_BEFORE, NONE),
    STATUS(STATUS_BEFORE, UNKNOWN),  STATUS(STATUS_AFTER, UNKNOWN),    STATUS(STATUS_AFTER, RETRY),
    STATUS(STATUS_AFTER, FAIL),      STATUS(EACH_BEFORE, CONFLICT),    STATUS(EACH_BEFORE, DUPLICATE),
    STATUS(EACH_BEFORE, RETRY),      STATUS(EACH_BEFORE, UNKNOWN),     STATUS(EACH_BEFORE, FAIL),
    STATUS(EACH_AFTER, UNKNOWN),     STATUS(EACH_AFTER, RETRY),        STATUS(EACH_AFTER, DUPLICATE),
    STATUS(EACH_UNSET, OK),          STATUS(PUSH_NOTHING, OK),         STATUS(PUSH_TWICE, OK),
    {"version", MEMORY_STORE_ALTER, PRAP_OK, bump_version}, {"bit", MEMORY_STORE_ALTER, PRAP_OK, flip_bit},
    {"cut", MEMORY_STORE_ALTER, PRAP_OK, cut_record},       {"swap", MEMORY_STORE_ALTER, PRAP_OK, swap_record},
};

/* One operation: what came of it. */
static void put_to(size_t operation, char *line, size_t room) {
    prap_error error = {.size = sizeof error, .field = "untouched"};
    told = observed = 0;
    more[0] = '\0';
    const prap_status status = operations[operation].ask(&error);
    const prap_summary *summary = prap_answer_summary(host.answer);
    if (status == PRAP_OK) assert_string_equal(error.field, "untouched"); /* host.h: written only on failure */
    else assert_int_equal(error.status, status);
    snprintf(line, room, "  %s '%s' verdict=%u stage=%u version=%" PRIu64 " duplicate=%u event=%u on=%d as-of=%d told=%u%s",
             prap_status_name(status), error.field, summary->verdict, summary->stage, summary->version, summary->duplicate,
             summary->event, summary->on, summary->as_of, told, more);
    transcript_add(line, room, " observed=%u calls=%u", observed, memory_store_calls(host.store));
}

/* Did the trouble happen? What is answered once it is over is the usual. */
static bool try_trouble(size_t operation, const char *usual, size_t fault, unsigned nth, bool sticky) {
    const struct memory_store_trouble trouble = {.fault = faults[fault].fault, .nth = nth, .sticky = sticky,
                                                 .status = faults[fault].status, .alter = faults[fault].alter};
    char asked[160], line[1024], again[1024];
    memory_store_restore(host.store, as_it_was);
    memory_store_order(host.store, &trouble);
    put_to(operation, line, sizeof line);
    if (!memory_store_troubled(host.store)) return false;
    transcript_add(line, sizeof line, " A=%" PRIu64 " B=%" PRIu64 " D=%" PRIu64 "\n",
                   memory_store_version(host.store, test_key("A")), memory_store_version(host.store, test_key("B")),
                   memory_store_version(host.store, test_key("D")));
    snprintf(asked, sizeof asked, "%s, %s%s %u", operations[operation].name, faults[fault].name, sticky ? " from" : " at", nth);
    transcript(asked, line);
    memory_store_restore(host.store, as_it_was);
    memory_store_order(host.store, NULL);
    put_to(operation, again, sizeof again);
    assert_string_equal(again, usual);
    return true;
}

static void every_operation_over_every_trouble(void **state) {
    (void)state;
    open_host();
    for (size_t operation = 0; operation < sizeof operations / sizeof *operations; operation++) {
        char usual[1024], line[1026];
        memory_store_restore(host.store, as_it_was);
        memory_store_order(host.store, NULL);
        put_to(operation, usual, sizeof usual);
        snprintf(line, sizeof line, "%s\n", usual);
        transcript(operations[operation].name, line);
        for (size_t fault = 0; fault < sizeof faults / sizeof *faults; fault++) {
            for (unsigned nth = 1; nth <= 3; nth++) {
                if (!try_trouble(operation, usual, fault, nth, false)) break;
            }
            (void)try_trouble(operation, usual, fault, 1, true);
        }
    }
    memory_store_destroy(as_it_was);
    assert_int_equal(test_host_close(&host), 0);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_operation_over_every_trouble),
    };
    return transcript_end(cmocka_run_group_tests_name("engine trouble", tests, NULL, NULL), argc, argv);
}
