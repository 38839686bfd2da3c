/*
 * judge.h: is a store what it may be after a crash? It is held against an undisturbed run of the same work, step by step.
 */
#ifndef CRASH_JUDGE_H
#define CRASH_JUDGE_H

#include <stdbool.h>
#include <stdint.h>

#include "workload.h"

/* What a case is in a store: its version, and a hash over every column of its row, its events and its notices, but for
   positions and marks. */
struct case_print {
    uint64_t version;
    uint64_t hash;
};

struct store_print {
    struct case_print cases[CRASH_CASES];
};

/* Of the undisturbed run after each number of steps. */
struct reference {
    struct store_print after[CRASH_STEPS + 1];
    bool has_notice[CRASH_CASES][CRASH_SEQUENCES][CRASH_ORDINALS];
};
extern struct reference reference;

/* Reads what a file holds, through a connection of its own. False, and said, when it cannot. */
bool judge_read(const char *path, struct store_print *ret_print, bool note_notices);

/* After a crash, before anybody opens what is left: nothing is in the files of what was shredded. */
void judge_files(const char *path);
/*
 * After a crash: looks through an open store whether it is sound and is what it was after the steps that were
 * acknowledged, or after the one more that was under way; and whether every notice that is marked was received. Faults
 * are said through witness_say.
 */
void judge_kept(struct session *session, const char *path);
/* In the end: the work is done as far as it was to be, and at the end of it every notice was received. */
void judge_done(void);

#endif
