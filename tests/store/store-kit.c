#include "store-kit.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

static char directory[64];
static pid_t owner; /* the process that runs the tests */

/* In a child of a test, failing must not go on with the next test. */
static void give_up(const char *what, prap_status status, const char *message) {
    print_error("%s: status %d %s\n", what, status, message);
    if (getpid() != owner) _exit(98);
    fail();
}

int kit_setup(void **state) {
    (void)state;
    owner = getpid();
    strcpy(directory, "/tmp/prap-store-XXXXXX");
    return mkdtemp(directory) == NULL || chmod(directory, 0755) != 0 ? -1 : 0;
}

int kit_teardown(void **state) {
    (void)state;
    DIR *files = opendir(directory);
    if (files == NULL) return -1;
    for (const struct dirent *file; (file = readdir(files)) != NULL;) {
        if (strcmp(file->d_name, ".") != 0 && strcmp(file->d_name, "..") != 0) remove(kit_path(file->d_name));
    }
    closedir(files);
    return rmdir(directory);
}

const char *kit_path(const char *name) {
    static char paths[4][320];
    static unsigned turn;
    char *path = paths[turn++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", directory, name);
    return path;
}

prap_sqlite *kit_open(const char *name, uint32_t flags) {
    prap_sqlite *store = NULL;
    prap_error error = {.size = sizeof error};
    const prap_status status = prap_sqlite_open(kit_path(name), flags, &store, &error);
    if (status != PRAP_OK) give_up(name, status, error.message);
    return store;
}

prap_status kit_try(const char *name, uint32_t flags) {
    prap_sqlite *store = NULL;
    const prap_status status = prap_sqlite_open(kit_path(name), flags, &store, NULL);
    prap_sqlite_close(store);
    return status;
}

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

prap_status kit_commit(prap_sqlite *store, const prap_change *change) {
    const prap_store *callbacks = prap_sqlite_store(store);
    prap_status each = PRAP_E_BUG;
    const prap_status status = callbacks->commit(callbacks->user, change, 1, &each);
    return status == PRAP_OK ? each : status;
}

prap_status kit_append(prap_sqlite *store, const char *case_id, uint64_t expected_version, const char *id) {
    struct kit_change change;
    kit_change(&change, case_id, expected_version, 1, id);
    return kit_commit(store, &change.change);
}

uint64_t kit_version(prap_sqlite *store, const char *case_id) {
    const prap_store *callbacks = prap_sqlite_store(store);
    const prap_key key = kit_key("", case_id);
    prap_sink sink = {0};
    const prap_status status = callbacks->load(callbacks->user, &key, &sink);
    if (status == PRAP_NONE && sink.n == 0) return 0;
    if (status != PRAP_OK || sink.n != 1) give_up(case_id, status, "could not be loaded");
    return sink.rows[0].version;
}

static bool is_text(const struct sink_row *row, const char *text) {
    return row->record_bytes == strlen(text) && memcmp(row->record, text, row->record_bytes) == 0;
}

bool kit_is_whole(prap_sqlite *store, const char *case_id) {
    const prap_store *callbacks = prap_sqlite_store(store);
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

void kit_sql(const char *name, const char *sql) {
    sqlite3 *db = NULL;
    char *message = NULL;
    if (sqlite3_open(kit_path(name), &db) != SQLITE_OK) fail_msg("could not open %s", name);
    if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK) fail_msg("%s: %s", sql, message);
    sqlite3_close(db);
}

uint8_t *kit_read(const char *name, size_t *ret_bytes) {
    FILE *file = fopen(kit_path(name), "rb");
    if (file == NULL) fail_msg("could not read %s", name);
    fseek(file, 0, SEEK_END);
    const size_t bytes = (size_t)ftell(file);
    rewind(file);
    uint8_t *content = sqlite3_malloc64(bytes + 1);
    if (content == NULL || fread(content, 1, bytes, file) != bytes) fail_msg("could not read %s", name);
    fclose(file);
    *ret_bytes = bytes;
    return content;
}

void kit_write(const char *name, const void *content, size_t bytes) {
    FILE *file = fopen(kit_path(name), "wb");
    if (file == NULL || fwrite(content, 1, bytes, file) != bytes || fclose(file) != 0) {
        fail_msg("could not write %s", name);
    }
}

void kit_copy(const char *from, const char *to) {
    size_t bytes = 0;
    uint8_t *content = kit_read(from, &bytes);
    kit_write(to, content, bytes);
    sqlite3_free(content);
}

bool kit_exists(const char *name) {
    return access(kit_path(name), F_OK) == 0;
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
