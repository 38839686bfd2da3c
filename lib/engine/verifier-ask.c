/* verifier-ask.c: asking for three positions, and looking at what was asked. */
#include "engine/verifier.h"

#include "prap/vocabulary.h"

/* Draws positions, unless those of a check that was not passed are to be asked again, and stores the
 * challenge. */
static prap_status commit_asked(prapi_verifier_call *one, prap_code_id code) {
    prap_verifier *const verifier = one->verifier;
    prapi_entry entry;
    prapi_drawn drawn;
    const prap_status status = prapi_verifier_make_entry(one, PRAPI_ENTRY_ASKED, &entry, &drawn);
    if (status != PRAP_OK) return status;
    const bool same_code = prapi_stream_has_code(&verifier->stream, code);
    const bool keep = same_code && verifier->stream.positions != 0;
    entry.in_force = code.in_force;
    entry.change = code.change;
    entry.length = verifier->length;
    entry.number = verifier->stream.number + 1;
    entry.positions = keep ? verifier->stream.positions : drawn.positions;
    entry.expires_at = one->now + verifier->limits.answer_minutes;
    entry.fingerprint = drawn.fingerprint;
    return prapi_verifier_commit(one, &entry, (prap_text){NULL, 0});
}

/* Goes on until the stream says what the result is. PRAP_CONFLICT: others were quicker every time. */
static prap_status ask(prapi_verifier_call *one, prap_code_id code, uint32_t *ret_result,
                       bool *ret_repeated) {
    prap_verifier *const verifier = one->verifier;
    prap_status status = prapi_verifier_load(one);
    *ret_repeated = true;
    for (int i = 0; status == PRAP_OK && i < PRAPI_VERIFIER_TRIES; i++) {
        if (prapi_stream_has_code(&verifier->stream, code)) status = prapi_verifier_check_length(one);
        if (status != PRAP_OK) return status;
        const uint32_t entry =
            prapi_stream_before_asking(&verifier->stream, &verifier->limits, code, one->now, ret_result);
        if (entry == 0) return PRAP_OK;
        status =
            entry == PRAPI_ENTRY_ASKED ? commit_asked(one, code) : prapi_verifier_commit_kind(one, entry);
        *ret_repeated = status == PRAP_CONFLICT;
        if (status == PRAP_CONFLICT) status = PRAP_OK;
    }
    return status == PRAP_OK ? prapi_verifier_fail(one, PRAP_CONFLICT) : status;
}

prap_status prap_verifier_ask(prap_verifier *verifier, const prap_key *stream, prap_code_id code,
                              prap_instant at, prap_challenge *ret_challenge, prap_error *reterr) {
    prapi_verifier_call one;
    uint32_t result = 0; /* MUT-EQUIV: written before it is read */
    bool repeated = false;
    prap_status status = prapi_verifier_begin_challenge(verifier, stream, at, ret_challenge, reterr, &one);
    if (status == PRAP_OK) status = prapi_verifier_check_code(code, reterr);
    if (status != PRAP_OK) return status;
    verifier->busy = true;
    status = ask(&one, code, &result, &repeated);
    verifier->busy = false;
    if (status != PRAP_OK) return status;
    prapi_verifier_describe(&one, result, ret_challenge);
    ret_challenge->repeated = repeated && result == PRAP_CHALLENGE_ASKED;
    return PRAP_OK;
}

static prap_status look(prapi_verifier_call *one) {
    one->verifier->busy = true;
    const prap_status status = prapi_verifier_load_existing(one);
    one->verifier->busy = false;
    return status;
}

prap_status prap_verifier_look(prap_verifier *verifier, const prap_key *stream, prap_instant at,
                               prap_challenge *ret_challenge, prap_error *reterr) {
    prapi_verifier_call one;
    prap_status status = prapi_verifier_begin_challenge(verifier, stream, at, ret_challenge, reterr, &one);
    if (status == PRAP_OK) status = look(&one);
    if (status != PRAP_OK) return status;
    const prapi_stream *const now = &verifier->stream;
    const bool waits = now->open != 0 && !prapi_stream_has_expired(now, one.now);
    prapi_verifier_describe(&one, PRAP_CHALLENGE_ASKED, ret_challenge);
    if (waits) {
        ret_challenge->repeated = 1;
        return PRAP_OK;
    }
    uint32_t result = PRAP_CHALLENGE_NOT_OPEN;
    if (ret_challenge->locked != 0)
        result = PRAP_CHALLENGE_LOCKED;
    else if (prapi_stream_is_exposed(now, &verifier->limits))
        result = PRAP_CHALLENGE_EXPOSED;
    prapi_stream closed = *now;
    closed.open = 0;
    prapi_stream_describe(&closed, &verifier->limits, one.now, ret_challenge);
    ret_challenge->result = result; /* which is by no rule */
    return PRAP_OK;
}

prap_status prap_verifier_report(prap_verifier *verifier, const prap_key *stream, prap_instant at,
                                 prap_exposure *ret_exposure, prap_error *reterr) {
    prapi_verifier_call one;
    const uint32_t *const size = ret_exposure == NULL ? NULL : &ret_exposure->size;
    prap_status status = prapi_verifier_begin(verifier, stream, at, size, sizeof *ret_exposure, reterr, &one);
    if (status == PRAP_OK) status = look(&one);
    if (status == PRAP_OK) prapi_stream_report(&verifier->stream, &verifier->limits, one.now, ret_exposure);
    return status;
}
