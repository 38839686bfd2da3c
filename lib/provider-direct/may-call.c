/* may-call.c: before the call: may this participant be asked about, and by which way (T-P-01 to T-P-06). */
/*
 * The document is of one programme: what is asked here is of the Work Programme.
 * rule PD-TITLE: shown only
 * rule PD-A: decided by desk-finding item-missing and desk-finding may-not-exist
 * rule PD-A-5: recorded by desk-fact failed-on
 */
#include "provider-direct/desk.h"

#include "prap/vocabulary.h"

#define F(NAME) PRAP_DESK_FINDING_##NAME
#define O(NAME) PRAP_DESK_OUTCOME_##NAME
#define COUNT(ROWS) (sizeof(ROWS) / sizeof((ROWS)[0]))

/* D-19: 0 to 14 days after the referral was received. */
static int is_recent(const prapi_desk *desk, uint32_t fact, uint32_t option) {
    (void)option;
    //@ split desk->kinds[fact];
    if (prapi_desk_said(desk, fact) == PRAP_VALUE_UNKNOWN) return PRAPI_ROW_OPEN;
    const prap_day received = prapi_desk_said_day(desk, fact);
    const int32_t days = desk->question.on - received;
    return days >= 0 && days <= desk->settings[PRAP_POLICY_PD_RECENT_DAYS] ? PRAPI_ROW_YES : PRAPI_ROW_NO;
}

/*
 * What must have happened; whom nobody may ask about; what the service is not for; what it needs; and, when nothing
 * bars a call, what speaks against one. Unknown is never allowed (F-P-01, F-P-02, F-P-05).
 */
static const prapi_desk_row rows[] = {
    {F(NOT_MANDATED),      0, prapi_desk_when_no,      0,                                 O(NO_DOUBT)},
    {F(FAILURE_DAY),       0, prapi_desk_when_unknown, 0,                                 O(NO_DOUBT)},
    {F(MAPPA),             0, prapi_desk_when_yes,     0,                                 O(JOBCENTRE_CONTACT)},
    {F(SCR),               0, prapi_desk_when_yes,     0,                                 O(JOBCENTRE_CONTACT)},
    {F(UNIVERSAL_CREDIT),  0, prapi_desk_when_yes,     0,                                 O(NO_CALL)},
    {F(JOB_OUTCOME),       0, prapi_desk_when_option,  PRAP_DESK_OPTION_JOB_OUTCOME,      O(NO_CALL)},
    {F(POLICY_QUESTION),   0, prapi_desk_if_option,    PRAP_DESK_OPTION_POLICY_OR_PROCESS, O(NO_CALL)},
    {F(SERVICE_WITHDRAWN), 0, prapi_desk_when_option,  PRAP_DESK_OPTION_SERVICE_WITHDRAWN, O(NO_CALL)},
};
static const prapi_desk_row access[] = {
    {F(SECURITY_NOT_EXPLAINED), 0, prapi_desk_when_no,     0,                          0},
    {F(PLAN_NOT_CHECKED),       0, prapi_desk_when_no,     0,                          0},
    {F(DEED_OWED),              0, prapi_desk_when_option, PRAP_DESK_OPTION_DEED_OWED, 0},
};
static const prapi_desk_row doubts[] = {
    {F(FAILURE_KIND),      0, prapi_desk_when_unknown, 0, O(TO_CALL)},
    {F(TOLD_IN_ADVANCE),   0, prapi_desk_when_yes,     0, O(NO_CALL_ADVISED)},
    {F(RECENT_REFERRAL),   0, is_recent,          0, O(NO_CALL_ADVISED)},
};

/* PD-17: the two things that DWP is given before the service is used. */
void prapi_desk_walk_access(prapi_desk *desk, uint32_t outcome) {
    for (size_t i = 0; i < COUNT(access); i++) {
        prapi_desk_row row = access[i];
        row.outcome = outcome;
        prapi_desk_walk(desk, &row, 1);
    }
}

/* PD-1-B1, PD-1-B2: one form or the other. PRE01 comes only after these steps (AMB-35). */
static void tell_form(prapi_desk *desk) {
    if (prapi_desk_said(desk, PRAP_DESK_FACT_FAILURE) != PRAP_VALUE_OPTION) return;
    const bool refused = prapi_desk_said_option(desk, PRAP_DESK_FACT_FAILURE, PRAP_DESK_OPTION_REFUSED_EMPLOYMENT);
    desk->answer.form = refused ? PRAP_CALL_FORM_PRE01 : PRAP_CALL_FORM_WP08;
    prapi_desk_say(desk, refused ? F(FORM_PRE01) : F(FORM_WP08));
}

/* What follows from the way: whom to turn to, what to think of before. */
static void tell_way(prapi_desk *desk) {
    switch (desk->answer.outcome) {
    case O(JOBCENTRE_CONTACT):
        prapi_desk_say_whom(desk, F(JOBCENTRE_CONTACT), PRAP_RECIPIENT_NOMINATED_CONTACT, NULL, PRAP_DAY_NONE);
        return;
    case O(NO_CALL_ADVISED):
        prapi_desk_say(desk, F(RAISE_SOON));
        return;
    case O(TO_CALL):
        prapi_desk_say(desk, F(CALL_ENCOURAGED));
        if (desk->answer.form == PRAP_CALL_FORM_PRE01 &&
            desk->settings[PRAP_POLICY_PRE01_NEEDS_CALL] == PRAP_CHOICE_YES) {
            prap_desk_finding finding = prapi_desk_finding_of(F(CALL_BEFORE_PRE01), 0);
            finding.policy = PRAP_POLICY_PRE01_NEEDS_CALL;
            prapi_desk_tell(desk, finding);
        }
        prapi_desk_say(desk, F(DESK_AIDE));
        return;
    }
}

/* What was not said and is taken as done: PD-17. */
void prapi_desk_say_owed(prapi_desk *desk) {
    static const uint32_t facts[] = {PRAP_DESK_FACT_SECURITY_EXPLAINED, PRAP_DESK_FACT_PLAN_CHECKED};
    for (size_t i = 0; i < COUNT(facts); i++) {
        bool given = false;
        for (size_t n = 0; n < desk->question.n_facts; n++) given = given || desk->question.facts[n].fact == facts[i];
        if (!given) prapi_desk_say_fact(desk, F(TAKEN_AS_DONE), facts[i]);
    }
}

void prapi_desk_judge_way(prapi_desk *desk) {
    if (prapi_desk_said_day(desk, PRAP_DESK_FACT_FAILED_ON) > desk->question.on) prapi_desk_conclude(desk, O(NO_DOUBT));
    prapi_desk_walk(desk, rows, COUNT(rows));
    prapi_desk_walk_access(desk, O(NO_CALL));
    prapi_desk_walk(desk, doubts, COUNT(doubts));
    prapi_desk_conclude(desk, O(TO_CALL));
    const prap_day received = prapi_desk_said_day(desk, PRAP_DESK_FACT_RECEIVED_ON);
    if (received != PRAP_DAY_NONE)
        desk->answer.earliest = prapi_desk_day_after(received, desk->settings[PRAP_POLICY_PD_RECENT_DAYS] + 1);
}

void prapi_desk_ask_MAY_CALL(prapi_desk *desk) {
    prapi_desk_judge_way(desk);
    tell_form(desk);
    tell_way(desk);
    if (prapi_desk_said_yes(desk, PRAP_DESK_FACT_VULNERABLE_ESA)) prapi_desk_say(desk, F(SAFEGUARDING));
    if (prapi_desk_said(desk, PRAP_DESK_FACT_VULNERABLE_ESA) == PRAP_VALUE_UNKNOWN) prapi_desk_say(desk, F(SAFEGUARDING));
    prapi_desk_say_owed(desk);
}

/* Everything of the original referral and of the failure that the agent may ask for: Annex A and PD-28 (AMB-43). */
static const prapi_desk_row items[] = {
    {F(NO_ORIGINAL),  0,                                 prapi_desk_when_no,      0, O(NOT_READY)},
    {F(ITEM_MISSING), PRAP_DESK_FACT_NINO,               prapi_desk_when_no,      0, O(NOT_READY)},
    {F(ITEM_MISSING), PRAP_DESK_FACT_FULL_NAME,          prapi_desk_when_no,      0, O(NOT_READY)},
    {F(ITEM_MISSING), PRAP_DESK_FACT_PAYMENT_GROUP,      prapi_desk_when_no,      0, O(NOT_READY)},
    {F(ITEM_MISSING), PRAP_DESK_FACT_REFERRING_OFFICER,  prapi_desk_when_no,      0, O(NOT_READY)},
    {F(MAY_NOT_EXIST), PRAP_DESK_FACT_EMPLOYMENT_HISTORY, prapi_desk_when_no,     0, 0},
    {F(MAY_NOT_EXIST), PRAP_DESK_FACT_QUALIFICATIONS,    prapi_desk_when_no,      0, 0},
    {F(ITEM_MISSING), PRAP_DESK_FACT_SIGNING_DAY,        prapi_desk_when_no,      0, O(NOT_READY)},
    {F(ITEM_MISSING), PRAP_DESK_FACT_REFERRAL_DATE,      prapi_desk_when_no,      0, O(NOT_READY)},
    {F(ITEM_MISSING), PRAP_DESK_FACT_FAILED_ON,          prapi_desk_when_unknown, 0, O(NOT_READY)},
    {F(ITEM_MISSING), PRAP_DESK_FACT_QUESTIONS_CHOSEN,   prapi_desk_when_no,      0, O(NOT_READY)},
    {F(ANSWER_FROM_ORIGINAL), 0,                         prapi_desk_if_yes,       0, 0},
    {F(TO_ASK),       PRAP_DESK_FACT_ASK_BENEFIT,        prapi_desk_if_yes,       0, 0},
    {F(TO_ASK),       PRAP_DESK_FACT_ASK_CONTACT,        prapi_desk_if_yes,       0, 0},
    {F(TO_ASK),       PRAP_DESK_FACT_ASK_WORK,           prapi_desk_if_yes,       0, 0},
    {F(TO_ASK),       PRAP_DESK_FACT_ASK_OTHER,          prapi_desk_if_yes,       0, 0},
};

void prapi_desk_ask_CHECKLIST(prapi_desk *desk) {
    prapi_desk_walk(desk, items, COUNT(items));
    if (prapi_desk_said(desk, PRAP_DESK_FACT_RECORD_CHANGED) == PRAP_VALUE_UNKNOWN) prapi_desk_say(desk, F(ANSWER_FROM_ORIGINAL));
    /* An item that nobody looked for is as good as missing. */
    if (desk->maybe != 0) prapi_desk_conclude(desk, O(NOT_READY));
    prapi_desk_conclude(desk, O(READY));
}
