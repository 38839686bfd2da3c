/* entry.c: entries about entries: a void, and a case taken over. */
#include "base/always.h"
#include "referral/guards/guards.h"

prapi_finding prapi_guard_VOID_IS_POSSIBLE(prapi_judge *judge) {
    if (!said(judge, PRAP_FACT_VOIDS, PRAP_VALUE_NUMBER) || PRAPI_NEVER(judge->voiding == NULL)) return PRAPI_UNDECIDED;
    return holds(judge->voiding->possible);
}

prapi_finding prapi_guard_VOID_FREES_NONE(prapi_judge *judge) {
    return holds(PRAPI_NEVER(judge->voiding == NULL) || judge->voiding->frees_none);
}

prapi_finding prapi_guard_IMPORT_STAGE_KNOWN(prapi_judge *judge) { (void)judge; return PRAPI_UNDECIDED; }

/* Without it nobody can say by when the referral is to be acknowledged. */
prapi_finding prapi_guard_IMPORT_RECEIPT_KNOWN(prapi_judge *judge) {
    const bool known = said(judge, PRAP_FACT_RECEIVED_ON, PRAP_VALUE_DAY) || said(judge, PRAP_FACT_MADE, PRAP_VALUE_DAY);
    return known ? PRAPI_PASS : PRAPI_UNDECIDED;
}

prapi_finding prapi_guard_IMPORT_ATTENDED_KNOWN(prapi_judge *judge) {
    return said(judge, PRAP_FACT_ATTENDED_ON, PRAP_VALUE_DAY) ? PRAPI_PASS : PRAPI_UNDECIDED;
}

prapi_finding prapi_guard_IMPORT_START_KNOWN(prapi_judge *judge) {
    return said(judge, PRAP_FACT_START_ON, PRAP_VALUE_DAY) ? PRAPI_PASS : PRAPI_UNDECIDED;
}

/* A day that a case taken over can bring: from which stage on, and whether it follows the one before it in the table. */
static const struct {
    uint16_t fact;
    uint16_t stage;
    bool follows;
} import_days[] = {
    {PRAP_FACT_MADE, PRAP_OPTION_AT_RECEIVED, true},        /* MUT-EQUIV: no stage comes before it */
    {PRAP_FACT_RECEIVED_ON, PRAP_OPTION_AT_RECEIVED, true}, /* MUT-EQUIV: no stage comes before it */
    {PRAP_FACT_ACKNOWLEDGED_ON, PRAP_OPTION_AT_ACCEPTED, true},
    {PRAP_FACT_ATTENDED_ON, PRAP_OPTION_AT_ATTENDED, true},
    {PRAP_FACT_START_ON, PRAP_OPTION_AT_PRE_WORK, true},
    {PRAP_FACT_PLAN_ON, PRAP_OPTION_AT_ATTENDED, false}, /* each of these only follows the start */
    {PRAP_FACT_ENTERED_ON, PRAP_OPTION_AT_PRE_WORK, false},
    {PRAP_FACT_FACE_TO_FACE_ON, PRAP_OPTION_AT_PRE_WORK, false},
    {PRAP_FACT_WEEKLY_OFFER_ON, PRAP_OPTION_AT_PRE_WORK, false},
    {PRAP_FACT_WORK_STARTED_ON, PRAP_OPTION_AT_IN_WORK, false}, /* MUT-EQUIV: nothing comes after the last */
};

/* The days that are given, in the order in which they can have come; the start date is the day of the meeting (3.28). */
prapi_finding prapi_guard_IMPORT_IN_ORDER(prapi_judge *judge) {
    const int32_t stage = judge->event->said[PRAP_FACT_STAGE].value;
    prap_day last = PRAP_DAY_MIN;
    for (size_t i = 0; i < sizeof import_days / sizeof import_days[0]; i++) {
        if (!said(judge, import_days[i].fact, PRAP_VALUE_DAY)) continue;
        const prap_day day = judge->event->said[import_days[i].fact].value;
        if (day < last || day > judge->event->on || stage < import_days[i].stage) return PRAPI_FAIL;
        if (import_days[i].follows) last = day;
    }
    const prap_day start = said_day(judge, PRAP_FACT_START_ON, PRAP_DAY_NONE);
    return holds(start == PRAP_DAY_NONE || said_day(judge, PRAP_FACT_ATTENDED_ON, start) == start);
}
