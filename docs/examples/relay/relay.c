/*
 * relay.c: the reference relay: takes the notices of an outbox, in SQLite or PostgreSQL, to a receiver that speaks HTTP.
 *
 *     relay STORE http://HOST:PORT ATTEMPTS [--until-idle] [--tries N] [--back-off MILLISECONDS] [--lease SECONDS]
 *     relay STORE http://HOST:PORT ATTEMPTS --set-aside | --again
 *
 * STORE is sqlite:FILE or postgresql:CONNECTION. ATTEMPTS is a file of the relay's own, made when it is missing.
 *
 * What it keeps: every notice is sent at least once, always under the same key (tenant, case, sequence, ordinal), and those
 * of a case in order, however many relays run and whenever one is killed. A notice is marked as sent only after the
 * receiver took it; a relay that dies in between sends it again, so a receiver knows a key that it had.
 *
 * When the receiver is away everything waits, and nothing counts against any notice. When it refuses one, that is tried
 * again after a while, twice as long each time, and set aside after N tries; the later notices of its case wait, for they
 * are to come in order, and other cases go on. --set-aside lists the keys of those; once the reason is gone, --again has
 * them tried anew. Nobody but a person drops one.
 *
 * --until-idle ends when for longer than a lease there was nothing left but what is set aside.
 */
#define _POSIX_C_SOURCE 200809L

#include <prap-sqlite.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifdef RELAY_POSTGRESQL
#include <prap-postgresql.h>
#endif

#include "relay.h"

enum { CASES = 20, LONGEST_BACK_OFF = 3600 * 1000 };

struct relay {
    struct sink sink;
    struct attempts *attempts;
    int tries_most;
    int64_t back_off;
    uint32_t lease_seconds;
    bool until_idle;
    /* of the delivery in hand */
    int64_t ends;       /* when the lease would be too short for another */
    int64_t next;       /* the earliest moment at which something put off may be tried; 0: nothing was put off */
    bool away;
};

static void put_off(struct relay *relay, int64_t next) {
    if (relay->next == 0 || next < relay->next) relay->next = next;
}

static prap_status refused(struct relay *relay, const char *key, int tries_before) {
    int64_t pause = relay->back_off;
    for (int i = 0; i < tries_before && pause < LONGEST_BACK_OFF; i++)
        pause *= 2;
    if (!attempts_failed(relay->attempts, key, now_milliseconds() + pause)) return PRAP_FAIL;
    if (tries_before + 1 < relay->tries_most) put_off(relay, now_milliseconds() + pause);
    return PRAP_RETRY;
}

/* PRAP_RETRY: not now, and nothing more of this case. */
static prap_status visit(struct relay *relay, const struct notice *notice) {
    char key[KEY_BYTES], body[BODY_BYTES];
    struct attempt attempt;
    if (relay->away || now_milliseconds() > relay->ends) {
        put_off(relay, now_milliseconds());
        return PRAP_RETRY;
    }
    notice_key(notice, key);
    if (!attempts_find(relay->attempts, key, &attempt)) return PRAP_FAIL;
    if (attempt.tries >= relay->tries_most) return PRAP_RETRY; /* set aside */
    if (attempt.next > now_milliseconds()) {
        put_off(relay, attempt.next);
        return PRAP_RETRY;
    }
    notice_body(notice, body);
    switch (sink_send(&relay->sink, key, body)) {
    case TAKEN: return attempt.tries == 0 || attempts_forget(relay->attempts, key) ? PRAP_OK : PRAP_FAIL;
    case REFUSED: return refused(relay, key, attempt.tries);
    case AWAY: break;
    }
    relay->away = true;
    put_off(relay, now_milliseconds() + relay->back_off);
    return PRAP_RETRY;
}

static prap_status visit_sqlite(void *user, const prap_sqlite_notice *found) {
    const struct notice notice = {found->key, found->sequence, found->ordinal, found->notice, found->recipient, found->due};
    return visit(user, &notice);
}

#ifdef RELAY_POSTGRESQL
static prap_status visit_postgresql(void *user, const prap_postgresql_notice *found) {
    const struct notice notice = {found->key, found->sequence, found->ordinal, found->notice, found->recipient, found->due};
    return visit(user, &notice);
}
#endif

/* One of the two. */
struct store {
    prap_sqlite *sqlite;
#ifdef RELAY_POSTGRESQL
    prap_postgresql *postgresql;
#endif
};

static prap_status open_store(const char *name, struct store *ret_store, prap_error *reterr) {
    *ret_store = (struct store){0};
#ifdef RELAY_POSTGRESQL
    if (strncmp(name, "postgresql:", 11) == 0) return prap_postgresql_open(name, 0, &ret_store->postgresql, reterr);
#endif
    return prap_sqlite_open(strncmp(name, "sqlite:", 7) == 0 ? name + 7 : name, 0, &ret_store->sqlite, reterr);
}

static void close_store(struct store *store) {
    prap_sqlite_close(store->sqlite);
#ifdef RELAY_POSTGRESQL
    prap_postgresql_close(store->postgresql);
#endif
}

/* Always by a lease: an HTTP call is longer than a transaction should be. */
static prap_status deliver(struct store *store, struct relay *relay, uint64_t *ret_delivered, prap_error *reterr) {
    const int64_t lease = (int64_t)relay->lease_seconds * 1000;
    relay->ends = now_milliseconds() + lease - 2 * relay->sink.timeout_milliseconds;
    relay->next = 0;
    relay->away = false;
    *ret_delivered = 0;
#ifdef RELAY_POSTGRESQL
    if (store->postgresql != NULL) {
        return prap_postgresql_deliver(store->postgresql, CASES, relay->lease_seconds, visit_postgresql, relay, ret_delivered,
                                       reterr);
    }
#endif
    return prap_sqlite_deliver(store->sqlite, CASES, relay->lease_seconds, visit_sqlite, relay, ret_delivered, reterr);
}

static void rest(int64_t milliseconds) {
    const struct timespec pause = {.tv_sec = (time_t)(milliseconds / 1000), .tv_nsec = (long)(milliseconds % 1000) * 1000000};
    nanosleep(&pause, NULL);
}

/*
 * Until something fails for good. A delivery claims only some of the cases and goes on behind the last, so that those that
 * stand still do not keep the others from their turn; and a relay that was killed keeps its cases for as long as its lease.
 * So idle is when nothing was delivered, and nothing put off, for longer than a lease and for a whole turn.
 */
static prap_status run(struct store *store, struct relay *relay, prap_error *reterr) {
    int64_t quiet_since = now_milliseconds();
    for (int turns = 0;;) {
        uint64_t delivered = 0;
        const prap_status status = deliver(store, relay, &delivered, reterr);
        if (status != PRAP_OK && status != PRAP_RETRY && status != PRAP_UNKNOWN) return status;
        if (status == PRAP_OK && delivered > 0) {
            quiet_since = now_milliseconds();
            turns = 0;
            continue;
        }
        const bool quiet = status == PRAP_OK && relay->next == 0;
        if (!quiet) quiet_since = now_milliseconds();
        turns = quiet ? turns + 1 : 0;
        const bool all_seen = turns > 2 + attempts_count(relay->attempts, relay->tries_most) / CASES;
        const bool leases_ended = now_milliseconds() - quiet_since > (int64_t)relay->lease_seconds * 1000 + 500;
        if (relay->until_idle && all_seen && leases_ended) return PRAP_OK;
        const int64_t until_next = relay->next == 0 ? relay->back_off : relay->next - now_milliseconds();
        rest(until_next < 10 ? 10 : until_next > 1000 ? 1000 : until_next);
    }
}

static bool read_options(int argc, char **argv, struct relay *relay, const char **ret_verb) {
    for (int i = 4; i < argc; i++) {
        const bool has_value = i + 1 < argc;
        if (strcmp(argv[i], "--until-idle") == 0) relay->until_idle = true;
        else if (strcmp(argv[i], "--set-aside") == 0 || strcmp(argv[i], "--again") == 0) *ret_verb = argv[i];
        else if (strcmp(argv[i], "--tries") == 0 && has_value) relay->tries_most = atoi(argv[++i]);
        else if (strcmp(argv[i], "--back-off") == 0 && has_value) relay->back_off = atoi(argv[++i]);
        else if (strcmp(argv[i], "--lease") == 0 && has_value) relay->lease_seconds = (uint32_t)atoi(argv[++i]);
        else return false;
    }
    return relay->tries_most > 0 && relay->back_off > 0 && relay->lease_seconds > 0;
}

int main(int argc, char **argv) {
    struct relay relay = {.tries_most = 5, .back_off = 1000, .lease_seconds = 30};
    struct store store;
    const char *verb = NULL;
    prap_error error = {.size = sizeof error};
    if (argc < 4 || !sink_read(argv[2], &relay.sink) || !read_options(argc, argv, &relay, &verb)) {
        fputs("usage: relay STORE http://HOST:PORT ATTEMPTS [--until-idle] [--tries N] [--back-off MILLISECONDS]\n"
              "             [--lease SECONDS] [--set-aside | --again]\n", stderr);
        return 2;
    }
    /* A call may take half of the lease at most, so that a relay never sends what another has claimed after it. */
    if (relay.sink.timeout_milliseconds > (int)relay.lease_seconds * 250)
        relay.sink.timeout_milliseconds = (int)relay.lease_seconds * 250;
    relay.attempts = attempts_open(argv[3]);
    if (relay.attempts == NULL) {
        fputs("relay: the file of attempts cannot be used\n", stderr);
        return 1;
    }
    prap_status status = PRAP_OK;
    if (verb != NULL) {
        const bool listed = strcmp(verb, "--again") == 0 ? attempts_again(relay.attempts, relay.tries_most)
                                                         : attempts_list(relay.attempts, relay.tries_most);
        if (!listed) status = PRAP_FAIL;
    } else {
        status = open_store(argv[1], &store, &error);
        if (status == PRAP_OK) status = run(&store, &relay, &error);
        close_store(&store);
        if (status != PRAP_OK) fprintf(stderr, "relay: %s\n", error.message);
    }
    attempts_close(relay.attempts);
    return status == PRAP_OK ? 0 : 1;
}
