/*
 * case-moves.h: what can be put to a case where it stands: every option that the library knows, with the facts that it
 * wants said in each way; every event of the vocabulary with no facts; overrides, voids, known ids; today and later.
 */
#ifndef EXPLORE_CASE_MOVES_H
#define EXPLORE_CASE_MOVES_H

#include "event-driver.h"

enum { CASE_MOVES = 4096, CASE_DAYS = 3 };

struct case_moves {
    struct drawn_command moves[CASE_MOVES];
    size_t n;
};

/* Of the case "X" of a programme, recorded up to now; host stands over its store, and is only asked. */
void case_moves_of(struct case_moves *moves, struct test_host *host, uint32_t programme, uint64_t version, prap_day now);

/* In words, for people. */
void case_move_tell(const struct drawn_command *move, prap_day now, char *room, size_t bytes);

#endif
