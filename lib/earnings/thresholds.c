/* thresholds.c: the thresholds of each programme as rows. */
#include "prap/earnings.h"
#include "prap/vocabulary.h"

#include "catalogue/rules.h"

/* AMOUNT and OUTCOME of thresholds.def. First pay is reached by any pay at all: by a penny. */
enum { PENCE_FIRST = 1, PENCE_STATED = 0, PENCE_SUPPLIED = 0, PENCE_NOT_APPLICABLE = 0, PENCE_NOT_STATED = 0 };
enum {
    STATUS_FIRST = 0,
    STATUS_STATED = 0,
    STATUS_SUPPLIED = PRAP_THRESHOLD_STATUS_NOT_KNOWN,
    STATUS_NOT_APPLICABLE = PRAP_THRESHOLD_STATUS_NOT_APPLICABLE,
    STATUS_NOT_STATED = PRAP_THRESHOLD_STATUS_NOT_STATED
};
enum { OUTCOME_NO, OUTCOME_YES };

static const prap_threshold_row rows[] = {
#define X(PROGRAMME, THRESHOLD, AMOUNT, PENCE, OUTCOME, RULE)                                                 \
    {sizeof(prap_threshold_row), PRAP_PROGRAMME_##PROGRAMME, PRAP_THRESHOLD_##THRESHOLD, STATUS_##AMOUNT,     \
     PRAPI_RULE_##RULE, OUTCOME_##OUTCOME, PENCE + PENCE_##AMOUNT},
#include "vocabulary/thresholds.def"
#undef X
};

const prap_threshold_row *prap_threshold_row_at(uint32_t programme, uint32_t i) {
    for (size_t row = 0; row != sizeof rows / sizeof rows[0]; row++) {
        if (rows[row].programme != programme) continue;
        if (i-- == 0) return &rows[row];
    }
    return NULL;
}
