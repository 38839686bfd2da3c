/* disk.h: what of some files would be on a disk if the power failed now. For one process; see crash-vfs.h. */
#ifndef CRASH_DISK_H
#define CRASH_DISK_H

#include <stdbool.h>
#include <stdint.h>

struct disk_file;

/* A file that SQLite opens, before it does: what is in it now is on the disk. flags: SQLITE_OPEN_*. */
struct disk_file *disk_open(const char *path, int flags);
void disk_write(struct disk_file *file, const void *content, int bytes, int64_t at);
void disk_truncate(struct disk_file *file, int64_t bytes);
void disk_sync(struct disk_file *file);
void disk_delete(const char *path, bool sync_directory);

/* Puts in the place of the files what the disk has of them. */
void disk_fail(uint64_t seed);
/* Everything is on the disk. */
void disk_forget(void);

#endif
