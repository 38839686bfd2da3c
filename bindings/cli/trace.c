/* trace.c: the printed table of trace.def, and the look-up in it. */
#include "trace.h"

#include <stddef.h>

static const struct cli_trace traces[] = {
#define S(STATUS)
#define X(NUMBER, STATUS, BY, CODE, TESTS) {NUMBER, STATUS, BY, CODE, TESTS},
#include "trace.def"
#undef X
#undef S
};

static const char *const statuses[] = {
#define S(STATUS) STATUS,
#define X(NUMBER, STATUS, BY, CODE, TESTS)
#include "trace.def"
#undef X
#undef S
};

const struct cli_trace *cli_trace_of(uint32_t number) {
    for (size_t i = 0; i < sizeof traces / sizeof traces[0]; i++) {
        if (traces[i].number == number) return &traces[i];
    }
    return NULL;
}

const char *cli_trace_status_at(uint32_t i) {
    return i < sizeof statuses / sizeof statuses[0] ? statuses[i] : NULL;
}
