#include "starts.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAME_BYTES = 560 };

static const char *const suffixes[START_FILES] = {"", "-wal", "-shm", "-journal"};

static void must(bool holds, const char *what) {
    if (holds) return;
    fprintf(stderr, "crash-test: %s\n", what);
    exit(1);
}

/* Memory that processes share is not copied by the many forks. */
static void keep_file(struct start *start, size_t i, const char *path) {
    char name[NAME_BYTES];
    struct stat found;
    snprintf(name, sizeof name, "%s%s", path, suffixes[i]);
    const int file = open(name, O_RDONLY);
    if (file < 0) return;
    must(fstat(file, &found) == 0, "a file cannot be looked at");
    start->files[i].n = (size_t)found.st_size;
    start->files[i].bytes =
        mmap(NULL, start->files[i].n + 1, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    must(start->files[i].bytes != MAP_FAILED, "there is no memory");
    must(pread(file, start->files[i].bytes, start->files[i].n, 0) == (ssize_t)start->files[i].n, "a file cannot be read");
    close(file);
}

void start_keep(struct start *start, const char *path) {
    start->kept = witness->kept;
    for (size_t i = 0; i < START_FILES; i++)
        keep_file(start, i, path);
}

void start_restore(const struct start *start, const char *path) {
    witness->kept = start->kept;
    for (size_t i = 0; i < START_FILES; i++) {
        char name[NAME_BYTES];
        snprintf(name, sizeof name, "%s%s", path, suffixes[i]);
        unlink(name);
        if (start->files[i].bytes == NULL) continue;
        const int file = open(name, O_WRONLY | O_CREAT | O_EXCL, 0600);
        must(file >= 0 && pwrite(file, start->files[i].bytes, start->files[i].n, 0) == (ssize_t)start->files[i].n,
             "a file cannot be written");
        close(file);
    }
}

void remove_files(const char *path) {
    static const struct start nothing = {.step = 0};
    start_restore(&nothing, path);
}
