/* text.h: borrowed text: comparing, judging and copying it. Pure; any thread. */
#ifndef PRAPI_BASE_TEXT_H
#define PRAPI_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "prap/day.h"

#include "base/secret.h"

/* The bytes of a NUL-terminated text, NUL not counted. Our own: the core takes only memcpy, memmove, memset and memcmp. */
size_t prapi_text_bytes(const char *text);

/* The same bytes? Not for secrets: it stops at the first difference. */
bool prapi_text_equal(prap_text a, prap_text b);
bool prapi_text_is(prap_text a, const char *literal);

/*
 * May this be a tenant, case id or idempotency key? 1..PRAP_ID_BYTES bytes of strict UTF-8 (nothing overlong,
 * no surrogates, nothing past U+10FFFF), and nothing that a reader of a log cannot see or that moves what he
 * sees: no control character, no line or paragraph separator, no bidirectional mark, no byte order mark.
 */
bool prapi_text_is_identifier(prap_text text);

/* The mask of whether a code point may stand in such a text, found without a branch (secret.h). */
prapi_mask prapi_secret_is_printable(uint32_t code);
/* The same of 1..most_bytes bytes: a line of text for people. */
bool prapi_text_is_printable(prap_text text, size_t most_bytes);

/* A name as the vocabularies have them: a-z, 0-9 and single hyphens, beginning with a letter; 1..most_bytes bytes. */
bool prapi_text_is_kebab(prap_text text, size_t most_bytes);

/*
 * Copies a NUL-terminated text into room, truncating it before a UTF-8 sequence that would not fit whole.
 * Always NUL-terminated unless room_bytes is 0, when nothing is written and room may be NULL. Returns the
 * bytes copied, NUL not counted.
 */
size_t prapi_text_copy(char *room, size_t room_bytes, const char *text);

#endif
