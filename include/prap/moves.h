/*
 * moves.h: a programme's moves as rows: from which state which event leads where, and what is asked on the way. What
 * pictures, reviews and other programmes' tables are made from; judging a case is engine.h's.
 *
 * Read-only data, no allocation. Thread rule: any thread, any time.
 */
#ifndef PRAP_MOVES_H
#define PRAP_MOVES_H

#include <stdint.h>

#include "prap/export.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

#define PRAP_MOVE_STAYS 0xFFFEu /* in the place of the state that a move leads to: the one that it comes from */

/* A region of a case beside its stage, and where it stands. A frozen value type. */
typedef struct prap_region_is {
    uint8_t region; /* PRAP_REGION_* */
    uint8_t value;  /* a word of the kind that prap_region_words gives, or 0: none */
} prap_region_is;

/*
 * One move. The rows of a programme stand in order: an event at a state is judged by the first row that names the
 * state and the event and whose conditions hold, and every guard of it must pass. Where no row fits the event is
 * refused. The caller's memory; set size before the call. What it points at is the library's, never freed. New members
 * are appended.
 */
typedef struct prap_move {
    uint32_t size;           /* sizeof(prap_move) as compiled */
    uint32_t event;          /* PRAP_EVENT_*; 0: every event */
    uint32_t to;             /* PRAP_STATE_* after it, or PRAP_MOVE_STAYS; 0: the guidance forbids it, its guards
                                say why */
    uint32_t feed;           /* PRAP_FEED_* after it; 0: the feed stays as it is */
    uint32_t fact;           /* condition: this PRAP_FACT_* of the event; 0: none */
    int32_t value;           /*   is this PRAP_OPTION_*, PRAP_VALUE_* where it is yes or no, or this number */
    uint32_t policy;         /* condition: this PRAP_POLICY_*; 0: none */
    int32_t choice;          /*   is set to this PRAP_CHOICE_*, or number where the policy is one */
    uint32_t region;         /* condition: this PRAP_REGION_* of the case; 0: none */
    uint32_t region_value;   /*   stands so, as in prap_region_is */
    uint32_t by;             /* condition: it is on or before the due day of this PRAP_DEADLINE_*; 0: none */
    uint32_t n_from;
    uint32_t n_guards;
    uint32_t n_notices;
    uint32_t n_sets;
    uint32_t reserved;       /* 0 */
    const uint16_t *from;    /* n_from PRAP_STATE_*; PRAP_STATE_NONE: there is no case yet */
    const uint16_t *guards;  /* n_guards PRAP_REASON_*, in the order in which a refusal is explained */
    const uint16_t *notices; /* n_notices PRAP_NOTICE_* that the move raises */
    const prap_region_is *sets; /* n_sets regions, and where they stand after it */
    const char *id;          /* its rows in section 2 of rules.md: "T-I-11, F-I-02" */
} prap_move;

/* How many rows a programme (PRAP_PROGRAMME_*) has; 0 for one that this version does not judge. Since 0.1. */
PRAP_API uint32_t prap_move_count(uint32_t programme);

/*
 * The i-th row of a programme. Returns PRAP_OK; PRAP_E_NULL; PRAP_E_SIZE (ret_move->size is smaller than any that this
 * library can fill; what a newer header appended is filled with 0); PRAP_E_WORD (no such programme in this version);
 * PRAP_E_RANGE (past the end). Since 0.1.
 */
PRAP_API prap_status prap_move_get(uint32_t programme, uint32_t i, prap_move *ret_move);

/* The kind of word that a region takes: PRAP_WORDS_MAPPA for PRAP_REGION_MAPPA; 0: no such region. Since 0.1. */
PRAP_API uint32_t prap_region_words(uint32_t region);

#ifdef __cplusplus
}
#endif

#endif
