#include "fault-vfs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sqlite3.h>

struct fault_file {
    sqlite3_file base;
    char path[320];
    sqlite3_file *real; /* behind this struct, in the room that SQLite gave */
};

static sqlite3_vfs *real_vfs;
static sqlite3_vfs fault_vfs;
static struct fault ordered;
static bool has_order, happened;
static unsigned count;
static char mirror[320];

void fault_order(const struct fault *fault) {
    has_order = fault != NULL;
    if (has_order) ordered = *fault;
    happened = false;
    count = 0;
}

bool fault_happened(void) {
    return happened;
}

void fault_mirror(const char *directory) {
    snprintf(mirror, sizeof mirror, "%s", directory == NULL ? "" : directory);
}

static bool fails(enum fault_call call) {
    if (!has_order || ordered.call != call) return false;
    count++;
    if (count != ordered.nth && !(ordered.sticky && count > ordered.nth)) return false;
    happened = true;
    return true;
}

static sqlite3_file *real_of(sqlite3_file *file) {
    return ((struct fault_file *)file)->real;
}

static const char *mirrored(const char *path) {
    static char copy[700];
    const char *slash = strrchr(path, '/');
    snprintf(copy, sizeof copy, "%s%s", mirror, slash == NULL ? path : slash + 1);
    return copy;
}

static int file_close(sqlite3_file *file) {
    sqlite3_file *real = real_of(file);
    return real->pMethods == NULL ? SQLITE_OK : real->pMethods->xClose(real);
}

static int file_read(sqlite3_file *file, void *room, int bytes, sqlite3_int64 at) {
    if (fails(FAULT_READ)) return ordered.code;
    return real_of(file)->pMethods->xRead(real_of(file), room, bytes, at);
}

static int file_write(sqlite3_file *file, const void *content, int bytes, sqlite3_int64 at) {
    const bool fail = fails(FAULT_WRITE);
    const int code = real_of(file)->pMethods->xWrite(real_of(file), content, fail ? bytes / 2 : bytes, at);
    return fail ? ordered.code : code;
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 bytes) {
    if (fails(FAULT_TRUNCATE)) return ordered.code;
    return real_of(file)->pMethods->xTruncate(real_of(file), bytes);
}

/* Read through SQLite: a descriptor of our own would drop its POSIX locks when closed. */
static void mirror_file(sqlite3_file *file, const char *path) {
    sqlite3_int64 bytes = 0;
    real_of(file)->pMethods->xFileSize(real_of(file), &bytes);
    FILE *copy = fopen(mirrored(path), "wb");
    if (copy == NULL) abort();
    for (sqlite3_int64 at = 0; at < bytes; at += 4096) {
        char page[4096];
        const int n = bytes - at < 4096 ? (int)(bytes - at) : 4096;
        if (real_of(file)->pMethods->xRead(real_of(file), page, n, at) != SQLITE_OK) abort();
        if (fwrite(page, 1, (size_t)n, copy) != (size_t)n) abort();
    }
    fclose(copy);
}

static int file_sync(sqlite3_file *file, int flags) {
    (void)flags;
    if (fails(FAULT_SYNC)) return ordered.code;
    if (mirror[0] != '\0') mirror_file(file, ((struct fault_file *)file)->path);
    return SQLITE_OK;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *ret_bytes) {
    if (fails(FAULT_SIZE)) return ordered.code;
    return real_of(file)->pMethods->xFileSize(real_of(file), ret_bytes);
}

static int file_lock(sqlite3_file *file, int level) {
    if (fails(FAULT_LOCK)) return ordered.code;
    return real_of(file)->pMethods->xLock(real_of(file), level);
}

static int file_unlock(sqlite3_file *file, int level) {
    return real_of(file)->pMethods->xUnlock(real_of(file), level);
}

static int file_check_lock(sqlite3_file *file, int *ret_locked) {
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), ret_locked);
}

static int file_control(sqlite3_file *file, int operation, void *argument) {
    return real_of(file)->pMethods->xFileControl(real_of(file), operation, argument);
}

static int file_sector(sqlite3_file *file) {
    return real_of(file)->pMethods->xSectorSize(real_of(file));
}

static int file_characteristics(sqlite3_file *file) {
    return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}

static int file_shm_map(sqlite3_file *file, int page, int bytes, int extend, void volatile **ret_page) {
    if (fails(FAULT_SHARE)) return ordered.code;
    return real_of(file)->pMethods->xShmMap(real_of(file), page, bytes, extend, ret_page);
}

static int file_shm_lock(sqlite3_file *file, int offset, int n, int flags) {
    if ((flags & SQLITE_SHM_LOCK) != 0 && fails(FAULT_SHARE)) return ordered.code;
    return real_of(file)->pMethods->xShmLock(real_of(file), offset, n, flags);
}

static void file_shm_barrier(sqlite3_file *file) {
    real_of(file)->pMethods->xShmBarrier(real_of(file));
}

static int file_shm_unmap(sqlite3_file *file, int delete_it) {
    return real_of(file)->pMethods->xShmUnmap(real_of(file), delete_it);
}

static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = file_close,
    .xRead = file_read,
    .xWrite = file_write,
    .xTruncate = file_truncate,
    .xSync = file_sync,
    .xFileSize = file_size,
    .xLock = file_lock,
    .xUnlock = file_unlock,
    .xCheckReservedLock = file_check_lock,
    .xFileControl = file_control,
    .xSectorSize = file_sector,
    .xDeviceCharacteristics = file_characteristics,
    .xShmMap = file_shm_map,
    .xShmLock = file_shm_lock,
    .xShmBarrier = file_shm_barrier,
    .xShmUnmap = file_shm_unmap,
};

static int vfs_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *ret_flags) {
    (void)vfs;
    struct fault_file *ours = (struct fault_file *)file;
    *ours = (struct fault_file){.real = (sqlite3_file *)(ours + 1)};
    if (fails(FAULT_OPEN)) return ordered.code;
    if (path != NULL) snprintf(ours->path, sizeof ours->path, "%s", path);
    const int code = real_vfs->xOpen(real_vfs, path, ours->real, flags, ret_flags);
    if (code == SQLITE_OK) ours->base.pMethods = &methods;
    return code;
}

static int vfs_delete(sqlite3_vfs *vfs, const char *path, int sync_directory) {
    (void)vfs;
    if (fails(FAULT_DELETE)) return ordered.code;
    if (mirror[0] != '\0') unlink(mirrored(path));
    return real_vfs->xDelete(real_vfs, path, sync_directory);
}

/* A test that failed did not remove it. */
void fault_vfs_install(void) {
    if (sqlite3_vfs_find(NULL) == &fault_vfs) return;
    real_vfs = sqlite3_vfs_find(NULL);
    fault_vfs = *real_vfs;
    fault_vfs.zName = "fault";
    fault_vfs.pNext = NULL;
    fault_vfs.szOsFile = (int)sizeof(struct fault_file) + real_vfs->szOsFile;
    fault_vfs.xOpen = vfs_open;
    fault_vfs.xDelete = vfs_delete;
    sqlite3_vfs_register(&fault_vfs, 1);
}

void fault_vfs_remove(void) {
    fault_order(NULL);
    fault_mirror(NULL);
    sqlite3_vfs_unregister(&fault_vfs);
}
