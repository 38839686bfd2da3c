/* standards.c: customer service standards 1 to 3 of one case (3.23, 3.32, 3.56; AMB-08, AMB-105, AMB-106). */
#include "prap/vocabulary.h"

#include "standards/standards.h"

const prap_deadline *prapi_measuring_clock(const prapi_measuring *on, uint32_t deadline) {
    for (uint32_t i = 0; i < prap_answer_deadline_count(on->answer); i++) {
        const prap_deadline *clock = prap_answer_deadline_at(on->answer, i);
        if (clock->status == PRAP_DEADLINE_STATUS_NOT_DEFINED || clock->defined_by == PRAP_DEFINED_BY_HOST) continue;
        if (clock->deadline == deadline) return clock; /* the documents' own: no other measures a standard */
    }
    return NULL;
}

void prapi_measuring_exclude(const prapi_measuring *on, uint32_t exclusion) {
    on->measure->result = PRAP_RESULT_EXCLUDED;
    on->measure->exclusion = exclusion;
}

/*
 * Outside every standard: a clerical case (AMB-64), and one without this clock. A clock that a case taken over in
 * mid-life lacks is not known rather than not there.
 */
bool prapi_measuring_is_outside(const prapi_measuring *on, const prap_deadline *clock) {
    if (on->summary->channel == PRAP_CHANNEL_CLERICAL) {
        prapi_measuring_exclude(on, PRAP_EXCLUSION_CLERICAL);
    } else if (clock == NULL) {
        prapi_measuring_exclude(on, on->summary->imported != 0 ? PRAP_EXCLUSION_UNKNOWN : PRAP_EXCLUSION_NOT_REFERRED);
    }
    return on->measure->exclusion != 0;
}

/* What a clock says of its standard. Overdue is missed: it can still be done, but not in time. */
static void take_clock(const prapi_measuring *on, const prap_deadline *clock, uint32_t when_cleared) {
    static const uint32_t results[] = {
        [PRAP_DEADLINE_STATUS_OPEN] = PRAP_RESULT_OPEN,        [PRAP_DEADLINE_STATUS_OVERDUE] = PRAP_RESULT_MISSED,
        [PRAP_DEADLINE_STATUS_MET] = PRAP_RESULT_MET,          [PRAP_DEADLINE_STATUS_MISSED] = PRAP_RESULT_MISSED,
        [PRAP_DEADLINE_STATUS_CLEARED] = PRAP_RESULT_EXCLUDED,
    };
    on->measure->day = clock->due;
    on->measure->done_on = clock->done_on;
    on->measure->policy = clock->policy;
    on->measure->result = results[clock->status];
    if (on->measure->result != PRAP_RESULT_EXCLUDED) return;
    on->measure->exclusion = on->summary->imported != 0 ? PRAP_EXCLUSION_UNKNOWN : when_cleared;
}

/* A late rejection misses standard 1, one in time meets it (T-I-12, T-I-15): rejection excludes only from 2. */
void prapi_measure_css1(const prapi_measuring *on) {
    const prap_deadline *ack = prapi_measuring_clock(on, PRAP_DEADLINE_ACK);
    if (!prapi_measuring_is_outside(on, ack)) take_clock(on, ack, PRAP_EXCLUSION_OUTCOME_FIRST);
}

/* Rejected referrals are outside standard 2 (AMB-105). */
static bool is_rejected(const prapi_measuring *on, const prap_deadline *clock) {
    if (on->summary->stage != PRAP_STATE_REJECTED) return false;
    on->measure->day = clock->due;
    prapi_measuring_exclude(on, PRAP_EXCLUSION_REJECTED);
    return true;
}

/* Without a meeting there is nothing to hold in time: the outcome's entry decides, or the meeting is missed. */
void prapi_measure_css2_meeting(const prapi_measuring *on) {
    const prap_deadline *meet = prapi_measuring_clock(on, PRAP_DEADLINE_MEET);
    if (prapi_measuring_is_outside(on, meet) || is_rejected(on, meet)) return;
    take_clock(on, meet, PRAP_EXCLUSION_NO_MEETING);
    if (on->measure->exclusion != PRAP_EXCLUSION_NO_MEETING) return;
    on->measure->policy = PRAP_POLICY_CSS2_DNA;
    if (prap_rulebook_setting(on->rulebook, PRAP_POLICY_CSS2_DNA) == PRAP_CHOICE_MET_IF_RECORDED) return;
    on->measure->result = PRAP_RESULT_MISSED;
    on->measure->exclusion = 0;
}

void prapi_measure_css2_record(const prapi_measuring *on) {
    const prap_deadline *record = prapi_measuring_clock(on, PRAP_DEADLINE_RECORD);
    if (prapi_measuring_is_outside(on, record) || is_rejected(on, record)) return;
    take_clock(on, record, PRAP_EXCLUSION_ENDED_FIRST);
}

/* Both limbs; the meeting's only where there was one. Where a limb is not known, a missed one still misses it. */
void prapi_measure_css2(const prapi_measuring *on) {
    prap_measure *whole = on->measure;
    prap_measure meeting = *whole;
    prapi_measuring part = *on;
    part.measure = &meeting;
    prapi_measure_css2_meeting(&part);
    prapi_measure_css2_record(on);
    if (meeting.policy == PRAP_POLICY_CSS2_DNA) whole->policy = meeting.policy;
    if (whole->result == PRAP_RESULT_MISSED || meeting.exclusion == PRAP_EXCLUSION_NO_MEETING) return;
    if (meeting.result == PRAP_RESULT_MET) return;
    whole->result = meeting.result;
    whole->exclusion = meeting.exclusion;
}

/* By css3-needs the needs assessment must be complete by the same day (AMB-08). */
static void take_needs(const prapi_measuring *on, const prap_deadline *plan) {
    if (prap_rulebook_setting(on->rulebook, PRAP_POLICY_CSS3_NEEDS) != PRAP_CHOICE_YES) return;
    on->measure->policy = PRAP_POLICY_CSS3_NEEDS;
    if (on->measure->result != PRAP_RESULT_MET) return;
    const prap_day complete = on->summary->needs_complete_on;
    if (complete == PRAP_DAY_NONE) {
        on->measure->result = on->summary->as_of <= plan->due ? PRAP_RESULT_OPEN : PRAP_RESULT_MISSED;
    } else if (complete > plan->due) {
        on->measure->result = PRAP_RESULT_MISSED;
    }
}

/* Standard 3 is the plan (3.56). */
void prapi_measure_css3(const prapi_measuring *on) {
    const prap_deadline *plan = prapi_measuring_clock(on, PRAP_DEADLINE_PLAN);
    const prap_deadline *record = prapi_measuring_clock(on, PRAP_DEADLINE_RECORD);
    if (prapi_measuring_is_outside(on, plan != NULL ? plan : record)) return;
    if (plan == NULL) {
        prapi_measuring_exclude(on, PRAP_EXCLUSION_NOT_STARTED);
        return;
    }
    take_clock(on, plan, PRAP_EXCLUSION_ENDED_FIRST);
    take_needs(on, plan);
}
