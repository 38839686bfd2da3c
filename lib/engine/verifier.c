/* verifier.c: making a verifier, with limits that hold together. */
#include "engine/verifier.h"

#include <string.h>

#include "prap/vocabulary.h"

#include "base/adopt.h"
#include "base/error.h"
#include "vocabulary/vocabulary.h"

enum { LIMITS_LEAST = sizeof(prap_challenge_limits) };

prap_status prap_challenge_limits_default(prap_challenge_limits *ret_limits) {
    if (ret_limits == NULL) return PRAP_E_NULL;
    if (ret_limits->size < LIMITS_LEAST) return PRAP_E_SIZE;
    const uint32_t size = ret_limits->size;
    memset(ret_limits, 0, size);
    *ret_limits =
        (prap_challenge_limits){.size = size, .answer_minutes = 10, .failures_max = 10, .exposed_warn = 6};
    return PRAP_OK;
}

static prap_status take_limits(const prap_challenge_limits *limits, prap_challenge_limits *ours,
                               prap_error *reterr) {
    if (limits == NULL) return prap_challenge_limits_default(ours);
    if (prapi_adopt(ours, sizeof *ours, limits, limits->size, LIMITS_LEAST) != PRAP_OK) {
        return prapi_fail(reterr, PRAP_E_SIZE, "limits", "the limits' size is one this library cannot adopt");
    }
    if (ours->answer_minutes < 1 || ours->answer_minutes > 1440) {
        return prapi_fail(reterr, PRAP_E_RANGE, "answer_minutes", "an answer has 1 to 1440 minutes");
    }
    if (ours->lock_minutes > 525600) {
        return prapi_fail(reterr, PRAP_E_RANGE, "lock_minutes", "a lock lasts 0 to 525600 minutes");
    }
    if (ours->exposed_warn > PRAP_CODE_LENGTH_MAX || ours->exposed_max > PRAP_CODE_LENGTH_MAX) {
        return prapi_fail(reterr, PRAP_E_RANGE, "exposed_max", "a code has at most 32 positions");
    }
    if (ours->redraw > 1) return prapi_fail(reterr, PRAP_E_RANGE, "redraw", "redraw is 0 or 1");
    return PRAP_OK;
}

static prap_status take_random(const prap_random *random, prap_random *ours, prap_error *reterr) {
    if (random == NULL)
        return prapi_fail(reterr, PRAP_E_NULL, "random", "a source of random bytes is required");
    if (prapi_adopt(ours, sizeof *ours, random, random->size, sizeof *ours) != PRAP_OK) {
        return prapi_fail(reterr, PRAP_E_SIZE, "random",
                          "the source's size is one this library cannot adopt");
    }
    if (ours->fill == NULL)
        return prapi_fail(reterr, PRAP_E_NULL, "random", "the source of random bytes lacks fill");
    return PRAP_OK;
}

prap_status prap_verifier_create(const prap_host *host, const prap_random *random,
                                 const prap_setting *settings, size_t n, const prap_challenge_limits *limits,
                                 prap_verifier **ret_verifier, prap_error *reterr) {
    int32_t values[PRAPI_POLICY_END];
    prapi_host ours;
    prap_random source;
    prap_challenge_limits taken = {.size = sizeof taken};
    if (ret_verifier == NULL)
        return prapi_fail(reterr, PRAP_E_NULL, "verifier", "there is nowhere to put the verifier");
    if (settings == NULL && n != 0)
        return prapi_fail(reterr, PRAP_E_NULL, "settings", "the settings are missing");
    prap_status status = prapi_host_adopt(host, &ours, reterr);
    if (status == PRAP_OK) status = take_random(random, &source, reterr);
    if (status == PRAP_OK) status = prapi_settings_take(values, settings, n, reterr);
    if (status == PRAP_OK) status = take_limits(limits, &taken, reterr);
    if (status != PRAP_OK) return status;
    prap_verifier *verifier = ours.allocator.allocate(ours.allocator.user, sizeof *verifier);
    if (verifier == NULL) return prapi_fail(reterr, PRAP_E_NOMEM, "", "out of memory");
    memset(verifier, 0, sizeof *verifier);
    verifier->host = ours;
    verifier->random = source;
    verifier->limits = taken;
    verifier->length = (uint32_t)values[PRAP_POLICY_CODE_LEN];
    *ret_verifier = verifier;
    return PRAP_OK;
}

void prap_verifier_destroy(prap_verifier *verifier) {
    if (verifier == NULL || verifier->busy) return;
    const prap_allocator allocator = verifier->host.allocator;
    memset(verifier, 0, sizeof *verifier);
    allocator.release(allocator.user, verifier, sizeof *verifier);
}
