/* void.c: what a case would be without one of its entries. */
#include <string.h>

#include "prap/vocabulary.h"

#include "base/always.h"
#include "engine/engine.h"
#include "referral/decide.h"
#include "referral/record.h"

/* The trial of a journal without one entry. */
typedef struct trial {
    prap_engine *engine;
    const prap_rulebook *rulebook;
    uint64_t target;
    prap_answer *answer;
} trial;

/* The stage that an event brings, or none where it leaves that as it is. */
static uint32_t brings(const prapi_event *event) {
    return event->stays != 0 ? PRAP_STATE_NONE : event->to;
}

/* Does it leave the case at the same stage with the same feed: outcome earnings close the feed and move no stage. */
static bool brings_the_same(const prapi_event *a, const prapi_event *b) {
    return brings(a) == brings(b) && a->stays == b->stays && (a->stays == PRAPI_STAYS || a->feed == b->feed);
}

/* Would the event be permitted on this case, and bring the same stage and feed? */
static prap_status stands(trial *on, const prapi_case *before, const prapi_event *kept, bool *ret_stands) {
    prapi_event *again = &on->engine->void_again;
    *again = *kept;
    const prap_status status = prapi_decide(on->rulebook, before, again, NULL, false, on->answer, &on->engine->after);
    *ret_stands = on->answer->summary.verdict == PRAP_VERDICT_PERMITTED && brings_the_same(again, kept);
    return status;
}

/*
 * Takes one entry that counts. Without the target it must stand as it stood with it; what would not be permitted
 * today even with the target, because settings have changed since, is taken as it was recorded.
 */
static prap_status take_entry(trial *on, const prapi_event *kept) {
    prapi_void *found = &on->engine->void_found;
    bool without = true;
    bool with = true;
    prap_status status = stands(on, &found->without, kept, &without);
    if (status == PRAP_OK && !without) status = stands(on, &on->engine->void_with, kept, &with);
    if (!without && with) found->frees_none = false;
    prapi_case_apply(&found->without, kept);
    prapi_case_apply(&on->engine->void_with, kept);
    return status;
}

static prap_status take_row(trial *on, const prapi_row_copy *row, uint32_t key_hash) {
    prapi_void *found = &on->engine->void_found;
    const prap_bytes record = {row->record, row->record_bytes};
    prapi_event *kept = &on->engine->replayed;
    uint32_t checksum;
    prap_status status = prapi_event_decode(record, key_hash, kept, &checksum);
    if (status != PRAP_OK) return status;
    if (kept->sequence != found->without.version + 1) return PRAP_E_DAMAGED; /* not what was read the first time */
    const bool voided = prapi_engine_voided_by(on->engine, kept->sequence) != 0;
    const bool counts = kept->event != PRAP_EVENT_ENTRY_VOIDED && !voided;
    if (kept->sequence == on->target) {
        found->possible = counts && kept->sequence > 1;
        if (counts) prapi_case_apply(&on->engine->void_with, kept);
        prapi_case_pass(&found->without, kept);
    } else if (!counts) {
        prapi_case_pass(&found->without, kept);
        prapi_case_pass(&on->engine->void_with, kept);
    } else if (kept->sequence < on->target) {
        prapi_case_apply(&found->without, kept);
        prapi_case_apply(&on->engine->void_with, kept);
    } else {
        status = take_entry(on, kept);
    }
    return status;
}

/* Reads the journal once more, from its beginning to the version that was replayed, without the target. */
static prap_status try_without(trial *on, const prap_key *key, uint64_t version) {
    const uint32_t key_hash = prapi_key_hash(key);
    uint64_t next = 1;
    prapi_case_clear(&on->engine->void_found.without);
    prapi_case_clear(&on->engine->void_with);
    while (next <= version) {
        uint32_t count;
        prap_status status = prapi_host_read(&on->engine->host, key, next, on->engine->events, PRAPI_PAGE_ROWS,
                                             &count);
        if (status == PRAP_OK && count == 0) status = PRAP_E_DAMAGED;
        for (uint32_t i = 0; status == PRAP_OK && i < count && next <= version; i++, next++) {
            status = take_row(on, &on->engine->events[i], key_hash);
        }
        if (status != PRAP_OK) return status;
    }
    return PRAP_OK;
}

/* Fills engine->void_found for an event that voids an entry of the case. */
static prap_status find_void(prap_engine *engine, const prap_rulebook *rulebook, const prap_key *key,
                             const prapi_event *event, prap_answer *answer) {
    const prapi_case *before = &engine->before;
    const prapi_said *voids = &event->said[PRAP_FACT_VOIDS];
    engine->void_found.possible = false;
    engine->void_found.frees_none = true;
    if (voids->kind != PRAP_VALUE_NUMBER || PRAPI_NEVER(before->version == 0)) return PRAP_OK;
    const prapi_stop stop = {
        .recorded_by = before->recorded, .version_by = before->version, .at_least = before->version};
    prap_status status = prapi_engine_replay(engine, key, &stop, &engine->void_with, NULL, NULL, NULL);
    if (status != PRAP_OK) return status;
    trial on = {.engine = engine, .rulebook = rulebook, .target = (uint64_t)voids->value, .answer = answer};
    if (engine->n_voided == PRAPI_VOIDS) return PRAP_E_LIMIT;
    status = try_without(&on, key, before->version);
    if (!engine->void_found.possible) engine->void_found.frees_none = true; /* no later void could help */
    prapi_case *without = &engine->void_found.without;
    without->chain = before->chain;
    memcpy(without->kept, before->kept, before->kept_bytes);
    without->kept_bytes = before->kept_bytes;
    return status;
}

prap_status prapi_engine_decide(prap_engine *engine, const prap_rulebook *rulebook, const prap_key *key,
                                prapi_event *event, bool strict, prap_answer *answer) {
    if (event->event != PRAP_EVENT_ENTRY_VOIDED) {
        return prapi_decide(rulebook, &engine->before, event, NULL, strict, answer, &engine->after);
    }
    const prap_status status = find_void(engine, rulebook, key, event, answer);
    if (status != PRAP_OK) return status;
    return prapi_decide(rulebook, &engine->before, event, &engine->void_found, strict, answer, &engine->after);
}
