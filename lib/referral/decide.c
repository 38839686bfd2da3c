/* decide.c: find the row, ask all its guards, and say what follows. */
#include "prap/vocabulary.h"

#include "base/always.h"
#include "catalogue/documents.h"
#include "referral/decide.h"
#include "referral/judge.h"
#include "referral/notices.h"

/* The reason an event is judged by: given, by the programme's default, or what the case remembers of a request. */
static uint32_t resolve_reason(const prapi_programme *programme, const prapi_case *before, const prapi_event *event,
                               bool strict) {
    const prapi_said *reason = &event->said[PRAP_FACT_REASON];
    if (reason->kind == PRAP_VALUE_OPTION) return (uint32_t)reason->value;
    if (reason->kind != 0) return 0;
    for (size_t i = 0; i < programme->n_defaults && !strict; i++) {
        if (programme->defaults[i].event == event->event) return programme->defaults[i].reason;
    }
    return before->reason;
}

static bool row_is_from(const prapi_row *row, uint32_t stage) {
    if (row->from[0] == PRAPI_ANY) return stage != PRAP_STATE_NONE;
    if (row->from[0] == stage) return true;
    for (size_t i = 1; i < PRAPI_ROW_FROM && row->from[i] != PRAP_STATE_NONE; i++) {
        if (row->from[i] == stage) return true;
    }
    return false;
}

static bool row_fits(const prap_rulebook *rulebook, const prapi_row *row, uint32_t stage, const prapi_event *event) {
    if (!row_is_from(row, stage)) return false;
    if (row->event != PRAPI_ANY && row->event != event->event) return false;
    if (row->when_fact == PRAP_FACT_REASON && event->reason != (uint32_t)row->when_value) return false;
    if (row->when_fact == PRAP_FACT_CODE && (event->said[PRAP_FACT_CODE].kind != PRAP_VALUE_NUMBER ||
                                             event->said[PRAP_FACT_CODE].value != row->when_value)) {
        return false;
    }
    return row->under_policy == 0 || rulebook->settings[row->under_policy] == row->under_choice;
}

const prapi_row *prapi_row_find(const prap_rulebook *rulebook, uint32_t stage, const prapi_event *event) {
    for (size_t i = 0; i < rulebook->programme->n_rows; i++) {
        if (row_fits(rulebook, &rulebook->programme->rows[i], stage, event)) return &rulebook->programme->rows[i];
    }
    return NULL;
}

static uint32_t severity_of(prapi_finding finding) {
    if (finding == PRAPI_FAIL) return PRAP_SEVERITY_FORBIDDEN;
    return finding == PRAPI_SILENT ? PRAP_SEVERITY_TEXT_SILENT : PRAP_SEVERITY_UNDECIDED;
}

static void add_reason(prap_answer *answer, uint32_t reason, uint32_t rule, prapi_finding finding,
                       prap_day earliest) {
    answer->reasons[answer->n_reasons++] = (prap_reason){
        .size = sizeof(prap_reason),
        .reason = reason,
        .rule = rule,
        .severity = severity_of(finding),
        .fact = prapi_reason_fact(reason),
        .cure_event = prapi_reason_cure_event(reason),
        .earliest = earliest,
    };
}

/* Every guard of the row, failed or not decided, in the row's order. */
static void ask_guards(prapi_judge *judge, const prapi_row *row, prap_answer *answer) {
    for (size_t i = 0; PRAPI_ALWAYS(i < PRAPI_ROW_GUARDS) && row->guards[i] != 0; i++) { /* ended by 0 */
        const uint32_t reason = row->guards[i];
        const prapi_finding finding = prapi_guard(judge, reason);
        if (finding == PRAPI_PASS) continue;
        add_reason(answer, reason, prap_word_by_number(PRAP_WORDS_REASON, reason)->rule, finding, judge->earliest);
    }
}

/* One failure refuses; else one silence of the text leaves it to a person; else one unknown fact leaves it open. */
static uint32_t verdict_of(const prap_answer *answer) {
    uint32_t verdict = PRAP_VERDICT_PERMITTED;
    for (uint32_t i = 0; i < answer->n_reasons; i++) {
        const uint32_t severity = answer->reasons[i].severity;
        if (severity == PRAP_SEVERITY_FORBIDDEN) return PRAP_VERDICT_REFUSED;
        if (severity == PRAP_SEVERITY_TEXT_SILENT) verdict = PRAP_VERDICT_TEXT_SILENT;
        else if (verdict == PRAP_VERDICT_PERMITTED) verdict = PRAP_VERDICT_UNDECIDED;
    }
    return verdict;
}

static void list_settings(const prapi_judge *judge, prap_answer *answer) {
    for (uint32_t policy = 1; policy < PRAPI_POLICY_END; policy++) {
        if ((judge->policies >> policy & 1) == 0) continue;
        answer->settings[answer->n_settings++] = (prap_setting){policy, judge->rulebook->settings[policy]};
    }
}

/* on: the day that is asked about, which may be before the text that the rules come from (or after it). */
static void summarise(const prap_rulebook *rulebook, const prapi_case *state, const prapi_clock_days *days,
                      prap_day as_of, prap_day on, prap_answer *answer) {
    prap_summary *summary = &answer->summary;
    summary->programme = rulebook->programme->number;
    summary->stage = prapi_stage_as_of(state, days, as_of);
    summary->feed = state->feed;
    summary->version = state->version;
    summary->as_of = as_of;
    if (summary->stage == PRAP_STATE_LEFT) summary->code = (uint32_t)state->said[PRAP_FACT_CODE].value;
    summary->received_on = state->received_on;
    summary->made_on = state->made_on;
    summary->acknowledged_on = state->acknowledged_on;
    summary->attended_on = state->attended_on;
    summary->start_on = state->start_on;
    summary->ended_on = summary->stage != state->stage ? days->day_60 : state->ended_on;
    summary->attempts = state->attempts;
    summary->breaches = state->breaches;
    summary->rulebook_hash = rulebook->hash;
    summary->calendar_hash = prap_calendar_get_identity(rulebook->calendar)->hash;
    summary->outside = prapi_document_outside(prap_document_by_number(rulebook->programme->document), on);
    prapi_deadlines_list(state, days, as_of, answer);
}

prap_status prapi_describe(const prap_rulebook *rulebook, const prapi_case *state, prap_day as_of,
                           prap_answer *answer) {
    prapi_clock_days days;
    prapi_answer_clear(answer);
    const prap_status status = prapi_clocks_run(rulebook, state, &days);
    if (status == PRAP_OK) summarise(rulebook, state, &days, as_of, as_of, answer);
    return status;
}

/* The event happened: complete it and move the case. */
static prap_status permit(const prapi_judge *judge, const prapi_row *row, prapi_event *event, prap_answer *answer,
                          prapi_case *after) {
    event->to = row->to;
    event->feed = row->feed != 0 ? row->feed : judge->before->feed;
    event->breaches = 0;
    prapi_case_apply(after, event);
    prapi_clock_days days;
    const prap_status status = prapi_clocks_run(judge->rulebook, after, &days);
    if (status != PRAP_OK) return status;
    prapi_notices_raise(judge, row, after, &days, event, answer);
    after->breaches += event->breaches;
    summarise(judge->rulebook, after, &days, event->recorded, event->on, answer);
    return PRAP_OK;
}

prap_status prapi_decide(const prap_rulebook *rulebook, const prapi_case *before, prapi_event *event, bool strict,
                         prap_answer *answer, prapi_case *ret_after) {
    prapi_clock_days days;
    prapi_answer_clear(answer);
    const prap_status status = prapi_clocks_run(rulebook, before, &days);
    if (status != PRAP_OK) return status;
    event->reason = resolve_reason(rulebook->programme, before, event, strict);
    prapi_judge judge = {.rulebook = rulebook, .before = before, .event = event, .days = &days, .strict = strict};
    /* An automatic DNA is judged by what is recorded: it is how the passing of day 60 comes to be recorded. */
    judge.stage = event->event == PRAP_EVENT_AUTO_DNA ? before->stage
                                                      : prapi_stage_as_of(before, &days, event->recorded);
    const prapi_row *row = prapi_row_find(rulebook, judge.stage, event);
    if (row == NULL) {
        const uint32_t rule = prap_word_by_number(PRAP_WORDS_EVENT, event->event)->rule;
        add_reason(answer, PRAP_REASON_NOT_FROM_HERE, rule, PRAPI_FAIL, PRAP_DAY_NONE);
    } else {
        if (row->under_policy != 0) judge.policies |= UINT64_C(1) << row->under_policy;
        ask_guards(&judge, row, answer);
    }
    list_settings(&judge, answer);
    answer->summary.verdict = verdict_of(answer);
    answer->summary.event = event->event;
    answer->summary.on = event->on;
    *ret_after = *before;
    if (answer->summary.verdict != PRAP_VERDICT_PERMITTED) {
        summarise(rulebook, before, &days, event->recorded, event->on, answer);
        return PRAP_OK;
    }
    if (PRAPI_NEVER(row == NULL || row->to == PRAP_STATE_NONE)) return PRAP_E_BUG;
    return permit(&judge, row, event, answer, ret_after);
}
