/* file.c: the file itself: who may read it, whether it is still there, and putting one in a place at once. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store.h"

/*
 * SQLite would make it readable for everybody, and gives what it makes beside it (log, shared memory, journal) the rights
 * of the file. A host that wants others for its own makes an empty file first. Of a directory that may not be written SQLite
 * would say that there is no such file.
 */
int prapi_sqlite_make_private(const char *path) {
    const int file = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0) return errno;
    close(file);
    return 0;
}

/* Whether a name leads to this very file, which somebody else may have renamed or removed since it was opened. */
static bool is_named(int file, const char *path) {
    struct stat opened, named;
    return fstat(file, &opened) == 0 && lstat(path, &named) == 0 && opened.st_dev == named.st_dev &&
           opened.st_ino == named.st_ino;
}

/* The lock is one of flock, which knows nothing of those that SQLite takes on the same file. */
int prapi_sqlite_claim(const char *path) {
    for (;;) {
        const int file = open(path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
        if (file < 0) return -1;
        const bool ours = flock(file, LOCK_EX | LOCK_NB) == 0;
        if (ours && is_named(file, path) && fchmod(file, S_IRUSR | S_IWUSR) == 0 && ftruncate(file, 0) == 0) return file;
        const int error = errno;
        const bool again = ours && !is_named(file, path);
        close(file);
        errno = error;
        if (!again) return -1;
    }
}

prap_status prapi_sqlite_still_there(prap_sqlite *store) {
    int moved = 0;
    sqlite3_file_control(store->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    if (moved == 0) return PRAP_OK;
    return prapi_sqlite_say(store, PRAP_FAIL, "the file was removed, renamed or replaced while it was open: open it again");
}

bool prapi_sqlite_is_no_file(const char *path) {
    struct stat found;
    return stat(path, &found) == 0 && !S_ISREG(found.st_mode);
}

int prapi_sqlite_exists(const char *path) {
    struct stat found;
    return lstat(path, &found) == 0;
}

static int sync_directory_of(const char *path) {
    char directory[4096];
    const char *slash = strrchr(path, '/');
    const size_t n = slash == NULL ? 0 : (size_t)(slash - path) + 1;
    if (n >= sizeof directory) return ENAMETOOLONG;
    memcpy(directory, n == 0 ? "." : path, n == 0 ? 1 : n);
    directory[n == 0 ? 1 : n] = '\0';
    const int opened = open(directory, O_RDONLY | O_CLOEXEC);
    if (opened < 0) return errno;
    const int failed = fsync(opened) == 0 ? 0 : errno;
    close(opened);
    return failed;
}

int prapi_sqlite_rename(const char *from, const char *to) {
    if (rename(from, to) != 0) return errno;
    return sync_directory_of(to);
}
