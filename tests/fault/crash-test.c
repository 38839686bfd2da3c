/*
 * crash-test.c: a process is killed (SIGKILL) while it records events in an SQLite store, at every call of
 * the store, before and after it, and at random moments. Each time another process opens the file, finds it
 * whole, finds what was acknowledged and at most the one event that was under way, goes on with that event,
 * and opens it once more.
 *
 * crash-test [SEED]
 */
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "prap-sqlite.h"

#include "chooser.h"
#include "failing-allocator.h"
#include "share.h"
#include "test-host.h"

enum { RANDOM_KILLS = 160, KILLED_CALLS = 40, EVENTS_IN_A_LIFE = 60, LONGEST_LIFE_MICROSECONDS = 30000 };

/* Written by the child the moment an event was acknowledged; survives it. */
static volatile uint64_t *acknowledged;

static char path[4096];

/* A store that kills its own process at a call: 2 * n before the nth call, 2 * n + 1 after it. */
struct killing_store {
    prap_store interface;
    const prap_store *real;
    unsigned calls;
    unsigned kill_at; /* 0: never */
};

static void pass(const struct killing_store *store, unsigned point) {
    if (store->kill_at != 0 && point == store->kill_at) raise(SIGKILL);
}

static prap_status load(void *user, const prap_key *key, prap_sink *sink) {
    struct killing_store *store = user;
    const unsigned call = ++store->calls;
    pass(store, 2 * call);
    const prap_status status = store->real->load(store->real->user, key, sink);
    pass(store, 2 * call + 1);
    return status;
}

static prap_status commit(void *user, const prap_change *changes, size_t n, prap_status *ret_each) {
    struct killing_store *store = user;
    const unsigned call = ++store->calls;
    pass(store, 2 * call);
    const prap_status status = store->real->commit(store->real->user, changes, n, ret_each);
    pass(store, 2 * call + 1);
    return status;
}

static prap_status read_events(void *user, const prap_key *key, uint64_t from, uint32_t max,
                               prap_sink *sink) {
    const struct killing_store *store = user;
    return store->real->read(store->real->user, key, from, max, sink);
}

struct session {
    struct failing_allocator allocator;
    struct killing_store store;
    prap_sqlite *sqlite;
    prap_host host;
    prap_rulebook *rulebook;
    prap_engine *engine;
    prap_answer *answer;
};

static void must(prap_status status, const char *what) {
    if (status == PRAP_OK) return;
    fprintf(stderr, "%s: %s\n", what, prap_status_name(status));
    exit(1);
}

static void open_session(struct session *session, unsigned kill_at) {
    memset(session, 0, sizeof *session);
    failing_allocator_init(&session->allocator);
    must(prap_sqlite_open(path, PRAP_SQLITE_CREATE, &session->sqlite, NULL), "the store cannot be opened");
    session->store.real = prap_sqlite_store(session->sqlite);
    session->store.interface =
        (prap_store){sizeof session->store.interface, &session->store, load, commit, read_events, NULL};
    session->store.kill_at = kill_at;
    session->host =
        (prap_host){sizeof session->host, &session->allocator.interface, &session->store.interface, NULL};
    must(prap_rulebook_create(&session->allocator.interface, PRAP_PROGRAMME_IPES,
                              prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), NULL, 0,
                              &session->rulebook, NULL),
         "rulebook");
    const prap_rulebook *rulebooks[] = {session->rulebook};
    must(prap_engine_create(&session->host, rulebooks, 1, &session->engine, NULL), "engine");
    must(prap_answer_create(&session->allocator.interface, &session->answer), "answer");
}

static void close_session(struct session *session) {
    prap_answer_destroy(session->answer);
    prap_engine_destroy(session->engine);
    prap_rulebook_destroy(session->rulebook);
    prap_sqlite_close(session->sqlite);
}

/* The nth event of the case: the referral, and then an attempt to reach the person on each following day. */
static prap_status submit_nth(struct session *session, uint64_t nth) {
    const uint32_t event = nth == 1 ? PRAP_EVENT_REFERRAL_RECEIVED : PRAP_EVENT_CONTACT_ATTEMPTED;
    prap_command command = test_command("A", event, test_day(2023, 5, 5) + (prap_day)(nth / 1000));
    char id[32];
    snprintf(id, sizeof id, "event-%" PRIu64, nth);
    command.id = test_text(id);
    const prap_status status = prap_engine_submit(session->engine, &command, session->answer, NULL);
    if (status != PRAP_OK) return status;
    return prap_answer_summary(session->answer)->verdict == PRAP_VERDICT_PERMITTED ? PRAP_OK : PRAP_E_BUG;
}

static void live(unsigned kill_at) {
    struct session session;
    open_session(&session, kill_at);
    for (int i = 0; i < EVENTS_IN_A_LIFE; i++) {
        must(submit_nth(&session, *acknowledged + 1), "an event was not recorded");
        *acknowledged += 1;
    }
    close_session(&session);
    _exit(0);
}

static uint64_t kept_version(void) {
    struct session session;
    open_session(&session, 0);
    must(prap_sqlite_check(session.sqlite, NULL), "the store is not whole");
    const prap_key key = test_key("A");
    const prap_status status =
        prap_engine_show(session.engine, &key, test_day(2023, 6, 30), session.answer, NULL);
    if (status != PRAP_E_NO_CASE) must(status, "the case cannot be shown");
    const uint64_t version = prap_answer_summary(session.answer)->version;
    close_session(&session);
    return status == PRAP_OK ? version : 0;
}

static prap_status count_event(void *user, const prap_event_view *event) {
    uint64_t *seen = user;
    return event->sequence == ++*seen ? PRAP_OK : PRAP_E_DAMAGED;
}

/* Submits the event that was under way again: it is recorded once, whether or not it had been. */
static void go_on(void) {
    struct session session;
    open_session(&session, 0);
    must(submit_nth(&session, *acknowledged + 1), "the event that was under way cannot be recorded");
    *acknowledged += 1;
    uint64_t seen = 0;
    const prap_key key = test_key("A");
    must(prap_engine_history(session.engine, &key, test_day(2023, 6, 30), count_event, &seen, NULL),
         "history");
    close_session(&session);
    if (seen != *acknowledged || kept_version() != *acknowledged) {
        fprintf(stderr, "acknowledged %" PRIu64 ", but %" PRIu64 " events are kept\n", *acknowledged, seen);
        exit(1);
    }
}

/* One life and death. after_microseconds is used when the child does not kill itself. */
static bool die_once(unsigned kill_at, unsigned after_microseconds) {
    fflush(NULL);
    const pid_t child = fork();
    if (child < 0) must(PRAP_FAIL, "fork");
    if (child == 0) live(kill_at);
    if (kill_at == 0) {
        const struct timespec wait = {0, (long)after_microseconds * 1000};
        nanosleep(&wait, NULL);
        kill(child, SIGKILL);
    }
    int how = 0;
    if (waitpid(child, &how, 0) != child) must(PRAP_FAIL, "waitpid");
    const bool killed = WIFSIGNALED(how) && WTERMSIG(how) == SIGKILL;
    if (!killed && !(WIFEXITED(how) && WEXITSTATUS(how) == 0)) {
        fprintf(stderr, "the child went wrong by itself\n");
        exit(1);
    }
    const uint64_t kept = kept_version();
    if (kept < *acknowledged || kept > *acknowledged + 1) {
        fprintf(stderr, "acknowledged %" PRIu64 ", kept %" PRIu64 "\n", *acknowledged, kept);
        exit(1);
    }
    go_on();
    return killed;
}

static void remove_store(const char *directory) {
    static const char *const suffixes[] = {"", "-wal", "-shm"};
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        char file[sizeof path + 8];
        snprintf(file, sizeof file, "%s%s", path, suffixes[i]);
        unlink(file);
    }
    rmdir(directory);
}

int main(int argc, char **argv) {
    const uint64_t seed = argc > 1 ? strtoull(argv[1], NULL, 0) : 20231121;
    struct chooser chooser = chooser_from_seed(seed);
    printf("seed %" PRIu64 "\n", seed);
    const char *temporary = getenv("TMPDIR");
    char directory[2048];
    snprintf(directory, sizeof directory, "%s/prap-crash-XXXXXX", temporary != NULL ? temporary : "/tmp");
    if (mkdtemp(directory) == NULL) must(PRAP_FAIL, "mkdtemp");
    snprintf(path, sizeof path, "%s/cases.db", directory);
    acknowledged =
        mmap(NULL, sizeof *acknowledged, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (acknowledged == MAP_FAILED) must(PRAP_FAIL, "mmap");

    const unsigned points = 2 * (unsigned)test_share(KILLED_CALLS);
    unsigned killed = 0;
    for (unsigned point = 2; point < 2 + points; point++)
        if (die_once(point, 0)) killed++;
    if (killed != points) must(PRAP_E_BUG, "a call was never reached");
    const unsigned long lives = test_share(RANDOM_KILLS);
    for (unsigned long i = 0; i < lives; i++)
        if (die_once(0, choose(&chooser, LONGEST_LIFE_MICROSECONDS))) killed++;
    printf("%u processes killed, %" PRIu64 " events kept, none lost, none invented\n", killed, *acknowledged);
    remove_store(directory);
    return 0;
}
