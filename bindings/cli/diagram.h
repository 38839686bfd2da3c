/* diagram.h: a programme's moves as `prap diagram` draws them: which ones, and what stands beside them. */
#ifndef PRAP_CLI_DIAGRAM_H
#define PRAP_CLI_DIAGRAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "prap/prap.h"

struct cli_diagram {
    const prap_word *programme;
    const prap_move *moves; /* in the order of the table */
    uint32_t n_moves;
    const uint32_t *around; /* only what leaves or enters one of these states */
    size_t n_around;        /* 0: everything */
    bool forbidden;         /* with the moves that the guidance forbids */
};

/* How the lines of a label are written. */
struct cli_diagram_label {
    const char *between; /* two lines */
    const char *clause;  /* an event and what it needs or does */
};

/* The state that the move leads to from this one; PRAP_STATE_NONE: it is forbidden. */
uint32_t cli_diagram_to(const prap_move *move, uint32_t from);

/* Is the move drawn as leaving this state? */
bool cli_diagram_leaves(const struct cli_diagram *diagram, const prap_move *move, uint32_t state);

/* Is there anything to draw at the state? */
bool cli_diagram_shows(const struct cli_diagram *diagram, uint32_t state);

/* Has the state ended, with nothing drawn that leaves it? */
bool cli_diagram_is_final(const struct cli_diagram *diagram, const prap_word *state);

/*
 * Everything that one arrow says, a line for each event with the regions, the deadline and the policy that it
 * needs and the regions that it sets, and the ids of section 2 of rules.md: "dna-recorded while mappa hold
 * (T-IM-04)", "cancellation-requested under cancel-effect immediate (T-I-31)". to: where the arrow ends;
 * PRAP_STATE_NONE: what is forbidden at the state. Gives how many lines there were.
 */
uint32_t cli_diagram_put_label(const struct cli_diagram *diagram, uint32_t from, uint32_t to,
                               const struct cli_diagram_label *form, FILE *out);

/* The three formats. */
void cli_diagram_mermaid(const struct cli_diagram *diagram, FILE *out);
void cli_diagram_dot(const struct cli_diagram *diagram, FILE *out);
void cli_diagram_scxml(const struct cli_diagram *diagram, FILE *out);

/*
 * The words of a kind that --state names: as many as options are given have room. Returns false after one line on
 * standard error when one is none.
 */
struct cli_arguments;
bool cli_diagram_states(const struct cli_arguments *arguments, uint32_t kind, uint32_t *states, size_t *ret_n);

/* The same of a call to Provider Direct: diagram-call.c. */
int cli_diagram_call(const struct cli_arguments *arguments);

/* The name of a word, "" when there is none; of where a region stands; of what a policy may be set to. */
const char *cli_diagram_word(uint32_t kind, uint32_t number);
const char *cli_diagram_region(uint32_t region, uint32_t value);
void cli_diagram_choice(uint32_t policy, int32_t choice, FILE *out);

#endif
