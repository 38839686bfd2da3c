/* kit-sqlite.c: the kit over SQLite files in a directory of the test's own. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "store-kit.h"

static char directory[64];
static pid_t owner; /* the process that runs the tests */

void kit_give_up(const char *what, prap_status status, const char *message) {
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
    if (status != PRAP_OK) kit_give_up(name, status, error.message);
    return store;
}

prap_status kit_try(const char *name, uint32_t flags) {
    prap_sqlite *store = NULL;
    const prap_status status = prap_sqlite_open(kit_path(name), flags, &store, NULL);
    prap_sqlite_close(store);
    return status;
}

void kit_remove(const char *name) {
    char beside[32];
    static const char *const suffixes[] = {"", "-wal", "-shm", "-journal"};
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        snprintf(beside, sizeof beside, "%s%s", name, suffixes[i]);
        unlink(kit_path(beside));
    }
}

static prap_status count_notice(void *user, const prap_sqlite_notice *notice) {
    (void)notice;
    ++*(uint64_t *)user;
    return PRAP_OK;
}

uint64_t kit_count_notices(kit_store *store) {
    uint64_t n = 0;
    const prap_status status = prap_sqlite_notices(store, 0, UINT32_MAX, count_notice, &n, NULL);
    if (status != PRAP_OK) kit_give_up("notices", status, "");
    return n;
}

/* Every write goes through the WAL. */
uint64_t kit_written(const char *name) {
    char wal[32];
    size_t bytes = 0;
    snprintf(wal, sizeof wal, "%s-wal", name);
    sqlite3_free(kit_read(wal, &bytes));
    return bytes;
}

void kit_settle(void) {
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
