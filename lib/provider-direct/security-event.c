/* security-event.c: a change that touches the access code: is DWP told, how, and what came of it (T-SE-01 to T-SE-05). */
/*
 * rule PD-48-Y: decided by desk-finding dismissed and desk-finding no-notice and desk-finding fraud-suspected
 * rule PD-48-Y: decided by desk-finding disciplinary and desk-finding subcontractor and desk-finding other-risk
 * rule PD-B: decided by desk-finding field-missing and desk-finding staff-details
 * rule PD-URL-3: as PD-URL-2
 * rule PD-URL-4: as PD-URL-2
 */
#include "provider-direct/desk.h"

#include "prap/vocabulary.h"

#define F(NAME) PRAP_DESK_FINDING_##NAME
#define O(NAME) PRAP_DESK_OUTCOME_##NAME
#define FACT(NAME) PRAP_DESK_FACT_##NAME
#define OPTION(NAME) PRAP_DESK_OPTION_##NAME
#define COUNT(ROWS) (sizeof(ROWS) / sizeof((ROWS)[0]))

static const char mailbox[] = "security-mailbox";

/* The first that holds wins; all that hold are told. Who had the code is no condition of any (rules.md 2.4). */
static const prapi_desk_row lists[] = {
    {F(BREACH_BELIEVED), 0, prapi_desk_if_yes,    0,                          O(INFORM_AND_INCIDENT)},
    {F(DISMISSED),       0, prapi_desk_if_yes,    0,                          O(INFORM)},
    {F(NO_NOTICE),       0, prapi_desk_if_yes,    0,                          O(INFORM)},
    {F(DISCIPLINARY),    0, prapi_desk_if_yes,    0,                          O(INFORM)},
    {F(FRAUD_SUSPECTED), 0, prapi_desk_if_yes,    0,                          O(INFORM)},
    {F(SUBCONTRACTOR),   0, prapi_desk_if_option, OPTION(LIQUIDATION),        O(INFORM)},
    {F(SUBCONTRACTOR),   0, prapi_desk_if_option, OPTION(STOPPED_TRADING),    O(INFORM)},
    {F(SUBCONTRACTOR),   0, prapi_desk_if_option, OPTION(RELATIONSHIP_ENDED), O(INFORM)},
    {F(OTHER_RISK),      0, prapi_desk_if_yes,    0,                          O(INFORM)},
};

/* PD-48-N: any doubt at all means to tell, and what is not known is a doubt. */
static void look_for_doubt(prapi_desk *desk) {
    static const uint32_t facts[] = {FACT(BREACH_BELIEVED), FACT(DISMISSED), FACT(NO_NOTICE), FACT(DISCIPLINARY),
                                     FACT(FRAUD_SUSPECTED), FACT(SUBCONTRACTOR), FACT(OTHER_RISK), FACT(LEFT)};
    for (size_t i = 0; i < COUNT(facts); i++) {
        if (prapi_desk_said(desk, facts[i]) != PRAP_VALUE_UNKNOWN) continue;
        prapi_desk_say_fact(desk, F(IN_DOUBT), facts[i]);
        prapi_desk_conclude(desk, O(INFORM));
    }
}

/* PD-48-X: a leaver of two kinds, exactly, and nothing that suggests misuse. PD-48-Y-N: what is on no list is told. */
static void look_at_leaver(prapi_desk *desk) {
    const bool new_job = prapi_desk_said_option(desk, FACT(LEFT), OPTION(NEW_JOB));
    if (desk->answer.outcome != 0) return;
    if (!new_job && !prapi_desk_said_option(desk, FACT(LEFT), OPTION(CONTRACT_ENDED))) {
        prapi_desk_say_fact(desk, F(NOT_LISTED), FACT(LEFT));
        prapi_desk_conclude(desk, O(INFORM));
    } else if (!prapi_desk_said_yes(desk, FACT(NO_CONCERN))) {
        prapi_desk_say_fact(desk, F(IN_DOUBT), FACT(NO_CONCERN));
        prapi_desk_conclude(desk, O(INFORM));
    } else {
        prapi_desk_say(desk, new_job ? F(NEW_JOB) : F(CONTRACT_ENDED));
        prapi_desk_say(desk, F(KEEP_THE_REASONING));
        prapi_desk_conclude(desk, O(NO_NEED));
    }
}

/* Annex B: four fields and nobody's details (F-P-13). Before it is sent what is missing is a reminder. */
static void look_at_annex(prapi_desk *desk, bool sent) {
    static const uint32_t fields[] = {FACT(FIELD_PRIME), FACT(FIELD_SUBCONTRACTOR), FACT(FIELD_REASON)};
    const uint32_t staff = prapi_desk_said(desk, FACT(STAFF_DETAILS));
    if (prapi_desk_said_day(desk, FACT(HAPPENED_ON)) == PRAP_DAY_NONE) prapi_desk_say_fact(desk, F(FIELD_MISSING), FACT(HAPPENED_ON));
    for (size_t i = 0; i != COUNT(fields); i++) {
        const uint32_t said = prapi_desk_said(desk, fields[i]);
        if (said == PRAP_VALUE_NO || said == PRAP_VALUE_UNKNOWN) prapi_desk_say_fact(desk, F(FIELD_MISSING), fields[i]);
    }
    if (staff == PRAP_VALUE_YES) prapi_desk_say(desk, F(STAFF_DETAILS));
    if (staff != PRAP_VALUE_UNKNOWN) return;
    prap_desk_finding reminder = prapi_desk_finding_of(F(STAFF_DETAILS), 0);
    reminder.severity = sent ? PRAP_SEVERITY_UNDECIDED : PRAP_SEVERITY_NOTICE;
    prapi_desk_tell(desk, reminder);
}

/* AMB-25: at once is on the day itself: that on which it was noticed, or happened. */
static prap_day day_it_is_due(const prapi_desk *desk) {
    const prap_day noticed = prapi_desk_said_day(desk, FACT(NOTICED_ON));
    const prap_day happened = prapi_desk_said_day(desk, FACT(HAPPENED_ON));
    if (noticed != PRAP_DAY_NONE) return noticed;
    return happened != PRAP_DAY_NONE ? happened : desk->question.on;
}

/* PD-49, PD-50: what is still to be sent, to whom and by when. */
static void tell_due(prapi_desk *desk, bool sent) {
    const prap_day due = day_it_is_due(desk);
    const bool incident = prapi_desk_said_yes(desk, FACT(BREACH_BELIEVED)) &&
                          prapi_desk_said_day(desk, FACT(INCIDENT_RAISED_ON)) == PRAP_DAY_NONE;
    if (!sent) prapi_desk_say_whom(desk, F(ANNEX_B_DUE), PRAP_RECIPIENT_SECURITY_TEAM, mailbox, due);
    if (incident) prapi_desk_say_whom(desk, F(INCIDENT_DUE), PRAP_RECIPIENT_SECURITY_TEAM, mailbox, due);
    if (!sent || incident) desk->answer.due = due;
    if (!sent || incident) prapi_desk_say_address(desk, mailbox);
}

/* T-SE-04, T-SE-05: with DWP, which decides. */
static void tell_decision(prapi_desk *desk, bool sent) {
    const bool changes = prapi_desk_said_option(desk, FACT(DWP_DECISION), OPTION(DWP_CHANGES));
    const bool keeps = prapi_desk_said_option(desk, FACT(DWP_DECISION), OPTION(DWP_KEEPS));
    const prap_day decided = prapi_desk_said_day(desk, FACT(DECIDED_ON));
    if (!sent) {
        if (changes || keeps) prapi_desk_say(desk, F(DECIDED_BEFORE_SENT));
        return;
    }
    const prap_day sent_on = prapi_desk_said_day(desk, FACT(ANNEX_SENT_ON));
    if (decided != PRAP_DAY_NONE && decided < sent_on) prapi_desk_say_day(desk, F(DECIDED_BEFORE_SENT), sent_on);
    if (changes) prapi_desk_say_whom(desk, F(CODE_CHANGES), PRAP_RECIPIENT_SPOC, NULL, decided);
    else prapi_desk_say_day(desk, keeps ? F(CODE_STAYS) : F(WITH_DWP), keeps ? decided : sent_on);
    desk->answer.outcome = changes ? O(CHANGE) : keeps ? O(NO_CHANGE) : O(WITH_DWP);
}

void prapi_desk_ask_SECURITY_EVENT(prapi_desk *desk) {
    const bool sent = prapi_desk_said_day(desk, FACT(ANNEX_SENT_ON)) != PRAP_DAY_NONE;
    prapi_desk_walk(desk, lists, COUNT(lists));
    look_for_doubt(desk);
    look_at_leaver(desk);
    if (prapi_desk_said(desk, FACT(HAD_ACCESS)) != 0) prapi_desk_say(desk, F(HAD_ACCESS));
    if (desk->answer.outcome != O(NO_NEED) || sent) {
        look_at_annex(desk, sent);
        tell_due(desk, sent);
    }
    tell_decision(desk, sent);
}
