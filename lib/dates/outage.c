/* outage.c: D-14, the 48 hours of an outage. */
#include <stdbool.h>

#include "dates/moments.h"
#include "dates/way.h"
#include "prap/vocabulary.h"

enum { MINUTES_IN_HOUR = 60, HOURS_IN_DAY = 24 };

/* The question's moments have been checked. */
static prap_instant instant_of(prap_moment moment) {
    prap_instant instant = 0; /* MUT-EQUIV: written, for the moment is one */
    (void)prap_moment_to_instant(moment, &instant);
    return instant;
}

/* The moment that an instant is here; before 1996 by the offset that the host gave for the beginning. */
static prap_moment moment_at(prapi_counter *counter, prap_instant instant, int32_t offset) {
    prap_moment moment = PRAP_MOMENT_NONE;
    const prap_status status = prap_moment_from_instant(instant, &moment);
    if (status == PRAP_E_COVERAGE) return prapi_moment_at_offset(instant, offset);
    prapi_count_fail(counter, status);
    return moment;
}

/* A place on the clocks of the wall, whatever their offset. */
static int64_t on_the_wall(prap_moment moment) {
    return (int64_t)moment.day * PRAPI_MINUTES_IN_DAY + moment.minute;
}

/*
 * Elapsed hours, which are not the clock's when it changes in between (AMB-20). A provider must switch at 48 hours or
 * longer (CH15-59), DWP's outage counts when it is longer (CH15-62); which end is expected may change, and is the host's
 * to say anew. The clock's own reading needs no offset, and its moment has none.
 */
void prapi_count_HOURS(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
                       prap_date_answer *ret) {
    const prap_instant began = instant_of(question->anchor);
    const prap_instant over = began + (prap_instant)way->amount * MINUTES_IN_HOUR;
    const prap_moment here = moment_at(counter, began, question->anchor.offset);
    const prap_moment elapsed = moment_at(counter, over, question->anchor.offset);
    const prap_day later_day = prapi_count_days(counter, here.day, way->amount / HOURS_IN_DAY);
    const prap_moment wall = {later_day, here.minute, PRAP_OFFSET_NONE};
    const bool by_elapsed = counter->settings[way->policy] == PRAP_CHOICE_ELAPSED;
    ret->moment = by_elapsed ? elapsed : wall;
    ret->other_moment = by_elapsed ? wall : elapsed;
    ret->due = ret->moment.day;
    ret->alternative = ret->other_moment.day;
    ret->prudent = earlier(ret->due, ret->alternative);
    if (question->second.day == PRAP_DAY_NONE) return;
    const prap_instant end = instant_of(question->second);
    const prap_moment end_here = moment_at(counter, end, question->second.offset);
    const int64_t beyond = by_elapsed ? end - over : on_the_wall(end_here) - on_the_wall(wall);
    ret->holds = question->computation == PRAP_COMPUTATION_OUTAGE ? beyond >= 0 : beyond > 0;
}
