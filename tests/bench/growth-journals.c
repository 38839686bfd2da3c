/* growth-journals.c: calls about one case with a journal of many events, and about a stream of many checks. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench-cases.h"
#include "growth.h"

/* An event stands in the journal where the one before it ends. */
typedef struct placed {
    size_t at;
    size_t n;
} placed;

static struct {
    prap_store store;
    prap_host host;
    prap_engine *engine;
    prap_answer *before;
    placed *events;
    uint8_t *journal;
    size_t used, room;
    uint64_t version;
    uint8_t snapshot[PRAP_SNAPSHOT_BYTES];
    size_t snapshot_bytes;
    bool keeps; /* else a commit is acknowledged, so that the journal stays as long as it is to be */
    bool knows; /* says of every id that the case has it */
} one;

static const prap_key key = {{NULL, 0}, {"one", 3}};
static prap_error error = {.size = sizeof error};
static uint64_t heard;

/* Ids are the sequences. */
static size_t write_id(uint64_t sequence, char room[24]) {
    return (size_t)snprintf(room, 24, "e%llu", (unsigned long long)sequence);
}

static prap_status load(void *user, const prap_key *asked, prap_sink *sink) {
    const prap_row row = {.size = sizeof row, .version = one.version, .record = {one.snapshot, one.snapshot_bytes}};
    (void)user;
    (void)asked;
    return one.version == 0 ? PRAP_NONE : prap_sink_push(sink, &row);
}

static prap_status commit(void *user, const prap_change *changes, size_t n, prap_status *ret_each) {
    (void)user;
    for (size_t i = 0; i < n; i++) {
        const prap_bytes record = changes[i].events->record;
        ret_each[i] = one.knows ? PRAP_DUPLICATE : PRAP_OK;
        if (!one.keeps) continue;
        while (one.room - one.used < record.n) {
            one.room = 2 * one.room + 65536;
            one.journal = realloc(one.journal, one.room);
            if (one.journal == NULL) growth_must_be_ok(PRAP_E_NOMEM, NULL);
        }
        one.events[one.version] = (placed){one.used, record.n};
        memcpy(one.journal + one.used, record.bytes, record.n);
        one.used += record.n;
        one.snapshot_bytes = changes[i].snapshot.n;
        memcpy(one.snapshot, changes[i].snapshot.bytes, one.snapshot_bytes);
        one.version = changes[i].new_version;
    }
    return PRAP_OK;
}

static prap_status read_events(void *user, const prap_key *asked, uint64_t from, uint32_t max, prap_sink *sink) {
    (void)user;
    (void)asked;
    for (uint64_t i = from; i <= one.version && i < from + max; i++) {
        char id[24];
        const prap_row row = {.size = sizeof row, .version = i, .id = {id, write_id(i, id)},
                              .record = {one.journal + one.events[i - 1].at, one.events[i - 1].n}};
        const prap_status status = prap_sink_push(sink, &row);
        if (status == PRAP_E_LIMIT) break;
        if (status != PRAP_OK) return status;
    }
    return PRAP_OK;
}

/* The only case of its tenant. */
static prap_status scan(void *user, const prap_scan *query, prap_sink *sink) {
    const prap_row row = {.size = sizeof row, .version = one.version, .case_id = key.case_id,
                          .record = {one.snapshot, one.snapshot_bytes}};
    (void)user;
    if (query->after.n > 0) return PRAP_OK;
    const prap_status status = prap_sink_push(sink, &row);
    return status == PRAP_E_LIMIT ? PRAP_OK : status;
}

static void close_store(void) {
    free(one.events);
    free(one.journal);
    one.events = NULL;
    one.journal = NULL;
    one.used = one.room = one.snapshot_bytes = 0;
    one.version = 0;
}

static void open_store(void) {
    one.events = growth_room(GROWTH_MOST + 1, sizeof *one.events);
    one.store = (prap_store){sizeof(prap_store), NULL, load, commit, read_events, scan};
    one.host = (prap_host){sizeof(prap_host), &bench_allocator, &one.store, NULL};
}

/* The n-th event of a life that goes on: to its end but for the end, then contact attempts, some hundred a day. */
static prap_command event_of(uint64_t n, char id[24]) {
    prap_command command = long_life_event((uint32_t)(n < LIFE_EVENTS ? n : LIFE_EVENTS));
    command.key = key;
    command.id = (prap_text){id, write_id(n + 1, id)};
    if (n >= LIFE_EVENTS) command.on += (prap_day)(n / 500);
    command.recorded = command.on;
    return command;
}

static prap_day last_day(void) {
    char id[24];
    return event_of(one.version - 1, id).recorded;
}

/* A day before the last recorded one: how the case stood then is read from its journal. */
static prap_day past(void) {
    return last_day() - 1;
}

static void submit_event(uint64_t n, prap_status wanted) {
    char id[24];
    const prap_command command = event_of(n, id);
    const prap_status status = prap_engine_submit(one.engine, &command, growth_answer, &error);
    if (status != wanted || growth_answer == NULL) growth_must_be_ok(status == PRAP_OK ? PRAP_E_BUG : status, &error);
    if (prap_answer_summary(growth_answer)->verdict != PRAP_VERDICT_PERMITTED) growth_must_be_ok(PRAP_E_BUG, &error);
}

static void grow(size_t n) {
    if (one.engine == NULL) {
        const prap_rulebook *const rulebooks[] = {growth_rulebook};
        open_store();
        growth_must_be_ok(prap_engine_create(&one.host, rulebooks, 1, &one.engine, NULL), NULL);
        growth_must_be_ok(prap_answer_create(&bench_allocator, &one.before), NULL);
    }
    one.keeps = true;
    while (one.version < n) submit_event(one.version, PRAP_OK);
    one.keeps = false;
}

static void submit(size_t n) {
    submit_event(n, PRAP_OK);
}

/* Its id is that of an event in the middle of the journal, which is looked for. */
static void submit_known(size_t n) {
    one.knows = true;
    submit_event(n / 2, PRAP_OK);
    one.knows = false;
    if (prap_answer_summary(growth_answer)->duplicate == 0) growth_must_be_ok(PRAP_E_BUG, NULL);
}

static void show_past(size_t n) {
    (void)n;
    growth_must_be_ok(prap_engine_show(one.engine, &key, past(), growth_answer, &error), &error);
}

static prap_status hear_event(void *user, const prap_event_view *event) {
    (void)user;
    heard += event->sequence;
    return PRAP_OK;
}

static void history(size_t n) {
    (void)n;
    growth_must_be_ok(prap_engine_history(one.engine, &key, last_day(), hear_event, NULL, &error), &error);
}

static void verify(size_t n) {
    prap_verify_report report = {.size = sizeof report};
    growth_must_be_ok(prap_engine_verify(one.engine, key.tenant, key.case_id, NULL, NULL, &report, &error), &error);
    if (report.events != n || report.faults != 0) growth_must_be_ok(PRAP_E_BUG, NULL);
}

static prap_status hear_kept(void *user, const prap_kept *kept) {
    (void)user;
    heard += kept->n_events;
    return PRAP_OK;
}

static void records(size_t n) {
    (void)n;
    growth_must_be_ok(prap_engine_records(one.engine, &key, last_day(), hear_kept, NULL, &error), &error);
}

static prap_status hear_checklist(void *user, const prap_checklist *list) {
    (void)user;
    heard += list->n_checks;
    return PRAP_OK;
}

static void checklist(size_t n) {
    (void)n;
    growth_must_be_ok(prap_engine_checklist(one.engine, &key, last_day(), 0, hear_checklist, NULL, &error), &error);
}

static void feed(size_t n) {
    prap_feed found = {.size = sizeof found};
    (void)n;
    growth_must_be_ok(prap_engine_feed(one.engine, &key, last_day(), NULL, NULL, &found, &error), &error);
}

static prap_status hear_retained(void *user, const prap_retained *retained, prap_status status) {
    (void)user;
    heard += retained->n_findings;
    return status;
}

static void retention(size_t n) {
    const prap_retention_terms terms = {.size = sizeof terms, .as_of = last_day()};
    (void)n;
    growth_must_be_ok(prap_engine_retention(one.engine, &key, &terms, hear_retained, NULL, &error), &error);
}

static prap_question question_of(prap_day as_of) {
    return (prap_question){.size = sizeof(prap_question), .as_of = as_of, .key = key};
}

static prap_status hear_option(void *user, const prap_option *option, const prap_answer *answer) {
    (void)user;
    (void)answer;
    heard += option->event;
    return PRAP_OK;
}

static void options(size_t n) {
    const prap_question question = question_of(past());
    (void)n;
    growth_must_be_ok(prap_engine_options(one.engine, &question, growth_answer, hear_option, NULL, &error), &error);
}

static prap_status hear_outcome(void *user, const prap_outcome *outcome, const prap_answer *answer) {
    (void)user;
    (void)answer;
    heard += outcome->event;
    return PRAP_OK;
}

static void outcome(size_t n) {
    const prap_question question = question_of(past());
    (void)n;
    growth_must_be_ok(prap_engine_outcome(one.engine, &question, growth_answer, hear_outcome, NULL, NULL, &error), &error);
}

static prap_status hear_step(void *user, const prap_step *step, const prap_answer *answer) {
    (void)user;
    (void)answer;
    heard += step->event;
    return PRAP_OK;
}

static void path(size_t n) {
    const prap_question question = question_of(past());
    prap_path found = {.size = sizeof found};
    (void)n;
    growth_must_be_ok(prap_engine_path(one.engine, &question, 0, growth_answer, hear_step, NULL, &found, &error), &error);
}

static void what_if(size_t n) {
    char id[24];
    const prap_command command = event_of(n, id), *const commands[] = {&command};
    growth_must_be_ok(prap_engine_what_if(one.engine, past(), commands, 1, one.before, growth_answer, NULL, NULL, &error), &error);
}

static void erasure(size_t n) {
    const prap_question question = question_of(past());
    prap_erasure found = {.size = sizeof found};
    (void)n;
    growth_must_be_ok(prap_engine_erasure(one.engine, &question, past(), growth_answer, &found, &error), &error);
}

/* A stream of the access code: n checks of an earlier code were recorded. */

enum { IN_FORCE = 19480, NOON = IN_FORCE * 24 * 60 + 720 };

static prap_verifier *verifier;

static prap_status fill(void *user, uint8_t *bytes, size_t n) {
    static uint64_t state = 1;
    (void)user;
    for (size_t i = 0; i < n; i++) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        bytes[i] = (uint8_t)(state >> 56);
    }
    return PRAP_OK;
}

static void grow_stream(size_t n) {
    static const prap_random source = {sizeof source, NULL, fill};
    static const uint32_t positions[PRAP_CHALLENGE_POSITIONS] = {1, 4, 7};
    if (verifier == NULL) {
        open_store();
        growth_must_be_ok(prap_verifier_create(&one.host, &source, NULL, 0, NULL, &verifier, &error), &error);
    }
    one.keeps = true;
    while (one.version < n) {
        prap_challenge made = {.size = sizeof made};
        char id[24];
        const prap_text text = {id, write_id(one.version + 1, id)};
        growth_must_be_ok(prap_verifier_record(verifier, &key, (prap_code_id){IN_FORCE, 0}, positions, PRAP_CHALLENGE_PASSED, text,
                                               NOON + (prap_instant)one.version, &made, &error), &error);
    }
    one.keeps = false;
}

static void report(size_t n) {
    prap_exposure exposure = {.size = sizeof exposure};
    growth_must_be_ok(prap_verifier_report(verifier, &key, NOON + (prap_instant)n, &exposure, &error), &error);
    if (exposure.answered != n) growth_must_be_ok(PRAP_E_BUG, NULL);
}

static void ask(size_t n) {
    prap_challenge asked = {.size = sizeof asked};
    growth_must_be_ok(prap_verifier_ask(verifier, &key, (prap_code_id){IN_FORCE, 0}, NOON + (prap_instant)n, &asked, &error), &error);
}

void growth_close_journals(void) {
    prap_engine_destroy(one.engine);
    prap_answer_destroy(one.before);
    close_store();
}

void growth_close_streams(void) {
    prap_verifier_destroy(verifier);
    close_store();
}

const growth_kind growth_of_journals[] = {
    {"prap_engine_submit", "events", GROWTH_MOST, grow, submit},
    {"prap_engine_submit, of an id that is known", "events", GROWTH_MOST, grow, submit_known},
    {"prap_engine_show, as of an earlier day", "events", GROWTH_MOST, grow, show_past},
    {"prap_engine_history", "events", GROWTH_MOST, grow, history},
    {"prap_engine_verify, of a case", "events", GROWTH_MOST, grow, verify},
    {"prap_engine_records", "events", GROWTH_MOST, grow, records},
    {"prap_engine_checklist", "events", GROWTH_MOST, grow, checklist},
    {"prap_engine_feed", "events", GROWTH_MOST, grow, feed},
    {"prap_engine_retention", "events", GROWTH_MOST, grow, retention},
    {"prap_engine_options, as of an earlier day", "events", GROWTH_MOST, grow, options},
    {"prap_engine_outcome, as of an earlier day", "events", GROWTH_MOST, grow, outcome},
    {"prap_engine_path, as of an earlier day", "events", GROWTH_MOST, grow, path},
    {"prap_engine_what_if, as of an earlier day", "events", GROWTH_MOST, grow, what_if},
    {"prap_engine_erasure, as of an earlier day", "events", GROWTH_MOST, grow, erasure},
    {NULL, NULL, 0, NULL, NULL},
};

const growth_kind growth_of_streams[] = {
    {"prap_verifier_report", "checks", GROWTH_MOST, grow_stream, report},
    {"prap_verifier_ask", "checks", GROWTH_MOST, grow_stream, ask},
    {NULL, NULL, 0, NULL, NULL},
};
