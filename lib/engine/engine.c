/* engine.c: making an engine, and what its parts share. */
#include <string.h>

#include "prap/vocabulary.h"

#include "base/error.h"
#include "engine/engine.h"
#include "referral/record.h"

prap_status prapi_rulebooks_check(const prap_rulebook *const *rulebooks, size_t n, prap_error *reterr) {
    if (n == 0 || n > PRAP_ENGINE_RULEBOOKS) {
        return prapi_fail(reterr, PRAP_E_LIMIT, "rulebooks", "an engine has 1 to 8 rulebooks");
    }
    for (size_t i = 0; i < n; i++) {
        if (rulebooks == NULL || rulebooks[i] == NULL) {
            return prapi_fail(reterr, PRAP_E_NULL, "rulebooks", "a rulebook is missing");
        }
        for (size_t j = 0; j < i; j++) {
            if (rulebooks[j]->programme == rulebooks[i]->programme) {
                return prapi_fail(reterr, PRAP_E_TWICE, "rulebooks", "a programme has two rulebooks");
            }
        }
    }
    return PRAP_OK;
}

/* What is behind the struct can be anything, and begins where anything may. */
enum {
    ALIGNED = _Alignof(max_align_t),
    WORK_AT = (sizeof(prap_engine) + ALIGNED - 1) / ALIGNED * ALIGNED,
    ENGINE_BYTES = WORK_AT + PRAPI_WORK_BYTES
};

prap_status prap_engine_create(const prap_host *host, const prap_rulebook *const *rulebooks, size_t n,
                               prap_engine **ret_engine, prap_error *reterr) {
    if (ret_engine == NULL) return prapi_fail(reterr, PRAP_E_NULL, "engine", "there is nowhere to put the engine");
    prapi_host ours;
    prap_status status = prapi_host_adopt(host, &ours, reterr);
    if (status != PRAP_OK) return status;
    status = prapi_rulebooks_check(rulebooks, n, reterr);
    if (status != PRAP_OK) return status;
    prap_engine *engine = ours.allocator.allocate(ours.allocator.user, ENGINE_BYTES);
    if (engine == NULL) return prapi_fail(reterr, PRAP_E_NOMEM, "", "out of memory");
    memset(engine, 0, ENGINE_BYTES);
    engine->host = ours;
    engine->work = (uint8_t *)engine + WORK_AT;
    memcpy(engine->rulebooks, rulebooks, n * sizeof engine->rulebooks[0]);
    engine->n_rulebooks = n;
    engine->known_n = PRAP_SNAPSHOT_BYTES + 1; /* no record is as long: nothing is known. MUT-EQUIV: nor is one of no bytes whole */
    *ret_engine = engine;
    return PRAP_OK;
}

void prap_engine_destroy(prap_engine *engine) {
    if (engine == NULL || engine->busy) return;
    const prap_allocator allocator = engine->host.allocator;
    memset(engine, 0, ENGINE_BYTES);
    allocator.release(allocator.user, engine, ENGINE_BYTES);
}

const prap_rulebook *prapi_rulebook_of(const prap_rulebook *const *rulebooks, size_t n, uint32_t programme) {
    for (size_t i = 0; i < n; i++) {
        if (rulebooks[i]->programme->number == programme) return rulebooks[i];
    }
    return NULL;
}

const prap_rulebook *prapi_engine_rulebook(const prap_engine *engine, uint32_t programme) {
    return prapi_rulebook_of(engine->rulebooks, engine->n_rulebooks, programme);
}

/* Whose field it is when no field of the command is at fault. */
static const char *field_of(prap_status status) {
    switch (prap_status_class(status)) {
    case PRAP_CLASS_HOST: return "store";
    case PRAP_CLASS_DATA: return status == PRAP_E_COVERAGE ? "on" : "case";
    }
    return status == PRAP_E_NO_CASE ? "case" : "";
}

prap_status prapi_engine_fail(prap_status status, prap_error *reterr) {
    return prapi_fail(reterr, status, field_of(status), prap_status_meaning(status));
}

void prapi_engine_know(prap_engine *engine, prap_bytes snapshot, const prapi_case *state) {
    engine->known_hash = engine->key_hash;
    engine->known_n = snapshot.n; /* MUT-EQUIV: it is decoded again */
    memcpy(engine->known_bytes, snapshot.bytes, snapshot.n);
    prapi_case_copy(&engine->known, state);
}

/* The same bytes under the same key decode to the same case. */
static bool is_known(const prap_engine *engine, prap_bytes record) {
    return engine->known_n == record.n && engine->known_hash == engine->key_hash && /* MUT-EQUIV: it is decoded again */
           memcmp(engine->known_bytes, record.bytes, record.n) == 0;
}

prap_status prapi_engine_load(prap_engine *engine, const prap_key *key, prapi_case *ret_state) {
    prap_status status = prapi_host_load(&engine->host, key, &engine->loaded);
    engine->key_hash = prapi_key_hash(key);
    if (status != PRAP_OK) return status;
    const prap_bytes record = {engine->loaded.record, engine->loaded.record_bytes};
    if (is_known(engine, record)) {
        prapi_case_copy(ret_state, &engine->known);
    } else {
        status = prapi_case_decode(record, engine->key_hash, ret_state);
        if (status == PRAP_OK) prapi_engine_know(engine, record, ret_state);
    }
    if (status == PRAP_OK && ret_state->version != engine->loaded.version) status = PRAP_E_DAMAGED;
    return status;
}
