/* submit.c: load, decide, commit; and find out what happened when the host cannot say. */
#include <string.h>

#include "prap/vocabulary.h"

#include "base/always.h"
#include "base/error.h"
#include "engine/engine.h"
#include "referral/decide.h"
#include "referral/record.h"

/* Can a case begin with the event, in its programme, or in any where it names none? */
static bool opens_a_case(const prap_engine *engine, const prapi_event *event) {
    for (size_t i = 0; i < engine->n_rulebooks; i++) {
        const prapi_programme *programme = engine->rulebooks[i]->programme;
        if ((event->programme == 0 || event->programme == programme->number) &&
            prapi_programme_opens(programme, event->event)) {
            return true;
        }
    }
    return event->programme != 0 && prapi_engine_rulebook(engine, event->programme) == NULL; /* which is said later */
}

prap_status prapi_engine_check_case(const prap_engine *engine, prapi_command *command,
                                    const prap_rulebook **ret_rulebook, prap_error *reterr) {
    const prapi_case *before = &engine->before;
    prapi_event *event = &command->event;
    event->programme = command->programme;
    if (before->version == 0) {
        if (!opens_a_case(engine, event)) return prapi_engine_fail(PRAP_E_NO_CASE, reterr);
        if (event->programme == 0) {
            return prapi_fail(reterr, PRAP_E_REQUIRED, "programme", "a new case needs a programme");
        }
    } else if (event->programme == 0) {
        event->programme = before->programme;
    } else if (event->programme != before->programme) {
        return prapi_fail(reterr, PRAP_E_WORD, "programme", "the case belongs to another programme");
    }
    *ret_rulebook = prapi_engine_rulebook(engine, event->programme);
    if (*ret_rulebook != NULL) return PRAP_OK;
    return prapi_fail(reterr, PRAP_E_WORD, "programme", "this engine has no rulebook for the programme");
}

/* Loads the case, or a clear one where there is none. */
static prap_status load(prap_engine *engine, const prap_key *key, prap_error *reterr) {
    const prap_status status = prapi_engine_load(engine, key, &engine->before);
    if (status == PRAP_OK) return PRAP_OK;
    if (status != PRAP_NONE) return prapi_engine_fail(status, reterr);
    prapi_case_clear(&engine->before);
    return PRAP_OK;
}

/* The journal's event is the one that the command would make: what was said, not what was concluded. */
static bool is_same_event(const prapi_event *kept, const prapi_event *event) {
    const bool same = kept->event == event->event && kept->on == event->on && kept->recorded == event->recorded;
    if (!same || memcmp(&kept->facts, &event->facts, sizeof kept->facts) != 0) return false;
    for (uint32_t fact = prapi_fact_after(&kept->facts, 0); fact != 0; fact = prapi_fact_after(&kept->facts, fact)) {
        if (kept->said[fact].kind != event->said[fact].kind) return false;
        if (kept->said[fact].value != event->said[fact].value) return false;
    }
    return true;
}

/* Marks a description of a case as the answer to an event that was permitted when it was recorded. */
static void was_permitted(const prapi_event *event, prap_answer *answer) {
    answer->summary.verdict = PRAP_VERDICT_PERMITTED;
    answer->summary.event = event->event;
    answer->summary.on = event->on;
}

/* What a small stack has no room for, in engine->work. */
typedef struct known_room {
    prapi_event kept; /* as the journal has it */
    prapi_event again;
} known_room;
_Static_assert(sizeof(known_room) <= PRAPI_WORK_BYTES, "there is room for it");

/*
 * Looks the command's id up in the journal. PRAP_OK: it is there, and the answer is the one it got; PRAP_NONE: it is
 * not there, or cannot be looked up; else a failure.
 */
static prap_status answer_duplicate(prap_engine *engine, const prapi_command *command, prap_answer *answer,
                                    prap_error *reterr) {
    if (command->id.n == 0 || engine->host.store.read == NULL) return PRAP_NONE;
    const prapi_stop stop = {
        .recorded_by = PRAP_DAY_MAX, .id = command->id, .at_least = engine->before.version};
    bool found;
    prap_status status = prapi_engine_replay(engine, &command->key, &stop, &engine->before, &found, NULL, NULL);
    if (status != PRAP_OK) return prapi_engine_fail(status, reterr);
    if (!found) return PRAP_NONE;
    known_room *room = engine->work;
    const prapi_event *kept = &room->kept;
    room->kept = engine->replayed; /* which judging a void goes through again */
    if (!is_same_event(kept, &command->event)) return prapi_fail(reterr, PRAP_E_ID_REUSED, "id",
                                                                 prap_status_meaning(PRAP_E_ID_REUSED));
    const prap_rulebook *rulebook = prapi_engine_rulebook(engine, kept->programme);
    if (PRAPI_NEVER(rulebook == NULL)) return prapi_engine_fail(PRAP_E_BUG, reterr); /* check_case found it */
    room->again = *kept;
    status = prapi_engine_decide(engine, rulebook, &command->key, &room->again, command->strict, answer);
    if (status == PRAP_OK && answer->summary.verdict != PRAP_VERDICT_PERMITTED) {
        /* The rulebook has changed since. What was recorded stands (5.9): show the case as it was after it. */
        prapi_case_apply(&engine->before, kept);
        status = prapi_describe(rulebook, &engine->before, kept->recorded, answer);
        was_permitted(kept, answer);
    }
    answer->summary.duplicate = 1;
    return status == PRAP_OK ? PRAP_OK : prapi_engine_fail(status, reterr);
}

/*
 * An event recorded before the case's last one. The journal only grows at its end, so it cannot be stored; but a
 * question about that day, or a repeat of a refusal, is answered from what was recorded by then.
 */
static prap_status answer_earlier(prap_engine *engine, const prapi_command *command, const prap_rulebook *rulebook,
                                  bool stores, prap_answer *answer, prap_error *reterr) {
    const char *const late = "the case already has an event that was recorded later";
    const prapi_stop stop = {.recorded_by = command->event.recorded, .at_least = engine->before.version};
    prap_status status = prapi_engine_replay(engine, &command->key, &stop, &engine->before, NULL, NULL, NULL);
    if (status == PRAP_E_NO_READ) return prapi_fail(reterr, PRAP_E_ORDER, "recorded", late);
    if (status != PRAP_OK) return prapi_engine_fail(status, reterr);
    if (engine->before.version == 0) return prapi_fail(reterr, PRAP_E_ORDER, "recorded", late);
    prapi_event *event = engine->work;
    *event = command->event;
    event->programme = engine->before.programme;
    event->sequence = engine->before.version + 1;
    status = prapi_engine_decide(engine, rulebook, &command->key, event, command->strict, answer);
    if (status != PRAP_OK) return prapi_engine_fail(status, reterr);
    if (!stores || answer->summary.verdict != PRAP_VERDICT_PERMITTED) return PRAP_OK;
    prapi_answer_clear(answer);
    return prapi_fail(reterr, PRAP_E_ORDER, "recorded", late);
}

void prapi_engine_change(prap_engine *engine, const prapi_command *command, const prapi_event *event,
                         const prap_answer *answer, uint32_t key_hash, const prapi_change_room *room,
                         prap_change *ret_change) {
    for (uint32_t i = 0; i < answer->n_notices; i++) {
        room->notices[i] = (prap_notice_record){
            .size = sizeof room->notices[i],
            .sequence = event->sequence,
            .ordinal = i,
            .notice = answer->notices[i].notice,
            .recipient = answer->notices[i].recipient,
            .due = answer->notices[i].due,
        };
    }
    size_t event_bytes;
    size_t snapshot_bytes;
    prapi_event_encode(event, key_hash, room->event, &event_bytes, &engine->after.chain);
    prapi_case_encode(&engine->after, key_hash, room->snapshot, &snapshot_bytes);
    *room->record = (prap_event_record){
        .size = sizeof *room->record,
        .sequence = event->sequence,
        .id = command->id,
        .record = {room->event, event_bytes},
    };
    *ret_change = (prap_change){
        .size = sizeof *ret_change,
        .key = command->key,
        .expected_version = engine->before.version,
        .new_version = event->sequence,
        .id = command->id,
        .events = room->record,
        .n_events = 1,
        .snapshot = {room->snapshot, snapshot_bytes},
        .programme = event->programme,
        .stage = event->to,
        .next_due = prapi_deadlines_next_due(answer),
        .hold_until = PRAP_DAY_NONE,
        .notices = room->notices,
        .n_notices = answer->n_notices,
    };
}

void prapi_engine_committed(const prap_engine *engine, const prap_change *change) {
    if (engine->host.observer.committed != NULL) engine->host.observer.committed(engine->host.observer.user, change);
}

/* Writes the event and the case after it, and hands both to the store. */
static prap_status commit(prap_engine *engine, const prapi_command *command, const prapi_event *event,
                          const prap_answer *answer) {
    const prapi_change_room room = {engine->event_bytes, engine->snapshot_bytes, engine->notice_records,
                                    &engine->event_record};
    prap_change change;
    prapi_engine_change(engine, command, event, answer, engine->key_hash, &room, &change);
    prapi_engine_know(engine, change.snapshot, &engine->after);
    const prap_status status = prapi_host_commit(&engine->host, &change);
    if (status == PRAP_OK) prapi_engine_committed(engine, &change);
    return status;
}

prap_status prapi_engine_find_out(prap_engine *engine, const prap_key *key, uint64_t sequence, uint32_t chain,
                                  prap_error *reterr) {
    const prapi_case *now = &engine->found;
    const prap_status status = prapi_engine_load(engine, key, &engine->found);
    if (status == PRAP_NONE) return PRAP_RETRY;
    if (status != PRAP_OK) return prapi_engine_fail(PRAP_UNKNOWN, reterr);
    if (now->version < sequence) return PRAP_RETRY;
    if (now->version == sequence) return now->chain == chain ? PRAP_OK : PRAP_RETRY;
    if (engine->host.store.read == NULL) return prapi_engine_fail(PRAP_UNKNOWN, reterr);
    uint32_t count;
    if (prapi_host_read(&engine->host, key, sequence, engine->events, 1, &count) != PRAP_OK || count != 1) {
        return prapi_engine_fail(PRAP_UNKNOWN, reterr);
    }
    prapi_event *kept = &engine->replayed;
    uint32_t kept_chain;
    const prap_bytes record = {engine->events[0].record, engine->events[0].record_bytes};
    if (prapi_event_decode(record, prapi_key_hash(key), kept, &kept_chain) != PRAP_OK) {
        return prapi_engine_fail(PRAP_UNKNOWN, reterr);
    }
    return kept->sequence == sequence && kept_chain == chain ? PRAP_OK : PRAP_RETRY;
}

/* The store calls the change a duplicate. */
static prap_status answer_known(prap_engine *engine, prapi_command *command, const prap_rulebook *rulebook,
                                prap_answer *answer, prap_error *reterr) {
    prap_status status = answer_duplicate(engine, command, answer, reterr);
    if (status != PRAP_NONE) return status;
    /* No id, or one that the journal does not hold: nothing of ours is stored, and nothing may say that it is. */
    if (command->id.n == 0 || engine->host.store.read != NULL) return prapi_engine_fail(PRAP_E_HOST, reterr);
    /* The store knows the id but cannot show the journal: the case as it stands is the best answer there is. */
    status = load(engine, &command->key, reterr);
    if (status == PRAP_OK) status = prapi_describe(rulebook, &engine->before, command->event.recorded, answer);
    was_permitted(&command->event, answer);
    answer->summary.duplicate = 1;
    return status;
}

/* One try. PRAP_RETRY and PRAP_CONFLICT: try again from the load. */
static prap_status try_once(prap_engine *engine, prapi_command *command, prap_answer *answer, prap_error *reterr) {
    const prap_rulebook *rulebook;
    prapi_event *event = &command->event;
    prap_status status = load(engine, &command->key, reterr);
    if (status == PRAP_OK) status = prapi_engine_check_case(engine, command, &rulebook, reterr);
    if (status != PRAP_OK) return status;
    if (engine->before.version != 0 && event->recorded < engine->before.recorded) {
        status = answer_duplicate(engine, command, answer, reterr);
        if (status != PRAP_NONE) return status;
        return answer_earlier(engine, command, rulebook, true, answer, reterr);
    }
    event->sequence = engine->before.version + 1;
    event->chain = engine->before.chain;
    status = prapi_engine_decide(engine, rulebook, &command->key, event, command->strict, answer);
    if (status != PRAP_OK) return prapi_engine_fail(status, reterr);
    if (answer->summary.verdict != PRAP_VERDICT_PERMITTED) {
        if (engine->before.version == 0) return PRAP_OK;
        /* It may be a repeat of what was permitted before. Looking it up uses the answer only when it is. */
        status = answer_duplicate(engine, command, answer, reterr);
        return status == PRAP_NONE ? PRAP_OK : status;
    }
    status = commit(engine, command, event, answer);
    if (status == PRAP_UNKNOWN) {
        engine->may_be_there = true;
        status = prapi_engine_find_out(engine, &command->key, event->sequence, engine->after.chain, reterr);
    }
    return status == PRAP_DUPLICATE ? answer_known(engine, command, rulebook, answer, reterr) : status;
}

/*
 * What could not be seen after an unknown outcome may show later: a store that could not finish a commit finds it when it
 * is opened again. So no failure after one says that nothing happened.
 */
prap_status prapi_engine_submit(prap_engine *engine, prapi_command *command, prap_answer *answer,
                                prap_error *reterr) {
    prap_status status = PRAP_RETRY;
    engine->may_be_there = false;
    engine->tried = (prap_error){.size = sizeof engine->tried};
    for (int i = 0; i < PRAPI_TRIES && (status == PRAP_RETRY || status == PRAP_CONFLICT); i++) {
        status = try_once(engine, command, answer, &engine->tried);
    }
    const bool failed = status == PRAP_RETRY || status == PRAP_CONFLICT || status == PRAP_FAIL;
    if (failed && engine->may_be_there) status = PRAP_UNKNOWN;
    if (failed) return prapi_engine_fail(status, reterr);
    return status == PRAP_OK ? PRAP_OK : prapi_fail(reterr, status, engine->tried.field, engine->tried.message);
}

static prap_status preview(prap_engine *engine, prapi_command *command, prap_answer *answer, prap_error *reterr) {
    const prap_rulebook *rulebook;
    prapi_event *event = &command->event;
    prap_status status = load(engine, &command->key, reterr);
    if (status == PRAP_OK) status = prapi_engine_check_case(engine, command, &rulebook, reterr);
    if (status != PRAP_OK) return status;
    if (engine->before.version != 0 && event->recorded < engine->before.recorded) {
        return answer_earlier(engine, command, rulebook, false, answer, reterr);
    }
    event->sequence = engine->before.version + 1;
    status = prapi_engine_decide(engine, rulebook, &command->key, event, command->strict, answer);
    return status == PRAP_OK ? PRAP_OK : prapi_engine_fail(status, reterr);
}

/* What a checked command is put to: submit or preview. */
typedef prap_status (*put_to)(prap_engine *engine, prapi_command *command, prap_answer *answer,
                              prap_error *reterr);

/* Checks a caller's command and puts it to one of the two. The answer is empty unless that is PRAP_OK. */
static prap_status put(prap_engine *engine, const prap_command *command, prap_answer *answer, put_to decide,
                       prap_error *reterr) {
    if (engine == NULL || command == NULL || answer == NULL) {
        return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    }
    if (engine->busy) return prapi_engine_fail(PRAP_E_REENTRY, reterr);
    prapi_answer_clear(answer);
    prap_status status = prapi_command_check(command, &engine->command, reterr);
    if (status != PRAP_OK) return status;
    engine->busy = true;
    status = decide(engine, &engine->command, answer, reterr);
    engine->busy = false;
    if (status != PRAP_OK) prapi_answer_clear(answer);
    return status;
}

prap_status prap_engine_submit(prap_engine *engine, const prap_command *command, prap_answer *answer,
                               prap_error *reterr) {
    return put(engine, command, answer, prapi_engine_submit, reterr);
}

prap_status prap_engine_preview(prap_engine *engine, const prap_command *command, prap_answer *answer,
                                prap_error *reterr) {
    return put(engine, command, answer, preview, reterr);
}
