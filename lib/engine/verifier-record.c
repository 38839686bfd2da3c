/* verifier-record.c: checks that were made elsewhere, and the end of a lock. */
#include "engine/verifier.h"

#include "prap/vocabulary.h"

#include "base/error.h"
#include "base/text.h"
#include "provider-direct/positions.h"

static prap_status record(prapi_verifier_call *one, prap_code_id code, uint32_t positions, uint32_t result,
                          prap_text id, uint32_t *ret_result) {
    prap_verifier *const verifier = one->verifier;
    prap_status status = PRAP_CONFLICT;
    *ret_result = result;
    for (int i = 0; status == PRAP_CONFLICT && i < PRAPI_VERIFIER_TRIES; i++) {
        prapi_entry entry;
        prapi_drawn drawn;
        status = prapi_verifier_load(one);
        if (status == PRAP_OK && prapi_stream_has_code(&verifier->stream, code))
            status = prapi_verifier_check_length(one);
        if (status != PRAP_OK) return status;
        if (prapi_stream_is_past(&verifier->stream, code)) {
            *ret_result = PRAP_CHALLENGE_SUPERSEDED;
            return PRAP_OK;
        }
        status = prapi_verifier_make_entry(one, PRAPI_ENTRY_RECORDED, &entry, &drawn);
        if (status != PRAP_OK) return status;
        entry.in_force = code.in_force;
        entry.change = code.change;
        entry.length = verifier->length;
        entry.positions = positions;
        entry.right = result == PRAP_CHALLENGE_PASSED;
        status = prapi_verifier_commit(one, &entry, id);
        if (status == PRAP_DUPLICATE) return prapi_verifier_load(one);
    }
    return status == PRAP_CONFLICT ? prapi_verifier_fail(one, status) : status;
}

prap_status prap_verifier_record(prap_verifier *verifier, const prap_key *stream, prap_code_id code,
                                 const uint32_t positions[PRAP_CHALLENGE_POSITIONS], uint32_t result,
                                 prap_text id, prap_instant at, prap_challenge *ret_challenge,
                                 prap_error *reterr) {
    prapi_verifier_call one;
    uint32_t became = 0;
    prap_status status = prapi_verifier_begin_challenge(verifier, stream, at, ret_challenge, reterr, &one);
    if (status == PRAP_OK) status = prapi_verifier_check_code(code, reterr);
    if (status != PRAP_OK) return status;
    if (positions == NULL) return prapi_fail(reterr, PRAP_E_NULL, "positions", "the positions are missing");
    const uint32_t mask = prapi_positions_mask(positions, verifier->length);
    if (mask == 0)
        return prapi_fail(reterr, PRAP_E_RANGE, "positions", "three positions of the code, ascending");
    if (result != PRAP_CHALLENGE_PASSED && result != PRAP_CHALLENGE_FAILED) {
        return prapi_fail(reterr, PRAP_E_WORD, "result", "a check was passed or failed");
    }
    if (id.n != 0 && !prapi_text_is_identifier(id)) {
        return prapi_fail(reterr, PRAP_E_TEXT, "id", "an id is at most 64 bytes of printable UTF-8");
    }
    verifier->busy = true;
    status = record(&one, code, mask, result, id, &became);
    verifier->busy = false;
    if (status == PRAP_OK) prapi_verifier_describe(&one, became, ret_challenge);
    return status;
}

prap_status prap_verifier_release(prap_verifier *verifier, const prap_key *stream, prap_instant at,
                                  prap_challenge *ret_challenge, prap_error *reterr) {
    prapi_verifier_call one;
    prap_status status = prapi_verifier_begin_challenge(verifier, stream, at, ret_challenge, reterr, &one);
    if (status != PRAP_OK) return status;
    verifier->busy = true;
    status = PRAP_CONFLICT;
    for (int i = 0; status == PRAP_CONFLICT && i < PRAPI_VERIFIER_TRIES; i++) {
        status = prapi_verifier_load_existing(&one);
        if (status == PRAP_OK) status = prapi_verifier_commit_kind(&one, PRAPI_ENTRY_RELEASED);
    }
    verifier->busy = false;
    if (status == PRAP_OK) prapi_verifier_describe(&one, PRAP_CHALLENGE_RELEASED, ret_challenge);
    return status == PRAP_CONFLICT ? prapi_verifier_fail(&one, status) : status;
}
