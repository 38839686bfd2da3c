/* verifier.h: what a verifier is made of: one block, its room included. No secret is ever in it. */
#ifndef PRAPI_VERIFIER_H
#define PRAPI_VERIFIER_H

#include "prap/challenge.h"

#include "host/calls.h"
#include "provider-direct/stream-record.h"

struct prap_verifier {
    prapi_host host;
    prap_random random;
    prap_challenge_limits limits;
    uint32_t length; /* of a code, by the policy code-len */
    bool busy;       /* a call is under way: a callback that calls back is refused */
    prapi_stream stream;
    prapi_row_copy loaded;
    uint8_t entry_bytes[PRAPI_ENTRY_BYTES];
    uint8_t stream_bytes[PRAPI_STREAM_BYTES];
};

/* What the host's random bytes were used for. */
typedef struct prapi_drawn {
    uint64_t nonce;
    uint32_t positions;   /* a mask of three */
    uint32_t fingerprint; /* of the block: the next one must not have it */
} prapi_drawn;

/*
 * Draws from the host's source, with every set of positions of a code of this length alike. before: the
 * fingerprint of the stream's last block. PRAP_OK or PRAP_E_RANDOM.
 */
prap_status prapi_draw(const prap_random *random, uint32_t length, uint32_t before, prapi_drawn *ret_drawn);

/* One call on a stream. */
typedef struct prapi_verifier_call {
    prap_verifier *verifier;
    const prap_key *key;
    prap_instant at;
    prap_instant now; /* at, or the latest minute that the stream has seen */
    prap_error *reterr;
} prapi_verifier_call;

enum {
    PRAPI_VERIFIER_TRIES = 8
}; /* of a commit that met a conflict, was told to retry, or may have happened */

/* Checks what every call is given. size: of the answer that it writes, at least least; NULL: there is none. */
prap_status prapi_verifier_begin(prap_verifier *verifier, const prap_key *stream, prap_instant at,
                                 const uint32_t *size, uint32_t least, prap_error *reterr,
                                 prapi_verifier_call *ret_call);
prap_status prapi_verifier_begin_challenge(prap_verifier *verifier, const prap_key *stream, prap_instant at,
                                           const prap_challenge *ret, prap_error *reterr,
                                           prapi_verifier_call *ret_call);
prap_status prapi_verifier_check_code(prap_code_id code, prap_error *reterr);

/* Explains a status that is not about an argument. Returns it. */
prap_status prapi_verifier_fail(const prapi_verifier_call *one, prap_status status);

/* The stream as it is stored; of version 0 when there is none, or then PRAP_E_NO_CASE. */
prap_status prapi_verifier_load(prapi_verifier_call *one);
prap_status prapi_verifier_load_existing(prapi_verifier_call *one);

/* Is the stream's code as long as the verifier's? PRAP_OK or PRAP_E_RANGE. */
prap_status prapi_verifier_check_length(const prapi_verifier_call *one);

/* An entry of a kind that goes on from the stream, with a nonce of its own. */
prap_status prapi_verifier_make_entry(const prapi_verifier_call *one, uint32_t kind, prapi_entry *ret_entry,
                                      prapi_drawn *ret_drawn);

/*
 * Stores an entry and the stream after it. id: its idempotency key; empty: one of its own. PRAP_OK;
 * PRAP_CONFLICT: the stream is loaded anew; PRAP_DUPLICATE: an entry with the id was there before; else a
 * failure, explained.
 */
prap_status prapi_verifier_commit(prapi_verifier_call *one, prapi_entry *entry, prap_text id);
prap_status prapi_verifier_commit_kind(prapi_verifier_call *one, uint32_t kind);

/* Describes the stream as it is now, with a result. */
void prapi_verifier_describe(const prapi_verifier_call *one, uint32_t result, prap_challenge *ret_challenge);

#endif
