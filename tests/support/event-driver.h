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

enum { EVENT_DRIVER_CASES = 6, EVENT_DRIVER_MARKS = 8, EVENT_DRIVER_IDS = 4, EVENT_DRIVER_SETTINGS = 4,
       EVENT_DRIVER_WANTED = 8 };

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

/* What the last answer that was no permission asked for: a user reads it and tries again. */
struct driven_wish {
    uint32_t event;                      /* 0: nothing was asked for */
    uint32_t facts[EVENT_DRIVER_WANTED]; /* ended by 0 */
};

struct driven_case {
    uint32_t programme;      /* 0: that of IPES */
    struct answer_copy last; /* as the last permitted event left it; version 0: there is none yet */
    struct driven_wish wish;
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

/* Opens a store and an engine of every programme, with chosen settings, and chooses the programme of each case. */
void event_driver_open(struct event_driver *driver, struct chooser *chooser);

/* A programme that has moves: half of the time that of IPES. */
uint32_t choose_programme(struct chooser *chooser);

/* Remembers what an answer to this event asks for, or that it asks for nothing. */
void driven_case_wish(struct driven_case *driven, uint32_t event, const struct answer_copy *copy);

/* One event or one question. Returns what cannot be, in words, or NULL. */
const char *event_driver_step(struct event_driver *driver, struct chooser *chooser);

/* Reopens the store and asks everything again, then closes. Returns what cannot be, in words, or NULL. */
const char *event_driver_close(struct event_driver *driver);

#endif
