/* advice.c: what the agent advises (PD-34 to PD-38), what is recorded of it, and how the doubt is closed (T-P-21, 22). */
#include "provider-direct/call.h"
#include "provider-direct/desk.h"

#include "prap/vocabulary.h"

#define F(NAME) PRAP_DESK_FINDING_##NAME
#define O(NAME) PRAP_DESK_OUTCOME_##NAME
#define COUNT(ROWS) (sizeof(ROWS) / sizeof((ROWS)[0]))

/* A cell of the table: what is said of a fact, 0 being whatever. */
enum { ANY = 0 };
#define UNSAID UINT32_MAX
#define RIGHT PRAP_DESK_OPTION_RIGHT
#define CHANGED PRAP_DESK_OPTION_CHANGED
#define LIVE PRAP_DESK_OPTION_LIVE
#define DORMANT PRAP_DESK_OPTION_DORMANT
#define YES PRAP_VALUE_YES
#define NO PRAP_VALUE_NO
#define UNKNOWN PRAP_VALUE_UNKNOWN

/*
 * The decision table of rules.md 1.2, whole: the first row that fits. Where the claim is not known the row says what
 * both of its possibilities come to, and is undecided when they differ; that of DORMANT and CHANGED is the policy's.
 */
static const struct {
    uint32_t in_receipt, contact, claim, outcome, finding;
} table[] = {
    {NO,      ANY,     ANY,     O(DO_NOT_RAISE), F(NOT_IN_RECEIPT)},
    {UNKNOWN, ANY,     ANY,     O(NO_ADVICE),    F(RECEIPT_UNKNOWN)},
    {YES,     UNSAID,  ANY,     O(UNDECIDED),    F(CONTACT_UNCONFIRMED)},
    {YES,     RIGHT,   LIVE,    O(RAISE),        F(RAISE_LIVE)},
    {YES,     RIGHT,   DORMANT, O(RAISE),        F(RAISE_DORMANT)},
    {YES,     RIGHT,   UNSAID,  O(RAISE),        F(RAISE_LIVE)},
    {YES,     CHANGED, LIVE,    O(DO_NOT_RAISE), F(CONTACT_CHANGED)},
    {YES,     CHANGED, DORMANT, O(ASK_AGENT),    F(DORMANT_AND_CHANGED)},
    {YES,     CHANGED, UNSAID,  O(UNDECIDED),    F(CLAIM_UNKNOWN)},
};

static uint32_t option_of(const prapi_desk *desk, uint32_t fact) {
    return prapi_desk_said(desk, fact) == PRAP_VALUE_OPTION ? (uint32_t)desk->values[fact] : UNSAID;
}

static bool fits(uint32_t cell, uint32_t said) {
    return cell == ANY || cell == said;
}

static size_t row_of(uint32_t in_receipt, uint32_t contact, uint32_t claim) {
    size_t row = 0;
    //@ split in_receipt;
    //@ split contact;
    //@ split claim;
    while (!fits(table[row].in_receipt, in_receipt) || !fits(table[row].contact, contact) ||
           !fits(table[row].claim, claim))
        row++;
    return row;
}

static size_t find_row(const prapi_desk *desk) {
    return row_of(prapi_desk_said(desk, PRAP_DESK_FACT_IN_RECEIPT), option_of(desk, PRAP_DESK_FACT_CONTACT_DETAILS),
                  option_of(desk, PRAP_DESK_FACT_CLAIM));
}

/* AMB-34: PD-35 and PD-36a say the opposite when the claim is dormant and the details have changed. */
static uint32_t advice_by_policy(const int32_t *settings) {
    switch (settings[PRAP_POLICY_PD_DORMANT_CHANGED]) {
    case PRAP_CHOICE_RAISE: return O(RAISE);
    case PRAP_CHOICE_ASK: return O(ASK_AGENT);
    }
    return O(DO_NOT_RAISE);
}

/* The policy that a row asks, or 0. */
static uint32_t policy_of(size_t row) {
    const bool asks = table[row].finding == F(DORMANT_AND_CHANGED) || table[row].finding == F(CLAIM_UNKNOWN);
    return asks ? PRAP_POLICY_PD_DORMANT_CHANGED : 0;
}

static uint32_t outcome_of(size_t row, const int32_t *settings) {
    if (table[row].finding == F(DORMANT_AND_CHANGED)) return advice_by_policy(settings);
    const bool either = table[row].finding == F(CLAIM_UNKNOWN) && advice_by_policy(settings) == O(DO_NOT_RAISE);
    return either ? O(DO_NOT_RAISE) : table[row].outcome; /* live or dormant: both come to the same */
}

uint32_t prapi_advice_by_table(const prapi_call_said *said, const int32_t *settings, uint32_t *ret_rule,
                               uint32_t *ret_policy) {
    const uint32_t right = said[PRAP_CALL_FACT_CONTACT_RIGHT].kind, dormant = said[PRAP_CALL_FACT_DORMANT].kind;
    const size_t row = row_of(said[PRAP_CALL_FACT_IN_RECEIPT].kind,
                              right == YES ? RIGHT : right == NO ? CHANGED : UNSAID,
                              dormant == YES ? DORMANT : dormant == NO ? LIVE : UNSAID);
    *ret_rule = prap_word_by_number(PRAP_WORDS_DESK_FINDING, table[row].finding)->rule;
    *ret_policy = policy_of(row);
    const uint32_t outcome = outcome_of(row, settings);
    if (outcome == O(RAISE)) return PRAP_CALL_ADVICE_RAISE;
    return outcome == O(DO_NOT_RAISE) ? PRAP_CALL_ADVICE_DO_NOT_RAISE : 0;
}

static void tell_advice(prapi_desk *desk, size_t row) {
    const uint32_t outcome = outcome_of(row, desk->settings);
    prap_desk_finding finding = prapi_desk_finding_of(table[row].finding, 0);
    finding.policy = policy_of(row);
    if (finding.finding == F(CLAIM_UNKNOWN) && outcome == O(DO_NOT_RAISE)) finding.severity = PRAP_SEVERITY_NOTICE;
    if (outcome == O(ASK_AGENT)) finding.severity = PRAP_SEVERITY_TEXT_SILENT;
    prapi_desk_tell(desk, finding);
    prapi_desk_conclude(desk, outcome);
}

/* PD-35: the right details. */
static void tell_contact(prapi_desk *desk, size_t row) {
    if (table[row].contact == CHANGED && table[row].finding != F(CONTACT_CHANGED)) prapi_desk_say(desk, F(CONTACT_CHANGED));
}

/* PD-36b, PD-37b: the employment facts that DWP holds; PD-38: not in work, why the benefit ended. */
static void tell_employment(prapi_desk *desk) {
    static const uint32_t facts[] = {PRAP_DESK_FACT_EMPLOYER_HELD, PRAP_DESK_FACT_WORK_START_HELD,
                                     PRAP_DESK_FACT_JOB_TITLE_HELD};
    const bool off = prapi_desk_said(desk, PRAP_DESK_FACT_IN_RECEIPT) == NO;
    const bool dormant = option_of(desk, PRAP_DESK_FACT_CLAIM) == DORMANT;
    const uint32_t in_work = prapi_desk_said(desk, PRAP_DESK_FACT_IN_WORK);
    if (!off && !dormant) return;
    for (size_t i = 0; i != COUNT(facts) && in_work == YES; i++) {
        if (prapi_desk_said_yes(desk, facts[i])) prapi_desk_say_fact(desk, off ? F(EMPLOYMENT_FACTS_OFF) : F(EMPLOYMENT_FACTS), facts[i]);
    }
    if (in_work != YES && prapi_desk_said_yes(desk, PRAP_DESK_FACT_END_REASON_HELD)) prapi_desk_say(desk, F(END_REASON));
}

void prapi_desk_ask_ADVICE(prapi_desk *desk) {
    const size_t row = find_row(desk);
    tell_advice(desk, row);
    tell_contact(desk, row);
    tell_employment(desk);
    if (prapi_desk_said_yes(desk, PRAP_DESK_FACT_OTHER_CHANGE)) prapi_desk_say(desk, F(ANOTHER_CHANGE));
    prapi_desk_say(desk, F(NOTHING_IN_WRITING));
    prapi_desk_say_day(desk, F(RECORD_THE_CALL), desk->question.on);
    desk->answer.due = desk->question.on;
}

/* PD-41: the day, the advice, and why not to raise. */
static bool tell_gaps(prapi_desk *desk) {
    const bool against = prapi_desk_said_option(desk, PRAP_DESK_FACT_ADVICE, PRAP_DESK_OPTION_ADVISED_NOT);
    const uint32_t before = desk->answer.findings;
    if (prapi_desk_said_day(desk, PRAP_DESK_FACT_CALLED_ON) == PRAP_DAY_NONE) prapi_desk_say(desk, F(CALL_DAY_MISSING));
    if (prapi_desk_said(desk, PRAP_DESK_FACT_ADVICE) == UNKNOWN) prapi_desk_say(desk, F(ADVICE_MISSING));
    if (against && !prapi_desk_said_yes(desk, PRAP_DESK_FACT_REASON_RECORDED)) prapi_desk_say(desk, F(REASON_MISSING));
    return desk->answer.findings > before;
}

/* The sheet's columns 2 to 5: what was told and is not written, or is not known to be. */
static bool tell_columns(prapi_desk *desk) {
    static const uint32_t columns[] = {PRAP_DESK_FACT_NEW_ADDRESS, PRAP_DESK_FACT_NEW_TELEPHONE,
                                       PRAP_DESK_FACT_EMPLOYMENT_DETAILS, PRAP_DESK_FACT_OTHER_DETAILS};
    const uint32_t before = desk->answer.findings;
    for (size_t i = 0; i < COUNT(columns); i++) {
        const uint32_t said = prapi_desk_said(desk, columns[i]);
        if (said == NO || said == UNKNOWN) prapi_desk_say_fact(desk, F(COLUMN_MISSING), columns[i]);
    }
    if (prapi_desk_said(desk, PRAP_DESK_FACT_SIGNED_OFF_ON) == UNKNOWN)
        prapi_desk_say_fact(desk, F(COLUMN_MISSING), PRAP_DESK_FACT_SIGNED_OFF_ON);
    return desk->answer.findings > before;
}

void prapi_desk_ask_RECORD(prapi_desk *desk) {
    const int64_t row = prapi_desk_said_number(desk, PRAP_DESK_FACT_ROW, 1); /* MUT-EQUIV: any row of the sheet will do */
    const prap_day called = prapi_desk_said_day(desk, PRAP_DESK_FACT_CALLED_ON);
    const prap_day updated = prapi_desk_said_day(desk, PRAP_DESK_FACT_RECORD_UPDATED_ON);
    const bool gaps = tell_gaps(desk);
    const bool columns = tell_columns(desk);
    if (row < 1 || row > PRAP_DESK_BATCH) prapi_desk_say(desk, F(BEYOND_THE_SHEET));
    if (gaps || columns) prapi_desk_conclude(desk, O(RECORD_OWED));
    if (updated == PRAP_DAY_NONE) { /* PD-A-11: until it is done */
        desk->answer.due = called;
        prapi_desk_say_day(desk, F(UPDATE_THE_RECORD), called);
        prapi_desk_conclude(desk, O(UPDATE_OWED));
    } else if (called != PRAP_DAY_NONE && updated < called) {
        prapi_desk_say_day(desk, F(BEFORE_THE_CALL), called);
        prapi_desk_conclude(desk, O(UPDATE_OWED));
    }
    prapi_desk_conclude(desk, O(COMPLETE));
}

/*
 * F-P-09: PRE01 without the call that it needs, unless a call is barred or inappropriate (AMB-35). Where the form or the
 * way is not known, that it needs none is not known either.
 */
static void ask_call(prapi_desk *desk, uint32_t way, bool raises) {
    const uint32_t form = desk->answer.form;
    const bool needed = raises && form != PRAP_CALL_FORM_WP08 &&
                        desk->settings[PRAP_POLICY_PRE01_NEEDS_CALL] == PRAP_CHOICE_YES;
    prap_desk_finding finding = prapi_desk_finding_of(F(PRE01_WITHOUT_CALL), 0);
    finding.policy = PRAP_POLICY_PRE01_NEEDS_CALL;
    if (prapi_desk_said(desk, PRAP_DESK_FACT_CALLED_ON) != 0) return;
    if (form != PRAP_CALL_FORM_PRE01 || way != O(TO_CALL)) finding.severity = PRAP_SEVERITY_UNDECIDED;
    if (needed && (way == O(TO_CALL) || way == O(UNDECIDED))) prapi_desk_tell(desk, finding);
    else if (way == O(TO_CALL)) prapi_desk_say(desk, F(WITHOUT_A_CALL));
}

/* PD-2, PD-7a: the decision follows the advice, or has its own reason on record. Without advice a doubt is due. */
static void ask_reason(prapi_desk *desk, bool raises) {
    const bool advised = prapi_desk_said(desk, PRAP_DESK_FACT_CALLED_ON) != 0 &&
                         (prapi_desk_said_option(desk, PRAP_DESK_FACT_ADVICE, PRAP_DESK_OPTION_ADVISED_RAISE) ||
                          prapi_desk_said_option(desk, PRAP_DESK_FACT_ADVICE, PRAP_DESK_OPTION_ADVISED_NOT));
    const bool to_raise = prapi_desk_said_option(desk, PRAP_DESK_FACT_ADVICE, PRAP_DESK_OPTION_ADVISED_RAISE);
    const bool follows = advised ? raises == to_raise : raises;
    const uint32_t reason = prapi_desk_said(desk, PRAP_DESK_FACT_OWN_REASON_RECORDED);
    if (follows || reason == YES) return;
    const uint32_t finding = advised ? F(OWN_REASON_MISSING) : F(DOUBT_IS_DUE);
    if (reason == UNKNOWN) prapi_desk_say_open(desk, finding, PRAP_DESK_FACT_OWN_REASON_RECORDED);
    else prapi_desk_say_fact(desk, finding, PRAP_DESK_FACT_OWN_REASON_RECORDED);
}

/*
 * T-P-22. What was found before the call is judged first and says which way it went; only what stands against the
 * decision itself is told.
 */
void prapi_desk_ask_DECIDE(prapi_desk *desk) {
    const prap_desk_answer answer = desk->answer;
    const prap_visit_desk_finding visit = desk->visit;
    const uint32_t maybe = desk->maybe;
    desk->visit = NULL;
    prapi_desk_ask_MAY_CALL(desk);
    const uint32_t way = desk->answer.outcome, form = desk->answer.form;
    desk->answer = answer;
    desk->answer.form = form;
    desk->visit = visit;
    desk->maybe = maybe;
    const bool raises = prapi_desk_said_option(desk, PRAP_DESK_FACT_DECISION, PRAP_DESK_OPTION_DECIDED_RAISE);
    if (prapi_desk_said(desk, PRAP_DESK_FACT_DECISION) == UNKNOWN) {
        prapi_desk_say_open(desk, F(NOT_DECIDED), 0);
        prapi_desk_conclude(desk, O(KEEP_OPEN));
        return;
    }
    if (way == O(NO_DOUBT) && raises) prapi_desk_say(desk, F(NOT_MANDATED));
    ask_call(desk, way, raises);
    if (way != O(NO_DOUBT)) ask_reason(desk, raises);
    if (prapi_desk_said(desk, PRAP_DESK_FACT_CALLED_ON) != 0 && tell_gaps(desk)) prapi_desk_say(desk, F(CLOSED_WITHOUT_RECORD));
    if (desk->answer.verdict != PRAP_VERDICT_PERMITTED) prapi_desk_conclude(desk, O(KEEP_OPEN));
    if (raises) prapi_desk_say_whom(desk, F(TO_DECISION_MAKERS), PRAP_RECIPIENT_DECISION_MAKERS, NULL, PRAP_DAY_NONE);
    prapi_desk_conclude(desk, raises ? O(RAISED) : O(NOT_RAISED));
}
