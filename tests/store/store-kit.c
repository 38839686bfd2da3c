/* store-kit.c: what needs no knowledge of the store. */
#include "store-kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

prap_text kit_text(const char *text) {
    return (prap_text){.bytes = text, .n = strlen(text)};
}

prap_key kit_key(const char *tenant, const char *case_id) {
    return (prap_key){.tenant = kit_text(tenant), .case_id = kit_text(case_id)};
}

static prap_bytes bytes_of(const char *text) {
    return (prap_bytes){.bytes = (const uint8_t *)text, .n = strlen(text)};
}

static void write_record(char *room, size_t room_bytes, const char *case_id, uint64_t sequence) {
    snprintf(room, room_bytes, "%s %llu", case_id, (unsigned long long)sequence);
}

static void write_snapshot(char *room, size_t room_bytes, const char *case_id, uint64_t version) {
    snprintf(room, room_bytes, "%s is at %llu", case_id, (unsigned long long)version);
}

void kit_change(struct kit_change *ret_change, const char *case_id, uint64_t expected_version,
                size_t n_events, const char *id) {
    struct kit_change *c = ret_change;
    *c = (struct kit_change){0};
    for (size_t i = 0; i < n_events; i++) {
        write_record(c->records[i], sizeof c->records[i], case_id, expected_version + 1 + i);
        c->events[i] = (prap_event_record){.size = sizeof c->events[i],
                                           .sequence = expected_version + 1 + i,
                                           .id = kit_text(id),
                                           .record = bytes_of(c->records[i])};
    }
    write_snapshot(c->snapshot, sizeof c->snapshot, case_id, expected_version + n_events);
    c->change = (prap_change){.size = sizeof c->change,
                              .key = kit_key("", case_id),
                              .expected_version = expected_version,
                              .new_version = expected_version + n_events,
                              .id = kit_text(id),
                              .events = c->events,
                              .n_events = n_events,
                              .snapshot = bytes_of(c->snapshot),
                              .programme = 1,
                              .stage = 10,
                              .next_due = PRAP_DAY_NONE,
                              .hold_until = PRAP_DAY_NONE,
                              .notices = c->notices};
}

prap_status kit_commit(kit_store *store, const prap_change *change) {
    const prap_store *callbacks = kit_callbacks(store);
    prap_status each = PRAP_E_BUG;
    const prap_status status = callbacks->commit(callbacks->user, change, 1, &each);
    return status == PRAP_OK ? each : status;
}

prap_status kit_append(kit_store *store, const char *case_id, uint64_t expected_version, const char *id) {
    struct kit_change change;
    kit_change(&change, case_id, expected_version, 1, id);
    return kit_commit(store, &change.change);
}

uint64_t kit_version(kit_store *store, const char *case_id) {
    const prap_store *callbacks = kit_callbacks(store);
    const prap_key key = kit_key("", case_id);
    prap_sink sink = {0};
    const prap_status status = callbacks->load(callbacks->user, &key, &sink);
    if (status == PRAP_NONE && sink.n == 0) return 0;
    if (status != PRAP_OK || sink.n != 1) kit_give_up(case_id, status, "could not be loaded");
    return sink.rows[0].version;
}

static bool is_text(const struct sink_row *row, const char *text) {
    return row->record_bytes == strlen(text) && memcmp(row->record, text, row->record_bytes) == 0;
}

bool kit_is_whole(kit_store *store, const char *case_id) {
    const prap_store *callbacks = kit_callbacks(store);
    const prap_key key = kit_key("", case_id);
    char text[PRAP_ID_BYTES + 32];
    prap_sink snapshot = {0}, journal = {0};
    if (callbacks->load(callbacks->user, &key, &snapshot) != PRAP_OK || snapshot.n != 1) return false;
    const uint64_t version = snapshot.rows[0].version;
    write_snapshot(text, sizeof text, case_id, version);
    if (!is_text(&snapshot.rows[0], text)) return false;
    if (callbacks->read(callbacks->user, &key, 1, SINK_ROWS, &journal) != PRAP_OK) return false;
    if (journal.n != version && journal.n != SINK_ROWS) return false;
    for (size_t i = 0; i < journal.n; i++) {
        write_record(text, sizeof text, case_id, i + 1);
        if (journal.rows[i].version != i + 1 || !is_text(&journal.rows[i], text)) return false;
    }
    return true;
}

int kit_in_child(int (*work)(void *user), void *user, bool unprivileged) {
    const pid_t child = fork();
    if (child < 0) fail_msg("fork failed");
    if (child == 0) {
        if (unprivileged && geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) _exit(120);
        _exit(work(user));
    }
    int how = 0;
    waitpid(child, &how, 0);
    return WIFEXITED(how) ? WEXITSTATUS(how) : -1;
}
