/* elsewhere.c: what goes not through a call: messages, complaints, and the access to the service itself. */
#include "provider-direct/desk.h"

#include "prap/catalogue.h"
#include "prap/vocabulary.h"

#include "base/text.h"

#define F(NAME) PRAP_DESK_FINDING_##NAME
#define O(NAME) PRAP_DESK_OUTCOME_##NAME
#define FACT(NAME) PRAP_DESK_FACT_##NAME
#define OPTION(NAME) PRAP_DESK_OPTION_##NAME
#define COUNT(ROWS) (sizeof(ROWS) / sizeof((ROWS)[0]))

static const char mailbox[] = "security-mailbox";

void prapi_desk_say_address(prapi_desk *desk, const char *contact) {
    const prap_contact *printed = prap_contact_find(contact, prapi_text_bytes(contact));
    if (printed->status == PRAP_CONTACT_STATUS_PRINTED) return;
    prap_desk_finding finding = prapi_desk_finding_of(F(ADDRESS_OUT_OF_USE), 0);
    finding.contact = printed->number;
    prapi_desk_tell(desk, finding);
}

/* PD-49-N-a and PD-50 print one mailbox for two uses, and CH15-44b for a third (AMB-37). All else: PD-49-N-b. */
static const struct {
    uint32_t option, finding;
    bool to_mailbox;
} messages[] = {
    {OPTION(PROFORMA),          F(TO_THE_MAILBOX),        true},
    {OPTION(INCIDENT),          F(TO_THE_INCIDENT_ROUTE), true},
    {OPTION(UNENCRYPTED_EMAIL), F(EMAIL_REQUEST),         true},
    {OPTION(QUERY),             F(TO_THE_MANAGER),        false},
    {OPTION(SERVICE_COMPLAINT), F(TO_THE_MANAGER),        false},
    {OPTION(PROCESS_CHANGE),    F(TO_THE_MANAGER),        false},
};

static bool goes_to_mailbox(const prapi_desk *desk, size_t row) {
    if (messages[row].option != OPTION(UNENCRYPTED_EMAIL)) return messages[row].to_mailbox;
    return desk->settings[PRAP_POLICY_SECURITY_MAILBOX] == PRAP_CHOICE_PROFORMA_AND_CH15;
}

/* F-P-12 and its counterpart. */
static void judge_address(prapi_desk *desk, bool to_mailbox) {
    const bool mailbox_meant = prapi_desk_said_option(desk, FACT(TO), OPTION(SECURITY_MAILBOX));
    const bool manager_meant = prapi_desk_said_option(desk, FACT(TO), OPTION(PERFORMANCE_MANAGER));
    prap_desk_finding wrong = prapi_desk_finding_of(F(WRONG_ADDRESS), 0);
    wrong.policy = PRAP_POLICY_SECURITY_MAILBOX;
    if (mailbox_meant && !to_mailbox) prapi_desk_tell(desk, wrong);
    if (manager_meant && to_mailbox) prapi_desk_say(desk, F(WRONG_RECIPIENT));
    if ((mailbox_meant && !to_mailbox) || (manager_meant && to_mailbox)) prapi_desk_conclude(desk, O(DO_NOT_SEND));
    prapi_desk_conclude(desk, O(SEND));
}

void prapi_desk_ask_MESSAGE(prapi_desk *desk) {
    size_t row = 0;
    if (prapi_desk_said(desk, FACT(MESSAGE)) == PRAP_VALUE_UNKNOWN) {
        prapi_desk_say_open(desk, F(MESSAGE_UNKNOWN), 0);
        prapi_desk_conclude(desk, O(UNDECIDED));
        return;
    }
    while (row + 1 < COUNT(messages) && /* MUT-EQUIV: what is none of the others is the last */
           !prapi_desk_said_option(desk, FACT(MESSAGE), messages[row].option)) row++;
    const bool to_mailbox = goes_to_mailbox(desk, row);
    const uint32_t finding = to_mailbox ? messages[row].finding : F(TO_THE_MANAGER);
    judge_address(desk, to_mailbox);
    prapi_desk_say_whom(desk, finding, to_mailbox ? PRAP_RECIPIENT_SECURITY_TEAM : PRAP_RECIPIENT_PERFORMANCE_MANAGER,
                    to_mailbox ? mailbox : NULL, PRAP_DAY_NONE);
    if (to_mailbox) prapi_desk_say_address(desk, mailbox);
    if (messages[row].option == OPTION(PROCESS_CHANGE)) {
        prapi_desk_say_day(desk, F(TELL_OF_PROCESS), desk->question.on); /* AMB-25 */
        desk->answer.due = desk->question.on;
    }
}

/* PD-54: one manager, then that one's manager; the guidance names nobody after that. */
static void complain_of_agent(prapi_desk *desk, int64_t steps) {
    if (steps == 0) prapi_desk_say_whom(desk, F(ASK_THE_MANAGER), PRAP_RECIPIENT_AGENTS_MANAGER, NULL, PRAP_DAY_NONE);
    if (steps == 1)
        prapi_desk_say_whom(desk, F(ASK_MANAGERS_MANAGER), PRAP_RECIPIENT_MANAGERS_MANAGER, NULL, PRAP_DAY_NONE);
    if (steps > 1) prapi_desk_say(desk, F(NO_STEP_NAMED));
    prapi_desk_conclude(desk, steps > 1 ? O(NO_FURTHER) : O(TAKE_FURTHER));
}

/* PD-55: the Performance Manager, with evidence. */
static void complain_of_service(prapi_desk *desk, int64_t steps) {
    const uint32_t evidence = prapi_desk_said(desk, FACT(EVIDENCE));
    if (steps > 0) {
        prapi_desk_say(desk, F(NO_STEP_NAMED));
        prapi_desk_conclude(desk, O(NO_FURTHER));
        return;
    }
    if (evidence == PRAP_VALUE_NO) prapi_desk_say(desk, F(EVIDENCE_NEEDED));
    if (evidence == PRAP_VALUE_UNKNOWN) prapi_desk_say_open(desk, F(EVIDENCE_NEEDED), 0);
    prapi_desk_say_whom(desk, F(ASK_PERFORMANCE_MANAGER), PRAP_RECIPIENT_PERFORMANCE_MANAGER, NULL, PRAP_DAY_NONE);
    prapi_desk_conclude(desk, O(TAKE_FURTHER));
}

void prapi_desk_ask_COMPLAINT(prapi_desk *desk) {
    const int64_t steps = prapi_desk_said_number(desk, FACT(STEPS_TAKEN), 0);
    if (prapi_desk_said(desk, FACT(ABOUT)) == PRAP_VALUE_UNKNOWN) {
        prapi_desk_say_open(desk, F(SUBJECT_UNKNOWN), 0);
        prapi_desk_conclude(desk, O(UNDECIDED));
    } else if (prapi_desk_said_yes(desk, FACT(SATISFIED))) {
        prapi_desk_conclude(desk, O(NO_FURTHER));
    } else if (prapi_desk_said_option(desk, FACT(ABOUT), OPTION(AGENT))) {
        complain_of_agent(desk, steps);
    } else if (prapi_desk_said_option(desk, FACT(ABOUT), OPTION(THE_SERVICE))) {
        complain_of_service(desk, steps);
    } else {
        prapi_desk_say_whom(desk, F(SPOC_RESOLVES), PRAP_RECIPIENT_SPOC, NULL, PRAP_DAY_NONE);
        prapi_desk_conclude(desk, O(TAKE_FURTHER));
    }
}

/* PD-5b, PD-6: withdrawn, until DWP has been assured and restores access, in that order. */
static void judge_withdrawal(prapi_desk *desk) {
    const prap_day withdrawn = prapi_desk_said_day(desk, FACT(WITHDRAWN_ON));
    const prap_day assured = prapi_desk_said_day(desk, FACT(ASSURED_ON));
    const prap_day reinstated = prapi_desk_said_day(desk, FACT(REINSTATED_ON));
    const bool is_assured = assured >= withdrawn; /* no day comes before every day */
    const bool is_back = reinstated >= withdrawn;
    if (prapi_desk_said(desk, FACT(WITHDRAWN_ON)) == PRAP_VALUE_UNKNOWN) {
        prapi_desk_say_open(desk, F(ASSURANCE_OWED), FACT(WITHDRAWN_ON));
        prapi_desk_conclude(desk, O(UNDECIDED));
    }
    if (withdrawn == PRAP_DAY_NONE) return;
    if (!is_assured || (is_back && reinstated < assured)) {
        prapi_desk_say_day(desk, F(ASSURANCE_OWED), withdrawn);
        prapi_desk_conclude(desk, O(WITHDRAWN));
    } else if (!is_back) {
        prapi_desk_say_day(desk, F(MAY_BE_REINSTATED), assured);
        prapi_desk_conclude(desk, O(MAY_REINSTATE));
    }
}

void prapi_desk_ask_SERVICE(prapi_desk *desk) {
    const prap_day changed = prapi_desk_said_day(desk, FACT(PROCESS_CHANGED_ON));
    const prap_day told = prapi_desk_said_day(desk, FACT(DWP_TOLD_ON));
    judge_withdrawal(desk);
    prapi_desk_walk_access(desk, O(NOT_YET));
    prapi_desk_say_owed(desk);
    if (told < changed) { /* no day comes before every day */
        prapi_desk_say_day(desk, F(TELL_OF_PROCESS), changed); /* PD-18, AMB-25 */
        desk->answer.due = changed;
    }
    prapi_desk_conclude(desk, O(AVAILABLE));
}
