/* retention.c: what the cases of a store have made, how long it is kept, and what may go (include/prap/retention.h). */
#include <string.h>

#include "prap/retention.h"
#include "prap/vocabulary.h"

#include "base/adopt.h"
#include "base/error.h"
#include "dates/ways.h"
#include "engine/engine.h"
#include "programmes/programme.h"

/* What the journal of a case says that matters for its records. */
typedef struct gathered {
    prap_kept kept[PRAPI_RECORD_END]; /* by PRAP_RECORD_* */
    prap_day as_of;
    prap_day sent_on;
    uint32_t n_over;                  /* sendings whose three months are over */
    prap_day last_action_on;
    prap_day decided_on;
    prap_day notified_on;
    prap_day actioned_on;
    prap_fact evidence_filed;         /* of the email that was dealt with last; fact 0: nothing is said */
    bool awaited;                     /* a doubt was raised after the last notice, and its decision is not notified */
    bool mandated;
} gathered;

static prap_day later(prap_day a, prap_day b) {
    return a > b ? a : b; /* PRAP_DAY_NONE comes before every day */
}

static void gather_begin(gathered *found, prap_day as_of) {
    memset(found, 0, sizeof *found);
    prapi_kept_begin(found->kept);
    found->as_of = as_of;
    found->sent_on = found->last_action_on = found->decided_on = PRAP_DAY_NONE;
    found->notified_on = found->actioned_on = PRAP_DAY_NONE;
}

/* Each sending is kept for its own three months (D-12). A day that cannot be counted on is not over. */
static bool is_over(prap_day sent_on, prap_day as_of) {
    static const int32_t settings[PRAPI_POLICY_END];
    const prap_day last = prapi_date_due(NULL, settings, PRAP_COMPUTATION_EMAIL_RECORD, sent_on, 0);
    return last != PRAP_DAY_NONE && last < as_of;
}

static prap_fact said_of(const prap_event_view *event, uint32_t fact) {
    for (size_t i = 0; i < event->n_facts; i++) {
        if (event->facts[i].fact == fact) return event->facts[i];
    }
    return (prap_fact){0, 0, 0};
}

static void gather_days(gathered *found, const prap_event_view *event) {
    switch (event->event) {
    case PRAP_EVENT_EMPLOYMENT_FORM_SENT:
    case PRAP_EVENT_MESSAGE_SENT:
        found->sent_on = later(found->sent_on, event->on);
        found->n_over += is_over(event->on, found->as_of) ? 1 : 0;
        break;
    case PRAP_EVENT_DATA_MISDIRECTED:
    case PRAP_EVENT_DELETION_CONFIRMED:
        found->last_action_on = later(found->last_action_on, event->on);
        break;
    case PRAP_EVENT_DOUBT_DECIDED:
        found->decided_on = later(found->decided_on, event->on);
        break;
    case PRAP_EVENT_DECISION_NOTIFIED:
        found->notified_on = later(found->notified_on, event->on);
        break;
    case PRAP_EVENT_RECEIVED_IN_ERROR:
        found->actioned_on = PRAP_DAY_NONE; /* another email, which waits */
        break;
    case PRAP_EVENT_MESSAGE_ACTIONED:
        found->actioned_on = event->on;
        found->evidence_filed = said_of(event, PRAP_FACT_EVIDENCE_FILED);
        break;
    }
}

static prap_status gather(void *user, const prap_event_view *event) {
    gathered *found = user;
    if (event->voided_by != 0) return PRAP_OK;
    prapi_kept_add(found->kept, event);
    gather_days(found, event);
    found->awaited = (found->awaited || event->event == PRAP_EVENT_DOUBT_RAISED) &&
                     event->event != PRAP_EVENT_DECISION_NOTIFIED;
    found->mandated = found->mandated || event->event == PRAP_EVENT_APPOINTMENT_MANDATED;
    return PRAP_OK;
}

static prap_fact day_fact(uint32_t fact, prap_day day) {
    const uint32_t kind = day == PRAP_DAY_NONE ? PRAP_VALUE_UNKNOWN : PRAP_VALUE_DAY;
    return (prap_fact){fact, kind, day == PRAP_DAY_NONE ? 0 : day};
}

static prap_fact yes_fact(uint32_t fact, bool yes) {
    return (prap_fact){fact, yes ? PRAP_VALUE_YES : PRAP_VALUE_NO, 0};
}

/* What a case remembers of a fact that is yes or no, under another name. */
static prap_fact same_fact(uint32_t ours, const prapi_case *state, uint32_t fact) {
    return (prap_fact){ours, state->said[fact].kind == 0 ? (uint32_t)PRAP_VALUE_UNKNOWN : state->said[fact].kind, 0};
}

/* Facts of a case, from several sources: what an earlier one says of a fact wins over a later one. */
typedef struct known {
    prap_fact facts[2 * PRAP_FACTS_MAX + PRAPI_RETENTION_FACT_END];
    size_t n;
} known;

/* Within one source a fact that is said twice stays so, for the question to refuse. */
static void know(known *facts, const prap_fact *more, size_t n) {
    const size_t earlier = facts->n;
    for (size_t i = 0; i < n; i++) {
        bool said = false;
        for (size_t k = 0; k < earlier; k++) said = said || facts->facts[k].fact == more[i].fact;
        if (!said) facts->facts[facts->n++] = more[i];
    }
}

/*
 * What the journal of a referral says. While a decision is awaited the notice that is still to come is what counts, and
 * an earlier notice only says until when at the least.
 */
static void know_referral(known *facts, const gathered *found, const prapi_case *state) {
    const bool started = state->start_on != PRAP_DAY_NONE || prapi_stage_is_started(state->stage);
    const prap_fact ours[] = {
        day_fact(PRAP_RETENTION_FACT_DECIDED_ON,
                 found->awaited ? later(found->decided_on, found->notified_on) : found->decided_on),
        day_fact(PRAP_RETENTION_FACT_NOTIFIED_ON, found->awaited ? PRAP_DAY_NONE : found->notified_on),
        yes_fact(PRAP_RETENTION_FACT_STARTED, started),
        yes_fact(PRAP_RETENTION_FACT_MANDATED, found->mandated),
    };
    know(facts, ours, sizeof ours / sizeof ours[0]);
}

/* What the journal of a request for erasure says: open until the participant is answered (F-E-06). */
static void know_erasure(known *facts, const prapi_case *state) {
    const bool answered = state->stage == PRAP_STATE_RESPONDED || state->stage == PRAP_STATE_CLOSED;
    const bool accepted = state->regions[PRAP_REGION_DECISION] == PRAP_DECISION_ACCEPT;
    const prap_fact ours[] = {
        yes_fact(PRAP_RETENTION_FACT_ERASURE_OPEN, !answered),
        yes_fact(PRAP_RETENTION_FACT_ERASURE_ACCEPTED, answered && accepted),
        same_fact(PRAP_RETENTION_FACT_STARTED, state, PRAP_FACT_STARTED),
        same_fact(PRAP_RETENTION_FACT_MANDATED, state, PRAP_FACT_MANDATED_TO_INTERVIEW),
    };
    know(facts, ours, sizeof ours / sizeof ours[0]);
}

static void know_journal(known *facts, const gathered *found, const prapi_case *state) {
    const uint32_t filed = found->evidence_filed.kind; /* not said, it is taken as done, as facts.def has it */
    const prap_fact ours[] = {
        day_fact(PRAP_RETENTION_FACT_SENT_ON, found->sent_on),
        day_fact(PRAP_RETENTION_FACT_LAST_ACTION_ON, found->last_action_on),
        day_fact(PRAP_RETENTION_FACT_ACTIONED_ON, found->actioned_on),
        {PRAP_RETENTION_FACT_EVIDENCE_FILED, filed == 0 ? (uint32_t)PRAP_VALUE_YES : filed, 0},
    };
    know(facts, ours, sizeof ours / sizeof ours[0]);
    if (prapi_programme_find(state->programme)->clocks.has_month) know_erasure(facts, state);
    else know_referral(facts, found, state);
}

static prap_status know_host(known *facts, prap_text case_id, const prap_retention_terms *terms, prap_error *reterr) {
    const prap_fact *about = NULL;
    size_t n = 0;
    if (terms->about != NULL) {
        const prap_status status = terms->about(terms->user, case_id, &about, &n);
        if (status != PRAP_OK) return prapi_fail(reterr, status, "about", prap_status_meaning(status));
        if (n > PRAP_FACTS_MAX) return prapi_fail(reterr, PRAP_E_LIMIT, "about", prap_status_meaning(PRAP_E_LIMIT));
    }
    know(facts, about, n);
    know(facts, terms->facts, terms->n_facts);
    return PRAP_OK;
}

/* The findings of one record, until it is visited. */
typedef struct told {
    prap_retention_finding findings[PRAPI_RETENTION_FINDING_END + 2]; /* two of them can be told of two facts */
    size_t n;
} told;

static prap_status hear(void *user, const prap_retention_finding *finding) {
    told *heard = user;
    heard->findings[heard->n++] = *finding;
    return PRAP_OK;
}

static prap_status ask(const prap_rulebook *rulebook, const prap_retention_question *question, told *heard,
                       prap_retention_answer *ret_answer, prap_error *reterr) {
    const prap_setting settings[] = {
        {PRAP_POLICY_ANCHOR_13M, prap_rulebook_setting(rulebook, PRAP_POLICY_ANCHOR_13M)},
        {PRAP_POLICY_ESF_YEARS, prap_rulebook_setting(rulebook, PRAP_POLICY_ESF_YEARS)},
    };
    heard->n = 0;
    *ret_answer = (prap_retention_answer){.size = sizeof *ret_answer};
    return prap_retention_ask(settings, sizeof settings / sizeof settings[0], question, hear, heard, ret_answer, reterr);
}

/* What is gathered of one case, in engine->work. */
typedef struct keeping_room {
    gathered found;
    known facts;
    told heard;
} keeping_room;
_Static_assert(sizeof(keeping_room) <= PRAPI_WORK_BYTES, "there is room for it");

typedef struct keeping {
    prap_engine *engine;
    const prap_retention_terms *terms;
    prap_visit_retained visit;
    void *user;
    prap_error *reterr;
    prap_status ended; /* what the visitor returned, or a question that the facts do not allow: reterr has been told */
} keeping;

/* Visits the records of a case that was gathered into engine->after. */
static prap_status visit_records(const keeping *on, prap_text case_id, keeping_room *room) {
    const prapi_case *state = &on->engine->after;
    const prap_rulebook *rulebook = prapi_engine_rulebook(on->engine, state->programme);
    const prapi_programme *programme = prapi_programme_find(state->programme);
    known *facts = &room->facts;
    gathered *found = &room->found;
    facts->n = 0;
    prap_status status = know_host(facts, case_id, on->terms, on->reterr);
    know_journal(facts, found, state);
    prap_retention_question question = {.size = sizeof question, .as_of = on->terms->as_of,
                                        .programme = state->programme, .facts = facts->facts, .n_facts = facts->n};
    for (uint32_t record = 1; status == PRAP_OK && record < PRAPI_RECORD_END; record++) {
        prap_kept *kept = &found->kept[record];
        prap_retention_answer answer;
        if (kept->n_events == 0 || !prapi_programme_cites(programme, PRAP_WORDS_RECORD, record,
                                                          state->regions[PRAP_REGION_SCENARIO], &kept->rule)) {
            continue;
        }
        question.record = record;
        status = ask(rulebook, &question, &room->heard, &answer, on->reterr);
        if (status != PRAP_OK) return status;
        answer.rule = kept->rule;
        const prap_retained retained = {.size = sizeof retained, .case_id = case_id, .kept = kept,
                                        .n_over = record == PRAP_RECORD_UNENCRYPTED_EMAIL ? found->n_over : 0,
                                        .answer = &answer, .findings = room->heard.findings,
                                        .n_findings = room->heard.n};
        status = on->visit(on->user, &retained, PRAP_OK);
    }
    return status;
}

/* Replays what was recorded by the day into engine->after, and visits what that has made. version: the store's. */
static prap_status keep_case(keeping *on, const prap_key *key, uint64_t version) {
    const prapi_stop stop = {.recorded_by = on->terms->as_of, .at_least = version};
    keeping_room *room = on->engine->work;
    gather_begin(&room->found, on->terms->as_of);
    const prap_status status = prapi_engine_replay(on->engine, key, &stop, &on->engine->after, NULL, gather, &room->found);
    if (status != PRAP_OK) return status;
    if (on->engine->after.version == 0) return PRAP_E_NO_CASE;
    if (prapi_engine_rulebook(on->engine, on->engine->after.programme) == NULL) return PRAP_E_WORD;
    on->ended = visit_records(on, key->case_id, room);
    return PRAP_OK;
}

/* Terms from outside, checked by asking something of them: what one record refuses, every one does. */
static prap_status take_terms(prap_retention_terms *ours, const prap_retention_terms *theirs, prap_error *reterr) {
    const prap_status status = prapi_adopt(ours, sizeof *ours, theirs, theirs->size, sizeof *ours);
    if (status != PRAP_OK) return prapi_fail(reterr, status, "terms", prap_status_meaning(status));
    const prap_retention_question question = {.size = sizeof question, .record = PRAP_RECORD_REFERRAL,
                                              .as_of = ours->as_of, .facts = ours->facts, .n_facts = ours->n_facts};
    prap_retention_answer answer = {.size = sizeof answer};
    return prap_retention_ask(NULL, 0, &question, NULL, NULL, &answer, reterr);
}

prap_status prap_engine_retention(prap_engine *engine, const prap_key *key, const prap_retention_terms *terms,
                                  prap_visit_retained visit, void *user, prap_error *reterr) {
    if (engine == NULL || key == NULL || terms == NULL || visit == NULL) {
        return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    }
    if (engine->busy) return prapi_engine_fail(PRAP_E_REENTRY, reterr);
    prap_retention_terms ours;
    prap_status status = prapi_key_check(key, reterr);
    if (status == PRAP_OK) status = take_terms(&ours, terms, reterr);
    if (status != PRAP_OK) return status;
    keeping on = {.engine = engine, .terms = &ours, .visit = visit, .user = user, .reterr = reterr};
    engine->busy = true;
    status = prapi_host_load(&engine->host, key, &engine->loaded);
    if (status == PRAP_NONE) status = PRAP_E_NO_CASE;
    if (status == PRAP_OK) status = keep_case(&on, key, engine->loaded.version);
    engine->busy = false;
    return status == PRAP_OK ? on.ended : prapi_engine_fail_case(status, reterr);
}

/* Goes on past a case that cannot be judged: it is visited with its status. One with nothing recorded yet is passed. */
static prap_status walk_on(keeping *on, const prap_key *key, prap_status status, prap_status *first_bad) {
    const prap_retained nothing = {.size = sizeof nothing, .case_id = key->case_id};
    if (status == PRAP_OK || status == PRAP_E_NO_CASE) return PRAP_OK;
    if (!prapi_is_of_one_case(status)) return status;
    if (*first_bad == PRAP_OK) *first_bad = status;
    on->ended = on->visit(on->user, &nothing, status);
    return PRAP_OK;
}

static prap_status walk(keeping *on, prap_text tenant, prap_status *first_bad) {
    prapi_place at = {0};
    prap_status status = PRAP_OK;
    while (status == PRAP_OK && on->ended == PRAP_OK) {
        status = prapi_engine_next(on->engine, tenant, &at);
        if (status != PRAP_OK) break;
        const prap_key key = {tenant, {at.case_id, at.n}};
        status = walk_on(on, &key, keep_case(on, &key, on->engine->loaded.version), first_bad);
    }
    return status == PRAP_NONE ? PRAP_OK : status;
}

prap_status prap_engine_retention_walk(prap_engine *engine, prap_text tenant, const prap_retention_terms *terms,
                                       prap_visit_retained visit, void *user, prap_error *reterr) {
    if (engine == NULL || terms == NULL || visit == NULL) {
        return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    }
    if (engine->busy) return prapi_engine_fail(PRAP_E_REENTRY, reterr);
    prap_retention_terms ours;
    prap_status status = prapi_tenant_check(tenant, reterr), bad = PRAP_OK;
    if (status == PRAP_OK) status = take_terms(&ours, terms, reterr);
    if (status != PRAP_OK) return status;
    if (engine->host.store.scan == NULL) return prapi_engine_fail(PRAP_E_NO_SCAN, reterr);
    if (engine->host.store.read == NULL) return prapi_engine_fail(PRAP_E_NO_READ, reterr);
    keeping on = {.engine = engine, .terms = &ours, .visit = visit, .user = user, .reterr = reterr};
    engine->busy = true;
    status = walk(&on, tenant, &bad);
    engine->busy = false;
    if (on.ended != PRAP_OK) return on.ended;
    if (status != PRAP_OK) return prapi_engine_broke_off(status, reterr);
    return bad == PRAP_OK ? PRAP_OK : prapi_engine_fail_case(bad, reterr);
}
