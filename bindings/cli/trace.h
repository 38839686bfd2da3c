/* trace.h: what the library does about a rule, where, and which tests show it. */
#ifndef PRAP_CLI_TRACE_H
#define PRAP_CLI_TRACE_H

#include <stdint.h>

struct cli_trace {
    uint32_t number;    /* of the rule */
    const char *status; /* one of the statuses below */
    const char *by;     /* what makes it so, "reason too-few-attempts, row left 46"; "" for nothing */
    const char *code;   /* files, separated by a space; "" for none */
    const char *tests;  /* names, likewise */
};

/* The trace of the rule with a number. Static, never NULL for a rule of the catalogue. */
const struct cli_trace *cli_trace_of(uint32_t number);

/* The i-th status, from strong to weak ("decided" first); NULL past the end. */
const char *cli_trace_status_at(uint32_t i);

#endif
