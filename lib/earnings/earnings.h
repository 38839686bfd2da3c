/* earnings.h: what the rest of the library asks of earnings. */
#ifndef PRAPI_EARNINGS_H
#define PRAPI_EARNINGS_H

#include <stdint.h>

#include "prap/earnings.h"

/*
 * How earnings of so many pence stand to one threshold of a programme, when the National Threshold of the day is national
 * pence, or 0 where it is not known. PRAP_THRESHOLD_STATUS_*; NOT_STATED also for a threshold that there is not.
 */
uint32_t prapi_earnings_status(uint32_t programme, uint32_t threshold, int64_t pence, int64_t national);

/*
 * The same of the threshold that is the programme's job outcome (AMB-80): *ret_threshold is PRAP_THRESHOLD_*, or 0 with
 * NOT_STATED where the guidance states none.
 */
uint32_t prapi_earnings_outcome(uint32_t programme, int64_t pence, int64_t national, uint32_t *ret_threshold);

/* The amount of the National Threshold on a day, or 0 where none is given for it. */
int64_t prapi_national_on(const prap_threshold *amounts, size_t n, prap_day day);

#endif
