#include "crash-vfs.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sqlite3.h>

#include "disk.h"

struct crash_file {
    sqlite3_file base;
    struct disk_file *disk; /* what a power cut would leave, or NULL when none is planned */
    sqlite3_file *real;     /* behind this struct, in the room that SQLite gave */
};

static sqlite3_vfs *real_vfs;
static sqlite3_vfs crash_vfs;
static struct crash_plan plan;
static unsigned count;
static bool reached;
static uint8_t *kinds;
static unsigned kinds_room;

void crash_die(bool by_exit) {
    if (by_exit) _exit(CRASH_ERROR + 40);
    raise(SIGKILL);
    abort();
}

void crash_vfs_plan(const struct crash_plan *new_plan) {
    static const struct crash_plan none = {.how = CRASH_NOT};
    plan = new_plan == NULL ? none : *new_plan;
    count = 0;
    reached = false;
    disk_forget();
}

bool crash_vfs_reached(void) {
    return reached;
}

void crash_vfs_note(uint8_t *room, unsigned n) {
    kinds = room;
    kinds_room = n;
}

unsigned crash_vfs_count(void) {
    return count;
}

/* Counts an operation. True: it is the one to be refused. bytes: of a write, what may be written before the end. */
static bool meets(enum crash_operation operation, bool *ret_in_the_middle, bool *ret_after) {
    static enum crash_operation sticky_kind;
    const unsigned at = count++;
    if (kinds != NULL && at < kinds_room) kinds[at] = (uint8_t)operation;
    if (ret_in_the_middle != NULL) *ret_in_the_middle = false;
    if (ret_after != NULL) *ret_after = false;
    if (plan.how == CRASH_ERROR && plan.sticky && reached && operation == sticky_kind) return true;
    if (plan.how == CRASH_NOT || at != plan.at) return false;
    reached = true;
    sticky_kind = operation;
    switch (plan.how) {
    case CRASH_NOT:
        break;
    case CRASH_BEFORE:
        crash_die(plan.by_exit);
        break;
    case CRASH_MIDDLE:
        if (ret_in_the_middle == NULL) crash_die(plan.by_exit);
        else *ret_in_the_middle = true;
        break;
    case CRASH_AFTER:
        if (ret_after != NULL) *ret_after = true;
        break;
    case CRASH_POWER:
        disk_fail(plan.seed);
        crash_die(plan.by_exit);
        break;
    case CRASH_ERROR:
        return true;
    }
    return false;
}

static sqlite3_file *real_of(sqlite3_file *file) {
    return ((struct crash_file *)file)->real;
}

static int file_close(sqlite3_file *file) {
    sqlite3_file *real = real_of(file);
    return real->pMethods == NULL ? SQLITE_OK : real->pMethods->xClose(real);
}

static int file_read(sqlite3_file *file, void *room, int bytes, sqlite3_int64 at) {
    if (meets(CRASH_READ, NULL, NULL)) return plan.code;
    return real_of(file)->pMethods->xRead(real_of(file), room, bytes, at);
}

static int part_of(int bytes) {
    const int parts[CRASH_PARTS] = {1, bytes > 24 ? 24 : bytes / 3, bytes / 2, bytes - 1};
    return parts[plan.part];
}

static int file_write(sqlite3_file *file, const void *content, int bytes, sqlite3_int64 at) {
    bool middle = false, after = false;
    struct disk_file *disk = ((struct crash_file *)file)->disk;
    const bool refused = meets(CRASH_WRITE, &middle, &after);
    const int written = middle ? part_of(bytes) : refused ? bytes / 2 : bytes; /* as a full disk leaves it */
    const int code = real_of(file)->pMethods->xWrite(real_of(file), content, written, at);
    if (disk != NULL) disk_write(disk, content, written, at);
    if (middle || after) crash_die(plan.by_exit);
    return refused ? plan.code : code;
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 bytes) {
    bool after = false;
    if (meets(CRASH_TRUNCATE, NULL, &after)) return plan.code;
    const int code = real_of(file)->pMethods->xTruncate(real_of(file), bytes);
    if (((struct crash_file *)file)->disk != NULL) disk_truncate(((struct crash_file *)file)->disk, bytes);
    if (after) crash_die(plan.by_exit);
    return code;
}

static int file_sync(sqlite3_file *file, int flags) {
    bool after = false;
    (void)flags;
    if (meets(CRASH_SYNC, NULL, &after)) return plan.code;
    if (((struct crash_file *)file)->disk != NULL) disk_sync(((struct crash_file *)file)->disk);
    if (after) crash_die(plan.by_exit);
    return SQLITE_OK;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *ret_bytes) {
    if (meets(CRASH_SIZE, NULL, NULL)) return plan.code;
    return real_of(file)->pMethods->xFileSize(real_of(file), ret_bytes);
}

static int file_lock(sqlite3_file *file, int level) {
    bool after = false;
    if (meets(CRASH_LOCK, NULL, &after)) return plan.code;
    const int code = real_of(file)->pMethods->xLock(real_of(file), level);
    if (after) crash_die(plan.by_exit);
    return code;
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
    bool after = false;
    if (meets(CRASH_MAP, NULL, &after)) return plan.code;
    const int code = real_of(file)->pMethods->xShmMap(real_of(file), page, bytes, extend, ret_page);
    if (after) crash_die(plan.by_exit);
    return code;
}

/* A lock that is given back is never refused. */
static int file_shm_lock(sqlite3_file *file, int offset, int n, int flags) {
    bool after = false;
    if ((flags & SQLITE_SHM_LOCK) != 0 && meets(CRASH_SHARE, NULL, &after)) return plan.code;
    const int code = real_of(file)->pMethods->xShmLock(real_of(file), offset, n, flags);
    if (after) crash_die(plan.by_exit);
    return code;
}

static void file_shm_barrier(sqlite3_file *file) {
    real_of(file)->pMethods->xShmBarrier(real_of(file));
}

static int file_shm_unmap(sqlite3_file *file, int delete_it) {
    return real_of(file)->pMethods->xShmUnmap(real_of(file), delete_it);
}

static bool can_share = true;

void crash_vfs_share(bool can) {
    can_share = can;
}

static const sqlite3_io_methods without_sharing = {
    .iVersion = 1,
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
};

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
    bool after = false;
    struct crash_file *ours = (struct crash_file *)file;
    *ours = (struct crash_file){.real = (sqlite3_file *)(ours + 1)};
    if (meets(CRASH_OPEN, NULL, &after)) return plan.code;
    if (plan.how == CRASH_POWER && path != NULL) ours->disk = disk_open(path, flags);
    const int code = real_vfs->xOpen(real_vfs, path, ours->real, flags, ret_flags);
    if (code == SQLITE_OK) ours->base.pMethods = can_share ? &methods : &without_sharing;
    if (after) crash_die(plan.by_exit);
    return code;
}

static int vfs_delete(sqlite3_vfs *vfs, const char *path, int sync_directory) {
    (void)vfs;
    bool after = false;
    if (meets(CRASH_DELETE, NULL, &after)) return plan.code;
    const int code = real_vfs->xDelete(real_vfs, path, 0);
    if (plan.how == CRASH_POWER) disk_delete(path, sync_directory != 0);
    if (after) crash_die(plan.by_exit);
    return code;
}

void crash_vfs_install(void) {
    real_vfs = sqlite3_vfs_find(NULL);
    crash_vfs = *real_vfs;
    crash_vfs.zName = "crash";
    crash_vfs.pNext = NULL;
    crash_vfs.szOsFile = (int)sizeof(struct crash_file) + real_vfs->szOsFile;
    crash_vfs.xOpen = vfs_open;
    crash_vfs.xDelete = vfs_delete;
    sqlite3_vfs_register(&crash_vfs, 1);
}

void crash_vfs_remove(void) {
    crash_vfs_plan(NULL);
    sqlite3_vfs_unregister(&crash_vfs);
}
