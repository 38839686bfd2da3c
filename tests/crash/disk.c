#include "disk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "chooser.h"

enum { FILES = 16, SECTOR = 512 };

/* A write, or with content NULL a truncation to at. */
struct change {
    uint8_t *content;
    int bytes;
    int64_t at;
};

struct disk_file {
    char path[320];
    uint8_t *synced;
    int64_t synced_bytes;
    struct change *changes; /* since the last sync */
    size_t n_changes, room;
    bool is_new;   /* its name is in the directory since the directory was synced, */
    bool is_gone;  /*   or is no longer */
    bool makes_directory_sync;
};

static struct disk_file files[FILES];
static size_t n_files;

static void must(bool holds, const char *what) {
    if (holds) return;
    fprintf(stderr, "crash-test: %s\n", what);
    abort();
}

static struct disk_file *find(const char *path) {
    for (size_t i = n_files; i-- > 0;)
        if (!files[i].is_gone && strcmp(files[i].path, path) == 0) return &files[i];
    return NULL;
}

static void read_whole(struct disk_file *file) {
    FILE *from = fopen(file->path, "rb");
    if (from == NULL) return;
    fseek(from, 0, SEEK_END);
    file->synced_bytes = ftell(from);
    rewind(from);
    file->synced = malloc((size_t)file->synced_bytes + 1);
    must(file->synced != NULL && fread(file->synced, 1, (size_t)file->synced_bytes, from) == (size_t)file->synced_bytes,
         "a file cannot be read");
    fclose(from);
}

static void forget_changes(struct disk_file *file) {
    for (size_t i = 0; i < file->n_changes; i++)
        free(file->changes[i].content);
    file->n_changes = 0;
}

static void forget(struct disk_file *file) {
    forget_changes(file);
    free(file->changes);
    free(file->synced);
    *file = (struct disk_file){.synced = NULL};
}

/* That of a file that is gone for good, or a new one. */
static struct disk_file *slot(void) {
    for (size_t i = 0; i < n_files; i++) {
        if (files[i].path[0] != '\0') continue;
        forget(&files[i]);
        return &files[i];
    }
    must(n_files < FILES, "too many files");
    files[n_files] = (struct disk_file){.synced = NULL};
    return &files[n_files++];
}

/* The database itself is made by the store, and its name is in the directory once a journal's first sync has synced that. */
struct disk_file *disk_open(const char *path, int flags) {
    struct disk_file *file = find(path);
    if (file != NULL) return file;
    file = slot();
    snprintf(file->path, sizeof file->path, "%s", path);
    struct stat found;
    const bool is_there = stat(path, &found) == 0;
    const bool is_beside = (flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL)) != 0;
    file->is_new = !is_there || (found.st_size == 0 && !is_beside);
    file->makes_directory_sync = !is_there && is_beside;
    if (is_there) read_whole(file);
    return file;
}

static void add(struct disk_file *file, struct change change) {
    if (file->n_changes == file->room) {
        file->room = file->room == 0 ? 64 : 2 * file->room;
        file->changes = realloc(file->changes, file->room * sizeof *file->changes);
        must(file->changes != NULL, "no memory");
    }
    file->changes[file->n_changes++] = change;
}

void disk_write(struct disk_file *file, const void *content, int bytes, int64_t at) {
    uint8_t *copy = malloc((size_t)bytes + 1);
    must(copy != NULL, "no memory");
    memcpy(copy, content, (size_t)bytes);
    add(file, (struct change){copy, bytes, at});
}

void disk_truncate(struct disk_file *file, int64_t bytes) {
    add(file, (struct change){NULL, 0, bytes});
}

static void set_size(struct disk_file *file, int64_t bytes) {
    if (bytes > file->synced_bytes) {
        file->synced = realloc(file->synced, (size_t)bytes + 1);
        must(file->synced != NULL, "no memory");
        memset(file->synced + file->synced_bytes, 0, (size_t)(bytes - file->synced_bytes));
    }
    file->synced_bytes = bytes;
}

static void put(struct disk_file *file, const uint8_t *content, int64_t bytes, int64_t at) {
    if (at + bytes > file->synced_bytes) set_size(file, at + bytes);
    memcpy(file->synced + at, content, (size_t)bytes);
}

static void sync_directory(void) {
    for (size_t i = 0; i < n_files; i++)
        files[i].is_new = false;
    for (size_t i = 0; i < n_files; i++)
        if (files[i].is_gone) files[i].path[0] = '\0'; /* for good */
}

void disk_sync(struct disk_file *file) {
    for (size_t i = 0; i < file->n_changes; i++) {
        const struct change *change = &file->changes[i];
        if (change->content == NULL) set_size(file, change->at);
        else put(file, change->content, change->bytes, change->at);
    }
    forget_changes(file);
    if (file->makes_directory_sync) sync_directory();
    file->makes_directory_sync = false;
}

void disk_delete(const char *path, bool is_synced) {
    struct disk_file *file = find(path);
    if (file == NULL) file = disk_open(path, 0); /* it is gone already: nothing is known of it */
    file->is_gone = true;
    if (is_synced) sync_directory();
}

/* Of each write, sector by sector, what the chances leave. */
static void apply_by_chance(struct disk_file *file, struct chooser *chance, uint32_t kept_of_four) {
    for (size_t i = 0; i < file->n_changes; i++) {
        const struct change *change = &file->changes[i];
        if (change->content == NULL) {
            if (choose(chance, 4) < kept_of_four) set_size(file, change->at);
            continue;
        }
        for (int64_t from = change->at; from < change->at + change->bytes;) {
            int64_t to = (from / SECTOR + 1) * SECTOR;
            if (to > change->at + change->bytes) to = change->at + change->bytes;
            if (choose(chance, 4) < kept_of_four) put(file, change->content + (from - change->at), to - from, from);
            from = to;
        }
    }
}

static void write_back(const struct disk_file *file) {
    FILE *to = fopen(file->path, "wb");
    must(to != NULL, "a file cannot be written");
    must(fwrite(file->synced == NULL ? (const uint8_t *)"" : file->synced, 1, (size_t)file->synced_bytes, to) ==
             (size_t)file->synced_bytes, "a file cannot be written");
    fclose(to);
}

/* The database's: the first that was opened. The shared memory is nobody's after a power cut: gone, or any bytes. */
static void spoil_shared_memory(const char *path, struct chooser *chance) {
    char name[336];
    snprintf(name, sizeof name, "%.320s-shm", path);
    if (access(name, F_OK) != 0) return;
    if (once_in(chance, 2)) {
        unlink(name);
        return;
    }
    FILE *to = fopen(name, "wb");
    must(to != NULL, "the shared memory cannot be written");
    for (int i = 0; i < 32768; i++)
        fputc((int)choose(chance, 256), to);
    fclose(to);
}

void disk_fail(uint64_t seed) {
    struct chooser chance = chooser_from_seed(seed);
    const uint32_t kept_of_four = choose(&chance, 5);
    for (size_t i = 0; i < n_files; i++) {
        struct disk_file *file = &files[i];
        if (file->path[0] == '\0') continue;
        const bool there = file->is_gone ? once_in(&chance, 2) : !file->is_new || once_in(&chance, 2);
        /* A name is one file's: one that was made since under the same name has come before it in the directory. */
        if (file->is_gone && (!there || find(file->path) != NULL)) continue;
        apply_by_chance(file, &chance, kept_of_four);
        if (there) write_back(file);
        else unlink(file->path);
    }
    if (n_files > 0) spoil_shared_memory(files[0].path, &chance);
}

void disk_forget(void) {
    for (size_t i = 0; i < n_files; i++)
        forget(&files[i]);
    n_files = 0;
}
