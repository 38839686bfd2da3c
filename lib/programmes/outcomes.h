/*
 * outcomes.h: which outcome is right for a participant who does not go on: a programme's decision table, and the facts
 * that cannot both be true. Whether an outcome is permitted is for the programme's rows (programme.h) to say.
 */
#ifndef PRAPI_OUTCOMES_H
#define PRAPI_OUTCOMES_H

#include <stddef.h>
#include <stdint.h>

/* What the fact of a line is: something that happened; what is picked on entering it; or what is picked, beside the table. */
typedef enum prapi_ground { PRAPI_GROUND_SAID, PRAPI_GROUND_PICKED, PRAPI_GROUND_BESIDE } prapi_ground;

/* One line of the decision table: with this said, this event. Of lines with the same said, the first decides. */
typedef struct prapi_outcome {
    uint16_t event;
    uint16_t fact;   /* PRAP_FACT_* that must have the value, or 0 */
    int32_t value;   /* the option or number */
    uint16_t ground; /* prapi_ground */
    uint16_t rule;   /* PRAPI_RULE_* that says so */
    const char *id;  /* the row of rules.md 1.5, "12b" */
} prapi_outcome;

/* How far the participant came. */
typedef enum prapi_standing {
    PRAPI_STANDING_ANY,
    PRAPI_STANDING_NOT_ATTENDED, /* no meeting attended */
    PRAPI_STANDING_ATTENDED,     /* attended, no start */
    PRAPI_STANDING_NOT_STARTED,
    PRAPI_STANDING_STARTED
} prapi_standing;

typedef struct prapi_condition {
    uint16_t fact; /* PRAP_FACT_*, or 0: none */
    uint16_t kind; /* PRAP_VALUE_* */
    int32_t value;
} prapi_condition;

/* Two things that are not true together: two facts, or a fact and how far the participant came. */
typedef struct prapi_clash {
    uint16_t word; /* PRAP_CONTRADICTION_* */
    uint16_t rule;
    prapi_condition first;
    prapi_condition second;
    prapi_standing standing;
} prapi_clash;

enum { PRAPI_OUTCOME_LINES = 64 }; /* most lines of a table */

typedef struct prapi_outcomes {
    uint32_t programme;
    const prapi_outcome *rows;
    size_t n_rows;
    const prapi_clash *clashes;
    size_t n_clashes;
} prapi_outcomes;

/* A programme's decision table; an empty one where it has none. Never NULL. */
const prapi_outcomes *prapi_outcomes_find(uint32_t programme);

extern const prapi_outcomes prapi_ipes_outcomes;

#endif
