/* decide.c: find the row, ask all its guards, and say what follows. */
#include <string.h>

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
    for (size_t i = 1; PRAPI_ALWAYS(i < PRAPI_ROW_FROM) && row->from[i] != PRAP_STATE_NONE; i++) { /* ended by 0 */
        if (row->from[i] == stage) return true;
    }
    return false;
}

/* Is the fact said with this value: a reason as resolved, an option or a number as given, a tri-state by its kind? */
static bool is_said_so(const prapi_event *event, uint32_t fact, int32_t value) {
    const prapi_said *said = &event->said[fact];
    if (fact == PRAP_FACT_REASON) return event->reason == (uint32_t)value;
    if (said->kind == PRAP_VALUE_OPTION || said->kind == PRAP_VALUE_NUMBER) return said->value == value;
    return (said->kind == PRAP_VALUE_YES || said->kind == PRAP_VALUE_NO) && said->kind == (uint32_t)value;
}

/*
 * The same of what the event says, or of what the case remembers where the programme chooses its rows by that, or of
 * what follows from the earnings that the event says.
 */
static bool is_known_so(const prapi_judge *judge, uint32_t fact, int32_t value) {
    const bool by_earnings = fact == PRAP_FACT_THRESHOLD &&
                             judge->event->said[PRAP_FACT_EARNED].kind == PRAP_VALUE_NUMBER;
    if (by_earnings && prapi_earnings_reach(judge, (uint32_t)value)) return true;
    if (fact != judge->rulebook->programme->remembered || judge->event->said[fact].kind != 0) {
        return is_said_so(judge->event, fact, value);
    }
    return judge->before->said[fact].kind == PRAP_VALUE_OPTION && judge->before->said[fact].value == value;
}

static bool is_by(const prapi_judge *judge, uint32_t deadline) {
    /* One deadline is asked for by rows: the notice of MAPPA restrictions, by the day of the notice (3.90). */
    const prap_day due = PRAPI_ALWAYS(deadline == PRAP_DEADLINE_MAPPA15) ? judge->days->mappa15.due : PRAP_DAY_NONE;
    return due != PRAP_DAY_NONE && judge->event->on <= due;
}

static bool row_fits(const prapi_judge *judge, const prapi_row *row) {
    if (!row_is_from(row, judge->stage)) return false;
    if (row->when_fact != 0 && !is_known_so(judge, row->when_fact, row->when_value)) return false;
    if (row->when_region.region != 0 && judge->before->regions[row->when_region.region] != row->when_region.value) {
        return false;
    }
    if (row->when_by != 0 && !is_by(judge, row->when_by)) return false;
    return row->under_policy == 0 || judge->rulebook->settings[row->under_policy] == row->under_choice;
}

static const prapi_row *find_row(const prapi_judge *judge) {
    const prap_rulebook *rulebook = judge->rulebook;
    const uint32_t event = judge->event->event;
    if (PRAPI_NEVER(event >= PRAPI_EVENT_END)) return NULL; /* a command's event was looked up, a record's too */
    for (uint32_t i = rulebook->first_row[event]; i < rulebook->first_row[event + 1]; i++) {
        const prapi_row *row = &rulebook->programme->rows[rulebook->rows[i]];
        if (row_fits(judge, row)) return row;
    }
    return NULL;
}

const prapi_row *prapi_row_find(const prap_rulebook *rulebook, const prapi_case *before, uint32_t stage,
                                const prapi_event *event) {
    prapi_clock_days days;
    (void)prapi_clocks_run(rulebook, before, &days); /* days beyond the calendar fit no row that asks for one */
    const prapi_judge judge = {.rulebook = rulebook, .before = before, .event = event, .days = &days,
                               .stage = stage};
    return find_row(&judge);
}

bool prapi_programme_opens(const prapi_programme *programme, uint32_t event) {
    for (size_t i = 0; i < programme->n_rows; i++) {
        const prapi_row *row = &programme->rows[i];
        if (row->event == event && row->from[0] == PRAP_STATE_NONE) return true;
    }
    return false;
}

static uint32_t severity_of(prapi_finding finding) {
    if (finding == PRAPI_FAIL) return PRAP_SEVERITY_FORBIDDEN;
    return finding == PRAPI_SILENT ? PRAP_SEVERITY_TEXT_SILENT : PRAP_SEVERITY_UNDECIDED;
}

static void add_reason(prap_answer *answer, uint32_t reason, uint32_t rule, prapi_finding finding,
                       prap_day earliest, uint32_t lacks) {
    answer->reasons[answer->n_reasons++] = (prap_reason){
        .size = sizeof(prap_reason),
        .reason = reason,
        .rule = rule,
        .severity = severity_of(finding),
        .fact = lacks != 0 ? lacks : prapi_reason_fact(reason),
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
        uint32_t rule;
        (void)prapi_programme_cites(judge->rulebook->programme, PRAP_WORDS_REASON, reason, judge->scenario, &rule);
        add_reason(answer, reason, rule, finding, judge->earliest, judge->lacks);
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
    for (uint32_t word = 0; word < sizeof judge->policies / sizeof judge->policies[0]; word++) {
        for (uint64_t left = judge->policies[word]; left != 0; left &= left - 1) {
            const uint32_t policy = word * 64 + (uint32_t)__builtin_ctzll(left);
            if (PRAPI_NEVER(policy >= PRAPI_POLICY_END || answer->n_settings >= PRAPI_POLICY_END)) return;
            answer->settings[answer->n_settings++] = (prap_setting){policy, judge->rulebook->settings[policy]};
        }
    }
}

static uint32_t option_said(const prapi_case *state, uint32_t fact) {
    const prapi_said *said = &state->said[fact];
    return said->kind == PRAP_VALUE_OPTION ? (uint32_t)said->value : 0;
}

static prap_day day_said(const prapi_case *state, uint32_t fact) {
    const prapi_said *said = &state->said[fact];
    return said->kind == PRAP_VALUE_DAY ? said->value : PRAP_DAY_NONE;
}

/* on: the day that is asked about, which may be before the text that the rules come from (or after it). */
static prap_status summarise(const prap_rulebook *rulebook, const prapi_case *state, const prapi_clock_days *days,
                             prap_day as_of, prap_day on, prap_answer *answer) {
    prap_summary *summary = &answer->summary;
    summary->programme = rulebook->programme->number;
    summary->stage = prapi_stage_as_of(state, days, as_of);
    summary->feed = state->feed;
    summary->version = state->version;
    summary->as_of = as_of;
    const prapi_said *code = &state->said[PRAP_FACT_CODE];
    if (code->kind == PRAP_VALUE_NUMBER) {
        summary->code = (uint32_t)code->value;
    } else if (summary->stage == PRAP_STATE_LEFT) {
        summary->code = rulebook->programme->automatic_code;
    }
    summary->received_on = state->received_on;
    summary->made_on = state->made_on;
    summary->acknowledged_on = state->acknowledged_on;
    summary->attended_on = state->attended_on;
    summary->start_on = state->start_on;
    summary->ended_on = summary->stage != state->stage ? days->day_60 : state->ended_on;
    summary->attempts = state->attempts;
    summary->attempts_failed = state->attempts_failed;
    summary->breaches = state->breaches;
    summary->mappa = prapi_region_as_of(state, days, PRAP_REGION_MAPPA, as_of);
    summary->prap14 = state->regions[PRAP_REGION_PRAP14];
    summary->error = state->regions[PRAP_REGION_ERROR];
    summary->channel = state->regions[PRAP_REGION_CHANNEL];
    summary->referral_kind = state->regions[PRAP_REGION_REFERRAL_KIND];
    summary->scenario = state->regions[PRAP_REGION_SCENARIO];
    summary->mandation = state->regions[PRAP_REGION_MANDATION];
    summary->appointment = state->regions[PRAP_REGION_APPOINTMENT];
    summary->engagement = state->regions[PRAP_REGION_ENGAGEMENT];
    summary->decision = state->regions[PRAP_REGION_DECISION];
    summary->reference = state->regions[PRAP_REGION_REFERENCE];
    summary->outage = state->regions[PRAP_REGION_OUTAGE];
    summary->misdirection = state->regions[PRAP_REGION_MISDIRECTION];
    summary->erasure = state->regions[PRAP_REGION_ERASURE];
    summary->approved_on = state->approved_on;
    summary->backed_out_on = state->backed_out_on;
    summary->end_on = state->end_on;
    summary->threshold = option_said(state, PRAP_FACT_THRESHOLD);
    summary->orphan = state->feed == PRAP_FEED_OPEN && state->backed_out_on != PRAP_DAY_NONE ? 1 : 0;
    summary->outcome = state->reason;
    summary->entered_on = state->entered_on;
    summary->plan_on = state->plan_on;
    summary->meeting_on = state->meeting_on;
    summary->handed_over_on = state->handed_over_on;
    summary->work_on = state->work_on;
    summary->face_to_face_on = state->face_to_face_on;
    summary->imported = state->said[PRAP_FACT_STAGE].kind != 0 ? 1 : 0;
    summary->meeting_mode = option_said(state, PRAP_FACT_MODE);
    summary->handover_mode = option_said(state, PRAP_FACT_HANDOVER_MODE);
    summary->needs_complete_on = day_said(state, PRAP_FACT_NEEDS_COMPLETE_ON);
    summary->night_shifts = state->said[PRAP_FACT_NIGHT_SHIFTS].kind;
    summary->rulebook_hash = rulebook->hash;
    summary->calendar_hash = prap_calendar_get_identity(rulebook->calendar)->hash;
    summary->outside = prapi_document_outside(rulebook->document, on);
    return prapi_deadlines_list(rulebook, state, days, as_of, answer);
}

prap_status prapi_describe_with(const prap_rulebook *rulebook, const prapi_case *state, const prapi_clock_days *days,
                                prap_day as_of, prap_answer *answer) {
    prapi_answer_clear(answer);
    const prap_status status = summarise(rulebook, state, days, as_of, as_of, answer);
    if (status != PRAP_OK) prapi_answer_clear(answer);
    return status;
}

prap_status prapi_describe(const prap_rulebook *rulebook, const prapi_case *state, prap_day as_of,
                           prap_answer *answer) {
    const prap_status status = prapi_clocks_run(rulebook, state, &answer->days);
    if (status == PRAP_OK) return prapi_describe_with(rulebook, state, &answer->days, as_of, answer);
    prapi_answer_clear(answer);
    return status;
}

/* The small fields that the event moves. Also of what is recorded over, which has a row that forbids it: what was decided or
   erased is so, rightly or not. */
static void set_regions(const prapi_judge *judge, const prapi_row *row, prapi_event *event) {
    for (size_t i = 0; PRAPI_ALWAYS(row != NULL) && i < sizeof row->sets / sizeof row->sets[0]; i++) {
        if (row->sets[i].region != 0) event->regions[row->sets[i].region] = row->sets[i].value;
    }
    const prapi_programme *programme = judge->rulebook->programme;
    for (size_t i = 0; i < programme->n_carries; i++) {
        const prapi_carry *carry = &programme->carries[i];
        if (carry->event != event->event || !is_said_so(event, carry->fact, carry->value)) continue;
        event->regions[carry->sets.region] = carry->sets.value;
    }
}

/* The stage after a move, and the feed. A feed that never opened cannot close. */
static void complete(const prapi_judge *judge, const prapi_row *row, const prapi_override *over,
                     prapi_event *event) {
    const uint32_t feed = over != NULL ? over->feed : row->feed;
    const bool closes_nothing = feed == PRAP_FEED_CLOSED && judge->before->feed != PRAP_FEED_OPEN &&
                                judge->before->version != 0; /* of a case taken over it is known that it was open */
    event->to = over != NULL ? over->to : row->to;
    event->stays = event->to != PRAPI_SAME ? 0 : feed != 0 && !closes_nothing ? PRAPI_STAYS_BUT_FEED : PRAPI_STAYS;
    if (event->stays != 0) event->to = judge->before->stage;
    event->feed = feed != 0 && !closes_nothing ? feed : judge->before->feed;
    set_regions(judge, row, event);
}

/* The event happened: complete it and move the case. */
static prap_status permit(const prapi_judge *judge, const prapi_row *row, const prapi_override *over,
                          prapi_event *event, prap_answer *answer, prapi_case *after) {
    complete(judge, row, over, event);
    event->rulebook = judge->rulebook->hash;
    event->calendar = prap_calendar_get_identity(judge->rulebook->calendar)->hash;
    event->division = prap_calendar_get_identity(judge->rulebook->calendar)->division;
    if (judge->voiding != NULL) {
        prapi_case_copy(after, &judge->voiding->without);
        event->to = after->stage;
        event->feed = after->feed;
        prapi_case_pass(after, event);
    } else {
        prapi_case_apply(after, event);
    }
    prapi_clock_days *days = &answer->days_after;
    prap_status status = PRAP_OK;
    if (prapi_clocks_agree(judge->before, after)) *days = *judge->days;
    else status = prapi_clocks_run(judge->rulebook, after, days);
    if (status != PRAP_OK) return status;
    const uint32_t counted = event->breaches; /* what was recorded over; lateness is counted by what follows */
    prapi_notices_raise(judge, over != NULL ? NULL : row, after, days, event, answer);
    after->breaches += event->breaches - counted;
    return summarise(judge->rulebook, after, days, event->recorded, event->on, answer);
}

static bool is_impossible(const prapi_programme *programme, uint32_t reason) {
    for (size_t i = 0; i < programme->n_impossible; i++) {
        if (programme->impossible[i] == reason) return true;
    }
    return false;
}

/* What stands in the table for a refused move of this stage and event, or NULL. */
static const prapi_override *find_override(const prapi_judge *judge) {
    const prapi_programme *programme = judge->rulebook->programme;
    for (size_t i = 0; i < programme->n_overrides; i++) {
        const prapi_override *over = &programme->overrides[i];
        if (over->from == judge->stage && over->event == judge->event->event) return over;
    }
    return NULL;
}

/*
 * It happened although it should not have: with an override everything that failed is a breach, and the event
 * is recorded, unless it cannot have happened so. *ret_over is NULL where the row itself says what comes after.
 */
static bool records_over(const prapi_judge *judge, const prapi_row *row, prapi_event *event, prap_answer *answer,
                         const prapi_override **ret_over) {
    if (event->said[PRAP_FACT_OVERRIDE].kind != PRAP_VALUE_OPTION) return false;
    const bool forbidden = row == NULL || row->to == PRAP_STATE_NONE;
    *ret_over = forbidden ? find_override(judge) : NULL;
    if (forbidden && *ret_over == NULL) return false;
    for (uint32_t i = 0; i < answer->n_reasons; i++) {
        if (is_impossible(judge->rulebook->programme, answer->reasons[i].reason)) return false;
    }
    for (uint32_t i = 0; i < answer->n_reasons; i++) {
        if (answer->reasons[i].severity != PRAP_SEVERITY_FORBIDDEN) continue;
        answer->reasons[i].severity = PRAP_SEVERITY_BREACH;
        event->broke[event->breaches++] = (uint8_t)answer->reasons[i].reason;
    }
    return true;
}

/* The guards of the row that fits, or the event's own rule where none does. */
static void judge_row(prapi_judge *judge, const prapi_row *row, prap_answer *answer) {
    if (row != NULL) {
        if (row->under_policy != 0) prapi_policy_seen(judge, row->under_policy);
        ask_guards(judge, row, answer);
        return;
    }
    const uint32_t event = judge->event->event;
    if (judge->rulebook->first_own_row[event] == judge->rulebook->first_own_row[event + 1]) {
        add_reason(answer, PRAP_REASON_NOT_IN_PROGRAMME, prap_word_by_number(PRAP_WORDS_EVENT, event)->rule,
                   PRAPI_SILENT, PRAP_DAY_NONE, 0);
        return;
    }
    uint32_t rule;
    (void)prapi_programme_cites(judge->rulebook->programme, PRAP_WORDS_EVENT, event, judge->scenario, &rule);
    add_reason(answer, PRAP_REASON_NOT_FROM_HERE, rule, PRAPI_FAIL, PRAP_DAY_NONE, 0);
}

prap_status prapi_decide(const prap_rulebook *rulebook, const prapi_case *before, prapi_event *event,
                         const prapi_void *voiding, bool strict, prap_answer *answer, prapi_case *ret_after) {
    prapi_clock_days *days = &answer->days;
    prapi_answer_clear(answer);
    const prap_status status = prapi_clocks_run(rulebook, before, days);
    if (status != PRAP_OK) return status;
    event->reason = resolve_reason(rulebook->programme, before, event, strict);
    event->breaches = 0;
    memset(event->broke, 0, sizeof event->broke);
    memset(event->regions, 0, sizeof event->regions);
    prapi_judge judge = {.rulebook = rulebook, .before = before, .event = event, .days = days, .strict = strict,
                         .voiding = voiding};
    /* An automatic DNA is judged by what is recorded: it is how the passing of day 60 comes to be recorded. */
    judge.stage = event->event == PRAP_EVENT_AUTO_DNA ? before->stage
                                                      : prapi_stage_as_of(before, days, event->recorded);
    judge.scenario = prapi_judge_scenario(&judge);
    answer->programme = rulebook->programme;
    answer->scenario = judge.scenario;
    const prapi_row *row = find_row(&judge);
    const prapi_override *over = NULL;
    judge_row(&judge, row, answer);
    list_settings(&judge, answer);
    answer->summary.verdict = verdict_of(answer);
    answer->summary.event = event->event;
    answer->summary.on = event->on;
    prapi_case_copy(ret_after, before);
    if (answer->summary.verdict != PRAP_VERDICT_PERMITTED && !records_over(&judge, row, event, answer, &over)) {
        return summarise(rulebook, before, days, event->recorded, event->on, answer);
    }
    answer->summary.verdict = PRAP_VERDICT_PERMITTED;
    if (PRAPI_NEVER(over == NULL && (row == NULL || row->to == PRAP_STATE_NONE))) return PRAP_E_BUG;
    return permit(&judge, row, over, event, answer, ret_after);
}
