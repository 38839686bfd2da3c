/*
 * code-life.c: the life of one access code, folded from its steps as of a day (T-AC-01 to T-AC-07). Each contact goes
 * its own way from the email to the users (AMB-39); the code is as far as the one furthest behind.
 */
/* rule PD-16a: recorded by desk-fact spocs */
#include "provider-direct/desk.h"

#include "base/error.h"
#include "prap/vocabulary.h"

#define F(NAME) PRAP_DESK_FINDING_##NAME
#define O(NAME) PRAP_DESK_OUTCOME_##NAME
#define FACT(NAME) PRAP_DESK_FACT_##NAME
#define STATE(NAME) PRAP_CODE_STATE_##NAME

enum { WEDNESDAY = 3, TO_MONDAY = 5, BEFORE_ISSUE = 0 };

struct life {
    prapi_desk *desk;
    uint32_t n_spocs;
    prap_day issued, from, until; /* PRAP_DAY_NONE: not known; until is sooner when DWP changes the code early */
    uint8_t stage[PRAP_DESK_SPOCS_MAX + 1];   /* ISSUED to DISTRIBUTED of each contact, by its number */
    bool confirmed[PRAP_DESK_SPOCS_MAX + 1];
};

static void tell_step(const struct life *life, uint32_t finding, size_t at) {
    prap_desk_finding told = prapi_desk_finding_of(finding, 0);
    told.at = (uint32_t)at;
    told.spoc = life->desk->question.steps[at].spoc;
    told.day = life->desk->question.steps[at].on;
    prapi_desk_tell(life->desk, told);
}

/* Is it to be used on the day? Ask first whether it is superseded. */
static bool is_in_force(const struct life *life, prap_day day) {
    return life->from != PRAP_DAY_NONE && day >= life->from;
}

static bool is_superseded(const struct life *life, prap_day day) {
    return life->until != PRAP_DAY_NONE && day >= life->until;
}

static bool is_last_wednesday(prap_day day) {
    int32_t year = 0, month = 0; /* MUT-EQUIV: written before they are read */
    prap_day last = PRAP_DAY_NONE;
    (void)prap_day_to_civil(day, &year, &month, NULL); /* both have been checked */
    (void)prap_day_nth_weekday(year, month, WEDNESDAY, -1, &last);
    return day == last;
}

/* The Monday from which the next code of the calendar takes its place (T-AC-05). */
static prap_day next_code(prapi_desk *desk, prap_day from) {
    const prap_moment day = {from, PRAP_MINUTE_NONE, PRAP_OFFSET_NONE};
    return prapi_desk_compute(desk, PRAP_COMPUTATION_ACCESS_CODE, day, "steps").alternative;
}

/* T-AC-01. D-07 for a monthly code; one out of turn is used from the day that DWP gives. 0: it is in order. */
static uint32_t issue(struct life *life, prap_day on) {
    prapi_desk *desk = life->desk;
    const prap_day said = prapi_desk_said_day(desk, FACT(IN_FORCE_ON));
    const bool out_of_turn = prapi_desk_said_yes(desk, FACT(OFF_CYCLE));
    const prap_day monday = prapi_desk_day_after(on, TO_MONDAY);
    if (life->issued != PRAP_DAY_NONE) return F(DONE_BEFORE);
    if (!out_of_turn && !is_last_wednesday(on)) return F(NOT_LAST_WEDNESDAY);
    if (said != PRAP_DAY_NONE && (out_of_turn ? said < on : said != monday)) return F(NOT_THAT_MONDAY);
    life->issued = on;
    life->from = out_of_turn ? said : monday;
    if (life->from != PRAP_DAY_NONE) life->until = next_code(desk, life->from);
    for (uint32_t i = 1; i <= life->n_spocs; i++) life->stage[i] = STATE(ISSUED); /* MUT-EQUIV: no contact has the number 0 */
    return 0;
}

/* T-AC-02 to T-AC-04: one after the other, each contact for itself. */
static uint32_t go_on(uint8_t *stage, uint8_t to, uint32_t too_early) {
    if (*stage >= to) return F(DONE_BEFORE);
    if (*stage + 1 != to) return too_early;
    *stage = to;
    return 0;
}

/* One step of one contact. 0: it is in order. */
static uint32_t take_contact_step(struct life *life, const prap_code_step *step) {
    uint8_t *stage = &life->stage[step->spoc];
    if (*stage == BEFORE_ISSUE) return F(NOT_ISSUED);
    if (step->step == PRAP_CODE_STEP_ACKNOWLEDGED) return go_on(stage, STATE(ACKNOWLEDGED), F(NOT_ISSUED));
    if (step->step == PRAP_CODE_STEP_PASSWORD_CAME) return go_on(stage, STATE(UNLOCKED), F(NOT_ACKNOWLEDGED));
    if (step->step == PRAP_CODE_STEP_DISTRIBUTED)
        return go_on(stage, STATE(DISTRIBUTED), *stage == STATE(ISSUED) ? F(NOT_ACKNOWLEDGED) : F(STILL_LOCKED));
    if (*stage != STATE(DISTRIBUTED)) return F(NOT_DISTRIBUTED);
    if (step->step == PRAP_CODE_STEP_USERS_CONFIRMED) life->confirmed[step->spoc] = true;
    else life->confirmed[step->spoc] = false; /* PD-16-B3: after a change they are checked again */
    return 0;
}

/* What a step comes to. 0: it is in order. */
static uint32_t take_step(struct life *life, const prap_code_step *step) {
    if (step->step == PRAP_CODE_STEP_ISSUED) return issue(life, step->on);
    if (is_superseded(life, step->on)) return F(CODE_SUPERSEDED);
    if (step->step != PRAP_CODE_STEP_CHANGE_DECIDED) return take_contact_step(life, step);
    if (!is_in_force(life, step->on)) return F(NOT_IN_FORCE);
    life->until = step->on; /* T-AC-07 */
    return 0;
}

static bool is_for_contact(uint32_t step) {
    return step != PRAP_CODE_STEP_ISSUED && step != PRAP_CODE_STEP_CHANGE_DECIDED;
}

/* PRAP_OK, or why a step is none: before any is judged. */
static prap_status check_step(const struct life *life, size_t at) {
    const prap_code_step *step = &life->desk->question.steps[at];
    if (prap_word_by_number(PRAP_WORDS_CODE_STEP, step->step) == NULL) return PRAP_E_WORD;
    if (step->on < PRAP_DAY_MIN || step->on > PRAP_DAY_MAX) return PRAP_E_DAY;
    if (at > 0 && step->on < step[-1].on) return PRAP_E_ORDER;
    const uint32_t least = is_for_contact(step->step) ? 1 : 0, most = is_for_contact(step->step) ? life->n_spocs : 0;
    if (step->spoc < least || step->spoc > most) return PRAP_E_RANGE;
    return PRAP_OK;
}

static void take_steps(struct life *life) {
    prapi_desk *desk = life->desk;
    for (size_t i = 0; i < desk->question.n_steps && desk->status == PRAP_OK; i++) {
        desk->status = check_step(life, i);
        if (desk->status == PRAP_OK) continue;
        prapi_fail(desk->reterr, desk->status, "step", prap_status_meaning(desk->status));
        prapi_fail_in_list(desk->reterr, desk->status, "steps", i);
    }
    for (size_t i = 0; i < desk->question.n_steps && desk->status == PRAP_OK; i++) {
        const prap_code_step *step = &desk->question.steps[i];
        if (step->on > desk->question.on) return; /* not seen yet as of the day */
        const uint32_t finding = take_step(life, step);
        if (finding != 0) tell_step(life, finding, i);
        else if (step->step == PRAP_CODE_STEP_USERS_CHANGED) tell_step(life, F(USERS_AUTHORISED), i);
        else if (step->step == PRAP_CODE_STEP_CHANGE_DECIDED) tell_step(life, F(CHANGED_EARLY), i);
    }
}

/* What a contact has to do next: the reminder of each stage, by the first day of the code. */
static void tell_due(struct life *life, uint32_t spoc) {
    static const uint32_t due[] = {[STATE(ISSUED)] = F(ACKNOWLEDGE_IT), [STATE(ACKNOWLEDGED)] = F(PASSWORD_AWAITED),
                                   [STATE(UNLOCKED)] = F(PASS_IT_ON), [STATE(DISTRIBUTED)] = F(CONFIRM_USERS)};
    const uint8_t stage = life->stage[spoc];
    prap_desk_finding told = prapi_desk_finding_of(due[stage], 0);
    told.recipient = PRAP_RECIPIENT_SPOC;
    told.spoc = spoc;
    told.day = life->from;
    if (life->confirmed[spoc]) return;
    prapi_desk_tell(life->desk, told);
    life->desk->answer.due = life->from;
    if (stage == STATE(DISTRIBUTED) || !is_in_force(life, life->desk->question.on)) return;
    told = prapi_desk_finding_of(F(NOT_READY), 0); /* T-AC-06 */
    told.recipient = PRAP_RECIPIENT_SPOC;
    told.spoc = spoc;
    told.day = life->from;
    prapi_desk_tell(life->desk, told);
}

/* The state as of the day, of the contact furthest behind. */
static uint32_t state_of(const struct life *life, prap_day on) {
    uint8_t least = STATE(DISTRIBUTED);
    for (uint32_t i = 1; i <= life->n_spocs; i++) {
        if (life->stage[i] < least) least = life->stage[i];
    }
    if (is_superseded(life, on)) return STATE(SUPERSEDED);
    if (!is_in_force(life, on)) return least;
    return least == STATE(DISTRIBUTED) ? STATE(IN_FORCE) : STATE(IN_FORCE_NOT_READY);
}

static bool is_holiday(const prapi_desk *desk, prap_day day) {
    return prap_calendar_holiday_on(desk->calendar, day) != NULL; /* no day is none */
}

static void conclude(struct life *life) {
    prapi_desk *desk = life->desk;
    prap_desk_answer *answer = &desk->answer;
    answer->code_state = state_of(life, desk->question.on);
    answer->code_issued = life->issued;
    answer->code_from = life->from;
    answer->code_until = life->until;
    answer->spocs = life->n_spocs;
    for (uint32_t i = 1; i <= life->n_spocs; i++) /* MUT-EQUIV: no contact has the number 0 */
        answer->spocs_ready += life->stage[i] == STATE(DISTRIBUTED);
    if (life->issued != PRAP_DAY_NONE && life->from == PRAP_DAY_NONE) prapi_desk_say(desk, F(FIRST_DAY_UNKNOWN));
    for (uint32_t i = 1; i <= life->n_spocs; i++) {
        if (life->stage[i] != BEFORE_ISSUE && answer->code_state != STATE(SUPERSEDED)) tell_due(life, i);
    }
    if ((is_holiday(desk, life->issued) || is_holiday(desk, life->from)) && !prapi_desk_said_yes(desk, FACT(OFF_CYCLE))) prapi_desk_say_day(desk, F(CODE_HOLIDAY), life->from);
    prapi_desk_conclude(desk, answer->verdict == PRAP_VERDICT_REFUSED ? O(OUT_OF_ORDER) : O(IN_ORDER));
}

void prapi_desk_ask_CODE(prapi_desk *desk) {
    const int64_t n = prapi_desk_said_number(desk, FACT(SPOCS), 1);
    struct life life = {.desk = desk, .issued = PRAP_DAY_NONE, .from = PRAP_DAY_NONE, .until = PRAP_DAY_NONE};
    if (n < 1 || n > PRAP_DESK_SPOCS_MAX) {
        prapi_desk_fail(desk, PRAP_E_RANGE, "spocs");
        return;
    }
    life.n_spocs = (uint32_t)n;
    take_steps(&life);
    conclude(&life); /* of a question that failed nothing is told */
}
