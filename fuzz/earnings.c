/*
 * earnings.c: fuzz target. The bytes are a question about earnings: a programme, a day, so many amounts of the National
 * Threshold and so many payments. Whatever is answered must agree with itself and with the same question a day later.
 */
#include <string.h>

#include "prap/prap.h"

#include "fuzz.h"

enum { PAYMENTS = 24, AMOUNTS = 6 };

static prap_day take_day(struct rest *rest) {
    const uint32_t low = take(rest);
    return low == 255 ? PRAP_DAY_NONE : 18000 + (prap_day)low;
}

/* Mostly some pounds, sometimes at the ends of what fits. */
static int64_t take_pence(struct rest *rest) {
    const uint32_t high = take(rest), low = take(rest);
    if (high == 255) return INT64_MAX - (int64_t)low;
    if (high == 254) return -(int64_t)low;
    return (int64_t)(high << 8 | low) * 10;
}

struct heard {
    uint32_t n;
    prap_threshold_standing rows[8];
};

static prap_status hear(void *user, const prap_threshold_standing *row) {
    struct heard *heard = user;
    must(heard->n < 8, "more thresholds than there are");
    must((row->status == PRAP_THRESHOLD_STATUS_REACHED) == (row->reached_on != PRAP_DAY_NONE), "a day without reaching");
    must(row->status != PRAP_THRESHOLD_STATUS_NOT_REACHED || row->missing_pence > 0, "nothing is missing");
    must(row->status == PRAP_THRESHOLD_STATUS_NOT_REACHED || row->missing_pence == 0, "missing and reached");
    must(prap_rule_by_number(row->rule) != NULL, "a threshold cites no rule");
    heard->rows[heard->n++] = *row;
    return PRAP_OK;
}

static void check(const prap_earnings *earnings, const struct heard *heard) {
    for (uint32_t i = 0; i < heard->n; i++) {
        const prap_threshold_standing *row = &heard->rows[i];
        must(row->status != PRAP_THRESHOLD_STATUS_REACHED || earnings->earned_pence >= row->pence, "reached with less");
        must(row->reached_on == PRAP_DAY_NONE || row->reached_on <= earnings->as_of, "reached later than asked");
        if (row->outcome != 0) must(row->status == earnings->outcome_status, "the outcome stands otherwise");
    }
    const bool closes = earnings->closes == PRAP_VALUE_YES;
    must(closes == (earnings->outcome_status == PRAP_THRESHOLD_STATUS_REACHED), "it closes without the outcome");
    must((earnings->first_paid_on == PRAP_DAY_NONE) == (earnings->earned_pence == 0), "paid without a day");
}

/* What is reached on a day is reached on the next, on the same day. */
static void check_later(const struct heard *heard, prap_earnings_question question) {
    struct heard later = {0};
    prap_earnings earnings = {.size = sizeof earnings};
    question.as_of++;
    must(prap_earnings_of(&question, hear, &later, &earnings, NULL) == PRAP_OK, "a day later it cannot be asked");
    must(later.n == heard->n, "a day later there are other thresholds");
    for (uint32_t i = 0; i < heard->n; i++) {
        if (heard->rows[i].reached_on == PRAP_DAY_NONE) continue;
        must(later.rows[i].reached_on == heard->rows[i].reached_on, "reached on another day");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    struct rest rest = {bytes, n};
    prap_payment payments[PAYMENTS];
    prap_threshold amounts[AMOUNTS];
    prap_earnings_question question = {.size = sizeof question, .programme = take(&rest) & 7, .as_of = take_day(&rest),
                                       .payments = payments, .national = amounts};
    const uint32_t wanted = take(&rest) % (AMOUNTS + 1);
    while (question.n_national < wanted) {
        prap_threshold *amount = &amounts[question.n_national++];
        *amount = (prap_threshold){.from = take_day(&rest)};
        amount->pence = take_pence(&rest);
    }
    while (rest.n > 0 && question.n_payments < PAYMENTS) {
        prap_payment *payment = &payments[question.n_payments++];
        *payment = (prap_payment){.on = take_day(&rest)};
        payment->pence = take_pence(&rest);
    }
    struct heard heard = {0};
    prap_earnings earnings = {.size = sizeof earnings};
    const prap_status status = prap_earnings_of(&question, hear, &heard, &earnings, NULL);
    must(status == PRAP_OK || status == PRAP_E_WORD || status == PRAP_E_DAY || status == PRAP_E_RANGE ||
             status == PRAP_E_TWICE,
         "a status that is not of the contract");
    if (status != PRAP_OK) return 0;
    check(&earnings, &heard);
    check_later(&heard, question);
    return 0;
}
