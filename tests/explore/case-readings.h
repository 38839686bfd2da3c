/* case-readings.h: the questions about a case and a caseload, and the sweep: what the engine does that is no command. Those that try
   every option (tests/fault/calls-test.c) ask the store for no more than one that shows the case. */
#ifndef EXPLORE_CASE_READINGS_H
#define EXPLORE_CASE_READINGS_H

#include "test-host.h"

struct case_reading {
    const char *name;
    prap_status (*run)(struct test_host *host, prap_day now);
    bool may_write;
};

/* NULL past the end. */
const struct case_reading *case_reading_at(size_t i);

#endif
