/* adverse.c: what should be rare: each is settled on a day, or the case is outside it. */
#include "prap/codes.h"
#include "prap/vocabulary.h"

#include "standards/standards.h"

static void settle(const prapi_measuring *on, prap_day day, bool present) {
    on->measure->result = present ? PRAP_RESULT_PRESENT : PRAP_RESULT_ABSENT;
    on->measure->day = day;
    on->measure->done_on = day;
}

/* How it was held must have been said: a case without a handover by exception (3.16) has a day of it too. */
void prapi_measure_handover(const prapi_measuring *on) {
    if (on->summary->handed_over_on == PRAP_DAY_NONE) {
        prapi_measuring_exclude(on, PRAP_EXCLUSION_NO_HANDOVER);
    } else if (on->summary->handover_mode == 0) {
        prapi_measuring_exclude(on, PRAP_EXCLUSION_UNKNOWN);
    } else {
        settle(on, on->summary->handed_over_on, on->summary->handover_mode == PRAP_OPTION_IN_PERSON);
    }
}

/* Held is by default face to face, as the notices take it (LWC-1). */
void prapi_measure_digital(const prapi_measuring *on) {
    if (on->summary->attended_on == PRAP_DAY_NONE) {
        prapi_measuring_exclude(on, PRAP_EXCLUSION_NO_MEETING);
    } else {
        settle(on, on->summary->attended_on, on->summary->meeting_mode == PRAP_OPTION_DIGITAL);
    }
}

/* Is this the outcome of someone who could not be reached? Then attempts are all that it rests on (3.70, A32). */
static bool rests_on_attempts(const prap_summary *summary) {
    if (summary->stage != PRAP_STATE_DNA && summary->stage != PRAP_STATE_CANCELLED_NO_CONTACT) return false;
    return summary->outcome == PRAP_OPTION_UNREACHABLE || summary->outcome == PRAP_OPTION_NO_CONTACT ||
           summary->outcome == PRAP_OPTION_DNA;
}

void prapi_measure_attempts(const prapi_measuring *on) {
    on->measure->policy = PRAP_POLICY_MIN_ATTEMPTS;
    if (!rests_on_attempts(on->summary)) {
        prapi_measuring_exclude(on, PRAP_EXCLUSION_NO_ATTEMPTS_NEEDED);
        return;
    }
    const int32_t least = prap_rulebook_setting(on->rulebook, PRAP_POLICY_MIN_ATTEMPTS);
    settle(on, on->summary->ended_on, on->summary->attempts_failed < (uint32_t)least);
}

/* Of those that were acknowledged at all: accepted late is a breach, rejected late too (T-I-14, T-I-15). */
void prapi_measure_late(const prapi_measuring *on) {
    const prap_deadline *ack = prapi_measuring_clock(on, PRAP_DEADLINE_ACK);
    if (prapi_measuring_is_outside(on, ack)) return;
    if (ack->done_on == PRAP_DAY_NONE) {
        prapi_measuring_exclude(on, PRAP_EXCLUSION_NOT_ACKNOWLEDGED);
    } else {
        on->measure->policy = ack->policy;
        settle(on, ack->done_on, ack->done_on > ack->due);
    }
}

/* Some codes leave the feed open by right (IPES-LC-39, IPES-LC-45); any other end closes it (M08-BG-3). */
void prapi_measure_orphan(const prapi_measuring *on) {
    const prap_summary *summary = on->summary;
    if (summary->start_on == PRAP_DAY_NONE) {
        prapi_measuring_exclude(on, PRAP_EXCLUSION_NOT_STARTED);
    } else if (summary->ended_on == PRAP_DAY_NONE) {
        prapi_measuring_exclude(on, PRAP_EXCLUSION_NOT_ENDED);
    } else {
        const prap_code *code = prap_code_find(summary->programme, (int32_t)summary->code);
        const bool by_right = summary->stage == PRAP_STATE_LEFT && code != NULL && code->feed == PRAP_FEED_OPEN;
        settle(on, summary->ended_on, summary->feed == PRAP_FEED_OPEN && !by_right);
    }
}
