/* record-tags.c: long numbers, and what binds a record to its case. */
#include "referral/record-tags.h"

#include "base/crc.h"
#include "referral/record.h"

prapi_number prapi_get_long_number(const uint8_t *at, const uint8_t *end) {
    const prapi_number none = {NULL, 0};
    uint64_t number = 0;
    for (unsigned shift = 0; at < end; shift += 7) {
        const uint8_t byte = *at++;
        if (shift == 63 && byte > 1) return none; /* it would go on, or not fit: so shift ends here */
        number |= (uint64_t)(byte & 0x7F) << shift;
        if ((byte & 0x80) == 0) return byte != 0 ? (prapi_number){at, number} : none;
    }
    return none;
}

uint32_t prapi_key_hash(const prap_key *key) {
    const uint8_t separator = 0;
    uint32_t hash = prapi_crc32c(0, key->tenant.bytes, key->tenant.n);
    hash = prapi_crc32c(hash, &separator, 1);
    return prapi_crc32c(hash, key->case_id.bytes, key->case_id.n);
}
