/* rows.c: the tests of the rows, and how their findings are told. */
#include "provider-direct/desk.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "prap/catalogue.h"
#include "prap/dates.h"
#include "prap/vocabulary.h"

uint32_t prapi_desk_said(const prapi_desk *desk, uint32_t fact) {
    return desk->kinds[fact];
}

bool prapi_desk_said_yes(const prapi_desk *desk, uint32_t fact) {
    return prapi_desk_said(desk, fact) == PRAP_VALUE_YES;
}

bool prapi_desk_said_option(const prapi_desk *desk, uint32_t fact, uint32_t option) {
    return desk->values[fact] == (int64_t)option; /* what is no option has the value 0 */
}

prap_day prapi_desk_said_day(const prapi_desk *desk, uint32_t fact) {
    return prapi_desk_said(desk, fact) == PRAP_VALUE_DAY ? (prap_day)desk->values[fact] : PRAP_DAY_NONE;
}

int64_t prapi_desk_said_number(const prapi_desk *desk, uint32_t fact, int64_t otherwise) {
    return prapi_desk_said(desk, fact) == PRAP_VALUE_NUMBER ? desk->values[fact] : otherwise;
}

static int open_when_unknown(const prapi_desk *desk, uint32_t fact, bool holds) {
    if (prapi_desk_said(desk, fact) == PRAP_VALUE_UNKNOWN) return PRAPI_ROW_OPEN;
    return holds ? PRAPI_ROW_YES : PRAPI_ROW_NO;
}

int prapi_desk_when_yes(const prapi_desk *desk, uint32_t fact, uint32_t option) {
    (void)option;
    return open_when_unknown(desk, fact, prapi_desk_said_yes(desk, fact));
}

int prapi_desk_when_no(const prapi_desk *desk, uint32_t fact, uint32_t option) {
    (void)option;
    return open_when_unknown(desk, fact, prapi_desk_said(desk, fact) == PRAP_VALUE_NO);
}

int prapi_desk_if_yes(const prapi_desk *desk, uint32_t fact, uint32_t option) {
    (void)option;
    return prapi_desk_said_yes(desk, fact) ? PRAPI_ROW_YES : PRAPI_ROW_NO;
}

int prapi_desk_when_unknown(const prapi_desk *desk, uint32_t fact, uint32_t option) {
    (void)option;
    return open_when_unknown(desk, fact, false);
}

int prapi_desk_when_option(const prapi_desk *desk, uint32_t fact, uint32_t option) {
    return open_when_unknown(desk, fact, prapi_desk_said_option(desk, fact, option));
}

int prapi_desk_if_option(const prapi_desk *desk, uint32_t fact, uint32_t option) {
    return prapi_desk_said_option(desk, fact, option) ? PRAPI_ROW_YES : PRAPI_ROW_NO;
}

void prapi_desk_conclude(prapi_desk *desk, uint32_t outcome) {
    if (desk->answer.outcome != 0) return;
    /* What an earlier row would have made of it, had it been decided, must be the same. */
    desk->answer.outcome = desk->maybe == 0 || desk->maybe == outcome ? outcome : PRAP_DESK_OUTCOME_UNDECIDED;
}

void prapi_desk_walk(prapi_desk *desk, const prapi_desk_row *rows, size_t n) {
    for (size_t i = 0; i < n; i++) {
        const uint32_t fact = rows[i].fact != 0 ? rows[i].fact : prapi_desk_finding_fact(rows[i].finding);
        const int holds = rows[i].test(desk, fact, rows[i].option);
        if (holds == PRAPI_ROW_NO) continue;
        if (holds == PRAPI_ROW_OPEN) prapi_desk_say_open(desk, rows[i].finding, fact);
        else prapi_desk_say_fact(desk, rows[i].finding, fact);
        if (rows[i].outcome == 0) continue;
        if (holds == PRAPI_ROW_YES) prapi_desk_conclude(desk, rows[i].outcome);
        else if (desk->maybe == 0) desk->maybe = rows[i].outcome;
        else if (desk->maybe != rows[i].outcome) desk->maybe = PRAP_DESK_OUTCOME_UNDECIDED;
    }
}

prap_desk_finding prapi_desk_finding_of(uint32_t finding, uint32_t fact) {
    const prap_word *word = prap_word_by_number(PRAP_WORDS_DESK_FINDING, finding);
    const uint32_t about = fact != 0 ? fact : prapi_desk_finding_fact(finding);
    uint32_t rule = word->rule;
    if (rule == 0) rule = prap_word_by_number(PRAP_WORDS_DESK_FACT, about)->rule;
    return (prap_desk_finding){.size = sizeof(prap_desk_finding), .finding = finding, .rule = rule,
                               .severity = word->detail, .fact = about, .day = PRAP_DAY_NONE,
                               .at = PRAP_DESK_NO_STEP};
}

void prapi_desk_tell(prapi_desk *desk, prap_desk_finding finding) {
    prap_desk_answer *answer = &desk->answer;
    if (finding.severity == PRAP_SEVERITY_FORBIDDEN) answer->verdict = PRAP_VERDICT_REFUSED;
    if (answer->verdict == PRAP_VERDICT_PERMITTED && finding.severity == PRAP_SEVERITY_UNDECIDED)
        answer->verdict = PRAP_VERDICT_UNDECIDED;
    if (answer->verdict == PRAP_VERDICT_PERMITTED && /* MUT-EQUIV: where the text is silent nothing else was told before */
        finding.severity == PRAP_SEVERITY_TEXT_SILENT)
        answer->verdict = PRAP_VERDICT_TEXT_SILENT;
    if (answer->recipient == 0) {
        answer->recipient = finding.recipient;
        answer->contact = finding.contact;
    }
    if (desk->status != PRAP_OK) return;
    answer->findings++;
    if (desk->visit != NULL) desk->status = desk->visit(desk->user, &finding);
}

void prapi_desk_say(prapi_desk *desk, uint32_t finding) {
    prapi_desk_tell(desk, prapi_desk_finding_of(finding, 0));
}

void prapi_desk_say_fact(prapi_desk *desk, uint32_t finding, uint32_t fact) {
    prapi_desk_tell(desk, prapi_desk_finding_of(finding, fact));
}

void prapi_desk_say_day(prapi_desk *desk, uint32_t finding, prap_day day) {
    prap_desk_finding told = prapi_desk_finding_of(finding, 0);
    told.day = day;
    prapi_desk_tell(desk, told);
}

void prapi_desk_say_open(prapi_desk *desk, uint32_t finding, uint32_t fact) {
    prap_desk_finding told = prapi_desk_finding_of(finding, fact);
    told.severity = PRAP_SEVERITY_UNDECIDED;
    prapi_desk_tell(desk, told);
}

void prapi_desk_say_whom(prapi_desk *desk, uint32_t finding, uint32_t recipient, const char *contact, prap_day day) {
    prap_desk_finding told = prapi_desk_finding_of(finding, 0);
    told.recipient = recipient;
    told.contact = contact == NULL ? 0 : prap_contact_find(contact, prapi_text_bytes(contact))->number;
    told.day = day;
    prapi_desk_tell(desk, told);
}

prap_day prapi_desk_day_after(prap_day day, int32_t days) {
    return day <= PRAP_DAY_MAX - days ? day + days : PRAP_DAY_NONE;
}

void prapi_desk_fail(prapi_desk *desk, prap_status status, const char *field) {
    desk->status = prapi_fail(desk->reterr, status, field, prap_status_meaning(status));
}

prap_date_answer prapi_desk_compute(prapi_desk *desk, uint32_t computation, prap_moment anchor, const char *field) {
    static const prap_moment none = PRAP_MOMENT_NONE;
    const bool timed = computation != PRAP_COMPUTATION_ACCESS_CODE;
    prap_date_answer answer = {.size = sizeof answer, .first = PRAP_DAY_NONE, .due = PRAP_DAY_NONE,
                               .alternative = PRAP_DAY_NONE, .moment = none, .last_usable = none};
    const prap_date_question question = {
        .size = sizeof question, .computation = computation, .anchor = anchor, .second = none,
        .service = computation == PRAP_COMPUTATION_SERVICE_HOURS ? PRAP_SERVICE_PROVIDER_DIRECT : 0,
        .outages = timed ? desk->question.outages : NULL, .n_outages = timed ? desk->question.n_outages : 0};
    if (desk->status != PRAP_OK) return answer;
    prap_error error = {.size = sizeof error};
    const prap_status status = prap_date_compute(desk->calendar, desk->given, desk->n_given, &question, &answer, &error);
    if (status == PRAP_OK) return answer;
    /* What dates.h calls the anchor has another name here. */
    const bool is_anchor = memcmp(error.field, "anchor", sizeof "anchor") == 0;
    desk->status = prapi_fail(desk->reterr, status, is_anchor ? field : error.field, error.message);
    return answer;
}
