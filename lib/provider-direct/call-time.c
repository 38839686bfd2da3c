/* call-time.c: can the call be placed now (T-P-07, T-P-08), what an outage leaves (D-22), and what waits (PD-26-N). */
/* rule PD-19a: recorded by contact provider-direct */
#include "provider-direct/desk.h"

#include "prap/vocabulary.h"

#define F(NAME) PRAP_DESK_FINDING_##NAME
#define O(NAME) PRAP_DESK_OUTCOME_##NAME
#define COUNT(ROWS) (sizeof(ROWS) / sizeof((ROWS)[0]))

static bool is_asked_at_a_moment(const prapi_desk *desk) {
    return desk->question.at.day != PRAP_DAY_NONE && desk->question.at.minute != PRAP_MINUTE_NONE;
}

/* D-21: PRAP_VALUE_YES, calls are taken at the moment; _NO, and when they next are; _UNKNOWN, there is no moment. */
static uint32_t look_at_hours(prapi_desk *desk) {
    if (!is_asked_at_a_moment(desk)) return PRAP_VALUE_UNKNOWN;
    const prap_date_answer hours = prapi_desk_compute(desk, PRAP_COMPUTATION_SERVICE_HOURS, desk->question.at, "at");
    if (desk->status == PRAP_OK && hours.anchor != desk->question.on) prapi_desk_fail(desk, PRAP_E_RANGE, "at");
    desk->answer.opens = hours.moment;
    if (hours.holiday) {
        prap_desk_finding finding = prapi_desk_finding_of(F(HOLIDAY_HOURS), 0);
        finding.policy = PRAP_POLICY_SERVICE_BH;
        finding.day = desk->question.on;
        prapi_desk_tell(desk, finding);
    }
    return hours.holds ? PRAP_VALUE_YES : PRAP_VALUE_NO;
}

/* F-P-04. Without a moment it cannot be said. */
static void ask_hours(prapi_desk *desk) {
    const uint32_t open = look_at_hours(desk);
    prap_desk_finding closed = prapi_desk_finding_of(F(CLOSED), 0);
    closed.day = desk->answer.opens.day;
    if (open == PRAP_VALUE_YES) return;
    if (open == PRAP_VALUE_UNKNOWN) closed.severity = PRAP_SEVERITY_UNDECIDED;
    prapi_desk_tell(desk, closed);
    if (open == PRAP_VALUE_NO) prapi_desk_conclude(desk, O(CALL_LATER));
    else desk->maybe = O(CALL_LATER);
}

/* D-07 and T-AC-07: the code of the day is the last monthly one, or one that DWP issued out of turn after it. */
static prap_day find_code(prapi_desk *desk) {
    const prap_moment day = {desk->question.on, PRAP_MINUTE_NONE, PRAP_OFFSET_NONE};
    const prap_date_answer code = prapi_desk_compute(desk, PRAP_COMPUTATION_ACCESS_CODE, day, "on");
    const prap_day changed = prapi_desk_said_day(desk, PRAP_DESK_FACT_CODE_CHANGED_FROM);
    const bool out_of_turn = changed > code.first && changed <= desk->question.on; /* no day comes before every day */
    desk->answer.code_issued = out_of_turn ? PRAP_DAY_NONE : code.due;
    desk->answer.code_from = out_of_turn ? changed : code.first;
    desk->answer.code_until = code.alternative;
    if (changed > desk->question.on &&
        (code.alternative == PRAP_DAY_NONE || changed < code.alternative)) /* MUT-EQUIV: on that day both are the same */
        desk->answer.code_until = changed;
    if (code.holiday && !out_of_turn) prapi_desk_say_day(desk, F(CODE_HOLIDAY), code.due);
    return desk->answer.code_from;
}

/* F-P-06, PD-A-1: is the code that is held the one in force? */
static void ask_code(prapi_desk *desk) {
    const prap_day from = find_code(desk);
    const prap_day held = prapi_desk_said_day(desk, PRAP_DESK_FACT_CODE_FROM);
    if (held == PRAP_DAY_NONE) {
        prapi_desk_say_open(desk, F(CODE_NOT_KNOWN), 0);
        desk->maybe = O(CALL_LATER);
    } else if (held != from) {
        const bool early = held > desk->question.on;
        prapi_desk_say_day(desk, early ? F(CODE_NOT_YET) : F(CODE_EXPIRED), early ? held : from);
        prapi_desk_conclude(desk, O(CALL_LATER));
    }
}

/* PD-14c, PD-14d, PD-26: at most ten in a call, and as many calls as that takes (PD-14b). */
static void count_calls(prapi_desk *desk) {
    const int64_t n = prapi_desk_said_number(desk, PRAP_DESK_FACT_PARTICIPANTS, 0);
    desk->answer.calls = (uint32_t)((n + PRAP_DESK_BATCH - 1) / PRAP_DESK_BATCH);
    if (prapi_desk_said(desk, PRAP_DESK_FACT_PARTICIPANTS) != PRAP_VALUE_NUMBER) {
        prapi_desk_say_open(desk, F(NOBODY_TO_ASK_ABOUT), 0);
        desk->maybe = O(CALL_LATER);
    } else if (n == 0) {
        prapi_desk_say(desk, F(NOBODY_TO_ASK_ABOUT));
        prapi_desk_conclude(desk, O(CALL_LATER));
    }
    if (n > PRAP_DESK_BATCH) prapi_desk_say(desk, F(SEVERAL_CALLS));
}

/* What the agent asks of the caller before anything else: PD-21. What the service is for bars the whole call. */
static const prapi_desk_row caller[] = {
    {F(JOB_OUTCOME),       0,                         prapi_desk_when_option, PRAP_DESK_OPTION_JOB_OUTCOME,       O(NO_CALL)},
    {F(POLICY_QUESTION),   0,                         prapi_desk_if_option,   PRAP_DESK_OPTION_POLICY_OR_PROCESS, O(NO_CALL)},
    {F(SERVICE_WITHDRAWN), 0,                         prapi_desk_when_option, PRAP_DESK_OPTION_SERVICE_WITHDRAWN, O(NO_CALL)},
    {F(ITEM_MISSING),      PRAP_DESK_FACT_PRIME_NAME, prapi_desk_when_no,     0,                                  O(CALL_LATER)},
    {F(ITEM_MISSING),      PRAP_DESK_FACT_COMPANY,    prapi_desk_when_no,     0,                                  O(CALL_LATER)},
    {F(ITEM_MISSING),      PRAP_DESK_FACT_CALLER,     prapi_desk_when_no,     0,                                  O(CALL_LATER)},
};

void prapi_desk_ask_CALL(prapi_desk *desk) {
    prapi_desk_walk(desk, caller, COUNT(caller));
    ask_hours(desk);
    ask_code(desk);
    count_calls(desk);
    prapi_desk_conclude(desk, O(CALL_NOW));
    if (desk->answer.outcome != O(CALL_NOW)) return;
    prapi_desk_say(desk, F(CALL_RECORDED));
    prapi_desk_say_whom(desk, F(DESK_AIDE), 0, "provider-direct", PRAP_DAY_NONE);
    prapi_desk_say_address(desk, "provider-direct"); /* MUT-EQUIV: tells nothing while the printed address is in use */
}

/* PD-56, D-22: an outage is reported, and extends nothing. */
void prapi_desk_ask_OUTAGE(prapi_desk *desk) {
    const uint32_t open = look_at_hours(desk);
    const prap_day wanted = prapi_desk_said_day(desk, PRAP_DESK_FACT_WANTED_BY);
    if (wanted != PRAP_DAY_NONE) {
        const prap_moment by = {wanted, PRAP_MINUTE_NONE, PRAP_OFFSET_NONE};
        desk->answer.last_usable = prapi_desk_compute(desk, PRAP_COMPUTATION_LAST_USABLE, by, "wanted-by").last_usable;
        desk->answer.due = wanted;
    }
    prapi_desk_say_day(desk, F(OUTAGE_MOVES_NOTHING), wanted);
    const uint32_t told = prapi_desk_said(desk, PRAP_DESK_FACT_OUTAGE_EXPLAINED);
    if (desk->question.n_outages > 0 && told != PRAP_VALUE_YES)
        prapi_desk_say_whom(desk, F(OUTAGE_UNEXPLAINED), PRAP_RECIPIENT_BUSINESS_MANAGEMENT, NULL, PRAP_DAY_NONE);
    desk->answer.outcome = open == PRAP_VALUE_UNKNOWN ? O(UNDECIDED) : open == PRAP_VALUE_NO ? O(CLOSED) : O(OPEN);
}

/* PD-26-N: how long the oldest failure has waited; when that is too long is the provider's own setting (AMB-25). */
void prapi_desk_ask_PENDING(prapi_desk *desk) {
    const prap_day oldest = prapi_desk_said_day(desk, PRAP_DESK_FACT_FAILED_ON);
    const int32_t most = desk->settings[PRAP_POLICY_STOCKPILE];
    if (prapi_desk_said(desk, PRAP_DESK_FACT_PARTICIPANTS) == PRAP_VALUE_NUMBER) count_calls(desk);
    if (oldest == PRAP_DAY_NONE) {
        prapi_desk_say_open(desk, F(OLDEST_PENDING), 0);
        prapi_desk_conclude(desk, O(UNDECIDED));
        return;
    }
    if (oldest > desk->question.on) prapi_desk_conclude(desk, O(UNDECIDED));
    if (oldest > desk->question.on) return;
    desk->answer.age_days = desk->question.on - oldest;
    prapi_desk_say_day(desk, F(OLDEST_PENDING), oldest);
    if (most == 0) {
        prapi_desk_conclude(desk, O(MAY_WAIT));
        return;
    }
    desk->answer.due = prapi_desk_day_after(oldest, most);
    prap_desk_finding late = prapi_desk_finding_of(F(STOCKPILED), 0);
    late.policy = PRAP_POLICY_STOCKPILE;
    late.day = desk->answer.due;
    if (desk->answer.age_days > most) prapi_desk_tell(desk, late);
    prapi_desk_conclude(desk, desk->answer.age_days > most ? O(CALL_SOON) : O(MAY_WAIT));
}
