/*
 * definitions.c: the deadlines that the documents leave undefined (AMB-95), and what a host defines in their place or
 * besides. None of it moves a case or counts towards a standard.
 */
#include "referral/definitions.h"

#include "prap/vocabulary.h"

#include "base/adopt.h"
#include "dates/counter.h"

prap_status prapi_definition_read(const prap_supplement *supplement, uint32_t i, prap_deadline_definition *ret_ours) {
    const size_t stride = supplement->deadlines->size;
    const prap_deadline_definition *theirs =
        (const prap_deadline_definition *)((const char *)supplement->deadlines + i * stride);
    if (theirs->size != stride) return PRAP_E_SIZE;
    const prap_status status = prapi_adopt(ret_ours, sizeof *ret_ours, theirs, stride, sizeof *ret_ours);
    ret_ours->size = sizeof *ret_ours;
    return status;
}

bool prapi_definition_is_for(const prap_deadline_definition *definition, uint32_t programme) {
    return definition->programme == 0 || definition->programme == programme;
}

bool prapi_programme_leaves_open(const prapi_programme *programme, uint32_t deadline) {
    for (size_t i = 0; i < programme->n_undefined; i++) {
        if (programme->undefined[i] == deadline) return true;
    }
    return false;
}

/* The days of the MAPPA restrictions are none of them: a host's text would tell what --redact leaves out. */
prap_day prapi_case_day(const prapi_case *state, uint32_t case_day) {
    const prap_day days[] = {
        [0] = PRAP_DAY_NONE,
        [PRAP_CASE_DAY_RECEIVED] = state->received_on,
        [PRAP_CASE_DAY_MADE] = state->made_on,
        [PRAP_CASE_DAY_ACKNOWLEDGED] = state->acknowledged_on,
        [PRAP_CASE_DAY_ATTENDED] = state->attended_on,
        [PRAP_CASE_DAY_START] = state->start_on,
        [PRAP_CASE_DAY_ENTERED] = state->entered_on,
        [PRAP_CASE_DAY_PLAN] = state->plan_on,
        [PRAP_CASE_DAY_ENDED] = state->ended_on,
        [PRAP_CASE_DAY_HANDED_OVER] = state->handed_over_on,
        [PRAP_CASE_DAY_MEETING] = state->meeting_on,
        [PRAP_CASE_DAY_CONTACT] = state->contact_on,
        [PRAP_CASE_DAY_FACE_TO_FACE] = state->face_to_face_on,
        [PRAP_CASE_DAY_WEEKLY_OFFER] = state->weekly_offer_on,
        [PRAP_CASE_DAY_WORK] = state->work_on,
        [PRAP_CASE_DAY_PRAP14] = state->prap14_on,
        [PRAP_CASE_DAY_APPROVED] = state->approved_on,
        [PRAP_CASE_DAY_BACKED_OUT] = state->backed_out_on,
        [PRAP_CASE_DAY_END_DATE] = state->end_on,
        [PRAP_CASE_DAY_FORM_SENT] = state->form_sent_on,
    };
    return days[case_day];
}

_Static_assert(sizeof((prap_deadline_definition *)0)->done_by == PRAP_DONE_BY_MAX * sizeof(uint32_t), "the limit is told");

/* What the rows of one answer have in common. */
typedef struct listing {
    const prap_rulebook *rulebook;
    const prapi_case *state;
    uint32_t stage;
    prap_day ended_on;
    prap_day as_of;
    prap_answer *answer;
} listing;

/* Was it done, on a day that is not known: of a case taken over in mid-life? */
static bool is_done_before(const listing *on, uint32_t case_day) {
    if (case_day == PRAP_CASE_DAY_ACKNOWLEDGED) return prapi_case_is_acknowledged(on->state);
    const bool by_start = case_day == PRAP_CASE_DAY_ATTENDED || case_day == PRAP_CASE_DAY_START ||
                          case_day == PRAP_CASE_DAY_ENTERED;
    return by_start && prapi_stage_is_started(on->stage);
}

static uint32_t status_of(const listing *on, const prap_deadline_definition *definition, prap_day due,
                          prap_day *ret_done) {
    bool before = false;
    prap_day done = PRAP_DAY_NONE;
    for (size_t i = 0; i < PRAP_DONE_BY_MAX && definition->done_by[i] != 0; i++) {
        const prap_day day = prapi_case_day(on->state, definition->done_by[i]);
        if (day != PRAP_DAY_NONE && day <= on->as_of && (done == PRAP_DAY_NONE || day < done)) done = day;
        before = before || is_done_before(on, definition->done_by[i]);
    }
    *ret_done = done;
    if (done != PRAP_DAY_NONE) return done <= due ? PRAP_DEADLINE_STATUS_MET : PRAP_DEADLINE_STATUS_MISSED;
    if (before) return PRAP_DEADLINE_STATUS_CLEARED;
    if (!prapi_stage_is_ended(on->stage)) {
        return on->as_of <= due ? PRAP_DEADLINE_STATUS_OPEN : PRAP_DEADLINE_STATUS_OVERDUE;
    }
    const bool late = on->ended_on > due; /* no day is before every other */
    return late && definition->done_by[0] != 0 ? PRAP_DEADLINE_STATUS_MISSED : PRAP_DEADLINE_STATUS_CLEARED;
}

/* Room for a row in its place: in order of PRAP_DEADLINE_*, and the host's own clocks, which are 0, last: less 1, 0 is
   the greatest. */
static prap_deadline *insert(prap_answer *answer, uint32_t deadline) {
    uint32_t at = answer->n_deadlines++;
    for (; at > 0 && answer->deadlines[at - 1].deadline - 1 > deadline - 1; at--) {
        answer->deadlines[at] = answer->deadlines[at - 1];
    }
    return &answer->deadlines[at];
}

/* The n-th day after the anchor; with the anchor as day 1, one less, from the first working day on or after it. */
static prap_day count(prapi_counter *counter, const prap_deadline_definition *definition, prap_day anchor) {
    const int32_t n = definition->include_day != 0 ? definition->n - 1 : definition->n;
    if (definition->unit == PRAP_UNIT_CALENDAR_DAYS) {
        if (anchor > PRAP_DAY_MAX - n) prapi_count_fail(counter, PRAP_E_COVERAGE);
        return anchor + n;
    }
    const prap_day from = definition->include_day != 0 ? prapi_count_on_or_after(counter, anchor) : anchor;
    return prapi_count_working_days(counter, from, n);
}

/* The definition as it stands in this rulebook: its number is the one that an answer gives. */
static prap_status list_own(const listing *on, uint32_t i) {
    const prap_deadline_definition *definition = prap_rulebook_definition_at(on->rulebook, i);
    const prap_day anchor = prapi_case_day(on->state, definition->anchor);
    if (anchor == PRAP_DAY_NONE) return PRAP_OK;
    if (definition->valid_from != PRAP_DAY_NONE && anchor < definition->valid_from) return PRAP_OK;
    if (definition->valid_until != PRAP_DAY_NONE && anchor > definition->valid_until) return PRAP_OK;
    prapi_counter counter = prapi_counter_of(on->rulebook->calendar, on->rulebook->settings, 0);
    const prap_day due = count(&counter, definition, anchor);
    if (counter.status != PRAP_OK) return counter.status;
    prap_deadline row = {
        .size = sizeof row,
        .deadline = definition->fills,
        .anchor = anchor,
        .due = due,
        .prudent = due,
        .last_working_day = prapi_try_on_or_before(&counter, due),
        .defined_by = PRAP_DEFINED_BY_HOST,
        .definition = i + 1,
        .ambiguity = definition->fills != 0 ? on->rulebook->programme->undefined_by : 0,
        .name = definition->name.bytes,
        .source = definition->source.bytes,
    };
    row.status = status_of(on, definition, due, &row.done_on);
    *insert(on->answer, definition->fills) = row;
    return PRAP_OK;
}

static bool is_listed(const prap_answer *answer, uint32_t deadline) {
    for (uint32_t i = 0; i < answer->n_deadlines; i++) {
        if (answer->deadlines[i].deadline == deadline) return true;
    }
    return false;
}

/* Is it still to be done? What has no limit is not missed either, so it is only told while it can be asked about. */
static bool is_awaited(const listing *on, uint32_t deadline) {
    if (!prapi_stage_is_waiting(on->stage)) return false;
    if (deadline == PRAP_DEADLINE_ACK) return !prapi_case_is_acknowledged(on->state);
    return deadline != PRAP_DEADLINE_MEET || on->state->attended_on == PRAP_DAY_NONE;
}

static void list_undefined(const listing *on, uint32_t deadline) {
    if (!is_awaited(on, deadline) || is_listed(on->answer, deadline)) return;
    *insert(on->answer, deadline) = (prap_deadline){
        .size = sizeof(prap_deadline),
        .deadline = deadline,
        .status = PRAP_DEADLINE_STATUS_NOT_DEFINED,
        .anchor = PRAP_DAY_NONE,
        .due = PRAP_DAY_NONE,
        .prudent = PRAP_DAY_NONE,
        .last_working_day = PRAP_DAY_NONE,
        .done_on = PRAP_DAY_NONE,
        .defined_by = PRAP_DEFINED_BY_DOCUMENTS,
        .ambiguity = on->rulebook->programme->undefined_by,
        .name = prapi_word_name(PRAP_WORDS_DEADLINE, deadline),
        .source = "",
    };
}

prap_status prapi_definitions_list(const prap_rulebook *rulebook, const prapi_case *state,
                                   const prapi_clock_days *days, uint32_t stage, prap_day as_of, prap_answer *answer) {
    const prap_day ended_on = stage != state->stage ? days->day_60 : state->ended_on;
    const listing on = {rulebook, state, stage, ended_on, as_of, answer};
    for (uint32_t i = 0; i < prap_rulebook_definition_count(rulebook); i++) {
        const prap_status status = list_own(&on, i);
        if (status != PRAP_OK) return status;
    }
    for (size_t i = 0; i < rulebook->programme->n_undefined; i++) {
        list_undefined(&on, rulebook->programme->undefined[i]);
    }
    return PRAP_OK;
}
