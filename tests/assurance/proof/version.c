/*
 * version.c: which version and which rows these are: every word and every rule as it is.
 *
 * Part: vocabulary/version.c
 * Define: prapi_text_bytes=strlen
 * Include: contracts/crc.h
 * Stated: prapi_crc32c
 * Options: -eva-domains cvalue,symbolic-locations -eva-auto-loop-unroll 100 -eva-slevel-function prap_library_rules_hash:20000
 */
#include "prap/version.h"

int main(void) {
    (void)prap_library_version();
    (void)prap_library_rules_hash();
    return 0;
}
