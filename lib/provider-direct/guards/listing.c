/* listing.c: who may be on the list of a call, and what is to hand about them. PD-14, PD-15, PD-UC, Annex A. */
#include "provider-direct/guards/guards.h"

GUARD(NOT_MAPPA) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_MAPPA, PRAP_VALUE_NO);
}

GUARD(NOT_SCR) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_SCR, PRAP_VALUE_NO);
}

GUARD(NOT_UC) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_UNIVERSAL_CREDIT, PRAP_VALUE_NO);
}

GUARD(ROOM_IN_CALL) {
    (void)who;
    return holds(judge->call->now.n < PRAP_CALL_PARTICIPANTS_MAX);
}

GUARD(LISTED_ONCE) {
    return holds(one_of(judge, who) == NULL);
}

GUARD(ANYONE_LISTED) {
    (void)who;
    return holds(judge->call->now.n > 0);
}

/* Of one who is put on the list in mid-call, what is said then; before a call, of each who is listed. */
GUARD(ORIGINALS_HELD) {
    if (judge->step->event == PRAP_CALL_EVENT_PARTICIPANT_LISTED) {
        return wants(judge, PRAP_CALL_FACT_ORIGINAL_HELD, PRAP_VALUE_YES);
    }
    const uint32_t said = judge->call->now.participants[who].has_original;
    return result(said == PRAP_VALUE_UNKNOWN ? PRAP_RESULT_UNKNOWN
                                             : said == PRAP_VALUE_YES ? PRAP_RESULT_MET : PRAP_RESULT_FAILED);
}

GUARD(IS_LISTED) {
    return holds(who != PRAP_CALL_NOBODY || !judge->step->is_named);
}
