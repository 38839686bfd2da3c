/* earnings.c: what payments amount to, and what they reach (CH15-16, AMB-80). All in whole pence, every sum checked. */
#include <stdbool.h>

#include "prap/vocabulary.h"

#include "base/always.h"
#include "base/error.h"
#include "earnings/earnings.h"
#include "vocabulary/vocabulary.h"

prap_status prap_earnings_add(int64_t pence, int64_t more_pence, int64_t *ret_pence) {
    if (ret_pence == NULL) return PRAP_E_NULL;
    if (pence < 0 || more_pence < 0 || pence > INT64_MAX - more_pence) return PRAP_E_RANGE;
    *ret_pence = pence + more_pence;
    return PRAP_OK;
}

/* The amount in force on a day: of the latest that has begun. */
int64_t prapi_national_on(const prap_threshold *amounts, size_t n, prap_day day) {
    const prap_threshold *latest = NULL;
    for (size_t i = 0; i < n; i++) {
        if (amounts[i].from > day) continue;
        if (latest == NULL || amounts[i].from > latest->from) latest = &amounts[i]; /* MUT-EQUIV: no two from one day */
    }
    return latest == NULL ? 0 : latest->pence;
}

/* What is to be reached, 0 where it is not known. */
static int64_t amount_of(const prap_threshold_row *row, int64_t national) {
    return row->status == PRAP_THRESHOLD_STATUS_NOT_KNOWN ? national : row->pence;
}

static bool has_none(const prap_threshold_row *row) {
    return row->status == PRAP_THRESHOLD_STATUS_NOT_APPLICABLE || row->status == PRAP_THRESHOLD_STATUS_NOT_STATED;
}

/* To reach is to have at least the amount. */
static uint32_t status_of(const prap_threshold_row *row, int64_t pence, int64_t national) {
    if (has_none(row)) return row->status;
    const int64_t amount = amount_of(row, national);
    if (amount == 0) return PRAP_THRESHOLD_STATUS_NOT_KNOWN;
    return pence >= amount ? PRAP_THRESHOLD_STATUS_REACHED : PRAP_THRESHOLD_STATUS_NOT_REACHED;
}

uint32_t prapi_earnings_status(uint32_t programme, uint32_t threshold, int64_t pence, int64_t national) {
    const prap_threshold_row *row = NULL;
    for (uint32_t i = 0; (row = prap_threshold_row_at(programme, i)) != NULL; i++) {
        if (row->threshold == threshold) return status_of(row, pence, national);
    }
    return PRAP_THRESHOLD_STATUS_NOT_STATED;
}

static const prap_threshold_row *outcome_of(uint32_t programme) {
    const prap_threshold_row *row = NULL;
    for (uint32_t i = 0; (row = prap_threshold_row_at(programme, i)) != NULL; i++) { /* MUT-EQUIV: the first is no outcome */
        if (row->outcome != 0) return row;
    }
    return NULL;
}

uint32_t prapi_earnings_outcome(uint32_t programme, int64_t pence, int64_t national, uint32_t *ret_threshold) {
    const prap_threshold_row *row = outcome_of(programme);
    *ret_threshold = row == NULL ? 0 : row->threshold;
    return row == NULL ? PRAP_THRESHOLD_STATUS_NOT_STATED : status_of(row, pence, national);
}

/* What was paid by a day: the sum of all of it was found to fit before. */
static int64_t earned_by(const prap_earnings_question *question, prap_day day) {
    int64_t pence = 0;
    for (size_t i = 0; i < question->n_payments; i++) {
        if (question->payments[i].on <= day) (void)prap_earnings_add(pence, question->payments[i].pence, &pence);
    }
    return pence;
}

/*
 * The next day after one on which anything can be reached: a payment, or a new amount; no later than as_of. Or
 * PRAP_DAY_NONE. What was paid on the day itself is added to *pence.
 */
static prap_day next_day(const prap_earnings_question *question, prap_day after, int64_t *pence) {
    prap_day next = PRAP_DAY_NONE;
    for (size_t i = 0; i < question->n_payments + question->n_national; i++) {
        const bool paid = i < question->n_payments;
        const prap_day day = paid ? question->payments[i].on : question->national[i - question->n_payments].from;
        if (paid && day == after) (void)prap_earnings_add(*pence, question->payments[i].pence, pence);
        if (day <= after || day > question->as_of) continue;
        if (next == PRAP_DAY_NONE || day < next) next = day; /* MUT-EQUIV: of <=: the same day */
    }
    return next;
}

/* Goes through the days on which it can have been reached, up to the first on which it was. */
static void find_day(const prap_earnings_question *question, const prap_threshold_row *row,
                     prap_threshold_standing *standing) {
    int64_t pence = 0;
    prap_day day = next_day(question, PRAP_DAY_NONE, &pence);
    while (day != PRAP_DAY_NONE) {
        const prap_day next = next_day(question, day, &pence);
        const int64_t national = prapi_national_on(question->national, question->n_national, day);
        const uint32_t status = pence == 0 ? 0 : status_of(row, pence, national);
        if (status == PRAP_THRESHOLD_STATUS_NOT_KNOWN && standing->unsure_from == PRAP_DAY_NONE) {
            standing->unsure_from = day;
        }
        if (status == PRAP_THRESHOLD_STATUS_REACHED) {
            standing->reached_on = day;
            standing->status = status;
            standing->pence = amount_of(row, national);
            return;
        }
        day = next;
    }
}

/* What was perhaps reached on a day whose amount nobody gave is not known, even where the amount of as_of is. */
static prap_threshold_standing stand(const prap_earnings_question *question, const prap_threshold_row *row,
                                     int64_t earned) {
    const int64_t national = prapi_national_on(question->national, question->n_national, question->as_of);
    prap_threshold_standing standing = {.size = sizeof standing,
                                        .threshold = row->threshold,
                                        .status = status_of(row, earned, national),
                                        .rule = row->rule,
                                        .outcome = row->outcome,
                                        .reached_on = PRAP_DAY_NONE,
                                        .unsure_from = PRAP_DAY_NONE};
    if (has_none(row)) return standing; /* MUT-EQUIV: sooner; nothing is found of what is never reached */
    standing.pence = amount_of(row, national);
    find_day(question, row, &standing);
    if (standing.status != PRAP_THRESHOLD_STATUS_NOT_REACHED) return standing;
    if (standing.unsure_from != PRAP_DAY_NONE) standing.status = PRAP_THRESHOLD_STATUS_NOT_KNOWN;
    else standing.missing_pence = standing.pence - earned;
    return standing;
}

/* What reaching the outcome does to an open feed (M08-BG-3b). */
static void set_closes(const prap_threshold_standing *outcome, prap_earnings *earnings) {
    const uint32_t effect =
        prapi_feed_effect(earnings->programme, PRAP_FEED_TRIGGER_OUTCOME_EARNINGS, &earnings->rule);
    earnings->outcome_status = PRAP_THRESHOLD_STATUS_NOT_STATED;
    earnings->closes = PRAP_VALUE_UNKNOWN;
    if (outcome->threshold == 0) return;
    earnings->outcome = outcome->threshold;
    earnings->outcome_status = outcome->status;
    earnings->outcome_on = outcome->reached_on;
    if (PRAPI_NEVER(effect != PRAP_FEED_EFFECT_CLOSES)) return; /* what has an outcome closes by it: earnings-test */
    if (outcome->status == PRAP_THRESHOLD_STATUS_REACHED) earnings->closes = PRAP_VALUE_YES;
    if (outcome->status == PRAP_THRESHOLD_STATUS_NOT_REACHED) earnings->closes = PRAP_VALUE_NO;
}

static prap_status check_day(prap_day day, const char *list, size_t i, const char *field, prap_error *reterr) {
    if (day >= PRAP_DAY_MIN && day <= PRAP_DAY_MAX) return PRAP_OK;
    prapi_fail(reterr, PRAP_E_DAY, field, "there is no such day");
    return prapi_fail_in_list(reterr, PRAP_E_DAY, list, i);
}

static prap_status check_payments(const prap_earnings_question *question, prap_error *reterr) {
    int64_t sum = 0;
    for (size_t i = 0; i < question->n_payments; i++) {
        const prap_payment *payment = &question->payments[i];
        prap_status status = check_day(payment->on, "payments", i, "on", reterr);
        if (status != PRAP_OK) return status;
        status = prap_earnings_add(sum, payment->pence, &sum);
        if (status == PRAP_OK) continue;
        prapi_fail(reterr, status, "pence", "a payment is 0 or more whole pence, and their sum must fit 64 bits");
        return prapi_fail_in_list(reterr, status, "payments", i);
    }
    return PRAP_OK;
}

static prap_status check_amount(const prap_earnings_question *question, size_t i, prap_error *reterr) {
    const prap_threshold *amount = &question->national[i];
    const prap_status status = check_day(amount->from, "national", i, "from", reterr);
    if (status != PRAP_OK) return status;
    if (amount->pence < 1) {
        prapi_fail(reterr, PRAP_E_RANGE, "pence", "a threshold is 1 or more whole pence");
        return prapi_fail_in_list(reterr, PRAP_E_RANGE, "national", i);
    }
    for (size_t earlier = 0; earlier < i; earlier++) {
        if (question->national[earlier].from != amount->from) continue;
        prapi_fail(reterr, PRAP_E_TWICE, "from", "two amounts begin on this day");
        return prapi_fail_in_list(reterr, PRAP_E_TWICE, "national", i);
    }
    return PRAP_OK;
}

static prap_status check_question(const prap_earnings_question *question, prap_error *reterr) {
    if ((question->payments == NULL && question->n_payments != 0) ||
        (question->national == NULL && question->n_national != 0)) {
        return prapi_fail(reterr, PRAP_E_NULL, "", "a list is missing");
    }
    if (prap_word_by_number(PRAP_WORDS_PROGRAMME, question->programme) == NULL) {
        return prapi_fail(reterr, PRAP_E_WORD, "programme", "there is no such programme");
    }
    if (question->as_of < PRAP_DAY_MIN || question->as_of > PRAP_DAY_MAX) {
        return prapi_fail(reterr, PRAP_E_DAY, "as_of", "there is no such day");
    }
    if (question->n_payments > PRAP_PAYMENTS_MAX) {
        return prapi_fail(reterr, PRAP_E_LIMIT, "payments", "there are more payments than can be taken");
    }
    if (question->n_national > PRAP_THRESHOLDS_MAX) {
        return prapi_fail(reterr, PRAP_E_LIMIT, "national", "there are more amounts than can be taken");
    }
    prap_status status = check_payments(question, reterr);
    for (size_t i = 0; status == PRAP_OK && i < question->n_national; i++) status = check_amount(question, i, reterr);
    return status;
}

/* The day of the first pay, and how many payments count. */
static void count_payments(const prap_earnings_question *question, prap_earnings *earnings) {
    for (size_t i = 0; i < question->n_payments; i++) {
        const prap_payment *payment = &question->payments[i];
        if (payment->on > question->as_of) continue;
        earnings->payments++;
        if (payment->pence == 0) continue;
        const prap_day first = earnings->first_paid_on;
        if (first == PRAP_DAY_NONE || payment->on < first) earnings->first_paid_on = payment->on; /* MUT-EQUIV: as above */
    }
}

prap_status prap_earnings_of(const prap_earnings_question *question, prap_visit_threshold visit, void *user,
                             prap_earnings *ret_earnings, prap_error *reterr) {
    if (question == NULL || ret_earnings == NULL) {
        return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    }
    if (question->size < sizeof *question || ret_earnings->size < sizeof *ret_earnings) {
        return prapi_fail(reterr, PRAP_E_SIZE, "", "a struct's size is one this library cannot take");
    }
    prap_status status = check_question(question, reterr);
    if (status != PRAP_OK) return status;
    prap_earnings earnings = {.size = ret_earnings->size, .programme = question->programme, .as_of = question->as_of,
                              .first_paid_on = PRAP_DAY_NONE, .outcome_on = PRAP_DAY_NONE,
                              .earned_pence = earned_by(question, question->as_of)};
    count_payments(question, &earnings);
    prap_threshold_standing outcome = {.threshold = 0};
    const prap_threshold_row *row = NULL;
    for (uint32_t i = 0; status == PRAP_OK && (row = prap_threshold_row_at(question->programme, i)) != NULL; i++) {
        const prap_threshold_standing standing = stand(question, row, earnings.earned_pence);
        if (row->outcome != 0) outcome = standing;
        if (visit != NULL) status = visit(user, &standing);
    }
    set_closes(&outcome, &earnings);
    if (status == PRAP_OK) *ret_earnings = earnings;
    return status;
}
