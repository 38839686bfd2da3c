/*
 * earnings.h: earnings in whole pence, and the thresholds of a programme that they reach (CH15-16, A-55 to A-59).
 *
 * What the guidance fixes stands in the library: first pay, 1,000 and 2,000 pounds. The National Threshold follows the
 * national minimum wage of the time, so the host gives its dated amounts; the "about 3,000 pounds" of the guidance
 * decide nothing (AMB-80). To reach is to have at least the amount. Thread rule: pure functions; any thread, each with
 * its own structs.
 */
#ifndef PRAP_EARNINGS_H
#define PRAP_EARNINGS_H

#include <stddef.h>
#include <stdint.h>

#include "prap/day.h"
#include "prap/export.h"
#include "prap/host.h"
#include "prap/status.h"
#include "prap/supplement.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A threshold as a programme has it. Library-owned, never freed. New members are appended. */
typedef struct prap_threshold_row {
    uint32_t size;
    uint32_t programme; /* PRAP_PROGRAMME_* */
    uint32_t threshold; /* PRAP_THRESHOLD_* */
    uint32_t status;    /* PRAP_THRESHOLD_STATUS_NOT_APPLICABLE or _NOT_STATED where the programme has none; _NOT_KNOWN
                           where the host gives the amount; else 0 */
    uint32_t rule;      /* for prap_rule_by_number */
    uint32_t outcome;   /* 1: reaching it is the job outcome */
    int64_t pence;      /* to reach; of first pay 1, of all others without a fixed amount 0 */
} prap_threshold_row;

/* The i-th threshold of a programme in table order, or NULL past the last. Since 0.1. */
PRAP_API const prap_threshold_row *prap_threshold_row_at(uint32_t programme, uint32_t i);

/* A sum of two amounts. PRAP_OK, PRAP_E_NULL, PRAP_E_RANGE (one is negative, or the sum does not fit). Since 0.1. */
PRAP_API prap_status prap_earnings_add(int64_t pence, int64_t more_pence, int64_t *ret_pence);

/* A payment of wages. A frozen value type. */
typedef struct prap_payment {
    prap_day on;       /* the day it was paid */
    uint32_t reserved; /* 0 */
    int64_t pence;     /* 0 or more */
} prap_payment;

#define PRAP_PAYMENTS_MAX 2000

/* What is asked. Everything it points at is borrowed for the length of the call; the orders do not matter. */
typedef struct prap_earnings_question {
    uint32_t size;      /* sizeof(prap_earnings_question) as compiled */
    uint32_t programme; /* PRAP_PROGRAMME_* */
    prap_day as_of;     /* the day: later payments are not counted */
    uint32_t reserved;  /* 0 */
    const prap_payment *payments;
    size_t n_payments;  /* at most PRAP_PAYMENTS_MAX */
    const prap_threshold *national; /* each holds until the next; before the first the threshold is not known */
    size_t n_national;  /* at most PRAP_THRESHOLDS_MAX */
} prap_earnings_question;

/* How one threshold stands. Borrowed for the visit. */
typedef struct prap_threshold_standing {
    uint32_t size;
    uint32_t threshold;    /* PRAP_THRESHOLD_* */
    uint32_t status;       /* PRAP_THRESHOLD_STATUS_* */
    uint32_t rule;         /* for prap_rule_by_number */
    uint32_t outcome;      /* 1: reaching it is the job outcome */
    prap_day reached_on;   /* the first day on which it was surely reached, or PRAP_DAY_NONE */
    prap_day unsure_from;  /* the first day on which it may have been reached, the amount of that day not being known, or
                              PRAP_DAY_NONE */
    uint32_t reserved;     /* 0 */
    int64_t pence;         /* the amount: of the day it was reached, else of as_of; 0 where there is none or it is not known */
    int64_t missing_pence; /* what is missing as of the day; 0 unless NOT_REACHED */
} prap_threshold_standing;

/* Returns PRAP_OK to go on; anything else ends it and is returned. */
typedef prap_status (*prap_visit_threshold)(void *user, const prap_threshold_standing *standing);

/* The answer in short. The caller's memory; set size before the call. */
typedef struct prap_earnings {
    uint32_t size;           /* sizeof(prap_earnings) as compiled */
    uint32_t programme;      /* PRAP_PROGRAMME_* */
    prap_day as_of;
    prap_day first_paid_on;  /* of the first pay above 0, or PRAP_DAY_NONE */
    int64_t earned_pence;    /* paid by as_of */
    uint32_t payments;       /* how many were counted */
    uint32_t outcome;        /* PRAP_THRESHOLD_* that is the job outcome, or 0: the guidance states none */
    uint32_t outcome_status; /* PRAP_THRESHOLD_STATUS_* of it */
    prap_day outcome_on;     /* the day it was reached, or PRAP_DAY_NONE */
    uint32_t closes;         /* PRAP_VALUE_*: does that close an open earnings feed by as_of? _UNKNOWN: not known, or not
                                stated for the programme, */
    uint32_t rule;           /*   by this rule */
} prap_earnings;

/*
 * What payments amount to as of a day, which thresholds they reach and when (X-38, CH15-16, M08-BG-3b). A threshold once
 * reached stays reached, also when its amount rises later. visit: or NULL; one visit a threshold, in table order.
 * Returns PRAP_OK; PRAP_E_NULL; PRAP_E_SIZE; PRAP_E_WORD (no such programme); PRAP_E_DAY; PRAP_E_RANGE (a payment below 0,
 * an amount below 1, or a sum that does not fit); PRAP_E_TWICE (two amounts from one day); PRAP_E_LIMIT; what visit
 * returned. Since 0.1.
 */
PRAP_API prap_status prap_earnings_of(const prap_earnings_question *question, prap_visit_threshold visit, void *user,
                                      prap_earnings *ret_earnings, prap_error *reterr);

#ifdef __cplusplus
}
#endif

#endif
