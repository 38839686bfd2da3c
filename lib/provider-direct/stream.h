/*
 * stream.h: what is remembered of a code holder's challenges, what may come next, and what an entry does to
 * it. Pure.
 */
#ifndef PRAPI_STREAM_H
#define PRAPI_STREAM_H

#include <stdbool.h>
#include <stdint.h>

#include "prap/challenge.h"

/* The latest minute there is: the end of year 9999. */
#define PRAPI_INSTANT_MAX ((prap_instant)PRAP_DAY_MAX * 1440 + 1439)

/*
 * The members of a stream, in the order of their record (permanent): X(MEMBER, LOWEST, HIGHEST).
 * Counts stop at UINT32_MAX rather than begin anew.
 */
/* clang-format off */
#define PRAPI_STREAM_MEMBERS(X)                                                                                        \
    X(version, 1, INT64_C(1) << 62)      /* sequence of the last entry: host.h has no greater one */                   \
    X(chain, 0, UINT32_MAX)              /* its checksum */                                                            \
    X(in_force, PRAP_DAY_MIN, PRAP_DAY_MAX) /* the code that all below is about */                                     \
    X(change, 0, UINT32_MAX)                                                                                           \
    X(length, PRAP_CODE_LENGTH_MIN, PRAP_CODE_LENGTH_MAX)                                                              \
    X(latest, 0, PRAPI_INSTANT_MAX)      /* the latest minute seen, whatever the code */                               \
    X(number, 0, UINT32_MAX)             /* of the last challenge, whatever the code */                                \
    X(open, 0, 1)                        /* it waits for its answer */                                                 \
    X(positions, 0, UINT32_MAX)          /* drawn last, one bit each; 0: the next challenge draws anew */              \
    X(asked_at, 0, PRAPI_INSTANT_MAX)                                                                                  \
    X(expires_at, 0, PRAPI_INSTANT_MAX + 1440)                                                                         \
    X(exposed, 0, UINT32_MAX)            /* positions said aloud */                                                    \
    X(passed, 0, UINT32_MAX)                                                                                           \
    X(failed, 0, UINT32_MAX)             /* answered wrong, or answered and not known to be right */                   \
    X(given_up, 0, UINT32_MAX)                                                                                         \
    X(expired, 0, UINT32_MAX)                                                                                          \
    X(counted, 0, UINT32_MAX)            /* failures towards the lock */                                               \
    X(failed_at, 0, PRAPI_INSTANT_MAX)   /* minute of the last failure: a lock runs from here */                       \
    X(fingerprint, 0, UINT32_MAX)        /* of the random block that the last positions were drawn from */
/* clang-format on */

typedef struct prapi_stream {
#define X(MEMBER, LOWEST, HIGHEST) int64_t MEMBER;
    PRAPI_STREAM_MEMBERS(X)
#undef X
} prapi_stream;

/* What happens in a stream. Permanent numbers. */
enum {
    PRAPI_ENTRY_ASKED =
        1, /* positions, number, expires_at, fingerprint; begins a code's life when the code is a new one */
    PRAPI_ENTRY_ANSWERED, /* an answer is about to be looked at: counted as a failure */
    PRAPI_ENTRY_PASSED,   /* it was right after all */
    PRAPI_ENTRY_GIVEN_UP,
    PRAPI_ENTRY_EXPIRED,
    PRAPI_ENTRY_RECORDED, /* positions; right: how a check elsewhere ended */
    PRAPI_ENTRY_RELEASED,
    PRAPI_ENTRY_END
};

/* The members of an entry, in the order of its record (permanent). nonce: tells two entries apart that say
 * the same. */
/* clang-format off */
#define PRAPI_ENTRY_MEMBERS(X)                                                                                         \
    X(sequence, 1, INT64_MAX - 1)                                                                                      \
    X(chain, 0, UINT32_MAX)              /* checksum of the entry before */                                            \
    X(kind, PRAPI_ENTRY_ASKED, PRAPI_ENTRY_END - 1)                                                                    \
    X(at, 0, PRAPI_INSTANT_MAX)                                                                                        \
    X(nonce, INT64_MIN, INT64_MAX)                                                                                     \
    X(in_force, PRAP_DAY_MIN, PRAP_DAY_MAX)                                                                            \
    X(change, 0, UINT32_MAX)                                                                                           \
    X(length, PRAP_CODE_LENGTH_MIN, PRAP_CODE_LENGTH_MAX)                                                              \
    X(number, 0, UINT32_MAX)                                                                                           \
    X(positions, 0, UINT32_MAX)                                                                                        \
    X(expires_at, 0, PRAPI_INSTANT_MAX + 1440)                                                                         \
    X(fingerprint, 0, UINT32_MAX)                                                                                      \
    X(right, 0, 1)
/* clang-format on */

typedef struct prapi_entry {
#define X(MEMBER, LOWEST, HIGHEST) int64_t MEMBER;
    PRAPI_ENTRY_MEMBERS(X)
#undef X
} prapi_entry;

/* Is it about the code that the stream is about; is it about one that came before that? An empty stream has
 * version 0. */
bool prapi_stream_has_code(const prapi_stream *stream, prap_code_id code);
bool prapi_stream_is_past(const prapi_stream *stream, prap_code_id code);

/* The minute that a stream takes it to be: a clock never goes back. */
prap_instant prapi_stream_now(const prapi_stream *stream, prap_instant at);

/* Of a minute that prapi_stream_now gave. */
bool prapi_stream_has_expired(const prapi_stream *stream, prap_instant now);
bool prapi_stream_is_locked(const prapi_stream *stream, const prap_challenge_limits *limits, prap_instant now,
                            prap_instant *ret_until);
bool prapi_stream_is_exposed(const prapi_stream *stream, const prap_challenge_limits *limits);

/*
 * What has to be in the journal before the result can be given: PRAPI_ENTRY_*, or 0 when nothing has, and
 * then the result (PRAP_CHALLENGE_*). of ask: for a code; of the two others: for a challenge's number.
 */
uint32_t prapi_stream_before_asking(const prapi_stream *stream, const prap_challenge_limits *limits,
                                    prap_code_id code, prap_instant now, uint32_t *ret_result);
uint32_t prapi_stream_before_ending(const prapi_stream *stream, uint32_t number, prap_instant now,
                                    uint32_t entry, uint32_t *ret_result);

/* An entry of a kind that goes on from a stream, without what is only its own. */
prapi_entry prapi_entry_of(const prapi_stream *stream, uint32_t kind, prap_instant now);

/* Makes the stream what it is after the entry. */
void prapi_stream_apply(prapi_stream *stream, const prapi_entry *entry, const prap_challenge_limits *limits);

/* Describes a stream: everything but result and rule; size is kept. */
void prapi_stream_describe(const prapi_stream *stream, const prap_challenge_limits *limits, prap_instant now,
                           prap_challenge *ret_challenge);
void prapi_stream_report(const prapi_stream *stream, const prap_challenge_limits *limits, prap_instant now,
                         prap_exposure *ret_exposure);

/* The rule that a result is by: for prap_rule_by_number. */
uint32_t prapi_result_rule(uint32_t result);

#endif
