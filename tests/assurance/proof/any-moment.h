/* any-moment.h: any day, any moment, and windows of such. */
#ifndef PRAPI_PROOF_ANY_MOMENT_H
#define PRAPI_PROOF_ANY_MOMENT_H

#include "any.h"

/* As a caller may give it: three numbers. */
static prap_moment any_moment(void) {
    return (prap_moment){any_int(), any_int(), any_int()};
}

/* As it is once it was checked. */
static prap_moment sound_moment(void) {
    prap_moment moment = PRAP_MOMENT_NONE;
    if (maybe()) moment.day = any_of(PRAP_DAY_MIN, PRAP_DAY_MAX);
    if (maybe()) moment.minute = any_of(0, 1439);
    if (maybe()) moment.offset = any_of(-1439, 1439);
    return moment;
}

#endif
