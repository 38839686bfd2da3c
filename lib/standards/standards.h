/* standards.h: what the files of this folder share. */
#ifndef PRAPI_STANDARDS_H
#define PRAPI_STANDARDS_H

#include <stdbool.h>

#include "prap/standards.h"

/* A case under measurement: its answer, the rulebook, and the measure being filled. */
typedef struct prapi_measuring {
    const prap_answer *answer;
    const prap_summary *summary;
    const prap_rulebook *rulebook;
    prap_measure *measure;
} prapi_measuring;

/* The case's clock, or NULL. */
const prap_deadline *prapi_measuring_clock(const prapi_measuring *on, uint32_t deadline);

/* Outside the measure, for a reason. */
void prapi_measuring_exclude(const prapi_measuring *on, uint32_t exclusion);

/* Is the case outside every standard, or without this clock? Then it is excluded. */
bool prapi_measuring_is_outside(const prapi_measuring *on, const prap_deadline *clock);

/* Does its day lie in the period, both ends included? PRAP_DAY_NONE: no such end. */
bool prapi_measure_is_in(const prap_measure *measure, prap_day first, prap_day last);

/* The customer service standards and their limbs (standards.c), and the adverse measures (adverse.c). */
void prapi_measure_css1(const prapi_measuring *on);
void prapi_measure_css2(const prapi_measuring *on);
void prapi_measure_css2_meeting(const prapi_measuring *on);
void prapi_measure_css2_record(const prapi_measuring *on);
void prapi_measure_css3(const prapi_measuring *on);
void prapi_measure_handover(const prapi_measuring *on);
void prapi_measure_digital(const prapi_measuring *on);
void prapi_measure_attempts(const prapi_measuring *on);
void prapi_measure_late(const prapi_measuring *on);
void prapi_measure_orphan(const prapi_measuring *on);

#endif
