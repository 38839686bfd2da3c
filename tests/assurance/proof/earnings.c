/*
 * earnings.c: payments, thresholds and codes, with any amounts, days and numbers. Lists have up to MOST members.
 *
 * Part: earnings
 * Deduced: prap_earnings_add
 * Define: prapi_text_bytes=strlen
 * Options: -eva-auto-loop-unroll 400
 */
#include "any.h"

#include "earnings/earnings.h"

enum { MOST = 2 };

static prap_status hears_threshold(void *user, const prap_threshold_standing *standing) {
    (void)user;
    (void)*standing;
    return any_int();
}

static prap_status hears_consequence(void *user, const prap_consequence *consequence) {
    (void)user;
    (void)*consequence;
    return any_int();
}

static void sums(size_t n_payments, size_t n_national) {
    prap_payment payments[MOST];
    prap_threshold national[MOST];
    prap_earnings_question question;
    prap_earnings earnings;
    prap_error error = {.size = sizeof error};
    ANY(payments);
    ANY(national);
    ANY(question);
    question.payments = maybe() ? LAST(payments, n_payments) : NULL;
    question.n_payments = n_payments;
    question.national = maybe() ? LAST(national, n_national) : NULL;
    question.n_national = n_national;
    earnings.size = any_u32();
    (void)prap_earnings_of(MAYBE(question), maybe() ? hears_threshold : NULL, NULL, MAYBE(earnings), MAYBE(error));
    question.n_payments = PRAP_PAYMENTS_MAX + 1;
    (void)prap_earnings_of(&question, NULL, NULL, &earnings, &error);
    question.n_payments = 0;
    question.n_national = PRAP_THRESHOLDS_MAX + 1;
    (void)prap_earnings_of(&question, NULL, NULL, &earnings, &error);
}

static void choices(void) {
    prap_code_choice choice;
    int64_t sum;
    uint32_t threshold;
    uint64_t a = any_u64(), b = any_u64();
    choice.size = any_u32();
    (void)prap_code_consequences(any_u32(), any_int(), any_u32(), maybe() ? hears_consequence : NULL, NULL, MAYBE(choice));
    (void)prapi_earnings_status(any_u32(), any_u32(), (int64_t)any_u64(), (int64_t)any_u64());
    (void)prapi_earnings_outcome(any_u32(), (int64_t)any_u64(), (int64_t)any_u64(), &threshold);
    (void)prap_threshold_row_at(any_u32(), any_u32());
    (void)prap_earnings_add((int64_t)a, (int64_t)b, MAYBE(sum));
}

int main(void) {
    for (size_t n = 0; n <= MOST; n++) {
        for (size_t m = 0; m <= MOST; m++) sums(n, m);
    }
    choices();
    return 0;
}
