/*
 * answer-copy.h: an answer as plain data, to be kept, compared with another, and held against what must be
 * true of every answer (rules.md 5.9).
 */
#ifndef TEST_ANSWER_COPY_H
#define TEST_ANSWER_COPY_H

#include <stdbool.h>

#include "prap/prap.h"

enum { ANSWER_COPY_ROWS = 64 };

struct answer_copy {
    prap_summary summary;
    uint32_t n_reasons;
    uint32_t n_deadlines;
    uint32_t n_notices;
    uint32_t n_settings;
    prap_reason reasons[ANSWER_COPY_ROWS];
    prap_deadline deadlines[ANSWER_COPY_ROWS];
    prap_notice notices[ANSWER_COPY_ROWS];
    prap_setting settings[ANSWER_COPY_ROWS];
};

/* Copies all of it; rows past ANSWER_COPY_ROWS are counted but not kept. */
void answer_copy_take(struct answer_copy *copy, const prap_answer *answer);

/* Every byte alike. */
bool answer_copy_equal(const struct answer_copy *left, const struct answer_copy *right);

/* The case alike: stage, feed, days, version and deadlines; not verdict, reasons, notices and settings. */
bool answer_copy_same_case(const struct answer_copy *left, const struct answer_copy *right);

/* What cannot be true of an answer to a command, or to a question about a case; in words, or NULL. */
const char *answer_copy_complaint(const struct answer_copy *copy);

/* Whether it is the empty answer that goes with an error. */
bool answer_copy_is_empty(const struct answer_copy *copy);

/* The earliest due day among deadlines not met, or PRAP_DAY_NONE: the store's index column. */
prap_day answer_copy_next_due(const struct answer_copy *copy);

bool test_state_is_ended(uint32_t stage);

#endif
