/* person.c: one person's referrals side by side: the kind of the next one, duplicates, earlier starts. */
#include "prap/vocabulary.h"

#include "person/person.h"
#include "referral/rulebook.h"

static bool is_ended(const prap_person_case *one) {
    return prap_word_by_number(PRAP_WORDS_STATE, one->stage)->detail == 1;
}

static bool has_start(const prap_person_case *one) {
    return one->start_on != PRAP_DAY_NONE;
}

/* By the host's word, or by the stage. */
static bool is_backed_out(const prap_person_case *one) {
    if (one->backed_out == PRAP_VALUE_YES) return true;
    return one->backed_out != PRAP_VALUE_NO && one->stage == PRAP_STATE_BACKED_OUT;
}

bool prapi_is_waiting(const prapi_asking *asking, const prap_person_case *one) {
    (void)asking;
    return !is_ended(one) && !has_start(one) && one->made_on != PRAP_DAY_NONE;
}

bool prapi_is_under_way(const prapi_asking *asking, const prap_person_case *one) {
    (void)asking;
    return !is_ended(one) && has_start(one);
}

bool prapi_start_is_passed_over(const prapi_asking *asking, const prap_person_case *one) {
    return has_start(one) && is_backed_out(one) &&
           prap_rulebook_setting(asking->rulebook, PRAP_POLICY_REREF_BACKED_OUT) == PRAP_CHOICE_IGNORE;
}

bool prapi_start_counts(const prapi_asking *asking, const prap_person_case *one) {
    return has_start(one) && !prapi_start_is_passed_over(asking, one);
}

bool prapi_start_worked(const prapi_asking *asking, const prap_person_case *one) {
    return one->worked == PRAP_VALUE_YES && prapi_start_counts(asking, one);
}

/* The day by which a case is placed: of its start, else of its referral. */
static prap_day case_day(const prap_person_case *one) {
    return has_start(one) ? one->start_on : one->made_on;
}

/* The day of the referral, else that of the start. */
static prap_day made_on(const prap_person_case *one) {
    return one->made_on != PRAP_DAY_NONE ? one->made_on : one->start_on;
}

bool prapi_next_case(const prapi_asking *asking, prapi_sort sort, prapi_place *place) {
    const prapi_place last = *place;
    bool found = false;
    for (uint32_t i = 0; i < asking->question->n; i++) {
        const prap_person_case *one = &asking->question->cases[i];
        if (!sort(asking, one)) continue;
        const prap_day day = case_day(one);
        const bool is_after = day > last.day || (day == last.day && i > last.at); /* any day is after PRAP_DAY_NONE */
        if (!is_after || (found && day >= place->day)) continue;
        *place = (prapi_place){day, i};
        found = true;
    }
    return found;
}

prap_finding prapi_finding_of(uint32_t finding, uint32_t at, prap_day day) {
    const prap_word *word = prap_word_by_number(PRAP_WORDS_FINDING, finding);
    return (prap_finding){.size = sizeof(prap_finding), .finding = finding, .rule = word->rule,
                          .severity = word->detail, .day = day, .sure = PRAP_DAY_NONE, .at = at,
                          .other = PRAP_PERSON_NO_CASE};
}

void prapi_tell(prapi_asking *asking, const prap_finding *finding) {
    if (asking->ended != PRAP_OK) return;
    asking->person.findings++;
    if (asking->visit != NULL) asking->ended = asking->visit(asking->user, finding);
}

static void tell(prapi_asking *asking, uint32_t finding) {
    const prap_finding one = prapi_finding_of(finding, PRAP_PERSON_NO_CASE, PRAP_DAY_NONE);
    prapi_tell(asking, &one);
}

static void tell_each(prapi_asking *asking, uint32_t finding, prapi_sort sort, uint32_t policy) {
    prapi_place place = PRAPI_BEFORE_ALL;
    while (prapi_next_case(asking, sort, &place)) {
        prap_finding one = prapi_finding_of(finding, place.at, place.day);
        one.policy = policy;
        prapi_tell(asking, &one);
    }
}

/* Each case of a sort, beside the other; without another, each but the first, beside that. */
static void tell_beside(prapi_asking *asking, uint32_t finding, prapi_sort sort, uint32_t other) {
    prapi_place place = PRAPI_BEFORE_ALL;
    while (prapi_next_case(asking, sort, &place)) {
        prap_finding one = prapi_finding_of(finding, place.at, place.day);
        one.other = other;
        if (other != PRAP_PERSON_NO_CASE) prapi_tell(asking, &one);
        else other = place.at;
    }
}

/* Does another case of the person start after this one's referral? */
static bool is_followed_by_start(const prap_person_question *question, const prap_person_case *one) {
    for (size_t i = 0; i < question->n; i++) {
        if (question->cases[i].start_on > one->made_on) return true; /* PRAP_DAY_NONE is after no day */
    }
    return false;
}

/*
 * The single Re-Referral is used when it starts, or is open, or when a later referral starts in its stead: one that ended
 * in DNA, DNS, AUTO_DNA or rejection alone uses up nothing (AMB-54).
 */
static void count_cases(prapi_asking *asking) {
    const prap_person_question *question = asking->question;
    for (size_t i = 0; i < question->n; i++) {
        const prap_person_case *one = &question->cases[i];
        const bool open = prapi_is_waiting(asking, one) || prapi_is_under_way(asking, one);
        const bool used = has_start(one) || open || is_followed_by_start(question, one);
        asking->person.open += open ? 1 : 0;
        asking->person.starts += has_start(one) ? 1 : 0;
        asking->person.re_referrals += one->kind == PRAP_REFERRAL_KIND_RE_REFERRAL && used ? 1 : 0;
    }
    prapi_place place = PRAPI_BEFORE_ALL;
    while (prapi_next_case(asking, prapi_start_counts, &place)) asking->earlier = place.at;
}

/* The case with the latest referral; the first of several on one day. NULL: none. */
static const prap_person_case *latest_referral(const prap_person_question *question) {
    const prap_person_case *latest = NULL;
    for (size_t i = 0; i < question->n; i++) {
        if (latest == NULL || question->cases[i].made_on > latest->made_on) latest = &question->cases[i];
    }
    return latest;
}

/*
 * A Re-Referral only after an earlier start (AMB-54, T-I-54). A Re-Referral that ended without a start is followed by a
 * new referral, which needs no criteria again (T-I-53).
 */
static uint32_t next_kind(const prapi_asking *asking) {
    if (asking->person.starts == 0) return PRAP_REFERRAL_KIND_NEW;
    const prap_person_case *latest = latest_referral(asking->question);
    const bool came_to_nothing = latest->kind == PRAP_REFERRAL_KIND_RE_REFERRAL && is_ended(latest) && !has_start(latest);
    return came_to_nothing ? PRAP_REFERRAL_KIND_NEW : PRAP_REFERRAL_KIND_RE_REFERRAL;
}

static void tell_next(prapi_asking *asking) {
    asking->person.next = next_kind(asking);
    if (asking->person.next == PRAP_REFERRAL_KIND_NEW) {
        asking->person.verdict = PRAP_VERDICT_PERMITTED;
        tell(asking, PRAP_FINDING_NEW_REFERRAL);
        return;
    }
    prapi_ask_criteria(asking);
    tell(asking, PRAP_FINDING_RE_REFERRAL);
    if (asking->earlier != PRAP_PERSON_NO_CASE) {
        const prap_finding earlier =
            prapi_finding_of(PRAP_FINDING_EARLIER_START, asking->earlier, asking->person.earlier_start);
        prapi_tell(asking, &earlier);
    }
    tell_each(asking, PRAP_FINDING_BACKED_OUT, prapi_start_is_passed_over, PRAP_POLICY_REREF_BACKED_OUT);
    tell(asking, PRAP_FINDING_WORK_COACH_ASSESSES);
    tell_each(asking, PRAP_FINDING_WORKED, prapi_start_worked, 0);
    tell(asking, PRAP_FINDING_RESTARTS);
}

/* 3.74: several referrals open at once, or one beside a participation, here or elsewhere. */
static void tell_duplicates(prapi_asking *asking) {
    tell_beside(asking, PRAP_FINDING_DUPLICATE, prapi_is_waiting, PRAP_PERSON_NO_CASE);
    tell_beside(asking, PRAP_FINDING_DUPLICATE, prapi_is_under_way, PRAP_PERSON_NO_CASE);
    prapi_place under_way = PRAPI_BEFORE_ALL;
    if (prapi_next_case(asking, prapi_is_under_way, &under_way)) {
        tell_beside(asking, PRAP_FINDING_ALREADY_STARTED, prapi_is_waiting, under_way.at);
    }
    if (asking->question->elsewhere == PRAP_VALUE_YES) tell(asking, PRAP_FINDING_STARTED_ELSEWHERE);
}

/* Memo 08 speaks of the programme: it has the errors that the memo closes. */
static bool is_of_memo_08(const prapi_asking *asking) {
    return asking->rulebook->programme->n_scenarios != 0;
}

/* Of the open referrals the one that was made first, the first listed of several on one day; or PRAP_PERSON_NO_CASE. */
static uint32_t earliest_open(const prapi_asking *asking) {
    uint32_t earliest = PRAP_PERSON_NO_CASE;
    for (uint32_t i = 0; i < asking->question->n; i++) {
        const prap_person_case *one = &asking->question->cases[i];
        if (!prapi_is_waiting(asking, one) && !prapi_is_under_way(asking, one)) continue;
        const bool is_first = earliest == PRAP_PERSON_NO_CASE || made_on(one) < made_on(&asking->question->cases[earliest]);
        if (is_first) earliest = i;
    }
    return earliest;
}

/*
 * Which is the duplicate: the later and unstarted one is proposed; one that has started never is, though a person may
 * name it; under the policy "ask" none is (AMB-92).
 */
static void tell_proposals(prapi_asking *asking, bool proposed) {
    const bool asks = prap_rulebook_setting(asking->rulebook, PRAP_POLICY_DUP_PICK) == PRAP_CHOICE_ASK;
    const uint32_t kept = earliest_open(asking);
    for (uint32_t i = 0; i < asking->question->n; i++) {
        const prap_person_case *one = &asking->question->cases[i];
        const bool waits = prapi_is_waiting(asking, one);
        const bool open = waits || prapi_is_under_way(asking, one), can_be_proposed = waits && !asks;
        if (i == kept || !open || can_be_proposed != proposed) continue;
        prap_finding finding = prapi_finding_of(
            proposed ? PRAP_FINDING_DUPLICATE_PROPOSED : PRAP_FINDING_DUPLICATE_TO_BE_NAMED, i, made_on(one));
        finding.policy = PRAP_POLICY_DUP_PICK;
        finding.other = kept;
        prapi_tell(asking, &finding);
    }
}

/* Of a programme whose documents know no Re-Referral the next one is new, and needs no criteria. */
static void tell_memo_08(prapi_asking *asking) {
    asking->person.next = PRAP_REFERRAL_KIND_NEW;
    asking->person.verdict = PRAP_VERDICT_PERMITTED;
    tell_proposals(asking, true);
    tell_proposals(asking, false);
}

static bool is_day(prap_day day, prap_day last) {
    return day == PRAP_DAY_NONE || (day >= PRAP_DAY_MIN && day <= last);
}

static prap_status check_case(const prap_person_case *one) {
    enum { LONGEST = 1000 }; /* more than the period, so that its end is a day too */
    if (one->size < sizeof *one) return PRAP_E_SIZE;
    if (!is_day(one->made_on, PRAP_DAY_MAX) || !is_day(one->ended_on, PRAP_DAY_MAX)) return PRAP_E_DAY;
    if (!is_day(one->start_on, PRAP_DAY_MAX - LONGEST)) return PRAP_E_DAY;
    if (prap_word_by_number(PRAP_WORDS_STATE, one->stage) == NULL) return PRAP_E_WORD;
    if (one->kind > PRAP_REFERRAL_KIND_RE_REFERRAL) return PRAP_E_WORD;
    const uint32_t values[] = {one->backed_out, one->outcome_paid, one->outcome_due, one->night_shifts, one->worked};
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        if (values[i] > PRAP_VALUE_YES) return PRAP_E_WORD;
    }
    return PRAP_OK;
}

static prap_status check_question(const prap_person_question *question) {
    if (question->cases == NULL && question->n != 0) return PRAP_E_NULL;
    if (question->n > PRAP_PERSON_CASES_MAX) return PRAP_E_LIMIT;
    if (question->on == PRAP_DAY_NONE || !is_day(question->on, PRAP_DAY_MAX)) return PRAP_E_DAY;
    if (question->eligible > PRAP_VALUE_YES || question->elsewhere > PRAP_VALUE_YES) return PRAP_E_WORD;
    prap_status status = PRAP_OK;
    for (size_t i = 0; i < question->n && status == PRAP_OK; i++) status = check_case(&question->cases[i]);
    return status;
}

prap_status prap_person_case_of(const prap_summary *summary, prap_person_case *ret_case) {
    if (summary == NULL || ret_case == NULL) return PRAP_E_NULL;
    if (ret_case->size < sizeof *ret_case) return PRAP_E_SIZE;
    *ret_case = (prap_person_case){.size = ret_case->size, .stage = summary->stage, .kind = summary->referral_kind,
                                   .made_on = summary->made_on, .start_on = summary->start_on,
                                   .ended_on = summary->ended_on, .night_shifts = summary->night_shifts,
                                   .worked = summary->work_on != PRAP_DAY_NONE ? PRAP_VALUE_YES : 0};
    return PRAP_OK;
}

prap_status prap_person_of(const prap_person_question *question, const prap_rulebook *rulebook,
                           prap_visit_finding visit, void *user, prap_person *ret_person) {
    if (question == NULL || rulebook == NULL || ret_person == NULL) return PRAP_E_NULL;
    if (question->size < sizeof *question || ret_person->size < sizeof *ret_person) return PRAP_E_SIZE;
    const prap_status status = check_question(question);
    if (status != PRAP_OK) return status;
    prapi_asking asking = {.question = question, .rulebook = rulebook, .visit = visit, .user = user,
                           .earlier = PRAP_PERSON_NO_CASE,
                           .person = {.size = ret_person->size, .earlier_start = PRAP_DAY_NONE,
                                      .earliest = PRAP_DAY_NONE, .sure = PRAP_DAY_NONE}};
    count_cases(&asking);
    if (is_of_memo_08(&asking)) {
        tell_memo_08(&asking);
    } else {
        tell_next(&asking);
        tell_duplicates(&asking);
    }
    if (asking.ended == PRAP_OK) *ret_person = asking.person;
    return asking.ended;
}
