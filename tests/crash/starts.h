/*
 * starts.h: where a life begins. The whole work begins with no file; a piece of it with the files as they are between two
 * steps, as a process that died there leaves them or as one that closed the store does, and ends two steps later. So a
 * death late in the work costs no more than an early one, and each step is met in every state of its files.
 */
#ifndef CRASH_STARTS_H
#define CRASH_STARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "workload.h"

enum { START_FILES = 4, STARTS = 2 * (1 + 2 * (CRASH_STEPS - 1)) };

struct start {
    bool with_log; /* the store is in WAL form, or in the form with a journal */
    bool is_closed;
    unsigned step, until; /* the first step, and where the life ends */
    struct witness_kept kept;
    struct {
        uint8_t *bytes; /* NULL: there is no such file */
        size_t n;
    } files[START_FILES];
    /* Of an undisturbed life from here. */
    unsigned n_kinds, n_calls, microseconds;
};

struct starts {
    struct start starts[STARTS];
    size_t n;
};

/* Keeps the files at path, and the witness, as they are. */
void start_keep(struct start *start, const char *path);
/* Puts them back, and removes what else there is. */
void start_restore(const struct start *start, const char *path);
void remove_files(const char *path);

#endif
