/* moments.h: moments as the computations use them. Pure. */
#ifndef PRAPI_DATES_MOMENTS_H
#define PRAPI_DATES_MOMENTS_H

#include "prap/moments.h"

enum { PRAPI_MINUTES_IN_DAY = 24 * 60 };

/* PRAP_OK, PRAP_E_DAY or PRAP_E_RANGE: may these three numbers be a moment? */
prap_status prapi_moment_check(prap_moment moment);

/*
 * The first and the last instant that a moment may be: two in the hour that comes twice, else one. In the hour that is
 * left out both are the instant of the change. PRAP_OK; or PRAP_E_COVERAGE. moment: checked, with a minute.
 */
prap_status prapi_moment_instants(prap_moment moment, prap_instant *ret_first, prap_instant *ret_last);

/* The local moment of an instant where the rule does not reach: by an offset that the host gave. */
prap_moment prapi_moment_at_offset(prap_instant instant, int32_t offset);

/* PRAP_OK; PRAP_E_DAY or PRAP_E_RANGE when one of n windows has a moment that is none, PRAP_E_COVERAGE when one is before
 * 1996, PRAP_E_ORDER when one does not end after it began. */
prap_status prapi_windows_check(const prap_window *windows, size_t n);

/*
 * Steps out of n checked windows: the last instant up to one, or the first from one on, that is in none. A window
 * without offsets is as long as it can be.
 */
prap_instant prapi_windows_before(const prap_window *windows, size_t n, prap_instant instant);
prap_instant prapi_windows_after(const prap_window *windows, size_t n, prap_instant instant);

#endif
