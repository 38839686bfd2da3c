/*
 * crash-vfs.h: a file system in which a process dies, or is refused, at the operation that a plan names; and, for a power
 * cut, forgets a part of what was not synced.
 *
 * It wraps SQLite's own VFS and takes its place as the default. Operations are counted from 0 from the moment a plan is
 * set. Real syncs are left out: what is on the disk is what this file system says.
 *
 * A power cut leaves of each file what was synced, and of what was written since then any 512-byte sectors, whatever
 * their order; of files that were made or removed since the directory was last synced either is left. SQLite syncs a
 * directory with the first sync of a journal or log that it made, and where a removal asks for it.
 */
#ifndef CRASH_VFS_H
#define CRASH_VFS_H

#include <stdbool.h>
#include <stdint.h>

enum crash_operation {
    CRASH_OPEN,
    CRASH_READ,
    CRASH_WRITE,
    CRASH_SYNC,
    CRASH_TRUNCATE,
    CRASH_SIZE,
    CRASH_LOCK,
    CRASH_MAP,   /* the log's shared memory */
    CRASH_SHARE, /* a lock of it */
    CRASH_DELETE,
    CRASH_OPERATIONS
};

enum crash_how {
    CRASH_NOT,
    CRASH_BEFORE, /* dies before the operation, */
    CRASH_MIDDLE, /*   in the middle of a write, of which a part is written, */
    CRASH_AFTER,  /*   or after it */
    CRASH_POWER,  /* the power fails before the operation */
    CRASH_ERROR,  /* the operation is refused */
};

struct crash_plan {
    enum crash_how how;
    unsigned at;    /* the operation */
    unsigned part;  /* of a write in the middle of which it dies: one of CRASH_PARTS */
    int code;       /* what a refused operation answers */
    bool sticky;    /* and every later one of its kind */
    bool by_exit;   /* dies by _exit and not by a signal */
    uint64_t seed;  /* of what a power cut leaves */
};

enum { CRASH_PARTS = 4 }; /* one byte; 24, a header of a frame; half; all but one byte */

void crash_vfs_install(void);
/* Whether files opened from now on can share memory; without, SQLite cannot use a write-ahead log. */
void crash_vfs_share(bool can_share);
void crash_vfs_remove(void);

/* NULL: nothing happens any more. Counts anew, and forgets what it knew of files. */
void crash_vfs_plan(const struct crash_plan *plan);
/* Whether the plan's operation was reached. */
bool crash_vfs_reached(void);
/* Where the kind of each operation is noted, room for so many; NULL: nowhere. Returns by crash_vfs_count how many. */
void crash_vfs_note(uint8_t *kinds, unsigned room);
unsigned crash_vfs_count(void);

/* Ends this process at once. */
void crash_die(bool by_exit);

#endif
