/* any-settings.h: any value of each policy: within its numbers, or any word where it has words. */
#ifndef PRAPI_PROOF_ANY_SETTINGS_H
#define PRAPI_PROOF_ANY_SETTINGS_H

#include "any.h"

#include "vocabulary/vocabulary.h"

static void any_settings(int32_t *settings) {
    settings[0] = 0;
    //@ loop unroll PRAPI_POLICY_END;
    for (uint32_t number = 1; number < PRAPI_POLICY_END; number++) {
        const prap_policy *const policy = prap_policy_by_number(number);
        settings[number] = policy->highest != 0 ? any_of(policy->lowest, policy->highest) : any_of(0, INT16_MAX);
    }
}

#endif
