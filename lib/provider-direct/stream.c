/*
 * stream.c: a code holder's challenges: what may come next, and what each entry makes of them.
 *
 * rule PD-23, PD-A-R1: decided by challenge passed
 * rule PD-23-F: decided by challenge failed and challenge given-up and challenge expired
 * The three rows of PD-23-F (say so, advise to call back with the right code, end the call) are the call's.
 */
#include "provider-direct/stream.h"

#include "prap/vocabulary.h"

#include "base/always.h"
#include "catalogue/rules.h"
#include "provider-direct/positions.h"

bool prapi_stream_has_code(const prapi_stream *stream, prap_code_id code) {
    return stream->version != 0 && stream->in_force == code.in_force && stream->change == code.change;
}

bool prapi_stream_is_past(const prapi_stream *stream, prap_code_id code) {
    if (stream->version == 0) return false;
    return code.in_force < stream->in_force ||
           (code.in_force == stream->in_force && code.change < stream->change);
}

prap_instant prapi_stream_now(const prapi_stream *stream, prap_instant at) {
    return at < stream->latest ? stream->latest : at;
}

bool prapi_stream_has_expired(const prapi_stream *stream, prap_instant now) {
    return stream->open != 0 && now >= stream->expires_at;
}

bool prapi_stream_is_locked(const prapi_stream *stream, const prap_challenge_limits *limits, prap_instant now,
                            prap_instant *ret_until) {
    *ret_until = PRAP_INSTANT_NONE;
    if (limits->failures_max == 0 || stream->counted < limits->failures_max) return false;
    if (limits->lock_minutes == 0) return true;
    *ret_until = stream->failed_at + limits->lock_minutes;
    return now < *ret_until;
}

bool prapi_stream_is_exposed(const prapi_stream *stream, const prap_challenge_limits *limits) {
    return limits->exposed_max != 0 && prapi_count_bits((uint32_t)stream->exposed) >= limits->exposed_max;
}

uint32_t prapi_stream_before_asking(const prapi_stream *stream, const prap_challenge_limits *limits,
                                    prap_code_id code, prap_instant now, uint32_t *ret_result) {
    prap_instant until;
    *ret_result = 0;
    if (prapi_stream_is_past(stream, code)) {
        *ret_result = PRAP_CHALLENGE_SUPERSEDED;
        return 0;
    }
    if (!prapi_stream_has_code(stream, code)) {
        /* What waited for the old code's answer is given up by whoever asks about another: it counts there.
         */
        return stream->open != 0 ? PRAPI_ENTRY_EXPIRED : PRAPI_ENTRY_ASKED;
    }
    if (prapi_stream_has_expired(stream, now)) return PRAPI_ENTRY_EXPIRED;
    if (stream->open != 0) {
        *ret_result = PRAP_CHALLENGE_ASKED;
    } else if (prapi_stream_is_locked(stream, limits, now, &until)) {
        *ret_result = PRAP_CHALLENGE_LOCKED;
    } else if (prapi_stream_is_exposed(stream, limits)) {
        *ret_result = PRAP_CHALLENGE_EXPOSED;
    }
    return *ret_result == 0 ? PRAPI_ENTRY_ASKED : 0;
}

uint32_t prapi_stream_before_ending(const prapi_stream *stream, uint32_t number, prap_instant now,
                                    uint32_t entry, uint32_t *ret_result) {
    *ret_result = 0;
    if (stream->open == 0 || stream->number != number) {
        *ret_result = PRAP_CHALLENGE_NOT_OPEN;
        return 0;
    }
    return prapi_stream_has_expired(stream, now) ? PRAPI_ENTRY_EXPIRED : entry;
}

prapi_entry prapi_entry_of(const prapi_stream *stream, uint32_t kind, prap_instant now) {
    return (prapi_entry){.sequence = stream->version + 1,
                         .chain = stream->chain,
                         .kind = kind,
                         .at = now,
                         .in_force = stream->in_force,
                         .change = stream->change,
                         .length = stream->length,
                         .number = stream->number,
                         .positions = stream->positions};
}

static void add_one(int64_t *count) {
    if (*count < UINT32_MAX) ++*count;
}

static void take_one(int64_t *count) {
    if (*count > 0) --*count;
}

/* A new code begins its life: nothing of it has been said, and nothing has failed. */
static void begin_code(prapi_stream *stream, const prapi_entry *entry) {
    *stream = (prapi_stream){.version = stream->version,
                             .chain = stream->chain,
                             .latest = stream->latest,
                             .number = stream->number,
                             .in_force = entry->in_force,
                             .change = entry->change,
                             .length = entry->length,
                             .fingerprint = stream->fingerprint};
}

/* Of what prapi_stream_is_locked gave: there was a lock, and its time is over. */
static bool has_run_out(bool locked, prap_instant until) {
    return until != PRAP_INSTANT_NONE && !locked;
}

/* A lock that has run out is over with the next failure: that one is the first of a new row. */
static void count_failure(prapi_stream *stream, const prapi_entry *entry,
                          const prap_challenge_limits *limits) {
    prap_instant until;
    const bool locked = prapi_stream_is_locked(stream, limits, entry->at, &until);
    if (has_run_out(locked, until)) stream->counted = 0;
    add_one(&stream->counted);
    stream->failed_at = entry->at;
}

/* The challenge is over. Its positions are kept for the next one, unless each is to be drawn anew. */
static void close_challenge(prapi_stream *stream, bool draw_anew) {
    stream->open = 0;
    stream->asked_at = 0;
    stream->expires_at = 0;
    if (draw_anew) stream->positions = 0;
}

static void apply_recorded(prapi_stream *stream, const prapi_entry *entry,
                           const prap_challenge_limits *limits) {
    stream->exposed |= entry->positions;
    if (entry->right != 0) {
        add_one(&stream->passed);
    } else {
        add_one(&stream->failed);
        count_failure(stream, entry, limits);
    }
}

/* Right after all. Other processes may have gone on meanwhile: only what the answer did is undone. */
static void apply_passed(prapi_stream *stream, const prapi_entry *entry) {
    take_one(&stream->failed);
    take_one(&stream->counted);
    add_one(&stream->passed);
    if (stream->number == entry->number) stream->positions = 0;
}

void prapi_stream_apply(prapi_stream *stream, const prapi_entry *entry, const prap_challenge_limits *limits) {
    const prap_code_id code = {(prap_day)entry->in_force, (uint32_t)entry->change};
    if (!prapi_stream_has_code(stream, code)) begin_code(stream, entry);
    stream->version = entry->sequence;
    stream->latest = entry->at;
    switch (entry->kind) {
    case PRAPI_ENTRY_ASKED:
        stream->open = 1;
        stream->number = entry->number;
        stream->positions = entry->positions;
        stream->asked_at = entry->at;
        stream->expires_at = entry->expires_at;
        stream->fingerprint = entry->fingerprint;
        return;
    case PRAPI_ENTRY_ANSWERED:
        stream->exposed |= stream->positions;
        add_one(&stream->failed);
        count_failure(stream, entry, limits);
        close_challenge(stream, limits->redraw != 0);
        return;
    case PRAPI_ENTRY_PASSED:
        apply_passed(stream, entry);
        return;
    case PRAPI_ENTRY_GIVEN_UP:
        add_one(&stream->given_up);
        count_failure(stream, entry, limits);
        close_challenge(stream, limits->redraw != 0);
        return;
    case PRAPI_ENTRY_EXPIRED:
        add_one(&stream->expired);
        count_failure(stream, entry, limits);
        close_challenge(stream, limits->redraw != 0);
        return;
    case PRAPI_ENTRY_RECORDED:
        apply_recorded(stream, entry, limits);
        return; /* MUT-EQUIV: a recorded check is no release, which is all that comes after */
    }
    if (PRAPI_ALWAYS(entry->kind == PRAPI_ENTRY_RELEASED)) stream->counted = 0;
}

static uint32_t sum(int64_t a, int64_t b) {
    return a + b > UINT32_MAX ? UINT32_MAX : (uint32_t)(a + b); /* MUT-EQUIV: at the limit both are it */
}

static bool is_to_renew(const prapi_stream *stream, const prap_challenge_limits *limits) {
    return limits->exposed_warn != 0 && prapi_count_bits((uint32_t)stream->exposed) >= limits->exposed_warn;
}

void prapi_stream_report(const prapi_stream *stream, const prap_challenge_limits *limits, prap_instant now,
                         prap_exposure *ret_exposure) {
    const uint32_t size = ret_exposure->size;
    const uint32_t exposed = prapi_count_bits((uint32_t)stream->exposed);
    prap_instant until;
    const bool locked = prapi_stream_is_locked(stream, limits, now, &until);
    *ret_exposure = (prap_exposure){.size = size,
                                    .length = (uint32_t)stream->length,
                                    .code = {(prap_day)stream->in_force, (uint32_t)stream->change},
                                    .answered = sum(stream->passed, stream->failed),
                                    .passed = (uint32_t)stream->passed,
                                    .failures = sum(sum(stream->failed, stream->given_up), stream->expired),
                                    .counted = has_run_out(locked, until) ? 0 : (uint32_t)stream->counted,
                                    .given_up = (uint32_t)stream->given_up,
                                    .expired = (uint32_t)stream->expired,
                                    .positions = (uint32_t)stream->exposed,
                                    .exposed = exposed,
                                    .answerable = prapi_sets_of(exposed),
                                    .sets = prapi_sets_of((uint32_t)stream->length),
                                    .renew = is_to_renew(stream, limits),
                                    .locked = locked,
                                    .open = stream->open != 0 ? (uint32_t)stream->number : 0,
                                    .locked_until = locked ? until : PRAP_INSTANT_NONE};
    ret_exposure->overheard_ppm = prap_overheard_chance(ret_exposure->length, ret_exposure->answered);
}

void prapi_stream_describe(const prapi_stream *stream, const prap_challenge_limits *limits, prap_instant now,
                           prap_challenge *ret_challenge) {
    const bool open = stream->open != 0;
    prap_instant until;
    *ret_challenge = (prap_challenge){.size = ret_challenge->size,
                                      .number = (uint32_t)stream->number,
                                      .asked_at = open ? stream->asked_at : PRAP_INSTANT_NONE,
                                      .expires_at = open ? stream->expires_at : PRAP_INSTANT_NONE,
                                      .locked = prapi_stream_is_locked(stream, limits, now, &until),
                                      .renew = is_to_renew(stream, limits)};
    prapi_positions_list(open ? (uint32_t)stream->positions : 0, ret_challenge->positions);
}

uint32_t prapi_result_rule(uint32_t result) {
    static const uint32_t rules[] = {
        [PRAP_CHALLENGE_ASKED] = PRAPI_RULE_PD_22a,
        [PRAP_CHALLENGE_PASSED] = PRAPI_RULE_PD_23,
        [PRAP_CHALLENGE_FAILED] = PRAPI_RULE_PD_23_F,
        [PRAP_CHALLENGE_GIVEN_UP] = PRAPI_RULE_PD_23_F,
        [PRAP_CHALLENGE_EXPIRED] = PRAPI_RULE_PD_23_F,
        [PRAP_CHALLENGE_SUPERSEDED] = PRAPI_RULE_PD_47b,
        [PRAP_CHALLENGE_RELEASED] = 0,
    };
    return PRAPI_ALWAYS(result < sizeof rules / sizeof rules[0]) ? rules[result] : 0; /* MUT-EQUIV: always */
}
