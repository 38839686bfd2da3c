/*
 * stream-record.h: streams and their entries as canonical bytes.
 *
 * The header is that of every record (referral/record.h): "PRAP", a kind ('V' a stream, 'Q' an entry), major,
 * minor, 0, the length of the body and a CRC-32C, both u32 LE. The body is a checksum of the stream's key, 8
 * bytes, and then the members of stream.h in their order, 8 bytes each, LE, two's complement. A greater major
 * or a longer body of a greater minor is a newer version's.
 */
#ifndef PRAPI_STREAM_RECORD_H
#define PRAPI_STREAM_RECORD_H

#include "provider-direct/stream.h"

enum {
    PRAPI_STREAM_BYTES = 16 + 8
#define X(MEMBER, LOWEST, HIGHEST) +8
                         PRAPI_STREAM_MEMBERS(X),
    PRAPI_ENTRY_BYTES = 16 + 8 PRAPI_ENTRY_MEMBERS(X)
#undef X
};

_Static_assert((int)PRAPI_STREAM_BYTES <= (int)PRAP_SNAPSHOT_BYTES, "a stream is a snapshot");
_Static_assert((int)PRAPI_ENTRY_BYTES <= (int)PRAP_EVENT_BYTES, "an entry is an event");

/* A checksum of tenant and id: it binds a record to its stream, without naming it. */
uint32_t prapi_stream_key_hash(const prap_key *key);

void prapi_stream_encode(const prapi_stream *stream, uint32_t key_hash, uint8_t room[PRAPI_STREAM_BYTES]);

/* *ret_chain: its checksum, which the next entry names. */
void prapi_entry_encode(const prapi_entry *entry, uint32_t key_hash, uint8_t room[PRAPI_ENTRY_BYTES],
                        uint32_t *ret_chain);

/* PRAP_OK; PRAP_E_FOREIGN; PRAP_E_DAMAGED; PRAP_E_VERSION: as prapi_case_decode. Written only on PRAP_OK. */
prap_status prapi_stream_decode(prap_bytes record, uint32_t key_hash, prapi_stream *ret_stream);

#endif
