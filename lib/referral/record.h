/*
 * record.h: events and snapshots as canonical bytes.
 *
 * Header, 16 bytes, the same for every major format for ever:
 *   "PRAP"  kind ('E' or 'S')  major  minor  0  body length, u32 LE  CRC-32C, u32 LE, of header before it and body
 * Body: tags in ascending order. A tag is an LEB128 number: (tag << 2) | (critical << 1) | has_bytes. Without bytes an
 * LEB128 number follows, else an LEB128 length and that many bytes. Numbers are as short as they can be; days and
 * signed values are zigzag; what is nothing is not written. So the same content always has the same bytes.
 * A reader that meets an unknown critical tag or a greater major says PRAP_E_VERSION; an unknown tag that is not
 * critical is passed over in an event, and kept and written back in a snapshot.
 */
#ifndef PRAPI_RECORD_H
#define PRAPI_RECORD_H

#include <stdint.h>

#include "prap/host.h"

#include "referral/case.h"

/* A checksum of tenant and case id: it binds a record to its case, without naming it. */
uint32_t prapi_key_hash(const prap_key *key);

/* Writes an event; *ret_bytes <= PRAP_EVENT_BYTES. *ret_chain: its checksum, which the next event names. */
void prapi_event_encode(const prapi_event *event, uint32_t key_hash, uint8_t room[PRAP_EVENT_BYTES],
                        size_t *ret_bytes, uint32_t *ret_chain);

/* Writes a snapshot; *ret_bytes <= PRAP_SNAPSHOT_BYTES. */
void prapi_case_encode(const prapi_case *state, uint32_t key_hash, uint8_t room[PRAP_SNAPSHOT_BYTES],
                       size_t *ret_bytes);

/*
 * Reads what encode wrote. Returns PRAP_OK; PRAP_E_FOREIGN (not a libprap record); PRAP_E_DAMAGED (checksum, length,
 * order, a value that cannot be, or another case's record); PRAP_E_VERSION (a newer format). *ret_event was all
 * zeros once, *ret_state was cleared once; what they hold after a failure counts for nothing.
 */
prap_status prapi_event_decode(prap_bytes record, uint32_t key_hash, prapi_event *ret_event, uint32_t *ret_chain);
prap_status prapi_case_decode(prap_bytes record, uint32_t key_hash, prapi_case *ret_state);

#endif
