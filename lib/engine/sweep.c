/* sweep.c: what the passing of time did, recorded: many changes in one commit. */
#include <string.h>

#include "prap/vocabulary.h"

#include "base/always.h"
#include "base/error.h"
#include "engine/engine.h"
#include "referral/decide.h"
#include "referral/record.h"

typedef struct sweeping {
    prap_day as_of;
    prap_sweep_report report;
} sweeping;

/* Is this an unstarted case whose day 60 has come and is not yet recorded? */
static prap_status due_day_60(const prap_engine *engine, const prap_rulebook *rulebook, prap_day as_of,
                              prap_day *ret_day) {
    prapi_clock_days days;
    const prap_status status = prapi_clocks_run(rulebook, &engine->before, &days);
    if (status != PRAP_OK) return status;
    const bool is_due = prapi_stage_as_of(&engine->before, &days, as_of) != engine->before.stage &&
                        engine->before.recorded <= as_of;
    *ret_day = is_due ? days.day_60 : PRAP_DAY_NONE;
    return PRAP_OK;
}

/* The event, once in a case, whoever sweeps. */
static void automatic_dna(const prap_key *key, prap_day day_60, prap_day as_of, prapi_command *ret_command) {
    static const char id[] = PRAPI_OWN_ID "auto-dna";
    memset(ret_command, 0, sizeof *ret_command);
    ret_command->key = *key;
    ret_command->id = (prap_text){id, sizeof id - 1};
    ret_command->event.event = PRAP_EVENT_AUTO_DNA;
    ret_command->event.on = day_60;
    ret_command->event.recorded = as_of;
}

/* By itself, from its load on: what a commit of many left open. */
static void sweep_alone(prap_engine *engine, sweeping *sweep, const prap_key *key, prap_day day_60) {
    automatic_dna(key, day_60, sweep->as_of, &engine->command);
    const prap_status status = prapi_engine_submit(engine, &engine->command, &engine->sweep_answer, NULL);
    const prap_summary *summary = &engine->sweep_answer.summary;
    if (status != PRAP_OK) sweep->report.failed++;
    else if (summary->verdict == PRAP_VERDICT_PERMITTED && summary->duplicate == 0) sweep->report.moved++;
}

/* One change of a commit of many: done; or found out and, where it did not happen, tried alone. */
static void settle(prap_engine *engine, sweeping *sweep, size_t i) {
    const prap_change *change = &engine->batch.changes[i];
    const prapi_waiting *waiting = &engine->batch.waiting[i];
    prap_status status = engine->batch.each[i];
    if (status == PRAP_OK) prapi_engine_committed(engine, change);
    if (status == PRAP_UNKNOWN) {
        status = prapi_engine_find_out(engine, &change->key, change->new_version, waiting->chain, NULL);
    }
    if (status == PRAP_OK) sweep->report.moved++;
    else if (status == PRAP_UNKNOWN) sweep->report.failed++;
    else sweep_alone(engine, sweep, &change->key, waiting->day_60);
}

static void flush(prap_engine *engine, sweeping *sweep) {
    prapi_batch *batch = &engine->batch;
    if (batch->n > 0) prapi_host_commit_all(&engine->host, batch->changes, batch->n, batch->each);
    for (size_t i = 0; i < batch->n; i++) settle(engine, sweep, i);
    batch->n = 0;
}

/* Puts the automatic DNA of engine->before into the batch. It is permitted wherever day 60 has come: what is asked of a
   case there is asked here. */
static void wait(prap_engine *engine, sweeping *sweep, const prap_rulebook *rulebook, prapi_command *command) {
    prapi_batch *batch = &engine->batch;
    prapi_waiting *waiting = &batch->waiting[batch->n];
    prapi_event *event = &command->event;
    event->programme = engine->before.programme;
    event->sequence = engine->before.version + 1;
    event->chain = engine->before.chain;
    const prap_status status = prapi_engine_decide(engine, rulebook, &command->key, event, false,
                                                   &engine->sweep_answer);
    if (PRAPI_NEVER(status != PRAP_OK || engine->sweep_answer.summary.verdict != PRAP_VERDICT_PERMITTED)) {
        sweep->report.failed++;
        return;
    }
    memcpy(waiting->case_id, command->key.case_id.bytes, command->key.case_id.n);
    command->key.case_id.bytes = waiting->case_id;
    const prapi_change_room room = {waiting->event, waiting->snapshot, waiting->notices, &waiting->record};
    prapi_engine_change(engine, command, event, &engine->sweep_answer, prapi_key_hash(&command->key), &room,
                        &batch->changes[batch->n]);
    waiting->chain = engine->after.chain;
    waiting->day_60 = event->on;
    batch->n++;
}

static prap_status sweep_one(prap_engine *engine, const prapi_case_row *row, void *user) {
    sweeping *sweep = user;
    prap_day day_60 = PRAP_DAY_NONE;
    const prap_rulebook *rulebook = NULL;
    sweep->report.seen++;
    prap_status status = prapi_engine_open(engine, row);
    if (status == PRAP_OK) {
        rulebook = prapi_engine_rulebook(engine, engine->before.programme);
        status = rulebook == NULL ? PRAP_E_WORD : due_day_60(engine, rulebook, sweep->as_of, &day_60);
    }
    if (status != PRAP_OK) sweep->report.failed++;
    if (day_60 == PRAP_DAY_NONE) return PRAP_OK;
    automatic_dna(&row->key, day_60, sweep->as_of, &engine->command);
    wait(engine, sweep, rulebook, &engine->command);
    if (engine->batch.n == PRAPI_BATCH) flush(engine, sweep);
    return PRAP_OK;
}

prap_status prap_engine_sweep(prap_engine *engine, prap_text tenant, prap_day as_of, prap_sweep_report *ret_report,
                              prap_error *reterr) {
    if (engine == NULL || ret_report == NULL) {
        return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    }
    if (ret_report->size < sizeof(prap_sweep_report)) {
        return prapi_fail(reterr, PRAP_E_SIZE, "report", "the report's size is one this library cannot fill");
    }
    if (engine->busy) return prapi_engine_fail(PRAP_E_REENTRY, reterr);
    prap_status status = prapi_tenant_check(tenant, reterr);
    if (status == PRAP_OK) status = prapi_day_check(as_of, "as_of", reterr);
    if (status != PRAP_OK) return status;
    if (engine->host.store.scan == NULL) return prapi_engine_fail(PRAP_E_NO_SCAN, reterr);
    sweeping sweep = {.as_of = as_of, .report = {.size = ret_report->size}};
    const prapi_range due = {.tenant = tenant, .due_by = as_of};
    engine->busy = true;
    status = prapi_engine_each(engine, &due, sweep_one, &sweep);
    flush(engine, &sweep); /* also of a walk that the store broke off: what was decided is recorded */
    engine->busy = false;
    *ret_report = sweep.report;
    return status == PRAP_OK ? PRAP_OK : prapi_engine_broke_off(status, reterr);
}
