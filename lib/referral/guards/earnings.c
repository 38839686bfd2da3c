/* earnings.c: what DWP shares of a participant's earnings (CH15-16), and the thresholds of the programme. */
#include "earnings/earnings.h"
#include "referral/guards/guards.h"
#include "referral/supplement.h"

/* The fact's options are the thresholds that are sums of money. */
static uint32_t threshold_of(int32_t option) {
    if (option == PRAP_OPTION_EARNED_1000) return PRAP_THRESHOLD_POUNDS_1000;
    return option == PRAP_OPTION_EARNED_2000 ? PRAP_THRESHOLD_POUNDS_2000 : PRAP_THRESHOLD_NATIONAL;
}

static int64_t national(const prapi_judge *judge) {
    int64_t pence;
    return prapi_rulebook_national_threshold(judge->rulebook, judge->event->on, &pence) ? pence : 0;
}

bool prapi_earnings_reach(const prapi_judge *judge, uint32_t option) {
    uint32_t threshold;
    const int64_t pence = judge->event->said[PRAP_FACT_EARNED].value;
    const uint32_t status = prapi_earnings_outcome(judge->rulebook->programme->number, pence, national(judge), &threshold);
    return status == PRAP_THRESHOLD_STATUS_REACHED && threshold_of((int32_t)option) == threshold;
}

/* Are both given, the earnings and the threshold, and do the earnings stand so to it: PRAP_THRESHOLD_STATUS_*? */
static bool stands(const prapi_judge *judge, uint32_t status) {
    const prapi_said *threshold = &judge->event->said[PRAP_FACT_THRESHOLD], *earned = &judge->event->said[PRAP_FACT_EARNED];
    return threshold->kind == PRAP_VALUE_OPTION && earned->kind == PRAP_VALUE_NUMBER &&
           prapi_earnings_status(judge->rulebook->programme->number, threshold_of(threshold->value), earned->value,
                                 national(judge)) == status;
}

prapi_finding prapi_guard_EARNINGS_SAID(prapi_judge *judge) {
    const prapi_said *said = judge->event->said;
    const bool any = said[PRAP_FACT_EARNED].kind == PRAP_VALUE_NUMBER ||
                     said[PRAP_FACT_THRESHOLD].kind == PRAP_VALUE_OPTION ||
                     said[PRAP_FACT_FIRST_PAID_ON].kind == PRAP_VALUE_DAY;
    return any ? PRAPI_PASS : PRAPI_UNDECIDED;
}

prapi_finding prapi_guard_THRESHOLD_APPLIES(prapi_judge *judge) { (void)judge; return PRAPI_FAIL; }

/* DWP's word that a threshold was reached is enough; a sum that is given with it must reach it (at least: AMB-80). */
prapi_finding prapi_guard_EARNED_ENOUGH(prapi_judge *judge) {
    return holds(!stands(judge, PRAP_THRESHOLD_STATUS_NOT_REACHED));
}

prapi_finding prapi_guard_THRESHOLD_AMOUNT_KNOWN(prapi_judge *judge) {
    return stands(judge, PRAP_THRESHOLD_STATUS_NOT_KNOWN) ? PRAPI_UNDECIDED : PRAPI_PASS;
}
