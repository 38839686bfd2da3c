/*
 * fault-vfs.h: a file system that fails on order, and remembers what would survive a power cut.
 *
 * It wraps SQLite's own VFS and takes its place as the default. A write that fails is half done, as a full
 * disk leaves it. With a mirror set, every successful sync copies the file there: the mirror is what is
 * certain to be on the disk at any time. (Real syncs are left out; a test directory need not survive.)
 */
#ifndef FAULT_VFS_H
#define FAULT_VFS_H

#include <stdbool.h>

enum fault_call {
    FAULT_OPEN,
    FAULT_READ,
    FAULT_WRITE,
    FAULT_SYNC,
    FAULT_TRUNCATE,
    FAULT_SIZE,
    FAULT_LOCK,
    FAULT_SHARE, /* mapping and locking the WAL's shared memory */
    FAULT_DELETE,
    FAULT_CALLS
};

struct fault {
    enum fault_call call;
    unsigned nth; /* the call of this kind that fails: 1, 2, … */
    bool sticky;  /* and every later one of the kind */
    int code;     /* what it answers: SQLITE_IOERR_WRITE, SQLITE_FULL … */
};

void fault_vfs_install(void);
void fault_vfs_remove(void);

/* Orders a failure and counts anew; NULL: none any more. */
void fault_order(const struct fault *fault);
/* Whether the failure that was ordered has happened since. */
bool fault_happened(void);

/* A directory's path with the closing slash, or NULL. Files are mirrored under their own names. */
void fault_mirror(const char *directory);

#endif
