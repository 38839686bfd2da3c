/* record-tags.c: the days of a case by the tags that hold them, and what binds a record to its case. */
#include "referral/record-tags.h"

#include "base/crc.h"
#include "referral/record.h"

const uint8_t prapi_case_days[] = {
#define X(TAG, MEMBER) [TAG] = offsetof(prapi_case, MEMBER),
#include "referral/case-days.def"
#undef X
};

uint32_t prapi_key_hash(const prap_key *key) {
    const uint8_t separator = 0;
    uint32_t hash = prapi_crc32c(0, key->tenant.bytes, key->tenant.n);
    hash = prapi_crc32c(hash, &separator, 1);
    return prapi_crc32c(hash, key->case_id.bytes, key->case_id.n);
}
