/*
 * verifier-answer.c: the end of a challenge: by an answer, or without one.
 *
 * The failure is stored before the answer is looked at: whoever makes the process stop in between has failed.
 */
#include "engine/verifier.h"

#include "prap/vocabulary.h"

#include "base/secret.h"
#include "provider-direct/access-code.h"

/*
 * Stores that a challenge is over. *ret_positions: what was asked. *ret_result is 0 when it ended by the
 * entry wanted, else PRAP_CHALLENGE_EXPIRED or _NOT_OPEN.
 */
static prap_status end(prapi_verifier_call *one, uint32_t number, uint32_t wanted, uint32_t *ret_positions,
                       uint32_t *ret_result) {
    prap_verifier *const verifier = one->verifier;
    prap_status status = PRAP_CONFLICT;
    for (int i = 0; status == PRAP_CONFLICT && i < PRAPI_VERIFIER_TRIES; i++) {
        status = prapi_verifier_load(one);
        if (status != PRAP_OK) return status;
        const uint32_t entry =
            prapi_stream_before_ending(&verifier->stream, number, one->now, wanted, ret_result);
        if (entry == 0) return PRAP_OK;
        status = prapi_verifier_check_length(one);
        if (status != PRAP_OK) return status;
        *ret_positions = (uint32_t)verifier->stream.positions;
        if (entry == PRAPI_ENTRY_EXPIRED) *ret_result = PRAP_CHALLENGE_EXPIRED;
        status = prapi_verifier_commit_kind(one, entry);
    }
    return status == PRAP_CONFLICT ? prapi_verifier_fail(one, status) : status;
}

/* It was right: the failure that was counted for it is taken back. Until that is stored it has not been
 * passed. */
static prap_status pass(prapi_verifier_call *one, uint32_t number, prap_code_id code, uint32_t *ret_result) {
    prap_status status = PRAP_CONFLICT;
    *ret_result = PRAP_CHALLENGE_PASSED;
    for (int i = 0; status == PRAP_CONFLICT && i < PRAPI_VERIFIER_TRIES; i++) {
        prapi_entry entry;
        prapi_drawn drawn;
        if (!prapi_stream_has_code(&one->verifier->stream, code)) {
            *ret_result = PRAP_CHALLENGE_SUPERSEDED;
            return PRAP_OK;
        }
        status = prapi_verifier_make_entry(one, PRAPI_ENTRY_PASSED, &entry, &drawn);
        if (status != PRAP_OK) return status;
        entry.number = number;
        status = prapi_verifier_commit(one, &entry, (prap_text){NULL, 0});
    }
    return status == PRAP_CONFLICT ? prapi_verifier_fail(one, status) : status;
}

static prap_status judge(prapi_verifier_call *one, uint32_t number, prap_text code_text, prap_text answer,
                         uint32_t *ret_result) {
    prap_verifier *const verifier = one->verifier;
    uint32_t positions = 0; /* MUT-EQUIV: written before it is read */
    const prap_status status = end(one, number, PRAPI_ENTRY_ANSWERED, &positions, ret_result);
    if (status != PRAP_OK || *ret_result != 0) return status;
    const prap_code_id code = {(prap_day)verifier->stream.in_force, (uint32_t)verifier->stream.change};
    *ret_result = PRAP_CHALLENGE_FAILED;
    if (!prapi_code_is_right(code_text, verifier->length, positions, answer)) return PRAP_OK;
    return pass(one, number, code, ret_result);
}

prap_status prap_verifier_answer(prap_verifier *verifier, const prap_key *stream, uint32_t number,
                                 prap_text code_text, prap_text answer, prap_instant at,
                                 prap_challenge *ret_challenge, prap_error *reterr) {
    prapi_verifier_call one;
    uint32_t result = 0; /* MUT-EQUIV: written before it is read */
    prap_status status = prapi_verifier_begin_challenge(verifier, stream, at, ret_challenge, reterr, &one);
    if (status != PRAP_OK) return status;
    verifier->busy = true;
    status = prapi_code_check_form(code_text, verifier->length, answer, reterr);
    if (status == PRAP_OK) status = judge(&one, number, code_text, answer, &result);
    verifier->busy = false;
    prapi_wipe_stack();
    if (status == PRAP_OK) prapi_verifier_describe(&one, result, ret_challenge);
    if (status == PRAP_OK && result != PRAP_CHALLENGE_NOT_OPEN) ret_challenge->number = number;
    return status;
}

prap_status prap_verifier_give_up(prap_verifier *verifier, const prap_key *stream, uint32_t number,
                                  prap_instant at, prap_challenge *ret_challenge, prap_error *reterr) {
    prapi_verifier_call one;
    uint32_t positions = 0; /* MUT-EQUIV: nobody reads it */
    uint32_t result = 0; /* MUT-EQUIV: written before it is read */
    prap_status status = prapi_verifier_begin_challenge(verifier, stream, at, ret_challenge, reterr, &one);
    if (status != PRAP_OK) return status;
    verifier->busy = true;
    status = end(&one, number, PRAPI_ENTRY_GIVEN_UP, &positions, &result);
    verifier->busy = false;
    if (status == PRAP_OK)
        prapi_verifier_describe(&one, result == 0 ? PRAP_CHALLENGE_GIVEN_UP : result, ret_challenge);
    return status;
}
