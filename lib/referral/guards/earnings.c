/* earnings.c: what DWP shares of a participant's earnings (CH15-16), and the thresholds of the programme. */
#include "earnings/earnings.h"
#include "referral/guards/guards.h"
#include "referral/supplement.h"

/* The fact's options are the thresholds. */
static const struct {
    uint16_t option;
    uint16_t threshold;
} thresholds[] = {
    {PRAP_OPTION_EARNED_1000, PRAP_THRESHOLD_POUNDS_1000},
    {PRAP_OPTION_EARNED_2000, PRAP_THRESHOLD_POUNDS_2000},
    {PRAP_OPTION_NATIONAL, PRAP_THRESHOLD_NATIONAL},
};

enum { THRESHOLDS = sizeof thresholds / sizeof thresholds[0] };

/* The threshold that DWP says was reached, or 0. */
static uint32_t reported(const prapi_judge *judge) {
    uint32_t threshold = 0;
    for (size_t i = 0; i < THRESHOLDS; i++) {
        if (prapi_said_option(judge, PRAP_FACT_THRESHOLD, thresholds[i].option)) threshold = thresholds[i].threshold;
    }
    return threshold;
}

static int64_t national(const prapi_judge *judge) {
    int64_t pence = 0;
    return prapi_rulebook_national_threshold(judge->rulebook, judge->event->on, &pence) ? pence : 0;
}

uint32_t prapi_earned_threshold(const prapi_judge *judge) {
    uint32_t threshold = 0;
    const int64_t pence = judge->event->said[PRAP_FACT_EARNED].value;
    const uint32_t status = prapi_earnings_outcome(judge->rulebook->programme->number, pence, national(judge), &threshold);
    if (status != PRAP_THRESHOLD_STATUS_REACHED) return 0;
    uint32_t option = 0;
    for (size_t i = 0; i < THRESHOLDS; i++) {
        if (thresholds[i].threshold == threshold) option = thresholds[i].option;
    }
    return option;
}

/* How the earnings given stand to the threshold given; PRAP_THRESHOLD_STATUS_*, or 0 where one of the two is not given. */
static uint32_t standing(const prapi_judge *judge) {
    const prapi_said *said = judge->event->said;
    if (said[PRAP_FACT_THRESHOLD].kind != PRAP_VALUE_OPTION || said[PRAP_FACT_EARNED].kind != PRAP_VALUE_NUMBER) return 0;
    return prapi_earnings_status(judge->rulebook->programme->number, reported(judge), said[PRAP_FACT_EARNED].value,
                                 national(judge));
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
    return holds(standing(judge) != PRAP_THRESHOLD_STATUS_NOT_REACHED);
}

prapi_finding prapi_guard_THRESHOLD_AMOUNT_KNOWN(prapi_judge *judge) {
    return standing(judge) == PRAP_THRESHOLD_STATUS_NOT_KNOWN ? PRAPI_UNDECIDED : PRAPI_PASS;
}
