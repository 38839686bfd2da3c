#include "workload.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

#include "crash-vfs.h"
#include "test-host.h"

struct witness *witness;
const char secret_beside[] = "Hermione Threlfall, 14 Tenter Croft";

enum what { SUBMIT, RELAY, PUT_ASIDE, SHRED, SWEEP };

/* Cases A and B go on, C is left to time. */
static const struct {
    enum what what;
    unsigned which;
    uint32_t event;
    int day; /* of May 2023 */
} steps[CRASH_STEPS] = {
    {SUBMIT, 0, PRAP_EVENT_REFERRAL_RECEIVED, 5},  {SUBMIT, 1, PRAP_EVENT_REFERRAL_RECEIVED, 5},
    {SUBMIT, 0, PRAP_EVENT_ACCEPT, 9},             {RELAY, 0, 0, 0},
    {SUBMIT, 0, PRAP_EVENT_CONTACT_ATTEMPTED, 10}, {PUT_ASIDE, 0, 0, 0},
    {SUBMIT, 2, PRAP_EVENT_REFERRAL_RECEIVED, 10}, {SUBMIT, 1, PRAP_EVENT_ACCEPT, 9},
    {SUBMIT, 0, PRAP_EVENT_CONTACT_ATTEMPTED, 11}, {SUBMIT, 2, PRAP_EVENT_ACCEPT, 11},
    {RELAY, 0, 0, 0},                              {SUBMIT, 1, PRAP_EVENT_CONTACT_ATTEMPTED, 12},
    {SHRED, 0, 0, 0},                              {SUBMIT, 0, PRAP_EVENT_CONTACT_ATTEMPTED, 15},
    {SWEEP, 0, 0, 0},                              {RELAY, 0, 0, 0},
};

time_t __wrap_time(time_t *ret_now); /* the linker's, so that a lease can run out between two processes */
time_t __wrap_time(time_t *ret_now) {
    const time_t now = (time_t)witness->kept.clock;
    if (ret_now != NULL) *ret_now = now;
    return now;
}

void witness_share(void) {
    witness = mmap(NULL, sizeof *witness, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (witness == MAP_FAILED) abort();
}

void witness_forget(void) {
    memset(witness, 0, offsetof(struct witness, n_calls));
    witness->kept.clock = 1683000000;
    witness->until = CRASH_STEPS;
}

void witness_say(const char *what, const char *more) {
    if (witness->wrong) return;
    witness->wrong = true;
    snprintf(witness->said, sizeof witness->said, "%s%s%s", what, more[0] == '\0' ? "" : ": ", more);
}

prap_text crash_case(unsigned which) {
    static const char *const names[CRASH_CASES] = {"A", "B", "C"};
    return test_text(names[which]);
}

bool step_is_one_commit(unsigned step) {
    return steps[step].what == SUBMIT;
}

bool secret_is_there_after(unsigned done) {
    bool there = false;
    for (unsigned i = 0; i < done; i++) {
        if (steps[i].what == PUT_ASIDE) there = true;
        if (steps[i].what == SHRED) there = false;
    }
    return there;
}

bool secret_is_shredded_after(unsigned done) {
    for (unsigned i = 0; i < done; i++)
        if (steps[i].what == SHRED) return true;
    return false;
}

/* The callbacks of the host: each call is a point before it and one after it. */
static void pass(struct session *session, bool after) {
    if (!after) session->calls++;
    if (session->die_at != 0 && session->die_at == 2 * session->calls + (after ? 1 : 0)) crash_die(session->by_exit);
}

static prap_status load(void *user, const prap_key *key, prap_sink *sink) {
    struct session *session = user;
    pass(session, false);
    const prap_status status = session->real->load(session->real->user, key, sink);
    pass(session, true);
    return status;
}

static prap_status commit(void *user, const prap_change *changes, size_t n, prap_status *ret_each) {
    struct session *session = user;
    pass(session, false);
    const prap_status status = session->real->commit(session->real->user, changes, n, ret_each);
    pass(session, true);
    return status;
}

static prap_status read_events(void *user, const prap_key *key, uint64_t from, uint32_t max, prap_sink *sink) {
    struct session *session = user;
    pass(session, false);
    const prap_status status = session->real->read(session->real->user, key, from, max, sink);
    pass(session, true);
    return status;
}

static prap_status scan(void *user, const prap_scan *query, prap_sink *sink) {
    struct session *session = user;
    pass(session, false);
    const prap_status status = session->real->scan(session->real->user, query, sink);
    pass(session, true);
    return status;
}

static void committed(void *user, const prap_change *change) {
    (void)change;
    pass(user, false);
    pass(user, true);
}

/* Made once, for all processes: they are forked from one. */
static const prap_rulebook *the_rulebook(void) {
    static struct failing_allocator allocator;
    static prap_rulebook *rulebook;
    if (rulebook != NULL) return rulebook;
    failing_allocator_init(&allocator);
    const prap_status status =
        prap_rulebook_create(&allocator.interface, PRAP_PROGRAMME_IPES,
                             prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), NULL, 0, &rulebook, NULL);
    if (status != PRAP_OK) abort();
    return rulebook;
}

prap_status session_open(struct session *session, const char *path) {
    memset(session, 0, sizeof *session);
    failing_allocator_init(&session->allocator);
    prap_status status = prap_sqlite_open(path, PRAP_SQLITE_CREATE, &session->sqlite, NULL);
    if (status != PRAP_OK) return status;
    prap_sqlite_set_wait(session->sqlite, 10);
    session->real = prap_sqlite_store(session->sqlite);
    session->store = (prap_store){sizeof session->store, session, load, commit, read_events, scan};
    session->observer = (prap_observer){sizeof session->observer, session, committed};
    session->host =
        (prap_host){sizeof session->host, &session->allocator.interface, &session->store, &session->observer};
    const prap_rulebook *rulebooks[] = {the_rulebook()};
    status = prap_engine_create(&session->host, rulebooks, 1, &session->engine, NULL);
    if (status == PRAP_OK) status = prap_answer_create(&session->allocator.interface, &session->answer);
    if (status != PRAP_OK) witness_say("no engine", prap_status_name(status));
    return status;
}

void session_close(struct session *session) {
    prap_answer_destroy(session->answer);
    prap_engine_destroy(session->engine);
    prap_sqlite_close(session->sqlite);
    memset(session, 0, sizeof *session);
}

static prap_status submit(struct session *session, unsigned step) {
    prap_command command = {.size = sizeof command,
                            .event = steps[step].event,
                            .on = test_day(2023, 5, steps[step].day),
                            .recorded = PRAP_DAY_NONE};
    char id[16];
    snprintf(id, sizeof id, "step-%u", step);
    if (command.event == PRAP_EVENT_REFERRAL_RECEIVED) command.programme = PRAP_PROGRAMME_IPES;
    command.key.case_id = crash_case(steps[step].which);
    command.id = test_text(id);
    const prap_status status = prap_engine_submit(session->engine, &command, session->answer, NULL);
    if (status != PRAP_OK) return status;
    const uint32_t verdict = prap_answer_summary(session->answer)->verdict;
    if (verdict != PRAP_VERDICT_PERMITTED) witness_say("an event that is permitted was not", id);
    return PRAP_OK;
}

/* The world outside. It has the notice the moment it is handed over, and knows an id that it had. */
static prap_status receive(void *user, const prap_sqlite_notice *notice) {
    struct session *session = user;
    pass(session, false);
    const unsigned c = (unsigned)(notice->key.case_id.bytes[0] - 'A');
    if (c >= CRASH_CASES || notice->sequence >= CRASH_SEQUENCES || notice->ordinal >= CRASH_ORDINALS) {
        witness_say("a notice that nobody wrote", "");
        return PRAP_OK;
    }
    for (uint64_t s = notice->sequence + 1; s < CRASH_SEQUENCES; s++)
        if (witness->kept.received[c][s][0] > 0 && witness->kept.received[c][notice->sequence][notice->ordinal] == 0)
            witness_say("a notice came after a later one", "");
    witness->kept.received[c][notice->sequence][notice->ordinal]++;
    pass(session, true);
    return PRAP_OK;
}

static prap_status relay(struct session *session) {
    uint64_t delivered = 1;
    prap_status status = PRAP_OK;
    for (int calls = 0; status == PRAP_OK && delivered > 0; calls++) {
        status = prap_sqlite_deliver(session->sqlite, 2, 60, receive, session, &delivered, NULL);
        if (calls == 100) witness_say("the outbox does not become empty", "");
        if (calls == 100) return PRAP_E_BUG;
    }
    return status;
}

static prap_status sweep(struct session *session) {
    prap_sweep_report report = {.size = sizeof report};
    const prap_status status =
        prap_engine_sweep(session->engine, (prap_text){0}, test_day(2023, 9, 1), &report, NULL);
    return status == PRAP_OK && report.failed > 0 ? PRAP_RETRY : status;
}

prap_status session_step(struct session *session, unsigned step) {
    const prap_bytes data = {(const uint8_t *)secret_beside, sizeof secret_beside - 1};
    prap_status status = PRAP_OK;
    switch (steps[step].what) {
    case SUBMIT:
        return submit(session, step);
    case RELAY:
        return relay(session);
    case PUT_ASIDE:
        return prap_sqlite_sidecar_put(session->sqlite, test_text("x1"), data, NULL);
    case SHRED:
        status = prap_sqlite_sidecar_shred(session->sqlite, test_text("x1"), NULL);
        return status == PRAP_NONE ? PRAP_OK : status;
    case SWEEP:
        return sweep(session);
    }
    return PRAP_E_BUG;
}
