/*
 * event-driver.h: puts chosen events, sensible ones and nonsense, through an engine over a memory store, and
 * holds what must be true of every case (rules.md 5.9) against every answer. Used with a seed by
 * tests/property and with a fuzzer's bytes by fuzz/.
 */
#ifndef TEST_EVENT_DRIVER_H
#define TEST_EVENT_DRIVER_H

#include "answer-copy.h"
#include "chooser.h"
#include "test-host.h"

enum { EVENT_DRIVER_CASES = 6, EVENT_DRIVER_MARKS = 8, EVENT_DRIVER_IDS = 4, EVENT_DRIVER_SETTINGS = 4 };

/* A command with room for what it points at. */
struct drawn_command {
    prap_command command;
    prap_fact facts[PRAP_FACTS_MAX];
    char id[24];
};

/* How a case stood on a day, after the last event of that day. */
struct driven_mark {
    prap_day day;
    struct answer_copy shown;
};

/* A command that was permitted under an id, and its answer. */
struct driven_id {
    struct drawn_command drawn;
    struct answer_copy answer;
};

struct driven_case {
    struct answer_copy last; /* as the last permitted event left it; version 0: there is none yet */
    prap_day recorded;
    struct driven_mark marks[EVENT_DRIVER_MARKS];
    uint32_t n_marks;
    struct driven_id ids[EVENT_DRIVER_IDS];
    uint32_t n_ids;
};

struct event_driver {
    struct test_host host;
    prap_setting settings[EVENT_DRIVER_SETTINGS];
    size_t n_settings;
    struct driven_case cases[EVENT_DRIVER_CASES];
    uint32_t next_id;
    unsigned long by_verdict[PRAP_VERDICT_TEXT_SILENT + 1]; /* [0]: commands that had no answer */
};

/* Opens a store and an engine with chosen settings. */
void event_driver_open(struct event_driver *driver, struct chooser *chooser);

/* One event or one question. Returns what cannot be, in words, or NULL. */
const char *event_driver_step(struct event_driver *driver, struct chooser *chooser);

/* Reopens the store and asks everything again, then closes. Returns what cannot be, in words, or NULL. */
const char *event_driver_close(struct event_driver *driver);

#endif
