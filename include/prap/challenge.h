/*
 * challenge.h: the challenge over an access code: three of its eight characters, three of three right or the call ends
 * (PD-22a, PD-22b, PD-23, PD-23-F, PD-A-R1; T-P-12, T-P-13).
 *
 * A verifier asks and judges. It is for both sides: DWP's agent, who holds the code list; and a provider that rehearses
 * with its own code, or records which positions a call has given away. It never holds a code: a code and an answer are
 * borrowed for prap_verifier_answer, compared without an early exit, and what was made of them is wiped before it
 * returns. Neither is stored, put into an error, or given to a callback.
 *
 * What is stored is a stream of its own for each code holder (AMB-39: one code for a prime provider), in the store of
 * host.h: which positions were asked, how that ended, and which of them have been said aloud. Give streams a tenant of
 * their own, or a store: a walk over cases cannot read them. Programme and stage of their changes are 0.
 *
 * Why it is as it is: a guess at three characters is hopeless, but whoever has overheard one check knows three
 * characters and needs only the same positions again: 1 draw in 56; after two checks a fresh draw can be answered
 * with a chance of 18 %, after five of 73 % (prap_overheard_chance). So
 *   - a challenge is stored before it is shown, and stays the same until it is answered, given up or expired;
 *   - each of these ends is stored; the last two count as failures;
 *   - an answer counts as a failure, durably, before it is looked at; that it was right is stored after that;
 *   - after a failure the same positions are asked again, until a check is passed or the code changes;
 *   - failures lock the stream, and what has been given away is reported.
 * The limits are the library's own: the guidance has none but "three of three".
 *
 * Thread rule: a verifier is for one thread at a time; several verifiers, in several processes, may share a store.
 * While it calls a callback, every call on it returns PRAP_E_REENTRY, and prap_verifier_destroy does nothing.
 * Memory: one block, taken at creation; nothing afterwards.
 */
#ifndef PRAP_CHALLENGE_H
#define PRAP_CHALLENGE_H

#include <stddef.h>
#include <stdint.h>

#include "prap/day.h"
#include "prap/export.h"
#include "prap/host.h"
#include "prap/moments.h"
#include "prap/rulebook.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

#define PRAP_CHALLENGE_POSITIONS 3 /* how many characters are asked for (PD-22a) */
#define PRAP_CODE_LENGTH_MIN 4     /* what the policy code-len (P-CODE-LEN) may say */
#define PRAP_CODE_LENGTH_MAX 32

/*
 * The host's source of random bytes, for positions: the operating system's, not one that can be foretold. fill writes n
 * bytes and returns PRAP_OK, or anything else when it could not. What it wrote is refused when it is plainly no source:
 * the same block again, within a call or since the stream's last challenge, or a block that is left as it was.
 */
typedef struct prap_random {
    size_t size; /* sizeof(prap_random) as compiled */
    void *user;
    prap_status (*fill)(void *user, uint8_t *bytes, size_t n);
} prap_random;

/*
 * Limits of the library's own; no document has them. The caller's memory; set size, then prap_challenge_limits_default
 * for the values in brackets.
 */
typedef struct prap_challenge_limits {
    uint32_t size;           /* sizeof(prap_challenge_limits) as compiled */
    uint32_t answer_minutes; /* a challenge expires so long after it was asked: 1 to 1440 (10) */
    uint32_t failures_max;   /* so many failures lock the stream; 0: none do (10) */
    uint32_t lock_minutes;   /* how long a lock lasts, 0 to 525600; 0: until it is released or the code changes (0) */
    uint32_t exposed_warn;   /* so many positions said aloud make prap_exposure.renew 1; 0: none do (6) */
    uint32_t exposed_max;    /* so many make a challenge refused; 0: none do (0) */
    uint32_t redraw;         /* 1: each challenge draws anew; 0: only after a check that was passed (0) */
    uint32_t reserved;       /* 0 */
} prap_challenge_limits;

/* Returns PRAP_OK; PRAP_E_NULL; PRAP_E_SIZE. Since 0.1. */
PRAP_API prap_status prap_challenge_limits_default(prap_challenge_limits *ret_limits);

typedef struct prap_verifier prap_verifier;

/*
 * host, random: borrowed, must outlive the verifier. settings: n of them; of policies only code-len matters here.
 * limits: or NULL for the defaults.
 * Returns PRAP_OK; PRAP_E_NULL (host, its allocator, its store, load, commit, random or fill is missing); PRAP_E_SIZE;
 * PRAP_E_WORD, PRAP_E_RANGE or PRAP_E_TWICE of a setting; PRAP_E_RANGE of a limit; PRAP_E_NOMEM. Since 0.1.
 */
PRAP_API prap_status prap_verifier_create(const prap_host *host, const prap_random *random,
                                          const prap_setting *settings, size_t n, const prap_challenge_limits *limits,
                                          prap_verifier **ret_verifier, prap_error *reterr);

/* NULL is allowed. Since 0.1. */
PRAP_API void prap_verifier_destroy(prap_verifier *verifier);

/*
 * Which code is meant, without a word of what it is: by the day from which it is in force (AMB-21), and by how many
 * changes off cycle came since on that same day: 0, 1, 2 …. A frozen value type.
 */
typedef struct prap_code_id {
    prap_day in_force;
    uint32_t change;
} prap_code_id;

/* How a stream stands: what has been asked, how it ended, what has been said aloud. All of the code named first. */
typedef struct prap_exposure {
    uint32_t size;          /* sizeof(prap_exposure) as compiled */
    uint32_t length;        /* characters of the code */
    prap_code_id code;
    uint32_t answered;      /* checks that were answered, or recorded: passed and failed together */
    uint32_t passed;
    uint32_t failures;      /* wrong answers, challenges given up and expired, since the code came into force, */
    uint32_t counted;       /*   and since a lock was released or ran out: these lock */
    uint32_t given_up;
    uint32_t expired;
    uint32_t positions;     /* said aloud: bit 0 for the first character, … */
    uint32_t exposed;       /* how many those are */
    uint32_t answerable;    /* of the sets of three positions, how many consist of those alone, */
    uint32_t sets;          /*   and how many there are: 56 of a code of eight */
    uint32_t overheard_ppm; /* prap_overheard_chance, had somebody overheard all that were answered */
    uint32_t renew;         /* 1: exposed_warn is reached; ask for a change of the code */
    uint32_t locked;        /* 1: no challenge is asked until the lock ends */
    uint32_t open;          /* number of the challenge that waits for its answer, or 0 */
    prap_instant locked_until; /* when locked: the minute in which it ends, or PRAP_INSTANT_NONE: only by a release */
} prap_exposure;

#define PRAP_INSTANT_NONE INT64_MIN

/* What came of a call on a stream. The caller's memory; set size before the call. */
typedef struct prap_challenge {
    uint32_t size;   /* sizeof(prap_challenge) as compiled */
    uint32_t result; /* PRAP_CHALLENGE_* */
    uint32_t rule;   /* for prap_rule_by_number; 0: a limit of the library's own */
    uint32_t number; /* of the challenge: 1, 2, 3 … in the stream; 0: it is about none */
    uint32_t positions[3];     /* 1 to the length, ascending; 0: none are asked */
    uint32_t repeated;        /* 1: it had been asked before, and still waits */
    prap_instant asked_at;    /* or PRAP_INSTANT_NONE */
    prap_instant expires_at;  /* the minute from which it has expired, or PRAP_INSTANT_NONE */
    uint32_t locked;          /* 1: no challenge is asked until the lock ends */
    uint32_t renew;           /* 1: exposed_warn is reached; ask for a change of the code */
} prap_challenge;

/*
 * Asks: the challenge that waits for its answer, or a new one, stored before it is given. code: the one in force, by
 * the host's word. at: now, in minutes; a clock that went back counts as the latest minute that the stream has seen.
 * result: PRAP_CHALLENGE_ASKED; _LOCKED; _EXPOSED (exposed_max); _SUPERSEDED (a later code was asked about before).
 * Returns PRAP_OK; PRAP_E_NULL; PRAP_E_SIZE; PRAP_E_REENTRY; PRAP_E_TEXT (the key); PRAP_E_DAY (the code);
 * PRAP_E_RANGE (at); PRAP_E_RANDOM; from the store PRAP_RETRY, PRAP_CONFLICT (still, after several tries), PRAP_UNKNOWN
 * (it may be asked by now: call again and it is shown), PRAP_FAIL, PRAP_E_HOST, PRAP_E_DAMAGED, PRAP_E_FOREIGN,
 * PRAP_E_VERSION. Since 0.1.
 */
PRAP_API prap_status prap_verifier_ask(prap_verifier *verifier, const prap_key *stream, prap_code_id code,
                                       prap_instant at, prap_challenge *ret_challenge, prap_error *reterr);

/*
 * Judges an answer. code_text: the whole code, code-len characters; answer: the three characters, in the order of the
 * positions; both strict UTF-8, printable and no spaces, a character being one code point, compared as they are, case
 * and all (PD-16b). Both are borrowed for the call. number: the challenge's.
 * result: PRAP_CHALLENGE_PASSED; _FAILED; _EXPIRED (too late: it was not looked at, and counts as a failure); _NOT_OPEN
 * (no challenge of this number waits: it was not looked at); _SUPERSEDED (the code changed meanwhile).
 * Returns as prap_verifier_ask, and PRAP_E_TEXT when the code or the answer has another form: then nothing was compared
 * or counted, and the challenge still waits. After any other status than PRAP_OK there is no result: the answer may
 * have been counted as a failure, and was not passed. Since 0.1.
 */
PRAP_API prap_status prap_verifier_answer(prap_verifier *verifier, const prap_key *stream, uint32_t number,
                                          prap_text code_text, prap_text answer, prap_instant at,
                                          prap_challenge *ret_challenge, prap_error *reterr);

/*
 * Ends a challenge without an answer: the caller hung up, or could not say. It counts as a failure.
 * result: PRAP_CHALLENGE_GIVEN_UP, _EXPIRED or _NOT_OPEN. Returns as prap_verifier_ask. Since 0.1.
 */
PRAP_API prap_status prap_verifier_give_up(prap_verifier *verifier, const prap_key *stream, uint32_t number,
                                           prap_instant at, prap_challenge *ret_challenge, prap_error *reterr);

/*
 * Records a check that somebody else made: a provider notes which positions DWP's agent asked for. Nothing is judged.
 * positions: three, ascending. result: PRAP_CHALLENGE_PASSED or _FAILED. id: an idempotency key, so that a repeat
 * changes nothing; may be empty.
 * result in *ret_challenge: the one given, or PRAP_CHALLENGE_SUPERSEDED. Returns as prap_verifier_ask; PRAP_E_TEXT
 * also of the id; PRAP_E_RANGE also of positions; PRAP_E_WORD (result). Since 0.1.
 */
PRAP_API prap_status prap_verifier_record(prap_verifier *verifier, const prap_key *stream, prap_code_id code,
                                          const uint32_t positions[PRAP_CHALLENGE_POSITIONS], uint32_t result,
                                          prap_text id, prap_instant at, prap_challenge *ret_challenge,
                                          prap_error *reterr);

/*
 * Ends a lock: somebody has made sure of the caller in another way. Failures since count anew.
 * result: PRAP_CHALLENGE_RELEASED, also when nothing was locked. Returns as prap_verifier_ask; PRAP_E_NO_CASE when
 * the stream is empty. Since 0.1.
 */
PRAP_API prap_status prap_verifier_release(prap_verifier *verifier, const prap_key *stream, prap_instant at,
                                           prap_challenge *ret_challenge, prap_error *reterr);

/*
 * How a stream stands at a minute, storing nothing. result: PRAP_CHALLENGE_ASKED with the challenge that waits;
 * _LOCKED; _EXPOSED; _NOT_OPEN: nothing waits. Returns as prap_verifier_release. Since 0.1.
 */
PRAP_API prap_status prap_verifier_look(prap_verifier *verifier, const prap_key *stream, prap_instant at,
                                        prap_challenge *ret_challenge, prap_error *reterr);

/*
 * What a stream's checks have given away by a minute, storing nothing. Returns as prap_verifier_release. Since 0.1.
 */
PRAP_API prap_status prap_verifier_report(prap_verifier *verifier, const prap_key *stream, prap_instant at,
                                          prap_exposure *ret_exposure, prap_error *reterr);

/*
 * The chance, in millionths, rounded, that three positions drawn anew are all known to somebody who has overheard this
 * many checks of a code of this length, each of three positions drawn alike. 0 for a length out of range. Since 0.1.
 */
PRAP_API uint32_t prap_overheard_chance(uint32_t length, uint32_t checks);

#ifdef __cplusplus
}
#endif

#endif
